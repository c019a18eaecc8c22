//! What a printed piece says, sorted by the part each line plays.
//!
//! [`Wording::of`] takes every literal of the brief exactly once; what the prompt leaves open may be filled by
//! [`crate::components::pitch`], marked as filler.

use plantain_read::{Brief, Constraint, Genre, Literal, Origin, Role};

use crate::components::pitch;
use crate::studio::Studio;

/// Longest text that can lead a page, in characters.
const LEAD_MAX: usize = 90;
/// A title longer than this is running text, in characters.
const TITLE_MAX: usize = 240;
/// A text from this length on is set as running text.
const BODY_MIN: usize = 110;
/// Labels that only say what part a text plays; they are never printed.
const STRUCTURAL: &[&str] = &[
    "author",
    "badge",
    "band",
    "band name",
    "body",
    "brand",
    "brand name",
    "business",
    "button",
    "caption",
    "category",
    "city",
    "color",
    "colour",
    "company",
    "company name",
    "couple",
    "cta",
    "date",
    "description",
    "event",
    "footer",
    "headline",
    "header",
    "heading",
    "item",
    "kicker",
    "label",
    "line",
    "location",
    "logo",
    "message",
    "name",
    "names",
    "place",
    "price",
    "product",
    "product name",
    "quote",
    "slogan",
    "store",
    "sub",
    "subheading",
    "subtitle",
    "tagline",
    "text",
    "time",
    "title",
    "topic",
    "type",
    "url",
    "value",
    "venue",
    "website",
    "when",
    "where",
    "word",
    "words",
];

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
}

impl Wording {
    /// Sorts the brief's literals, and fills what is missing where the studio allows it.
    pub fn of(studio: &Studio<'_>) -> Self {
        let mut wording = Self::sorted(studio.brief);
        if studio.brief.constraints.contains(&Constraint::NoText) {
            return wording;
        }
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
        let rows = self
            .rows
            .iter()
            .flat_map(|row| std::iter::once(&row.name).chain(&row.value));
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

    /// Moves everything but the title, kicker and buttons into one list, in a sensible reading order.
    pub fn drain_support(&mut self) -> Vec<Line> {
        let mut lines: Vec<Line> = self.sub.drain(..).collect();
        lines.extend(self.by.take());
        lines.append(&mut self.body);
        lines.append(&mut self.facts);
        for row in self.rows.drain(..) {
            lines.push(row.name);
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

/// Sorts literals into a [`Wording`].
struct Sorter<'a> {
    brief: &'a Brief,
    used: Vec<bool>,
    out: Wording,
    /// Lines without a role of their own, with their place in the prompt.
    open: Vec<Line>,
}

impl<'a> Sorter<'a> {
    fn new(brief: &'a Brief) -> Self {
        let no_text = brief.constraints.contains(&Constraint::NoText);
        let mut used: Vec<bool> = brief
            .literals
            .iter()
            .map(|l| l.text.trim().is_empty() || (no_text && l.origin != Origin::Quoted))
            .collect();
        for (i, used) in used.iter_mut().enumerate() {
            // A text that is mentioned again is the same text, unless it is the label on something to press.
            let this = &brief.literals[i];
            let again = brief.literals.iter().enumerate().any(|(j, other)| {
                j != i
                    && other.text.to_lowercase() == this.text.to_lowercase()
                    && (other.role == Role::Button) == (this.role == Role::Button)
                    && (other.origin, j) < (this.origin, i)
            });
            *used |= again
                && !brief
                    .pairs
                    .iter()
                    .any(|p| p.value == i || p.label == Some(i));
        }
        Self {
            brief,
            used,
            out: Wording::default(),
            open: Vec::new(),
        }
    }

    /// Sets rows and labelled facts.
    fn pairs(&mut self) {
        let priced = |role: Role| {
            matches!(
                role,
                Role::Price | Role::Value | Role::Text | Role::Item | Role::Label
            )
        };
        let listed =
            self.brief.pairs.iter().filter(|p| {
                p.label.is_some() && self.literal(p.value).is_some_and(|l| priced(l.role))
            });
        let as_rows = listed.count() >= 2;
        let titled = (0..self.brief.literals.len()).any(|i| settled(self.brief, i) == Role::Title);
        let names_goods = matches!(
            self.brief.genre,
            Genre::PriceTag | Genre::Product | Genre::SocialCard | Genre::Sale | Genre::Label
        );
        for pair in &self.brief.pairs {
            let recorded = |i: usize| {
                self.literal(i)
                    .is_some_and(|l| recorded(self.brief, &l.text).is_some())
            };
            if self.is_used(pair.value) || recorded(pair.value) {
                continue;
            }
            let label = pair.label.filter(|i| !self.is_used(*i));
            self.mark(pair.value);
            let mut value = self.line(pair.value);
            let Some(i) = label else {
                value.label = telling(&pair.label_text).map(|text| Tag {
                    text,
                    literal: false,
                });
                if matches!(
                    value.role,
                    Role::Title | Role::Subtitle | Role::Brand | Role::Button
                ) {
                    value.label = None;
                }
                self.place(value);
                continue;
            };
            self.mark(i);
            let name = self.line(i);
            if as_rows && priced(value.role) {
                self.out.rows.push(Row {
                    name,
                    value: Some(value),
                });
            } else if names_goods
                && !titled
                && self.out.title.is_none()
                && matches!(value.role, Role::Price | Role::Value)
            {
                self.out.title = Some(name);
                value.role = Role::Price;
                self.place(value);
            } else {
                value.label = Some(Tag {
                    text: name.text,
                    literal: true,
                });
                self.place(value);
            }
        }
    }

    /// Places what stands alone. A name that a price follows is a row when there are several.
    fn singles(&mut self) {
        let free: Vec<usize> = (0..self.brief.literals.len())
            .filter(|i| !self.is_used(*i))
            .collect();
        let role = |i: usize| settled(self.brief, i);
        let follows = |at: usize| {
            let (this, next) = (free.get(at).copied(), free.get(at + 1).copied());
            matches!((this, next), (Some(a), Some(b)) if b == a + 1
                && matches!(role(a), Role::Item | Role::Label | Role::Text)
                && matches!(role(b), Role::Price | Role::Value))
        };
        let runs = (0..free.len()).filter(|at| follows(*at)).count();
        let mut at = 0;
        while at < free.len() {
            let this = self.line(free[at]);
            if runs >= 2 && follows(at) {
                let value = self.line(free[at + 1]);
                self.out.rows.push(Row {
                    name: this,
                    value: Some(value),
                });
                at += 2;
            } else {
                self.place(this);
                at += 1;
            }
        }
        // Few items without any amount are lines, not a list.
        if self.out.rows.len() <= 3 && self.out.rows.iter().all(|row| row.value.is_none()) {
            let names: Vec<Line> = self.out.rows.drain(..).map(|row| row.name).collect();
            self.open.extend(names);
            self.open.sort_by_key(|line| line.order);
        }
    }

    fn line(&self, index: usize) -> Line {
        Line {
            order: index,
            ..Line::asked(
                self.brief.literals[index].text.trim(),
                settled(self.brief, index),
            )
        }
    }

    fn place(&mut self, line: Line) {
        let out = &mut self.out;
        match line.role {
            Role::Title if line.len() > TITLE_MAX => out.body.push(line),
            Role::Title if out.title.is_none() => out.title = Some(line),
            Role::Title | Role::Subtitle => out.sub.push(line),
            Role::Kicker => out.kicker.push(line),
            Role::Quote if out.title.is_none() => {
                out.spoken = true;
                out.title = Some(line);
            }
            Role::Body | Role::Quote => out.body.push(line),
            Role::Price if out.price.is_none() => out.price = Some(line),
            Role::OldPrice if out.old_price.is_none() => out.old_price = Some(line),
            Role::Brand if out.brand.is_none() => out.brand = Some(line),
            Role::Badge => out.badges.push(line),
            Role::Button => out.buttons.push(line),
            Role::Contact | Role::Link => out.contact.push(line),
            Role::Attribution if out.by.is_none() => out.by = Some(line),
            Role::Small | Role::Caption => out.small.push(line),
            Role::Item => out.rows.push(Row {
                name: line,
                value: None,
            }),
            Role::Text if line.len() >= BODY_MIN => out.body.push(line),
            Role::Text => self.open.push(line),
            _ => out.facts.push(line),
        }
    }

    /// Finds the line that leads, then ranks the open lines after it.
    fn lead(&mut self) {
        let mut open = std::mem::take(&mut self.open);
        let out = &mut self.out;
        if out.title.is_none() {
            let names_itself = matches!(
                self.brief.genre,
                Genre::Logo | Genre::AppIcon | Genre::Sticker | Genre::BusinessCard | Genre::Label
            );
            if names_itself && out.brand.is_some() {
                out.title = out.brand.take();
            } else if let Some(index) = open
                .iter()
                .position(|line| {
                    line.len() <= LEAD_MAX && !line.text.starts_with(|c: char| c.is_ascii_digit())
                })
                .or_else(|| open.iter().position(|line| line.len() <= LEAD_MAX))
            {
                out.title = Some(open.remove(index));
            }
        }
        if out.title.is_none() {
            out.title = promoted(out);
        }
        for (rank, line) in open.into_iter().enumerate() {
            if rank < 2 && line.len() <= LEAD_MAX {
                out.sub.push(line);
            } else {
                out.facts.push(line);
            }
        }
    }

    fn literal(&self, index: usize) -> Option<&'a Literal> {
        self.brief.literals.get(index)
    }

    fn is_used(&self, index: usize) -> bool {
        self.used.get(index).copied().unwrap_or(true)
    }

    fn mark(&mut self, index: usize) {
        if let Some(used) = self.used.get_mut(index) {
            *used = true;
        }
    }
}

/// Takes the line that leads best when no title was given.
fn promoted(out: &mut Wording) -> Option<Line> {
    if out.kicker.len() == 1 && out.sub.is_empty() {
        return out.kicker.pop();
    }
    if let Some(index) = out.sub.iter().position(|l| l.len() <= LEAD_MAX) {
        return Some(out.sub.remove(index));
    }
    if let Some(index) = out.badges.iter().position(|l| l.len() <= LEAD_MAX) {
        return Some(out.badges.remove(index));
    }
    if out.brand.is_some() {
        return out.brand.take();
    }
    let leads = [
        Role::Person,
        Role::Place,
        Role::Text,
        Role::World,
        Role::Callout,
        Role::Label,
        Role::Value,
    ];
    leads.iter().find_map(|role| {
        let index = out
            .facts
            .iter()
            .position(|l| l.role == *role && l.len() <= LEAD_MAX && l.label.is_none())?;
        Some(out.facts.remove(index))
    })
}

/// Returns the label as it is printed, or none when it only names the part.
fn telling(label: &str) -> Option<String> {
    let bare = label.trim().trim_end_matches(':');
    if bare.is_empty() || STRUCTURAL.contains(&bare.to_lowercase().as_str()) {
        return None;
    }
    let mut chars = bare.chars();
    let first = chars.next()?;
    Some(first.to_uppercase().chain(chars).collect())
}

/// Returns the part that a literal plays in this genre, where its form tells more than the words before it.
fn settled(brief: &Brief, index: usize) -> Role {
    let literal = &brief.literals[index];
    if let Some(role) = recorded(brief, &literal.text) {
        return role;
    }
    let (genre, text) = (brief.genre, literal.text.as_str());
    let folded = text.to_lowercase();
    let mut same = brief
        .literals
        .iter()
        .filter(|l| l.text.to_lowercase() == folded);
    if literal.role != Role::Button
        && same.any(|l| l.role == Role::Title)
        && literal.role != Role::Title
    {
        return Role::Title;
    }
    let quoted = brief
        .literals
        .iter()
        .any(|l| l.origin == Origin::Quoted && l.role != Role::Button);
    let count = |role: Role| brief.literals.iter().filter(|l| l.role == role).count();
    let first = |roles: &[Role]| brief.literals.iter().position(|l| roles.contains(&l.role));
    match literal.role {
        Role::Item
            if matches!(
                genre,
                Genre::Invitation | Genre::BusinessCard | Genre::Ticket
            ) =>
        {
            by_form(text)
        }
        Role::Item if !lists(genre) && count(Role::Item) < 3 => by_form(text),
        Role::Body if literal.text.chars().count() < 60 => by_form(text),
        Role::Person | Role::Brand
            if genre == Genre::BusinessCard
                && first(&[Role::Person]).or(first(&[Role::Brand])) == Some(index) =>
        {
            Role::Title
        }
        Role::Title
            if genre == Genre::BusinessCard && first(&[Role::Person, Role::Brand]).is_some() =>
        {
            Role::Subtitle
        }
        Role::Title | Role::Text | Role::Subtitle
            if genre == Genre::PriceTag && is_offer(text) && brief.literals.len() > 1 =>
        {
            Role::Badge
        }
        // What was quoted leads; a guessed title stands above it.
        Role::Title if literal.origin >= Origin::Form && quoted => Role::Kicker,
        role => role,
    }
}

/// Returns the part that the key of a record gives to a value.
fn recorded(brief: &Brief, text: &str) -> Option<Role> {
    let mut fields = brief.records.iter().flat_map(|record| &record.fields);
    let (key, _) = fields.find(|(_, value)| value.trim() == text.trim())?;
    match key
        .rsplit('.')
        .next()
        .unwrap_or(key)
        .to_lowercase()
        .as_str()
    {
        "name" | "title" | "product" | "product_name" | "productname" | "headline" => {
            Some(Role::Title)
        }
        "tagline" | "slogan" | "subtitle" | "subheading" | "description" | "claim" => {
            Some(Role::Subtitle)
        }
        "price" | "sale_price" | "saleprice" => Some(Role::Price),
        "old_price" | "original_price" | "list_price" | "was" => Some(Role::OldPrice),
        "cta" | "button" | "call_to_action" => Some(Role::Button),
        "badge" | "discount" | "offer" | "promo" => Some(Role::Badge),
        "brand" => Some(Role::Brand),
        "website" | "url" | "phone" | "email" => Some(Role::Contact),
        _ => None,
    }
}

/// Returns whether pieces of this genre are lists of goods, lines or points.
fn lists(genre: Genre) -> bool {
    matches!(
        genre,
        Genre::Menu
            | Genre::Chalkboard
            | Genre::Receipt
            | Genre::Invoice
            | Genre::PriceTag
            | Genre::Slide
            | Genre::Composed
            | Genre::Sign
    )
}

/// Returns the part that a text's own form suggests.
fn by_form(text: &str) -> Role {
    let lower = text.to_lowercase();
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let reaches = ["rsvp", "call ", "tel", "phone", "www.", "http"]
        .iter()
        .any(|w| lower.starts_with(w));
    if reaches || text.contains('@') || digits >= 7 {
        Role::Contact
    } else if text.starts_with(|c: char| c.is_ascii_digit())
        && text.contains(' ')
        && text.chars().any(char::is_alphabetic)
    {
        Role::Place
    } else {
        Role::Text
    }
}

fn is_offer(text: &str) -> bool {
    let lower = text.to_lowercase();
    [
        "offer", "sale", "special", "deal", "save", "new", "angebot", "aktion", "promo", "oferta",
        "%",
    ]
    .iter()
    .any(|w| lower.contains(w))
}

#[cfg(test)]
mod tests {
    use super::*;
    use plantain_read::Pair;

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
