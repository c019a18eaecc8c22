//! Lines of copy in languages whose letters or grammar say less about where text begins.
//!
//! English copy is found by its capitals. Scripts without capitals have none, and Russian writes most lines in lower
//! case. There a segment speaks for itself by its words: what is in no table (names, venues, offers) was hardly meant as
//! an instruction.

use super::{claims, emit, evidence, literals_in, mending};
use crate::forms::{FormKind, is_month, is_weekday};
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep, lower};
use crate::{Genre, Role};

/// Longest line, in tokens.
const LINE_TOKENS_MAX: usize = 16;

/// Takes segments of unknown words as lines.
pub(super) fn read(reader: &mut Reader<'_>) {
    if reader.brief.language.0 == "en" || !takes_lines(reader.brief.genre) {
        return;
    }
    announced(reader);
    let mut at = 0;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        let genre = (at..end).rfind(|&i| reader.uses[i] == Use::Genre);
        match genre {
            Some(genre) => names_behind(reader, genre + 1, end),
            None => segment(reader, at, end),
        }
        at = end + 1;
    }
}

fn takes_lines(genre: Genre) -> bool {
    super::is_printed(genre)
        || matches!(
            genre,
            Genre::Invitation | Genre::Certificate | Genre::Ticket | Genre::QuoteCard
        )
}

/// "poster tea festival, Friday 5 June, city garden": the words between the medium and a day name the event, even where
/// each of them could be drawn, and the words behind the day its place.
fn announced(reader: &mut Reader<'_>) {
    let event = matches!(
        reader.brief.genre,
        Genre::Poster | Genre::Banner | Genre::SocialCard | Genre::Story
    );
    let Some(genre) = (0..reader.len()).rfind(|&at| reader.uses[at] == Use::Genre) else {
        return;
    };
    let (from, to) = (genre + 1, reader.clause_end(genre));
    if !event || !reader.quoted.is_empty() || !reader.sep(to, Sep::Comma) {
        return;
    }
    let (day, day_end) = (to + 1, reader.clause_end(to + 1));
    let calendar = |at: usize| {
        reader.form(at) == Some(FormKind::Date)
            || is_weekday(reader.key(at))
            || is_month(reader.key(at))
    };
    let dated = (day..day_end).any(calendar)
        && reader
            .text(day, day_end.max(day + 1))
            .contains(char::is_numeric);
    let led = matches!(
        reader.key(from),
        "of" | "for" | "about" | "with" | "on" | "in" | "@de" | "a"
    );
    if !dated || led || !names(reader, from, to) {
        return;
    }
    mending::drop_objects(reader, from, to);
    emit(reader, from, to, Role::Title);
    let found = literals_in(reader, day, day_end);
    let free = |at: usize| reader.is_free(at) && !reader.tokens[at].is_sep();
    if found.is_empty() && (day..day_end).all(free) {
        emit(reader, day, day_end, Role::Date);
    }
    for index in found {
        let literal = &mut reader.brief.literals[index];
        if literal.text.contains(char::is_numeric) {
            literal.role = Role::Date;
        }
    }
    let (place, end) = (day_end + 1, reader.clause_end(day_end + 1));
    let venue = (place..end).any(|at| crate::roles::is_venue(&format!("the {}", reader.key(at))));
    if place < end && venue && names(reader, place, end) {
        mending::drop_objects(reader, place, end);
        emit(reader, place, end, Role::Place);
    }
}

/// Whether a short stretch of words is free to be a name.
fn names(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    from < to
        && to - from <= 5
        && literals_in(reader, from, to).is_empty()
        && !evidence::steers(reader, from, to)
        && (from..to).all(|at| {
            reader.tokens[at].is_wordlike()
                && matches!(
                    reader.uses[at],
                    Use::Free | Use::Object | Use::Setting | Use::Topic | Use::Carrier
                )
        })
}

/// "wedding invitation Sara and Khaled": what stands behind the genre and is in no table.
fn names_behind(reader: &mut Reader<'_>, from: usize, to: usize) {
    let free = |reader: &Reader<'_>, at: usize| {
        matches!(reader.uses[at], Use::Free | Use::Topic | Use::Carrier)
    };
    let Some(first) = (from..to).find(|&at| free(reader, at) && is_unknown(reader, at)) else {
        return;
    };
    let small = |at: usize| matches!(reader.key(at), "and" | "&" | "+");
    let end = (first..to)
        .find(|&at| !(free(reader, at) && (is_unknown(reader, at) || small(at))))
        .unwrap_or(to);
    let end = (first..end)
        .rfind(|&at| is_unknown(reader, at))
        .map_or(end, |at| at + 1);
    let personal = matches!(reader.brief.genre, Genre::Invitation | Genre::Certificate);
    if !personal || !literals_in(reader, first, end).is_empty() {
        return;
    }
    emit(reader, first, end, Role::Title);
}

/// "réponse avant le 1er mai": a line of copy of which only the date was found is whole.
fn widen(reader: &mut Reader<'_>, from: usize, to: usize) {
    let found = literals_in(reader, from, to);
    let [index] = found[..] else { return };
    let rest = (from..to).all(|at| {
        let token = &reader.tokens[at];
        let inside = reader.brief.literals[index]
            .span
            .contains(&token.span.start);
        inside
            || token.is_wordlike()
                && matches!(reader.uses[at], Use::Free | Use::Topic | Use::Carrier)
    });
    let leads = reader.brief.literals[index].span.start > reader.tokens[from].span.start;
    let timed = matches!(
        reader.brief.literals[index].role,
        Role::Date | Role::Time | Role::Value
    );
    if rest && leads && timed && to - from <= LINE_TOKENS_MAX {
        reader.mark(from, to, Use::Literal);
        let span = reader.span(from, to);
        let literal = &mut reader.brief.literals[index];
        literal.text = reader.prompt[span.clone()].trim().to_string();
        literal.span = span;
        literal.role = Role::Body;
    }
}

fn segment(reader: &mut Reader<'_>, from: usize, to: usize) {
    if from < to && crate::inviting::is_copy(reader) && !reader.sep(to, Sep::Colon) {
        widen(reader, from, to);
    }
    if from >= to || to - from > LINE_TOKENS_MAX || !literals_in(reader, from, to).is_empty() {
        return;
    }
    let usable = (from..to).all(|at| {
        matches!(
            reader.uses[at],
            Use::Free | Use::Object | Use::Setting | Use::Topic | Use::Carrier
        ) && !reader.tokens[at].is_sep()
    });
    let labels = reader.sep(to, Sep::Colon);
    // Beside the sentence of an invitation everything else is copy, too.
    let copy = crate::inviting::is_copy(reader);
    let told = copy || beside_event(reader, from) || is_strange(reader, from, to);
    if !usable || labels || evidence::steers(reader, from, to) || !told || shows(reader, from, to) {
        return;
    }
    let role = evidence::role(reader, from, to);
    mending::drop_objects(reader, from, to);
    emit(reader, from, to, role);
}

/// "with balloons and a cake", "draw a cake": things that the picture shows.
fn shows(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let with = |at: usize| matches!(reader.key(at), "with" | "@with");
    let asked = reader.uses[from] == Use::Carrier && !with(from);
    let led = usize::from(with(from) || asked);
    let closed = usize::from(to > from + 1 && with(to - 1));
    // "guitare et notes de musique": several things in one clause, none of which is offered.
    let several =
        (from..to).any(|at| reader.key(at) == "and") && !claims::is_programme(reader, from, to);
    (led + closed > 0 || several) && super::notice::is_picture(reader, from + led, to - closed)
}

/// Whether the segment stands behind the name and the day of an event: what is told there is for its guests.
fn beside_event(reader: &Reader<'_>, from: usize) -> bool {
    let start = reader.tokens[from].span.start;
    let before = |role: Role| {
        let found = reader.brief.literals.iter().find(|l| l.role == role);
        found.is_some_and(|l| l.span.end <= start)
    };
    before(Role::Title) && before(Role::Date)
}

/// Whether most of a segment is in no table.
fn is_strange(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let chars = |at: usize| reader.text(at, at + 1).chars().count();
    let all: usize = (from..to).map(chars).sum();
    let strange: usize = (from..to)
        .filter(|&at| is_unknown(reader, at))
        .map(chars)
        .sum();
    strange > 0 && strange * 3 >= all
}

/// Whether a word was not found in the table of its language.
fn is_unknown(reader: &Reader<'_>, at: usize) -> bool {
    let token = &reader.tokens[at];
    token.kind == Kind::Word
        && !token.key.is_ascii()
        && token.key.chars().any(char::is_alphabetic)
        && lower(reader.text(at, at + 1)) == token.key
}

#[cfg(test)]
mod tests {
    use crate::{Role, read};

    #[test]
    fn an_event_before_its_day_is_the_title() {
        // Prompt; title, date, place.
        for (prompt, want) in [
            (
                "ملصق مهرجان القهوة، السبت ٦ يونيو، حديقة المدينة",
                ["مهرجان القهوة", "السبت ٦ يونيو", "حديقة المدينة"],
            ),
            (
                "плакат фестиваль кофе, суббота 6 июня, городской сад",
                ["фестиваль кофе", "суббота 6 июня", "городской сад"],
            ),
            (
                "פוסטר פסטיבל הקפה, יום שישי 6 ביוני, פארק העיר",
                ["פסטיבל הקפה", "יום שישי 6 ביוני", "פארק העיר"],
            ),
        ] {
            let brief = read(prompt);
            let of = |role: Role| {
                brief
                    .literals
                    .iter()
                    .find(|l| l.role == role)
                    .map_or_else(String::new, |l| brief.numerals.write(&l.text))
            };
            assert_eq!(
                [Role::Title, Role::Date, Role::Place].map(of),
                want.map(str::to_owned),
                "{prompt}"
            );
        }
    }
}
