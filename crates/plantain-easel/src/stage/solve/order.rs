//! Blocks of a scene and their order from left to right.

use plantain_read::{Arrangement, Position, RelationKind};

use super::super::assembly::{Assembly, stack_up};
use super::super::block::Block;
use super::super::cast::flies;
use super::super::mend::row_of;
use super::super::place::Place;
use super::{Solver, lateral};

impl Solver<'_> {
    /// Groups root assemblies into blocks, in order of mention.
    pub(super) fn blocks(&self) -> Vec<Block> {
        let mut blocks: Vec<Block> = Vec::new();
        for (phrase, group) in self.cast.groups.iter().enumerate() {
            if group.is_empty() || self.cast.parent(phrase).is_some() {
                continue;
            }
            let arrangement = self.brief.objects[phrase].arrangement;
            let beside = lateral(self.brief, self.cast, phrase);
            let members = group
                .iter()
                .map(|a| {
                    let mut member = Assembly::of(self.cast, *a);
                    // What flies beside something on the ground flies at the height of its head.
                    if beside
                        && flies(&self.cast.actors[*a], self.brief)
                        && !self.cast.place.floats()
                    {
                        member.lift(0.55);
                    }
                    member
                })
                .collect();
            // Plates of a stack lie in each other wherever it stands.
            let members = match arrangement {
                Some(Arrangement::Stack) => stack_up(members, self.cast),
                _ => members,
            };
            blocks.push(Block {
                phrases: vec![phrase],
                members,
                orderly: self.is_orderly(),
                recede: if arrangement.is_none() { 0.9 } else { 1.0 },
                rng: arrangement
                    .is_none()
                    .then(|| self.rng.fork(&format!("group {phrase}"))),
                aloft: false,
                arrangement,
                rows: Vec::new(),
            });
        }
        if let Some(table) = self.told_rows(&blocks) {
            return vec![table];
        }
        self.merge_among(&mut blocks);
        self.split_between(&mut blocks);
        // What nobody ordered may as well stand the other way round.
        if self.is_free() && self.rng.fork("order").chance(0.5) {
            blocks.reverse();
        }
        self.order(&mut blocks);
        blocks
    }

    /// Returns whether nothing in the prompt says what stands left or right of what.
    fn is_free(&self) -> bool {
        // "From left to right" they stand in the order in which they are told.
        !self.brief.heard().contains("left to right")
            && self.brief.objects.iter().all(|o| o.position.is_none())
            && self.brief.relations.iter().all(|r| {
                !matches!(
                    r.kind,
                    RelationKind::LeftOf
                        | RelationKind::RightOf
                        | RelationKind::Between
                        | RelationKind::Chasing
                        | RelationKind::LookingAt
                )
            })
    }

    /// Returns whether things here are set in straight rows.
    fn is_orderly(&self) -> bool {
        matches!(
            self.cast.place,
            Place::Table
                // On the edge of a sea that is cut open everything floats on one line.
                | Place::SeaCut
                | Place::Studio
                | Place::Kitchen
                | Place::ParkingLot
                | Place::Classroom
                | Place::Room
        )
    }

    /// One thing among others stands in their middle.
    /// Returns everything in the rows that the prompt tells one by one; none where something stands in no row.
    fn told_rows(&self, blocks: &[Block]) -> Option<Block> {
        let row = |block: &Block| row_of(&self.brief.objects[block.phrases[0]].attributes);
        let rows: Vec<u32> = blocks.iter().map(row).collect::<Option<_>>()?;
        let mut order: Vec<usize> = (0..blocks.len()).collect();
        order.sort_by_key(|i| std::cmp::Reverse(rows[*i]));
        let mut table = Block {
            phrases: Vec::new(),
            members: Vec::new(),
            rows: Vec::new(),
            recede: 1.0,
            rng: None,
            ..blocks.first()?.clone()
        };
        let mut last = None;
        for i in order {
            if last != Some(rows[i]) {
                table.rows.push(0);
            }
            last = Some(rows[i]);
            if let Some(count) = table.rows.last_mut() {
                *count += blocks[i].members.len();
            }
            table.phrases.extend(&blocks[i].phrases);
            table.members.extend(blocks[i].members.iter().cloned());
        }
        Some(table)
    }

    fn merge_among(&self, blocks: &mut Vec<Block>) {
        for relation in &self.brief.relations {
            if relation.kind != RelationKind::Among {
                continue;
            }
            let at = |phrase: usize, blocks: &[Block]| {
                blocks.iter().position(|b| b.phrases.contains(&phrase))
            };
            let (Some(s), Some(o)) = (at(relation.subject, blocks), at(relation.object, blocks))
            else {
                continue;
            };
            if s == o {
                continue;
            }
            let subject = blocks[s].clone();
            let host = &mut blocks[o];
            let middle = host.members.len() / 2;
            host.members.splice(middle..middle, subject.members);
            host.phrases.extend(subject.phrases);
            blocks.remove(s);
        }
    }

    /// A group of several with something between them parts in the middle.
    fn split_between(&self, blocks: &mut Vec<Block>) {
        for relation in &self.brief.relations {
            if relation.kind != RelationKind::Between {
                continue;
            }
            let Some(o) = blocks
                .iter()
                .position(|b| b.phrases.first() == Some(&relation.object) && b.members.len() > 1)
            else {
                continue;
            };
            // "Between a plant and three books": the books are one side.
            let sides = self
                .brief
                .relations
                .iter()
                .filter(|r| r.kind == RelationKind::Between && r.subject == relation.subject);
            if sides.count() > 1 {
                continue;
            }
            let middle = self.root(relation.subject);
            if !blocks.iter().any(|b| b.phrases.contains(&middle)) {
                continue;
            }
            let right = {
                let block = &mut blocks[o];
                let half = block.members.len().div_ceil(2);
                Block {
                    rows: Vec::new(),
                    phrases: block.phrases.clone(),
                    members: block.members.split_off(half),
                    arrangement: None,
                    orderly: block.orderly,
                    recede: block.recede,
                    rng: block.rng.clone(),
                    aloft: block.aloft,
                }
            };
            let Some(s) = blocks.iter().position(|b| b.phrases.contains(&middle)) else {
                continue;
            };
            let subject = blocks.remove(s);
            let o = blocks
                .iter()
                .position(|b| b.phrases.first() == Some(&relation.object))
                .unwrap_or(0);
            blocks.insert(o + 1, subject);
            blocks.insert(o + 2, right);
        }
    }

    /// Puts blocks in order from left to right.
    fn order(&self, blocks: &mut [Block]) {
        // Positions first, then relations, which move as little as they must.
        blocks.sort_by_key(|b| self.column(b.phrases[0]));
        for _ in 0..blocks.len() {
            for relation in &self.brief.relations {
                let (left, right) = match relation.kind {
                    RelationKind::LeftOf => (relation.subject, relation.object),
                    RelationKind::RightOf => (relation.object, relation.subject),
                    RelationKind::Chasing => (relation.subject, relation.object),
                    _ => continue,
                };
                let (left, right) = (self.root(left), self.root(right));
                let at = |phrase: usize| blocks.iter().position(|b| b.phrases.contains(&phrase));
                if let (Some(l), Some(r)) = (at(left), at(right))
                    && l > r
                {
                    blocks[r..=l].rotate_right(1);
                }
            }
            self.order_between(blocks);
        }
    }

    /// Puts a thing between two others of different phrases.
    fn order_between(&self, blocks: &mut [Block]) {
        let relations = &self.brief.relations;
        for (i, a) in relations.iter().enumerate() {
            if a.kind != RelationKind::Between {
                continue;
            }
            let Some(b) = relations[i + 1..].iter().find(|b| {
                b.kind == RelationKind::Between && b.subject == a.subject && b.object != a.object
            }) else {
                continue;
            };
            let at = |phrase: usize| blocks.iter().position(|b| b.phrases.contains(&phrase));
            let (Some(x), Some(l), Some(r)) = (
                at(self.root(a.subject)),
                at(self.root(a.object)),
                at(self.root(b.object)),
            ) else {
                continue;
            };
            let (low, high) = (l.min(r), l.max(r));
            if x < low {
                blocks[x..=low].rotate_left(1);
            } else if x > high {
                blocks[high..=x].rotate_right(1);
            }
        }
    }

    /// Returns the phrase at the root of a phrase's assembly.
    pub(super) fn root(&self, phrase: usize) -> usize {
        let mut at = phrase;
        for _ in 0..self.cast.ties.len() {
            match self.cast.parent(at) {
                Some(tie) => at = tie.parent,
                None => break,
            }
        }
        at
    }

    /// Returns 0 for the left, 1 for no matter, 2 for the right.
    fn column(&self, phrase: usize) -> u8 {
        match self.brief.objects[phrase].position {
            Some(Position::Left | Position::TopLeft | Position::BottomLeft) => 0,
            Some(Position::Right | Position::TopRight | Position::BottomRight) => 2,
            _ => 1,
        }
    }
}
