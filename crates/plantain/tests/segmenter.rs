//! `--segmenter`: a network of the owner's is read, tried, and helps edits; or the program says why not.

#[cfg(feature = "segmenter")]
#[path = "../../plantain-segment/tests/onnx/mod.rs"]
mod onnx;

use std::fs;
use std::path::Path;
use std::process::{Command, Output};

use plantain_core::Pixels;
use plantain_image::{Coding, EncodeOptions, Metadata, encode};
use tempfile::TempDir;

const SIDE: u32 = 96;

fn run(folder: &Path, arguments: &[&str]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_plantain"));
    command.current_dir(folder).args(arguments);
    for variable in [
        "PLANTAIN_SEGMENTER",
        "PLANTAIN_SEGMENTER_SCALE",
        "PLANTAIN_CONFIG",
    ] {
        command.env_remove(variable);
    }
    command.output().unwrap()
}

/// A red square on patches of red and green: by colours alone nothing stands out.
fn patches(folder: &Path) {
    let mut state = 9u32;
    let rgba = (0..SIDE * SIDE)
        .flat_map(|i| {
            let (x, y) = (i % SIDE, i / SIDE);
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let inside = (30..66).contains(&x) && (30..66).contains(&y);
            let red = inside || (state >> 24).is_multiple_of(4);
            if red {
                [220, 20, 20, 255]
            } else {
                [30, 140, 50, 255]
            }
        })
        .collect();
    let pixels = Pixels {
        width: SIDE,
        height: SIDE,
        rgba,
        opaque: true,
    };
    let options = EncodeOptions {
        coding: Coding::Png,
        metadata: Metadata::default(),
    };
    fs::write(
        folder.join("patches.png"),
        encode(&pixels, &options).unwrap(),
    )
    .unwrap();
}

fn edit<'a>(model: &'a str, more: &[&'a str]) -> Vec<&'a str> {
    let mut arguments = vec![
        "edit",
        "patches.png",
        "white background",
        "-o",
        "out.png",
        "--json",
    ];
    arguments.extend(["--segmenter", model]);
    arguments.extend(more);
    arguments
}

#[track_caller]
fn check_refused(output: &Output, what: &str) {
    let told = String::from_utf8_lossy(&output.stderr);
    assert!(
        !output.status.success() && told.contains(what),
        "{what:?} in {told}"
    );
}

#[cfg(not(feature = "segmenter"))]
#[test]
fn a_build_without_it_says_so() {
    let folder = TempDir::new().unwrap();
    patches(folder.path());
    check_refused(
        &run(folder.path(), &edit("n.onnx", &[])),
        "--features segmenter",
    );
    let doctor = run(
        folder.path(),
        &["doctor", "--listen", "127.0.0.1:0", "--segmenter", "n.onnx"],
    );
    let told = String::from_utf8_lossy(&doctor.stdout);
    assert!(
        told.contains("FAIL  segmenter") && told.contains("--features segmenter"),
        "{told}"
    );
    let without = run(folder.path(), &["doctor", "--listen", "127.0.0.1:0"]);
    let told = String::from_utf8_lossy(&without.stdout);
    assert!(told.contains("ok    segmenter    none"), "{told}");
}

/// Red is subject: a mean over some pixels, a weight for each channel, a sigmoid.
#[cfg(feature = "segmenter")]
fn network(folder: &Path) {
    let sides = |channels| [1, channels, 64, 64].map(onnx::fixed).to_vec();
    let area = 9 * 9;
    let weights: Vec<f32> = [24.0f32, -12.0, -12.0]
        .iter()
        .flat_map(|weight| vec![weight / area as f32; area])
        .collect();
    let file = onnx::graph(
        &[
            onnx::node("Pad", &["picture", "around"], &["larger"]),
            onnx::node("Conv", &["larger", "weights", "bias"], &["raw"]),
            onnx::node("Sigmoid", &["raw"], &["mask"]),
        ],
        &[
            onnx::Tensor::integers("around", &[8], &[0, 0, 4, 4, 0, 0, 4, 4]),
            onnx::Tensor::floats("weights", &[1, 3, 9, 9], &weights),
            onnx::Tensor::floats("bias", &[1], &[-12.0]),
        ],
        &[onnx::float("picture", sides(3))],
        &[onnx::float("mask", sides(1))],
    );
    fs::write(folder.join("red.onnx"), file).unwrap();
}

#[cfg(feature = "segmenter")]
#[test]
fn a_network_finds_what_colours_do_not() {
    let folder = TempDir::new().unwrap();
    patches(folder.path());
    network(folder.path());
    let doctor = [
        "doctor",
        "--listen",
        "127.0.0.1:0",
        "--segmenter",
        "red.onnx",
    ];
    let told = run(folder.path(), &doctor);
    let told = String::from_utf8_lossy(&told.stdout).into_owned();
    assert!(
        told.contains("ok    segmenter    red runs: 64x64 pixels, 252 weights"),
        "{told}"
    );

    let alone = run(
        folder.path(),
        &["edit", "patches.png", "white background", "-o", "out.png"],
    );
    check_refused(&alone, "It is not clear where");
    let helped = run(
        folder.path(),
        &edit("red.onnx", &["--segmenter-scale", "unit"]),
    );
    let told = String::from_utf8_lossy(&helped.stdout).into_owned();
    assert!(
        helped.status.success(),
        "{}",
        String::from_utf8_lossy(&helped.stderr)
    );
    let told: serde_json::Value = serde_json::from_str(&told).unwrap();
    let report = &told["images"][0]["edit"];
    assert_eq!(report["located_by"], "segmenter", "{told}");
    assert!(report["confidence"].as_f64().unwrap() > 0.6, "{told}");
    let out = fs::read(folder.path().join("out.png")).unwrap();
    let out = plantain_image::decode(&out, &plantain_image::Limits::default()).unwrap();
    let at = |x: u32, y: u32| out.rgba[out.offset(x, y)..][..3].to_vec();
    assert_eq!(at(48, 48), [220, 20, 20]);
    assert_eq!(at(8, 8), [255, 255, 255]);
    assert_eq!(at(80, 70), [255, 255, 255]);

    fs::write(folder.path().join("bad.onnx"), b"no network").unwrap();
    check_refused(
        &run(folder.path(), &edit("bad.onnx", &[])),
        "bad.onnx: it is no ONNX network",
    );
    check_refused(
        &run(folder.path(), &edit("none.onnx", &[])),
        "none.onnx: No such file",
    );
    let scale = edit("red.onnx", &["--segmenter-scale", "loud"]);
    check_refused(&run(folder.path(), &scale), "u2net, isnet, imagenet, unit");
    let serve = [
        "serve",
        "--listen",
        "127.0.0.1:0",
        "--segmenter",
        "bad.onnx",
    ];
    check_refused(&run(folder.path(), &serve), "--segmenter");
}
