//! Who is over whom: what flies above without a word for what lies below, and what goes across a bridge.

use plantain_read::{Brief, Position, Relation, RelationKind};

use super::{absorb, class};
use crate::stage::lexicon::Class;

/// Words for being up in the air that stand behind a noun.
const ALOFT: &[&str] = &[
    "flying", "flies", "fly", "hovering", "hovers", "soaring", "soars", "circling", "circles",
    "floating", "floats", "gliding", "glides",
];
/// What may follow those words without naming what is below.
const NOWHERE: &[&str] = &[
    "above", "overhead", "over", "high", "up", "in", "the", "sky", "air", "it", "them", "by",
    "past",
];
/// What one goes across on a way above the ground.
const SPANS: &[&str] = &[
    "bridge",
    "footbridge",
    "viaduct",
    "aqueduct",
    "overpass",
    "drawbridge",
];

/// What one goes across on foot.
const STREETS: &[&str] = &["road", "street", "crosswalk", "zebra crossing", "crossing"];

pub(super) fn settle(brief: &mut Brief) {
    overhead(brief);
    on_top(brief);
    crossings(brief);
    stacks(brief);
}

/// "Three books stacked, red at the bottom, blue in the middle, green on top": each lies on the next one below it alone.
fn stacks(brief: &mut Brief) {
    let heard = brief.heard();
    let stacked = heard.contains("stack") || heard.contains("piled");
    let alike = |r: &Relation| {
        r.kind == RelationKind::Above
            && brief.objects[r.subject].noun == brief.objects[r.object].noun
    };
    let above: Vec<(usize, usize)> = brief
        .relations
        .iter()
        .filter(|r| alike(r))
        .map(|r| (r.subject, r.object))
        .collect();
    if !stacked || above.is_empty() {
        return;
    }
    // What is above something that is above the third is not on the third.
    let far = |(a, c): (usize, usize)| {
        above
            .iter()
            .any(|(top, b)| *top == a && above.contains(&(*b, c)))
    };
    let near: Vec<(usize, usize)> = above.iter().copied().filter(|pair| !far(*pair)).collect();
    brief
        .relations
        .retain(|r| !above.contains(&(r.subject, r.object)));
    for (subject, object) in near {
        brief.objects[subject].position = None;
        brief.objects[object].position = None;
        brief.relations.push(Relation {
            subject,
            kind: RelationKind::On,
            object,
        });
    }
}

/// "A castle on a hill with a dragon flying above": the dragon is in the air and not on the hill.
fn overhead(brief: &mut Brief) {
    for i in 0..brief.objects.len() {
        let above = is_overhead(brief, i) || is_over_land(brief, i) || flies_over(brief, i);
        if brief.objects[i].absent || !above {
            continue;
        }
        let object = &mut brief.objects[i];
        if !object.attributes.iter().any(|a| a == "flying") {
            object.attributes.push("flying".to_owned());
        }
        brief
            .relations
            .retain(|r| r.subject != i || !matches!(r.kind, RelationKind::On | RelationKind::In));
    }
}

/// Returns whether an animal is said to be above a hill or a field.
fn is_over_land(brief: &Brief, i: usize) -> bool {
    matches!(class(brief, i), Class::Animal | Class::Bird | Class::Insect)
        && brief.relations.iter().any(|r| {
            r.subject == i
                && r.kind == RelationKind::Above
                && matches!(
                    brief.objects[r.object].noun.as_str(),
                    "hill" | "mountain" | "field" | "valley" | "meadow"
                )
        })
}

/// "A flock of birds flying over a lighthouse".
fn flies_over(brief: &Brief, i: usize) -> bool {
    brief.relations.iter().any(|r| {
        let between = brief
            .prompt
            .get(brief.objects[i].span.end..brief.objects[r.object].span.start)
            .unwrap_or_default()
            .to_lowercase();
        (r.subject, r.kind) == (i, RelationKind::Above)
            && between
                .split_whitespace()
                .next()
                .is_some_and(|word| ALOFT.contains(&word))
    })
}

/// Returns whether the words behind an object say that it is in the air and nothing else.
fn is_overhead(brief: &Brief, i: usize) -> bool {
    let rest = brief
        .prompt
        .get(brief.objects[i].span.end..)
        .unwrap_or_default()
        .to_lowercase();
    let clause = rest.split(['.', ',', ';', '\n']).next().unwrap_or_default();
    let words: Vec<&str> = clause
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    match words.as_slice() {
        ["overhead"] | ["above"] => true,
        [first, rest @ ..] => {
            ALOFT.contains(first) && !rest.is_empty() && rest.iter().all(|w| NOWHERE.contains(w))
        }
        [] => false,
    }
}

/// "A suitcase with a hat on top": the hat lies on it and not in it.
fn on_top(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let Relation {
            subject,
            kind,
            object,
        } = brief.relations[r].clone();
        let (what, host) = match kind {
            RelationKind::In => (subject, object),
            RelationKind::With => (object, subject),
            _ => continue,
        };
        if brief.objects[what].position != Some(Position::Top) || brief.objects[host].absent {
            continue;
        }
        let rest = brief
            .prompt
            .get(brief.objects[what].span.end..)
            .unwrap_or_default()
            .trim_start()
            .to_lowercase();
        let solid = matches!(
            class(brief, host),
            Class::Container | Class::Item | Class::Food | Class::Table | Class::Furniture
        );
        if solid && (rest.starts_with("on top") || rest.starts_with("on its top")) {
            brief.objects[what].position = None;
            brief.relations[r] = Relation {
                subject: what,
                kind: RelationKind::On,
                object: host,
            };
        }
    }
}

/// "A train crossing a viaduct": what goes across a bridge is on it. Ducks that cross a road are on no water.
fn crossings(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let relation = brief.relations[r].clone();
        let road = STREETS.contains(&brief.objects[relation.object].noun.as_str());
        if road
            && brief.heard().contains(" crossing ")
            && class(brief, relation.subject).is_animate()
        {
            absorb(&mut brief.objects[relation.object]);
            let place = &mut brief.setting.place;
            place.get_or_insert_with(|| "street".to_owned());
        }
        let (who, way) = (
            &brief.objects[relation.subject],
            &brief.objects[relation.object],
        );
        let last = way.noun.rsplit(' ').next().unwrap_or_default();
        let goes = matches!(
            class(brief, relation.subject),
            Class::Vehicle | Class::Cycle | Class::Person | Class::Animal
        );
        let loose = matches!(
            relation.kind,
            RelationKind::With | RelationKind::NextTo | RelationKind::Above
        );
        if !goes || !loose || !SPANS.contains(&last) {
            continue;
        }
        // "A stone bridge over a river, a train crossing the bridge": it may be named before.
        let end = match way.span.start > who.span.end {
            true => way.span.start,
            false => brief.prompt.len(),
        };
        let heard = brief.heard();
        let told = heard.get(who.span.end..end).unwrap_or_default().to_owned();
        let crosses = told
            .split(|c: char| !c.is_alphanumeric())
            .any(|w| w.starts_with("cross") || matches!(w, "over" | "across"));
        if crosses {
            brief.relations[r].kind = RelationKind::On;
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::stage::mend::mend;
    use plantain_read::RelationKind;

    fn tied(prompt: &str, who: &str, kind: RelationKind) -> bool {
        let brief = mend(&plantain_read::read(prompt));
        brief
            .relations
            .iter()
            .any(|r| brief.objects[r.subject].noun.ends_with(who) && r.kind == kind)
    }

    #[test]
    fn what_flies_above_stands_on_nothing() {
        for prompt in [
            "castle on a hill at night with a dragon flying above",
            "a village on a hill, a dragon circling overhead",
        ] {
            assert!(!tied(prompt, "dragon", RelationKind::On), "{prompt}");
        }
        assert!(tied("a dragon on a hill", "dragon", RelationKind::On));
    }

    #[test]
    fn what_crosses_a_bridge_is_on_it() {
        for (prompt, on) in [
            ("a train crossing a stone bridge", true),
            (
                "a stone bridge over a river, train crossing the bridge",
                true,
            ),
            ("a red train next to a bridge", false),
        ] {
            assert_eq!(tied(prompt, "train", RelationKind::On), on, "{prompt}");
        }
    }
}
