//! The raster that an effect works on: colours, fields of one number a pixel, noise.

use std::array::from_fn;
use std::sync::Arc;

use rayon::prelude::*;
use vello_cpu::kurbo::{Affine, Rect};

use super::blur::Soft;
use super::grain::{Grain, Noise, Rows, floor};
use super::lane::{Colors, LANES, Lane, bytes, colors, smooth};
use crate::color::Rgba;
use crate::display::{DisplayList, Image, Op, Raster};
use crate::draw::rasterize_into;
use crate::layout::Picture;
use crate::scene::Canvas;

/// Most pixels that an effect is worked out on; larger pictures are worked out smaller and enlarged.
const PIXELS_MAX: f64 = 1_700_000.0;
/// Rows that one task works on: enough that what rows share is worked out seldom.
const BAND: usize = 32;

/// A colour with alpha, each part 0 to 1, straight.
pub(super) type Tint = [f32; 4];

/// A raster of colours, straight RGBA.
pub(super) struct Sheet {
    pub w: usize,
    pub h: usize,
    /// Pixels to a logical unit.
    pub scale: f32,
    pub px: Vec<[u8; 4]>,
}

/// A raster of single numbers.
pub(super) struct Field {
    pub w: usize,
    pub h: usize,
    pub v: Vec<f32>,
}

/// Pixels side by side that are worked on together.
#[derive(Clone, Copy)]
pub(super) struct Spot {
    /// The first of them.
    pub x: usize,
    pub y: usize,
    /// Place of the first among all pixels, and how many lie in the row; the others repeat the last.
    i: usize,
    n: usize,
    /// Their places in logical units.
    pub u: Lane,
    pub v: f32,
}

/// Draws operations that lie in `rect` to straight RGBA.
pub(super) fn flat(ops: Vec<Op>, rect: Rect, width: u32, height: u32, unit: f64) -> Vec<[u8; 4]> {
    let picture = Picture {
        width: rect.width() as f32,
        height: rect.height() as f32,
        origin: rect.origin(),
        display: DisplayList { ops },
        ..Picture::default()
    };
    let canvas = Canvas {
        width,
        height,
        unit: unit as f32,
        transparent: true,
    };
    let mut px = vec![[0; 4]; width as usize * height as usize];
    rasterize_into(&picture, canvas, px.as_flattened_mut());
    px
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
        Self {
            w: width as usize,
            h: height as usize,
            scale: scale as f32,
            px: flat(ops, rect, width, height, scale),
        }
    }

    fn bytes(&self, x: i64, y: i64) -> [u8; 4] {
        let x = x.max(0).min(self.w as i64 - 1) as usize;
        let y = y.max(0).min(self.h as i64 - 1) as usize;
        self.px[y * self.w + x]
    }

    /// Returns the pixel at a place; outside, the nearest one inside.
    pub fn at(&self, x: i64, y: i64) -> Tint {
        floats(self.bytes(x, y))
    }

    /// Returns the pixels at a spot.
    #[inline(always)]
    pub fn own(&self, spot: &Spot) -> Colors {
        colors(spot.of(&self.px))
    }

    /// Returns the pixels nearest to places in pixels.
    #[inline(always)]
    pub fn gather(&self, x: Lane, y: Lane) -> Colors {
        let at = places(x, y, self.w, self.h);
        colors(at.map(|i| self.px[i]))
    }

    /// Returns a new sheet of the same size, each pixel from its place, the noise there and the blurred colours there.
    pub fn work<const N: usize, const M: usize>(
        &self,
        grains: [Grain; N],
        blurs: [&Soft<4>; M],
        f: impl Fn(Spot, [Lane; N], [Colors; M]) -> Colors + Sync,
    ) -> Self {
        let w = self.w;
        let lattices = grains.map(|grain| Noise::new(grain, self.scale, w));
        let wide = w.next_multiple_of(LANES);
        let mut px = vec![[0; 4]; self.px.len()];
        px.par_chunks_mut(w * BAND)
            .enumerate()
            .for_each(|(band, rows)| {
                let mut corners: [Rows; N] = from_fn(|_| Rows::default());
                let mut noise: [Vec<f32>; N] = from_fn(|_| vec![0.0; wide]);
                let mut soft: [Vec<Tint>; M] = from_fn(|_| vec![[0.0; 4]; wide]);
                for (n, row) in rows.chunks_exact_mut(w).enumerate() {
                    let y = band * BAND + n;
                    for n in 0..N {
                        lattices[n].row(y, &mut corners[n], &mut noise[n][..w]);
                    }
                    for (blur, out) in blurs.iter().zip(&mut soft) {
                        blur.row(y, &mut out[..w]);
                    }
                    for (n, out) in row.chunks_mut(LANES).enumerate() {
                        let x = n * LANES;
                        let noise = from_fn(|n| Lane::read(&noise[n][x..]));
                        let soft = from_fn(|n| straight(&soft[n][x..x + LANES]));
                        let made = bytes(f(Spot::new(self, x, y, out.len()), noise, soft));
                        out.copy_from_slice(&made[..out.len()]);
                    }
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
        let here = self.bytes(x, y);
        let around = ring(reach).map(|(dx, dy)| difference(here, self.bytes(x + dx, y + dy)));
        around.into_iter().fold(0, u32::max) as f32 / (255.0 * 255.0)
    }

    /// Returns a field of what `f` makes of [`Sheet::contrast`] of every pixel.
    pub fn contrasts(&self, reach: i64, f: impl Fn(Lane) -> Lane + Sync) -> Field {
        let (w, h) = (self.w, self.h);
        let mut v = vec![0.0; self.px.len()];
        v.par_chunks_mut(w).enumerate().for_each(|(y, row)| {
            let far = reach as usize;
            let inside = y >= far && y + far < h;
            for (n, out) in row.chunks_mut(LANES).enumerate() {
                let x = n * LANES;
                let most = if inside && x >= far && x + LANES + far <= w {
                    self.contrast_inside(y * w + x, reach)
                } else {
                    Lane::of(|k| self.contrast((x + k) as i64, y as i64, reach))
                };
                out.copy_from_slice(&f(most).0[..out.len()]);
            }
        });
        Field { w, h, v }
    }

    /// As [`Sheet::contrast`] of pixels side by side that have all their neighbours.
    fn contrast_inside(&self, i: usize, reach: i64) -> Lane {
        let read = |i: usize| self.px[i..].first_chunk::<LANES>().copied();
        let Some(here) = read(i) else {
            return Lane::all(0.0);
        };
        let mut most = [0; LANES];
        for (dx, dy) in ring(reach) {
            let other = read((i as i64 + dy * self.w as i64 + dx) as usize).unwrap_or(here);
            let far: [u32; LANES] = from_fn(|k| difference(here[k], other[k]));
            most = from_fn(|k| most[k].max(far[k]));
        }
        Lane(most.map(|far| far as i32 as f32 * (1.0 / (255.0 * 255.0))))
    }

    /// Returns lines of `width` logical units where colours meet that differ by more than `least`; full at `full`.
    pub fn edges(&self, width: f32, least: f32, full: f32) -> Field {
        let reach = ((width * self.scale * 0.5).round() as i64).max(1);
        self.contrasts(reach, |far| smooth(least, full, far)).soft()
    }

    /// Returns the sheet at half its size.
    pub fn halved(&self) -> Self {
        let (w, h) = (self.w.div_ceil(2), self.h.div_ceil(2));
        let mut px = vec![[0; 4]; w * h];
        px.par_chunks_mut(w).enumerate().for_each(|(y, row)| {
            let (y0, y1) = (y * 2 * self.w, (y * 2 + 1).min(self.h - 1) * self.w);
            for (x, pixel) in row.iter_mut().enumerate() {
                let (x0, x1) = (x * 2, (x * 2 + 1).min(self.w - 1));
                let four = [y0 + x0, y0 + x1, y1 + x0, y1 + x1].map(|i| self.px[i]);
                *pixel = from_fn(|c| {
                    let sum: u16 = four.iter().map(|p| u16::from(p[c])).sum();
                    ((sum + 2) / 4) as u8
                });
            }
        });
        Self {
            w,
            h,
            scale: self.scale * 0.5,
            px,
        }
    }

    /// Returns the lightness of all pixels as the eye sees it.
    pub fn luma(&self) -> Field {
        self.field(|x, y| luma_of(floats(self.px[y * self.w + x])))
    }

    /// Blurs by about a Gaussian of this radius in pixels. Colours count as much as they cover.
    pub fn blurred(&self, radius: f32) -> Soft<4> {
        self.blurred_with(radius, |p| p)
    }

    /// Blurs what `f` makes of every pixel.
    pub fn blurred_with(&self, radius: f32, f: impl Fn(Tint) -> Tint + Sync) -> Soft<4> {
        Soft::new(self.w, self.h, radius, |x, y| {
            let [r, g, b, a] = f(floats(self.px[y * self.w + x]));
            [r * a, g * a, b * a, a]
        })
    }

    /// Returns the sheet as an operation that fills `rect`.
    pub fn into_op(self, rect: Rect) -> Op {
        Op::Image(Image {
            pixels: Arc::new(Raster {
                width: self.w as u32,
                height: self.h as u32,
                rgba: self.px.into_flattened(),
            }),
            rect,
            transform: Affine::IDENTITY,
            bounds: rect,
        })
    }
}

impl Spot {
    fn new(sheet: &Sheet, x: usize, y: usize, n: usize) -> Self {
        let unit = 1.0 / sheet.scale;
        Self {
            x,
            y,
            i: y * sheet.w + x,
            n,
            u: Lane::of(|k| (x + k) as f32 * unit),
            v: y as f32 * unit,
        }
    }

    /// Reads what belongs to the pixels.
    #[inline(always)]
    fn of<T: Copy>(&self, all: &[T]) -> [T; LANES] {
        let own = &all[self.i..];
        match own.first_chunk() {
            Some(own) if self.n == LANES => *own,
            _ => from_fn(|k| own[k.min(self.n - 1)]),
        }
    }
}

/// Returns the places among all pixels of those nearest to places in pixels.
#[inline(always)]
fn places(x: Lane, y: Lane, w: usize, h: usize) -> [usize; LANES] {
    let held = |at: Lane, n: usize| at.max(0.0).min((n - 1) as f32).0.map(|at| at as i32);
    let (x, y) = (held(x, w), held(y, h));
    from_fn(|k| y[k] as usize * w + x[k] as usize)
}

/// Returns the places around a pixel, `reach` pixels away.
fn ring(reach: i64) -> [(i64, i64); 8] {
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
}

impl Field {
    pub fn at(&self, x: i64, y: i64) -> f32 {
        let x = x.max(0).min(self.w as i64 - 1) as usize;
        let y = y.max(0).min(self.h as i64 - 1) as usize;
        self.v[y * self.w + x]
    }

    /// Returns the numbers at a spot.
    #[inline(always)]
    pub fn own(&self, spot: &Spot) -> Lane {
        Lane(spot.of(&self.v))
    }

    /// Returns the numbers of the pixels nearest to places in pixels.
    #[inline(always)]
    pub fn gather(&self, x: Lane, y: Lane) -> Lane {
        Lane(places(x, y, self.w, self.h).map(|i| self.v[i]))
    }

    /// Smooths steps by one pixel.
    fn soft(&self) -> Self {
        let (w, last) = (self.w, self.w - 1);
        let mut v = vec![0.0; self.v.len()];
        v.par_chunks_mut(w).enumerate().for_each(|(y, row)| {
            let line = |y: usize| &self.v[y * w..(y + 1) * w];
            let (own, above, below) = (
                line(y),
                line(y.saturating_sub(1)),
                line((y + 1).min(self.h - 1)),
            );
            let mixed = |left: f32, own: f32, right: f32, x: usize| {
                own * 0.4 + (left + right + above[x] + below[x]) * 0.15
            };
            row[0] = mixed(own[0], own[0], own[1.min(last)], 0);
            row[last] = mixed(own[last.saturating_sub(1)], own[last], own[last], last);
            for (x, [left, here, right]) in own.array_windows().enumerate() {
                row[x + 1] = mixed(*left, *here, *right, x + 1);
            }
        });
        Self { v, ..*self }
    }

    /// Blurs by about a Gaussian of this radius in pixels.
    pub fn blurred(&self, radius: f32) -> Self {
        let soft = Soft::new(self.w, self.h, radius, |x, y| [self.v[y * self.w + x]]);
        let mut v = vec![[0.0]; self.v.len()];
        v.par_chunks_mut(self.w)
            .enumerate()
            .for_each(|(y, row)| soft.row(y, row));
        Self {
            v: v.into_flattened(),
            ..*self
        }
    }
}

pub(super) fn floats(p: [u8; 4]) -> Tint {
    p.map(|part| f32::from(part) * (1.0 / 255.0))
}

pub(super) fn to_bytes(p: Tint) -> [u8; 4] {
    // Casts hold what is out of bounds at the bounds.
    p.map(|part| (part * 255.0 + 0.5) as u8)
}

/// Reads colours and takes the cover out of their parts.
#[inline(always)]
fn straight(from: &[Tint]) -> Colors {
    let [r, g, b, a] = from_fn(|c| Lane::of(|k| from[k][c]));
    let k = 1.0 / a.max(1e-4);
    let part = |part: Lane| part.or((part * k).min(1.0), a.less(0.9995));
    [part(r), part(g), part(b), a]
}

/// Returns the sum of the differences of all parts, 255 * 255 for a whole one.
#[inline(always)]
fn difference(a: [u8; 4], b: [u8; 4]) -> u32 {
    let parts: u32 = (0..3).map(|c| u32::from(a[c].abs_diff(b[c]))).sum();
    u32::from(a[3].abs_diff(b[3])) * 255 + u32::from(a[3].min(b[3])) * parts
}

/// Returns the sum of the differences of all parts.
pub(super) fn distance(a: Tint, b: Tint) -> f32 {
    let cover = (a[3] - b[3]).abs();
    let both = a[3].min(b[3]);
    cover + both * (0..3).map(|c| (a[c] - b[c]).abs()).sum::<f32>()
}

pub(super) fn luma_of(p: Tint) -> f32 {
    0.299 * p[0] + 0.587 * p[1] + 0.114 * p[2]
}

/// Returns 0 below `low`, 1 above `high`, and a smooth step between.
pub(super) fn smooth_step(low: f32, high: f32, x: f32) -> f32 {
    let t = ((x - low) / (high - low)).clamp(0.0, 1.0);
    t * t * (3.0 - 2.0 * t)
}

/// Returns `a` at 0 and `b` at 1; the alpha stays `a`'s.
pub(super) fn mixed(a: Tint, b: Tint, t: f32) -> Tint {
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
pub(super) fn saturated_tint(p: Tint, k: f32) -> Tint {
    let l = luma_of(p);
    let part = |c: usize| (l + (p[c] - l) * k).clamp(0.0, 1.0);
    [part(0), part(1), part(2), p[3]]
}

/// Value noise, 0 to 1, smooth between whole numbers.
pub(super) fn noise(x: f32, y: f32, layer: u32) -> f32 {
    let (x0, y0) = (floor(x), floor(y));
    let ease = |t: f32| t * t * (3.0 - 2.0 * t);
    let (fx, fy) = (ease(x - x0 as f32), ease(y - y0 as f32));
    let corner = |dx: i32, dy: i32| hash(x0 + dx, y0 + dy, layer);
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
    // Halved, since a signed number takes one step to convert.
    ((h ^ (h >> 15)) >> 1) as i32 as f32 * (1.0 / 2_147_483_647.0)
}
