//! What tells of a screen's layout and is none of its texts: sides, reaches, parts that are counted, what it is like.

use super::{emit, is_layout, parts};
use crate::forms::{is_month, is_weekday};
use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{Genre, Role};

/// "left: shipping form", "on the right: order summary": where a part stands is no text.
pub(super) fn sides(reader: &mut Reader<'_>) {
    for at in 0..reader.len().saturating_sub(1) {
        let side = matches!(
            reader.key(at),
            "left" | "right" | "top" | "bottom" | "center" | "middle" | "below" | "above"
        );
        // "Below: Already have an account?" begins a sentence.
        let plain = reader.is_lower(at) || at > 0 && reader.ends_sentence(at - 1);
        if !side || !plain || !reader.is_free(at) {
            continue;
        }
        let start = reader.clause_start(at);
        let lead = (start..at).all(|i| {
            matches!(
                reader.key(i),
                "on" | "at" | "in" | "the" | "to" | "far" | "and"
            )
        });
        let mut to = at + 1;
        while matches!(
            reader.key(to),
            "side" | "column" | "half" | "corner" | "left" | "right"
        ) {
            to += 1;
        }
        if lead && reader.sep(to, Sep::Colon) {
            reader.mark(start, to, Use::Described);
            parts::places(reader, to + 1);
        }
    }
}

/// "pricing table in German: …": which language a screen speaks is not written on it.
pub(super) fn languages(reader: &mut Reader<'_>) {
    const LANGUAGES: &[&str] = &[
        "english",
        "german",
        "spanish",
        "french",
        "italian",
        "portuguese",
        "dutch",
        "polish",
        "turkish",
        "russian",
        "ukrainian",
        "arabic",
        "hebrew",
        "hindi",
        "chinese",
        "japanese",
        "korean",
    ];
    for at in 1..reader.len() {
        let told = reader.text(at - 1, at).eq_ignore_ascii_case("in")
            && LANGUAGES.contains(&reader.text(at, at + 1).to_lowercase().as_str())
            && reader.is_free(at)
            && reader.tokens[at].quote().is_none();
        let ends = at + 1 >= reader.len() || reader.is_sep(at + 1);
        // Of the screen, not of what it offers: nothing but its own name stands before it.
        let early = (0..at - 1).all(|i| !reader.is_sep(i)) || at + 1 >= reader.len();
        if told && ends && early {
            reader.mark(at - 1, at + 1, Use::Carrier);
        }
    }
}

/// "2-3 cards each", "5 rows per page": how many parts there are is no text.
pub(super) fn counted_parts(reader: &mut Reader<'_>) {
    for at in 0..reader.len().saturating_sub(1) {
        let range = reader.form(at) == Some(crate::forms::FormKind::Range);
        let number = range || reader.tokens[at].kind == crate::tokens::Kind::Number;
        let noun = at + 1;
        let shared = matches!(reader.key(noun + 1), "each" | "per" | "apiece");
        if number && is_layout(reader.key(noun)) && (range || shared) && reader.is_free(at) {
            let end = noun + 1 + usize::from(shared);
            reader.mark(at, end, Use::Constraint);
        }
    }
}

/// "cart with 2 items", "checkbox "I agree"": parts of a page that are drawn, not set.
pub(super) fn carts(reader: &mut Reader<'_>) {
    let shop = reader.brief.genre == Genre::ProductGrid;
    for at in 0..reader.len() {
        // "Checkbox 'I agree'" may begin a sentence.
        let opens = at > 0 && reader.ends_sentence(at - 1);
        if !matches!(reader.uses[at], Use::Free | Use::Topic) || !(reader.is_lower(at) || opens) {
            continue;
        }
        let quoted = reader
            .tokens
            .get(at + 1)
            .is_some_and(|next| next.quote().is_some());
        match reader.key(at) {
            "checkbox" | "tickbox" | "dropdown" | "slider" | "stepper" if quoted => {
                reader.mark(at, at + 1, Use::Role);
            }
            // The panel of a checkout has its own head.
            "order" if shop && reader.key(at + 1) == "summary" && !quoted => {
                reader.mark(at, at + 2, Use::Described);
            }
            "cart" | "basket"
                if shop && matches!(reader.key(at + 1), "with" | "icon" | "badge") =>
            {
                reader.mark(at, at + 2, Use::Described);
                let count = at + 2;
                if reader
                    .tokens
                    .get(count)
                    .is_some_and(|t| t.kind == crate::tokens::Kind::Number)
                    && matches!(
                        reader.key(count + 1),
                        "items" | "item" | "products" | "things"
                    )
                {
                    emit(reader, count, count + 1, Role::Badge);
                    reader.mark(count + 1, count + 2, Use::Described);
                }
            }
            _ => {}
        }
    }
}

/// "a page like Calendly", "home like Netflix", "Gmail style inbox": what a screen is like is not written on it.
pub(super) fn likened(reader: &mut Reader<'_>) {
    for at in 1..reader.len() {
        let like = matches!(reader.key(at), "like" | "à la" | "wie") && reader.is_lower(at);
        let named = |i: usize| {
            reader.is_capital(i)
                && reader.is_free(i)
                && reader.tokens[i].is_word()
                && reader.tokens[i].quote().is_none()
        };
        if like && at + 1 < reader.len() && named(at + 1) {
            reader.mark(at, at + 2, Use::Carrier);
        } else if matches!(reader.key(at), "style" | "styled" | "like")
            && at <= 3
            && named(at - 1)
            && reader.is_lower(at)
        {
            reader.mark(at - 1, at + 1, Use::Carrier);
        }
    }
}

/// "Monday to Friday", "Jan to Jun": the reach of a calendar or an axis is no text.
pub(super) fn spans_of_days(reader: &mut Reader<'_>) {
    for at in 0..reader.len().saturating_sub(2) {
        let (first, last) = (reader.key(at), reader.key(at + 2));
        let days = is_weekday(first) && is_weekday(last) || is_month(first) && is_month(last);
        let reach = matches!(reader.key(at + 1), "to" | "through" | "until" | "bis")
            || reader.sep(at + 1, Sep::Dash);
        if days && reach && (at..at + 3).all(|i| reader.is_free(i)) {
            reader.mark(at, at + 3, Use::Described);
        }
        // "bar chart by floor 1 to 5"
        let number = |i: usize| {
            reader
                .tokens
                .get(i)
                .is_some_and(|token| token.kind == crate::tokens::Kind::Number)
        };
        let parted = at > 0 && reader.key(at - 1) == "by" && reader.is_lower(at);
        let to = matches!(reader.key(at + 2), "to" | "through") || reader.sep(at + 2, Sep::Dash);
        if parted && number(at + 1) && to && number(at + 3) {
            reader.mark(at, at + 4, Use::Described);
        }
    }
}

/// Whether the words up to the next mark tell where something stands or how it looks.
pub(super) fn tells_layout(reader: &Reader<'_>, from: usize) -> bool {
    let end = (from..reader.len())
        .find(|&i| reader.is_sep(i))
        .unwrap_or(reader.len());
    (from..end).any(|i| {
        let part = matches!(
            reader.key(i),
            "left"
                | "right"
                | "top"
                | "bottom"
                | "middle"
                | "center"
                | "centre"
                | "side"
                | "sides"
                | "corner"
                | "row"
                | "rows"
                | "column"
                | "columns"
                | "grid"
                | "line"
                | "order"
                | "background"
                | "style"
                | "theme"
                | "font"
                | "screen"
                | "page"
                | "phone"
                | "tablet"
                | "laptop"
                | "monitor"
                | "desk"
                | "wall"
                | "app"
                | "website"
        );
        part || crate::lexicon::lexicon()
            .components
            .at(&reader.tokens, i)
            .is_some()
            || crate::colors::color_at(&reader.tokens, i).is_some()
    })
}
