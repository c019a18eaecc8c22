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

/// "price tag: olive oil 1 L, 12.90": what a pack holds stands below the name of the goods, where the price is told besides.
fn measured(reader: &mut Reader<'_>) {
    const OFFERS: &[&str] = &[
        "sale", "discount", "off", "save", "offer", "special", "deal", "promo",
    ];
    let offered: Vec<usize> = (0..reader.len())
        .filter(|&at| OFFERS.contains(&reader.key(at)))
        .map(|at| reader.tokens[at].span.start)
        .collect();
    let brief = &mut reader.brief;
    let amount = |l: &Literal| {
        let figures = l.text.chars().any(|c| c.is_ascii_digit());
        figures && !l.text.contains('%') && !is_measure(&l.text)
    };
    let found = brief.pairs.iter().find_map(|pair| {
        let (name, held) = (pair.label?, pair.value);
        let (goods, what) = (&brief.literals[name], &brief.literals[held]);
        let beside = brief.prompt[goods.span.end..].starts_with(' ')
            && what.span.start == goods.span.end + 1;
        // "Sale 50%" names no goods.
        let sold = !offered.iter().any(|at| goods.span.contains(at));
        let held_by = sold && (is_measure(&what.text) || what.text.ends_with('%'));
        let priced = brief
            .literals
            .iter()
            .any(|l| l.span.start >= what.span.end && amount(l));
        (beside && held_by && priced && what.origin != Origin::Quoted).then_some((name, held))
    });
    let Some((name, held)) = found else { return };
    brief.pairs.retain(|pair| pair.label != Some(name));
    brief.literals[held].role = Role::Subtitle;
    // "Bergkäse 45% Fett": of what the share is.
    let end = brief.literals[held].span.end;
    let of_what = |l: &Literal| l.span.start == end + 1 && l.origin != Origin::Quoted;
    if let Some(at) = brief.literals.iter().position(of_what)
        && brief.prompt[end..].starts_with(' ')
        && brief.literals[at].text.chars().all(char::is_alphabetic)
    {
        let whole = brief.literals[held].span.start..brief.literals[at].span.end;
        brief.literals[held].text = brief.prompt[whole.clone()].to_string();
        brief.literals[held].span = whole;
        brief.remove_literal(at);
    }
}

/// Whether a text is a number with a unit that is no currency: "1 L", "500 g".
fn is_measure(text: &str) -> bool {
    crate::pairs::value_kind(text) == Some(crate::forms::FormKind::Quantity)
        || text.rsplit_once(' ').is_some_and(|(number, unit)| {
            number.starts_with(|c: char| c.is_ascii_digit())
                && crate::lexicon::lexicon()
                    .units
                    .contains_key(unit.to_lowercase().as_str())
        })
}

/// "Erdbeeren 3,90 € Spargel": in a language whose nouns have capitals the goods behind a price run on from it.
fn part_goods(reader: &mut Reader<'_>) {
    use crate::cells::{Cell, cells};
    let brief = &mut reader.brief;
    let mut at = 0;
    while at < brief.literals.len() {
        let literal = brief.literals[at].clone();
        let found = cells(&brief.prompt, literal.span.clone());
        let money = |cell: &Cell| matches!(cell, Cell::Money);
        let words =
            |cell: &Cell| matches!(cell, Cell::Words | Cell::Name | Cell::State | Cell::Post);
        let split = match found.as_slice() {
            [(name, a), (amount, b), (next, c)] if words(a) && money(b) && words(c) => {
                Some((name.clone(), amount.clone(), next.clone()))
            }
            _ => None,
        };
        let Some((name, amount, next)) = split.filter(|_| literal.origin != Origin::Quoted) else {
            at += 1;
            continue;
        };
        let piece = |span: crate::Span, role: Role| Literal {
            text: brief.prompt[span.clone()].to_string(),
            span,
            role,
            ..literal.clone()
        };
        let (price, goods) = (piece(amount, Role::Price), piece(next, Role::Item));
        brief.literals[at] = piece(name.clone(), Role::Item);
        let [price_at, goods_at] = [brief.literals.len(), brief.literals.len() + 1];
        brief.literals.extend([price, goods]);
        for pair in brief.pairs.iter_mut().filter(|pair| pair.label == Some(at)) {
            pair.label = Some(goods_at);
            pair.label_text = brief.literals[goods_at].text.clone();
        }
        brief.pairs.push(crate::Pair {
            label: Some(at),
            label_text: brief.prompt[name].to_string(),
            value: price_at,
        });
        at += 1;
    }
}

/// "Bread 3.90, Cheese 8.50": of several goods each stands with the price behind it, the first as well as the others.
fn pair_goods(reader: &mut Reader<'_>) {
    let brief = &mut reader.brief;
    let amount = |l: &Literal| {
        let word = l.text.split([' ', '/']).next().unwrap_or_default();
        is_bare_price(&l.text)
            || l.role == Role::Price && !l.text.contains('%')
            || crate::pairs::value_kind(word) == Some(crate::forms::FormKind::Price)
    };
    let mut order: Vec<usize> = (0..brief.literals.len()).collect();
    order.sort_by_key(|&at| brief.literals[at].span.start);
    let couples: Vec<(usize, usize)> = order
        .windows(2)
        .map(|pair| (pair[0], pair[1]))
        .filter(|&(a, b)| {
            let (goods, price) = (&brief.literals[a], &brief.literals[b]);
            let gap = brief.prompt.get(goods.span.end..price.span.start);
            let named = goods.text.contains(char::is_alphabetic) && !amount(goods);
            let beside = gap.is_some_and(|gap| {
                !gap.is_empty()
                    && gap
                        .chars()
                        .all(|c| matches!(c, ' ' | ':' | '-' | '–' | '='))
            });
            let told = matches!(
                goods.role,
                Role::Title | Role::Item | Role::Text | Role::Label | Role::Body | Role::Subtitle
            );
            named && told && beside && amount(price)
        })
        .collect();
    if couples.len() < 2 {
        return;
    }
    for (goods, price) in couples {
        brief.literals[goods].role = Role::Item;
        brief.literals[price].role = Role::Price;
        if !brief.pairs.iter().any(|pair| pair.value == price) {
            brief.pairs.push(crate::Pair {
                label: Some(goods),
                label_text: brief.literals[goods].text.clone(),
                value: price,
            });
        }
    }
    brief.pairs.sort_by_key(|pair| pair.value);
}

/// "12.90", "4,50": two decimals make a price of a bare number.
fn is_bare_price(text: &str) -> bool {
    text.len() >= 4
        && text
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
        && matches!(text.as_bytes()[text.len() - 3], b'.' | b',')
}

/// "price tag: bananas, $0.79 per lb, 2 for $1.50": the first amount is what the goods cost, with the words behind it.
pub(super) fn price_of_tag(reader: &mut Reader<'_>) {
    let priced = |l: &Literal| l.role == Role::Price && !l.text.contains('%');
    if reader.brief.genre == Genre::PriceTag {
        part_goods(reader);
        measured(reader);
        pair_goods(reader);
    }
    if reader.brief.genre != Genre::PriceTag || reader.brief.literals.iter().any(priced) {
        return;
    }
    let amount = |l: &&Literal| {
        let word = l.text.split(' ').next().unwrap_or_default();
        l.origin != Origin::Quoted
            && (is_bare_price(&l.text)
                || crate::pairs::value_kind(word) == Some(crate::forms::FormKind::Price))
    };
    let literals = &mut reader.brief.literals;
    let found = literals.iter().position(|l| amount(&l)).or_else(|| {
        // "'Avocado' '0.99 each' '2 for 1.50'": the first quoted text that begins with an amount.
        literals.iter().position(|l| {
            let word = l.text.split([' ', '/']).next().unwrap_or_default();
            l.origin == Origin::Quoted
                && (is_bare_price(word)
                    || crate::pairs::value_kind(word) == Some(crate::forms::FormKind::Price))
        })
    });
    if let Some(at) = found {
        literals[at].role = Role::Price;
    }
}

/// "UP TO 70% OFF button Shop now": the word names the control behind it, the offer before it is none.
pub(super) fn offer_before_button(reader: &mut Reader<'_>) {
    let brief = &mut reader.brief;
    let mut buttons: Vec<usize> = (0..brief.literals.len())
        .filter(|&at| brief.literals[at].role == Role::Button)
        .collect();
    buttons.sort_by_key(|&at| brief.literals[at].span.start);
    let found = buttons.windows(2).find(|pair| {
        let [offer, button] = [pair[0], pair[1]].map(|at| &brief.literals[at]);
        let between = brief.prompt.get(offer.span.end..button.span.start);
        offer.text.contains('%')
            && offer.origin != Origin::Quoted
            && between.is_some_and(|words| !words.contains([',', ';', '\n', '.']))
    });
    if let Some(pair) = found {
        brief.literals[pair[0]].role = Role::Badge;
    }
}

/// "'$59.99' 'was $89.99'": a quoted text that says what it cost before is no name.
pub(super) fn quoted_before(reader: &mut Reader<'_>) {
    const BEFORE: &[&str] = &[
        "was ", "statt ", "antes ", "avant ", "prima ", "vorher ", "before ",
    ];
    if reader.brief.genre != Genre::PriceTag {
        return;
    }
    let before = |l: &Literal| {
        let text = l.text.to_lowercase();
        l.origin == Origin::Quoted
            && text.contains(|c: char| c.is_ascii_digit())
            && BEFORE.iter().any(|lead| text.starts_with(lead))
    };
    if let Some(at) = reader.brief.literals.iter().position(before) {
        reader.brief.literals[at].role = Role::OldPrice;
    }
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn what_a_pack_holds_is_no_price() {
        check_texts(&[
            (
                "price tag: Olive oil 1 L, 12.90, 20% off",
                &[
                    (Role::Item, "Olive oil"),
                    (Role::Subtitle, "1 L"),
                    (Role::Price, "12.90"),
                    (Role::Title, "20% off"),
                ],
            ),
            (
                "price tag: Bread 3.90, Cheese 8.50",
                &[
                    (Role::Item, "Bread"),
                    (Role::Price, "3.90"),
                    (Role::Item, "Cheese"),
                    (Role::Price, "8.50"),
                ],
            ),
            (
                "Preisschild für einen Markt: Erdbeeren 3,90 € Spargel 8,50 €",
                &[
                    (Role::Item, "Erdbeeren"),
                    (Role::Price, "3,90 €"),
                    (Role::Item, "Spargel"),
                    (Role::Price, "8,50 €"),
                ],
            ),
            (
                "shelf label: 'Avocado' '0.99 each' '2 for 1.50'",
                &[
                    (Role::Title, "Avocado"),
                    (Role::Price, "0.99 each"),
                    (Role::Item, "2 for 1.50"),
                ],
            ),
            (
                "red price tag 'Running Shoes' '$59.99' 'was $89.99'",
                &[
                    (Role::Item, "Running Shoes"),
                    (Role::Price, "$59.99"),
                    (Role::OldPrice, "was $89.99"),
                ],
            ),
            (
                "Preisschild: Bergkäse 45% Fett, 8,99 €/kg",
                &[
                    (Role::Item, "Bergkäse"),
                    (Role::Subtitle, "45% Fett"),
                    (Role::Price, "8,99 €/kg"),
                ],
            ),
            (
                "sale banner red bg BLACK FRIDAY UP TO 70% OFF button Shop now",
                &[
                    (Role::Title, "BLACK FRIDAY"),
                    (Role::Badge, "UP TO 70% OFF"),
                    (Role::Button, "Shop now"),
                ],
            ),
            (
                "price tag Sale 50%, was $40, now $20",
                &[
                    (Role::Item, "Sale"),
                    (Role::Value, "50%"),
                    (Role::OldPrice, "$40"),
                    (Role::Price, "$20"),
                ],
            ),
        ]);
    }
}
