//! Places of a map: names with where they lie, stops of lines, stations of a way.

use super::content::{Content, Run, clauses, cut, is_instruction, list, trim};
use super::{emit, grow, items};
use crate::colors::color_at;
use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{Branch, Genre, Role};

/// Reads the places; returns whether there are at least two.
pub(super) fn read(reader: &mut Reader<'_>, content: &Content) -> bool {
    debug_assert_eq!(reader.brief.genre, Genre::Map);
    if lines(reader, content) {
        return true;
    }
    let mut found = Vec::new();
    for clause in clauses(reader, (content.from, content.to)) {
        let mark = (clause.0..clause.1).find(|&at| reader.sep(at, Sep::Colon));
        let body = mark.map_or(clause, |mark| (mark + 1, clause.1));
        for part in cut(reader, body, |reader, at| {
            reader.sep(at, Sep::Arrow)
                || matches!(reader.key(at), "then") && reader.is_lower(at)
                // "from Paris to Lyon to Nice": one station after the other.
                || reader.key(at) == "to" && at > body.0 && reader.is_capital(at - 1) && reader.is_capital(at + 1)
        }) {
            found.extend(list(reader, part));
        }
    }
    // "with pins on New York, London": what marks the places is none of them.
    if let Some(first) = found.first_mut()
        && matches!(
            reader.key(first.0),
            "pins" | "pin" | "markers" | "marker" | "dots" | "flags" | "stars"
        )
        && matches!(reader.key(first.0 + 1), "on" | "in" | "at" | "for" | "over")
        && first.1 > first.0 + 2
    {
        first.0 += 2;
    }
    // "rooms Living room 22 m², Bedroom 14 m²": the word for them is no part of the first.
    if let Some(first) = found.first_mut()
        && matches!(
            reader.key(first.0),
            "rooms"
                | "places"
                | "areas"
                | "zones"
                | "stands"
                | "buildings"
                | "regions"
                | "spots"
                | "stops"
        )
        && reader.is_lower(first.0)
        && reader.is_capital(first.0 + 1)
        && first.1 > first.0 + 1
    {
        first.0 += 1;
    }
    // "with palm trees, labels Skull Cove, Shark Point": what stands before the word for names is drawn.
    let labels = found.iter().rposition(|run| {
        matches!(
            reader.key(run.0),
            "labels" | "labelled" | "labeled" | "label"
        )
    });
    let found: Vec<Run> = found
        .split_off(labels.unwrap_or(0))
        .into_iter()
        .filter(|run| reader.uses[run.0] != Use::Literal)
        .collect();
    let found: Vec<Run> = without_drawings(reader, found)
        .into_iter()
        .flat_map(|run| led_past(reader, run))
        .map(|run| named(reader, items::unlabelled(reader, run)))
        .filter(|&run| run.0 < run.1 && run.1 - run.0 <= 7 && !is_instruction(reader, run))
        .collect();
    let found = once(reader, found);
    if found.len() < 2 {
        return false;
    }
    if let Some(name) = content.topic.filter(|&topic| names_land(reader, topic)) {
        emit(reader, name, Role::Title);
    }
    items::enumerate(reader, found, Role::Callout);
    true
}

/// "a red X, palm trees, Skull Rock and Pirate Cove": marks and drawings among places with names are no places.
fn without_drawings(reader: &mut Reader<'_>, found: Vec<Run>) -> Vec<Run> {
    const DRAWN: &[&str] = &[
        "tree", "palm", "compass", "rose", "path", "line", "arrow", "border", "wave", "ship",
        "monster", "scale", "legend", "dot", "pin", "marker", "icon", "cloud", "bird", "whale",
        "anchor",
    ];
    let named = found
        .iter()
        .filter(|run| reader.is_capital(trim(reader, **run).0))
        .count();
    let drawn = |run: &Run| {
        let (from, to) = trim(reader, *run);
        let small = (from..to.saturating_sub(1)).all(|at| reader.is_lower(at));
        // "compass with N": a drawing with its letter.
        let head = (from..to)
            .find(|&at| reader.key(at) == "with")
            .unwrap_or(to);
        let small = small || (from..head).all(|at| reader.is_lower(at)) && to - head == 2;
        let to = head;
        let last = reader.key(to.saturating_sub(1));
        // "red X marks the spot"
        let spot = last == "spot" && (from..to).any(|at| reader.key(at) == "x");
        // "a dotted path to a big red X"
        let led = (from..to).any(|at| DRAWN.contains(&reader.key(at)));
        let mark = spot || last == "x" && (to - from <= 3 || led) && small;
        let noun = last.strip_suffix('s').unwrap_or(last);
        let noun = DRAWN.contains(&noun) || DRAWN.contains(&last);
        // "green grass, paths in beige": how the ground is painted.
        let painted = small
            && reader.is_lower(to.saturating_sub(1))
            && (from..to).any(|at| color_at(&reader.tokens, at).is_some());
        from < to && (mark || named >= 2 && (small && reader.is_lower(to - 1) && noun || painted))
    };
    let (drawings, places): (Vec<Run>, Vec<Run>) = found.into_iter().partition(|run| drawn(run));
    for (from, to) in drawings {
        reader.mark(from, to, Use::Described);
    }
    places
}

/// "Pine Loop starts at Visitor Center", "Old Mill and returns to Visitor Center", "Oak Street and Mill Road cross": a verb
/// parts the way from its places, and places that "and" joins before it from each other.
fn led_past(reader: &Reader<'_>, (from, to): Run) -> Vec<Run> {
    let verb = |at: usize| {
        reader.is_lower(at)
            && matches!(
                reader.key(at),
                "starts"
                    | "start"
                    | "begins"
                    | "passes"
                    | "passing"
                    | "leads"
                    | "goes"
                    | "runs"
                    | "returns"
                    | "returning"
                    | "ends"
                    | "finishes"
                    | "cross"
                    | "meet"
                    | "intersect"
                    | "crossing"
                    | "visits"
            )
    };
    let named = (from..to).find(|&at| reader.is_capital(at));
    let joint = |end: usize| {
        (from + 1..end).rfind(|&i| {
            reader.key(i) == "and" && reader.is_capital(i - 1) && reader.is_capital(i + 1)
        })
    };
    let Some(at) = (from..to).find(|&at| verb(at) && named.is_some()) else {
        // "Lookout Point and Old Mill" before "and returns".
        return match joint(to).filter(|_| verb(to + 1)) {
            Some(joint) => vec![(from, joint), (joint + 1, to)],
            None => vec![(from, to)],
        };
    };
    let mut out = Vec::new();
    let joint = joint(at);
    match joint {
        Some(joint) => out.extend([(from, joint), (joint + 1, at)]),
        None if at > from => out.push((from, at)),
        None => {}
    }
    // Behind the verb and its small words the next place stands.
    let next = (at + 1..to).find(|&i| reader.is_capital(i));
    out.extend(next.map(|next| (next, to)));
    out
}

/// Names that a way comes back to stand on the map once.
fn once(reader: &Reader<'_>, found: Vec<Run>) -> Vec<Run> {
    let key = |run: &Run| reader.text(run.0, run.1).to_lowercase();
    let mut out: Vec<Run> = Vec::new();
    for run in found {
        if out.iter().all(|known| key(known) != key(&run)) {
            out.push(run);
        }
    }
    out
}

/// "map of Pine Island": a name with capitals is what the map is called, where nothing else is.
fn names_land(reader: &Reader<'_>, topic: Run) -> bool {
    let small = |at: usize| matches!(reader.key(at), "of" | "the" | "and" | "&" | "@de");
    let titled = reader.brief.literals.iter().any(|l| l.role == Role::Title);
    !titled
        && reader.brief.language.0 != "de"
        && topic.1 - topic.0 <= 5
        && reader.is_capital(topic.0)
        && (topic.0..topic.1).all(|at| {
            (reader.is_capital(at) || small(at)) && !matches!(reader.uses[at], Use::Literal)
        })
}

/// "red line: Airport, Central; blue line: Zoo, Central": each line with its stops, in order.
fn lines(reader: &mut Reader<'_>, content: &Content) -> bool {
    let mut found: Vec<(Run, Vec<Run>)> = Vec::new();
    for mut clause in clauses(reader, (content.from, content.to)) {
        // "with two lines: Red line: …": how many lines follow is none of them.
        let counted = crate::numbers::count_at(&reader.tokens, clause.0).map_or(0, |(len, _)| len);
        if counted > 0
            && matches!(reader.key(clause.0 + counted), "lines" | "routes")
            && reader.sep(clause.0 + counted + 1, Sep::Colon)
        {
            clause.0 += counted + 2;
        }
        let parts = cut(reader, clause, |reader, at| {
            (reader.sep(at, Sep::Comma) || reader.key(at) == "and")
                && line_end(reader, (at + 1, clause.1)).is_some_and(|end| {
                    !(at + 1..end).any(|i| reader.sep(i, Sep::Comma) || reader.key(i) == "and")
                })
        });
        for part in parts {
            let Some(end) = line_end(reader, part) else {
                continue;
            };
            let head = trim(reader, (part.0, end));
            let mut stops = Vec::new();
            for leg in cut(reader, (end, part.1), |reader, at| {
                reader.sep(at, Sep::Arrow)
                    || reader.sep(at, Sep::Dash)
                    || matches!(reader.key(at), "to") && reader.is_lower(at)
            }) {
                stops.extend(list(reader, leg));
            }
            if stops.len() > 1 {
                found.push((head, stops));
            }
        }
    }
    // One line alone makes a plan where the prompt speaks of a net.
    if found.len() < 2 && !(rides(reader) && found.iter().any(|(_, stops)| stops.len() > 2)) {
        return false;
    }
    // "blue line": its colour is that of the line, and none of the picture.
    for (head, _) in &found {
        if let Some((_, color)) = color_at(&reader.tokens, head.0) {
            reader
                .brief
                .look
                .palette
                .retain(|asked| asked.rgb != color.rgb);
        }
    }
    for (head, stops) in found {
        let line = grow(reader, head, None, Role::Series);
        for stop in stops {
            let text = reader.text(stop.0, stop.1).to_string();
            let known = reader
                .brief
                .tree
                .iter()
                .find(|branch| branch.text == text && branch.parent.is_some())
                .cloned();
            match known {
                Some(known) => {
                    reader.mark(stop.0, stop.1, Use::Literal);
                    reader.brief.tree.push(Branch {
                        parent: Some(line),
                        ..known
                    });
                }
                None => {
                    grow(reader, stop, Some(line), Role::Callout);
                }
            }
        }
    }
    true
}

/// Whether the prompt speaks of a net that is ridden.
fn rides(reader: &Reader<'_>) -> bool {
    reader.tokens.iter().any(|token| {
        matches!(
            token.key.as_str(),
            "metro" | "subway" | "tram" | "transit" | "underground" | "railway" | "bus"
        )
    })
}

/// The token behind the name of a line: "red line", "Line 2:", "M1:".
fn line_end(reader: &Reader<'_>, run: Run) -> Option<usize> {
    let (from, to) = trim(reader, run);
    // "2호선", "10号线": the word for a line is glued to its number.
    let glued = |at: usize| {
        let text = reader.text(at, at + 1);
        text.starts_with(|c: char| c.is_ascii_digit())
            && ["호선", "号线", "號線", "号線"]
                .iter()
                .any(|word| text.ends_with(word))
    };
    // "red: Harbour, Museum; blue: Airport, Zoo": on a plan of lines a colour before a colon is a line.
    if let Some((len, _)) = color_at(&reader.tokens, from)
        && reader.sep(from + len, Sep::Colon)
        && rides(reader)
    {
        return Some(from + len);
    }
    let at = (from..to.min(from + 4)).find(|&at| glued(at) || is_line(reader.key(at)))?;
    // "línea roja", "ligne bleue": the colour stands behind the word.
    let behind = color_at(&reader.tokens, at + 1)
        .filter(|_| at + 1 < to && !matches!(reader.key(at), "line" | "route"))
        .map(|(len, _)| at + 1 + len);
    let colored = (from..at).any(|i| color_at(&reader.tokens, i).is_some());
    let mark = (at..to.min(at + 3)).find(|&i| reader.sep(i, Sep::Colon));
    let numbered = reader
        .tokens
        .get(at + 1)
        .is_some_and(|token| token.kind == crate::tokens::Kind::Number);
    let verb = usize::from(matches!(
        reader.key(at + 1),
        "with" | "stops" | "stations" | "has" | "goes" | "runs" | "from"
    ));
    match mark {
        Some(mark) => Some(mark),
        None if numbered => Some(at + 2),
        None if colored => Some(at + 1 + verb),
        None => behind,
    }
}

fn is_line(key: &str) -> bool {
    matches!(
        key,
        "line"
            | "route"
            | "linie"
            | "ligne"
            | "línea"
            | "linea"
            | "linha"
            | "lijn"
            | "linia"
            | "линия"
            | "лінія"
    )
}

/// Takes the words around a name off: "start at Skull Beach", "a village called Oakhaven", "mountains in the centre".
fn named(reader: &Reader<'_>, run: Run) -> Run {
    let (mut from, mut to) = trim(reader, run);
    // `"You are here" pin in red`: a text in quotes is the whole name.
    if let Some(at) = (from..to).find(|&at| reader.tokens[at].quote().is_some()) {
        return (at, at + 1);
    }
    if let Some(at) = (from..to).rev().find(|&at| {
        matches!(reader.key(at), "called" | "named" | "labelled" | "labeled")
            || matches!(
                reader.key(at),
                "at" | "through"
                    | "past"
                    | "to"
                    | "via"
                    | "reach"
                    | "marks"
                    | "over"
                    | "across"
                    | "into"
                    | "from"
            ) && reader.is_capital(at + 1)
    }) {
        from = (at + 1).min(to.saturating_sub(1));
    }
    // Where it lies is no part of the name.
    let place = (from + 1..to).find(|&at| {
        matches!(
            reader.key(at),
            "in" | "at"
                | "on"
                | "to"
                | "near"
                | "next"
                | "between"
                | "behind"
                | "along"
                | "by"
                | "across"
                | "around"
                | "from"
                | "with"
        ) && reader.is_lower(at)
            && (at + 1 >= to
                || !reader.is_capital(at + 1)
                || reader.is_lower(at - 1)
                || matches!(reader.key(at), "in" | "near" | "next" | "at"))
    });
    if let Some(place) = place {
        to = place;
    }
    // "car park south": as where it lies, told in one word.
    let (from, to) = trim(reader, (from, to));
    let aside = to > from + 1
        && reader.is_lower(to - 1)
        && matches!(
            reader.key(to - 1),
            "north"
                | "south"
                | "east"
                | "west"
                | "northeast"
                | "northwest"
                | "southeast"
                | "southwest"
                | "north-east"
                | "north-west"
                | "south-east"
                | "south-west"
                | "left"
                | "right"
                | "middle"
                | "center"
                | "centre"
        );
    (from, to - usize::from(aside))
}
