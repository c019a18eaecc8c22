//! Whole figures: legs, arms, clothes, under a head.

use plantain_scene::Rgba;
use plantain_scene::build::{rect, stack};
use plantain_scene::node::Node;

use super::head::{draw_head, draw_neck, hair_behind};
use super::{Age, Outfit, Person, Pose};
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, fill, line, oval};
use crate::stage::prop::Anchors;
use crate::stage::rect::Rect;

/// Proportions of a figure as fractions of its height.
struct Build {
    head_y: f32,
    head: f32,
    shoulder_y: f32,
    shoulder: f32,
    hip_y: f32,
    hip: f32,
    arm: f32,
    leg: f32,
    limb: f32,
}

fn build(person: &Person) -> Build {
    match person.age {
        Age::Baby => Build {
            head_y: 0.26,
            head: 0.2,
            shoulder_y: 0.5,
            shoulder: 0.17,
            hip_y: 0.78,
            hip: 0.16,
            arm: 0.09,
            leg: 0.11,
            limb: 0.8,
        },
        Age::Child => Build {
            head_y: 0.185,
            head: 0.125,
            shoulder_y: 0.355,
            shoulder: 0.115,
            hip_y: 0.62,
            hip: 0.1,
            arm: 0.058,
            leg: 0.072,
            limb: 0.9,
        },
        Age::Adult | Age::Old => Build {
            head_y: 0.128,
            head: 0.08,
            shoulder_y: 0.245,
            shoulder: 0.108,
            hip_y: 0.52,
            hip: 0.085,
            arm: 0.052,
            leg: 0.068,
            limb: 1.0,
        },
    }
}

/// A joint chain in fractions of the height, from the shoulder or hip.
type Chain = [(f32, f32); 3];

fn arm(b: &Build, person: &Person, side: f32) -> Chain {
    let pose = if person.carries {
        Pose::Carry
    } else {
        person.pose
    };
    let k = b.limb;
    let shoulder = (
        side * (b.shoulder - b.arm * 0.4),
        b.shoulder_y + b.arm * 0.55,
    );
    let at = |x: f32, y: f32| (shoulder.0 + side * x * k, shoulder.1 + y * k);
    match (pose, side > 0.0) {
        (Pose::Raise, true) => [shoulder, at(0.085, 0.02), at(0.105, -0.12)],
        (Pose::Carry, _) => [
            shoulder,
            at(0.035, 0.115),
            (side * 0.035, shoulder.1 + 0.135 * k),
        ],
        (Pose::Walk, true) => [shoulder, at(0.045, 0.12), at(0.095, 0.21)],
        (Pose::Walk, false) => [shoulder, at(0.03, 0.13), at(-0.005, 0.235)],
        (Pose::Sit, _) => [shoulder, at(0.035, 0.13), at(-0.015, 0.22)],
        _ => [shoulder, at(0.03, 0.13), at(0.036, 0.255)],
    }
}

fn leg(b: &Build, pose: Pose, side: f32) -> Chain {
    let hip = (side * b.hip * 0.48, b.hip_y);
    match (pose, side > 0.0) {
        (Pose::Walk, true) => [hip, (hip.0 + 0.05, 0.74), (hip.0 + 0.075, 0.965)],
        (Pose::Walk, false) => [hip, (hip.0 - 0.02, 0.75), (hip.0 - 0.085, 0.945)],
        (Pose::Sit, _) => [
            hip,
            (side * b.hip * 0.95, b.hip_y + 0.1),
            (side * b.hip * 0.9, 0.96),
        ],
        _ => [hip, (hip.0, 0.75), (hip.0 + side * 0.006, 0.965)],
    }
}

/// Returns the figure's anchors as fractions of its box.
pub fn anchors(person: &Person) -> Anchors {
    let b = build(person);
    let aspect = person.aspect();
    let x = |k: f32| 0.5 + k / aspect;
    let hand = arm(&b, person, 1.0)[2];
    let hand = if person.pose == Pose::Carry || person.carries {
        (0.0, hand.1)
    } else {
        hand
    };
    Anchors {
        top: [x(-b.head), x(b.head), b.head_y - b.head * 1.2],
        inside: [0.2, 0.3, 0.8, 0.7],
        under: None,
        head: [0.5, b.head_y - b.head * 0.66, 2.2 * b.head / aspect],
        hand: [x(hand.0), hand.1],
        eyes: b.head_y + b.head * 0.1,
        mouth: [0.5, b.head_y + b.head * 0.65],
        neck: [0.5, b.shoulder_y - 0.01, 1.6 * b.head / aspect],
        back: [0.5, b.hip_y],
        print: [
            x(-b.shoulder * 0.72),
            b.shoulder_y + 0.05,
            b.shoulder * 1.44 / aspect,
            0.14,
        ],
    }
}

/// Draws the figure into the box; `flip` mirrors it.
pub fn draw(person: &Person, r: Rect, flip: bool) -> Node {
    let mut p = person.clone();
    if p.silhouette {
        blacken(&mut p);
    }
    let mut figure = Figure {
        b: build(&p),
        w: r.w,
        h: r.h,
        mirror: if flip { -1.0 } else { 1.0 },
        out: Vec::new(),
    };
    figure.paint(&p);
    stack().bounds(r.x, r.y, r.w, r.h).children(figure.out)
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
    p.tie = None;
    p.glasses = None;
}

struct Figure {
    b: Build,
    w: f32,
    h: f32,
    mirror: f32,
    out: Vec<Node>,
}

impl Figure {
    fn pt(&self, (x, y): (f32, f32)) -> (f32, f32) {
        (self.w / 2.0 + self.mirror * x * self.h, y * self.h)
    }

    fn limb(&mut self, chain: Chain, color: Rgba, width: f32) {
        let [a, b, c] = chain.map(|p| self.pt(p));
        let d = Pen::new().go(a.0, a.1).quad(b.0, b.1, c.0, c.1).end();
        self.out
            .push(line(d, self.w, self.h, color, width * self.h));
    }

    fn shape(&mut self, points: &[(f32, f32)], color: Rgba) {
        let mut pen = Pen::new();
        for (i, p) in points.iter().enumerate() {
            let (x, y) = self.pt(*p);
            pen = if i == 0 { pen.go(x, y) } else { pen.line(x, y) };
        }
        self.out
            .push(fill(pen.close().end(), self.w, self.h, color));
    }

    fn dot(&mut self, p: (f32, f32), w: f32, h: f32, color: Rgba) {
        let (x, y) = self.pt(p);
        self.out
            .push(oval(Rect::around(x, y, w * self.h, h * self.h), color));
    }

    fn paint(&mut self, p: &Person) {
        let (hx, hy) = self.pt((0.0, self.b.head_y));
        let hr = self.b.head * self.h;
        hair_behind(p, &mut self.out, (self.w, self.h), hx, hy, hr);
        let long = matches!(p.outfit, Outfit::Dress | Outfit::Robe | Outfit::Skirt);
        self.legs(p, long);
        let back_arm = arm(&self.b, p, -1.0);
        let sleeve = self.sleeve(p);
        self.arm(p, back_arm, sleeve);
        draw_neck(
            p,
            &mut self.out,
            hx,
            hy + hr * 0.4,
            hr,
            (self.b.shoulder_y + 0.03) * self.h,
        );
        self.torso(p);
        let front_arm = arm(&self.b, p, 1.0);
        self.arm(p, front_arm, sleeve);
        if let Some(color) = p.scarf.filter(|_| p.hair != super::Hair::Scarf) {
            self.scarf(color);
        }
        draw_head(p, &mut self.out, (self.w, self.h), hx, hy, hr);
        if p.outfit == Outfit::Space {
            self.visor(hx, hy, hr);
        }
    }

    fn sleeve(&self, p: &Person) -> (Rgba, f32) {
        let shade = lighter(p.top, if p.top.is_dark() { 0.05 } else { -0.05 });
        match p.outfit {
            Outfit::Dress | Outfit::Shorts | Outfit::Plain | Outfit::Skirt => (shade, 0.45),
            _ => (shade, 0.92),
        }
    }

    /// Draws an arm whose sleeve reaches so far down.
    fn arm(&mut self, p: &Person, chain: Chain, (sleeve, reach): (Rgba, f32)) {
        let width = self.b.arm;
        self.limb(chain, p.skin, width * 0.86);
        let [a, b, c] = chain;
        let mix =
            |p: (f32, f32), q: (f32, f32), t: f32| (p.0 + (q.0 - p.0) * t, p.1 + (q.1 - p.1) * t);
        // The upper part of the same curve, by de Casteljau.
        let ab = mix(a, b, reach);
        let bc = mix(b, c, reach);
        self.limb([a, ab, mix(ab, bc, reach)], sleeve, width);
        self.dot(c, width * 1.0, width * 1.0, p.skin);
    }

    fn legs(&mut self, p: &Person, long: bool) {
        let skin = matches!(p.outfit, Outfit::Dress | Outfit::Skirt);
        for side in [-1.0, 1.0] {
            let chain = leg(&self.b, p.pose, side);
            let width = self.b.leg;
            match (skin || p.outfit == Outfit::Shorts, long) {
                (true, _) => {
                    self.limb(chain, p.skin, width * 0.74);
                    if p.outfit == Outfit::Shorts {
                        let knee = (
                            chain[1].0,
                            self.b.hip_y + (chain[1].1 - self.b.hip_y) * 0.55,
                        );
                        self.limb([chain[0], knee, knee], p.bottom, width * 1.12);
                    }
                }
                _ => self.limb(chain, p.bottom, width),
            }
            let foot = chain[2];
            self.dot((foot.0 + side * 0.012, 0.978), width * 1.25, 0.04, p.shoes);
        }
    }

    fn torso(&mut self, p: &Person) {
        let Build {
            shoulder_y: sy,
            shoulder: s,
            hip_y: hy,
            hip: k,
            ..
        } = self.b;
        let (sh, hip) = (s * 0.98, k * 1.05);
        let body = |foot: f32, flare: f32| {
            vec![
                (-sh * 0.62, sy - 0.012),
                (sh * 0.62, sy - 0.012),
                (sh, sy + 0.028),
                (hip * 0.94, hy - 0.06),
                (hip * flare, foot),
                (-hip * flare, foot),
                (-hip * 0.94, hy - 0.06),
                (-sh, sy + 0.028),
            ]
        };
        match p.outfit {
            Outfit::Dress => self.shape(&body(hy + 0.2 * self.b.limb, 1.62), p.top),
            Outfit::Robe => self.shape(&body(0.95, 1.5), p.top),
            Outfit::Coat => self.shape(&body(hy + 0.14, 1.2), p.top),
            Outfit::Skirt => {
                self.shape(
                    &[
                        (-hip, hy - 0.05),
                        (hip, hy - 0.05),
                        (hip * 1.55, hy + 0.17),
                        (-hip * 1.55, hy + 0.17),
                    ],
                    p.bottom,
                );
                self.shape(&body(hy, 1.0), p.top);
            }
            _ => self.shape(&body(hy + 0.02, 1.06), p.top),
        }
        self.details(p, sh, hip);
    }

    fn details(&mut self, p: &Person, sh: f32, hip: f32) {
        let (sy, hy) = (self.b.shoulder_y, self.b.hip_y);
        let pale = Rgba::hex(0xf7f4ee);
        match p.outfit {
            Outfit::Suit | Outfit::Jacket | Outfit::Coat => {
                let shirt = if p.outfit == Outfit::Jacket {
                    lighter(p.bottom, 0.35)
                } else {
                    pale
                };
                let foot = if p.outfit == Outfit::Suit {
                    sy + 0.14
                } else {
                    hy
                };
                self.shape(
                    &[
                        (-sh * 0.36, sy - 0.012),
                        (sh * 0.36, sy - 0.012),
                        (0.012, foot),
                        (-0.012, foot),
                    ],
                    shirt,
                );
                if p.outfit == Outfit::Suit || p.tie.is_some() {
                    let tie = p.tie.unwrap_or(Rgba::hex(0xb5393f));
                    self.shape(
                        &[
                            (-0.012, sy),
                            (0.012, sy),
                            (0.017, sy + 0.1),
                            (0.0, sy + 0.13),
                            (-0.017, sy + 0.1),
                        ],
                        tie,
                    );
                }
            }
            Outfit::Overalls => {
                self.shape(
                    &[
                        (-hip * 0.72, sy + 0.1),
                        (hip * 0.72, sy + 0.1),
                        (hip * 1.06, hy + 0.02),
                        (-hip * 1.06, hy + 0.02),
                    ],
                    p.bottom,
                );
                for side in [-1.0_f32, 1.0] {
                    self.limb(
                        [
                            (side * hip * 0.56, sy + 0.11),
                            (side * sh * 0.6, sy + 0.05),
                            (side * sh * 0.55, sy),
                        ],
                        p.bottom,
                        0.02,
                    );
                }
            }
            Outfit::Space => {
                let (x, y) = self.pt((-0.045, sy + 0.11));
                self.out.push(
                    rect()
                        .bounds(
                            x.min(self.pt((0.045, 0.0)).0),
                            y,
                            0.09 * self.h,
                            0.06 * self.h,
                        )
                        .radius(4.0)
                        .fill(Rgba::hex(0x9aa8ba)),
                );
                self.dot((-0.02, sy + 0.14), 0.016, 0.016, Rgba::hex(0xe2495b));
                self.dot((0.02, sy + 0.14), 0.016, 0.016, Rgba::hex(0x4aa3d6));
            }
            Outfit::Hoodie => {
                self.dot((0.0, sy + 0.004), sh * 1.1, 0.04, lighter(p.top, -0.07));
                self.shape(
                    &[
                        (-hip * 0.6, hy - 0.1),
                        (hip * 0.6, hy - 0.1),
                        (hip * 0.8, hy - 0.025),
                        (-hip * 0.8, hy - 0.025),
                    ],
                    lighter(p.top, -0.05),
                );
            }
            Outfit::Dress | Outfit::Robe => {
                let y = hy - 0.055;
                self.shape(
                    &[
                        (-hip * 0.97, y),
                        (hip * 0.97, y),
                        (hip * 1.0, y + 0.02),
                        (-hip * 1.0, y + 0.02),
                    ],
                    lighter(p.top, -0.08),
                );
            }
            Outfit::Plain | Outfit::Shorts | Outfit::Skirt => {
                self.dot((0.0, sy - 0.004), sh * 0.72, 0.03, p.skin);
                if let Some(tie) = p.tie {
                    self.shape(
                        &[
                            (-0.012, sy),
                            (0.012, sy),
                            (0.017, sy + 0.12),
                            (0.0, sy + 0.15),
                            (-0.017, sy + 0.12),
                        ],
                        tie,
                    );
                }
            }
        }
    }

    fn scarf(&mut self, color: Rgba) {
        let y = self.b.shoulder_y;
        self.dot((0.0, y - 0.004), self.b.head * 1.9, 0.056, color);
        let w = self.b.head * 0.42;
        self.shape(
            &[
                (0.01, y),
                (0.01 + w, y),
                (0.018 + w, y + 0.13),
                (0.008, y + 0.13),
            ],
            lighter(color, -0.06),
        );
    }

    fn visor(&mut self, hx: f32, hy: f32, hr: f32) {
        let r = hr * 1.45;
        self.out.push(
            oval(
                Rect::around(hx, hy, r * 2.0, r * 2.0),
                Rgba::hex(0xbfe3f7).faded(0.28),
            )
            .stroke(Rgba::hex(0xe8edf3), hr * 0.16),
        );
        self.out.push(oval(
            Rect::around(hx - r * 0.42, hy - r * 0.45, r * 0.5, r * 0.3),
            Rgba::WHITE.faded(0.5),
        ));
    }
}
