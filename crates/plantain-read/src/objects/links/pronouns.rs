//! What "it", "them" and "one of them" stand for.

use super::super::items::Item;
use super::{Linker, Pending};
use crate::RelationKind;
use crate::lexicon::lexicon;

impl Linker<'_, '_> {
    /// "She wears a yellow coat" at the head of a sentence: who was named before does it, and the sentence is about them.
    pub(super) fn takes_up(&mut self, many: bool, somebody: bool, rest: &[Item]) -> bool {
        use RelationKind::{Eating, Holding, Riding, Wearing, With};
        let has = matches!(
            rest.first(),
            Some(Item::Relation(With | Wearing | Holding | Eating | Riding))
        );
        let does = matches!(
            rest.first(),
            Some(Item::Verb { .. } | Item::Copula | Item::Relation(_) | Item::Posture(_))
        );
        let opens = self.last.is_none() && self.pending.is_none() && self.inverted.is_none();
        if !opens || !(has || does && (many || somebody)) {
            return false;
        }
        let living = |at: &usize, category: &str| {
            let object = &self.reader.brief.objects[*at];
            !object.absent && lexicon().category(&object.noun) == Some(category)
        };
        let named = 0..self.reader.brief.objects.len();
        let of = |category: &str| -> Vec<usize> {
            let all: Vec<usize> = named.clone().filter(|at| living(at, category)).collect();
            match (many, self.agent.filter(|at| all.contains(at)), all.last()) {
                (true, ..) => all,
                (_, Some(agent), _) => vec![agent],
                (_, None, Some(last)) => vec![*last],
                _ => Vec::new(),
            }
        };
        let mut who = Some(of("person"))
            .filter(|people| !people.is_empty() && (many || somebody))
            .unwrap_or_else(|| of("animal"));
        if who.is_empty() && !many && !somebody {
            let objects = &self.reader.brief.objects;
            who.extend(objects.iter().rposition(|object| !object.absent));
        }
        let Some(last) = who.last().copied() else {
            return false;
        };
        (self.main, self.last) = (who.first().copied(), Some(last));
        self.group = who;
        true
    }

    pub(super) fn pronoun(&mut self, many: bool, somebody: bool) {
        let Some(mut link) = self.pending.take() else {
            return;
        };
        let objects = &self.reader.brief.objects;
        // "Three pears and a lemon behind them", "a pumpkin and a mouse on top of it": it is what was named before the last.
        let free = (0..objects.len()).any(|at| !link.subjects.contains(&at) && !objects[at].absent);
        if let (false, [_, .., last]) = (free, &link.subjects[..]) {
            link.subjects = vec![*last];
        }
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
            let person = self.somebody(&link).filter(|_| somebody);
            person
                .or_else(|| self.antecedent(&link))
                .into_iter()
                .collect()
        };
        // "A cup to its right and a key to its left": both times the same.
        self.it = targets.first().copied().filter(|_| !many);
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
        // What is named next stands for itself: "with a pond before it and two ducks on the water".
        self.closed = true;
    }

    /// Whom "him" or "her" means: of those named before, a person rather than an animal.
    fn somebody(&self, link: &Pending) -> Option<usize> {
        let objects = &self.reader.brief.objects;
        let of = |category: &str| {
            (0..objects.len()).rev().find(|at| {
                !link.subjects.contains(at)
                    && !objects[*at].absent
                    && lexicon().category(&objects[*at].noun) == Some(category)
            })
        };
        of("person").or_else(|| of("animal"))
    }

    /// "three boulders and a bird on one of them": the group before is the ground, the others stand on it.
    pub(super) fn one_of_them(&mut self) {
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
    pub(super) fn ground_before(&self, kind: RelationKind, somebody: bool) -> Option<usize> {
        let objects = &self.reader.brief.objects;
        let last = |fits: &dyn Fn(&str) -> bool| {
            (0..objects.len())
                .rev()
                .find(|&at| !objects[at].absent && fits(&objects[at].noun))
        };
        let carries = |noun: &str| serves(kind, noun);
        let living = |noun: &str| matches!(lexicon().category(noun), Some("person" | "animal"));
        let person = |noun: &str| lexicon().category(noun) == Some("person");
        let whose = last(&person).or_else(|| last(&living));
        whose
            .filter(|_| somebody)
            .or_else(|| last(&carries))
            .or_else(|| last(&living))
            .or_else(|| last(&|_| true))
    }

    /// What "it" stands for: what can carry the thing, else the main thing of the sentence.
    pub(super) fn antecedent(&self, link: &Pending) -> Option<usize> {
        let first = *link.subjects.first()?;
        let fits = |at: usize| serves(link.kind, &self.reader.brief.objects[at].noun);
        // "It" is one thing.
        let one = |at: &usize| {
            let object = &self.reader.brief.objects[*at];
            !object.plural && object.count.is_none_or(|n| n == 1)
        };
        let before = |at: &usize| !link.subjects.contains(at) && *at < first && one(at);
        let nearest = (0..self.reader.brief.objects.len())
            .rev()
            .filter(before)
            .find(|&at| fits(at));
        // "It" is nobody, where something else was named.
        let thing = |at: &usize| {
            before(at) && lexicon().category(&self.reader.brief.objects[*at].noun) != Some("person")
        };
        nearest
            .or(self.it.filter(before))
            .or(self.agent.filter(thing))
            .or(self.main.filter(thing))
            .or_else(|| (0..first).rev().find(thing))
            .or(self.agent.filter(before))
            .or(self.main.filter(before))
            .or_else(|| (0..self.reader.brief.objects.len()).find(before))
    }
}

/// Whether something is made to have others on, in or under it.
fn serves(kind: RelationKind, noun: &str) -> bool {
    let has = |name: &str| lexicon().has_trait(noun, name);
    match kind {
        RelationKind::On => has("surface") || has("container"),
        RelationKind::In => has("container"),
        RelationKind::Under | RelationKind::Below => {
            has("surface") || noun == "tree" || noun.ends_with(" tree")
        }
        _ => false,
    }
}
