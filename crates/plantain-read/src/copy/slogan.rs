//! Sentences that a printed piece cries out: "protest poster: there is no planet B, green".
//!
//! They are taken before limits are read, so that "no planet" forbids nothing.

use super::{emit, evidence, is_printed};
use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{Brief, Genre, Origin, Role};

/// Words that make a sentence of a clause.
const SAYING: &[&str] = &[
    "is",
    "are",
    "was",
    "will",
    "can",
    "can't",
    "cannot",
    "must",
    "there",
    "you",
    "we",
    "i",
    "it",
    "your",
    "our",
    "my",
    "don't",
    "do",
    "not",
    "no",
    "never",
    "always",
    "be",
    "let's",
    "every",
    "everything",
    "nothing",
    "together",
    "stop",
    "save",
    "keep",
    "need",
    "must",
    "goes",
];

const WORDS_MAX: usize = 12;

/// "YouTube thumbnail: I LIVED ON $5 A DAY": a clause of capitals that a small word leads through a figure is one line.
pub(super) fn loud(reader: &mut Reader<'_>) {
    const WORDS_MIN: usize = 4;
    const JOINTS: &[&str] = &[
        "on", "in", "for", "with", "at", "to", "of", "by", "than", "under",
    ];
    if !is_printed(reader.brief.genre) {
        return;
    }
    let mut from = 0;
    while from < reader.len() {
        let end = reader.clause_end(from).max(from);
        let start = (from..end)
            .rfind(|&at| reader.uses[at] == Use::Genre)
            .map_or(from, |at| at + 1);
        let figure = (start + 1..end).find(|&at| {
            reader
                .text(at, at + 1)
                .contains(|c: char| c.is_ascii_digit())
                && JOINTS.contains(&reader.key(at - 1))
        });
        let text = reader.text(start, end.max(start));
        let shouted = !text.contains(char::is_lowercase) && text.contains(char::is_alphabetic);
        let free = (start..end).all(|at| reader.is_free(at) && reader.tokens[at].quote().is_none());
        if figure.is_some_and(|at| at + 1 < end)
            && shouted
            && free
            && end - start >= WORDS_MIN
            && !reader.brief.literals.iter().any(|l| l.role == Role::Title)
        {
            emit(reader, start, end, Role::Title);
        }
        from = end + 1;
    }
}

/// Claims the sentence behind the colon of the medium as the title.
pub(crate) fn claim(reader: &mut Reader<'_>) {
    let cries = matches!(
        reader.brief.genre,
        Genre::Poster | Genre::SocialCard | Genre::Banner | Genre::PrintMotif | Genre::QuoteCard
    );
    if !cries || !reader.quoted.is_empty() || !reader.brief.literals.is_empty() {
        return;
    }
    let Some(colon) = (0..reader.len().min(12)).find(|&at| reader.sep(at, Sep::Colon)) else {
        return;
    };
    let named = (reader.clause_start(colon)..colon).any(|at| reader.uses[at] == Use::Genre);
    let from = colon + 1;
    let to = reader.clause_end(from);
    let words = to.saturating_sub(from);
    let free = (from..to).all(|at| reader.is_free(at) && reader.tokens[at].is_wordlike());
    let article = matches!(
        reader.key(from),
        "a" | "an" | "with" | "of" | "for" | "featuring"
    );
    let says = (from..to).any(|at| SAYING.contains(&reader.key(at)));
    let told = (3..=WORDS_MAX).contains(&words) && says && !article;
    if named && free && told && !evidence::steers(reader, from, to) {
        emit(reader, from, to, Role::Title);
    } else if named {
        introduced(reader, from);
    }
}

/// "twitter card: Introducing Draftly 2.0 — write faster, …": a headline with a number in it, up to the first mark.
fn introduced(reader: &mut Reader<'_>, from: usize) {
    let card = matches!(reader.brief.genre, Genre::SocialCard | Genre::Banner);
    let to = reader.clause_end(from);
    let numbered = (from..to).any(|at| reader.tokens[at].kind == crate::tokens::Kind::Number);
    let plain = (from..to).all(|at| {
        reader.is_free(at)
            && (reader.tokens[at].is_word()
                || reader.tokens[at].kind == crate::tokens::Kind::Number)
    });
    if card && reader.is_capital(from) && numbered && plain && (2..=8).contains(&(to - from)) {
        emit(reader, from, to, Role::Title);
        // What a dash leads on to stands under it.
        let next = to + 1;
        let end = reader.clause_end(next);
        let line = reader.sep(to, Sep::Dash)
            && end > next + 1
            && (next..end).all(|at| reader.is_free(at) && reader.tokens[at].is_word())
            && !evidence::steers(reader, next, end);
        if line {
            emit(reader, next, end, Role::Subtitle);
        }
    }
}

/// "small steps every day": without a day of the calendar or a number, words that are all a piece says are no date.
pub(crate) fn days_in_speech(brief: &mut Brief) {
    const WORDS_MIN: usize = 3;
    if !is_printed(brief.genre) || brief.headline.is_some() || brief.subject.is_some() {
        return;
    }
    let [only] = &mut brief.literals[..] else {
        return;
    };
    let words: Vec<&str> = only.text.split_whitespace().collect();
    let plain = words.len() >= WORDS_MIN
        && words.iter().all(|word| {
            let key = crate::tokens::lower(word);
            word.chars().all(char::is_alphabetic)
                && !crate::forms::is_weekday(&key)
                && !crate::forms::is_month(&key)
        });
    let opens = matches!(
        words.first(),
        Some(&("open" | "closed" | "daily" | "from" | "on" | "every"))
    );
    if only.role == Role::Date && only.origin == Origin::Inferred && plain && !opens {
        only.role = Role::Title;
    }
}

#[cfg(test)]
mod tests {
    use crate::{Role, read};

    #[test]
    fn sentences_behind_the_medium_are_cried_out_whole() {
        for (prompt, want) in [
            (
                "protest poster: there is no planet B, green, hand lettering",
                "there is no planet B",
            ),
            (
                "poster: we will not be silent, black and white",
                "we will not be silent",
            ),
            (
                "coffee shop banner Wake up happy, Open daily 6-4, brown",
                "Wake up happy",
            ),
            (
                "social card: we hit 10,000 users! thank you",
                "we hit 10,000 users!",
            ),
        ] {
            let brief = read(prompt);
            let title = brief.literals.iter().find(|l| l.role == Role::Title);
            assert_eq!(title.map(|l| l.text.as_str()), Some(want), "{prompt}");
            assert!(
                brief.constraints.is_empty(),
                "{prompt}: {:?}",
                brief.constraints
            );
        }
    }
}
