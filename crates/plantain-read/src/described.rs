//! Components that a prompt asks for by name.

use crate::lexicon::lexicon;
use crate::numbers::count_at;
use crate::reader::{Reader, Use};
use crate::{Component, Described};

/// Fills `brief.described` and marks its words.
pub(crate) fn read(reader: &mut Reader<'_>) {
    if reader.is_scene() {
        return;
    }
    let mut at = 0;
    while at < reader.len() {
        let usable = |i: usize| {
            // "Gráfico de líneas": the words for the picture may open it with a capital.
            reader.plain[i] && reader.uses[i] == Use::Free
                || matches!(reader.uses[i], Use::Role | Use::Genre)
        };
        match lexicon().components.at_with(&reader.tokens, at, usable) {
            Some((len, &kind)) => {
                if wanted(reader, at, len, kind) {
                    describe(reader, at, len, kind);
                }
                at += len;
            }
            None => at += 1,
        }
    }
    lie_down(reader);
}

/// "bar chart of …, horizontal bars": how the bars lie may be told behind the figures.
fn lie_down(reader: &mut Reader<'_>) {
    let lying = (1..reader.len()).any(|at| {
        reader.key(at - 1) == "horizontal" && matches!(reader.key(at), "bar" | "bars" | "columns")
    });
    let described = &mut reader.brief.described;
    for part in described.iter_mut().filter(|_| lying) {
        if part.kind == Component::Chart(crate::ChartKind::Bar) {
            part.kind = Component::Chart(crate::ChartKind::HorizontalBar);
        }
    }
}

/// "QR code to beach.org": the code and the words that only lead to what it opens are built, not printed.
pub(crate) fn codes(reader: &mut Reader<'_>) {
    let mut at = 0;
    while at < reader.len() {
        let found = lexicon().components.at(&reader.tokens, at);
        let Some((len, _)) = found.filter(|(_, kind)| **kind == Component::QrCode) else {
            at += 1;
            continue;
        };
        if (at..at + len).any(|i| !reader.is_free(i)) {
            at += len;
            continue;
        }
        let mut to = at + len;
        while to < reader.len()
            && reader.is_free(to)
            && matches!(
                reader.key(to),
                "to" | "for"
                    | "linking"
                    | "links"
                    | "leading"
                    | "that"
                    | "which"
                    | "opens"
                    | "opening"
                    | "pointing"
                    | "of"
                    | "placeholder"
                    | "graphic"
            )
        {
            to += 1;
        }
        // "QR code for the menu", "QR code in the corner": what it opens and where it stands.
        while to < reader.len()
            && reader.is_free(to)
            && reader.is_lower(to)
            && reader.form(to).is_none()
            && reader.tokens[to].quote().is_none()
            && !matches!(
                reader.key(to),
                "and" | "with" | "saying" | "says" | "scan" | "reading" | "titled"
            )
        {
            to += 1;
        }
        let mut from = at;
        while from > reader.clause_start(at)
            && reader.is_free(from - 1)
            && matches!(
                reader.key(from - 1),
                "a" | "an"
                    | "the"
                    | "with"
                    | "and"
                    | "small"
                    | "big"
                    | "large"
                    | "scannable"
                    | "plus"
            )
        {
            from -= 1;
        }
        reader.brief.described.push(Described {
            kind: Component::QrCode,
            words: String::new(),
            count: Some(1),
            span: reader.span(at, at + len),
        });
        reader.mark(from, to, Use::Described);
        at = to;
    }
}

/// Whether the words ask for the component, and are not the genre or the label of something else.
fn wanted(reader: &Reader<'_>, at: usize, len: usize, kind: Component) -> bool {
    let genre = reader.uses[at] == Use::Genre;
    if genre {
        return matches!(kind, Component::Chart(_))
            && (len > 1 || reader.brief.genre == crate::Genre::Chart);
    }
    // "border collie": the word opens the name of something else.
    let longer = crate::kinds::kinds().nouns().at(&reader.tokens, at);
    if longer.is_some_and(|(taken, _)| taken > len) {
        return false;
    }
    // "search by name", "list of": words that are verbs or too common alone.
    let vague = len == 1
        && matches!(
            reader.key(at),
            "list"
                | "image"
                | "picture"
                | "photo"
                | "frame"
                | "meter"
                | "dial"
                | "header"
                | "search"
                | "line"
                | "curve"
                | "tag"
                | "table"
                | "orders"
                | "stamp"
                | "seal"
                | "panel"
                | "area"
                | "bars"
                | "fields"
                | "field"
                | "form"
                | "switch"
                | "slider"
                | "burst"
        );
    let text_follows = reader.uses[at] == Use::Role
        && matches!(kind, Component::Badge | Component::Ribbon | Component::Logo);
    !vague
        || text_follows
        || reader.uses[at] == Use::Free
            && at > 0
            && matches!(reader.key(at - 1), "a" | "an" | "the" | "with" | "and")
        || reader.uses[at] == Use::Role
        || modifiers(reader, at) < at
}

/// First token of the words before a component that describe it.
fn modifiers(reader: &Reader<'_>, at: usize) -> usize {
    let mut from = at;
    while from > 0
        && from + 4 > at
        && reader.is_plain(from - 1)
        && reader.tokens[from - 1].is_word()
        && !lexicon().stops.contains_key(reader.key(from - 1))
    {
        from -= 1;
    }
    from
}

fn describe(reader: &mut Reader<'_>, at: usize, len: usize, kind: Component) {
    let mut from = modifiers(reader, at);
    if kind == Component::Form {
        while from > 1
            && matches!(reader.key(from - 1), "and" | "&")
            && reader.is_plain(from - 2)
            && reader.tokens[from - 2].is_word()
            && !lexicon().stops.contains_key(reader.key(from - 2))
        {
            from -= 2;
        }
    }
    let mut count = None;
    if let Some((taken, n)) =
        count_at(&reader.tokens, from).filter(|&(taken, _)| from + taken <= at)
    {
        count = Some(n);
        from += taken;
    }
    for back in 1..=2 {
        if count.is_none() && from >= back {
            count = count_at(&reader.tokens, from - back)
                .filter(|&(taken, _)| taken == back)
                .map(|(_, n)| n);
        }
    }
    let mut to = at + len;
    // "list of transactions", "line chart of sales": what it shows is part of its words.
    let mut words = reader.keys(from, at);
    if matches!(reader.key(to), "of" | "for" | "showing") && reader.is_plain(to) {
        let mut end = to + 1;
        while end < reader.len()
            && end < to + 5
            && reader.is_plain(end)
            && reader.tokens[end].is_word()
            && !matches!(reader.key(end), "with" | "and" | "in" | "on" | "by")
        {
            end += 1;
        }
        let extra: Vec<&str> = (to + 1..end)
            .map(|i| reader.key(i))
            .filter(|key| !matches!(*key, "a" | "an" | "the"))
            .collect();
        if !extra.is_empty() {
            words = if words.is_empty() {
                extra.join(" ")
            } else {
                format!("{words} {}", extra.join(" "))
            };
            to = end;
        }
    }
    if kind == Component::Table || kind == Component::List {
        let own = reader.keys(at, at + len);
        let head = own
            .trim_end_matches("table")
            .trim_end_matches("list")
            .trim();
        if !head.is_empty() && head != own
            || !matches!(
                own.as_str(),
                "table" | "list" | "data table" | "tables" | "lists"
            )
        {
            words = format!("{words} {head}").trim().to_string();
        }
    }
    let span = reader.span(from, to);
    if reader
        .brief
        .described
        .iter()
        .any(|known| known.kind == kind && known.span == span)
    {
        return;
    }
    reader.brief.described.push(Described {
        kind,
        words,
        count,
        span,
    });
    for i in from..to {
        if reader.uses[i] == Use::Free {
            reader.uses[i] = Use::Described;
        }
    }
}
