//! Judges by the way a word is written whether it can be an instruction.

use crate::reader::{Reader, Use};
use crate::tokens::{Case, Kind};

/// Tokens of a sentence that are looked at to tell prose from text, at most.
const SENTENCE_TOKENS_MAX: usize = 60;

/// Words that carry capitals without being text.
const ACRONYMS: &[&str] = &[
    "ui", "ux", "cta", "qr", "kpi", "3d", "2d", "png", "svg", "hd", "uhd", "rgb", "ios", "faq",
    "tv", "dj", "diy", "ai", "url", "pdf", "cgi", "dslr", "bg", "json", "csv", "xml", "html",
    "cli", "crm", "erp", "sdk", "ide", "cms", "pos", "iot", "seo",
];

/// Fills `reader.plain`: in a design, capitals in the middle of a clause are content.
pub(crate) fn judge(reader: &mut Reader<'_>) {
    if reader.is_scene() {
        // Capitals of two words and more are text even in a scene.
        return;
    }
    let shouting = is_shouting(reader);
    for at in 0..reader.len() {
        let token = &reader.tokens[at];
        // "Dunkelblauer": the parts of one word are read alike.
        if at > 0 && reader.tokens[at - 1].span == token.span {
            reader.plain[at] = reader.plain[at - 1];
            continue;
        }
        reader.plain[at] = match (token.kind, token.case) {
            (Kind::Quote(_), _) => false,
            (_, Case::Lower | Case::None) => true,
            _ if shouting => true,
            (_, Case::Upper) => {
                let emphasis = is_emphasis(reader, at);
                (emphasis || ACRONYMS.contains(&token.key.as_str()))
                    && !neighbour_is_capital(reader, at)
            }
            (_, Case::Title) => title_is_plain(reader, at),
        };
    }
    // German nouns that may be instructions are read as if they were written small.
    if reader.brief.language.0 == "de" {
        for at in 0..reader.len() {
            let known = glossed(reader, at) || names_part(reader, at);
            if reader.plain[at] && reader.tokens[at].case == Case::Title && known {
                reader.tokens[at].case = Case::Lower;
            }
        }
    }
}

/// Whether nearly every word has a capital, so that capitals say nothing.
fn is_shouting(reader: &Reader<'_>) -> bool {
    let cased =
        |token: &&crate::tokens::Token| token.kind == Kind::Word && token.case != Case::None;
    let words = reader.tokens.iter().filter(cased).count();
    let lower = reader
        .tokens
        .iter()
        .any(|token| token.case == Case::Lower && token.kind == Kind::Word);
    let title = reader
        .tokens
        .iter()
        .any(|token| token.case == Case::Title && token.kind == Kind::Word);
    let listed = reader
        .tokens
        .iter()
        .any(|token| token.is(crate::tokens::Sep::Colon));
    let german = reader.brief.language.0 == "de";
    words >= 6 && !lower && (!title || words >= 8 && !listed && !german)
}

/// "MINIMAL black business card": a word of looks that opens the prompt is written large for emphasis.
fn is_emphasis(reader: &Reader<'_>, at: usize) -> bool {
    at == 0
        && reader.is_lower(1)
        && reader
            .tokens
            .get(1)
            .is_some_and(crate::tokens::Token::is_word)
        && crate::lexicon::lexicon()
            .looks
            .get(reader.key(at))
            .is_some()
}

fn neighbour_is_capital(reader: &Reader<'_>, at: usize) -> bool {
    let upper = |at: usize| {
        reader.tokens.get(at).is_some_and(|token| {
            token.case == Case::Upper && !ACRONYMS.contains(&token.key.as_str())
        })
    };
    upper(at + 1) || at > 0 && upper(at - 1)
}

/// A capital at the start of a clause may be grammar.
fn title_is_plain(reader: &Reader<'_>, at: usize) -> bool {
    let start = reader.clause_start(at);
    // German nouns have capitals everywhere; at the start of a clause a thing or a person is content.
    let noun = crate::lexicon::lexicon()
        .nouns
        .at(&reader.tokens, at)
        .is_some();
    let german = reader.brief.language.0 == "de" && glossed(reader, at) && (at != start || !noun);
    let opens = (start..at)
        .all(|i| reader.uses[i] == Use::Carrier && reader.tokens[i].case != Case::Lower || i == at);
    if german && !reader.is_capital_run(at) || names_part(reader, at) {
        return true;
    }
    if !opens {
        return false;
    }
    let first = start == 0 || reader.ends_sentence(start - 1);
    let describes = crate::lexicon::lexicon().stops.contains_key(reader.key(at))
        || reader.uses[at] != Use::Free
        || crate::copy::wishes(reader, at);
    let next = word_end(reader, at);
    let next_capital = reader.is_capital(next) || reader.form(next).is_some();
    first
        && (describes || start == 0 || starts_description(reader, at))
        && !(next_capital && start > 0 && !describes)
}

/// "Button Jetzt starten", "Link Passwort vergessen": the German name of a part that opens a clause, with its words behind.
fn names_part(reader: &Reader<'_>, at: usize) -> bool {
    reader.brief.language.0 == "de"
        && at > 0
        && reader.clause_start(at) == at
        && reader.clause_end(at) > at + 1
        && matches!(
            reader.key(at),
            "button"
                | "buttons"
                | "link"
                | "links"
                | "field"
                | "fields"
                | "checkbox"
                | "toggle"
                | "switch"
                | "tabs"
                | "title"
                | "headline"
                | "subtitle"
                | "footer"
        )
}

/// The token behind a word, which may have several keys.
fn word_end(reader: &Reader<'_>, at: usize) -> usize {
    let span = &reader.tokens[at].span;
    (at + 1..reader.len())
        .find(|&i| reader.tokens[i].span != *span)
        .unwrap_or(reader.len())
}

/// A sentence of prose: it goes on in lower case and is long, or opens with a word of looks or parts.
fn starts_description(reader: &Reader<'_>, at: usize) -> bool {
    const PROSE_TOKENS_MIN: usize = 8;
    const BRIEF_TOKENS_MAX: usize = 6;
    let reach = (at + SENTENCE_TOKENS_MAX).min(reader.len());
    let end = (at..reach)
        .find(|&i| reader.ends_sentence(i))
        .unwrap_or(reach);
    let next = word_end(reader, at);
    let lower_next = reader.is_lower(next) || next == end;
    let steers = STEERING.contains(&reader.key(at)) && lower_next;
    if steers || heads_part(reader, at) || opens_with_part(reader, at) {
        return true;
    }
    let (prose, len) = (is_prose(reader, at, end), end - at);
    lower_next
        && (prose && len >= PROSE_TOKENS_MIN
            || (prose || len <= BRIEF_TOKENS_MAX) && opens_description(reader, at))
}

/// Words with which a sentence begins that directs the designer or tells of the picture.
const STEERING: &[&str] = &[
    "encourage",
    "include",
    "highlight",
    "emphasize",
    "showcase",
    "promote",
    "use",
    "add",
    "feature",
    "focus",
    "offer",
    "make",
    "create",
    "design",
    "show",
    "place",
    "put",
    "keep",
    "ensure",
    "convey",
    "mention",
    "invite",
    "provide",
    "leave",
    "write",
    "display",
    "depict",
    "set",
    "give",
    "choose",
    "avoid",
    "render",
    "arrange",
    "center",
    "align",
    "incorporate",
    "illustrate",
    "surround",
    "position",
    "style",
    "it's",
    "we're",
    "i'm",
    "that's",
    "there's",
    "she",
    "he",
    "they're",
];

/// Whether the sentence goes on in words of which prose is made.
fn is_prose(reader: &Reader<'_>, at: usize, end: usize) -> bool {
    (at..end).any(|i| {
        matches!(
            reader.key(i),
            "should"
                | "must"
                | "is"
                | "are"
                | "has"
                | "have"
                | "with"
                | "a"
                | "an"
                | "use"
                | "using"
        ) && reader.is_lower(i)
    })
}

/// Whether the word at `at` speaks of looks, parts, colours or doings.
fn opens_description(reader: &Reader<'_>, at: usize) -> bool {
    let lexicon = crate::lexicon::lexicon();
    lexicon.looks.at(&reader.tokens, at).is_some()
        || lexicon.components.at(&reader.tokens, at).is_some()
        || crate::colors::color_at(&reader.tokens, at).is_some()
        || lexicon.genres.at(&reader.tokens, at).is_some()
        || lexicon.adjectives.at(&reader.tokens, at).is_some()
        || lexicon.verbs.contains_key(reader.key(at))
        || matches!(
            reader.key(at),
            "background"
                | "with"
                | "use"
                | "no"
                | "color"
                | "colors"
                | "colour"
                | "colours"
                | "palette"
                | "font"
        )
}

/// "Main title:": whether the clause is a heading over what stands in a part, a capital at its start only.
fn heads_part(reader: &Reader<'_>, at: usize) -> bool {
    let lexicon = crate::lexicon::lexicon();
    let clause = reader.clause_end(at);
    reader.sep(clause, crate::tokens::Sep::Colon)
        && clause - at > 1
        && (at + 1..clause).all(|i| reader.is_lower(i))
        && (at..clause).any(|i| lexicon.roles.at(&reader.tokens, i).is_some())
}

/// "Price tag …": whether the name of a part or a medium stands here in several words, a capital at its start only.
fn opens_with_part(reader: &Reader<'_>, at: usize) -> bool {
    let lexicon = crate::lexicon::lexicon();
    let named = |len: usize| len >= 2 && (at + 1..at + len).all(|i| reader.is_lower(i));
    lexicon
        .components
        .at(&reader.tokens, at)
        .is_some_and(|(len, _)| named(len))
        || lexicon
            .genres
            .at(&reader.tokens, at)
            .is_some_and(|(len, _)| named(len))
}

/// Whether the word was found in the gloss table of its language.
fn glossed(reader: &Reader<'_>, at: usize) -> bool {
    let token = &reader.tokens[at];
    crate::tokens::lower(reader.prompt[token.span.clone()].trim_end_matches('.')) != token.key
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn german_names_of_parts_lead_to_their_words() {
        check_texts(&[
            (
                "Login-Seite mit Feldern E-Mail und Passwort, Button Anmelden, Link Passwort vergessen",
                &[
                    (Role::Field, "E-Mail"),
                    (Role::Field, "Passwort"),
                    (Role::Button, "Anmelden"),
                    (Role::Link, "Passwort vergessen"),
                ],
            ),
            (
                "Landingpage: Basis 9 €, Profi 19 €, Button Jetzt starten",
                &[
                    (Role::Item, "Basis"),
                    (Role::Price, "9 €"),
                    (Role::Item, "Profi"),
                    (Role::Price, "19 €"),
                    (Role::Button, "Jetzt starten"),
                ],
            ),
        ]);
    }
}
