//! Plausible data for charts that are described and not given.

use plantain_read::{ChartKind, Constraint, Trend};
use plantain_scene::chart::{self, ChartSpec, LegendPlace, Series};

use super::{fields, gauges, spans};
use crate::components::ui::supply::has_word;
use crate::directors::inventory::{Period, drawn_kind, period};
use crate::filler::{Figure, Filler, Topic, curve};
use crate::studio::Studio;

/// Dots of a scatter plot when the prompt gives no number.
const DOTS: usize = 24;
const DOTS_MAX: usize = 200;

/// Returns a chart of sample data; given labels are kept, a given figure is where the course ends.
pub(super) fn spec(
    studio: &Studio<'_>,
    kind: ChartKind,
    labels: Vec<String>,
    figure: Option<&Figure>,
    topic: &Topic,
    filler: &mut Filler,
) -> ChartSpec {
    let given = !labels.is_empty();
    let base = ChartSpec {
        chart: drawn_kind(kind),
        given,
        ..ChartSpec::default()
    };
    match kind {
        ChartKind::Pie | ChartKind::Donut => shares(base, labels, topic, filler),
        ChartKind::Scatter => scatter(base, studio, labels, filler),
        ChartKind::Radar => radar(base, studio, labels, filler),
        ChartKind::HeatMap => fields::heat(base, studio, filler),
        ChartKind::Candlestick => fields::candles(base, studio, filler),
        ChartKind::Bubble => fields::bubbles(base, studio, labels, filler),
        ChartKind::Gantt => gantt(base, labels, filler),
        ChartKind::Funnel => funnel(base, labels, filler),
        ChartKind::Waterfall => waterfall(base, labels, filler),
        ChartKind::Histogram => histogram(base, labels, filler),
        ChartKind::Progress | ChartKind::HorizontalBar => ranked(base, labels, topic, filler),
        ChartKind::StackedBar | ChartKind::GroupedBar | ChartKind::StackedArea => {
            grouped(base, studio, labels, topic, filler)
        }
        ChartKind::Gauge => gauges::sample(studio, filler),
        _ => course(base, studio, labels, figure, topic, filler),
    }
}

/// "12 weeks, down from 92 kg to 81 kg": a course of which only both ends are told; returns it with their texts.
pub(super) fn between(
    studio: &Studio<'_>,
    kind: ChartKind,
    filler: &Filler,
) -> Option<(ChartSpec, [String; 2])> {
    if !matches!(kind, ChartKind::Line | ChartKind::Area) {
        return None;
    }
    let brief = studio.brief;
    let comma = crate::directors::inventory::comma(brief);
    let read = |at: usize| crate::filler::Figure::read(&brief.literals[at].text, comma);
    let (first, last, from, to) = (1..brief.literals.len()).find_map(|at| {
        let (a, b) = (&brief.literals[at - 1], &brief.literals[at]);
        let gap = brief.prompt.get(a.span.end..b.span.start)?;
        let (from, to) = (read(at - 1)?, read(at)?);
        (gap == " to ").then(|| (a.text.clone(), b.text.clone(), from, to))
    })?;
    let labels = spans::told(&brief.prompt, filler)
        .unwrap_or_else(|| time_labels(period(brief, None), &brief.prompt, filler));
    let n = labels.len();
    if n < 3 {
        return None;
    }
    let step = |at: usize| {
        let t = at as f64 / (n - 1) as f64;
        // A course is never quite straight; its ends are as told.
        let wave = 0.05 * libm::sin(t * 11.0) * libm::sin(t * core::f64::consts::PI);
        let value = from.value + (to.value - from.value) * (t + wave);
        (value * 10.0).round() / 10.0
    };
    let mut shown = vec![String::new(); n];
    shown[0].clone_from(&first);
    shown[n - 1].clone_from(&last);
    let spec = ChartSpec {
        chart: drawn_kind(kind),
        labels,
        series: vec![Series {
            values: (0..n).map(step).collect(),
            shown,
            ..Series::default()
        }],
        format: super::super::dashboard::axis_format(&from),
        axes: true,
        smooth: true,
        show_values: true,
        ..ChartSpec::default()
    };
    Some((spec, [first, last]))
}

fn course(
    base: ChartSpec,
    studio: &Studio<'_>,
    labels: Vec<String>,
    figure: Option<&Figure>,
    topic: &Topic,
    filler: &mut Filler,
) -> ChartSpec {
    let brief = studio.brief;
    let compared = ["compar", " vs", "versus"]
        .iter()
        .any(|w| brief.heard().contains(w));
    if compared && (2..=5).contains(&labels.len()) {
        return compare(base, studio, labels, topic, filler);
    }
    let named = curves(studio);
    if (2..=5).contains(&named.len()) {
        return compare(base, studio, named, topic, filler);
    }
    let labels = if labels.len() >= 2 {
        labels
    } else {
        spans::told(&brief.prompt, filler)
            .unwrap_or_else(|| time_labels(period(brief, None), &brief.prompt, filler))
    };
    let trend = brief.data.iter().find_map(|d| d.trend);
    let words = brief.heard();
    let money = [
        "revenue", "sales", "income", "profit", "cost", "price", "spend", "budget", "earning", "$",
        "€", "£",
    ]
    .iter()
    .any(|w| words.contains(w));
    let measure = measure(&words).filter(|_| figure.is_none() && !money);
    let usual = measure.map_or(topic.hero.value, |(value, _)| value);
    let end = figure.map_or(usual, |f| f.value).abs().max(1.0);
    let bars = base.chart == chart::ChartKind::Bar;
    let n = labels.len();
    let values = if trend.is_none() && bars {
        curve::varied(filler.rng(), end * 0.9, n)
    } else {
        filler.curve(end, n, trend)
    };
    let format = match figure {
        Some(figure) => super::super::dashboard::axis_format(figure),
        None if money => filler.money_format(end >= 5_000.0),
        None => chart::Format {
            short: end >= 5_000.0,
            suffix: measure.map_or_else(String::new, |(_, unit)| unit.to_owned()),
            ..filler.number_format()
        },
    };
    let lined = !bars;
    ChartSpec {
        labels,
        series: vec![Series {
            values,
            ..Series::default()
        }],
        format,
        axes: true,
        smooth: lined,
        highlight: lined.then(|| n.saturating_sub(1)),
        ..base
    }
}

/// What is measured where no figure is given: a value that is usual for it, and its unit.
fn measure(words: &str) -> Option<(f64, &'static str)> {
    const MEASURES: &[(&[&str], f64, &str)] = &[
        (&["temperature", "temperatures"], 21.0, " °C"),
        (&["rainfall", "precipitation"], 82.0, " mm"),
        (
            &[
                "humidity",
                "battery",
                "satisfaction",
                "conversion",
                "churn",
                "occupancy",
            ],
            64.0,
            "%",
        ),
        (&["heart rate", "pulse"], 72.0, " bpm"),
        (&["body weight", "weight loss", "my weight"], 71.0, " kg"),
        (&["wind speed"], 24.0, " km/h"),
        (&["noise", "loudness"], 58.0, " dB"),
        (&["sleep"], 7.6, " h"),
        (&["screen time", "study hours", "working hours"], 6.5, " h"),
        (
            &["electricity", "energy use", "power consumption"],
            320.0,
            " kWh",
        ),
        (&["plant height", "plant growth", "snow depth"], 34.0, " cm"),
        (&["distance", "kilometres", "kilometers"], 12.0, " km"),
    ];
    let told = |(names, ..): &&(&[&str], f64, &str)| names.iter().any(|name| has_word(words, name));
    MEASURES
        .iter()
        .find(told)
        .map(|(_, value, unit)| (*value, *unit))
}

/// Given names that are compared are lines of their own over the months.
fn compare(
    base: ChartSpec,
    studio: &Studio<'_>,
    names: Vec<String>,
    topic: &Topic,
    filler: &mut Filler,
) -> ChartSpec {
    let prompt = &studio.brief.prompt;
    let labels = spans::told(prompt, filler)
        .unwrap_or_else(|| time_labels(period(studio.brief, None), prompt, filler));
    let end = topic.hero.value.abs().max(10.0);
    let trend = studio.brief.data.iter().find_map(|d| d.trend);
    let series = names
        .into_iter()
        .enumerate()
        .map(|(i, name)| Series {
            name,
            values: filler.curve(
                (end * libm::pow(0.82, i as f64)).round(),
                labels.len(),
                trend,
            ),
            ..Series::default()
        })
        .collect();
    ChartSpec {
        labels,
        series,
        format: chart::Format {
            short: end >= 5_000.0,
            ..filler.number_format()
        },
        axes: true,
        smooth: true,
        legend: LegendPlace::Top,
        ..base
    }
}

fn time_labels(period: Period, prompt: &str, filler: &Filler) -> Vec<String> {
    let prompt = prompt.to_lowercase();
    let days = filler.weekdays();
    match period {
        _ if prompt.contains("monday to friday") => days[..5].to_vec(),
        _ if prompt.contains("monday to sunday") => days.to_vec(),
        Period::Hours => (0..=12).map(|h| format!("{:02}:00", h * 2)).collect(),
        Period::Days => days.to_vec(),
        Period::Months => filler.months().to_vec(),
        Period::Quarters => (1..=4).map(|q| format!("Q{q}")).collect(),
        Period::Years => (2020..=2025).map(|y| y.to_string()).collect(),
    }
}

/// Returns given labels, or the parts of the subject.
fn parts(labels: Vec<String>, topic: &Topic, filler: &Filler) -> Vec<String> {
    if labels.len() >= 2 {
        return labels;
    }
    topic
        .parts
        .iter()
        .map(|p| {
            p.strip_prefix("coin:")
                .map_or_else(|| filler.word(p), str::to_owned)
        })
        .collect()
}

fn shares(base: ChartSpec, labels: Vec<String>, topic: &Topic, filler: &mut Filler) -> ChartSpec {
    let labels = parts(labels, topic, filler);
    let shares = filler.shares(labels.len());
    let shown = shares
        .iter()
        .map(|s| filler.percent(f64::from(*s), 0))
        .collect();
    ChartSpec {
        series: vec![Series {
            values: shares.iter().map(|s| f64::from(*s)).collect(),
            shown,
            ..Series::default()
        }],
        labels,
        show_values: true,
        given: false,
        ..base
    }
}

fn scatter(
    base: ChartSpec,
    studio: &Studio<'_>,
    labels: Vec<String>,
    filler: &mut Filler,
) -> ChartSpec {
    let brief = studio.brief;
    let wanted = brief.constraints.iter().find_map(|c| match c {
        Constraint::Count { of, n }
            if ["dot", "point", "circle", "sample"].contains(&of.as_str()) =>
        {
            Some(*n as usize)
        }
        _ => None,
    });
    let falling = matches!(
        brief.data.iter().find_map(|d| d.trend),
        Some(Trend::Falling)
    ) || brief.prompt.contains("negative");
    let (x, y) = curve::cloud(
        filler.rng(),
        wanted.unwrap_or(DOTS).min(DOTS_MAX),
        [0.5, 9.5],
        [42.0, 96.0],
        falling,
    );
    ChartSpec {
        series: vec![Series {
            values: y,
            x,
            ..Series::default()
        }],
        axes: true,
        trend: brief.heard().contains("trend") || brief.prompt.contains("correlation"),
        labels,
        ..base
    }
}

fn radar(
    base: ChartSpec,
    studio: &Studio<'_>,
    labels: Vec<String>,
    filler: &mut Filler,
) -> ChartSpec {
    let labels = if labels.len() >= 3 {
        labels
    } else {
        ["design", "engineering", "marketing", "support", "sales"]
            .iter()
            .map(|k| filler.word(k))
            .collect()
    };
    let prompt = studio.brief.heard();
    let count = if prompt.contains("three") {
        3
    } else if prompt.contains("two") || prompt.contains(" vs") {
        2
    } else {
        1
    };
    let names = curves(studio);
    let count = names.len().max(count);
    let series = (0..count)
        .map(|i| Series {
            name: match names.get(i) {
                Some(name) => name.clone(),
                None if count > 1 => char::from(b'A' + i as u8).to_string(),
                None => String::new(),
            },
            values: (0..labels.len())
                .map(|_| f64::from(filler.rng().range(4.5, 9.6)).round())
                .collect(),
            ..Series::default()
        })
        .collect();
    ChartSpec {
        labels,
        series,
        range: Some([0.0, 10.0]),
        legend: LegendPlace::Top,
        ..base
    }
}

/// The names that the prompt gives to the curves.
fn curves(studio: &Studio<'_>) -> Vec<String> {
    let named = studio.brief.literals.iter();
    let named = named.filter(|l| l.role == plantain_read::Role::Series);
    named.map(|l| l.text.clone()).collect()
}

fn gantt(base: ChartSpec, labels: Vec<String>, filler: &mut Filler) -> ChartSpec {
    let labels: Vec<String> = if labels.len() >= 2 {
        labels
    } else {
        filler
            .list("tasks", 5)
            .into_iter()
            .map(str::to_owned)
            .collect()
    };
    let mut start = 0.0_f64;
    let (mut starts, mut lengths) = (Vec::new(), Vec::new());
    for _ in &labels {
        let length = f64::from(filler.rng().range(1.4, 2.8)) * 2.0;
        let length = length.round() / 2.0;
        starts.push(start);
        lengths.push(length);
        start += (length * 0.75 * 2.0).round() / 2.0;
    }
    let end = starts
        .iter()
        .zip(&lengths)
        .map(|(s, l)| s + l)
        .fold(0.0, f64::max)
        .ceil() as usize;
    let months = filler.months();
    let ticks = if end <= 12 {
        months[..end.max(1)].to_vec()
    } else {
        (1..=end).map(|w| w.to_string()).collect()
    };
    ChartSpec {
        series: vec![Series {
            values: lengths,
            x: starts,
            ..Series::default()
        }],
        range: Some([0.0, end as f64]),
        ticks,
        labels,
        ..base
    }
}

fn funnel(base: ChartSpec, labels: Vec<String>, filler: &mut Filler) -> ChartSpec {
    let labels = if labels.len() >= 2 {
        labels
    } else {
        ["visitors", "signups", "trial", "customers"]
            .iter()
            .map(|k| filler.word(k))
            .collect()
    };
    let mut value = 12_400.0;
    let values = (0..labels.len())
        .map(|_| {
            let now: f64 = value;
            value = (value * f64::from(filler.rng().range(0.36, 0.56)) / 10.0).round() * 10.0;
            now
        })
        .collect();
    ChartSpec {
        labels,
        series: vec![Series {
            values,
            ..Series::default()
        }],
        format: filler.number_format(),
        show_values: true,
        ..base
    }
}

fn waterfall(base: ChartSpec, labels: Vec<String>, filler: &mut Filler) -> ChartSpec {
    let labels = if labels.len() >= 3 {
        labels
    } else {
        ["revenue", "payroll", "software", "travel", "profit"]
            .iter()
            .map(|k| filler.word(k))
            .collect()
    };
    let mut values = vec![120.0];
    for _ in 1..labels.len() - 1 {
        values.push(-f64::from(filler.rng().range(8.0, 26.0)).round());
    }
    values.push(values.iter().sum());
    let shown = values
        .iter()
        .map(|v| {
            if *v < 0.0 {
                format!("-{}", filler.money(-v, 0))
            } else {
                filler.money(*v, 0)
            }
        })
        .collect();
    ChartSpec {
        labels,
        series: vec![Series {
            values,
            shown,
            ..Series::default()
        }],
        show_values: true,
        ..base
    }
}

fn histogram(base: ChartSpec, labels: Vec<String>, filler: &mut Filler) -> ChartSpec {
    let labels = if labels.len() >= 3 {
        labels
    } else {
        (0..8)
            .map(|i| format!("{}–{}", i * 10, i * 10 + 9))
            .collect()
    };
    let n = labels.len() as f64;
    let values = (0..labels.len())
        .map(|i| {
            let t = (i as f64 + 0.5) / n - 0.55;
            (24.0 * libm::exp(-t * t * 9.0) + f64::from(filler.rng().range(0.0, 3.0))).round()
        })
        .collect();
    ChartSpec {
        labels,
        series: vec![Series {
            values,
            ..Series::default()
        }],
        axes: true,
        ..base
    }
}

fn ranked(base: ChartSpec, labels: Vec<String>, topic: &Topic, filler: &mut Filler) -> ChartSpec {
    let labels = parts(labels, topic, filler);
    let mut value = f64::from(filler.rng().range(82.0, 94.0));
    let values: Vec<f64> = labels
        .iter()
        .map(|_| {
            let now = value.round();
            value *= f64::from(filler.rng().range(0.7, 0.88));
            now
        })
        .collect();
    let shown = values.iter().map(|v| filler.percent(*v, 0)).collect();
    ChartSpec {
        labels,
        series: vec![Series {
            values,
            shown,
            ..Series::default()
        }],
        show_values: true,
        ..base
    }
}

fn grouped(
    base: ChartSpec,
    studio: &Studio<'_>,
    labels: Vec<String>,
    topic: &Topic,
    filler: &mut Filler,
) -> ChartSpec {
    let named = labels.len() >= 2;
    let categories = if named {
        labels
    } else {
        time_labels(period(studio.brief, None), &studio.brief.prompt, filler)
    };
    let categories: Vec<String> = if named {
        categories
    } else {
        categories.into_iter().rev().take(6).rev().collect()
    };
    let names: Vec<String> = parts(Vec::new(), topic, filler);
    let count = if base.chart == chart::ChartKind::GroupedBar {
        2
    } else {
        names.len()
    };
    let series = names
        .into_iter()
        .take(count)
        .enumerate()
        .map(|(i, name)| {
            let end = 90.0 * libm::pow(0.74, i as f64);
            Series {
                name,
                values: filler.curve(end.round(), categories.len(), None),
                ..Series::default()
            }
        })
        .collect();
    ChartSpec {
        labels: categories,
        series,
        axes: true,
        legend: LegendPlace::Top,
        given: false,
        ..base
    }
}
