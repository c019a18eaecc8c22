//! Layers on each other: over the whole width with their names inside, or as a block with callouts.

use plantain_scene::build::*;
use plantain_scene::color::{Rgba, Token};
use plantain_scene::node::{FontRole, Node};

use super::{Kind, colors};
use crate::components::diagram::callout::{Finish, column_width, leader};
use crate::components::diagram::drawing::{Frame, oval};
use crate::components::diagram::{Body, Entry, Lettering, SIZE_MIN, Sheet};
use crate::components::print::Zone;
use crate::directors::science::plate::ink;

pub(super) fn stacked(
    sheet: &Sheet<'_>,
    layers: &[Entry],
    kind: Kind,
    outside: bool,
) -> Option<Body> {
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
        Kind::Skin | Kind::Trunk | Kind::Round | Kind::Any | Kind::Earth | Kind::Sun => {
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
