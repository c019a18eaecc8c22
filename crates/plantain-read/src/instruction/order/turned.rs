//! Phrases that stand the other way round than in English: owners before what they own, the old before the new.

use super::super::words::is_among;
use super::{is_verb, keyed};
use crate::lexicon::lexicon;
use crate::tokens::{Kind, Token, lower};

/// Words of designs that own something, beside all things.
const OWNERS: &str = "title|subtitle|chart|button|buttons|card|cards|table|logo|text|background|caption|legend|heading|subtitle";

/// Particles that say nothing where the parts of a sentence have found their places.
const PARTICLES: &str = "@obj|@subj|@topic|@to|@at|@from|@de|@with|@cl|~";

fn owns(token: &Token) -> bool {
    let lexicon = lexicon();
    token.is_word()
        && (is_among(&token.key, OWNERS) || lexicon.category(&token.key).is_some())
        && lexicon.adjectives.get(&token.key).is_none()
        && lexicon.colors.get(&token.key).is_none()
}

/// "コーヒーの値段": "price of coffee".
pub(super) fn owners_behind(words: Vec<Token>) -> Vec<Token> {
    let joint = (1..words.len().saturating_sub(1))
        .rev()
        .find(|&at| words[at].key == "@de" && owns(&words[at - 1]));
    let Some(joint) = joint else { return words };
    let of = keyed(&words[joint], "of");
    // "समोसे का दाम ₹25": what it is to be is no part of it.
    let end = (joint + 1..words.len())
        .find(|&at| !words[at].is_word())
        .unwrap_or(words.len());
    let mut out = words[joint + 1..end].to_vec();
    out.push(of);
    out.extend(owners_behind(words[..joint].to_vec()));
    out.extend_from_slice(&words[end..]);
    out
}

/// As [`owners_behind`], in every stretch between verbs and small words.
pub(super) fn owners_behind_all(clause: &[Token]) -> Vec<Token> {
    let parts =
        |token: &Token| is_verb(token) || is_among(&token.key, "@ba|to|@at|in|on|@for|with|by|and");
    let mut out = Vec::with_capacity(clause.len());
    for run in clause.split_inclusive(parts) {
        let (last, rest) = match run.split_last() {
            Some((last, rest)) if parts(last) => (Some(last), rest),
            _ => (None, run),
        };
        out.extend(owners_behind(rest.to_vec()));
        out.extend(last.cloned());
    }
    out
}

/// "köpeğin şapkası": marks the owner, which Turkish tells by its ending.
pub(super) fn with_genitives(text: &str, clause: &[Token]) -> Vec<Token> {
    let mut out = Vec::with_capacity(clause.len());
    for (at, token) in clause.iter().enumerate() {
        out.push(token.clone());
        let written = text.get(token.span.clone()).map(lower).unwrap_or_default();
        let genitive = ["ın", "in", "un", "ün"]
            .iter()
            .any(|ending| written.ends_with(ending));
        let own = clause.get(at + 1).is_some_and(|next| {
            next.span != token.span
                && (owns(next) || is_among(&next.key, "price|font|name|date|border|shadow"))
        });
        if genitive && written.chars().count() > 4 && owns(token) && own {
            out.push(keyed(token, "@de"));
        }
    }
    out
}

/// "三つから五つ", "üç yerine beş balon", "세 개 말고 다섯 개": the new before the old.
pub(super) fn new_before_old(clause: &[Token], language: &str) -> Option<Vec<Token>> {
    let split = clause
        .windows(2)
        .position(|pair| pair[0].key == "instead" && pair[1].key == "of")
        .map(|at| (at, at + 2))
        .or_else(|| {
            let at = clause.iter().position(|token| token.key == "not")?;
            (at > 1 && is_among(language, "ja|ko|tr")).then_some((at, at + 1))
        })
        .or_else(|| {
            let at = clause.iter().position(|token| token.key == "@from")?;
            let amounts =
                at > 0 && counts(&clause[at - 1]) && clause.get(at + 1).is_some_and(counts);
            amounts.then_some((at, at + 1))
        })?;
    let (old, new) = (&clause[..split.0], &clause[split.1..]);
    let topic = old
        .iter()
        .rposition(|token| is_among(&token.key, "@obj|@subj|@topic"))
        .map(|at| at + 1)
        .or_else(|| old.iter().position(|token| !token.is_word()))
        .unwrap_or(0);
    let (topic, old) = old.split_at(topic);
    let said = |tokens: &[Token]| -> Vec<Token> {
        let empty = |token: &&Token| !is_among(&token.key, PARTICLES) && !is_verb(token);
        tokens.iter().filter(empty).cloned().collect()
    };
    let (topic, old, mut new) = (said(topic), said(old), said(new));
    let (first, joint) = (old.first()?.clone(), &clause[split.0]);
    let amount = new.len() == 1 && counts(new.first()?);
    if !amount && !topic.is_empty() {
        // "日付は22日ではなく21日": what is told of the topic.
        let mut out = topic;
        out.push(keyed(joint, "is"));
        out.append(&mut new);
        out.push(keyed(joint, "not"));
        out.extend(old);
        return Some(out);
    }
    let mut out = new;
    out.extend(topic);
    out.extend(["instead", "of"].map(|key| keyed(&first, key)));
    out.extend(old);
    Some(out)
}

pub(super) fn counts(token: &Token) -> bool {
    token.kind == Kind::Number && token.key.chars().all(|c| c.is_ascii_digit())
        || crate::numbers::simple(&token.key).is_some()
}

/// "22 değil": the denial before what it denies.
pub(super) fn denial_first(clause: &mut [Token]) {
    if let [figure, denial] = clause
        && denial.key == "not"
        && figure.is_wordlike()
    {
        clause.swap(0, 1);
    }
}
