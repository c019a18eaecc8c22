//! Pictures made of plain forms, for pages without an object of their own: tiles, landscapes, striped suns, sound waves.

use std::fmt::Write as _;

use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba, Token};
use plantain_scene::node::{Node, Shape};

use super::ground::mixed;
use super::{Inks, Page, Zone};
use crate::rng::Rng;

/// What a picture without objects shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject {
    Tiles,
    Hills,
    Sea,
    Peaks,
    City,
    Sound,
    Sun,
}

/// Returns the subject that suits the topic.
pub fn subject(page: &Page<'_>) -> Subject {
    const WORDS: &[(&[&str], Subject)] = &[
        (
            &[
                "concert",
                "music",
                "jazz",
                "band",
                "gig",
                "festival",
                "dj",
                "orchestra",
                "sound",
                "podcast",
                "radio",
                "song",
            ],
            Subject::Sound,
        ),
        (
            &[
                "sea", "ocean", "beach", "cruise", "surf", "sailing", "island", "summer",
                "harbour", "coast",
            ],
            Subject::Sea,
        ),
        (
            &[
                "mountain",
                "mountains",
                "hiking",
                "ski",
                "climbing",
                "camping",
                "adventure",
                "alps",
                "winter",
            ],
            Subject::Peaks,
        ),
        (
            &[
                "city",
                "urban",
                "street",
                "business",
                "estate",
                "property",
                "architecture",
                "night",
            ],
            Subject::City,
        ),
        (
            &[
                "farm", "garden", "nature", "travel", "tour", "trip", "country", "vineyard",
                "field", "spring", "eco", "forest",
            ],
            Subject::Hills,
        ),
        (
            &[
                "retro", "disco", "party", "workout", "aerobics", "gym", "sport", "fitness", "yoga",
            ],
            Subject::Sun,
        ),
    ];
    let brief = page.studio.brief;
    let place = brief.setting.place.iter().map(String::as_str);
    let words: Vec<&str> = brief
        .topic
        .iter()
        .flat_map(|t| t.split(' '))
        .chain(place)
        .collect();
    WORDS
        .iter()
        .find(|(keys, _)| words.iter().any(|w| keys.contains(w)))
        .map_or(Subject::Tiles, |(_, s)| *s)
}

/// Draws a subject over a zone.
pub fn picture(page: &Page<'_>, zone: Zone, inks: &Inks, subject: Subject) -> Node {
    let mut rng = page.rng.fork("picture");
    let local = Zone::new(0.0, 0.0, zone.w, zone.h);
    let nodes = match subject {
        Subject::Tiles => tiles(page, local, inks, &mut rng),
        Subject::Hills => hills(page, local, inks, &mut rng),
        Subject::Sea => sea(page, local, inks),
        Subject::Peaks => peaks(page, local, inks, &mut rng),
        Subject::City => city(page, local, inks, &mut rng),
        Subject::Sound => sound(page, local, inks, &mut rng),
        Subject::Sun => striped_sun(local, inks.bold, inks.mark),
    };
    zone.hold(stack()).clip().role("picture").children(nodes)
}

/// A grid of quarter discs, discs, halves and bars in the page's colours.
fn tiles(page: &Page<'_>, zone: Zone, inks: &Inks, rng: &mut Rng) -> Vec<Node> {
    let columns = ((zone.w / zone.h.max(1.0) * 3.0).round() as usize).clamp(3, 9);
    let side = zone.w / columns as f32;
    let rows = ((zone.h / side).round() as usize).max(1);
    let high = zone.h / rows as f32;
    let colors = [
        inks.bold,
        inks.mark,
        inks.ink,
        mixed(page, inks.bold, inks.ground, 0.55),
        mixed(page, inks.mark, inks.ground, 0.6),
    ];
    let mut out = Vec::new();
    for r in 0..rows {
        for c in 0..columns {
            let cell = Zone::new(c as f32 * side, r as f32 * high, side, high);
            let color = colors[rng.below(colors.len())];
            let other = colors[rng.below(colors.len())];
            if rng.chance(0.34) {
                out.push(
                    cell.hold(rect())
                        .fill(mixed(page, other, inks.ground, 0.72)),
                );
            }
            out.extend(tile(cell, color, other, rng));
        }
    }
    out
}

fn tile(cell: Zone, color: Color, other: Color, rng: &mut Rng) -> Vec<Node> {
    let Zone { x, y, w, h } = cell;
    let turn = 90.0 * rng.below(4) as f32;
    let quarter = |scale: f32, color: Color| {
        let (a, b) = (w * scale, h * scale);
        cell.hold(path(
            format!("M0 0 L{a:.1} 0 A{a:.1} {b:.1} 0 0 1 0 {b:.1} Z M{w} {h}"),
            w,
            h,
        ))
        .fill(color)
        .rotate(if (w - h).abs() < w * 0.1 {
            turn
        } else {
            180.0 * (turn / 180.0).floor()
        })
    };
    match rng.below(7) {
        0 => vec![quarter(1.0, color), quarter(0.5, other)],
        1 => vec![quarter(1.0, color)],
        2 => vec![
            ellipse()
                .bounds(x + w * 0.08, y + h * 0.08, w * 0.84, h * 0.84)
                .fill(color),
        ],
        3 => vec![
            ellipse()
                .bounds(x + w * 0.08, y + h * 0.08, w * 0.84, h * 0.84)
                .fill(color),
            ellipse()
                .bounds(x + w * 0.32, y + h * 0.32, w * 0.36, h * 0.36)
                .fill(other),
        ],
        4 => (0..4)
            .map(|i| {
                rect()
                    .bounds(x, y + h * (0.06 + 0.25 * i as f32), w, h * 0.12)
                    .fill(color)
            })
            .collect(),
        5 => vec![
            cell.hold(path(format!("M0 0 L{w} 0 L0 {h} Z"), w, h))
                .fill(color),
        ],
        _ => vec![
            shape(Shape::Star {
                points: 8,
                inner: 0.5,
            })
            .bounds(x + w * 0.14, y + h * 0.14, w * 0.72, h * 0.72)
            .fill(color),
        ],
    }
}

fn sky(page: &Page<'_>, zone: Zone, inks: &Inks) -> Vec<Node> {
    let d = zone.w.min(zone.h) * 0.42;
    vec![
        zone.hold(rect()).gradient(
            180.0,
            mixed(page, inks.mark, inks.ground, 0.55),
            mixed(page, inks.bold, inks.ground, 0.78),
        ),
        ellipse()
            .bounds(zone.w * 0.6 - d * 0.5, zone.h * 0.18, d, d)
            .fill(inks.bold),
    ]
}

/// A wavy layer from a height down to the foot.
fn layer(zone: Zone, top: f32, swing: f32, waves: f32, phase: f32, color: Color) -> Node {
    let (w, h) = (zone.w, zone.h);
    let mut d = format!("M0 {h:.1} ");
    let n = 48;
    for i in 0..=n {
        let t = i as f32 / n as f32;
        let y = top
            + swing * libm::sinf(phase + t * waves * std::f32::consts::TAU)
            + swing * 0.4 * libm::sinf(phase * 2.0 + t * waves * 13.0);
        let _ = write!(d, "L{:.1} {:.1} ", w * t, y.min(h));
    }
    let _ = write!(d, "L{w:.1} {h:.1} Z");
    zone.hold(path(d, w, h)).fill(color)
}

fn hills(page: &Page<'_>, zone: Zone, inks: &Inks, rng: &mut Rng) -> Vec<Node> {
    let mut out = sky(page, zone, inks);
    for i in 0..4 {
        let t = i as f32 / 3.0;
        let color = mixed(
            page,
            inks.mark,
            page.theme.token(Token::Ink),
            0.08 + 0.42 * t,
        );
        let top = zone.h * (0.5 + 0.13 * i as f32);
        out.push(layer(
            zone,
            top,
            zone.h * 0.05,
            rng.range(0.6, 1.3),
            rng.range(0.0, 6.0),
            color,
        ));
    }
    out
}

fn sea(page: &Page<'_>, zone: Zone, inks: &Inks) -> Vec<Node> {
    let mut out = sky(page, zone, inks);
    for i in 0..5 {
        let t = i as f32 / 4.0;
        let deep = Rgba::hex(0x0d4f6e).mix(page.theme.resolve(inks.mark), 0.45 - 0.35 * t);
        out.push(layer(
            zone,
            zone.h * (0.56 + 0.095 * i as f32),
            zone.h * 0.012,
            5.0 - i as f32 * 0.6,
            i as f32 * 1.7,
            deep.into(),
        ));
    }
    out
}

fn peaks(page: &Page<'_>, zone: Zone, inks: &Inks, rng: &mut Rng) -> Vec<Node> {
    let mut out = sky(page, zone, inks);
    let (w, h) = (zone.w, zone.h);
    for i in 0..3 {
        let t = i as f32 / 2.0;
        let color = mixed(page, inks.mark, page.theme.token(Token::Ink), 0.1 + 0.5 * t);
        let n = 4 + i;
        let mut d = format!("M0 {h:.1} L0 {:.1} ", h * (0.62 + 0.1 * t));
        for k in 0..n {
            let x = w * (k as f32 + 0.5 + rng.range(-0.16, 0.16)) / n as f32;
            let peak = h * (0.3 + 0.22 * i as f32 + rng.range(-0.06, 0.08));
            let valley = h * (0.58 + 0.14 * i as f32 + rng.range(-0.03, 0.05));
            let _ = write!(
                d,
                "L{x:.1} {peak:.1} L{:.1} {valley:.1} ",
                w * (k as f32 + 1.0) / n as f32
            );
        }
        let _ = write!(d, "L{w:.1} {h:.1} Z");
        out.push(zone.hold(path(d, w, h)).fill(color));
    }
    out
}

fn city(page: &Page<'_>, zone: Zone, inks: &Inks, rng: &mut Rng) -> Vec<Node> {
    let mut out = sky(page, zone, inks);
    for i in 0..2 {
        let color = mixed(
            page,
            inks.mark,
            page.theme.token(Token::Ink),
            0.25 + 0.5 * i as f32,
        );
        let mut x = 0.0;
        let mut d = String::new();
        while x < zone.w {
            let w = zone.w * rng.range(0.06, 0.12);
            let top = zone.h * (rng.range(0.34, 0.7) + 0.14 * i as f32);
            let _ = write!(
                d,
                "M{x:.1} {:.1} L{x:.1} {top:.1} L{:.1} {top:.1} L{:.1} {:.1} Z ",
                zone.h,
                x + w,
                x + w,
                zone.h
            );
            if i == 1 {
                windows(&mut out, Zone::new(x, top, w, zone.h - top), inks.bold, rng);
            }
            x += w * rng.range(0.92, 1.12);
        }
        let at = out.len().min(2 + i);
        out.insert(at, zone.hold(path(d, zone.w, zone.h)).fill(color));
    }
    out
}

fn windows(out: &mut Vec<Node>, house: Zone, light: Color, rng: &mut Rng) {
    let unit = house.w / 5.0;
    let mut d = String::new();
    let mut y = unit;
    while y + unit < house.h {
        for c in 0..2 {
            if rng.chance(0.55) {
                let x = unit * (1.0 + 2.0 * c as f32);
                let _ = write!(d, "M{x:.1} {y:.1} h{unit:.1} v{unit:.1} h-{unit:.1} Z ");
            }
        }
        y += unit * 2.0;
    }
    if !d.is_empty() {
        out.push(house.hold(path(d, house.w, house.h)).fill(light));
    }
}

/// Bars of a wave form over the whole width.
fn sound(page: &Page<'_>, zone: Zone, inks: &Inks, rng: &mut Rng) -> Vec<Node> {
    let n = ((zone.w / 16.0) as usize).clamp(14, 64);
    let step = zone.w / n as f32;
    let (a, b, phase) = (
        rng.range(1.5, 3.0),
        rng.range(4.0, 7.0),
        rng.range(0.0, 6.0),
    );
    let colors = [
        inks.bold,
        inks.mark,
        mixed(page, inks.bold, inks.ground, 0.3),
    ];
    (0..n)
        .map(|i| {
            let t = (i as f32 + 0.5) / n as f32;
            let wave = 0.55
                + 0.3 * libm::sinf(phase + t * a * std::f32::consts::TAU)
                + 0.15 * libm::sinf(t * b * std::f32::consts::TAU);
            let envelope = libm::sinf(t * std::f32::consts::PI).max(0.12);
            let high = zone.h * (wave * envelope * rng.range(0.82, 1.0)).clamp(0.06, 1.0);
            let width = step * 0.62;
            rect()
                .bounds(
                    i as f32 * step + (step - width) * 0.5,
                    (zone.h - high) * 0.5,
                    width,
                    high,
                )
                .radius(width * 0.5)
                .fill(
                    colors[if i % 7 == 3 {
                        1
                    } else {
                        2 * usize::from(i % 3 == 2)
                    }],
                )
        })
        .collect()
}

/// A disc that dissolves into stripes toward its foot.
pub fn striped_sun(zone: Zone, top: Color, foot: Color) -> Vec<Node> {
    let r = zone.w.min(zone.h) * 0.5;
    let (cx, cy) = zone.center();
    let mut d = String::new();
    // Horizontal slices of the disc; the gaps grow downward.
    let mut y = -r;
    let mut slice = r;
    let mut gap = r * 0.035;
    while y < r {
        let end = (y + slice).min(r);
        let (x0, x1) = (
            (r * r - y * y).max(0.0).sqrt(),
            (r * r - end * end).max(0.0).sqrt(),
        );
        let _ = write!(
            d,
            "M{:.1} {:.1} A{r:.1} {r:.1} 0 0 1 {:.1} {:.1} L{:.1} {:.1} A{r:.1} {r:.1} 0 0 1 {:.1} {:.1} Z ",
            r + x0,
            r + y,
            r + x1,
            r + end,
            r - x1,
            r + end,
            r - x0,
            r + y
        );
        y = end + gap;
        slice = (slice * 0.55).max(r * 0.07).min(r * 0.2);
        gap *= 1.24;
    }
    vec![
        path(d, 2.0 * r, 2.0 * r)
            .bounds(cx - r, cy - r, 2.0 * r, 2.0 * r)
            .gradient(180.0, top, foot),
    ]
}
