//! How near things come to what was asked for: in colour, in place, in words.

use plantain_read::{RelationKind, Role};
use plantain_scene::color::Rgba;

use crate::edit::scene::sheet::Sheet;
use crate::edit::scene::things::Thing;
use crate::stage::rect::Rect;

/// Keeps the things whose colour comes nearest to what was asked for, if any comes near.
pub(super) fn nearest_color(found: &mut Vec<Thing>, wanted: Rgba) {
    let far = |thing: &Thing| thing.color.map_or(1.0, |color| distance(color, wanted));
    let least = found.iter().map(far).fold(f32::MAX, f32::min);
    if least > 0.3 {
        found.clear();
    }
    found.retain(|thing| far(thing) <= least + 0.06);
}

/// Returns how far two colours are from each other: 0 the same, 1 and more quite different.
pub fn distance(a: Rgba, b: Rgba) -> f32 {
    let (a, b) = (a.oklch(), b.oklch());
    let grey = |c: f32| c < 0.045;
    let turn = (a.h - b.h).abs();
    let hue = match (grey(a.c), grey(b.c)) {
        (true, true) => 0.0,
        (false, false) => turn.min(360.0 - turn) / 90.0,
        _ => 0.45,
    };
    hue + (a.l - b.l).abs() * 0.6 + (a.c - b.c).abs()
}

///
/// Of `several` all that stand so are meant, else the nearest.
pub(super) fn by(
    found: Vec<Thing>,
    kind: RelationKind,
    others: &[Thing],
    several: bool,
) -> Vec<Thing> {
    let Some(other) = others.first() else {
        return found;
    };
    let o = other.rect;
    let gap = |thing: &Thing| {
        let r = thing.rect;
        let dx = (r.x - o.right()).max(o.x - r.right()).max(0.0);
        let dy = (r.y - o.bottom()).max(o.y - r.bottom()).max(0.0);
        dx + dy
    };
    let mut right: Vec<Thing> = found
        .into_iter()
        .filter(|thing| thing.id != other.id)
        .filter(|thing| match kind {
            RelationKind::LeftOf => thing.rect.cx() < o.cx(),
            RelationKind::RightOf => thing.rect.cx() > o.cx(),
            RelationKind::Above | RelationKind::On => thing.rect.cy() < o.cy() + o.h * 0.2,
            RelationKind::Below | RelationKind::Under => thing.rect.cy() > o.cy(),
            _ => true,
        })
        .collect();
    if several {
        return right;
    }
    right.sort_by(|a, b| gap(a).total_cmp(&gap(b)));
    let near = right.first().map_or(0.0, gap);
    right.retain(|thing| gap(thing) <= near + 8.0);
    right
}

/// "The phone number", "the e-mail": of the ways to reach somebody the one that has its form.
pub(super) fn reached_by(found: Vec<Thing>, words: &str) -> Vec<Thing> {
    let words = words.to_lowercase();
    let said = |list: &[&str]| list.iter().any(|word| words.contains(word));
    let test: fn(&str) -> bool = if said(&["mail"]) {
        |text| text.contains('@')
    } else if said(&["web", "site", "url", "link"]) {
        |text| text.contains('.') && !text.contains('@') && !text.contains(' ')
    } else if said(&["phone", "number", "telef", "mobil", "tel"]) {
        |text| text.chars().filter(char::is_ascii_digit).count() > 5
    } else {
        return found;
    };
    let meant: Vec<Thing> = found
        .iter()
        .filter(|thing| test(&thing.noun))
        .cloned()
        .collect();
    if meant.is_empty() { found } else { meant }
}

/// Whether people write on things of this name.
pub(super) fn bears_words(noun: &str) -> bool {
    matches!(
        noun,
        "sign"
            | "board"
            | "signboard"
            | "banner"
            | "billboard"
            | "chalkboard"
            | "blackboard"
            | "placard"
            | "screen"
            | "label"
            | "flag"
            | "shirt"
            | "t-shirt"
            | "mug"
            | "cake"
            | "storefront"
            | "note"
    )
}

/// Returns the texts that lie on one of several things.
pub(super) fn lying_on(texts: Vec<Thing>, things: &[Thing]) -> Vec<Thing> {
    let on = |text: &Thing| {
        things.iter().any(|thing| {
            let middle = Rect::around(text.rect.cx(), text.rect.cy(), 0.0, 0.0);
            thing.rect.contains(&middle, 1.0)
        })
    };
    texts.into_iter().filter(on).collect()
}

/// Literal texts go before invented ones with the same words.
pub(super) fn literal_first(sheet: &Sheet<'_>, found: Vec<Thing>) -> Vec<Thing> {
    let (literal, other): (Vec<Thing>, Vec<Thing>) = found
        .into_iter()
        .partition(|thing| sheet.node(&thing.id).is_some_and(|node| node.literal));
    if literal.is_empty() { other } else { literal }
}

pub(super) fn role_names(role: Role) -> &'static [&'static str] {
    match role {
        Role::Title => &["title", "headline", "heading"],
        Role::Subtitle => &["subtitle", "tagline", "kicker"],
        Role::Kicker => &["kicker"],
        Role::Body => &["body"],
        Role::Label => &["label", "item"],
        Role::Value => &["value"],
        Role::Price => &["price", "value"],
        Role::OldPrice => &["old-price"],
        Role::Date => &["date"],
        Role::Time => &["time", "date"],
        Role::Place => &["place", "location"],
        Role::Person => &["person", "name", "attribution", "author"],
        Role::Brand => &["brand", "logo", "wordmark"],
        Role::Button => &["button"],
        Role::Link => &["link"],
        Role::Field => &["field"],
        Role::Tab => &["tab", "nav-item"],
        Role::Badge => &["badge", "chip", "burst", "sticker"],
        Role::Caption => &["caption", "caption-line"],
        Role::Column => &["column"],
        Role::Category => &["category"],
        Role::Series => &["series", "legend"],
        Role::Axis => &["axis"],
        Role::Callout => &["callout"],
        Role::Item => &["item"],
        Role::Contact => &["contact"],
        Role::Quote => &["quote", "title"],
        Role::Attribution => &["attribution", "author"],
        Role::Small => &["small", "fine-print"],
        Role::World => &["world-text"],
        Role::Text => &["text"],
    }
}

/// Spaces, case and outer punctuation aside.
pub fn fold(text: &str) -> String {
    text.split_whitespace()
        .collect::<Vec<_>>()
        .join(" ")
        .to_lowercase()
        .replace(" and ", " & ")
        .trim_matches(|c: char| matches!(c, '"' | '“' | '”' | '.' | '!' | '…' | '\''))
        .to_owned()
}

/// Returns how alike two words are: 1 minus the edits that turn one into the other, as a share of the longer.
pub fn likeness(a: &str, b: &str) -> f32 {
    let (a, b): (Vec<char>, Vec<char>) =
        (a.chars().take(200).collect(), b.chars().take(200).collect());
    let longest = a.len().max(b.len());
    if longest == 0 {
        return 1.0;
    }
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, ca) in a.iter().enumerate() {
        let mut last = i;
        row[0] = i + 1;
        for (j, cb) in b.iter().enumerate() {
            let cost = if ca == cb {
                last
            } else {
                1 + last.min(row[j]).min(row[j + 1])
            };
            last = row[j + 1];
            row[j + 1] = cost;
        }
    }
    1.0 - row[b.len()] as f32 / longest as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_compared_by_their_letters() {
        for (a, b, least, most) in [
            ("john smith", "jon smyth", 0.75, 0.85),
            ("open", "open", 1.0, 1.0),
            ("open", "shut", 0.0, 0.2),
        ] {
            let got = likeness(a, b);
            assert!((least..=most).contains(&got), "{a} {b}: {got}");
        }
    }
}
