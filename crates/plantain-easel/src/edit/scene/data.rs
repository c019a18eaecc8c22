//! Numbers: a value beside its label, a point of a chart, another chart for the same data.

mod beside;
mod charts;
mod dates;
mod furnish;
pub mod points;
mod reckon;
mod told;

use plantain_engine::EngineError;
use plantain_read::{Referent, SortKey, Target};
use plantain_scene::chart::{ChartKind, ChartSpec};
use plantain_scene::node::Content;

use super::find::fold;
use super::sheet::Sheet;
use super::text;
use super::things::short;

use self::beside::value_of;
pub use self::charts::{chart, fill_center, highlight, is_kind, mark, mark_each, point};
pub use self::dates::within as redated;
pub use self::furnish::furnish;
pub use self::reckon::{raised, reckon};
pub use self::told::labelled;
use self::told::told;

/// Sets a value: of a chart's point, or of the text that stands beside a label.
pub fn set(sheet: &mut Sheet<'_>, label: Option<&str>, to: &str) -> Result<(), EngineError> {
    let number = number(to);
    if let (Some(label), Some(n)) = (label, number)
        && (1.0..32.0).contains(&n)
        && let Some(event) = super::month::event_called(sheet, label)
        && let Some(day) = super::month::day(sheet, n as u32)
        && super::month::move_event(sheet, &event, &day)?
    {
        return Ok(());
    }
    if let Some(label) = label
        && multiplied(sheet, label, to)
    {
        return Ok(());
    }
    if let (Some(label), Some(value)) = (label, number)
        && point_of(sheet, label, value, to)?
    {
        sheet.because(format!("“{label}” is {to} now, and its shape follows."));
        return Ok(());
    }
    if let Some(label) = label
        && dates::set(sheet, label, to)?
    {
        return Ok(());
    }
    if let (Some(label), None) = (label, number)
        && told(sheet, label, to)?
    {
        return Ok(());
    }
    let Some(id) = value_of(sheet, label, Some(to)) else {
        if let Some(value) = number
            && single(sheet, value, to)
        {
            sheet.because(format!("The chart shows {to} now."));
            return Ok(());
        }
        // "April 4 to May 9": what was named is itself the text that changes.
        if let Some(label) = label.filter(|label| label.bytes().any(|b| b.is_ascii_digit()))
            && !sheet.worded(label).is_empty()
        {
            let target = Target {
                what: Referent::Text(label.to_owned()),
                words: label.to_owned(),
                ..Target::default()
            };
            return text::set(sheet, &target, Some(label), to);
        }
        return Err(EngineError::TargetNotLocated {
            target: label.map_or_else(
                || "the value".to_owned(),
                |label| format!("the value of “{label}”"),
            ),
            found: sheet.found(),
        });
    };
    let old = sheet
        .node(&id)
        .and_then(|n| n.as_text())
        .map_or_else(String::new, |t| t.text.clone());
    let to = per(&old, to);
    let to = to.as_str();
    if old == to {
        return Err(EngineError::NothingChanged {
            why: format!("it is {to} already"),
        });
    }
    if let Some(new) = dates::within(&old, to) {
        return dates::write(sheet, &id, &old, &new);
    }
    let whole = figure_within(&old, to);
    text::write(sheet, &id, whole.as_deref().unwrap_or(to));
    // A chart that stands for this one figure follows it.
    if let Some(value) = number {
        let was = self::number(&old);
        follow(sheet, &old, was, value, to);
    }
    text::settle(sheet, std::slice::from_ref(&id))?;
    if sheet.scene.title == old {
        to.clone_into(&mut sheet.scene.title);
    }
    sheet.same = vec![id];
    sheet.because(format!("“{}” is “{}” now.", short(&old), short(to)));
    Ok(())
}

/// Returns a line with another figure in the place of its own, where it says more than the figure: "Total 8.00" with "9.50". None
/// where `to` says more than a figure, or the line is one alone.
fn figure_within(old: &str, to: &str) -> Option<String> {
    let figure = |word: &str| word.bytes().any(|b| b.is_ascii_digit());
    let worded = |text: &str| {
        text.split_whitespace().any(|word| {
            let letters = word.chars().filter(|c| c.is_alphabetic()).count();
            // Two syllables of Hangul or two Chinese signs are a word.
            let signs = word.chars().all(|c| c.is_alphabetic() && c >= '\u{900}');
            letters > 2 || signs && letters > 1
        })
    };
    let mut own = old.split_whitespace().filter(|word| figure(word));
    let (only, more) = (own.next()?, own.next());
    let plain = more.is_none() && worded(old) && !worded(to) && !to.contains(' ');
    let only = only.trim_end_matches([',', ';', '!']);
    plain.then(|| text::replaced(old, only, to)).flatten()
}

/// Returns a figure with what its old one is counted by: "$35" in the place of "$29/mo" is "$35/mo", "52k" in that of "$48k"
/// is "$52k".
fn per(old: &str, to: &str) -> String {
    let sign = old
        .chars()
        .next()
        .filter(|c| matches!(c, '$' | '€' | '£' | '¥' | '₹'));
    let to = match sign {
        Some(sign)
            if to.starts_with(|c: char| c.is_ascii_digit())
                && !to.contains(['€', '%', '$', '£', '¥', '₹', ' ']) =>
        {
            format!("{sign}{to}")
        }
        _ => to.to_owned(),
    };
    let to = to.as_str();
    let slash = old.find('/').filter(|at| number(&old[..*at]).is_some());
    let unit = slash.filter(|at| {
        let unit = &old[at + 1..];
        !unit.is_empty() && unit.chars().all(char::is_alphabetic)
    });
    match unit {
        Some(at) if !to.contains('/') && !to.contains("per ") => format!("{to}{}", &old[at..]),
        _ => to.to_owned(),
    }
}

/// Sets the quantity and the price of one in the line of a label ("6 x $15.00"); false where the line has no such figures.
fn multiplied(sheet: &mut Sheet<'_>, label: &str, to: &str) -> bool {
    let mut parts = to.split(['×', 'x', '@']).map(str::trim);
    let (Some(times), Some(each), None) = (parts.next(), parts.next(), parts.next()) else {
        return false;
    };
    let (Some(n), Some(price)) = (number(times), number(each)) else {
        return false;
    };
    let cells = figures_of(sheet, label);
    let product = |a: f64, b: f64, c: f64| (a * b - c).abs() < 0.006;
    let figure = |sheet: &Sheet<'_>, id: &str| {
        let text = sheet.node(id).and_then(|node| node.as_text());
        text.and_then(|text| number(&text.text))
    };
    let [a, b, c] = cells.as_slice() else {
        return false;
    };
    let (Some(x), Some(y), Some(z)) = (figure(sheet, a), figure(sheet, b), figure(sheet, c)) else {
        return false;
    };
    if !product(x, y, z) {
        return false;
    }
    for (id, from, to) in [(a, x, n), (b, y, price)] {
        let text = sheet.node(id).and_then(|node| node.as_text());
        let old = text.map_or_else(String::new, |text| text.text.clone());
        if let Some(new) = raised(&old, to - from) {
            text::write(sheet, id, &new);
        }
    }
    sheet.because(format!("“{label}” is {to} now."));
    true
}

/// Returns the texts that show the figures of the line of a label, from the left.
pub fn figures_of(sheet: &mut Sheet<'_>, label: &str) -> Vec<String> {
    let Some(name) = sheet.worded(label).into_iter().next() else {
        return Vec::new();
    };
    let mut cells = sheet.lines();
    let reach = name.rect.h * 0.6;
    cells.retain(|cell| {
        cell.id != name.id
            && (cell.rect.cy() - name.rect.cy()).abs() < reach
            && cell.rect.x > name.rect.x
            && number(&cell.noun).is_some()
    });
    cells.sort_by(|a, b| a.rect.x.total_cmp(&b.rect.x));
    cells.into_iter().map(|cell| cell.id).collect()
}

/// Sorts what the picture lists: the points of the chart that it is about, else the lines of its list.
pub fn sort(sheet: &mut Sheet<'_>, by: SortKey, descending: bool) -> Result<(), EngineError> {
    if !super::rows::listed(sheet) && points::sort(sheet, by, descending)? {
        return Ok(());
    }
    match super::rows::sort(sheet, by, descending) {
        Err(EngineError::TargetNotLocated { .. })
            if by == SortKey::Place && super::place::reverse(sheet) =>
        {
            Ok(())
        }
        sorted => sorted,
    }
}

/// Returns the number that a text shows, if it shows one.
pub fn number(text: &str) -> Option<f64> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let negative = text[..start].ends_with(['-', '−']);
    let digits: String = text[start..]
        .chars()
        .take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '\u{202f}' | '\u{a0}'))
        .collect();
    let rest = &text[start + digits.len()..];
    let trimmed = digits.trim_end_matches([',', '.']);
    // The last separator with other than three digits behind it is the decimal one.
    let cut = trimmed.rfind([',', '.']);
    let plain = |s: &str| -> String { s.chars().filter(char::is_ascii_digit).collect() };
    let value: f64 = match cut {
        Some(at) if trimmed.len() - at - 1 != 3 || trimmed[..at].is_empty() => {
            format!("{}.{}", plain(&trimmed[..at]), plain(&trimmed[at..]))
                .parse()
                .ok()?
        }
        _ => plain(trimmed).parse().ok()?,
    };
    let scale = match rest.chars().next() {
        Some('k' | 'K') => 1e3,
        Some('M') => 1e6,
        Some('B') => 1e9,
        _ => 1.0,
    };
    Some(if negative { -value } else { value } * scale)
}

/// Sets the point of a chart that goes by a label; returns whether there is one.
fn point_of(
    sheet: &mut Sheet<'_>,
    label: &str,
    value: f64,
    shown: &str,
) -> Result<bool, EngineError> {
    let charts = sheet.charts();
    for chart in charts {
        let Some(node) = sheet.node_mut(&chart.id) else {
            continue;
        };
        let Content::Chart(spec) = &mut node.content else {
            continue;
        };
        let Some(at) = index_of(spec, label) else {
            continue;
        };
        let Some(series) = spec.series.first_mut() else {
            continue;
        };
        let Some(old) = series.values.get(at).copied() else {
            continue;
        };
        let shown = shown_as(series.shown.get(at).map(String::as_str), shown);
        if (old - value).abs() < 1e-9 && series.shown.get(at).is_none_or(|old| *old == shown) {
            return Err(EngineError::NothingChanged {
                why: format!("{label} is {shown} already"),
            });
        }
        series.values[at] = value;
        if let Some(old) = series.shown.get_mut(at) {
            *old = shown;
        }
        node.filler = false;
        sheet.point = Some((chart.id.clone(), label.to_owned()));
        sheet.same = vec![chart.id];
        sheet.touch();
        return Ok(true);
    }
    Ok(false)
}

/// Returns a value as its neighbours are written: "48" becomes "$48k" beside "$12k" only when it brings no sign itself.
fn shown_as(old: Option<&str>, new: &str) -> String {
    let Some(old) = old else {
        return new.to_owned();
    };
    let is_plain = new
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, '.' | ','));
    let (Some(first), Some(last)) = (
        old.find(|c: char| c.is_ascii_digit()),
        old.rfind(|c: char| c.is_ascii_digit()),
    ) else {
        return new.to_owned();
    };
    if is_plain {
        format!("{}{new}{}", &old[..first], &old[last + 1..])
    } else {
        new.to_owned()
    }
}

fn index_of(spec: &ChartSpec, label: &str) -> Option<usize> {
    let wanted = fold(label);
    spec.labels
        .iter()
        .position(|own| fold(own) == wanted)
        .or_else(|| {
            spec.labels
                .iter()
                .position(|own| wanted.len() > 2 && fold(own).starts_with(&wanted))
        })
        .or_else(|| {
            spec.labels
                .iter()
                .position(|own| wanted.starts_with(&fold(own)) && own.len() > 2)
        })
}

/// Sets the share that a chart of one value shows; returns whether there is such a chart.
fn single(sheet: &mut Sheet<'_>, value: f64, shown: &str) -> bool {
    for chart in sheet.charts() {
        let Some(node) = sheet.node_mut(&chart.id) else {
            continue;
        };
        let Content::Chart(spec) = &mut node.content else {
            continue;
        };
        let one = spec.series.len() == 1 && spec.series[0].values.len() <= 2;
        if !one {
            continue;
        }
        show(spec, value, shown);
        sheet.touch();
        return true;
    }
    false
}

/// Shows one value in a chart made for one.
fn show(spec: &mut ChartSpec, value: f64, shown: &str) {
    let series = &mut spec.series[0];
    if let Some(first) = series.values.first_mut() {
        *first = value;
    }
    if let Some(rest) = series.values.get_mut(1) {
        *rest = (100.0 - value).max(0.0);
    }
    if let Some(first) = series.shown.first_mut() {
        shown.clone_into(first);
    }
    if let Some(center) = &mut spec.center {
        shown.clone_into(&mut center[0]);
    }
}

/// A chart that says the same as a figure beside it goes with the figure.
fn follow(sheet: &mut Sheet<'_>, old: &str, was: Option<f64>, value: f64, shown: &str) {
    let mut done = false;
    sheet.touch().root.visit_mut(&mut |node| {
        let Content::Chart(spec) = &mut node.content else {
            return;
        };
        if let Some(center) = &mut spec.center
            && center[0] == old
        {
            shown.clone_into(&mut center[0]);
        }
        let Some(series) = spec.series.first_mut() else {
            return;
        };
        let single = series.values.len() <= 2
            && matches!(
                spec.chart,
                ChartKind::Donut
                    | ChartKind::Gauge
                    | ChartKind::Progress
                    | ChartKind::Pie
                    | ChartKind::Bullet
            );
        if single
            && was.is_some_and(|was| {
                series
                    .values
                    .first()
                    .is_some_and(|v| (v - was).abs() < 1e-6)
            })
        {
            show(spec, value, shown);
            done = true;
        } else if let Some(was) = was
            && let Some(at) = series.values.iter().rposition(|v| (v - was).abs() < 1e-6)
            && matches!(
                spec.chart,
                ChartKind::Line | ChartKind::Area | ChartKind::Sparkline
            )
            && at + 1 == series.values.len()
        {
            // The last point of a curve is the figure that is shown large.
            series.values[at] = value;
            done = true;
        }
    });
    if done {
        sheet.note(
            "chart_follows",
            "The chart beside it follows the new figure.",
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_people_write_them() {
        for (text, want) in [
            ("$48,200", Some(48_200.0)),
            ("48.2k", Some(48_200.0)),
            ("1.250,50 €", Some(1250.5)),
            ("68%", Some(68.0)),
            ("-3.5", Some(-3.5)),
            ("9.50", Some(9.5)),
            ("none", None),
        ] {
            assert_eq!(number(text), want, "{text}");
        }
    }

    #[test]
    fn values_are_written_like_their_neighbours() {
        assert_eq!(shown_as(Some("$12k"), "48"), "$48k");
        assert_eq!(shown_as(Some("12%"), "48%"), "48%");
        assert_eq!(shown_as(None, "48"), "48");
    }
}
