//! Swimlanes: who does what in a band of its own, steps in their order along all bands.

use plantain_read::{Brief, Role};
use plantain_scene::build::*;
use plantain_scene::color::Token;
use plantain_scene::node::{FontRole, Node, Route, Side};

use super::chain::dock;
use super::{CUSTOM, Form, Manner, lettering, node};
use crate::components::diagram::{Body, Entry, Lettering, SIZE_MIN, Sheet, Way, Words, propose};
use crate::components::print::Zone;
use crate::studio::{Draft, Studio};

/// Least pitch of steps along a lane.
const PITCH_MIN: f32 = 136.0;

/// A step and where it stands: its lane, and its place along all lanes.
#[derive(Debug, Clone, PartialEq)]
struct Step {
    entry: Entry,
    lane: usize,
    place: usize,
}

/// Lanes and their steps in order.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Pool {
    lanes: Vec<Entry>,
    steps: Vec<Step>,
}

impl Pool {
    /// Returns the lanes that a brief tells; none when its tree is of another kind.
    pub fn of(brief: &Brief) -> Option<Self> {
        let entry = |at: usize| {
            let literal = brief.literals.get(brief.tree[at].literal?)?;
            Some(Entry {
                text: literal.text.clone(),
                literal: true,
                span: literal.span.clone(),
            })
        };
        let is_lane = |at: &usize| {
            let literal = brief.tree[*at].literal;
            brief.tree[*at].parent.is_none()
                && literal.is_some_and(|at| brief.literals[at].role == Role::Column)
        };
        let lanes: Vec<usize> = (0..brief.tree.len()).filter(is_lane).collect();
        if lanes.len() < 2 {
            return None;
        }
        let steps: Vec<Step> = (0..brief.tree.len())
            .filter_map(|at| {
                let parent = brief.tree[at].parent?;
                Some(Step {
                    entry: entry(at)?,
                    lane: lanes.iter().position(|lane| *lane == parent)?,
                    place: 0,
                })
            })
            .collect();
        Some(Self {
            lanes: lanes.into_iter().filter_map(entry).collect(),
            steps,
        })
    }

    /// Gives every step a place of its own while there is room for `most`; else a step in another lane may stand level with
    /// the one before it.
    fn placed(&self, most: usize) -> Vec<Step> {
        let mut steps = self.steps.clone();
        let close = steps.len() > most;
        for at in 1..steps.len() {
            let (before, here) = (steps[at - 1].clone(), &steps[at]);
            let (low, high) = (before.lane.min(here.lane), before.lane.max(here.lane));
            let free = !steps[..at - 1]
                .iter()
                .any(|step| step.place == before.place && (low..=high).contains(&step.lane));
            let level = close && before.lane != here.lane && free;
            steps[at].place = before.place + usize::from(!level);
        }
        steps
    }
}

/// Returns drafts for lanes.
pub(super) fn direct(studio: &Studio<'_>, pool: &Pool) -> Vec<Draft> {
    let mut words = Words::of(studio.brief);
    words.items.clear();
    let ratio = studio.ratio();
    propose(
        studio,
        CUSTOM,
        &words,
        &[
            Way {
                name: "lanes across",
                reason: "Every lane is a band; the steps run from left to right, and arrows change lanes where the work does.",
                suits: if ratio > 0.9 { 0.9 } else { 0.3 },
                draw: &|sheet| draw(sheet, pool, false),
            },
            Way {
                name: "lanes down",
                reason: "On a tall page the lanes stand side by side, and the steps run from top to bottom.",
                suits: if ratio < 1.0 { 0.9 } else { 0.2 },
                draw: &|sheet| draw(sheet, pool, true),
            },
        ],
    )
}

/// The bands of a pool on the page.
struct Bands {
    zone: Zone,
    down: bool,
    /// Room for the names, breadth of a lane, pitch of the steps.
    head: f32,
    breadth: f32,
    pitch: f32,
}

impl Bands {
    /// Turns a box along the lanes into one on the page.
    fn turned(&self, along: f32, across: f32, long: f32, wide: f32) -> Zone {
        if self.down {
            Zone::new(self.zone.x + across, self.zone.y + along, wide, long)
        } else {
            Zone::new(self.zone.x + along, self.zone.y + across, long, wide)
        }
    }

    /// Returns the box of a step.
    fn step(&self, step: &Step) -> Zone {
        let cell = self.turned(
            self.head + self.pitch * step.place as f32,
            self.breadth * step.lane as f32,
            self.pitch,
            self.breadth,
        );
        let (w, h) = if self.down {
            ((cell.w * 0.8).min(280.0), (cell.h * 0.62).min(110.0))
        } else {
            ((cell.w - 38.0).min(250.0), (cell.h * 0.62).min(120.0))
        };
        let (x, y) = cell.center();
        Zone::new(x - w * 0.5, y - h * 0.5, w, h)
    }
}

fn draw(sheet: &Sheet<'_>, pool: &Pool, down: bool) -> Option<Body> {
    let zone = sheet.body;
    let lanes = pool.lanes.len();
    let (long, wide) = if down {
        (zone.h, zone.w)
    } else {
        (zone.w, zone.h)
    };
    let head = if down {
        (long * 0.09).clamp(44.0, 84.0)
    } else {
        (long * 0.15).clamp(96.0, 190.0)
    };
    let pitch_min = if down { 84.0 } else { PITCH_MIN };
    let steps = pool.placed(((long - head) / pitch_min) as usize);
    let places = steps.last().map_or(1, |step| step.place + 1);
    let pitch = (long - head) / places as f32;
    let breadth = if down {
        wide / lanes as f32
    } else {
        (wide / lanes as f32).min(230.0)
    };
    if pitch < pitch_min * 0.72 || breadth < 64.0 {
        return None;
    }
    let spare = wide - breadth * lanes as f32;
    let bands = Bands {
        zone: if down {
            zone
        } else {
            Zone::new(zone.x, zone.y + spare * 0.5, zone.w, zone.h - spare)
        },
        down,
        head,
        breadth,
        pitch,
    };
    let mut nodes = grounds(sheet, pool, &bands, long);
    let manner = Manner::of(sheet);
    let hues = sheet.hues(lanes);
    let places: Vec<Zone> = steps.iter().map(|step| bands.step(step)).collect();
    let first = places.first()?;
    let texts = steps.iter().map(|step| step.entry.text.as_str());
    let size = sheet.fit_all(texts, lettering(sheet), first.w * 0.84, first.h * 0.8, 3);
    nodes.extend((1..steps.len()).map(|at| arrow(sheet, &steps, at, down)));
    for (at, (step, place)) in steps.iter().zip(&places).enumerate() {
        let form = if step.entry.text.trim_end().ends_with(['?', '？']) {
            Form::Diamond
        } else if at == 0 || at + 1 == steps.len() {
            Form::Pill
        } else {
            Form::Box
        };
        let place = if form == Form::Diamond {
            place.inset_xy(-6.0, -place.h * 0.16)
        } else {
            *place
        };
        let paint = (manner, hues[step.lane]);
        nodes.extend(node(
            sheet,
            &step.entry,
            place,
            &format!("step-{at}"),
            form,
            paint,
            size,
        ));
    }
    Some(Body::new(nodes))
}

/// The bands behind the steps, each with its name at the head.
fn grounds(sheet: &Sheet<'_>, pool: &Pool, bands: &Bands, long: f32) -> Vec<Node> {
    let hues = sheet.hues(pool.lanes.len());
    let most = (sheet.full.w.min(sheet.full.h) * 0.034).clamp(16.0, 28.0);
    let look = Lettering::new(FontRole::Heading, most, SIZE_MIN)
        .weight(700)
        .centred();
    let inner = |n: usize| {
        bands
            .turned(0.0, bands.breadth * n as f32, bands.head, bands.breadth)
            .inset_xy(8.0, 6.0)
    };
    let texts = pool.lanes.iter().map(|lane| lane.text.as_str());
    let size = sheet.fit_all(texts, look, inner(0).w, inner(0).h, 2);
    let mut nodes = Vec::new();
    for (n, lane) in pool.lanes.iter().enumerate() {
        let across = bands.breadth * n as f32;
        let band = bands.turned(0.0, across + 3.0, long, bands.breadth - 6.0);
        let tint = sheet.mixed(hues[n], Token::Canvas, 0.88);
        nodes.push(
            band.hold(rect())
                .fill(tint)
                .radius(sheet.theme.radius.min(14.0))
                .role("lane"),
        );
        let head = bands.turned(0.0, across + 3.0, bands.head, bands.breadth - 6.0);
        let ground = sheet.mixed(hues[n], Token::Canvas, 0.62);
        nodes.push(
            head.hold(rect())
                .fill(ground)
                .radius(sheet.theme.radius.min(14.0))
                .role("lane-head"),
        );
        let ink = sheet.rgb(Token::Ink).readable_on(ground, 4.6);
        nodes.push(sheet.set(lane, inner(n), look.color(ink), size, "lane"));
    }
    nodes
}

/// The arrow that leads to step `at`: straight along a lane, else out of the lane and into the side of the step.
fn arrow(sheet: &Sheet<'_>, steps: &[Step], at: usize, down: bool) -> Node {
    let (from, to) = (&steps[at - 1], &steps[at]);
    let route = if from.lane == to.lane || from.place == to.place {
        Route::Straight
    } else {
        Route::Elbow
    };
    let mut line = sheet.join(
        &format!("step-{}", at - 1),
        &format!("step-{at}"),
        route,
        Token::Muted,
    );
    let (ahead, back, out, into) = if down {
        (Side::Bottom, Side::Top, Side::Right, Side::Left)
    } else {
        (Side::Right, Side::Left, Side::Bottom, Side::Top)
    };
    let falls = to.lane > from.lane;
    let (out, into) = if falls { (out, into) } else { (into, out) };
    // A step that stands level in between would be crossed.
    let (low, high) = (from.lane.min(to.lane), from.lane.max(to.lane));
    let blocked = steps
        .iter()
        .any(|step| step.place == from.place && step != from && (low..=high).contains(&step.lane));
    if from.lane == to.lane {
        dock(&mut line, ahead, back);
    } else if from.place == to.place {
        dock(&mut line, out, into);
    } else if blocked {
        dock(&mut line, ahead, back);
    } else {
        dock(&mut line, out, back);
    }
    line
}
