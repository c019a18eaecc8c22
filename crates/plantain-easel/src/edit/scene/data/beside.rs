//! The figure that a label names: the one that stands beside it.

use super::number;
use crate::edit::scene::find::{fold, likeness};
use crate::edit::scene::sheet::{Sheet, texts};
use crate::edit::scene::things::Thing;
use crate::filler::figure::Figure;

/// Returns the text that stands beside a label, or the only value there is. Of several beside it the one is meant that is
/// written like `to`: an amount of money, not how many there are.
pub(super) fn value_of(
    sheet: &mut Sheet<'_>,
    label: Option<&str>,
    to: Option<&str>,
) -> Option<String> {
    let lines = sheet.lines();
    let figures: Vec<&Thing> = lines.iter().filter(|l| number(&l.noun).is_some()).collect();
    let Some(label) = label else {
        let asked: Vec<&&Thing> = figures
            .iter()
            .filter(|l| sheet.node(&l.id).is_some_and(|n| n.literal))
            .collect();
        return match asked.as_slice() {
            [only] => Some(only.id.clone()),
            _ => None,
        };
    };
    let wanted = named_by(&fold(label));
    let score = |line: &Thing| -> f32 {
        let own = fold(&line.noun);
        if own == wanted {
            2.0
        } else if own.starts_with(&wanted) || own.ends_with(&wanted) {
            1.5
        } else if own.contains(&wanted) || wanted.contains(&own) && own.len() > 3 {
            1.0
        } else {
            likeness(&own, &wanted)
        }
    };
    let mut labels: Vec<&Thing> = lines.iter().filter(|l| score(l) >= 0.75).collect();
    labels.sort_by(|a, b| {
        let literal = |t: &Thing| sheet.node(&t.id).is_some_and(|n| n.literal);
        score(b)
            .total_cmp(&score(a))
            .then(literal(b).cmp(&literal(a)))
    });
    for name in labels {
        // "Total 8.00" in one text.
        if number(&name.noun).is_some() && fold(&name.noun) != wanted {
            return Some(name.id.clone());
        }
        if let Some(value) = beside(sheet, name, &figures, to) {
            return Some(value);
        }
    }
    // A role by its word: "the price", "the date".
    let role = match wanted.as_str() {
        "price" | "preis" | "precio" | "prix" => plantain_read::Role::Price,
        "date" => plantain_read::Role::Date,
        "time" => plantain_read::Role::Time,
        "discount" => plantain_read::Role::Badge,
        _ => return None,
    };
    sheet.in_role(role).into_iter().next().map(|t| t.id)
}

/// Returns a label without its article, and without the word for what stands beside it: "the RSVP date" is that of "RSVP".
fn named_by(label: &str) -> String {
    let mut words: Vec<&str> = label.split(' ').collect();
    if words.len() > 1 && matches!(words[0], "the" | "our" | "my" | "its" | "this") {
        words.remove(0);
    }
    let kind = |word: &str| {
        matches!(
            word,
            "date"
                | "deadline"
                | "time"
                | "day"
                | "number"
                | "price"
                | "value"
                | "amount"
                | "figure"
        )
    };
    if words.len() > 1 && words.last().is_some_and(|word| kind(word)) {
        words.pop();
    }
    words.join(" ")
}

/// Returns the figure that belongs to a label: in the smallest part that holds both, the nearest one.
pub(super) fn beside(
    sheet: &mut Sheet<'_>,
    label: &Thing,
    figures: &[&Thing],
    to: Option<&str>,
) -> Option<String> {
    let mut above = sheet.ancestors(&label.id);
    above.reverse();
    for holder in above.iter().take(4) {
        let node = sheet.node(holder)?;
        let inside: Vec<String> = texts(node).into_iter().map(|(id, _)| id).collect();
        let mut near: Vec<&&Thing> = figures
            .iter()
            .filter(|f| f.id != label.id && inside.contains(&f.id))
            .filter(|f| sheet.node(&f.id).is_none_or(|n| n.role != "delta"))
            .collect();
        if near.is_empty() {
            continue;
        }
        let far = |thing: &Thing| {
            let (a, b) = (thing.rect, label.rect);
            let dx = (a.cx() - b.cx()).abs();
            let dy = (a.cy() - b.cy()).abs();
            // On the same line, or right below.
            if dy < b.h * 0.7 {
                dx * 0.3
            } else {
                dx + dy * 1.5
            }
        };
        let big = |thing: &Thing| {
            sheet
                .node(&thing.id)
                .is_some_and(|n| n.literal || n.role == "value")
        };
        let meant = |thing: &Thing| to.is_none_or(|to| is_written_like(&thing.noun, to));
        near.sort_by(|a, b| {
            let by_form = meant(b).cmp(&meant(a));
            let by_role = big(b).cmp(&big(a));
            by_form.then(by_role).then(far(a).total_cmp(&far(b)))
        });
        return near.first().map(|thing| thing.id.clone());
    }
    None
}

/// Returns whether a figure is of the kind of another: both money, both shares. A bare number may be money, too.
fn is_written_like(own: &str, to: &str) -> bool {
    let is_bare = |text: &str| text.chars().all(|c| c.is_ascii_digit() || ".,".contains(c));
    let money = |text: &str| Figure::read(text, false).is_some_and(|figure| figure.is_money());
    match is_bare(to) {
        true => !own.contains('%'),
        false => (money(own), own.contains('%')) == (money(to), to.contains('%')),
    }
}
