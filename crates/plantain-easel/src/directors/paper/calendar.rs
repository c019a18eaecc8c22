//! Calendars.

use plantain_read::Role;
use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba, Token};
use plantain_scene::node::{Align, FontRole, Node};

use crate::components::print::ground::mixed;
use crate::components::print::parts;
use crate::components::print::{Archetype, Page, Tone, Zone, drafts_with};
use crate::components::typeset::{Part, node_role};
use crate::components::wording::{Line, Wording};
use crate::directors::{composed, planner};
use crate::studio::{Draft, Studio};

/// Returns drafts for a calendar.
pub fn calendar(studio: &Studio<'_>) -> Vec<Draft> {
    if let Some(planner) = &studio.brief.planner {
        return planner::direct(studio, planner);
    }
    let mut words = Wording::of(studio);
    if words.title.is_none() {
        words.title = words.take_fact(&[Role::Date]);
    }
    drafts_with(
        studio,
        &[
            "minimal",
            "friendly",
            "mid-century",
            "swiss",
            "botanical",
            "pastel",
        ],
        &[&TEAR_OFF, &DOORS, &composed::STRIP, &composed::TOWER],
        &words,
    )
}

/// Returns the line that names a day of the month: "14", "14 February", "February 14".
fn day_number(page: &Page<'_>) -> Option<Line> {
    let is_day = |word: &str| {
        word.trim_end_matches(['.', ','])
            .parse::<u32>()
            .is_ok_and(|n| (1..=31).contains(&n))
    };
    let names_day = |l: &&Line| {
        let words: Vec<&str> = l.text.split_whitespace().collect();
        words.len() <= 3 && words.iter().any(|w| is_day(w))
    };
    page.words.lines().find(names_day).cloned()
}

/// One day of a tear-off calendar.
const TEAR_OFF: Archetype = Archetype {
    name: "tear-off day",
    reason: "One day, its number as large as the sheet allows, month above and weekday below.",
    suits: |page| {
        let n = page.words.lines().filter(|l| l.literal).count();
        if composed::ordinary(page) && day_number(page).is_some() && n <= 5 && !doors_asked(page) {
            1.2
        } else {
            0.0
        }
    },
    build: |page| {
        let (paper, band) = (
            page.inks(Tone::Surface),
            crate::components::print::inks_on(page.studio, page.theme, Rgba::hex(0xc92a2a)),
        );
        let red = Rgba::hex(0xc92a2a);
        let side = page.full.w.min(page.full.h) * 0.8;
        let sheet = crate::components::print::art::centred(page.full, side);
        let shade = Color::Token(Token::Ink, 0.22);
        let mut root = page.root(Tone::Canvas);
        for i in (1..4).rev() {
            let d = i as f32 * 6.0;
            root = root.child(
                Zone::new(sheet.x + d * 0.4, sheet.y + d, sheet.w - d * 0.8, sheet.h)
                    .hold(rect())
                    .fill(Rgba::WHITE)
                    .stroke(Color::Token(Token::Ink, 0.12), 1.0)
                    .radius(14.0)
                    .role("sheet"),
            );
        }
        root = root.child(
            sheet
                .hold(rect())
                .fill(Tone::Surface.token())
                .radius(14.0)
                .shadow(10.0, 36.0, shade)
                .role("sheet"),
        );
        let (number, others) = day_and_rest(page);
        let (top, rest) = sheet.rows(0.24, 0.0);
        root = root.child(
            Node {
                style: plantain_scene::node::Style {
                    corners: Some([14.0, 14.0, 0.0, 0.0]),
                    ..Default::default()
                },
                ..top.hold(rect())
            }
            .fill(red)
            .role("band"),
        );
        for x in [0.25_f32, 0.75] {
            root = root.child(
                rect()
                    .bounds(sheet.x + sheet.w * x - 9.0, sheet.y - 22.0, 18.0, 48.0)
                    .radius(9.0)
                    .fill(paper.ink)
                    .role("ring"),
            );
        }
        let month: Vec<Part> = others
            .iter()
            .take(1)
            .map(|l| {
                Part::text(l, "month")
                    .font(FontRole::Heading, 700)
                    .scale(1.0, 18.0, 90.0)
                    .color(band.ink)
                    .lines(1)
            })
            .collect();
        root = root.child(
            page.set_sized(
                &month,
                top.inset_xy(side * 0.08, side * 0.05),
                Align::Center,
                0.6,
                (18.0, side * 0.11),
            )
            .0,
        );
        let mut day: Vec<Part> = number
            .iter()
            .map(|l| {
                Part::text(l, "day")
                    .font(FontRole::Display, 0)
                    .scale(1.0, 40.0, 600.0)
                    .color(paper.ink)
                    .leading(1.05)
            })
            .collect();
        day.extend(others.iter().skip(1).map(|l| {
            Part::text(l, node_role(l.role))
                .font(FontRole::Heading, 600)
                .scale(0.2, 18.0, 64.0)
                .color(paper.quiet)
                .gap(0.2)
        }));
        // A thing that the day is marked with stands under it.
        let (rest, art) = if page.art.is_empty() {
            (rest, None)
        } else {
            let (day, art) = rest.rows(0.68, 0.0);
            (day, Some(art))
        };
        if let Some(art) = art {
            let place = art.inset_xy(side * 0.08, side * 0.02);
            root = root.children(page.art.arrange(place, &page.theme.manner));
        }
        root.child(
            page.set_sized(
                &day,
                rest.inset_xy(side * 0.08, side * 0.04),
                Align::Center,
                0.5,
                (40.0, side * 0.5),
            )
            .0,
        )
    },
};

/// The line with the day of a tear-off calendar, and the others: the month first, whatever their order.
fn day_and_rest(page: &Page<'_>) -> (Option<Line>, Vec<Line>) {
    // "Friday" "13": the weekday is a line of its own, and no label of the number.
    let (label, number) = match day_number(page).map(Line::parted) {
        Some((label, number)) => (label, Some(number)),
        None => (None, None),
    };
    let mut rest = page.words.clone();
    let mut all: Vec<Line> = rest.kicker.drain(..).chain(rest.title.take()).collect();
    all.append(&mut rest.buttons);
    all.extend(rest.drain_support());
    all.retain(|l| Some(&l.text) != number.as_ref().map(|n| &n.text));
    all.extend(label);
    let is_month = |l: &Line| {
        let lower = l.text.to_lowercase();
        lower
            .split_whitespace()
            .any(|w| plantain_read::month_number(w).is_some())
    };
    all.sort_by_key(|l| !is_month(l));
    (number, all)
}

fn doors_asked(page: &Page<'_>) -> bool {
    let prompt = page.studio.brief.heard();
    prompt.contains("advent") || prompt.contains("numbered")
}

/// Numbered doors, one of them open to the eye.
const DOORS: Archetype = Archetype {
    name: "numbered doors",
    reason: "Equal numbered doors in a grid, the one that counts in the accent.",
    suits: |page| {
        if composed::ordinary(page) && doors_asked(page) {
            1.4
        } else {
            0.0
        }
    },
    build: |page| {
        let inks = page.inks(Tone::Canvas);
        let stressed = page
            .words
            .lines()
            .find(|l| {
                l.literal
                    && l.text
                        .trim()
                        .parse::<u32>()
                        .is_ok_and(|n| (1..=31).contains(&n))
            })
            .cloned();
        let mut lines: Vec<Line> = page.words.kicker.clone();
        lines.extend(page.words.title.iter().cloned());
        lines.extend(page.words.clone().drain_support());
        lines.retain(|l| Some(&l.text) != stressed.as_ref().map(|s| &s.text));
        let head: Vec<Part> = lines
            .iter()
            .enumerate()
            .map(|(i, l)| {
                if i == 0 {
                    parts::title(page, l, inks.ink)
                } else {
                    parts::sub(l, &inks)
                }
            })
            .collect();
        let (top, grid) = page
            .live
            .rows(if head.is_empty() { 0.0 } else { 0.16 }, page.margin * 0.4);
        let mut root = page.root(Tone::Canvas).child(
            page.set_sized(&head, top, Align::Center, 0.3, (24.0, page.full.h * 0.12))
                .0,
        );
        let columns = if page.ratio() > 1.2 {
            8
        } else if page.ratio() < 0.7 {
            4
        } else {
            6
        };
        let rows = 24_usize.div_ceil(columns);
        let gap = page.margin * 0.22;
        let (w, h) = (
            (grid.w - gap * (columns - 1) as f32) / columns as f32,
            (grid.h - gap * (rows - 1) as f32) / rows as f32,
        );
        for i in 0..24_usize {
            let number = (i + 1).to_string();
            let hit = stressed.as_ref().is_some_and(|s| s.text.trim() == number);
            let fill: Color = if hit {
                inks.bold
            } else {
                mixed(
                    page,
                    if (i + i / columns) % 2 == 0 {
                        inks.bold
                    } else {
                        inks.mark
                    },
                    inks.ground,
                    0.8,
                )
            };
            let ground = page.theme.resolve(fill);
            let ink = plantain_scene::theme::ink_on(ground).readable_on(ground, 4.5);
            let cell = Zone::new(
                grid.x + (i % columns) as f32 * (w + gap),
                grid.y + (i / columns) as f32 * (h + gap),
                w,
                h,
            );
            let size = (w.min(h) * 0.4).max(14.0);
            let digits = text(number)
                .role("door")
                .literal(hit)
                .font(FontRole::Display)
                .size(size)
                .color(ink)
                .centered();
            root = root.child(
                cell.hold(col().center())
                    .fill(fill)
                    .radius(page.theme.radius.min(w * 0.16))
                    .role("door-face")
                    .child(if hit { digits } else { digits.filler() }),
            );
        }
        root
    },
};
