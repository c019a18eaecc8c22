//! Numbers that are shown by their last digits: of cards and accounts.

use crate::reader::{Reader, Use};
use crate::screens::{emit, is_interface};
use crate::{List, Pair, Role};

/// "saved cards Visa •••• 8812 and Mastercard •••• 4410": among several, each is one text with the name before it.
fn masked_names(reader: &mut Reader<'_>) -> bool {
    const DIGITS: usize = 4;
    const NAME_WORDS_MAX: usize = 2;
    const MASKS: [char; 4] = ['*', '•', '·', '●'];
    let mut found: Vec<(usize, usize)> = Vec::new();
    for at in 1..reader.len() {
        let token = &reader.tokens[at];
        let start = token.span.end.saturating_sub(DIGITS).max(token.span.start);
        let Some(digits) = reader.prompt.get(start..token.span.end) else {
            continue;
        };
        let plain = digits.len() == DIGITS
            && digits.bytes().all(|b| b.is_ascii_digit())
            && token.quote().is_none();
        if !plain || !reader.prompt[..start].trim_end().ends_with(MASKS) {
            continue;
        }
        let mut from = at;
        while from > 0
            && reader
                .text(from - 1, from)
                .chars()
                .all(|c| MASKS.contains(&c))
        {
            from -= 1;
        }
        let end = from;
        while from > 0
            && end - from < NAME_WORDS_MAX
            && reader.is_capital(from - 1)
            && reader.is_free(from - 1)
        {
            from -= 1;
        }
        if from < end {
            found.push((from, at + 1));
        }
    }
    if found.len() < 2 {
        return false;
    }
    let span = reader.span(found[0].0, found[found.len() - 1].1);
    let items = found
        .into_iter()
        .map(|(from, to)| emit(reader, from, to, Role::Item))
        .collect();
    reader.brief.lists.push(List {
        kind: "payment".to_owned(),
        items,
        span,
    });
    true
}

/// "card ending 4421", "Visa **4421", "account •••• 4421": the last digits of a number that is not shown as a whole.
pub(super) fn last_digits(reader: &mut Reader<'_>) {
    const DIGITS: usize = 4;
    const MASKS: [char; 4] = ['*', '•', '·', '●'];
    if !is_interface(reader.brief.genre) || masked_names(reader) {
        return;
    }
    for at in 1..reader.len() {
        let text = reader.text(at, at + 1);
        let digits = text.trim_start_matches(MASKS).trim_start();
        let plain = digits.len() == DIGITS && digits.bytes().all(|b| b.is_ascii_digit());
        if !plain || !reader.is_free(at) || reader.tokens[at].quote().is_some() {
            continue;
        }
        let start = reader.tokens[at].span.end - DIGITS;
        let before = reader.prompt[..start].trim_end();
        let masked = before.ends_with(MASKS);
        let lead = at - usize::from(matches!(reader.key(at - 1), "in" | "with" | "on"));
        let told = lead > 0 && matches!(reader.key(lead - 1), "ending" | "ends" | "endend");
        if !(masked || told) {
            continue;
        }
        let mut from = if told { lead - 1 } else { at };
        while from > 0
            && reader.prompt[..reader.tokens[from].span.start]
                .trim_end()
                .ends_with(MASKS)
            && reader.is_sep(from - 1)
        {
            from -= 1;
        }
        // "a card ending": what kind of number it is.
        while from > 0
            && reader.is_free(from - 1)
            && matches!(
                reader.key(from - 1),
                "card" | "account" | "number" | "a" | "the" | "bank"
            )
        {
            from -= 1;
        }
        reader.mark(from, at, Use::Role);
        let value = emit(reader, at, at + 1, Role::Value);
        let literal = &mut reader.brief.literals[value];
        literal.text = literal.text[literal.text.len() - DIGITS..].to_owned();
        literal.span.start = start;
        reader.brief.pairs.push(Pair {
            label: None,
            label_text: "Card ending".to_owned(),
            value,
        });
    }
}
