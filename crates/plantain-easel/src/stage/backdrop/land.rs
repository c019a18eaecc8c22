//! Dry land: fields, farms, gardens, forests, mountains, hills, deserts, snow.

use plantain_read::{Season, TimeOfDay};
use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::Node;

use super::sky::sky;
use super::{Backdrop, patch, plants};
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, crag, fill, hill, line, oval};
use crate::stage::rect::Rect;

/// A meadow under a wide sky.
pub fn field(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    sky(b, out);
    far_hills(b, out);
    if b.allows("tree") {
        out.push(plants::treeline(
            b,
            "treeline",
            b.horizon() + 4.0,
            b.h() * 0.05,
            0.5,
        ));
    }
    meadow(b, out);
}

/// Fields in strips, a fence, far trees.
pub fn farm(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    sky(b, out);
    far_hills(b, out);
    if b.allows("tree") {
        out.push(plants::treeline(
            b,
            "treeline",
            b.horizon() + 4.0,
            b.h() * 0.06,
            0.45,
        ));
    }
    let green = b.light.ground(b.light.grass());
    out.push(b.plane(green));
    strips(b, out, green);
    if b.allows("fence") {
        fence(b, out, b.horizon() + (b.h() - b.horizon()) * 0.13);
    }
    let mut rng = b.rng("tufts");
    out.push(plants::tufts(b, &mut rng, 36, lighter(green, -0.07)));
}

/// A lawn with a hedge, beds and flowers.
pub fn garden(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    sky(b, out);
    let mut rng = b.rng("garden");
    let y = b.horizon();
    if b.allows("tree") {
        out.push(plants::treeline(b, "treeline", y + 2.0, b.h() * 0.14, 0.4));
    }
    if b.allows("fence") {
        pickets(b, out, y);
    }
    let green = b.light.ground(b.light.grass());
    out.push(b.plane(green));
    let leaf = b.light.lit(Rgba::hex(0x4d9150), 0.15);
    if b.allows("bush") {
        for i in 0..9 {
            let x = b.w() * (i as f32 + rng.range(0.1, 0.9)) / 9.0;
            out.extend(plants::bush(
                x,
                y + b.h() * 0.015,
                b.w() * rng.range(0.09, 0.15),
                leaf,
            ));
        }
    }
    out.push(plants::tufts(b, &mut rng, 50, lighter(green, -0.07)));
    if b.allows("flower") && b.light.season != Season::Winter {
        out.extend(plants::flowers(b, &mut rng, 34));
    }
}

/// Lawns, a winding path, round trees.
pub fn park(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    sky(b, out);
    far_hills(b, out);
    let mut rng = b.rng("park");
    let y = b.horizon();
    let green = b.light.ground(b.light.grass());
    out.push(b.plane(green));
    let run = b.h() - y;
    // It leaves to one side: in the middle its far end would stand on the heads of those before it.
    let far = rng.range(0.7, 0.78);
    let mirrored = rng.chance(0.5);
    let at = |x: f32, t: f32| {
        let x = if mirrored { 1.0 - x } else { x };
        (b.w() * x, y + run * t)
    };
    let (near_x, near_y) = at(0.62, 1.0);
    let (far_x, far_y) = at(far, 0.0);
    let path = Pen::new()
        .go(far_x, far_y)
        .cubic(at(far + 0.16, 0.2), at(0.32, 0.42), at(0.1, 1.0))
        .line(near_x, near_y)
        .cubic(at(0.7, 0.5), at(far + 0.3, 0.22), at(far + 0.05, 0.0))
        .close()
        .end();
    out.push(b.layer(path, b.light.lit(Rgba::hex(0xe6d3ab), 0.05)));
    if b.allows("tree") {
        for (x, k) in [(0.06, 0.42), (0.2, 0.27), (0.82, 0.3), (0.96, 0.46)] {
            let color = b.light.lit(b.light.leaf(&mut rng), 0.22);
            let base = y + run * (0.03 + 0.12 * k);
            let x = b.w() * (x + rng.range(-0.03, 0.03));
            out.extend(plants::broadleaf(b, &mut rng, x, base, b.h() * k, color));
        }
    }
    out.push(plants::tufts(b, &mut rng, 40, lighter(green, -0.06)));
}

/// Trunks and conifers in three depths, with light between them.
pub fn forest(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    sky(b, out);
    let mut rng = b.rng("forest");
    let floor = match b.light.season {
        Season::Winter => Rgba::hex(0xe6eef4),
        Season::Autumn => Rgba::hex(0xa9803f),
        _ => Rgba::hex(0x5d9150),
    };
    let floor = b.light.ground(floor);
    let y = b.horizon();
    out.push(plants::treeline(b, "wood", y + 6.0, b.h() * 0.24, 0.62));
    if b.allows("tree") {
        for (row, depth, height) in [(0.0_f32, 0.45_f32, 0.34_f32), (0.05, 0.22, 0.46)] {
            let n = 8;
            let base = y + (b.h() - y) * (0.02 + row);
            for i in 0..n {
                let x = b.w() * (i as f32 + rng.range(0.15, 0.85)) / n as f32;
                let k = b.h() * height * rng.range(0.8, 1.15);
                let color = b.light.lit(b.light.leaf(&mut rng), depth);
                if rng.chance(0.7) {
                    out.extend(plants::conifer(b, x, base, k, color));
                } else {
                    out.extend(plants::broadleaf(b, &mut rng, x, base, k * 0.9, color));
                }
            }
            if row == 0.0 {
                out.push(b.plane(floor));
            }
        }
    } else {
        out.push(b.plane(floor));
    }
    // Big trees at the edges frame the clearing.
    if b.allows("tree") {
        for (x, k) in [(0.0, 0.86), (1.0, 0.92)] {
            let color = b.light.lit(b.light.leaf(&mut rng), 0.05);
            out.extend(plants::conifer(
                b,
                b.w() * x,
                y + (b.h() - y) * 0.3,
                b.h() * k * rng.range(0.85, 1.0),
                lighter(color, -0.04),
            ));
        }
    }
    for _ in 0..10 {
        let (x, y, s) = b.spot(&mut rng, 0.2, 1.0);
        out.push(patch(x, y, 150.0 * s, lighter(floor, 0.05), 0.5));
    }
    out.push(plants::tufts(b, &mut rng, 46, lighter(floor, -0.07)));
}

/// Three ranges of peaks behind each other.
pub fn mountains(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    sky(b, out);
    let y = b.horizon();
    // Where nothing else leads, the peaks do.
    let tall = if b.leads { 1.35 } else { 1.0 };
    range(b, out, "far range", y, b.h() * 0.34 * tall, 0.62, 5);
    match b.peaks {
        Some(n) => counted_peaks(b, out, n),
        None => range(b, out, "near range", y + 4.0, b.h() * 0.27 * tall, 0.3, 4),
    }
    if b.allows("tree") {
        out.push(plants::treeline(b, "foothills", y + 8.0, b.h() * 0.05, 0.3));
    }
    meadow(b, out);
    if b.leads && b.allows("tree") {
        frame_with_firs(b, out);
    }
}

/// Firs at both sides lead the eye to what lies between them.
fn frame_with_firs(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let mut rng = b.rng("framing firs");
    for (from, to) in [(-0.02, 0.24), (0.78, 1.02)] {
        for i in 0..5 {
            let t = i as f32 / 4.0;
            let x = b.w() * (from + (to - from) * t + rng.range(-0.02, 0.02));
            let edge = if from < 0.3 { 1.0 - t } else { t };
            let base = b.horizon() + (b.h() - b.horizon()) * (0.25 + 0.7 * edge);
            let k = b.h() * (0.12 + 0.2 * edge) * rng.range(0.85, 1.15);
            let leaf = b.light.lit(Rgba::hex(0x2f6f52), 0.16 * (1.0 - edge));
            out.extend(plants::conifer(b, x, base, k, leaf));
        }
    }
}

/// Mountains behind another place.
pub fn far_range(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let y = b.horizon();
    let height = (b.h() * 0.26).min(y * 0.8);
    range(b, out, "far range", y, height, 0.6, 5);
    match b.peaks {
        Some(n) => counted_peaks(b, out, n),
        None => range(b, out, "near range", y + 4.0, height * 0.72, 0.34, 4),
    }
}

/// Rolling hills in four layers.
pub fn hills(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    sky(b, out);
    let mut rng = b.rng("hills");
    let green = b.light.ground_asked.unwrap_or_else(|| b.light.grass());
    let top = b.horizon() - b.h() * 0.13;
    for i in 0..5 {
        let t = i as f32 / 4.0;
        let y = top + (b.h() - top) * (0.04 + 0.62 * t * t.sqrt());
        let points = b.rolling(&format!("hill {i}"), y, b.h() * (0.035 + 0.02 * t), 4);
        let color = lighter(b.light.lit(green, 0.62 * (1.0 - t)), rng.range(-0.02, 0.02));
        out.push(b.layer(hill(&points, b.h()), color));
        if b.allows("tree") && (1..4).contains(&i) {
            for _ in 0..4 {
                let (px, py) = *rng.pick(&points[1..]);
                let leaf = b.light.lit(b.light.leaf(&mut rng), 0.5 * (1.0 - t));
                let k = b.h() * (0.03 + 0.045 * t);
                let x = px.max(0.04 * b.w()).min(0.96 * b.w());
                if (px - x).abs() < 1.0 {
                    out.extend(plants::broadleaf(b, &mut rng, x, py + k * 0.12, k, leaf));
                }
            }
        }
    }
    out.push(plants::tufts(
        b,
        &mut rng,
        30,
        lighter(b.light.lit(green, 0.0), -0.06),
    ));
}

/// Dunes under a hot sky.
pub fn desert(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    sky(b, out);
    let sand = b.light.ground(Rgba::hex(0xe9bd78));
    let y = b.horizon();
    let mesa = b.light.lit(Rgba::hex(0xc2794a), 0.5);
    let mut rng = b.rng("mesa");
    let x = b.w() * rng.range(0.05, 0.55);
    let w = b.w() * rng.range(0.22, 0.34);
    let k = b.h() * 0.13;
    let d = crag(
        &[
            (x - w * 0.16, y),
            (x, y - k * 0.8),
            (x + w * 0.04, y - k),
            (x + w * 0.44, y - k),
            (x + w * 0.5, y - k * 0.55),
            (x + w * 0.8, y - k * 0.55),
            (x + w, y),
        ],
        y + 6.0,
    );
    out.push(b.layer(d, mesa));
    for i in 0..4 {
        let t = i as f32 / 3.0;
        let base = y + (b.h() - y) * (0.0 + 0.5 * t);
        let points = b.rolling(&format!("dune {i}"), base, b.h() * (0.014 + 0.016 * t), 4);
        let color = lighter(b.light.lit(sand, 0.4 * (1.0 - t)), -0.02 * (i % 2) as f32);
        out.push(b.layer(hill(&points, b.h()), color));
    }
    ripples(b, out, lighter(sand, -0.05));
}

/// Snow over everything, far firs.
pub fn snow(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    sky(b, out);
    let white = b.light.ground(Rgba::hex(0xf3f8fc));
    let y = b.horizon();
    range(b, out, "snow range", y + 2.0, b.h() * 0.2, 0.6, 5);
    let mut rng = b.rng("firs");
    if b.allows("tree") {
        for i in 0..9 {
            let x = b.w() * (i as f32 + rng.range(0.1, 0.9)) / 9.0;
            let k = b.h() * rng.range(0.08, 0.18);
            let color = b.light.lit(Rgba::hex(0x5f8c88), 0.4);
            out.extend(plants::conifer(b, x, y + 6.0, k, color));
        }
    }
    for i in 0..3 {
        let t = i as f32 / 2.0;
        let base = y + (b.h() - y) * 0.42 * t;
        let points = b.rolling(&format!("drift {i}"), base, b.h() * 0.014, 5);
        let shade = b.light.lit(Rgba::hex(0xc9dcec), 0.1);
        let color = white.mix(shade, 0.5 * (1.0 - t));
        out.push(b.layer(hill(&points, b.h()), color));
    }
    for _ in 0..14 {
        let (x, y, s) = b.spot(&mut rng, 0.2, 1.0);
        out.push(patch(
            x,
            y,
            130.0 * s,
            b.light.lit(Rgba::hex(0xcfe0ee), 0.0),
            0.55,
        ));
    }
}

/// Two hazy hill lines at the horizon.
pub fn far_hills(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let y = b.horizon();
    for (name, lift, depth) in [("far hills", 0.05, 0.72), ("hills", 0.02, 0.56)] {
        let points = b.rolling(name, y - b.h() * lift, b.h() * 0.03, 5);
        let color = b.light.lit(Rgba::hex(0x6fa287), depth);
        out.push(b.layer(hill(&points, y + 8.0), color));
    }
}

/// A grassy plane with patches, tufts and flowers.
pub fn meadow(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let green = b.light.ground(b.light.grass());
    let mut rng = b.rng("meadow");
    out.push(b.plane(green));
    for _ in 0..12 {
        let (x, y, s) = b.spot(&mut rng, 0.05, 1.0);
        let tone = if rng.chance(0.5) { 0.035 } else { -0.03 };
        out.push(patch(x, y, 260.0 * s, lighter(green, tone), 0.6));
    }
    out.push(plants::tufts(b, &mut rng, 60, lighter(green, -0.08)));
    if b.allows("flower")
        && b.light.season != Season::Winter
        && matches!(b.light.time, TimeOfDay::Day | TimeOfDay::Morning)
    {
        out.extend(plants::flowers(b, &mut rng, 16));
    }
}

fn range(
    b: &Backdrop<'_>,
    out: &mut Vec<Node>,
    name: &str,
    base: f32,
    height: f32,
    depth: f32,
    n: usize,
) {
    ridge(b, out, name, (base, height, 1.0), depth, n);
}

/// A range of peaks with lit and shaded flanks and snow; `up` is 1 above its foot and negative for its mirror image.
pub(super) fn ridge(
    b: &Backdrop<'_>,
    out: &mut Vec<Node>,
    name: &str,
    (base, height, up): (f32, f32, f32),
    depth: f32,
    n: usize,
) {
    let mut rng = b.rng(name);
    let at = |x: f32, y: f32| (x, base - (base - y) * up);
    let mut points = vec![at(-0.1 * b.w(), base - height * 0.3)];
    let mut peaks = Vec::new();
    let step = b.w() / n as f32;
    let far = -b.light.side;
    for i in 0..n {
        let x = step * (i as f32 + 0.5 + rng.range(-0.2, 0.2));
        let top = base - height * rng.range(0.6, 1.0);
        let left = (x - step * 0.26, top + height * rng.range(0.22, 0.34));
        let right = (x + step * 0.3, top + height * rng.range(0.28, 0.42));
        points.extend([at(left.0, left.1), at(x, top), at(right.0, right.1)]);
        peaks.push((x, top, if far < 0.0 { left } else { right }));
    }
    points.push(at(1.1 * b.w(), base - height * 0.35));
    let rock = b.light.lit(Rgba::hex(0x66789a), depth);
    let foot = base + 10.0 * up;
    out.push(b.layer(crag(&points, foot), rock));
    for (x, top, valley) in &peaks {
        let k = step * far;
        let flank = [
            (*x, *top),
            *valley,
            (valley.0 + k * 0.1, base),
            (x + k * 0.02, base),
            (x + k * 0.12, top + height * 0.62),
            (x - k * 0.02, top + height * 0.42),
            (x + k * 0.07, top + height * 0.22),
        ];
        let mut pen = Pen::new();
        for (i, (x, y)) in flank.iter().enumerate() {
            let (x, y) = at(*x, *y);
            pen = if i == 0 { pen.go(x, y) } else { pen.line(x, y) };
        }
        out.push(b.layer(pen.close().end(), lighter(rock, -0.045)));
    }
    if up < 0.0 {
        return;
    }
    for (x, top, _) in peaks {
        out.push(b.layer(
            snow_cap(x, top, height * 0.2),
            b.light.lit(Rgba::hex(0xf5f9ff), depth * 0.8),
        ));
    }
}

/// Returns a cap of snow on the tip of a peak.
fn snow_cap(x: f32, top: f32, k: f32) -> String {
    Pen::new()
        .go(x, top)
        .line(x + k * 0.82, top + k * 0.82)
        .line(x + k * 0.4, top + k * 0.62)
        .line(x + k * 0.12, top + k)
        .line(x - k * 0.2, top + k * 0.6)
        .line(x - k * 0.58, top + k * 0.82)
        .close()
        .end()
}

/// Paints as many separate peaks as were asked for.
fn counted_peaks(b: &Backdrop<'_>, out: &mut Vec<Node>, n: u32) {
    let mut rng = b.rng("peaks");
    let n = n.clamp(1, 9);
    let base = b.horizon() + 6.0;
    let step = b.w() * 0.92 / n as f32;
    let most = (step * 0.95).min(b.h() * 0.44);
    for i in 0..n {
        let x = b.w() * 0.04 + step * (i as f32 + 0.5);
        let height = most * rng.range(0.82, 1.0);
        let half = (step * 0.56).min(height * 0.8);
        let top = base - height;
        let rock = b.light.lit(Rgba::hex(0x6b7d9e), 0.26);
        let d = crag(
            &[
                (x - half, base),
                (x - half * 0.45, top + height * 0.5),
                (x, top),
                (x + half * 0.5, top + height * 0.46),
                (x + half, base),
            ],
            base,
        );
        out.push(
            b.layer(d, rock)
                .role("object")
                .id(format!("mountain-{}", i + 1)),
        );
        let far = half * -b.light.side;
        let shade = crag(&[(x, base), (x, top), (x + far, base)], base);
        out.push(b.layer(shade, lighter(rock, -0.06)));
        out.push(b.layer(
            snow_cap(x, top, height * 0.24),
            b.light.lit(Rgba::WHITE, 0.12),
        ));
    }
}

fn strips(b: &Backdrop<'_>, out: &mut Vec<Node>, green: Rgba) {
    let (y, run) = (b.horizon(), b.h() - b.horizon());
    let vanish = b.w() * 0.5;
    for i in 0..7 {
        if i % 2 == 0 {
            continue;
        }
        let at = |k: f32, foot: f32| vanish + (k - 3.5) * b.w() * foot;
        let d = Pen::new()
            .go(at(i as f32, 0.16), y + run * 0.1)
            .line(at(i as f32 + 1.0, 0.16), y + run * 0.1)
            .line(at(i as f32 + 1.0, 0.5), b.h())
            .line(at(i as f32, 0.5), b.h())
            .close()
            .end();
        out.push(b.layer(d, lighter(green, 0.03).faded(0.6)));
    }
}

fn fence(b: &Backdrop<'_>, out: &mut Vec<Node>, base: f32) {
    let wood = b.light.lit(Rgba::hex(0xb98a5a), 0.2);
    let k = b.h() * 0.055;
    let step = k * 1.5;
    let mut pen = Pen::new();
    let mut x = -step * 0.4;
    while x < b.w() + step {
        pen = pen.go(x, base).line(x, base - k);
        x += step;
    }
    out.push(line(pen.end(), b.w(), b.h(), wood, k * 0.13));
    let rails = Pen::new()
        .go(-9.0, base - k * 0.74)
        .line(b.w() + 9.0, base - k * 0.74)
        .go(-9.0, base - k * 0.34)
        .line(b.w() + 9.0, base - k * 0.34)
        .end();
    out.push(line(rails, b.w(), b.h(), wood, k * 0.09));
}

fn pickets(b: &Backdrop<'_>, out: &mut Vec<Node>, base: f32) {
    let white = b.light.lit(Rgba::hex(0xfdfcf7), 0.18);
    let k = b.h() * 0.12;
    let step = k * 0.34;
    let mut pen = Pen::new();
    let mut x = -step;
    while x < b.w() + step {
        let w = step * 0.66;
        pen = pen
            .go(x, base + k * 0.1)
            .line(x, base - k * 0.8)
            .line(x + w / 2.0, base - k)
            .line(x + w, base - k * 0.8)
            .line(x + w, base + k * 0.1)
            .close();
        x += step;
    }
    for dy in [0.68, 0.28] {
        out.push(
            rect()
                .bounds(0.0, base - k * dy, b.w(), k * 0.09)
                .fill(lighter(white, -0.07)),
        );
    }
    out.push(fill(pen.end(), b.w(), b.h(), white));
}

fn ripples(b: &Backdrop<'_>, out: &mut Vec<Node>, color: Rgba) {
    let mut rng = b.rng("ripples");
    let mut pen = Pen::new();
    for _ in 0..26 {
        let (x, y, s) = b.spot(&mut rng, 0.2, 1.0);
        let w = 90.0 * s;
        pen = pen
            .go(x, y)
            .quad(x + w * 0.25, y - 5.0 * s, x + w * 0.5, y)
            .quad(x + w * 0.75, y + 5.0 * s, x + w, y);
    }
    out.push(line(pen.end(), b.w(), b.h(), color.faded(0.7), 2.2));
    for _ in 0..10 {
        let (x, y, s) = b.spot(&mut rng, 0.3, 1.0);
        out.push(oval(
            Rect::around(x, y, 16.0 * s, 7.0 * s),
            lighter(color, -0.08),
        ));
    }
}
