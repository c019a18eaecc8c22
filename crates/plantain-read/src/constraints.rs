//! Negations, counts of components, directions, room to leave.

use crate::lexicon::lexicon;
use crate::numbers::count_at;
use crate::reader::{Reader, Use};
use crate::{Constraint, Direction, Genre, Position};

/// Fills `brief.constraints`; negated things come later from the object reader.
pub(crate) fn read(reader: &mut Reader<'_>) {
    stresses(reader);
    for at in 0..reader.len() {
        if !reader.is_free(at) {
            continue;
        }
        negation(reader, at);
        room(reader, at);
        direction(reader, at);
        if !reader.is_scene() {
            component_count(reader, at);
        }
    }
}

/// "Köln hervorgehoben", "highlight April": what sets a point of a chart apart is none of its texts.
fn stresses(reader: &mut Reader<'_>) {
    const WORDS_MAX: usize = 5;
    if reader.brief.genre != Genre::Chart {
        return;
    }
    let mut at = 0;
    while at < reader.len() {
        let end = reader.clause_end(at).max(at);
        let asks = (at..end).any(|i| matches!(reader.key(i), "highlight" | "highlighted"));
        let bare = (at..end).all(|i| {
            reader.is_free(i) && reader.tokens[i].is_word() && reader.tokens[i].quote().is_none()
        });
        if asks && bare && end - at <= WORDS_MAX {
            reader.mark(at, end, Use::Carrier);
        }
        at = end + 1;
    }
}

/// Returns how many tokens a negating phrase takes at `at`.
pub(crate) fn negation_len(reader: &Reader<'_>, at: usize) -> usize {
    match (reader.key(at), reader.key(at + 1), reader.key(at + 2)) {
        (
            "no" | "without" | "zero" | "minus" | "excluding" | "except" | "avoid",
            "any" | "a" | "the",
            _,
        ) => 2,
        ("no" | "without" | "excluding" | "avoid", _, _) => 1,
        (
            "do" | "does" | "should",
            "not",
            "show" | "include" | "add" | "use" | "draw" | "have" | "contain",
        ) => 3,
        (
            "don't" | "dont" | "doesn't" | "not",
            "show" | "include" | "add" | "use" | "draw" | "have" | "put" | "contain" | "write",
            _,
        ) => 2 + usize::from(reader.key(at + 2) == "any"),
        ("free", "of", _) => 2,
        ("not", "a" | "any", _) => 2,
        _ => 0,
    }
}

fn negation(reader: &mut Reader<'_>, at: usize) {
    let len = negation_len(reader, at);
    if len == 0 {
        return;
    }
    let mut first = at + len;
    while let Some(taken) = negated(reader, first) {
        reader.mark(at, first + taken, Use::Constraint);
        first += taken;
        // "no text or people"
        if matches!(reader.key(first), "or" | "and" | "nor") && reader.is_free(first) {
            first += 1;
        } else {
            break;
        }
    }
}

/// Reads one negated word after a negation; returns its length when it is a rule of its own.
fn negated(reader: &mut Reader<'_>, at: usize) -> Option<usize> {
    let rule = match reader.key(at) {
        "text" | "words" | "letters" | "writing" | "typography" | "lettering" | "captions"
        | "caption" | "watermark" | "watermarks" => {
            if reader.key(at).starts_with("watermark") {
                return Some(1);
            }
            if matches!(
                reader.key(at + 1),
                "other" | "except" | "besides" | "beyond" | "apart"
            ) {
                reader.brief.constraints.push(Constraint::NoFiller);
                return Some(2);
            }
            Constraint::NoText
        }
        "people" | "person" | "humans" | "faces" | "models" => Constraint::NoPeople,
        "filler" | "placeholder" | "placeholders" | "lorem" | "dummy" => Constraint::NoFiller,
        "icons" | "icon" => Constraint::NoIcons,
        "border" | "borders" | "frame" | "frames" => Constraint::NoBorder,
        "shadow" | "shadows" => Constraint::NoShadow,
        "other" | "extra" | "additional" if matches!(reader.key(at + 1), "text" | "words") => {
            reader.brief.constraints.push(Constraint::NoFiller);
            return Some(2);
        }
        "background" => return None,
        _ => return other(reader, at),
    };
    let people = rule == Constraint::NoPeople;
    if !reader.brief.constraints.contains(&rule) {
        reader.brief.constraints.push(rule);
    }
    // "no people" is also an absent object, which the object reader needs to see.
    (!people).then_some(1)
}

fn other(reader: &mut Reader<'_>, at: usize) -> Option<usize> {
    if let Some(quote) = reader.tokens.get(at).and_then(crate::tokens::Token::quote) {
        let text = reader.prompt[reader.quoted[quote].inner.clone()].to_string();
        reader.brief.constraints.push(Constraint::Without(text));
        return Some(1);
    }
    let (len, _) = lexicon().components.at(&reader.tokens, at)?;
    let noun = lexicon().nouns.at(&reader.tokens, at).is_some();
    if noun && reader.is_scene() {
        return None;
    }
    let words = reader.keys(at, at + len);
    reader.brief.constraints.push(Constraint::Without(words));
    Some(len)
}

/// "leave room for a logo at the top right".
fn room(reader: &mut Reader<'_>, at: usize) {
    let verb = matches!(
        reader.key(at),
        "leave" | "reserve" | "keep" | "leaving" | "with"
    );
    let mut next = at + 1;
    while matches!(
        reader.key(next),
        "some" | "empty" | "blank" | "enough" | "a" | "free" | "clear"
    ) {
        next += 1;
    }
    let room = matches!(
        reader.key(next),
        "room" | "space" | "area" | "spot" | "place"
    );
    let aimed = matches!(reader.key(next + 1), "for" | "at" | "in" | "on");
    if !(verb && room && aimed) {
        return;
    }
    let end = reader.clause_end(at);
    let mut what_from = next + 1;
    while matches!(
        reader.key(what_from),
        "for" | "a" | "an" | "the" | "my" | "our" | "your"
    ) {
        what_from += 1;
    }
    let place_at = (what_from..end).find(|&i| position_at(reader, i).is_some());
    let position = place_at
        .and_then(|i| position_at(reader, i))
        .map(|(_, position)| position);
    let what = reader.keys(what_from, place_at.unwrap_or(end).max(what_from));
    reader
        .brief
        .constraints
        .push(Constraint::LeaveRoom { what, at: position });
    reader.mark(at, end, Use::Constraint);
}

/// "on the left", "at the top right corner", "in the middle": length and cell.
pub(crate) fn position_at(reader: &Reader<'_>, at: usize) -> Option<(usize, Position)> {
    let mut next = at;
    // "A lighthouse far away", "mountains far off".
    if reader.key(at) == "far"
        && matches!(reader.key(at + 1), "away" | "off")
        && reader.key(at + 2) != "from"
    {
        return Some((2, Position::Background));
    }
    let lead = matches!(
        reader.key(next),
        "on" | "at" | "in" | "to" | "near" | "along" | "from"
    );
    next += usize::from(lead);
    let article = matches!(reader.key(next), "the" | "its" | "your");
    next += usize::from(article);
    while matches!(
        reader.key(next),
        "far" | "very" | "exact" | "dead" | "upper-most"
    ) {
        next += 1;
    }
    let (len, position) = cell_at(reader, next)?;
    next += len;
    let mut noun = 0;
    while noun < 3
        && matches!(
            reader.key(next),
            "corner"
                | "circle"
                | "side"
                | "hand"
                | "half"
                | "part"
                | "edge"
                | "third"
                | "portion"
                | "area"
        )
    {
        next += 1;
        noun += 1;
    }
    if reader.key(next) == "of"
        && reader.key(next + 1) == "the"
        && matches!(
            reader.key(next + 2),
            "image"
                | "picture"
                | "page"
                | "frame"
                | "scene"
                | "poster"
                | "canvas"
                | "screen"
                | "card"
                | "photo"
                | "composition"
        )
    {
        next += 3;
    } else if reader.key(next) == "of" {
        return None;
    }
    (lead || noun > 0).then_some((next - at, position))
}

/// "the top right", "the lower left corner": a corner of the page behind a preposition.
pub(crate) fn cell_behind(reader: &Reader<'_>, at: usize) -> Option<Position> {
    let at = at + usize::from(reader.key(at) == "the");
    let (len, position) = cell_at(reader, at)?;
    let end = at + len;
    let closes = end >= reader.len()
        || reader.is_sep(end)
        || matches!(reader.key(end), "corner" | "and" | "of");
    (len == 2 && closes).then_some(position)
}

/// A bare cell word: "top left", "center", "background".
pub(crate) fn cell_at(reader: &Reader<'_>, at: usize) -> Option<(usize, Position)> {
    // "a top hat": what something is called.
    if reader.key(at) == "top" && matches!(reader.key(at + 1), "hat" | "hats") {
        return None;
    }
    let pair = match (reader.key(at), reader.key(at + 1)) {
        ("top" | "upper", "left") | ("left", "top") => Some(Position::TopLeft),
        ("top" | "upper", "right") | ("right", "top") => Some(Position::TopRight),
        ("bottom" | "lower", "left") | ("left", "bottom") => Some(Position::BottomLeft),
        ("bottom" | "lower", "right") | ("right", "bottom") => Some(Position::BottomRight),
        ("top" | "upper", "center" | "middle" | "centre") => Some(Position::Top),
        ("bottom" | "lower", "center" | "middle" | "centre") => Some(Position::Bottom),
        _ => None,
    };
    if let Some(position) = pair {
        return Some((2, position));
    }
    let position = match reader.key(at) {
        "left" | "left-hand" => Position::Left,
        "right" | "right-hand" => Position::Right,
        "top" | "upper" => Position::Top,
        "bottom" | "lower" => Position::Bottom,
        "center" | "middle" | "centre" => Position::Center,
        "background" | "distance" | "horizon" => Position::Background,
        "foreground" | "front" => Position::Foreground,
        "top-left" | "upper-left" => Position::TopLeft,
        "top-right" | "upper-right" => Position::TopRight,
        "bottom-left" | "lower-left" => Position::BottomLeft,
        "bottom-right" | "lower-right" => Position::BottomRight,
        _ => return None,
    };
    Some((1, position))
}

fn direction(reader: &mut Reader<'_>, at: usize) {
    let (len, direction) = match (reader.key(at), reader.key(at + 1), reader.key(at + 2)) {
        ("left", "to", "right") | ("right", "to", "left") => (3, Direction::Horizontal),
        ("top", "to", "bottom") | ("bottom", "to", "top") => (3, Direction::Vertical),
        ("left-to-right", ..) => (1, Direction::Horizontal),
        ("top-to-bottom" | "top-down", ..) => (1, Direction::Vertical),
        ("horizontal" | "horizontally", ..) if !reader.is_scene() => (1, Direction::Horizontal),
        ("vertical" | "vertically", ..) if !reader.is_scene() => (1, Direction::Vertical),
        _ => return,
    };
    reader
        .brief
        .constraints
        .push(Constraint::Direction(direction));
    let from = if at > 0 && reader.key(at - 1) == "from" {
        at - 1
    } else {
        at
    };
    reader.mark(from, at + len, Use::Constraint);
}

/// Whether a piece sells something or asks to sign up.
fn sells(genre: Genre) -> bool {
    matches!(
        genre,
        Genre::Landing
            | Genre::WebPage
            | Genre::Pricing
            | Genre::ProductGrid
            | Genre::SignUp
            | Genre::Banner
            | Genre::Sale
            | Genre::Poster
            | Genre::SocialCard
    )
}

/// "exactly six app icons", "two columns", "three-column": a count of a component.
fn component_count(reader: &mut Reader<'_>, at: usize) {
    if reader.tokens[at].case == crate::tokens::Case::Lower
        && let Some((number, of)) = reader.key(at).split_once('-')
        && let Some(n) =
            crate::numbers::simple(number).or_else(|| number.parse().ok().filter(|n| *n < 100))
        && matches!(
            of,
            "column"
                | "step"
                | "panel"
                | "row"
                | "page"
                | "section"
                | "part"
                | "card"
                | "tier"
                | "stage"
                | "circle"
                | "day"
                | "box"
                | "slice"
        )
        // "30-day guarantee" on what sells is a promise and no number of parts.
        && !(of == "day" && sells(reader.brief.genre))
    {
        reader.brief.constraints.push(Constraint::Count {
            of: of.to_string(),
            n,
        });
        reader.mark(at, at + 1, Use::Constraint);
        return;
    }
    let Some((len, n)) = count_at(&reader.tokens, at) else {
        return;
    };
    // "2025 and 2026 sales": a year counts nothing.
    let year = reader.key(at).len() == 4 && (1900..=2100).contains(&n);
    if year || n == 0 || reader.is_capital(at) && at > 0 && !reader.is_sep(at - 1) {
        return;
    }
    let mut noun_at = at + len;
    while reader.is_plain(noun_at)
        && is_modifier_of_component(reader, noun_at)
        && noun_at < at + len + 3
    {
        noun_at += 1;
    }
    let Some(of) = counted_noun(reader, noun_at).or_else(|| counted_before_list(reader, at + len))
    else {
        return;
    };
    // "free returns for 60 days" on what sells is a promise, too, and "aged 12 months" on a board a line.
    let promised = of == "day" && sells(reader.brief.genre);
    let lasts = matches!(of.as_str(), "day" | "week" | "month" | "year")
        && crate::copy::is_printed(reader.brief.genre);
    if !reader.plain[noun_at] || promised || lasts {
        return;
    }
    reader.brief.constraints.push(Constraint::Count { of, n });
    let from = if at > 0
        && matches!(
            reader.key(at - 1),
            "exactly" | "about" | "approximately" | "only" | "around"
        ) {
        at - 1
    } else {
        at
    };
    reader.mark(from, noun_at, Use::Constraint);
}

/// "rent in 5 cities: Oslo 1400, …": in a chart, how many things the list behind the colon holds.
fn counted_before_list(reader: &Reader<'_>, at: usize) -> Option<String> {
    let plural = reader.is_lower(at) && reader.key(at).ends_with('s');
    let told = reader.brief.genre == crate::Genre::Chart
        && plural
        && reader.sep(at + 1, crate::tokens::Sep::Colon);
    told.then(|| crate::literals::singular(reader.key(at)))
}

fn is_modifier_of_component(reader: &Reader<'_>, at: usize) -> bool {
    let key = reader.key(at);
    counted_noun(reader, at).is_none_or(|_| counted_noun(reader, at + 1).is_some())
        && (lexicon().adjectives.get(key).is_some()
            || lexicon().colors.get(key).is_some()
            || lexicon().nouns.get(key).is_some()
            || matches!(
                key,
                "app"
                    | "numbered"
                    | "big"
                    | "small"
                    | "product"
                    | "kpi"
                    | "stat"
                    | "feature"
                    | "pricing"
                    | "equal"
                    | "rounded"
                    | "overlapping"
                    | "main"
                    | "sparkline"
                    | "connected"
            ))
}

/// Canonical singular of a word that names parts of a design.
fn counted_noun(reader: &Reader<'_>, at: usize) -> Option<String> {
    const PARTS: &[&str] = &[
        "column",
        "row",
        "card",
        "icon",
        "box",
        "step",
        "panel",
        "section",
        "tab",
        "button",
        "slice",
        "bar",
        "pie",
        "chart",
        "dot",
        "circle",
        "door",
        "tile",
        "widget",
        "product",
        "item",
        "feature",
        "tier",
        "plan",
        "page",
        "field",
        "milestone",
        "node",
        "stage",
        "segment",
        "ring",
        "layer",
        "shell",
        "star",
        "line",
        "point",
        "cell",
        "label",
        "badge",
        "image",
        "photo",
        "avatar",
        "message",
        "bubble",
        "frame",
        "slide",
        "event",
        "task",
        "option",
        "arrow",
        "branch",
        "level",
        "logo",
        "block",
        "sticker",
        "speaker",
        "song",
        "day",
        "week",
        "month",
        "member",
        "category",
        "ingredient",
        "tip",
        "fact",
        "branch",
        "gauge",
        "donut",
        "stop",
        "station",
    ];
    let key = reader.key(at);
    let singular = key
        .strip_suffix("ies")
        .map(|stem| format!("{stem}y"))
        .filter(|word| PARTS.contains(&word.as_str()));
    let singular = singular.or_else(|| {
        key.strip_suffix("es")
            .map(str::to_string)
            .filter(|word| PARTS.contains(&word.as_str()))
    });
    singular
        .or_else(|| {
            key.strip_suffix('s')
                .map(str::to_string)
                .filter(|word| PARTS.contains(&word.as_str()))
        })
        .or_else(|| PARTS.contains(&key).then(|| key.to_string()))
}

/// "No text" beside texts that were asked for means no other text.
pub(crate) fn settle(reader: &mut Reader<'_>) {
    if reader.is_scene() || reader.brief.literals.is_empty() {
        return;
    }
    for rule in &mut reader.brief.constraints {
        if *rule == Constraint::NoText {
            *rule = Constraint::NoFiller;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn what_sets_a_point_apart_is_no_text() {
        for prompt in [
            "bar chart of books: Jan 3, Feb 5, Apr 6, highlight April",
            "Balkendiagramm: Bonn 30, Köln 80, Kiel 20, Köln hervorgehoben",
        ] {
            assert_eq!(read(prompt).literals.len(), 6, "{prompt}");
        }
    }
}
