//! Edits of pictures that bring their scene along.
//!
//! The steps of an instruction are carried out one after the other on a [`Sheet`]: the tree, where everything lies, and
//! what was done. Nodes that are not meant keep id, place and look; the prompt is never planned anew. What is new is
//! drawn by the stage's own means or copied from its siblings.

mod add;
mod background;
mod canvas;
mod color;
mod count;
mod data;
mod diagram;
mod figure;
mod find;
mod fit;
mod lettering;
mod marks;
mod month;
mod place;
mod rank;
mod remove;
mod replace;
mod rows;
mod series;
mod sheet;
mod staging;
mod switches;
#[cfg(test)]
mod tests;
mod text;
mod theme;
mod things;
mod totals;
mod week;
mod wording;

use plantain_engine::{EditSubject, EngineError, Job};
use plantain_read::{Change, Instruction, Referent, Step, Target, Tone};
use plantain_scene::Scene;

use super::{SAME_BUT_FOR_SIZE, SceneEdit};
use sheet::{Sheet, undrawable};
use things::Kind;

/// Returns the changed scene with the steps that are left for pixels (filters, tones), or none when the picture has no
/// scene or every step is one for pixels.
pub fn edit(
    subject: &EditSubject,
    instruction: &Instruction,
    job: &Job,
) -> Result<Option<(SceneEdit, Vec<Step>)>, EngineError> {
    let json = subject
        .inputs
        .first()
        .and_then(|input| input.scene_json.as_deref());
    let Some(scene) = json.and_then(|json| Scene::from_json(json).ok()) else {
        return Ok(None);
    };
    let mut first = Sheet::new(scene.clone(), &subject.inputs, job.seed.0);
    let mut sheet = Sheet::new(scene, &subject.inputs, job.seed.0);
    keep(&mut sheet, &instruction.keep);
    // Another size, asked for beside the words, would hide that these change nothing.
    let resized = instruction.steps.iter().any(Step::is_unworded);
    let mut touched = !resized;
    let bill = totals::read(&mut sheet);
    let mut left = Vec::new();
    let mut already = Vec::new();
    for step in ordered(&instruction.steps) {
        let before = sheet.scene.clone();
        let held = match &step.change {
            Change::Add { .. } | Change::SetText { .. } => place::plate::held(&mut sheet),
            _ => None,
        };
        match carry_out(&mut sheet, step) {
            Ok(true) => {
                if let Some(held) = held {
                    place::plate::stretch(&mut sheet, &held);
                }
                touched |= !step.is_unworded() && before != sheet.scene;
            }
            Ok(false) => left.push(step.clone()),
            // What is so already needs no change; the other steps may bring one.
            Err(EngineError::NothingChanged { why }) => {
                sheet.scene = before;
                sheet.touch();
                already.push(why);
            }
            // "Make it night and remove the sun": what a step before took along is gone, too.
            Err(EngineError::TargetNotLocated { target, .. })
                if matches!(step.change, Change::Remove(_))
                    && carry_out(&mut first, step).is_ok() =>
            {
                already.push(format!("{target} is gone already"));
            }
            Err(error) => return Err(error),
        }
    }
    if already.len() + left.len() == instruction.steps.len()
        && let Some(why) = already.pop()
        && left.is_empty()
    {
        return Err(EngineError::NothingChanged { why });
    }
    for why in already {
        sheet.note(
            "already_so",
            format!("A part of the instruction changed nothing: {why}."),
        );
    }
    if !touched && left.is_empty() {
        return Err(EngineError::NothingChanged {
            why: SAME_BUT_FOR_SIZE.into(),
        });
    }
    if !left.is_empty() && left.len() == instruction.steps.len() {
        return Ok(None);
    }
    if let Some(bill) = bill {
        totals::follow(&mut sheet, &bill);
    }
    for aside in &instruction.asides {
        let words = instruction.text.get(aside.clone()).unwrap_or_default();
        let words = words.trim_matches(|c: char| !c.is_alphanumeric());
        sheet.note(
            "approximated",
            format!("How far “{words}” holds is up to the style or the hour."),
        );
    }
    let edit = SceneEdit {
        scene: sheet.scene,
        reasons: sheet.reasons,
        notes: sheet.notes,
        confidence: sheet.confidence,
    };
    Ok(Some((edit, left)))
}

/// Returns the steps in the order of their words, but for those that lay everything anew: these come first, so that
/// what is asked for in particular goes before what is asked for in general.
fn ordered(steps: &[Step]) -> Vec<&Step> {
    let broad = |step: &&Step| {
        matches!(
            step.change,
            Change::Reshape(_)
                | Change::SetTheme(_)
                | Change::SetBackground(_)
                | Change::SetSetting { .. }
        )
    };
    let mut ordered: Vec<&Step> = steps.iter().collect();
    // "It" speaks of the step before: then the order of the words stays.
    let refers = steps
        .iter()
        .flat_map(|step| step.change.targets())
        .any(|target| target.what == Referent::Same);
    if !refers {
        ordered.sort_by_key(|step| !broad(step));
    }
    ordered
}

/// Notes what must stay as it is.
fn keep(sheet: &mut Sheet<'_>, targets: &[Target]) {
    for target in targets {
        match target.what {
            Referent::Subject => sheet.keep_front = true,
            Referent::Background => sheet.keep_background = true,
            Referent::Picture | Referent::Masked | Referent::Same | Referent::Input(_) => {}
            _ => {
                let found = sheet.find(target).unwrap_or_default();
                for thing in found {
                    sheet.kept.extend(thing.own.iter().cloned());
                    let inside: Vec<String> = sheet.node(&thing.id).map_or_else(Vec::new, |node| {
                        let mut ids = Vec::new();
                        node.visit(&mut |n| ids.push(n.id.clone()));
                        ids
                    });
                    sheet.kept.extend(inside);
                }
            }
        }
    }
    sheet.same.clear();
}

/// Carries one step out; false when it is one for pixels.
fn carry_out(sheet: &mut Sheet<'_>, step: &Step) -> Result<bool, EngineError> {
    match &step.change {
        Change::SetText { target, from, to } => text::set(sheet, target, from.as_deref(), to)?,
        Change::Reword { to } => wording::reword(sheet, to)?,
        Change::Respell { to } => text::respell(sheet, to)?,
        Change::SetType { target, setting } => lettering::set(sheet, target, setting)?,
        Change::SetValue { label, to } => data::set(sheet, label.as_deref(), to)?,
        Change::Reckon { target, by } => data::reckon(sheet, target, *by)?,
        Change::Sort { by, descending } => data::sort(sheet, *by, *descending)?,
        Change::Recolor { target, colors } => color::set(sheet, target, colors)?,
        Change::Mark { target, marking } => marks::set(sheet, target, marking)?,
        Change::Switch { label, on } => switches::set(sheet, label, *on)?,
        Change::Rank { target, to } => rank::go(sheet, target, *to)?,
        Change::Resurface { target, material } => color::resurface(sheet, target, material)?,
        Change::SetBackground(fill) => return background::set(sheet, fill),
        Change::SetSetting {
            time,
            weather,
            season,
            ..
        } => staging::set(sheet, *time, *weather, *season)?,
        Change::SetTheme(change) => theme::set(sheet, change)?,
        Change::Add { item, at } => add::add(sheet, item, at)?,
        Change::Remove(target) => remove::remove(sheet, target)?,
        Change::Replace { target, with } => replace::replace(sheet, target, with)?,
        Change::Count { target, to } => count::set(sheet, target, *to)?,
        Change::Move { target, to } => match staging::elsewhere(sheet, target, to) {
            Some(words) => staging::place(sheet, &words)?,
            None => match sheet.find(target) {
                // "Hot air balloon top right": what is not there yet comes.
                Err(_) if add::comes(target, to) => add::named(sheet, target, to)?,
                _ => place::go(sheet, target, to)?,
            },
        },
        Change::Swap { one, other } => place::swap(sheet, one, other)?,
        Change::SwapColors { one, other } => color::swap(sheet, one, other)?,
        Change::Resize { target, to } => place::resize(sheet, target, to)?,
        Change::Align { target, to } => place::align(sheet, target, *to)?,
        Change::SetChart { target, kind } => data::chart(sheet, target, *kind)?,
        Change::Furnish(part) => data::furnish(sheet, part)?,
        Change::Merge {
            labels,
            into,
            value,
        } => data::points::merge(sheet, labels, into, value.as_deref())?,
        Change::Reshape(change) => return canvas::reshape(sheet, change),
        Change::Extract(target) => extract(sheet, target)?,
        Change::Tone {
            target,
            tone: Tone::Brightness,
            amount,
        } if target.what == Referent::Background && !target.inverted => {
            return Ok(background::shade(sheet, *amount));
        }
        Change::Tone { .. } | Change::Filter { .. } | Change::Compose(_) => return Ok(false),
        Change::Generate(words) => return Err(undrawable(words.clone())),
    }
    Ok(true)
}

/// Leaves the target alone, on nothing.
fn extract(sheet: &mut Sheet<'_>, target: &Target) -> Result<(), EngineError> {
    let found = sheet.find(target)?;
    let others: Vec<things::Thing> = sheet
        .things()
        .into_iter()
        .filter(|thing| thing.kind == Kind::Object && !found.iter().any(|f| f.id == thing.id))
        .collect();
    remove::take_only(sheet, &others);
    background::clear(sheet);
    sheet.because(format!("“{}” stands alone.", things::short(&found[0].noun)));
    Ok(())
}
