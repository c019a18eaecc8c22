//! Looks painted with a brush: watercolour and oil.

use super::sheet::{Sheet, Tint, hash, luma, mix, noise, saturated, smooth, tint};

/// Wobbles the edges, lets pigment gather in them, blooms and bleaches in clouds, leaves the paper's rim bare.
pub(super) fn watercolor(sheet: &Sheet) -> Sheet {
    let s = sheet.scale;
    let (w, h) = (sheet.w as f32 / s, sheet.h as f32 / s);
    // Pigment runs: a soft copy bleeds over the sharp one.
    let run = sheet.blurred(7.0 * s);
    sheet.map(|x, y| {
        let (u, v) = (x as f32 / s, y as f32 / s);
        let sway = |n: u32| {
            (noise(u / 30.0, v / 30.0, n) - 0.5) * 11.0
                + (noise(u / 8.0, v / 8.0, n + 1) - 0.5) * 4.0
        };
        let (px, py) = (((u + sway(1)) * s) as i64, ((v + sway(3)) * s) as i64);
        let sharp = sheet.at(px, py);
        let wet = smooth(0.35, 0.75, noise(u / 75.0, v / 75.0, 9));
        let here = mix(sharp, run.at(px, py), 0.2 + 0.45 * wet);
        let edge = sheet.contrast(px, py, (2.6 * s).max(1.0) as i64);
        let cloud = noise(u / 95.0, v / 95.0, 5) * 0.6 + noise(u / 31.0, v / 31.0, 6) * 0.4;
        let grain = noise(u / 2.1, v / 2.1, 7) - 0.5;
        let granule = noise(u / 5.0, v / 5.0, 8) - 0.5;
        let pigment = saturated(here, 1.28);
        let thin = (0.04 + 0.34 * smooth(0.25, 0.85, cloud)) * (0.4 + 0.6 * luma(pigment));
        let washed = mix(pigment, [1.0, 0.995, 0.98, 1.0], thin);
        let gathered = 1.0 - smooth(0.08, 0.7, edge) * 0.3;
        let paper = 1.0 + grain * 0.08 + granule * 0.05;
        let part = |c: usize| (washed[c] * gathered * paper).clamp(0.0, 1.0);
        let color = [part(0), part(1), part(2), here[3]];
        // The wash ends unevenly before the edge of the sheet.
        let rim = u.min(v).min(w - u).min(h - v) / w.min(h);
        let ragged =
            0.022 + 0.03 * noise(u / 60.0, v / 60.0, 11) + 0.012 * noise(u / 11.0, v / 11.0, 12);
        let bare = smooth(ragged + 0.006, ragged - 0.004, rim) * here[3];
        mix(
            color,
            [0.985 * paper, 0.975 * paper, 0.945 * paper, 1.0],
            bare,
        )
    })
}

/// Thick strokes along the forms, large ones first, with the ridges of bristles.
pub(super) fn oil(sheet: &Sheet) -> Sheet {
    let luma = sheet.luma().blurred(4.0 * sheet.scale);
    let mut canvas = sheet.map(|x, y| {
        let own = sheet.px[y * sheet.w + x];
        mix(own, tint(0x6b543c), 0.15)
    });
    for (layer, (gap, long, thick)) in [(15.0, 34.0, 13.0), (9.0, 24.0, 7.0), (5.0, 13.0, 3.6)]
        .into_iter()
        .enumerate()
    {
        let step = gap * sheet.scale;
        let (cols, rows) = (
            (sheet.w as f32 / step) as i32 + 1,
            (sheet.h as f32 / step) as i32 + 1,
        );
        for n in 0..cols * rows {
            // Strokes fall in no order of rows.
            let k = (n as u32).wrapping_mul(2_654_435_761) % (cols * rows) as u32;
            let (i, j) = (k as i32 % cols, k as i32 / cols);
            let chance = |m: u32| hash(i, j, 70 + layer as u32 * 8 + m);
            let x = (i as f32 + chance(0)) * step;
            let y = (j as f32 + chance(1)) * step;
            let detail = sheet.contrast(x as i64, y as i64, step as i64);
            // Fine strokes go where there is something to see.
            if layer == 2 && detail < 0.12 || layer == 1 && detail < 0.03 && chance(5) < 0.5 {
                continue;
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
            let color = sheet.at(x as i64, y as i64);
            let bright = 1.0 + (chance(3) - 0.5) * 0.14;
            stroke(
                &mut canvas,
                [x, y, dx / norm, dy / norm],
                [
                    long * sheet.scale * (0.7 + 0.6 * chance(2)),
                    thick * sheet.scale,
                ],
                saturated(color.map(|c| c * bright), 1.15),
            );
        }
    }
    canvas
}

/// Lays one stroke: an elongated spot with bristles along it.
fn stroke(canvas: &mut Sheet, [x, y, dx, dy]: [f32; 4], [long, thick]: [f32; 2], color: Tint) {
    let reach = (long.max(thick) * 0.5 + 2.0) as i64;
    let (cx, cy) = (x as i64, y as i64);
    for py in (cy - reach).max(0)..(cy + reach).min(canvas.h as i64) {
        for px in (cx - reach).max(0)..(cx + reach).min(canvas.w as i64) {
            let (rx, ry) = (px as f32 - x, py as f32 - y);
            let (along, across) = (
                (rx * dx + ry * dy) / (long * 0.5),
                (ry * dx - rx * dy) / (thick * 0.5),
            );
            let r = along * along + across * across * across * across;
            if r >= 1.0 {
                continue;
            }
            let bristle = noise(across * 4.0 + x, along * 0.8 + y, 68) - 0.5;
            let ridge = 1.0 + bristle * 0.16 - across * 0.05;
            let cover = smooth(1.0, 0.7, r) * (0.86 + bristle * 0.25).clamp(0.0, 1.0);
            let pixel = &mut canvas.px[py as usize * canvas.w + px as usize];
            if pixel[3] < 0.02 {
                continue;
            }
            for c in 0..3 {
                pixel[c] += ((color[c] * ridge).clamp(0.0, 1.0) - pixel[c]) * cover;
            }
        }
    }
}
