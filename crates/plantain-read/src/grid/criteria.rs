//! Comparisons that name their sides and what is compared, but give no findings: "Notion vs Obsidian: price, sync, search".

use super::Grid;
use crate::outline::{add, trimmed};
use crate::{Brief, Role, Span};

/// Words between two sides.
const AGAINST: &[&str] = &[
    " vs. ",
    " vs ",
    " versus ",
    " v. ",
    " gegen ",
    " contra ",
    " frente a ",
    " против ",
    " vs、",
];
/// Words that lead to sides which "and" joins.
const LEADS: &[&str] = &[
    "comparing ",
    "compare ",
    "comparison of ",
    "comparison between ",
    "comparison table of ",
    "comparison chart of ",
    "comparativa entre ",
    "comparación entre ",
    "comparaison entre ",
    "vergleich von ",
    "vergleich zwischen ",
    "confronto tra ",
    "comparação entre ",
    "vergelijking tussen ",
];
const JOINTS: &[&str] = &[
    " and ", " & ", " with ", " to ", " y ", " et ", " und ", " e ", " en ", " i ", " и ",
];
/// Words that lead to what is compared.
const ROWS: &[&str] = &[
    "rows:",
    "rows",
    "criteria:",
    "criteria",
    "with rows",
    "comparing",
    "by",
    "on",
    "with",
    "for",
    "compare",
    "in terms of",
    "aspects:",
    "features:",
];
/// Words that end what is compared on the sides' own words.
const MEDIA: &[&str] = &[
    " comparison",
    " table",
    " chart",
    " infographic",
    " graphic",
    " vergleich",
    " comparativa",
];

/// Most words of a side, and of a criterion.
const SIDE_WORDS_MAX: usize = 4;
const ROW_WORDS_MAX: usize = 4;

/// Reads sides and criteria; none when the prompt gives findings of its own.
pub(super) fn read(brief: &Brief, desk: &mut Brief, lower: &str) -> Option<Grid> {
    if weighs(lower) {
        return None;
    }
    let (sides, end) = against(brief, lower)
        .or_else(|| joined(brief, lower))
        .or_else(|| before_rows(brief, lower))?;
    let criteria = rows(brief, lower, end)?;
    if !(2..=5).contains(&sides.len()) || criteria.len() == 1 {
        return None;
    }
    let heads = sides
        .into_iter()
        .map(|side| add(desk, side, Role::Column))
        .collect();
    let rows = criteria
        .into_iter()
        .map(|row| (Some(add(desk, row, Role::Label)), Vec::new()))
        .collect();
    Some(Grid {
        heads,
        rows,
        ..Grid::default()
    })
}

/// "cats vs dogs pros and cons table": what speaks for and against stands in the columns, no criteria in rows.
fn weighs(lower: &str) -> bool {
    const FOR_AND_AGAINST: &[&str] = &[
        "pros and cons",
        "pros & cons",
        "pros/cons",
        "advantages and disadvantages",
        "benefits and drawbacks",
    ];
    FOR_AND_AGAINST.iter().any(|words| lower.contains(words))
}

fn words(text: &str) -> usize {
    text.split_whitespace().count()
}

/// End of the stretch that begins at `from`: the next mark, or a word for the medium.
fn stretch(lower: &str, from: usize) -> usize {
    let rest = &lower[from..];
    let mark = rest.find([',', ':', ';', '\n', '(']).unwrap_or(rest.len());
    let stop = rest.find(". ").unwrap_or(rest.len());
    let medium = MEDIA.iter().filter_map(|word| rest.find(word)).min();
    let end = mark.min(stop).min(medium.unwrap_or(rest.len()));
    from + rest[..end].trim_end_matches('.').len()
}

/// "A vs B vs C".
pub(super) fn against(brief: &Brief, lower: &str) -> Option<(Vec<Span>, usize)> {
    let (first, len) = AGAINST
        .iter()
        .filter_map(|word| lower.find(word).map(|at| (at, word.len())))
        .min()?;
    let word = &lower[first..first + len];
    let genre = brief.genre_span.clone().unwrap_or(0..0);
    let floor = lower[..first]
        .rfind([':', ',', '\n', '.', ';'])
        .map_or(0, |at| at + 1);
    let floor = if genre.end <= first {
        floor.max(genre.end)
    } else {
        floor
    };
    let end = stretch(lower, first + len);
    // "a comparison of iOS vs Android"
    let start = LEADS
        .iter()
        .copied()
        .chain([
            "of ",
            "for ",
            "between ",
            "a ",
            "the ",
            "make ",
            "table ",
            "infographic ",
        ])
        .filter_map(|lead| {
            lower[floor..first]
                .rfind(lead)
                .map(|at| floor + at + lead.len())
        })
        .max()
        .unwrap_or(floor);
    let mut spans = Vec::new();
    let mut at = start;
    for part in lower[start..end].split(word) {
        spans.push(trimmed(&brief.prompt, at..at + part.len())?);
        at += part.len() + word.len();
    }
    fits(lower, &spans).then_some((spans, end))
}

/// "compare rent and buy", "table comparing tea, coffee and mate".
fn joined(brief: &Brief, lower: &str) -> Option<(Vec<Span>, usize)> {
    let start = LEADS
        .iter()
        .filter_map(|lead| lower.find(lead).map(|at| at + lead.len()))
        .min()?;
    // "comparison table of three plans Basic, Plus and Pro": the count is no name.
    let counted = ["two ", "three ", "four ", "five "];
    if counted
        .iter()
        .any(|count| lower[start..].starts_with(count))
    {
        return None;
    }
    let (joint, len) = JOINTS
        .iter()
        .filter_map(|word| lower[start..].find(word).map(|at| (start + at, word.len())))
        .min()?;
    let end = stretch(lower, joint + len);
    let mut spans = Vec::new();
    let mut at = start;
    for part in lower[start..joint].split(", ") {
        spans.push(trimmed(&brief.prompt, at..at + part.len())?);
        at += part.len() + 2;
    }
    spans.push(trimmed(&brief.prompt, joint + len..end)?);
    fits(lower, &spans).then_some((spans, end))
}

/// "three plans Basic, Plus, Pro with rows price, storage": names with capitals before the word for the rows.
fn before_rows(brief: &Brief, lower: &str) -> Option<(Vec<Span>, usize)> {
    const COMPARED_BY: &[&str] = &[" rows ", " rows: ", " criteria ", " criteria: "];
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let end = COMPARED_BY
        .iter()
        .filter_map(|word| lower.get(start..)?.find(word))
        .min()?
        + start;
    let led = [" with", " and", " with the", " the"]
        .iter()
        .find_map(|lead| lower[start..end].strip_suffix(lead))
        .map_or(end, |rest| start + rest.len());
    let listed = brief.prompt[start..led].trim_end_matches([' ', ',', ';', '.']);
    // Names begin with their capital; in small letters what is listed right behind the genre is compared.
    let listing = listed.trim_start_matches([':', ' ']);
    let small = listing.matches(", ").count() > 0 && !listing.contains(':');
    let first = listed
        .find(char::is_uppercase)
        .or_else(|| small.then_some(listed.len() - listing.len()))?;
    let mut spans = Vec::new();
    let mut at = start + first;
    for part in listed[first..]
        .split(", ")
        .flat_map(|part| part.split(" and "))
    {
        // Each part stands behind the last, with its joint between.
        at += brief.prompt[at..].find(part)?;
        spans.push(trimmed(&brief.prompt, at..at + part.len())?);
        at += part.len();
    }
    fits(lower, &spans).then_some((spans, end))
}

/// Whether spans may be sides: short and without the marks of a sentence.
fn fits(lower: &str, spans: &[Span]) -> bool {
    spans.len() >= 2
        && spans.iter().all(|span| {
            let text = &lower[span.clone()];
            !text.is_empty()
                && words(text) <= SIDE_WORDS_MAX
                && !text.contains([':', ';', ',', '$', '€', '"'])
        })
}

/// What is compared; none when the rest of the prompt tells more than names.
fn rows(brief: &Brief, lower: &str, from: usize) -> Option<Vec<Span>> {
    let rest = &lower[from..];
    // Findings of its own: figures, marks, heads with points.
    let told = rest.contains(|c: char| c.is_ascii_digit() || "$€£✓✗/=".contains(c))
        || rest.matches(':').count() > 1
        || rest.contains(" - ");
    if told {
        return None;
    }
    let mut out = Vec::new();
    for clause in crate::outline::clauses(&brief.prompt, from) {
        let Some(mut span) = trimmed(&brief.prompt, clause) else {
            continue;
        };
        let skip = lower[span.clone()].len()
            - lower[span.clone()]
                .trim_start_matches([':', ' ', '-', '–'])
                .len();
        span.start += skip;
        for medium in MEDIA {
            if let Some(tail) = lower[span.clone()].strip_prefix(medium.trim_start()) {
                let tail = tail.trim_start_matches([':', ' ']);
                span.start = span.end - tail.len();
            }
        }
        for lead in ROWS {
            if let Some(tail) = lower[span.clone()].strip_prefix(lead)
                && tail.starts_with(' ')
            {
                span.start = span.end - tail.trim_start().len();
                break;
            }
        }
        if crate::slide::is_wish(&lower[span.clone()]) || steers(&lower[span.clone()]) {
            continue;
        }
        let text = &lower[span.clone()];
        let joint = text.rfind(" and ").filter(|_| !out.is_empty());
        let (first, second) = match joint {
            Some(at) => (
                span.start..span.start + at,
                Some(span.start + at + 5..span.end),
            ),
            None => {
                let start = span.start + if text.starts_with("and ") { 4 } else { 0 };
                (start..span.end, None)
            }
        };
        for part in std::iter::once(first).chain(second) {
            if let Some(part) = trimmed(&brief.prompt, part) {
                if words(&lower[part.clone()]) > ROW_WORDS_MAX {
                    return None;
                }
                out.push(part);
            }
        }
    }
    Some(out)
}

/// Words about the picture and not about what is compared.
fn steers(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "style",
        "color",
        "colour",
        "background",
        "minimal",
        "modern",
        "clean",
        "dark",
        "light",
        "layout",
        "theme",
        "font",
        "design",
        "look",
        "pastel",
        "blue",
        "red",
        "green",
        "infographic",
        "table",
        "chart",
        "columns",
        "icons",
        "side",
    ];
    text.split_whitespace().any(|word| WORDS.contains(&word))
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn sides_and_criteria_make_a_grid_without_findings() {
        // Prompt; sides; criteria.
        for (prompt, sides, criteria) in [
            (
                "comparison table: Notion vs Obsidian vs Evernote",
                &["Notion", "Obsidian", "Evernote"][..],
                &[][..],
            ),
            ("iPhone vs Android comparison", &["iPhone", "Android"], &[]),
            (
                "compare rent and buy: upfront cost, freedom, maintenance",
                &["rent", "buy"],
                &["upfront cost", "freedom", "maintenance"],
            ),
            (
                "table comparing electric car and petrol car, rows price, range, noise",
                &["electric car", "petrol car"],
                &["price", "range", "noise"],
            ),
            (
                "comparison table of three plans Basic, Plus and Pro with rows Price, Storage, Support",
                &["Basic", "Plus", "Pro"],
                &["Price", "Storage", "Support"],
            ),
            (
                "comparison table electric car, petrol car, bike with rows cost, speed, parking",
                &["electric car", "petrol car", "bike"],
                &["cost", "speed", "parking"],
            ),
            (
                "Vergleichstabelle Zug gegen Flugzeug: Preis, Dauer, Komfort",
                &["Zug", "Flugzeug"],
                &["Preis", "Dauer", "Komfort"],
            ),
        ] {
            let brief = read(prompt);
            let grid = brief.grid.as_ref().expect(prompt);
            let text = |i: &usize| brief.literals[*i].text.as_str();
            let heads: Vec<&str> = grid.heads.iter().map(text).collect();
            let rows: Vec<&str> = grid
                .rows
                .iter()
                .filter_map(|r| r.0.as_ref())
                .map(text)
                .collect();
            assert_eq!((&heads[..], &rows[..]), (sides, criteria), "{prompt}");
            assert!(grid.rows.iter().all(|r| r.1.is_empty()), "{prompt}");
        }
    }
}
