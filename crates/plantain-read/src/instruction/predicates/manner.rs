//! The manner of the whole picture: dark mode, styles, moods, palettes.

use super::{Parsed, is_whole};
use crate::Color;
use crate::canvas::color_list;
use crate::colors::color_at;
use crate::instruction::words::Words;
use crate::instruction::{Change, Target, ThemeChange};
use crate::lexicon::{LookKind, lexicon};

/// Dark mode, styles, moods.
pub(super) fn themed(words: &Words<'_>, at: usize, to: usize, target: &Target) -> Parsed {
    if !is_whole(target) {
        return None;
    }
    theme_at(words, at, to)
}

const CARRIERS: &str = "style|styled|look|feel|aesthetic|theme|themed|vibe|vibes|mode|design|art|version|colors|colours|palette|\
    effect|illustration|painting|drawing|mood|ui|interface|filter|instead|scheme|rendering|image|picture|\
    photo|tones|color|colour|layout|artwork|poster|overall|flair|touch|atmosphere|render|print|travel|postcard|advert|advertisement";

/// Reads the manner of the whole picture: "retro 70s colours", "more minimal, fewer details", "dark mode".
pub(in crate::instruction) fn theme_at(words: &Words<'_>, from: usize, to: usize) -> Parsed {
    let mut theme = ThemeChange::default();
    let mut at = from;
    let mut known = from;
    while at < to {
        if let Some((end, corners)) = corners_at(words, at) {
            theme.corners = Some(corners);
            (at, known) = (end, end);
        } else if let Some(end) = words.one_of(
            at,
            "dark mode|dark theme|dark-mode|darkmode|dark ui|night mode|dark version|dark themed|dark interface|dark color scheme|dark colors",
        ) {
            theme.dark = Some(true);
            (at, known) = (end, end);
        } else if let Some(end) = words.one_of(
            at,
            "light mode|light theme|light-mode|lightmode|day mode|light version|light ui|light color scheme",
        ) {
            theme.dark = Some(false);
            (at, known) = (end, end);
        } else if let Some(end) = words.one_of(
            at,
            "fewer details|less detail|less details|less cluttered|less busy|less clutter|simpler|simplified|simplify|simple|cleaner|less detailed|fewer elements|decluttered|less crowded",
        ) {
            theme.simpler = true;
            (at, known) = (end, end);
        } else if let Some((len, (kind, name))) = look(words, at).filter(|_| !is_bow(words, at)) {
            match kind {
                LookKind::Style => {
                    let paper = words.is(at + len - 1, "map|parchment|scroll|manuscript|paper");
                    let brown = ["beige", "brown"].into_iter().filter_map(Color::named);
                    theme.palette.extend(brown.filter(|_| paper && name == "vintage"));
                    theme.styles.push(name.to_string());
                }
                LookKind::Mood => theme.moods.push(name.to_string()),
                LookKind::Typeface => theme.typeface = Some(name.to_string()),
            }
            (at, known) = (at + len, at + len);
        } else if let Some((end, color)) = shade_at(words, at).filter(|(end, _)| *end <= to) {
            theme.palette.push(color);
            (at, known) = (end, end);
        } else if known > from && words.is(at, CARRIERS) {
            (at, known) = (at + 1, at + 1);
        } else if let Some((end, colors)) = color_list(&words.reader, at).filter(|(end, _)| {
            *end <= to
                && !words.is(*end, "lines|line|strokes|outlines|on")
                && (known > from
                    || words.is(
                        *end,
                        "palette|colors|tones|theme|scheme|colours",
                    )
                    || color_scheme(words, *end))
        }) {
            theme.palette.extend(colors);
            known = end;
            while known < to && words.is(known, CARRIERS) {
                known += 1;
            }
            at = known;
        } else if words.is(
            at,
            "our|brand|my|company|colors|colours|palette|more|a|an|the|in|very|style|of|with|and|like|hand-drawn|much|bit|slightly|really|some|as|look|to|into|using|kind|it|&|little|something|feel|overall|looking|super|color|scheme",
        ) || words.is_sep(at) && known > from
        {
            at += 1;
        } else {
            break;
        }
    }
    let named = theme.dark.is_some()
        || theme.simpler
        || !theme.styles.is_empty()
        || !theme.moods.is_empty()
        || theme.typeface.is_some()
        || theme.corners.is_some()
        || !theme.palette.is_empty();
    (named && known > from).then(|| (known, vec![Change::SetTheme(theme)]))
}

fn color_scheme(words: &Words<'_>, at: usize) -> bool {
    words.is(at, "color|colour")
        && words.is(at + 1, "scheme|palette|theme|combination|combo|pairing|mix")
}

/// "a darker blue": another shade of a colour for the whole design. A colour before a noun is the noun's.
fn shade_at(words: &Words<'_>, at: usize) -> Option<(usize, Color)> {
    let factor = match words.key(at) {
        "darker" | "deeper" => 0.62,
        "lighter" | "paler" | "softer" => 1.45,
        _ => return None,
    };
    let (len, color) = color_at(&words.reader.tokens, at + 1)?;
    let end = at + 1 + len;
    let noun = words.reader.noun_at(end, true).is_some()
        && !words.is(end, "color|colour|shade|tone|accent");
    let shaded = |c: u8| (f32::from(c) * factor).min(255.0) as u8;
    let shade = Color {
        name: format!("{} {}", words.key(at), color.name),
        rgb: color.rgb.map(shaded),
    };
    let end = end + usize::from(words.is(end, "color|colour|shade|tone|accent"));
    (!noun).then_some((end, shade))
}

/// "rounded corners", "sharp edges": how round the corners of cards and buttons are, times the usual radius.
pub(in crate::instruction) fn corners_at(words: &Words<'_>, at: usize) -> Option<(usize, f32)> {
    if let Some(end) = words.one_of(
        at,
        "round the corners|round all corners|round off the corners|round its corners|round their corners",
    ) {
        let of = "of the cards|of the boxes|of all cards|of the buttons|of the card|of the box";
        return Some((words.one_of(end, of).unwrap_or(end), 2.0));
    }
    if let Some(after) = words.one_of(
        at,
        "the corners|corners|all corners|its corners|their corners|the edges of the corners",
    ) {
        let after = words
            .one_of(
                after,
                "of the cards|of the boxes|of all cards|of the buttons",
            )
            .unwrap_or(after);
        let after = words
            .one_of(after, "more|very|slightly|be|are")
            .unwrap_or(after);
        let times = match words.key(after) {
            "rounded" | "round" | "rounder" | "soft" | "softer" => 2.0,
            "sharp" | "square" | "squared" | "sharper" | "angular" => 0.0,
            _ => return None,
        };
        return Some((after + 1, times));
    }
    let next = at + usize::from(words.is(at, "more|less|very|slightly"));
    let round = match words.key(next) {
        "rounded" | "round" | "rounder" | "soft" | "softer" | "curved" => 2.0,
        "sharp" | "square" | "squared" | "straight" | "hard" | "sharper" | "angular"
        | "pointed" => 0.0,
        _ => return None,
    };
    let corners = words.is(
        next + 1,
        "corners|corner|edges|borders|shapes|forms|boxes|cards|buttons",
    );
    let flipped = words.is(at, "less") && round > 0.0;
    corners.then_some((next + 2, if flipped { 0.5 } else { round }))
}

/// "like an old treasure map", "as a child would draw it": a manner by what it looks like.
fn likened(words: &Words<'_>, at: usize) -> Option<(usize, &'static str)> {
    const LIKENED: &[(&str, &str)] = &[
        (
            "vintage",
            "old treasure map|treasure map|pirate map|old map|antique map|parchment|old parchment|old scroll|ancient scroll|old manuscript|old paper|old postcard|old book",
        ),
        ("cartoon", "comic book|comic strip|saturday morning cartoon"),
        (
            "sketch",
            "child's drawing|kid's drawing|kids drawing|children's drawing|napkin sketch|notebook doodle",
        ),
        (
            "pixel",
            "video game|old video game|arcade game|gameboy game|retro game",
        ),
        ("neon", "neon sign|neon lamp"),
        ("collage", "scrapbook page|ransom note"),
    ];
    // A thing of that name may be meant where nothing is likened.
    let from = words.one_of(at, "an|a").unwrap_or(at);
    let led = at > 0 && words.is(at - 1, "like|as|an|a|into");
    let (end, style) = LIKENED
        .iter()
        .find_map(|(style, phrases)| Some((words.one_of(from, phrases)?, *style)))?;
    led.then_some((end, style))
}

fn look<'w>(words: &'w Words<'_>, at: usize) -> Option<(usize, (LookKind, &'w str))> {
    if words.is(at, "comparative") {
        return None;
    }
    if let Some((len, (kind, name))) = lexicon().looks.at(&words.reader.tokens, at) {
        return Some((len, (*kind, name)));
    }
    if let Some((end, style)) = likened(words, at) {
        return Some((end - at, (LookKind::Style, style)));
    }
    let style = match words.key(at) {
        "minimal" | "minimalist" => "minimal",
        "70s" | "1970s" | "seventies" | "70's" => "seventies",
        "cartoony" => "cartoon",
        _ => return None,
    };
    Some((1, (LookKind::Style, style)))
}

/// "a rainbow behind the hills": one in the sky.
fn is_bow(words: &Words<'_>, at: usize) -> bool {
    words.is(at, "rainbow") && at > 0 && words.is(at - 1, "a|the|double")
}
