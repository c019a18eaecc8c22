//! Reads comics, storyboards and memes: what each panel shows and who says what.

mod beats;
mod cast;
mod cuts;
mod page;
mod story;
mod turns;
mod who;

pub use page::panel_columns;
use story::{lives, played};
use who::name_subjects;

use crate::outline::lowered;
use crate::{Brief, Genre, Literal, Origin, Role, Span};

/// Most panels that are drawn.
const PANELS_MAX: usize = 16;
/// What a panel is called, and by which number words.
const PANEL_WORDS: &[&str] = &[
    "panel",
    "frame",
    "scene",
    "shot",
    "box",
    "page",
    "szene",
    "bild",
    "escena",
    "viñeta",
    "cuadro",
    "plano",
    "scène",
    "case",
    "cadre",
    "plan",
    "panneau",
    "scena",
    "vignetta",
    "cena",
    "quadro",
    "kadr",
    "sahne",
    "кадр",
    "сцена",
];
const ORDINALS: &[&str] = &[
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth",
];
/// Longest description of a panel that is staged, in characters.
const SCENE_MAX: usize = 400;

/// One panel of a comic or one frame of a storyboard.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Panel {
    /// What is to be seen, as words that [`crate::read`] reads as a scene.
    pub scene: String,
    pub speech: Vec<Speech>,
    /// Words that stand in the picture without a speaker: indices into [`Brief::literals`].
    pub captions: Vec<usize>,
    /// What happens, as the prompt tells it; printed below the frames of a storyboard.
    pub note: String,
    /// How the camera sees it, where the prompt says so ("Wide shot").
    pub shot: String,
}

/// What somebody says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Speech {
    /// Lower-case noun of the speaker, if the prompt names one.
    pub speaker: Option<String>,
    /// Index into [`Brief::literals`].
    pub text: usize,
    /// Thought rather than said.
    pub thought: bool,
}

/// Fills the panels of a comic; all texts but the quoted ones are description.
pub(crate) fn settle(brief: &mut Brief) {
    if brief.genre != Genre::Comic {
        return;
    }
    let whole = brief.prompt.clone();
    let lasting = page::lasting(&lowered(&whole)).map(|(_, who)| who);
    brief.prompt = page::blanked(&whole);
    let prompt = brief.prompt.clone();
    let lower = lowered(&prompt);
    let mut literals: Vec<Literal> = std::mem::take(&mut brief.literals);
    let meme = lower.contains("meme");
    literals.retain(|literal| {
        literal.origin == Origin::Quoted || meme && literal.origin == Origin::Introduced
    });
    if literals.is_empty() {
        literals = dialogue(&prompt);
    }
    if literals.is_empty() {
        literals = unquoted(&prompt, &lower);
    }
    brief.literals = literals;
    brief.pairs.clear();
    brief.lists.clear();
    let title = title(brief);
    let genre = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let head = cuts::head(&lower, genre).filter(|_| title.is_none());
    let mut hero = None;
    let mut panels = segments(&lower)
        .or_else(|| cuts::parted(brief, &lower, title).filter(|_| !meme))
        .map(|spans| {
            hero = page::hero(&prompt, genre..spans[0].start.max(genre));
            told(brief, &spans, title)
        })
        .unwrap_or_else(|| played(brief, &lower, title));
    if meme {
        let mut all = Panel::default();
        for panel in panels.drain(..) {
            if all.scene.is_empty() {
                all.scene = panel.scene;
            }
            all.captions.extend(panel.speech.iter().map(|s| s.text));
            all.captions.extend(panel.captions);
        }
        panels = vec![all];
    }
    let language = brief.language.0.as_str();
    let heads: Vec<&str> = panels.iter().map(|panel| panel.scene.as_str()).collect();
    let named = cast::named(&prompt, &heads, language);
    for panel in &mut panels {
        panel.scene = cast::unnamed(&panel.scene, &named, language);
        if let Some(who) = &lasting {
            panel.scene = page::looking_the_same(&panel.scene, who);
        }
        for speaker in panel.speech.iter_mut().filter_map(|s| s.speaker.as_mut()) {
            if let Some(figure) = named.iter().find(|f| f.name.to_lowercase() == *speaker) {
                speaker.clone_from(&figure.noun);
            }
        }
    }
    if let (Some(hero), Some(first)) = (hero, panels.first_mut()) {
        first.scene = format!("{hero} {}", first.scene);
    }
    page::stage_captions(brief, &mut panels);
    name_subjects(&mut panels, language);
    if let Some(span) = head {
        crate::outline::add(brief, span, Role::Title);
    }
    brief.panels = panels;
    brief.prompt = whole;
    brief.objects.clear();
    brief.relations.clear();
}

/// `Knight: I have come.` on lines of their own: what is said, without quotes.
fn dialogue(prompt: &str) -> Vec<Literal> {
    let mut out = Vec::new();
    let mut at = 0;
    for line in prompt.split_inclusive('\n') {
        let start = at;
        at += line.len();
        let Some((who, said)) = line.split_once(": ") else {
            continue;
        };
        let short = who.split_whitespace().count() <= 3 && !who.to_lowercase().contains("panel");
        let said_text = said.trim();
        if short && start > 0 && !said_text.is_empty() {
            let from = start + who.len() + 2 + (said.len() - said.trim_start().len());
            out.push(Literal {
                text: said_text.to_string(),
                span: from..from + said_text.len(),
                role: Role::Quote,
                origin: Origin::Introduced,
                on_object: None,
            });
        }
    }
    out
}

/// "a dog sees a bone and says Mine!, panel 2 …": what is said without quotes begins with a capital or ends with a mark.
fn unquoted(prompt: &str, lower: &str) -> Vec<Literal> {
    const VERBS: &[&str] = &[
        " says ",
        " saying ",
        " shouts ",
        " yells ",
        " asks ",
        " replies ",
        " answers ",
        " thinks ",
        " screams ",
        " whispers ",
        " exclaims ",
    ];
    let mut starts: Vec<usize> = VERBS
        .iter()
        .flat_map(|verb| lower.match_indices(verb).map(|(at, verb)| at + verb.len()))
        .collect();
    starts.sort_unstable();
    let mut out: Vec<Literal> = Vec::new();
    for from in starts {
        let rest = &prompt[from..];
        let end = rest
            .char_indices()
            .find(|(at, c)| {
                matches!(c, ',' | ';' | '\n')
                    || *c == '.'
                        && rest[at + 1..]
                            .chars()
                            .next()
                            .is_none_or(char::is_whitespace)
                    || matches!(c, '!' | '?')
            })
            .map_or(rest.len(), |(at, c)| {
                at + if matches!(c, '!' | '?') { 1 } else { 0 }
            });
        let said = rest[..end].trim();
        let marked = said.ends_with(['!', '?']);
        let capital = said.starts_with(char::is_uppercase);
        let overlaps = out.last().is_some_and(|last| last.span.end > from);
        if (marked || capital) && !overlaps && said.split_whitespace().count() <= 14 {
            out.push(Literal {
                text: said.to_string(),
                span: from..from + said.len(),
                role: Role::Quote,
                origin: Origin::Introduced,
                on_object: None,
            });
        }
    }
    out
}

/// The text that "titled" introduces.
fn title(brief: &mut Brief) -> Option<usize> {
    let prompt = brief.prompt.clone();
    let mut found = None;
    for (index, literal) in brief.literals.iter_mut().enumerate() {
        let word = word_before(&prompt, literal.span.start);
        if found.is_none()
            && matches!(
                word.as_str(),
                "titled" | "title" | "called" | "named" | "entitled"
            )
        {
            literal.role = Role::Title;
            found = Some(index);
        } else {
            literal.role = Role::Quote;
        }
    }
    found
}

fn word_before(prompt: &str, at: usize) -> String {
    prompt[..at]
        .trim_end_matches(['"', '\'', '“', '‘', '«', '`', ' ', ':', ','])
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default()
        .to_lowercase()
}

/// Cuts a prompt at "panel 1:", "frame 2 -", "1." and the like; the spans of what stands between.
fn segments(lower: &str) -> Option<Vec<Span>> {
    let mut marks: Vec<(usize, usize, usize)> = Vec::new();
    let bytes = lower.as_bytes();
    for (at, c) in lower.char_indices() {
        let opens = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
        if !opens {
            continue;
        }
        let next = marks.len() + 1;
        let parted = lower[..at].trim_end().ends_with([',', ';', ':', '.']);
        let found = marker(&lower[at..], next, c)
            .or_else(|| bare_number(&lower[at..], next).filter(|_| parted));
        if let Some(len) = found {
            marks.push((at, at + len, next));
        }
    }
    (marks.len() >= 2).then(|| {
        marks
            .iter()
            .enumerate()
            .map(|(i, (_, start, _))| *start..marks.get(i + 1).map_or(lower.len(), |m| m.0))
            .collect()
    })
}

/// "1 woman wakes up, 2 makes coffee": a number alone that a word follows; marks before it part it from the text.
fn bare_number(text: &str, n: usize) -> Option<usize> {
    let digits = n.to_string();
    let rest = text.strip_prefix(digits.as_str())?.strip_prefix(' ')?;
    rest.starts_with(char::is_alphabetic)
        .then_some(digits.len() + 1)
}

/// Length of the marker of panel `n` at the start of a text.
fn marker(text: &str, n: usize, first: char) -> Option<usize> {
    let digits = n.to_string();
    if first.is_ascii_digit() {
        let rest = text.strip_prefix(digits.as_str())?;
        let mark = rest.chars().next()?;
        return (matches!(mark, '.' | ')' | ':') && rest[1..].starts_with(' '))
            .then_some(digits.len() + 1);
    }
    for word in PANEL_WORDS {
        if let Some(rest) = text.strip_prefix(word) {
            let rest = rest.trim_start_matches([' ', '#']);
            let rest = rest.strip_prefix(digits.as_str())?;
            if rest.starts_with(|c: char| c.is_ascii_digit()) {
                return None;
            }
            let rest = rest.trim_start_matches([':', '-', '–', '—', '.', ')', ',', ' ']);
            return Some(text.len() - rest.len());
        }
    }
    let ordinal = ORDINALS.get(n - 1)?;
    // "In the second a toaster replies": the panel itself is left out.
    if let Some(rest) = text
        .strip_prefix("in the ")
        .and_then(|rest| rest.strip_prefix(ordinal))
    {
        let rest = rest.trim_start();
        let rest = PANEL_WORDS
            .iter()
            .chain(&["one"])
            .find_map(|word| {
                rest.strip_prefix(word)
                    .filter(|r| !r.starts_with(char::is_alphanumeric))
            })
            .unwrap_or(rest)
            .trim_start_matches([':', '-', '–', ',', ' ']);
        return Some(text.len() - rest.len());
    }
    let rest = text.strip_prefix(ordinal)?.trim_start();
    let rest = PANEL_WORDS.iter().find_map(|w| rest.strip_prefix(w))?;
    let rest = rest.trim_start_matches([':', '-', '–', ',', ' ']);
    Some(text.len() - rest.len())
}

/// Panels that the prompt tells one by one.
fn told(brief: &Brief, spans: &[Span], title: Option<usize>) -> Vec<Panel> {
    spans
        .iter()
        .take(PANELS_MAX)
        .map(|span| {
            let mut panel = Panel::default();
            let mut scene = String::new();
            let mut from = span.start;
            for (index, literal) in brief.literals.iter().enumerate() {
                let inside = literal.span.start >= span.start && literal.span.end <= span.end;
                if !inside || Some(index) == title {
                    continue;
                }
                scene.push_str(
                    brief
                        .prompt
                        .get(from..literal.span.start)
                        .unwrap_or_default(),
                );
                scene.truncate(without_lead(&scene));
                from = literal.span.end;
                place(brief, index, &mut panel);
            }
            scene.push_str(brief.prompt.get(from..span.end).unwrap_or_default());
            panel.note = beats::without_joint(&story::without_leads(&tidy(&scene)));
            panel.note = page::without_ordinal(&panel.note);
            (panel.shot, panel.note) = shot(&panel.note, &brief.language.0);
            panel.scene = without_speech(&panel.note);
            panel
        })
        .collect()
}

/// "she dances, text": how long a scene is without the word that leads to what is written there.
fn without_lead(scene: &str) -> usize {
    const LEADS: &[&str] = &[
        "with text",
        "with the text",
        "text",
        "caption",
        "tagline",
        "end card",
    ];
    let told = scene.trim_end_matches([' ', ':', '"', '“', '\'', '‘', '«', '„']);
    LEADS
        .iter()
        .find_map(|lead| told.strip_suffix(lead))
        .filter(|rest| rest.ends_with([' ', ',', ';', '.']))
        .map_or(scene.len(), |rest| {
            rest.trim_end_matches([' ', ',', ';']).len()
        })
}

/// "Wide shot: a boat leaves the harbour": how the camera sees what is told behind the mark.
fn shot(note: &str, language: &str) -> (String, String) {
    const WORDS_MAX: usize = 4;
    const SHOTS: &[&str] = &[
        "shot",
        "close",
        "close-up",
        "closeup",
        "wide",
        "medium",
        "angle",
        "aerial",
        "overhead",
        "pov",
        "zoom",
        "pan",
        "tracking",
        "establishing",
    ];
    let whole = || (String::new(), note.to_string());
    let Some((head, rest)) = note
        .split_once(": ")
        .or_else(|| note.split_once(" - "))
        .or_else(|| note.split_once(" – "))
    else {
        return whole();
    };
    let english = crate::english(head, language);
    let told = english.split(' ').any(|word| SHOTS.contains(&word));
    if !told || head.split_whitespace().count() > WORDS_MAX {
        return whole();
    }
    (head.trim().to_string(), rest.trim().to_string())
}

/// "Four shots with captions under them: …": whether the clause before the texts calls them captions.
fn captioned(prompt: &str, at: usize) -> bool {
    let before = prompt.get(..at).unwrap_or_default();
    let before = before.trim_end_matches([' ', '"', '“', '\'', '‘', '«', '„']);
    let clause = before
        .rsplit(['.', ';', '"', '”'])
        .next()
        .unwrap_or_default();
    let clause = clause.to_lowercase();
    clause.contains("captions") && clause.ends_with(':')
}

/// Puts a quoted text into a panel: said, thought, or written there.
fn place(brief: &Brief, index: usize, panel: &mut Panel) {
    const WRITTEN: &[&str] = &[
        "caption",
        "text",
        "sign",
        "logo",
        "narration",
        "narrator",
        "sfx",
        "sound",
        "effect",
        "words",
        "reads",
        "reading",
        "label",
        "title",
        "super",
        "headline",
        "app",
    ];
    // Of texts that stand side by side, the words before the first say what they are.
    let mut first = index;
    while first > 0 {
        let gap = brief.literals[first - 1].span.end..brief.literals[first].span.start;
        let gap = brief.prompt.get(gap).unwrap_or("x").replace(" and ", "");
        if gap.chars().any(char::is_alphanumeric) {
            break;
        }
        first -= 1;
    }
    let before = word_before(&brief.prompt, brief.literals[first].span.start);
    let before = before
        .strip_suffix('s')
        .filter(|w| WRITTEN.contains(w))
        .unwrap_or(&before);
    if WRITTEN.contains(&before) || captioned(&brief.prompt, brief.literals[first].span.start) {
        panel.captions.push(index);
        return;
    }
    panel.speech.push(Speech {
        speaker: speaker(&brief.prompt, brief.literals[index].span.start),
        text: index,
        thought: matches!(before, "thinks" | "thinking" | "thought" | "wonders"),
    });
}

/// The noun before "says", "saying" or a colon in front of a quoted text.
fn speaker(prompt: &str, at: usize) -> Option<String> {
    const VERBS: &[&str] = &[
        "says", "saying", "said", "say", "thinks", "thinking", "asks", "asking", "replies",
        "answers", "shouts", "yells", "screams", "whispers", "wonders", "exclaims",
    ];
    let head = prompt[..at].trim_end_matches(['"', '\'', '“', '‘', '«', '`', ' ', ',']);
    let colon = head.ends_with(':');
    let head = head.trim_end_matches([':', ' ']);
    // "the robot's head": what stands in a word parts nothing.
    let within = |at: usize| {
        head[..at].ends_with(char::is_alphanumeric)
            && head[at + 1..].starts_with(char::is_alphanumeric)
    };
    let start = head
        .char_indices()
        .rev()
        .find(|(at, c)| match c {
            '\'' => !within(*at),
            _ => matches!(c, '.' | ';' | ',' | '\n' | '"' | '”' | '!' | '?' | ':'),
        })
        .map_or(0, |(at, c)| at + c.len_utf8());
    let clause = head[start..].to_lowercase();
    let words: Vec<&str> = clause.split_whitespace().collect();
    let verb = words.iter().rposition(|w| VERBS.contains(w));
    let before = match verb {
        Some(0) | None if !colon => return None,
        Some(n) => &words[..n],
        None => &words[..],
    };
    // "a robot walks a dog in the park saying": the first noun of the clause speaks.
    let noun = if verb.is_some() {
        // "a little bird sits on a branch and says": the bird, although "little" comes first.
        let known = |w: &&&str| crate::lexicon::lexicon().nouns.get(w).is_some();
        let first = before.iter().find(|w| !is_small(w));
        // "the sun comes out and the snowman says": right before the verb stands its subject.
        let finite = verb.is_some_and(|n| words[n].ends_with('s'));
        let next = before
            .last()
            .filter(|w| finite && before.len() > 2 && known(w));
        next.or(first)
            .filter(known)
            .or_else(|| before.iter().find(|w| lives(w)))
            .or(first)
    } else {
        before.last()
    };
    noun.map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
        .filter(|w| {
            !w.is_empty()
                && !PANEL_WORDS.contains(&w.as_str())
                && !matches!(
                    w.as_str(),
                    "bubbles" | "bubble" | "dialogue" | "text" | "caption"
                )
        })
}

fn is_small(word: &str) -> bool {
    !word.contains(char::is_alphabetic)
        || matches!(
            word,
            "a" | "an"
                | "the"
                | "and"
                | "then"
                | "one"
                | "of"
                | "with"
                | "where"
                | "while"
                | "his"
                | "her"
        )
}

/// A stretch of the prompt without the marks and small words at its ends.
fn tidy(text: &str) -> String {
    let mut text = text
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .replace(" ,", ",");
    loop {
        let bare = text
            .trim_matches(|c: char| c.is_whitespace() || ",.;:-–—/|\"'“”‘’".contains(c))
            .to_owned();
        let bare = bare.strip_suffix(" and").map(str::to_owned).unwrap_or(bare);
        if bare == text {
            return text;
        }
        text = bare;
    }
}

/// "a robot walks a dog saying" → "a robot walks a dog".
fn without_speech(text: &str) -> String {
    let mut text = text.to_owned();
    for verb in [
        "saying", "says", "thinking", "thinks", "asks", "shouts", "replies", "answers", "and says",
        "whispers", "exclaims", "yells", "logo", "caption", "sign", "text", "with a", "with",
    ] {
        if let Some(bare) = text.strip_suffix(verb) {
            text = tidy(bare);
        }
    }
    // "two friends fish, one says"
    match text.strip_suffix(", one") {
        Some(bare) => tidy(bare),
        None => text,
    }
}

#[cfg(test)]
mod tests;
