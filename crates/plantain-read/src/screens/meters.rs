//! Reads the figure of a gauge or a ring on a dashboard: "gauge 68% battery", "ring 40% of storage used".

use super::emit;
use crate::forms::FormKind;
use crate::reader::{Reader, Use};
use crate::{Genre, Role};

/// Words of what is measured, at most.
const NAME_WORDS_MAX: usize = 4;

/// Claims the share that stands right behind the word for the instrument, and what it is of.
pub(super) fn claim(reader: &mut Reader<'_>) {
    if reader.brief.genre != Genre::Dashboard {
        return;
    }
    set_large(reader);
    for at in 0..reader.len() {
        if !matches!(
            reader.key(at),
            "gauge" | "donut" | "ring" | "dial" | "meter" | "progress ring"
        ) {
            continue;
        }
        let value = at + 1 + usize::from(matches!(reader.key(at + 1), "at" | "of" | "with"));
        let share = reader.form(value) == Some(FormKind::Percent) && reader.is_free(value);
        let name = |i: &usize| {
            matches!(reader.uses[*i], Use::Free | Use::Topic)
                && reader.tokens[*i].is_word()
                && reader.tokens[*i].quote().is_none()
                && !matches!(
                    reader.key(*i),
                    "and" | "with" | "plus" | "next" | "beside" | "in"
                )
        };
        let from = value + 1 + usize::from(reader.key(value + 1) == "of");
        let end = reader.clause_end(at).max(from);
        let words = (from..end).take_while(name).count();
        if !share || !(1..=NAME_WORDS_MAX).contains(&words) {
            continue;
        }
        let index = emit(reader, value, value + 1, Role::Value);
        let label = emit(reader, from, from + words, Role::Label);
        let literal = &mut reader.brief.literals[label];
        literal.text = crate::literals::capitalized(&literal.text);
        reader.mark(value + 1, from, Use::Role);
        reader.brief.pair(label, index);
    }
}

/// "big number 48.2k revenue": how large the figure stands is no name of it.
fn set_large(reader: &mut Reader<'_>) {
    for at in 0..reader.len().saturating_sub(2) {
        let large = matches!(reader.key(at), "big" | "huge" | "large" | "giant" | "hero")
            && matches!(reader.key(at + 1), "number" | "figure" | "stat" | "metric")
            && reader.tokens[at + 2]
                .key
                .contains(|c: char| c.is_ascii_digit());
        if large && (at..at + 2).all(|i| matches!(reader.uses[i], Use::Free | Use::Topic)) {
            reader.mark(at, at + 2, Use::Look);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Role::{Label, Value};
    use crate::outline::check_texts;

    #[test]
    fn an_instrument_shows_the_share_behind_it() {
        check_texts(&[
            (
                "energy dashboard: gauge 68% battery and line chart of solar output",
                &[(Value, "68%"), (Label, "Battery")],
            ),
            (
                "gauge 30% disk usage and bar chart of requests dashboard",
                &[(Value, "30%"), (Label, "Disk usage")],
            ),
        ]);
    }
}
