//! Every kind of file is read as its format says, and hostile ones are refused before they cost anything.

mod pictures;

use jpeg_encoder::{ColorType as JpegColor, Encoder as JpegEncoder, SamplingFactor};
use pictures::{glass, mix, noise, photo, screen};
use plantain_core::Pixels;
use plantain_image::{
    Coding, Culprit, EncodeOptions, Format, ImageError, Limits, Metadata, decode, encode, probe,
};
use proptest::prelude::*;

const LIMITS: Limits = Limits {
    side_max: 65_535,
    pixels_max: 36_000_000,
};

fn write(pixels: &Pixels, coding: Coding) -> Vec<u8> {
    let metadata = Metadata::default();
    encode(pixels, &EncodeOptions { coding, metadata }).unwrap()
}

/// Writes a PNG with the png crate, which knows the kinds that ours does not write.
fn write_png(
    width: u32,
    height: u32,
    color: png::ColorType,
    depth: png::BitDepth,
    samples: &[u8],
    palette: Option<(&[u8], &[u8])>,
) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, width, height);
    encoder.set_color(color);
    encoder.set_depth(depth);
    if let Some((colors, alphas)) = palette {
        encoder.set_palette(colors.to_vec());
        encoder.set_trns(alphas.to_vec());
    }
    let mut writer = encoder.write_header().unwrap();
    writer.write_image_data(samples).unwrap();
    writer.finish().unwrap();
    file
}

#[test]
fn png_kinds_become_rgba() {
    use png::{BitDepth, ColorType};
    let check = |color, depth, samples: &[u8], palette, expected: &[[u8; 4]]| {
        let file = write_png(expected.len() as u32, 1, color, depth, samples, palette);
        let pixels = decode(&file, &LIMITS).unwrap();
        assert_eq!(pixels.rgba, expected.concat(), "{color:?} {depth:?}");
        assert_eq!(
            pixels.opaque,
            expected.iter().all(|p| p[3] == 255),
            "{color:?} {depth:?}"
        );
        let bits = depth as u8;
        assert_eq!(probe(&file).unwrap().bits, bits);
    };
    check(
        ColorType::Grayscale,
        BitDepth::One,
        &[0b1010_0000],
        None,
        &[[255; 4], [0, 0, 0, 255], [255; 4]],
    );
    check(
        ColorType::Grayscale,
        BitDepth::Two,
        &[0b0110_0000],
        None,
        &[[85, 85, 85, 255], [170, 170, 170, 255]],
    );
    check(
        ColorType::Grayscale,
        BitDepth::Four,
        &[0x1F],
        None,
        &[[17, 17, 17, 255], [255; 4]],
    );
    check(
        ColorType::Grayscale,
        BitDepth::Eight,
        &[7],
        None,
        &[[7, 7, 7, 255]],
    );
    // 0x0080 is 0.498 of a level and 0x0081 is 0.502: rounding, not cutting off.
    check(
        ColorType::Grayscale,
        BitDepth::Sixteen,
        &[0, 0x80, 0, 0x81],
        None,
        &[[0, 0, 0, 255], [1, 1, 1, 255]],
    );
    check(
        ColorType::GrayscaleAlpha,
        BitDepth::Eight,
        &[9, 128, 8, 255],
        None,
        &[[9, 9, 9, 128], [8, 8, 8, 255]],
    );
    check(
        ColorType::Rgb,
        BitDepth::Eight,
        &[1, 2, 3],
        None,
        &[[1, 2, 3, 255]],
    );
    check(
        ColorType::Rgb,
        BitDepth::Sixteen,
        &[1, 1, 2, 2, 255, 255],
        None,
        &[[1, 2, 255, 255]],
    );
    check(
        ColorType::Rgba,
        BitDepth::Sixteen,
        &[1, 1, 2, 2, 3, 3, 4, 4],
        None,
        &[[1, 2, 3, 4]],
    );
    let palette: (&[u8], &[u8]) = (&[1, 2, 3, 4, 5, 6], &[255, 60]);
    check(
        ColorType::Indexed,
        BitDepth::One,
        &[0b0100_0000],
        Some(palette),
        &[[1, 2, 3, 255], [4, 5, 6, 60]],
    );
}

/// Returns an Adam7 PNG of 8-bit grey.
fn interlaced(width: u32, height: u32, sample: impl Fn(u32, u32) -> u8) -> Vec<u8> {
    use std::io::Write;
    const PASSES: [[u32; 4]; 7] = [
        [0, 0, 8, 8],
        [4, 0, 8, 8],
        [0, 4, 4, 8],
        [2, 0, 4, 4],
        [0, 2, 2, 4],
        [1, 0, 2, 2],
        [0, 1, 1, 2],
    ];
    let mut stream = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::fast());
    for [left, top, step_x, step_y] in PASSES {
        for y in (top..height).step_by(step_y as usize) {
            let row: Vec<u8> = (left..width)
                .step_by(step_x as usize)
                .map(|x| sample(x, y))
                .collect();
            if !row.is_empty() {
                stream.write_all(&[0]).unwrap();
                stream.write_all(&row).unwrap();
            }
        }
    }
    let header = [
        &width.to_be_bytes()[..],
        &height.to_be_bytes(),
        &[8, 0, 0, 0, 1],
    ]
    .concat();
    let mut file = b"\x89PNG\r\n\x1a\n".to_vec();
    for (kind, content) in [
        (b"IHDR", header),
        (b"IDAT", stream.finish().unwrap()),
        (b"IEND", vec![]),
    ] {
        file.extend(png_chunk(kind, &content));
    }
    file
}

fn png_chunk(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let body = [kind, content].concat();
    [
        &(content.len() as u32).to_be_bytes()[..],
        &body,
        &crc32fast::hash(&body).to_be_bytes(),
    ]
    .concat()
}

#[test]
fn interlaced_png_is_put_in_order() {
    let sample = |x: u32, y: u32| (mix(x, y) % 256) as u8;
    for (width, height) in [(1, 1), (3, 5), (8, 8), (17, 9)] {
        let pixels = decode(&interlaced(width, height, sample), &LIMITS).unwrap();
        let expected: Vec<u8> = (0..width * height)
            .map(|i| sample(i % width, i / width))
            .collect();
        let got: Vec<u8> = pixels.rgba.iter().step_by(4).copied().collect();
        assert_eq!(got, expected, "{width}x{height}");
    }
}

fn write_jpeg(
    samples: &[u8],
    width: u16,
    height: u16,
    color: JpegColor,
    progressive: bool,
) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = JpegEncoder::new(&mut file, 100);
    encoder.set_sampling_factor(SamplingFactor::F_1_1);
    encoder.set_progressive(progressive);
    encoder.encode(samples, width, height, color).unwrap();
    file
}

/// Cuts out the first segment with this marker.
fn without_segment(file: &[u8], marker: u8) -> Vec<u8> {
    let at = file
        .windows(2)
        .position(|pair| pair == [0xFF, marker])
        .unwrap();
    let length = usize::from(u16::from_be_bytes([file[at + 2], file[at + 3]]));
    [&file[..at], &file[at + 2 + length..]].concat()
}

fn with_segment(file: &[u8], marker: u8, content: &[u8]) -> Vec<u8> {
    let length = (content.len() as u16 + 2).to_be_bytes();
    [&file[..2], &[0xFF, marker], &length, content, &file[2..]].concat()
}

#[track_caller]
fn assert_close(file: &[u8], expected: [u8; 4]) {
    let pixels = decode(file, &LIMITS).unwrap();
    for (got, wanted) in pixels.rgba.iter().zip(expected.iter().cycle()) {
        assert!(
            got.abs_diff(*wanted) <= 3,
            "{:?}, expected {expected:?}",
            &pixels.rgba[..4]
        );
    }
}

#[test]
fn jpeg_kinds_become_rgba() {
    let even = |pixel: &[u8]| pixel.repeat(24 * 16);
    for progressive in [false, true] {
        let write = |pixel: &[u8], color| write_jpeg(&even(pixel), 24, 16, color, progressive);
        assert_close(&write(&[99], JpegColor::Luma), [99, 99, 99, 255]);
        assert_close(&write(&[200, 30, 80], JpegColor::Rgb), [200, 30, 80, 255]);
        // Adobe's inks: 255 is none. Full black is 0.
        let inks = write(&[255, 100, 50, 255], JpegColor::Cmyk);
        let inverted = write(&[0, 155, 205, 0], JpegColor::Cmyk);
        let adobe = probe(&inks).unwrap();
        assert_eq!(
            (adobe.width, adobe.height, adobe.has_alpha),
            (24, 16, false)
        );
        let plain = without_segment(&inverted, 0xEE);
        assert!(decode(&inks, &LIMITS).unwrap().rgba != decode(&inverted, &LIMITS).unwrap().rgba);
        let as_adobe = decode(&inks, &LIMITS).unwrap();
        let as_plain = decode(&plain, &LIMITS).unwrap();
        let difference = as_adobe
            .rgba
            .iter()
            .zip(&as_plain.rgba)
            .map(|(a, b)| a.abs_diff(*b))
            .max();
        assert!(
            difference.unwrap() <= 2,
            "the two ways of storing inks mean the same"
        );
        let ycck = decode(&write(&[255, 100, 50, 255], JpegColor::CmykAsYcck), &LIMITS).unwrap();
        let difference = as_adobe
            .rgba
            .iter()
            .zip(&ycck.rgba)
            .map(|(a, b)| a.abs_diff(*b))
            .max();
        assert!(
            difference.unwrap() <= 4,
            "YCCK: {:?}, CMYK: {:?}",
            &ycck.rgba[..4],
            &as_adobe.rgba[..4]
        );
        // Components that are red, green and blue as they stand.
        let stored = write(&[10, 200, 90], JpegColor::Ycbcr);
        let rgb = with_segment(&stored, 0xEE, b"Adobe\0\x64\0\0\0\0\0");
        assert_close(&rgb, [10, 200, 90, 255]);
    }
}

fn exif(orientation: u8) -> Vec<u8> {
    [
        &b"MM\0*\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0"[..],
        &[orientation, 0, 0, 0, 0, 0, 0],
    ]
    .concat()
}

#[test]
fn orientation_is_applied() {
    let pixels = photo(20, 12);
    let jpeg = write(&pixels, Coding::Jpeg { quality: 95 });
    let upright = decode(&jpeg, &LIMITS).unwrap();
    let corner = |pixels: &Pixels, x, y| pixels.rgba[pixels.offset(x, y)..][..4].to_vec();
    let turned = with_segment(&jpeg, 0xE1, &[b"Exif\0\0", &exif(6)[..]].concat());
    let info = probe(&turned).unwrap();
    assert_eq!((info.width, info.height), (12, 20));
    let shown = decode(&turned, &LIMITS).unwrap();
    assert_eq!((shown.width, shown.height), (12, 20));
    assert_eq!(
        corner(&shown, 11, 0),
        corner(&upright, 0, 0),
        "turned a quarter to the right"
    );
    assert_eq!(corner(&shown, 0, 19), corner(&upright, 19, 11));
    let mut png = write(&pixels, Coding::Png);
    png.splice(33..33, png_chunk(b"eXIf", &exif(3)));
    assert_eq!(
        corner(&decode(&png, &LIMITS).unwrap(), 19, 11),
        corner(&pixels, 0, 0)
    );
}

/// Returns a WebP with chunks behind an extended header.
fn extended(width: u32, height: u32, flags: u8, chunks: &[(&[u8; 4], Vec<u8>)]) -> Vec<u8> {
    let sides = [
        &(width - 1).to_le_bytes()[..3],
        &(height - 1).to_le_bytes()[..3],
    ]
    .concat();
    let mut body = b"WEBP".to_vec();
    let header = (b"VP8X", [&[flags, 0, 0, 0][..], &sides].concat());
    for (name, content) in std::iter::once(&header).chain(chunks) {
        body.extend(riff_chunk(name, content));
    }
    [b"RIFF", &(body.len() as u32).to_le_bytes()[..], &body].concat()
}

fn riff_chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    [
        name,
        &(content.len() as u32).to_le_bytes()[..],
        content,
        &vec![0; content.len() % 2],
    ]
    .concat()
}

/// Returns an animation of these frames, all of one size.
fn animation(frames: &[Pixels]) -> Vec<u8> {
    let (width, height) = (frames[0].width, frames[0].height);
    let sides = [
        &(width - 1).to_le_bytes()[..3],
        &(height - 1).to_le_bytes()[..3],
    ]
    .concat();
    let mut chunks: Vec<(&[u8; 4], Vec<u8>)> = vec![(b"ANIM", vec![0; 6])];
    for frame in frames {
        let picture = &write(frame, Coding::WebpLossless)[12..];
        chunks.push((
            b"ANMF",
            [&[0; 6][..], &sides, &[100, 0, 0, 0], picture].concat(),
        ));
    }
    extended(width, height, 0x12, &chunks)
}

#[test]
fn webp_kinds_become_rgba() {
    let still = glass(33, 21);
    assert!(decode(&write(&still, Coding::WebpLossless), &LIMITS).unwrap() == still);
    let lossy = write(&still, Coding::WebpLossy { quality: 90 });
    let info = probe(&lossy).unwrap();
    assert_eq!(
        (
            info.format,
            info.width,
            info.height,
            info.has_alpha,
            info.frames
        ),
        (Format::Webp, 33, 21, true, 1)
    );
    assert!(!decode(&lossy, &LIMITS).unwrap().opaque);
    let lossy = decode(
        &write(&screen(33, 21), Coding::WebpLossy { quality: 90 }),
        &LIMITS,
    )
    .unwrap();
    assert!(lossy.opaque);
    let moving = animation(&[photo(33, 21), noise(33, 21)]);
    assert_eq!(probe(&moving).unwrap().frames, 2);
    let first = decode(&moving, &LIMITS).unwrap();
    assert!(first.rgba == photo(33, 21).rgba);
}

#[track_caller]
fn check_refused(file: &[u8], limits: &Limits, culprit: Culprit, what: &str) {
    let error = decode(file, limits).unwrap_err();
    assert_eq!(error.culprit(), culprit, "{error}");
    assert!(error.to_string().contains(what), "{error}");
}

#[test]
fn sizes_beyond_the_limits_are_refused_by_the_header() {
    let claim = |width: u32, height: u32| {
        let header = [
            &width.to_be_bytes()[..],
            &height.to_be_bytes(),
            &[8, 6, 0, 0, 0],
        ]
        .concat();
        [b"\x89PNG\r\n\x1a\n", &png_chunk(b"IHDR", &header)[..]].concat()
    };
    check_refused(
        &claim(65_536, 1),
        &LIMITS,
        Culprit::Limit,
        "65536, the limit is 65535",
    );
    check_refused(
        &claim(u32::MAX, u32::MAX),
        &LIMITS,
        Culprit::Limit,
        "4294967295",
    );
    check_refused(&claim(65_535, 65_535), &LIMITS, Culprit::Limit, "36000000");
    check_refused(&claim(0, 5), &LIMITS, Culprit::Input, "0x5");
    let mut jpeg = write(&photo(16, 16), Coding::Jpeg { quality: 80 });
    let frame = jpeg
        .windows(2)
        .position(|pair| pair == [0xFF, 0xC0])
        .unwrap();
    jpeg[frame + 5..frame + 9].fill(0xFF);
    check_refused(&jpeg, &LIMITS, Culprit::Limit, "36000000");
    check_refused(
        &extended(16_384 * 8, 4, 0, &[]),
        &LIMITS,
        Culprit::Limit,
        "131072",
    );
    let small = Limits {
        side_max: 20,
        pixels_max: 300,
    };
    check_refused(
        &write(&screen(21, 2), Coding::Png),
        &small,
        Culprit::Limit,
        "21, the limit is 20",
    );
    check_refused(
        &write(&screen(18, 17), Coding::WebpLossless),
        &small,
        Culprit::Limit,
        "306, the limit is 300",
    );
}

#[test]
fn bitstreams_larger_than_their_container_are_refused() {
    let large = write(&noise(600, 500), Coding::WebpLossless);
    let claim = (b"VP8L", large[20..].to_vec());
    check_refused(
        &extended(10, 10, 0, &[claim]),
        &LIMITS,
        Culprit::Input,
        "600x500",
    );
    let lossy = write(&photo(600, 500), Coding::WebpLossy { quality: 50 });
    let claim = (b"VP8 ", lossy[20..].to_vec());
    check_refused(
        &extended(10, 10, 0, &[claim]),
        &LIMITS,
        Culprit::Input,
        "600x500",
    );
}

#[test]
fn what_cannot_be_read_says_why() {
    check_refused(
        b"\0\0\0\x18ftypheic\0\0\0\0",
        &LIMITS,
        Culprit::Input,
        "HEIC",
    );
    check_refused(b"hello", &LIMITS, Culprit::Input, "68 65 6c 6c 6f");
    check_refused(
        b"\x89PNG\r\n\x1a\n",
        &LIMITS,
        Culprit::Input,
        "PNG is damaged: its header is incomplete",
    );
    check_refused(b"\xFF\xD8\xFF", &LIMITS, Culprit::Input, "JPEG is damaged");
    check_refused(
        b"RIFF\0\0\0\0WEBP",
        &LIMITS,
        Culprit::Input,
        "WebP is damaged",
    );
    let mut twelve_bits = write(&photo(16, 16), Coding::Jpeg { quality: 80 });
    let frame = twelve_bits
        .windows(2)
        .position(|pair| pair == [0xFF, 0xC0])
        .unwrap();
    twelve_bits[frame + 4] = 12;
    check_refused(&twelve_bits, &LIMITS, Culprit::Input, "12 bits a sample");
    twelve_bits[frame + 1] = 0xC9;
    check_refused(&twelve_bits, &LIMITS, Culprit::Input, "arithmetic coding");
}

fn trials(ordinary: u32) -> u32 {
    let set = std::env::var("PLANTAIN_TRIALS").ok();
    set.and_then(|text| text.parse().ok()).unwrap_or(ordinary)
}

/// Small files of every kind.
fn samples() -> Vec<Vec<u8>> {
    let progressive = write_jpeg(&photo(40, 30).rgba, 40, 30, JpegColor::Rgba, true);
    vec![
        write(&glass(40, 70), Coding::Png),
        write(&screen(40, 30), Coding::Png),
        interlaced(20, 20, |x, y| (x * y) as u8),
        write(&photo(40, 70), Coding::Jpeg { quality: 80 }),
        write_jpeg(&glass(20, 20).rgba, 20, 20, JpegColor::CmykAsYcck, false),
        progressive,
        write(&glass(40, 30), Coding::WebpLossless),
        write(&glass(40, 30), Coding::WebpLossy { quality: 60 }),
        animation(&[glass(20, 20), photo(20, 20)]),
        deep(20, 20),
    ]
}

/// A PNG of 16 bits a sample with something like a colour profile.
fn deep(width: u32, height: u32) -> Vec<u8> {
    let mut file = Vec::new();
    let mut info = png::Info::with_size(width, height);
    info.color_type = png::ColorType::Rgba;
    info.bit_depth = png::BitDepth::Sixteen;
    let mut profile = vec![0; 200];
    profile[16..24].copy_from_slice(b"RGB XYZ ");
    info.icc_profile = Some(profile.into());
    let encoder = png::Encoder::with_info(&mut file, info).unwrap();
    let mut writer = encoder.write_header().unwrap();
    let samples: Vec<u8> = (0..width * height * 8).map(|i| (i * 37) as u8).collect();
    writer.write_image_data(&samples).unwrap();
    writer.finish().unwrap();
    file
}

#[test]
fn cut_files_are_errors() {
    for (kind, file) in samples().into_iter().enumerate() {
        let whole = decode(&file, &LIMITS).unwrap();
        for end in 0..file.len() {
            // What is cut off may not have held pixels: an end mark, say, or a second frame.
            match decode(&file[..end], &LIMITS) {
                Ok(pixels) => assert!(
                    pixels == whole,
                    "sample {kind} cut at {end} of {}",
                    file.len()
                ),
                Err(error) => assert_ne!(
                    error.culprit(),
                    Culprit::Internal,
                    "sample {kind} cut at {end}: {error}"
                ),
            }
        }
    }
}

proptest! {
    // PLANTAIN_TRIALS asks for more than continuous integration has time for.
    #![proptest_config(ProptestConfig::with_cases(trials(3000)))]
    #[test]
    fn damaged_files_are_errors_not_panics(
        kind in 0usize..10,
        changes in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        head_only: bool,
    ) {
        thread_local!(static SAMPLES: Vec<Vec<u8>> = samples());
        let mut file = SAMPLES.with(|samples| samples[kind].clone());
        for (at, byte) in changes {
            let length = if head_only { file.len().min(80) } else { file.len() };
            file[at.index(length)] = byte;
        }
        let limits = Limits { pixels_max: 1_000_000, ..LIMITS };
        let _ = probe(&file);
        let native = plantain_image::Native::of(&file, &limits);
        let own_fault = matches!(native, Err(ImageError::Internal { .. }));
        prop_assert!(!own_fault);
        if let Err(error @ ImageError::Internal { .. }) = decode(&file, &limits) {
            prop_assert!(false, "{}", error);
        }
    }
}
