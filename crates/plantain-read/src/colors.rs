//! Colour words and hex codes.

use crate::Color;
use crate::lexicon::lexicon;
use crate::tokens::Token;

/// Words before a colour that shade it when the pair has no name of its own.
const SHADES: &[(&str, i32)] = &[
    ("light", 45),
    ("pale", 55),
    ("pastel", 60),
    ("soft", 35),
    ("dark", -45),
    ("deep", -35),
    ("bright", 0),
    ("vivid", 0),
    ("neon", 0),
    ("dusty", 15),
    ("muted", 15),
    ("earthy", -10),
    ("warm", 0),
    ("cool", 0),
    ("rich", -15),
    ("metallic", 0),
    ("matte", 0),
    ("glossy", 0),
    ("solid", 0),
    ("plain", 0),
    ("electric", 0),
    ("hot", 0),
];

/// Returns the first colour that a text names in a language (ISO 639-1).
pub(crate) fn named(text: &str, language: &str) -> Option<Color> {
    let tokens = crate::tokens::lex(
        text,
        &[],
        &[],
        crate::glosses::Glosses::for_language(language),
    );
    (0..tokens.len()).find_map(|at| Some(color_at(&tokens, at)?.1))
}

/// Returns the colour that starts at token `at`: its length in tokens and the colour.
pub(crate) fn color_at(tokens: &[Token], at: usize) -> Option<(usize, Color)> {
    color_at_with(tokens, at, |_| true)
}

/// As [`color_at`], over tokens that pass `allowed`.
pub(crate) fn color_at_with(
    tokens: &[Token],
    at: usize,
    allowed: impl Fn(usize) -> bool + Copy,
) -> Option<(usize, Color)> {
    let token = tokens.get(at).filter(|_| allowed(at))?;
    if let Some(rgb) = hex(&token.key) {
        return Some((
            1,
            Color {
                name: token.key.clone(),
                rgb,
            },
        ));
    }
    let (len, color) = match lexicon().colors.at_with(tokens, at, allowed) {
        Some((len, &(name, rgb))) => (
            len,
            Color {
                name: name.into(),
                rgb,
            },
        ),
        None => shaded(tokens, at, allowed).or_else(|| suffixed(&token.key))?,
    };
    // "orange colored", "blue-coloured", "red in color"
    let colored = tokens.get(at + len).is_some_and(|next| {
        matches!(
            next.key.as_str(),
            "colored" | "coloured" | "toned" | "tinted" | "hued"
        )
    });
    Some((len + usize::from(colored), color))
}

/// "light teal": a shade word before a colour with a name.
fn shaded(
    tokens: &[Token],
    at: usize,
    allowed: impl Fn(usize) -> bool + Copy,
) -> Option<(usize, Color)> {
    let (word, amount) = SHADES.iter().find(|(word, _)| *word == tokens[at].key)?;
    let (len, &(name, rgb)) = lexicon()
        .colors
        .at_with(tokens, at + 1, allowed)
        .or_else(|| {
            let next = tokens.get(at + 1).filter(|_| allowed(at + 1))?;
            Some((1, family(&next.key)?))
        })?;
    let name = if *amount == 0 {
        name.to_string()
    } else {
        format!("{word} {name}")
    };
    Some((
        len + 1,
        Color {
            name,
            rgb: shade(rgb, *amount),
        },
    ))
}

/// "muted blues": a family of colours, which only a shade word before it tells from music, fruit and salad.
fn family(key: &str) -> Option<&'static (&'static str, [u8; 3])> {
    let base = key.strip_suffix('s')?;
    let plain = matches!(
        base,
        "blue"
            | "green"
            | "red"
            | "pink"
            | "brown"
            | "purple"
            | "yellow"
            | "teal"
            | "gold"
            | "cream"
            | "beige"
            | "violet"
    );
    lexicon().colors.get(base).filter(|_| plain)
}

/// "blue-colored", "reddish", "blue-green".
fn suffixed(key: &str) -> Option<(usize, Color)> {
    let base = key
        .strip_suffix("-colored")
        .or_else(|| key.strip_suffix("-coloured"))
        .or_else(|| key.strip_suffix("-hued"));
    if let Some(base) = base {
        let phrase = base.replace('-', " ");
        let &(name, rgb) = lexicon().colors.get(&phrase)?;
        return Some((
            1,
            Color {
                name: name.into(),
                rgb,
            },
        ));
    }
    let phrase = if key.contains('-') {
        key.replace('-', " ")
    } else {
        key.strip_suffix("ish")
            .filter(|base| base.len() > 2)?
            .to_string()
    };
    let phrase = if phrase == "redd" {
        "red".to_string()
    } else {
        phrase
    };
    let &(name, rgb) = lexicon().colors.get(&phrase)?;
    Some((
        1,
        Color {
            name: name.into(),
            rgb,
        },
    ))
}

/// A deeper shade of a colour, for a gradient of which only one end was named.
pub(crate) fn deeper(color: &Color) -> Color {
    Color {
        name: format!("deep {}", color.name),
        rgb: shade(color.rgb, -40),
    }
}

fn shade(rgb: [u8; 3], percent: i32) -> [u8; 3] {
    rgb.map(|channel| {
        let channel = i32::from(channel);
        let target = if percent > 0 { 255 } else { 0 };
        (channel + (target - channel) * percent.abs() / 100).clamp(0, 255) as u8
    })
}

/// Reads `#rgb` and `#rrggbb`.
pub(crate) fn hex(key: &str) -> Option<[u8; 3]> {
    let digits = key.strip_prefix('#')?;
    if !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    let nibble = |at: usize| u8::from_str_radix(&digits[at..=at], 16).ok();
    match digits.len() {
        3 => Some([nibble(0)? * 17, nibble(1)? * 17, nibble(2)? * 17]),
        6 => Some([
            nibble(0)? * 16 + nibble(1)?,
            nibble(2)? * 16 + nibble(3)?,
            nibble(4)? * 16 + nibble(5)?,
        ]),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::glosses::Glosses;
    use crate::tokens::lex;

    #[test]
    fn reads_colour_phrases() {
        for (text, len, name) in [
            ("light blue sky", 2, "light blue"),
            ("navy background", 1, "navy"),
            ("orange colored sandwich", 2, "orange"),
            ("#ff8800 bars", 1, "#ff8800"),
            ("dark teal", 2, "dark teal"),
            ("pale turquoise wall", 2, "pale turquoise"),
            ("golden trophy", 1, "gold"),
            ("yellow-colored car", 1, "yellow"),
            ("muted blues", 2, "muted blue"),
            ("earthy browns", 2, "earthy brown"),
        ] {
            let tokens = lex(text, &[], &[], Glosses::for_language("en"));
            let (found, color) = color_at(&tokens, 0).unwrap_or_else(|| panic!("{text}"));
            assert_eq!((found, color.name.as_str()), (len, name), "{text}");
        }
    }
}
