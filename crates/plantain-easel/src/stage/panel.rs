//! Flat things of a given outline: mirrors, rugs, tiles, pictures, signs, boards, screens, papers.

mod built;
mod gear;
mod grounded;
mod outdoors;
pub(in crate::stage) mod rack;
mod studio;

use plantain_scene::build::{rect, shape, stack};
use plantain_scene::node::{Motif, Node, Paint, Pattern, Shape};
use plantain_scene::{Color, Rgba};

use super::light::lighter;
use super::pen::oval;
use super::rect::Rect;

/// What a panel is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Mirror,
    Picture,
    Tile,
    Rug,
    Plate,
    Sign,
    /// A sign on a post.
    Post,
    Billboard,
    Board,
    Whiteboard,
    Paper,
    Screen,
    Banner,
    Slab,
    /// A bough that comes in from one side.
    Branch,
    /// A book that lies on its side.
    Volume,
    Tent,
    Bamboo,
    /// Letters of light on a dark board.
    Neon,
    /// A board that one stands on, from the side; with wheels or without.
    Skateboard,
    Deck,
    Throne,
    /// A board of squares with its pieces, seen from the side it is played from.
    ChessBoard,
    /// What wares are sold over, from the front.
    Counter,
    /// A low wall of bricks or stones, a cabin of logs, a vehicle on another world.
    Masonry,
    Cabin,
    Rover,
    /// A window from inside, with its sill; the material tells the weather outside.
    Window,
    /// A table under a cloth that hangs over its edge; the material tells the weave.
    Laid,
    /// An easel with a painting on it.
    Easel,
    /// A shelf of so many boards.
    Rack(usize),
    /// A fence of so many panels, of pickets or rough boards.
    Fence(usize),
    /// A wire between two poles on which so many can sit.
    Wire(usize),
}

/// The outline of a panel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outline {
    Rect,
    Square,
    Round,
    Oval,
    Hexagon,
    Triangle,
    Octagon,
    Pentagon,
    Diamond,
    Star,
    Heart,
}

/// A flat thing.
#[derive(Debug, Clone, PartialEq)]
pub struct Panel {
    pub kind: Kind,
    pub outline: Outline,
    pub color: Option<Rgba>,
    pub second: Option<Rgba>,
    pub striped: bool,
    pub material: Option<String>,
}

const NAMED: &[(&str, Kind)] = &[
    ("mirror", Kind::Mirror),
    ("painting", Kind::Picture),
    ("picture", Kind::Picture),
    ("picture frame", Kind::Picture),
    ("framed picture", Kind::Picture),
    ("photo", Kind::Picture),
    ("portrait", Kind::Picture),
    ("tile", Kind::Tile),
    ("coaster", Kind::Tile),
    ("rug", Kind::Rug),
    ("carpet", Kind::Rug),
    ("mat", Kind::Rug),
    ("doormat", Kind::Rug),
    ("blanket", Kind::Rug),
    ("picnic blanket", Kind::Rug),
    ("plate", Kind::Plate),
    ("tray", Kind::Plate),
    ("dish", Kind::Plate),
    ("platter", Kind::Plate),
    ("saucer", Kind::Plate),
    ("sign", Kind::Sign),
    ("neon sign", Kind::Neon),
    ("wooden sign", Kind::Post),
    ("road sign", Kind::Post),
    ("street sign", Kind::Post),
    ("stop sign", Kind::Post),
    ("signpost", Kind::Post),
    ("placard", Kind::Post),
    ("billboard", Kind::Billboard),
    ("blackboard", Kind::Board),
    ("chalkboard", Kind::Board),
    ("whiteboard", Kind::Whiteboard),
    ("bulletin board", Kind::Whiteboard),
    ("noticeboard", Kind::Whiteboard),
    ("scoreboard", Kind::Board),
    ("poster", Kind::Paper),
    ("note", Kind::Paper),
    ("sticky note", Kind::Paper),
    ("letter", Kind::Paper),
    ("card", Kind::Paper),
    ("paper", Kind::Paper),
    ("page", Kind::Paper),
    ("screen", Kind::Screen),
    ("banner", Kind::Banner),
    ("chess board", Kind::ChessBoard),
    ("chessboard", Kind::ChessBoard),
    ("checkerboard", Kind::ChessBoard),
];

/// Panels that are drawn here only when a shape or words ask for it; otherwise the set has its own drawing.
const ONLY_SHAPED: &[&str] = &[
    "plate",
    "coaster",
    "dish",
    "saucer",
    "tray",
    "picture frame",
    "stop sign",
];

impl Panel {
    /// Returns the panel for a noun, if it is a flat thing that is better built than taken from the set.
    pub fn named(noun: &str, shape: Option<&str>, with_words: bool) -> Option<Self> {
        let outline = shape.and_then(Outline::named);
        let (_, kind) = NAMED.iter().find(|(name, _)| *name == noun)?;
        if ONLY_SHAPED.contains(&noun) && outline.is_none() && !with_words {
            return None;
        }
        let outline = outline.unwrap_or(match kind {
            Kind::Plate => Outline::Oval,
            Kind::Tile => Outline::Square,
            _ if noun == "stop sign" => Outline::Octagon,
            _ => Outline::Rect,
        });
        Some(Self {
            kind: *kind,
            outline,
            color: None,
            second: None,
            striped: false,
            material: None,
        })
    }

    /// Returns a form that the set has no fitting drawing of, by kind.
    pub fn of(kind: Kind, color: Option<Rgba>) -> Self {
        let outline = if kind == Kind::Plate {
            Outline::Oval
        } else {
            Outline::Rect
        };
        Self {
            kind,
            color,
            ..Self::slab(outline)
        }
    }

    /// Returns a plain flat form for a noun that has a shape but no drawing.
    pub fn slab(outline: Outline) -> Self {
        Self {
            kind: Kind::Slab,
            outline,
            color: None,
            second: None,
            striped: false,
            material: None,
        }
    }

    /// Returns whether it lies on the ground.
    pub fn lies(&self) -> bool {
        matches!(self.kind, Kind::Rug | Kind::Plate)
    }

    /// Returns width divided by height.
    pub fn aspect(&self) -> f32 {
        let own = match self.outline {
            Outline::Rect => match self.kind {
                Kind::Mirror => 0.72,
                Kind::Paper => 0.76,
                Kind::Post | Kind::Sign => 1.5,
                Kind::Billboard => 2.0,
                Kind::Board | Kind::Whiteboard => 1.7,
                Kind::Screen => 1.6,
                Kind::Banner => 3.4,
                Kind::Tile | Kind::Slab => 1.4,
                _ => 1.3,
            },
            Outline::Oval => 0.74,
            Outline::Triangle => 1.15,
            _ => 1.0,
        };
        match self.kind {
            Kind::Rug | Kind::Plate => 3.4,
            Kind::Post => own * 0.5,
            Kind::Billboard => own * 0.68,
            Kind::Screen => 1.3,
            Kind::Branch => 4.6,
            Kind::Volume => 4.4,
            Kind::Tent => 1.55,
            Kind::Skateboard => 4.6,
            Kind::Deck => 9.0,
            Kind::Throne => 0.56,
            Kind::Counter => 2.6,
            Kind::ChessBoard => 3.2,
            Kind::Window => 0.92,
            Kind::Laid => 1.5,
            Kind::Easel => 0.74,
            Kind::Rack(_) => 1.15,
            Kind::Fence(panels) => panels as f32 * outdoors::FENCE_PANEL,
            Kind::Wire(seats) => outdoors::wire_aspect(seats),
            Kind::Masonry => 3.6,
            Kind::Cabin => 1.3,
            Kind::Rover => 1.3,
            Kind::Bamboo => 0.62,
            Kind::Neon => 2.0,
            _ => own,
        }
    }

    /// Returns where words go: left, top, width, height as fractions.
    pub fn print(&self) -> [f32; 4] {
        let face = self.face();
        let inset = match self.outline {
            Outline::Rect | Outline::Square => 0.1,
            Outline::Triangle | Outline::Star | Outline::Heart | Outline::Diamond => 0.26,
            _ => 0.17,
        };
        [
            face[0] + face[2] * inset,
            face[1] + face[3] * inset,
            face[2] * (1.0 - 2.0 * inset),
            face[3] * (1.0 - 2.0 * inset),
        ]
    }

    /// Returns the ground that words stand on.
    pub fn paper(&self) -> Rgba {
        self.color.unwrap_or(match self.kind {
            Kind::Board => Rgba::hex(0x2f4a43),
            Kind::Post | Kind::Sign if self.outline == Outline::Octagon => Rgba::hex(0xc92f2f),
            Kind::Post => Rgba::hex(0xe9d6b0),
            Kind::Sign => Rgba::hex(0xf5e6c4),
            Kind::Billboard | Kind::Paper | Kind::Whiteboard => Rgba::hex(0xfdfcf8),
            Kind::Screen => Rgba::hex(0x20344f),
            Kind::Banner => Rgba::hex(0xd9584a),
            Kind::Mirror => Rgba::hex(0xcfe6ef),
            Kind::Tile => Rgba::hex(0x7fa9c9),
            Kind::Rug => Rgba::hex(0xb9554a),
            Kind::Plate => Rgba::hex(0xf7f7f4),
            Kind::Picture => Rgba::hex(0xdcecf4),
            Kind::Slab => Rgba::hex(0xd9a066),
            Kind::Branch => Rgba::hex(0x7a5234),
            Kind::Volume => Rgba::hex(0x3f6ea8),
            Kind::Tent => Rgba::hex(0xf08a3c),
            Kind::Skateboard => Rgba::hex(0xe0522f),
            Kind::Deck => Rgba::hex(0xf3c64b),
            Kind::Throne => Rgba::hex(0x9c2638),
            Kind::Counter => Rgba::hex(0x8a5a3c),
            Kind::ChessBoard => Rgba::hex(0x7a4a2b),
            Kind::Window | Kind::Laid => Rgba::hex(0xffffff),
            Kind::Easel => Rgba::hex(0xa06a3c),
            Kind::Rack(_) => Rgba::hex(0xb97a5f),
            Kind::Fence(_) if self.material.as_deref() == Some("wood") => Rgba::hex(0xa9713f),
            Kind::Fence(_) => Rgba::hex(0xf3eef8),
            Kind::Wire(_) => Rgba::hex(0x6b5140),
            Kind::Masonry if self.material.as_deref() == Some("stone") => Rgba::hex(0x9a958c),
            Kind::Masonry => Rgba::hex(0xb5654a),
            Kind::Cabin => Rgba::hex(0x9a6438),
            Kind::Rover => Rgba::hex(0xe9e6de),
            Kind::Bamboo => Rgba::hex(0x6fae45),
            Kind::Neon => Rgba::hex(0x1a1526),
        })
    }

    /// Returns the part of the box that is the panel itself, without post or legs.
    fn face(&self) -> [f32; 4] {
        match self.kind {
            Kind::Post => [0.0, 0.0, 1.0, 0.5],
            Kind::Billboard => [0.0, 0.0, 1.0, 0.68],
            Kind::Screen => [0.0, 0.0, 1.0, 0.82],
            _ => [0.0, 0.0, 1.0, 1.0],
        }
    }

    /// Draws the panel into the box.
    pub fn draw(&self, r: Rect) -> Node {
        let mut out = Vec::new();
        let local = Rect::new(0.0, 0.0, r.w, r.h);
        self.supports(local, &mut out);
        let face = local.part(self.face());
        match self.kind {
            Kind::Rug => self.rug(face, &mut out),
            Kind::Plate => self.plate(face, &mut out),
            Kind::Branch => self.branch(face, &mut out),
            Kind::Volume => self.volume(face, &mut out),
            Kind::Tent => self.tent(face, &mut out),
            Kind::Skateboard => self.deck(face, true, &mut out),
            Kind::Deck => self.deck(face, false, &mut out),
            Kind::Throne => self.throne(face, &mut out),
            Kind::Counter => self.counter(face, &mut out),
            Kind::ChessBoard => self.chess_board(face, &mut out),
            Kind::Window => self.window(face, &mut out),
            Kind::Laid => self.laid(face, &mut out),
            Kind::Easel => self.easel(face, &mut out),
            Kind::Rack(rows) => self.rack(face, rows, &mut out),
            Kind::Fence(panels) => self.fence(face, panels, &mut out),
            Kind::Wire(_) => self.wire(face, &mut out),
            Kind::Masonry => self.masonry(face, &mut out),
            Kind::Cabin => self.cabin(face, &mut out),
            Kind::Rover => self.rover(face, &mut out),
            Kind::Bamboo => self.bamboo(face, &mut out),
            _ => self.upright(face, &mut out),
        }
        stack().bounds(r.x, r.y, r.w, r.h).children(out)
    }

    fn supports(&self, r: Rect, out: &mut Vec<Node>) {
        let wood = Rgba::hex(0x8a6a4a);
        let bar = |x: f32, y: f32, w: f32, h: f32, color: Rgba| {
            rect()
                .bounds(r.w * x, r.h * y, r.w * w, r.h * h)
                .fill(color)
        };
        match self.kind {
            Kind::Post => out.push(bar(0.46, 0.3, 0.08, 0.7, wood)),
            Kind::Billboard => {
                let steel = Rgba::hex(0x5c6673);
                out.push(bar(0.2, 0.5, 0.035, 0.5, steel));
                out.push(bar(0.765, 0.5, 0.035, 0.5, steel));
            }
            Kind::Screen => {
                let grey = Rgba::hex(0x4b5563);
                out.push(bar(0.44, 0.78, 0.12, 0.19, grey));
                out.push(bar(0.3, 0.955, 0.4, 0.045, grey).radius(3.0));
            }
            _ => {}
        }
    }

    fn upright(&self, face: Rect, out: &mut Vec<Node>) {
        let paper = self.paper();
        let (frame, width) = match self.kind {
            Kind::Mirror => (self.material_color().unwrap_or(Rgba::hex(0xb98a4e)), 0.055),
            Kind::Picture => (self.material_color().unwrap_or(Rgba::hex(0x8f6238)), 0.07),
            Kind::Board => (Rgba::hex(0xa5743f), 0.03),
            Kind::Whiteboard => (Rgba::hex(0xaeb8c2), 0.02),
            Kind::Screen => (Rgba::hex(0x2a303a), 0.04),
            Kind::Billboard => (Rgba::hex(0x4b5563), 0.022),
            Kind::Neon => (Rgba::hex(0xff4fa3), 0.022),
            Kind::Tile => (lighter(paper, -0.07), 0.03),
            Kind::Sign | Kind::Post => (lighter(paper, -0.16), 0.04),
            _ => (lighter(paper, -0.08), 0.012),
        };
        let k = face.w.min(face.h) * width;
        let framed = matches!(self.kind, Kind::Mirror | Kind::Picture);
        let (outer, inner) = match (framed, self.color) {
            // Of a framed thing, the colour that is asked for is the frame's.
            (true, Some(color)) => (color, Rgba::hex(0xd9ecf3)),
            (true, None) => (frame, paper),
            (false, _) => (frame, paper),
        };
        let back = self.form(face).fill(outer);
        // Soft shadows are those of boxes.
        let boxed = matches!(self.outline, Outline::Rect | Outline::Square);
        out.push(if boxed {
            back.shadow(2.0, 8.0, Rgba::BLACK.faded(0.16))
        } else {
            back
        });
        let pane = face.grown(-k);
        out.push(self.form(pane).fill(self.surface(inner)));
        match self.kind {
            Kind::Mirror => self.shine(pane, out),
            Kind::Neon => {
                for (grow, alpha) in [(0.5, 0.16), (1.4, 0.09), (2.6, 0.05)] {
                    let halo = face.grown(k * grow);
                    out.insert(
                        0,
                        self.form(halo.grown(k * 3.0 * grow))
                            .fill(frame.faded(alpha)),
                    );
                }
            }
            Kind::Picture => self.landscape(pane, out),
            Kind::Board => {
                out.push(
                    rect()
                        .bounds(
                            face.x + face.w * 0.12,
                            face.bottom() - k * 0.7,
                            face.w * 0.14,
                            k * 0.6,
                        )
                        .radius(2.0)
                        .fill(Rgba::hex(0xf3f0e6)),
                );
            }
            _ => {}
        }
    }

    fn surface(&self, color: Rgba) -> Paint {
        if self.striped {
            Paint::Pattern(Pattern {
                motif: Motif::Stripes,
                color: self.second.unwrap_or(lighter(color, -0.14)).into(),
                ground: Some(color.into()),
                step: 28.0,
            })
        } else {
            color.into()
        }
    }

    fn material_color(&self) -> Option<Rgba> {
        Some(Rgba::hex(match self.material.as_deref()? {
            "wood" => 0x9a6a3c,
            "metal" | "silver" | "steel" => 0xa9b2bd,
            "gold" => 0xd9ac3f,
            "glass" => 0xbfe0ea,
            "plastic" => 0xe2574c,
            _ => return None,
        }))
    }

    fn shine(&self, pane: Rect, out: &mut Vec<Node>) {
        let glass = self.form(pane).fill(Paint::Linear {
            angle: 135.0,
            stops: [
                (0.0, 0.75),
                (0.34, 0.12),
                (0.42, 0.55),
                (0.56, 0.1),
                (1.0, 0.0),
            ]
            .iter()
            .map(|(at, alpha)| (*at, Color::from(Rgba::WHITE.faded(*alpha))))
            .collect(),
        });
        out.push(glass);
    }

    /// A small landscape for pictures without a subject of their own.
    fn landscape(&self, pane: Rect, out: &mut Vec<Node>) {
        let side = pane.w.min(pane.h);
        match self.outline {
            Outline::Rect | Outline::Square => self.view(pane.grown(-side * 0.09), 0.0, out),
            // Within a round frame the picture is cut along it.
            Outline::Round | Outline::Oval => {
                let inner = pane.grown(-side * 0.1);
                self.view(inner, inner.w.min(inner.h) / 2.0, out);
            }
            _ => {}
        }
    }

    /// Hills under a sun, as amateurs paint them.
    fn view(&self, inner: Rect, radius: f32, out: &mut Vec<Node>) {
        let mut scene = stack()
            .bounds(inner.x, inner.y, inner.w, inner.h)
            .radius(radius)
            .clip();
        let (w, h) = (inner.w, inner.h);
        scene = scene.child(rect().bounds(0.0, 0.0, w, h).fill(Rgba::hex(0xa9d8ea)));
        scene = scene.child(oval(
            Rect::around(w * 0.72, h * 0.28, w * 0.16, w * 0.16),
            Rgba::hex(0xffe08a),
        ));
        for (x, y, k, c) in [(0.25, 1.05, 0.9, 0x6fae7d), (0.78, 1.12, 1.0, 0x4f9468)] {
            scene = scene.child(oval(
                Rect::around(w * x, h * y, w * k, h * 0.9),
                Rgba::hex(c),
            ));
        }
        out.push(scene);
    }

    /// Returns the outline as an unpainted node.
    fn form(&self, r: Rect) -> Node {
        let node = match self.outline {
            Outline::Rect | Outline::Square => rect().radius(match self.kind {
                Kind::Paper | Kind::Picture | Kind::Board => 3.0,
                _ => r.w.min(r.h) * 0.05,
            }),
            Outline::Round | Outline::Oval => shape(Shape::Ellipse),
            Outline::Hexagon => shape(Shape::Polygon {
                sides: 6,
                turn: 30.0,
            }),
            Outline::Pentagon => shape(Shape::Polygon {
                sides: 5,
                turn: 0.0,
            }),
            Outline::Octagon => shape(Shape::Polygon {
                sides: 8,
                turn: 22.5,
            }),
            Outline::Triangle => shape(Shape::Triangle),
            Outline::Diamond => shape(Shape::Polygon {
                sides: 4,
                turn: 0.0,
            }),
            Outline::Star => shape(Shape::Star {
                points: 5,
                inner: 0.5,
            }),
            Outline::Heart => shape(Shape::Heart),
        };
        node.bounds(r.x, r.y, r.w, r.h)
    }
}

impl Outline {
    /// Returns the outline that a shape word names.
    pub fn named(word: &str) -> Option<Self> {
        Some(match word {
            "round" | "circular" | "circle" | "spherical" => Self::Round,
            "oval" | "elliptical" => Self::Oval,
            "square" | "cubic" => Self::Square,
            "rectangular" | "rectangle" | "oblong" => Self::Rect,
            "hexagonal" | "hexagon" => Self::Hexagon,
            "octagonal" | "octagon" => Self::Octagon,
            "pentagonal" | "pentagon" => Self::Pentagon,
            "triangular" | "triangle" | "pyramidal" | "conical" => Self::Triangle,
            "diamond" | "diamond-shaped" | "rhombus" => Self::Diamond,
            "star-shaped" | "star" => Self::Star,
            "heart-shaped" | "heart" => Self::Heart,
            _ => return None,
        })
    }
}
