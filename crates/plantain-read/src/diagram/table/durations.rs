//! Figures that tell times in different units: "email 4 h, chat 2 min, phone 30 s" are drawn by how long they last.

use crate::DataSet;
use crate::pairs::number_in;

/// Puts the values of times in one unit where they are told in several; what is printed stays as it was written.
pub(super) fn even(sets: &mut [DataSet]) {
    let mut lengths = Vec::new();
    for point in sets.iter().flat_map(|set| &set.points) {
        let Some(seconds) = unit(&point.shown) else {
            return;
        };
        lengths.push(seconds);
    }
    let first = lengths.first().copied();
    if lengths.iter().all(|&length| Some(length) == first) {
        return;
    }
    let points = sets.iter_mut().flat_map(|set| &mut set.points);
    for (point, length) in points.zip(lengths) {
        if let Some(number) = number_in(&point.shown) {
            point.value = number * length;
        }
    }
}

/// Seconds of the unit that a figure is told in; none where it is no time.
fn unit(shown: &str) -> Option<f64> {
    let unit = shown.trim_start_matches(|c: char| c.is_ascii_digit() || " .,~<>".contains(c));
    Some(match unit.to_lowercase().as_str() {
        "s" | "sec" | "secs" | "second" | "seconds" => 1.0,
        "min" | "mins" | "minute" | "minutes" => 60.0,
        "h" | "hr" | "hrs" | "hour" | "hours" => 3_600.0,
        "d" | "day" | "days" => 86_400.0,
        "week" | "weeks" => 604_800.0,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn times_in_several_units_are_drawn_by_their_length() {
        // Prompt; values as drawn.
        for (prompt, want) in [
            (
                "bar chart response time: chat 2 min, email 4 h, phone 30 s",
                &[120.0, 14_400.0, 30.0][..],
            ),
            ("bar chart: walk 20 min, bus 10 min", &[20.0, 10.0]),
        ] {
            let brief = read(prompt);
            let values: Vec<f64> = brief.data[0].points.iter().map(|p| p.value).collect();
            assert_eq!(values, want, "{prompt}");
        }
    }
}
