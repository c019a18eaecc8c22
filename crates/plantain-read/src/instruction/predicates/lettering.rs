//! How letters are set.

use super::{Parsed, is_text};
use crate::instruction::words::Words;
use crate::instruction::{Alignment, Change, LetterCase, Referent, Target, TypeSetting};
use crate::lexicon::{LookKind, lexicon};

/// Bold, italic, capitals, a typeface, an alignment.
pub(super) fn type_at(words: &Words<'_>, from: usize, to: usize, target: &Target) -> Parsed {
    let mut at = from;
    while words.is(at, "more|a|an|in|the|all-|set|use|with") && at < to {
        at += 1;
    }
    let text = is_text(target)
        || matches!(
            target.what,
            Referent::Same | Referent::Picture | Referent::Part { .. }
        )
        || matches!(&target.what, Referent::Thing(noun) if lexicon().category(noun).is_none());
    if !text {
        return None;
    }
    let (mut end, setting) = setting_at(words, at, to, target)?;
    while end < to
        && words.is(
            end,
            "font|letters|type|typeface|text|case|style|lettering|face|one|instead",
        )
    {
        end += 1;
    }
    let target = if matches!(target.what, Referent::Picture) {
        Target {
            what: Referent::AllText,
            ..target.clone()
        }
    } else {
        target.clone()
    };
    (end <= to).then(|| (end, vec![Change::SetType { target, setting }]))
}

/// One setting of letters by its words: weight, slope, case, side, face.
fn setting_at(
    words: &Words<'_>,
    at: usize,
    to: usize,
    target: &Target,
) -> Option<(usize, TypeSetting)> {
    let known = SETTINGS.iter().find_map(|(phrases, setting)| {
        let end = words.one_of(at, phrases).filter(|end| *end <= to)?;
        Some((end, setting()))
    });
    if known.is_some() {
        return known;
    }
    let mut setting = TypeSetting::default();
    let sided = is_text(target) || words.is(at, "left-aligned|right-aligned|left|right");
    if let Some((end, align)) = alignment(words, at, to).filter(|_| sided) {
        setting.align = Some(align);
        return Some((end, setting));
    }
    if let Some((len, (LookKind::Typeface, name))) = lexicon().looks.at(&words.reader.tokens, at) {
        setting.typeface = Some((*name).to_string());
        return Some((at + len, setting));
    }
    if let Some((end, face)) = face_of_mood(words, at).filter(|(end, _)| *end <= to) {
        setting.typeface = Some(face.to_string());
        return Some((end, setting));
    }
    let named = is_text(target) && words.is_capital(at) && words.is(at + 1, "font|typeface");
    named.then(|| {
        setting.typeface = Some(words.text(at, at + 1).to_string());
        (at + 1, setting)
    })
}

type Setting = fn() -> TypeSetting;

/// "a more romantic font": the kind of typeface that a mood asks for.
fn face_of_mood(words: &Words<'_>, at: usize) -> Option<(usize, &'static str)> {
    const FACES: &[(&str, &str)] = &[
        (
            "romantic|handwritten|calligraphic|flowing|personal|wedding",
            "script",
        ),
        (
            "elegant|classic|classical|traditional|luxurious|formal|literary|editorial|fancy|fancier",
            "serif",
        ),
        (
            "modern|clean|simple|neutral|corporate|professional|readable|legible|minimal",
            "sans",
        ),
        (
            "playful|friendly|fun|cute|childlike|soft|funny|kids",
            "rounded",
        ),
        ("strong|sturdy|western|heavy|loud", "slab"),
        ("technical|futuristic|typewriter|code|techy|hacker", "mono"),
    ];
    let (end, face) = FACES
        .iter()
        .find_map(|(moods, face)| Some((words.one_of(at, moods)?, *face)))?;
    let end = words.one_of(end, "looking|style").unwrap_or(end);
    words
        .is(end, "font|fonts|typeface|lettering|typography|type|letters")
        .then_some((end + 1, face))
}

/// Words that say how letters are set.
const SETTINGS: &[(&str, Setting)] = &[
    ("bold|bolder|heavier|boldface|heavy", || TypeSetting {
        bold: Some(true),
        ..TypeSetting::default()
    }),
    (
        "not bold|unbold|regular weight|normal weight|thin weight|lighter weight",
        || TypeSetting {
            bold: Some(false),
            ..TypeSetting::default()
        },
    ),
    ("italic|italics|italicized|cursive italic|slanted", || {
        TypeSetting {
            italic: Some(true),
            ..TypeSetting::default()
        }
    }),
    ("underlined|underline", || TypeSetting {
        underline: Some(true),
        ..TypeSetting::default()
    }),
    (
        "uppercase|upper case|upper-case|all caps|caps|all capitals|capitals|all-caps|capital letters|all uppercase|block capitals|capitalized",
        || cased(LetterCase::Upper),
    ),
    (
        "lowercase|lower case|lower-case|all lowercase|small letters",
        || cased(LetterCase::Lower),
    ),
    (
        "letterspaced|letter-spaced|letter spaced|spaced out|widely spaced|wide spacing|wide letter spacing|more letter spacing|\
        tracked out|more tracking|wide tracking|loosely spaced|more spaced out|wider spaced|extra letter spacing",
        || TypeSetting {
            spaced: Some(true),
            ..TypeSetting::default()
        },
    ),
    (
        "less letter spacing|tighter spacing|tighter letter spacing|tighter tracking|normal letter spacing|no letter spacing",
        || TypeSetting {
            spaced: Some(false),
            ..TypeSetting::default()
        },
    ),
    ("title case|title-case", || cased(LetterCase::Title)),
];

fn cased(case: LetterCase) -> TypeSetting {
    TypeSetting {
        case: Some(case),
        ..TypeSetting::default()
    }
}

/// "left aligned", "centered", "align left".
pub(in crate::instruction) fn alignment(
    words: &Words<'_>,
    at: usize,
    to: usize,
) -> Option<(usize, Alignment)> {
    let rows: &[(&str, Alignment)] = &[
        (
            "left aligned|left-aligned|aligned left|aligned to the left|flush left",
            Alignment::Left,
        ),
        (
            "right aligned|right-aligned|aligned right|aligned to the right|flush right",
            Alignment::Right,
        ),
        (
            "centered|centred|center aligned|center-aligned|in the center|in the middle|central",
            Alignment::Center,
        ),
        (
            "evenly spaced|evenly|equally spaced|evenly distributed|to the same baseline and equal gaps|with equal gaps|with even gaps|with equal spacing|with even spacing|to the same baseline|on the same baseline|on one baseline",
            Alignment::Even,
        ),
    ];
    rows.iter()
        .find_map(|(phrases, align)| words.one_of(at, phrases).map(|end| (end, *align)))
        .filter(|(end, _)| *end <= to)
}
