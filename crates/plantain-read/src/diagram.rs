//! Reads the content of diagrams and charts as people write it: lists, groups, trees, chains, dated events, rows of figures.
//!
//! The scanner of [`crate::literals`] looks for texts one by one. In a diagram the words between the separators carry the
//! structure, so each kind of diagram has a small grammar over the whole content instead. A grammar that does not
//! recognise its form leaves everything to the scanner.

mod chain;
mod content;
mod events;
mod groups;
mod items;
mod messages;
mod mixed;
mod places;
mod table;
mod tree;

use crate::reader::{Reader, Use};
use crate::{Branch, Genre, Literal, Origin, Role};
pub use chain::{is_answer, is_condition};
use content::Content;

/// Quoted strings from which on the content is quoted as a whole, and the scanner reads it.
const QUOTES_MIN: usize = 2;

/// Tokens of a prompt up to which its content is taken for that of one diagram.
const TOKENS_MAX: usize = 3_000;

/// Reads the content when its form is known; returns whether the texts of the prompt are found.
pub(crate) fn read(reader: &mut Reader<'_>) -> bool {
    if reader.len() > TOKENS_MAX || !is_diagram(reader.brief.genre) {
        return false;
    }
    let Some(mut content) = Content::of(reader) else {
        return false;
    };
    let quotes = (content.from..reader.len())
        .filter(|&at| reader.tokens[at].quote().is_some())
        .count();
    if reader.brief.genre == Genre::Chart {
        table::bare_axes(reader);
        table::unit_behind_title(reader);
        table::middle_of_ring(reader);
        content.topic = table::mark_manner(reader, content.topic);
    }
    let told = matches!(reader.brief.genre, Genre::Venn | Genre::SequenceDiagram);
    if !reader.brief.records.is_empty() {
        return false;
    }
    if quotes >= QUOTES_MIN && !told {
        return mixed::read(reader, &content);
    }
    let title =
        content::title(reader, &content).or_else(|| content::quoted_title(reader, &mut content));
    let found = match reader.brief.genre {
        Genre::OrgChart => tree::read(reader, &content),
        Genre::MindMap => groups::mind_map(reader, &content),
        Genre::Venn => groups::venn(reader, &content),
        Genre::ComparisonTable => groups::columns(reader, &content),
        Genre::FlowChart => chain::read(reader, &content),
        Genre::SequenceDiagram => messages::read(reader, &content),
        Genre::Timeline => events::read(reader, &content),
        Genre::Chart => table::read(reader, &content),
        Genre::Cycle | Genre::LabelledDiagram | Genre::CrossSection => {
            items::read(reader, &content)
        }
        Genre::Atom => items::atom(reader, &content),
        Genre::Map => places::read(reader, &content),
        Genre::Infographic => items::facts(reader, &content),
        _ => false,
    };
    // "infographic on quantum computing, 4 parts": nothing is told of it, but it has a name.
    if !found
        && reader.brief.genre == Genre::Infographic
        && let Some((from, to)) = content.topic
    {
        reader.brief.subject = Some(reader.text(from, to).trim().to_string());
    }
    if let (false, Some(span)) = (found, title) {
        // The scanner finds the title again.
        content::untitle(reader, span);
    }
    if reader.brief.genre == Genre::Chart && !reader.brief.data.is_empty() {
        table::topic_before_kind(reader);
    }
    let named = matches!(
        reader.brief.genre,
        Genre::Timeline | Genre::Infographic | Genre::OrgChart
    );
    if named && found && content.topic.is_none() {
        table::topic_before_kind(reader);
    }
    if found {
        in_order(reader);
        if let Some((from, to)) = content.topic {
            let (from, to) = match reader.brief.genre {
                Genre::Chart => table::before_steps(reader, (from, to)),
                _ => (from, to),
            };
            // "exam results for": what led on is no part of it.
            let last = (from..to)
                .rev()
                .find(|&at| !crate::lexicon::lexicon().stops.contains_key(reader.key(at)));
            if let Some(last) = last {
                let stop = (from + 1..=last).find(|&at| reader.ends_sentence(at));
                let last = stop.map_or(last, |stop| stop - 1);
                let last = content::untinted(reader, (from, last + 1)) - 1;
                let told = reader.text(from, last + 1).trim().to_string();
                // "w/ numbers: Visitors 12,000": what the figures are is not what they are about.
                if matches!(told.as_str(), "numbers" | "values" | "figures" | "data") {
                    return found && reader.brief.genre != Genre::Chart;
                }
                // Arabic writes "for the" as one sign twice: there the article goes with its "for".
                let joined = reader.prompt[..reader.tokens[from].span.start].ends_with("لل");
                reader.brief.subject = Some(if joined { format!("ال{told}") } else { told });
            }
        }
    }
    found && reader.brief.genre != Genre::Chart
}

/// Kinds of picture whose content has a grammar here.
fn is_diagram(genre: Genre) -> bool {
    matches!(
        genre,
        Genre::OrgChart
            | Genre::MindMap
            | Genre::Venn
            | Genre::ComparisonTable
            | Genre::FlowChart
            | Genre::SequenceDiagram
            | Genre::Timeline
            | Genre::Chart
            | Genre::Cycle
            | Genre::LabelledDiagram
            | Genre::CrossSection
            | Genre::Atom
            | Genre::Map
            | Genre::Infographic
    )
}

/// Adds a literal for tokens `from..to`; returns its index.
fn emit(reader: &mut Reader<'_>, (from, to): (usize, usize), role: Role) -> usize {
    let span = reader.span(from, to);
    let quoted = to == from + 1 && reader.tokens[from].quote().is_some();
    reader.mark(from, to, Use::Literal);
    let text = reader.prompt[span.clone()]
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    reader.brief.literals.push(Literal {
        text,
        span,
        role,
        origin: if quoted {
            Origin::Quoted
        } else {
            Origin::Inferred
        },
        on_object: None,
    });
    reader.brief.literals.len() - 1
}

/// Adds a text to the tree of the brief; returns its index there.
fn grow(reader: &mut Reader<'_>, run: (usize, usize), parent: Option<usize>, role: Role) -> usize {
    let literal = emit(reader, run, role);
    let text = reader.brief.literals[literal].text.clone();
    reader.brief.tree.push(Branch {
        literal: Some(literal),
        text,
        parent,
        ..Branch::default()
    });
    reader.brief.tree.len() - 1
}

/// Puts the literals in the order of the prompt, as the scanner does.
fn in_order(reader: &mut Reader<'_>) {
    let brief = &mut reader.brief;
    let mut order: Vec<usize> = (0..brief.literals.len()).collect();
    order.sort_by_key(|&at| (brief.literals[at].span.start, at));
    let mut place = vec![0; order.len()];
    for (new, &old) in order.iter().enumerate() {
        place[old] = new;
    }
    let old = std::mem::take(&mut brief.literals);
    brief.literals = order.iter().map(|&at| old[at].clone()).collect();
    for pair in &mut brief.pairs {
        pair.value = place[pair.value];
        pair.label = pair.label.map(|at| place[at]);
    }
    for list in &mut brief.lists {
        list.items.iter_mut().for_each(|at| *at = place[*at]);
    }
    for link in &mut brief.links {
        (link.from, link.to) = (place[link.from], place[link.to]);
        link.label = link.label.map(|at| place[at]);
    }
    for branch in &mut brief.tree {
        branch.literal = branch.literal.map(|at| place[at]);
        branch.partner = branch.partner.map(|at| place[at]);
    }
}

/// Adds a name with its figure as literals, as a pair, and as a point of the data.
fn grow_set(
    reader: &mut Reader<'_>,
    points: &mut Vec<crate::DataPoint>,
    label: (usize, usize),
    value: usize,
) {
    let label = emit(reader, label, Role::Category);
    let value = emit(reader, (value, value + 1), Role::Value);
    let label_text = reader.brief.literals[label].text.clone();
    let shown = reader.brief.literals[value].text.clone();
    points.push(crate::DataPoint {
        label: label_text.clone(),
        value: crate::pairs::number_in(&shown).unwrap_or(0.0),
        shown,
        start: None,
    });
    reader.brief.pairs.push(crate::Pair {
        label: Some(label),
        label_text,
        value,
    });
}
