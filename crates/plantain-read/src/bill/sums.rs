//! Labels of the lines at the foot of a bill, by what they add.

use super::words::OTHER_SUMS;

/// What a line at the foot of a bill adds to it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SumKind {
    /// All lines, before what comes on top.
    Subtotal,
    /// A share of the subtotal that comes on top.
    Tax,
    /// What goes off.
    Discount,
    /// All that is to be paid.
    Total,
}

const LABELS: &[(SumKind, &[&str])] = &[
    (
        SumKind::Subtotal,
        &[
            "subtotal",
            "sub total",
            "sub-total",
            "items total",
            "zwischensumme",
            "netto",
            "nettobetrag",
            "sous-total",
            "total ht",
            "subtotale",
            "imponibile",
            "subtotaal",
            "suma częściowa",
            "подытог",
            "промежуточный итог",
            "проміжний підсумок",
            "ara toplam",
            "小計",
            "小计",
            "소계",
            "المجموع الفرعي",
            "סכום ביניים",
            "उप-योग",
        ],
    ),
    (
        SumKind::Tax,
        &[
            "tax",
            "sales tax",
            "vat",
            "जीएसटी",
            "gst",
            "hst",
            "mwst",
            "ust",
            "steuer",
            "umsatzsteuer",
            "mehrwertsteuer",
            "tva",
            "iva",
            "impuesto",
            "imposto",
            "imposta",
            "btw",
            "podatek",
            "ндс",
            "пдв",
            "kdv",
            "税",
            "消費税",
            "增值税",
            "부가세",
            "ضريبة",
            "מע\"מ",
            "कर",
        ],
    ),
    (
        SumKind::Discount,
        &[
            "discount",
            "coupon",
            "voucher",
            "rabatt",
            "remise",
            "descuento",
            "sconto",
            "desconto",
            "korting",
            "rabat",
            "скидка",
            "знижка",
            "indirim",
            "割引",
            "値引き",
            "折扣",
            "할인",
            "خصم",
            "הנחה",
            "छूट",
        ],
    ),
    (
        SumKind::Total,
        &[
            "total",
            "grand total",
            "total due",
            "total amount",
            "amount due",
            "balance due",
            "gesamt",
            "summe",
            "gesamtbetrag",
            "gesamtsumme",
            "zu zahlen",
            "importe total",
            "montant",
            "montant total",
            "à payer",
            "totale",
            "totaal",
            "te betalen",
            "suma",
            "razem",
            "do zapłaty",
            "итого",
            "всего",
            "к оплате",
            "разом",
            "усього",
            "toplam",
            "genel toplam",
            "合計",
            "総計",
            "合计",
            "总计",
            "总额",
            "합계",
            "총액",
            "الإجمالي",
            "المجموع",
            "סה\"כ",
            "סך הכל",
            "कुल योग",
            "कुल",
        ],
    ),
];

/// Returns what a line of a bill with this label adds; none for the lines that are added up and for other charges.
///
/// A rate or a currency may follow ("VAT 20%", "Total (USD)").
pub fn sum_kind(label: &str) -> Option<SumKind> {
    let label = label.trim().to_lowercase();
    let label = label.trim_end_matches([':', '：']).trim_end();
    let mut best: Option<(usize, SumKind)> = None;
    for (kind, words) in LABELS {
        for word in *words {
            let Some(rest) = label.strip_prefix(word) else {
                continue;
            };
            let longer = best.is_none_or(|(len, _)| word.len() > len);
            if longer && says_no_more(rest) {
                best = Some((word.len(), *kind));
            }
        }
    }
    best.map(|(_, kind)| kind)
}

/// The longest name of an amount under the lines of a bill with which a text in lower case begins, as whole words.
pub(super) fn label_of(text: &str) -> Option<&'static str> {
    let known = LABELS.iter().flat_map(|(_, words)| words.iter().copied());
    // "Bar 10,00": cash, where an amount follows at once and no cents stand behind a point.
    let cash = text
        .strip_prefix("bar ")
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()) && rest.contains(','));
    if cash {
        return Some("bar");
    }
    known
        .chain(OTHER_SUMS.iter().copied())
        .filter(|label| {
            text.strip_prefix(*label)
                .is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
        })
        .max_by_key(|label| label.len())
}

/// Whether what follows a label is no more than a rate, a currency or the like.
fn says_no_more(rest: &str) -> bool {
    let mut words = rest
        .split(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '（' | '）' | ':' | '@'))
        .filter(|word| !word.is_empty());
    let glued = rest.chars().next().is_some_and(char::is_alphabetic);
    !glued
        && words.all(|word| {
            matches!(word, "." | "%")
                || word.chars().any(|c| c.is_ascii_digit())
                || matches!(
                    word,
                    "€" | "$"
                        | "£"
                        | "usd"
                        | "eur"
                        | "gbp"
                        | "chf"
                        | "due"
                        | "incl"
                        | "incl."
                        | "inkl."
                        | "ttc"
                        | "tax"
                        | "vat"
                )
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_of_sums_are_known_in_every_language() {
        for (label, want) in [
            ("Subtotal", Some(SumKind::Subtotal)),
            ("TOTAL:", Some(SumKind::Total)),
            ("Total (USD)", Some(SumKind::Total)),
            ("Tax (10%)", Some(SumKind::Tax)),
            ("VAT 20 %", Some(SumKind::Tax)),
            ("MwSt. 19 %", Some(SumKind::Tax)),
            ("MwSt 19 %", Some(SumKind::Tax)),
            ("Zwischensumme", Some(SumKind::Subtotal)),
            ("Total HT", Some(SumKind::Subtotal)),
            ("Итого:", Some(SumKind::Total)),
            ("合計", Some(SumKind::Total)),
            ("Rabatt 5%", Some(SumKind::Discount)),
            ("Total Recall DVD", None),
            ("Taxi", None),
            ("Coffee", None),
        ] {
            assert_eq!(sum_kind(label), want, "{label}");
        }
    }
}
