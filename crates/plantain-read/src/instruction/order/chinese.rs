//! Chinese: the object stands before the verb behind 把, or alone; places stand before the verb, too.

use super::{is_idle, is_verb, keyed, place_word, strip};
use crate::tokens::Token;

/// "让 | 天空 | 变成 | 紫色": of "make" and "change to" the second says what is done.
fn made(clause: &[Token]) -> Vec<Token> {
    let change = clause.iter().position(|token| token.key == "change");
    match change {
        Some(at) if clause[0].key == "make" && at > 1 => {
            let mut out = vec![clause[at].clone()];
            out.extend_from_slice(&clause[1..at]);
            out.extend_from_slice(&clause[at + 1..]);
            out
        }
        _ => clause.to_vec(),
    }
}

/// Chinese: the object stands before the verb behind 把, or alone; places stand before the verb, too.
pub(super) fn chinese(clause: &[Token]) -> Vec<Token> {
    let Some(verb) = clause.iter().position(is_verb) else {
        return clause.to_vec();
    };
    let before: Vec<&Token> = clause[..verb]
        .iter()
        .filter(|token| !is_idle(token) && token.key != "@ba")
        .collect();
    if before.is_empty() {
        return made(&clause[verb..]);
    }
    let object_marked = clause[..verb].iter().position(|token| token.key == "@ba");
    let place = before
        .first()
        .is_some_and(|token| matches!(token.key.as_str(), "@at" | "in" | "on" | "at" | "@for"))
        && object_marked.is_none();
    let mut out = vec![clause[verb].clone()];
    let front: Vec<Token> = before.iter().map(|token| (*token).clone()).collect();
    let rest = place_first(&clause[verb + 1..]);
    if place {
        let mut front = front;
        let to = match front[0].key.as_str() {
            "@for" => "to",
            _ => "at",
        };
        let postposition = front.iter().rposition(|token| {
            token.key.starts_with('@')
                && token.key != "@at"
                && token.key != "@de"
                && token.key != "@for"
        });
        match postposition.filter(|at| *at > 1) {
            // "in | tree | @next": the place word goes before its noun.
            Some(at) => {
                let word = match front[at].key.as_str() {
                    "@left" => "left of",
                    "@right" => "right of",
                    "@under" => "under",
                    "@front" => "in front of",
                    "@behind" => "behind",
                    "@next" => "next to",
                    "@above" => "above",
                    "@in" => "in",
                    _ => "on",
                };
                let token = front.remove(at);
                front.remove(0);
                let mut lead: Vec<Token> = word.split(' ').map(|key| keyed(&token, key)).collect();
                strip(&mut front);
                lead.extend(front);
                front = lead;
            }
            None => {
                let lead = front[0].key == "@for" || front[0].key == "@at";
                if lead {
                    front[0] = keyed(&front[0], to);
                }
                for token in &mut front {
                    let key = match token.key.as_str() {
                        "@left" => "left",
                        "@right" => "right",
                        _ => continue,
                    };
                    token.key = key.to_string();
                }
            }
        }
        out.extend(rest);
        out.extend(front);
    } else {
        let front = front.into_iter().map(|token| match token.key.as_str() {
            "@left" => keyed(&token, "left"),
            "@right" => keyed(&token, "right"),
            _ => token,
        });
        out.extend(front);
        out.extend(rest);
    }
    out
}

/// "图表 | 下面": the place word before its noun.
fn place_first(words: &[Token]) -> Vec<Token> {
    let mut out = words.to_vec();
    if out.len() > 1
        && let Some(place) = out.last().and_then(|last| place_word(&last.key))
        && let Some(last) = out.pop()
    {
        let lead = place.split(' ').map(|key| keyed(&last, key));
        out.splice(0..0, lead);
    }
    out
}
