//! Controls and states whose words stand before them in languages where no capital tells where they begin: "登录按钮",
//! "로그인 버튼", "giriş yap butonu", "लॉगिन बटन", "通知 开".

use super::emit;
use crate::colors::color_at;
use crate::literals::capitalized;
use crate::reader::{Reader, Use};
use crate::states::state;
use crate::{Component, Described, Genre, Role};

/// Words of one control, at most: scripts without blanks are cut into many.
const WORDS_MAX: usize = 10;

/// Letters of the name of a field, at most.
const FIELD_LETTERS_MAX: usize = 24;

/// Claims the settings that are told on or off, and the controls where the language puts their kind behind their words.
pub(super) fn claim(reader: &mut Reader<'_>) {
    let language = reader.brief.language.0.as_str();
    if language == "en" {
        return;
    }
    let behind = matches!(language, "zh" | "ja" | "ko" | "hi" | "tr");
    let mut bare = Vec::new();
    let mut fields_end = None;
    for (start, end) in clauses(reader) {
        lead_in(reader, start, end);
        let control = (start..end)
            .filter(|_| behind)
            .find_map(|at| Some((at, role_of(reader.key(at))?)));
        // "그 아래 링크 \"…\"": the text stands behind the word.
        let leads = control.is_some_and(|(at, _)| {
            let colon = usize::from(reader.sep(at + 1, crate::tokens::Sep::Colon));
            let next = reader.tokens.get(at + 1 + colon);
            next.is_some_and(|token| token.quote().is_some())
        });
        if leads {
            continue;
        }
        if let Some((at, role)) = control {
            if words(reader, start, at, role) && role == Role::Button {
                fields_end.get_or_insert(start);
            }
        } else if !switch(reader, start, end) {
            bare.push((start, end));
        }
    }
    let asks = matches!(
        reader.brief.genre,
        Genre::Login | Genre::SignUp | Genre::Form
    );
    if let (true, Some(fields_end)) = (asks, fields_end) {
        for (start, end) in bare {
            if end <= fields_end {
                field(reader, start, end);
            }
        }
    }
}

/// The clauses as tokens, those with the words for the genre cut in two by them ("결제하기 버튼이 있는 결제 페이지").
fn clauses(reader: &Reader<'_>) -> Vec<(usize, usize)> {
    let genre = |i: usize| reader.uses[i] == Use::Genre;
    let mut out = Vec::new();
    let mut at = 0;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        let before = (at..end).find(|&i| genre(i)).unwrap_or(at);
        let behind = (at..end).rev().find(|&i| genre(i)).map_or(at, |i| i + 1);
        out.extend(
            [(at, before), (behind, end)]
                .into_iter()
                .filter(|(from, to)| from < to),
        );
        at = end + 1;
    }
    out
}

/// "その下に「…」のリンク": small words that lead to a quoted text are no text.
fn lead_in(reader: &mut Reader<'_>, start: usize, end: usize) {
    let quoted = (start..end).any(|at| reader.tokens[at].quote().is_some());
    let small = |at: usize| crate::lexicon::lexicon().stops.contains_key(reader.key(at));
    let to = (start..end).find(|&at| !(reader.is_free(at) && small(at)));
    if let (true, Some(to)) = (quoted, to) {
        reader.mark(start, to, Use::Carrier);
    }
}

fn role_of(key: &str) -> Option<Role> {
    Some(match key {
        "button" | "buttons" => Role::Button,
        "link" | "links" => Role::Link,
        "field" | "fields" => Role::Field,
        "toggle" | "switch" | "checkbox" => Role::Item,
        _ => return None,
    })
}

/// Emits the words from `start` to the control at `at`; colours and sizes before them describe it.
fn words(reader: &mut Reader<'_>, start: usize, at: usize, role: Role) -> bool {
    let mut from = start;
    while from < at {
        let colored = color_at(&reader.tokens, from).map_or(0, |(len, _)| len);
        let small = usize::from(matches!(
            reader.key(from),
            "and" | "with" | "a" | "big" | "small" | "~" | "@de" | "of"
        ));
        match colored.max(small) {
            0 => break,
            len => from += len,
        }
    }
    let mut to = at;
    while to > from && matches!(reader.key(to - 1), "@de" | "of" | "@subj" | "@obj") {
        to -= 1;
    }
    if !says(reader, from, to) {
        return false;
    }
    // A button to play is a sign and no word.
    if role == Role::Button && matches!(reader.keys(from, to).as_str(), "play" | "search") {
        let span = reader.span(from, at + 1);
        let words = reader.keys(from, to);
        reader.brief.described.push(Described {
            kind: Component::Button,
            words,
            count: None,
            span,
        });
        reader.mark(from, at + 1, Use::Described);
        return true;
    }
    named(reader, from, to, role);
    reader.mark(to, at + 1, Use::Role);
    true
}

/// "通知 开": a setting that is on or off.
fn switch(reader: &mut Reader<'_>, start: usize, end: usize) -> bool {
    let last = end - 1;
    let told = last > start
        && reader.brief.genre != Genre::Kanban
        && state(&reader.text(last, end).to_lowercase()).is_some()
        && says(reader, start, last);
    if told {
        named(reader, start, last, Role::Item);
        reader.mark(last, end, Use::Constraint);
    }
    told
}

/// A clause of nothing but a short name, before the button of a form.
fn field(reader: &mut Reader<'_>, start: usize, end: usize) {
    let letters = reader.text(start, end).chars().count();
    if letters <= FIELD_LETTERS_MAX && says(reader, start, end) {
        named(reader, start, end, Role::Field);
    }
}

fn says(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    (1..=WORDS_MAX).contains(&to.saturating_sub(from))
        && (from..to).all(|i| {
            matches!(reader.uses[i], Use::Free | Use::Topic)
                && reader.tokens[i].is_wordlike()
                && reader.tokens[i].quote().is_none()
        })
}

fn named(reader: &mut Reader<'_>, from: usize, to: usize, role: Role) {
    let index = emit(reader, from, to, role);
    let literal = &mut reader.brief.literals[index];
    literal.text = match literal.text.strip_prefix('i') {
        Some(rest) if reader.brief.language.0 == "tr" => format!("İ{rest}"),
        _ => capitalized(&literal.text),
    };
}
