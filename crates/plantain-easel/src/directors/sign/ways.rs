//! Signs that point to several places: a board of lines with arrows, and a post with a board for each place.

use plantain_read::Role;
use plantain_scene::build::*;
use plantain_scene::color::{Color, Oklch, Rgba};
use plantain_scene::node::{Align, FontRole, Node};

use super::boards::{coat, meadow, painted_wood};
use super::wants;
use crate::components::print::parts;
use crate::components::print::{Archetype, Inks, Page, Tone, Zone, inks_on};
use crate::components::typeset::Part;
use crate::components::wording::Line;

/// Most places that boards on one post show.
const BOARDS_MAX: usize = 5;

/// Where a place lies, seen from the sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Left,
    Right,
    Ahead,
    Back,
}

impl Way {
    fn named(word: &str) -> Option<Self> {
        match word {
            "left" => Some(Self::Left),
            "right" => Some(Self::Right),
            "ahead" => Some(Self::Ahead),
            "back" => Some(Self::Back),
            _ => None,
        }
    }

    /// Turn of an arrow that points to the right.
    fn turn(self) -> f32 {
        match self {
            Self::Right => 0.0,
            Self::Back => 90.0,
            Self::Left => 180.0,
            Self::Ahead => -90.0,
        }
    }
}

/// Returns the places with their ways, in the order of the prompt.
fn ways(page: &Page<'_>) -> Vec<(Way, Line)> {
    let brief = page.studio.brief;
    let told: Vec<(Way, Line)> = brief
        .pairs
        .iter()
        .filter(|pair| pair.label.is_none())
        .filter_map(|pair| {
            let text = brief.literals.get(pair.value)?.text.clone();
            Some((Way::named(&pair.label_text)?, Line::asked(text, Role::Item)))
        })
        .collect();
    if !told.is_empty() || !is_post(page) {
        return told;
    }
    // The boards of a post point to either side where nobody tells where to.
    let places = brief
        .literals
        .iter()
        .map(|literal| Line::asked(literal.text.clone(), Role::Item));
    let sides = [Way::Right, Way::Left];
    let turn = page.rng.fork("sides").below(2);
    places
        .enumerate()
        .map(|(i, line)| (sides[(i + turn) % 2], line))
        .collect()
}

/// Whether the sign is a post with boards that point.
fn is_post(page: &Page<'_>) -> bool {
    wants(
        page,
        &[
            "signpost",
            "sign post",
            "finger post",
            "fingerpost",
            "guidepost",
            "wegweiser",
        ],
    )
}

/// The lines of the sign that are no places.
fn others(page: &Page<'_>, ways: &[(Way, Line)]) -> Vec<Line> {
    page.words
        .lines()
        .filter(|line| line.literal && ways.iter().all(|(_, place)| place.text != line.text))
        .map(|line| line.clone().parted().1)
        .collect()
}

fn head(page: &Page<'_>, lines: &[Line], inks: &Inks) -> Vec<Part> {
    lines
        .iter()
        .enumerate()
        .map(|(i, line)| match i {
            0 => parts::title(page, line, inks.ink),
            _ => parts::sub(line, inks),
        })
        .collect()
}

fn arrow(zone: Zone, way: Way, color: Color) -> Node {
    zone.hold(path(
        "M4 41 L58 41 L58 17 L97 50 L58 83 L58 59 L4 59 Z",
        100.0,
        100.0,
    ))
    .fill(color)
    .rotate(way.turn())
    .role("arrow")
}

/// The size at which every place fits its room.
fn common(page: &Page<'_>, ways: &[(Way, Line)], room: (f32, f32), max: f32) -> f32 {
    ways.iter()
        .map(|(_, line)| {
            let ems = page
                .setter()
                .ems(&line.text, FontRole::Heading, 700, 0.0)
                .max(0.1);
            room.0 / ems
        })
        .fold(max.min(room.1), f32::min)
        .max(14.0)
}

fn place_name(page: &Page<'_>, line: &Line, zone: Zone, align: Align, look: (Color, f32)) -> Node {
    let part = Part::text(line, "item")
        .font(FontRole::Heading, 700)
        .scale(1.0, 12.0, look.1)
        .color(look.0);
    page.set_sized(&[part], zone, align, 0.5, (12.0, look.1)).0
}

/// Lines with arrows on one plate, as in stations and hospitals.
pub(super) const LINES: Archetype = Archetype {
    name: "board of ways",
    reason: "Every place has its line and its arrow, all of one size: who walks past reads the one that matters.",
    // What stands on a post is no plate on a wall.
    suits: |page| {
        if ways(page).len() >= 2 && !is_post(page) {
            1.5
        } else {
            0.0
        }
    },
    build: |page| {
        let custom = *page
            .rng
            .fork("plate")
            .pick(&[0x12355b, 0x1d4d3a, 0x1f2328, 0x0b5fa5]);
        // Airports the world over point the way in yellow and black.
        let custom = if wants(page, &["airport", "terminal"]) {
            0xffc71f
        } else {
            custom
        };
        let plate = coat(page).unwrap_or(Rgba::hex(custom));
        let inks = inks_on(page.studio, page.theme, plate);
        let ways = ways(page);
        let heading = head(page, &others(page, &ways), &inks);
        let mut root = page.root(Tone::Canvas).child(
            page.full
                .hold(rect())
                .fill(plate.mix(Rgba::BLACK, 0.35))
                .role("wall"),
        );
        let board = page.full.inset(page.margin * 0.6);
        root = root.child(board.hold(rect()).fill(plate).radius(18.0).role("sign"));
        let inner = board.inset(page.margin * 0.8);
        let share = if heading.is_empty() { 0.0 } else { 0.24 };
        let (top, rows) = inner.rows(
            share,
            if heading.is_empty() {
                0.0
            } else {
                page.margin * 0.5
            },
        );
        if !heading.is_empty() {
            let lead = (20.0, top.h * 0.7);
            root = root.child(page.set_sized(&heading, top, page.ranged(), 0.3, lead).0);
        }
        let h = (rows.h / ways.len() as f32).min(rows.w * 0.3);
        let begin = rows.y + (rows.h - h * ways.len() as f32) * 0.5;
        let side = (h * 0.62).min(rows.w * 0.2);
        let gap = side * 0.45;
        let size = common(page, &ways, (rows.w - side - gap, h * 0.6), h * 0.5);
        for (i, (way, line)) in ways.iter().enumerate() {
            let y = begin + h * i as f32;
            if i > 0 {
                root = root.child(
                    rect()
                        .bounds(rows.x, y - 1.0, rows.w, 2.0)
                        .fill(inks.line)
                        .role("rule"),
                );
            }
            // An arrow to the right stands at the right end, where it points off the board.
            let right = *way == Way::Right;
            let x = if right { rows.right() - side } else { rows.x };
            let text = Zone::new(
                if right { rows.x } else { rows.x + side + gap },
                y,
                rows.w - side - gap,
                h,
            );
            let align = if right { Align::End } else { Align::Start };
            let mark = Zone::new(x, y + (h - side) * 0.5, side, side);
            root = root.child(arrow(mark, *way, inks.pop)).child(place_name(
                page,
                line,
                text,
                align,
                (inks.ink, size),
            ));
        }
        root
    },
};

/// A post in the open with a board for each place.
pub(super) const POST: Archetype = Archetype {
    name: "finger post",
    reason: "Each place has a board of its own whose end points there, as at a fork of the path.",
    suits: |page| {
        let n = ways(page).len();
        let outdoors = wants(
            page,
            &[
                "wood",
                "rustic",
                "trail",
                "beach",
                "post",
                "camp",
                "farm",
                "garden",
                "park",
                "forest",
                "hiking",
                "fantasy",
                "wegweiser",
                "holz",
            ],
        );
        let indoors = wants(
            page,
            &[
                "airport", "terminal", "station", "hospital", "mall", "office", "museum", "subway",
            ],
        );
        match (2..=BOARDS_MAX).contains(&n) {
            true if outdoors => 1.8,
            true if indoors => 0.0,
            true => 1.45,
            false => 0.0,
        }
    },
    build: |page| {
        let (w, h) = (page.full.w, page.full.h);
        let mut rng = page.rng.fork("post");
        let (wood, inks) = painted_wood(page);
        let ways = ways(page);
        let lines = others(page, &ways);
        let sky = Oklch::new(0.9, 0.05, 220.0).rgba();
        let mut root = page.root(Tone::Canvas).child(
            page.full
                .hold(rect())
                .gradient(180.0, sky.mix(Rgba::WHITE, 0.2), Rgba::hex(0xf6f3df))
                .role("sky"),
        );
        root = root.children(meadow(page, h * 0.88, &mut rng));
        let top = if lines.is_empty() { h * 0.1 } else { h * 0.24 };
        let post = (w * 0.05).min(h * 0.06);
        root = root.child(
            rect()
                .bounds((w - post) * 0.5, top - h * 0.04, post, h * 0.94 - top)
                .radius(post * 0.3)
                .fill(wood.mix(Rgba::BLACK, 0.4))
                .role("post"),
        );
        if !lines.is_empty() {
            let on_sky = inks_on(page.studio, page.theme, sky);
            let zone = Zone::new(page.live.x, h * 0.03, page.live.w, h * 0.14);
            root = root.child(
                page.set_sized(
                    &head(page, &lines, &on_sky),
                    zone,
                    Align::Center,
                    0.5,
                    (18.0, h * 0.09),
                )
                .0,
            );
        }
        let room = h * 0.8 - top;
        let step = (room / ways.len() as f32).min(w * 0.26);
        let high = step * 0.8;
        let long = (w * 0.66).min(high * 5.5);
        let size = common(page, &ways, (long * 0.72, high * 0.62), high * 0.52);
        for (i, (way, line)) in ways.iter().enumerate() {
            let y = top + step * i as f32;
            let lean = match way {
                Way::Left => -0.14,
                Way::Right => 0.14,
                _ => 0.0,
            };
            let board = Zone::new((w - long) * 0.5 + long * lean, y, long, high);
            root = root.children(finger(board, *way, wood, &inks));
            let text = board.inset_xy(long * 0.13, high * 0.14);
            let text = match way {
                Way::Ahead | Way::Back => {
                    Zone::new(text.x + high * 0.5, text.y, text.w - high * 0.5, text.h)
                }
                _ => text,
            };
            root = root.child(place_name(
                page,
                line,
                text,
                Align::Center,
                (inks.ink, size),
            ));
        }
        root
    },
};

/// A board whose end points; one for what lies ahead or behind is straight and carries an arrow.
fn finger(board: Zone, way: Way, wood: Rgba, inks: &Inks) -> Vec<Node> {
    let d = match way {
        Way::Right => "M0 4 L88 0 L100 50 L88 100 L0 96 L3 50 Z",
        Way::Left => "M100 4 L12 0 L0 50 L12 100 L100 96 L97 50 Z",
        _ => "M0 3 L100 0 L98 50 L100 97 L0 100 L2 50 Z",
    };
    let shadow = Zone::new(board.x + 4.0, board.y + 6.0, board.w, board.h);
    let mut out = vec![
        shadow
            .hold(path(d, 100.0, 100.0))
            .fill(wood.mix(Rgba::BLACK, 0.55).faded(0.35))
            .role("shadow"),
        board.hold(path(d, 100.0, 100.0)).fill(wood).role("board"),
    ];
    for (x, y, long) in [
        (0.16, 0.16, 0.3),
        (0.5, 0.84, 0.28),
        (0.22, 0.78, 0.14),
        (0.6, 0.2, 0.2),
    ] {
        out.push(
            rect()
                .bounds(
                    board.x + board.w * x,
                    board.y + board.h * y,
                    board.w * long,
                    1.6,
                )
                .fill(wood.mix(Rgba::BLACK, 0.16))
                .role("grain"),
        );
    }
    if matches!(way, Way::Ahead | Way::Back) {
        let side = board.h * 0.52;
        let zone = Zone::new(
            board.x + board.w * 0.07,
            board.y + (board.h - side) * 0.5,
            side,
            side,
        );
        out.push(arrow(zone, way, inks.ink));
    }
    out
}
