//! New backgrounds: colours, gradients, patterns, nothing.

use super::{Parsed, one};
use crate::Color;
use crate::canvas::color_list;
use crate::instruction::arguments::{amount_at, colors_at, strength};
use crate::instruction::words::Words;
use crate::instruction::{Change, Fill};

/// A new background: a colour, a gradient, blur, nothing, a pattern.
pub(in crate::instruction) fn background_at(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let set = |end: usize, fill: Fill| one(end, Change::SetBackground(fill));
    if let Some(end) = words.one_of(
        at,
        "transparent|transparent png|see-through|see through|clear|invisible|empty|a transparent one|nothing|transparency|removed|gone|none|alpha",
    ) {
        return set(end, Fill::Transparent);
    }
    let (next, factor) =
        amount_at(words, at, to).map_or((at, None), |(end, factor)| (end, Some(factor)));
    if words.is(next, "blurry|blurred|blurrier|softer|bokeh")
        || words.phrase(next, "out of focus").is_some()
    {
        let end = words.phrase(next, "out of focus").unwrap_or(next + 1);
        return set(end, Fill::Blur(strength(factor, 1.0).max(0.25)));
    }
    let mut from = at;
    while words.is(from, "a|an|the|soft|smooth|nice") && from < to {
        from += 1;
    }
    if words.is(from, "gradient") {
        let mut next = from + 1;
        while words.is(next, "from|of|between|in|with|background") {
            next += 1;
        }
        let (end, colors) = color_list(&words.reader, next).filter(|(end, _)| *end <= to)?;
        return set(end, fading(colors));
    }
    if let Some((end, pattern)) = pattern(words, at, to) {
        return Some((end, vec![Change::SetBackground(pattern)]));
    }
    // Without its colours, as photographs are; no gradient of the two.
    let grey = words.one_of(
        at,
        "black and white|black & white|black-and-white|b&w|b/w|monochrome|grayscale|greyscale",
    );
    if grey.is_some_and(|end| words.skip_idle(end, to) >= to || !words.is(end, "gradient")) {
        return None;
    }
    let (end, mut colors) = colors_at(words, at, to)?;
    let gradient = words.is(end, "gradient");
    let end = end + usize::from(gradient);
    // "a red brick wall" is no red.
    let noun = end < to
        && !words.is_empty_word(end)
        && words.reader.noun_at(end, true).is_some()
        && !words.is(end, "background");
    if noun {
        return None;
    }
    let fill = match colors.len() {
        0 => return None,
        1 if !gradient => Fill::Color(colors.remove(0)),
        _ => fading(colors),
    };
    set(end, fill)
}

/// "blue to purple gradient": the colours stand before their word.
pub(in crate::instruction) fn led_gradient(
    words: &Words<'_>,
    at: usize,
    to: usize,
) -> Option<(usize, Fill)> {
    let (next, colors) = colors_at(words, at, to).filter(|(_, colors)| colors.len() > 1)?;
    let end = words.one_of(next, "gradient|fade|ombre")?;
    Some((end, Fill::Gradient(colors)))
}

/// A gradient of one colour goes on to a deeper one.
pub(in crate::instruction) fn fading(mut colors: Vec<Color>) -> Fill {
    if let [only] = &colors[..] {
        let deeper = crate::colors::deeper(only);
        colors.push(deeper);
    }
    Fill::Gradient(colors)
}

/// "polka dots", "a striped pattern", "blue checkered".
fn pattern(words: &Words<'_>, at: usize, to: usize) -> Option<(usize, Fill)> {
    let mut next = at;
    let mut color: Option<Color> = None;
    while next < to && words.is(next, "a|an|the|with") {
        next += 1;
    }
    if let Some((end, mut colors)) = color_list(&words.reader, next).filter(|(end, _)| *end <= to) {
        color = Some(colors.remove(0));
        next = end;
    }
    let (word, len) = match words.key(next) {
        "polka" | "polka-dot" => ("polka dot", 1),
        "dotted" | "dots" => ("polka dot", 1),
        "dot" if words.is(next + 1, "pattern|patterns|grid") => ("polka dot", 1),
        "stripe" | "zigzag" | "zig-zag" | "chevron" | "waves" | "wavy" | "rays" | "sunburst"
        | "diagonal" | "line"
            if words.is(next + 1, "pattern|patterns") =>
        {
            match words.key(next) {
                "line" => ("striped", 1),
                "wavy" => ("wave", 1),
                key => (key, 1),
            }
        }
        "striped" | "stripes" => ("striped", 1),
        "checkered" | "checked" | "gingham" | "plaid" => ("checkered", 1),
        "floral" => ("floral", 1),
        "geometric" => ("geometric", 1),
        "confetti" => ("confetti", 1),
        "marble" => ("marble", 1),
        "brick" if words.is(next + 1, "pattern") => ("brick", 1),
        "grid" | "wave" | "star" | "leaf" if words.is(next + 1, "pattern") => (words.key(next), 1),
        "chalkboard" => ("chalkboard", 1),
        _ => return None,
    };
    let word = word.to_string();
    let mut end = next + len;
    while end < to
        && words.is(
            end,
            "dot|dots|pattern|patterned|texture|textured|background|stripes",
        )
    {
        end += 1;
    }
    Some((end, Fill::Pattern(word, color)))
}
