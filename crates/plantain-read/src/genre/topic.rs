//! What the picture is about: the modifiers of the genre word and its "for …", "of …", "about …".

use super::Candidate;
use crate::Genre;
use crate::forms::FormKind;
use crate::lexicon::lexicon;
use crate::reader::{Reader, Use};
use crate::tokens::Sep;

/// Words that end what a picture is about.
const ENDS: &[&str] = &[
    "with",
    "named",
    "called",
    "titled",
    "showing",
    "featuring",
    "that",
    "saying",
    "in",
    "on",
    "by",
    "named:",
    "w/",
    "using",
    "label",
    "labelled",
    "connected",
    "and",
    "which",
    "who",
];

/// Marks the modifiers of the genre word and its "for …", "of …", "about …" as topic.
pub(super) fn mark(reader: &mut Reader<'_>, word: Candidate) {
    let drawn = is_drawn(word.genre);
    modifiers(reader, word, drawn);
    let mut at = word.to;
    while matches!(reader.form(at), Some(FormKind::Canvas)) {
        at += 1;
    }
    at = crate::look::palette::behind(reader, at);
    if let Some(end) = pictured(reader, word, at) {
        reader.uses[at] = Use::Carrier;
        reader.shown_to = end;
        if !matches!(reader.key(end), "for" | "promoting" | "advertising") {
            return;
        }
        at = end;
    }
    let leads = matches!(
        reader.key(at),
        "for" | "about" | "of" | "promoting" | "celebrating" | "from" | "on"
    ) && !(drawn && reader.key(at) == "of");
    if !leads || reader.sep(at, Sep::Colon) {
        return;
    }
    let on = reader.key(at) == "on";
    reader.uses[at] = Use::Carrier;
    at += 1;
    if on && !matches!(reader.key(at), "how" | "the") {
        reader.uses[at - 1] = Use::Free;
        return;
    }
    subject(reader, word, at);
}

/// "poster of two red foxes", "flyer with a school for the fair": where the thing ends that a printed piece shows.
///
/// Such a thing is drawn and is not what the piece says; what it is for may follow it.
fn pictured(reader: &Reader<'_>, word: Candidate, lead: usize) -> Option<usize> {
    let printed = matches!(
        word.genre,
        Genre::Poster | Genre::Banner | Genre::SocialCard | Genre::Story | Genre::BookCover
    );
    if !printed
        || !matches!(
            reader.key(lead),
            "of" | "with" | "featuring" | "showing" | "d'un" | "d'une"
        )
    {
        return None;
    }
    let told = |at: usize| {
        crate::numbers::count_at(&reader.tokens, at).is_some()
            || crate::colors::color_at(&reader.tokens, at).is_some()
            || lexicon().adjectives.get(reader.key(at)).is_some()
    };
    let mut at = lead + 1;
    at += usize::from(matches!(
        reader.key(at),
        "a" | "an" | "the" | "some" | "un" | "une" | "uno" | "una"
    ));
    while reader.is_lower(at) && told(at) && lexicon().nouns.at(&reader.tokens, at).is_none() {
        at += 1;
    }
    let (len, _) = lexicon().nouns.at(&reader.tokens, at)?;
    let end = at + len;
    // "poster of a lighthouse keeper": a word that belongs to no known thing is told on.
    let closes = reader.is_sep(end)
        || lexicon().stops.contains_key(reader.key(end))
        || lexicon().verbs.contains_key(reader.key(end))
        || lexicon().relations.at(&reader.tokens, end).is_some()
        || ENDS.contains(&reader.key(end));
    let small = reader.is_lower(at) || reader.brief.language.0 == "de";
    (small && closes).then_some(end)
}

/// Kinds of picture whose things are drawn: their words stay words for things.
fn is_drawn(genre: Genre) -> bool {
    matches!(
        genre,
        Genre::LabelledDiagram
            | Genre::CrossSection
            | Genre::Cycle
            | Genre::Map
            | Genre::Logo
            | Genre::AppIcon
            | Genre::Sticker
            | Genre::Comic
            | Genre::PrintMotif
            | Genre::Product
            | Genre::Avatar
            | Genre::Pattern
    )
}

/// "a vegan cooking app": the words right before the genre word.
fn modifiers(reader: &mut Reader<'_>, word: Candidate, drawn: bool) {
    let start = reader.clause_start(word.from);
    // "two-colour risograph poster": how many inks print it.
    for at in start..word.from {
        let inks = matches!(
            reader.key(at + 1),
            "color" | "colour" | "colors" | "colours" | "tone" | "ink" | "inks"
        );
        let joined = ["-color", "-colour", "-tone", "-ink"]
            .iter()
            .any(|end| reader.key(at).ends_with(end));
        if joined {
            reader.mark(at, at + 1, Use::Look);
        }
        if inks && at + 1 < word.from && crate::numbers::count_at(&reader.tokens, at).is_some() {
            reader.mark(at, at + 2, Use::Look);
        }
    }
    let versus = (start..word.from).any(|i| matches!(reader.key(i), "vs" | "versus"));
    for at in (start..word.from).rev() {
        if !reader.tokens[at].is_wordlike() || reader.uses[at] != Use::Free {
            break;
        }
        // The second word of "art nouveau" is as much a look as the first.
        let look = (start..=at).rev().take(3).any(|from| {
            lexicon()
                .looks
                .at(&reader.tokens, from)
                .is_some_and(|(len, _)| from + len > at)
        });
        let instruction = crate::colors::color_at(&reader.tokens, at).is_some() || look;
        let counted = crate::numbers::count_at(&reader.tokens, at).is_some()
            || reader.key(at).contains("-column");
        let mode = matches!(reader.key(at), "dark" | "light" | "mode");
        // "kids yoga studio logo": whom it is for is not its mark.
        let noun = lexicon().nouns.at(&reader.tokens, at);
        let whom =
            word.genre == Genre::Logo && noun.is_some_and(|(_, noun)| noun.category == "person");
        let shown = drawn && noun.is_some() && !whom;
        if instruction || counted || versus || mode || shown {
            continue;
        }
        let stop = lexicon().stops.contains_key(reader.key(at));
        reader.uses[at] = if stop { Use::Carrier } else { Use::Topic };
    }
}

/// Marks the words from `from` on as what the picture is about, up to a name, an instruction or a word that ends them.
fn subject(reader: &mut Reader<'_>, word: Candidate, from: usize) {
    let mut at = from;
    while at < reader.len()
        && reader.tokens[at].is_wordlike()
        && (!reader.is_capital(at)
            || reader.brief.language.0 == "de"
                && !(matches!(
                    word.genre,
                    Genre::BusinessCard | Genre::Certificate | Genre::Invitation
                ) && reader.is_capital_run(at)))
    {
        let key = reader.key(at);
        let instruction = matches!(
            key,
            "background" | "title" | "button" | "bg" | "subtitle" | "date" | "text"
        ) || crate::colors::color_at(&reader.tokens, at).is_some()
            && lexicon().nouns.get(key).is_none();
        if ENDS.contains(&key) || instruction {
            break;
        }
        // "may 310" is the month of a figure.
        let month = crate::forms::is_month(key)
            && reader
                .tokens
                .get(at + 1)
                .is_some_and(|next| next.kind == crate::tokens::Kind::Number);
        reader.uses[at] = if lexicon().stops.contains_key(key) && !month {
            Use::Carrier
        } else {
            Use::Topic
        };
        at += 1;
    }
    // "gauges for temperature 26.5 °C, humidity 71 %": the name of the first figure is not what all is about.
    let valued = matches!(
        reader.form(at),
        Some(FormKind::Percent | FormKind::Quantity | FormKind::Figure | FormKind::Price)
    );
    if word.genre == Genre::Chart && valued && at == from + 1 {
        reader.mark(from, at, Use::Free);
        return;
    }
    let first = (from..at)
        .find(|&i| !matches!(reader.key(i), "a" | "an" | "the" | "my" | "our" | "your"))
        .unwrap_or(at);
    while at > first && lexicon().stops.contains_key(reader.key(at - 1)) {
        at -= 1;
    }
    if first < at {
        reader.brief.subject = Some(reader.text(first, at).to_string());
    }
}
