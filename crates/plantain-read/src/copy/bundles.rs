//! How many there are for how much: "3 for £2".

use crate::reader::Reader;
use crate::{Literal, Origin, Role};

/// "leeks 3 for £2": how many there are for how much is the price of the goods before it.
pub(super) fn part_bundles(reader: &mut Reader<'_>) {
    let brief = &mut reader.brief;
    for at in 0..brief.literals.len() {
        let literal = brief.literals[at].clone();
        let Some(len) = bundle_at(&literal.text).filter(|_| literal.origin != Origin::Quoted)
        else {
            continue;
        };
        let start = literal.span.start + len;
        let name = &mut brief.literals[at];
        name.text.truncate(len - 1);
        name.span.end = start - 1;
        name.role = Role::Item;
        let price = Literal {
            text: brief.prompt[start..literal.span.end].to_string(),
            span: start..literal.span.end,
            role: Role::Price,
            ..literal
        };
        let label_text = brief.literals[at].text.clone();
        let value = brief.literals.len();
        brief.literals.push(price);
        brief.pairs.push(crate::Pair {
            label: Some(at),
            label_text,
            value,
        });
    }
}

/// Where "3 for £2" begins behind a name.
fn bundle_at(text: &str) -> Option<usize> {
    let (head, amount) = text.split_once(" for ")?;
    let (name, count) = head.rsplit_once(' ')?;
    let named = name.contains(char::is_alphabetic);
    (named && is_bundle(count, amount)).then_some(name.len() + 1)
}

/// Whether so many for so much is a price: "3" for "$5".
fn is_bundle(count: &str, amount: &str) -> bool {
    let digits = !count.is_empty() && count.bytes().all(|b| b.is_ascii_digit());
    digits && amount.starts_with(['$', '£', '€', '¥', '₹']) && !amount.contains(' ')
}

/// "'Avocados' '3 for $5'": on a tag without another price, how many there are for how much is the price.
pub(super) fn bundled(reader: &mut Reader<'_>) {
    let literals = &mut reader.brief.literals;
    if literals.iter().any(|l| l.role == Role::Price) {
        return;
    }
    let bundle = |l: &&mut Literal| {
        let (count, amount) = l.text.split_once(" for ").unwrap_or_default();
        is_bundle(count, amount) && l.role != Role::Title
    };
    if let Some(literal) = literals.iter_mut().find(bundle) {
        literal.role = Role::Price;
    }
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn bundles_stand_behind_their_goods() {
        check_texts(&[(
            "market stall sign: apples £1.20/kg, leeks 3 for £2, potatoes 90p a bag",
            &[
                (Role::Title, "market stall"),
                (Role::Value, "£1.20/kg"),
                (Role::Item, "leeks"),
                (Role::Price, "3 for £2"),
                (Role::Value, "90p a bag"),
            ],
        )]);
    }
}
