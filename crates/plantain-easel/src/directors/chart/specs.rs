//! The charts of a brief: given data exactly, otherwise samples.

use plantain_read::{Brief, ChartKind, Constraint, DataSet, Role, Trend};
use plantain_scene::chart::{self, ChartSpec, LegendPlace};

use super::titles::{described_title, names_series, titled};
use super::{fields, gauges, given, goal, samples, tints, total};
use crate::directors::inventory::{Inventory, comma, drawn_kind};
use crate::filler::{Filler, Topic};
use crate::studio::Studio;

/// A chart or several, with the words around.
#[derive(Debug, Clone)]
pub(super) struct Plot {
    pub kind: chart::ChartKind,
    /// Titled charts: one, or several side by side.
    pub charts: Vec<(Option<String>, ChartSpec)>,
    /// Rows of label, course and value, for sparklines.
    pub rows: Vec<SparkRow>,
    /// Title and whether it was asked for.
    pub title: Option<(String, bool)>,
    pub subtitle: Option<String>,
    /// A figure that stands out beside the title, with its label.
    pub figure: Option<(String, Option<String>)>,
    pub rest: Vec<String>,
    /// Whether the data were given.
    pub given: bool,
}

/// A row of a sparkline table.
#[derive(Debug, Clone)]
pub(super) struct SparkRow {
    pub label: String,
    pub value: String,
    pub values: Vec<f64>,
    pub course: Trend,
    /// Whether the prompt tells where the course goes.
    pub told: bool,
}

impl Plot {
    pub fn of(studio: &Studio<'_>) -> Self {
        let brief = studio.brief;
        let mut inventory = Inventory::of(brief);
        let mut filler = Filler::of(studio);
        let topic = Topic::of(brief);
        let kind = inventory
            .lead()
            .or_else(|| guess(&inventory))
            .unwrap_or(ChartKind::Bar);
        // A course told figure by figure is a line whose figures stand at it.
        let course = |set: &plantain_read::DataSet| {
            set.points.len() > 2 && set.points.iter().all(|p| p.label.parse::<u32>().is_ok())
        };
        let lone = inventory.sets.len() == 1 && inventory.sets.iter().any(course);
        let kind = if kind == ChartKind::Sparkline && lone {
            ChartKind::Line
        } else {
            kind
        };
        let kind = match kind {
            ChartKind::Bar if tints::tells_a_line(studio) => ChartKind::Line,
            kind => kind,
        };
        let mut plot = Self {
            kind: drawn_kind(kind),
            charts: Vec::new(),
            rows: Vec::new(),
            title: inventory.title.take().map(|t| (titled(brief, t), true)),
            subtitle: inventory.subtitle.take(),
            figure: None,
            rest: std::mem::take(&mut inventory.rest),
            given: !inventory.sets.is_empty(),
        };
        if kind == ChartKind::Sparkline {
            plot.sparklines(brief, &mut inventory, &mut filler);
        } else {
            plot.draw(studio, kind, &mut inventory, &topic, &mut filler);
        }
        plot.place_rest(inventory);
        if brief.constraints.contains(&Constraint::NoText) && !plot.given {
            plot.charts.iter_mut().for_each(|(_, spec)| silence(spec));
        }
        if plot.title.is_none() {
            // "w/ numbers: Visitors 12,000" tells not what they are of.
            let bare = |s: &&str| !matches!(*s, "numbers" | "values" | "figures" | "data");
            let subject = brief
                .subject
                .as_deref()
                .filter(|s| s.chars().count() > 3)
                .filter(bare);
            let told = subject.map(crate::components::pitch::capital);
            // What the figures were read with is surer than the words behind "chart of".
            plot.title = (if plot.given { told.clone() } else { None })
                .or_else(|| {
                    described_title(&brief.prompt).filter(|title| !names_series(brief, title))
                })
                .or(told)
                .map(|t| (t, false));
        }
        if let Some((title, false)) = &mut plot.title {
            balance(title);
        }
        match total::of(studio, &plot) {
            Some(total) => plot.charts[0].1.center = Some(total),
            None => plot.center(&brief.prompt),
        }
        plot.under_center(brief);
        plot.name_axes();
        plot.annotate(brief);
        if let [(_, spec)] = &mut plot.charts[..] {
            tints::lay(studio, spec);
        }
        plot
    }

    /// Another form of the same chart, where the prompt leaves it open: a curve instead of straight lines, bars that lie.
    pub fn varied(&self, turn: usize, studio: &Studio<'_>) -> Self {
        let mut plot = self.clone();
        let heard = studio.brief.heard();
        let told = [
            "straight", "smooth", "vertical", "column", "upright", "on top",
        ]
        .iter()
        .any(|word| heard.contains(word));
        let [(_, spec)] = &mut plot.charts[..] else {
            return plot;
        };
        let points = spec.labels.len();
        match spec.chart {
            chart::ChartKind::Line | chart::ChartKind::Area if !told && points >= 4 => {
                spec.smooth = turn.is_multiple_of(2);
            }
            chart::ChartKind::Funnel => spec.smooth = !turn.is_multiple_of(2),
            // Zones that the prompt tells are marked where the value stands.
            chart::ChartKind::Gauge if spec.series.len() == 1 => {
                spec.needle |= !turn.is_multiple_of(2);
            }
            chart::ChartKind::Bar
                if !told
                    && turn.is_multiple_of(3)
                    && (3..=9).contains(&points)
                    && spec.series.len() == 1
                    && spec.highlight.is_none()
                    && spec.goal.is_none()
                    && !spec.labels.iter().any(|label| is_step(label))
                    && spec.series[0].values.iter().all(|value| *value >= 0.0) =>
            {
                spec.chart = chart::ChartKind::HorizontalBar;
                plot.kind = spec.chart;
            }
            _ => {}
        }
        plot
    }

    /// "center text 'Traffic'": a title that the prompt puts into the middle of a ring stands there.
    fn center(&mut self, prompt: &str) {
        let lower = prompt.to_lowercase();
        let told = [
            "center text",
            "centre text",
            "in the center",
            "in the centre",
            "in the middle",
            "text in center",
            "center label",
            "centre label",
        ]
        .iter()
        .any(|words| lower.contains(words));
        let ring = self.kind == chart::ChartKind::Donut;
        let Some((_, spec)) = self.charts.first_mut().filter(|_| ring && told) else {
            return;
        };
        if let (None, Some((figure, label))) = (&spec.center, &self.figure) {
            spec.center = Some([figure.clone(), label.clone().unwrap_or_default()]);
            self.figure = None;
        } else if let (None, Some((title, true))) = (&spec.center, &self.title) {
            spec.center = Some([title.clone(), String::new()]);
            self.title = None;
        }
    }

    /// `"$3,600" with "per month" under it`: a text that the prompt puts under that in the middle of a ring.
    fn under_center(&mut self, brief: &Brief) {
        let Some((_, spec)) = self.charts.first_mut() else {
            return;
        };
        let (Some([_, below]), Some((title, true))) = (&mut spec.center, &self.title) else {
            return;
        };
        let told = brief.literals.iter().any(|literal| {
            let behind = brief.prompt.get(literal.span.end..).unwrap_or_default();
            let behind = behind.trim_start_matches(['"', '\'', '”', '’', ' ']);
            literal.text == *title
                && ["under it", "below it", "underneath", "beneath"]
                    .iter()
                    .any(|words| behind.starts_with(words))
        });
        if told && below.is_empty() {
            below.clone_from(title);
            self.title = None;
        }
    }

    /// `peak annotated "New episode!"`: a text that the prompt puts at a point of the course stands there.
    fn annotate(&mut self, brief: &Brief) {
        let [(_, spec)] = &mut self.charts[..] else {
            return;
        };
        let course = matches!(
            spec.chart,
            chart::ChartKind::Line | chart::ChartKind::Area | chart::ChartKind::Bar
        );
        let [set] = &brief.data[..] else { return };
        if !course || spec.callout.is_some() {
            return;
        }
        let note = self
            .subtitle
            .iter()
            .chain(&self.rest)
            .find_map(|text| Some((text.clone(), super::stress::noted(brief, set, text)?)));
        let Some((text, at)) = note else { return };
        self.subtitle = self.subtitle.take().filter(|own| *own != text);
        self.rest.retain(|own| *own != text);
        spec.highlight = Some(at);
        spec.callout = Some([String::new(), text]);
    }

    /// "Height vs weight": the names of the axes of a scatter plot, the one that depends first.
    fn name_axes(&mut self) {
        let (Some((title, _)), Some((_, spec))) = (&self.title, self.charts.first_mut()) else {
            return;
        };
        let named = spec.x_title.is_some() || spec.chart != chart::ChartKind::Scatter;
        let sides = [" vs. ", " vs ", " versus ", " against "]
            .iter()
            .find_map(|joint| title.split_once(joint));
        if let (false, Some((y, x))) = (named, sides) {
            use crate::components::pitch::capital;
            (spec.x_title, spec.y_title) = (Some(capital(x.trim())), Some(capital(y.trim())));
            spec.given = false;
        }
    }

    pub fn kind_name(&self) -> String {
        let name = format!("{:?}", self.kind);
        let mut words = String::new();
        for letter in name.chars() {
            if letter.is_uppercase() && !words.is_empty() {
                words.push(' ');
            }
            words.extend(letter.to_lowercase());
        }
        if words.contains("bar") || words.contains("line") || words == "area" {
            words + " chart"
        } else {
            words
        }
    }

    fn draw(
        &mut self,
        studio: &Studio<'_>,
        kind: ChartKind,
        inventory: &mut Inventory,
        topic: &Topic,
        filler: &mut Filler,
    ) {
        let axes = std::mem::take(&mut inventory.axes);
        let sets = std::mem::take(&mut inventory.sets);
        if sets.is_empty() {
            self.sample(studio, kind, inventory, topic, filler);
        } else {
            self.charts = given::charts(&sets, kind, studio);
        }
        if let [(_, spec)] = &mut self.charts[..] {
            goal::lay(studio, spec, inventory);
            let fitted = ["trend line", "trendline", "best fit", "regression line"];
            let heard = studio.brief.heard();
            spec.trend |= fitted.iter().any(|words| heard.contains(words));
            let named = spec.series.len() > 1 || is_round(spec.chart);
            let usual = match is_round(spec.chart) {
                true => LegendPlace::Right,
                false => LegendPlace::Top,
            };
            if let Some(place) = told_legend(&heard, usual).filter(|_| named) {
                spec.legend = place;
            }
            let bare = ["no grid", "without grid", "without a grid", "no gridlines"];
            spec.gridless |= bare.iter().any(|words| heard.contains(words));
        }
        if let Some(text) = inventory.callout.take() {
            self.figure = Some((text, None));
        }
        let spec = self.charts.first_mut().map(|(_, spec)| spec);
        if let (Some(spec), false) = (spec, axes.is_empty()) {
            if axes.len() == 1 && names_upright(&studio.brief.prompt) {
                spec.y_title = axes.first().cloned();
            } else {
                spec.x_title = axes.first().cloned();
                spec.y_title = axes.get(1).cloned();
            }
            spec.given = true;
            self.rest.extend(axes.into_iter().skip(2));
        }
    }

    fn sample(
        &mut self,
        studio: &Studio<'_>,
        kind: ChartKind,
        inventory: &mut Inventory,
        topic: &Topic,
        filler: &mut Filler,
    ) {
        if let Some((spec, ends)) = samples::between(studio, kind, filler) {
            inventory.stats.retain(|stat| !ends.contains(&stat.value));
            inventory.labels.retain(|label| !ends.contains(label));
            self.rest.retain(|text| !ends.contains(text));
            self.subtitle = self.subtitle.take().filter(|text| !ends.contains(text));
            self.charts = vec![(None, spec)];
            return;
        }
        let mut labels = std::mem::take(&mut inventory.labels);
        if labels.is_empty() && studio.brief.literals.is_empty() {
            labels = listed(&studio.brief.prompt);
        }
        let stat = (!inventory.stats.is_empty()).then(|| inventory.stats.remove(0));
        let figure = stat.as_ref().and_then(|s| s.figure(comma(studio.brief)));
        let share = labels.is_empty()
            && gauges::is_ring(kind, studio.brief)
            && figure.as_ref().is_some_and(gauges::is_share);
        if share && let (Some(stat), Some(figure)) = (&stat, &figure) {
            self.given = true;
            self.kind = chart::ChartKind::Donut;
            self.charts = vec![(None, gauges::share(figure, &stat.value, &stat.label))];
            return;
        }
        if kind == ChartKind::Gauge
            && let (Some(stat), Some(figure)) = (&stat, &figure)
        {
            self.given = true;
            self.charts = vec![(
                None,
                gauges::gauge(studio, figure, &stat.value, &stat.label),
            )];
            return;
        }
        if kind == ChartKind::HeatMap && labels.is_empty() {
            labels = fields::columns_told(studio, filler);
        }
        let spec = if kind == ChartKind::HeatMap && labels.len() >= 2 && inventory.names.len() >= 2
        {
            fields::field(std::mem::take(&mut inventory.names), labels, studio, filler)
        } else {
            samples::spec(studio, kind, labels, figure.as_ref(), topic, filler)
        };
        self.charts = vec![(None, spec)];
        if let Some(stat) = stat {
            let label = (!stat.label.is_empty()).then_some(stat.label);
            self.figure = Some((stat.value, label));
        }
    }

    fn sparklines(&mut self, brief: &Brief, inventory: &mut Inventory, filler: &mut Filler) {
        let sets = std::mem::take(&mut inventory.sets);
        let courses: Vec<(String, plantain_read::Trend)> = sets
            .iter()
            .filter_map(|set| Some((set.name.clone()?, set.trend?)))
            .collect();
        // "Oslo 2 3 1 0 -1": the figures of the course are told themselves.
        let (told, sets): (Vec<DataSet>, Vec<DataSet>) = sets
            .into_iter()
            .partition(|set| set.name.is_some() && set.points.len() >= COURSE_MIN);
        self.rows = told.into_iter().map(told_course).collect();
        let points = sets
            .into_iter()
            .flat_map(|set| set.points)
            .map(|p| (p.label, p.shown));
        let stats = std::mem::take(&mut inventory.stats)
            .into_iter()
            .map(|s| (s.label, s.value));
        let rows: Vec<(String, String)> = points.chain(stats).collect();
        let told = told_to_fall(brief);
        self.given = true;
        self.rows
            .extend(one_each(rows).into_iter().map(|(label, value)| {
                let falls = value.trim_start().starts_with(['-', '\u{2212}', '–'])
                    || told.iter().any(|(name, shown)| {
                        *shown == value && label.lines().next() == Some(name.as_str())
                    });
                let named = courses
                    .iter()
                    .find(|(name, _)| label.lines().next() == Some(name.as_str()));
                let trend = match named {
                    Some((_, trend)) => *trend,
                    None if falls => Trend::Falling,
                    None => Trend::Rising,
                };
                SparkRow {
                    values: filler.curve(100.0, 14, Some(trend)),
                    course: trend,
                    told: named.is_some() || label.contains('\n') || is_signed(&value),
                    label,
                    value,
                }
            }));
    }

    /// Whatever has no place in the chart stands under the title.
    fn place_rest(&mut self, inventory: Inventory) {
        for stat in inventory.stats {
            if self.figure.is_none() {
                let label = (!stat.label.is_empty()).then_some(stat.label);
                self.figure = Some((stat.value, label));
                continue;
            }
            if stat.label_literal {
                self.rest.push(stat.label);
            }
            self.rest.push(stat.value);
        }
        for list in [
            inventory.labels,
            inventory.names,
            inventory.columns,
            inventory.tabs,
            inventory.buttons,
        ] {
            self.rest.extend(list);
        }
        // The legend tells them.
        let legend = |name: &String| {
            let mut series = self.charts.iter().flat_map(|(_, spec)| &spec.series);
            series.any(|series| series.name == *name)
        };
        self.rest.retain(|text| !legend(text));
    }
}

/// "Visitors (thousands": a bracket whose words stand elsewhere is none of the title.
fn balance(title: &mut String) {
    if let (Some(open), None) = (title.rfind('('), title.rfind(')')) {
        title.truncate(title[..open].trim_end().len());
    }
}

/// "+8%", "-3": a change and no level.
fn is_signed(value: &str) -> bool {
    value.trim_start().starts_with(['+', '-', '\u{2212}', '–'])
}

/// Figures of a course, at least.
const COURSE_MIN: usize = 3;

/// A row whose figures are all told: its course as given, and the last of them.
fn told_course(set: DataSet) -> SparkRow {
    let values: Vec<f64> = set.points.iter().map(|point| point.value).collect();
    SparkRow {
        label: set.name.unwrap_or_default(),
        value: set
            .points
            .last()
            .map(|point| point.shown.clone())
            .unwrap_or_default(),
        values,
        course: set.trend.unwrap_or(Trend::Flat),
        told: false,
    }
}

/// "Returns 18 down 2%": names with the values that the prompt tells to have fallen.
fn told_to_fall(brief: &Brief) -> Vec<(String, String)> {
    const FALLS: &[&str] = &[
        "down", "fell", "falling", "minus", "lost", "dropped", "▼", "↓",
    ];
    let mut name = "";
    let mut found = Vec::new();
    for literal in &brief.literals {
        if literal.role != Role::Value {
            name = &literal.text;
            continue;
        }
        let before = brief.prompt.get(..literal.span.start).unwrap_or_default();
        let word = before.split_whitespace().next_back().unwrap_or_default();
        if FALLS.contains(&word.to_lowercase().as_str()) {
            found.push((name.to_owned(), literal.text.clone()));
        }
    }
    found
}

/// A name that comes with a level and with a change is one row: the level under the name, the change at the end.
fn one_each(rows: Vec<(String, String)>) -> Vec<(String, String)> {
    let mut out: Vec<(String, String)> = Vec::new();
    for (label, value) in rows {
        match out.iter_mut().find(|row| row.0 == label) {
            Some(row) => {
                let level = std::mem::replace(&mut row.1, value);
                row.0 = format!("{label}\n{level}");
            }
            None => out.push((label, value)),
        }
    }
    out
}

/// Whether a label is a step of time or of a scale, which runs from left to right.
fn is_step(label: &str) -> bool {
    label.contains(|c: char| c.is_ascii_digit())
        || label
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| plantain_read::is_month_name(word) || plantain_read::is_day_name(word))
}

/// "y axis in °C", "eje y": whether only the upright axis is told of.
fn names_upright(prompt: &str) -> bool {
    const AXES: &[&str] = &["axis", "achse", "eje", "axe", "asse", "eixo", "as"];
    let lower = prompt.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let told = |letter: &str| {
        words.windows(2).any(|pair| {
            pair[0] == letter && AXES.contains(&pair[1])
                || pair[1] == letter && AXES.contains(&pair[0])
        })
    };
    told("y") && !told("x") || lower.contains("vertical axis")
}

/// Takes all words and figures out of a chart of sample data.
fn silence(spec: &mut ChartSpec) {
    spec.labels.clear();
    spec.ticks.clear();
    spec.series.iter_mut().for_each(|s| s.name.clear());
    (spec.show_values, spec.axes, spec.legend) = (false, false, LegendPlace::None);
    (spec.center, spec.callout) = (None, None);
}

pub(super) fn is_round(kind: chart::ChartKind) -> bool {
    matches!(
        kind,
        chart::ChartKind::Pie | chart::ChartKind::Donut | chart::ChartKind::Gauge
    )
}

/// Shares that add up to a hundred make a donut, months a line, all else bars.
fn guess(inventory: &Inventory) -> Option<ChartKind> {
    let set = inventory.sets.first()?;
    let percent = set.points.iter().all(|p| p.shown.contains('%'));
    let total: f64 = set.points.iter().map(|p| p.value).sum();
    let dated = set
        .points
        .iter()
        .filter(|p| {
            let first = p.label.split_whitespace().next();
            first.is_some_and(plantain_read::is_month_name)
        })
        .count();
    Some(if percent && (total - 100.0).abs() < 2.0 {
        ChartKind::Donut
    } else if dated >= 4 {
        ChartKind::Line
    } else {
        ChartKind::Bar
    })
}

/// "legend to the right", "legend on top", "with a legend": where the legend shall stand, `usual` where only that there is one.
fn told_legend(heard: &str, usual: LegendPlace) -> Option<LegendPlace> {
    const REACH: usize = 4;
    let words: Vec<&str> = heard
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let at = words.iter().position(|word| *word == "legend")?;
    let before = &words[at.saturating_sub(2)..at];
    // "names at the line ends instead of a legend"
    let instead = words[at.saturating_sub(REACH)..at]
        .iter()
        .any(|word| matches!(*word, "instead" | "rather"));
    if instead || before.iter().any(|word| matches!(*word, "no" | "without")) {
        return Some(LegendPlace::None);
    }
    let asked = before
        .iter()
        .any(|word| matches!(*word, "with" | "and" | "add" | "include" | "show"));
    let behind = words[at + 1..].iter().take(REACH);
    behind
        .take_while(|word| {
            matches!(
                **word,
                "to" | "on" | "at" | "in" | "the" | "right" | "bottom" | "top" | "below" | "above"
            )
        })
        .find_map(|word| match *word {
            "right" => Some(LegendPlace::Right),
            "bottom" | "below" => Some(LegendPlace::Bottom),
            "top" | "above" => Some(LegendPlace::Top),
            _ => None,
        })
        .or(asked.then_some(usual))
}

/// Returns the words of an enumeration after a colon ("comparing two phones: battery, camera, price"), with capitals.
fn listed(prompt: &str) -> Vec<String> {
    let Some((_, after)) = prompt.split_once(':') else {
        return Vec::new();
    };
    let clause = after.split(['.', ';', '\n']).next().unwrap_or_default();
    let items: Vec<String> = clause
        .split(',')
        .map(|item| {
            let item = item.trim().trim_start_matches("and ");
            let mut letters = item.chars();
            letters.next().map_or_else(String::new, |first| {
                first.to_uppercase().chain(letters).collect()
            })
        })
        .collect();
    let short = |item: &String| {
        !item.is_empty()
            && item.split(' ').count() <= 3
            && !item.contains(|c: char| c.is_ascii_digit())
    };
    if items.len() >= 3 && items.iter().all(short) {
        items
    } else {
        Vec::new()
    }
}
