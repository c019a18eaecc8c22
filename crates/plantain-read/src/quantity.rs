//! How many of a thing a line of a bill counts: "2x latte", "x3 croissant", "Cap × 2", "socks (x4)".

use std::ops::Range;

/// Most digits of a count.
const DIGITS_MAX: usize = 4;

/// Returns where the count and the name stand in a line without its price, which is in lower case; none when it counts
/// nothing.
pub(crate) fn counted(line: &str) -> Option<(Range<usize>, Range<usize>)> {
    leading(line).or_else(|| trailing(line))
}

fn is_count(text: &str) -> bool {
    !text.is_empty() && text.len() <= DIGITS_MAX && text.bytes().all(|b| b.is_ascii_digit())
}

const TIMES: [char; 4] = ['x', '×', 'х', '*'];

/// "2x latte", "2 x latte", "x2 latte", "2 latte".
fn leading(line: &str) -> Option<(Range<usize>, Range<usize>)> {
    let space = line.find(' ')?;
    let first = &line[..space];
    let bare = first.trim_end_matches(TIMES);
    let prefixed = first.trim_start_matches(TIMES);
    let (count, mut name) = if is_count(bare) {
        (0..bare.len(), space + 1)
    } else if prefixed.len() < first.len() && is_count(prefixed) {
        (first.len() - prefixed.len()..first.len(), space + 1)
    } else {
        return None;
    };
    // "2 x latte"
    let rest = &line[name..];
    let mark = rest.trim_start_matches(TIMES);
    if mark.len() < rest.len() && mark.starts_with(' ') {
        name = line.len() - mark.trim_start().len();
    }
    (name < line.len()).then_some((count, name..line.len()))
}

/// "latte x2", "latte 2x", "latte x 2", "latte (x2)", "latte 2 x".
fn trailing(line: &str) -> Option<(Range<usize>, Range<usize>)> {
    let open = line.trim_end_matches(')');
    let space = open.rfind([' ', '('])?;
    let last = &open[space + 1..];
    let before = open[..space].trim_end_matches([' ', '(']);
    let start = space + 1;
    // "logo design 4 x": the sign stands before the price of one.
    if last.chars().all(|c| TIMES.contains(&c)) && !last.is_empty() {
        let at = before.rfind(' ')?;
        return is_count(&before[at + 1..])
            .then(|| (at + 1..before.len(), 0..before[..at].trim_end().len()));
    }
    let prefixed = last.trim_start_matches(TIMES);
    let suffixed = last.trim_end_matches(TIMES);
    let count = if prefixed.len() < last.len() && is_count(prefixed) {
        start + last.len() - prefixed.len()..start + last.len()
    } else if suffixed.len() < last.len() && is_count(suffixed) {
        start..start + suffixed.len()
    } else if is_count(last) && before.ends_with([' ', 'x', '×', 'х']) {
        let name = before
            .strip_suffix(TIMES)
            .filter(|name| name.ends_with(' '))?;
        return Some((start..start + last.len(), 0..name.trim_end().len()));
    } else {
        return None;
    };
    (!before.is_empty()).then_some((count, 0..before.len()))
}

#[cfg(test)]
mod tests {
    use super::counted;

    #[test]
    fn counts_stand_before_and_behind_their_names() {
        // Line; count and name.
        for (line, want) in [
            ("2x flat white", Some(("2", "flat white"))),
            ("2 x flat white", Some(("2", "flat white"))),
            ("x3 croissant", Some(("3", "croissant"))),
            ("4 eggs", Some(("4", "eggs"))),
            ("12× napkins", Some(("12", "napkins"))),
            ("cap x1", Some(("1", "cap"))),
            ("cap 2x", Some(("2", "cap"))),
            ("linen shirt x 2", Some(("2", "linen shirt"))),
            ("socks (x4)", Some(("4", "socks"))),
            ("logo design 4 x", Some(("4", "logo design"))),
            ("xbox", None),
            ("mix", None),
            ("room 12", None),
            ("x", None),
        ] {
            let found = counted(line).map(|(count, name)| (&line[count], &line[name]));
            assert_eq!(found, want, "{line}");
        }
    }
}
