//! Reads invoices and receipts: who, to whom, what for how much, and what it adds up to.

use crate::outline::{add, clauses, lowered, trimmed};
use crate::{Brief, Genre, Origin, Role, Span};
use lines::{counts_plainly, lines};

mod clause;
mod columns;
mod fact;
mod item;
mod lines;
mod party;
mod rates;
mod sums;
#[cfg(test)]
mod tests;
mod words;

pub use sums::{SumKind, sum_kind};

/// A line of a bill. Texts are indices into [`Brief::literals`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct BillItem {
    pub name: usize,
    /// "2", "40 hours".
    pub quantity: Option<usize>,
    /// Price of one ("$85/hr").
    pub rate: Option<usize>,
    pub amount: Option<usize>,
}

/// An invoice or a receipt. Texts are indices into [`Brief::literals`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bill {
    pub seller: Option<usize>,
    pub buyer: Option<usize>,
    pub number: Option<usize>,
    /// Dates and other facts with their labels ("Due").
    pub facts: Vec<(String, usize)>,
    pub items: Vec<BillItem>,
    /// Label as printed, and its amount or rate: subtotal, tax, total.
    pub sums: Vec<(String, usize)>,
    pub notes: Vec<usize>,
}

/// Fills the bill of an invoice or a receipt.
pub(crate) fn settle(brief: &mut Brief) {
    if !matches!(brief.genre, Genre::Invoice | Genre::Receipt) || !brief.records.is_empty() {
        return;
    }
    let lower = lowered(&brief.prompt);
    let mut desk = Desk {
        brief: Brief {
            prompt: brief.prompt.clone(),
            ..Brief::default()
        },
        bill: Bill::default(),
        plain: false,
        invoice: brief.genre == Genre::Invoice,
        lower,
    };
    let start = brief.genre_span.as_ref().map_or(0, |s| s.end);
    let start = match &brief.genre_span {
        // "taqueria bill, work out the total for me: 3 al pastor 10.50"
        None => start + asked_for(&brief.prompt[start..]),
        Some(_) => start + led_in(&brief.prompt[start..]),
    };
    desk.plain = counts_plainly(&desk.lower, start);
    if let Some(number) = desk.number_at(start) {
        desk.bill.number = Some(number);
    }
    // What was quoted is a text by itself.
    let quoted: Vec<Span> = brief
        .literals
        .iter()
        .filter(|l| l.origin == Origin::Quoted)
        .map(|l| l.span.clone())
        .collect();
    let mut rows = columns::rows(&brief.prompt, start);
    let mut told = start;
    for clause in parts(&brief.prompt, start) {
        if clause.start < told {
            continue;
        }
        if let Some(at) = rows.iter().position(|row| row.span.contains(&clause.start)) {
            let row = rows.remove(at);
            told = row.span.end;
            desk.row(&row);
            continue;
        }
        let lead = desk.behind_lead(&clause);
        let line = lead.map_or(clause.start, |len| clause.end - len)..clause.end;
        if desk.product(&line) {
            continue;
        }
        for line in lines(&brief.prompt, clause) {
            for part in desk.shop_first(line) {
                desk.clause(part);
            }
        }
    }
    for span in quoted {
        let text = &desk.brief.prompt[span.clone()];
        let summed = desk
            .bill
            .sums
            .iter()
            .any(|(label, _)| label.eq_ignore_ascii_case(text));
        if !summed && !desk.brief.literals.iter().any(|l| l.meets(&span)) {
            let index = add(&mut desk.brief, span, Role::Body);
            if desk.bill.seller.is_none() {
                desk.bill.seller = Some(index)
            } else {
                desk.bill.notes.push(index)
            }
        }
    }
    desk.settle_rates();
    brief.literals = desk.brief.literals;
    brief.pairs.clear();
    brief.lists.clear();
    brief
        .constraints
        .retain(|c| !matches!(c, crate::Constraint::Count { .. }));
    // What a line sells is printed, not drawn.
    let billed = |at: usize| {
        brief
            .literals
            .iter()
            .any(|l| l.span.start <= at && at < l.span.end)
    };
    brief.described.retain(|d| !billed(d.span.start));
    brief.unread.retain(|span| !billed(span.start));
    brief.bill = Some(desk.bill);
}

/// The clauses of a bill; "'The Spoon' '2 x Ramen 28.00' 'Total 42.60'": quotes that follow each other are one each.
fn parts(prompt: &str, start: usize) -> Vec<Span> {
    const QUOTES_MIN: usize = 3;
    let quoted: Vec<Span> = crate::quotes::find(prompt, &[])
        .into_iter()
        .filter(|quote| quote.inner.start >= start)
        .map(|quote| quote.inner)
        .collect();
    let follow = |pair: &[Span]| {
        prompt[pair[0].end..pair[1].start]
            .chars()
            .all(|c| c.is_whitespace() || "\"'“”‘’".contains(c))
    };
    if quoted.len() >= QUOTES_MIN && quoted.windows(2).all(follow) {
        return quoted;
    }
    clauses(prompt, start)
}

/// Length of the words before a colon that only say where a bill is from ("receipt from a bakery: …", "чек из кафе: …").
fn led_in(behind: &str) -> usize {
    const WORDS_MAX: usize = 5;
    let Some(colon) = behind.find(':') else {
        return 0;
    };
    let lead = &behind[..colon];
    let plain = lead
        .chars()
        .all(|c| c.is_lowercase() || c == ' ' || c == '-' || c == '\'');
    let words = lead.split_whitespace().count();
    // "vom Supermarkt: …": nouns have capitals there.
    let from = ["vom ", "von ", "aus ", "beim ", "im "]
        .iter()
        .any(|word| lead.trim_start().starts_with(word));
    let plain = plain || from && words <= 3 && !lead.contains([',', '.']);
    if plain && (1..=WORDS_MAX).contains(&words) {
        colon + 1
    } else {
        0
    }
}

/// Length of the words before a colon that hold no figure and name nobody.
fn asked_for(behind: &str) -> usize {
    behind
        .find(": ")
        .filter(|&colon| {
            let lead = &behind[..colon];
            !lead.contains(|c: char| c.is_ascii_digit() || c.is_uppercase())
        })
        .map_or(0, |colon| colon + 2)
}

/// "FRESH MART milk 2.49": length of a name in capitals that stands before goods in small letters.
fn shouted_len(text: &str) -> Option<usize> {
    let shouted = |word: &str| {
        word.chars().filter(|c| c.is_alphabetic()).count() >= 2
            && !word.contains(|c: char| c.is_lowercase() || c.is_ascii_digit())
    };
    let mut len = 0;
    let mut words = 0;
    for word in text
        .split(' ')
        .take_while(|word| shouted(word) || *word == "&")
    {
        len += word.len() + 1;
        words += 1;
    }
    let rest = text.get(len..)?;
    let told = rest.starts_with(char::is_lowercase) && rest.contains(|c: char| c.is_ascii_digit());
    (words >= 2 && told).then(|| len - 1)
}

struct Desk {
    /// Whether the amounts of lines are written as plain numbers.
    plain: bool,
    /// Whether it is an invoice, which is made out to somebody.
    invoice: bool,
    /// Holds the prompt and the literals found so far.
    brief: Brief,
    bill: Bill,
    lower: String,
}

impl Desk {
    fn add(&mut self, span: Span, role: Role) -> Option<usize> {
        let (from, mut span) = (span.start, trimmed(&self.brief.prompt, span)?);
        // "****4410": the hidden figures of a card belong to those that are shown.
        let hidden = &self.brief.prompt[from..span.start];
        if self.brief.prompt[span.clone()].starts_with(|c: char| c.is_ascii_digit()) {
            let masked = hidden.trim_end_matches(' ');
            let end = if masked.ends_with(['*', '•']) {
                masked
            } else {
                hidden
            };
            span.start -= hidden.len() - end.trim_end_matches(['*', '•', 'X', 'x']).len();
        }
        Some(add(&mut self.brief, span, role))
    }

    /// "カフェさくら コーヒー 450円": in a script without blanks, the first text before the first goods is the shop; the rest of the
    /// line without it.
    fn shop_first(&mut self, line: Span) -> Vec<Span> {
        let text = &self.brief.prompt[line.clone()];
        if let Some(len) = shouted_len(text).filter(|_| self.bill.seller.is_none()) {
            self.bill.seller = self.add(line.start..line.start + len, Role::Brand);
            return trimmed(&self.brief.prompt, line.start + len..line.end)
                .into_iter()
                .collect();
        }
        let unspaced = text.chars().any(crate::tokens::is_unspaced);
        let words = text.split(' ').count();
        if !unspaced || self.bill.seller.is_some() || !self.bill.items.is_empty() || words < 3 {
            return vec![line];
        }
        let end = line.start + text.find([' ', '　']).unwrap_or(text.len());
        self.bill.seller = self.add(line.start..end, Role::Brand);
        trimmed(&self.brief.prompt, end..line.end)
            .into_iter()
            .collect()
    }
}
