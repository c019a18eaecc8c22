//! Edits of pictures that bring no scene along.

use std::sync::Arc;

use plantain_core::{Letters, Mask, OutputFormat, Pixels, Seed, SizeSpec};
use plantain_easel::Easel;
use plantain_engine::{
    EditSubject, Engine, EngineError, Input, Job, JobSubject, LocatedBy, Look, Output, Progress,
    Rendered,
};

/// Discs of three colours on a light ground: centre x, radius, colour.
fn picture(discs: &[(u32, u32, [u8; 3])]) -> Pixels {
    let (w, h) = (240u32, 160u32);
    let rgba = (0..w * h)
        .flat_map(|i| {
            let (x, y) = (i % w, i / w);
            let shade = (x / 24) as u8;
            let inside = |(cx, r, _): &&(u32, u32, [u8; 3])| {
                x.abs_diff(*cx).pow(2) + y.abs_diff(80).pow(2) < r * r
            };
            match discs.iter().find(inside) {
                Some((_, _, [r, g, b])) => [*r, *g, *b, 255],
                None => [222 + shade, 222 + shade, 218 + shade, 255],
            }
        })
        .collect();
    Pixels {
        width: w,
        height: h,
        rgba,
        opaque: true,
    }
}

fn mug() -> Pixels {
    picture(&[(120, 50, [190, 40, 50])])
}

fn three() -> Pixels {
    picture(&[
        (50, 32, [190, 40, 50]),
        (120, 30, [40, 80, 190]),
        (195, 31, [50, 150, 80]),
    ])
}

fn edit(instruction: &str, pixels: Pixels, mask: Option<Mask>) -> Result<Output, EngineError> {
    let logo = picture(&[(60, 20, [20, 20, 20])]);
    let inputs = [pixels, logo].map(|pixels| {
        Arc::new(Input {
            pixels,
            scene_json: None,
        })
    });
    let subject = EditSubject {
        instruction: instruction.into(),
        inputs: inputs.to_vec(),
        mask: mask.map(Arc::new),
    };
    let job = Job {
        subject: JobSubject::Edit(Arc::new(subject)),
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
    };
    Easel::new().run(&job, &Progress::new())
}

fn pixels(output: &Output) -> &Pixels {
    match &output.rendered {
        Rendered::Pixels(pixels) => pixels,
        Rendered::Encoded { .. } => panic!("encoded"),
    }
}

#[track_caller]
fn check(instruction: &str, picture: Pixels, by: LocatedBy, size: (u32, u32)) -> Pixels {
    let output =
        edit(instruction, picture, None).unwrap_or_else(|error| panic!("{instruction}: {error:?}"));
    let report = output.edit.clone().expect("a report");
    assert_eq!(report.located_by, by, "{instruction}");
    assert!(report.changed > 0.0, "{instruction}");
    let pixels = pixels(&output).clone();
    assert_eq!((pixels.width, pixels.height), size, "{instruction}");
    pixels
}

#[test]
fn edits_find_their_place() {
    use LocatedBy::{Background, Color, SalientSubject, Whole};
    let same = (240, 160);
    type Case = (&'static str, fn() -> Pixels, LocatedBy, (u32, u32));
    let cases: &[Case] = &[
        ("remove the background", mug, Background, same),
        ("white background", mug, Background, same),
        ("blur the background", mug, Background, same),
        ("change the background to a beach", mug, Background, same),
        ("add a drop shadow", mug, Background, same),
        ("change the mug color to navy", mug, SalientSubject, same),
        ("remove the red ball", three, Color, same),
        ("make the cup on the left purple", three, Background, same),
        ("make it black and white", mug, Whole, same),
        ("increase the contrast", mug, Whole, same),
        ("rotate 90 degrees", mug, Whole, (160, 240)),
        ("crop to square", mug, Whole, (160, 160)),
        ("resize to 120x80", mug, Whole, (120, 80)),
        ("extend the canvas to 16:9", mug, Whole, (284, 160)),
        ("put the logo on the mug", mug, SalientSubject, same),
        ("put \"SALE\" in the top left corner", mug, Whole, same),
        ("add a red badge in the corner", mug, Whole, same),
        (
            "add a blue badge \"NEW\" in the top left corner",
            mug,
            Whole,
            same,
        ),
        ("put the logo on the chest", mug, SalientSubject, same),
        ("put it on a beach", mug, Background, same),
        ("change the background to night", mug, Background, same),
        ("make it night", mug, Whole, same),
    ];
    for (instruction, picture, by, size) in cases {
        check(instruction, picture(), *by, *size);
    }
}

#[test]
fn nothing_is_guessed() {
    let refused = |instruction: &str, picture: Pixels| {
        edit(instruction, picture, None).expect_err(instruction)
    };
    for instruction in [
        "make the zebra green",
        "make the cup green",
        "remove the tree",
        "make the sky night",
    ] {
        match refused(instruction, three()) {
            EngineError::TargetNotLocated { found, .. } => {
                assert!(found.iter().any(|f| f.contains("red")), "{found:?}");
            }
            other => panic!("{instruction}: {other:?}"),
        }
    }
    for instruction in ["add a cat", "replace the mug with a dog"] {
        let error = refused(instruction, mug());
        assert!(
            matches!(error, EngineError::EditNeedsGenerativeEngine { .. }),
            "{instruction}: {error:?}"
        );
    }
    let kept = refused("keep everything as it is", mug());
    assert!(
        matches!(kept, EngineError::NothingChanged { .. }),
        "{kept:?}"
    );
    match refused("make it 100% brighter, then 3", mug()) {
        EngineError::InstructionNotUnderstood { words } => assert_eq!(words, ["3"]),
        other => panic!("{other:?}"),
    }
    let cut = check(
        "remove the background",
        mug(),
        LocatedBy::Background,
        (240, 160),
    );
    assert!(matches!(
        refused("remove the background", cut),
        EngineError::NothingChanged { .. }
    ));
}

#[test]
fn masks_are_exact() {
    let mut mask = Mask::filled(240, 160, 0);
    for y in 60..100usize {
        mask.coverage[y * 240 + 140..y * 240 + 190].fill(255);
        mask.coverage[y * 240 + 139] = 90;
    }
    for instruction in [
        "remove this",
        "make it black and white",
        "make this blue",
        "change the background to night",
        "blur this",
        "replace this with a red balloon",
        "white background",
    ] {
        let before = mug();
        let output = edit(instruction, before.clone(), Some(mask.clone()))
            .unwrap_or_else(|error| panic!("{instruction}: {error:?}"));
        let after = pixels(&output);
        let mut changed = 0;
        for (i, cover) in mask.coverage.iter().enumerate() {
            let same = after.rgba[i * 4..i * 4 + 4] == before.rgba[i * 4..i * 4 + 4];
            assert!(same || *cover > 0, "{instruction} at {i}");
            changed += usize::from(!same);
        }
        let report = output.edit.clone().expect("a report");
        assert_eq!(report.located_by, LocatedBy::Mask, "{instruction}");
        let share = changed as f32 / mask.coverage.len() as f32;
        assert!((report.changed - share).abs() < 1e-6, "{instruction}");
    }
}

#[test]
fn strange_pictures_are_taken_or_refused() {
    let filled = |w: u32, h: u32, pixel: [u8; 4]| Pixels {
        width: w,
        height: h,
        rgba: pixel.repeat((w * h) as usize),
        opaque: pixel[3] == 255,
    };
    let pictures = [
        filled(1, 1, [9, 9, 9, 255]),
        filled(1, 300, [200, 10, 10, 255]),
        filled(40, 40, [0; 4]),
        filled(64, 64, [120, 130, 140, 255]),
    ];
    for picture in pictures {
        for instruction in [
            "remove the background",
            "make the mug red",
            "make it black and white",
            "add a drop shadow",
            "extend the canvas to 16:9",
            "rotate 33 degrees",
            "upscale 2x",
            "make it look like night",
            "add a watermark \"X\"",
        ] {
            // Whatever comes back, it must not panic.
            let _ = edit(instruction, picture.clone(), None);
            let all = Mask::filled(picture.width, picture.height, 255);
            let _ = edit(instruction, picture.clone(), Some(all));
        }
    }
}

/// A drawn picture, edited with more wishes than a scene can fulfil.
fn edit_drawn(prompt: &str, instruction: &str, size: &str) -> Result<Output, EngineError> {
    let engine = Easel::new();
    let job = |subject, size| Job {
        subject,
        size,
        format: OutputFormat::Webp,
        quality: None,
        letters: Letters::Outlines,
        transparent: None,
        seed: Seed(1),
        index: 0,
        strict: false,
        filler: true,
        look: Look::default(),
    };
    let small = SizeSpec::parse("size", "512x512").unwrap();
    let drawn = engine.run(
        &job(JobSubject::Prompt(prompt.into()), small),
        &Progress::new(),
    )?;
    let input = Input {
        pixels: pixels(&drawn).clone(),
        scene_json: drawn.scene_json.clone(),
    };
    let subject = EditSubject {
        instruction: instruction.into(),
        inputs: vec![Arc::new(input)],
        mask: None,
    };
    let size = SizeSpec::parse("size", size).unwrap();
    engine.run(
        &job(JobSubject::Edit(Arc::new(subject)), size),
        &Progress::new(),
    )
}

#[test]
fn wishes_for_the_scene_and_for_its_pixels_go_together() {
    let prompt = "poster \"Harvest Fair\" with a pumpkin";
    let plain = edit_drawn(prompt, "change the title to \"Winter Fair\"", "auto").unwrap();
    assert!(plain.scene_json.is_some());
    let both = "change the title to \"Winter Fair\" and make it black and white";
    let both = edit_drawn(prompt, both, "auto").unwrap();
    assert!(
        both.scene_json.is_none() && both.plan.len() > 1,
        "{:?}",
        both.plan
    );
    let grey = |p: &[u8]| p[0].abs_diff(p[1]) <= 1 && p[1].abs_diff(p[2]) <= 1;
    assert!(pixels(&both).rgba.chunks_exact(4).all(grey));
    // Letters that the first wish alone has, in grey.
    let light = |pixels: &Pixels| {
        pixels
            .rgba
            .chunks_exact(4)
            .map(|p| p[1] > 128)
            .collect::<Vec<_>>()
    };
    let pairs = light(pixels(&plain)).into_iter().zip(light(pixels(&both)));
    let alike = pairs.filter(|(a, b)| a == b).count();
    assert!(alike * 100 > 512 * 512 * 80, "{alike}");
}

#[test]
fn another_size_does_not_hide_that_nothing_changes() {
    let prompt = "three red apples on a table";
    for size in ["auto", "640x640"] {
        let error = edit_drawn(prompt, "make it three apples", size).unwrap_err();
        assert!(
            matches!(error, EngineError::NothingChanged { .. }),
            "{size}: {error:?}"
        );
    }
    assert!(edit_drawn(prompt, "make the apples green", "640x640").is_ok());
}

#[test]
fn what_is_put_behind_a_thing_still_shows() {
    for (prompt, words) in [
        (
            "poster \"Harvest Fair\" with a pumpkin",
            "put a tree behind the pumpkin",
        ),
        (
            "three red apples on a table",
            "put a tree behind the apples",
        ),
        ("a dog in a garden", "put a house behind the dog"),
    ] {
        let output = edit_drawn(prompt, words, "auto").unwrap();
        let changed = output.edit.expect("a report").changed;
        assert!(changed > 0.005, "{prompt}: {changed}");
    }
}

/// The scene of a drawn picture tells its own things from its ground, also where the rest is done on pixels.
#[test]
fn what_a_scene_shows_stays_sharp_before_a_blurred_ground() {
    let mut job = Job {
        subject: JobSubject::Prompt("poster \"Harvest Fair\" with a pumpkin".into()),
        size: SizeSpec::parse("size", "256x256").unwrap(),
        format: OutputFormat::Webp,
        quality: None,
        letters: Letters::Outlines,
        transparent: None,
        seed: Seed(5),
        index: 0,
        strict: false,
        filler: true,
        look: Look::default(),
    };
    let drawn = Easel::new().run(&job, &Progress::new()).unwrap();
    let input = Input {
        pixels: pixels(&drawn).clone(),
        scene_json: drawn.scene_json.clone(),
    };
    job.size = SizeSpec::default();
    job.subject = JobSubject::Edit(Arc::new(EditSubject {
        instruction: "change \"Harvest Fair\" to \"Winter Fair\" and blur the background".into(),
        inputs: vec![Arc::new(input)],
        mask: None,
    }));
    let done = Easel::new().run(&job, &Progress::new()).unwrap();
    let report = done.edit.expect("a report");
    assert_eq!(report.located_by, LocatedBy::Scene);
    assert_eq!(report.confidence, 1.0);
}
