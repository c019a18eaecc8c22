//! The engine through its socket: every format, exact sizes, same bytes.

use plantain_core::{Letters, OutputFormat, PixelSize, Seed, SizeSpec};
use plantain_easel::Easel;
use plantain_engine::{Engine, EngineError, Job, JobSubject, Look, Output, Progress, Rendered};

fn job(prompt: &str, width: u64, height: u64, format: OutputFormat) -> Job {
    Job {
        subject: JobSubject::Prompt(prompt.into()),
        size: SizeSpec::exact(PixelSize::new("size", width, height).unwrap()),
        format,
        quality: None,
        letters: Letters::Outlines,
        transparent: None,
        seed: Seed(7),
        index: 0,
        strict: false,
        filler: true,
        look: Look::default(),
    }
}

fn run(job: &Job) -> Output {
    Easel::new().run(job, &Progress::new()).unwrap()
}

fn bytes(output: Output) -> Vec<u8> {
    match output.rendered {
        Rendered::Encoded { bytes, .. } => bytes,
        Rendered::Pixels(pixels) => pixels.rgba,
    }
}

const POSTER: &str = "poster \"Harvest Fair\" \"Saturday 4 October\" with a pumpkin";

#[test]
fn png_has_the_size_asked_for() {
    for (w, h) in [(512, 512), (333, 777), (1600, 200), (64, 64)] {
        let png = bytes(run(&job("a red apple", w, h, OutputFormat::Png)));
        let info = plantain_image::probe(&png).unwrap();
        assert_eq!((u64::from(info.width), u64::from(info.height)), (w, h));
    }
}

/// The hash in a file is what ties its scene to its pixels, so it must be the hash of what the file decodes to.
#[test]
fn the_hash_is_that_of_the_decoded_file() {
    for prompt in [
        POSTER,
        "watercolor fox in a forest",
        "night city with rain",
        "logo on a transparent background",
    ] {
        for seed in 1..=6 {
            let mut job = job(prompt, 384, 512, OutputFormat::Png);
            job.seed = Seed(seed);
            let Rendered::Encoded {
                bytes,
                pixels_sha256,
                ..
            } = run(&job).rendered
            else {
                panic!("a PNG is a whole file");
            };
            let decoded =
                plantain_image::decode(&bytes, &plantain_image::Limits::default()).unwrap();
            assert_eq!(
                pixels_sha256,
                Some(plantain_image::pixel_hash(&decoded)),
                "{prompt}, seed {seed}"
            );
        }
    }
}

#[test]
fn same_job_same_bytes_on_any_number_of_threads() {
    let job = job(POSTER, 640, 800, OutputFormat::Png);
    let alone = rayon::ThreadPoolBuilder::new()
        .num_threads(1)
        .build()
        .unwrap();
    let one = alone.install(|| bytes(run(&job)));
    assert!(one == bytes(run(&job)));
    let other = Job {
        seed: Seed(8),
        ..job
    };
    assert!(one != bytes(run(&other)), "another seed is another picture");
}

#[test]
fn documents_are_well_formed_and_carry_the_scene() {
    let svg = String::from_utf8(bytes(run(&job(POSTER, 600, 800, OutputFormat::Svg)))).unwrap();
    assert!(
        svg.starts_with("<svg")
            && svg.contains("width=\"600\" height=\"800\"")
            && svg.contains("<plantain:scene>")
    );
    assert_eq!(svg.matches("<g ").count(), svg.matches("</g>").count());
    let pdf = bytes(run(&job(POSTER, 600, 800, OutputFormat::Pdf)));
    assert!(
        pdf.starts_with(b"%PDF-") && pdf == bytes(run(&job(POSTER, 600, 800, OutputFormat::Pdf)))
    );
}

#[test]
fn a_scene_draws_as_it_was_planned() {
    let first = run(&job(POSTER, 600, 800, OutputFormat::Webp));
    let scene = first.scene_json.clone().unwrap();
    let again = Job {
        subject: JobSubject::Scene(scene),
        size: SizeSpec::default(),
        ..job("", 600, 800, OutputFormat::Webp)
    };
    assert!(bytes(first) == bytes(run(&again)));
}

#[test]
fn broken_scenes_are_refused() {
    for scene in [
        "",
        "{}",
        "[1]",
        r#"{"version":9}"#,
        r#"{"version":1,"canvas":{"width":0,"height":5},"theme":{},"root":{}}"#,
    ] {
        let job = Job {
            subject: JobSubject::Scene(scene.into()),
            ..job("", 64, 64, OutputFormat::Png)
        };
        let error = Easel::new().run(&job, &Progress::new()).unwrap_err();
        assert!(
            matches!(error, EngineError::InvalidScene { .. }),
            "{error:?}"
        );
    }
}

#[test]
fn letters_are_outlines_or_text_as_asked() {
    let outlined = job(POSTER, 600, 800, OutputFormat::Svg);
    let outlines = String::from_utf8(bytes(run(&outlined))).unwrap();
    assert!(!outlines.contains("<text") && !outlines.contains("@font-face"));
    let text = Job {
        letters: Letters::Text,
        ..outlined
    };
    let text = String::from_utf8(bytes(run(&text))).unwrap();
    assert!(text.contains("@font-face") && text.contains("</text>"));
    for word in ["Harvest", "Fair", "October"] {
        let shown = text.split("<text").skip(1).any(|part| {
            let end = part.find("</text>").unwrap_or_default();
            part[..end].to_lowercase().contains(&word.to_lowercase())
        });
        assert!(shown, "{word}");
    }
}

#[test]
fn seeds_that_follow_each_other_take_other_directions() {
    let engine = Easel::new();
    for (prompt, width, height) in [
        (POSTER, 900, 1200),
        (
            "menu: Soup 6, Bread 3, Stew 12, Pie 5, Tea 2, Coffee 3",
            900,
            1200,
        ),
        (
            "dashboard with revenue $48,200, orders 312 and a weekly chart",
            1344,
            768,
        ),
    ] {
        for first in [0, 100, 4242] {
            let plans: std::collections::BTreeSet<String> = (first..first + 4)
                .map(|seed| {
                    let job = Job {
                        seed: Seed(seed),
                        ..job(prompt, width, height, OutputFormat::Png)
                    };
                    let planned = engine.plan(&job, &Progress::new()).unwrap();
                    shape_of(&planned.scene_json)
                })
                .collect();
            let found = plans.len();
            assert!(found >= 3, "{prompt} from {first}: {found} layouts");
        }
    }
}

/// Returns where the texts of a scene stand, in steps of a twelfth of the canvas.
fn shape_of(scene: &str) -> String {
    let scene = plantain_scene::Scene::from_json(scene).unwrap();
    let picture = plantain_scene::layout::layout(&scene);
    let (w, h) = (f64::from(picture.width), f64::from(picture.height));
    let place = |text: &plantain_scene::layout::TextRecord| {
        let center = text.rect.center();
        let (x, y) = ((center.x / w * 12.0) as i32, (center.y / h * 12.0) as i32);
        format!("{} {x} {y}\n", text.text)
    };
    picture.texts.iter().map(place).collect()
}
