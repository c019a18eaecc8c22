//! Fields with what they may be filled with: "room type (Standard / Deluxe / Suite)", "size (S, M, L)".

use super::emit;
use super::fields::is_form;
use crate::lexicon::lexicon;
use crate::literals::capitalized;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};
use crate::{Genre, List, Pair, Role};

/// The kind of a list that holds the choices of the field before it.
const OPTION: &str = "option";
/// Choices that make a field one to choose from, at least.
const CHOICES_MIN: usize = 2;
/// Words of one choice, at most.
const CHOICE_WORDS_MAX: usize = 3;
/// Words of the name of a field, at most.
const NAME_WORDS_MAX: usize = 4;

/// Claims the choices in brackets behind the names of fields; the names are claimed with the other fields.
pub(super) fn claim(reader: &mut Reader<'_>) {
    if !is_form(reader.brief.genre) {
        return;
    }
    for open in 1..reader.len() {
        if !reader.sep(open, Sep::Open) || name_before(reader, open).is_none() {
            continue;
        }
        let Some(close) = (open + 1..reader.len()).find(|&at| reader.sep(at, Sep::Close)) else {
            return;
        };
        let Some(choices) = choices(reader, open + 1, close) else {
            continue;
        };
        let mut list = List {
            kind: OPTION.into(),
            span: reader.span(open, close + 1),
            ..List::default()
        };
        reader.mark(open, close + 1, Use::Role);
        for (from, to) in choices {
            list.items.push(emit(reader, from, to, Role::Item));
        }
        reader.brief.lists.push(list);
    }
}

/// Claims the names before choices that no enumeration of fields holds, and fields that are told with what is in them.
pub(super) fn name_fields(reader: &mut Reader<'_>) {
    if !is_form(reader.brief.genre) {
        return;
    }
    let opens: Vec<usize> = reader
        .brief
        .lists
        .iter()
        .filter(|list| list.kind == OPTION)
        .map(|list| list.span.start)
        .collect();
    for at in 1..reader.len() {
        if !opens.contains(&reader.tokens[at].span.start) {
            continue;
        }
        if let Some((from, to)) = name_before(reader, at) {
            let index = emit(reader, from, to, Role::Field);
            let literal = &mut reader.brief.literals[index];
            literal.text = capitalized(&literal.text);
        }
    }
    if reader.brief.genre == Genre::Form {
        filled(reader);
    }
}

/// The words right before a bracket that may be the name of a field.
fn name_before(reader: &Reader<'_>, open: usize) -> Option<(usize, usize)> {
    let mut from = open;
    while from > 0
        && open - from < NAME_WORDS_MAX
        && matches!(reader.uses[from - 1], Use::Free | Use::Topic)
        && reader.tokens[from - 1].is_word()
        && reader.tokens[from - 1].quote().is_none()
        && !(reader.is_lower(from - 1)
            && matches!(
                reader.key(from - 1),
                "and" | "with" | "a" | "an" | "the" | "then" | "or"
            ))
    {
        from -= 1;
    }
    // The name of a part of a form holds several fields, and no choices of one.
    let part = from < open
        && (lexicon()
            .roles
            .at(&reader.tokens, open - 1)
            .is_some_and(|(_, word)| word.policy == crate::lexicon::Policy::Many)
            || matches!(
                reader.key(open - 1),
                "form"
                    | "fields"
                    | "button"
                    | "buttons"
                    | "link"
                    | "links"
                    | "modal"
                    | "page"
                    | "card"
            ));
    (from < open && !part).then_some((from, open))
}

/// The choices between two tokens, parted by commas, slashes or "or".
fn choices(reader: &Reader<'_>, from: usize, to: usize) -> Option<Vec<(usize, usize)>> {
    let mut out = Vec::new();
    let mut start = from;
    for at in from..=to {
        let parts = at == to
            || [Sep::Comma, Sep::Slash, Sep::Other, Sep::Semi]
                .iter()
                .any(|sep| reader.sep(at, *sep))
            || reader.is_lower(at) && matches!(reader.key(at), "or" | "and" | "vs");
        if !parts {
            if reader.is_sep(at) || !reader.is_free(at) || reader.tokens[at].quote().is_some() {
                return None;
            }
            continue;
        }
        if start < at {
            out.push((start, at));
        }
        start = at + 1;
    }
    let short = out.iter().all(|(from, to)| to - from <= CHOICE_WORDS_MAX);
    (short && out.len() >= CHOICES_MIN).then_some(out)
}

/// "guests 2 adults": in a form, a name in small letters, a number, and the word for what it counts.
fn filled(reader: &mut Reader<'_>) {
    let mut at = 0;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        chosen(reader, at, end);
        let number = (at + 1..end).find(|&i| reader.tokens[i].kind == Kind::Number);
        let plain = (at..end).all(|i| {
            matches!(reader.uses[i], Use::Free | Use::Topic)
                && (reader.tokens[i].is_word() || Some(i) == number)
                && reader.is_lower(i) | (Some(i) == number)
        });
        if let Some(number) = number.filter(|&n| plain && n - at <= 2 && end - n == 2) {
            let label_text = capitalized(reader.text(at, number));
            reader.mark(at, number, Use::Role);
            let value = emit(reader, number, end, Role::Value);
            reader.brief.pairs.push(Pair {
                label: None,
                label_text,
                value,
            });
        }
        at = end + 1;
    }
}

/// "room Double", "size Large": a small word, and with a capital what was chosen.
fn chosen(reader: &mut Reader<'_>, at: usize, end: usize) {
    const NOT_FIELDS: &[&str] = &[
        "button", "title", "headline", "heading", "header", "link", "checkbox", "cta", "brand",
        "subtitle", "label", "field", "tab",
    ];
    let free = |i: usize| {
        matches!(reader.uses[i], Use::Free | Use::Topic)
            && reader.tokens[i].is_word()
            && reader.tokens[i].quote().is_none()
    };
    let told = end == at + 2
        && free(at)
        && free(at + 1)
        && reader.is_lower(at)
        && reader.is_capital(at + 1)
        && !NOT_FIELDS.contains(&reader.key(at))
        && lexicon().roles.at(&reader.tokens, at).is_none();
    if !told {
        return;
    }
    let label_text = capitalized(reader.text(at, at + 1));
    reader.mark(at, at + 1, Use::Role);
    let value = emit(reader, at + 1, end, Role::Value);
    reader.brief.pairs.push(Pair {
        label: None,
        label_text,
        value,
    });
}

#[cfg(test)]
mod tests {
    use crate::{Role, read};

    #[test]
    fn choices_in_brackets_belong_to_their_field() {
        for (prompt, fields, choices) in [
            (
                "signup form: name, email, plan (Basic / Pro), button Create account",
                &["Name", "Email", "Plan"][..],
                &["Basic", "Pro"][..],
            ),
            (
                "Registration form with fields: First name, Last name, T-shirt size (S, M, L), Dietary needs. Button: Register",
                &["First name", "Last name", "T-shirt size", "Dietary needs"],
                &["S", "M", "L"],
            ),
            (
                "booking form: check-in 12 May, room type (Standard / Deluxe), button Reserve",
                &["Room type"],
                &["Standard", "Deluxe"],
            ),
        ] {
            let brief = read(prompt);
            let of_role = |role| -> Vec<&str> {
                brief
                    .literals
                    .iter()
                    .filter(|literal| literal.role == role)
                    .map(|literal| literal.text.as_str())
                    .collect()
            };
            assert_eq!(of_role(Role::Field), fields, "{prompt}");
            assert_eq!(of_role(Role::Item), choices, "{prompt}");
            assert_eq!(of_role(Role::Button).len(), 1, "{prompt}");
        }
        let brief = read("booking form: check-in 12 May, guests 2 adults, button Reserve");
        let pair = brief.pairs.iter().find(|pair| pair.label_text == "Guests");
        assert_eq!(
            pair.map(|pair| brief.literals[pair.value].text.as_str()),
            Some("2 adults")
        );
    }
}
