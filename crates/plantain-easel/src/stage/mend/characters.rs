//! Figures that are designed: who they are in one, what they have in either hand, and the empty ground they stand on.

use plantain_read::{Brief, Relation, RelationKind};

use super::{absorb, class};
use crate::stage::lexicon::Class;
use crate::stage::prop::garment;

/// Words that ask for a figure and not for a scene.
const DESIGNS: &[&str] = &[
    "character sheet",
    "character design",
    "full body character",
    "full-body character",
    "mascot",
    "model sheet",
    "turnaround",
    "character:",
];
/// Ways to say that somebody named before is also something else.
const ALSO: &[&str] = &[
    "who is also",
    "who's also",
    "that is also",
    "and also",
    "who works as",
];

/// Makes one figure of what is told of it, and sets it free where it is designed.
pub(super) fn settle(brief: &mut Brief) {
    one_and_the_same(brief);
    in_the_other(brief);
    adornments(brief);
    let heard = brief.heard();
    limbs(brief, &heard);
    let bare = [
        "plain background",
        "empty background",
        "simple background",
        "blank background",
    ];
    if bare.iter().any(|words| heard.contains(words)) {
        // A plain is no field here.
        brief.setting.place = Some("studio".to_owned());
    }
    if !DESIGNS.iter().any(|words| heard.contains(words)) {
        return;
    }
    for object in &mut brief.objects {
        let last = object.noun.rsplit(' ').next().unwrap_or_default();
        let gesture = object.noun.starts_with("thumb");
        if gesture || matches!(last, "character" | "mascot" | "sheet" | "design" | "view") {
            absorb(object);
        }
    }
    // "mascot for a bakery": who it is made for is not where it stands.
    if heard.contains("mascot for") {
        brief.setting.place = None;
    }
    brief
        .setting
        .place
        .get_or_insert_with(|| "studio".to_owned());
}

/// "with arms and legs": they are drawn with whom they belong to.
fn limbs(brief: &mut Brief, heard: &str) {
    if !["arms and legs", "legs and arms"]
        .iter()
        .any(|words| heard.contains(words))
    {
        return;
    }
    for object in &mut brief.objects {
        if matches!(object.noun.as_str(), "arm" | "leg" | "eye" | "hand") {
            absorb(object);
        }
    }
}

/// "A wizard who is also a baker. He wears …": one person, of whom all is told.
fn one_and_the_same(brief: &mut Brief) {
    for second in 1..brief.objects.len() {
        let first = second - 1;
        let between = brief.objects[first].span.end..brief.objects[second].span.start;
        let words = brief
            .prompt
            .get(between)
            .unwrap_or_default()
            .trim()
            .to_lowercase();
        let person = |i: usize| class(brief, i) == Class::Person;
        let (gone, kept) = match ALSO.contains(&words.as_str()) {
            true if person(first) && person(second) => (second, first),
            // "Brannoch the lighthouse keeper": a name, and who has it.
            false if words.is_empty() && person(second) && is_name(brief, first) => (first, second),
            _ => continue,
        };
        absorb(&mut brief.objects[gone]);
        for relation in &mut brief.relations {
            for end in [&mut relation.subject, &mut relation.object] {
                if *end == gone {
                    *end = kept;
                }
            }
        }
    }
}

/// Whether a phrase is one word with a capital that nothing is known of.
fn is_name(brief: &Brief, phrase: usize) -> bool {
    let words = &brief.objects[phrase].words;
    words.starts_with(char::is_uppercase)
        && !words.contains(' ')
        && class(brief, phrase) == Class::Thing
        && crate::stage::find::find(&brief.objects[phrase].noun).is_none()
}

/// "a loaf of bread in one hand and a wand in the other": what is in the other hand is held, too.
fn in_the_other(brief: &mut Brief) {
    for i in 0..brief.objects.len() {
        let after = brief
            .prompt
            .get(brief.objects[i].span.end..)
            .unwrap_or_default();
        if !after
            .trim_start()
            .to_lowercase()
            .starts_with("in the other")
        {
            continue;
        }
        let bearer = brief.relations.iter().rev().find(|r| {
            r.kind == RelationKind::Holding && r.object < i && class(brief, r.subject).is_animate()
        });
        if let Some(subject) = bearer.map(|r| r.subject) {
            brief.relations.push(Relation {
                subject,
                kind: RelationKind::Holding,
                object: i,
            });
        }
    }
}

/// "a blue hat with stars": what is on a garment is no thing beside its wearer.
fn adornments(brief: &mut Brief) {
    for i in 1..brief.objects.len() {
        let worn = garment(&brief.objects[i - 1].noun).is_some();
        let between = brief.objects[i - 1].span.end..brief.objects[i].span.start;
        let on = brief
            .prompt
            .get(between)
            .is_some_and(|words| words.trim() == "with");
        let adorns = matches!(
            brief.objects[i].noun.as_str(),
            "star"
                | "flower"
                | "heart"
                | "dot"
                | "stripe"
                | "pom-pom"
                | "feather"
                | "moon"
                | "button"
        );
        if worn && on && adorns && brief.objects[i].plural {
            absorb(&mut brief.objects[i]);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::mend;

    #[test]
    fn a_figure_is_one_whatever_it_is_called() {
        for (prompt, nouns) in [
            (
                "a wizard who is also a baker, he wears a blue hat",
                vec!["wizard", "hat"],
            ),
            (
                "Brannoch the lighthouse keeper in yellow boots",
                vec!["lighthouse keeper", "boot"],
            ),
            ("a mushroom mascot with arms and legs", vec!["mushroom"]),
            ("a woman in a blue hat with stars", vec!["woman", "hat"]),
        ] {
            let brief = mend(&plantain_read::read(prompt));
            let there = brief.objects.iter().filter(|o| !o.absent);
            let told: Vec<&str> = there.map(|o| o.noun.as_str()).collect();
            assert_eq!(told, nouns, "{prompt}");
        }
    }
}
