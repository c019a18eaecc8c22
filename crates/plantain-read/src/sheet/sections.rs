//! Cuts the text of a sheet at its headings and its lists into items.

use super::SectionKind;
use crate::Span;
use crate::outline::{clauses, trimmed};

/// A stretch of the prompt with the heading before it.
#[derive(Debug)]
pub(super) struct Chunk {
    /// An empty span for a list that follows a colon alone.
    pub head: Option<Span>,
    pub body: Span,
}

/// Words that head a list in any case, also without a colon.
const KNOWN: &[(&str, SectionKind)] = &[
    ("ingredients", SectionKind::Ingredients),
    ("you need", SectionKind::Ingredients),
    ("zutaten", SectionKind::Ingredients),
    ("ingredientes", SectionKind::Ingredients),
    ("ingrédients", SectionKind::Ingredients),
    ("ingredienti", SectionKind::Ingredients),
    ("ingrediënten", SectionKind::Ingredients),
    ("składniki", SectionKind::Ingredients),
    ("malzemeler", SectionKind::Ingredients),
    ("ингредиенты", SectionKind::Ingredients),
    ("інгредієнти", SectionKind::Ingredients),
    ("材料", SectionKind::Ingredients),
    ("재료", SectionKind::Ingredients),
    ("المكونات", SectionKind::Ingredients),
    ("מצרכים", SectionKind::Ingredients),
    ("सामग्री", SectionKind::Ingredients),
    ("steps", SectionKind::Steps),
    ("instructions", SectionKind::Steps),
    ("directions", SectionKind::Steps),
    ("method", SectionKind::Steps),
    ("preparation", SectionKind::Steps),
    ("how to make", SectionKind::Steps),
    ("zubereitung", SectionKind::Steps),
    ("schritte", SectionKind::Steps),
    ("pasos", SectionKind::Steps),
    ("preparación", SectionKind::Steps),
    ("elaboración", SectionKind::Steps),
    ("étapes", SectionKind::Steps),
    ("préparation", SectionKind::Steps),
    ("passaggi", SectionKind::Steps),
    ("preparazione", SectionKind::Steps),
    ("procedimento", SectionKind::Steps),
    ("preparo", SectionKind::Steps),
    ("modo de preparo", SectionKind::Steps),
    ("bereiding", SectionKind::Steps),
    ("przygotowanie", SectionKind::Steps),
    ("yapılışı", SectionKind::Steps),
    ("приготовление", SectionKind::Steps),
    ("приготування", SectionKind::Steps),
    ("做法", SectionKind::Steps),
    ("步骤", SectionKind::Steps),
    ("作り方", SectionKind::Steps),
    ("만드는 법", SectionKind::Steps),
    ("الطريقة", SectionKind::Steps),
];

/// Headings longer than this are sentences.
const HEAD_WORDS_MAX: usize = 5;

/// Returns the kind of list that a heading announces.
pub(super) fn known(head: &str) -> Option<SectionKind> {
    let head = head.trim_matches([' ', ':']);
    KNOWN
        .iter()
        .find(|(word, _)| head == *word || head.ends_with(&format!(" {word}")))
        .map(|(_, kind)| *kind)
}

/// Cuts `lower[within]` at headings: short words before a colon, or known words that begin a clause.
pub(super) fn cut(lower: &str, within: Span) -> Vec<Chunk> {
    let mut marks: Vec<(Span, usize)> = Vec::new();
    for (at, colon) in lower[within.clone()].match_indices([':', '：']) {
        let at = within.start + at;
        let behind = at + colon.len();
        if lower[behind..].starts_with(|c: char| !c.is_whitespace()) && colon == ":" {
            continue;
        }
        let from = clause_start(lower, within.start..at);
        let head = from..at;
        let words = lower[head.clone()].split_whitespace().count();
        let leads = lower[head.clone()].trim_start();
        // "for camping: tent, …": the words before belong to the sheet.
        let leading = from == within.start;
        if words <= HEAD_WORDS_MAX && !leading {
            marks.push((trimmed(lower, head).unwrap_or(at..at), behind));
        } else if leading {
            let own = known(leads).is_some();
            let head = trimmed(lower, head).filter(|_| own).unwrap_or(at..at);
            marks.push((head, behind));
        }
    }
    for (word, _) in KNOWN {
        for (at, _) in lower[within.clone()].match_indices(word) {
            let at = within.start + at;
            let end = at + word.len();
            let before = lower[within.start..at].trim_end_matches(' ');
            let opens = before.is_empty()
                || before.ends_with(['.', ',', ';', '\n', '。', '，', '、'])
                || before.ends_with(" with")
                || before.ends_with(" and");
            let bare = lower[end..].starts_with(' ') || lower[end..].starts_with('\n');
            if opens && bare && !lower[end..].trim_start().starts_with(':') {
                marks.push((at..end, end));
            }
        }
    }
    marks.sort_by_key(|(head, end)| (head.start, *end));
    marks.dedup_by(|b, a| b.0.start < a.1);
    chunks(marks, within)
}

/// Where the clause begins that ends at the end of `within`; the dot of an abbreviation begins none.
fn clause_start(lower: &str, within: Span) -> usize {
    let text = &lower[within.clone()];
    let short = |at: usize| {
        let word = text[..at].rsplit([' ', '(']).next().unwrap_or_default();
        crate::tokens::is_title(word) || matches!(word, "no" | "nr")
    };
    text.char_indices()
        .rev()
        .find(|(at, c)| {
            matches!(c, ',' | ';' | '\n' | '!' | '?' | ':' | '，' | '。')
                || *c == '.' && !short(*at)
        })
        .map_or(within.start, |(at, c)| within.start + at + c.len_utf8())
}

fn chunks(marks: Vec<(Span, usize)>, within: Span) -> Vec<Chunk> {
    let first = marks.first().map_or(within.end, |(head, _)| head.start);
    let mut out = vec![Chunk {
        head: None,
        body: within.start..first.max(within.start),
    }];
    for (i, (head, from)) in marks.iter().enumerate() {
        let end = marks
            .get(i + 1)
            .map_or(within.end, |(next, _)| next.start)
            .max(*from);
        out.push(Chunk {
            head: Some(head.clone()),
            body: *from..end,
        });
    }
    out
}

/// Cuts a list into its items: numbered, on lines of their own, sentences, or between commas.
pub(super) fn items(lower: &str, body: Span) -> Vec<Span> {
    let text = &lower[body.clone()];
    let numbered = numbers(lower, body.clone());
    if numbered.len() >= 2 {
        return numbered;
    }
    let cut_by = |marks: &[char]| -> Vec<Span> {
        let mut out = Vec::new();
        let mut start = body.start;
        for (at, mark) in text.match_indices(marks) {
            out.extend(trimmed(lower, start..body.start + at));
            start = body.start + at + mark.len();
        }
        out.extend(trimmed(lower, start..body.end));
        out
    };
    let lines = text.trim().lines().filter(|l| !l.trim().is_empty()).count();
    if lines >= 2 {
        return cut_by(&['\n']);
    }
    if text.contains(';') {
        return cut_by(&[';']);
    }
    if text.contains(" / ") && !text.contains(',') {
        return cut_by(&['/']);
    }
    clauses(&lower[..body.end], body.start)
}

/// "1. Press crust. 2. Whisk": the texts between ascending numbers.
fn numbers(lower: &str, body: Span) -> Vec<Span> {
    let mut marks: Vec<(usize, usize)> = Vec::new();
    for (at, _) in lower[body.clone()].char_indices() {
        let at = body.start + at;
        let number = (marks.len() + 1).to_string();
        let opens = at == 0 || lower[..at].ends_with([' ', '\n', ':', '(']);
        let rest = &lower[at..];
        if opens
            && rest.starts_with(&number)
            && rest[number.len()..].starts_with(['.', ')', ' '])
            && (rest[number.len()..].starts_with(['.', ')'])
                && rest
                    .get(number.len() + 1..)
                    .is_some_and(|r| r.starts_with(' ')))
        {
            marks.push((at, at + number.len() + 1));
        }
    }
    marks
        .iter()
        .enumerate()
        .filter_map(|(i, (_, from))| {
            let end = marks.get(i + 1).map_or(body.end, |(next, _)| *next);
            trimmed(lower, *from..end)
        })
        .collect()
}

/// The item without its tick box or number.
pub(super) fn bare(lower: &str, span: Span) -> Span {
    let text = &lower[span.clone()];
    let kept = text.trim_start_matches(['☐', '☑', '✓', '✔', '□', '▢', '[', ']', ' ']);
    let kept = if text.contains('[') && !text.starts_with("[]") && !text.starts_with("[ ]") {
        text
    } else {
        kept
    };
    span.end - kept.len()..span.end
}
