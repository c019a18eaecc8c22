//! Shadows of rounded rectangles, worked out on a coarse grid and read along rows.
//!
//! A blurred rounded rectangle is close to a function of the distance from a rounded rectangle with softer corners (Raph
//! Levien, "Blurred rounded rectangles", 2020). It is the same in all four corners and changes slowly, so it is worked out for
//! one corner, at steps of a part of the blur, and every pixel lies between four of them.

use std::sync::Arc;

use rayon::prelude::*;
use vello_cpu::kurbo::{Affine, Rect};
use vello_cpu::peniko::ImageAlphaType;
use vello_cpu::{PixelMetadata, Pixmap};

use super::enlarge::Between;
use crate::color::Rgba;
use crate::display::Shadow;

/// How far a shadow reaches, in standard deviations.
const REACH: f32 = 3.0;
/// Steps of the grid to a standard deviation.
const STEPS: f32 = 4.0;
/// Shades that a mask tells apart.
const SHADES: u32 = 1024;

/// A rectangle of a shadow's pixels, premultiplied, and the pixel at which its top left corner lies.
pub(super) struct Piece {
    pub pixmap: Arc<Pixmap>,
    pub x: i64,
    pub y: i64,
}

impl Piece {
    /// Returns the pixels that it covers.
    pub fn area(&self) -> Rect {
        let (w, h) = (self.pixmap.width(), self.pixmap.height());
        Rect::from_origin_size((self.x as f64, self.y as f64), (f64::from(w), f64::from(h)))
    }
}

/// Returns the pixels of a shadow on a canvas of so many, as far as they are not hidden; none when it is turned or stretched.
pub(super) fn pieces(shadow: &Shadow, root: Affine, canvas: (u32, u32)) -> Option<Vec<Piece>> {
    let place = root * shadow.transform;
    let [scale, b, c, down, ..] = place.as_coeffs();
    let upright = b == 0.0 && c == 0.0 && scale > 0.0 && (scale - down).abs() < scale * 1e-6;
    if !upright {
        return None;
    }
    let rect = place.transform_rect_bbox(shadow.rect.abs());
    let corner = Corner::new(
        rect,
        shadow.radius * scale as f32,
        shadow.sigma * scale as f32,
    );
    let reach = f64::from(corner.reach);
    let whole = Rect::new(0.0, 0.0, canvas.0.into(), canvas.1.into());
    let outer = rect.inflate(reach, reach).expand().intersect(whole);
    let hidden = shadow.hidden.map_or(Rect::ZERO, |hidden| {
        let hidden = place.transform_rect_bbox(hidden);
        // Pixels that are hidden in part are painted whole.
        let (x0, y0) = (hidden.x0.ceil(), hidden.y0.ceil());
        let inner = Rect::new(x0, y0, hidden.x1.floor().max(x0), hidden.y1.floor().max(y0));
        inner.intersect(outer)
    });
    let parts = if hidden.width() < 1.0 || hidden.height() < 1.0 {
        vec![outer]
    } else {
        vec![
            Rect::new(outer.x0, outer.y0, outer.x1, hidden.y0),
            Rect::new(outer.x0, hidden.y0, hidden.x0, hidden.y1),
            Rect::new(hidden.x1, hidden.y0, outer.x1, hidden.y1),
            Rect::new(outer.x0, hidden.y1, outer.x1, outer.y1),
        ]
    };
    let shades = shades(shadow.color);
    let drawn = parts
        .into_iter()
        .filter(|part| part.width() >= 1.0 && part.height() >= 1.0)
        .map(|part| corner.draw(rect, part, &shades))
        .collect();
    Some(drawn)
}

/// The shadow's strength around the top left corner of its rectangle.
struct Corner {
    /// Pixels to a step of the grid, and the pixels before the rectangle at which the grid begins.
    step: f32,
    reach: f32,
    columns: usize,
    rows: usize,
    /// Row by row, 0 to 65,535.
    strength: Vec<u16>,
}

impl Corner {
    fn new(rect: Rect, radius: f32, sigma: f32) -> Self {
        let bell = Bell::new(rect.width() as f32, rect.height() as f32, radius, sigma);
        let (step, reach) = ((sigma / STEPS).max(1.0), sigma * REACH);
        let inside = bell.soft_radius + 2.0 * sigma;
        // Beyond the middle lies the next corner; far from all corners nothing changes.
        let count = |side: f32| ((reach + inside.min(side * 0.5)) / step).ceil() as usize + 2;
        let (columns, rows) = (count(bell.width), count(bell.height));
        let strength = (0..columns * rows)
            .map(|i| {
                let at = |n: usize| n as f32 * step - reach;
                (bell.strength(at(i % columns), at(i / columns)) * 65_535.0 + 0.5) as u16
            })
            .collect();
        Self {
            step,
            reach,
            columns,
            rows,
            strength,
        }
    }

    fn draw(&self, rect: Rect, part: Rect, shades: &[[u8; 4]]) -> Piece {
        let columns = self.places(part.x0, part.x1, rect.x0, rect.x1, self.columns);
        let rows = self.places(part.y0, part.y1, rect.y0, rect.y1, self.rows);
        let w = columns.len();
        let mut px = vec![[0; 4]; w * rows.len()];
        px.par_chunks_mut(w).zip(&rows).for_each_init(
            || vec![0_u32; self.columns],
            |level, (row, place)| {
                let upper = &self.strength[place.first * self.columns..][..self.columns];
                let lower = &self.strength[place.second * self.columns..][..self.columns];
                for ((value, a), b) in level.iter_mut().zip(upper).zip(lower) {
                    *value = place.mix(u32::from(*a), u32::from(*b));
                }
                for (pixel, place) in row.iter_mut().zip(&columns) {
                    let mask = place.mix(level[place.first], level[place.second]);
                    *pixel = shades[((mask * SHADES) >> 16) as usize];
                }
            },
        );
        let premultiplied = PixelMetadata::new(ImageAlphaType::AlphaPremultiplied, true);
        let (bytes, high) = (px.into_flattened(), rows.len());
        Piece {
            pixmap: Arc::new(Pixmap::from_parts(
                bytes,
                w as u16,
                high as u16,
                premultiplied,
            )),
            x: part.x0 as i64,
            y: part.y0 as i64,
        }
    }

    /// Returns where on the grid the middles of the pixels from `from` to `to` lie, for a rectangle from `low` to `high`.
    fn places(&self, from: f64, to: f64, low: f64, high: f64, count: usize) -> Vec<Between> {
        (from as i64..to as i64)
            .map(|pixel| {
                let middle = pixel as f64 + 0.5;
                let inward = (middle - low).min(high - middle) as f32;
                let at = ((inward + self.reach) / self.step).clamp(0.0, (count - 1) as f32);
                Between::new(at, count - 1)
            })
            .collect()
    }
}

/// The blur of a rounded rectangle as a function of the distance from a softer one.
struct Bell {
    width: f32,
    height: f32,
    /// Width and height with the long side pulled in.
    pulled: (f32, f32),
    least: f32,
    soft_radius: f32,
    exponent: f32,
    scale: f32,
    per_sigma: f32,
}

impl Bell {
    fn new(width: f32, height: f32, radius: f32, sigma: f32) -> Self {
        let sigma = sigma.max(1e-3);
        let least = width.min(height);
        let radius = radius.min(least * 0.5);
        let soft = |k: f32| libm::hypotf(radius, sigma * k).min(least * 0.5);
        let (sharp_radius, soft_radius) = (soft(1.15), soft(2.0));
        let per_sigma = 1.0 / sigma;
        let end = |side: f32| {
            let half = 0.5 * per_sigma * side;
            libm::expf(-half * half)
        };
        let delta = 1.25 * sigma * (end(width) - end(height));
        let pulled = (width + delta.min(0.0), height - delta.max(0.0));
        Self {
            width,
            height,
            pulled,
            least,
            soft_radius,
            exponent: 2.0 * soft_radius / sharp_radius.max(1e-6),
            scale: 0.5 * erf(per_sigma * 0.5 * (pulled.0.max(pulled.1) - 0.5 * radius)),
            per_sigma,
        }
    }

    /// Returns the strength at a place so far inside the left and the upper edge, 0 to 1.
    fn strength(&self, right: f32, down: f32) -> f32 {
        let beyond = |side: f32, pulled: f32, inward: f32| {
            self.soft_radius + (side * 0.5 - inward).abs() - pulled * 0.5
        };
        let x = beyond(self.width, self.pulled.0, right);
        let y = beyond(self.height, self.pulled.1, down);
        let power = |side: f32| libm::powf(side.max(0.0), self.exponent);
        let outside = match (x > 0.0, y > 0.0) {
            (true, true) => libm::powf(power(x) + power(y), 1.0 / self.exponent),
            _ => x.max(y).max(0.0),
        };
        let distance = outside + x.max(y).min(0.0) - self.soft_radius;
        let strength =
            erf(self.per_sigma * (self.least + distance)) - erf(self.per_sigma * distance);
        (self.scale * strength).clamp(0.0, 1.0)
    }
}

/// Returns about the error function: a sigmoid with three terms.
fn erf(x: f32) -> f32 {
    let x = x.clamp(-10.0, 10.0) * std::f32::consts::FRAC_2_SQRT_PI;
    let square = x * x;
    let bent = x + (0.24295 + (0.03395 + 0.0104 * square) * square) * (x * square);
    bent / (1.0 + bent * bent).sqrt()
}

/// Returns the colour at every strength, premultiplied.
fn shades(Rgba([r, g, b, a]): Rgba) -> Vec<[u8; 4]> {
    let top = (SHADES - 1) * 255;
    (0..SHADES)
        .map(|shade| {
            let part = |c: u8| {
                let cover = u32::from(c) * u32::from(a) * shade;
                ((cover + top / 2) / top) as u8
            };
            let alpha = (u32::from(a) * shade * 2 / (SHADES - 1)).div_ceil(2) as u8;
            // No part may be larger than the cover.
            [
                part(r).min(alpha),
                part(g).min(alpha),
                part(b).min(alpha),
                alpha,
            ]
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shadow_is_full_inside_half_at_the_edge_and_gone_beyond_its_reach() {
        for (sigma, radius) in [(2.0, 8.0), (12.0, 0.0), (30.0, 44.0)] {
            let bell = Bell::new(600.0, 400.0, radius, sigma);
            let cases = [
                ((300.0, 200.0), 1.0),
                ((0.0, 200.0), 0.5),
                ((300.0, 0.0), 0.5),
                ((-3.0 * sigma, 200.0), 0.0),
                ((300.0, -3.0 * sigma), 0.0),
            ];
            for ((x, y), wanted) in cases {
                let found = bell.strength(x, y);
                assert!(
                    (found - wanted).abs() < 0.03,
                    "{sigma} {radius}: {found} for {wanted}"
                );
            }
        }
    }

    #[test]
    fn pieces_lie_around_what_is_hidden() {
        let rect = Rect::new(20.0, 20.0, 80.0, 60.0);
        let shadow = Shadow {
            rect,
            radius: 4.0,
            sigma: 3.0,
            hidden: Some(rect),
            color: Rgba([0, 0, 0, 200]),
            transform: Affine::IDENTITY,
            bounds: rect,
        };
        let drawn = pieces(&shadow, Affine::IDENTITY, (90, 90)).unwrap();
        let area: f64 = drawn.iter().map(|piece| piece.area().area()).sum();
        let outer = Rect::new(11.0, 11.0, 89.0, 69.0);
        assert_eq!(area, outer.area() - rect.area());
        let turned = Affine::rotate(0.4);
        assert!(pieces(&shadow, turned, (90, 90)).is_none());
    }
}
