//! What people do brings its gear: who plays chess sits at a board, who waters tomatoes has a can and the tomatoes before them.

mod gear;

use plantain_read::{Brief, ObjectPhrase, Relation, RelationKind};

use crate::stage::lexicon::{Class, look_up};
use gear::{DOINGS, Doing, How, STIRRING};

/// Gives those who do something what they do it with, and seats those who sit in wheels.
pub(super) fn settle(brief: &mut Brief) {
    for object in &mut brief.objects {
        if matches!(object.noun.as_str(), "instrument" | "musical instrument") {
            "guitar".clone_into(&mut object.noun);
        }
    }
    super::posts::wheelchairs(brief);
    super::posts::rowers(brief);
    super::posts::writers(brief);
    super::posts::easels(brief);
    super::posts::sellers(brief);
    super::posts::wares(brief);
    super::posts::over_the_counter(brief);
    super::posts::furniture(brief);
    super::meals::settle(brief);
    climbers(brief);
    let people: Vec<usize> = (0..brief.objects.len())
        .filter(|i| is_somebody(brief, *i))
        .collect();
    for person in people {
        let told = told(brief, person);
        let mut busy = false;
        for doing in DOINGS {
            if !is_person(brief, person) && !OF_ANIMALS.contains(&doing.gear) {
                continue;
            }
            let does = doing
                .told
                .iter()
                .any(|words| told.contains(&format!(" {words} ")) && !is_work(brief, words));
            // A flag is planted by hand.
            let does = does && !(doing.gear == "shovel" && told.contains(" flag "));
            if !does || busy && doing.how == How::Held {
                continue;
            }
            let doing = if doing.gear == "pan" && super::meals::at_the_pot(brief, person) {
                &STIRRING
            } else {
                doing
            };
            let done = equip(brief, person, doing, &told);
            busy |= done && matches!(doing.how, How::Held | How::Table);
        }
    }
}

/// "A girl beside a painting", "two drawings": the work, and nothing that somebody is doing.
fn is_work(brief: &Brief, words: &str) -> bool {
    brief
        .objects
        .iter()
        .any(|o| o.noun == words && look_up(&o.noun).0 != Class::Person)
}

/// Gear that animals of pictures take up as people do. What they sing or dig they do without.
const OF_ANIMALS: &[&str] = &[
    "book",
    "paintbrush",
    "surfboard",
    "skateboard",
    "snowboard",
    "skis",
    "bicycle",
    "yarn",
    "laptop",
    "watering can",
    "chess board",
    "pan",
    "rolling pin",
    "canoe",
    "rowboat",
    "telescope",
    "camera",
    "sled",
];

/// Whether it is a person or an animal that may act like one.
pub(super) fn is_somebody(brief: &Brief, i: usize) -> bool {
    let animal = brief
        .objects
        .get(i)
        .is_some_and(|o| !o.absent && matches!(look_up(&o.noun).0, Class::Animal | Class::Bird));
    animal || is_person(brief, i)
}

pub(super) fn is_person(brief: &Brief, i: usize) -> bool {
    brief.objects.get(i).is_some_and(|o| {
        let robot = o.noun == "robot" || o.noun.ends_with(" robot");
        !o.absent && (robot || look_up(&o.noun).0 == Class::Person)
    })
}

/// The words about a person up to the next one or the end of the sentence, in English, between blanks.
pub(super) fn told(brief: &Brief, person: usize) -> String {
    let start = brief.objects[person].span.start;
    let next = (0..brief.objects.len())
        .filter(|i| *i != person && is_somebody(brief, *i))
        .map(|i| brief.objects[i].span.start)
        .filter(|at| *at > start)
        .min()
        .unwrap_or(brief.prompt.len());
    english_clause(brief, start..next)
}

/// The words of a stretch of the prompt up to the end of its sentence, in English, between blanks.
pub(super) fn english_clause(brief: &Brief, stretch: std::ops::Range<usize>) -> String {
    let rest = brief.prompt.get(stretch).unwrap_or_default();
    let end = rest.find(['.', '!', '?', '\n', ';']).unwrap_or(rest.len());
    let clause = &rest[..end];
    let language = brief.language.0.as_str();
    let english = if language == "en" || language.is_empty() {
        clause.to_lowercase()
    } else {
        plantain_read::english(clause, language)
    };
    let words: Vec<&str> = english
        .split(|c: char| !(c.is_alphanumeric() || c == '-'))
        .filter(|w| !w.is_empty())
        .collect();
    format!(" {} ", words.join(" "))
}

/// Puts the gear of a doing where it belongs; returns whether the person has it now.
fn equip(brief: &mut Brief, person: usize, doing: &Doing, told: &str) -> bool {
    if doing.works_on {
        lay_down(brief, person, doing);
    }
    if MAKING.iter().any(|word| told.contains(word)) {
        take_up(brief, person);
    }
    let own = (0..brief.objects.len()).find(|i| {
        let object = &brief.objects[*i];
        !object.absent && *i != person && same_thing(&object.noun, doing.gear)
    });
    let holds = brief.relations.iter().any(|r| {
        r.subject == person
            && Some(r.object) != own
            && !brief.objects[r.object].absent
            && matches!(r.kind, RelationKind::Holding | RelationKind::Eating)
    });
    let with_thing = brief.relations.iter().any(|r| {
        r.subject == person
            && Some(r.object) != own
            && r.kind == RelationKind::With
            && !brief.objects[r.object].absent
            && matches!(
                look_up(&brief.objects[r.object].noun).0,
                Class::Item | Class::Food
            )
    });
    if doing.how == How::Held && with_thing && !holds && !is_person(brief, person) {
        // "A cat reading a newspaper" holds it, as people do.
        for r in &mut brief.relations {
            if r.subject == person && r.kind == RelationKind::With && Some(r.object) != own {
                r.kind = RelationKind::Holding;
            }
        }
        return true;
    }
    if doing.how == How::Held && (holds || with_thing) {
        return false;
    }
    let gear = find_gear(brief, person, doing, own);
    relate(brief, person, gear, doing.how);
    true
}

/// Returns the gear of a doing: the one that is told of, or a new one for each who does it.
fn find_gear(brief: &mut Brief, person: usize, doing: &Doing, own: Option<usize>) -> usize {
    match own {
        Some(gear) => {
            // "Playing drums" is one set of them.
            if brief.objects[gear].count.is_none() && doing.how != How::Beside {
                brief.objects[gear].plural = false;
                brief.objects[gear].count = Some(1);
            }
            gear
        }
        None => {
            let many = match doing.how {
                How::Held | How::Ridden => brief.objects[person].count.filter(|n| *n > 1),
                _ => None,
            };
            if doing.how == How::Held && brief.objects[person].plural && many.is_none() {
                brief.objects[person].count = Some(3);
            }
            let count = match (doing.how, brief.objects[person].count) {
                (How::Held | How::Ridden, Some(n)) => n.max(1),
                _ => 1,
            };
            push(brief, doing.gear, count)
        }
    }
}

/// Says where the gear is, in place of what was said of the two before.
fn relate(brief: &mut Brief, person: usize, gear: usize, how: How) {
    let said = |kind: RelationKind, subject: usize, object: usize| Relation {
        subject,
        kind,
        object,
    };
    brief.relations.retain(|r| {
        let pair = [(r.subject, r.object), (r.object, r.subject)].contains(&(person, gear));
        !pair
            || !matches!(
                r.kind,
                RelationKind::With
                    | RelationKind::Holding
                    | RelationKind::NextTo
                    | RelationKind::On
            )
    });
    match how {
        How::Held => brief
            .relations
            .push(said(RelationKind::Holding, person, gear)),
        How::Before => brief
            .relations
            .push(said(RelationKind::InFrontOf, gear, person)),
        How::Ridden => brief
            .relations
            .push(said(RelationKind::Riding, person, gear)),
        How::Aboard => brief.relations.push(said(RelationKind::In, person, gear)),
        How::Beside => brief
            .relations
            .push(said(RelationKind::NextTo, gear, person)),
        How::Behind => brief
            .relations
            .push(said(RelationKind::Behind, gear, person)),
        How::Table => {
            let table = table(brief);
            brief.objects[person]
                .attributes
                .extend(["sitting".to_owned(), "dining".to_owned()]);
            let lies = brief
                .relations
                .iter()
                .any(|r| r.subject == gear && r.kind == RelationKind::On);
            if !lies {
                brief.relations.push(said(RelationKind::On, gear, table));
            }
            brief
                .relations
                .push(said(RelationKind::NextTo, person, table));
        }
    }
}

/// Who climbs a ladder, a rope or stairs is on it.
fn climbers(brief: &mut Brief) {
    const CLIMBED: &[&str] = &["ladder", "rope", "stairs", "staircase", "stepladder"];
    for r in 0..brief.relations.len() {
        let Relation {
            subject,
            kind,
            object,
        } = brief.relations[r];
        let told = told(brief, subject);
        let climbs = told.contains(" climb");
        let thing = CLIMBED.contains(&brief.objects[object].noun.as_str());
        if climbs
            && thing
            && is_somebody(brief, subject)
            && matches!(
                kind,
                RelationKind::With | RelationKind::Holding | RelationKind::NextTo
            )
        {
            brief.relations[r].kind = RelationKind::On;
        }
    }
}

/// Doings that make the thing that they name.
const MAKING: &[&str] = &[
    " knitting ",
    " knits ",
    " crocheting ",
    " crochets ",
    " sewing ",
    " sews ",
];

/// "Knitting a red scarf": what is being made is in the hands and not worn yet.
fn take_up(brief: &mut Brief, person: usize) {
    for r in 0..brief.relations.len() {
        let relation = brief.relations[r].clone();
        let garment = crate::stage::prop::garment(&brief.objects[relation.object].noun).is_some();
        let knit =
            brief.prompt[brief.objects[person].span.end.min(brief.prompt.len())..].to_lowercase();
        let named = ["knit", "crochet", "sew"]
            .iter()
            .filter_map(|word| knit.find(word))
            .min()
            .is_some_and(|at| {
                at + brief.objects[person].span.end < brief.objects[relation.object].span.start
            });
        if relation.subject == person && relation.kind == RelationKind::Wearing && garment && named
        {
            brief.relations[r].kind = RelationKind::Holding;
        }
    }
}

/// What is worked on lies before the one who does it.
fn lay_down(brief: &mut Brief, person: usize, doing: &Doing) {
    let stem = |word: &str| {
        let first = word.split(' ').next().unwrap_or(word);
        first.trim_end_matches("ing").to_owned()
    };
    for i in 0..brief.objects.len() {
        let object = &mut brief.objects[i];
        if i == person
            || object.absent
            || !matches!(
                look_up(&object.noun).0,
                Class::Food | Class::Plant | Class::Item | Class::Tree
            )
        {
            continue;
        }
        let done = doing.told.iter().any(|word| {
            object
                .attributes
                .iter()
                .any(|a| stem(a) == stem(word) && a.ends_with("ing"))
        });
        let words = object.noun.clone();
        // "digging potato" is a potato that someone digs.
        if let Some((first, rest)) = words.split_once(' ')
            && doing.told.contains(&first)
        {
            object.noun = rest.to_owned();
        }
        object.attributes.retain(|a| !(done && a.ends_with("ing")));
        let tied = brief.relations.iter().position(|r| {
            r.subject == person
                && r.object == i
                && matches!(r.kind, RelationKind::With | RelationKind::Holding)
        });
        if let Some(r) = tied {
            brief.relations.remove(r);
        } else if !done {
            continue;
        }
        // It may have been tied to somebody else for want of a verb.
        brief
            .relations
            .retain(|r| r.object != i || r.kind != RelationKind::With);
        let (kind, object) = if doing.gear == "kitchen knife" {
            // One cuts on a table.
            let table = table(brief);
            let stands = |r: &Relation| r.subject == table && r.object == person;
            if !brief.relations.iter().any(stands) {
                brief.relations.push(Relation {
                    subject: table,
                    kind: RelationKind::InFrontOf,
                    object: person,
                });
            }
            (RelationKind::On, table)
        } else {
            (RelationKind::InFrontOf, person)
        };
        brief.relations.push(Relation {
            subject: i,
            kind,
            object,
        });
    }
}

fn same_thing(noun: &str, gear: &str) -> bool {
    if noun == gear || noun.ends_with(&format!(" {gear}")) {
        return true;
    }
    let art = |noun: &str| crate::stage::find::find(noun).map(|found| found.object.name);
    art(noun).is_some() && art(noun) == art(gear)
}

/// The table that is there, else a new one.
pub(super) fn table(brief: &mut Brief) -> usize {
    let there = brief.objects.iter().position(|o| {
        let (class, height) = look_up(&o.noun);
        !o.absent && class == Class::Table && height > 0.5
    });
    there.unwrap_or_else(|| push(brief, "table", 1))
}

pub(in crate::stage::mend) fn push(brief: &mut Brief, noun: &str, count: u32) -> usize {
    let end = brief.prompt.len();
    brief.objects.push(ObjectPhrase {
        noun: noun.to_owned(),
        words: noun.to_owned(),
        span: end..end,
        count: Some(count),
        plural: count > 1,
        ..ObjectPhrase::default()
    });
    brief.objects.len() - 1
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stage::person::Tool;

    #[test]
    fn floors_keep_their_furniture() {
        let prompt = "living room with a green sofa, a round rug, a floor lamp and a cat sleeping on the sofa";
        let brief = super::super::mend(&plantain_read::read(prompt));
        let on: Vec<&str> = brief
            .relations
            .iter()
            .filter(|r| r.kind == RelationKind::On)
            .map(|r| brief.objects[r.subject].noun.as_str())
            .collect();
        assert_eq!(on, ["cat"]);
        for prompt in [
            "bed with a blue blanket, a nightstand and a window",
            "black piano with a red stool",
        ] {
            let brief = super::super::mend(&plantain_read::read(prompt));
            let furniture = ["nightstand", "window", "stool"];
            let held = brief.relations.iter().any(|r| {
                r.kind == RelationKind::On
                    && furniture.contains(&brief.objects[r.subject].noun.as_str())
            });
            assert!(!held, "{prompt}: {:?}", brief.relations);
        }
    }

    #[test]
    fn all_gear_has_a_drawing() {
        for doing in DOINGS {
            let drawn = Tool::named(doing.gear).is_some()
                || crate::stage::find::find(doing.gear).is_some()
                || doing.gear == "chess board";
            assert!(drawn, "{}", doing.gear);
        }
    }

    #[test]
    fn works_are_not_what_somebody_does() {
        for prompt in [
            "a girl on the left of a painting",
            "four rabbits, one painting and a helmet",
        ] {
            let brief = super::super::mend(&plantain_read::read(prompt));
            let brush = brief.objects.iter().any(|o| o.noun == "paintbrush");
            assert!(!brush, "{prompt}: {:?}", brief.objects);
        }
    }

    #[test]
    fn doings_bring_their_gear() {
        // Prompt; subject, relation, object.
        for (prompt, want) in [
            (
                "two old men playing chess in the park",
                ("chess board", RelationKind::On, "table"),
            ),
            (
                "grandmother knitting a red scarf in an armchair",
                ("grandmother", RelationKind::Holding, "scarf"),
            ),
            (
                "a girl in a wheelchair painting at an easel",
                ("girl", RelationKind::Riding, "wheelchair"),
            ),
            (
                "a girl in a wheelchair painting at an easel",
                ("girl", RelationKind::Holding, "paintbrush"),
            ),
            (
                "a bakery with bread, croissants and a cashier",
                ("bread", RelationKind::On, "counter"),
            ),
            (
                "a chef cooking soup in a big pot",
                ("chef", RelationKind::Holding, "wooden spoon"),
            ),
            (
                "a chef cooking soup in a big pot",
                ("pot", RelationKind::InFrontOf, "chef"),
            ),
            (
                "a gardener watering tomatoes and a farmer digging potatoes",
                ("gardener", RelationKind::Holding, "watering can"),
            ),
            (
                "a gardener watering tomatoes and a farmer digging potatoes",
                ("potato", RelationKind::InFrontOf, "farmer"),
            ),
            (
                "a boy skateboarding in the street",
                ("boy", RelationKind::Riding, "skateboard"),
            ),
            (
                "man fishing from a boat on a lake",
                ("man", RelationKind::In, "rowboat"),
            ),
            (
                "a woman singing on stage",
                ("woman", RelationKind::Holding, "microphone"),
            ),
        ] {
            let brief = super::super::mend(&plantain_read::read(prompt));
            let found = brief.relations.iter().any(|r| {
                let noun = |i: usize| brief.objects[i].noun.as_str();
                (noun(r.subject), r.kind, noun(r.object)) == want
            });
            let all: Vec<_> = brief
                .relations
                .iter()
                .map(|r| {
                    (
                        &brief.objects[r.subject].noun,
                        r.kind,
                        &brief.objects[r.object].noun,
                    )
                })
                .collect();
            assert!(found, "{prompt}: {want:?} in {all:?}");
        }
    }
}
