//! Looks drawn with one tool: ink, pencil, chalk, light, and the white line of a blueprint.

use super::grain::{Grain, floor};
use super::sheet::{Field, Sheet, Spot, Tint, luma, mix, noise, smooth, tint};

/// Colours that differ by less than this share no line.
const LEAST: f32 = 0.075;

/// Even black lines on white paper, closed forms to be coloured in.
pub(super) fn line(sheet: &Sheet) -> Sheet {
    let lines = sheet.edges(3.4, LEAST, LEAST + 0.05);
    let dark = sheet.field(|x, y| f32::from(luma(sheet.own(y * sheet.w + x)) < 0.2));
    // Small dark parts, such as eyes, are inked; large ones are left to be coloured.
    let crowd = dark.blurred(14.0 * sheet.scale);
    sheet.work([], [], |Spot { i, .. }, [], []| {
        let inked = dark.v[i] * smooth(0.62, 0.5, crowd.v[i]);
        let ink = lines.v[i].max(inked);
        let alpha = sheet.own(i)[3].max(ink);
        mix([1.0, 1.0, 1.0, alpha], tint(0x1b1d22), ink)
    })
}

/// Pencil: doubled wavering lines, hatching by tone, grained paper.
pub(super) fn sketch(sheet: &Sheet) -> Sheet {
    let lines = sheet.edges(2.4, LEAST, 0.5);
    let tone = sheet.luma().blurred(1.5 * sheet.scale);
    let [a, b, c] = hand(0);
    let [d, e, f] = hand(7);
    let grains = [
        Grain(1.6, 1.6, 31),
        Grain(90.0, 90.0, 33),
        Grain(2.4, 2.4, 35),
        a,
        b,
        c,
        d,
        e,
        f,
    ];
    sheet.work(grains, [], |at, n, []| {
        let Spot { i, u, v, .. } = at;
        let grain = n[0];
        let drawn = wavering(&lines, sheet.scale, at, 3.2, [n[3], n[4], n[5]])
            .max(wavering(&lines, sheet.scale, at, 5.5, [n[6], n[7], n[8]]) * 0.7);
        let t = tone.v[i];
        let sway = (n[1] - 0.5) * 34.0;
        let hatch = |across: f32, gap: f32, from: f32| {
            let depth = smooth(from, from - 0.45, t);
            let off = (part(across / gap) - 0.5).abs() * 2.0;
            depth * smooth(0.28, 0.78, off) * 0.55
        };
        let shade = hatch(u + v + sway, 11.0, 0.8)
            .max(hatch(u - v + sway, 12.0, 0.5))
            .max(hatch(v + sway * 0.3, 8.0, 0.3));
        let graphite = (drawn * 0.95).max(shade * (0.55 + 0.6 * grain)) * (0.72 + 0.4 * grain);
        let paper = mix(tint(0xfaf6ec), tint(0xe9e2d2), n[2] * 0.6);
        let alpha = sheet.own(i)[3].max(graphite);
        let out = mix(paper, tint(0x2b2c31), graphite.min(0.96));
        [out[0], out[1], out[2], alpha]
    })
}

/// Noise of a hand that wavers: across, down, and how hard it presses.
const fn hand(layer: u32) -> [Grain; 3] {
    [
        Grain(34.0, 34.0, layer + 1),
        Grain(34.0, 34.0, layer + 2),
        Grain(70.0, 70.0, layer + 3),
    ]
}

/// Returns the lines at a place that a hand draws a little beside it.
fn wavering(lines: &Field, scale: f32, at: Spot, swing: f32, [dx, dy, press]: [f32; 3]) -> f32 {
    let x = (at.u + (dx - 0.5) * swing) * scale;
    let y = (at.v + (dy - 0.5) * swing) * scale;
    lines.at(x as i64, y as i64) * (0.7 + 0.5 * press)
}

/// Returns what of a number lies behind the point.
fn part(x: f32) -> f32 {
    x - floor(x) as f32
}

/// Black ink from a carved block: darks full, half tones in gouges, lights bare.
pub(super) fn linocut(sheet: &Sheet) -> Sheet {
    let lines = sheet.edges(5.0, LEAST + 0.02, LEAST + 0.1);
    let tone = sheet.luma().blurred(2.0 * sheet.scale);
    let grains = [
        Grain(80.0, 80.0, 55),
        Grain(1.8, 1.8, 56),
        Grain(3.0, 3.0, 57),
    ];
    sheet.work(grains, [], |Spot { i, u, v, .. }, n, []| {
        let t = tone.v[i];
        let bend = (n[0] - 0.5) * 60.0;
        let across = (v + bend * 0.5 + u * 0.18) / 9.0;
        let off = (part(across) - 0.5).abs() * 2.0;
        let cut = smooth(0.14, 0.8, t) * 1.06;
        let gouge = smooth(cut - 0.08, cut + 0.08, off);
        let block = if t < 0.16 { 1.0 } else { gouge };
        let ink = block.max(lines.v[i]).min(1.0);
        let worn = smooth(0.1, 0.3, n[1]);
        let paper = mix(tint(0xf3ead6), tint(0xe6d9bd), n[2] * 0.5);
        let out = mix(paper, tint(0x1c1a1d), ink * (0.86 + 0.14 * worn));
        [out[0], out[1], out[2], sheet.own(i)[3].max(lines.v[i])]
    })
}

/// Coloured chalk on a wiped board.
pub(super) fn chalk(sheet: &Sheet) -> Sheet {
    let lines = sheet.edges(4.4, LEAST, LEAST + 0.1);
    let [a, b, c] = hand(44);
    let grains = [
        Grain(130.0, 46.0, 41),
        Grain(40.0, 22.0, 42),
        Grain(1.5, 1.5, 43),
        Grain(30.0, 30.0, 45),
        a,
        b,
        c,
    ];
    sheet.work(grains, [], |at, n, []| {
        let Spot { x, y, i, u, v } = at;
        let wiped = n[0] * 0.6 + n[1] * 0.4;
        let board = mix(tint(0x24332f), tint(0x42544e), wiped * 0.55);
        let own = sheet.own(i);
        let powder = n[2];
        let drawn = wavering(&lines, sheet.scale, at, 2.6, [n[4], n[5], n[6]]);
        let stroke = drawn * smooth(0.12, 0.5, powder);
        let across = (u + v * 1.4 + 8.0 * n[3]) / 9.0;
        let rub = ((part(across) - 0.5).abs() * 2.0).clamp(0.0, 1.0);
        let depth = 0.1 + 0.32 * luma(own);
        let fill = depth * smooth(0.2, 0.9, rub) * smooth(0.2, 0.75, powder) * own[3];
        let filled = mix(board, mix(vivid(own, 0.3), tint(0xffffff), 0.2), fill);
        if stroke <= 0.0 {
            return [filled[0], filled[1], filled[2], own[3]];
        }
        let color = mix(vivid(brightest(sheet, x, y, 3), 0.45), tint(0xfdfcf5), 0.5);
        let out = mix(filled, color, stroke.min(1.0) * 0.95);
        [out[0], out[1], out[2], own[3].max(stroke.min(1.0))]
    })
}

/// White lines and a drafting grid on blue.
pub(super) fn blueprint(sheet: &Sheet) -> Sheet {
    let lines = sheet.edges(2.6, LEAST, LEAST + 0.06);
    let (w, h) = (sheet.w as f32 / sheet.scale, sheet.h as f32 / sheet.scale);
    let grains = [Grain(2.0, 2.0, 51), Grain(160.0, 160.0, 52)];
    sheet.work(grains, [], |Spot { i, u, v, .. }, n, []| {
        let fibre = n[0] * 0.05 + n[1] * 0.1;
        let paper = mix(tint(0x1b4a92), tint(0x2b62b3), fibre * 4.0);
        let rule = |step: f32, half: f32| {
            let near = |t: f32| (floor(t / step + 0.5) as f32 * step - t).abs();
            f32::from(near(u) < half || near(v) < half)
        };
        let grid = (rule(24.0, 0.5) * 0.13).max(rule(120.0, 0.7) * 0.26);
        let edge = u.min(v).min(w - u).min(h - v);
        let border = f32::from((16.0..18.5).contains(&edge) || (23.0..24.2).contains(&edge)) * 0.85;
        let own = sheet.own(i);
        let tone = own[3] * (0.02 + 0.13 * luma(own));
        let washed = mix(paper, tint(0xdfeaff), tone.max(grid));
        mix(washed, tint(0xf6faff), lines.v[i].max(border) * 0.94)
    })
}

/// Tubes of light in the dark, with a glow on everything near.
pub(super) fn neon(sheet: &Sheet) -> Sheet {
    let lines = sheet.edges(4.2, LEAST + 0.03, LEAST + 0.12);
    let lit = sheet.work([], [], |Spot { x, y, i, u, v }, [], []| {
        let k = lines.v[i];
        if k <= 0.0 {
            return [0.0, 0.0, 0.0, 1.0];
        }
        let color = tube(brightest(sheet, x, y, (3.0 * sheet.scale) as i64), u, v);
        [color[0] * k, color[1] * k, color[2] * k, 1.0]
    });
    let near = lit.blurred(6.0 * sheet.scale);
    let far = lit.blurred(22.0 * sheet.scale);
    sheet.work([], [&near, &far], |Spot { i, .. }, [], [near, far]| {
        let (own, tube) = (sheet.own(i), lit.own(i));
        let k = lines.v[i];
        let part = |c: usize| {
            let wall = own[c] * 0.07 + [0.035, 0.02, 0.075][c];
            let core = tube[c] + k * k * 0.45;
            1.0 - (1.0 - wall)
                * (1.0 - (near[c] * 0.9).min(1.0))
                * (1.0 - (far[c] * 1.1).min(1.0))
                * (1.0 - core.min(1.0))
        };
        [part(0), part(1), part(2), own[3].max(k)]
    })
}

/// Returns the most colourful of the pixels around a place.
fn brightest(sheet: &Sheet, x: usize, y: usize, reach: i64) -> Tint {
    let (x, y) = (x as i64, y as i64);
    let reach = reach.max(1);
    let chroma = |p: &Tint| {
        let (low, high) = span(*p);
        (high - low) * 1.4 + high * 0.3
    };
    [(0, 0), (reach, 0), (-reach, 0), (0, reach), (0, -reach)]
        .iter()
        .map(|(dx, dy)| sheet.at(x + dx, y + dy))
        .max_by(|a, b| chroma(a).total_cmp(&chroma(b)))
        .unwrap_or([1.0; 4])
}

fn span(p: Tint) -> (f32, f32) {
    (p[0].min(p[1]).min(p[2]), p[0].max(p[1]).max(p[2]))
}

/// Returns the colour with its darkest part at `floor` and its brightest at 1; greys become white.
fn vivid(p: Tint, floor: f32) -> Tint {
    let (low, high) = span(p);
    if high - low < 0.06 {
        return [1.0; 4];
    }
    let part = |c: usize| floor + (1.0 - floor) * (p[c] - low) / (high - low);
    [part(0), part(1), part(2), 1.0]
}

/// Returns the light of a tube for a colour; greys take turns in what signs are made of.
fn tube(p: Tint, u: f32, v: f32) -> Tint {
    let (low, high) = span(p);
    if high - low < 0.12 {
        let turn = noise(u / 210.0, v / 210.0, 61);
        return if turn < 0.45 {
            tint(0x3ee7ff)
        } else if turn < 0.6 {
            tint(0xb98cff)
        } else {
            tint(0xff4fd8)
        };
    }
    vivid(p, 0.16)
}
