//! Receipts that come from no till: a card led by the sum, and a ruled check under a coloured head.

use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba, Token};
use plantain_scene::node::{Align, FontRole, Node, Place};

use super::{Account, Entry, Hand, INK, QUIET, entries, text_of, widest};
use crate::components::print::{Archetype, Page, Tone, Zone};
use crate::components::typeset::Part;
use crate::components::wording::Line;
use crate::directors::composed;
use crate::directors::paper::invoice::is_total;

const PAPER: Rgba = Rgba::WHITE;

/// The sum leads a card, as on a phone; what it is made of stands below the tear.
pub(super) const CARD: Archetype = Archetype {
    name: "receipt card",
    reason: "Who reads a receipt looks for the sum: it leads, the lines stand below a perforation.",
    suits: |page| if composed::ordinary(page) { 0.96 } else { 0.0 },
    build: card,
};

/// A ruled check: the house on a coloured head, the sum on a band at the foot.
pub(super) const CHECK: Archetype = Archetype {
    name: "ruled check",
    reason: "The house heads the sheet, a hairline parts the lines, and the sum closes it on a band.",
    suits: |page| if composed::ordinary(page) { 0.93 } else { 0.0 },
    build: check,
};

/// Takes the sum of all out of an account.
fn total(account: &mut Account) -> Option<(String, Line)> {
    let at = account.sums.iter().rposition(|(name, _)| is_total(name))?;
    Some(account.sums.remove(at))
}

fn label(text: String) -> Line {
    Line::invented(text, plantain_read::Role::Label)
}

/// Size and height of lines that fill a height and keep to a width.
fn hand(page: &Page<'_>, lines: &[Entry], (w, h): (f32, f32), ruled: bool) -> (Hand, f32) {
    let high: f32 = lines.iter().map(Entry::high).sum::<f32>().max(1.0);
    let font = FontRole::Body;
    let size = (w / widest(page, font, lines) * 0.96)
        .min(h / (high * 1.75))
        .clamp(12.0, 30.0);
    let step = (h / high).min(size * 2.3);
    let hand = Hand {
        font,
        size,
        step,
        ruled,
    };
    (hand, step * high)
}

fn card(page: &Page<'_>) -> Node {
    let mut account = Account::of(page.studio);
    let sum = total(&mut account);
    let lines = entries(&account);
    let (fw, fh) = (page.full.w, page.full.h);
    let w = (fw * 0.8).min(fh * 0.66);
    let pad = w * 0.09;
    let inner = w - 2.0 * pad;
    let accent = page.theme.token(Token::Accent).readable_on(PAPER, 4.5);
    let mut head: Vec<Part> = account
        .seller
        .iter()
        .map(|line| {
            Part::text(line, "brand")
                .font(FontRole::Heading, 700)
                .scale(0.62, 18.0, 46.0)
                .color(INK)
        })
        .collect();
    if let Some((name, amount)) = &sum {
        let name = label(name.clone());
        head.push(
            Part::text(&name, "label")
                .scale(0.3, 13.0, 24.0)
                .color(QUIET)
                .gap(0.9),
        );
        head.push(
            Part::text(amount, "total")
                .font(FontRole::Display, 0)
                .scale(1.0, 26.0, 96.0)
                .color(accent)
                .lines(1)
                .gap(0.1),
        );
    }
    let block = page
        .setter()
        .set(&head, inner, fh * 0.26, (24.0, w * 0.15), Align::Center);
    let room = fh * 0.9 - block.height - pad * 3.4;
    let (hand, tall) = hand(page, &lines, (inner, room), false);
    let h = block.height + tall + pad * 3.4;
    let sheet = Zone::new((fw - w) * 0.5, (fh - h) * 0.5, w, h);
    let asked = page.studio.brief.canvas.background.is_some();
    let tone = if asked { Tone::Canvas } else { Tone::Soft };
    let tear = sheet.y + pad * 1.7 + block.height;
    let bite = w * 0.045;
    let notch = |x: f32| {
        ellipse()
            .bounds(x - bite, tear - bite, bite * 2.0, bite * 2.0)
            .fill(tone.token())
            .role("notch")
    };
    page.root(tone)
        .child(
            sheet
                .hold(rect())
                .fill(PAPER)
                .radius(w * 0.05)
                .shadow(w * 0.015, w * 0.07, Color::Token(Token::Ink, 0.18))
                .role("paper"),
        )
        .child(notch(sheet.x))
        .child(notch(sheet.right()))
        .child(
            path("M0 0 L100 0", 100.0, 1.0)
                .bounds(sheet.x + bite * 1.6, tear, w - bite * 3.2, 1.0)
                .dashed(QUIET.faded(0.6), 2.0, 8.0, 7.0)
                .role("rule"),
        )
        .child(block.node.at(sheet.x + pad, sheet.y + pad))
        .children(hand.set(
            &lines,
            Zone::new(sheet.x + pad, tear + pad * 0.7, inner, tall),
        ))
}

fn check(page: &Page<'_>) -> Node {
    let mut account = Account::of(page.studio);
    let sum = total(&mut account);
    let lines: Vec<Entry> = entries(&account)
        .into_iter()
        .filter(|entry| !matches!(entry, Entry::Rule))
        .collect();
    let (fw, fh) = (page.full.w, page.full.h);
    let w = (fw * 0.86).min(fh * 0.74);
    let pad = w * 0.07;
    let inner = w - 2.0 * pad;
    let band = page.inks(Tone::Accent);
    let head: Vec<Part> = account
        .seller
        .iter()
        .map(|line| {
            Part::text(line, "brand")
                .font(FontRole::Display, 0)
                .scale(1.0, 20.0, 64.0)
                .color(band.ink)
        })
        .collect();
    let block = page
        .setter()
        .set(&head, inner, fh * 0.14, (20.0, w * 0.1), Align::Start);
    let top = block.height + pad * 1.3;
    let foot = if sum.is_some() { w * 0.14 } else { 0.0 };
    let room = fh * 0.92 - top - foot - pad * 1.6;
    let (hand, tall) = hand(page, &lines, (inner, room), true);
    let h = top + foot + tall + pad * 1.6;
    let sheet = Zone::new((fw - w) * 0.5, (fh - h) * 0.5, w, h);
    let mut root = page
        .root(Tone::Canvas)
        .child(
            sheet
                .hold(rect())
                .fill(PAPER)
                .shadow(w * 0.012, w * 0.05, Color::Token(Token::Ink, 0.2))
                .role("paper"),
        )
        .child(
            Zone::new(sheet.x, sheet.y, w, top)
                .hold(rect())
                .fill(Tone::Accent.token())
                .role("band"),
        )
        .child(block.node.at(sheet.x + pad, sheet.y + pad * 0.65))
        .children(hand.set(
            &lines,
            Zone::new(sheet.x + pad, sheet.y + top + pad * 0.8, inner, tall),
        ));
    if let Some((name, amount)) = sum {
        let foot = Zone::new(sheet.x, sheet.bottom() - foot, w, foot);
        let size = (foot.h * 0.42).min(inner / 11.0).max(14.0);
        let ink = page.theme.resolve(band.ink);
        let set = |line: &Line, role: &str| text_of(line, FontRole::Heading, size, 700, ink, role);
        root = root
            .child(foot.hold(rect()).fill(Tone::Accent.token()).role("band"))
            .child(
                foot.inset_xy(pad, 0.0)
                    .hold(row().justify(Place::Between).gap(size))
                    .child(set(&label(name), "item"))
                    .child(set(&amount, "total").rigid()),
            );
    }
    root
}
