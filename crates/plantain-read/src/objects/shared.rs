//! Colours that are dealt out over a group: "seven balloons: three red, two blue, two yellow".

use crate::colors::color_at;
use crate::numbers::count_at;
use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{Color, ObjectPhrase};

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
        let Some((colors, end)) = dealt(reader, next) else {
            continue;
        };
        if colors.len() != count as usize {
            continue;
        }
        reader.mark(next, end, Use::Look);
        let object = &mut reader.brief.objects[index];
        object.color = colors.first().cloned();
        object.more_colors = colors[1..].to_vec();
    }
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
        let Some((len, n)) = count_at(&reader.tokens, at) else {
            break;
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
    (groups >= 2 && colors.len() <= GROUP_MAX).then_some((colors, end))
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
        ] {
            let brief = read(prompt);
            let object = &brief.objects[0];
            let all: Vec<String> = object
                .color
                .iter()
                .chain(&object.more_colors)
                .map(|c| c.name.clone())
                .collect();
            let found = (all.len() > 1).then(|| all.join(" "));
            assert_eq!(found.as_deref(), want, "{prompt}");
        }
    }
}
