//! Events told in one breath: "poster flea market Sunday 7 June, 8am-6pm, town hall square, free entry".
//!
//! Between the medium and the day stands what happens, behind the day where: in lower case as in capitals, in any language,
//! and also where each of the words could be drawn.

use super::{emit, evidence};
use crate::forms::{FormKind, is_month, is_weekday};
use crate::lexicon::lexicon;
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};
use crate::{Genre, Role};

/// Longest name of an event, in words.
const NAME_WORDS_MAX: usize = 6;
const PLACE_WORDS_MAX: usize = 5;

/// Claims the name of an event, its day and its place.
pub(crate) fn claim(reader: &mut Reader<'_>) {
    let event = matches!(
        reader.brief.genre,
        Genre::Poster | Genre::Banner | Genre::SocialCard | Genre::Story
    );
    if !event || !reader.quoted.is_empty() {
        return;
    }
    let Some(genre) = (0..reader.len()).rfind(|&at| reader.uses[at] == Use::Genre) else {
        return;
    };
    let Some((from, to, day)) = name(reader, genre + 1) else {
        occasion(reader, genre + 1);
        return;
    };
    let english = reader.brief.language.0 == "en";
    if english && reader.is_capital(from) {
        // Capitals tell the scanner enough.
        return;
    }
    emit(reader, from, to, Role::Title);
    let end = day_end(reader, day);
    if !english {
        emit(reader, day, end, Role::Date);
    }
    place(reader, end + 1);
}

/// "cartel concierto de jazz, Trío Lavanda, viernes 9 de mayo": in other languages too, what happens stands above who
/// plays when a day follows.
fn occasion(reader: &mut Reader<'_>, from: usize) {
    let to = reader.clause_end(from);
    let next = to + 1;
    let told = reader.brief.language.0 != "en"
        && reader.sep(to, Sep::Comma)
        && (1..=NAME_WORDS_MAX).contains(&to.saturating_sub(from))
        && reader.is_lower(from)
        && !leads(reader.key(from))
        && (from..to).all(|at| {
            matches!(reader.uses[at], Use::Free | Use::Topic) && reader.tokens[at].is_wordlike()
        })
        && !evidence::steers(reader, from, to);
    let named = reader.is_capital(next) && reader.sep(reader.clause_end(next), Sep::Comma);
    let dated = (next..reader.len().min(next + 16)).any(|at| starts_day(reader, at));
    if told && named && dated {
        emit(reader, from, to, Role::Kicker);
    }
}

/// Where the name of the event stands, and where its day begins.
fn name(reader: &Reader<'_>, mut from: usize) -> Option<(usize, usize, usize)> {
    let parts = |at: usize| {
        [Sep::Colon, Sep::Dash, Sep::Comma]
            .iter()
            .any(|s| reader.sep(at, *s))
    };
    from += usize::from(parts(from));
    // "póster evento: …"; "cartaz quermesse: sábado …" names what happens itself.
    if reader.is_lower(from) && reader.sep(from + 1, Sep::Colon) && !starts_day(reader, from + 2) {
        from += 2;
    }
    // "cartel de taller de fotografía": in other languages the event may follow a preposition.
    let english = reader.brief.language.0 == "en";
    let linked = !english && matches!(reader.key(from), "of" | "for" | "about");
    if linked {
        from += 1;
        while matches!(reader.key(from), "a" | "an" | "the") {
            from += 1;
        }
    }
    if leads(reader.key(from)) {
        return None;
    }
    let mut to = from;
    while to < reader.len() && !reader.is_sep(to) && !starts_day(reader, to) {
        to += 1;
    }
    // "del 3 al 8 de octubre": the word before the day belongs to it.
    let mut day = to;
    while day > from + 1
        && matches!(
            reader.key(day - 1),
            "from" | "on" | "the" | "del" | "od" | "vom" | "am" | "le" | "du" | "op"
        )
    {
        day -= 1;
    }
    let led = day < to;
    to = day;
    // "summer fair: Saturday 12 July": a colon or a dash parts the day from the name as a comma does.
    let day = if parts(to) && !led { to + 1 } else { to };
    let dated = (day..reader.clause_end(day)).any(|at| starts_day(reader, at))
        && (starts_day(reader, day) || led || starts_day(reader, day + 1));
    let free = (from..to).all(|at| {
        (reader.is_free(at) || linked && matches!(reader.uses[at], Use::Topic | Use::Carrier))
            && (reader.tokens[at].is_wordlike() || reader.form(at) == Some(FormKind::Date))
    });
    let looks = (from..to).all(|at| lexicon().looks.get(reader.key(at)).is_some());
    // "taller de fotografía" speaks of photographs without asking for one.
    let event = linked
        && matches!(
            reader.key(from),
            "workshop"
                | "course"
                | "class"
                | "fair"
                | "festival"
                | "exhibition"
                | "concert"
                | "conference"
                | "talk"
                | "market"
                | "party"
                | "race"
                | "contest"
                | "congress"
                | "meeting"
        );
    let words = to - from;
    let told = (1..=NAME_WORDS_MAX).contains(&words)
        && reader
            .text(from, to)
            .chars()
            .filter(|c| c.is_alphabetic())
            .count()
            >= 3;
    (dated && free && !looks && told && (event || !evidence::steers(reader, from, to)))
        .then_some((from, to, day))
}

/// Words behind the medium with which something else than a name begins.
fn leads(key: &str) -> bool {
    lexicon().stops.contains_key(key)
        || matches!(
            key,
            "" | "of"
                | "for"
                | "about"
                | "with"
                | "on"
                | "in"
                | "a"
                | "an"
                | "the"
                | "to"
                | "at"
                | "showing"
                | "featuring"
                | "from"
                | "by"
                | "using"
                | "size"
                | "title"
                | "titled"
                | "that"
                | "says"
                | "reads"
                | "announcing"
                | "promoting"
                | "advertising"
        )
        || matches!(
            key,
            "date"
                | "price"
                | "text"
                | "brand"
                | "headline"
                | "venue"
                | "location"
                | "event"
                | "when"
                | "time"
                | "where"
                | "deadline"
        )
}

fn starts_day(reader: &Reader<'_>, at: usize) -> bool {
    reader.form(at) == Some(FormKind::Date)
        || is_weekday(reader.key(at)) && reader.key(at).chars().count() > 2
        || is_month(reader.key(at)) && reader.key(at).chars().count() > 3
        || reader
            .tokens
            .get(at)
            .is_some_and(|t| t.kind == Kind::Number)
            && is_month(reader.key(at + 1))
}

/// End of the day with the hours that follow it behind a comma.
fn day_end(reader: &Reader<'_>, day: usize) -> usize {
    let end = reader.clause_end(day);
    let next = end + 1;
    let close = reader.clause_end(next.min(reader.len()));
    let hours = reader.sep(end, Sep::Comma)
        && close > next
        && close - next <= 4
        && (next..close).all(|at| {
            matches!(reader.form(at), Some(FormKind::Time | FormKind::Range))
                || matches!(
                    reader.key(at),
                    "at" | "ore" | "uhr" | "uur" | "h" | "from" | "to"
                )
                || reader.tokens[at].kind == Kind::Number
        });
    if hours { close } else { end }
}

/// Takes the clause behind the day as the place when it is the name of one.
fn place(reader: &mut Reader<'_>, from: usize) {
    if from >= reader.len() {
        return;
    }
    let mut from = from;
    let mut to = reader.clause_end(from);
    // The hours of an English date stand in a clause of their own.
    let timed =
        (from..to).any(|at| matches!(reader.form(at), Some(FormKind::Time | FormKind::Range)));
    if timed {
        from = to + 1;
        if from >= reader.len() {
            return;
        }
        to = reader.clause_end(from);
    }
    let words = to.saturating_sub(from);
    let free = (from..to).all(|at| reader.is_free(at) && reader.tokens[at].is_word());
    if !free || !(1..=PLACE_WORDS_MAX).contains(&words) || evidence::steers(reader, from, to) {
        return;
    }
    let offers = (from..to).any(|at| {
        matches!(
            reader.key(at),
            "free"
                | "entry"
                | "admission"
                | "entrance"
                | "ticket"
                | "tickets"
                | "registration"
                | "register"
                | "gratis"
                | "price"
                | "all"
                | "welcome"
                | "live"
                | "food"
                | "music"
        )
    });
    let venue = crate::roles::is_venue(&format!("the {}", reader.text(from, to)))
        || [from, to - 1]
            .iter()
            .any(|at| crate::roles::is_venue(&format!("the {}", reader.key(*at))));
    let english = reader.brief.language.0 == "en";
    // "the blue door" behind the day is where to go.
    let called = english && reader.key(from) == "the" && words <= 4;
    let named = called || reader.is_capital(from) && words <= 3 && !english;
    if !offers && (venue || named) {
        emit(reader, from, to, Role::Place);
    }
}

#[cfg(test)]
mod tests {
    use crate::{Role, read};

    #[test]
    fn what_happens_stands_before_the_day_and_the_place_behind_it() {
        // Prompt; title, date, place.
        for (prompt, want) in [
            (
                "poster flea market Sunday 7 June, 8am-6pm, town hall square, free entry",
                ["flea market", "Sunday 7 June, 8am-6pm", "town hall square"],
            ),
            (
                "cartel de taller de fotografía, sábado 3 de mayo, 11:00, Centro Cívico, registro gratuito",
                [
                    "taller de fotografía",
                    "sábado 3 de mayo, 11:00",
                    "Centro Cívico",
                ],
            ),
            (
                "cartaz festa junina, sábado 20 de junho às 18h, Praça Central, entrada grátis",
                ["festa junina", "sábado 20 de junho às 18h", "Praça Central"],
            ),
            (
                "affiche brocante dimanche 7 juin, 8h-18h, place de la Mairie, entrée libre",
                ["brocante", "dimanche 7 juin, 8h-18h", "place de la Mairie"],
            ),
            (
                "Plakat Flohmarkt Sonntag 7. Juni, 8-18 Uhr, Rathausplatz, Eintritt frei",
                ["Flohmarkt", "Sonntag 7. Juni, 8-18 Uhr", "Rathausplatz"],
            ),
            (
                "poster rommelmarkt zondag 7 juni, 9-16 uur, Marktplein, gratis toegang",
                ["rommelmarkt", "zondag 7 juni, 9-16 uur", "Marktplein"],
            ),
            (
                "Плакат: ярмарка мёда, 14 августа, 10:00–18:00, парк Горького, вход свободный",
                ["ярмарка мёда", "14 августа, 10:00–18:00", "парк Горького"],
            ),
            (
                "poster summer fair: Saturday 12 July, Central Square, food and dance",
                ["summer fair", "Saturday 12 July", "Central Square"],
            ),
            (
                "cartaz quermesse: sábado 21 de junho, Praça da Matriz, forró e comidas típicas",
                ["quermesse", "sábado 21 de junho", "Praça da Matriz"],
            ),
            (
                "póster evento: Congreso de Robótica 2026, 5-7 noviembre, Guadalajara. Registro abierto",
                ["Congreso de Robótica 2026", "5-7 noviembre", "Guadalajara"],
            ),
        ] {
            let brief = read(prompt);
            let of = |role: Role| {
                let found = brief.literals.iter().find(|l| l.role == role);
                found.map_or("", |l| l.text.as_str())
            };
            assert_eq!(
                [Role::Title, Role::Date, Role::Place].map(of),
                want,
                "{prompt}"
            );
        }
    }
}
