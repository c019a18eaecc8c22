//! Ornaments as scene nodes: frames, rules, rays, fans, sprigs, confetti, halftone, torn edges, bar codes.

use std::fmt::Write as _;

use plantain_scene::build::*;
use plantain_scene::color::{Color, Token};
use plantain_scene::node::{Motif, Node, Paint, Pattern, Shape};

use super::Zone;
use crate::rng::Rng;

/// Returns two nested lines around a zone with a mark in each corner.
pub fn frame(zone: Zone, color: Color, style: FrameStyle) -> Vec<Node> {
    let short = zone.w.min(zone.h);
    let (thick, thin) = (
        (short * 0.005).clamp(1.5, 6.0),
        (short * 0.002).clamp(1.0, 2.0),
    );
    let gap = (short * 0.018).clamp(5.0, 18.0);
    let inner = zone.inset(gap);
    match style {
        FrameStyle::Single => vec![zone.hold(rect().stroke(color, thin * 1.3))],
        FrameStyle::Double => vec![
            zone.hold(rect().stroke(color, thick)),
            inner.hold(rect().stroke(color, thin)),
        ],
        FrameStyle::Scooped => {
            let scoop = (short * 0.05).clamp(10.0, 46.0);
            vec![
                zone.hold(shape(Shape::Scoop { scoop }).stroke(color, thick)),
                inner.hold(
                    shape(Shape::Scoop {
                        scoop: scoop - gap * 0.3,
                    })
                    .stroke(color, thin),
                ),
            ]
        }
        FrameStyle::Beveled => {
            let cut = (short * 0.06).clamp(10.0, 52.0);
            vec![
                zone.hold(shape(Shape::Bevel { cut }).stroke(color, thick)),
                inner.hold(
                    shape(Shape::Bevel {
                        cut: cut - gap * 0.4,
                    })
                    .stroke(color, thin),
                ),
            ]
        }
        FrameStyle::Corners => {
            let mut nodes = vec![inner.hold(rect().stroke(color, thin))];
            nodes.extend(corners(zone, color, thick, short * 0.075));
            nodes
        }
        FrameStyle::Rounded(radius) => vec![zone.hold(rect().stroke(color, thick).radius(radius))],
    }
}

/// Returns a fine rule over the width of a zone, this much above it.
pub fn rule(zone: Zone, above: f32, color: Color) -> Node {
    rect()
        .bounds(zone.x, zone.y - above, zone.w, 1.5)
        .fill(color)
        .role("rule")
}

/// Returns a ring with a finer one inside it: how far inside, and the strokes of both.
pub fn double_ring(zone: Zone, inset: f32, strokes: (f32, f32), color: Color) -> [Node; 2] {
    let ring = |zone: Zone, stroke| zone.hold(ellipse()).stroke(color, stroke).role("ornament");
    [ring(zone, strokes.0), ring(zone.inset(inset), strokes.1)]
}

/// How a frame is drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum FrameStyle {
    Single,
    Double,
    Scooped,
    Beveled,
    Corners,
    Rounded(f32),
}

fn corners(zone: Zone, color: Color, weight: f32, arm: f32) -> Vec<Node> {
    let d = format!("M0 {arm} L0 0 L{arm} 0");
    let w = zone.w;
    let h = zone.h;
    let turned = [
        d,
        format!("M{} 0 L{w} 0 L{w} {arm}", w - arm),
        format!("M{w} {} L{w} {h} L{} {h}", h - arm, w - arm),
        format!("M{arm} {h} L0 {h} L0 {}", h - arm),
    ];
    vec![zone.hold(path(turned.join(" "), w, h).stroke(color, weight * 1.6))]
}

/// Returns wedges from a point to beyond the zone, as one path clipped by the page.
pub fn rays(center: (f32, f32), radius: f32, count: usize, color: Color) -> Node {
    let mut d = String::new();
    let count = count.max(3);
    let step = std::f32::consts::TAU / count as f32;
    for i in 0..count {
        let a = i as f32 * step - step * 0.25;
        let b = a + step * 0.5;
        let at = |angle: f32| {
            (
                radius + radius * libm::cosf(angle),
                radius + radius * libm::sinf(angle),
            )
        };
        let ((x1, y1), (x2, y2)) = (at(a), at(b));
        let _ = write!(
            d,
            "M{radius:.1} {radius:.1} L{x1:.1} {y1:.1} L{x2:.1} {y2:.1} Z "
        );
    }
    path(d, radius * 2.0, radius * 2.0)
        .bounds(
            center.0 - radius,
            center.1 - radius,
            radius * 2.0,
            radius * 2.0,
        )
        .fill(color)
        .role("ornament")
}

/// Returns concentric rings around a point, outermost first.
pub fn rings(center: (f32, f32), radius: f32, colors: &[Color]) -> Vec<Node> {
    let n = colors.len().max(1) as f32;
    colors
        .iter()
        .enumerate()
        .map(|(i, color)| {
            let r = radius * (1.0 - i as f32 / n * 0.72);
            ellipse()
                .bounds(center.0 - r, center.1 - r, 2.0 * r, 2.0 * r)
                .fill(*color)
                .role("ornament")
        })
        .collect()
}

/// Returns a quarter fan of nested arcs in a corner of the zone (0 top left, clockwise).
pub fn fan(zone: Zone, size: f32, corner: usize, color: Color) -> Node {
    let mut d = String::new();
    let blades = 7;
    for ring in 1..=4 {
        let r = size * ring as f32 / 4.0;
        let _ = write!(d, "M{r:.1} 0 A{r:.1} {r:.1} 0 0 1 0 {r:.1} ");
    }
    for i in 0..=blades {
        let a = std::f32::consts::FRAC_PI_2 * i as f32 / blades as f32;
        let (x, y) = (size * libm::cosf(a), size * libm::sinf(a));
        let (x0, y0) = (x * 0.25, y * 0.25);
        let _ = write!(d, "M{x0:.1} {y0:.1} L{x:.1} {y:.1} ");
    }
    let (x, y) = match corner % 4 {
        0 => (zone.x, zone.y),
        1 => (zone.right() - size, zone.y),
        2 => (zone.right() - size, zone.bottom() - size),
        _ => (zone.x, zone.bottom() - size),
    };
    path(d, size, size)
        .bounds(x, y, size, size)
        .stroke(color, (size * 0.012).clamp(1.0, 3.0))
        .rotate(90.0 * (corner % 4) as f32)
        .role("ornament")
}

/// Returns a leafy sprig that fills the zone from its bottom left to its top right.
pub fn sprig(zone: Zone, color: Color, rng: &mut Rng) -> Node {
    let (w, h) = (100.0_f32, 100.0_f32);
    let mut d = String::new();
    let pairs = 5 + rng.below(3);
    let bend = rng.range(12.0, 30.0);
    // The stem is a quadratic curve; leaves stand on it in pairs and grow smaller to the tip.
    let stem = |t: f32| {
        let u = 1.0 - t;
        let (cx, cy) = (50.0 - bend, 50.0 - bend);
        (
            2.0 * u * t * cx + t * t * w * 0.96 + u * u * 2.0,
            u * u * h * 0.98 + 2.0 * u * t * cy + t * t * 4.0,
        )
    };
    let mut last = stem(0.0);
    for i in 1..=24 {
        let p = stem(i as f32 / 24.0);
        let (dx, dy) = (p.0 - last.0, p.1 - last.1);
        let len = (dx * dx + dy * dy).sqrt().max(0.01);
        let (nx, ny) = (-dy / len * 0.55, dx / len * 0.55);
        let _ = write!(
            d,
            "M{:.2} {:.2} L{:.2} {:.2} L{:.2} {:.2} L{:.2} {:.2} Z ",
            last.0 + nx,
            last.1 + ny,
            p.0 + nx,
            p.1 + ny,
            p.0 - nx,
            p.1 - ny,
            last.0 - nx,
            last.1 - ny
        );
        last = p;
    }
    for i in 0..pairs {
        let t = 0.16 + 0.76 * i as f32 / pairs as f32;
        let (at, next) = (stem(t), stem(t + 0.03));
        let angle = libm::atan2f(next.1 - at.1, next.0 - at.0);
        let long = 26.0 * (1.0 - 0.5 * t) * rng.range(0.9, 1.1);
        leaf(&mut d, at, angle - 0.85, long);
        leaf(&mut d, at, angle + 0.85, long * 0.94);
    }
    leaf(&mut d, stem(0.97), -0.75, 13.0);
    zone.hold(path(d, w, h)).fill(color).role("ornament")
}

fn leaf(d: &mut String, at: (f32, f32), angle: f32, long: f32) {
    let (c, s) = (libm::cosf(angle), libm::sinf(angle));
    let to = |x: f32, y: f32| (at.0 + x * c - y * s, at.1 + x * s + y * c);
    let wide = long * 0.3;
    let (a, b, tip) = (
        to(long * 0.3, -wide),
        to(long * 0.75, -wide * 0.8),
        to(long, 0.0),
    );
    let (e, f) = (to(long * 0.75, wide * 0.6), to(long * 0.3, wide * 0.8));
    let _ = write!(
        d,
        "M{:.2} {:.2} C{:.2} {:.2} {:.2} {:.2} {:.2} {:.2} C{:.2} {:.2} {:.2} {:.2} {:.2} {:.2} Z ",
        at.0, at.1, a.0, a.1, b.0, b.1, tip.0, tip.1, e.0, e.1, f.0, f.1, at.0, at.1
    );
}

/// Returns bits of coloured paper in the zone but not in `clear`.
pub fn confetti(zone: Zone, clear: Zone, count: usize, rng: &mut Rng) -> Vec<Node> {
    let unit = zone.w.min(zone.h) * 0.016;
    let mut out = Vec::new();
    let mut tries = 0;
    while out.len() < count && tries < count * 12 {
        tries += 1;
        let (x, y) = (zone.x + rng.unit() * zone.w, zone.y + rng.unit() * zone.h);
        let size = unit * rng.range(0.7, 1.6);
        let pad = size * 1.6;
        let inside = x + pad > clear.x
            && x - pad < clear.right()
            && y + pad > clear.y
            && y - pad < clear.bottom();
        let color = Color::from(Token::Series(rng.below(5) as u8));
        let turn = rng.range(0.0, 180.0);
        let kind = rng.below(4);
        if inside {
            continue;
        }
        let node = match kind {
            0 => ellipse().bounds(x, y, size, size),
            1 => rect()
                .bounds(x, y, size * 1.7, size * 0.6)
                .radius(size * 0.3),
            2 => shape(Shape::Triangle).bounds(x, y, size * 1.2, size * 1.1),
            _ => shape(Shape::Wave).bounds(x, y, size * 2.4, size * 0.8),
        };
        out.push(node.fill(color).rotate(turn).role("ornament"));
    }
    out
}

/// Returns a field of dots that grow from one side of the zone to the other (0 grows to the bottom, 1 to the right,
/// 2 to the top, 3 to the left).
pub fn halftone(zone: Zone, step: f32, toward: usize, color: Color) -> Node {
    const DOTS_MAX: f32 = 1600.0;
    let step = step.max((zone.w * zone.h / DOTS_MAX).sqrt());
    let mut d = String::new();
    let (columns, rows) = ((zone.w / step) as usize + 1, (zone.h / step) as usize + 1);
    for r in 0..rows {
        for c in 0..columns {
            let x = (c as f32 + if r % 2 == 0 { 0.25 } else { 0.75 }) * step;
            let y = (r as f32 + 0.5) * step;
            let t = match toward % 4 {
                0 => y / zone.h,
                1 => x / zone.w,
                2 => 1.0 - y / zone.h,
                _ => 1.0 - x / zone.w,
            };
            let radius = step * 0.52 * (t.clamp(0.0, 1.0) * 1.1 - 0.1);
            if radius < 0.4 || x > zone.w || y > zone.h {
                continue;
            }
            let _ = write!(
                d,
                "M{:.1} {y:.1} a{radius:.1} {radius:.1} 0 1 0 {:.1} 0 a{radius:.1} {radius:.1} 0 1 0 {:.1} 0 Z ",
                x - radius,
                2.0 * radius,
                -2.0 * radius
            );
        }
    }
    zone.hold(path(d, zone.w, zone.h))
        .fill(color)
        .role("ornament")
}

/// Returns a strip of paper with torn upper and lower edges.
pub fn torn(zone: Zone, color: Color, rng: &mut Rng) -> Node {
    let (w, h) = (zone.w, zone.h);
    let tooth = (h * 0.05).clamp(2.0, 9.0);
    let n = ((w / (tooth * 2.2)) as usize).clamp(6, 220);
    let mut d = format!("M0 {:.1} ", tooth * rng.unit());
    for i in 1..=n {
        let _ = write!(
            d,
            "L{:.1} {:.1} ",
            w * i as f32 / n as f32,
            tooth * rng.unit()
        );
    }
    for i in (0..=n).rev() {
        let _ = write!(
            d,
            "L{:.1} {:.1} ",
            w * i as f32 / n as f32,
            h - tooth * rng.unit()
        );
    }
    d.push('Z');
    zone.hold(path(d, w, h)).fill(color).role("paper")
}

/// Returns the zigzag edge of a till roll along the top or bottom of a zone.
pub fn zigzag(zone: Zone, color: Color, down: bool) -> Node {
    let n = ((zone.w / (zone.h * 1.6)) as usize).clamp(8, 120);
    let (base, tip) = if down { (0.0, zone.h) } else { (zone.h, 0.0) };
    let mut d = format!("M0 {base:.1} ");
    for i in 0..n {
        let x = zone.w * (i as f32 + 0.5) / n as f32;
        let next = zone.w * (i as f32 + 1.0) / n as f32;
        let _ = write!(d, "L{x:.1} {tip:.1} L{next:.1} {base:.1} ");
    }
    d.push('Z');
    zone.hold(path(d, zone.w, zone.h)).fill(color).role("paper")
}

/// Returns bars that look like a bar code. They encode nothing.
pub fn barcode(zone: Zone, color: Color, rng: &mut Rng) -> Node {
    let mut d = String::new();
    let modules = 95.0;
    let mut x = 0.0;
    while x < modules - 2.0 {
        let bar = [1.0, 1.0, 2.0, 3.0][rng.below(4)];
        let gap = [1.0, 1.0, 2.0][rng.below(3)];
        let end: f32 = x + bar;
        let end = end.min(modules);
        let _ = write!(d, "M{x} 0 L{end} 0 L{end} 10 L{x} 10 Z ");
        x += bar + gap;
    }
    zone.hold(path(d, modules, 10.0))
        .fill(color)
        .role("barcode")
}

/// Returns a square that looks like a QR code: three finders and modules. It encodes nothing.
pub fn qr(zone: Zone, color: Color, rng: &mut Rng) -> Node {
    const N: usize = 25;
    let mut d = String::new();
    let finder = |x: usize, y: usize| {
        let near = |v: usize| v < 8;
        near(x) && near(y) || N - 1 - x < 8 && near(y) || near(x) && N - 1 - y < 8
    };
    for y in 0..N {
        for x in 0..N {
            if !finder(x, y) && rng.chance(0.48) {
                let _ = write!(d, "M{x} {y}h1.02v1.02h-1.02Z");
            }
        }
    }
    for (x, y) in [(0, 0), (N - 7, 0), (0, N - 7)] {
        let (a, b) = (x + 1, y + 1);
        // The ring is wound both ways round, so that its inside stays open.
        let _ = write!(
            d,
            "M{x} {y}h7v7h-7ZM{a} {b}v5h5v-5ZM{} {}h3v3h-3Z",
            x + 2,
            y + 2
        );
    }
    let side = zone.w.min(zone.h);
    Zone::new(
        zone.x + (zone.w - side) * 0.5,
        zone.y + (zone.h - side) * 0.5,
        side,
        side,
    )
    .hold(path(d, N as f32, N as f32))
    .fill(color)
    .role("qr-code")
}

/// Returns a small ornament between two hairlines, for under a title.
pub fn divider(width: f32, height: f32, color: Color, kind: usize) -> Node {
    let mid = height * 0.5;
    let half = width * 0.5;
    let line = |x: f32| {
        rect()
            .bounds(x, mid - 0.75, half - height * 1.1, 1.5)
            .fill(color)
    };
    let mark = match kind % 4 {
        0 => shape(Shape::Polygon {
            sides: 4,
            turn: 0.0,
        }),
        1 => ellipse(),
        2 => shape(Shape::Star {
            points: 6,
            inner: 0.45,
        }),
        _ => shape(Shape::Star {
            points: 4,
            inner: 0.28,
        }),
    };
    stack()
        .size_box(width, height)
        .role("ornament")
        .child(line(0.0))
        .child(line(half + height * 1.1))
        .child(
            mark.bounds(half - mid * 0.9, mid * 0.1, height * 0.9, height * 0.9)
                .fill(color),
        )
}

/// Returns a pattern over a zone.
pub fn pattern(zone: Zone, motif: Motif, color: Color, step: f32) -> Node {
    let paint = Paint::Pattern(Pattern {
        motif,
        color,
        ground: None,
        step,
    });
    zone.hold(rect()).fill(paint).role("ornament")
}

/// Returns hand-drawn strokes under a word.
pub fn scribble(zone: Zone, color: Color, rng: &mut Rng) -> Node {
    let (w, h) = (100.0, 10.0);
    let j = |rng: &mut Rng| rng.range(-1.0, 1.0);
    let d = format!(
        "M1 {:.1} C30 {:.1} 70 {:.1} 99 {:.1} C70 {:.1} 40 {:.1} 16 {:.1}",
        4.0 + j(rng),
        1.5 + j(rng),
        2.5 + j(rng),
        3.0 + j(rng),
        4.5 + j(rng),
        6.0 + j(rng),
        8.5 + j(rng)
    );
    zone.hold(path(d, w, h))
        .stroke(color, (zone.h * 0.16).clamp(1.5, 7.0))
        .round()
        .role("ornament")
}

/// A stroke of the pen that stands for a signature.
pub fn signature(zone: Zone, color: Color, rng: &mut Rng) -> Node {
    let mut d = String::from("M2 22");
    let mut x = 2.0_f32;
    for n in 0..7 {
        let w = rng.range(8.0, 16.0);
        let up = if n == 0 { 2.0 } else { rng.range(8.0, 18.0) };
        d.push_str(&format!(
            " C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}",
            x + w * 0.2,
            up,
            x + w * 0.9,
            up - 3.0,
            x + w * 0.5,
            24.0
        ));
        x += w * 0.8;
        d.push_str(&format!(" S{:.1} 30 {:.1} 21", x - w * 0.1, x));
    }
    d.push_str(&format!(" L{:.1} 17", x + 18.0));
    zone.hold(path(d, x + 20.0, 32.0))
        .stroke(color, (zone.h * 0.035).max(1.2))
        .round()
        .role("signature")
        .filler()
}

/// Returns a closed form through points of the page, bounded no wider than itself: what lies beside a slanted edge stays
/// free for type.
pub fn tight(points: &[(f32, f32)], color: Color) -> Node {
    let low = |f: fn(&(f32, f32)) -> f32| points.iter().map(f).fold(f32::INFINITY, f32::min);
    let high = |f: fn(&(f32, f32)) -> f32| points.iter().map(f).fold(f32::NEG_INFINITY, f32::max);
    let (x, y) = (low(|p| p.0), low(|p| p.1));
    let (w, h) = ((high(|p| p.0) - x).max(1.0), (high(|p| p.1) - y).max(1.0));
    let mut d = String::new();
    for (i, p) in points.iter().enumerate() {
        let command = if i == 0 { 'M' } else { 'L' };
        let _ = write!(d, "{command}{:.1} {:.1} ", p.0 - x, p.1 - y);
    }
    path(format!("{d}Z"), w, h)
        .bounds(x, y, w, h)
        .fill(color)
        .role("ornament")
}
