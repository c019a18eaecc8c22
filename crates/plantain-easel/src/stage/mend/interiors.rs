//! Inside a spacecraft or a greenhouse: it is the place, and what is outside is seen through its panes.

use plantain_read::{Brief, RelationKind};

use super::absorb;
use crate::stage::lexicon::look_up;

/// What one can be inside of, out in space.
const CRAFTS: &[&str] = &[
    "space station",
    "spaceship",
    "spacecraft",
    "starship",
    "rocket",
    "rocket ship",
    "space shuttle",
    "space capsule",
    "shuttle",
];
/// Words right before a craft that one is in.
const WITHIN: &[&str] = &[
    "inside",
    "inside of",
    "interior of",
    "aboard",
    "on board",
    "within",
];
/// Words right behind a craft that mean its inside.
const ROOMS: &[&str] = &[
    "interior",
    "cockpit",
    "cabin",
    "control room",
    "corridor",
    "bridge",
];
/// What the portholes show by themselves.
const OUTSIDE: &[&str] = &[
    "earth",
    "planet earth",
    "planet",
    "space",
    "globe",
    "galaxy",
];

/// Places that one is said to be inside of, and their nouns.
const INTERIORS: &[(&str, &[&str])] = &[
    ("spacecraft", CRAFTS),
    ("greenhouse", &["greenhouse", "glasshouse", "hothouse"]),
];

pub(super) fn settle(brief: &mut Brief) {
    let heard = brief.heard();
    for (place, nouns) in INTERIORS {
        let entered = (0..brief.objects.len()).find(|i| is_entered(brief, *i, nouns));
        let told = nouns
            .iter()
            .any(|noun| heard.contains(&format!("{noun} interior")));
        if entered.is_none() && !told {
            continue;
        }
        brief.setting.place = Some((*place).to_owned());
        if let Some(whole) = entered {
            absorb(&mut brief.objects[whole]);
        }
        for object in &mut brief.objects {
            let outside = *place == "spacecraft" && OUTSIDE.contains(&object.noun.as_str());
            if outside && object.count.is_none_or(|n| n == 1) {
                absorb(object);
            }
        }
        let gone: Vec<bool> = brief.objects.iter().map(|o| o.absent).collect();
        brief
            .relations
            .retain(|r| !gone[r.subject] && !gone[r.object]);
    }
}

fn is_entered(brief: &Brief, i: usize, nouns: &[&str]) -> bool {
    let object = &brief.objects[i];
    // "A spaceship cockpit" is a room of one.
    let words = object.words.to_lowercase();
    let room = ROOMS.iter().any(|room| object.noun.ends_with(room))
        && nouns.iter().any(|noun| words.contains(noun));
    if object.absent || !room && !nouns.contains(&object.noun.as_str()) {
        return false;
    }
    let around = |from: usize, to: usize| {
        let words = brief.prompt.get(from..to).unwrap_or_default();
        words.trim().to_lowercase()
    };
    let before = around(0, object.span.start);
    let after = around(object.span.end, brief.prompt.len());
    // Who is in a rocket looks out of it; nobody looks out of a station that is seen from afar.
    let roomy = !matches!(object.noun.as_str(), "rocket" | "rocket ship" | "shuttle");
    let lived_in = roomy
        && brief.relations.iter().any(|r| {
            r.object == i
                && r.kind == RelationKind::In
                && look_up(&brief.objects[r.subject].noun).0.is_animate()
        });
    lived_in
        || room
        || WITHIN.iter().any(|word| before.ends_with(word))
        || ROOMS.iter().any(|word| after.starts_with(word))
}

#[cfg(test)]
mod tests {
    use crate::stage::mend::mend;

    #[test]
    fn who_is_inside_is_not_beside_it() {
        for (prompt, inside) in [
            (
                "an astronaut floating inside a space station, looking at earth",
                true,
            ),
            ("spaceship cockpit with a robot", true),
            ("a cat in a rocket flying to the moon", false),
            ("a space station above the earth", false),
            ("a woman in a greenhouse watering flowers", true),
            ("greenhouse interior with orchids", true),
            ("a greenhouse and a barn", false),
        ] {
            let brief = mend(&plantain_read::read(prompt));
            let place = brief.setting.place.as_deref();
            let within = matches!(place, Some("spacecraft" | "greenhouse"));
            assert_eq!(within, inside, "{prompt}");
        }
    }
}
