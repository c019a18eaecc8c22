//! What pronouns and plurals speak of.

use plantain_read::{Referent, Target, Which};

use crate::edit::scene::things::{Kind, Thing};
use crate::stage::lexicon::{Class, look_up};

/// Whether a noun stands in its plural: "the gifts under the tree".
pub(super) fn speaks_of_several(target: &Target) -> bool {
    let Referent::Thing(noun) = &target.what else {
        return false;
    };
    let head = noun.rsplit(' ').next().unwrap_or(noun);
    let words = target.words.to_lowercase();
    let mut said = words.split(' ');
    target.which == Which::Any
        && target.count.is_none()
        && !said.clone().any(|word| word == head)
        && said.any(|word| word.starts_with(head) && word.ends_with('s'))
}

/// Whether a pronoun speaks of somebody.
pub(super) fn is_living(pronoun: &str) -> bool {
    matches!(pronoun, "him" | "her" | "he" | "she")
}

/// Whether a thing has the form of a person, so that people speak of it, and dress it, like one.
pub fn is_like_people(noun: &str) -> bool {
    [
        "snowman",
        "robot",
        "teddy",
        "scarecrow",
        "gnome",
        "doll",
        "puppet",
    ]
    .iter()
    .any(|figure| noun.contains(figure))
}

/// Returns what a pronoun can mean where nothing was spoken of before: the only thing, the only living one, both of two.
pub(super) fn pointed_at(mut found: Vec<Thing>, target: &Target) -> Vec<Thing> {
    let main = |found: &[Thing]| found.iter().filter(|t| t.kind == Kind::Object).count();
    let words = target.words.as_str();
    // "the middle one", "the red one" of several that are alike.
    let mut like: Vec<Thing> = found.clone();
    like.retain(|thing| found.iter().filter(|t| t.noun == thing.noun).count() > 1);
    let one_kind = like.windows(2).all(|pair| pair[0].noun == pair[1].noun);
    let told_apart =
        target.which != Which::Any || target.position.is_some() || target.color.is_some();
    let one = words.split(' ').any(|word| matches!(word, "one" | "ones"));
    if told_apart && one && one_kind && !like.is_empty() {
        return like;
    }
    match words {
        // "Three more": of what there is several of.
        "the like" if one_kind && !like.is_empty() => return like,
        _ if is_living(words) => {
            let human = |thing: &Thing| {
                look_up(&thing.noun).0 == Class::Person || is_like_people(&thing.noun)
            };
            let animate = |thing: &Thing| look_up(&thing.noun).0.is_animate();
            // Of a snowman and three birds the snowman.
            if found.iter().any(human) {
                found.retain(human);
            } else if found.iter().any(animate) {
                found.retain(animate);
            } else {
                found.retain(|thing| thing.kind == Kind::Object);
            }
        }
        // Five fish in a bowl are "them", too; of two apples and a pear it is open who is meant.
        "them" | "they" | "all" | "all of them" | "each of them" | "all of it"
            if one_kind && !like.is_empty() && (like.len() == main(&found) || like.len() > 2) =>
        {
            return like;
        }
        "them" | "they" | "both" | "all of them" | "both of them" | "each of them"
            if main(&found) == 2 =>
        {
            found.retain(|thing| thing.kind == Kind::Object);
            return found;
        }
        _ => {}
    }
    if main(&found) > 1 {
        found.clear();
    }
    found
}
