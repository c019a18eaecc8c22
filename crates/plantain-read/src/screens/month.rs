//! Events of a calendar on a page: "5 Team offsite" is a day and what stands on it.

use crate::{Brief, Component, Genre, Literal, Origin, Pair, Role};

/// Parts the day from each event that a page with a calendar lists.
pub(crate) fn settle(brief: &mut Brief) {
    let calendar = brief
        .described
        .iter()
        .any(|part| part.kind == Component::Calendar);
    if brief.genre != Genre::WebPage || !calendar {
        return;
    }
    for at in 0..brief.literals.len() {
        let event = brief.literals[at].clone();
        let Some((day, what)) = event.text.split_once(' ') else {
            continue;
        };
        let dated = day.parse::<u32>().is_ok_and(|day| (1..=31).contains(&day));
        let listed = event.role == Role::Item && event.origin != Origin::Quoted;
        if !(dated && listed && what.starts_with(char::is_alphabetic)) {
            continue;
        }
        let start = event.span.start;
        brief.literals.push(Literal {
            text: day.to_owned(),
            span: start..start + day.len(),
            role: Role::Value,
            ..event.clone()
        });
        let value = brief.literals.len() - 1;
        brief.pairs.push(Pair {
            label: Some(at),
            label_text: what.to_owned(),
            value,
        });
        let event = &mut brief.literals[at];
        event.span.start += day.len() + 1;
        event.text = what.to_owned();
    }
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn events_have_their_days() {
        let brief =
            read("web calendar october 2026 month view, events: 5 Team offsite, 14 Dentist");
        let pairs: Vec<String> = brief
            .pairs
            .iter()
            .map(|pair| format!("{}={}", pair.label_text, brief.literals[pair.value].text))
            .collect();
        assert_eq!(pairs, ["Team offsite=5", "Dentist=14"]);
    }
}
