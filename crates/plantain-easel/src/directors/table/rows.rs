//! A table drawn: rows and columns on one grid.

use plantain_scene::build::*;
use plantain_scene::color::{Color, Token};
use plantain_scene::node::{Align, Node};

use super::{Model, lettering};
use crate::components::diagram::{Body, Entry, Lettering, Sheet};
use crate::components::print::Zone;

/// A table with a head of its own, banded or with fine lines.
pub(super) fn table(sheet: &Sheet<'_>, model: &Model, lined: bool) -> Option<Body> {
    let Model::Grid(heads, rows) = model else {
        return None;
    };
    let lines = rows.len() + usize::from(!heads.is_empty());
    if lines == 0 {
        return Some(Body::default());
    }
    let grid = Grid::of(sheet, heads, rows);
    if grid.h < 26.0 {
        return None;
    }
    let mut nodes = vec![sheet.card(grid.whole(lines), Token::Surface)];
    let offset = usize::from(!heads.is_empty());
    if offset == 1 {
        nodes.push(grid.head(sheet, lined));
    }
    nodes.extend(grid.bands(sheet, rows.len(), offset, lined));
    if let Some(column) = stressed(sheet, heads) {
        nodes.push(grid.stress(column, lines));
    }
    let ink = if lined {
        Token::AccentText
    } else {
        Token::AccentInk
    };
    for (column, head) in heads.iter().enumerate().filter(|(_, h)| !h.text.is_empty()) {
        let look = grid.look.weight(700).color(ink);
        nodes.push(grid.cell(sheet, head, (0, column), look, "column"));
    }
    for (r, row) in rows.iter().enumerate() {
        for (column, cell) in row.iter().enumerate() {
            let at = (r + offset, column);
            if column > 0 && cell.text.is_empty() {
                nodes.extend(open_score(grid.place(at)));
                continue;
            }
            let leads = column == 0 && grid.columns > 1;
            let look = grid.look.weight(if leads { 700 } else { 500 });
            nodes.push(grid.cell(sheet, cell, at, look, "cell"));
        }
    }
    Some(Body::new(nodes))
}

/// "highlight Plus", "Plus highlighted": the column that shall stand out.
fn stressed(sheet: &Sheet<'_>, heads: &[Entry]) -> Option<usize> {
    const BEFORE: &[&str] = &[
        "highlight",
        "highlight the",
        "emphasize",
        "emphasise",
        "stress",
        "recommend",
    ];
    const BEHIND: &[&str] = &["highlighted", "stands out", "emphasized", "is recommended"];
    // "top row highlighted" ends in the name of no column "W".
    let heard = format!(" {} ", sheet.studio.brief.heard());
    heads.iter().position(|head| {
        let name = head.text.to_lowercase();
        // "Pro $12 – Most popular"
        let priced = name.find(|c: char| c.is_ascii_digit() || matches!(c, '$' | '€' | '£'));
        let name = priced.map_or(name.as_str(), |at| &name[..at]);
        let name = name.split(" – ").next().unwrap_or_default().trim();
        let led = |word: &&str| heard.contains(&format!("{word} {name}"));
        let followed = |word: &&str| heard.contains(&format!(" {name} {word}"));
        !name.is_empty() && (BEFORE.iter().any(led) || BEHIND.iter().any(followed))
    })
}

/// The measures of a table; the first column is somewhat wider.
struct Grid {
    zone: Zone,
    columns: usize,
    /// Width of a column and of the first.
    unit: f32,
    first: f32,
    top: f32,
    /// Height of a row.
    h: f32,
    pad: f32,
    look: Lettering,
    size: f32,
}

impl Grid {
    fn of(sheet: &Sheet<'_>, heads: &[Entry], rows: &[Vec<Entry>]) -> Self {
        let zone = sheet.body;
        let widths = rows.iter().map(Vec::len).chain([heads.len()]);
        let columns = widths.max().unwrap_or(1).max(1);
        let lines = (rows.len() + usize::from(!heads.is_empty())) as f32;
        let h = (zone.h / lines).min(150.0);
        let first = if columns > 1 { 1.25 } else { 1.0 };
        let unit = zone.w / (columns as f32 - 1.0 + first);
        let pad = (unit * 0.08).clamp(8.0, 24.0);
        let look = lettering(sheet, 1.25);
        let all = rows.iter().flatten().chain(heads).map(|e| e.text.as_str());
        let size = sheet.fit_all(all, look.weight(700), unit - 2.0 * pad, h * 0.84, 3);
        Self {
            zone,
            columns,
            unit,
            first: unit * first,
            top: zone.y + (zone.h - h * lines) * 0.5,
            h,
            pad,
            look,
            size,
        }
    }

    fn whole(&self, lines: usize) -> Zone {
        Zone::new(self.zone.x, self.top, self.zone.w, self.h * lines as f32)
    }

    fn place(&self, (row, column): (usize, usize)) -> Zone {
        let (x, w) = match column {
            0 => (0.0, self.first),
            _ => (self.first + self.unit * (column as f32 - 1.0), self.unit),
        };
        Zone::new(self.zone.x + x, self.top + self.h * row as f32, w, self.h)
    }

    /// The frame around a column that shall stand out.
    fn stress(&self, column: usize, lines: usize) -> Node {
        let top = self.place((0, column));
        Zone::new(top.x, top.y, top.w, self.h * lines as f32)
            .inset(-2.0)
            .hold(rect())
            .stroke(Token::Accent, 3.0)
            .fill(Color::Token(Token::Accent, 0.12))
            .radius(8.0)
            .role("stress")
    }

    /// The ground of the heads.
    fn head(&self, sheet: &Sheet<'_>, lined: bool) -> Node {
        let radius = sheet.theme.radius;
        let mut head = self.whole(1).hold(rect()).role("head");
        head.style.corners = Some([radius, radius, 0.0, 0.0]);
        if lined {
            head.fill(sheet.mixed(Token::Accent, Token::Surface, 0.86))
        } else {
            head.fill(Token::Accent)
        }
    }

    /// Fine lines between the rows, or a band under every other.
    fn bands(&self, sheet: &Sheet<'_>, rows: usize, offset: usize, lined: bool) -> Vec<Node> {
        let radius = sheet.theme.radius;
        let line = |row: usize| {
            let place = self.place((row + offset, 0));
            Zone::new(self.zone.x, place.y, self.zone.w, self.h)
        };
        (1..rows)
            .filter(|row| lined || row % 2 == 1)
            .map(|row| {
                let line = line(row);
                if lined {
                    return rect()
                        .bounds(
                            line.x + self.pad,
                            line.y - 0.75,
                            line.w - 2.0 * self.pad,
                            1.5,
                        )
                        .fill(Token::Line)
                        .role("rule");
                }
                let mut band = line.hold(rect()).fill(Token::Sunken).role("band");
                if row + 1 == rows {
                    band.style.corners = Some([0.0, 0.0, radius, radius]);
                }
                band
            })
            .collect()
    }

    /// A text in its cell: the first column is ranged, the others are centred.
    fn cell(
        &self,
        sheet: &Sheet<'_>,
        entry: &Entry,
        at: (usize, usize),
        look: Lettering,
        role: &str,
    ) -> Node {
        let align = if at.1 == 0 {
            Align::Start
        } else {
            Align::Center
        };
        let inner = self.place(at).inset_xy(self.pad, self.h * 0.06);
        sheet.set(entry, inner, look.middle().align(align), self.size, role)
    }
}

/// Five empty rings: a score that the reader gives.
pub(super) fn open_score(cell: Zone) -> Vec<Node> {
    const MARKS: usize = 5;
    let side = (cell.w / (MARKS as f32 * 1.9))
        .min(cell.h * 0.24)
        .clamp(7.0, 22.0);
    let step = side * 1.5;
    let left = cell.x + (cell.w - step * (MARKS as f32 - 1.0) - side) * 0.5;
    (0..MARKS)
        .map(|n| {
            let x = left + step * n as f32;
            Zone::new(x, cell.y + (cell.h - side) * 0.5, side, side)
                .hold(ellipse())
                .stroke(Token::Accent, (side * 0.11).max(1.5))
                .role("score")
        })
        .collect()
}
