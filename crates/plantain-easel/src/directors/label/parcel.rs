//! Address labels of parcels: the sender small above, the receiver large, bars at the foot.

use plantain_read::Role;
use plantain_scene::build::*;
use plantain_scene::color::{Rgba, Token};
use plantain_scene::node::{Align, FontRole};

use crate::components::pitch;
use crate::components::print::{Archetype, Page, Tone, Zone};
use crate::components::print::{ornament, parts};
use crate::components::typeset::Part;
use crate::components::wording::Line;

/// The lines of one end of the way.
fn end(page: &Page<'_>, kind: &str) -> Vec<Line> {
    let brief = page.studio.brief;
    let list = brief.lists.iter().find(|list| list.kind == kind);
    list.into_iter()
        .flat_map(|list| &list.items)
        .filter_map(|at| brief.literals.get(*at))
        .map(|literal| Line::asked(literal.text.clone(), Role::Item))
        .collect()
}

/// The heading of one end: the prompt's own word for it.
fn caption(page: &Page<'_>, kind: &str) -> Option<Line> {
    let brief = page.studio.brief;
    let list = brief.lists.iter().find(|list| list.kind == kind)?;
    let word = brief.prompt.get(list.span.clone())?;
    Some(Line::invented(pitch::capital(word), Role::Label))
}

/// A label as carriers print it.
pub(super) const PARCEL: Archetype = Archetype {
    name: "parcel label",
    reason: "Who receives it is read from afar, who sends it from near; the bars keep their own strip.",
    suits: |page| {
        let whole = !end(page, "from").is_empty() && !end(page, "to").is_empty();
        if whole { 3.0 } else { 0.0 }
    },
    build: |page| {
        let inks = page.inks(Tone::Surface);
        let (from, to) = (end(page, "from"), end(page, "to"));
        let others: Vec<Line> = page
            .words
            .lines()
            .filter(|line| line.literal)
            .filter(|line| from.iter().chain(&to).all(|own| own.text != line.text))
            .map(|line| line.clone().parted().1)
            .collect();
        let sheet = page.full.inset(page.margin * 0.6);
        let mut root = page.root(Tone::Canvas).child(
            sheet
                .hold(rect())
                .fill(Token::Surface)
                .stroke(inks.ink, 3.0)
                .radius(10.0)
                .role("label"),
        );
        let inner = sheet.inset(page.margin * 0.6);
        let wide = page.ratio() > 1.25;
        let (top, rest) = inner.rows(if wide { 0.3 } else { 0.24 }, page.margin * 0.6);
        let (middle, foot) = rest.rows(if wide { 0.62 } else { 0.64 }, page.margin * 0.6);
        for y in [
            top.bottom() + page.margin * 0.3,
            middle.bottom() + page.margin * 0.3,
        ] {
            root = root.child(
                rect()
                    .bounds(sheet.x, y - 1.5, sheet.w, 3.0)
                    .fill(inks.ink)
                    .role("rule"),
            );
        }
        let address = |lines: &[Line], kind: &str, size: f32| {
            let mut out = Vec::new();
            out.extend(caption(page, kind).iter().map(|word| {
                Part::text(word, "label")
                    .font(FontRole::Heading, 700)
                    .scale(0.42, 13.0, size * 0.5)
                    .color(inks.pop)
                    .upper(0.1)
            }));
            out.extend(lines.iter().enumerate().map(|(i, line)| {
                Part::text(line, "item")
                    .font(FontRole::Heading, if i == 0 { 800 } else { 500 })
                    .scale(if i == 0 { 1.0 } else { 0.86 }, 14.0, size)
                    .color(inks.ink)
                    .gap(if i == 0 { 0.35 } else { 0.22 })
            }));
            out
        };
        let (near, far) = (sheet.h * 0.04, sheet.w.min(sheet.h) * 0.085);
        root = root
            .child(
                page.set_sized(
                    &address(&from, "from", near),
                    top,
                    Align::Start,
                    0.5,
                    (14.0, near),
                )
                .0,
            )
            .child(
                page.set_sized(
                    &address(&to, "to", far),
                    middle,
                    Align::Start,
                    0.5,
                    (18.0, far),
                )
                .0,
            );
        let (bars, text) = if others.is_empty() {
            (foot, None)
        } else {
            let (bars, text) = foot.rows(0.68, 10.0);
            (bars, Some(text))
        };
        let bars = Zone::new(bars.x, bars.y, bars.w, bars.h);
        root = root.child(ornament::barcode(
            bars,
            Rgba::hex(0x111111).into(),
            &mut page.rng.fork("bars"),
        ));
        if let Some(zone) = text {
            let (font, size) = ((FontRole::Heading, 600), (1.0, 13.0, 30.0));
            let lines = parts::alike(&others, "small", font, size, inks.ink, 0.2);
            root = root.child(
                page.set_sized(&lines, zone, Align::Center, 0.5, (13.0, 30.0))
                    .0,
            );
        }
        root
    },
};
