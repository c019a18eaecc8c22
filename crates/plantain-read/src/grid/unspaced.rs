//! Tables in scripts without blanks: "对比表:绿茶和红茶。发酵:不发酵 / 全发酵;水温:80℃ / 95℃".

use super::Grid;
use super::slashed::names;
use crate::outline::trimmed;
use crate::{Brief, Span};

/// Reads names that a joint parts, then rows whose cells slashes part.
pub(super) fn read(brief: &Brief, desk: &mut Brief, lower: &str) -> Option<Grid> {
    const ROWS_MIN: usize = 2;
    let prompt = &brief.prompt;
    if !prompt.chars().any(crate::tokens::is_unspaced) {
        return None;
    }
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let mut parts = sentences(prompt, start).into_iter();
    let first = parts.next()?;
    let lead = prompt[first.clone()].trim_start_matches([':', '：', ' ']);
    let heads = names(brief, lower, first.end - lead.len()..first.end)?;
    let rows: Vec<(Span, Vec<Span>)> = parts
        .filter_map(|part| row(prompt, part))
        .filter(|(_, cells)| cells.len() == heads.len())
        .collect();
    (rows.len() >= ROWS_MIN).then(|| super::labelled(desk, heads, rows))
}

/// What stands between the stops, semicolons and line breaks behind `from`.
fn sentences(prompt: &str, from: usize) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = from;
    for (at, mark) in prompt[from..].match_indices(['。', '；', ';', '\n']) {
        out.extend(trimmed(prompt, start..from + at));
        start = from + at + mark.len();
    }
    out.extend(trimmed(prompt, start..prompt.len()));
    out
}

/// "发酵:不发酵 / 全发酵": the label and its cells.
fn row(prompt: &str, part: Span) -> Option<(Span, Vec<Span>)> {
    let text = &prompt[part.clone()];
    let (colon, mark) = text.match_indices([':', '：']).next()?;
    let label = trimmed(prompt, part.start..part.start + colon)?;
    let mut at = part.start + colon + mark.len();
    let mut cells = Vec::new();
    for cell in prompt[at..part.end].split(['/', '／']) {
        cells.push(trimmed(prompt, at..at + cell.len())?);
        at += cell.len();
        at += prompt[at..part.end]
            .chars()
            .next()
            .map_or(0, char::len_utf8);
    }
    Some((label, cells))
}
