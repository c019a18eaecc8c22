//! What a label stands for, in words: the second line of its entry, the text beside it.

use plantain_engine::EngineError;

use super::beside::beside;
use crate::edit::scene::find::fold;
use crate::edit::scene::sheet::{Sheet, texts};
use crate::edit::scene::text;
use crate::edit::scene::things::{Thing, short};

/// Returns the text that stands beside another one as its value, where `to` is another such value: "change the seat to C7"
/// where “Seat” stands over “B14”, "set the language to German" where “Language” leads a row that ends in “English”.
pub fn labelled(sheet: &mut Sheet<'_>, id: &str, from: &str, to: &str) -> Option<String> {
    let digits = |text: &str| text.bytes().any(|b| b.is_ascii_digit());
    let lines = sheet.lines();
    let name = lines.iter().find(|line| line.id == id)?;
    if fold(&name.noun) != fold(from) || digits(from) {
        return None;
    }
    // "The language", not “Language”: the word is no quotation.
    let common = from.chars().next().is_some_and(char::is_lowercase)
        && name.noun.chars().next().is_some_and(char::is_uppercase);
    if common
        && let Some(row) = sheet.row_led_by(id)
        && let [_, (value, _)] = texts(sheet.node(&row)?).as_slice()
    {
        return Some(value.clone());
    }
    let label = sheet.node(id).is_some_and(|node| node.role == "label");
    if !label || !digits(to) {
        return None;
    }
    let figures: Vec<&Thing> = lines.iter().filter(|line| digits(&line.noun)).collect();
    beside(sheet, name, &figures, None)
}

/// Sets what is said of a label in words: the second line of its entry, the text beside it, or the text itself.
pub(super) fn told(sheet: &mut Sheet<'_>, label: &str, to: &str) -> Result<bool, EngineError> {
    let Some(name) = sheet.worded(label).into_iter().next() else {
        return Ok(false);
    };
    let target = |words: &str| plantain_read::Target {
        what: plantain_read::Referent::Text(words.to_owned()),
        words: words.to_owned(),
        ..plantain_read::Target::default()
    };
    if let Some((first, rest)) = name.noun.split_once('\n')
        && fold(first) == fold(label)
    {
        text::set(sheet, &target(rest), Some(rest), to)?;
        return Ok(true);
    }
    let role = sheet
        .node(&name.id)
        .map_or_else(String::new, |node| node.role.clone());
    if fold(&name.noun) == fold(label)
        && let Some(id) = on_its_line(sheet, &name)
    {
        text::write(sheet, &id, to);
        text::settle(sheet, std::slice::from_ref(&id))?;
        sheet.same = vec![id];
        sheet.because(format!("“{}” is “{}” now.", short(label), short(to)));
        return Ok(true);
    }
    if role == "label" && fold(&name.noun) == fold(label) {
        let values: Vec<Thing> = sheet
            .lines()
            .into_iter()
            .filter(|line| {
                let role = sheet.node(&line.id).map_or("", |node| node.role.as_str());
                !matches!(role, "label" | "title")
            })
            .collect();
        let values: Vec<&Thing> = values.iter().collect();
        if let Some(id) = beside(sheet, &name, &values, None) {
            text::write(sheet, &id, to);
            text::settle(sheet, std::slice::from_ref(&id))?;
            sheet.same = vec![id];
            sheet.because(format!("“{}” is “{}” now.", short(label), short(to)));
            return Ok(true);
        }
    }
    text::set(sheet, &target(label), Some(label), to)?;
    Ok(true)
}

/// Returns the one text that stands on the line of a name that heads it, where the name is one of several below each other:
/// the dish beside a day.
fn on_its_line(sheet: &mut Sheet<'_>, name: &Thing) -> Option<String> {
    let role = sheet.node(&name.id)?.role.clone();
    let lines = sheet.lines();
    let row =
        |line: &Thing| (line.rect.cy() - name.rect.cy()).abs() < name.rect.h.max(line.rect.h) * 0.6;
    let heads = lines
        .iter()
        .filter(|line| {
            sheet.node(&line.id).is_some_and(|node| node.role == role)
                && (line.rect.x - name.rect.x).abs() < name.rect.w.max(line.rect.w)
                && !row(line)
        })
        .count();
    let mut beside = lines.iter().filter(|line| line.id != name.id && row(line));
    let (only, more) = (beside.next()?, beside.next());
    let headed = !role.is_empty() && role != "item" && role != "title" && heads > 0;
    (headed && more.is_none() && only.rect.x > name.rect.x).then(|| only.id.clone())
}
