//! Rows of lists: names with their figures and what belongs to them.

use plantain_read::{Brief, Role};

use super::super::kit::Word;
use super::super::wording::Form;
use super::{Entry, Supply, capital};

/// Roles of a screen's frame, which are no rows of its lists.
pub(super) fn is_frame(role: Role) -> bool {
    matches!(
        role,
        Role::Title
            | Role::Subtitle
            | Role::Kicker
            | Role::Brand
            | Role::Button
            | Role::Link
            | Role::Tab
            | Role::Field
            | Role::Badge
            | Role::Small
            | Role::Caption
    )
}

pub(super) fn out_is_paired(brief: &Brief) -> bool {
    !brief.pairs.is_empty()
}

impl<'a> Supply<'a> {
    /// Takes the items of the first list whose kind holds one of these words, each with what belongs to it.
    pub fn listed(&mut self, kinds: &[&str]) -> Option<Vec<Entry>> {
        let at = self.brief.lists.iter().position(|list| {
            kinds.iter().any(|kind| list.kind.contains(kind))
                && list.items.iter().any(|i| !self.used[*i])
        })?;
        Some(self.list_entries(at))
    }

    /// Takes the items of the list at this index of the brief.
    pub fn list_entries(&mut self, at: usize) -> Vec<Entry> {
        let items = self
            .brief
            .lists
            .get(at)
            .map(|list| list.items.clone())
            .unwrap_or_default();
        items.into_iter().filter_map(|i| self.entry(i)).collect()
    }

    /// Takes a literal as the name of an entry, with its value and what stands glued to them.
    pub(super) fn entry(&mut self, name: usize) -> Option<Entry> {
        // "vacuum charging 64%": a figure whose name was told in passing.
        let told = self
            .brief
            .pairs
            .iter()
            .find(|pair| pair.value == name && pair.label.is_none());
        if let Some(label) = told.map(|pair| capital(&pair.label_text)) {
            let figure = self.take(name)?;
            return Some(Entry {
                name: Some(Word::built(label)),
                figure: Some(figure),
                more: Vec::new(),
            });
        }
        let value = self
            .brief
            .pairs
            .iter()
            .find(|pair| pair.label == Some(name))
            .map(|pair| pair.value);
        let word = self.take(name)?;
        let figure = value.and_then(|at| self.take(at));
        let last = value.map_or(name, |value| value.max(name));
        let more = self.belonging(name, last);
        Some(Entry {
            name: Some(word),
            figure,
            more,
        })
    }

    /// Takes what belongs to a name: the rest of its row where the prompt tells rows part by part, else what is glued to
    /// the `last` word of its entry.
    pub(super) fn belonging(&mut self, name: usize, last: usize) -> Vec<Word> {
        let row = self.brief.lists.iter().find_map(|list| {
            let at = list.items.iter().position(|item| *item == name)?;
            let next = list.items.get(at + 1).copied();
            (list.kind == "row").then_some(next)
        });
        let Some(next) = row else {
            return self.glued(last);
        };
        let values = self.brief.literals[name + 1..]
            .iter()
            .take_while(|literal| literal.role == Role::Value)
            .count();
        let end = next.unwrap_or(usize::MAX).min(name + 1 + values);
        (name + 1..end).filter_map(|at| self.take(at)).collect()
    }

    /// Takes the figure that follows another with only a blank between.
    pub(super) fn glued_figure(&mut self, after: usize) -> Option<Word> {
        let next = self.brief.literals.get(after + 1)?;
        let from = self.brief.literals[after].span.end;
        let blank = self.brief.prompt.get(from..next.span.start) == Some(" ");
        let taken = blank && Form::of(&next.text).is_figure();
        taken.then(|| self.take(after + 1)).flatten()
    }

    /// Takes the literals that follow one with nothing but blanks, brackets or dashes between.
    pub(super) fn glued(&mut self, after: usize) -> Vec<Word> {
        let mut out = Vec::new();
        let mut last = after;
        while let Some(next) = self.brief.literals.get(last + 1) {
            let from = self.brief.literals[last].span.end;
            let between = self.brief.prompt.get(from..next.span.start).unwrap_or(",");
            let close = !between.is_empty()
                && between
                    .chars()
                    .all(|c| matches!(c, ' ' | '(' | ')' | '-' | '–' | '—' | '·' | '•' | '|'));
            let framed = matches!(
                next.role,
                Role::Button | Role::Title | Role::Tab | Role::Field
            );
            // What has a name of its own, or is the figure of another, belongs there.
            let paired = self
                .brief
                .pairs
                .iter()
                .any(|pair| pair.label == Some(last + 1) || pair.value == last + 1);
            let listed = self
                .brief
                .lists
                .iter()
                .any(|list| list.items.contains(&(last + 1)));
            if !close || framed || paired || listed {
                break;
            }
            let Some(word) = self.take(last + 1) else {
                break;
            };
            out.push(word);
            last += 1;
        }
        out
    }

    /// Takes everything that can be a row: names with their figures. What a row needs may come before or after it
    /// ("Coffee Corner −€4.20", "6:30 AM Gym"); the form of the first decides for all.
    pub fn entries(&mut self) -> Vec<Entry> {
        let mut out = self.paired_entries();
        let rows: Vec<usize> = self
            .free()
            .filter(|i| !is_frame(self.brief.literals[*i].role))
            .collect();
        let figure_first = rows
            .first()
            .is_some_and(|i| Form::of(&self.brief.literals[*i].text).is_figure());
        let mut loose: Vec<(usize, Entry)> = Vec::new();
        for index in rows {
            let Some(word) = self.take(index) else {
                continue;
            };
            let is_figure = Form::of(&word.text).is_figure();
            let open = loose.last_mut().filter(|_| !out_is_paired(self.brief));
            match (open, is_figure) {
                (Some((_, last)), false) if figure_first && last.name.is_none() => {
                    last.name = Some(word);
                }
                (Some((_, last)), true) if !figure_first && last.figure.is_none() => {
                    last.figure = Some(word);
                    // "4.8 25-35 min": a second figure right behind is of the same row.
                    last.more.extend(self.glued_figure(index));
                }
                (_, true) => loose.push((
                    index,
                    Entry {
                        figure: Some(word),
                        ..Entry::default()
                    },
                )),
                (_, false) => loose.push((
                    index,
                    Entry {
                        name: Some(word),
                        more: self.belonging(index, index),
                        ..Entry::default()
                    },
                )),
            }
        }
        out.extend(loose);
        out.sort_by_key(|(at, _)| *at);
        out.into_iter().map(|(_, entry)| entry).collect()
    }

    /// Takes the pairs as entries, with their places in the prompt.
    pub(super) fn paired_entries(&mut self) -> Vec<(usize, Entry)> {
        let mut out = Vec::new();
        for pair in &self.brief.pairs {
            if self.used[pair.value] || pair.label.is_some_and(|label| self.used[label]) {
                continue;
            }
            let at = pair.label.map_or(pair.value, |label| label.min(pair.value));
            let last = pair.label.map_or(pair.value, |label| label.max(pair.value));
            let label = pair
                .label
                .and_then(|i| self.take(i))
                .unwrap_or_else(|| Word::built(capital(&pair.label_text)));
            let Some(value) = self.take(pair.value) else {
                continue;
            };
            // A pair may have been read with the time or the price as its label.
            let swapped = Form::of(&label.text).is_figure() && !Form::of(&value.text).is_figure();
            let (name, figure) = if swapped {
                (value, label)
            } else {
                (label, value)
            };
            let more = self.belonging(at, last);
            out.push((
                at,
                Entry {
                    name: Some(name),
                    figure: Some(figure),
                    more,
                },
            ));
        }
        out
    }

    /// Takes every word that may be a row, whatever the reader thought of it: all but parts of the frame.
    pub fn lines(&mut self) -> Vec<Entry> {
        let frame = [
            Role::Button,
            Role::Link,
            Role::Tab,
            Role::Field,
            Role::Badge,
            Role::Small,
        ];
        let loose: Vec<usize> = self
            .free()
            .filter(|i| !frame.contains(&self.brief.literals[*i].role))
            .filter(|i| {
                self.brief
                    .pairs
                    .iter()
                    .all(|p| p.value != *i && p.label != Some(*i))
            })
            .collect();
        let mut out: Vec<(usize, Entry)> = Vec::new();
        for pair in &self.brief.pairs {
            let at = pair.label.unwrap_or(pair.value);
            if self.used[pair.value] || pair.label.is_some_and(|label| self.used[label]) {
                continue;
            }
            let name = pair
                .label
                .and_then(|i| self.take(i))
                .unwrap_or_else(|| Word::built(capital(&pair.label_text)));
            let figure = self.take(pair.value);
            out.push((
                at,
                Entry {
                    name: Some(name),
                    figure,
                    more: Vec::new(),
                },
            ));
        }
        for index in loose {
            if let Some(word) = self.take(index) {
                out.push((
                    index,
                    Entry {
                        name: Some(word),
                        ..Entry::default()
                    },
                ));
            }
        }
        out.sort_by_key(|(at, _)| *at);
        out.into_iter().map(|(_, entry)| entry).collect()
    }
}
