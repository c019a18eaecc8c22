//! Colours that somebody calls their own, and what they are for.

use crate::instruction::arguments::colors_at;
use crate::instruction::predicates::Parsed;
use crate::instruction::targets::{Reach, targets_at};
use crate::instruction::words::Words;
use crate::instruction::{Change, Fill, Referent, Target};

/// "our brand colour #0F766E for the buttons and links", "red for the title".
pub(super) fn color_for(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let mut next = at;
    while next < to
        && words.is(
            next,
            "our|my|the|a|brand|company|corporate|accent|primary|main|color|colour",
        )
    {
        next += 1;
    }
    let (end, colors) = colors_at(words, next, to)?;
    let from = words.one_of(end, "for|on|as the color of|as the colour of")?;
    let (end, targets) = targets_at(words, from, to, Reach::Full)?;
    let recolored = |target: Target| match target.what {
        Referent::Background => Change::SetBackground(Fill::Color(colors[0].clone())),
        _ => Change::Recolor {
            target,
            colors: colors.clone(),
        },
    };
    Some((end, targets.into_iter().map(recolored).collect()))
}

/// "our brand colours #0b3d2e and #f4a261", "the palette navy, cream".
pub(super) fn own_colors(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    if let Some(found) = accent(words, at, to).or_else(|| for_the_color_blind(words, at)) {
        return Some(found);
    }
    let mut next = at;
    while next < to
        && (words.is(
            next,
            "our|my|the|these|this|a|brand|company|corporate|house|new|own|following|hex|codes|of|with",
        ) || words.is(next, "colors|colours|color|colour|palette|scheme") && next > at
            || words.sep(next, crate::tokens::Sep::Colon))
    {
        next += 1;
    }
    let told = (at..next).any(|i| words.is(i, "colors|colours|color|colour|palette|scheme"));
    // "use blush pink and gold": two colours and nothing else are those of the whole.
    let (end, palette) = colors_at(words, next, to)
        .filter(|(end, colors)| told || colors.len() > 1 && words.skip_idle(*end, to) >= to)?;
    // "use the color red for the title" speaks of a text.
    let whole = words.skip_idle(end, to) >= to || words.is_sep(end);
    let theme = crate::instruction::ThemeChange {
        palette,
        ..Default::default()
    };
    (whole && (theme.palette.len() > 1 || (at..next).any(|i| words.is(i, "brand|palette|scheme"))))
        .then(|| (end, vec![Change::SetTheme(theme)]))
}

/// "a blue accent colour", "teal as the primary color".
fn accent(words: &Words<'_>, at: usize, to: usize) -> Parsed {
    let (end, palette) = colors_at(words, at, to)?;
    let mut end = words
        .one_of(end, "as the|as an|as|for the|for")
        .unwrap_or(end);
    end = words.one_of(end, "accent|primary|main|brand|theme|key|highlight")?;
    end += usize::from(words.is(end, "color|colour|colors|colours"));
    let theme = crate::instruction::ThemeChange {
        palette,
        ..Default::default()
    };
    (end <= to).then(|| (end, vec![Change::SetTheme(theme)]))
}

/// Colours that people with the common kinds of colour blindness can tell apart: the palette of Okabe and Ito (2008), without
/// black and yellow, which are weak on dark or light grounds.
const SAFE: [(&str, [u8; 3]); 6] = [
    ("blue", [0, 114, 178]),
    ("orange", [230, 159, 0]),
    ("bluish green", [0, 158, 115]),
    ("vermillion", [213, 94, 0]),
    ("sky blue", [86, 180, 233]),
    ("reddish purple", [204, 121, 167]),
];

/// "a colour-blind safe palette", "colorblind friendly colours".
pub(in crate::instruction) fn for_the_color_blind(words: &Words<'_>, at: usize) -> Parsed {
    const BLIND: &str = "colorblind|colourblind|color-blind|colour-blind|color blind|colour blind";
    const KIND: &str = "safe|friendly|proof|accessible|-safe|-friendly";
    const NOUNS: &str =
        "palette|colors|colours|color palette|colour palette|color scheme|colour scheme|scheme";
    let from = words.one_of(at, "a|an|some|the").unwrap_or(at);
    let kind = words.one_of(from, BLIND).map(|end| {
        let end = end + usize::from(words.is_sep(end));
        words.one_of(end, KIND).unwrap_or(end)
    });
    let whole = "colorblind-safe|colourblind-safe|colorblind-friendly|colourblind-friendly|color-blind-safe|colour-blind-safe|color-blind-friendly|colour-blind-friendly|cvd-safe";
    let end = words.one_of(kind.or_else(|| words.one_of(from, whole))?, NOUNS)?;
    let palette = SAFE
        .iter()
        .map(|(name, rgb)| crate::Color {
            name: (*name).into(),
            rgb: *rgb,
        })
        .collect();
    let theme = crate::instruction::ThemeChange {
        palette,
        ..Default::default()
    };
    Some((end, vec![Change::SetTheme(theme)]))
}
