//! Whether the amounts of counted lines are prices of one: the total of the bill tells.

use super::sums::{SumKind, sum_kind};
use super::{BillItem, Desk};
use crate::pairs::number_in;

/// Sums nearer than this are the same.
const NEAR: f64 = 0.006;

impl Desk {
    /// "3 x Design $200, 1 x Hosting $50, total $650": amounts are prices of one where only so the total comes out.
    pub(super) fn settle_rates(&mut self) {
        let count = |item: &BillItem| match item.quantity {
            Some(count) => self.figure(Some(count)),
            None => Some(1.0),
        };
        let by_rate = |item: &BillItem| Some(self.figure(item.rate)? * count(item)?);
        let told = self.lines_sum(|item| self.figure(item.amount).or_else(|| by_rate(item)));
        let each = self.lines_sum(|item| match item.rate {
            Some(_) => by_rate(item),
            None => Some(self.figure(item.amount)? * count(item)?),
        });
        let (Some(told), Some(each)) = (told, each) else {
            return;
        };
        let agrees = |lines: f64| self.comes_to(lines).is_some_and(|off| off.abs() < NEAR);
        if agrees(told) || !agrees(each) {
            return;
        }
        let invoice = self.invoice;
        let single = |item: &BillItem| {
            let count = item
                .quantity
                .map(|at| self.brief.literals[at].text.as_str());
            count.is_none() || count == Some("1") && !invoice
        };
        let moved: Vec<bool> = self.bill.items.iter().map(|item| !single(item)).collect();
        for (item, moved) in self.bill.items.iter_mut().zip(moved) {
            if moved && item.rate.is_none() {
                item.rate = item.amount.take();
            }
        }
    }

    fn figure(&self, literal: Option<usize>) -> Option<f64> {
        number_in(&self.brief.literals[literal?].text)
    }

    /// What all lines come to; none when one of them has no amount.
    fn lines_sum(&self, amount: impl Fn(&BillItem) -> Option<f64>) -> Option<f64> {
        let items = &self.bill.items;
        let counted = items.iter().any(|item| item.quantity.is_some());
        let all = items.iter().map(amount);
        all.sum::<Option<f64>>().filter(|_| counted)
    }

    /// How far the sum that the bill states is from what lines of `lines` together make of it; none without such a sum.
    fn comes_to(&self, lines: f64) -> Option<f64> {
        let of_kind = |kind: SumKind| {
            let sums = self.bill.sums.iter();
            sums.filter(move |(label, _)| sum_kind(label) == Some(kind))
        };
        if let Some((_, subtotal)) = of_kind(SumKind::Subtotal).next() {
            return Some(self.figure(Some(*subtotal))? - lines);
        }
        let (_, total) = of_kind(SumKind::Total).next()?;
        let extra = |kind: SumKind| -> Option<f64> {
            of_kind(kind)
                .map(|(_, at)| {
                    let percent = self.brief.literals[*at].text.contains('%');
                    let figure = self.figure(Some(*at))?;
                    let share = if percent { lines / 100.0 } else { 1.0 };
                    Some(figure * share)
                })
                .sum()
        };
        let due = lines + extra(SumKind::Tax)? - extra(SumKind::Discount)?;
        Some(self.figure(Some(*total))? - due)
    }
}
