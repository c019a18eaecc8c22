//! Small words: pronouns, copulas, "and", and what is said of all of a group.

use super::Item;
use crate::Color;
use crate::colors::color_at;
use crate::lexicon::lexicon;
use crate::numbers::count_at;
use crate::reader::Reader;

/// Pronouns, copulas and "and"; how many tokens they take.
pub(super) fn function_word(reader: &Reader<'_>, at: usize) -> Option<(usize, Item)> {
    let there = matches!(
        reader.key(at + 1),
        "is" | "are" | "was" | "were" | "stands" | "sits" | "lies"
    );
    Some(match reader.key(at) {
        "it" | "itself" => (1, pronoun(false, false)),
        "him" | "he" | "she" => (1, pronoun(false, true)),
        "her" if stands_alone(reader, at + 1) => (1, pronoun(false, true)),
        "them" | "they" | "themselves" => (1, pronoun(true, false)),
        "there" if there => (2, Item::There),
        "is" | "are" | "was" | "were" | "be" | "being" => (1, Item::Copula),
        "and" | "&" | "plus" | "+" => (1, Item::And),
        // "Nothing else", "nothing in between": nothing that could be drawn.
        "nothing" => (nothing(reader, at), Item::Comma),
        _ => return None,
    })
}

/// Returns how many words say that there is nothing else.
fn nothing(reader: &Reader<'_>, at: usize) -> usize {
    match (reader.key(at + 1), reader.key(at + 2)) {
        ("in", "between") => 3,
        ("else" | "between" | "more", _) => 2,
        _ => 1,
    }
}

pub(super) fn pronoun(many: bool, somebody: bool) -> Item {
    Item::Pronoun { many, somebody }
}

/// "next to her is a dog", "a cat beside her": nothing that could be hers follows.
fn stands_alone(reader: &Reader<'_>, next: usize) -> bool {
    let key = reader.key(next);
    next >= reader.len()
        || reader.is_sep(next)
        || matches!(
            key,
            "is" | "are" | "and" | "a" | "an" | "the" | "while" | "with" | "in" | "on" | "who"
        )
        || lexicon().verbs.contains_key(key) && key.ends_with('s')
}

/// "each in a different colour", "of various colours": how many tokens say so.
pub(super) fn each_different(reader: &Reader<'_>, at: usize) -> Option<usize> {
    let different = |n: usize| {
        matches!(
            reader.key(at + n),
            "different" | "unique" | "distinct" | "separate" | "various"
        ) && matches!(
            reader.key(at + n + 1),
            "color" | "colour" | "colors" | "colours" | "colored" | "coloured"
        )
    };
    match reader.key(at) {
        // "Each with a different colored scarf" tells of the scarves.
        "each" | "all" | "every" => (1..4)
            .find(|&n| different(n))
            .filter(|n| reader.noun_at(at + n + 2, true).is_none())
            .map(|n| n + 2),
        "in" | "of" => different(1).then_some(3),
        _ => None,
    }
}

/// "A tray of drinks": what is on it, and nothing that somebody does.
pub(super) fn are_drinks(reader: &Reader<'_>, at: usize) -> bool {
    let led = at == 0
        || matches!(
            reader.key(at - 1),
            "of" | "with" | "and" | "cold" | "hot" | "the" | "some" | "soft" | "summer"
        )
        || count_at(&reader.tokens, at - 1).is_some();
    reader.key(at) == "drinks" && led
}

/// "umbrellas, yellow, red and blue": the colours of several things named right before, in a list of their own.
pub(super) fn listed_colors(
    reader: &Reader<'_>,
    at: usize,
    items: &[Item],
) -> Option<(usize, usize, Vec<Color>)> {
    if at == 0 || !reader.is_sep(at - 1) || reader.ends_sentence(at - 1) {
        return None;
    }
    let apart = |item: &Item| !matches!(item, Item::End | Item::Comma);
    let group_at = items.iter().rposition(apart)?;
    let Item::Phrase(group) = &items[group_at] else {
        return None;
    };
    if !group.object.plural || group.object.color.is_some() {
        return None;
    }
    let (end, colors) = crate::canvas::color_list(reader, at)?;
    let closes = end >= reader.len() || reader.is_sep(end);
    (closes && colors.len() > 1).then_some((end - at, group_at, colors))
}

/// "six balloons: three red, two yellow and one blue": the colours of all of the counted group named before, one by one.
pub(super) fn shares_at(
    reader: &Reader<'_>,
    at: usize,
    items: &[Item],
) -> Option<(usize, usize, Vec<Color>)> {
    if at == 0 || !reader.is_sep(at - 1) {
        return None;
    }
    let apart = |item: &Item| !matches!(item, Item::End | Item::Comma | Item::And);
    let group_at = items.iter().rposition(apart)?;
    let Item::Phrase(group) = &items[group_at] else {
        return None;
    };
    let all = group.object.count.filter(|n| *n > 1)? as usize;
    if group.object.color.is_some() {
        return None;
    }
    let mut colors = Vec::new();
    let (mut next, mut end) = (at, at);
    while let Some((len, n)) = count_at(&reader.tokens, next)
        && let Some((more, color)) = color_at(&reader.tokens, next + len)
        && colors.len() + n as usize <= all
    {
        colors.extend(std::iter::repeat_n(color, n as usize));
        end = next + len + more;
        next = end;
        while next < reader.len() && (reader.is_sep(next) || reader.key(next) == "and") {
            next += 1;
        }
    }
    // Single ones are told apart as members of the group.
    let shared = colors.windows(2).any(|pair| pair[0].name == pair[1].name);
    (shared && colors.len() == all).then_some((end - at, group_at, colors))
}

/// Whether a word that also names a relation is a noun here ("a painting", "the play").
pub(super) fn noun_here(reader: &Reader<'_>, at: usize, items: &[Item]) -> bool {
    let noun = lexicon().nouns.at(&reader.tokens, at).is_some();
    // "A laundry room, washing machine and basket": a doing that begins the name of a thing, at the start of a list's item.
    let relation = lexicon()
        .relations
        .at(&reader.tokens, at)
        .map_or(0, |(len, _)| len);
    let longer = lexicon()
        .nouns
        .at(&reader.tokens, at)
        .is_some_and(|(len, _)| len > relation && reader.key(at).ends_with("ing"));
    if longer && matches!(items.last(), Some(Item::Comma | Item::And)) {
        return true;
    }
    noun && matches!(items.last(), None | Some(Item::End | Item::Not))
        && !matches!(reader.key(at), "in" | "on")
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn lists_of_colours_belong_to_their_things() {
        for (prompt, noun, colors) in [
            (
                "three red, blue and green balloons",
                "balloon",
                "red blue green",
            ),
            (
                "a girl with red, green, yellow and blue balloons",
                "balloon",
                "red green yellow blue",
            ),
            (
                "three people holding umbrellas, yellow, red and blue",
                "umbrella",
                "yellow red blue",
            ),
            (
                "a red, white and blue flag on a pole",
                "flag",
                "red white blue",
            ),
            ("a red apple, a green pear and a lime", "apple", "red"),
        ] {
            let brief = read(prompt);
            let object = brief.objects.iter().find(|o| o.noun == noun);
            let object = object.unwrap_or_else(|| panic!("{prompt}: {:?}", brief.objects));
            let told: Vec<&str> = object
                .color
                .iter()
                .chain(&object.more_colors)
                .map(|c| c.name.as_str())
                .collect();
            assert_eq!(told.join(" "), colors, "{prompt}");
        }
    }
}
