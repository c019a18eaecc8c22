//! Other words in the place of old ones.

mod charted;
mod framed;
mod parts;

use plantain_engine::EngineError;
use plantain_read::{Referent, Role, Target};
use plantain_scene::Node;
use plantain_scene::node::{Content, Span};

use self::charted::in_a_chart;
use self::framed::{frames_around, keep_within};
use self::parts::{entry, form_within, job_title, name_within, signed, under_key};
use super::find::{fold, likeness};
use super::sheet::{Sheet, texts};
use super::things::{Kind, Thing, short};

/// Smallest size that a text may be set in to fit, logical units.
pub const SIZE_MIN: f32 = 11.0;
/// Letters of a word that is not found at the end of another one, at least.
const WORD_LETTERS_MIN: usize = 3;
/// Letters by which a text may grow and still be asked to keep its lines.
const LONGER: usize = 8;
/// From here on an unnamed text that is to be corrected counts as meant.
const MEANT: f32 = 0.5;

/// Sets `to` in the place of `from`, or of the whole text of the target.
pub fn set(
    sheet: &mut Sheet<'_>,
    target: &Target,
    from: Option<&str>,
    to: &str,
) -> Result<(), EngineError> {
    let ids = match named(sheet, target, from, to) {
        Ok(ids) => ids,
        Err(error) => return in_a_chart(sheet, (target, from), to, error),
    };
    let Some((first, rest)) = ids.split_first() else {
        return Err(sheet.not_located(target));
    };
    if let (Some(from), true) = (from, rest.is_empty())
        && let Some(value) = super::data::labelled(sheet, first, from, to)
    {
        return set_value(sheet, &value, to);
    }
    let old = sheet
        .node(first)
        .and_then(|n| n.as_text())
        .map_or_else(String::new, |text| text.text.clone());
    let to = &as_written(&old, from, to);
    let new = wording(sheet, (target, from), &old, to)?;
    if new == old {
        return Err(EngineError::NothingChanged {
            why: format!("it says “{}” already", short(&old)),
        });
    }
    let faults = sheet.faults();
    let before = lines_of(sheet, first);
    let held = frames_around(sheet, first);
    let changed = write_all(sheet, &ids, (from, to), (&old, &new));
    if sheet.scene.title == old {
        sheet.scene.title.clone_from(&new);
    }
    sheet.scene.alt = sheet.scene.alt.replace(&old, &new);
    sheet.same = vec![first.clone()];
    if matches!(
        target.what,
        Referent::Part { .. } | Referent::Role(Role::Button | Role::Badge | Role::Tab)
    ) && let Some(part) = holder(sheet, first)
    {
        // "Rename the button and make it green": the button, not its letters.
        sheet.same = vec![part];
    }
    settle(sheet, &changed)?;
    if sheet.is_worse(&faults) {
        shrink(sheet, &changed, &faults);
    }
    if fold(&old).chars().count() + LONGER > fold(&new).chars().count() {
        in_as_many_lines(sheet, first, before);
    }
    keep_within(sheet, first, &held);
    sheet.because(format!("“{}” reads “{}” now.", short(&old), short(&new)));
    Ok(())
}

/// Returns what a text that says `old` says with the new words in it.
fn wording(
    sheet: &mut Sheet<'_>,
    (target, from): (&Target, Option<&str>),
    old: &str,
    to: &str,
) -> Result<String, EngineError> {
    match from {
        Some(from) => entry(old, from, to)
            .or_else(|| replaced(old, from, to))
            .ok_or_else(|| sheet.not_located(target)),
        None => Ok(under_key(target, old, to)
            .or_else(|| job_title(sheet, target, old, to))
            .or_else(|| form_within(target, old, to))
            .or_else(|| name_within(target, old, to))
            .unwrap_or_else(|| signed(target, old, to))),
    }
}

/// Writes the new words on the first of some texts and on those that say the same; returns the ids of all that changed. A text
/// that was set in pieces becomes one again, unless only some of its words change.
fn write_all(
    sheet: &mut Sheet<'_>,
    ids: &[String],
    (from, to): (Option<&str>, &str),
    (old, new): (&str, &str),
) -> Vec<String> {
    let Some((first, rest)) = ids.split_first() else {
        return Vec::new();
    };
    let mut changed = vec![first.clone()];
    changed.extend(twins(sheet, first, old));
    for id in &changed {
        write(sheet, id, new);
    }
    let Some(from) = from else {
        sheet.remove(rest);
        return changed;
    };
    for id in rest {
        let own = sheet.node(id).and_then(|n| n.as_text());
        if let Some(new) = own.and_then(|text| replaced(&text.text, from, to)) {
            write(sheet, id, &new);
            changed.push(id.clone());
        }
    }
    changed
}

/// Returns new words in the case of the old ones, where both were told in small letters and stand with a capital: "change tomato
/// to pumpkin" in "Soup of the day: Tomato".
fn as_written(old: &str, from: Option<&str>, to: &str) -> String {
    let small = |text: &str| !text.chars().any(char::is_uppercase);
    let capital = from
        .filter(|from| small(from) && small(to))
        .is_some_and(|from| {
            let at = old.to_lowercase().find(&from.to_lowercase());
            at.and_then(|at| old.get(at..))
                .is_some_and(|there| there.starts_with(char::is_uppercase))
        });
    match (capital, to.chars().next()) {
        (true, Some(first)) => first.to_uppercase().chain(to.chars().skip(1)).collect(),
        _ => to.to_owned(),
    }
}

/// Sets the value that a label was named for.
fn set_value(sheet: &mut Sheet<'_>, id: &str, to: &str) -> Result<(), EngineError> {
    let old = sheet
        .node(id)
        .and_then(|n| n.as_text())
        .map_or_else(String::new, |text| text.text.clone());
    if old == to {
        return Err(EngineError::NothingChanged {
            why: format!("it says “{}” already", short(&old)),
        });
    }
    write(sheet, id, to);
    settle(sheet, &[id.to_owned()])?;
    sheet.same = vec![id.to_owned()];
    sheet.because(format!("“{}” reads “{}” now.", short(&old), short(to)));
    Ok(())
}

/// Returns the nearest filled part above a text.
fn holder(sheet: &Sheet<'_>, id: &str) -> Option<String> {
    let path = sheet.ancestors(id);
    let filled = |id: &&String| {
        sheet
            .node(id)
            .is_some_and(|node| node.style.fill.is_some() && !node.role.is_empty())
    };
    path.iter().rev().take(3).find(filled).cloned()
}

/// Sets texts that grew into what stands beside them smaller, until they do not; as they were, if that never helps.
pub fn shrink(sheet: &mut Sheet<'_>, ids: &[String], faults: &super::fit::Faults) {
    const STEPS: [f32; 6] = [0.92, 0.85, 0.78, 0.72, 0.66, 0.6];
    let before = sheet.scene.clone();
    for k in STEPS {
        sheet.scene = before.clone();
        for id in ids {
            if let Some(node) = sheet.node_mut(id)
                && let Content::Text(text) = &mut node.content
            {
                text.size = (text.size * k).max(SIZE_MIN);
                text.min_size = text.min_size.min(text.size);
            }
        }
        sheet.touch();
        if !sheet.is_worse(faults) {
            return;
        }
    }
    sheet.scene = before;
    sheet.touch();
}

pub(super) fn lines_of(sheet: &mut Sheet<'_>, id: &str) -> usize {
    let text = sheet.picture().texts.iter().find(|text| text.id == id);
    text.map_or(0, |text| text.lines.len())
}

/// Sets a text that is hardly longer than it was a little smaller where it would take another line.
pub(super) fn in_as_many_lines(sheet: &mut Sheet<'_>, id: &str, lines: usize) {
    const STEPS: [f32; 6] = [0.95, 0.9, 0.85, 0.8, 0.75, 0.7];
    if lines == 0 || lines_of(sheet, id) <= lines {
        return;
    }
    let before = sheet.scene.clone();
    let shown = sheet.picture().texts.iter().find(|text| text.id == id);
    let shown = shown.map_or(0.0, |text| text.size);
    for k in STEPS {
        if let Some(node) = sheet.node_mut(id)
            && let Content::Text(text) = &mut node.content
        {
            text.size = (shown * k).max(SIZE_MIN);
            text.min_size = text.min_size.min(text.size);
        }
        sheet.touch();
        if lines_of(sheet, id) <= lines {
            return;
        }
    }
    sheet.scene = before;
    sheet.touch();
}

/// Sets other words into a text; a first line that stands out from those below it still does.
pub fn write_headed(sheet: &mut Sheet<'_>, id: &str, to: &str) {
    let head = sheet.node(id).and_then(Node::as_text).and_then(|text| {
        let end = text.text.find('\n')?;
        let span = |span: &&Span| span.start == 0 && span.end == end;
        text.spans.iter().find(span).cloned()
    });
    write(sheet, id, to);
    if let (Some(head), Some(end)) = (head, to.find('\n'))
        && let Some(node) = sheet.node_mut(id)
        && let Content::Text(text) = &mut node.content
    {
        text.spans = vec![Span { end, ..head }];
    }
}

/// Corrects the words that are most like `to`, wherever they stand.
pub fn respell(sheet: &mut Sheet<'_>, to: &str) -> Result<(), EngineError> {
    let n = to.split_whitespace().count().max(1);
    let wanted = fold(to);
    let mut best: Option<(f32, String, String)> = None;
    for line in sheet.lines() {
        let literal = sheet.node(&line.id).is_some_and(|node| node.literal);
        let words: Vec<&str> = line.noun.split_whitespace().collect();
        for window in words.windows(n.min(words.len().max(1))) {
            let piece = window.join(" ");
            if fold(&piece) == wanted {
                continue;
            }
            let score = likeness(&fold(&piece), &wanted) + if literal { 0.05 } else { 0.0 };
            if best.as_ref().is_none_or(|(most, _, _)| score > *most) {
                best = Some((score, line.id.clone(), piece));
            }
        }
    }
    let Some((score, id, piece)) = best.filter(|(score, _, _)| *score >= MEANT) else {
        return Err(EngineError::TargetNotLocated {
            target: format!("a misspelt “{to}”"),
            found: sheet.found(),
        });
    };
    sheet.sure(score.min(1.0));
    let old = sheet
        .node(&id)
        .and_then(|n| n.as_text())
        .map_or_else(String::new, |text| text.text.clone());
    // Where a line breaks in a text, its words stand apart by other than one space.
    let new = replaced(&old, &piece, to).unwrap_or_else(|| to.to_owned());
    let lines = lines_of(sheet, &id);
    write(sheet, &id, &new);
    if sheet.scene.title == old {
        sheet.scene.title.clone_from(&new);
    }
    sheet.scene.alt = sheet.scene.alt.replace(&old, &new);
    settle(sheet, std::slice::from_ref(&id))?;
    in_as_many_lines(sheet, &id, lines);
    sheet.same = vec![id];
    sheet.because(format!("“{}” is spelt “{}” now.", short(&piece), short(to)));
    Ok(())
}

/// Returns the ids of the texts that are to change.
fn named(
    sheet: &mut Sheet<'_>,
    target: &Target,
    from: Option<&str>,
    to: &str,
) -> Result<Vec<String>, EngineError> {
    let open = matches!(
        target.what,
        Referent::Picture | Referent::AllText | Referent::Same | Referent::Subject
    );
    if let Some(from) = from {
        // The part that goes says where it is, unless the target does.
        let among = if open {
            sheet.lines()
        } else {
            sheet.find(target)?
        };
        let wanted = fold(from);
        let mut holding: Vec<String> = among
            .iter()
            .filter(|line| fold(&line.noun).contains(&wanted))
            .map(|line| line.id.clone())
            .collect();
        if holding.is_empty() {
            holding = sheet.worded(from).into_iter().map(|t| t.id).collect();
        }
        return if holding.is_empty() {
            Err(sheet.not_located(&called(target, from)))
        } else {
            Ok(holding)
        };
    }
    if open {
        let same = sheet.same.clone();
        let lines = sheet.lines();
        if target.what == Referent::Same
            && let Some(line) = lines.iter().find(|line| same.contains(&line.id))
        {
            return Ok(vec![line.id.clone()]);
        }
        let inside = same.iter().filter_map(|id| sheet.node(id)).flat_map(texts);
        let inside: Vec<(String, String)> = inside.collect();
        // "Make the button orange and change the text to Pay": the text on it.
        let spoken = target.what == Referent::Same
            || target.what == Referent::AllText && !same.contains(&sheet.scene.root.id);
        let literal: Vec<_> = lines
            .iter()
            .filter(|line| sheet.node(&line.id).is_some_and(|n| n.literal))
            .cloned()
            .collect();
        let alike = |noun: &str| likeness(&fold(noun), &fold(to));
        let best = literal
            .iter()
            .max_by(|a, b| alike(&a.noun).total_cmp(&alike(&b.noun)));
        // "… and change the text to WINTER SALE": unless another text is plainly the one that is meant.
        let other = best.is_some_and(|best| alike(&best.noun) >= MEANT);
        if let (true, [(only, words)]) = (spoken, inside.as_slice())
            && (!other || target.what == Referent::Same || alike(words) >= MEANT)
        {
            return Ok(vec![only.clone()]);
        }
        if let Some(best) = best
            && (alike(&best.noun) >= MEANT || literal.len() == 1)
        {
            sheet.sure(alike(&best.noun).max(0.7));
            return Ok(vec![best.id.clone()]);
        }
        let title = sheet.in_role(Role::Title);
        sheet.sure(0.6);
        return Ok(title.into_iter().take(1).map(|t| t.id).collect());
    }
    let found = sheet.find(target)?;
    let mut ids = Vec::new();
    for thing in &found {
        if thing.kind == Kind::Text {
            ids.push(thing.id.clone());
            continue;
        }
        let inside: Vec<(String, String)> = thing
            .own
            .iter()
            .filter_map(|id| sheet.node(id))
            .flat_map(texts)
            .collect();
        let best = inside.iter().max_by(|a, b| {
            let score = |text: &str| likeness(&fold(text), &fold(to));
            score(&a.1).total_cmp(&score(&b.1))
        });
        ids.extend(best.map(|(id, _)| id.clone()));
    }
    if matches!(target.what, Referent::Role(_)) {
        ids.truncate(1);
    }
    if ids.is_empty() {
        ids = spoken_by(sheet, &found);
    }
    if ids.is_empty() {
        return Err(sheet.not_located(target));
    }
    Ok(ids)
}

/// Returns what a thing of a comic says: the words of the balloon that is nearest above it.
fn spoken_by(sheet: &mut Sheet<'_>, who: &[Thing]) -> Vec<String> {
    let [who] = who else {
        return Vec::new();
    };
    let mut speech = sheet.with_roles(&["speech"]);
    let off =
        |own: &Thing| (own.rect.cx() - who.rect.cx()).abs() + (own.rect.cy() - who.rect.cy()).abs();
    speech.sort_by(|a, b| off(a).total_cmp(&off(b)));
    speech.truncate(1);
    speech.into_iter().map(|own| own.id).collect()
}

fn called(target: &Target, words: &str) -> Target {
    Target {
        words: format!("the text “{words}”"),
        ..target.clone()
    }
}

/// Returns the texts elsewhere that repeat one word by word.
fn twins(sheet: &Sheet<'_>, id: &str, old: &str) -> Vec<String> {
    let mut out = Vec::new();
    let literal = sheet.node(id).is_some_and(|node| node.literal);
    if old.chars().count() < 4 || !literal {
        return out;
    }
    sheet.scene.root.visit(&mut |node| {
        if node.id != id && !node.literal && node.as_text().is_some_and(|text| text.text == old) {
            out.push(node.id.clone());
        }
    });
    out
}

/// Sets the words of a text; its look stays.
pub fn write(sheet: &mut Sheet<'_>, id: &str, new: &str) {
    if let Some(node) = sheet.node_mut(id) {
        node.literal = true;
        node.filler = false;
        if let Content::Text(text) = &mut node.content {
            text.spans = kept_spans(&text.text, new, std::mem::take(&mut text.spans));
            new.clone_into(&mut text.text);
        }
    }
}

/// Returns the spans of a text that lie in what stays at its head or its foot.
fn kept_spans(old: &str, new: &str, spans: Vec<Span>) -> Vec<Span> {
    let same = |a: &mut dyn Iterator<Item = char>, b: &mut dyn Iterator<Item = char>| -> usize {
        a.zip(b)
            .take_while(|(x, y)| x == y)
            .map(|(c, _)| c.len_utf8())
            .sum()
    };
    let head = same(&mut old.chars(), &mut new.chars());
    let foot = same(&mut old.chars().rev(), &mut new.chars().rev());
    let foot = foot.min(old.len() - head).min(new.len() - head);
    let keeps = |span: Span| {
        if span.end <= head {
            return Some(span);
        }
        let from_end = (old.len() - span.start, old.len().checked_sub(span.end)?);
        (from_end.0 <= foot).then(|| Span {
            start: new.len() - from_end.0,
            end: new.len() - from_end.1,
            ..span
        })
    };
    spans.into_iter().filter_map(keeps).collect()
}

/// Makes changed texts fit: in their boxes, or smaller, or in larger boxes.
pub fn settle(sheet: &mut Sheet<'_>, ids: &[String]) -> Result<(), EngineError> {
    for id in ids {
        let bad = |sheet: &mut Sheet<'_>| {
            let text = sheet.picture().texts.iter().find(|text| text.id == *id);
            text.is_some_and(|text| text.overflow)
        };
        if bad(sheet)
            && let Some(node) = sheet.node_mut(id)
            && let Content::Text(text) = &mut node.content
        {
            text.min_size = text.min_size.min(text.size * 0.5).max(SIZE_MIN);
        }
        if bad(sheet)
            && let Some(node) = sheet.node_mut(id)
            && let Content::Text(text) = &mut node.content
        {
            text.min_size = SIZE_MIN.min(text.size);
            text.max_lines = 0;
        }
    }
    sheet.must_fit(ids)
}

/// Returns `text` with `from` replaced, whatever its case; a piece of a line of capitals is set in capitals.
pub fn replaced(text: &str, from: &str, to: &str) -> Option<String> {
    let at = position(text, from)?;
    let (start, end) = at;
    let gone = &text[start..end];
    let capitals =
        |s: &str| s.chars().any(char::is_lowercase) || !s.chars().any(char::is_uppercase);
    let to = if gone.chars().count() > 1 && text.len() > gone.len() && !capitals(text) {
        to.to_uppercase()
    } else {
        to.to_owned()
    };
    // "500 g" in the place of "250" in "250 g": the unit stands there already.
    let rest = text[end..].trim_start();
    let to = match to.rsplit_once(' ') {
        Some((figure, unit))
            if rest
                .strip_prefix(unit)
                .is_some_and(|more| !more.starts_with(char::is_alphanumeric)) =>
        {
            figure.to_owned()
        }
        _ => to,
    };
    let joined = format!("{}{to}{}", &text[..start], &text[end..]);
    Some(if to.is_empty() {
        joined.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        joined
    })
}

fn is_cased(c: char) -> bool {
    c.is_lowercase() || c.is_uppercase()
}

/// Returns the byte range of a piece in a text, exact or but for its case; whole words go first.
fn position(text: &str, piece: &str) -> Option<(usize, usize)> {
    let piece = piece.trim();
    if piece.is_empty() {
        return None;
    }
    let bounded = |start: usize, end: usize| {
        let before = text[..start].chars().next_back();
        let after = text[end..].chars().next();
        !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric)
    };
    let starts = text.char_indices().map(|(i, _)| i);
    let mut loose = None;
    for start in starts {
        let mut end = start;
        let mut own = text[start..].chars();
        let fits = piece.chars().all(|want| {
            own.next().is_some_and(|got| {
                end += got.len_utf8();
                got == want || got.to_lowercase().eq(want.to_lowercase())
            })
        });
        if fits && bounded(start, end) {
            return Some((start, end));
        }
        // "day" is no part of "Friday".
        let goes_on = text[..start].chars().next_back().is_some_and(is_cased);
        let word = piece.chars().count() >= WORD_LETTERS_MIN && piece.chars().all(is_cased);
        if fits && loose.is_none() && !(goes_on && word) {
            loose = Some((start, end));
        }
    }
    loose
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_of_texts_are_replaced() {
        for (text, from, to, want) in [
            (
                "Happy Birthday Tom",
                "Tom",
                "Anna",
                Some("Happy Birthday Anna"),
            ),
            (
                "HAPPY BIRTHDAY TOM",
                "Tom",
                "Anna",
                Some("HAPPY BIRTHDAY ANNA"),
            ),
            ("Tomorrow with Tom", "tom", "Ann", Some("Tomorrow with Ann")),
            ("Doors 7 pm", "7 pm", "8 pm", Some("Doors 8 pm")),
            ("Sale ends Friday", "Friday", "", Some("Sale ends")),
            ("Offen", "Zu", "x", None),
        ] {
            assert_eq!(replaced(text, from, to).as_deref(), want, "{text} {from}");
        }
    }
}
