//! An engine that fills the canvas with one colour, made from prompt and seed.

use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use plantain_core::{OutputFormat, PixelSize, Pixels, SizeHint};
use plantain_engine::{
    Capabilities, Engine, EngineError, Job, JobSubject, Note, Output, Planned, Progress, Rendered,
};

/// What the engine does with a job.
#[derive(Debug, Clone)]
pub enum Behaviour {
    Draw,
    /// Draws, but first waits this long, half done and listening for cancellation.
    DrawAfter(Duration),
    Fail(EngineError),
    /// Draws prompts and scenes, and fails edits.
    FailEdits(EngineError),
    Panic,
}

/// Deterministic and without taste: one colour for one prompt and seed.
#[derive(Debug, Clone)]
pub struct TestEngine {
    capabilities: Capabilities,
    behaviour: Behaviour,
    /// Every job that came, in order.
    jobs: Arc<Mutex<Vec<Job>>>,
}

impl TestEngine {
    pub fn new(behaviour: Behaviour) -> Self {
        Self {
            capabilities: Capabilities {
                name: "easel",
                version: "test",
                formats: OutputFormat::ALL.to_vec(),
                transparency: true,
                deterministic: true,
                scenes: true,
                pixels_max: plantain_core::PIXELS_MAX,
            },
            behaviour,
            jobs: Arc::default(),
        }
    }

    /// Returns every job that came so far. Clones of an engine share them.
    pub fn jobs(&self) -> Vec<Job> {
        self.jobs
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }
}

impl Default for TestEngine {
    fn default() -> Self {
        Self::new(Behaviour::Draw)
    }
}

impl Engine for TestEngine {
    fn capabilities(&self) -> &Capabilities {
        &self.capabilities
    }

    fn run(&self, job: &Job, progress: &Progress) -> Result<Output, EngineError> {
        let mut jobs = self.jobs.lock().unwrap_or_else(PoisonError::into_inner);
        jobs.push(job.clone());
        drop(jobs);
        match &self.behaviour {
            Behaviour::Draw => {}
            Behaviour::DrawAfter(wait) => {
                progress.report(500);
                sleep(*wait, progress)?;
            }
            Behaviour::Fail(error) => return Err(error.clone()),
            Behaviour::FailEdits(error) => {
                if matches!(job.subject, JobSubject::Edit(_)) {
                    return Err(error.clone());
                }
            }
            Behaviour::Panic => panic!("the test engine was told to panic"),
        }
        let planned = self.plan(job, progress)?;
        if !job.format.is_vector() {
            for index in 0..progress.previews() {
                progress.show(index, fill(job, planned.size));
            }
        }
        let rendered = match job.format {
            OutputFormat::Svg | OutputFormat::Pdf => Rendered::Encoded {
                bytes: vector(job, planned.size),
                format: job.format,
                pixels_sha256: None,
            },
            _ => Rendered::Pixels(fill(job, planned.size)),
        };
        Ok(Output {
            rendered,
            size: planned.size,
            seed: job.seed,
            plan: planned.plan,
            notes: planned.notes,
            alt: planned.alt,
            scene_json: Some(planned.scene_json),
            edit: None,
            reframes: None,
        })
    }

    fn plan(&self, job: &Job, _progress: &Progress) -> Result<Planned, EngineError> {
        let size = job.size.resolve(&SizeHint::default());
        let scene = match &job.subject {
            JobSubject::Scene(scene) if !scene.trim_start().starts_with('{') => {
                return Err(EngineError::InvalidScene {
                    pointer: String::new(),
                    message: "must be a JSON object.".into(),
                });
            }
            JobSubject::Scene(scene) => scene.to_string(),
            JobSubject::Prompt(_) | JobSubject::Edit(_) => format!(
                "{{\"version\":1,\"canvas\":{{\"width\":{},\"height\":{}}}}}",
                size.width(),
                size.height()
            ),
        };
        Ok(Planned {
            scene_json: scene.into(),
            size,
            plan: vec![
                "One colour fills the canvas.".into(),
                "It comes from the seed.".into(),
            ],
            notes: vec![Note::new("drawn_instead", "A colour was drawn instead.")],
            alt: format!("A picture of {}", text(job)),
        })
    }
}

fn text(job: &Job) -> &str {
    match &job.subject {
        JobSubject::Prompt(text) | JobSubject::Scene(text) => text,
        JobSubject::Edit(edit) => &edit.instruction,
    }
}

/// FNV-1a over what the picture depends on.
fn color(job: &Job) -> [u8; 3] {
    let bytes = text(job).bytes().chain(job.seed.0.to_le_bytes());
    let hash = bytes.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    let [r, g, b, ..] = hash.to_be_bytes();
    [r, g, b]
}

fn fill(job: &Job, size: PixelSize) -> Pixels {
    let transparent = job.transparent == Some(true);
    let [r, g, b] = color(job);
    let pixel = [r, g, b, if transparent { 0 } else { 255 }];
    Pixels {
        width: size.width(),
        height: size.height(),
        rgba: pixel.repeat(size.pixels() as usize),
        opaque: !transparent,
    }
}

fn vector(job: &Job, size: PixelSize) -> Vec<u8> {
    let [r, g, b] = color(job);
    let (width, height) = (size.width(), size.height());
    match job.format {
        OutputFormat::Pdf => b"%PDF-1.7\n%%EOF\n".to_vec(),
        _ => format!(
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}\" height=\"{height}\">\
             <rect width=\"100%\" height=\"100%\" fill=\"rgb({r},{g},{b})\"/></svg>"
        )
        .into_bytes(),
    }
}

fn sleep(wait: Duration, progress: &Progress) -> Result<(), EngineError> {
    const STEP: Duration = Duration::from_millis(5);
    let mut left = wait;
    while !left.is_zero() {
        progress.check()?;
        let step = left.min(STEP);
        std::thread::sleep(step);
        left -= step;
    }
    Ok(())
}
