//! What several have of one kind: everyone has one of what a group eats or holds, and who reads holds what is read.

use plantain_read::{Brief, Relation, RelationKind};

use super::class;
use crate::stage::cast::COUNT_MAX;
use crate::stage::lexicon::Class;

/// Largest group of which everyone is given a thing of their own.
const GROUP_MAX: u32 = 8;
/// Words before a noun that say there is one for all.
const ONE: &[&str] = &[
    "a", "an", "the", "one", "un", "una", "uno", "une", "ein", "eine", "einen", "einem", "um",
    "uma", "een", "bir", "один", "одну", "одна", "одне", "jeden", "jedną", "their", "his", "her",
    "its",
];
/// Words between vessels and what fills them.
const OF: &[&str] = &[
    "of",
    "full of",
    "filled with",
    "de",
    "d'",
    "di",
    "du",
    "mit",
    "met",
    "van",
    "com",
    "con",
    "z",
    "ze",
    "с",
    "з",
];
/// How many of a kind lie in each of several vessels that are full of them.
const EACH: u32 = 3;
/// What people hold before them to read it.
const READ: &[&str] = &[
    "newspaper",
    "book",
    "magazine",
    "letter",
    "map",
    "menu",
    "tablet",
    "phone",
    "smartphone",
    "comic book",
];

pub(super) fn settle(brief: &mut Brief) {
    readers(brief);
    each_has(brief);
    fillings(brief);
}

/// "Five jars of honey": each of them is full.
fn fillings(brief: &mut Brief) {
    for relation in brief.relations.clone() {
        let (stuff, vessel) = (relation.subject, relation.object);
        let Some(n) = brief.objects[vessel]
            .count
            .filter(|n| (2..=COUNT_MAX).contains(n))
        else {
            continue;
        };
        let gap = brief.objects[vessel].span.end..brief.objects[stuff].span.start;
        let of = brief.prompt.get(gap).is_some_and(|words| {
            let words = words.to_lowercase();
            OF.contains(&words.trim()) || words.trim().is_empty()
        });
        let object = &mut brief.objects[stuff];
        let first = object.words.to_lowercase();
        let first = first.split_whitespace().next().unwrap_or_default();
        if relation.kind != RelationKind::In || !of || object.absent || ONE.contains(&first) {
            continue;
        }
        if object.plural && object.count.is_none() {
            object.count = Some(n * (COUNT_MAX / n).min(EACH));
        } else if object.count.is_none_or(|n| n == 1) {
            object.count = Some(n);
        }
    }
}

/// Who looks at a newspaper holds it, unless somebody else does or it lies somewhere.
fn readers(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let Relation {
            subject,
            kind,
            object,
        } = brief.relations[r];
        let laid = brief.relations.iter().any(|other| {
            other.object == object && other.kind == RelationKind::Holding
                || other.subject == object
                    && matches!(
                        other.kind,
                        RelationKind::On | RelationKind::In | RelationKind::Against
                    )
        });
        let reads = class(brief, subject) == Class::Person
            && READ.contains(&brief.objects[object].noun.as_str())
            && brief.objects[object].count.is_none_or(|n| n == 1);
        if kind == RelationKind::LookingAt && reads && !laid {
            brief.relations[r].kind = RelationKind::Holding;
        }
    }
}

/// "Three children eating ice cream": there are three of it.
fn each_has(brief: &mut Brief) {
    for relation in brief.relations.clone() {
        let takes = matches!(relation.kind, RelationKind::Eating | RelationKind::Holding);
        let Some(n) = brief.objects[relation.subject]
            .count
            .filter(|n| (2..=GROUP_MAX).contains(n))
        else {
            continue;
        };
        let small = matches!(
            class(brief, relation.object),
            Class::Food | Class::Item | Class::Container | Class::Airborne | Class::Flat
        );
        let object = &mut brief.objects[relation.object];
        let words = object.words.to_lowercase();
        let first = words.split_whitespace().next().unwrap_or_default();
        let open = object.count.is_none() && object.plural
            || object.count.is_none_or(|n| n == 1) && !object.plural && !ONE.contains(&first);
        if takes && small && open && !object.absent {
            object.count = Some(n);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::stage::mend::mend;
    use plantain_read::RelationKind;

    #[test]
    fn everyone_of_a_group_has_one() {
        for (prompt, noun, count) in [
            ("three children eating ice cream", "ice cream", Some(3)),
            ("two girls holding balloons", "balloon", Some(2)),
            ("two men holding a banner", "banner", Some(1)),
            ("four friends eating a pizza", "pizza", Some(1)),
            ("five jars of honey on a shelf", "honey", Some(5)),
            ("two baskets full of apples", "apple", Some(6)),
            ("three bowls and an apple", "apple", Some(1)),
        ] {
            let brief = mend(&plantain_read::read(prompt));
            let found = brief.objects.iter().find(|o| o.noun == noun && !o.absent);
            assert_eq!(found.map(|o| o.count), Some(count), "{prompt}");
        }
    }

    #[test]
    fn who_reads_holds_what_is_read() {
        for (prompt, holds) in [
            ("一个老人坐在公园的长椅上看报纸", true),
            ("a man looking at a dog", false),
        ] {
            let brief = mend(&plantain_read::read(prompt));
            let held = brief
                .relations
                .iter()
                .any(|r| r.kind == RelationKind::Holding);
            assert_eq!(held, holds, "{prompt}");
        }
    }
}
