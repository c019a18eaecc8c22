//! The engine through its socket: every format, exact sizes, same bytes.

use plantain_core::{OutputFormat, PixelSize, Seed, SizeSpec};
use plantain_easel::Easel;
use plantain_engine::{Engine, EngineError, Job, JobSubject, Output, Progress, Rendered};

fn job(prompt: &str, width: u64, height: u64, format: OutputFormat) -> Job {
    Job {
        subject: JobSubject::Prompt(prompt.into()),
        size: SizeSpec::exact(PixelSize::new("size", width, height).unwrap()),
        format,
        quality: None,
        transparent: None,
        seed: Seed(7),
        index: 0,
        strict: false,
        filler: true,
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
