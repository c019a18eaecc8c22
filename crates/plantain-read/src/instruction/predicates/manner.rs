//! The manner of the whole picture: dark mode, styles, moods, palettes.

use super::{Parsed, is_whole};
use crate::canvas::color_list;
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
    photo|tones|color|colour|layout|artwork|poster|overall|flair|touch|atmosphere|render|print";

/// Reads the manner of the whole picture: "retro 70s colours", "more minimal, fewer details", "dark mode".
pub(in crate::instruction) fn theme_at(words: &Words<'_>, from: usize, to: usize) -> Parsed {
    let mut theme = ThemeChange::default();
    let mut at = from;
    let mut known = from;
    while at < to {
        if let Some(end) = words.one_of(
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
        } else if let Some((len, (kind, name))) = look(words, at) {
            match kind {
                LookKind::Style => theme.styles.push(name.to_string()),
                LookKind::Mood => theme.moods.push(name.to_string()),
                LookKind::Typeface => theme.typeface = Some(name.to_string()),
            }
            (at, known) = (at + len, at + len);
        } else if known > from && words.is(at, CARRIERS) {
            (at, known) = (at + 1, at + 1);
        } else if let Some((end, colors)) = color_list(&words.reader, at).filter(|(end, _)| {
            *end <= to
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
        || !theme.palette.is_empty();
    (named && known > from).then(|| (known, vec![Change::SetTheme(theme)]))
}

fn color_scheme(words: &Words<'_>, at: usize) -> bool {
    words.phrase(at, "color scheme").is_some()
        || words.phrase(at, "colour scheme").is_some()
        || words.phrase(at, "color palette").is_some()
}

fn look<'w>(words: &'w Words<'_>, at: usize) -> Option<(usize, (LookKind, &'w str))> {
    if words.is(at, "comparative") {
        return None;
    }
    if let Some((len, (kind, name))) = lexicon().looks.at(&words.reader.tokens, at) {
        return Some((len, (*kind, name)));
    }
    let style = match words.key(at) {
        "minimal" | "minimalist" => "minimal",
        "70s" | "1970s" | "seventies" | "70's" => "seventies",
        "cartoony" => "cartoon",
        _ => return None,
    };
    Some((1, (LookKind::Style, style)))
}
