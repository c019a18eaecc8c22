//! Sides that are named against each other and told in quotes, `tea vs coffee: Tea "calm" Coffee "quick"`, or that face each
//! other in every row, "myth vs fact: bulls hate red / bulls are colour blind".

use super::{Grid, criteria, slashed};
use crate::outline::{add, clauses, lowered, trimmed};
use crate::{Brief, Origin, Role, Span};

/// Pairs of sides of which every row says something, so that the rows need no labels.
const OPPOSITES: &[(&str, &str)] = &[
    ("myth", "fact"),
    ("myth", "reality"),
    ("myth", "truth"),
    ("expectation", "reality"),
    ("before", "after"),
    ("then", "now"),
    ("old", "new"),
    ("do", "don't"),
    ("dos", "don'ts"),
    ("right", "wrong"),
    ("problem", "solution"),
    ("question", "answer"),
    ("mito", "realidad"),
    ("mito", "verdad"),
    ("mythe", "réalité"),
    ("mythos", "fakt"),
    ("mito", "realidade"),
    ("mito", "realtà"),
    ("mit", "fakt"),
    ("миф", "факт"),
    ("міф", "факт"),
];

/// A side and what is told of it.
struct Side {
    name: Span,
    points: Vec<Span>,
}

/// Reads sides of which the quotes tell: each quote is the name of a side, or belongs to the side named before it.
pub(super) fn quoted(brief: &Brief, desk: &mut Brief, lower: &str) -> Option<Grid> {
    let names = named_sides(brief, lower)?;
    let title = |l: &crate::Literal| l.role == Role::Title && l.origin <= Origin::Introduced;
    let mut quotes: Vec<Span> = brief
        .literals
        .iter()
        .filter(|l| l.origin == Origin::Quoted && !title(l))
        .filter_map(|l| trimmed(&brief.prompt, l.span.clone()))
        .collect();
    quotes.sort_by_key(|span| span.start);
    let mut sides: Vec<Side> = Vec::new();
    let mut here = None;
    let mut last = 0;
    for quote in quotes {
        let gap = last..quote.start;
        last = quote.end;
        let said = &lower[quote.clone()];
        if let Some(name) = names.iter().find(|name| *name == said) {
            here = Some(side(&mut sides, lower, name, quote));
            continue;
        }
        if let Some((name, span)) = led_by(lower, gap, &names) {
            here = Some(side(&mut sides, lower, name, span));
        }
        sides[here?].points.push(quote);
    }
    let told = sides.len() == names.len() && sides.iter().all(|side| !side.points.is_empty());
    told.then(|| grid(desk, sides))
}

/// The names of the sides in lower case: "free vs premium", or "before" and "after" for a comparison of both.
fn named_sides(brief: &Brief, lower: &str) -> Option<Vec<String>> {
    let against = criteria::against(brief, lower);
    if let Some((sides, _)) = against {
        return Some(
            sides
                .into_iter()
                .map(|span| lower[span].to_string())
                .collect(),
        );
    }
    let pair = opposites(lower)?;
    Some(vec![pair.0.to_string(), pair.1.to_string()])
}

/// The place of a side among those found, which it joins where it is new.
fn side(sides: &mut Vec<Side>, lower: &str, name: &str, span: Span) -> usize {
    let known = sides
        .iter()
        .position(|side| lower[side.name.clone()] == *name);
    known.unwrap_or_else(|| {
        sides.push(Side {
            name: span,
            points: Vec::new(),
        });
        sides.len() - 1
    })
}

/// `Myth "…"`, `Fact: "…"`: the side whose name ends the words before a quote.
fn led_by<'n>(lower: &str, gap: Span, names: &'n [String]) -> Option<(&'n str, Span)> {
    let words = lower
        .get(gap.clone())?
        .trim_end_matches(['"', '\'', '“', '‘', '«', ' ', ':', '-', '–', '=']);
    names.iter().find_map(|name| {
        let before = words.strip_suffix(name.as_str())?;
        let alone = !before.ends_with(char::is_alphanumeric);
        let start = gap.start + before.len();
        alone.then_some((name.as_str(), start..start + name.len()))
    })
}

fn grid(desk: &mut Brief, sides: Vec<Side>) -> Grid {
    let rows = sides
        .into_iter()
        .map(|side| {
            let head = add(desk, side.name, Role::Column);
            let points = side.points.into_iter().map(|span| {
                let at = add(desk, span, Role::Item);
                desk.literals[at].origin = Origin::Quoted;
                at
            });
            (Some(head), points.collect())
        })
        .collect();
    Grid {
        rows,
        sides: true,
        ..Grid::default()
    }
}

/// The pair of opposites that the prompt names with "vs" or "and".
fn opposites(lower: &str) -> Option<(&'static str, &'static str)> {
    let joined = |&&(a, b): &&(&str, &str)| {
        [
            " vs ", " vs. ", " versus ", " and ", " & ", "/", " / ", " → ", " to ",
        ]
        .iter()
        .any(|joint| {
            let words = format!("{a}{joint}{b}");
            let many = format!("{a}s{joint}{b}s");
            lower.contains(&words) || lower.contains(&many)
        })
    };
    OPPOSITES.iter().find(joined).copied()
}

/// "myth vs fact: bulls hate red / bulls are colour blind; …": rows without labels whose cells face each other.
pub(super) fn facing(brief: &Brief, desk: &mut Brief, lower: &str) -> Option<Grid> {
    let (heads, end) = criteria::against(brief, lower)?;
    let single = |span: &Span| lower[span.clone()].trim_end_matches('s').to_string();
    let [first, second] = &heads[..] else {
        return None;
    };
    let known = OPPOSITES.iter().any(|(a, b)| {
        single(first) == a.trim_end_matches('s') && single(second) == b.trim_end_matches('s')
    });
    let colon = end + lower.get(end..)?.find([':', '：'])?;
    if !known {
        return None;
    }
    let mut rows = Vec::new();
    for clause in clauses(&brief.prompt, colon + 1) {
        let cells = parted(&brief.prompt, clause.clone())?;
        if cells.len() == heads.len() {
            rows.push(cells);
        } else if !crate::slide::is_wish(&lowered(&brief.prompt[clause])) {
            return None;
        }
    }
    let heads: Vec<usize> = heads
        .into_iter()
        .map(|span| add(desk, span, Role::Column))
        .collect();
    let rows: Vec<(Option<usize>, Vec<usize>)> = rows
        .into_iter()
        .map(|cells| {
            let cells = cells.into_iter().map(|span| add(desk, span, Role::Value));
            (None, cells.collect())
        })
        .collect();
    (!rows.is_empty()).then_some(Grid {
        heads,
        rows,
        ..Grid::default()
    })
}

/// The cells of a row between slashes, "vs", arrows or dashes.
fn parted(prompt: &str, clause: Span) -> Option<Vec<Span>> {
    let text = &prompt[clause.clone()];
    let Some(mark) = [" -> ", " → ", " - ", " – ", " — "]
        .into_iter()
        .find(|mark| text.contains(mark))
    else {
        return slashed::cells_of(prompt, clause);
    };
    let mut at = clause.start;
    let mut cells = Vec::new();
    for part in text.split(mark) {
        cells.push(trimmed(prompt, at..at + part.len())?);
        at += part.len() + mark.len();
    }
    Some(cells)
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn sides_have_what_is_quoted_behind_their_names() {
        for (prompt, want) in [
            (
                "free vs premium comparison table. \"Free\" \"5 projects\" \"Premium\" \"Unlimited\", title \"Choose your plan\"",
                &["Free: 5 projects", "Premium: Unlimited"][..],
            ),
            (
                "myth vs fact table: Myth \"Bulls hate red\" Fact \"Bulls are colour blind\"",
                &["Myth: Bulls hate red", "Fact: Bulls are colour blind"],
            ),
            (
                "tea vs coffee table: \"Tea\" \"calm\" \"cheap\", \"Coffee\" \"quick\" \"strong\"",
                &["Tea: calm|cheap", "Coffee: quick|strong"],
            ),
        ] {
            let brief = read(prompt);
            let grid = brief.grid.as_ref().expect(prompt);
            let text = |at: usize| brief.literals[at].text.as_str();
            let found: Vec<String> = grid
                .rows
                .iter()
                .map(|(label, cells)| {
                    let cells: Vec<&str> = cells.iter().map(|at| text(*at)).collect();
                    format!("{}: {}", label.map_or("", text), cells.join("|"))
                })
                .collect();
            assert_eq!(found, want, "{prompt}");
        }
    }

    #[test]
    fn opposites_face_each_other_in_rows_without_labels() {
        let prompt = "myth vs fact: carrots cure bad eyes / only a lack of vitamin A; goldfish forget at once / they remember for months";
        let brief = read(prompt);
        let grid = brief.grid.as_ref().expect(prompt);
        let text = |at: usize| brief.literals[at].text.as_str();
        let heads: Vec<&str> = grid.heads.iter().map(|at| text(*at)).collect();
        assert_eq!(heads, ["myth", "fact"]);
        assert_eq!(grid.rows.len(), 2);
        assert_eq!(text(grid.rows[0].1[1]), "only a lack of vitamin A");
    }
}
