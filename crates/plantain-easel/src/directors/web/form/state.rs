//! How a form stands while somebody fills it in: what is in its fields, what is wrong with them, which button waits.

use plantain_read::Role;
use plantain_scene::build::{icon, row};
use plantain_scene::{Node, Token};

use crate::components::ui::form::asks;
use crate::components::ui::{Supply, Type, Word};
use crate::directors::web::Page;

/// Takes what is wrong with fields, each with the name of its field.
pub(super) fn faults(supply: &mut Supply<'_>) -> Vec<(String, Word)> {
    tied(supply, Role::Callout)
        .into_iter()
        .filter_map(|(label, value)| {
            let name = supply.brief().literals[label].text.clone();
            Some((name, supply.take(value)?))
        })
        .collect()
}

/// Takes the fields that something stands in, each with its value.
pub(super) fn filled(supply: &mut Supply<'_>) -> Vec<(Word, Word)> {
    let mut pairs = tied(supply, Role::Value);
    pairs.extend(tied(supply, Role::Person));
    pairs.extend(tied(supply, Role::Contact));
    pairs
        .into_iter()
        .filter_map(|(label, value)| Some((supply.take(label)?, supply.take(value)?)))
        .collect()
}

/// The fields of the brief with the values of this role that are tied to them.
fn tied(supply: &Supply<'_>, role: Role) -> Vec<(usize, usize)> {
    let brief = supply.brief();
    brief
        .pairs
        .iter()
        .filter_map(|pair| Some((pair.label?, pair.value)))
        .filter(|(label, value)| {
            brief.literals[*label].role == Role::Field && brief.literals[*value].role == role
        })
        .collect()
}

/// Takes the line that tells how far one is ("Step 1 of 4").
pub(super) fn step(supply: &mut Supply<'_>) -> Option<Word> {
    supply.find(|role, text| {
        role == Role::Kicker && crate::directors::mobile::step_of(&numbers(text)).is_some()
    })
}

/// A step of any language as "1 of 4".
fn numbers(text: &str) -> String {
    let figures: Vec<&str> = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|part| !part.is_empty())
        .collect();
    figures.join(" of ")
}

/// Takes what stands where files are dropped: `upload box "Drop your CV here"`.
pub(super) fn dropped(supply: &mut Supply<'_>) -> Option<Word> {
    const BOXES: &[&str] = &[
        "upload box",
        "upload area",
        "upload field",
        "upload zone",
        "drop zone",
        "dropzone",
        "drop area",
        "file upload",
        "attachment box",
    ];
    let lower = supply.brief().prompt.to_lowercase();
    let literals = &supply.brief().literals;
    let at = literals.iter().position(|literal| {
        let before = lower.get(..literal.span.start).unwrap_or_default();
        let before = before.trim_end_matches(|c: char| !c.is_alphanumeric());
        let before = [
            "with text",
            "with the text",
            "saying",
            "that says",
            "says",
            "with",
        ]
        .iter()
        .find_map(|word| before.strip_suffix(word))
        .unwrap_or(before)
        .trim_end();
        BOXES.iter().any(|words| before.ends_with(words))
    })?;
    supply.take(at)
}

/// Whether a field is told as one of several lines: "text area labelled Tell us more".
pub(super) fn is_area(prompt: &str, label: &str) -> bool {
    let lower = prompt.to_lowercase();
    let Some(at) = lower.find(&label.to_lowercase()) else {
        return false;
    };
    let clause = lower[..at]
        .rfind([',', '.', ';', '\n'])
        .map_or(0, |n| n + 1);
    let behind = &lower[at + label.len()..];
    let behind = &behind[..behind.find([',', '.', ';', '\n']).unwrap_or(behind.len())];
    ["text area", "textarea", "multiline", "multi-line"]
        .iter()
        .any(|word| lower[clause..at].contains(word) || behind.contains(word))
}

/// Which of several choices is told as chosen; the first where none is.
pub(super) fn chosen(prompt: &str, words: &[Word]) -> usize {
    const CHOSEN: &[&str] = &[
        " selected",
        " chosen",
        " is selected",
        " checked",
        " picked",
        " ausgewählt",
    ];
    let lower = prompt.to_lowercase();
    words
        .iter()
        .position(|word| {
            let word = word.text.to_lowercase();
            CHOSEN
                .iter()
                .any(|state| lower.contains(&format!("{word}{state}")))
        })
        .unwrap_or(0)
}

/// Whether the boxes of a form are ticked.
pub(super) fn is_ticked(prompt: &str) -> bool {
    let lower = prompt.to_lowercase();
    ![
        "unchecked",
        "unticked",
        "not checked",
        "not ticked",
        "empty checkbox",
    ]
    .iter()
    .any(|word| lower.contains(word))
}

/// Whether a button cannot be pressed yet: "Send button greyed out".
pub(super) fn is_greyed(prompt: &str, button: &str) -> bool {
    let lower = prompt.to_lowercase();
    let Some(at) = lower.rfind(&button.to_lowercase()) else {
        return false;
    };
    let clause = lower[..at]
        .rfind([',', '.', ';', '\n'])
        .map_or(0, |n| n + 1);
    let end = lower[at..]
        .find([',', '.', ';', '\n'])
        .map_or(lower.len(), |n| at + n);
    ["greyed", "grayed", "disabled", "inactive", "deactivated"]
        .iter()
        .any(|word| lower[clause..end].contains(word))
}

/// A field with what was written into it.
pub(super) fn given(page: &Page<'_>, label: &Word, value: &Word) -> Node {
    let mut node = page
        .kit
        .field(label, Some(value), asks(&label.text).icon(), false);
    ink(&mut node);
    node
}

/// A field that is not as it should be: its rim and what is wrong below it are in the colour for that.
pub(super) fn faulty(page: &Page<'_>, label: &Word, value: Option<&Word>, fault: &Word) -> Node {
    let kit = &page.kit;
    let hint = asks(&label.text).hint(kit);
    let mut node = kit.field(
        label,
        value.or(hint.as_ref()),
        asks(&label.text).icon(),
        false,
    );
    if value.is_some() {
        ink(&mut node);
    }
    if let Some(input) = node.children.pop() {
        let input = input
            .stroke(Token::Negative, kit.u(1.6).max(1.5))
            .child(icon("circle-alert", kit.u(18.0)).color(Token::Negative));
        node = node.child(input);
    }
    let line = row().fill_w().gap(kit.u(6.0)).child(
        kit.text(fault, Type::Caption)
            .color(Token::Negative)
            .weight(600)
            .max_lines(2)
            .grow(1.0),
    );
    node.child(line)
}

/// What was written stands in full ink, unlike a hint.
fn ink(field: &mut Node) {
    if let Some(text) = field
        .children
        .last_mut()
        .and_then(|input| input.children.last_mut())
    {
        *text = std::mem::take(text).color(Token::Ink);
    }
}
