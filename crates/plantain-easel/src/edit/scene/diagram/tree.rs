//! Trees of boxes: one more under another, and the branches at even distances again.

use plantain_engine::EngineError;
use plantain_scene::node::Connector;

use super::{Station, built_like, link};
use crate::edit::scene::place::scale;
use crate::edit::scene::sheet::{Sheet, texts};
use crate::stage::rect::Rect;

/// Distance of the middles of two neighbours, in widths of a box, at most and at least.
const PITCH: (f32, f32) = (1.35, 1.1);
/// Smallest scale of boxes that make room for one more.
const SCALE_MIN: f32 = 0.5;
/// Share of the shorter side that stays free around a tree.
const MARGIN: f32 = 0.05;

/// A tree of boxes by their places in the list of stations.
struct Tree {
    root: usize,
    /// The boxes under each, in the order they stand in.
    under: Vec<Vec<usize>>,
    /// Whether it grows to the right rather than downwards.
    sideways: bool,
}

/// Adds a box with these words under another one; false where the boxes are no tree.
pub fn insert(
    sheet: &mut Sheet<'_>,
    stations: &[Station],
    links: &[(String, Connector)],
    (above, words): (usize, &str),
) -> Result<bool, EngineError> {
    let Some(mut tree) = tree(stations, links) else {
        return Ok(false);
    };
    let faults = sheet.faults();
    // A box like its new siblings, else like one without any under it.
    let near = tree.under[above].last().copied();
    let leaf = (0..stations.len())
        .rev()
        .find(|i| tree.under[*i].is_empty());
    let near = near.or(leaf).unwrap_or(above);
    let two = label(sheet, &stations[near]).is_some_and(|text| text.contains('\n'));
    let words = if two {
        in_two_lines(words)
    } else {
        words.to_owned()
    };
    let new = built_like(sheet, std::slice::from_ref(&stations[near]), 0, &words);
    link(sheet, stations, (Some(above), None), &new.form);
    let labels: Vec<String> = new
        .ids()
        .filter_map(|id| sheet.node(id))
        .flat_map(texts)
        .map(|(id, _)| id)
        .collect();
    let mut all = stations.to_vec();
    all.push(new);
    tree.under[above].push(all.len() - 1);
    tree.under.push(Vec::new());
    arrange(sheet, &all, &tree);
    sheet.must_fit(&labels)?;
    if sheet.is_worse(&faults) {
        return Err(EngineError::DoesNotFit { smallest: None });
    }
    sheet.same = labels;
    Ok(true)
}

/// Returns the box that all others stand under; none where the boxes are no tree.
pub fn root(stations: &[Station], links: &[(String, Connector)]) -> Option<usize> {
    tree(stations, links).map(|tree| tree.root)
}

/// Returns the text on a box.
fn label(sheet: &Sheet<'_>, station: &Station) -> Option<String> {
    let mut all = station
        .ids()
        .filter_map(|id| sheet.node(id))
        .flat_map(texts);
    all.next().map(|(_, text)| text)
}

/// "COO Ben Ortiz", "Ben Ortiz as COO": the post over the name, as on the other boxes.
fn in_two_lines(words: &str) -> String {
    if let Some((name, post)) = words.split_once(" as ").or_else(|| words.split_once(", ")) {
        return format!("{post}\n{name}");
    }
    let all: Vec<&str> = words.split_whitespace().collect();
    match all.len() {
        0..=2 => words.to_owned(),
        n => format!("{}\n{}", all[..n - 2].join(" "), all[n - 2..].join(" ")),
    }
}

/// Returns the tree that the lines make of the boxes; none where one has two lines to it, or none leads to several.
fn tree(stations: &[Station], links: &[(String, Connector)]) -> Option<Tree> {
    let at = |form: &String| stations.iter().position(|station| station.form == *form);
    let mut under: Vec<Vec<usize>> = vec![Vec::new(); stations.len()];
    let mut led = vec![0; stations.len()];
    for (_, line) in links {
        let (from, to) = (at(&line.from)?, at(&line.to)?);
        under[from].push(to);
        led[to] += 1;
    }
    let mut roots = (0..stations.len()).filter(|i| led[*i] == 0);
    let (root, more) = (roots.next()?, roots.next());
    if more.is_some() || led.iter().any(|n| *n > 1) {
        return None;
    }
    let (mut dx, mut dy) = (0.0, 0.0);
    for (i, below) in under.iter().enumerate() {
        for other in below {
            let (a, b) = (stations[i].rect, stations[*other].rect);
            dx += (b.cx() - a.cx()).max(0.0).min((b.x - a.right()).max(0.0));
            dy += (b.y - a.bottom()).max(0.0);
        }
    }
    let sideways = dx > dy;
    for below in &mut under {
        let key = |i: usize| match sideways {
            true => stations[i].rect.cy(),
            false => stations[i].rect.cx(),
        };
        below.sort_by(|a, b| key(*a).total_cmp(&key(*b)));
    }
    Some(Tree {
        root,
        under,
        sideways,
    })
}

/// Lets every box stand over the middle of those under it; levels stay where they are, a new one follows them.
fn arrange(sheet: &mut Sheet<'_>, all: &[Station], tree: &Tree) {
    let (w, h) = sheet.size();
    let margin = MARGIN * w.min(h);
    let (side, length) = if tree.sideways { (h, w) } else { (w, h) };
    let across = |r: &Rect| if tree.sideways { r.h } else { r.w };
    let along = |r: &Rect| if tree.sideways { r.cx() } else { r.cy() };
    let wide = all.iter().map(|s| across(&s.rect)).fold(0.0, f32::max);
    let mut slots = vec![0.0_f32; all.len()];
    let mut depth = vec![0_usize; all.len()];
    let mut leaves = 0;
    place(tree, tree.root, 0, &mut slots, &mut depth, &mut leaves);
    let room = side - 2.0 * margin;
    let pitch = ((room - wide) / (leaves as f32 - 1.0).max(1.0)).min(wide * PITCH.0);
    let k = (pitch / (wide * PITCH.1)).clamp(SCALE_MIN, 1.0);
    // Where each level lies now; the new box is not in its place yet.
    let deepest = depth.iter().copied().max().unwrap_or(0);
    let known = all.len() - 1;
    let mut levels: Vec<Option<f32>> = vec![None; deepest + 1];
    for (i, station) in all.iter().enumerate().take(known) {
        levels[depth[i]].get_or_insert(along(&station.rect));
    }
    let told: Vec<f32> = levels.iter().flatten().copied().collect();
    let step = told
        .windows(2)
        .map(|pair| pair[1] - pair[0])
        .next()
        .unwrap_or(wide);
    let mut lines: Vec<f32> = Vec::new();
    for level in &levels {
        let next = lines.last().map_or(margin, |last| last + step);
        lines.push(level.unwrap_or(next));
    }
    let half = all[known].rect;
    let half = if tree.sideways { half.w } else { half.h } / 2.0;
    let (first, last) = (lines[0], lines[lines.len() - 1]);
    let over = last + half - (length - margin);
    if over > 0.0 && last > first {
        let squeeze = (last - over - first) / (last - first);
        for line in &mut lines {
            *line = first + (*line - first) * squeeze;
        }
    }
    let middle = match leaves {
        1 => slots[tree.root],
        n => (n as f32 - 1.0) / 2.0,
    };
    let pitch = pitch.max(wide * k * 1.04);
    for (i, station) in all.iter().enumerate() {
        let a = side / 2.0 + (slots[i] - middle) * pitch;
        let (x, y) = match tree.sideways {
            true => (lines[depth[i]], a),
            false => (a, lines[depth[i]]),
        };
        put(sheet, station, (x, y), k);
    }
    sheet.touch();
}

/// Gives each leaf the next slot, and each other box the middle of those under it.
fn place(
    tree: &Tree,
    i: usize,
    level: usize,
    slots: &mut [f32],
    depth: &mut [usize],
    leaves: &mut usize,
) {
    depth[i] = level;
    let below = &tree.under[i];
    for other in below {
        place(tree, *other, level + 1, slots, depth, leaves);
    }
    slots[i] = match (below.first(), below.last()) {
        (Some(first), Some(last)) => (slots[*first] + slots[*last]) / 2.0,
        _ => {
            *leaves += 1;
            *leaves as f32 - 1.0
        }
    };
}

/// Puts a box with what lies on it around a middle, `k` times as large.
pub(super) fn put(sheet: &mut Sheet<'_>, station: &Station, (x, y): (f32, f32), k: f32) {
    let from = station.rect;
    for id in station.ids() {
        let Some(node) = sheet.node_mut(id) else {
            continue;
        };
        if let Some(at) = &mut node.layout.at {
            *at = [x + (at[0] - from.cx()) * k, y + (at[1] - from.cy()) * k];
        }
        scale(node, k);
    }
}
