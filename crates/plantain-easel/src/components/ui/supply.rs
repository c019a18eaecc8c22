//! Hands out the words of a brief, each once, so that none is lost and none is set twice.

use plantain_read::{Brief, Component, Origin, Role};

use super::kit::Word;
pub use super::wording::{Form, is_weekday};

/// The words of a brief that have not been placed yet.
#[derive(Debug, Clone)]
pub struct Supply<'a> {
    brief: &'a Brief,
    used: Vec<bool>,
    /// The buttons that the prompt describes were handed out.
    pushed: bool,
}

/// A row of a list: its name, its figure, and what else belongs to it.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Entry {
    pub name: Option<Word>,
    /// Price, amount, time, count.
    pub figure: Option<Word>,
    pub more: Vec<Word>,
}

impl<'a> Supply<'a> {
    pub fn new(brief: &'a Brief) -> Self {
        let used = brief
            .literals
            .iter()
            .map(|literal| literal.text.trim().is_empty())
            .collect();
        Self {
            brief,
            used,
            pushed: false,
        }
    }

    pub fn brief(&self) -> &'a Brief {
        self.brief
    }

    /// Returns how many words are still to be placed.
    pub fn left(&self) -> usize {
        self.used.iter().filter(|used| !**used).count()
    }

    fn word(&self, index: usize) -> Word {
        let literal = &self.brief.literals[index];
        // Labels that were told in passing are set as an interface sets them.
        let label = matches!(
            literal.role,
            Role::Item
                | Role::Label
                | Role::Field
                | Role::Tab
                | Role::Column
                | Role::Title
                | Role::Category
        );
        let small = literal.text.split(' ').next().is_some_and(|first| {
            first.chars().all(char::is_lowercase) && first.chars().count() > 1
        });
        if literal.origin != Origin::Quoted && label && small {
            return Word::asked(&capital(&literal.text));
        }
        Word::asked(&literal.text)
    }

    fn free(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.used.len()).filter(|i| !self.used[*i])
    }

    /// Takes one literal by index, if it is still free.
    pub fn take(&mut self, index: usize) -> Option<Word> {
        let used = self.used.get_mut(index)?;
        if std::mem::replace(used, true) {
            return None;
        }
        Some(self.word(index))
    }

    /// Takes the first free literal that passes the test.
    pub fn find(&mut self, test: impl Fn(Role, &str) -> bool) -> Option<Word> {
        let found = self.free().find(|i| {
            let literal = &self.brief.literals[*i];
            test(literal.role, &literal.text)
        })?;
        self.take(found)
    }

    /// Takes the first free literal of one of these roles.
    pub fn first(&mut self, roles: &[Role]) -> Option<Word> {
        self.find(|role, _| roles.contains(&role))
    }

    /// Takes all free literals of these roles, in order.
    pub fn all(&mut self, roles: &[Role]) -> Vec<Word> {
        let found: Vec<usize> = self
            .free()
            .filter(|i| roles.contains(&self.brief.literals[*i].role))
            .collect();
        found.into_iter().filter_map(|i| self.take(i)).collect()
    }

    /// Takes all free literals of these roles, each with the value that is paired with it ("Inbox 12").
    pub fn counted(&mut self, roles: &[Role]) -> Vec<Entry> {
        let found: Vec<usize> = self
            .free()
            .filter(|i| roles.contains(&self.brief.literals[*i].role))
            .collect();
        let value_of = |i: usize| {
            let pair = self.brief.pairs.iter().find(|pair| pair.label == Some(i))?;
            Some(pair.value)
        };
        let values: Vec<Option<usize>> = found.iter().map(|&i| value_of(i)).collect();
        found
            .into_iter()
            .zip(values)
            .map(|(name, value)| Entry {
                name: self.take(name),
                figure: value.and_then(|at| self.take(at)),
                more: Vec::new(),
            })
            .collect()
    }

    /// Takes the first free literal of this form.
    pub fn form(&mut self, form: Form) -> Option<Word> {
        self.find(|_, text| Form::of(text) == form)
    }

    /// Takes the value whose label holds one of these words, with the label when that is to be printed too.
    pub fn valued(&mut self, words: &[&str]) -> Option<(Word, Word)> {
        let pair = self.brief.pairs.iter().find(|pair| {
            let own = pair.label_text.to_lowercase();
            let label = format!(
                "{own} {}",
                plantain_read::english(&own, &self.brief.language.0)
            );
            !self.used[pair.value] && words.iter().any(|word| label.contains(word))
        })?;
        let (label, text, value) = (pair.label, pair.label_text.clone(), pair.value);
        let label = label
            .and_then(|i| self.take(i))
            .unwrap_or_else(|| Word::built(capital(&text)));
        self.take(value).map(|value| (label, value))
    }

    /// Takes the pairs that are left, in order.
    pub fn pairs(&mut self) -> Vec<(Word, Word)> {
        let mut out = Vec::new();
        for pair in &self.brief.pairs {
            if self.used[pair.value] || pair.label.is_some_and(|label| self.used[label]) {
                continue;
            }
            let label = pair
                .label
                .and_then(|i| self.take(i))
                .unwrap_or_else(|| Word::built(capital(&pair.label_text)));
            if let Some(value) = self.take(pair.value) {
                out.push((label, value));
            }
        }
        out
    }

    /// Takes an enumeration whose kind holds one of these words.
    pub fn list(&mut self, kinds: &[&str]) -> Option<Vec<Word>> {
        let list = self.brief.lists.iter().find(|list| {
            kinds.iter().any(|kind| list.kind.contains(kind))
                && list.items.iter().any(|i| !self.used[*i])
        })?;
        let items = list.items.clone();
        Some(items.into_iter().filter_map(|i| self.take(i)).collect())
    }

    /// Takes the free literals that are weekday names, if there are at least three.
    pub fn weekdays(&mut self) -> Option<Vec<Word>> {
        let days: Vec<usize> = self
            .free()
            .filter(|i| is_weekday(&self.brief.literals[*i].text))
            .collect();
        if days.len() < 3 {
            return None;
        }
        Some(days.into_iter().filter_map(|i| self.take(i)).collect())
    }

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
    fn entry(&mut self, name: usize) -> Option<Entry> {
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
    fn belonging(&mut self, name: usize, last: usize) -> Vec<Word> {
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
    fn glued_figure(&mut self, after: usize) -> Option<Word> {
        let next = self.brief.literals.get(after + 1)?;
        let from = self.brief.literals[after].span.end;
        let blank = self.brief.prompt.get(from..next.span.start) == Some(" ");
        let taken = blank && Form::of(&next.text).is_figure();
        taken.then(|| self.take(after + 1)).flatten()
    }

    /// Takes the literals that follow one with nothing but blanks, brackets or dashes between.
    fn glued(&mut self, after: usize) -> Vec<Word> {
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

    /// Takes the buttons, and those that the prompt describes by what they do ("continue button").
    pub fn buttons(&mut self) -> Vec<Word> {
        let mut out = self.all(&[Role::Button]);
        if std::mem::replace(&mut self.pushed, true) {
            return out;
        }
        for part in &self.brief.described {
            if part.kind != Component::Button {
                continue;
            }
            let words: Vec<&str> = part
                .words
                .split_whitespace()
                .filter(|word| !LOOKS_OF_BUTTONS.contains(word))
                .collect();
            let named = !words.is_empty()
                && words.len() <= 3
                && !words.iter().any(|word| SYMBOLS_OF_BUTTONS.contains(word));
            let text = capital(&words.join(" "));
            // "pay button says 'Pay $75'": one button, told and named.
            let lower = text.to_lowercase();
            if named
                && out
                    .iter()
                    .all(|known| !has_word(&known.text.to_lowercase(), &lower))
            {
                out.push(Word::built(text));
            }
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
    fn paired_entries(&mut self) -> Vec<(usize, Entry)> {
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

    /// Returns the place of the first literal that is an amount of money.
    pub fn first_money(&self) -> Option<usize> {
        self.brief
            .literals
            .iter()
            .position(|literal| Form::of(&literal.text) == Form::Money)
    }

    /// Takes the first free literal before `end` of one of these roles.
    pub fn first_before(&mut self, roles: &[Role], end: usize) -> Option<Word> {
        let found = self
            .free()
            .find(|i| *i < end && roles.contains(&self.brief.literals[*i].role))?;
        self.take(found)
    }

    /// Takes the literal after the one with this text, if it is free and short.
    pub fn follower(&mut self, text: &str) -> Option<Word> {
        let at = self
            .brief
            .literals
            .iter()
            .position(|l| l.text.trim() == text)?;
        let next = self.brief.literals.get(at + 1)?;
        let short = next.text.split_whitespace().count() <= 3
            && !matches!(next.role, Role::Button | Role::Title | Role::Link);
        if short { self.take(at + 1) } else { None }
    }

    /// Takes all that is left, in order, with roles.
    pub fn rest(&mut self) -> Vec<(Role, Word)> {
        let rest: Vec<usize> = self.free().collect();
        rest.into_iter()
            .filter_map(|i| {
                let role = self.brief.literals[i].role;
                self.take(i).map(|word| (role, word))
            })
            .collect()
    }

    /// Returns whether the prompt or its topic holds one of these words.
    pub fn speaks_of(&self, words: &[&str]) -> bool {
        let prompt = self.brief.heard();
        words.iter().any(|word| has_word(&prompt, word))
    }
}

/// Roles of a screen's frame, which are no rows of its lists.
fn is_frame(role: Role) -> bool {
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

/// Words that say how a button looks.
const LOOKS_OF_BUTTONS: &[&str] = &[
    "big",
    "large",
    "small",
    "green",
    "red",
    "blue",
    "orange",
    "yellow",
    "black",
    "white",
    "purple",
    "pink",
    "teal",
    "gold",
    "golden",
    "rounded",
    "round",
    "primary",
    "secondary",
    "main",
    "outlined",
    "prominent",
    "bright",
    "single",
    "bold",
    "full-width",
    "wide",
    "huge",
    "dark",
    "light",
    "action",
    "call-to-action",
    "cta",
    "coloured",
    "colored",
    "nice",
    "clear",
    "bottom",
    "top",
];
/// Words of buttons that carry a symbol instead of words.
const SYMBOLS_OF_BUTTONS: &[&str] = &[
    "shutter",
    "play",
    "pause",
    "floating",
    "plus",
    "back",
    "close",
    "menu",
    "radio",
    "social",
    "icon",
    "heart",
    "home",
    "power",
    "mic",
    "camera",
    "record",
    "hamburger",
    "toggle",
    "round",
    "push",
    "arrow",
    "volume",
    "microphone",
    "sos",
];

fn out_is_paired(brief: &Brief) -> bool {
    !brief.pairs.is_empty()
}

/// Returns whether `text` holds `word` at the start of a word; scripts without spaces match anywhere.
pub fn has_word(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        !word.is_ascii()
            || text[..at]
                .chars()
                .next_back()
                .is_none_or(|c| !c.is_alphanumeric())
    })
}

/// Returns the text with a capital first letter.
pub fn capital(text: &str) -> String {
    let mut chars = text.chars();
    chars
        .next()
        .map(|first| first.to_uppercase().chain(chars).collect())
        .unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use plantain_read::{Literal, Origin, Pair};

    use super::*;

    fn brief(texts: &[&str]) -> Brief {
        Brief {
            literals: texts
                .iter()
                .map(|text| Literal {
                    text: (*text).to_owned(),
                    span: 0..0,
                    role: Role::Text,
                    origin: Origin::Quoted,
                    on_object: None,
                })
                .collect(),
            ..Brief::default()
        }
    }

    #[test]
    fn figures_go_with_their_names_in_either_order() {
        for texts in [
            ["6:30 AM", "Gym", "7:45 AM", "School run"],
            ["Gym", "6:30 AM", "School run", "7:45 AM"],
        ] {
            let brief = brief(&texts);
            let rows: Vec<(String, String)> = Supply::new(&brief)
                .entries()
                .into_iter()
                .map(|e| (e.name.unwrap().text, e.figure.unwrap().text))
                .collect();
            let want = [("Gym", "6:30 AM"), ("School run", "7:45 AM")]
                .map(|(a, b)| (a.to_owned(), b.to_owned()));
            assert_eq!(rows, want);
        }
    }

    #[test]
    fn every_literal_is_handed_out_once() {
        let mut brief = brief(&["Balance", "$3", "Coffee", "-$1", "Send"]);
        brief.pairs.push(Pair {
            label: Some(0),
            label_text: "Balance".into(),
            value: 1,
        });
        brief.literals[4].role = Role::Button;
        let mut supply = Supply::new(&brief);
        assert!(supply.valued(&["balance"]).is_some());
        assert!(supply.valued(&["balance"]).is_none());
        assert_eq!(supply.entries().len(), 2);
        assert_eq!(supply.rest().len(), 1);
        assert_eq!(supply.left(), 0);
    }
}
