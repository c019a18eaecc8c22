//! What a diagram is about, told between the words for its kind and its content.

use super::{Run, glued_dash, is_number};
use crate::diagram::table::joins_steps;
use crate::diagram::table::told::is_course;
use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{Genre, Span};

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

/// Whether a word leads from the genre to what the diagram is about.
pub(super) fn leads(key: &str) -> bool {
    LEADS.contains(&key)
}

/// Whether a small word at the start of the content is no part of it.
pub(super) fn is_skipped(reader: &Reader<'_>, at: usize) -> bool {
    SKIPPED.contains(&reader.key(at)) && reader.is_lower(at)
}

/// Returns the topic behind the words for the kind, which end before `at` (their span is `genre`), and where the prompt goes on.
pub(super) fn of(reader: &Reader<'_>, at: usize, genre: &Span) -> (Option<Run>, usize) {
    let listed = matches!(reader.brief.genre, Genre::Venn) && reader.key(at) == "of";
    let (mut topic, mut at) = asked(reader, at, genre)
        .or_else(|| led(reader, at).filter(|_| !listed))
        .unwrap_or((None, at + usize::from(listed)));
    if topic.is_none() && !listed {
        let opener = (at..at + 5)
            .take_while(|&i| {
                i < reader.len()
                    && !reader.is_sep(i)
                    && reader.uses[i] != Use::Literal
                    && !is_number(reader, i)
            })
            .find(|&i| is_skipped(reader, i));
        if let Some(opener) = opener.filter(|&opener| opener > at) {
            topic = Some((at, opener));
            at = opener;
        }
    }
    match topic {
        Some(told) => before_figures(reader, told, at),
        None => (None, at),
    }
}

/// "infographic how to wash hands: …", "org chart school: …": a question or a name up to the colon is what it is about.
fn asked(reader: &Reader<'_>, at: usize, genre: &Span) -> Option<(Option<Run>, usize)> {
    if let Some((from, to)) = asked_ahead(reader) {
        return Some((Some((from, to)), reader.clause_end(to)));
    }
    // "how to" is a kind of picture, too.
    let behind = |at: usize| reader.tokens[at].span.start >= genre.end;
    let how =
        at >= 2 && reader.key(at - 1) == "to" && reader.key(at - 2) == "how" && behind(at - 2);
    let from = if how { at - 2 } else { at };
    let colon = reader.clause_end(from);
    let asks = matches!(
        reader.key(from),
        "how" | "why" | "what" | "when" | "which" | "who" | "where"
    ) && reader.sep(colon, Sep::Colon);
    (asks || named_ahead(reader, from)).then_some((Some((from, colon)), colon))
}

/// "timeline of the moon landing with …": the words behind a small word that leads to them.
fn led(reader: &Reader<'_>, at: usize) -> Option<(Option<Run>, usize)> {
    if !leads(reader.key(at)) {
        return None;
    }
    let end = topic_end(reader, at + 1);
    let articles: &[&str] = match reader.brief.genre {
        // "how coffee is made" stays a sentence.
        Genre::Infographic => &["a", "an", "the", "my", "our", "your"],
        _ => &["a", "an", "the", "my", "our", "your", "how"],
    };
    let from = skip_words(reader, at + 1, end, articles);
    // "zum Thema Schlaf", "on the topic of sleep": the word that announces the topic is none of it.
    let announced = from + 1 < end
        && reader.brief.genre == Genre::MindMap
        && matches!(
            reader.key(from),
            "topic"
                | "theme"
                | "subject"
                | "thema"
                | "tema"
                | "sujet"
                | "thème"
                | "argomento"
                | "onderwerp"
                | "temat"
                | "тему"
                | "тема"
        );
    let from = if announced {
        skip_words(reader, from + 1, end, &["of", ":"])
    } else {
        from
    };
    Some(((from < end).then_some((from, end)), end))
}

/// The topic without the name of the first figures, or with the year that closes it.
fn before_figures(reader: &Reader<'_>, (from, to): Run, at: usize) -> (Option<Run>, usize) {
    // "monthly users 2024: 10k, 12k": the year closes the words before the colon.
    let dated = reader.sep(at + 1, Sep::Colon)
        && reader.key(at).len() == 4
        && reader.key(at).starts_with(['1', '2'])
        && is_number(reader, at);
    if dated && to == at {
        return (Some((from, to + 1)), at + 2);
    }
    if reader.brief.genre != Genre::Chart {
        return (Some((from, to)), at);
    }
    let named = figure_name(reader, from, to, at);
    ((from < named).then_some((from, named)), named.min(at))
}

/// "how to wash hands infographic: …": the question before the word for the medium.
fn asked_ahead(reader: &Reader<'_>) -> Option<Run> {
    let colon = reader.clause_end(0);
    let medium = (0..colon).find(|&at| matches!(reader.key(at), "infographic" | "infographics"))?;
    let how = (0..medium).find(|&at| reader.key(at) == "how" && reader.key(at + 1) == "to")?;
    (medium > how + 2 && medium + 1 == colon && reader.sep(colon, Sep::Colon))
        .then_some((how, medium))
}

/// "org chart school: Principal Ana Ruiz; …", "flowchart sign up: …": small words up to a colon name the whole.
fn named_ahead(reader: &Reader<'_>, at: usize) -> bool {
    const WORDS_MAX: usize = 3;
    let colon = reader.clause_end(at);
    let words = colon.saturating_sub(at);
    let heads = reader.brief.genre == Genre::OrgChart;
    let others = heads && (colon + 1..reader.len()).any(|i| reader.sep(i, Sep::Colon));
    // "org chart startup: CEO Mia, CTO Ben: …": behind the name the first post stands.
    let posted = reader
        .tokens
        .get(colon + 1)
        .is_some_and(|token| token.case == crate::tokens::Case::Upper && token.key.len() <= 4);
    let post = colon > at && crate::posts::is_post(reader.key(colon - 1));
    matches!(reader.brief.genre, Genre::OrgChart | Genre::FlowChart)
        && reader.sep(colon, Sep::Colon)
        && (1..=WORDS_MAX).contains(&words)
        && (at..colon).all(|i| {
            reader.is_lower(i)
                && !LEADS.contains(&reader.key(i))
                && !SKIPPED.contains(&reader.key(i))
        })
        && (!others || posted)
        && !post
}

/// "exam results for Class A (40 …", "sales Q1 10": the name of the first figures ends the words before them; where it begins.
fn figure_name(reader: &Reader<'_>, from: usize, to: usize, next: usize) -> usize {
    let bracket = reader.sep(next, Sep::Open);
    // "energy use 2020 310, 2021 290": the year is the name of its figure.
    let year = |at: usize| {
        reader.key(at).len() == 4 && reader.key(at).starts_with(['1', '2']) && is_number(reader, at)
    };
    // "household budget 2024 vs 2025": years that are set against each other have none.
    let against = matches!(reader.key(next + 1), "vs" | "versus" | "vs.");
    if next + 1 < reader.len() && year(next) && (against || is_number(reader, next + 1)) {
        return to;
    }
    // "website traffic 2019-2024: 12k, 18k": steps of the axis have no name.
    let stretch = reader.text(next.min(reader.len() - 1), (next + 1).min(reader.len()));
    let stepped = stretch.split_once(['-', '–']).is_some_and(|(from, to)| {
        let year = |text: &str| text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit());
        year(from) && year(to)
    });
    // "visitors by hour 8 to 14: …": the steps stand before the colon of all rows.
    let spanned = next + 3 < reader.len()
        && joins_steps(reader, next + 1)
        && is_number(reader, next + 2)
        && reader.sep(next + 3, Sep::Colon);
    // "server load 64%": what one figure measures is what the gauge is about.
    let alone = (next + 1..reader.len()).all(|at| !is_number(reader, at))
        && crate::lexicon::lexicon()
            .components
            .at(&reader.tokens, 0)
            .is_some_and(|(_, part)| *part == crate::Component::Chart(crate::ChartKind::Gauge));
    if stepped || spanned || alone && (from..to).all(|at| reader.is_lower(at)) {
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
            || reader.sep(at + 1, Sep::Colon) && reader.brief.genre != Genre::Chart
            // "timeline of Apollo 11, …": a short number closes a name.
            || reader.brief.genre == Genre::Timeline
                && reader.is_capital(at - 1)
                && reader.key(at).len() <= 2
                && reader.sep(at + 1, Sep::Comma);
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

fn skip_words(reader: &Reader<'_>, mut at: usize, end: usize, words: &[&str]) -> usize {
    while at < end && words.contains(&reader.key(at)) {
        at += 1;
    }
    at
}
