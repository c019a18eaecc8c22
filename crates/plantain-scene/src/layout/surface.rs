//! What objects are made of: grain of wood, gleam of metal, weave of fabric, fuzz of fur, drawn over their main parts.

mod masonry;
mod motifs;

use plantain_art as art;
use std::sync::Arc;

use crate::color::{Rgba, parse_hex};
use crate::display::{Brush, Fill, Op, Stroke};
use vello_cpu::kurbo::{
    Affine, BezPath, Circle, Line, PathEl, Point, Rect, Shape as _, Vec2, flatten,
};

/// Parts smaller than this share of the object stay plain.
const SHARE_MIN: f32 = 0.02;
/// How exactly outlines are followed for fuzz, in grid units.
const TOLERANCE: f64 = 0.1;
/// Tufts along one outline, at most.
const TUFTS_MAX: usize = 160;

/// A surface that an object can have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Surface {
    Wood,
    Metal,
    Glass,
    Plastic,
    Leather,
    Fabric,
    Wool,
    Rubber,
    Rust,
    Broken,
    Paper,
    Stone,
    Marble,
    Brick,
    Ceramic,
    Fluffy,
    Wicker,
    Striped,
    Spotted,
    Checkered,
    Floral,
    Ice,
    Shiny,
    /// The colours of the rainbow, one below the other.
    Rainbow,
    /// Large patches of fur in two colours.
    Patched(Rgba, Rgba),
}

impl Surface {
    /// Returns the surface that a word of a brief names.
    pub fn named(word: &str) -> Option<Self> {
        Some(match word {
            "wood" => Self::Wood,
            "metal" | "steel" | "iron" | "gold" | "silver" | "copper" | "bronze" => Self::Metal,
            "glass" | "transparent" => Self::Glass,
            "plastic" => Self::Plastic,
            "leather" => Self::Leather,
            "fabric" | "cloth" => Self::Fabric,
            "wool" => Self::Wool,
            "rubber" => Self::Rubber,
            "rust" => Self::Rust,
            "broken" => Self::Broken,
            "paper" | "cardboard" => Self::Paper,
            "stone" | "concrete" => Self::Stone,
            "marble" => Self::Marble,
            "brick" => Self::Brick,
            "ceramic" | "porcelain" => Self::Ceramic,
            "fluffy" => Self::Fluffy,
            "wicker" | "straw" => Self::Wicker,
            "striped" => Self::Striped,
            "spotted" => Self::Spotted,
            "checkered" => Self::Checkered,
            "floral" | "patterned" => Self::Floral,
            "ice" => Self::Ice,
            "shiny" => Self::Shiny,
            "rainbow" => Self::Rainbow,
            _ => return Self::patched(word),
        })
    }

    /// Returns patches in the colours that follow the word: "patched #2b2d33 #d98a3d".
    fn patched(word: &str) -> Option<Self> {
        let mut inks = word.strip_prefix("patched ")?.split(' ').map(ink);
        let first = inks.next()??;
        Some(Self::Patched(first, inks.next().flatten().unwrap_or(first)))
    }

    /// Returns how much of the parts below shows through.
    pub fn opacity(self) -> f32 {
        match self {
            Self::Glass => 0.62,
            Self::Ice => 0.78,
            _ => 1.0,
        }
    }
}

/// Returns the colour of a patch.
fn ink(word: &str) -> Option<Rgba> {
    parse_hex(word.strip_prefix('#')?)
}

/// Where and with what a surface is drawn.
struct Coat<'a> {
    /// The part's outline, in grid units.
    path: &'a BezPath,
    /// Box of the whole object in grid units, so that textures run on over its parts.
    whole: Rect,
    fit: Affine,
    color: Rgba,
    ops: &'a mut Vec<Op>,
}

/// Draws a surface over one main part.
pub(super) fn coat(
    surface: Surface,
    part: &art::Part,
    whole: Rect,
    fit: Affine,
    color: Rgba,
    ops: &mut Vec<Op>,
) {
    if part.share < SHARE_MIN {
        return;
    }
    let mut coat = Coat {
        path: &part.path,
        whole,
        fit,
        color,
        ops,
    };
    if surface == Surface::Fluffy {
        coat.fuzz();
        return;
    }
    coat.ops
        .push(Op::PushClip(Arc::new(fit * part.path.clone())));
    coat.texture(surface);
    coat.ops.push(Op::Pop);
}

impl Coat<'_> {
    fn texture(&mut self, surface: Surface) {
        match surface {
            Surface::Wood => self.wood(),
            Surface::Metal => self.metal(),
            Surface::Glass => self.glass(),
            Surface::Plastic => self.gloss(0.5),
            Surface::Ceramic => self.gloss(0.42),
            Surface::Shiny => self.shiny(),
            Surface::Leather => self.leather(),
            Surface::Fabric => self.weave(0.055, 0.2),
            Surface::Wool => self.knit(),
            Surface::Rubber => self.rubber(),
            Surface::Rust => self.rust(),
            Surface::Broken => self.cracks(),
            Surface::Paper => self.paper(),
            Surface::Stone => self.speckle(46, 0.028),
            Surface::Marble => self.marble(),
            Surface::Brick => self.brick(),
            Surface::Wicker => self.wicker(),
            Surface::Striped => self.stripes(),
            Surface::Spotted => self.dots(0.15, 0.052),
            Surface::Checkered => self.checks(),
            Surface::Floral => self.flowers(),
            Surface::Ice => self.ice(),
            Surface::Rainbow => self.rainbow(),
            Surface::Patched(first, second) => self.patches([first, second]),
            Surface::Fluffy => {}
        }
    }

    fn size(&self) -> f64 {
        self.whole.width().max(self.whole.height())
    }

    /// A tone that stands off the part: darker, or lighter on what is dark.
    fn tone(&self, alpha: f32) -> Rgba {
        let base = if self.color.is_dark() {
            Rgba::WHITE
        } else {
            self.color.mix(Rgba::BLACK, 0.55)
        };
        base.faded(alpha)
    }

    fn stroke(&mut self, path: BezPath, width: f64, color: Rgba) {
        self.dashed(path, width, color, None);
    }

    fn dashed(&mut self, path: BezPath, width: f64, color: Rgba, dash: Option<[f64; 2]>) {
        let reach = path.bounding_box().inflate(width, width);
        self.ops.push(Op::Stroke(Stroke {
            bounds: self.fit.transform_rect_bbox(reach),
            path: Arc::new(path),
            brush: Brush::Solid(color),
            width,
            dash,
            round: true,
            transform: self.fit,
        }));
    }

    fn fill(&mut self, path: BezPath, brush: Brush) {
        self.ops.push(Op::Fill(Fill {
            bounds: self.fit.transform_rect_bbox(path.bounding_box()),
            path: Arc::new(path),
            brush,
            even_odd: false,
            transform: self.fit,
        }));
    }

    /// Paints the part's box with bands of light across the object.
    fn light(&mut self, stops: &[(f32, Rgba)]) {
        let r = self.whole;
        let brush = Brush::Linear {
            from: Point::new(r.x0, r.y0 + r.height() * 0.1),
            to: Point::new(r.x1, r.y1 - r.height() * 0.1),
            stops: stops.to_vec(),
        };
        self.fill(self.path.bounding_box().to_path(0.1), brush);
    }

    fn wood(&mut self) {
        let r = self.whole;
        let n = 9;
        let mut grain = BezPath::new();
        for i in 0..n {
            let y = r.y0 + r.height() * (f64::from(i) + 0.5) / f64::from(n);
            let swing = r.height() * 0.018 * (1.0 + 2.0 * noise(i, 1));
            grain.move_to((r.x0, y));
            grain.curve_to(
                (r.x0 + r.width() * 0.33, y - swing),
                (r.x0 + r.width() * 0.66, y + swing),
                (r.x1, y - swing * 0.4),
            );
        }
        let ink = self.tone(0.34);
        self.stroke(grain, self.size() * 0.013, ink);
        for i in 0..2 {
            let at = Point::new(
                r.x0 + r.width() * (0.25 + 0.5 * noise(i, 2)),
                r.y0 + r.height() * (0.25 + 0.45 * noise(i, 3)),
            );
            for (k, alpha) in [(0.055, 0.3), (0.026, 0.5)] {
                let knot = Circle::new(at, self.size() * k).to_path(0.05);
                let ink = self.tone(alpha);
                self.stroke(knot, self.size() * 0.011, ink);
            }
        }
    }

    fn metal(&mut self) {
        let white = |alpha: f32| Rgba::WHITE.faded(alpha);
        let dark = |alpha: f32| Rgba::BLACK.faded(alpha);
        self.light(&[
            (0.0, dark(0.12)),
            (0.16, white(0.0)),
            (0.28, white(0.72)),
            (0.36, white(0.1)),
            (0.5, dark(0.2)),
            (0.62, white(0.02)),
            (0.72, white(0.55)),
            (0.8, white(0.0)),
            (1.0, dark(0.3)),
        ]);
    }

    fn glass(&mut self) {
        let white = |alpha: f32| Rgba::WHITE.faded(alpha);
        self.light(&[
            (0.0, white(0.45)),
            (0.22, white(0.05)),
            (0.3, white(0.6)),
            (0.38, white(0.6)),
            (0.4, white(0.08)),
            (0.46, white(0.35)),
            (0.5, white(0.05)),
            (1.0, white(0.22)),
        ]);
        let rim = self.path.clone();
        self.stroke(rim, self.size() * 0.035, white(0.75));
    }

    /// A soft highlight near the upper left and a shade below.
    fn gloss(&mut self, alpha: f32) {
        let r = self.whole;
        let spot = |x: f64, y: f64, w: f64, h: f64| {
            vello_cpu::kurbo::Ellipse::new(
                (r.x0 + r.width() * x, r.y0 + r.height() * y),
                (r.width() * w, r.height() * h),
                -0.5,
            )
            .to_path(0.05)
        };
        self.light(&[
            (0.0, Rgba::WHITE.faded(0.22)),
            (0.5, Rgba::WHITE.faded(0.0)),
            (1.0, Rgba::BLACK.faded(0.2)),
        ]);
        self.fill(
            spot(0.32, 0.28, 0.15, 0.075),
            Brush::Solid(Rgba::WHITE.faded(alpha + 0.15)),
        );
        self.fill(
            spot(0.5, 0.2, 0.035, 0.03),
            Brush::Solid(Rgba::WHITE.faded(alpha)),
        );
    }

    fn shiny(&mut self) {
        self.gloss(0.5);
        let r = self.whole;
        for (x, y, k) in [(0.7, 0.3, 0.1), (0.36, 0.62, 0.07)] {
            let c = Point::new(r.x0 + r.width() * x, r.y0 + r.height() * y);
            let k = k * self.size();
            let mut star = BezPath::new();
            star.move_to((c.x, c.y - k));
            for (x, y) in [(k, 0.0), (0.0, k), (-k, 0.0), (0.0, -k)] {
                star.quad_to(c, c + Vec2::new(x, y));
            }
            self.fill(star, Brush::Solid(Rgba::WHITE.faded(0.9)));
        }
    }

    fn leather(&mut self) {
        self.light(&[
            (0.0, Rgba::WHITE.faded(0.16)),
            (0.45, Rgba::WHITE.faded(0.0)),
            (1.0, Rgba::BLACK.faded(0.22)),
        ]);
        self.speckle(70, 0.008);
        // A seam along the edge.
        let b = self.path.bounding_box();
        if b.width().min(b.height()) < self.size() * 0.16 {
            return;
        }
        let c = b.center().to_vec2();
        let inset = Affine::translate(c) * Affine::scale(0.87) * Affine::translate(-c);
        let seam = inset * self.path.clone();
        let thread = if self.color.luminance() > 0.3 {
            self.color.mix(Rgba::BLACK, 0.55)
        } else {
            self.color.mix(Rgba::WHITE, 0.6)
        };
        let k = self.size();
        self.dashed(seam, k * 0.017, thread, Some([k * 0.045, k * 0.035]));
    }

    /// Threads across and along.
    fn weave(&mut self, step: f64, alpha: f32) {
        let r = self.whole;
        let step = self.size() * step;
        let mut threads = BezPath::new();
        let line = |threads: &mut BezPath, a: (f64, f64), b: (f64, f64)| {
            threads.extend(Line::new(a, b).path_elements(0.1));
        };
        let n = (r.width() / step).ceil() as i32;
        for i in 0..=n {
            let x = r.x0 + step * f64::from(i);
            line(&mut threads, (x, r.y0), (x, r.y1));
        }
        let n = (r.height() / step).ceil() as i32;
        for i in 0..=n {
            let y = r.y0 + step * f64::from(i);
            line(&mut threads, (r.x0, y), (r.x1, y));
        }
        let ink = self.tone(alpha);
        let k = self.size();
        self.dashed(threads, k * 0.016, ink, Some([k * 0.03, k * 0.025]));
    }

    fn knit(&mut self) {
        let r = self.whole;
        let k = self.size() * 0.08;
        let mut loops = BezPath::new();
        let (columns, rows) = (
            (r.width() / k).ceil() as i32,
            (r.height() / k).ceil() as i32,
        );
        for row in 0..=rows {
            for column in 0..=columns {
                let (x, y) = (r.x0 + k * f64::from(column), r.y0 + k * f64::from(row));
                loops.move_to((x, y));
                loops.line_to((x + k * 0.42, y + k * 0.6));
                loops.line_to((x + k * 0.84, y));
            }
        }
        let ink = self.tone(0.34);
        self.stroke(loops, self.size() * 0.017, ink);
    }

    fn rubber(&mut self) {
        self.light(&[
            (0.0, Rgba::WHITE.faded(0.1)),
            (0.24, Rgba::WHITE.faded(0.34)),
            (0.5, Rgba::BLACK.faded(0.06)),
            (1.0, Rgba::BLACK.faded(0.34)),
        ]);
        // Treads.
        let r = self.whole;
        let mut treads = BezPath::new();
        for i in 0..9 {
            let x = r.x0 + r.width() * f64::from(i) / 8.0;
            treads.move_to((x, r.y1));
            treads.line_to((x, r.y1 - r.height() * 0.07));
        }
        self.stroke(treads, self.size() * 0.03, Rgba::BLACK.faded(0.28));
    }

    fn paper(&mut self) {
        let r = self.whole;
        let mut folds = BezPath::new();
        for i in 1..4 {
            let t = f64::from(i) / 4.0;
            folds.move_to((r.x0 + r.width() * t, r.y0));
            folds.line_to((r.x0 + r.width() * (t + 0.12 * (noise(i, 5) - 0.5)), r.y1));
        }
        folds.move_to((r.x0, r.y0 + r.height() * 0.5));
        folds.line_to((r.x1, r.y0 + r.height() * 0.44));
        let ink = self.tone(0.25);
        self.stroke(folds, self.size() * 0.012, ink);
        self.light(&[
            (0.0, Rgba::WHITE.faded(0.3)),
            (0.5, Rgba::WHITE.faded(0.0)),
            (0.5, Rgba::BLACK.faded(0.07)),
            (1.0, Rgba::BLACK.faded(0.12)),
        ]);
    }

    fn speckle(&mut self, n: i32, k: f64) {
        let r = self.whole;
        let (mut dark, mut light) = (BezPath::new(), BezPath::new());
        for i in 0..n {
            let at = Point::new(
                r.x0 + r.width() * noise(i, 7),
                r.y0 + r.height() * noise(i, 8),
            );
            let dot = Circle::new(at, self.size() * k * (0.5 + noise(i, 9))).to_path(0.05);
            if i % 3 == 0 {
                light.extend(dot);
            } else {
                dark.extend(dot);
            }
        }
        self.fill(dark, Brush::Solid(Rgba::BLACK.faded(0.2)));
        self.fill(light, Brush::Solid(Rgba::WHITE.faded(0.3)));
    }

    /// Tufts of fur around the outline and over the surface.
    fn fuzz(&mut self) {
        let k = self.size();
        let c = self.path.bounding_box().center();
        let mut edge = BezPath::new();
        let (mut walked, mut last, mut count) = (0.0, Point::ZERO, 0);
        let step = k * 0.03;
        let mut tuft = |p: Point| {
            let out = (p - c).normalize();
            if !out.is_finite() || count >= TUFTS_MAX {
                return;
            }
            count += 1;
            let lean = Vec2::new(-out.y, out.x) * k * 0.03 * (noise(count as i32, 20) - 0.5);
            edge.move_to(p - out * k * 0.02);
            edge.line_to(p + out * k * (0.022 + 0.028 * noise(count as i32, 21)) + lean);
        };
        flatten(self.path.iter(), TOLERANCE, |element| match element {
            PathEl::MoveTo(p) => last = p,
            PathEl::LineTo(p) => {
                let length = last.distance(p);
                let mut at = step - walked;
                while at < length {
                    tuft(last.lerp(p, at / length));
                    at += step;
                }
                walked = (walked + length) % step;
                last = p;
            }
            _ => {}
        });
        let color = self.color;
        self.stroke(edge, k * 0.028, color);
        let b = self.path.bounding_box();
        let (mut shade, mut light) = (BezPath::new(), BezPath::new());
        let n = ((b.area() / (k * k)) * 90.0) as i32;
        for i in 0..n {
            let p = Point::new(
                b.x0 + b.width() * noise(i, 23),
                b.y0 + b.height() * noise(i, 24),
            );
            let curl = if i % 2 == 0 { &mut shade } else { &mut light };
            curl.move_to(p);
            curl.quad_to(
                (p.x + k * 0.02, p.y + k * 0.045),
                (p.x + k * 0.045, p.y + k * 0.005),
            );
        }
        self.ops
            .push(Op::PushClip(Arc::new(self.fit * self.path.clone())));
        let (dark, pale) = (
            color.mix(Rgba::BLACK, 0.3).faded(0.55),
            color.mix(Rgba::WHITE, 0.55).faded(0.75),
        );
        self.stroke(shade, k * 0.013, dark);
        self.stroke(light, k * 0.013, pale);
        self.ops.push(Op::Pop);
    }
}

/// Returns a number from 0 to 1 that looks random and is always the same for the same arguments.
fn noise(i: i32, salt: u32) -> f64 {
    let mut h = (i as u32).wrapping_mul(0x9e37_79b1) ^ salt.wrapping_mul(0x85eb_ca6b);
    h ^= h >> 15;
    h = h.wrapping_mul(0x2c1b_3c6d);
    h ^= h >> 12;
    h = h.wrapping_mul(0x297a_2d39);
    h ^= h >> 15;
    f64::from(h) / f64::from(u32::MAX)
}
