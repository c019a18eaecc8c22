//! The look of needlework: satin stitches side by side on the cloth.

use super::lane::{Lane, luma, mix, recolor, saturated, smooth};
use super::sheet::{Sheet, hash};

/// Width and length of a stitch in logical units.
const WIDE: f32 = 4.2;
const LONG: f32 = 30.0;
/// How far the ends of stitches reach over the edges of forms, in logical units.
const RAGGED: f32 = 2.4;
/// Steps of lightness that are told apart by the slant of their stitches.
const SLANTS: f32 = 5.0;

/// Embroidery: every colour in satin stitches of its own slant, a shadow between threads, dark seams where colours meet.
pub(super) fn embroidery(sheet: &Sheet) -> Sheet {
    let seams = sheet.edges(2.6, 0.1, 0.26);
    let scale = sheet.scale;
    sheet.work([], [], |at, [], []| {
        let step = (luma(&sheet.own(&at)) * SLANTS).floor() * 0.5;
        // One of two slants, by even and odd steps.
        let odd = step.part().less(0.25);
        let (u, v) = (at.u, Lane::all(at.v));
        let across = ((u * 0.94 + v * 0.34).or(u * 0.5 - v * 0.86, odd)) * (1.0 / WIDE);
        let along = (v * 0.94 - u * 0.34).or(v * 0.5 + u * 0.86, odd);
        let row = across.floor();
        let start = Lane::of(|k| hash(row.0[k] as i32, 3, 71));
        let run = along * (1.0 / LONG) + start;
        let stitch = run.floor();
        let tone = Lane::of(|k| hash(row.0[k] as i32, stitch.0[k] as i32, 72)) - 0.5;
        let (x, y) = ((u + tone * RAGGED) * scale, (v + tone * RAGGED) * scale);
        let thread = saturated(sheet.gather(x, y), 1.08);
        // Round on top, dark in the gap to the next, and dipping where it goes into the cloth.
        let side = across.part() - 0.5;
        let round = 1.06 - side * side * 1.5;
        let end = (run.part() - 0.5).abs();
        let dip = smooth(0.5, 0.44, end) * 0.24 + 0.76;
        let lit = recolor(thread, |c| c * round * dip * (tone * 0.1 + 1.0));
        mix(lit, recolor(lit, |c| c * 0.5), seams.own(&at) * 0.6)
    })
}
