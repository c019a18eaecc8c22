//! Writes a solved scene as nodes: shadows, strings, objects, words on objects, ripples.

mod leash;
mod mood;
mod shine;
mod speech;

pub use mood::Mood;

use plantain_read::Brief;
use plantain_scene::build::{icon, object, rect, stack, text};
use plantain_scene::node::{Content, FontRole, Half, Node, Shape};
use plantain_scene::{Color, Rgba};

use super::assembly::Piece;
use super::cast::{Actor, Cast};
use super::lexicon::Class;
use super::light::{Light, lighter};
use super::panel::Kind;
use super::pen::{Pen, line, oval};
use super::place::Place;
use super::prop::Art;
use super::rect::Rect;
use super::solve::{SIDE_MIN, Solved};

/// Smallest side of a living being that stands for itself, as a share of the canvas.
const LONE_MIN: f32 = 0.065;

/// Smallest size of words on objects, in logical units.
const WORDS_MIN: f32 = 12.0;

/// What the nodes of the actors are written from.
pub struct Emit<'a> {
    pub brief: &'a Brief,
    pub cast: &'a Cast,
    pub solved: &'a Solved,
    pub light: &'a Light,
    pub manner: &'static str,
    /// Whether things throw shadows on the ground; drawings of lines have none.
    pub shadows: bool,
    /// Colour of the water that things float in, if there is any.
    pub water: Option<Rgba>,
    /// Ink and ground of all words where the look turns every surface into one: light on dark for neon, dark on white for lines.
    pub page: Option<(Rgba, Rgba)>,
}

/// Returns ink and ground of words under a manner that leaves no surface its own colour.
pub fn page(manner: &str) -> Option<(Rgba, Rgba)> {
    let (ink, ground) = match manner {
        "neon" => (0xffe9fb, 0x0d0b1a),
        "chalk" => (0xf6f3e6, 0x2b3a35),
        "blueprint" => (0xeaf2ff, 0x1f4a8c),
        "line" | "sketch" | "linocut" => (0x22252e, 0xffffff),
        _ => return None,
    };
    Some((Rgba::hex(ink), Rgba::hex(ground)))
}

impl Emit<'_> {
    /// Returns the nodes of all actors, in paint order.
    pub fn nodes(&self) -> Vec<Node> {
        let mut out = self.gleams();
        for piece in &self.solved.pieces {
            let actor = &self.cast.actors[piece.actor];
            let mut own = Vec::new();
            self.shadow(actor, piece, &mut own);
            self.shine(actor, piece, &mut own);
            if let Some(hand) = piece.string {
                own.push(match piece.turn {
                    0.0 => string(self.canvas(), piece.rect, hand),
                    turn => self.stem(piece.rect, hand, turn),
                });
            }
            own.push(self.piece(actor, piece));
            self.lit_panes(actor, piece, &mut own);
            if piece.half != Half::Front {
                own.extend(self.worn(actor, piece));
            }
            let speaks = actor.spoken && actor.prop.class.is_animate() && !actor.words.is_empty();
            if piece.half != Half::Back && !speaks {
                self.words(actor, piece, &mut own);
            }
            self.ripples(actor, piece, &mut own);
            if let Some(mood) = Mood::of(&self.brief.objects[actor.phrase].attributes)
                && piece.half != Half::Front
            {
                own.extend(mood.marks(actor, piece.rect, self.canvas()));
            }
            self.note_owner(actor, &mut own);
            out.append(&mut own);
        }
        out.extend(self.leashes());
        out.extend(self.speeches());
        out
    }

    /// Notes on every node whose it is.
    pub(super) fn note_owner(&self, actor: &Actor, nodes: &mut [Node]) {
        for node in nodes {
            if node.id == actor.id {
                node.facts.insert("noun".into(), actor.prop.noun.clone());
            } else {
                node.facts.insert("of".into(), actor.id.clone());
            }
        }
    }

    pub(super) fn canvas(&self) -> (f32, f32) {
        (self.solved.ground.w, self.solved.ground.h)
    }

    fn shadow(&self, actor: &Actor, piece: &Piece, out: &mut Vec<Node>) {
        let Some(y) = piece.shadow else { return };
        if piece.half == Half::Front
            || self.water.is_some() && (floats(actor) || self.is_islet(actor))
            || actor.prop.lies()
        {
            return;
        }
        if matches!(
            self.cast.place,
            Place::Space | Place::Sky | Place::Underwater
        ) || !self.shadows
        {
            return;
        }
        let r = piece.rect;
        let w = r.w
            * if matches!(actor.prop.class, Class::Tree) {
                0.5
            } else {
                0.92
            };
        let h = (w * 0.16).min(r.h * 0.3).max(4.0);
        let drift = -self.light.side * w * 0.05;
        let shadow = self.light.shadow;
        for (grow, alpha) in [(1.14, 0.45), (0.86, 0.75)] {
            let area = Rect::around(r.cx() + drift, y - h * 0.12, w * grow, h * grow);
            out.push(oval(area, shadow.faded(alpha)).role("ground-shadow"));
        }
    }

    /// Keeps things from becoming specks, as far as their neighbours of the same kind leave room.
    fn sized(&self, piece: &Piece) -> Rect {
        let r = piece.rect;
        let actor = &self.cast.actors[piece.actor];
        let phrase = actor.phrase;
        // A mouse beside an elephant is small, and yet one of two that the picture is of.
        let tied = self
            .cast
            .ties
            .iter()
            .any(|t| [t.child, t.parent].contains(&phrase));
        let alone = actor.prop.class.is_animate() && !tied && self.cast.groups[phrase].len() == 1;
        let (w, h) = self.canvas();
        let least = if alone {
            SIDE_MIN.max(LONE_MIN * w.min(h))
        } else {
            SIDE_MIN
        };
        let wanted = (least / r.w.max(r.h).max(0.1)).max(1.0);
        let room = self
            .solved
            .pieces
            .iter()
            .filter(|p| p.actor != piece.actor && self.cast.actors[p.actor].phrase == phrase)
            .map(|p| {
                let dx = (p.rect.cx() - r.cx()).abs() * 2.0 / (p.rect.w + r.w).max(0.1);
                let dy = (p.rect.bottom() - r.bottom()).abs() * 2.0 / (p.rect.h + r.h).max(0.1);
                dx.max(dy)
            })
            .fold(f32::MAX, f32::min);
        let k = wanted.min(room.max(1.0));
        Rect::standing(r.cx(), r.bottom(), r.w * k, r.h * k)
    }

    /// Returns the stem that goes on below a flower which leans.
    fn stem(&self, r: Rect, (x, y): (f32, f32), turn: f32) -> Node {
        let (w, h) = self.canvas();
        let (sin, cos) = (libm::sinf(turn.to_radians()), libm::cosf(turn.to_radians()));
        let reach = r.h * 0.3;
        let d = Pen::new()
            .go(x, y)
            .line(r.cx() - sin * reach, r.cy() + cos * reach)
            .end();
        line(d, w, h, Rgba::hex(0x4f9a3c), (r.h * 0.045).max(2.0))
    }

    fn piece(&self, actor: &Actor, piece: &Piece) -> Node {
        let r = self.sized(piece);
        let node = match &actor.prop.art {
            Art::Set(name) => {
                let mut node = object(name.clone())
                    .bounds(r.x, r.y, r.w, r.h)
                    .flip(actor.flip);
                if let Content::Object(object) = &mut node.content {
                    object.tint = actor.tint.map(Color::from);
                    object.parts = actor.parts();
                    object.materials.clone_from(&actor.materials);
                    object.manner = self.manner.to_owned();
                    object.half = piece.half;
                }
                node
            }
            Art::Person(person) => {
                let mut person = person.clone();
                person.silhouette = self.manner == "silhouette";
                person.node(r, actor.flip)
            }
            Art::Robot(robot) => robot.draw(r),
            Art::Mascot(mascot) => mascot.draw(r),
            Art::Panel(panel) => panel.draw(r),
            Art::StandIn => stand_in(actor, r),
        };
        let node = if piece.turn == 0.0 {
            node
        } else {
            node.rotate(piece.turn)
        };
        if piece.half == Half::Front {
            node.id(format!("{}-front", actor.id)).role("object-front")
        } else {
            node.id(actor.id.clone()).role("object")
        }
    }

    /// Returns boxes that say where a person's garments are.
    fn worn(&self, actor: &Actor, piece: &Piece) -> Vec<Node> {
        let Art::Person(person) = &actor.prop.art else {
            return Vec::new();
        };
        let a = person.anchors();
        let r = piece.rect;
        actor
            .wears
            .iter()
            .map(|id| {
                let part = if person.hat.is_some() && id.contains("hat") {
                    let w = a.head[2];
                    [
                        a.head[0] - w / 2.0,
                        (a.head[1] - w * 0.3).max(0.0),
                        w,
                        w * 0.35,
                    ]
                } else {
                    a.print
                };
                let b = r.part(part);
                stack()
                    .bounds(b.x, b.y, b.w, b.h)
                    .role("object")
                    .id(id.clone())
            })
            .collect()
    }

    fn words(&self, actor: &Actor, piece: &Piece, out: &mut Vec<Node>) {
        if actor.words.is_empty() {
            return;
        }
        let print = super::assembly::anchors(actor).print;
        let area = piece.rect.part(print);
        let (ink, ground, font) = self.lettering(actor);
        // Where the object has no ground for words, they get a board of their own.
        let bare = ground.is_none() && !matches!(actor.prop.art, Art::Panel(_));
        let letters: usize = actor
            .words
            .iter()
            .map(|i| self.brief.literals[*i].text.chars().count())
            .sum();
        let least = if matches!(actor.prop.class, Class::Worn(_)) {
            34.0
        } else {
            50.0
        };
        let cramped =
            area.w < least || area.h < 20.0 || area.w * area.h < letters as f32 * least * 1.4;
        let area = if bare || cramped {
            let paper = match (&actor.prop.art, ground) {
                // A board at a house is a sign of its own, in a colour that stands off.
                (Art::Set(_), _) if actor.prop.class == Class::Building => Rgba::hex(0x2f3b4c),
                (_, ground) => ground.unwrap_or(Rgba::hex(0xfdfbf4)),
            };
            let paper = self.page.map_or(paper, |(_, ground)| ground);
            let plate = plate_for(actor, piece.rect, letters, self.canvas());
            out.push(
                rect()
                    .bounds(plate.x, plate.y, plate.w, plate.h)
                    .radius(plate.h * 0.12)
                    .fill(paper)
                    .shadow(2.0, 8.0, Rgba::BLACK.faded(0.25)),
            );
            let ink = if paper.is_dark() {
                Rgba::WHITE
            } else {
                Rgba::hex(0x22252e)
            };
            return self.set(actor, plate.grown(-plate.h * 0.08), ink, font, out);
        } else {
            area
        };
        // The part that the words stand on, named as their ground for the check of contrast.
        let own = matches!(actor.prop.art, Art::Set(_)) || self.page.is_some();
        if let (true, Some(ground)) = (own, ground) {
            out.push(
                rect()
                    .bounds(area.x, area.y, area.w, area.h)
                    .radius(area.h * 0.2)
                    .fill(ground),
            );
        }
        self.set(actor, area, ink, font, out);
    }

    /// Sets the words of an actor into an area, one below the other.
    pub(super) fn set(
        &self,
        actor: &Actor,
        area: Rect,
        ink: Rgba,
        font: FontRole,
        out: &mut Vec<Node>,
    ) {
        let n = actor.words.len() as f32;
        for (i, index) in actor.words.iter().enumerate() {
            let literal = &self.brief.literals[*index];
            let slot = Rect::new(area.x, area.y + area.h * i as f32 / n, area.w, area.h / n);
            let letters = literal.text.chars().count().max(1) as f32;
            let size = (slot.h * 0.62)
                .min(slot.w * 1.7 / letters.max(4.0))
                .max(slot.h * 0.2);
            let label = text(literal.text.clone())
                .font(font)
                .size(size)
                .shrink(WORDS_MIN)
                .weight(if font == FontRole::Accent { 0 } else { 700 })
                .color(ink)
                .centered()
                .balance()
                .leading(1.1)
                .literal(true)
                .role("world-text")
                .fill_w();
            out.push(
                stack()
                    .bounds(slot.x, slot.y, slot.w, slot.h)
                    .center()
                    .child(label),
            );
        }
    }

    /// Returns ink, ground and face of the words on an object.
    fn lettering(&self, actor: &Actor) -> (Rgba, Option<Rgba>, FontRole) {
        let (ink, ground, font) = self.own_lettering(actor);
        match self.page {
            Some((ink, page)) => (ink, ground.map(|_| page), font),
            None => (ink, ground, font),
        }
    }

    /// Returns ink, ground and face of the words on an object in its own colours.
    fn own_lettering(&self, actor: &Actor) -> (Rgba, Option<Rgba>, FontRole) {
        match &actor.prop.art {
            Art::Panel(panel) => {
                let paper = panel.paper();
                let (ink, font) = match panel.kind {
                    Kind::Board => (Rgba::hex(0xf6f3e6), FontRole::Accent),
                    Kind::Screen => (Rgba::hex(0xdff5ff), FontRole::Mono),
                    Kind::Neon => (Rgba::hex(0xffd9f0), FontRole::Display),
                    Kind::Paper | Kind::Whiteboard => (Rgba::hex(0x22304a), FontRole::Heading),
                    _ => (
                        if paper.is_dark() {
                            Rgba::WHITE
                        } else {
                            Rgba::hex(0x2b2118)
                        },
                        FontRole::Heading,
                    ),
                };
                (ink.readable_on(paper, 4.5), Some(paper), font)
            }
            Art::Person(person) => {
                let shirt = person.top;
                let ink = if shirt.is_dark() {
                    Rgba::WHITE
                } else {
                    Rgba::hex(0x1f2430)
                };
                (ink.readable_on(shirt, 4.5), Some(shirt), FontRole::Heading)
            }
            Art::Set(_) if actor.prop.printable => {
                let ground = actor.prop.ground(actor.tint);
                let ink = if Rgba::WHITE.contrast(ground) > 4.5 {
                    Rgba::WHITE
                } else {
                    Rgba::hex(0x22252e)
                };
                let chalk = ["a-frame sign", "chalkboard", "blackboard", "menu board"];
                let font = if chalk.iter().any(|word| actor.prop.noun.contains(word))
                    || actor.prop.noun.contains("cake")
                    || ground == Rgba::hex(0x2f4f43)
                {
                    FontRole::Accent
                } else {
                    FontRole::Heading
                };
                (ink.readable_on(ground, 4.5), Some(ground), font)
            }
            Art::Set(_) | Art::StandIn | Art::Robot(_) | Art::Mascot(_) => {
                (Rgba::hex(0x22252e), None, FontRole::Heading)
            }
        }
    }

    /// Whether a cliff or rock stands in the sea.
    fn is_islet(&self, actor: &Actor) -> bool {
        actor.prop.class == Class::Land && matches!(self.cast.place, Place::Sea | Place::Swell)
    }

    /// Rings of water around what floats.
    fn ripples(&self, actor: &Actor, piece: &Piece, out: &mut Vec<Node>) {
        let Some(water) = self
            .water
            .filter(|_| (floats(actor) || self.is_islet(actor)) && piece.shadow.is_some())
        else {
            return;
        };
        let r = piece.rect;
        let h = (r.w * 0.15).min(r.h * 0.22);
        let y = r.bottom() - h * 0.3;
        out.push(oval(
            Rect::around(r.cx(), y + h * 0.18, r.w * 1.06, h),
            lighter(water, 0.02).faded(0.86),
        ));
        for (grow, alpha) in [(1.02, 0.6), (1.3, 0.3)] {
            out.push(
                oval(
                    Rect::around(r.cx(), y + h * 0.2, r.w * grow, h * grow),
                    Rgba::WHITE.faded(0.0),
                )
                .stroke(Rgba::WHITE.faded(alpha), 2.2),
            );
        }
    }
}

/// Returns the string from a hand to what floats or hangs at its other end.
pub fn string((w, h): (f32, f32), r: Rect, (hx, hy): (f32, f32)) -> Node {
    if hy < r.y {
        // What hangs is fastened above, out of sight.
        let d = Pen::new()
            .go(hx, hy.max(0.0))
            .line(r.cx(), r.y + r.h * 0.03)
            .end();
        return line(d, w, h, Rgba::hex(0x4a4652), 2.2);
    }
    let (x, y) = (r.cx(), r.bottom() - r.h * 0.04);
    let sag = (hy - y).abs() * 0.12;
    let d = Pen::new()
        .go(hx, hy)
        .quad((hx + x) / 2.0 - sag, (hy + y) / 2.0 + sag, x, y)
        .end();
    line(d, w, h, Rgba::hex(0x4a4652), 2.2).role("string")
}

/// Returns whether an actor lies in water rather than on it.
fn floats(actor: &Actor) -> bool {
    matches!(actor.prop.class, Class::Boat | Class::Bird | Class::Swimmer)
}

/// Returns a box for words at an object that has no ground for them: a board on the front of a building, a tag before
/// other things.
fn plate_for(actor: &Actor, r: Rect, letters: usize, (w, h): (f32, f32)) -> Rect {
    let building = actor.prop.class == Class::Building;
    let room = if building { r.w * 0.86 } else { r.w * 1.1 };
    let least = (letters as f32 * 9.0).clamp(110.0, 240.0).min(w * 0.8);
    let pw = room.max(least).min(w * 0.8);
    let lines = (letters as f32 * 13.0 / pw).ceil().max(1.0);
    let ph = (pw * 0.22 * lines.sqrt())
        .max(34.0 * lines.min(3.0))
        .min(h * 0.2);
    let cy = if building { r.y + r.h * 0.38 } else { r.cy() };
    let x = (r.cx() - pw / 2.0).max(8.0).min((w - pw - 8.0).max(8.0));
    let y = (cy - ph / 2.0).max(8.0).min((h - ph - 8.0).max(8.0));
    Rect::new(x, y, pw, ph)
}

/// A neutral form for what cannot be drawn: an icon on a tile if there is one, a sculpture if not.
fn stand_in(actor: &Actor, r: Rect) -> Node {
    let color = actor.tint.unwrap_or(Rgba::hex(0xb9c3d3));
    let mut frame = stack().bounds(r.x, r.y, r.w, r.h);
    let noun = &actor.prop.noun;
    if let Some(name) = plantain_art::find_icon(noun) {
        let k = r.w.min(r.h);
        frame = frame.child(
            rect()
                .bounds((r.w - k) / 2.0, r.h - k, k, k)
                .radius(k * 0.22)
                .fill(color)
                .shadow(3.0, 10.0, Rgba::BLACK.faded(0.2)),
        );
        let ink = if color.is_dark() {
            Rgba::WHITE
        } else {
            Rgba::hex(0x2a3140)
        };
        let mut mark = icon(name.name, k * 0.62).color(ink).icon_stroke(1.8);
        mark = mark.at((r.w - k * 0.62) / 2.0, r.h - k * 0.81);
        return frame.child(mark);
    }
    let seed = noun
        .bytes()
        .fold(7_u32, |h, b| h.wrapping_mul(31).wrapping_add(u32::from(b)));
    for (x, y, w, h, tone, s) in [
        (0.08, 0.62, 0.84, 0.38, -0.06, 1),
        (0.18, 0.3, 0.64, 0.44, 0.0, 2),
        (0.3, 0.02, 0.4, 0.38, 0.05, 3),
    ] {
        frame = frame.child(
            plantain_scene::build::shape(Shape::Blob {
                seed: seed.wrapping_add(s),
            })
            .bounds(r.w * x, r.h * y, r.w * w, r.h * h)
            .fill(lighter(color, tone)),
        );
    }
    frame
}
