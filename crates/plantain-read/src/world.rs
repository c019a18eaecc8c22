//! Texts and doings that stand in a scene: every text of a scene is on something in it ("a chalkboard says Cod 9.50"), and who
//! reads a newspaper holds it.

use crate::lexicon::lexicon;
use crate::{Brief, Genre, Literal, Origin, Relation, RelationKind, Role};

/// Digits of a number on a thing, at most.
const DIGITS_MAX: usize = 4;

/// Words before a text that stands on a thing.
const SAYING: &[&str] = &[
    " says",
    " saying",
    " reads",
    " reading",
    " that says",
    " written",
    " labelled",
    " labeled",
    " with the words",
    " lettering",
    " painted on",
    " sign:",
    " stamped",
    " marked",
];

/// Doings that take a thing in hand.
const HANDLING: &[&str] = &[
    "reading",
    "drinking",
    "eating",
    "sipping",
    "carrying",
    "holding",
    "playing",
    "waving",
    "licking",
    "strumming",
    "writing",
    "reads",
    "drinks",
    "eats",
    "carries",
    "holds",
    "plays",
    "waves",
];

/// Words between a doing and its thing.
const BETWEEN: &[&str] = &[
    "a", "an", "the", "his", "her", "their", "some", "big", "large", "small", "little", "old",
    "open", "thick", "cup", "of", "from",
];

/// "a reading armchair", "two reading lamps": behind an article or a number, with a thing behind it, the word says what the
/// thing is for and leads to no text.
pub(crate) fn is_for_reading(reader: &crate::reader::Reader<'_>, at: usize) -> bool {
    let told = at > 0
        && (matches!(
            reader.key(at - 1),
            "a" | "an" | "the" | "his" | "her" | "their" | "my" | "our"
        ) || crate::numbers::count_at(&reader.tokens, at - 1).is_some()
            || lexicon().adjectives.at(&reader.tokens, at - 1).is_some());
    told && lexicon().nouns.at(&reader.tokens, at + 1).is_some()
}

/// Puts every text of a scene on a thing, and things in the hands that use them.
pub(crate) fn settle(brief: &mut Brief) {
    if !matches!(brief.genre, Genre::Scene | Genre::Composed) || brief.objects.is_empty() {
        return;
    }
    join_told(brief);
    numbers(brief);
    let starts: Vec<usize> = brief.literals.iter().map(|l| l.span.start).collect();
    for (at, start) in starts.into_iter().enumerate() {
        if !is_said(&brief.prompt, start) {
            continue;
        }
        let bearer = bearer(brief, at, start);
        let literal = &mut brief.literals[at];
        if !matches!(
            literal.role,
            Role::World | Role::Title | Role::Caption | Role::Quote
        ) {
            literal.role = Role::World;
        }
        if literal.role == Role::World && literal.on_object.is_none() {
            literal.on_object = bearer;
        }
    }
    hold(brief);
    moons(brief);
}

/// "A bus with the number 42": the digits stand on the bus.
fn numbers(brief: &mut Brief) {
    for at in 0..brief.objects.len() {
        let object = &brief.objects[at];
        if object.noun != "number" || object.absent {
            continue;
        }
        let end = object.span.end;
        let rest = brief.prompt.get(end..).unwrap_or_default();
        let from = end + (rest.len() - rest.trim_start().len());
        let digits: String = rest
            .trim_start()
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        let tied = brief.relations.iter().find_map(|r| match r.kind {
            RelationKind::With if r.object == at => Some(r.subject),
            RelationKind::On if r.subject == at => Some(r.object),
            _ => None,
        });
        let span = from..from + digits.len();
        let known = brief.literals.iter().any(|l| l.meets(&span));
        let Some(owner) = tied.filter(|_| (1..=DIGITS_MAX).contains(&digits.len()) && !known)
        else {
            continue;
        };
        brief
            .unread
            .retain(|unread| !(span.start <= unread.start && unread.end <= span.end));
        brief.literals.push(Literal {
            text: digits,
            span,
            role: Role::World,
            origin: Origin::Introduced,
            on_object: Some(owner),
        });
        let number = &mut brief.objects[at];
        (number.absent, number.count) = (true, Some(0));
        brief
            .relations
            .retain(|r| r.subject != at && r.object != at);
    }
}

/// "the moon is full": its shape is told behind it.
fn moons(brief: &mut Brief) {
    let lower = brief.prompt.to_lowercase();
    for object in brief.objects.iter_mut().filter(|o| o.noun == "moon") {
        let shaped = |word: &str| {
            object.attributes.iter().any(|a| a == word)
                || lower.contains(&format!("moon is {word}"))
        };
        if shaped("full") {
            object.noun = "full moon".into();
        } else if shaped("crescent") {
            object.noun = "crescent moon".into();
        }
    }
}

/// The sentence before a place in the prompt, in lower case.
fn sentence(prompt: &str, end: usize) -> String {
    let before = prompt.get(..end).unwrap_or_default();
    let from = before.rfind([';', '\n']).map_or(0, |at| at + 1);
    let from = before.rfind(". ").map_or(from, |at| from.max(at + 2));
    format!(" {}", before[from..].to_lowercase())
}

fn is_said(prompt: &str, start: usize) -> bool {
    let told = sentence(prompt, start);
    SAYING.iter().any(|word| told.contains(word))
}

/// "Cod 9.50" on a board is one text, not a name with its price.
fn join_told(brief: &mut Brief) {
    let mut at = 0;
    while at < brief.pairs.len() {
        let (label, value) = (brief.pairs[at].label, brief.pairs[at].value);
        let close = label.filter(|&label| {
            let (name, figure) = (&brief.literals[label], &brief.literals[value]);
            let loose = name.origin != Origin::Quoted && figure.origin != Origin::Quoted;
            let gap = brief.prompt.get(name.span.end..figure.span.start);
            loose
                && gap.is_some_and(|gap| gap.trim().is_empty())
                && is_said(&brief.prompt, name.span.start)
        });
        let Some(label) = close else {
            at += 1;
            continue;
        };
        let span = brief.literals[label].span.start..brief.literals[value].span.end;
        brief.literals[label].text = brief.prompt[span.clone()].to_owned();
        brief.literals[label].span = span;
        brief.literals[label].role = Role::World;
        brief.pairs.remove(at);
        brief.remove_literal(value);
    }
}

/// The last thing before the text, in its sentence, that is made to carry words.
fn bearer(brief: &Brief, index: usize, start: usize) -> Option<usize> {
    let from = start.saturating_sub(sentence(&brief.prompt, start).len());
    let written = |noun: &str| {
        let head = noun.rsplit(' ').next().unwrap_or(noun);
        lexicon().has_trait(noun, "written") || lexicon().has_trait(head, "written")
    };
    let taken = |at: usize| {
        brief
            .literals
            .iter()
            .enumerate()
            .any(|(i, l)| i != index && l.on_object == Some(at))
    };
    (0..brief.objects.len())
        .filter(|&at| {
            let object = &brief.objects[at];
            object.span.start >= from
                && object.span.end <= start
                && !object.absent
                && written(&object.noun)
                && !taken(at)
        })
        .max_by_key(|&at| brief.objects[at].span.start)
}

/// "an old man sitting on a bench reading a newspaper": the newspaper is in his hands, not on the bench.
fn hold(brief: &mut Brief) {
    let person = |noun: &str| {
        let head = noun.rsplit(' ').next().unwrap_or(noun);
        let is = |noun: &str| {
            lexicon()
                .nouns
                .get(noun)
                .is_some_and(|noun| noun.category == "person")
        };
        is(noun) || is(head)
    };
    for at in 0..brief.objects.len() {
        let span = brief.objects[at].span.clone();
        // The doing may stand inside the words of the thing itself.
        let told = sentence(&brief.prompt, span.end);
        let mut words = told.split_whitespace().rev();
        words.next();
        let doing = words.find(|word| !BETWEEN.contains(word));
        if brief.objects[at].absent || !doing.is_some_and(|word| HANDLING.contains(&word)) {
            continue;
        }
        let from = span.end.saturating_sub(told.len());
        let who = (0..brief.objects.len())
            .filter(|&i| {
                let object = &brief.objects[i];
                object.span.start >= from && object.span.end <= span.start && person(&object.noun)
            })
            .max_by_key(|&i| brief.objects[i].span.start);
        let Some(who) = who else { continue };
        let held = |r: &Relation| r.object == at && r.kind == RelationKind::Holding;
        if brief.relations.iter().any(held) {
            continue;
        }
        brief.relations.retain(|r| {
            let laid = r.subject == at
                && matches!(
                    r.kind,
                    RelationKind::On | RelationKind::In | RelationKind::With
                );
            let beside = r.subject == who && r.object == at;
            !laid && !beside
        });
        brief.relations.push(Relation {
            subject: who,
            kind: RelationKind::Holding,
            object: at,
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::{RelationKind, Role, read};

    #[test]
    fn texts_stand_on_things_of_the_scene() {
        for (prompt, want) in [
            (
                "a harbour with three boats. Behind the pier is a small shop with a sign that reads FRESH FISH. A chalkboard next to the door says Cod 9.50.",
                &[("FRESH FISH", "sign"), ("Cod 9.50", "blackboard")][..],
            ),
            (
                "a street. A billboard says OPEN. Two seagulls fly above the roof.",
                &[("OPEN", "billboard")],
            ),
        ] {
            let brief = read(prompt);
            assert!(
                brief.objects.iter().all(|o| !o.noun.contains("fly")),
                "{prompt}"
            );
            let found: Vec<(&str, &str)> = brief
                .literals
                .iter()
                .map(|l| {
                    assert_eq!(l.role, Role::World, "{prompt}");
                    let on = l.on_object.map_or("", |at| brief.objects[at].noun.as_str());
                    (l.text.as_str(), on)
                })
                .collect();
            assert_eq!(found, want, "{prompt}");
        }
    }

    #[test]
    fn what_is_used_is_held() {
        for (prompt, who, what) in [
            (
                "an old man sitting on a bench reading a newspaper",
                "man",
                "newspaper",
            ),
            (
                "a woman on a sofa drinking a cup of coffee",
                "woman",
                "coffee",
            ),
        ] {
            let brief = read(prompt);
            let noun = |at: usize| brief.objects[at].noun.as_str();
            let held = brief.relations.iter().any(|r| {
                r.kind == RelationKind::Holding
                    && noun(r.subject).contains(who)
                    && noun(r.object).contains(what)
            });
            assert!(held, "{prompt}: {:?}", brief.relations);
        }
    }

    #[test]
    fn the_moon_has_the_shape_that_is_told() {
        for (prompt, want) in [
            ("a street at night. The moon is full.", "full moon"),
            ("a house and a moon", "moon"),
        ] {
            let brief = read(prompt);
            assert!(brief.objects.iter().any(|o| o.noun == want), "{prompt}");
        }
    }
}
