//! Heads with their items: mind maps, sets with their members, pros and cons, SWOT.

use super::content::{Content, Run, clauses, cut, list, listed, spaced_dash, trim};
use super::{emit, grow, tree};
use crate::numbers::count_at;
use crate::reader::Reader;
use crate::tokens::Sep;
use crate::{Branch, Role};

/// A head and what belongs to it.
#[derive(Debug, Clone)]
struct Group {
    head: Run,
    items: Vec<Run>,
}

/// Words that name parts of the diagram, not texts.
const STRUCTURE: &[&str] = &[
    "branches",
    "branch",
    "main",
    "sub",
    "topics",
    "topic",
    "subtopics",
    "nodes",
    "node",
    "ideas",
    "circles",
    "circle",
    "sets",
    "set",
    "groups",
    "group",
    "categories",
    "columns",
    "sections",
    "points",
    "are",
    "into",
    "called",
    "named",
    "labelled",
    "labeled",
    "the",
    "with",
    "of",
    "overlapping",
    "following",
    "these",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "for",
    "comparing",
    "compare",
    "between",
    "bones",
    "causes",
    "quadrants",
    "aspects",
    "parts",
    "left",
    "right",
    "side",
];

/// Words for what sets share.
const SHARED: &[&str] = &[
    "overlap",
    "overlaps",
    "overlapping",
    "intersection",
    "both",
    "shared",
    "common",
    "middle",
    "center",
    "centre",
    "intersect",
    "together",
    "similarities",
    "between",
];

/// Whether the run only names parts of the diagram.
fn is_structure(reader: &Reader<'_>, (from, to): Run) -> bool {
    (from..to).all(|at| {
        reader.is_sep(at)
            || STRUCTURE.contains(&reader.key(at)) && !reader.is_capital(at)
            || count_at(&reader.tokens, at).is_some()
    })
}

/// Takes structural words off the front of a text ("branches Nutrition").
fn named(reader: &Reader<'_>, (mut from, to): Run) -> Run {
    let first = from;
    while from + 1 < to
        && !reader.is_capital(from)
        && (STRUCTURE.contains(&reader.key(from))
            || count_at(&reader.tokens, from).is_some()
                && from == first
                && STRUCTURE.contains(&reader.key(from + 1)))
    {
        from += 1;
    }
    trim(reader, (from, to))
}

/// Cuts a run into heads with items and single texts.
fn groups(reader: &Reader<'_>, run: Run) -> Vec<Group> {
    let mut found = Vec::new();
    for clause in clauses(reader, run) {
        let clause = led_in(reader, clause, &mut found);
        let colon = |reader: &Reader<'_>, at: usize| reader.sep(at, Sep::Colon);
        if !headed(reader, clause, &mut found, colon)
            && !headed(reader, clause, &mut found, spaced_dash)
            && !weighed(reader, clause, &mut found)
        {
            for item in parted(reader, clause) {
                let (head, inner) = opened(reader, item);
                let items = inner.map_or_else(Vec::new, |inner| list(reader, inner));
                found.push(Group {
                    head: named(reader, head),
                    items,
                });
            }
        }
    }
    // "three circles: design, engineering, business": the items are the heads.
    let mut flat = Vec::new();
    for group in found {
        if is_structure(reader, group.head) && !group.items.is_empty() {
            flat.extend(group.items.into_iter().map(|item| {
                let (head, inner) = opened(reader, item);
                Group {
                    head: named(reader, head),
                    items: inner.map_or_else(Vec::new, |inner| list(reader, inner)),
                }
            }));
        } else if group.head.0 < group.head.1 {
            flat.push(group);
        }
    }
    told_later(reader, &mut flat);
    flat
}

/// "cats and dogs: cats - climb, purr": a colon before a head with its dash only names what follows; returns the rest.
fn led_in(reader: &Reader<'_>, clause: Run, found: &mut Vec<Group>) -> Run {
    let Some(colon) = (clause.0 + 1..clause.1).find(|&at| reader.sep(at, Sep::Colon)) else {
        return clause;
    };
    let next = (colon + 1..clause.1).find(|&at| reader.is_sep(at));
    if !next.is_some_and(|at| at > colon + 1 && spaced_dash(reader, at)) {
        return clause;
    }
    found.extend(
        list(reader, (clause.0, colon))
            .into_iter()
            .map(|item| Group {
                head: named(reader, item),
                items: Vec::new(),
            }),
    );
    (colon + 1, clause.1)
}

/// "comparing frogs and toads. Frogs: …, Toads: …": named first, told later.
fn told_later(reader: &Reader<'_>, flat: &mut Vec<Group>) {
    let key = |run: Run| reader.text(run.0, run.1).to_lowercase();
    let told: Vec<String> = flat
        .iter()
        .filter(|group| !group.items.is_empty())
        .map(|group| key(group.head))
        .collect();
    flat.retain(|group| !group.items.is_empty() || !told.contains(&key(group.head)));
}

/// "pros cute, quiet; cons scratches": a word that is a head by itself; returns whether the clause begins with one.
fn weighed(reader: &Reader<'_>, clause: Run, found: &mut Vec<Group>) -> bool {
    let (from, to) = trim(reader, clause);
    let head = matches!(
        reader.key(from),
        "pros"
            | "cons"
            | "strengths"
            | "weaknesses"
            | "opportunities"
            | "threats"
            | "advantages"
            | "disadvantages"
            | "dos"
            | "donts"
            | "do's"
            | "don'ts"
            | "before"
            | "after"
    );
    let items = listed(reader, (from + 1, to), true);
    if !head || items.len() < 2 {
        return false;
    }
    found.push(Group {
        head: (from, from + 1),
        items,
    });
    true
}

/// Items of a list, also parted by "vs".
fn parted(reader: &Reader<'_>, run: Run) -> Vec<Run> {
    cut(reader, run, |reader, at| {
        matches!(reader.key(at), "vs" | "versus" | "vs.")
    })
    .into_iter()
    .flat_map(|part| list(reader, part))
    .collect()
}

/// "Sleep (8 hours)": a name with what stands in brackets.
fn opened(reader: &Reader<'_>, run: Run) -> (Run, Option<Run>) {
    let Some(open) = (run.0 + 1..run.1).find(|&at| reader.sep(at, Sep::Open)) else {
        return (run, None);
    };
    let close = (open + 1..run.1)
        .rev()
        .find(|&at| reader.sep(at, Sep::Close))
        .unwrap_or(run.1);
    ((run.0, open), Some((open + 1, close)))
}

/// Cuts a clause at marks behind heads; returns whether there are any.
fn headed(
    reader: &Reader<'_>,
    clause: Run,
    found: &mut Vec<Group>,
    mark: impl Fn(&Reader<'_>, usize) -> bool,
) -> bool {
    let marks: Vec<usize> = (clause.0 + 1..clause.1)
        .filter(|&at| mark(reader, at))
        .collect();
    if marks.is_empty() {
        return false;
    }
    // A head begins behind the last comma before its mark.
    let starts: Vec<usize> = marks
        .iter()
        .enumerate()
        .map(|(n, &mark)| {
            let floor = if n == 0 { clause.0 } else { marks[n - 1] + 1 };
            let cut = (floor..mark)
                .rev()
                .find(|&at| reader.sep(at, Sep::Comma) || reader.key(at) == "and" && n > 0);
            cut.map_or(floor, |at| at + 1)
        })
        .collect();
    for (n, &mark) in marks.iter().enumerate() {
        let end = starts.get(n + 1).copied().unwrap_or(clause.1);
        // The head of "people: training" must not swallow the items before it.
        if n == 0 && starts[0] > clause.0 {
            for item in list(reader, (clause.0, starts[0])) {
                found.push(Group {
                    head: named(reader, item),
                    items: Vec::new(),
                });
            }
        }
        found.push(Group {
            head: trim(reader, (starts[n], mark)),
            items: cut(reader, (mark + 1, end.max(mark + 1)), |reader, at| {
                matches!(reader.key(at), "vs" | "versus")
            })
            .into_iter()
            .flat_map(|part| listed(reader, part, true))
            .collect(),
        });
    }
    true
}

/// Reads a mind map: the idea in the middle, branches, twigs.
pub(super) fn mind_map(reader: &mut Reader<'_>, content: &Content) -> bool {
    let middle = center(reader, content);
    let mut groups = match middle {
        Some((opener, text)) => {
            let mut all = groups(reader, (content.from, opener));
            all.extend(groups(reader, (text.1, content.to)));
            all
        }
        None => groups(reader, (content.from, content.to)),
    };
    let mut root = middle.map(|(_, text)| text).or(content.topic);
    if root.is_none() {
        match &groups[..] {
            [one] if one.items.len() > 1 => {
                root = Some(one.head);
                groups = one
                    .items
                    .iter()
                    .map(|&item| {
                        let (head, inner) = opened(reader, item);
                        Group {
                            head,
                            items: inner.map_or_else(Vec::new, |inner| list(reader, inner)),
                        }
                    })
                    .collect();
            }
            [first, ..] if first.items.is_empty() => {
                root = Some(first.head);
                groups.remove(0);
            }
            _ => {}
        }
    }
    if groups.len() < 2 {
        return false;
    }
    match root {
        Some(run) => {
            grow(reader, trim(reader, run), None, Role::Title);
        }
        None => reader.brief.tree.push(Branch {
            text: "Overview".into(),
            ..Branch::default()
        }),
    }
    for group in groups {
        let head = grow(reader, group.head, Some(0), Role::Item);
        for item in group.items {
            grow(reader, item, Some(head), Role::Item);
        }
    }
    true
}

/// "central idea Health", "in the center: Health": the opener's token and the text.
fn center(reader: &Reader<'_>, content: &Content) -> Option<(usize, Run)> {
    let at = (content.from..content.to).find(|&at| {
        matches!(
            reader.key(at),
            "central" | "center" | "centre" | "middle" | "core"
        ) && reader.is_lower(at)
            || reader.key(at) == "main" && matches!(reader.key(at + 1), "idea" | "topic" | "theme")
    })?;
    let mut from = at + 1;
    while from < content.to
        && (matches!(
            reader.key(from),
            "idea"
                | "topic"
                | "node"
                | "theme"
                | "subject"
                | "concept"
                | "bubble"
                | "word"
                | "is"
                | "of"
                | "the"
        ) && reader.is_lower(from)
            || reader.sep(from, Sep::Colon))
    {
        from += 1;
    }
    let to = (from..content.to)
        .find(|&at| {
            reader.is_sep(at)
                || matches!(reader.key(at), "with" | "branches" | "and" | "then")
                    && reader.is_lower(at)
        })
        .unwrap_or(content.to);
    // "in the", "with a" before the word belong to it.
    let mut opener = at;
    while opener > content.from
        && matches!(
            reader.key(opener - 1),
            "in" | "the" | "with" | "a" | "at" | "has"
        )
    {
        opener -= 1;
    }
    (from < to).then_some((opener, (from, to)))
}

/// Reads sets, their members, and what they share.
pub(super) fn venn(reader: &mut Reader<'_>, content: &Content) -> bool {
    let mut sets = Vec::new();
    let mut shared = Vec::new();
    for clause in clauses(reader, (content.from, content.to)) {
        match overlap(reader, clause) {
            Some((end, from)) => {
                if end > clause.0 {
                    sets.extend(groups(reader, trim(reader, (clause.0, end))));
                }
                // "middle (cells, DNA)"
                let inner = (reader.sep(from, Sep::Open)
                    || from > 0 && reader.sep(from - 1, Sep::Open))
                .then(|| (from..clause.1).find(|&at| reader.sep(at, Sep::Close)))
                .flatten();
                let open = from + usize::from(reader.sep(from, Sep::Open));
                let run = inner.map_or((from, clause.1), |close| (open, close));
                shared.extend(listed(reader, run, true));
            }
            None => sets.extend(groups(reader, clause)),
        }
    }
    told_later(reader, &mut sets);
    // "Cats and Dogs, with Pets": nothing told apart.
    if !(2..=4).contains(&sets.len()) {
        return false;
    }
    for set in sets {
        let head = grow(reader, set.head, None, Role::Item);
        for item in set.items {
            grow(reader, item, Some(head), Role::Item);
        }
    }
    for item in shared {
        let at = grow(reader, item, None, Role::Item);
        reader.brief.tree[at].shared = true;
    }
    true
}

/// Where the words about what is shared begin, and where its texts begin.
fn overlap(reader: &Reader<'_>, clause: Run) -> Option<(usize, usize)> {
    let at = (clause.0..clause.1).find(|&at| {
        SHARED.contains(&reader.key(at))
            && reader.tokens[at].quote().is_none()
            && !matches!(reader.key(at + 1), "circle" | "circles" | "sets")
    })?;
    let mut from = at;
    while from < clause.1
        && (SHARED.contains(&reader.key(from))
            || reader.sep(from, Sep::Colon)
            || reader.sep(from, Sep::Other)
            || spaced_dash(reader, from)
            || matches!(
                reader.key(from),
                "is" | "are"
                    | "in"
                    | "the"
                    | "of"
                    | "them"
                    | "have"
                    | "says"
                    | "labelled"
                    | "labeled"
                    | "with"
                    | "area"
                    | "section"
                    | "part"
                    | "region"
                    | "share"
                    | "traits"
                    | "that"
                    | "say"
                    | "it"
                    | "reading"
                    | "called"
                    | "named"
                    | "a"
                    | "an"
                    | "text"
                    | "showing"
            ) && reader.is_lower(from))
    {
        from += 1;
    }
    let mut end = at;
    while end > clause.0
        && (reader.is_sep(end - 1)
            || matches!(
                reader.key(end - 1),
                "in" | "the" | "with" | "an" | "a" | "and" | "at" | "their" | "what" | "things"
            ) && reader.is_lower(end - 1))
    {
        end -= 1;
    }
    (from < clause.1).then_some((end, from))
}

/// Reads columns of points under heads: pros and cons, SWOT, causes.
pub(super) fn columns(reader: &mut Reader<'_>, content: &Content) -> bool {
    let mut groups = groups(reader, (content.from, content.to));
    // What stands before the first head leads in.
    let first = groups
        .iter()
        .position(|group| !group.items.is_empty())
        .unwrap_or(0);
    groups.drain(..first);
    let headed = groups
        .iter()
        .filter(|group| !group.items.is_empty())
        .count();
    if headed < 2 || headed != groups.len() {
        return false;
    }
    for group in groups {
        let head = grow(reader, group.head, None, Role::Column);
        for item in group.items {
            grow(reader, item, Some(head), Role::Item);
        }
    }
    true
}

/// Reads bones with their causes for a fishbone diagram; the effect is the topic.
pub(super) fn bones(reader: &mut Reader<'_>, content: &Content) -> bool {
    let found = columns(reader, content);
    if !found {
        tree::forget(reader);
        return false;
    }
    if let Some(topic) = content.topic {
        emit(reader, topic, Role::Title);
    }
    true
}
