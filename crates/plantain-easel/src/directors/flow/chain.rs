//! Flow charts: steps in order, with decisions where the prompt asks a question.

use plantain_read::{Constraint, Direction};
use plantain_scene::node::{Content, Node, Side};

use self::forks::branches;
use self::rows::{Row, flat, rows};
use self::runs::{chevrons, columns, in_grid, staircase};
use super::CUSTOM;
use super::fishbone::{self, Bone};
use super::graph::{self, Net};
use super::swimlane;
use crate::components::diagram::{Entry, Way, Words, propose};
use crate::studio::{Draft, Studio};

mod forks;
mod rows;
mod runs;

/// Returns drafts for a flow chart.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    if !studio.brief.entities.is_empty() {
        return super::entities::direct(studio);
    }
    if let Some(pool) = swimlane::Pool::of(studio.brief) {
        return swimlane::direct(studio, &pool);
    }
    if !studio.brief.tree.is_empty() {
        return direct_bones(studio);
    }
    if let Some(net) = Net::of(studio.brief) {
        return direct_net(studio, &net);
    }
    let words = Words::of(studio.brief);
    let rows = rows(&words.items);
    let n = rows.len();
    if n == 0 {
        return Vec::new();
    }
    let fit = Fit::of(studio, &rows);
    propose(
        studio,
        CUSTOM,
        &words,
        &[
            Way {
                name: "boxes in a row",
                reason: "Few steps on a wide page run from left to right, as they are read.",
                suits: fit.line,
                draw: &|sheet| in_grid(sheet, &rows, n),
            },
            Way {
                name: "chevrons",
                reason: "The steps form one band of chevrons, so that the direction needs no arrows.",
                suits: fit.band,
                draw: &|sheet| chevrons(sheet, &rows),
            },
            Way {
                name: "staircase",
                reason: "Steps descend from corner to corner, which uses both sides of the page.",
                suits: fit.stair,
                draw: &|sheet| staircase(sheet, &rows),
            },
            Way {
                name: "winding path",
                reason: "The path winds in rows, so that boxes stay large.",
                suits: fit.snake,
                draw: &|sheet| in_grid(sheet, &rows, columns(sheet, n)),
            },
            Way {
                name: "steps down",
                reason: "Steps run from top to bottom, each as wide as its words need.",
                suits: fit.column,
                draw: &|sheet| in_grid(sheet, &rows, 1),
            },
            Way {
                name: "decision tree",
                reason: "Questions are diamonds; each answer has its own arm.",
                suits: if fit.branched { 0.9 } else { 0.0 },
                draw: &|sheet| branches(sheet, &rows),
            },
            Way {
                name: "plain rows",
                reason: "Every step gets a row of its own.",
                suits: if fit.branched { 0.1 } else { 0.12 },
                draw: &|sheet| {
                    let columns = if studio.ratio() > 1.6 {
                        n.div_ceil(2)
                    } else {
                        1
                    };
                    in_grid(sheet, &flat(&rows), columns)
                },
            },
        ],
    )
}

/// How well each way of setting steps suits the page and what was asked.
struct Fit {
    branched: bool,
    line: f32,
    band: f32,
    stair: f32,
    snake: f32,
    column: f32,
}

impl Fit {
    fn of(studio: &Studio<'_>, rows: &[Row]) -> Self {
        let n = rows.len();
        let branched = rows.iter().any(|r| matches!(r, Row::Branch(..)));
        let ratio = studio.ratio();
        let way = |d| studio.brief.constraints.contains(&Constraint::Direction(d));
        let (across, down) = (way(Direction::Horizontal), way(Direction::Vertical));
        let suits = |when: bool, usual: f32, horizontal: bool, vertical: bool| {
            let denied = branched || (across && !horizontal) || (down && !vertical);
            if when && !denied { usual } else { 0.0 }
        };
        let wide = ratio > 1.15 || across;
        let column = if ratio < 1.3 && n <= 8 { 0.75 } else { 0.3 };
        Self {
            branched,
            line: suits(wide && n <= 6, 0.8, true, false),
            band: suits(wide && n <= 6 && ratio > 1.5, 0.6, true, false),
            stair: suits(
                (0.95..2.2).contains(&ratio) && (3..=6).contains(&n),
                0.62,
                false,
                false,
            ),
            snake: suits(n >= 4 && (0.6..2.1).contains(&ratio), 0.7, false, false),
            column: suits(ratio < 1.3 && n <= 8 || n <= 4 || down, column, false, true),
        }
    }
}

/// Returns drafts for causes under heads that lead to an effect.
fn direct_bones(studio: &Studio<'_>) -> Vec<Draft> {
    let brief = studio.brief;
    let mut words = Words::of(brief);
    let effect = words.title.take().unwrap_or_default();
    words.items.clear();
    let entry = |at: usize| Entry {
        text: brief.tree[at].text.clone(),
        literal: brief.tree[at].literal.is_some(),
        span: 0..0,
    };
    let bones: Vec<Bone> = (0..brief.tree.len())
        .filter(|at| brief.tree[*at].parent.is_none())
        .map(|at| Bone {
            head: entry(at),
            causes: (0..brief.tree.len())
                .filter(|child| brief.tree[*child].parent == Some(at))
                .map(entry)
                .collect(),
        })
        .collect();
    propose(
        studio,
        CUSTOM,
        &words,
        &[Way {
            name: "fishbone",
            reason: "Causes stand on bones along a spine; the effect is its head.",
            suits: 0.9,
            draw: &|sheet| fishbone::draw(sheet, &bones, &effect),
        }],
    )
}

/// Returns drafts for boxes with arrows that fork and meet.
fn direct_net(studio: &Studio<'_>, net: &Net) -> Vec<Draft> {
    let mut words = Words::of(studio.brief);
    words.items.clear();
    let ratio = studio.ratio();
    let way = |d| studio.brief.constraints.contains(&Constraint::Direction(d));
    let (across, down) = (way(Direction::Horizontal), way(Direction::Vertical));
    propose(
        studio,
        CUSTOM,
        &words,
        &[
            Way {
                name: "layers downward",
                reason: "What follows stands below what leads to it; every arrow has a way of its own.",
                suits: if across {
                    0.1
                } else if down || ratio < 1.4 {
                    0.9
                } else {
                    0.6
                },
                draw: &|sheet| graph::draw(sheet, net, true, false),
            },
            Way {
                name: "layers to the right",
                reason: "A wide page runs from left to right; every arrow has a way of its own.",
                suits: if down {
                    0.1
                } else if across || ratio > 1.15 {
                    0.9
                } else {
                    0.2
                },
                draw: &|sheet| graph::draw(sheet, net, false, false),
            },
        ],
    )
}

pub(super) fn dock(line: &mut Node, from: Side, to: Side) {
    if let Content::Connector(connector) = &mut line.content {
        (connector.from_side, connector.to_side) = (from, to);
    }
}
