//! Figures that are told as cards, and those that are no tiles: parts of a whole, stages that fall, rows of a named list.

use plantain_read::{ChartKind, Component};

use super::{POINTS, TILE_LISTS, stat_of};
use crate::components::data::Stat;
use crate::directors::dashboard::hero;
use crate::directors::inventory::{Inventory, Pairing, comma};
use crate::filler::{Filler, Topic};

/// "two KPI cards Revenue $12k and Users 340": whether the figures are told as cards.
pub(super) fn tells_cards(brief: &plantain_read::Brief) -> bool {
    const CARDS: &[&str] = &["card", "cards", "tile", "tiles", "kpi", "kpis"];
    let heard = brief.heard();
    let spoken = || {
        heard
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| CARDS.contains(&word))
    };
    brief.described.iter().any(|d| d.kind == Component::Card) || spoken()
}

/// "gauge 68% battery and line chart of solar output": what a chart beside a leading share is told to show.
pub(super) fn curve_beside(
    inventory: &Inventory,
    hero: &hero::Hero,
    brief: &plantain_read::Brief,
) -> Option<(String, ChartKind)> {
    let share = matches!(
        hero.spec.chart,
        plantain_scene::chart::ChartKind::Gauge | plantain_scene::chart::ChartKind::Donut
    );
    if !share || !inventory.sets.is_empty() {
        return None;
    }
    brief.described.iter().find_map(|told| match told.kind {
        Component::Chart(kind @ (ChartKind::Line | ChartKind::Area | ChartKind::Bar))
            if !told.words.is_empty() =>
        {
            Some((crate::components::pitch::capital(&told.words), kind))
        }
        _ => None,
    })
}

/// "stocks 60%, bonds 25%, cash 15%": figures that are the parts of a whole become a ring.
pub(super) fn shares_apart(inventory: &mut Inventory, brief: &plantain_read::Brief) {
    const PARTS_MIN: usize = 3;
    let percent = |pairing: &Pairing| {
        pairing
            .figure(comma(brief))
            .filter(|f| f.is_percent() && !f.signed)
            .map(|f| f.value)
    };
    let parts: Vec<usize> = (0..inventory.stats.len())
        .filter(|&at| percent(&inventory.stats[at]).is_some())
        .collect();
    let whole: f64 = parts
        .iter()
        .filter_map(|&at| percent(&inventory.stats[at]))
        .sum();
    if parts.len() < PARTS_MIN || (whole - 100.0).abs() > 1.5 || !inventory.sets.is_empty() {
        return;
    }
    let points = parts
        .iter()
        .map(|&at| {
            let stat = &inventory.stats[at];
            plantain_read::DataPoint {
                label: stat.label.clone(),
                value: percent(stat).unwrap_or_default(),
                shown: stat.value.clone(),
                start: None,
            }
        })
        .collect();
    inventory.sets.push(plantain_read::DataSet {
        chart: Some(ChartKind::Donut),
        points,
        ..plantain_read::DataSet::default()
    });
    let mut at = 0;
    inventory.stats.retain(|_| {
        at += 1;
        !parts.contains(&(at - 1))
    });
}

/// "pipeline: Lead 120, Qualified 64, Won 12": plain figures that fall from stage to stage become a funnel.
pub(super) fn stages_apart(inventory: &mut Inventory, brief: &plantain_read::Brief) {
    const STAGES_MIN: usize = 3;
    let heard = brief.heard();
    let spoken = ["pipeline", "funnel"]
        .iter()
        .any(|word| heard.contains(word));
    let values: Vec<f64> = inventory
        .stats
        .iter()
        .filter_map(|stat| stat.figure(comma(brief)))
        .filter(|f| !f.is_percent() && !f.is_money() && f.format.suffix.is_empty())
        .map(|f| f.value)
        .collect();
    let falls = values.windows(2).all(|pair| pair[0] > pair[1]);
    let all = values.len() == inventory.stats.len();
    if !spoken || !falls || !all || values.len() < STAGES_MIN || !inventory.sets.is_empty() {
        return;
    }
    let points = inventory
        .stats
        .drain(..)
        .zip(values)
        .map(|(stat, value)| plantain_read::DataPoint {
            label: stat.label,
            value,
            shown: stat.value,
            start: None,
        })
        .collect();
    inventory.sets.push(plantain_read::DataSet {
        chart: Some(ChartKind::Funnel),
        points,
        ..plantain_read::DataSet::default()
    });
}

/// Takes the rows of a named list; they are the subject's table then, and sample rows beside them would show something else.
pub(super) fn holdings(
    inventory: &mut Inventory,
    topic: &mut Topic,
    filler: &mut Filler,
) -> Option<(String, Vec<Stat>)> {
    let holdings = take_holdings(inventory, filler)?;
    let finance = Topic::named("finance");
    (topic.table, topic.columns) = (finance.table, finance.columns);
    topic.kpis.retain(|kpi| kpi.word != "holdings");
    Some(holdings)
}

/// Takes the rows of a named list ("Holdings: …") out of the figures.
fn take_holdings(inventory: &mut Inventory, filler: &mut Filler) -> Option<(String, Vec<Stat>)> {
    let kind = inventory
        .stats
        .iter()
        .map(|s| s.list.clone())
        .find(|list| !TILE_LISTS.contains(&list.as_str()))?;
    let (rows, others): (Vec<Pairing>, Vec<Pairing>) =
        inventory.stats.drain(..).partition(|s| s.list == kind);
    inventory.stats = others;
    if rows.len() < 2 {
        inventory.stats.extend(rows);
        return None;
    }
    let mut title = kind.clone();
    if let Some(first) = title.get(..1) {
        title = first.to_uppercase() + &title[1..];
    }
    if !title.ends_with('s') {
        title.push('s');
    }
    let stats = rows
        .iter()
        .enumerate()
        .map(|(i, row)| {
            let delta = f64::from(filler.rng().range(-2.4, 6.0));
            Stat {
                delta: row
                    .change
                    .as_ref()
                    .map(|change| (change.clone(), !hero::falls(change))),
                delta_literal: row.change.is_some(),
                spark: filler.curve(
                    100.0,
                    POINTS,
                    Some(if delta < 0.0 {
                        plantain_read::Trend::Falling
                    } else {
                        plantain_read::Trend::Rising
                    }),
                ),
                ..stat_of(row, i)
            }
        })
        .collect();
    Some((title, stats))
}
