//! Sorts the literals of a brief into the parts of its inventory.

use plantain_read::{Brief, ChartKind, Component, DataPoint, DataSet, Origin, Role};

use super::courses::{is_meter, is_no_curve, names_other};
use super::{Inventory, Pairing, comma};
use crate::filler::Figure;

/// Sorts literals; `used` says which have their place.
pub(super) struct Sorter<'a> {
    brief: &'a Brief,
    used: Vec<bool>,
    out: Inventory,
}

/// "avg line labelled Average 4h": a level of the whole chart is none of its points.
fn is_level(brief: &Brief, pair: &plantain_read::Pair) -> bool {
    let label = pair.label.and_then(|at| brief.literals.get(at));
    let level = label.is_some_and(|l| {
        matches!(
            l.text.to_lowercase().as_str(),
            "average" | "avg" | "mean" | "goal" | "target"
        )
    });
    level && brief.heard().contains(" line")
}

impl<'a> Sorter<'a> {
    pub(super) fn new(brief: &'a Brief) -> Self {
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

    pub(super) fn sort(mut self) -> Inventory {
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
            .filter(|p| board || !is_level(brief, p))
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
            && !(board && is_no_curve(&self.set_of(&labelled)))
        {
            let set = self.set_of(&labelled);
            for pair in labelled {
                self.used[pair.value] = true;
                if let Some(label) = pair.label {
                    self.used[label] = true;
                }
            }
            self.out.sets.push(set);
            return;
        }
        for set in whole {
            self.take_set(set);
        }
    }

    /// The data set that labels with their values make, as the leading chart shows them.
    fn set_of(&self, labelled: &[&plantain_read::Pair]) -> DataSet {
        let brief = self.brief;
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
        DataSet {
            chart: self.out.lead(),
            points,
            ..DataSet::default()
        }
    }

    /// Returns whether a data set is a chart's. On a dashboard, a pair of figures or figures of other kinds are tiles.
    fn leads(&self, set: &DataSet) -> bool {
        if self.brief.genre == plantain_read::Genre::Chart {
            return set.points.len() >= 2;
        }
        let total: f64 = set.points.iter().map(|p| p.value).sum();
        let percent = set.points.iter().all(|p| p.shown.contains('%'));
        // Bars of progress under each other are one card.
        let bars = set.chart == Some(ChartKind::Progress) && percent && set.points.len() >= 2;
        if set.chart.is_some_and(is_meter) || is_no_curve(set) {
            return bars;
        }
        set.points.len() >= 3 || set.points.len() == 2 && percent && (total - 100.0).abs() < 1.0
    }

    /// On a dashboard, a row of figures in different units is tiles, not the data of one chart.
    fn is_data(&self, pairs: &[&plantain_read::Pair]) -> bool {
        if self.brief.genre == plantain_read::Genre::Chart {
            return true;
        }
        if self.out.lead() == Some(ChartKind::Gauge) {
            return false;
        }
        let progress = self.out.lead() == Some(ChartKind::Progress);
        let units: Vec<String> = pairs
            .iter()
            .filter_map(|p| Figure::read(&self.brief.literals.get(p.value)?.text, false))
            .map(|f| f.format.prefix + &f.format.suffix)
            .collect();
        let shares = units.iter().all(|unit| unit.trim() == "%");
        units.len() >= 3 && units.windows(2).all(|w| w[0] == w[1]) && (shares || !progress)
    }

    fn take_set(&mut self, set: &DataSet) {
        // A chart of a dashboard takes named data only when a chart was named for it.
        let bubbles = self.out.lead() == Some(ChartKind::Bubble);
        for point in &set.points {
            // The names of a bubble's figures are those of the axes; with one figure each they are those of the bubbles.
            if !bubbles || self.brief.data.len() == 1 {
                self.use_text(&point.label);
            }
            self.use_text(&point.shown);
        }
        // The name of a figure may be that of the chart beside it, too.
        let labels = self.brief.pairs.iter().filter_map(|pair| pair.label);
        let figure = |name: &str| {
            labels
                .clone()
                .any(|at| self.brief.literals[at].text == name)
        };
        if let Some(name) = set.name.as_ref().filter(|name| !figure(name)) {
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
                || !named
                    && literal.role != Role::Badge
                    && literal.text.starts_with(|c: char| c.is_ascii_digit());
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
