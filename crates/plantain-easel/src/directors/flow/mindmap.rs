//! Mind maps: a middle, and branches to both sides.

mod cards;
mod tree;

use plantain_scene::build::*;
use plantain_scene::color::{Rgba, Token};
use plantain_scene::node::{Align, Content, Node, Route, Side, Tip};

use super::{CUSTOM, Form, Manner, lettering, node};
use crate::components::diagram::drawing::{PAGE, oval, polar};
use crate::components::diagram::{Body, Entry, Sheet, Way, Words, propose};
use crate::components::print::Zone;
use crate::knowledge::{self, Kind};
use crate::studio::{Draft, Studio};

/// A branch with its twigs.
#[derive(Debug, Clone, PartialEq)]
struct Branch {
    entry: Entry,
    twigs: Vec<Entry>,
}

/// Returns drafts for a mind map.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let mut words = Words::of(studio.brief);
    let named = studio.brief.heard().contains("titl");
    if !named && let Some(title) = words.title.take() {
        words.items.insert(0, title);
        words.items.sort_by_key(|e| e.span.start);
    }
    let told = from_tree(studio);
    if told.is_some() {
        words.title = None;
    }
    let (middle, branches) = told.unwrap_or_else(|| {
        let middle = words.items.first().cloned().unwrap_or_default();
        let rest = words.items.get(1..).unwrap_or_default();
        (middle, branches(studio, rest))
    });
    let (middle, branches) = known(studio, middle, branches);
    let ratio = studio.ratio();
    let flat = branches.iter().all(|b| b.twigs.is_empty());
    propose(
        studio,
        CUSTOM,
        &words,
        &[
            Way {
                name: "branches to both sides",
                reason: "The idea stands in the middle and its branches run to both sides.",
                suits: if ratio > 0.8 { 0.85 } else { 0.35 },
                draw: &|sheet| sides(sheet, &middle, &branches),
            },
            Way {
                name: "branches to the right",
                reason: "The idea stands at the left, and all that belongs to it is read from there to the right.",
                suits: if ratio > 0.8 && branches.len() > 2 {
                    0.85
                } else {
                    0.0
                },
                draw: &|sheet| tree::draw(sheet, &middle, &branches),
            },
            Way {
                name: "cards around the idea",
                reason: "Every branch is a card with its twigs, so that much can be read at a glance.",
                suits: if flat || branches.len() > 8 {
                    0.0
                } else {
                    0.85
                },
                draw: &|sheet| cards::draw(sheet, &middle, &branches),
            },
            Way {
                name: "branches around",
                reason: "Branches surround the idea like petals.",
                suits: if flat && (0.5..1.5).contains(&ratio) && branches.len() <= 8 {
                    0.85
                } else {
                    0.0
                },
                draw: &|sheet| around(sheet, &middle, &branches),
            },
        ],
    )
}

/// Takes the tree that the prompt tells: the idea, its branches, their twigs.
fn from_tree(studio: &Studio<'_>) -> Option<(Entry, Vec<Branch>)> {
    let brief = studio.brief;
    let entry = |at: usize| {
        let branch = &brief.tree[at];
        let literal = branch.literal.and_then(|at| brief.literals.get(at));
        Entry {
            text: branch.text.clone(),
            literal: literal.is_some(),
            span: literal.map_or(0..0, |literal| literal.span.clone()),
        }
    };
    let under = |at: usize| {
        (0..brief.tree.len()).filter(move |child| brief.tree[*child].parent == Some(at))
    };
    (!brief.tree.is_empty()).then(|| {
        let branches = under(0)
            .map(|at| Branch {
                entry: entry(at),
                twigs: under(at).map(entry).collect(),
            })
            .collect();
        (entry(0), branches)
    })
}

/// Adds what is known: branches where the prompt tells none, twigs where it names only branches.
fn known(studio: &Studio<'_>, middle: Entry, mut told: Vec<Branch>) -> (Entry, Vec<Branch>) {
    if !studio.filler || told.iter().any(|branch| !branch.twigs.is_empty()) {
        return (middle, told);
    }
    let brief = studio.brief;
    let Some(topic) = knowledge::find(brief, Kind::Ideas, told.is_empty()) else {
        return (middle, told);
    };
    let parts: Vec<(&str, Vec<Entry>)> = topic
        .entries
        .iter()
        .map(|entry| {
            let (name, twigs) = entry.split_once('=').unwrap_or((entry, ""));
            let twigs = twigs.split(',').filter(|twig| !twig.is_empty());
            (name, twigs.map(Entry::filler).collect())
        })
        .collect();
    if !told.is_empty() {
        // Twigs stand at all branches or at none.
        let of = |branch: &Branch| {
            let own = branch.entry.text.to_lowercase();
            let part = parts.iter().find(|part| part.0.to_lowercase() == own)?;
            Some(part.1.clone())
        };
        if let Some(twigs) = told.iter().map(of).collect::<Option<Vec<_>>>() {
            for (branch, twigs) in told.iter_mut().zip(twigs) {
                branch.twigs = twigs;
            }
        }
        return (middle, told);
    }
    let branches = parts
        .into_iter()
        .map(|(name, twigs)| Branch {
            entry: Entry::filler(name),
            twigs,
        })
        .collect();
    let named = brief.subject.as_deref().filter(|text| !text.is_empty());
    let middle = match (middle.text.is_empty(), named, topic.title) {
        (false, _, _) => middle,
        (true, Some(named), _) => Entry::filler(crate::components::pitch::capital(named)),
        (true, None, title) if !title.is_empty() => Entry::filler(title),
        _ => Entry::filler("?"),
    };
    (middle, branches)
}

/// Reads branches; after a branch and a colon, or inside brackets, stand its twigs.
fn branches(studio: &Studio<'_>, entries: &[Entry]) -> Vec<Branch> {
    let prompt = &studio.brief.prompt;
    let mut out: Vec<Branch> = Vec::new();
    let mut inside = false;
    for (i, entry) in entries.iter().enumerate() {
        if i > 0 {
            let gap = prompt
                .get(entries[i - 1].span.end..entry.span.start)
                .unwrap_or_default();
            if gap.contains('(')
                || gap
                    .trim_start_matches(['\'', '"', '”', '’'])
                    .starts_with(':')
            {
                inside = true;
            }
            if gap.contains(')') || gap.contains(';') || gap.contains('\n') || gap.contains('.') {
                inside = false;
            }
        }
        match out.last_mut() {
            Some(last) if inside => last.twigs.push(entry.clone()),
            _ => out.push(Branch {
                entry: entry.clone(),
                twigs: Vec::new(),
            }),
        }
    }
    out
}

fn hub(sheet: &Sheet<'_>, entry: &Entry, zone: Zone) -> Vec<Node> {
    let ground = sheet.rgb(Token::Accent);
    let mut look = lettering(sheet).weight(700).color(sheet.ink_on(ground));
    look.size *= 1.35;
    let inner = zone.inset_xy(zone.w * 0.14, zone.h * 0.2);
    let size = sheet.fit(&entry.text, look, inner.w, inner.h, 3);
    vec![
        zone.hold(ellipse()).fill(ground).id("hub").role("node"),
        sheet.set(entry, inner, look, size, "label"),
    ]
}

fn curve(from: &str, to: &str, side: Side, color: Rgba, width: f32) -> Node {
    let mut line = connector(from, to)
        .route(Route::Curve, Tip::None, Tip::None)
        .stroke(color, width)
        .role("connector");
    if let Content::Connector(connector) = &mut line.content {
        (connector.from_side, connector.to_side) = match side {
            Side::Left => (Side::Left, Side::Right),
            _ => (Side::Right, Side::Left),
        };
    }
    line
}

fn sides(sheet: &Sheet<'_>, middle: &Entry, branches: &[Branch]) -> Option<Body> {
    let zone = sheet.body;
    let twigs = branches.iter().any(|b| !b.twigs.is_empty());
    let hub_w = (zone.w * if twigs { 0.2 } else { 0.26 }).min(300.0);
    let hub_zone = Zone::new(
        zone.center().0 - hub_w * 0.5,
        zone.center().1 - hub_w * 0.29,
        hub_w,
        hub_w * 0.58,
    );
    let half = branches.len().div_ceil(2);
    let w = (zone.w * if twigs { 0.17 } else { 0.25 }).min(270.0);
    if w < 74.0 {
        return None;
    }
    let manner = Manner::of(sheet);
    let hues = sheet.hues(branches.len());
    let (mut lines, mut boxes) = (Vec::new(), Vec::new());
    let texts = branches.iter().map(|b| b.entry.text.as_str());
    let rows = |side: &[Branch]| side.iter().map(|b| b.twigs.len().max(1)).sum::<usize>();
    let most = rows(&branches[..half]).max(rows(&branches[half..])).max(1);
    let unit = zone.h / most as f32;
    let h = (unit * if twigs { 0.76 } else { 0.6 }).min(92.0);
    let size = sheet.fit_all(texts, lettering(sheet), w * 0.84, h * 0.84, 3);
    let twig_w = (zone.w - hub_w) * 0.5 - w - zone.w * 0.1;
    let small = tree::twig_size(sheet, branches, twig_w - 8.0, unit * 0.8, size);
    for (side, range) in [(Side::Right, 0..half), (Side::Left, half..branches.len())] {
        let group = &branches[range.clone()];
        let all = rows(group) as f32;
        let pitch = (zone.h / all.max(1.0)).min(unit * 1.35);
        let mut y = zone.center().1 - pitch * all * 0.5;
        for (k, branch) in group.iter().enumerate() {
            let i = range.start + k;
            let tall = pitch * branch.twigs.len().max(1) as f32;
            let gap = if twigs { zone.w * 0.05 } else { 0.0 };
            let x = match (side, twigs) {
                (Side::Left, true) => hub_zone.x - gap - w,
                (_, true) => hub_zone.right() + gap,
                (Side::Left, false) => zone.x,
                _ => zone.right() - w,
            };
            let place = Zone::new(x, y + tall * 0.5 - h * 0.5, w, h);
            let id = format!("branch-{i}");
            boxes.extend(node(
                sheet,
                &branch.entry,
                place,
                &id,
                Form::Pill,
                (manner, hues[i]),
                size,
            ));
            lines.push(curve("hub", &id, side, hues[i], 4.0));
            for (j, twig) in branch.twigs.iter().enumerate() {
                let align = match side {
                    Side::Left => Align::End,
                    _ => Align::Start,
                };
                let look = lettering(sheet).weight(500).align(align).middle();
                let h = pitch * 0.8;
                let tx = if side == Side::Left {
                    zone.x
                } else {
                    zone.right() - twig_w
                };
                let place = Zone::new(tx, y + pitch * (j as f32 + 0.5) - h * 0.5, twig_w, h);
                let twig_id = format!("twig-{i}-{j}");
                boxes.push(place.hold(col()).id(&twig_id));
                boxes.push(sheet.set(twig, place.inset_xy(4.0, 0.0), look, small, "label"));
                lines.push(curve(&id, &twig_id, side, hues[i], 2.5));
            }
            y += tall;
        }
    }
    lines.extend(boxes);
    lines.extend(hub(sheet, middle, hub_zone));
    Some(Body::new(lines))
}

fn around(sheet: &Sheet<'_>, middle: &Entry, branches: &[Branch]) -> Option<Body> {
    let n = branches.len();
    let zone = sheet.body;
    let c = zone.center();
    let d = (zone.w.min(zone.h) * (0.31 - 0.012 * n.saturating_sub(4) as f32)).min(230.0);
    let (rx, ry) = ((zone.w - d) * 0.5, (zone.h - d) * 0.5);
    let (rx, ry) = (rx.min(ry * 1.5), ry.min(rx * 1.5));
    let hub_d = d * 1.12;
    if n < 2 || rx.min(ry) < (d + hub_d) * 0.5 + 8.0 {
        return None;
    }
    let manner = Manner::of(sheet);
    let hues = sheet.hues(n);
    let look = lettering(sheet);
    let size = sheet.fit_all(
        branches.iter().map(|b| b.entry.text.as_str()),
        look,
        d * 0.78,
        d * 0.5,
        3,
    );
    let mut nodes = Vec::new();
    let mut petals = Vec::new();
    for (i, branch) in branches.iter().enumerate() {
        let (ux, uy) = polar((0.0, 0.0), 1.0, 360.0 * i as f32 / n as f32);
        let (x, y) = (c.0 + ux * rx, c.1 + uy * ry);
        nodes.push(
            PAGE.trace(&format!("M{} {} L{x} {y}", c.0, c.1))
                .stroke(hues[i], 5.0)
                .role("connector"),
        );
        let (ground, outline, ink) = manner.colors(sheet, hues[i]);
        let mut petal = PAGE.fill(&oval(x, y, d * 0.5, d * 0.5), ground);
        petal = petal.stroke(outline.unwrap_or(ground), 3.0);
        petals.push(petal.role("node"));
        let place = Zone::new(x - d * 0.4, y - d * 0.36, d * 0.8, d * 0.72);
        petals.push(sheet.set(&branch.entry, place, look.color(ink), size, "label"));
    }
    nodes.extend(petals);
    nodes.extend(hub(
        sheet,
        middle,
        Zone::new(c.0 - hub_d * 0.5, c.1 - hub_d * 0.5, hub_d, hub_d),
    ));
    Some(Body::new(nodes))
}
