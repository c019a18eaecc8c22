//! Names of fields that a form asks for, in small letters: "login with patient ID and date of birth".

use super::emit;
use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{Genre, Role};

/// Words that end the name of a field.
const ASKED: &[&str] = &[
    "name",
    "email",
    "e-mail",
    "password",
    "id",
    "birth",
    "birthday",
    "phone",
    "address",
    "number",
    "username",
    "city",
    "zip",
    "postcode",
    "company",
    "message",
    "subject",
    "age",
    "country",
    "date",
    "pin",
    "size",
    "allergies",
    "requirements",
    "severity",
    "income",
    "employment",
    "amount",
    "availability",
    "skills",
    "reason",
    "budget",
    "department",
    "position",
    "website",
    "notes",
    "comments",
    "description",
    "model",
    "year",
    "mileage",
];

/// Words of a field, at most.
const NAME_WORDS_MAX: usize = 4;

/// So many names in a row are fields, although only one of them is a usual one.
const FIELDS_SURE: usize = 3;

/// Whether a word in lower case ends the name of what a form asks for ("name", "postcode").
pub(crate) fn asks_for(word: &str) -> bool {
    ASKED.contains(&word)
}

/// "card number field, expiry, CVC": the number is asked for, whatever the card is, and with it what else is on the card.
pub(super) fn card_number(reader: &mut Reader<'_>) {
    const BESIDE: &[&str] = &[
        "expiry",
        "expiry date",
        "expiration",
        "expiration date",
        "cvc",
        "cvv",
        "security code",
        "name on card",
        "cardholder",
        "cardholder name",
        "zip",
        "zip code",
        "postcode",
    ];
    for at in 0..reader.len().saturating_sub(2) {
        let told = reader.key(at) == "card"
            && reader.key(at + 1) == "number"
            && matches!(reader.key(at + 2), "field" | "input" | "box");
        if told && (at..at + 3).all(|i| reader.is_free(i)) {
            emit(reader, at, at + 2, Role::Field);
            reader.mark(at + 2, at + 3, Use::Role);
            let mut from = at + 4;
            while from < reader.len() {
                let to = reader.clause_end(from);
                let named = BESIDE.contains(&reader.keys(from, to).as_str());
                if !named || !(from..to).all(|i| reader.is_free(i)) {
                    break;
                }
                emit(reader, from, to, Role::Field);
                from = to + 1;
            }
        }
    }
}

/// Claims the fields of a form, each with a capital on the screen.
pub(super) fn claim(reader: &mut Reader<'_>) {
    let form = matches!(
        reader.brief.genre,
        Genre::Login | Genre::SignUp | Genre::Form
    );
    if !form || reader.brief.literals.iter().any(|l| l.role == Role::Field) {
        return;
    }
    ways_on(reader);
    let mut found: Vec<(usize, usize)> = Vec::new();
    // What stands among fields in a form, whatever it is called.
    let mut others: Vec<(usize, usize)> = Vec::new();
    // What stands behind the words for the form is a list of its fields.
    let listed = (0..reader.len())
        .find(|&i| reader.sep(i, Sep::Colon) || reader.key(i) == "with")
        .filter(|_| reader.brief.genre == Genre::Form)
        .unwrap_or(reader.len());
    let mut at = 0;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        let mut from = at;
        for i in at..=end {
            let joint = i == end
                || reader.is_lower(i)
                    && matches!(reader.key(i), "and" | "with" | "plus" | "for" | "asking");
            if !joint {
                continue;
            }
            if let Some((start, stop)) = name_within(reader, from, i) {
                // "numéro de carte" is one word of the glosses.
                let last = reader.key(stop - 1);
                let noun = last.rsplit(' ').next().unwrap_or(last);
                if asks_for(noun) || stop < i {
                    found.push((start, stop));
                } else if (!found.is_empty() || start > listed) && names_field(reader, start, stop)
                {
                    others.push((start, stop));
                }
            }
            from = i + 1;
        }
        at = end + 1;
    }
    // "form: service, stylist, date, time": in a form one usual name among several makes all of them fields.
    let several = reader.brief.genre == Genre::Form && found.len() + others.len() >= FIELDS_SURE;
    if found.len() < 2 && !several {
        return;
    }
    if reader.brief.genre == Genre::Form {
        found.extend(others);
        found.sort_unstable();
    }
    for (from, to) in found {
        let index = emit(reader, from, to, Role::Field);
        let literal = &mut reader.brief.literals[index];
        literal.text = crate::literals::capitalized(&literal.text);
    }
}

/// "forgot password", "stay signed in", "create an account": what stands among the fields of a login and is none of them.
fn ways_on(reader: &mut Reader<'_>) {
    const LINKS: &[&[&str]] = &[
        &["forgot", "password"],
        &["forgot", "your", "password"],
        &["forgot", "my", "password"],
        &["create", "an", "account"],
        &["create", "account"],
        &["need", "an", "account"],
        &["no", "account", "yet"],
        &["need", "help"],
    ];
    const TICKS: &[&[&str]] = &[
        &["remember", "me"],
        &["stay", "signed", "in"],
        &["stay", "logged", "in"],
        &["keep", "me", "signed", "in"],
        &["keep", "me", "logged", "in"],
    ];
    if reader.brief.genre != Genre::Login {
        return;
    }
    let mut at = 0;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        let says = |words: &&[&str]| {
            words.len() == end - at
                && (at..end)
                    .zip(words.iter())
                    .all(|(i, word)| reader.key(i) == *word)
        };
        let role = match (LINKS.iter().any(says), TICKS.iter().any(says)) {
            (true, _) => Some(Role::Link),
            (_, true) => Some(Role::Item),
            _ => None,
        };
        let free = (at..end).all(|i| reader.is_free(i) && reader.tokens[i].quote().is_none());
        if let Some(role) = role.filter(|_| free && end > at) {
            let index = emit(reader, at, end, role);
            let literal = &mut reader.brief.literals[index];
            literal.text = crate::literals::capitalized(&literal.text);
        }
        at = end + 1;
    }
}

/// The words between two joints that can name a field: without articles, and without how it is filled in ("country
/// dropdown").
fn name_within(reader: &Reader<'_>, from: usize, to: usize) -> Option<(usize, usize)> {
    let mut start = from;
    while start < to
        && matches!(
            reader.key(start),
            "a" | "an" | "the" | "your" | "fields" | "form"
        )
    {
        start += 1;
    }
    let free = (start..to).all(|n| {
        matches!(reader.uses[n], Use::Free | Use::Topic)
            && reader.tokens[n].is_word()
            && reader.tokens[n].quote().is_none()
    });
    let mut stop = to;
    while stop > start + 1
        && matches!(
            reader.key(stop - 1),
            "dropdown" | "select" | "picker" | "textarea" | "selector"
        )
    {
        stop -= 1;
    }
    (start < stop && stop - start <= NAME_WORDS_MAX && free).then_some((start, stop))
}

/// Whether a few small words among the fields of a form are the name of another: no control, no look, no place on it.
fn names_field(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    const NONE: &[&str] = &[
        "button",
        "checkbox",
        "link",
        "toggle",
        "page",
        "screen",
        "form",
        "map",
        "right",
        "left",
        "send",
        "submit",
        "cancel",
        "illustration",
        "background",
        "theme",
        "style",
        "mode",
        "design",
        "layout",
        "upload",
        "radio",
        "stars",
        "steps",
        "next",
        "save",
        "captcha",
        "photo",
        "image",
        "logo",
        "modern",
        "clean",
        "minimal",
        "dark",
        "light",
        "center",
        "centered",
        "no",
    ];
    (from..to).all(|at| {
        reader.is_lower(at)
            && reader.key(at).chars().all(char::is_alphabetic)
            && !NONE.contains(&reader.key(at))
            && crate::colors::color_at(&reader.tokens, at).is_none()
            && crate::lexicon::lexicon()
                .components
                .at(&reader.tokens, at)
                .is_none()
    })
}
