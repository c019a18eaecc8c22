//! Days that are marked and carry no words: "the 12th circled in red", "a heart on the 14th".

use super::Planner;
use super::entries::day_of;
use crate::{Color, Span};

/// What a day is marked with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MarkKind {
    /// A ring round its number.
    Ring,
    /// A tone on its whole box.
    Tone,
    Star,
    Heart,
    Cross,
    Dot,
}

/// A marked span of days, counted from 1.
#[derive(Debug, Clone, PartialEq)]
pub struct Mark {
    pub from: u32,
    pub to: u32,
    pub kind: MarkKind,
    pub color: Option<Color>,
    /// Where the prompt tells it.
    pub span: Span,
}

/// Words that mark a day, in lower case; those that only say that it is marked give a tone.
const KINDS: &[(MarkKind, &[&str])] = &[
    (
        MarkKind::Ring,
        &[
            "circle",
            "circled",
            "circling",
            "ring",
            "ringed",
            "kreis",
            "eingekreist",
            "umkreist",
            "cercle",
            "entouré",
            "entourée",
            "círculo",
            "circulo",
            "rodeado",
            "cerchio",
            "cerchiato",
            "cirkel",
            "omcirkeld",
            "圈",
            "丸",
        ],
    ),
    (
        MarkKind::Star,
        &[
            "star", "starred", "stern", "étoile", "estrella", "estrela", "stella", "ster",
            "gwiazdka",
        ],
    ),
    (
        MarkKind::Heart,
        &[
            "heart",
            "hearts",
            "herz",
            "herzen",
            "coeur",
            "cœur",
            "corazón",
            "coração",
            "cuore",
            "hart",
            "serce",
            "❤",
            "♥",
        ],
    ),
    (
        MarkKind::Cross,
        &[
            "cross", "crossed", "x", "kreuz", "croix", "cruz", "croce", "kruis",
        ],
    ),
    (
        MarkKind::Dot,
        &["dot", "dotted", "punkt", "point", "punto", "ponto", "stip"],
    ),
    (
        MarkKind::Tone,
        &[
            "highlight",
            "highlighted",
            "highlighting",
            "highlights",
            "mark",
            "marked",
            "marking",
            "marks",
            "shaded",
            "selected",
            "coloured",
            "colored",
            "filled",
            "today",
            "stressed",
            "emphasized",
            "emphasised",
            "bold",
            "markiert",
            "markiere",
            "hervorgehoben",
            "heute",
            "surligné",
            "marqué",
            "marquer",
            "resaltado",
            "marcado",
            "marca",
            "destacado",
            "hoy",
            "evidenziato",
            "segnato",
            "oggi",
            "hoje",
            "gemarkeerd",
            "zaznaczony",
            "zaznacz",
        ],
    ),
];

/// Words that may stand between a day and its mark and tell nothing more.
const TIES: &[&str] = &[
    "a",
    "an",
    "the",
    "with",
    "and",
    "on",
    "in",
    "at",
    "around",
    "over",
    "by",
    "of",
    "as",
    "is",
    "are",
    "day",
    "days",
    "date",
    "dates",
    "number",
    "box",
    "cell",
    "off",
    "out",
    "only",
    "big",
    "small",
    "little",
    "bright",
    "it",
    "sticker",
    "icon",
    "symbol",
    "background",
    "mit",
    "einem",
    "einen",
    "ein",
    "der",
    "den",
    "dem",
    "am",
    "tag",
    "im",
    "um",
    "avec",
    "un",
    "une",
    "le",
    "la",
    "jour",
    "en",
    "sur",
    "con",
    "el",
    "día",
    "sul",
    "il",
    "giorno",
    "com",
    "o",
    "dia",
    "no",
    "em",
    "met",
    "een",
    "op",
    "de",
    "dag",
];

/// Whether a word tells that a day is marked.
pub(super) fn tells(word: &str) -> bool {
    KINDS.iter().any(|(_, words)| words.contains(&word))
}

/// The mark that a clause tells when it tells nothing else; `span` is its place in the prompt.
pub(super) fn mark(text: &str, planner: &Planner, span: &Span) -> Option<Mark> {
    let cleaned = text.replace(
        ['"', '\'', '“', '”', '‘', '’', '«', '»', '(', ')', ':'],
        " ",
    );
    let words: Vec<&str> = cleaned.split_whitespace().collect();
    let (mut kind, mut days, mut color) = (None, None, None);
    let mut at = 0;
    while at < words.len() {
        let word = words[at].trim_end_matches(',');
        if let Some((from, to, used)) = days
            .is_none()
            .then(|| dated(&words[at..], planner))
            .flatten()
        {
            days = Some((from, to));
            at += used;
            continue;
        }
        let told = KINDS.iter().find(|(_, words)| words.contains(&word));
        if let Some((told, _)) = told {
            // "mark the 12th with a star": the form says more than that there is one.
            if kind.is_none_or(|kind| kind == MarkKind::Tone) {
                kind = Some(*told);
            }
        } else if let Some(named) = Color::named(word) {
            color = color.or(Some(named));
        } else if !TIES.contains(&word) {
            return None;
        }
        at += 1;
    }
    let (from, to) = days?;
    Some(Mark {
        from,
        to,
        kind: kind?,
        color,
        span: span.clone(),
    })
}

/// The days at the start of the words, and how many words they take.
fn dated(words: &[&str], planner: &Planner) -> Option<(u32, u32, usize)> {
    // A bare number before its month is a day only where one is told.
    let text = words.join(" ");
    let (from, to, used) = day_of(&format!("{text} -"), planner)?;
    Some((from, to, used.min(words.len())))
}
