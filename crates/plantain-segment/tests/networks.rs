//! Networks written here byte by byte: small ones that segment, and files that are wrong.

mod onnx;

use std::path::PathBuf;

use onnx::{Tensor, Value, float, graph, node, symbol};
use plantain_core::Pixels;
use plantain_engine::Segmenter;
use plantain_segment::{OnnxSegmenter, Scale, SegmenterConfig};

const SIDE: i64 = 32;

/// A convolution over single pixels and a sigmoid: red is subject.
fn red_is_subject(input: Vec<onnx::Dimension>, output: Vec<onnx::Dimension>) -> Vec<u8> {
    let weights = Tensor::floats("weights", &[1, 3, 1, 1], &[40.0, -20.0, -20.0]);
    let bias = Tensor::floats("bias", &[1], &[-10.0]);
    graph(
        &[
            node("Conv", &["picture", "weights", "bias"], &["raw"]),
            node("Sigmoid", &["raw"], &["mask"]),
        ],
        &[weights, bias],
        &[float("picture", input)],
        &[float("mask", output)],
    )
}

fn sides(channels: i64, side: i64) -> Vec<onnx::Dimension> {
    [1, channels, side, side].map(onnx::fixed).to_vec()
}

fn open(name: &str, bytes: &[u8], scale: Option<Scale>) -> Result<OnnxSegmenter, String> {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::write(&path, bytes).unwrap();
    let opened = OnnxSegmenter::open(&SegmenterConfig { path, scale });
    let prefix = format!("{}/", folder.path().display());
    opened.map_err(|why| why.replace(&prefix, ""))
}

/// A red square on grey, twice as wide as high.
fn picture() -> Pixels {
    let (width, height) = (128, 64);
    let red = |x: u32, y: u32| (40..80).contains(&x) && (16..48).contains(&y);
    let rgba = (0..width * height)
        .flat_map(|i| match red(i % width, i / width) {
            true => [220, 20, 20, 255],
            false => [128, 128, 128, 255],
        })
        .collect();
    Pixels {
        width,
        height,
        rgba,
        opaque: true,
    }
}

#[test]
fn a_network_says_where_the_subject_is() {
    let check = |name: &str, bytes: &[u8], size: (usize, usize)| {
        let segmenter = open(name, bytes, Some(Scale::Unit)).unwrap();
        assert_eq!(segmenter.size(), size, "{name}");
        assert_eq!(segmenter.weights(), 4, "{name}");
        assert_eq!(segmenter.name(), name.trim_end_matches(".onnx"));
        let mask = segmenter.segment(&picture()).unwrap();
        assert_eq!((mask.width as usize, mask.height as usize), size, "{name}");
        let at = |x: f32, y: f32| {
            let (x, y) = ((x * size.0 as f32) as usize, (y * size.1 as f32) as usize);
            mask.coverage[y * size.0 + x]
        };
        assert!(at(0.47, 0.5) > 250, "{name}: {}", at(0.47, 0.5));
        assert!(at(0.1, 0.5) < 5 && at(0.47, 0.1) < 5, "{name}");
        assert_eq!(
            segmenter.segment(&picture()).unwrap(),
            mask,
            "{name}: again"
        );
    };
    let square = red_is_subject(sides(3, SIDE), sides(1, SIDE));
    check("square.onnx", &square, (32, 32));
    let open_sides = |channels| {
        let [high, wide] = ["h", "w"].map(symbol);
        vec![symbol("n"), onnx::fixed(channels), high, wide]
    };
    let dynamic = red_is_subject(open_sides(3), open_sides(1));
    check("dynamic.onnx", &dynamic, (320, 320));
}

#[test]
fn the_scale_goes_by_the_size_where_nobody_says_it() {
    let check = |side: i64, expected: Scale| {
        let bytes = red_is_subject(sides(3, side), sides(1, side));
        assert_eq!(
            open("n.onnx", &bytes, None).unwrap().scale(),
            expected,
            "{side}"
        );
    };
    check(64, Scale::U2Net);
    check(1024, Scale::IsNet);
}

#[test]
fn wrong_files_are_refused_with_a_reason() {
    let good = red_is_subject(sides(3, SIDE), sides(1, SIDE));
    let check = |bytes: &[u8], expected: &str| {
        let why = open("n.onnx", bytes, None).err().unwrap_or_default();
        assert!(
            why.starts_with("n.onnx: ") && why.contains(expected),
            "{expected:?} in {why:?}"
        );
    };
    check(b"", "the file is empty");
    check(b"\x89PNG\r\n\x1a\nnot a network", "no ONNX network");
    // Half a file may still be a message, of a network without its inputs.
    check(&good[..good.len() / 2], "");
    check(
        &red_is_subject(sides(4, SIDE), sides(1, SIDE)),
        "its input is 1x4x32x32",
    );
    check(
        &red_is_subject(sides(3, 8), sides(1, 8)),
        "sides from 16 to 2048",
    );
    check(
        &red_is_subject(sides(3, 4096), sides(1, 4096)),
        "sides from 16 to 2048",
    );
    let value = |name: &str| -> Value { float(name, sides(3, SIDE)) };
    let relu = [node("Relu", &["picture"], &["mask"])];
    let three = graph(&relu, &[], &[value("picture")], &[value("mask")]);
    check(&three, "its first output is 1x3x32x32");
    let sum = [node("Add", &["picture", "other"], &["mask"])];
    let two = graph(
        &sum,
        &[],
        &[value("picture"), value("other")],
        &[value("mask")],
    );
    check(&two, "it has 2 inputs");
    let flat = float("picture", [3, SIDE, SIDE].map(onnx::fixed).to_vec());
    check(&graph(&relu, &[], &[flat], &[value("mask")]), "not 1x3xHxW");
    let strange = [node("DeformConv", &["picture"], &["mask"])];
    check(
        &graph(&strange, &[], &[value("picture")], &[value("mask")]),
        "DeformConv",
    );
    let missing = OnnxSegmenter::open(&SegmenterConfig {
        path: PathBuf::from("/nowhere/n.onnx"),
        scale: None,
    });
    assert!(
        missing
            .err()
            .unwrap()
            .contains("/nowhere/n.onnx: No such file")
    );
}

#[test]
fn damaged_files_never_panic() {
    let good = red_is_subject(sides(3, SIDE), sides(1, SIDE));
    for end in (0..good.len()).step_by(7) {
        // The last fields of a network may be missing and leave it whole.
        let opened = open("n.onnx", &good[..end], None);
        assert!(opened.is_err() || end > good.len() / 2, "cut at {end}");
    }
    // A flipped bit may leave a network that runs; it must not end the program.
    for at in 0..good.len() {
        let mut bytes = good.clone();
        bytes[at] ^= 1 << (at % 8);
        let _ = open("n.onnx", &bytes, None);
    }
}
