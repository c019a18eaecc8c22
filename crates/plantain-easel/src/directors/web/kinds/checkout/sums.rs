//! Lines of a bill: which entries are, and what all of them come to.

use crate::components::ui::measures::number;
use crate::components::ui::{Entry, Kit, Word};

/// Names of lines of a bill.
const SUMS: &[&str] = &[
    "subtotal",
    "total",
    "shipping",
    "tax",
    "vat",
    "discount",
    "delivery",
    "fee",
    "summe",
    "versand",
    "livraison",
    "envío",
    "gesamt",
    "savings",
    "tip",
    "coupon",
    "zwischensumme",
    "gesamtsumme",
    "mwst",
    "steuer",
    "sous",
    "frais",
    "subtotale",
    "spedizione",
    "frete",
    "iva",
    "verzending",
    "totaal",
    "razem",
    "dostawa",
    "toplam",
    "kargo",
    "итого",
    "доставка",
];

/// Whether an entry is a line of the bill and nothing that is bought.
pub fn is_sum(entry: &Entry) -> bool {
    entry.name.as_ref().is_some_and(|name| {
        // Whole words: "summer rolls" are no "Summe".
        let lower = name.text.to_lowercase();
        lower
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| SUMS.contains(&word))
    })
}

/// A total that agrees with the prices.
pub(super) fn total_of(kit: &Kit<'_>, items: &[Entry]) -> Vec<Entry> {
    let figures: Vec<&Word> = items.iter().filter_map(|i| i.figure.as_ref()).collect();
    let Some(first) = figures.first() else {
        return Vec::new();
    };
    let sum: f64 = figures.iter().filter_map(|f| number(&f.text)).sum();
    let digits: String = first
        .text
        .chars()
        .skip_while(|c| !c.is_ascii_digit())
        .take_while(|c| c.is_ascii_digit() || matches!(c, '.' | ','))
        .collect();
    let cents = digits.contains('.');
    let shown = if cents {
        format!("{sum:.2}")
    } else {
        format!("{sum:.0}")
    };
    vec![Entry {
        name: Some(kit.say("Total")),
        figure: Some(Word::invented(first.text.replacen(&digits, &shown, 1))),
        more: Vec::new(),
    }]
}
