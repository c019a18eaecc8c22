//! Tools of a trade, in the hand of the figure.

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use plantain_scene::Rgba;
use plantain_scene::build::object;

use super::body::Figure;
use super::pose::Joint;
use super::{Arms, Person, Pose};
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, glow, oval};
use crate::stage::rect::Rect;

/// Name of an object of the set.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ArtName(pub &'static str);

impl Serialize for ArtName {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.0)
    }
}

impl<'de> Deserialize<'de> for ArtName {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        let object = plantain_art::object(&name);
        object
            .map(|object| Self(object.name))
            .ok_or_else(|| D::Error::custom(format!("no object is called {name}")))
    }
}

/// What a figure holds because of its trade.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub enum Tool {
    /// An object of the set: name, longest side in standing heights, degrees clockwise, and where it is gripped as fractions
    /// of its box.
    Art(ArtName, f32, f32, [f32; 2]),
    Sword,
    /// Sword in the one hand, shield on the other arm.
    SwordAndShield,
    Cutlass,
    Staff,
    Wand,
    Sceptre,
    Spear,
    Pitchfork,
    Shovel,
    Broom,
    Hammer,
    Axe,
    Pan,
    Pointer,
    Rod,
    /// One in either hand.
    Poles,
    Hose,
    Lasso,
    Guitar,
}

impl Tool {
    /// Returns the tool that a noun names and that a figure holds as part of its drawing.
    pub fn named(noun: &str) -> Option<Self> {
        Some(match noun {
            "sword" | "longsword" => Self::Sword,
            "cutlass" | "katana" | "saber" | "dagger" => Self::Cutlass,
            "staff" | "magic staff" | "wooden staff" | "cane" | "walking stick" => Self::Staff,
            "wand" | "magic wand" => Self::Wand,
            "sceptre" | "scepter" => Self::Sceptre,
            "spear" | "lance" | "trident" => Self::Spear,
            "pitchfork" => Self::Pitchfork,
            "shovel" | "spade" => Self::Shovel,
            "broom" | "mop" | "rake" => Self::Broom,
            "hammer" | "mallet" => Self::Hammer,
            "axe" | "ax" => Self::Axe,
            "pan" | "frying pan" => Self::Pan,
            "fishing rod" | "fishing pole" => Self::Rod,
            "ski pole" | "ski poles" => Self::Poles,
            "hose" | "fire hose" | "water hose" => Self::Hose,
            "lasso" => Self::Lasso,
            "guitar" | "electric guitar" | "acoustic guitar" => Self::Guitar,
            _ => return None,
        })
    }

    /// Returns what the arms do with it.
    pub fn arms(self) -> Arms {
        match self {
            Self::Sword | Self::SwordAndShield | Self::Cutlass => Arms::Fight,
            Self::Guitar => Arms::Carry,
            Self::Poles => Arms::Spread,
            Self::Rod | Self::Hose => Arms::Reach,
            _ => Arms::Wield,
        }
    }
}

const WOOD: u32 = 0x8a5a34;
const STEEL: u32 = 0xc3ccd6;
const GOLD: u32 = 0xf0c24b;

/// A frame at the hand: up along the tool, sideways across it, in standing heights.
struct Grip {
    at: Joint,
    /// Radians from straight up, forward.
    tilt: f32,
}

impl Grip {
    fn pt(&self, (across, up): (f32, f32)) -> Joint {
        let (sin, cos) = (libm::sinf(self.tilt), libm::cosf(self.tilt));
        (
            self.at.0 + across * cos + up * sin,
            self.at.1 + across * sin - up * cos,
        )
    }
}

impl Figure {
    fn bar(&mut self, g: &Grip, from: (f32, f32), to: (f32, f32), width: f32, color: Rgba) {
        self.limb(&[g.pt(from), g.pt(to)], &[width, width], color);
    }

    fn blade(&mut self, g: &Grip, points: &[(f32, f32)], color: Rgba) {
        let mut pen = Pen::new();
        for (i, p) in points.iter().enumerate() {
            let (x, y) = self.pt(g.pt(*p));
            pen = if i == 0 { pen.go(x, y) } else { pen.line(x, y) };
        }
        self.fill(pen.close().end(), color);
    }
}

/// Draws the tool in the near hand; the arm is drawn over it.
pub(super) fn held(f: &mut Figure, p: &Person) {
    let Some(tool) = p.tool else { return };
    let [_, elbow, hand] = f.s.arms[0];
    let tilt = match p.pose {
        Pose::Ride | Pose::Pedal => 0.2,
        _ if hand.1 < elbow.1 => 0.5,
        _ => 0.12,
    };
    let g = Grip { at: hand, tilt };
    let floor = (f.s.extent - hand.1).max(0.1);
    match tool {
        Tool::Art(name, side, turn, grip) => art(f, name.0, side, turn, grip, hand),
        Tool::Sword | Tool::SwordAndShield => sword(f, &g),
        Tool::Cutlass => cutlass(f, &g),
        Tool::Staff => staff(f, &g, floor),
        Tool::Wand => wand(f, &g),
        Tool::Sceptre => sceptre(f, &g),
        Tool::Spear => spear(f, g, floor),
        Tool::Pitchfork => pitchfork(f, g, floor),
        Tool::Shovel => shovel(f, g, floor),
        Tool::Broom => broom(f, g, floor),
        Tool::Hammer => {
            f.bar(&g, (0.0, -0.04), (0.0, 0.14), 0.018, Rgba::hex(WOOD));
            f.bar(&g, (-0.045, 0.15), (0.04, 0.15), 0.036, Rgba::hex(0x7d8793));
        }
        Tool::Axe => axe(f, &g),
        Tool::Pan => pan(f, g),
        Tool::Pointer => f.bar(&g, (0.0, -0.02), (0.0, 0.24), 0.011, Rgba::hex(0x5a4434)),
        Tool::Poles => poles(f),
        Tool::Rod => rod(f, g),
        Tool::Hose => hose(f, g),
        Tool::Lasso => lasso(f, &g),
        Tool::Guitar => art(
            f,
            "guitar",
            0.56,
            24.0,
            [0.42, 0.66],
            (0.0, f.b.hip_y - 0.06),
        ),
    }
}

/// A straight blade.
fn sword(f: &mut Figure, g: &Grip) {
    let (wood, steel, gold) = (Rgba::hex(WOOD), Rgba::hex(STEEL), Rgba::hex(GOLD));
    f.blade(
        g,
        &[
            (-0.017, 0.05),
            (0.017, 0.05),
            (0.016, 0.4),
            (0.0, 0.44),
            (-0.016, 0.4),
        ],
        steel,
    );
    f.blade(
        g,
        &[(0.0, 0.05), (0.017, 0.05), (0.016, 0.4), (0.0, 0.44)],
        lighter(steel, -0.08),
    );
    f.bar(g, (-0.055, 0.045), (0.055, 0.045), 0.02, gold);
    f.bar(g, (0.0, 0.04), (0.0, -0.045), 0.02, wood);
    f.bar(g, (0.0, -0.055), (0.0, -0.055), 0.032, gold);
}

/// A curved blade.
fn cutlass(f: &mut Figure, g: &Grip) {
    let (wood, steel, gold) = (Rgba::hex(WOOD), Rgba::hex(STEEL), Rgba::hex(GOLD));
    f.blade(
        g,
        &[
            (-0.014, 0.04),
            (0.016, 0.04),
            (0.05, 0.16),
            (0.06, 0.28),
            (0.03, 0.36),
            (0.022, 0.26),
            (0.0, 0.15),
        ],
        steel,
    );
    f.bar(g, (-0.03, 0.035), (0.03, 0.035), 0.018, gold);
    f.bar(g, (0.0, 0.03), (0.0, -0.04), 0.022, wood);
}

/// A staff with a glowing ball.
fn staff(f: &mut Figure, g: &Grip, floor: f32) {
    let wood = Rgba::hex(WOOD);
    f.bar(g, (0.0, -floor), (0.0, 0.3), 0.02, wood);
    let top = g.pt((0.0, 0.35));
    let (x, y) = f.pt(top);
    f.out
        .push(glow(x, y, 0.16 * f.u, Rgba::hex(0x8fe3ff), 0.75));
    f.out.push(oval(
        Rect::around(x, y, 0.075 * f.u, 0.075 * f.u),
        Rgba::hex(0x9fe8ff),
    ));
    f.out.push(oval(
        Rect::around(x - 0.012 * f.u, y - 0.014 * f.u, 0.024 * f.u, 0.02 * f.u),
        Rgba::WHITE.faded(0.9),
    ));
}

/// A stick with a spark.
fn wand(f: &mut Figure, g: &Grip) {
    f.bar(g, (0.0, -0.03), (0.0, 0.17), 0.014, Rgba::hex(0x4a3527));
    let (x, y) = f.pt(g.pt((0.0, 0.19)));
    f.out.push(glow(x, y, 0.1 * f.u, Rgba::hex(0xfff0a0), 0.9));
}

/// Gold with a jewel.
fn sceptre(f: &mut Figure, g: &Grip) {
    let gold = Rgba::hex(GOLD);
    f.bar(g, (0.0, -0.12), (0.0, 0.22), 0.018, gold);
    f.bar(g, (0.0, 0.25), (0.0, 0.25), 0.055, gold);
    f.bar(g, (0.0, 0.25), (0.0, 0.25), 0.03, Rgba::hex(0xd23b5a));
}

/// A long shaft with a point.
fn spear(f: &mut Figure, g: Grip, floor: f32) {
    let (wood, steel) = (Rgba::hex(WOOD), Rgba::hex(STEEL));
    let g = Grip { tilt: 0.0, ..g };
    f.bar(&g, (0.0, -floor), (0.0, 0.4), 0.016, wood);
    f.blade(
        &g,
        &[(-0.022, 0.4), (0.0, 0.5), (0.022, 0.4), (0.0, 0.385)],
        steel,
    );
}

/// Three prongs.
fn pitchfork(f: &mut Figure, g: Grip, floor: f32) {
    let (wood, steel) = (Rgba::hex(WOOD), Rgba::hex(STEEL));
    let g = Grip { tilt: 0.0, ..g };
    f.bar(&g, (0.0, -floor), (0.0, 0.3), 0.016, wood);
    f.bar(&g, (-0.05, 0.3), (0.05, 0.3), 0.013, steel);
    for x in [-0.05, 0.0, 0.05] {
        f.bar(&g, (x, 0.3), (x, 0.43), 0.012, steel);
    }
}

/// A blade at the floor.
fn shovel(f: &mut Figure, g: Grip, floor: f32) {
    let wood = Rgba::hex(WOOD);
    let g = Grip { tilt: 0.0, ..g };
    f.bar(&g, (0.0, -floor * 0.75), (0.0, 0.22), 0.017, wood);
    f.bar(&g, (-0.03, 0.22), (0.03, 0.22), 0.016, wood);
    let y = -floor * 0.7;
    f.blade(
        &g,
        &[
            (-0.05, y),
            (0.05, y),
            (0.05, y - 0.07),
            (0.0, y - 0.12),
            (-0.05, y - 0.07),
        ],
        Rgba::hex(0x8f9aa6),
    );
}

/// Straw at the floor.
fn broom(f: &mut Figure, g: Grip, floor: f32) {
    let wood = Rgba::hex(WOOD);
    let g = Grip { tilt: 0.0, ..g };
    f.bar(&g, (0.0, -floor * 0.6), (0.0, 0.24), 0.016, wood);
    let y = -floor * 0.6;
    f.blade(
        &g,
        &[(-0.02, y), (0.02, y), (0.07, -floor), (-0.07, -floor)],
        Rgba::hex(0xd8a94a),
    );
}

/// A blade on a haft.
fn axe(f: &mut Figure, g: &Grip) {
    let (wood, steel) = (Rgba::hex(WOOD), Rgba::hex(STEEL));
    f.bar(g, (0.0, -0.14), (0.0, 0.22), 0.018, wood);
    f.blade(
        g,
        &[(0.0, 0.14), (0.08, 0.11), (0.09, 0.2), (0.0, 0.215)],
        steel,
    );
    f.blade(
        g,
        &[(0.06, 0.117), (0.08, 0.11), (0.09, 0.2), (0.07, 0.203)],
        Rgba::WHITE,
    );
}

/// A pan with an egg.
fn pan(f: &mut Figure, g: Grip) {
    let g = Grip { tilt: 1.25, ..g };
    f.bar(&g, (0.0, -0.02), (0.0, 0.1), 0.02, Rgba::hex(0x3a3f4b));
    let (x, y) = f.pt(g.pt((0.0, 0.17)));
    f.out.push(oval(
        Rect::around(x, y, 0.17 * f.u, 0.062 * f.u),
        Rgba::hex(0x2d323c),
    ));
    f.out.push(oval(
        Rect::around(x, y - 0.006 * f.u, 0.145 * f.u, 0.045 * f.u),
        Rgba::hex(0x4a515e),
    ));
    f.out.push(oval(
        Rect::around(x, y - 0.014 * f.u, 0.1 * f.u, 0.034 * f.u),
        Rgba::hex(0xfbf7ea),
    ));
    f.out.push(oval(
        Rect::around(x, y - 0.02 * f.u, 0.04 * f.u, 0.022 * f.u),
        Rgba::hex(0xf6b93b),
    ));
}

/// Ski poles, which trail behind from both hands.
fn poles(f: &mut Figure) {
    for [_, _, hand] in f.s.arms {
        let foot = f.s.extent - 0.02;
        let reach = (foot - hand.1).max(0.1);
        let tip = (hand.0 - reach * 0.5, foot);
        let top = (hand.0 + 0.02, hand.1 - 0.05);
        f.limb(&[top, tip], &[0.012, 0.008], Rgba::hex(0x3a4250));
        let basket = (hand.0 - reach * 0.44, foot - reach * 0.12);
        f.dot(basket, 0.05, 0.02, Rgba::hex(0x3a4250));
    }
}

/// A rod with its line.
fn rod(f: &mut Figure, g: Grip) {
    let wood = Rgba::hex(WOOD);
    let g = Grip { tilt: 0.75, ..g };
    f.bar(&g, (0.0, -0.1), (0.0, 0.5), 0.009, wood);
    let tip = g.pt((0.0, 0.5));
    let foot = f.s.extent.max(tip.1 + 0.3);
    f.limb(
        &[tip, (tip.0 + 0.02, foot)],
        &[0.003, 0.003],
        Rgba::hex(0x5c6672),
    );
}

/// A hose with its jet.
fn hose(f: &mut Figure, g: Grip) {
    let g = Grip { tilt: 1.3, ..g };
    f.bar(&g, (0.0, -0.06), (0.0, 0.09), 0.028, Rgba::hex(0x9aa5b1));
    let back = (-0.1, g.at.1 + 0.16);
    f.limb(
        &[g.pt((0.0, -0.05)), back, (-0.14, f.s.extent - 0.01)],
        &[0.03, 0.03, 0.03],
        Rgba::hex(0xc9a063),
    );
    for (k, spread) in [(0.34, 0.05), (0.3, 0.0), (0.32, -0.05)] {
        f.limb(
            &[g.pt((0.0, 0.1)), g.pt((spread, k))],
            &[0.012, 0.05],
            Rgba::hex(0x9fd8f2).faded(0.75),
        );
    }
}

/// A loop of rope.
fn lasso(f: &mut Figure, g: &Grip) {
    let (x, y) = f.pt(g.pt((0.0, 0.16)));
    f.out.push(
        oval(
            Rect::around(x, y, 0.2 * f.u, 0.09 * f.u),
            Rgba::WHITE.faded(0.0),
        )
        .stroke(Rgba::hex(0xb98a52), 0.012 * f.u),
    );
    f.bar(g, (0.0, 0.0), (0.03, 0.13), 0.012, Rgba::hex(0xb98a52));
}

/// Draws an object of the set with its grip at a point.
fn art(f: &mut Figure, name: &str, side: f32, turn: f32, [gx, gy]: [f32; 2], at: Joint) {
    let Some(found) = plantain_art::object(name) else {
        return;
    };
    let aspect = (found.bounds.width() / found.bounds.height().max(0.1)) as f32;
    let (w, h) = if aspect > 1.0 {
        (side, side / aspect)
    } else {
        (side * aspect, side)
    };
    let (w, h) = (w * f.u, h * f.u);
    let (x, y) = f.pt(at);
    // The box turns about its middle; the grip must end at the hand.
    let a = turn.to_radians();
    let (sin, cos) = (libm::sinf(a), libm::cosf(a));
    let (dx, dy) = ((gx - 0.5) * w, (gy - 0.5) * h);
    let (cx, cy) = (x - (dx * cos - dy * sin), y - (dx * sin + dy * cos));
    f.out.push(
        object(name)
            .bounds(cx - w / 2.0, cy - h / 2.0, w, h)
            .rotate(turn),
    );
}

/// Draws the shield on the far arm, before the trunk.
pub(super) fn shield(f: &mut Figure, p: &Person) {
    if p.tool != Some(Tool::SwordAndShield) {
        return;
    }
    let at = f.s.arms[1][2];
    let (w, h) = (0.105, 0.15);
    let field = p
        .trims
        .iter()
        .find_map(|t| match t {
            super::Trim::Emblem(c) => Some(*c),
            _ => None,
        })
        .or(p.under)
        .unwrap_or(Rgba::hex(0xb3303a));
    for (k, color) in [(1.0, Rgba::hex(STEEL)), (0.82, field)] {
        let q = |x: f32, y: f32| f.pt((at.0 + x * w * k, at.1 + y * h * k));
        let [a, b, c, d] = [q(-1.0, -0.9), q(1.0, -0.9), q(1.0, 0.1), q(0.0, 1.05)];
        let e = q(-1.0, 0.1);
        let path = Pen::new()
            .go(a.0, a.1)
            .line(b.0, b.1)
            .line(c.0, c.1)
            .cubic(q(0.9, 0.6), q(0.4, 0.9), d)
            .cubic(q(-0.4, 0.9), q(-0.9, 0.6), e)
            .close()
            .end();
        f.fill(path, color);
    }
    f.limb(
        &[(at.0, at.1 - h * 0.6), (at.0, at.1 + h * 0.6)],
        &[0.024, 0.024],
        Rgba::hex(GOLD),
    );
    f.limb(
        &[
            (at.0 - w * 0.6, at.1 - h * 0.12),
            (at.0 + w * 0.6, at.1 - h * 0.12),
        ],
        &[0.024, 0.024],
        Rgba::hex(GOLD),
    );
}
