//! Small printed sheets: stamp cards, vouchers, badges, letters, paper forms, worksheets, bingo cards, recipes, checklists.
//!
//! Each kind has its own file with its archetypes; this one holds what they share: the words of a sheet, a column of
//! running type that is measured as it is set, and the heads of a page.

use plantain_read::{Role, Sheet};
use plantain_scene::build::*;
use plantain_scene::color::Color;
use plantain_scene::node::{Align, FontRole, Node};

use crate::components::pitch;
use crate::components::print::{Inks, Page, Tone, Zone};
use crate::components::typeset::TEXT_MIN;
use crate::components::ui::picture::icon_for;
use crate::components::wording::{Line, cased};

pub mod badge;
pub mod bingo;
pub mod checklist;
pub mod form;
mod head;
pub mod letter;
pub mod recipe;
pub mod stamps;
pub mod voucher;
pub mod worksheet;

/// Themes of printed sheets that are filled in or read at a table.
const CUSTOM: &[&str] = &[
    "minimal",
    "swiss",
    "friendly",
    "editorial",
    "mid-century",
    "botanical",
    "corporate",
];
/// Steps by which a page's type is made smaller until everything fits.
const STEPS: i32 = 26;
/// Share of its size that the type keeps at each step.
const STEP: f32 = 0.955;

/// The words of a sheet, read off the brief.
struct Words<'a> {
    page: &'a Page<'a>,
    sheet: Sheet,
}

impl<'a> Words<'a> {
    fn of(page: &'a Page<'a>) -> Self {
        Self {
            page,
            sheet: page.studio.brief.sheet.clone().unwrap_or_default(),
        }
    }

    /// Returns a text of the prompt.
    fn line(&self, at: usize) -> Line {
        let brief = self.page.studio.brief;
        brief.literals.get(at).map_or_else(
            || Line::invented("", Role::Text),
            |l| Line::asked(l.text.clone(), l.role),
        )
    }

    fn some(&self, at: Option<usize>) -> Option<Line> {
        at.map(|at| self.line(at))
    }

    /// Returns a text with capitals like a title, where the prompt wrote it small.
    fn titled(&self, at: usize) -> Line {
        let mut line = self.line(at);
        line.text = cased(&line.text, pitch::tongue(self.page.studio));
        line
    }

    /// Returns a text with a capital first letter.
    fn sentence(&self, at: usize) -> Line {
        let mut line = self.line(at);
        line.text = pitch::capital(&line.text);
        line
    }

    /// Returns a paragraph; only English begins it with a capital behind the comma of a salutation.
    fn opened(&self, at: usize) -> Line {
        if pitch::tongue(self.page.studio) == crate::tongue::Tongue::EN {
            self.sentence(at)
        } else {
            self.line(at)
        }
    }

    fn lines(&self) -> Vec<Line> {
        self.sheet
            .lines
            .iter()
            .map(|at| self.sentence(*at))
            .collect()
    }

    /// Returns the facts: label and value.
    fn facts(&self) -> Vec<(Line, Line)> {
        self.sheet
            .facts
            .iter()
            .map(|(label, at)| (Line::invented(label.clone(), Role::Label), self.line(*at)))
            .collect()
    }

    /// Returns the words for the kind of sheet, as the prompt has them: "Packing checklist".
    fn kind(&self) -> Line {
        Line::invented(pitch::capital(&self.sheet.name), Role::Kicker)
    }

    /// Returns the title, or the words for the sheet where none was given.
    fn title(&self) -> Line {
        match self.sheet.title {
            Some(at) => self.titled(at),
            None => {
                let name = cased(&self.sheet.name, pitch::tongue(self.page.studio));
                Line::invented(name, Role::Title)
            }
        }
    }

    /// Returns a phrase in the language of the prompt.
    fn say(&self, english: &'static str) -> Line {
        Line::invented(pitch::say(self.page.studio, english), Role::Label)
    }

    /// Returns the icon for what the sheet is about.
    fn icon(&self, fallback: &str) -> String {
        let brief = self.page.studio.brief;
        let own = self.sheet.topic.to_lowercase();
        let named = [self.sheet.issuer, self.sheet.title]
            .into_iter()
            .flatten()
            .map(|at| self.line(at).text.to_lowercase());
        let words: Vec<String> = std::iter::once(own)
            .chain(named)
            .chain(brief.topic.iter().cloned())
            .flat_map(|text| {
                text.split_whitespace()
                    .map(str::to_owned)
                    .collect::<Vec<_>>()
            })
            .filter(|word| word.chars().count() > 2 && !GENERAL.contains(&word.as_str()))
            .collect();
        words
            .iter()
            .map(|word| icon_for(word, ""))
            .find(|name| !name.is_empty())
            .unwrap_or_else(|| fallback.to_owned())
    }
}

/// Words of a topic that have an icon and say nothing about the business.
const GENERAL: &[&str] = &[
    "card",
    "loyalty",
    "gift",
    "voucher",
    "name",
    "badge",
    "the",
    "and",
    "stamp",
    "form",
    "list",
    "check",
    "checklist",
    "letter",
    "sheet",
    "day",
    "there",
    "free",
    "box",
    "point",
    "points",
    "reward",
    "rewards",
    "for",
    "employee",
    "table",
    "house",
    "home",
    "shop",
    "store",
    "studio",
    "conference",
    "company",
    "line",
    "code",
    "street",
    "bar",
    "paper",
];

/// A column of running type, measured as it is set.
struct Column<'a> {
    page: &'a Page<'a>,
    x: f32,
    y: f32,
    w: f32,
    nodes: Vec<Node>,
}

/// How a text of a column looks.
#[derive(Clone, Copy)]
struct Look {
    role: &'static str,
    font: FontRole,
    weight: u16,
    size: f32,
    color: Color,
    align: Align,
    leading: f32,
}

impl Look {
    fn new(role: &'static str, size: f32, color: Color) -> Self {
        Self {
            role,
            font: FontRole::Body,
            weight: 400,
            size: size.max(TEXT_MIN),
            color,
            align: Align::Start,
            leading: 1.4,
        }
    }

    fn font(self, font: FontRole, weight: u16) -> Self {
        let leading = if font == FontRole::Body {
            self.leading
        } else {
            1.16
        };
        Self {
            font,
            weight,
            leading,
            ..self
        }
    }

    fn align(self, align: Align) -> Self {
        Self { align, ..self }
    }
}

impl<'a> Column<'a> {
    fn new(page: &'a Page<'a>, zone: Zone) -> Self {
        Self {
            page,
            x: zone.x,
            y: zone.y,
            w: zone.w,
            nodes: Vec::new(),
        }
    }

    fn space(&mut self, by: f32) {
        self.y += by;
    }

    fn push(&mut self, node: Node, high: f32) {
        self.nodes.push(node);
        self.y += high;
    }

    /// Sets a text over the width of the column and returns where it stands.
    fn text(&mut self, line: &Line, look: Look) -> Zone {
        let (node, zone) = set(
            self.page,
            line,
            Zone::new(self.x, self.y, self.w, 1.0),
            look,
        );
        self.push(node, zone.h);
        zone
    }

    /// A line across.
    fn rule(&mut self, color: Color, weight: f32) {
        self.nodes.push(
            rect()
                .bounds(self.x, self.y, self.w, weight)
                .fill(color)
                .role("rule"),
        );
        self.y += weight;
    }
}

/// Sets a text at the top of a zone, as wide as it; returns the node and the zone that it takes.
fn set(page: &Page<'_>, line: &Line, zone: Zone, look: Look) -> (Node, Zone) {
    let mut size = look.size;
    let measure = |size: f32| {
        let text = text_node(line, Look { size, ..look });
        plantain_scene::text::Typesetter::with(|setter| {
            text.as_text().map_or((0.0, 0.0), |text| {
                setter.measure(
                    text,
                    page.theme,
                    &page.studio.brief.language.0,
                    Some(zone.w),
                    None,
                )
            })
        })
    };
    // A word that is wider than the column makes the text smaller.
    let longest = line
        .text
        .split_whitespace()
        .map(|word| {
            page.studio
                .text_width(word, look.font, 100.0, look.weight, page.theme)
        })
        .fold(1.0_f32, f32::max);
    size = size.min(zone.w * 98.0 / longest).max(TEXT_MIN);
    let (_, high) = measure(size);
    let taken = Zone::new(zone.x, zone.y, zone.w, high.max(1.0));
    let node = taken
        .hold(col())
        .child(text_node(line, Look { size, ..look }).fill_w());
    (node, taken)
}

fn text_node(line: &Line, look: Look) -> Node {
    let node = text(line.text.clone())
        .role(look.role)
        .literal(line.literal)
        .font(look.font)
        .size(look.size)
        .leading(look.leading)
        .color(look.color)
        .text_align(look.align);
    let node = if look.weight > 0 {
        node.weight(look.weight)
    } else {
        node
    };
    if line.literal { node } else { node.filler() }
}

/// Returns what `build` sets at the largest size, `from` downward, at which it is no higher than `room`.
fn fitted(from: f32, room: f32, build: impl Fn(f32) -> (Vec<Node>, f32)) -> (Vec<Node>, f32, f32) {
    let mut size = from;
    let mut last = build(size);
    for _ in 0..STEPS {
        if last.1 <= room {
            break;
        }
        size *= STEP;
        last = build(size);
    }
    (last.0, last.1, size)
}

/// A line on which to write.
fn write_line(x: f32, y: f32, w: f32, color: Color) -> Node {
    rect().bounds(x, y, w, 1.5).fill(color).role("rule")
}

/// The unit of running type on a page: what a page of this size is read at.
fn unit(page: &Page<'_>) -> f32 {
    (page.full.w.min(page.full.h) * 0.026).clamp(13.0, 34.0)
}

/// Returns the number of columns for `n` cells of about the ratio `cell` (width by height) in a zone.
fn columns_for(n: usize, zone: Zone, cell: f32) -> usize {
    let side = |columns: usize| {
        let rows = n.div_ceil(columns);
        (zone.w / columns as f32 / cell).min(zone.h / rows as f32)
    };
    let mut best = (1, 0.0_f32);
    for columns in 1..=n.max(1) {
        let rows = n.div_ceil(columns);
        // Rows of equal length look meant.
        let even = if n.is_multiple_of(columns) { 1.0 } else { 0.86 };
        let spare = (rows * columns - n) as f32 / n.max(1) as f32;
        let value = side(columns) * even * (1.0 - spare * 0.4);
        if value > best.1 {
            best = (columns, value);
        }
    }
    best.0
}

/// A small panel on the page with the tone's colours.
fn panel(zone: Zone, tone: Tone, radius: f32) -> Node {
    zone.hold(rect())
        .fill(tone.token())
        .radius(radius)
        .role("panel")
}

/// Corner radius of cards in a theme.
fn radius(page: &Page<'_>, side: f32) -> f32 {
    (page.theme.radius.clamp(0.0, 1.2)) * side * 0.12
}

/// Colours of the paper.
fn paper(page: &Page<'_>) -> Inks {
    page.inks(Tone::Canvas)
}
