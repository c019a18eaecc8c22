//! Patterns of cloth and fur: stripes, dots, patches, checks, flowers.

use super::Coat;
use crate::color::Rgba;
use crate::display::Brush;
use vello_cpu::kurbo::{BezPath, Circle, Point, Rect, Shape as _, Vec2};

impl Coat<'_> {
    /// The second colour of a pattern: white, or a deep shade on what is light.
    pub(super) fn second(&self) -> Rgba {
        if self.color.luminance() > 0.6 {
            self.color.mix(Rgba::hex(0x2d4a78), 0.75)
        } else {
            Rgba::hex(0xfdf8ee)
        }
    }

    pub(super) fn stripes(&mut self) {
        let r = self.whole;
        let step = self.size() * 0.16;
        let mut bands = BezPath::new();
        for i in 0..=(r.width() / step).ceil() as i32 {
            let x = r.x0 + step * f64::from(i);
            bands.extend(Rect::new(x, r.y0, x + step * 0.46, r.y1).path_elements(0.1));
        }
        let ink = self.second();
        self.fill(bands, Brush::Solid(ink));
    }

    pub(super) fn rainbow(&mut self) {
        const BANDS: [u32; 6] = [0xe5383b, 0xf57c1f, 0xf6c022, 0x2fa84f, 0x2f7de1, 0x8e44c9];
        let r = self.whole;
        let step = r.height() / BANDS.len() as f64;
        for (i, hex) in BANDS.into_iter().enumerate() {
            let y = r.y0 + step * i as f64;
            let band = Rect::new(r.x0, y, r.x1, y + step * 1.02).to_path(0.1);
            self.fill(band, Brush::Solid(Rgba::hex(hex)));
        }
    }

    pub(super) fn dots(&mut self, step: f64, k: f64) {
        let r = self.whole;
        let step = self.size() * step;
        let mut dots = BezPath::new();
        for row in 0..=(r.height() / step).ceil() as i32 {
            let off = if row % 2 == 0 { 0.0 } else { step / 2.0 };
            for column in 0..=(r.width() / step).ceil() as i32 {
                let at = Point::new(
                    r.x0 + off + step * f64::from(column),
                    r.y0 + step * (f64::from(row) + 0.4),
                );
                dots.extend(Circle::new(at, self.size() * k).path_elements(0.05));
            }
        }
        let ink = self.second();
        self.fill(dots, Brush::Solid(ink));
    }

    /// Patches of fur, each of three lobes, in turns of two colours.
    pub(super) fn patches(&mut self, inks: [Rgba; 2]) {
        const SPOTS: [(f64, f64, f64); 8] = [
            (0.2, 0.12, 0.15),
            (0.62, 0.34, 0.2),
            (0.3, 0.56, 0.13),
            (0.88, 0.22, 0.13),
            (0.56, 0.76, 0.13),
            (0.06, 0.42, 0.11),
            (0.9, 0.66, 0.15),
            (0.16, 0.88, 0.12),
        ];
        let (r, size) = (self.whole, self.size());
        for (ink, from) in inks.into_iter().zip([0, 1]) {
            let mut blobs = BezPath::new();
            for (x, y, k) in SPOTS.iter().skip(from).step_by(2) {
                let at = Point::new(r.x0 + r.width() * x, r.y0 + r.height() * y);
                for (dx, dy, part) in [(0.0, 0.0, 1.0), (0.55, -0.35, 0.62), (-0.5, 0.4, 0.7)] {
                    let lobe = at + Vec2::new(dx, dy) * (size * k);
                    blobs.extend(Circle::new(lobe, size * k * part).path_elements(0.05));
                }
            }
            self.fill(blobs, Brush::Solid(ink));
        }
    }

    pub(super) fn checks(&mut self) {
        let r = self.whole;
        let step = self.size() * 0.13;
        let mut fields = BezPath::new();
        for row in 0..=(r.height() / step).ceil() as i32 {
            for column in 0..=(r.width() / step).ceil() as i32 {
                if (row + column) % 2 == 0 {
                    let (x, y) = (
                        r.x0 + step * f64::from(column),
                        r.y0 + step * f64::from(row),
                    );
                    fields.extend(Rect::new(x, y, x + step, y + step).path_elements(0.1));
                }
            }
        }
        let ink = self.second();
        self.fill(fields, Brush::Solid(ink.faded(0.9)));
    }

    pub(super) fn flowers(&mut self) {
        let r = self.whole;
        let step = self.size() * 0.27;
        let (mut petals, mut hearts) = (BezPath::new(), BezPath::new());
        for row in 0..=(r.height() / step).ceil() as i32 {
            let off = if row % 2 == 0 { 0.3 } else { 0.8 };
            for column in 0..=(r.width() / step).ceil() as i32 {
                let c = Point::new(
                    r.x0 + step * (f64::from(column) + off - 0.3),
                    r.y0 + step * (f64::from(row) + 0.45),
                );
                for i in 0..5 {
                    let a = f64::from(i) * std::f64::consts::TAU / 5.0;
                    let at = c + Vec2::new(libm::cos(a), libm::sin(a)) * step * 0.17;
                    petals.extend(Circle::new(at, step * 0.13).path_elements(0.05));
                }
                hearts.extend(Circle::new(c, step * 0.1).path_elements(0.05));
            }
        }
        let ink = self.second();
        self.fill(petals, Brush::Solid(ink));
        self.fill(hearts, Brush::Solid(Rgba::hex(0xf6c431)));
    }
}
