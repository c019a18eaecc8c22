//! Names of fields that a form asks for, in small letters: "login with patient ID and date of birth".

use super::emit;
use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{Brief, Genre, Role};

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

/// Links that stand below the fields of a login.
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
/// What may be ticked below the fields of a login.
const TICKS: &[&[&str]] = &[
    &["remember", "me"],
    &["stay", "signed", "in"],
    &["stay", "logged", "in"],
    &["keep", "me", "signed", "in"],
    &["keep", "me", "logged", "in"],
];

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
        let asked = matches!(reader.key(at + 2), "field" | "input" | "box");
        let beside = reader.sep(at + 2, Sep::Comma)
            && BESIDE.contains(&reader.keys(at + 3, reader.clause_end(at + 3)).as_str());
        let told = reader.key(at) == "card" && reader.key(at + 1) == "number" && (asked || beside);
        if told && (at..at + 2).all(|i| reader.is_free(i)) {
            emit(reader, at, at + 2, Role::Field);
            let mut from = at + 3;
            if asked {
                reader.mark(at + 2, at + 3, Use::Role);
                from += 1;
            }
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

/// "name*, email*": the mark of what must be filled in stays with the name of its field, and questions among the fields of a
/// login are links.
pub(crate) fn settle(brief: &mut Brief) {
    if !is_form(brief.genre) {
        return;
    }
    let enters = brief.genre != Genre::Form;
    for literal in &mut brief.literals {
        // "Lost your password?": who asks so is led on.
        let asks = literal.text.ends_with('?');
        let lower = literal.text.to_lowercase();
        let way = [
            "password", "account", "member", "passwort", "konto", "cuenta",
        ];
        let leads = literal.role == Role::Field || way.iter().any(|word| lower.contains(word));
        if enters && asks && leads && literal.role != Role::Button {
            literal.role = Role::Link;
        }
        let rest = brief.prompt.get(literal.span.end..).unwrap_or_default();
        let blank = usize::from(rest.starts_with(" *"));
        if literal.role == Role::Field && rest[blank..].starts_with('*') {
            literal.span.end += blank + 1;
            literal.text.push('*');
        }
    }
}

/// "save card checkbox, Pay 32,50 €": where one pays, the verb with its amount is what one presses.
pub(crate) fn pay(brief: &mut Brief) {
    const VERBS: &[&str] = &[
        "pay", "pagar", "payer", "bezahlen", "zahlen", "paga", "betaal", "zapłać", "öde",
    ];
    let heard = brief.heard();
    let here = ["checkout", "payment"].iter().any(|w| heard.contains(w));
    if !super::is_interface(brief.genre) || !here {
        return;
    }
    let found = brief.pairs.iter().position(|pair| {
        let label = pair.label.map(|at| &brief.literals[at]);
        let value = &brief.literals[pair.value];
        label.is_some_and(|label| {
            VERBS.contains(&label.text.to_lowercase().as_str())
                && brief.prompt.get(label.span.end..value.span.start) == Some(" ")
        })
    });
    let Some(pair) = found.map(|at| brief.pairs.remove(at)) else {
        return;
    };
    let Some(label) = pair.label else { return };
    let span = brief.literals[label].span.start..brief.literals[pair.value].span.end;
    brief.literals[label].text = brief.prompt[span.clone()].to_owned();
    brief.literals[label].span = span;
    brief.literals[label].role = Role::Button;
    for list in &mut brief.lists {
        list.items.retain(|item| *item != label);
    }
    brief.remove_literal(pair.value);
}

/// Whether a genre is a form, by whatever name.
pub(super) fn is_form(genre: Genre) -> bool {
    matches!(genre, Genre::Login | Genre::SignUp | Genre::Form)
}

/// Claims the fields of a form, each with a capital on the screen.
pub(super) fn claim(reader: &mut Reader<'_>) {
    if !is_form(reader.brief.genre) || reader.brief.literals.iter().any(|l| l.role == Role::Field) {
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

/// "Username Password Log in", "first name last name email password": the usual parts of a form, with nothing between them.
pub(super) fn unparted(reader: &mut Reader<'_>) {
    if !is_form(reader.brief.genre) {
        return;
    }
    let clauses = clauses(reader);
    let run = |parts: &Vec<(usize, usize, Role)>| {
        parts.len() >= 2 && parts.iter().any(|part| part.2 == Role::Field)
    };
    let found: Vec<_> = clauses
        .into_iter()
        .filter_map(|(from, to)| usual_parts(reader, from, to))
        .collect();
    // Names alone between commas are left to the rules for lists, unless one holds a word that these take for a part of
    // the page ("name on card").
    let built = |parts: &Vec<(usize, usize, Role)>| {
        parts.iter().any(|&(from, to, role)| {
            role == Role::Field
                && (from..to).any(|i| {
                    crate::lexicon::lexicon()
                        .components
                        .at(&reader.tokens, i)
                        .is_some()
                })
        })
    };
    if !found.iter().any(|parts| run(parts) || built(parts)) {
        return;
    }
    for (from, to, role) in found.into_iter().flatten() {
        if role == Role::Button {
            // The word for the control behind its words.
            reader.mark(to, to + usize::from(reader.key(to) == "button"), Use::Role);
        }
        let index = emit(reader, from, to, role);
        let literal = &mut reader.brief.literals[index];
        literal.text = crate::literals::capitalized(&literal.text);
    }
}

/// The clauses of a form, without the words for the form itself and what leads from them to its parts.
fn clauses(reader: &Reader<'_>) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        let behind = (at..end)
            .rev()
            .find(|&i| reader.uses[i] == Use::Genre)
            .map_or(at, |i| i + 1);
        let from = (behind..end).find(|&i| !matches!(reader.key(i), "with" | "and"));
        found.extend(from.map(|from| (from, end)));
        at = end + 1;
    }
    found
}

/// The parts of a form that a clause is made of and nothing else; none where a word is left over.
fn usual_parts(reader: &Reader<'_>, from: usize, end: usize) -> Option<Vec<(usize, usize, Role)>> {
    /// Words of a part, at most.
    const PART_WORDS_MAX: usize = 5;
    let free = (from..end).all(|i| {
        matches!(reader.uses[i], Use::Free | Use::Topic) && reader.tokens[i].quote().is_none()
    });
    if !free {
        return None;
    }
    let mut parts = Vec::new();
    let mut at = from;
    while at < end {
        let (to, role) = (at + 1..=end.min(at + PART_WORDS_MAX))
            .rev()
            .find_map(|to| Some((to, usual_part(reader.brief.genre, &reader.keys(at, to))?)))?;
        parts.push((at, to, role));
        let button = role == Role::Button && reader.key(to) == "button";
        at = to + usize::from(button || reader.key(to) == "and");
    }
    Some(parts)
}

/// The role of a usual part of a form by its whole name.
fn usual_part(genre: Genre, name: &str) -> Option<Role> {
    const FIELDS: &[&str] = &[
        "name",
        "first name",
        "last name",
        "full name",
        "your name",
        "surname",
        "username",
        "user name",
        "email",
        "e-mail",
        "email address",
        "work email",
        "password",
        "confirm password",
        "repeat password",
        "new password",
        "phone",
        "phone number",
        "mobile number",
        "address",
        "city",
        "country",
        "postcode",
        "zip code",
        "company",
        "company name",
        "date of birth",
        "birthday",
        "subject",
        "message",
        "card number",
        "name on card",
        "expiry",
        "expiry date",
        "cvc",
        "cvv",
    ];
    const BUTTONS: &[&str] = &[
        "sign in",
        "log in",
        "login",
        "sign up",
        "register",
        "submit",
        "send",
        "continue",
        "send message",
        "book now",
        "get started",
        "join",
        "join now",
    ];
    let keys: Vec<&str> = name.split(' ').collect();
    if FIELDS.contains(&name) {
        return Some(Role::Field);
    }
    if BUTTONS.contains(&name) {
        return Some(Role::Button);
    }
    if LINKS.contains(&keys.as_slice()) {
        // On the way in it leads to another form, in a form of its own it ends it.
        let ends = name == "create account" && genre != Genre::Login;
        return Some(if ends { Role::Button } else { Role::Link });
    }
    TICKS.contains(&keys.as_slice()).then_some(Role::Item)
}

/// "forgot password", "stay signed in", "create an account": what stands among the fields of a login and is none of them.
fn ways_on(reader: &mut Reader<'_>) {
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
    // "sign up form Full name, …": the words for the form are no part of its first field.
    while start < to
        && (reader.uses[start] == Use::Genre
            || matches!(
                reader.key(start),
                "a" | "an" | "the" | "your" | "fields" | "form"
            ))
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

#[cfg(test)]
mod tests {
    use crate::Role::{Button, Field, Item, Link};
    use crate::outline::check_texts;

    #[test]
    fn parts_of_a_form_need_no_mark_between_them() {
        check_texts(&[
            (
                "login page Email Password Sign in button Forgot password",
                &[
                    (Field, "Email"),
                    (Field, "Password"),
                    (Button, "Sign in"),
                    (Link, "Forgot password"),
                ],
            ),
            (
                "sign up form, fields First name*, Phone, Email *",
                &[(Field, "First name*"), (Field, "Phone"), (Field, "Email*")],
            ),
            (
                "mobile checkout: card fields (number, MM/YY, CVV), Pay 32,50 €",
                &[
                    (Field, "number"),
                    (Field, "MM/YY"),
                    (Field, "CVV"),
                    (Button, "Pay 32,50 €"),
                ],
            ),
            (
                "login page, fields 'Name' 'Password', button 'Log in', 'Lost your password?' below",
                &[
                    (Field, "Name"),
                    (Field, "Password"),
                    (Button, "Log in"),
                    (Link, "Lost your password?"),
                ],
            ),
            (
                "sign up form Full name, Work email, Company size, Password",
                &[
                    (Field, "Full name"),
                    (Field, "Work email"),
                    (Field, "Company size"),
                    (Field, "Password"),
                ],
            ),
            (
                "sign up form, first name last name email, i agree to the rules checkbox",
                &[
                    (Field, "First name"),
                    (Field, "Last name"),
                    (Field, "Email"),
                    (Item, "I agree to the rules"),
                ],
            ),
        ]);
    }
}
