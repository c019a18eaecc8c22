//! Genre words in a prompt: where they stand, and which of them are things or texts instead.

use super::{Candidate, Place, told};
use crate::Genre;
use crate::lexicon::lexicon;
use crate::reader::{Reader, Use};
use crate::tokens::{Case, Sep};

/// Genre words of one prompt that are weighed, at most.
const CANDIDATES_MAX: usize = 64;

/// Marks "please make me an image of" at the start of the prompt.
pub(super) fn skip_carriers(reader: &mut Reader<'_>) {
    let mut at = 0;
    loop {
        if let Some((len, ())) = lexicon().carriers.at(&reader.tokens, at) {
            reader.mark(at, at + len, Use::Carrier);
            at += len;
        } else if at > 0
            && at < 12
            && matches!(
                reader.key(at),
                "a" | "an" | "the" | "for" | "of" | "and" | "to"
            )
            && followed_by_carrier(reader, at + 1)
        {
            reader.mark(at, at + 1, Use::Carrier);
            at += 1;
        } else {
            return;
        }
    }
}

fn followed_by_carrier(reader: &Reader<'_>, at: usize) -> bool {
    lexicon().carriers.at(&reader.tokens, at).is_some()
}

/// "a van in travel poster style", "comic style cat": with a thing to be drawn and no words to be set, the medium lends its
/// look to a scene.
pub(super) fn borrowed_styles(reader: &mut Reader<'_>) {
    if !reader.quoted.is_empty() {
        return;
    }
    let mut at = 0;
    while at < reader.len() {
        let Some((len, word)) = lexicon().genres.at(&reader.tokens, at) else {
            at += 1;
            continue;
        };
        let end = at + len + 1;
        let lent = matches!(word.genre, Genre::Poster | Genre::Comic)
            && matches!(reader.key(end - 1), "style" | "styled" | "aesthetic");
        let drawn = |i: usize| {
            let noun = lexicon().nouns.at(&reader.tokens, i);
            noun.is_some_and(|(_, noun)| !matches!(noun.category, "office" | "shape"))
        };
        if lent && ((0..at).any(drawn) || (end..reader.len()).any(drawn)) {
            let mut from = at;
            while from > 0
                && let Some(&(crate::lexicon::LookKind::Style, style)) =
                    lexicon().looks.get(reader.key(from - 1))
            {
                from -= 1;
                let styles = &mut reader.brief.look.styles;
                if !styles.iter().any(|known| known == style) {
                    styles.push(style.to_string());
                }
            }
            reader.mark(from, end, Use::Look);
        }
        at = end;
    }
}

/// Marks verbs that are spelled as the noun for a medium, so that they are neither the kind of picture nor a thing in it.
pub(super) fn mark_verbs(reader: &mut Reader<'_>) {
    for at in 0..reader.len() {
        if shows(reader, at) {
            reader.mark(at, at + 1, Use::Carrier);
        }
    }
}

pub(super) fn candidates(reader: &Reader<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < reader.len() && found.len() < CANDIDATES_MAX {
        if reader.uses.get(at) == Some(&Use::Look) {
            at += 1;
            continue;
        }
        if let Some((to, genre)) = cover_of(reader, at).or_else(|| online_shop(reader, at)) {
            found.push(Candidate {
                from: at,
                to,
                genre,
                strong: true,
                place: place(reader, at),
            });
            at = to;
            continue;
        }
        match lexicon().genres.at(&reader.tokens, at) {
            Some((len, word))
                if !is_modifier(reader, at, at + len)
                    && !is_text(reader, at, at + len)
                    && !is_thing(reader, at, at + len, word.genre) =>
            {
                let place = if ends_in_for(reader) && reader.key(at + len) == "for" {
                    Place::Governed
                } else if word.genre != Genre::Scene && is_asked_for(reader, at) {
                    Place::Top
                } else {
                    place(reader, at)
                };
                found.push(Candidate {
                    from: at,
                    to: at + len,
                    genre: word.genre,
                    strong: word.strong,
                    place,
                });
                at += len;
            }
            Some((len, _)) => at += len,
            None => at += 1,
        }
    }
    found
}

/// "cover of a gritty crime novel": the cover of what is printed or pressed, up to three words away.
fn cover_of(reader: &Reader<'_>, at: usize) -> Option<(usize, Genre)> {
    const WORDS_BETWEEN: usize = 3;
    let of = at + 1;
    // "poetry collection cover": a kind of book may be told by what is in it.
    let collection = matches!(
        reader.key(at),
        "poetry" | "poems" | "poem" | "story" | "stories" | "essay" | "essays" | "recipe"
    );
    if collection {
        let kind = matches!(reader.key(of), "collection" | "anthology" | "book");
        let cover = of + usize::from(kind);
        return (reader.key(cover) == "cover").then_some((cover + 1, Genre::BookCover));
    }
    if reader.key(at) != "cover" || !matches!(reader.key(of), "of" | "for") {
        return None;
    }
    let article = matches!(
        reader.key(of + 1),
        "a" | "an" | "the" | "my" | "our" | "new"
    );
    let from = of + 1 + usize::from(article);
    for noun in from..=from + WORDS_BETWEEN {
        if reader.tokens.get(noun)?.quote().is_some() || reader.is_sep(noun) {
            return None;
        }
        let genre = match reader.key(noun) {
            "novel" | "book" | "thriller" | "memoir" | "biography" | "cookbook" | "textbook"
            | "novella" | "anthology" | "ebook" | "e-book" | "guidebook" | "autobiography" => {
                Genre::BookCover
            }
            "magazine" | "zine" => Genre::MagazineCover,
            "album" | "ep" | "lp" | "mixtape" | "single" => Genre::AlbumCover,
            _ => continue,
        };
        return Some((noun + 1, genre));
    }
    None
}

/// "online plant shop": what is sold stands between the words for the page.
fn online_shop(reader: &Reader<'_>, at: usize) -> Option<(usize, Genre)> {
    let shop = at + 2;
    let named = matches!(reader.key(at), "online" | "web")
        && matches!(reader.key(shop), "shop" | "store" | "boutique" | "bookshop")
        && reader.tokens[at + 1].is_word();
    named.then_some((shop + 1, Genre::ProductGrid))
}

/// "a painting behind a chair", "two paintings": a thing in the picture, not the kind of picture.
fn is_thing(reader: &Reader<'_>, from: usize, to: usize, genre: Genre) -> bool {
    let related = lexicon()
        .relations
        .at(&reader.tokens, to)
        .is_some_and(|(len, _)| {
            len > 1 || !matches!(reader.key(to), "of" | "with" | "in" | "by" | "using")
        });
    let listed = matches!(reader.key(to), "and" | "hangs" | "hanging") && from < 3;
    let counted = from > 0
        && !matches!(reader.key(from - 1), "a" | "an")
        && crate::numbers::count_at(&reader.tokens, from - 1).is_some();
    genre == Genre::Scene && (related || listed || counted)
        || is_on_wall(reader, to)
        || is_carried(reader, from)
        || is_told(reader, from, to)
        || is_listed(reader, from)
        || heads_things(reader, from, to)
        || is_food(reader, from)
        || is_past(reader, from, to)
        || is_land(reader, from, to)
        || told::is_for_play(reader, from, to, genre)
        || told::is_told_of(reader, from, to, genre)
        || reader.uses[from] == Use::Carrier && shows(reader, from)
}

/// "a poster on the wall of a bedroom": it hangs in the picture.
fn is_on_wall(reader: &Reader<'_>, to: usize) -> bool {
    let wall = matches!(
        reader.keys(to, (to + 3).min(reader.len())).as_str(),
        "on the wall" | "on a wall" | "on her wall" | "on his wall"
    );
    wall && !(0..reader.len()).any(|at| matches!(reader.key(at), "mockup" | "mock-up"))
}

/// "a waterfall in a jungle": without figures or words of a chart, the fall is one of water.
fn is_land(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let figures = (0..reader.len()).any(|at| {
        reader.form(at).is_some() || reader.tokens[at].kind == crate::tokens::Kind::Number
    });
    let alone = to == reader.len() || reader.is_sep(to);
    let placed = matches!(
        reader.key(to),
        "in" | "into" | "at" | "near" | "behind" | "over" | "above" | "beside" | "with" | "and"
    );
    let land = (0..reader.len())
        .filter(|at| !(from..to).contains(at))
        .any(|at| {
            lexicon().places.at(&reader.tokens, at).is_some()
                || lexicon()
                    .nouns
                    .at(&reader.tokens, at)
                    .is_some_and(|(_, noun)| {
                        matches!(noun.category, "animal" | "person" | "nature" | "plant")
                    })
        });
    reader.key(from) == "waterfall" && to == from + 1 && !figures && (land || alone || placed)
}

/// "l'enseigne affiche 'OUVERT'": the verb that is spelled as the noun for a poster has its subject before it and a text behind.
fn shows(reader: &Reader<'_>, from: usize) -> bool {
    let verb = matches!(
        reader.text(from, from + 1).to_lowercase().as_str(),
        "affiche" | "affichent"
    );
    let quote = reader
        .tokens
        .get(from + 1)
        .is_some_and(|token| token.quote().is_some());
    verb && quote && from > 1 && !matches!(reader.key(from - 1), "a" | "an" | "the" | "of" | "")
}

/// "a tray with two croissants, a newspaper with …": behind things of a picture, another one in their list.
fn is_listed(reader: &Reader<'_>, from: usize) -> bool {
    if from < 4 || !matches!(reader.key(from - 1), "a" | "an") {
        return false;
    }
    let joined = reader.key(from - 2) == "and" || reader.sep(from - 2, Sep::Comma);
    let article = |at: usize| {
        matches!(reader.key(at), "a" | "an")
            || crate::numbers::count_at(&reader.tokens, at).is_some()
    };
    let thing = (1..4).any(|at| {
        lexicon().nouns.at(&reader.tokens, at).is_some()
            && lexicon().genres.at(&reader.tokens, at).is_none()
            && lexicon().pictures.at(&reader.tokens, at).is_none()
            && lexicon().components.at(&reader.tokens, at).is_none()
    });
    let plain = (0..from).all(|at| {
        reader.uses[at] != Use::Carrier && lexicon().genres.at(&reader.tokens, at).is_none()
    });
    joined && article(0) && thing && plain
}

/// "a map, a compass and a lantern on a table": the first of things that lie somewhere together.
fn heads_things(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let one = |at: usize| matches!(reader.key(at), "a" | "an" | "one");
    if from == 0 || from > 2 || !one(0) || !reader.sep(to, Sep::Comma) || !one(to + 1) {
        return false;
    }
    let things = (to + 2..to + 5).any(|at| {
        lexicon().nouns.at(&reader.tokens, at).is_some()
            && lexicon().components.at(&reader.tokens, at).is_none()
    });
    let laid = (to + 2..reader.len()).any(|at| {
        reader.key(at) == "on"
            && (at + 1..at + 6).any(|at| {
                matches!(
                    reader.key(at),
                    "table" | "desk" | "shelf" | "floor" | "bed" | "tabletop" | "bench"
                )
            })
    });
    things && laid
}

/// "historia de la radio": the word for a story is that for the past, too.
fn is_past(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let romance = matches!(reader.brief.language.0.as_str(), "es" | "pt" | "it");
    romance && to == from + 1 && reader.key(from) == "story" && reader.key(to) == "of"
}

/// "a slice of lemon pie": a pie to eat.
fn is_food(reader: &Reader<'_>, from: usize) -> bool {
    let before = |n: usize| from.checked_sub(n).map_or("", |at| reader.key(at));
    let filling = lexicon()
        .nouns
        .get(before(1))
        .is_some_and(|noun| noun.category == "food");
    matches!(reader.key(from), "pie" | "pies")
        && (filling
            || matches!(before(1), "of" | "meat" | "pot")
                && matches!(before(2), "slice" | "slices" | "piece" | "pieces" | ""))
}

/// "an airplane towing a banner": what somebody holds or pulls is a thing.
fn is_carried(reader: &Reader<'_>, from: usize) -> bool {
    from > 1
        && matches!(
            reader.key(from - 1),
            "a" | "an" | "the" | "its" | "his" | "her" | "their"
        )
        && matches!(
            reader.key(from - 2),
            "towing"
                | "tows"
                | "holding"
                | "holds"
                | "carrying"
                | "carries"
                | "pulling"
                | "waving"
                | "waves"
                | "dragging"
                | "trailing"
                | "reading"
                | "reads"
                | "hoisting"
                | "unfurling"
                | "raising"
                | "accepting"
                | "accepts"
                | "receiving"
                | "receives"
                | "winning"
                | "finds"
                | "finding"
                | "found"
                | "discovers"
                | "discovering"
                | "unrolls"
                | "unfolds"
                | "studies"
                | "studying"
                | "opens"
                | "drops"
        )
}

/// "… A poster on the wall says": in a later sentence of a scene that is told, the subject of the sentence is a thing.
fn is_told(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let start = reader.clause_start(from);
    let later = start > 0 && reader.ends_sentence(start - 1);
    // "Behind them a poster on a wall says"
    let led = from > start + 1
        && matches!(reader.key(from - 1), "a" | "an")
        && matches!(
            reader.key(start),
            "behind" | "above" | "over" | "on" | "in" | "next" | "beside" | "near" | "under" | "at"
        );
    let subject =
        // "A menu on the wall", "a chalkboard menu says".
        matches!(from - start, 1 | 2) && matches!(reader.key(start), "a" | "an" | "its" | "another")
            || led;
    let acts = matches!(
        reader.key(to),
        "on" | "above"
            | "over"
            | "behind"
            | "near"
            | "beside"
            | "hangs"
            | "stands"
            | "leans"
            | "says"
            | "reads"
            | "shows"
    );
    let carrier = (0..start).any(|at| reader.uses[at] == Use::Carrier);
    // "A woman stands behind a stall, the banner over her stall reads": one that goes with what was told before.
    let known = matches!(from - start, 1 | 2)
        && matches!(reader.key(start), "the" | "his" | "her" | "their")
        && matches!(
            reader.key(to),
            "on" | "above" | "over" | "behind" | "beside"
        )
        && (0..start).any(|at| {
            matches!(reader.key(at), "a" | "an")
                && (1..4).any(|n| lexicon().nouns.at(&reader.tokens, at + n).is_some())
        });
    (later && subject || known) && acts && !carrier
}

/// Whether the words name something else as part of a longer name ("map pin", "menu item").
fn is_modifier(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    // "flowchart sign up: …": a verb.
    if reader.key(from) == "sign" && matches!(reader.key(to), "up" | "in" | "off" | "out") {
        return true;
    }
    let tokens = &reader.tokens;
    if told::is_head_of_screen(reader, from) {
        return false;
    }
    let Some((_, noun)) = lexicon().nouns.at(tokens, to).filter(|_| to == from + 1) else {
        return false;
    };
    if !reader.is_lower(to) || from > 0 && reader.is_capital(from) && reader.is_capital(from - 1) {
        return false;
    }
    // "avatar man with a beard": who is portrayed.
    if reader.key(from) == "avatar" && matches!(noun.category, "person" | "animal") {
        return false;
    }
    // "lip balm label vanilla mint": what stands behind a printed piece is on it.
    let piece = matches!(
        reader.key(from),
        "dashboard"
            | "label"
            | "poster"
            | "flyer"
            | "banner"
            | "sticker"
            | "logo"
            | "invitation"
            | "invite"
            | "menu"
    ) && !matches!(
        reader.key(to),
        "paper"
            | "printer"
            | "holder"
            | "rack"
            | "stand"
            | "board"
            | "item"
            | "bar"
            | "wall"
            | "frame"
    );
    if piece {
        return false;
    }
    let genre_next = lexicon().genres.at(tokens, to).is_some();
    let role_next = lexicon().roles.at(tokens, to).is_some();
    let look_next = crate::colors::color_at(tokens, to).is_some();
    let sheet = matches!(
        reader.key(to),
        "design"
            | "placemat"
            | "poster"
            | "board"
            | "card"
            | "sheet"
            | "template"
            | "page"
            | "screen"
            | "sign"
            | "paper"
            | "chalkboard"
            | "market"
            | "table"
    );
    !(genre_next || role_next || look_next || sheet || noun.plural)
}

/// "I'm a teacher and I need a simple diagram": the object of the wish, wherever it stands.
fn is_asked_for(reader: &Reader<'_>, from: usize) -> bool {
    let start = reader.clause_start(from);
    let wish = (start..from).rev().take(8).find(|&at| {
        matches!(
            reader.key(at),
            "need" | "want" | "make" | "create" | "design" | "draw" | "generate"
        ) && reader.is_lower(at)
    });
    wish.is_some_and(|wish| {
        wish > start
            && from - wish <= 7
            && (wish + 1..from).any(|at| matches!(reader.key(at), "a" | "an" | "the" | "me" | "my"))
            && (wish + 1..from).all(|at| {
                !matches!(
                    reader.key(at),
                    "with" | "of" | "on" | "in" | "for" | "that" | "to" | "and" | "showing" | "at"
                )
            })
    })
}

/// Whether the words are written as content: capitals in the middle of a clause.
fn is_text(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let start = reader.clause_start(from);
    let opens = (start..from)
        .all(|at| reader.uses[at] == Use::Carrier || matches!(reader.key(at), "a" | "an" | "the"));
    let lower = reader
        .tokens
        .iter()
        .any(|token| token.is_word() && token.case == Case::Lower);
    // "OPEN sign": the kind of sign is written large, the sign itself is not.
    let headed = to > from + 1 && reader.tokens[to - 1].case == Case::Lower;
    let upper = lower
        && !headed
        && reader.tokens[from..to]
            .iter()
            .any(|token| token.case == Case::Upper && token.key.len() > 3);
    let title = reader.is_capital(from) && !opens && reader.brief.language.0 != "de";
    let label = opens
        && reader.is_capital(from)
        && start > 0
        && (reader.is_capital(to) || reader.form(to).is_some());
    upper && !opens || title && start > 0 || label
}

/// Languages whose word for "for" stands behind its noun.
fn ends_in_for(reader: &Reader<'_>) -> bool {
    reader.brief.language.0 == "tr"
}

fn place(reader: &Reader<'_>, from: usize) -> Place {
    let start = reader.clause_start(from);
    let mut governed = false;
    let mut content = false;
    for at in start..from {
        let key = reader.key(at);
        match key {
            "of" if !content || pictures_only(reader, start, at) => content = false,
            "for" if !content => {}
            "for" if ends_in_for(reader) => content = false,
            // "a spotify like desktop player": what something is like stands before its name.
            "like" if content && is_likeness(reader, at) => {}
            "with" | "w/" | "of" | "on" | "in" | "at" | "holding" | "showing" | "reading"
            | "wearing" | "from" | "featuring" | "under" | "over" | "behind" | "near"
            | "beside" | "by" | "inside" | "above" | "below" | "next" | "and" | "for" | "like"
            | "as" | "has" | "is" | "says" | "saying" | "to" | "about" | "between" => {
                governed = content;
            }
            _ if reader.uses[at] == Use::Carrier => {}
            "a" | "an" | "the" | "" => {}
            // "a clean and modern poster": adjectives name nothing.
            _ if lexicon().adjectives.get(key).is_some()
                || lexicon().looks.get(key).is_some()
                || lexicon().colors.get(key).is_some() => {}
            _ => content = true,
        }
    }
    if governed {
        Place::Governed
    } else if (0..start).all(|at| {
        reader.uses[at] == Use::Carrier || reader.is_sep(at) || is_greeting(reader.key(at))
    }) {
        Place::Top
    } else if matches!(
        reader.key(start),
        "with" | "and" | "on" | "in" | "plus" | "including"
    ) && start > 0
    {
        Place::Governed
    } else {
        Place::Clause
    }
}

/// "google like homepage": a name before "like" and no article behind it.
fn is_likeness(reader: &Reader<'_>, at: usize) -> bool {
    !matches!(
        reader.key(at + 1),
        "a" | "an" | "the" | "this" | "that" | "my" | "one"
    ) && reader.is_lower(at + 1)
}

fn is_greeting(key: &str) -> bool {
    matches!(key, "hi" | "hello" | "hey" | "please" | "thanks")
}

/// Whether the clause so far is only "a photo", "image", …
fn pictures_only(reader: &Reader<'_>, start: usize, end: usize) -> bool {
    end > start
        && lexicon()
            .pictures
            .at(&reader.tokens, end - 1)
            .is_some_and(|(len, ())| len == 1)
        && end - start <= 6
}
