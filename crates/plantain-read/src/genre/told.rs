//! Words for a medium in sentences that tell of something else: verbs, parts of names, what a painting is of.

use crate::Genre;
use crate::forms::FormKind;
use crate::lexicon::lexicon;
use crate::reader::{Reader, Use};
use crate::tokens::Kind;

/// "big slide to pay", "slide to stop": what is done with a thumb.
fn is_slid(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    to == from + 1 && reader.key(from) == "slide" && reader.key(to) == "to"
}

/// Whether a genre word is only a part of what is told.
pub(super) fn is_told_of(reader: &Reader<'_>, from: usize, to: usize, genre: Genre) -> bool {
    match genre {
        Genre::Slide => is_slid(reader, from, to),
        Genre::Pattern => is_feature(reader, from, to),
        Genre::Ticket => passes(reader, from, to),
        Genre::Chart => is_household(reader, from, to),
        Genre::BookCover => is_bound(reader, from, to),
        Genre::Gradient => depicts(reader, from, to) || is_backdrop(reader, from, to),
        _ => false,
    }
}

/// "The rough texture of the bark feeds the beetle": what a sentence that begins with the article says of its subject.
fn is_feature(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    const ADJECTIVES_MAX: usize = 4;
    let start = reader.clause_start(from);
    // "The soft, plush texture": commas between adjectives part no sentence.
    let start = if reader.key(start) == "the" { start } else { 0 };
    reader.key(start) == "the"
        && from - start <= ADJECTIVES_MAX
        && reader.uses[start] != Use::Carrier
        && to == from + 1
        && reader.key(to) == "of"
}

/// "clouds pass by", "you shall not pass": the verb.
fn passes(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let onward = matches!(
        reader.key(to),
        "by" | "through" | "over" | "under" | "along" | "across" | "around" | "between"
    );
    let willed = from > 0
        && matches!(
            reader.key(from - 1),
            "not" | "shall" | "will" | "can" | "cannot" | "let" | "to"
        );
    to == from + 1 && reader.key(from) == "pass" && (onward || willed)
}

/// "a white candlestick beside a clock", "a funnel on a tube": a thing of the house, where no figures are told.
fn is_household(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let figures = (0..reader.len()).any(|at| {
        reader.tokens[at].kind == Kind::Number
            || matches!(
                reader.form(at),
                Some(FormKind::Price | FormKind::Percent | FormKind::Quantity | FormKind::Figure)
            )
    });
    let thing = matches!(
        reader.key(from),
        "candlestick" | "candlesticks" | "funnel" | "funnels"
    );
    let placed = (0..reader.len()).any(|at| {
        (at < from || at >= to) && lexicon().nouns.at(&reader.tokens, at).is_some()
            || matches!(
                reader.key(at),
                "on" | "beside" | "next" | "near" | "between"
            )
    });
    to == from + 1 && thing && placed && !figures
}

/// "a hardcover book on a nightstand": a book that lies somewhere.
fn is_bound(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let book = matches!(reader.key(to - 1), "book" | "books") && to > from + 1;
    let lies = matches!(
        reader.key(to),
        "on" | "beside" | "under" | "behind" | "next" | "near" | "was" | "is" | "lies" | "lay"
    );
    book && lies
}

/// "a lighthouse keeper in boots, plain background": what somebody or something stands before.
fn is_backdrop(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let background = reader.key(to - 1) == "background";
    let bare = matches!(reader.key(from), "plain" | "blank" | "simple" | "solid");
    let soft = matches!(reader.key(from), "gradient" | "blurred");
    let named = |living: bool| {
        (0..from).any(|at| {
            let noun = lexicon().nouns.at(&reader.tokens, at);
            noun.is_some_and(|(_, noun)| match living {
                true => matches!(noun.category, "person" | "animal"),
                false => !matches!(noun.category, "office" | "shape"),
            })
        })
    };
    background && (bare && named(false) || soft && named(true))
}

/// "an abstract painting of a waterfall": what it is of is to be seen in it.
fn depicts(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    const WORDS_BETWEEN: usize = 3;
    let painted = matches!(
        reader.key(to - 1),
        "painting" | "art" | "picture" | "image" | "composition"
    );
    let thing = (to + 1..to + 2 + WORDS_BETWEEN).any(|at| {
        lexicon()
            .nouns
            .at(&reader.tokens, at)
            .is_some_and(|(_, noun)| {
                !matches!(noun.canonical, "shape" | "line" | "color" | "wave" | "form")
            })
            || reader.is_capital(at)
    });
    from < to && painted && reader.key(to) == "of" && thing
}

/// "a slide, two swings and a sandbox": among what children play on, a slide is one of it.
pub(super) fn is_for_play(reader: &Reader<'_>, from: usize, to: usize, genre: Genre) -> bool {
    const PLAY: &[&str] = &[
        "playground",
        "swing",
        "swings",
        "sandbox",
        "seesaw",
        "see-saw",
        "monkey",
        "trampoline",
        "children",
        "kids",
    ];
    let company = || {
        (0..reader.len())
            .filter(|at| !(from..to).contains(at))
            .any(|at| PLAY.contains(&reader.key(at)))
    };
    genre == Genre::Slide && to == from + 1 && reader.key(from) == "slide" && company()
}

/// "strona główna szkoły": where the head stands first, the noun behind the word for a screen only tells whose it is.
pub(super) fn is_head_of_screen(reader: &Reader<'_>, from: usize) -> bool {
    let word = lexicon().genres.at(&reader.tokens, from);
    is_head_first(reader)
        && word.is_some_and(|(_, word)| word.strong && crate::screens::is_interface(word.genre))
}

/// Whether the language of the prompt puts a noun before what it is about.
pub(super) fn is_head_first(reader: &Reader<'_>) -> bool {
    matches!(
        reader.brief.language.0.as_str(),
        "ru" | "uk" | "ar" | "he" | "es" | "pt" | "fr" | "it" | "pl"
    )
}

#[cfg(test)]
mod tests {
    use crate::{Genre, read};

    #[test]
    fn words_for_media_that_tell_of_things() {
        for (prompt, genre) in [
            (
                "The rough texture of the gravel road shook the car.",
                Genre::Scene,
            ),
            (
                "The soft, plush texture of the carpet warmed the feet.",
                Genre::Scene,
            ),
            ("texture of old wood, seamless", Genre::Pattern),
            ("fluffy clouds pass by an airplane", Genre::Scene),
            ("a wizard saying you shall not pass", Genre::Scene),
            (
                "a thin white candlestick next to a black clock",
                Genre::Scene,
            ),
            ("candlestick chart of a stock", Genre::Chart),
            ("the hardcover book was on the nightstand", Genre::Scene),
            ("an abstract painting of a waterfall", Genre::Scene),
            (
                "an abstract painting of three squares in blue and red",
                Genre::Scene,
            ),
            (
                "an abstract painting with blue, red and black",
                Genre::Gradient,
            ),
            ("a scientist accepting an award", Genre::Scene),
        ] {
            assert_eq!(read(prompt).genre, genre, "{prompt}");
        }
    }
}
