//! A day on the web: its appointments one under the other along the hours.

use plantain_read::{Brief, Role};
use plantain_scene::build::{ellipse, rect, row, stack};
use plantain_scene::node::Place;
use plantain_scene::{Color, Node, Token};

use super::month::{Month, aside};
use super::remains;
use crate::components::ui::{Supply, Type, Word};
use crate::directors::web::Page;
use crate::studio::Studio;

/// Width of the column of hours, in points.
const HOURS_WIDE: f32 = 92.0;

/// An appointment with its hour.
struct Entry {
    name: Word,
    hour: Option<Word>,
}

/// Whether the appointments of a prompt are those of one day.
pub fn is_asked(brief: &Brief) -> bool {
    let mut days: Vec<u32> = brief.agenda.iter().filter_map(|own| own.day).collect();
    days.sort_unstable();
    days.dedup();
    let heard = brief.heard();
    !brief.agenda.is_empty() && days.len() <= 1 && !heard.contains("month")
}

fn entries(supply: &mut Supply<'_>) -> Vec<Entry> {
    let brief = supply.brief();
    brief
        .agenda
        .iter()
        .filter_map(|own| {
            let at = brief.literals.iter().position(|l| l.span == own.what)?;
            let hour = brief.pairs.iter().find(|pair| pair.label == Some(at));
            Some(Entry {
                name: supply.take(at)?,
                hour: hour.and_then(|pair| supply.take(pair.value)),
            })
        })
        .collect()
}

pub fn build(page: &Page<'_>, studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    let entries = entries(supply);
    let title = supply.first(&[Role::Title, Role::Brand]);
    let date = supply.first(&[Role::Date]);
    let month = Month::read(&studio.brief.prompt).unwrap_or_default();
    let number = date.as_ref().and_then(|word| {
        let digits: String = word.text.chars().filter(char::is_ascii_digit).collect();
        digits
            .parse::<usize>()
            .ok()
            .filter(|day| (1..=31).contains(day))
    });
    let beside = !page.tall() && page.w / page.h > 1.25 && page.variant % 3 != 2;
    let side = beside.then(|| aside(page, title.as_ref(), &[], month, number));
    let wide = page.w
        - if beside {
            kit.u(super::month::SIDE)
        } else {
            0.0
        };
    let pad = page.margin();
    let head = date
        .clone()
        .or_else(|| title.clone())
        .unwrap_or_else(|| kit.say("Today"));
    let mut root = page.sheet().w(wide).pad(pad).gap(kit.u(22.0));
    let mut used = pad * 2.0 + kit.u(22.0) + kit.line(Type::Display);
    root = root.child(kit.text(&head, Type::Display).max_lines(1).rigid());
    if let Some(title) = title.filter(|_| !beside && date.is_some()) {
        root = root.child(kit.text(&title, Type::Heading).color(Token::Muted).rigid());
        used += kit.u(22.0) + kit.line(Type::Heading);
    }
    if let Some(rest) = remains(kit, supply) {
        root = root.child(rest.rigid());
        used += kit.u(22.0) + kit.line(Type::Body);
    }
    let root = root.child(timeline(page, &entries, (wide - pad * 2.0, page.h - used)));
    match side {
        Some(side) => row()
            .size_box(page.w, page.h)
            .fill(Token::Canvas)
            .align(Place::Stretch)
            .child(side)
            .child(root),
        None => root,
    }
}

/// The hours at the left, a line with a dot for each, and the appointments as cards.
fn timeline(page: &Page<'_>, entries: &[Entry], (w, h): (f32, f32)) -> Node {
    let kit = &page.kit;
    let n = entries.len().max(1) as f32;
    let gap = kit.u(16.0);
    let each = ((h - gap * (n - 1.0)) / n).min(kit.u(116.0));
    let left = kit.u(HOURS_WIDE);
    let dot = kit.u(14.0);
    let axis = left + kit.u(22.0);
    let mut node = stack()
        .role("timeline")
        .size_box(w, each * n + gap * (n - 1.0))
        .rigid();
    let reach = (each + gap) * (n - 1.0);
    node = node.child(
        rect()
            .bounds(axis - 1.0, each / 2.0, 2.0, reach)
            .fill(Token::Line),
    );
    for (i, entry) in entries.iter().enumerate() {
        let y = i as f32 * (each + gap);
        let (ink, pale) = kit.hue(i);
        if let Some(hour) = &entry.hour {
            node = node.child(
                row()
                    .bounds(0.0, y, left, each)
                    .justify(Place::End)
                    .child(kit.figure(hour, Type::Heading).color(Token::Ink)),
            );
        }
        let spot = ellipse()
            .bounds(axis - dot / 2.0, y + (each - dot) / 2.0, dot, dot)
            .fill(ink)
            .stroke(Token::Canvas, kit.u(3.0));
        let x = axis + kit.u(30.0);
        let filled = page.even();
        let mut card = row()
            .role("event")
            .bounds(x, y, w - x, each)
            .clip()
            .radius(kit.radius().min(kit.u(12.0)))
            .align(Place::Stretch);
        card = if filled {
            card.fill(pale)
        } else {
            card.fill(Token::Surface)
                .stroke(Color::from(Token::Line), 1.25)
        };
        let words = row().grow(1.0).pad_xy(kit.u(18.0), 0.0).child(
            kit.text(&entry.name, Type::Heading)
                .color(Token::Ink)
                .max_lines(2),
        );
        node = node.child(spot).child(
            card.child(rect().w(kit.u(5.0)).rigid().fill(ink))
                .child(words),
        );
    }
    node
}
