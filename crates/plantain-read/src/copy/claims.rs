//! What goods and services say of themselves: "no added sugar", "bez konserwantów", "fully insured".
//!
//! They are taken before limits and looks are read: on a label "no sugar" forbids nothing.

use super::calls::free;
use super::{emit, evidence};
use crate::lexicon::lexicon;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};
use crate::{Genre, Origin, Pair, Role};

/// Longest claim, in words.
const WORDS_MAX: usize = 6;
/// Longest name of one of the contents, in words.
const CONTENT_WORDS_MAX: usize = 4;

/// Words that close a line on what is offered, and that no designer is told.
const OFFERED: &[&str] = &[
    "insured",
    "licensed",
    "qualified",
    "guaranteed",
    "owned",
    "sourced",
    "grown",
    "baked",
    "brewed",
    "included",
    "provided",
    "needed",
    "necessary",
    "friendly",
    "products",
    "services",
    "staff",
    "prices",
    "rates",
    "quotes",
    "estimates",
    "parking",
    "refreshments",
    "instructors",
    "lessons",
    "classes",
    "support",
    "results",
    "quality",
    "ingredients",
    "experience",
    "guarantee",
    "returns",
    "shipping",
    "repairs",
    "bookings",
    "appointments",
    "walk-ins",
    "welcome",
    "only",
];

/// "3rd edition": which edition a book is, behind its name.
pub(super) fn of_books(reader: &mut Reader<'_>) {
    if reader.brief.genre != Genre::BookCover {
        return;
    }
    let ordinal = |key: &str| {
        let digits = key.trim_end_matches(|c: char| c.is_ascii_lowercase());
        !digits.is_empty() && digits.len() < key.len() && digits.bytes().all(|b| b.is_ascii_digit())
            || matches!(
                key,
                "first"
                    | "second"
                    | "third"
                    | "fourth"
                    | "fifth"
                    | "sixth"
                    | "seventh"
                    | "revised"
                    | "new"
            )
    };
    let found = (1..reader.len()).find(|&at| {
        reader.key(at) == "edition"
            && reader.is_lower(at)
            && ordinal(reader.key(at - 1))
            && reader.is_free(at)
            && reader.is_free(at - 1)
    });
    if let Some(at) = found {
        emit(reader, at - 1, at + 1, Role::Small);
    }
    contents_of_book(reader);
}

/// "60 recipes for cold days": how much a book holds, in a clause of its own.
fn contents_of_book(reader: &mut Reader<'_>) {
    const HELD: &[&str] = &[
        "exercises",
        "ideas",
        "lessons",
        "poems",
        "projects",
        "puzzles",
        "recipes",
        "rules",
        "stories",
        "tales",
        "tips",
        "walks",
        "ways",
    ];
    let found = (0..reader.len()).find(|&at| {
        let opens = at > 0 && reader.clause_start(at) == at;
        let close = reader.clause_end(at);
        opens
            && reader.tokens[at].kind == Kind::Number
            && HELD.contains(&reader.key(at + 1))
            && close - at <= WORDS_MAX
            && (at..close).all(|i| reader.is_free(i))
    });
    if let Some(at) = found {
        emit(reader, at, reader.clause_end(at), Role::Subtitle);
    }
}

/// Takes what a label says of its goods.
pub(super) fn of_goods(reader: &mut Reader<'_>) {
    if reader.brief.genre != Genre::Label {
        return;
    }
    contents(reader);
    take(reader, lacks, Role::Subtitle);
}

/// Takes what a flyer says of its services, where nothing else of the clause was understood.
pub(super) fn of_services(reader: &mut Reader<'_>) {
    let serves = matches!(
        reader.brief.genre,
        Genre::Poster | Genre::Banner | Genre::Sale | Genre::SocialCard | Genre::Story
    );
    if serves && reader.quoted.is_empty() || reader.brief.genre == Genre::BusinessCard {
        take(reader, offers, Role::Text);
    }
    if reader.brief.genre == Genre::BusinessCard && reader.quoted.is_empty() {
        take(reader, serves_where, Role::Text);
        take(reader, offers_both, Role::Text);
    }
    if reader.brief.genre == Genre::Invitation {
        take(reader, awaits, Role::Body);
    }
    if reader.brief.genre == Genre::Ticket {
        take(reader, admits, Role::Text);
    }
}

/// "adult", "VIP": for whom a ticket is, or what it lets one do.
fn admits(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    const HOLDERS: &[&str] = &[
        "adult",
        "adults",
        "child",
        "children",
        "kid",
        "kids",
        "senior",
        "student",
        "concession",
        "family",
        "vip",
        "member",
        "reduced",
        "standard",
        "general",
        "admission",
        "entry",
        "day",
        "pass",
        "return",
        "single",
        "one-way",
        "standing",
        "balcony",
        "stalls",
        "backstage",
    ];
    let words = to.saturating_sub(from);
    // "parking permit …, valid 2027"
    let valid = matches!(reader.key(from), "valid" | "expires") && (2..=WORDS_MAX).contains(&words);
    if valid && (from..to).all(|at| reader.is_free(at)) {
        return true;
    }
    (1..=3).contains(&words)
        && free(reader, from, to)
        && (from..to).all(|at| HOLDERS.contains(&reader.key(at)))
}

/// A clause that is free to tell what awaits the guests.
fn awaits(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    to > from && free(reader, from, to) && is_programme(reader, from, to)
}

fn take(reader: &mut Reader<'_>, says: fn(&Reader<'_>, usize, usize) -> bool, role: Role) {
    let mut at = 0;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        if says(reader, at, end) {
            emit(reader, at, end, role);
        }
        at = end + 1;
    }
}

/// "no added sugar": what the goods lack, unless it is a part of the drawing.
fn lacks(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let drawn = |at: usize| {
        lexicon().components.at(&reader.tokens, at).is_some()
            || crate::colors::color_at(&reader.tokens, at).is_some()
            || matches!(
                reader.key(at),
                "people"
                    | "words"
                    | "background"
                    | "illustrations"
                    | "images"
                    | "pictures"
                    | "photos"
                    | "drawings"
                    | "gradients"
                    | "ornaments"
                    | "decoration"
                    | "decorations"
                    | "clutter"
            )
    };
    (2..=WORDS_MAX).contains(&to.saturating_sub(from))
        && matches!(reader.key(from), "no" | "without" | "zero")
        && free(reader, from, to)
        && (from..to).all(|at| reader.tokens[at].is_wordlike())
        && !(from + 1..to).any(drawn)
        && !evidence::steers_by_words(reader, from + 1, to)
}

/// "fully insured", "free quotes": a bare clause on what is offered.
fn offers(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    (2..=WORDS_MAX).contains(&to.saturating_sub(from))
        && OFFERED.contains(&reader.key(to - 1))
        && !matches!(
            reader.key(from),
            "a" | "an" | "with" | "for" | "of" | "in" | "and" | "show"
        )
        && free(reader, from, to)
        && (from..to).all(|at| reader.tokens[at].is_word())
        && !evidence::steers_by_words(reader, from, to)
}

/// "made in "Vermont"": on a label words right before a quoted text say what it is.
pub(super) fn before_quotes(reader: &mut Reader<'_>) {
    const OPENS: &[char] = &['"', '\'', '“', '‘', '«', '„'];
    const WORDS_MAX: usize = 3;
    if reader.brief.genre != Genre::Label || reader.quoted.is_empty() {
        return;
    }
    let literals = &reader.brief.literals;
    let found = literals.iter().enumerate().find_map(|(at, lead)| {
        let plain = lead.origin != Origin::Quoted
            && !lead.text.contains(char::is_uppercase)
            && lead.text.split(' ').count() <= WORDS_MAX;
        let gap = reader.prompt[lead.span.end..].trim_start_matches(' ');
        if !plain || !gap.starts_with(OPENS) {
            return None;
        }
        let quote = reader.prompt.len() - gap.len();
        let value = literals.iter().position(|l| {
            l.origin == Origin::Quoted && (quote..=quote + 4).contains(&l.span.start)
        })?;
        Some((at, value))
    });
    let Some((lead, value)) = found else { return };
    let paired = reader.brief.pairs.iter().any(|pair| pair.value == value);
    let label_text = crate::literals::capitalized(&reader.brief.literals[lead].text);
    if !paired {
        let (label, value) = (None, value);
        reader.brief.pairs.push(Pair {
            label,
            label_text,
            value,
        });
    }
    super::mending::remove_literal(reader, lead);
}

/// "weddings & events": two things that are offered in one breath, on a card.
fn offers_both(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let joint = |at: usize| reader.key(at) == "and" || matches!(reader.text(at, at + 1), "&" | "+");
    from > 0
        && (3..=WORDS_MAX).contains(&to.saturating_sub(from))
        && (from + 1..to - 1).any(joint)
        && !(from..to).any(|at| crate::colors::color_at(&reader.tokens, at).is_some())
        && reader.is_lower(from)
        && !matches!(
            reader.key(from),
            "a" | "an" | "the" | "with" | "for" | "in" | "on"
        )
        && free(reader, from, to)
        && !evidence::steers_by_words(reader, from, to)
}

/// "classes in Leeds", "serving Bath since 1998": what is offered where, or since when, on a card.
fn serves_where(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let last = to.saturating_sub(1);
    let told = reader.is_capital(last) || reader.tokens[last].kind == Kind::Number;
    let linked = (from + 1..last).any(|at| {
        matches!(
            reader.key(at),
            "in" | "near" | "since" | "across" | "around"
        )
    });
    from > 0
        && (3..=WORDS_MAX).contains(&to.saturating_sub(from))
        && told
        && linked
        && reader.is_lower(from)
        && !matches!(
            reader.key(from),
            "a" | "an" | "the" | "with" | "for" | "in" | "on"
        )
        && free(reader, from, to)
        && !evidence::steers_by_words(reader, from, to)
}

/// "dinner & dancing", "food and music": what awaits the guests is told, even where it could be drawn.
pub(super) fn is_programme(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    const OFFERED: &[&str] = &[
        "dinner",
        "lunch",
        "brunch",
        "breakfast",
        "drinks",
        "drink",
        "dancing",
        "dance",
        "music",
        "cocktails",
        "buffet",
        "barbecue",
        "bbq",
        "fireworks",
        "games",
        "food",
        "snacks",
        "cake",
        "tea",
        "coffee",
        "wine",
        "champagne",
        "prosecco",
        "karaoke",
        "live",
        "fun",
        "prizes",
        "crafts",
        "beer",
        "nibbles",
        "canapes",
    ];
    let joint = |at: usize| reader.key(at) == "and" || matches!(reader.text(at, at + 1), "&" | "+");
    (from..to).any(joint) && (from..to).all(|at| joint(at) || OFFERED.contains(&reader.key(at)))
}

/// "ingredients sea salt, lavender oil, dried petals": a list without a colon is one line in small print.
fn contents(reader: &mut Reader<'_>) {
    let Some(from) = (1..reader.len()).find(|&at| {
        reader.clause_start(at) == at
            && matches!(reader.key(at), "ingredients" | "contains" | "contents")
            && !reader.sep(at + 1, Sep::Colon)
    }) else {
        return;
    };
    let plain = |reader: &Reader<'_>, from: usize, to: usize| {
        to > from
            && free(reader, from, to)
            && (from..to).all(|at| {
                // "vitamin E"
                let letter = reader.text(at, at + 1).chars().count() == 1;
                reader.tokens[at].is_word() && (letter || !reader.is_capital(at))
            })
            && !evidence::steers_by_words(reader, from, to)
    };
    let mut to = reader.clause_end(from);
    if to < from + 2 || !plain(reader, from + 1, to) {
        return;
    }
    while reader.sep(to, Sep::Comma) {
        let (next, end) = (to + 1, reader.clause_end(to + 1));
        let content = plain(reader, next, end)
            && end - next <= CONTENT_WORDS_MAX
            && !matches!(
                reader.key(next),
                "no" | "without" | "zero" | "free" | "made" | "with"
            );
        if !content {
            break;
        }
        to = end;
    }
    emit(reader, from, to, Role::Small);
    reader.mark(from, to, Use::Literal);
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn goods_and_services_say_what_they_are() {
        // Prompt; a text of it.
        for (prompt, want) in [
            (
                "strawberry jam label, no preservatives, 250 g, Rose Farm",
                "no preservatives",
            ),
            (
                "etykieta na dżem truskawkowy, bez konserwantów, 250 g, Manufaktura Borowik",
                "bez konserwantów",
            ),
            (
                "etykieta na dżem truskawkowy, 250 g, Manufaktura Borowik",
                "dżem truskawkowy",
            ),
            (
                "bath salts label: Lavender Calm, ingredients sea salt, lavender oil, dried petals, 300 g",
                "ingredients sea salt, lavender oil, dried petals",
            ),
            (
                "hand cream label: Silk Hands, contains shea butter, almond oil, vitamin E, 75 ml",
                "contains shea butter, almond oil, vitamin E",
            ),
            (
                "50th birthday invitation for Grandpa Joe: Saturday, 9 October, 6 pm, Lakeside Lodge, dinner & dancing",
                "dinner & dancing",
            ),
            (
                "museum ticket: City Art Museum, adult, valid 12 May 2027, $18",
                "adult",
            ),
            (
                "business card for a yoga teacher, name Asha Patel, tel 07700 900456, classes in Leeds, lotus icon",
                "classes in Leeds",
            ),
            (
                "biz card for a florist, name Rosewood Flowers, tel 0131 496 0777, weddings & events, rose icon",
                "weddings & events",
            ),
            (
                "cookbook cover \"Spice Road\" 3rd edition Ravi Anand, orange",
                "3rd edition",
            ),
            (
                "flyer dog walking, Happy Tails, fully insured, from £12",
                "fully insured",
            ),
        ] {
            let brief = read(prompt);
            assert!(
                brief.literals.iter().any(|l| l.text == want),
                "{prompt}: {:?}",
                brief.literals
            );
        }
        let made = read("dog treat label. \"Happy Tails\", \"8 oz\", made in \"Vermont\"");
        assert!(made.pairs.iter().any(|pair| pair.label_text == "Made in"));
        assert!(made.literals.iter().all(|l| l.text != "made in"));
        let bare = read("honey label \"Golden Hive\", no border, no people");
        assert_eq!(bare.literals.len(), 1, "{:?}", bare.literals);
    }
}
