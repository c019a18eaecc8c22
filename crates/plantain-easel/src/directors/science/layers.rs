//! Cross sections in layers: stacked (soil, sea, air, skin) or around a middle (earth, planets, stars).

use plantain_scene::build::*;
use plantain_scene::color::{Rgba, Token};
use plantain_scene::node::{FontRole, Node, Shape};

use super::plate::ink;
use super::{CUSTOM, begins, carrier};
use crate::components::diagram::callout::{Callout, Finish, beside, column_width, leader};
use crate::components::diagram::drawing::{Frame, closed, oval, polar};
use crate::components::diagram::{Body, Entry, Lettering, SIZE_MIN, Sheet, Way, Words, propose};
use crate::components::print::Zone;
use crate::knowledge::{self, Kind as Known};
use crate::studio::{Draft, Studio};

/// What the layers belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Earth,
    Sun,
    Soil,
    Ocean,
    Air,
    Skin,
    Forest,
    Any,
}

const KINDS: &[(Kind, &str, &[&str])] = &[
    (
        Kind::Air,
        "Layers of the atmosphere",
        &["atmosph", "atmósfer", "atmosfera"],
    ),
    (
        Kind::Soil,
        "Soil layers",
        &["soil", "suelo", "sol ", "boden", "suolo", "土壌"],
    ),
    (
        Kind::Ocean,
        "Ocean zones",
        &[
            "ocean", "océano", "océan", "ozean", "sea ", "mar ", "meer", "oceano", "海",
        ],
    ),
    (
        Kind::Skin,
        "Layers of the skin",
        &["skin", "piel", "peau", "haut", "pelle", "皮膚"],
    ),
    (
        Kind::Forest,
        "Rainforest layers",
        &["rainforest", "forest", "selva", "bosque", "regenwald"],
    ),
    (
        Kind::Sun,
        "Inside the sun",
        &["sun", "star", "sol,", "étoile", "stern"],
    ),
    (
        Kind::Earth,
        "Layers of the Earth",
        &[
            "earth",
            "tierra",
            "terre",
            "erde",
            "erdaufbau",
            "terra",
            "planet",
            "globe",
            "moon",
            "mars",
            "地球",
        ],
    ),
];

/// Returns drafts for layers.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let text = carrier(studio.brief);
    let (kind, title) = KINDS
        .iter()
        .find(|(_, _, names)| names.iter().any(|n| begins(&text, n)))
        .map_or((Kind::Any, None), |(kind, title, _)| (*kind, Some(*title)));
    let english = studio.brief.language.0 == "en" && studio.filler;
    let mut words = Words::of(studio.brief).or_title(title.filter(|_| english));
    if words.items.len() < 2
        && studio.filler
        && let Some(topic) = knowledge::find(studio.brief, Known::Parts, false)
    {
        words.sub = words.sub.take().or_else(|| words.items.pop());
        words.items = topic.entries.into_iter().map(Entry::filler).collect();
        words = words.or_title(Some(topic.title));
    }
    // From the outside in, or from the top down.
    let mut order: Vec<Entry> = words.items.iter().map(Entry::stacked).collect();
    if reversed(kind, &order) {
        order.reverse();
    }
    let round = matches!(kind, Kind::Earth | Kind::Sun);
    let ratio = studio.ratio();
    let r = |good: bool, suit: f32| if good { suit } else { 0.0 };
    propose(
        studio,
        CUSTOM,
        &words,
        &[
            Way {
                name: "globe with a cut",
                reason: "A wedge is cut out of the globe, so that every layer shows from the surface to the middle.",
                suits: r(round, 0.9),
                draw: &|sheet| globe(sheet, &order, kind),
            },
            Way {
                name: "rings",
                reason: "Layers lie around the middle as rings, each with its label.",
                suits: r(round, 0.5),
                draw: &|sheet| rings(sheet, &order, kind),
            },
            Way {
                name: "named layers",
                reason: "Layers lie on each other over the whole width; each carries its name.",
                suits: r(!round, if ratio < 1.4 { 0.85 } else { 0.7 }),
                draw: &|sheet| stacked(sheet, &order, kind, false),
            },
            Way {
                name: "block with callouts",
                reason: "A block is cut out of the ground; labels stand beside it at the height of their layers.",
                suits: r(!round, if ratio > 0.7 { 0.8 } else { 0.4 }),
                draw: &|sheet| stacked(sheet, &order, kind, true),
            },
        ],
    )
}

/// Returns whether the prompt counts from the inside out, or from the ground up.
fn reversed(kind: Kind, order: &[Entry]) -> bool {
    let first = order
        .first()
        .map(|e| e.text.to_lowercase())
        .unwrap_or_default();
    let has = |words: &[&str]| words.iter().any(|w| first.contains(w));
    match kind {
        Kind::Earth | Kind::Sun => has(&[
            "inner core",
            "core",
            "núcleo",
            "noyau",
            "innerer",
            "kern",
            "nucleo",
            "内核",
        ]),
        Kind::Air => has(&["tropo", "対流"]),
        Kind::Soil => has(&["bedrock", "roca madre", "grundgestein"]),
        Kind::Ocean => has(&["trench", "abyss", "hadal", "hadopel"]),
        Kind::Skin => has(&["hypoderm", "subcut"]),
        Kind::Forest => has(&["forest floor", "floor"]),
        Kind::Any => false,
    }
}

/// Returns a colour between stops.
fn ramp(stops: &[u32], t: f32) -> Rgba {
    let last = stops.len() - 1;
    let at = t.clamp(0.0, 1.0) * last as f32;
    let i = (at as usize).min(last.saturating_sub(1));
    ink(stops[i]).mix(ink(stops[(i + 1).min(last)]), at - i as f32)
}

/// Returns the colours of `n` layers from the outside in, or from the top down.
fn colors(sheet: &Sheet<'_>, kind: Kind, n: usize) -> Vec<Rgba> {
    let t = |i: usize| {
        if n < 2 {
            0.0
        } else {
            i as f32 / n.saturating_sub(1) as f32
        }
    };
    let stops: &[u32] = match kind {
        Kind::Earth => &[0x7a5236, 0xb5442b, 0xe5722e, 0xf7a93b, 0xffe08a],
        Kind::Sun => &[0xf2852e, 0xf7a93b, 0xfcc74f, 0xfff0b3],
        Kind::Soil => &[0x3e2c1c, 0x6b4a2b, 0x96703f, 0xb9986a, 0x8d8a84],
        Kind::Ocean => &[0x7fd3ee, 0x3a9bd0, 0x1d64a8, 0x123a77, 0x0a1c45],
        Kind::Air => &[0x10194a, 0x24429a, 0x3f7fd0, 0x83c3ee, 0xc9ebfb],
        Kind::Skin => &[0xf0c4a2, 0xe8998c, 0xd9776f, 0xf5da88, 0xb8504c],
        Kind::Forest => &[0xa8d672, 0x6fb04c, 0x3f8341, 0x2b5a33, 0x5d4327],
        Kind::Any => {
            let (a, b) = (sheet.rgb(Token::Accent), sheet.rgb(Token::Canvas));
            return (0..n).map(|i| a.mix(b, 0.72 - 0.66 * t(i))).collect();
        }
    };
    (0..n).map(|i| ramp(stops, t(i))).collect()
}

/// Returns the outer radius of each layer as a share of the globe's, from the outside in.
fn radii(n: usize) -> Vec<f32> {
    // The crust is thin; what is below shares the rest.
    (0..n)
        .map(|i| {
            if i == 0 {
                1.0
            } else {
                0.92 * (1.0 - (i - 1) as f32 / (n as f32 - 0.75).max(1.0))
            }
        })
        .collect()
}

fn disc(c: (f32, f32), r: f32) -> Zone {
    Zone::new(c.0 - r, c.1 - r, 2.0 * r, 2.0 * r)
}

fn globe(sheet: &Sheet<'_>, layers: &[Entry], kind: Kind) -> Option<Body> {
    let n = layers.len();
    let zone = sheet.body;
    let column = column_width(sheet, layers, 80.0, (zone.w * 0.34).min(340.0));
    let art = Zone::new(zone.x, zone.y, zone.w - column - 24.0, zone.h);
    let r = (art.w.min(art.h) * 0.5).min(480.0);
    let used = 2.0 * r + 24.0 + column;
    let left = zone.x + (zone.w - used).max(0.0) * 0.5;
    let c = (left + r, art.center().1);
    if n == 0 || r < 60.0 {
        return None;
    }
    let (from, to) = (18.0, 138.0);
    let colors = colors(sheet, kind, n);
    let radii = radii(n);
    let surface = if kind == Kind::Sun {
        ink(0xf2852e)
    } else {
        ink(0x3f8fcf)
    };
    let mut nodes = vec![
        disc(c, r)
            .hold(ellipse())
            .fill(plantain_scene::node::Paint::Radial {
                center: [0.32, 0.28],
                radius: 0.8,
                stops: vec![
                    (0.0, surface.mix(Rgba::WHITE, 0.3).into()),
                    (0.6, surface.into()),
                    (1.0, surface.mix(Rgba::BLACK, 0.35).into()),
                ],
            })
            .role("globe"),
    ];
    nodes.extend(continents(c, r, kind));
    for (i, share) in radii.iter().enumerate() {
        let sector = disc(c, r * share).hold(shape(Shape::Ring {
            from,
            to,
            hole: 0.0,
        }));
        nodes.push(sector.fill(colors[i]).role("layer"));
        let edge = disc(c, r * share).hold(shape(Shape::Ring {
            from,
            to,
            hole: 0.985,
        }));
        nodes.push(edge.fill(colors[i].mix(Rgba::BLACK, 0.22)));
    }
    for angle in [from, to] {
        let end = polar(c, r, angle);
        nodes.push(
            crate::components::diagram::drawing::PAGE
                .trace(&format!("M{} {} L{} {}", c.0, c.1, end.0, end.1))
                .stroke(Rgba::BLACK.faded(0.18), 3.0),
        );
    }
    // Targets step through the wedge from its upper edge downward, so that the lines keep the order of the layers.
    let callouts: Vec<Callout<'_>> = layers
        .iter()
        .enumerate()
        .map(|(i, entry)| {
            let inner = radii.get(i + 1).copied().unwrap_or(0.0);
            let share = if i + 1 == n {
                radii[i] * 0.45
            } else {
                (radii[i] + inner) * 0.5
            };
            let t = (i as f32 + 0.5) / n as f32;
            let angle = from + 16.0 + (to - from - 44.0) * t;
            Callout {
                entry,
                target: polar(c, r * share, angle),
            }
        })
        .collect();
    let right = Zone::new(
        c.0 + r + 24.0,
        c.1 - r * 0.9,
        zone.right() - c.0 - r - 24.0,
        r * 1.8,
    );
    let none = Zone::new(zone.x, zone.y, 1.0, zone.h);
    nodes.extend(beside(
        sheet,
        &callouts,
        none,
        right,
        Finish::Dot,
        Token::Ink.into(),
    ));
    Some(Body::new(nodes))
}

fn continents(c: (f32, f32), r: f32, kind: Kind) -> Vec<Node> {
    if kind == Kind::Sun {
        return Vec::new();
    }
    let frame = Frame {
        scale: r / 100.0,
        dx: c.0,
        dy: c.1,
    };
    let lands: [&[(f32, f32)]; 4] = [
        &[
            (-58.0, -66.0),
            (-30.0, -82.0),
            (0.0, -84.0),
            (10.0, -66.0),
            (-12.0, -48.0),
            (-18.0, -26.0),
            (-40.0, -18.0),
            (-58.0, -34.0),
            (-72.0, -44.0),
        ],
        &[
            (-46.0, 0.0),
            (-24.0, 6.0),
            (-10.0, 24.0),
            (-20.0, 50.0),
            (-30.0, 78.0),
            (-42.0, 60.0),
            (-48.0, 34.0),
            (-58.0, 16.0),
        ],
        &[
            (-92.0, -14.0),
            (-80.0, -10.0),
            (-78.0, 12.0),
            (-90.0, 24.0),
            (-96.0, 8.0),
        ],
        &[(24.0, 78.0), (44.0, 72.0), (52.0, 78.0), (34.0, 90.0)],
    ];
    lands
        .iter()
        .map(|points| frame.fill(&closed(points), ink(0x6cb35a)).role("land"))
        .collect()
}

fn rings(sheet: &Sheet<'_>, layers: &[Entry], kind: Kind) -> Option<Body> {
    let n = layers.len();
    let zone = sheet.body;
    let column = column_width(sheet, layers, 70.0, (zone.w * 0.25).min(260.0));
    let r = ((zone.w - 2.0 * column - 48.0) * 0.5).min(zone.h * 0.5);
    if n == 0 || r < 80.0 {
        return None;
    }
    let c = zone.center();
    let colors = colors(sheet, kind, n);
    let mut nodes: Vec<Node> = (0..n)
        .map(|i| {
            let share = 1.0 - i as f32 / n as f32;
            disc(c, r * share)
                .hold(ellipse())
                .fill(colors[i])
                .stroke(colors[i].mix(Rgba::BLACK, 0.2), 2.0)
                .role("layer")
        })
        .collect();
    let callouts: Vec<Callout<'_>> = layers
        .iter()
        .enumerate()
        .map(|(i, entry)| {
            let share = 1.0 - (i as f32 + 0.5) / n as f32;
            let angle = if i % 2 == 0 { 90.0 } else { 270.0 } + [-40.0, 34.0, 8.0, -12.0][i % 4];
            Callout {
                entry,
                target: polar(c, r * share, angle),
            }
        })
        .collect();
    let left = Zone::new(c.0 - r - 24.0 - column, zone.y, column, zone.h);
    let right = Zone::new(c.0 + r + 24.0, zone.y, column, zone.h);
    nodes.extend(beside(
        sheet,
        &callouts,
        left,
        right,
        Finish::Dot,
        Token::Ink.into(),
    ));
    Some(Body::new(nodes))
}

fn stacked(sheet: &Sheet<'_>, layers: &[Entry], kind: Kind, outside: bool) -> Option<Body> {
    let n = layers.len();
    let zone = sheet.body;
    if n == 0 {
        return None;
    }
    let block = if outside {
        let w = (zone.w * 0.58).min(zone.h * 1.15);
        let column = column_width(sheet, layers, 90.0, zone.w * 0.4);
        let w = (zone.w - column - 60.0)
            .min(zone.h * 1.5)
            .max(w.min(zone.w - column - 60.0));
        let left = zone.x + (zone.w - w - 40.0 - column) * 0.5;
        Zone::new(left, zone.y, w, zone.h)
    } else {
        zone
    };
    // Grass and sky stand above the ground.
    let head = if kind == Kind::Soil {
        block.h * 0.1
    } else {
        0.0
    };
    let pitch = (block.h - head) / n as f32;
    if pitch < 30.0 {
        return None;
    }
    let colors = colors(sheet, kind, n);
    let sway = (pitch * 0.08).min(10.0) * if kind == Kind::Air { 0.4 } else { 1.0 };
    let cut = Cut {
        block,
        head,
        pitch,
        sway,
        outside,
    };
    let radius = sheet.theme.radius.max(6.0);
    let mut nodes = vec![
        block
            .hold(stack())
            .radius(radius)
            .clip()
            .role("block")
            .children(cut.inside(sheet, kind, &colors)),
    ];
    nodes.extend(cut.names(sheet, layers, &colors));
    Some(Body::new(nodes))
}

/// Where the layers lie in their block.
struct Cut {
    block: Zone,
    /// Height of what stands above the first layer.
    head: f32,
    /// Height of a layer.
    pitch: f32,
    sway: f32,
    /// Whether the names stand beside the block.
    outside: bool,
}

impl Cut {
    /// The layers themselves, each over what lies below it.
    fn inside(&self, sheet: &Sheet<'_>, kind: Kind, colors: &[Rgba]) -> Vec<Node> {
        let (block, head, n) = (self.block, self.head, colors.len());
        let local = Frame {
            scale: 1.0,
            dx: 0.0,
            dy: 0.0,
        };
        let mut inside: Vec<Node> = Vec::new();
        if head > 0.0 {
            inside.push(local.fill(
                &format!(
                    "M0 0 L{} 0 L{} {} L0 {} Z",
                    block.w,
                    block.w,
                    head + 20.0,
                    head + 20.0
                ),
                ink(0xd4ecf9),
            ));
        }
        for (i, color) in colors.iter().enumerate() {
            let y = head + self.pitch * i as f32;
            let amp = if i == 0 && kind != Kind::Ocean && kind != Kind::Soil {
                0.0
            } else {
                self.sway
            };
            let (w, b) = (block.w, block.h);
            let d = format!(
                "M0 {y} C{} {} {} {} {} {y} C{} {} {} {} {w} {y} L{w} {b} L0 {b} Z",
                w * 0.17,
                y - amp * 2.0,
                w * 0.33,
                y + amp * 2.0,
                w * 0.5,
                w * 0.67,
                y - amp * 2.0,
                w * 0.83,
                y + amp * 2.0
            );
            inside.push(local.fill(&d, *color).role("layer"));
            inside.extend(texture(
                sheet,
                (kind, i, n),
                Zone::new(0.0, y, block.w, self.pitch),
                if self.outside {
                    (0.06, 0.92)
                } else {
                    (0.56, 0.97)
                },
                *color,
            ));
        }
        if kind == Kind::Soil {
            inside.extend(grass(&local, block.w, head));
        }
        inside
    }

    /// The names, beside their layers with leaders or on them.
    fn names(&self, sheet: &Sheet<'_>, layers: &[Entry], colors: &[Rgba]) -> Vec<Node> {
        let (zone, block, pitch) = (sheet.body, self.block, self.pitch);
        let mut nodes = Vec::new();
        let most = (pitch * 0.34).clamp(16.0, 34.0);
        let look = Lettering::new(FontRole::Heading, most, SIZE_MIN)
            .weight(700)
            .middle();
        let wide = if self.outside {
            zone.right() - block.right() - 44.0
        } else {
            block.w * 0.52
        };
        let size = sheet.fit_all(
            layers.iter().map(|e| e.text.as_str()),
            look,
            wide,
            pitch * 0.8,
            3,
        );
        for (i, entry) in layers.iter().enumerate() {
            let y = block.y + self.head + pitch * i as f32;
            if self.outside {
                let at = y + pitch * 0.5;
                nodes.extend(leader(
                    sheet,
                    (block.right() + 30.0, at),
                    (block.right() - block.w * 0.03, at),
                    Finish::Dot,
                    Token::Ink.into(),
                ));
                let place = Zone::new(block.right() + 40.0, y, wide, pitch);
                nodes.push(sheet.set(entry, place, look, size, "callout"));
            } else {
                let x = block.x + (block.w * 0.05).max(14.0);
                let place = Zone::new(x, y + self.sway, wide, pitch - self.sway);
                nodes.push(sheet.set(
                    entry,
                    place,
                    look.color(sheet.ink_on(colors[i])),
                    size,
                    "callout",
                ));
            }
        }
        nodes
    }
}

fn grass(f: &Frame, w: f32, y: f32) -> Vec<Node> {
    let mut nodes = vec![f.fill(
        &format!(
            "M0 {} L{w} {} L{w} {} L0 {} Z",
            y - 6.0,
            y - 6.0,
            y + 10.0,
            y + 10.0
        ),
        ink(0x6aa84f),
    )];
    let n = (w / 13.0) as usize;
    for i in 0..n {
        let x = w * (i as f32 + 0.5) / n as f32;
        let tall = [16.0, 26.0, 20.0, 30.0, 14.0][i % 5];
        let lean = [-5.0, 3.0, 6.0, -2.0][i % 4];
        nodes.push(f.fill(
            &format!(
                "M{} {y} Q{} {} {} {} Q{} {} {} {y} Z",
                x - 4.0,
                x,
                y - tall * 0.6,
                x + lean,
                y - tall,
                x + 3.0,
                y - tall * 0.5,
                x + 5.0
            ),
            ink(if i % 2 == 0 { 0x6aa84f } else { 0x548c3c }),
        ));
    }
    nodes
}

/// Things that live or lie in a layer, between two shares of its width, clear of its name.
fn texture(
    sheet: &Sheet<'_>,
    (kind, i, n): (Kind, usize, usize),
    zone: Zone,
    lived: (f32, f32),
    color: Rgba,
) -> Vec<Node> {
    let mut rng = sheet.rng.fork(&format!("texture {i}"));
    let t = (i as f32 + 0.5) / n as f32;
    let f = Frame {
        scale: 1.0,
        dx: zone.x,
        dy: zone.y,
    };
    let mut nodes = Vec::new();
    let mut specks = |count: usize, big: f32, tone: Rgba| {
        for k in 0..count {
            let x =
                zone.w * (lived.0 + (lived.1 - lived.0) * (k as f32 + rng.unit()) / count as f32);
            let y = zone.h * rng.range(0.22, 0.84);
            let r = big * rng.range(0.5, 1.0);
            nodes.push(f.fill(&oval(x, y, r * 1.35, r), tone));
        }
    };
    let names: &[&str] = match kind {
        Kind::Ocean => {
            specks(4, 5.0, color.mix(Rgba::WHITE, 0.28));
            match (t * 5.0) as u32 {
                0 => &["tropical-fish", "fish"],
                1 => &["whale", "turtle"],
                2 => &["squid", "shark"],
                3 => &["jellyfish", "octopus"],
                _ => &["crab", "spiral-shell"],
            }
        }
        Kind::Air => {
            specks(
                if t < 0.6 { 9 } else { 3 },
                if t < 0.6 { 2.2 } else { 1.2 },
                color.mix(Rgba::WHITE, 0.7),
            );
            match (t * 5.0) as u32 {
                0 => &["satellite"],
                1 => &["rocket"],
                2 => &["shooting-star", "comet"],
                3 => &["airplane"],
                _ => &["cloud", "sun-behind-cloud"],
            }
        }
        Kind::Soil => {
            let stones = 3 + (t * 12.0) as usize;
            specks(
                stones,
                (zone.h * (0.05 + 0.14 * t)).min(30.0),
                color.mix(
                    if color.is_dark() {
                        Rgba::WHITE
                    } else {
                        Rgba::BLACK
                    },
                    0.22,
                ),
            );
            if i == 1 { &["worm"] } else { &[] }
        }
        Kind::Skin | Kind::Any | Kind::Earth | Kind::Sun => {
            specks(
                9,
                zone.h * 0.06,
                color.mix(
                    if color.is_dark() {
                        Rgba::WHITE
                    } else {
                        Rgba::BLACK
                    },
                    0.12,
                ),
            );
            &[]
        }
        Kind::Forest => match (t * 5.0) as u32 {
            0 => &["eagle", "parrot"],
            1 => &["monkey"],
            2 => &["snake"],
            3 => &["leopard"],
            _ => &["mushroom", "ant"],
        },
    };
    let room = if zone.w * (lived.1 - lived.0) < 300.0 {
        1
    } else {
        2
    };
    for (k, name) in names.iter().take(room).enumerate() {
        let side = (zone.h * 0.64).min(zone.w * 0.2).min(150.0);
        let span = lived.1 - lived.0;
        let share = lived.1 - span * (0.24 + 0.42 * k as f32 + if i % 2 == 0 { 0.0 } else { 0.12 });
        let x = zone.x + zone.w * share - side * 0.5;
        let y = zone.y + (zone.h - side) * 0.5;
        if x > zone.x + zone.w * (lived.0 - 0.03) && plantain_art::object(name).is_some() {
            nodes.push(object(*name).bounds(x, y, side, side).role("illustration"));
        }
    }
    nodes
}
