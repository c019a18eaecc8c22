//! Copy of printed pieces: what a printer would set although nobody put it in quotes.
//!
//! The scanner finds names, values and quoted strings. People write the rest of a poster in lower case between commas
//! ("friday 3pm in the gym, all proceeds go to the library"). Here whole segments are judged: those that speak to the
//! reader of the piece are text, those that speak to the designer stay description.

mod abroad;
mod below;
mod bundles;
mod calls;
mod claims;
mod contrast;
mod countdown;
mod counted;
mod courses;
mod dishes;
mod dress;
mod events;
mod evidence;
mod goods;
pub(crate) mod greetings;
mod headline;
mod leading;
mod lines;
mod mending;
mod named;
mod notice;
pub(crate) mod offered;
mod offers;
mod parallel;
mod parts;
mod plaque;
pub(crate) mod posts;
mod prices;
mod said;
mod slogan;
mod spoken;
mod unmarked;
mod whole;

use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};
use crate::{Genre, Literal, Origin, Role};
pub(crate) use below::below_the_goods;
pub(crate) use contrast::{drop_small_tails, sentences_lead};
pub(crate) use dishes::{described as described_dishes, whole as whole_dishes};
pub(crate) use dress::PLATFORMS;
pub(crate) use evidence::{dresses, wishes};
pub(crate) use leading::{part_slashed, prices_lead_nothing};
use lines::{literals_in, segment, tokens_of};
pub(crate) use notice::is_picture;
pub(crate) use parts::masthead;
use prices::{offer_before_button, price_of_tag, quoted_before, whole_prices};
use said::{said_after_colon, said_before, sign_words};
pub(crate) use slogan::days_in_speech;

/// Longest segment that is taken as one line, in tokens.
const LINE_TOKENS_MAX: usize = 18;

/// Takes copy that is told in one of the ways of a notice, before things and settings are read.
pub(crate) fn claim(reader: &mut Reader<'_>) {
    styles(reader);
    tongues(reader);
    dress::drop_placing(reader);
    monogram(reader);
    calls::manners(reader);
    unmarked::claim(reader);
    claims::of_goods(reader);
    claims::of_books(reader);
    slogan::loud(reader);
    countdown::claim(reader);
    counted::claim(reader);
    if notice::listed::claim(reader) {
        return;
    }
    offers::claim(reader);
    plaque::claim(reader);
    named::claim(reader);
    greetings::claim(reader);
    notice::claim(reader);
    events::claim(reader);
    slogan::claim(reader);
    calls::claim(reader);
    claims::of_services(reader);
}

/// "quote card in Japanese: …": the language of the texts is told to the designer.
fn tongues(reader: &mut Reader<'_>) {
    const TONGUES: &[&str] = &[
        "english",
        "spanish",
        "french",
        "german",
        "portuguese",
        "italian",
        "dutch",
        "polish",
        "turkish",
        "russian",
        "ukrainian",
        "arabic",
        "hebrew",
        "hindi",
        "chinese",
        "japanese",
        "korean",
    ];
    for at in 1..reader.len() {
        let led = reader.key(at - 1) == "in" && reader.is_free(at - 1);
        let ends = at + 1 >= reader.len() || reader.is_sep(at + 1);
        if led && ends && reader.is_free(at) && TONGUES.contains(&reader.key(at)) {
            reader.mark(at - 1, at + 1, Use::Constraint);
        }
    }
}

/// "logo for Hartmann & Vogt, monogram HV": the letters are the mark, the word before them is none of it.
fn monogram(reader: &mut Reader<'_>) {
    if reader.brief.genre != Genre::Logo {
        return;
    }
    let found = (0..reader.len().saturating_sub(1)).find(|&at| {
        matches!(
            reader.key(at),
            "monogram" | "initials" | "lettermark" | "letters"
        ) && reader.tokens[at + 1].case == crate::tokens::Case::Upper
            && reader.key(at + 1).chars().count() <= 3
            && (at + 2 >= reader.len() || reader.is_sep(at + 2))
    });
    if let Some(at) = found {
        reader.mark(at, at + 1, Use::Role);
        emit(reader, at + 1, at + 2, Role::Badge);
        return;
    }
    // "initials J and R", "letters A & M"
    let single = |at: usize| reader.is_capital(at) && reader.key(at).chars().count() == 1;
    let joined = (0..reader.len()).find(|&at| {
        matches!(
            reader.key(at),
            "monogram" | "initials" | "letters" | "letter"
        ) && single(at + 1)
            && at + 3 < reader.len()
            && matches!(reader.text(at + 2, at + 3), "and" | "&" | "+")
            && single(at + 3)
    });
    if let Some(at) = joined {
        reader.mark(at, at + 1, Use::Role);
        emit(reader, at + 1, at + 4, Role::Badge);
    }
}

/// "instagram post swiss style: …", "grunge concert flyer": a style right behind the medium is none of its words; one that
/// leads what the piece is for is worn as well.
fn styles(reader: &mut Reader<'_>) {
    const WORN: &[&str] = &[
        "grunge",
        "synthwave",
        "vaporwave",
        "psychedelic",
        "steampunk",
        "cyberpunk",
        "bauhaus",
        "art deco",
        "art nouveau",
    ];
    if !is_printed(reader.brief.genre) {
        return;
    }
    let is_genre = |reader: &Reader<'_>, at: usize| reader.uses[at] == Use::Genre;
    let Some(first) = (0..reader.len()).find(|&at| is_genre(reader, at)) else {
        return;
    };
    let last = (first..reader.len())
        .take_while(|&at| is_genre(reader, at))
        .last()
        .unwrap_or(first);
    let style_at = |reader: &Reader<'_>, at: usize| match crate::lexicon::lexicon()
        .looks
        .at(&reader.tokens, at)
    {
        Some((len, (crate::lexicon::LookKind::Style, style))) => Some((len, *style)),
        _ => None,
    };
    let wear = |reader: &mut Reader<'_>, style: &str| {
        let styles = &mut reader.brief.look.styles;
        if !styles.iter().any(|known| known == style) {
            styles.push(style.to_string());
        }
    };
    for at in reader.clause_start(first)..first {
        if let Some((_, style)) = style_at(reader, at).filter(|(_, style)| WORN.contains(style)) {
            wear(reader, style);
            break;
        }
    }
    let from = last + 1;
    if let Some((len, style)) = style_at(reader, from) {
        let mut end = from + len;
        end += usize::from(matches!(reader.key(end), "style" | "styled"));
        if reader.sep(end, Sep::Colon) {
            wear(reader, style);
            reader.mark(from, end, Use::Look);
            reader.tokens[end].kind = Kind::Sep(Sep::Comma);
            reader.cut_clauses();
            let close = reader.clause_end(end + 1);
            let plain =
                (end + 1..close).all(|at| reader.is_free(at) && reader.tokens[at].is_word());
            if plain && (1..=6).contains(&close.saturating_sub(end + 1)) && reader.quoted.is_empty()
            {
                emit(reader, end + 1, close, Role::Title);
            }
        }
    }
}

/// Joins and parts what the scanner cut wrongly, before things and settings are read.
pub(crate) fn mend(reader: &mut Reader<'_>) {
    let lettered = matches!(
        reader.brief.genre,
        Genre::Sticker | Genre::PrintMotif | Genre::QuoteCard
    );
    if is_printed(reader.brief.genre) || lettered {
        mending::cut_lower_tails(reader);
        mending::join_capitals(reader);
        mending::part_dates(reader);
        mending::join_numbers(reader);
        mending::free_scenery(reader);
        mending::name_is_title(reader);
        mending::drop_told_again(reader);
        mending::drop_styles(reader);
        mending::join_letters(reader);
        mending::part_founding(reader);
    }
    mending::free_wishes(reader);
    courses::read(reader);
    said_before(reader);
    said_after_colon(reader);
    sign_words(reader);
    quoted_before(reader);
    offer_before_button(reader);
    price_of_tag(reader);
    whole_prices(reader);
}

/// "furniture, toys, tools": on a piece with a day or a price, bare things in one breath are told to its readers as well as
/// shown.
fn series(reader: &mut Reader<'_>) {
    use crate::forms::FormKind;
    let event = matches!(
        reader.brief.genre,
        Genre::Poster | Genre::Sale | Genre::SocialCard | Genre::Story | Genre::Banner
    ) && reader.quoted.is_empty()
        && (0..reader.len()).any(|at| {
            matches!(
                reader.form(at),
                Some(FormKind::Date | FormKind::Time | FormKind::Price | FormKind::Range)
            )
        });
    if !event {
        return;
    }
    let bare = |reader: &Reader<'_>, from: usize, to: usize| {
        to > from
            && to - from <= 3
            && (from..to).all(|at| {
                matches!(reader.uses[at], Use::Free | Use::Object)
                    && reader.tokens[at].is_word()
                    && !matches!(
                        reader.key(at),
                        "a" | "an" | "the" | "with" | "and" | "in" | "on"
                    )
            })
            && !evidence::steers(reader, from, to)
    };
    let mut run: Vec<(usize, usize)> = Vec::new();
    let mut at = 0;
    while at <= reader.len() {
        let end = if at < reader.len() {
            reader.clause_end(at).max(at)
        } else {
            at
        };
        if at < reader.len() && bare(reader, at, end) {
            run.push((at, end));
            if !reader.sep(end, Sep::Comma) {
                flush(reader, &mut run);
            }
        } else {
            flush(reader, &mut run);
        }
        at = end + 1;
    }
    flush(reader, &mut run);
}

/// "honey label: Golden Hive, raw wildflower honey, 500 g": between the texts of a label what it holds is told as well as shown.
fn descriptors(reader: &mut Reader<'_>) {
    if reader.brief.genre != Genre::Label || !reader.quoted.is_empty() {
        return;
    }
    let Some(first) = reader.brief.literals.iter().map(|l| l.span.end).min() else {
        return;
    };
    let mut at = 0;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        let behind = end > at && reader.tokens[at].span.start >= first;
        let words = (2..=5).contains(&(end - at));
        // "10 drops before bed": how much of it may lead.
        let counts = |i: usize| i == at && reader.tokens[i].kind == Kind::Number;
        let plain = (at..end).all(|i| {
            (reader.tokens[i].is_word() || counts(i))
                && matches!(
                    reader.uses[i],
                    Use::Free | Use::Object | Use::Topic | Use::Look
                )
        });
        let things =
            (at..end).any(|i| matches!(reader.uses[i], Use::Object | Use::Topic | Use::Free));
        let article = matches!(
            reader.key(at),
            "a" | "an" | "the" | "with" | "some" | "two" | "three"
        );
        let directs = (at..end).any(|i| {
            matches!(
                reader.key(i),
                "style"
                    | "background"
                    | "look"
                    | "font"
                    | "drawing"
                    | "illustration"
                    | "pattern"
                    | "motif"
                    | "texture"
                    | "branch"
                    | "branches"
                    | "sprig"
                    | "leaf"
                    | "leaves"
                    | "wreath"
                    | "silhouette"
                    | "colors"
                    | "colours"
                    | "design"
                    | "border"
                    | "label"
                    | "icon"
                    | "picture"
                    | "paper"
                    | "theme"
                    | "lettering"
            ) || crate::colors::color_at(&reader.tokens, i).is_some() && end - at == 2
        });
        // "orange with a squirrel": the ground, and what is drawn on it.
        let ground = crate::colors::color_at(&reader.tokens, at)
            .is_some_and(|(len, _)| reader.key(at + len) == "with");
        if behind && words && plain && things && !article && !directs && !ground {
            emit(reader, at, end, Role::Subtitle);
        }
        at = end + 1;
    }
}

/// Takes three bare things or more as lines; fewer stay pictures.
fn flush(reader: &mut Reader<'_>, run: &mut Vec<(usize, usize)>) {
    if run.len() >= 3 {
        for &(from, to) in run.iter() {
            emit(reader, from, to, Role::Text);
        }
    }
    run.clear();
}

/// Takes whole segments as lines, and widens found texts to the words that belong to them.
pub(crate) fn read(reader: &mut Reader<'_>) {
    abroad::read(reader);
    if is_printed(reader.brief.genre) {
        printed(reader);
    }
    whole::read(reader);
    prices::led_prices(reader);
    claims::before_quotes(reader);
    if is_printed(reader.brief.genre) || crate::screens::is_interface(reader.brief.genre) {
        parallel::join(reader);
    }
}

/// Takes the segments of a printed face as lines.
fn printed(reader: &mut Reader<'_>) {
    headline::read(reader);
    let mut at = 0;
    while at < reader.len() {
        let mut end = reader.clause_end(at).max(at);
        // The words behind the genre ("linkedin post we are hiring") and those between emoji are lines of their own.
        if let Some(genre) = (at..end).rfind(|&i| reader.uses[i] == Use::Genre)
            && genre + 1 < end
        {
            at = genre + 1;
        }
        if let Some(emoji) = (at..end).find(|&i| matches!(reader.tokens[i].kind, Kind::Emoji)) {
            end = emoji;
        }
        if end > at {
            segment(reader, at, end);
        }
        at = end.max(at) + 1;
    }
    series(reader);
    descriptors(reader);
    mending::drop_told(reader);
    calls::strip_announcing(reader);
    bundles::part_bundles(reader);
    reader.brief.order_literals();
}

/// Genres that are one printed face with lines of text.
pub(crate) fn is_printed(genre: Genre) -> bool {
    matches!(
        genre,
        Genre::Poster
            | Genre::Banner
            | Genre::Sale
            | Genre::SocialCard
            | Genre::Story
            | Genre::Label
            | Genre::PriceTag
            | Genre::Sign
            | Genre::Chalkboard
            | Genre::BookCover
            | Genre::MagazineCover
            | Genre::AlbumCover
            | Genre::Menu
            | Genre::Logo
    )
}

/// Labels carry short lines of every kind, so that little proof is needed there.
fn is_label(genre: Genre) -> bool {
    matches!(genre, Genre::Label | Genre::PriceTag)
}

fn emit(reader: &mut Reader<'_>, from: usize, to: usize, role: Role) {
    let mut span = reader.span(from, to);
    let mut next = to;
    while reader.sep(next, Sep::Mark) && reader.tokens[next].span.start == span.end {
        span.end = reader.tokens[next].span.end;
        next += 1;
    }
    reader.mark(from, next, Use::Literal);
    reader.brief.literals.push(Literal {
        text: reader.prompt[span.clone()].trim().to_string(),
        span,
        role,
        origin: Origin::Inferred,
        on_object: None,
    });
}
