//! The next turn on a way: "turn left onto Cobbler's Row in 200 ft".

use crate::outline::{add, clauses, lowered, trimmed};
use crate::{Brief, Genre, Origin, Role};

/// Words with which an instruction begins.
const TURNS: &[&str] = &[
    "turn left",
    "turn right",
    "keep left",
    "keep right",
    "take the",
    "take exit",
    "continue",
    "merge",
    "head north",
    "head south",
    "head east",
    "head west",
    "make a u-turn",
    "at the roundabout",
];

/// Keeps the instruction in one piece, with how far away it is.
pub(crate) fn settle(brief: &mut Brief) {
    let lower = lowered(&brief.prompt);
    let head = lower.split([':', '.', ',']).next().unwrap_or_default();
    let mapped = ["map", "navigation", "directions", "route"];
    if brief.genre != Genre::MobileApp || !mapped.iter().any(|word| head.contains(word)) {
        return;
    }
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    for mut clause in clauses(&brief.prompt, start) {
        if let Some(colon) = lower[clause.clone()].rfind(": ") {
            clause.start += colon + 2;
        }
        let text = &lower[clause.clone()];
        let quoted = |l: &crate::Literal| l.origin == Origin::Quoted && l.meets(&clause);
        if !TURNS.iter().any(|turn| text.starts_with(turn)) || brief.literals.iter().any(quoted) {
            continue;
        }
        // "… in 200 ft"
        let cut = [" in ", " after "].iter().find_map(|word| {
            let at = text.rfind(word)?;
            let behind = &text[at + word.len()..];
            behind
                .starts_with(|c: char| c.is_ascii_digit())
                .then_some((at, at + word.len()))
        });
        let end = cut.map_or(clause.end, |(at, _)| clause.start + at);
        let Some(turn) = trimmed(&brief.prompt, clause.start..end) else {
            continue;
        };
        let distance =
            cut.and_then(|(_, from)| trimmed(&brief.prompt, clause.start + from..clause.end));
        let own = clause.clone();
        brief.remove_literals(|literal| literal.meets(&own));
        let at = add(brief, turn, Role::Subtitle);
        let text = crate::literals::capitalized(&brief.literals[at].text);
        brief.literals[at].text = text;
        if let Some(distance) = distance {
            add(brief, distance, Role::Value);
        }
        brief.order_literals();
        return;
    }
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn turns_stay_whole() {
        check_texts(&[(
            "map navigation screen: turn left onto Cobbler's Row in 200 ft, 12 min, 4.1 mi",
            &[
                (Role::Subtitle, "Turn left onto Cobbler's Row"),
                (Role::Value, "200 ft"),
                (Role::Value, "12 min"),
                (Role::Value, "4.1 mi"),
            ],
        )]);
    }
}
