//! What a sheet is read with: its parts in the order of the prompt, section by section.

use super::words::{self, fact_at, is_instruction, lead_at};
use super::{SectionKind, Sheet, SheetSection, sections};
use crate::outline::{add, clauses, lowered, trimmed};
use crate::{Brief, Genre, Origin, Role, Span};

pub(super) struct Desk {
    /// Holds the prompt and the literals found so far.
    pub(super) brief: Brief,
    pub(super) sheet: Sheet,
    pub(super) lower: String,
    pub(super) genre: Genre,
    /// End of the words for the genre.
    pub(super) start: usize,
    /// What stands in quotes.
    pub(super) quoted: Vec<Span>,
    /// Number of headings in the prompt.
    headings: usize,
}

impl Desk {
    pub(super) fn new(brief: &Brief) -> Self {
        let genre = brief.genre_span.clone().unwrap_or(0..0);
        let mut sheet = Sheet::default();
        let topic = words::topic_before(&brief.prompt, genre.start);
        sheet.name = brief.prompt[topic.start.min(genre.start)..genre.end]
            .trim()
            .to_owned();
        sheet.topic = brief.prompt[topic].to_owned();
        let quoted: Vec<Span> = brief
            .literals
            .iter()
            .filter(|l| l.origin == Origin::Quoted)
            .map(|l| l.span.clone())
            .collect();
        Self {
            lower: without_colons(lowered(&brief.prompt), &quoted),
            brief: Brief {
                prompt: brief.prompt.clone(),
                language: brief.language.clone(),
                ..Brief::default()
            },
            sheet,
            genre: brief.genre,
            start: words::behind_genre(&brief.prompt, genre.end),
            headings: 0,
            quoted,
        }
    }

    pub(super) fn read(&mut self) {
        // "Brew Lab coffee, loyalty card, 8 stamps": what is told first is told of the sheet too.
        let before = words::clauses_before(&self.brief.prompt, self.start);
        let mut end = self.brief.prompt.len();
        if self.genre == Genre::Letter {
            end = self.letter();
        }
        for span in before {
            self.clause(span);
        }
        let chunks = sections::cut(&self.lower, self.start..end);
        self.headings = chunks.iter().filter(|chunk| chunk.head.is_some()).count();
        for chunk in chunks {
            match chunk.head {
                Some(head) => self.section(head, chunk.body),
                None => self.loose(chunk.body),
            }
        }
    }

    pub(super) fn add(&mut self, span: Span, role: Role) -> Option<usize> {
        let mut span = trimmed(&self.brief.prompt, span)?;
        // The dot of an abbreviation and the mark of a question belong to the text.
        let tail = &self.brief.prompt[span.end..];
        if tail.starts_with(['?', '!', '%']) {
            span.end += 1;
        }
        Some(add(&mut self.brief, span, role))
    }

    /// The clauses of a stretch without a heading.
    fn loose(&mut self, span: Span) {
        let text = self.brief.prompt[..span.end].to_owned();
        let all = clauses(&text, span.start);
        let many = all.len() >= 3;
        for clause in all {
            if self.lists() && many && self.begins_list(&clause) {
                self.push_item(clause);
            } else {
                self.clause(clause);
            }
        }
    }

    /// Whether loose clauses of this genre are points of a list.
    fn lists(&self) -> bool {
        matches!(
            self.genre,
            Genre::PaperForm
                | Genre::Checklist
                | Genre::BingoCard
                | Genre::RecipeCard
                | Genre::Worksheet
        )
    }

    /// Whether a loose clause is a point: behind others, or without words that lead to something else.
    fn begins_list(&self, span: &Span) -> bool {
        let text = &self.lower[span.clone()];
        let begun = self
            .sheet
            .sections
            .last()
            .is_some_and(|s| !s.items.is_empty());
        // The list stands behind a colon or a line break, or its first member did.
        let opened = self.lower[self.start..span.start]
            .trim_end_matches([' ', '-', '•', '*', '☐', '✓'])
            .ends_with([':', '\n']);
        // "shopping list milk, eggs, bread"
        let plain = matches!(self.genre, Genre::Checklist | Genre::BingoCard)
            && self.brief.prompt[span.clone()].starts_with(|c: char| !c.is_uppercase());
        (begun || opened || plain)
            && !is_instruction(text)
            && lead_at(text, self.genre).is_none()
            && fact_at(text).is_none()
    }

    fn push_item(&mut self, span: Span) {
        let start = span.start
            + ["and ", "und ", "et ", "y ", "e "]
                .iter()
                .find(|joint| self.lower[span.clone()].starts_with(**joint))
                .map_or(0, |joint| joint.len());
        let mut span = sections::bare(&self.lower, start..span.end);
        // "eggs (done)": the state is ticked, not written.
        let text = &self.lower[span.clone()];
        if let Some(open) = text.rfind(" (")
            && text.ends_with(')')
            && crate::states::state(&text[open + 2..text.len() - 1]).is_some()
        {
            span.end = span.start + open;
        }
        let Some(item) = self.add(span, Role::Item) else {
            return;
        };
        if self.sheet.sections.is_empty() {
            self.sheet.sections.push(SheetSection::default());
        }
        let last = self.sheet.sections.len() - 1;
        self.sheet.sections[last].items.push(item);
    }

    /// A heading with what stands under it.
    fn section(&mut self, head: Span, body: Span) {
        let name = self.lower[head.clone()].trim().to_owned();
        let items = sections::items(&self.lower, body.clone());
        let known = sections::known(&name);
        if let Some((label, single)) = self.single(&name, &items, known.is_some()) {
            return self.fact(label, single);
        }
        if !self.lists() || name.is_empty() && items.len() < 2 {
            return self.told(&name, items);
        }
        let kind = known.unwrap_or(SectionKind::Items);
        let silent = words::is_silent_head(&name) || head.is_empty();
        let titled = !silent && self.sheet.title.is_none() && self.heads_sheet(&name, known);
        if titled {
            self.titled(head);
            self.sheet.sections.push(SheetSection {
                kind,
                ..SheetSection::default()
            });
        } else {
            let head = if silent || name.is_empty() {
                None
            } else {
                self.add(head, Role::Subtitle)
            };
            self.sheet.sections.push(SheetSection {
                head,
                kind,
                items: Vec::new(),
            });
        }
        for item in items {
            let text = &self.lower[item.clone()];
            // "sand" is a thing in a list of things, whatever colour it names.
            if !text.contains(' ') || !is_instruction(text) {
                self.push_item(item);
            }
        }
    }

    /// What stands behind a colon on a sheet without lists: the value of the heading, then further clauses.
    fn told(&mut self, name: &str, items: Vec<Span>) {
        let labelled =
            words::slot_of_label(name).is_some() || fact_at(&format!("{name}: 1")).is_some();
        for (turn, span) in items.into_iter().enumerate() {
            if turn == 0 && labelled {
                self.fact(crate::literals::capitalized(name), span);
            } else {
                self.clause(span);
            }
        }
    }

    /// Whether a first heading names the whole sheet ("loyalty card: Bean There").
    fn heads_sheet(&self, name: &str, known: Option<SectionKind>) -> bool {
        known.is_none() && self.headings == 1 && !name.is_empty()
    }

    /// A heading with one value is a fact; label as printed, span of the value.
    fn single(&self, name: &str, items: &[Span], known: bool) -> Option<(String, Span)> {
        let [only] = items else { return None };
        let listed = known || words::is_silent_head(name) || name.is_empty();
        (!listed).then(|| (crate::literals::capitalized(name), only.clone()))
    }

    pub(super) fn fact(&mut self, label: String, span: Span) {
        let lower = label.to_lowercase();
        // "to: Anna, from: Mom": who gives stands beside who gets, and is not the shop.
        let gives = lower == "from" && self.genre == Genre::Voucher && self.sheet.person.is_some();
        if gives {
            let at = self.add(span, Role::Value);
            self.sheet.facts.extend(at.map(|at| (label, at)));
            return;
        }
        let slot = match words::slot_of_label(&lower) {
            Some(words::Slot::Person) => &self.sheet.person,
            Some(words::Slot::Issuer) => &self.sheet.issuer,
            Some(words::Slot::Title) => &self.sheet.title,
            Some(words::Slot::Amount) => &self.sheet.amount,
            Some(words::Slot::Line) => {
                let line = self.add(span, Role::Subtitle);
                self.sheet.lines.extend(line);
                return;
            }
            None => &Some(0),
        };
        let free = slot.is_none();
        match words::slot_of_label(&lower).filter(|_| free) {
            Some(slot) => self.fill(slot, span),
            None => {
                let at = self.add(span, Role::Value);
                self.sheet.facts.extend(at.map(|at| (label, at)));
            }
        }
    }

    pub(super) fn fill(&mut self, slot: words::Slot, span: Span) {
        use words::Slot;
        let role = match slot {
            Slot::Person => Role::Person,
            Slot::Issuer => Role::Brand,
            Slot::Title => Role::Title,
            Slot::Amount => Role::Price,
            Slot::Line => Role::Subtitle,
        };
        // "to ______": a line to write on is no text.
        if self.brief.prompt[span.clone()]
            .chars()
            .all(|c| "_.… ".contains(c))
        {
            return;
        }
        let Some(at) = self.add(span, role) else {
            return;
        };
        let given = self.genre == Genre::Voucher && self.sheet.person.is_some();
        let place = match slot {
            Slot::Person => &mut self.sheet.person,
            Slot::Issuer => &mut self.sheet.issuer,
            Slot::Title => &mut self.sheet.title,
            Slot::Amount => &mut self.sheet.amount,
            Slot::Line => return self.sheet.lines.push(at),
        };
        match place {
            None => *place = Some(at),
            Some(_) if matches!(slot, Slot::Issuer) && given => {
                self.sheet.facts.push(("From".to_owned(), at));
            }
            Some(_) => self.sheet.lines.push(at),
        }
    }
}

/// A colon within quotes ends no heading: it gives way to a sign of the same length.
fn without_colons(lower: String, quoted: &[Span]) -> String {
    let within = |at: usize| quoted.iter().any(|span| span.contains(&at));
    lower
        .char_indices()
        .map(|(at, c)| if c == ':' && within(at) { '\u{1}' } else { c })
        .collect()
}
