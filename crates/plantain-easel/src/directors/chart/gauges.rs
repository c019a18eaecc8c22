//! Gauges and shares: one figure on its scale.

use plantain_read::{Brief, ChartKind};
use plantain_scene::chart::{self, ChartSpec, LegendPlace, Series};
use plantain_scene::color::{Color, Rgba, Token};

use crate::filler::{Figure, Filler};
use crate::studio::Studio;

/// Returns a gauge that shows a given value, among the zones that the prompt tells.
pub(super) fn gauge(studio: &Studio<'_>, figure: &Figure, shown: &str, label: &str) -> ChartSpec {
    let full = full_scale(shown).or_else(|| told_scale(&studio.brief.prompt, figure.value));
    let mut format = figure.format.clone();
    if full_scale(shown).is_some() {
        // "82 out of 100": the end of the scale is no unit.
        format.suffix = unit(&format.suffix).to_owned();
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
        needle: points(studio),
        given: true,
        ..ChartSpec::default()
    }
}

/// Whether the prompt asks for a dial with a hand.
fn points(studio: &Studio<'_>) -> bool {
    const DIALS: &[&str] = &[
        "speedometer",
        "tachometer",
        "needle",
        "dial",
        "pressure gauge",
        "fuel gauge",
        "velocímetro",
        "tacho",
        "compteur",
        "tachimetro",
        "спидометр",
        "速度计",
        "スピードメーター",
    ];
    let heard = studio.brief.heard();
    DIALS.iter().any(|word| heard.contains(word))
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
    if let Some(even) = even_zones(&prompt, language, full) {
        return Some(even);
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

/// "with red, yellow and green zones": colours without ends share the scale evenly, in the order in which they are told.
fn even_zones(prompt: &str, language: &str, full: f64) -> Option<Series> {
    const ZONES: &[&str] = &[
        "zone", "area", "section", "segment", "sector", "band", "range", "zona", "bereich",
    ];
    let words: Vec<&str> = prompt
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let zone = |word: &&str| ZONES.iter().any(|zone| word.starts_with(zone));
    // "72% green yellow red": three colours at the end are zones, too.
    let end = words.iter().position(zone);
    let (named, least) = end.map_or((words.len(), 3), |end| (end, 2));
    let mut colors = Vec::new();
    for word in words[..named].iter().rev() {
        match plantain_read::color_of(word, language) {
            Some([r, g, b]) => colors.push(Color::Fixed(Rgba::rgb(r, g, b))),
            None if matches!(*word, "and" | "y" | "et" | "und" | "e" | "to") => {}
            None => break,
        }
    }
    colors.reverse();
    let n = colors.len();
    (n >= least).then(|| Series {
        values: (1..=n).map(|i| full * i as f64 / n as f64).collect(),
        colors,
        ..Series::default()
    })
}

/// "0 to 120", "0-200 km/h": the end of the scale that the prompt tells beside the reading.
fn told_scale(prompt: &str, value: f64) -> Option<f64> {
    let spaced = prompt.to_lowercase().replace(['-', '–'], " - ");
    let words: Vec<&str> = spaced.split_whitespace().collect();
    let number = |word: &str| {
        word.trim_matches([',', '.', ':', '(', ')', '%'])
            .parse::<f64>()
            .ok()
    };
    let span = words.windows(3).find_map(|three| {
        let joined = matches!(
            three[1],
            "to" | "-" | "bis" | "a" | "à" | "al" | "do" | "до"
        );
        let (from, to) = (number(three[0])?, number(three[2])?);
        (joined && from == 0.0 && to > from).then_some(to)
    });
    let most = || {
        words.windows(2).find_map(|pair| {
            matches!(pair[0], "max" | "maximum" | "of").then(|| number(pair[1]))?
        })
    };
    span.or_else(most).filter(|full| *full >= value)
}

/// "4.2 out of 5", "82 km/h of 120", "3/5": the end of the scale.
fn full_scale(shown: &str) -> Option<f64> {
    let (_, full) = shown
        .split_once(" out of ")
        .or_else(|| shown.split_once(" of "))
        .or_else(|| shown.split_once('/'))?;
    // "3.8 out of 5 stars"
    let full = full.split_whitespace().next()?;
    full.parse().ok().filter(|full: &f64| *full > 0.0)
}

/// "82 km/h of 120": the unit of the reading, which is that of its scale, too.
fn unit(suffix: &str) -> &str {
    suffix
        .split_once(" of ")
        .map_or("", |(unit, _)| unit)
        .trim_end_matches(" out")
}

/// Whether a figure is a part of a whole: "81%".
pub(super) fn is_share(figure: &Figure) -> bool {
    figure.is_percent() && (0.0..=100.0).contains(&figure.value)
}

/// Whether one share of such a chart is a ring: "ring chart 81%", "progress ring 40%".
pub(super) fn is_ring(kind: ChartKind, brief: &Brief) -> bool {
    const ROUND: &[&str] = &["ring", "circle", "circular", "round", "radial", "wheel"];
    let heard = brief.heard();
    match kind {
        ChartKind::Donut | ChartKind::Pie => true,
        ChartKind::Progress => ROUND.iter().any(|word| heard.contains(word)),
        _ => false,
    }
}

/// Returns a gauge with an invented reading.
pub(super) fn sample(studio: &Studio<'_>, filler: &mut Filler) -> ChartSpec {
    let value = f64::from(filler.rng().range(58.0, 86.0)).round();
    let shown = filler.percent(value, 0);
    let figure = Figure::read(&shown, false);
    let mut spec = figure
        .map(|f| gauge(studio, &f, &shown, ""))
        .unwrap_or_default();
    spec.given = false;
    spec
}

#[cfg(test)]
mod tests {
    use super::{even_zones, full_scale, unit};

    #[test]
    fn scales_end_where_they_are_told_to() {
        for (shown, suffix, want) in [
            ("4.2 out of 5", " out of 5", (Some(5.0), "")),
            ("82 km/h of 120", " km/h of 120", (Some(120.0), " km/h")),
            ("3/5", "/5", (Some(5.0), "")),
            ("40 mph out of 90", " mph out of 90", (Some(90.0), " mph")),
            ("72%", "%", (None, "")),
        ] {
            assert_eq!((full_scale(shown), unit(suffix)), want, "{shown}");
        }
    }

    #[test]
    fn zones_without_ends_share_the_scale() {
        for (prompt, want) in [
            (
                "gauge 72% with red yellow green zones",
                &[40.0, 80.0, 120.0][..],
            ),
            ("gauge with green and red areas", &[60.0, 120.0]),
            ("gauge 60% green yellow red", &[40.0, 80.0, 120.0]),
            ("red gauge", &[]),
        ] {
            let zones = even_zones(prompt, "en", 120.0);
            let ends = zones.map(|zones| zones.values).unwrap_or_default();
            assert_eq!(ends, want, "{prompt}");
        }
    }
}
