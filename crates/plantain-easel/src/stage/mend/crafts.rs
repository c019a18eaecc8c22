//! Inside a spacecraft: the craft is the place, and what is outside is seen through its portholes.

use plantain_read::{Brief, RelationKind};

use super::absorb;

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

pub(super) fn settle(brief: &mut Brief) {
    let Some(craft) = (0..brief.objects.len()).find(|i| is_entered(brief, *i)) else {
        return;
    };
    brief.setting.place = Some("spacecraft".to_owned());
    absorb(&mut brief.objects[craft]);
    for object in &mut brief.objects {
        if OUTSIDE.contains(&object.noun.as_str()) && object.count.is_none_or(|n| n == 1) {
            absorb(object);
        }
    }
    let gone: Vec<bool> = brief.objects.iter().map(|o| o.absent).collect();
    brief
        .relations
        .retain(|r| !gone[r.subject] && !gone[r.object]);
}

fn is_entered(brief: &Brief, i: usize) -> bool {
    let object = &brief.objects[i];
    // "A spaceship cockpit" is a room of one.
    let words = object.words.to_lowercase();
    let room = ROOMS.iter().any(|room| object.noun.ends_with(room))
        && CRAFTS.iter().any(|craft| words.contains(craft));
    if object.absent || !room && !CRAFTS.contains(&object.noun.as_str()) {
        return false;
    }
    let around = |from: usize, to: usize| {
        let words = brief.prompt.get(from..to).unwrap_or_default();
        words.trim().to_lowercase()
    };
    let before = around(0, object.span.start);
    let after = around(object.span.end, brief.prompt.len());
    // Who is in a rocket looks out of it; nobody looks out of a station that is seen from afar.
    let station = object.noun == "space station"
        && brief
            .relations
            .iter()
            .any(|r| r.object == i && r.kind == RelationKind::In);
    station
        || room
        || WITHIN.iter().any(|word| before.ends_with(word))
        || ROOMS.iter().any(|word| after.starts_with(word))
}

#[cfg(test)]
mod tests {
    use crate::stage::mend::mend;

    #[test]
    fn who_is_inside_a_craft_is_not_beside_it() {
        for (prompt, inside) in [
            (
                "an astronaut floating inside a space station, looking at earth",
                true,
            ),
            ("spaceship cockpit with a robot", true),
            ("a cat in a rocket flying to the moon", false),
            ("a space station above the earth", false),
        ] {
            let brief = mend(&plantain_read::read(prompt));
            let place = brief.setting.place.as_deref() == Some("spacecraft");
            assert_eq!(place, inside, "{prompt}");
        }
    }
}
