//! Money on its way: "To Hanna Berg, Amount £250.00, Reference Rent March".

use crate::outline::{add, clauses, lowered, trimmed};
use crate::{Brief, Genre, Origin, Role, Span};

/// Words for such a screen, and for what it tells.
const SCREENS: &[&str] = &[
    "transfer",
    "send money",
    "payment to",
    "überweisung",
    "transferencia",
    "virement",
    "bonifico",
    "transferência",
    "przelew",
];
const LABELS: &[(&str, Role)] = &[
    ("to", Role::Person),
    ("from", Role::Person),
    ("recipient", Role::Person),
    ("amount", Role::Price),
    ("reference", Role::Value),
    ("note", Role::Value),
    ("message", Role::Value),
    ("purpose", Role::Value),
    ("iban", Role::Value),
    ("account", Role::Value),
    ("an", Role::Person),
    ("betrag", Role::Price),
    ("para", Role::Person),
    ("importe", Role::Price),
    ("concepto", Role::Value),
];

/// Ties the words for who gets what, and what for, to their values.
pub(crate) fn settle(brief: &mut Brief) {
    let lower = lowered(&brief.prompt);
    let head = lower.split([',', ':', '.']).next().unwrap_or_default();
    if brief.genre != Genre::MobileApp || !SCREENS.iter().any(|word| head.contains(word)) {
        return;
    }
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    for clause in clauses(&brief.prompt, start) {
        if let Some((label, value, role)) = told(&brief.prompt, &lower, clause.clone()) {
            let quoted = |l: &crate::Literal| l.origin == Origin::Quoted && l.meets(&clause);
            if brief.literals.iter().any(quoted) {
                continue;
            }
            brief.remove_literals(|literal| literal.meets(&clause));
            let label = add(brief, label, Role::Label);
            let value = add(brief, value, role);
            brief.pair(label, value);
        }
    }
    brief.order_literals();
}

/// The word for what a clause tells, and what it tells.
fn told(prompt: &str, lower: &str, clause: Span) -> Option<(Span, Span, Role)> {
    let (word, role) = LABELS
        .iter()
        .find(|(word, _)| lower[clause.clone()].starts_with(&format!("{word} ")))?;
    let label = clause.start..clause.start + word.len();
    let value = trimmed(prompt, label.end..clause.end)?;
    let named = prompt[value.clone()]
        .starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit() || "$€£¥₹".contains(c));
    named.then_some((label, value, *role))
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn who_gets_what_is_told_by_its_words() {
        check_texts(&[(
            "transfer money screen: To Hanna Berg, Amount £250.00, Reference Rent March, button Send",
            &[
                (Role::Label, "To"),
                (Role::Person, "Hanna Berg"),
                (Role::Label, "Amount"),
                (Role::Price, "£250.00"),
                (Role::Label, "Reference"),
                (Role::Value, "Rent March"),
                (Role::Button, "Send"),
            ],
        )]);
    }
}
