//! What a chart is about, where nothing but its place tells it.

use super::scan::Scan;
use super::words;
use crate::Role;
use crate::diagram::content::Content;
use crate::reader::{Reader, Use};

/// "apples vs pears by farm - Hill 30 and 20": what is set against each other before the first row is the topic.
pub(super) fn set_against(reader: &mut Reader<'_>, scan: &Scan, content: &Content) {
    let titled = reader
        .brief
        .literals
        .iter()
        .any(|literal| literal.role == Role::Title);
    let first = scan
        .rows
        .first()
        .and_then(|row| row.head)
        .map(|head| head.0);
    let versus = scan.names.iter().find(|names| names.kind == "series");
    let (Some(first), Some(versus)) = (first, versus) else {
        return;
    };
    if titled || reader.brief.subject.is_some() || content.topic.is_some() {
        return;
    }
    let leads = versus.items.first().map_or(content.from, |item| item.0);
    // "visitors of the museum 2024 vs 2025": the years stand in the legend.
    let to = if leads > content.from { leads } else { first };
    let from = (content.from..to).find(|&at| !reader.is_sep(at));
    let to = (content.from..to).rfind(|&at| !reader.is_sep(at));
    if let (Some(from), Some(to)) = (from, to) {
        reader.brief.subject = Some(words(reader, (from, to + 1)));
        for at in from..=to {
            if reader.is_free(at) {
                reader.uses[at] = Use::Topic;
            }
        }
    }
}

/// "grouped bar chart units sold by store 2023 vs 2024: …": words in lower case before all figures are the topic.
pub(super) fn untold_topic(reader: &mut Reader<'_>, scan: &Scan, content: &Content) {
    let titled = reader
        .brief
        .literals
        .iter()
        .any(|literal| literal.role == Role::Title);
    if content.topic.is_some() || titled || reader.brief.subject.is_some() {
        return;
    }
    let Some(first) = scan.names.first().and_then(|names| names.items.first()) else {
        return;
    };
    let (from, to) = *first;
    let leads = from == content.from
        && to > from + 1
        && reader.is_lower(from)
        && (from..to).all(|at| reader.uses[at] != Use::Literal);
    if leads {
        reader.brief.subject = Some(words(reader, *first));
        reader.mark(from, to, Use::Topic);
    }
}

/// "monthly sales bar chart: …": what stands before the kind of chart is what the figures are about.
pub(in crate::diagram) fn topic_before_kind(reader: &mut Reader<'_>) {
    const WORDS_MAX: usize = 8;
    let titled = reader
        .brief
        .literals
        .iter()
        .any(|literal| literal.role == Role::Title);
    let Some(kind) = (0..reader.len()).find(|&at| reader.uses[at] == Use::Genre) else {
        return;
    };
    if titled || reader.brief.subject.is_some() {
        return;
    }
    let start = reader.clause_start(kind);
    let small = |at: usize| {
        let key = reader.key(at);
        key.starts_with(['@', '~'])
            || crate::lexicon::lexicon().stops.contains_key(key)
            || crate::lexicon::lexicon().adjectives.get(key).is_some()
    };
    let told = |at: usize| {
        matches!(
            reader.uses[at],
            Use::Topic | Use::Free | Use::Object | Use::Setting
        )
    };
    let Some(from) = (start..kind).find(|&at| told(at) && !small(at)) else {
        return;
    };
    let Some(to) = (from..kind).rfind(|&at| !small(at)).map(|at| at + 1) else {
        return;
    };
    let whole = (from..to).all(|at| told(at) || reader.uses[at] == Use::Carrier && small(at));
    let led = (start..from).all(|at| reader.uses[at] == Use::Carrier || small(at));
    if whole && led && to - from <= WORDS_MAX {
        reader.brief.subject = Some(nominative(reader, words(reader, (from, to))));
        reader.mark(from, to, Use::Topic);
    }
}

/// "aylık satışların" is "aylık satışlar": where a language joins "of" to the last word, a title is without it.
fn nominative(reader: &Reader<'_>, words: String) -> String {
    const GENITIVES: &[&str] = &["nın", "nin", "nun", "nün"];
    if reader.brief.language.0 != "tr" {
        return words;
    }
    let plural = ["ların", "lerin"].iter().any(|end| words.ends_with(end));
    let ends: &[&str] = if plural { &["ın", "in"] } else { GENITIVES };
    let bare = ends.iter().find_map(|end| words.strip_suffix(end));
    bare.unwrap_or(&words).to_string()
}
