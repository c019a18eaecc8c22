//! Hands out the words of a brief, each once, so that none is lost and none is set twice.

mod buttons;
mod rows;

use plantain_read::{Brief, Origin, Role};

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

impl Entry {
    /// Returns a row of nothing but a name.
    pub fn named(name: Word) -> Self {
        Self {
            name: Some(name),
            ..Self::default()
        }
    }
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
        // A name in quotes stands as it is written, whoever read it.
        let before = self
            .brief
            .prompt
            .get(..literal.span.start)
            .unwrap_or_default();
        let quoted = literal.origin == Origin::Quoted || before.ends_with(['"', '“', '„', '«']);
        if !quoted && label && small {
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
    /// Words that are set in capitals throughout.
    const INITIALS: &[&str] = &[
        "cvc", "cvv", "zip", "iban", "vat", "url", "faq", "sku", "id",
    ];
    let first = text.split(' ').next().unwrap_or_default();
    if INITIALS.contains(&first) {
        return format!("{}{}", first.to_uppercase(), &text[first.len()..]);
    }
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
