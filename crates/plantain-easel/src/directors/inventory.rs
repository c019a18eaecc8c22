//! What a data screen or a chart has to show: the brief's literals sorted into title, figures, data sets and the rest.

use plantain_read::{Brief, ChartKind, Component, DataPoint, DataSet, Described, Origin, Role};
use plantain_scene::chart;

use crate::filler::Figure;

/// A label with its value.
#[derive(Debug, Clone, PartialEq)]
pub struct Pairing {
    pub label: String,
    pub label_literal: bool,
    pub value: String,
    /// How it changed, as told right behind it ("(+12%)", "up 8% from May").
    pub change: Option<String>,
    /// What introduced the list it stands in ("holding"), or empty.
    pub list: String,
}

impl Pairing {
    /// Returns the number in the value.
    pub fn figure(&self, comma: bool) -> Option<Figure> {
        Figure::read(&self.value, comma)
    }

    /// Returns whether the value tells a change ("+3.2%").
    pub fn is_change(&self) -> bool {
        self.figure(false)
            .is_some_and(|f| f.signed && f.is_percent())
    }
}

/// The brief's content, each literal in one place.
#[derive(Debug, Clone, Default)]
pub struct Inventory {
    pub title: Option<String>,
    pub subtitle: Option<String>,
    /// Figures that are no data of a chart, in reading order.
    pub stats: Vec<Pairing>,
    /// Data to be drawn in proportion, all of it given.
    pub sets: Vec<DataSet>,
    /// Axis titles: first axis, second axis.
    pub axes: Vec<String>,
    /// Names of charts or series that stand apart from the data.
    pub names: Vec<String>,
    /// Category labels without values ("Mon", "Tue").
    pub labels: Vec<String>,
    /// The last or stressed value, when it is given beside the data ("last value $121").
    pub callout: Option<String>,
    pub columns: Vec<String>,
    pub tabs: Vec<String>,
    pub buttons: Vec<String>,
    /// Literals that found no other place.
    pub rest: Vec<String>,
    /// Kinds of chart that were asked for, in order.
    pub kinds: Vec<ChartKind>,
}

/// Gauges and bars of progress show figures that stand each for itself.
fn is_meter(kind: ChartKind) -> bool {
    matches!(kind, ChartKind::Gauge | ChartKind::Progress)
}

/// A line is named, but the points are figures of different things ("CPU 63%, memory 71%").
fn is_no_curve(set: &DataSet) -> bool {
    let line = matches!(
        set.chart,
        Some(ChartKind::Line | ChartKind::Area | ChartKind::Sparkline)
    );
    let total: f64 = set.points.iter().map(|p| p.value).sum();
    let percent = set.points.iter().all(|p| p.shown.ends_with('%'));
    let parts = percent && (total - 100.0).abs() < 1.5;
    let words = set.points.iter().all(|p| {
        let label = p.label.to_lowercase();
        // Values in a row without names are a course over time.
        let timed = label.is_empty()
            || label.chars().any(|c| c.is_ascii_digit())
            || MOMENTS
                .iter()
                .any(|moment| label == *moment || moment.len() >= 3 && label.starts_with(moment));
        !timed
    });
    line && words && !parts
}

/// Beginnings of words for days, months and the like.
const MOMENTS: &[&str] = &[
    "jan",
    "feb",
    "mar",
    "apr",
    "may",
    "jun",
    "jul",
    "aug",
    "sep",
    "oct",
    "nov",
    "dec",
    "mon",
    "tue",
    "wed",
    "thu",
    "fri",
    "sat",
    "sun",
    "week",
    "day",
    "month",
    "year",
    "q",
    "spring",
    "summer",
    "autumn",
    "winter",
    "today",
    "yesterday",
    "morning",
    "noon",
    "evening",
    "lun",
    "mar",
    "mie",
    "jue",
    "vie",
    "sab",
    "dom",
    "mo",
    "di",
    "mi",
    "do",
    "fr",
    "sa",
    "so",
    "ene",
    "abr",
    "ago",
];

impl Inventory {
    pub fn of(brief: &Brief) -> Self {
        Sorter::new(brief).sort()
    }

    /// Returns the kind of chart that leads, if one was named.
    pub fn lead(&self) -> Option<ChartKind> {
        self.kinds.first().copied()
    }
}

/// Sorts literals; `used` says which have their place.
struct Sorter<'a> {
    brief: &'a Brief,
    used: Vec<bool>,
    out: Inventory,
}

impl<'a> Sorter<'a> {
    fn new(brief: &'a Brief) -> Self {
        let mut used = vec![false; brief.literals.len()];
        // The cells of a told table stand in it.
        if let Some(grid) = &brief.grid {
            let cells = grid
                .rows
                .iter()
                .flat_map(|(label, cells)| label.iter().chain(cells));
            for &at in cells.chain(&grid.title).chain(&grid.heads) {
                if let Some(used) = used.get_mut(at) {
                    *used = true;
                }
            }
        }
        Self {
            brief,
            used,
            out: Inventory::default(),
        }
    }

    fn sort(mut self) -> Inventory {
        self.kinds();
        self.sets();
        self.pairs();
        self.roles();
        self.loose_values();
        self.label_lists();
        self.leftovers();
        self.out
    }

    fn kinds(&mut self) {
        let described = self.brief.described.iter().filter_map(|d| match d.kind {
            Component::Chart(kind) => Some(kind),
            _ => None,
        });
        for kind in described.chain(self.brief.data.iter().filter_map(|d| d.chart)) {
            if !self.out.kinds.contains(&kind) {
                self.out.kinds.push(kind);
            }
        }
    }

    /// Takes the data sets whose points are all literals, or rebuilds one from the pairs when they hold more.
    fn sets(&mut self) {
        let brief = self.brief;
        let title = brief
            .literals
            .iter()
            .find(|l| l.role == Role::Title)
            .map(|l| l.text.as_str());
        let whole: Vec<&DataSet> = brief
            .data
            .iter()
            .filter(|d| self.leads(d) && d.points.iter().all(|p| Some(p.label.as_str()) != title))
            .collect();
        let held: usize = whole.iter().map(|d| d.points.len()).sum();
        // What stands in a list of its own is no point of a chart.
        let listed = |value: usize| brief.lists.iter().any(|list| list.items.contains(&value));
        let board = brief.genre != plantain_read::Genre::Chart;
        let labelled: Vec<_> = brief
            .pairs
            .iter()
            .filter(|p| p.label.is_some() && !(board && listed(p.value)))
            .collect();
        let chart = self.out.lead();
        let wanted = chart.is_some() || brief.genre == plantain_read::Genre::Chart;
        if labelled.len() > held
            && labelled.len() >= 2
            && wanted
            && whole.len() <= 1
            && (whole.is_empty() || brief.genre == plantain_read::Genre::Chart)
            && !(board && names_other(brief))
            && self.is_data(&labelled)
        {
            let points: Vec<DataPoint> = labelled
                .iter()
                .filter_map(|pair| {
                    let shown = &brief.literals.get(pair.value)?.text;
                    let label = brief.literals.get(pair.label?)?.text.clone();
                    let value = Figure::read(shown, comma(brief)).map_or(0.0, |f| f.value);
                    Some(DataPoint {
                        label,
                        value,
                        shown: shown.clone(),
                        start: None,
                    })
                })
                .collect();
            for pair in labelled {
                self.used[pair.value] = true;
                if let Some(label) = pair.label {
                    self.used[label] = true;
                }
            }
            self.out.sets.push(DataSet {
                chart,
                points,
                ..DataSet::default()
            });
            return;
        }
        for set in whole {
            self.take_set(set);
        }
    }

    /// Returns whether a data set is a chart's. On a dashboard, a pair of figures or figures of other kinds are tiles.
    fn leads(&self, set: &DataSet) -> bool {
        if self.brief.genre == plantain_read::Genre::Chart {
            return set.points.len() >= 2;
        }
        if set.chart.is_some_and(is_meter) || is_no_curve(set) {
            return false;
        }
        let total: f64 = set.points.iter().map(|p| p.value).sum();
        let percent = set.points.iter().all(|p| p.shown.contains('%'));
        set.points.len() >= 3 || set.points.len() == 2 && percent && (total - 100.0).abs() < 1.0
    }

    /// On a dashboard, a row of figures in different units is tiles, not the data of one chart.
    fn is_data(&self, pairs: &[&plantain_read::Pair]) -> bool {
        if self.brief.genre == plantain_read::Genre::Chart {
            return true;
        }
        if self.out.lead().is_some_and(is_meter) {
            return false;
        }
        let units: Vec<String> = pairs
            .iter()
            .filter_map(|p| Figure::read(&self.brief.literals.get(p.value)?.text, false))
            .map(|f| f.format.prefix + &f.format.suffix)
            .collect();
        units.len() >= 3 && units.windows(2).all(|w| w[0] == w[1])
    }

    fn take_set(&mut self, set: &DataSet) {
        // A chart of a dashboard takes named data only when a chart was named for it.
        let bubbles = self.out.lead() == Some(ChartKind::Bubble);
        for point in &set.points {
            // The names of a bubble's figures are those of the axes.
            if !bubbles {
                self.use_text(&point.label);
            }
            self.use_text(&point.shown);
        }
        if let Some(name) = &set.name {
            self.use_text(name);
        }
        self.out.sets.push(set.clone());
    }

    /// Marks the first free literal of this text, or any of this text; returns whether there is one.
    fn use_text(&mut self, text: &str) -> bool {
        let literals = &self.brief.literals;
        let free = (0..literals.len()).find(|&i| !self.used[i] && literals[i].text == text);
        if let Some(i) = free {
            self.used[i] = true;
        }
        free.is_some()
    }

    fn pairs(&mut self) {
        let brief = self.brief;
        for pair in &brief.pairs {
            let (Some(value), false) = (
                brief.literals.get(pair.value),
                self.used.get(pair.value).copied().unwrap_or(true),
            ) else {
                continue;
            };
            if pair
                .label
                .is_some_and(|l| self.used.get(l).copied().unwrap_or(true))
            {
                continue;
            }
            let label = pair.label.and_then(|l| brief.literals.get(l));
            self.used[pair.value] = true;
            if let Some(l) = pair.label {
                self.used[l] = true;
            }
            let list = brief
                .lists
                .iter()
                .find(|list| list.items.contains(&pair.value));
            let change = self.change_behind(pair.value);
            self.out.stats.push(Pairing {
                label: label.map_or_else(|| self.spoken(pair), |l| l.text.clone()),
                label_literal: label.is_some(),
                value: value.text.clone(),
                change,
                list: list.map_or_else(String::new, |l| l.kind.clone()),
            });
        }
    }

    /// Takes the caption that stands right behind a value, with nothing but blanks and a bracket between.
    fn change_behind(&mut self, value: usize) -> Option<String> {
        let literals = &self.brief.literals;
        let next = literals.get(value + 1)?;
        let between = self
            .brief
            .prompt
            .get(literals[value].span.end..next.span.start)?;
        let close = between.chars().all(|c| c.is_whitespace() || c == '(');
        if next.role != Role::Caption || !close || self.used[value + 1] {
            return None;
        }
        self.used[value + 1] = true;
        Some(next.text.clone())
    }

    /// Returns the words of a described label in the language of the prompt.
    fn spoken(&self, pair: &plantain_read::Pair) -> String {
        // A label in the words of the prompt is in its language.
        let told = pair.label_text.to_lowercase();
        if !told.is_empty() && self.brief.prompt.to_lowercase().contains(&told) {
            return pair.label_text.clone();
        }
        let own = self.described_label(pair.value);
        if self.brief.language.0 == "en" || own.is_empty() {
            pair.label_text.clone()
        } else {
            own
        }
    }

    fn roles(&mut self) {
        for i in 0..self.brief.literals.len() {
            if self.used[i] {
                continue;
            }
            let literal = &self.brief.literals[i];
            let text = literal.text.clone();
            let sure = literal.origin <= Origin::Introduced;
            let before_value = self.brief.literals.get(i + 1).is_some_and(|next| {
                !self.used[i + 1]
                    && matches!(next.role, Role::Value | Role::Price)
                    && Figure::read(&next.text, false).is_some()
            });
            let place = match literal.role {
                Role::Title if self.out.title.is_none() && (sure || !before_value) => {
                    &mut self.out.title
                }
                Role::Subtitle | Role::Caption | Role::Kicker if self.out.subtitle.is_none() => {
                    &mut self.out.subtitle
                }
                Role::Axis => {
                    self.out.axes.push(text);
                    self.used[i] = true;
                    continue;
                }
                Role::Tab | Role::Link => {
                    self.out.tabs.push(text);
                    self.used[i] = true;
                    continue;
                }
                Role::Button => {
                    self.out.buttons.push(text);
                    self.used[i] = true;
                    continue;
                }
                Role::Column => {
                    self.out.columns.push(text);
                    self.used[i] = true;
                    continue;
                }
                _ => continue,
            };
            *place = Some(text);
            self.used[i] = true;
        }
    }

    /// Values without a pair take the free literal before them as their label.
    fn loose_values(&mut self) {
        let brief = self.brief;
        for i in 0..brief.literals.len() {
            let literal = &brief.literals[i];
            // "9-12" along the side of a field names it.
            let named = matches!(literal.role, Role::Category | Role::Series);
            let valued = matches!(literal.role, Role::Value | Role::Price | Role::Callout)
                || !named && literal.text.starts_with(|c: char| c.is_ascii_digit());
            if self.used[i] || !valued || Figure::read(&literal.text, false).is_none() {
                continue;
            }
            if !self.out.sets.is_empty()
                && self.out.callout.is_none()
                && brief.genre == plantain_read::Genre::Chart
            {
                self.out.callout = Some(literal.text.clone());
                self.used[i] = true;
                continue;
            }
            let label = i.checked_sub(1).filter(|&j| {
                !self.used[j]
                    && Figure::read(&brief.literals[j].text, false).is_none_or(|f| {
                        f.value.abs() < 100.0
                            && brief.literals[j].text.contains(char::is_alphabetic)
                    })
            });
            let words = label.map_or_else(
                || self.described_label(i),
                |j| brief.literals[j].text.clone(),
            );
            if let Some(j) = label {
                self.used[j] = true;
            }
            self.used[i] = true;
            self.out.stats.push(Pairing {
                label: words,
                label_literal: label.is_some(),
                value: literal.text.clone(),
                change: None,
                list: String::new(),
            });
        }
    }

    /// Returns the words right before a literal in the prompt, as a label ("steps 8,432" → "Steps").
    fn described_label(&self, index: usize) -> String {
        let brief = self.brief;
        let span = &brief.literals[index].span;
        let before = brief.prompt.get(..span.start).unwrap_or_default();
        let clause = before
            .rsplit([',', '.', ';', ':', '(', '\n'])
            .next()
            .unwrap_or_default();
        let clause = clause.rsplit(" and ").next().unwrap_or_default();
        let spoken: Vec<&str> = clause.split_whitespace().collect();
        let carrier = |word: &&str| CARRIERS.contains(&word.to_lowercase().as_str());
        let from = spoken.iter().rposition(carrier).map_or(0, |at| at + 1);
        let words = &spoken[from.max(spoken.len().saturating_sub(3))..];
        let text = words.join(" ");
        let mut letters = text.chars();
        letters.next().map_or_else(String::new, |first| {
            first.to_uppercase().chain(letters).collect()
        })
    }

    fn label_lists(&mut self) {
        let brief = self.brief;
        let category = |role: Role| {
            matches!(
                role,
                Role::Category | Role::Label | Role::Item | Role::Series
            )
        };
        for i in 0..brief.literals.len() {
            let literal = &brief.literals[i];
            if self.used[i] || !category(literal.role) {
                continue;
            }
            let target = if literal.role == Role::Series {
                &mut self.out.names
            } else {
                &mut self.out.labels
            };
            target.push(literal.text.clone());
            self.used[i] = true;
        }
        // A lone category that was quoted is the chart's title ("Donut chart "Browser share" …").
        if self.out.title.is_none() && self.out.labels.len() == 1 {
            self.out.title = self.out.labels.pop();
        }
    }

    fn leftovers(&mut self) {
        for i in 0..self.brief.literals.len() {
            if !self.used[i] {
                self.out.rest.push(self.brief.literals[i].text.clone());
            }
        }
    }
}

/// Words before a value that are no label.
const CARRIERS: [&str; 54] = [
    "showing",
    "shows",
    "show",
    "with",
    "a",
    "an",
    "the",
    "of",
    "at",
    "is",
    "to",
    "and",
    "for",
    "in",
    "by",
    "has",
    "displaying",
    "chart",
    "gauge",
    "value",
    "be",
    "=",
    "con",
    "mit",
    "avec",
    "com",
    "e",
    "y",
    "et",
    "und",
    "de",
    "der",
    "die",
    "das",
    "la",
    "el",
    "le",
    "les",
    "los",
    "las",
    "des",
    "du",
    "von",
    "il",
    "un",
    "una",
    "une",
    "ein",
    "eine",
    "um",
    "uma",
    "para",
    "pour",
    "für",
];

/// Returns whether the brief's language writes a decimal comma.
pub fn comma(brief: &Brief) -> bool {
    matches!(
        brief.language.0.as_str(),
        "es" | "fr" | "de" | "pt" | "it" | "nl" | "ru" | "pl" | "sv" | "tr"
    )
}

/// Returns the drawn kind for a kind that was read.
pub fn drawn_kind(kind: ChartKind) -> chart::ChartKind {
    match kind {
        ChartKind::Line => chart::ChartKind::Line,
        ChartKind::Area => chart::ChartKind::Area,
        ChartKind::Bar => chart::ChartKind::Bar,
        ChartKind::GroupedBar => chart::ChartKind::GroupedBar,
        ChartKind::StackedBar => chart::ChartKind::StackedBar,
        ChartKind::HorizontalBar => chart::ChartKind::HorizontalBar,
        ChartKind::Histogram => chart::ChartKind::Histogram,
        ChartKind::Pie => chart::ChartKind::Pie,
        ChartKind::Donut => chart::ChartKind::Donut,
        ChartKind::Scatter => chart::ChartKind::Scatter,
        ChartKind::Gauge => chart::ChartKind::Gauge,
        ChartKind::Progress => chart::ChartKind::Progress,
        ChartKind::Radar => chart::ChartKind::Radar,
        ChartKind::Funnel => chart::ChartKind::Funnel,
        ChartKind::HeatMap => chart::ChartKind::HeatMap,
        ChartKind::Waterfall => chart::ChartKind::Waterfall,
        ChartKind::Gantt => chart::ChartKind::Gantt,
        ChartKind::Sparkline => chart::ChartKind::Sparkline,
        ChartKind::BoxPlot => chart::ChartKind::BoxPlot,
        ChartKind::Bubble => chart::ChartKind::Bubble,
        ChartKind::Candlestick => chart::ChartKind::Candlestick,
        ChartKind::Treemap => chart::ChartKind::Treemap,
        ChartKind::Bullet => chart::ChartKind::Bullet,
        ChartKind::Pyramid => chart::ChartKind::Pyramid,
    }
}

/// "cards Open rate 42 %, Click rate 7 %; line chart opens per day": whether the chart is told to show the course of
/// something that has no figures here.
fn names_other(brief: &Brief) -> bool {
    const COURSES: &[&str] = &[
        "per day",
        "per week",
        "per month",
        "per hour",
        "by day",
        "by month",
        "by week",
        "over time",
    ];
    brief.data.iter().any(|set| {
        let name = set.name.as_ref().map(|name| name.to_lowercase());
        let name = name.filter(|name| COURSES.iter().any(|course| name.contains(course)));
        set.points.is_empty()
            && name.is_some_and(|name| {
                let mut labels = brief
                    .pairs
                    .iter()
                    .map(|pair| pair.label_text.to_lowercase());
                !labels.any(|label| name.contains(&label))
            })
    })
}

/// Returns the steps of the time axis that the words speak of.
pub fn period(brief: &Brief, described: Option<&Described>) -> Period {
    let words = described.map_or("", |d| d.words.as_str());
    let prompt = brief.heard();
    for (period, keys) in [
        (
            Period::Hours,
            &[
                "hour",
                "hourly",
                "24h chart",
                "journée",
                "today",
                "intraday",
                "throughout the day",
                "per hour",
            ][..],
        ),
        (
            Period::Days,
            &[
                "weekly", "week", "weekday", "daily", "semana", "semaine", "woche", "per day",
            ],
        ),
        (
            Period::Quarters,
            &["quarter", "quarterly", "trimestre", "quartal"],
        ),
        (
            Period::Years,
            &[
                "yearly",
                "annual",
                "by year",
                "per year",
                "over the years",
                "par an",
                "anual",
            ],
        ),
        (
            Period::Months,
            &["month", "monthly", "mensual", "mensuel", "monat"],
        ),
    ] {
        if keys.iter().any(|k| words.contains(k)) {
            return period;
        }
    }
    for (period, keys) in [
        (
            Period::Hours,
            &[
                "hourly",
                "journée",
                "24 hours",
                "24h",
                "24 h ",
                "intraday",
                "last day",
                "24 std",
                "24 stunden",
                "24 horas",
                "24 heures",
                "24 ore",
                "by hour",
                "per hour",
                "por hora",
                "per ora",
                "par heure",
                "pro stunde",
                "per uur",
                "saat başı",
                "na godzinę",
                "по часам",
                "按小时",
                "時間別",
                "시간별",
            ][..],
        ),
        (
            Period::Days,
            &[
                "weekly",
                "weekday",
                "daily",
                "last week",
                "past week",
                "7 days",
                "per day",
                "mon-sun",
                "mon–sun",
                "mon to sun",
                "monday to sunday",
                "7 tage",
                "7 días",
                "7 jours",
                "7 giorni",
                "7 dias",
                "semanal",
                "hebdomadaire",
                "wöchentlich",
            ],
        ),
        (Period::Quarters, &["quarterly"]),
        (Period::Years, &["yearly", "by year", "per year"]),
    ] {
        if keys.iter().any(|k| prompt.contains(k)) {
            return period;
        }
    }
    Period::Months
}

/// Steps of a time axis.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Period {
    Hours,
    Days,
    Months,
    Quarters,
    Years,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inventory(prompt: &str) -> Inventory {
        Inventory::of(&plantain_read::read(prompt))
    }

    #[test]
    fn every_literal_has_one_place() {
        for prompt in [
            "A product dashboard UI screenshot showing monthly revenue $48,200 with a line chart, clean minimal design",
            "sales dashboard, title 'Q3 Sales Overview'. donut chart: 'North' '40%', 'South' '25%', 'East' '20%', 'West' '15%'",
            "Crypto portfolio screen. Total \"$23,910.55\". Holdings: \"BTC\" \"0.31\", \"ETH\" \"2.75\". 24h change \"+3.2%\"",
            "waterfall chart: Start 100, Sales +60, Costs -45, Tax -10, End 105",
            "two pies side by side titled \"2016\" and \"2026\", slices \"Desktop\" and \"Mobile\": \"62%\"/\"38%\" and \"29%\"/\"71%\"",
        ] {
            let brief = plantain_read::read(prompt);
            let got = inventory(prompt);
            let mut all: Vec<String> = got
                .title
                .iter()
                .chain(&got.subtitle)
                .chain(&got.callout)
                .cloned()
                .collect();
            for list in [
                &got.axes,
                &got.names,
                &got.labels,
                &got.columns,
                &got.tabs,
                &got.buttons,
                &got.rest,
            ] {
                all.extend(list.iter().cloned());
            }
            all.extend(
                got.stats
                    .iter()
                    .flat_map(|s| [s.label.clone(), s.value.clone()]),
            );
            for set in &got.sets {
                all.extend(set.name.clone());
                all.extend(
                    set.points
                        .iter()
                        .flat_map(|p| [p.label.clone(), p.shown.clone()]),
                );
            }
            for literal in &brief.literals {
                assert!(
                    all.contains(&literal.text),
                    "{prompt}: {:?} has no place in {got:?}",
                    literal.text
                );
            }
        }
    }

    #[test]
    fn a_waterfall_keeps_its_steps_as_data() {
        let got = inventory("waterfall chart: Start 100, Sales +60, Costs -45, Tax -10, End 105");
        assert_eq!(got.sets.len(), 1);
        assert_eq!(got.sets[0].points[2].value, -45.0);
        assert_eq!(got.lead(), Some(ChartKind::Waterfall));
    }
}
