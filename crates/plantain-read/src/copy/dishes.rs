//! Dishes with their prices, clause by clause: "Prawn har gow (4) 9", "2 scoops 4.50".

use super::LINE_TOKENS_MAX;
use crate::outline::{add, clauses, trimmed};
use crate::tokens::is_currency;
use crate::{Brief, Genre, Literal, Origin, Role, Span};

/// Clauses that are a dish with its price from which on a menu is read so.
const DISHES_MIN: usize = 3;

/// "Gilded Hour - gin, lemon, honey $14; Red Parade - rum, hibiscus $13": a dish, what is in it, and its price.
pub(crate) fn described(brief: &mut Brief) {
    const DISHES_MIN: usize = 2;
    if brief.genre != Genre::Menu {
        return;
    }
    let from = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let prompt = brief.prompt.clone();
    let mut dishes = Vec::new();
    let mut start = from;
    for part in prompt[from..].split([';', '\n']) {
        let whole = start..start + part.len();
        start = whole.end + 1;
        // "cocktail menu, black. Gilded Hour - gin …": the first dish follows the last stop.
        let lead = part
            .rfind(". ")
            .filter(|at| !part[at + 2..].is_empty() && part[at + 2..].contains(" - "));
        let lead = lead.map_or(whole.start, |at| whole.start + at + 2);
        dishes.extend(parts(&prompt, lead..whole.end));
    }
    let quoted = |l: &Literal| l.origin == Origin::Quoted;
    let told = dishes
        .iter()
        .any(|dish| prompt[dish.1.clone()].contains(','));
    let free = dishes.iter().all(|dish| {
        let span = dish.0.start..dish.2.end;
        !brief.literals.iter().any(|l| quoted(l) && l.meets(&span))
    });
    if dishes.len() < DISHES_MIN || !told || !free {
        return;
    }
    for (name, made, price) in dishes {
        let span = name.start..price.end;
        brief.remove_literals(|l| l.meets(&span));
        let label = add(brief, name, Role::Item);
        add(brief, made, Role::Body);
        let value = add(brief, price, Role::Price);
        brief.pair(label, value);
    }
    brief.order_literals();
}

/// Name, what is in it, and price of "Red Parade - rum, hibiscus $13".
fn parts(prompt: &str, part: Span) -> Option<(Span, Span, Span)> {
    let part = trimmed(prompt, part)?;
    let text = &prompt[part.clone()];
    let (at, mark) = [" - ", " – ", " — "]
        .iter()
        .filter_map(|mark| Some((text.find(mark)?, mark.len())))
        .min()?;
    let (made, price) = dish(prompt, part.start + at + mark..part.end)?;
    let name = trimmed(prompt, part.start..part.start + at)?;
    let words = prompt[name.clone()].split_whitespace().count();
    (words <= LINE_TOKENS_MAX / 2 && !prompt[name.clone()].contains(','))
        .then_some((name, made, price))
}

/// Sets each clause that ends with a price as one dish, whatever figures and colours its name holds.
pub(crate) fn whole(brief: &mut Brief) {
    if brief.genre != Genre::Menu {
        return;
    }
    let from = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let prompt = brief.prompt.clone();
    let dishes: Vec<(Span, Span)> = clauses(&prompt, from)
        .into_iter()
        .flat_map(|clause| slashed(&prompt, clause))
        .filter_map(|clause| dish(&prompt, clause))
        .collect();
    if dishes.len() < DISHES_MIN {
        return;
    }
    let quoted = |l: &Literal| l.origin == Origin::Quoted;
    for (name, price) in dishes {
        let span = name.start..price.end;
        // "drinks Cola 2.50": the dish may be the end of its clause.
        let known = brief.pairs.iter().any(|pair| {
            let label = pair.label.map(|label| brief.literals[label].span.end);
            label == Some(name.end) && brief.literals[pair.value].span.end >= price.end
        });
        if known || brief.literals.iter().any(|l| quoted(l) && l.meets(&span)) {
            continue;
        }
        brief.remove_literals(|l| l.meets(&span));
        let label = add(brief, name, Role::Item);
        let value = add(brief, price, Role::Price);
        brief.pair(label, value);
    }
    brief.order_literals();
}

/// "Beet It 6.20 / Green Monday 6.40": strokes with blanks part dishes.
fn slashed(prompt: &str, clause: Span) -> Vec<Span> {
    let mut start = clause.start;
    let mut parts = Vec::new();
    for part in prompt[clause].split(" / ") {
        parts.extend(trimmed(prompt, start..start + part.len()));
        start += part.len() + " / ".len();
    }
    parts
}

/// The name and the price of a clause that ends with one.
fn dish(prompt: &str, clause: Span) -> Option<(Span, Span)> {
    let text = &prompt[clause.clone()];
    let figure = |word: &str| {
        let bare = word.trim_matches(is_currency);
        let digits = bare.chars().filter(char::is_ascii_digit).count();
        (1..=6).contains(&digits) && bare.chars().all(|c| c.is_ascii_digit() || ".,".contains(c))
    };
    let (head, last) = text.rsplit_once(' ')?;
    // "17,50 €", "€ 11"
    let (head, price) = match (figure(last), head.rsplit_once(' ')) {
        (false, Some((head, number))) if last.chars().all(is_currency) && figure(number) => {
            (head, text.len() - head.len())
        }
        (true, Some((head, sign))) if sign.chars().all(is_currency) => {
            (head, text.len() - head.len())
        }
        (true, _) => (head, text.len() - head.len()),
        _ => return None,
    };
    // "Sides: rice 3", "Starters - soup 5": what heads a course is no part of its first dish.
    let course = [": ", " - ", " – ", " — "];
    let headed = course
        .iter()
        .filter_map(|mark| head.rfind(mark).map(|at| at + mark.len()));
    let course = headed.max().unwrap_or(0);
    let name = trimmed(prompt, clause.start + course..clause.start + head.len())?;
    let price = trimmed(prompt, clause.end - price..clause.end)?;
    let words = &prompt[name.clone()];
    let named = words.chars().any(char::is_alphabetic)
        && words.split_whitespace().count() <= LINE_TOKENS_MAX / 2
        && !words.contains(is_currency);
    named.then_some((name, price))
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn dishes_keep_what_is_in_them() {
        check_texts(&[(
            "cafe menu. Green Toast - avocado, egg $9; Sun Bowl - oats, berries $7; Soup - leek $6",
            &[
                (Role::Item, "Green Toast"),
                (Role::Body, "avocado, egg"),
                (Role::Price, "$9"),
                (Role::Item, "Sun Bowl"),
                (Role::Body, "oats, berries"),
                (Role::Price, "$7"),
                (Role::Item, "Soup"),
                (Role::Body, "leek"),
                (Role::Price, "$6"),
            ],
        )]);
    }

    #[test]
    fn dishes_keep_their_figures() {
        check_texts(&[(
            "Menu for a truck \"Steamy\".\nPork & chive (6) 8.5\nPrawn har gow (4) 9\n2 scoops 4.50",
            &[
                (Role::Title, "Steamy"),
                (Role::Item, "Pork & chive (6)"),
                (Role::Price, "8.5"),
                (Role::Item, "Prawn har gow (4)"),
                (Role::Price, "9"),
                (Role::Item, "2 scoops"),
                (Role::Price, "4.50"),
            ],
        )]);
    }
}
