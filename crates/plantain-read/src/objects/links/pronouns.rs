//! What "it", "them" and "one of them" stand for.

use super::{Linker, Pending};
use crate::RelationKind;
use crate::lexicon::lexicon;

impl Linker<'_, '_> {
    pub(super) fn pronoun(&mut self, many: bool) {
        let Some(mut link) = self.pending.take() else {
            return;
        };
        let objects = &self.reader.brief.objects;
        // "Three pears and a lemon behind them": they are the group before the last thing.
        let free = (0..objects.len()).any(|at| !link.subjects.contains(&at) && !objects[at].absent);
        if let (true, false, [.., last]) = (many, free, &link.subjects[..]) {
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
    pub(super) fn ground_before(&self, kind: RelationKind) -> Option<usize> {
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
    pub(super) fn antecedent(&self, link: &Pending) -> Option<usize> {
        let first = *link.subjects.first()?;
        let fits = |at: usize| {
            let noun = &self.reader.brief.objects[at].noun;
            match link.kind {
                RelationKind::On => {
                    lexicon().has_trait(noun, "surface") || lexicon().has_trait(noun, "container")
                }
                RelationKind::In => lexicon().has_trait(noun, "container"),
                RelationKind::Under | RelationKind::Below => {
                    lexicon().has_trait(noun, "surface")
                        || noun == "tree"
                        || noun.ends_with(" tree")
                }
                _ => false,
            }
        };
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
        nearest
            .or(self.agent.filter(before))
            .or(self.main.filter(before))
            .or_else(|| (0..self.reader.brief.objects.len()).find(before))
    }
}
