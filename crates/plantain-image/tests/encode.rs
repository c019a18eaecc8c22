//! What is written can be read by other decoders, is exact where it should be, and is the same everywhere.

mod pictures;

use std::io::Cursor;

use pictures::{glass, gradient, noise, photo, picture, screen};
use plantain_core::Pixels;
use plantain_image::{Coding, Culprit, EncodeOptions, Metadata, encode, flatten};
use proptest::prelude::*;

fn write(pixels: &Pixels, coding: Coding) -> Vec<u8> {
    let metadata = Metadata::default();
    encode(pixels, &EncodeOptions { coding, metadata }).unwrap()
}

fn kinds(width: u32, height: u32) -> Vec<(&'static str, Pixels)> {
    vec![
        ("screen", screen(width, height)),
        ("photo", photo(width, height)),
        ("gradient", gradient(width, height)),
        ("glass", glass(width, height)),
        ("noise", noise(width, height)),
    ]
}

/// Decodes by the reference decoders, to RGBA.
fn png_pixels(file: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut reader = png::Decoder::new(Cursor::new(file)).read_info().unwrap();
    let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut bytes).unwrap();
    reader.finish().unwrap();
    let rgba = match info.color_type {
        png::ColorType::Rgba => bytes,
        png::ColorType::Rgb => bytes
            .chunks_exact(3)
            .flat_map(|p| [p[0], p[1], p[2], 255])
            .collect(),
        other => panic!("{other:?}"),
    };
    (info.width, info.height, rgba)
}

fn webp_pixels(file: &[u8]) -> (u32, u32, Vec<u8>) {
    let mut decoder = image_webp::WebPDecoder::new(Cursor::new(file)).unwrap();
    let (width, height) = decoder.dimensions();
    let mut bytes = vec![0; decoder.output_buffer_size().unwrap()];
    decoder.read_image(&mut bytes).unwrap();
    if !decoder.has_alpha() {
        bytes = bytes
            .chunks_exact(3)
            .flat_map(|p| [p[0], p[1], p[2], 255])
            .collect();
    }
    (width, height, bytes)
}

fn jpeg_pixels(file: &[u8]) -> (u32, u32, Vec<u8>) {
    use zune_jpeg::zune_core::bytestream::ZCursor;
    use zune_jpeg::zune_core::colorspace::ColorSpace;
    use zune_jpeg::zune_core::options::DecoderOptions;
    let options = DecoderOptions::default()
        .jpeg_set_out_colorspace(ColorSpace::RGBA)
        .set_strict_mode(true);
    let mut decoder = zune_jpeg::JpegDecoder::new_with_options(ZCursor::new(file), options);
    let bytes = decoder.decode().unwrap();
    let (width, height) = decoder.dimensions().unwrap();
    (width as u32, height as u32, bytes)
}

/// The mean difference of two pictures, in levels a sample.
fn mean_difference(a: &[u8], b: &[u8]) -> f64 {
    assert_eq!(a.len(), b.len());
    let sum: u64 = a
        .iter()
        .zip(b)
        .map(|(a, b)| u64::from(a.abs_diff(*b)))
        .sum();
    sum as f64 / a.len() as f64
}

#[test]
fn lossless_formats_give_back_every_pixel() {
    for (width, height) in [(1, 1), (3, 64), (5, 65), (257, 130), (400, 300)] {
        for (name, pixels) in kinds(width, height) {
            let expected = (width, height, pixels.rgba.clone());
            assert!(
                png_pixels(&write(&pixels, Coding::Png)) == expected,
                "PNG, {name} {width}x{height}"
            );
            assert!(
                webp_pixels(&write(&pixels, Coding::WebpLossless)) == expected,
                "WebP, {name} {width}x{height}"
            );
        }
    }
}

proptest! {
    #[test]
    fn any_pixels_survive_png(width in 1u32..40, height in 1u32..140, seed: u32, step in 0u32..300, opaque: bool) {
        let pixels = picture(width, height, opaque, |x, y| {
            let n = pictures::mix(x / (step / 60 + 1) + seed, y / (step / 80 + 1)).to_le_bytes();
            let small = |b: u8| if step % 2 == 0 { b } else { 100 + b % 12 };
            [small(n[0]), small(n[1]), small(n[2]), if opaque { 255 } else { n[3] }]
        });
        prop_assert_eq!(png_pixels(&write(&pixels, Coding::Png)), (width, height, pixels.rgba));
    }
}

#[test]
fn lossy_formats_stay_close() {
    let check = |coding, name: &str, pixels: &Pixels, limit: f64| {
        let file = write(pixels, coding);
        let jpeg = matches!(coding, Coding::Jpeg { .. });
        let (width, height, rgba) = if jpeg {
            jpeg_pixels(&file)
        } else {
            webp_pixels(&file)
        };
        assert_eq!(
            (width, height),
            (pixels.width, pixels.height),
            "{coding:?} {name}"
        );
        let difference = mean_difference(&rgba, &pixels.rgba);
        assert!(difference < limit, "{coding:?} {name}: {difference} levels");
    };
    for (width, height) in [(1, 1), (17, 63), (130, 64), (333, 200)] {
        for (name, pixels) in [
            ("gradient", gradient(width, height)),
            ("photo", photo(width, height)),
        ] {
            check(Coding::Jpeg { quality: 100 }, name, &pixels, 1.5);
            check(Coding::Jpeg { quality: 90 }, name, &pixels, 2.5);
            check(Coding::Jpeg { quality: 75 }, name, &pixels, 4.5);
            check(Coding::WebpLossy { quality: 90 }, name, &pixels, 4.0);
        }
    }
}

#[test]
fn joined_jpeg_bands_decode_as_one_scan_would() {
    // The bands share no state, so each must decode to what it decodes to alone.
    let whole = photo(150, 200);
    for quality in [80, 95] {
        let (_, _, decoded) = jpeg_pixels(&write(&whole, Coding::Jpeg { quality }));
        for (band, rows) in whole.rgba.chunks(150 * 4 * 64).enumerate() {
            let height = (rows.len() / 600) as u32;
            let alone = Pixels {
                width: 150,
                height,
                rgba: rows.to_vec(),
                opaque: true,
            };
            let (_, _, expected) = jpeg_pixels(&write(&alone, Coding::Jpeg { quality }));
            let got = &decoded[band * 150 * 4 * 64..][..expected.len()];
            // Decoders smooth chroma over band borders under 4:2:0, so only full chroma is exact.
            let limit = if quality < 90 { 0.5 } else { 0.0 };
            assert!(
                mean_difference(got, &expected) <= limit,
                "quality {quality}, band {band}"
            );
        }
    }
}

#[test]
fn jpeg_lays_transparency_on_white() {
    let pixels = glass(96, 80);
    let flat = flatten(&pixels, [255; 3]);
    let coding = Coding::Jpeg { quality: 95 };
    assert!(write(&pixels, coding) == write(&flat, coding));
}

#[test]
fn lossy_webp_keeps_alpha_exactly() {
    let pixels = glass(96, 80);
    let (_, _, rgba) = webp_pixels(&write(&pixels, Coding::WebpLossy { quality: 60 }));
    let alpha = |rgba: &[u8]| -> Vec<u8> { rgba.iter().skip(3).step_by(4).copied().collect() };
    assert_eq!(alpha(&rgba), alpha(&pixels.rgba));
}

#[test]
fn bad_options_are_refused() {
    let pixels = screen(20, 20);
    let check = |pixels: &Pixels, coding, culprit| {
        let options = EncodeOptions {
            coding,
            metadata: Metadata::default(),
        };
        assert_eq!(
            encode(pixels, &options).unwrap_err().culprit(),
            culprit,
            "{coding:?}"
        );
    };
    check(&pixels, Coding::Jpeg { quality: 0 }, Culprit::Input);
    check(&pixels, Coding::WebpLossy { quality: 101 }, Culprit::Input);
    let short = Pixels {
        height: 21,
        ..pixels.clone()
    };
    check(&short, Coding::Png, Culprit::Internal);
    let empty = Pixels {
        width: 0,
        height: 5,
        rgba: vec![],
        opaque: true,
    };
    check(&empty, Coding::Png, Culprit::Input);
    let wide = Pixels {
        width: 12_289,
        height: 1,
        rgba: vec![0; 12_289 * 4],
        opaque: true,
    };
    check(&wide, Coding::WebpLossless, Culprit::Limit);
}
