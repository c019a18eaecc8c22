//! Cycles and chains: stages with pictures, joined by arrows.

mod arrows;
mod chain;
mod moon;

use plantain_read::{Genre, Role};
use plantain_scene::Node;
use plantain_scene::build::*;
use plantain_scene::color::{Rgba, Token};
use plantain_scene::node::FontRole;

pub(super) use chain::{direct_chain, direct_web};

use super::CUSTOM;
use crate::components::diagram::callout::{Callout, Finish, beside, column_width};
use crate::components::diagram::drawing::{arrow, open, polar};
use crate::components::diagram::{Body, Entry, Lettering, SIZE_MIN, Sheet, Way, Words, propose};
use crate::components::print::Zone;
use crate::components::ui::supply::capital;
use crate::knowledge::{self, Kind};
use crate::studio::{Draft, Studio};
use chain::chain;

/// Returns drafts for a cycle.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let mut words = Words::of(studio.brief);
    if words.items.is_empty() && studio.filler && studio.brief.language.0 == "en" {
        words.items = known_stages(studio)
            .iter()
            .copied()
            .map(Entry::filler)
            .collect();
    }
    if words.items.is_empty()
        && studio.filler
        && let Some(topic) = knowledge::find(studio.brief, Kind::Parts, false)
    {
        words.items = topic.entries.into_iter().map(Entry::filler).collect();
        words = words.or_title(Some(topic.title));
    }
    if let Some(centre) = centre_of(studio) {
        words.items.retain(|item| item.span != centre.span);
        words.raw.retain(|item| item.span != centre.span);
    }
    let bows = arrows::of(studio, &mut words);
    if centre_of(studio).is_none() && studio.filler && studio.brief.language.0 == "en" {
        words = words.or_title(title_of(studio).as_deref());
    }
    let named = bows.iter().any(|bow| !bow.is_empty());
    let n = words.items.len();
    let ratio = studio.ratio();
    let seen = words
        .texts()
        .filter(|t| {
            moon::phase(t).is_some() || plantain_art::find_object(t).is_some_and(|f| f.exact)
        })
        .count();
    // Stages that can be shown are shown.
    let wheel_suits = if seen * 4 >= n * 3 { 0.4 } else { 0.72 };
    propose(
        studio,
        CUSTOM,
        &words,
        &[
            Way {
                name: "ring of stages",
                reason: "Stages stand in a ring in the order of the clock; arrows lead from each to the next.",
                suits: if (2..=9).contains(&n) { 0.9 } else { 0.2 },
                draw: &|sheet| ring(sheet, &bows),
            },
            Way {
                name: "ring of arrows",
                reason: "A ring of coloured arrows is the cycle; names stand at its sides.",
                suits: if (3..=10).contains(&n) && ratio > 0.8 && !named {
                    wheel_suits
                } else {
                    0.0
                },
                draw: &wheel,
            },
            Way {
                name: "chain",
                reason: "So many stages run in rows.",
                suits: if named {
                    0.0
                } else if n > 8 {
                    0.9
                } else {
                    0.05
                },
                draw: &|sheet| chain(sheet, true),
            },
        ],
    )
}

/// Stages of cycles that every school book has, for prompts that name only the cycle.
const KNOWN: &[(&str, &[&str])] = &[
    (
        "rock",
        &[
            "Magma",
            "Igneous rock",
            "Sediment",
            "Sedimentary rock",
            "Metamorphic rock",
        ],
    ),
    (
        "carbon",
        &[
            "Atmosphere",
            "Photosynthesis",
            "Respiration",
            "Decomposition",
            "Combustion",
        ],
    ),
    (
        "nitrogen",
        &[
            "Fixation",
            "Nitrification",
            "Assimilation",
            "Ammonification",
            "Denitrification",
        ],
    ),
    (
        "butterfly",
        &["Egg", "Caterpillar", "Chrysalis", "Butterfly"],
    ),
    ("frog", &["Eggs", "Tadpole", "Froglet", "Frog"]),
    ("chicken", &["Egg", "Chick", "Chicken"]),
    ("plant", &["Seed", "Sprout", "Seedling", "Plant", "Flower"]),
    (
        "moon",
        &[
            "New moon",
            "Waxing crescent",
            "First quarter",
            "Waxing gibbous",
            "Full moon",
            "Waning gibbous",
            "Last quarter",
            "Waning crescent",
        ],
    ),
    ("season", &["Spring", "Summer", "Autumn", "Winter"]),
    ("cell cycle", &["G1", "S", "G2", "Mitosis"]),
    ("pdca", &["Plan", "Do", "Check", "Act"]),
    (
        "product",
        &["Introduction", "Growth", "Maturity", "Decline"],
    ),
    ("software", &["Plan", "Design", "Build", "Test", "Release"]),
];

fn known_stages(studio: &Studio<'_>) -> &'static [&'static str] {
    let prompt = studio.brief.prompt.to_lowercase();
    KNOWN
        .iter()
        .find(|(word, _)| prompt.contains(word))
        .map_or(&[], |found| found.1)
}

/// "rock cycle diagram": the cycle's name.
fn title_of(studio: &Studio<'_>) -> Option<String> {
    let prompt = studio.brief.prompt.to_lowercase();
    let word = KNOWN.iter().find(|(word, _)| prompt.contains(word))?.0;
    let of = format!("life cycle of a {word}");
    Some(match word {
        "pdca" | "cell cycle" => word.to_uppercase(),
        "moon" => "Phases of the moon".into(),
        "season" => "The seasons".into(),
        _ if prompt.contains(&format!("{word} cycle")) => format!("The {word} cycle"),
        "product" | "software" => format!("{} life cycle", capital(word)),
        _ => capital(&of),
    })
}

/// How a stage is shown.
struct Look {
    /// Diameter of the discs.
    d: f32,
    /// Whether discs hold pictures, with names below them.
    pictured: bool,
    size: f32,
    label_h: f32,
}

impl Look {
    /// Pictures are shown when most stages have one.
    fn of(sheet: &Sheet<'_>, d: f32, wide: f32) -> Self {
        let entries = &sheet.words.items;
        let have = entries
            .iter()
            .filter(|e| {
                shown(sheet, &e.text, Zone::new(0.0, 0.0, 10.0, 10.0), Rgba::BLACK).is_some()
            })
            .count();
        let pictured = have * 2 >= entries.len() && !sheet.no_icons();
        let look = lettering(sheet);
        let texts = entries.iter().map(|e| e.text.as_str());
        let (size, label_h) = if pictured {
            let size = sheet.fit_all(texts, look, wide, d * 0.5, 2);
            let high = entries
                .iter()
                .map(|e| sheet.measure(&e.text, look, size, wide).1)
                .fold(0.0, f32::max);
            (size, high + d * 0.08)
        } else {
            (sheet.fit_all(texts, look, d * 0.78, d * 0.52, 3), 0.0)
        };
        Self {
            d,
            pictured,
            size,
            label_h,
        }
    }
}

/// The picture of a stage: its own, else that of its next kin (a hawk is shown as an eagle; its name stands below).
fn shown(sheet: &Sheet<'_>, text: &str, zone: Zone, ink: Rgba) -> Option<Node> {
    if let Some(phase) = moon::phase(text) {
        return Some(moon::drawn(zone, phase));
    }
    // "tadpole with legs" is a tadpole, no leg.
    let text = [" with ", " without ", " on ", " in "]
        .iter()
        .filter_map(|joint| text.split_once(joint).map(|parts| parts.0))
        .min_by_key(|head| head.len())
        .unwrap_or(text);
    sheet.picture_of(text, zone, ink).or_else(|| {
        let kin = plantain_art::find_object(text).filter(|_| !text.contains(' '))?;
        Some(zone.hold(object(kin.object.name)).role("illustration"))
    })
}

fn lettering(sheet: &Sheet<'_>) -> Lettering {
    let most = (sheet.full.w.min(sheet.full.h) * 0.042).clamp(16.0, 40.0);
    Lettering::new(FontRole::Heading, most, SIZE_MIN)
        .weight(600)
        .centred()
}

/// Returns a stage around `c`, the middle of its disc.
fn stage(
    sheet: &Sheet<'_>,
    look: &Look,
    entry: &Entry,
    n: usize,
    c: (f32, f32),
    hue: Rgba,
    wide: f32,
) -> Vec<Node> {
    let d = look.d;
    let disc = Zone::new(c.0 - d * 0.5, c.1 - d * 0.5, d, d);
    let mut nodes = Vec::new();
    if look.pictured {
        let ground = sheet.mixed(hue, Token::Surface, 0.82);
        nodes.push(
            disc.hold(ellipse())
                .fill(ground)
                .stroke(hue, (d * 0.03).max(2.5))
                .role("stage"),
        );
        let ink = hue.readable_on(ground, 3.0);
        match shown(sheet, &entry.text, disc.inset(d * 0.17), ink) {
            Some(picture) => nodes.push(picture),
            // What has no picture is named in its disc.
            None => {
                let ink = sheet.rgb(Token::Ink).readable_on(ground, 4.6);
                let inner = disc.inset_xy(d * 0.1, d * 0.24);
                let look = lettering(sheet).color(ink);
                let size = sheet.fit(&entry.text, look, inner.w, inner.h, 3);
                nodes.push(sheet.set(entry, inner, look, size, "stage"));
                return nodes;
            }
        }
        let label = Zone::new(
            c.0 - wide * 0.5,
            disc.bottom() + d * 0.06,
            wide,
            look.label_h,
        );
        let mut lettering = lettering(sheet);
        lettering.place = 0;
        nodes.push(sheet.set(entry, label, lettering, look.size, "stage"));
    } else {
        nodes.push(disc.hold(ellipse()).fill(hue).role("stage"));
        let ink = sheet.ink_on(hue);
        let inner = disc.inset_xy(d * 0.1, d * 0.22);
        nodes.push(sheet.set(
            entry,
            inner,
            lettering(sheet).color(ink),
            look.size,
            "stage",
        ));
        if sheet.may_add_words() {
            let badge = (d * 0.24).clamp(24.0, 38.0);
            let at = polar(c, d * 0.5, -38.0);
            nodes.push(
                Zone::new(
                    at.0 - badge * 0.5 - 3.0,
                    at.1 - badge * 0.5 - 3.0,
                    badge + 6.0,
                    badge + 6.0,
                )
                .hold(ellipse())
                .fill(Token::Canvas),
            );
            nodes.extend(sheet.badge(&(n + 1).to_string(), at, badge, sheet.rgb(Token::Ink)));
        }
    }
    nodes
}

/// Returns the largest disc with which neighbours on the ring keep room for an arrow between them.
fn disc_size(zone: Zone, n: usize) -> f32 {
    let short = zone.w.min(zone.h);
    let mut d = (short * 0.4).min(300.0);
    for _ in 0..40 {
        let (rx, ry) = ((zone.w - d) * 0.5, (zone.h - d * 1.25) * 0.5);
        let (rx, ry) = (rx.min(ry * 1.75), ry.min(rx * 1.75));
        let at = |i: usize| {
            let (x, y) = polar((0.0, 0.0), 1.0, 360.0 * i as f32 / n as f32);
            (x * rx, y * ry)
        };
        let nearest = (0..n)
            .map(|i| {
                let (a, b) = (at(i), at(i + 1));
                ((a.0 - b.0) * (a.0 - b.0) + (a.1 - b.1) * (a.1 - b.1)).sqrt()
            })
            .fold(f32::INFINITY, f32::min);
        if d <= nearest * 0.58 {
            break;
        }
        d *= 0.95;
    }
    d
}

/// A ring of stages, with discs as large as leave every arrow its room.
fn ring(sheet: &Sheet<'_>, bows: &[Vec<Entry>]) -> Option<Body> {
    const SHRINKS: [f32; 5] = [1.0, 0.88, 0.76, 0.66, 0.56];
    const ARROW_MIN: f32 = 46.0;
    let n = sheet.words.items.len();
    if n < 2 {
        return None;
    }
    let named = bows.iter().any(|bow| !bow.is_empty());
    let most = disc_size(sheet.body, n) * if named { 0.82 } else { 1.0 };
    let mut rings = SHRINKS
        .iter()
        .filter_map(|k| ring_of(sheet, bows, most * k));
    let first = rings.next()?;
    if first.1 >= ARROW_MIN {
        return Some(first.0);
    }
    let roomy = rings.find(|ring| ring.1 >= ARROW_MIN);
    Some(roomy.unwrap_or(first).0)
}

/// Returns the ring with discs of a diameter, and the length of its shortest arrow.
fn ring_of(sheet: &Sheet<'_>, bows: &[Vec<Entry>], d: f32) -> Option<(Body, f32)> {
    let entries = &sheet.words.items;
    let n = entries.len();
    let zone = sheet.body;
    let short = zone.w.min(zone.h);
    let wide = (d * 1.5).min(zone.w * 0.36);
    let look = Look::of(sheet, d, wide);
    // The ring leaves room for discs and names at every side.
    let side = if look.pictured { wide.max(d) } else { d };
    let (rx, ry) = ((zone.w - side) * 0.5, (zone.h - d - look.label_h) * 0.5);
    let (rx, ry) = (rx.min(ry * 1.75), ry.min(rx * 1.75));
    let c = (zone.center().0, zone.y + (zone.h - look.label_h) * 0.5);
    if rx.min(ry) < d * 0.62 || look.size < SIZE_MIN {
        return None;
    }
    let at = |turn: f32| {
        let (x, y) = polar((0.0, 0.0), 1.0, turn);
        (c.0 + x * rx, c.1 + y * ry)
    };
    let hues = sheet.hues(n);
    let many = sheet.rng.fork("hues").chance(0.6);
    let hue = |i: usize| {
        if many {
            hues[i]
        } else {
            sheet.rgb(Token::Accent)
        }
    };
    let width = (short / 150.0).clamp(3.0, 6.0);
    let mut nodes = Vec::new();
    let mut stages = Vec::new();
    let mut shortest = f32::MAX;
    for (i, entry) in entries.iter().enumerate() {
        let turn = 360.0 * i as f32 / n as f32;
        let next = 360.0 * (i as f32 + 1.0) / n as f32;
        let middles = (at(turn), at(next));
        let clear = |p: (f32, f32)| {
            [middles.0, middles.1].iter().all(|m| {
                let (dx, dy) = (p.0 - m.0, p.1 - m.1);
                let disc = (dx * dx + dy * dy).sqrt() > d * 0.5 + 12.0;
                let below = look.pictured
                    && dx.abs() < wide * 0.5 + 4.0
                    && dy > 0.0
                    && dy < d * 0.5 + look.label_h + 12.0;
                disc && !below
            })
        };
        let path: Vec<(f32, f32)> = (0..=80)
            .map(|k| at(turn + (next - turn) * k as f32 / 80.0))
            .skip_while(|p| !clear(*p))
            .take_while(|p| clear(*p))
            .collect();
        let long = match (path.first(), path.last()) {
            (Some(a), Some(b)) => libm::hypotf(a.0 - b.0, a.1 - b.1),
            _ => 0.0,
        };
        shortest = shortest.min(long);
        if let (Some(tip), Some(before)) = (path.last(), path.get(path.len().saturating_sub(4)))
            && path.len() > 6
        {
            let angle = libm::atan2f(tip.1 - before.1, tip.0 - before.0).to_degrees();
            // The line ends inside the head, whatever its steps are.
            let shaft = &path[..path.len() - 2];
            let mut line: Vec<(f32, f32)> = shaft.iter().copied().step_by(4).collect();
            line.extend(shaft.last().filter(|p| line.last() != Some(p)));
            if line.len() > 1 {
                nodes.extend(arrow(
                    &open(&line),
                    *tip,
                    angle,
                    sheet.mixed(hue(i), Token::Ink, 0.25),
                    width,
                ));
            }
        }
        stages.extend(stage(sheet, &look, entry, i, at(turn), hue(i), wide));
        if let (Some(bow), Some(first), Some(last)) = (bows.get(i), path.first(), path.last()) {
            let middle = path[path.len() / 2];
            stages.extend(arrows::label(sheet, bow, (*first, middle, *last), d));
        }
    }
    nodes.extend(stages);
    nodes.extend(middle(sheet, c, (rx.min(ry) - d * 0.62).min(short * 0.16)));
    Some((Body::new(nodes), shortest))
}

/// "…, PDCA in the middle": the text that stands inside the ring.
fn centre_of(studio: &Studio<'_>) -> Option<Entry> {
    let literals = &studio.brief.literals;
    let told = literals.iter().find(|l| l.role == Role::Callout)?;
    (studio.brief.genre == Genre::Cycle).then(|| Entry {
        text: told.text.clone(),
        literal: true,
        span: told.span.clone(),
    })
}

/// A picture of the subject in the middle, when there is one and room for it.
fn middle(sheet: &Sheet<'_>, c: (f32, f32), r: f32) -> Vec<Node> {
    if r < 44.0 {
        return Vec::new();
    }
    let centre = centre_of(sheet.studio);
    if let Some(entry) = centre {
        let zone = Zone::new(c.0 - r, c.1 - r, 2.0 * r, 2.0 * r);
        let look = Lettering::new(FontRole::Display, r * 0.5, SIZE_MIN)
            .weight(700)
            .centred();
        let size = sheet.fit(&entry.text, look, r * 1.7, r * 1.2, 2);
        return vec![sheet.set(&entry, zone, look, size, "middle")];
    }
    let topic = sheet.studio.brief.topic.iter().map(String::as_str);
    let nouns = sheet.studio.brief.objects.iter().map(|o| o.noun.as_str());
    let zone = Zone::new(c.0 - r, c.1 - r, 2.0 * r, 2.0 * r);
    let found = nouns
        .chain(topic)
        .find(|word| *word != "cycle" && plantain_art::find_object(word).is_some_and(|f| f.exact));
    let taken = |word: &str| sheet.words.texts().any(|t| t.to_lowercase().contains(word));
    match found {
        Some(word) if !taken(word) => {
            let mut nodes = vec![
                zone.hold(ellipse())
                    .fill(sheet.mixed(Token::Accent, Token::Canvas, 0.88))
                    .role("middle"),
            ];
            nodes.extend(sheet.picture(word, zone.inset(r * 0.4), sheet.rgb(Token::Accent)));
            nodes
        }
        _ => Vec::new(),
    }
}

/// A ring of coloured arrows with names at the sides.
fn wheel(sheet: &Sheet<'_>) -> Option<Body> {
    let entries = &sheet.words.items;
    let n = entries.len();
    let zone = sheet.body;
    let column = column_width(sheet, entries, 70.0, (zone.w * 0.26).min(320.0));
    let r = ((zone.w - 2.0 * column - 84.0) * 0.5).min(zone.h * 0.5);
    if n < 3 || r < 90.0 {
        return None;
    }
    let c = zone.center();
    let hues = sheet.hues(n);
    let step = 360.0 / n as f32;
    let (outer, inner) = (r, r * 0.62);
    let lean = (step * 0.16).min(11.0);
    let mut nodes = Vec::new();
    let mut marks = Vec::new();
    let mut callouts = Vec::new();
    // One kind of mark for all: icons only when every stage has one.
    let pictured = !sheet.no_icons()
        && entries
            .iter()
            .all(|e| plantain_art::find_icon(&e.text).is_some());
    for (i, entry) in entries.iter().enumerate() {
        let (a, b) = (
            step * i as f32 + 1.2,
            step * (i as f32 + 1.0) - 1.2 - lean * 0.2,
        );
        let steps = 16;
        let mut points = Vec::new();
        for k in 0..=steps {
            points.push(polar(c, outer, a + (b - a) * k as f32 / steps as f32));
        }
        points.push(polar(c, (outer + inner) * 0.5, b + lean));
        for k in (0..=steps).rev() {
            points.push(polar(c, inner, a + (b - a) * k as f32 / steps as f32));
        }
        points.push(polar(c, (outer + inner) * 0.5, a + lean));
        let d: String = points
            .iter()
            .enumerate()
            .map(|(k, p)| format!("{}{:.2} {:.2} ", if k == 0 { 'M' } else { 'L' }, p.0, p.1))
            .collect();
        nodes.push(
            crate::components::diagram::drawing::PAGE
                .fill(&format!("{d}Z"), hues[i])
                .role("stage"),
        );
        let turn = (a + b + lean) * 0.5;
        let at = polar(c, (outer + inner) * 0.5, turn);
        let side = (outer - inner) * 0.62;
        let place = Zone::new(at.0 - side * 0.5, at.1 - side * 0.5, side, side);
        let ink = sheet.ink_on(hues[i]);
        match plantain_art::find_icon(&entry.text).filter(|_| pictured) {
            Some(found) => marks.push(
                icon(found.name, side * 0.8)
                    .color(ink)
                    .at(place.x + side * 0.1, place.y + side * 0.1)
                    .role("icon"),
            ),
            None if sheet.may_add_words() => {
                let look = Lettering::new(FontRole::Display, side * 0.6, SIZE_MIN)
                    .color(ink)
                    .centred();
                marks.push(
                    sheet
                        .write(&(i + 1).to_string(), place, look, side * 0.6, "number")
                        .filler(),
                );
            }
            None => {}
        }
        callouts.push(Callout {
            entry,
            target: polar(c, outer - 4.0, turn),
        });
    }
    nodes.extend(marks);
    nodes.extend(middle(sheet, c, inner * 0.72));
    let left = Zone::new(c.0 - r - 40.0 - column, c.1 - r, column, 2.0 * r);
    let right = Zone::new(c.0 + r + 40.0, c.1 - r, column, 2.0 * r);
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
