//! Boards of dishes: what stands behind the medium is written line by line, each dish with its price.

use super::{designs, emit, free, priced};
use crate::copy::evidence;
use crate::forms::FormKind;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};
use crate::{Genre, Role};

/// "chalkboard sign today's soup: pumpkin & ginger 5€, with bread": on a board with prices the words behind the medium
/// are written, line by line.
pub(super) fn claim(reader: &mut Reader<'_>) {
    let Some(genre) = (0..reader.len()).rfind(|&at| reader.uses[at] == Use::Genre) else {
        return;
    };
    let headed = (genre + 1..reader.len().min(genre + 8))
        .find(|&i| reader.sep(i, Sep::Colon))
        .filter(|&colon| {
            colon > genre + 1
                && free(reader, genre + 1, colon)
                && (colon + 1..reader.len()).any(|i| priced(reader, i))
                && !matches!(
                    reader.key(genre + 1),
                    "with" | "for" | "saying" | "that" | "says" | "reading"
                )
        });
    let colon = match headed {
        Some(colon) => {
            emit(reader, genre + 1, colon, Role::Title);
            colon
        }
        // "chalkboard for a cafe: soup 5, with bread 6.50": dishes with their prices behind the medium.
        None => match opening(reader, genre) {
            Some(colon) if dishes(reader, colon + 1) >= 1 => colon,
            _ => return,
        },
    };
    let mut titled = headed.is_some();
    let mut at = colon + 1;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        let price = (at + 1..end)
            .find(|&i| priced(reader, i))
            .or_else(|| costs(reader, at, end));
        match price {
            Some(price) if free(reader, at, price + 1) => dish(reader, at, price),
            None if end > at
                && free(reader, at, end)
                && !designs(reader, at, end)
                && !evidence::steers_by_words(reader, at + 1, end) =>
            {
                emit(
                    reader,
                    at,
                    end,
                    if titled { Role::Body } else { Role::Title },
                );
                titled = true;
            }
            _ => {}
        }
        at = end + 1;
    }
}

/// Takes the words `from..price` as a dish and the number behind them as what it costs.
fn dish(reader: &mut Reader<'_>, from: usize, price: usize) {
    emit(reader, from, price, Role::Item);
    emit(reader, price, price + 1, Role::Price);
    let value = reader.brief.literals.len() - 1;
    reader.brief.pair(value - 1, value);
}

/// "Nigiri - salmon 5, tuna 6. Rolls - dragon 14, rainbow 12": courses that a dash parts from their dishes.
pub(super) fn sections(reader: &mut Reader<'_>) {
    const HEADING_WORDS_MAX: usize = 3;
    let parted = |reader: &Reader<'_>, at: usize| {
        reader.sep(at, Sep::Dash) && reader.tokens[at - 1].span.end < reader.tokens[at].span.start
            || reader.sep(at, Sep::Colon)
    };
    let headings: Vec<(usize, usize)> = (1..reader.len())
        .filter(|&mark| {
            let next = mark + 1;
            parted(reader, mark) && costs(reader, next, reader.clause_end(next)).is_some()
        })
        .map(|mark| (reader.clause_start(mark), mark))
        .filter(|&(from, to)| {
            (1..=HEADING_WORDS_MAX).contains(&to.saturating_sub(from))
                && free(reader, from, to)
                && (from..to).all(|at| reader.tokens[at].is_word())
        })
        .collect();
    let dashed = headings
        .iter()
        .any(|&(_, mark)| reader.sep(mark, Sep::Dash));
    if headings.len() < 2 || !dashed {
        return;
    }
    let (first, _) = headings[0];
    let told = reader.clause_start(first.saturating_sub(1));
    if first >= 2
        && matches!(
            reader.key(told),
            "sections" | "courses" | "categories" | "items"
        )
    {
        reader.mark(told, first - 1, Use::Role);
    }
    for (n, &(from, mark)) in headings.iter().enumerate() {
        emit(reader, from, mark, Role::Category);
        let close = headings.get(n + 1).map_or(reader.len(), |next| next.0);
        let mut at = mark + 1;
        while at < close {
            let end = reader.clause_end(at).max(at).min(close);
            if let Some(price) = costs(reader, at, end) {
                dish(reader, at, price);
            }
            at = end + 1;
        }
    }
}

/// The colon behind "chalkboard" or "chalkboard sign for a cafe" that leads to several lines.
fn opening(reader: &Reader<'_>, genre: usize) -> Option<usize> {
    let colon = (genre + 1..reader.len().min(genre + 8)).find(|&i| reader.sep(i, Sep::Colon))?;
    let whose = colon == genre + 1
        || matches!(
            reader.key(genre + 1),
            "for" | "at" | "in" | "of" | "from" | "outside" | "@de"
        );
    let several = reader.clause_end(colon + 1) < reader.len();
    (whose && several).then_some(colon)
}

/// How many clauses from here on end in what they cost.
fn dishes(reader: &Reader<'_>, start: usize) -> usize {
    if reader.brief.genre != Genre::Chalkboard {
        return 0;
    }
    let (mut at, mut found) = (start, 0);
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        found += usize::from(costs(reader, at, end).is_some());
        at = end + 1;
    }
    found
}

/// "apple pie 4": the number that closes a clause of words.
fn costs(reader: &Reader<'_>, from: usize, to: usize) -> Option<usize> {
    let last = to.checked_sub(1).filter(|last| *last > from)?;
    let text = reader.key(last);
    let number = reader.tokens[last].kind == Kind::Number && text.len() <= 3
        || matches!(reader.form(last), Some(FormKind::Figure | FormKind::Price));
    let words = (from..last).all(|at| reader.tokens[at].is_word() || reader.key(at) == "&");
    (number && words && free(reader, from, to)).then_some(last)
}

#[cfg(test)]
mod tests {
    use crate::{Role, read};

    #[test]
    fn a_sign_of_slate_is_a_chalkboard() {
        let brief =
            read("chalkboard wedding sign: Welcome to the wedding of Lily & Mark, 12.06.2027");
        assert_eq!(brief.genre, crate::Genre::Chalkboard);
    }

    #[test]
    fn dishes_stand_with_their_prices() {
        // Prompt; headings, then dish=price.
        for (prompt, want) in [
            (
                "chalkboard sign for a cafe: Soup of the day, Leek & potato, with bread 6.50",
                "with bread=6.50",
            ),
            (
                "menu for a sushi bar named Kaiyo. Sections: Nigiri - salmon 5, tuna 6. Rolls - California 9, dragon 14",
                "Nigiri|Rolls|salmon=5|tuna=6|California=9|dragon=14",
            ),
        ] {
            let brief = read(prompt);
            let headings = brief
                .literals
                .iter()
                .filter(|l| l.role == Role::Category)
                .map(|l| l.text.clone());
            let dishes = brief
                .pairs
                .iter()
                .map(|p| format!("{}={}", p.label_text, brief.literals[p.value].text));
            let found: Vec<String> = headings.chain(dishes).collect();
            assert_eq!(found.join("|"), want, "{prompt}");
        }
    }
}
