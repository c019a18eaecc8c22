//! Looks of printing presses: few inks, lines cut in wood, dots, worn paper.

use std::sync::OnceLock;

use super::grain::{Grain, floor};
use super::sheet::{
    Sheet, Spot, Tint, distance, hash, luma, mix, noise, saturated, smooth, tint, to_bytes,
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

/// Ukiyo-e: flat inks of the woodblock, dark key lines, wood grain and paper fibre.
pub(super) fn woodblock(sheet: &Sheet) -> Sheet {
    let printed = pressed(sheet, &WOODBLOCK);
    let grains = [Grain(130.0, 90.0, 81), Grain(1.7, 1.7, 83)];
    printed.work(grains, [], |Spot { i, u, v, .. }, [bend, fibre], []| {
        let wood = noise(u / 240.0, v / 5.0 + bend * 5.0, 82) - 0.5;
        let k = 1.0 + wood * 0.09 + (fibre - 0.5) * 0.06;
        printed.own(i).map_color(|c| c * k)
    })
}

/// Art deco: black, teal, cream, with gold lines.
pub(super) fn deco(sheet: &Sheet) -> Sheet {
    pressed(sheet, &DECO)
}

/// An old offset print: few inks that miss each other, dots in the tones, scuffs on warm paper.
pub(super) fn vintage(sheet: &Sheet) -> Sheet {
    let printed = pressed(sheet, &VINTAGE);
    let slip = (1.6 * sheet.scale) as i64;
    let grains = [Grain(3.0, 3.0, 91), Grain(46.0, 46.0, 92)];
    printed.work(grains, [], |Spot { x, y, i, u, v }, [fine, wide], []| {
        let own = printed.own(i);
        let red = printed.at(x as i64 + slip, y as i64);
        let blue = printed.at(x as i64 - slip, y as i64 + slip);
        let mut p = [red[0], own[1], blue[2], own[3]];
        let dot = dots(u, v, 4.6, 0.4);
        let tone = smooth(0.95, 0.35, luma(p));
        p = mix(
            p,
            p.map_color(|c| c * 0.8),
            f32::from(dot < tone * 0.85) * 0.5,
        );
        let scuff = smooth(0.79, 0.86, fine * 0.55 + wide * 0.45);
        let grain = 1.0 + (hash((u * 1.4) as i32, (v * 1.4) as i32, 93) - 0.5) * 0.09;
        let aged = mix(p, tint(0xf1e2c0), scuff * 0.75);
        mix(aged, tint(0xe8c98c), 0.1).map_color(|c| c * grain)
    })
}

/// Pop art: loud flat colours, thick outlines, Ben-Day dots in the half tones.
pub(super) fn halftone(sheet: &Sheet) -> Sheet {
    let lines = sheet.edges(6.0, 0.13, 0.24);
    sheet.work([], [], |Spot { i, u, v, .. }, [], []| {
        let own = sheet.own(i);
        let loud = saturated(own, 1.75);
        let level = |c: f32| floor(c * 3.0 + 0.5) as f32 / 3.0;
        let flat = mix(loud.map_color(level), loud, 0.35);
        let tone = luma(own);
        let dot = dots(u, v, 11.0, 0.78);
        let light = f32::from(dot < smooth(0.98, 0.35, tone) * 0.72);
        let under = mix(flat, [1.0, 1.0, 0.97, 1.0], 0.42 * smooth(0.25, 0.7, tone));
        let dotted = mix(under, saturated(flat, 1.3), light);
        let inked = mix(dotted, tint(0x15131a), smooth(0.13, 0.09, tone));
        let out = mix(inked, tint(0x15131a), lines.v[i]);
        [out[0], out[1], out[2], own[3].max(lines.v[i])]
    })
}

/// Returns the distance from the middle of the nearest dot of a turned grid, 0 at the middle, 1 between dots.
fn dots(u: f32, v: f32, gap: f32, slant: f32) -> f32 {
    let (a, b) = ((u + v * slant) / gap, (v - u * slant) / gap);
    let off = |t: f32| t - floor(t) as f32 - 0.5;
    (off(a) * off(a) + off(b) * off(b)).sqrt() / 0.707
}

fn pressed(sheet: &Sheet, press: &Press) -> Sheet {
    let inks = press.inks();
    let lines = sheet.edges(press.width, 0.09, 0.2);
    let soft = sheet.blurred(1.2 * sheet.scale);
    let line = tint(press.line);
    sheet.work([], [&soft], |Spot { i, .. }, [], [soft]| {
        let own = sheet.own(i);
        let printed = mix(own, inks.at(soft), press.pull);
        let k = lines.v[i] * press.weight;
        let out = mix(printed, line, k);
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

    /// Returns the ink for a colour, mixed from those of the shades around it.
    fn at(&self, p: Tint) -> Tint {
        let place = |part: f32| {
            let at = part.clamp(0.0, 1.0) * (SHADES - 1) as f32;
            let first = (at as usize).min(SHADES - 2);
            (first, at - first as f32)
        };
        let ((r, tr), (g, tg), (b, tb)) = (place(p[0]), place(p[1]), place(p[2]));
        let first = (r * SHADES + g) * SHADES + b;
        let ink = |i: usize| self.0[first + i].map(f32::from);
        let pair = |i: usize| mix(ink(i), ink(i + 1), tb);
        let square = |i: usize| mix(pair(i), pair(i + SHADES), tg);
        let mixed = mix(square(0), square(SHADES * SHADES), tr);
        [0, 1, 2, 3].map(|c| mixed[c] * (1.0 / 255.0))
    }
}

impl Press {
    fn inks(&self) -> &'static Inks {
        static TABLES: [OnceLock<Inks>; 3] = [const { OnceLock::new() }; 3];
        TABLES[self.number].get_or_init(|| Inks::new(self.inks))
    }
}

/// Returns the ink for a colour: the nearest one, or two nearest that share the place evenly between them.
fn nearest(p: Tint, inks: &[Tint]) -> Tint {
    let (mut first, mut second) = ((f32::MAX, p), (f32::MAX, p));
    for ink in inks {
        // Lightness counts more than hue.
        let far = distance(p, *ink) + 1.6 * (luma(p) - luma(*ink)).abs();
        if far < first.0 {
            (first, second) = ((far, *ink), first);
        } else if far < second.0 {
            second = (far, *ink);
        }
    }
    let share = smooth(0.42, 0.5, first.0 / (first.0 + second.0).max(1e-4)) * 0.5;
    mix(first.1, second.1, share)
}

/// Changes the colour and keeps the alpha.
trait MapColor {
    fn map_color(self, f: impl Fn(f32) -> f32) -> Self;
}

impl MapColor for Tint {
    fn map_color(self, f: impl Fn(f32) -> f32) -> Self {
        let g = |c: f32| f(c).clamp(0.0, 1.0);
        [g(self[0]), g(self[1]), g(self[2]), self[3]]
    }
}
