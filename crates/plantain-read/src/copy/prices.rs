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
    join_offer(reader);
    let brief = &mut reader.brief;
    let mut buttons: Vec<usize> = (0..brief.literals.len())
        .filter(|&at| brief.literals[at].role == Role::Button)
        .collect();
    buttons.sort_by_key(|&at| brief.literals[at].span.start);
    let called_button = |words: &str| {
        let word = words.trim().to_lowercase();
        matches!(
            word.as_str(),
            "button" | "btn" | "cta" | "botón" | "botão" | "bouton" | "knopf" | "button:" | "knop"
        )
    };
    let found = buttons.windows(2).find_map(|pair| {
        let [offer, button] = [pair[0], pair[1]].map(|at| &brief.literals[at]);
        let between = brief.prompt.get(offer.span.end..button.span.start)?;
        let joined = !between.contains([',', ';', '\n', '.']);
        let share = offer.text.contains('%');
        // "FLASH SALE TODAY ONLY button Shop": the word for the button belongs to what follows it.
        let shouted = !offer.text.contains(char::is_lowercase) && called_button(between);
        (offer.origin != Origin::Quoted && joined && (share || shouted)).then_some((pair[0], share))
    });
    if let Some((at, share)) = found {
        let titled = brief.literals.iter().any(|l| l.role == Role::Title);
        brief.literals[at].role = match (share, titled) {
            (true, _) => Role::Badge,
            (false, true) => Role::Subtitle,
            (false, false) => Role::Title,
        };
    }
}

/// Longest offer that is a badge, in letters.
const BADGE_LEN_MAX: usize = 14;

/// "SUMMER CLEARANCE 50% OFF EVERYTHING": in capitals the share and what it is off stand apart, and are one offer.
fn join_offer(reader: &mut Reader<'_>) {
    lead_offer(reader);
    let literals = &reader.brief.literals;
    let free = |l: &Literal| l.origin != Origin::Quoted;
    let found = literals.iter().enumerate().find_map(|(at, share)| {
        if !free(share) || !share.text.ends_with('%') {
            return None;
        }
        let behind = reader.prompt.get(share.span.end + 1..)?;
        let off = behind
            .get(..3)
            .is_some_and(|word| word.eq_ignore_ascii_case("off"));
        let rest = literals.iter().position(|rest| {
            let lower = rest.text.to_lowercase();
            free(rest)
                && off
                && rest.span.start == share.span.end + 1
                && (lower == "off" || lower.starts_with("off "))
        })?;
        Some((at, rest))
    });
    let Some((at, rest)) = found else { return };
    let end = reader.brief.literals[rest].span.end;
    let share = &mut reader.brief.literals[at];
    share.span.end = end;
    share.text = reader.prompt[share.span.clone()].to_string();
    // A long offer is a line of its own, a short one a badge.
    let long = share.text.chars().count() > BADGE_LEN_MAX;
    share.role = if long { Role::Subtitle } else { Role::Badge };
    super::mending::remove_literal(reader, rest);
}

/// "HOT DEALS SAVE 30%": the word that leads to the share goes with it, and what is left names the sale.
fn lead_offer(reader: &mut Reader<'_>) {
    const LEADS: &[&str] = &[
        " SAVE", " GET", " TAKE", " EXTRA", " UP TO", " ENJOY", " ONLY",
    ];
    let literals = &reader.brief.literals;
    let free = |l: &Literal| l.origin != Origin::Quoted;
    let found = literals.iter().enumerate().find_map(|(at, share)| {
        let percent =
            share.text.starts_with(|c: char| c.is_ascii_digit()) && share.text.contains('%');
        if !free(share) || !percent {
            return None;
        }
        let before = reader.prompt.get(..share.span.start)?.strip_suffix(' ')?;
        let lead = LEADS.iter().find(|lead| before.ends_with(**lead))?;
        let name = literals
            .iter()
            .position(|l| free(l) && l.span.end == before.len() && l.role != Role::Price)?;
        literals[name]
            .text
            .ends_with(*lead)
            .then_some((at, name, lead.len()))
    });
    let Some((at, name, len)) = found else { return };
    let titled = literals.iter().any(|l| l.role == Role::Title);
    let brief = &mut reader.brief;
    brief
        .pairs
        .retain(|pair| pair.value != at && pair.label != Some(name));
    let end = brief.literals[name].span.end - len;
    let first = &mut brief.literals[name];
    first.text.truncate(first.text.len() - len);
    first.span.end = end;
    if !titled && matches!(first.role, Role::Button | Role::Label | Role::Item) {
        first.role = Role::Title;
    }
    let share = &mut brief.literals[at];
    share.span.start = end + 1;
    share.text = reader.prompt[share.span.clone()].to_string();
    share.role = Role::Badge;
}

/// "from $9.99": the word that leads to a price in a clause of its own stands with it.
pub(super) fn led_prices(reader: &mut Reader<'_>) {
    const LEADS: &[&str] = &[
        "from",
        "only",
        "just",
        "starting at",
        "starting from",
        "ab",
        "nur",
        "desde",
        "dès",
        "à partir de",
        "a partir de",
        "vanaf",
        "da",
        "od",
        "solo",
        "sólo",
        "seulement",
    ];
    let sells = matches!(
        reader.brief.genre,
        Genre::Poster | Genre::Banner | Genre::Sale | Genre::SocialCard | Genre::Story
    );
    if !sells {
        return;
    }
    let prompt = reader.prompt;
    let paired: Vec<usize> = reader.brief.pairs.iter().map(|pair| pair.value).collect();
    for (at, literal) in reader.brief.literals.iter_mut().enumerate() {
        if literal.role != Role::Price || literal.origin == Origin::Quoted || paired.contains(&at) {
            continue;
        }
        let before = &prompt[..literal.span.start];
        let start = before
            .rfind([',', ';', '\n', '.', ':', '!'])
            .map_or(0, |at| at + 1);
        let lead = before[start..].trim();
        if LEADS.contains(&lead.to_lowercase().as_str()) {
            literal.span.start =
                start + (before[start..].len() - before[start..].trim_start().len());
            literal.text = prompt[literal.span.clone()].to_string();
        }
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
    super::bundles::bundled(reader);
    let before = |l: &Literal| {
        let text = l.text.to_lowercase();
        l.origin == Origin::Quoted
            && text.contains(|c: char| c.is_ascii_digit())
            && BEFORE.iter().any(|lead| text.starts_with(lead))
    };
    if let Some(at) = reader.brief.literals.iter().position(before) {
        reader.brief.literals[at].role = Role::OldPrice;
        // "'was $120' '-50%'": the price of before is no row of its own.
        let beside = reader
            .brief
            .pairs
            .iter()
            .find(|pair| pair.label == Some(at));
        if let Some(value) = beside.map(|pair| pair.value) {
            reader.brief.pairs.retain(|pair| pair.label != Some(at));
            let literal = &mut reader.brief.literals[value];
            if literal.text.contains('%') {
                literal.role = Role::Badge;
            }
        }
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
                "web banner green bg SUMMER CLEARANCE 50% OFF EVERYTHING button Get the deal",
                &[
                    (Role::Title, "SUMMER CLEARANCE"),
                    (Role::Subtitle, "50% OFF EVERYTHING"),
                    (Role::Button, "Get the deal"),
                ],
            ),
            (
                "green market price tag: \"Avocados\" \"3 for $5\", \"Ripe & ready\"",
                &[
                    (Role::Title, "Avocados"),
                    (Role::Price, "3 for $5"),
                    (Role::Item, "Ripe & ready"),
                ],
            ),
            (
                "car wash banner blue Shiny in 10 minutes, from $9.99",
                &[
                    (Role::Title, "Shiny in 10 minutes"),
                    (Role::Price, "from $9.99"),
                ],
            ),
            (
                "banner red bg FLASH SALE TODAY ONLY button Shop",
                &[
                    (Role::Title, "FLASH SALE TODAY ONLY"),
                    (Role::Button, "Shop"),
                ],
            ),
            (
                "summer sale banner yellow bg HOT DEALS SAVE 30% button Buy now",
                &[
                    (Role::Title, "HOT DEALS"),
                    (Role::Badge, "SAVE 30%"),
                    (Role::Button, "Buy now"),
                ],
            ),
            (
                "juice menu: Berry Blast 5.80, Mango Sun 6.00",
                &[
                    (Role::Item, "Berry Blast"),
                    (Role::Value, "5.80"),
                    (Role::Item, "Mango Sun"),
                    (Role::Value, "6.00"),
                ],
            ),
            (
                "price board Apples $1.99 per lb, Pears $2.49 each",
                &[
                    (Role::Item, "Apples"),
                    (Role::Price, "$1.99 per lb"),
                    (Role::Item, "Pears"),
                    (Role::Price, "$2.49 each"),
                ],
            ),
            (
                "prijsbord groenteboer: Appels € 1,99 per kilo, Peren € 2,49 per kilo",
                &[
                    (Role::Item, "Appels"),
                    (Role::Price, "€ 1,99 per kilo"),
                    (Role::Item, "Peren"),
                    (Role::Price, "€ 2,49 per kilo"),
                ],
            ),
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
                "red sale tag: \"Winter jacket\" \"$59\" \"was $120\" \"-50%\"",
                &[
                    (Role::Item, "Winter jacket"),
                    (Role::Price, "$59"),
                    (Role::OldPrice, "was $120"),
                    (Role::Badge, "-50%"),
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
                    (Role::OldPrice, "was $40"),
                    (Role::Price, "now $20"),
                ],
            ),
        ]);
    }
}
