//! Follows the items of a sentence and ties its things together.

use super::items::{Item, Whose};
use crate::lexicon::lexicon;
use crate::phrases::{Phrase, add_adjective};
use crate::reader::Reader;
use crate::{Arrangement, ObjectPhrase, Position, Relation, RelationKind};

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
        posture: None,
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
    /// How the subject of the next relation holds itself.
    posture: Option<&'static str>,
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
                self.posture = Some(base);
                return;
            }
            Item::Contents => {
                self.relation(RelationKind::With, false, rest);
                if let Some(link) = &mut self.pending {
                    link.contents = true;
                }
            }
            Item::Passive(kind) => self.relation(*kind, true, rest),
            Item::Position(position) => self.place(*position),
            Item::Arrangement(arrangement) => self.arrange(*arrangement),
            Item::Pronoun { many: false }
                if matches!(rest.first(), Some(Item::Verb { .. } | Item::Copula)) =>
            {
                self.pending = None
            }
            Item::Pronoun { many } => self.pronoun(*many),
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
            Item::Comma => {
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
            Item::End => self.end(),
            Item::Not => {
                self.not = true;
                return;
            }
            Item::Verb { base, participle } => self.verb(base, *participle, rest),
            Item::Color(colors) => {
                if let Some(object) = self.last_object() {
                    for color in colors {
                        if object.color.is_none() {
                            object.color = Some(color.clone())
                        } else {
                            object.more_colors.push(color.clone())
                        }
                    }
                }
            }
            Item::Adjective(adjective) => {
                if let Some(object) = self.last_object() {
                    add_adjective(object, adjective);
                }
            }
            // "on top of one of them": the group is what it stands on, and keeps its count.
            Item::OfThem(_) if self.pending.is_some() => self.one_of_them(),
            Item::OfThem(n) => {
                // "two of them" out of five are still five.
                if let Some(object) = self.group_object()
                    && object.count.is_none_or(|known| known < *n || known <= 1)
                {
                    object.count = Some(*n);
                    object.plural = *n > 1;
                }
            }
            Item::OneOf(n, color, size) => self.member(*n, color.clone(), *size),
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
            _ => After::Other,
        };
        if !matches!(item, Item::Comma) {
            self.after_and = false;
        }
    }

    fn last_object(&mut self) -> Option<&mut ObjectPhrase> {
        self.last
            .and_then(|at| self.reader.brief.objects.get_mut(at))
    }

    /// Those of a group that were not described yet take their look.
    fn others(&mut self, color: Option<crate::Color>, size: Option<crate::SizeWord>) {
        let objects = &mut self.reader.brief.objects;
        let base = self.rest.take().or_else(|| {
            let many = |o: &ObjectPhrase| !o.absent && (o.plural || o.count.is_none_or(|n| n > 1));
            objects.iter().rposition(many)
        });
        if let Some(base) = base {
            let object = &mut objects[base];
            object.color = color.or(object.color.take());
            object.size = size.or(object.size);
        }
    }

    /// Ties what was named before to the one at whose body part it is.
    fn body(&mut self, kind: RelationKind, passive: bool, whose: Whose) {
        let waiting = self.pending.take().map(|link| link.subjects);
        let Some(last) = self.last else {
            return;
        };
        let objects = &self.reader.brief.objects;
        let fits = |at: &usize, wanted: Whose| {
            let category = lexicon().category(&objects[*at].noun);
            !objects[*at].absent
                && match wanted {
                    Whose::Person => category == Some("person"),
                    Whose::Animal => category == Some("animal"),
                    Whose::Anyone => matches!(category, Some("person" | "animal" | "toy")),
                }
        };
        let owner = [whose, Whose::Anyone]
            .into_iter()
            .find_map(|wanted| (0..last).rev().find(|at| fits(at, wanted)));
        let Some(owner) = owner else {
            return;
        };
        // What was named behind the owner is at the owner's side.
        let named = waiting.unwrap_or_else(|| self.group.clone());
        let mut subjects: Vec<usize> = named.into_iter().filter(|at| *at > owner).collect();
        if subjects.is_empty() {
            subjects.push(last);
        }
        let link = Pending {
            kind,
            subjects,
            passive,
            contents: false,
        };
        self.link(&link, owner);
        self.finished = None;
        self.group.clear();
    }

    /// So many members of a group that was named before take a look of their own.
    fn member(&mut self, n: u32, color: Option<crate::Color>, size: Option<crate::SizeWord>) {
        if let Some(rest) = self.rest.take() {
            // The last member is what is left of the group.
            let object = &mut self.reader.brief.objects[rest];
            object.color = color.or(object.color.take());
            object.size = size.or(object.size);
            self.last = Some(rest);
            self.group = vec![rest];
            self.members.push(rest);
            return;
        }
        let objects = &mut self.reader.brief.objects;
        let Some(base) = objects
            .iter()
            .rposition(|object| object.count.is_some_and(|all| all > n) && !object.absent)
        else {
            return;
        };
        let left = objects[base].count.unwrap_or(n + 1) - n;
        let one = ObjectPhrase {
            count: Some(n),
            plural: n > 1,
            color: color.or(objects[base].color.clone()),
            size: size.or(objects[base].size),
            position: None,
            ..objects[base].clone()
        };
        if objects.len() >= OBJECTS_MAX {
            return;
        }
        objects.push(one);
        objects[base].count = Some(left);
        objects[base].plural = left > 1;
        let at = objects.len() - 1;
        // They are where the others are, and with whoever has them.
        let comparing = |kind| matches!(kind, RelationKind::Larger | RelationKind::Smaller);
        let shared: Vec<Relation> = self
            .reader
            .brief
            .relations
            .iter()
            .filter(|r| (r.subject == base || r.object == base) && !comparing(r.kind))
            .map(|r| Relation {
                subject: if r.subject == base { at } else { r.subject },
                object: if r.object == base { at } else { r.object },
                ..*r
            })
            .collect();
        self.reader.brief.relations.extend(shared);
        self.rest = (left == 1).then_some(base);
        if !self.members.contains(&base) && left > 1 {
            self.members = vec![base];
        }
        self.members.push(at);
        self.last = Some(at);
        self.group = vec![at];
    }

    /// The thing that "of them" and "each" speak about.
    fn group_object(&mut self) -> Option<&mut ObjectPhrase> {
        let plural = self
            .reader
            .brief
            .objects
            .iter()
            .rposition(|object| object.plural || object.count.is_none_or(|n| n > 1));
        plural
            .or(self.last)
            .and_then(|at| self.reader.brief.objects.get_mut(at))
    }

    fn end(&mut self) {
        self.group.clear();
        self.main = None;
        self.last = None;
        self.pending = None;
        self.finished = None;
        self.inverted = None;
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
            .unwrap_or_else(|| self.add(phrase.object.clone()));
        if self.not {
            self.negate(at);
            return;
        }
        self.named = Some(at);
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
        // "The box" is the wooden box of before.
        let ending = format!(" {}", object.noun);
        objects
            .iter()
            .rposition(|known| same(known, known.noun == object.noun))
            .or_else(|| {
                objects
                    .iter()
                    .rposition(|known| plain && same(known, known.noun.ends_with(&ending)))
            })
    }

    /// A place that is seen from outside, or lies within another one, is a building that is drawn: "outside a cafe",
    /// "a bookstore called …", "a street with a cafe".
    fn building(&mut self, place: &'static str, phrase: &Phrase, rest: &[Item]) -> bool {
        let reader = &self.reader;
        let word = reader.key(phrase.to.saturating_sub(1));
        let words = reader.keys(phrase.from, phrase.to);
        let name = crate::kinds::kinds()
            .nouns()
            .get(word)
            .filter(|noun| !noun.plural)
            .map(|noun| noun.canonical);
        let built = matches!(
            place,
            "cafe"
                | "shop"
                | "library"
                | "hospital"
                | "museum"
                | "gym"
                | "office"
                | "temple"
                | "cinema"
                | "farm"
                | "cave"
        );
        if !built {
            return false;
        }
        let before = phrase.from.checked_sub(1).map_or("", |at| reader.key(at));
        let entered = matches!(before, "in" | "inside" | "at" | "into" | "within" | "for")
            || reader.key(phrase.to) == "interior";
        let passed = matches!(
            before,
            "outside"
                | "before"
                | "past"
                | "passing"
                | "of"
                | "to"
                | "near"
                | "beside"
                | "behind"
                | "between"
                | "by"
        );
        let fronted = matches!(
            reader.key(phrase.to),
            "front" | "facade" | "exterior" | "storefront" | "entrance" | "called" | "named"
        ) || matches!(rest.first(), Some(Item::Text(_)))
            || has_sign(rest);
        let second = reader
            .brief
            .setting
            .place
            .as_deref()
            .is_some_and(|known| known != place);
        if entered || !(passed || fronted || second) {
            return false;
        }
        let known = |word: &str| crate::kinds::kind_of(word).is_some();
        let noun = match name {
            _ if place == "cave" => "cave".to_string(),
            Some(name) if known(name) => name.to_string(),
            _ if known(&words) => words,
            _ if matches!(place, "cafe" | "shop" | "library") => "shop".to_string(),
            _ => "building".to_string(),
        };
        let mut object = ObjectPhrase {
            noun,
            ..phrase.object.clone()
        };
        if place != "cave" {
            object.attributes.push("building".to_string());
            self.reader
                .brief
                .setting
                .place
                .get_or_insert_with(|| "street".to_string());
        }
        let at = self.add(object);
        self.named = Some(at);
        self.connect(at, rest);
        self.main = self.main.or(Some(at));
        self.last = Some(at);
        self.carrier = Some(at);
        for index in std::mem::take(&mut self.waiting_texts) {
            self.reader.brief.literals[index].on_object = Some(at);
        }
        true
    }

    /// "snow outside the window": the view, not where the scene plays.
    fn seen_through_window(&self, phrase: &Phrase, rest: &[Item]) -> bool {
        matches!(
            self.reader.key(phrase.to),
            "outside" | "through" | "behind" | "beyond"
        ) && rest
            .iter()
            .take(2)
            .any(|item| matches!(item, Item::Phrase(next) if next.object.noun.ends_with("window")))
    }

    fn place_word(&mut self, place: &'static str, phrase: &Phrase) {
        let setting = &mut self.reader.brief.setting;
        let color = phrase.object.color.clone();
        if place == "sky" {
            setting.sky = setting.sky.take().or(color);
            if setting.place.is_none()
                && self.reader.brief.objects.is_empty()
                && self.group.is_empty()
            {
                setting.place = None;
            }
            return;
        }
        if !phrase.thing && setting.ground.is_none() {
            setting.ground = color;
        }
        // A place of its own outranks a pond or mountain that was mentioned before it.
        let weak = setting
            .place
            .as_deref()
            .is_none_or(|known| matches!(known, "lake" | "river" | "mountains" | "sky"))
            && !(phrase.thing && setting.place.is_some());
        if weak && !self.not {
            setting.place = Some(place.to_string());
        }
    }

    /// Ties a new thing to what stands before it.
    fn connect(&mut self, at: usize, rest: &[Item]) {
        if let Some(link) = self.pending.take() {
            self.link(&link, at);
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
            let joins = extends(link.kind)
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

    fn relation(&mut self, kind: RelationKind, passive: bool, rest: &[Item]) {
        let window = matches!(rest.first(), Some(Item::Phrase(next)) if next.object.noun.ends_with("window"));
        if self.after == After::Place && window {
            // The view is no thing that could stand before the window, nor is what was named before it.
            (self.pending, self.finished) = (None, None);
            self.group.clear();
            return;
        }
        let posture = self.posture.take();
        if self.verb_last(kind, passive, rest) {
            return;
        }
        let mut link_subject = self.subjects(kind);
        if self.after == After::Comma
            && self.pending.is_none()
            && !matches!(kind, RelationKind::With)
            && self.main.is_some()
            && self.finished.is_none()
        {
            let told = self.last.is_some_and(|last| self.members.contains(&last));
            link_subject = if told {
                self.members.clone()
            } else if self.group.len() > 1 {
                self.group.clone()
            } else {
                self.main.into_iter().collect()
            };
        }
        link_subject = self.animated(kind, link_subject);
        if posture == Some("sit") {
            link_subject = self.animate(link_subject);
        }
        if self.after == After::Place && kind == RelationKind::With {
            // "over a meadow with sheep": the sheep are in the meadow.
            self.pending = None;
            self.finished = None;
            self.group.clear();
            return;
        }
        // "…, on the table a vase": a known ground opens a clause of its own.
        let grounded = self.after == After::Comma
            && matches!(rest, [Item::Phrase(ground), tail @ ..] if self.find_known(ground).is_some()
                && tail.iter().take_while(|item| !matches!(item, Item::Comma | Item::End)).any(|item| matches!(item, Item::Phrase(_))));
        if grounded && !passive && kind != RelationKind::With {
            self.pending = None;
            self.finished = None;
            self.group.clear();
            self.inverted = Some((kind, None));
            return;
        }
        let pronoun_next = matches!(rest.first(), Some(Item::Pronoun { .. }));
        if self.after == After::Text && pronoun_next {
            return;
        }
        // "…, behind him a house": the ground is who was named before, and the thing follows.
        let behind_him = self.after == After::Comma
            && matches!(rest, [Item::Pronoun { .. }, Item::Phrase(_), ..]);
        if (link_subject.is_empty() && pronoun_next || behind_him)
            && !passive
            && kind != RelationKind::With
        {
            (self.pending, self.finished) = (None, None);
            self.group.clear();
            // "Behind him there is a shelf": the ground was named in a sentence before.
            self.inverted = self.ground_before(kind).map(|at| (kind, Some(at)));
            return;
        }
        if link_subject.is_empty() {
            if !pronoun_next && !passive && self.inverted.is_none() && kind != RelationKind::With {
                self.inverted = Some((kind, None));
            }
            return;
        }
        self.inverted = None;
        if let Some(base) = posture {
            for &at in &link_subject {
                self.attribute(at, base);
            }
        }
        self.pending = Some(Pending {
            kind,
            subjects: link_subject,
            passive,
            contents: false,
        });
    }

    /// "…, der einen Schirm hält": a verb that closes its clause ties the thing before it to whoever was named before both.
    fn verb_last(&mut self, kind: RelationKind, passive: bool, rest: &[Item]) -> bool {
        let closes = matches!(
            rest.first(),
            None | Some(Item::Comma | Item::End | Item::And)
        );
        let verb = matches!(
            kind,
            RelationKind::Holding
                | RelationKind::Wearing
                | RelationKind::Riding
                | RelationKind::Eating
        );
        let Some(thing) = self.last.filter(|_| closes && verb && !passive) else {
            return false;
        };
        let category = |at: usize| lexicon().category(&self.reader.brief.objects[at].noun);
        let living = |at: &usize| matches!(category(*at), Some("person" | "animal"));
        if living(&thing) {
            return false;
        }
        let Some(who) = (0..thing).rev().find(living) else {
            return false;
        };
        self.relate(who, kind, thing);
        (self.pending, self.finished) = (None, None);
        self.main = Some(who);
        self.group = vec![who];
        true
    }

    /// Subjects of a relation that only living beings have.
    fn animated(&self, kind: RelationKind, subjects: Vec<usize>) -> Vec<usize> {
        let living = matches!(
            kind,
            RelationKind::Wearing
                | RelationKind::Holding
                | RelationKind::Riding
                | RelationKind::Eating
        );
        if living {
            self.animate(subjects)
        } else {
            subjects
        }
    }

    /// Who can wear, hold or ride: a body part or thing passes the verb on to the last living being.
    fn animate(&self, subjects: Vec<usize>) -> Vec<usize> {
        let living = |at: &usize| {
            lexicon()
                .category(&self.reader.brief.objects[*at].noun)
                .is_none_or(|category| matches!(category, "animal" | "person" | "toy"))
        };
        if subjects.iter().all(living) {
            return subjects;
        }
        let last = subjects.iter().copied().max().unwrap_or(0);
        (0..last).rev().find(living).map_or(subjects, |at| vec![at])
    }

    /// What a relation word at this place is about.
    fn subjects(&self, kind: RelationKind) -> Vec<usize> {
        if let Some(link) = &self.pending {
            return link.subjects.clone();
        }
        let (Some(last), Some(main)) = (self.last, self.main) else {
            return Vec::new();
        };
        match &self.finished {
            None => {
                let group: Vec<usize> = self.group.clone();
                if group.is_empty() || kind == RelationKind::With {
                    vec![last]
                } else {
                    group
                }
            }
            Some(link) => {
                // "a bowl of oranges on a counter": the bowl stands there.
                let holder = link.subjects.first().copied().filter(|&holder| {
                    self.reader.brief.relations.contains(&Relation {
                        subject: last,
                        kind: RelationKind::In,
                        object: holder,
                    })
                });
                if let (Some(holder), RelationKind::With) = (holder, link.kind) {
                    return vec![holder];
                }
                let dressed = link.subjects.first().is_some_and(|&who| {
                    self.reader.brief.relations.contains(&Relation {
                        subject: who,
                        kind: RelationKind::Wearing,
                        object: last,
                    })
                });
                if dressed {
                    return link.subjects.clone();
                }
                let carried = matches!(
                    link.kind,
                    RelationKind::Wearing | RelationKind::Holding | RelationKind::Eating
                );
                let beside = !matches!(
                    kind,
                    RelationKind::On | RelationKind::In | RelationKind::With
                ) && matches!(link.kind, RelationKind::On | RelationKind::In);
                if carried && kind != RelationKind::With || beside {
                    if self.group.is_empty() {
                        vec![main]
                    } else {
                        self.group.clone()
                    }
                } else {
                    vec![last]
                }
            }
        }
    }

    fn link(&mut self, link: &Pending, object: usize) {
        self.agent = link.subjects.first().copied();
        for &subject in &link.subjects {
            if subject == object {
                continue;
            }
            match link.kind {
                RelationKind::With => self.with(subject, object),
                kind if link.passive => self.relate(object, kind, subject),
                kind => self.relate(subject, kind, object),
            }
        }
    }

    /// "X with Y": what it means depends on what X and Y can do.
    fn with(&mut self, subject: usize, object: usize) {
        let lexicon = lexicon();
        let person = lexicon
            .category(&self.reader.brief.objects[subject].noun)
            .is_some_and(|category| matches!(category, "person" | "animal"));
        let worn = &mut self.reader.brief.objects[object];
        if person && worn.noun == "glass" && worn.plural && worn.count.is_none() {
            worn.noun = "glasses".into();
            worn.count = Some(1);
        }
        let holder = self.reader.brief.objects[subject].noun.clone();
        let thing = self.reader.brief.objects[object].noun.clone();
        let category = |noun: &str| lexicon.category(noun);
        let living = matches!(category(&holder), Some("animal" | "person"))
            || category(&holder).is_none() && !lexicon.has_trait(&holder, "surface");
        if living && lexicon.has_trait(&thing, "wearable") {
            self.relate(subject, RelationKind::Wearing, object);
        } else if category(&holder) == Some("person") && lexicon.has_trait(&thing, "handheld") {
            self.relate(subject, RelationKind::Holding, object);
        } else if lexicon.has_trait(&holder, "container")
            && !matches!(category(&thing), Some("person" | "building"))
            && !lexicon.has_trait(&thing, "container")
        {
            self.relate(object, RelationKind::In, subject);
        } else if lexicon.has_trait(&holder, "surface")
            && !matches!(thing.as_str(), "chair" | "leg" | "drawer")
        {
            self.relate(object, RelationKind::On, subject);
        } else {
            self.relate(subject, RelationKind::With, object);
        }
    }

    fn relate(&mut self, subject: usize, kind: RelationKind, object: usize) {
        let kind = self.settle(subject, kind, object);
        let relations = &mut self.reader.brief.relations;
        // "a table with a vase on it": the later word says it better.
        relations.retain(|known| {
            let swapped = (known.subject, known.object) == (object, subject);
            let same = (known.subject, known.object) == (subject, object) && known.kind != kind;
            !(loose(known.kind) && (swapped || same))
        });
        let relation = Relation {
            subject,
            kind,
            object,
        };
        if subject != object && !relations.contains(&relation) && relations.len() < OBJECTS_MAX {
            relations.push(relation);
        }
    }

    /// "a man in a hat" wears it; "a cat in a chair" sits on it.
    fn settle(&self, subject: usize, kind: RelationKind, object: usize) -> RelationKind {
        let lexicon = lexicon();
        let (holder, thing) = (
            &self.reader.brief.objects[subject].noun,
            &self.reader.brief.objects[object].noun,
        );
        let living = matches!(lexicon.category(holder), Some("animal" | "person"));
        match kind {
            RelationKind::In
                if living
                    && lexicon.has_trait(thing, "wearable")
                    && !lexicon.has_trait(thing, "container") =>
            {
                RelationKind::Wearing
            }
            RelationKind::On
                if lexicon.category(holder) == Some("person")
                    && lexicon.has_trait(thing, "ridden") =>
            {
                RelationKind::Riding
            }
            RelationKind::In
                if matches!(
                    thing.as_str(),
                    "chair" | "armchair" | "stool" | "branch" | "bench" | "sofa" | "throne"
                ) =>
            {
                RelationKind::On
            }
            kind => kind,
        }
    }

    fn pronoun(&mut self, many: bool) {
        let Some(link) = self.pending.take() else {
            return;
        };
        let objects = &self.reader.brief.objects;
        let targets: Vec<usize> = if many {
            let others: Vec<usize> = (0..objects.len())
                .filter(|at| !link.subjects.contains(at) && !objects[*at].absent)
                .collect();
            // "a board behind them": of people and things, the people are meant.
            let people: Vec<usize> = others
                .iter()
                .copied()
                .filter(|&at| lexicon().category(&objects[at].noun) == Some("person"))
                .collect();
            if people.is_empty() { others } else { people }
        } else {
            self.antecedent(&link).into_iter().collect()
        };
        for target in targets {
            self.link(
                &Pending {
                    kind: link.kind,
                    subjects: link.subjects.clone(),
                    passive: link.passive,
                    contents: false,
                },
                target,
            );
        }
        self.finished = None;
    }

    /// "three boulders and a bird on one of them": the group before is the ground, the others stand on it.
    fn one_of_them(&mut self) {
        let Some(mut link) = self.pending.take() else {
            return;
        };
        let objects = &self.reader.brief.objects;
        let many = |at: &usize| objects[*at].plural || objects[*at].count.is_some_and(|n| n > 1);
        let Some(ground) = (0..objects.len()).rev().find(many) else {
            return;
        };
        link.subjects.retain(|at| *at != ground);
        self.link(&link, ground);
        self.finished = None;
    }

    /// Whom or what a pronoun at the start of a sentence means as a ground: what can carry or hold, else who was named last.
    fn ground_before(&self, kind: RelationKind) -> Option<usize> {
        let objects = &self.reader.brief.objects;
        let last = |fits: &dyn Fn(&str) -> bool| {
            (0..objects.len())
                .rev()
                .find(|&at| !objects[at].absent && fits(&objects[at].noun))
        };
        let carries = |noun: &str| match kind {
            RelationKind::On => {
                lexicon().has_trait(noun, "surface") || lexicon().has_trait(noun, "container")
            }
            RelationKind::In => lexicon().has_trait(noun, "container"),
            _ => false,
        };
        let living = |noun: &str| matches!(lexicon().category(noun), Some("person" | "animal"));
        last(&carries)
            .or_else(|| last(&living))
            .or_else(|| last(&|_| true))
    }

    /// What "it" stands for: what can carry the thing, else the main thing of the sentence.
    fn antecedent(&self, link: &Pending) -> Option<usize> {
        let first = *link.subjects.first()?;
        let fits = |at: usize| {
            let noun = &self.reader.brief.objects[at].noun;
            match link.kind {
                RelationKind::On => {
                    lexicon().has_trait(noun, "surface") || lexicon().has_trait(noun, "container")
                }
                RelationKind::In => lexicon().has_trait(noun, "container"),
                _ => false,
            }
        };
        let before = |at: &usize| !link.subjects.contains(at) && *at < first;
        let nearest = (0..self.reader.brief.objects.len())
            .rev()
            .filter(before)
            .find(|&at| fits(at));
        nearest
            .or(self.agent.filter(before))
            .or(self.main.filter(before))
            .or_else(|| (0..self.reader.brief.objects.len()).find(before))
    }

    fn place(&mut self, position: Position) {
        let target = match &self.finished {
            Some(link)
                if matches!(
                    link.kind,
                    RelationKind::Chasing | RelationKind::Holding | RelationKind::Wearing
                ) =>
            {
                self.main
            }
            _ => self.last,
        };
        self.closed = target.is_some();
        match target {
            Some(at) => {
                self.reader.brief.objects[at]
                    .position
                    .get_or_insert(position);
            }
            None => self.position = Some(position),
        }
    }

    fn arrange(&mut self, arrangement: Arrangement) {
        // "a table with apples in two rows": the apples stand so.
        if self.finished.is_some()
            && let Some(object) = self.last_object()
            && (object.plural || object.count.is_some_and(|n| n > 1))
        {
            object.arrangement.get_or_insert(arrangement);
            return;
        }
        for at in self.group.clone() {
            self.reader.brief.objects[at]
                .arrangement
                .get_or_insert(arrangement);
        }
        if self.group.is_empty()
            && let Some(object) = self.last_object()
        {
            object.arrangement.get_or_insert(arrangement);
        }
    }

    fn verb(&mut self, base: &'static str, participle: bool, rest: &[Item]) {
        let who = if self.group.is_empty() {
            self.last.into_iter().collect()
        } else {
            self.group.clone()
        };
        let object_next = matches!(rest.first(), Some(Item::Phrase(_)));
        if self.inverted.is_some()
            || matches!(self.after, After::Text | After::Place)
            || matches!(base, "write" | "say" | "read" | "print")
        {
            return;
        }
        for &at in &who {
            self.attribute(at, base);
        }
        if self.inverted.is_none() && object_next && !who.is_empty() && self.pending.is_none() {
            self.pending = Some(Pending {
                kind: RelationKind::With,
                subjects: who,
                passive: false,
                contents: false,
            });
        }
        let _ = participle;
    }

    /// What a text is said to be written on: of the things in the sentence, the last that is made to carry words.
    fn bearer(&self, index: usize) -> Option<usize> {
        let literals = &self.reader.brief.literals;
        let before = self.reader.prompt.get(..literals[index].span.start)?;
        let before = &before[before.floor_char_boundary(before.len().saturating_sub(VERB_BYTES))..];
        let before = before.trim_end_matches(|c: char| !c.is_alphanumeric());
        let verb = before.rsplit(char::is_whitespace).next()?.to_lowercase();
        let said = matches!(
            verb.as_str(),
            "saying"
                | "labelled"
                | "labeled"
                | "stamped"
                | "marked"
                | "says"
                | "say"
                | "reading"
                | "reads"
                | "read"
                | "words"
                | "text"
                | "written"
                | "displaying"
                | "that"
        );
        let objects = &self.reader.brief.objects;
        let written = |at: &usize| {
            let noun = objects[*at].noun.as_str();
            let head = noun.rsplit(' ').next().unwrap_or(noun);
            !objects[*at].absent
                && (lexicon().has_trait(noun, "written") || lexicon().has_trait(head, "written"))
        };
        if !said || self.carrier.as_ref().is_none_or(written) {
            return None;
        }
        let first = self.main.unwrap_or(0);
        let taken = |at: &usize| literals.iter().any(|l| l.on_object == Some(*at));
        (first..objects.len())
            .rev()
            .find(|at| written(at) && !taken(at))
    }

    /// A thing that does something looks like it.
    fn attribute(&mut self, at: usize, base: &str) {
        let attributes = &mut self.reader.brief.objects[at].attributes;
        let word = gerund(base);
        if !attributes.contains(&word) {
            attributes.push(word);
        }
    }

    fn text(&mut self, index: usize) {
        if !self.reader.is_scene() {
            return;
        }
        match self.bearer(index).or(self.carrier) {
            Some(at) => self.reader.brief.literals[index].on_object = Some(at),
            None => self.waiting_texts.push(index),
        }
    }
}

/// "… with a sign 'Bean'": what has a sign is seen from outside.
fn has_sign(rest: &[Item]) -> bool {
    let [Item::Relation(RelationKind::With), Item::Phrase(sign), ..] = rest else {
        return false;
    };
    let head = sign.object.noun.rsplit(' ').next().unwrap_or_default();
    matches!(
        head,
        "sign" | "signboard" | "awning" | "marquee" | "storefront"
    )
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

/// Relations that a more telling one replaces.
fn loose(kind: RelationKind) -> bool {
    matches!(
        kind,
        RelationKind::With | RelationKind::In | RelationKind::On
    )
}

/// "sit" → "sitting".
fn gerund(base: &str) -> String {
    let doubled = matches!(
        base,
        "sit"
            | "run"
            | "swim"
            | "cut"
            | "hit"
            | "get"
            | "put"
            | "set"
            | "spin"
            | "dig"
            | "hug"
            | "pet"
            | "knit"
            | "wrap"
            | "nap"
            | "stop"
            | "drop"
            | "skip"
            | "sip"
            | "chop"
            | "drip"
            | "mop"
            | "strum"
            | "drum"
            | "trot"
    );
    match base {
        _ if doubled => format!("{base}{}ing", base.chars().last().unwrap_or('t')),
        "lie" => "lying".into(),
        "tie" => "tying".into(),
        _ if base.ends_with('e') && !base.ends_with("ee") => {
            format!("{}ing", &base[..base.len() - 1])
        }
        _ => format!("{base}ing"),
    }
}
