//! What two words tell is one thing where it is drawn as one: the fire in its fireplace, the lava of a volcano, a joey in
//! its mother's pouch.

use plantain_read::{Brief, RelationKind};

use super::{absorb, part_and_whole};

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
    (
        &["button"],
        &["snowman", "gingerbread man", "coat", "jacket", "shirt"],
        None,
    ),
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
        &["launch pad", "launchpad", "launch tower", "launch site"],
        &["rocket", "rocket ship", "space shuttle"],
        Some("rocket on a launch pad"),
    ),
    (
        &["trunk", "tree trunk", "stump"],
        &["snake", "serpent", "python", "boa"],
        Some("coiled snake"),
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
    panes(brief);
    hooks(brief);
    drapes(brief);
    webs(brief);
    pancakes(brief);
    handshake(brief);
    fruit_trees(brief);
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
                && one(brief, part, *whole).is_some_and(|both| {
                    both.is_none() || brief.objects[part].noun.starts_with("launch")
                })
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
    if noun.starts_with("launch") {
        let place = &mut brief.setting.place;
        place.get_or_insert_with(|| "field".to_owned());
    }
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
        let (Some((_, made)), RelationKind::With) = (found, with.kind) else {
            continue;
        };
        // What is on a spotted thing's spots by the words is where the thing is: "a ladybug with dots on a leaf".
        for relation in &mut brief.relations {
            if relation.subject == with.object && relation.kind == RelationKind::On {
                relation.subject = with.subject;
            }
        }
        let pattern = &brief.objects[with.object];
        if super::class(brief, with.subject).is_animate() {
            // Ladybugs and leopards have their spots by nature.
            if pattern.noun == "dot" {
                absorb(&mut brief.objects[with.object]);
            }
            continue;
        }
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

/// "A wooden door with a heart-shaped window": the window is in the door.
fn panes(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let Some((pane, door)) = part_and_whole(&brief.relations[r]) else {
            continue;
        };
        let named =
            brief.objects[pane].noun == "window" && brief.objects[door].noun.ends_with("door");
        let one = brief.objects[pane].count.is_none_or(|n| n == 1);
        if !named || !one || brief.objects[pane].absent || brief.objects[door].absent {
            continue;
        }
        let noun = match brief.objects[pane].shape.as_deref() {
            Some("heart") => "door with a heart window",
            Some("round" | "circular" | "circle" | "oval") => "door with a round window",
            _ => "door with a window",
        };
        let color = brief.objects[pane].color.take();
        absorb(&mut brief.objects[pane]);
        noun.clone_into(&mut brief.objects[door].noun);
        if let Some(color) = color {
            let dyed = format!("{} window", color.name);
            brief.objects[door].attributes.push(dyed);
        }
    }
}

/// "A raincoat hanging on a hook": it hangs at the wall, and the hook is behind it.
fn hooks(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let relation = brief.relations[r].clone();
        let (what, hook) = (relation.subject, relation.object);
        let noun = brief.objects[hook].noun.as_str();
        let clothes = crate::stage::prop::garment(&brief.objects[what].noun).is_some()
            || matches!(super::class(brief, what), super::Class::Worn(_));
        if relation.kind != RelationKind::On
            || !clothes
            || !matches!(noun, "hook" | "coat hook" | "peg" | "wall hook")
        {
            continue;
        }
        "coat hanger".clone_into(&mut brief.objects[hook].noun);
        brief.setting.place.get_or_insert_with(|| "room".to_owned());
    }
}

/// "A window with red curtains": they hang at both of its sides.
fn drapes(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let relation = &brief.relations[r];
        let (pane, cloth) = (relation.subject, relation.object);
        let hung = brief.objects[pane].noun == "window"
            && matches!(brief.objects[cloth].noun.as_str(), "curtain" | "drape")
            && relation.kind == RelationKind::With;
        if hung && !brief.objects[cloth].absent {
            let color = brief.objects[cloth].color.take();
            let name = color.map_or_else(|| "beige".to_owned(), |color| color.name);
            absorb(&mut brief.objects[cloth]);
            brief.objects[pane]
                .attributes
                .push(format!("{name} curtain"));
        }
    }
}

/// "A spider in the middle of its web".
fn webs(brief: &mut Brief) {
    if !brief.objects.iter().any(|o| o.noun.ends_with("spider")) {
        return;
    }
    for object in brief.objects.iter_mut().filter(|o| o.noun == "web") {
        "spider web".clone_into(&mut object.noun);
    }
}

/// "A stack of pancakes with syrup and butter" is drawn as one, unless they are counted.
fn pancakes(brief: &mut Brief) {
    let Some(stack) = brief.objects.iter().position(|o| {
        o.noun == "pancake" && o.plural && o.count.is_none() && o.color.is_none() && !o.absent
    }) else {
        return;
    };
    "pancakes".clone_into(&mut brief.objects[stack].noun);
    let object = &mut brief.objects[stack];
    (object.plural, object.count, object.arrangement) = (false, Some(1), None);
    for object in brief.objects.iter_mut().filter(|o| {
        o.count.is_none_or(|n| n == 1)
            && matches!(
                o.noun.as_str(),
                "syrup" | "maple syrup" | "butter" | "pat" | "honey"
            )
    }) {
        absorb(object);
    }
}

/// "Two hands shaking" hold each other.
fn handshake(brief: &mut Brief) {
    let heard = brief.heard();
    if !["hands shaking", "shaking hands", "clasped hands"]
        .iter()
        .any(|words| heard.contains(words))
    {
        return;
    }
    let alone = brief.objects.iter().filter(|o| !o.absent).count() == 1;
    for object in brief
        .objects
        .iter_mut()
        .filter(|o| alone && o.noun == "hand")
    {
        "handshake".clone_into(&mut object.noun);
        (object.plural, object.count) = (false, Some(1));
    }
}

/// "A tree with red apples": they hang in it.
fn fruit_trees(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let relation = brief.relations[r].clone();
        let (tree, fruit) = (relation.subject, relation.object);
        let grown = super::class(brief, tree) == super::Class::Tree
            && super::class(brief, fruit) == super::Class::Food;
        if grown && relation.kind == RelationKind::With {
            brief.relations[r] = plantain_read::Relation {
                subject: fruit,
                kind: RelationKind::In,
                object: tree,
            };
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
            ("a red door with a round window", "door with a round window"),
            ("a red door next to a window", "door window"),
            ("a window with red curtains", "window"),
            (
                "a stack of pancakes with syrup and a pat of butter",
                "pancakes",
            ),
            ("three pancakes stacked on a plate", "pancake plate"),
            ("two hands shaking", "handshake"),
            ("a spider in the middle of its web", "spider spider web"),
            ("a gingerbread man with 3 buttons", "gingerbread man"),
            (
                "a rocket launching from a launch pad",
                "rocket on a launch pad",
            ),
            (
                "a green snake coiled around a wooden staff",
                "snake on a staff",
            ),
        ] {
            assert_eq!(shown(prompt), nouns, "{prompt}");
        }
    }
}
