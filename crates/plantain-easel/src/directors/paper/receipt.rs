//! Receipts.

use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba, Token};
use plantain_scene::node::{Align, FontRole};

use crate::components::print::ornament;
use crate::components::print::{Archetype, Inks, Tone, Zone, drafts};
use crate::components::typeset::Part;
use crate::directors::composed;
use crate::studio::{Draft, Studio};

use super::entries::{entries, entry_node, heads, is_total};

/// Returns drafts for a receipt.
pub fn receipt(studio: &Studio<'_>) -> Vec<Draft> {
    drafts(
        studio,
        &["minimal", "friendly", "mid-century", "corporate", "kraft"],
        &[&ROLL, &composed::STRIP, &composed::TOWER],
    )
}

/// A till roll on a quiet ground.
const ROLL: Archetype = Archetype {
    name: "till roll",
    reason: "A narrow roll with torn edges, set in one fixed-width face, amounts ranged right.",
    suits: |page| if composed::ordinary(page) { 1.0 } else { 0.0 },
    build: |page| {
        let paper = Rgba::hex(0xfdfcf8);
        let inks = crate::components::print::inks_on(page.studio, page.theme, paper);
        let inks = Inks {
            ink: Rgba::hex(0x23211e).into(),
            quiet: Rgba::hex(0x5b5750).into(),
            ..inks
        };
        let rows = entries(page);
        let w = (page.full.w * 0.74)
            .min(page.full.h * 0.6)
            .max(page.full.w.min(420.0) * 0.7);
        let teeth = w * 0.025;
        let pad = w * 0.09;
        let inner_w = w - 2.0 * pad;
        let setter = page.setter();
        let widest = rows
            .iter()
            .map(|r| {
                setter.ems(&r.name.text, FontRole::Mono, 500, 0.0)
                    + r.value
                        .as_ref()
                        .map_or(0.0, |v| setter.ems(&v.text, FontRole::Mono, 500, 0.0) + 1.5)
            })
            .fold(10.0_f32, f32::max);
        let head: Vec<Part> = page
            .words
            .title
            .iter()
            .filter(|t| heads(t))
            .map(|t| {
                Part::text(t, "title")
                    .font(FontRole::Mono, 700)
                    .scale(1.0, 16.0, 44.0)
                    .color(inks.ink)
            })
            .collect();
        let size = (inner_w / widest * 0.98)
            .clamp(12.0, 34.0)
            .min(page.full.h * 0.6 / (rows.len().max(1) as f32 * 2.0))
            .max(12.0);
        let block = setter.set(
            &head,
            inner_w,
            page.full.h * 0.2,
            (16.0, 44.0),
            Align::Center,
        );
        let line_h = size * 2.0;
        let bars = w * 0.16;
        let totals = rows.iter().filter(|r| is_total(r)).count() as f32;
        let need = pad * 2.2
            + block.height
            + line_h * (rows.len() as f32 + 1.0 + totals * 0.8)
            + bars
            + 2.0 * teeth;
        let h = need.min(page.full.h * 0.96);
        let sheet = Zone::new((page.full.w - w) * 0.5, (page.full.h - h) * 0.5, w, h);
        let shade = Color::Token(Token::Ink, 0.2);
        let body = Zone::new(sheet.x, sheet.y + teeth, w, h - 2.0 * teeth);
        let mut root = page.root(Tone::Canvas);
        root = root.child(
            body.hold(rect())
                .fill(paper)
                .shadow(w * 0.02, w * 0.08, shade)
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
        let mut y = body.y + pad;
        root = root.child(block.node.at(sheet.x + pad, y));
        y += block.height + line_h * 0.5;
        let dash = |y: f32| {
            path("M0 0 L100 0", 100.0, 1.0)
                .bounds(sheet.x + pad, y, inner_w, 1.0)
                .dashed(inks.quiet, 1.5, 6.0, 5.0)
                .role("rule")
        };
        if !head.is_empty() {
            root = root.child(dash(y));
            y += line_h * 0.3;
        }
        let step = ((body.bottom() - bars - pad - y - totals * line_h * 0.8)
            / rows.len().max(1) as f32)
            .min(line_h);
        for entry in &rows {
            let strong = is_total(entry);
            if strong {
                root = root.child(dash(y + line_h * 0.3));
                y += line_h * 0.6;
            }
            root = root.child(Zone::new(sheet.x + pad, y, inner_w, step).hold(entry_node(
                entry,
                if strong { size * 1.12 } else { size },
                FontRole::Mono,
                &inks,
                strong,
            )));
            y += step + if strong { line_h * 0.2 } else { 0.0 };
        }
        let place = Zone::new(
            sheet.x + pad + inner_w * 0.12,
            body.bottom() - bars - pad * 0.55,
            inner_w * 0.76,
            bars * 0.8,
        );
        root.child(ornament::barcode(
            place,
            inks.ink,
            &mut page.rng.fork("bars"),
        ))
    },
};
