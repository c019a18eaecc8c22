//! Reads small printed sheets: stamp cards, vouchers, badges, letters, paper forms, worksheets, bingo cards, recipes and
//! checklists.

mod letter;
mod sections;
#[cfg(test)]
mod tests;
mod words;

use crate::outline::{add, clauses, is_date, lowered, trimmed};
use crate::{Brief, Genre, Origin, Role, Span};

use words::{fact_at, is_instruction, lead_at, named_kind};

/// A group of items under a heading. Texts are indices into [`Brief::literals`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct SheetSection {
    /// The heading as written; none for the only list of a sheet.
    pub head: Option<usize>,
    pub kind: SectionKind,
    pub items: Vec<usize>,
}

/// What the items of a section are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum SectionKind {
    /// Points of any kind: fields, things to tick, words.
    #[default]
    Items,
    Ingredients,
    /// Things done one after the other.
    Steps,
}

/// What a printed sheet says. Texts are indices into [`Brief::literals`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Sheet {
    pub title: Option<usize>,
    /// Who gives the sheet out: shop, company, sender.
    pub issuer: Option<usize>,
    /// Who holds or receives it.
    pub person: Option<usize>,
    /// What it is worth ("$75", "20% off").
    pub amount: Option<usize>,
    /// Label as printed, and value.
    pub facts: Vec<(String, usize)>,
    /// Other short texts, in reading order.
    pub lines: Vec<usize>,
    pub sections: Vec<SheetSection>,
    /// Paragraphs of a letter, the salutation first.
    pub body: Vec<usize>,
    /// The closing of a letter and who signs.
    pub closing: Vec<usize>,
    /// Stamps, problems or cells, where the prompt gives their number.
    pub count: Option<u32>,
    /// The words before the genre, which tell the subject ("baby shower").
    pub topic: String,
    /// The words for the genre with those before it, as written ("coffee loyalty card").
    pub name: String,
}

impl Sheet {
    /// Returns whether nothing was given to be listed.
    pub fn is_blank(&self) -> bool {
        self.sections.iter().all(|section| section.items.is_empty())
    }
}

/// Returns whether a genre is a sheet.
pub fn is_sheet(genre: Genre) -> bool {
    matches!(
        genre,
        Genre::StampCard
            | Genre::Voucher
            | Genre::Badge
            | Genre::Letter
            | Genre::PaperForm
            | Genre::Worksheet
            | Genre::BingoCard
            | Genre::RecipeCard
            | Genre::Checklist
    )
}

/// Fills the sheet of a brief for one.
pub(crate) fn settle(brief: &mut Brief) {
    if !is_sheet(brief.genre) {
        return;
    }
    if !brief.records.is_empty() {
        brief.sheet = Some(of_literals(brief));
        return;
    }
    let mut desk = Desk::new(brief);
    desk.read();
    desk.steps_behind();
    desk.keep_quoted(brief);
    brief.literals = desk.brief.literals;
    brief.pairs.clear();
    brief.lists.clear();
    brief.links.clear();
    brief
        .constraints
        .retain(|c| !matches!(c, crate::Constraint::Count { .. }));
    let printed = |at: usize| {
        brief
            .literals
            .iter()
            .any(|l| l.span.start <= at && at < l.span.end)
    };
    brief.described.retain(|d| !printed(d.span.start));
    brief.unread.retain(|span| !printed(span.start));
    brief.objects.clear();
    brief.relations.clear();
    brief.sheet = Some(desk.sheet);
}

/// The sheet of a brief whose texts a record gave.
fn of_literals(brief: &Brief) -> Sheet {
    let mut sheet = Sheet::default();
    let mut items = Vec::new();
    for (at, literal) in brief.literals.iter().enumerate() {
        let slot = match literal.role {
            Role::Title => &mut sheet.title,
            Role::Brand => &mut sheet.issuer,
            Role::Person => &mut sheet.person,
            Role::Price => &mut sheet.amount,
            Role::Item | Role::Field | Role::Label => {
                items.push(at);
                continue;
            }
            _ => {
                sheet.lines.push(at);
                continue;
            }
        };
        if slot.is_none() {
            *slot = Some(at);
        } else {
            sheet.lines.push(at);
        }
    }
    if !items.is_empty() {
        sheet.sections.push(SheetSection {
            items,
            ..SheetSection::default()
        });
    }
    sheet
}

struct Desk {
    /// Holds the prompt and the literals found so far.
    brief: Brief,
    sheet: Sheet,
    lower: String,
    genre: Genre,
    /// End of the words for the genre.
    start: usize,
    /// What stands in quotes.
    quoted: Vec<Span>,
    /// Number of headings in the prompt.
    headings: usize,
}

impl Desk {
    fn new(brief: &Brief) -> Self {
        let genre = brief.genre_span.clone().unwrap_or(0..0);
        let mut sheet = Sheet::default();
        let topic = words::topic_before(&brief.prompt, genre.start);
        sheet.name = brief.prompt[topic.start.min(genre.start)..genre.end]
            .trim()
            .to_owned();
        sheet.topic = brief.prompt[topic].to_owned();
        Self {
            lower: lowered(&brief.prompt),
            brief: Brief {
                prompt: brief.prompt.clone(),
                language: brief.language.clone(),
                ..Brief::default()
            },
            sheet,
            genre: brief.genre,
            start: words::behind_genre(&brief.prompt, genre.end),
            headings: 0,
            quoted: brief
                .literals
                .iter()
                .filter(|l| l.origin == Origin::Quoted)
                .map(|l| l.span.clone())
                .collect(),
        }
    }

    fn read(&mut self) {
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

    fn add(&mut self, span: Span, role: Role) -> Option<usize> {
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

    fn fact(&mut self, label: String, span: Span) {
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

    fn fill(&mut self, slot: words::Slot, span: Span) {
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

    fn titled(&mut self, span: Span) {
        self.fill(words::Slot::Title, span);
    }

    /// "for my salon “Polished” get 20% off": what is quoted stands for itself, and parts the clause.
    fn parted(&mut self, span: &Span) -> bool {
        let inner = self.quoted.iter().find(|q| {
            let mine = span.start <= q.start && q.end <= span.end;
            mine && (q.start - span.start > 2 || span.end - q.end > 2)
        });
        let Some(inner) = inner.cloned() else {
            return false;
        };
        let before = self.lower[span.start..inner.start]
            .trim_end_matches(['"', '“', '„', '«', '‘', '\''])
            .to_owned();
        let before = span.start..span.start + before.len();
        let said = self.lower[before.clone()].trim().to_owned();
        let slot = words::lead_at(
            &format!("{} x", said.rsplit(' ').next().unwrap_or_default()),
            self.genre,
        )
        .or_else(|| words::lead_at(&said, self.genre).filter(|_| words::is_general_lead(&said)));
        match slot {
            Some((_, slot)) => self.fill(slot, inner.clone()),
            None => self.named(inner.clone(), true),
        }
        if slot.is_none()
            && let Some(before) = trimmed(&self.brief.prompt, before)
        {
            self.clause(before);
        }
        if let Some(after) = trimmed(&self.brief.prompt, inner.end..span.end) {
            self.clause(after);
        }
        true
    }

    /// One clause outside lists.
    fn clause(&mut self, span: Span) {
        if self.greets(&span) {
            return;
        }
        let text = self.lower[span.clone()].to_owned();
        if self.parted(&span)
            || self.taken(&span)
            || words::is_silent_head(&text) && words::count_in(&text).is_none()
        {
            return;
        }
        // An emoji at an end is a wink, no text.
        let start = span.start + text.len() - words::without_emoji(&text).len();
        if start > span.start {
            return trimmed(&self.brief.prompt, start..span.end)
                .into_iter()
                .for_each(|span| self.clause(span));
        }
        for joint in [
            "and ", "with ", "und ", "mit ", "con ", "avec ", "com ", "plus ",
        ] {
            if let Some(rest) = text.strip_prefix(joint) {
                let rest = span.end - rest.len()..span.end;
                let start = trimmed(&self.brief.prompt, rest);
                return start.into_iter().for_each(|span| self.clause(span));
            }
        }
        let quoted = self.is_quoted(&span);
        if !quoted {
            if let Some(n) = words::count_in(&text) {
                self.sheet.count = self.sheet.count.or(Some(n));
                if words::is_offer(&text) {
                    let line = self.add(span, Role::Subtitle);
                    self.sheet.lines.extend(line);
                }
                return;
            }
            if is_instruction(&text) {
                return;
            }
            if let Some((label, value)) = fact_at(&text) {
                let value = span.start + value..span.end;
                return self.fact(label, value);
            }
            if self.led(&span, &text) {
                return;
            }
        }
        self.named(span, quoted);
    }

    /// "for Bean There worth $75": words that lead to a name, and what follows it.
    fn led(&mut self, span: &Span, text: &str) -> bool {
        let Some((len, slot)) = lead_at(text, self.genre) else {
            return self.split_lead(span, text);
        };
        let from = span.start + len;
        let cut = words::next_lead(&self.lower, from..span.end, self.genre).unwrap_or(span.end);
        if let Some(name) = trimmed(&self.brief.prompt, from..cut) {
            let said = self.lower[name.clone()].to_owned();
            if words::is_amount(&said) {
                self.fill(words::Slot::Amount, name);
            } else if !words::is_general(&self.brief.prompt[name.clone()]) {
                let slot = self.fitting(slot, &name);
                self.fill(slot, words::without_article(&self.brief.prompt, name));
            } else if self.genre == Genre::Voucher && !words::is_own(&said) {
                // What the gift is: "for a balloon ride".
                self.fill(
                    words::Slot::Title,
                    words::without_article(&self.brief.prompt, name),
                );
            } else {
                self.sheet.topic = self.brief.prompt[name].to_owned();
            }
        }
        if let Some(rest) = trimmed(&self.brief.prompt, cut..span.end) {
            self.clause(rest);
        }
        true
    }

    /// "Day Spa valid until 31 Dec": a name before a lead or a fact.
    fn split_lead(&mut self, span: &Span, text: &str) -> bool {
        let cut = text
            .match_indices(' ')
            .map(|(at, _)| at + 1)
            .find(|at| {
                fact_at(&text[*at..]).is_some()
                    || lead_at(&text[*at..], self.genre)
                        .is_some_and(|(_, slot)| slot != words::Slot::Title)
                        && *at > 2
            })
            .filter(|_| !words::is_offer(text));
        let Some(cut) = cut else { return false };
        for part in [span.start..span.start + cut, span.start + cut..span.end] {
            if let Some(part) = trimmed(&self.brief.prompt, part) {
                self.clause(part);
            }
        }
        true
    }

    /// A badge "for DevSummit 2025" names the event, a badge "for Priya Raman" its holder.
    fn fitting(&self, slot: words::Slot, name: &Span) -> words::Slot {
        let text = &self.brief.prompt[name.clone()];
        match slot {
            words::Slot::Person if !words::is_person(text) && self.genre == Genre::Badge => {
                words::Slot::Title
            }
            words::Slot::Issuer if self.sheet.issuer.is_some() => words::Slot::Line,
            other => other,
        }
    }

    /// A clause that nothing leads to: its form and its place tell what it is.
    fn named(&mut self, span: Span, quoted: bool) {
        use words::Slot;
        let original = self.brief.prompt[span.clone()].to_owned();
        let text = self.lower[span.clone()].to_owned();
        if named_kind(&text) {
            return;
        }
        let named = quoted || original.starts_with(char::is_uppercase);
        let slot = if self.is_kind(&text) && self.sheet.title.is_none() {
            Slot::Title
        } else if words::is_amount(&text) && self.sheet.amount.is_none() {
            Slot::Amount
        } else if is_date(&text) {
            let at = self.add(span, Role::Date);
            return self.sheet.facts.extend(at.map(|at| (String::new(), at)));
        } else if words::is_contact(&text) || words::is_offer(&text) {
            Slot::Line
        } else {
            match self.genre {
                Genre::Badge
                    if self.sheet.person.is_none()
                        && words::is_person(&original)
                        && !self.tells_person() =>
                {
                    Slot::Person
                }
                Genre::Badge
                    if self.sheet.person.is_none() && self.sheet.title.is_none() && named =>
                {
                    Slot::Title
                }
                Genre::StampCard | Genre::Voucher if self.sheet.issuer.is_none() && named => {
                    Slot::Issuer
                }
                Genre::Badge | Genre::StampCard | Genre::Voucher | Genre::Letter => Slot::Line,
                _ if self.sheet.title.is_none() && (named || self.follows_genre(&span)) => {
                    Slot::Title
                }
                _ => Slot::Line,
            }
        };
        self.fill(slot, span);
    }

    /// "gift certificate, 'Gift Certificate'": whether a text says once more what is asked for.
    fn is_kind(&self, text: &str) -> bool {
        self.genre == Genre::Voucher && self.lower[..self.start].trim_end().ends_with(text)
    }

    /// "3 bananas, 2 eggs. Mash, mix, bake": what follows the amounts behind a full stop is done with them.
    fn steps_behind(&mut self) {
        let (Genre::RecipeCard, [all]) = (self.genre, &mut self.sheet.sections[..]) else {
            return;
        };
        let span = |at: usize| self.brief.literals[at].span.clone();
        let counted =
            |at: usize| self.brief.prompt[span(at)].starts_with(|c: char| c.is_ascii_digit());
        let begins = |n: usize| {
            let (before, this) = (span(all.items[n - 1]), span(all.items[n]));
            let stopped = self.brief.prompt[before.end..this.start].contains(['.', '\n']);
            stopped
                && self.brief.prompt[this].starts_with(char::is_uppercase)
                && all.items[n..].iter().all(|&at| !counted(at))
        };
        let Some(n) = (2..all.items.len()).find(|&n| begins(n)) else {
            return;
        };
        let amounts = all.items[..n].iter().filter(|&&at| counted(at)).count();
        if amounts * 2 < n {
            return;
        }
        let items = all.items.split_off(n);
        all.kind = SectionKind::Ingredients;
        self.sheet.sections.push(SheetSection {
            head: None,
            kind: SectionKind::Steps,
            items,
        });
    }

    /// "HELLO my name is Jordan": the greeting stands above the name.
    fn greets(&mut self, span: &Span) -> bool {
        const GREETING: &str = "my name is ";
        let found = self.lower[span.clone()].find(GREETING);
        let Some(at) = found.filter(|_| self.genre == Genre::Badge) else {
            return false;
        };
        let name = span.start + at + GREETING.len();
        self.fill(words::Slot::Title, span.start..name - 1);
        self.fill(words::Slot::Person, name..span.end);
        true
    }

    /// "IRON HOUSE, member Dana Wolfe": whether a word tells who holds the badge.
    fn tells_person(&self) -> bool {
        clauses(&self.brief.prompt, self.start)
            .into_iter()
            .any(|clause| {
                lead_at(&self.lower[clause], self.genre)
                    .is_some_and(|(_, slot)| slot == words::Slot::Person)
            })
    }

    /// Whether a clause stands right behind the words for the genre.
    fn follows_genre(&self, span: &Span) -> bool {
        self.brief.prompt[self.start..span.start.max(self.start)]
            .trim()
            .is_empty()
            && span.start > self.start
    }

    fn taken(&self, span: &Span) -> bool {
        self.brief
            .literals
            .iter()
            .any(|l| l.span.start < span.end && span.start < l.span.end)
    }

    fn is_quoted(&self, span: &Span) -> bool {
        self.brief.prompt[..span.start].ends_with(['"', '“', '„', '«', '‘', '\''])
    }

    /// What was quoted is a text in any case.
    fn keep_quoted(&mut self, brief: &Brief) {
        for literal in brief.literals.iter().filter(|l| l.origin == Origin::Quoted) {
            if !self.taken(&literal.span) {
                self.named(literal.span.clone(), true);
            }
        }
    }
}
