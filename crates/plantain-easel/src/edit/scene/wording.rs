//! All words of a picture in the place of those that are there: a translation that was brought along.

use plantain_engine::EngineError;

use super::find::{fold, likeness};
use super::sheet::Sheet;
use super::text;
use super::things::Thing;

/// What figures that agree count for, and what it costs when only one of two texts has any.
const FIGURES: f32 = 2.0;
/// What letters that agree count for: names stay in a translation.
const LETTERS: f32 = 1.0;
/// Lines on one level differ by less than this share of their height.
const LEVEL: f32 = 0.5;

/// Sets new words for all texts that were asked for: each takes the place of the one whose figures, letters and turn it has.
pub fn reword(sheet: &mut Sheet<'_>, to: &[String]) -> Result<(), EngineError> {
    let mut lines = sheet.lines();
    let words = |line: &Thing| line.noun.chars().any(char::is_alphabetic);
    lines.retain(|line| sheet.node(&line.id).is_some_and(|node| node.literal));
    if lines.len() > to.len() {
        lines.retain(words);
    }
    if lines.len() != to.len() {
        return Err(EngineError::TargetNotLocated {
            target: format!("{} texts; the picture shows {}", to.len(), lines.len()),
            found: sheet.found(),
        });
    }
    let level =
        |a: &Thing, b: &Thing| (a.rect.cy() - b.rect.cy()).abs() < a.rect.h.min(b.rect.h) * LEVEL;
    lines.sort_by(|a, b| match level(a, b) {
        true => a.rect.x.total_cmp(&b.rect.x),
        false => a.rect.y.total_cmp(&b.rect.y),
    });
    let faults = sheet.faults();
    let mut changed = Vec::new();
    for (line, new) in matched(&lines, to) {
        let (old, new) = (lines[line].noun.clone(), &to[new]);
        text::write(sheet, &lines[line].id, new);
        if sheet.scene.title == old {
            sheet.scene.title.clone_from(new);
        }
        sheet.scene.alt = sheet.scene.alt.replace(&old, new);
        changed.push(lines[line].id.clone());
    }
    text::settle(sheet, &changed)?;
    if sheet.is_worse(&faults) {
        text::shrink(sheet, &changed, &faults);
    }
    sheet.must_fit(&changed)?;
    sheet.same = changed;
    sheet.because(format!("All {} texts read as they were given.", to.len()));
    Ok(())
}

/// Returns pairs of lines and new words, those that agree most first.
fn matched(lines: &[Thing], to: &[String]) -> Vec<(usize, usize)> {
    let digits = |text: &str| -> String { text.chars().filter(char::is_ascii_digit).collect() };
    let n = to.len() as f32;
    let score = |line: usize, new: usize| -> f32 {
        let (a, b) = (digits(&lines[line].noun), digits(&to[new]));
        let figures = match (a.is_empty(), b.is_empty()) {
            (true, true) => 0.0,
            (false, false) if a == b => FIGURES,
            (false, false) => FIGURES / 2.0,
            _ => -FIGURES,
        };
        let letters = likeness(&fold(&lines[line].noun), &fold(&to[new])) * LETTERS;
        figures + letters - (line.abs_diff(new)) as f32 / n
    };
    let mut all: Vec<(usize, usize)> = (0..lines.len())
        .flat_map(|line| (0..to.len()).map(move |new| (line, new)))
        .collect();
    all.sort_by(|a, b| score(b.0, b.1).total_cmp(&score(a.0, a.1)));
    let mut pairs: Vec<(usize, usize)> = Vec::new();
    for (line, new) in all {
        if pairs.iter().all(|pair| pair.0 != line && pair.1 != new) {
            pairs.push((line, new));
        }
    }
    pairs
}
