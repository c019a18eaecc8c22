//! Rows that strong marks part from each other and weak marks within: "Rust Engineer at Ferrum, Berlin, €85k; Product
//! Designer at Lumo, remote, €70k", or a line each.

use super::Row;
use crate::Span;
use crate::cells::{Cell, cells};
use crate::outline::{clauses, trimmed};

/// Parts of a row, and words of one part, at most.
const PARTS_MAX: usize = 7;
const PART_WORDS_MAX: usize = 9;

/// Marks with blanks around them that part the values of a row.
const MARKS: &[&str] = &[" - ", " – ", " — ", " | ", " · ", " • "];

/// The longest run of rows that are told one like the other; empty where there is none.
pub(super) fn rows(prompt: &str, lower: &str, start: usize) -> Vec<Row> {
    let best = longest(prompt, lower, segments(lower, start));
    if best.len() >= 2 {
        return best;
    }
    // "Engineer – Berlin – €65k, Designer – Remote – €55k": between commas, where marks part each row twice.
    let commas = clauses(prompt, start)
        .into_iter()
        .map(|clause| {
            let parts = MARKS
                .iter()
                .map(|mark| lower[clause.clone()].matches(mark).count());
            let parted = parts.max().unwrap_or(0) >= 2;
            (clause, parted)
        })
        .take_while(|(_, parted)| *parted)
        .map(|(clause, _)| (clause, false))
        .collect();
    let best = longest(prompt, lower, commas);
    if best.len() >= 2 { best } else { Vec::new() }
}

/// The longest run of rows among stretches, each with whether a sentence ends with it.
fn longest(prompt: &str, lower: &str, segments: Vec<(Span, bool)>) -> Vec<Row> {
    let mut best: Vec<Row> = Vec::new();
    let mut run: Vec<Row> = Vec::new();
    for (segment, last) in segments {
        let alike = |row: &Row| {
            run.last()
                .is_none_or(|before: &Row| before.values.len().abs_diff(row.values.len()) <= 1)
        };
        match row(prompt, lower, segment, run.is_empty()).filter(alike) {
            Some(row) => run.push(row),
            None => run.clear(),
        }
        if run.len() > best.len() {
            best.clone_from(&run);
        }
        if last {
            run.clear();
        }
    }
    best
}

/// The stretches between semicolons, line breaks and the ends of sentences, and whether a sentence ends with each.
fn segments(lower: &str, start: usize) -> Vec<(Span, bool)> {
    let mut out = Vec::new();
    let mut from = start;
    let bytes = lower.as_bytes();
    for (at, c) in lower[start..].char_indices() {
        let at = start + at;
        let ends = c == '.'
            && bytes.get(at + 1).is_none_or(u8::is_ascii_whitespace)
            && !lower[from..at]
                .rsplit(' ')
                .next()
                .is_some_and(|word| matches!(word, "dr" | "mr" | "mrs" | "st" | "no" | "nr"));
        if ends || matches!(c, ';' | '\n' | '；') {
            if from < at {
                out.push((from..at, ends));
            }
            from = at + c.len_utf8();
        }
    }
    if from < lower.len() {
        out.push((from..lower.len(), true));
    }
    out
}

/// A name with one value or more; `first` for the first of a run, which stands behind what leads to it.
fn row(prompt: &str, lower: &str, segment: Span, first: bool) -> Option<Row> {
    let mut segment = segment;
    if let Some(colon) = lower[segment.clone()].find(": ").filter(|_| first) {
        segment.start += colon + 2;
    }
    let segment = trimmed(prompt, segment)?;
    // "1. Rust Engineer, …": the number of a row is none of its name.
    let text = &lower[segment.clone()];
    let digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let numbered = digits > 0 && text[digits..].starts_with([')', '.']);
    let segment = segment.start + if numbered { digits + 1 } else { 0 }..segment.end;
    let parts: Vec<Span> = parts(prompt, segment)
        .into_iter()
        .flat_map(|part| timed(prompt, part))
        .collect();
    // "job listing page, Senior Baker at Crust & Co, Leeds": what leads to the first row is none of its parts.
    let leads =
        |part: &&Span| prompt[(*part).clone()].starts_with(|c: char| c.is_ascii_lowercase());
    let skipped = if first {
        parts.iter().take_while(leads).count()
    } else {
        0
    };
    let parts = &parts[skipped..];
    let (name, values) = parts.split_first()?;
    let words = |span: &Span| prompt[span.clone()].split_whitespace().count();
    let named =
        prompt[name.clone()].starts_with(|c: char| c.is_uppercase() || c == '#' || !c.is_ascii());
    let short = parts.iter().all(|part| words(part) <= PART_WORDS_MAX);
    let marks = |span: &Span| {
        let text = &prompt[span.clone()];
        text.contains(['"', '“', '«', '→']) || text.contains(": ") || text.ends_with(':')
    };
    let plain = !parts.iter().any(marks) && !parts.iter().any(|part| is_part(&lower[part.clone()]));
    (named && short && plain && (1..PARTS_MAX).contains(&values.len())).then(|| Row {
        name: name.clone(),
        values: values.to_vec(),
        marked: false,
        end: values.last().map_or(name.end, |last| last.end),
    })
}

/// "TAP 06:40 – 09:25": a name and the times behind it are parts of their own.
fn timed(prompt: &str, part: Span) -> Vec<Span> {
    let found = cells(prompt, part.clone());
    let times = found
        .iter()
        .skip(1)
        .all(|(_, cell)| matches!(cell, Cell::Time));
    let named = found
        .first()
        .is_some_and(|(_, cell)| matches!(cell, Cell::Name | Cell::Words));
    if found.len() >= 3 && times && named {
        found.into_iter().map(|(span, _)| span).collect()
    } else {
        vec![part]
    }
}

/// The parts of a row: between dashes and bars where it has some, else between commas.
fn parts(prompt: &str, segment: Span) -> Vec<Span> {
    let text = &prompt[segment.clone()];
    let mut cuts: Vec<(usize, usize)> = MARKS
        .iter()
        .flat_map(|mark| text.match_indices(mark).map(|(at, mark)| (at, mark.len())))
        // "06:40 – 09:25": a reach from one figure to another.
        .filter(|(at, len)| {
            let before = text[..*at].ends_with(|c: char| c.is_ascii_digit());
            let behind = text[at + len..].starts_with(|c: char| c.is_ascii_digit());
            !(before && behind)
        })
        .collect();
    if cuts.is_empty() {
        return clauses(&prompt[..segment.end], segment.start);
    }
    cuts.sort_unstable();
    cuts.push((text.len(), 0));
    let mut out = Vec::new();
    let mut from = 0;
    for (at, len) in cuts {
        if at >= from {
            out.extend(trimmed(prompt, segment.start + from..segment.start + at));
            from = at + len;
        }
    }
    out
}

/// Whether a part speaks of the screen instead of standing on it.
fn is_part(words: &str) -> bool {
    words.split(|c: char| !c.is_alphanumeric()).any(|word| {
        matches!(
            word,
            "button"
                | "buttons"
                | "sidebar"
                | "header"
                | "footer"
                | "navbar"
                | "nav"
                | "background"
                | "layout"
                | "theme"
                | "page"
                | "screen"
                | "icon"
                | "icons"
                | "chart"
                | "graph"
                | "tabs"
                | "style"
                | "section"
                | "toggle"
                | "show"
                | "field"
                | "fields"
                | "image"
                | "photo"
                | "mode"
                | "colors"
                | "subtitle"
                | "title"
                | "headline"
                | "checkbox"
                | "dropdown"
        )
    })
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn rows_are_told_part_by_part() {
        for (prompt, want) in [
            (
                "job board page, 2 listings: Rust Engineer at Ferrum, Berlin, €85k; Data Analyst at Northwind, Madrid, €48k. filters on the left: Remote, Hybrid",
                "Rust Engineer at Ferrum|Berlin|€85k / Data Analyst at Northwind|Madrid|€48k",
            ),
            (
                "job listing page, Senior Baker at Crust & Co, Leeds, £28k; Barista at Bean There, York, £24k",
                "Senior Baker at Crust & Co|Leeds|£28k / Barista at Bean There|York|£24k",
            ),
            (
                "events page\n- Jazz Night – Fri 8 PM – Blue Hall\n- Book Fair – Sat 10 AM – Town Square",
                "Jazz Night|Fri 8 PM|Blue Hall / Book Fair|Sat 10 AM|Town Square",
            ),
            (
                "flight search results page: TAP 06:40 – 09:25, direct, €128; Ryanair 14:20 – 17:05, direct, €79",
                "TAP|06:40|09:25|direct|€128 / Ryanair|14:20|17:05|direct|€79",
            ),
        ] {
            let brief = read(prompt);
            let list = brief
                .lists
                .iter()
                .find(|list| list.kind == "row")
                .expect(prompt);
            let mut rows: Vec<String> = Vec::new();
            for (n, &from) in list.items.iter().enumerate() {
                let end = brief.literals[from + 1..]
                    .iter()
                    .take_while(|l| l.role == crate::Role::Value)
                    .count();
                let end = list.items.get(n + 1).map_or(from + 1 + end, |&next| next);
                let texts = brief.literals[from..end].iter().map(|l| l.text.as_str());
                rows.push(texts.collect::<Vec<_>>().join("|"));
            }
            assert_eq!(rows.join(" / "), want, "{prompt}");
        }
    }
}
