//! Signs that are told line by line: "parking sign: residents only, permit zone 4, 8am-6pm Mon-Fri".
//!
//! A sign has nothing but words, perhaps an arrow or a symbol, and a board. What stands between the commas behind the medium
//! is therefore written on it, unless it speaks of the board.

use super::emit;
use crate::forms::FormKind;
use crate::lexicon::lexicon;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};
use crate::{Genre, Role};

/// Words of a line, at most.
const LINE_WORDS_MAX: usize = 10;

/// Words that speak of the board or of what is drawn on it.
const BOARD: &[&str] = &[
    "arrow",
    "symbol",
    "icon",
    "pictogram",
    "triangle",
    "circle",
    "square",
    "diamond",
    "octagon",
    "background",
    "border",
    "frame",
    "font",
    "letters",
    "lettering",
    "style",
    "color",
    "colour",
    "colors",
    "colours",
    "wood",
    "wooden",
    "metal",
    "rustic",
    "vintage",
    "weathered",
    "neon",
    "chalk",
    "hanging",
    "shape",
    "shaped",
    "picture",
    "photo",
    "illustration",
    "drawing",
    "logo",
    "layout",
    "minimal",
    "modern",
    "bold",
    "text",
];

/// Claims the lines of a sign, where a colon stands right behind the words for it and nothing is quoted.
pub(super) fn claim(reader: &mut Reader<'_>) {
    if reader.brief.genre != Genre::Sign
        || !reader.quoted.is_empty()
        || !reader.brief.literals.is_empty()
    {
        return;
    }
    let Some(genre) = (0..reader.len()).rfind(|&at| reader.uses[at] == Use::Genre) else {
        return;
    };
    let colons = (genre..reader.len()).filter(|&at| reader.sep(at, Sep::Colon));
    let start = if reader.sep(genre + 1, Sep::Colon) && colons.count() == 1 {
        genre + 2
    } else if warns(reader, genre) {
        genre + 1
    } else {
        return;
    };
    let lines = lines(reader, start);
    let measured = lines
        .iter()
        .filter(|&&line| is_measured(reader, line))
        .count();
    if lines.is_empty() || measured > 0 {
        return;
    }
    for (n, (from, to)) in lines.into_iter().enumerate() {
        let role = match n {
            0 => Role::Title,
            1 => Role::Subtitle,
            _ => Role::Body,
        };
        emit(reader, from, to, role);
    }
}

/// Whether the words right behind "caution sign" are what it warns of.
fn warns(reader: &Reader<'_>, genre: usize) -> bool {
    let kind = (0..=genre).any(|at| {
        reader.uses[at] == Use::Genre
            && matches!(
                reader.key(at),
                "warning" | "caution" | "danger" | "hazard" | "safety"
            )
    });
    kind && reader.brief.language.0 == "en" && reader.is_free(genre + 1)
}

/// The clauses that are written on the sign.
fn lines(reader: &Reader<'_>, start: usize) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut at = start;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        if end > at && is_line(reader, at, end) {
            out.push((at, end));
        }
        at = end + 1;
    }
    out
}

/// Whether a clause is free, short, and speaks of nothing but what is to be read.
fn is_line(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let free = (from..to).all(|at| matches!(reader.uses[at], Use::Free | Use::Topic));
    let leads = matches!(
        reader.key(from),
        "a" | "an" | "with" | "in" | "on" | "at" | "show" | "make" | "use" | "add" | "and"
    );
    let looks = |at: usize| {
        crate::colors::color_at(&reader.tokens, at).is_some()
            || lexicon().looks.at(&reader.tokens, at).is_some()
            || matches!(reader.key(at), "on" | "and" | "with" | "in")
    };
    // "white on blue": nothing but its look.
    let colored = (from..to).all(looks);
    let board = (from..to).any(|at| BOARD.contains(&reader.key(at)));
    let emoji = (from..to).any(|at| matches!(reader.tokens[at].kind, Kind::Emoji));
    free && !leads && !colored && !board && !emoji && to - from <= LINE_WORDS_MAX
}

/// "Eagle Peak 3.2 km": a name with its distance is a row of its own.
fn is_measured(reader: &Reader<'_>, (from, to): (usize, usize)) -> bool {
    to > from + 1
        && matches!(
            reader.form(to - 1),
            Some(FormKind::Quantity | FormKind::Price | FormKind::Figure)
        )
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn what_stands_between_the_commas_is_written_on_a_sign() {
        check_texts(&[
            (
                "parking sign: residents only, permit zone 4, 8am-6pm Mon-Fri",
                &[
                    (Role::Title, "residents only"),
                    (Role::Subtitle, "permit zone 4"),
                    (Role::Time, "8am-6pm Mon-Fri"),
                ],
            ),
            (
                "pool rules sign: no running, no diving, shower first",
                &[
                    (Role::Title, "pool rules"),
                    (Role::Subtitle, "no running"),
                    (Role::Subtitle, "no diving"),
                    (Role::Body, "shower first"),
                ],
            ),
            (
                "warning sign: wet floor, yellow triangle",
                &[(Role::Title, "wet floor")],
            ),
            (
                "yellow caution sign wet floor",
                &[(Role::Title, "wet floor")],
            ),
            (
                "office door sign: Dr. Lee, room 204, please knock",
                &[
                    (Role::Title, "Dr. Lee"),
                    (Role::Subtitle, "room 204"),
                    (Role::Body, "please knock"),
                ],
            ),
        ]);
    }
}
