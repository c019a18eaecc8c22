//! Looks with volume and lens: forms puffed up and lit from one side, defocus, film.

use std::sync::OnceLock;

use rayon::prelude::*;
use vello_cpu::kurbo::Rect;

use super::blur::Soft;
use super::grain::{Grain, Tile};
use super::lane::{LANES, Lane, bytes, colors, luma, mix, saturated, smooth};
use super::sheet::{Sheet, flat, hash, luma_of, smooth_step};
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
    let skin = Tile::new(Grain(5.0, 5.0, 122), scale as f32);
    // Forms are drawn by themselves first, on all threads, and laid over each other in order.
    let forms: Vec<Form> = layers(ops)
        .into_par_iter()
        .filter_map(|layer| Form::of(layer, rect, scale, finish, &skin))
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
    fn of(layer: Vec<Op>, rect: Rect, scale: f64, finish: Finish, skin: &Tile) -> Option<Self> {
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
            form.light(finish, side as f32, skin);
        }
        Some(form)
    }

    fn softened(&self, radius: f32) -> Soft<1> {
        Soft::new(self.w, self.h, radius, |x, y| {
            [f32::from(self.px[y * self.w + x][3]) * (1.0 / 255.0)]
        })
    }

    fn light(&mut self, finish: Finish, side: f32, skin: &Tile) {
        let lit = self.lit(finish, side);
        let specks = &specks().skin;
        let wide = self.w.next_multiple_of(LANES);
        let mut noise = vec![0.0; wide];
        let mut row = vec![[0.0; 4]; wide];
        for (y, line) in self.px.chunks_exact_mut(self.w).enumerate() {
            lit.row(y, &mut row[..self.w]);
            skin.row(self.x, self.y + y as i64, &mut noise[..self.w]);
            let speck = &specks[(self.y + y as i64).rem_euclid(SPECKS as i64) as usize * SPECKS..];
            for (n, out) in line.chunks_mut(LANES).enumerate() {
                if out.iter().all(|pixel| pixel[3] == 0) {
                    continue;
                }
                let x = n * LANES;
                let grain = Lane::of(|k| {
                    speck[(self.x + (x + k) as i64).rem_euclid(SPECKS as i64) as usize]
                });
                let texture = ((Lane::read(&noise[x..]) - 0.5) * 0.9 + grain * 0.5) * finish.grain;
                let mut px = [[0; 4]; LANES];
                px[..out.len()].copy_from_slice(out);
                let own = colors(px);
                let light = |c: usize| Lane::of(|k| row[x + k][c]);
                let shine = light(3);
                let part = |c: usize| own[c] * light(c) * (texture + 1.0) + shine;
                let made = bytes([part(0), part(1), part(2), own[3]]);
                out.copy_from_slice(&made[..out.len()]);
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
            let shine = finish.gloss * spot * smooth_step(0.0, 0.35, nx * nx + ny * ny);
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

/// Specks along each side of their table, which repeats; a multiple of [`LANES`].
const SPECKS: usize = 256;

struct Specks {
    /// Of surfaces, -0.5 to 0.5, row by row.
    skin: Vec<f32>,
    /// The grain of film.
    film: Vec<f32>,
}

fn specks() -> &'static Specks {
    static TABLE: OnceLock<Specks> = OnceLock::new();
    TABLE.get_or_init(|| {
        let places =
            || (0..(SPECKS * SPECKS) as i32).map(|i| (i % SPECKS as i32, i / SPECKS as i32));
        let film = |(x, y)| hash(x, y, 141) + hash(x / 2, y / 2, 142) - 1.0;
        Specks {
            skin: places().map(|(x, y)| hash(x, y, 121) - 0.5).collect(),
            film: places().map(|at| film(at) * 0.032).collect(),
        }
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
    sheet.work(grains, [&far, &near], |at, n, [far, near]| {
        // What lies low is near and sharper.
        let focus = smooth_step(0.62, 1.0, at.v / h);
        let soft = mix(far, near, focus);
        let matter = n[0] * 0.5 + n[1] * 0.3 + n[2] * 0.2 - 0.5;
        let k = matter * (0.05 + 0.3 * focus) + 1.0;
        [soft[0] * k, soft[1] * k, soft[2] * k, soft[3]]
    })
}

/// The finish of a photograph: bloom, contrast, warm lights and cool shadows, vignette, grain.
pub(super) fn film(sheet: &Sheet) -> Sheet {
    let bloom = sheet.blurred_with(20.0 * sheet.scale, |p| {
        let k = smooth_step(0.72, 0.98, luma_of(p));
        [p[0] * k, p[1] * k, p[2] * k, 1.0]
    });
    let (w, h) = (sheet.w as f32 / sheet.scale, sheet.h as f32 / sheet.scale);
    let film = &specks().film;
    sheet.work([], [&bloom], |at, [], [glow]| {
        let own = sheet.own(&at);
        let (dx, dy) = (at.u * (1.0 / w) - 0.5, at.v / h - 0.48);
        let falloff = 1.0 - smooth(0.16, 0.62, dx * dx + dy * dy) * 0.62;
        let grain = Lane::read(&film[at.y % SPECKS * SPECKS + at.x % SPECKS..]);
        let tone = luma(&own) - 0.4;
        let part = |c: usize| {
            let lit = 1.0 - (1.0 - own[c]) * (1.0 - glow[c] * 0.3);
            let curve = lit + (smooth(0.0, 1.0, lit) - lit) * 0.42;
            let split = tone * [0.025, 0.004, -0.03][c];
            ((curve + split) * falloff + grain).unit()
        };
        saturated([part(0), part(1), part(2), own[3]], 0.93)
    })
}
