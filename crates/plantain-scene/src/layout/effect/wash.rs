//! Looks painted with a brush: watercolour and oil.

use std::sync::OnceLock;

use rayon::prelude::*;

use super::grain::Grain;
use super::lane::{
    Colors, LANES, Lane, bytes, colors, even, luma, mix, saturated, smooth, smooth_between,
};
use super::sheet::{Sheet, Tint, hash, noise, saturated_tint, tint};

/// Share of the shorter side within which the wash may end.
const RIM_MAX: f32 = 0.071;

/// Noise of the watercolour: sways across and down, coarse and fine; wet places; clouds; the paper's grain.
const WASH: [Grain; 9] = [
    Grain(30.0, 30.0, 1),
    Grain(8.0, 8.0, 2),
    Grain(30.0, 30.0, 3),
    Grain(8.0, 8.0, 4),
    Grain(75.0, 75.0, 9),
    Grain(95.0, 95.0, 5),
    Grain(31.0, 31.0, 6),
    Grain(2.1, 2.1, 7),
    Grain(5.0, 5.0, 8),
];

/// Wobbles the edges, lets pigment gather in them, blooms and bleaches in clouds, leaves the paper's rim bare.
pub(super) fn watercolor(sheet: &Sheet) -> Sheet {
    let s = sheet.scale;
    let (w, h) = (sheet.w as f32 / s, sheet.h as f32 / s);
    // Pigment runs: a soft copy bleeds over the sharp one.
    let run = sheet.blurred(7.0 * s);
    let reach = 2.6 * s;
    // Pigment gathers softly: where the rim is wide, half the pixels tell where.
    let small = (reach >= 2.0).then(|| sheet.halved());
    let (from, step) = small.as_ref().map_or((sheet, 1), |half| (half, 2));
    let reach = ((reach / step as f32) as i64).max(1);
    let gathers = from.contrasts(reach, |far| 1.0 - smooth(0.08, 0.7, far) * 0.3);
    let coarser = 1.0 / step as f32;
    sheet.work(WASH, [&run], |at, n, [bled]| {
        let (u, v) = (at.u, at.v);
        let sway = |coarse: Lane, fine: Lane| (coarse - 0.5) * 11.0 + (fine - 0.5) * 4.0;
        let (px, py) = ((u + sway(n[0], n[1])) * s, (sway(n[2], n[3]) + v) * s);
        let wet = smooth(0.35, 0.75, n[4]);
        let here = mix(sheet.gather(px, py), bled, wet * 0.45 + 0.2);
        let cloud = n[5] * 0.6 + n[6] * 0.4;
        let (grain, granule) = (n[7] - 0.5, n[8] - 0.5);
        let pigment = saturated(here, 1.28);
        let thin = (smooth(0.25, 0.85, cloud) * 0.34 + 0.04) * (luma(&pigment) * 0.6 + 0.4);
        let washed = mix(pigment, even([1.0, 0.995, 0.98, 1.0]), thin);
        let paper = grain * 0.08 + granule * 0.05 + 1.0;
        let k = gathers.gather(px * coarser, py * coarser) * paper;
        let color = [washed[0] * k, washed[1] * k, washed[2] * k, here[3]];
        // The wash ends unevenly before the edge of the sheet.
        let rim = u.min(v).min(w - u).min(h - v) * (1.0 / w.min(h));
        if rim.least() > RIM_MAX {
            return color;
        }
        let ragged = Lane::of(|k| {
            let (u, v) = (u.0[k], v);
            0.022 + 0.03 * noise(u / 60.0, v / 60.0, 11) + 0.012 * noise(u / 11.0, v / 11.0, 12)
        });
        let bare = smooth_between(ragged + 0.006, ragged - 0.004, rim) * here[3];
        let sheet = [paper * 0.985, paper * 0.975, paper * 0.945, here[3]];
        mix(color, sheet, bare)
    })
}

/// Rows of the canvas that one task paints. Every task lays all strokes in their order, as far as they lie in its rows.
const BAND: usize = 64;

/// Thick strokes along the forms, large ones first, with the ridges of bristles.
pub(super) fn oil(sheet: &Sheet) -> Sheet {
    let luma = sheet.luma().blurred(4.0 * sheet.scale);
    let ground = tint(0x6b543c);
    let mut canvas = sheet.work([], [], |at, [], []| mix(sheet.own(&at), even(ground), 0.15));
    let strokes: Vec<Stroke> = [(15.0, 34.0, 13.0), (9.0, 24.0, 7.0), (5.0, 13.0, 3.6)]
        .into_iter()
        .enumerate()
        .flat_map(|(layer, size)| {
            let (cols, rows) = (
                (sheet.w as f32 / (size.0 * sheet.scale)) as i32 + 1,
                (sheet.h as f32 / (size.0 * sheet.scale)) as i32 + 1,
            );
            let stroke = |n: i32| {
                // Strokes fall in no order of rows.
                let k = (n as u32).wrapping_mul(2_654_435_761) % (cols * rows) as u32;
                stroke(
                    sheet,
                    &luma,
                    layer as u32,
                    size,
                    (k as i32 % cols, k as i32 / cols),
                )
            };
            (0..cols * rows)
                .into_par_iter()
                .filter_map(stroke)
                .collect::<Vec<_>>()
        })
        .collect();
    let w = canvas.w;
    canvas
        .px
        .par_chunks_mut(w * BAND)
        .enumerate()
        .for_each(|(n, rows)| {
            for stroke in &strokes {
                stroke.lay(rows, w, n * BAND);
            }
        });
    canvas
}

/// An elongated spot with bristles along it.
struct Stroke {
    x: f32,
    y: f32,
    /// Its direction, of length 1.
    dx: f32,
    dy: f32,
    long: f32,
    thick: f32,
    color: Tint,
}

/// Returns the stroke of a cell of a layer; none where there is nothing to see for so fine a brush.
fn stroke(
    sheet: &Sheet,
    luma: &super::sheet::Field,
    layer: u32,
    (gap, long, thick): (f32, f32, f32),
    (i, j): (i32, i32),
) -> Option<Stroke> {
    let step = gap * sheet.scale;
    let chance = |m: u32| hash(i, j, 70 + layer * 8 + m);
    let x = (i as f32 + chance(0)) * step;
    let y = (j as f32 + chance(1)) * step;
    let detail = sheet.contrast(x as i64, y as i64, step as i64);
    if layer == 2 && detail < 0.12 || layer == 1 && detail < 0.03 && chance(5) < 0.5 {
        return None;
    }
    let (gx, gy) = (
        luma.at(x as i64 + 3, y as i64) - luma.at(x as i64 - 3, y as i64),
        luma.at(x as i64, y as i64 + 3) - luma.at(x as i64, y as i64 - 3),
    );
    let flow = noise(x / (140.0 * sheet.scale), y / (90.0 * sheet.scale), 69) - 0.5;
    let (dx, dy) = if gx * gx + gy * gy > 4e-5 {
        (-gy, gx)
    } else {
        (1.0, flow * 1.8)
    };
    let norm = (dx * dx + dy * dy).sqrt().max(1e-6);
    let bright = 1.0 + (chance(3) - 0.5) * 0.14;
    let color = sheet.at(x as i64, y as i64).map(|c| c * bright);
    Some(Stroke {
        x,
        y,
        dx: dx / norm,
        dy: dy / norm,
        long: long * sheet.scale * (0.7 + 0.6 * chance(2)),
        thick: thick * sheet.scale,
        color: saturated_tint(color, 1.15),
    })
}

impl Stroke {
    /// Lays the stroke on the rows of a canvas `w` wide that begin at row `top`.
    fn lay(&self, rows: &mut [[u8; 4]], w: usize, top: usize) {
        let (half_long, half_thick) = (self.long * 0.5, self.thick * 0.5);
        let high = (half_long * self.dy.abs() + half_thick * self.dx.abs()).ceil() as i64 + 1;
        let wide = (half_long * self.dx.abs() + half_thick * self.dy.abs()).ceil() as i64 + 1;
        let (cx, cy) = (self.x as i64, self.y as i64);
        let bottom = (top + rows.len() / w) as i64;
        let bristles = bristles();
        for py in (cy - high).max(top as i64)..(cy + high + 1).min(bottom) {
            let line = &mut rows[(py as usize - top) * w..][..w];
            let (from, to) = ((cx - wide).max(0), (cx + wide + 1).min(w as i64));
            if from < to {
                self.lay_row(&mut line[from as usize..to as usize], from, py, bristles);
            }
        }
    }

    /// Lays the stroke on pixels of a row from column `from` on.
    fn lay_row(&self, line: &mut [[u8; 4]], from: i64, py: i64, bristles: &[f32]) {
        let (half_long, half_thick) = (1.0 / (self.long * 0.5), 1.0 / (self.thick * 0.5));
        let (seed_x, seed_y) = (self.x as usize * 7, self.y as usize * 13);
        let ry = py as f32 - self.y;
        for (n, pixels) in line.chunks_mut(LANES).enumerate() {
            let rx = Lane::of(|k| (from + (n * LANES + k) as i64) as f32 - self.x);
            let along = (rx * self.dx + ry * self.dy) * half_long;
            let across = (ry * self.dx - rx * self.dy) * half_thick;
            let r = along * along + across * across * across * across;
            if r.least() >= 1.0 {
                continue;
            }
            let mut px = [[0; 4]; LANES];
            px[..pixels.len()].copy_from_slice(pixels);
            // Bristles lie four to half a width, and are as long as the stroke.
            let bristle = Lane::of(|k| {
                let (bx, by) = (
                    ((across.0[k] + 1.0) * 4.0 * BRISTLE) as usize + seed_x,
                    ((along.0[k] + 1.0) * 0.8 * BRISTLE) as usize + seed_y,
                );
                bristles[(by % BRISTLES) * BRISTLES + bx % BRISTLES] - 0.5
            });
            let own: Colors = colors(px);
            let ridge = bristle * 0.16 - across * 0.05 + 1.0;
            let cover = smooth(1.0, 0.7, r) * (bristle * 0.25 + 0.86).unit();
            let cover = cover * Lane::all(5.5 / 255.0).less(own[3]);
            let part = |c: usize| own[c] + ((ridge * self.color[c]).unit() - own[c]) * cover;
            let laid = bytes([part(0), part(1), part(2), own[3]]);
            pixels.copy_from_slice(&laid[..pixels.len()]);
        }
    }
}

/// Samples to a cell of the bristles' noise, and samples along each side of their table.
const BRISTLE: f32 = 8.0;
const BRISTLES: usize = 256;

/// Returns a table of smooth noise, 0 to 1.
fn bristles() -> &'static [f32] {
    static TABLE: OnceLock<Vec<f32>> = OnceLock::new();
    TABLE.get_or_init(|| {
        (0..BRISTLES * BRISTLES)
            .map(|i| {
                let (x, y) = (i % BRISTLES, i / BRISTLES);
                noise(x as f32 / BRISTLE, y as f32 / BRISTLE, 68)
            })
            .collect()
    })
}
