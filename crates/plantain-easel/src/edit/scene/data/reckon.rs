//! Figures that are multiplied or raised, each written as it was.

use plantain_engine::EngineError;
use plantain_read::{Reckoning, Referent, Role, Target};
use plantain_scene::node::Content;

use super::{follow, number, value_of};
use crate::edit::scene::sheet::Sheet;
use crate::edit::scene::text;
use crate::edit::scene::things::short;

/// Reckons with every figure that the target means.
pub fn reckon(sheet: &mut Sheet<'_>, target: &Target, by: Reckoning) -> Result<(), EngineError> {
    let texts = match &target.what {
        Referent::Text(label) => value_of(sheet, Some(label), None).into_iter().collect(),
        Referent::Role(Role::Price) => prices(sheet),
        _ => figures(sheet),
    };
    let mut changed = Vec::new();
    for id in texts {
        let Some(old) = text_of(sheet, &id) else {
            continue;
        };
        let Some(new) = recast(&old, by).filter(|new| *new != old) else {
            continue;
        };
        text::write(sheet, &id, &new);
        if let Some(value) = number(&new) {
            follow(sheet, &old, number(&old), value, &new);
        }
        changed.push(id);
    }
    let charted = charts(sheet, target, by);
    if changed.is_empty() && charted == 0 {
        return Err(sheet.not_located(target));
    }
    text::settle(sheet, &changed)?;
    sheet.because(match changed.as_slice() {
        [only] if charted == 0 => {
            let now = text_of(sheet, only).unwrap_or_default();
            format!("The figure is “{}” now.", short(&now))
        }
        all => format!("{} figures were reckoned anew.", all.len() + charted),
    });
    sheet.same = changed;
    Ok(())
}

fn text_of(sheet: &Sheet<'_>, id: &str) -> Option<String> {
    Some(sheet.node(id)?.as_text()?.text.clone())
}

/// Returns the texts that are prices: by their role, by a sign of money, or written to the cent beside a name.
fn prices(sheet: &mut Sheet<'_>) -> Vec<String> {
    let mut found: Vec<String> = sheet
        .in_role(Role::Price)
        .into_iter()
        .map(|thing| thing.id)
        .collect();
    for line in sheet.lines() {
        let to_the_cent = line
            .noun
            .rsplit_once(['.', ','])
            .is_some_and(|(units, cents)| {
                let digits = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
                digits(cents) && cents.len() == 2 && digits(units)
            });
        if to_the_cent && !found.contains(&line.id) {
            found.push(line.id);
        }
    }
    found
}

/// Returns the texts that show nothing but a figure with its sign and unit.
fn figures(sheet: &mut Sheet<'_>) -> Vec<String> {
    const LETTERS_MAX: usize = 3;
    let lines = sheet.lines();
    let lone = lines.iter().filter(|line| {
        let letters = line.noun.chars().filter(|c| c.is_alphabetic()).count();
        number(&line.noun).is_some() && letters <= LETTERS_MAX && !line.noun.contains(':')
    });
    lone.map(|line| line.id.clone()).collect()
}

/// Reckons with the values of charts: all of them, or the point of a label. Returns how many.
fn charts(sheet: &mut Sheet<'_>, target: &Target, by: Reckoning) -> usize {
    if matches!(target.what, Referent::Role(Role::Price)) {
        return 0;
    }
    let ids: Vec<String> = sheet.charts().into_iter().map(|chart| chart.id).collect();
    let mut count = 0;
    for id in ids {
        let Some(node) = sheet.node_mut(&id) else {
            continue;
        };
        let filler = node.filler;
        let Content::Chart(spec) = &mut node.content else {
            continue;
        };
        let only = match &target.what {
            Referent::Text(label) => match super::index_of(spec, label) {
                Some(at) => Some(at),
                None => continue,
            },
            _ if filler => continue,
            _ => None,
        };
        for series in &mut spec.series {
            for (i, value) in series.values.iter_mut().enumerate() {
                if only.is_some_and(|only| only != i) {
                    continue;
                }
                *value = reckoned(*value, by);
                count += 1;
                if let Some(shown) = series.shown.get_mut(i)
                    && let Some(new) = recast(shown, by)
                {
                    *shown = new;
                }
            }
        }
    }
    if count > 0 {
        sheet.touch();
    }
    count
}

/// Returns a text with its first figure raised by `by`, written as it was; none where it would fall below nothing.
pub fn raised(text: &str, by: f64) -> Option<String> {
    recast(text, Reckoning::Plus(by))
}

fn reckoned(value: f64, by: Reckoning) -> f64 {
    match by {
        Reckoning::Times(times) => value * times,
        Reckoning::Plus(plus) => value + plus,
    }
}

/// Returns a text with its first figure reckoned anew, with as many decimals and the same marks as before.
fn recast(text: &str, by: Reckoning) -> Option<String> {
    let start = text.find(|c: char| c.is_ascii_digit())?;
    let rest = &text[start..];
    let len = rest
        .find(|c: char| {
            !(c.is_ascii_digit() || matches!(c, '.' | ',' | '\'' | '\u{202f}' | '\u{a0}'))
        })
        .unwrap_or(rest.len());
    let figure = rest[..len].trim_end_matches([',', '.', '\u{202f}', '\u{a0}', '\'']);
    let tail = &rest[figure.len()..];
    let (units, decimal) = match figure.rfind(['.', ',']) {
        Some(at) if figure.len() - at - 1 != 3 => {
            (&figure[..at], Some((&figure[at..=at], &figure[at + 1..])))
        }
        _ => (figure, None),
    };
    let group = units.chars().find(|c| !c.is_ascii_digit());
    let digits: String = units.chars().filter(char::is_ascii_digit).collect();
    let plain = match decimal {
        Some((_, cents)) => format!("{digits}.{cents}"),
        None => digits,
    };
    let value = reckoned(plain.parse::<f64>().ok()?, by);
    if !value.is_finite() || value < 0.0 {
        return None;
    }
    let places = decimal.map_or(0, |(_, cents)| cents.len());
    // Half a cent goes up: what is a hair below it is so by the binary form of the figure alone.
    let written = format!("{:.places$}", value + value.abs() * 1e-12);
    let (whole, cents) = written.split_once('.').unwrap_or((&written, ""));
    let mut out = String::from(&text[..start]);
    out.push_str(&grouped(whole, group));
    if let Some((mark, _)) = decimal {
        out.push_str(mark);
        out.push_str(cents);
    }
    out.push_str(tail);
    Some(out)
}

/// Writes thousands apart where the figure before did.
fn grouped(digits: &str, mark: Option<char>) -> String {
    let Some(mark) = mark else {
        return digits.to_owned();
    };
    let mut out = String::new();
    for (i, c) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(mark);
        }
        out.push(c);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_keep_their_form() {
        let ten = Reckoning::Times(1.1);
        for (text, by, want) in [
            ("2.80", ten, "3.08"),
            ("$4,500", ten, "$4,950"),
            ("1.250,50 €", Reckoning::Times(2.0), "2.501,00 €"),
            ("from 12 €", Reckoning::Plus(3.0), "from 15 €"),
            ("$999", Reckoning::Plus(1.0), "$1000"),
            ("8,214", Reckoning::Times(0.5), "4,107"),
            ("4.5k", Reckoning::Times(2.0), "9.0k"),
            ("$3.", Reckoning::Plus(1.0), "$4."),
        ] {
            assert_eq!(recast(text, by).as_deref(), Some(want), "{text}");
        }
        assert_eq!(
            recast("$2", Reckoning::Plus(-5.0)),
            None,
            "no price is below nothing"
        );
    }
}
