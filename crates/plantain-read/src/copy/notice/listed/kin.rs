//! What a piece of a list is: a fact, other words for the readers, or words for the designer.

use super::super::begins::{begins_offer, begins_venue, begins_when, is_day};
use super::super::is_picture;
use super::{Kin, is_compound_color, tells_a_manner};
use crate::copy::{claims, evidence};
use crate::forms::{FormKind, is_month, is_weekday};
use crate::lexicon::lexicon;
use crate::reader::Reader;
use crate::tokens::Kind;
use crate::{Genre, Role};

pub(super) fn kin(
    reader: &Reader<'_>,
    (from, to): (usize, usize),
    first: bool,
    opens: bool,
    goes_on: bool,
) -> Kin {
    let quoted = (from..to).any(|at| reader.tokens[at].quote().is_some());
    if !quoted && directs(reader, from, to) {
        return Kin::Told;
    }
    if first && is_listicle(reader, from) {
        return Kin::Fact(Role::Title);
    }
    // What comes first is the name, even where it sounds like a place.
    if let Some(role) = fact(reader, from, to).filter(|role| !first || *role != Role::Place) {
        return Kin::Fact(role);
    }
    let named = reader.is_capital(from) && !opens;
    // ". soft green": behind a full stop a colour speaks of the ground.
    let tinted = opens
        && (from..to).any(|at| {
            crate::colors::color_at(&reader.tokens, at).is_some() || is_compound_color(reader, at)
        })
        && !(from + 1..to).any(|at| reader.is_capital(at));
    let pictured = (is_picture(reader, from, to) || depicts(reader, from, to))
        && !named
        && !first
        && !claims::is_programme(reader, from, to);
    // "trio, 21 November": one word between the facts is told to the readers.
    let between = goes_on && !opens && to == from + 1 && !is_plural(reader, from);
    let label = reader.brief.genre == Genre::Label && !opens;
    let pictured = pictured || opens && shows(reader, from, to);
    if tinted
        || opens && tells_a_manner(reader, from, to)
        || pictured && !between && !label
        || only_looks(reader, from, to) && !first
    {
        return Kin::Told;
    }
    Kin::Words
}

/// "5 mistakes new managers make": a count of what a post goes on to list is its headline.
pub(super) fn is_listicle(reader: &Reader<'_>, from: usize) -> bool {
    const LISTED: &[&str] = &[
        "mistakes",
        "tips",
        "ways",
        "reasons",
        "things",
        "habits",
        "steps",
        "secrets",
        "rules",
        "facts",
        "lessons",
        "ideas",
        "signs",
        "myths",
        "tricks",
        "hacks",
        "questions",
        "trends",
    ];
    crate::numbers::count_at(&reader.tokens, from)
        .is_some_and(|(len, _)| LISTED.contains(&reader.key(from + len)))
}

/// "dark purple sky", "dunes at dusk": a place in its colours.
fn depicts(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let place = |at: usize| {
        lexicon().places.at(&reader.tokens, at).is_some()
            || matches!(
                reader.key(at),
                "sky"
                    | "sunset"
                    | "sunrise"
                    | "night"
                    | "dusk"
                    | "dawn"
                    | "stars"
                    | "clouds"
                    | "sun"
                    | "moon"
            )
    };
    let tinted = |at: usize| crate::colors::color_at(&reader.tokens, at).is_some();
    let told = |at: usize| {
        place(at)
            || tinted(at)
            || lexicon().nouns.at(&reader.tokens, at).is_some()
            || lexicon().adjectives.get(reader.key(at)).is_some()
            || lexicon().stops.contains_key(reader.key(at))
    };
    (from..to).any(place) && (from..to).any(tinted) && (from..to).all(told)
}

/// ". little wedge of cheese": behind a full stop a few small words on a thing, which its looks or an article lead.
fn shows(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    const WORDS_MAX: usize = 5;
    let led = matches!(reader.key(from), "a" | "an")
        || lexicon().adjectives.get(reader.key(from)).is_some();
    let things = |at: usize| lexicon().nouns.at(&reader.tokens, at).is_some();
    led && (2..=WORDS_MAX).contains(&(to - from))
        && (from..to).all(|at| reader.is_lower(at))
        && (from + 1..to).any(things)
        && !evidence::addresses(reader.text(from, to))
}

fn is_plural(reader: &Reader<'_>, at: usize) -> bool {
    lexicon()
        .nouns
        .at(&reader.tokens, at)
        .is_some_and(|(_, noun)| noun.plural)
}

/// Whether the words speak to the designer.
fn directs(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let denied = matches!(reader.key(from), "no" | "without" | "don't" | "not")
        && !begins_offer(reader, from);
    let canvas =
        (from..to).any(|at| matches!(reader.form(at), Some(FormKind::Canvas | FormKind::Hex)));
    let asks = matches!(
        reader.key(from),
        "keep" | "make" | "put" | "leave" | "maybe"
    ) && !reader.is_capital(from);
    denied || canvas || asks || evidence::steers_by_words(reader, from, to)
}

/// Whether the words tell colours, styles and moods and nothing else.
fn only_looks(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let look = |at: usize| {
        lexicon().looks.at(&reader.tokens, at).is_some()
            || crate::colors::color_at(&reader.tokens, at).is_some()
    };
    let small = |at: usize| {
        let key = reader.key(at);
        key.starts_with(['@', '~'])
            || lexicon().stops.contains_key(key)
            || lexicon().adjectives.get(key).is_some()
    };
    (from..to).any(look) && (from..to).all(|at| look(at) || small(at) || reader.is_sep(at))
}

/// The part of a piece that tells when, for how much, how to reach somebody, or how many.
pub(super) fn fact(reader: &Reader<'_>, from: usize, to: usize) -> Option<Role> {
    let forms = |kinds: &[FormKind]| {
        (from..to).any(|at| reader.form(at).is_some_and(|form| kinds.contains(&form)))
    };
    if forms(&[
        FormKind::Phone,
        FormKind::Email,
        FormKind::Url,
        FormKind::Handle,
    ]) {
        return Some(Role::Contact);
    }
    if forms(&[FormKind::Hashtag]) {
        return Some(Role::Small);
    }
    let calendar =
        |at: usize| is_day(reader, at) || is_month(reader.key(at)) || is_weekday(reader.key(at));
    // "Morning Flow with Priya": two capitals make a name of the part of a day.
    let named = matches!(
        reader.key(from),
        "morning" | "evening" | "night" | "noon" | "midnight" | "sunday"
    ) && reader.is_capital(from)
        && reader.is_capital(from + 1)
        && from + 1 < to
        && !(from + 1..to).any(calendar)
        && !forms(&[FormKind::Time, FormKind::Date]);
    let leads =
        !named && (begins_when(reader, from) || calendar(from) || opens_with_time(reader, from));
    // "毎週土曜", "每周三", "매주 토요일": the signs of days stand inside words.
    let signs = reader.text(from, to);
    let eastern = (from..to).any(|at| reader.is_caseless(at))
        && (signs.contains(['曜', '周', '週']) || signs.contains("星期") || signs.contains("요일"));
    let dated = eastern || (from..to).any(calendar);
    let timed = forms(&[FormKind::Time, FormKind::Date]);
    if leads && (dated || timed || begins_when(reader, from)) {
        return Some(if dated { Role::Date } else { Role::Time });
    }
    if forms(&[FormKind::Quantity]) && to == from + 1 {
        return Some(Role::Small);
    }
    if forms(&[FormKind::Price, FormKind::Percent]) && to == from + 1 {
        return Some(Role::Price);
    }
    if address(reader, from, to) {
        return Some(Role::Place);
    }
    let figured = forms(&[
        FormKind::Price,
        FormKind::Percent,
        FormKind::Quantity,
        FormKind::Date,
        FormKind::Time,
    ]) || begins_offer(reader, from);
    figured.then_some(Role::Body)
}

/// "毎週土曜 7:00": in scripts without capitals the hour or the day may stand behind a word or two.
fn opens_with_time(reader: &Reader<'_>, from: usize) -> bool {
    let timed = |at: usize| matches!(reader.form(at), Some(FormKind::Time | FormKind::Date));
    // "每周三晚7点", "毎週土曜 7:00"
    timed(from) || reader.is_caseless(from) && (from + 1..from + 5).any(timed)
}

/// "44 Mill Rd", "Lindenstraße 7", or the name of a house.
fn address(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let number = |at: usize| {
        reader.tokens[at].kind == Kind::Number
            && reader.key(at).bytes().all(|b| b.is_ascii_digit())
            && reader.key(at).len() <= 5
    };
    let numbered = to - from >= 2 && to - from <= 6 && number(from) && reader.is_capital(from + 1);
    numbered || reader.brief.genre != Genre::Label && begins_venue(reader, from, to)
}
