//! Sets with their members, and what they share.

use super::{Group, SHARED, groups, named, parted, told_later};
use crate::Role;
use crate::diagram::content::{Content, Run, clauses, cut, is_joint, listed, spaced_dash, trim};
use crate::diagram::grow;
use crate::reader::Reader;
use crate::tokens::Sep;

/// Reads sets, their members, and what they share.
pub(in crate::diagram) fn venn(reader: &mut Reader<'_>, content: &Content) -> bool {
    let (heads, from) = heads_first(reader, content);
    let mut found = Found::default();
    for clause in tellings(reader, content, &heads, from) {
        let clause = meetings(reader, &found.sets, clause, &mut found.meetings);
        if clause.0 < clause.1 {
            found.take(reader, &heads, clause);
        }
    }
    told_later(reader, &mut found.sets);
    // "Cats and Dogs, with Pets": nothing told apart.
    if !(2..=4).contains(&found.sets.len()) {
        return false;
    }
    found.plant(reader);
    true
}

/// The clauses behind the names of the sets, each of which tells of one set or of what they share.
fn tellings(reader: &Reader<'_>, content: &Content, heads: &[Run], from: usize) -> Vec<Run> {
    // "cats and dogs, both are pets, cats climb": behind names before a comma every clause tells of one of them.
    let told = from > content.from && reader.sep(from - 1, Sep::Comma);
    // "犬は散歩、猫は昼寝": a comma before the next set parts them as a full stop does.
    let opens = |at: usize| {
        let speaks = |end: usize| {
            is_topic_mark(reader, end) || told && !is_joint(reader, end) && !reader.is_sep(end)
        };
        let known = heads
            .iter()
            .any(|&head| begins_with(reader, head, at) && speaks(at + head.1 - head.0));
        known || is_shared(reader, at) && speaks(at + 1)
    };
    clauses(reader, (from, content.to))
        .into_iter()
        .flat_map(|clause| {
            cut(reader, clause, |reader, at| {
                reader.sep(at, Sep::Comma) && opens(at + 1)
            })
        })
        .collect()
}

/// What the clauses told of the sets.
#[derive(Default)]
struct Found {
    sets: Vec<Group>,
    /// What all of them share.
    shared: Vec<Run>,
    /// What some of them share.
    meetings: Vec<Meeting>,
}

impl Found {
    /// Takes up what one clause tells, by the first way of telling that it is of.
    fn take(&mut self, reader: &Reader<'_>, heads: &[Run], clause: Run) {
        if self.tell_only(reader, heads, clause) {
            return;
        }
        // "cats independent, climb": a clause that begins with a name tells its members.
        if let Some(group) = heads
            .iter()
            .find_map(|&head| members_of(reader, head, clause))
        {
            self.sets.push(group);
        } else if let Some((own, common)) =
            quoted_members(reader, clause).or_else(|| quoted_names(reader, clause))
        {
            self.sets.extend(own);
            self.shared.extend(common);
        } else if let Some((end, text)) = stands_inside(reader, clause) {
            self.sets
                .extend(groups(reader, trim(reader, (clause.0, end))));
            self.shared.push(text);
        } else if let Some((end, from)) = overlap(reader, clause) {
            if end > clause.0 {
                self.sets
                    .extend(groups(reader, trim(reader, (clause.0, end))));
            }
            self.shared.extend(common(reader, (from, clause.1)));
        } else {
            self.sets.extend(groups(reader, clause));
        }
    }

    /// "left only: tuna, 4am chats", "Frogs only: moist skin": the members that one set has for itself, whether it was named
    /// before or not.
    fn tell_only(&mut self, reader: &Reader<'_>, heads: &[Run], clause: Run) -> bool {
        const WORDS_MAX: usize = 5;
        let (from, to) = trim(reader, clause);
        let colon = (from + 2..to.min(from + WORDS_MAX)).find(|&at| reader.sep(at, Sep::Colon));
        let Some(colon) = colon.filter(|&at| reader.key(at - 1) == "only") else {
            return false;
        };
        let known: Vec<Run> = match heads {
            [] => self.sets.iter().map(|set| set.head).collect(),
            heads => heads.to_vec(),
        };
        let placed = colon == from + 2;
        let head = match (reader.key(from), &known[..]) {
            ("left" | "first", [first, ..]) if placed => *first,
            ("right" | "second", [_, second, ..]) if placed => *second,
            _ => known
                .iter()
                .copied()
                .find(|&head| begins_with(reader, head, from))
                .unwrap_or((from, colon - 1)),
        };
        let items = listed(reader, (colon + 1, to), true);
        match self.sets.iter_mut().find(|set| set.head == head) {
            Some(set) => set.items.extend(items),
            None => self.sets.push(Group { head, items }),
        }
        true
    }

    /// Grows the branches of the sets, then those of what they share.
    fn plant(self, reader: &mut Reader<'_>) {
        let mut heads = Vec::new();
        for set in self.sets {
            let head = grow(reader, set.head, None, Role::Item);
            heads.push(head);
            for item in set.items {
                grow(reader, item, Some(head), Role::Item);
            }
        }
        for Meeting { sets, items } in self.meetings {
            for item in items {
                let at = grow(reader, item, None, Role::Item);
                reader.brief.tree[at].shared = true;
                if let ([a, b], true) = (&sets[..], heads.len() > 2) {
                    reader.brief.tree[at].between = Some((heads[*a], heads[*b]));
                }
            }
        }
        for item in self.shared {
            let at = grow(reader, item, None, Role::Item);
            reader.brief.tree[at].shared = true;
        }
    }
}

/// "left 'Design' right 'Code', overlap 'Front-end'": beside quoted names, all other words tell where they stand.
fn quoted_names(reader: &Reader<'_>, clause: Run) -> Option<(Vec<Group>, Vec<Run>)> {
    let quoted: Vec<Run> = (clause.0..clause.1)
        .filter(|&at| reader.tokens[at].quote().is_some())
        .map(|at| (at, at + 1))
        .collect();
    let marked =
        (clause.0..clause.1).any(|at| reader.sep(at, Sep::Colon) || reader.sep(at, Sep::Open));
    if quoted.len() < 2 || marked {
        return None;
    }
    let split = overlap(reader, clause).map_or(clause.1, |found| found.0);
    let (own, common): (Vec<Run>, Vec<Run>) = quoted.into_iter().partition(|run| run.0 < split);
    let own = own.into_iter().map(|head| Group {
        head,
        items: Vec::new(),
    });
    Some((own.collect(), common))
}

/// The texts of an overlap: "middle (cells, DNA)" has them between its brackets.
fn common(reader: &Reader<'_>, (from, to): Run) -> Vec<Run> {
    let bracketed = reader.sep(from, Sep::Open) || from > 0 && reader.sep(from - 1, Sep::Open);
    let close = bracketed
        .then(|| (from..to).find(|&at| reader.sep(at, Sep::Close)))
        .flatten();
    let open = from + usize::from(reader.sep(from, Sep::Open));
    listed(
        reader,
        close.map_or((from, to), |close| (open, close)),
        true,
    )
}

/// `left "Cats" with "Claws" and "Purr", overlap "Four legs"`: names in quotes, their members behind "with", and what they share.
fn quoted_members(reader: &Reader<'_>, clause: Run) -> Option<(Vec<Group>, Vec<Run>)> {
    let quote = |at: usize| at < clause.1 && reader.tokens[at].quote().is_some();
    let with = |at: usize| matches!(reader.key(at), "with" | "has" | "have" | "contains");
    (clause.0..clause.1).find(|&at| quote(at) && with(at + 1))?;
    let split = overlap(reader, clause).map_or(clause.1, |found| found.0);
    let mut own: Vec<Group> = Vec::new();
    let mut at = clause.0;
    while at < split {
        if !quote(at) {
            at += 1;
        } else if with(at + 1) {
            // The members end before the word for the place of the next set.
            let next = (at + 2..split).find(|&i| quote(i) && with(i + 1));
            let mut end = next.unwrap_or(split);
            while end > at + 2 && next.is_some() && !reader.is_sep(end) {
                end -= 1;
            }
            own.push(Group {
                head: (at, at + 1),
                items: listed(reader, (at + 2, end), true),
            });
            at = end.max(at + 2);
        } else {
            own.push(Group {
                head: (at, at + 1),
                items: Vec::new(),
            });
            at += 1;
        }
    }
    let common = overlap(reader, clause)
        .map_or_else(Vec::new, |(_, from)| listed(reader, (from, clause.1), true));
    Some((own, common))
}

/// What some of the sets share: their places among the sets, and the texts.
struct Meeting {
    sets: Vec<usize>,
    items: Vec<Run>,
}

/// "Design and Art: Form, Art and Code: Play": takes what named sets share out of a clause; returns what is left before it.
fn meetings(reader: &Reader<'_>, sets: &[Group], clause: Run, found: &mut Vec<Meeting>) -> Run {
    let starts: Vec<usize> = std::iter::once(clause.0)
        .chain((clause.0..clause.1).filter_map(|at| reader.sep(at, Sep::Comma).then_some(at + 1)))
        .filter(|&at| meeting(reader, sets, (at, clause.1)).is_some())
        .collect();
    for (n, &start) in starts.iter().enumerate() {
        let end = starts.get(n + 1).copied().unwrap_or(clause.1);
        if let Some((sets, from)) = meeting(reader, sets, (start, end)) {
            let items = listed(reader, (from, end), true);
            found.push(Meeting { sets, items });
        }
    }
    (clause.0, starts.first().copied().unwrap_or(clause.1))
}

/// Words that stand around the names of sets that meet.
const MEETING: &[&str] = &[
    "and",
    "with",
    "between",
    "overlap",
    "overlaps",
    "overlapping",
    "of",
    "the",
    "both",
    "intersection",
    "intersect",
    "meet",
    "meets",
    "where",
    "in",
    "share",
    "shared",
    "by",
    "plus",
    "&",
    "+",
    "x",
    "×",
    "∩",
    "is",
    "are",
    "=",
    "says",
    "three",
    "four",
    "them",
];

/// "overlap of Design and Art:": the sets whose names a run begins with, two at least and nothing else, and where the texts
/// behind its mark begin.
fn meeting(reader: &Reader<'_>, sets: &[Group], run: Run) -> Option<(Vec<usize>, usize)> {
    let (from, to) = trim(reader, run);
    let mut named: Vec<usize> = Vec::new();
    let mut at = from;
    while at < to {
        let set = (0..sets.len())
            .filter(|&set| begins_with(reader, sets[set].head, at))
            .max_by_key(|&set| sets[set].head.1 - sets[set].head.0);
        if let Some(set) = set {
            named.push(set);
            at += sets[set].head.1 - sets[set].head.0;
            continue;
        }
        if matches!(reader.key(at), "all" | "center" | "centre" | "middle") {
            named = (0..sets.len()).collect();
            at += 1;
            continue;
        }
        let mark = reader.sep(at, Sep::Colon)
            || spaced_dash(reader, at)
            || matches!(reader.key(at), "=" | "is" | "are" | "share" | "says")
            || reader.tokens[at].quote().is_some();
        named.dedup();
        // "overlaps: Good+Fast = Not cheap"
        if named.is_empty() && reader.sep(at, Sep::Colon) {
            at += 1;
            continue;
        }
        if named.len() >= 2 && mark {
            let quoted = reader.tokens[at].quote().is_some();
            return (at + 1 < to || quoted).then(|| (named, at + usize::from(!quoted)));
        }
        if !(MEETING.contains(&reader.key(at))
            || reader.sep(at, Sep::Slash)
            || reader.sep(at, Sep::Other))
        {
            return None;
        }
        at += 1;
    }
    None
}

/// "art, science, with design in the middle": what stands before the closing words for the overlap is shared; returns where
/// the sets end, and the shared text.
fn stands_inside(reader: &Reader<'_>, clause: Run) -> Option<(usize, Run)> {
    const INSIDE: &[&str] = &["middle", "center", "centre", "overlap", "intersection"];
    let (from, to) = trim(reader, clause);
    let last = to
        .checked_sub(1)
        .filter(|&at| at > from + 1 && INSIDE.contains(&reader.key(at)))?;
    let led = (from..last)
        .rev()
        .find(|&at| !matches!(reader.key(at), "the" | "their" | "very"))?;
    if !matches!(reader.key(led), "in" | "at" | "inside") || !reader.is_lower(led) {
        return None;
    }
    let start = (from..led).rev().find(|&at| {
        reader.sep(at, Sep::Comma)
            || matches!(reader.key(at), "with" | "and") && reader.is_lower(at)
    })?;
    let text = trim(reader, (start + 1, led));
    let mut end = start;
    while end > from && (reader.is_sep(end - 1) || matches!(reader.key(end - 1), "with" | "and")) {
        end -= 1;
    }
    (text.0 < text.1 && end > from).then_some((end, text))
}

/// "cats and dogs: cats independent, …": the names of the sets, when the first of them is taken up behind the colon; and
/// where the content goes on.
fn heads_first(reader: &Reader<'_>, content: &Content) -> (Vec<Run>, usize) {
    let marked = |at: usize| {
        reader.sep(at, Sep::Colon) || reader.sep(at, Sep::Stop) || spaced_dash(reader, at)
    };
    let all = content.from..content.to;
    let mark = all.clone().find(|&at| marked(at));
    let comma = all.clone().find(|&at| reader.sep(at, Sep::Comma));
    let whole = mark.is_none();
    mark.and_then(|at| heads_before(reader, content, at))
        .or_else(|| {
            heads_before(reader, content, comma.filter(|_| whole)?)
                .filter(|(heads, from)| all_told(reader, heads, (*from, content.to)))
        })
        .unwrap_or((Vec::new(), content.from))
}

/// Whether behind the names before a comma each of them is told of by itself.
fn all_told(reader: &Reader<'_>, heads: &[Run], (from, to): Run) -> bool {
    heads.iter().all(|&head| {
        (from..to).any(|at| {
            let opens = at == from || reader.sep(at - 1, Sep::Comma);
            let end = at + head.1 - head.0;
            opens && begins_with(reader, head, at) && !is_joint(reader, end) && !reader.is_sep(end)
        })
    })
}

/// The names of the sets before the mark at `colon`, where what stands behind it takes one of them up or tells what all share;
/// and where it goes on.
fn heads_before(reader: &Reader<'_>, content: &Content, colon: usize) -> Option<(Vec<Run>, usize)> {
    let leads = |at: usize| matches!(reader.key(at), "comparing" | "compare" | "between" | "of");
    // "Cats / Dogs / overlap says Pets. Cats: …": what they share is told among the names.
    if (content.from..colon).any(|at| is_shared(reader, at)) {
        return None;
    }
    let from = content.from + usize::from(leads(content.from));
    let heads: Vec<Run> = parted(reader, (from, colon))
        .into_iter()
        .map(|head| named(reader, head))
        .collect();
    // "Design and Code overlap: …" tells what sets share, none of their members.
    let taken_up = heads.iter().any(|&head| {
        begins_with(reader, head, colon + 1) && !is_joint(reader, colon + 1 + head.1 - head.0)
    }) || reader.sep(colon, Sep::Comma) && is_shared(reader, colon + 1);
    ((2..=4).contains(&heads.len()) && taken_up).then_some((heads, colon + 1))
}

/// Whether the words of `head` stand at `at`, perhaps in another number ("cat", "cats").
fn begins_with(reader: &Reader<'_>, head: Run, at: usize) -> bool {
    let len = head.1 - head.0;
    let key = |run: Run| crate::tokens::lower(reader.text(run.0, run.1));
    at + len <= reader.len()
        && key((at, at + len)).trim_end_matches('s') == key(head).trim_end_matches('s')
}

/// The members of a set that a clause tells behind its name.
fn members_of(reader: &Reader<'_>, head: Run, clause: Run) -> Option<Group> {
    let (from, to) = trim(reader, clause);
    if !begins_with(reader, head, from) {
        return None;
    }
    let mut start = from + (head.1 - head.0);
    while start < to
        && (reader.sep(start, Sep::Colon)
            || spaced_dash(reader, start)
            || is_topic_mark(reader, start)
            || matches!(
                reader.key(start),
                "are" | "have" | "can" | "is" | "has" | "only"
            ) && reader.is_lower(start))
    {
        start += 1;
    }
    let items = listed(reader, (start, to), true);
    // The name as it was told first is the one with its capital.
    (!items.is_empty()).then_some(Group { head, items })
}

/// "犬は散歩": the syllable behind what a Japanese sentence is about.
fn is_topic_mark(reader: &Reader<'_>, at: usize) -> bool {
    at < reader.len() && matches!(reader.text(at, at + 1), "は" | "が")
}

/// Beginnings of words for what sets share, in the languages that are read.
const COMMON: &[&str] = &[
    "commun",
    "común",
    "comum",
    "comune",
    "gemeinsam",
    "schnittmeng",
    "überschneid",
    "intersec",
    "interse",
    "superpos",
    "doorsned",
    "kesişim",
    "пересеч",
    "перетин",
    "交集",
    "beide",
    "ambos",
    "entrambi",
    "gemeen",
    "allebei",
    "wspóln",
    "oba",
    "ortak",
    "обоих",
    "общ",
    "спільн",
    "مشترك",
    "משותף",
    "दोनों",
    "समान",
    "共同",
    "共通",
    "공통",
];

fn is_shared(reader: &Reader<'_>, at: usize) -> bool {
    let text = crate::tokens::lower(reader.text(at, at + 1));
    SHARED.contains(&reader.key(at)) || COMMON.iter().any(|stem| text.starts_with(stem))
}

/// Where the words about what is shared begin, and where its texts begin.
fn overlap(reader: &Reader<'_>, clause: Run) -> Option<(usize, usize)> {
    let at = (clause.0..clause.1).find(|&at| {
        is_shared(reader, at)
            && reader.tokens[at].quote().is_none()
            && !matches!(reader.key(at + 1), "circle" | "circles" | "sets")
    })?;
    let mut from = at;
    while from < clause.1
        && (is_shared(reader, from)
            || is_topic_mark(reader, from)
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
                "in" | "the"
                    | "with"
                    | "an"
                    | "a"
                    | "and"
                    | "at"
                    | "their"
                    | "what"
                    | "things"
                    | "en"
                    | "em"
                    | "im"
                    | "de"
            ) && reader.is_lower(end - 1))
    {
        end -= 1;
    }
    (from < clause.1).then_some((end, from))
}
