//! Words told as said or written: before and after a colon, on signs.

use super::lines::literals_in;
use super::{LINE_TOKENS_MAX, emit, evidence};
use crate::lexicon::lexicon;
use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{Genre, Literal, Origin, Role};

/// "no more plastic - protest poster with a turtle": what opens the prompt and is parted from the medium is the text.
pub(super) fn said_before(reader: &mut Reader<'_>) {
    let genre = reader.brief.genre;
    let one_text = matches!(
        genre,
        Genre::Poster
            | Genre::Sign
            | Genre::QuoteCard
            | Genre::Banner
            | Genre::SocialCard
            | Genre::Story
            | Genre::Chalkboard
    );
    let titled = reader
        .brief
        .literals
        .iter()
        .any(|l| l.role == Role::Title || l.origin == Origin::Quoted);
    if !one_text || titled || !reader.quoted.is_empty() {
        return;
    }
    let end = reader.clause_end(0);
    let parted =
        reader.sep(end, Sep::Dash) || reader.sep(end, Sep::Comma) || reader.sep(end, Sep::Line);
    let medium = (0..end).any(|at| reader.uses[at] == Use::Genre)
        || !(end..reader.len()).any(|at| reader.uses[at] == Use::Genre);
    let words = (0..end).filter(|&at| reader.tokens[at].is_word()).count();
    let instructs = matches!(
        reader.key(0),
        "i" | "we"
            | "make"
            | "create"
            | "design"
            | "draw"
            | "generate"
            | "hi"
            | "hello"
            | "hey"
            | "can"
            | "could"
            | "need"
            | "a"
            | "an"
            | "for"
            | "my"
            | "show"
            | "give"
    );
    let found = literals_in(reader, 0, end);
    if !parted || medium || instructs || words < 3 || !found.is_empty() || end > LINE_TOKENS_MAX {
        return;
    }
    let text = reader.text(0, end).to_lowercase();
    reader.brief.constraints.retain(|c| match c {
        crate::Constraint::Without(word) => !text.contains(word.as_str()),
        _ => true,
    });
    emit(reader, 0, end, Role::Title);
}

/// "quote in handwritten letters: stay curious": without any other text, what follows the colon is the text.
pub(super) fn said_after_colon(reader: &mut Reader<'_>) {
    let genre = reader.brief.genre;
    let one_text = matches!(
        genre,
        Genre::QuoteCard
            | Genre::Sign
            | Genre::Chalkboard
            | Genre::Poster
            | Genre::PrintMotif
            | Genre::SocialCard
    );
    if !one_text || !reader.brief.literals.is_empty() || !reader.quoted.is_empty() {
        return;
    }
    let Some(colon) = (0..reader.len()).find(|&at| reader.sep(at, Sep::Colon)) else {
        return;
    };
    let behind_genre = (0..colon).any(|at| reader.uses[at] == Use::Genre);
    let start = colon + 1;
    let end = match genre {
        Genre::Poster | Genre::SocialCard => reader.clause_end(start),
        _ => (start..reader.len())
            .find(|&at| {
                reader.sep(at, Sep::Line) || reader.sep(at, Sep::Stop) && at + 1 < reader.len()
            })
            .unwrap_or(reader.len()),
    };
    let listed = (start..end).any(|at| reader.sep(at, Sep::Comma))
        && !matches!(genre, Genre::QuoteCard | Genre::Sign);
    let words = (start..end).filter(|&at| reader.is_free(at)).count();
    // A sign may say please.
    let steered = match genre {
        Genre::Sign | Genre::QuoteCard => (start..end).any(|at| {
            matches!(reader.uses[at], Use::Canvas | Use::Look) || reader.key(at) == "with"
        }),
        _ => evidence::steers(reader, start, end),
    };
    let said = behind_genre && words > 0 && !listed && !steered;
    let drawn = (start..end)
        .all(|at| lexicon().nouns.at(&reader.tokens, at).is_some() || reader.is_sep(at));
    if said && !(drawn && matches!(genre, Genre::PrintMotif | Genre::Poster | Genre::SocialCard)) {
        let mut last = end;
        while last > start && reader.is_sep(last - 1) {
            last -= 1;
        }
        emit(reader, start, last, Role::Title);
    }
}

/// "no swimming sign, danger deep water": a later clause that begins as boards begin stands on it as well.
fn warnings(reader: &mut Reader<'_>, from: usize) {
    const WORDS_MAX: usize = 8;
    let mut at = from;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        let words = end - at;
        // "no text", "no people" are wishes.
        let opens = crate::genre::choice::OPENINGS.contains(&reader.key(at))
            && !matches!(reader.key(at), "no" | "do" | "don't" | "our");
        let free = (at..end).all(|i| reader.is_free(i) && reader.tokens[i].is_word());
        if opens && free && (2..=WORDS_MAX).contains(&words) {
            emit(reader, at, end, Role::Subtitle);
        }
        at = end + 1;
    }
}

/// "wet paint sign", "caution wet floor sign": the words before the sign are on it.
pub(super) fn sign_words(reader: &mut Reader<'_>) {
    const KINDS: &[&str] = &[
        "wooden",
        "metal",
        "vintage",
        "neon",
        "rustic",
        "street",
        "road",
        "shop",
        "store",
        "door",
        "warning",
        "safety",
        "traffic",
        "yard",
        "pub",
        "park",
        "wedding",
        "directional",
        "hanging",
        "information",
        "info",
        "office",
        "wall",
        "outdoor",
        "hand-painted",
        "painted",
        "simple",
        "funny",
        "cute",
        "custom",
        "big",
        "small",
        "large",
        "printable",
        "garden",
        "farm",
        "kitchen",
        "bathroom",
        "highway",
        "trail",
        "direction",
        "museum",
        "retro",
        "modern",
        "led",
    ];
    let close = reader
        .tokens
        .get(reader.clause_end(0).saturating_sub(1))
        .map_or(0, |token| token.span.end);
    // "no parking sign, 8am to 6pm": what a later clause tells stands below.
    let told = |l: &Literal| {
        l.origin <= Origin::Introduced
            || l.text.chars().any(char::is_alphabetic) && l.span.start < close
    };
    if reader.brief.genre != Genre::Sign || reader.brief.literals.iter().any(told) {
        return;
    }
    let Some(at) = (0..reader.len()).find(|&at| reader.uses[at] == Use::Genre) else {
        return;
    };
    let Some(sign) = (at..reader.len()).find(|&i| matches!(reader.key(i), "sign" | "plaque"))
    else {
        return;
    };
    let mut from = sign;
    while from > 0
        && matches!(
            reader.uses[from - 1],
            Use::Free | Use::Topic | Use::Genre | Use::Look | Use::Carrier
        )
        && reader.tokens[from - 1].is_wordlike()
        && !KINDS.contains(&reader.key(from - 1))
        && !(matches!(
            reader.key(from - 1),
            "a" | "an" | "the" | "my" | "our" | "make" | "me" | "design"
        ) && (0..from - 1).all(|i| reader.uses[i] == Use::Carrier))
    {
        from -= 1;
    }
    let close = reader.clause_end(sign);
    // "pool rules sign: no running": where lines are told, a single word before the medium is its kind.
    let lines = reader
        .brief
        .literals
        .iter()
        .position(|l| l.role == Role::Title);
    if let Some(first) = lines {
        if sign < from + 2 {
            return;
        }
        reader.brief.literals[first].role = Role::Subtitle;
    }
    if from < sign {
        emit(reader, from, sign, Role::Title);
        warnings(reader, sign + 1);
    } else if close > sign + 1 && reader.brief.language.0 != "en" && !reader.sep(close, Sep::Colon)
    {
        // "Schild Betreten verboten": elsewhere the words stand behind the board; before a colon they tell what it is for.
        emit(reader, sign + 1, close, Role::Title);
    }
}
