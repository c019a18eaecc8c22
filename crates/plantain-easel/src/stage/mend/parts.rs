//! Parts of a body or a thing, which go with what they belong to.

use plantain_read::{Brief, ObjectPhrase, Relation, RelationKind};

use super::absorb;
use crate::stage::find::find;
use crate::stage::lexicon::{Class, look_up};

/// Parts of a body or a thing that are never drawn alone when they belong to something.
pub(super) const PARTS: &[&str] = &[
    "hair",
    "nose",
    "eye",
    "eyes",
    "ear",
    "face",
    "mouth",
    "tail",
    "leg",
    "arm",
    "hand",
    "foot",
    "feet",
    "wing",
    "beak",
    "mane",
    "fur",
    "beard",
    "mustache",
    "moustache",
    "head",
    "body",
    "skin",
    "smile",
    "trunk",
    "horn",
    "antler",
    "paw",
    "freckles",
    "freckle",
    "spot",
    "stripe",
    "roof",
    "handle",
    "lid",
    "teeth",
    "tooth",
    "tongue",
    "eyebrow",
    "bangs",
    "ponytail",
    "braid",
    "pigtail",
    "bun",
    "afro",
    "mohawk",
    "curl",
    "feather",
    "scoop",
];

/// More parts of a body, which are drawn alone only where nobody has them.
const OF_BODIES: &[&str] = &[
    "nail", "lip", "lips", "finger", "toe", "knee", "elbow", "shoulder", "cheek", "chin", "neck",
    "forehead", "wrist", "ankle", "chest", "belly", "stomach", "back", "hip", "thumb", "palm",
    "eyelash", "muscle", "lap",
];

/// "man beard bald headphones": a part told right behind a person is that person's. "Arms and legs holding a spoon": it is
/// their owner who holds it.
pub(super) fn telegraphed(brief: &mut Brief) {
    for object in &mut brief.objects {
        let own = PARTS.contains(&object.noun.as_str());
        let mut said = object.attributes.iter();
        let who = said.position(|word| own && look_up(word).0 == Class::Person);
        if let Some(at) = who {
            let who = std::mem::replace(&mut object.attributes[at], object.noun.clone());
            object.noun = who;
        }
    }
    // "tv on legs": what a thing stands on is part of it.
    for at in 0..brief.relations.len() {
        let Relation {
            subject,
            kind,
            object,
        } = brief.relations[at];
        let legs = matches!(brief.objects[object].noun.as_str(), "leg" | "foot")
            && brief.objects[object].plural;
        let thing = !look_up(&brief.objects[subject].noun).0.is_animate();
        if legs && thing && matches!(kind, RelationKind::On | RelationKind::With) {
            absorb(&mut brief.objects[object]);
            for relation in &mut brief.relations {
                if relation.subject == object {
                    relation.subject = subject;
                }
            }
        }
    }
    brief.relations.retain(|r| r.subject != r.object);
    for at in 0..brief.relations.len() {
        let Relation { subject, kind, .. } = brief.relations[at];
        let owner = brief
            .relations
            .iter()
            .find(|r| r.kind == RelationKind::With && r.object == subject)
            .map(|r| r.subject)
            .or_else(|| {
                (0..subject)
                    .rev()
                    .find(|i| !PARTS.contains(&brief.objects[*i].noun.as_str()))
            });
        let held = kind == RelationKind::Holding
            && matches!(brief.objects[subject].noun.as_str(), "arm" | "leg" | "foot");
        if let (true, Some(owner)) = (held, owner) {
            brief.relations[at].subject = owner;
        }
    }
}

/// "Biting their nails", "on its hind legs": parts that the words give to who has them.
fn own(brief: &mut Brief) {
    const WHOSE: &[&str] = &["their", "his", "her", "its", "my", "your", "our"];
    let somebody = brief
        .objects
        .iter()
        .any(|o| !o.absent && look_up(&o.noun).0.is_animate());
    for i in 0..brief.objects.len() {
        let object = &brief.objects[i];
        let noun = object.noun.as_str();
        let last = noun.rsplit(' ').next().unwrap_or(noun);
        let words = object.words.to_lowercase();
        let whose = words.split(' ').next().unwrap_or_default();
        let part = OF_BODIES.contains(&last) || PARTS.contains(&last) && last != "roof";
        let placed = brief
            .relations
            .iter()
            .any(|r| r.object == i && matches!(r.kind, RelationKind::In | RelationKind::On));
        if somebody && part && !object.absent && WHOSE.contains(&whose) && !placed {
            absorb(&mut brief.objects[i]);
        }
    }
}

/// Parts become attributes of what they belong to.
pub(super) fn settle(brief: &mut Brief) {
    fixed(brief);
    prints(brief);
    for r in 0..brief.relations.len() {
        let Relation {
            subject,
            kind,
            object,
        } = brief.relations[r];
        // "Standing on one leg": it is one of its own.
        let stands = kind == RelationKind::On
            && ["leg", "foot", "feet", "paw"].contains(&brief.objects[object].noun.as_str())
            && look_up(&brief.objects[subject].noun).0.is_animate();
        let owns = stands
            || matches!(
                kind,
                RelationKind::With | RelationKind::Wearing | RelationKind::Holding
            );
        let part = &brief.objects[object];
        let cycle = look_up(&brief.objects[subject].noun).0 == Class::Cycle;
        let is_part = cycle && is_frame(part)
            || PARTS.contains(&part.noun.as_str())
            || is_drawn_part(&brief.objects[subject], part)
            || hangs_on_collar(brief, subject, object);
        if !owns || subject == object || !is_part {
            continue;
        }
        let words = described(part);
        let color = part.color.clone().filter(|_| is_frame(part));
        let whole = &mut brief.objects[subject];
        whole.color = whole.color.take().or(color);
        brief.objects[subject].attributes.extend(words);
        absorb(&mut brief.objects[object]);
        for other in &mut brief.relations {
            if other.subject == object {
                other.subject = subject;
            }
        }
    }
    own(brief);
}

/// "A cat wearing a collar with a bell": it hangs on the collar.
fn hangs_on_collar(brief: &Brief, wearer: usize, part: usize) -> bool {
    let small = matches!(
        brief.objects[part].noun.as_str(),
        "bell" | "tag" | "name tag" | "dog tag"
    );
    small
        && (brief.objects[wearer].noun.ends_with("collar")
            || brief.relations.iter().any(|r| {
                r.subject == wearer
                    && matches!(r.kind, RelationKind::Wearing | RelationKind::With)
                    && brief.objects[r.object].noun.ends_with("collar")
                    && r.object < part
            }))
}

/// "A shirt with a heart on a hanger": it is the shirt that hangs there.
fn prints(brief: &mut Brief) {
    const HANGS_ON: &[&str] = &["hanger", "hook", "rack", "line", "clothesline", "mannequin"];
    for r in 0..brief.relations.len() {
        let on = brief.relations[r].clone();
        let noun = &brief.objects[on.object].noun;
        let rail = HANGS_ON.contains(&noun.rsplit(' ').next().unwrap_or(noun));
        if on.kind != RelationKind::On || !rail {
            continue;
        }
        let garment = brief.relations.iter().find(|other| {
            let noun = &brief.objects[other.subject].noun;
            other.kind == RelationKind::With
                && other.object == on.subject
                && crate::stage::prop::garment(noun).is_some()
        });
        if let Some(garment) = garment.map(|other| other.subject) {
            brief.relations[r].subject = garment;
        }
    }
}

/// "A door with a handle": what is fixed to a thing is in its drawing.
fn fixed(brief: &mut Brief) {
    let parts: Vec<usize> = brief
        .relations
        .iter()
        .filter(|r| {
            r.kind == RelationKind::On
                && matches!(
                    brief.objects[r.subject].noun.as_str(),
                    "handle" | "knob" | "doorknob" | "lid"
                )
        })
        .map(|r| r.subject)
        .collect();
    for part in parts {
        absorb(&mut brief.objects[part]);
    }
}

/// The frame of a bicycle is what has its colour; that of a picture is meant where nobody says so.
fn is_frame(part: &ObjectPhrase) -> bool {
    part.noun.ends_with("frame") && part.words.to_lowercase().ends_with("frame")
}

/// Returns whether a part told with its colour is one that the drawing of the whole can show in it.
fn is_drawn_part(whole: &ObjectPhrase, part: &ObjectPhrase) -> bool {
    let told = part.color.is_some() && !part.absent;
    // The front door is a door.
    let noun = part.noun.rsplit(' ').next().unwrap_or_default();
    // What is put on or up is no part of it: a snowman's own scarf gives way to the one that is told of.
    let worn = matches!(look_up(noun).0, Class::Worn(_)) || noun == "flag";
    told && !worn && find(&whole.noun).is_some_and(|found| found.object.has_part(noun))
}

/// Returns what is said about a part, each word alone and with the part's noun: "red", "red door".
pub(super) fn described(part: &ObjectPhrase) -> Vec<String> {
    let mut words = vec![part.noun.clone()];
    let said = part.words.split_whitespace().map(str::to_lowercase);
    words.extend(said.map(|word| format!("{word} {}", part.noun)));
    let tones = part.color.iter().map(|c| c.name.clone());
    for word in tones
        .chain(part.attributes.iter().cloned())
        .chain(part.materials.iter().cloned())
        .chain(part.shape.clone())
    {
        words.push(format!("{word} {}", part.noun));
        words.push(word);
    }
    if let Some(size) = part.size {
        let word = format!("{size:?}").to_lowercase();
        words.push(format!("{word} {}", part.noun));
    }
    words
}

#[cfg(test)]
mod tests {
    #[test]
    fn parts_of_bodies_stay_on_them() {
        for (prompt, part) in [
            ("a person biting their nails nervously", "nail"),
            ("a dog standing on its hind legs", "leg"),
            ("a girl painting her toes", "toe"),
        ] {
            let brief = super::super::mend(&plantain_read::read(prompt));
            let alone = brief
                .objects
                .iter()
                .any(|o| !o.absent && o.noun.ends_with(part));
            assert!(!alone, "{prompt}: {:?}", brief.objects);
        }
    }
}
