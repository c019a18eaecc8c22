//! Pictures deeper than 8 bits, or with a colour profile: what an edit leaves alone stays, whatever the format can hold.

use plantain_core::Pixels;
use plantain_image::{
    Coding, EncodeOptions, Limits, Metadata, Native, Profile, Samples, decode, encode_native,
};

/// How a test's profile says its curves.
#[derive(Clone, Copy)]
enum Curves {
    Gamma(f64),
    Parametric,
    Points,
}

const SRGB: [[f64; 3]; 3] = [
    [0.4361, 0.2225, 0.0139],
    [0.3851, 0.7169, 0.0971],
    [0.1431, 0.0606, 0.7141],
];
const DISPLAY_P3: [[f64; 3]; 3] = [
    [0.5151, 0.2412, -0.0011],
    [0.2920, 0.6922, 0.0419],
    [0.1571, 0.0666, 0.7841],
];

fn fixed(value: f64) -> [u8; 4] {
    ((value * 65_536.0).round() as i32).to_be_bytes()
}

/// An ICC profile of three primaries (XYZ under D50) and one curve for all.
fn profile(primaries: [[f64; 3]; 3], curves: Curves) -> Vec<u8> {
    let mut curve = Vec::new();
    match curves {
        Curves::Gamma(gamma) => {
            curve.extend(b"curv\0\0\0\0\0\0\0\x01");
            curve.extend(((gamma * 256.0).round() as u16).to_be_bytes());
        }
        Curves::Parametric => {
            curve.extend(b"para\0\0\0\0\0\x03\0\0");
            let parameters = [2.4, 1.0 / 1.055, 0.055 / 1.055, 1.0 / 12.92, 0.04045];
            curve.extend(parameters.map(fixed).concat());
        }
        Curves::Points => {
            curve.extend(b"curv\0\0\0\0\0\0\x04\0");
            for i in 0..1024 {
                let light = libm::pow(f64::from(i) / 1023.0, 1.8);
                curve.extend(((light * 65_535.0).round() as u16).to_be_bytes());
            }
        }
    }
    curve.resize(curve.len().next_multiple_of(4), 0);
    let colorant = |xyz: [f64; 3]| [b"XYZ \0\0\0\0".to_vec(), xyz.map(fixed).concat()].concat();
    let [red, green, blue] = primaries.map(colorant);
    let names = [b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC"];
    let contents = [&red, &green, &blue, &curve, &curve, &curve];
    let mut out = vec![0; 128];
    out[8] = 4;
    out[12..24].copy_from_slice(b"mntrRGB XYZ ");
    out[36..40].copy_from_slice(b"acsp");
    out.extend(6u32.to_be_bytes());
    let mut start = 128 + 4 + 6 * 12;
    for (name, content) in names.iter().zip(contents) {
        out.extend(*name);
        out.extend((start as u32).to_be_bytes());
        out.extend((content.len() as u32).to_be_bytes());
        start += content.len();
    }
    contents.iter().for_each(|content| out.extend(*content));
    let length = (out.len() as u32).to_be_bytes();
    out[..4].copy_from_slice(&length);
    out
}

fn png(
    width: u32,
    height: u32,
    color: png::ColorType,
    samples: &[u16],
    icc: Option<Vec<u8>>,
) -> Vec<u8> {
    let mut file = Vec::new();
    let mut info = png::Info::with_size(width, height);
    info.icc_profile = icc.map(Into::into);
    info.color_type = color;
    info.bit_depth = png::BitDepth::Sixteen;
    let encoder = png::Encoder::with_info(&mut file, info).unwrap();
    let mut writer = encoder.write_header().unwrap();
    let bytes: Vec<u8> = samples.iter().flat_map(|s| s.to_be_bytes()).collect();
    writer.write_image_data(&bytes).unwrap();
    writer.finish().unwrap();
    file
}

/// Samples that use every bit.
fn samples(count: usize) -> Vec<u16> {
    (0..count)
        .map(|i| (i as u32).wrapping_mul(40_503).wrapping_add(977) as u16)
        .collect()
}

fn options(coding: Coding) -> EncodeOptions {
    let fields = vec![("Title".to_owned(), "A test".to_owned())];
    EncodeOptions {
        coding,
        metadata: Metadata {
            fields,
            ..Metadata::default()
        },
    }
}

fn native(file: &[u8]) -> Option<Native> {
    Native::of(file, &Limits::default()).unwrap()
}

/// Paints the left half of what an engine sees.
fn half_painted(pixels: &Pixels, color: [u8; 4]) -> Pixels {
    let mut after = pixels.clone();
    for (i, pixel) in after.rgba.chunks_exact_mut(4).enumerate() {
        if i as u32 % pixels.width < pixels.width / 2 {
            pixel.copy_from_slice(&color);
        }
    }
    after.opaque = after.rgba.chunks_exact(4).all(|p| p[3] == 255);
    after
}

#[test]
fn what_an_edit_leaves_alone_keeps_its_sixteen_bits() {
    let check = |color: png::ColorType, icc: Option<Vec<u8>>| {
        let (width, height) = (24, 10);
        let count = (width * height) as usize * color.samples();
        let file = png(width, height, color, &samples(count), icc.clone());
        let before = native(&file).expect("it is deep");
        assert!(before.is_deep(), "{color:?}");
        let seen = before.pixels();
        let after = half_painted(&seen, [250, 10, 20, 255]);
        let merged = before.merged(&seen, &after).unwrap();
        let out = encode_native(&merged, &options(Coding::Png)).unwrap();
        assert_eq!(
            plantain_image::read_metadata(&out).unwrap().get("Title"),
            Some("A test")
        );
        let again = native(&out).unwrap();
        assert_eq!(again, merged, "{color:?}: it is written as it is");
        let (Samples::Sixteen(old), Samples::Sixteen(new)) = (&before.samples, &again.samples)
        else {
            panic!("{color:?}: both are deep");
        };
        for (i, (old, new)) in old.chunks(4).zip(new.chunks(4)).enumerate() {
            let painted = (i as u32 % width) < width / 2;
            let same = old == new;
            assert!(
                painted || same,
                "{color:?}: {i} changed from {old:?} to {new:?}"
            );
        }
        let red = &new[..4];
        match icc {
            None => assert_eq!(red, [250 * 257, 10 * 257, 20 * 257, 65_535]),
            Some(_) => {
                let shown = again.pixels();
                let off = shown.rgba[..3].iter().zip([250i32, 10, 20]);
                let off = off
                    .map(|(got, wanted)| (i32::from(*got) - wanted).abs())
                    .max();
                assert!(off <= Some(2), "{color:?}: {:?}", &shown.rgba[..4]);
            }
        }
        // Whoever reads 8 bits sees the same.
        assert_eq!(
            decode(&out, &Limits::default()).unwrap(),
            merged.own_pixels()
        );
    };
    for color in [
        png::ColorType::Rgb,
        png::ColorType::Rgba,
        png::ColorType::Grayscale,
        png::ColorType::GrayscaleAlpha,
    ] {
        check(color, None);
    }
    check(
        png::ColorType::Rgb,
        Some(profile(DISPLAY_P3, Curves::Parametric)),
    );
    check(
        png::ColorType::Rgba,
        Some(profile(DISPLAY_P3, Curves::Gamma(2.2))),
    );
}

#[test]
fn profiles_travel_in_every_format() {
    for coding in [
        Coding::Png,
        Coding::Jpeg { quality: 100 },
        Coding::WebpLossless,
        Coding::WebpLossy { quality: 100 },
    ] {
        for size in [0, 200_000] {
            let mut icc = profile(DISPLAY_P3, Curves::Parametric);
            // A long one takes several segments of a JPEG.
            icc.resize(icc.len() + size, 7);
            let parsed = Profile::parse(&icc).unwrap();
            let before = Native {
                width: 16,
                height: 16,
                samples: Samples::Eight([200, 60, 40, 255].repeat(256)),
                profile: Some(parsed.clone().into()),
            };
            let file = encode_native(&before, &options(coding)).unwrap();
            let found = native(&file).unwrap_or_else(|| panic!("{coding:?}: no profile"));
            assert_eq!(found.profile.as_deref(), Some(&parsed), "{coding:?}");
            assert_eq!(
                plantain_image::read_metadata(&file).unwrap().get("Title"),
                Some("A test")
            );
            let pixel = &found.own_pixels().rgba[..3];
            let off = pixel
                .iter()
                .zip([200i32, 60, 40])
                .map(|(a, b)| (i32::from(*a) - b).abs());
            assert!(off.max() <= Some(3), "{coding:?}: {pixel:?}");
        }
    }
}

#[test]
fn colours_are_converted_both_ways() {
    let check = |primaries, curves, color: [u8; 3], expected: [u8; 3]| {
        let parsed = Profile::parse(&profile(primaries, curves)).unwrap();
        let got = parsed.to_srgb().convert(color);
        let near = got.iter().zip(expected).all(|(a, b)| a.abs_diff(b) <= 2);
        assert!(near, "{color:?} became {got:?}, not {expected:?}");
        let back = parsed.from_srgb().convert(got).map(|v| (v / 257) as u8);
        let clipped = got.iter().any(|v| *v == 0 || *v == 255);
        let near = back.iter().zip(color).all(|(a, b)| a.abs_diff(b) <= 2);
        assert!(
            near || clipped,
            "{got:?} went back to {back:?}, not {color:?}"
        );
    };
    for tone in [0u8, 1, 12, 90, 180, 254, 255] {
        check(SRGB, Curves::Parametric, [tone; 3], [tone; 3]);
        check(DISPLAY_P3, Curves::Parametric, [tone; 3], [tone; 3]);
    }
    check(SRGB, Curves::Parametric, [200, 90, 30], [200, 90, 30]);
    // Display P3's numbers of well-known colours (CSS Color 4's conversion).
    check(DISPLAY_P3, Curves::Parametric, [234, 51, 35], [255, 0, 0]);
    check(DISPLAY_P3, Curves::Parametric, [128, 128, 0], [128, 128, 0]);
    check(DISPLAY_P3, Curves::Parametric, [0, 100, 100], [0, 101, 101]);
    // Grey at gamma 1.8 under ProPhoto-like points is lighter in sRGB.
    check(SRGB, Curves::Points, [100; 3], [120; 3]);
}

#[test]
fn what_means_srgb_or_cannot_be_followed_is_no_native() {
    let file = |icc: Vec<u8>| {
        let mut file = Vec::new();
        let mut info = png::Info::with_size(2, 2);
        info.icc_profile = Some(icc.into());
        info.color_type = png::ColorType::Rgb;
        info.bit_depth = png::BitDepth::Eight;
        let encoder = png::Encoder::with_info(&mut file, info).unwrap();
        let mut writer = encoder.write_header().unwrap();
        writer.write_image_data(&[90; 12]).unwrap();
        writer.finish().unwrap();
        file
    };
    let good = profile(DISPLAY_P3, Curves::Parametric);
    assert!(native(&file(good.clone())).is_some());
    assert!(native(&file(profile(SRGB, Curves::Parametric))).is_none());
    let mut grey = good.clone();
    grey[16..20].copy_from_slice(b"GRAY");
    assert!(native(&file(grey)).is_none());
    let mut flat = profile([SRGB[0], SRGB[0], SRGB[0]], Curves::Gamma(2.2));
    assert!(
        native(&file(flat.clone())).is_none(),
        "one primary is no space"
    );
    for at in 0..good.len() {
        flat = good.clone();
        flat[at] ^= 0xFF;
        let _ = Profile::parse(&flat).map(|p| p.is_srgb());
        let _ = Profile::parse(&good[..at]);
    }
}

#[test]
fn another_size_is_not_merged() {
    let file = png(8, 8, png::ColorType::Rgb, &samples(8 * 8 * 3), None);
    let before = native(&file).unwrap();
    let seen = before.pixels();
    let mut other = half_painted(&seen, [0, 0, 0, 255]);
    (other.width, other.height) = (4, 16);
    assert!(before.merged(&seen, &other).is_none());
    assert_eq!(before.merged(&seen, &seen), Some(before.clone()));
    let digest = before.digest();
    assert_ne!(
        before
            .merged(&seen, &half_painted(&seen, [1, 2, 3, 4]))
            .unwrap()
            .digest(),
        digest
    );
}
