//! Notices without quotes: "poster for the corner cafe live jazz friday 8pm free entry".
//!
//! Who writes a notice in one breath gives its copy: what happens, when, where, for how much, what to do. Here the breath is
//! cut where a day, an hour, a price, an offer or a call begins, and every piece becomes a line in its part. Pieces that
//! direct the designer stay description.

mod begins;
pub(super) mod listed;
mod name;

use super::{emit, evidence};
use crate::forms::FormKind;
use crate::lexicon::lexicon;
use crate::reader::{Reader, Use};
use crate::tokens::{Case, Kind, Sep};
use crate::{Genre, Role};
use begins::{begins_line, begins_offer, begins_venue, begins_when, goes_on_when};

/// Longest line, in tokens.
const LINE_TOKENS_MAX: usize = 14;

/// What a piece of a notice tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    Name,
    When,
    Place,
    Line,
}

#[derive(Debug, Clone, Copy)]
struct Piece {
    from: usize,
    to: usize,
    part: Part,
}

/// Claims what happens, the day, the place and the other lines of a notice.
pub(crate) fn claim(reader: &mut Reader<'_>) {
    let event = matches!(
        reader.brief.genre,
        Genre::Poster | Genre::Banner | Genre::SocialCard | Genre::Story | Genre::Sale
    );
    // Invitations in English name somebody; those in other languages are told like notices.
    let event = event || reader.brief.genre == Genre::Invitation && reader.brief.language.0 != "en";
    if !event || !reader.quoted.is_empty() || !reader.brief.literals.is_empty() {
        return;
    }
    // Scripts without capitals are read by their blanks and their own words.
    const WRITTEN: &[&str] = &[
        "en", "es", "fr", "de", "pt", "it", "nl", "pl", "tr", "ru", "uk",
    ];
    if !WRITTEN.contains(&reader.brief.language.0.as_str()) {
        return;
    }
    // Capitals throughout tell the scanner enough.
    let shouts = |at: usize| reader.tokens[at].case == Case::Upper;
    if reader.brief.language.0 == "en" && (1..reader.len()).any(|at| shouts(at - 1) && shouts(at)) {
        return;
    }
    if (0..reader.len()).any(|at| introduces(reader, at)) {
        return;
    }
    let start = start(reader);
    let before = name::before_medium(reader);
    // "date: 4 May, venue: …": labelled facts are told by their labels.
    let labelled =
        (reader.clause_end(start) + 1..reader.len()).any(|at| reader.sep(at, Sep::Colon));
    let pieces = pieces(reader, start, before.is_some());
    let count = |part: Part| pieces.iter().filter(|p| p.part == part).count();
    let facts = count(Part::When) + count(Part::Place) + count(Part::Line);
    if labelled || count(Part::When) == 0 || facts < 2 {
        return;
    }
    let name = pieces.first().filter(|p| p.part == Part::Name).copied();
    let told = match (name, before) {
        (_, Some((from, to))) => {
            name::set_before_medium(reader, from, to);
            true
        }
        // "lost dog flyer. brown labrador named Rocky": who is called so leads by that name.
        (Some(piece), _) => name::is_called(reader, piece) || name::set(reader, piece),
        (None, None) => false,
    };
    if !told {
        return;
    }
    let rest: Vec<Piece> = pieces
        .into_iter()
        .filter(|p| p.part != Part::Name)
        .collect();
    for piece in joined(reader, &rest) {
        set(reader, piece);
    }
}

/// "it should say Bake Sale": words that name the text themselves leave nothing to be guessed.
fn introduces(reader: &Reader<'_>, at: usize) -> bool {
    matches!(
        reader.key(at),
        "say" | "says" | "saying" | "reads" | "titled" | "entitled"
    ) && reader.is_lower(at)
        && (reader.is_capital(at + 1) || reader.sep(at + 1, Sep::Colon))
}

/// Where the copy begins: behind the words for the medium in the first clause, else at the first word.
fn start(reader: &Reader<'_>) -> usize {
    let end = reader.clause_end(0);
    let medium = (0..end).rfind(|&at| reader.uses[at] == Use::Genre);
    let mut at = medium.map_or(0, |at| at + 1).max(reader.shown_to);
    while at < reader.len()
        && (reader.is_sep(at) || medium.is_none() && reader.uses[at] == Use::Carrier)
    {
        at += 1;
    }
    at = crate::look::palette::behind(reader, at);
    // "poster, black and red, Night Bazaar, …": colours and styles before the name are for the designer.
    while reader.sep(reader.clause_end(at), Sep::Comma)
        && (at..reader.clause_end(at)).all(|at| reader.is_lower(at))
        && evidence::steers_by_words(reader, at, reader.clause_end(at))
    {
        at = reader.clause_end(at) + 1;
    }
    // "póster evento: …"
    if reader.is_lower(at) && reader.sep(at + 1, Sep::Colon) {
        at += 2;
    }
    at
}

/// Cuts what stands behind the medium; `named` when the name of the event stands before it.
fn pieces(reader: &Reader<'_>, start: usize, named: bool) -> Vec<Piece> {
    let mut pieces: Vec<Piece> = Vec::new();
    let mut at = start;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        if end > at {
            clause(reader, (at, end), named, &mut pieces);
        }
        at = end + 1;
    }
    pieces
}

/// Cuts one clause where a day, an offer or a call begins.
fn clause(reader: &Reader<'_>, (from, to): (usize, usize), named: bool, pieces: &mut Vec<Piece>) {
    let mut at = from;
    while at < to {
        let before = pieces.last().map(|p| p.part);
        let part = part_at(reader, at, to, before.or(named.then_some(Part::Name)));
        let mut end = at + 1;
        while end < to && !cuts(reader, (at, end), to, part) {
            end += 1;
        }
        let mut piece = Piece {
            from: at,
            to: end,
            part,
        };
        trim(reader, &mut piece);
        if piece.from < piece.to {
            pieces.push(piece);
        }
        at = end;
    }
}

/// What the words at `at` begin to tell, behind a piece of the part `before`.
fn part_at(reader: &Reader<'_>, at: usize, to: usize, before: Option<Part>) -> Part {
    // "saturday april 5, 11 to 3"
    let number = |at: usize| {
        reader
            .tokens
            .get(at)
            .is_some_and(|t| t.kind == Kind::Number)
    };
    let hours = before == Some(Part::When)
        && number(at)
        && matches!(reader.key(at + 1), "to" | "till" | "until")
        && number(at + 2);
    if hours || begins_when(reader, at) {
        return Part::When;
    }
    if before.is_none() {
        return Part::Name;
    }
    if begins_offer(reader, at) || begins_line(reader, at) {
        return Part::Line;
    }
    let end = (at..to)
        .find(|&i| i > at && (begins_when(reader, i) || begins_offer(reader, i)))
        .unwrap_or(to);
    // "Praça Central" behind the day: a name of few words is where.
    let named = before == Some(Part::When)
        && reader.brief.language.0 != "en"
        && reader.is_capital(at)
        && end - at <= 3
        && !is_picture(reader, at, end);
    if named || begins_venue(reader, at, end) {
        Part::Place
    } else {
        Part::Line
    }
}

/// Whether another piece begins at `at`, inside one of this part that began at `from`.
fn cuts(reader: &Reader<'_>, (from, at): (usize, usize), to: usize, part: Part) -> bool {
    let venue = matches!(reader.key(at), "at" | "@") && !begins_when(reader, at);
    match part {
        Part::When => !goes_on_when(reader, at),
        // "the harvest fair with a pumpkin": what the piece shows is no part of the name.
        Part::Name => {
            let shown = reader.key(at) == "with" && is_picture(reader, at + 1, to);
            begins_when(reader, at) || begins_offer(reader, at) || venue || shown
        }
        Part::Place => {
            begins_when(reader, at) || begins_offer(reader, at) || begins_line(reader, at)
        }
        // "tickets $5 at the door", "meet at the corner cafe" are one line.
        Part::Line => {
            let called = begins_line(reader, from) || begins_offer(reader, from);
            // "reward £200": the word before an amount says what it is for.
            let labels = (from..at).all(|at| PRICED.contains(&reader.key(at)));
            !called
                && !labels
                && (venue && begins_venue(reader, at, to)
                    || begins_offer(reader, at)
                    || is_hour_alone(reader, at))
        }
    }
}

/// Words that say what an amount behind them is for.
const PRICED: &[&str] = &[
    "reward",
    "entry",
    "entrance",
    "tickets",
    "ticket",
    "admission",
    "price",
    "prices",
    "fee",
    "donation",
    "suggested",
    "deposit",
    "rent",
    "cost",
    "adults",
    "adult",
    "kids",
    "children",
    "students",
    "members",
    "from",
    "only",
    "just",
    "per",
];

/// "gates 7:30pm", "doors 7pm": the hour stays with its word, a day does not.
fn is_hour_alone(reader: &Reader<'_>, at: usize) -> bool {
    begins_when(reader, at) && begins::is_day(reader, at)
}

/// Takes the joints between the pieces away.
fn trim(reader: &Reader<'_>, piece: &mut Piece) {
    let skipped = |at: usize| reader.is_sep(at) || matches!(reader.tokens[at].kind, Kind::Emoji);
    let joint = |at: usize| match piece.part {
        Part::When => false,
        Part::Place => matches!(
            reader.key(at),
            "and" | "at" | "in" | "@" | "on" | "venue" | "location"
        ),
        Part::Name | Part::Line => {
            matches!(
                reader.key(at),
                "and" | "plus" | "then" | "also" | "&" | "for"
            ) && piece.part == Part::Line
        }
    };
    while piece.from < piece.to && (skipped(piece.from) || joint(piece.from)) {
        piece.from += 1;
    }
    while piece.to > piece.from && (skipped(piece.to - 1) || begins::is_joint(reader, piece.to - 1))
    {
        piece.to -= 1;
    }
}

/// Joins short things that are told one behind the other ("cakes, face painting") into one line.
fn joined(reader: &Reader<'_>, pieces: &[Piece]) -> Vec<Piece> {
    let bare = |p: &Piece| {
        p.part == Part::Line
            && (p.to - p.from <= 2 || p.to - p.from == 3 && is_picture(reader, p.from, p.to))
            && (p.from..p.to).all(|at| {
                !matches!(reader.key(at), "a" | "an" | "some" | "with" | "and")
                    && reader.tokens[at].is_word()
            })
            && !begins_offer(reader, p.from)
            && !begins_line(reader, p.from)
            && !evidence::steers_by_words(reader, p.from, p.to)
    };
    let mut out: Vec<Piece> = Vec::new();
    let mut run = 0;
    for piece in pieces {
        run = if bare(piece) { run + 1 } else { 0 };
        match out.last_mut() {
            Some(last)
                if run > 1 && reader.sep(last.to, Sep::Comma) && last.to + 1 == piece.from =>
            {
                last.to = piece.to;
            }
            _ => out.push(*piece),
        }
    }
    out
}

/// Sets a piece as a line in its part, unless it directs the designer or is a picture.
fn set(reader: &mut Reader<'_>, piece: Piece) {
    let Piece { from, to, part } = piece;
    let to = before_ground(reader, from, to);
    let free = (from..to).all(|at| {
        matches!(
            reader.uses[at],
            Use::Free | Use::Topic | Use::Carrier | Use::Object | Use::Setting
        )
    });
    if !free || to - from > LINE_TOKENS_MAX {
        return;
    }
    let role = match part {
        Part::When if (from..to).any(|at| begins::is_day(reader, at)) => Role::Date,
        Part::When => Role::Time,
        Part::Place if reaches(reader, from, to) => Role::Contact,
        Part::Place => Role::Place,
        Part::Line | Part::Name => {
            let listed = (from..to).any(|at| reader.sep(at, Sep::Comma));
            let told = listed || begins_offer(reader, from) || begins_line(reader, from);
            if !told
                && (evidence::steers_by_words(reader, from, to) || is_picture(reader, from, to))
            {
                return;
            }
            line_role(reader, from, to)
        }
    };
    emit(reader, from, to, role);
}

/// "@northpace bright orange bg": the ground behind an address is none of its words.
fn before_ground(reader: &Reader<'_>, from: usize, to: usize) -> usize {
    let ground = matches!(
        reader.key(to.saturating_sub(1)),
        "bg" | "background" | "backdrop"
    );
    if !ground || !reaches(reader, from, to) {
        return to;
    }
    let color = |at: &usize| crate::colors::color_at(&reader.tokens, *at).is_some();
    (from + 1..to).find(color).unwrap_or(to)
}

/// Whether the words hold a number or an address to reach somebody.
fn reaches(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    (from..to).any(|at| {
        matches!(
            reader.form(at),
            Some(FormKind::Phone | FormKind::Email | FormKind::Url | FormKind::Handle)
        )
    })
}

/// The first line stands under the title, an address to reach where addresses stand, others below.
fn line_role(reader: &Reader<'_>, from: usize, to: usize) -> Role {
    let led = reader
        .brief
        .literals
        .iter()
        .any(|l| l.role == Role::Subtitle);
    match (reaches(reader, from, to), led) {
        (true, _) => Role::Contact,
        (false, false) => Role::Subtitle,
        (false, true) => Role::Body,
    }
}

/// Whether the words name things to draw and nothing else.
pub(crate) fn is_picture(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let mut at = from;
    let mut things = 0;
    while at < to {
        if let Some((len, _)) = lexicon().nouns.at(&reader.tokens, at) {
            things += 1;
            at += len;
            // "notes de musique", "slice of cake": what the thing is of may be nothing to draw.
            let of = matches!(reader.key(at), "of" | "@de");
            at += if of && at + 1 < to { 2 } else { 0 };
        } else if lexicon().stops.contains_key(reader.key(at))
            || lexicon().adjectives.get(reader.key(at)).is_some()
            || crate::colors::color_at(&reader.tokens, at).is_some()
            || matches!(
                reader.key(at),
                "" | "a" | "an" | "some" | "two" | "three" | "and" | "of"
            )
        {
            at += 1;
        } else {
            return false;
        }
    }
    things > 0
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    /// A prompt, and its texts with their parts.
    type Case = (&'static str, &'static [(Role, &'static str)]);

    const BREATHS: &[Case] = &[
        (
            "poster, black and orange, Night Bazaar, 12 October, Canal Square",
            &[
                (Role::Title, "Night Bazaar"),
                (Role::Date, "12 October"),
                (Role::Place, "Canal Square"),
            ],
        ),
        (
            "poster for the corner cafe live jazz friday 8pm free entry",
            &[
                (Role::Kicker, "corner cafe"),
                (Role::Title, "live jazz"),
                (Role::Date, "friday 8pm"),
                (Role::Subtitle, "free entry"),
            ],
        ),
        (
            "flyer for garage sale saturday march 14 9am to 2pm 212 Maple Street everything must go",
            &[
                (Role::Title, "garage sale"),
                (Role::Date, "saturday march 14 9am to 2pm"),
                (Role::Place, "212 Maple Street"),
                (Role::Subtitle, "everything must go"),
            ],
        ),
        (
            "poster for our school's spring concert, may 22 at 7pm in the main hall, tickets $5 at the door, proceeds go to the music room",
            &[
                (Role::Title, "spring concert"),
                (Role::Date, "may 22 at 7pm"),
                (Role::Place, "the main hall"),
                (Role::Subtitle, "tickets $5 at the door"),
                (Role::Body, "proceeds go to the music room"),
            ],
        ),
        (
            "плакат ярмарка выходного дня суббота 10:00 площадь Победы вход свободный",
            &[
                (Role::Title, "ярмарка выходного дня"),
                (Role::Date, "суббота 10:00"),
                (Role::Place, "площадь Победы"),
                (Role::Subtitle, "вход свободный"),
            ],
        ),
        (
            "Book club - thursday nov 6 - 7pm - upstairs at the old mill - we're reading Circe - bring a friend",
            &[
                (Role::Title, "Book club"),
                (Role::Date, "thursday nov 6"),
                (Role::Time, "7pm"),
                (Role::Place, "upstairs at the old mill"),
                (Role::Subtitle, "we're reading Circe"),
                (Role::Body, "bring a friend"),
            ],
        ),
        (
            "movie night poster, outdoor screening of a family film, fri aug 8, gates 7:30pm, Lakeside Park",
            &[
                (Role::Title, "movie night"),
                (Role::Subtitle, "outdoor screening of a family film"),
                (Role::Date, "fri aug 8"),
                (Role::Time, "gates 7:30pm"),
                (Role::Place, "Lakeside Park"),
            ],
        ),
        (
            "promote my pottery workshop: saturday 3pm at Clay & Co, all materials included",
            &[
                (Role::Title, "pottery workshop"),
                (Role::Date, "saturday 3pm"),
                (Role::Place, "Clay & Co"),
                (Role::Subtitle, "all materials included"),
            ],
        ),
        (
            "open mic night every thursday 8pm at the Blue Finch - poster, dark with a microphone",
            &[
                (Role::Title, "open mic night"),
                (Role::Date, "every thursday 8pm"),
                (Role::Place, "the Blue Finch"),
            ],
        ),
        (
            "lost dog poster, answers to Pepper, last seen Oak Street Tuesday, reward £200, call 07700 900321",
            &[
                (Role::Title, "lost dog"),
                (Role::Subtitle, "answers to Pepper"),
                (Role::Date, "last seen Oak Street Tuesday"),
                (Role::Body, "reward £200"),
                (Role::Contact, "call 07700 900321"),
            ],
        ),
        (
            "affiche fête de la musique, 21 juin, 18h, place du marché, entrée libre, guitare et notes de musique",
            &[
                (Role::Title, "fête de la musique"),
                (Role::Date, "21 juin, 18h"),
                (Role::Place, "place du marché"),
                (Role::Subtitle, "entrée libre"),
            ],
        ),
        (
            "affiche pour un vide-grenier dimanche 15 juin de 8h à 17h place du marché, buvette sur place",
            &[
                (Role::Title, "vide-grenier"),
                (Role::Date, "dimanche 15 juin de 8h à 17h"),
                (Role::Place, "place du marché"),
                (Role::Subtitle, "buvette sur place"),
            ],
        ),
        (
            "yoga in the park flyer, every sunday 10am, riverside park, bring your own mat, calm green colors",
            &[
                (Role::Title, "yoga in the park"),
                (Role::Date, "every sunday 10am"),
                (Role::Place, "riverside park"),
                (Role::Subtitle, "bring your own mat"),
            ],
        ),
        (
            "Plakat für das Sommerfest im Kindergarten Sonnenschein am 14. Juni ab 15 Uhr, Kuchen, Hüpfburg, Eintritt frei",
            &[
                (Role::Title, "Sommerfest im Kindergarten Sonnenschein"),
                (Role::Date, "am 14. Juni ab 15 Uhr"),
                (Role::Subtitle, "Kuchen, Hüpfburg"),
                (Role::Body, "Eintritt frei"),
            ],
        ),
        (
            "cartel para el torneo de ajedrez del barrio, sábado 8 de noviembre a las 10h en la biblioteca municipal, inscripción gratuita",
            &[
                (Role::Title, "torneo de ajedrez del barrio"),
                (Role::Date, "sábado 8 de noviembre a las 10h"),
                (Role::Place, "la biblioteca municipal"),
                (Role::Subtitle, "inscripción gratuita"),
            ],
        ),
    ];

    #[test]
    fn a_breath_is_cut_into_what_when_where_and_how() {
        check_texts(BREATHS);
    }
}
