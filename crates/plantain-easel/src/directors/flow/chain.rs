//! Flow charts: steps in order, with decisions where the prompt asks a question.

use plantain_read::{Constraint, Direction};
use plantain_scene::color::Token;
use plantain_scene::node::{Content, Node, Route, Side};

use super::fishbone::{self, Bone};
use super::graph::{self, Net};
use super::swimlane;
use super::{CUSTOM, Form, Manner, lettering, node, node_under, on_line};
use crate::components::diagram::drawing::{PAGE, straight};
use crate::components::diagram::{Body, Entry, Sheet, Way, Words, propose};
use crate::components::print::Zone;
use crate::studio::{Draft, Studio};

/// One row of a flow.
#[derive(Debug, Clone, PartialEq)]
enum Row {
    Step(Entry),
    /// A question, and its answers with what follows each.
    Branch(Entry, Vec<(Entry, Option<Entry>)>),
}

impl Row {
    fn entry(&self) -> &Entry {
        match self {
            Self::Step(entry) | Self::Branch(entry, _) => entry,
        }
    }

    /// Lines of boxes that it takes.
    fn lines(&self) -> usize {
        match self {
            Self::Step(_) => 1,
            Self::Branch(_, arms) => 1 + usize::from(arms.iter().any(|a| a.1.is_some())),
        }
    }

    /// Boxes side by side in its widest line.
    fn arms(&self) -> usize {
        match self {
            Self::Step(_) => 1,
            Self::Branch(_, arms) => arms.len(),
        }
    }

    fn asks(&self) -> bool {
        matches!(self, Self::Branch(..)) || self.entry().text.trim_end().ends_with(['?', '？'])
    }
}

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

/// Takes branches apart into steps, for pages without room for arms.
fn flat(rows: &[Row]) -> Vec<Row> {
    rows.iter()
        .flat_map(|row| match row {
            Row::Step(entry) => vec![Row::Step(entry.clone())],
            Row::Branch(question, arms) => std::iter::once(Row::Step(question.clone()))
                .chain(arms.iter().flat_map(|(answer, then)| {
                    std::iter::once(Row::Step(answer.clone()))
                        .chain(then.iter().map(|t| Row::Step(t.clone())))
                }))
                .collect(),
        })
        .collect()
}

fn is_answer(entry: &Entry) -> bool {
    plantain_read::is_answer(&entry.text.trim_matches(['.', ':', '!']).to_lowercase())
}

/// Sorts entries into steps and branches.
fn rows(entries: &[Entry]) -> Vec<Row> {
    let mut rows = Vec::new();
    let mut at = 0;
    while at < entries.len() {
        let entry = &entries[at];
        at += 1;
        let mut arms = Vec::new();
        while at < entries.len() && is_answer(&entries[at]) && arms.len() < 3 {
            let answer = entries[at].clone();
            at += 1;
            let then = entries.get(at).filter(|e| !is_answer(e)).cloned();
            at += usize::from(then.is_some());
            arms.push((answer, then));
        }
        rows.push(if arms.is_empty() {
            Row::Step(entry.clone())
        } else {
            Row::Branch(entry.clone(), arms)
        });
    }
    rows
}

fn columns(sheet: &Sheet<'_>, n: usize) -> usize {
    let ratio = sheet.body.w / sheet.body.h;
    let wanted = libm::sqrtf(n as f32 * ratio * 0.62).round() as usize;
    wanted.max(2).min(n.div_ceil(2).max(2))
}

fn form(rows: &[Row], i: usize) -> Form {
    if rows[i].asks() {
        Form::Diamond
    } else if rows.len() > 2 && (i == 0 || i + 1 == rows.len()) {
        Form::Pill
    } else {
        Form::Box
    }
}

/// Steps in a grid; with several rows the path turns at the ends.
fn in_grid(sheet: &Sheet<'_>, rows: &[Row], columns: usize) -> Option<Body> {
    let n = rows.len();
    let columns = columns.max(1).min(n.max(1));
    let lines = n.div_ceil(columns);
    let zone = sheet.body;
    let gap_x = (zone.w / columns as f32 * 0.26).clamp(26.0, 90.0);
    let gap_y = (zone.h / lines as f32 * 0.32).clamp(26.0, 90.0);
    let w = ((zone.w + gap_x) / columns as f32 - gap_x).min(sheet.full.w * 0.56);
    let room = (zone.h + gap_y) / lines as f32 - gap_y;
    // One row on a wide page has height to spare: icons over the words use it.
    let iconic = lines == 1
        && columns > 1
        && !sheet.no_icons()
        && rows
            .iter()
            .all(|r| !r.asks() && plantain_art::find_icon(&r.entry().text).is_some());
    let tall = match columns {
        1 => 0.34,
        _ if iconic => 1.0,
        _ => 0.72,
    };
    let h = room.min(w * tall).min(if iconic { 240.0 } else { 170.0 });
    let head = if iconic { h * 0.46 } else { 0.0 };
    if lines == 0 || w < 60.0 || h < 24.0 {
        return None;
    }
    let gap_y = if lines > 1 {
        ((zone.h - h * lines as f32) / (lines - 1) as f32).min(h * 1.1)
    } else {
        0.0
    };
    let top = zone.y + (zone.h - h * lines as f32 - gap_y * (lines - 1) as f32) * 0.5;
    let texts = rows.iter().map(|r| r.entry().text.as_str());
    let size = sheet.fit_all(texts, lettering(sheet), w * 0.82, (h - head) * 0.8, 4);
    let hues = sheet.hues(n);
    let manner = Manner::of(sheet);
    let many = sheet.rng.fork("hues").chance(0.4);
    let row_w = columns as f32 * (w + gap_x) - gap_x;
    let left = zone.x + (zone.w - row_w) * 0.5;
    let (mut lines_nodes, mut boxes) = (Vec::new(), Vec::new());
    for (i, row) in rows.iter().enumerate() {
        let (line, mut column) = (i / columns, i % columns);
        if line % 2 == 1 {
            column = columns - 1 - column;
        }
        let form = form(rows, i);
        let mut place = Zone::new(
            left + column as f32 * (w + gap_x),
            top + line as f32 * (h + gap_y),
            w,
            h,
        );
        if form == Form::Diamond {
            place = place.inset_xy(-w * 0.04, -h * 0.12);
        }
        let hue = if many {
            hues[i]
        } else {
            sheet.rgb(Token::Accent)
        };
        let form = if iconic { Form::Box } else { form };
        boxes.extend(node_under(
            sheet,
            row.entry(),
            place,
            &format!("step-{i}"),
            form,
            (manner, hue),
            size,
            head,
        ));
        if i > 0 {
            lines_nodes.push(sheet.join(
                &format!("step-{}", i - 1),
                &format!("step-{i}"),
                Route::Straight,
                Token::Muted,
            ));
        }
    }
    lines_nodes.extend(boxes);
    Some(Body::new(lines_nodes))
}

fn chevrons(sheet: &Sheet<'_>, rows: &[Row]) -> Option<Body> {
    let n = rows.len();
    let zone = sheet.body;
    let notch = (zone.w / n as f32 * 0.14).clamp(12.0, 40.0);
    let gap = 8.0;
    let w = (zone.w - notch + (notch - gap) * n.saturating_sub(1) as f32) / n as f32 + 0.0;
    let h = (zone.h * 0.42).min(w * 0.7).min(190.0);
    let y = zone.y + (zone.h - h) * 0.5;
    let texts = rows.iter().map(|r| r.entry().text.as_str());
    let size = sheet.fit_all(texts, lettering(sheet), w - notch * 2.4, h * 0.7, 4);
    if w - notch * 2.4 < 40.0 {
        return None;
    }
    let step = (zone.w - w) / (n.max(2) - 1) as f32;
    let base = sheet.rgb(Token::Accent);
    let mut nodes = Vec::new();
    for (i, row) in rows.iter().enumerate() {
        let x = zone.x + step * i as f32;
        let t = if n > 1 {
            i as f32 / n.saturating_sub(1) as f32
        } else {
            1.0
        };
        let ground = base.mix(sheet.rgb(Token::Canvas), 0.5 * (1.0 - t));
        let tail = if i == 0 { 0.0 } else { notch };
        let d = format!(
            "M{x} {y} L{} {y} L{} {} L{} {} L{x} {} L{} {} Z",
            x + w - notch,
            x + w,
            y + h * 0.5,
            x + w - notch,
            y + h,
            y + h,
            x + tail,
            y + h * 0.5
        );
        nodes.push(PAGE.fill(&d, ground).role("node"));
        let look = lettering(sheet).color(sheet.ink_on(ground));
        let inner = Zone::new(x + notch * 1.15, y + h * 0.1, w - notch * 2.2, h * 0.8);
        nodes.push(sheet.set(row.entry(), inner, look, size, "label"));
        let mark = (x + w * 0.5 - notch * 0.2, y - 34.0);
        if sheet.may_add_words() {
            nodes.extend(sheet.badge(&(i + 1).to_string(), mark, 34.0, sheet.rgb(Token::Second)));
        }
    }
    Some(Body::new(nodes))
}

fn staircase(sheet: &Sheet<'_>, rows: &[Row]) -> Option<Body> {
    let n = rows.len();
    let zone = sheet.body;
    let h = (zone.h / n as f32 * 0.78).min(110.0);
    let w = (zone.w * 0.36).max(zone.w / n as f32 * 1.2).min(320.0);
    let (dx, dy) = (
        (zone.w - w) / n.saturating_sub(1).max(1) as f32,
        (zone.h - h) / n.saturating_sub(1).max(1) as f32,
    );
    // An elbow needs room under its box and beside the next one.
    if dx < 46.0 || dy < h + 8.0 {
        return None;
    }
    let texts = rows.iter().map(|r| r.entry().text.as_str());
    let size = sheet.fit_all(texts, lettering(sheet), w * 0.82, h * 0.8, 3);
    let manner = Manner::of(sheet);
    let hues = sheet.hues(n);
    let many = sheet.rng.fork("hues").chance(0.5);
    let (mut lines, mut boxes) = (Vec::new(), Vec::new());
    for (i, row) in rows.iter().enumerate() {
        let x = zone.x + dx * i as f32;
        let place = Zone::new(x, zone.y + dy * i as f32, w, h);
        let hue = if many {
            hues[i]
        } else {
            sheet.rgb(Token::Accent)
        };
        let form = form(rows, i);
        boxes.extend(node(
            sheet,
            row.entry(),
            place,
            &format!("step-{i}"),
            form,
            (manner, hue),
            size,
        ));
        if i > 0 {
            let mut line = sheet.join(
                &format!("step-{}", i - 1),
                &format!("step-{i}"),
                Route::Elbow,
                Token::Muted,
            );
            dock(
                &mut line,
                Side::Bottom,
                if dx > w * 0.5 { Side::Left } else { Side::Top },
            );
            lines.push(line);
        }
    }
    lines.extend(boxes);
    Some(Body::new(lines))
}

pub(super) fn dock(line: &mut Node, from: Side, to: Side) {
    if let Content::Connector(connector) = &mut line.content {
        (connector.from_side, connector.to_side) = (from, to);
    }
}

/// Sizes and paints of a decision tree.
struct Fork<'s> {
    sheet: &'s Sheet<'s>,
    w: f32,
    h: f32,
    /// From the head of one line of boxes to the next.
    pitch: f32,
    gap: f32,
    size: f32,
    manner: Manner,
    joins: Vec<Node>,
    boxes: Vec<Node>,
    marks: Vec<Node>,
    /// Boxes that the next row goes on from.
    open: Vec<String>,
}

/// Rows from top to bottom, arms side by side under their question.
fn branches(sheet: &Sheet<'_>, rows: &[Row]) -> Option<Body> {
    let zone = sheet.body;
    let lines: usize = rows.iter().map(Row::lines).sum();
    let arms = rows.iter().map(Row::arms).max().unwrap_or(1);
    let pitch = zone.h / lines as f32;
    let gap = (pitch * 0.36).clamp(22.0, 70.0);
    let h = (pitch - gap).min(120.0);
    let w = (zone.w / arms as f32 * 0.74).min(320.0);
    if h < 30.0 || w < 80.0 {
        return None;
    }
    let texts: Vec<&str> = rows.iter().map(|r| r.entry().text.as_str()).collect();
    let mut fork = Fork {
        sheet,
        w,
        h,
        pitch,
        gap,
        size: sheet.fit_all(texts, lettering(sheet), w * 0.6, h * 0.75, 3),
        manner: Manner::of(sheet),
        joins: Vec::new(),
        boxes: Vec::new(),
        marks: Vec::new(),
        open: Vec::new(),
    };
    let mut y = zone.y + (pitch - h) * 0.5;
    for (i, row) in rows.iter().enumerate() {
        fork.row(row, i, form(rows, i), y);
        y += pitch * row.lines() as f32;
    }
    fork.joins.extend(fork.boxes);
    fork.joins.extend(fork.marks);
    Some(Body::new(fork.joins))
}

impl Fork<'_> {
    /// A step or a question with its arms; what was open before leads to it.
    fn row(&mut self, row: &Row, i: usize, form: Form, y: f32) {
        let sheet = self.sheet;
        let middle = sheet.body.center().0;
        let id = format!("step-{i}");
        let asks = form == Form::Diamond;
        let grow = if asks { 0.16 } else { 0.0 };
        let place = Zone::new(middle - self.w * 0.5, y, self.w, self.h)
            .inset_xy(-self.w * grow * 0.5, -self.h * grow);
        let hue = sheet.rgb(if asks { Token::Second } else { Token::Accent });
        let paint = (self.manner, hue);
        self.boxes
            .extend(node(sheet, row.entry(), place, &id, form, paint, self.size));
        for end in std::mem::take(&mut self.open) {
            let mut line = sheet.join(&end, &id, Route::Elbow, Token::Muted);
            dock(&mut line, Side::Bottom, Side::Top);
            self.joins.push(line);
        }
        let Row::Branch(_, answers) = row else {
            self.open.push(id);
            return;
        };
        let k = answers.len();
        for (j, (answer, then)) in answers.iter().enumerate() {
            let x = sheet.body.x + sheet.body.w * (j as f32 + 0.5) / k as f32;
            let side = if k == 1 || (k == 3 && j == 1) {
                Side::Bottom
            } else if x < middle {
                Side::Left
            } else {
                Side::Right
            };
            match then {
                Some(then) => self.arm((&id, j), answer, then, (x, y + self.pitch), side),
                None => self.stub(answer, place, x < middle),
            }
        }
        if row.lines() == 1 {
            self.open.push(id);
        }
    }

    /// What follows an answer, with the answer at its line.
    fn arm(
        &mut self,
        (question, j): (&str, usize),
        answer: &Entry,
        then: &Entry,
        (x, y): (f32, f32),
        side: Side,
    ) {
        let sheet = self.sheet;
        let id = format!("{question}-{j}");
        let place = Zone::new(x - self.w * 0.5, y, self.w, self.h);
        let paint = (self.manner, sheet.rgb(Token::Accent));
        self.boxes
            .extend(node(sheet, then, place, &id, Form::Box, paint, self.size));
        let mut line = sheet.join(question, &id, Route::Elbow, Token::Muted);
        dock(&mut line, side, Side::Top);
        self.joins.push(line);
        self.open.push(id);
        let above = if side == Side::Bottom { 0.5 } else { 0.62 };
        let at = (x, y - self.gap * above);
        self.marks
            .extend(on_line(sheet, answer, at, (self.w * 0.8).max(90.0)));
    }

    /// An answer that leads nowhere: a short line beside the question.
    fn stub(&mut self, answer: &Entry, place: Zone, left: bool) {
        let (from, turn) = if left {
            (place.x, -1.0)
        } else {
            (place.right(), 1.0)
        };
        let (to, y) = (from + 50.0 * turn, place.center().1);
        self.joins
            .extend(straight((from, y), (to, y), Token::Muted, 2.5));
        let at = (to + 30.0 * turn, y);
        self.marks.extend(on_line(self.sheet, answer, at, 90.0));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_become_arms() {
        let entries: Vec<Entry> = [
            "Start",
            "Is it raining?",
            "yes",
            "take umbrella",
            "no",
            "wear sunglasses",
            "End",
        ]
        .into_iter()
        .map(Entry::filler)
        .collect();
        let rows = rows(&entries);
        assert_eq!(rows.len(), 3);
        let Row::Branch(_, arms) = &rows[1] else {
            panic!("no branch");
        };
        assert_eq!(arms.len(), 2);
        assert_eq!(
            arms[1].1.as_ref().map(|e| e.text.as_str()),
            Some("wear sunglasses")
        );
    }

    #[test]
    fn order_is_kept_when_a_branch_is_taken_apart() {
        let entries: Vec<Entry> = ["a?", "yes", "b", "no", "c", "d"]
            .into_iter()
            .map(Entry::filler)
            .collect();
        let flat = flat(&rows(&entries));
        let texts: Vec<&str> = flat.iter().map(|r| r.entry().text.as_str()).collect();
        assert_eq!(texts, ["a?", "yes", "b", "no", "c", "d"]);
    }
}
