//! What a printed piece asks of its readers: "meet at the corner cafe", "swipe up", "listen now"; and offers told in one
//! breath: "40% off all plants today only code GREEN40".
//!
//! They are taken before the setting is read, so that a café to meet at is no room to draw.

use super::emit;
use crate::forms::FormKind;
use crate::reader::{Reader, Use};
use crate::tokens::{Case, Kind};
use crate::{Genre, Origin, Role};

/// Verbs with which such a line begins.
const CALLS: &[&str] = &[
    "meet",
    "bring",
    "join",
    "call",
    "listen",
    "visit",
    "book",
    "register",
    "come",
    "save",
    "order",
    "scan",
    "swipe",
    "send",
    "apply",
    "rsvp",
    "ask",
    "try",
    "get",
    "win",
    "buy",
    "tap",
    "shop",
    "follow",
    "subscribe",
    "donate",
    "vote",
    "reserve",
    "enter",
    "find",
    "sign",
    "click",
    "read",
    "watch",
    "learn",
    "discover",
    "wear",
    "text",
    "email",
    "mail",
    "share",
    "tag",
    "dm",
    "download",
    "pay",
];

/// Whole lines that stand on buttons, the longer first.
const BUTTONS: &[&[&str]] = &[
    &["swipe", "up"],
    &["listen", "now"],
    &["shop", "now"],
    &["order", "now"],
    &["book", "now"],
    &["buy", "now"],
    &["sign", "up"],
    &["learn", "more"],
    &["read", "more"],
    &["watch", "now"],
    &["join", "us"],
    &["tap", "to", "shop"],
    &["link", "in", "bio"],
    &["get", "tickets"],
    &["register", "now"],
    &["apply", "now"],
    &["donate", "now"],
];

/// When an offer holds, the longer first.
const SPANS: &[&[&str]] = &[
    &["this", "weekend", "only"],
    &["this", "week", "only"],
    &["today", "only"],
    &["one", "day", "only"],
    &["while", "stocks", "last"],
    &["while", "supplies", "last"],
    &["ends", "tonight"],
    &["ends", "today"],
    &["ends", "sunday"],
    &["ends", "monday"],
    &["ends", "friday"],
    &["ends", "saturday"],
    &["ends", "tomorrow"],
    &["ends", "soon"],
];

const WORDS_MAX: usize = 12;

/// Claims the lines that address the reader.
pub(crate) fn claim(reader: &mut Reader<'_>) {
    let printed = matches!(
        reader.brief.genre,
        Genre::Poster
            | Genre::Sale
            | Genre::SocialCard
            | Genre::Story
            | Genre::Banner
            | Genre::Invitation
    );
    named(reader);
    numbers(reader);
    profession(reader);
    if matches!(reader.brief.genre, Genre::Chalkboard | Genre::Sign)
        && reader.quoted.is_empty()
        && reader.brief.literals.is_empty()
    {
        board(reader);
    }
    if reader.brief.genre == Genre::PriceTag
        && reader.quoted.is_empty()
        && reader.brief.literals.is_empty()
    {
        tag(reader);
    }
    let shop = matches!(
        reader.brief.genre,
        Genre::ProductGrid | Genre::Landing | Genre::MobileApp
    );
    if shop && reader.quoted.is_empty() {
        let mut at = 0;
        while at < reader.len() {
            let end = reader.clause_end(at).max(at);
            if end > at {
                button(reader, at, end);
            }
            at = end + 1;
        }
    }
    if !printed {
        return;
    }
    let (mut at, mut looked, mut dated) = (0, 0, false);
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        if end > at {
            offer(reader, at, end);
            button(reader, at, end);
            line(reader, at, end);
            dated = dated || (looked..at).any(|i| tells_when(reader, i));
            looked = at;
            fact(reader, at, end, dated);
        }
        at = end + 1;
    }
}

/// "name of the shop is Second Cup", "the cafe is called Second Cup": the name leads, the words before it are none of it.
pub(crate) fn named(reader: &mut Reader<'_>) {
    if super::is_printed(reader.brief.genre) || matches!(reader.brief.genre, Genre::BusinessCard) {
        for at in 0..reader.len() {
            let owner = |i: usize| {
                matches!(
                    reader.key(i),
                    "shop"
                        | "cafe"
                        | "café"
                        | "restaurant"
                        | "bar"
                        | "bakery"
                        | "place"
                        | "company"
                        | "brand"
                        | "store"
                        | "band"
                        | "team"
                        | "club"
                        | "studio"
                        | "event"
                        | "product"
                        | "salon"
                        | "winery"
                        | "brewery"
                        | "farm"
                        | "hotel"
                )
            };
            let is = matches!(reader.key(at), "is" | "called" | "named");
            let told = is
                && (at >= 4
                    && owner(at - 1)
                    && reader.key(at - 3) == "of"
                    && reader.key(at - 4) == "name"
                    || at >= 2 && reader.key(at - 1) == "is" && owner(at - 2)
                    || at >= 2 && reader.key(at - 1) == "name" && owner(at - 2));
            let from = at + 1;
            if !told || !reader.is_capital(from) || !free(reader, from, from + 1) {
                continue;
            }
            let mut to = from;
            while to < reader.len()
                && to < from + 6
                && free(reader, to, to + 1)
                && !reader.is_sep(to)
                && (reader.is_capital(to) || matches!(reader.key(to), "of" | "the" | "and" | "&"))
            {
                to += 1;
            }
            let start = reader.clause_start(at);
            reader.mark(start, from, Use::Role);
            emit(reader, from, to, Role::Title);
            return;
        }
    }
}

/// "Nadia Petrov, vet, 555 0199": on a card a clause of nothing but digits is a number to call.
fn numbers(reader: &mut Reader<'_>) {
    if reader.brief.genre != Genre::BusinessCard {
        return;
    }
    let mut at = 0;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        let digits: usize = (at..end)
            .map(|i| {
                reader
                    .text(i, i + 1)
                    .bytes()
                    .filter(u8::is_ascii_digit)
                    .count()
            })
            .sum();
        let plain = (at..end).all(|i| reader.tokens[i].kind == Kind::Number && reader.is_free(i));
        if plain && (6..=15).contains(&digits) {
            emit(reader, at, end, Role::Contact);
        }
        at = end + 1;
    }
}

/// "chalkboard sign today's soup: pumpkin & ginger 5€, with bread": on a board with prices the words behind the medium
/// are written, line by line.
fn board(reader: &mut Reader<'_>) {
    let Some(genre) = (0..reader.len()).rfind(|&at| reader.uses[at] == Use::Genre) else {
        return;
    };
    let headed = (genre + 1..reader.len().min(genre + 8))
        .find(|&i| reader.sep(i, crate::tokens::Sep::Colon))
        .filter(|&colon| {
            colon > genre + 1
                && free(reader, genre + 1, colon)
                && (colon + 1..reader.len()).any(|i| priced(reader, i))
                && !matches!(
                    reader.key(genre + 1),
                    "with" | "for" | "saying" | "that" | "says" | "reading"
                )
        });
    let colon = match headed {
        Some(colon) => {
            emit(reader, genre + 1, colon, Role::Title);
            colon
        }
        // "chalkboard: soup 5, quiche 9.50": dishes with their prices right behind the medium.
        None if dishes(reader, genre + 2) >= 2 => genre + 1,
        None => return,
    };
    let mut titled = headed.is_some();
    let mut at = colon + 1;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        let price = (at + 1..end)
            .find(|&i| priced(reader, i))
            .or_else(|| costs(reader, at, end));
        match price {
            Some(price) if free(reader, at, price + 1) => {
                emit(reader, at, price, Role::Item);
                emit(reader, price, price + 1, Role::Price);
                let value = reader.brief.literals.len() - 1;
                let label_text = reader.brief.literals[value - 1].text.clone();
                reader.brief.pairs.push(crate::Pair {
                    label: Some(value - 1),
                    label_text,
                    value,
                });
            }
            None if end > at && free(reader, at, end) && !designs(reader, at, end) => {
                emit(
                    reader,
                    at,
                    end,
                    if titled { Role::Body } else { Role::Title },
                );
                titled = true;
            }
            _ => {}
        }
        at = end + 1;
    }
}

/// How many clauses behind the medium end in what they cost; none where no colon leads to them.
fn dishes(reader: &Reader<'_>, start: usize) -> usize {
    let colon = start > 0 && reader.sep(start - 1, crate::tokens::Sep::Colon);
    if !colon || reader.brief.genre != Genre::Chalkboard {
        return 0;
    }
    let (mut at, mut found) = (start, 0);
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        found += usize::from(costs(reader, at, end).is_some());
        at = end + 1;
    }
    found
}

/// "apple pie 4": the number that closes a clause of words.
fn costs(reader: &Reader<'_>, from: usize, to: usize) -> Option<usize> {
    let last = to.checked_sub(1).filter(|last| *last > from)?;
    let text = reader.key(last);
    let number = reader.tokens[last].kind == Kind::Number && text.len() <= 3
        || matches!(reader.form(last), Some(FormKind::Figure | FormKind::Price));
    let words = (from..last).all(|at| reader.tokens[at].is_word() || reader.key(at) == "&");
    (number && words && free(reader, from, to)).then_some(last)
}

/// Whether a clause speaks of how the piece looks.
fn designs(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|i| {
        matches!(
            reader.key(i),
            "background"
                | "style"
                | "font"
                | "fonts"
                | "colors"
                | "colours"
                | "color"
                | "colour"
                | "palette"
                | "illustration"
                | "layout"
                | "border"
                | "logo"
                | "icon"
                | "icons"
                | "drawing"
                | "picture"
                | "image"
                | "typography"
                | "letters"
                | "chalk"
                | "frame"
        )
    })
}

/// "price tag handmade candle lavender 14.90 was 19.90": what is sold leads, the price is the number behind it.
fn tag(reader: &mut Reader<'_>) {
    let Some(genre) = (0..reader.len()).rfind(|&at| reader.uses[at] == Use::Genre) else {
        return;
    };
    let from = genre
        + 1
        + usize::from(
            reader.sep(genre + 1, crate::tokens::Sep::Colon)
                || matches!(reader.key(genre + 1), "for" | "of"),
        );
    let Some(price) = (from + 1..reader.len().min(from + 8)).find(|&i| {
        priced(reader, i)
            || reader.form(i) == Some(FormKind::Figure)
            || reader.tokens[i].kind == Kind::Number && reader.key(i).contains(['.', ','])
    }) else {
        return;
    };
    // "hand-knit scarf, $32": a comma may stand before the price, a hyphen within the name.
    let comma = reader.sep(price - 1, crate::tokens::Sep::Comma);
    let close = price - usize::from(comma);
    let hyphen = |i: usize| {
        reader.sep(i, crate::tokens::Sep::Dash)
            && reader.tokens[i - 1].span.end == reader.tokens[i].span.start
    };
    let words = (from..close).all(|i| reader.tokens[i].is_word() || i > from && hyphen(i));
    // "Ceramic vase was 45 €": the word before the price tells which of them it is.
    let told = matches!(
        reader.key(close - 1),
        "was" | "now" | "only" | "statt" | "antes" | "avant"
    );
    let name = close - usize::from(told);
    let free = (from..=price).all(|i| reader.is_sep(i) || free(reader, i, i + 1));
    if words && from < name && free && !designs(reader, from, price) {
        emit(reader, from, name, Role::Title);
        if told {
            return;
        }
        emit(reader, price, price + 1, Role::Price);
    }
}

fn priced(reader: &Reader<'_>, at: usize) -> bool {
    reader.form(at) == Some(FormKind::Price)
}

/// "banner for Hannah Okafor, data scientist": what a person does stands under the name.
fn profession(reader: &mut Reader<'_>) {
    if !matches!(reader.brief.genre, Genre::Banner | Genre::SocialCard) {
        return;
    }
    for comma in 2..reader.len() {
        let named = reader.sep(comma, crate::tokens::Sep::Comma)
            && (comma - 2..comma).all(|i| reader.is_capital(i) && reader.tokens[i].is_word());
        let (from, to) = (comma + 1, reader.clause_end(comma + 1));
        let job = to > from
            && to - from <= 4
            && free(reader, from, to)
            && (from..to).all(|i| reader.is_lower(i) && reader.tokens[i].is_word())
            && crate::lexicon::lexicon()
                .nouns
                .get(reader.key(to - 1))
                .is_some_and(|noun| noun.category == "person");
        let plain = !matches!(
            reader.key(to.saturating_sub(1)),
            "man" | "woman" | "boy" | "girl" | "baby" | "child" | "person" | "people"
        );
        if named && job && plain {
            emit(reader, from, to, Role::Subtitle);
            return;
        }
    }
}

fn free(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    (from..to).all(|i| {
        matches!(reader.uses[i], Use::Free | Use::Topic) && reader.tokens[i].quote().is_none()
    })
}

/// The words of a table at a place.
fn phrase(reader: &Reader<'_>, at: usize, table: &[&[&str]]) -> Option<usize> {
    table
        .iter()
        .find(|words| {
            words
                .iter()
                .enumerate()
                .all(|(n, word)| reader.key(at + n) == *word)
        })
        .map(|words| words.len())
}

/// "flash sale 40% off all plants today only code GREEN40 swipe up": the parts of an offer without marks between them.
fn offer(reader: &mut Reader<'_>, from: usize, to: usize) {
    let Some(start) = (from..to).find(|&i| {
        reader.form(i) == Some(FormKind::Percent)
            && matches!(
                reader.key(i + 1),
                "off" | "on" | "discount" | "rabatt" | "auf"
            )
            && i + 1 < to
    }) else {
        return;
    };
    // "70% OFF button Shop now": the word for a control ends the offer, and is no part of it.
    let to = (start..to)
        .find(|&i| matches!(reader.key(i), "button" | "cta" | "btn" | "badge"))
        .unwrap_or(to);
    // "up to 70% off"
    let start =
        match start >= from + 2 && reader.key(start - 1) == "to" && reader.key(start - 2) == "up" {
            true => start - 2,
            false => start,
        };
    let code = (start..to).find(|&i| {
        reader.key(i) == "code"
            && reader.tokens.get(i + 1).is_some_and(|t| {
                matches!(t.kind, Kind::Form(FormKind::Code)) || t.case == Case::Upper
            })
    });
    let span = (start..to).find(|&i| phrase(reader, i, SPANS).is_some());
    let call = (start..to).find(|&i| phrase(reader, i, BUTTONS).is_some());
    // An offer that ends with its clause is read well enough.
    if code.is_none() && span.is_none() && call.is_none() || !free(reader, start, to) {
        return;
    }
    let lead = code.map(|at| {
        let used = at > start && matches!(reader.key(at - 1), "use" | "with");
        at - usize::from(used)
    });
    let end = [lead, span, call].into_iter().flatten().min().unwrap_or(to);
    if end > start + 1 {
        emit(reader, start, end, Role::Title);
    }
    if let Some(at) = span {
        let len = phrase(reader, at, SPANS).unwrap_or(1);
        emit(reader, at, at + len, Role::Subtitle);
    }
    if let (Some(lead), Some(code)) = (lead, code) {
        emit(reader, lead, code + 2, Role::Badge);
    }
}

/// "listen now": a clause, or the end of one, that stands on a button.
fn button(reader: &mut Reader<'_>, from: usize, to: usize) {
    let Some((at, len)) = (from..to).find_map(|i| phrase(reader, i, BUTTONS).map(|len| (i, len)))
    else {
        return;
    };
    let ends = at + len == to;
    let behind = at == from || reader.uses[at - 1] == Use::Literal;
    if ends && behind && free(reader, at, at + len) {
        emit(reader, at, at + len, Role::Button);
    }
}

/// A clause that begins with a verb which asks something of the reader.
fn line(reader: &mut Reader<'_>, from: usize, to: usize) {
    let opener = from > 0 && CALLS.contains(&reader.key(from)) && to > from + 1;
    let first = (0..from).any(|i| reader.uses[i] == Use::Genre);
    let form = (from..to).find(|&i| {
        matches!(
            reader.form(i),
            Some(FormKind::Email | FormKind::Url | FormKind::Phone | FormKind::Price)
        )
    });
    // "call 555-0142" is a label with its value.
    let labelled = form.is_some_and(|at| at < from + 3);
    let noun = matches!(
        reader.key(from),
        "book" | "park" | "watch" | "ring" | "dress" | "shop"
    ) && matches!(
        reader.key(from + 1),
        "cover" | "in" | "with" | "of" | "on" | "and" | "logo"
    );
    // "text Sail Away" tells what is printed; "text us", "text WIN to 555" asks for something.
    let told = reader.key(from) == "text"
        && !matches!(reader.key(from + 1), "us" | "me" | "the" | "to" | "for")
        && !(from..to).any(|i| reader.key(i) == "to");
    if opener
        && first
        && !labelled
        && !noun
        && !told
        && to - from <= WORDS_MAX
        && free(reader, from, to)
        && !designs(reader, from, to)
        && reader.is_lower(from)
    {
        emit(reader, from, to, Role::Body);
    }
}

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
fn tells_when(reader: &Reader<'_>, at: usize) -> bool {
    let form = reader.form(at);
    let form = matches!(
        form,
        Some(FormKind::Date | FormKind::Time | FormKind::Percent)
    );
    form || crate::forms::is_weekday(reader.key(at))
}

/// "hill observatory", "telescopes provided", "no contract": behind the day of an event, where it is and what there is.
fn fact(reader: &mut Reader<'_>, from: usize, to: usize, dated: bool) {
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

/// "announcing we're hiring": the word for what the piece does is none of its text.
pub(super) fn strip_announcing(reader: &mut Reader<'_>) {
    for literal in &mut reader.brief.literals {
        if literal.origin == Origin::Quoted {
            continue;
        }
        for word in [
            "announcing that ",
            "announcing ",
            "advertising ",
            "promoting ",
        ] {
            if literal.text.to_lowercase().starts_with(word) {
                literal.text.drain(..word.len());
                literal.span.start += word.len();
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn readers_are_addressed_in_whole_lines() {
        for (prompt, want) in [
            (
                "poster for a neighbourhood cleanup, saturday april 12 at 9am, meet at the corner cafe, bring gloves",
                "neighbourhood cleanup|saturday april 12 at 9am|meet at the corner cafe|bring gloves",
            ),
            (
                "story for flash sale 40% off all plants today only code GREEN40 swipe up",
                "40% off all plants|today only|code GREEN40|swipe up",
            ),
            (
                "price tag: hand-knit scarf, $32, 100% wool",
                "hand-knit scarf|$32|100% wool",
            ),
            (
                "sale banner red bg BLACK FRIDAY UP TO 70% OFF button Shop now",
                "BLACK FRIDAY|UP TO 70% OFF|Shop now",
            ),
            (
                "instagram post announcing we're hiring a pastry chef, Little Crumb bakery, send your cv to jobs@littlecrumb.co",
                "we're hiring a pastry chef|Little Crumb bakery|send your cv to jobs@littlecrumb.co",
            ),
        ] {
            let brief = read(prompt);
            let found: Vec<&str> = brief.literals.iter().map(|l| l.text.as_str()).collect();
            assert_eq!(found.join("|"), want, "{prompt}");
        }
    }
}
