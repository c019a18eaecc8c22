//! Looks with volume and lens: forms puffed up and lit from one side, defocus, film.

use std::sync::OnceLock;

use rayon::prelude::*;
use vello_cpu::kurbo::Rect;

use super::blur::Soft;
use super::grain::{Grain, Lattice, Rows};
use super::sheet::{Sheet, Spot, flat, hash, luma, mix, saturated, smooth};
use crate::display::Op;

/// Most pixels of the picture that forms are lit on; each form is drawn by itself.
const LIT_PIXELS_MAX: f64 = 1_100_000.0;
/// Rows that one task lays forms on.
const BAND: usize = 64;

/// How bodies take the light.
#[derive(Debug, Clone, Copy)]
pub(super) struct Finish {
    /// Rise of the form: 0 flat, 1 as round as a balloon.
    pub puff: f32,
    /// Strength of the highlight.
    pub gloss: f32,
    /// Strength of shadows on what lies below.
    pub shade: f32,
    /// Fine texture of the surface.
    pub grain: f32,
    /// Part of the picture above which a form is ground and no body.
    pub body_max: f64,
}

pub(super) const CLAY: Finish = Finish {
    puff: 1.0,
    gloss: 0.32,
    shade: 0.5,
    grain: 0.03,
    body_max: 0.45,
};
pub(super) const BODY: Finish = Finish {
    puff: 0.62,
    gloss: 0.16,
    shade: 0.3,
    grain: 0.075,
    body_max: 2.0,
};

/// Lights every form of the operations as a body.
pub(super) fn relief(ops: Vec<Op>, rect: Rect, unit: f64, finish: Finish) -> Vec<Op> {
    let area = rect.width() * rect.height() * unit * unit;
    let scale = unit * (LIT_PIXELS_MAX / area).sqrt().min(1.0);
    let mut sheet = Sheet {
        w: (rect.width() * scale).ceil().max(1.0) as usize,
        h: (rect.height() * scale).ceil().max(1.0) as usize,
        scale: scale as f32,
        px: Vec::new(),
    };
    sheet.px = vec![[0; 4]; sheet.w * sheet.h];
    // Forms are drawn by themselves first, on all threads, and laid over each other in order.
    let forms: Vec<Form> = layers(ops)
        .into_par_iter()
        .filter_map(|layer| Form::of(layer, rect, scale, finish))
        .collect();
    let w = sheet.w;
    sheet
        .px
        .par_chunks_mut(w * BAND)
        .enumerate()
        .for_each(|(n, rows)| {
            for form in &forms {
                form.lay(rows, w, n * BAND, finish);
            }
        });
    vec![sheet.into_op(rect)]
}

/// Returns the operations as groups that paint one form each: what is clipped or faded together stays together.
fn layers(ops: Vec<Op>) -> Vec<Vec<Op>> {
    let mut out: Vec<Vec<Op>> = Vec::new();
    let mut depth = 0;
    for op in ops {
        let was = depth;
        match &op {
            Op::PushClip(_) | Op::PushOpacity(_) => depth += 1,
            Op::Pop => depth -= 1,
            _ => {}
        }
        match out.last_mut() {
            Some(group) if was > 0 => group.push(op),
            _ => out.push(vec![op]),
        }
    }
    out
}

/// One lit form, in pixels of the sheet.
struct Form {
    x: i64,
    y: i64,
    w: usize,
    h: usize,
    px: Vec<[u8; 4]>,
    /// Darkness that it throws on what lies below; none for what is no body.
    cast: Option<Soft<1>>,
}

impl Form {
    fn of(layer: Vec<Op>, rect: Rect, scale: f64, finish: Finish) -> Option<Self> {
        let bounds = layer
            .iter()
            .filter_map(Op::bounds)
            .reduce(|a, b| a.union(b))?
            .intersect(rect);
        if bounds.width() <= 0.0 || bounds.height() <= 0.0 {
            return None;
        }
        let body = bounds.area() < rect.area() * finish.body_max
            && matches!(layer[0], Op::Fill(_) | Op::Stroke(_) | Op::PushClip(_));
        let side = bounds.width().min(bounds.height()) * scale;
        let pad = if body {
            (side * 0.12).clamp(2.0, 24.0).ceil()
        } else {
            0.0
        };
        // Pixels of the form lie on pixels of the sheet.
        let x = ((bounds.x0 - rect.x0) * scale - pad).floor();
        let y = ((bounds.y0 - rect.y0) * scale - pad).floor();
        let w = ((bounds.x1 - rect.x0) * scale + pad).ceil() - x;
        let h = ((bounds.y1 - rect.y0) * scale + pad).ceil() - y;
        let area = Rect::from_origin_size(
            (rect.x0 + x / scale, rect.y0 + y / scale),
            (w / scale, h / scale),
        );
        let mut form = Self {
            x: x as i64,
            y: y as i64,
            w: w as usize,
            h: h as usize,
            px: flat(layer, area, w as u32, h as u32, scale),
            cast: None,
        };
        let cover: u64 = form.px.iter().map(|p| u64::from(p[3])).sum();
        let most = form.px.iter().map(|p| p[3]).max().unwrap_or(0);
        // Faint glows and specks are no bodies.
        if body && most > 204 && cover > 24 * 255 {
            form.light(finish, side as f32, scale as f32);
        }
        Some(form)
    }

    fn softened(&self, radius: f32) -> Soft<1> {
        Soft::new(self.w, self.h, radius, |x, y| {
            [f32::from(self.px[y * self.w + x][3]) * (1.0 / 255.0)]
        })
    }

    fn light(&mut self, finish: Finish, side: f32, scale: f32) {
        let lit = self.lit(finish, side);
        let skin = Lattice::new(Grain(5.0, 5.0, 122), scale, self.w, self.x, self.y);
        let specks = specks();
        let (mut corners, mut noise) = (Rows::default(), vec![0.0; self.w]);
        let mut row = vec![[0.0; 4]; self.w];
        for y in 0..self.h {
            lit.row(y, &mut row);
            skin.row(y, &mut corners, &mut noise);
            let speck = &specks[(self.y + y as i64).rem_euclid(SPECKS as i64) as usize * SPECKS..];
            for (x, pixel) in self.px[y * self.w..(y + 1) * self.w].iter_mut().enumerate() {
                if pixel[3] == 0 {
                    continue;
                }
                let grain = speck[(self.x + x as i64).rem_euclid(SPECKS as i64) as usize][0];
                let texture = 1.0 + finish.grain * ((noise[x] - 0.5) * 0.9 + grain * 0.5);
                let shine = row[x][3] * 255.0 + 0.5;
                for c in 0..3 {
                    pixel[c] = (f32::from(pixel[c]) * row[x][c] * texture + shine) as u8;
                }
            }
        }
        self.cast = Some(self.softened((side * 0.09).clamp(1.5, 16.0)));
    }

    /// Returns by how much the light multiplies red, green and blue of the form, and what it adds to them.
    fn lit(&self, finish: Finish, side: f32) -> Soft<4> {
        let (wide, near) = (
            (side * 0.2).clamp(2.0, 60.0),
            (side * 0.07).clamp(1.0, 12.0),
        );
        let slope = |rise: f32| {
            move |[[left], [right], [above], [below]]: [[f32; 1]; 4], step: f32| {
                [(left - right) * rise / step, (above - below) * rise / step]
            }
        };
        let round = self
            .softened(wide)
            .map_neighbours(|_, around, step| slope(wide * 2.4 * 0.55)(around, step));
        self.softened(near).map_neighbours(|(x, y), around, step| {
            let [ax, ay] = round.at(x, y);
            let [bx, by] = slope(near * 0.9)(around, step);
            let (nx, ny) = (-(ax + bx) * finish.puff, -(ay + by) * finish.puff);
            let long = (nx * nx + ny * ny + 1.0).sqrt();
            // The light stands high on the left, a weak one low on the right.
            let key = ((nx * -0.5 + ny * -0.62 + 0.6) / long).max(0.0);
            let back = ((nx * 0.6 + ny * 0.5 + 0.1) / long).max(0.0);
            let half = ((nx * -0.3 + ny * -0.38 + 0.88) / long).clamp(0.0, 1.0);
            let spot = {
                let p4 = half * half * half * half;
                p4 * p4 * p4 * p4 * p4
            };
            let lift = (key / 0.6 - 1.0) * 0.62;
            let k = (1.0 + lift * 0.8).clamp(0.42, 1.28);
            let rim = back * 0.06;
            let shine = finish.gloss * spot * smooth(0.0, 0.35, nx * nx + ny * ny);
            // Shadows turn cool, lights warm.
            let [r, g, b] =
                [1.02, 1.0, 0.97].map(|warm| if lift > 0.0 { warm } else { 2.0 - warm });
            [k * r, k * g, k * b, rim * 0.5 + shine]
        })
    }

    /// Lays the form on the rows of a sheet `w` wide that begin at row `top`.
    fn lay(&self, rows: &mut [[u8; 4]], w: usize, top: usize, finish: Finish) {
        let drop = self.cast.as_ref().map_or(0, |_| {
            ((self.w.min(self.h) as f32 * 0.035) as i64).clamp(1, 8)
        });
        let bottom = (top + rows.len() / w) as i64;
        let mut shade = vec![[0.0]; self.w];
        let columns = (-self.x).max(0)..(w as i64 - self.x).min(self.w as i64);
        for sy in self.y.max(top as i64)..(self.y + self.h as i64).min(bottom) {
            let y = sy - self.y;
            if let Some(cast) = &self.cast {
                cast.row((y - drop).max(0) as usize, &mut shade);
            }
            let own = &self.px[y as usize * self.w..][..self.w];
            let line = &mut rows[(sy as usize - top) * w..][..w];
            for x in columns.clone() {
                let over = own[x as usize];
                let under = &mut line[(self.x + x) as usize];
                if over[3] == 255 {
                    *under = over;
                    continue;
                }
                if self.cast.is_some() {
                    let k = 1.0 - shade[(x - drop).max(0) as usize][0] * finish.shade;
                    for part in &mut under[..3] {
                        *part = (f32::from(*part) * k + 0.5) as u8;
                    }
                }
                if over[3] > 0 {
                    *under = laid(over, *under);
                }
            }
        }
    }
}

/// Returns a straight colour over another.
fn laid(over: [u8; 4], under: [u8; 4]) -> [u8; 4] {
    let above = u32::from(over[3]) * 255;
    let below = u32::from(under[3]) * (255 - u32::from(over[3]));
    let both = (above + below).max(1);
    let part = |c: usize| {
        let sum = u32::from(over[c]) * above + u32::from(under[c]) * below;
        ((sum + both / 2) / both) as u8
    };
    [part(0), part(1), part(2), ((both + 127) / 255) as u8]
}

/// Specks along each side of their table, which repeats.
const SPECKS: usize = 256;

/// Returns specks of surfaces, -0.5 to 0.5, and the grain of film, row by row.
fn specks() -> &'static [[f32; 2]] {
    static TABLE: OnceLock<Vec<[f32; 2]>> = OnceLock::new();
    TABLE.get_or_init(|| {
        (0..(SPECKS * SPECKS) as i32)
            .map(|i| (i % SPECKS as i32, i / SPECKS as i32))
            .map(|(x, y)| {
                let film = hash(x, y, 141) + hash(x / 2, y / 2, 142) - 1.0;
                [hash(x, y, 121) - 0.5, film * 0.032]
            })
            .collect()
    })
}

/// The ground behind what is in focus: soft, with the unevenness of real matter.
pub(super) fn defocus(sheet: &Sheet, radius: f32) -> Sheet {
    let far = sheet.blurred(radius * sheet.scale);
    let near = sheet.blurred(radius * 0.3 * sheet.scale);
    let h = sheet.h as f32 / sheet.scale;
    let grains = [
        Grain(38.0, 15.0, 131),
        Grain(9.0, 4.0, 132),
        Grain(2.6, 1.6, 133),
    ];
    sheet.work(grains, [&far, &near], |Spot { v, .. }, n, [far, near]| {
        // What lies low is near and sharper.
        let focus = smooth(0.62, 1.0, v / h);
        let soft = mix(far, near, focus);
        let matter = n[0] * 0.5 + n[1] * 0.3 + n[2] * 0.2 - 0.5;
        let k = 1.0 + matter * (0.05 + 0.3 * focus);
        [soft[0] * k, soft[1] * k, soft[2] * k, soft[3]]
    })
}

/// The finish of a photograph: bloom, contrast, warm lights and cool shadows, vignette, grain.
pub(super) fn film(sheet: &Sheet) -> Sheet {
    let bloom = sheet.blurred_with(20.0 * sheet.scale, |p| {
        let k = smooth(0.72, 0.98, luma(p));
        [p[0] * k, p[1] * k, p[2] * k, 1.0]
    });
    let (w, h) = (sheet.w as f32, sheet.h as f32);
    let specks = specks();
    sheet.work([], [&bloom], |Spot { x, y, i, .. }, [], [glow]| {
        let own = sheet.own(i);
        let (dx, dy) = (x as f32 / w - 0.5, y as f32 / h - 0.48);
        let falloff = 1.0 - smooth(0.16, 0.62, dx * dx + dy * dy) * 0.62;
        let grain = specks[y % SPECKS * SPECKS + x % SPECKS][1];
        let tone = luma(own);
        let part = |c: usize| {
            let lit = 1.0 - (1.0 - own[c]) * (1.0 - glow[c] * 0.3);
            let curve = lit + (smooth(0.0, 1.0, lit) - lit) * 0.42;
            let split = [0.025, 0.004, -0.03][c] * (tone - 0.4);
            ((curve + split) * falloff + grain).clamp(0.0, 1.0)
        };
        let p = saturated([part(0), part(1), part(2), own[3]], 0.93);
        [p[0], p[1], p[2], own[3]]
    })
}
