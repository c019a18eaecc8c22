//! German and Dutch: verbs that are parted from their first syllable, and verbs at the end.

use super::{is_idle, is_verb};
use crate::tokens::{Kind, Token, lower};

/// German and Dutch verbs that are parted from their first syllable: verb, syllable, meaning.
const PARTED: &[(&str, &str, &str)] = &[
    ("füg|fueg", "hinzu|ein|an", "add"),
    ("setz|bau|bring", "ein|hinzu", "add"),
    ("schneid", "aus|frei|heraus", "extract"),
    ("schneid", "zu|ab", "crop"),
    ("stell", "frei", "extract"),
    ("hell|heller", "auf", "brighten"),
    ("dunk", "ab", "darken"),
    ("tausch|wechs", "aus", "replace"),
    ("tausch", "um", "swap"),
    (
        "nimm|nehm|mach|radier|schneid",
        "weg|raus|heraus|fort",
        "remove",
    ),
    ("lass|blend", "weg|aus", "remove"),
    ("dreh", "um", "flip"),
    ("dreh", "", "rotate"),
    ("färb|faerb", "um|ein", "recolor"),
    ("benenn", "um", "rename"),
    ("skalier", "hoch", "upscale"),
    ("zeichn", "ein|dazu", "add"),
    ("voeg", "toe", "add"),
    ("haal|neem|gum", "weg|eruit|uit", "remove"),
    ("snij|snijd", "bij", "crop"),
    ("snij|snijd|knip", "uit|los", "extract"),
    ("verf|kleur", "over|in", "recolor"),
    ("vul", "aan", "extend"),
    ("zet|stell|schalt", "om|um", "change"),
    ("häng|haeng", "an|dazu|hin", "add"),
    ("setz|zieh", "auf|an", "give"),
    ("gooi|doe|haal", "weg|eruit", "remove"),
    ("zet|doe|teken|plak|schrijf|gooi|voeg", "bij|erbij", "add"),
    ("ruil|wissel", "om", "replace"),
    ("blijf|kom", "af|aan", "keep"),
    ("draai", "om", "flip"),
];

/// German and Dutch: verbs at the end go to the front, parted verbs are joined.
pub(super) fn parted(text: &str, clause: &[Token]) -> Vec<Token> {
    let written = |token: &Token| text.get(token.span.clone()).map(lower).unwrap_or_default();
    let mut out = clause.to_vec();
    spoken_plainly(text, &mut out);
    so_many_more(&written, &mut out);
    let last = out
        .iter()
        .rposition(|token| token.is_word() && !is_idle(token));
    let first = out
        .iter()
        .position(|token| token.is_word() && !is_idle(token) && token.key != "please");
    if let (Some(first), Some(last)) = (first, last)
        && last > first
    {
        let (verb, syllable) = (written(&out[first]), written(&out[last]));
        let found = PARTED.iter().find(|(stems, syllables, _)| {
            !syllables.is_empty()
                && stems.split('|').any(|stem| verb.starts_with(stem))
                && syllables.split('|').any(|other| other == syllable)
        });
        if let Some((_, _, meaning)) = found {
            out.truncate(last);
            out[first].key = (*meaning).to_string();
            // "zet er een ballon bij", "blijf van de prijzen af"
            let idle = match *meaning {
                "add" => "it",
                "keep" => "of",
                _ => "",
            };
            if out.get(first + 1).is_some_and(|next| next.key == idle) {
                out.remove(first + 1);
            }
            return out;
        }
        // "voeg een maan toe aan de lucht"
        let inside = (first + 1..last).find(|&at| {
            matches!(
                written(&out[at]).as_str(),
                "hinzu" | "toe" | "weg" | "raus" | "heraus" | "eruit" | "erbij" | "bij" | "om"
            )
        });
        if let Some(inside) = inside {
            let syllable = written(&out[inside]);
            let found = PARTED.iter().find(|(stems, syllables, _)| {
                stems.split('|').any(|stem| verb.starts_with(stem))
                    && syllables.split('|').any(|other| other == syllable)
            });
            if let Some((_, _, meaning)) = found {
                out.remove(inside);
                out[first].key = (*meaning).to_string();
                if *meaning == "replace" {
                    for_is_with(text, &mut out);
                }
                return out;
            }
        }
        // "den Hintergrund entfernen"
        if is_verb(&out[last]) && !is_verb(&out[first]) && !out[..last].iter().any(is_verb) {
            let span = out[last].span.clone();
            let parts = out
                .iter()
                .take(last)
                .filter(|token| token.span == span)
                .count();
            let verb = out.remove(last);
            if parts == 0 {
                out.insert(first, verb);
            }
        }
    }
    out
}

/// "noch zwei Stühle dazu", "nog twee bomen erbij": so many more come.
fn so_many_more(written: &impl Fn(&Token) -> String, clause: &mut Vec<Token>) {
    let more = |token: &Token| matches!(written(token).as_str(), "noch" | "nog");
    let Some(at) = clause.windows(2).position(|pair| {
        let counts = pair[1].kind == Kind::Number || crate::numbers::simple(&pair[1].key).is_some();
        more(&pair[0]) && counts
    }) else {
        return;
    };
    let more = clause.remove(at);
    let closes =
        |token: &Token| matches!(written(token).as_str(), "dazu" | "hinzu" | "bij" | "erbij");
    if clause.last().is_some_and(closes) {
        clause.pop();
    }
    if !clause
        .iter()
        .any(|token| is_verb(token) || token.key == "add")
    {
        clause.insert(
            0,
            Token {
                key: "add".into(),
                ..more
            },
        );
    }
}

/// "stellen Sie … um", "moet groen zijn": without the pronoun of politeness and the "be" that closes the clause.
fn spoken_plainly(text: &str, clause: &mut Vec<Token>) {
    let written = |token: &Token| text.get(token.span.clone()).unwrap_or_default().to_string();
    let formal = (1..clause.len().min(4))
        .find(|&at| written(&clause[at]) == "Sie" && written(&clause[at - 1]).ends_with('n'));
    if let Some(at) = formal {
        clause.remove(at);
    }
    // "kleur de balken oranje": at the front it is the verb.
    if let [color, the, ..] = &mut clause[..]
        && color.key == "color"
        && the.key == "the"
    {
        color.key = "recolor".to_string();
    }
    let should = clause.iter().any(|token| token.key == "should");
    if should && clause.len() > 3 && clause.last().is_some_and(|last| last.key == "be") {
        clause.pop();
    }
}

/// "ruil de appel om voor een peer": what comes for it.
fn for_is_with(text: &str, clause: &mut Vec<Token>) {
    let Some(at) = (1..clause.len()).find(|&at| {
        text.get(clause[at].span.clone())
            .is_some_and(|written| written.starts_with("voor"))
    }) else {
        return;
    };
    let span = clause[at].span.clone();
    clause[at].key = "with".to_string();
    while clause.get(at + 1).is_some_and(|next| next.span == span) {
        clause.remove(at + 1);
    }
}
