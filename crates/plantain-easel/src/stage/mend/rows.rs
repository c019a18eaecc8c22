//! Rows that are told one by one: "first row 2 apples, second row 4 pears".

use plantain_read::{Arrangement, Brief};

use super::absorb;

/// Lead of the attribute that says in which row something stands, counted from the farthest.
pub(in crate::stage) const IN_ROW: &str = "in row ";
/// Names of rows, from the farthest to the nearest; those of one place have one number.
const ROWS: &[(&str, u32)] = &[
    ("first row", 1),
    ("1st row", 1),
    ("row 1", 1),
    ("row one", 1),
    ("top row", 1),
    ("upper row", 1),
    ("back row", 1),
    ("second row", 2),
    ("2nd row", 2),
    ("row 2", 2),
    ("row two", 2),
    ("middle row", 2),
    ("third row", 3),
    ("3rd row", 3),
    ("row 3", 3),
    ("row three", 3),
    ("fourth row", 4),
    ("4th row", 4),
    ("row 4", 4),
    ("row four", 4),
    ("bottom row", 9),
    ("lower row", 9),
    ("front row", 9),
    ("last row", 9),
];

/// Gives everything behind the name of a row its place in it.
pub(super) fn settle(brief: &mut Brief) {
    let prompt = brief.prompt.to_lowercase();
    let mut marks: Vec<(usize, usize, u32)> = ROWS
        .iter()
        .flat_map(|(name, n)| {
            prompt
                .match_indices(name)
                .map(|(at, name)| (at, at + name.len(), *n))
        })
        .filter(|(at, _, _)| !prompt[*at..].starts_with("row") || opens(&prompt[..*at]))
        .collect();
    marks.sort_unstable();
    if marks.len() < 2 || marks.windows(2).any(|pair| pair[0].2 == pair[1].2) {
        return;
    }
    for i in 0..brief.objects.len() {
        let span = brief.objects[i].span.clone();
        let object = &mut brief.objects[i];
        let named = marks
            .iter()
            .any(|(from, to, _)| span.start < *to && *from < span.end);
        let head = span.end <= marks[0].0 && matches!(object.noun.as_str(), "row" | "line");
        let word = matches!(object.noun.as_str(), "centred" | "centered");
        if named || head || word {
            absorb(object);
            continue;
        }
        let row = marks.iter().rev().find(|(_, to, _)| span.start >= *to);
        if let (false, Some((_, _, n))) = (object.absent, row) {
            object.attributes.push(format!("{IN_ROW}{n}"));
            object.arrangement = Some(Arrangement::Row);
        }
    }
    let gone: Vec<bool> = brief.objects.iter().map(|o| o.absent).collect();
    brief
        .relations
        .retain(|r| !gone[r.subject] && !gone[r.object]);
}

/// Whether "row 2" behind these words names a row: "first row 2 apples" has two apples in it.
fn opens(before: &str) -> bool {
    let before = before.trim_end();
    before.is_empty() || before.ends_with([',', ';', ':', '.', '/', '|'])
}

/// Returns the row in which a phrase was told to stand.
pub(in crate::stage) fn row_of(attributes: &[String]) -> Option<u32> {
    attributes
        .iter()
        .find_map(|a| a.strip_prefix(IN_ROW)?.parse().ok())
}

#[cfg(test)]
mod tests {
    use super::row_of;

    #[test]
    fn things_stand_in_the_rows_they_are_told_in() {
        for (prompt, rows) in [
            (
                "3 rows: first row 2 apples, second row 4 pears, third row 6 plums",
                vec![Some(1), Some(2), Some(3)],
            ),
            (
                "top row: two cups, bottom row: three plates",
                vec![Some(1), Some(9)],
            ),
            ("a row of five apples", vec![None]),
        ] {
            let brief = super::super::mend(&plantain_read::read(prompt));
            let told: Vec<Option<u32>> = brief
                .objects
                .iter()
                .filter(|o| !o.absent)
                .map(|o| row_of(&o.attributes))
                .collect();
            assert_eq!(told, rows, "{prompt}");
        }
    }
}
