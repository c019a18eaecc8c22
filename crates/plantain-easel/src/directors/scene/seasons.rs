//! One place in all four seasons: the same scene four times, in strips, rows or quarters.

use plantain_read::{Brief, Season, panel_columns};
use plantain_scene::Canvas;
use plantain_scene::build::stack;
use plantain_scene::node::Node;

use super::stages;
use crate::studio::{Draft, Studio};

const SEASONS: [(Season, &str); 4] = [
    (Season::Spring, "spring"),
    (Season::Summer, "summer"),
    (Season::Autumn, "autumn"),
    (Season::Winter, "winter"),
];
/// Gap between the parts, as a share of the shorter side.
const GAP: f32 = 0.012;

/// Whether a prompt asks for all four seasons of one place.
pub(super) fn is_asked(brief: &Brief) -> bool {
    let heard = brief.heard();
    let named = ["four seasons", "all seasons", "4 seasons", "each season"]
        .iter()
        .any(|words| heard.contains(words));
    let parted = [
        "strip",
        "stacked",
        "split",
        "quarter",
        "panel",
        "side by side",
        "grid",
        "row",
    ]
    .iter()
    .any(|words| heard.contains(words));
    let told = SEASONS
        .iter()
        .filter(|(_, word)| heard.contains(word))
        .count();
    named && (parted || told >= 3)
}

/// Returns drafts of the four seasons.
pub(super) fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let count = SEASONS.len();
    let heard = studio.brief.heard();
    let upright = heard.contains("vertical strip") || heard.contains("vertical stripe");
    let lying = heard.contains("horizontal strip") || heard.contains("horizontal stripe");
    let columns = panel_columns(&heard, count)
        .or(upright.then_some(count))
        .or(lying.then_some(1))
        .unwrap_or(2);
    let rows = count.div_ceil(columns);
    let (w, h) = (studio.width, studio.height);
    let gap = w.min(h) * GAP;
    let cell_w = (w - gap * (columns as f32 - 1.0)) / columns as f32;
    let cell_h = (h - gap * (rows as f32 - 1.0)) / rows as f32;
    let mut parts: Vec<Vec<Draft>> = SEASONS
        .iter()
        .map(|(season, _)| {
            let brief = in_season(studio.brief, *season);
            let canvas = Canvas::new(cell_w.max(16.0) as u32, cell_h.max(16.0) as u32);
            let mut desk = Studio::new(&brief, canvas, studio.filler, studio.seed);
            desk.rng = studio.rng.clone();
            (desk.width, desk.height) = (cell_w, cell_h);
            desk.cast.clone_from(&studio.cast);
            stages(&desk)
        })
        .collect();
    let least = parts.iter().map(Vec::len).min().unwrap_or(0);
    (0..least)
        .map(|take| {
            let mut root = stack().size_box(w, h).clip().role("seasons");
            let mut theme = None;
            for (i, drafts) in parts.iter_mut().enumerate() {
                let mut draft = std::mem::replace(
                    &mut drafts[take],
                    Draft::new(
                        "seasons",
                        studio.themes(super::CUSTOM, 1).remove(0),
                        stack(),
                    ),
                );
                own(&mut draft.root, SEASONS[i].1);
                theme.get_or_insert(draft.theme);
                let (x, y) = (
                    (cell_w + gap) * (i % columns) as f32,
                    (cell_h + gap) * (i / columns) as f32,
                );
                let cell = stack().bounds(x, y, cell_w, cell_h).clip().role("season");
                root = root.child(cell.child(draft.root));
            }
            let theme = theme.unwrap_or_else(|| studio.themes(super::CUSTOM, 1).remove(0));
            Draft::new("four seasons", theme, root)
                .because("One place four times, so that only the season differs.")
                .liked(0.8)
        })
        .collect()
}

/// The brief of one season: what names the parts and the other seasons is not in it.
fn in_season(brief: &Brief, season: Season) -> Brief {
    let mut brief = brief.clone();
    brief.setting.season = Some(season);
    for object in &mut brief.objects {
        let last = object.noun.rsplit(' ').next().unwrap_or_default();
        object.absent |= matches!(
            last,
            "strip"
                | "season"
                | "picture"
                | "quarter"
                | "spring"
                | "summer"
                | "autumn"
                | "fall"
                | "winter"
                | "time"
        );
    }
    brief
}

/// Gives the nodes of a part ids of their own.
fn own(node: &mut Node, season: &str) {
    if !node.id.is_empty() {
        node.id = format!("{season}-{}", node.id);
    }
    for child in &mut node.children {
        own(child, season);
    }
}
