//! The director of isometric views: rooms, city blocks and islands put together from boxes.

mod cottage;
mod furniture;
mod grounds;
mod setting;
mod shop;

use plantain_read::Brief;
use plantain_scene::build::{object, stack};
use plantain_scene::node::Node;
use plantain_scene::{Oklch, Rgba};

use crate::rng::Rng;
use crate::stage::cast::Cast;
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, downward, fill, glow, oval};
use crate::stage::place::Place;
use crate::stage::rect::Rect;
use crate::studio::{Draft, Studio};
use crate::wardrobe::rgb;
use furniture::{Kind, Shelf, furnishing};
use grounds::tree;

const CUSTOM: &[&str] = &["friendly", "pastel", "minimal", "playful", "mid-century"];
const DRAFTS: usize = 4;
/// Sides of the floor in steps.
const SIDE: f32 = 8.0;
const WALL: f32 = 4.6;

/// Returns whether the prompt asks for an isometric view.
pub fn is_asked(brief: &Brief) -> bool {
    brief.look.styles.iter().any(|s| s == "isometric")
        || brief.prompt.to_lowercase().contains("isometric")
}

/// Returns drafts of an isometric view; the brief is mended already.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    studio
        .themes(CUSTOM, DRAFTS)
        .into_iter()
        .enumerate()
        .map(|(i, theme)| {
            let rng = studio.rng(&format!("isometric {i}"));
            let cast = Cast::new(studio.brief, &studio.rng("cast").fork(&studio.brief.prompt));
            let mut model = Model::new(studio, &cast, rng);
            let kind = model.build();
            let mut draft = Draft::new(kind, theme, model.finish(studio))
                .because("Everything stands on one grid, seen from one corner; parallel edges stay parallel.")
                .liked(0.85);
            draft.notes.extend(cast.notes.iter().cloned());
            draft
        })
        .collect()
}

/// A block with its corner nearest the back, sides along both axes and upward, in steps.
#[derive(Debug, Clone, Copy)]
struct Block {
    at: [f32; 3],
    size: [f32; 3],
    color: Rgba,
}

/// What stands on the floor, painted from back to front.
enum Part {
    Block(Block),
    /// A flat face by its corners.
    Face([[f32; 3]; 4], Rgba),
    /// A drawing of the set, upright on a spot, so many steps high.
    Drawing(String, Option<Rgba>, [f32; 3], f32),
    /// A round crown of a tree or a lamp.
    Ball([f32; 3], f32, Rgba),
    Glow([f32; 3], f32),
    /// A figure that is drawn from parts, upright in its box.
    Figure(Box<Node>, Rect),
}

/// Where things go at a piece of furniture.
#[derive(Debug, Clone, Copy)]
struct Home {
    kind: Kind,
    top: [f32; 3],
    front: [f32; 3],
    behind: [f32; 3],
}

struct Item {
    /// Order from back to front.
    depth: f32,
    id: String,
    parts: Vec<Part>,
}

struct Model<'a> {
    cast: &'a Cast,
    brief: &'a Brief,
    rng: Rng,
    w: f32,
    h: f32,
    /// Units to a step, and where the back corner of the floor is.
    step: f32,
    origin: (f32, f32),
    back: Vec<Node>,
    items: Vec<Item>,
    /// Words that stand upright before everything else.
    boards: Vec<shop::Board>,
    ground: Rgba,
    night: bool,
    /// Middles of what stands on the floor, and how far it reaches.
    taken: Vec<(f32, f32, f32)>,
    /// Furniture by the phrase that asked for it.
    homes: Vec<(usize, Home)>,
    /// Who stands where, and how high.
    stood: Vec<(usize, [f32; 3], f32)>,
}

impl<'a> Model<'a> {
    fn new(studio: &'a Studio<'_>, cast: &'a Cast, mut rng: Rng) -> Self {
        let (w, h) = (studio.width, studio.height);
        let asked = match &studio.brief.canvas.background {
            Some(plantain_read::Background::Color(color)) => Some(rgb(color)),
            _ => studio.brief.look.palette.first().map(rgb),
        };
        let night = studio.brief.setting.time == Some(plantain_read::TimeOfDay::Night);
        let hue = *rng.pick(&[20.0, 75.0, 160.0, 215.0, 260.0, 310.0]);
        let ground = if night {
            Oklch::new(0.27, 0.06, 275.0)
        } else {
            Oklch::new(0.88, 0.06, hue)
        };
        Self {
            cast,
            brief: studio.brief,
            rng,
            w,
            h,
            step: 1.0,
            origin: (0.0, 0.0),
            back: Vec::new(),
            items: Vec::new(),
            boards: Vec::new(),
            ground: asked.unwrap_or(ground.rgba()),
            night,
            taken: Vec::new(),
            homes: Vec::new(),
            stood: Vec::new(),
        }
    }

    /// Builds what the place asks for; returns the archetype.
    fn build(&mut self) -> &'static str {
        let furniture = self
            .cast
            .actors
            .iter()
            .any(|a| furnishing(&a.prop.noun).is_some());
        if let Some(house) = self.only_house() {
            self.frame(3.4, 0.6);
            self.house(house);
            return "isometric house";
        }
        match self.cast.place {
            Place::Street
            | Place::Avenue
            | Place::Skyline
            | Place::Village
            | Place::Market
            | Place::ParkingLot => {
                self.frame(3.2, 0.6);
                self.city();
                "isometric city"
            }
            Place::Terrace => {
                self.frame(WALL, 0.5);
                self.terrace();
                "isometric terrace"
            }
            place if place.has_wall() || place == Place::Table || furniture => {
                self.frame(WALL, 0.5);
                self.room();
                "isometric room"
            }
            _ => {
                self.frame(2.2, 1.3);
                self.island();
                "isometric island"
            }
        }
    }

    /// Fits the floor with so much above and below it into the canvas.
    fn frame(&mut self, above: f32, below: f32) {
        let high = SIDE + above + below;
        self.step = (self.w * 0.9 / (2.0 * SIDE)).min(self.h * 0.88 / high);
        let used = high * self.step;
        self.origin = (self.w / 2.0, (self.h - used) / 2.0 + above * self.step);
    }

    /// Returns a point on the canvas.
    fn pt(&self, [x, y, z]: [f32; 3]) -> (f32, f32) {
        (
            self.origin.0 + (x - y) * self.step,
            self.origin.1 + (x + y) * self.step * 0.5 - z * self.step,
        )
    }

    fn face(&self, corners: [[f32; 3]; 4], color: Rgba) -> Node {
        let mut pen = Pen::new();
        for (i, c) in corners.into_iter().enumerate() {
            let (x, y) = self.pt(c);
            pen = if i == 0 { pen.go(x, y) } else { pen.line(x, y) };
        }
        fill(pen.close().end(), self.w, self.h, color)
    }

    fn block(&self, b: &Block) -> Vec<Node> {
        let [x, y, z] = b.at;
        let [w, d, h] = b.size;
        let (u, v, t) = (x + w, y + d, z + h);
        let dim = if self.night { -0.1 } else { 0.0 };
        vec![
            self.face(
                [[x, y, t], [u, y, t], [u, v, t], [x, v, t]],
                lighter(b.color, 0.045 + dim),
            ),
            self.face(
                [[x, v, z], [u, v, z], [u, v, t], [x, v, t]],
                lighter(b.color, -0.025 + dim),
            ),
            self.face(
                [[u, y, z], [u, v, z], [u, v, t], [u, y, t]],
                lighter(b.color, -0.1 + dim),
            ),
        ]
    }

    fn add(&mut self, id: &str, depth: f32, parts: Vec<Part>) {
        self.items.push(Item {
            depth,
            id: id.to_owned(),
            parts,
        });
    }

    fn nodes(&self, part: &Part) -> Vec<Node> {
        match part {
            Part::Block(b) => self.block(b),
            Part::Face(corners, color) => {
                let dim = if self.night { -0.1 } else { 0.0 };
                vec![self.face(*corners, lighter(*color, dim))]
            }
            Part::Drawing(name, tint, at, high) => {
                let Some(found) = plantain_art::object(name) else {
                    return Vec::new();
                };
                let aspect = (found.bounds.width() / found.bounds.height().max(0.1)) as f32;
                let h = high * self.step;
                let (x, y) = self.pt(*at);
                let r = Rect::standing(x, y, h * aspect, h);
                let mut node = object(name.clone()).bounds(r.x, r.y, r.w, r.h);
                if let plantain_scene::node::Content::Object(object) = &mut node.content {
                    object.tint = tint.map(Into::into);
                }
                let shadow = Rect::around(x, y - 2.0, r.w * 0.9, r.w * 0.3);
                vec![oval(shadow, Rgba::hex(0x14213d).faded(0.2)), node]
            }
            Part::Ball(at, r, color) => {
                let (x, y) = self.pt(*at);
                let d = r * 2.0 * self.step;
                vec![
                    oval(Rect::around(x, y, d, d), lighter(*color, -0.05)),
                    oval(
                        Rect::around(x - d * 0.07, y - d * 0.08, d * 0.8, d * 0.8),
                        *color,
                    ),
                    oval(
                        Rect::around(x - d * 0.14, y - d * 0.16, d * 0.46, d * 0.46),
                        lighter(*color, 0.04),
                    ),
                ]
            }
            Part::Figure(node, r) => {
                let foot = Rect::around(r.cx(), r.bottom() - 2.0, r.w * 0.7, r.w * 0.22);
                vec![oval(foot, Rgba::hex(0x14213d).faded(0.2)), (**node).clone()]
            }
            Part::Glow(at, r) => {
                let (x, y) = self.pt(*at);
                vec![glow(x, y, r * self.step, Rgba::hex(0xffe2a0), 0.55)]
            }
        }
    }

    fn finish(mut self, studio: &Studio<'_>) -> Node {
        self.items.sort_by(|a, b| a.depth.total_cmp(&b.depth));
        let ground = self.ground;
        let mut root = stack()
            .size_box(self.w, self.h)
            .clip()
            .role("scene")
            .fill(downward(&[lighter(ground, 0.03), lighter(ground, -0.03)]));
        root = root.children(std::mem::take(&mut self.back));
        for item in &self.items {
            let nodes: Vec<Node> = item.parts.iter().flat_map(|p| self.nodes(p)).collect();
            let group = stack().bounds(0.0, 0.0, self.w, self.h).children(nodes);
            root = root.child(if item.id.is_empty() {
                group
            } else {
                group.role("object").id(item.id.clone())
            });
        }
        for board in &self.boards {
            root = root.children(self.board(board));
        }
        if let Some(caption) = super::scene::caption(studio.brief, (self.w, self.h)) {
            root = root.child(caption);
        }
        root
    }

    /// A floor with two walls, a window, and what the prompt names along them.
    fn room(&mut self) {
        let wall = Oklch::new(0.86, 0.05, self.rng.range(0.0, 360.0)).rgba();
        let wood = Rgba::hex(*self.rng.pick(&[0xc99a6b, 0xb98556, 0xd9b48a]));
        let slab = Block {
            at: [-0.3, -0.3, -0.4],
            size: [SIDE + 0.3, SIDE + 0.3, 0.4],
            color: wood,
        };
        let mut back = self.block(&slab);
        for i in 1..SIDE as usize {
            let x = i as f32;
            back.push(self.face(
                [
                    [x, 0.0, 0.0],
                    [x + 0.04, 0.0, 0.0],
                    [x + 0.04, SIDE, 0.0],
                    [x, SIDE, 0.0],
                ],
                lighter(wood, -0.02),
            ));
        }
        for b in [
            Block {
                at: [-0.3, -0.3, 0.0],
                size: [SIDE + 0.3, 0.3, WALL],
                color: wall,
            },
            Block {
                at: [-0.3, -0.3, 0.0],
                size: [0.3, SIDE + 0.3, WALL],
                color: lighter(wall, 0.02),
            },
        ] {
            back.extend(self.block(&b));
        }
        // The inner faces, lit from the left.
        back.push(self.face(
            [
                [0.0, 0.0, 0.0],
                [SIDE, 0.0, 0.0],
                [SIDE, 0.0, WALL],
                [0.0, 0.0, WALL],
            ],
            lighter(wall, -0.05),
        ));
        back.push(self.face(
            [
                [0.0, 0.0, 0.0],
                [0.0, SIDE, 0.0],
                [0.0, SIDE, WALL],
                [0.0, 0.0, WALL],
            ],
            wall,
        ));
        let white = Rgba::hex(0xfbf8f2);
        back.push(self.face(
            [
                [0.0, 0.0, 0.0],
                [SIDE, 0.0, 0.0],
                [SIDE, 0.0, 0.22],
                [0.0, 0.0, 0.22],
            ],
            lighter(white, -0.04),
        ));
        back.push(self.face(
            [
                [0.0, 0.0, 0.0],
                [0.0, SIDE, 0.0],
                [0.0, SIDE, 0.22],
                [0.0, 0.0, 0.22],
            ],
            white,
        ));
        let sky = if self.night {
            Rgba::hex(0x1c2b5c)
        } else {
            Rgba::hex(0xa9dcf5)
        };
        let pane =
            |y: f32, z: f32, v: f32, t: f32| [[0.0, y, z], [0.0, v, z], [0.0, v, t], [0.0, y, t]];
        back.push(self.face(pane(3.4, 1.7, 6.2, 3.9), white));
        back.push(self.face(pane(3.55, 1.85, 4.73, 3.75), sky));
        back.push(self.face(pane(4.87, 1.85, 6.05, 3.75), sky));
        let frame =
            |x: f32, z: f32, u: f32, t: f32| [[x, 0.0, z], [u, 0.0, z], [u, 0.0, t], [x, 0.0, t]];
        for (x, z, k) in [(4.2, 2.6, 1.0), (5.6, 2.9, 0.8)] {
            let hue = Oklch::new(0.7, 0.12, self.rng.range(0.0, 360.0)).rgba();
            back.push(self.face(frame(x, z, x + k, z + k), white));
            back.push(self.face(frame(x + 0.1, z + 0.1, x + k - 0.1, z + k - 0.1), hue));
        }
        self.back = back;
        self.furnish();
    }

    fn rug(&mut self, id: &str, tint: Option<Rgba>) {
        let color =
            tint.unwrap_or_else(|| Oklch::new(0.68, 0.1, self.rng.range(0.0, 360.0)).rgba());
        let flat = |inset: f32, color| {
            Part::Block(Block {
                at: [3.0 + inset, 3.0 + inset, 0.0],
                size: [4.0 - 2.0 * inset, 3.4 - 2.0 * inset, 0.03],
                color,
            })
        };
        self.add(
            id,
            -1.0,
            vec![
                flat(0.0, color),
                flat(0.3, lighter(color, 0.09)),
                flat(0.42, color),
            ],
        );
    }

    /// Puts furniture along a wall or on the floor; returns where one sits, stands and puts things at it.
    fn place(&mut self, kind: Kind, tint: Option<Rgba>, id: &str, shelf: &mut Shelf) -> Home {
        let (w, d) = kind.footprint();
        let at = shelf.spot(kind, w, d);
        let parts = kind.parts(at, tint, &mut self.rng);
        let (cx, cy) = (at[0] + w / 2.0, at[1] + d / 2.0);
        self.add(id, cx + cy, parts);
        self.taken.push((cx, cy, w.max(d) / 2.0));
        let (along_x, gap) = (at[1] < 0.2 || kind.stands_free(), 0.55);
        let front = if along_x {
            [cx, at[1] + d + gap, 0.0]
        } else {
            [at[0] + w + gap, cy, 0.0]
        };
        Home {
            kind,
            top: [cx, cy, kind.height()],
            front,
            behind: [cx, (at[1] - gap).max(0.4), 0.0],
        }
    }
}
