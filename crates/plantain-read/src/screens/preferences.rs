//! Settings and what they are set to: "Language French", "font size 14", "theme dark".

use super::emit;
use crate::Role;
use crate::lexicon::lexicon;
use crate::reader::Reader;
use crate::tokens::Kind;

/// "Email mia@post.fr, Language French": a setting that is known by name, and what it is set to.
pub(super) fn claim(reader: &mut Reader<'_>) {
    let mut at = 0;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        while at < end && matches!(reader.key(at), "also" | "and" | "with" | "plus" | "then") {
            at += 1;
        }
        let known = matches!(
            reader.key(at),
            "email"
                | "e-mail"
                | "password"
                | "language"
                | "name"
                | "username"
                | "phone"
                | "timezone"
                | "theme"
                | "currency"
                | "region"
                | "country"
                | "plan"
                | "units"
                | "version"
                | "storage"
                | "address"
                | "birthday"
                | "font"
                | "volume"
                | "brightness"
                | "quality"
        ) && !reader.is_lower(at);
        let free = (at..end).all(|i| reader.is_free(i) && reader.tokens[i].quote().is_none());
        let state = matches!(reader.key(end.saturating_sub(1)), "on" | "off");
        let cut = if known && !names_more(reader, at, end) {
            Some(at + 1)
        } else {
            small_setting(reader, at, end)
        };
        // "log out", "delete account": what ends a list of settings.
        let leaves = matches!(
            reader.keys(at, end).as_str(),
            "log out" | "logout" | "sign out" | "delete account"
        );
        if leaves && free {
            let index = emit(reader, at, end, Role::Item);
            let literal = &mut reader.brief.literals[index];
            literal.text = crate::literals::capitalized(&literal.text);
        }
        if let Some(cut) = cut
            && free
            && !state
            && end > cut
            && end - at <= 16
        {
            let label = emit(reader, at, cut, Role::Item);
            let value = emit(reader, cut, end, Role::Value);
            reader.brief.pair(label, value);
        }
        at = end + 1;
    }
}

/// "Email alerts": behind the name of what is no choice among words, small words are more of the name.
fn names_more(reader: &Reader<'_>, at: usize, end: usize) -> bool {
    let chosen = matches!(
        reader.key(at),
        "language"
            | "theme"
            | "timezone"
            | "currency"
            | "region"
            | "units"
            | "country"
            | "volume"
            | "brightness"
            | "quality"
            | "plan"
            | "font"
    );
    !chosen && (at + 1..end).all(|i| reader.tokens[i].is_word() && reader.is_lower(i))
}

/// "language English", "font size 14", "theme dark": where the value of a setting in small letters begins.
fn small_setting(reader: &Reader<'_>, at: usize, end: usize) -> Option<usize> {
    const WORDS_MAX: usize = 4;
    /// Last words of a part that lets choose, and is no value.
    const PARTS: &[&str] = &[
        "settings",
        "picker",
        "selector",
        "dropdown",
        "toggle",
        "slider",
        "section",
        "options",
        "switch",
        "preferences",
        "menu",
        "list",
        "button",
        "icon",
        "mode",
    ];
    if at >= end || !reader.is_lower(at) || PARTS.contains(&reader.key(end - 1)) {
        return None;
    }
    let part = |i: usize| {
        lexicon().roles.at(&reader.tokens, i).is_some()
            || lexicon().components.at(&reader.tokens, i).is_some()
    };
    let named = |i: usize| {
        reader.is_lower(i)
            && reader.tokens[i].is_word()
            && !part(i)
            && !lexicon().stops.contains_key(reader.key(i))
    };
    let cut = (at + 1..end).find(|&i| !named(i));
    match cut {
        Some(cut) => {
            let value = reader.is_capital(cut)
                || reader.form(cut).is_some()
                || reader.tokens[cut].kind == Kind::Number;
            (value && named(at) && cut - at <= WORDS_MAX).then_some(cut)
        }
        None => {
            let chosen = matches!(
                reader.key(at),
                "language" | "theme" | "timezone" | "currency" | "region" | "units" | "country"
            );
            (chosen && end - at == 2).then_some(at + 1)
        }
    }
}
