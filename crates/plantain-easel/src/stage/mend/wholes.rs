//! What two words tell is one thing where it is drawn as one: the fire in its fireplace, the lava of a volcano, a joey in
//! its mother's pouch.

use plantain_read::{Brief, RelationKind};

use super::absorb;

/// Parts that the drawing of a whole shows: the part's nouns, the whole's last words, and the noun of both in one, where
/// that is another drawing.
const WHOLES: &[(&[&str], &[&str], Option<&str>)] = &[
    (
        &["fire", "flame", "log fire"],
        &["fireplace", "campfire", "fire pit"],
        None,
    ),
    (&["lava", "magma"], &["volcano"], None),
    (&["ring"], &["planet", "saturn"], None),
    (&["button"], &["snowman"], None),
    (&["bar", "key"], &["xylophone", "glockenspiel"], None),
    (
        &["rail", "towel rail", "rack", "towel rack", "hook", "bar"],
        &["towel"],
        None,
    ),
    (&["string", "knot", "rope", "ribbon"], &["balloon"], None),
    (
        &["chick", "baby chick", "duckling", "hatchling"],
        &["eggshell", "cracked egg", "egg"],
        Some("hatching chick"),
    ),
    (
        &["joey", "baby kangaroo", "baby"],
        &["kangaroo"],
        Some("kangaroo with joey"),
    ),
    (
        &["pole", "flagpole", "mast"],
        &["flag", "pennant", "banner"],
        Some("flag on a long pole"),
    ),
    (
        &["staff", "stick", "pole", "rod", "walking stick"],
        &["snake", "serpent"],
        Some("snake on a staff"),
    ),
];

/// Makes one thing of a whole and its part that the words tie to each other.
pub(super) fn settle(brief: &mut Brief) {
    headings(brief);
    pouches(brief);
    for r in 0..brief.relations.len() {
        let relation = brief.relations[r].clone();
        let pair = (relation.subject, relation.object);
        let Some((part, whole)) = [pair, (pair.1, pair.0)]
            .into_iter()
            .find(|(part, whole)| one(brief, *part, *whole).is_some())
        else {
            continue;
        };
        let tied = matches!(
            relation.kind,
            RelationKind::In
                | RelationKind::On
                | RelationKind::With
                | RelationKind::Around
                | RelationKind::Holding
        );
        if tied && !brief.objects[part].absent && !brief.objects[whole].absent {
            join(brief, part, whole);
        }
    }
    loose(brief);
    brief
        .relations
        .retain(|r| !brief.objects[r.object].absent || !is_carrier(&brief.objects[r.object].noun));
}

/// "A xylophone, 8 bars": parts that are told behind their whole, and tied to nothing.
fn loose(brief: &mut Brief) {
    for part in 1..brief.objects.len() {
        let tied = brief
            .relations
            .iter()
            .any(|r| r.subject == part || r.object == part);
        let drawn = |whole: &usize| {
            !brief.objects[*whole].absent
                && !brief.objects[*whole].noun.ends_with("balloon")
                && one(brief, part, *whole) == Some(None)
        };
        let whole = (0..part).find(drawn);
        if let (false, false, Some(whole)) = (tied, brief.objects[part].absent, whole) {
            join(brief, part, whole);
        }
    }
}

/// Returns the noun of both in one, where the one is a part of the other.
fn one(brief: &Brief, part: usize, whole: usize) -> Option<Option<&'static str>> {
    let (a, b) = (&brief.objects[part], &brief.objects[whole]);
    let (_, _, both) = WHOLES.iter().find(|(parts, wholes, _)| {
        let ends = |word: &&str| {
            b.noun
                .strip_suffix(*word)
                .is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
        };
        parts.contains(&a.noun.as_str()) && wholes.iter().any(ends)
    })?;
    // A flag on a pole has one anyhow; only a long one is another flag.
    let long = a.size.is_some() || ["long", "tall", "high"].iter().any(|w| a.words.contains(w));
    Some(both.filter(|noun| !noun.contains("long") || long))
}

/// Returns whether a noun names what carries others only in the words for it.
fn is_carrier(noun: &str) -> bool {
    matches!(noun, "rail" | "towel rail" | "towel rack" | "pouch")
}

/// Takes the part into the whole, with its colour for the part of that name.
fn join(brief: &mut Brief, part: usize, whole: usize) {
    let Some(both) = one(brief, part, whole) else {
        return;
    };
    let (noun, color) = (
        brief.objects[part].noun.clone(),
        brief.objects[part].color.clone(),
    );
    absorb(&mut brief.objects[part]);
    let object = &mut brief.objects[whole];
    if let Some(both) = both {
        let own = object.color.take().map(|c| (object.noun.clone(), c.name));
        both.clone_into(&mut object.noun);
        let (last, name) = own.map_or((String::new(), String::new()), |(noun, name)| {
            let last = noun.rsplit(' ').next().unwrap_or_default().to_owned();
            (last, name)
        });
        if both.starts_with("snake") && !name.is_empty() {
            object.color =
                plantain_read::color_of(&name, "en").map(|rgb| plantain_read::Color { name, rgb });
        } else if !name.is_empty() {
            object.attributes.push(format!("{name} {last}"));
        }
    }
    if let Some(color) = color {
        object.attributes.push(format!("{} {noun}", color.name));
    }
}

/// What is in a pouch is with whose pouch it is.
fn pouches(brief: &mut Brief) {
    for i in 0..brief.objects.len() {
        let kangaroo = brief.objects.iter().any(|o| o.noun == "kangaroo");
        if brief.objects[i].noun == "pouch" && kangaroo {
            absorb(&mut brief.objects[i]);
        }
    }
}

/// "Place setting: fork left of the plate": what heads a list of its parts is no thing beside them.
fn headings(brief: &mut Brief) {
    const HEADINGS: &[&str] = &["place setting", "table setting", "still life", "stack"];
    for i in 0..brief.objects.len().saturating_sub(1) {
        let heads = brief
            .prompt
            .get(brief.objects[i].span.end..)
            .is_some_and(|rest| rest.trim_start().starts_with(':'));
        if heads && HEADINGS.contains(&brief.objects[i].noun.as_str()) {
            absorb(&mut brief.objects[i]);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::stage::mend::mend;

    #[test]
    fn wholes_show_their_parts() {
        for (prompt, nouns) in [
            ("a fire in the fireplace", "fireplace"),
            ("a volcano with lava running down", "volcano"),
            ("violet planet with golden rings", "planet"),
            ("a kangaroo with a joey in its pouch", "kangaroo with joey"),
            (
                "a cracked eggshell with a yellow chick coming out",
                "hatching chick",
            ),
            (
                "place setting: fork left of the plate, knife right of it",
                "fork plate knife",
            ),
            (
                "a triangular flag on a very long pole",
                "flag on a long pole",
            ),
            ("a flag on a pole beside a snake", "flag snake"),
        ] {
            let brief = mend(&plantain_read::read(prompt));
            let told: Vec<&str> = brief
                .objects
                .iter()
                .filter(|o| !o.absent)
                .map(|o| o.noun.as_str())
                .collect();
            assert_eq!(told.join(" "), nouns, "{prompt}");
        }
    }
}
