//! Looks with volume and lens: forms puffed up and lit from one side, defocus, film.

use rayon::prelude::*;
use vello_cpu::kurbo::Rect;

use super::sheet::{Field, Sheet, Tint, flat, hash, luma, mix, noise, saturated, smooth};
use crate::display::Op;

/// Most pixels of the picture that forms are lit on; each form is drawn by itself.
const LIT_PIXELS_MAX: f64 = 1_100_000.0;

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
    sheet.px = vec![[0.0; 4]; sheet.w * sheet.h];
    // Forms are drawn by themselves first, on all threads, and laid over each other in order.
    let forms: Vec<Form> = layers(ops)
        .into_par_iter()
        .filter_map(|layer| Form::of(layer, rect, scale, finish))
        .collect();
    for form in forms {
        form.lay(&mut sheet, finish);
    }
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
    px: Vec<Tint>,
    /// Darkness that it throws on what lies below; none for what is no body.
    cast: Option<Field>,
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
        let bytes = flat(layer, area, w as u32, h as u32, scale);
        let mut form = Self {
            x: x as i64,
            y: y as i64,
            w: w as usize,
            h: h as usize,
            px: bytes
                .chunks_exact(4)
                .map(|p| [0, 1, 2, 3].map(|c| f32::from(p[c]) / 255.0))
                .collect(),
            cast: None,
        };
        let cover = form.px.iter().map(|p| p[3]).sum::<f32>();
        let most = form.px.iter().map(|p| p[3]).fold(0.0, f32::max);
        // Faint glows and specks are no bodies.
        if body && most > 0.8 && cover > 24.0 {
            form.light(finish, side as f32, scale as f32);
        }
        Some(form)
    }

    fn alpha(&self) -> Field {
        Field {
            w: self.w,
            h: self.h,
            v: self.px.iter().map(|p| p[3]).collect(),
        }
    }

    fn light(&mut self, finish: Finish, side: f32, scale: f32) {
        let alpha = self.alpha();
        let wide = alpha.blurred((side * 0.2).clamp(2.0, 60.0));
        let near = alpha.blurred((side * 0.07).clamp(1.0, 12.0));
        let rise = (side * 0.2).clamp(2.0, 60.0) * 2.4;
        for y in 0..self.h {
            for x in 0..self.w {
                let pixel = &mut self.px[y * self.w + x];
                if pixel[3] < 0.004 {
                    continue;
                }
                let (i, j) = (x as i64, y as i64);
                let slope = |f: &Field, k: f32| {
                    (
                        (f.at(i - 1, j) - f.at(i + 1, j)) * k,
                        (f.at(i, j - 1) - f.at(i, j + 1)) * k,
                    )
                };
                let (ax, ay) = slope(&wide, rise * 0.55);
                let (bx, by) = slope(&near, (side * 0.07).clamp(1.0, 12.0) * 0.9);
                let (nx, ny) = (-(ax + bx) * finish.puff, -(ay + by) * finish.puff);
                let long = (nx * nx + ny * ny + 1.0).sqrt();
                // The light stands high on the left, a weak one low on the right.
                let key = ((nx * -0.5 + ny * -0.62 + 0.6) / long).max(0.0);
                let back = ((nx * 0.6 + ny * 0.5 + 0.1) / long).max(0.0);
                let grain = hash(self.x as i32 + x as i32, self.y as i32 + y as i32, 121) - 0.5;
                let (u, v) = ((self.x + i) as f32 / scale, (self.y + j) as f32 / scale);
                let skin = noise(u / 5.0, v / 5.0, 122) - 0.5;
                let texture = 1.0 + finish.grain * (skin * 0.9 + grain * 0.5);
                let half = ((nx * -0.3 + ny * -0.38 + 0.88) / long).clamp(0.0, 1.0);
                let spot = {
                    let p4 = half * half * half * half;
                    p4 * p4 * p4 * p4 * p4
                };
                let lift = (key / 0.6 - 1.0) * 0.62;
                let k = (1.0 + lift * 0.8).clamp(0.42, 1.28) * texture;
                let rim = back * 0.06;
                let shine = finish.gloss * spot * smooth(0.0, 0.35, nx * nx + ny * ny);
                for (c, warm) in [1.02, 1.0, 0.97].into_iter().enumerate() {
                    // Shadows turn cool, lights warm.
                    let hue = if lift > 0.0 { warm } else { 2.0 - warm };
                    pixel[c] = (pixel[c] * k * hue + rim * 0.5 + shine).clamp(0.0, 1.0);
                }
            }
        }
        self.cast = Some(alpha.blurred((side * 0.09).clamp(1.5, 16.0)));
    }

    fn lay(&self, sheet: &mut Sheet, finish: Finish) {
        let drop = self.cast.as_ref().map_or(0, |_| {
            ((self.w.min(self.h) as f32 * 0.035) as i64).clamp(1, 8)
        });
        for y in 0..self.h as i64 {
            for x in 0..self.w as i64 {
                let (sx, sy) = (self.x + x, self.y + y);
                if sx < 0 || sy < 0 || sx >= sheet.w as i64 || sy >= sheet.h as i64 {
                    continue;
                }
                let under = &mut sheet.px[sy as usize * sheet.w + sx as usize];
                if let Some(cast) = &self.cast {
                    let dark = cast.at(x - drop, y - drop) * finish.shade;
                    for part in &mut under[..3] {
                        *part *= 1.0 - dark;
                    }
                }
                let over = self.px[(y * self.w as i64 + x) as usize];
                let alpha = over[3] + under[3] * (1.0 - over[3]);
                if alpha > 0.0 {
                    let below = under[3] * (1.0 - over[3]);
                    for (part, own) in under.iter_mut().zip(&over[..3]) {
                        *part = (own * over[3] + *part * below) / alpha;
                    }
                    under[3] = alpha;
                }
            }
        }
    }
}

/// The ground behind what is in focus: soft, with the unevenness of real matter.
pub(super) fn defocus(sheet: &Sheet, radius: f32) -> Sheet {
    let far = sheet.blurred(radius * sheet.scale);
    let near = sheet.blurred(radius * 0.3 * sheet.scale);
    let h = sheet.h as f32 / sheet.scale;
    sheet.map(|x, y| {
        let i = y * sheet.w + x;
        let (u, v) = (x as f32 / sheet.scale, y as f32 / sheet.scale);
        // What lies low is near and sharper.
        let focus = smooth(0.62, 1.0, v / h);
        let soft = mix(far.px[i], near.px[i], focus);
        let matter = noise(u / 38.0, v / 15.0, 131) * 0.5
            + noise(u / 9.0, v / 4.0, 132) * 0.3
            + noise(u / 2.6, v / 1.6, 133) * 0.2
            - 0.5;
        let k = 1.0 + matter * (0.05 + 0.3 * focus);
        [soft[0] * k, soft[1] * k, soft[2] * k, soft[3]]
    })
}

/// The finish of a photograph: bloom, contrast, warm lights and cool shadows, vignette, grain.
pub(super) fn film(sheet: &Sheet) -> Sheet {
    let lights = sheet.map(|x, y| {
        let p = sheet.px[y * sheet.w + x];
        let k = smooth(0.72, 0.98, luma(p));
        [p[0] * k, p[1] * k, p[2] * k, 1.0]
    });
    let bloom = lights.blurred(20.0 * sheet.scale);
    let (w, h) = (sheet.w as f32, sheet.h as f32);
    sheet.map(|x, y| {
        let i = y * sheet.w + x;
        let own = sheet.px[i];
        let glow = bloom.px[i];
        let (dx, dy) = (x as f32 / w - 0.5, y as f32 / h - 0.48);
        let falloff = 1.0 - smooth(0.16, 0.62, dx * dx + dy * dy) * 0.62;
        let grain =
            (hash(x as i32, y as i32, 141) + hash(x as i32 / 2, y as i32 / 2, 142) - 1.0) * 0.032;
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
