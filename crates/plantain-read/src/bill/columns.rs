//! Lines of a bill that are told in columns: "Business cards, 250, $0.40, $100.00".

use super::lines::is_amount;
use super::{BillItem, Desk};
use crate::outline::{add, clauses, trimmed};
use crate::{Role, Span};

/// What a column of a line holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Column {
    Quantity,
    Rate,
    Amount,
}

/// A line that is told in columns.
pub(super) struct Row {
    pub(super) span: Span,
    /// What leads to the line ("items:").
    lead: Span,
    /// None of a line that only heads the columns.
    cells: Vec<Span>,
    columns: Vec<Column>,
}

/// Returns the lines that are told in columns, each on a line or before a semicolon of its own, and the line that heads
/// them.
pub(super) fn rows(prompt: &str, start: usize) -> Vec<Row> {
    let mut found = Vec::new();
    let mut heads: Option<Vec<Column>> = None;
    let mut at = start;
    for line in prompt[start..].split_inclusive(['\n', ';']) {
        let span = at..at + line.len();
        at = span.end;
        let first = span.start + line.rfind(": ").map_or(0, |colon| colon + 2);
        let cells = cells(prompt, first..span.end);
        let named: Option<Vec<Column>> = cells
            .iter()
            .skip(1)
            .map(|cell| headed(&prompt[cell.clone()].to_lowercase()))
            .collect();
        let lead = span.start..first;
        if let Some(named) = named.filter(|named| named.len() >= 2) {
            heads = Some(named);
            found.push(Row {
                span,
                lead,
                cells: Vec::new(),
                columns: Vec::new(),
            });
        } else if let Some(columns) = told(&cells, prompt, heads.as_deref()) {
            found.push(Row {
                span,
                lead,
                cells,
                columns,
            });
        }
    }
    found
}

impl Desk {
    /// Adds a line by its columns.
    pub(super) fn row(&mut self, row: &Row) {
        for clause in clauses(&self.brief.prompt[..row.lead.end], row.lead.start) {
            self.clause(clause);
        }
        let [name, figures @ ..] = &row.cells[..] else {
            return;
        };
        let Some(name) = self.add(name.clone(), Role::Item) else {
            return;
        };
        let mut item = BillItem {
            name,
            ..BillItem::default()
        };
        for (cell, column) in figures.iter().zip(&row.columns) {
            let (slot, role) = match column {
                Column::Quantity => (&mut item.quantity, Role::Value),
                Column::Rate => (&mut item.rate, Role::Price),
                Column::Amount => (&mut item.amount, Role::Price),
            };
            *slot = Some(add(&mut self.brief, cell.clone(), role));
        }
        self.bill.items.push(item);
    }
}

/// The cells of a line: parted by bars or tabs, otherwise by commas with a blank behind them.
fn cells(prompt: &str, span: Span) -> Vec<Span> {
    let text = &prompt[span.clone()];
    let mark = ["|", "\t", ", "]
        .into_iter()
        .find(|mark| text.contains(mark))
        .unwrap_or("|");
    let mut at = span.start;
    let mut out = Vec::new();
    for cell in text.split(mark) {
        out.extend(trimmed(prompt, at..at + cell.len()));
        at += cell.len() + mark.len();
    }
    out
}

/// What a column is by its head ("Qty", "Unit price", "Amount").
fn headed(head: &str) -> Option<Column> {
    let is = |words: &[&str]| words.contains(&head);
    if is(&[
        "qty",
        "quantity",
        "units",
        "hours",
        "hrs",
        "count",
        "menge",
        "anzahl",
        "cantidad",
        "quantité",
        "aantal",
        "quantità",
        "qtd",
        "ilość",
        "кол-во",
    ]) {
        Some(Column::Quantity)
    } else if is(&[
        "price",
        "unit price",
        "rate",
        "unit cost",
        "price each",
        "each",
        "preis",
        "einzelpreis",
        "precio",
        "prix",
        "prijs",
        "prezzo",
        "preço",
        "cena",
        "цена",
    ]) {
        Some(Column::Rate)
    } else if is(&[
        "amount",
        "total",
        "line total",
        "sum",
        "subtotal",
        "cost",
        "betrag",
        "summe",
        "gesamt",
        "importe",
        "montant",
        "bedrag",
        "importo",
        "valor",
        "kwota",
        "сумма",
    ]) {
        Some(Column::Amount)
    } else {
        None
    }
}

/// What the columns of a line hold; none when they are no name with two or three figures.
fn told(cells: &[Span], prompt: &str, heads: Option<&[Column]>) -> Option<Vec<Column>> {
    let [name, figures @ ..] = cells else {
        return None;
    };
    let worded = prompt[name.clone()]
        .chars()
        .filter(|c| c.is_alphabetic())
        .count()
        >= 2;
    let counted = |cell: &Span| {
        let text = prompt[cell.clone()].to_lowercase();
        let digits = text
            .trim_start_matches('x')
            .split([' ', 'x', 'h'])
            .next()
            .unwrap_or_default();
        !digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit() || b == b'.')
    };
    let money = |cell: &Span| is_amount(&prompt[cell.clone()].replace(' ', ""));
    let figured = figures.iter().all(|cell| counted(cell) || money(cell));
    if !worded || !figured || !(2..=3).contains(&figures.len()) {
        return None;
    }
    if let Some(heads) = heads.filter(|heads| heads.len() == figures.len()) {
        return Some(heads.to_vec());
    }
    match figures {
        [count, _, _] if counted(count) => {
            Some(vec![Column::Quantity, Column::Rate, Column::Amount])
        }
        [count, sum] if counted(count) && (money(sum) || counted(sum)) => {
            Some(vec![Column::Quantity, Column::Amount])
        }
        _ => None,
    }
}
