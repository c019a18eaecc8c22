//! Walls: what one sits on stands outdoors, and what something is seen against is the whole backdrop.

use plantain_read::{Brief, RelationKind};

use super::{absorb, class};
use crate::stage::lexicon::{Class, look_up};
use crate::stage::place::Place;

/// Tells the wall that is a thing from the wall that is the place.
pub(super) fn settle(brief: &mut Brief) {
    sat_on(brief);
    behind(brief);
}

/// A wall that somebody sits on stands outdoors and is no side of a room.
fn sat_on(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let (who, wall) = (brief.relations[r].subject, brief.relations[r].object);
        let noun = brief.objects[wall].noun.as_str();
        let masonry = matches!(noun, "wall" | "brick wall" | "stone wall" | "low wall");
        let inside = brief
            .setting
            .place
            .as_deref()
            .and_then(Place::named)
            .is_some_and(|place| place.has_wall() && place != Place::Room);
        let sits = look_up(&brief.objects[who].noun).0.is_animate()
            && brief.relations[r].kind == RelationKind::On;
        if !(masonry && sits) || inside || brief.objects[wall].absent {
            continue;
        }
        if noun == "stone wall" {
            brief.objects[wall].materials.push("stone".to_owned());
        }
        "garden wall".clone_into(&mut brief.objects[wall].noun);
        if matches!(brief.setting.place.as_deref(), Some("room" | "wall")) {
            brief.setting.place = Some("garden".to_owned());
        }
    }
}

/// "A hydrant against a yellow wall", "children in front of a brick wall": the wall is all that is behind them.
fn behind(brief: &mut Brief) {
    let free = matches!(brief.setting.place.as_deref(), None | Some("wall" | "room"));
    if !free || brief.setting.weather.is_some() {
        return;
    }
    let before = |r: &plantain_read::Relation| {
        let wall = &brief.objects[r.object];
        matches!(r.kind, RelationKind::InFrontOf | RelationKind::Against)
            && is_side(&wall.noun)
            && !wall.absent
            && wall.count.is_none_or(|n| n == 1)
    };
    let Some(wall) = brief.relations.iter().find(|r| before(r)).map(|r| r.object) else {
        return;
    };
    // What furnishes a room, or hangs in one, is in one.
    let homely = (0..brief.objects.len()).any(|i| {
        !brief.objects[i].absent
            && matches!(
                class(brief, i),
                Class::Seat | Class::Furniture | Class::Hung | Class::Table
            )
    });
    if homely {
        return;
    }
    brief.setting.place = Some(Place::Wall.word().to_owned());
    absorb(&mut brief.objects[wall]);
    brief
        .relations
        .retain(|r| r.subject != wall && r.object != wall);
}

/// Whether a noun names the side of a house or room, and no wall that stands alone.
fn is_side(noun: &str) -> bool {
    noun == "wall"
        || noun
            .strip_suffix(" wall")
            .is_some_and(|kind| !matches!(kind, "garden" | "low" | "climbing" | "city" | "castle"))
}

#[cfg(test)]
mod tests {
    use crate::stage::mend::mend;

    #[test]
    fn walls_are_places_or_things() {
        for (prompt, place) in [
            (
                "a pink bicycle in front of a yellow wall",
                Some("plain wall"),
            ),
            ("a ladder leaning against a brick wall", Some("plain wall")),
            ("a cat sitting on a brick wall", None),
            ("a red sofa against a blue wall", None),
            ("a painting on a white wall", None),
        ] {
            let brief = mend(&plantain_read::read(prompt));
            let found = brief.setting.place.filter(|p| p == "plain wall");
            assert_eq!(found.as_deref(), place, "{prompt}");
        }
    }
}
