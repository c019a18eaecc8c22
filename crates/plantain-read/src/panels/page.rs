//! What a prompt says about the page and not about the story: how the panels stand, that they are numbered, and what is the same
//! in all of them.

use super::beats::does;
use super::story::{lives, number};
use super::{ORDINALS, PANEL_WORDS, Panel, tidy};
use crate::Brief;

/// Ways to say how panels stand on the page.
const LAYOUTS: &[&str] = &[
    "side by side",
    "stacked vertically",
    "stacked",
    "one above the other",
    "one below the other",
    "next to each other",
    "arranged in a grid",
    "in a grid",
];

/// The prompt without the words that only tell of the page; what they took is blank, so that everything keeps its place.
pub(super) fn blanked(prompt: &str) -> String {
    let lower = crate::outline::lowered(prompt);
    let mut told = prompt.to_owned();
    let mut blank = |from: usize, to: usize| {
        if prompt.is_char_boundary(from) && prompt.is_char_boundary(to) {
            told.replace_range(from..to, &" ".repeat(to - from));
        }
    };
    let quoted = |at: usize| lower[..at].matches(['"', '“', '”']).count() % 2 == 1;
    for words in LAYOUTS {
        for (at, _) in lower.match_indices(words) {
            if !quoted(at) {
                blank(at, at + words.len());
            }
        }
    }
    for (from, to) in numbered(&lower).into_iter().chain(rows(&lower)) {
        blank(from, to);
    }
    if let Some((from, _)) = lasting(&lower) {
        blank(from, prompt.len());
    }
    // "keep her looking the same in each": as figures do.
    for lead in [". keep ", "; keep "] {
        if let Some(from) = lower
            .rfind(lead)
            .filter(|at| lower[*at..].contains(" same"))
        {
            blank(from, prompt.len());
        }
    }
    told
}

/// "numbered 1 2 3", "numbered": the numbers that every frame has anyway.
fn numbered(lower: &str) -> Option<(usize, usize)> {
    let from = lower.find("numbered")?;
    let rest = &lower[from + "numbered".len()..];
    let digits = rest
        .find(|c: char| !(c.is_ascii_digit() || matches!(c, ' ' | ',' | '-')))
        .unwrap_or(rest.len());
    Some((from, from + "numbered".len() + digits))
}

/// "in 2 rows", "in two columns".
fn rows(lower: &str) -> Option<(usize, usize)> {
    ["rows", "columns", "row", "column"]
        .iter()
        .find_map(|unit| {
            let at = lower.find(unit)?;
            let before = lower[..at].trim_end();
            let word = before.rsplit(' ').next()?;
            let lead = before[..before.len() - word.len()].trim_end();
            let from = lead.strip_suffix("in").map(str::len)?;
            (word == "a" || number(word, "en").is_some()).then_some((from, at + unit.len()))
        })
}

/// Returns in how many columns the panels of a prompt are to stand, of so many; none where it does not say.
pub fn panel_columns(prompt: &str, panels: usize) -> Option<usize> {
    let lower = crate::outline::lowered(prompt);
    let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if says(&["stacked", "one above the other", "one below the other"]) {
        return Some(1);
    }
    if says(&[
        "side by side",
        "next to each other",
        "in one row",
        "in a row",
    ]) {
        return Some(panels);
    }
    let counted = rows(&lower).and_then(|(from, to)| {
        let told = &lower[from..to];
        let n = told.split(' ').find_map(|word| number(word, "en"))?;
        Some(if told.contains("row") {
            panels.div_ceil(n.max(1))
        } else {
            n
        })
    });
    counted.or_else(|| grid(&lower).map(|(columns, _)| columns))
}

/// "2x2", "a 3 x 2 grid": how many panels stand in how many columns and rows.
pub(super) fn grid(lower: &str) -> Option<(usize, usize)> {
    lower
        .split(|c: char| !c.is_alphanumeric() && c != '×')
        .find_map(|word| {
            let (columns, rows) = word.split_once(['x', '×'])?;
            let (columns, rows) = (columns.parse().ok()?, rows.parse().ok()?);
            ((1..=4).contains(&columns) && (1..=4).contains(&rows)).then_some((columns, rows))
        })
}

/// "Same grey cat in every frame": where the last sentence tells who stays the same, and the words for it.
pub(super) fn lasting(lower: &str) -> Option<(usize, String)> {
    let from = lower
        .match_indices("same ")
        .map(|(at, _)| at)
        .filter(|at| {
            let before = lower[..*at].trim_end();
            let before = before.strip_suffix("the").map_or(before, str::trim_end);
            before.is_empty() || before.ends_with(['.', ';', ',', '-', '–'])
        })
        .last()?;
    let rest = lower[from + "same ".len()..].trim_end_matches(['.', '!', ' ']);
    let (who, scope) = ["in every ", "in each ", "in all "]
        .iter()
        .find_map(|words| rest.split_once(words))?;
    let panels = scope.split(' ').any(|word| {
        let word = word.trim_end_matches('s');
        PANEL_WORDS.contains(&word)
    });
    panels.then(|| (from, who.trim().to_owned()))
}

/// "a cat jumps" → "a grey cat jumps", where the same grey cat is in all panels.
pub(super) fn looking_the_same(scene: &str, who: &str) -> String {
    let Some((looks, noun)) = who.rsplit_once(' ') else {
        return scene.to_owned();
    };
    if scene.contains(looks) {
        return scene.to_owned();
    }
    if !scene
        .split(' ')
        .any(|word| word.trim_end_matches([',', '.']) == noun)
    {
        return format!("{scene}, a {who}");
    }
    let words: Vec<String> = scene
        .split(' ')
        .map(|word| match word.trim_end_matches([',', '.']) == noun {
            true => format!("{looks} {word}"),
            false => word.to_owned(),
        })
        .collect();
    words.join(" ")
}

/// "last panel": which panel it is says nothing of what it shows.
pub(super) fn without_ordinal(note: &str) -> String {
    let lower = note.to_lowercase();
    let lower = lower.strip_prefix("in the ").unwrap_or(&lower);
    let named = ["last", "final"]
        .iter()
        .chain(ORDINALS)
        .find_map(|ordinal| {
            let rest = lower.strip_prefix(ordinal)?.trim_start();
            PANEL_WORDS.iter().find_map(|word| rest.strip_prefix(word))
        });
    named.map_or_else(
        || note.to_owned(),
        |rest| tidy(&note[note.len() - rest.len()..]),
    )
}

/// "captions: ‘runs for bus’ / ‘misses bus’": where the frames of a storyboard have nothing else to tell them apart, what is
/// written to them is what they show.
pub(super) fn stage_captions(brief: &Brief, panels: &mut [Panel]) {
    let board = brief.heard().contains("storyboard");
    let same = panels.windows(2).all(|pair| pair[0].scene == pair[1].scene);
    let language = brief.language.0.as_str();
    if !board || !same || panels.len() < 2 {
        return;
    }
    let acts = |words: &str| does(&format!("somebody {words}"), language);
    let shown = |words: &str| acts(words) || !crate::read_in(words, language).objects.is_empty();
    let told: Vec<Option<String>> = panels
        .iter()
        .map(|panel| {
            let [index] = panel.captions[..] else {
                return None;
            };
            let words = brief.literals.get(index)?.text.to_lowercase();
            (words.split(' ').count() > 1).then_some(words)
        })
        .collect();
    let staged = told.iter().flatten().filter(|words| shown(words)).count();
    if staged * 2 < panels.len() || staged < 2 {
        return;
    }
    // Somebody does what nobody is named for.
    let living = crate::read_in(&panels[0].scene, language)
        .objects
        .iter()
        .any(|o| lives(&o.noun));
    for (panel, words) in panels.iter_mut().zip(told) {
        let Some(words) = words else { continue };
        panel.scene = match acts(&words) && !living && language == "en" {
            true => format!("a woman {words}"),
            false => words,
        };
    }
}

/// "Mireille (curly hair, orange scarf) 1. loses glasses": whom the words before the first panel name, and what is told of the
/// looks in brackets.
pub(super) fn hero(prompt: &str, head: std::ops::Range<usize>) -> Option<String> {
    let told = prompt.get(head)?;
    let (name, rest) = told.split_once('(')?;
    let (looks, _) = rest.split_once(')')?;
    let name = name.split([',', '.', ':', ';']).next_back()?.trim();
    let named =
        !name.is_empty() && name.split(' ').count() <= 2 && name.starts_with(char::is_uppercase);
    let lower = name.to_lowercase();
    let who = super::cast::somebody(prompt, &lower);
    named.then(|| format!("a {who} with {}", looks.replace(',', " and a")))
}
