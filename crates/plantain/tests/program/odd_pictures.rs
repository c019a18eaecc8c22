//! Pictures as the world sends them, edited by the program and over HTTP: decoded right, or refused with a reason.

use std::fs;

use base64::prelude::{BASE64_STANDARD, Engine};
use plantain_image::{Coding, EncodeOptions, Limits, Metadata, decode, encode, probe};
use serde_json::{Value, json};
use tempfile::TempDir;

use crate::storage::ask;
use crate::{run, serve};

const WIDTH: u32 = 48;
const HEIGHT: u32 = 32;
/// The left and the right half of every picture.
const LEFT: [u8; 3] = [220, 30, 40];
const RIGHT: [u8; 3] = [20, 60, 200];

/// What becomes of a picture.
enum End {
    /// Its size afterwards, how far a sample may be off, and a note that must be told, if any.
    Mirrored((u32, u32), u8, &'static str),
    /// Status and code, and a word of the reason.
    Refused(u16, &'static str, &'static str),
}
use End::{Mirrored, Refused};

fn halves() -> Vec<u8> {
    let pixel = |i: u32| if i % WIDTH < WIDTH / 2 { LEFT } else { RIGHT };
    (0..WIDTH * HEIGHT).flat_map(pixel).collect()
}

fn png(
    color: png::ColorType,
    depth: png::BitDepth,
    data: &[u8],
    more: impl FnOnce(&mut png::Info<'_>),
) -> Vec<u8> {
    let mut file = Vec::new();
    let mut info = png::Info::with_size(WIDTH, HEIGHT);
    info.color_type = color;
    info.bit_depth = depth;
    more(&mut info);
    let mut writer = png::Encoder::with_info(&mut file, info)
        .unwrap()
        .write_header()
        .unwrap();
    writer.write_image_data(data).unwrap();
    writer.finish().unwrap();
    file
}

fn plain_png() -> Vec<u8> {
    png(png::ColorType::Rgb, png::BitDepth::Eight, &halves(), |_| {})
}

fn deep_png(more: impl FnOnce(&mut png::Info<'_>)) -> Vec<u8> {
    let samples: Vec<u8> = halves().iter().flat_map(|v| [*v, 0x5a]).collect();
    png(png::ColorType::Rgb, png::BitDepth::Sixteen, &samples, more)
}

fn palette_png() -> Vec<u8> {
    let indices: Vec<u8> = halves().chunks(3).map(|p| u8::from(p == RIGHT)).collect();
    png(
        png::ColorType::Indexed,
        png::BitDepth::Eight,
        &indices,
        |info| {
            info.palette = Some([LEFT, RIGHT].concat().into());
        },
    )
}

fn jpeg(color: jpeg_encoder::ColorType, data: &[u8]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut encoder = jpeg_encoder::Encoder::new(&mut file, 95);
    encoder.set_sampling_factor(jpeg_encoder::SamplingFactor::R_4_4_4);
    encoder
        .encode(data, WIDTH as u16, HEIGHT as u16, color)
        .unwrap();
    file
}

fn cmyk_jpeg() -> Vec<u8> {
    let inks: Vec<u8> = halves()
        .chunks(3)
        .flat_map(|p| [255 - p[0], 255 - p[1], 255 - p[2], 0])
        .collect();
    jpeg(jpeg_encoder::ColorType::Cmyk, &inks)
}

/// A JPEG that a camera held upright wrote: the first row is the right side.
fn turned_jpeg() -> Vec<u8> {
    let mut exif =
        b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0".to_vec();
    let mut segment = vec![0xff, 0xe1];
    segment.extend((exif.len() as u16 + 2).to_be_bytes());
    segment.append(&mut exif);
    let mut file = jpeg(jpeg_encoder::ColorType::Rgb, &halves());
    file.splice(2..2, segment);
    file
}

fn still_webp() -> Vec<u8> {
    let pixels = decode(&plain_png(), &Limits::default()).unwrap();
    let (coding, metadata) = (Coding::WebpLossless, Metadata::default());
    encode(&pixels, &EncodeOptions { coding, metadata }).unwrap()
}

fn chunk(name: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let mut out = name.to_vec();
    out.extend((content.len() as u32).to_le_bytes());
    out.extend(content);
    out.resize(out.len().next_multiple_of(2), 0);
    out
}

/// Two frames, the first of which is the picture.
fn moving_webp() -> Vec<u8> {
    let still = still_webp();
    let at = still.windows(4).position(|four| four == b"VP8L").unwrap();
    let length = u32::from_le_bytes(still[at + 4..at + 8].try_into().unwrap()) as usize;
    let image = chunk(b"VP8L", &still[at + 8..at + 8 + length]);
    let side = |n: u32| (n - 1).to_le_bytes()[..3].to_vec();
    let size = [side(WIDTH), side(HEIGHT)].concat();
    let frame = chunk(
        b"ANMF",
        &[vec![0; 6], size.clone(), vec![100, 0, 0, 0], image].concat(),
    );
    let head = chunk(b"VP8X", &[vec![2, 0, 0, 0], size].concat());
    let body = [
        b"WEBP".to_vec(),
        head,
        chunk(b"ANIM", &[0; 6]),
        frame.clone(),
        frame,
    ]
    .concat();
    chunk(b"RIFF", &body)
}

fn gif() -> Vec<u8> {
    b"GIF89a\x01\0\x01\0\x80\0\0\xff\0\0\0\0\xff,\0\0\0\0\x01\0\x01\0\0\x02\x02D\x01\0;".to_vec()
}

/// Writes other sides into the header of a PNG, with its checksum.
fn sides_of_png(mut file: Vec<u8>, width: u32, height: u32) -> Vec<u8> {
    file[16..20].copy_from_slice(&width.to_be_bytes());
    file[20..24].copy_from_slice(&height.to_be_bytes());
    let mut sum = flate2::Crc::new();
    sum.update(&file[12..29]);
    file[29..33].copy_from_slice(&sum.sum().to_be_bytes());
    file
}

fn huge_jpeg() -> Vec<u8> {
    let mut file = jpeg(jpeg_encoder::ColorType::Rgb, &halves());
    let at = file.windows(2).position(|two| two == [0xff, 0xc0]).unwrap();
    file[at + 5..at + 9].fill(0xff);
    file
}

/// A few bytes that unpack to a picture beyond every limit.
fn bomb() -> Vec<u8> {
    let side = 30_000;
    let mut file = Vec::new();
    let mut encoder = png::Encoder::new(&mut file, side, side);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    let mut writer = encoder.write_header().unwrap();
    writer
        .write_image_data(&vec![0; (side as usize).div_ceil(8) * side as usize])
        .unwrap();
    writer.finish().unwrap();
    file
}

fn half(file: Vec<u8>) -> Vec<u8> {
    let length = file.len();
    file[..length * 6 / 10].to_vec()
}

/// Colours of Display P3: primaries under D50 and a gamma of 2.2.
fn display_p3() -> Vec<u8> {
    let fixed = |v: f64| ((v * 65_536.0).round() as i32).to_be_bytes();
    let primaries = [
        [0.5151, 0.2412, -0.0011],
        [0.2920, 0.6922, 0.0419],
        [0.1571, 0.0666, 0.7841],
    ];
    let colorant = |xyz: [f64; 3]| [b"XYZ \0\0\0\0".to_vec(), xyz.map(fixed).concat()].concat();
    let [red, green, blue] = primaries.map(colorant);
    let mut curve = b"curv\0\0\0\0\0\0\0\x01".to_vec();
    curve.extend(563u16.to_be_bytes());
    curve.resize(16, 0);
    let contents = [&red, &green, &blue, &curve, &curve, &curve];
    let mut out = vec![0; 128];
    out[8] = 4;
    out[12..24].copy_from_slice(b"mntrRGB XYZ ");
    out[36..40].copy_from_slice(b"acsp");
    out.extend(6u32.to_be_bytes());
    let mut start = 128 + 4 + 6 * 12;
    for (name, content) in [b"rXYZ", b"gXYZ", b"bXYZ", b"rTRC", b"gTRC", b"bTRC"]
        .iter()
        .zip(contents)
    {
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

/// Every kind of picture, with its instruction and its end.
fn cases() -> Vec<(&'static str, Vec<u8>, &'static str, End)> {
    const FLIP: &str = "flip it horizontally";
    let size = (WIDTH, HEIGHT);
    let clear = png(
        png::ColorType::Rgba,
        png::BitDepth::Eight,
        &[9, 9, 9, 0].repeat((WIDTH * HEIGHT) as usize),
        |_| {},
    );
    let jpeg_rgb = jpeg(jpeg_encoder::ColorType::Rgb, &halves());
    let profile = |info: &mut png::Info<'_>| info.icc_profile = Some(display_p3().into());
    vec![
        ("rgb.png", plain_png(), FLIP, Mirrored(size, 0, "")),
        ("palette.png", palette_png(), FLIP, Mirrored(size, 0, "")),
        ("cmyk.jpg", cmyk_jpeg(), FLIP, Mirrored(size, 12, "")),
        (
            "upright.jpg",
            turned_jpeg(),
            "rotate it by 90 degrees",
            Mirrored(size, 12, ""),
        ),
        (
            "moving.webp",
            moving_webp(),
            FLIP,
            Mirrored(size, 0, "first_frame"),
        ),
        (
            "deep.png",
            deep_png(|_| {}),
            FLIP,
            Mirrored(size, 1, "depth_kept"),
        ),
        (
            "deep-half.png",
            deep_png(|_| {}),
            "flip it horizontally and resize it to 50%",
            Mirrored((24, 16), 2, "depth_kept"),
        ),
        (
            "profile.png",
            deep_png(profile),
            "flip it horizontally and crop it to 1:1",
            Mirrored((32, 32), 2, "profile_kept"),
        ),
        ("gif.gif", gif(), FLIP, Refused(400, "invalid_image", "GIF")),
        (
            "wide.png",
            sides_of_png(plain_png(), 65_535, 65_535),
            FLIP,
            Refused(413, "picture_too_large", "limit"),
        ),
        (
            "wide.jpg",
            huge_jpeg(),
            FLIP,
            Refused(413, "picture_too_large", "limit"),
        ),
        (
            "bomb.png",
            bomb(),
            FLIP,
            Refused(413, "picture_too_large", "limit"),
        ),
        (
            "half.png",
            half(plain_png()),
            FLIP,
            Refused(400, "invalid_image", "damaged"),
        ),
        (
            "half.jpg",
            half(jpeg_rgb),
            FLIP,
            Refused(400, "invalid_image", "damaged"),
        ),
        (
            "half.webp",
            half(still_webp()),
            FLIP,
            Refused(400, "invalid_image", "damaged"),
        ),
        (
            "words.png",
            b"no picture at all".to_vec(),
            FLIP,
            Refused(400, "invalid_image", "not a picture"),
        ),
        (
            "clear.png",
            clear,
            FLIP,
            Refused(422, "nothing_changed", ""),
        ),
    ]
}

/// Checks a finished picture: its size, its halves, and that depth and profile stayed where they should.
fn check(name: &str, file: &[u8], (width, height): (u32, u32), off: u8, note: &str) {
    let pixels = decode(file, &Limits::default()).unwrap();
    assert_eq!((pixels.width, pixels.height), (width, height), "{name}");
    let at = |x: u32| &pixels.rgba[((height / 2 * width + x) * 4) as usize..][..3];
    for (x, wanted) in [(2, RIGHT), (width - 3, LEFT)] {
        let far = at(x).iter().zip(wanted).map(|(a, b)| a.abs_diff(b)).max();
        assert!(
            far <= Some(off),
            "{name}: {:?} instead of {wanted:?}",
            at(x)
        );
    }
    let info = probe(file).unwrap();
    if note.starts_with("depth") || note.starts_with("profile") {
        assert_eq!(info.bits, 16, "{name}");
    }
    assert_eq!(info.has_profile, note.starts_with("profile"), "{name}");
}

#[test]
fn by_command() {
    let folder = TempDir::new().unwrap();
    for (name, file, words, end) in cases() {
        fs::write(folder.path().join(name), file).unwrap();
        let done = run(
            folder.path(),
            &["edit", name, words, "-o", "out.png", "--json"],
        );
        let said = String::from_utf8_lossy(&done.stderr);
        match end {
            Mirrored(size, off, note) => {
                assert!(done.status.success(), "{name}: {said}");
                let out = fs::read(folder.path().join("out.png")).unwrap();
                check(name, &out, size, off, note);
                let told = String::from_utf8_lossy(&done.stdout);
                assert!(told.contains(note), "{name}: {told}");
            }
            Refused(_, code, word) => {
                assert!(!done.status.success(), "{name} was taken");
                assert!(said.contains(code) && said.contains(word), "{name}: {said}");
            }
        }
    }
}

#[test]
fn over_http() {
    let folder = TempDir::new().unwrap();
    let server = serve(folder.path());
    for (name, file, words, end) in cases() {
        let body = json!({"image": BASE64_STANDARD.encode(&file), "prompt": words});
        let reply = ask(
            &server,
            "POST",
            "/plantain/v1/images/edit",
            &body.to_string(),
        );
        let answer: Value = serde_json::from_slice(&reply.body).unwrap();
        match end {
            Mirrored(size, off, note) => {
                assert_eq!(reply.status, 200, "{name}: {answer}");
                let image = &answer["images"][0];
                let out = BASE64_STANDARD
                    .decode(image["b64_json"].as_str().unwrap())
                    .unwrap();
                check(name, &out, size, off, note);
                assert!(image["notes"].to_string().contains(note), "{name}: {image}");
            }
            Refused(status, code, word) => {
                assert_eq!(reply.status, status, "{name}: {answer}");
                assert_eq!(answer["error"]["code"], code, "{name}");
                let message = answer["error"]["message"].as_str().unwrap();
                assert!(message.contains(word), "{name}: {message}");
            }
        }
    }
}
