//! What works show and what is pushed: the rocket on a poster, the wheelbarrow before who pushes it.

use plantain_read::{Brief, ObjectPhrase, Relation, RelationKind};

use super::holders::PRINTED;
use super::{bring, class};
use crate::stage::find::find;
use crate::stage::lexicon::Class;

/// What shows another thing that is told right before its noun.
const WORKS: &[&str] = &["poster", "painting", "picture", "photo", "print", "drawing"];
/// What rolls before those who push it, its handles behind.
const PUSHED: &[&str] = &[
    "wheelbarrow",
    "shopping cart",
    "stroller",
    "pram",
    "trolley",
    "lawn mower",
];

pub(super) fn settle(brief: &mut Brief) {
    for work in 0..brief.objects.len() {
        show(brief, work);
    }
    push(brief);
    heads(brief);
}

/// "A deer head": whose head it is makes the noun.
fn heads(brief: &mut Brief) {
    for object in brief.objects.iter_mut().filter(|o| !o.absent) {
        let whose = object.attributes.iter().find(|word| {
            let class = crate::stage::lexicon::look_up(word).0;
            matches!(class, Class::Animal | Class::Bird | Class::Swimmer)
        });
        if let (Some(whose), "head" | "face") = (whose, object.noun.as_str()) {
            object.noun = format!("{whose} {}", object.noun);
        }
    }
}

/// "A rocket poster": the rocket is on it.
fn show(brief: &mut Brief, work: usize) {
    let object = &brief.objects[work];
    let head = object.noun.rsplit(' ').next().unwrap_or(&object.noun);
    if object.absent || !WORKS.contains(&head) {
        return;
    }
    let words = object.words.to_lowercase();
    let shown = |word: &&String| {
        let class = crate::stage::lexicon::look_up(word).0;
        words.contains(&format!("{word} {head}"))
            && !matches!(class, Class::Hung | Class::Board | Class::Thing)
            && find(word).is_some_and(|found| found.exact)
    };
    let Some(motif) = object.attributes.iter().find(shown).cloned() else {
        return;
    };
    let picture = ObjectPhrase {
        words: motif.clone(),
        noun: motif,
        span: object.span.start..object.span.start,
        count: Some(1),
        attributes: vec![PRINTED.to_owned()],
        ..ObjectPhrase::default()
    };
    bring(brief, work, RelationKind::With, picture);
}

/// "A man pushing a wheelbarrow": it is before him, and he is at its handles.
fn push(brief: &mut Brief) {
    let heard = brief.heard();
    for r in 0..brief.relations.len() {
        let Relation {
            subject,
            kind,
            object,
        } = brief.relations[r];
        let moved = PUSHED.contains(&brief.objects[object].noun.as_str())
            && class(brief, subject) == Class::Person
            && matches!(kind, RelationKind::With | RelationKind::Holding)
            && heard.contains("push");
        if moved {
            brief.relations[r] = Relation {
                subject: object,
                kind: RelationKind::LeftOf,
                object: subject,
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn works_show_what_is_named_before_them() {
        for (prompt, motif) in [
            ("a rocket poster on the wall", Some("rocket")),
            ("a bedroom with a cat poster on the wall", Some("cat")),
            ("a large poster on the wall", None),
        ] {
            let brief = super::super::mend(&plantain_read::read(prompt));
            let printed = brief
                .objects
                .iter()
                .find(|o| o.attributes.iter().any(|a| a == PRINTED));
            assert_eq!(printed.map(|o| o.noun.as_str()), motif, "{prompt}");
        }
    }
}
