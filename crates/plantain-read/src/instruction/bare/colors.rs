//! Colours without a verb: of the ground, of the brand, of the rest.

use super::one;
use crate::instruction::arguments::colors_at;
use crate::instruction::predicates::{Parsed, led_gradient};
use crate::instruction::words::Words;
use crate::instruction::{Change, Fill, Referent, Target};
use crate::tokens::Sep;

/// "in green", "dark blue and gold": what the picture is to be like.
pub(super) fn lone_color(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, colors) = colors_at(words, words.one_of(at, "in|with").unwrap_or(at), to)?;
    let closes = end <= to
        && (words.skip_idle(end, to) >= to || words.is_sep(end) || words.is(end, "and|with"));
    let leads = at > 0 && words.is(at - 1, "use|apply|try|with");
    closes.then(|| match leads {
        // "use dark brown": what a design leads with.
        true => {
            let theme = crate::instruction::ThemeChange {
                palette: colors,
                ..Default::default()
            };
            (end, vec![Change::SetTheme(theme)])
        }
        false => {
            let target = Target {
                what: Referent::Same,
                ..Target::default()
            };
            (end, vec![Change::Recolor { target, colors }])
        }
    })
}

/// "our brand colour is #7B2CBF, use it": the colour that a design leads with.
pub(super) fn brand(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let from = at + usize::from(words.is(at, "our|my|the"));
    let end = words.one_of(
        from,
        "brand|brand color|brand colour|brand colors|brand colours|company color|company colour|main color|main colour|primary color|primary colour|accent color|accent colour|accent|theme color|theme colour|highlight color",
    )?;
    let colon = words.sep(end, Sep::Colon).then_some(end + 1);
    let is = words
        .one_of(end, "is|are|should be|will be|must be|to be|to|=|in")
        .or(colon)?;
    let (end, mut palette) = colors_at(words, is, to)?;
    palette.truncate(2);
    let theme = crate::instruction::ThemeChange {
        palette,
        ..Default::default()
    };
    one(end, Change::SetTheme(theme))
}

/// "the rest grey", "all others blue": everything of its kind but what was spoken of.
pub(in crate::instruction) fn rest(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let from = at + usize::from(words.is(at, "the|all|with"));
    let from = from + usize::from(words.is(from, "the") && from > at);
    let end = words.one_of(
        from,
        "rest|others|other ones|remaining ones|other bars|other slices|other points|remaining bars|other two|other three|other four|other five|\
            remaining two|remaining three|rest of them|rest of the bars|rest of the slices|rest of the points|rest of the cards",
    )?;
    let end = words
        .one_of(end, "in|should be|is|are|to|become")
        .unwrap_or(end);
    let (end, colors) = colors_at(words, end, to)?;
    let target = Target {
        what: Referent::Same,
        inverted: true,
        ..Target::default()
    };
    one(end, Change::Recolor { target, colors })
}

/// "white on navy", "white text on a coral background": writing and ground by their colours.
pub(super) fn on_ground(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, mut ink) = colors_at(words, at, to).filter(|(_, ink)| ink.len() == 1)?;
    let end = words
        .one_of(end, "text|letters|lettering|writing|font|ink|type")
        .unwrap_or(end);
    let on = words.one_of(end, "on|over|against|upon")?;
    let (end, mut ground) = colors_at(words, on, to).filter(|(_, ground)| ground.len() == 1)?;
    let end = words
        .one_of(end, "background|backdrop|ground|bg")
        .unwrap_or(end);
    let closes = end <= to && (words.skip_idle(end, to) >= to || words.is_sep(end));
    closes.then(|| {
        let target = Target {
            what: Referent::AllText,
            ..Target::default()
        };
        let text = Change::Recolor {
            target,
            colors: vec![ink.remove(0)],
        };
        (
            end,
            vec![Change::SetBackground(Fill::Color(ground.remove(0))), text],
        )
    })
}

/// "it on dark blue": on a ground of this colour.
pub(super) fn grounded(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let from = words.one_of(at, "it on|this on|that on|everything on|all on|it all on")?;
    let (end, mut ground) = colors_at(words, from, to).filter(|(_, ground)| ground.len() == 1)?;
    let end = words
        .one_of(end, "background|backdrop|ground|bg")
        .unwrap_or(end);
    words
        .closes(end, to)
        .then(|| one(end, Change::SetBackground(Fill::Color(ground.remove(0)))))
        .flatten()
}

/// "gradient from midnight blue to teal instead of purple": what the ground is to be.
pub(super) fn gradient(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let at = at + usize::from(words.is(at, "a|the"));
    if let Some((end, fill)) = led_gradient(words, at, to).filter(|(end, _)| words.closes(*end, to))
    {
        return one(end, Change::SetBackground(fill));
    }
    let from = words.one_of(
        at,
        "gradient from|gradient of|gradient going from|gradient:|fade from|fading from|it fade from|it go from|go from",
    )?;
    let (first, mut colors) = colors_at(words, from, to)?;
    const ENDS: &str =
        "at the top|at the bottom|on the left|on the right|on top|below|above|in the middle";
    let first = words.one_of(first, ENDS).unwrap_or(first);
    let second = words
        .one_of(first, "to|into|and|through|down to")
        .unwrap_or(first);
    let end = match colors_at(words, second, to) {
        Some((end, more)) => {
            colors.extend(more);
            words.one_of(end, ENDS).unwrap_or(end)
        }
        None => first,
    };
    let old = words.one_of(end, "instead of|not|rather than");
    let end = old
        .and_then(|old| Some(colors_at(words, old, to)?.0))
        .unwrap_or(end);
    let fill = Fill::Gradient(colors);
    (matches!(&fill, Fill::Gradient(colors) if colors.len() > 1) && words.closes(end, to))
        .then(|| (end, vec![Change::SetBackground(fill)]))
}
