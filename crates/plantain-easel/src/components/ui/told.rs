//! Names that a prompt enumerates in small letters behind a colon or "with": what the reader took for no text, a screen
//! whose rows or columns they are shows as its own words. And the choices that it gives a field.

use plantain_read::{Brief, Role};

use super::kit::Word;
use super::supply::{Supply, capital};

/// What a field may be filled with.
#[derive(Debug, Clone, PartialEq)]
pub struct Choices {
    /// The field's name, as it is printed.
    pub field: String,
    pub words: Vec<Word>,
}

/// Takes the choices that stand in brackets behind the names of fields.
pub fn choices(supply: &mut Supply<'_>) -> Vec<Choices> {
    let brief = supply.brief();
    let named = |at: usize| {
        let start = brief.lists[at].span.start;
        let field = brief
            .literals
            .iter()
            .filter(|literal| literal.role == Role::Field && literal.span.end <= start)
            .max_by_key(|literal| literal.span.end)?;
        Some(field.text.clone())
    };
    let told: Vec<(usize, String)> = (0..brief.lists.len())
        .filter(|&at| brief.lists[at].kind == "option")
        .filter_map(|at| Some((at, named(at)?)))
        .collect();
    told.into_iter()
        .map(|(at, field)| {
            let entries = supply.list_entries(at);
            let words = entries.into_iter().filter_map(|entry| entry.name).collect();
            Choices { field, words }
        })
        .collect()
}

/// Words of one name, at most.
const WORDS_MAX: usize = 3;
/// Words before an enumeration.
const LEADS: &[&str] = &[
    " with ",
    " con ",
    " mit ",
    " avec ",
    " com ",
    " met ",
    " including ",
    ": ",
];
/// Words between the last two names.
const JOINTS: &[&str] = &[" and ", " y ", " und ", " et ", " e ", " en ", " i ", " & "];

/// Returns the names that the prompt enumerates first, at least `least` of them; none where they hold figures or quotes, or
/// where one of them is a text of the brief already.
pub fn enumerated(brief: &Brief, least: usize) -> Vec<Word> {
    let prompt = &brief.prompt;
    let start = LEADS
        .iter()
        .filter_map(|lead| Some(prompt.find(lead)? + lead.len()))
        .min();
    let Some(start) = start else {
        return Vec::new();
    };
    let end = prompt[start..]
        .find([';', '.', '\n', ':'])
        .map_or(prompt.len(), |at| start + at);
    let mut names: Vec<String> = prompt[start..end]
        .split(',')
        .flat_map(|part| parted(part.trim()))
        .collect();
    for name in &mut names {
        for article in ["a ", "an ", "the ", "and ", "columns ", "toggles for "] {
            if let Some(rest) = name.strip_prefix(article) {
                *name = rest.to_owned();
            }
        }
    }
    let plain = |name: &String| {
        let words = name.split_whitespace().count();
        (1..=WORDS_MAX).contains(&words)
            && name
                .chars()
                .all(|c| c.is_alphabetic() || matches!(c, ' ' | '-' | '/' | '\''))
    };
    let literal = brief
        .literals
        .iter()
        .any(|l| l.span.start < end && l.span.end > start);
    if names.len() < least || literal || !names.iter().all(plain) {
        return Vec::new();
    }
    names
        .into_iter()
        .map(|name| Word::built(capital(&name)))
        .collect()
}

/// "stock and price": two names.
fn parted(part: &str) -> Vec<String> {
    JOINTS
        .iter()
        .find_map(|joint| part.split_once(joint))
        .map_or_else(
            || vec![part.to_owned()],
            |(a, b)| vec![a.trim().to_owned(), b.trim().to_owned()],
        )
}

#[cfg(test)]
mod tests {
    use plantain_read::read;

    use super::*;

    #[test]
    fn enumerations_in_small_letters_are_found() {
        for (prompt, want) in [
            (
                "admin table of users with name, email, role and status; search",
                vec!["Name", "Email", "Role", "Status"],
            ),
            ("settings page with 3 cards", vec![]),
        ] {
            let got: Vec<String> = enumerated(&read(prompt), 3)
                .into_iter()
                .map(|w| w.text)
                .collect();
            assert_eq!(got, want, "{prompt}");
        }
    }
}
