//! No instruction, mask or damaged scene makes an edit panic, and every refusal is the caller's to mend.
//!
//! `PLANTAIN_TRIALS` sets how many edits of each kind are tried, 60 when missing. A failure names the edit.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use plantain_core::{Error, ErrorKind, Letters, Mask, OutputFormat, Pixels, Seed, SizeSpec};
use plantain_easel::Easel;
use plantain_engine::{
    EditSubject, Engine, Input, Job, JobSubject, Look, Output, Progress, Rendered,
};

const TRIALS: u64 = 60;

/// SplitMix64: the number of the trial alone decides the edit.
struct Rng(u64);

impl Rng {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        x ^ (x >> 31)
    }

    fn below(&mut self, n: usize) -> usize {
        (self.next() % n.max(1) as u64) as usize
    }
}

/// Clauses that are understood, to be strung together.
const CLAUSES: &[&str] = &[
    "remove the background",
    "make the background navy",
    "blur the background",
    "make it black and white",
    "make it blue",
    "change the red disc to green",
    "add a drop shadow",
    "add the text \"Sale\" at the bottom",
    "add a border",
    "add a 400px red border",
    "put the second picture in the top left corner",
    "remove this",
    "fill it",
    "crop to 16:9",
    "crop 99% off the left",
    "extend to the right by 300%",
    "resize to 16x16",
    "make it 3000 pixels wide",
    "upscale 4x",
    "rotate 33 degrees",
    "flip it",
    "sharpen it by 900%",
    "denoise",
    "make it brighter by 0%",
    "make it darker",
    "change the background to night, keep the foreground",
    "place both side by side",
    "make the title bigger",
    "make the title 100 times bigger",
    "change the title to \"\u{202e}ok\u{0}\"",
    "delete everything",
    "remove the text",
    "add 1000000 birds",
    "move it to the left by 5000 pixels",
    "align everything to the left",
    "dark mode",
    "use three columns",
    "swap the first and the last",
    "make it a pie chart",
    "translate it to French",
    "double the number of apples",
    "invert the colors",
    "add a watermark \"Draft\"",
];

const PROMPTS: [&str; 4] = [
    "poster \"Harvest Fair\" with a pumpkin",
    "bar chart: Q1 12, Q2 18, Q3 9",
    "three red apples on a table",
    "sale banner, SUMMER SALE, button Shop now",
];

fn trials() -> u64 {
    let set = std::env::var("PLANTAIN_TRIALS").ok();
    set.and_then(|text| text.parse().ok()).unwrap_or(TRIALS)
}

fn job(subject: JobSubject) -> Job {
    Job {
        subject,
        size: SizeSpec::default(),
        format: OutputFormat::Webp,
        quality: None,
        letters: Letters::Outlines,
        transparent: None,
        seed: Seed(1),
        index: 0,
        strict: false,
        filler: true,
        look: Look::default(),
    }
}

/// Blots of a few colours; sizes down to a single pixel.
fn picture(rng: &mut Rng) -> Pixels {
    let sides = [1, 2, 3, 17, 64, 90];
    let (width, height) = (sides[rng.below(6)], sides[rng.below(6)]);
    let colors: [[u8; 4]; 3] = std::array::from_fn(|_| {
        let [r, g, b, a, ..] = rng.next().to_le_bytes();
        [r, g, b, if a < 200 { 255 } else { a }]
    });
    let spot = (
        rng.below(90) as i64,
        rng.below(90) as i64,
        rng.below(900) as i64,
    );
    let rgba = (0..width * height).flat_map(|at| {
        let (x, y) = (i64::from(at % width), i64::from(at / width));
        let inside = (x - spot.0).pow(2) + (y - spot.1).pow(2) < spot.2;
        colors[if inside { 1 } else { usize::from(y > 60) * 2 }]
    });
    let rgba: Vec<u8> = rgba.collect();
    Pixels {
        width,
        height,
        opaque: rgba.chunks_exact(4).all(|pixel| pixel[3] == 255),
        rgba,
    }
}

fn mask(rng: &mut Rng, of: &Pixels) -> Mask {
    let count = (of.width * of.height) as usize;
    let start = rng.below(count);
    let length = rng.below(count - start) + 1;
    let mut coverage = vec![0; count];
    coverage[start..start + length].fill((rng.next() | 1) as u8);
    Mask {
        width: of.width,
        height: of.height,
        coverage,
    }
}

fn words(rng: &mut Rng) -> String {
    let clauses: Vec<&str> = (0..=rng.below(3))
        .map(|_| CLAUSES[rng.below(CLAUSES.len())])
        .collect();
    clauses.join([", then ", " and ", "; "][rng.below(3)])
}

#[track_caller]
fn check(engine: &Easel, edit: EditSubject, called: &str) {
    let masked = edit.mask.clone().zip(edit.inputs.first().cloned());
    let job = job(JobSubject::Edit(Arc::new(edit)));
    let run = catch_unwind(AssertUnwindSafe(|| engine.run(&job, &Progress::new())));
    match run.unwrap_or_else(|_| panic!("{called}: it panicked")) {
        Ok(output) => check_output(&output, masked, called),
        Err(error) => {
            let error = Error::from(error);
            assert_ne!(error.kind, ErrorKind::Internal, "{called}: {error:?}");
        }
    }
}

/// What lies outside a mask is what it was, where the size is.
fn check_output(output: &Output, masked: Option<(Arc<Mask>, Arc<Input>)>, called: &str) {
    let Rendered::Pixels(pixels) = &output.rendered else {
        return;
    };
    let area = (pixels.width * pixels.height * 4) as usize;
    assert_eq!(pixels.rgba.len(), area, "{called}");
    let Some((mask, input)) = masked else { return };
    if (input.pixels.width, input.pixels.height) != (pixels.width, pixels.height) {
        return;
    }
    let before = input.pixels.rgba.chunks_exact(4);
    let pairs = before.zip(pixels.rgba.chunks_exact(4)).zip(&mask.coverage);
    for (at, ((before, after), coverage)) in pairs.enumerate() {
        assert!(*coverage > 0 || before == after, "{called}: pixel {at}");
    }
}

#[test]
fn pixels_are_edited_or_refused() {
    let engine = Easel::new();
    for trial in 0..trials() {
        let mut rng = Rng(trial);
        let inputs: Vec<Pixels> = (0..=rng.below(2)).map(|_| picture(&mut rng)).collect();
        let mask = (rng.below(3) == 0).then(|| Arc::new(mask(&mut rng, &inputs[0])));
        let said = words(&mut rng);
        let size = (inputs[0].width, inputs[0].height);
        let called = format!("trial {trial} {size:?} mask {} {said:?}", mask.is_some());
        let inputs = inputs.into_iter().map(|pixels| {
            Arc::new(Input {
                pixels,
                scene_json: None,
            })
        });
        let edit = EditSubject {
            instruction: said.into(),
            inputs: inputs.collect(),
            mask,
        };
        check(&engine, edit, &called);
    }
}

#[test]
fn scenes_are_edited_or_refused_damaged_ones_too() {
    let engine = Easel::new();
    let drawn = PROMPTS.map(|prompt| {
        let job = job(JobSubject::Prompt(prompt.into()));
        let output = engine.run(&job, &Progress::new()).unwrap();
        output.scene_json.expect("a scene")
    });
    for trial in 0..trials() {
        let mut rng = Rng(trial);
        let scene = &drawn[rng.below(drawn.len())];
        let scene = match rng.below(2) {
            0 => scene.to_string(),
            _ => damaged(&mut rng, scene),
        };
        let said = words(&mut rng);
        let edit = EditSubject {
            instruction: said.as_str().into(),
            inputs: vec![Arc::new(Input {
                pixels: picture(&mut rng),
                scene_json: Some(scene.as_str().into()),
            })],
            mask: None,
        };
        check(&engine, edit, &format!("trial {trial} {said:?}"));
    }
}

/// Replaces numbers and short runs of text: most of it is still a scene.
fn damaged(rng: &mut Rng, scene: &str) -> String {
    const BAD: [&str; 10] = [
        "-1",
        "0",
        "1e9",
        "1e308",
        "99999",
        "null",
        "\"\"",
        "[]",
        "{}",
        "\"\u{fffd}\"",
    ];
    let mut text = scene.to_owned();
    for _ in 0..=rng.below(3) {
        let digits: Vec<usize> = text
            .match_indices(':')
            .map(|(at, _)| at + 1)
            .filter(|at| text.as_bytes().get(*at).is_some_and(u8::is_ascii_digit))
            .collect();
        if digits.is_empty() {
            break;
        }
        let at = digits[rng.below(digits.len())];
        let length = text[at..].find([',', '}', ']']).unwrap_or(1);
        text.replace_range(at..at + length, BAD[rng.below(BAD.len())]);
    }
    text
}
