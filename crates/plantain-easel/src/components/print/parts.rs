//! The usual text parts of a page: head, deal, call to action, tail; strips of facts; rows of a list.

use plantain_read::Role;
use plantain_scene::color::Color;
use plantain_scene::node::{Align, FontRole, Node};

pub use super::listing::{RowStyle, rows};
use super::{Inks, Page, Zone};
use crate::components::typeset::{BODY_MIN, Dress, Kind, Part, TEXT_MIN, node_role};
use crate::components::wording::Line;

/// Returns kicker, title, subtitles and attribution.
pub fn head(page: &Page<'_>, inks: &Inks) -> Vec<Part> {
    let words = page.words;
    let mut parts = name(page, inks, inks.ink);
    if is_parallel(page) {
        parts.extend(words.sub.iter().map(|line| equal(page, line, inks.ink)));
    } else {
        parts.extend(words.sub.iter().map(|line| sub(line, inks)));
    }
    parts.extend(words.by.as_ref().map(|line| by(line, inks)));
    parts
}

/// "REDUCE" "REUSE" "RECYCLE": whether the title and every line under it are single words of one kind.
pub fn is_parallel(page: &Page<'_>) -> bool {
    let word = |line: &Line| {
        let letters = || line.text.chars().filter(|c| c.is_alphabetic());
        line.literal
            && !line.text.trim().contains(' ')
            && letters().count() >= 3
            && letters().all(char::is_uppercase)
    };
    let words = page.words;
    words.sub.len() >= 2 && words.title.iter().chain(&words.sub).all(word) && words.title.is_some()
}

/// Returns a line under the title that weighs as much.
fn equal(page: &Page<'_>, line: &Line, color: Color) -> Part {
    let part = Part::text(line, "subtitle")
        .font(FontRole::Display, 0)
        .scale(1.0, 16.0, 600.0)
        .color(color)
        .gap(0.18);
    if page.capitals() {
        part.upper(0.0)
    } else {
        part
    }
}

/// Returns the small line above a title.
pub fn kicker(line: &Line, inks: &Inks) -> Part {
    let part = Part::text(line, "kicker")
        .font(FontRole::Body, 600)
        .scale(0.17, 13.0, 30.0)
        .color(inks.pop)
        .gap(0.7);
    if latin_caps(&line.text) {
        part.upper(0.12)
    } else {
        part
    }
}

/// Returns the leading line.
pub fn title(page: &Page<'_>, line: &Line, color: Color) -> Part {
    let long = line.len() > 60;
    let font = if long {
        FontRole::Heading
    } else {
        FontRole::Display
    };
    let mut part = Part::text(line, "title")
        .font(font, 0)
        .scale(1.0, 16.0, 600.0)
        .color(color)
        .gap(0.18);
    let foreign = line
        .text
        .chars()
        .any(|c| u32::from(c) >= 0x0590 && c.is_alphabetic());
    if foreign {
        // The theme's display face lacks the script; its substitute leads by weight.
        part = part.font(font, 700);
    }
    if line.len() <= 6
        && line
            .text
            .chars()
            .all(crate::components::typeset::breaks_anywhere)
    {
        part = part.lines(1);
    }
    if page.capitals() && !long {
        part = part.upper(0.0);
    }
    if page.words.spoken && long {
        part.leading(1.22)
    } else {
        part
    }
}

/// Returns the kicker and the title below it in this ink.
pub fn name(page: &Page<'_>, inks: &Inks, ink: Color) -> Vec<Part> {
    let words = page.words;
    let kicker = words.kicker.iter().map(|line| kicker(line, inks));
    kicker
        .chain(words.title.iter().map(|line| title(page, line, ink)))
        .collect()
}

/// Returns a line under the title.
pub fn sub(line: &Line, inks: &Inks) -> Part {
    Part::text(line, "subtitle")
        .font(FontRole::Body, 500)
        .scale(0.3, 15.0, 44.0)
        .color(inks.ink)
        .gap(0.55)
        .leading(1.3)
}

/// Returns the line that says who wrote or said it.
pub fn by(line: &Line, inks: &Inks) -> Part {
    Part::text(line, "attribution")
        .font(FontRole::Body, 600)
        .scale(0.34, 18.0, 48.0)
        .color(inks.ink)
        .gap(0.7)
}

/// Returns badge, price and old price.
pub fn deal(page: &Page<'_>, inks: &Inks) -> Vec<Part> {
    let words = page.words;
    let mut parts: Vec<Part> = words.badges.iter().map(|line| badge(line, inks)).collect();
    parts.extend(words.price.as_ref().map(|line| price(line, inks)));
    parts.extend(words.old_price.as_ref().map(|line| old_price(line, inks)));
    parts
}

fn badge(line: &Line, inks: &Inks) -> Part {
    // An offer with a figure is said loudly, without a box around it.
    if line.len() <= 26 && line.text.chars().any(|c| c.is_ascii_digit()) {
        return Part::text(line, "badge")
            .font(FontRole::Display, 0)
            .scale(0.5, 18.0, 160.0)
            .color(inks.bold)
            .gap(0.35);
    }
    let fill = inks.mark;
    let part = Part::text(line, "badge")
        .font(FontRole::Heading, 700)
        .scale(0.3, 15.0, 52.0)
        .gap(0.8);
    part.color(inks.ink).dress(Dress::Outline {
        line: fill,
        corner: 1.0,
    })
}

/// Returns a price as large type.
pub fn price(line: &Line, inks: &Inks) -> Part {
    Part::text(line, "price")
        .font(FontRole::Display, 0)
        .scale(0.62, 20.0, 220.0)
        .color(inks.bold)
        .gap(0.3)
        .lines(2)
}

/// Returns the price that no longer holds.
pub fn old_price(line: &Line, inks: &Inks) -> Part {
    Part::text(line, "old-price")
        .font(FontRole::Body, 500)
        .scale(0.26, 14.0, 40.0)
        .color(inks.quiet)
        .gap(0.2)
        .strike()
}

/// Returns buttons. On paper they are solid chips as well, a little quieter.
pub fn cta(page: &Page<'_>, inks: &Inks) -> Vec<Part> {
    let fill = inks.bold;
    let ground = page.theme.resolve(fill);
    let ink = plantain_scene::theme::ink_on(ground).readable_on(ground, 4.5);
    let corner = if page.theme.radius >= 18.0 {
        1.0
    } else {
        (page.theme.radius / 24.0).clamp(0.0, 1.0)
    };
    page.words
        .buttons
        .iter()
        .map(|line| {
            Part::text(line, "button")
                .font(FontRole::Body, 700)
                .scale(0.26, 16.0, 46.0)
                .color(ink)
                .gap(1.2)
                .lines(1)
                .dress(Dress::Chip { fill, corner })
        })
        .collect()
}

/// Returns the parts in larger type: few lines may speak up.
pub fn louder(mut parts: Vec<Part>, by: f32) -> Vec<Part> {
    for part in &mut parts {
        if let Kind::Text(words) = &mut part.kind {
            words.scale *= by;
            words.max *= by;
        }
    }
    parts
}

/// Returns the factor for [`louder`] by the number of lines.
pub fn loudness(lines: usize) -> f32 {
    match lines {
        0..=1 => 1.9,
        2 => 1.6,
        3..=4 => 1.25,
        _ => 1.0,
    }
}

/// Returns running text, facts, contact, brand and small print.
pub fn tail(page: &Page<'_>, inks: &Inks) -> Vec<Part> {
    let words = page.words;
    let mut parts: Vec<Part> = words.body.iter().map(|line| body(line, inks)).collect();
    parts.extend(words.facts.iter().map(|line| fact(line, inks)));
    parts.extend(words.contact.iter().map(|line| contact(line, inks)));
    parts.extend(words.brand.as_ref().map(|line| brand(line, inks)));
    parts.extend(words.small.iter().map(|line| small(line, inks)));
    parts
}

/// Returns a paragraph.
pub fn body(line: &Line, inks: &Inks) -> Part {
    Part::text(line, "body")
        .scale(0.19, BODY_MIN, 26.0)
        .color(inks.ink)
        .gap(1.1)
        .measure(36.0)
}

/// Returns a date, time, place or other fact; dates weigh more.
pub fn fact(line: &Line, inks: &Inks) -> Part {
    let strong = matches!(line.role, Role::Date | Role::Time | Role::Value);
    let role = node_role(line.role);
    let part = Part::text(line, role)
        .font(FontRole::Body, if strong { 700 } else { 500 })
        .color(inks.ink);
    part.scale(if strong { 0.3 } else { 0.27 }, 15.0, 44.0)
        .gap(if strong { 0.6 } else { 0.4 })
        .leading(1.25)
}

pub fn contact(line: &Line, inks: &Inks) -> Part {
    Part::text(line, "contact")
        .font(FontRole::Body, 600)
        .scale(0.22, 14.0, 32.0)
        .color(inks.pop)
        .gap(0.7)
        .leading(1.25)
}

pub fn brand(line: &Line, inks: &Inks) -> Part {
    Part::text(line, "brand")
        .font(FontRole::Heading, 700)
        .scale(0.28, 16.0, 40.0)
        .color(inks.ink)
        .gap(0.9)
}

pub fn small(line: &Line, inks: &Inks) -> Part {
    Part::text(line, "caption")
        .scale(0.15, TEXT_MIN, 20.0)
        .color(inks.quiet)
        .gap(0.9)
}

/// Returns lines that share one part, dressed alike.
pub fn alike<'a>(
    lines: impl IntoIterator<Item = &'a Line>,
    role: &'static str,
    (font, weight): (FontRole, u16),
    (by, min, max): (f32, f32, f32),
    color: Color,
    gap: f32,
) -> Vec<Part> {
    lines
        .into_iter()
        .map(|line| {
            Part::text(line, role)
                .font(font, weight)
                .scale(by, min, max)
                .color(color)
                .gap(gap)
        })
        .collect()
}

/// Returns whether capitals with letter spacing suit the text: short, and in a script that has them.
pub fn latin_caps(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    text.chars().count() <= 34
        && letters.clone().count() > 0
        && letters.clone().all(|c| u32::from(c) < 0x0500)
}

/// Returns the lines of a page's foot: facts, contact, brand, small print.
pub fn foot_lines(page: &Page<'_>) -> Vec<Line> {
    let words = page.words;
    words
        .facts
        .iter()
        .chain(&words.contact)
        .chain(&words.brand)
        .chain(&words.small)
        .cloned()
        .collect()
}

/// Sets lines side by side as columns under hairlines; one below the other when the zone is narrow.
pub fn strip(page: &Page<'_>, lines: &[Line], zone: Zone, inks: &Inks, align: Align) -> Vec<Node> {
    if lines.is_empty() {
        return Vec::new();
    }
    let setter = page.setter();
    let part = |line: &Line| match line.role {
        Role::Contact | Role::Link => contact(line, inks),
        Role::Small | Role::Caption => small(line, inks),
        Role::Brand => brand(line, inks),
        _ => fact(line, inks),
    };
    if zone.w < lines.len() as f32 * 120.0 || lines.len() > 5 {
        let parts: Vec<Part> = lines.iter().map(part).collect();
        return vec![page.set_sized(&parts, zone, align, 0.5, (40.0, 160.0)).0];
    }
    let gap = (zone.w * 0.03).clamp(12.0, 40.0);
    let room = zone.w - gap * (lines.len() - 1) as f32;
    let weight = |line: &Line| {
        setter
            .ems(&line.text, FontRole::Body, 600, 0.0)
            .clamp(5.0, 18.0)
            .sqrt()
    };
    let total: f32 = lines.iter().map(weight).sum();
    let widths: Vec<f32> = lines
        .iter()
        .map(|line| room * weight(line) / total)
        .collect();
    let lead = lines
        .iter()
        .zip(&widths)
        .map(|(line, w)| {
            setter
                .set(&[part(line)], *w, zone.h, (44.0, 170.0), align)
                .lead
        })
        .fold(170.0_f32, f32::min);
    let mut x = zone.x;
    let mut nodes = Vec::new();
    for (line, w) in lines.iter().zip(&widths) {
        let column = Zone::new(x, zone.y, *w, zone.h);
        nodes.push(
            page.set_sized(&[part(line)], column, align, 0.5, (lead.min(44.0), lead))
                .0,
        );
        x += w + gap;
    }
    nodes
}

/// Sets all text of a page in one zone: head, deal, rows, tail, calls to action.
pub fn everything(page: &Page<'_>, zone: Zone, inks: &Inks, align: Align, v: f32) -> Vec<Node> {
    let words = page.words;
    let mut parts = head(page, inks);
    parts.extend(deal(page, inks));
    if words.rows.is_empty() {
        parts.extend(tail(page, inks));
        parts.extend(cta(page, inks));
        return vec![page.set(&parts, zone, align, v).0];
    }
    let n = words.rows.len() as f32;
    let below: Vec<Part> = tail(page, inks)
        .into_iter()
        .chain(cta(page, inks))
        .collect();
    let above_share = if parts.is_empty() {
        0.02
    } else {
        (3.0 / (3.0 + n)).clamp(0.24, 0.5)
    };
    let below_share = (below.len() as f32 * 0.07).min(0.24);
    let gap = (zone.h * 0.035).min(36.0);
    let (top, rest) = zone.rows(above_share, gap);
    let mut nodes = Vec::new();
    if !parts.is_empty() {
        nodes.push(page.set(&parts, top, align, 0.0).0);
    }
    let (middle, bottom) = if below.is_empty() {
        (rest, None)
    } else {
        let (m, b) = rest.rows(1.0 - below_share / (1.0 - above_share), gap);
        (m, Some(b))
    };
    nodes.extend(self::rows(page, &words.rows, middle, inks, RowStyle::Lines));
    if let Some(bottom) = bottom {
        nodes.push(page.set_sized(&below, bottom, align, 1.0, (40.0, 130.0)).0);
    }
    nodes
}
