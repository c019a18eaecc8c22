//! The raster that an effect works on: colours as floats, fields of one number a pixel, noise.

use std::sync::Arc;

use rayon::prelude::*;
use vello_cpu::kurbo::{Affine, Rect};

use crate::color::Rgba;
use crate::display::{DisplayList, Image, Op, Raster};
use crate::draw::rasterize;
use crate::layout::Picture;
use crate::scene::Canvas;

/// Most pixels that an effect is worked out on; larger pictures are worked out smaller and enlarged.
const PIXELS_MAX: f64 = 1_700_000.0;

/// A colour with alpha, each part 0 to 1, straight.
pub(super) type Tint = [f32; 4];

/// A raster of colours.
pub(super) struct Sheet {
    pub w: usize,
    pub h: usize,
    /// Pixels to a logical unit.
    pub scale: f32,
    pub px: Vec<Tint>,
}

/// A raster of single numbers.
pub(super) struct Field {
    pub w: usize,
    pub h: usize,
    pub v: Vec<f32>,
}

/// Draws operations that lie in `rect` to straight RGBA.
pub(super) fn flat(ops: Vec<Op>, rect: Rect, width: u32, height: u32, unit: f64) -> Vec<u8> {
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

impl Sheet {
    /// Draws the operations at `unit` pixels to a logical unit, or smaller when that would be too much.
    pub fn of(ops: Vec<Op>, rect: Rect, unit: f64) -> Self {
        let area = rect.width() * rect.height() * unit * unit;
        Self::at_scale(ops, rect, unit * (PIXELS_MAX / area).sqrt().min(1.0))
    }

    pub fn at_scale(ops: Vec<Op>, rect: Rect, scale: f64) -> Self {
        let width = (rect.width() * scale).ceil().max(1.0) as u32;
        let height = (rect.height() * scale).ceil().max(1.0) as u32;
        let px = flat(ops, rect, width, height, scale)
            .par_chunks_exact(4)
            .map(|p| [0, 1, 2, 3].map(|c| f32::from(p[c]) / 255.0))
            .collect();
        Self {
            w: width as usize,
            h: height as usize,
            scale: scale as f32,
            px,
        }
    }

    /// Returns the pixel at a place; outside, the nearest one inside.
    pub fn at(&self, x: i64, y: i64) -> Tint {
        let x = x.max(0).min(self.w as i64 - 1) as usize;
        let y = y.max(0).min(self.h as i64 - 1) as usize;
        self.px[y * self.w + x]
    }

    /// Returns a new sheet of the same size, each pixel from its place.
    pub fn map(&self, f: impl Fn(usize, usize) -> Tint + Sync) -> Self {
        let mut px = vec![[0.0; 4]; self.px.len()];
        px.par_chunks_mut(self.w).enumerate().for_each(|(y, row)| {
            for (x, pixel) in row.iter_mut().enumerate() {
                *pixel = f(x, y);
            }
        });
        Self { px, ..*self }
    }

    /// Returns a field of the same size, each number from its place.
    pub fn field(&self, f: impl Fn(usize, usize) -> f32 + Sync) -> Field {
        let mut v = vec![0.0; self.px.len()];
        v.par_chunks_mut(self.w).enumerate().for_each(|(y, row)| {
            for (x, number) in row.iter_mut().enumerate() {
                *number = f(x, y);
            }
        });
        Field {
            w: self.w,
            h: self.h,
            v,
        }
    }

    /// Returns how much the colours within `reach` pixels differ from a pixel's own, 0 to 4.
    pub fn contrast(&self, x: i64, y: i64, reach: i64) -> f32 {
        let here = self.at(x, y);
        let slant = (reach * 7 + 5) / 10;
        [
            (reach, 0),
            (-reach, 0),
            (0, reach),
            (0, -reach),
            (slant, slant),
            (-slant, slant),
            (slant, -slant),
            (-slant, -slant),
        ]
        .iter()
        .map(|(dx, dy)| distance(here, self.at(x + dx, y + dy)))
        .fold(0.0, f32::max)
    }

    /// Returns lines of `width` logical units where colours meet that differ by more than `least`; full at `full`.
    pub fn edges(&self, width: f32, least: f32, full: f32) -> Field {
        let reach = ((width * self.scale * 0.5).round() as i64).max(1);
        let raw = self.field(|x, y| smooth(least, full, self.contrast(x as i64, y as i64, reach)));
        raw.soft()
    }

    /// Returns the lightness of all pixels as the eye sees it.
    pub fn luma(&self) -> Field {
        self.field(|x, y| luma(self.px[y * self.w + x]))
    }

    pub fn blurred(&self, radius: f32) -> Self {
        let mut out = Self {
            px: vec![[0.0; 4]; self.px.len()],
            ..*self
        };
        for c in 0..4 {
            // Colours count as much as they cover.
            let channel = self.field(|x, y| {
                let p = self.px[y * self.w + x];
                if c == 3 { p[3] } else { p[c] * p[3] }
            });
            let soft = channel.blurred(radius);
            for (pixel, value) in out.px.iter_mut().zip(&soft.v) {
                pixel[c] = *value;
            }
        }
        for pixel in &mut out.px {
            let alpha = pixel[3].max(1e-4);
            for part in &mut pixel[..3] {
                *part = (*part / alpha).min(1.0);
            }
        }
        out
    }

    /// Returns the sheet as an operation that fills `rect`.
    pub fn into_op(self, rect: Rect) -> Op {
        let rgba = self
            .px
            .par_iter()
            .flat_map_iter(|p| p.map(|v| (v.clamp(0.0, 1.0) * 255.0 + 0.5) as u8))
            .collect();
        Op::Image(Image {
            pixels: Arc::new(Raster {
                width: self.w as u32,
                height: self.h as u32,
                rgba,
            }),
            rect,
            transform: Affine::IDENTITY,
            bounds: rect,
        })
    }
}

impl Field {
    pub fn at(&self, x: i64, y: i64) -> f32 {
        let x = x.max(0).min(self.w as i64 - 1) as usize;
        let y = y.max(0).min(self.h as i64 - 1) as usize;
        self.v[y * self.w + x]
    }

    /// Smooths steps by one pixel.
    fn soft(&self) -> Self {
        let mut v = vec![0.0; self.v.len()];
        v.par_chunks_mut(self.w).enumerate().for_each(|(y, row)| {
            for (x, number) in row.iter_mut().enumerate() {
                let (x, y) = (x as i64, y as i64);
                let cross =
                    self.at(x - 1, y) + self.at(x + 1, y) + self.at(x, y - 1) + self.at(x, y + 1);
                *number = self.at(x, y) * 0.4 + cross * 0.15;
            }
        });
        Self { v, ..*self }
    }

    /// Blurs by about a Gaussian of this radius in pixels: three boxes.
    pub fn blurred(&self, radius: f32) -> Self {
        let reach = ((radius * 0.6).round() as usize).max(1);
        let mut v = self.v.clone();
        for _ in 0..3 {
            v.par_chunks_mut(self.w)
                .for_each(|row| box_blur(row, reach));
            v = turned(&v, self.w, self.h);
            v.par_chunks_mut(self.h)
                .for_each(|row| box_blur(row, reach));
            v = turned(&v, self.h, self.w);
        }
        Self { v, ..*self }
    }
}

fn box_blur(row: &mut [f32], reach: usize) {
    let n = row.len();
    let source = row.to_vec();
    let at = |i: i64| source[i.max(0).min(n as i64 - 1) as usize];
    let span = (2 * reach + 1) as f32;
    let mut sum: f32 = (-(reach as i64)..=reach as i64).map(at).sum();
    for (i, value) in row.iter_mut().enumerate() {
        *value = sum / span;
        sum += at((i + reach + 1) as i64) - at(i as i64 - reach as i64);
    }
}

/// Returns rows as columns.
fn turned(v: &[f32], w: usize, h: usize) -> Vec<f32> {
    let mut out = vec![0.0; v.len()];
    out.par_chunks_mut(h).enumerate().for_each(|(x, column)| {
        for (y, value) in column.iter_mut().enumerate() {
            *value = v[y * w + x];
        }
    });
    out
}

/// Returns the sum of the differences of all parts.
pub(super) fn distance(a: Tint, b: Tint) -> f32 {
    let cover = (a[3] - b[3]).abs();
    let both = a[3].min(b[3]);
    cover + both * (0..3).map(|c| (a[c] - b[c]).abs()).sum::<f32>()
}

pub(super) fn luma(p: Tint) -> f32 {
    0.299 * p[0] + 0.587 * p[1] + 0.114 * p[2]
}

/// Returns 0 below `low`, 1 above `high`, and a smooth step between.
pub(super) fn smooth(low: f32, high: f32, x: f32) -> f32 {
    let t = ((x - low) / (high - low)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

/// Returns `a` at 0 and `b` at 1; the alpha stays `a`'s.
pub(super) fn mix(a: Tint, b: Tint, t: f32) -> Tint {
    let part = |c: usize| a[c] + (b[c] - a[c]) * t;
    [part(0), part(1), part(2), a[3]]
}

/// Returns an opaque colour from `0xrrggbb`.
pub(super) fn tint(hex: u32) -> Tint {
    let Rgba([r, g, b, _]) = Rgba::hex(hex);
    [
        f32::from(r) / 255.0,
        f32::from(g) / 255.0,
        f32::from(b) / 255.0,
        1.0,
    ]
}

/// Returns the colour with its distance from grey scaled.
pub(super) fn saturated(p: Tint, k: f32) -> Tint {
    let l = luma(p);
    let part = |c: usize| (l + (p[c] - l) * k).clamp(0.0, 1.0);
    [part(0), part(1), part(2), p[3]]
}

/// Value noise, 0 to 1, smooth between whole numbers.
pub(super) fn noise(x: f32, y: f32, layer: u32) -> f32 {
    let (x0, y0) = (x.floor(), y.floor());
    let ease = |t: f32| t * t * (3.0 - 2.0 * t);
    let (fx, fy) = (ease(x - x0), ease(y - y0));
    let corner = |dx: i32, dy: i32| hash(x0 as i32 + dx, y0 as i32 + dy, layer);
    let top = corner(0, 0) + (corner(1, 0) - corner(0, 0)) * fx;
    let bottom = corner(0, 1) + (corner(1, 1) - corner(0, 1)) * fx;
    top + (bottom - top) * fy
}

/// Returns a number from 0 to 1 that looks like chance.
pub(super) fn hash(x: i32, y: i32, layer: u32) -> f32 {
    let mut h = (x as u32).wrapping_mul(0x85eb_ca6b)
        ^ (y as u32).wrapping_mul(0xc2b2_ae35)
        ^ layer.wrapping_mul(0x27d4_eb2f);
    h = (h ^ (h >> 15)).wrapping_mul(0x2c1b_3c6d);
    h = (h ^ (h >> 12)).wrapping_mul(0x297a_2d39);
    (h ^ (h >> 15)) as f32 / u32::MAX as f32
}
