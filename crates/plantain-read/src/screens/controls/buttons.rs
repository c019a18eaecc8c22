//! Buttons by twos, and buttons with their price.

use crate::Role;
use crate::lexicon::lexicon;
use crate::literals::capitalized;
use crate::reader::{Reader, Use};
use crate::screens::emit;
use crate::tokens::Sep;

/// "buy and sell buttons": two words in small letters are a button each.
pub(super) fn paired_buttons(reader: &mut Reader<'_>) {
    for at in 3..reader.len() {
        let word = |i: usize| {
            reader.is_lower(i)
                && matches!(reader.uses[i], Use::Free | Use::Topic)
                && reader.tokens[i].is_word()
                && !lexicon().stops.contains_key(reader.key(i))
                && crate::colors::color_at(&reader.tokens, i).is_none()
        };
        let pair = reader.key(at) == "buttons"
            && reader.is_lower(at)
            && word(at - 1)
            && matches!(reader.key(at - 2), "and" | "&")
            && word(at - 3);
        let alone =
            at == 3 || reader.is_sep(at - 4) || lexicon().stops.contains_key(reader.key(at - 4));
        let looks = |i: usize| {
            matches!(
                reader.key(i),
                "primary"
                    | "secondary"
                    | "large"
                    | "small"
                    | "rounded"
                    | "round"
                    | "left"
                    | "right"
            )
        };
        if pair && alone && !looks(at - 1) && !looks(at - 3) {
            for i in [at - 3, at - 1] {
                let index = emit(reader, i, i + 1, Role::Button);
                let literal = &mut reader.brief.literals[index];
                literal.text = capitalized(&literal.text);
            }
            reader.mark(at - 2, at - 1, Use::Role);
            reader.mark(at, at + 1, Use::Role);
        }
    }
}

/// "button Ride on", "button Send link": a short word or a part that closes the clause belongs to the verb before it.
pub(super) fn closed_buttons(reader: &mut Reader<'_>) {
    const WORDS: std::ops::RangeInclusive<usize> = 2..=4;
    for at in 0..reader.len() {
        let from = at + 1 + usize::from(reader.sep(at + 1, Sep::Colon));
        let named = matches!(reader.key(at), "button" | "btn" | "cta") && reader.is_free(at);
        if !named || !reader.is_capital(from) {
            continue;
        }
        let to = reader.clause_end(from);
        let word = |i: usize| {
            reader.is_free(i) && reader.tokens[i].is_word() && reader.tokens[i].quote().is_none()
        };
        let closes = to > from
            && matches!(
                reader.key(to - 1),
                "on" | "in"
                    | "off"
                    | "over"
                    | "link"
                    | "form"
                    | "map"
                    | "menu"
                    | "list"
                    | "card"
                    | "page"
                    | "photo"
                    | "tab"
            )
            && reader.is_lower(to - 1);
        if closes && WORDS.contains(&(to - from)) && (from..to).all(word) {
            reader.mark(at, from, Use::Role);
            emit(reader, from, to, Role::Button);
        }
    }
}

/// "button Pay €57.90": a price right behind the words of a button belongs to them.
pub(super) fn priced_buttons(reader: &mut Reader<'_>) {
    const PRICED_WORDS_MAX: usize = 3;
    for at in 0..reader.len() {
        priced_before(reader, at);
        let from = at + 1 + usize::from(reader.sep(at + 1, Sep::Colon));
        let named = matches!(reader.key(at), "button" | "btn" | "cta") && reader.is_free(at);
        if !named || !reader.is_capital(from) {
            continue;
        }
        let word = |i: usize| {
            reader.is_free(i) && reader.tokens[i].is_word() && reader.tokens[i].quote().is_none()
        };
        let price = (from..(from + PRICED_WORDS_MAX + 1).min(reader.len())).find(|&i| !word(i));
        let Some(price) = price.filter(|&i| i > from && reader.is_free(i)) else {
            continue;
        };
        let ends = price + 1 >= reader.len() || reader.is_sep(price + 1);
        if reader.form(price) == Some(crate::forms::FormKind::Price) && ends {
            reader.mark(at, from, Use::Role);
            emit(reader, from, price + 1, Role::Button);
        }
    }
}

/// "pay $42.00 button": a verb and a price before the word for the control.
fn priced_before(reader: &mut Reader<'_>, at: usize) {
    const VERBS: &[&str] = &["pay", "buy", "donate", "order", "book", "checkout", "rent"];
    let named = matches!(reader.key(at), "button" | "btn") && reader.is_free(at);
    let Some(verb) = at.checked_sub(2).filter(|_| named) else {
        return;
    };
    let priced = reader.form(at - 1) == Some(crate::forms::FormKind::Price);
    let free = (verb..at).all(|i| matches!(reader.uses[i], Use::Free | Use::Topic));
    if priced && free && VERBS.contains(&reader.key(verb)) {
        let index = emit(reader, verb, at, Role::Button);
        let literal = &mut reader.brief.literals[index];
        literal.text = capitalized(&literal.text);
        reader.mark(at, at + 1, Use::Role);
    }
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn short_words_close_the_words_of_a_button() {
        check_texts(&[
            (
                "login page, button Ride on, link Create account",
                &[(Role::Button, "Ride on"), (Role::Link, "Create account")],
            ),
            (
                "forgot password page, field Email, button Send link, link Back to login",
                &[
                    (Role::Field, "Email"),
                    (Role::Button, "Send link"),
                    (Role::Link, "Back to login"),
                ],
            ),
            (
                "checkout form: card number, pay $42.00 button",
                &[(Role::Field, "Card number"), (Role::Button, "Pay $42.00")],
            ),
            (
                "login page with a big button Log me in",
                &[(Role::Button, "Log me in")],
            ),
        ]);
    }
}
