//! Changes a picture by instruction: its scene when it brings one along, else its pixels.
//!
//! An edit never plans the prompt anew, and it is all or nothing: what is not understood, not located or would change
//! nothing is refused.

mod pixels;
mod scene;

use std::sync::Arc;

use plantain_core::{AspectRatio, Mask, PixelSize, Pixels, Reframe, SizeHint, SizeSpec};
use plantain_engine::{
    EditReport, EditSubject, EngineError, Input, Job, Note, Progress, Segmenter,
};
use plantain_read::{
    CanvasChange, Change, Fill, Instruction, Location, Referent, Role, Scale, SizeWord, Step,
    Target, instruct, instruct_about, instruct_told,
};
use plantain_retouch::select::{Cutout, Evidence};
use plantain_scene::Scene;
use plantain_scene::draw::rasterize;
use plantain_scene::layout::layout;
use plantain_scene::node::Content;

/// Ratios that differ by less than this share are the same: tables of sizes round.
const LIKE_RATIO: f64 = 0.01;
/// Why an edit is refused whose words change nothing, where another size is asked for beside them.
const SAME_BUT_FOR_SIZE: &str = "the picture already looks like that, but for its size";

/// What an edit leads to.
pub(crate) enum Edited {
    Scene(Box<SceneEdit>),
    /// A scene that is drawn before the rest is done on its pixels.
    Both(Box<SceneEdit>, Instruction),
    Pixels(PixelEdit),
}

/// A scene after an edit. Nodes that were not meant keep id, place and look.
pub(crate) struct SceneEdit {
    pub scene: Scene,
    /// What was done, a sentence for each step.
    pub reasons: Vec<String>,
    pub notes: Vec<Note>,
    /// How sure it is that the right nodes were changed, 0 to 1.
    pub confidence: f32,
}

/// Pixels after an edit. Those outside the selection are the bytes of the input.
pub(crate) struct PixelEdit {
    pub pixels: Pixels,
    /// What was done, a sentence for each step.
    pub reasons: Vec<String>,
    pub notes: Vec<Note>,
    pub report: EditReport,
    /// How the first picture came to stand on the canvas; none where it cannot be followed.
    pub reframes: Option<Vec<Reframe>>,
}

/// Carries out the instruction of `subject`.
///
/// Its words are read alone at first. Where that is not understood, or points at what is not there, they are read again
/// with the texts of the picture at hand: "swap Monday and Friday" may name two of them.
pub(crate) fn edit(
    subject: &EditSubject,
    segmenter: Option<&dyn Segmenter>,
    job: &Job,
    progress: &Progress,
) -> Result<Edited, EngineError> {
    let alone = instruct(&subject.instruction);
    let (texts, said) = said(subject);
    // Words that were read as a mere "line" or "product" while they name one of the picture's own texts.
    if alone.steps.iter().any(|step| names_more(step, &said)) {
        let about = instruct_about(&subject.instruction, &said);
        let better =
            understood(&about).is_ok() && !about.steps.iter().any(|s| names_more(s, &said));
        if better && let Ok(done) = carry_out(subject, about, segmenter, job, progress) {
            return Ok(done);
        }
    }
    let refused = match carry_out(subject, alone.clone(), segmenter, job, progress) {
        Err(
            error @ (EngineError::InstructionNotUnderstood { .. }
            | EngineError::TargetNotLocated { .. }
            | EngineError::EditNeedsGenerativeEngine { .. }
            | EngineError::NothingChanged { .. }),
        ) => error,
        done => return done,
    };
    let about = instruct_about(&subject.instruction, &said);
    let told = instruct_told(&subject.instruction, &said, &texts);
    let mut refused = refused;
    let coming = match refused {
        EngineError::TargetNotLocated { .. } => coming(&alone),
        _ => None,
    };
    for again in coming.into_iter().chain([about, told]) {
        if again.steps == alone.steps || understood(&again).is_err() {
            continue;
        }
        match carry_out(subject, again, segmenter, job, progress) {
            Ok(done) => return Ok(done),
            // What stands in the way of words that were understood says more than that they were not.
            Err(error) if matches!(refused, EngineError::InstructionNotUnderstood { .. }) => {
                refused = error;
            }
            Err(_) => {}
        }
    }
    Err(refused)
}

/// Returns the instruction as it may be meant where its targets are not there: things that are told to stand somewhere ("planets
/// behind him") come, a share whose label stands nowhere is the only one. None where it says nothing of the kind.
fn coming(instruction: &Instruction) -> Option<Instruction> {
    let mut out = instruction.clone();
    let mut found = false;
    for step in &mut out.steps {
        // "the discount to 50%" where no label says so: the only share.
        if let Change::SetValue { label, to } = &mut step.change
            && label.is_some()
            && to.ends_with('%')
        {
            *label = None;
            found = true;
            continue;
        }
        // "cross out £64 and show £48 in red": words that come, set in a colour.
        let said = instruction.text.get(step.span.clone()).unwrap_or_default();
        if let Change::Recolor { target, colors } = &step.change
            && let Referent::Text(text) = &target.what
            && brings(said)
        {
            let setting = plantain_read::TypeSetting {
                color: colors.first().cloned(),
                ..Default::default()
            };
            step.change = Change::Add {
                item: plantain_read::Item::Text {
                    text: text.clone(),
                    value: None,
                    role: plantain_read::Role::Text,
                    setting,
                },
                at: Location::default(),
            };
            found = true;
            continue;
        }
        // "title “Winter Fair”" on a picture without one: it comes.
        if let Change::SetText {
            target,
            from: None,
            to,
        } = &step.change
            && target.what == Referent::Role(Role::Title)
        {
            step.change = Change::Add {
                item: plantain_read::Item::Text {
                    text: to.clone(),
                    value: None,
                    role: Role::Title,
                    setting: plantain_read::TypeSetting::default(),
                },
                at: Location::default(),
            };
            found = true;
            continue;
        }
        let (target, to, size) = match &step.change {
            Change::Move { target, to } => (target, to.clone(), None),
            // "giant moon"
            Change::Resize { target, to } => (target, Location::default(), sized(to)),
            // "a white taxi"
            Change::Recolor { target, .. } if target.words.starts_with("a ") => {
                (target, Location::default(), None)
            }
            _ => continue,
        };
        let Referent::Thing(noun) = &target.what else {
            continue;
        };
        let first = target.words.split(' ').next().unwrap_or_default();
        let there = [
            "the", "this", "that", "my", "our", "his", "her", "its", "their", "it", "both",
        ];
        if there.contains(&first.to_lowercase().as_str()) || target.words.is_empty() {
            continue;
        }
        let plural = !target.words.ends_with(noun.as_str());
        let color = match &step.change {
            Change::Recolor { colors, .. } => colors.first().cloned(),
            _ => None,
        };
        let thing = plantain_read::ObjectPhrase {
            noun: noun.clone(),
            words: target.words.clone(),
            span: target.span.clone(),
            count: target.count.or(Some(1).filter(|_| !plural)),
            plural,
            color: color.or_else(|| target.color.clone()),
            size,
            ..Default::default()
        };
        step.change = Change::Add {
            item: plantain_read::Item::Things(thing),
            at: to,
        };
        found = true;
    }
    found.then_some(out)
}

/// Whether words begin with a verb that brings something onto the picture.
fn brings(words: &str) -> bool {
    const VERBS: [&str; 5] = ["show", "put", "write", "print", "add"];
    let words = words.trim_start().to_lowercase();
    VERBS
        .iter()
        .any(|verb| words.starts_with(&format!("{verb} ")))
}

/// The word for a size that is told by how many times the usual it is.
fn sized(scale: &Scale) -> Option<SizeWord> {
    match scale {
        Scale::Times(k) if *k >= 1.6 => Some(SizeWord::Huge),
        Scale::Times(k) if *k > 1.0 => Some(SizeWord::Large),
        Scale::Times(k) if *k > 0.5 => Some(SizeWord::Small),
        Scale::Times(_) => Some(SizeWord::Tiny),
        _ => None,
    }
}

/// Whether the words for what a step points at hold a text of the picture beside the noun that was read: "the Hosting line".
fn names_more(step: &Step, said: &[String]) -> bool {
    const LETTERS_MIN: usize = 3;
    let holds = |target: &&Target| {
        let noun = match &target.what {
            Referent::Thing(noun) => noun.as_str(),
            Referent::Subject => "",
            _ => return false,
        };
        let words = format!(" {} ", target.words);
        said.iter().map(|text| text.trim()).any(|text| {
            text.chars().filter(|c| c.is_alphanumeric()).count() >= LETTERS_MIN
                && !text.starts_with(char::is_lowercase)
                && !text.eq_ignore_ascii_case(noun)
                && words.contains(&format!(" {text} "))
        })
    };
    step.change.targets().iter().any(holds)
}

/// Returns the texts that a picture with a scene shows, and what they may be named by: lines, labels and values of charts.
fn said(subject: &EditSubject) -> (Vec<String>, Vec<String>) {
    let json = subject
        .inputs
        .first()
        .and_then(|input| input.scene_json.as_deref());
    let Some(scene) = json.and_then(|json| Scene::from_json(json).ok()) else {
        return (Vec::new(), Vec::new());
    };
    let (mut texts, mut said) = (Vec::new(), Vec::new());
    scene.root.visit(&mut |node| match &node.content {
        Content::Text(text) => {
            texts.push(text.text.clone());
            said.push(text.text.clone());
            let parts = text.text.split(['\n', '·', '•', '|', '/', ',', ';']);
            said.extend(parts.map(|part| part.trim().to_owned()));
            // "2019 First product" may stand on two lines.
            if text.text.contains('\n') {
                said.push(text.text.replace('\n', " "));
            }
            // "Yoga 9:00" goes by its name.
            let name = text.text.trim_end_matches(|c: char| !c.is_alphabetic());
            said.push(name.trim().to_owned());
        }
        Content::Chart(chart) => {
            texts.extend(chart.labels.iter().cloned());
            said.extend(chart.labels.iter().cloned());
            said.extend(chart.series.iter().map(|series| series.name.clone()));
        }
        _ => {}
    });
    (texts, said)
}

/// Carries out an instruction that was read.
fn carry_out(
    subject: &EditSubject,
    mut instruction: Instruction,
    segmenter: Option<&dyn Segmenter>,
    job: &Job,
    progress: &Progress,
) -> Result<Edited, EngineError> {
    understood(&instruction)?;
    instruction.steps.extend(clear(subject, &instruction, job));
    instruction.steps.extend(resize(subject, job));
    progress.check()?;
    if subject.mask.is_none()
        && let Some((edited, left)) = scene::edit(subject, &instruction, job)?
    {
        let edited = Box::new(edited);
        if !left.is_empty() {
            instruction.steps = left;
            return Ok(Edited::Both(edited, instruction));
        }
        check_size(&edited.scene, job)?;
        return Ok(Edited::Scene(edited));
    }
    instruction.steps.extend(back(subject, &instruction, job));
    let helps = pixels::Helps {
        segmenter,
        known: None,
    };
    pixels::edit(subject, &instruction, helps, job, progress).map(Edited::Pixels)
}

/// A scene after its part of an edit, drawn.
pub(crate) struct Drawn<'a> {
    pub pixels: Pixels,
    pub scene_json: Arc<str>,
    /// What was done on the scene.
    pub reasons: &'a [String],
    pub report: EditReport,
}

/// Does on the pixels of a scene what is left of its edit. The report tells of the whole.
pub(crate) fn go_on(
    subject: &EditSubject,
    drawn: Drawn<'_>,
    (left, segmenter): (&Instruction, Option<&dyn Segmenter>),
    job: &Job,
    progress: &Progress,
) -> Result<PixelEdit, EngineError> {
    let known = speaks_of_grounds(left)
        .then(|| front(&drawn, job))
        .flatten();
    let mut inputs = subject.inputs.clone();
    if let Some(first) = inputs.first_mut() {
        *first = Arc::new(Input {
            pixels: drawn.pixels,
            scene_json: None,
        });
    }
    let subject = EditSubject {
        instruction: Arc::clone(&subject.instruction),
        inputs,
        mask: None,
    };
    let helps = pixels::Helps { segmenter, known };
    let mut edit = pixels::edit(&subject, left, helps, job, progress)?;
    edit.reasons.splice(0..0, drawn.reasons.iter().cloned());
    let (report, before) = (&mut edit.report, &drawn.report);
    report.confidence = report.confidence.min(before.confidence);
    report.changed = report.changed.max(before.changed);
    Ok(edit)
}

/// Whether an instruction tells the background from what stands before it.
fn speaks_of_grounds(instruction: &Instruction) -> bool {
    let ground = |target: &Target| matches!(target.what, Referent::Background | Referent::Subject);
    instruction.keep.iter().any(ground)
        || instruction.steps.iter().any(|step| {
            matches!(
                step.change,
                Change::SetBackground(_) | Change::SetSetting { .. }
            ) || step.change.targets().iter().any(|target| ground(target))
        })
}

/// Returns what stands before the background of a drawn scene: all of its nodes that are none of it.
fn front(drawn: &Drawn<'_>, job: &Job) -> Option<Cutout> {
    let input = Input {
        pixels: drawn.pixels.clone(),
        scene_json: Some(Arc::clone(&drawn.scene_json)),
    };
    let words = "transparent background";
    let subject = EditSubject {
        instruction: words.into(),
        inputs: vec![Arc::new(input)],
        mask: None,
    };
    let instruction = Instruction {
        steps: vec![Step {
            change: Change::SetBackground(Fill::Transparent),
            span: 0..words.len(),
        }],
        ..Instruction::default()
    };
    let (bare, _) = scene::edit(&subject, &instruction, job).ok()??;
    let canvas = bare.scene.canvas;
    let foreground = Pixels {
        width: canvas.width,
        height: canvas.height,
        rgba: rasterize(&layout(&bare.scene), canvas),
        opaque: false,
    };
    let mask = Mask {
        width: canvas.width,
        height: canvas.height,
        coverage: foreground.rgba.chunks_exact(4).map(|p| p[3]).collect(),
    };
    Some(Cutout {
        mask,
        foreground,
        confidence: 1.0,
        parts: 1,
        plain: true,
        evidence: Evidence::Scene,
    })
}

/// The step that a request for a transparent background stands for; none when the picture has one or the words say it.
fn clear(subject: &EditSubject, instruction: &Instruction, job: &Job) -> Option<Step> {
    let opaque = subject.inputs.first()?.pixels.opaque;
    let says = |step: &Step| matches!(step.change, Change::SetBackground(_) | Change::Extract(_));
    let wanted = job.transparent == Some(true) && opaque && !instruction.steps.iter().any(says);
    wanted.then(|| unworded(Change::SetBackground(Fill::Transparent)))
}

/// A step that the request asks for beside its words.
fn unworded(change: Change) -> Step {
    Step { change, span: 0..0 }
}

/// The steps that lead to the size that the request asks for: another ratio extends the picture, so that nothing is cut.
/// None when the request leaves the size open or the picture has it already.
fn resize(subject: &EditSubject, job: &Job) -> Vec<Step> {
    let Some(first) = subject.inputs.first() else {
        return Vec::new();
    };
    if job.size == SizeSpec::default() {
        return Vec::new();
    }
    let (width, height) = (first.pixels.width, first.pixels.height);
    let hint = SizeHint {
        aspect: AspectRatio::new(width, height),
        ..SizeHint::default()
    };
    let size = job.size.resolve(&hint);
    if (size.width(), size.height()) == (width, height) {
        return Vec::new();
    }
    let wanted = f64::from(size.width()) / f64::from(size.height());
    let present = f64::from(width) / f64::from(height);
    let mut changes = Vec::new();
    if (wanted / present - 1.0).abs() > LIKE_RATIO {
        changes.push(CanvasChange::Aspect {
            ratio: (size.width(), size.height()),
            extend: true,
        });
    }
    changes.push(CanvasChange::Size {
        width: size.width(),
        height: size.height(),
    });
    let changes = changes.into_iter().map(Change::Reshape);
    changes.map(unworded).collect()
}

/// The steps back to the size that the request asks for, where the picture had it and the words lead away from it ("side by
/// side").
fn back(subject: &EditSubject, instruction: &Instruction, job: &Job) -> Vec<Step> {
    let leads_away = |step: &Step| matches!(step.change, Change::Reshape(_) | Change::Compose(_));
    let had = |size: PixelSize| {
        subject.inputs.first().is_some_and(|first| {
            (first.pixels.width, first.pixels.height) == (size.width(), size.height())
        })
    };
    let Some(size) = job.size.exact.filter(|size| had(*size)) else {
        return Vec::new();
    };
    if !instruction.steps.iter().any(leads_away) {
        return Vec::new();
    }
    let (width, height) = (size.width(), size.height());
    let aspect = CanvasChange::Aspect {
        ratio: (width, height),
        extend: true,
    };
    let changes = [aspect, CanvasChange::Size { width, height }];
    let changes = changes.into_iter().map(Change::Reshape);
    changes.map(unworded).collect()
}

/// Refuses words that lead a scene to another size than the request asks for.
fn check_size(scene: &Scene, job: &Job) -> Result<(), EngineError> {
    let (width, height) = (scene.canvas.width, scene.canvas.height);
    match job.size.exact {
        Some(size) if (size.width(), size.height()) != (width, height) => {
            let what =
                format!("make the picture {width}x{height}, as the words say, and {size} at once");
            Err(EngineError::unsupported("easel", what))
        }
        _ => Ok(()),
    }
}

/// Refuses an instruction that says more than was understood, or nothing.
fn understood(instruction: &Instruction) -> Result<(), EngineError> {
    let mut words: Vec<String> = instruction
        .unread
        .iter()
        .filter_map(|span| instruction.text.get(span.clone()))
        .map(str::to_owned)
        .collect();
    if words.is_empty() && instruction.steps.is_empty() {
        if instruction.constrains {
            let why = "the words only say what is to stay as it is".into();
            return Err(EngineError::NothingChanged { why });
        }
        words.push(instruction.text.clone());
    }
    if words.is_empty() {
        return Ok(());
    }
    Err(EngineError::InstructionNotUnderstood { words })
}

/// Returns the share of pixels that differ between two pictures of the same size, RGBA.
pub(crate) fn changed_share(before: &[u8], after: &[u8]) -> f32 {
    let differ = before
        .chunks_exact(4)
        .zip(after.chunks_exact(4))
        .filter(|(before, after)| before != after)
        .count();
    differ as f32 / (before.len() / 4).max(1) as f32
}
