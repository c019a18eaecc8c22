//! What a printed piece says, sorted by the part each line plays.
//!
//! [`Wording::of`] takes every literal of the brief exactly once; what the prompt leaves open may be filled by
//! [`crate::components::pitch`], marked as filler.

mod casing;
mod headline;
mod roles;
mod sorting;

use plantain_read::{Brief, Constraint, Genre, Role};

use crate::components::pitch;
use crate::studio::Studio;
pub use headline::cased;
use sorting::Sorter;

/// Longest text that can lead a page, in characters.
const LEAD_MAX: usize = 90;

/// One text with the part it plays.
#[derive(Debug, Clone, PartialEq)]
pub struct Line {
    pub text: String,
    pub role: Role,
    /// Asked for word by word; otherwise invented.
    pub literal: bool,
    /// What stands before it, when that tells the reader something ("Doors", "Row").
    pub label: Option<Tag>,
    /// Place among the literals of the prompt; invented lines come last.
    pub order: usize,
}

/// A label of a line.
#[derive(Debug, Clone, PartialEq)]
pub struct Tag {
    pub text: String,
    pub literal: bool,
}

/// A line of a list: what, and how much.
#[derive(Debug, Clone, PartialEq)]
pub struct Row {
    pub name: Line,
    pub value: Option<Line>,
    /// What is said of it below its name ("gin, lemon, honey").
    pub note: Option<Line>,
    /// Whether it is the heading of the rows below it ("Starters").
    pub heads: bool,
}

/// The texts of a piece by part. Every literal of the brief is in exactly one place.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Wording {
    pub kicker: Vec<Line>,
    pub title: Option<Line>,
    /// Whether the title is a sentence that somebody says.
    pub spoken: bool,
    pub sub: Vec<Line>,
    pub body: Vec<Line>,
    /// Dates, times, places, people and other short facts, in reading order.
    pub facts: Vec<Line>,
    pub rows: Vec<Row>,
    pub price: Option<Line>,
    pub old_price: Option<Line>,
    pub badges: Vec<Line>,
    pub buttons: Vec<Line>,
    pub brand: Option<Line>,
    pub contact: Vec<Line>,
    pub by: Option<Line>,
    pub small: Vec<Line>,
}

impl Line {
    /// Returns a line that was asked for.
    pub fn asked(text: impl Into<String>, role: Role) -> Self {
        Self {
            text: text.into(),
            role,
            literal: true,
            label: None,
            order: 0,
        }
    }

    /// Returns an invented line.
    pub fn invented(text: impl Into<String>, role: Role) -> Self {
        Self {
            text: text.into(),
            role,
            literal: false,
            label: None,
            order: usize::MAX,
        }
    }

    /// Returns the number of characters.
    pub fn len(&self) -> usize {
        self.text.chars().count()
    }

    /// Returns whether there is nothing to set.
    pub fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    /// Returns the label as a line of its own, and the line without it.
    pub fn parted(mut self) -> (Option<Self>, Self) {
        let label = self.label.take().map(|tag| Self {
            text: tag.text,
            role: Role::Label,
            literal: tag.literal,
            label: None,
            order: 0,
        });
        (label, self)
    }
}

impl Wording {
    /// Sorts the brief's literals, and fills what is missing where the studio allows it.
    pub fn of(studio: &Studio<'_>) -> Self {
        let mut wording = Self::sorted(studio.brief);
        if studio.brief.constraints.contains(&Constraint::NoText) {
            return wording;
        }
        headline::lead(studio, &mut wording);
        // A place or a figure leads only where nothing better may be found.
        let weak = matches!(
            studio.brief.genre,
            Genre::Poster | Genre::Banner | Genre::Sale | Genre::SocialCard
        ) && wording
            .title
            .as_ref()
            .is_some_and(|t| matches!(t.role, Role::Place | Role::Date | Role::Value));
        if weak && pitch::may_invent(studio) && pitch::has_title(studio) {
            wording.facts.extend(wording.title.take());
        }
        if studio.filler && !studio.brief.constraints.contains(&Constraint::NoFiller) {
            pitch::fill(studio, &mut wording);
        }
        wording
    }

    /// Sorts the brief's literals.
    pub fn sorted(brief: &Brief) -> Self {
        let mut sorter = Sorter::new(brief);
        sorter.series();
        sorter.headings();
        sorter.pairs();
        sorter.singles();
        sorter.lead();
        sorter.out
    }

    /// Returns whether nothing at all is to be set.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Returns the number of characters of all lines.
    pub fn chars(&self) -> usize {
        self.lines().map(Line::len).sum()
    }

    /// Returns the number of lines besides the title.
    pub fn support(&self) -> usize {
        self.lines().count() - usize::from(self.title.is_some())
    }

    /// Returns every line, in no particular order.
    pub fn lines(&self) -> impl Iterator<Item = &Line> {
        let rows = self.rows.iter().flat_map(|row| {
            std::iter::once(&row.name)
                .chain(&row.note)
                .chain(&row.value)
        });
        let one = [
            &self.title,
            &self.price,
            &self.old_price,
            &self.brand,
            &self.by,
        ];
        let many = [
            &self.kicker,
            &self.sub,
            &self.body,
            &self.facts,
            &self.badges,
            &self.buttons,
            &self.contact,
            &self.small,
        ];
        one.into_iter()
            .flatten()
            .chain(many.into_iter().flatten())
            .chain(rows)
    }

    /// Takes the first fact with one of these roles.
    pub fn take_fact(&mut self, roles: &[Role]) -> Option<Line> {
        let index = self
            .facts
            .iter()
            .position(|line| roles.contains(&line.role))?;
        Some(self.facts.remove(index))
    }

    /// Takes all facts with one of these roles.
    pub fn take_facts(&mut self, roles: &[Role]) -> Vec<Line> {
        let (taken, kept) = std::mem::take(&mut self.facts)
            .into_iter()
            .partition(|line| roles.contains(&line.role));
        self.facts = kept;
        taken
    }

    /// Returns everything but the title in a sensible reading order.
    pub fn beside_title(&self) -> Vec<Line> {
        let mut rest = self.clone();
        let mut lines = std::mem::take(&mut rest.kicker);
        lines.extend(rest.drain_support());
        lines.append(&mut rest.buttons);
        lines
    }

    /// Moves everything but the title, kicker and buttons into one list, in a sensible reading order.
    pub fn drain_support(&mut self) -> Vec<Line> {
        let mut lines: Vec<Line> = self.sub.drain(..).collect();
        lines.extend(self.by.take());
        lines.append(&mut self.body);
        lines.append(&mut self.facts);
        for row in self.rows.drain(..) {
            lines.push(row.name);
            lines.extend(row.note);
            lines.extend(row.value);
        }
        lines.extend(self.price.take());
        lines.extend(self.old_price.take());
        lines.append(&mut self.badges);
        lines.append(&mut self.contact);
        lines.extend(self.brand.take());
        lines.append(&mut self.small);
        lines
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use plantain_read::{Literal, Origin, Pair};

    fn literal(text: &str, role: Role) -> Literal {
        Literal {
            text: text.into(),
            span: 0..0,
            role,
            origin: Origin::Quoted,
            on_object: None,
        }
    }

    #[test]
    fn every_literal_is_placed_once() {
        let roles = [
            Role::Title,
            Role::Subtitle,
            Role::Kicker,
            Role::Body,
            Role::Label,
            Role::Value,
            Role::Price,
            Role::OldPrice,
            Role::Date,
            Role::Time,
            Role::Place,
            Role::Person,
            Role::Brand,
            Role::Button,
            Role::Link,
            Role::Field,
            Role::Tab,
            Role::Badge,
            Role::Caption,
            Role::Column,
            Role::Category,
            Role::Callout,
            Role::Item,
            Role::Contact,
            Role::Quote,
            Role::Attribution,
            Role::Small,
            Role::World,
            Role::Text,
        ];
        for shift in 0..roles.len() {
            for take in [1, 2, 5, roles.len()] {
                let literals: Vec<_> = (0..take * 2)
                    .map(|i| literal(&format!("word {i}"), roles[(shift + i) % roles.len()]))
                    .collect();
                let brief = Brief {
                    literals: literals.clone(),
                    ..Brief::default()
                };
                let wording = Wording::sorted(&brief);
                let mut found: Vec<&str> = wording.lines().map(|l| l.text.as_str()).collect();
                found.sort_unstable();
                let mut want: Vec<&str> = literals.iter().map(|l| l.text.as_str()).collect();
                want.sort_unstable();
                assert_eq!(found, want);
            }
        }
    }

    #[test]
    fn goods_of_a_poster_become_rows() {
        let prompt =
            "ポスター「本日のおすすめ」カレーライス 800円、ハンバーグ 950円、コーヒー 400円";
        assert_eq!(Wording::sorted(&plantain_read::read(prompt)).rows.len(), 3);
    }

    #[test]
    fn words_before_a_dash_and_several_prices_head_their_course() {
        for (prompt, heads) in [
            (
                "Speisekarte: Vorspeisen - Suppe 5,90 €, Salat 6,50 €. Hauptgerichte - Schnitzel 14,90 €, Forelle 16,50 €. Titel Adler",
                2,
            ),
            ("Speisekarte: Suppe 5,90 €, Salat 6,50 €. Titel Adler", 0),
        ] {
            let rows = Wording::sorted(&plantain_read::read(prompt)).rows;
            assert_eq!(
                rows.iter().filter(|row| row.heads).count(),
                heads,
                "{prompt}"
            );
        }
    }

    #[test]
    fn what_leads_on_to_an_amount_is_whole_and_goods_lead_their_flash() {
        for (prompt, title) in [
            (
                "bannière boutique : Livraison offerte dès 50 €, bouton J'en profite",
                "Livraison offerte dès 50 €",
            ),
            (
                "Banner für Onlineshop: Versandkostenfrei ab 40 €, Button Jetzt bestellen",
                "Versandkostenfrei ab 40 €",
            ),
            (
                "red supermarket shelf label: 'Apples' '2.49 / kg', 'Price drop'",
                "Apples",
            ),
        ] {
            let wording = Wording::sorted(&plantain_read::read(prompt));
            assert_eq!(wording.title.map(|t| t.text).as_deref(), Some(title));
        }
    }

    #[test]
    fn pairs_become_rows_and_structural_labels_vanish() {
        let literals = vec![
            literal("Latte", Role::Item),
            literal("3.40", Role::Price),
            literal("Mocha", Role::Item),
            literal("3.80", Role::Price),
            literal("7 PM", Role::Time),
            literal("12 June", Role::Date),
        ];
        let pair = |label, label_text: &str, value| Pair {
            label,
            label_text: label_text.into(),
            value,
        };
        let pairs = vec![
            pair(Some(0), "", 1),
            pair(Some(2), "", 3),
            pair(None, "doors", 4),
            pair(None, "date", 5),
        ];
        let wording = Wording::sorted(&Brief {
            literals,
            pairs,
            ..Brief::default()
        });
        assert_eq!(wording.rows.len(), 2);
        assert_eq!(
            wording.facts[0].label.as_ref().map(|t| t.text.as_str()),
            Some("Doors")
        );
        assert_eq!(wording.facts[1].label, None);
    }
}
