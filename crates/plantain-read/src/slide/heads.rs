//! What heads a slide, and the sentence that stands under it.

use super::{SlideText, is_wish, known};
use crate::outline::{clauses, trimmed};
use crate::{Brief, Origin, Role, Span};

/// "slide with three reasons to adopt solar: lower bills, …": what the list is of heads it.
pub(super) fn asked_before(brief: &mut Brief, lower: &str) -> Option<usize> {
    let quoted = |l: &crate::Literal| l.role == Role::Title && l.origin <= Origin::Introduced;
    if brief.literals.iter().any(quoted) {
        return None;
    }
    let start = brief.genre_span.as_ref()?.end;
    let colon = start + lower[start..].find(": ")?;
    let told = lower[start..colon].trim_start();
    let lead = [
        "with ",
        "showing ",
        "about ",
        "on ",
        "listing ",
        "of ",
        "explaining ",
    ]
    .iter()
    .find(|lead| told.starts_with(**lead))?;
    let from = colon - told.len() + lead.len();
    let words: Vec<&str> = lower[from..colon].split_whitespace().collect();
    let listed = [
        "reasons",
        "ways",
        "tips",
        "steps",
        "benefits",
        "facts",
        "lessons",
        "rules",
        "goals",
        "priorities",
        "principles",
        "challenges",
        "advantages",
        "habits",
    ];
    let of_what = words.iter().position(|w| listed.contains(w))?;
    let plain = !lower[from..colon].contains([',', '.', ';']);
    (plain && (3..=10).contains(&words.len()) && of_what + 1 < words.len())
        .then(|| known(brief, from..colon, Role::Title))
}

/// Words for "about", which stand before what a slide is about.
const ABOUT: &[&str] = &[
    "sobre ",
    "acerca de ",
    "sur ",
    "über ",
    "su ",
    "sul ",
    "sulla ",
    "sull'",
    "over ",
    "o ",
    "о ",
    "об ",
    "про ",
    "عن ",
    "حول ",
    "על ",
    "关于",
    "關於",
];

/// Words for "about" that stand behind it, and the marks of the object in Korean and Japanese.
const ABOUT_BEHIND: &[&str] = &[
    " hakkında",
    " के बारे में",
    "について",
    "に関する",
    "에 대한",
    "에 관한",
];

/// "slajd o energii słonecznej: tania, czysta", "太陽光発電についてのスライド:…": what the slide is about heads it.
pub(super) fn about_abroad(brief: &mut Brief, lower: &str) -> Option<usize> {
    const WORDS_MAX: usize = 7;
    if brief.language.0 == "en" {
        return None;
    }
    let given = |l: &crate::Literal| l.role == Role::Title && l.origin <= Origin::Introduced;
    if brief.literals.iter().any(given) {
        return None;
    }
    let genre = brief.genre_span.clone()?;
    let colon = genre.end + lower[genre.end..].find([':', '：'])?;
    let told = lower[genre.end..colon].trim_start();
    let ahead = ABOUT
        .iter()
        .find(|lead| told.starts_with(**lead))
        .map(|lead| {
            // Slavic words stand in a case that needs the small word: "O energii słonecznej".
            let kept = matches!(*lead, "o " | "о " | "об " | "про ");
            colon - told.len() + if kept { 0 } else { lead.len() }..colon
        });
    // "关于太阳能的幻灯片"
    let around = || {
        let before = &lower[..genre.start];
        let from = ["关于", "關於"]
            .iter()
            .find_map(|lead| before.find(lead).map(|at| at + lead.len()))?;
        Some(from..before.trim_end_matches('的').len())
    };
    let behind = || {
        ABOUT_BEHIND
            .iter()
            .find_map(|lead| lower[..genre.start].find(lead))
            .map(|end| 0..end)
    };
    let span = trimmed(&brief.prompt, ahead.or_else(around).or_else(behind)?)?;
    let plain = !lower[span.clone()].contains([',', ';', '.'])
        && lower[span.clone()].split_whitespace().count() <= WORDS_MAX;
    plain.then(|| {
        let at = known(brief, span, Role::Title);
        brief.literals[at].text = crate::literals::capitalized(&brief.literals[at].text);
        at
    })
}

/// "with 98% uptime as the title": what the words before it name.
pub(super) fn stated_title(prompt: &str, lower: &str) -> Option<Span> {
    let at = [
        " as the title",
        " as title",
        " as the headline",
        " as headline",
        " as its title",
    ]
    .iter()
    .find_map(|words| lower.find(words))?;
    let from = ["with ", "showing ", "saying ", ": ", "use ", "put ", ", "]
        .iter()
        .filter_map(|lead| lower[..at].rfind(lead).map(|n| n + lead.len()))
        .max()?;
    trimmed(prompt, from..at).filter(|span| prompt[span.clone()].split_whitespace().count() <= 12)
}

/// "Our mission: make clean water affordable for everyone": a sentence behind the title is set whole.
pub(super) fn statement(brief: &mut Brief, slide: &SlideText, lower: &str) {
    let Some(title) = slide.title.map(|i| brief.literals[i].span.end) else {
        return;
    };
    let told = brief.prompt[title..].trim_start_matches(['"', '”', '\'', ' ']);
    if !told.starts_with(": ") || !slide.points.is_empty() || !slide.figures.is_empty() {
        return;
    }
    let from = brief.prompt.len() - told.len() + 2;
    let Some(span) = clauses(&brief.prompt, from).into_iter().next() else {
        return;
    };
    let words = brief.prompt[span.clone()].split_whitespace().count();
    let alone = clauses(&brief.prompt, from)
        .iter()
        .skip(1)
        .all(|s| is_wish(&lower[s.clone()]));
    if words >= 4 && alone {
        known(brief, span, Role::Body);
    }
}
