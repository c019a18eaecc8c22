//! Parts of a body or a thing, which go with what they belong to.

use plantain_read::{Brief, ObjectPhrase, Relation, RelationKind};

use super::absorb;
use crate::stage::find::find;

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
];

/// Parts become attributes of what they belong to.
pub(super) fn settle(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let Relation {
            subject,
            kind,
            object,
        } = brief.relations[r];
        let owns = matches!(
            kind,
            RelationKind::With | RelationKind::Wearing | RelationKind::Holding
        );
        let part = &brief.objects[object];
        let is_part =
            PARTS.contains(&part.noun.as_str()) || is_drawn_part(&brief.objects[subject], part);
        if !owns || subject == object || !is_part {
            continue;
        }
        let words = described(part);
        brief.objects[subject].attributes.extend(words);
        absorb(&mut brief.objects[object]);
        for other in &mut brief.relations {
            if other.subject == object {
                other.subject = subject;
            }
        }
    }
}

/// Returns whether a part told with its colour is one that the drawing of the whole can show in it.
fn is_drawn_part(whole: &ObjectPhrase, part: &ObjectPhrase) -> bool {
    let told = part.color.is_some() && !part.absent;
    // The front door is a door.
    let noun = part.noun.rsplit(' ').next().unwrap_or_default();
    told && find(&whole.noun).is_some_and(|found| found.object.has_part(noun))
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
