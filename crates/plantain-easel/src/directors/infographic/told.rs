//! Infographics whose prompt names a subject and tells nothing of it: what is known about it, or an outline to be filled.

use plantain_scene::build::*;
use plantain_scene::color::Token;
use plantain_scene::node::FontRole;

use super::Fact;
use crate::components::diagram::{Body, Entry, Lettering, SIZE_MIN, Sheet, Words};
use crate::components::print::Zone;
use crate::knowledge::{self, Kind};
use crate::studio::Studio;

/// Parts of an outline when the prompt gives no number.
const PARTS: usize = 5;

/// What stands for facts that the prompt does not tell.
pub(super) enum Told {
    /// The prompt tells its facts.
    Itself,
    /// Known steps or facts took their place.
    Known(Kind),
    /// Nothing is known: so many empty places.
    Outline(usize),
}

/// Puts what is known in the place of facts that the prompt does not tell: texts that only name the subject become the
/// title and the line under it.
pub(super) fn fill(
    studio: &Studio<'_>,
    words: &mut Words,
    facts: &mut Vec<Fact>,
    steps: bool,
) -> Told {
    let brief = studio.brief;
    let listed = brief.lists.iter().any(|list| list.items.len() > 1);
    let spare = 2 - usize::from(words.title.is_some());
    let thin = !listed && facts.len() <= spare && facts.iter().all(|fact| fact.figure.is_none());
    if !thin || !studio.filler || !brief.pairs.is_empty() {
        return Told::Itself;
    }
    let works = brief.heard().contains("how ") || steps;
    let order = if works {
        [Kind::Steps, Kind::Facts]
    } else {
        [Kind::Facts, Kind::Steps]
    };
    let found = order
        .into_iter()
        .find_map(|kind| Some((kind, knowledge::find(brief, kind, false)?)));
    let mut heads: Vec<Entry> = facts.drain(..).map(|fact| whole(&fact.text)).collect();
    if words.title.is_none() && !heads.is_empty() {
        words.title = Some(heads.remove(0));
    }
    words.sub = words.sub.take().or_else(|| heads.into_iter().next());
    words.items.clear();
    let count = knowledge::count(brief);
    let Some((kind, topic)) = found else {
        return Told::Outline(count.unwrap_or(PARTS));
    };
    *words = std::mem::take(words).or_title(Some(topic.title));
    *facts = topic
        .some(count.unwrap_or(0), kind)
        .into_iter()
        .map(|text| Fact {
            text: Entry::filler(text),
            ..Fact::default()
        })
        .collect();
    Told::Known(kind)
}

/// An entry in one line again.
fn whole(entry: &Entry) -> Entry {
    Entry {
        text: entry.text.replace('\n', " "),
        ..entry.clone()
    }
}

/// Numbered places with lines to write on.
pub(super) fn outline(sheet: &Sheet<'_>, n: usize) -> Option<Body> {
    let zone = sheet.body;
    let pitch = (zone.h / n as f32).min(220.0);
    let d = (pitch * 0.72).min(zone.w * 0.2);
    if d < 24.0 {
        return None;
    }
    let top = zone.y + (zone.h - pitch * n as f32) * 0.5;
    let hues = sheet.hues(n);
    let mut nodes = Vec::new();
    for (i, hue) in hues.into_iter().enumerate() {
        let y = top + pitch * (i as f32 + 0.5);
        let disc = Zone::new(zone.x, y - d * 0.5, d, d);
        nodes.push(disc.hold(ellipse()).fill(hue).role("emblem"));
        if sheet.may_add_words() {
            let look = Lettering::new(FontRole::Display, d * 0.5, SIZE_MIN)
                .weight(700)
                .color(sheet.ink_on(hue))
                .centred();
            let number = sheet.write(
                &(i + 1).to_string(),
                disc.inset(d * 0.14),
                look,
                d * 0.5,
                "number",
            );
            nodes.push(number.filler());
        }
        let left = disc.right() + d * 0.4;
        for (share, at) in [(1.0, -0.12), (0.72, 0.2)] {
            let line = Zone::new(left, y + d * at, (zone.right() - left) * share, 3.0);
            nodes.push(line.hold(rect()).fill(Token::Line).radius(1.5).role("line"));
        }
    }
    Some(Body::new(nodes).note(
        "outline",
        "The prompt tells nothing about its subject, and nothing is known of it here; the places are numbered, to be filled.",
    ))
}
