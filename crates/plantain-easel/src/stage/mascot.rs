//! Mascots: a thing with a face that stands on legs, waves and holds.

use plantain_scene::build::{object, stack};
use plantain_scene::node::{Content, Node};
use plantain_scene::{Color, Rgba};

use super::emit::Mood;
use super::light::lighter;
use super::pen::{Pen, line, oval};
use super::rect::Rect;

/// Room for an arm on either side, in heights of the thing.
const ARM: f32 = 0.3;
/// Length of the legs below the thing, in its heights.
const LEG: f32 = 0.28;

/// A thing of the set that lives.
#[derive(Debug, Clone, PartialEq)]
pub struct Mascot {
    /// Name of the object in the set.
    pub name: String,
    pub tint: Option<Rgba>,
    pub mood: Mood,
    /// Whether the near arm is up: it waves or holds.
    pub raised: bool,
    /// Width of the thing divided by its height.
    form: f32,
    limbs: Rgba,
}

impl Mascot {
    /// Returns the mascot of an object of the set.
    pub fn new(name: &str, tint: Option<Rgba>, mood: Option<Mood>, raised: bool) -> Option<Self> {
        let object = plantain_art::object(name)?;
        let [r, g, b] = object.main_colour();
        let color = tint.unwrap_or(Rgba::rgb(r, g, b));
        Some(Self {
            name: name.to_owned(),
            tint,
            mood: mood.unwrap_or(Mood::Happy),
            raised,
            form: ((object.bounds.width() / object.bounds.height().max(0.1)) as f32)
                .clamp(0.45, 1.9),
            limbs: if color.is_dark() {
                lighter(color, 0.1)
            } else {
                lighter(color, -0.22)
            },
        })
    }

    /// Returns the colour by which one would call it.
    pub fn color(&self) -> Rgba {
        self.tint.unwrap_or(self.limbs)
    }

    /// Returns width divided by height of the whole figure.
    pub fn aspect(&self) -> f32 {
        (self.form + 2.0 * ARM) / (1.0 + LEG)
    }

    /// Returns where the raised hand is, as fractions of the box.
    pub fn hand(&self) -> [f32; 2] {
        [0.95, if self.raised { 0.22 } else { 0.62 }]
    }

    /// Draws the whole figure into the box.
    pub fn draw(&self, r: Rect) -> Node {
        let unit = r.h / (1.0 + LEG);
        let body = Rect::new(ARM * unit, 0.0, r.w - 2.0 * ARM * unit, unit);
        let thick = unit * 0.05;
        let shoe = lighter(self.limbs, -0.1);
        let mut out = Vec::new();
        for side in [-1.0_f32, 1.0] {
            let x = body.cx() + side * body.w * 0.17;
            let foot = r.h - unit * 0.035;
            let d = Pen::new()
                .go(x, body.bottom() - unit * 0.14)
                .line(x, foot)
                .end();
            out.push(line(d, r.w, r.h, self.limbs, thick));
            let at = Rect::around(
                x + side * unit * 0.035,
                foot - unit * 0.01,
                unit * 0.16,
                unit * 0.09,
            );
            out.push(oval(at, shoe));
        }
        let [hx, hy] = self.hand();
        let hands = [(r.w * 0.05, r.h * 0.62), (r.w * hx, r.h * hy)];
        for (side, (x, y)) in [-1.0_f32, 1.0].into_iter().zip(hands) {
            let root = (body.cx() + side * body.w * 0.36, unit * 0.56);
            let elbow = (root.0 + side * unit * 0.24, unit * 0.7);
            let d = Pen::new()
                .go(root.0, root.1)
                .quad(elbow.0, elbow.1, x, y)
                .end();
            out.push(line(d, r.w, r.h, self.limbs, thick));
            out.push(oval(Rect::around(x, y, unit * 0.12, unit * 0.12), shoe));
        }
        let mut thing = object(self.name.clone()).bounds(body.x, body.y, body.w, body.h);
        if let Content::Object(object) = &mut thing.content {
            object.tint = self.tint.map(Color::from);
        }
        out.push(thing);
        out.extend(self.mood.face(body, (r.w, r.h)));
        stack().bounds(r.x, r.y, r.w, r.h).children(out)
    }
}
