//! Plans a picture: drafts, layout, verdict, choice.

use plantain_read::{Brief, Constraint, Genre};
use plantain_scene::layout::{Picture, layout};
use plantain_scene::scene::SCENE_VERSION;
use plantain_scene::{Canvas, Node, Scene};

use crate::directors;
use crate::mend::mend_contrast;
use crate::score::{Verdict, judge};
use crate::studio::{Draft, Note, Studio};
use crate::treatment::{covers, treat};

/// Drafts that are laid out and judged for one picture. A count, so that the result depends on no clock.
const DRAFTS_MAX: usize = 6;
/// Points within which drafts count as equally good, and the seed chooses.
const TIE: f32 = 6.0;
/// Steps by which a canvas grows in search of the smallest one on which a text fits.
const GROWTH: [f32; 6] = [1.25, 1.6, 2.0, 2.8, 4.0, 6.0];

/// What the caller decides about a plan.
#[derive(Debug, Clone, Copy)]
pub struct Ask {
    pub canvas: Canvas,
    pub seed: u64,
    /// Whether plausible sample content may be invented.
    pub filler: bool,
}

/// A planned picture, placed and ready to be drawn.
#[derive(Debug, Clone)]
pub struct Plan {
    pub scene: Scene,
    pub picture: Picture,
    pub verdict: Verdict,
    /// Why it looks as it does, a sentence each.
    pub reasons: Vec<String>,
    pub notes: Vec<Note>,
    pub archetype: &'static str,
}

/// The texts of the prompt cannot be set legibly on this canvas.
#[derive(Debug, Clone, PartialEq)]
pub struct DoesNotFit {
    /// The smallest tried size, in pixels, on which they can; none when there is none.
    pub smallest: Option<(u32, u32)>,
}

/// Plans the best picture for a brief.
///
/// # Errors
/// [`DoesNotFit`] when asked-for text would be cut, covered or illegible in every layout that was tried.
pub fn plan(brief: &Brief, ask: Ask) -> Result<Plan, DoesNotFit> {
    let best = best(brief, ask);
    if !best.verdict.loses_literals() {
        return Ok(treated(brief, best));
    }
    let smallest = GROWTH.iter().find_map(|growth| {
        let grown = |side: u32| ((side as f32 * growth) as u32).max(16);
        let canvas = Canvas {
            transparent: ask.canvas.transparent,
            ..Canvas::new(grown(ask.canvas.width), grown(ask.canvas.height))
        };
        // A picture with more pixels has more logical units only when it was below the least legible size.
        let canvas = Canvas {
            unit: canvas.unit.min(ask.canvas.unit),
            ..canvas
        };
        let fits = !best_fallback(brief, Ask { canvas, ..ask })
            .verdict
            .loses_literals();
        fits.then_some((canvas.width, canvas.height))
    });
    Err(DoesNotFit { smallest })
}

/// Lays the look of the whole picture over the chosen plan only: it costs more than all layouts together.
fn treated(brief: &Brief, mut plan: Plan) -> Plan {
    let manner = plan.scene.theme.manner.as_str();
    if is_pictorial(brief.genre) && covers(manner) {
        let (width, height) = plan.scene.canvas.logical();
        let root = std::mem::take(&mut plan.scene.root);
        plan.scene.root = treat(root, manner, width, height);
        plan.scene.assign_ids();
        plan.picture = layout(&plan.scene);
    }
    plan
}

fn best(brief: &Brief, ask: Ask) -> Plan {
    let studio = Studio::new(brief, ask.canvas, ask.filler, ask.seed);
    let drafts = directors::director(brief.genre).map_or_else(Vec::new, |propose| propose(&studio));
    let chosen = choose(brief, ask, &studio, drafts);
    match chosen {
        Some(plan) if !plan.verdict.loses_literals() => plan,
        other => {
            // The genre's own layouts lose words: the composed fallback shows any text.
            let fallback = best_fallback(brief, ask);
            match other {
                Some(plan) if plan.verdict.points() <= fallback.verdict.points() => plan,
                _ => fallback,
            }
        }
    }
}

fn best_fallback(brief: &Brief, ask: Ask) -> Plan {
    let studio = Studio::new(brief, ask.canvas, ask.filler, ask.seed);
    let drafts = directors::composed::direct(&studio);
    choose(brief, ask, &studio, drafts).unwrap_or_else(|| finish(brief, ask, blank(&studio)))
}

/// Lays out several drafts and returns the best; among equals the seed chooses.
fn choose(brief: &Brief, ask: Ask, studio: &Studio<'_>, mut drafts: Vec<Draft>) -> Option<Plan> {
    let mut rng = studio.rng("choice");
    rng.shuffle(&mut drafts);
    // Drafts that the director likes come first, in an order that the seed has shaken.
    drafts.sort_by(|a, b| b.liking.total_cmp(&a.liking));
    let spare = drafts.split_off(DRAFTS_MAX.min(drafts.len()));
    let mut plans: Vec<Plan> = drafts
        .into_iter()
        .map(|draft| finish(brief, ask, draft))
        .collect();
    if plans.iter().all(|plan| plan.verdict.loses_literals()) {
        plans.extend(
            spare
                .into_iter()
                .map(|draft| finish(brief, ask, draft))
                .filter(|plan| !plan.verdict.loses_literals())
                .take(1),
        );
    }
    let least = plans
        .iter()
        .map(|plan| plan.verdict.points())
        .fold(f32::INFINITY, f32::min);
    plans.retain(|plan| plan.verdict.points() <= least + TIE);
    let pick = rng.below(plans.len());
    (!plans.is_empty()).then(|| plans.swap_remove(pick))
}

fn finish(brief: &Brief, ask: Ask, draft: Draft) -> Plan {
    let mut root = draft.root;
    let silent = brief.constraints.contains(&Constraint::NoText);
    if !ask.filler || brief.constraints.contains(&Constraint::NoFiller) {
        prune(&mut root, &|node| !node.filler);
    } else if silent {
        prune(&mut root, &|node| {
            !(node.filler && node.as_text().is_some())
        });
    }
    let mut scene = Scene {
        version: SCENE_VERSION,
        canvas: ask.canvas,
        theme: draft.theme,
        language: brief.language.0.clone(),
        title: title(brief),
        alt: String::new(),
        root,
    };
    scene.assign_ids();
    let mut picture = layout(&scene);
    if mend_contrast(&mut scene, &picture) {
        picture = layout(&scene);
    }
    let literals: Vec<&str> = brief.literals.iter().map(|l| l.text.as_str()).collect();
    let canvas = scene.theme.palette.canvas.0;
    let mut verdict = judge(&picture, canvas, &literals);
    verdict.displeasure += (1.0 - draft.liking.clamp(0.0, 1.0)) * 8.0;
    let mut notes = draft.notes;
    notes.extend(glyph_note(&picture));
    Plan {
        scene,
        picture,
        verdict,
        reasons: draft.reasons,
        notes,
        archetype: draft.archetype,
    }
}

fn glyph_note(picture: &Picture) -> Option<Note> {
    let missing = picture.missing_glyphs();
    (!missing.is_empty()).then(|| {
        let shown: Vec<String> = missing
            .iter()
            .map(|c| format!("{c} (U+{:04X})", u32::from(*c)))
            .collect();
        Note {
            code: "no_glyph",
            message: format!(
                "No font has a glyph for {}. Install a font that has it, or write it another way.",
                shown.join(", ")
            ),
        }
    })
}

fn prune(node: &mut Node, keep: &impl Fn(&Node) -> bool) {
    node.children.retain(|child| keep(child));
    for child in &mut node.children {
        prune(child, keep);
    }
}

fn title(brief: &Brief) -> String {
    let titled = brief
        .literals
        .iter()
        .find(|l| l.role == plantain_read::Role::Title)
        .or_else(|| brief.literals.first());
    titled.map_or_else(String::new, |l| l.text.clone())
}

/// An empty ground, for briefs for which nothing at all was drafted.
fn blank(studio: &Studio<'_>) -> Draft {
    let theme = studio.themes(&["minimal"], 1).swap_remove(0);
    let root = plantain_scene::build::col().fill(plantain_scene::Token::Canvas);
    Draft::new("blank ground", theme, root)
}

/// Whether a genre is drawn as a picture rather than set as a page.
fn is_pictorial(genre: Genre) -> bool {
    matches!(
        genre,
        Genre::Scene | Genre::Avatar | Genre::Pattern | Genre::Gradient
    )
}
