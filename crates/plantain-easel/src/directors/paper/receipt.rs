//! Receipts.

use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba, Token};
use plantain_scene::node::{Align, FontRole, Node, Place};

use super::account::Account;
use super::invoice::is_total;
use crate::components::print::ornament;
use crate::components::print::{Archetype, Page, Tone, Zone, drafts};
use crate::components::typeset::{Part, node_role};
use crate::components::wording::Line;
use crate::directors::composed;
use crate::studio::{Draft, Studio};

/// Ink of a till.
const INK: Rgba = Rgba::rgb(0x23, 0x21, 0x1e);
const QUIET: Rgba = Rgba::rgb(0x5b, 0x57, 0x50);

/// Returns drafts for a receipt.
pub fn receipt(studio: &Studio<'_>) -> Vec<Draft> {
    drafts(
        studio,
        &[
            "minimal",
            "friendly",
            "mid-century",
            "corporate",
            "kraft",
            "seventies",
        ],
        &[&ROLL, &TINTED, &composed::STRIP, &composed::TOWER],
    )
}

/// A line of the roll.
enum Entry {
    Rule,
    /// What and how much.
    Row(Line, Option<Line>, bool),
    /// On the middle axis.
    Centre(Line),
}

impl Entry {
    /// Height in lines.
    fn high(&self) -> f32 {
        match self {
            Self::Rule => 0.7,
            Self::Row(_, _, true) => 1.35,
            _ => 1.0,
        }
    }
}

fn entries(account: &Account) -> Vec<Entry> {
    let mut out = Vec::new();
    let label = |text: &str| Line::invented(text, plantain_read::Role::Label);
    for line in account.number.iter().cloned() {
        out.push(Entry::Centre(line));
    }
    for (name, line) in &account.facts {
        out.push(Entry::Row(label(name), Some(line.clone()), false));
    }
    if let Some(buyer) = &account.buyer {
        out.push(Entry::Row(buyer.clone(), None, false));
    }
    out.push(Entry::Rule);
    for item in &account.items {
        let mut name = item.name.clone();
        if let Some(count) = &item.quantity {
            name.text = format!("{} × {}", count.text, name.text);
        }
        let amount = item.amount.clone().or_else(|| item.rate.clone());
        out.push(Entry::Row(name, amount, false));
        if let (Some(rate), Some(_)) = (&item.rate, &item.amount) {
            let mut each = rate.clone();
            each.text = format!("@ {}", rate.text);
            out.push(Entry::Row(each, None, false));
        }
    }
    if !account.sums.is_empty() {
        out.push(Entry::Rule);
    }
    for (name, line) in &account.sums {
        out.push(Entry::Row(label(name), Some(line.clone()), is_total(name)));
    }
    if !account.notes.is_empty() {
        out.push(Entry::Rule);
    }
    out.extend(account.notes.iter().cloned().map(Entry::Centre));
    out
}

/// A till roll on a quiet ground.
const ROLL: Archetype = Archetype {
    name: "till roll",
    reason: "A narrow roll with torn edges, set in one fixed-width face, amounts ranged right.",
    suits: |page| if composed::ordinary(page) { 1.0 } else { 0.0 },
    build: |page| roll(page, Tone::Canvas),
};

/// The roll lies on a strong ground.
const TINTED: Archetype = Archetype {
    name: "till roll on colour",
    reason: "The white roll stands out from a strong ground.",
    suits: |page| {
        let plain = page.studio.brief.canvas.background.is_none();
        if composed::ordinary(page) && plain {
            0.95
        } else {
            0.0
        }
    },
    build: |page| roll(page, Tone::Accent),
};

fn text_of(line: &Line, size: f32, weight: u16, color: Rgba, role: &str) -> Node {
    let node = text(line.text.clone())
        .role(role)
        .literal(line.literal)
        .font(FontRole::Mono)
        .weight(weight)
        .size(size)
        .shrink(11.0)
        .tabular()
        .color(color);
    if line.literal { node } else { node.filler() }
}

fn roll(page: &Page<'_>, tone: Tone) -> Node {
    let account = Account::of(page.studio);
    let lines = entries(&account);
    let (fw, fh) = (page.full.w, page.full.h);
    let w = (fw * 0.74).min(fh * 0.6).max(fw.min(420.0) * 0.7);
    let (teeth, pad) = (w * 0.025, w * 0.085);
    let inner = w - 2.0 * pad;
    let setter = page.setter();
    let ems = |line: &Line| setter.ems(&line.text, FontRole::Mono, 500, 0.0);
    let widest = lines
        .iter()
        .map(|entry| match entry {
            Entry::Row(name, value, strong) => {
                (ems(name) + value.as_ref().map_or(0.0, |v| ems(v) + 1.5))
                    * if *strong { 1.25 } else { 1.0 }
            }
            Entry::Centre(line) => ems(line).min(22.0),
            Entry::Rule => 0.0,
        })
        .fold(14.0_f32, f32::max);
    let head: Vec<Part> = account
        .seller
        .iter()
        .map(|t| {
            Part::text(t, "brand")
                .font(FontRole::Mono, 700)
                .scale(1.0, 16.0, 54.0)
                .color(INK)
        })
        .collect();
    let block = setter.set(&head, inner, fh * 0.16, (16.0, w * 0.085), Align::Center);
    let total: f32 = lines.iter().map(Entry::high).sum();
    let bars = w * 0.17;
    let room = fh * 0.95 - block.height - bars - pad * 2.4 - 2.0 * teeth;
    let size = (inner / widest * 0.98)
        .min(room / (total * 1.75))
        .clamp(12.0, 34.0);
    let step = (room / total).min(size * 2.05);
    let h = (block.height + step * total + bars + pad * 2.4 + 2.0 * teeth).min(fh * 0.97);
    let sheet = Zone::new((fw - w) * 0.5, (fh - h) * 0.5, w, h);
    let paper = Rgba::rgb(0xfd, 0xfc, 0xf8);
    let body = Zone::new(sheet.x, sheet.y + teeth, w, h - 2.0 * teeth);
    let mut root = page.root(tone).child(
        body.hold(rect())
            .fill(paper)
            .shadow(w * 0.02, w * 0.08, Color::Token(Token::Ink, 0.22))
            .role("paper"),
    );
    root = root.child(ornament::zigzag(
        Zone::new(sheet.x, sheet.y, w, teeth + 0.5),
        paper.into(),
        false,
    ));
    root = root.child(ornament::zigzag(
        Zone::new(sheet.x, body.bottom() - 0.5, w, teeth),
        paper.into(),
        true,
    ));
    let x = sheet.x + pad;
    let mut y = body.y + pad;
    root = root.child(block.node.at(x, y));
    y += block.height + step * 0.2;
    for entry in &lines {
        let place = Zone::new(x, y, inner, step * entry.high());
        y += place.h;
        root = root.child(match entry {
            Entry::Rule => path("M0 0 L100 0", 100.0, 1.0)
                .bounds(x, place.y + place.h * 0.5, inner, 1.0)
                .dashed(QUIET, 1.5, 6.0, 5.0)
                .role("rule"),
            Entry::Centre(line) => {
                let node = text_of(line, size * 0.92, 500, QUIET, node_role(line.role))
                    .text_align(Align::Center)
                    .max_w(inner);
                place.hold(col().center()).child(node)
            }
            Entry::Row(name, value, strong) => {
                let (size, weight) = if *strong {
                    (size * 1.25, 700)
                } else {
                    (size, 500)
                };
                let left = text_of(name, size, if *strong { 700 } else { 400 }, INK, "item");
                let right = value
                    .as_ref()
                    .map(|v| text_of(v, size, weight, INK, node_role(v.role)).rigid());
                place
                    .hold(row().justify(Place::Between).gap(size))
                    .child(left)
                    .children(right)
            }
        });
    }
    let code = Zone::new(
        x + inner * 0.12,
        body.bottom() - bars - pad * 0.7,
        inner * 0.76,
        bars * 0.86,
    );
    root.child(ornament::barcode(
        code,
        INK.into(),
        &mut page.rng.fork("bars"),
    ))
}
