//! Golden pictures: small scenes, one idea each, drawn with the embedded fonts only.
//!
//! A case is `golden/NAME.json` (a scene without its theme, which is `minimal`) and `golden/NAME.png`. Pixels may differ by one
//! level a channel and none beyond. A failure writes expected, difference and actual side by side to the system's temporary
//! folder and says where. `cargo xtask golden bless` draws the pictures anew; look at them before you commit.

use std::path::{Path, PathBuf};

use plantain_scene::{Scene, draw, layout, theme};

const TOLERANCE: u8 = 1;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

fn scene(path: &Path) -> Scene {
    let text = std::fs::read_to_string(path).unwrap();
    let mut json: serde_json::Value = serde_json::from_str(&text).unwrap();
    let minimal = theme::preset("minimal").unwrap().theme();
    json["version"] = 1.into();
    json["theme"] = serde_json::to_value(minimal).unwrap();
    let scene: Scene = serde_json::from_value(json).unwrap();
    scene.validate().unwrap();
    scene
}

fn write(path: &Path, width: u32, height: u32, rgba: &[u8]) {
    let mut encoder = png::Encoder::new(std::fs::File::create(path).unwrap(), width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder
        .write_header()
        .unwrap()
        .write_image_data(rgba)
        .unwrap();
}

fn read(path: &Path) -> Option<Vec<u8>> {
    let decoder = png::Decoder::new(std::io::BufReader::new(std::fs::File::open(path).ok()?));
    let mut reader = decoder.read_info().unwrap();
    let mut rgba = vec![0; reader.output_buffer_size().unwrap()];
    reader.next_frame(&mut rgba).unwrap();
    Some(rgba)
}

/// Expected, difference (black where equal) and actual beside each other.
fn triptych(width: u32, height: u32, expected: &[u8], actual: &[u8]) -> Vec<u8> {
    let row = width as usize * 4;
    let mut out = Vec::with_capacity(expected.len() * 3);
    for y in 0..height as usize {
        let (e, a) = (
            &expected[y * row..(y + 1) * row],
            &actual[y * row..(y + 1) * row],
        );
        out.extend_from_slice(e);
        for (p, q) in e.chunks_exact(4).zip(a.chunks_exact(4)) {
            let far = |i: usize| p[i].abs_diff(q[i]).saturating_mul(8);
            out.extend_from_slice(&[far(0).max(far(3)), far(1), far(2), 255]);
        }
        out.extend_from_slice(a);
    }
    out
}

fn check(case: &Path, bless: bool) -> Result<(), String> {
    let scene = scene(case);
    let picture = layout::layout(&scene);
    let actual = draw::rasterize(&picture, scene.canvas);
    let (width, height) = (scene.canvas.width, scene.canvas.height);
    let golden = case.with_extension("png");
    if bless {
        write(&golden, width, height, &actual);
        return Ok(());
    }
    let name = case
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    let expected =
        read(&golden).ok_or_else(|| format!("{name}: there is no golden picture yet"))?;
    if expected.len() != actual.len() {
        return Err(format!("{name}: the golden picture has another size"));
    }
    let beyond = expected
        .iter()
        .zip(&actual)
        .filter(|(e, a)| e.abs_diff(**a) > TOLERANCE)
        .count();
    if beyond == 0 {
        return Ok(());
    }
    let shown = std::env::temp_dir().join(format!("plantain-golden-{name}.png"));
    write(
        &shown,
        width * 3,
        height,
        &triptych(width, height, &expected, &actual),
    );
    Err(format!(
        "{name}: {beyond} samples differ by more than {TOLERANCE}; see {}",
        shown.display()
    ))
}

#[test]
fn pictures_are_as_they_were() {
    let bless = std::env::var_os("PLANTAIN_BLESS").is_some();
    let mut cases: Vec<PathBuf> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    cases.retain(|path| path.extension().is_some_and(|e| e == "json"));
    cases.sort();
    assert!(cases.len() >= 12, "only {} cases", cases.len());
    let failures: Vec<String> = cases
        .iter()
        .filter_map(|case| check(case, bless).err())
        .collect();
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
