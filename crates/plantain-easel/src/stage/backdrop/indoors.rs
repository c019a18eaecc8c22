//! Indoors: a plain studio, table tops, rooms, kitchens, classrooms.

use plantain_scene::build::rect;
use plantain_scene::node::{Motif, Node, Paint, Pattern};
use plantain_scene::{Oklch, Rgba};

use super::{Backdrop, Cloth, Weave};
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, downward, fill, glow, line};

/// A seamless backdrop: one colour, lit from above, bent into a floor.
pub fn studio(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let base = b.plain.unwrap_or_else(|| tone(b));
    out.push(rect().bounds(0.0, 0.0, b.w(), b.h()).fill(base));
    if b.plain.is_none() {
        let light = if base.is_dark() { 0.14 } else { 0.36 };
        out.push(glow(
            b.w() * 0.5,
            b.horizon() * 0.62,
            b.w().max(b.h()) * 0.62,
            Rgba::WHITE,
            light,
        ));
    }
    let (y, run) = (b.horizon(), b.h() - b.horizon());
    let floor = lighter(base, -0.035);
    out.push(
        rect()
            .bounds(0.0, y - run * 0.12, b.w(), b.h() - y + run * 0.12)
            .fill(downward(&[
                floor.faded(0.0),
                floor.faded(0.9),
                lighter(floor, -0.02),
            ])),
    );
}

/// Returns a studio colour that sets off what stands before it: far in hue, apart in lightness.
fn tone(b: &Backdrop<'_>) -> Rgba {
    let mut rng = b.rng("studio");
    let tones = [
        (0.90, 0.055, 80.0),
        (0.87, 0.06, 230.0),
        (0.89, 0.06, 160.0),
        (0.87, 0.065, 25.0),
        (0.87, 0.06, 300.0),
        (0.85, 0.055, 200.0),
        (0.91, 0.02, 85.0),
        (0.84, 0.07, 95.0),
    ]
    .map(|(l, c, h)| Oklch::new(l, c, h).rgba());
    let apart = |ground: &Rgba| {
        let g = ground.oklch();
        b.subjects
            .iter()
            .map(|s| {
                let s = s.oklch();
                let d = (s.h - g.h).abs();
                let hue = if s.c < 0.04 {
                    0.5
                } else {
                    d.min(360.0 - d) / 180.0
                };
                hue * 0.6 + (s.l - g.l).abs() * 2.0
            })
            .fold(2.0, f32::min)
    };
    let mut best: Vec<Rgba> = tones.to_vec();
    best.sort_by(|a, b| apart(b).total_cmp(&apart(a)));
    best.truncate(4);
    *rng.pick(&best)
}

/// Tiles from above, edge to edge.
pub fn tiled(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    use crate::stage::panel::Outline;
    let fallback = (
        vec![Rgba::hex(0x5b8fc9), Rgba::hex(0xf4f6f8)],
        Outline::Square,
    );
    let (mut colors, outline) = b.tiles.clone().unwrap_or(fallback);
    if colors.len() == 1 {
        colors.push(lighter(
            colors[0],
            if colors[0].is_dark() { 0.1 } else { -0.08 },
        ));
    }
    let joint = lighter(colors[0].mix(Rgba::hex(0xe9e5dc), 0.75), 0.0);
    out.push(rect().bounds(0.0, 0.0, b.w(), b.h()).fill(joint));
    let side = b.w().min(b.h()) / 7.0;
    let hex = !matches!(outline, Outline::Square | Outline::Rect);
    let (dx, dy) = if hex {
        (side, side * 0.866)
    } else {
        (side, side)
    };
    let mut pens = vec![Pen::new(); colors.len()];
    let (columns, rows) = ((b.w() / dx) as i32 + 2, (b.h() / dy) as i32 + 2);
    for row in 0..rows {
        for column in 0..columns {
            let shift = if hex && row % 2 == 1 { dx / 2.0 } else { 0.0 };
            let (cx, cy) = (column as f32 * dx + shift, row as f32 * dy);
            let which = ((column + row) as usize + usize::from(hex && row % 4 > 1)) % colors.len();
            let pen = std::mem::take(&mut pens[which]);
            pens[which] = tile(pen, cx, cy, side * 0.48, hex);
        }
    }
    for (pen, color) in pens.into_iter().zip(colors) {
        out.push(fill(pen.end(), b.w(), b.h(), color));
    }
}

fn tile(mut pen: Pen, cx: f32, cy: f32, r: f32, hex: bool) -> Pen {
    if !hex {
        return pen
            .go(cx - r, cy - r)
            .line(cx + r, cy - r)
            .line(cx + r, cy + r)
            .line(cx - r, cy + r)
            .close();
    }
    // Pointed at the top; the corners of a hexagon whose flats are `r` from the middle.
    let long = r * 1.1547;
    for (i, (x, y)) in [
        (0.0, -1.0),
        (0.866, -0.5),
        (0.866, 0.5),
        (0.0, 1.0),
        (-0.866, 0.5),
        (-0.866, -0.5),
    ]
    .into_iter()
    .enumerate()
    {
        let (x, y) = (cx + x * long, cy + y * long);
        pen = if i == 0 { pen.go(x, y) } else { pen.line(x, y) };
    }
    pen.close()
}

/// A wooden table before a soft wall.
pub fn table(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let mut rng = b.rng("table");
    let walls = [0xdfe9e4, 0xf0e2d2, 0xdce6f0, 0xefe3ea, 0xe8e6d8];
    let wall = b.plain.unwrap_or(Rgba::hex(*rng.pick(&walls)));
    let wall = b.light.lit(wall, 0.0);
    out.push(
        rect()
            .bounds(0.0, 0.0, b.w(), b.horizon() + 2.0)
            .fill(downward(&[lighter(wall, 0.015), lighter(wall, -0.025)])),
    );
    out.push(glow(
        b.w() * (0.5 + 0.3 * b.light.side),
        b.horizon() * 0.3,
        b.w() * 0.5,
        Rgba::WHITE,
        0.5,
    ));
    let woods = [0xc98f5a, 0xb67b4a, 0xd9a877, 0xa86f44];
    let wood = b.light.ground(Rgba::hex(*rng.pick(&woods)));
    if let Some(cloth) = &b.cloth {
        spread(b, out, cloth);
        return;
    }
    let (y, run) = (b.horizon(), b.h() - b.horizon());
    out.push(rect().bounds(0.0, y, b.w(), run).fill(downward(&[
        lighter(wood, 0.03),
        wood,
        lighter(wood, -0.03),
    ])));
    boards(b, out, y, b.h(), lighter(wood, -0.06));
    out.push(rect().bounds(0.0, y, b.w(), 3.0).fill(lighter(wood, 0.08)));
}

/// Rows of a pattern on a table that runs away from the eye, and fields across its far edge.
const CLOTH_ROWS: usize = 8;
const CLOTH_FIELDS: usize = 16;

/// Lays a cloth over the table; its pattern grows toward the eye.
fn spread(b: &Backdrop<'_>, out: &mut Vec<Node>, cloth: &Cloth) {
    let (y, run) = (b.horizon(), b.h() - b.horizon());
    let color = b.light.lit(cloth.color, 0.0);
    out.push(rect().bounds(0.0, y, b.w(), run).fill(downward(&[
        lighter(color, 0.01),
        color,
        lighter(color, -0.03),
    ])));
    let second = b.light.lit(cloth.second, 0.0).faded(0.85);
    // Edges of rows by the square of their number, of fields by lines that spread from a point above.
    let edge = |row: usize| {
        let t = row as f32 / CLOTH_ROWS as f32;
        y + run * (0.55 * t + 0.45 * t * t)
    };
    let at = |field: usize, y1: f32| {
        let t = field as f32 / CLOTH_FIELDS as f32 - 0.5;
        b.w() * (0.5 + t * (1.0 + 0.9 * (y1 - y) / run.max(1.0)) * 1.04)
    };
    let mut pen = Pen::new();
    for row in 0..CLOTH_ROWS {
        for field in 0..CLOTH_FIELDS {
            let on = match cloth.weave {
                Weave::Plain => false,
                Weave::Checks => (row + field) % 2 == 0,
                Weave::Stripes => field % 2 == 0,
            };
            if on {
                let (top, foot) = (edge(row), edge(row + 1));
                pen = pen
                    .go(at(field, top), top)
                    .line(at(field + 1, top), top)
                    .line(at(field + 1, foot), foot)
                    .line(at(field, foot), foot)
                    .close();
            }
        }
    }
    if cloth.weave != Weave::Plain {
        out.push(fill(pen.end(), b.w(), b.h(), second));
    }
    out.push(
        rect()
            .bounds(0.0, y, b.w(), 3.0)
            .fill(lighter(color, -0.06)),
    );
}

/// A bare room before which furniture of the prompt stands, with walls of brick where they are asked for.
pub fn room(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    if !b.brick {
        super::rooms::living(b, out);
        return;
    }
    let mut rng = b.rng("room");
    let wall = b.light.lit(b.plain.unwrap_or(Rgba::hex(0xa85a45)), 0.0);
    walls_and_skirting(b, out, wall);
    bricks(b, out, wall);
    let wood = b
        .light
        .ground(Rgba::hex(*rng.pick(&[0xc79a6b, 0xb98556, 0xd3ad83])));
    floor(b, out, wood);
}

/// Tiles, a shelf line and a counter.
pub fn kitchen(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let mut rng = b.rng("kitchen");
    let wall = Rgba::hex(*rng.pick(&[0xf4f1e8, 0xe6f0ee, 0xf6ebe0]));
    let wall = b.light.lit(b.plain.unwrap_or(wall), 0.0);
    let y = b.horizon();
    out.push(rect().bounds(0.0, 0.0, b.w(), y).fill(wall));
    let tiles = Pattern {
        motif: Motif::Grid,
        color: lighter(wall, -0.06).into(),
        ground: None,
        step: b.w() / 16.0,
    };
    out.push(
        rect()
            .bounds(0.0, y * 0.36, b.w(), y * 0.64)
            .fill(Paint::Pattern(tiles)),
    );
    let door = Rgba::hex(*rng.pick(&[0x7fa99b, 0x8fa8c4, 0xd8a58a]));
    let door = b.light.lit(b.fittings.unwrap_or(door), 0.05);
    let n = 5;
    let w = b.w() / n as f32;
    for i in 0..n {
        let x = w * i as f32;
        out.push(
            rect()
                .bounds(x + 5.0, -10.0, w - 10.0, y * 0.26)
                .radius(6.0)
                .fill(door)
                .stroke(lighter(door, -0.06), 2.0),
        );
        out.push(
            rect()
                .bounds(x + w / 2.0 - 18.0, y * 0.26 - 26.0, 36.0, 5.0)
                .radius(2.5)
                .fill(lighter(door, -0.14)),
        );
    }
    out.push(
        rect()
            .bounds(0.0, y * 0.26 - 10.0, b.w(), y * 0.05)
            .fill(downward(&[
                b.light.shadow.faded(0.5),
                b.light.shadow.faded(0.0),
            ])),
    );
    let top = [0xd9cfc2, 0xb98d62, 0xe7e2da];
    let top = b.light.ground(Rgba::hex(*rng.pick(&top)));
    if b.tall {
        units(b, out, top, door);
        return;
    }
    out.push(
        rect()
            .bounds(0.0, y, b.w(), b.h() - y)
            .fill(downward(&[lighter(top, 0.02), lighter(top, -0.03)])),
    );
    out.push(rect().bounds(0.0, y, b.w(), 4.0).fill(lighter(top, 0.05)));
    out.push(
        rect()
            .bounds(0.0, b.h() * 0.965, b.w(), b.h() * 0.035)
            .fill(lighter(top, -0.12)),
    );
}

/// A run of low cupboards along the wall, and the floor before it.
fn units(b: &Backdrop<'_>, out: &mut Vec<Node>, top: Rgba, door: Rgba) {
    let y = b.horizon();
    let high = b.h() * 0.24;
    out.push(rect().bounds(0.0, y - high, b.w(), high).fill(door));
    let n = 6;
    let w = b.w() / n as f32;
    for i in 0..n {
        let x = w * i as f32;
        out.push(
            rect()
                .bounds(x + 6.0, y - high + 22.0, w - 12.0, high - 40.0)
                .radius(5.0)
                .fill(lighter(door, 0.018))
                .stroke(lighter(door, -0.06), 2.0),
        );
        out.push(
            rect()
                .bounds(x + w / 2.0 - 16.0, y - high + 34.0, 32.0, 5.0)
                .radius(2.5)
                .fill(lighter(door, -0.16)),
        );
    }
    out.push(
        rect()
            .bounds(0.0, y - high - 4.0, b.w(), 18.0)
            .fill(lighter(top, 0.03)),
    );
    floor(b, out, b.light.lit(Rgba::hex(0xc9a27a), 0.0));
}

/// A classroom wall with a dado, planks below.
pub fn classroom(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let wall = b.light.lit(b.plain.unwrap_or(Rgba::hex(0xf6e8c9)), 0.0);
    walls_and_skirting(b, out, wall);
    let y = b.horizon();
    let dado = b.light.lit(Rgba::hex(0x9cc3b4), 0.0);
    out.push(rect().bounds(0.0, y * 0.76, b.w(), y * 0.24).fill(dado));
    out.push(
        rect()
            .bounds(0.0, y * 0.755, b.w(), 7.0)
            .fill(lighter(dado, -0.1)),
    );
    out.push(
        rect()
            .bounds(0.0, y - 12.0, b.w(), 12.0)
            .fill(lighter(dado, -0.14)),
    );
    if [
        "blackboard",
        "chalkboard",
        "whiteboard",
        "board",
        "screen",
        "poster",
        "map",
        "world map",
    ]
    .iter()
    .all(|n| b.allows(n))
    {
        let (w, h) = (b.w() * 0.46, y * 0.4);
        let (bx, by) = ((b.w() - w) / 2.0, y * 0.16);
        let green = b.light.lit(Rgba::hex(0x3d6558), 0.12);
        out.push(
            rect()
                .bounds(bx, by, w, h)
                .radius(4.0)
                .fill(green)
                .stroke(b.light.lit(Rgba::hex(0xa5743f), 0.0), 9.0),
        );
    }
    floor(b, out, b.light.ground(Rgba::hex(0xcf9f6c)));
}

pub(super) fn walls_and_skirting(b: &Backdrop<'_>, out: &mut Vec<Node>, wall: Rgba) {
    let y = b.horizon();
    out.push(
        rect()
            .bounds(0.0, 0.0, b.w(), y + 1.0)
            .fill(downward(&[lighter(wall, -0.012), lighter(wall, 0.012)])),
    );
    out.push(glow(
        b.w() * (0.5 + 0.36 * b.light.side),
        y * 0.4,
        b.w() * 0.55,
        Rgba::WHITE,
        0.38,
    ));
    let k = b.h() * 0.024;
    out.push(
        rect()
            .bounds(0.0, y - k, b.w(), k)
            .fill(b.light.lit(Rgba::hex(0xfbf8f2), 0.0)),
    );
    out.push(
        rect()
            .bounds(0.0, y - k, b.w(), 2.0)
            .fill(lighter(wall, -0.08)),
    );
}

pub(super) fn floor(b: &Backdrop<'_>, out: &mut Vec<Node>, wood: Rgba) {
    let y = b.horizon();
    let tile = b.tiles.as_ref().and_then(|(tiles, _)| tiles.first());
    let wood = tile.map_or(wood, |tile| b.light.ground(*tile));
    out.push(
        rect()
            .bounds(0.0, y, b.w(), b.h() - y)
            .fill(downward(&[lighter(wood, -0.03), lighter(wood, 0.015)])),
    );
    match &b.tiles {
        Some((tiles, _)) => super::rooms::checks::lay(b, out, tiles),
        None => boards(b, out, y, b.h(), lighter(wood, -0.055)),
    }
    out.push(
        rect()
            .bounds(0.0, y, b.w(), (b.h() - y) * 0.06)
            .fill(downward(&[
                b.light.shadow.faded(0.7),
                b.light.shadow.faded(0.0),
            ])),
    );
}

pub(super) fn bricks(b: &Backdrop<'_>, out: &mut Vec<Node>, wall: Rgba) {
    let mut pen = Pen::new();
    let k = b.h() / 26.0;
    let bottom = b.horizon() - b.h() * 0.026;
    let mut y = 0.0;
    let mut row = 0;
    while y < bottom {
        pen = pen.go(0.0, y).line(b.w(), y);
        let mut x = if row % 2 == 0 { 0.0 } else { k * 1.3 };
        while x < b.w() {
            pen = pen.go(x, y).line(x, (y + k).min(bottom));
            x += k * 2.6;
        }
        y += k;
        row += 1;
    }
    out.push(line(
        pen.end(),
        b.w(),
        b.h(),
        lighter(wall, 0.1).faded(0.8),
        3.0,
    ));
}

/// Joints of planks that run toward the eye, and across.
pub(super) fn boards(b: &Backdrop<'_>, out: &mut Vec<Node>, top: f32, bottom: f32, color: Rgba) {
    let mut pen = Pen::new();
    let run = bottom - top;
    let mut t = 0.0_f32;
    for i in 0..5 {
        t += 0.09 + 0.05 * i as f32;
        let y = top + run * t;
        if y < bottom {
            pen = pen.go(0.0, y).line(b.w(), y);
        }
    }
    let mut rng = b.rng("boards");
    let mut y = 0.0_f32;
    for i in 0..5 {
        let next = y + 0.09 + 0.05 * i as f32;
        for _ in 0..3 {
            let x = rng.unit() * b.w();
            let lean = (x - b.w() / 2.0) * 0.06;
            pen = pen
                .go(x, top + run * y)
                .line(x + lean, top + run * next.min(1.0));
        }
        y = next;
    }
    out.push(line(pen.end(), b.w(), b.h(), color.faded(0.75), 2.2));
}

pub(super) fn window(b: &Backdrop<'_>, out: &mut Vec<Node>, x: f32, y: f32, w: f32, h: f32) {
    let frame = b.light.lit(Rgba::hex(0xffffff), 0.0);
    let k = w * 0.045;
    out.push(
        rect()
            .bounds(x - k, y - k, w + 2.0 * k, h + 2.0 * k)
            .fill(frame)
            .shadow(3.0, 10.0, b.light.shadow),
    );
    out.push(rect().bounds(x, y, w, h).fill(downward(&b.light.sky)));
    if !b.light.is_night() {
        let leaf = b.light.lit(b.light.grass(), 0.3);
        let d = Pen::new()
            .go(x, y + h)
            .line(x, y + h * 0.78)
            .quad(x + w * 0.3, y + h * 0.66, x + w * 0.6, y + h * 0.78)
            .quad(x + w * 0.8, y + h * 0.84, x + w, y + h * 0.74)
            .line(x + w, y + h)
            .close()
            .end();
        out.push(fill(d, b.w(), b.h(), leaf));
    }
    out.push(rect().bounds(x + w / 2.0 - k / 2.0, y, k, h).fill(frame));
    out.push(rect().bounds(x, y + h * 0.45, w, k).fill(frame));
    out.push(
        rect()
            .bounds(x - 2.4 * k, y + h + k, w + 4.8 * k, k * 1.3)
            .radius(2.0)
            .fill(lighter(frame, -0.05)),
    );
}
