//! Judges a placed picture. Rules that must hold are faults; taste is a number.

use plantain_scene::color::Rgba;
use plantain_scene::layout::{BoxRecord, Picture, Rect, TextRecord};
use plantain_scene::theme::{CONTRAST_LARGE, CONTRAST_TEXT};

use crate::directors::passage;

/// Least text size in logical units: 11 pixels on a picture 1024 wide.
pub const TEXT_SIZE_MIN: f32 = 10.9;
/// Size from which text counts as large (WCAG: 24 px, or 18.66 px bold).
const LARGE: f32 = 24.0;
const LARGE_BOLD: f32 = 18.6;
/// Rounding of boxes that is no overlap, in logical units.
const TOUCH: f64 = 1.0;

/// One broken rule.
#[derive(Debug, Clone, PartialEq)]
pub struct Fault {
    pub rule: Rule,
    /// Id of the node.
    pub node: String,
    pub detail: String,
    /// Whether asked-for text suffers.
    pub literal: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Rule {
    /// Text is wider or higher than its box at its least size.
    Overflow,
    OffCanvas,
    /// Two texts overlap.
    Collision,
    /// Something opaque is painted over a text.
    Covered,
    Contrast,
    TooSmall,
    /// A literal is nowhere on the picture.
    Missing,
}

impl Rule {
    /// How bad one such fault is, in points of the score.
    fn weight(self) -> f32 {
        match self {
            Self::Missing => 1000.0,
            Self::Overflow | Self::OffCanvas | Self::Covered | Self::Collision => 60.0,
            Self::TooSmall => 12.0,
            Self::Contrast => 10.0,
        }
    }
}

/// The verdict on a placed picture.
#[derive(Debug, Clone, Default)]
pub struct Verdict {
    pub faults: Vec<Fault>,
    /// Points against it for taste, 0 is perfect.
    pub displeasure: f32,
}

impl Verdict {
    /// Returns all points against the picture; lower is better.
    pub fn points(&self) -> f32 {
        let faults: f32 = self
            .faults
            .iter()
            .map(|f| f.rule.weight() * if f.literal { 3.0 } else { 1.0 })
            .sum();
        faults + self.displeasure
    }

    /// Returns whether asked-for text is lost or unreadable.
    pub fn loses_literals(&self) -> bool {
        self.faults.iter().any(|f| {
            f.literal
                && matches!(
                    f.rule,
                    Rule::Missing
                        | Rule::Overflow
                        | Rule::OffCanvas
                        | Rule::Covered
                        | Rule::Collision
                )
        })
    }
}

/// Judges a picture; `literals` are the texts that must stand on it.
pub fn judge(picture: &Picture, canvas: Rgba, literals: &[&str]) -> Verdict {
    let mut faults = Vec::new();
    for (n, text) in picture.texts.iter().enumerate() {
        single(picture, canvas, text, &mut faults);
        for other in &picture.texts[n + 1..] {
            if collide(text, other) {
                let detail = format!("{:?} and {:?}", text.text, other.text);
                faults.push(Fault {
                    rule: Rule::Collision,
                    node: text.id.clone(),
                    detail,
                    literal: text.literal || other.literal,
                });
            }
        }
    }
    missing(picture, literals, &mut faults);
    Verdict {
        faults,
        displeasure: displeasure(picture),
    }
}

fn single(picture: &Picture, canvas: Rgba, text: &TextRecord, faults: &mut Vec<Fault>) {
    let mut fault = |rule, detail: String| {
        faults.push(Fault {
            rule,
            node: text.id.clone(),
            detail,
            literal: text.literal,
        })
    };
    if text.overflow {
        fault(Rule::Overflow, format!("{:?} at {}", text.text, text.size));
    }
    let (w, h) = (f64::from(picture.width), f64::from(picture.height));
    if !text.turned
        && text
            .lines
            .iter()
            .any(|l| l.x0 < -TOUCH || l.y0 < -TOUCH || l.x1 > w + TOUCH || l.y1 > h + TOUCH)
    {
        fault(Rule::OffCanvas, format!("{:?}", text.text));
    }
    if let Some(card) = text.within
        && !text.turned
        && text.lines.iter().any(|l| escapes(*l, card))
    {
        fault(Rule::Overflow, format!("{:?} leaves its card", text.text));
    }
    if text.size < TEXT_SIZE_MIN {
        fault(Rule::TooSmall, format!("{:?} at {}", text.text, text.size));
    }
    if covered(picture, text) {
        fault(Rule::Covered, format!("{:?}", text.text));
    }
    let bound = contrast_bound(text);
    let contrast = contrast(picture, canvas, text);
    if contrast < bound - 0.05 {
        fault(Rule::Contrast, format!("{:?} has {contrast:.2}", text.text));
    }
}

/// Whether a line crosses the edge of the card that it stands on. A line wholly outside stands there on purpose.
fn escapes(line: Rect, card: Rect) -> bool {
    let common = line.intersect(card);
    let inside = common.width() > TOUCH && common.height() > TOUCH;
    inside
        && (common.width() < line.width() - 2.0 * TOUCH
            || common.height() < line.height() - 2.0 * TOUCH)
}

/// Returns the least contrast of a text with what is painted under the middle of its lines.
pub fn contrast(picture: &Picture, canvas: Rgba, text: &TextRecord) -> f32 {
    let grounds = grounds(picture, canvas, text);
    grounds
        .iter()
        .map(|ground| text.color.over(*ground).contrast(*ground))
        .fold(21.0, f32::min)
}

/// Returns the colours that are painted under the middle of a text's first line; several for a gradient or a pattern.
pub fn grounds(picture: &Picture, canvas: Rgba, text: &TextRecord) -> Vec<Rgba> {
    let Some(line) = text.lines.first() else {
        return vec![canvas];
    };
    let middle = line.center();
    let mut grounds = vec![canvas];
    for under in picture.boxes.iter().take_while(|b| b.order <= text.order) {
        if under.ground.is_empty() || !under.rect.contains(middle) {
            continue;
        }
        let base = grounds.clone();
        grounds = under
            .ground
            .iter()
            .flat_map(|c| base.iter().map(move |g| c.over(*g)))
            .collect();
        grounds.dedup();
        grounds.truncate(12);
    }
    grounds
}

/// Returns the contrast that a text must have.
pub fn contrast_bound(text: &TextRecord) -> f32 {
    let large = text.size >= LARGE || (text.size >= LARGE_BOLD && text.weight >= 700);
    if large { CONTRAST_LARGE } else { CONTRAST_TEXT }
}

fn covered(picture: &Picture, text: &TextRecord) -> bool {
    let hides = |b: &BoxRecord| {
        b.order >= text.order
            && b.ground.iter().any(|c| c.0[3] > 200)
            && text.lines.iter().any(|l| {
                let common = b.rect.intersect(*l);
                common.width() > TOUCH && common.height() > l.height() * 0.2
            })
    };
    picture.boxes.iter().any(hides)
}

fn collide(a: &TextRecord, b: &TextRecord) -> bool {
    if a.turned || b.turned || a.rect.intersect(b.rect).is_zero_area() {
        return false;
    }
    a.lines.iter().any(|la| {
        b.lines.iter().any(|lb| {
            let common = la.intersect(*lb);
            common.width() > TOUCH
                && common.height() > TOUCH.max(la.height().min(lb.height()) * 0.12)
        })
    })
}

fn missing(picture: &Picture, literals: &[&str], faults: &mut Vec<Fault>) {
    let mut whole: Vec<String> = picture.texts.iter().map(|t| fold(&t.text)).collect();
    whole.push(running(picture));
    for literal in literals {
        let wanted = fold(literal);
        if !wanted.is_empty() && !whole.iter().any(|text| text.contains(&wanted)) {
            faults.push(Fault {
                rule: Rule::Missing,
                node: String::new(),
                detail: format!("{literal:?}"),
                literal: true,
            });
        }
    }
}

/// A passage that runs from column to column, put together again.
fn running(picture: &Picture) -> String {
    let mut out = String::new();
    let mut open = true;
    for text in &picture.texts {
        match text.role.as_str() {
            passage::CAP_ROLE => open = true,
            passage::ROLE => {}
            _ => continue,
        }
        if !open {
            out.push(' ');
        }
        out.push_str(&text.text);
        // What follows a drop cap belongs to its word.
        open = text.role == passage::CAP_ROLE;
    }
    fold(&out)
}

/// Spaces and capitals aside, since lines wrap and styles may set capitals.
fn fold(text: &str) -> String {
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
}

/// Taste: dead space, lopsidedness, too many axes, sizes too near each other.
fn displeasure(picture: &Picture) -> f32 {
    let (w, h) = (f64::from(picture.width), f64::from(picture.height));
    let mut points = 0.0;
    let seen: Vec<_> = picture
        .boxes
        .iter()
        .filter(|b| {
            matches!(b.kind, "object" | "icon" | "chart" | "image")
                || (!b.ground.is_empty() && b.rect.area() < w * h * 0.5)
        })
        .map(|b| b.rect)
        .chain(picture.texts.iter().flat_map(|t| t.lines.iter().copied()))
        .collect();
    if seen.is_empty() {
        return 30.0;
    }
    // Dead space: empty cells of a 12 by 12 grid, beyond a comfortable share.
    let filled = (0..144)
        .filter(|cell| {
            let (x, y) = (
                f64::from(cell % 12) * w / 12.0,
                f64::from(cell / 12) * h / 12.0,
            );
            seen.iter()
                .any(|r| r.x0 < x + w / 12.0 && r.x1 > x && r.y0 < y + h / 12.0 && r.y1 > y)
        })
        .count() as f32
        / 144.0;
    points += (0.35 - filled).max(0.0) * 60.0;
    // Lopsided: the middle of all ink lies far from the middle of the page.
    let total: f64 = seen.iter().map(|r| r.area().sqrt()).sum();
    let cx: f64 = seen
        .iter()
        .map(|r| r.center().x * r.area().sqrt())
        .sum::<f64>()
        / total.max(1.0);
    let cy: f64 = seen
        .iter()
        .map(|r| r.center().y * r.area().sqrt())
        .sum::<f64>()
        / total.max(1.0);
    points += ((((cx / w) - 0.5).abs() - 0.14).max(0.0) * 40.0) as f32;
    points += ((((cy / h) - 0.5).abs() - 0.16).max(0.0) * 40.0) as f32;
    points + axes(picture) + sizes(picture)
}

fn axes(picture: &Picture) -> f32 {
    let mut lefts: Vec<i64> = picture
        .texts
        .iter()
        .filter(|t| !t.turned)
        .flat_map(|t| t.lines.first())
        .map(|l| (l.x0 / 3.0) as i64)
        .collect();
    lefts.sort_unstable();
    lefts.dedup();
    let allowed = 4.0 + picture.texts.len() as f32 * 0.7;
    (lefts.len() as f32 - allowed).max(0.0) * 0.4
}

fn sizes(picture: &Picture) -> f32 {
    let mut sizes: Vec<i32> = picture
        .texts
        .iter()
        .map(|t| (t.size * 2.0) as i32)
        .collect();
    sizes.sort_unstable();
    sizes.dedup();
    let near = sizes
        .windows(2)
        .filter(|p| (p[1] as f32) / (p[0] as f32) < 1.08)
        .count();
    near as f32 * 0.8 + (sizes.len() as f32 - 9.0).max(0.0) * 0.5
}
