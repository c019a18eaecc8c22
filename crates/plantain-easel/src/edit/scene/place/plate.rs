//! Moves within the form that carries a whole design: a badge, a round label, a panel with all the words on it.

use plantain_scene::Node;
use plantain_scene::node::{Content, Len, Shape};

use crate::edit::scene::sheet::Sheet;
use crate::edit::scene::things::Thing;
use crate::stage::rect::Rect;

/// Shares of the canvas between which a form carries the design and is not its ground.
const AREA: (f32, f32) = (0.2, 0.88);
/// Space that stays free at the edges of the form, as a share of its side.
const RIM: f32 = 0.09;

/// The form that all words of a design stand on.
struct Plate {
    id: String,
    rect: Rect,
    round: bool,
}

/// Returns where a text goes that is sent to the top or the bottom of a design whose words all stand on one form: as far there as
/// it lies inside the form. None where no form carries the words.
pub(super) fn end(sheet: &mut Sheet<'_>, thing: &Thing, top: bool) -> Option<Rect> {
    /// Steps between the edge and the middle of the form.
    const STEPS: usize = 24;
    let plate = plate(sheet)?;
    let p = plate.rect;
    let rim = RIM * p.w.min(p.h);
    let (from, to) = match top {
        true => (p.y + rim, p.cy()),
        false => (p.bottom() - rim - thing.rect.h, p.cy() - thing.rect.h),
    };
    let x = p.cx() - thing.rect.w / 2.0;
    (0..STEPS)
        .map(|i| from + (to - from) * i as f32 / STEPS as f32)
        .map(|y| Rect::new(x, y, thing.rect.w, thing.rect.h))
        .find(|r| plate.holds(r, rim))
}

/// Returns the form with corners that carries all words of a design; none where it is round or the page itself.
pub(super) fn carrying(sheet: &mut Sheet<'_>) -> Option<Rect> {
    plate(sheet)
        .filter(|plate| !plate.round)
        .map(|plate| plate.rect)
}

/// A form that carried all words of a design before a step, and how much of it lay free below them.
pub struct Held {
    id: String,
    rect: Rect,
    free: f32,
}

/// Returns the form that carries all words; none where there is no such form, or where it cannot grow.
pub fn held(sheet: &mut Sheet<'_>) -> Option<Held> {
    if sheet.stage().is_some() {
        return None;
    }
    let Plate { id, rect, round } = plate(sheet)?;
    let grows = sheet
        .node(&id)
        .is_some_and(|node| node.layout.at.is_some() && node.children.is_empty());
    let foot = sheet
        .lines()
        .iter()
        .map(|line| line.rect.bottom())
        .fold(f32::MIN, f32::max);
    (grows && !round).then_some(Held {
        free: rect.bottom() - foot,
        id,
        rect,
    })
}

/// Lets a form that carried all words grow until it carries those that came, too; what stands on it stays in its middle.
pub fn stretch(sheet: &mut Sheet<'_>, held: &Held) {
    let (_, h) = sheet.size();
    let own = held.rect;
    let Some(now) = sheet
        .rect(&held.id)
        .filter(|now| (now.h - own.h).abs() < 1.0)
    else {
        return;
    };
    let upon =
        |r: &Rect| r.cx() > own.x && r.cx() < own.right() && r.y > own.y && r.y < own.bottom();
    let lines: Vec<Thing> = sheet
        .lines()
        .into_iter()
        .filter(|line| upon(&line.rect))
        .collect();
    let foot = lines
        .iter()
        .map(|line| line.rect.bottom())
        .fold(f32::MIN, f32::max);
    let free = held.free.min(2.0 * RIM * own.h);
    let more = foot + free - now.bottom();
    let room = h * 0.96 - now.bottom();
    if more < 1.0 || now.bottom() - foot >= held.free - 1.0 {
        return;
    }
    // Upwards as far as it stood in the middle of the page.
    let centred = (own.cy() - h / 2.0).abs() < 0.08 * h;
    let up = match centred {
        true => more / 2.0,
        false => (more - room).max(0.0),
    };
    if now.y - up < h * 0.02 || now.bottom() + more - up > h * 0.99 {
        return;
    }
    let like =
        |r: &Rect| r.overlap(&own) > 0.8 * own.area().min(r.area()) && r.area() > 0.8 * own.area();
    let page = sheet.scene.root.id.clone();
    let mut forms = Vec::new();
    let mut columns = Vec::new();
    for child in sheet.scene.root.children.clone() {
        let Some(r) = sheet.rect(&child.id) else {
            continue;
        };
        if child.children.is_empty()
            && child.as_text().is_none()
            && like(&r)
            && r.area() < 1.2 * own.area()
        {
            forms.push(child.id.clone());
        } else if r.area() < 1.2 * own.area() && (upon(&r) || r.overlap(&own) > 0.9 * r.area()) {
            columns.push(child.id.clone());
        }
    }
    debug_assert!(!forms.contains(&page));
    for id in forms {
        if let Some(node) = sheet.node_mut(&id)
            && let (Some(at), Len::Units(tall)) = (&mut node.layout.at, &mut node.layout.h)
        {
            at[1] -= up;
            *tall += more;
        }
    }
    for id in columns {
        if let Some(at) = sheet.node_mut(&id).and_then(|node| node.layout.at.as_mut()) {
            at[1] -= up;
        }
    }
    sheet.touch();
}

impl Plate {
    /// Whether a box lies inside, clear of the rim.
    fn holds(&self, r: &Rect, rim: f32) -> bool {
        let p = self.rect;
        if !self.round {
            return r.x >= p.x + rim && r.right() <= p.right() - rim;
        }
        let (rx, ry) = (p.w / 2.0 - rim, p.h / 2.0 - rim);
        [
            (r.x, r.y),
            (r.right(), r.y),
            (r.x, r.bottom()),
            (r.right(), r.bottom()),
        ]
        .into_iter()
        .all(|(x, y)| {
            let (dx, dy) = ((x - p.cx()) / rx, (y - p.cy()) / ry);
            dx * dx + dy * dy <= 1.0
        })
    }
}

/// Returns the smallest filled form that holds all words, where it is not the ground of the picture.
fn plate(sheet: &mut Sheet<'_>) -> Option<Plate> {
    let (w, h) = sheet.size();
    let lines: Vec<Rect> = sheet.lines().iter().map(|line| line.rect).collect();
    let mut forms: Vec<(String, bool)> = Vec::new();
    sheet.scene.root.visit(&mut |node: &Node| {
        let form = matches!(
            node.content,
            Content::Frame | Content::Shape(Shape::Rect | Shape::Ellipse)
        );
        if form && node.style.fill.is_some() {
            forms.push((node.id.clone(), is_round(node)));
        }
    });
    let plates = forms.into_iter().filter_map(|(id, round)| {
        let rect = sheet.rect(&id)?;
        let share = rect.area() / (w * h);
        let carries = lines
            .iter()
            .all(|line| rect.grown(2.0).overlap(line) >= 0.98 * line.area());
        (carries && (AREA.0..AREA.1).contains(&share)).then_some(Plate { id, rect, round })
    });
    plates.min_by(|a, b| a.rect.area().total_cmp(&b.rect.area()))
}

fn is_round(node: &Node) -> bool {
    matches!(node.content, Content::Shape(Shape::Ellipse))
}
