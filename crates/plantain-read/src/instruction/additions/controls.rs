//! Fields and switches of a form, each with its label.

use super::{add, label_before_place};
use crate::Component;
use crate::instruction::Item;
use crate::instruction::predicates::Parsed;
use crate::instruction::words::Words;

/// "a field “Company”", "a company field after Email": one more field of a form.
pub(super) fn field(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const FIELDS: &str = "field|input|input field|text field|textbox|text box|form field|field for|input for|field called|field labelled|\
         field labeled|field named";
    let (end, label) =
        labelled(words, at, to, FIELDS).or_else(|| named_before(words, at, to, FIELDS))?;
    let item = Item::Part {
        kind: Component::Form,
        texts: vec![label],
        color: None,
    };
    add(words, end, to, item)
}

/// "a checkbox “Remember me”", "a toggle for dark mode": one more thing to switch or tick.
pub(super) fn switch(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    const SWITCHES: &str = "checkbox|check box|tick box|tickbox|toggle|toggle switch|switch|checkbox for|check box for|toggle for|switch for|\
         checkbox labelled|checkbox labeled|checkbox called|checkbox saying|checkbox that says|toggle labelled|\
         toggle labeled|toggle called";
    let (end, label) = labelled(words, at, to, SWITCHES)?;
    let item = Item::Part {
        kind: Component::Toggle,
        texts: vec![label],
        color: None,
    };
    add(words, end, to, item)
}

/// A part by one of its `names` with its label behind the name, or in quotes before it.
fn labelled(words: &Words<'_>, at: usize, to: usize, names: &str) -> Option<(usize, String)> {
    if let Some(next) = words.one_of(at, names) {
        let told = words.quote(next).is_some()
            || words.is_capital(next)
            || words.is(next - 1, "for|called|named|says|saying");
        return label_before_place(words, next, to)
            .filter(|_| told)
            .map(|(end, label)| (end, crate::literals::capitalized(&label)));
    }
    let label = words.quote(at)?;
    let end = words.one_of(at + 1, names).filter(|end| *end <= to)?;
    Some((end, label))
}

/// "a phone field": what forms ask for stands before the name.
fn named_before(words: &Words<'_>, at: usize, to: usize, names: &str) -> Option<(usize, String)> {
    /// Words of what is asked for.
    const ASKED_MAX: usize = 4;
    let head = (at + 1..to.min(at + ASKED_MAX + 1)).find(|&i| {
        crate::screens::asks_for(words.key(i - 1)) && words.one_of(i, names).is_some()
    })?;
    let plain = (at..head).all(|i| !words.is_sep(i) && !words.is(i, "and|with|in|on|of"));
    let label = crate::literals::capitalized(words.text(at, head));
    plain.then_some((words.one_of(head, names)?, label))
}
