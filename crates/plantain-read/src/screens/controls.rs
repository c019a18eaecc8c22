//! Controls with their words before them: "a Save changes button", "Forgot password link".

mod buttons;
mod captions;
mod links;

pub use captions::is_caption;
pub(crate) use captions::presses;
pub(super) use links::small_links;

use super::emit;
use crate::lexicon::lexicon;
use crate::literals::capitalized;
use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{Genre, Role};

/// Words of one control, at most.
const WORDS_MAX: usize = 5;

/// "email field, button Subscribe": the only field of a form by its name.
fn lone_fields(reader: &mut Reader<'_>) {
    let form = matches!(
        reader.brief.genre,
        Genre::Login | Genre::SignUp | Genre::Form | Genre::Landing
    );
    if !form || reader.brief.literals.iter().any(|l| l.role == Role::Field) {
        return;
    }
    for at in 1..reader.len() {
        let field = matches!(reader.key(at), "field" | "input") && reader.is_lower(at);
        let name = at - 1;
        let alone = name == reader.clause_start(name)
            || matches!(
                reader.key(name.wrapping_sub(1)),
                "an" | "a" | "one" | "single"
            );
        let asked = super::asks_for(reader.key(name));
        if field && alone && asked && reader.is_lower(name) && reader.is_free(name) {
            let index = emit(reader, name, name + 1, Role::Field);
            let literal = &mut reader.brief.literals[index];
            literal.text = capitalized(&literal.text);
            reader.mark(at, at + 1, Use::Role);
        }
    }
}

/// `search bar "What are you craving?"`: what is quoted behind the words for a search field stands in it.
fn search_hints(reader: &mut Reader<'_>) {
    for at in 0..reader.len().saturating_sub(1) {
        let part = matches!(
            reader.key(at + 1),
            "bar" | "box" | "field" | "input" | "placeholder"
        );
        // "Search 'Search jobs'": the field by its verb alone, where it opens a clause.
        let alone = at == reader.clause_start(at)
            && reader.is_free(at)
            && reader.tokens[at + 1].quote().is_some();
        if reader.key(at) != "search" || !(part || alone) {
            continue;
        }
        if alone {
            reader.mark(at, at + 1, Use::Role);
        }
        let mut text = at + 1 + usize::from(part);
        while text < at + 6
            && (reader.sep(text, Sep::Colon)
                || matches!(
                    reader.key(text),
                    "with" | "saying" | "says" | "text" | "placeholder" | "reading" | "on" | "top"
                ))
        {
            text += 1;
        }
        let quoted = reader
            .tokens
            .get(text)
            .is_some_and(|token| token.quote().is_some());
        if quoted && reader.is_free(text) {
            let index = emit(reader, text, text + 1, Role::Field);
            reader.brief.literals[index].origin = crate::Origin::Quoted;
        }
    }
}

/// `an "Add member" button`: what is quoted right before the word for a control is its caption.
fn quoted_before(reader: &mut Reader<'_>) {
    for at in 0..reader.len().saturating_sub(1) {
        let quoted = |at: usize| {
            reader
                .tokens
                .get(at)
                .is_some_and(|token| token.quote().is_some())
        };
        if !quoted(at) || !reader.is_free(at) || !reader.is_lower(at + 1) {
            continue;
        }
        let role = match reader.key(at + 1) {
            "button" | "btn" | "cta" => Role::Button,
            "link" => Role::Link,
            "tab" => Role::Tab,
            "badge" | "pill" | "chip" => Role::Badge,
            _ => continue,
        };
        // `"Home" button "Go"`: the word leads to the next text.
        let leads = quoted(at + 2)
            // `bio "Fog, ferries." button Follow`
            || reader.is_capital(at + 2) && reader.is_free(at + 2)
            || reader.sep(at + 2, Sep::Colon)
            || matches!(
                reader.key(at + 2),
                "says" | "saying" | "labelled" | "labeled" | "reading" | "with"
            ) && quoted(at + 3);
        let led = at > 0 && matches!(reader.key(at - 1), "title" | "headline" | "heading");
        if !leads && !led {
            let index = emit(reader, at, at + 1, role);
            reader.brief.literals[index].origin = crate::Origin::Quoted;
            reader.mark(at + 1, at + 2, Use::Role);
        }
    }
}

/// Services that a button names in small letters, too.
const SERVICES: &[&str] = &[
    "google",
    "apple",
    "paypal",
    "facebook",
    "github",
    "microsoft",
    "linkedin",
    "klarna",
];

/// "sign in with Google", "pay with apple pay": a button of its own, whose first letter is a capital.
fn services(reader: &mut Reader<'_>) {
    for at in 1..reader.len().saturating_sub(1) {
        let named = |i: usize| {
            reader.is_free(i) && (reader.is_capital(i) || SERVICES.contains(&reader.key(i)))
        };
        if reader.key(at) != "with" || !named(at + 1) {
            continue;
        }
        let from = match (at.checked_sub(2).map(|i| reader.key(i)), reader.key(at - 1)) {
            (Some("sign" | "log"), "in" | "up") => at - 2,
            (_, "continue" | "login" | "signup" | "sign-in" | "log-in" | "pay" | "checkout") => {
                at - 1
            }
            _ => continue,
        };
        let quoted = (from..at + 2).any(|i| reader.tokens[i].quote().is_some());
        let literal = (from..at + 2).any(|i| reader.uses[i] == Use::Literal);
        if quoted || literal {
            continue;
        }
        let mut to = at + 2;
        while to < reader.len() && (named(to) || reader.key(to) == "pay" && reader.is_free(to)) {
            to += 1;
        }
        reader.mark(to, to + usize::from(reader.key(to) == "button"), Use::Role);
        let index = emit(reader, from, to, Role::Button);
        let literal = &mut reader.brief.literals[index];
        literal.text = capitalized(&literal.text);
    }
}

/// `"05:15" "Surf", … all on except Surf`: what is quoted and then only spoken of is one text.
fn told_again(brief: &mut crate::Brief) {
    let quoted: Vec<(String, usize)> = brief
        .literals
        .iter()
        .filter(|l| l.origin == crate::Origin::Quoted)
        .map(|l| (l.text.to_lowercase(), l.span.end))
        .collect();
    let paired: Vec<usize> = brief
        .pairs
        .iter()
        .flat_map(|pair| pair.label.into_iter().chain([pair.value]))
        .collect();
    let again: Vec<crate::Span> = brief
        .literals
        .iter()
        .enumerate()
        .filter(|(at, literal)| {
            literal.origin != crate::Origin::Quoted
                && !paired.contains(at)
                && quoted.iter().any(|(text, end)| {
                    *text == literal.text.to_lowercase() && *end < literal.span.start
                })
        })
        .map(|(_, literal)| literal.span.clone())
        .collect();
    brief.remove_literals(|literal| again.contains(&literal.span));
}

/// Sets right what the clauses alone told of the controls: texts told twice, the order that closes, two captions in one text.
pub(crate) fn settle(brief: &mut crate::Brief) {
    if !super::is_interface(brief.genre) {
        return;
    }
    for literal in &mut brief.literals {
        // `permissions screen "Turn on notifications"`: on a screen, no thing in the world carries a text.
        if literal.role == Role::World && literal.on_object.is_none() {
            literal.role = Role::Text;
        }
    }
    told_again(brief);
    captions::closing_command(brief);
    captions::part_pair(brief);
}

/// "i agree to the terms checkbox": where the words begin with which whoever ticks the box promises or asks something.
fn promised_before(reader: &Reader<'_>, at: usize) -> Option<usize> {
    const OPENINGS: &[&str] = &[
        "i",
        "i'm",
        "yes",
        "agree",
        "accept",
        "remember",
        "send",
        "keep",
        "subscribe",
        "email",
        "save",
        "ship",
        "same",
    ];
    let from = reader.clause_start(at);
    let from = from + usize::from(matches!(reader.key(from), "an" | "a" | "and" | "with"));
    let free = (from..at).all(|i| {
        matches!(reader.uses[i], Use::Free | Use::Topic) && reader.tokens[i].quote().is_none()
    });
    (free && at > from + 1 && OPENINGS.contains(&reader.key(from))).then_some(from)
}

/// "checkbox I accept the waiver": the words behind a box run to the end of the clause.
fn ticks(reader: &mut Reader<'_>) {
    for at in 0..reader.len() {
        let boxed = matches!(reader.key(at), "checkbox" | "tickbox" | "checkmark");
        if !boxed || !reader.is_free(at) || words_before(reader, at).is_some() {
            continue;
        }
        if let Some(from) = promised_before(reader, at) {
            let index = emit(reader, from, at, Role::Item);
            let literal = &mut reader.brief.literals[index];
            literal.text = capitalized(&literal.text);
            reader.mark(at, at + 1, Use::Role);
            continue;
        }
        let mut from = at + 1;
        while reader.sep(from, Sep::Colon)
            || matches!(
                reader.key(from),
                "for" | "saying" | "labelled" | "labeled" | "with" | "that" | "says" | "reading"
            ) && reader.is_lower(from)
        {
            from += 1;
        }
        let mut to = from;
        while to < reader.len()
            && !reader.is_sep(to)
            && reader.is_free(to)
            && reader.tokens[to].quote().is_none()
            && !matches!(reader.key(to), "button" | "link")
            && !(reader.key(to) == "and" && matches!(reader.key(to + 1), "a" | "an" | "the"))
        {
            to += 1;
        }
        if to > from && reader.tokens[from].is_word() {
            reader.mark(at, from, Use::Role);
            emit(reader, from, to, Role::Item);
        }
    }
}

/// Claims the capitalised words before "button", "link" and "checkbox".
pub(super) fn claim(reader: &mut Reader<'_>) {
    services(reader);
    captions::claim(reader);
    links::claim(reader);
    ticks(reader);
    quoted_before(reader);
    search_hints(reader);
    lone_fields(reader);
    buttons::paired_buttons(reader);
    buttons::priced_buttons(reader);
    buttons::closed_buttons(reader);
    for at in 1..reader.len() {
        // "Konto löschen Link": German nouns are capitals; where another capital follows, the text stands behind.
        let german = reader.brief.language.0 == "de"
            && at > reader.clause_start(at)
            && (at + 1 >= reader.len() || reader.is_sep(at + 1) && !reader.sep(at + 1, Sep::Colon))
            && lexicon().genres.at(&reader.tokens, at - 1).is_none();
        if !reader.is_free(at) || !(reader.is_lower(at) || german) {
            continue;
        }
        let role = match reader.key(at) {
            "button" | "buttons" | "btn" | "cta" => Role::Button,
            "link" | "links" => Role::Link,
            "checkbox" | "toggle" | "switch" => Role::Item,
            _ => continue,
        };
        // `next button "Commands"`: the caption follows, and the words before tell what it does.
        let captioned = matches!(role, Role::Button | Role::Link)
            && !reader.key(at).ends_with('s')
            && reader
                .tokens
                .get(at + 1)
                .is_some_and(|next| next.quote().is_some() && reader.is_free(at + 1));
        if captioned {
            let from = words_before(reader, at).unwrap_or(at);
            if role == Role::Button && from < at && (from..at).all(|i| reader.is_lower(i)) {
                reader.mark(from, at, Use::Described);
                let index = emit(reader, at + 1, at + 2, Role::Button);
                reader.brief.literals[index].origin = crate::Origin::Quoted;
                reader.mark(at, at + 1, Use::Role);
            }
            continue;
        }
        let Some(from) = words_before(reader, at) else {
            if role == Role::Button {
                describe(reader, at);
            }
            continue;
        };
        let and = (from + 1..at - 1)
            .find(|&i| matches!(reader.key(i), "and" | "or" | "&") && reader.is_capital(i + 1));
        match and.filter(|_| reader.key(at).ends_with('s')) {
            Some(and) => {
                emit(reader, from, and, role);
                emit(reader, and + 1, at, role);
                reader.mark(and, and + 1, Use::Role);
            }
            None => {
                emit(reader, from, at, role);
            }
        }
        reader.mark(at, at + 1, Use::Role);
    }
}

/// "continue button": what a button does, in lower case, is built and not cut out as text.
fn describe(reader: &mut Reader<'_>, at: usize) {
    let mut from = at;
    while from > reader.clause_start(at)
        && at - from < WORDS_MAX
        && reader.is_free(from - 1)
        && reader.is_lower(from - 1)
        && reader.tokens[from - 1].is_word()
        && !lexicon().stops.contains_key(reader.key(from - 1))
    {
        from -= 1;
    }
    // "add to basket button": a clause of a few small words is the button as a whole.
    let start = reader.clause_start(at);
    let short = at - start <= 4
        && at > start
        && matches!(
            reader.key(start),
            "add"
                | "sign"
                | "log"
                | "back"
                | "go"
                | "save"
                | "buy"
                | "book"
                | "join"
                | "view"
                | "see"
                | "start"
                | "try"
                | "get"
                | "learn"
                | "send"
                | "read"
                | "download"
                | "order"
                | "create"
                | "confirm"
                | "reset"
                | "submit"
                | "track"
                | "request"
                | "change"
                | "choose"
                | "contact"
                | "continue"
                | "edit"
                | "pay"
                | "place"
                | "reserve"
                | "schedule"
                | "share"
                | "update"
                | "upload"
                | "verify"
        )
        && (start..at).all(|i| {
            matches!(reader.uses[i], Use::Free | Use::Carrier)
                && reader.is_lower(i)
                && reader.tokens[i].is_word()
        });
    if short {
        from = start;
    }
    let texted = reader.is_capital(at + 1)
        || reader
            .tokens
            .get(at + 1)
            .is_some_and(|t| t.quote().is_some())
        || reader.sep(at + 1, Sep::Colon)
        || matches!(
            reader.key(at + 1),
            "saying" | "says" | "labelled" | "labeled" | "reading" | "with" | "that"
        );
    if from == at || texted {
        return;
    }
    let span = reader.span(from, at + 1);
    let words = reader.keys(from, at);
    reader.brief.described.push(crate::Described {
        kind: crate::Component::Button,
        words,
        count: None,
        span,
    });
    reader.mark(from, at + 1, Use::Described);
}

/// Claims "Studio marked as Best value": the words behind are a badge, those before say whose.
pub(super) fn badges(reader: &mut Reader<'_>) {
    for at in 1..reader.len() {
        let marks = matches!(
            reader.key(at),
            "marked" | "highlighted" | "tagged" | "flagged" | "labelled" | "labeled"
        );
        if !(marks && reader.is_free(at) && reader.key(at + 1) == "as") {
            continue;
        }
        let mut end = at + 2;
        while end < reader.len() && reader.is_free(end) && reader.tokens[end].is_word() {
            if end > at + 2 && lexicon().stops.contains_key(reader.key(end)) {
                break;
            }
            end += 1;
        }
        if end == at + 2 || reader.tokens[at + 2].quote().is_some() {
            continue;
        }
        let mut from = at;
        while from > reader.clause_start(at) && at - from < WORDS_MAX && reader.is_free(from - 1) {
            from -= 1;
        }
        reader.mark(from, at + 2, Use::Role);
        emit(reader, at + 2, end, Role::Badge);
    }
}

/// First token of the control's words: a capital after an article, a separator or "and".
fn words_before(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let start = reader.clause_start(at);
    let mut from = at;
    while from > start && at - from < WORDS_MAX && reader.is_free(from - 1) {
        let key = reader.key(from - 1);
        let small = reader.is_lower(from - 1)
            && matches!(
                key,
                "a" | "an" | "the" | "with" | "big" | "and" | "or" | "plus"
            );
        // "Log in and Sign up buttons": an "and" between capitals stays in.
        let joins = matches!(key, "and" | "&")
            && reader.is_capital(from)
            && reader.key(at).ends_with('s')
            && from >= 2
            && from - 2 >= start
            && reader.is_free(from - 2);
        // "a Book a walk button": an article behind a capital is one of the words.
        let within = matches!(key, "a" | "an" | "the" | "your" | "my")
            && from >= 2
            && from - 2 >= start
            && reader.is_free(from - 2)
            && reader.is_capital(from - 2)
            && reader.is_lower(from);
        if reader.tokens[from - 1].quote().is_some() || small && !joins && !within {
            break;
        }
        from -= 1;
    }
    // Leading words in lower case describe: "green Pay now button".
    while from < at && !reader.is_capital(from) && reader.form(from).is_none() {
        from += 1;
    }
    let opener = from == 0 && lexicon().carriers.at(&reader.tokens, 0).is_some();
    (from < at && !opener && reader.is_capital(from)).then_some(from)
}
