//! Reads small printed sheets: stamp cards, vouchers, badges, letters, paper forms, worksheets, bingo cards, recipes and
//! checklists.

mod clause;
mod desk;
mod letter;
mod sections;
#[cfg(test)]
mod tests;
mod words;

use crate::{Brief, Genre, Role};

use desk::Desk;

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
