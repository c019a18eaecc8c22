//! Heads with their items: mind maps, sets with their members, pros and cons, SWOT.

use super::content::{Content, Run, clauses, cut, list, listed, spaced_dash, trim};
use super::{emit, grow, tree};
use crate::numbers::count_at;
use crate::reader::Reader;
use crate::tokens::Sep;
use crate::{Branch, Role};

mod sets;

pub(super) use sets::venn;

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
    "themes",
    "keywords",
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
    "around",
    "it",
    "and",
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
    // "events around it": where a branch stands is no part of its name.
    let around = (from + 1..to).find(|&at| {
        reader.key(at) == "around" && matches!(reader.key(at + 1), "it" | "the" | "that" | "this")
    });
    trim(reader, (from, around.unwrap_or(to)))
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
    // "swot analysis coffee shop: strengths loyal customers, …": what is weighed is named before the first head.
    if weighed(reader, (colon + 1, clause.1), &mut Vec::new()) && colon - clause.0 <= 4 {
        return (colon + 1, clause.1);
    }
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
    let lone = matches!(
        reader.key(from),
        "strengths" | "weaknesses" | "opportunities" | "threats"
    );
    if !head || items.len() < 2 - usize::from(lone) {
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
    // "mind map center "Health" with …": the word for the middle is no part of what is told.
    let led = content.topic.filter(|&(from, _)| is_middle(reader, from));
    let content = &match led {
        Some((from, _)) => Content {
            from,
            topic: None,
            ..content.clone()
        },
        None => content.clone(),
    };
    let idea = quoted_idea(reader, content);
    let content = &Content {
        from: idea.map_or(content.from, |idea| idea.1),
        ..content.clone()
    };
    let middle = center(reader, content).filter(|_| idea.is_none());
    let mut groups = match middle {
        Some(Center { opener, rest, .. }) => {
            let mut all = groups(reader, (content.from, opener));
            all.extend(groups(reader, (rest, content.to)));
            all
        }
        None => groups(reader, (content.from, content.to)),
    };
    // "Branches: Words we like → echo, kettle": the word for the parts heads none of them.
    groups.retain(|group| {
        let (from, to) = group.head;
        let part = to == from + 1 && STRUCTURE.contains(&reader.key(from));
        !(part && group.items.is_empty() && reader.sep(to, Sep::Colon))
    });
    let mut root = middle.map(|middle| middle.text).or(idea).or(content.topic);
    // "旅行計画 交通(…)、宿泊(…)": in a script without blanks, a blank parts the idea from its first branch.
    if root.is_none()
        && let [first, rest @ ..] = &mut groups[..]
        && !rest.is_empty()
        && let Some(blank) = blank_in(reader, first.head)
        && rest
            .iter()
            .all(|group| blank_in(reader, group.head).is_none())
    {
        root = Some((first.head.0, blank));
        first.head.0 = blank;
    }
    if root.is_none() {
        root = grown(reader, &mut groups);
    }
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

/// `mind map "Home" branches: Rooms, Garden`: the text in quotes that words for the parts follow is the idea.
fn quoted_idea(reader: &Reader<'_>, content: &Content) -> Option<Run> {
    let at = (content.from..content.to).find(|&at| !reader.is_sep(at))?;
    reader.tokens[at].quote()?;
    let parts = at + 1 + usize::from(reader.sep(at + 1, Sep::Comma));
    let told =
        parts < content.to && is_structure(reader, (parts, parts + 1)) && !reader.is_sep(parts);
    told.then_some((at, at + 1))
}

/// "Trip: Flights, Stay; Stay: Hotel, Camp": the head whose items have items of their own is the idea; they become its branches.
fn grown(reader: &Reader<'_>, groups: &mut Vec<Group>) -> Option<Run> {
    let same = |a: Run, b: Run| {
        let key = |run: Run| crate::tokens::lower(reader.text(run.0, run.1));
        key(a) == key(b)
    };
    // "…; under Snacks: chips, fruit"
    for group in groups.iter_mut().skip(1) {
        let led = matches!(
            reader.key(group.head.0),
            "under" | "below" | "beneath" | "from" | "for"
        );
        if led && reader.is_lower(group.head.0) && group.head.1 > group.head.0 + 1 {
            group.head.0 += 1;
        }
    }
    let (first, rest) = groups.split_first()?;
    let grown = !rest.is_empty()
        && rest.iter().all(|group| {
            !group.items.is_empty() && first.items.iter().any(|&item| same(item, group.head))
        });
    if !grown {
        return None;
    }
    let root = first.head;
    let branches = first
        .items
        .iter()
        .map(|&item| Group {
            head: item,
            items: rest
                .iter()
                .filter(|group| same(item, group.head))
                .flat_map(|group| group.items.clone())
                .collect(),
        })
        .collect();
    *groups = branches;
    Some(root)
}

/// Where the words about the middle begin, its text, and where the rest goes on.
#[derive(Debug, Clone, Copy)]
struct Center {
    opener: usize,
    text: Run,
    rest: usize,
}

/// Where a blank stands inside a name in a script without blanks.
fn blank_in(reader: &Reader<'_>, run: Run) -> Option<usize> {
    let unspaced = reader
        .text(run.0, run.1)
        .chars()
        .any(crate::tokens::is_unspaced);
    (run.0 + 1..run.1)
        .rfind(|&at| unspaced && reader.tokens[at - 1].span.end < reader.tokens[at].span.start)
}

fn is_middle(reader: &Reader<'_>, at: usize) -> bool {
    // "Center: Health. Branches: …"
    let opens = at > 0 && reader.ends_sentence(at - 1) && reader.sep(at + 1, Sep::Colon);
    matches!(
        reader.key(at),
        "central" | "center" | "centre" | "middle" | "core"
    ) && (reader.is_lower(at) || opens)
}

/// "central idea Health", "in the center: Health", "Health in the middle".
fn center(reader: &Reader<'_>, content: &Content) -> Option<Center> {
    let at = (content.from..content.to).find(|&at| {
        is_middle(reader, at)
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
            // "Romeo and Juliet": between capitals it joins a name.
            let joins = reader.key(at) == "and"
                && at > from
                && reader.is_capital(at - 1)
                && reader.is_capital(at + 1);
            reader.is_sep(at)
                || !joins
                    && matches!(reader.key(at), "with" | "branches" | "and" | "then")
                    && reader.is_lower(at)
                || at > from && reader.tokens[at - 1].quote().is_some()
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
    if from < to {
        return Some(Center {
            opener,
            text: (from, to),
            rest: to,
        });
    }
    // The idea stands before the words about its place.
    let start = reader.clause_start(at).max(content.from);
    let text = trim(reader, (start, opener));
    (text.0 < text.1).then_some(Center {
        opener: start,
        text,
        rest: from,
    })
}

/// Reads columns of points under heads: pros and cons, SWOT, causes.
pub(super) fn columns(reader: &mut Reader<'_>, content: &Content) -> bool {
    let mut groups = groups(reader, (content.from, content.to));
    // What stands before the first head leads in.
    let first = groups
        .iter()
        .position(|group| !group.items.is_empty())
        .unwrap_or(0);
    let led: Vec<Group> = groups.drain(..first).collect();
    let headed = groups
        .iter()
        .filter(|group| !group.items.is_empty())
        .count();
    if headed < 2 || headed != groups.len() {
        return false;
    }
    let titled = reader.brief.literals.iter().any(|l| l.role == Role::Title);
    // "pros and cons table: remote work. Pros: …": the words alone before the heads are the title.
    if let ([only], false) = (&led[..], titled)
        && reader.sep(only.head.1, Sep::Stop)
        && content.topic.is_none()
    {
        emit(reader, only.head, Role::Title);
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
