//! Tags: both ends of a present ("gift tag To: Nana From: Leo"), and the name of goods before where they are from.

use crate::outline::{add, lowered, trimmed};
use crate::{Brief, Genre, Origin, Role, Span};

/// Settles what leads on a tag.
pub(super) fn settle(brief: &mut Brief) {
    if brief.genre != Genre::PriceTag {
        return;
    }
    goods(brief);
    if !brief.literals.iter().any(|l| l.role == Role::Price) {
        present(brief);
    }
}

/// "Pomodori ciliegino 2,49 €/kg, origine Sicilia": what has the only price leads, not what is told behind it.
fn goods(brief: &mut Brief) {
    let [pair] = &brief.pairs[..] else { return };
    let (Some(label), value) = (pair.label, pair.value) else {
        return;
    };
    let item = brief.literals[label].role == Role::Item;
    let late = brief.literals.iter().position(|l| {
        l.role == Role::Title
            && l.origin != Origin::Quoted
            && l.text.starts_with(char::is_lowercase)
    });
    let priced = brief.literals[value].role == Role::Price;
    if let Some(late) = late.filter(|&late| item && priced && late > value) {
        brief.literals[late].role = Role::Subtitle;
        brief.literals[label].role = Role::Title;
        brief.pairs.clear();
    }
}

/// Sets who gives and who gets as a line each; what is wished leads.
fn present(brief: &mut Brief) {
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let lower = lowered(&brief.prompt);
    let ends = ["to:", "from:"].map(|word| end(&lower, start, word));
    let [Some(to), Some(from)] = ends else { return };
    brief.remove_literals(|l| l.meets(&to) || l.meets(&from));
    brief.pairs.clear();
    for line in [to, from] {
        if let Some(line) = trimmed(&brief.prompt, line) {
            add(brief, line, Role::Body);
        }
    }
    brief.order_literals();
    let titled = brief.literals.iter().any(|l| l.role == Role::Title);
    let wish = brief.literals.iter().position(|l| {
        let end = l.text.to_lowercase().starts_with(['t', 'f']) && l.text.contains(':');
        !end && l.origin != Origin::Quoted
    });
    if let Some(wish) = wish.filter(|_| !titled) {
        brief.literals[wish].role = Role::Title;
    }
}

/// Where a word for one end and the name behind it stand.
fn end(lower: &str, start: usize, word: &str) -> Option<Span> {
    let from = start + lower[start..].find(word)?;
    let name = from + word.len();
    let stop = [",", ";", ".", "\n", " from:", " to:"]
        .iter()
        .filter_map(|mark| lower[name..].find(mark))
        .min()
        .map_or(lower.len(), |at| name + at);
    Some(from..stop)
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn both_ends_of_a_present_are_lines() {
        check_texts(&[(
            "gift tag To: Nana From: Leo, Merry Christmas, red with a reindeer",
            &[
                (Role::Body, "To: Nana"),
                (Role::Body, "From: Leo"),
                (Role::Title, "Merry Christmas"),
            ],
        )]);
    }

    #[test]
    fn goods_lead_their_tag() {
        check_texts(&[(
            "etichetta prezzo supermercato: Pomodori ciliegino 2,49 €/kg, origine Sicilia",
            &[
                (Role::Title, "Pomodori ciliegino"),
                (Role::Price, "2,49 €/kg"),
                (Role::Subtitle, "origine Sicilia"),
            ],
        )]);
    }
}
