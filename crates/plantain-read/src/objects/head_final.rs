//! Ties things together in languages that put what governs behind what is governed.
//!
//! "机の上に猫がいる" is "desk's top-at cat is": the ground comes before the relation, and what a relation describes
//! comes behind both. Chinese puts its verbs before their objects, but whole clauses before their noun ("wearing hat 的
//! cat"). The steps of such a sentence are read here and come out as phrases with explicit ties between them, so that
//! the linker, which knows English order, has nothing left to guess.

use super::items::Item;
use crate::RelationKind;
use crate::lexicon::{Adjective, lexicon};
use crate::phrases::{Phrase, add_adjective};

/// Languages that are read this way.
pub(super) fn applies(language: &str) -> bool {
    matches!(language, "zh" | "ja" | "ko" | "hi" | "tr")
}

/// Returns the items with ties in place of relation words.
pub(super) fn tie(items: Vec<Item>, language: &str) -> Vec<Item> {
    let mut reader = Reader {
        verbs_first: language == "zh",
        ..Reader::default()
    };
    for at in 0..items.len() {
        reader.item(&items[at], &items[at + 1..]);
    }
    reader.close(true);
    reader.out
}

/// A ground that waits for what stands there.
#[derive(Debug, Clone)]
struct Ground {
    kind: RelationKind,
    things: Vec<usize>,
    /// Whether the ground is the subject ("filled with"): the tie is turned round.
    swapped: bool,
    /// Groups that stood before it, so that the thing behind it is found.
    groups_before: usize,
}

/// Coordinated things, by the number of their phrase.
#[derive(Debug, Clone, Default)]
struct Group {
    things: Vec<usize>,
    /// Whether a relation took it as its ground.
    used: bool,
}

#[derive(Debug, Default)]
struct Reader {
    out: Vec<Item>,
    /// Phrases so far in the whole prompt.
    phrases: usize,
    groups: Vec<Group>,
    /// Subject of this clause and of the clause before.
    subject: Option<Vec<usize>>,
    carried: Option<Vec<usize>>,
    /// Grounds of this clause whose subject comes later.
    waiting: Vec<Ground>,
    /// What stood last to a side of something, so that its other side is told without naming it again.
    sided: Option<Vec<usize>>,
    /// Grounds that go on over an enumeration.
    running: Vec<Ground>,
    /// Relations of the next noun ("hat-wearing").
    attributes: Vec<Ground>,
    /// A verb before its object.
    verb: Option<Ground>,
    /// "three hat-wearing cats": the count of the next noun.
    count: Option<u32>,
    joined: bool,
    /// Phrases to come that are objects of a clause before its noun.
    objects_ahead: usize,
    /// A noun that may turn out to be the material of the next.
    noun_of: Option<Phrase>,
    /// Whether a place word stood directly before.
    after_post: bool,
    /// Whether verbs stand before their objects.
    verbs_first: bool,
}

impl Reader {
    fn item(&mut self, item: &Item, rest: &[Item]) {
        let after_post = std::mem::take(&mut self.after_post);
        match item {
            Item::Phrase(phrase) => self.phrase(phrase, rest),
            Item::And => {
                self.joined = true;
                self.out.push(Item::And);
            }
            Item::Subject => {
                // "holding a balloon, stands at": what was held is not who stands.
                let named = self.groups.last().filter(|group| !group.used);
                self.subject = named
                    .map(|group| group.things.clone())
                    .or(self.subject.take());
            }
            Item::Post(kind) => self.post(*kind, rest),
            Item::PostVerb(kind) => self.post_verb(*kind, rest),
            Item::Seat => self.seat(rest),
            Item::Relation(RelationKind::With) if after_post => {}
            Item::Relation(kind) => self.relation(*kind, false, rest),
            Item::Contents => self.relation(RelationKind::With, false, rest),
            Item::Passive(kind) => self.relation(*kind, true, rest),
            Item::Count(n) => self.counted(*n),
            Item::Verb { base, .. } => self.does(base, rest),
            Item::Of | Item::Copula => {}
            Item::Comma => {
                self.close(false);
                self.out.push(Item::Comma);
            }
            Item::End => {
                self.close(true);
                self.out.push(Item::End);
            }
            other => self.out.push(other.clone()),
        }
    }

    fn phrase(&mut self, phrase: &Phrase, rest: &[Item]) {
        let mut phrase = phrase.clone();
        if let Some(material) = self.noun_of.take() {
            let noun = material.object.noun.as_str();
            let material = if noun == "tree" { "wooden" } else { noun };
            if let Some(adjective) = lexicon().adjectives.get(material) {
                add_adjective(&mut phrase.object, &adjective.clone());
            }
        } else if let [Item::Of, Item::Phrase(next), ..] = rest
            && is_material(&phrase, next)
        {
            self.noun_of = Some(phrase);
            return;
        }
        // A count before a relative clause belongs to the noun behind it.
        let described = !self.attributes.is_empty();
        if let Some(n) = self
            .count
            .filter(|_| described || !matches!(rest.first(), Some(Item::Of)))
        {
            if phrase.object.count.is_none_or(|count| count == 1) {
                phrase.object.count = Some(n);
                phrase.object.plural = n > 1;
            }
            self.count = None;
        }
        let at = self.phrases;
        self.phrases += 1;
        let place = phrase.place.is_some() && !phrase.thing;
        self.out.push(Item::Phrase(Box::new(phrase)));
        for ground in std::mem::take(&mut self.attributes) {
            self.settle(&ground, &[at]);
        }
        if let Some(verb) = self.verb.clone() {
            for &subject in &verb.things {
                self.push_tie(subject, verb.kind, at, verb.swapped);
            }
            if !matches!(rest.first(), Some(Item::And)) {
                self.verb = None;
            }
            self.joined = false;
            self.groups.push(Group {
                things: vec![at],
                used: true,
            });
            return;
        }
        let object = self.objects_ahead > 0;
        self.objects_ahead = self.objects_ahead.saturating_sub(1);
        if place || object {
            self.groups.push(Group {
                things: vec![at],
                used: true,
            });
        } else if std::mem::take(&mut self.joined) && !self.groups.is_empty() {
            if let Some(group) = self.groups.last_mut() {
                group.things.push(at);
            }
        } else {
            self.groups.push(Group {
                things: vec![at],
                used: false,
            });
        }
    }

    /// A number behind its noun ("cat three"), or before a clause that describes the noun.
    fn counted(&mut self, n: u32) {
        // "机の上の猫二匹": the noun may be tied to its place already.
        let last = self
            .out
            .iter_mut()
            .rfind(|item| !matches!(item, Item::Tie { .. }));
        let Some(Item::Phrase(phrase)) = last else {
            self.count = Some(n);
            return;
        };
        phrase.object.count = Some(n);
        phrase.object.plural = n > 1;
    }

    /// A verb tells what the subject does; before an object it ties the two ("fly a kite").
    fn does(&mut self, base: &'static str, rest: &[Item]) {
        if matches!(base, "write" | "say" | "read" | "print" | "see" | "look") {
            return;
        }
        let subject = self.subject.clone().or_else(|| {
            let group = self.groups.iter().rfind(|group| !group.used)?;
            Some(group.things.clone())
        });
        let Some(things) = subject.or_else(|| self.carried.clone()) else {
            return;
        };
        for &thing in &things {
            self.out.push(Item::Does { thing, base });
        }
        if matches!(rest.first(), Some(Item::Phrase(_)))
            && !describes_later(rest)
            && self.verbs_first
        {
            self.subject = Some(things.clone());
            self.verb = Some(Ground {
                kind: RelationKind::With,
                things,
                swapped: false,
                groups_before: 0,
            });
        }
    }

    /// "… and on its right": another place word about the same ground.
    fn again(&mut self, kind: RelationKind) -> bool {
        if !matches!(self.out.last(), Some(Item::And)) {
            return false;
        }
        let Some(before) = self.waiting.last().cloned() else {
            return false;
        };
        let things = self.unused(before.groups_before);
        if things.is_empty() {
            return false;
        }
        self.waiting.pop();
        self.settle(&before, &things);
        for group in &mut self.groups {
            group.used = true;
        }
        self.joined = false;
        self.waiting.push(Ground {
            kind,
            groups_before: self.groups.len(),
            ..before
        });
        true
    }

    /// A place word behind its ground.
    fn post(&mut self, kind: RelationKind, rest: &[Item]) {
        self.after_post = true;
        if self.again(kind) {
            return;
        }
        let described = matches!(rest.first(), Some(Item::Of));
        let Some(group) = self.groups.last_mut().filter(|group| {
            !matches!(self.out.last(), Some(Item::Comma | Item::End)) && !group.things.is_empty()
        }) else {
            self.groundless(kind);
            return;
        };
        group.used = true;
        if matches!(kind, RelationKind::LeftOf | RelationKind::RightOf) {
            self.sided = Some(group.things.clone());
        }
        let ground = Ground {
            kind,
            things: group.things.clone(),
            swapped: false,
            groups_before: self.groups.len(),
        };
        self.running.clear();
        if described {
            self.attributes.push(ground);
        } else if let Some(subject) = self
            .subject
            .clone()
            .filter(|subject| *subject != ground.things)
        {
            self.settle(&ground, &subject);
        } else {
            self.waiting.push(ground);
        }
    }

    /// "on the left, a dog": a place in the picture, or beside what was named before.
    fn groundless(&mut self, kind: RelationKind) {
        use crate::Position;
        if matches!(kind, RelationKind::LeftOf | RelationKind::RightOf)
            && let Some(things) = self.sided.clone()
        {
            self.wait(kind, things);
            return;
        }
        let position = match kind {
            RelationKind::LeftOf => Position::Left,
            RelationKind::RightOf => Position::Right,
            RelationKind::Above | RelationKind::On if self.carried.is_none() => Position::Top,
            RelationKind::Under | RelationKind::Below if self.carried.is_none() => Position::Bottom,
            _ => {
                if let Some(things) = self.carried.clone() {
                    self.wait(kind, things);
                }
                return;
            }
        };
        self.out.push(Item::Position(position));
    }

    /// Lets things wait for what will stand in a place of theirs.
    fn wait(&mut self, kind: RelationKind, things: Vec<usize>) {
        self.waiting.push(Ground {
            kind,
            things,
            swapped: false,
            groups_before: self.groups.len(),
        });
    }

    /// "in the chair" without saying how: on what carries, in what holds.
    fn seat(&mut self, rest: &[Item]) {
        // "桜の木の下のベンチに": what the ground itself is tied to stands behind it.
        let last = self
            .out
            .iter()
            .rfind(|item| !matches!(item, Item::Tie { .. }));
        let Some(Item::Phrase(ground)) = last else {
            return;
        };
        let noun = ground.object.noun.as_str();
        let has = |name: &str| lexicon().has_trait(noun, name);
        let kind = if has("surface") || matches!(noun, "branch" | "tree" | "horse" | "roof") {
            RelationKind::On
        } else if has("container") {
            RelationKind::In
        } else {
            return;
        };
        self.post(kind, rest);
        self.after_post = false;
    }

    /// A verb behind its object: it describes the noun that follows, or tells what the subject does.
    fn post_verb(&mut self, kind: RelationKind, rest: &[Item]) {
        let Some(group) = self.groups.last_mut() else {
            return;
        };
        group.used = true;
        let ground = Ground {
            kind,
            things: group.things.clone(),
            swapped: false,
            groups_before: self.groups.len(),
        };
        let describes = rest
            .iter()
            .find(|item| !matches!(item, Item::Of | Item::Count(_) | Item::Verb { .. }))
            .is_some_and(|item| matches!(item, Item::Phrase(next) if can(next, kind)));
        let subject = self.subject.clone().or_else(|| {
            let before = &self.groups[..self.groups.len() - 1];
            let group = before.iter().rfind(|group| !group.used)?;
            (!describes).then(|| group.things.clone())
        });
        match subject {
            _ if describes && !self.subject_closes(rest) => self.attributes.push(ground),
            Some(subject) if subject != ground.things => self.settle(&ground, &subject),
            _ if describes => self.attributes.push(ground),
            _ => self.waiting.push(ground),
        }
    }

    /// Whether the sentence has its subject already and what follows is another ground ("wears a hat and on the chair …").
    fn subject_closes(&self, rest: &[Item]) -> bool {
        self.subject.is_some()
            && matches!(
                rest,
                [
                    Item::Phrase(_),
                    Item::Post(_) | Item::PostVerb(_) | Item::Seat,
                    ..
                ]
            )
    }

    /// A verb before its object, as in Chinese.
    fn relation(&mut self, kind: RelationKind, swapped: bool, rest: &[Item]) {
        if describes_later(rest) {
            // "wearing hat 的 cat": the object becomes the ground of the noun behind.
            self.joined = false;
            self.attributes_open(kind, swapped, rest);
            return;
        }
        let subject = self
            .subject
            .clone()
            .or_else(|| {
                let group = self.groups.iter().rfind(|group| !group.used)?;
                Some(group.things.clone())
            })
            .or_else(|| self.carried.clone());
        let Some(things) = subject else { return };
        self.subject = Some(things.clone());
        self.verb = Some(Ground {
            kind,
            things,
            swapped,
            groups_before: 0,
        });
    }

    /// Notes the objects of a clause before its noun as the noun's grounds; their numbers are known in advance.
    fn attributes_open(&mut self, kind: RelationKind, swapped: bool, rest: &[Item]) {
        let objects = rest
            .iter()
            .take_while(|item| !matches!(item, Item::Of))
            .filter(|item| matches!(item, Item::Phrase(_)))
            .count();
        let things = (self.phrases..self.phrases + objects).collect();
        let head = self.phrases + objects;
        self.objects_ahead = objects;
        self.out.push(Item::Tie {
            subject: head,
            kind,
            objects: things,
            swapped,
        });
    }

    fn settle(&mut self, ground: &Ground, subjects: &[usize]) {
        for &subject in subjects {
            if ground.kind == RelationKind::Between || ground.things.len() > 1 {
                self.out.push(Item::Tie {
                    subject,
                    kind: ground.kind,
                    objects: ground.things.clone(),
                    swapped: ground.swapped,
                });
            } else if let Some(&object) = ground.things.first() {
                self.push_tie(subject, ground.kind, object, ground.swapped);
            }
        }
    }

    fn push_tie(&mut self, subject: usize, kind: RelationKind, object: usize, swapped: bool) {
        self.out.push(Item::Tie {
            subject,
            kind,
            objects: vec![object],
            swapped,
        });
    }

    /// Ends a clause, or the sentence.
    fn close(&mut self, sentence: bool) {
        let plain = self.waiting.is_empty();
        if plain && !self.running.is_empty() {
            // "a vase, a cup and a book" behind one ground.
            let things: Vec<usize> = self.unused(0);
            for ground in self.running.clone() {
                self.settle(&ground, &things);
            }
        }
        for ground in std::mem::take(&mut self.waiting) {
            let mut things = self.unused(ground.groups_before);
            if things.is_empty() {
                things = self.unused(0);
            }
            if things.is_empty() && !sentence && self.subject.is_none() && self.carried.is_none() {
                self.waiting.push(ground);
                continue;
            }
            if things.is_empty() {
                things = self.carried.clone().unwrap_or_default();
            } else {
                self.running.push(ground.clone());
            }
            things.retain(|thing| !ground.things.contains(thing));
            self.settle(&ground, &things);
        }
        let main = self.subject.take().or_else(|| {
            let first = self.groups.iter().find(|group| !group.used)?;
            Some(first.things.clone())
        });
        self.carried = main.or(self.carried.take());
        self.groups.clear();
        self.verb = None;
        self.joined = false;
        self.count = None;
        if sentence {
            self.carried = None;
            self.waiting.clear();
            self.running.clear();
            self.attributes.clear();
        }
    }

    /// Things of the groups from `first` on that are no ground; the first such group.
    fn unused(&self, first: usize) -> Vec<usize> {
        self.groups
            .iter()
            .skip(first)
            .find(|group| !group.used && !group.things.is_empty())
            .map(|group| group.things.clone())
            .unwrap_or_default()
    }
}

/// Whether a thing can do what a verb says: hats are worn by the living.
fn can(phrase: &Phrase, kind: RelationKind) -> bool {
    !matches!(
        kind,
        RelationKind::Wearing
            | RelationKind::Holding
            | RelationKind::Riding
            | RelationKind::Eating
            | RelationKind::Chasing
            | RelationKind::LookingAt
    ) || lexicon().nouns.get(&phrase.object.noun).is_none_or(|noun| {
        matches!(noun.category, "animal" | "person" | "fantasy")
            || matches!(noun.canonical, "teddy bear" | "doll" | "robot" | "snowman")
    })
}

/// Whether a noun without more is a material ("glass", "paper") before another noun.
fn is_material(phrase: &Phrase, next: &Phrase) -> bool {
    let object = &phrase.object;
    if object.noun == "tree" {
        return lexicon().nouns.get(&next.object.noun).is_some_and(|noun| {
            !matches!(
                noun.category,
                "animal" | "person" | "plant" | "nature" | "food"
            )
        });
    }
    object.color.is_none()
        && phrase.place.is_none()
        && matches!(
            lexicon().adjectives.get(&object.noun),
            Some(Adjective::Material(_))
        )
}

/// Whether the words behind a verb are its object, a link and the noun that they describe.
fn describes_later(rest: &[Item]) -> bool {
    let mut objects = 0;
    for (at, item) in rest.iter().enumerate() {
        match item {
            Item::Phrase(_) => objects += 1,
            Item::And | Item::Count(_) | Item::Verb { .. } => {}
            Item::Of => {
                return objects > 0 && matches!(rest.get(at + 1), Some(Item::Phrase(_)));
            }
            _ => return false,
        }
    }
    false
}
