//! Effects on a whole subtree, for looks that are no sum of forms: pixel art and watercolour.

use std::sync::Arc;

use rayon::prelude::*;
use vello_cpu::kurbo::{Affine, BezPath, Rect};

use super::Picture;
use crate::color::Rgba;
use crate::display::{Brush, DisplayList, Fill, Image, Op, Raster};
use crate::draw::rasterize;
use crate::node::Effect;
use crate::scene::Canvas;

/// Most pixels of the picture that a watercolour is worked out on.
const WASH_PIXELS_MAX: f64 = 1_300_000.0;
/// Colours of a pixel picture are rounded to this many steps a channel, so that runs join and edges stay crisp.
const STEPS: u32 = 12;

/// Replaces the operations of a subtree by their worked version; `unit` is pixels to a logical unit.
pub(super) fn apply(effect: Effect, ops: Vec<Op>, rect: Rect, unit: f32) -> Vec<Op> {
    if rect.width() < 1.0 || rect.height() < 1.0 {
        return ops;
    }
    match effect {
        Effect::Pixel { cell } => pixel(ops, rect, f64::from(cell.clamp(2.0, 64.0))),
        Effect::Watercolor => watercolor(ops, rect, f64::from(unit)),
    }
}

fn flat(ops: Vec<Op>, rect: Rect, width: u32, height: u32, unit: f64) -> Vec<u8> {
    let picture = Picture {
        width: rect.width() as f32,
        height: rect.height() as f32,
        origin: rect.origin(),
        display: DisplayList { ops },
        ..Picture::default()
    };
    rasterize(
        &picture,
        Canvas {
            width,
            height,
            unit: unit as f32,
            transparent: true,
        },
    )
}

/// Draws small and puts every pixel back as a square, joined into runs of one colour.
fn pixel(ops: Vec<Op>, rect: Rect, cell: f64) -> Vec<Op> {
    let (width, height) = (
        (rect.width() / cell).ceil() as u32,
        (rect.height() / cell).ceil() as u32,
    );
    let rgba = flat(ops, rect, width, height, 1.0 / cell);
    let mut squares = std::collections::BTreeMap::<[u8; 4], BezPath>::new();
    for y in 0..height as usize {
        let row = &rgba[y * width as usize * 4..(y + 1) * width as usize * 4];
        let colors: Vec<[u8; 4]> = row
            .chunks_exact(4)
            .map(|p| rounded([p[0], p[1], p[2], p[3]]))
            .collect();
        let mut x = 0;
        while x < colors.len() {
            let run = colors[x..].iter().take_while(|c| **c == colors[x]).count();
            if colors[x][3] > 0 {
                let left = rect.x0 + x as f64 * cell;
                let top = rect.y0 + y as f64 * cell;
                // A hair of overlap hides the seams between rows.
                let area = Rect::new(left, top, left + run as f64 * cell + 0.3, top + cell + 0.3);
                let path = squares.entry(colors[x]).or_default();
                path.extend(
                    super::rounded_rect_path(area, [0.0; 4])
                        .elements()
                        .iter()
                        .copied(),
                );
            }
            x += run;
        }
    }
    squares
        .into_iter()
        .map(|(color, path)| {
            let fill = Fill {
                path: Arc::new(path),
                brush: Brush::Solid(Rgba(color)),
                even_odd: false,
                transform: Affine::IDENTITY,
                bounds: rect,
            };
            Op::Fill(fill)
        })
        .collect()
}

fn rounded(color: [u8; 4]) -> [u8; 4] {
    if color[3] < 128 {
        return [0; 4];
    }
    let round = |v: u8| ((u32::from(v) * STEPS + 127) / 255 * 255 / STEPS) as u8;
    [round(color[0]), round(color[1]), round(color[2]), 255]
}

/// Wobbles the edges, lets pigment gather in them, bleaches in clouds and lays paper grain over all.
fn watercolor(ops: Vec<Op>, rect: Rect, unit: f64) -> Vec<Op> {
    let scale = (WASH_PIXELS_MAX / (rect.width() * rect.height() * unit * unit))
        .sqrt()
        .min(1.0)
        * unit;
    let (width, height) = (
        (rect.width() * scale).ceil() as u32,
        (rect.height() * scale).ceil() as u32,
    );
    let source = flat(ops, rect, width, height, scale);
    let mut rgba = vec![0; source.len()];
    let at = |x: i64, y: i64| -> [f32; 4] {
        let (x, y) = (
            x.clamp(0, i64::from(width) - 1) as usize,
            y.clamp(0, i64::from(height) - 1) as usize,
        );
        let i = (y * width as usize + x) * 4;
        [0, 1, 2, 3].map(|c| f32::from(source[i + c]))
    };
    let s = scale as f32;
    rgba.par_chunks_mut(width as usize * 4)
        .enumerate()
        .for_each(|(y, row)| {
            for x in 0..width as usize {
                let (u, v) = (x as f32 / s, y as f32 / s);
                let wobble = 5.0 * s;
                let dx = (noise(u / 26.0, v / 26.0, 1) - 0.5) * wobble
                    + (noise(u / 7.0, v / 7.0, 2) - 0.5) * wobble * 0.45;
                let dy = (noise(u / 26.0, v / 26.0, 3) - 0.5) * wobble
                    + (noise(u / 7.0, v / 7.0, 4) - 0.5) * wobble * 0.45;
                let (px, py) = ((x as f32 + dx) as i64, (y as f32 + dy) as i64);
                let here = at(px, py);
                let reach = (2.5 * s).max(1.0) as i64;
                let around = [
                    at(px - reach, py),
                    at(px + reach, py),
                    at(px, py - reach),
                    at(px, py + reach),
                ];
                let edge: f32 = around
                    .iter()
                    .map(|n| (0..3).map(|c| (n[c] - here[c]).abs()).sum::<f32>())
                    .sum::<f32>()
                    / 1200.0;
                let cloud = noise(u / 90.0, v / 90.0, 5) * 0.6 + noise(u / 33.0, v / 33.0, 6) * 0.4;
                let grain = noise(u / 2.2, v / 2.2, 7) - 0.5;
                let bleach = 0.10 + 0.26 * cloud;
                let i = x * 4;
                for c in 0..3 {
                    let washed = here[c] + (255.0 - here[c]) * bleach;
                    let gathered = washed * (1.0 - edge.min(0.5) * 0.42);
                    row[i + c] = (gathered * (1.0 + grain * 0.07)).clamp(0.0, 255.0) as u8;
                }
                row[i + 3] = here[3] as u8;
            }
        });
    let pixels = Arc::new(Raster {
        width,
        height,
        rgba,
    });
    vec![Op::Image(Image {
        pixels,
        rect,
        transform: Affine::IDENTITY,
        bounds: rect,
    })]
}

/// Value noise, 0 to 1, smooth between whole numbers.
fn noise(x: f32, y: f32, layer: u32) -> f32 {
    let (x0, y0) = (x.floor(), y.floor());
    let ease = |t: f32| t * t * (3.0 - 2.0 * t);
    let (fx, fy) = (ease(x - x0), ease(y - y0));
    let corner = |dx: i32, dy: i32| hash(x0 as i32 + dx, y0 as i32 + dy, layer);
    let top = corner(0, 0) + (corner(1, 0) - corner(0, 0)) * fx;
    let bottom = corner(0, 1) + (corner(1, 1) - corner(0, 1)) * fx;
    top + (bottom - top) * fy
}

fn hash(x: i32, y: i32, layer: u32) -> f32 {
    let mut h = (x as u32).wrapping_mul(0x85eb_ca6b)
        ^ (y as u32).wrapping_mul(0xc2b2_ae35)
        ^ layer.wrapping_mul(0x27d4_eb2f);
    h = (h ^ (h >> 15)).wrapping_mul(0x2c1b_3c6d);
    h = (h ^ (h >> 12)).wrapping_mul(0x297a_2d39);
    (h ^ (h >> 15)) as f32 / u32::MAX as f32
}
