//! Looks of printing presses: few inks, lines cut in wood, dots, worn paper.

use std::sync::OnceLock;

use super::grain::Grain;
use super::lane::{Colors, Lane, colors, even, luma, mix, recolor, saturated, smooth};
use super::sheet::{
    Sheet, Tint, distance, hash, luma_of, mixed, noise, smooth_step, tint, to_bytes,
};

/// What a press prints with.
struct Press {
    /// Place of its table of inks among those of all presses.
    number: usize,
    inks: &'static [u32],
    /// How far colours go to the nearest ink, 0 to 1.
    pull: f32,
    line: u32,
    /// Width of the lines in logical units.
    width: f32,
    /// How strong the lines are, 0 to 1.
    weight: f32,
}

const WOODBLOCK: Press = Press {
    number: 0,
    inks: &[
        0xefe2c4, 0xe3cfa4, 0x23406e, 0x3f6a93, 0x86a9b5, 0xbccbc0, 0xc2503a, 0xe0a27a, 0xcf9a43,
        0x7f8f5c, 0x44604b, 0x6b4a37, 0x2a2c35, 0xd9b8a0,
    ],
    pull: 0.8,
    line: 0x1f2740,
    width: 2.8,
    weight: 0.92,
};
const DECO: Press = Press {
    number: 1,
    inks: &[
        0x0d1620, 0x143642, 0x1f5a66, 0x3f8f8c, 0xc9a04a, 0xe9c97e, 0xf6e8c6, 0x7c2f2a, 0xb5573f,
        0x2b2b33,
    ],
    pull: 0.86,
    line: 0xd9b45f,
    width: 2.2,
    weight: 0.9,
};
const VINTAGE: Press = Press {
    number: 2,
    inks: &[
        0xf3e6c8, 0xe8cf9a, 0xe0a048, 0xd1653a, 0xa83f33, 0x2f6f73, 0x6fa59c, 0x3b4a57, 0x7a8b52,
        0x51402f, 0xb9d0c0, 0xf0b58a,
    ],
    pull: 0.72,
    line: 0x3b3129,
    width: 1.6,
    weight: 0.25,
};

const VAPORWAVE: Press = Press {
    number: 3,
    inks: &[
        0x1b0f3b, 0x3a1a6b, 0x6a2ca8, 0xa63fc4, 0xd93fb0, 0xff71ce, 0xff9ecb, 0xffd1e8, 0x7df0f0,
        0x32c8e0, 0x2a7fc0, 0xfff3b0, 0xffa08a,
    ],
    pull: 0.82,
    line: 0x2a0f4b,
    width: 1.4,
    weight: 0.2,
};

/// Ukiyo-e: flat inks of the woodblock, dark key lines, wood grain and paper fibre.
pub(super) fn woodblock(sheet: &Sheet) -> Sheet {
    let printed = pressed(sheet, &WOODBLOCK);
    let grains = [Grain(130.0, 90.0, 81), Grain(1.7, 1.7, 83)];
    printed.work(grains, [], |at, [bend, fibre], []| {
        let wood = Lane::of(|k| noise(at.u.0[k] / 240.0, at.v / 5.0 + bend.0[k] * 5.0, 82) - 0.5);
        let k = wood * 0.09 + (fibre - 0.5) * 0.06 + 1.0;
        recolor(printed.own(&at), |c| c * k)
    })
}

/// Vaporwave: the lights of an old screen, with its scan lines.
pub(super) fn vaporwave(sheet: &Sheet) -> Sheet {
    let shown = pressed(sheet, &VAPORWAVE);
    shown.work([], [], |at, [], []| {
        let line = Lane::all(at.v * (1.0 / 5.0)).part() - 0.5;
        let k = 1.03 - line * line * 0.36;
        recolor(saturated(shown.own(&at), 1.12), |c| c * k)
    })
}

/// Art deco: black, teal, cream, with gold lines.
pub(super) fn deco(sheet: &Sheet) -> Sheet {
    pressed(sheet, &DECO)
}

/// An old offset print: few inks that miss each other, dots in the tones, scuffs on warm paper.
pub(super) fn vintage(sheet: &Sheet) -> Sheet {
    let printed = pressed(sheet, &VINTAGE);
    let slip = (1.6 * sheet.scale).floor();
    let scale = sheet.scale;
    let grains = [Grain(3.0, 3.0, 91), Grain(46.0, 46.0, 92)];
    printed.work(grains, [], |at, [fine, wide], []| {
        let (u, v) = (at.u, at.v);
        // A quarter of a pixel keeps rounded places in their pixels.
        let (x, y) = (u * scale + 0.25, Lane::all(v * scale + 0.25));
        let own = printed.own(&at);
        let red = printed.gather(x + slip, y);
        let blue = printed.gather(x - slip, y + slip);
        let slipped = [red[0], own[1], blue[2], own[3]];
        let dot = dots(u, v, 4.6, 0.4);
        let tone = smooth(0.95, 0.35, luma(&slipped));
        let darker = recolor(slipped, |c| c * 0.8);
        let p = mix(slipped, darker, dot.less(tone * 0.85) * 0.5);
        let scuff = smooth(0.79, 0.86, fine * 0.55 + wide * 0.45);
        let specks = Lane::of(|k| hash((u.0[k] * 1.4) as i32, (v * 1.4) as i32, 93));
        let grain = (specks - 0.5) * 0.09 + 1.0;
        let aged = mix(p, even(tint(0xf1e2c0)), scuff * 0.75);
        recolor(mix(aged, even(tint(0xe8c98c)), 0.1), |c| c * grain)
    })
}

/// Pop art: loud flat colours, thick outlines, Ben-Day dots in the half tones.
pub(super) fn halftone(sheet: &Sheet) -> Sheet {
    let lines = sheet.edges(6.0, 0.13, 0.24);
    sheet.work([], [], |at, [], []| {
        let own = sheet.own(&at);
        let loud = saturated(own, 1.75);
        let flat = mix(
            recolor(loud, |c| (c * 3.0 + 0.5).floor() * (1.0 / 3.0)),
            loud,
            0.35,
        );
        let tone = luma(&own);
        let dot = dots(at.u, at.v, 11.0, 0.78);
        let light = dot.less(smooth(0.98, 0.35, tone) * 0.72);
        let paper = even([1.0, 1.0, 0.97, 1.0]);
        let under = mix(flat, paper, smooth(0.25, 0.7, tone) * 0.42);
        let dotted = mix(under, saturated(flat, 1.3), light);
        let ink = even(tint(0x15131a));
        let inked = mix(dotted, ink, smooth(0.13, 0.09, tone));
        let line = lines.own(&at);
        let out = mix(inked, ink, line);
        [out[0], out[1], out[2], own[3].max(line)]
    })
}

/// Returns the distance from the middle of the nearest dot of a turned grid, 0 at the middle, 1 between dots.
fn dots(u: Lane, v: f32, gap: f32, slant: f32) -> Lane {
    let (a, b) = ((u + v * slant) * (1.0 / gap), (v - u * slant) * (1.0 / gap));
    let (a, b) = (a.part() - 0.5, b.part() - 0.5);
    (a * a + b * b).sqrt() * (1.0 / 0.707)
}

fn pressed(sheet: &Sheet, press: &Press) -> Sheet {
    let inks = press.inks();
    let lines = sheet.edges(press.width, 0.09, 0.2);
    let soft = sheet.blurred(1.2 * sheet.scale);
    let line = tint(press.line);
    sheet.work([], [&soft], |at, [], [soft]| {
        let own = sheet.own(&at);
        let printed = mix(own, inks.at(soft), press.pull);
        let k = lines.own(&at) * press.weight;
        let out = mix(printed, even(line), k);
        [out[0], out[1], out[2], own[3].max(k)]
    })
}

/// Shades of each part that a table of inks tells apart.
const SHADES: usize = 32;

/// The inks for all colours, from black to white in even shades of each part.
struct Inks(Vec<[u8; 4]>);

impl Inks {
    fn new(inks: &[u32]) -> Self {
        let inks: Vec<Tint> = inks.iter().map(|hex| tint(*hex)).collect();
        let part = |shade: usize| (shade % SHADES) as f32 / (SHADES - 1) as f32;
        let color = |i: usize| [part(i / SHADES / SHADES), part(i / SHADES), part(i), 1.0];
        let shades = 0..SHADES * SHADES * SHADES;
        Self(shades.map(|i| to_bytes(nearest(color(i), &inks))).collect())
    }

    /// Returns the inks for colours, mixed from those of the shades around them.
    fn at(&self, p: Colors) -> Colors {
        // Places among the shades, in 256 steps from one to the next.
        let [r, g, b] = [0, 1, 2].map(|c| {
            let last = (SHADES - 1) as f32 - 1.0 / 256.0;
            let places = (p[c] * (SHADES - 1) as f32).max(0.0).min(last) * 256.0;
            places.0.map(|at| at as i32 as usize)
        });
        colors(std::array::from_fn(|k| self.between(r[k], g[k], b[k])))
    }

    fn between(&self, r: usize, g: usize, b: usize) -> [u8; 4] {
        let first = ((r >> 8) * SHADES + (g >> 8)) * SHADES + (b >> 8);
        let ink = |i: usize| u32::from_le_bytes(self.0[first + i]);
        let pair = |i: usize| blend(ink(i), ink(i + 1), b as u32 & 255);
        let square = |i: usize| blend(pair(i), pair(i + SHADES), g as u32 & 255);
        blend(square(0), square(SHADES * SHADES), r as u32 & 255).to_le_bytes()
    }
}

/// Mixes the four bytes of two words; `t` of 256 is the share of the second.
fn blend(a: u32, b: u32, t: u32) -> u32 {
    const EVEN: u32 = 0x00ff_00ff;
    let mixed = |a: u32, b: u32| (a * (256 - t) + b * t + 0x0080_0080) >> 8 & EVEN;
    mixed(a & EVEN, b & EVEN) | mixed(a >> 8 & EVEN, b >> 8 & EVEN) << 8
}

impl Press {
    fn inks(&self) -> &'static Inks {
        static TABLES: [OnceLock<Inks>; 4] = [const { OnceLock::new() }; 4];
        TABLES[self.number].get_or_init(|| Inks::new(self.inks))
    }
}

/// Returns the ink for a colour: the nearest one, or two nearest that share the place evenly between them.
fn nearest(p: Tint, inks: &[Tint]) -> Tint {
    let (mut first, mut second) = ((f32::MAX, p), (f32::MAX, p));
    for ink in inks {
        // Lightness counts more than hue.
        let far = distance(p, *ink) + 1.6 * (luma_of(p) - luma_of(*ink)).abs();
        if far < first.0 {
            (first, second) = ((far, *ink), first);
        } else if far < second.0 {
            second = (far, *ink);
        }
    }
    let share = smooth_step(0.42, 0.5, first.0 / (first.0 + second.0).max(1e-4)) * 0.5;
    mixed(first.1, second.1, share)
}
