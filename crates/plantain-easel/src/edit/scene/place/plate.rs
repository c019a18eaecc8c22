//! Moves within the form that carries a whole design: a badge, a round label, a panel with all the words on it.

use plantain_scene::Node;
use plantain_scene::node::{Content, Shape};

use crate::edit::scene::sheet::Sheet;
use crate::edit::scene::things::Thing;
use crate::stage::rect::Rect;

/// Shares of the canvas between which a form carries the design and is not its ground.
const AREA: (f32, f32) = (0.2, 0.88);
/// Space that stays free at the edges of the form, as a share of its side.
const RIM: f32 = 0.09;

/// The form that all words of a design stand on.
struct Plate {
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
        (carries && (AREA.0..AREA.1).contains(&share)).then_some(Plate { rect, round })
    });
    plates.min_by(|a, b| a.rect.area().total_cmp(&b.rect.area()))
}

fn is_round(node: &Node) -> bool {
    matches!(node.content, Content::Shape(Shape::Ellipse))
}
