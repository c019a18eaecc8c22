//! Plausible data for charts that are described and not given.

use plantain_read::{ChartKind, Constraint, Trend};
use plantain_scene::chart::{self, ChartSpec, LegendPlace, Series};
use plantain_scene::color::{Color, Rgba, Token};

use crate::directors::inventory::{Period, drawn_kind, period};
use crate::filler::{Figure, Filler, Topic, curve};
use crate::studio::Studio;

/// Dots of a scatter plot when the prompt gives no number.
const DOTS: usize = 24;
const DOTS_MAX: usize = 200;

/// Returns a gauge that shows a given value, among the zones that the prompt tells.
pub(super) fn gauge(studio: &Studio<'_>, figure: &Figure, shown: &str, label: &str) -> ChartSpec {
    let full = full_scale(shown);
    let mut format = figure.format.clone();
    if full.is_some() {
        // "82 out of 100": the end of the scale is no unit.
        format.suffix.clear();
    }
    let percent = figure.is_percent() || figure.value <= 100.0;
    let zones = zones(
        studio,
        full.unwrap_or(if percent { 100.0 } else { figure.value * 1.25 }),
    );
    ChartSpec {
        chart: chart::ChartKind::Gauge,
        series: std::iter::once(Series {
            values: vec![figure.value],
            shown: vec![shown.to_owned()],
            ..Series::default()
        })
        .chain(zones)
        .collect(),
        format,
        axes: true,
        center: Some([shown.to_owned(), label.to_owned()]),
        range: full.map(|full| [0.0, full]),
        given: true,
        ..ChartSpec::default()
    }
}

/// Returns a ring of which a share is filled, with its figure in the middle.
pub(super) fn share(figure: &Figure, shown: &str, label: &str) -> ChartSpec {
    ChartSpec {
        chart: chart::ChartKind::Donut,
        series: vec![Series {
            values: vec![figure.value, 100.0 - figure.value],
            colors: vec![Token::Accent.into(), Token::Line.into()],
            ..Series::default()
        }],
        format: figure.format.clone(),
        center: Some([shown.to_owned(), label.to_owned()]),
        legend: LegendPlace::None,
        given: true,
        ..ChartSpec::default()
    }
}

/// "red below 50, yellow 50-75, green above": the ends and colours of the zones, when they are two or more.
fn zones(studio: &Studio<'_>, full: f64) -> Option<Series> {
    const UP: &[&str] = &[
        "above", "over", "from", "more", "beyond", "über", "ab", "plus", "sobre", "más", "oltre",
        "up",
    ];
    // What a single zone must be called by, or told with.
    let ends = [
        "zone", "area", "range", "above", "over", "below", "under", "up to",
    ];
    let prompt = studio.brief.prompt.to_lowercase();
    let language = studio.brief.language.0.as_str();
    let mut found: Vec<(f64, f64, [u8; 3])> = Vec::new();
    for part in prompt.replace(" and ", ",").split([',', ';']) {
        let words: Vec<&str> = part
            .split(|c: char| c.is_whitespace() || c == ':')
            .collect();
        let Some(color) = words
            .iter()
            .filter(|word| word.chars().all(char::is_alphabetic))
            .find_map(|word| plantain_read::color_of(word, language))
        else {
            continue;
        };
        let numbers: Vec<f64> = part
            .split(|c: char| !(c.is_ascii_digit() || c == '.'))
            .filter_map(|digits| digits.parse().ok())
            .collect();
        let last = found.last().map_or(0.0, |zone| zone.1);
        let (from, to) = match numbers[..] {
            [from, to, ..] => (from, to),
            [one] if words.iter().any(|word| UP.contains(word)) => (one, full),
            [one] => (last, one),
            [] => (last, full),
        };
        found.push((from, to, color));
    }
    found.sort_by(|a, b| a.0.total_cmp(&b.0));
    let rising = found.windows(2).all(|pair| pair[0].1 <= pair[1].1);
    let fixed = |[r, g, b]: [u8; 3]| Color::Fixed(Rgba::rgb(r, g, b));
    // "red zone above 80": all else of the scale has no colour of its own.
    let alone = match found[..] {
        [(from, to, color)] if ends.iter().any(|end| prompt.contains(end)) => {
            let rest = Color::from(Token::Line);
            let parts = [(from, rest), (to, fixed(color)), (full, rest)];
            let low = from <= 0.0;
            let high = to >= full;
            let kept = &parts[usize::from(low)..3 - usize::from(high)];
            kept.to_vec()
        }
        _ => Vec::new(),
    };
    let parts = match found.len() {
        0 | 1 => alone,
        _ => found.iter().map(|zone| (zone.1, fixed(zone.2))).collect(),
    };
    (parts.len() >= 2 && rising).then(|| Series {
        values: parts.iter().map(|part| part.0).collect(),
        colors: parts.iter().map(|part| part.1).collect(),
        ..Series::default()
    })
}

/// "4.2 out of 5", "3/5": the end of the scale.
fn full_scale(shown: &str) -> Option<f64> {
    let (_, full) = shown
        .split_once(" out of ")
        .or_else(|| shown.split_once('/'))?;
    full.trim().parse().ok().filter(|full: &f64| *full > 0.0)
}

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
        ChartKind::HeatMap => heat(base, filler),
        ChartKind::Gantt => gantt(base, labels, filler),
        ChartKind::Funnel => funnel(base, labels, filler),
        ChartKind::Waterfall => waterfall(base, labels, filler),
        ChartKind::Histogram => histogram(base, labels, filler),
        ChartKind::Progress | ChartKind::HorizontalBar => ranked(base, labels, topic, filler),
        ChartKind::StackedBar | ChartKind::GroupedBar | ChartKind::StackedArea => {
            grouped(base, studio, labels, topic, filler)
        }
        ChartKind::Gauge => gauge_sample(studio, filler),
        _ => course(base, studio, labels, figure, topic, filler),
    }
}

fn gauge_sample(studio: &Studio<'_>, filler: &mut Filler) -> ChartSpec {
    let value = f64::from(filler.rng().range(58.0, 86.0)).round();
    let shown = filler.percent(value, 0);
    let figure = Figure::read(&shown, false);
    let mut spec = figure
        .map(|f| gauge(studio, &f, &shown, ""))
        .unwrap_or_default();
    spec.given = false;
    spec
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
    let labels = if labels.len() >= 2 {
        labels
    } else {
        time_labels(period(brief, None), &brief.prompt, filler)
    };
    let trend = brief.data.iter().find_map(|d| d.trend);
    let words = brief.heard();
    let money = [
        "revenue", "sales", "income", "profit", "cost", "price", "spend", "budget", "earning", "$",
        "€", "£",
    ]
    .iter()
    .any(|w| words.contains(w));
    let end = figure.map_or(topic.hero.value, |f| f.value).abs().max(1.0);
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

/// Given names that are compared are lines of their own over the months.
fn compare(
    base: ChartSpec,
    studio: &Studio<'_>,
    names: Vec<String>,
    topic: &Topic,
    filler: &mut Filler,
) -> ChartSpec {
    let labels = time_labels(period(studio.brief, None), &studio.brief.prompt, filler);
    let end = topic.hero.value.abs().max(10.0);
    let series = names
        .into_iter()
        .enumerate()
        .map(|(i, name)| Series {
            name,
            values: filler.curve(
                (end * libm::pow(0.82, i as f64)).round(),
                labels.len(),
                None,
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
    let series = (0..count)
        .map(|i| Series {
            name: if count > 1 {
                char::from(b'A' + i).to_string()
            } else {
                String::new()
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

fn heat(base: ChartSpec, filler: &mut Filler) -> ChartSpec {
    let hours: Vec<String> = (0..12).map(|h| format!("{:02}", h * 2)).collect();
    let series = filler
        .weekdays()
        .into_iter()
        .enumerate()
        .map(|(day, name)| Series {
            name,
            values: (0..hours.len())
                .map(|h| {
                    let t = h as f64 / 11.0;
                    let wave = libm::exp(-(t - 0.62) * (t - 0.62) * 14.0)
                        + 0.4 * libm::exp(-(t - 0.36) * (t - 0.36) * 40.0);
                    let week = if day >= 5 { 0.6 } else { 1.0 };
                    (wave * week * 100.0 + f64::from(filler.rng().range(0.0, 16.0))).round()
                })
                .collect(),
            ..Series::default()
        })
        .collect();
    ChartSpec {
        labels: hours,
        series,
        ..base
    }
}

/// A heat map whose rows and columns are named.
pub(super) fn field(rows: Vec<String>, columns: Vec<String>, filler: &mut Filler) -> ChartSpec {
    let series = rows
        .into_iter()
        .map(|name| Series {
            name,
            values: (0..columns.len())
                .map(|at| {
                    let t = at as f64 / (columns.len() - 1) as f64;
                    let wave = libm::exp(-(t - 0.55) * (t - 0.55) * 8.0);
                    (wave * 70.0 + f64::from(filler.rng().range(0.0, 30.0))).round()
                })
                .collect(),
            ..Series::default()
        })
        .collect();
    ChartSpec {
        chart: chart::ChartKind::HeatMap,
        given: true,
        labels: columns,
        series,
        ..ChartSpec::default()
    }
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
