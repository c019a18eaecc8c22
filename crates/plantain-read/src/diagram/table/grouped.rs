//! Figures whose thousands are parted by a point, as in German: "Besucher 8.500" are more than "Warenkorb 900".

use crate::DataSet;
use crate::pairs::number_in;

/// Languages in which a point before three digits parts thousands.
const LANGUAGES: &[&str] = &["de", "es", "pt", "it", "nl", "tr"];

/// Reads figures like "8.500" as thousands, where another figure of the same data has no decimals at all.
pub(super) fn thousands(sets: &mut [DataSet], language: &str) {
    if !LANGUAGES.contains(&language) {
        return;
    }
    let mut points: Vec<_> = sets.iter_mut().flat_map(|set| &mut set.points).collect();
    // "1.250, 2.500, 3.125" may be decimals; with a whole number or larger groups beside them they are none.
    let whole = points.iter().any(|point| {
        number_in(&point.shown).is_some_and(|value| value.fract() == 0.0 && value >= 100.0)
    });
    let even = points.iter().all(|point| is_grouped(&point.shown));
    if !whole && !even {
        return;
    }
    for point in points.iter_mut().filter(|point| is_grouped(&point.shown)) {
        let joined = point.shown.replace('.', "");
        point.value = number_in(&joined).unwrap_or(point.value);
    }
}

/// Whether the figure is digits with a point before every three of them.
fn is_grouped(shown: &str) -> bool {
    let start = shown.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let figure: &str = shown[start..]
        .split(|c: char| !(c.is_ascii_digit() || c == '.'))
        .next()
        .unwrap_or_default();
    let mut groups = figure.trim_end_matches('.').split('.');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && !rest.is_empty()
        && rest.iter().all(|group| group.len() == 3)
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn points_before_three_digits_part_thousands() {
        for (prompt, want) in [
            (
                "Trichterdiagramm: Besucher 8.500, Produktseite 3.200, Warenkorb 900, Kauf 410",
                &[8_500.0, 3_200.0, 900.0, 410.0][..],
            ),
            ("bar chart: A 8.5, B 3.2, C 900", &[8.5, 3.2, 900.0]),
        ] {
            let brief = read(prompt);
            let values: Vec<f64> = brief.data[0].points.iter().map(|p| p.value).collect();
            assert_eq!(values, want, "{prompt}");
        }
    }
}
