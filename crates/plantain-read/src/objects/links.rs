//! Follows the items of a sentence and ties its things together.

mod doings;
mod members;
mod places;
mod pronouns;
mod relations;

use super::items::Item;
use crate::phrases::{Phrase, add_adjective};
use crate::reader::Reader;
use crate::{Color, ObjectPhrase, Position, RelationKind};

/// Objects of one prompt, at most; the rest of the text is still read for other things.
const OBJECTS_MAX: usize = 200;
/// How far before a text its verb is looked for ("a sign that says: ‘…’").
const VERB_BYTES: usize = 64;

/// Ties the items together into the brief's objects and relations.
pub(super) fn read(reader: &mut Reader<'_>, items: &[Item]) {
    let mut linker = Linker {
        reader,
        group: Vec::new(),
        main: None,
        last: None,
        pending: None,
        finished: None,
        inverted: None,
        position: None,
        not: false,
        after_and: false,
        headless: Vec::new(),
        carrier: None,
        ties: Vec::new(),
        phrases: Vec::new(),
        named: None,
        closed: false,
        rest: None,
        members: Vec::new(),
        row: Vec::new(),
        joined: false,
        posture: None,
        deed: false,
        it: None,
        sky: false,
        agent: None,
        after: After::Other,
        waiting_texts: Vec::new(),
    };
    for (at, item) in items.iter().enumerate() {
        linker.item(item, &items[at + 1..]);
    }
    linker.tie();
}

/// A relation that waits for its object.
#[derive(Debug, Clone)]
struct Pending {
    kind: RelationKind,
    subjects: Vec<usize>,
    passive: bool,
    /// "a bowl of …": only what has no article of its own goes on with it.
    contents: bool,
}

/// What the linker saw last, where it matters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum After {
    Other,
    Comma,
    Text,
    Place,
}

struct Linker<'r, 'a> {
    reader: &'r mut Reader<'a>,
    /// Coordinated things that the next relation is about.
    group: Vec<usize>,
    /// First thing of the sentence.
    main: Option<usize>,
    /// Thing that was named last.
    last: Option<usize>,
    pending: Option<Pending>,
    /// The relation that got its object last, for "a kite and a ball".
    finished: Option<Pending>,
    /// A relation that came before its subject: "on the table is …".
    inverted: Option<(RelationKind, Option<usize>)>,
    /// A position that came before its thing: "on the left, a dog".
    position: Option<Position>,
    not: bool,
    after_and: bool,
    /// Phrases whose noun comes later ("a red and a blue car").
    headless: Vec<Phrase>,
    /// Thing named last, over sentence ends, for texts.
    carrier: Option<usize>,
    /// Relations between phrases that were read before, and the things of the phrases.
    ties: Vec<Item>,
    phrases: Vec<Option<usize>>,
    /// The thing of the phrase that is being read.
    named: Option<usize>,
    /// Whether the next thing begins a group of its own.
    closed: bool,
    /// The last member of a group whose others were described one by one.
    rest: Option<usize>,
    /// The members of a group that were told apart, all of them.
    members: Vec<usize>,
    /// The parts of a group of which members were named by their place, from left to right.
    row: Vec<usize>,
    /// Whether "and" joined the thing that was named last to those before it.
    joined: bool,
    /// How the subject of the next relation holds itself.
    posture: Option<&'static str>,
    /// Whether the next relation is something that only living beings do.
    deed: bool,
    /// What a pronoun of this sentence meant.
    it: Option<usize>,
    /// Whether the place that was named last is the sky.
    sky: bool,
    /// Whom the last relation was about.
    agent: Option<usize>,
    /// What stood directly before: a comma, a text, a place.
    after: After,
    waiting_texts: Vec<usize>,
}

impl Linker<'_, '_> {
    fn item(&mut self, item: &Item, rest: &[Item]) {
        match item {
            Item::Phrase(phrase) => {
                self.named = None;
                self.phrase(phrase, rest);
                self.phrases.push(self.named);
            }
            Item::Relation(kind) => self.relation(*kind, false, rest),
            Item::Posture(base) => {
                self.part_from_list();
                self.posture = Some(base);
                return;
            }
            Item::Contents => self.contents(rest),
            Item::Passive(kind) => self.relation(*kind, true, rest),
            Item::Position(position) => self.place(*position, rest),
            Item::Arrangement(arrangement) => self.arrange(*arrangement),
            Item::Pronoun { many, somebody } if self.takes_up(*many, *somebody, rest) => {}
            Item::Pronoun { many: false, .. }
                if matches!(rest.first(), Some(Item::Verb { .. } | Item::Copula)) =>
            {
                self.pending = None
            }
            Item::Pronoun { many, somebody } => self.pronoun(*many, *somebody),
            Item::Deed => {
                self.part_from_list();
                self.deed = true;
                return;
            }
            Item::Means => {}
            Item::Tie { .. } | Item::Does { .. } => {
                self.ties.push(item.clone());
                return;
            }
            // Read before, in languages that have them.
            Item::Post(_)
            | Item::PostVerb(_)
            | Item::Seat
            | Item::Of
            | Item::Count(_)
            | Item::Subject => {}
            Item::Copula | Item::There => {
                if self.inverted.is_none() {
                    self.pending = None;
                }
            }
            Item::And => {
                self.after_and = true;
                return;
            }
            Item::Comma => self.comma(),
            Item::End => self.end(),
            Item::Not => {
                self.not = true;
                return;
            }
            Item::Verb { base, participle } => self.verb(base, *participle, rest),
            Item::Color(colors) if self.sky && self.after == After::Place => {
                let sky = &mut self.reader.brief.setting.sky;
                *sky = sky.take().or(colors.first().cloned());
            }
            Item::Color(colors) => self.colour(colors),
            Item::Adjective(adjective) => {
                if let Some(object) = self.last_object() {
                    add_adjective(object, adjective);
                }
            }
            // "on top of one of them": the group is what it stands on, and keeps its count.
            Item::OfThem(_) if self.pending.is_some() => self.one_of_them(),
            Item::OfThem(n) => self.of_them(*n),
            Item::OneOf(n, color, size) => self.member(*n, color.clone(), *size),
            Item::Another(..) => self.another_one(item, rest),
            Item::Nth(which, color, size) => self.nth(*which, color.clone(), *size),
            Item::Others(color, size) => self.others(color.clone(), *size),
            Item::Body {
                kind,
                passive,
                whose,
            } => self.body(*kind, *passive, *whose),
            Item::EachDifferent => {
                if let Some(object) = self.group_object() {
                    object.each_different = true;
                }
            }
            Item::Text(index) => self.text(*index),
        }
        self.note(item);
        if !matches!(item, Item::Comma) {
            self.after_and = false;
        }
    }

    /// Keeps what the next item has to know about this one.
    fn note(&mut self, item: &Item) {
        if matches!(item, Item::Text(_)) {
            // "a cake with 'Mia' on it and ten candles": the candles are on it too.
            if let Some(link) = self.pending.take() {
                self.finished = self.finished.take().or(Some(link));
            }
        }
        self.after = match item {
            Item::Comma => After::Comma,
            Item::Text(_) => After::Text,
            Item::Phrase(phrase)
                if phrase.place.is_some() && !phrase.thing && self.named.is_none() =>
            {
                After::Place
            }
            Item::Verb { .. } if matches!(self.after, After::Text | After::Place) => self.after,
            // "The sky is pink and orange": still about the sky.
            Item::Copula | Item::Color(_) | Item::Adjective(_)
                if self.sky && self.after == After::Place =>
            {
                self.after
            }
            _ => After::Other,
        };
    }

    fn contents(&mut self, rest: &[Item]) {
        self.relation(RelationKind::With, false, rest);
        if let Some(link) = &mut self.pending {
            link.contents = true;
        }
    }

    fn comma(&mut self) {
        self.pending = None;
        // "a bowl of plums, a jug and …": the vessel stands in the list, not what is in it.
        self.finished = self.finished.take().filter(|link| !link.contents);
        if self
            .finished
            .as_ref()
            .is_some_and(|link| !extends(link.kind))
        {
            self.finished = None;
            self.group.clear();
        }
    }

    fn colour(&mut self, colors: &[Color]) {
        let Some(object) = self.last_object() else {
            return;
        };
        for color in colors {
            if object.color.is_none() {
                object.color = Some(color.clone())
            } else {
                object.more_colors.push(color.clone())
            }
        }
    }

    /// "Two of them" out of five are still five.
    fn of_them(&mut self, n: u32) {
        if let Some(object) = self.group_object()
            && object.count.is_none_or(|known| known < n || known <= 1)
        {
            object.count = Some(n);
            object.plural = n > 1;
        }
    }

    fn last_object(&mut self) -> Option<&mut ObjectPhrase> {
        self.last
            .and_then(|at| self.reader.brief.objects.get_mut(at))
    }

    fn end(&mut self) {
        self.group.clear();
        self.main = None;
        self.last = None;
        self.pending = None;
        self.finished = None;
        self.inverted = None;
        self.it = None;
        self.position = None;
        self.not = false;
        self.closed = false;
        self.headless.clear();
    }

    /// Makes the ties between phrases whose things are all known now.
    fn tie(&mut self) {
        for item in std::mem::take(&mut self.ties) {
            if let Item::Does { thing, base } = item
                && let Some(at) = self.phrases.get(thing).copied().flatten()
            {
                self.attribute(at, base);
            }
            let Item::Tie {
                subject,
                kind,
                objects,
                swapped,
            } = item
            else {
                continue;
            };
            let thing = |at: usize| self.phrases.get(at).copied().flatten();
            let Some(subject) = thing(subject) else {
                continue;
            };
            let objects: Vec<usize> = objects.into_iter().filter_map(thing).collect();
            let subjects = if matches!(kind, RelationKind::With) {
                vec![subject]
            } else {
                self.animated(kind, vec![subject])
            };
            let link = Pending {
                kind,
                subjects,
                passive: swapped,
                contents: false,
            };
            for object in objects {
                self.link(&link, object);
            }
        }
    }

    fn phrase(&mut self, phrase: &Phrase, rest: &[Item]) {
        if phrase.headless {
            self.headless.push(phrase.clone());
            return;
        }
        if let Some(place) = phrase.place {
            self.sky = place == "sky";
            if !phrase.thing && self.seen_through_window(phrase, rest) {
                if place == "snow" {
                    let weather = &mut self.reader.brief.setting.weather;
                    weather.get_or_insert(crate::Weather::Snow);
                }
                self.pending = None;
                self.finished = None;
                return;
            }
            if self.reader.is_scene() && !self.not && self.building(place, phrase, rest) {
                return;
            }
            self.place_word(place, phrase);
            if !phrase.thing {
                self.pending = None;
                self.finished = None;
                // What is named behind the place is none of those who are there.
                self.closed = self.last.is_some();
                self.inverted = None;
                self.not = false;
                return;
            }
        }
        for early in std::mem::take(&mut self.headless) {
            let object = ObjectPhrase {
                noun: phrase.object.noun.clone(),
                words: format!("{} {}", early.object.words, phrase.object.noun),
                ..early.object
            };
            let at = self.add(object);
            self.join(at);
        }
        let at = self
            .find_known(phrase)
            .filter(|at| !self.is_elsewhere(*at, phrase, rest))
            .unwrap_or_else(|| self.add(phrase.object.clone()));
        if self.not {
            self.negate(at);
            return;
        }
        self.named = Some(at);
        self.joined = self.after_and;
        self.connect(at, rest);
        if let Some(position) = self.position.take() {
            self.reader.brief.objects[at].position = Some(position);
        }
        self.main = self.main.or(Some(at));
        self.last = Some(at);
        self.carrier = Some(at);
        for index in std::mem::take(&mut self.waiting_texts) {
            self.reader.brief.literals[index].on_object = Some(at);
        }
    }

    /// Adds a thing to the group that the next relation is about.
    fn join(&mut self, at: usize) {
        if !self.group.contains(&at) {
            self.group.push(at);
        }
    }

    fn negate(&mut self, at: usize) {
        let object = &mut self.reader.brief.objects[at];
        object.absent = true;
        object.count = Some(0);
        let without = crate::Constraint::Without(object.noun.clone());
        self.reader.brief.constraints.push(without);
        self.not = self.after_and;
    }

    fn add(&mut self, object: ObjectPhrase) -> usize {
        let objects = &mut self.reader.brief.objects;
        if objects.len() < OBJECTS_MAX {
            objects.push(object);
        }
        objects.len() - 1
    }

    /// A second mention of the same thing ("the ball", "ball is ahead").
    fn find_known(&self, phrase: &Phrase) -> Option<usize> {
        let object = &phrase.object;
        let plain = object.color.is_none()
            && object.size.is_none()
            && object.materials.is_empty()
            && object.shape.is_none();
        if !phrase.definite {
            return None;
        }
        // Nouns of these languages do not say how many are meant.
        let numberless = matches!(self.reader.brief.language.0.as_str(), "zh" | "ja" | "ko");
        let same = |known: &ObjectPhrase, named: bool| {
            named
                && !known.absent
                && (plain || known.color == object.color && object.color.is_some())
                && (numberless || object.plural == known.plural || object.count == known.count)
        };
        let objects = &self.reader.brief.objects;
        // "The box" is the wooden box of before, and "the sign" that of the bus stop.
        let ending = format!(" {}", object.noun);
        let last = |fits: &dyn Fn(&str) -> bool| {
            objects
                .iter()
                .rposition(|known| same(known, fits(&known.noun)))
        };
        last(&|noun| noun == object.noun)
            .or_else(|| last(&|noun| noun.ends_with(&ending)).filter(|_| plain))
            .or_else(|| {
                let told = !object.noun.ends_with("monitor") || object.words.ends_with("screen");
                // "A bakery with the sign": what a new thing has is not that of another one.
                let own = self
                    .pending
                    .as_ref()
                    .is_some_and(|link| link.kind == RelationKind::With);
                last(&|noun| shows(noun, &object.noun)).filter(|_| plain && told && !own)
            })
    }

    /// "The cat on the left is black, the cat on the right is white": what stands on another side is another one.
    fn is_elsewhere(&self, known: usize, phrase: &Phrase, rest: &[Item]) -> bool {
        let said = match rest.first() {
            Some(Item::Position(position)) => Some(*position),
            _ => phrase.object.position,
        };
        let sides = |p: Position| matches!(p, Position::Left | Position::Right);
        let stands = self.reader.brief.objects[known].position;
        matches!((said, stands), (Some(a), Some(b)) if a != b && sides(a) && sides(b))
    }

    /// Ties a new thing to what stands before it.
    fn connect(&mut self, at: usize, rest: &[Item]) {
        if let Some(mut link) = self.pending.take() {
            self.link(&link, at);
            // "in a white apron and a hat" wears both.
            if let (false, Some(first)) = (link.passive, link.subjects.first()) {
                let settled = self.settle(*first, link.kind, at);
                if settled == RelationKind::Wearing {
                    link.kind = settled;
                }
            }
            self.finished = Some(link);
            return;
        }
        if let Some((kind, object)) = self.inverted {
            match object {
                None => self.inverted = Some((kind, Some(at))),
                Some(object) => {
                    self.relate(at, kind, object);
                    if kind == RelationKind::NextTo {
                        self.inverted = None;
                    }
                    self.join(at);
                }
            }
            return;
        }
        if let Some(link) = self.finished.clone() {
            // "holding a kite and a ball": the relation goes on unless the new thing starts a clause of its own.
            let own_clause = rest
                .iter()
                .find(|item| !matches!(item, Item::Text(_)))
                .is_some_and(|item| {
                    matches!(
                        item,
                        Item::Relation(_)
                            | Item::Posture(_)
                            | Item::Contents
                            | Item::Verb { .. }
                            | Item::Copula
                            | Item::Passive(_)
                            | Item::Position(_)
                    )
                });
            // "between two chairs and a rug": two are enough to stand between.
            let enough = link.kind == RelationKind::Between
                && self
                    .last_object()
                    .is_some_and(|object| object.count.is_some_and(|n| n > 1));
            let articled = link.contents && self.reader.brief.objects[at].count == Some(1);
            // "in a red scarf, northern lights": only clothes are worn.
            let worn = self.after_and
                || link.kind != RelationKind::Wearing
                || crate::lexicon::lexicon()
                    .has_trait(&self.reader.brief.objects[at].noun, "wearable");
            let joins = extends(link.kind)
                && worn
                && !enough
                && !articled
                && (self.after_and || self.comma_list(rest));
            if joins && (!own_clause || link.kind == RelationKind::Between) {
                self.link(&link, at);
                return;
            }
            self.finished = None;
            if !self.after_and || own_clause {
                self.group.clear();
            }
        }
        if std::mem::take(&mut self.closed) {
            self.group.clear();
        }
        if self.finished.is_none() && self.last.is_some() && self.group.is_empty() {
            self.main = Some(at);
        }
        self.join(at);
    }

    /// Whether an "and" comes later in the list that this thing stands in.
    fn comma_list(&self, rest: &[Item]) -> bool {
        matches!(rest, [Item::Comma, ..] | [Item::And, ..] | [])
            || matches!(rest.first(), Some(Item::End))
    }
}

/// Whether a thing has words on such a part of it: a book on its page, a bus stop on its sign.
fn shows(noun: &str, part: &str) -> bool {
    let bearers: &[&str] = match part {
        "sign" => &["bus stop"],
        "page" => &["book", "notebook", "magazine", "diary", "journal"],
        "screen" | "monitor" => &[
            "laptop",
            "computer",
            "monitor",
            "television",
            "phone",
            "tablet",
        ],
        "label" => &["bottle", "jar", "can", "tin"],
        _ => &[],
    };
    let head = noun.rsplit(' ').next().unwrap_or(noun);
    bearers.contains(&noun) || bearers.contains(&head)
}

/// Relations that go on over "and": "holding a kite and a ball", "between a cat and a dog".
fn extends(kind: RelationKind) -> bool {
    matches!(
        kind,
        RelationKind::With
            | RelationKind::Holding
            | RelationKind::Wearing
            | RelationKind::Between
            | RelationKind::Around
            | RelationKind::Among
            | RelationKind::Eating
    )
}
