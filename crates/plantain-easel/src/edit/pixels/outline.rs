//! Pictures cut along a form: a disc, a sheet with round corners.

use plantain_core::Pixels;
use plantain_read::Outline;

use super::Desk;

/// Radius of round corners, share of the shorter side.
const CORNER: f32 = 0.08;

impl Desk<'_> {
    /// Returns the picture with what lies outside the outline see-through; for a disc the canvas becomes square.
    pub fn outlined(&mut self, outline: Outline) -> Pixels {
        let (w, h) = (self.pixels.width, self.pixels.height);
        match outline {
            Outline::Circle => {
                self.done("Cut to a circle.");
                let square = match w == h {
                    true => self.pixels.clone(),
                    false => {
                        let [cx, cy] = self.centre();
                        let side = w.min(h);
                        let left = |c: f32, all: u32| {
                            let at = (c * all as f32 - side as f32 / 2.0).max(0.0) as u32;
                            at.min(all - side)
                        };
                        self.cut_to([left(cx, w), left(cy, h), side, side])
                    }
                };
                let radius = square.width as f32 / 2.0;
                rounded(square, radius)
            }
            Outline::Rounded => {
                self.done("The corners are round.");
                rounded(self.pixels.clone(), CORNER * w.min(h) as f32)
            }
        }
    }
}

/// Takes away what lies outside corners of this radius; edges are half covered where they run through a pixel.
fn rounded(mut pixels: Pixels, radius: f32) -> Pixels {
    let (w, h) = (pixels.width as usize, pixels.height as usize);
    for y in 0..h {
        for x in 0..w {
            // How far the middle of the pixel lies beyond the middles of the corners' circles.
            let beyond = |at: usize, side: usize| {
                let middle = at as f32 + 0.5;
                (radius - middle)
                    .max(middle - (side as f32 - radius))
                    .max(0.0)
            };
            let (dx, dy) = (beyond(x, w), beyond(y, h));
            let covered = (radius + 0.5 - libm::hypotf(dx, dy)).clamp(0.0, 1.0);
            if covered < 1.0 {
                let alpha = &mut pixels.rgba[(y * w + x) * 4 + 3];
                *alpha = (f32::from(*alpha) * covered + 0.5) as u8;
            }
        }
    }
    pixels.opaque = false;
    pixels
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn corners_go_and_the_middle_stays() {
        let side = 40;
        let full = Pixels {
            width: side,
            height: side,
            rgba: vec![255; (side * side * 4) as usize],
            opaque: true,
        };
        let alpha =
            |pixels: &Pixels, x: u32, y: u32| pixels.rgba[((y * side + x) * 4 + 3) as usize];
        let disc = rounded(full.clone(), 20.0);
        let sheet = rounded(full, 6.0);
        for (pixels, x, y, want) in [
            (&disc, 0, 0, 0),
            (&disc, 39, 39, 0),
            (&disc, 20, 20, 255),
            (&disc, 20, 1, 255),
            (&sheet, 0, 0, 0),
            (&sheet, 6, 0, 255),
            (&sheet, 20, 20, 255),
        ] {
            assert_eq!(alpha(pixels, x, y), want, "{x} {y}");
        }
    }
}
