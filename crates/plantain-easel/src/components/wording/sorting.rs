//! Sorts the literals of a brief into the parts of a printed piece.

use plantain_read::{Brief, Constraint, Genre, Literal, Origin, Pair, Role};

use super::roles::{recorded, settled, telling};
use super::{LEAD_MAX, Line, Row, Tag, Wording};

/// A title longer than this is running text, in characters.
const TITLE_MAX: usize = 240;
/// A text from this length on is set as running text.
const BODY_MIN: usize = 110;

/// Sorts literals into a [`Wording`].
pub(super) struct Sorter<'a> {
    brief: &'a Brief,
    used: Vec<bool>,
    pub(super) out: Wording,
    /// Lines without a role of their own, with their place in the prompt.
    open: Vec<Line>,
}

/// Fewest goods with prices that make a list of a poster's facts.
const GOODS_MIN: usize = 3;

impl<'a> Sorter<'a> {
    pub(super) fn new(brief: &'a Brief) -> Self {
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
    pub(super) fn pairs(&mut self) {
        let listed = self.brief.pairs.iter().filter(|p| {
            p.label.is_some() && self.literal(p.value).is_some_and(|l| is_priced(l.role))
        });
        // Several goods with their prices are a list on any face of print.
        let goods = self.brief.pairs.iter().filter(|p| {
            p.label.is_none()
                && !p.label_text.is_empty()
                && self.literal(p.value).is_some_and(|l| l.role == Role::Price)
        });
        let face = face_of_print(self.brief.genre);
        let listing = matches!(self.brief.genre, Genre::Menu | Genre::Chalkboard)
            || face && goods.count() >= GOODS_MIN;
        let told = self
            .brief
            .pairs
            .iter()
            .filter(|p| listing && p.label.is_none() && !p.label_text.is_empty());
        let as_rows = listed.count() + told.count() >= 2;
        for pair in &self.brief.pairs {
            let recorded = self
                .literal(pair.value)
                .is_some_and(|l| recorded(self.brief, &l.text).is_some());
            if self.is_used(pair.value) || recorded {
                continue;
            }
            let label = pair.label.filter(|i| !self.is_used(*i));
            self.mark(pair.value);
            let value = self.line(pair.value);
            match label {
                Some(label) => self.labelled(label, value, pair.value, as_rows),
                None => self.described(pair, value, listing && as_rows),
            }
        }
    }

    /// A value whose label is told and not to be printed letter for letter.
    fn described(&mut self, pair: &Pair, mut value: Line, in_rows: bool) {
        let named = pair
            .label
            .is_none()
            .then(|| telling(self.brief, &pair.label_text))
            .flatten();
        if let Some(text) = named.clone().filter(|_| in_rows && is_priced(value.role)) {
            let name = Line {
                order: value.order,
                ..Line::asked(text, Role::Item)
            };
            self.row(name, value);
            return;
        }
        // "lavender 10 ml" on a label: what the amount is of is the name.
        if let Some(text) = named.filter(|_| {
            self.brief.genre == Genre::Label
                && !self.is_titled()
                && self.out.title.is_none()
                && value.role == Role::Value
        }) {
            self.out.title = Some(Line::asked(text, Role::Title));
            self.place(value);
            return;
        }
        let speaks = matches!(
            value.role,
            Role::Title | Role::Subtitle | Role::Brand | Role::Button
        );
        value.label = telling(self.brief, &pair.label_text)
            .filter(|_| !speaks)
            .map(|text| Tag {
                text,
                literal: false,
            });
        self.place(value);
    }

    /// A value with the literal that names it.
    fn labelled(&mut self, label: usize, mut value: Line, at: usize, as_rows: bool) {
        self.mark(label);
        let name = self.line(label);
        // "served 7 to 11": a span of hours is no price.
        if let Some(span) = self.span_of(label, at)
            && [" to", " until", " til", " –"]
                .iter()
                .any(|w| name.text.to_lowercase().ends_with(w))
        {
            self.place(Line {
                order: label,
                ..Line::asked(span, Role::Small)
            });
            return;
        }
        // "Livraison offerte dès 50 €": a line that leads on to its amount is whole.
        if let Some(span) = self.span_of(label, at)
            && leads_on(&name.text)
            && face_of_print(self.brief.genre)
            && !self.is_titled()
            && self.out.title.is_none()
        {
            self.out.title = Some(Line {
                order: label,
                ..Line::asked(span, Role::Title)
            });
            return;
        }
        let names_goods = matches!(
            self.brief.genre,
            Genre::PriceTag | Genre::Product | Genre::SocialCard | Genre::Sale | Genre::Label
        );
        if as_rows && is_priced(value.role) {
            self.row(name, value);
        } else if names_goods
            && !self.is_titled_before(label)
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

    fn row(&mut self, mut name: Line, value: Line) {
        let quoted = self
            .literal(name.order)
            .is_some_and(|l| l.origin == Origin::Quoted);
        if matches!(self.brief.genre, Genre::Menu | Genre::Chalkboard) && !quoted {
            name.text = crate::components::pitch::capital(&name.text);
        }
        let note = self.note(name.order, value.order);
        self.out.rows.push(Row {
            name,
            value: Some(value),
            note,
            heads: false,
        });
    }

    /// What stands between a dish and its price is said of it.
    fn note(&mut self, name: usize, value: usize) -> Option<Line> {
        let between = self.brief.genre == Genre::Menu && value == name + 2;
        let at = (name + 1..value).find(|&at| {
            between && !self.is_used(at) && self.literal(at).is_some_and(|l| l.role == Role::Body)
        })?;
        self.mark(at);
        Some(self.line(at))
    }

    /// Whether the prompt gives a title; on a price tag one behind the goods and their price is a flash.
    fn is_titled_before(&self, goods: usize) -> bool {
        let tag = self.brief.genre == Genre::PriceTag
            && self
                .literal(goods)
                .is_some_and(|l| l.origin == Origin::Quoted);
        let all = if tag {
            goods
        } else {
            self.brief.literals.len()
        };
        (0..all).any(|i| settled(self.brief, i) == Role::Title)
    }

    /// Whether the prompt gives a title.
    fn is_titled(&self) -> bool {
        (0..self.brief.literals.len()).any(|i| settled(self.brief, i) == Role::Title)
    }

    /// Sets the headings of a list's parts as rows ("Starters: …", "Mains: …").
    pub(super) fn headings(&mut self) {
        let listing = matches!(
            self.brief.genre,
            Genre::Menu | Genre::Chalkboard | Genre::Composed
        );
        let heads: Vec<usize> = (0..self.brief.literals.len())
            .filter(|&i| {
                let literal = &self.brief.literals[i];
                let behind = self
                    .brief
                    .prompt
                    .get(literal.span.end..)
                    .unwrap_or_default();
                let paired = self
                    .brief
                    .pairs
                    .iter()
                    .any(|p| p.value == i || p.label == Some(i));
                let behind = behind.trim_start_matches(['"', '\'', '”', '’', '»']);
                // "drinks Cola 2.50": the first dish may follow at once.
                let leads = self.brief.pairs.iter().any(|p| p.label == Some(i + 1));
                // The house of a menu with courses is no course.
                let house = literal.role == Role::Title
                    && self.brief.literals.iter().any(|l| l.role == Role::Category);
                listing
                    && !paired
                    && !house
                    && (behind.starts_with([':', '\n', '–', '—'])
                        || literal.role == Role::Category
                            && behind.trim_start().starts_with(['-', '–', '—', ','])
                        || literal.role == Role::Category && (leads || self.brief.pairs.is_empty())
                        || self.opens_course(i))
                    && !self.is_used(i)
                    && matches!(
                        literal.role,
                        Role::Item
                            | Role::Title
                            | Role::Text
                            | Role::Label
                            | Role::Category
                            | Role::Subtitle
                    )
            })
            .collect();
        let titled = self.brief.headline.is_some()
            || (0..self.brief.literals.len())
                .any(|i| !heads.contains(&i) && settled(self.brief, i) == Role::Title);
        // The first of them is the title when nothing else can be.
        let skip = usize::from(!titled && heads.len() < 3);
        // One heading parts a list whose first dishes stand under its title.
        let course = |i: usize| self.brief.literals[i].role == Role::Category;
        let one = titled && heads.len() == 1 && course(heads[0]);
        if heads.len() < 2 && !one {
            return;
        }
        for &i in heads.iter().skip(skip) {
            self.mark(i);
            let name = self.line(i);
            self.out.rows.push(Row {
                name,
                value: None,
                note: None,
                heads: true,
            });
        }
    }

    /// "Vorspeisen - Suppe 5,90, Salat 6,50.": what stands before a dash and several prices is a course of the menu.
    fn opens_course(&self, index: usize) -> bool {
        let end = self.brief.literals[index].span.end;
        let behind = self.brief.prompt.get(end..).unwrap_or_default();
        let dashed = [" - ", " – ", " — "]
            .iter()
            .any(|dash| behind.starts_with(dash));
        let stop = [". ", ";", "\n"]
            .iter()
            .filter_map(|mark| behind.find(mark))
            .min()
            .map_or(self.brief.prompt.len(), |at| end + at);
        let priced = |pair: &&plantain_read::Pair| {
            let span = &self.brief.literals[pair.value].span;
            end <= span.start && span.end <= stop
        };
        dashed
            && self.brief.genre == Genre::Menu
            && self.brief.pairs.iter().filter(priced).count() >= 2
    }

    /// Returns the prompt from one literal to the end of another, when nothing but a blank parts them.
    fn span_of(&self, from: usize, to: usize) -> Option<String> {
        let (a, b) = (self.literal(from)?, self.literal(to)?);
        let gap = self.brief.prompt.get(a.span.end..b.span.start)?;
        let whole = self.brief.prompt.get(a.span.start..b.span.end)?;
        gap.trim().is_empty().then(|| whole.to_owned())
    }

    /// Joins names that the prompt tells in one breath ("Kiasmos, Bicep and Peggy Gou") into one line.
    pub(super) fn series(&mut self) {
        let mark = match self.brief.genre {
            Genre::Poster | Genre::Banner | Genre::SocialCard | Genre::Story => " · ",
            Genre::Label => ", ",
            _ => return,
        };
        let fits = |i: usize, sorter: &Self| {
            let literal = &sorter.brief.literals[i];
            let plain = !literal
                .text
                .chars()
                .any(|c| c.is_ascii_digit() || ".!?:".contains(c));
            plain
                && literal.text.chars().count() <= 28
                && !sorter.is_used(i)
                && literal.origin >= Origin::Introduced
                && !sorter
                    .brief
                    .pairs
                    .iter()
                    .any(|p| p.value == i || p.label == Some(i))
                && matches!(
                    literal.role,
                    Role::Person | Role::Text | Role::Body | Role::Item | Role::Subtitle
                )
        };
        let touches = |a: usize, b: usize| {
            let (a, b) = (&self.brief.literals[a], &self.brief.literals[b]);
            let gap = self
                .brief
                .prompt
                .get(a.span.end..b.span.start)
                .unwrap_or("|");
            matches!(
                gap.trim(),
                "," | "and" | ", and" | "&" | "+" | "/" | "·" | "|"
            )
        };
        let n = self.brief.literals.len();
        let mut at = 0;
        while at < n {
            let mut end = at + 1;
            if fits(at, self) {
                while end < n && fits(end, self) && touches(end - 1, end) {
                    end += 1;
                }
            }
            if end - at >= 3 {
                let names: Vec<&str> = (at..end)
                    .map(|i| self.brief.literals[i].text.trim())
                    .collect();
                let line = Line {
                    order: at,
                    ..Line::asked(names.join(mark), Role::Person)
                };
                (at..end).for_each(|i| self.mark(i));
                self.out.sub.push(line);
            }
            at = end;
        }
    }

    /// Places what stands alone. A name that a price follows is a row when there are several.
    pub(super) fn singles(&mut self) {
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
                    note: None,
                    heads: false,
                });
                at += 2;
            } else {
                self.place(this);
                at += 1;
            }
        }
        self.out.rows.sort_by_key(|row| row.name.order);
        // Few items without any amount are lines, not a list.
        let plain = |row: &Row| row.value.is_none() && !row.heads;
        if self.out.rows.len() <= 3 && self.out.rows.iter().all(plain) {
            let names: Vec<Line> = self.out.rows.drain(..).map(|row| row.name).collect();
            self.open.extend(names);
            self.open.sort_by_key(|line| line.order);
        }
    }

    fn line(&self, index: usize) -> Line {
        Line {
            order: index,
            ..Line::asked(
                super::casing::shown(self.brief, index),
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
                note: None,
                heads: false,
            }),
            Role::Text if line.len() >= BODY_MIN => out.body.push(line),
            Role::Text => self.open.push(line),
            _ => out.facts.push(line),
        }
    }

    /// Finds the line that leads, then ranks the open lines after it.
    pub(super) fn lead(&mut self) {
        let mut open = std::mem::take(&mut self.open);
        let out = &mut self.out;
        if out.title.is_none() {
            let names_itself = matches!(
                self.brief.genre,
                Genre::Logo
                    | Genre::AppIcon
                    | Genre::Sticker
                    | Genre::BusinessCard
                    | Genre::Label
                    | Genre::MagazineCover
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
        // "banner for Clay & Kiln, tagline slow pots": a line that was called so leads under a name, never over it.
        let tagline = out
            .sub
            .first()
            .and_then(|line| self.brief.literals.get(line.order));
        if out.title.is_none()
            && tagline.is_some_and(|l| l.role == Role::Subtitle && l.origin <= Origin::Introduced)
        {
            out.title = out.brand.take();
        }
        if out.title.is_none() {
            out.title = promoted(out);
        }
        // Three lines of one series stay together.
        let leading = if open.len() == 3 { 3 } else { 2 };
        for (rank, line) in open.into_iter().enumerate() {
            if rank < leading && line.len() <= LEAD_MAX {
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

fn face_of_print(genre: Genre) -> bool {
    matches!(
        genre,
        Genre::Poster | Genre::Sale | Genre::SocialCard | Genre::Story | Genre::Banner
    )
}

/// Whether a text of several words ends in one that leads on to an amount ("free delivery over", "бесплатно от").
fn leads_on(text: &str) -> bool {
    const WORDS_MIN: usize = 2;
    const LEADS: &[&str] = &[
        "from", "over", "for", "at", "above", "under", "only", "just", "ab", "für", "nur", "über",
        "desde", "por", "de", "a", "dès", "à", "pour", "da", "oltre", "sopra", "od", "za", "от",
        "за", "до", "від", "vanaf", "voor", "boven",
    ];
    let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
    let last = words.last().map(String::as_str).unwrap_or_default();
    words.len() >= WORDS_MIN && LEADS.contains(&last)
}

/// Whether a text may stand beside its name in a list of prices.
fn is_priced(role: Role) -> bool {
    matches!(
        role,
        Role::Price | Role::Value | Role::Text | Role::Item | Role::Label
    )
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
