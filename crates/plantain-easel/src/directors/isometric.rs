//! The director of isometric views: rooms, city blocks and islands put together from boxes.

mod shop;

use plantain_read::{Brief, Season};
use plantain_scene::build::{object, stack};
use plantain_scene::node::Node;
use plantain_scene::{Oklch, Rgba};

use crate::rng::Rng;
use crate::stage::cast::{Actor, Cast};
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, downward, fill, glow, oval};
use crate::stage::place::Place;
use crate::stage::prop::Art;
use crate::stage::rect::Rect;
use crate::studio::{Draft, Studio};
use crate::wardrobe::rgb;

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
    /// A drawing of the set, upright on a spot, so many steps high.
    Drawing(String, Option<Rgba>, [f32; 3], f32),
    /// A round crown of a tree or a lamp.
    Ball([f32; 3], f32, Rgba),
    Glow([f32; 3], f32),
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
            Place::Street | Place::Avenue | Place::Skyline | Place::Village | Place::ParkingLot => {
                self.frame(3.2, 0.6);
                self.city();
                "isometric city"
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

    /// Sets the prompt's things along the walls and on the floor, and a few more where there are none.
    fn furnish(&mut self) {
        let mut shelf = Shelf::default();
        let mut loose: Vec<&Actor> = Vec::new();
        let cast = self.cast;
        let mut rug = false;
        for actor in &cast.actors {
            let noun = actor.prop.noun.as_str();
            if noun.contains("rug") || noun.contains("carpet") {
                rug = true;
                self.rug(&actor.id, actor.tint);
            } else if noun.contains("window") {
                continue;
            } else if let Some(kind) = furnishing(noun) {
                self.place(kind, actor.tint, &actor.id, &mut shelf);
            } else {
                loose.push(actor);
            }
        }
        for (i, actor) in loose.iter().enumerate().take(9) {
            let (x, y) = (
                6.4 - (i / 3) as f32 + (i % 3) as f32 * 0.2,
                6.6 - (i % 3) as f32 * 1.6,
            );
            self.drawing(actor, [x, y, 0.0]);
        }
        if self.cast.actors.len() < 5 {
            let given =
                |m: &Self, word: &str| m.cast.actors.iter().any(|a| a.prop.noun.contains(word));
            let usual: &[&str] = match self.cast.place {
                Place::Bedroom => &["bed", "nightstand", "wardrobe", "plant", "lamp"],
                Place::Kitchen => &["stove", "fridge", "cabinet", "table", "plant"],
                Place::Office => &["desk", "bookshelf", "sofa", "plant", "lamp"],
                Place::Cafe | Place::Shop => &[
                    "counter",
                    "counter",
                    "bookshelf",
                    "coffee table",
                    "chair",
                    "table",
                    "chair",
                    "plant",
                    "lamp",
                ],
                Place::Library => &[
                    "bookshelf",
                    "shelf",
                    "bookcase",
                    "armchair",
                    "coffee table",
                    "lamp",
                    "plant",
                ],
                Place::Bathroom => &["bathtub", "sink", "toilet", "plant"],
                _ => &["sofa", "bookshelf", "coffee table", "lamp", "plant"],
            };
            for noun in usual {
                if !given(self, noun)
                    && let Some(kind) = furnishing(noun)
                {
                    self.place(kind, None, "", &mut shelf);
                }
            }
        }
        if !rug {
            self.rug("", None);
        }
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

    fn drawing(&mut self, actor: &Actor, at: [f32; 3]) {
        let high = (actor.prop.height * 1.4).clamp(0.9, 2.8);
        // On what is drawn from the front, words stand on its upper half.
        let top = [at[0], at[1], at[2] + high * 0.5];
        let board = self.board_area(&actor.words, top, 2.6);
        self.boards.extend(board);
        match &actor.prop.art {
            Art::Set(name) => {
                let part = Part::Drawing(name.clone(), actor.tint, at, high);
                self.add(&actor.id, at[0] + at[1], vec![part]);
            }
            art => {
                let (x, y) = self.pt(at);
                let h = high * self.step;
                let r = Rect::standing(x, y, h * actor.prop.aspect, h);
                let node = match art {
                    Art::Person(person) => person.draw(r, false),
                    Art::Robot(robot) => robot.draw(r),
                    Art::Panel(panel) => panel.draw(r),
                    _ => return,
                };
                self.back.push(node.role("object").id(actor.id.clone()));
            }
        }
    }

    fn place(&mut self, kind: Kind, tint: Option<Rgba>, id: &str, shelf: &mut Shelf) {
        let (w, d) = kind.footprint();
        let at = shelf.spot(kind, w, d);
        let parts = kind.parts(at, tint, &mut self.rng);
        self.add(id, at[0] + w / 2.0 + at[1] + d / 2.0, parts);
    }

    /// Blocks of houses between streets, trees, cars.
    fn city(&mut self) {
        let base = Block {
            at: [0.0, 0.0, -0.5],
            size: [SIDE, SIDE, 0.5],
            color: Rgba::hex(0x7d8694),
        };
        self.back = self.block(&base);
        let white = Rgba::hex(0xf3f0e6).faded(0.8);
        for i in 0..8 {
            let t = i as f32 + 0.25;
            for lane in [2.65_f32, 5.3] {
                let (a, b) = (lane + 0.02, lane + 0.1);
                self.back.push(self.face(
                    [
                        [t, a, 0.0],
                        [t + 0.5, a, 0.0],
                        [t + 0.5, b, 0.0],
                        [t, b, 0.0],
                    ],
                    white,
                ));
                self.back.push(self.face(
                    [
                        [a, t, 0.0],
                        [a, t + 0.5, 0.0],
                        [b, t + 0.5, 0.0],
                        [b, t, 0.0],
                    ],
                    white,
                ));
            }
        }
        let hues = [
            0xe8a07a, 0x8fb0c9, 0xe9cf94, 0xb9a3c9, 0x9fc4a4, 0xd98f8f, 0xcfd6df,
        ];
        let park = self.rng.below(9);
        for n in 0..9 {
            let (i, j) = (n % 3, n / 3);
            let (x, y) = (i as f32 * 2.75 + 0.12, j as f32 * 2.75 + 0.12);
            let side = 2.2;
            let pave = Block {
                at: [x, y, 0.0],
                size: [side, side, 0.1],
                color: Rgba::hex(if n == park { 0x7fb968 } else { 0xcfd3d8 }),
            };
            let mut parts = vec![Part::Block(pave)];
            if n == park {
                for (dx, dy) in [(0.5, 0.6), (1.5, 0.8), (0.8, 1.6), (1.7, 1.7)] {
                    parts.extend(tree([x + dx, y + dy, 0.1], 0.42, self.leaf()));
                }
            } else {
                let color = Rgba::hex(*self.rng.pick(&hues));
                // Low houses in front leave the view free.
                let high =
                    self.rng.range(0.9, 1.5) + (4 - i - j) as f32 * self.rng.range(0.35, 0.6);
                parts.extend(self.tower(
                    [x + 0.25, y + 0.25, 0.1],
                    [side - 0.5, side - 0.5, high],
                    color,
                ));
            }
            self.add("", x + y, parts);
        }
        for (x, y, color) in [
            (2.4, 6.2, 0xd9483c),
            (6.9, 2.5, 0xf0b93c),
            (5.15, 4.4, 0x3f7cc4),
        ] {
            let along = y > x;
            let size = if along {
                [0.34, 0.6, 0.2]
            } else {
                [0.6, 0.34, 0.2]
            };
            let top = if along {
                [0.3, 0.32, 0.16]
            } else {
                [0.32, 0.3, 0.16]
            };
            let body = Block {
                at: [x, y, 0.06],
                size,
                color: Rgba::hex(color),
            };
            let roof = Block {
                at: [
                    x + 0.02 + (size[0] - top[0]) / 2.0,
                    y + (size[1] - top[1]) / 2.0,
                    0.26,
                ],
                size: top,
                color: Rgba::hex(0xdfeaf2),
            };
            self.add("", x + y, vec![Part::Block(body), Part::Block(roof)]);
        }
        let cast = self.cast;
        for (i, actor) in cast.actors.iter().enumerate().take(6) {
            self.drawing(
                actor,
                [7.6 - (i % 3) as f32 * 2.7, 7.7 - (i / 3) as f32 * 2.7, 0.1],
            );
        }
    }

    fn leaf(&mut self) -> Rgba {
        let greens: &[u32] = match self.brief.setting.season {
            Some(Season::Autumn) => &[0xd9822b, 0xc65a1e, 0xe0a030],
            Some(Season::Spring) => &[0xf4b6c9, 0x8cc152],
            _ => &[0x4f9d4d, 0x3e8e4e, 0x6fb55a],
        };
        Rgba::hex(*self.rng.pick(greens))
    }

    /// A house of floors with windows on both faces that are seen.
    fn tower(&mut self, at: [f32; 3], size: [f32; 3], color: Rgba) -> Vec<Part> {
        let [x, y, z] = at;
        let [w, d, h] = size;
        let mut parts = vec![Part::Block(Block { at, size, color })];
        let glass = if self.night {
            Rgba::hex(0xffd67a)
        } else {
            Rgba::hex(0xbfe0f2)
        };
        let rows = (h / 0.42) as usize;
        for row in 0..rows {
            for k in 0..4 {
                if self.night && self.rng.chance(0.35) {
                    continue;
                }
                let t = z + 0.16 + row as f32 * 0.42;
                let off = 0.14 + k as f32 * (w - 0.1) / 4.0;
                for at in [[x + off, y + d, t], [x + w, y + off, t]] {
                    let size = if at[1] > y + d - 0.01 {
                        [0.24, 0.005, 0.22]
                    } else {
                        [0.005, 0.24, 0.22]
                    };
                    parts.push(Part::Block(Block {
                        at,
                        size,
                        color: glass,
                    }));
                }
            }
        }
        let roof = Block {
            at: [x + w * 0.2, y + d * 0.2, z + h],
            size: [w * 0.3, d * 0.3, 0.2],
            color: lighter(color, -0.06),
        };
        parts.push(Part::Block(roof));
        parts
    }

    /// A piece of land in the air with what the prompt names on it.
    fn island(&mut self) {
        let grass = match self.cast.place {
            Place::Beach | Place::Desert => Rgba::hex(0xecd29a),
            Place::Snow => Rgba::hex(0xeff5fa),
            Place::Sea | Place::Lake | Place::Underwater | Place::SeaCut => Rgba::hex(0x5fb4dc),
            Place::Space | Place::Moon => Rgba::hex(0xb9bcc6),
            _ => Rgba::hex(0x86c166),
        };
        let soil = Block {
            at: [0.0, 0.0, -1.2],
            size: [SIDE, SIDE, 0.8],
            color: Rgba::hex(0x8a6344),
        };
        let top = Block {
            at: [0.0, 0.0, -0.4],
            size: [SIDE, SIDE, 0.4],
            color: grass,
        };
        self.back = self.block(&soil);
        self.back.extend(self.block(&top));
        let green = matches!(
            self.cast.place,
            Place::Beach
                | Place::Desert
                | Place::Sea
                | Place::Lake
                | Place::Space
                | Place::Moon
                | Place::Underwater
        );
        if !green {
            for (x, y) in [(0.8, 1.2), (1.4, 6.6), (6.8, 0.9), (0.9, 4.0), (3.6, 0.8)] {
                let k = self.rng.range(0.45, 0.62);
                let leaf = self.leaf();
                self.add("", x + y, tree([x, y, 0.0], k, leaf));
            }
        }
        let cast = self.cast;
        let n = cast.actors.len().max(1);
        let columns = (n as f32).sqrt().ceil() as usize;
        for (i, actor) in cast.actors.iter().enumerate().take(16) {
            let gap = 5.0 / columns as f32;
            let (x, y) = (
                2.2 + gap * ((i % columns) as f32 + 0.5),
                2.2 + gap * ((i / columns) as f32 + 0.5),
            );
            self.grown(actor, [x, y, 0.0], gap);
        }
    }

    /// Draws an actor as large as its share of the ground allows.
    fn grown(&mut self, actor: &Actor, at: [f32; 3], gap: f32) {
        let mut actor = actor.clone();
        let least = gap * 0.62 / actor.prop.aspect.max(0.5);
        actor.prop.height =
            (actor.prop.height * 0.6).max(least).min(gap * 1.3).min(3.4) / 1.4 * 1.3;
        self.drawing(&actor, at);
    }
}

fn tree([x, y, z]: [f32; 3], k: f32, leaf: Rgba) -> Vec<Part> {
    let trunk = Block {
        at: [x - 0.07, y - 0.07, z],
        size: [0.14, 0.14, k],
        color: Rgba::hex(0x8a5f3f),
    };
    vec![Part::Block(trunk), Part::Ball([x, y, z + k * 1.7], k, leaf)]
}

/// Where the next thing goes along the walls and on the floor.
#[derive(Default)]
struct Shelf {
    along: f32,
    across: f32,
    floor: usize,
}

impl Shelf {
    fn spot(&mut self, kind: Kind, w: f32, d: f32) -> [f32; 3] {
        if kind.stands_free() {
            let spots = [(4.2, 4.2), (6.2, 3.6), (3.6, 6.2), (6.3, 6.2), (2.6, 4.6)];
            let (x, y) = spots[self.floor % spots.len()];
            self.floor += 1;
            return [x, y, 0.0];
        }
        // Both walls share the corner: whoever takes it first pushes the other wall's row out.
        if self.along <= self.across && self.along + w <= SIDE - 0.2 || self.across + d > SIDE - 0.2
        {
            let x = (self.along + 0.15).min(SIDE - w - 0.1);
            self.along = x + w + 0.2;
            self.across = self.across.max(if x < 1.0 { d + 0.4 } else { 0.0 });
            return [x, 0.08, 0.0];
        }
        let y = (self.across + 0.15).min(SIDE - d - 0.1);
        self.across = y + d + 0.2;
        [0.08, y, 0.0]
    }
}

/// Furniture that is built from blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Bed,
    Desk,
    Table,
    Chair,
    Sofa,
    Armchair,
    Shelf,
    Wardrobe,
    Stand,
    Plant,
    Lamp,
    Fridge,
    Stove,
    Tub,
    Sink,
    Toilet,
    Screen,
}

/// Returns the furniture that a noun names.
fn furnishing(noun: &str) -> Option<Kind> {
    const WORDS: &[(&str, Kind)] = &[
        ("bed", Kind::Bed),
        ("desk", Kind::Desk),
        ("coffee table", Kind::Table),
        ("table", Kind::Table),
        ("armchair", Kind::Armchair),
        ("chair", Kind::Chair),
        ("stool", Kind::Chair),
        ("sofa", Kind::Sofa),
        ("couch", Kind::Sofa),
        ("bookshelf", Kind::Shelf),
        ("bookcase", Kind::Shelf),
        ("shelf", Kind::Shelf),
        ("wardrobe", Kind::Wardrobe),
        ("cupboard", Kind::Wardrobe),
        ("cabinet", Kind::Stand),
        ("dresser", Kind::Stand),
        ("nightstand", Kind::Stand),
        ("counter", Kind::Stand),
        ("plant", Kind::Plant),
        ("lamp", Kind::Lamp),
        ("fridge", Kind::Fridge),
        ("refrigerator", Kind::Fridge),
        ("stove", Kind::Stove),
        ("oven", Kind::Stove),
        ("bathtub", Kind::Tub),
        ("tub", Kind::Tub),
        ("sink", Kind::Sink),
        ("toilet", Kind::Toilet),
        ("tv", Kind::Screen),
        ("television", Kind::Screen),
    ];
    WORDS
        .iter()
        .find(|(word, _)| noun == *word || noun.ends_with(&format!(" {word}")))
        .map(|(_, kind)| *kind)
}

impl Kind {
    /// Sides along the first and the second axis, in steps.
    fn footprint(self) -> (f32, f32) {
        match self {
            Self::Bed => (2.4, 3.2),
            Self::Desk => (2.2, 1.1),
            Self::Table => (1.8, 1.3),
            Self::Chair => (0.75, 0.75),
            Self::Sofa => (1.2, 2.8),
            Self::Armchair => (1.2, 1.2),
            Self::Shelf | Self::Wardrobe => (1.7, 0.7),
            Self::Stand => (0.95, 0.8),
            Self::Plant | Self::Lamp => (0.6, 0.6),
            Self::Fridge => (1.0, 0.95),
            Self::Stove | Self::Sink => (1.2, 0.95),
            Self::Tub => (1.3, 2.6),
            Self::Toilet => (0.8, 1.0),
            Self::Screen => (1.9, 0.6),
        }
    }

    fn stands_free(self) -> bool {
        matches!(self, Self::Table | Self::Chair | Self::Armchair)
    }

    fn parts(self, [x, y, z]: [f32; 3], tint: Option<Rgba>, rng: &mut Rng) -> Vec<Part> {
        let (w, d) = self.footprint();
        let b = |at: [f32; 3], size: [f32; 3], color: Rgba| {
            Part::Block(Block {
                at: [x + at[0], y + at[1], z + at[2]],
                size,
                color,
            })
        };
        let wood = Rgba::hex(*rng.pick(&[0xa9713f, 0x8a5f3f, 0xc08a56]));
        let cloth = tint.unwrap_or_else(|| Oklch::new(0.62, 0.12, rng.range(0.0, 360.0)).rgba());
        let own = tint.unwrap_or(wood);
        let white = Rgba::hex(0xf4f6f8);
        match self {
            Self::Bed => vec![
                b([0.0, 0.0, 0.0], [w, 0.2, 1.5], own_wood(tint, wood)),
                b([0.0, 0.2, 0.0], [w, d - 0.2, 0.4], wood),
                b([0.08, 0.2, 0.4], [w - 0.16, d - 0.26, 0.3], white),
                b([0.2, 0.28, 0.7], [w * 0.36, 0.6, 0.18], white),
                b([w * 0.54, 0.28, 0.7], [w * 0.36, 0.6, 0.18], white),
                b([0.04, 1.15, 0.42], [w - 0.08, d - 1.15, 0.36], cloth),
                b(
                    [0.04, 1.15, 0.78],
                    [w - 0.08, 0.4, 0.03],
                    lighter(cloth, 0.1),
                ),
            ],
            Self::Desk | Self::Table => {
                let high = if self == Self::Desk { 1.1 } else { 0.75 };
                let mut parts = Vec::new();
                for (lx, ly) in [
                    (0.06, 0.06),
                    (w - 0.2, 0.06),
                    (0.06, d - 0.2),
                    (w - 0.2, d - 0.2),
                ] {
                    parts.push(b([lx, ly, 0.0], [0.14, 0.14, high], lighter(own, -0.05)));
                }
                parts.push(b([0.0, 0.0, high], [w, d, 0.12], own));
                if self == Self::Desk {
                    parts.push(b(
                        [w * 0.3, 0.2, high + 0.12],
                        [0.5, 0.2, 0.06],
                        Rgba::hex(0x3a414d),
                    ));
                    parts.push(b(
                        [w * 0.2, 0.26, high + 0.2],
                        [1.0, 0.06, 0.62],
                        Rgba::hex(0x2b303a),
                    ));
                    parts.push(b(
                        [w * 0.2 + 0.06, 0.32, high + 0.26],
                        [0.88, 0.01, 0.5],
                        Rgba::hex(0x7fd0f0),
                    ));
                    parts.push(b(
                        [w * 0.25, 0.62, high + 0.12],
                        [0.8, 0.26, 0.03],
                        Rgba::hex(0xdfe4ea),
                    ));
                }
                parts
            }
            Self::Chair => {
                let mut parts = vec![b([0.0, 0.0, 0.62], [0.12, w, 0.8], own)];
                for (lx, ly) in [
                    (0.0, 0.0),
                    (w - 0.12, 0.0),
                    (0.0, w - 0.12),
                    (w - 0.12, w - 0.12),
                ] {
                    parts.push(b([lx, ly, 0.0], [0.12, 0.12, 0.6], lighter(own, -0.06)));
                }
                parts.push(b([0.0, 0.0, 0.58], [w, w, 0.12], own));
                parts
            }
            Self::Sofa | Self::Armchair => vec![
                b([0.0, 0.0, 0.0], [0.36, d, 1.25], cloth),
                b(
                    [0.36, 0.0, 0.0],
                    [w - 0.36, 0.3, 0.8],
                    lighter(cloth, -0.01),
                ),
                b(
                    [0.36, 0.3, 0.0],
                    [w - 0.36, d - 0.6, 0.48],
                    lighter(cloth, 0.02),
                ),
                b(
                    [0.38, 0.34, 0.48],
                    [w - 0.42, (d - 0.68) / 2.0, 0.12],
                    lighter(cloth, 0.05),
                ),
                b(
                    [0.38, 0.34 + (d - 0.68) / 2.0, 0.48],
                    [w - 0.42, (d - 0.68) / 2.0, 0.12],
                    lighter(cloth, 0.05),
                ),
                b([0.36, d - 0.3, 0.0], [w - 0.36, 0.3, 0.8], cloth),
            ],
            Self::Shelf => {
                let mut parts = vec![b([0.0, 0.0, 0.0], [w, d * 0.3, 3.0], lighter(own, -0.1))];
                for row in 0..4 {
                    let t = row as f32 * 0.74;
                    parts.push(b([0.0, 0.0, t], [w, d, 0.08], own));
                    let mut at = 0.1;
                    while at < w - 0.25 {
                        let k = rng.range(0.1, 0.2);
                        let hue = Oklch::new(0.62, 0.14, rng.range(0.0, 360.0)).rgba();
                        parts.push(b(
                            [at, d * 0.32, t + 0.08],
                            [k, d * 0.5, rng.range(0.38, 0.58)],
                            hue,
                        ));
                        at += k + 0.02;
                    }
                }
                parts.push(b([w - 0.08, 0.0, 0.0], [0.08, d, 3.0], own));
                parts.push(b([0.0, 0.0, 2.96], [w, d, 0.08], own));
                parts
            }
            Self::Wardrobe => vec![
                b([0.0, 0.0, 0.0], [w, d, 3.0], own),
                b(
                    [0.08, d, 0.15],
                    [w / 2.0 - 0.12, 0.03, 2.7],
                    lighter(own, 0.03),
                ),
                b(
                    [w / 2.0 + 0.04, d, 0.15],
                    [w / 2.0 - 0.12, 0.03, 2.7],
                    lighter(own, 0.03),
                ),
            ],
            Self::Stand => vec![
                b([0.0, 0.0, 0.0], [w, d, 0.95], own),
                b([0.08, d, 0.1], [w - 0.16, 0.03, 0.36], lighter(own, 0.05)),
                b([0.08, d, 0.52], [w - 0.16, 0.03, 0.36], lighter(own, 0.05)),
            ],
            Self::Plant => {
                let leaf = Rgba::hex(0x4f9d4d);
                let at = [x + 0.3, y + 0.3];
                vec![
                    b(
                        [0.05, 0.05, 0.0],
                        [0.5, 0.5, 0.5],
                        tint.unwrap_or(Rgba::hex(0xd98a5a)),
                    ),
                    Part::Ball([at[0], at[1], z + 1.05], 0.42, leaf),
                    Part::Ball(
                        [at[0] - 0.2, at[1] + 0.1, z + 1.3],
                        0.3,
                        lighter(leaf, 0.05),
                    ),
                    Part::Ball(
                        [at[0] + 0.2, at[1] - 0.05, z + 1.45],
                        0.28,
                        lighter(leaf, -0.03),
                    ),
                ]
            }
            Self::Lamp => vec![
                b([0.15, 0.15, 0.0], [0.3, 0.3, 0.08], Rgba::hex(0x3a3f4b)),
                b([0.27, 0.27, 0.08], [0.06, 0.06, 2.0], Rgba::hex(0x3a3f4b)),
                Part::Glow([x + 0.3, y + 0.3, z + 2.3], 1.3),
                b(
                    [0.02, 0.02, 2.0],
                    [0.56, 0.56, 0.5],
                    tint.unwrap_or(Rgba::hex(0xf7dc9a)),
                ),
            ],
            Self::Fridge => vec![
                b(
                    [0.0, 0.0, 0.0],
                    [w, d, 2.6],
                    tint.unwrap_or(Rgba::hex(0xd9e2ea)),
                ),
                b([0.06, d, 1.7], [w - 0.12, 0.02, 0.84], white),
                b([0.06, d, 0.1], [w - 0.12, 0.02, 1.52], white),
                b(
                    [w - 0.24, d + 0.02, 1.0],
                    [0.06, 0.04, 0.5],
                    Rgba::hex(0x8a97a3),
                ),
            ],
            Self::Stove => vec![
                b([0.0, 0.0, 0.0], [w, d, 1.1], tint.unwrap_or(white)),
                b([0.12, d, 0.16], [w - 0.24, 0.02, 0.6], Rgba::hex(0x2b303a)),
                b([0.15, 0.15, 1.1], [0.34, 0.3, 0.03], Rgba::hex(0x3a3f4b)),
                b([0.7, 0.15, 1.1], [0.34, 0.3, 0.03], Rgba::hex(0x3a3f4b)),
                b([0.15, 0.55, 1.1], [0.34, 0.3, 0.03], Rgba::hex(0x3a3f4b)),
                b([0.7, 0.55, 1.1], [0.34, 0.3, 0.03], Rgba::hex(0x3a3f4b)),
            ],
            Self::Tub => vec![
                b([0.0, 0.0, 0.0], [w, d, 0.75], tint.unwrap_or(white)),
                b(
                    [0.14, 0.14, 0.745],
                    [w - 0.28, d - 0.28, 0.01],
                    Rgba::hex(0x9fdcf0),
                ),
                b([w * 0.45, 0.02, 0.75], [0.1, 0.1, 0.4], Rgba::hex(0x8a97a3)),
            ],
            Self::Sink => vec![
                b([0.0, 0.0, 0.0], [w, d, 1.05], own),
                b([0.0, 0.0, 1.05], [w, d, 0.12], white),
                b(
                    [0.2, 0.2, 1.165],
                    [w - 0.4, d - 0.35, 0.01],
                    Rgba::hex(0x9fdcf0),
                ),
                b(
                    [w * 0.46, 0.06, 1.17],
                    [0.09, 0.09, 0.35],
                    Rgba::hex(0x8a97a3),
                ),
            ],
            Self::Toilet => vec![
                b([0.05, 0.0, 0.0], [0.7, 0.3, 1.3], tint.unwrap_or(white)),
                b([0.1, 0.3, 0.0], [0.6, 0.66, 0.6], tint.unwrap_or(white)),
                b([0.06, 0.28, 0.6], [0.68, 0.72, 0.1], lighter(white, -0.03)),
            ],
            Self::Screen => vec![
                b([0.0, 0.0, 0.0], [w, d, 0.6], own),
                b([0.15, 0.2, 0.66], [w - 0.3, 0.1, 0.95], Rgba::hex(0x23272f)),
                b(
                    [0.22, 0.3, 0.74],
                    [w - 0.44, 0.01, 0.8],
                    Rgba::hex(0x5fb4dc),
                ),
            ],
        }
    }
}

fn own_wood(tint: Option<Rgba>, wood: Rgba) -> Rgba {
    tint.map_or(wood, |t| t.mix(wood, 0.5))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn things_along_the_walls_keep_apart() {
        let mut shelf = Shelf::default();
        let kinds = [
            Kind::Bed,
            Kind::Desk,
            Kind::Shelf,
            Kind::Plant,
            Kind::Wardrobe,
            Kind::Lamp,
        ];
        let boxes: Vec<Rect> = kinds
            .iter()
            .map(|k| {
                let (w, d) = k.footprint();
                let [x, y, _] = shelf.spot(*k, w, d);
                Rect::new(x, y, w, d)
            })
            .collect();
        for (i, a) in boxes.iter().enumerate() {
            assert!(a.right() <= SIDE && a.bottom() <= SIDE, "{:?}", kinds[i]);
            assert!(
                boxes[i + 1..].iter().all(|b| a.overlap(b) < 0.01),
                "{:?} {boxes:?}",
                kinds[i]
            );
        }
    }

    #[test]
    fn furniture_is_known_by_its_last_word() {
        assert_eq!(furnishing("kitchen table"), Some(Kind::Table));
        assert_eq!(furnishing("potted plant"), Some(Kind::Plant));
        assert_eq!(furnishing("cat"), None);
    }
}
