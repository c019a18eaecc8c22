//! The words of a prompt that can head a piece when no text does: "bake sale poster", "label for fig jam".

use super::{evidence, is_label};
use crate::Genre;
use crate::reader::{Reader, Use};
use crate::tokens::{Case, Kind, Sep};

/// Longest headline, in words.
const WORDS_MAX: usize = 7;

/// Words that name the medium or the manner of the picture and never its headline.
const MEDIA: &[&str] = &[
    "poster",
    "flyer",
    "notice",
    "flier",
    "leaflet",
    "banner",
    "web",
    "header",
    "cover",
    "ad",
    "advert",
    "advertisement",
    "post",
    "story",
    "thumbnail",
    "label",
    "tag",
    "price",
    "menu",
    "sign",
    "board",
    "card",
    "graphic",
    "image",
    "picture",
    "art",
    "design",
    "template",
    "instagram",
    "facebook",
    "linkedin",
    "twitter",
    "youtube",
    "social",
    "media",
    "x",
    "tiktok",
    "video",
    "travel",
    "movie",
    "film",
    "motivational",
    "inspirational",
    "protest",
    "safety",
    "product",
    "bottle",
    "jar",
    "box",
    "bag",
    "can",
    "packaging",
    "package",
    "square",
    "vertical",
    "horizontal",
    "printable",
    "digital",
    "shelf",
    "hang",
    "book",
    "magazine",
    "album",
    "typographic",
    "typography",
    "style",
    "cool",
    "nice",
    "new",
    "minimal",
    "event",
    "page",
    "front",
    "wrapper",
    "sticker",
    "carousel",
    "reel",
    "skyscraper",
    "wide",
    "tall",
    "narrow",
    "channel",
    "leaderboard",
    "a4",
    "a3",
    "small",
    "simple",
    "website",
    "chalkboard",
    "kids",
    "retro",
    "vintage",
    "modern",
    "logo",
    "wordmark",
    "monogram",
    "github",
    "preview",
    "pin",
    "pinterest",
    "feed",
    "insta",
    "ig",
    "fb",
    "a5",
    "size",
    "quick",
    "beautiful",
    "cute",
    "fun",
];

/// Whether the word names a medium and no content.
pub(super) fn is_medium(word: &str) -> bool {
    MEDIA.contains(&word)
}

/// Fills `brief.headline`.
pub(super) fn read(reader: &mut Reader<'_>) {
    if reader.brief.genre == Genre::Logo {
        return;
    }
    let Some(span) = reader.brief.genre_span.clone() else {
        return;
    };
    let Some(genre) = reader
        .tokens
        .iter()
        .position(|t| t.span.start >= span.start && !t.is_sep())
    else {
        return;
    };
    let stop = reader
        .tokens
        .iter()
        .position(|t| t.span.start >= span.end)
        .unwrap_or(reader.len());
    // "tea tin label": the words before the medium may name it more closely and say nothing of what it is for.
    let label = reader.brief.genre == Genre::Label;
    let medium = |words: &String| {
        label
            && crate::lexicon::lexicon()
                .genres
                .get(&words.to_lowercase())
                .is_some()
    };
    reader.brief.headline = before_genre(reader, genre, stop)
        .filter(|words| !medium(words))
        .or_else(|| before_colon(reader, stop))
        .or_else(|| subject(reader, stop));
}

/// "thank you 10k followers" of "thank you 10k followers instagram post".
fn before_genre(reader: &Reader<'_>, genre: usize, stop: usize) -> Option<String> {
    let telling = |i: &usize| {
        let (key, used) = (reader.key(*i), reader.uses[*i]);
        // "book fair", "art night": before an occasion a medium is what the occasion is about.
        let occasion = matches!(
            reader.key(*i + 1),
            "fair"
                | "club"
                | "launch"
                | "festival"
                | "night"
                | "party"
                | "market"
                | "show"
                | "week"
                | "exhibition"
                | "swap"
                | "sale"
                | "camp"
                | "workshop"
                | "class"
                | "tour"
                | "day"
        );
        let medium = MEDIA.contains(&key)
            || !key.is_ascii() && crate::lexicon::lexicon().genres.get(key).is_some();
        let word = !key.is_empty() && (!medium || occasion);
        word && matches!(used, Use::Topic | Use::Genre | Use::Object | Use::Setting)
            || used == Use::Look && is_occasion(key)
            || matches!(used, Use::Look | Use::Canvas | Use::Free)
                && (reader.key(*i + 1) == "friday" || reader.key(*i + 1) == "monday")
            || used == Use::Literal && reader.tokens[*i].quote().is_none()
            || used == Use::Carrier
                && matches!(
                    key,
                    "thank" | "thanks" | "you" | "and" | "of" | "the" | "in" | "for" | "to"
                )
    };
    let mut words: Vec<usize> = (reader.clause_start(genre)..stop)
        .skip_while(|i| {
            reader.uses[*i] == Use::Carrier && !matches!(reader.key(*i), "thank" | "thanks")
        })
        .filter(telling)
        .collect();
    // A language that puts "for" behind its noun leaves it before the kind of picture.
    while words
        .last()
        .is_some_and(|&i| matches!(reader.key(i), "for" | "of" | "and" | "the"))
    {
        words.pop();
    }
    let joined = words.windows(2).all(|w| w[1] == w[0] + 1);
    // The menu of a kind is called after it: "Breakfast Menu".
    if reader.brief.genre == Genre::Menu {
        let from = words.first().copied()?;
        // "taco stand menu screen": what it is shown on is no part of its name.
        let carried = |at: usize| {
            matches!(
                reader.key(at),
                "board" | "card" | "display" | "poster" | "screen" | "sheet" | "sign" | "template"
            )
        };
        let stop = stop - usize::from(stop > from + 1 && carried(stop - 1));
        let whole =
            (from..stop).all(|i| matches!(reader.uses[i], Use::Topic | Use::Genre | Use::Object));
        return (whole && stop - from <= 4).then(|| reader.text(from, stop).to_string());
    }
    let content = words
        .iter()
        .filter(|i| reader.uses[**i] != Use::Carrier)
        .count();
    // "oktoberfest flyer … Sept 20": one word names the event when the day is told.
    let dated = reader
        .brief
        .literals
        .iter()
        .any(|l| matches!(l.role, crate::Role::Date | crate::Role::Time));
    let event = content == 1
        && dated
        && words
            .first()
            .is_some_and(|&i| reader.key(i).chars().count() >= 6)
        && words.first().is_some_and(|&i| {
            let own = reader.uses[i] == Use::Genre;
            !own || i != genre
        })
        && matches!(reader.brief.genre, Genre::Poster | Genre::Story);
    if event {
        return Some(reader.text(words[0], words[0] + 1).to_string());
    }
    (content >= 2 && joined && words.len() <= WORDS_MAX).then(|| {
        reader
            .text(words[0], words[words.len() - 1] + 1)
            .to_string()
    })
}

/// "today's specials" of "chalkboard menu with today's specials: soup 5.50, …".
fn before_colon(reader: &Reader<'_>, stop: usize) -> Option<String> {
    let end = reader.clause_end(stop.min(reader.len().checked_sub(1)?));
    if !reader.sep(end, Sep::Colon) || stop >= end {
        return None;
    }
    let from = (stop..end)
        .rfind(|&i| {
            matches!(
                reader.key(i),
                "with" | "for" | "showing" | "listing" | "my" | "our" | "the" | "a"
            )
        })
        .map_or(stop, |i| i + 1);
    let words = end - from;
    let content = (from..end).all(|i| {
        reader.tokens[i].is_wordlike()
            && matches!(
                reader.uses[i],
                Use::Free | Use::Topic | Use::Object | Use::Described | Use::Role | Use::Genre
            )
    });
    let label = from > stop && matches!(reader.key(from - 1), "with" | "showing" | "listing");
    (label && content && (2..=4).contains(&words)).then(|| reader.text(from, end).to_string())
}

/// "yoga retreat in Bali" of "story for our yoga retreat in Bali, 5-8 May".
fn subject(reader: &Reader<'_>, stop: usize) -> Option<String> {
    let subject = reader.brief.subject.clone()?;
    // "a video about budgeting": what it is about leads, not that it is a video.
    let subject = match subject.split_once(" about ") {
        Some((medium, about)) if medium.split(' ').all(|w| MEDIA.contains(&w)) => about.to_string(),
        _ => subject,
    };
    if subject.split(' ').any(evidence::is_trade) {
        return None;
    }
    // By bytes: in other languages one token may stand for several words.
    let holds = |i: &usize| reader.prompt[reader.tokens[*i].span.start..].starts_with(&subject);
    let at = (stop..reader.len()).find(holds)?;
    let end = reader.tokens[at].span.start + subject.len();
    let behind = (at..reader.len())
        .find(|&i| reader.tokens[i].span.start >= end)
        .unwrap_or(reader.len());
    let close = reader.clause_end(at);
    let named = |i: usize| {
        let token = &reader.tokens[i];
        let small = matches!(
            reader.key(i),
            "in" | "at" | "on" | "of" | "&" | "and" | "the"
        );
        token.quote().is_none()
            && (small || token.case == Case::Title || token.kind == Kind::Number)
    };
    let whole = (behind.min(close)..close).all(named) && close - at <= WORDS_MAX;
    let text = if whole {
        reader.text(at, close).to_string()
    } else {
        subject
    };
    (is_label(reader.brief.genre) || text.contains(' ')).then_some(text)
}

/// "halloween", "christmas": mood words that name an occasion and not a manner.
fn is_occasion(key: &str) -> bool {
    crate::lexicon::lexicon()
        .looks
        .get(key)
        .is_some_and(|(kind, word)| *kind == crate::lexicon::LookKind::Mood && *word != key)
}
