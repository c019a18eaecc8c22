//! Invoices.

use plantain_read::Role;
use plantain_scene::build::*;
use plantain_scene::node::{FontRole, Place};

use crate::components::pitch;
use crate::components::print::parts;
use crate::components::print::{Archetype, Tone, Zone, drafts};
use crate::components::typeset::Part;
use crate::components::wording::{Line, Row};
use crate::directors::composed;
use crate::studio::{Draft, Studio};

use super::entries::{amount, entries, entry_node, heads, is_total};

/// Returns drafts for an invoice.
pub fn invoice(studio: &Studio<'_>) -> Vec<Draft> {
    drafts(
        studio,
        &["swiss", "minimal", "corporate", "editorial"],
        &[&INVOICE, &composed::STRIP, &composed::TOWER],
    )
}

const INVOICE: Archetype = Archetype {
    name: "invoice",
    reason: "Number and parties above, items as a table, the total strongest at the foot.",
    suits: |page| if composed::ordinary(page) { 1.0 } else { 0.0 },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let live = page.live;
        let rows = entries(page);
        let money = |r: &Row| {
            r.value
                .as_ref()
                .is_some_and(|v| v.text.chars().any(|c| "$€£¥".contains(c)) || amount(&v.text))
        };
        let (lines, facts): (Vec<Row>, Vec<Row>) = rows.into_iter().partition(money);
        let mut root = page.root(Tone::Canvas).child(
            rect()
                .bounds(0.0, 0.0, page.full.w, page.margin * 0.3)
                .fill(inks.bold)
                .role("ornament"),
        );
        let (top, rest) = live.rows(0.16, page.margin * 0.4);
        let own = page.words.title.iter().find(|t| heads(t)).cloned();
        let own = own.or_else(|| {
            pitch::may_invent(page.studio)
                .then(|| Line::invented(pitch::say(page.studio, "Invoice"), Role::Title))
        });
        let head: Vec<Part> = own
            .iter()
            .map(|t| parts::title(page, t, inks.ink).scale(1.0, 20.0, 64.0))
            .collect();
        root = root.child(
            page.set_sized(&head, top, page.ranged(), 0.3, (20.0, 64.0))
                .0,
        );
        let (meta, table) = rest.rows(
            if facts.is_empty() {
                0.0
            } else {
                (facts.len() as f32 * 0.07).clamp(0.12, 0.35)
            },
            page.margin * 0.6,
        );
        let n = facts.len().max(1) as f32;
        for (i, fact) in facts.iter().enumerate() {
            let h = meta.h / n;
            let node = match &fact.value {
                Some(_) => {
                    entry_node(fact, 18.0, FontRole::Body, &inks, false).justify(Place::Start)
                }
                None => entry_node(fact, 18.0, FontRole::Body, &inks, false),
            };
            root = root.child(Zone::new(meta.x, meta.y + h * i as f32, meta.w * 0.8, h).hold(node));
        }
        let h = (table.h / (lines.len() as f32 + 0.5)).min(88.0);
        for (i, entry) in lines.iter().enumerate() {
            let strong = is_total(entry);
            let zone = Zone::new(table.x, table.y + h * i as f32, table.w, h);
            if strong {
                root = root.child(
                    zone.hold(rect())
                        .fill(Tone::Soft.token())
                        .radius(page.theme.radius.min(8.0)),
                );
                let on = page.inks(Tone::Soft);
                root = root.child(zone.inset_xy(16.0, 0.0).hold(entry_node(
                    entry,
                    30.0_f32.min(h * 0.5),
                    FontRole::Heading,
                    &on,
                    true,
                )));
            } else {
                root = root.child(
                    rect()
                        .bounds(zone.x, zone.bottom() - 1.0, zone.w, 1.0)
                        .fill(inks.line)
                        .role("rule"),
                );
                root = root.child(zone.inset_xy(16.0, 0.0).hold(entry_node(
                    entry,
                    24.0_f32.min(h * 0.42),
                    FontRole::Body,
                    &inks,
                    false,
                )));
            }
        }
        root
    },
};
