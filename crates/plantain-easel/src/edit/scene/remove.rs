//! Things that go, and what was said to be fewer.

use plantain_engine::EngineError;
use plantain_read::{Component, Referent, RelationKind, Target};
use plantain_scene::Node;
use plantain_scene::node::{Content, Len};

use super::find::like;
use super::sheet::{Sheet, texts};
use super::staging;
use super::things::{Kind, Thing, short};
use super::{add, background};
use super::{data, diagram, series};

/// Takes what the target means off the picture.
pub fn remove(sheet: &mut Sheet<'_>, target: &Target) -> Result<(), EngineError> {
    match &target.what {
        Referent::Background => {
            background::clear(sheet);
            return Ok(());
        }
        Referent::Thing(noun) if noun == "shadow" || noun == "drop shadow" => {
            return shadows(sheet);
        }
        Referent::Part {
            kind: Component::Border,
            ..
        } if border(sheet) => {
            sheet.because("The border is gone.");
            return Ok(());
        }
        _ => {}
    }
    if super::figure::take_off(sheet, target)? {
        return Ok(());
    }
    // "Two apples": which ones is left open, so that the row stays whole.
    let open = target
        .count
        .filter(|_| target.which == plantain_read::Which::Any);
    let wanted = Target {
        count: target.count.filter(|_| open.is_none()),
        ..target.clone()
    };
    let located = match cleared_wall(sheet, target) {
        Some(hung) => Ok(hung),
        None => sheet.find(&wanted),
    };
    let found = match located {
        Ok(found) => match open {
            Some(n) if (n as usize) < found.len() => super::count::ends(&found, n as usize),
            _ => found,
        },
        Err(error) => {
            if let Referent::Thing(noun) = &target.what
                && staging::without(sheet, noun)
            {
                sheet.because(format!("The place shows no {noun} any more."));
                return Ok(());
            }
            if let Some(line) = line_named(sheet, target) {
                return remove(sheet, &line);
            }
            return match &target.what {
                Referent::Text(label) if data::points::remove(sheet, label)? => Ok(()),
                _ if data::points::remove_series(sheet, &name_of_series(&target.words))? => Ok(()),
                _ => Err(error),
            };
        }
    };
    if points_at_one(target) && found.len() > 1 {
        return Err(sheet.not_located(target));
    }
    let found = match names_a_row(&target.words) {
        true => found.iter().map(|thing| row_of(sheet, thing)).collect(),
        false => found,
    };
    let n = found.len();
    let name = short(&found[0].noun);
    take(sheet, &found);
    sheet.because(if n == 1 {
        format!("“{name}” is gone; the rest stays.")
    } else {
        format!("{n} things are gone (“{name}” …); the rest stays.")
    });
    Ok(())
}

/// "Clear the wall" of a room: what hangs there; none where nothing does, or where the wall is a thing of its own.
fn cleared_wall(sheet: &mut Sheet<'_>, target: &Target) -> Option<Vec<Thing>> {
    let (RelationKind::On, on) = target.by.as_ref()? else {
        return None;
    };
    let wall = matches!(&on.what, Referent::Thing(noun) if noun == "wall");
    if !wall || target.what != Referent::Subject || sheet.find(on).is_ok() {
        return None;
    }
    let mut hung = sheet.things();
    hung.retain(|thing| thing.kind == Kind::Object && add::is_of_the_wall(&thing.noun));
    (!hung.is_empty()).then_some(hung)
}

/// Whether the words point at a single card or button that nothing tells apart from its like: "that card".
fn points_at_one(target: &Target) -> bool {
    let words = target.words.to_lowercase();
    let bare = matches!(&target.what, Referent::Part { label: None, .. })
        && target.which == plantain_read::Which::Any
        && target.position.is_none();
    bare && ["that ", "this "]
        .iter()
        .any(|lead| words.starts_with(lead))
        && !words.ends_with('s')
}

/// Returns the name in words that speak of a series of a chart: "the 2023 line", "the line for Rent".
fn name_of_series(words: &str) -> String {
    const MARKS: &str = " the line bar bars series curve column columns lines for of data area ";
    let name = words.split_whitespace().filter(|word| {
        let word = word.to_lowercase();
        !MARKS.contains(&format!(" {word} "))
    });
    name.collect::<Vec<_>>().join(" ")
}

/// "The mint line" where nothing drawn is a line: the text that these words name; none where no text has them.
fn line_named(sheet: &mut Sheet<'_>, target: &Target) -> Option<Target> {
    let Referent::Thing(noun) = &target.what else {
        return None;
    };
    let words = target.words.trim_start_matches("the ");
    let (label, last) = words.rsplit_once(' ')?;
    let named = last == noun.as_str() && matches!(last, "line" | "row" | "item" | "entry");
    if !named || sheet.worded(label).is_empty() {
        return None;
    }
    Some(Target {
        what: Referent::Text(label.to_owned()),
        words: target.words.clone(),
        ..Target::default()
    })
}

/// Whether the words speak of a whole row, not of the text that names it: "the Language row".
fn names_a_row(words: &str) -> bool {
    let last = words.rsplit(' ').next().unwrap_or(words).to_lowercase();
    words.contains(' ')
        && matches!(
            last.as_str(),
            "row" | "entry" | "item" | "option" | "setting" | "field" | "tab"
        )
}

/// Returns the row that a text names; the text itself where it is in none, or its row lies at a place of its own.
fn row_of(sheet: &mut Sheet<'_>, thing: &Thing) -> Thing {
    let row = match thing.kind {
        Kind::Text => sheet
            .row_led_by(&thing.id)
            .or_else(|| sheet.repeated_above(&thing.id)),
        _ => None,
    };
    let flows = |id: &String| sheet.node(id).is_some_and(|node| node.layout.at.is_none());
    let Some(row) = row.filter(flows) else {
        return thing.clone();
    };
    match sheet.thing(&row, Kind::Part) {
        Some(part) => Thing {
            noun: thing.noun.clone(),
            ..part
        },
        None => thing.clone(),
    }
}

/// Takes things away; what stood on them comes down, and gaps in lists close.
pub fn take(sheet: &mut Sheet<'_>, found: &[Thing]) {
    let ids: Vec<String> = found.iter().map(|thing| thing.id.clone()).collect();
    for thing in found {
        if sheet.kept.contains(&thing.id) {
            continue;
        }
        if thing.kind == Kind::Text {
            if diagram::remove(sheet, &thing.id) {
                continue;
            }
            if whole_item(sheet, thing) {
                continue;
            }
            let pieces = diagram::pieces(sheet, &thing.id);
            sheet.remove(&pieces);
        }
        let id = match thing.kind {
            Kind::Text => cell(sheet, &thing.id),
            // A button may be known by its text; its box goes too.
            Kind::Part if sheet.node(&thing.id).is_some_and(|n| n.as_text().is_some()) => {
                lone_holder(sheet, &thing.id)
            }
            _ => thing.id.clone(),
        };
        let whole = if id == thing.id {
            thing.own.clone()
        } else {
            vec![id.clone()]
        };
        if thing.kind == Kind::Object {
            for rider in sheet.standing_on(thing) {
                if !ids.contains(&rider.id) {
                    let fall = thing.rect.bottom() - rider.rect.bottom();
                    sheet.shift(&rider, 0.0, fall);
                }
            }
        }
        close(sheet, &id);
        let parent = sheet.parent(&id).map(|(parent, _)| parent);
        if whole.len() == 1 && super::rows::move_up(sheet, &id) {
            continue;
        }
        sheet.remove(&whole);
        if let Some(parent) = parent {
            tidy(sheet, &parent);
        }
    }
    sheet.touch();
}

/// Takes away all that the item is made of whose first words a text is, and closes the gap; false where it is none that
/// lies at a place of its own.
fn whole_item(sheet: &mut Sheet<'_>, thing: &Thing) -> bool {
    let Some(series) = series::of(sheet, &thing.id).filter(|series| series.free) else {
        return false;
    };
    let item = series.asked().clone();
    if item.own.len() < 2 && series.between.is_empty() {
        return false;
    }
    let mut words: Vec<Thing> = sheet.lines();
    words.retain(|line| {
        let above = sheet.ancestors(&line.id);
        let within = item
            .own
            .iter()
            .any(|own| *own == line.id || above.contains(own));
        // What counts the items is none of their words.
        within && !is_count(&line.noun)
    });
    let first = words
        .iter()
        .min_by(|a, b| (a.rect.y + a.rect.x * 0.2).total_cmp(&(b.rect.y + b.rect.x * 0.2)));
    if first.is_some_and(|first| first.id != thing.id) {
        return false;
    }
    series::take_out(sheet, &series);
    true
}

/// Whether a text only counts: "3", "03", "4.".
fn is_count(text: &str) -> bool {
    let figure = text.trim_end_matches(['.', ')']);
    !figure.is_empty() && figure.len() < 3 && figure.bytes().all(|b| b.is_ascii_digit())
}

/// Returns the cell, row or line that a text makes up, when the text is what that is about.
fn cell(sheet: &Sheet<'_>, id: &str) -> String {
    let Some(above) = sheet.repeated_above(id) else {
        return lone_holder(sheet, id);
    };
    let Some(node) = sheet.node(&above) else {
        return id.to_owned();
    };
    let mut literal = 0;
    node.visit(&mut |inner| literal += usize::from(inner.literal && inner.as_text().is_some()));
    // A row with other words that were asked for is more than this text, unless they are its price.
    let own = sheet.node(id).is_some_and(|n| n.literal);
    let figure = |text: &str| text.bytes().any(|b| b.is_ascii_digit());
    let words = texts(node);
    let labels = words.len() > 1
        && words
            .iter()
            .all(|(other, text)| figure(text) != (other == id));
    if literal > usize::from(own) && !labels {
        lone_holder(sheet, id)
    } else {
        above
    }
}

/// Returns the frame that holds nothing but this text, icons and forms: a button, a chip.
fn lone_holder(sheet: &Sheet<'_>, id: &str) -> String {
    let mut best = id.to_owned();
    for above in sheet.ancestors(id).iter().skip(1).rev() {
        let Some(node) = sheet.node(above) else { break };
        let mut texts = 0;
        let mut drawn = false;
        node.visit(&mut |inner| {
            texts += usize::from(inner.as_text().is_some());
            drawn |= matches!(
                inner.content,
                Content::Object(_) | Content::Chart(_) | Content::Image(_)
            );
        });
        if texts != 1 || drawn {
            break;
        }
        best.clone_from(above);
    }
    best
}

/// Closes the gap that a node leaves among siblings of its own build that stand at places of their own.
fn close(sheet: &mut Sheet<'_>, id: &str) {
    let Some((parent, _)) = sheet.parent(id) else {
        return;
    };
    let (Some(node), Some(rect)) = (sheet.node(id).cloned(), sheet.rect(id)) else {
        return;
    };
    if node.layout.at.is_none() || node.facts.contains_key("noun") {
        return;
    }
    let siblings: Vec<Node> = sheet
        .node(&parent)
        .map_or_else(Vec::new, |p| p.children.clone());
    let mut below: Vec<(f32, String)> = Vec::new();
    for sibling in siblings
        .iter()
        .filter(|s| s.id != id && s.layout.at.is_some())
    {
        let Some(own) = sheet.rect(&sibling.id) else {
            continue;
        };
        let column = (own.x - rect.x).abs() < 3.0 && (own.w - rect.w).abs() < 6.0;
        if column && own.y > rect.y && like(sibling, &node) {
            below.push((own.y, sibling.id.clone()));
        }
    }
    below.sort_by(|a, b| a.0.total_cmp(&b.0));
    let Some(pitch) = below.first().map(|(y, _)| y - rect.y) else {
        return;
    };
    for (_, id) in below {
        if let Some(at) = sheet.node_mut(&id).and_then(|n| n.layout.at.as_mut()) {
            at[1] -= pitch;
        }
    }
}

/// Removes lines that now separate nothing, and frames that hold nothing.
fn tidy(sheet: &mut Sheet<'_>, parent: &str) {
    let Some(node) = sheet.node(parent) else {
        return;
    };
    let thin = |node: &Node| {
        matches!(node.layout.h, Len::Units(h) if h <= 2.5)
            && node.children.is_empty()
            && node.as_text().is_none()
            && node.style.fill.is_some()
    };
    let is_rule = |node: &Node| (node.role == "rule" || thin(node)) && node.layout.at.is_none();
    let mut gone = Vec::new();
    let mut last_rule = true;
    for child in &node.children {
        if is_rule(child) {
            if last_rule {
                gone.push(child.id.clone());
            }
            last_rule = true;
        } else {
            last_rule = false;
        }
    }
    if let Some(last) = node.children.last().filter(|last| is_rule(last)) {
        gone.push(last.id.clone());
    }
    let only_rules = node.children.iter().all(is_rule);
    if !only_rules {
        sheet.remove(&gone);
    }
    let empty = sheet.node(parent).is_some_and(|node| {
        node.children.is_empty()
            && matches!(node.content, Content::Frame)
            && node.style.fill.is_none()
    });
    if empty && parent != sheet.scene.root.id {
        let above = sheet.parent(parent).map(|(id, _)| id);
        sheet.remove(&[parent.to_owned()]);
        if let Some(above) = above {
            tidy(sheet, &above);
        }
    }
}

fn shadows(sheet: &mut Sheet<'_>) -> Result<(), EngineError> {
    let mut ids = Vec::new();
    let mut soft = false;
    sheet.scene.root.visit(&mut |node| {
        if node.role == "ground-shadow" {
            ids.push(node.id.clone());
        }
        soft |= !node.style.shadows.is_empty();
    });
    if ids.is_empty() && !soft {
        return Err(EngineError::NothingChanged {
            why: "nothing throws a shadow".into(),
        });
    }
    sheet.remove(&ids);
    sheet
        .touch()
        .root
        .visit_mut(&mut |node| node.style.shadows.clear());
    sheet.because("Nothing throws a shadow any more.");
    Ok(())
}

/// Removes frames around the whole page.
fn border(sheet: &mut Sheet<'_>) -> bool {
    let (w, h) = sheet.size();
    let mut ids = Vec::new();
    let boxes: Vec<(String, f32)> = sheet
        .picture()
        .boxes
        .iter()
        .map(|own| (own.id.clone(), own.rect.area() as f32))
        .collect();
    for (id, area) in boxes {
        let Some(node) = sheet.node_mut(&id) else {
            continue;
        };
        let framed = area > w * h * 0.6 && node.style.stroke.is_some();
        if framed && node.children.is_empty() && node.style.fill.is_none() {
            ids.push(id);
        } else if framed {
            node.style.stroke = None;
            ids.push(String::new());
        }
    }
    let mut named = Vec::new();
    sheet.scene.root.visit(&mut |node| {
        if matches!(node.role.as_str(), "border" | "edge") {
            named.push(node.id.clone());
        }
    });
    let any = !ids.is_empty() || !named.is_empty();
    ids.extend(named);
    sheet.remove(&ids);
    sheet.touch();
    any
}

/// Takes things away and leaves everything else where it is, because something else takes their place.
pub fn take_only(sheet: &mut Sheet<'_>, found: &[Thing]) {
    for thing in found {
        sheet.remove(&thing.own);
    }
    sheet.touch();
}
