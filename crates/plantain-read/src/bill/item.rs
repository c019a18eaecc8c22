//! The lines of a bill: what for how much.

use super::lines::{is_amount, plain_amount};
use super::words::MONEY;
use super::{BillItem, Desk};
use crate::{Role, Span};

/// Units that a quantity is counted in.
const UNITS: &[&str] = &[
    "hours", "hour", "hrs", "days", "day", "units", "pcs", "stunden", "horas", "heures", "ore",
    "h", "std", "std.", "uur", "saat", "months", "month", "weeks", "nights", "monate", "mois",
    "meses", "mesi", "tage", "jours", "días", "pages", "pieces", "stück",
];

impl Desk {
    /// "3 nights x €120 = €360": how much of what, the price of one, and what it comes to.
    pub(super) fn product(&mut self, span: &Span) -> bool {
        let text = self.lower[span.clone()].to_owned();
        let Some((sides, amount)) = text.rsplit_once(" = ") else {
            return false;
        };
        let link = [" x ", " × ", " @ ", " at ", " à ", " * "]
            .iter()
            .find_map(|link| sides.rfind(link).map(|at| (at, at + link.len())));
        let Some((head, rate)) = link else {
            return false;
        };
        let head_text = &sides[..head];
        let counted = head_text.rsplit_once(' ').filter(|(_, count)| {
            // Without a sign of money the numbers must come out.
            is_number(count)
                && [count, &sides[rate..], amount]
                    .map(|number| number.parse::<f64>().unwrap_or(f64::NAN))
                    .windows(3)
                    .all(|n| (n[0] * n[1] - n[2]).abs() < 0.01)
        });
        let money = is_amount(amount) && is_amount(&sides[rate..]);
        if !money && counted.is_none() {
            return false;
        }
        let (name, quantity) = match head_text.split_once(' ') {
            _ if counted.is_some() => {
                let name = counted.map_or(0, |(name, _)| name.len());
                (0..name, Some(name + 1..head))
            }
            Some((count, what))
                if count.bytes().all(|b| b.is_ascii_digit()) && !what.is_empty() =>
            {
                (count.len() + 1..head, Some(0..count.len()))
            }
            _ => name_and_quantity(head_text),
        };
        let within = |part: Span| span.start + part.start..span.start + part.end;
        let Some(name) = self.add(within(name), Role::Item) else {
            return false;
        };
        let quantity = quantity.and_then(|q| self.add(within(q), Role::Value));
        let rate = self.add(within(rate..sides.len()), Role::Price);
        let amount = self.add(span.end - amount.len()..span.end, Role::Price);
        self.bill.items.push(BillItem {
            name,
            quantity,
            rate,
            amount,
        });
        true
    }

    /// "milk 2.49", "2x latte $7.00", "web design 40 hours at $85/hr", "Business cards (500) $120".
    pub(super) fn item(&mut self, span: &Span, text: &str) -> bool {
        let Some(money) = self.money(text) else {
            return false;
        };
        let each = ["/hr", "/h", " each", " per ", "/hour"]
            .iter()
            .any(|sign| text.contains(sign));
        let head = &text[..money.start];
        // "hosting 12 months at 10 EUR": the price of one.
        let single = [" at ", " @ ", " à ", " je ", " zu je ", " a ", " x ", " × "]
            .iter()
            .any(|link| head.ends_with(link));
        let (name, quantity) = name_and_quantity(unlinked(head));
        let within = |part: Span| span.start + part.start..span.start + part.end;
        let Some(name) = self.add(within(name), Role::Item) else {
            return false;
        };
        let quantity = quantity.and_then(|q| self.add(within(q), Role::Value));
        let price = self.add(within(money), Role::Price);
        let (rate, amount) = if (each || single) && quantity.is_some() {
            (price, None)
        } else {
            (None, price)
        };
        self.bill.items.push(BillItem {
            name,
            quantity,
            rate,
            amount,
        });
        true
    }

    /// Where the last amount of a line stands, with the name of its money.
    fn money(&self, text: &str) -> Option<Span> {
        let mut at = 0;
        let words: Vec<(usize, &str)> = text
            .split_inclusive(' ')
            .map(|word| {
                let start = at;
                at += word.len();
                (start, word.trim_end())
            })
            .collect();
        let unit = |at: usize| words.get(at).filter(|(_, w)| MONEY.contains(w));
        let numeric = |at: usize| words[at].1.starts_with(|c: char| c.is_ascii_digit());
        let last = words
            .iter()
            .rposition(|(_, w)| is_amount(w.trim_end_matches(['.', ')'])))
            .or_else(|| (1..words.len()).rfind(|&at| numeric(at) && unit(at + 1).is_some()))
            .or_else(|| {
                plain_amount(text)
                    .filter(|_| self.plain)
                    .map(|_| words.len() - 1)
            })?;
        let (mut start, word) = words[last];
        let end = start + word.len() + unit(last + 1).map_or(0, |(_, unit)| 1 + unit.len());
        // "Projekt strony 4 000 zł": thousands behind a blank, where the money is named behind the amount.
        if unit(last + 1).is_some() && is_thousands(word) {
            for &(before, digits) in words[..last].iter().rev() {
                if digits.len() > 3 || !digits.bytes().all(|b| b.is_ascii_digit()) {
                    break;
                }
                start = before;
            }
        }
        Some(start..end)
    }
}

/// Three digits, with cents or without: the last group of a large number.
fn is_thousands(text: &str) -> bool {
    let whole = text.split([',', '.']).next().unwrap_or_default();
    whole.len() == 3 && whole.bytes().all(|b| b.is_ascii_digit())
}

/// Digits with a decimal point at most.
fn is_number(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && text.parse::<f64>().is_ok()
}

/// The words before an amount, without what only leads to it.
fn unlinked(mut head: &str) -> &str {
    for link in [
        " at ", " for ", " @ ", " - ", " = ", ": ", " zu je ", " je ", " à ",
    ] {
        head = head.strip_suffix(link).unwrap_or(head);
    }
    head.trim_end_matches([' ', ':', '-', '@', '–', '.'])
}

/// "12 h carpentry", "3 days of rental": where a count of units ends that something stands behind.
fn leading_measure(head: &str) -> Option<usize> {
    let (count, rest) = head.split_once(' ')?;
    let (unit, _) = rest.split_once(' ')?;
    let counts = count.starts_with(|c: char| c.is_ascii_digit())
        && count.chars().all(|c| c.is_ascii_digit() || c == '.');
    (counts && UNITS.contains(&unit)).then(|| count.len() + 1 + unit.len())
}

/// Parts the name of what is sold from how much of it: "2x latte", "cards (500)", "design 40 hours".
fn name_and_quantity(head: &str) -> (Span, Option<Span>) {
    if let Some(measure) = leading_measure(head) {
        return (measure + 1..head.len(), Some(0..measure));
    }
    if let Some((count, what)) = crate::quantity::counted(head) {
        return (what, Some(count));
    }
    if let Some(open) = head.find('(')
        && head.ends_with(')')
        && head[open..].contains(|c: char| c.is_ascii_digit())
    {
        return (0..open, Some(open + 1..head.len() - 1));
    }
    if let [_, .., count, unit] = head.split(' ').collect::<Vec<_>>()[..]
        && UNITS.contains(&unit)
        && count.chars().all(|c| c.is_ascii_digit() || c == '.')
    {
        let start = head.len() - unit.len() - 1 - count.len();
        return (0..start, Some(start..head.len()));
    }
    (0..head.len(), None)
}
