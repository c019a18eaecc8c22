//! Pairs labels with values among literals that stand side by side.

use crate::forms::{self, FormKind};
use crate::glosses::Glosses;
use crate::lexicon::lexicon;
use crate::reader::Reader;
use crate::tokens::{Kind, lex};
use crate::{Genre, Literal, Origin, Role};

/// Pairs neighbours: label, value, label, value … or value, label, value, label …
pub(crate) fn read(reader: &mut Reader<'_>) {
    let groups = groups(reader);
    for group in groups {
        pair_group(reader, &group);
    }
    zip_lists(reader);
    reader.brief.pairs.sort_by_key(|pair| pair.value);
    for index in 0..reader.brief.literals.len() {
        form_role(&mut reader.brief.literals[index]);
    }
}

/// A literal without a role takes the one its form suggests.
fn form_role(literal: &mut Literal) {
    if literal.role != Role::Text {
        return;
    }
    if let Some(role) =
        value_kind(&literal.text).and_then(|kind| crate::literals::role_of_form(Some(kind)))
    {
        literal.role = role;
    }
}

/// Runs of quoted literals with nothing but separators between them.
fn groups(reader: &Reader<'_>) -> Vec<Vec<usize>> {
    let literals = &reader.brief.literals;
    let mut groups: Vec<Vec<usize>> = Vec::new();
    for (index, literal) in literals.iter().enumerate() {
        if literal.origin != Origin::Quoted {
            continue;
        }
        let joined = groups
            .last()
            .and_then(|group| group.last())
            .is_some_and(|&last| last + 1 == index && touches(reader, last, index));
        match groups.last_mut() {
            Some(group) if joined => group.push(index),
            _ => groups.push(vec![index]),
        }
    }
    groups
}

fn touches(reader: &Reader<'_>, first: usize, second: usize) -> bool {
    let from = reader.brief.literals[first].span.end;
    let to = reader.brief.literals[second].span.start;
    let between = reader.prompt.get(from..to).unwrap_or("x");
    let letters: String = between.chars().filter(|c| c.is_alphabetic()).collect();
    !between.contains('.')
        && matches!(
            letters.to_lowercase().as_str(),
            "" | "and" | "at" | "for" | "costs" | "is"
        )
        && reader.brief.literals[first].role == reader.brief.literals[second].role
}

fn pair_group(reader: &mut Reader<'_>, group: &[usize]) {
    let values: Vec<bool> = group
        .iter()
        .map(|&index| is_value(&reader.brief.literals[index].text))
        .collect();
    let paired = |reader: &Reader<'_>, index: usize| {
        reader.brief.pairs.iter().any(|pair| pair.value == index)
    };
    let mut found = Vec::new();
    let alternates = |first: bool| {
        group.len() >= 2
            && group.len().is_multiple_of(2)
            && values
                .chunks(2)
                .all(|pair| pair[0] == first && pair[1] != first)
    };
    if alternates(true) {
        found.extend(group.chunks(2).map(|pair| (pair[1], pair[0])));
    } else {
        for at in 1..group.len() {
            let dated = group.len() != 2
                && matches!(
                    value_kind(&reader.brief.literals[group[at]].text),
                    Some(FormKind::Date | FormKind::Time)
                );
            let addressed = matches!(
                value_kind(&reader.brief.literals[group[at]].text)
                    .or_else(|| forms::address_kind(&reader.brief.literals[group[at]].text)),
                Some(FormKind::Url | FormKind::Email | FormKind::Phone | FormKind::Handle)
            ) && !is_contact(&reader.brief.literals[group[at - 1]].text);
            if values[at] && !values[at - 1] && !dated && !addressed {
                found.push((group[at - 1], group[at]));
            }
        }
    }
    let lone = found.len() == 1;
    for (label, value) in found {
        let [name, figure] = [label, value].map(|i| reader.brief.literals[i].text.as_str());
        if lone && is_event(reader, label, figure) {
            continue;
        }
        if counts(name) && counts(figure) || lone && is_offer(reader.brief.genre, name, figure) {
            continue;
        }
        // "label “Old Mill Rum” “aged 3 years” “40% vol”": lines of a printed face, unless the first says what the other is.
        let lines = matches!(
            reader.brief.genre,
            Genre::Label | Genre::Sign | Genre::BookCover | Genre::Ticket
        ) || reader.brief.genre == Genre::PriceTag && label != group[0];
        if lines && !alternates(true) && !alternates(false) && !is_name_of_value(name) {
            continue;
        }
        // "notes 'jasmine, lemon', '250g'": what a label holds is a line of its own.
        let apart = reader.brief.genre == crate::Genre::Label
            && reader
                .prompt
                .get(reader.brief.literals[label].span.end..reader.brief.literals[value].span.start)
                .is_some_and(|between| between.contains(','));
        if apart {
            continue;
        }
        if paired(reader, value) || !beside(reader, label, value) {
            continue;
        }
        reader.brief.pair(label, value);
    }
}

/// Whether a text is a word for what stands behind it ("Size", "Net wt", "Gate").
fn is_name_of_value(label: &str) -> bool {
    let word = label.trim().trim_end_matches([':', '.']).to_lowercase();
    lexicon().roles.get(&word).is_some()
}

/// "128 posts", "4,210 followers": a figure that carries its own noun names no other.
fn counts(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let figure = words
        .next()
        .is_some_and(|w| w.starts_with(|c: char| c.is_ascii_digit()));
    figure
        && words
            .next()
            .is_some_and(|w| w.chars().all(char::is_alphabetic))
        && words.next().is_none()
}

/// "Flash sale" "-40%", "Doors open in 3 days" "12.09": on an advertisement a lone percentage is the offer, and a whole
/// line names no figure.
fn is_offer(genre: Genre, name: &str, figure: &str) -> bool {
    const LINE_WORDS: usize = 3;
    let advert = matches!(
        genre,
        Genre::Story | Genre::SocialCard | Genre::Banner | Genre::Sale | Genre::Poster
    );
    advert && (figure.contains('%') || name.split_whitespace().count() >= LINE_WORDS)
}

/// Whether the first text of an announcement stands before its day or hour: "poster “CITY MARATHON” “4 October”".
fn is_event(reader: &Reader<'_>, label: usize, figure: &str) -> bool {
    let announced = matches!(
        reader.brief.genre,
        Genre::Poster
            | Genre::Story
            | Genre::SocialCard
            | Genre::Banner
            | Genre::Sale
            | Genre::Invitation
    );
    let first = label == 0;
    let dated = matches!(value_kind(figure), Some(FormKind::Date | FormKind::Time));
    announced && first && dated
}

/// Whether a text is a word for a way to reach somebody ("Tel", "E-mail").
fn is_contact(label: &str) -> bool {
    let word = label.trim().trim_end_matches([':', '.']).to_lowercase();
    lexicon()
        .roles
        .get(&word)
        .is_some_and(|word| word.role == crate::Role::Contact)
}

/// Whether no comma parts the two in a list that parts its other items by commas.
fn beside(reader: &Reader<'_>, a: usize, b: usize) -> bool {
    let (first, second) = (a.min(b), a.max(b));
    let from = reader.brief.literals[first].span.end;
    let to = reader.brief.literals[second].span.start;
    reader
        .prompt
        .get(from..to)
        .is_some_and(|between| !between.contains(';'))
}

/// "bins 'A' 'B' counts '3' '7'": two lists of one length, the second all numbers.
fn zip_lists(reader: &mut Reader<'_>) {
    let lists = reader.brief.lists.clone();
    for window in lists.windows(2) {
        let (labels, values) = (&window[0], &window[1]);
        let same = labels.items.len() == values.items.len() && labels.items.len() >= 2;
        let numeric = values
            .items
            .iter()
            .all(|&index| is_value(&reader.brief.literals[index].text));
        let free = values.items.iter().chain(&labels.items).all(|index| {
            !reader
                .brief
                .pairs
                .iter()
                .any(|pair| pair.value == *index || pair.label == Some(*index))
        });
        if !(same && numeric && free) {
            continue;
        }
        for (&label, &value) in labels.items.iter().zip(&values.items) {
            reader.brief.pair(label, value);
        }
    }
}

/// Whether a text is a value: a number, price, percentage, quantity, time.
pub(crate) fn is_value(text: &str) -> bool {
    value_kind(text).is_some()
        || text.trim().bytes().all(|b| b.is_ascii_digit()) && !text.is_empty()
}

/// The form of a whole text, when it is nothing but one value with its unit.
pub(crate) fn value_kind(text: &str) -> Option<FormKind> {
    if text.len() > 40 {
        return None;
    }
    let tokens = forms::merge(text, lex(text, &[], &[], Glosses::for_language("en")));
    match tokens.first()?.kind {
        Kind::Form(kind) if tokens.len() == 1 => Some(kind),
        // "3 hrs/day", "1.29 / kg"
        Kind::Form(FormKind::Quantity | FormKind::Price | FormKind::Figure | FormKind::Percent)
        | Kind::Number
            if tokens.len() <= 4
                && tokens[1..].iter().all(|token| {
                    token.is_sep() || lexicon().units.contains_key(token.key.as_str())
                })
                && tokens.len() > 1 =>
        {
            Some(FormKind::Quantity)
        }
        _ => None,
    }
}

/// Reads the number in a shown value: "$1,200" → 1200, "45%" → 45, "€3.284,17" → 3284.17, "10k" → 10000.
pub(crate) fn number_in(text: &str) -> Option<f64> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let negative = text[..start].contains(['-', '−']);
    let taken: String = text[start..]
        .chars()
        .take_while(|c| {
            c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | ' ' | '\u{a0}' | '\u{202f}')
        })
        .collect();
    let digits: String = taken.chars().filter(|c| !c.is_whitespace()).collect();
    let rest = text[start + taken.len()..].trim_start();
    let digits = digits.trim_end_matches(['.', ',', '\'']);
    let value: f64 = plain_number(digits).parse().ok()?;
    // "1h 50m" is nearly two hours.
    let minutes = rest
        .strip_prefix('h')
        .and_then(|behind| {
            behind
                .trim_start()
                .split(|c: char| !c.is_ascii_digit())
                .next()
        })
        .and_then(|minutes| minutes.parse::<f64>().ok())
        .map_or(0.0, |minutes| minutes / 60.0);
    let value = value + minutes;
    let factor = match rest.chars().next() {
        Some('k' | 'K')
            if !rest.to_lowercase().starts_with("kg")
                && !rest.to_lowercase().starts_with("kc")
                && !rest.to_lowercase().starts_with("km")
                && !rest.to_lowercase().starts_with("kw") =>
        {
            1e3
        }
        Some('M') => 1e6,
        Some('B') => 1e9,
        _ => 1.0,
    };
    Some(if negative {
        -value * factor
    } else {
        value * factor
    })
}

/// Digits with a decimal point and no grouping.
fn plain_number(digits: &str) -> String {
    let comma = digits.rfind(',');
    let point = digits.rfind('.');
    let tail = |at: usize| digits.len() - at - 1;
    let decimal = match (comma, point) {
        (Some(comma), Some(point)) => Some(comma.max(point)),
        (Some(comma), None) if tail(comma) != 3 && digits.matches(',').count() == 1 => Some(comma),
        (None, Some(point)) if tail(point) != 3 || digits.matches('.').count() == 1 => Some(point),
        _ => None,
    };
    digits
        .char_indices()
        .filter_map(|(at, c)| {
            if c.is_ascii_digit() {
                Some(c)
            } else {
                (Some(at) == decimal).then_some('.')
            }
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_in_values() {
        for (text, want) in [
            ("$1,200", 1200.0),
            ("45%", 45.0),
            ("€3.284,17", 3284.17),
            ("10k", 10_000.0),
            ("-€4.20", -4.2),
            ("14,2 kWh", 14.2),
            ("512 kcal", 512.0),
            ("1.234", 1.234),
            ("$4.5M", 4.5e6),
            ("12 kg", 12.0),
            ("48 200 €", 48_200.0),
        ] {
            assert_eq!(number_in(text), Some(want), "{text}");
        }
    }
}
