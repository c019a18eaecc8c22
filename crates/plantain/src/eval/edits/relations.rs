//! How things and words stand to each other on a picture: "dog next_to girl", "48 Elm Street below Saturday 9-1".

use plantain_scene::kurbo::Rect;

use super::{View, fold, named};

/// Relations that checks may name.
const RELATIONS: &[&str] = &[
    "on",
    "in",
    "left_of",
    "right_of",
    "in_front_of",
    "behind",
    "larger",
    "smaller",
    "above",
    "below",
    "under",
    "next_to",
    "between",
];

/// Something that a check speaks of: a thing, or a text by its words.
struct Item {
    rect: Rect,
    /// Its place in the order of painting.
    over: usize,
    /// How large it looks: its height, or the size of its letters.
    size: f64,
}

/// Returns whether a relation holds; why not where it does not.
pub(super) fn related(check: &str, after: &View) -> Result<(), String> {
    let words: Vec<&str> = check.split(' ').collect();
    let at = words
        .iter()
        .skip(1)
        .position(|word| RELATIONS.contains(word))
        .map(|at| at + 1)
        .ok_or("is no relation")?;
    let (one, relation, other) = (words[..at].join(" "), words[at], words[at + 1..].join(" "));
    let ones = items(after, &one)?;
    if relation == "between" {
        let (first, second) = other.split_once(" and ").ok_or("is no check")?;
        let (a, b) = (items(after, first)?, items(after, second)?);
        return match ones
            .iter()
            .all(|own| between(&own.rect, &a[0].rect, &b[0].rect))
        {
            true => Ok(()),
            false => Err(format!("{:?}", ones[0].rect)),
        };
    }
    let others = items(after, &other)?;
    // What stands somewhere stands by one of them; what is larger, or farther to the left, is so beside all.
    let by_one = matches!(relation, "on" | "in" | "next_to" | "in_front_of" | "behind");
    let apart = ones.iter().find(|own| match by_one {
        true => !others.iter().any(|other| holds(relation, own, other)),
        false => !others.iter().all(|other| holds(relation, own, other)),
    });
    match apart {
        None => Ok(()),
        Some(own) => Err(format!("{:?} {:?}", own.rect, others[0].rect)),
    }
}

fn holds(relation: &str, one: &Item, other: &Item) -> bool {
    let (a, b) = (one.rect, other.rect);
    let over = a.center().x > b.x0 && a.center().x < b.x1;
    match relation {
        "on" => over && a.y1 > b.y0 - 6.0 && a.y1 < b.y1,
        "in" => b.contains(a.center()),
        "left_of" => a.center().x < b.center().x,
        "right_of" => a.center().x > b.center().x,
        "in_front_of" => one.over > other.over && a.y1 >= b.y1 - 2.0,
        "behind" => one.over < other.over,
        "larger" => one.size > other.size,
        "smaller" => one.size < other.size,
        "above" => a.center().y < b.center().y,
        "below" | "under" => a.center().y > b.center().y,
        "next_to" => beside(&a, &b),
        _ => false,
    }
}

/// Whether two boxes stand side by side: no farther apart than the wider of them, and not on one another.
fn beside(a: &Rect, b: &Rect) -> bool {
    let gap = (a.x0 - b.x1).max(b.x0 - a.x1);
    let level = a.y0 < b.y1 && b.y0 < a.y1;
    let shared = a.intersect(*b).area() / a.area().min(b.area()).max(1.0);
    level && gap < a.width().max(b.width()) && shared < 0.5
}

/// Whether the middle of a box lies between those of two others, across or down.
fn between(own: &Rect, a: &Rect, b: &Rect) -> bool {
    let amid = |own: f64, a: f64, b: f64| own > a.min(b) + 1.0 && own < a.max(b) - 1.0;
    let (own, a, b) = (own.center(), a.center(), b.center());
    amid(own.x, a.x, b.x) || amid(own.y, a.y, b.y)
}

/// Returns the things of a name, else the texts that say these words.
fn items(view: &View, words: &str) -> Result<Vec<Item>, String> {
    let mut found = named(view, words);
    if let (true, Some((_, noun))) = (found.is_empty(), words.rsplit_once(' ')) {
        found = named(view, noun);
    }
    let boxes: Vec<Item> = found
        .iter()
        .filter_map(|node| view.picture.boxes.iter().find(|own| own.id == node.id))
        .map(|own| Item {
            rect: own.rect,
            over: own.order,
            size: own.rect.height(),
        })
        .collect();
    if !boxes.is_empty() {
        return Ok(boxes);
    }
    let wanted = fold(words);
    let says = |text: &&plantain_scene::layout::TextRecord| {
        let said = fold(&text.text);
        said == wanted || said.contains(&wanted)
    };
    let texts: Vec<Item> = view
        .picture
        .texts
        .iter()
        .filter(says)
        .map(|text| Item {
            rect: text.rect,
            over: text.order,
            size: f64::from(text.size),
        })
        .collect();
    match texts.is_empty() {
        true => Err(format!("no {words}")),
        false => Ok(texts),
    }
}

/// Returns whether a thing stands at a place of the picture; where it stands where it does not.
pub(super) fn placed(view: &View, what: &str, place: &str) -> Result<(), String> {
    let rect = items(view, what)?[0].rect;
    let (x, y) = (
        rect.center().x / f64::from(view.picture.width),
        rect.y1 / f64::from(view.picture.height),
    );
    let ok = (!place.contains("left") || x < 0.45)
        && (!place.contains("right") || x > 0.55)
        && (!place.contains("top") || y < 0.55)
        && (!place.contains("bottom") || y > 0.55);
    match ok {
        true => Ok(()),
        false => Err(format!("it stands at {x:.2}, {y:.2}")),
    }
}
