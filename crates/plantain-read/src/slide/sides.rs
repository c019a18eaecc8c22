//! Slides that set two or three sides against each other: "Before: 3 tools, manual reports; After: 1 platform".

use super::{is_wish, known};
use crate::outline::{clauses, trimmed};
use crate::{Brief, Origin, Role, Span};

/// Words of a side's name, at most.
const NAME_WORDS_MAX: usize = 4;
/// Sides that stand beside each other, at most.
const SIDES_MAX: usize = 4;

/// One side: index of its heading and of its points among the literals.
pub type Side = (usize, Vec<usize>);

/// Returns the sides of a slide that tells at least two of them with their points.
pub(super) fn sides(brief: &mut Brief, lower: &str) -> Vec<Side> {
    let prompt = brief.prompt.clone();
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let mut told: Vec<(Span, Vec<Span>)> = Vec::new();
    for segment in segments(lower, start) {
        told.extend(side(&prompt, lower, segment));
    }
    let points: usize = told.iter().map(|(_, points)| points.len()).sum();
    if !(2..=SIDES_MAX).contains(&told.len()) || points <= told.len() {
        return Vec::new();
    }
    let spans: Vec<Span> = told.iter().flat_map(|(_, points)| points.clone()).collect();
    brief.objects.retain(|o| {
        !spans
            .iter()
            .any(|s| s.start < o.span.end && o.span.start < s.end)
    });
    brief.relations.clear();
    brief.pairs.clear();
    told.into_iter()
        .map(|(name, points)| {
            let heading = heading(brief, name);
            let points = points
                .into_iter()
                .map(|span| known(brief, span, Role::Body));
            (heading, points.collect())
        })
        .collect()
}

/// The literal over a side: what was quoted before with the same words, else the name itself.
fn heading(brief: &mut Brief, name: Span) -> usize {
    let own = brief.prompt[name.clone()].to_lowercase();
    let quoted = brief
        .literals
        .iter()
        .position(|l| l.origin == Origin::Quoted && l.text.to_lowercase() == own);
    quoted.unwrap_or_else(|| known(brief, name, Role::Column))
}

/// Stretches between semicolons, bars, line breaks and full stops.
fn segments(lower: &str, start: usize) -> Vec<Span> {
    let (mut out, mut from, mut at) = (Vec::new(), start, start);
    while at < lower.len() {
        let cut = [" | ", "; ", ";", "\n", ". "]
            .iter()
            .find(|cut| lower[at..].starts_with(**cut));
        match cut {
            Some(cut) => {
                out.push(from..at);
                at += cut.len();
                from = at;
            }
            None => at += lower[at..].chars().next().map_or(1, char::len_utf8),
        }
    }
    out.push(from..lower.len());
    out
}

/// "pros - cheap, fast": the name before a colon or a dash, and the points behind it.
fn side(prompt: &str, lower: &str, segment: Span) -> Option<(Span, Vec<Span>)> {
    const HEADS: [&str; 4] = [": ", " - ", " – ", " — "];
    /// Words that introduce other parts of a slide.
    const PARTS: &[&str] = &[
        "title",
        "heading",
        "headline",
        "subtitle",
        "footer",
        "source",
        "background",
        "style",
        "theme",
        "colors",
        "colours",
        "palette",
        "points",
        "bullets",
        "bullet points",
        "agenda",
        "note",
        "speaker",
        "presenter",
        "date",
        "font",
        "slide",
        "text",
        "layout",
        "size",
        "key",
        "quote",
        "caption",
        "steps",
        "items",
        "columns",
        "sides",
    ];
    let head = |from: usize| {
        let rest = &lower[from..segment.end];
        let found = HEADS
            .iter()
            .filter_map(|head| Some((rest.find(head)?, head.len())));
        found.min().map(|(at, len)| (from + at, from + at + len))
    };
    let (mut end, mut behind) = head(segment.start)?;
    let mut from = segment.start;
    // `"Before" vs "After": before - 3 tools`: the nearest head before the first comma.
    while let Some((next, after)) = head(behind)
        && !lower[behind..next].contains(',')
    {
        (from, end, behind) = (behind, next, after);
    }
    from = lower[from..end]
        .rfind(", ")
        .map_or(from, |at| from + at + 2);
    let mut name = trimmed(prompt, from..end)?;
    for lead in [
        "with ",
        "and ",
        "on the left ",
        "on the right ",
        "left column ",
        "right column ",
        "left side ",
        "right side ",
        "left ",
        "right ",
        "column ",
    ] {
        if lower[name.clone()].starts_with(lead) {
            name.start += lead.len();
        }
    }
    let name = trimmed(prompt, name)?;
    let words = lower[name.clone()].split_whitespace().count();
    let points: Vec<Span> = clauses(&prompt[..segment.end], behind)
        .into_iter()
        .filter(|span| !is_wish(&lower[span.clone()]))
        .collect();
    let named = (1..=NAME_WORDS_MAX).contains(&words)
        && !PARTS.iter().any(|part| lower[name.clone()].ends_with(part));
    (named && !points.is_empty()).then_some((name, points))
}
