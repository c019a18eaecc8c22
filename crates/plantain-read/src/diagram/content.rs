//! Where the content of a diagram begins, and how it is cut: clauses, list items, instructions left out.

mod instructions;

use super::table::told::is_course;
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

/// Words that lead from the genre to what the diagram is about.
const LEADS: &[&str] = &["of", "for", "about", "on", "to", "around"];

/// Words at the start of the content that are not part of it.
const SKIPPED: &[&str] = &[
    "with",
    "showing",
    "shows",
    "show",
    "including",
    "includes",
    "containing",
    "contains",
    "that",
    "which",
    "where",
    "having",
    "has",
    "displaying",
    "featuring",
    "illustrating",
    "plotting",
    "listing",
    "plot",
];

/// Words that lead from the topic to the content.
const OPENERS: &[&str] = &[
    "with",
    "showing",
    "shows",
    "show",
    "including",
    "includes",
    "containing",
    "contains",
    "that",
    "which",
    "where",
    "having",
    "has",
    "have",
    "using",
    "labels",
    "label",
    "labelled",
    "labeled",
    "labelling",
    "titled",
    "title",
    "called",
    "named",
    "comparing",
    "compare",
    "compares",
    "displaying",
    "from",
    "featuring",
    "illustrating",
    "explaining",
    "plotting",
    "plot",
    "listing",
    "values",
    "data",
    "rows",
    "is",
];

impl Content {
    /// Returns the content behind the genre's words; none when there is no genre word.
    pub fn of(reader: &mut Reader<'_>) -> Option<Self> {
        let span = match reader.brief.genre_span.clone() {
            Some(span) => span,
            // "scatter: …": a chart may be told by the name of its form alone.
            None if reader.brief.genre == Genre::Chart && reader.sep(1, Sep::Colon) => {
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
                && LEADS.contains(&reader.key(at + 1))
        };
        while at < reader.len() && (reader.uses[at] == Use::Genre || noun(at)) {
            at += 1;
        }
        let mut topic = None;
        let led = LEADS.contains(&reader.key(at))
            || matches!(reader.uses.get(at), Some(Use::Carrier))
                && !reader.is_sep(at)
                && LEADS.contains(&reader.key(at));
        let listed = matches!(reader.brief.genre, Genre::Venn) && reader.key(at) == "of";
        // "infographic how to wash hands: …": a question up to the colon is what it is about. "how to" is a kind of picture, too.
        let behind = |at: usize| reader.tokens[at].span.start >= span.end;
        if at >= 2 && reader.key(at - 1) == "to" && reader.key(at - 2) == "how" && behind(at - 2) {
            at -= 2;
        }
        let asked = matches!(reader.key(at), "how" | "why" | "what" | "when")
            && reader.sep(reader.clause_end(at), Sep::Colon);
        if let Some((from, to)) = asked_ahead(reader) {
            topic = Some((from, to));
            at = reader.clause_end(to);
        } else if asked || named_ahead(reader, at) {
            topic = Some((at, reader.clause_end(at)));
            at = reader.clause_end(at);
        } else if led && !listed {
            let end = topic_end(reader, at + 1);
            let from = skip_words(
                reader,
                at + 1,
                end,
                match reader.brief.genre {
                    // "how coffee is made" stays a sentence.
                    Genre::Infographic => &["a", "an", "the", "my", "our", "your"],
                    _ => &["a", "an", "the", "my", "our", "your", "how"],
                },
            );
            if from < end {
                topic = Some((from, end));
            }
            at = end;
        } else if listed {
            at += 1;
        }
        if topic.is_none() && !listed {
            let opener = (at..at + 5)
                .take_while(|&i| {
                    i < reader.len()
                        && !reader.is_sep(i)
                        && reader.uses[i] != Use::Literal
                        && !is_number(reader, i)
                })
                .find(|&i| SKIPPED.contains(&reader.key(i)) && reader.is_lower(i));
            if let Some(opener) = opener.filter(|&opener| opener > at) {
                topic = Some((at, opener));
                at = opener;
            }
        }
        // "monthly users 2024: 10k, 12k": the year closes the words before the colon.
        let dated = reader.sep(at + 1, Sep::Colon)
            && reader.key(at).len() == 4
            && reader.key(at).starts_with(['1', '2'])
            && is_number(reader, at);
        if let Some((from, to)) = topic.filter(|topic| dated && topic.1 == at) {
            topic = Some((from, to + 1));
            at += 2;
        } else if let (Some((from, to)), true) = (topic, reader.brief.genre == Genre::Chart) {
            let named = figure_name(reader, from, to, at);
            topic = (from < named).then_some((from, named));
            at = named.min(at);
        }
        if at < reader.len() && SKIPPED.contains(&reader.key(at)) && reader.is_lower(at) {
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

/// "how to wash hands infographic: …": the question before the word for the medium.
fn asked_ahead(reader: &Reader<'_>) -> Option<Run> {
    let colon = reader.clause_end(0);
    let medium = (0..colon).find(|&at| matches!(reader.key(at), "infographic" | "infographics"))?;
    let how = (0..medium).find(|&at| reader.key(at) == "how" && reader.key(at + 1) == "to")?;
    (medium > how + 2 && medium + 1 == colon && reader.sep(colon, Sep::Colon))
        .then_some((how, medium))
}

/// "org chart school: Principal Ana Ruiz; …", "flowchart sign up: …": small words up to the only colon name the whole.
fn named_ahead(reader: &Reader<'_>, at: usize) -> bool {
    const WORDS_MAX: usize = 3;
    let colon = reader.clause_end(at);
    let words = colon.saturating_sub(at);
    let heads = reader.brief.genre == Genre::OrgChart;
    let others = heads && (colon + 1..reader.len()).any(|i| reader.sep(i, Sep::Colon));
    let post = colon > at && crate::posts::is_post(reader.key(colon - 1));
    matches!(reader.brief.genre, Genre::OrgChart | Genre::FlowChart)
        && reader.sep(colon, Sep::Colon)
        && (1..=WORDS_MAX).contains(&words)
        && (at..colon).all(|i| {
            reader.is_lower(i)
                && !LEADS.contains(&reader.key(i))
                && !SKIPPED.contains(&reader.key(i))
        })
        && !others
        && !post
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
    let told = reader.brief.genre == Genre::Chart
        && figures(from.min(reader.len()), reader.len()) == 0
        && figures(0, start) >= 2;
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

/// "exam results for Class A (40 …", "sales Q1 10": the name of the first figures ends the words before them; where it begins.
fn figure_name(reader: &Reader<'_>, from: usize, to: usize, next: usize) -> usize {
    let bracket = reader.sep(next, Sep::Open);
    // "energy use 2020 310, 2021 290": the year is the name of its figure.
    let year = |at: usize| {
        reader.key(at).len() == 4 && reader.key(at).starts_with(['1', '2']) && is_number(reader, at)
    };
    if next + 1 < reader.len() && year(next) && is_number(reader, next + 1) {
        return to;
    }
    let figure = next < reader.len() && is_number(reader, next) && next == to;
    if !(bracket || figure) {
        return to;
    }
    if bracket
        && let Some(lead) = (from..to)
            .rev()
            .find(|&at| matches!(reader.key(at), "for" | "of" | "in"))
    {
        return lead + 1;
    }
    let capitals = (from..to)
        .rev()
        .take_while(|&at| reader.is_capital(at))
        .last();
    capitals.unwrap_or(to - 1)
}

/// End of the words that tell the topic.
fn topic_end(reader: &Reader<'_>, from: usize) -> usize {
    let figures = matches!(
        reader.brief.genre,
        Genre::Chart | Genre::Timeline | Genre::Infographic
    );
    let mut at = from;
    while at < reader.len() {
        if reader.is_sep(at) && !glued_dash(reader, at) {
            break;
        }
        // "class 4B", "price in 2024": no figures of the data.
        let named = matches!(
            reader.key(at - 1),
            "in" | "of" | "since" | "class" | "grade"
        ) && reader.key(at).len() <= 4
            || reader.sep(at + 1, Sep::Colon) && reader.brief.genre != Genre::Chart;
        if figures && is_number(reader, at) && at > from && !named {
            break;
        }
        let charted = reader.brief.genre == Genre::Chart
            || !matches!(reader.key(at), "from" | "is" | "on" | "plot");
        let opens = OPENERS.contains(&reader.key(at)) && charted;
        let courses = reader.brief.genre == Genre::Chart && is_course(reader.key(at));
        if at > from && (opens || courses) && reader.is_lower(at) {
            break;
        }
        at += 1;
    }
    at
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

fn skip_words(reader: &Reader<'_>, mut at: usize, end: usize, words: &[&str]) -> usize {
    while at < end && words.contains(&reader.key(at)) {
        at += 1;
    }
    at
}

fn is_title_word(key: &str) -> bool {
    matches!(
        key,
        "titled" | "title" | "headline" | "heading" | "entitled" | "header"
    )
}

/// Finds "titled …", "title: …" and emits it; returns its span.
pub(super) fn title(reader: &mut Reader<'_>, content: &Content) -> Option<Span> {
    let at = (0..content.to).find(|&i| {
        is_title_word(reader.key(i)) && !matches!(reader.uses[i], Use::Genre | Use::Role)
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
    items.retain(|&(from, to)| from < to);
    items
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
    while from < to
        && (reader.is_sep(from)
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
