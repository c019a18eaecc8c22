//! Where the content of a diagram begins, and how it is cut: clauses, list items, instructions left out.

mod instructions;
mod topic;

use crate::reader::{Reader, Use};

use crate::tokens::{Kind, Sep};

use crate::{Genre, Origin, Role, Span};

pub(super) use instructions::is_instruction;

/// Tokens `from..to`.
pub(super) type Run = (usize, usize);

/// The content of a diagram in the prompt.
#[derive(Debug, Clone)]
pub(super) struct Content {
    /// First token of the content.
    pub from: usize,
    pub to: usize,
    /// What the diagram is about ("the moon landing"), when the prompt says so before the content.
    pub topic: Option<Run>,
}

impl Content {
    /// Returns the content behind the genre's words; none when there is no genre word.
    pub fn of(reader: &mut Reader<'_>) -> Option<Self> {
        let span = match reader.brief.genre_span.clone() {
            Some(span) => span,
            // "scatter: …": a chart may be told by the name of its form alone.
            None if reader.brief.genre == Genre::Chart
                && (reader.sep(1, Sep::Colon)
                    || reader.sep(2, Sep::Colon) && reader.tokens[1].quote().is_some()) =>
            {
                reader.tokens[0].span.clone()
            }
            None => return None,
        };
        let Some(mut at) = (0..reader.len()).find(|&i| reader.tokens[i].span.start >= span.end)
        else {
            return told_before(reader, span.start, reader.len());
        };
        let noun = |at: usize| {
            matches!(reader.key(at), "table" | "chart" | "graph" | "diagram")
                && topic::leads(reader.key(at + 1))
        };
        while at < reader.len() && (reader.uses[at] == Use::Genre || noun(at)) {
            at += 1;
        }
        // "Venn (two ovals) for a worksheet": a remark in brackets right behind the kind says how it is drawn.
        if let Some(close) = remark(reader, at) {
            reader.mark(at, close + 1, Use::Described);
            at = close + 1;
        }
        let (topic, behind) = topic::of(reader, at, &span);
        at = behind;
        if at < reader.len() && topic::is_skipped(reader, at) {
            at += 1;
        }
        while matches!(
            reader.key(at),
            "comparison"
                | "chart"
                | "diagram"
                | "list"
                | "table"
                | "graphic"
                | "analysis"
                | "matrix"
                | "infographic"
        ) && (reader.is_sep(at + 1) || reader.key(at + 1) == "with")
        {
            at += 1;
        }
        while at < reader.len() && reader.is_sep(at) && !reader.sep(at, Sep::Open) {
            at += 1;
        }
        if let Some(before) =
            told_before(reader, span.start, at).or_else(|| named_before(reader, span.start, at))
        {
            return Some(before);
        }
        Some(Self {
            from: at,
            to: reader.len(),
            topic,
        })
    }

    /// Returns the topic in the words of the prompt, with a capital.
    pub fn subject(&self, reader: &Reader<'_>) -> Option<String> {
        let (from, to) = self.topic?;
        let text = reader.text(from, to).trim();
        (!text.is_empty()).then(|| crate::literals::capitalized(text))
    }
}

/// The end of a short remark in brackets at `at` that lists nothing and has no figures.
fn remark(reader: &Reader<'_>, at: usize) -> Option<usize> {
    const WORDS_MAX: usize = 4;
    let open = reader.sep(at, Sep::Open).then_some(at)?;
    let close =
        (open + 1..reader.len().min(open + 2 + WORDS_MAX)).find(|&i| reader.sep(i, Sep::Close))?;
    let plain = (open + 1..close).all(|i| reader.tokens[i].is_word() && reader.is_lower(i));
    (plain && close > open + 1).then_some(close)
}

/// "sales were 20 in Q1 and 40 in Q2. make a bar chart of that": the figures may stand in the sentences before the genre.
fn told_before(reader: &Reader<'_>, genre: usize, from: usize) -> Option<Content> {
    let figures = |from: usize, to: usize| (from..to).filter(|&at| is_number(reader, at)).count();
    let first = (0..reader.len()).find(|&at| reader.tokens[at].span.start >= genre)?;
    let start = (0..first).rev().find(|&at| {
        reader.ends_sentence(at)
            || spaced_dash(reader, at)
            || reader.sep(at, Sep::Comma) && at + 1 == reader.clause_start(first)
    })?;
    let numbers = reader.brief.genre == Genre::Chart
        && figures(from.min(reader.len()), reader.len()) == 0
        && figures(0, start) >= 2;
    // "- Board\n  - Director: Ana\nmake this an org chart": lines before the last, which only asks.
    const LINES_MIN: usize = 3;
    let lines = (0..=start).filter(|&at| reader.sep(at, Sep::Line)).count();
    let silent = (from.min(reader.len())..reader.len()).all(|at| reader.is_sep(at));
    let listed = matches!(
        reader.brief.genre,
        Genre::OrgChart | Genre::FlowChart | Genre::Timeline | Genre::MindMap
    ) && silent
        && lines >= LINES_MIN;
    let told = numbers || listed;
    told.then_some(Content {
        from: 0,
        to: start,
        topic: None,
    })
}

/// "compare fruits and vegetables in a venn diagram": the sets stand before the genre when nothing stands behind it.
fn named_before(reader: &Reader<'_>, genre: usize, from: usize) -> Option<Content> {
    let first = (0..reader.len()).find(|&at| reader.tokens[at].span.start >= genre)?;
    let silent = (from..reader.len()).all(|at| reader.is_sep(at));
    if reader.brief.genre != Genre::Venn || !silent {
        return None;
    }
    let opens = (0..first).find(|&at| {
        matches!(
            reader.key(at),
            "compare" | "comparing" | "contrast" | "of" | "between"
        )
    })?;
    let ends = (opens + 1..first).find(|&at| {
        matches!(reader.key(at), "in" | "using" | "with" | "as") && reader.is_lower(at)
    });
    Some(Content {
        from: opens + 1,
        to: ends.unwrap_or(first),
        topic: None,
    })
}

/// Whether a token is a number with nothing but digits in it, or a value.
fn is_number(reader: &Reader<'_>, at: usize) -> bool {
    match reader.tokens[at].kind {
        Kind::Form(_) => true,
        Kind::Number => !reader.key(at).contains(char::is_alphabetic),
        _ => false,
    }
}

/// A dash inside a word ("check-in").
fn glued_dash(reader: &Reader<'_>, at: usize) -> bool {
    reader.sep(at, Sep::Dash)
        && at > 0
        && at + 1 < reader.len()
        && reader.tokens[at - 1].span.end == reader.tokens[at].span.start
        && reader.tokens[at].span.end == reader.tokens[at + 1].span.start
}

/// A dash between blanks parts a name from what belongs to it.
pub(super) fn spaced_dash(reader: &Reader<'_>, at: usize) -> bool {
    reader.sep(at, Sep::Dash) && !glued_dash(reader, at)
}

fn is_title_word(key: &str) -> bool {
    matches!(
        key,
        "titled" | "title" | "headline" | "heading" | "entitled" | "header"
    )
}

/// "タイトルは「…」", "标题写 …": the small words of scripts without articles that lead from "title" to it.
fn is_topic_mark(reader: &Reader<'_>, at: usize) -> bool {
    matches!(
        reader.text(at, at + 1),
        "は" | "を" | "が" | "写" | "写着" | "为" | "是" | "叫" | "은" | "는" | "이" | "가"
    )
}

/// Finds "titled …", "title: …" and emits it; returns its span.
pub(super) fn title(reader: &mut Reader<'_>, content: &Content) -> Option<Span> {
    let at = (0..content.to).find(|&i| {
        let quote = |at: usize| {
            let token = reader.tokens.get(at);
            token.is_some_and(|token| token.quote().is_some())
        };
        // `Call it "In the Air"`, `radar chart …, name "Kaelra the Bold"`
        let named = matches!(reader.key(i), "name" | "named")
            && reader.brief.genre == Genre::Chart
            && quote(i + 1);
        let called = named || reader.key(i) == "call" && reader.key(i + 1) == "it" && quote(i + 2);
        (is_title_word(reader.key(i)) || called)
            && !matches!(reader.uses[i], Use::Genre | Use::Role)
    })?;
    let mut from = at + 1;
    while from < content.to
        && (matches!(
            reader.key(from),
            "is" | "should"
                | "be"
                | "of"
                | "the"
                | "text"
                | "reads"
                | "says"
                | "read"
                | "say"
                | "it"
                | "as"
        ) && reader.is_lower(from)
            || is_topic_mark(reader, from)
            || reader.sep(from, Sep::Colon))
    {
        from += 1;
    }
    let quoted = reader.tokens.get(from)?.quote().is_some();
    let mut to = from + 1;
    while !quoted && to < content.to && !reader.is_sep(to) {
        let figure =
            matches!(reader.tokens[to].kind, Kind::Form(_)) && reader.brief.genre == Genre::Chart;
        let with = matches!(reader.key(to), "with" | "showing" | "and")
            && reader.is_lower(to)
            && !reader.is_capital(to + 1);
        if figure || with {
            break;
        }
        to += 1;
    }
    if reader.is_sep(from) || !quoted && to > from + 9 {
        return None;
    }
    // "Our Journey:" and "Growth?": the mark stays, a stop does not.
    if reader.sep(to, Sep::Mark) {
        to += 1;
    }
    reader.mark(at, from, Use::Role);
    let index = super::emit(reader, (from, to), Role::Title);
    let literal = &mut reader.brief.literals[index];
    literal.origin = if quoted {
        Origin::Quoted
    } else {
        Origin::Introduced
    };
    Some(literal.span.clone())
}

/// "infographic "5 ways to rest" - sleep, walk, read": the only text in quotes, in front of a list, is the title; emits it,
/// lets the content begin behind it and returns its span.
pub(super) fn quoted_title(reader: &mut Reader<'_>, content: &mut Content) -> Option<Span> {
    // Elsewhere the first text is the middle, the head or a set.
    let entitled = matches!(
        reader.brief.genre,
        Genre::Cycle
            | Genre::LabelledDiagram
            | Genre::CrossSection
            | Genre::Atom
            | Genre::Infographic
            | Genre::FlowChart
            | Genre::Timeline
            | Genre::Map
            | Genre::Chart
    );
    let sign = |at: usize| reader.is_sep(at) || matches!(reader.tokens[at].kind, Kind::Emoji);
    let at = (content.from..content.to).find(|&at| !sign(at))?;
    reader.tokens[at].quote()?;
    // `"You are here" pin in red`: a place of the map.
    let pinned = reader.brief.genre == Genre::Map
        && matches!(
            reader.key(at + 1),
            "pin" | "marker" | "dot" | "flag" | "arrow" | "star"
        );
    if pinned {
        return None;
    }
    // `org chart "Bakery": Owner Rosa; …`: a colon parts it from more than one statement.
    let entitled = entitled
        || reader.brief.genre == Genre::OrgChart
            && reader.sep(at + 1, Sep::Colon)
            && clauses(reader, (at + 2, content.to)).len() > 1;
    let behind = (at + 1..content.to).find(|&i| !reader.is_sep(i))?;
    let leads = entitled && !(at + 1..behind).any(|i| reader.sep(i, Sep::Arrow));
    // `line graph "Heat" 6am 12° 9am 15°`: figures part items, too.
    let figured = reader.brief.genre == Genre::Chart
        && (behind..content.to)
            .filter(|&i| is_number(reader, i))
            .count()
            >= 4;
    // `flowchart "Hiring": Apply → Interview`
    let chained = reader.brief.genre == Genre::FlowChart
        && reader.sep(at + 1, Sep::Colon)
        && (behind..content.to).any(|i| reader.sep(i, Sep::Arrow));
    if !leads || !figured && !chained && list(reader, (behind, content.to)).len() < 2 {
        return None;
    }
    let index = super::emit(reader, (at, at + 1), Role::Title);
    content.from = behind;
    Some(reader.brief.literals[index].span.clone())
}

/// "website traffic in purple": where words end without the colour behind them.
pub(super) fn untinted(reader: &Reader<'_>, (from, to): Run) -> usize {
    let tinted = (from + 1..to).rfind(|&at| {
        reader.key(at) == "in"
            && (at + 1..to).any(|i| {
                crate::colors::color_at(&reader.tokens, i).is_some_and(|(len, _)| i + len == to)
            })
    });
    tinted.unwrap_or(to)
}

/// Takes a title back.
pub(super) fn untitle(reader: &mut Reader<'_>, span: Span) {
    reader.brief.literals.retain(|literal| literal.span != span);
    for at in 0..reader.len() {
        let token = &reader.tokens[at].span;
        if token.start >= span.start && token.end <= span.end {
            reader.uses[at] = Use::Free;
        }
    }
}

/// Whether a token may be content: it has no other use, or only its look ("clean energy").
fn may_be_content(reader: &Reader<'_>, at: usize) -> bool {
    matches!(
        reader.uses[at],
        Use::Free | Use::Look | Use::Canvas | Use::Described | Use::Topic | Use::Genre
    )
}

/// Cuts `from..to` at separators for which `cuts` holds, outside brackets; empty stretches are left out.
pub(super) fn cut(
    reader: &Reader<'_>,
    (from, to): Run,
    cuts: impl Fn(&Reader<'_>, usize) -> bool,
) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut depth = 0_u32;
    let mut start = from;
    for at in from..to {
        if reader.sep(at, Sep::Open) {
            depth += 1;
        } else if reader.sep(at, Sep::Close) {
            depth = depth.saturating_sub(1);
        } else if depth == 0 && cuts(reader, at) {
            let end = at + usize::from(reader.sep(at, Sep::Mark));
            runs.push((start, end));
            start = at + 1;
        }
    }
    runs.push((start, to));
    runs.retain(|&(from, to)| (from..to).any(|at| !reader.is_sep(at)));
    runs
}

/// Sentences, lines and parts between semicolons, without instructions.
pub(super) fn clauses(reader: &Reader<'_>, run: Run) -> Vec<Run> {
    cut(reader, run, |reader, at| {
        [Sep::Semi, Sep::Stop, Sep::Line]
            .into_iter()
            .any(|sep| reader.sep(at, sep))
            || reader.sep(at, Sep::Mark) && reader.is_capital(at + 1)
    })
    .into_iter()
    .filter(|&run| !is_instruction(reader, run))
    .collect()
}

/// The items of an enumeration: parts between commas, and around the "and" before the last.
pub(super) fn list(reader: &Reader<'_>, run: Run) -> Vec<Run> {
    let held = run.0 > 0 && reader.sep(run.0 - 1, Sep::Open);
    listed(reader, run, held)
}

/// As [`list`]; when `held`, by brackets or a head, a lone word of looks at the end is an item too ("cheap, clean").
pub(super) fn listed(reader: &Reader<'_>, run: Run, held: bool) -> Vec<Run> {
    let parts = cut(reader, run, |reader, at| {
        [Sep::Comma, Sep::Semi, Sep::Line]
            .into_iter()
            .any(|sep| reader.sep(at, sep))
    });
    // Instructions at the end do not make the item before them the last but one.
    let count = parts
        .iter()
        .rposition(|&part| held || !is_instruction(reader, part))
        .map_or(0, |last| last + 1);
    let mut items = Vec::new();
    for (n, part) in parts.into_iter().enumerate() {
        // A word of looks between items is an item ("design, engineering, business").
        let word = trim(reader, part);
        let inner = (held || n + 1 < count)
            && word.1 == word.0 + 1
            && matches!(
                reader.uses[word.0],
                Use::Look | Use::Carrier | Use::Genre | Use::Described
            );
        if is_instruction(reader, part) && !inner {
            continue;
        }
        let opens = is_joint(reader, part.0);
        let joint = (part.0 + 1..part.1.saturating_sub(1))
            .rev()
            .find(|&at| is_joint(reader, at) && depth_at(reader, part.0, at) == 0);
        match joint {
            // "4 step infographic: Wet, Soap, Scrub, Rinse and dry": as many parts are told as there are already.
            Some(at) if n + 1 == count && !opens && !tells_count(reader, count) => {
                items.push(trim(reader, (part.0, at)));
                items.push(trim(reader, (at + 1, part.1)));
            }
            _ => items.push(trim(reader, part)),
        }
    }
    if let Some(last) = items.last_mut() {
        last.1 = without_wish(reader, *last);
    }
    items.retain(|&(from, to)| from < to);
    items
}

/// "Recommend with an icon for each", "Rollout - modern, blue": where the last item ends, when words about the look of the
/// picture follow it.
pub(super) fn without_wish(reader: &Reader<'_>, (from, to): Run) -> usize {
    (from + 1..to)
        .find(|&at| {
            let told = matches!(reader.key(at), "with" | "using")
                && reader.is_lower(at)
                && instructions::names_design(reader, (at, to));
            let behind = if told { at } else { at + 1 };
            (told || spaced_dash(reader, at)) && behind < to && is_instruction(reader, (behind, to))
        })
        .unwrap_or(to)
}

/// Whether the prompt asks for this many parts of a diagram.
fn tells_count(reader: &Reader<'_>, parts: usize) -> bool {
    const PARTS: &[&str] = &[
        "step", "stage", "phase", "part", "fact", "tip", "point", "item", "box", "column", "layer",
        "reason",
    ];
    reader.brief.constraints.iter().any(|rule| {
        matches!(rule, crate::Constraint::Count { of, n } if usize::try_from(*n) == Ok(parts) && PARTS.contains(&of.as_str()))
    })
}

fn depth_at(reader: &Reader<'_>, from: usize, at: usize) -> usize {
    let count = |sep| (from..at).filter(|&i| reader.sep(i, sep)).count();
    count(Sep::Open).saturating_sub(count(Sep::Close))
}

pub(super) fn is_joint(reader: &Reader<'_>, at: usize) -> bool {
    matches!(reader.key(at), "and" | "&" | "plus" | "or")
        && !reader.is_capital(at)
        && may_be_content(reader, at)
}

/// Takes separators, conjunctions and articles off both ends.
pub(super) fn trim(reader: &Reader<'_>, (mut from, mut to): Run) -> Run {
    const FRONT: &[&str] = &[
        "and",
        "or",
        "then",
        "also",
        "the",
        "a",
        "an",
        "finally",
        "lastly",
        "plus",
        "&",
        "next",
        "with",
        "of",
        "including",
        "like",
    ];
    // "¿azúcar?": the mark that opens a question stays.
    let opens = |at: usize| matches!(reader.text(at, at + 1), "¿" | "¡") && at + 1 < to;
    while from < to
        && (reader.is_sep(from) && !opens(from)
            || matches!(reader.uses[from], Use::Literal | Use::Role) && from + 1 < to
            || FRONT.contains(&reader.key(from)) && !reader.is_capital(from) && from + 1 < to)
    {
        from += 1;
    }
    let mark = |at: usize| reader.sep(at, Sep::Mark) || closes_inner(reader, from, at);
    while to > from
        && (reader.is_sep(to - 1) && !mark(to - 1)
            || matches!(reader.key(to - 1), "and" | "or" | "then" | "with")
                && !reader.is_capital(to - 1)
            || matches!(reader.tokens[to - 1].kind, Kind::Emoji))
    {
        to -= 1;
    }
    (from, to)
}

/// Whether the bracket that closes at `at` opens inside the run.
fn closes_inner(reader: &Reader<'_>, from: usize, at: usize) -> bool {
    reader.sep(at, Sep::Close) && (from..at).any(|i| reader.sep(i, Sep::Open))
}
