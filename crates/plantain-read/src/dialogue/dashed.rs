//! Speech behind dashes: "Maya - are you coming? Me - yes, around 8".

use super::{Turn, is_name, unquoted};
use crate::outline::trimmed;

/// Dashes between a speaker and the words.
const DASHES: &[&str] = &[" - ", " – ", " — "];

/// The turns of a talk whose speakers stand before dashes; one speaker at least has the word twice, or is the writer.
pub(super) fn turns(prompt: &str) -> Vec<Turn> {
    let turns = DASHES
        .iter()
        .map(|dash| parted(prompt, dash))
        .find(|turns| turns.len() >= 2)
        .unwrap_or_default();
    let who = |turn: &Turn| prompt[turn.who.clone()].to_lowercase();
    let again = turns.iter().enumerate().any(|(n, turn)| {
        is_writer(&who(turn)) || turns[..n].iter().any(|before| who(before) == who(turn))
    });
    if again { turns } else { Vec::new() }
}

/// The turns between one kind of dash.
fn parted(prompt: &str, dash: &str) -> Vec<Turn> {
    // Where the words before end, where the name stands, and where what is said begins.
    let mut starts: Vec<(usize, usize, usize, usize)> = Vec::new();
    for (at, _) in prompt.match_indices(dash) {
        let start = prompt[..at]
            .rfind(char::is_whitespace)
            .map_or(0, |at| at + 1);
        let before = prompt[..start].trim_end();
        let opens = before.is_empty()
            || before.ends_with(['.', '?', '!', ',', ':', ';', '/', '|', '…'])
            || prompt[before.len()..start].contains('\n');
        if opens && is_name(&prompt[start..at]) {
            starts.push((before.len(), start, at, at + dash.len()));
        }
    }
    let ends = starts
        .iter()
        .skip(1)
        .map(|next| next.0)
        .chain([prompt.len()]);
    starts
        .iter()
        .zip(ends)
        .filter_map(|(&(_, start, to, from), end)| {
            let text = prompt[from..end].trim_end();
            let text = text.trim_end_matches([',', ';', '/', '|']).trim_end();
            let kept = unquoted(text);
            let from = from + text.find(kept)?;
            let said = trimmed(prompt, from..from + kept.len())?;
            Some(Turn {
                who: start..to,
                me: is_writer(&prompt[start..to].to_lowercase()),
                said: said.start..from + kept.len(),
                text: None,
            })
        })
        .collect()
}

/// Whether a name says that whoever writes the prompt speaks.
fn is_writer(name: &str) -> bool {
    matches!(
        name,
        "me" | "i" | "you" | "ich" | "yo" | "moi" | "io" | "eu" | "ik" | "ja" | "ben" | "я"
    )
}
