//! "The Zones page is open": which of the places that a screen leads to is shown.

use crate::{Brief, Origin, Role};

/// Words for a place on a screen, behind its name.
const PLACES: &[&str] = &[" page", " tab", " section", " screen", " view", " panel"];
/// What is said of the one that is shown.
const SHOWN: &[&str] = &[
    "is open",
    "is selected",
    "is active",
    "is highlighted",
    "is shown",
    "open",
    "selected",
    "active",
    "highlighted",
];

/// Makes the name of the place that is shown the title, where no other is told, and prints nothing of what says so.
pub(crate) fn settle(brief: &mut Brief) {
    let Some((at, stem)) = opened(brief) else {
        return;
    };
    if brief
        .literals
        .iter()
        .any(|l| l.role == Role::Title && l.span != brief.literals[at].span)
    {
        brief.remove_literal(at);
        return;
    }
    let literal = &mut brief.literals[at];
    literal.text.truncate(stem);
    literal.span.end = literal.span.start + stem;
    literal.role = Role::Title;
}

/// The literal that names a place together with the word for places, and the length of the name.
fn opened(brief: &Brief) -> Option<(usize, usize)> {
    brief.literals.iter().enumerate().find_map(|(at, literal)| {
        if literal.origin == Origin::Quoted {
            return None;
        }
        let stem = PLACES
            .iter()
            .find_map(|word| literal.text.strip_suffix(word))?;
        let behind = brief.prompt.get(literal.span.end..)?.trim_start();
        let shown = SHOWN.iter().any(|words| behind.starts_with(words));
        let known = brief
            .literals
            .iter()
            .any(|other| other.role == Role::Tab && other.text == stem);
        let whole = literal.text.len() == literal.span.len();
        (shown && known && whole).then_some((at, stem.len()))
    })
}
