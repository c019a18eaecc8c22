//! The literals of a brief, and all that points at them by index.

use super::{Brief, Literal, Pair, Span};

impl Literal {
    /// Whether some of the literal was read from within `span`.
    pub(crate) fn meets(&self, span: &Span) -> bool {
        self.span.start < span.end && span.start < self.span.end
    }
}

impl Brief {
    /// Ties a literal that names something to the one that is its value.
    pub(crate) fn pair(&mut self, label: usize, value: usize) {
        self.pairs.push(Pair {
            label: Some(label),
            label_text: self.literals[label].text.clone(),
            value,
        });
    }

    /// Takes a literal out; pairs, lists and links keep pointing at theirs.
    pub(crate) fn remove_literal(&mut self, index: usize) {
        self.literals.remove(index);
        let shift = |i: &mut usize| {
            if *i > index {
                *i -= 1;
            }
        };
        self.pairs.retain(|pair| pair.value != index);
        for pair in &mut self.pairs {
            if pair.label == Some(index) {
                pair.label = None;
            }
            shift(&mut pair.value);
            pair.label.iter_mut().for_each(shift);
        }
        for list in &mut self.lists {
            list.items.retain(|&i| i != index);
            list.items.iter_mut().for_each(shift);
        }
        self.links
            .retain(|link| link.from != index && link.to != index);
        for link in &mut self.links {
            shift(&mut link.from);
            shift(&mut link.to);
            if link.label == Some(index) {
                link.label = None;
            }
            link.label.iter_mut().for_each(shift);
        }
    }

    /// Takes out every literal that `drops` names.
    pub(crate) fn remove_literals(&mut self, drops: impl Fn(&Literal) -> bool) {
        for index in (0..self.literals.len()).rev() {
            if drops(&self.literals[index]) {
                self.remove_literal(index);
            }
        }
    }

    /// Drops pairs, links and lists whose literals a later reader took back, so that every index leads somewhere.
    pub(crate) fn forget_the_lost(&mut self) {
        let known = |i: usize| i < self.literals.len();
        self.pairs
            .retain(|pair| known(pair.value) && pair.label.is_none_or(known));
        self.links
            .retain(|link| known(link.from) && known(link.to) && link.label.is_none_or(known));
        for list in &mut self.lists {
            list.items.retain(|item| known(*item));
        }
    }

    /// Puts the literals in the order of the prompt; whatever points at them follows.
    pub(crate) fn order_literals(&mut self) {
        if self.literals.is_sorted_by_key(|l| l.span.start) {
            return;
        }
        let mut order: Vec<usize> = (0..self.literals.len()).collect();
        order.sort_by_key(|&i| self.literals[i].span.start);
        let mut place = vec![0; order.len()];
        for (new, &old) in order.iter().enumerate() {
            place[old] = new;
        }
        self.literals = order.iter().map(|&i| self.literals[i].clone()).collect();
        let follow = |i: &mut usize| *i = place[*i];
        for pair in &mut self.pairs {
            follow(&mut pair.value);
            pair.label.iter_mut().for_each(follow);
        }
        for item in self.lists.iter_mut().flat_map(|list| &mut list.items) {
            follow(item);
        }
        for link in &mut self.links {
            follow(&mut link.from);
            follow(&mut link.to);
            link.label.iter_mut().for_each(follow);
        }
        for branch in &mut self.tree {
            branch.literal.iter_mut().for_each(follow);
            branch.partner.iter_mut().for_each(follow);
        }
        for signer in &mut self.signers {
            follow(&mut signer.name);
            signer.post.iter_mut().for_each(follow);
        }
    }
}
