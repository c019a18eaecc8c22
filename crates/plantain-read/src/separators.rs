//! Marks that part the items of a list as commas do: "Backlog / Doing / Done", "Cats | Dogs | both", "email + password".
//!
//! Only the token changes its kind: texts are cut from the prompt, so the mark itself is never lost from a name that holds it.

mod slashed;

use crate::Genre;
use crate::forms::FormKind;
use crate::reader::Reader;
use crate::tokens::{Kind, Sep};

/// Turns the marks that part items into commas; a rate ("5 / month") and a name with one slash ("AC/DC") stay whole.
pub(crate) fn settle(reader: &mut Reader<'_>) {
    short_words(reader);
    if with_slash(reader) | abbreviations(reader) | ordinals(reader) | eras(reader) {
        reader.cut_clauses();
    }
    if slashed::lines(reader) | behind_quotes(reader) | counted(reader) {
        reader.cut_clauses();
    }
    if glued_figures(reader) {
        reader.cut_clauses();
    }
    if branches(reader) {
        reader.cut_clauses();
    }
    let mut parting: Vec<usize> = Vec::new();
    let mut from = 0;
    while from < reader.len() {
        let to = reader.clause_end(from).max(from + 1);
        slashes(reader, from, to, &mut parting);
        from = to;
    }
    pluses(reader, &mut parting);
    let counted = quantities(reader);
    if parting.is_empty() && !counted {
        return;
    }
    for at in parting {
        reader.tokens[at].kind = Kind::Sep(Sep::Comma);
        reader.tokens[at].key.clear();
    }
    reader.cut_clauses();
}

/// "mind map: Habits -> Sleep, Food": an arrow leads to twigs as a colon does; returns whether there is one.
fn branches(reader: &mut Reader<'_>) -> bool {
    if reader.brief.genre != Genre::MindMap {
        return false;
    }
    let mut found = false;
    for token in &mut reader.tokens {
        if token.is(Sep::Arrow) {
            token.kind = Kind::Sep(Sep::Colon);
            found = true;
        }
    }
    found
}

/// "win shoes, 1 Follow us 2 Like this post 3 Tag a friend": on a printed piece numbers that count up from one each begin a
/// line; returns whether there are any.
fn counted(reader: &mut Reader<'_>) -> bool {
    const LINES_MIN: usize = 3;
    if !matches!(
        reader.brief.genre,
        Genre::SocialCard | Genre::Story | Genre::Poster | Genre::Banner
    ) {
        return false;
    }
    let mut lines: Vec<usize> = Vec::new();
    for at in 0..reader.len() {
        let text = reader.text(at, at + 1);
        let wanted = (lines.len() + 1).to_string();
        // A unit may have joined the number ("2 Like").
        let merged = text
            .strip_prefix(&wanted)
            .and_then(|rest| rest.strip_prefix(' '))
            .is_some_and(|rest| rest.starts_with(char::is_uppercase));
        let plain = text == wanted && reader.is_capital(at + 1);
        if reader.tokens[at].quote().is_none() && (merged || plain) {
            lines.push(at);
        }
    }
    if lines.len() < LINES_MIN {
        return false;
    }
    for &at in lines.iter().rev() {
        reader.part(at);
        // The number is the first word of its line.
        reader.tokens[at].kind = Kind::Word;
        reader.tokens[at].case = crate::tokens::Case::Title;
        if at > 0 && !reader.is_sep(at - 1) {
            part_before(reader, at);
        }
    }
    true
}

/// `"I can swim!" Name: "Lotte" Date: "8 July"`: a word with its colon behind a text in quotes begins a clause; returns whether
/// there is one.
fn behind_quotes(reader: &mut Reader<'_>) -> bool {
    let quote = |reader: &Reader<'_>, at: usize| {
        let token = reader.tokens.get(at);
        token.is_some_and(|token| token.quote().is_some())
    };
    let mut found = false;
    for at in (1..reader.len().saturating_sub(2)).rev() {
        let led = reader.tokens[at].is_word() && reader.sep(at + 1, Sep::Colon);
        if led && quote(reader, at - 1) && quote(reader, at + 2) {
            part_before(reader, at);
            found = true;
        }
    }
    found
}

/// Puts a comma without width before a token.
fn part_before(reader: &mut Reader<'_>, at: usize) {
    let start = reader.tokens[at].span.start;
    let mut comma = reader.tokens[at].clone();
    comma.kind = Kind::Sep(Sep::Comma);
    comma.key.clear();
    comma.span = start..start;
    reader.tokens.insert(at, comma);
    reader.uses.insert(at, reader.uses[at]);
    reader.plain.insert(at, reader.plain[at]);
}

/// "Lyon 30/42": in a chart, figures that slashes join are one each; returns whether there are any.
fn glued_figures(reader: &mut Reader<'_>) -> bool {
    if reader.brief.genre != Genre::Chart {
        return false;
    }
    let mut found = false;
    for at in (0..reader.len()).rev() {
        let span = reader.tokens[at].span.clone();
        let text = &reader.prompt[span.clone()];
        let plain = |part: &str| {
            !part.is_empty()
                && part
                    .bytes()
                    .all(|b| b.is_ascii_digit() || matches!(b, b'.' | b','))
        };
        if !text.contains('/') || !text.split('/').all(plain) {
            continue;
        }
        let mut parts = Vec::new();
        let mut start = span.start;
        for part in text.split('/') {
            let mut number = reader.tokens[at].clone();
            number.kind = Kind::Number;
            number.key = part.to_string();
            number.span = start..start + part.len();
            parts.push(number);
            start += part.len() + 1;
            if start <= span.end {
                let mut slash = reader.tokens[at].clone();
                slash.kind = Kind::Sep(Sep::Slash);
                slash.key.clear();
                slash.span = start - 1..start;
                parts.push(slash);
            }
        }
        let (uses, plain) = (reader.uses[at], reader.plain[at]);
        let n = parts.len();
        reader.tokens.splice(at..=at, parts);
        reader.uses.splice(at..=at, std::iter::repeat_n(uses, n));
        reader.plain.splice(at..=at, std::iter::repeat_n(plain, n));
        found = true;
    }
    found
}

/// "Ep. 48 Why we sleep": the stop behind an abbreviation before a number ends no sentence; returns whether there is one.
fn abbreviations(reader: &mut Reader<'_>) -> bool {
    let mut found = false;
    for at in (0..reader.len().saturating_sub(2)).rev() {
        let short = matches!(
            reader.key(at),
            "ep" | "vol" | "nr" | "ch" | "pt" | "fig" | "art" | "bd" | "núm" | "cap"
        ) && reader.tokens[at + 2].kind == Kind::Number;
        // "8 Mio. Tonnen": a stop behind a shortened number word.
        let counted = at > 0
            && reader.tokens[at - 1].kind == Kind::Number
            && matches!(
                crate::tokens::lower(reader.text(at, at + 1)).as_str(),
                "mio"
                    | "mrd"
                    | "mln"
                    | "mld"
                    | "tsd"
                    | "mil"
                    | "min"
                    | "std"
                    | "млн"
                    | "млрд"
                    | "тыс"
                    | "тис"
            );
        // "Avg. session 2m 14s"
        let cut = matches!(
            crate::tokens::lower(reader.text(at, at + 1)).as_str(),
            "avg" | "approx" | "est" | "max" | "min" | "temp" | "dept" | "incl"
        ) && reader.tokens[at + 2].is_word();
        let glued = reader.tokens[at].span.end == reader.tokens[at + 1].span.start;
        if (short || counted || cut) && glued && reader.sep(at + 1, Sep::Stop) {
            reader.tokens[at].span.end += 1;
            reader.tokens.remove(at + 1);
            reader.uses.remove(at + 1);
            reader.plain.remove(at + 1);
            found = true;
        }
    }
    found
}

/// "753 a.C. Fundación", "44 v. Chr. Ermordung": the letters of an era are one token, and their stops end nothing; returns
/// whether there are any.
fn eras(reader: &mut Reader<'_>) -> bool {
    const ERAS: &[&str] = &[
        "a.c", "d.c", "b.c", "a.d", "b.c.e", "v.chr", "n.chr", "av.j.-c", "ap.j.-c", "p.n.e",
    ];
    const TOKENS_MAX: usize = 8;
    let mut found = false;
    for at in (0..reader.len()).rev() {
        if at == 0 || reader.tokens[at - 1].kind != Kind::Number || !reader.tokens[at].is_word() {
            continue;
        }
        let mut letters = String::new();
        let end = (at..reader.len().min(at + TOKENS_MAX)).take_while(|&i| {
            let glued = i < at + 2
                || reader.sep(i, Sep::Stop)
                || reader.sep(i - 1, Sep::Stop)
                || reader.sep(i, Sep::Dash);
            glued
                && (reader.sep(i, Sep::Stop)
                    || reader.sep(i, Sep::Dash)
                    || reader.tokens[i].is_word())
        });
        let mut len = 0;
        for (n, i) in end.enumerate() {
            letters.push_str(&crate::tokens::lower(reader.text(i, i + 1)));
            if ERAS.contains(&letters.trim_end_matches('.')) {
                len = n + 1;
            }
        }
        if len == 0 {
            continue;
        }
        let stop = at + len;
        len += usize::from(
            reader.sep(stop, Sep::Stop)
                && reader.tokens[stop - 1].span.end == reader.tokens[stop].span.start,
        );
        reader.tokens[at].span.end = reader.tokens[at + len - 1].span.end;
        reader.tokens[at].key = "bc".into();
        for _ in 1..len {
            reader.tokens.remove(at + 1);
            reader.uses.remove(at + 1);
            reader.plain.remove(at + 1);
        }
        found = true;
    }
    found
}

/// "2. Platz im Weitsprung": on a printed piece a number and its stop before a word are a rank, where that is how ranks are
/// written; returns whether there is one.
fn ordinals(reader: &mut Reader<'_>) -> bool {
    const WITH_STOP: &[&str] = &["de", "pl", "tr"];
    let printed = matches!(
        reader.brief.genre,
        Genre::Certificate
            | Genre::Invitation
            | Genre::Ticket
            | Genre::Poster
            | Genre::Banner
            | Genre::SocialCard
            | Genre::Story
            | Genre::Label
    );
    if !printed || !WITH_STOP.contains(&reader.brief.language.0.as_str()) {
        return false;
    }
    let mut found = false;
    for at in (0..reader.len().saturating_sub(2)).rev() {
        let number = reader.tokens[at].kind == Kind::Number
            && reader.key(at).len() <= 2
            && reader.key(at).bytes().all(|b| b.is_ascii_digit());
        let glued = reader.tokens[at].span.end == reader.tokens[at + 1].span.start;
        let opens = at == 0
            || reader.is_sep(at - 1)
            || matches!(
                crate::tokens::lower(reader.text(at - 1, at)).as_str(),
                "der"
                    | "die"
                    | "den"
                    | "dem"
                    | "das"
                    | "zum"
                    | "zur"
                    | "am"
                    | "beim"
                    | "für"
                    | "im"
                    | "za"
            );
        if number
            && glued
            && opens
            && reader.sep(at + 1, Sep::Stop)
            && reader.tokens[at + 2].is_word()
        {
            reader.tokens[at].span.end += 1;
            reader.tokens.remove(at + 1);
            reader.uses.remove(at + 1);
            reader.plain.remove(at + 1);
            found = true;
        }
    }
    found
}

/// "3 x Mug": the count and its mark are one token; returns whether there are any.
fn quantities(reader: &mut Reader<'_>) -> bool {
    let listed =
        lists(reader.brief.genre) || matches!(reader.brief.genre, Genre::Receipt | Genre::Invoice);
    let mut found = false;
    for at in (0..reader.len().saturating_sub(2)).rev() {
        let number = reader.tokens[at].kind == Kind::Number
            && reader.key(at).bytes().all(|b| b.is_ascii_digit());
        let times = matches!(reader.key(at + 1), "x" | "×" | "х");
        if listed && number && times && reader.tokens[at + 2].is_word() {
            let end = reader.tokens[at + 1].span.end;
            reader.tokens[at].span.end = end;
            reader.tokens[at].key.push('x');
            reader.tokens[at].kind = Kind::Form(FormKind::Figure);
            reader.tokens.remove(at + 1);
            reader.uses.remove(at + 1);
            reader.plain.remove(at + 1);
            found = true;
        }
    }
    found
}

/// "6 products w prices": the short form of "with".
fn short_words(reader: &mut Reader<'_>) {
    if reader.brief.language.0 != "en" {
        return;
    }
    for at in 1..reader.len().saturating_sub(1) {
        let words = |i: usize| reader.tokens[i].is_wordlike();
        if reader.key(at) == "w" && reader.is_lower(at) && words(at - 1) && words(at + 1) {
            reader.tokens[at].key = "with".into();
        }
    }
}

/// "w/ 3 big numbers": short for "with"; returns whether there is one.
fn with_slash(reader: &mut Reader<'_>) -> bool {
    let mut found = false;
    for at in (0..reader.len().saturating_sub(2)).rev() {
        let short = reader.key(at) == "w"
            && reader.sep(at + 1, Sep::Slash)
            && reader.tokens[at].span.end == reader.tokens[at + 1].span.start
            && stand(reader, at + 1) == Stand::Lopsided;
        if !short || reader.brief.language.0 != "en" {
            continue;
        }
        reader.tokens[at].key = "with".into();
        reader.tokens[at].span.end = reader.tokens[at + 1].span.end;
        reader.tokens.remove(at + 1);
        reader.uses.remove(at + 1);
        reader.plain.remove(at + 1);
        found = true;
    }
    found
}

/// How a mark stands between its neighbours.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stand {
    /// Blanks on both sides.
    Loose,
    /// No blank on either side.
    Glued,
    Lopsided,
}

fn stand(reader: &Reader<'_>, at: usize) -> Stand {
    let span = &reader.tokens[at].span;
    let blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    let before = blank(reader.prompt[..span.start].chars().next_back());
    let after = blank(reader.prompt[span.end..].chars().next());
    match (before, after) {
        (true, true) => Stand::Loose,
        (false, false) => Stand::Glued,
        _ => Stand::Lopsided,
    }
}

/// Adds the slashes and bars of a clause that part items.
fn slashes(reader: &Reader<'_>, from: usize, to: usize, parting: &mut Vec<usize>) {
    let marks: Vec<usize> = (from + 1..to.saturating_sub(1))
        .filter(|&at| reader.sep(at, Sep::Slash) && parts_words(reader, at))
        .collect();
    let bars = |at: usize| reader.text(at, at + 1) == "|";
    let loose = marks
        .iter()
        .filter(|&&at| stand(reader, at) == Stand::Loose)
        .count();
    for &at in &marks {
        let parts = match stand(reader, at) {
            _ if bars(at) => true,
            // "yes: add milk / no: skip" are two ways of one step.
            _ if matches!(
                reader.brief.genre,
                Genre::FlowChart | Genre::SequenceDiagram | Genre::Chart
            ) =>
            {
                false
            }
            Stand::Loose => loose > 1 || lists(reader.brief.genre),
            // "Triage/In Progress/QA/Done"
            Stand::Glued => marks.len() > 2 && lists(reader.brief.genre),
            Stand::Lopsided => false,
        };
        if parts {
            parting.push(at);
        }
    }
}

/// Whether words stand on both sides: figures with a slash between them are a rate, a date or two prices.
fn parts_words(reader: &Reader<'_>, at: usize) -> bool {
    let word = |i: usize| {
        let token = &reader.tokens[i];
        token.is_word() || token.quote().is_some() || token.is(Sep::Close) || token.is(Sep::Open)
    };
    let bar = reader.text(at, at + 1) == "|";
    let alternatives = matches!(reader.key(at - 1), "and" | "w" | "or" | "per" | "mo");
    // "the quiet return / 12 walks under an hour": a figure that a word follows opens an item of words.
    let counted = stand(reader, at) == Stand::Loose
        && reader.tokens[at + 1].kind == Kind::Number
        && at + 2 < reader.len()
        && reader.tokens[at + 2].is_word()
        && !lists(reader.brief.genre);
    (bar || word(at - 1) && (word(at + 1) || counted)) && !alternatives
}

/// Adds the pluses between the parts of a screen.
fn pluses(reader: &Reader<'_>, parting: &mut Vec<usize>) {
    if !crate::screens::is_interface(reader.brief.genre) {
        return;
    }
    for at in 1..reader.len().saturating_sub(1) {
        let plus = reader.key(at) == "+" && stand(reader, at) == Stand::Loose;
        // "Tom + Anna" is a name.
        let named = reader.is_capital(at - 1) && reader.is_capital(at + 1);
        if plus && !named && !reader.is_sep(at - 1) && !reader.is_sep(at + 1) {
            parting.push(at);
        }
    }
}

/// Kinds of picture that are made of parts with names.
fn lists(genre: Genre) -> bool {
    crate::screens::is_interface(genre)
        || crate::sheet::is_sheet(genre)
        || matches!(
            genre,
            Genre::Table
                | Genre::ComparisonTable
                | Genre::Venn
                | Genre::MindMap
                | Genre::OrgChart
                | Genre::Timeline
                | Genre::Cycle
                | Genre::LabelledDiagram
                | Genre::Infographic
                | Genre::Slide
                | Genre::Calendar
                | Genre::Menu
        )
}

#[cfg(test)]
mod tests {
    fn check(prompt: &str, wanted: &[&str]) {
        let brief = crate::read(prompt);
        let texts: Vec<&str> = brief.literals.iter().map(|l| l.text.as_str()).collect();
        for text in wanted {
            assert!(texts.contains(text), "{prompt}: no {text} in {texts:?}");
        }
    }

    #[test]
    fn marks_part_items_as_commas_do() {
        for (prompt, wanted) in [
            (
                "mind map: Healthy habits -> Sleep, Food (veggies, water), Mind",
                &[
                    "Healthy habits",
                    "Sleep",
                    "Food",
                    "veggies",
                    "water",
                    "Mind",
                ][..],
            ),
            (
                "kanban board, Backlog / Doing / Review / Done",
                &["Backlog", "Doing", "Review", "Done"][..],
            ),
            (
                "ticketing kanban, columns: Triage/In Progress/QA/Released",
                &["Triage", "In Progress", "QA", "Released"],
            ),
            (
                "app for event tickets, tabs Upcoming / Past",
                &["Upcoming", "Past"],
            ),
            (
                "magazine cover called FIELD, cover lines: The quiet return / 12 walks under an hour / Why we mend",
                &["The quiet return", "12 walks under an hour", "Why we mend"],
            ),
            (
                "Venn: Cats | Dogs | both: fur, four legs",
                &["Cats", "Dogs", "fur", "four legs"],
            ),
            ("concert poster \"AC/DC\", Friday 9 May", &["AC/DC"]),
            ("wedding invitation Tom + Anna, 5 June", &["Tom + Anna"]),
        ] {
            check(prompt, wanted);
        }
    }
}
