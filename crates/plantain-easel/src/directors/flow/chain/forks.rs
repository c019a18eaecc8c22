//! Decision trees: rows from top to bottom, arms side by side under their question.

use plantain_scene::color::Token;
use plantain_scene::node::{Node, Route, Side};

use super::dock;
use super::rows::Row;
use super::runs::form;
use crate::components::diagram::drawing::straight;
use crate::components::diagram::{Body, Entry, Sheet};
use crate::components::print::Zone;
use crate::directors::flow::{Form, Manner, lettering, node, on_line};

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
pub(super) fn branches(sheet: &Sheet<'_>, rows: &[Row]) -> Option<Body> {
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
