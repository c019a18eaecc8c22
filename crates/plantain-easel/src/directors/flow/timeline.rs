//! Timelines and road maps: events in order along a line.

use plantain_read::{Brief, Constraint, Direction, Role};
use plantain_scene::build::*;
use plantain_scene::color::Token;
use plantain_scene::node::{Align, FontRole, Node};

use super::CUSTOM;
use crate::components::diagram::drawing::{PAGE, open};
use crate::components::diagram::words::with_dates;
use crate::components::diagram::{Body, Entry, Lettering, SIZE_MIN, Sheet, Way, Words, propose};
use crate::components::print::Zone;
use crate::knowledge::{self, Kind};
use crate::studio::{Draft, Studio};

/// Returns drafts for a timeline.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let mut words = Words::of(studio.brief);
    let paired = dated(studio.brief);
    let mut events: Vec<Entry> = if paired.is_empty() {
        with_dates(studio.brief, &mut words.items);
        words.items.iter().map(Entry::broken).collect()
    } else {
        words.items.clone_from(&paired);
        paired
    };
    // "timeline of the history of the internet": what is known stands for what is not told.
    let told = events.iter().any(|event| event.lead_end().is_some());
    if events.len() <= 1
        && !told
        && studio.filler
        && let Some(topic) = knowledge::find(studio.brief, Kind::Time, false)
    {
        words.title = words.title.take().or_else(|| words.items.pop());
        words.items.clear();
        words = words.or_title(Some(topic.title));
        let known = topic.some(knowledge::count(studio.brief).unwrap_or(0), Kind::Facts);
        events = known
            .iter()
            .map(|text| Entry::filler(*text).broken())
            .collect();
    }
    let subject = studio
        .brief
        .subject
        .as_deref()
        .map(crate::components::pitch::capital);
    let worded = |s: &&str| studio.filler && s.contains(char::is_alphabetic);
    let words = words.or_title(subject.as_deref().filter(worded));
    let n = events.len();
    if n == 0 {
        return Vec::new();
    }
    let iconic = events
        .iter()
        .all(|e| plantain_art::find_icon(happening(e)).is_some());
    let ratio = studio.ratio();
    let asked = |d| {
        studio.brief.constraints.contains(&Constraint::Direction(d))
            || studio.brief.heard().contains(match d {
                Direction::Horizontal => "horizontal",
                Direction::Vertical => "vertical",
            })
    };
    let (across, down) = (asked(Direction::Horizontal), asked(Direction::Vertical));
    let wide = if down {
        0.0
    } else if across || ratio > 1.15 {
        0.85
    } else {
        0.0
    };
    let tall = if across {
        0.0
    } else if down || ratio <= 1.15 {
        0.85
    } else {
        0.15
    };
    propose(
        studio,
        CUSTOM,
        &words,
        &[
            Way {
                name: "line with events above and below",
                reason: "Events stand above and below one line in turn, which gives each twice the width.",
                suits: if n >= 3 { wide } else { 0.0 },
                draw: &|sheet| across_line(sheet, &events, true),
            },
            Way {
                name: "line with cards",
                reason: "Few events share one row of cards under the line.",
                suits: if n <= 5 {
                    wide * if iconic { 0.95 } else { 0.62 }
                } else {
                    0.0
                },
                draw: &|sheet| across_line(sheet, &events, false),
            },
            Way {
                name: "winding road",
                reason: "The line winds like a road and rises with time.",
                suits: if (3..=6).contains(&n) {
                    wide * 0.8
                } else {
                    0.0
                },
                draw: &|sheet| road(sheet, &events),
            },
            Way {
                name: "line downward",
                reason: "Time runs down the page; every event has a full line.",
                suits: tall,
                draw: &|sheet| down_line(sheet, &events, false),
            },
            Way {
                name: "line downward, both sides",
                reason: "Events hang at both sides of a line in the middle.",
                suits: if n >= 3 && ratio > 0.62 {
                    tall * 0.85
                } else {
                    0.0
                },
                draw: &|sheet| down_line(sheet, &events, true),
            },
        ],
    )
}

/// Events whose dates stand apart from them in the prompt ("founded in 2012"), the date on a line above; the others as they are.
fn dated(brief: &Brief) -> Vec<Entry> {
    let date_of = |at: usize| {
        let pair = brief.pairs.iter().find(|pair| pair.value == at)?;
        let label = brief.literals.get(pair.label?)?;
        (label.role == Role::Date).then(|| label.text.clone())
    };
    let events: &[usize] = brief
        .lists
        .iter()
        .find(|list| list.kind == "event")
        .map_or(&[], |list| list.items.as_slice());
    if !events.iter().any(|at| date_of(*at).is_some()) {
        return Vec::new();
    }
    events
        .iter()
        .filter_map(|&at| {
            let literal = brief.literals.get(at)?;
            let entry = Entry {
                text: literal.text.clone(),
                literal: true,
                span: literal.span.clone(),
            };
            Some(match date_of(at) {
                Some(date) => Entry {
                    text: format!("{date}\n{}", entry.text),
                    ..entry
                },
                None => entry.broken(),
            })
        })
        .collect()
}

fn lettering(sheet: &Sheet<'_>) -> Lettering {
    // Few events are set larger: they have the page to themselves.
    let few = if sheet.words.items.len() <= 5 {
        0.055
    } else {
        0.045
    };
    let most = (sheet.full.w.min(sheet.full.h) * few).clamp(18.0, 46.0);
    Lettering::new(FontRole::Heading, most, SIZE_MIN)
        .weight(500)
        .lead(Token::AccentText)
        .leading(1.25)
}

fn dot(sheet: &Sheet<'_>, at: (f32, f32), n: usize, d: f32) -> Vec<Node> {
    let hue = sheet.hues(n + 1)[n];
    let ring = |d: f32| Zone::new(at.0 - d * 0.5, at.1 - d * 0.5, d, d).hold(ellipse());
    if sheet.rng.fork("dot").chance(0.5) {
        vec![
            ring(d).fill(Token::Canvas).stroke(hue, d * 0.2).role("dot"),
            ring(d * 0.36).fill(hue).role("dot"),
        ]
    } else {
        vec![
            ring(d)
                .fill(hue)
                .stroke(Token::Canvas, d * 0.16)
                .role("dot"),
        ]
    }
}

/// What happened, without its date.
fn happening(event: &Entry) -> &str {
    match event.lead_end() {
        Some(end) => event.text[end..].trim_start(),
        None => &event.text,
    }
}

/// Returns the height that an emblem above each event takes; 0 when there is no room or no icon for some event.
fn icon_room(sheet: &Sheet<'_>, events: &[Entry], w: f32, room: f32) -> f32 {
    let probe = Zone::new(0.0, 0.0, 10.0, 10.0);
    let shown = events
        .iter()
        .filter(|e| {
            sheet
                .picture_of(happening(e), probe, sheet.rgb(Token::Ink))
                .is_some()
        })
        .count();
    if shown * 3 >= events.len() * 2 && room > 170.0 && w > 110.0 && !sheet.no_icons() {
        (room * 0.36).clamp(54.0, 150.0)
    } else {
        0.0
    }
}

fn emblem(
    sheet: &Sheet<'_>,
    event: &Entry,
    zone: Zone,
    room: f32,
    hue: plantain_scene::Rgba,
) -> Vec<Node> {
    if room <= 0.0 {
        return Vec::new();
    }
    let d = room * 0.88;
    let disc = Zone::new(zone.x + (zone.w - d) * 0.5, zone.y, d, d);
    let ground = sheet.mixed(hue, Token::Surface, 0.85);
    let ink = hue.readable_on(ground, 3.0);
    let mut nodes = vec![disc.hold(ellipse()).fill(ground).role("emblem")];
    match sheet.picture_of(happening(event), disc.inset(d * 0.17), ink) {
        Some(picture) => nodes.push(picture),
        // An event without a picture keeps a plain mark, so that the row stays even.
        None => nodes.push(
            disc.inset(d * 0.36)
                .hold(ellipse())
                .fill(hue)
                .role("emblem"),
        ),
    }
    nodes
}

fn across_line(sheet: &Sheet<'_>, events: &[Entry], both: bool) -> Option<Body> {
    let n = events.len();
    let zone = sheet.body;
    let pitch = zone.w / n as f32;
    let axis = if both {
        zone.center().1
    } else {
        zone.y + zone.h * 0.3
    };
    let w = if both {
        (pitch * 1.6).min(zone.w * 0.42)
    } else {
        pitch - 18.0
    }
    .min(440.0);
    let stem = (zone.h * if both { 0.13 } else { 0.08 }).clamp(18.0, 96.0);
    let room = if both {
        zone.h * 0.5 - stem - 14.0
    } else {
        zone.bottom() - axis - stem - 6.0
    };
    if w < 70.0 || room < 40.0 {
        return None;
    }
    let look = lettering(sheet).align(Align::Center);
    let pad = 16.0;
    let disc = icon_room(sheet, events, w, room);
    let room = room - disc;
    let size = sheet.fit_all(
        events.iter().map(|e| e.text.as_str()),
        look,
        w - 2.0 * pad,
        room - 2.0 * pad,
        6,
    );
    let h = events
        .iter()
        .map(|e| sheet.measure(&e.text, look, size, w - 2.0 * pad).1)
        .fold(0.0, f32::max)
        + 2.0 * pad
        + disc;
    let h = h.max((room * 0.52).min(w * 0.6));
    let h = h.min(room + disc);
    // With all cards on one side the whole group stands in the middle of the page.
    let axis = if both {
        axis
    } else {
        zone.y + (zone.h - stem - h) * 0.5
    };
    let thick = (zone.h / 130.0).clamp(4.0, 7.0);
    let mut nodes = vec![
        rect()
            .bounds(zone.x, axis - thick * 0.5, zone.w, thick)
            .fill(sheet.mixed(Token::Accent, Token::Canvas, 0.35))
            .radius(thick)
            .role("axis"),
    ];
    let hues = sheet.hues(n);
    let mut cards = Vec::new();
    for (i, event) in events.iter().enumerate() {
        let x = zone.x + pitch * (i as f32 + 0.5);
        let above = both && i % 2 == 0;
        let y = if above { axis - stem - h } else { axis + stem };
        let left = (x - w * 0.5).max(zone.x).min(zone.right() - w);
        let (from, to) = if above { (y + h, axis) } else { (axis, y) };
        nodes.push(
            PAGE.trace(&format!("M{x} {from} L{x} {to}"))
                .stroke(hues[i], 2.5)
                .role("stem"),
        );
        nodes.extend(dot(sheet, (x, axis), i, thick * 4.2));
        let place = Zone::new(left, y, w, h);
        cards.push(sheet.card(place, Token::Surface));
        cards.push(
            Zone::new(
                place.x,
                if above { place.bottom() - 5.0 } else { place.y },
                w,
                5.0,
            )
            .hold(rect())
            .fill(hues[i])
            .role("edge"),
        );
        let inner = place.inset(pad);
        cards.extend(emblem(sheet, event, inner, disc, hues[i]));
        let inner = Zone::new(inner.x, inner.y + disc, inner.w, inner.h - disc);
        cards.push(sheet.set(event, inner, look.middle(), size, "event"));
    }
    nodes.extend(cards);
    Some(Body::new(nodes))
}

fn road(sheet: &Sheet<'_>, events: &[Entry]) -> Option<Body> {
    let n = events.len();
    let zone = sheet.body;
    let pitch = zone.w / n as f32;
    let w = (pitch * 1.25).min(300.0);
    let sway = zone.h * 0.11;
    let rise = zone.h * 0.12;
    let middle = zone.center().1;
    let at = |i: f32| {
        let t = if n > 1 {
            i / n.saturating_sub(1) as f32
        } else {
            0.5
        };
        let x = zone.x + pitch * (i + 0.5);
        let wave = if (i as i32).rem_euclid(2) == 0 {
            sway
        } else {
            -sway
        };
        (x, middle + wave + rise * (0.5 - t))
    };
    let mut points: Vec<(f32, f32)> = vec![(0.0, at(0.0).1 - sway)];
    points.extend((0..n).map(|i| at(i as f32)));
    // The road leaves on the side where the last event has no words.
    let leaves = if n.is_multiple_of(2) { sway } else { -sway } * 0.6;
    points.push((sheet.full.w, at(n.saturating_sub(1) as f32).1 + leaves));
    let look = lettering(sheet).align(Align::Center);
    let wide = zone.h.clamp(1.0, 900.0) * 0.085;
    let road = open(&points);
    let mut nodes = vec![
        PAGE.trace(&road)
            .stroke(sheet.mixed(Token::Ink, Token::Canvas, 0.25), wide)
            .round()
            .role("road"),
        PAGE.trace(&road)
            .dashed(
                sheet.mixed(Token::Surface, Token::Canvas, 0.1),
                3.0,
                16.0,
                14.0,
            )
            .role("road"),
    ];
    let room = zone.h * 0.5 - sway - rise * 0.5 - wide;
    let size = sheet.fit_all(
        events.iter().map(|e| e.text.as_str()),
        look,
        w - 10.0,
        room,
        6,
    );
    let hues = sheet.hues(n);
    for (i, event) in events.iter().enumerate() {
        let (x, y) = at(i as f32);
        let d = wide * 0.86;
        let pin = Zone::new(x - d * 0.5, y - d * 0.5, d, d);
        nodes.push(
            pin.hold(ellipse())
                .fill(hues[i])
                .stroke(Token::Canvas, 4.0)
                .role("dot"),
        );
        let (_, h) = sheet.measure(&event.text, look, size, w - 10.0);
        // The bends leave room on their outer sides.
        let below = i % 2 == 0;
        let top = if below {
            y + wide * 0.75
        } else {
            y - wide * 0.75 - h
        };
        let left = (x - w * 0.5).max(zone.x).min(zone.right() - w);
        nodes.push(sheet.set(event, Zone::new(left, top, w, h), look, size, "event"));
    }
    Some(Body::new(nodes))
}

fn down_line(sheet: &Sheet<'_>, events: &[Entry], both: bool) -> Option<Body> {
    let n = events.len();
    let zone = sheet.body;
    let pitch = (zone.h / n as f32).min(230.0);
    let top = zone.y + (zone.h - pitch * n as f32) * 0.5;
    let axis = if both {
        zone.center().0
    } else {
        zone.x + (zone.w * 0.08).clamp(16.0, 60.0)
    };
    let stem = (zone.w * 0.05).clamp(18.0, 44.0);
    let w = if both {
        zone.w * 0.5 - stem
    } else {
        zone.right() - axis - stem
    };
    let h = pitch * 0.76;
    if h < 34.0 || w < 110.0 {
        return None;
    }
    let look = lettering(sheet);
    let pad = 16.0_f32.min(h * 0.14);
    let size = sheet.fit_all(
        events.iter().map(|e| e.text.as_str()),
        look,
        w - 2.0 * pad - 10.0,
        h - 2.0 * pad,
        5,
    );
    let h = h.min(size * 4.6 + 2.0 * pad);
    let thick = 5.0;
    let mut nodes = vec![
        rect()
            .bounds(axis - thick * 0.5, top, thick, pitch * n as f32)
            .fill(sheet.mixed(Token::Accent, Token::Canvas, 0.35))
            .radius(thick)
            .role("axis"),
    ];
    let hues = sheet.hues(n);
    for (i, event) in events.iter().enumerate() {
        let y = top + pitch * (i as f32 + 0.5);
        let right = !both || i % 2 == 0;
        let x = if right { axis + stem } else { axis - stem - w };
        let (from, to) = if right { (axis, x) } else { (x + w, axis) };
        nodes.push(
            PAGE.trace(&format!("M{from} {y} L{to} {y}"))
                .stroke(hues[i], 2.5)
                .role("stem"),
        );
        nodes.extend(dot(sheet, (axis, y), i, 22.0));
        let place = Zone::new(x, y - h * 0.5, w, h);
        nodes.push(sheet.card(place, Token::Surface));
        nodes.push(
            Zone::new(if right { x } else { x + w - 5.0 }, place.y, 5.0, h)
                .hold(rect())
                .fill(hues[i])
                .role("edge"),
        );
        let inner = Zone::new(
            place.x + pad + 6.0,
            place.y + pad,
            w - 2.0 * pad - 8.0,
            h - 2.0 * pad,
        );
        nodes.push(sheet.set(event, inner, look.middle(), size, "event"));
    }
    Some(Body::new(nodes))
}
