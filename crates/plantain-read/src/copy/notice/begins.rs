//! Words with which a piece of a notice begins, goes on and ends.

use crate::forms::{FormKind, is_month, is_weekday};
use crate::reader::Reader;
use crate::tokens::{Kind, lower};

/// Small words before a day or an hour, as they are written in the languages that are read.
const BEFORE_WHEN: &[&str] = &[
    "dal", "van", "on", "at", "from", "by", "this", "next", "the", "am", "ab", "um", "vom", "le",
    "dès", "du", "el", "del", "al", "las", "los", "a", "em", "às", "dia", "no", "na", "il", "alle",
    "dalle", "ore", "op", "om", "vanaf", "dne", "w", "we", "od", "o", "в", "с", "о", "у", "z",
    "saat", "de", "da", "das", "à",
];

/// Words that make an hour of the number behind them.
const BEFORE_HOUR: &[&str] = &[
    "ore", "godz", "godz.", "saat", "kl", "kl.", "alle", "dalle", "um", "om", "à", "о", "в", "as",
    "às", "las",
];

/// Words that stand inside a span of time.
const INSIDE_WHEN: &[&str] = &[
    "to",
    "until",
    "till",
    "til",
    "and",
    "&",
    "noon",
    "midnight",
    "sharp",
    "onwards",
    "late",
    "bis",
    "uhr",
    "h",
    "hrs",
    "uur",
    "am",
    "pm",
    "o'clock",
    "morning",
    "evening",
    "night",
    "afternoon",
    "day",
    "weekend",
    "month",
    "week",
    "tot",
    "fino",
    "alle",
    "até",
    "hasta",
    "au",
    "do",
    "до",
    "-",
    "–",
    "year",
    "only",
    "sharp",
    "daily",
    "only",
    "nightly",
];

/// Words of other languages with which an offer begins; a token may hold the word behind it too.
const OFFERS_ABROAD: &[&str] = &[
    "entrée",
    "eintritt",
    "entrada",
    "ingresso",
    "toegang",
    "wstęp",
    "вход",
    "вхід",
    "giriş",
    "безкоштовно",
    "prix",
    "precio",
];

fn raw(reader: &Reader<'_>, at: usize) -> String {
    if at < reader.len() {
        lower(reader.text(at, at + 1))
    } else {
        String::new()
    }
}

/// Whether the token is a day of the calendar.
pub(super) fn is_day(reader: &Reader<'_>, at: usize) -> bool {
    let key = reader.key(at);
    let single = key.trim_end_matches('s');
    let weekday = (is_weekday(key) || is_weekday(single)) && key.chars().count() > 2;
    // "may", "march" are words too: a month has its day beside it.
    let numbered = |i: usize| reader.tokens.get(i).is_some_and(|t| t.kind == Kind::Number);
    let month = is_month(key) && (numbered(at + 1) || at > 0 && numbered(at - 1));
    let other = matches!(key, "tonight" | "tomorrow" | "weekend" | "weekends")
        || matches!(key, "every" | "each");
    reader.form(at) == Some(FormKind::Date) || weekday || month || other
}

/// Whether the token is an hour or a span of hours.
fn is_hour(reader: &Reader<'_>, at: usize) -> bool {
    match reader.form(at) {
        Some(FormKind::Time) => true,
        Some(FormKind::Range) => {
            let text = raw(reader, at);
            ["am", "pm", ":", "h", "uhr"]
                .iter()
                .any(|mark| text.contains(mark))
        }
        // "10h", "20h30"
        _ => {
            let text = raw(reader, at);
            let (digits, rest) = text.split_at(text.find('h').unwrap_or(0));
            (1..=2).contains(&digits.len())
                && digits.bytes().all(|b| b.is_ascii_digit())
                && rest[1..].bytes().all(|b| b.is_ascii_digit())
        }
    }
}

/// Whether a day or an hour begins here, with the small words before it.
pub(super) fn begins_when(reader: &Reader<'_>, at: usize) -> bool {
    let core = |i: usize| {
        let every = matches!(reader.key(i), "every" | "each");
        if every {
            return is_day(reader, i + 1)
                || matches!(
                    reader.key(i + 1),
                    "day" | "week" | "month" | "first" | "second" | "last"
                );
        }
        let dated = reader.tokens.get(i).is_some_and(|t| t.kind == Kind::Number)
            && is_month(reader.key(i + 1));
        let number = |i: usize| {
            let short = raw(reader, i);
            reader.tokens.get(i).is_some_and(|t| t.kind == Kind::Number) && short.len() <= 5
        };
        let stop = usize::from(reader.is_sep(i + 1) && raw(reader, i + 1) == ".");
        let called = BEFORE_HOUR.contains(&raw(reader, i).as_str()) && number(i + 1 + stop);
        is_day(reader, i) || is_hour(reader, i) || dated || called
    };
    let small = |i: usize| BEFORE_WHEN.contains(&raw(reader, i).as_str());
    // "5 de mayo", "el 5 de mayo"
    let linked = reader
        .tokens
        .get(at)
        .is_some_and(|t| t.kind == Kind::Number)
        && matches!(raw(reader, at + 1).as_str(), "de" | "of")
        && is_month(reader.key(at + 2));
    // "dal 6 all'8 dicembre", "du 5 au 8 mai"
    let spanned = small(at)
        && reader
            .tokens
            .get(at + 1)
            .is_some_and(|t| t.kind == Kind::Number)
        && (at + 2..at + 5)
            .any(|i| is_month(reader.key(i)) || reader.form(i) == Some(FormKind::Date));
    core(at) || linked || spanned || small(at) && (core(at + 1) || small(at + 1) && core(at + 2))
}

/// Whether the token goes on telling when.
pub(super) fn goes_on_when(reader: &Reader<'_>, at: usize) -> bool {
    let number = reader
        .tokens
        .get(at)
        .is_some_and(|t| t.kind == Kind::Number);
    let inside = INSIDE_WHEN.contains(&raw(reader, at).as_str());
    let of = matches!(raw(reader, at).as_str(), "de" | "of");
    let street = number && reader.is_capital(at + 1) && !is_month(reader.key(at + 1)) && !inside;
    begins_when(reader, at)
        || is_month(reader.key(at))
        || number && !street
        || inside
        || raw(reader, at).starts_with("all'")
        || of && is_month(reader.key(at + 1))
}

/// Small words that cannot end a piece.
pub(super) fn is_joint(reader: &Reader<'_>, at: usize) -> bool {
    matches!(
        raw(reader, at).as_str(),
        "and"
            | "on"
            | "at"
            | "in"
            | "from"
            | "for"
            | "the"
            | "a"
            | "an"
            | "with"
            | "am"
            | "im"
            | "le"
            | "el"
            | "em"
            | "op"
            | "om"
            | "il"
            | "al"
            | "del"
            | "de"
            | "la"
            | "los"
            | "las"
            | "в"
            | "на"
            | "с"
            | "и"
            | "y"
            | "e"
            | "et"
            | "und"
            | "en"
            | "w"
    )
}

/// Whether an offer begins here: "free entry", "$5 at the door", "tickets …", "everything must go".
pub(super) fn begins_offer(reader: &Reader<'_>, at: usize) -> bool {
    if matches!(reader.form(at), Some(FormKind::Price | FormKind::Percent)) {
        return true;
    }
    let next = reader.key(at + 1);
    match reader.key(at) {
        "free" => !next.is_empty(),
        "no" => matches!(
            next,
            "cover" | "charge" | "tickets" | "registration" | "experience"
        ),
        "entry" | "admission" | "entrance" | "ticket" | "tickets" | "doors" | "donation"
        | "donations" | "proceeds" | "registration" | "inscription" | "refreshments" | "byob"
        | "rsvp" | "suggested" | "pay" | "limited" | "spaces" | "gratis" => true,
        "everything" | "everyone" | "all" | "families" | "beginners" | "kids" | "children"
        | "dogs" => {
            matches!(
                next,
                "must"
                    | "welcome"
                    | "ages"
                    | "are"
                    | "proceeds"
                    | "free"
                    | "go"
                    | "half"
                    | "levels"
                    | "you"
                    | "under"
                    | "over"
                    | "eat"
                    | "get"
            )
        }
        "half" => next == "price",
        // One token may stand for both words of an offer in another language.
        key => {
            let first = raw(reader, at);
            key.starts_with("free ")
                || OFFERS_ABROAD.contains(&first.split(' ').next().unwrap_or_default())
        }
    }
}

/// Whether a line begins here that speaks to the readers or says who takes part.
pub(super) fn begins_line(reader: &Reader<'_>, at: usize) -> bool {
    let next = at + 1;
    match reader.key(at) {
        "with" | "featuring" | "feat" | "w/" => {
            matches!(
                reader.key(next),
                "guest" | "special" | "live" | "dj" | "host" | "speaker" | "speakers" | "guests"
            ) || reader.is_capital(next)
        }
        "bring" | "join" | "call" | "text" | "rsvp" | "register" | "book" | "buy" | "visit"
        | "apply" | "follow" | "scan" | "reserve" | "come" | "email" | "dm" | "meet" | "donate"
        | "hosted" | "presented" | "organised" | "organized" | "sponsored" | "we're" | "we"
        | "you" | "don't" | "snacks" | "starting" | "win" | "enjoy" => {
            reader.tokens.get(next).is_some_and(|t| !t.is_sep())
        }
        "send" | "sign" | "ask" => true,
        _ => false,
    }
}

/// Whether the piece names a place.
pub(super) fn begins_venue(reader: &Reader<'_>, at: usize, end: usize) -> bool {
    let led = matches!(
        reader.key(at),
        "at" | "@" | "upstairs" | "downstairs" | "outside" | "inside" | "venue"
    );
    let within = reader.key(at) == "in"
        && (matches!(reader.key(at + 1), "the" | "our") || reader.is_capital(at + 1));
    let address = reader
        .tokens
        .get(at)
        .is_some_and(|t| t.kind == Kind::Number)
        && reader.is_capital(at + 1);
    const HOUSES: &[&str] = &[
        "площадь",
        "площа",
        "парк",
        "клуб",
        "зал",
        "театр",
        "музей",
        "школа",
        "библиотека",
        "бібліотека",
        "сквер",
        "улица",
        "вулиця",
        "дом",
        "kościół",
        "szkoła",
        "dom",
        "plac",
        "rynek",
        "ul.",
        "place",
        "salle",
        "église",
        "école",
        "mairie",
        "kirche",
        "schule",
        "kerk",
        "plein",
        "chiesa",
        "scuola",
        "escuela",
        "iglesia",
        "escola",
        "igreja",
        "praça",
        "plaza",
        "meydanı",
        "parkı",
    ];
    let house = HOUSES.contains(&raw(reader, at).as_str())
        || (at..end).any(|i| crate::roles::is_venue(&format!("the {}", reader.key(i))))
        || crate::roles::is_venue(reader.text(at, end.max(at)));
    // "on the cricket green"
    const GROUNDS: &[&str] = &[
        "green",
        "pier",
        "beach",
        "quay",
        "common",
        "terrace",
        "roof",
        "rooftop",
        "lawn",
        "pitch",
        "field",
        "square",
        "promenade",
        "seafront",
        "riverbank",
        "farm",
        "hill",
        "boulevard",
        "canal",
        "river",
        "playground",
        "deck",
        "waterfront",
        "dock",
        "wharf",
        "jetty",
    ];
    let last = end.max(at + 1) - 1;
    let upon = reader.key(at) == "on"
        && reader.key(at + 1) == "the"
        && end <= at + 6
        && GROUNDS.contains(&reader.key(last));
    led || within || upon || address || house && end - at <= 7
}
