//! Numbers, days, sums and other facts of a bill.

use super::Desk;
use super::lines::is_amount;
use super::sums::label_of;
use super::words::{FACTS, MONEY, NUMBERS};
use crate::outline::{add, is_date, is_time};
use crate::{Role, Span};

impl Desk {
    /// "#1042", "no. 1042" right behind the genre.
    pub(super) fn number_at(&mut self, at: usize) -> Option<usize> {
        let rest = self.lower.get(at..)?;
        let skipped = rest.len() - rest.trim_start_matches([' ', ':']).len();
        let rest = rest.trim_start_matches([' ', ':']);
        let word = rest.split([' ', ',', '.', ':', '\n']).next()?;
        let (skip, word) = match word {
            "no" | "nr" | "number" | "n°" | "nº" | "№" => {
                let n = rest.len() - rest[word.len()..].trim_start_matches(['.', ' ', ':']).len();
                (n, rest[n..].split([' ', ',', '.', ':', '\n']).next()?)
            }
            _ => (0, word),
        };
        let digits = word.chars().filter(char::is_ascii_digit).count();
        let numbered = word.starts_with('#')
            || skip > 0
            || word.contains('-') && (digits >= 3 || word.starts_with("inv"))
            // "FV/12/2027", but not the day "12/11/2026".
            || word.contains('/') && digits >= 3 && word.starts_with(char::is_alphabetic);
        (digits > 0 && numbered).then(|| {
            add(
                &mut self.brief,
                at + skipped + skip..at + skipped + skip + word.len(),
                Role::Small,
            )
        })
    }

    /// "Mar 3 2025 9:42 pm": a day and its hour are two facts; returns whether that is what stands there.
    pub(super) fn moment(&mut self, span: &Span, text: &str) -> bool {
        let cuts: Vec<usize> = text.match_indices(' ').map(|(at, _)| at).collect();
        let cut = cuts
            .into_iter()
            .find(|&at| is_date(text[..at].trim_end_matches(',')) && is_time(&text[at + 1..]));
        let Some(at) = cut else { return false };
        for (part, label) in [(0..at, "Date"), (at + 1..text.len(), "Time")] {
            if let Some(index) =
                self.add(span.start + part.start..span.start + part.end, Role::Date)
            {
                self.bill.facts.push((label.to_owned(), index));
            }
        }
        true
    }

    pub(super) fn sum(&mut self, span: &Span, text: &str) -> bool {
        // "19% VAT 874": how much of it the tax is stands with its name.
        if let Some((share, rest)) = text.split_once("% ")
            && share
                .bytes()
                .all(|b| b.is_ascii_digit() || b == b'.' || b == b',')
            && !share.is_empty()
            && label_of(rest).is_some()
        {
            let from = span.end - rest.len();
            let before = self.bill.sums.len();
            let found = self.sum(&(from..span.end), rest);
            if let Some((label, _)) = self.bill.sums.get_mut(before) {
                *label = format!("{share}% {label}");
            }
            return found;
        }
        let figured = |label: &&str| text[label.len()..].contains(|c: char| c.is_ascii_digit());
        let Some(label) = label_of(text).filter(figured) else {
            return false;
        };
        let value = text[label.len()..].trim_start_matches([':', ' ', '=']);
        let value = value
            .strip_prefix("of ")
            .or_else(|| value.strip_prefix("is "))
            .unwrap_or(value);
        let mut shown = match label {
            "vat" | "gst" | "iva" | "tva" => label.to_uppercase(),
            "mwst" => "MwSt".to_owned(),
            other => crate::literals::capitalized(other),
        };
        // "VAT 19% 15.20": the rate stands with the name.
        let value = match value.split_once(['%']) {
            Some((rate, amount))
                if amount.contains(|c: char| c.is_ascii_digit())
                    && rate
                        .trim()
                        .bytes()
                        .all(|b| b.is_ascii_digit() || b == b'.' || b == b',') =>
            {
                shown = format!("{shown} {}%", rate.trim());
                amount.trim_start_matches([':', ' ', '=', ')'])
            }
            _ => value,
        };
        if let Some(index) = self.add(span.end - value.len()..span.end, Role::Price) {
            self.bill.sums.push((shown, index));
        }
        true
    }

    pub(super) fn fact(&mut self, span: &Span, text: &str) -> bool {
        for name in NUMBERS {
            if let Some(rest) = text.strip_prefix(name) {
                let value = rest.trim_start_matches([':', ' ']);
                if self.bill.number.is_none()
                    && value.starts_with(|c: char| {
                        c == '#' || c.is_ascii_digit() || c.is_ascii_alphabetic()
                    })
                    && value.contains(|c: char| c.is_ascii_digit())
                    && !value.contains(' ')
                {
                    self.bill.number = self.add(span.end - value.len()..span.end, Role::Small);
                    return true;
                }
            }
        }
        for (name, shown) in FACTS {
            let Some(rest) = text
                .strip_prefix(name)
                .filter(|r| r.starts_with([' ', ':']))
            else {
                continue;
            };
            let value = rest.trim_start_matches([':', ' ']);
            let value = ["on ", "by ", "date "]
                .iter()
                .find_map(|w| value.strip_prefix(w))
                // "due on receipt" tells no day.
                .filter(|day| *day != "receipt" && *day != "delivery")
                .unwrap_or(value);
            let paid = value
                .split(' ')
                .any(|word| is_amount(word) || MONEY.contains(&word));
            if value.is_empty() || paid {
                continue;
            }
            if let Some(index) = self.add(span.end - value.len()..span.end, Role::Date) {
                self.bill.facts.push(((*shown).to_owned(), index));
            }
            return true;
        }
        false
    }
}
