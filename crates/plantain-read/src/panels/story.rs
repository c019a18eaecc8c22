//! Comics that are told as a story: its beats, one a panel, who acts in each, and how many there are.

use super::beats::{beats, does, without_joint, words};
use super::page;
use super::{ORDINALS, PANEL_WORDS, PANELS_MAX, Panel, place, tidy, without_speech};
use crate::lexicon::lexicon;
use crate::{Brief, Span};

/// Beginnings of the words for a panel in other languages.
const PANELS_ABROAD: &[&str] = &[
    "viñeta",
    "vignett",
    "vinheta",
    "case",
    "planche",
    "bild",
    "feld",
    "quadr",
    "riquadr",
    "kader",
    "vak",
    "plaatje",
    "kadr",
    "panel",
    "kare",
    "кадр",
    "панел",
    "картин",
    "לוח",
    "פאנל",
    "لوح",
    "مشهد",
    "पैनल",
    "चित्र",
];
/// Words for a panel that stand right behind their number.
const PANELS_JOINED: &[&str] = &["コマ", "格", "컷", "칸"];
/// Most panels of a story that names no number.
const BEATS_MAX: usize = 9;
/// Panels for a premise with what is said in them, in order.
pub(super) fn played(brief: &Brief, lower: &str, title: Option<usize>) -> Vec<Panel> {
    let said: Vec<usize> = (0..brief.literals.len())
        .filter(|i| Some(*i) != title)
        .collect();
    let language = brief.language.0.as_str();
    let asked = count(lower, language);
    let told = premise(brief, title);
    let story = beats(&told, language);
    let count = asked.unwrap_or_else(|| match (story.len(), said.len()) {
        (2.., 0) => story.len().min(BEATS_MAX),
        (_, 0) => 4,
        (_, 1) => 1,
        (_, n) => n.min(6),
    });
    let premises = premises(&told, story, count);
    let mut panels: Vec<Panel> = (0..count)
        .map(|i| {
            let at = i * premises.len() / count;
            Panel {
                scene: premises[at].clone(),
                note: premises[at].clone(),
                ..Panel::default()
            }
        })
        .collect();
    for (turn, index) in said.iter().enumerate() {
        let at = if said.len() <= count {
            turn
        } else {
            turn * count / said.len()
        };
        let at = panel_named(lower, &brief.literals[*index].span, count).unwrap_or(at);
        place(brief, *index, &mut panels[at]);
    }
    bring_speakers(&mut panels, language);
    // "A boy says ‘Where is my hat?’ and his dog wears it": what is told behind the last text is the last panel.
    let last = said.last().map(|i| brief.literals[*i].span.end);
    let behind = last.and_then(|end| brief.prompt.get(end..)).map(tidy);
    let behind = behind.map(|told| without_joint(&told)).unwrap_or_default();
    let told = said.len() < count && does(&behind, language) && !behind.contains(". ");
    if let Some(panel) = panels.last_mut().filter(|p| told && p.speech.is_empty()) {
        panel.scene.clone_from(&behind);
        panel.note = behind;
    }
    panels
}

/// "Robot: 'I am hungry.' Human: 'Have a battery.'": who speaks anywhere is there from the first panel.
fn bring_speakers(panels: &mut [Panel], language: &str) {
    let mut speakers: Vec<String> = Vec::new();
    for speaker in panels
        .iter()
        .flat_map(|p| &p.speech)
        .filter_map(|s| s.speaker.as_ref())
    {
        if !speakers.contains(speaker) && is_living(speaker, language) {
            speakers.push(speaker.clone());
        }
    }
    if speakers.len() < 2 {
        return;
    }
    for panel in panels {
        for speaker in &speakers {
            let there = panel.scene.to_lowercase();
            if !there
                .split(|c: char| !c.is_alphanumeric())
                .any(|word| word == speaker)
            {
                let article = if language == "en" { "a " } else { "" };
                let (join, bare) = match panel.scene.split_whitespace().count() {
                    0 => ("", false),
                    1 => (" and ", language == "en"),
                    _ => (", ", false),
                };
                let lead = if bare { "a " } else { "" };
                panel.scene = format!(
                    "{lead}{}{join}{article}{speaker}",
                    panel.scene.to_lowercase()
                );
            }
        }
    }
}

/// "in the last panel", "second frame", "panel 3" in the sentence of a quoted text: the panel that it belongs to.
fn panel_named(lower: &str, text: &Span, count: usize) -> Option<usize> {
    let before = lower.get(..text.start)?;
    let from = before
        .rfind(['.', ';', '!', '?', '\n'])
        .map_or(0, |at| at + 1);
    let after = lower.get(text.end..)?;
    let to = after.find(['.', ';', '!', '?', '\n', '"', '“']);
    let told = format!(
        "{} {}",
        &before[from..],
        &after[..to.unwrap_or(after.len())]
    );
    let words: Vec<&str> = told
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    words.windows(2).find_map(|pair| {
        let panel = |word: &str| PANEL_WORDS.contains(&word);
        let at = match (pair[0], pair[1]) {
            ("last" | "final", word) if panel(word) => count,
            (ordinal, word) if panel(word) => ORDINALS.iter().position(|o| *o == ordinal)? + 1,
            (word, number) if panel(word) => number.parse().ok()?,
            _ => return None,
        };
        (1..=count).contains(&at).then(|| at - 1)
    })
}

/// "four-panel", "6 frames", "3 viñetas", "4コマ": how many panels are asked for.
pub(super) fn count(lower: &str, language: &str) -> Option<usize> {
    let joined = PANELS_JOINED.iter().find_map(|unit| {
        let at = lower.find(unit)?;
        let last = lower[..at].chars().next_back()?;
        let digit = last.to_digit(10).map(|n| n as usize);
        digit.or_else(|| {
            "一二三四五六七八九"
                .chars()
                .position(|c| c == last)
                .map(|n| n + 1)
        })
    });
    if let Some(n) = joined.filter(|n| (1..=PANELS_MAX).contains(n)) {
        return Some(n);
    }
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    let counted = words.windows(2).find_map(|pair| {
        let n = number(pair[0], language)?;
        (is_panel(pair[1]) && (1..=PANELS_MAX).contains(&n)).then_some(n)
    });
    // "Two comic panels": the genre may part the number from its unit.
    let apart = || {
        words.windows(3).find_map(|told| {
            let n = number(told[0], language)?;
            let genre = matches!(told[1], "comic" | "storyboard" | "cartoon" | "manga");
            (genre && is_panel(told[2]) && (2..=PANELS_MAX).contains(&n)).then_some(n)
        })
    };
    counted.or_else(apart).or_else(|| {
        page::grid(lower)
            .map(|(columns, rows)| columns * rows)
            .filter(|n| *n > 1)
    })
}

fn is_panel(word: &str) -> bool {
    ["panel", "frame", "scene", "shot", "box", "strip", "cell"]
        .iter()
        .chain(PANELS_ABROAD)
        .any(|stem| word.starts_with(stem))
}

pub(super) fn number(word: &str, language: &str) -> Option<usize> {
    const NUMBERS: &[&str] = &[
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    word.parse().ok().or_else(|| {
        let named = |word: &str| NUMBERS.iter().position(|w| *w == word).map(|i| i + 1);
        named(word).or_else(|| named(&crate::english(word, language)))
    })
}

/// What is told between the genre and the first quoted text.
fn premise(brief: &Brief, title: Option<usize>) -> String {
    let mut genre = brief.genre_span.clone().unwrap_or(0..0);
    if let Some(title) = title.and_then(|i| brief.literals.get(i)) {
        genre.end = genre.end.max(title.span.end);
    }
    let end = brief
        .literals
        .iter()
        .map(|l| l.span.start)
        .filter(|s| *s > genre.end)
        .min();
    let rest = brief
        .prompt
        .get(genre.end..end.unwrap_or(brief.prompt.len()))
        .unwrap_or_default();
    let rest = [
        "speech bubble",
        "speech balloon",
        "dialogue",
        "bubbles",
        "captions",
        "with text",
        "top text",
    ]
    .iter()
    .filter_map(|mark| rest.to_lowercase().find(mark))
    .min()
    .map_or(rest, |at| rest.get(..at).unwrap_or(rest));
    let language = brief.language.0.as_str();
    let text = without_counts(&tidy(behind_the_number(rest, language)), language);
    let mut sentences: Vec<String> = text.split(". ").map(tidy).collect();
    // The name of a speaker before the first quoted text is no scene.
    if sentences.len() > 1
        && sentences.last().is_some_and(|last| {
            let words = last.split_whitespace().count();
            words <= 2 || words <= 4 && without_speech(last) != *last
        })
    {
        sentences.pop();
    }
    without_speech(&sentences.join(". "))
}

/// "de 3 viñetas: un perro …": what stands before the colon only says how many panels there are.
pub(super) fn behind_the_number<'a>(text: &'a str, language: &str) -> &'a str {
    let Some((head, tail)) = text.split_once([':', '：', '.']) else {
        return text;
    };
    let words: Vec<String> = head
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .map(str::to_lowercase)
        .collect();
    let counted =
        words.iter().any(|w| is_panel(w)) || PANELS_JOINED.iter().any(|unit| head.contains(unit));
    let only = words
        .iter()
        .all(|w| is_panel(w) || w.chars().count() <= 4 || number(w, language).is_some());
    if counted && only { tail } else { text }
}

/// What the panels show: the beats of the story, one a panel when there are as many, else spread over them.
fn premises(told: &str, story: Vec<String>, count: usize) -> Vec<String> {
    if story.len() >= 2 && count >= 2 {
        if story.len() <= count {
            return story;
        }
        // More beats than panels: neighbours share one.
        return (0..count)
            .map(|i| {
                let (from, to) = (i * story.len() / count, (i + 1) * story.len() / count);
                story[from..to.max(from + 1)].join(", ")
            })
            .collect();
    }
    let parts: Vec<String> = told
        .split([',', ';', '.'])
        .flat_map(|part| part.split(" then "))
        .map(|part| without_leads(&tidy(part)))
        .filter(|part| part.split_whitespace().count() >= 2 && !part.contains(" vs "))
        .collect();
    let shown = |text: &String| !crate::reading::read(text, None).objects.is_empty();
    if parts.len() == count && count > 1 && parts.iter().all(shown) {
        return parts;
    }
    for part in &parts {
        let sides: Vec<String> = part.split(" and ").map(tidy).collect();
        let articled =
            |s: &String| s.starts_with("a ") || s.starts_with("an ") || s.starts_with("the ");
        if sides.len() == count && count > 1 && sides.iter().all(articled) {
            return sides;
        }
    }
    vec![without_leads(told)]
}

fn is_living(noun: &str, language: &str) -> bool {
    lives(noun) || words(noun, language).iter().any(|word| lives(word))
}

/// Words that lead from the genre to what is told.
pub(super) fn without_leads(text: &str) -> String {
    let mut text = text.to_owned();
    for lead in [
        "page",
        "strip",
        "panels",
        "comic",
        "about",
        "over",
        "über",
        "sobre",
        "sur",
        "su",
        "of",
        "with",
        "mit",
        "con",
        "avec",
        "com",
        "showing",
        "where",
        "featuring",
        "in which",
        "for",
        "that shows",
        "a story about",
    ] {
        if let Some(bare) = text
            .strip_prefix(lead)
            .filter(|b| b.starts_with([' ', ',', ':']))
        {
            text = tidy(bare);
        }
    }
    text
}

/// The text without "4 panels", "three frames with captions".
fn without_counts(text: &str, language: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let is_panel = |word: &str| {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        matches!(
            bare,
            "panel" | "panels" | "frame" | "frames" | "scenes" | "shots"
        )
    };
    let mut keep = vec![true; words.len()];
    for at in 0..words.len() {
        if is_panel(words[at]) {
            keep[at] = false;
            if at > 0 && number(&words[at - 1].to_lowercase(), language).is_some() {
                keep[at - 1] = false;
                // "in two panels", "de 3 viñetas"
                let small = [
                    "in", "with", "of", "de", "en", "mit", "con", "avec", "com", "em",
                ];
                if at > 1 && small.contains(&words[at - 2].to_lowercase().as_str()) {
                    keep[at - 2] = false;
                }
            }
        }
    }
    let kept: Vec<&str> = words
        .iter()
        .zip(&keep)
        .filter(|(_, k)| **k)
        .map(|(w, _)| *w)
        .collect();
    let text = tidy(&kept.join(" "));
    tidy(text.strip_suffix(" with").unwrap_or(&text))
}

/// Whether a noun names somebody who can act.
pub(super) fn lives(noun: &str) -> bool {
    lexicon()
        .nouns
        .get(noun)
        .is_some_and(|noun| matches!(noun.category, "person" | "animal"))
}
