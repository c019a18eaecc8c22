//! Plain enumerations: the labels of a drawing, the stages of a cycle, steps, facts.

use super::content::{Content, Run, clauses, cut, is_instruction, list, spaced_dash, trim};
use super::{chain, emit};
use crate::numbers::count_at;
use crate::reader::Reader;
use crate::tokens::{Kind, Sep};
use crate::{Genre, List, Role};

mod arrows;
mod each;
mod heads;

use heads::{counts_on, head};

/// Texts of one diagram, at most.
const ITEMS_MAX: usize = 60;

fn is_label_word(key: &str) -> bool {
    matches!(
        key,
        "label"
            | "labels"
            | "labelled"
            | "labeled"
            | "labelling"
            | "labeling"
            | "annotate"
            | "annotated"
            | "parts"
            | "marking"
            | "marked"
            | "stages"
            | "layers"
            | "stops"
            | "stations"
    )
}

/// Reads the labels of a drawing, the stages of a cycle.
pub(super) fn read(reader: &mut Reader<'_>, content: &Content) -> bool {
    if chain::web(reader, content) {
        return true;
    }
    let arrows = arrows::told(reader, content).filter(|_| reader.brief.genre == Genre::Cycle);
    let run = match &arrows {
        Some((end, _)) => (content.from, *end),
        None => labels(reader, content),
    };
    let mut found = Vec::new();
    let all = clauses(reader, run);
    // "It should show five stages: eggs, …": among sentences, the one with a list holds the items.
    let listed = all.len() > 1
        && all
            .iter()
            .any(|&clause| behind_head(reader, clause) != clause);
    for clause in all {
        let body = behind_head(reader, clause);
        if listed && body == clause && list(reader, clause).len() < 2 {
            continue;
        }
        let parts = cut(reader, body, |reader, at| reader.sep(at, Sep::Arrow));
        for part in parts {
            found.extend(list(reader, part));
        }
    }
    let found: Vec<Run> = found
        .into_iter()
        .map(|run| without_arrows(reader, unlabelled(reader, run)))
        .filter(|&run| run.0 < run.1 && !is_instruction(reader, run))
        .filter(|&run| reader.brief.genre != Genre::Cycle || chain::turn(reader, run).is_none())
        .take(ITEMS_MAX)
        .collect();
    let found = without_things(reader, found);
    let found = in_words(reader, found, run.0 > content.from);
    let sentence = found.iter().any(|run| run.1 - run.0 > 12);
    if found.len() < 2 || sentence {
        return false;
    }
    let role = if reader.brief.genre == Genre::Cycle {
        Role::Item
    } else {
        Role::Callout
    };
    let (inside, found): (Vec<Run>, Vec<Run>) = found
        .into_iter()
        .partition(|&(_, to)| role == Role::Item && stands_inside(reader, to));
    enumerate(reader, found, role);
    for text in inside.into_iter().take(1) {
        emit(reader, text, Role::Callout);
    }
    for label in arrows.map(|told| told.1).unwrap_or_default() {
        emit(reader, label, Role::Label);
    }
    singled(reader);
    true
}

/// "two bulbs in series": in a circuit each of several like parts has the name of one; the count is no part of it.
fn singled(reader: &mut Reader<'_>) {
    const TAILS: &[&str] = &[" in series", " in parallel", " connected", " each"];
    if !reader.brief.prompt.to_lowercase().contains("circuit") {
        return;
    }
    for literal in &mut reader.brief.literals {
        if literal.role != Role::Callout || literal.origin == crate::Origin::Quoted {
            continue;
        }
        let mut text = literal.text.as_str();
        for tail in TAILS {
            text = text.strip_suffix(tail).unwrap_or(text);
        }
        let first = text.split(' ').next().unwrap_or_default();
        let count = matches!(first, "two" | "three" | "four" | "2" | "3" | "4");
        let name = if count {
            let name = text[first.len()..].trim_start();
            let es = ["tches", "sses"].iter().any(|end| name.ends_with(end));
            let one = name.strip_suffix(if es { "es" } else { "s" });
            one.filter(|_| !name.ends_with("ies") && reader.brief.language.0 == "en")
                .unwrap_or(name)
        } else {
            text
        };
        let Some(at) = literal.text.find(name).filter(|_| !name.is_empty()) else {
            continue;
        };
        let start = literal.span.start + at;
        literal.span = start..start + name.len();
        literal.text = name.to_string();
    }
}

/// "PDCA in the middle": whether the words behind a text say that it stands inside the ring.
fn stands_inside(reader: &Reader<'_>, to: usize) -> bool {
    matches!(reader.key(to), "in" | "at")
        && reader.key(to + 1) == "the"
        && matches!(reader.key(to + 2), "middle" | "center" | "centre")
}

/// "oceans with arrows", "grains at the bottom": how and where an item is drawn is no part of its name.
fn without_arrows(reader: &Reader<'_>, (from, to): Run) -> Run {
    const PLACES: &[&[&str]] = &[
        &["at", "the", "bottom"],
        &["at", "the", "top"],
        &["on", "the", "bottom"],
        &["on", "top"],
        &["in", "the", "middle"],
        &["in", "the", "center"],
        &["in", "the", "centre"],
        &["at", "the", "center"],
        &["at", "the", "centre"],
    ];
    let placed = PLACES.iter().find(|words| {
        to > from + words.len()
            && words
                .iter()
                .rev()
                .enumerate()
                .all(|(n, word)| reader.key(to - 1 - n) == *word)
    });
    if let Some(words) = placed {
        return (from, to - words.len());
    }
    let drawn = to > from + 2
        && matches!(
            reader.key(to - 1),
            "arrows" | "labels" | "icons" | "colors" | "colours"
        )
        && reader.key(to - 2) == "with";
    (from, if drawn { to - 2 } else { to })
}

/// "labels Evaporation, Collection, plus a sun and a cloud": beside labels with capitals, small words with an article are
/// things that the drawing shows.
fn without_things(reader: &mut Reader<'_>, found: Vec<Run>) -> Vec<Run> {
    let thing = |reader: &Reader<'_>, (from, to): Run| {
        let article = |at: usize| matches!(reader.key(at), "a" | "an" | "some");
        let drawn = (from..to).any(|at| matches!(reader.key(at), "arrow" | "arrows"));
        (from..to).all(|at| reader.is_lower(at))
            && (article(from) || from > 0 && article(from - 1) || drawn)
    };
    let capitals = found.iter().filter(|run| reader.is_capital(run.0)).count();
    let (things, labels): (Vec<Run>, Vec<Run>) = found
        .iter()
        .partition(|&&run| capitals >= 2 && thing(reader, run));
    if labels.len() < 2 {
        return found;
    }
    for (from, to) in things {
        reader.mark(from, to, crate::reader::Use::Described);
    }
    labels
}

/// "labels evaporation condensation precipitation": behind a word for labels, names with nothing between them are one each.
fn in_words(reader: &Reader<'_>, found: Vec<Run>, introduced: bool) -> Vec<Run> {
    let [(from, to)] = found[..] else {
        return found;
    };
    let plain = (from..to).all(|at| {
        reader.tokens[at].is_word()
            && reader.is_lower(at)
            && !crate::lexicon::lexicon().stops.contains_key(reader.key(at))
    });
    if introduced && plain && to - from >= 3 {
        (from..to).map(|at| (at, at + 1)).collect()
    } else {
        found
    }
}

/// Reads the particles of an atom and its labels: "6 protons, 6 neutrons. Label Nucleus".
pub(super) fn atom(reader: &mut Reader<'_>, content: &Content) -> bool {
    let particle = |key: &str| {
        ["proton", "neutron", "electron"]
            .iter()
            .any(|name| key.starts_with(name))
    };
    let mut found: Vec<Run> = (content.from..content.to)
        .filter(|&at| {
            particle(reader.key(at + 1))
                && count_at(&reader.tokens, at).is_some_and(|(len, _)| len == 1)
        })
        .map(|at| (at, at + 2))
        .collect();
    let labels = labels(reader, content);
    if labels.0 > content.from {
        for clause in clauses(reader, labels) {
            found.extend(list(reader, clause));
        }
    } else if found.is_empty() {
        found = parts_of_atom(reader, labels);
    }
    found.retain(|&run| run.0 < run.1 && !is_instruction(reader, run));
    if found.is_empty() {
        return false;
    }
    enumerate(reader, found, Role::Callout);
    true
}

/// "lithium atom: nucleus, protons, neutrons, electrons": parts that are named without their numbers, two at least.
fn parts_of_atom(reader: &Reader<'_>, run: Run) -> Vec<Run> {
    const PARTS: &[&str] = &[
        "nucleus", "proton", "neutron", "electron", "shell", "orbit", "orbital", "level", "cloud",
    ];
    let part = |run: &Run| {
        let last = reader.key(run.1 - 1);
        run.1 - run.0 <= 2 && PARTS.contains(&last.strip_suffix('s').unwrap_or(last))
            || PARTS.contains(&last)
    };
    let found: Vec<Run> = clauses(reader, run)
        .into_iter()
        .flat_map(|clause| list(reader, clause))
        .filter(|run| run.0 < run.1 && part(run))
        .collect();
    if found.len() < 2 { Vec::new() } else { found }
}

pub(super) fn enumerate(reader: &mut Reader<'_>, found: Vec<Run>, role: Role) {
    let items: Vec<usize> = found
        .into_iter()
        .map(|run| emit(reader, run, role))
        .collect();
    let span = items
        .first()
        .map_or(0..0, |&at| reader.brief.literals[at].span.clone());
    reader.brief.lists.push(List {
        kind: "item".into(),
        items,
        span,
    });
}

/// The part of the content that names the labels: behind "label", or all before a closing "labelled".
fn labels(reader: &Reader<'_>, content: &Content) -> Run {
    let whole = (content.from, content.to);
    let Some(at) = (content.from..content.to).find(|&at| {
        // "Label Nucleus and Electron" may open a sentence.
        let opens = at > 0 && reader.sep(at - 1, Sep::Stop) && reader.key(at) == "label";
        is_label_word(reader.key(at)) && (!reader.is_capital(at) || opens)
    }) else {
        return whole;
    };
    let mut from = at + 1;
    while from < content.to
        && (is_label_word(reader.key(from))
            || reader.sep(from, Sep::Colon)
            || matches!(
                reader.key(from),
                "for"
                    | "the"
                    | "of"
                    | "as"
                    | "with"
                    | "are"
                    | "on"
                    | "each"
                    | "following"
                    | "parts"
                    | "these"
            ) && reader.is_lower(from))
    {
        from += 1;
    }
    let sentence = (at..content.to)
        .find(|&i| reader.sep(i, Sep::Stop) || reader.sep(i, Sep::Line))
        .unwrap_or(content.to);
    if from < sentence && list(reader, (from, sentence)).len() > 1 {
        (from, content.to)
    } else {
        (content.from, at)
    }
}

/// "five stages: eggs, tadpole": the words before the mark lead in.
fn behind_head(reader: &Reader<'_>, clause: Run) -> Run {
    let mark =
        (clause.0..clause.1).find(|&at| reader.sep(at, Sep::Colon) || spaced_dash(reader, at));
    match mark {
        Some(mark) if list(reader, (mark + 1, clause.1)).len() > 1 => (mark + 1, clause.1),
        _ => clause,
    }
}

/// Takes "labelled" and counts of stages off an item.
pub(super) fn unlabelled(reader: &Reader<'_>, (mut from, mut to): Run) -> Run {
    while to > from
        && (is_label_word(reader.key(to - 1))
            || matches!(reader.key(to - 1), "clearly" | "shown" | "etc"))
        && !reader.is_capital(to - 1)
    {
        to -= 1;
    }
    let label = |at: usize| {
        matches!(
            reader.key(at),
            "label"
                | "labels"
                | "labelled"
                | "labeled"
                | "its"
                | "including"
                | "from"
                | "called"
                | "named"
                | "show"
                | "showing"
                | "has"
                | "have"
                | "contains"
        ) && reader.is_lower(at)
    };
    while from < to && label(from) {
        from += 1;
    }
    // "water in; oxygen out": which way it goes is no part of its name.
    let way = to > from + 1
        && matches!(reader.key(to - 1), "in" | "out")
        && reader.is_lower(to - 1)
        && reader.brief.genre == Genre::LabelledDiagram;
    trim(reader, (from, to - usize::from(way)))
}

/// The texts of a list with numbers before its items ("1. Water weekly 2. Give light").
pub(super) fn numbered(reader: &Reader<'_>, (from, to): Run) -> Option<(usize, Vec<Run>)> {
    let mut marks: Vec<usize> = Vec::new();
    let mut next = 1_u32;
    for at in from..to {
        let number =
            reader.tokens[at].kind == Kind::Number && reader.key(at).parse::<u32>() == Ok(next);
        let opens = at + 1 < to
            && (reader.sep(at + 1, Sep::Stop)
                || reader.sep(at + 1, Sep::Close)
                || reader.sep(at + 1, Sep::Colon)
                || reader.tokens[at + 1].is_word());
        let stepped = reader.key(at) == "step" && reader.key(at + 1) == next.to_string();
        let behind_step = at > 0 && reader.key(at - 1) == "step";
        // "1 collect, 2 mix, 3 use after 4 months": where marks follow commas, a number inside a step is none.
        let parted = marks.len() >= 2 && marks[1..].iter().all(|&mark| reader.is_sep(mark - 1));
        if parted && !reader.is_sep(at - 1) {
            continue;
        }
        if number && opens && !behind_step || stepped {
            marks.push(at);
            next += 1;
        }
    }
    if marks.len() < 2 {
        return None;
    }
    let runs: Vec<Run> = marks
        .iter()
        .enumerate()
        .map(|(n, &mark)| {
            let start = mark + 1 + usize::from(reader.key(mark) == "step");
            let end = marks.get(n + 1).copied().unwrap_or_else(|| {
                (start..to)
                    .find(|&at| {
                        at > start && (reader.sep(at, Sep::Line) || reader.sep(at, Sep::Stop))
                    })
                    .unwrap_or(to)
            });
            trim(reader, (start, end))
        })
        .filter(|run| run.0 < run.1)
        .collect();
    (runs.len() >= 2).then_some((marks[0], runs))
}

/// The steps of a process, in order.
pub(super) fn steps(reader: &Reader<'_>, content: &Content) -> Vec<Run> {
    if let Some((_, steps)) = numbered(reader, (content.from, content.to)) {
        return steps;
    }
    let mut found = Vec::new();
    for clause in clauses(reader, (content.from, content.to)) {
        let body = behind_head(reader, clause);
        for part in cut(reader, body, |reader, at| {
            matches!(reader.key(at), "then" | "afterwards" | "next")
                && reader.is_lower(at)
                && at > body.0
                || reader.sep(at, Sep::Arrow)
                || spaced_dash(reader, at)
        }) {
            found.extend(list(reader, part));
        }
    }
    let opener = |at: usize| {
        matches!(
            reader.key(at),
            "first"
                | "second"
                | "third"
                | "starts"
                | "start"
                | "starting"
                | "ends"
                | "lastly"
                | "begins"
                | "after"
        ) && (reader.sep(at + 1, Sep::Comma)
            || matches!(reader.key(at + 1), "with" | "the" | "you" | "that"))
    };
    found
        .into_iter()
        .map(|(mut from, to)| {
            while from + 1 < to && opener(from) {
                from += 1 + usize::from(matches!(reader.key(from + 1), "with" | "that" | "you"));
            }
            trim(reader, (from, to))
        })
        .filter(|run| {
            run.0 < run.1
                && !matches!(reader.key(run.0), "first" | "second" | "third") | (run.1 - run.0 > 1)
        })
        .collect()
}

/// Reads the facts or steps of an infographic.
pub(super) fn facts(reader: &mut Reader<'_>, content: &Content) -> bool {
    let run = (content.from, content.to);
    if let Some((mark, steps)) = numbered(reader, run) {
        // `"How to rest" with five numbered tips: 1 …`: beside a title, how many there are heads nothing.
        let titled = reader.brief.literals.iter().any(|l| l.role == Role::Title);
        if titled {
            reader.mark(content.from, mark, crate::reader::Use::Described);
        } else {
            head(reader, (content.from, mark));
        }
        enumerate(reader, steps, Role::Item);
        return true;
    }
    if each::read(
        reader,
        (content.topic.map_or(run.0, |topic| topic.0), run.1),
    ) {
        return true;
    }
    let mut parts = clauses(reader, run);
    // "Remote work in 2025. 58% can work remotely, …": a first sentence without a figure leads.
    let mut lead = None;
    if parts.len() > 1 && parts[0].1 - parts[0].0 <= 9 && list(reader, parts[0]).len() == 1 {
        let figure = |run: Run| (run.0..run.1).any(|at| is_figure(reader, at));
        // "how to save water. shorter showers, fix leaks": one sentence before a list.
        let heads = reader.sep(parts[0].1, Sep::Stop)
            && (3..=9).contains(&(parts[0].1 - parts[0].0))
            && parts[1..].iter().any(|&run| list(reader, run).len() >= 3);
        if heads || !figure(parts[0]) && parts[1..].iter().any(|&run| figure(run)) {
            lead = Some(parts.remove(0));
        }
    }
    let mut found = Vec::new();
    for part in parts {
        let mark = (part.0..part.1)
            .find(|&at| reader.sep(at, Sep::Colon))
            .or_else(|| only_dash(reader, part));
        let body = match mark {
            Some(mark) if list(reader, (mark + 1, part.1)).len() > 1 => {
                lead = lead.or(Some((part.0, mark)));
                (mark + 1, part.1)
            }
            _ => part,
        };
        found.extend(list(reader, body));
    }
    let counts: Vec<Run> = found
        .iter()
        .copied()
        .filter(|&run| counts_parts(reader, run))
        .collect();
    for run in counts {
        reader.mark(run.0, run.1, crate::reader::Use::Described);
    }
    let found: Vec<Run> = found
        .into_iter()
        .filter(|&run| !is_instruction(reader, run) && !counts_parts(reader, run))
        .take(ITEMS_MAX)
        .collect();
    let prose = found.iter().any(|run| run.1 - run.0 > 22);
    if found.len() < 2 || prose {
        return false;
    }
    let mut found = found;
    // "benefits of drinking water, better skin, more energy": what counts its parts heads them.
    if lead.is_none() && content.topic.is_none() && found.len() > 3 && counts_on(reader, found[0]) {
        lead = Some(found.remove(0));
    }
    // "on better sleep with 5 tips: …": beside what it is about, the number of parts is no title.
    let counted = |(from, to): Run| {
        to - from <= 3 && count_at(&reader.tokens, trim(reader, (from, to)).0).is_some()
    };
    if let Some(lead) = lead.filter(|&lead| content.topic.is_none() || !counted(lead)) {
        head(reader, lead);
    }
    enumerate(reader, found, Role::Item);
    true
}

/// "5 ways to save - walk, cycle, repair": the only dash of a list parts a head from its items.
fn only_dash(reader: &Reader<'_>, (from, to): Run) -> Option<usize> {
    let mut dashes = (from + 1..to).filter(|&at| spaced_dash(reader, at));
    let first = dashes.next()?;
    let heads = !(from..first).any(|at| reader.sep(at, Sep::Comma));
    (heads && dashes.next().is_none() && list(reader, (first + 1, to)).len() > 2).then_some(first)
}

/// "6 steps", "5 consejos", "4 key facts": how many parts there are is no fact.
fn counts_parts(reader: &Reader<'_>, (from, to): Run) -> bool {
    const PARTS: &[&str] = &[
        "step",
        "fact",
        "tip",
        "way",
        "thing",
        "idea",
        "point",
        "icon",
        "part",
        "section",
        "stage",
        "item",
        "panel",
        "consejo",
        "paso",
        "dato",
        "etapa",
        "étape",
        "conseil",
        "astuce",
        "schritt",
        "tipp",
        "punkt",
        "fakt",
        "passi",
        "passo",
        "consigli",
        "dica",
        "stap",
        "krok",
        "porad",
        "adım",
        "ipucu",
        "raison",
        "reason",
        "razon",
        "razón",
        "gründe",
        "motiv",
        "benef",
        "avantage",
        "vantagg",
        "vorteil",
        "шаг",
        "совет",
        "крок",
        "порад",
    ];
    let last = crate::tokens::lower(reader.text(to.saturating_sub(1).max(from), to));
    count_at(&reader.tokens, from).is_some()
        && (2..=3).contains(&(to - from))
        && PARTS.iter().any(|part| last.starts_with(part))
}

fn is_figure(reader: &Reader<'_>, at: usize) -> bool {
    let year = reader.key(at).len() == 4 && reader.key(at).starts_with(['1', '2']);
    matches!(reader.tokens[at].kind, Kind::Form(_))
        || reader.tokens[at].kind == Kind::Number && !year
}
