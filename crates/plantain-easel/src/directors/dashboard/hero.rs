//! The leading figure and its chart.

mod share;

use plantain_read::{ChartKind, Component, DataSet, Trend};
use plantain_scene::chart::{self, ChartSpec, Format, LegendPlace, Series};

use crate::components::pitch;
use crate::directors::inventory::{Inventory, Period, comma, drawn_kind, period};
use crate::filler::{Figure, Filler, Topic, curve};
use crate::studio::Studio;

/// Figures of their own from which on a chart with another name leads without one.
const STATS_MIN: usize = 2;

/// Subject whose figures are watched by the hour.
const HOURLY: &str = "devops";

/// The leading figure with its chart.
#[derive(Debug, Clone)]
pub(super) struct Hero {
    pub label: String,
    pub label_literal: bool,
    /// Empty when the chart leads alone.
    pub value: String,
    pub value_literal: bool,
    /// Change as printed, whether it is good, whether it was asked for.
    pub delta: Option<(String, bool, bool)>,
    /// What the change is against, and whether that was asked for.
    pub against: (String, bool),
    pub spec: ChartSpec,
    /// Whether the chart's data were asked for.
    pub data_literal: bool,
    /// Word of the time range ("last_12_months").
    pub range_word: &'static str,
    /// The months that the prompt tells, in place of the word ("January – June").
    pub months: Option<String>,
    /// Names for the legend, with the series they stand for.
    pub legend: Vec<(usize, String)>,
    /// Uses the first data set of the inventory.
    pub takes_set: bool,
    labels_used: bool,
}

/// Whether the points of a chart follow each other in time: a figure over them is where the course has come to.
fn is_course(set: &DataSet) -> bool {
    let moment = |label: &str| {
        let lower = label.to_lowercase();
        plantain_read::is_month_name(&lower)
            || plantain_read::is_day_name(&lower)
            || lower.starts_with(|c: char| c.is_ascii_digit())
            || lower.starts_with(['q', 'w']) && lower.ends_with(|c: char| c.is_ascii_digit())
    };
    let named = set.points.iter().filter(|point| !point.label.is_empty());
    named.clone().count() == 0 || named.clone().all(|point| moment(&point.label))
}

/// Whether the parts of a chart come to the figure over them.
fn adds_up(set: &DataSet, whole: &str, studio: &Studio<'_>) -> bool {
    const NEAR: f64 = 0.02;
    let sum: f64 = set.points.iter().map(|point| point.value).sum();
    Figure::read(whole, comma(studio.brief)).is_some_and(|figure| {
        let percent = set.points.iter().all(|point| point.shown.ends_with('%'));
        percent || (figure.value - sum).abs() <= sum.abs() * NEAR
    })
}

impl Hero {
    /// Takes the leading figure out of the inventory, or a sample figure of the subject, and builds its chart.
    pub fn of(
        studio: &Studio<'_>,
        inventory: &mut Inventory,
        topic: &Topic,
        carded: bool,
        filler: &mut Filler,
    ) -> Self {
        if let Some(set) = inventory
            .sets
            .first()
            .filter(|set| set.points.len() >= 2 && !stands_aside(set, inventory))
            .cloned()
        {
            return Self::of_data(studio, inventory, &set, carded, filler);
        }
        let brief = studio.brief;
        if let Some(hero) = Self::of_share(studio, inventory) {
            return hero;
        }
        // "gauge for reservoir": the figure that the chart is of leads.
        let named = brief
            .data
            .iter()
            .filter(|set| set.points.is_empty())
            .find_map(|set| set.name.as_deref());
        let of_chart = named.and_then(|name| {
            let name = name.to_lowercase();
            inventory.stats.iter().position(|stat| {
                let label = stat.label.to_lowercase();
                !label.is_empty() && (label.contains(&name) || name.contains(&label))
            })
        });
        // "line chart of traffic" beside CPU, memory and errors: the chart stands under its own name, without a figure.
        let alone = named.filter(|_| of_chart.is_none() && inventory.stats.len() >= STATS_MIN);
        let at = of_chart.or_else(|| leading(inventory, comma(brief)).filter(|_| alone.is_none()));
        // A figure that was told as a card stands on it; the chart shows its course.
        let beside = at.filter(|_| carded).map(|i| {
            let stat = &inventory.stats[i];
            (stat.label.clone(), stat.value.clone())
        });
        let at = at.filter(|_| !carded);
        let mut change = None;
        let (label, label_literal, value, value_literal) = match at
            .map(|i| inventory.stats.remove(i))
        {
            None if let Some(name) = alone => (pitch::capital(name), true, String::new(), false),
            None if let Some((label, _)) = &beside => (label.clone(), false, String::new(), false),
            Some(stat) => {
                change = stat.change;
                (stat.label, stat.label_literal, stat.value, true)
            }
            None => {
                let factor = f64::from(filler.rng().range(0.9, 1.12));
                let value =
                    super::cells::written(topic.hero.form, topic.hero.value * factor, filler);
                (filler.word(topic.hero.word), false, value, false)
            }
        };
        let label = if label.is_empty() {
            filler.word(topic.hero.word)
        } else {
            label
        };
        let end = beside.map_or_else(|| value.clone(), |(_, value)| value);
        let figure = Figure::read(&end, comma(brief));
        let mut hero = Self {
            label,
            label_literal,
            value,
            value_literal,
            delta: None,
            against: (String::new(), false),
            spec: ChartSpec::default(),
            data_literal: false,
            range_word: "last_12_months",
            months: None,
            legend: Vec::new(),
            takes_set: false,
            labels_used: false,
        };
        hero.draw(studio, inventory, topic, figure.as_ref(), filler);
        if let Some(change) = change {
            hero.delta = Some(told_change(change));
            hero.against = (String::new(), false);
        }
        hero
    }

    /// The chart of given data leads; a given figure stands above it if there is one.
    fn of_data(
        studio: &Studio<'_>,
        inventory: &mut Inventory,
        set: &DataSet,
        carded: bool,
        filler: &mut Filler,
    ) -> Self {
        let spec = spec_of_set(set);
        let titled = set.name.clone();
        let fits = |at: &usize| is_course(set) || adds_up(set, &inventory.stats[*at].value, studio);
        let at = leading(inventory, comma(studio.brief))
            .filter(|at| titled.is_none() && !carded && fits(at));
        let stat = at.map(|i| inventory.stats.remove(i));
        let label = match (&titled, &stat) {
            (Some(name), _) => (name.clone(), true),
            (None, Some(stat)) => (stat.label.clone(), stat.label_literal),
            (None, None) => (filler.word("breakdown"), false),
        };
        Self {
            label: label.0,
            label_literal: label.1,
            value: stat.as_ref().map_or_else(String::new, |s| s.value.clone()),
            value_literal: stat.is_some(),
            delta: stat.and_then(|s| s.change).map(told_change),
            against: (String::new(), false),
            spec,
            data_literal: true,
            range_word: "this_month",
            months: None,
            legend: Vec::new(),
            takes_set: true,
            labels_used: false,
        }
    }

    /// Gives a stated change ("24h change +3.2%") its place beside the figure.
    pub fn take_change(&mut self, inventory: &mut Inventory) {
        let Some(at) = inventory.stats.iter().position(|s| s.is_change()) else {
            return;
        };
        if self.value.is_empty() {
            return;
        }
        let stat = inventory.stats.remove(at);
        let good = !stat.value.starts_with(['-', '\u{2212}', '–']);
        self.delta = Some((stat.value, good, true));
        self.against = (stat.label, stat.label_literal);
    }

    pub fn labels_unused(&self, inventory: &Inventory) -> bool {
        !self.labels_used && !inventory.labels.is_empty()
    }

    fn draw(
        &mut self,
        studio: &Studio<'_>,
        inventory: &mut Inventory,
        topic: &Topic,
        figure: Option<&Figure>,
        filler: &mut Filler,
    ) {
        let brief = studio.brief;
        let described = brief
            .described
            .iter()
            .find(|d| matches!(d.kind, Component::Chart(_)));
        let kind = inventory.lead().unwrap_or(ChartKind::Area);
        // Machines are watched by the hour.
        let time = match period(brief, described) {
            Period::Months if topic.name == HOURLY => Period::Hours,
            time => time,
        };
        let trend = brief.data.iter().find_map(|d| d.trend);
        let end = figure.map_or(100.0, |f| f.value.abs()).max(0.01);
        let given = std::mem::take(&mut inventory.labels);
        let divided = super::division::of(brief)
            .filter(|_| given.len() < 3 && figure.is_none_or(|f| !f.is_percent()));
        if let Some(parts) = divided
            .map(|by| by.labels(filler))
            .filter(|parts| parts.len() >= 2)
        {
            inventory.labels = given;
            self.draw_parts(kind, parts, end, figure, filler);
            return;
        }
        let labels = if given.len() >= 3 {
            self.labels_used = true;
            given.clone()
        } else {
            inventory.labels = given;
            let months = super::division::months(brief, filler);
            self.months = months
                .as_ref()
                .and_then(|months| Some(format!("{} – {}", months.first()?, months.last()?)));
            months.unwrap_or_else(|| {
                let mut labels = time_labels(time, filler);
                // "Monday to Friday": a week of work.
                let heard = brief.heard();
                let work = ["monday to friday", "mon to fri", "mon-fri", "mon–fri"];
                if time == Period::Days && work.iter().any(|words| heard.contains(words)) {
                    labels.truncate(5);
                }
                labels
            })
        };
        let format = figure.map_or_else(|| filler.number_format(), axis_format);
        self.range_word = match time {
            Period::Hours => "today",
            Period::Days => "this_week",
            _ => "last_12_months",
        };
        let against = match time {
            Period::Hours => "vs_yesterday",
            Period::Days => "vs_last_week",
            Period::Months | Period::Quarters => "vs_last_month",
            Period::Years => "vs_last_year",
        };
        let change = f64::from(filler.rng().range(4.0, 14.0))
            * if trend == Some(Trend::Falling) {
                -1.0
            } else {
                1.0
            };
        // A change beside a given change would be one too many.
        // One beside a given figure would be taken for given, too.
        let told = inventory.stats.iter().any(|s| s.is_change());
        if !told && !figure.is_some_and(Figure::is_percent) && !self.value_literal {
            self.delta = Some((filler.delta(change), change >= 0.0, false));
            self.against = (filler.word(against), false);
        }
        self.spec = self.sample_spec(kind, time, trend, labels, end, format, filler);
        if kind == ChartKind::Gauge
            && let Some(figure) = figure
        {
            self.spec = gauge(figure, &self.value);
        }
        self.spec.x_title = inventory.axes.first().cloned();
        self.spec.y_title = inventory.axes.get(1).cloned();
        self.spec.given = self.labels_used || !inventory.axes.is_empty();
    }

    /// The leading figure as the sum of its parts.
    fn draw_parts(
        &mut self,
        kind: ChartKind,
        labels: Vec<String>,
        end: f64,
        figure: Option<&Figure>,
        filler: &mut Filler,
    ) {
        let shares = filler.shares(labels.len());
        let whole = figure.is_none_or(|f| f.value.fract() == 0.0);
        let values: Vec<f64> = shares
            .iter()
            .map(|share| {
                let part = f64::from(*share) / 100.0 * end;
                if whole && end >= 50.0 {
                    part.round()
                } else {
                    part
                }
            })
            .collect();
        let drawn = match kind {
            ChartKind::Line | ChartKind::Area => chart::ChartKind::Bar,
            kind => drawn_kind(kind),
        };
        let round = matches!(drawn, chart::ChartKind::Pie | chart::ChartKind::Donut);
        self.range_word = "this_month";
        self.spec = ChartSpec {
            chart: drawn,
            labels,
            series: vec![Series {
                values,
                ..Series::default()
            }],
            format: figure.map_or_else(|| filler.number_format(), axis_format),
            axes: !round,
            legend: if round {
                LegendPlace::Right
            } else {
                LegendPlace::None
            },
            text_size: 12.5,
            ..ChartSpec::default()
        };
    }

    fn sample_spec(
        &mut self,
        kind: ChartKind,
        time: Period,
        trend: Option<Trend>,
        labels: Vec<String>,
        end: f64,
        format: Format,
        filler: &mut Filler,
    ) -> ChartSpec {
        let n = labels.len();
        let bars = matches!(
            kind,
            ChartKind::Bar
                | ChartKind::StackedBar
                | ChartKind::GroupedBar
                | ChartKind::HorizontalBar
                | ChartKind::Histogram
        );
        // A share or a rate goes up and down, and does not add up over the day.
        let level = format.suffix.trim().starts_with('%') || format.suffix.contains('/');
        let day = time == Period::Hours && !level;
        let flow = day && !bars;
        let values = match (trend, bars, day) {
            (Some(_), ..) => filler.curve(end, n, trend),
            (None, _, true) => day_curve(end, n),
            (None, true, _) if time == Period::Days || n <= 8 => {
                let mut values = curve::varied(filler.rng(), end * 0.92, n);
                if let Some(last) = values.last_mut() {
                    *last = end;
                }
                values
            }
            _ => filler.curve(end, n, None),
        };
        let mut series = vec![Series {
            values: values.clone(),
            ..Series::default()
        }];
        if kind == ChartKind::Funnel {
            return funnel(end, filler);
        }
        let lined = matches!(kind, ChartKind::Line | ChartKind::Area);
        let highlight = if day { None } else { n.checked_sub(1) };
        if lined && !flow && n >= 6 && trend.is_none() {
            let factor = f64::from(filler.rng().range(0.8, 0.9));
            let mut before = filler.curve(end * factor, n, None);
            for (b, v) in before.iter_mut().zip(&values) {
                *b = b.min(*v * 0.97);
            }
            series.push(Series {
                values: before,
                quiet: true,
                ..Series::default()
            });
            self.legend = vec![(0, self.label.clone()), (1, filler.word("previous"))];
        }
        let last = match time {
            Period::Months if n == 12 => filler.month(11),
            _ => labels.last().cloned().unwrap_or_default(),
        };
        ChartSpec {
            chart: drawn_kind(kind),
            labels,
            series,
            format,
            axes: true,
            smooth: lined,
            highlight,
            callout: highlight
                .filter(|_| lined && !self.value.is_empty())
                .map(|_| [last, self.value.clone()]),
            text_size: 12.5,
            ..ChartSpec::default()
        }
    }
}

/// A change as it was told: good unless it goes down.
pub(super) fn told_change(text: String) -> (String, bool, bool) {
    let good = !falls(&text);
    (text, good, true)
}

/// Whether the words of a change say that something went down.
pub(super) fn falls(change: &str) -> bool {
    let lower = change.to_lowercase();
    change.contains(['-', '\u{2212}', '▼', '↓'])
        || ["down", "falling", "minus"]
            .iter()
            .any(|word| lower.contains(word))
}

/// A funnel from the first visit to the purchase.
fn funnel(end: f64, filler: &Filler) -> ChartSpec {
    let names = ["visitors", "signups", "active_users", "orders"];
    let values = [1.0, 0.46, 0.24, 0.11].map(|share| (end * share).max(1.0).round());
    ChartSpec {
        chart: chart::ChartKind::Funnel,
        labels: names.map(|name| filler.word(name)).to_vec(),
        series: vec![Series {
            values: values.to_vec(),
            ..Series::default()
        }],
        format: filler.number_format(),
        show_values: true,
        text_size: 14.0,
        ..ChartSpec::default()
    }
}

/// A gauge that shows the leading figure itself.
fn gauge(figure: &Figure, shown: &str) -> ChartSpec {
    ChartSpec {
        chart: chart::ChartKind::Gauge,
        series: vec![Series {
            values: vec![figure.value],
            shown: vec![shown.to_owned()],
            ..Series::default()
        }],
        format: figure.format.clone(),
        axes: true,
        center: Some([shown.to_owned(), String::new()]),
        ..ChartSpec::default()
    }
}

/// Whether the points of a set are the parts of a whole.
pub(super) fn is_shares(set: &DataSet) -> bool {
    let round = matches!(set.chart, Some(ChartKind::Pie | ChartKind::Donut));
    let total: f64 = set.points.iter().map(|p| p.value).sum();
    let percent = set.points.iter().all(|p| p.shown.ends_with('%'));
    round || percent && set.points.len() >= 2 && (total - 100.0).abs() < 1.5
}

/// Whether a set of shares is a card beside the leading chart: the prompt asks for a curve or bars as well, and has figures.
fn stands_aside(set: &DataSet, inventory: &Inventory) -> bool {
    let curve = inventory
        .kinds
        .iter()
        .any(|kind| !matches!(kind, ChartKind::Pie | ChartKind::Donut));
    is_shares(set) && curve && !inventory.stats.is_empty()
}

/// Returns the place of the figure that leads: money first, then the first that is no mere change.
fn leading(inventory: &Inventory, comma: bool) -> Option<usize> {
    let money = |i: &usize| {
        inventory.stats[*i]
            .figure(comma)
            .is_some_and(|f| f.is_money())
    };
    // "next rain Thursday" is no figure that a curve could lead to.
    let figures = inventory
        .stats
        .iter()
        .any(|stat| stat.figure(comma).is_some());
    if !figures {
        return None;
    }
    let steady = |i: &usize| {
        let stat = &inventory.stats[*i];
        !stat.is_change() && stat.figure(comma).is_some()
    };
    let all = 0..inventory.stats.len();
    let first = inventory.stats.first()?;
    // The first figure leads when it is money or when none is; people name the main thing first.
    if first.figure(comma).is_some_and(|f| f.is_money()) {
        return Some(0);
    }
    all.clone()
        .find(|i| money(i) && *i == 0)
        .or_else(|| all.clone().find(steady))
        .or(Some(0))
}

/// Returns the chart of given data, values printed as given.
pub(super) fn spec_of_set(set: &DataSet) -> ChartSpec {
    let kind = set.chart.map_or(chart::ChartKind::Bar, drawn_kind);
    let round = matches!(kind, chart::ChartKind::Pie | chart::ChartKind::Donut);
    let format = set
        .points
        .iter()
        .find_map(|p| Figure::read(&p.shown, false))
        .map(|f| axis_format(&f))
        .unwrap_or_default();
    ChartSpec {
        chart: kind,
        labels: set.points.iter().map(|p| p.label.clone()).collect(),
        series: vec![Series {
            values: set.points.iter().map(|p| p.value).collect(),
            shown: set.points.iter().map(|p| p.shown.clone()).collect(),
            ..Series::default()
        }],
        format,
        show_values: true,
        axes: !round,
        legend: if round {
            LegendPlace::Right
        } else {
            LegendPlace::None
        },
        text_size: if round { 15.0 } else { 13.0 },
        given: true,
        ..ChartSpec::default()
    }
}

/// Returns how ticks beside a figure are written: its unit, thousands as k.
pub(in crate::directors) fn axis_format(figure: &Figure) -> Format {
    let suffix = &figure.format.suffix;
    // Long units would repeat down the axis.
    let suffix = if suffix.trim().chars().count() > 2 {
        String::new()
    } else {
        suffix.clone()
    };
    Format {
        short: figure.value.abs() >= 5_000.0,
        suffix,
        ..figure.format.clone()
    }
}

fn time_labels(period: Period, filler: &Filler) -> Vec<String> {
    match period {
        Period::Hours => (0..=12).map(|h| format!("{:02}:00", h * 2)).collect(),
        Period::Days => filler.weekdays().to_vec(),
        Period::Months => filler.months().to_vec(),
        Period::Quarters => (1..=4).map(|q| format!("Q{q}")).collect(),
        Period::Years => (2021..=2025).map(|y| y.to_string()).collect(),
    }
}

/// Returns a day's course with a morning and an evening height that add up to `total`.
fn day_curve(total: f64, n: usize) -> Vec<f64> {
    let bump = |t: f64, at: f64, wide: f64| libm::exp(-(t - at) * (t - at) / (2.0 * wide * wide));
    let raw: Vec<f64> = (0..n)
        .map(|i| {
            let t = i as f64 / n.saturating_sub(1).max(1) as f64 * 24.0;
            0.22 + bump(t, 7.5, 1.7) * 0.75 + bump(t, 13.0, 2.4) * 0.35 + bump(t, 19.5, 2.2)
        })
        .collect();
    let sum: f64 = raw.iter().sum();
    raw.into_iter()
        .map(|v| (v / sum * total * 100.0).round() / 100.0)
        .collect()
}
