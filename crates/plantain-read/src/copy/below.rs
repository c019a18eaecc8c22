//! What a menu says beside its goods: notes below them, and goods that are told by how long they last.

use crate::outline::trimmed;
use crate::tokens::is_currency;
use crate::{Brief, Genre, Literal, Origin, Role, Span};

/// Words of a note, at most: what is longer is told, not printed.
const WORDS_MAX: usize = 10;

/// "called Fade Room: cut 25, beard 12. walk-ins welcome": what stands in sentences of its own behind all goods and prices are
/// notes, whole.
pub(crate) fn below_the_goods(brief: &mut Brief) {
    if brief.genre != Genre::Menu {
        return;
    }
    by_duration(brief);
    let Some(end) = end_of_goods(brief) else {
        return;
    };
    let notes: Vec<Span> = sentences(&brief.prompt, end)
        .into_iter()
        .filter(|span| is_note(brief, span))
        .collect();
    for span in notes {
        set_whole(brief, span);
    }
    let led = brief
        .literals
        .iter()
        .any(|l| matches!(l.role, Role::Title | Role::Brand));
    // "Price list" alone says nothing of whose it is.
    let bare = |headline: &str| matches!(headline, "list" | "price" | "prices" | "rates");
    if !led && brief.headline.as_deref().is_none_or(bare) && brief.subject.is_some() {
        brief.headline.clone_from(&brief.subject);
    }
}

/// "30 min $28, 45 min $40": lessons and treatments are goods by the time they take.
fn by_duration(brief: &mut Brief) {
    let lasts = |l: &Literal| {
        let unit = l
            .text
            .trim_start_matches(|c: char| c.is_ascii_digit() || c == ' ');
        unit.len() < l.text.len()
            && matches!(
                unit.to_lowercase().as_str(),
                "min" | "mins" | "minutes" | "h" | "hour" | "hours" | "day" | "days"
            )
    };
    let found: Vec<usize> = (1..brief.literals.len())
        .filter(|&at| {
            let (what, price) = (&brief.literals[at - 1], &brief.literals[at]);
            let between = brief.prompt.get(what.span.end..price.span.start);
            let taken = brief.pairs.iter().any(|pair| pair.value == at);
            lasts(what) && price.text.contains(is_currency) && between == Some(" ") && !taken
        })
        .collect();
    if found.len() < 2 {
        return;
    }
    for at in found {
        brief.literals[at - 1].role = Role::Item;
        brief.pair(at - 1, at);
    }
}

/// Where the last of the goods ends; a figure without the money that all others are told in is none of them.
fn end_of_goods(brief: &Brief) -> Option<usize> {
    let value = |pair: &crate::Pair| &brief.literals[pair.value];
    let in_money = |l: &Literal| l.text.contains(is_currency) || l.text.contains("zł");
    let money = brief
        .pairs
        .iter()
        .filter(|pair| in_money(value(pair)))
        .count()
        > 1;
    brief
        .pairs
        .iter()
        .map(value)
        .filter(|l| !money || in_money(l))
        .map(|l| l.span.end)
        .max()
        .filter(|_| brief.pairs.len() > 1)
}

/// The sentences behind a place where one ends.
fn sentences(prompt: &str, from: usize) -> Vec<Span> {
    let stop = |c: char| matches!(c, '.' | '!' | '\n' | ';');
    let Some(rest) = prompt.get(from..).filter(|rest| rest.starts_with(stop)) else {
        return Vec::new();
    };
    let mut out = Vec::new();
    let mut start = from;
    for (at, c) in rest.char_indices() {
        // "5.50" and "www.lotos.pl" go on.
        let ends = stop(c)
            && rest[at + c.len_utf8()..]
                .chars()
                .next()
                .is_none_or(char::is_whitespace);
        if ends {
            out.extend(trimmed(prompt, start..from + at + usize::from(c == '!')));
            start = from + at + c.len_utf8();
        }
    }
    out.extend(trimmed(prompt, start..prompt.len()));
    out
}

/// Whether a sentence is one that is printed: it has words that were taken for text, and none that ask for something.
fn is_note(brief: &Brief, span: &Span) -> bool {
    const ASKS: &[&str] = &[
        "make",
        "use",
        "add",
        "keep",
        "set",
        "draw",
        "please",
        "style",
        "with",
        "in",
        "on",
        "put",
        "include",
        "the",
        "it",
        "design",
        "background",
        "show",
        "colors",
        "colours",
        "font",
        "no",
        "a",
        "an",
        "at",
        "title",
        "header",
    ];
    let text = &brief.prompt[span.clone()];
    let words = text.split_whitespace().count();
    let first = text.split_whitespace().next().unwrap_or_default();
    let taken: Vec<&Literal> = brief.literals.iter().filter(|l| l.meets(span)).collect();
    let open = |l: &&Literal| {
        !matches!(l.origin, Origin::Quoted | Origin::Introduced)
            && !matches!(l.role, Role::Contact | Role::Brand)
    };
    (2..=WORDS_MAX).contains(&words)
        && !ASKS.contains(
            &first
                .to_lowercase()
                .trim_matches(|c: char| !c.is_alphanumeric()),
        )
        && !text.contains(is_currency)
        && !taken.is_empty()
        && taken.iter().all(open)
}

/// Sets a sentence as one text in the place of the pieces that were read of it.
fn set_whole(brief: &mut Brief, span: Span) {
    let own = span.clone();
    brief.remove_literals(|l| l.meets(&own));
    crate::outline::add(brief, span.clone(), Role::Small);
    brief
        .unread
        .retain(|unread| unread.end <= span.start || unread.start >= span.end);
    brief.order_literals();
}

#[cfg(test)]
mod tests {
    use crate::Role::{Brand, Item, Price, Small, Value};
    use crate::outline::check_texts;

    #[test]
    fn notes_stand_below_the_goods() {
        check_texts(&[
            (
                "price list for a barber called Fade Room: cut 25, beard 12, kids 15. walk-ins welcome",
                &[
                    (Brand, "Fade Room"),
                    (Item, "cut"),
                    (Value, "25"),
                    (Item, "beard"),
                    (Value, "12"),
                    (Item, "kids"),
                    (Value, "15"),
                    (Small, "walk-ins welcome"),
                ],
            ),
            (
                "price list for piano lessons: 30 min $28, 45 min $40. First lesson is free!",
                &[
                    (Item, "30 min"),
                    (Price, "$28"),
                    (Item, "45 min"),
                    (Price, "$40"),
                    (Small, "First lesson is free!"),
                ],
            ),
        ]);
    }
}
