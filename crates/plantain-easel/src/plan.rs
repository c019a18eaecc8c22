//! Plans a picture: drafts, layout, verdict, choice.

use plantain_read::{Brief, Constraint, Genre};
use plantain_scene::layout::{Picture, layout};
use plantain_scene::scene::SCENE_VERSION;
use plantain_scene::{Canvas, Node, Scene};

use crate::directors;
use crate::guise::Guise;
use crate::mend::mend_contrast;
use crate::numerals;
use crate::score::{Verdict, judge};
use crate::studio::{Draft, Note, Studio};
use crate::treatment::{covers, treat};

/// Drafts that are laid out and judged for one picture. A count, so that the result depends on no clock.
const DRAFTS_MAX: usize = 6;
/// Points within which drafts count as equally good, and the seed chooses.
const TIE: f32 = 9.0;
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
/// As [`plan_as`].
pub fn plan(brief: &Brief, ask: Ask) -> Result<Plan, DoesNotFit> {
    plan_as(brief, ask, &Guise::default())
}

/// Plans the best picture for a brief in a look that was given beside it.
///
/// # Errors
/// [`DoesNotFit`] when asked-for text would be cut, covered or illegible in every layout that was tried.
pub fn plan_as(brief: &Brief, ask: Ask, guise: &Guise) -> Result<Plan, DoesNotFit> {
    let mut best = best(brief, ask, guise);
    if guise.sign(&mut best.scene, &best.picture) {
        best.picture = layout(&best.scene);
    }
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
        let fits = !best_fallback(brief, Ask { canvas, ..ask }, guise)
            .verdict
            .loses_literals();
        fits.then_some((canvas.width, canvas.height))
    });
    Err(DoesNotFit { smallest })
}

/// Lays the look of the whole picture over the chosen plan only: it costs more than all layouts together.
fn treated(brief: &Brief, mut plan: Plan) -> Plan {
    let manner = plan.scene.theme.manner.as_str();
    // A printed piece that is painted with water is washed as a whole, too.
    let washed = manner == "watercolor";
    if (is_pictorial(brief.genre) || washed) && covers(manner) {
        let (width, height) = plan.scene.canvas.logical();
        let root = std::mem::take(&mut plan.scene.root);
        plan.scene.root = treat(root, manner, width, height);
        plan.scene.assign_ids();
        plan.picture = layout(&plan.scene);
    }
    plan
}

fn best(brief: &Brief, ask: Ask, guise: &Guise) -> Plan {
    let studio = Studio::new(brief, ask.canvas, ask.filler, ask.seed).guised(guise);
    let drafts = directors::director(brief.genre).map_or_else(Vec::new, |propose| propose(&studio));
    let chosen = choose(brief, ask, &studio, drafts);
    match chosen {
        Some(plan) if !plan.verdict.loses_literals() => plan,
        other => {
            // A screen whose own layouts lose words is still a screen: a plain one sets rows of anything.
            let plain = directors::plain(brief.genre)
                .and_then(|propose| choose(brief, ask, &studio, propose(&studio)))
                .filter(|plan| !plan.verdict.loses_literals());
            if let Some(plan) = plain {
                return plan;
            }
            // The genre's own layouts lose words: the composed fallback shows any text.
            let fallback = best_fallback(brief, ask, guise);
            match other {
                Some(plan) if plan.verdict.points() <= fallback.verdict.points() => plan,
                _ => fallback,
            }
        }
    }
}

fn best_fallback(brief: &Brief, ask: Ask, guise: &Guise) -> Plan {
    let studio = Studio::new(brief, ask.canvas, ask.filler, ask.seed).guised(guise);
    let drafts = directors::composed::direct(&studio);
    choose(brief, ask, &studio, drafts).unwrap_or_else(|| finish(brief, ask, blank(&studio)))
}

/// Returns one of the best drafts, laid out: the seed chooses the archetype, then the draft.
///
/// The archetype with which the seed begins is laid out first. No picture has fewer points than none, so when it has one within
/// [`TIE`] of that it is surely among the best, and the others need not be laid out.
fn choose(brief: &Brief, ask: Ask, studio: &Studio<'_>, drafts: Vec<Draft>) -> Option<Plan> {
    let mut drafts = shortlist(studio, drafts);
    let spare = drafts.split_off(DRAFTS_MAX.min(drafts.len()));
    let archetypes = rotated(studio, &drafts);
    let lay = |drafts: Vec<Draft>| -> Vec<Plan> {
        let laid = drafts.into_iter().map(|draft| finish(brief, ask, draft));
        laid.collect()
    };
    let (first, others): (Vec<Draft>, Vec<Draft>) = drafts
        .into_iter()
        .partition(|draft| Some(&draft.archetype) == archetypes.first());
    let mut plans = lay(first);
    if plans.iter().any(|plan| plan.verdict.points() <= TIE) {
        return pick(studio, plans, TIE);
    }
    plans.extend(lay(others));
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
    let place = |plan: &Plan| archetypes.iter().position(|name| *name == plan.archetype);
    // What was spare may be of an archetype of its own.
    let archetype = plans
        .iter()
        .min_by_key(|plan| place(plan).unwrap_or(usize::MAX))?
        .archetype;
    plans.retain(|plan| plan.archetype == archetype);
    pick(studio, plans, least + TIE)
}

/// Returns every archetype once, in an order of the prompt's own, from the one that the seed begins with.
fn rotated(studio: &Studio<'_>, drafts: &[Draft]) -> Vec<&'static str> {
    let mut archetypes: Vec<&'static str> = drafts.iter().map(|draft| draft.archetype).collect();
    archetypes.sort_unstable();
    archetypes.dedup();
    studio.rotate("archetypes", &mut archetypes);
    archetypes
}

/// Returns the seed's choice among plans of at most so many points.
fn pick(studio: &Studio<'_>, mut plans: Vec<Plan>, points_max: f32) -> Option<Plan> {
    plans.retain(|plan| plan.verdict.points() <= points_max);
    let index = studio.rng("draft").below(plans.len());
    (index < plans.len()).then(|| plans.swap_remove(index))
}

/// Orders drafts so that the first [`DRAFTS_MAX`] show as many archetypes as there are, the most liked first.
///
/// Where there are more archetypes than places, every block of as many seeds looks at other ones.
fn shortlist(studio: &Studio<'_>, mut drafts: Vec<Draft>) -> Vec<Draft> {
    studio.rng("drafts").shuffle(&mut drafts);
    let mut archetypes: Vec<&'static str> = drafts.iter().map(|draft| draft.archetype).collect();
    archetypes.sort_unstable();
    archetypes.dedup();
    let block = studio.seed / DRAFTS_MAX as u64 * DRAFTS_MAX as u64;
    let begin = block % archetypes.len().max(1) as u64;
    archetypes.rotate_left(begin as usize);
    let place = |draft: &Draft| archetypes.iter().position(|name| *name == draft.archetype);
    drafts.sort_by(|a, b| {
        b.liking
            .total_cmp(&a.liking)
            .then_with(|| place(a).cmp(&place(b)))
    });
    // The first draft of every archetype, then the second of every one, and so on.
    let mut seen = vec![0_usize; archetypes.len()];
    let mut rounds: Vec<(usize, Draft)> = drafts
        .into_iter()
        .map(|draft| {
            let count = place(&draft).map_or(0, |at| {
                seen[at] += 1;
                seen[at]
            });
            (count, draft)
        })
        .collect();
    rounds.sort_by_key(|(round, _)| *round);
    rounds.into_iter().map(|(_, draft)| draft).collect()
}

fn finish(brief: &Brief, ask: Ask, draft: Draft) -> Plan {
    let mut root = draft.root;
    numerals::write(&mut root, brief.numerals);
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
        direction: crate::direction::of(brief),
        title: title(brief),
        alt: String::new(),
        root,
    };
    let genre = format!("{:?}", brief.genre);
    scene.root.facts.insert("genre".into(), genre);
    scene.assign_ids();
    let mut picture = layout(&scene);
    if mend_contrast(&mut scene, &picture) {
        picture = layout(&scene);
    }
    let literals: Vec<String> = brief
        .literals
        .iter()
        .map(|l| brief.numerals.write(&l.text))
        .collect();
    let literals: Vec<&str> = literals.iter().map(String::as_str).collect();
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
    titled.map_or_else(String::new, |l| brief.numerals.write(&l.text))
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
