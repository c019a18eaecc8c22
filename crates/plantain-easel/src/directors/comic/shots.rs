//! Shots of a comic: where panels stand on the page, what part of a scene a panel shows, what goes on from panel to panel.

use plantain_read::{Panel, Speech};
use plantain_scene::node::Node;

use super::Layout;
use crate::components::pitch::capital;
use crate::components::print::Zone;

/// The figure that speaks: the named one, else figures in turn.
pub(super) fn speaker(said: &Speech, figures: &[(String, Zone)], turn: usize) -> Option<Zone> {
    let named = said
        .speaker
        .as_ref()
        .and_then(|name| figures.iter().find(|(id, _)| id.contains(name.as_str())));
    named
        .or_else(|| {
            let mut living: Vec<&(String, Zone)> = figures.iter().filter(|f| f.1.w > 8.0).collect();
            living.sort_by(|a, b| (b.1.w * b.1.h).total_cmp(&(a.1.w * a.1.h)));
            living.truncate(2);
            (!living.is_empty()).then(|| living[turn % living.len()])
        })
        .map(|f| f.1)
}

/// Offset of the part of a larger picture that a shot shows: the leading figure, and with it as many others as fit.
pub(super) fn framing(
    figures: &[(String, Zone)],
    lead: Option<&str>,
    (wide, high): (f32, f32),
    (w, h): (f32, f32),
) -> (f32, f32) {
    let (slack_x, slack_y) = ((wide - w).max(0.0), (high - h).max(0.0));
    let named = |id: &String| lead.is_some_and(|noun| id.contains(noun));
    let main = figures
        .iter()
        .find(|(id, _)| named(id))
        .or_else(|| figures.first());
    let Some((_, main)) = main else {
        return (slack_x * 0.5, slack_y);
    };
    let (mut left, mut right, mut top) = (main.x, main.right(), main.y);
    for (_, zone) in figures {
        if zone.right().max(right) - zone.x.min(left) <= w * 0.94 {
            (left, right, top) = (left.min(zone.x), right.max(zone.right()), top.min(zone.y));
        }
    }
    let dx = (left + right) * 0.5 - w * 0.5;
    let dy = top - h * 0.36;
    (dx.max(0.0).min(slack_x), dy.max(0.0).min(slack_y))
}

/// Where an activity takes place, and what stands there from shot to shot.
pub(super) fn activity(scene: &str) -> Option<(&'static str, &'static [&'static str])> {
    const ACTIVITIES: &[(&[&str], &str, &[&str])] = &[
        (
            &["bake", "baking", "cake"],
            "in a kitchen",
            &["a bowl", "an egg", "an oven", "a cake"],
        ),
        (
            &["cook", "cooking", "chef"],
            "in a kitchen",
            &["a pot", "a carrot", "a frying pan", "a pizza"],
        ),
        (
            &["paint", "painting", "artist"],
            "in a room",
            &[
                "a paint palette",
                "a canvas",
                "a paintbrush",
                "a picture frame",
            ],
        ),
        (
            &["study", "studying", "homework", "school", "exam"],
            "in a room",
            &["a book", "a desk", "a pencil", "a backpack"],
        ),
        (
            &["office", "work", "working", "meeting"],
            "in a room",
            &["a desk", "a laptop", "a coffee cup", "a clock"],
        ),
        (
            &["garden", "gardening", "plant"],
            "in a garden",
            &["a watering can", "a flower pot", "a sunflower", "a tree"],
        ),
        (
            &["camp", "camping", "hike", "hiking"],
            "in a forest",
            &["a tent", "a backpack", "a campfire", "a map"],
        ),
        (
            &["ski", "skiing", "snowboard", "snow"],
            "in the snow",
            &["skis", "a snowman", "a pine tree", "a cup"],
        ),
        (
            &["surf", "surfing", "beach", "swim"],
            "on a beach",
            &["a surfboard", "an umbrella", "a beach ball", "a palm tree"],
        ),
        (
            &["travel", "adventure", "journey", "quest"],
            "in the mountains",
            &["a backpack", "a map", "a tent", "a treasure chest"],
        ),
        (
            &["guitar", "band", "music", "sing"],
            "in a room",
            &["a guitar", "a microphone", "a drum", "a speaker"],
        ),
        (
            &["sleep", "sleeping", "bed", "nap"],
            "in a room",
            &["a bed", "a pillow", "an alarm clock", "a lamp"],
        ),
        (
            &["shop", "shopping", "store"],
            "on a street",
            &["a shopping bag", "a shopping cart", "a shirt", "a gift"],
        ),
        (
            &["gym", "workout", "exercise", "training"],
            "in a room",
            &["a dumbbell", "a water bottle", "a mat", "a towel"],
        ),
    ];
    let lower = scene.to_lowercase();
    let words: Vec<&str> = lower.split(|c: char| !c.is_alphanumeric()).collect();
    ACTIVITIES
        .iter()
        .find(|(keys, _, _)| keys.iter().any(|k| words.contains(k)))
        .map(|(_, place, things)| (*place, *things))
}

/// Makes the ids of a panel its own.
pub(super) fn rename(node: &mut Node, n: usize) {
    if !node.id.is_empty() {
        node.id = format!("panel-{}-{}", n + 1, node.id);
    }
    for child in &mut node.children {
        rename(child, n);
    }
}

/// How the panels stand on the page.
pub(super) struct Page {
    pub layout: Layout,
    pub margin: f32,
    /// Whether the first row begins with a narrow panel.
    pub flip: bool,
    /// Columns that the prompt asks for.
    pub columns: Option<usize>,
}

/// Returns the zones of the panels, in reading order.
pub(super) fn zones(body: Zone, count: usize, page: &Page) -> Vec<Zone> {
    let count = count.max(1);
    let board = page.layout == Layout::Board;
    let gap = page.margin * if board { 0.9 } else { 0.5 };
    // As many columns as bring the panels nearest to a friendly shape.
    let wanted = if board { 1.15 } else { 1.05 };
    let friendly = || {
        (1..=count).min_by(|a, b| {
            let off = |columns: usize| {
                let rows = count.div_ceil(columns);
                let ratio = (body.w / columns as f32) / (body.h / rows as f32);
                let holes = (rows * columns - count) as f32 * if board { 0.26 } else { 0.12 };
                (libm::logf(ratio / wanted)).abs() + holes
            };
            off(*a).total_cmp(&off(*b))
        })
    };
    let columns = page
        .columns
        .filter(|columns| (1..=count).contains(columns))
        .or_else(friendly)
        .unwrap_or(1);
    let rows = count.div_ceil(columns);
    let h = (body.h - gap * (rows - 1) as f32) / rows as f32;
    let mut out = Vec::new();
    for row in 0..rows {
        // Rows that are not full come first, so that the page ends on a full one.
        let from = row * count / rows;
        let to = (row + 1) * count / rows;
        let n = to - from;
        let room = body.w - gap * (n - 1) as f32;
        let shares: Vec<f32> = (0..n)
            .map(|i| {
                let wide = (i + row + usize::from(page.flip)).is_multiple_of(2);
                if page.layout == Layout::Rhythm && n > 1 {
                    if wide { 1.35 } else { 1.0 }
                } else {
                    1.0
                }
            })
            .collect();
        let sum: f32 = shares.iter().sum();
        let mut x = body.x;
        for share in shares {
            let w = room * share / sum;
            out.push(Zone::new(x, body.y + (h + gap) * row as f32, w, h));
            x += w + gap;
        }
    }
    out
}

/// Returns the sentence that stands in a panel in which nobody speaks: "The cat jumps."
pub(super) fn sentence(panel: &Panel, language: &str) -> String {
    let note = panel.note.trim();
    if note.is_empty() {
        return String::new();
    }
    let dot = if language == "en" || note.is_ascii() {
        "."
    } else {
        ""
    };
    // The figure of the panels before is named by what leads the scene.
    let said = match panel.scene.find(note) {
        Some(at) => format!("{} {note}", panel.scene[..at].trim()),
        None => panel.scene.clone(),
    };
    let named = match said.strip_prefix("a ").or_else(|| said.strip_prefix("an ")) {
        Some(rest) if said.trim() != note => {
            format!("The {}", rest.replacen(" and a ", " and the ", 1))
        }
        _ => said,
    };
    format!("{}{dot}", capital(named.trim()))
}
