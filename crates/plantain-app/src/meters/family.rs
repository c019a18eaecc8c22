//! Counters and histograms by labels, written as Prometheus reads them
//! (<https://prometheus.io/docs/instrumenting/exposition_formats/>).

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::fmt::{Display, Write};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use super::seconds;

/// A label's value.
type Label = Cow<'static, str>;

/// Most series of one name. Labels have few values; a mistake must not eat the memory.
const SERIES_MAX: usize = 2_000;
/// Stands for the values of all labels beyond that.
const OVERFLOW: &str = "other";
/// Upper ends of the histograms' buckets, seconds: from a cached picture to the longest attempt.
const BUCKETS: [f64; 16] = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0, 30.0, 120.0,
    600.0,
];

/// What only grows.
#[derive(Debug)]
pub struct Counter<const N: usize>(Family<N, u64>);

/// How long things took.
#[derive(Debug)]
pub struct Histogram<const N: usize>(Family<N, Spread>);

/// One name with its labels.
#[derive(Debug)]
struct Family<const N: usize, V> {
    name: &'static str,
    help: &'static str,
    labels: [&'static str; N],
    series: Mutex<BTreeMap<[Label; N], V>>,
}

#[derive(Debug, Clone, Copy, Default)]
struct Spread {
    /// Of each bucket alone; the last one is for what is longer.
    counts: [u64; BUCKETS.len() + 1],
    sum_s: f64,
}

impl<const N: usize, V: Default + Copy> Family<N, V> {
    const fn new(name: &'static str, help: &'static str, labels: [&'static str; N]) -> Self {
        Self {
            name,
            help,
            labels,
            series: Mutex::new(BTreeMap::new()),
        }
    }

    fn change(&self, labels: [Label; N], change: impl FnOnce(&mut V)) {
        let mut series = self.lock();
        let full = series.len() >= SERIES_MAX && !series.contains_key(&labels);
        let labels = if full {
            std::array::from_fn(|_| OVERFLOW.into())
        } else {
            labels
        };
        change(series.entry(labels).or_default());
    }

    /// Returns the series as they stand, so that nobody waits while they are written.
    fn all(&self) -> Vec<([Label; N], V)> {
        let series = self.lock();
        let all = series
            .iter()
            .map(|(labels, value)| (labels.clone(), *value));
        all.collect()
    }

    /// Each change is one call, so a panic leaves the map whole.
    fn lock(&self) -> MutexGuard<'_, BTreeMap<[Label; N], V>> {
        self.series.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<const N: usize> Counter<N> {
    pub const fn new(name: &'static str, help: &'static str, labels: [&'static str; N]) -> Self {
        Self(Family::new(name, help, labels))
    }

    pub fn add(&self, labels: [Label; N], count: u64) {
        self.0.change(labels, |value| *value += count);
    }

    pub fn write(&self, to: &mut Exposition) {
        let series = self.0.all();
        to.head(self.0.name, self.0.help, "counter");
        if N == 0 && series.is_empty() {
            to.line(self.0.name, "", &[], 0);
        }
        for (labels, value) in series {
            to.line(self.0.name, "", &pairs(&self.0.labels, &labels), value);
        }
    }
}

impl<const N: usize> Histogram<N> {
    pub const fn new(name: &'static str, help: &'static str, labels: [&'static str; N]) -> Self {
        Self(Family::new(name, help, labels))
    }

    pub fn observe(&self, labels: [Label; N], time: Duration) {
        let time_s = seconds(time);
        let bucket = BUCKETS.partition_point(|end| *end < time_s);
        self.0.change(labels, |spread| {
            spread.counts[bucket] += 1;
            spread.sum_s += time_s;
        });
    }

    pub fn write(&self, to: &mut Exposition) {
        to.head(self.0.name, self.0.help, "histogram");
        for (labels, spread) in self.0.all() {
            let labels = pairs(&self.0.labels, &labels);
            let mut count = 0;
            for (at, more) in spread.counts.iter().enumerate() {
                count += more;
                let end = BUCKETS.get(at).map_or("+Inf".to_owned(), f64::to_string);
                let mut labels = labels.clone();
                labels.push(("le", &end));
                to.line(self.0.name, "_bucket", &labels, count);
            }
            to.line(self.0.name, "_sum", &labels, spread.sum_s);
            to.line(self.0.name, "_count", &labels, count);
        }
    }
}

fn pairs<'a, const N: usize>(
    names: &[&'static str; N],
    values: &'a [Label; N],
) -> Vec<(&'static str, &'a str)> {
    let pairs = names.iter().zip(values);
    pairs.map(|(name, value)| (*name, &**value)).collect()
}

/// The text of a page of metrics, as it is written.
#[derive(Debug, Default)]
pub struct Exposition(String);

impl Exposition {
    /// Begins a name.
    fn head(&mut self, name: &str, help: &str, kind: &str) {
        // Writing into a string does not fail.
        let _ = writeln!(self.0, "# HELP {name} {help}\n# TYPE {name} {kind}");
    }

    fn line(&mut self, name: &str, end: &str, labels: &[(&str, &str)], value: impl Display) {
        self.0.push_str(name);
        self.0.push_str(end);
        for (at, (label, text)) in labels.iter().enumerate() {
            self.0.push(if at == 0 { '{' } else { ',' });
            self.0.push_str(label);
            self.0.push_str("=\"");
            for char in text.chars() {
                match char {
                    '\\' => self.0.push_str("\\\\"),
                    '"' => self.0.push_str("\\\""),
                    '\n' => self.0.push_str("\\n"),
                    other => self.0.push(other),
                }
            }
            self.0.push('"');
        }
        if !labels.is_empty() {
            self.0.push('}');
        }
        let _ = writeln!(self.0, " {value}");
    }

    /// Writes a number that is known now; `kind` is "gauge" or "counter".
    pub fn value(
        &mut self,
        (name, kind, help): (&str, &str, &str),
        series: &[(&[(&str, &str)], f64)],
    ) {
        self.head(name, help, kind);
        for (labels, value) in series {
            self.line(name, "", labels, value);
        }
    }

    pub fn into_text(self) -> String {
        self.0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counters_and_histograms_are_written_as_prometheus_reads_them() {
        let counter = Counter::new("a_total", "Some.", ["x", "y"]);
        counter.add(["1".into(), "quo\"te\\ and\nline".into()], 2);
        counter.add(["1".into(), "quo\"te\\ and\nline".into()], 3);
        let took = Histogram::new("b_seconds", "Time.", ["z"]);
        took.observe(["k".into()], Duration::from_millis(1));
        took.observe(["k".into()], Duration::from_millis(300));
        took.observe(["k".into()], Duration::from_secs(1000));
        let mut text = Exposition::default();
        counter.write(&mut text);
        took.write(&mut text);
        text.value(("c", "gauge", "Now."), &[(&[], 0.5), (&[("of", "d")], 7.0)]);
        let text = text.into_text();
        for line in [
            "# HELP a_total Some.",
            "# TYPE a_total counter",
            r#"a_total{x="1",y="quo\"te\\ and\nline"} 5"#,
            "# TYPE b_seconds histogram",
            r#"b_seconds_bucket{z="k",le="0.001"} 1"#,
            r#"b_seconds_bucket{z="k",le="0.25"} 1"#,
            r#"b_seconds_bucket{z="k",le="0.5"} 2"#,
            r#"b_seconds_bucket{z="k",le="600"} 2"#,
            r#"b_seconds_bucket{z="k",le="+Inf"} 3"#,
            r#"b_seconds_sum{z="k"} 1000.301"#,
            r#"b_seconds_count{z="k"} 3"#,
            "c 0.5",
            r#"c{of="d"} 7"#,
        ] {
            assert!(text.lines().any(|l| l == line), "{line}\n{text}");
        }
    }

    #[test]
    fn labels_from_strangers_cannot_fill_the_memory() {
        let counter = Counter::new("a_total", "Some.", ["x"]);
        for n in 0..SERIES_MAX + 500 {
            counter.add([n.to_string().into()], 1);
        }
        assert_eq!(counter.0.all().len(), SERIES_MAX + 1);
        let overflow = counter.0.lock()[&[Label::from(OVERFLOW)]];
        assert_eq!(overflow, 500);
    }
}
