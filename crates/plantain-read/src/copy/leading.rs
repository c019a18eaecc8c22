//! What leads a piece that names somebody: never what it costs, and never two things at once.

use crate::outline::trimmed;
use crate::{Brief, Genre, Literal, Origin, Role};

/// "band: THE LOW TIDES, …, £12 adv / £15 door": beside a name no price is the title.
pub(crate) fn prices_lead_nothing(brief: &mut Brief) {
    if !super::is_printed(brief.genre) {
        return;
    }
    let literals = &mut brief.literals;
    let named = literals.iter().position(|l| l.role == Role::Brand);
    let priced = |l: &Literal| {
        l.role == Role::Title
            && l.origin != Origin::Quoted
            && l.text.starts_with(['$', '£', '€', '¥', '₹'])
    };
    let title = literals.iter().position(priced);
    if let (Some(name), Some(title)) = (named, title) {
        literals[title].role = Role::Price;
        literals[name].role = Role::Title;
    }
}

/// "Ayşe Demir / mimar / …": on a business card strokes with blanks part what stands behind the name.
pub(crate) fn part_slashed(brief: &mut Brief) {
    const STROKE: &str = " / ";
    if brief.genre != Genre::BusinessCard {
        return;
    }
    let known = brief.literals.len();
    part_quoted(brief);
    for at in 0..known {
        let literal = brief.literals[at].clone();
        let Some((first, _)) = literal.text.split_once(STROKE) else {
            continue;
        };
        let leads = matches!(literal.role, Role::Title | Role::Person);
        if !leads || literal.origin == Origin::Quoted {
            continue;
        }
        let mut start = literal.span.start + first.len() + STROKE.len();
        brief.literals[at].span.end = literal.span.start + first.len();
        brief.literals[at].text = first.to_string();
        for line in literal.text[first.len() + STROKE.len()..].split(STROKE) {
            let span = start..start + line.len();
            start = span.end + STROKE.len();
            if let Some(span) = trimmed(&brief.prompt, span) {
                crate::outline::add(brief, span, Role::Subtitle);
            }
        }
    }
    if brief.literals.len() > known {
        brief.order_literals();
    }
}

/// `business card "Li Wei, Engineer, li@wei.dev"`: the only text in quotes holds the lines of the card between its commas.
fn part_quoted(brief: &mut Brief) {
    const COMMA: &str = ", ";
    let mut quoted =
        (0..brief.literals.len()).filter(|&at| brief.literals[at].origin == Origin::Quoted);
    let (Some(at), None) = (quoted.next(), quoted.next()) else {
        return;
    };
    let literal = brief.literals[at].clone();
    let reached = |line: &str| {
        let digits = line.chars().filter(char::is_ascii_digit).count();
        line.contains('@') || line.contains("www.") || digits > 5
    };
    let whole = literal.span.len() == literal.text.len();
    if !whole || literal.text.split(COMMA).count() < 3 || !literal.text.split(COMMA).any(reached) {
        return;
    }
    let mut start = literal.span.start;
    for (n, line) in literal.text.split(COMMA).enumerate() {
        let role = match n {
            0 => Role::Person,
            _ if reached(line) => Role::Contact,
            _ => Role::Subtitle,
        };
        let span = start..start + line.len();
        start = span.end + COMMA.len();
        let part = crate::Literal {
            text: line.to_string(),
            span,
            role,
            ..literal.clone()
        };
        match n {
            0 => brief.literals[at] = part,
            _ => brief.literals.push(part),
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn names_lead() {
        check_texts(&[
            (
                "gig poster. band: THE LOW TIDES + support from Marigold. Friday 21 Nov, The Old Fire Station, doors 7.30pm, £12 adv / £15 door",
                &[
                    (Role::Title, "THE LOW TIDES + support from Marigold"),
                    (Role::Date, "Friday 21 Nov"),
                    (Role::Place, "The Old Fire Station"),
                    (Role::Time, "7.30pm"),
                    (Role::Price, "£12 adv / £15 door"),
                ],
            ),
            (
                "business card: Anna Bell / architect / 555-0101",
                &[
                    (Role::Title, "Anna Bell"),
                    (Role::Subtitle, "architect"),
                    (Role::Contact, "555-0101"),
                ],
            ),
        ]);
    }
}
