//! How many of something a bill charges.

use crate::edit::scene::data;
use crate::edit::scene::sheet::Sheet;
use crate::edit::scene::text::write;
use crate::edit::scene::things::{Thing, short};

/// Sets the quantity in the line of a bill; false where the line shows none.
pub(super) fn quantity(sheet: &mut Sheet<'_>, label: &str, n: u32) -> bool {
    let cells = data::figures_of(sheet, label);
    let Some(first) = cells.first().filter(|_| cells.len() > 1) else {
        return false;
    };
    let text = sheet.node(first).and_then(|node| node.as_text());
    let old = text.map_or_else(String::new, |text| text.text.clone());
    let whole = data::number(&old).filter(|_| !old.contains(['.', ',', '$', '€', '£']));
    let Some(new) = whole.and_then(|old_n| data::raised(&old, f64::from(n) - old_n)) else {
        return false;
    };
    write(sheet, first, &new);
    sheet.because(format!("There are {n} × “{}” now.", short(label)));
    true
}

/// "One more croissant" of a receipt that says "1 × Croissant": raises the number; false where the line has none.
pub(super) fn times(sheet: &mut Sheet<'_>, line: &Thing, by: i32) -> bool {
    let digits = line.noun.chars().take_while(char::is_ascii_digit).count();
    let (number, rest) = line.noun.split_at(digits);
    let counted = rest.trim_start().starts_with(['×', 'x', '*']);
    let Some(now) = number.parse::<i32>().ok().filter(|_| counted) else {
        return false;
    };
    let goal = now.saturating_add(by);
    if goal < 1 {
        return false;
    }
    let new = format!("{goal}{rest}");
    write(sheet, &line.id, &new);
    sheet.same = vec![line.id.clone()];
    sheet.because(format!(
        "“{}” reads “{}” now.",
        short(&line.noun),
        short(&new)
    ));
    true
}
