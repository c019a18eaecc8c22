//! Colours that are dealt out over a group: "seven balloons: three red, two blue, two yellow", "three cups on a shelf: red, blue and
//! green", "three mugs on a shelf, all white".

use crate::colors::color_at;
use crate::lexicon::lexicon;
use crate::numbers::count_at;
use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{Color, ObjectPhrase};

/// How far behind a group its colours may be told, in tokens.
const REACH: usize = 24;
/// Most things of one group that get a colour each.
const GROUP_MAX: usize = 30;

/// Gives the members of a counted group the colours that are told behind it.
pub(super) fn read(reader: &mut Reader<'_>) {
    for index in 0..reader.brief.objects.len() {
        let ObjectPhrase {
            count, color, span, ..
        } = &reader.brief.objects[index];
        let Some(count) = count.filter(|n| (2..=GROUP_MAX as u32).contains(n) && color.is_none())
        else {
            continue;
        };
        let Some(next) = reader.tokens.iter().position(|t| t.span.start >= span.end) else {
            continue;
        };
        let Some((from, colors, end)) = told(reader, next, count as usize) else {
            continue;
        };
        reader.mark(from, end, Use::Look);
        let object = &mut reader.brief.objects[index];
        object.color = colors.first().cloned();
        object.more_colors = colors[1..].to_vec();
    }
}

/// The first list of as many colours in the sentence from `next` on, as long as no other group is named before it.
fn told(reader: &Reader<'_>, next: usize, count: usize) -> Option<(usize, Vec<Color>, usize)> {
    for from in next..reader.len().min(next + REACH) {
        let found = dealt(reader, from).filter(|(colors, _)| colors.len() == count);
        if let Some((colors, end)) = found.or_else(|| all_alike(reader, from)) {
            return Some((from, colors, end));
        }
        let ends = [Sep::Stop, Sep::Mark, Sep::Semi, Sep::Line]
            .iter()
            .any(|sep| reader.sep(from, *sep));
        let start = reader.tokens[from].span.start;
        let group = reader.brief.objects.iter().any(|other| {
            other.span.start == start && (other.plural || other.count.is_some_and(|n| n > 1))
        });
        if ends || group {
            return None;
        }
    }
    None
}

/// ", all white", "- both in red": one colour for all of them, where no noun of its own follows.
fn all_alike(reader: &Reader<'_>, at: usize) -> Option<(Vec<Color>, usize)> {
    let opens = [Sep::Comma, Sep::Dash, Sep::Open]
        .iter()
        .any(|sep| reader.sep(at, *sep));
    if !opens || !matches!(reader.key(at + 1), "all" | "both" | "each") {
        return None;
    }
    let mut at = at + 2;
    while matches!(
        reader.key(at),
        "of" | "them" | "one" | "are" | "is" | "in" | "painted" | "coloured" | "colored"
    ) {
        at += 1;
    }
    let (len, color) = color_at(&reader.tokens, at)?;
    let end = at + len;
    let closes = end >= reader.len()
        || reader.tokens[end].is_sep()
        || matches!(reader.key(end), "and" | "on" | "with" | "in");
    closes.then(|| (vec![color], end))
}

/// The colours from `at` on, each as often as its number says, and the end of the words that tell them.
fn dealt(reader: &Reader<'_>, at: usize) -> Option<(Vec<Color>, usize)> {
    let opens = [Sep::Colon, Sep::Comma, Sep::Dash, Sep::Open]
        .iter()
        .any(|sep| reader.sep(at, *sep));
    if !opens {
        return None;
    }
    let mut at = at + 1;
    let mut colors = Vec::new();
    let mut groups = 0;
    let mut end = at;
    loop {
        while matches!(reader.key(at), "and" | "are" | "is" | "of" | "them")
            || reader.sep(at, Sep::Comma)
        {
            at += 1;
        }
        // "red, blue and green": one of each.
        let (len, n) = match count_at(&reader.tokens, at) {
            Some(counted) => counted,
            None if color_at(&reader.tokens, at).is_some() => (0, 1),
            None => break,
        };
        at += len;
        while matches!(reader.key(at), "of" | "them" | "are" | "in" | "is") {
            at += 1;
        }
        let Some((len, color)) = color_at(&reader.tokens, at) else {
            break;
        };
        at += len;
        groups += 1;
        for _ in 0..n.min(GROUP_MAX as u32) {
            colors.push(color.clone());
        }
        end = at;
    }
    // "…, red and blue flowers": colours of a noun of their own.
    let own = reader.is_free(end) && lexicon().nouns.at(&reader.tokens, end).is_some()
        || reader.uses.get(end) == Some(&Use::Object) && reader.tokens[end].is_word();
    (groups >= 2 && colors.len() <= GROUP_MAX && !own).then_some((colors, end))
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn groups_share_out_their_colours() {
        for (prompt, want) in [
            (
                "seven balloons: three red, two blue, two yellow",
                Some("red red red blue blue yellow yellow"),
            ),
            ("three balls: one red, one blue", None),
            (
                "four cups on a shelf: red, blue, green and yellow",
                Some("red blue green yellow"),
            ),
            (
                "three bowls, white, black and gray",
                Some("white black gray"),
            ),
            ("two cats, red and blue flowers", None),
            ("three mugs on a shelf, all white", Some("white")),
            ("two cats on a sofa, both black", Some("black")),
            ("six chairs around a table, all of them blue", Some("blue")),
            ("four houses, all red roofs", None),
            (
                "tres tazas en una mesa: roja, azul y verde",
                Some("red blue green"),
            ),
        ] {
            let brief = read(prompt);
            let object = &brief.objects[0];
            let all: Vec<String> = object
                .color
                .iter()
                .chain(&object.more_colors)
                .map(|c| c.name.clone())
                .collect();
            let found = (!all.is_empty()).then(|| all.join(" "));
            assert_eq!(found.as_deref(), want, "{prompt}");
        }
    }
}
