//! What hands do: who shakes them with whom, who raises them.

use plantain_read::{Brief, Relation, RelationKind};

use super::absorb;
use super::doings::{is_person, told};

/// Attribute of the two who shake hands.
pub(in crate::stage) const SHAKING_HANDS: &str = "shaking hands";
/// How it is told.
const TOLD: &[&str] = &[
    "shaking hands",
    "shake hands",
    "shakes hands",
    "shakes the hand",
    "shaking the hand",
    "handshake",
    "se serrent la main",
    "se dan la mano",
    "dándose la mano",
    "schütteln sich die hände",
    "geben sich die hand",
    "si stringono la mano",
];

/// How raised hands are told.
const RAISED: &[&str] = &[
    "waving",
    "waves",
    "waving at",
    "waving to",
    "waving hello",
    "waving goodbye",
    "says hello",
    "raising hands",
    "raising their hands",
    "raising his hand",
    "raising her hand",
    "raise their hands",
    "raises his hand",
    "raises her hand",
    "with raised hands",
    "with their hands up",
    "with his hand up",
    "with her hand up",
    "hands raised",
    "hand raised",
];

pub(super) fn settle(brief: &mut Brief) {
    umbrellas(brief);
    shaken(brief);
    for person in 0..brief.objects.len() {
        if !is_person(brief, person) {
            continue;
        }
        let words = told(brief, person);
        if RAISED
            .iter()
            .any(|told| words.contains(&format!(" {told} ")))
        {
            brief.objects[person].attributes.push("waving".to_owned());
        }
    }
}

/// "Two men shaking hands": one stands before the other, and their hands meet.
fn shaken(brief: &mut Brief) {
    let words = brief.prompt.to_lowercase();
    let Some(at) = TOLD.iter().filter_map(|told| words.find(told)).min() else {
        return;
    };
    let people: Vec<usize> = (0..brief.objects.len())
        .filter(|i| is_person(brief, *i))
        .collect();
    let Some((left, right)) = pair(brief, &people, at) else {
        return;
    };
    for hand in brief
        .objects
        .iter_mut()
        .filter(|o| matches!(o.noun.as_str(), "hand" | "handshake") && o.span.end + 1 >= at)
    {
        absorb(hand);
    }
    let gone: Vec<bool> = brief.objects.iter().map(|o| o.absent).collect();
    brief.relations.retain(|r| {
        let both = [r.subject, r.object];
        !(gone[r.subject] || gone[r.object] || both == [left, right] || both == [right, left])
    });
    for who in [left, right] {
        brief.objects[who].attributes.push(SHAKING_HANDS.to_owned());
    }
    brief.relations.push(Relation {
        subject: right,
        kind: RelationKind::NextTo,
        object: left,
    });
}

/// Returns the two of whom it is told; two of one phrase become a phrase each.
fn pair(brief: &mut Brief, people: &[usize], at: usize) -> Option<(usize, usize)> {
    let before = |i: &&usize| brief.objects[**i].span.start < at;
    let alone = |i: usize| brief.objects[i].count.unwrap_or(1) == 1 && !brief.objects[i].plural;
    let last = *people.iter().rfind(before)?;
    if !alone(last) {
        if brief.objects[last].count.unwrap_or(2) != 2 {
            return None;
        }
        brief.objects[last].count = Some(1);
        brief.objects[last].plural = false;
        let other = brief.objects[last].clone();
        brief.objects.push(other);
        return Some((last, brief.objects.len() - 1));
    }
    let with = people.iter().find(|i| brief.objects[**i].span.start > at);
    let first = people.iter().rfind(|i| **i < last);
    let other = with.or(first).copied().filter(|i| alone(*i))?;
    Some((last.min(other), last.max(other)))
}

/// Who "wears" an umbrella, as some languages say, holds it.
fn umbrellas(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let relation = &brief.relations[r];
        let noun = brief.objects[relation.object].noun.as_str();
        let shade = ["umbrella", "parasol"]
            .iter()
            .any(|word| noun.ends_with(word));
        if relation.kind == RelationKind::Wearing && shade {
            brief.relations[r].kind = RelationKind::Holding;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::stage::mend::mend;

    #[test]
    fn two_shake_hands() {
        for (prompt, who) in [
            ("two businessmen shaking hands in front of a building", 2),
            ("a man and a woman shaking hands", 2),
            ("a robot shakes hands with a boy", 2),
            ("a man waving his hand", 0),
        ] {
            let brief = mend(&plantain_read::read(prompt));
            let said = brief
                .objects
                .iter()
                .filter(|o| !o.absent && o.attributes.iter().any(|a| a == super::SHAKING_HANDS));
            assert_eq!(said.count(), who, "{prompt}");
        }
    }
}
