//! Pictures and masks from outside, made ready for an engine: decoded and checked here, once a request.

use std::sync::Arc;

use plantain_core::{EditSpec, Error, ErrorKind, Mask, MaskReading, MaskSpec, PictureFile, Pixels};
use plantain_engine::provenance::PIXELS_SHA256;
use plantain_engine::{EditSubject, Engine, Input, Note, Segmenter};
use plantain_image::{
    Culprit, ImageError, Limits, Native, Profile, decode, pixel_hash, probe, read_metadata,
};
use plantain_retouch::{region, select, shapes};

use crate::drawings;

/// Longest file, bytes.
const FILE_BYTES_MAX: usize = 50 << 20;
/// Most pixels of all pictures of a request together.
const PIXELS_IN_ALL_MAX: u64 = 72_000_000;

/// Below this confidence a cut-out is no mask.
const CUTOUT_CONFIDENCE_MIN: f32 = 0.55;

/// What a request brought along, ready for an engine.
#[derive(Debug)]
pub(crate) struct Opened {
    pub subject: EditSubject,
    /// The first picture as its file holds it, where that is more than the engine sees.
    pub native: Option<Arc<Native>>,
    /// What was found about the pictures.
    pub notes: Vec<Note>,
}

/// Decodes what a request brings along.
///
/// # Errors
/// Invalid or too large, naming the field.
pub(crate) fn edit(spec: &EditSpec, engine: &dyn Engine) -> Result<Opened, Error> {
    let mut notes = Vec::new();
    let mut inputs = Vec::with_capacity(spec.pictures.len());
    let mut pixels_in_all = 0;
    let mut native = None;
    for picture in &spec.pictures {
        let (input, own) = open(picture, engine, &mut notes)?;
        if inputs.is_empty() {
            native = own.map(Arc::new);
        } else if let Some(own) = own {
            converted(picture, &own, &mut notes);
        }
        pixels_in_all += u64::from(input.pixels.width) * u64::from(input.pixels.height);
        if pixels_in_all > PIXELS_IN_ALL_MAX {
            let most = PIXELS_IN_ALL_MAX / 1_000_000;
            let message = format!(
                "The pictures have more than {most} megapixels in all; send fewer or smaller ones."
            );
            return Err(
                Error::new(ErrorKind::TooLarge, "pictures_too_large", message)
                    .with_field(picture.field.to_string()),
            );
        }
        inputs.push(Arc::new(input));
    }
    let Some(first) = inputs.first().map(Arc::clone) else {
        return Err(Error::internal("an edit without a picture"));
    };
    let mask = match &spec.mask {
        Some(MaskSpec::Among) => mask_among(&mut inputs, &spec.pictures, &mut notes)?,
        Some(mask) => {
            let ground = Ground {
                first: &first.pixels,
                segmenter: engine.segmenter(),
            };
            Some(ground.mask(mask, &mut notes)?)
        }
        None => None,
    };
    let subject = EditSubject {
        instruction: spec.instruction.shared(),
        mask: mask.map(Arc::new),
        inputs,
    };
    Ok(Opened {
        subject,
        native,
        notes,
    })
}

/// Returns what a picture from outside shows.
///
/// # Errors
/// Invalid or too large, naming the field.
pub(crate) fn view(picture: &PictureFile, engine: &dyn Engine) -> Result<Pixels, Error> {
    open(picture, engine, &mut Vec::new()).map(|(input, _)| input.pixels)
}

fn pixels(picture: &PictureFile) -> Result<Pixels, Error> {
    check_length(picture)?;
    decode(&picture.file, &Limits::default()).map_err(|error| refused(picture, &error))
}

/// Returns the picture with the scene that drew it, if its pixels are still the ones that were drawn; and its own samples,
/// if they are more than the engine sees.
fn open(
    picture: &PictureFile,
    engine: &dyn Engine,
    notes: &mut Vec<Note>,
) -> Result<(Input, Option<Native>), Error> {
    check_length(picture)?;
    if let Some(drawing) = drawings::open(picture, engine)? {
        return Ok((drawing, None));
    }
    let native = Native::of(&picture.file, &Limits::default());
    let native = native.map_err(|error| refused(picture, &error))?;
    let pixels = match &native {
        Some(native) => native.pixels(),
        None => self::pixels(picture)?,
    };
    lost(picture, notes);
    // What a file says about itself is a help, not a need: a picture with damaged metadata is still a picture.
    let metadata = read_metadata(&picture.file).unwrap_or_default();
    let drawn = metadata.get(PIXELS_SHA256).map(str::to_owned);
    let scene_json = metadata.scene_json.filter(|_| {
        let found: String = pixel_hash(&pixels).iter().map(|b| format!("{b:02x}")).collect();
        let same = drawn.as_deref() == Some(found.as_str());
        if !same {
            notes.push(Note::new(
                "scene_outdated",
                format!("{}: the picture was changed after it was drawn, so its pixels are edited, not its scene.", picture.field),
            ));
        }
        same
    });
    let input = Input {
        pixels,
        scene_json: scene_json.map(Arc::from),
    };
    Ok((input, native))
}

/// Says what a further picture loses when it is put into the first.
fn converted(picture: &PictureFile, own: &Native, notes: &mut Vec<Note>) {
    let field = &picture.field;
    if own.is_deep() {
        let message = format!("{field}: its samples of 16 bits were rounded to 8.");
        notes.push(Note::new("depth_reduced", message));
    }
    if own.profile.is_some() {
        let message = format!("{field}: its colours were converted from its profile to sRGB.");
        notes.push(Note::new("profile_converted", message));
    }
}

/// Says what of a file no edit keeps: frames behind the first, and a profile that cannot be followed.
fn lost(picture: &PictureFile, notes: &mut Vec<Note>) {
    let Ok(info) = probe(&picture.file) else {
        return;
    };
    let field = &picture.field;
    if info.frames > 1 {
        let message = format!(
            "{field}: only the first of its {} frames is edited.",
            info.frames
        );
        notes.push(Note::new("first_frame", message));
    }
    if info.has_profile && Profile::embedded(&picture.file).is_none() {
        let message = format!(
            "{field}: its colour profile (of grey, inks or tables) is not kept; its colours are taken as sRGB. Convert it to sRGB first where they must match."
        );
        notes.push(Note::new("profile_dropped", message));
    }
}

fn check_length(picture: &PictureFile) -> Result<(), Error> {
    if picture.file.len() <= FILE_BYTES_MAX {
        return Ok(());
    }
    let most = FILE_BYTES_MAX >> 20;
    let message = format!(
        "{}: a picture may have at most {most} MiB; send a smaller one.",
        picture.field
    );
    Err(
        Error::new(ErrorKind::TooLarge, "picture_too_large", message)
            .with_field(picture.field.to_string()),
    )
}

/// Takes the mask out of the pictures behind the first, if one of them looks like one.
fn mask_among(
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
    let mask = read_mask(&inputs.remove(at).pixels, MaskReading::Auto);
    check_coverage(field, mask).map(Some)
}

fn is_grey(pixels: &Pixels) -> bool {
    pixels
        .rgba
        .chunks_exact(4)
        .all(|p| p[0] == p[1] && p[1] == p[2])
}

/// What a mask is made for, and what helps to find a subject on it.
struct Ground<'a> {
    first: &'a Pixels,
    segmenter: Option<&'a dyn Segmenter>,
}

impl Ground<'_> {
    fn mask(&self, spec: &MaskSpec, notes: &mut Vec<Note>) -> Result<Mask, Error> {
        match spec {
            MaskSpec::Among => Err(Error::internal("a mask that was not looked for")),
            MaskSpec::File { file, reading } => mask_file(file, *reading, self.first),
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
fn mask_file(file: &PictureFile, reading: MaskReading, first: &Pixels) -> Result<Mask, Error> {
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
    check_coverage(&file.field, read_mask(&drawn, reading))
}

fn read_mask(drawn: &Pixels, reading: MaskReading) -> Mask {
    if reading == MaskReading::Marks {
        return read_marks(drawn);
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
fn read_marks(drawn: &Pixels) -> Mask {
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

fn refused(picture: &PictureFile, error: &ImageError) -> Error {
    let (kind, code) = match error.culprit() {
        Culprit::Limit => (ErrorKind::TooLarge, "picture_too_large"),
        Culprit::Input => (ErrorKind::Invalid, "invalid_image"),
        Culprit::Internal => return Error::internal(error),
    };
    let message = format!("{}: {error}.", picture.field);
    Error::new(kind, code, message).with_field(picture.field.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use plantain_core::{MaskShape, Prompt};
    use plantain_image::{Coding, EncodeOptions, Metadata, encode};
    use plantain_testkit::{Behaviour, TestEngine};

    fn engine() -> TestEngine {
        TestEngine::new(Behaviour::Draw)
    }

    fn picture(field: &str, pixels: &Pixels, metadata: Metadata) -> PictureFile {
        let options = EncodeOptions {
            coding: Coding::Png,
            metadata,
        };
        PictureFile {
            field: field.into(),
            file: encode(pixels, &options).unwrap().into(),
        }
    }

    fn plain(width: u32, height: u32, pixel: [u8; 4]) -> Pixels {
        Pixels {
            width,
            height,
            rgba: pixel.repeat((width * height) as usize),
            opaque: pixel[3] == 255,
        }
    }

    /// Puts a chunk behind the header of a PNG, without a checksum: headers are looked at, nothing more.
    fn with_chunk(file: &[u8], kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
        const HEADER_END: usize = 33;
        let mut out = file[..HEADER_END].to_vec();
        out.extend((content.len() as u32).to_be_bytes());
        out.extend(kind);
        out.extend(content);
        out.extend([0; 4]);
        out.extend(&file[HEADER_END..]);
        out
    }

    #[test]
    fn what_is_lost_is_said() {
        let plain = picture("image", &plain(4, 2, [9, 9, 9, 255]), Metadata::default());
        let profiled = with_chunk(&plain.file, b"iCCP", b"p\0\0");
        let moving = with_chunk(&plain.file, b"acTL", &[0, 0, 0, 5, 0, 0, 0, 0]);
        for (file, codes) in [
            (plain.file.to_vec(), vec![]),
            (profiled, vec!["profile_dropped"]),
            (moving, vec!["first_frame"]),
        ] {
            let picture = PictureFile {
                field: "image".into(),
                file: file.into(),
            };
            let mut notes = Vec::new();
            lost(&picture, &mut notes);
            let found: Vec<&str> = notes.iter().map(|note| &*note.code).collect();
            assert_eq!(found, codes);
        }
    }

    fn spec(mask: Option<MaskSpec>) -> EditSpec {
        EditSpec {
            instruction: Prompt::new("prompt", "make it blue").unwrap(),
            pictures: vec![picture(
                "image",
                &plain(4, 2, [9, 9, 9, 255]),
                Metadata::default(),
            )],
            mask,
        }
    }

    fn mask_of(pixels: &Pixels, reading: MaskReading) -> Option<MaskSpec> {
        Some(MaskSpec::File {
            file: picture("mask", pixels, Metadata::default()),
            reading,
        })
    }

    #[test]
    fn masks_are_read_by_their_polarity() {
        let mut half = plain(4, 2, [255, 255, 255, 255]);
        half.rgba[..16].copy_from_slice(&[0, 0, 0, 255].repeat(4));
        let mut clear = plain(4, 2, [200, 0, 0, 255]);
        clear.rgba[..16].copy_from_slice(&[200, 0, 0, 0].repeat(4));
        clear.opaque = false;
        let mut dim = plain(4, 2, [0, 0, 0, 255]);
        dim.rgba[..16].copy_from_slice(&[1, 1, 1, 255].repeat(4));
        let cases = [
            (&half, MaskReading::White, [0, 255]),
            (&half, MaskReading::Auto, [0, 255]),
            (&half, MaskReading::Black, [255, 0]),
            (&dim, MaskReading::White, [1, 0]),
            (&dim, MaskReading::Lit, [255, 0]),
            (&clear, MaskReading::Alpha, [255, 0]),
            (&clear, MaskReading::Auto, [255, 0]),
        ];
        for (pixels, reading, [first, second]) in cases {
            let opened = edit(&spec(mask_of(pixels, reading)), &engine()).unwrap();
            let mask = opened.subject.mask.unwrap();
            assert_eq!(mask.coverage[..4], [first; 4], "{reading:?}");
            assert_eq!(mask.coverage[4..], [second; 4], "{reading:?}");
        }
    }

    /// A dark square before a light wall.
    fn square() -> Pixels {
        let mut pixels = plain(64, 64, [230, 230, 230, 255]);
        for (x, y) in (20..44).flat_map(|y| (20..44).map(move |x| (x, y))) {
            let at = (y * 64 + x) * 4;
            pixels.rgba[at..at + 3].copy_from_slice(&[40, 20, 160]);
        }
        pixels
    }

    #[test]
    fn masks_can_be_cut_out_and_grown() {
        let grown = MaskSpec::Grown {
            mask: Box::new(MaskSpec::Subject),
            thousandths: 100,
        };
        // The middle, just outside of the square, and the corner.
        for (mask, expected) in [
            (MaskSpec::Subject, [255, 0, 0]),
            (MaskSpec::Background, [0, 255, 255]),
            (grown, [255, 255, 0]),
        ] {
            let got = on(&square(), None).mask(&mask, &mut Vec::new()).unwrap();
            let at = [32 * 64 + 32, 32 * 64 + 16, 0].map(|at| got.coverage[at]);
            assert_eq!(at, expected, "{mask:?}");
        }
        let flat = plain(64, 64, [9, 9, 9, 255]);
        let error = on(&flat, None).mask(&MaskSpec::Subject, &mut Vec::new());
        assert_eq!(error.unwrap_err().code, "target_not_located");
    }

    fn on<'a>(first: &'a Pixels, segmenter: Option<&'a dyn Segmenter>) -> Ground<'a> {
        Ground { first, segmenter }
    }

    #[test]
    fn a_ring_of_marks_selects_what_it_encloses() {
        let rows = [
            "......", //
            ".####.", //
            ".#..#.", //
            ".####.", //
            "....##", //
        ];
        let pixel = |mark| {
            if mark == b'#' {
                [255, 0, 0, 200]
            } else {
                [0; 4]
            }
        };
        let drawn = Pixels {
            width: 6,
            height: 5,
            rgba: rows
                .iter()
                .flat_map(|row| row.bytes())
                .flat_map(pixel)
                .collect(),
            opaque: false,
        };
        let mask = read_mask(&drawn, MaskReading::Marks);
        let coverage = |x: usize, y: usize| mask.coverage[y * 6 + x];
        assert_eq!(
            [coverage(1, 1), coverage(2, 2), coverage(3, 2)],
            [200, 255, 255]
        );
        assert_eq!([coverage(0, 0), coverage(5, 1), coverage(5, 3)], [0; 3]);
        assert_eq!(coverage(5, 4), 200, "a mark that encloses nothing");
    }

    #[test]
    fn masks_that_cannot_be_meant_are_refused() {
        let white = [255; 4];
        let black = [0, 0, 0, 255];
        let cases = [
            (mask_of(&plain(2, 4, white), MaskReading::Auto), "mask_size"),
            (
                mask_of(&plain(4, 2, white), MaskReading::Alpha),
                "mask_without_alpha",
            ),
            (
                mask_of(&plain(4, 2, white), MaskReading::Marks),
                "markup_without_alpha",
            ),
            (
                mask_of(&plain(4, 2, [0; 4]), MaskReading::Marks),
                "mask_keeps_all",
            ),
            (
                mask_of(&plain(4, 2, black), MaskReading::Auto),
                "mask_keeps_all",
            ),
            (
                mask_of(&plain(4, 2, [0, 0, 0, 254]), MaskReading::White),
                "mask_keeps_all",
            ),
            (
                mask_of(&plain(4, 2, white), MaskReading::Black),
                "mask_keeps_all",
            ),
            (
                Some(MaskSpec::Shapes(vec![MaskShape::Box {
                    x: 9,
                    y: 0,
                    width: 3,
                    height: 3,
                }])),
                "mask_keeps_all",
            ),
        ];
        for (mask, code) in cases {
            let error = edit(&spec(mask), &engine()).unwrap_err();
            assert_eq!(error.code, code, "{error:?}");
        }
    }

    #[test]
    fn a_scene_counts_only_for_the_pixels_that_it_drew() {
        let pixels = plain(4, 2, [9, 9, 9, 255]);
        let hash: String = pixel_hash(&pixels)
            .iter()
            .map(|b| format!("{b:02x}"))
            .collect();
        let metadata = Metadata {
            fields: vec![(PIXELS_SHA256.to_owned(), hash)],
            scene_json: Some("{}".to_owned()),
            xmp: None,
        };
        for (pixels, kept) in [(pixels, true), (plain(4, 2, [8, 9, 9, 255]), false)] {
            let mut spec = spec(None);
            spec.pictures = vec![picture("image", &pixels, metadata.clone())];
            let opened = edit(&spec, &engine()).unwrap();
            assert_eq!(opened.subject.inputs[0].scene_json.is_some(), kept);
            assert_eq!(opened.notes.is_empty(), kept);
        }
    }

    #[test]
    fn what_is_no_picture_is_named() {
        let mut spec = spec(None);
        spec.pictures[0].file = b"no picture".as_slice().into();
        let error = edit(&spec, &engine()).unwrap_err();
        assert_eq!(
            (error.code, error.field.as_deref()),
            ("invalid_image", Some("image"))
        );
    }
}
