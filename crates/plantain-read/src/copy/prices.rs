//! Prices that belong to a whole piece, and those of tags.

use crate::reader::Reader;
use crate::{Genre, Literal, Origin, Role};

/// "rye loaf 5.50, cinnamon knots 3": beside amounts on a list, a whole number behind a name is its price, too.
pub(super) fn whole_prices(reader: &mut Reader<'_>) {
    let brief = &mut reader.brief;
    let listing = matches!(brief.genre, Genre::Menu | Genre::Chalkboard);
    if !listing || brief.pairs.len() < 2 {
        return;
    }
    for at in 0..brief.literals.len() {
        let literal = brief.literals[at].clone();
        let paired = brief
            .pairs
            .iter()
            .any(|pair| pair.value == at || pair.label == Some(at));
        let Some((name, amount)) = literal.text.rsplit_once(' ') else {
            continue;
        };
        let plain = (1..=3).contains(&amount.len())
            && amount.bytes().all(|b| b.is_ascii_digit())
            && name.chars().all(|c| c.is_alphabetic() || c == ' ');
        if paired || !plain || literal.origin == Origin::Quoted || literal.role == Role::Title {
            continue;
        }
        let value = brief.literals.len();
        let start = literal.span.end - amount.len();
        brief.literals.push(Literal {
            text: amount.to_string(),
            span: start..literal.span.end,
            role: Role::Price,
            ..literal.clone()
        });
        brief.literals[at].text = name.to_string();
        brief.literals[at].span = literal.span.start..literal.span.start + name.len();
        brief.pairs.push(crate::Pair {
            label: Some(at),
            label_text: name.to_string(),
            value,
        });
    }
}

/// "price tag: bananas, $0.79 per lb, 2 for $1.50": the first amount is what the goods cost, with the words behind it.
pub(super) fn price_of_tag(reader: &mut Reader<'_>) {
    let priced = |l: &Literal| l.role == Role::Price;
    if reader.brief.genre != Genre::PriceTag || reader.brief.literals.iter().any(priced) {
        return;
    }
    let amount = |l: &&mut Literal| {
        let word = l.text.split(' ').next().unwrap_or_default();
        l.origin != Origin::Quoted
            && crate::pairs::value_kind(word) == Some(crate::forms::FormKind::Price)
    };
    if let Some(literal) = reader.brief.literals.iter_mut().find(amount) {
        literal.role = Role::Price;
    }
}
