//! Bills that add up again: where lines changed, what was their sum before is their sum afterwards.
//!
//! A bill is known by its figures, not by how it is built: lines of the same height are one line, the last figure in it is
//! its amount, and a line that is called a sum counts as one only if it was the sum of those above it.

use plantain_read::{SumKind, sum_kind};

use super::data::{number, raised};
use super::sheet::Sheet;
use super::text;

/// Sums that differ by less than this are the same.
const CENT: f64 = 0.006;
/// Letters that an amount may have beside its digits ("12.50 USD").
const UNIT_LETTERS_MAX: usize = 4;

/// A line of a bill.
#[derive(Debug, Clone)]
struct Line {
    label: String,
    /// Id of the text that shows the amount.
    id: String,
    shown: String,
    amount: f64,
    /// Quantity and price of one, as text and figure, where their product is the amount.
    factors: Option<(f64, f64)>,
    y: f32,
}

/// What comes on top of the lines, or goes off.
#[derive(Debug, Clone)]
struct Charge {
    id: String,
    shown: String,
    amount: f64,
    /// Share of the subtotal, where it is one.
    rate: Option<f64>,
    less: bool,
}

/// A bill whose sums were right.
#[derive(Debug, Clone)]
pub struct Bill {
    lines: Vec<Line>,
    /// Id of the amount above the first line, if there is one: what stands higher is no line of the bill.
    above: Option<String>,
    charges: Vec<Charge>,
    /// Ids of the texts that show the sum of the lines, and of those that show what is to be paid.
    subtotal: Option<(String, String)>,
    totals: Vec<(String, String)>,
}

/// Returns the bill on the picture, if there is one and it adds up.
pub fn read(sheet: &mut Sheet<'_>) -> Option<Bill> {
    let mut called = false;
    sheet.scene.root.visit(&mut |node| {
        called |= node
            .as_text()
            .is_some_and(|text| label_of(&text.text).is_some());
    });
    called.then(|| bill(&lines(sheet))).flatten()
}

/// Returns what sort of sum a text names, with or without its figure.
fn label_of(text: &str) -> Option<SumKind> {
    let (label, _) = parted(text).unwrap_or((text, ""));
    sum_kind(label).filter(|kind| matches!(kind, SumKind::Subtotal | SumKind::Total))
}

/// Parts "Total 13.50" into its label and its amount.
fn parted(text: &str) -> Option<(&str, &str)> {
    let (label, figure) = text.trim_end().rsplit_once(char::is_whitespace)?;
    let plain = !label.chars().any(|c| c.is_ascii_digit()) && !label.trim().is_empty();
    (plain && is_amount(figure)).then_some((label, figure))
}

fn is_amount(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    number(text).is_some() && letters < UNIT_LETTERS_MAX && !text.contains([':', '/', '@'])
}

/// Returns the lines of the picture that show an amount, from the top.
fn lines(sheet: &mut Sheet<'_>) -> Vec<Line> {
    let mut texts = sheet.lines();
    texts.sort_by(|a, b| a.rect.cy().total_cmp(&b.rect.cy()));
    let mut rows: Vec<Vec<super::things::Thing>> = Vec::new();
    for thing in texts {
        let level = rows
            .last()
            .and_then(|row| row.first())
            .is_some_and(|first| {
                let reach = first.rect.h.min(thing.rect.h) * 0.5;
                (first.rect.cy() - thing.rect.cy()).abs() < reach
            });
        match rows.last_mut().filter(|_| level) {
            Some(row) => row.push(thing),
            None => rows.push(vec![thing]),
        }
    }
    rows.into_iter().filter_map(line).collect()
}

/// Reads one line; none without an amount.
fn line(mut row: Vec<super::things::Thing>) -> Option<Line> {
    row.sort_by(|a, b| a.rect.x.total_cmp(&b.rect.x));
    let y = row.first()?.rect.cy();
    let at = row.iter().rposition(|thing| is_amount(&thing.noun));
    let Some(at) = at.filter(|at| *at > 0) else {
        let [only] = row.as_slice() else { return None };
        let (label, _) = parted(&only.noun)?;
        return Some(Line {
            label: label.to_owned(),
            id: only.id.clone(),
            shown: only.noun.clone(),
            amount: number(&only.noun)?,
            factors: None,
            y,
        });
    };
    let amount = number(&row[at].noun)?;
    let figures: Vec<f64> = row[..at]
        .iter()
        .flat_map(|thing| thing.noun.split(['×', 'x', '@', '*']))
        .filter(|part| is_amount(part.trim()))
        .filter_map(number)
        .collect();
    let factors = match figures[..] {
        [.., a, b] => Some((a, b)),
        _ => None,
    };
    // Other columns may stand beside a bill: the name of a sum goes before what stands left of it.
    let sum = row[..at]
        .iter()
        .rev()
        .find(|thing| sum_kind(&thing.noun).is_some());
    Some(Line {
        label: sum.unwrap_or(&row[0]).noun.clone(),
        id: row[at].id.clone(),
        shown: row[at].noun.clone(),
        amount,
        factors,
        y,
    })
}

/// Returns the bill that some lines are, if its sums are right.
fn bill(all: &[Line]) -> Option<Bill> {
    let kind = |line: &Line| sum_kind(&line.label);
    let first = all
        .iter()
        .position(|line| matches!(kind(line), Some(SumKind::Subtotal | SumKind::Total)))?;
    let subtotal = kind(&all[first]) == Some(SumKind::Subtotal);
    // Without a subtotal what comes on top stands between the lines and the total.
    let mut foot = first;
    if !subtotal {
        while foot > 0 && kind(&all[foot - 1]).is_some() {
            foot -= 1;
        }
    }
    let charged = |lines: &[Line], base: f64| -> Vec<Charge> {
        lines.iter().map(|line| charge(line, base)).collect()
    };
    let signed = |charges: &[Charge]| -> f64 { charges.iter().map(Charge::signed).sum() };
    let base = match subtotal {
        true => all[first].amount,
        false => all[first].amount - signed(&charged(&all[foot..first], 0.0)),
    };
    // A bill may show nothing but its sums.
    let start = match summed(&all[..foot], base) {
        Some(start) => start,
        None if subtotal => foot,
        None => return None,
    };
    let mut bill = Bill {
        lines: all[start..foot].to_vec(),
        above: start.checked_sub(1).map(|i| all[i].id.clone()),
        charges: charged(&all[foot..first], base),
        subtotal: None,
        totals: Vec::new(),
    };
    let named = |line: &Line| (line.id.clone(), line.shown.clone());
    let mut total = Some(first);
    if subtotal {
        bill.subtotal = Some(named(&all[first]));
        total = (first + 1..all.len()).find(|i| kind(&all[*i]) == Some(SumKind::Total));
        if let Some(at) = total {
            let charges = charged(&all[first + 1..at], base);
            if (base + signed(&charges) - all[at].amount).abs() < CENT {
                bill.charges = charges;
            } else {
                total = None;
            }
        }
    }
    if let Some(at) = total {
        let paid = all[at].amount;
        let same =
            |line: &&Line| kind(line) == Some(SumKind::Total) && (line.amount - paid).abs() < CENT;
        bill.totals = all.iter().filter(same).map(named).collect();
    }
    Some(bill)
}

/// Returns the first of the last lines that add up to `sum`.
fn summed(lines: &[Line], sum: f64) -> Option<usize> {
    let mut left = sum;
    for (i, line) in lines.iter().enumerate().rev() {
        left -= line.amount;
        if left.abs() < CENT {
            return Some(i);
        }
        if left < -CENT {
            return None;
        }
    }
    None
}

fn charge(line: &Line, base: f64) -> Charge {
    let amount = line.amount.abs();
    let kind = sum_kind(&line.label);
    let shared = kind == Some(SumKind::Tax) || line.label.contains('%');
    Charge {
        id: line.id.clone(),
        shown: line.shown.clone(),
        amount,
        rate: (shared && base > CENT).then(|| rate(&line.label, amount, base)),
        less: kind == Some(SumKind::Discount) || line.amount < 0.0,
    }
}

/// Returns the share that a charge is of `base`: as its label says, where that is right, else as its amount is.
fn rate(label: &str, amount: f64, base: f64) -> f64 {
    let said = label
        .split(|c: char| c.is_whitespace() || matches!(c, '(' | ')'))
        .filter_map(|word| number(word.trim_end_matches('%')))
        .map(|percent| percent / 100.0)
        .find(|said| (said * base - amount).abs() < 2.0 * CENT);
    said.unwrap_or(amount / base)
}

impl Charge {
    fn signed(&self) -> f64 {
        if self.less { -self.amount } else { self.amount }
    }
}

/// Lets the sums of a bill follow its lines. What the edit itself wrote stays as it was written.
pub fn follow(sheet: &mut Sheet<'_>, bill: &Bill) {
    let now = lines(sheet);
    let top = bill
        .above
        .as_ref()
        .and_then(|id| now.iter().find(|line| line.id == *id))
        .map_or(f32::MIN, |line| line.y);
    let sums = bill.sums();
    let foot = now
        .iter()
        .filter(|line| sums.contains(&&line.id))
        .map(|line| line.y)
        .fold(f32::MAX, f32::min);
    if foot == f32::MAX {
        return;
    }
    let mut written = Vec::new();
    let mut base = 0.0;
    let within = |line: &&Line| line.y > top && line.y < foot;
    for line in now.iter().filter(within) {
        let amount = bill.multiplied(line).unwrap_or(line.amount);
        written.extend(put(sheet, (&line.id, &line.shown), line.amount, amount));
        base += amount;
    }
    let mut before: f64 = bill.lines.iter().map(|line| line.amount).sum();
    if let (true, Some((id, was))) = (bill.lines.is_empty(), &bill.subtotal) {
        let line = now.iter().find(|line| line.id == *id);
        base = line.map_or(0.0, |line| line.amount);
        before = number(was).unwrap_or(base);
    }
    let (shown, mut paid) = (
        |id: &str| now.iter().find(|line| line.id == id).cloned(),
        base,
    );
    let mut follows = |sheet: &mut Sheet<'_>, (id, was): (&str, &str), to: f64| {
        let Some(line) = shown(id).filter(|line| line.shown == was) else {
            return;
        };
        written.extend(put(sheet, (id, was), line.amount.abs(), to));
    };
    if let Some((id, was)) = &bill.subtotal {
        follows(sheet, (id, was), base);
    }
    let mut charged = false;
    for charge in &bill.charges {
        let Some(line) = shown(&charge.id) else {
            charged = true;
            continue;
        };
        let kept = line.shown == charge.shown;
        let amount = match charge.rate.filter(|_| kept && (base - before).abs() > CENT) {
            Some(rate) => (rate * base * 100.0).round() / 100.0,
            None => line.amount.abs(),
        };
        charged |= (amount - charge.amount).abs() > CENT;
        follows(sheet, (&charge.id, &charge.shown), amount);
        paid += if charge.less { -amount } else { amount };
    }
    // A charge that came, between the sums.
    let after = now
        .iter()
        .filter(|line| line.y > foot && line.y < total_y(&now, bill));
    for line in after.filter(|line| !sums.contains(&&line.id)) {
        let shared = line
            .shown
            .trim_start_matches(['-', '−'])
            .strip_suffix('%')
            .and_then(number);
        let amount = match shared {
            Some(percent) => (percent * base).round() / 100.0,
            None => line.amount.abs(),
        };
        let less =
            sum_kind(&line.label) == Some(SumKind::Discount) || line.shown.starts_with(['-', '−']);
        paid += if less { -amount } else { amount };
        charged = true;
        if shared.is_some() {
            let like = bill
                .totals
                .first()
                .map_or("0.00", |(_, shown)| shown.as_str());
            let was = number(like).unwrap_or(0.0);
            if let Some(new) = raised(like, amount - was) {
                let sign = if less { "−" } else { "" };
                text::write(sheet, &line.id, &format!("{sign}{new}"));
            }
        }
    }
    if charged || (base - before).abs() > CENT {
        for (id, was) in &bill.totals {
            follows(sheet, (id, was), paid);
        }
    }
    if text::settle(sheet, &written).is_ok() && !written.is_empty() {
        sheet.because("What the lines add up to follows them.");
    }
}

/// Returns where the first total stands.
fn total_y(now: &[Line], bill: &Bill) -> f32 {
    let totals = now
        .iter()
        .filter(|line| bill.totals.iter().any(|(id, _)| *id == line.id));
    totals.map(|line| line.y).fold(f32::MAX, f32::min)
}

impl Bill {
    /// Returns the ids of the texts at the foot.
    fn sums(&self) -> Vec<&String> {
        let subtotal = self.subtotal.iter().map(|(id, _)| id);
        let totals = self.totals.iter().map(|(id, _)| id);
        let charges = self.charges.iter().map(|charge| &charge.id);
        subtotal.chain(totals).chain(charges).collect()
    }

    /// Returns the amount of a line whose quantity or price is another now, where it was their product before.
    fn multiplied(&self, line: &Line) -> Option<f64> {
        let was = self.lines.iter().find(|was| was.id == line.id)?;
        let ((a, b), (c, d)) = (was.factors?, line.factors?);
        let product = (a * b - was.amount).abs() < CENT;
        let changed = (a - c).abs() > 1e-9 || (b - d).abs() > 1e-9;
        (product && changed && line.shown == was.shown).then_some(c * d)
    }
}

/// Writes another figure in the place of one; returns the id of the text that changed.
fn put(sheet: &mut Sheet<'_>, (id, shown): (&str, &str), from: f64, to: f64) -> Option<String> {
    let new = raised(shown, to - from).filter(|new| new != shown)?;
    text::write(sheet, id, &new);
    Some(id.to_owned())
}
