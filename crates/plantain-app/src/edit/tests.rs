//! Tests of what a request brings along.

use super::*;
use plantain_core::{MaskReading, MaskShape, Prompt};
use plantain_engine::Segmenter;
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

fn on<'a>(first: &'a Pixels, segmenter: Option<&'a dyn Segmenter>) -> masks::Ground<'a> {
    masks::Ground { first, segmenter }
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
    let mask = masks::read(&drawn, MaskReading::Marks);
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
