//! Decides what kind of picture is wanted: longest match, then the head-noun rule.

use crate::Genre;
use crate::lexicon::lexicon;
use crate::reader::{Reader, Use};
use crate::tokens::{Case, Sep};

/// Genre words of one prompt that are weighed, at most.
const CANDIDATES_MAX: usize = 64;

/// A genre word in the prompt.
#[derive(Debug, Clone, Copy)]
struct Candidate {
    from: usize,
    to: usize,
    genre: Genre,
    strong: bool,
    place: Place,
}

/// Where a genre word stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Place {
    /// Head of the first noun phrase.
    Top,
    /// Head of a later clause.
    Clause,
    /// Behind a preposition or a verb that another noun governs.
    Governed,
}

/// Sets the genre of the brief and marks its words.
pub(crate) fn read(reader: &mut Reader<'_>) {
    skip_carriers(reader);
    let candidates = candidates(reader);
    picture_styles(reader, &candidates);
    let best = choose(reader, &candidates);
    let best = shown_on_device(reader, &candidates, best).or(best);
    if let Some(board) = board(reader, best) {
        reader.brief.genre = Genre::Kanban;
        reader.brief.genre_span = Some(reader.span(board, board + 1));
        reader.mark(0, board + 1, Use::Genre);
        return;
    }
    // "podcast list on a phone": what a phone shows in rows is a screen.
    let best = match on_phone(reader, best) {
        Some(at) => {
            reader.brief.genre = Genre::MobileApp;
            reader.brief.genre_span = Some(reader.span(at.0, at.1));
            reader.mark(at.0, at.1, Use::Genre);
            return;
        }
        None => best,
    };
    let Some(best) = screen(reader, best).or(best) else {
        // "Promote a pizza with 30% off" asks for an advertisement.
        let promotes = reader.tokens.first().is_some_and(|token| {
            matches!(token.key.as_str(), "promote" | "advertise" | "announce")
        });
        if let Some(genre) = by_content(reader).or_else(|| by_form(reader)) {
            reader.brief.genre = genre;
        } else if labels_parts(reader) {
            reader.brief.genre = Genre::LabelledDiagram;
        } else if promotes {
            reader.brief.genre = Genre::SocialCard;
        } else if announces(reader) {
            reader.brief.genre = Genre::Poster;
        }
        return;
    };
    reader.brief.genre = narrower(best, &candidates);
    if reader.brief.genre == Genre::PaperForm && has_controls(reader) {
        reader.brief.genre = Genre::Form;
    }
    reader.brief.genre_span = Some(reader.span(best.from, best.to));
    reader.mark(best.from, best.to, Use::Genre);
    if best.genre != Genre::Scene {
        mark_topic(reader, best);
    }
    let mut at = best.to;
    while best.genre != Genre::Scene
        && matches!(
            reader.key(at),
            "screen"
                | "diagram"
                | "design"
                | "template"
                | "mockup"
                | "layout"
                | "page"
                | "board"
                | "graphic"
                | "placemat"
                | "ui"
                | "screenshot"
                | "view"
                | "window"
                | "style"
        )
        && reader.is_free(at)
        && reader.is_lower(at)
    {
        reader.mark(at, at + 1, Use::Genre);
        at += 1;
    }
    // Other words for the same picture ("dashboard UI screenshot") are neither content nor objects.
    for other in &candidates {
        let beside = other.to == best.from || other.from == best.to;
        if beside && other.place != Place::Governed {
            reader.mark(other.from, other.to, Use::Genre);
        }
    }
}

/// "a diagram that explains the life cycle of a frog": a drawing of a kind that has its own form.
fn narrower(best: Candidate, candidates: &[Candidate]) -> Genre {
    let inner = candidates
        .iter()
        .find(|word| matches!(word.genre, Genre::Cycle | Genre::CrossSection | Genre::Atom));
    match inner {
        Some(inner) if best.genre == Genre::LabelledDiagram => inner.genre,
        _ => best.genre,
    }
}

/// "job application form … checkbox … button": what has controls is filled in on a screen.
fn has_controls(reader: &Reader<'_>) -> bool {
    (0..reader.len()).any(|at| {
        matches!(
            reader.key(at),
            "button" | "dropdown" | "upload" | "placeholder" | "toggle"
        )
    })
}

/// "jira-like board … in progress (…), done (…)": a board with two usual lanes, where no other word heads the prompt.
fn board(reader: &Reader<'_>, best: Option<Candidate>) -> Option<usize> {
    let named = best.is_some_and(|word| word.place == Place::Top && !is_generic(word.genre));
    let at = (0..reader.len().min(8)).find(|&at| reader.key(at) == "board")?;
    let lower = reader.prompt.to_lowercase();
    let lanes = crate::screens::parts::LANES
        .iter()
        .filter(|lane| {
            lower.match_indices(**lane).any(|(at, _)| {
                let behind = lower[at + lane.len()..].trim_start();
                behind.starts_with(['(', ':', ',', '/', '|', '-'])
            })
        })
        .count();
    (!named && lanes >= 2).then_some(at)
}

/// "a laptop showing an analytics dashboard": the program on the device is what is wanted.
fn shown_on_device(
    reader: &Reader<'_>,
    candidates: &[Candidate],
    best: Option<Candidate>,
) -> Option<Candidate> {
    if best
        .is_some_and(|word| !matches!(word.genre, Genre::Product | Genre::Scene | Genre::WebPage))
    {
        return None;
    }
    let end = reader.clause_end(0);
    let device = (0..end).find(|&i| {
        matches!(
            reader.key(i),
            "laptop" | "macbook" | "phone" | "smartphone" | "iphone" | "tablet" | "ipad" | "imac"
        )
    })?;
    let mock = matches!(
        reader.key(device + 1),
        "mockup" | "mock-up" | "mock" | "screen" | "screenshot"
    );
    let shows = (device + 1..(device + 5).min(end)).find(|&i| {
        matches!(
            reader.key(i),
            "showing" | "displaying" | "with" | "of" | "running" | "shows"
        )
    })?;
    let early = (0..device).all(|i| {
        matches!(
            reader.key(i),
            "a" | "an" | "the" | "on" | "of" | "realistic" | "modern" | "sleek" | "open"
        ) || reader.uses[i] == Use::Carrier
    });
    let shown = candidates.iter().copied().find(|word| {
        word.from > shows && word.from <= shows + 5 && crate::screens::is_interface(word.genre)
    })?;
    (early && (mock || reader.key(shows) != "with")).then_some(Candidate {
        place: Place::Top,
        ..shown
    })
}

/// Where "list on a phone", "feed on mobile" stands in the first clause, when no genre says more.
fn on_phone(reader: &Reader<'_>, best: Option<Candidate>) -> Option<(usize, usize)> {
    if best.is_some_and(|word| {
        !matches!(
            word.genre,
            Genre::Infographic | Genre::Scene | Genre::WebPage | Genre::Table
        )
    }) {
        return None;
    }
    let end = reader.clause_end(0);
    let at = (0..end).find(|&i| {
        matches!(
            reader.key(i),
            "list" | "feed" | "screen" | "view" | "player" | "queue" | "menu" | "page"
        ) && reader.is_lower(i)
    })?;
    let mut device = at + 1;
    while matches!(
        reader.key(device),
        "on" | "for" | "a" | "an" | "my" | "the" | "in"
    ) {
        device += 1;
    }
    let phone = matches!(
        reader.key(device),
        "phone" | "smartphone" | "iphone" | "mobile" | "android" | "cellphone"
    );
    (phone && device > at + 1).then_some((at, device + 1))
}

/// A screen, page or app by its head noun, where no other word says more ("parking app", "photo gallery app").
fn screen(reader: &Reader<'_>, best: Option<Candidate>) -> Option<Candidate> {
    let (at, genre) = crate::screens::heads::find(reader)?;
    let open = best.is_none_or(|word| {
        let compound = crate::screens::heads::is_app_compound(reader, at);
        let plain = matches!(word.genre, Genre::Scene | Genre::WebPage | Genre::Map)
            || compound && word.genre == Genre::Landing;
        let listed = matches!(
            word.genre,
            Genre::Infographic | Genre::Calendar | Genre::AlbumCover
        ) || crate::sheet::is_sheet(word.genre);
        let listed = listed && genre == Genre::MobileApp;
        (plain || listed)
            && (word.to <= at + 1 || compound)
            && !(word.genre == Genre::WebPage && word.to - word.from > 1)
    });
    open.then_some(Candidate {
        from: at,
        to: at + 1,
        genre,
        strong: true,
        place: Place::Top,
    })
}

/// "three plans: Seed $0, Sprout $12 per month", "compare bus and train: price $12 / $30": what is told names no medium.
fn by_content(reader: &Reader<'_>) -> Option<Genre> {
    let colon = (0..reader.len().min(12)).any(|at| reader.sep(at, Sep::Colon));
    let keyed = |words: &[&str]| (0..reader.len()).any(|at| words.contains(&reader.key(at)));
    let prices = (0..reader.len())
        .filter(|at| reader.form(*at) == Some(crate::forms::FormKind::Price))
        .count();
    // "donut: 62% yes, 38% no": shares behind the name of a form that is no cake.
    let shares = (0..reader.len())
        .filter(|at| reader.form(*at) == Some(crate::forms::FormKind::Percent))
        .count();
    if colon
        && shares >= 2
        && matches!(
            reader.key(0),
            "donut" | "doughnut" | "ring" | "circle" | "wheel"
        )
    {
        return Some(Genre::Chart);
    }
    let plans = keyed(&["plans", "tiers", "subscriptions"])
        && keyed(&["month", "monthly", "mo", "year", "yearly"]);
    if colon && plans && prices >= 2 {
        return Some(Genre::Pricing);
    }
    let sides = (1..5).any(|at| matches!(reader.key(at), "and" | "vs" | "versus" | "with" | "to"));
    (colon && matches!(reader.key(0), "compare" | "comparing") && sides)
        .then_some(Genre::ComparisonTable)
}

/// "sign up: name + email + password", "columns Todo / Done, cards …": the parts of a screen name it, the sentence of an
/// invitation the card.
fn by_form(reader: &Reader<'_>) -> Option<Genre> {
    let keyed = |words: &[&str]| (0..reader.len()).any(|at| words.contains(&reader.key(at)));
    let opens = |words: &[&str]| words.contains(&reader.key(0));
    if crate::inviting::find(reader.prompt).is_some() {
        return Some(Genre::Invitation);
    }
    // "employees table columns Name, Department: …"
    let colon = (0..reader.len()).any(|at| reader.sep(at, Sep::Colon));
    if colon && keyed(&["table", "list"]) && keyed(&["columns", "column", "headers"]) {
        return Some(Genre::AdminTable);
    }
    let secret = keyed(&["password", "passcode"]);
    let account = keyed(&["email", "e-mail", "username", "login"]);
    if secret && account {
        let joins = opens(&[
            "sign",
            "signup",
            "sign-up",
            "register",
            "registration",
            "create",
        ]) && reader.key(1) != "in";
        return Some(if joins { Genre::SignUp } else { Genre::Login });
    }
    let columns = keyed(&["columns", "lanes", "swimlanes"]);
    let cards = keyed(&["cards", "tickets", "tasks", "issues", "stories"]);
    (columns && cards).then_some(Genre::Kanban)
}

/// "human skeleton labelled: skull, ribs, spine": what has its parts labelled is a diagram.
fn labels_parts(reader: &Reader<'_>) -> bool {
    (1..reader.len()).any(|at| {
        matches!(reader.key(at), "labelled" | "labeled" | "beschriftet")
            && (reader.sep(at + 1, Sep::Colon) || matches!(reader.key(at + 1), "with" | "parts"))
            && (at + 2..reader.len()).any(|i| reader.sep(i, Sep::Comma))
    })
}

/// "BINGO NIGHT!! every thursday 7pm @ the hall, £5 entry": day, hour, price and place without a word about the medium
/// are a notice.
fn announces(reader: &Reader<'_>) -> bool {
    use crate::forms::FormKind;
    let any = |test: &dyn Fn(usize) -> bool| usize::from((0..reader.len()).any(test));
    let timed = any(&|at| reader.form(at) == Some(FormKind::Time));
    let dated = any(&|at| {
        let key = reader.key(at).trim_end_matches('s');
        reader.form(at) == Some(FormKind::Date)
            || key.len() > 5 && key.ends_with("day") && key != "birthday" && key != "holiday"
    });
    let priced = any(&|at| reader.form(at) == Some(FormKind::Price));
    let reached = any(&|at| {
        matches!(
            reader.form(at),
            Some(FormKind::Phone | FormKind::Url | FormKind::Email)
        )
    });
    let called = any(&|at| {
        matches!(
            reader.key(at),
            "entry" | "admission" | "rsvp" | "tickets" | "doors"
        )
    });
    // "book club - thursday nov 6 - 7pm - bring a friend": a few words, then facts parted by dashes or lines.
    let parts = (0..reader.len())
        .filter(|&at| reader.sep(at, Sep::Dash) || reader.sep(at, Sep::Line))
        .count();
    let noted = any(&|at| at == 0 && parts >= 3 && reader.clause_end(at) <= 5);
    timed + dated + priced + reached + called + noted >= 3
}

/// `{"type": "poster", …}`: a record may name the kind of picture itself.
pub(crate) fn of_record(reader: &mut Reader<'_>, record: &crate::Record) {
    let named = record.fields.iter().find_map(|(key, value)| {
        let tells = matches!(
            key.to_lowercase().as_str(),
            "type" | "kind" | "format" | "genre" | "medium" | "design" | "asset" | "template"
        );
        let words = value.to_lowercase().replace(['_', '-'], " ");
        lexicon().genres.get(&words).filter(|_| tells)
    });
    if let Some(word) = named {
        reader.brief.genre = word.genre;
    }
}

/// "pixel art of", "watercolor": words for a kind of picture are also its style.
fn picture_styles(reader: &mut Reader<'_>, candidates: &[Candidate]) {
    for word in candidates
        .iter()
        .filter(|word| word.genre == Genre::Scene && word.place != Place::Governed)
    {
        let phrase = reader.keys(word.from, word.to);
        if let Some(&(crate::lexicon::LookKind::Style, style)) = lexicon().looks.get(&phrase) {
            let styles = &mut reader.brief.look.styles;
            if !styles.iter().any(|known| known == style) {
                styles.push(style.to_string());
            }
        }
    }
}

/// Marks "please make me an image of" at the start of the prompt.
fn skip_carriers(reader: &mut Reader<'_>) {
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

fn candidates(reader: &Reader<'_>) -> Vec<Candidate> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < reader.len() && found.len() < CANDIDATES_MAX {
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

/// "a painting behind a chair", "two paintings": a thing in the picture, not the kind of picture.
fn is_thing(reader: &Reader<'_>, from: usize, to: usize, genre: Genre) -> bool {
    let related = lexicon().relations.at(&reader.tokens, to).is_some()
        && !matches!(reader.key(to), "of" | "with" | "in" | "by" | "using");
    let listed = matches!(reader.key(to), "and" | "hangs" | "hanging") && from < 3;
    let counted = from > 0
        && !matches!(reader.key(from - 1), "a" | "an")
        && crate::numbers::count_at(&reader.tokens, from - 1).is_some();
    genre == Genre::Scene && (related || listed || counted)
        || is_carried(reader, from)
        || is_told(reader, from, to)
        || is_listed(reader, from)
        || is_food(reader, from)
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
                | "hoisting"
                | "unfurling"
                | "raising"
        )
}

/// "… A poster on the wall says": in a later sentence of a scene that is told, the subject of the sentence is a thing.
fn is_told(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let start = reader.clause_start(from);
    let later = start > 0 && reader.ends_sentence(start - 1);
    let subject = from == start + 1 && matches!(reader.key(start), "a" | "an" | "its" | "another");
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
    later && subject && acts && !carrier
}

/// Whether the words name something else as part of a longer name ("map pin", "menu item").
fn is_modifier(reader: &Reader<'_>, from: usize, to: usize) -> bool {
    let tokens = &reader.tokens;
    let Some((_, noun)) = lexicon().nouns.at(tokens, to).filter(|_| to == from + 1) else {
        return false;
    };
    if !reader.is_lower(to) || from > 0 && reader.is_capital(from) && reader.is_capital(from - 1) {
        return false;
    }
    // "lip balm label vanilla mint": what stands behind a printed piece is on it.
    let piece = matches!(
        reader.key(from),
        "label" | "poster" | "flyer" | "banner" | "sticker" | "logo" | "invitation" | "menu"
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

/// Words that say little beside another genre word.
fn is_generic(genre: Genre) -> bool {
    matches!(
        genre,
        Genre::WebPage
            | Genre::Scene
            | Genre::SocialCard
            | Genre::Gradient
            | Genre::Product
            | Genre::Infographic
            | Genre::Sticker
            | Genre::Pattern
    )
}

fn choose(reader: &Reader<'_>, candidates: &[Candidate]) -> Option<Candidate> {
    let top: Vec<Candidate> = candidates
        .iter()
        .copied()
        .filter(|word| word.place == Place::Top)
        .collect();
    let head_first = matches!(
        reader.brief.language.0.as_str(),
        "ru" | "uk" | "ar" | "he" | "es" | "pt" | "fr" | "it" | "pl"
    );
    if let Some(&first) = top.first() {
        return accept(reader, head_of(&top, first, head_first), candidates);
    }
    let scene_first = starts_with_scene(reader);
    let quoted = !reader.quoted.is_empty();
    let closing = candidates.iter().copied().find(|word| {
        (word.strong || word.genre == Genre::Sign && reader.key(word.to - 1) == "sign")
            && closes_first_clause(reader, word)
    });
    if let Some(word) = closing {
        return accept(reader, word, candidates);
    }
    // "open mic night every thursday 8pm - poster, dark": a medium that fills a clause of its own, after a day.
    const ASKING: &[&str] = &[
        "make", "me", "a", "an", "the", "create", "design", "please", "as", "for", "my", "need",
        "i", "we", "it",
    ];
    let own_clause = candidates.iter().copied().find(|word| {
        matches!(
            word.genre,
            Genre::Poster | Genre::SocialCard | Genre::Banner | Genre::Story
        ) && (reader.clause_start(word.from)..word.from).all(|at| ASKING.contains(&reader.key(at)))
            && (word.to == reader.len() || reader.is_sep(word.to))
            && !tells_a_day(reader, word.to)
            && tells_a_day(reader, 0)
    });
    if own_clause.is_some() {
        return own_clause;
    }
    let board = candidates
        .iter()
        .copied()
        .find(|word| word.genre == Genre::Sign)
        .and_then(|word| accept(reader, word, candidates))
        .filter(|word| {
            // "welcome to the lake house, rustic wood sign": the board closes its clause and nothing is said of a place.
            let closes = word.to == reader.len() || reader.is_sep(word.to);
            !word.strong && word.place != Place::Top && closes && reader.quoted.is_empty()
        });
    if board.is_some() && candidates.len() == 1 {
        return board;
    }
    candidates
        .iter()
        .copied()
        .find(|word| {
            word.place == Place::Clause
                && word.strong
                && word.genre != Genre::Scene
                && (!scene_first || quoted && !is_generic(word.genre))
        })
        .or_else(|| {
            candidates
                .iter()
                .copied()
                .find(|word| word.place == Place::Clause && word.genre == Genre::Scene)
        })
        .or_else(|| {
            // "compare revenue and cost as grouped bars"
            let plotted = reader.tokens.first().is_some_and(|token| {
                matches!(
                    token.key.as_str(),
                    "compare" | "plot" | "visualize" | "visualise"
                )
            });
            candidates
                .iter()
                .copied()
                .find(|word| plotted && word.genre == Genre::Chart)
        })
        .and_then(|word| accept(reader, word, candidates))
}

/// "life of Ada Lovelace timeline": the last word of the first clause is its head when no article or "with" parts it.
fn closes_first_clause(reader: &Reader<'_>, word: &Candidate) -> bool {
    let end = reader.clause_end(0);
    word.genre != Genre::Scene
        && word.to <= end
        && (word.to == end || !reader.is_lower(word.to))
        && word.from > 1
        && (word.from.saturating_sub(3)..word.from).all(|at| {
            // "history of the computer timeline"
            let named = reader.key(at) == "the" && at > 0 && reader.key(at - 1) == "of";
            // A small word with a capital is part of a name ("Trattoria Da Gino").
            let named = named || reader.is_capital(at) && at > 0 && reader.is_capital(at - 1);
            // "yoga in the park flyer, every sunday 10am": with a day or an hour to tell, only an article before the
            // medium itself parts it from the words before it.
            let named = named || at + 1 < word.from && tells_a_day(reader, word.to);
            named
                || !matches!(
                    reader.key(at),
                    "a" | "an"
                        | "the"
                        | "with"
                        | "holding"
                        | "on"
                        | "in"
                        | "near"
                        | "by"
                        | "at"
                        | "and"
                        | "reading"
                )
        })
}

/// Whether a day or an hour is told from `at` on.
fn tells_a_day(reader: &Reader<'_>, from: usize) -> bool {
    use crate::forms::FormKind;
    (from..reader.len()).any(|at| {
        matches!(reader.form(at), Some(FormKind::Date | FormKind::Time))
            || crate::forms::is_weekday(reader.key(at)) && reader.key(at).len() > 3
    })
}

/// The head of a run of genre words: the last specific one that touches the first.
fn head_of(top: &[Candidate], first: Candidate, head_first: bool) -> Candidate {
    let mut head = first;
    for &word in &top[1..] {
        // "дашборд магазина": the head stands first and what it is about behind it.
        if head_first && !is_generic(head.genre) {
            break;
        }
        let diagram = matches!(
            head.genre,
            Genre::FlowChart | Genre::SequenceDiagram | Genre::OrgChart | Genre::MindMap
        );
        if diagram
            && matches!(
                word.genre,
                Genre::Login | Genre::SignUp | Genre::Settings | Genre::Form
            )
        {
            continue;
        }
        // "app icon budget tracker": the icon is for the app.
        if matches!(head.genre, Genre::AppIcon | Genre::Logo | Genre::Sticker)
            && matches!(
                word.genre,
                Genre::MobileApp | Genre::WebPage | Genre::Dashboard | Genre::Chart
            )
        {
            continue;
        }
        // "product shot of a shampoo bottle": what the shot shows is no genre.
        if head.genre == Genre::Product && word.genre == Genre::Label {
            continue;
        }
        // "heart diagram labels", "diagram of the cycle": the drawing has labels, and may be of a narrower kind.
        let drawn = matches!(
            head.genre,
            Genre::LabelledDiagram | Genre::CrossSection | Genre::Map | Genre::Chart
        );
        if drawn && matches!(word.genre, Genre::Label | Genre::Table) {
            continue;
        }
        let touches = word.from <= head.to + 1;
        if is_generic(head.genre) && !is_generic(word.genre) || touches && !is_generic(word.genre) {
            head = word;
        }
    }
    head
}

/// Whether the first clause names things to be drawn.
fn starts_with_scene(reader: &Reader<'_>) -> bool {
    let end = reader.clause_end(0);
    (0..end).any(|at| {
        lexicon()
            .nouns
            .at(&reader.tokens, at)
            .is_some_and(|(_, noun)| !matches!(noun.category, "office" | "shape"))
    })
}

/// Weak words need text to be a picture of their own; otherwise they are things in a scene.
fn accept(reader: &Reader<'_>, word: Candidate, candidates: &[Candidate]) -> Option<Candidate> {
    if word.strong {
        let photo_of_object = candidates
            .iter()
            .any(|other| other.genre == Genre::Scene && other.to < word.from)
            && placed_in_scene(reader, word);
        return (!photo_of_object).then_some(word);
    }
    let text = !reader.quoted.is_empty()
        || (word.to..reader.len()).any(|at| {
            matches!(
                reader.key(at),
                "says" | "saying" | "reads" | "reading" | "that" | "with" | "text"
            )
        });
    let capitals = (word.to..reader.len()).any(|at| reader.tokens[at].case == Case::Upper);
    // "wet paint sign", "sign: please knock": the sign is all there is.
    let boards = matches!(word.genre, Genre::Sign | Genre::Chalkboard)
        && word.place == Place::Top
        && (reader.sep(word.to, Sep::Colon)
            || word.to == reader.len()
            || reader.sep(word.to, Sep::Comma)
                && candidates.len() == 1
                && !lists_things(reader, word.to + 1)
            || reader.key(word.to) == "for");
    // "welcome to the lake house, rustic wood sign": the words come first, then the board.
    let named_last = word.genre == Genre::Sign
        && matches!(word.place, Place::Clause | Place::Governed)
        && (word.to == reader.len() || reader.is_sep(word.to))
        && matches!(
            reader.key(0),
            "welcome"
                | "please"
                | "no"
                | "keep"
                | "beware"
                | "caution"
                | "home"
                | "our"
                | "do"
                | "don't"
                | "warning"
                | "danger"
                | "staff"
                | "private"
                | "quiet"
                | "closed"
                | "open"
                | "stop"
        );
    // "letter from the school: Dear parents, …"
    let addressed = word.genre == Genre::Letter
        && word.place == Place::Top
        && (reader.sep(word.to, Sep::Colon)
            || matches!(reader.key(word.to), "from" | "to" | "for"));
    if named_last || addressed {
        return Some(word);
    }
    let standing = word.genre == Genre::Chalkboard && word.place == Place::Top && text;
    let alone = !placed_in_scene(reader, word);
    if boards || standing && alone && word.to - word.from >= 2 {
        return Some(word);
    }
    ((text || capitals) && !placed_in_scene(reader, word)).then_some(word)
}

/// "a sign, a rug and a cup": things of one picture stand in a list, each with its article.
fn lists_things(reader: &Reader<'_>, from: usize) -> bool {
    let article = |at: usize| {
        matches!(reader.key(at), "a" | "an")
            || crate::numbers::count_at(&reader.tokens, at).is_some()
    };
    let end = reader.clause_end(from);
    article(from)
        && reader.quoted.is_empty()
        && (from..end).any(|at| reader.key(at) == "and" && article(at + 1))
}

/// "a sign on a wall", "a poster in a subway station": the picture shows the thing somewhere.
fn placed_in_scene(reader: &Reader<'_>, word: Candidate) -> bool {
    let end = (word.to..reader.len())
        .find(|&at| reader.ends_sentence(at))
        .unwrap_or(reader.len());
    // "… and a bicycle leans against it": the sign is one of the things.
    let leaned = (word.to..end).any(|at| {
        reader.key(at) == "it"
            && matches!(
                reader.key(at - 1),
                "against" | "beside" | "under" | "behind" | "to" | "near" | "below" | "above"
            )
    });
    if leaned {
        return true;
    }
    (word.to..end).any(|at| {
        let position = matches!(
            reader.key(at),
            "on" | "in"
                | "at"
                | "beside"
                | "near"
                | "above"
                | "under"
                | "behind"
                | "next"
                | "outside"
                | "inside"
                | "over"
        );
        let article = matches!(reader.key(at + 1), "a" | "an" | "the" | "to" | "front")
            || reader.key(at) == "outside";
        let mut noun_at = at + 1;
        while matches!(
            reader.key(noun_at),
            "a" | "an"
                | "the"
                | "to"
                | "front"
                | "of"
                | "back"
                | "side"
                | "top"
                | "edge"
                | "corner"
                | "end"
                | "hood"
        ) || lexicon().adjectives.at(&reader.tokens, noun_at).is_some()
            || crate::colors::color_at(&reader.tokens, noun_at).is_some()
        {
            noun_at += 1;
            if noun_at > at + 6 {
                break;
            }
        }
        let thing = lexicon().nouns.at(&reader.tokens, noun_at).is_some()
            || lexicon().places.at(&reader.tokens, noun_at).is_some();
        let background = (at..(at + 6).min(end)).any(|at| {
            matches!(
                reader.key(at),
                "background"
                    | "bg"
                    | "letters"
                    | "font"
                    | "text"
                    | "top"
                    | "bottom"
                    | "style"
                    | "left"
                    | "right"
                    | "center"
                    | "middle"
                    | "corner"
            )
        });
        position && article && thing && !background
    })
}

/// Marks the modifiers of the genre word and its "for …", "of …", "about …" as topic.
fn mark_topic(reader: &mut Reader<'_>, word: Candidate) {
    let start = reader.clause_start(word.from);
    let drawn = matches!(
        word.genre,
        Genre::LabelledDiagram
            | Genre::CrossSection
            | Genre::Cycle
            | Genre::Map
            | Genre::Logo
            | Genre::AppIcon
            | Genre::Sticker
            | Genre::Comic
            | Genre::PrintMotif
            | Genre::Product
            | Genre::Avatar
            | Genre::Pattern
    );
    for at in (start..word.from).rev() {
        if !reader.tokens[at].is_wordlike() || reader.uses[at] != Use::Free {
            break;
        }
        // The second word of "art nouveau" is as much a look as the first.
        let look = (start..=at).rev().take(3).any(|from| {
            lexicon()
                .looks
                .at(&reader.tokens, from)
                .is_some_and(|(len, _)| from + len > at)
        });
        let instruction = crate::colors::color_at(&reader.tokens, at).is_some() || look;
        let counted = crate::numbers::count_at(&reader.tokens, at).is_some()
            || reader.key(at).contains("-column");
        let versus = (start..word.from).any(|i| matches!(reader.key(i), "vs" | "versus"));
        let mode = matches!(reader.key(at), "dark" | "light" | "mode");
        let shown = drawn && lexicon().nouns.at(&reader.tokens, at).is_some();
        if instruction || counted || versus || mode || shown {
            continue;
        }
        let stop = lexicon().stops.contains_key(reader.key(at));
        reader.uses[at] = if stop { Use::Carrier } else { Use::Topic };
    }
    let mut at = word.to;
    while matches!(reader.form(at), Some(crate::forms::FormKind::Canvas)) {
        at += 1;
    }
    let leads = matches!(
        reader.key(at),
        "for" | "about" | "of" | "promoting" | "celebrating" | "from" | "on"
    ) && !(drawn && reader.key(at) == "of");
    if !leads || reader.sep(at, Sep::Colon) {
        return;
    }
    let lead = reader.key(at).to_string();
    reader.uses[at] = Use::Carrier;
    at += 1;
    if lead == "on" && !matches!(reader.key(at), "how" | "the") {
        reader.uses[at - 1] = Use::Free;
        return;
    }
    let from = at;
    while at < reader.len()
        && reader.tokens[at].is_wordlike()
        && (!reader.is_capital(at)
            || reader.brief.language.0 == "de"
                && !(word.genre == Genre::BusinessCard && reader.is_capital_run(at)))
    {
        let key = reader.key(at);
        if matches!(
            key,
            "with"
                | "named"
                | "called"
                | "titled"
                | "showing"
                | "featuring"
                | "that"
                | "saying"
                | "in"
                | "on"
                | "by"
                | "named:"
                | "w/"
                | "using"
                | "label"
                | "labelled"
                | "connected"
                | "and"
                | "which"
                | "who"
        ) {
            break;
        }
        let instruction = matches!(
            key,
            "background" | "title" | "button" | "bg" | "subtitle" | "date" | "text"
        ) || crate::colors::color_at(&reader.tokens, at).is_some()
            && lexicon().nouns.get(key).is_none();
        if instruction {
            break;
        }
        reader.uses[at] = if lexicon().stops.contains_key(key) {
            Use::Carrier
        } else {
            Use::Topic
        };
        at += 1;
    }
    let first = (from..at)
        .find(|&i| !matches!(reader.key(i), "a" | "an" | "the" | "my" | "our" | "your"))
        .unwrap_or(at);
    while at > first && lexicon().stops.contains_key(reader.key(at - 1)) {
        at -= 1;
    }
    if first < at {
        reader.brief.subject = Some(reader.text(first, at).to_string());
    }
}

/// Returns the genre that a name alone stands for ("login", "settings", "pricing_page").
pub(crate) fn named(name: &str) -> Option<Genre> {
    let name = name.to_lowercase().replace(['_', '-'], " ");
    let genres = &lexicon().genres;
    ["", " page", " screen", " app"]
        .iter()
        .find_map(|head| genres.get(&format!("{}{head}", name.trim())))
        .map(|word| word.genre)
}

/// Without a genre word, things make a scene and text alone a composition.
pub(crate) fn settle(reader: &mut Reader<'_>) {
    if reader.brief.genre == Genre::Composed
        && (!reader.brief.objects.is_empty() || reader.brief.setting != crate::Setting::default())
    {
        reader.brief.genre = Genre::Scene;
    }
}
