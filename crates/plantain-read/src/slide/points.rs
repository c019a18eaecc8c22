//! The points of a slide, however they are told.

use super::{is_wish, split};
use crate::Span;
use crate::outline::{clauses, lowered, trimmed};

/// "with 4 bullet points": how many.
pub(super) fn wanted(lower: &str) -> u32 {
    const NUMBERS: &[&str] = &[
        "one", "two", "three", "four", "five", "six", "seven", "eight",
    ];
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    words
        .iter()
        .enumerate()
        .find_map(|(i, word)| {
            let listed = matches!(
                *word,
                "bullet"
                    | "bullets"
                    | "points"
                    | "reasons"
                    | "benefits"
                    | "tips"
                    | "takeaways"
                    | "steps"
                    | "facts"
            );
            let back = (1..=2).find_map(|k| {
                let w = words.get(i.checked_sub(k)?)?;
                w.parse()
                    .ok()
                    .or_else(|| NUMBERS.iter().position(|n| n == w).map(|n| n as u32 + 1))
            });
            listed.then_some(back).flatten()
        })
        .filter(|n| (1..=8).contains(n))
        .unwrap_or_else(|| if lower.contains("bullet") { 3 } else { 0 })
}

/// The points of a list: on lines of their own, numbered, or behind "bullet points:".
pub(super) fn points(prompt: &str, lower: &str, from: usize) -> Vec<Span> {
    let bullets = on_lines(prompt, from);
    if bullets.len() >= 2 {
        return bullets;
    }
    let numbered = numbered(prompt, lower, from);
    if numbered.len() >= 2 {
        return numbered;
    }
    let Some(start) = behind_head(lower, from).or_else(|| behind_title(prompt, lower, from)) else {
        return Vec::new();
    };
    let listed: Vec<Span> = clauses(prompt, start)
        .into_iter()
        .filter_map(|s| match lower[s.clone()].strip_prefix("and ") {
            Some(rest) => trimmed(prompt, s.end - rest.len()..s.end),
            None => Some(s),
        })
        .collect();
    without_wish_clauses(lower, listed)
}

/// Lines that begin with a dash or a bullet.
fn on_lines(prompt: &str, from: usize) -> Vec<Span> {
    clauses_by(prompt, from, '\n')
        .into_iter()
        .filter(|s| {
            prompt[..s.start]
                .trim_end_matches(' ')
                .ends_with(['-', '•', '*', '–'])
        })
        .collect()
}

/// "1. Intro 2. Market 3) Q&A", "1 Intro 2 Market 3 Q&A": texts behind numbers that count on from one.
fn numbered(prompt: &str, lower: &str, from: usize) -> Vec<Span> {
    /// Bare numbers from which on they count and do not measure.
    const BARE_MIN: usize = 3;
    let marked = counted(prompt, lower, from, &[".", ")"]);
    if marked.len() >= 2 {
        return marked;
    }
    let bare = counted(prompt, lower, from, &[""]);
    if bare.len() >= BARE_MIN {
        bare
    } else {
        Vec::new()
    }
}

/// Texts behind numbers that count on from one, each with one of these marks.
fn counted(prompt: &str, lower: &str, from: usize, behind: &[&str]) -> Vec<Span> {
    let mut marks = Vec::new();
    let mut at = from;
    while let Some(n) = lower
        .get(at..)
        .and_then(|t| t.find(|c: char| c.is_ascii_digit()))
    {
        let start = at + n;
        let number = (marks.len() + 1).to_string();
        let opens = start == 0 || lower[..start].ends_with([' ', '\n', ':']);
        let rest = &lower[start..];
        if opens
            && rest.starts_with(&number)
            && let Some(mark) = behind
                .iter()
                .find(|mark| rest[number.len()..].starts_with(&format!("{mark} ")))
        {
            marks.push((start, start + number.len() + mark.len()));
        }
        at = start + 1;
    }
    marks
        .iter()
        .enumerate()
        .filter_map(|(i, (_, start))| {
            let end = marks.get(i + 1).map_or(prompt.len(), |m| m.0);
            trimmed(prompt, without_wishes(prompt, lower, *start..end))
        })
        .collect()
}

/// Where the points begin behind a word for them.
fn behind_head(lower: &str, from: usize) -> Option<usize> {
    const HEADS: &[&str] = &[
        "bullet points:",
        "bullets:",
        "points:",
        "points -",
        "reasons:",
        "benefits:",
        "takeaways:",
        "steps:",
        "items:",
        "topics:",
        "agenda:",
        "slide:",
    ];
    HEADS
        .iter()
        .find_map(|head| lower[from..].find(head).map(|at| from + at + head.len()))
}

/// "con tres puntos: a, b, c": where short clauses begin behind a colon, or behind a dash right after the title ("Why we lost
/// users - slow loading, confusing pricing").
fn behind_title(prompt: &str, lower: &str, from: usize) -> Option<usize> {
    const POINT_WORDS_MAX: usize = 6;
    let dashed = [" - ", " – ", " — "]
        .iter()
        .find(|dash| lower[from..].starts_with(**dash))
        .map(|dash| from + dash.len());
    let start = match dashed {
        Some(start) => start,
        None => from + colon(&lower[from..])?,
    };
    // "revenue up 18%, churn down to 2.1%, 3 new markets: Spain, Brazil": figures before it are points as well.
    let lead = prompt[..start].trim_end_matches([':', '：']).len();
    let before = clauses(&prompt[..lead], from);
    let figured = before
        .iter()
        .filter(|s| prompt[(*s).clone()].contains(|c: char| c.is_ascii_digit()))
        .count();
    if before.len() >= 3 && figured >= 2 {
        return None;
    }
    let behind = without_wish_clauses(lower, clauses(prompt, start));
    let short = |s: &Span| prompt[s.clone()].split_whitespace().count() <= POINT_WORDS_MAX;
    (behind.len() >= 2
        && behind.iter().all(short)
        && behind.iter().all(|s| split(&prompt[s.clone()]).is_none()))
    .then_some(start)
}

/// Returns where a text goes on behind its last colon; signs of the East need no blank behind it.
fn colon(text: &str) -> Option<usize> {
    text.char_indices().rev().find_map(|(at, c)| {
        let rest = &text[at + c.len_utf8()..];
        let opens = match c {
            '：' => true,
            ':' => rest.starts_with(|c: char| c == ' ' || c > '\u{3000}'),
            _ => false,
        };
        opens.then_some(at + c.len_utf8())
    })
}

/// Drops clauses that steer the picture. "cheap, clean, renewable": one word between points is a point itself.
fn without_wish_clauses(lower: &str, listed: Vec<Span>) -> Vec<Span> {
    // "Bold with icons": the wish behind a point leaves the point.
    let listed: Vec<Span> = listed
        .into_iter()
        .map(|s| match lower[s.clone()].split_once(" with ") {
            Some((point, tail)) if is_wish(tail) && !is_wish(point) => {
                s.start..s.start + point.trim_end().len()
            }
            _ => s,
        })
        .collect();
    let wish = |s: &Span| is_wish(&lower[s.clone()]);
    let first = listed.iter().position(|s| !wish(s));
    let last = listed.iter().rposition(|s| !wish(s));
    let between = |at: usize| first < Some(at) && Some(at) < last;
    let mut at = 0;
    let mut kept = listed.clone();
    kept.retain(|s| {
        let inner = between(at) && !lower[s.clone()].contains(' ');
        at += 1;
        inner || !wish(s)
    });
    kept
}

/// "other 14%. keep it clean": what steers the picture behind a point is no part of it.
fn without_wishes(prompt: &str, lower: &str, span: Span) -> Span {
    let parts = clauses(&prompt[..span.end], span.start);
    let kept = parts
        .iter()
        .skip(1)
        .rposition(|part| !is_wish(&lower[part.clone()]))
        .map_or(0, |at| at + 1);
    match parts.get(kept) {
        Some(last) if kept + 1 < parts.len() => span.start..last.end,
        _ => span,
    }
}

fn clauses_by(text: &str, from: usize, mark: char) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = from;
    for (at, _) in text.match_indices(mark).filter(|(at, _)| *at >= from) {
        out.extend(trimmed(text, start..at));
        start = at + 1;
    }
    out.extend(trimmed(text, start..text.len()));
    out
}

/// "3 new markets: Spain, Brazil, Japan": plain clauses behind a label with a number belong to it.
pub(super) fn joined_lists(prompt: &str, clauses: Vec<Span>) -> Vec<Span> {
    let mut out: Vec<Span> = Vec::new();
    let mut open = false;
    for clause in clauses {
        let text = &prompt[clause.clone()];
        let plain = !text.contains(|c: char| c.is_ascii_digit())
            && text.split_whitespace().count() <= 3
            && !is_wish(&lowered(text));
        match out.last_mut() {
            Some(last) if open && plain => last.end = clause.end,
            _ => {
                // A label of its own list begins with its number.
                open = text.starts_with(|c: char| c.is_ascii_digit())
                    && text.split_whitespace().count() <= 4
                    && prompt[clause.end..].starts_with(':');
                open |= text.starts_with(|c: char| c.is_ascii_digit()) && text.contains(": ");
                out.push(clause);
            }
        }
    }
    out
}
