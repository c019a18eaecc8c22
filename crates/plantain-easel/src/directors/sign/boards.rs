//! Boards and plates: wood, enamel, neon, plain plates, arrows.

use plantain_scene::build::*;
use plantain_scene::color::{Color, Oklch, Rgba};
use plantain_scene::node::{Align, FontRole, Node};

use super::{paint, wants};
use crate::components::print::art::{self, centred};
use crate::components::print::ground::mixed;
use crate::components::print::ornament;
use crate::components::print::parts;
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, inks_on};
use crate::components::typeset::Part;
use crate::directors::composed;
use crate::rng::Rng;

/// Planks of a board with grain and nails.
pub(super) fn planks(zone: Zone, wood: Rgba, n: usize, rng: &mut Rng) -> Vec<Node> {
    let high = zone.h / n as f32;
    let mut out = Vec::new();
    for i in 0..n {
        let tone = wood
            .mix(Rgba::BLACK, rng.range(0.0, 0.1))
            .mix(Rgba::WHITE, rng.range(0.0, 0.08));
        let plank = Zone::new(
            zone.x + rng.range(-0.012, 0.0) * zone.w,
            zone.y + high * i as f32,
            zone.w * rng.range(1.0, 1.014),
            high - 3.0,
        );
        out.push(
            plank
                .hold(rect())
                .fill(tone)
                .radius(high * 0.05)
                .role("plank"),
        );
        for _ in 0..5 {
            let y = plank.y + plank.h * rng.range(0.12, 0.88);
            let (x, w) = (
                plank.x + plank.w * rng.range(0.0, 0.6),
                plank.w * rng.range(0.2, 0.4),
            );
            out.push(
                rect()
                    .bounds(x, y, w.min(plank.right() - x), 1.6)
                    .radius(1.0)
                    .fill(tone.mix(Rgba::BLACK, 0.12))
                    .role("grain"),
            );
        }
        let nail = (high * 0.07).clamp(3.0, 9.0);
        for x in [plank.x + nail * 2.0, plank.right() - nail * 3.0] {
            out.push(
                ellipse()
                    .bounds(x, plank.y + plank.h * 0.5 - nail * 0.5, nail, nail)
                    .fill(tone.mix(Rgba::BLACK, 0.5))
                    .role("nail"),
            );
        }
    }
    out
}

/// A board of planks on two posts in the grass.
pub(super) const PLANKS: Archetype = Archetype {
    name: "wooden board",
    reason: "The words are painted on planks, and the board stands where such boards stand.",
    suits: |page| {
        if !composed::ordinary(page) {
            0.0
        } else if wants(
            page,
            &[
                "wood", "rustic", "garden", "farm", "trail", "camp", "plank", "cabin", "ranch",
            ],
        ) {
            1.4
        } else {
            0.0
        }
    },
    build: |page| {
        let (w, h) = (page.full.w, page.full.h);
        let mut rng = page.rng.fork("planks");
        let (wood, inks) = painted_wood(page);
        let sky = Oklch::new(0.9, 0.05, 220.0).rgba();
        let mut root = page.root(Tone::Canvas).child(
            page.full
                .hold(rect())
                .gradient(180.0, sky.mix(Rgba::WHITE, 0.2), Rgba::hex(0xf6f3df))
                .role("sky"),
        );
        let far = Rgba::hex(0x9cbf86);
        root = root.child(
            ellipse()
                .bounds(-w * 0.2, h * 0.66, w * 0.9, h * 0.5)
                .fill(far)
                .role("hill"),
        );
        root = root.child(
            ellipse()
                .bounds(w * 0.4, h * 0.7, w, h * 0.5)
                .fill(far.mix(Rgba::BLACK, 0.08))
                .role("hill"),
        );
        let board = if page.ratio() > 1.0 {
            Zone::new(w * 0.13, h * 0.14, w * 0.74, h * 0.56)
        } else {
            Zone::new(w * 0.09, h * 0.16, w * 0.82, h * 0.5)
        };
        for x in [board.x + board.w * 0.14, board.right() - board.w * 0.2] {
            root = root.child(
                rect()
                    .bounds(x, board.y - h * 0.03, board.w * 0.06, h * 0.95 - board.y)
                    .radius(4.0)
                    .fill(wood.mix(Rgba::BLACK, 0.32))
                    .role("post"),
            );
        }
        let n = 3 + rng.below(2);
        root = root.children(planks(board, wood, n, &mut rng));
        root = root.children(meadow(page, h * 0.86, &mut rng));
        root = root.child(lettered(page, board, &inks));
        root.children(beside(page, board))
    },
};

/// The colour of the wood, and the paint for everything that is written on it.
pub(super) fn painted_wood(page: &Page<'_>) -> (Rgba, Inks) {
    let wood = match coat(page) {
        _ if wants(page, &["white wood", "whitewashed"]) => Rgba::hex(0xe9e2d4),
        Some(coat) => coat,
        None => Rgba::hex(0xb5814c),
    };
    let ink = page.studio.brief.look.ink.as_ref().map_or(
        if wood.is_dark() {
            Rgba::hex(0xfff6e4)
        } else {
            Rgba::hex(0x3a220f)
        },
        crate::wardrobe::rgb,
    );
    let ink: Color = ink.readable_on(wood, 4.5).into();
    let inks = Inks {
        ink,
        pop: ink,
        quiet: ink,
        bold: ink,
        ..inks_on(page.studio, page.theme, wood)
    };
    (wood, inks)
}

/// The paint of the board where the prompt gives the sign a colour and says nothing of wood.
pub(super) fn coat(page: &Page<'_>) -> Option<Rgba> {
    if wants(page, &["wood", "plank", "background"]) {
        return None;
    }
    let brief = page.studio.brief;
    let ground = match &brief.canvas.background {
        Some(plantain_read::Background::Color(color)) => Some(color),
        _ => None,
    };
    brief
        .look
        .palette
        .first()
        .or(ground)
        .map(crate::wardrobe::rgb)
}

/// All words of the sign in the middle of its board.
pub(super) fn lettered(page: &Page<'_>, board: Zone, inks: &Inks) -> Node {
    let mut all = parts::head(page, inks);
    all.extend(parts::deal(page, inks));
    all.extend(parts::tail(page, inks));
    all.extend(parts::cta(page, inks));
    let inner = board.inset_xy(board.w * 0.07, board.h * 0.09);
    page.set(&all, inner, Align::Center, 0.5).0
}

/// The things of the brief at the foot of the posts.
fn beside(page: &Page<'_>, board: Zone) -> Vec<Node> {
    if page.art.is_empty() {
        return Vec::new();
    }
    let (w, h) = (page.full.w, page.full.h);
    let high = (h * 0.97 - board.bottom()).max(h * 0.16) * 1.25;
    let pieces = &page.art.pieces;
    let spots: &[f32] = match pieces.len() {
        // As many stand there as were asked for.
        1 if !pieces[0].open => &[0.16],
        1 => &[0.16, 0.84],
        2 => &[0.18, 0.82],
        _ => &[0.1, 0.26, 0.78, 0.92],
    };
    spots
        .iter()
        .enumerate()
        .map(|(i, x)| {
            let side = high.min(w * 0.2) * if i % 2 == 0 { 1.0 } else { 0.86 };
            pieces[i % pieces.len()].node("").bounds(
                w * x - side * 0.5,
                h * 0.975 - side,
                side,
                side,
            )
        })
        .collect()
}

/// Grass and its blades along the foot.
pub(super) fn meadow(page: &Page<'_>, top: f32, rng: &mut Rng) -> Vec<Node> {
    let (w, h) = (page.full.w, page.full.h);
    let green = Rgba::hex(0x5f9a4c);
    let mut out = vec![
        rect()
            .bounds(0.0, top, w, h - top)
            .fill(green)
            .role("grass"),
    ];
    for _ in 0..46 {
        let (x, s) = (w * rng.unit(), h * rng.range(0.02, 0.05));
        out.push(ornament::tight(
            &[
                (x, top + 2.0),
                (x + s * 0.3, top + 2.0),
                (x + s * rng.range(-0.2, 0.5), top - s),
            ],
            green.mix(Rgba::BLACK, rng.range(0.0, 0.18)).into(),
        ));
    }
    out
}

/// Glowing tubes on a dark brick wall.
pub(super) const NEON: Archetype = Archetype {
    name: "neon sign",
    reason: "Tubes of light on a dark wall: the letters glow, a bent tube frames them.",
    suits: |page| {
        if composed::ordinary(page) && wants(page, &["neon", "led sign", "glowing"]) {
            1.6
        } else {
            0.0
        }
    },
    build: |page| {
        let (w, h) = (page.full.w, page.full.h);
        let wall = Rgba::hex(0x1c1720);
        let tube = paint(page, 0xff3d8b);
        let glow = tube.oklch();
        let bright = Oklch::new(0.88, (glow.c * 0.6).min(0.16), glow.h).rgba();
        let second = page.studio.brief.look.palette.get(1).map_or(
            Oklch::new(0.85, 0.12, (glow.h + 190.0) % 360.0).rgba(),
            crate::wardrobe::rgb,
        );
        let mut root = page
            .root(Tone::Canvas)
            .child(page.full.hold(rect()).fill(wall).role("wall"));
        let brick_h = h / 18.0;
        let brick = wall.mix(Rgba::hex(0x6b3a3f), 0.22);
        for r in 0..18 {
            let shift = if r % 2 == 0 { 0.0 } else { 0.5 };
            for c in -1..9 {
                let x = w * (c as f32 + shift) / 8.0;
                root = root.child(
                    rect()
                        .bounds(
                            x + 2.0,
                            brick_h * r as f32 + 2.0,
                            w / 8.0 - 4.0,
                            brick_h - 4.0,
                        )
                        .radius(2.0)
                        .fill(brick)
                        .role("brick"),
                );
            }
        }
        let frame = page.full.inset(page.margin * 1.3);
        for (grow, alpha) in [(14.0_f32, 0.1_f32), (8.0, 0.18), (3.0, 1.0)] {
            let color = if alpha > 0.9 {
                second.into()
            } else {
                Color::Fixed(second).alpha(alpha)
            };
            root = root.child(
                frame
                    .hold(rect())
                    .stroke(color, grow * (w.min(h) / 1024.0).max(0.4) * 2.0)
                    .radius(page.margin * 0.9)
                    .role("tube"),
            );
        }
        let inks = Inks {
            ink: bright.into(),
            pop: second.readable_on(wall, 4.5).into(),
            quiet: bright.into(),
            bold: bright.into(),
            ..inks_on(page.studio, page.theme, wall)
        };
        let mut all: Vec<Part> = page
            .words
            .kicker
            .iter()
            .map(|l| parts::kicker(l, &inks))
            .collect();
        all.extend(
            page.words
                .title
                .as_ref()
                .map(|t| parts::title(page, t, inks.ink)),
        );
        all.extend(page.words.sub.iter().map(|l| {
            parts::sub(l, &inks)
                .scale(0.4, 16.0, 80.0)
                .color(inks.pop)
                .font(FontRole::Heading, 0)
        }));
        all.extend(parts::deal(page, &inks));
        all.extend(parts::louder(parts::tail(page, &inks), 1.3));
        all.extend(parts::cta(page, &inks));
        let mut zone = frame.inset(page.margin);
        if !page.art.is_empty() {
            let (art, text) = if page.ratio() > 1.25 {
                zone.columns(0.3, page.margin * 0.6)
            } else {
                zone.rows(0.4, page.margin * 0.4)
            };
            root = root.children(page.art.arrange(art, "neon"));
            zone = text;
        }
        let (node, taken) = page.set(&all, zone, Align::Center, 0.5);
        let halo = taken.inset_xy(taken.w * 0.02, -taken.h * 0.1);
        root.child(
            halo.hold(ellipse())
                .fill(plantain_scene::node::Paint::Radial {
                    center: [0.5, 0.5],
                    radius: 0.5,
                    stops: vec![
                        (0.0, Color::Fixed(tube).alpha(0.3)),
                        (1.0, Color::Fixed(tube).alpha(0.0)),
                    ],
                })
                .role("glow"),
        )
        .child(node)
    },
};

/// A curved enamel plate with a double border.
pub(super) const ENAMEL: Archetype = Archetype {
    name: "enamel plate",
    reason: "An enamel plate with a double border has the calm of old shop fronts.",
    suits: |page| {
        if !composed::ordinary(page) {
            0.0
        } else if wants(
            page,
            &[
                "vintage", "enamel", "shop", "pub", "barber", "cafe", "bakery", "welcome", "retro",
                "hotel",
            ],
        ) {
            0.95
        } else {
            0.7
        }
    },
    build: |page| {
        let asked = page.studio.brief.canvas.background.is_some();
        let choices = [0x12355b_u32, 0x0f4d3c, 0x7a1722, 0x1d1d1f, 0xf6efdc];
        let custom = choices[page.rng.fork("enamel").below(choices.len())];
        let ground = if asked {
            page.theme.token(Tone::Canvas.token())
        } else {
            paint(page, custom)
        };
        let inks = inks_on(page.studio, page.theme, ground);
        let cream = if ground.is_dark() {
            Rgba::hex(0xfdf3dc)
        } else {
            Rgba::hex(0x20302a)
        };
        let ink: Color = cream.readable_on(ground, 4.5).into();
        let inks = Inks {
            ink,
            pop: ink,
            quiet: ink,
            bold: ink,
            ..inks
        };
        let wall = if asked {
            ground
        } else {
            ground.mix(Rgba::hex(0xe8e2d6), 0.82)
        };
        let full = page.full;
        let plate = full.inset(page.margin * 0.8);
        let radius = plate.w.min(plate.h) * 0.07;
        let mut root = page
            .root(Tone::Canvas)
            .child(full.hold(rect()).fill(wall).role("wall"))
            .child(
                plate
                    .hold(rect())
                    .fill(ground)
                    .radius(radius)
                    .shadow(
                        page.margin * 0.08,
                        page.margin * 0.3,
                        Color::Fixed(Rgba::BLACK).alpha(0.28),
                    )
                    .role("sign"),
            );
        for (inset, width) in [(0.3, 0.075), (0.48, 0.03)] {
            root = root.child(
                plate
                    .inset(page.margin * inset)
                    .hold(rect())
                    .stroke(ink, (page.margin * width).max(1.5))
                    .radius((radius - page.margin * inset).max(4.0))
                    .role("border"),
            );
        }
        let zone = plate.inset_xy(page.margin * 1.0, page.margin * 0.9);
        let w = (zone.w * 0.4).min(300.0);
        let mut all = parts::head(page, &inks);
        let at = all.len().min(1 + page.words.kicker.len());
        if page.words.support() > 0 {
            all.insert(
                at,
                Part::fixed(
                    ornament::divider(w, 16.0, ink, page.rng.fork("divider").below(4)),
                    w,
                    16.0,
                )
                .gap(0.2),
            );
        }
        all.extend(parts::deal(page, &inks));
        all.extend(parts::louder(parts::tail(page, &inks), 1.3));
        all.extend(parts::cta(page, &inks));
        if page.art.is_empty()
            && let Some(name) = pictogram(page)
        {
            let (sign, text) = if page.ratio() > 1.3 {
                zone.columns(0.34, page.margin * 0.6)
            } else {
                zone.rows(0.5, page.margin * 0.5)
            };
            let side = sign.w.min(sign.h) * 0.86;
            root = root.child(
                centred(sign, side)
                    .hold(icon(name, side))
                    .color(ink)
                    .icon_stroke(1.9)
                    .role("mark"),
            );
            return root.child(page.set(&all, text, Align::Center, 0.5).0);
        }
        let (art, text) = if page.ratio() > 1.4 && !page.art.is_empty() {
            let (a, t) = zone.columns(0.3, page.margin * 0.6);
            (Some(a), t)
        } else {
            composed::art_above(page, zone)
        };
        if let Some(art) = art {
            root = root.children(page.art.arrange(art, &page.theme.manner));
        }
        root.child(page.set(&all, text, Align::Center, 0.5).0)
    },
};

/// A plate with a border and screws.
pub(super) const PLATE: Archetype = Archetype {
    name: "sign plate",
    reason: "A plate with a heavy border and large plain letters can be read from afar.",
    suits: |page| if composed::ordinary(page) { 0.8 } else { 0.0 },
    build: |page| {
        let asked = page.studio.brief.canvas.background.is_some();
        let tone = if asked {
            Tone::Canvas
        } else {
            *page
                .rng
                .fork("tone")
                .pick(&[Tone::Accent, Tone::Canvas, Tone::Ink])
        };
        let inks = page.inks(tone);
        let outer = page.full.inset(page.margin * 0.5);
        let radius = page.theme.radius.max(16.0);
        let mut root = page.root(tone).child(
            outer
                .hold(rect())
                .stroke(inks.ink, (page.margin * 0.13).max(4.0))
                .radius(radius)
                .role("border"),
        );
        let dot = page.margin * 0.2;
        for (x, y) in [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0), (1.0, 1.0)] {
            let inset = page.margin * 0.95;
            let (px, py) = (
                inset + x * (page.full.w - 2.0 * inset - dot),
                inset + y * (page.full.h - 2.0 * inset - dot),
            );
            root = root.child(
                ellipse()
                    .bounds(px, py, dot, dot)
                    .fill(mixed(page, inks.ink, inks.ground, 0.5))
                    .role("screw"),
            );
        }
        let zone = page.live.inset_xy(page.margin * 0.8, page.margin * 0.7);
        let (art, text) = if page.ratio() > 1.4 && !page.art.is_empty() {
            let (a, t) = zone.columns(0.32, page.margin * 0.6);
            (Some(a), t)
        } else {
            composed::art_above(page, zone)
        };
        if let Some(art) = art {
            root = root.children(page.art.arrange(art, &page.theme.manner));
        }
        root.children(parts::everything(page, text, &inks, Align::Center, 0.5))
    },
};

/// An icon for what a short sign says ("restroom", "exit", "elevator").
fn pictogram(page: &Page<'_>) -> Option<String> {
    let title = page.words.title.as_ref()?.text.to_lowercase();
    if title.split_whitespace().count() > 3 {
        return None;
    }
    let named = |word: &str| plantain_art::find_icon_named(word).map(|icon| icon.name.to_owned());
    // A single word may be meant by a tag of an icon, one of several only by its name.
    match title.contains(' ') {
        false => art::find_icon([title.as_str()]),
        true => named(&title).or_else(|| title.split(' ').filter(|w| w.len() > 3).find_map(named)),
    }
}
