//! Tables whose rows a word leads to, and those whose texts in quotes take turns: "A and B, rows: range 520 km / 700 km, …",
//! "'Mon' 'Maths 8:30', 'Tue' 'Biology 9:20'".

use super::{Grid, labelled};
use crate::outline::{add, trimmed};
use crate::{Brief, Origin, Role, Span};

/// Words that lead to rows, in the languages that are read.
const LEADS: &[&str] = &[
    "rows:",
    "rows ",
    "行:",
    "行：",
    "zeilen:",
    "filas:",
    "lignes:",
    "righe:",
    "linhas:",
    "строки:",
];

/// Marks and words between two sides.
const JOINTS: &[&str] = &[
    " and ", " vs. ", " vs ", " versus ", " & ", " und ", " y ", " et ", " e ", " en ", " i ",
    " ve ", " и ", "和", "与", "與", "と",
];

/// "EV and petrol car, rows: range 520 km / 700 km, charging 40 min / 5 min": two sides, and rows with a stroke each.
pub(super) fn facing(brief: &Brief, desk: &mut Brief, lower: &str) -> Option<Grid> {
    const ROWS_MIN: usize = 2;
    let text = brief.prompt.as_str();
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let (at, lead) = LEADS
        .iter()
        .filter_map(|lead| Some((start + lower.get(start..)?.find(lead)?, lead.len())))
        .min()?;
    let head = trimmed_marks(text, start..at)?;
    let heads = JOINTS.iter().find_map(|joint| {
        let (first, second) = text[head.clone()].split_once(joint)?;
        let end = head.start + first.len();
        Some([
            trimmed_marks(text, head.start..end)?,
            trimmed_marks(text, end + joint.len()..end + joint.len() + second.len())?,
        ])
    })?;
    let mut rows = Vec::new();
    let mut from = at + lead;
    for part in text[from..].split([',', '，', ';', '；', '\n']) {
        let span = from..from + part.len();
        from = span.end + text[span.end..].chars().next().map_or(1, char::len_utf8);
        rows.push(row(text, span)?);
    }
    (rows.len() >= ROWS_MIN).then(|| labelled(desk, heads.to_vec(), rows))
}

/// "range 520 km / 700 km": what is compared, and both values.
fn row(text: &str, span: Span) -> Option<(Span, Vec<Span>)> {
    let words = &text[span.clone()];
    let (first, second) = words.split_once('/')?;
    let digit = first.find(|c: char| c.is_ascii_digit() || "$€£¥".contains(c))?;
    let label = trimmed_marks(text, span.start..span.start + digit)?;
    let stroke = span.start + first.len();
    let cells = vec![
        trimmed(text, span.start + digit..stroke)?,
        trimmed_marks(text, stroke + 1..stroke + 1 + second.len())?,
    ];
    Some((label, cells))
}

fn trimmed_marks(text: &str, span: Span) -> Option<Span> {
    let words = &text[span.clone()];
    let marks = |c: char| c.is_whitespace() || ",:;.，：；。".contains(c);
    let lead = words.len() - words.trim_start_matches(marks).len();
    let kept = words.trim_matches(marks);
    (!kept.is_empty()).then(|| span.start + lead..span.start + lead + kept.len())
}

/// Whether a label lists what is in a portion.
pub(super) fn tells_nutrition(brief: &Brief, lower: &str) -> bool {
    let mut desk = Brief {
        prompt: brief.prompt.clone(),
        ..Brief::default()
    };
    nutrition(brief, &mut desk, lower).is_some()
}

/// "nutrition facts label: Serving size 30 g, Calories 140, Total Fat 7 g": names with amounts under the words for the label.
pub(super) fn nutrition(brief: &Brief, desk: &mut Brief, lower: &str) -> Option<Grid> {
    const ROWS_MIN: usize = 3;
    let head = "nutrition facts";
    let at = lower.find(head)?;
    let text = brief.prompt.as_str();
    let quoted = brief.literals.iter().any(|l| l.origin == Origin::Quoted);
    let start = at + head.len() + text[at + head.len()..].find(':')? + 1;
    let rows: Vec<(Span, Vec<Span>)> = crate::outline::clauses(text, start)
        .into_iter()
        .filter_map(|clause| {
            let words = &text[clause.clone()];
            let digit = words.find(|c: char| c.is_ascii_digit())?;
            let name = trimmed(text, clause.start..clause.start + digit)?;
            Some((name, vec![trimmed(text, clause.start + digit..clause.end)?]))
        })
        .collect();
    if rows.len() < ROWS_MIN || quoted {
        return None;
    }
    let mut grid = labelled(desk, Vec::new(), rows);
    let title = add(desk, at..at + head.len(), Role::Title);
    desk.literals[title].text = crate::literals::capitalized(&text[at..at + head.len()]);
    grid.title = Some(title);
    Some(grid)
}

/// Whether days in quotes take turns with what is on them.
pub(super) fn tells_days(brief: &Brief) -> bool {
    let mut desk = Brief {
        prompt: brief.prompt.clone(),
        ..Brief::default()
    };
    days(brief, &mut desk).is_some()
}

/// "'Mon' 'Maths 8:30', 'Tue' 'Biology 9:20'": days in quotes, each before what is on that day.
pub(super) fn days(brief: &Brief, desk: &mut Brief) -> Option<Grid> {
    const DAYS_MIN: usize = 3;
    let quoted: Vec<&crate::Literal> = brief
        .literals
        .iter()
        .filter(|l| l.origin == Origin::Quoted)
        .collect();
    let day = |l: &&crate::Literal| crate::calendar::weekday(&l.text.to_lowercase()).is_some();
    let first = quoted.iter().position(day)?;
    let pairs = &quoted[first..];
    let turns = pairs.len().is_multiple_of(2)
        && pairs.chunks(2).all(|pair| day(&pair[0]) && !day(&pair[1]));
    if first > 1 || pairs.len() / 2 < DAYS_MIN || !turns {
        return None;
    }
    let rows = pairs
        .chunks(2)
        .map(|pair| (pair[0].span.clone(), vec![pair[1].span.clone()]))
        .collect();
    let mut grid = labelled(desk, Vec::new(), rows);
    desk.literals
        .iter_mut()
        .for_each(|l| l.origin = Origin::Quoted);
    if first == 1 {
        grid.title = Some(add(desk, quoted[0].span.clone(), Role::Title));
    }
    Some(grid)
}

#[cfg(test)]
mod tests {
    use crate::grid::tests::check;

    #[test]
    fn rows_that_a_word_leads_to_face_each_other() {
        check(
            "comparison table: Tram and Night bus, rows: fare 2 € / 3 €, last run 23:40 / 04:10",
            &["Tram", "Night bus"],
            &["fare: 2 € 3 €", "last run: 23:40 04:10"],
            " ",
        );
    }
}
