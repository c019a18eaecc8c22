//! Another canvas: cut, turned, enlarged, extended, joined.

use plantain_core::{PIXELS_MAX, Pixels, Reframe};
use plantain_engine::{EngineError, LocatedBy};
use plantain_read::{CanvasChange, Composition, Referent, Target};
use plantain_retouch::compose::{self, Arrangement};
use plantain_retouch::extend::{self, Continuation};
use plantain_retouch::inpaint::Unfilled;
use plantain_retouch::{geometry, region, resample};
use plantain_scene::Rgba;

use super::Desk;
use super::locate::{SURE, spoken};
use crate::wardrobe::rgb;

/// Longest side of what comes out.
const SIDE_MAX: f32 = 16_384.0;
/// Space around a thing that the picture is cut to, share of its size.
const AROUND: f32 = 0.08;

/// Pixels on every side for shares of width and height: top, right, bottom, left.
fn sides(shares: &[f32; 4], (w, h): (u32, u32)) -> [u32; 4] {
    [(0, h), (1, w), (2, h), (3, w)]
        .map(|(k, side)| (shares[k].clamp(0.0, 4.0) * side as f32 + 0.5) as u32)
}

/// Whether the words say that something of the picture may go.
fn asks_to_cut(words: &str) -> bool {
    const CUT: &[&str] = &[
        "crop",
        "cut",
        "trim",
        "recort",
        "cort",
        "recadr",
        "rogn",
        "schneid",
        "ritagli",
        "bijsnij",
        "snij",
        "przytn",
        "kadruj",
        "kırp",
        "обреж",
        "обріж",
        "кадр",
        "裁",
        "切",
        "トリミング",
        "자르",
        "잘라",
        "قص",
        "اقتص",
        "חתוך",
        "חיתוך",
        "काट",
        "क्रॉप",
    ];
    let words = words.to_lowercase();
    CUT.iter().any(|stem| words.contains(stem))
}

impl Desk<'_> {
    pub fn reshape(&mut self, change: &CanvasChange, words: &str) -> Result<(), EngineError> {
        let (w, h) = (self.pixels.width, self.pixels.height);
        let turns = matches!(
            change,
            CanvasChange::Rotate(_)
                | CanvasChange::Straighten(_)
                | CanvasChange::FlipHorizontal
                | CanvasChange::FlipVertical
        );
        // The whole would turn, and with it what the mask keeps.
        if turns && self.mask.is_some() {
            let what = "flip or rotate what a mask covers; leave the mask out to turn the whole";
            return Err(EngineError::unsupported("easel", what));
        }
        let pixels = match change {
            CanvasChange::Aspect { ratio, extend } => {
                // "White background, 16:9", "make it 16:9" ask for no cut; "crop to 16:9" does.
                let extend = *extend || !asks_to_cut(words) && self.would_cut_subject(*ratio);
                self.in_ratio(*ratio, extend)?
            }
            CanvasChange::Size { width, height } => self.in_size(*width, *height)?,
            CanvasChange::LongSide(side) => self.scaled(*side as f32 / w.max(h) as f32)?,
            CanvasChange::Times(times) => self.scaled(*times)?,
            CanvasChange::Crop(target) => self.cropped(target)?,
            CanvasChange::Trim(shares) => self.trimmed_by(*shares, words)?,
            CanvasChange::Extend(shares) => self.extended(sides(shares, (w, h)))?,
            CanvasChange::Pad { shares, color } => {
                self.padded(sides(shares, (w, h)), rgb(color))?
            }
            CanvasChange::Rotate(degrees) => {
                self.done(format!("Rotated by {degrees} degrees."));
                self.went(Reframe::Turn(*degrees));
                geometry::rotated(&self.pixels, *degrees)
            }
            CanvasChange::Straighten(degrees) => self.straightened(*degrees),
            CanvasChange::Outline(outline) => self.outlined(*outline),
            CanvasChange::FlipHorizontal => {
                self.done("Flipped left and right.");
                self.went(Reframe::FlipAcross);
                geometry::flipped_across(&self.pixels)
            }
            CanvasChange::FlipVertical => {
                self.done("Flipped top and bottom.");
                self.went(Reframe::FlipDown);
                geometry::flipped_down(&self.pixels)
            }
            CanvasChange::Margins(times) if *times > 1.0 => {
                let side = ((times - 1.0).min(2.0) * 0.25 * w.min(h) as f32) as u32;
                self.extended([side; 4])?
            }
            CanvasChange::Margins(_) | CanvasChange::Columns(_) => {
                return Err(EngineError::InstructionNotUnderstood {
                    words: vec![words.to_owned()],
                });
            }
        };
        self.become_other(pixels);
        self.located(LocatedBy::Whole, 1.0);
        Ok(())
    }

    /// Refuses sizes beyond the limits.
    fn checked(&self, width: f32, height: f32) -> Result<(u32, u32), EngineError> {
        let fits = width.max(height) <= SIDE_MAX
            && f64::from(width) * f64::from(height) <= PIXELS_MAX as f64;
        if !fits || width < 0.5 || height < 0.5 {
            return Err(EngineError::Unsupported {
                engine: "easel",
                what: format!("make a picture of {width:.0}x{height:.0} pixels"),
            });
        }
        let side = |v: f32| (libm::roundf(v) as u32).max(1);
        Ok((side(width), side(height)))
    }

    /// The middle of what the picture shows, shares of it.
    pub(super) fn centre(&mut self) -> [f32; 2] {
        let found = self
            .cutout()
            .filter(|c| c.confidence > super::locate::SURE)
            .and_then(|c| region::bounds(&c.mask));
        found.map_or([0.5, 0.5], |[left, top, right, bottom]| {
            [
                (left + right) as f32 / 2.0 / self.pixels.width as f32,
                (top + bottom) as f32 / 2.0 / self.pixels.height as f32,
            ]
        })
    }

    fn in_ratio(&mut self, ratio: (u32, u32), extend: bool) -> Result<Pixels, EngineError> {
        let (w, h) = (self.pixels.width, self.pixels.height);
        let wanted = ratio.0.max(1) as f32 / ratio.1.max(1) as f32;
        if extend {
            let width = (h as f32 * wanted).max(w as f32);
            let height = (w as f32 / wanted).max(h as f32);
            let (width, height) = self.checked(width, height)?;
            let (across, down) = (width.saturating_sub(w), height.saturating_sub(h));
            let by = [down / 2, across - across / 2, down - down / 2, across / 2];
            return self.extended(by);
        }
        let centre = self.centre();
        let spot = geometry::ratio_box((w, h), ratio, centre);
        self.done(format!("Cut to {}:{}.", ratio.0, ratio.1));
        Ok(self.cut_to(spot))
    }

    /// Whether a crop would cut the subject, where the ground is plain and can be extended without a seam.
    fn would_cut_subject(&mut self, ratio: (u32, u32)) -> bool {
        let size = (self.pixels.width, self.pixels.height);
        let centre = self.centre();
        let [x, y, w, h] = geometry::ratio_box(size, ratio, centre).map(|v| v as usize);
        let Some(cutout) = self.cutout().filter(|c| c.plain && c.confidence >= SURE) else {
            return false;
        };
        region::bounds(&cutout.mask).is_some_and(|[left, top, right, bottom]| {
            left < x || top < y || right > x + w || bottom > y + h
        })
    }

    fn in_size(&mut self, width: u32, height: u32) -> Result<Pixels, EngineError> {
        let (width, height) = self.checked(width as f32, height as f32)?;
        let (w, h) = (self.pixels.width, self.pixels.height);
        let shape = (width as f32 * h as f32) / (height as f32 * w as f32);
        let source = if (shape - 1.0).abs() > 0.01 {
            self.note(
                "cropped",
                format!("The shape is another: the picture was cut to {width}x{height}."),
            );
            let centre = self.centre();
            let spot = geometry::ratio_box((w, h), (width, height), centre);
            self.cut_to(spot)
        } else {
            self.pixels.clone()
        };
        self.done(format!("Resized to {width}x{height}."));
        Ok(self.resampled(&source, width, height))
    }

    fn scaled(&mut self, times: f32) -> Result<Pixels, EngineError> {
        let (w, h) = (self.pixels.width as f32, self.pixels.height as f32);
        let (width, height) = self.checked(w * times, h * times)?;
        self.done(format!("Resized to {width}x{height}."));
        let source = self.pixels.clone();
        Ok(self.resampled(&source, width, height))
    }

    fn resampled(&mut self, source: &Pixels, width: u32, height: u32) -> Pixels {
        if width > source.width && height > source.height {
            self.note(
                "no_new_detail",
                "The picture was enlarged without making up detail.",
            );
        }
        self.went(Reframe::Resample { width, height });
        resample::sized(source, width, height)
    }

    /// Returns a box of the picture: left, top, width, height.
    pub(super) fn cut_to(&mut self, spot: [u32; 4]) -> Pixels {
        let [left, top, width, height] = spot;
        self.went(Reframe::Place {
            x: -(left as i32),
            y: -(top as i32),
            width: width.max(1),
            height: height.max(1),
        });
        geometry::cropped(&self.pixels, spot)
    }

    /// Returns the picture turned and cut to the largest box of its shape that has no empty corner.
    fn straightened(&mut self, degrees: f32) -> Pixels {
        let (w, h) = (self.pixels.width as f32, self.pixels.height as f32);
        let turn = degrees.to_radians();
        let (sin, cos) = (libm::sinf(turn).abs(), libm::cosf(turn).abs());
        let share = (w / (w * cos + h * sin)).min(h / (w * sin + h * cos));
        self.done(format!(
            "Turned by {degrees} degrees and cut to what it covers."
        ));
        self.went(Reframe::Turn(degrees));
        self.pixels = geometry::rotated(&self.pixels, degrees);
        let (all_w, all_h) = (self.pixels.width, self.pixels.height);
        // A pixel inward, where the turned edge is half covered.
        let side = |own: f32, all: u32| ((own * share) as u32).saturating_sub(2).clamp(1, all);
        let (width, height) = (side(w, all_w), side(h, all_h));
        self.cut_to([(all_w - width) / 2, (all_h - height) / 2, width, height])
    }

    fn cropped(&mut self, target: &Target) -> Result<Pixels, EngineError> {
        if matches!(target.what, Referent::Picture | Referent::Same) && self.mask.is_none() {
            let place = self.subject(super::locate::SURE, "what to crop to")?;
            return self.cut_around(&place.mask);
        }
        let place = self.locate(target)?;
        self.located(place.by, place.confidence);
        self.done(format!("Cut to {}.", spoken(target)));
        self.cut_around(&place.mask)
    }

    fn cut_around(&mut self, mask: &plantain_core::Mask) -> Result<Pixels, EngineError> {
        let Some([left, top, right, bottom]) = region::bounds(mask) else {
            return Err(self.not_located("what to crop to"));
        };
        let space = if self.mask.is_some() {
            0
        } else {
            ((right - left).max(bottom - top) as f32 * AROUND) as usize
        };
        let (left, top) = (left.saturating_sub(space), top.saturating_sub(space));
        let right = (right + space).min(self.pixels.width as usize);
        let bottom = (bottom + space).min(self.pixels.height as usize);
        let spot = [left, top, right - left, bottom - top].map(|v| v as u32);
        Ok(self.cut_to(spot))
    }

    fn trimmed_by(&mut self, shares: [f32; 4], words: &str) -> Result<Pixels, EngineError> {
        let (w, h) = (self.pixels.width as f32, self.pixels.height as f32);
        let [top, right, bottom, left] = shares.map(|v| v.clamp(0.0, 1.0));
        let width = (w * (1.0 - left - right) + 0.5) as u32;
        let height = (h * (1.0 - top - bottom) + 0.5) as u32;
        if width == 0 || height == 0 || left + right >= 1.0 || top + bottom >= 1.0 {
            return Err(EngineError::InstructionNotUnderstood {
                words: vec![words.to_owned()],
            });
        }
        self.done("Trimmed.");
        let spot = [(w * left) as u32, (h * top) as u32, width, height];
        Ok(self.cut_to(spot))
    }

    fn extended(&mut self, by: [u32; 4]) -> Result<Pixels, EngineError> {
        let (w, h) = (self.pixels.width, self.pixels.height);
        self.checked((w + by[1] + by[3]) as f32, (h + by[0] + by[2]) as f32)?;
        match extend::extended(&self.pixels, by, &self.going()) {
            Ok((pixels, how)) => {
                if how == Continuation::Blur {
                    self.note(
                        "approximated",
                        "There was too much to make up: the new canvas shows the picture out of focus.",
                    );
                }
                self.went(Reframe::Place {
                    x: by[3] as i32,
                    y: by[0] as i32,
                    width: pixels.width,
                    height: pixels.height,
                });
                self.done(format!(
                    "Extended the canvas to {}x{}.",
                    pixels.width, pixels.height
                ));
                Ok(pixels)
            }
            Err(Unfilled::Cancelled) => Err(EngineError::Cancelled),
            Err(Unfilled::NoSurroundings) => Err(self.not_located("what to extend")),
        }
    }

    /// The picture on a larger canvas of one colour.
    fn padded(&mut self, by: [u32; 4], color: Rgba) -> Result<Pixels, EngineError> {
        let (w, h) = (self.pixels.width, self.pixels.height);
        let (width, height) = (w + by[1] + by[3], h + by[0] + by[2]);
        self.checked(width as f32, height as f32)?;
        let mut rgba = color.0.repeat(width as usize * height as usize);
        for (y, row) in self.pixels.rgba.chunks_exact(w as usize * 4).enumerate() {
            let start = ((y + by[0] as usize) * width as usize + by[3] as usize) * 4;
            rgba[start..start + row.len()].copy_from_slice(row);
        }
        self.went(Reframe::Place {
            x: by[3] as i32,
            y: by[0] as i32,
            width,
            height,
        });
        self.done(format!("Put the picture on a canvas of {width}x{height}."));
        let opaque = self.pixels.opaque && color.0[3] == 255;
        Ok(Pixels {
            width,
            height,
            rgba,
            opaque,
        })
    }

    pub fn compose(&mut self, composition: Composition) -> Result<(), EngineError> {
        let others: Vec<&Pixels> = self
            .subject
            .inputs
            .iter()
            .skip(1)
            .map(|input| &input.pixels)
            .collect();
        if others.is_empty() {
            return Err(EngineError::TargetNotLocated {
                target: "the other pictures".into(),
                found: vec!["one picture handed in".into()],
            });
        }
        let how = match composition {
            Composition::SideBySide => Arrangement::SideBySide,
            Composition::Stacked => Arrangement::Stacked,
            Composition::Grid => Arrangement::Grid,
            Composition::Overlay => {
                let (w, h) = (self.pixels.width as i32, self.pixels.height as i32);
                let over = compose::placed(&self.pixels, others[0], [0, 0, w, h]);
                self.done("Laid the second picture over the first.");
                self.become_(over);
                self.located(LocatedBy::Whole, 1.0);
                return Ok(());
            }
        };
        let mut pictures = vec![&self.pixels];
        pictures.extend(others);
        let count = pictures.len();
        let Some(joined) = compose::arranged(&pictures, how) else {
            return Err(self.not_located("the pictures"));
        };
        self.checked(joined.width as f32, joined.height as f32)?;
        self.done(format!("Joined {count} pictures."));
        self.reframes = None;
        self.become_other(joined);
        self.located(LocatedBy::Whole, 1.0);
        Ok(())
    }
}
