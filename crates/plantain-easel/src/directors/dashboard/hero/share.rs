//! A single share that leads as a ring.

use plantain_read::ChartKind;
use plantain_scene::chart::{self, ChartSpec, Series};
use plantain_scene::color::Token;

use super::{Hero, told_change};
use crate::components::pitch;
use crate::directors::inventory::{Inventory, Pairing, comma};
use crate::studio::Studio;

impl Hero {
    /// "donut 73% used", "gauge 68% battery": a single share leads as a ring or a gauge that it fills so far, its figure in
    /// the middle.
    pub(super) fn of_share(studio: &Studio<'_>, inventory: &mut Inventory) -> Option<Self> {
        let kind = inventory.lead()?;
        let ring = matches!(kind, ChartKind::Donut | ChartKind::Gauge) && inventory.sets.is_empty();
        let share = |stat: &Pairing| {
            let figure = stat.figure(comma(studio.brief))?;
            let part = figure.is_percent() && !figure.signed && figure.value <= 100.0;
            part.then_some(figure.value)
        };
        let shares: Vec<usize> = (0..inventory.stats.len())
            .filter(|&i| share(&inventory.stats[i]).is_some())
            .collect();
        // Among several the one stands on the instrument that is told right behind it.
        let told = |&&i: &&usize| shown_by(&studio.brief.prompt, &inventory.stats[i].value);
        let at = match shares[..] {
            [only] => only,
            _ => *shares.iter().find(told)?,
        };
        if !ring {
            return None;
        }
        let stat = inventory.stats.remove(at);
        let part = share(&stat)?;
        // The name of the chart is none of the share's; what stands behind the figure is ("73% used").
        let named = stat.label_literal || !is_ring(&stat.label);
        let label = if named {
            stat.label.clone()
        } else {
            said_behind(&studio.brief.prompt, &stat.value).unwrap_or_default()
        };
        Some(Self {
            label: label.clone(),
            label_literal: stat.label_literal,
            value: String::new(),
            value_literal: true,
            delta: stat.change.map(told_change),
            against: (String::new(), false),
            spec: filled(kind, part, [stat.value, label]),
            data_literal: true,
            range_word: "this_month",
            months: None,
            legend: Vec::new(),
            takes_set: false,
            labels_used: false,
        })
    }
}

/// A ring or a gauge that is filled to this part, with its words in the middle.
fn filled(kind: ChartKind, part: f64, [value, label]: [String; 2]) -> ChartSpec {
    if kind == ChartKind::Gauge {
        return ChartSpec {
            chart: chart::ChartKind::Gauge,
            series: vec![Series {
                values: vec![part],
                shown: vec![value.clone()],
                ..Series::default()
            }],
            range: Some([0.0, 100.0]),
            center: Some([value, label]),
            given: true,
            ..ChartSpec::default()
        };
    }
    ChartSpec {
        chart: chart::ChartKind::Donut,
        series: vec![Series {
            values: vec![part, 100.0 - part],
            colors: vec![Token::Accent.into(), Token::Line.into()],
            ..Series::default()
        }],
        center: Some([value, label]),
        text_size: 16.0,
        given: true,
        ..ChartSpec::default()
    }
}

/// "gauge 64% water tank": whether a figure stands right behind the word for an instrument.
fn shown_by(prompt: &str, figure: &str) -> bool {
    const INSTRUMENTS: &[&str] = &["gauge", "donut", "ring", "dial", "meter"];
    let lower = prompt.to_lowercase();
    INSTRUMENTS.iter().any(|word| {
        ["", " at", " of", " with", " showing"]
            .iter()
            .any(|joint| lower.contains(&format!("{word}{joint} {figure}")))
    })
}

/// Whether a label is the name of a ring and of nothing shown by it.
fn is_ring(label: &str) -> bool {
    const RINGS: &[&str] = &[
        "donut",
        "doughnut",
        "ring",
        "chart",
        "donut chart",
        "pie",
        "circle",
        "gauge",
        "gauge chart",
    ];
    label.is_empty() || RINGS.contains(&label.to_lowercase().as_str())
}

/// The word right behind a figure, which says what it is of ("73% used").
fn said_behind(prompt: &str, figure: &str) -> Option<String> {
    let behind = &prompt[prompt.find(figure)? + figure.len()..];
    let word = behind.strip_prefix(' ')?;
    let end = word
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(word.len());
    let joint = matches!(
        &word[..end],
        "" | "and" | "of" | "in" | "with" | "on" | "as" | "for"
    );
    (!joint).then(|| pitch::capital(&word[..end]))
}
