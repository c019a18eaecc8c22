//! Families, herds and teams: words that stand for several.

use plantain_read::{Brief, ObjectPhrase};

use super::super::absorb;
use crate::stage::lexicon::{Class, look_up};

/// "A family at dinner: mother, father and two kids" is those who are told behind the colon, and nobody else.
fn listed(brief: &mut Brief) {
    for at in 0..brief.objects.len() {
        let group = matches!(
            brief.objects[at].noun.as_str(),
            "family" | "band" | "couple" | "team"
        );
        if !group || brief.objects[at].absent {
            continue;
        }
        let next = (at + 1..brief.objects.len())
            .find(|i| look_up(&brief.objects[*i].noun).0 == Class::Person);
        let told = next.and_then(|i| {
            let (from, to) = (brief.objects[at].span.end, brief.objects[i].span.start);
            brief.prompt.get(from..to)
        });
        if told.is_some_and(|between| between.contains(':')) {
            absorb(&mut brief.objects[at]);
        }
    }
}

/// "Family of five", "group of six friends": how many they are, and that they are there at all.
pub(in crate::stage::mend) fn families(brief: &mut Brief) {
    listed(brief);
    let prompt = brief.prompt.to_lowercase();
    for noun in [
        "family", "band", "crowd", "couple", "audience", "group", "team",
    ] {
        let Some(at) = word_at(&prompt, noun) else {
            continue;
        };
        let rest = &prompt[at + noun.len()..];
        let number = rest
            .strip_prefix(" of ")
            .and_then(|r| number(r.split_whitespace().next().unwrap_or_default()));
        let animal = prompt[..at]
            .split_whitespace()
            .next_back()
            .unwrap_or_default()
            .to_owned();
        let known = brief.objects.iter_mut().find(|o| o.noun.ends_with(noun));
        match (known, noun) {
            // "A penguin family" is a family of penguins.
            (Some(object), "family")
                if plantain_art::find_object(&animal).is_some()
                    && matches!(look_up(&animal).0, Class::Animal | Class::Bird) =>
            {
                object.noun.clone_from(&animal);
                object.count = number.or(Some(4));
            }
            (Some(object), _) => {
                if let Some(n) = number {
                    object.count = Some(n);
                }
            }
            (None, "family" | "band" | "couple" | "crowd") => {
                let span = at..at + noun.len();
                let lost = brief
                    .objects
                    .iter()
                    .any(|o| !o.absent && look_up(&o.noun).0 == Class::Person);
                // "A family of elephants" is told: it is theirs.
                let theirs = brief.objects.iter().any(|o| o.span.contains(&at));
                if !lost
                    && !theirs
                    && brief.prompt.is_char_boundary(span.start)
                    && brief.prompt.is_char_boundary(span.end)
                {
                    brief.objects.push(person(noun, span, number));
                }
            }
            _ => {}
        }
    }
}

/// "A camel caravan": several camels; beside the camels themselves it is no thing of its own.
pub(in crate::stage::mend) fn collectives(brief: &mut Brief) {
    const GROUPS: &[&str] = &[
        "caravan", "herd", "flock", "pack", "swarm", "convoy", "fleet", "litter", "troop",
    ];
    const MANY: u32 = 5;
    for i in 0..brief.objects.len() {
        let words = brief.objects[i].words.to_lowercase();
        let words: Vec<&str> = words.split_whitespace().collect();
        let [.., kind, group] = words[..] else {
            continue;
        };
        let class = crate::stage::lexicon::look_up(kind).0;
        let alive = class.is_animate() && class != crate::stage::lexicon::Class::Person;
        if brief.objects[i].absent || !GROUPS.contains(&group) || !alive {
            continue;
        }
        let told = (0..brief.objects.len())
            .any(|k| k != i && !brief.objects[k].absent && brief.objects[k].noun == kind);
        if told {
            absorb(&mut brief.objects[i]);
        } else {
            let object = &mut brief.objects[i];
            kind.clone_into(&mut object.noun);
            (object.plural, object.count) = (true, Some(MANY));
        }
    }
}

/// "A horse-drawn carriage": the horse goes before it.
pub(in crate::stage::mend) fn drawn_by(brief: &mut Brief) {
    for i in 0..brief.objects.len() {
        if brief.objects[i].absent {
            continue;
        }
        let words = brief.objects[i].words.to_lowercase();
        let puller = words.split_whitespace().find_map(|word| {
            let kind = word.strip_suffix("-drawn")?.trim_end_matches('s');
            let class = crate::stage::lexicon::look_up(kind).0;
            (class == Class::Animal).then(|| kind.to_owned())
        });
        let Some(puller) = puller else { continue };
        if brief.objects.iter().any(|o| !o.absent && o.noun == puller) {
            continue;
        }
        let count = brief.objects[i].count.unwrap_or(1).max(1);
        let position = brief.objects[i].position;
        let animal = super::super::doings::push(brief, &puller, count);
        brief.objects[animal].position = position;
        brief.relations.push(plantain_read::Relation {
            subject: animal,
            kind: plantain_read::RelationKind::LeftOf,
            object: i,
        });
    }
}

pub(super) fn person(noun: &str, span: std::ops::Range<usize>, count: Option<u32>) -> ObjectPhrase {
    ObjectPhrase {
        noun: noun.to_owned(),
        words: noun.to_owned(),
        span,
        count,
        plural: false,
        color: None,
        more_colors: Vec::new(),
        each_different: false,
        size: None,
        shape: None,
        materials: Vec::new(),
        attributes: Vec::new(),
        position: None,
        arrangement: None,
        absent: false,
    }
}

pub(super) fn word_at(text: &str, word: &str) -> Option<usize> {
    let edge = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric());
    text.match_indices(word)
        .find(|(at, _)| {
            edge(text[..*at].chars().next_back()) && edge(text[at + word.len()..].chars().next())
        })
        .map(|(at, _)| at)
}

pub(super) fn number(word: &str) -> Option<u32> {
    const WORDS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    WORDS
        .iter()
        .position(|w| *w == word)
        .map(|i| i as u32 + 1)
        .or_else(|| word.parse().ok().filter(|n| (1..=20).contains(n)))
}

#[cfg(test)]
mod tests {
    use crate::stage::mend::mend;

    #[test]
    fn a_family_that_is_listed_is_those_who_are_named() {
        let brief = mend(&plantain_read::read(
            "family at dinner: mother, father and two kids at a table",
        ));
        assert!(brief.objects.iter().all(|o| o.absent || o.noun != "family"));
    }
}
