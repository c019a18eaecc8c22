//! Receipts.

mod slip;

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
        &[
            &ROLL,
            &TINTED,
            &slip::CARD,
            &slip::CHECK,
            &composed::STRIP,
            &composed::TOWER,
        ],
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
    if !account.sums.is_empty() && !account.items.is_empty() {
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
    suits: |page| {
        let heard = page.studio.brief.heard();
        let asked = ["till", "thermal", "roll", "torn", "register"]
            .iter()
            .any(|word| heard.contains(word));
        match (composed::ordinary(page), asked) {
            (true, true) => 1.3,
            (true, false) => 1.0,
            _ => 0.0,
        }
    },
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

/// How the lines of a receipt are set.
struct Hand {
    font: FontRole,
    size: f32,
    /// Height of a line.
    step: f32,
    /// Whether a hairline stands under each line.
    ruled: bool,
}

impl Hand {
    fn text(&self, line: &Line, by: f32, weight: u16, color: Rgba, role: &str) -> Node {
        text_of(line, self.font, self.size * by, weight, color, role)
    }

    /// Sets lines from the top of a zone down.
    fn set(&self, lines: &[Entry], zone: Zone) -> Vec<Node> {
        let mut y = zone.y;
        let mut out = Vec::new();
        for entry in lines {
            let place = Zone::new(zone.x, y, zone.w, self.step * entry.high());
            y += place.h;
            out.push(match entry {
                Entry::Rule => path("M0 0 L100 0", 100.0, 1.0)
                    .bounds(zone.x, place.y + place.h * 0.5, zone.w, 1.0)
                    .dashed(QUIET, 1.5, 6.0, 5.0)
                    .role("rule"),
                Entry::Centre(line) => {
                    let node = self
                        .text(line, 0.92, 500, QUIET, node_role(line.role))
                        .text_align(Align::Center)
                        .max_w(zone.w);
                    place.hold(col().center()).child(node)
                }
                Entry::Row(name, value, strong) => {
                    let (by, weight) = if *strong { (1.25, 700) } else { (1.0, 500) };
                    let left = self.text(name, by, if *strong { 700 } else { 400 }, INK, "item");
                    let right = value
                        .as_ref()
                        .map(|v| self.text(v, by, weight, INK, node_role(v.role)).rigid());
                    place
                        .hold(row().justify(Place::Between).gap(self.size * by))
                        .child(left)
                        .children(right)
                }
            });
            if self.ruled && matches!(entry, Entry::Row(..)) {
                out.push(
                    rect()
                        .bounds(zone.x, y - 1.0, zone.w, 1.0)
                        .fill(QUIET.faded(0.3))
                        .role("rule"),
                );
            }
        }
        out
    }
}

/// Width of the widest line in ems.
fn widest(page: &Page<'_>, font: FontRole, lines: &[Entry]) -> f32 {
    let setter = page.setter();
    let ems = |line: &Line| setter.ems(&line.text, font, 500, 0.0);
    lines
        .iter()
        .map(|entry| match entry {
            Entry::Row(name, value, strong) => {
                (ems(name) + value.as_ref().map_or(0.0, |v| ems(v) + 1.5))
                    * if *strong { 1.25 } else { 1.0 }
            }
            Entry::Centre(line) => ems(line).min(22.0),
            Entry::Rule => 0.0,
        })
        .fold(14.0_f32, f32::max)
}

fn text_of(line: &Line, font: FontRole, size: f32, weight: u16, color: Rgba, role: &str) -> Node {
    let node = text(line.text.clone())
        .role(role)
        .literal(line.literal)
        .font(font)
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
    let widest = widest(page, FontRole::Mono, &lines);
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
    let top = body.y + pad;
    root = root.child(block.node.at(x, top));
    let y = top + block.height + step * 0.2;
    let hand = Hand {
        font: FontRole::Mono,
        size,
        step,
        ruled: false,
    };
    root = root.children(hand.set(&lines, Zone::new(x, y, inner, step * total)));
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
