//! Invoices.

use plantain_read::Role;
use plantain_scene::Theme;
use plantain_scene::build::*;
use plantain_scene::color::{Color, Token};
use plantain_scene::node::{Align, FontRole, Node, Place};

use super::account::{Account, Item};
use crate::components::pitch;
use crate::components::print::{Inks, Tone, Zone};
use crate::components::typeset::node_role;
use crate::components::wording::Line;
use crate::studio::{Draft, Studio};

const CUSTOM: &[&str] = &[
    "swiss",
    "minimal",
    "corporate",
    "editorial",
    "friendly",
    "mid-century",
];
const SIZE_MIN: f32 = 12.0;

/// How the head of an invoice stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Head {
    Plain,
    Band,
    Side,
}

/// Returns drafts for an invoice.
pub fn invoice(studio: &Studio<'_>) -> Vec<Draft> {
    let account = Account::of(studio);
    studio
        .themes(CUSTOM, 6)
        .into_iter()
        .enumerate()
        .map(|(turn, theme)| {
            let head = [Head::Plain, Head::Band, Head::Side][turn % 3];
            let head = if head == Head::Side && studio.ratio() < 0.66 { Head::Band } else { head };
            let root = Desk { studio, theme: &theme, account: &account }.page(head);
            let name = match head {
                Head::Plain => "invoice",
                Head::Band => "invoice with a band",
                Head::Side => "invoice with a side column",
            };
            Draft::new(name, theme, root)
                .because("Number and parties above, items as a table with amounts ranged right, the total strongest at its foot.")
                .liked(0.75)
        })
        .collect()
}

struct Desk<'a> {
    studio: &'a Studio<'a>,
    theme: &'a Theme,
    account: &'a Account,
}

impl Desk<'_> {
    fn inks(&self, tone: Tone) -> Inks {
        tone.inks(self.studio, self.theme)
    }

    #[expect(clippy::too_many_arguments, reason = "a text has a place and a look")]
    fn set(
        &self,
        line: &Line,
        zone: Zone,
        font: FontRole,
        weight: u16,
        size: f32,
        color: Color,
        align: Align,
        role: &str,
    ) -> Node {
        let size = self.studio.fit_size(
            &line.text,
            font,
            weight,
            self.theme,
            zone.w,
            zone.h,
            size.max(SIZE_MIN),
            SIZE_MIN,
            2,
        );
        let mut node = text(line.text.clone())
            .font(font)
            .weight(weight)
            .size(size)
            .shrink(11.0)
            .color(color)
            .text_align(align)
            .tabular()
            .literal(line.literal)
            .role(role)
            .fill_w();
        if !line.literal {
            node = node.filler();
        }
        zone.hold(col()).justify(Place::Center).child(node)
    }

    fn word(
        &self,
        text: &str,
        zone: Zone,
        weight: u16,
        size: f32,
        color: Color,
        align: Align,
    ) -> Node {
        self.set(
            &Line::invented(text, Role::Label),
            zone,
            FontRole::Body,
            weight,
            size,
            color,
            align,
            "label",
        )
    }

    fn page(&self, head: Head) -> Node {
        let full = Zone::new(0.0, 0.0, self.studio.width, self.studio.height);
        let short = full.w.min(full.h);
        let margin = short * 0.075;
        let unit = (short * 0.024).clamp(13.0, 30.0);
        let mut root = stack().role("page").fill_w().fill_h().fill(Token::Canvas);
        let paper = self.inks(Tone::Canvas);
        let band = self.inks(Tone::Accent);
        let mut live = full.inset(margin);
        match head {
            Head::Plain => {
                root = root.child(
                    rect()
                        .bounds(0.0, 0.0, full.w, margin * 0.22)
                        .fill(Token::Accent)
                        .role("ornament"),
                );
                let top = Zone::new(live.x, live.y, live.w, unit * 5.4);
                root = root.children(self.title(top, &paper, unit));
                live = Zone::new(
                    live.x,
                    top.bottom() + unit,
                    live.w,
                    live.bottom() - top.bottom() - unit,
                );
                let (parties, rest) = self.split(live, unit);
                root = root.children(self.parties(parties, &paper, unit));
                live = rest;
            }
            Head::Band => {
                let top = Zone::new(0.0, 0.0, full.w, unit * 7.6);
                root = root.child(top.hold(rect()).fill(Token::Accent).role("band"));
                root = root.children(self.title(top.inset_xy(margin, unit), &band, unit));
                live = Zone::new(
                    live.x,
                    top.bottom() + unit * 1.4,
                    live.w,
                    live.bottom() - top.bottom() - unit * 1.4,
                );
                let (parties, rest) = self.split(live, unit);
                root = root.children(self.parties(parties, &paper, unit));
                live = rest;
            }
            Head::Side => {
                let side = Zone::new(0.0, 0.0, full.w * 0.28, full.h);
                root = root.child(side.hold(rect()).fill(Token::Accent).role("panel"));
                let inner = side.inset_xy(margin * 0.6, margin);
                root = root.children(self.column(inner, &band, unit));
                live = Zone::new(
                    side.right() + margin * 0.7,
                    live.y,
                    live.right() - side.right() - margin * 0.7,
                    live.h,
                );
            }
        }
        root.children(self.table(live, &paper, unit))
    }

    fn name_of_paper(&self) -> Line {
        let word = pitch::say(self.studio, "Invoice");
        Line::invented(word, Role::Title)
    }

    /// The name of the paper and its number opposite.
    fn title(&self, zone: Zone, inks: &Inks, unit: f32) -> Vec<Node> {
        let (left, right) = zone.columns(0.6, unit);
        let mut nodes = vec![self.set(
            &self.name_of_paper(),
            left,
            FontRole::Display,
            0,
            unit * 3.2,
            inks.ink,
            Align::Start,
            "title",
        )];
        let facts = self.facts();
        let h = (right.h / facts.len().max(1) as f32).min(unit * 1.9);
        let top = right.y + (right.h - h * facts.len() as f32) * 0.5;
        for (i, (label, line)) in facts.iter().enumerate() {
            let row = Zone::new(right.x, top + h * i as f32, right.w, h);
            let (a, b) = row.columns(0.42, unit * 0.4);
            nodes.push(self.word(label, a, 400, unit * 0.9, inks.quiet, Align::Start));
            nodes.push(self.set(
                line,
                b,
                FontRole::Body,
                700,
                unit * 0.95,
                inks.ink,
                Align::End,
                "value",
            ));
        }
        nodes
    }

    fn facts(&self) -> Vec<(String, Line)> {
        self.account
            .number
            .iter()
            .map(|n| ("No.".to_owned(), n.clone()))
            .chain(self.account.facts.iter().cloned())
            .collect()
    }

    fn split(&self, live: Zone, unit: f32) -> (Zone, Zone) {
        let any = self.account.seller.is_some() || self.account.buyer.is_some();
        let h = if any { unit * 4.2 } else { 0.0 };
        let parties = Zone::new(live.x, live.y, live.w, h);
        (
            parties,
            Zone::new(
                live.x,
                live.y + h + unit * 0.8,
                live.w,
                live.h - h - unit * 0.8,
            ),
        )
    }

    fn parties(&self, zone: Zone, inks: &Inks, unit: f32) -> Vec<Node> {
        let (left, right) = zone.columns(0.5, unit);
        let mut nodes = Vec::new();
        for (label, line, place) in [
            ("From", &self.account.seller, left),
            ("Bill to", &self.account.buyer, right),
        ] {
            let Some(line) = line else { continue };
            let place = if self.account.seller.is_none() {
                left
            } else {
                place
            };
            let (top, low) = place.rows(0.36, 0.0);
            let label = pitch::say(self.studio, label);
            nodes.push(self.word(label, top, 600, unit * 0.82, inks.pop, Align::Start));
            nodes.push(self.set(
                line,
                low,
                FontRole::Heading,
                700,
                unit * 1.45,
                inks.ink,
                Align::Start,
                node_role(line.role),
            ));
        }
        nodes
    }

    /// Head and parties in a side column.
    fn column(&self, zone: Zone, inks: &Inks, unit: f32) -> Vec<Node> {
        let mut nodes = vec![self.set(
            &self.name_of_paper(),
            Zone::new(zone.x, zone.y, zone.w, unit * 3.6),
            FontRole::Display,
            0,
            unit * 2.7,
            inks.ink,
            Align::Start,
            "title",
        )];
        let mut y = zone.y + unit * 5.2;
        let seller = self
            .account
            .seller
            .iter()
            .map(|l| (pitch::say(self.studio, "From").to_owned(), l.clone()));
        let buyer = self
            .account
            .buyer
            .iter()
            .map(|l| (pitch::say(self.studio, "Bill to").to_owned(), l.clone()));
        for (label, line) in seller.chain(buyer).chain(self.facts()) {
            nodes.push(self.word(
                &label,
                Zone::new(zone.x, y, zone.w, unit * 1.4),
                500,
                unit * 0.82,
                inks.ink,
                Align::Start,
            ));
            nodes.push(self.set(
                &line,
                Zone::new(zone.x, y + unit * 1.4, zone.w, unit * 2.6),
                FontRole::Heading,
                700,
                unit * 1.15,
                inks.ink,
                Align::Start,
                node_role(line.role),
            ));
            y += unit * 4.8;
        }
        nodes
    }

    /// Items, sums, and notes at the foot.
    fn table(&self, zone: Zone, inks: &Inks, unit: f32) -> Vec<Node> {
        let account = self.account;
        let mut nodes = Vec::new();
        let notes_h = (unit * 2.4 * account.notes.len() as f32).min(zone.h * 0.6);
        let lines = account.items.len() as f32 + account.sums.len() as f32 * 0.9 + 1.6;
        let row = ((zone.h - notes_h - unit) / lines.max(1.0))
            .max(unit * 1.5)
            .min(unit * 4.0);
        let head = Zone::new(zone.x, zone.y, zone.w, row * 0.85);
        let soft = self.inks(Tone::Soft);
        nodes.push(
            head.hold(rect())
                .fill(Token::AccentSoft)
                .radius(self.theme.radius.min(8.0))
                .role("head"),
        );
        let counted = account
            .items
            .iter()
            .any(|i| i.quantity.is_some() || i.rate.is_some());
        let spans: &[(f32, f32)] = if counted {
            &[(0.0, 0.46), (0.46, 0.18), (0.64, 0.17), (0.81, 0.19)]
        } else {
            &[(0.0, 0.7), (0.7, 0.0), (0.7, 0.0), (0.7, 0.3)]
        };
        let pad = unit * 0.8;
        let cell = |line: Zone, n: usize| {
            let (at, share) = spans[n];
            let inner = line.inset_xy(pad, 0.0);
            Zone::new(
                inner.x + inner.w * at,
                line.y,
                (inner.w * share - pad * 0.4).max(1.0),
                line.h,
            )
        };
        for (n, name) in ["Description", "Quantity", "Rate", "Amount"]
            .into_iter()
            .enumerate()
        {
            if spans[n].1 > 0.0 {
                let align = if n == 0 { Align::Start } else { Align::End };
                let name = pitch::say(self.studio, name);
                nodes.push(self.word(name, cell(head, n), 600, unit * 0.85, soft.ink, align));
            }
        }
        let mut y = head.bottom();
        for item in &account.items {
            let line = Zone::new(zone.x, y, zone.w, row);
            nodes.extend(self.item(item, line, &cell, inks, unit));
            y += row;
            nodes.push(
                rect()
                    .bounds(zone.x, y - 0.75, zone.w, 1.5)
                    .fill(inks.line)
                    .role("rule"),
            );
        }
        y += unit * 0.7;
        let wide = zone.w * if zone.w > unit * 34.0 { 0.46 } else { 0.62 };
        let place = |y: f32, h: f32| Zone::new(zone.right() - wide, y, wide, h);
        let accent = self.inks(Tone::Accent);
        for (label, value) in &account.sums {
            let total = is_total(label);
            let h = if total { row * 1.15 } else { row * 0.8 };
            let line = place(y, h);
            let (ink, size) = if total {
                nodes.push(
                    line.hold(rect())
                        .fill(Token::Accent)
                        .radius(self.theme.radius.min(10.0))
                        .role("total-face"),
                );
                (accent.ink, unit * 1.4)
            } else {
                (inks.ink, unit)
            };
            let (a, b) = line.inset_xy(pad, 0.0).columns(0.5, unit * 0.4);
            nodes.push(self.word(
                label,
                a,
                if total { 700 } else { 500 },
                size * 0.9,
                ink,
                Align::Start,
            ));
            nodes.push(self.set(
                value,
                b,
                FontRole::Heading,
                700,
                size,
                ink,
                Align::End,
                "price",
            ));
            y += h + unit * 0.15;
        }
        nodes.extend(self.notes(
            Zone::new(zone.x, zone.bottom() - notes_h, zone.w, notes_h.max(1.0)),
            inks,
            unit,
        ));
        nodes
    }

    fn item(
        &self,
        item: &Item,
        line: Zone,
        cell: &dyn Fn(Zone, usize) -> Zone,
        inks: &Inks,
        unit: f32,
    ) -> Vec<Node> {
        let size = (line.h * 0.42).max(SIZE_MIN).min(unit * 1.3);
        let mut nodes = vec![self.set(
            &item.name,
            cell(line, 0),
            FontRole::Body,
            600,
            size,
            inks.ink,
            Align::Start,
            "item",
        )];
        for (n, value, role) in [
            (1, &item.quantity, "value"),
            (2, &item.rate, "price"),
            (3, &item.amount, "price"),
        ] {
            if let Some(value) = value {
                nodes.push(self.set(
                    value,
                    cell(line, n),
                    FontRole::Body,
                    if n == 3 { 700 } else { 500 },
                    size,
                    inks.ink,
                    Align::End,
                    role,
                ));
            }
        }
        nodes
    }

    fn notes(&self, zone: Zone, inks: &Inks, unit: f32) -> Vec<Node> {
        let notes = &self.account.notes;
        if notes.is_empty() {
            return Vec::new();
        }
        let mut nodes = vec![
            rect()
                .bounds(zone.x, zone.y, zone.w, 1.5)
                .fill(inks.line)
                .role("rule"),
        ];
        let h = zone.h / notes.len() as f32;
        for (i, note) in notes.iter().enumerate() {
            let place = Zone::new(zone.x, zone.y + h * i as f32, zone.w, h);
            nodes.push(self.set(
                note,
                place,
                FontRole::Body,
                500,
                unit * 0.95,
                inks.quiet,
                Align::Start,
                "note",
            ));
        }
        nodes
    }
}

/// Returns whether a sum is the one to pay.
pub(super) fn is_total(label: &str) -> bool {
    let lower = label.to_lowercase();
    [
        "total",
        "summe",
        "gesamt",
        "amount due",
        "balance",
        "suma",
        "razem",
        "итого",
        "разом",
        "toplam",
        "totaal",
        "الإجمالي",
        "סה״כ",
        "कुल",
        "合计",
        "合計",
        "합계",
    ]
    .iter()
    .any(|w| lower.contains(w))
        && !lower.contains("sub")
        && !lower.contains("zwischen")
        && !lower.contains("sous")
}
