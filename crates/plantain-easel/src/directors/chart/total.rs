//! The sum of all slices in the middle of a ring, where the prompt asks for it.

use plantain_scene::chart::ChartKind;

use super::specs::Plot;
use crate::components::pitch::say;
use crate::directors::inventory::comma;
use crate::studio::Studio;

/// Words behind "total" that say where it stands.
const PLACES: &[&str] = &["in the", "inside", "at the", "shown in", "shown inside"];

/// Returns the sum as its slices are printed, and the word for it; none when it was not asked for.
pub(super) fn of(studio: &Studio<'_>, plot: &Plot) -> Option<[String; 2]> {
    let heard = studio.brief.heard();
    let asked = heard.split("total").skip(1).any(|rest| {
        let rest = rest.trim_start();
        PLACES.iter().any(|place| rest.starts_with(place))
    });
    let (_, spec) = plot.charts.first()?;
    if !asked || plot.kind != ChartKind::Donut || spec.center.is_some() {
        return None;
    }
    let series = spec.series.first()?;
    let shown = series.shown.first()?;
    let digit = |c: char| c.is_ascii_digit();
    let (from, to) = (shown.find(digit)?, shown.rfind(digit)?);
    let sum: f64 = series.values.iter().sum();
    let broken = series.values.iter().any(|value| value.fract() != 0.0);
    let sum = number(sum, usize::from(broken), comma(studio.brief));
    let sum = format!("{}{sum}{}", &shown[..from], &shown[to + 1..]);
    Some([sum, say(studio, "Total").to_string()])
}

/// Returns a number with its thousands parted.
fn number(value: f64, decimals: usize, comma: bool) -> String {
    let (group, point) = if comma { (".", ",") } else { (",", ".") };
    let plain = format!("{value:.decimals$}");
    let (whole, rest) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut out = String::new();
    for (n, c) in whole.chars().enumerate() {
        if n > 0 && (whole.len() - n).is_multiple_of(3) {
            out.push_str(group);
        }
        out.push(c);
    }
    if rest.is_empty() {
        out
    } else {
        format!("{out}{point}{rest}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_are_written_as_their_language_does() {
        assert_eq!(number(2000.0, 0, false), "2,000");
        assert_eq!(number(1_234_567.5, 1, true), "1.234.567,5");
        assert_eq!(number(99.0, 0, false), "99");
    }
}
