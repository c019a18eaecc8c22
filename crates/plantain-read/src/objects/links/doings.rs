//! Verbs, positions, and texts with what they are written on.

use super::super::items::Item;
use super::{After, Linker, Pending, VERB_BYTES};
use crate::lexicon::lexicon;
use crate::{Arrangement, Position, RelationKind};

impl Linker<'_, '_> {
    pub(super) fn place(&mut self, position: Position, rest: &[Item]) {
        // "A cat on a chair, in the background a window": it is the window that is there.
        let opens = self.after_and || matches!(self.after, super::After::Comma);
        if opens && matches!(rest.first(), Some(Item::Phrase(_))) {
            self.position = Some(position);
            self.closed = true;
            return;
        }
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

    pub(super) fn arrange(&mut self, arrangement: Arrangement) {
        // "a table with apples in two rows": the apples stand so.
        if self.finished.is_some()
            && let Some(object) = self.last_object()
            && (object.plural || object.count.is_some_and(|n| n > 1))
        {
            object.arrangement.get_or_insert(arrangement);
            return;
        }
        // "Cookies on a baking sheet, three rows of four": one sheet makes no rows.
        let objects = &self.reader.brief.objects;
        let many = |at: usize| objects[at].plural || objects[at].count.is_some_and(|n| n > 1);
        let rows = matches!(arrangement, Arrangement::Rows(_) | Arrangement::Grid);
        if rows
            && !self.group.iter().any(|at| many(*at))
            && let Some(of) = (0..objects.len()).rev().find(|at| many(*at))
        {
            self.reader.brief.objects[of]
                .arrangement
                .get_or_insert(arrangement);
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

    /// "a laptop, a cactus, a cat sleeping on the chair": without "and", only the last of a list does it.
    pub(super) fn part_from_list(&mut self) {
        if let Some(last) = self.last.filter(|_| !self.joined && self.group.len() > 1) {
            self.group = vec![last];
        }
    }

    pub(super) fn verb(&mut self, base: &'static str, participle: bool, rest: &[Item]) {
        if participle {
            self.part_from_list();
        }
        let who = if self.group.is_empty() {
            self.last.into_iter().collect()
        } else {
            self.group.clone()
        };
        let object_next = matches!(rest.first(), Some(Item::Phrase(_)));
        if object_next && self.after_and {
            // "wears a hat and reads a book": the book is not worn.
            self.finished = None;
        }
        // What is read is held.
        if base == "read" && object_next && self.inverted.is_none() && self.pending.is_none() {
            let subjects = self.animate(who);
            if !subjects.is_empty() {
                self.pending = Some(Pending {
                    kind: RelationKind::With,
                    subjects,
                    passive: false,
                    contents: false,
                });
            }
            return;
        }
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
    }

    /// What a text is said to be written on: of the things in the sentence, the last that is made to carry words.
    pub(super) fn bearer(&self, index: usize) -> Option<usize> {
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
                | "showing"
                | "shows"
                | "message"
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
        let spoken = matches!(verb.as_str(), "says" | "say" | "saying");
        let first = self.main.unwrap_or(0);
        let taken = |at: &usize| literals.iter().any(|l| l.on_object == Some(*at));
        // "a cat on a fence says": who is told about speaks, not what carries them.
        let living = |at: &usize| {
            matches!(
                lexicon().category(&objects[*at].noun),
                Some("animal" | "person")
            )
        };
        (first..objects.len())
            .rev()
            .find(|at| written(at) && !taken(at))
            .or_else(|| (first..objects.len()).find(|at| spoken && living(at) && !taken(at)))
    }

    /// A thing that does something looks like it.
    pub(super) fn attribute(&mut self, at: usize, base: &str) {
        let attributes = &mut self.reader.brief.objects[at].attributes;
        let word = gerund(base);
        if !attributes.contains(&word) {
            attributes.push(word);
        }
    }

    pub(super) fn text(&mut self, index: usize) {
        if !self.reader.is_scene() {
            return;
        }
        // What is named behind its words begins anew: "the page says ‘…’, a cup to its right".
        self.closed = true;
        match self.bearer(index).or(self.carrier) {
            Some(at) => self.reader.brief.literals[index].on_object = Some(at),
            None => self.waiting_texts.push(index),
        }
    }
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
