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
    if told.len() < 2
        && let Some(quoted) = quoted(brief, lower)
            .or_else(|| headed_quotes(brief))
            .or_else(|| zipped(brief, lower))
    {
        return quoted;
    }
    let points: usize = told.iter().map(|(_, points)| points.len()).sum();
    // `Do: "Ask first" "Keep it short"; Don't: "Interrupt"`: quotes behind a name are a point each.
    if points <= told.len()
        && let Some(quoted) = quoted(brief, lower)
    {
        return quoted;
    }
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

/// Names that sides are usually set against each other by.
const USUAL: &[&str] = &[
    "before",
    "after",
    "pros",
    "cons",
    "pro",
    "con",
    "problem",
    "solution",
    "advantages",
    "disadvantages",
    "benefits",
    "risks",
    "do",
    "don't",
    "dos",
    "don'ts",
    "old",
    "new",
    "us",
    "them",
    "strengths",
    "weaknesses",
    "opportunities",
    "threats",
    "today",
    "tomorrow",
    "now",
    "then",
    "plus",
    "minus",
    "in",
    "out",
    "vorher",
    "nachher",
    "vorteile",
    "nachteile",
    "ventajas",
    "desventajas",
    "antes",
    "después",
    "depois",
    "avantages",
    "inconvénients",
    "avant",
    "après",
    "vantagens",
    "desvantagens",
    "vantaggi",
    "svantaggi",
    "prima",
    "dopo",
];

/// `Before "Manual reports" After "Live boards"`, `left "Problem" "Slow", right "Solution" "Guided"`: quoted points behind
/// the names of their sides, or behind the places of these, where the first of each is the name.
fn quoted(brief: &mut Brief, lower: &str) -> Option<Vec<Side>> {
    /// Words beside the name of a side.
    const JOINTS: &[&str] = &[
        "and",
        "with",
        "on",
        "the",
        "column",
        "side",
        "vs",
        "versus",
        "against",
        "in",
        "at",
        "of",
        "side-by-side",
        "two",
        "columns",
        "comparing",
        "compares",
        "comparison",
        "slide",
    ];
    const PLACES: &[&str] = &["left", "right", "first", "second"];
    let mut groups: Vec<(Option<Span>, Vec<usize>)> = Vec::new();
    let mut last = brief.genre_span.as_ref().map_or(0, |span| span.end);
    for at in 0..brief.literals.len() {
        let literal = &brief.literals[at];
        if literal.origin != Origin::Quoted || literal.span.start < last {
            continue;
        }
        let gap = lower.get(last..literal.span.start)?;
        let letter = |c: char| c.is_alphanumeric() || c == '\'';
        let words: Vec<(usize, &str)> = crate::outline::words(gap)
            .map(|(at, word)| (last + at + word.find(letter).unwrap_or(0), word))
            .map(|(at, word)| (at, word.trim_matches(|c| !letter(c))))
            .filter(|(_, word)| !word.is_empty())
            .collect();
        last = literal.span.end;
        let named: Vec<_> = words
            .iter()
            .filter(|(_, word)| USUAL.contains(word))
            .collect();
        let placed = words.iter().any(|(_, word)| PLACES.contains(word));
        let plain = words.iter().all(|(_, word)| {
            USUAL.contains(word) || PLACES.contains(word) || JOINTS.contains(word)
        });
        match named.last() {
            Some((start, word)) if plain => {
                groups.push((Some(*start..start + word.len()), vec![at]));
            }
            None if placed && plain => groups.push((None, vec![at])),
            _ if plain && !groups.is_empty() => groups.last_mut()?.1.push(at),
            _ => {}
        }
    }
    let full = groups
        .iter()
        .all(|(name, points)| points.len() + usize::from(name.is_some()) >= 2);
    if !full || !(2..=SIDES_MAX).contains(&groups.len()) {
        return None;
    }
    brief.pairs.clear();
    let named = groups.into_iter().map(|(name, mut points)| {
        let heading = match name {
            Some(span) => known(brief, span, Role::Column),
            None => points.remove(0),
        };
        (heading, points)
    });
    Some(named.collect())
}

/// `Option A "Build" "6 months" Option B "Buy" "3 weeks"`: names of a few capitals, each before its quotes.
fn headed_quotes(brief: &mut Brief) -> Option<Vec<Side>> {
    const TITLES: &[&str] = &[
        "title", "headline", "heading", "subtitle", "slide", "button",
    ];
    let mut groups: Vec<(Span, Vec<usize>)> = Vec::new();
    let mut last = brief.genre_span.as_ref().map_or(0, |span| span.end);
    for at in 0..brief.literals.len() {
        let literal = &brief.literals[at];
        if literal.origin != Origin::Quoted || literal.span.start < last {
            continue;
        }
        let gap = trimmed(&brief.prompt, last..literal.span.start);
        last = literal.span.end;
        let Some(name) = gap else {
            groups.last_mut()?.1.push(at);
            continue;
        };
        let words: Vec<&str> = brief.prompt[name.clone()].split(' ').collect();
        let named = words.len() <= NAME_WORDS_MAX
            && words.iter().all(|word| {
                word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
                    && !TITLES.contains(&word.to_lowercase().trim_matches(':'))
            });
        if !named {
            return None;
        }
        groups.push((name, vec![at]));
    }
    let full = groups.iter().all(|(_, points)| points.len() >= 2);
    if !full || !(2..=SIDES_MAX).contains(&groups.len()) {
        return None;
    }
    brief.pairs.clear();
    let sides = groups
        .into_iter()
        .map(|(name, points)| (known(brief, name, Role::Column), points));
    Some(sides.collect())
}

/// `columns "Plan" "Build" with one line each "Talk" "Sprint"`: as many lines as names, told behind them.
fn zipped(brief: &mut Brief, lower: &str) -> Option<Vec<Side>> {
    let asked = ["column", "side by side", "cards", "boxes", "blocks"];
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let quoted: Vec<usize> = (0..brief.literals.len())
        .filter(|&at| brief.literals[at].origin == Origin::Quoted)
        .filter(|&at| brief.literals[at].span.start >= start)
        .collect();
    let between = |a: usize, b: usize| {
        let gap = brief.literals[a].span.end..brief.literals[b].span.start;
        lower.get(gap).unwrap_or("")
    };
    let worded = |gap: &str| {
        gap.split(|c: char| !c.is_alphanumeric())
            .any(|word| !matches!(word, "" | "and"))
    };
    let cuts: Vec<usize> = (1..quoted.len())
        .filter(|&i| worded(between(quoted[i - 1], quoted[i])))
        .collect();
    // A title may stand before the names.
    let (from, cut) = match cuts[..] {
        [cut] => (0, cut),
        [1, cut] => (1, cut),
        _ => return None,
    };
    let (names, lines) = (quoted[from..cut].to_vec(), quoted[cut..].to_vec());
    let fits = names.len() == lines.len() && (2..=SIDES_MAX).contains(&names.len());
    if !fits || !asked.iter().any(|word| lower.contains(word)) {
        return None;
    }
    brief.pairs.clear();
    Some(
        names
            .into_iter()
            .zip(lines.into_iter().map(|line| vec![line]))
            .collect(),
    )
}

/// The literal over a side: what was quoted before with the same words, else the name itself.
fn heading(brief: &mut Brief, name: Span) -> usize {
    // "Problem on the left": where a side stands is not written over it.
    let lower = brief.prompt[name.clone()].to_lowercase();
    let place = [" on the left", " on the right", " left", " right"]
        .iter()
        .find(|place| lower.ends_with(**place) && lower.len() > place.len());
    let name = name.start..name.end - place.map_or(0, |place| place.len());
    let own = brief.prompt[name.clone()].to_lowercase();
    let quoted = brief
        .literals
        .iter()
        .position(|l| l.origin == Origin::Quoted && l.text.to_lowercase() == own);
    quoted.unwrap_or_else(|| known(brief, name, Role::Column))
}

/// "Old vs new: old 3 tools, …": a segment without the heading that only names the sides.
fn behind_versus(lower: &str, segment: Span) -> Span {
    let text = &lower[segment.clone()];
    let named = text.find(": ").filter(|&colon| {
        let head = &text[..colon];
        (head.contains(" vs ") || head.contains(" vs. ") || head.contains(" versus "))
            && bare_head(&text[colon + 2..]).is_some()
    });
    segment.start + named.map_or(0, |colon| colon + 2)..segment.end
}

/// "after 10 minutes, automatic": the length of a usual name at the start of a segment, with points behind it and no mark.
fn bare_head(segment: &str) -> Option<usize> {
    let lead = segment.len() - segment.trim_start().len();
    USUAL
        .iter()
        .filter(|name| name.len() > 2)
        .find(|name| {
            segment[lead..]
                .strip_prefix(**name)
                .is_some_and(|rest| rest.starts_with(' ') && rest.contains(", "))
        })
        .map(|name| lead + name.len())
}

/// ", cons: Isolation": the length of a comma before the usual name of a side and its colon.
fn opens_side(rest: &str) -> Option<usize> {
    let behind = rest.strip_prefix(", ")?;
    let name = behind.strip_prefix("and ").unwrap_or(behind);
    let usual = USUAL.iter().any(|side| {
        name.strip_prefix(side)
            .is_some_and(|rest| rest.starts_with(':'))
    });
    usual.then_some(rest.len() - name.len())
}

/// Stretches between semicolons, bars, line breaks, full stops, and commas before the usual name of a side.
fn segments(lower: &str, start: usize) -> Vec<Span> {
    let (mut out, mut from, mut at) = (Vec::new(), start, start);
    while at < lower.len() {
        let cut = [" | ", "; ", ";", "\n", ". "]
            .iter()
            .find(|cut| lower[at..].starts_with(**cut))
            .map(|cut| cut.len())
            .or_else(|| opens_side(&lower[at..]));
        match cut {
            Some(len) => {
                out.push(from..at);
                at += len;
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
    let segment = behind_versus(lower, segment);
    let bare = bare_head(&lower[segment.clone()]).map(|len| {
        let end = segment.start + len;
        (end, end + 1)
    });
    let head = |from: usize| {
        let rest = &lower[from..segment.end];
        let found = HEADS
            .iter()
            .filter_map(|head| Some((rest.find(head)?, head.len())));
        found.min().map(|(at, len)| (from + at, from + at + len))
    };
    let (mut end, mut behind) = head(segment.start).or(bare)?;
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
