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
