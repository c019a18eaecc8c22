//! Whole figures: legs, arms, clothes, under a head.

use plantain_scene::Rgba;
use plantain_scene::build::stack;
use plantain_scene::node::Node;

use super::head::{draw_head, draw_neck, hair_behind};
use super::limb::{limb, upper};
use super::pose::{Arms, Build, Chain, Joint, Pose, SOLE, Skeleton, build, leaned};
use super::{Age, Face, Hair, Outfit, Person, Trim};
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, fill, line, oval};
use crate::stage::prop::Anchors;
use crate::stage::rect::Rect;

/// Returns the figure's anchors as fractions of its box.
pub fn anchors(person: &Person) -> Anchors {
    let b = build(person);
    let s = Skeleton::of(person);
    let hip = (0.0, b.hip_y);
    let x = |k: f32| 0.5 + k / (2.0 * s.reach);
    let y = |k: f32| k / s.extent;
    let up = |p: Joint| {
        let p = leaned(p, hip, s.lean);
        (x(p.0), y(p.1))
    };
    let wide = |k: f32| k / (2.0 * s.reach);
    let hand = match person.arms {
        Arms::Carry => ((s.arms[0][2].0 + s.arms[1][2].0) / 2.0, s.arms[0][2].1),
        // The one hand has the tool, the other is free.
        _ if person.tool.is_some() => s.arms[1][2],
        _ => s.arms[0][2],
    };
    let head = up((0.0, b.head_y - b.head * 0.66));
    let mouth = up((0.0, b.head_y + b.head * 0.65));
    let neck = up((0.0, b.shoulder_y - 0.01));
    let print = up((-b.shoulder * 0.72, b.shoulder_y + 0.05));
    let standing = Anchors {
        top: [x(-b.head), x(b.head), y(b.head_y - b.head * 1.2)],
        inside: [0.2, 0.3, 0.8, 0.7],
        under: None,
        head: [head.0, head.1, wide(2.2 * b.head)],
        hand: [x(hand.0), y(hand.1)],
        eyes: y(b.head_y + b.head * 0.1),
        mouth: [mouth.0, mouth.1],
        neck: [neck.0, neck.1, wide(1.6 * b.head)],
        back: [0.5, y(b.hip_y)],
        print: [print.0, print.1, wide(b.shoulder * 1.44), y(0.14)],
    };
    match person.pose {
        // Lying to the left: what was up is left.
        Pose::Sleep => Anchors {
            head: [y(b.head_y), 0.3, 0.16],
            hand: [y(hand.1), 0.4],
            ..standing
        },
        _ => standing,
    }
}

/// Draws the figure into the box; `flip` mirrors it.
pub fn draw(person: &Person, r: Rect, flip: bool) -> Node {
    let mut p = person.clone();
    if p.pose == Pose::Sleep {
        p.face = Face::Asleep;
        p.hat = None;
    }
    if p.silhouette {
        blacken(&mut p);
    }
    let s = Skeleton::of(&p);
    // A turned figure is drawn upright in a box of its own and turned about the middle.
    let u = r.h / s.size().1;
    let (w, h) = (2.0 * s.reach * u, s.extent * u);
    let mirror = if flip { -1.0 } else { 1.0 };
    let mut figure = Figure {
        b: build(&p),
        s,
        w,
        u,
        mirror,
        out: Vec::new(),
    };
    figure.paint(&p);
    let inner = stack()
        .bounds((r.w - w) / 2.0, (r.h - h) / 2.0, w, h)
        .rotate(s.turn * mirror)
        .children(figure.out);
    stack().bounds(r.x, r.y, r.w, r.h).child(inner)
}

fn blacken(p: &mut Person) {
    let black = Rgba::hex(0x15131a);
    for c in [
        &mut p.skin,
        &mut p.hair_color,
        &mut p.top,
        &mut p.bottom,
        &mut p.shoes,
    ] {
        *c = black;
    }
    p.hat = p.hat.map(|(hat, _)| (hat, black));
    p.scarf = p.scarf.map(|_| black);
    p.trims
        .retain(|t| matches!(t, Trim::Cape(_) | Trim::Pack(_) | Trim::Wings));
    p.tie = None;
    p.glasses = None;
    p.under = Some(black);
    if matches!(
        p.outfit,
        Outfit::Suit | Outfit::Jacket | Outfit::Hoodie | Outfit::Uniform | Outfit::Jacketed
    ) {
        p.outfit = Outfit::Plain;
    }
}

/// A figure that is being drawn.
pub(super) struct Figure {
    pub b: Build,
    pub s: Skeleton,
    /// Width of the drawing box.
    w: f32,
    /// Units to a standing height.
    pub u: f32,
    mirror: f32,
    pub out: Vec<Node>,
}

impl Figure {
    /// Returns a point of the figure in the box.
    pub fn pt(&self, (x, y): Joint) -> (f32, f32) {
        (self.w / 2.0 + self.mirror * x * self.u, y * self.u)
    }

    /// Returns a point above the hips with the lean of the trunk.
    pub fn up(&self, p: Joint) -> Joint {
        leaned(p, (0.0, self.b.hip_y), self.s.lean)
    }

    fn size(&self) -> (f32, f32) {
        (self.w, self.s.extent * self.u)
    }

    pub fn fill(&mut self, d: String, color: Rgba) {
        let (w, h) = self.size();
        self.out.push(fill(d, w, h, color));
    }

    /// Strokes a line through points of the trunk.
    pub fn seam(&mut self, points: &[Joint], color: Rgba, width: f32) {
        let at: Vec<(f32, f32)> = points.iter().map(|p| self.pt(self.up(*p))).collect();
        let d = Pen::new().go(at[0].0, at[0].1).through(&at).end();
        let (w, h) = self.size();
        self.out.push(line(d, w, h, color, width * self.u));
    }

    /// Fills a polygon of the trunk.
    pub fn shape(&mut self, points: &[Joint], color: Rgba) {
        let mut pen = Pen::new();
        for (i, p) in points.iter().enumerate() {
            let (x, y) = self.pt(self.up(*p));
            pen = if i == 0 { pen.go(x, y) } else { pen.line(x, y) };
        }
        self.fill(pen.close().end(), color);
    }

    /// Fills a smooth closed form of the trunk.
    pub fn round(&mut self, points: &[Joint], color: Rgba) {
        let mut at: Vec<(f32, f32)> = points.iter().map(|p| self.pt(self.up(*p))).collect();
        at.push(at[0]);
        let d = Pen::new().go(at[0].0, at[0].1).through(&at).close().end();
        self.fill(d, color);
    }

    pub fn dot(&mut self, p: Joint, w: f32, h: f32, color: Rgba) {
        let (x, y) = self.pt(p);
        self.out
            .push(oval(Rect::around(x, y, w * self.u, h * self.u), color));
    }

    /// Draws a limb over points, widths in standing heights.
    pub fn limb(&mut self, points: &[Joint], widths: &[f32], color: Rgba) {
        let at: Vec<(f32, f32)> = points.iter().map(|p| self.pt(*p)).collect();
        let widths: Vec<f32> = widths.iter().map(|w| w * self.u).collect();
        self.fill(limb(&at, &widths), color);
    }

    fn paint(&mut self, p: &Person) {
        let head = self.up((0.0, self.b.head_y));
        let (hx, hy) = self.pt(head);
        let hr = self.b.head * self.u;
        let size = self.size();
        super::adorn::behind(self, p);
        hair_behind(p, &mut self.out, size, hx, hy, hr);
        let far = shaded(p);
        self.arm(&far, self.s.arms[1]);
        if self.s.legs_first {
            self.leg(&far, 1);
            self.leg(p, 0);
        }
        let neck = self.up((0.0, self.b.shoulder_y + 0.03));
        let foot = self.pt(neck).1;
        draw_neck(p, &mut self.out, hx, hy + hr * 0.4, hr, foot);
        super::garb::trunk(self, p);
        if !self.s.legs_first {
            self.leg(p, 1);
            self.leg(p, 0);
        }
        if p.pose == Pose::Sleep {
            self.blanket(p);
        }
        super::garb::over(self, p);
        draw_head(p, &mut self.out, size, hx, hy, hr);
        super::adorn::on_head(self, p, (hx, hy, hr));
        if p.pose != Pose::Sleep {
            super::tool::held(self, p);
            self.arm(p, self.s.arms[0]);
        }
        super::tool::shield(self, p);
    }

    /// Draws an arm: sleeve, hand, glove.
    fn arm(&mut self, p: &Person, chain: Chain) {
        let puff = if p.outfit == Outfit::Space { 1.35 } else { 1.0 };
        let w = self.b.arm * puff;
        let (sleeve, reach) = sleeve(p);
        let bare = [w * 0.9, w * 0.8, w * 0.66];
        if reach < 0.95 {
            self.limb(&chain, &bare, p.skin);
        }
        let cloth = upper(&chain, reach);
        let cuff = if reach < 0.6 { 1.12 } else { 0.9 };
        let widths: Vec<f32> = (0..cloth.len())
            .map(|i| w * (1.06 - (1.06 - cuff) * i as f32 / (cloth.len() - 1) as f32))
            .collect();
        self.limb(&cloth, &widths, sleeve);
        let hand = chain[2];
        let glove = p.trims.iter().find_map(|t| match t {
            Trim::Gloves(c) => Some(*c),
            _ => None,
        });
        let k = if glove.is_some() { 1.28 } else { 1.02 };
        self.dot(hand, w * k, w * k, glove.unwrap_or(p.skin));
        if let (Some(c), true) = (glove, reach > 0.8) {
            self.limb(&[hand, hand], &[w * 0.9, w * 0.9], c);
        }
    }

    /// Draws one leg with its shoe; 0 is the near one.
    fn leg(&mut self, p: &Person, which: usize) {
        let chain = self.s.legs[which];
        let long = matches!(p.outfit, Outfit::Robe | Outfit::Gown)
            && self.s.legs_first
            && p.pose != Pose::Run;
        let puff = if p.outfit == Outfit::Space { 1.3 } else { 1.0 };
        let w = self.b.leg * puff;
        self.shoe(p, chain, which);
        if long {
            return;
        }
        let bare = [w * 0.92, w * 0.8, w * 0.62];
        match p.outfit {
            Outfit::Dress | Outfit::Skirt | Outfit::Tutu => self.limb(&chain, &bare, p.skin),
            Outfit::Shorts => {
                self.limb(&chain, &bare, p.skin);
                let cloth = upper(&chain, 0.4);
                self.limb(&cloth, &[w * 1.12, w * 1.16], p.bottom);
            }
            Outfit::Hero | Outfit::Armour => {
                self.limb(&chain, &[w * 0.98, w * 0.84, w * 0.66], p.bottom)
            }
            _ => self.limb(&chain, &[w * 1.04, w * 0.92, w * 0.84], p.bottom),
        }
        if let Some(boot) = p.trims.iter().find_map(|t| match t {
            Trim::Boots(c) => Some(*c),
            _ => None,
        }) {
            let knee = super::limb::along(&chain, 0.64);
            self.limb(&[knee, chain[2]], &[w * 0.96, w * 0.86], boot);
        }
        if p.outfit == Outfit::Armour {
            self.dot(chain[1], w * 1.08, w * 1.0, lighter(p.bottom, 0.1));
        }
        if p.trims.iter().any(|t| matches!(t, Trim::Stripes(_)))
            && !matches!(p.outfit, Outfit::Shorts)
        {
            let (x, y) = super::limb::along(&chain, 0.74);
            let k = w * 0.47;
            let at = [
                (x - k, y - 0.014),
                (x + k, y - 0.014),
                (x + k, y + 0.014),
                (x - k, y + 0.014),
            ];
            self.shape(&at, Rgba::hex(0xf3e27a));
        }
    }

    fn shoe(&mut self, p: &Person, chain: Chain, which: usize) {
        let toe = self.s.toes[which];
        let (x, y) = chain[2];
        let long = self.b.leg * (0.85 + 0.75 * toe.abs());
        let at = (x + toe * long * 0.32, y + SOLE * 0.42);
        // A foot in the air hangs from its shin.
        let (kx, ky) = chain[1];
        let tilt = if self.s.legs_first && (x - kx) < -0.05 {
            libm::atan2f(x - kx, y - ky).to_degrees()
        } else {
            0.0
        };
        let (cx, cy) = self.pt(at);
        let r = Rect::around(cx, cy, long * self.u, SOLE * 1.2 * self.u);
        self.out.push(
            plantain_scene::build::rect()
                .bounds(r.x, r.y, r.w, r.h)
                .radius(r.h * 0.48)
                .fill(p.shoes)
                .rotate(-tilt * self.mirror),
        );
    }

    /// A blanket from the chest down, with its edge turned back.
    fn blanket(&mut self, p: &Person) {
        let b = self.b;
        let (y, foot) = (b.shoulder_y + 0.08, self.s.extent);
        let k = (b.shoulder * 1.24).min(self.s.reach);
        let color = p.bottom.mix(Rgba::hex(0x9dc0ea), 0.72);
        self.round(
            &[
                (-k, y),
                (k, y),
                (k * 1.04, (y + foot) / 2.0),
                (k * 0.9, foot),
                (-k * 0.9, foot),
                (-k * 1.04, (y + foot) / 2.0),
            ],
            color,
        );
        self.limb(
            &[(-k * 0.92, y), (k * 0.92, y)],
            &[0.07, 0.07],
            lighter(color, 0.09),
        );
    }
}

/// Returns the colours of what lies on the far side.
fn shaded(p: &Person) -> Person {
    let mut far = p.clone();
    if matches!(p.pose, Pose::Stand | Pose::Sit | Pose::Floor | Pose::Sleep) {
        return far;
    }
    for c in [&mut far.top, &mut far.bottom, &mut far.skin, &mut far.shoes] {
        *c = lighter(*c, -0.055);
    }
    far
}

/// Returns the colour of the sleeves and how far down they reach.
fn sleeve(p: &Person) -> (Rgba, f32) {
    let shade = lighter(p.top, if p.top.is_dark() { 0.05 } else { -0.05 });
    match p.outfit {
        Outfit::Tutu | Outfit::Gown => (shade, 0.16),
        Outfit::Dress | Outfit::Shorts | Outfit::Plain | Outfit::Skirt => (shade, 0.42),
        Outfit::Vest => (p.shirt(), 0.92),
        Outfit::Overalls => (shade, 0.7),
        _ => (shade, 0.93),
    }
}

impl Person {
    /// Returns the colour of what is worn under a vest or an open jacket.
    pub(super) fn shirt(&self) -> Rgba {
        if self.age == Age::Baby || self.hair == Hair::Scarf {
            Rgba::hex(0xf7f4ee)
        } else {
            self.under.unwrap_or(Rgba::hex(0xf7f4ee))
        }
    }
}
