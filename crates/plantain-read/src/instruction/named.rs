//! Words that stand on the picture: an instruction may name them without quotation marks.

use super::verbs::is_verb;
use crate::calendar::{month, weekday};
use crate::quotes::Quoted;
use crate::{Span, lexicon::lexicon};

/// Longest text that is looked for, in bytes: people do not repeat a passage without marks.
const NAME_BYTES_MAX: usize = 80;

/// Returns `quoted` with the places where `text` names one of the texts in `said`, in order.
///
/// Longer texts go before shorter ones. A day or a month may be written out ("Monday" for “Mon”). Single words that
/// instructions are made of ("add", "the") name nothing.
pub(super) fn find(text: &str, quoted: Vec<Quoted>, said: &[String]) -> Vec<Quoted> {
    let mut names: Vec<&str> = said
        .iter()
        .map(|name| name.trim())
        .filter(|name| is_name(name))
        .collect();
    // Those that may be words of the instruction come last: what stands beside them tells.
    names.sort_by_key(|name| (is_everyday(name), std::cmp::Reverse(name.len())));
    names.dedup();
    let mut found = quoted;
    for name in names {
        for (at, _) in text.char_indices() {
            let free = |span: &Span| {
                !found
                    .iter()
                    .any(|q| q.outer.start < span.end && span.start < q.outer.end)
            };
            let Some(span) = names_at(text, at, name).filter(free) else {
                continue;
            };
            if is_everyday(name)
                && !is_pointed_at(&text[..at])
                && !is_written_so(text, &span, name)
                && !goes_on_a_list(&text[..at], &found)
            {
                continue;
            }
            // "friday's bar"
            let owner = ["'s ", "’s "]
                .iter()
                .find(|mark| text[span.end..].starts_with(**mark))
                .map_or(0, |mark| mark.len() - 1);
            found.push(Quoted {
                outer: span.start..span.end + owner,
                inner: span,
            });
        }
    }
    found.sort_by_key(|q| q.outer.start);
    found
}

/// Whether a text can be meant by its bare words.
fn is_name(name: &str) -> bool {
    let says_something = name.chars().any(char::is_alphanumeric);
    says_something && name.len() <= NAME_BYTES_MAX && name.chars().count() > 1
}

/// Whether a text is a single word that instructions are made of.
fn is_everyday(name: &str) -> bool {
    let lower = name.to_lowercase();
    !lower.contains(' ')
        && (is_verb(&lower)
            || lexicon().stops.contains_key(lower.as_str())
            || lexicon().colors.get(&lower).is_some())
}

/// Whether a name stands in the middle of a sentence with the capital that it has on the picture: "drop Other".
fn is_written_so(text: &str, span: &Span, name: &str) -> bool {
    let before = text[..span.start].trim_end();
    let within = before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, ',' | '\'' | '"'));
    within && name.starts_with(char::is_uppercase) && text.get(span.clone()) == Some(name)
}

/// Whether "and" stands before, and another name before that: "blog and about can go".
fn goes_on_a_list(before: &str, found: &[Quoted]) -> bool {
    let rest = before.trim_end();
    let listed = ["and", "or", "&", ","]
        .iter()
        .find_map(|joint| rest.strip_suffix(joint));
    listed.is_some_and(|rest| {
        let end = rest.trim_end().trim_end_matches(',').len();
        found.iter().any(|name| name.outer.end == end)
    })
}

/// Whether the words before point at something that is there: "before order", "between order and sketch".
fn is_pointed_at(before: &str) -> bool {
    let last = before.split_whitespace().next_back().unwrap_or_default();
    let listed = last == "and" && (before.contains("between ") || before.contains("swap "));
    listed
        || matches!(
            last,
            "before"
                | "after"
                | "between"
                | "rename"
                | "swap"
                | "remove"
                | "delete"
                | "drop"
                | "hide"
                | "lose"
                | "color"
                | "colour"
                | "highlight"
                | "paint"
        )
}

/// Returns the span of `name` in `text` if it stands at `at` as words of its own, in capitals or not.
fn names_at(text: &str, at: usize, name: &str) -> Option<Span> {
    let before = text[..at].chars().next_back();
    if before.is_some_and(char::is_alphanumeric) {
        return None;
    }
    let ends = |len: &usize| {
        let after = text[at + len..].chars().next();
        !after.is_some_and(char::is_alphanumeric)
    };
    let len = same_letters(&text[at..], name)
        .filter(ends)
        .or_else(|| written_out(&text[at..], name))?;
    Some(at..at + len)
}

/// Returns how many bytes of `text` are `name` but for capitals.
fn same_letters(text: &str, name: &str) -> Option<usize> {
    let mut rest = text.char_indices();
    for wanted in name.chars() {
        // "ana and luis" for “Ana & Luis”.
        if wanted == '&'
            && let Some((at, _)) = rest.clone().next()
            && text[at..].to_lowercase().starts_with("and")
        {
            rest.nth("and".len() - 1);
            continue;
        }
        let (_, c) = rest.next()?;
        if c != wanted && !c.to_lowercase().eq(wanted.to_lowercase()) {
            return None;
        }
    }
    Some(rest.next().map_or(text.len(), |(at, _)| at))
}

/// Returns the length of the word that `text` begins with if it is the day or the month that `name` is short for.
fn written_out(text: &str, name: &str) -> Option<usize> {
    let short = name.to_lowercase();
    let (day, of_year) = (weekday(&short), month(&short));
    if day.is_none() && of_year.is_none() {
        return None;
    }
    let len = text
        .find(|c: char| !c.is_alphanumeric())
        .unwrap_or(text.len());
    let word = text[..len].to_lowercase();
    let same =
        day.is_some() && weekday(&word) == day || of_year.is_some() && month(&word) == of_year;
    (len > 0 && same).then_some(len)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_the_picture_are_found_in_an_instruction() {
        let said = ["Flat White", "White", "Mon", "Add", "Résumé", "2014"].map(str::to_owned);
        for (text, want) in [
            ("Flat white is now 4.10", vec!["Flat white"]),
            ("swap monday and White", vec!["monday", "White"]),
            ("add a monster", vec![]),
            ("make the flatwhite bigger", vec![]),
            ("change 2014 to 2015", vec!["2014"]),
            ("put it before add", vec!["add"]),
            ("add a line", vec![]),
            ("move RÉSUMÉ up", vec!["RÉSUMÉ"]),
            ("montag weg", vec!["montag"]),
            ("please Add nothing", vec!["Add"]),
            ("mon and add can go", vec!["mon", "add"]),
        ] {
            let found = find(text, Vec::new(), &said);
            let words: Vec<&str> = found.iter().map(|q| &text[q.inner.clone()]).collect();
            assert_eq!(words, want, "{text}");
        }
    }
}
