//! Masks: from a file by its polarity, from shapes, from a cut-out of the subject, or from among the pictures.

use std::sync::Arc;

use plantain_core::{Error, ErrorKind, Mask, MaskReading, MaskSpec, PictureFile, Pixels};
use plantain_engine::{Input, Note, Segmenter};
use plantain_retouch::{region, select, shapes};

use super::pixels;

/// Below this confidence a cut-out is no mask.
const CUTOUT_CONFIDENCE_MIN: f32 = 0.55;

/// Takes the mask out of the pictures behind the first, if one of them looks like one.
pub(super) fn among(
    inputs: &mut Vec<Arc<Input>>,
    pictures: &[PictureFile],
    notes: &mut Vec<Note>,
) -> Result<Option<Mask>, Error> {
    let size = |input: &Input| (input.pixels.width, input.pixels.height);
    let wanted = size(&inputs[0]);
    let fits = |at: &usize| size(&inputs[*at]) == wanted;
    let candidates: Vec<usize> = (1..inputs.len()).filter(fits).collect();
    let grey = candidates
        .iter()
        .rev()
        .find(|at| is_grey(&inputs[**at].pixels));
    let clear = candidates
        .iter()
        .rev()
        .find(|at| !inputs[**at].pixels.opaque);
    let Some(at) = grey.or(clear).copied() else {
        notes.push(Note::new(
            "no_mask",
            "The text speaks of a mask, but no further picture is as large as the first and grey or see-through.",
        ));
        return Ok(None);
    };
    let field = &pictures[at].field;
    notes.push(Note::new(
        "mask_taken",
        format!("{field} was taken as the mask."),
    ));
    let mask = read(&inputs.remove(at).pixels, MaskReading::Auto);
    check_coverage(field, mask).map(Some)
}

fn is_grey(pixels: &Pixels) -> bool {
    pixels
        .rgba
        .chunks_exact(4)
        .all(|p| p[0] == p[1] && p[1] == p[2])
}

/// What a mask is made for, and what helps to find a subject on it.
pub(super) struct Ground<'a> {
    pub(super) first: &'a Pixels,
    pub(super) segmenter: Option<&'a dyn Segmenter>,
}

impl Ground<'_> {
    pub(super) fn mask(&self, spec: &MaskSpec, notes: &mut Vec<Note>) -> Result<Mask, Error> {
        match spec {
            MaskSpec::Among => Err(Error::internal("a mask that was not looked for")),
            MaskSpec::File { file, reading } => of_file(file, *reading, self.first),
            MaskSpec::Shapes(list) => {
                let mask = shapes::mask(self.first, list);
                check_coverage("mask_shapes", mask)
            }
            MaskSpec::Subject => self.cut_out(notes),
            MaskSpec::Background => Ok(self.cut_out(notes)?.inverted()),
            MaskSpec::Grown { mask, thousandths } => {
                let radius = self.first.width as f32 * f32::from(*thousandths) / 1000.0;
                Ok(region::grown(&self.mask(mask, notes)?, radius))
            }
        }
    }

    /// Returns where the subject stands, if it can be told from the background.
    fn cut_out(&self, notes: &mut Vec<Note>) -> Result<Mask, Error> {
        let guess = self.segmenter.and_then(|segmenter| {
            let guess = segmenter.segment(self.first);
            guess
                .map_err(|why| {
                    let name = segmenter.name();
                    let message = format!("The segmenter {name} did not help: {why}.");
                    notes.push(Note::new("segmenter_failed", message));
                })
                .ok()
        });
        let cutout = match &guess {
            Some(guess) => select::subject_by(self.first, guess),
            None => select::subject(self.first),
        };
        let cutout = cutout.filter(|cutout| cutout.confidence >= CUTOUT_CONFIDENCE_MIN);
        cutout.map(|cutout| cutout.mask).ok_or_else(|| {
            Error::new(
                ErrorKind::CannotDo,
                "target_not_located",
                "No subject stands out clearly from the background of the picture; send a mask of your own.",
            )
        })
    }
}

/// A mask is as large as its picture: it is never stretched, so that what is kept is exactly what was meant.
fn of_file(file: &PictureFile, reading: MaskReading, first: &Pixels) -> Result<Mask, Error> {
    let drawn = pixels(file)?;
    if (drawn.width, drawn.height) != (first.width, first.height) {
        return Err(Error::invalid(
            "mask_size",
            file.field.to_string(),
            format_args!("{}x{}", drawn.width, drawn.height),
            format_args!(
                "must be as large as the picture, {}x{}",
                first.width, first.height
            ),
        ));
    }
    if reading == MaskReading::Marks && drawn.opaque {
        return Err(Error::invalid(
            "markup_without_alpha",
            file.field.to_string(),
            "an opaque picture",
            "must be see-through but for the marks",
        ));
    }
    if reading == MaskReading::Alpha && drawn.opaque {
        return Err(Error::invalid(
            "mask_without_alpha",
            file.field.to_string(),
            "an opaque picture",
            "must have see-through pixels where the picture may change",
        ));
    }
    check_coverage(&file.field, read(&drawn, reading))
}

pub(super) fn read(drawn: &Pixels, reading: MaskReading) -> Mask {
    if reading == MaskReading::Marks {
        return marks(drawn);
    }
    let by_alpha = match reading {
        MaskReading::Alpha => true,
        MaskReading::Auto => !drawn.opaque,
        MaskReading::White | MaskReading::Black | MaskReading::Lit | MaskReading::Marks => false,
    };
    let coverage = |pixel: &[u8]| match (by_alpha, reading) {
        (true, _) => 255 - pixel[3],
        (false, MaskReading::Black) => 255 - brightness(pixel),
        (false, MaskReading::Lit) => 255 * u8::from(brightness(pixel) > 0),
        (false, _) => brightness(pixel),
    };
    Mask {
        width: drawn.width,
        height: drawn.height,
        coverage: drawn.rgba.chunks_exact(4).map(coverage).collect(),
    }
}

/// Marks and what cannot be reached from the border without crossing one. A ring around a thing selects the thing.
fn marks(drawn: &Pixels) -> Mask {
    let (width, height) = (drawn.width as usize, drawn.height as usize);
    let mut coverage: Vec<u8> = drawn.rgba.chunks_exact(4).map(|pixel| pixel[3]).collect();
    let mut outside = vec![false; coverage.len()];
    let top_and_bottom = (0..width).flat_map(|x| [x, (height - 1) * width + x]);
    let sides = (0..height).flat_map(|y| [y * width, (y + 1) * width - 1]);
    let mut reached: Vec<usize> = top_and_bottom.chain(sides).collect();
    while let Some(at) = reached.pop() {
        // Faint edges of a mark let nothing through.
        if outside[at] || coverage[at] > 0 {
            continue;
        }
        outside[at] = true;
        let x = at % width;
        if x > 0 {
            reached.push(at - 1);
        }
        if x + 1 < width {
            reached.push(at + 1);
        }
        if at >= width {
            reached.push(at - width);
        }
        if at + width < coverage.len() {
            reached.push(at + width);
        }
    }
    for (coverage, outside) in coverage.iter_mut().zip(&outside) {
        if *coverage == 0 && !outside {
            *coverage = 255;
        }
    }
    Mask {
        width: drawn.width,
        height: drawn.height,
        coverage,
    }
}

/// A mask that selects nothing would change nothing in silence.
fn check_coverage(field: &str, mask: Mask) -> Result<Mask, Error> {
    if mask.coverage.iter().any(|coverage| *coverage > 0) {
        return Ok(mask);
    }
    Err(Error::invalid(
        "mask_keeps_all",
        field.to_owned(),
        "a mask without a pixel to repaint",
        "must select what may change: alpha 0 where it goes by alpha, marks where it goes by those, else white",
    ))
}

/// Brightness by Rec. 601, on what a see-through pixel shows over black.
fn brightness(pixel: &[u8]) -> u8 {
    let [r, g, b, a] = [0, 1, 2, 3].map(|channel| u32::from(pixel[channel]));
    let luma = (r * 299 + g * 587 + b * 114 + 500) / 1000;
    ((luma * a + 127) / 255) as u8
}
