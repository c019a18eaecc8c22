//! Boards that stand somewhere: "board in a café: soup 12, cheesecake 9".

use super::Candidate;
use crate::Genre;
use crate::forms::FormKind;
use crate::lexicon::lexicon;
use crate::reader::{Reader, Use};
use crate::tokens::Sep;

/// Tokens before the colon behind which a board tells what is written on it, at most.
const LEAD_MAX: usize = 8;
const PRICES_MIN: usize = 2;

/// Words for a board that is written on.
fn is_board(key: &str) -> bool {
    matches!(key, "board" | "blackboard" | "chalkboard")
}

/// Returns the end of the words for a board at the start of a prompt, its place included, behind which prices are listed.
pub(super) fn priced(reader: &Reader<'_>) -> Option<usize> {
    let colon = colon(reader, 0).or_else(|| chalked(reader))?;
    (0..colon).find(|&at| is_board(reader.key(at)))?;
    let prices = (colon..reader.len())
        .filter(|&at| matches!(reader.form(at), Some(FormKind::Price | FormKind::Figure)));
    (prices.count() >= PRICES_MIN).then_some(colon)
}

/// "tap list chalkboard, Pale Ale 6.00, …": whether no other medium is named than what the board is for, right before it.
pub(super) fn is_only(word: Candidate, candidates: &[Candidate]) -> bool {
    candidates.iter().all(|other| {
        let own = other.from == word.from;
        own || other.genre == Genre::Menu && other.to == word.from
    })
}

/// "gelato flavours board, chalk. Mango 3, …", "bar board chalkboard style. …": the stop behind a clause that says how the
/// board is written on.
fn chalked(reader: &Reader<'_>) -> Option<usize> {
    let first = reader.clause_end(0);
    let next = reader.clause_end((first + 1).min(reader.len()));
    let end = if reader.sep(first, Sep::Comma) {
        next
    } else {
        first
    };
    let chalk = |at: usize| matches!(reader.key(at), "chalk" | "chalkboard" | "blackboard");
    let closes = reader.sep(end, Sep::Stop) || reader.sep(end, Sep::Colon);
    (closes && (0..end).any(chalk)).then_some(end)
}

/// "Tafel im Café: …": where the board stands is not written on it.
pub(super) fn mark_place(reader: &mut Reader<'_>, from: usize) {
    let led = matches!(
        reader.key(from),
        "in" | "at" | "on" | "outside" | "inside" | "near" | "by" | "of" | "some" | "~" | "@de"
    );
    // "لافتة ترحيب: …": what a sign is for stands right behind it where nouns describe the noun before.
    let behind = matches!(reader.brief.language.0.as_str(), "ar" | "he");
    let Some(colon) = colon(reader, from).filter(|_| led || behind) else {
        return;
    };
    // "Tafel im Café Luna": a name is written on it.
    let named = |at: usize| {
        reader.is_capital(at)
            && lexicon().places.at(&reader.tokens, at).is_none()
            && lexicon().nouns.at(&reader.tokens, at).is_none()
    };
    let to = if (from..colon).any(named) {
        from + 1
    } else {
        colon
    };
    if (from..to).all(|at| reader.is_free(at)) {
        reader.mark(from, to, Use::Carrier);
    }
}

/// The colon that closes the words from a token on, without another mark before it.
fn colon(reader: &Reader<'_>, from: usize) -> Option<usize> {
    let end = reader.len().min(from + LEAD_MAX);
    let mark = (from..end).find(|&at| reader.is_sep(at))?;
    reader.sep(mark, Sep::Colon).then_some(mark)
}

#[cfg(test)]
mod tests {
    use crate::outline::check_texts;
    use crate::{Genre, Role, read};

    #[test]
    fn boards_say_what_is_behind_their_place() {
        for prompt in [
            "board in a cafe: Leek pie 12 zł, Cheesecake 9 zł",
            "tablica w kawiarni: Zupa 12 zł, Sernik 9 zł",
        ] {
            assert_eq!(read(prompt).genre, Genre::Chalkboard, "{prompt}");
        }
        assert_eq!(
            read("a chess board in a cafe, a cup of tea").genre,
            Genre::Scene
        );
        check_texts(&[
            (
                "Tafel im Café: Tagessuppe 5 €, Kuchen 4 €",
                &[
                    (Role::Item, "Tagessuppe"),
                    (Role::Price, "5 €"),
                    (Role::Item, "Kuchen"),
                    (Role::Price, "4 €"),
                ],
            ),
            (
                "letrero de bienvenida: Bienvenidos a casa",
                &[(Role::Title, "Bienvenidos a casa")],
            ),
            ("لافتة ترحيب: أهلاً وسهلاً", &[(Role::Title, "أهلاً وسهلاً")]),
            ("看板：営業中", &[(Role::Title, "営業中")]),
            (
                "Tafel im Café Luna: Suppe 5 €, Kuchen 4 €",
                &[
                    (Role::Title, "Café Luna"),
                    (Role::Item, "Suppe"),
                    (Role::Price, "5 €"),
                    (Role::Item, "Kuchen"),
                    (Role::Price, "4 €"),
                ],
            ),
        ]);
    }
}
