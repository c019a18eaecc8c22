//! Looks drawn with one tool: ink, pencil, chalk, light, and the white line of a blueprint.

use super::grain::Grain;
use super::lane::{Colors, LANES, Lane, even, luma, mix, smooth, smooth_between};
use super::sheet::{Field, Sheet, Spot, Tint, floats, luma_of, noise, tint};

/// Colours that differ by less than this share no line.
const LEAST: f32 = 0.075;

/// Even black lines on white paper, closed forms to be coloured in.
pub(super) fn line(sheet: &Sheet) -> Sheet {
    let lines = sheet.edges(3.4, LEAST, LEAST + 0.05);
    let dark = sheet.field(|x, y| f32::from(luma_of(floats(sheet.px[y * sheet.w + x])) < 0.2));
    // Small dark parts, such as eyes, are inked; large ones are left to be coloured.
    let crowd = dark.blurred(14.0 * sheet.scale);
    sheet.work([], [], |at, [], []| {
        let inked = dark.own(&at) * smooth(0.62, 0.5, crowd.own(&at));
        let ink = lines.own(&at).max(inked);
        let alpha = sheet.own(&at)[3].max(ink);
        let white = Lane::all(1.0);
        mix([white, white, white, alpha], even(tint(0x1b1d22)), ink)
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
        let (u, v) = (at.u, at.v);
        let grain = n[0];
        let drawn = wavering(&lines, sheet.scale, at, 3.2, [n[3], n[4], n[5]])
            .max(wavering(&lines, sheet.scale, at, 5.5, [n[6], n[7], n[8]]) * 0.7);
        let t = tone.own(&at);
        let sway = (n[1] - 0.5) * 34.0;
        let hatch = |across: Lane, gap: f32, from: f32| {
            let depth = smooth(from, from - 0.45, t);
            let off = ((across * (1.0 / gap)).part() - 0.5).abs() * 2.0;
            depth * smooth(0.28, 0.78, off) * 0.55
        };
        let shade = hatch(u + sway + v, 11.0, 0.8)
            .max(hatch(u + sway - v, 12.0, 0.5))
            .max(hatch(sway * 0.3 + v, 8.0, 0.3));
        let graphite = (drawn * 0.95).max(shade * (grain * 0.6 + 0.55)) * (grain * 0.4 + 0.72);
        let paper = mix(even(tint(0xfaf6ec)), even(tint(0xe9e2d2)), n[2] * 0.6);
        let alpha = sheet.own(&at)[3].max(graphite);
        let out = mix(paper, even(tint(0x2b2c31)), graphite.min(0.96));
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
fn wavering(lines: &Field, scale: f32, at: Spot, swing: f32, [dx, dy, press]: [Lane; 3]) -> Lane {
    let x = (at.u + (dx - 0.5) * swing) * scale;
    let y = ((dy - 0.5) * swing + at.v) * scale;
    lines.gather(x, y) * (press * 0.5 + 0.7)
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
    sheet.work(grains, [], |at, n, []| {
        let t = tone.own(&at);
        let bend = (n[0] - 0.5) * 60.0;
        let across = (bend * 0.5 + at.u * 0.18 + at.v) * (1.0 / 9.0);
        let off = (across.part() - 0.5).abs() * 2.0;
        let cut = smooth(0.14, 0.8, t) * 1.06;
        let gouge = smooth_between(cut - 0.08, cut + 0.08, off);
        let block = gouge.or(1.0, t.less(0.16));
        let line = lines.own(&at);
        let ink = block.max(line).min(1.0);
        let worn = smooth(0.1, 0.3, n[1]);
        let paper = mix(even(tint(0xf3ead6)), even(tint(0xe6d9bd)), n[2] * 0.5);
        let out = mix(paper, even(tint(0x1c1a1d)), ink * (worn * 0.14 + 0.86));
        [out[0], out[1], out[2], sheet.own(&at)[3].max(line)]
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
        let wiped = n[0] * 0.6 + n[1] * 0.4;
        let own = sheet.own(&at);
        // A ground that is asked to be black is a slate.
        let slate = luma(&own).less(0.1);
        let green = mix(even(tint(0x24332f)), even(tint(0x42544e)), wiped * 0.55);
        let black = mix(even(tint(0x101214)), even(tint(0x24272a)), wiped * 0.55);
        let board = mix(green, black, slate);
        let powder = n[2];
        let drawn = wavering(&lines, sheet.scale, at, 2.6, [n[4], n[5], n[6]]);
        let stroke = drawn * smooth(0.04, 0.34, powder);
        let across = (at.u + n[3] * 8.0 + at.v * 1.4) * (1.0 / 9.0);
        let rub = ((across.part() - 0.5).abs() * 2.0).unit();
        let depth = luma(&own) * 0.32 + 0.1;
        let fill = depth * smooth(0.2, 0.9, rub) * smooth(0.2, 0.75, powder) * own[3];
        let filled = mix(board, mix(vivid(own, 0.3), even([1.0; 4]), 0.2), fill);
        if stroke.most() <= 0.0 {
            return [filled[0], filled[1], filled[2], own[3]];
        }
        let chalk = each(|k| match stroke.0[k] > 0.0 {
            true => vivid_tint(brightest(sheet, at.x + k, at.y, 3), 0.45),
            false => [0.0; 4],
        });
        let color = mix(chalk, even(tint(0xfdfcf5)), 0.66);
        let stroke = stroke.unit();
        let out = mix(filled, color, stroke * 0.95);
        [out[0], out[1], out[2], own[3].max(stroke)]
    })
}

/// White lines and a drafting grid on blue.
pub(super) fn blueprint(sheet: &Sheet) -> Sheet {
    let lines = sheet.edges(2.6, LEAST, LEAST + 0.06);
    let (w, h) = (sheet.w as f32 / sheet.scale, sheet.h as f32 / sheet.scale);
    let grains = [Grain(2.0, 2.0, 51), Grain(160.0, 160.0, 52)];
    sheet.work(grains, [], |at, n, []| {
        let (u, v) = (at.u, at.v);
        let fibre = n[0] * 0.05 + n[1] * 0.1;
        let paper = mix(even(tint(0x1b4a92)), even(tint(0x2b62b3)), fibre * 4.0);
        let rule = |step: f32, half: f32| {
            let near = |t: Lane| ((t * (1.0 / step) + 0.5).floor() * step - t).abs();
            near(u).less(half).max(near(Lane::all(v)).less(half))
        };
        let grid = (rule(24.0, 0.5) * 0.13).max(rule(120.0, 0.7) * 0.26);
        let edge = u.min(v).min(w - u).min(h - v);
        let band = |from: f32, to: f32| edge.less(to) - edge.less(from);
        let border = band(16.0, 18.5).max(band(23.0, 24.2)) * 0.85;
        let own = sheet.own(&at);
        let tone = own[3] * (luma(&own) * 0.13 + 0.02);
        let washed = mix(paper, even(tint(0xdfeaff)), tone.max(grid));
        let drawn = lines.own(&at).max(border);
        mix(washed, even(tint(0xf6faff)), drawn * 0.94)
    })
}

/// Tubes of light in the dark, with a glow on everything near.
pub(super) fn neon(sheet: &Sheet) -> Sheet {
    let lines = sheet.edges(4.2, LEAST + 0.03, LEAST + 0.12);
    let reach = (3.0 * sheet.scale) as i64;
    let lit = sheet.work([], [], |at, [], []| {
        let line = lines.own(&at);
        if line.most() <= 0.0 {
            return even([0.0, 0.0, 0.0, 1.0]);
        }
        let color = each(|k| match line.0[k] > 0.0 {
            true => tube(brightest(sheet, at.x + k, at.y, reach), at.u.0[k], at.v),
            false => [0.0; 4],
        });
        let full = Lane::all(1.0);
        [color[0] * line, color[1] * line, color[2] * line, full]
    });
    let near = lit.blurred(6.0 * sheet.scale);
    let far = lit.blurred(22.0 * sheet.scale);
    sheet.work([], [&near, &far], |at, [], [near, far]| {
        let (own, tube) = (sheet.own(&at), lit.own(&at));
        let k = lines.own(&at);
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

/// Returns colours that are worked out one by one.
fn each(f: impl Fn(usize) -> Tint) -> Colors {
    let all: [Tint; LANES] = std::array::from_fn(f);
    std::array::from_fn(|c| Lane(all.map(|color| color[c])))
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
fn vivid_tint(p: Tint, floor: f32) -> Tint {
    let (low, high) = span(p);
    if high - low < 0.06 {
        return [1.0; 4];
    }
    let part = |c: usize| floor + (1.0 - floor) * (p[c] - low) / (high - low);
    [part(0), part(1), part(2), 1.0]
}

/// As [`vivid_tint`].
fn vivid(p: Colors, floor: f32) -> Colors {
    let (low, high) = (p[0].min(p[1]).min(p[2]), p[0].max(p[1]).max(p[2]));
    let wide = high - low;
    let k = (1.0 - floor) / wide.max(0.06);
    let grey = wide.less(0.06);
    let part = |c: usize| ((p[c] - low) * k + floor).or(1.0, grey);
    [part(0), part(1), part(2), Lane::all(1.0)]
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
    vivid_tint(p, 0.16)
}
