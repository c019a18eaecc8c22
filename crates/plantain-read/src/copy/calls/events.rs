//! What guests are told of an event: its manners, where it is and what there is.

use super::{designs, emit, free};
use crate::forms::FormKind;
use crate::reader::Reader;
use crate::{Genre, Role};

/// "black tie", "adults only": what guests are told of a feast, nothing to be drawn.
pub(crate) fn manners(reader: &mut Reader<'_>) {
    const MANNERS: &[&str] = &[
        "black tie",
        "white tie",
        "black tie optional",
        "cocktail attire",
        "formal attire",
        "smart casual",
        "casual dress",
        "festive attire",
        "adults only",
        "no gifts",
        "no gifts please",
        "plus one welcome",
        "potluck",
        "byob",
        "open bar",
        "together with their families",
        "together with our families",
        "together with their parents",
        "together with our parents",
        "reception to follow",
        "dinner to follow",
        "drinks to follow",
        "dinner and dancing to follow",
        "dinner and dancing",
    ];
    if reader.brief.genre != Genre::Invitation {
        return;
    }
    let mut at = 0;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        let told = end > at && MANNERS.contains(&reader.keys(at, end).as_str());
        if told && free(reader, at, end) {
            emit(reader, at, end, Role::Body);
        }
        at = end + 1;
    }
}

/// Last words of a place where things happen.
const VENUES: &[&str] = &[
    "hall",
    "park",
    "observatory",
    "library",
    "square",
    "church",
    "center",
    "centre",
    "club",
    "cafe",
    "café",
    "school",
    "gym",
    "museum",
    "theatre",
    "theater",
    "station",
    "promenade",
    "house",
    "place",
    "garden",
    "gardens",
    "gallery",
    "studio",
    "pub",
    "market",
    "stadium",
    "arena",
    "campus",
    "rooftop",
    "barn",
    "winery",
    "harbour",
    "harbor",
    "plaza",
    "pier",
];

/// Last words of what is given or asked at an event.
const GIVEN: &[&str] = &[
    "provided",
    "included",
    "required",
    "welcome",
    "available",
    "allowed",
    "served",
    "needed",
    "limited",
    "recommended",
    "expected",
];

/// What a picture is to have none of: no text of an event ("no people").
const UNSHOWN: &[&str] = &[
    "text",
    "people",
    "words",
    "shadow",
    "shadows",
    "gradient",
    "gradients",
    "border",
    "borders",
    "logo",
    "icons",
    "photo",
    "photos",
    "picture",
    "pictures",
    "image",
    "images",
    "faces",
    "letters",
    "clutter",
    "animals",
    "frame",
    "illustration",
    "illustrations",
    "person",
    "humans",
    "emoji",
    "emojis",
];

/// Whether a token tells of a day, a time, or a share, as events and sales do.
pub(super) fn tells_when(reader: &Reader<'_>, at: usize) -> bool {
    let form = reader.form(at);
    let form = matches!(
        form,
        Some(FormKind::Date | FormKind::Time | FormKind::Percent)
    );
    form || crate::forms::is_weekday(reader.key(at))
}

/// "hill observatory", "telescopes provided", "no contract": behind the day of an event, where it is and what there is.
pub(super) fn fact(reader: &mut Reader<'_>, from: usize, to: usize, dated: bool) {
    let words = to - from;
    let plain = (2..=5).contains(&words)
        && free(reader, from, to)
        && (from..to).all(|i| reader.tokens[i].is_word())
        && !designs(reader, from, to);
    if !dated || !plain || from == 0 {
        return;
    }
    let last = reader.key(to - 1);
    let place = VENUES.contains(&last)
        && !matches!(reader.key(from), "a" | "an" | "with" | "showing" | "and");
    let without = matches!(reader.key(from), "no" | "zero")
        && !(from + 1..to)
            .any(|i| UNSHOWN.contains(&reader.key(i)) || matches!(reader.key(i), "please" | "pls"));
    if place {
        emit(reader, from, to, Role::Place);
    } else if GIVEN.contains(&last) || without {
        emit(reader, from, to, Role::Body);
    }
}
