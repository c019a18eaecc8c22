//! The engine behind the socket: a job in, a finished file out.

use std::sync::Arc;

use plantain_core::{
    AspectRatio, OutputFormat, PIXELS_MAX, PixelSize, Pixels, SizeHint, SizeSpec, Tier,
};
use plantain_engine::{
    Capabilities, EditReport, EditSubject, Engine, EngineError, Job, JobSubject, LocatedBy, Note,
    Output, Planned, Progress, Rendered, Segmenter, provenance,
};
use plantain_image::{BAND_ROWS, Metadata, PngEncoder, band_hash, flatten, join_hashes};
use plantain_read::{Background, Brief, Instruction, read};
use plantain_scene::draw::{DocumentInfo, Letters, RASTER_ROWS, RasterPlan, pdf, rasterize, svg};
use plantain_scene::layout::{Picture, layout};
use plantain_scene::{Canvas, Scene};
use rayon::prelude::*;

use crate::describe;
use crate::edit::{Drawn, Edited, PixelEdit, SceneEdit, changed_share, edit, go_on};
use crate::guise::Guise;
use crate::plan::{Ask, DoesNotFit, plan_as};
use crate::preview;

/// What a see-through picture is laid on where an opaque one is asked for.
const PAPER: [u8; 3] = [255; 3];

/// The embedded engine.
pub struct Easel {
    capabilities: Capabilities,
    segmenter: Option<Arc<dyn Segmenter>>,
}

impl Default for Easel {
    fn default() -> Self {
        Self::new()
    }
}

impl Easel {
    pub fn new() -> Self {
        Self {
            capabilities: Capabilities {
                name: "easel",
                version: env!("CARGO_PKG_VERSION"),
                formats: OutputFormat::ALL.to_vec(),
                transparency: true,
                deterministic: true,
                scenes: true,
                pixels_max: PIXELS_MAX,
            },
            segmenter: None,
        }
    }

    /// Returns the engine with a model that helps edits to find subjects. What a model says may differ in the last digit
    /// from one kind of processor to another, and so may those edits.
    #[must_use]
    pub fn with_segmenter(self, segmenter: Arc<dyn Segmenter>) -> Self {
        Self {
            segmenter: Some(segmenter),
            ..self
        }
    }

    fn design(&self, job: &Job, progress: &Progress) -> Result<Design, EngineError> {
        progress.check()?;
        let design = match &job.subject {
            JobSubject::Prompt(prompt) => from_prompt(prompt, job)?,
            JobSubject::Scene(json) => from_scene(json, job)?,
            JobSubject::Edit(_) => return Err(EngineError::unsupported("easel", "plan an edit")),
        };
        progress.report(400);
        progress.check()?;
        Ok(design)
    }

    fn write(&self, design: &Design, job: &Job) -> Result<Rendered, EngineError> {
        let Design {
            scene,
            picture,
            scene_json,
            ..
        } = design;
        let metadata = |hash: Option<&[u8; 32]>| Metadata {
            fields: provenance(&self.capabilities, job, &scene.alt, hash),
            scene_json: Some(scene_json.to_string()),
            xmp: None,
        };
        let encoded = |bytes, pixels_sha256| Rendered::Encoded {
            bytes,
            format: job.format,
            pixels_sha256,
        };
        match job.format {
            OutputFormat::Png => {
                let (bytes, hash) = png(picture, scene.canvas, metadata)?;
                Ok(encoded(bytes, Some(hash)))
            }
            OutputFormat::Jpeg | OutputFormat::Webp => Ok(Rendered::Pixels(Pixels {
                width: scene.canvas.width,
                height: scene.canvas.height,
                rgba: rasterize(picture, scene.canvas),
                opaque: !scene.canvas.transparent,
            })),
            OutputFormat::Svg | OutputFormat::Pdf => {
                let fields = metadata(None).fields;
                let info = DocumentInfo {
                    title: &scene.title,
                    description: &scene.alt,
                    language: &scene.language,
                    fields: &fields,
                    scene_json: Some(scene_json),
                };
                if job.format == OutputFormat::Svg {
                    return Ok(encoded(
                        svg(picture, scene.canvas, letters(job.letters), &info).into_bytes(),
                        None,
                    ));
                }
                let bytes =
                    pdf(picture, scene.canvas, &info).map_err(|detail| EngineError::Failed {
                        detail,
                        retry_helps: false,
                    })?;
                Ok(encoded(bytes, None))
            }
        }
    }
}

impl Engine for Easel {
    fn capabilities(&self) -> &Capabilities {
        &self.capabilities
    }

    fn segmenter(&self) -> Option<&dyn Segmenter> {
        self.segmenter.as_deref()
    }

    fn run(&self, job: &Job, progress: &Progress) -> Result<Output, EngineError> {
        let (design, edit) = match &job.subject {
            JobSubject::Edit(subject) => {
                match edit(subject, self.segmenter.as_deref(), job, progress)? {
                    Edited::Pixels(edited) => return edited_pixels(edited, job),
                    Edited::Scene(edited) => edited_scene(*edited, subject, job)?,
                    Edited::Both(scene, left) => {
                        let left = (&left, self.segmenter.as_deref());
                        let edited = both(*scene, subject, left, job, progress)?;
                        return edited_pixels(edited, job);
                    }
                }
            }
            _ => (self.design(job, progress)?, None),
        };
        if !job.format.is_vector() {
            preview::show(&design.picture, &design.scene, progress);
            progress.check()?;
        }
        let rendered = self.write(&design, job)?;
        progress.report(1000);
        Ok(Output {
            rendered,
            size: design.size()?,
            seed: job.seed,
            plan: design.reasons,
            notes: design.notes,
            alt: design.scene.alt,
            scene_json: Some(design.scene_json),
            edit,
            reframes: None,
        })
    }

    fn plan(&self, job: &Job, progress: &Progress) -> Result<Planned, EngineError> {
        let design = self.design(job, progress)?;
        Ok(Planned {
            size: design.size()?,
            scene_json: design.scene_json,
            plan: design.reasons,
            notes: design.notes,
            alt: design.scene.alt,
        })
    }
}

/// A scene that is placed and described.
struct Design {
    scene: Scene,
    scene_json: Arc<str>,
    picture: Picture,
    reasons: Vec<String>,
    notes: Vec<Note>,
}

impl Design {
    fn new(
        scene: Scene,
        picture: Picture,
        reasons: Vec<String>,
        notes: Vec<Note>,
    ) -> Result<Self, EngineError> {
        let json = serde_json::to_string(&scene).map_err(|error| EngineError::Failed {
            detail: format!("scene to JSON: {error}"),
            retry_helps: false,
        })?;
        Ok(Self {
            scene,
            scene_json: json.into(),
            picture,
            reasons,
            notes,
        })
    }

    fn size(&self) -> Result<PixelSize, EngineError> {
        let Canvas { width, height, .. } = self.scene.canvas;
        PixelSize::new("size", width.into(), height.into()).map_err(|error| EngineError::Failed {
            detail: error.message.to_string(),
            retry_helps: false,
        })
    }
}

fn letters(letters: plantain_core::Letters) -> Letters {
    match letters {
        plantain_core::Letters::Outlines => Letters::Outlines,
        plantain_core::Letters::Text => Letters::Text,
    }
}

fn from_prompt(prompt: &str, job: &Job) -> Result<Design, EngineError> {
    let mut brief = read(prompt);
    let guise = Guise::new(&job.look).map_err(|message| EngineError::InvalidLook { message })?;
    guise.color(&mut brief);
    let size = job.size.resolve(&size_hint(&brief));
    let wanted = brief.canvas.background == Some(Background::Transparent);
    let transparent = job.transparent.unwrap_or(wanted) && job.format.has_alpha();
    let canvas = Canvas {
        transparent,
        ..Canvas::new(size.width(), size.height())
    };
    let ask = Ask {
        canvas,
        seed: job.seed.0,
        filler: job.filler,
    };
    let mut planned = plan_as(&brief, ask, &guise).map_err(|DoesNotFit { smallest }| {
        EngineError::DoesNotFit {
            smallest: smallest.and_then(|(w, h)| PixelSize::new("size", w.into(), h.into()).ok()),
        }
    })?;
    let unread: Vec<String> = brief
        .unread
        .iter()
        .filter_map(|span| brief.prompt.get(span.clone()))
        .map(|words| brief.numerals.write(words))
        .collect();
    if job.strict {
        refuse(&unread, &planned.notes)?;
    }
    planned.scene.alt = describe::alt(&brief, &planned);
    guise.notes(&mut planned.notes);
    let mut reasons = describe::reading(&brief);
    reasons.extend(planned.reasons);
    let mut notes: Vec<Note> = planned
        .notes
        .into_iter()
        .map(|note| Note::new(note.code, note.message))
        .collect();
    if !unread.is_empty() {
        notes.push(Note::new(
            "not_understood",
            format!(
                "These words had no effect on the picture: {}.",
                unread.join(", ")
            ),
        ));
    }
    Design::new(planned.scene, planned.picture, reasons, notes)
}

/// Strict mode: what would only be approximated is refused.
fn refuse(unread: &[String], notes: &[crate::Note]) -> Result<(), EngineError> {
    let beyond: Vec<String> = notes
        .iter()
        .filter(|note| {
            matches!(
                note.code,
                "photographic" | "unknown_object" | "likeness" | "no_glyph"
            )
        })
        .map(|note| note.message.clone())
        .collect();
    if !beyond.is_empty() {
        return Err(EngineError::NeedsGenerativeEngine { what: beyond });
    }
    if !unread.is_empty() {
        return Err(EngineError::NotUnderstood {
            words: unread.to_vec(),
        });
    }
    Ok(())
}

/// A scene after an edit, placed; the report tells how much of the picture it changes.
fn edited_scene(
    edited: SceneEdit,
    subject: &EditSubject,
    job: &Job,
) -> Result<(Design, Option<EditReport>), EngineError> {
    let SceneEdit {
        mut scene,
        reasons,
        notes,
        confidence,
    } = edited;
    scene.canvas.transparent &= job.format.has_alpha() && job.transparent != Some(false);
    scene.assign_ids();
    let picture = layout(&scene);
    if picture.texts.iter().any(|text| text.overflow) {
        return Err(EngineError::DoesNotFit { smallest: None });
    }
    let before = subject.inputs.first().map(|input| &input.pixels);
    let changed = match before {
        Some(before)
            if (before.width, before.height) == (scene.canvas.width, scene.canvas.height) =>
        {
            changed_share(&before.rgba, &rasterize(&picture, scene.canvas))
        }
        _ => 1.0,
    };
    if changed == 0.0 {
        return Err(EngineError::NothingChanged {
            why: "it already looks like that".into(),
        });
    }
    let report = EditReport {
        located_by: LocatedBy::Scene,
        confidence,
        changed,
    };
    Ok((Design::new(scene, picture, reasons, notes)?, Some(report)))
}

/// Draws the scene of an edit and goes on with its pixels.
fn both(
    scene: SceneEdit,
    subject: &EditSubject,
    left: (&Instruction, Option<&dyn Segmenter>),
    job: &Job,
    progress: &Progress,
) -> Result<PixelEdit, EngineError> {
    let (design, report) = edited_scene(scene, subject, job)?;
    let Some(report) = report else {
        return Err(EngineError::Failed {
            detail: "an edit without a report".into(),
            retry_helps: false,
        });
    };
    let canvas = design.scene.canvas;
    let pixels = Pixels {
        width: canvas.width,
        height: canvas.height,
        rgba: rasterize(&design.picture, canvas),
        opaque: !canvas.transparent,
    };
    let drawn = Drawn {
        pixels,
        scene_json: design.scene_json,
        reasons: &design.reasons,
        report,
    };
    go_on(subject, drawn, left, job, progress)
}

fn edited_pixels(edited: PixelEdit, job: &Job) -> Result<Output, EngineError> {
    if job.format.is_vector() {
        let what = format!("write an edit of pixels as {}", job.format);
        return Err(EngineError::unsupported("easel", what));
    }
    let PixelEdit {
        pixels,
        reasons,
        notes,
        report,
        reframes,
    } = edited;
    let pixels = match job.transparent {
        Some(false) if !pixels.opaque => flatten(&pixels, PAPER),
        _ => pixels,
    };
    let size = PixelSize::new("size", pixels.width.into(), pixels.height.into()).map_err(|_| {
        let (width, height) = (pixels.width, pixels.height);
        let what =
            format!("write a picture of {width}x{height}; each side must have 16 to 12,288 pixels");
        EngineError::unsupported("easel", what)
    })?;
    let alt = format!("A picture after this edit: {}", reasons.join(" "));
    Ok(Output {
        rendered: Rendered::Pixels(pixels),
        size,
        seed: job.seed,
        plan: reasons,
        notes,
        alt,
        scene_json: None,
        edit: Some(report),
        reframes,
    })
}

fn from_scene(json: &str, job: &Job) -> Result<Design, EngineError> {
    let invalid = |message: String| EngineError::InvalidScene {
        pointer: String::new(),
        message,
    };
    let mut scene = Scene::from_json(json).map_err(|message| invalid(format!("{message}.")))?;
    if job.size != SizeSpec::default() {
        let size = job.size.resolve(&SizeHint::default());
        scene.canvas = fitted(scene.canvas, size);
    }
    if let Some(transparent) = job.transparent {
        scene.canvas.transparent = transparent;
    }
    scene.canvas.transparent &= job.format.has_alpha();
    scene.assign_ids();
    let picture = layout(&scene);
    let mut notes = Vec::new();
    for text in picture.texts.iter().filter(|text| text.overflow) {
        notes.push(Note::new(
            "text_overflow",
            format!("The text of node `{}` does not fit its box.", text.id),
        ));
    }
    let missing = picture.missing_glyphs();
    if !missing.is_empty() {
        notes.push(Note::new(
            "no_glyph",
            format!(
                "No font has a glyph for {}.",
                missing.iter().collect::<String>()
            ),
        ));
    }
    Design::new(scene, picture, Vec::new(), notes)
}

/// Another size for a scene: the same logical height or width, so that it is laid out anew only as far as needed.
fn fitted(canvas: Canvas, size: PixelSize) -> Canvas {
    let by_width = size.width() as f32 / canvas.width as f32;
    let by_height = size.height() as f32 / canvas.height as f32;
    Canvas {
        width: size.width(),
        height: size.height(),
        unit: canvas.unit * by_width.min(by_height),
        ..canvas
    }
}

fn size_hint(brief: &Brief) -> SizeHint {
    let words = &brief.canvas;
    let tier = words.tier.map(|side| match side {
        0..=767 => Tier::P512,
        768..=1535 => Tier::K1,
        1536..=3071 => Tier::K2,
        _ => Tier::K4,
    });
    SizeHint {
        exact: words.width.zip(words.height),
        tier,
        aspect: words.aspect.and_then(|(w, h)| AspectRatio::new(w, h)),
    }
}

/// Draws, hashes and deflates band by band, so that a band's pixels are still in cache when they are packed.
fn png(
    picture: &Picture,
    canvas: Canvas,
    metadata: impl FnOnce(Option<&[u8; 32]>) -> Metadata,
) -> Result<(Vec<u8>, [u8; 32]), EngineError> {
    let failed = |error: plantain_image::ImageError| EngineError::Failed {
        detail: error.to_string(),
        retry_helps: false,
    };
    let encoder =
        PngEncoder::new(canvas.width, canvas.height, !canvas.transparent).map_err(failed)?;
    let plan = RasterPlan::new(picture, canvas);
    let row_bytes = canvas.width as usize * 4;
    let draw = |index: u32| -> Result<Vec<_>, _> {
        let rows = plan.band_rows(index);
        let mut rgba = vec![0; row_bytes * rows.len()];
        plan.draw_band(index, &mut rgba);
        (0..encoder.band_count())
            .map(|band| (band, encoder.band_rows(band)))
            .filter(|(_, band)| band.start / RASTER_ROWS == index)
            .map(|(n, band)| {
                let from = (band.start - rows.start) as usize * row_bytes;
                let part = &rgba[from..from + band.len() * row_bytes];
                Ok((encoder.encode_band(n, part)?, band_hash(part)))
            })
            .collect()
    };
    let drawn: Result<Vec<Vec<_>>, _> = (0..plan.band_count()).into_par_iter().map(draw).collect();
    let (bands, hashes): (Vec<_>, Vec<_>) = drawn.map_err(failed)?.into_iter().flatten().unzip();
    let hash = join_hashes(canvas.width, canvas.height, &hashes);
    let bytes = encoder
        .finish(&bands, &metadata(Some(&hash)))
        .map_err(failed)?;
    Ok((bytes, hash))
}

// A raster band must hold whole bands of the encoder.
const _: () = assert!(RASTER_ROWS.is_multiple_of(BAND_ROWS));
