//! Pictures that no word for a medium names: parts that only one medium has name it.

use super::{Candidate, Place};
use crate::Genre;
use crate::forms::FormKind;
use crate::numbers::count_at;
use crate::reader::Reader;
use crate::tokens::Sep;

/// Figures that make bars a chart.
const FIGURES_MIN: usize = 3;

/// The medium that is told by its parts, where no word but one for a drawing names it.
pub(super) fn told(reader: &Reader<'_>, best: Option<Candidate>) -> Option<Candidate> {
    if best.is_some_and(|word| word.genre != Genre::Scene) {
        return None;
    }
    let found = occasion(reader)
        .or_else(|| bars(reader))
        .or_else(|| steps(reader))
        .or_else(|| ranks(reader))
        .or_else(|| sides(reader))
        .or_else(|| covered(reader))
        .or_else(|| carded(reader))
        .or_else(|| posted(reader))
        .or_else(|| circled(reader))?;
    let (genre, from, to) = found;
    Some(Candidate {
        from,
        to,
        genre,
        strong: true,
        place: Place::Top,
    })
}

/// "housewarming!! We've moved! …, Sunday 3pm": an occasion that is all of the first sentence, and when it is.
fn occasion(reader: &Reader<'_>) -> Option<(Genre, usize, usize)> {
    const WORDS_MAX: usize = 3;
    let end = reader.clause_end(0);
    let last = end.checked_sub(1)?;
    let named = matches!(
        reader.key(last),
        "housewarming"
            | "shower"
            | "christening"
            | "baptism"
            | "engagement"
            | "reunion"
            | "anniversary"
    ) && reader.is_lower(last);
    let timed = (end..reader.len()).any(|at| reader.form(at) == Some(FormKind::Time));
    (end <= WORDS_MAX && named && timed && reader.ends_sentence(end)).then_some((
        Genre::Invitation,
        0,
        end,
    ))
}

/// "profit by quarter with a negative bar below the axis. Q1 +12, …", "bed occupancy: Ward A 18/20, …, as progress bars":
/// bars that stand for figures.
fn bars(reader: &Reader<'_>) -> Option<(Genre, usize, usize)> {
    let bar = (1..reader.len()).find(|&at| matches!(reader.key(at), "bar" | "bars"))?;
    let led = matches!(
        reader.key(bar - 1),
        "progress" | "negative" | "positive" | "horizontal" | "vertical" | "colored" | "coloured"
    );
    let axis = (0..reader.len()).any(|at| matches!(reader.key(at), "axis" | "axes"));
    // "18/20" may be written as a range or a date.
    let figures = (0..reader.len()).filter(|&at| {
        let text = reader.text(at, at + 1);
        text.trim_start_matches(['+', '-', '−'])
            .starts_with(|c: char| c.is_ascii_digit())
    });
    let from = if led { bar - 1 } else { bar };
    ((led || axis) && figures.count() >= FIGURES_MIN).then_some((
        Genre::Chart,
        from,
        reader.clause_end(bar),
    ))
}

/// "5 steps to compost, …: 'Collect scraps', 'Add leaves'": counted steps and as many texts.
fn steps(reader: &Reader<'_>) -> Option<(Genre, usize, usize)> {
    const TEXTS_MIN: usize = 3;
    let counted = count_at(&reader.tokens, 0).is_some();
    let named = matches!(
        reader.key(1),
        "steps" | "tips" | "ways" | "facts" | "reasons" | "rules" | "habits"
    ) && matches!(reader.key(2), "to" | "for" | "of" | "about" | "on");
    let texts = reader.quoted.len() >= TEXTS_MIN
        || (2..reader.len())
            .filter(|&at| reader.sep(at, Sep::Comma))
            .count()
            >= TEXTS_MIN
            && (2..reader.len()).any(|at| reader.sep(at, Sep::Colon));
    (counted && named && texts).then_some((Genre::Infographic, 0, 0))
}

/// "simple nonprofit structure. Board -> Director -> Programs, …", "startup team with round avatars: …": who stands over whom.
fn ranks(reader: &Reader<'_>) -> Option<(Genre, usize, usize)> {
    let end = reader.clause_end(0);
    let word = (0..end).find(|&at| matches!(reader.key(at), "structure" | "team" | "staff"))?;
    let arrows = (end..reader.len()).any(|at| reader.sep(at, Sep::Arrow));
    let boxed = (word..end).any(|at| matches!(reader.key(at), "avatars" | "boxes"));
    let groups = (end..reader.len())
        .filter(|&at| reader.sep(at, Sep::Semi))
        .count();
    (arrows || boxed && groups > 0).then_some((Genre::OrgChart, 0, end))
}

/// "Renting vs Buying, two column layout …": two sides in columns of their own.
fn sides(reader: &Reader<'_>) -> Option<(Genre, usize, usize)> {
    let end = reader.clause_end(0);
    let against = (1..end).any(|at| matches!(reader.key(at), "vs" | "versus"));
    let column = (end..reader.len()).find(|&at| {
        matches!(reader.key(at), "column" | "columns") && count_at(&reader.tokens, at - 1).is_some()
    })?;
    let laid = matches!(reader.key(column + 1), "layout" | "design");
    against.then_some((
        Genre::ComparisonTable,
        column - 1,
        column + 1 + usize::from(laid),
    ))
}

/// "programming book, animal on cover, title …, author J. Abara", "non fiction cover, title …": a book of which the title and who
/// wrote it are told.
fn covered(reader: &Reader<'_>) -> Option<(Genre, usize, usize)> {
    let end = reader.clause_end(0);
    let book = (0..end).rfind(|&at| {
        matches!(
            reader.key(at),
            "book"
                | "novel"
                | "paperback"
                | "hardcover"
                | "cookbook"
                | "textbook"
                | "cover"
                | "series"
                | "trilogy"
                | "saga"
        )
    })?;
    let keyed = |words: &[&str]| (end..reader.len()).any(|at| words.contains(&reader.key(at)));
    let told = keyed(&["title", "titled", "called"]) && keyed(&["author", "by", "writer"]);
    // `sci-fi paperback: "Colony Nine" big, "Harlan Pryce" small`: a kind of binding with its texts.
    let bound = matches!(reader.key(book), "paperback" | "hardcover") && reader.quoted.len() >= 2;
    // "animal on cover": what the front shows.
    let shown = reader.clause_end((end + 1).min(reader.len()));
    let front = (end..shown).any(|at| matches!(reader.key(at), "cover" | "front"));
    let to = if front { shown } else { book + 1 };
    (told || bound).then_some((Genre::BookCover, 0, to))
}

/// "Name: Rajesh Iyer, Title: Engineer, Email: …": what stands on a card, line by line, with how its owner is reached.
fn carded(reader: &Reader<'_>) -> Option<(Genre, usize, usize)> {
    const LINES_MIN: usize = 3;
    let led = |words: &[&str]| {
        (0..reader.len()).any(|at| {
            words.contains(&reader.key(at))
                && reader.sep(at + 1, Sep::Colon)
                && (at == 0 || reader.is_sep(at - 1))
        })
    };
    let lines = [
        &["title", "position", "role", "job", "occupation"][..],
        &["company", "firm", "organization", "organisation", "studio"],
        &["email", "e-mail", "mail"],
        &["phone", "tel", "mobile", "cell", "telephone"],
        &["website", "web", "site"],
    ];
    let told = lines.iter().filter(|words| led(words)).count();
    let reached = led(lines[2]) || led(lines[3]) || led(lines[4]);
    (led(&["name"]) && reached && told >= LINES_MIN).then_some((Genre::BusinessCard, 0, 0))
}

/// "giveaway post!! …, @northpace.run": a post that says what it is about before its words.
fn posted(reader: &Reader<'_>) -> Option<(Genre, usize, usize)> {
    const WORDS_MAX: usize = 3;
    let end = reader.clause_end(0);
    let post = end
        .checked_sub(1)
        .filter(|&at| reader.key(at) == "post" && at > 0)?;
    let stands = matches!(
        reader.key(post - 1),
        "a" | "the" | "lamp" | "fence" | "goal" | "sign" | "bed" | "wooden" | "guard" | "blog"
    );
    let more = (end + 1..reader.len()).any(|at| reader.tokens[at].is_word());
    (!stands && end <= WORDS_MAX && more).then_some((Genre::SocialCard, 0, end))
}

/// "just three circles Reduce, Reuse, Recycle with one line under each: …": counted shapes with names of their own, and words
/// for each.
fn circled(reader: &Reader<'_>) -> Option<(Genre, usize, usize)> {
    let shapes = (1..reader.len()).find(|&at| {
        matches!(
            reader.key(at),
            "circles" | "columns" | "boxes" | "bubbles" | "hexagons" | "cards" | "panels" | "tiles"
        ) && count_at(&reader.tokens, at - 1).is_some()
    })?;
    let named = shapes + 1 + usize::from(reader.sep(shapes + 1, Sep::Colon));
    let quoted = |at: usize| reader.tokens.get(at).is_some_and(|t| t.quote().is_some());
    let names = (reader.is_capital(named) || quoted(named)) && reader.sep(named + 1, Sep::Comma);
    let each = (shapes..reader.len()).any(|at| {
        reader.key(at) == "each" && matches!(reader.key(at - 1), "under" | "below" | "in" | "for")
    });
    (names && each).then_some((Genre::Infographic, shapes - 1, shapes + 1))
}

#[cfg(test)]
mod tests {
    use crate::{Genre, read};

    #[test]
    fn parts_name_the_medium() {
        for (prompt, genre) in [
            (
                "shelter occupancy: Hall A 18/20, Hall B 12/16, Annex 7/8, as progress bars",
                Genre::Chart,
            ),
            (
                "margin by quarter with a negative bar below the axis. Q1 +12, Q2 -5, Q3 +8",
                Genre::Chart,
            ),
            (
                "engagement!! We said yes! 12 Mill Lane, Saturday 4pm",
                Genre::Invitation,
            ),
            (
                "4 steps to paint a wall: 'Clean', 'Tape', 'Prime', 'Paint'",
                Genre::Infographic,
            ),
            (
                "simple club structure. Board -> President -> Events, Finance",
                Genre::OrgChart,
            ),
            (
                "Leasing vs Owning, two column layout, heading \"Leasing vs Owning\"",
                Genre::ComparisonTable,
            ),
            (
                "gardening book, plant on cover, title Small Beds, author P. Reed",
                Genre::BookCover,
            ),
            (
                "crime series, book 3. Title: Low Water. Author: M. Dane. Dark, a lantern",
                Genre::BookCover,
            ),
            (
                "Name: Ana Ruiz\nTitle: Surveyor\nEmail: ana@ruiz.example\nPhone: +34 600 100 200",
                Genre::BusinessCard,
            ),
            (
                "raffle post!! win a garden chair, ends Friday, @hilltop.club",
                Genre::SocialCard,
            ),
            (
                "the rules of the pool. three circles Walk, Shower, Ask with one line under each: \"No running\", \"Before you swim\", \"If unsure\"",
                Genre::Infographic,
            ),
            (
                "spy paperback: \"The Quiet Post\" big, \"Lena Hart\" small",
                Genre::BookCover,
            ),
            ("a fence post by a field, morning mist", Genre::Scene),
            ("a wooden bar with 3 stools and 2 lamps", Genre::Scene),
            ("a startup team in an office", Genre::Scene),
        ] {
            assert_eq!(read(prompt).genre, genre, "{prompt}");
        }
    }
}
