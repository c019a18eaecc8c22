//! What a relation word ties together, and what "with" means.

use super::super::items::Item;
use super::{After, Linker, OBJECTS_MAX, Pending};
use crate::lexicon::lexicon;
use crate::{Relation, RelationKind};

/// Returns whether a relation says where something is.
fn is_whereabouts(kind: RelationKind) -> bool {
    matches!(
        kind,
        RelationKind::On
            | RelationKind::In
            | RelationKind::Under
            | RelationKind::Above
            | RelationKind::Below
            | RelationKind::NextTo
            | RelationKind::InFrontOf
            | RelationKind::Behind
            | RelationKind::LeftOf
            | RelationKind::RightOf
    )
}

/// Returns whether only the living can be its subject.
fn is_of_living(kind: RelationKind) -> bool {
    matches!(
        kind,
        RelationKind::Wearing | RelationKind::Holding | RelationKind::Riding | RelationKind::Eating
    )
}

impl Linker<'_, '_> {
    /// Takes up a relation word: ties it to what it is about and waits for its object, or waits for who stands on the ground
    /// that comes first.
    pub(super) fn relation(&mut self, kind: RelationKind, passive: bool, rest: &[Item]) {
        let window = matches!(rest.first(), Some(Item::Phrase(next)) if next.object.noun.ends_with("window"));
        if self.after == After::Place && window {
            // The view is no thing that could stand before the window, nor is what was named before it.
            self.let_go();
            return;
        }
        let posture = self.posture.take();
        let deed = std::mem::take(&mut self.deed);
        if self.verb_last(kind, passive, rest) {
            return;
        }
        let subjects = self.told_subjects(kind, deed || posture == Some("sit"), rest);
        if self.after == After::Place && kind == RelationKind::With && !self.carries(rest) {
            // "over a meadow with sheep": the sheep are in the meadow.
            self.let_go();
            return;
        }
        let pronoun_next = matches!(rest.first(), Some(Item::Pronoun { .. }));
        if self.after == After::Text && pronoun_next {
            return;
        }
        let turns = !passive && kind != RelationKind::With;
        if turns && self.ground_first(kind, subjects.is_empty(), rest) {
            return;
        }
        if subjects.is_empty() {
            if turns && !pronoun_next && self.inverted.is_none() {
                self.inverted = Some((kind, None));
            }
            return;
        }
        self.inverted = None;
        if let Some(base) = posture {
            for &at in &subjects {
                self.attribute(at, base);
            }
        }
        self.pending = Some(Pending {
            kind,
            subjects,
            passive,
            contents: false,
        });
    }

    /// What was named before is not what the next relation is about.
    fn let_go(&mut self) {
        (self.pending, self.finished) = (None, None);
        self.group.clear();
    }

    /// What a relation is about where it stands: the subjects of its word, or those of the list, the doing or the newcomer
    /// before it. A doing of the `living` passes to somebody who can.
    fn told_subjects(&self, kind: RelationKind, living: bool, rest: &[Item]) -> Vec<usize> {
        let goes_on = self.after == After::Comma
            && self.pending.is_none()
            && kind != RelationKind::With
            && self.main.is_some()
            && self.finished.is_none();
        let mut subjects = if goes_on {
            self.all_before()
        } else {
            self.subjects(kind)
        };
        if self.lists_apart(kind, &subjects, rest) {
            subjects = self.last.into_iter().collect();
        }
        subjects = self.animated(kind, subjects);
        if let Some(newcomer) = self.newcomer(kind).filter(|_| self.pending.is_none()) {
            subjects = vec![newcomer];
        }
        if living {
            subjects = self.animate(subjects);
        }
        subjects
    }

    /// Everything that a relation behind a comma goes on about: the members told apart, the list, else the first thing.
    fn all_before(&self) -> Vec<usize> {
        let told = self.last.is_some_and(|last| self.members.contains(&last));
        if told {
            self.members.clone()
        } else if self.group.len() > 1 {
            self.group.clone()
        } else {
            self.main.into_iter().collect()
        }
    }

    /// Whether the ground comes first and the thing on it follows, as it may where `nobody` was named that the relation is
    /// about; what was named before is let go then.
    fn ground_first(&mut self, kind: RelationKind, nobody: bool, rest: &[Item]) -> bool {
        // "…, on the table a vase": a known ground opens a clause of its own.
        let grounded = self.after == After::Comma
            && matches!(rest, [Item::Phrase(ground), tail @ ..] if self.find_known(ground).is_some()
                && tail.iter().take_while(|item| !matches!(item, Item::Comma | Item::End)).any(|item| matches!(item, Item::Phrase(_))));
        if grounded {
            self.let_go();
            self.inverted = Some((kind, None));
            return true;
        }
        // "…, behind him a house": the ground is who was named before, and the thing follows.
        let behind_him = (self.after == After::Comma || self.after_and)
            && matches!(
                rest,
                [Item::Pronoun { .. }, Item::Phrase(_), ..]
                    | [
                        Item::Pronoun { .. },
                        Item::Copula | Item::There | Item::Verb { .. },
                        Item::Phrase(_),
                        ..
                    ]
            );
        let Some(Item::Pronoun { somebody, .. }) = rest.first() else {
            return false;
        };
        if !(nobody || behind_him) {
            return false;
        }
        self.let_go();
        // "Behind him there is a shelf": the ground was named in a sentence before.
        self.inverted = self
            .ground_before(kind, *somebody)
            .map(|at| (kind, Some(at)));
        true
    }

    /// "a bunk bed, a lamp, a poster on the wall": in a list of unlike things without an "and", the place is that of the
    /// last one; only what everything can stand on is everybody's.
    fn lists_apart(&self, kind: RelationKind, subjects: &[usize], rest: &[Item]) -> bool {
        const SHARED: &[&str] = &[
            "table",
            "desk",
            "counter",
            "floor",
            "ground",
            "grass",
            "shelf",
            "tray",
            "plate",
            "blanket",
            "board",
            "cloth",
            "tablecloth",
            "meadow",
            "field",
            "street",
            "road",
            "sand",
            "beach",
        ];
        // What takes few things, whatever they are.
        const NARROW: &[&str] = &[
            "wall", "sink", "chair", "armchair", "stool", "door", "window", "bed", "sofa", "couch",
        ];
        let ground = match rest.first() {
            Some(Item::Phrase(ground)) => ground.object.noun.as_str(),
            _ => return false,
        };
        let head = ground.rsplit(' ').next().unwrap_or(ground);
        let category = |at: &usize| lexicon().category(&self.reader.brief.objects[*at].noun);
        is_whereabouts(kind)
            && !self.joined
            && self.pending.is_none()
            && self.finished.is_none()
            && subjects.len() > 1
            && subjects == self.group
            && !SHARED.contains(&head)
            && (NARROW.contains(&head)
                || subjects
                    .windows(2)
                    .any(|pair| category(&pair[0]) != category(&pair[1])))
    }

    /// "a singer on stage with a microphone": what hands hold or people wear is not the place's.
    fn carries(&self, rest: &[Item]) -> bool {
        let (Some(last), Some(Item::Phrase(next))) = (self.last, rest.first()) else {
            return false;
        };
        let thing = next.object.noun.as_str();
        let carried =
            lexicon().has_trait(thing, "handheld") || lexicon().has_trait(thing, "wearable");
        let person = lexicon().category(&self.reader.brief.objects[last].noun) == Some("person");
        carried && person
    }

    /// "…, der einen Schirm hält": a verb that closes its clause ties the thing before it to whoever was named before both.
    pub(super) fn verb_last(&mut self, kind: RelationKind, passive: bool, rest: &[Item]) -> bool {
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
    pub(super) fn animated(&self, kind: RelationKind, subjects: Vec<usize>) -> Vec<usize> {
        if is_of_living(kind) {
            self.animate(subjects)
        } else {
            subjects
        }
    }

    /// "…, a guard holding a sign": who comes behind a comma and is told at once to hold, wear or ride something.
    fn newcomer(&self, kind: RelationKind) -> Option<usize> {
        if !is_of_living(kind) {
            return None;
        }
        let object = &self.reader.brief.objects[self.last?];
        let prompt = &self.reader.prompt;
        let before = prompt.get(..object.span.start)?.trim_end();
        let next = prompt.get(object.span.end..)?.split_whitespace().next()?;
        let person = lexicon().category(&object.noun) == Some("person");
        (person && before.ends_with(',') && next.ends_with("ing")).then_some(self.last?)
    }

    /// Who can wear, hold or ride: a body part or thing passes the verb on to the last living being.
    pub(super) fn animate(&self, subjects: Vec<usize>) -> Vec<usize> {
        let living = |at: &usize| {
            lexicon()
                .category(&self.reader.brief.objects[*at].noun)
                .is_none_or(|category| matches!(category, "animal" | "person" | "toy"))
        };
        if subjects.iter().all(living) {
            return subjects;
        }
        // "A woman in front of the counter holds a bag": whom the sentence is about, where that is somebody.
        let told = self.main.filter(living);
        if let Some(main) = told.filter(|main| !subjects.contains(main)) {
            return vec![main];
        }
        let last = subjects.iter().copied().max().unwrap_or(0);
        (0..last).rev().find(living).map_or(subjects, |at| vec![at])
    }

    /// What a relation word at this place is about.
    pub(super) fn subjects(&self, kind: RelationKind) -> Vec<usize> {
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
            // "next to the sofa and under a lamp": both are about the same thing.
            Some(link)
                if self.after_and
                    && !link.passive
                    && is_whereabouts(link.kind)
                    && is_whereabouts(kind) =>
            {
                link.subjects.clone()
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
                // "plays the violin next to a bench": who has it in hand is there.
                let held = link.subjects.first().is_some_and(|&who| {
                    self.reader.brief.relations.contains(&Relation {
                        subject: who,
                        kind: RelationKind::Holding,
                        object: last,
                    })
                });
                let aside = matches!(
                    kind,
                    RelationKind::NextTo
                        | RelationKind::InFrontOf
                        | RelationKind::Behind
                        | RelationKind::LeftOf
                        | RelationKind::RightOf
                        | RelationKind::Against
                );
                if dressed || held && aside {
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

    pub(super) fn link(&mut self, link: &Pending, object: usize) {
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
    pub(super) fn with(&mut self, subject: usize, object: usize) {
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

    pub(super) fn relate(&mut self, subject: usize, kind: RelationKind, object: usize) {
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
    pub(super) fn settle(&self, subject: usize, kind: RelationKind, object: usize) -> RelationKind {
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
            // "Plays on the guitar", "is at a kite": tongues that say so mean that it is in hand.
            RelationKind::On | RelationKind::In
                if living
                    && self.reader.brief.language.0 != "en"
                    && (lexicon.category(thing) == Some("instrument") || thing == "kite")
                    && lexicon.has_trait(thing, "handheld") =>
            {
                RelationKind::Holding
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
}

/// Relations that a more telling one replaces.
fn loose(kind: RelationKind) -> bool {
    matches!(
        kind,
        RelationKind::With | RelationKind::In | RelationKind::On
    )
}
