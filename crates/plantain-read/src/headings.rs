//! Claims titles that hold a figure before anybody takes it for a value: "title Attendance Week 12, bar chart Mon 94".

use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};
use crate::{Literal, Origin, Role};

/// Tokens and figures of such a title, at most: more of them are a list of values.
const TOKENS_MAX: usize = 8;
const FIGURES_MAX: usize = 2;
/// Tokens of a line that a word opens, at most.
const LINE_TOKENS_MAX: usize = 12;

pub(crate) fn claim(reader: &mut Reader<'_>) {
    if reader.is_scene() {
        return;
    }
    let mut at = 0;
    while at < reader.len() {
        at = heading(reader, at).unwrap_or(at + 1);
    }
}

/// Claims the title that a word at `at` leads to; returns where the prompt goes on.
fn heading(reader: &mut Reader<'_>, at: usize) -> Option<usize> {
    if !reader.is_free(at) {
        return None;
    }
    let (len, role) = reader
        .leads_to_title(at)
        .or_else(|| said(reader, at))
        .or_else(|| on_top(reader, at))?;
    let mut from = at + len;
    let lead = from;
    while reader.sep(from, Sep::Colon)
        || matches!(
            reader.key(from),
            "is" | "says" | "reads" | "saying" | "reading"
        )
    {
        from += 1;
    }
    let capital = reader.is_capital(from) || reader.is_caseless(from);
    let to = (from..reader.len())
        .find(|&i| ends(reader, i))
        .unwrap_or(reader.len());
    let figure = |i: usize| reader.tokens[i].kind == Kind::Number || reader.form(i).is_some();
    let figures = (from..to).filter(|&i| figure(i)).count();
    // "movie poster The Quiet Orbit, tagline Nobody hears you leave": in a list of lines the word opens a clause.
    if figures == 0 {
        let end = reader.clause_end(from).min(to);
        let lines = (crate::copy::is_printed(reader.brief.genre) || from > lead || len > 1)
            && at > 0
            && reader.clause_start(at) == at
            && (from + 1..=from + LINE_TOKENS_MAX).contains(&end)
            && (from..end).all(|i| reader.is_free(i) && reader.tokens[i].quote().is_none());
        return (capital && lines).then(|| {
            let end = goes_on(reader, end).unwrap_or(end);
            emit(reader, (at, from), end, role);
            end
        });
    }
    let to = whole_sentence(reader, (at, from), to).unwrap_or(to);
    let figures = (from..to).filter(|&i| figure(i)).count();
    let told = capital
        && (1..=FIGURES_MAX).contains(&figures)
        && to - from <= TOKENS_MAX
        && (from..to).all(|i| reader.is_free(i) && reader.tokens[i].quote().is_none());
    if !told {
        return None;
    }
    emit(reader, (at, from), to, role);
    Some(to)
}

/// "tagline Someone got off. No one got on.": a last short sentence that names nothing to be seen goes on with the line; returns
/// where it ends, with its stop.
fn goes_on(reader: &Reader<'_>, stop: usize) -> Option<usize> {
    const WORDS: std::ops::RangeInclusive<usize> = 2..=6;
    let lexicon = crate::lexicon::lexicon();
    let from = stop + 1;
    let end = (from..reader.len()).find(|&i| reader.is_sep(i))?;
    let shown = |i: usize| {
        lexicon.nouns.at(&reader.tokens, i).is_some()
            || lexicon.looks.at(&reader.tokens, i).is_some()
            || lexicon.roles.at(&reader.tokens, i).is_some()
            || lexicon.adjectives.get(reader.key(i)).is_some()
            || crate::colors::color_at(&reader.tokens, i).is_some()
            || !reader.is_free(i)
            || i > from && reader.is_capital(i)
    };
    let last = reader.sep(end, Sep::Stop) && end + 1 == reader.len();
    (reader.sep(stop, Sep::Stop)
        && last
        && WORDS.contains(&(end - from))
        && reader.is_capital(from)
        && !(from..end).any(shown))
    .then_some(end + 1)
}

/// "heading Buy 9, get 1 free.": where the word opens a sentence, what stands behind its only comma in small letters belongs to
/// the heading.
fn whole_sentence(reader: &Reader<'_>, (at, from): (usize, usize), to: usize) -> Option<usize> {
    const WORDS_MAX: usize = 4;
    let opens = at > 0 && reader.ends_sentence(at - 1);
    let end = (to + 1..reader.len())
        .find(|&i| reader.is_sep(i))
        .unwrap_or(reader.len());
    let closes = end == reader.len() || reader.ends_sentence(end);
    let small = reader.is_lower(to + 1) && (to + 1..end).all(|i| reader.is_free(i));
    let short = (2..=WORDS_MAX).contains(&end.saturating_sub(to + 1));
    (opens && reader.sep(to, Sep::Comma) && closes && small && short && from < to).then_some(end)
}

/// "… 2025 8.2 bn. Heading saying World population": the word for a title opens a sentence, and a verb says what it is.
fn said(reader: &Reader<'_>, at: usize) -> Option<(usize, Role)> {
    let word = matches!(reader.key(at), "title" | "heading" | "headline" | "header");
    let verb = matches!(reader.key(at + 1), "says" | "saying" | "reads" | "reading");
    (word && verb && reader.is_capital(at)).then_some((1, Role::Title))
}

/// "name on top Da Beppe": the word for a name, and where it stands.
fn on_top(reader: &Reader<'_>, at: usize) -> Option<(usize, Role)> {
    let word = matches!(reader.key(at), "name" | "title" | "heading" | "headline");
    let place = reader.keys(at + 1, (at + 4).min(reader.len()));
    let len = ["on top", "at the top", "on the top"]
        .iter()
        .find(|words| place.starts_with(**words))
        .map(|words| words.split(' ').count())?;
    let opens = reader.clause_start(at) == at;
    (word && opens && reader.is_lower(at)).then_some((1 + len, Role::Title))
}

/// Sets the tokens from the end of `lead` to `to`, with the marks that close them.
fn emit(reader: &mut Reader<'_>, lead: (usize, usize), to: usize, role: Role) {
    let (at, from) = lead;
    let mut span = reader.span(from, to);
    let mut next = to;
    while reader.sep(next, Sep::Mark) && reader.tokens[next].span.start == span.end {
        span.end = reader.tokens[next].span.end;
        next += 1;
    }
    reader.mark(at, from, Use::Role);
    reader.mark(from, next, Use::Literal);
    reader.brief.literals.push(Literal {
        text: reader.prompt[span.clone()].to_string(),
        span,
        role,
        origin: Origin::Introduced,
        on_object: None,
    });
}

/// Whether a title ends before this token: at a mark, or where the picture is told on.
fn ends(reader: &Reader<'_>, at: usize) -> bool {
    let within = [Sep::Slash, Sep::Dash, Sep::Other];
    let mark = reader.is_sep(at) && !within.iter().any(|sep| reader.sep(at, *sep));
    mark || reader.is_lower(at)
        && matches!(
            reader.key(at),
            "with" | "showing" | "and" | "then" | "mit" | "con" | "avec" | "com"
        )
}

#[cfg(test)]
mod tests {
    use crate::{Role, read};

    #[test]
    fn titles_keep_their_figures() {
        for (prompt, title) in [
            (
                "school dashboard title Attendance Week 12, bar chart Mon 94 Tue 96 Wed 91",
                "Attendance Week 12",
            ),
            (
                "school dashboard, title: Attendance Week 12, bar chart Mon 94 Tue 96",
                "Attendance Week 12",
            ),
            (
                "line chart titled Growth 2021-2024: 2021 5, 2022 9, 2023 14, 2024 20",
                "Growth 2021-2024",
            ),
            (
                "bar chart with title Sales 2026 and bars North 12, South 9",
                "Sales 2026",
            ),
            ("poster, headline Route 66, an old car", "Route 66"),
        ] {
            let brief = read(prompt);
            let found: Vec<&str> = brief
                .literals
                .iter()
                .filter(|l| l.role == Role::Title)
                .map(|l| l.text.as_str())
                .collect();
            assert_eq!(found, [title], "{prompt}");
            assert!(
                !brief
                    .pairs
                    .iter()
                    .any(|pair| title.starts_with(&pair.label_text)),
                "{prompt}: {:?}",
                brief.pairs
            );
        }
    }
}
