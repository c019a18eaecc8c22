//! Members of a group that are told apart, and what belongs to a body.

use super::super::items::{Item, Which, Whose};
use super::{Linker, OBJECTS_MAX, Pending};
use crate::lexicon::lexicon;
use crate::{ObjectPhrase, Relation, RelationKind};

impl Linker<'_, '_> {
    /// Those of a group that were not described yet take their look.
    pub(super) fn others(&mut self, color: Option<crate::Color>, size: Option<crate::SizeWord>) {
        if !self.row.is_empty() {
            let told = &self.members;
            for at in self.row.iter().filter(|at| !told.contains(at)) {
                let object = &mut self.reader.brief.objects[*at];
                object.color = color.clone().or(object.color.take());
                object.size = size.or(object.size);
            }
            return;
        }
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
    pub(super) fn body(&mut self, kind: RelationKind, passive: bool, whose: Whose) {
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
    pub(super) fn member(
        &mut self,
        n: u32,
        color: Option<crate::Color>,
        size: Option<crate::SizeWord>,
    ) {
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
        self.share_ties(base, at);
        self.rest = (left == 1).then_some(base);
        if !self.members.contains(&base) && left > 1 {
            self.members = vec![base];
        }
        self.members.push(at);
        self.last = Some(at);
        self.group = vec![at];
    }

    /// "a large dog and a small one": another of what was named before, or a member of a group.
    pub(super) fn another_one(&mut self, item: &Item, rest: &[Item]) {
        let Item::Another(color, size, the) = item else {
            return;
        };
        let (color, size) = (color.clone(), *size);
        if *the && self.refer(color.as_ref(), size) {
            return;
        }
        let Some(last) = self.last else { return };
        if let Some(link) = self.pending.take_if(|_| self.rest.is_some()) {
            // "The red one in front of the blue one": who is left of the group.
            self.member(1, color, size);
            if let Some(at) = self.last {
                self.link(&link, at);
            }
            return;
        }
        let objects = &self.reader.brief.objects;
        let group = objects
            .iter()
            .any(|o| !o.absent && o.count.is_some_and(|n| n > 1));
        if self.pending.is_none() && (group || self.rest.is_some()) {
            self.member(1, color, size);
            return;
        }
        // "The red one" and "the small one" that nobody told of are no further things.
        if *the && (size.is_none() || color.is_none()) {
            return;
        }
        // What the relation is about is what there is another of.
        let like = self
            .pending
            .as_ref()
            .and_then(|link| link.subjects.first().copied())
            .unwrap_or(last);
        if objects.len() >= OBJECTS_MAX {
            return;
        }
        let at = self.add(ObjectPhrase {
            count: Some(1),
            plural: false,
            color,
            size,
            more_colors: Vec::new(),
            position: None,
            ..self.reader.brief.objects[like].clone()
        });
        self.connect(at, rest);
        self.last = Some(at);
        self.carrier = Some(at);
    }

    /// Speaks of the one that was told of in this size, or in this colour; returns whether there is one.
    fn refer(&mut self, color: Option<&crate::Color>, size: Option<crate::SizeWord>) -> bool {
        let objects = &mut self.reader.brief.objects;
        let name = |color: Option<&crate::Color>| color.map(|c| c.name.clone());
        let told = objects.iter().rposition(|o| {
            let like = match size {
                Some(_) => o.size == size,
                None => name(o.color.as_ref()) == name(color),
            };
            like && !o.absent && !o.plural && o.count.is_none_or(|n| n == 1)
        });
        let Some(at) = told else {
            return false;
        };
        let object = &mut objects[at];
        object.color = color.cloned().or(object.color.take());
        if let Some(link) = self.pending.take() {
            self.link(&link, at);
        }
        (self.last, self.carrier, self.group) = (Some(at), Some(at), vec![at]);
        self.main = self.main.or(Some(at));
        true
    }

    /// A member of a row takes a look of its own, and what follows is about it.
    pub(super) fn nth(
        &mut self,
        which: Which,
        color: Option<crate::Color>,
        size: Option<crate::SizeWord>,
    ) {
        let objects = &self.reader.brief.objects;
        let several = |object: &ObjectPhrase| object.count.is_some_and(|n| n > 1) && !object.absent;
        // The sentence is about its subject rather than about what that stands on.
        let newest = self
            .main
            .filter(|at| several(&objects[*at]))
            .or_else(|| objects.iter().rposition(several));
        let known = self.row.iter().max().copied();
        if newest > known {
            self.row = newest.into_iter().collect();
            self.members.clear();
        }
        let Some(at) = self.told_apart(which) else {
            return;
        };
        let object = &mut self.reader.brief.objects[at];
        object.color = color.or(object.color.take());
        object.size = size.or(object.size);
        self.members.push(at);
        self.pending = None;
        self.finished = None;
        self.main = Some(at);
        self.last = Some(at);
        self.carrier = Some(at);
        self.group = vec![at];
    }

    /// Parts a row so that one of its members is a phrase of its own, which is returned.
    fn told_apart(&mut self, which: Which) -> Option<usize> {
        let counts: Vec<u32> = self
            .row
            .iter()
            .map(|at| self.reader.brief.objects[*at].count.unwrap_or(1))
            .collect();
        let all: u32 = counts.iter().sum();
        let wanted = match which {
            Which::Number(n) => n - 1,
            Which::Middle => all.checked_sub(1)? / 2,
            Which::Last => all.checked_sub(1)?,
        };
        let mut before = wanted;
        let part = counts.iter().position(|n| {
            let here = before < *n;
            if !here {
                before -= n;
            }
            here
        })?;
        let base = self.row[part];
        let behind = counts[part] - before - 1;
        if self.reader.brief.objects.len() + 2 > OBJECTS_MAX {
            return None;
        }
        let mut parts = Vec::new();
        let mut first = Some(base);
        for count in [before, 1, behind] {
            let at = match first.filter(|_| count > 0) {
                _ if count == 0 => continue,
                Some(base) => {
                    first = None;
                    base
                }
                None => self.another(base),
            };
            let object = &mut self.reader.brief.objects[at];
            (object.count, object.plural) = (Some(count), count > 1);
            parts.push(at);
        }
        let one = parts[usize::from(before > 0)];
        self.row.splice(part..=part, parts);
        self.line_up();
        Some(one)
    }

    /// A phrase like another one, with its relations.
    fn another(&mut self, base: usize) -> usize {
        let objects = &mut self.reader.brief.objects;
        objects.push(objects[base].clone());
        let at = objects.len() - 1;
        self.share_ties(base, at);
        at
    }

    /// The parts of the row stand from left to right.
    fn line_up(&mut self) {
        let row = &self.row;
        let inside = |r: &Relation| {
            r.kind == RelationKind::LeftOf && row.contains(&r.subject) && row.contains(&r.object)
        };
        let relations = &mut self.reader.brief.relations;
        relations.retain(|r| !inside(r));
        relations.extend(row.windows(2).map(|pair| Relation {
            subject: pair[0],
            kind: RelationKind::LeftOf,
            object: pair[1],
        }));
    }

    /// Members are where the others are, and with whoever has them.
    fn share_ties(&mut self, base: usize, at: usize) {
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
    }

    /// The thing that "of them" and "each" speak about.
    pub(super) fn group_object(&mut self) -> Option<&mut ObjectPhrase> {
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
}
