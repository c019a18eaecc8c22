//! Copy told as a list behind the medium: "poster: Open Air Cinema, 3 to 9 August, Central Park, tickets 5 €. Night blue".
//!
//! Who writes a colon behind the medium and then parts short pieces by commas gives the copy piece by piece, in every
//! language. Each piece is a line and stays whole, whatever figures stand in it; pieces that direct the designer or only
//! name things to draw are left to the readers of looks and objects.

mod kin;

use kin::{fact, is_listicle, kin};

use crate::copy::evidence;
use crate::copy::named::button_at;
use crate::forms::{FormKind, is_month};
use crate::lexicon::{Policy, lexicon};
use crate::reader::{Reader, Use};
use crate::tokens::{Kind, Sep};
use crate::{Genre, Literal, Origin, Role};

/// Longest piece that is one line, in tokens.
const PIECE_TOKENS_MAX: usize = 16;

/// Pieces of a list that one face of print holds, at most.
const PIECES_MAX: usize = 24;

/// Longest text that two pieces make together, in letters.
const JOINED_CHARS_MAX: usize = 44;

/// What a piece of the list is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kin {
    /// A day, an hour, a price, an address: what only a printed piece tells.
    Fact(Role),
    /// Other words for the readers.
    Words,
    /// Words for the designer, or things to draw.
    Told,
}

#[derive(Debug, Clone, Copy)]
struct Piece {
    from: usize,
    to: usize,
    kin: Kin,
    /// Whether it begins a sentence behind a full stop.
    opens: bool,
}

/// Takes the pieces as lines; returns whether the copy is told so.
pub(in crate::copy) fn claim(reader: &mut Reader<'_>) -> bool {
    if !is_listed_kind(reader.brief.genre) || !reader.brief.literals.is_empty() {
        return false;
    }
    let Some(start) = start(reader) else {
        return false;
    };
    let Some(mut pieces) = pieces(reader, start) else {
        return false;
    };
    join_calls(reader, &mut pieces);
    tell_series(reader, &mut pieces);
    let copy: Vec<Piece> = pieces.into_iter().filter(|p| p.kin != Kin::Told).collect();
    let facts = copy.iter().filter(|p| p.kin != Kin::Words).count();
    let told = facts >= 2 || facts == 1 && copy.len() >= 3;
    let named = named_by_medium(reader, start).or_else(|| event_before(reader, start, &copy));
    let title = title(reader, &copy).filter(|_| named.is_none());
    let head = named.or_else(|| behind_medium(reader, start).filter(|_| title.is_none()));
    let nameless = title.is_none() && head.is_none() && !tells_series(reader, &copy);
    if !told || nameless {
        return false;
    }
    // "yard sale poster: …, furniture, toys, books": without another name the event is what the medium tells of.
    let head = head.or_else(|| event(reader, start).filter(|_| title.is_none()));
    if let Some((from, to)) = head {
        super::emit(reader, from, to, Role::Title);
    }
    let mut led = false;
    let mut last = None;
    for (n, piece) in copy.iter().enumerate() {
        let before = n.checked_sub(1).map(|m| copy[m]);
        let mut piece = *piece;
        let button = button_at(reader, piece.from, piece.to).filter(|_| title != Some(n));
        if let Some(from) = button {
            reader.mark(piece.from, from, Use::Role);
            piece.from = from;
        }
        let role = match piece.kin {
            _ if button.is_some() => Role::Button,
            _ if Some(n) == title => Role::Title,
            Kin::Words if reader.key(piece.from) == "code" => Role::Badge,
            // What is cheaper is read right behind the name.
            Kin::Fact(Role::Body) if offers(reader, piece) => {
                words_role(reader.brief.genre, &mut led)
            }
            Kin::Fact(role) => role,
            _ if stands_for_a_place(reader, piece, last) => Role::Place,
            _ => words_role(reader.brief.genre, &mut led),
        };
        last = Some(role);
        set(reader, piece, role, before);
    }
    true
}

/// "SUMMER SALE up to 40% off": the offer has a name in front.
fn names_offer(reader: &Reader<'_>, piece: Piece) -> bool {
    offers(reader, piece)
        && piece.to > piece.from + 2
        && [piece.from, piece.from + 1].iter().all(|&at| {
            reader.is_capital(at) && reader.tokens[at].is_word() && reader.form(at).is_none()
        })
}

/// Whether a piece tells by how much something is cheaper.
fn offers(reader: &Reader<'_>, piece: Piece) -> bool {
    (piece.from..piece.to).any(|at| reader.form(at) == Some(FormKind::Percent))
}

/// Kinds of print whose copy is a handful of lines.
fn is_listed_kind(genre: Genre) -> bool {
    matches!(
        genre,
        Genre::Poster
            | Genre::Banner
            | Genre::SocialCard
            | Genre::Story
            | Genre::Sale
            | Genre::Label
            | Genre::Invitation
            | Genre::Sign
    )
}

/// The first token behind the mark that ends the words about the medium.
fn start(reader: &Reader<'_>) -> Option<usize> {
    let genre = (0..reader.len()).find(|&at| reader.uses[at] == Use::Genre)?;
    let mut end = reader.clause_end(genre);
    // "cheese counter sign, slate look with chalk writing: …": how it looks may stand before the colon.
    let next = reader.clause_end(end + 1);
    if reader.sep(end, Sep::Comma)
        && reader.sep(next, Sep::Colon)
        && evidence::steers_by_words(reader, end + 1, next)
    {
        end = next;
    }
    let colon = reader.sep(end, Sep::Colon);
    // "ヨガ教室のポスター。": where nothing has capitals, a stop parts the medium as well.
    let stop = (reader.sep(end, Sep::Stop) || reader.sep(end, Sep::Line))
        && (0..end).any(|at| reader.is_caseless(at));
    let comma = reader.sep(end, Sep::Comma)
        && matches!(reader.brief.genre, Genre::Invitation | Genre::Label);
    let first = (0..genre).all(|at| !reader.is_sep(at) || reader.uses[at] == Use::Carrier);

    let quoted = (0..end).any(|at| reader.tokens[at].quote().is_some());
    (first && !quoted && (colon || stop || comma)).then_some(end + 1)
}

/// The words between the medium and the mark that ends its clause.
fn behind_medium(reader: &Reader<'_>, start: usize) -> Option<(usize, usize)> {
    const SMALL: &[&str] = &[
        "for", "of", "to", "from", "about", "the", "a", "an", "our", "my",
    ];
    let end = start - 1;
    let genre = (0..end).rfind(|&at| reader.uses[at] == Use::Genre)?;
    let from = (genre + 1..end).find(|&at| {
        let key = reader.key(at);
        !(SMALL.contains(&key) || key.starts_with(['@', '~']) || reader.is_sep(at))
    })?;
    let plain = (from..end).all(|at| !reader.is_sep(at) && reader.tokens[at].quote().is_none());
    let plain = plain && reader.brief.genre != Genre::Sign;
    (plain && end - from <= PIECE_TOKENS_MAX).then_some((from, end))
}

/// "baby shower invitation for Nadia, Sunday …": a name in capitals behind the medium leads.
fn named_by_medium(reader: &Reader<'_>, start: usize) -> Option<(usize, usize)> {
    let (from, to) = behind_medium(reader, start)?;
    let small = |at: usize| matches!(reader.key(at), "and" | "&" | "+" | "of" | "@de" | "the");
    let named = (from..to).all(|at| reader.is_capital(at) || small(at));
    // In German every noun has a capital.
    let sure = reader.brief.language.0 != "de" || to - from >= 2;
    (named && sure && reader.is_capital(from) && reader.is_capital(to - 1)).then_some((from, to))
}

/// "poster summer fair: Saturday 12 July, …, food and dance": where the list begins with the day, the words behind the medium
/// say of what, unless a name in capitals follows.
fn event_before(reader: &Reader<'_>, start: usize, copy: &[Piece]) -> Option<(usize, usize)> {
    if reader.brief.genre == Genre::Sign {
        return None;
    }
    const WORDS_MAX: usize = 5;
    let dated = matches!(copy.first()?.kin, Kin::Fact(Role::Date | Role::Time));
    let (from, to) = behind_medium(reader, start)?;
    let direct = from == 0 || reader.uses[from - 1] == Use::Genre;
    let words = copy.iter().find(|piece| piece.kin == Kin::Words);
    let named = words.is_some_and(|piece| reader.is_capital(piece.from));
    let plain = (from..to).all(|at| reader.tokens[at].is_word())
        && to - from <= WORDS_MAX
        && !evidence::steers_by_words(reader, from, to);
    (dated && plain && (direct || !named)).then_some((from, to))
}

/// Cuts the list; nothing when a part of it is told in another way.
fn pieces(reader: &Reader<'_>, start: usize) -> Option<Vec<Piece>> {
    let mut runs: Vec<(usize, usize, bool)> = Vec::new();
    let (mut from, mut depth, mut opens) = (start, 0_u32, false);
    for at in start..=reader.len() {
        if reader.sep(at, Sep::Open) {
            depth += 1;
        } else if reader.sep(at, Sep::Close) {
            depth = depth.saturating_sub(1);
        }
        let ends = [Sep::Comma, Sep::Semi, Sep::Stop, Sep::Line, Sep::Mark]
            .iter()
            .any(|sep| reader.sep(at, *sep))
            && !is_ordinal_stop(reader, at);
        if at == reader.len() || ends && depth == 0 {
            let run = trimmed(reader, (from, at));
            if run.0 < run.1 {
                runs.push((run.0, run.1, opens));
                opens = false;
            }
            opens |= [Sep::Stop, Sep::Line, Sep::Mark]
                .iter()
                .any(|sep| reader.sep(at, *sep));
            from = at + 1;
        }
    }
    let described = matches!(
        reader.key(start),
        "a" | "an" | "with" | "show" | "showing" | "draw"
    );
    if described
        || !(2..=PIECES_MAX).contains(&runs.len())
        || runs.iter().any(|run| run.1 - run.0 > PIECE_TOKENS_MAX)
    {
        return None;
    }
    let mut found: Vec<Piece> = Vec::new();
    let mut told = false;
    for (n, &(from, to, opens)) in runs.iter().enumerate() {
        if told_elsewhere(reader, from, to) {
            return None;
        }
        let goes_on = runs[n + 1..]
            .iter()
            .take_while(|run| !run.2)
            .any(|run| fact(reader, run.0, run.1).is_some());
        // "ingredients: plums, sugar": what belongs to a label stays with it.
        if let Some(last) = found.last_mut()
            && is_open_list(reader, *last)
            && !opens
            && (from..to).all(|at| reader.tokens[at].is_word())
            && !reader.is_capital(from)
        {
            last.to = to;
            continue;
        }
        let mut kin = kin(reader, (from, to), n == 0, opens, goes_on);
        // ". watercolor, eucalyptus": what goes on behind such words in their sentence is for the designer, too.
        let directed = found
            .last()
            .is_some_and(|last| last.kin == Kin::Told && (last.opens || told));
        told = directed && !opens;
        if told && kin == Kin::Words && !reader.is_capital(from) {
            kin = Kin::Told;
        }
        found.push(Piece {
            from,
            to,
            kin,
            opens,
        });
    }
    Some(found)
}

/// "4. und 5. Oktober": the stop behind the number of a day ends nothing.
fn is_ordinal_stop(reader: &Reader<'_>, at: usize) -> bool {
    let day = at > 0
        && reader.sep(at, Sep::Stop)
        && reader.tokens[at - 1].kind == Kind::Number
        && reader.key(at - 1).len() <= 2;
    let next = reader.key(at + 1);
    day && (is_month(next) || matches!(next, "and" | "to" | "until" | "bis" | "&"))
}

/// Words with which a manner or a mood ends in scripts without capitals.
const MANNERS: &[&str] = &[
    "風",
    "风",
    "調",
    "调",
    "式",
    "スタイル",
    "テイスト",
    "풍",
    "톤",
    "스타일",
];

/// Whether a piece that opens a sentence tells a manner by its last sign.
fn tells_a_manner(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let text = reader.text(from, to);
    reader.is_caseless(from) && to - from <= 3 && MANNERS.iter().any(|end| text.ends_with(end))
}

/// "тёмно-бордовый": a colour behind a dash.
fn is_compound_color(reader: &Reader<'_>, at: usize) -> bool {
    let text = crate::tokens::lower(reader.text(at, at + 1));
    let glosses = crate::glosses::Glosses::for_language(&reader.brief.language.0);
    text.rsplit_once('-').is_some_and(|(_, last)| {
        let meaning = glosses.word(last).unwrap_or(last);
        lexicon().colors.get(meaning).is_some()
    })
}

/// Takes joints and emoji off both ends.
fn trimmed(reader: &Reader<'_>, (mut from, mut to): (usize, usize)) -> (usize, usize) {
    let loose = |at: usize| {
        matches!(reader.tokens[at].kind, Kind::Emoji)
            || reader.is_sep(at) && !reader.sep(at, Sep::Open) && !reader.sep(at, Sep::Close)
    };
    while from < to
        && (loose(from) || matches!(reader.key(from), "and" | "plus" | "then") && to > from + 1)
    {
        from += 1;
    }
    while to > from && loose(to - 1) {
        to -= 1;
    }
    (from, to)
}

/// "Title: …", "buttons …": other readers know what such words introduce.
fn told_elsewhere(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let Some((len, word)) = lexicon().roles.at(&reader.tokens, from) else {
        return false;
    };
    let colon = reader.sep(from + len, Sep::Colon);
    let quote = (from + len..to).any(|at| reader.tokens[at].quote().is_some());
    let name = reader.is_capital(from) && reader.is_capital(from + len);
    match word.policy {
        // What a label is made of is a line of its own.
        Policy::Many => (colon || quote) && reader.brief.genre != Genre::Label,
        Policy::Label => false,
        Policy::Silent => (colon || quote) && !name && !reader.is_caseless(from),
    }
}

/// Whether a label with its colon stands in the piece, with words only behind it.
fn is_open_list(reader: &Reader<'_>, piece: Piece) -> bool {
    let colon = (piece.from..piece.to).find(|&at| reader.sep(at, Sep::Colon));
    colon.is_some_and(|colon| {
        colon - piece.from <= 3
            && (colon + 1..piece.to).all(|at| reader.tokens[at].is_word() || reader.is_sep(at))
    })
}

/// Behind a day, an hour or a place a name is where it happens.
fn stands_for_a_place(reader: &Reader<'_>, piece: Piece, before: Option<Role>) -> bool {
    // Where no word has a capital, or every noun, only the first words behind the hour are sure to name a place.
    let caseless = reader.is_caseless(piece.from) || reader.brief.language.0 == "de";
    let behind = match before {
        Some(Role::Date | Role::Time) => true,
        Some(Role::Place) => !caseless,
        _ => false,
    };
    let name = reader.is_capital(piece.from) || caseless;
    let event = !matches!(reader.brief.genre, Genre::Label);
    // "Парковая улица, 12": the number of the house.
    let house = before == Some(Role::Place)
        && piece.to == piece.from + 1
        && reader.tokens[piece.from].kind == Kind::Number
        && reader.form(piece.from).is_none();
    // "18 Harbour View, Tom & Aisha": two names behind an address are those who invite.
    let hosts = before == Some(Role::Place)
        && piece.to == piece.from + 3
        && [piece.from, piece.to - 1]
            .iter()
            .all(|&at| reader.is_capital(at))
        && (reader.key(piece.from + 1) == "and"
            || matches!(reader.text(piece.from + 1, piece.from + 2), "&" | "+"));
    event && house
        || event && behind && name && !hosts && !piece.opens && piece.to - piece.from <= 5
}

fn words_role(genre: Genre, led: &mut bool) -> Role {
    if genre == Genre::Label || !*led {
        *led = true;
        Role::Subtitle
    } else {
        Role::Body
    }
}

/// The piece that leads: one in quotes before all others, else the first that tells no fact.
fn title(reader: &Reader<'_>, copy: &[Piece]) -> Option<usize> {
    if copy
        .first()
        .is_some_and(|piece| is_listicle(reader, piece.from))
    {
        return Some(0);
    }
    let quoted = |p: &Piece| (p.from..p.to).any(|at| reader.tokens[at].quote().is_some());
    let series = tells_series(reader, copy);
    let first = copy.iter().position(|p| {
        p.kin == Kin::Words && !(series && is_bare(reader, p)) || names_offer(reader, *p)
    })?;
    let alone = copy
        .iter()
        .position(|p| p.to == p.from + 1 && quoted(p))
        .filter(|_| copy.iter().filter(|p| quoted(p)).count() == 1 || quoted(&copy[first]));
    Some(alone.unwrap_or(first))
}

/// "furniture, toys, books": bare things side by side on a piece with facts tell what there is; none of them is the name.
fn tell_series(reader: &Reader<'_>, pieces: &mut [Piece]) {
    let lexicon = lexicon();
    let thing = |p: &Piece| {
        is_bare(reader, p)
            && (p.kin == Kin::Words || lexicon.nouns.at(&reader.tokens, p.from).is_some())
    };
    let runs: Vec<bool> = pieces.iter().map(thing).collect();
    for n in 0..runs.len() {
        let beside = n > 0 && runs[n - 1] || runs.get(n + 1) == Some(&true);
        let three = runs.iter().filter(|run| **run).count() >= 3;
        if runs[n] && beside && three {
            pieces[n].kin = Kin::Words;
        }
    }
}

/// "Like, share and tag a friend": what followers are asked to do is one line.
fn join_calls(reader: &Reader<'_>, pieces: &mut Vec<Piece>) {
    const ASKED: &[&str] = &[
        "like",
        "share",
        "follow",
        "tag",
        "comment",
        "save",
        "repost",
        "subscribe",
    ];
    let asks = |piece: &Piece| ASKED.contains(&reader.key(piece.from));
    for at in (1..pieces.len()).rev() {
        let (before, piece) = (pieces[at - 1], pieces[at]);
        let joined = before.to == before.from + 1
            && before.to + 1 == piece.from
            && asks(&before)
            && asks(&piece);
        if joined {
            pieces[at - 1].to = piece.to;
            pieces[at - 1].kin = Kin::Words;
            pieces.remove(at);
        }
    }
}

/// Whether three pieces or more are bare things.
fn tells_series(reader: &Reader<'_>, copy: &[Piece]) -> bool {
    let bare = |p: &&Piece| p.kin == Kin::Words && is_bare(reader, p);
    copy.iter().filter(bare).count() >= 3
}

/// Whether a piece is one word in small letters.
fn is_bare(reader: &Reader<'_>, piece: &Piece) -> bool {
    let fact = matches!(piece.kin, Kin::Fact(_));
    !fact && piece.to == piece.from + 1 && reader.is_lower(piece.from)
}

/// The words for the event within those for the medium: "yard sale" of "yard sale poster".
fn event(reader: &Reader<'_>, start: usize) -> Option<(usize, usize)> {
    // "bakery counter sign: …": where the board stands.
    if reader.brief.genre == Genre::Sign {
        return None;
    }
    const MEDIA: &[&str] = &[
        "poster", "flyer", "sign", "banner", "post", "ad", "card", "story", "leaflet",
    ];
    let word = |at: usize| {
        matches!(reader.uses[at], Use::Genre | Use::Topic | Use::Free)
            && reader.tokens[at].is_word()
            && !MEDIA.contains(&reader.key(at))
            && !matches!(reader.key(at), "a" | "an" | "the" | "for" | "my" | "our")
    };
    let last = (0..start).rfind(|&at| reader.uses[at] == Use::Genre && word(at))?;
    let to = last + 1;
    let from = (0..to).rev().take_while(|&at| word(at)).last()?;
    (to >= from + 2).then_some((from, to))
}

/// Sets a piece as a line, joined with the one before it when both tell when or where.
fn set(reader: &mut Reader<'_>, piece: Piece, role: Role, before: Option<Piece>) {
    let Piece { mut from, to, .. } = piece;
    let lone = to == from + 1;
    // "タイトル「朝ヨガ」": the word before the quoted text names its part.
    let mut role = role;
    if let Some((len, word)) = lexicon().roles.at(&reader.tokens, from)
        && word.policy == Policy::Silent
        && (from + len..to).all(|at| {
            reader.tokens[at].quote().is_some() && at + 1 == to
                || reader.key(at).starts_with(['@', '~'])
        })
        && !lone
    {
        reader.mark(from, to - 1, Use::Role);
        from = to - 1;
        role = if role == Role::Title { role } else { word.role };
    }
    // "brand Casa Nila", "button Get tickets": the word tells what the text is, and is not printed.
    if let Some((len, word)) = lexicon().roles.at(&reader.tokens, from)
        && word.policy == Policy::Silent
        && matches!(
            word.role,
            Role::Brand | Role::Button | Role::Subtitle | Role::Badge
        )
        && reader.is_lower(from)
        && reader.is_capital(from + len)
        && from + len < to
    {
        reader.mark(from, from + len, Use::Role);
        from += len;
        role = word.role;
    }
    let quoted = to == from + 1 && reader.tokens[from].quote().is_some();
    let span = whole_span(reader, from, to);
    let joined = before.filter(|_| !piece.opens).and_then(|before| {
        let near = reader.sep(before.to, Sep::Comma) && before.to + 1 == piece.from;
        let last = reader.brief.literals.len().checked_sub(1)?;
        let literal = &reader.brief.literals[last];
        let kind = literal.role == Role::Date && role == Role::Time
            || literal.role == Role::Place && role == Role::Place;
        let short = reader.prompt[literal.span.start..span.end].chars().count() <= JOINED_CHARS_MAX;
        (near && kind && short).then_some(last)
    });
    reader.mark(from, to, Use::Literal);
    if let Some(last) = joined {
        let whole = reader.brief.literals[last].span.start..span.end;
        let literal = &mut reader.brief.literals[last];
        literal.text = reader.prompt[whole.clone()].trim().to_string();
        literal.span = whole;
        return;
    }
    reader.brief.literals.push(Literal {
        text: reader.prompt[span.clone()].trim().to_string(),
        span,
        role,
        origin: if quoted { Origin::Quoted } else { Origin::Form },
        on_object: None,
    });
}

/// The bytes of a piece with the marks that close it.
fn whole_span(reader: &Reader<'_>, from: usize, to: usize) -> crate::Span {
    let mut span = reader.span(from, to);
    if to == from + 1 && reader.tokens[from].quote().is_some() {
        return span;
    }
    if let Some(quote) = reader.tokens[from].quote() {
        span.start = reader.quoted[quote].outer.start;
    }
    if let Some(quote) = reader.tokens[to - 1].quote() {
        span.end = reader.quoted[quote].outer.end;
    }
    if reader.sep(to, Sep::Mark) && reader.tokens[to].span.start == span.end {
        span.end = reader.tokens[to].span.end;
    }
    span
}

#[cfg(test)]
mod tests;
