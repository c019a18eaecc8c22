//! Which point of a chart a prompt sets apart: "highlight April", "the highest bar highlighted".

use plantain_read::DataSet;

/// Words that ask for it, in English: other languages come as these.
const ASKS: &[&str] = &[
    "highlight",
    "highlights",
    "highlighted",
    "highlighting",
    "emphasize",
    "emphasise",
    "emphasized",
    "emphasised",
    "stress",
    "accentuate",
];

/// Words between the asking and the asked.
const REACH: usize = 4;

/// Letters by which a short label is known in its long word, at least: "Apr" in "April".
const LETTERS_MIN: usize = 3;

/// Returns the index of the point that is to be set apart.
pub(super) fn stressed(set: &DataSet, heard: &str) -> Option<usize> {
    let words: Vec<&str> = heard
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    words.iter().enumerate().find_map(|(at, word)| {
        // "make the Engineering bar stand out"
        let out = word.starts_with("stand") && words.get(at + 1) == Some(&"out");
        if !out && !ASKS.contains(word) {
            return None;
        }
        let behind = &words[at + 1..words.len().min(at + 1 + REACH)];
        let before = &words[at.saturating_sub(REACH)..at];
        point(set, behind).or_else(|| {
            // "April highlighted", "Köln hervorgehoben"
            let closes = out || word.ends_with("ed") || behind.is_empty();
            let nearest: Vec<&str> = before.iter().rev().copied().collect();
            closes.then(|| point(set, &nearest)).flatten()
        })
    })
}

/// `peak annotated "New episode!"`, `label the highest point "Record"`: the point at which the prompt puts a text.
pub(super) fn noted(brief: &plantain_read::Brief, set: &DataSet, text: &str) -> Option<usize> {
    const NOTES: &[&str] = &[
        "annotat", "callout", "label", "note", "mark", "flag", "arrow", "point",
    ];
    let literal = brief.literals.iter().find(|literal| literal.text == text)?;
    let lower = brief.prompt.get(..literal.span.start)?.to_lowercase();
    let clause = lower.rfind(['.', ';', '\n']).map_or(0, |mark| mark + 1);
    let before: Vec<&str> = lower[clause..]
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let before = &before[before.len().saturating_sub(2 * REACH)..];
    let asked = before
        .iter()
        .any(|word| NOTES.iter().any(|note| word.starts_with(note)));
    let behind = brief.prompt.get(literal.span.end..)?.to_lowercase();
    let end = behind.find(['.', ';', '\n', ',']).unwrap_or(behind.len());
    let behind: Vec<&str> = behind[..end]
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let nearest: Vec<&str> = before.iter().rev().copied().collect();
    let told = point(set, &nearest).or_else(|| point(set, &behind));
    told.filter(|_| asked)
}

fn point(set: &DataSet, words: &[&str]) -> Option<usize> {
    words.iter().find_map(|word| {
        let by_value = |better: fn(f64, f64) -> bool| {
            (0..set.points.len()).reduce(|best, at| {
                let more = better(set.points[at].value, set.points[best].value);
                if more { at } else { best }
            })
        };
        match *word {
            "highest" | "biggest" | "largest" | "best" | "tallest" | "maximum" | "max" | "peak" => {
                by_value(|a, b| a > b)
            }
            "lowest" | "smallest" | "worst" | "minimum" | "min" => by_value(|a, b| a < b),
            "last" | "latest" => set.points.len().checked_sub(1),
            "first" => (!set.points.is_empty()).then_some(0),
            word => set.points.iter().position(|p| names(&p.label, word)),
        }
    })
}

/// Whether a word names a label: as it is, or as the long form of a short one.
fn names(label: &str, word: &str) -> bool {
    let label = label.to_lowercase();
    label == word
        || label.chars().count() >= LETTERS_MIN && word.starts_with(&label)
        || word.chars().count() >= LETTERS_MIN && label.split(' ').any(|part| part == word)
}

#[cfg(test)]
mod tests {
    use plantain_read::read;

    use super::stressed;

    #[test]
    fn a_point_is_set_apart_by_name_or_rank() {
        for (prompt, want) in [
            (
                "bar chart of books: Jan 3, Feb 5, Mar 2, Apr 6, highlight April",
                Some(3),
            ),
            (
                "bar chart of books: Jan 3, Feb 5, Mar 2, with the lowest bar highlighted",
                Some(2),
            ),
            (
                "bar chart: Lyon 30, Paris 80, Nice 20, highlight the biggest city",
                Some(1),
            ),
            (
                "Balkendiagramm: Bonn 30, Köln 80, Kiel 20, Köln hervorgehoben",
                Some(1),
            ),
            ("bar chart of books: Jan 3, Feb 5, Mar 2", None),
            (
                "bar chart: Sales 4, Design 3, Research 6. make the design bar stand out",
                Some(1),
            ),
        ] {
            let brief = read(prompt);
            assert_eq!(stressed(&brief.data[0], &brief.heard()), want, "{prompt}");
        }
    }
}
