//! The solar system: planets in their order on orbits, told apart by colour, rings and size.

use plantain_scene::Node;
use plantain_scene::build::*;
use plantain_scene::color::{Rgba, Token};
use plantain_scene::node::{FontRole, Paint};

use super::plate::ink;
use crate::components::diagram::drawing::{Frame, PAGE, arc, oval};
use crate::components::diagram::{Body, Entry, Lettering, SIZE_MIN, Sheet, Way, Words, propose};
use crate::components::print::Zone;
use crate::studio::{Draft, Studio};

/// Names, colour and size (1 is the largest) of what circles the sun.
const BODIES: &[(&[&str], u32, f32)] = &[
    (
        &["mercury", "mercurio", "mercure", "merkur", "水星"],
        0xa8a29a,
        0.36,
    ),
    (&["venus", "vénus", "金星"], 0xe8c07a, 0.52),
    (
        &["earth", "tierra", "terre", "erde", "terra", "地球"],
        0x3f8fcf,
        0.54,
    ),
    (&["mars", "marte", "火星"], 0xd1603d, 0.42),
    (&["jupiter", "júpiter", "giove", "木星"], 0xd9a877, 1.0),
    (&["saturn", "土星"], 0xe6cf94, 0.86),
    (&["uran", "天王星"], 0x8fd3d8, 0.68),
    (&["neptun", "nettuno", "海王星"], 0x4468c9, 0.66),
    (&["pluto", "plutón", "冥王星"], 0xc9b8a4, 0.28),
    (&["moon", "luna", "lune", "mond", "月"], 0xc8c8c8, 0.3),
];

/// Returns drafts for planets.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let mut words = Words::of(studio.brief);
    if studio.brief.language.0 == "en" && studio.filler {
        words = words.or_title(Some("The solar system"));
        if words.items.is_empty() {
            words.items = PLANETS.iter().map(|name| Entry::filler(*name)).collect();
        }
    }
    propose(
        studio,
        &[
            "night",
            "friendly",
            "playful",
            "minimal",
            "blueprint",
            "editorial",
        ],
        &words,
        &[Way {
            name: "planets on orbits",
            reason: "Planets stand in their order from the sun, each on its orbit, with its name beside it.",
            suits: 0.9,
            draw: &row,
        }],
    )
}

const PLANETS: &[&str] = &[
    "Sun", "Mercury", "Venus", "Earth", "Mars", "Jupiter", "Saturn", "Uranus", "Neptune",
];

fn sun_index(entries: &[Entry]) -> Option<usize> {
    entries.iter().position(|e| {
        let text = e.text.to_lowercase();
        ["sun", "sol", "soleil", "sonne", "sole", "太陽", "太阳"]
            .contains(&text.trim_start_matches("the "))
    })
}

fn row(sheet: &Sheet<'_>) -> Option<Body> {
    let entries = &sheet.words.items;
    let sun = sun_index(entries);
    let planets: Vec<&Entry> = entries
        .iter()
        .enumerate()
        .filter(|(i, _)| Some(*i) != sun)
        .map(|(_, e)| e)
        .collect();
    let n = planets.len();
    let zone = sheet.body;
    let across = zone.w >= zone.h;
    let (long, wide) = if across {
        (zone.w, zone.h)
    } else {
        (zone.h, zone.w)
    };
    if n == 0 {
        return None;
    }
    // The sun looks in from the edge where the row begins.
    let sun_r = (wide * 0.42).min(long * 0.24);
    let shown = sun_r * 0.5;
    let pitch = (long - shown) / n as f32;
    let axis = if across {
        zone.center().1
    } else {
        zone.x + zone.w * 0.36
    };
    let start = if across { zone.x } else { zone.y } - sheet.margin * 0.4;
    let at = |along: f32| {
        if across {
            (start + along, axis)
        } else {
            (axis, start + along)
        }
    };
    let c = at(shown - sun_r);
    let line = sheet.mixed(Token::Muted, Token::Canvas, 0.6);
    let mut nodes: Vec<Node> = Vec::new();
    let base = if across { 90.0 } else { 180.0 };
    for i in 0..n {
        let r = sun_r - shown + shown + pitch * (i as f32 + 0.55);
        let swing = libm::asinf((wide * 0.44 / r).min(0.95)).to_degrees();
        nodes.push(
            PAGE.trace(&arc(c, r, base - swing, base + swing))
                .stroke(line, 1.6)
                .role("orbit"),
        );
    }
    nodes.push(
        sphere(
            Zone::new(c.0 - sun_r, c.1 - sun_r, 2.0 * sun_r, 2.0 * sun_r),
            ink(0xffb92e),
            0.08,
        )
        .role("sun"),
    );
    let most = (pitch * 0.9).min(wide * 0.5).min(170.0);
    let look = Lettering::new(
        FontRole::Heading,
        (sheet.full.w.min(sheet.full.h) * 0.03).clamp(14.0, 24.0),
        SIZE_MIN,
    )
    .weight(600);
    let texts = planets.iter().map(|e| e.text.as_str());
    let size = if across {
        sheet.fit_all(texts, look, pitch * 0.98, 60.0, 2)
    } else {
        sheet.fit_all(texts, look, zone.w * 0.5, pitch * 0.8, 2)
    };
    let mut names = Vec::new();
    for (i, entry) in planets.iter().enumerate() {
        let text = entry.text.to_lowercase();
        let known = BODIES
            .iter()
            .find(|b| b.0.iter().any(|name| text.contains(name)));
        let (color, share) = known.map_or((sheet.series(i), 0.55), |b| (ink(b.1), b.2));
        let d = most * (0.16 + 0.84 * share);
        let p = at(shown + pitch * (i as f32 + 0.55));
        nodes.extend(planet(p, d, color, &text));
        let zone = if across {
            let y = p.1 + most * 0.62 + 6.0;
            Zone::new(p.0 - pitch * 0.49, y, pitch * 0.98, size * 2.8)
        } else {
            let x = p.0 + most * 0.72;
            Zone::new(x, p.1 - pitch * 0.4, zone.right() - x, pitch * 0.8)
        };
        let look = if across {
            look.align(plantain_scene::node::Align::Center)
        } else {
            look.middle()
        };
        names.push(sheet.set(entry, zone, look, size, "callout"));
    }
    if let Some(sun) = sun {
        let ground = ink(0xffb92e);
        let look = look.color(sheet.ink_on(ground)).centred();
        let place = if across {
            Zone::new(zone.x - sheet.margin * 0.2, axis - 20.0, shown * 0.94, 40.0)
        } else {
            Zone::new(axis - sun_r * 0.5, zone.y, sun_r, shown * 0.5)
        };
        names.push(sheet.set(&entries[sun], place, look, size, "callout"));
    }
    nodes.extend(names);
    Some(Body::new(nodes).note(
        "approximated",
        "Sizes and distances of the planets are not to scale.",
    ))
}

fn sphere(zone: Zone, color: Rgba, shade: f32) -> Node {
    zone.hold(ellipse()).fill(Paint::Radial {
        center: [0.36, 0.34],
        radius: 0.72,
        stops: vec![
            (0.0, color.mix(Rgba::WHITE, 0.4).into()),
            (0.5, color.into()),
            (1.0, color.mix(Rgba::BLACK, shade).into()),
        ],
    })
}

fn planet(p: (f32, f32), d: f32, color: Rgba, text: &str) -> Vec<Node> {
    let zone = Zone::new(p.0 - d * 0.5, p.1 - d * 0.5, d, d);
    let mut nodes = vec![sphere(zone, color, 0.4).role("planet")];
    let f = Frame {
        scale: d / 100.0,
        dx: zone.x,
        dy: zone.y,
    };
    let is = |i: usize| BODIES[i].0.iter().any(|name| text.contains(name));
    if is(4) {
        for (y, h, w) in [(30.0, 6.0, 44.0), (46.0, 9.0, 48.0), (66.0, 6.0, 45.0)] {
            nodes.push(f.fill(
                &oval(50.0, y, w, h * 0.5),
                color.mix(ink(0x8a4f2b), 0.45).faded(0.7),
            ));
        }
        nodes.push(f.fill(&oval(66.0, 60.0, 10.0, 6.0), ink(0xb8502f)));
    } else if is(5) {
        nodes.push(
            f.line(
                "M-22 66 C-30 50 130 20 122 38 C118 50 -10 90 -22 66",
                color.mix(ink(0x9a7a42), 0.5),
                7.0,
            )
            .rotate(0.0),
        );
    } else if is(2) {
        nodes.push(f.fill(
            "M28 26 C40 14 62 16 66 28 C60 42 50 40 46 56 C36 56 24 42 28 26 Z",
            ink(0x6cb35a),
        ));
        nodes.push(f.fill(
            "M56 60 C70 54 84 60 80 72 C72 86 58 84 56 60 Z",
            ink(0x6cb35a),
        ));
    }
    nodes
}
