//! Forms that are shown as somebody fills them in: what stands in a field, what is wrong with it, what may be chosen, and
//! how far one has come.

use crate::outline::{add, clauses, lowered, trimmed};
use crate::{Brief, Genre, Origin, Role, Span};

/// Words between the name of a field and what stands in it.
const FILLED: &[&str] = &[
    " filled in with ",
    " filled out with ",
    " is filled with ",
    " filled with ",
    " is prefilled with ",
    " prefilled with ",
    " pre-filled with ",
    " is set to ",
    " ausgefüllt mit ",
    " rempli avec ",
    " relleno con ",
    " compilato con ",
];
/// Words behind the name of a field that is not as it should be; what is wrong stands in quotes behind them.
const WRONG: &[&str] = &[
    " in red",
    " in error",
    " with error",
    " with an error",
    " with message",
    " with a message",
    " has an error",
    " has error",
    " shows error",
    " shows the error",
    " marked red",
    " is invalid",
    " invalid",
];
/// Words behind the name of a field in which nothing stands.
const EMPTY: &[&str] = &[
    " is empty",
    " left empty",
    " empty",
    " is blank",
    " left blank",
    " blank",
];
/// Words for what is chosen from, where a colon follows.
const CHOICES: &[&str] = &[
    "auswahl", "choice", "choose", "option", "select", "dropdown", "radio", "opciones", "choix",
    "scelta", "opções", "keuze", "wybór",
];
/// Words for a step of several, and those between their numbers.
const STEPS: &[&str] = &[
    "step ",
    "page ",
    "schritt ",
    "seite ",
    "étape ",
    "paso ",
    "passo ",
    "stap ",
    "krok ",
    "шаг ",
    "крок ",
    "adım ",
];
const OF: &[&str] = &[
    " of ", " von ", " sur ", " de ", " di ", " van ", " z ", " из ", " із ", "/", " / ",
];
/// Words of a field's name, at most.
const NAME_WORDS_MAX: usize = 4;

/// Ties values and errors to their fields, makes fields of what is chosen from, and keeps a step in one piece.
pub(crate) fn settle(brief: &mut Brief) {
    let lower = lowered(&brief.prompt);
    if matches!(brief.genre, Genre::Login | Genre::SignUp) {
        refused(brief, &lower);
        step(brief, &lower);
        brief.order_literals();
    }
    if brief.genre != Genre::Form || !brief.records.is_empty() {
        return;
    }
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    for clause in clauses(&brief.prompt, start) {
        field(brief, &lower, behind_colon(&lower, clause));
    }
    areas(brief, &lower);
    chosen_from(brief, &lower);
    step(brief, &lower);
    brief.order_literals();
}

/// `red error message "Wrong code"`: what went wrong is told over the fields, and its colour is none of the page's; the word
/// between two ways in is drawn with them.
fn refused(brief: &mut Brief, lower: &str) {
    const ERRORS: &[&str] = &[
        "error",
        "erreur",
        "fehler",
        "errore",
        "erro ",
        "fout",
        "błąd",
        "hata",
        "ошибк",
        "warning",
        "alert",
    ];
    brief.remove_literals(|literal| {
        literal.origin == Origin::Quoted
            && matches!(literal.text.as_str(), "or" | "OR" | "oder" | "ou")
    });
    for at in 0..brief.literals.len() {
        let literal = &brief.literals[at];
        let from = lower[..literal.span.start]
            .rfind(['.', ',', ';', '\n'])
            .map_or(0, |mark| mark + 1);
        let clause = &lower[from..literal.span.start];
        let plain = matches!(
            literal.role,
            Role::Subtitle | Role::Body | Role::Text | Role::Badge | Role::Title
        );
        if plain
            && literal.origin == Origin::Quoted
            && ERRORS.iter().any(|word| clause.contains(word))
        {
            brief.literals[at].role = Role::Callout;
            brief.look.palette.retain(|color| color.name != "red");
        }
    }
}

/// "error state: Name filled in with …": what a colon heads in a clause.
fn behind_colon(lower: &str, clause: Span) -> Span {
    let verb = FILLED
        .iter()
        .chain(WRONG)
        .filter_map(|word| lower[clause.clone()].find(word))
        .min()
        .unwrap_or(0);
    match lower[clause.start..clause.start + verb].rfind(": ") {
        Some(colon) => clause.start + colon + 2..clause.end,
        None => clause,
    }
}

/// A clause that tells how one field is.
fn field(brief: &mut Brief, lower: &str, clause: Span) {
    let text = &lower[clause.clone()];
    let told = |words: &[&str]| {
        words
            .iter()
            .filter_map(|word| Some((text.find(word)?, word.len())))
            .min_by_key(|(at, len)| (*at, usize::MAX - len))
    };
    let value = told(FILLED).map(|(at, len)| (at, clause.start + at + len));
    let wrong = told(WRONG).map(|(at, _)| at);
    let empty = told(EMPTY)
        .filter(|(at, len)| at + len == text.len())
        .map(|(at, _)| at);
    let Some(end) = value.map(|(at, _)| at).or(wrong).or(empty) else {
        return;
    };
    let Some(name) = name_of(&brief.prompt, lower, clause.start..clause.start + end) else {
        return;
    };
    let error = brief.literals.iter().position(|literal| {
        wrong.is_some() && literal.origin == Origin::Quoted && clause.contains(&literal.span.start)
    });
    let error = error.map(|at| brief.literals[at].span.clone());
    if wrong.is_some() && value.is_none() && error.is_none() {
        return;
    }
    // "in red" is how the field is marked, and no colour of the page.
    if wrong.is_some() {
        brief
            .look
            .palette
            .retain(|color| !text.contains(&color.name));
    }
    let own = clause.clone();
    brief.remove_literals(|literal| literal.origin != Origin::Quoted && literal.meets(&own));
    let label = add(brief, name, Role::Field);
    if let Some(span) = value.and_then(|(_, from)| trimmed(&brief.prompt, from..clause.end)) {
        let known = brief
            .literals
            .iter()
            .position(|literal| literal.span == span);
        let value = known.unwrap_or_else(|| add(brief, span, Role::Value));
        brief.literals[value].role = Role::Value;
        brief.pair(label, value);
    }
    if let Some(at) = brief
        .literals
        .iter()
        .position(|literal| Some(&literal.span) == error.as_ref())
    {
        brief.literals[at].role = Role::Callout;
        for list in &mut brief.lists {
            list.items.retain(|item| *item != at);
        }
        brief.pair(label, at);
    }
}

/// The name of a field without the words around it: "the Email field".
fn name_of(prompt: &str, lower: &str, span: Span) -> Option<Span> {
    let mut span = trimmed(prompt, span)?;
    for lead in ["and ", "the ", "with "] {
        if lower[span.clone()].starts_with(lead) {
            span.start += lead.len();
        }
    }
    for tail in [" field", " input", " box", " is", " feld"] {
        if lower[span.clone()].ends_with(tail) {
            span.end -= tail.len();
        }
    }
    let words = prompt[span.clone()].split_whitespace().count();
    (1..=NAME_WORDS_MAX).contains(&words).then_some(span)
}

/// "text area labelled Tell us more": the label is that of a field, and the word for the control is no text.
fn areas(brief: &mut Brief, lower: &str) {
    const CONTROLS: &[&str] = &["area", "text area", "textarea", "text box", "filled"];
    brief.remove_literals(|literal| {
        literal.origin != Origin::Quoted && CONTROLS.contains(&literal.text.to_lowercase().as_str())
    });
    for literal in &mut brief.literals {
        let before = &lower[..literal.span.start];
        let led = before
            .trim_end_matches([' ', '"', '“', ':'])
            .ends_with(|c: char| c.is_alphabetic())
            && before.rfind("text").is_some_and(|at| {
                let words = &before[at..];
                ["text area", "textarea", "text box", "text field"]
                    .iter()
                    .any(|word| words.starts_with(word))
                    && !words.contains([',', '.', ';'])
            });
        if led && matches!(literal.role, Role::Callout | Role::Item | Role::Subtitle) {
            literal.role = Role::Field;
        }
    }
    // "five stars (4 filled)": how many are given is drawn.
    let stars = |pair: &crate::Pair| {
        pair.label.is_none()
            && matches!(pair.label_text.to_lowercase().as_str(), "filled" | "stars")
    };
    let drawn: Vec<Span> = brief
        .pairs
        .iter()
        .filter(|pair| stars(pair))
        .map(|pair| brief.literals[pair.value].span.clone())
        .collect();
    brief.remove_literals(|literal| drawn.contains(&literal.span));
}

/// "Choice: Car, Home, Travel": the word before the colon names a field, and what is listed may be chosen.
fn chosen_from(brief: &mut Brief, lower: &str) {
    let known = |kind: &str| CHOICES.iter().any(|word| kind.starts_with(word));
    for at in 0..brief.lists.len() {
        let list = &brief.lists[at];
        let Some(first) = list
            .items
            .first()
            .map(|item| brief.literals[*item].span.start)
        else {
            continue;
        };
        let headed = lower[..first]
            .trim_end_matches([' ', '"', '“', '„'])
            .ends_with(':');
        if !headed || !known(&list.kind) || list.items.len() < 2 {
            continue;
        }
        let before = lower[..first].trim_end_matches([' ', ':', '"', '“', '„']);
        let from = before
            .rfind(['.', ',', ';', '\n', ':'])
            .map_or(0, |mark| mark + 1);
        let Some(name) = trimmed(&brief.prompt, from..before.len()) else {
            continue;
        };
        let own = name.clone();
        for item in brief.lists[at].items.clone() {
            brief.literals[item].role = Role::Item;
        }
        brief.lists[at].kind = "option".into();
        brief.lists[at].span.start = brief.lists[at].span.start.max(name.end);
        brief.remove_literals(|literal| literal.meets(&own));
        add(brief, name, Role::Field);
    }
}

/// "Progress: Step 1 of 4": the step stands in one piece, and the word that heads it is none of it.
fn step(brief: &mut Brief, lower: &str) {
    let Some(span) = STEPS
        .iter()
        .flat_map(|word| lower.match_indices(word))
        .find_map(|(at, word)| Some(at..numbers(lower, at + word.len())?))
    else {
        return;
    };
    let quoted = brief
        .literals
        .iter()
        .any(|literal| literal.origin == Origin::Quoted && literal.meets(&span));
    if quoted {
        return;
    }
    let before = lower[..span.start].trim_end();
    let head = before.strip_suffix(':').map_or(span.start, |head| {
        head.rfind(['.', ',', ';', '\n']).map_or(0, |mark| mark + 1)
    });
    let short = lower[head..span.start].split_whitespace().count() <= 2;
    let within = if short { head } else { span.start }..span.end;
    brief.remove_literals(|literal| literal.meets(&within));
    // It may be told twice: what the screen is, and what its bar shows.
    let told = lower[span.clone()].to_owned();
    brief.remove_literals(|literal| literal.text.to_lowercase() == told);
    let at = add(brief, span, Role::Kicker);
    let text = crate::literals::capitalized(&brief.literals[at].text);
    brief.literals[at].text = text;
}

/// Where "1 of 4" ends that begins at `at`.
fn numbers(lower: &str, at: usize) -> Option<usize> {
    let digits = |from: usize| {
        let len = lower[from..].bytes().take_while(u8::is_ascii_digit).count();
        (1..=2).contains(&len).then_some(from + len)
    };
    let first = digits(at)?;
    OF.iter().find_map(|of| {
        lower[first..]
            .starts_with(of)
            .then(|| digits(first + of.len()))?
    })
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn forms_are_read_as_they_are_filled_in() {
        check_texts(&[
            (
                "contact form with error state: Name filled in with Otto Brandt, Email field in red with message \"Please enter a valid email\", Message empty, Send button greyed out",
                &[
                    (Role::Field, "Name"),
                    (Role::Value, "Otto Brandt"),
                    (Role::Field, "Email"),
                    (Role::Callout, "Please enter a valid email"),
                    (Role::Field, "Message"),
                    (Role::Button, "Send"),
                ],
            ),
            (
                "Formular. Titel: Schaden melden. Felder: Nummer, Datum. Auswahl: Auto, Haus. Button: Weiter. Fortschritt: Schritt 1 von 4",
                &[
                    (Role::Title, "Schaden melden"),
                    (Role::Field, "Nummer"),
                    (Role::Field, "Datum"),
                    (Role::Field, "Auswahl"),
                    (Role::Item, "Auto"),
                    (Role::Item, "Haus"),
                    (Role::Button, "Weiter"),
                    (Role::Kicker, "Schritt 1 von 4"),
                ],
            ),
        ]);
    }
}
