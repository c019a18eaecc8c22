//! Infographics: facts with pictures, figures in proportion, steps.

use plantain_read::{Brief, Constraint, Origin, Role};
use plantain_scene::build::*;
use plantain_scene::color::{Rgba, Token};
use plantain_scene::node::{Align, FontRole, Node, Shape};

use crate::components::diagram::drawing::PAGE;
use crate::components::diagram::{
    Body, Entry, IntoColor, Lettering, SIZE_MIN, Sheet, Way, Words, propose,
};
use crate::components::print::Zone;
use crate::knowledge::Kind;
use crate::studio::{Draft, Studio};

mod told;

use told::Told;

const CUSTOM: &[&str] = &[
    "friendly",
    "pastel",
    "playful",
    "minimal",
    "corporate",
    "botanical",
    "mid-century",
    "editorial",
    "swiss",
];

/// One fact: a text, and perhaps a figure of its own.
#[derive(Debug, Clone, PartialEq, Default)]
struct Fact {
    text: Entry,
    /// A second literal that belongs to the text: its price, share or value.
    figure: Option<Entry>,
    /// Number and unit, for shapes in proportion.
    amount: Option<(f64, String)>,
}

/// Returns drafts for an infographic.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let mut words = Words::of(studio.brief);
    let mut facts = facts(studio.brief, &mut words);
    // A figure that leads a fact stands on a line of its own.
    for fact in facts.iter_mut().filter(|fact| fact.figure.is_none()) {
        fact.text = fact.text.broken();
    }
    let subject = studio
        .brief
        .subject
        .as_deref()
        .filter(|s| s.chars().count() > 3);
    let subject = subject.map(crate::components::pitch::capital);
    let steps = is_steps(studio.brief);
    let told = told::fill(studio, &mut words, &mut facts, steps);
    let steps = match told {
        Told::Known(kind) => kind == Kind::Steps,
        _ => steps,
    };
    let words = words.or_title(subject.as_deref().filter(|_| studio.filler));
    if let Told::Outline(n) = told {
        let way = Way {
            name: "outline",
            reason: "Nothing is told about the subject, so numbered places wait for it.",
            suits: 0.9,
            draw: &|sheet| told::outline(sheet, n),
        };
        return propose(studio, CUSTOM, &words, &[way]);
    }
    let n = facts.len();
    let ratio = studio.ratio();
    let shares = in_proportion(&facts);
    let drops = studio.brief.objects.iter().any(|o| o.noun.contains("drop"));
    let in_columns = studio
        .brief
        .constraints
        .iter()
        .any(|c| matches!(c, Constraint::Count { of, .. } if of == "column"));
    let on = |when: bool, suit: f32| if when { suit } else { 0.0 };
    propose(
        studio,
        CUSTOM,
        &words,
        &[
            Way {
                name: "steps on a path",
                reason: "The steps follow a path from number to number.",
                suits: on(steps, 0.95),
                draw: &|sheet| steps_down(sheet, &facts),
            },
            Way {
                name: "figures in proportion",
                reason: "The figures share a unit, so their shapes are drawn in proportion.",
                suits: on(shares && n <= 8, 0.95),
                draw: &|sheet| proportions(sheet, &facts),
            },
            Way {
                name: "bars in proportion",
                reason: "The figures share a unit; bars of proportional length compare them.",
                suits: on(shares, if drops { 0.5 } else { 0.8 }),
                draw: &|sheet| bars(sheet, &facts),
            },
            Way {
                name: "columns",
                reason: "Few facts stand side by side, each in a column of its own colour.",
                suits: on(
                    !steps && (2..=5).contains(&n) && (ratio > 1.05 || in_columns),
                    if in_columns { 1.6 } else { 0.9 },
                ),
                draw: &|sheet| columns(sheet, &facts),
            },
            Way {
                name: "cards",
                reason: "Facts stand in a grid of cards, each with its picture.",
                suits: on(
                    !steps && !shares && n >= 3,
                    if ratio > 0.75 { 0.8 } else { 0.65 },
                ),
                draw: &|sheet| cards(sheet, &facts),
            },
            Way {
                name: "rows with pictures",
                reason: "A tall page lists the facts, pictures left and right in turn.",
                suits: on(
                    !steps,
                    if shares {
                        0.2
                    } else if ratio < 1.05 {
                        0.85
                    } else {
                        0.3
                    },
                ),
                draw: &|sheet| rows(sheet, &facts),
            },
        ],
    )
}

fn is_steps(brief: &Brief) -> bool {
    let prompt = brief.heard();
    let counted = brief
        .constraints
        .iter()
        .any(|c| matches!(c, Constraint::Count { of, .. } if of == "step"));
    counted
        || [
            "step",
            "how to",
            "pasos",
            "paso a paso",
            "schritt",
            "étape",
            "passo",
            "手順",
            "步骤",
            "process",
            "instructions",
            "guide to",
        ]
        .iter()
        .any(|w| prompt.contains(w))
}

/// Pairs names with figures: by the brief's pairs, or when as many figures follow as names came before.
fn facts(brief: &Brief, words: &mut Words) -> Vec<Fact> {
    let is_figure = |e: &Entry| {
        let role = brief
            .literals
            .iter()
            .find(|l| l.span == e.span)
            .map(|l| l.role);
        matches!(role, Some(Role::Price | Role::Value))
            || e.text
                .starts_with(|c: char| c.is_ascii_digit() || "$€£¥".contains(c))
    };
    let names = words.raw.iter().filter(|e| !is_figure(e)).count();
    let figures = words.raw.len() - names;
    // "Solar Wind Hydro … $4 $5 $6": a title that only its place suggested is the first name.
    let guessed = brief
        .literals
        .iter()
        .any(|l| l.role == Role::Title && l.origin == Origin::Inferred);
    if guessed
        && figures == names + 1
        && figures > 1
        && let Some(title) = words.title.take()
    {
        words.raw.insert(0, title);
    }
    let raw = &words.raw;
    let split = raw.iter().position(is_figure).unwrap_or(raw.len());
    let apart = split > 0 && split * 2 == raw.len() && raw[split..].iter().all(is_figure);
    let fact = |text: &Entry, figure: Option<&Entry>| Fact {
        text: text.clone(),
        figure: figure.cloned(),
        amount: figure.unwrap_or(text).amount(),
    };
    if apart && split > 1 {
        return (0..split)
            .map(|i| fact(&raw[i], Some(&raw[split + i])))
            .collect();
    }
    let mut out: Vec<Fact> = Vec::new();
    let text_of = |i: usize| brief.literals.get(i).map(|l| l.span.clone());
    for entry in &words.items {
        let whole = raw.iter().any(|r| r.span == entry.span);
        let pair = brief
            .pairs
            .iter()
            .find(|p| text_of(p.value) == Some(entry.span.clone()));
        let label = pair.and_then(|p| p.label).and_then(text_of);
        if let (true, Some(label), Some(last)) = (whole, label, out.last_mut())
            && last.text.span == label
            && last.figure.is_none()
        {
            last.amount = entry.amount();
            last.figure = Some(entry.clone());
            continue;
        }
        out.push(fact(entry, None));
    }
    out
}

/// Returns whether all facts have a positive amount in one unit.
fn in_proportion(facts: &[Fact]) -> bool {
    let unit = facts
        .first()
        .and_then(|f| f.amount.as_ref())
        .map(|a| a.1.clone());
    facts.len() > 1
        && unit.is_some()
        && facts.iter().all(|f| {
            f.amount
                .as_ref()
                .is_some_and(|(n, u)| *n > 0.0 && Some(u) == unit.as_ref())
        })
        && !facts.iter().any(|f| {
            f.figure
                .as_ref()
                .is_some_and(|e| e.text.contains(['$', '€', '£', '¥']))
        })
}

fn lettering(sheet: &Sheet<'_>) -> Lettering {
    let most = (sheet.full.w.min(sheet.full.h) * 0.054).clamp(18.0, 50.0);
    Lettering::new(FontRole::Heading, most, SIZE_MIN).weight(600)
}

/// Returns the word that pictures a fact: its text without figures.
fn theme_word(fact: &Fact) -> String {
    fact.text
        .text
        .split_whitespace()
        .filter(|w| !w.contains(|c: char| c.is_ascii_digit()))
        .collect::<Vec<_>>()
        .join(" ")
}

/// Returns whether every fact can be pictured.
fn pictured(sheet: &Sheet<'_>, facts: &[Fact]) -> bool {
    let probe = Zone::new(0.0, 0.0, 10.0, 10.0);
    // Advice that nobody told is numbered; a picture would have to be right.
    let told = facts.iter().any(|fact| fact.text.literal);
    !sheet.no_icons()
        && told
        && facts
            .iter()
            .filter(|f| sheet.picture(&theme_word(f), probe, Rgba::BLACK).is_some())
            .count()
            * 3
            >= facts.len() * 2
}

/// A disc with a picture; a number where nothing fits and numbers may stand.
fn emblem(sheet: &Sheet<'_>, fact: &Fact, n: usize, zone: Zone, hue: Rgba, art: bool) -> Vec<Node> {
    let d = zone.w.min(zone.h);
    let (x, y) = zone.center();
    let disc = Zone::new(x - d * 0.5, y - d * 0.5, d, d);
    let ground = sheet.mixed(hue, Token::Surface, 0.8);
    let mut nodes = vec![disc.hold(ellipse()).fill(ground).role("emblem")];
    let ink = hue.readable_on(ground, 3.2);
    let picture = if art {
        sheet.picture(&theme_word(fact), disc.inset(d * 0.2), ink)
    } else {
        None
    };
    match picture {
        Some(picture) => nodes.push(picture),
        // Among pictures a plain tick stands for what has none.
        None if art => {
            let side = d * 0.5;
            nodes.push(
                icon("check", side)
                    .color(ink)
                    .at(x - side * 0.5, y - side * 0.5)
                    .role("icon"),
            );
        }
        None if sheet.may_add_words() => {
            let look = Lettering::new(FontRole::Display, d * 0.46, SIZE_MIN)
                .color(ink)
                .centred();
            nodes.push(
                sheet
                    .write(
                        &(n + 1).to_string(),
                        disc.inset(d * 0.14),
                        look,
                        d * 0.46,
                        "number",
                    )
                    .filler(),
            );
        }
        None => nodes.push(disc.inset(d * 0.32).hold(ellipse()).fill(hue)),
    }
    nodes
}

/// Returns the words of a fact set in a zone: the figure large, the text under it.
fn worded(
    sheet: &Sheet<'_>,
    fact: &Fact,
    zone: Zone,
    size: f32,
    ink: Rgba,
    hue: Rgba,
    align: Align,
) -> Vec<Node> {
    let look = lettering(sheet).color(ink).lead(hue).align(align);
    let Some(figure) = &fact.figure else {
        return vec![sheet.set(&fact.text, zone, look.middle(), size, "fact")];
    };
    let big = Lettering::new(FontRole::Display, size * 1.9, SIZE_MIN)
        .weight(800)
        .color(hue)
        .align(align);
    let big_size = sheet.fit(&figure.text, big, zone.w, zone.h * 0.5, 1);
    let (_, high) = sheet.measure(&figure.text, big, big_size, zone.w);
    let (_, low) = sheet.measure(&fact.text.text, look, size, zone.w);
    let top = zone.y + (zone.h - high - low - size * 0.3).max(0.0) * 0.5;
    vec![
        sheet.set(
            &fact.text,
            Zone::new(zone.x, top, zone.w, low),
            look,
            size,
            "fact",
        ),
        sheet.set(
            figure,
            Zone::new(zone.x, top + low + size * 0.3, zone.w, high),
            big,
            big_size,
            "figure",
        ),
    ]
}

fn texts(facts: &[Fact]) -> impl Iterator<Item = &str> {
    facts.iter().map(|f| f.text.text.as_str())
}

fn columns(sheet: &Sheet<'_>, facts: &[Fact]) -> Option<Body> {
    let n = facts.len();
    let zone = sheet.body;
    let gap = sheet.theme.space.max(8.0) * 2.0;
    let w = (zone.w - gap * n.saturating_sub(1) as f32) / n as f32;
    let h = zone.h.min(w * 1.75);
    let top = zone.y + (zone.h - h) * 0.5;
    if w < 90.0 {
        return None;
    }
    let solid = sheet.rng.fork("solid").chance(0.5);
    let art = pictured(sheet, facts);
    let hues = sheet.hues(n);
    let pad = w * 0.1;
    let size = sheet.fit_all(texts(facts), lettering(sheet), w - 2.0 * pad, h * 0.26, 4);
    let mut nodes = Vec::new();
    for (i, fact) in facts.iter().enumerate() {
        let place = Zone::new(zone.x + (w + gap) * i as f32, top, w, h);
        let ground = if solid {
            hues[i]
        } else {
            sheet.rgb(Token::Surface)
        };
        nodes.push(sheet.card(place, ground));
        if !solid {
            nodes.push(
                Zone::new(place.x, place.y, w, 8.0)
                    .hold(rect())
                    .fill(hues[i])
                    .role("edge"),
            );
        }
        let d = (w * 0.56).min(h * 0.42);
        let disc = Zone::new(place.x + (w - d) * 0.5, place.y + h * 0.1, d, d);
        nodes.extend(emblem(sheet, fact, i, disc, hues[i], art));
        let low = Zone::new(
            place.x + pad,
            disc.bottom() + h * 0.05,
            w - 2.0 * pad,
            place.bottom() - disc.bottom() - h * 0.1,
        );
        let (ink, strong) = if solid {
            (sheet.ink_on(ground), sheet.ink_on(ground))
        } else {
            (sheet.rgb(Token::Ink), hues[i].readable_on(ground, 4.6))
        };
        nodes.extend(worded(sheet, fact, low, size, ink, strong, Align::Center));
    }
    Some(Body::new(nodes))
}

fn cards(sheet: &Sheet<'_>, facts: &[Fact]) -> Option<Body> {
    let n = facts.len();
    let zone = sheet.body;
    let ratio = zone.w / zone.h;
    let columns = (libm::sqrtf(n as f32 * ratio * 0.9).round() as usize)
        .max(1)
        .min(n);
    // One more column, if that leaves no card alone in its row.
    let columns = if !n.is_multiple_of(columns) && n.is_multiple_of(columns + 1) {
        columns + 1
    } else {
        columns
    };
    let rows = n.div_ceil(columns);
    let gap = sheet.theme.space.max(8.0) * 1.8;
    let (w, h) = (
        (zone.w - gap * (columns - 1) as f32) / columns as f32,
        ((zone.h - gap * (rows - 1) as f32) / rows as f32).min(460.0),
    );
    if w < 100.0 || h < 70.0 {
        return None;
    }
    let art = pictured(sheet, facts);
    let hues = sheet.hues(n);
    let beside = w > h * 1.25;
    let pad = (w.min(h) * 0.1).clamp(12.0, 30.0);
    let d = if beside {
        (h - 2.0 * pad).min(w * 0.3)
    } else {
        (h * 0.46).min(w * 0.6)
    };
    let inner_w = if beside {
        w - 3.0 * pad - d
    } else {
        w - 2.0 * pad
    };
    let inner_h = if beside {
        h - 2.0 * pad
    } else {
        h - 2.5 * pad - d
    };
    let size = sheet.fit_all(
        texts(facts),
        lettering(sheet),
        inner_w,
        inner_h
            * if facts.iter().any(|f| f.figure.is_some()) {
                0.45
            } else {
                0.94
            },
        4,
    );
    let top = zone.y + (zone.h - h * rows as f32 - gap * (rows - 1) as f32) * 0.5;
    let mut nodes = Vec::new();
    for (i, fact) in facts.iter().enumerate() {
        let (row, column) = (i / columns, i % columns);
        // A short last row stands in the middle.
        let here = if row + 1 == rows {
            n - row * columns
        } else {
            columns
        };
        let indent = (columns - here) as f32 * (w + gap) * 0.5;
        let place = Zone::new(
            zone.x + indent + column as f32 * (w + gap),
            top + row as f32 * (h + gap),
            w,
            h,
        );
        nodes.push(sheet.card(place, Token::Surface));
        let ink = sheet.rgb(Token::Ink);
        let strong = hues[i].readable_on(sheet.rgb(Token::Surface), 4.6);
        let (disc, words, align) = if beside {
            (
                Zone::new(place.x + pad, place.y + (h - d) * 0.5, d, d),
                Zone::new(place.x + 2.0 * pad + d, place.y + pad, inner_w, inner_h),
                Align::Start,
            )
        } else {
            (
                Zone::new(place.x + (w - d) * 0.5, place.y + pad, d, d),
                Zone::new(place.x + pad, place.y + 1.5 * pad + d, inner_w, inner_h),
                Align::Center,
            )
        };
        nodes.extend(emblem(sheet, fact, i, disc, hues[i], art));
        nodes.extend(worded(sheet, fact, words, size, ink, strong, align));
    }
    Some(Body::new(nodes))
}

fn rows(sheet: &Sheet<'_>, facts: &[Fact]) -> Option<Body> {
    let n = facts.len();
    let zone = sheet.body;
    if n == 0 {
        return Some(Body::default());
    }
    let pitch = (zone.h / n as f32).min(zone.w * 0.42);
    let h = pitch * 0.86;
    let d = (h * 0.92).min(zone.w * 0.3);
    let gap = (zone.w * 0.05).clamp(14.0, 40.0);
    if pitch < 44.0 {
        return None;
    }
    let turn = sheet.rng.fork("turn").chance(0.6);
    let art = pictured(sheet, facts);
    let hues = sheet.hues(n);
    let w = zone.w - d - gap;
    let pad = (w * 0.07).clamp(12.0, 30.0);
    let share = if facts.iter().any(|f| f.figure.is_some()) {
        0.4
    } else {
        0.8
    };
    let size = sheet.fit_all(texts(facts), lettering(sheet), w - 2.0 * pad, h * share, 4);
    let top = zone.y + (zone.h - pitch * n as f32) * 0.5;
    let mut nodes = Vec::new();
    for (i, fact) in facts.iter().enumerate() {
        let y = top + pitch * i as f32 + (pitch - h) * 0.5;
        let left = !turn || i.is_multiple_of(2);
        let (dx, x) = if left {
            (zone.x, zone.x + d + gap)
        } else {
            (zone.right() - d, zone.x)
        };
        let ground = sheet.mixed(hues[i], Token::Surface, 0.86);
        let plate = Zone::new(x, y + h * 0.06, w, h * 0.88);
        nodes.push(
            plate
                .hold(rect())
                .fill(ground)
                .radius(sheet.theme.radius.max(8.0).min(h * 0.4))
                .role("row"),
        );
        nodes.extend(emblem(
            sheet,
            fact,
            i,
            Zone::new(dx, y + (h - d) * 0.5, d, d),
            hues[i],
            art,
        ));
        let ink = sheet.rgb(Token::Ink).readable_on(ground, 4.6);
        nodes.extend(worded(
            sheet,
            fact,
            plate.inset_xy(pad, plate.h * 0.06),
            size,
            ink,
            hues[i].readable_on(ground, 4.6),
            Align::Start,
        ));
    }
    Some(Body::new(nodes))
}

/// Drops for what flows, discs for the rest, areas in proportion.
fn proportions(sheet: &Sheet<'_>, facts: &[Fact]) -> Option<Body> {
    let n = facts.len();
    let zone = sheet.body;
    let drops = sheet.studio.brief.heard();
    let form = if [
        "drop", "water", "agua", "wasser", "eau", "gota", "tropfen", "goutte",
    ]
    .iter()
    .any(|w| drops.contains(w))
    {
        Shape::Drop
    } else {
        Shape::Ellipse
    };
    let most = facts
        .iter()
        .filter_map(|f| f.amount.as_ref())
        .map(|a| a.0)
        .fold(0.0, f64::max);
    let columns = if zone.w > zone.h * 1.2 {
        n.min(5)
    } else {
        n.min(2)
    };
    let rows = n.div_ceil(columns);
    let (w, h) = (zone.w / columns as f32, zone.h / rows as f32);
    let label_h = (h * 0.24).clamp(40.0, 96.0);
    let d_max = (w * 0.82).min(h - label_h - 14.0);
    if d_max < 60.0 {
        return None;
    }
    let hues = sheet.hues(n);
    let entries: Vec<Entry> = facts.iter().map(|f| f.text.stacked()).collect();
    let look = lettering(sheet)
        .lead(Token::AccentText)
        .align(Align::Center);
    let size = sheet.fit_all(
        entries.iter().map(|e| e.text.as_str()),
        look,
        w * 0.9,
        label_h,
        3,
    );
    let mut nodes = Vec::new();
    for (i, fact) in facts.iter().enumerate() {
        let (row, column) = (i / columns, i % columns);
        let here = if row + 1 == rows {
            n - row * columns
        } else {
            columns
        };
        let x = zone.x + (columns - here) as f32 * w * 0.5 + w * column as f32;
        let y = zone.y + h * row as f32;
        let share = fact.amount.as_ref().map_or(1.0, |a| (a.0 / most) as f32);
        let d = (d_max * libm::sqrtf(share)).max(14.0);
        let base = y + h - label_h - 10.0;
        let place = Zone::new(x + (w - d) * 0.5, base - d, d, d);
        nodes.push(
            place
                .hold(shape(form))
                .gradient(180.0, hues[i].mix(Rgba::WHITE, 0.3), hues[i])
                .role("measure"),
        );
        let word = theme_word(fact);
        let icon_side = d * if form == Shape::Drop { 0.36 } else { 0.46 };
        if let Some(found) =
            plantain_art::find_icon(&word).filter(|_| icon_side > 24.0 && !sheet.no_icons())
        {
            let (cx, cy) = place.center();
            let cy = if form == Shape::Drop {
                cy + d * 0.12
            } else {
                cy
            };
            nodes.push(
                icon(found.name, icon_side)
                    .color(sheet.ink_on(hues[i]))
                    .at(cx - icon_side * 0.5, cy - icon_side * 0.5)
                    .role("icon"),
            );
        }
        let label = Zone::new(x + w * 0.05, base + 8.0, w * 0.9, label_h);
        match &fact.figure {
            Some(_) => nodes.extend(worded(
                sheet,
                fact,
                label,
                size * 0.8,
                sheet.rgb(Token::Ink),
                sheet.rgb(Token::AccentText),
                Align::Center,
            )),
            None => nodes.push(sheet.set(&entries[i], label, look, size, "fact")),
        }
    }
    Some(Body::new(nodes))
}

fn bars(sheet: &Sheet<'_>, facts: &[Fact]) -> Option<Body> {
    let n = facts.len();
    let zone = sheet.body;
    let pitch = (zone.h / n as f32).min(190.0);
    if pitch < 50.0 {
        return None;
    }
    let most = facts
        .iter()
        .filter_map(|f| f.amount.as_ref())
        .map(|a| a.0)
        .fold(0.0, f64::max);
    let percent = facts
        .iter()
        .all(|f| f.amount.as_ref().is_some_and(|a| a.1.starts_with('%')));
    let full = if percent { 100.0_f64.max(most) } else { most };
    let hues = sheet.hues(n);
    let art = pictured(sheet, facts);
    let d = (pitch * 0.66).min(110.0);
    let left = zone.x + d + 20.0;
    let wide = zone.right() - left;
    let bar_h = (pitch * 0.22).clamp(12.0, 34.0);
    let look = lettering(sheet).foot();
    let size = sheet.fit_all(texts(facts), look, wide, pitch * 0.4, 2);
    let top = zone.y + (zone.h - pitch * n as f32) * 0.5;
    let mut nodes = Vec::new();
    for (i, fact) in facts.iter().enumerate() {
        let y = top + pitch * i as f32;
        let middle = y + pitch * 0.5;
        nodes.extend(emblem(
            sheet,
            fact,
            i,
            Zone::new(zone.x, middle - d * 0.5, d, d),
            hues[i],
            art,
        ));
        let track = Zone::new(left, middle + pitch * 0.06, wide, bar_h);
        nodes.push(
            track
                .hold(rect())
                .fill(sheet.mixed(hues[i], Token::Canvas, 0.86))
                .radius(bar_h * 0.5)
                .role("track"),
        );
        let share = fact
            .amount
            .as_ref()
            .map_or(0.0, |a| (a.0 / full) as f32)
            .clamp(0.0, 1.0);
        let bar = Zone::new(left, track.y, (wide * share).max(bar_h), bar_h);
        nodes.push(
            bar.hold(rect())
                .fill(hues[i])
                .radius(bar_h * 0.5)
                .role("measure"),
        );
        let line = Zone::new(left, y, wide, pitch * 0.5);
        match &fact.figure {
            Some(figure) => {
                let (a, b) = line.columns(0.7, 10.0);
                nodes.push(sheet.set(&fact.text, a, look, size, "fact"));
                nodes.push(sheet.set(
                    figure,
                    b,
                    look.align(Align::End).color(Token::AccentText),
                    size,
                    "figure",
                ));
            }
            None => nodes.push(sheet.set(&fact.text, line, look, size, "fact")),
        }
    }
    Some(Body::new(nodes))
}

fn steps_down(sheet: &Sheet<'_>, facts: &[Fact]) -> Option<Body> {
    let n = facts.len();
    let zone = sheet.body;
    if n == 0 {
        return None;
    }
    let wide = zone.w > zone.h * 1.15 && n <= 6;
    let art = pictured(sheet, facts);
    let hues = sheet.hues(n);
    let (pw, ph) = if wide {
        (zone.w / n as f32, zone.h)
    } else {
        (zone.w, (zone.h / n as f32).min(270.0))
    };
    let d = if wide {
        (pw * 0.62).min(ph * 0.44)
    } else {
        (ph * 0.78).min(zone.w * 0.32)
    };
    let top = zone.y
        + if wide {
            0.0
        } else {
            (zone.h - ph * n as f32) * 0.5
        };
    let words_w = if wide {
        pw * 0.88
    } else {
        zone.w - d - zone.w * 0.08
    };
    let words_h = if wide { ph * 0.3 } else { ph * 0.78 };
    let size = sheet.fit_all(texts(facts), lettering(sheet), words_w, words_h, 4);
    let center = |i: usize| {
        if wide {
            let sway = if i.is_multiple_of(2) { -0.03 } else { 0.03 };
            (zone.x + pw * (i as f32 + 0.5), zone.y + ph * (0.38 + sway))
        } else {
            let left = i.is_multiple_of(2);
            let x = if left {
                zone.x + d * 0.5
            } else {
                zone.right() - d * 0.5
            };
            (x, top + ph * (i as f32 + 0.5))
        }
    };
    let mut nodes = Vec::new();
    for i in 0..n.saturating_sub(1) {
        let (a, b) = (center(i), center(i + 1));
        let path = if wide {
            format!("M{} {} L{} {}", a.0, a.1, b.0, b.1)
        } else {
            let dy = (b.1 - a.1) * 0.5;
            format!(
                "M{} {} C{} {} {} {} {} {}",
                a.0,
                a.1,
                a.0,
                a.1 + dy * 1.3,
                b.0,
                b.1 - dy * 1.3,
                b.0,
                b.1
            )
        };
        nodes.push(
            PAGE.trace(&path)
                .dashed(
                    sheet.mixed(Token::Muted, Token::Canvas, 0.35),
                    4.0,
                    4.0,
                    11.0,
                )
                .round()
                .role("path"),
        );
    }
    for (i, fact) in facts.iter().enumerate() {
        let c = center(i);
        let disc = Zone::new(c.0 - d * 0.5, c.1 - d * 0.5, d, d);
        nodes.push(disc.inset(-7.0).hold(ellipse()).fill(Token::Canvas));
        nodes.extend(emblem(sheet, fact, i, disc, hues[i], art));
        if art && sheet.may_add_words() {
            let at = (disc.x + d * 0.14, disc.y + d * 0.14);
            nodes.extend(sheet.badge(
                &(i + 1).to_string(),
                at,
                (d * 0.28).clamp(28.0, 46.0),
                hues[i],
            ));
        }
        let (words, align) = if wide {
            (
                Zone::new(c.0 - words_w * 0.5, disc.bottom() + 18.0, words_w, words_h),
                Align::Center,
            )
        } else if i.is_multiple_of(2) {
            (
                Zone::new(
                    disc.right() + zone.w * 0.06,
                    c.1 - words_h * 0.5,
                    words_w,
                    words_h,
                ),
                Align::Start,
            )
        } else {
            (
                Zone::new(
                    disc.x - zone.w * 0.06 - words_w,
                    c.1 - words_h * 0.5,
                    words_w,
                    words_h,
                ),
                Align::End,
            )
        };
        // On a path down the page the curve passes beside the words; a plate keeps them clear of it.
        if !wide {
            let (tw, th) = sheet.measure(&fact.text.text, lettering(sheet), size, words_w);
            let x = if align == Align::End {
                words.right() - tw
            } else {
                words.x
            };
            let plate = Zone::new(x - 10.0, c.1 - th * 0.5 - 6.0, tw + 20.0, th + 12.0);
            nodes.push(
                plate
                    .hold(rect())
                    .fill(Token::Canvas.into_color().alpha(0.92))
                    .radius(8.0),
            );
        }
        let mut look = lettering(sheet).align(align);
        look.place = if wide { 0 } else { 1 };
        nodes.push(sheet.set(&fact.text, words, look, size, "step"));
        if let Some(figure) = &fact.figure {
            let (_, th) = sheet.measure(&fact.text.text, look, size, words_w);
            let y = if wide {
                words.y + th + 4.0
            } else {
                c.1 + th * 0.5 + 4.0
            };
            let low = Zone::new(words.x, y, words.w, size * 2.0);
            nodes.push(sheet.set(figure, low, look.color(Token::AccentText), size, "figure"));
        }
    }
    Some(Body::new(nodes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_figures_that_stand_apart_are_paired() {
        let brief = plantain_read::read(
            "three-column infographic Solar Wind Hydro each with cost $0.04/kWh $0.05/kWh $0.06/kWh",
        );
        let mut words = Words::of(&brief);
        let facts = facts(&brief, &mut words);
        let shown: Vec<(&str, Option<&str>)> = facts
            .iter()
            .map(|f| {
                (
                    f.text.text.as_str(),
                    f.figure.as_ref().map(|e| e.text.as_str()),
                )
            })
            .collect();
        assert_eq!(
            shown,
            [
                ("Solar", Some("$0.04/kWh")),
                ("Wind", Some("$0.05/kWh")),
                ("Hydro", Some("$0.06/kWh"))
            ]
        );
    }

    #[test]
    fn one_unit_makes_a_proportion() {
        let fact = |text: &str| Fact {
            text: Entry::filler(text),
            figure: None,
            amount: Entry::filler(text).amount(),
        };
        assert!(in_proportion(&[fact("Shower 65 L"), fact("Toilet 30 L")]));
        assert!(!in_proportion(&[fact("Shower 65 L"), fact("Walk 30 min")]));
        assert!(!in_proportion(&[fact("Sleep well"), fact("Walk 30 min")]));
    }
}
