//! Several pictures in one.

use plantain_core::Pixels;
use rayon::prelude::*;

use crate::apply;
use crate::resample;

/// Longest side of what comes out.
const SIDE_MAX: u32 = 16_384;

/// Returns `base` with `top` over it, whose left upper corner is at `x`, `y`; what is outside is cut off.
pub fn over(base: &Pixels, top: &Pixels, x: i32, y: i32) -> Pixels {
    let mut rgba = base.rgba.clone();
    let (bw, tw) = (base.width as usize, top.width as usize);
    let left = x.clamp(0, base.width as i32) as usize;
    let right = (x.saturating_add_unsigned(top.width)).clamp(0, base.width as i32) as usize;
    rgba.par_chunks_mut(bw * 4)
        .enumerate()
        .for_each(|(row, line)| {
            let from = row as i64 - i64::from(y);
            if from < 0 || from >= i64::from(top.height) || left >= right {
                return;
            }
            let skip = (left as i64 - i64::from(x)) as usize;
            let start = (from as usize * tw + skip) * 4;
            let source = &top.rgba[start..start + (right - left) * 4];
            for (below, above) in line[left * 4..right * 4]
                .chunks_exact_mut(4)
                .zip(source.chunks_exact(4))
            {
                blend(below, above);
            }
        });
    apply::pixels(base.width, base.height, rgba)
}

/// Puts `above` over `below`, straight alpha.
fn blend(below: &mut [u8], above: &[u8]) {
    match above[3] {
        0 => {}
        255 => below.copy_from_slice(above),
        alpha => {
            let cover = u32::from(alpha) * 255;
            let rest = u32::from(below[3]) * (255 - u32::from(alpha));
            let total = cover + rest;
            for c in 0..3 {
                let sum = u32::from(above[c]) * cover + u32::from(below[c]) * rest;
                below[c] = ((sum + total / 2) / total) as u8;
            }
            below[3] = ((total + 127) / 255) as u8;
        }
    }
}

/// How pictures stand in one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Arrangement {
    SideBySide,
    Stacked,
    Grid,
}

/// Returns the pictures in one, as large as they fit together, on a see-through ground; none without pictures.
pub fn arranged(pictures: &[&Pixels], how: Arrangement) -> Option<Pixels> {
    let first = pictures.first()?;
    match how {
        Arrangement::SideBySide => {
            let height = pictures.iter().map(|p| p.height).min()?;
            Some(row(&scaled_to(pictures, None, Some(height))))
        }
        Arrangement::Stacked => {
            let width = pictures.iter().map(|p| p.width).min()?;
            Some(column(&scaled_to(pictures, Some(width), None)))
        }
        Arrangement::Grid => {
            let columns = (1..).find(|n| n * n >= pictures.len())?;
            let (width, height) = (first.width, first.height);
            let cells: Vec<Pixels> = pictures.iter().map(|p| cover(p, width, height)).collect();
            let rows: Vec<Pixels> = cells.chunks(columns).map(row).collect();
            Some(column(&rows))
        }
    }
}

fn scaled_to(pictures: &[&Pixels], width: Option<u32>, height: Option<u32>) -> Vec<Pixels> {
    let limit = SIDE_MAX / pictures.len().max(1) as u32;
    pictures
        .iter()
        .map(|p| {
            let scale = match (width, height) {
                (Some(width), _) => width as f32 / p.width as f32,
                (_, Some(height)) => height as f32 / p.height as f32,
                _ => 1.0,
            };
            let side =
                |length: u32| (libm::roundf(length as f32 * scale) as u32).clamp(1, limit.max(1));
            let to = (
                width.unwrap_or_else(|| side(p.width)),
                height.unwrap_or_else(|| side(p.height)),
            );
            resample::resized(p, to.0, to.1)
        })
        .collect()
}

fn row(pictures: &[Pixels]) -> Pixels {
    let width = pictures.iter().map(|p| p.width).sum();
    let height = pictures.iter().map(|p| p.height).max().unwrap_or(1);
    let mut out = empty(width, height);
    let mut x = 0;
    for picture in pictures {
        out = over(&out, picture, x, 0);
        x += picture.width as i32;
    }
    out
}

fn column(pictures: &[Pixels]) -> Pixels {
    let width = pictures.iter().map(|p| p.width).max().unwrap_or(1);
    let height = pictures.iter().map(|p| p.height).sum();
    let mut out = empty(width, height);
    let mut y = 0;
    for picture in pictures {
        // A last row that is not full stands in the middle.
        out = over(&out, picture, (width - picture.width) as i32 / 2, y);
        y += picture.height as i32;
    }
    out
}

/// Returns a see-through picture.
pub fn empty(width: u32, height: u32) -> Pixels {
    apply::pixels(width, height, vec![0; width as usize * height as usize * 4])
}

/// Returns the picture scaled and cut to cover a size.
pub fn cover(pixels: &Pixels, width: u32, height: u32) -> Pixels {
    let scale = (width as f32 / pixels.width as f32).max(height as f32 / pixels.height as f32);
    let side =
        |length: u32, least: u32| (libm::ceilf(length as f32 * scale - 1e-3) as u32).max(least);
    let (w, h) = (side(pixels.width, width), side(pixels.height, height));
    let scaled = resample::resized(pixels, w, h);
    crate::geometry::cropped(&scaled, [(w - width) / 2, (h - height) / 2, width, height])
}

/// Returns the picture scaled to fit into a size, its shape kept.
pub fn contained(pixels: &Pixels, width: u32, height: u32) -> Pixels {
    let scale = (width as f32 / pixels.width as f32).min(height as f32 / pixels.height as f32);
    let side =
        |length: u32, most: u32| (libm::roundf(length as f32 * scale) as u32).clamp(1, most.max(1));
    resample::resized(
        pixels,
        side(pixels.width, width),
        side(pixels.height, height),
    )
}

/// Returns `base` with `top` inside the box `left, top, width, height` (pixels), as large as fits.
pub fn placed(base: &Pixels, top: &Pixels, spot: [i32; 4]) -> Pixels {
    let [x, y, width, height] = spot;
    let top = contained(top, width.max(1) as u32, height.max(1) as u32);
    over(
        base,
        &top,
        x + (width - top.width as i32) / 2,
        y + (height - top.height as i32) / 2,
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::backdrop;

    #[test]
    fn pictures_stand_where_they_should() {
        let (red, blue) = (
            backdrop::even(4, 8, [255, 0, 0]),
            backdrop::even(8, 4, [0, 0, 255]),
        );
        let size = |p: &Pixels| (p.width, p.height);
        let side = arranged(&[&red, &blue], Arrangement::SideBySide).unwrap();
        assert_eq!(size(&side), (2 + 8, 4));
        let stacked = arranged(&[&red, &blue], Arrangement::Stacked).unwrap();
        assert_eq!(size(&stacked), (4, 8 + 2));
        let grid = arranged(&[&red, &blue, &blue], Arrangement::Grid).unwrap();
        assert_eq!(size(&grid), (8, 16));
        assert!(!grid.opaque);
        assert!(arranged(&[], Arrangement::Grid).is_none());
        // Off the canvas on every side.
        for (x, y) in [(-9, 0), (9, 0), (0, -9), (0, 99), (i32::MIN, i32::MAX)] {
            assert_eq!(over(&red, &blue, x, y).rgba.len(), red.rgba.len());
        }
        assert_eq!(
            &over(&red, &blue, 2, 6).rgba[(6 * 4 + 2) * 4..][..4],
            [0, 0, 255, 255]
        );
    }
}
