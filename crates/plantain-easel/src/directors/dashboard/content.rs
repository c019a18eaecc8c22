//! What a dashboard shows: the brief's figures first, sample content that agrees with them around.

mod apart;
mod subject;

use plantain_read::{ChartKind, Component};
use plantain_scene::chart;

use self::subject::subject;
use super::cells;
use super::hero::Hero;
use crate::components::data::{Stat, Table};
use crate::components::ui::Form;
use crate::directors::inventory::{Inventory, Pairing, comma};
use crate::filler::topic::Kpi;
use crate::filler::{Filler, Topic};
use crate::studio::Studio;

/// Lists whose entries are figures of their own and no rows.
const TILE_LISTS: [&str; 12] = [
    "", "card", "kpi", "tile", "metric", "stat", "item", "label", "figure", "number", "value",
    "widget",
];
/// Subjects whose breakdown divides the leading figure.
const DIVIDED: [&str; 10] = [
    "sales",
    "logistics",
    "support",
    "school",
    "health",
    "web",
    "hotel",
    "restaurant",
    "hr",
    "general",
];
const POINTS: usize = 9;
/// Name of the subject of a prompt that tells none.
const UNKNOWN: &str = "general";
/// Given figures, charts and rows that need no samples beside them: those would be taken for given, too.
const GIVEN_ENOUGH: usize = 3;

/// Everything that may be shown; frames take what they have room for, given content always.
#[derive(Debug, Clone)]
pub(super) struct Content {
    pub topic: Topic,
    pub brand: String,
    /// Navigation: icon, word, whether it was asked for.
    pub nav: Vec<(String, String, bool)>,
    pub title: (String, bool),
    pub subtitle: (String, bool),
    pub range: String,
    pub action: (String, bool),
    pub hero: Hero,
    /// Given figures come first.
    pub tiles: Vec<Stat>,
    pub tiles_given: usize,
    /// The second chart, with its title.
    pub share: Option<(String, bool, chart::ChartSpec)>,
    pub table: (String, Table),
    /// Given rows of a list ("Holdings"), with its title.
    pub holdings: Option<(String, Vec<Stat>)>,
    pub person: String,
    pub person_role: String,
    pub upsell: [String; 3],
    pub menu: String,
    /// Second section of the navigation: its head, settings, help.
    pub support: [String; 3],
    pub view_all: String,
    /// Given texts without a place of their own.
    pub rest: Vec<String>,
    /// Given warnings.
    pub alerts: Vec<String>,
    /// Further given charts, with their titles.
    pub more: Vec<(String, chart::ChartSpec)>,
    /// The prompt speaks of a table.
    pub wants_table: bool,
    /// Too little is given to go without sample content: a breakdown and a table of the subject may stand.
    pub known: bool,
    /// The given figures were told as cards: they stand as cards in every frame, none of them over the chart.
    pub carded: bool,
}

impl Content {
    pub fn of(studio: &Studio<'_>) -> Self {
        let brief = studio.brief;
        let mut filler = Filler::of(studio);
        let mut topic = Topic::of(brief);
        let mut inventory = Inventory::of(brief);
        apart::shares_apart(&mut inventory, brief);
        apart::stages_apart(&mut inventory, brief);
        let holdings = apart::holdings(&mut inventory, &mut topic, &mut filler);
        let carded = apart::tells_cards(brief);
        let mut hero = Hero::of(studio, &mut inventory, &topic, carded, &mut filler);
        if hero.delta.is_none() && !carded {
            hero.take_change(&mut inventory);
        }
        let told = holdings.as_ref().map_or(0, |(_, rows)| rows.len())
            + brief.grid.as_ref().map_or(0, |grid| grid.rows.len());
        let (tiles, tiles_given, known) =
            tiles(&inventory, &topic, &hero, told, brief, &mut filler);
        let share =
            share(&topic, &hero, &inventory, &mut filler).filter(|(_, given, _)| known || *given);
        let mut more = more_charts(&inventory, &hero);
        let curve = apart::curve_beside(&inventory, &hero, brief)
            .map(|(name, kind)| (name, told_course(kind, &topic, &mut filler)));
        let share = share.filter(|_| curve.is_none());
        more.extend(curve);
        let table = match cells::told(brief) {
            Some(told) => told,
            None => cells::table(studio, &inventory, &topic, &mut filler),
        };
        let nav = navigation(&inventory, &topic, &filler);
        let wants_table =
            brief.grid.is_some() || asks_for_table(brief) && !is_told(brief, holdings.as_ref());
        let people = filler.people(3);
        let (alerts, rest) = loose(&mut inventory, &hero, brief);
        let (title, subtitle) = headings(&mut inventory, (&topic, subject(brief)), &filler);
        Self {
            brand: filler
                .companies(1)
                .first()
                .map_or_else(String::new, |s| (*s).to_owned()),
            nav,
            title,
            subtitle,
            range: hero
                .months
                .clone()
                .unwrap_or_else(|| filler.word(hero.range_word)),
            action: inventory
                .buttons
                .first()
                .map_or_else(|| (filler.word("export"), false), |b| (b.clone(), true)),
            tiles,
            tiles_given,
            share,
            table,
            holdings,
            person: people.first().map_or_else(String::new, |p| (*p).to_owned()),
            person_role: filler.word("owner"),
            upsell: [
                filler.word("upgrade"),
                filler.word("upgrade_text"),
                filler.word("see_plans"),
            ],
            menu: filler.word("menu"),
            support: [
                filler.word("support"),
                filler.word("settings"),
                filler.word("help"),
            ],
            view_all: filler.word("view_all"),
            rest: rest
                .into_iter()
                .chain(inventory.buttons.into_iter().skip(1))
                .collect(),
            alerts,
            more,
            wants_table,
            known,
            carded,
            topic,
            hero,
        }
    }
}

/// The tiles, the given ones first, and how many those are; whether so little is given that samples may stand beside it,
/// with `told` rows.
fn tiles(
    inventory: &Inventory,
    topic: &Topic,
    hero: &Hero,
    told: usize,
    brief: &plantain_read::Brief,
    filler: &mut Filler,
) -> (Vec<Stat>, usize, bool) {
    let given: Vec<Stat> = inventory
        .stats
        .iter()
        .enumerate()
        .map(|(i, p)| given_tile(p, i, topic, filler, brief))
        .collect();
    let count = given.len();
    let parts = count + usize::from(hero.value_literal) + usize::from(hero.data_literal) + told;
    let known = parts < GIVEN_ENOUGH;
    // Cards that were told are as many as were told.
    let told = apart::tells_cards(brief) && !given.is_empty();
    let tiles = if (known && !told) || given.is_empty() {
        with_samples(given, topic, hero, filler)
    } else {
        given
    };
    (tiles, count, known)
}

/// Takes the texts without a place of their own, those that warn apart from the others.
fn loose(
    inventory: &mut Inventory,
    hero: &Hero,
    brief: &plantain_read::Brief,
) -> (Vec<String>, Vec<String>) {
    let warned = warnings(brief);
    let (alerts, mut rest): (Vec<String>, Vec<String>) = std::mem::take(&mut inventory.rest)
        .into_iter()
        .partition(|text| warned.contains(&text.as_str()));
    if hero.labels_unused(inventory) {
        rest.append(&mut inventory.labels);
    }
    rest.append(&mut inventory.names);
    (alerts, rest)
}

/// Title and subtitle, each with whether it was asked for.
fn headings(
    inventory: &mut Inventory,
    (topic, subject): (&Topic, Option<String>),
    filler: &Filler,
) -> ((String, bool), (String, bool)) {
    // A place of letters is no name for a board of figures.
    let usual = topic
        .nav
        .first()
        .map_or("overview", |place| place.0)
        .replace("inbox", "overview");
    let title = match (inventory.title.take(), subject) {
        (Some(text), _) => (text, true),
        (None, Some(subject)) => (subject, false),
        (None, None) => (filler.word(&usual), false),
    };
    let subtitle = match inventory.subtitle.take() {
        Some(text) => (text, true),
        None => (filler.word("glance"), false),
    };
    (title, subtitle)
}

/// The texts that the prompt tells as alerts.
fn warnings(brief: &plantain_read::Brief) -> Vec<&str> {
    brief
        .lists
        .iter()
        .filter(|list| list.kind == "alert")
        .flat_map(|list| &list.items)
        .filter_map(|&at| Some(brief.literals.get(at)?.text.as_str()))
        .collect()
}

/// "a table of top products: Desk Lamp 320": whether the given rows are the table that the prompt speaks of.
fn is_told(brief: &plantain_read::Brief, holdings: Option<&(String, Vec<Stat>)>) -> bool {
    let Some((title, _)) = holdings else {
        return false;
    };
    let title = title.to_lowercase();
    let mut tables = brief
        .described
        .iter()
        .filter(|d| d.kind == Component::Table);
    tables.all(|table| {
        table.words.is_empty() || table.words.split(' ').any(|word| title.contains(word))
    })
}

/// Returns whether the prompt speaks of a table, read as a part or by its word.
fn asks_for_table(brief: &plantain_read::Brief) -> bool {
    let spoken = || {
        brief
            .prompt
            .to_lowercase()
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| word == "table")
    };
    brief.described.iter().any(|d| d.kind == Component::Table)
        || (brief.language.0 == "en" && spoken())
}

fn stat_of(pairing: &Pairing, index: usize) -> Stat {
    let icon = plantain_art::find_icon(&pairing.label).map_or("activity", |icon| icon.name);
    Stat {
        label: pairing.label.clone(),
        value: pairing.value.clone(),
        label_literal: pairing.label_literal,
        value_literal: true,
        icon: icon.to_owned(),
        index,
        ..Stat::default()
    }
}

/// A tile for a given figure; its change and its curve are sample content.
fn given_tile(
    pairing: &Pairing,
    index: usize,
    topic: &Topic,
    filler: &mut Filler,
    brief: &plantain_read::Brief,
) -> Stat {
    // A day, an hour or a part of a whole ("365 GB of 500 GB") has no course.
    let dated = matches!(Form::of(&pairing.value), Form::Date | Form::Time)
        || pairing.value.contains(" of ");
    let figure = pairing.figure(comma(brief)).filter(|_| !dated);
    let stat = stat_of(pairing, index);
    let Some(figure) = figure else {
        return stat;
    };
    if pairing.is_change() {
        let trend = if figure.value < 0.0 {
            plantain_read::Trend::Falling
        } else {
            plantain_read::Trend::Rising
        };
        return Stat {
            spark: filler.curve(100.0, POINTS, Some(trend)),
            ..stat
        };
    }
    if let Some(change) = &pairing.change {
        let falls = super::hero::falls(change);
        let trend = if falls {
            plantain_read::Trend::Falling
        } else {
            plantain_read::Trend::Rising
        };
        return Stat {
            delta: Some((change.clone(), !falls)),
            delta_literal: true,
            spark: filler.curve(figure.value.abs().max(1.0) * 10.0, POINTS, Some(trend)),
            ..stat
        };
    }
    // A figure that the subject knows takes its icon and the direction that is good news.
    let kin = topic.kpis.iter().find(|kpi| {
        akin(
            &filler.word(kpi.word).to_lowercase(),
            &pairing.label.to_lowercase(),
        )
    });
    let falls = kin.is_some_and(|kpi| kpi.delta < 0.0);
    let trend = if falls {
        plantain_read::Trend::Falling
    } else {
        plantain_read::Trend::Rising
    };
    // How a given figure changed was not told: a change beside it would be taken for given, too.
    Stat {
        spark: filler.curve(figure.value.abs().max(1.0) * 10.0, POINTS, Some(trend)),
        icon: kin.map_or(stat.icon, |kpi| kpi.icon.to_owned()),
        ..stat
    }
}

/// Returns whether two labels in lower case name the same thing, or nearly.
fn akin(a: &str, b: &str) -> bool {
    let shared = || {
        a.split(' ')
            .any(|w| w.chars().count() > 3 && b.split(' ').any(|o| o == w))
    };
    !a.is_empty() && !b.is_empty() && (a.contains(b) || b.contains(a) || shared())
}

/// Fills the row of tiles up with figures of the subject that do not repeat what is given.
fn with_samples(
    mut tiles: Vec<Stat>,
    topic: &Topic,
    hero: &Hero,
    filler: &mut Filler,
) -> Vec<Stat> {
    // Enough figures that were given need no company, and those of an unknown subject none that may contradict it.
    let enough = if topic.name == UNKNOWN { 2 } else { 3 };
    if tiles.len() >= enough {
        return tiles;
    }
    let known = |label: &str, tiles: &[Stat]| {
        let label = label.to_lowercase();
        let others = tiles.iter().map(|t| t.label.to_lowercase());
        others
            .chain([hero.label.to_lowercase()])
            .any(|other| akin(&label, &other))
    };
    for kpi in &topic.kpis {
        let label = filler.word(kpi.word);
        if tiles.len() >= 6 || known(&label, &tiles) {
            continue;
        }
        let index = tiles.len();
        tiles.push(sample_tile(kpi, label, index, filler));
    }
    tiles
}

fn sample_tile(kpi: &Kpi, label: String, index: usize, filler: &mut Filler) -> Stat {
    // Figures vary with the seed, within the believable.
    let factor = f64::from(filler.rng().range(0.82, 1.22));
    let value = match kpi.form {
        "pct" | "dec" | "hours" => kpi.value,
        _ => kpi.value * factor,
    };
    let less_is_better = kpi.delta < 0.0;
    let trend = if less_is_better {
        plantain_read::Trend::Falling
    } else {
        plantain_read::Trend::Rising
    };
    Stat {
        label,
        value: cells::written(kpi.form, value, filler),
        icon: kpi.icon.to_owned(),
        delta: (kpi.delta != 0.0).then(|| (filler.delta(kpi.delta), true)),
        against: filler.word("vs_last_month"),
        spark: filler.curve(value.abs().max(1.0) * 10.0, POINTS, Some(trend)),
        index,
        ..Stat::default()
    }
}

fn navigation(
    inventory: &Inventory,
    topic: &Topic,
    filler: &Filler,
) -> Vec<(String, String, bool)> {
    if !inventory.tabs.is_empty() {
        return inventory
            .tabs
            .iter()
            .map(|tab| {
                (
                    plantain_art::find_icon(tab)
                        .map_or("circle", |i| i.name)
                        .to_owned(),
                    tab.clone(),
                    true,
                )
            })
            .collect();
    }
    topic
        .nav
        .iter()
        .map(|(word, icon)| ((*icon).to_owned(), filler.word(word), false))
        .collect()
}

/// The breakdown of the subject as a donut, unless the leading chart is one already.
fn share(
    topic: &Topic,
    hero: &Hero,
    inventory: &Inventory,
    filler: &mut Filler,
) -> Option<(String, bool, chart::ChartSpec)> {
    // Parts that are told need no other ring beside them.
    let told = &inventory.sets[usize::from(hero.takes_set).min(inventory.sets.len())..];
    if told.iter().any(super::hero::is_shares) {
        return None;
    }
    if matches!(
        hero.spec.chart,
        chart::ChartKind::Pie | chart::ChartKind::Donut
    ) {
        return Some((filler.word(topic.hero.word), false, course(topic, filler)));
    }
    let pie = inventory.kinds.contains(&ChartKind::Pie);
    let shares = filler.shares(topic.parts.len());
    let labels: Vec<String> = topic
        .parts
        .iter()
        .map(|part| {
            part.strip_prefix("coin:")
                .map_or_else(|| filler.word(part), str::to_owned)
        })
        .collect();
    let first = shares.first().copied().unwrap_or(0);
    let center = if DIVIDED.contains(&topic.name)
        && !hero.value.is_empty()
        && hero.value.chars().count() <= 9
        && !hero.value.ends_with('%')
    {
        [hero.value.clone(), filler.word("total")]
    } else {
        [
            filler.percent(f64::from(first), 0),
            labels.first().cloned().unwrap_or_default(),
        ]
    };
    let spec = chart::ChartSpec {
        chart: if pie {
            chart::ChartKind::Pie
        } else {
            chart::ChartKind::Donut
        },
        labels,
        series: vec![chart::Series {
            values: shares.iter().map(|s| f64::from(*s)).collect(),
            shown: shares
                .iter()
                .map(|s| filler.percent(f64::from(*s), 0))
                .collect(),
            ..chart::Series::default()
        }],
        show_values: true,
        center: Some(center),
        legend: chart::LegendPlace::Bottom,
        text_size: 13.5,
        ..chart::ChartSpec::default()
    };
    Some((filler.word(topic.share), false, spec))
}

/// Data sets beyond the leading one become charts of their own.
fn more_charts(inventory: &Inventory, hero: &Hero) -> Vec<(String, chart::ChartSpec)> {
    inventory
        .sets
        .iter()
        .skip(usize::from(hero.takes_set))
        .map(|set| {
            (
                set.name.clone().unwrap_or_default(),
                super::hero::spec_of_set(&round_if_shares(set, inventory)),
            )
        })
        .collect()
}

/// A set of shares beside a leading curve is drawn round, whatever chart it was read with.
fn round_if_shares(set: &plantain_read::DataSet, inventory: &Inventory) -> plantain_read::DataSet {
    let mut set = set.clone();
    let round = matches!(set.chart, Some(ChartKind::Pie | ChartKind::Donut));
    if super::hero::is_shares(&set) && !round {
        let pie = inventory.kinds.contains(&ChartKind::Pie);
        set.chart = Some(if pie {
            ChartKind::Pie
        } else {
            ChartKind::Donut
        });
    }
    set
}

/// The course that a chart was told to show beside the leading share, without figures of its own.
fn told_course(kind: ChartKind, topic: &Topic, filler: &mut Filler) -> chart::ChartSpec {
    chart::ChartSpec {
        chart: crate::directors::inventory::drawn_kind(kind),
        smooth: matches!(kind, ChartKind::Line | ChartKind::Area),
        ..course(topic, filler)
    }
}

/// The course of the subject's leading figure over a year, beside a chart of parts.
fn course(topic: &Topic, filler: &mut Filler) -> chart::ChartSpec {
    let money = topic.hero.form == "money";
    let format = if money {
        filler.money_format(topic.hero.value >= 5_000.0)
    } else {
        chart::Format {
            short: topic.hero.value >= 5_000.0,
            ..filler.number_format()
        }
    };
    chart::ChartSpec {
        chart: chart::ChartKind::Area,
        labels: filler.months().to_vec(),
        series: vec![chart::Series {
            values: filler.curve(topic.hero.value, 12, None),
            ..chart::Series::default()
        }],
        format,
        axes: true,
        smooth: true,
        highlight: Some(11),
        text_size: 12.0,
        ..chart::ChartSpec::default()
    }
}
