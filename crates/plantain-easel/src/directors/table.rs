//! Tables and comparisons: grids, sides against each other, before and after.

use plantain_read::Brief;
use plantain_scene::node::FontRole;

use crate::components::diagram::{Entry, Lettering, SIZE_MIN, Sheet, Way, Words, propose};
use crate::studio::{Draft, Studio};
use change::changed;
use facing::compare;
use model::opens;
use rows::table;

mod cards;
mod change;
mod facing;
mod model;
mod quadrants;
mod rows;
mod sides;

const CUSTOM: &[&str] = &[
    "minimal",
    "corporate",
    "swiss",
    "friendly",
    "editorial",
    "pastel",
    "mid-century",
    "botanical",
];

/// What is compared.
#[derive(Debug, Clone, PartialEq)]
enum Model {
    /// Column heads, and rows of cells.
    Grid(Vec<Entry>, Vec<Vec<Entry>>),
    /// Sides with their points.
    Sides(Vec<Side>),
    /// First state and second state, each with its value.
    Change(Vec<(Entry, Vec<Entry>)>),
    /// Four fields from the upper left on, and the names of the axes, across first.
    Quadrants {
        fields: Vec<Field>,
        axes: Vec<Entry>,
    },
}

/// A field of a matrix: what stands in it, and perhaps a head over it.
#[derive(Debug, Clone, PartialEq, Default)]
struct Field {
    head: Option<Entry>,
    text: Entry,
}

impl Field {
    fn plain(text: Entry) -> Self {
        Self { head: None, text }
    }
}

#[derive(Debug, Clone, PartialEq, Default)]
struct Side {
    name: Entry,
    /// Sections such as pros and cons; the head of the only section may be empty.
    sections: Vec<(Entry, Vec<Entry>)>,
}

/// Returns drafts for a table or a comparison.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let mut words = Words::of(studio.brief);
    title_that_heads(studio.brief, &mut words);
    let model = model::model(studio, &mut words);
    let ratio = studio.ratio();
    let on = |when: bool, suit: f32| if when { suit } else { 0.0 };
    let (grid, sides, change, quadrants) = match &model {
        Model::Grid(..) => (0.9, 0.0, 0.0, 0.0),
        Model::Sides(_) => (0.0, 0.9, 0.0, 0.0),
        Model::Change(_) => (0.0, 0.0, 0.9, 0.0),
        Model::Quadrants { .. } => (0.0, 0.0, 0.0, 0.9),
    };
    propose(
        studio,
        CUSTOM,
        &words,
        &[
            Way {
                name: "table",
                reason: "Rows and columns stay on one grid; the head is set apart, figures are centred.",
                suits: grid,
                draw: &|sheet| table(sheet, &model, false),
            },
            Way {
                name: "table with lines",
                reason: "Fine lines part the rows; the first column leads.",
                suits: grid * 0.85,
                draw: &|sheet| table(sheet, &model, true),
            },
            Way {
                name: "columns as cards",
                reason: "Each column is a card of its own; the same lines stand in each, so that they compare at a glance.",
                suits: on(cards::fits(&model) && ratio > 0.9, grid * 0.96),
                draw: &|sheet| cards::draw(sheet, &model),
            },
            Way {
                name: "side by side",
                reason: "Both sides get the same room and the same order, so that they compare line by line.",
                suits: on(ratio > 0.7, sides),
                draw: &|sheet| compare(sheet, &model, true),
            },
            Way {
                name: "one below the other",
                reason: "On a tall page the sides stand one below the other.",
                suits: on(ratio <= 0.9, sides),
                draw: &|sheet| compare(sheet, &model, false),
            },
            Way {
                name: "quadrants",
                reason: "Four fields share the page; what their columns and rows mean stands at the edges.",
                suits: quadrants,
                draw: &|sheet| quadrants::draw(sheet, &model),
            },
            Way {
                name: "before and after",
                reason: "An arrow leads from what was to what is; the better value stands out.",
                suits: change,
                draw: &|sheet| changed(sheet, &model, ratio > 0.8),
            },
        ],
    )
}

/// A title that only its place suggested, and that a colon or dash follows, is the head of a group.
fn title_that_heads(brief: &Brief, words: &mut Words) {
    let heads = words
        .title
        .as_ref()
        .is_some_and(|t| t.literal && opens(brief, t));
    if heads && let Some(title) = words.title.take() {
        words.raw.push(title);
        words.raw.sort_by_key(|e| e.span.start);
    }
}

fn lettering(sheet: &Sheet<'_>, k: f32) -> Lettering {
    let most = (sheet.full.w.min(sheet.full.h) * 0.034 * k).clamp(16.0, 44.0);
    Lettering::new(FontRole::Body, most, SIZE_MIN)
}
