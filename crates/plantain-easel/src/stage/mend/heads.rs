//! What is carried on a head: baskets, books, birds.

use plantain_read::{Brief, Relation, RelationKind};

use super::doings::english_clause;
use super::{absorb, can_wear, class};
use crate::stage::lexicon::Class;

/// Attribute of what somebody carries on the head.
pub(in crate::stage) const ON_THE_HEAD: &str = "on the head";
/// How a thing that is on a head is told to be there.
const WAYS: &[&str] = &[
    "balanced",
    "balancing",
    "sitting",
    "perched",
    "resting",
    "placed",
    "standing",
    "stacked",
];
/// Doings that the words behind a head tell of its owner.
const DOES: &[&str] = &[
    "walking",
    "running",
    "dancing",
    "sitting",
    "standing",
    "smiling",
    "sleeping",
    "jumping",
    "meditating",
    "reading",
    "swimming",
    "kneeling",
];

/// "A girl with a basket of flowers on her head": the basket is there, and it is the girl who walks.
pub(super) fn settle(brief: &mut Brief) {
    for last in 0..brief.objects.len() {
        let after = brief.objects[last].span.end..brief.prompt.len();
        if brief.objects[last].absent || !is_on_head(&english_clause(brief, after)) {
            continue;
        }
        // "A basket of flowers": what is carried is what they are in.
        let thing = vessel(brief, last).unwrap_or(last);
        let Some(bearer) = (0..thing).rev().find(|i| {
            let object = &brief.objects[*i];
            !object.absent
                && can_wear(&object.noun)
                && object.span.end <= brief.objects[thing].span.start
        }) else {
            continue;
        };
        if matches!(class(brief, thing), Class::Worn(_)) {
            continue;
        }
        let owned = brief.objects.get_mut(last + 1);
        if let Some(head) = owned.filter(|o| o.noun == "head") {
            absorb(head);
        }
        carry(brief, bearer, thing, last);
    }
}

fn is_on_head(after: &str) -> bool {
    let mut words = after.split_whitespace().peekable();
    words.next_if(|word| WAYS.contains(word));
    let top = after.contains(" on top of ") || after.contains(" atop ");
    let on = words.next();
    if top {
        words.next_if_eq(&"top");
        words.next_if_eq(&"of");
    }
    matches!(on, Some("on" | "atop" | "upon"))
        && matches!(
            words.next(),
            Some("her" | "his" | "its" | "their" | "the" | "my" | "your")
        )
        && matches!(words.next(), Some("head" | "heads"))
        && words.next() != Some("of")
}

fn vessel(brief: &Brief, thing: usize) -> Option<usize> {
    brief
        .relations
        .iter()
        .find(|r| r.subject == thing && r.kind == RelationKind::In && r.object < thing)
        .map(|r| r.object)
        .filter(|vessel| !can_wear(&brief.objects[*vessel].noun))
}

fn carry(brief: &mut Brief, bearer: usize, thing: usize, last: usize) {
    brief.relations.retain(|r| {
        let pair = |a: usize, b: usize| (r.subject, r.object) == (a, b);
        let head = [r.subject, r.object].contains(&(last + 1)) && brief.objects[last + 1].absent;
        !(head
            || pair(bearer, thing)
            || pair(thing, bearer)
            || pair(last, bearer)
            || pair(bearer, last))
    });
    // What is told behind the head is told of its owner.
    for relation in &mut brief.relations {
        let inside = relation.kind == RelationKind::In && relation.object == thing;
        if (relation.subject == last || relation.subject == thing)
            && relation.object > last
            && !inside
        {
            relation.subject = bearer;
        }
    }
    let (does, own): (Vec<String>, Vec<String>) =
        std::mem::take(&mut brief.objects[last].attributes)
            .into_iter()
            .partition(|a| DOES.contains(&a.as_str()));
    brief.objects[last].attributes = own;
    brief.objects[bearer].attributes.extend(does);
    brief.objects[thing].attributes.push(ON_THE_HEAD.to_owned());
    brief.relations.push(Relation {
        subject: bearer,
        kind: RelationKind::Wearing,
        object: thing,
    });
}

#[cfg(test)]
mod tests {
    use crate::stage::mend::mend;
    use plantain_read::RelationKind;

    #[test]
    fn what_is_on_a_head_is_carried_there() {
        for (prompt, carried) in [
            (
                "a girl with a basket of flowers on her head walking along a road",
                Some("basket"),
            ),
            (
                "a woman balancing a stack of books on her head",
                Some("book"),
            ),
            ("a dog with an orange on its head", Some("orange")),
            ("a man with a hat on his head", None),
            ("a cat on the head of a statue", None),
        ] {
            let brief = mend(&plantain_read::read(prompt));
            let found = brief.relations.iter().find(|r| {
                r.kind == RelationKind::Wearing
                    && brief.objects[r.object]
                        .attributes
                        .iter()
                        .any(|a| a == super::ON_THE_HEAD)
            });
            let noun = found.map(|r| brief.objects[r.object].noun.as_str());
            assert_eq!(noun, carried, "{prompt}");
        }
    }
}
