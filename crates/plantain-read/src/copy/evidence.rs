//! Tells copy from description by the words of a segment.

mod words;

pub(super) use words::is_trade;

use super::is_label;
use crate::calendar;
use crate::colors::color_at;
use crate::lexicon::lexicon;
use crate::reader::{Reader, Use};
use crate::tokens::{Case, Kind, Sep};
use crate::{Genre, Origin, Role};
use words::{CALLS, SOFT, STEERING, is_said};

/// Whether the words direct the designer, or were understood as looks, limits or parts.
pub(super) fn steers(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let genre = reader.brief.genre;
    (from..to).any(|at| {
        let look = reader.uses[at] == Use::Look && !(is_label(genre) && is_said(reader.key(at)));
        let credit = reader.uses[at] == Use::Role && is_credit(reader, at);
        let understood = !credit
            && matches!(
                reader.uses[at],
                Use::Canvas
                    | Use::Constraint
                    | Use::Described
                    | Use::Carrier
                    | Use::Genre
                    | Use::Role
            )
            && !(reader.uses[at] == Use::Constraint
                && (reader.key(at).ends_with("day")
                    || is_label(genre)
                    || genre == Genre::MagazineCover));
        look || understood
            || STEERING.contains(&reader.key(at))
                && reader.tokens[at].case == Case::Lower
                && !(reader.sep(to, Sep::Mark) && SOFT.contains(&reader.key(at)))
            || reader.tokens[at].quote().is_some()
    }) || color_only(reader, from, to)
        || (from..to).all(|at| SHAPES.contains(&reader.key(at)))
}

/// Words for the shape of the sheet: alone between marks they say nothing to readers.
const SHAPES: &[&str] = &[
    "tall",
    "wide",
    "narrow",
    "upright",
    "portrait",
    "landscape",
    "vertical",
    "horizontal",
    "square",
    "long",
    "and",
    "very",
];

/// Whether the words direct the designer, before anything was understood as a look or a limit.
pub(super) fn steers_by_words(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let steering = |at: usize| {
        STEERING.contains(&reader.key(at))
            && !SOFT.contains(&reader.key(at))
            && !reader.is_capital(at)
    };
    let looks = (from..to).all(|at| {
        lexicon().looks.get(reader.key(at)).is_some()
            || lexicon().stops.contains_key(reader.key(at))
            || color_at(&reader.tokens, at).is_some()
    });
    (from..to).any(steering) || looks || color_only(reader, from, to)
}

/// Whether people speak with this word to the designer, and no piece says it of itself.
pub(super) fn is_steering(key: &str) -> bool {
    STEERING.contains(&key) && !SOFT.contains(&key)
}

/// Whether words call the readers or say what a designer is hardly told.
pub(super) fn addresses(text: &str) -> bool {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !(c.is_alphanumeric() || c == '\''));
    words.next().is_some_and(|word| CALLS.contains(&word)) || lower.split_whitespace().any(is_said)
}

/// `"Fair", "5 May". Clay pots and trailing leaves, cream ground`: where all words to be set stand in quotes, a sentence behind
/// them without figures tells what to draw.
pub(crate) fn wishes(reader: &Reader<'_>, at: usize) -> bool {
    const QUOTES_MIN: usize = 2;
    behind_quotes(reader, at)
        .is_some_and(|sentence| reader.quoted.len() >= QUOTES_MIN || names_a_look(reader, sentence))
}

/// As [`wishes`], where the sentence names a colour or a look as well.
pub(crate) fn dresses(reader: &Reader<'_>, at: usize) -> bool {
    behind_quotes(reader, at).is_some_and(|sentence| names_a_look(reader, sentence))
}

/// The sentence of a token that stands behind all quoted texts, has no figures and calls nobody.
fn behind_quotes(reader: &Reader<'_>, at: usize) -> Option<(usize, usize)> {
    let last = (0..reader.len()).rfind(|&i| reader.tokens[i].quote().is_some())?;
    let stops = |i: usize| reader.ends_sentence(i) || reader.sep(i, Sep::Line);
    // `"The map is not the territory." — A. Korzybski. Cream ground`: the stop of the quoted sentence ends none outside.
    let from = (last + 1..at.max(last + 1)).rfind(|&i| stops(i))? + 1;
    let to = (at..reader.len())
        .find(|&i| stops(i))
        .unwrap_or(reader.len());
    let figures = (from..to).any(|i| matches!(reader.tokens[i].kind, Kind::Number | Kind::Form(_)));
    let called = CALLS.contains(&reader.key(from));
    (!figures && !called).then_some((from, to))
}

fn names_a_look(reader: &Reader<'_>, (from, to): (usize, usize)) -> bool {
    (from..to).any(|i| {
        matches!(reader.uses[i], Use::Look | Use::Canvas) || color_at(&reader.tokens, i).is_some()
    })
}

fn color_only(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let mut at = from;
    let mut any = false;
    while at < to {
        match color_at(&reader.tokens, at) {
            Some((len, _)) => {
                any = true;
                at += len;
            }
            None if lexicon().stops.contains_key(reader.key(at)) => at += 1,
            None => return false,
        }
    }
    any
}

/// Whether a segment that nothing was made of speaks to the readers of the piece.
pub(super) fn speaks(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let genre = reader.brief.genre;
    let words: Vec<usize> = (from..to)
        .filter(|&i| reader.tokens[i].is_wordlike())
        .collect();
    if words.is_empty() || (from..to).any(|i| reader.uses[i] == Use::Literal) {
        return false;
    }
    // "novela" beside the name of a book says what it is.
    if genre == Genre::BookCover
        && words.len() == 1
        && matches!(reader.key(words[0]), "novel" | "memoir" | "thriller")
    {
        return true;
    }
    let free = |i: &usize| reader.uses[*i] == Use::Free;
    let drawn = |i: &usize| matches!(reader.uses[*i], Use::Object | Use::Setting);
    // "a rusted ship half buried in dunes" on a cover is what is seen there, whatever is said of it.
    let cover = matches!(genre, Genre::BookCover | Genre::AlbumCover);
    if cover && matches!(reader.key(from), "a" | "an") && words.iter().take(3).any(drawn) {
        return false;
    }
    let said = words.iter().any(|&i| is_said(reader.key(i)));
    let calls = CALLS.contains(&reader.key(from));
    let number = words.iter().any(|&i| reader.tokens[i].kind == Kind::Number)
        && words.iter().any(|&i| reader.tokens[i].is_word());
    let exclaims = reader.sep(to, Sep::Mark);
    // Stories of a magazine are told beside its quoted name.
    let quoted = genre != Genre::MagazineCover
        && reader
            .brief
            .literals
            .iter()
            .any(|l| l.origin == Origin::Quoted);
    let appositive = matches!(reader.key(from), "a" | "an")
        && words.len() >= 4
        && words.iter().filter(|i| drawn(i)).count() == 0
        && !quoted;
    // "costume contest": the head of the compound is nothing to draw.
    let headless = words.iter().any(drawn)
        && words
            .last()
            .is_some_and(|i| free(i) && lexicon().adjectives.get(reader.key(*i)).is_none())
        && words.len() <= 4
        // "camels and desert": things side by side are no compound.
        && !words.iter().any(|&i| reader.key(i) == "and");
    let bare = words.iter().all(free)
        && !words
            .iter()
            .all(|&i| lexicon().stops.contains_key(reader.key(i)));
    if calls && words.len() >= 2 && !quoted {
        return true;
    }
    if words
        .iter()
        .all(|i| drawn(i) || lexicon().stops.contains_key(reader.key(*i)))
    {
        // Things alone are pictures, except in the lines of a menu, the amounts and the flavours of a label, the goods of a
        // price tag and the figures of a magazine's stories.
        let tastes = words.iter().filter(|i| drawn(i)).all(|&i| {
            lexicon().nouns.get(reader.key(i)).is_none_or(|noun| {
                matches!(noun.category, "food" | "drink" | "fruit" | "vegetable")
            })
        });
        return genre == Genre::Menu
            || genre == Genre::PriceTag
            || genre == Genre::MagazineCover && number
            || genre == Genre::Label && (tastes || number && words.len() <= 3);
    }
    if is_label(genre) && (bare || number || said) {
        return true;
    }
    if matches!(genre, Genre::Sign | Genre::Chalkboard | Genre::Menu) && (bare || calls || said) {
        return true;
    }
    let loud = said || calls || number || exclaims || headless;
    if quoted {
        said || calls || number && bare || exclaims && bare
    } else {
        loud || appositive || bare && words.len() >= 3 && has_verb(reader, &words)
    }
}

fn has_verb(reader: &Reader<'_>, words: &[usize]) -> bool {
    words
        .iter()
        .any(|&i| lexicon().verbs.contains_key(reader.key(i)))
}

/// Whether a token beside a found text belongs to it.
pub(super) fn joins(reader: &Reader<'_>, at: usize, index: usize) -> bool {
    let token = &reader.tokens[at];
    if token.quote().is_some() || token.is_sep() || matches!(token.kind, Kind::Emoji) {
        return false;
    }
    let credit = reader.uses[at] == Use::Role && is_credit(reader, at);
    let label = is_label(reader.brief.genre) && reader.uses[at] == Use::Look && is_said(&token.key);
    let part = matches!(reader.uses[at], Use::Object | Use::Setting)
        && (token.case == Case::Lower || at == reader.clause_start(at))
        && reader.brief.literals[index].origin != Origin::Quoted
        && !determined(reader, at);
    reader.uses[at] == Use::Free || credit || label || part
}

/// "illustrated by", "a film by", "starring": without these a name says nothing.
fn is_credit(reader: &Reader<'_>, at: usize) -> bool {
    const CREDITS: &[&str] = &[
        "illustrated",
        "hosted",
        "directed",
        "made",
        "brewed",
        "starring",
        "film",
        "translated",
        "produced",
        "presented",
        "featuring",
        "code",
        "size",
        "issue",
        "est",
        "net",
        "wt",
        "until",
        "roasted",
        "photographed",
    ];
    let here = CREDITS.contains(&reader.key(at));
    let by =
        matches!(reader.key(at), "by" | "in") && at > 0 && CREDITS.contains(&reader.key(at - 1));
    here || by
}

/// Whether the phrase of a thing has an article or a count of its own.
fn determined(reader: &Reader<'_>, at: usize) -> bool {
    let mut i = at;
    while i > 0 && matches!(reader.uses[i - 1], Use::Object | Use::Setting) {
        i -= 1;
    }
    (i.saturating_sub(1)..=at).any(|k| matches!(reader.key(k), "a" | "an" | "with"))
}

/// Words at the start of a widened text that only lead to it.
pub(super) fn is_lead(reader: &Reader<'_>, at: usize) -> bool {
    matches!(
        reader.key(at),
        "and"
            | "a"
            | "an"
            | "the"
            | "it"
            | "is"
            | "playing"
            | "performing"
            | "appearing"
            | "held"
            | "taking"
            | "place"
            | "located"
            | "says"
            | "called"
            | "named"
            | "my"
            | "our"
            | "by"
            | "of"
            | "for"
            | "with"
            | "to"
            | "name"
    ) || reader.tokens[at].is_sep()
}

/// The part that a free line plays.
pub(super) fn role(reader: &Reader<'_>, from: usize, to: usize) -> Role {
    let has = |words: &[&str]| (from..to).any(|i| words.contains(&reader.key(i)));
    let dated = (from..to).any(|i| {
        let key = reader.key(i);
        let month = calendar::is_english_month(key) && !matches!(key, "march" | "may");
        month || calendar::is_english_weekday(key) && key.ends_with("day")
    });
    if dated
        || has(&["until", "tonight", "tomorrow"])
        || has(&["summer", "winter", "spring", "autumn"])
            && (from..to).any(|i| reader.key(i).len() == 4 && reader.tokens[i].kind == Kind::Number)
    {
        return Role::Date;
    }
    if has(&["issue", "edition", "volume"]) {
        return Role::Small;
    }
    let wants_title = !matches!(reader.brief.genre, Genre::Menu);
    if wants_title
        && reader.sep(from.wrapping_sub(1), Sep::Colon)
        && reader.brief.literals.is_empty()
    {
        return Role::Title;
    }
    Role::Text
}
