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
    (&["page", "blank page"], &["book", "notebook"], None),
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
    patterns(brief);
    beams(brief);
    profiles(brief);
    pipes(brief);
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
    hung(brief);
    brief
        .relations
        .retain(|r| !brief.objects[r.object].absent || !is_carrier(&brief.objects[r.object].noun));
}

/// "A spider hanging below a chandelier" hangs from it.
fn hung(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let relation = &brief.relations[r];
        let below = matches!(relation.kind, RelationKind::Below | RelationKind::Under);
        let hangs = brief.objects[relation.subject]
            .attributes
            .iter()
            .any(|a| a == "hanging");
        let fixture = ["chandelier", "lamp", "branch", "shelf", "ceiling fan"]
            .iter()
            .any(|word| brief.objects[relation.object].noun.ends_with(word));
        if below && hangs && fixture {
            brief.relations[r].kind = RelationKind::On;
        }
    }
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
        let own = |part: &&str| {
            a.noun
                .strip_suffix(*part)
                .is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
        };
        parts.iter().any(own) && wholes.iter().any(ends)
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

/// "A vase with stripes in navy and cream", "an umbrella with polka dots": a pattern, in its colours.
fn patterns(brief: &mut Brief) {
    const PATTERNS: &[(&str, &str)] = &[
        ("stripe", "striped"),
        ("polka dot", "spotted"),
        ("dot", "spotted"),
        ("check", "checkered"),
    ];
    for r in 0..brief.relations.len() {
        let with = brief.relations[r].clone();
        let pattern = &brief.objects[with.object];
        let found = PATTERNS
            .iter()
            .find(|(noun, _)| *noun == pattern.noun && pattern.plural);
        let thing = !super::class(brief, with.subject).is_animate();
        let (Some((_, made)), true, RelationKind::With) = (found, thing, with.kind) else {
            continue;
        };
        let mut colors = pattern.color.iter().chain(&pattern.more_colors).cloned();
        let (first, rest) = (colors.next(), colors.collect::<Vec<_>>());
        let object = &mut brief.objects[with.subject];
        object.materials.push((*made).to_owned());
        match object.color {
            // The ground keeps its own colour under dots of another.
            Some(_) => object.more_colors.extend(first),
            None if rest.is_empty() => object.more_colors.extend(first),
            None => object.color = first,
        }
        object.more_colors.extend(rest);
        absorb(&mut brief.objects[with.object]);
    }
}

/// "A ufo lifting a cow with a beam of light": the beam is the ufo's, and the cow is on its way up from a field.
fn beams(brief: &mut Brief) {
    let ufo = |noun: &str| matches!(noun, "ufo" | "flying saucer" | "spaceship");
    let Some(ship) = brief.objects.iter().position(|o| !o.absent && ufo(&o.noun)) else {
        return;
    };
    for object in &mut brief.objects {
        if matches!(
            object.noun.as_str(),
            "beam" | "light beam" | "ray" | "light ray"
        ) {
            absorb(object);
        }
    }
    let lifted: Vec<usize> = brief
        .relations
        .iter()
        .filter(|r| r.subject == ship && r.kind == RelationKind::Holding)
        .map(|r| r.object)
        .collect();
    brief
        .relations
        .retain(|r| !(r.subject == ship && r.kind == RelationKind::Holding));
    for thing in lifted {
        brief
            .relations
            .retain(|r| (r.subject, r.object) != (thing, ship));
        brief.relations.push(plantain_read::Relation {
            subject: ship,
            kind: RelationKind::Above,
            object: thing,
        });
        brief
            .setting
            .place
            .get_or_insert_with(|| "field".to_owned());
        brief
            .setting
            .time
            .get_or_insert(plantain_read::TimeOfDay::Night);
    }
}

/// A man with a pipe smokes it.
fn pipes(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let with = brief.relations[r].clone();
        let own = matches!(with.kind, RelationKind::With | RelationKind::Holding);
        let person = super::class(brief, with.subject) == super::Class::Person;
        if own
            && person
            && matches!(
                brief.objects[with.object].noun.as_str(),
                "pipe" | "tobacco pipe" | "smoking pipe"
            )
        {
            "smoking pipe".clone_into(&mut brief.objects[with.object].noun);
            brief.relations[r].kind = RelationKind::Wearing;
        }
    }
}

/// "A face in profile" looks to the side.
fn profiles(brief: &mut Brief) {
    let heard = brief.heard();
    if !["in profile", "side profile", "profile of a face"]
        .iter()
        .any(|w| heard.contains(w))
    {
        return;
    }
    for object in brief.objects.iter_mut().filter(|o| o.noun == "face") {
        "face in profile".clone_into(&mut object.noun);
        let plain = || "studio".to_owned();
        brief.setting.place.get_or_insert_with(plain);
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
    use crate::stage::mend::shown;

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
            (
                "a green snake coiled around a wooden staff",
                "snake on a staff",
            ),
        ] {
            assert_eq!(shown(prompt), nouns, "{prompt}");
        }
    }
}
