//! What is set apart from its like: highlighted, struck out, marked as something.

use plantain_engine::EngineError;
use plantain_read::{MarkManner, Marking, Referent, Target};
use plantain_scene::build::{icon, row, text};
use plantain_scene::node::{Content, Flow, Place, Stroke};
use plantain_scene::{Node, Token};

use super::place::on_top;
use super::series;
use super::sheet::{Sheet, texts};
use super::things::{Kind, Thing, short};
use super::{data, find, month};
use crate::stage::rect::Rect;

/// Width of a line around what is highlighted, logical units at a shorter side of 1000.
const LINE: f32 = 3.0;

/// Marks what the target means.
pub fn set(sheet: &mut Sheet<'_>, target: &Target, marking: &Marking) -> Result<(), EngineError> {
    if marking.manner == MarkManner::Highlighted
        && marking.tag.is_none()
        && data::highlight(sheet, target)?
    {
        return Ok(());
    }
    let found = sheet.find(target)?;
    let before = sheet.scene.clone();
    let readable = sheet.unreadable();
    let ticked = ticks(sheet);
    for thing in &found {
        mark(sheet, target, thing, marking)?;
    }
    count_ticks(sheet, ticked);
    sheet.same = found.iter().map(|thing| thing.id.clone()).collect();
    if sheet.scene == before {
        return Err(EngineError::NothingChanged {
            why: "it is marked like that already".into(),
        });
    }
    sheet.mend(&readable, &[]);
    sheet.same = found.iter().map(|thing| thing.id.clone()).collect();
    let name = short(&found[0].noun);
    sheet.because(match &marking.tag {
        Some(tag) => format!("“{name}” is marked “{}”.", short(tag)),
        None => format!("“{name}” is marked."),
    });
    Ok(())
}

fn mark(
    sheet: &mut Sheet<'_>,
    target: &Target,
    thing: &Thing,
    marking: &Marking,
) -> Result<(), EngineError> {
    let within = piece_of(sheet, target, thing);
    match marking.manner {
        MarkManner::Highlighted => highlight(sheet, thing),
        MarkManner::Struck | MarkManner::Done if within.is_none() => {
            strike(sheet, thing, marking.manner);
        }
        MarkManner::Struck | MarkManner::Done | MarkManner::Plain => {}
    }
    let Some(tag) = &marking.tag else {
        return Ok(());
    };
    let tag = capital(tag);
    if is_tagged(sheet, thing, &tag) {
        return Ok(());
    }
    // One of several words of a line: what it is marked as stands behind it.
    if let Some(piece) = within {
        let old = sheet.node(&thing.id).and_then(|node| node.as_text());
        let old = old.map_or_else(String::new, |text| text.text.clone());
        if let Some(new) =
            super::text::replaced(&old, &piece, &format!("{piece} ({})", tag.to_lowercase()))
        {
            super::text::write(sheet, &thing.id, &new);
            return super::text::settle(sheet, std::slice::from_ref(&thing.id));
        }
    }
    label(sheet, thing, &tag)
}

/// Whether a thing has this tag already, on it or right beside it.
fn is_tagged(sheet: &mut Sheet<'_>, thing: &Thing, tag: &str) -> bool {
    let around = thing.rect.grown(thing.rect.h.clamp(8.0, 60.0));
    let wanted = find::fold(tag);
    let lines = sheet.lines();
    lines.iter().any(|line| {
        find::fold(&line.noun) == wanted
            && line.rect.overlap(&around) > 0.0
            && sheet
                .node(&line.id)
                .is_some_and(|node| node.role == "badge-label")
    })
}

/// Returns the words that were meant where they are but a part of a line.
fn piece_of(sheet: &Sheet<'_>, target: &Target, thing: &Thing) -> Option<String> {
    let words = match &target.what {
        Referent::Text(words) => words.clone(),
        Referent::Thing(_) => target
            .words
            .trim_start_matches("the ")
            .trim_start_matches("The ")
            .to_owned(),
        _ => return None,
    };
    let line = sheet.node(&thing.id)?.as_text()?;
    let (whole, piece) = (find::fold(&line.text), find::fold(&words));
    let listed = line.text.contains([',', '·', '•', '|', '/']);
    (listed && whole != piece && whole.contains(&piece)).then_some(words)
}

fn capital(words: &str) -> String {
    let mut chars = words.chars();
    chars.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(chars).collect()
    })
}

/// Brings a thing to the fore: a line around its card, a ground behind its row or its words.
fn highlight(sheet: &mut Sheet<'_>, thing: &Thing) {
    if month::is_day(sheet, &thing.id) && month::highlight(sheet, thing) {
        return;
    }
    if let Some(card) = card_of(sheet, thing) {
        let (w, h) = sheet.size();
        let width = LINE * w.min(h) / 1000.0;
        if let Some(node) = sheet.node_mut(&card) {
            node.style.stroke = Some(Stroke {
                color: Token::Accent.into(),
                width: width.max(2.0),
                dash: None,
                round: false,
            });
        }
        return;
    }
    let series = series::of(sheet, &thing.id);
    let row = series
        .filter(|series| !series.free)
        .map(|series| series.asked().id.clone())
        .filter(|id| sheet.node(id).is_some_and(|node| node.as_text().is_none()));
    let id = row.unwrap_or_else(|| thing.id.clone());
    if let Some(node) = sheet.node_mut(&id) {
        node.style.fill = Some(Token::AccentSoft.into());
        node.style.radius = node.style.radius.max(6.0);
        if node.as_text().is_some() {
            node.style.radius = 4.0;
        }
    }
    sheet.touch();
}

/// Returns the filled form that a thing is, stands in, or lies on as one of several like it.
fn card_of(sheet: &mut Sheet<'_>, thing: &Thing) -> Option<String> {
    let filled = |sheet: &Sheet<'_>, id: &str| {
        sheet
            .node(id)
            .is_some_and(|node| node.style.fill.is_some() && node.role != "button")
    };
    let page = {
        let (w, h) = sheet.size();
        w * h
    };
    let mut path = sheet.ancestors(&thing.id);
    path.push(thing.id.clone());
    let repeated = |sheet: &mut Sheet<'_>, id: &str| {
        series::of(sheet, id).is_some_and(|series| series.members.iter().any(|own| own.id == id))
    };
    for id in path.iter().rev() {
        let small = sheet.rect(id).is_some_and(|r| r.area() < page * 0.5);
        if filled(sheet, id)
            && small
            && sheet.node(id).is_some_and(|node| node.as_text().is_none())
            && (thing.kind == Kind::Part || repeated(sheet, id))
        {
            return Some(id.clone());
        }
    }
    let series = series::of(sheet, &thing.id).filter(|series| series.free)?;
    let own = series.asked().clone();
    let mut forms: Vec<(String, Rect)> = own
        .own
        .iter()
        .filter(|id| filled(sheet, id))
        .cloned()
        .collect::<Vec<_>>()
        .into_iter()
        .filter_map(|id| Some((id.clone(), sheet.rect(&id)?)))
        .filter(|(_, r)| r.contains(&own.rect, 4.0))
        .collect();
    forms.sort_by(|a, b| a.1.area().total_cmp(&b.1.area()));
    forms.pop().map(|(id, _)| id)
}

/// Strikes the words of a thing out; a box that can be ticked is ticked instead.
fn strike(sheet: &mut Sheet<'_>, thing: &Thing, manner: MarkManner) {
    let line = series::of(sheet, &thing.id)
        .filter(|series| !series.free || thing.kind == Kind::Text)
        .map(|series| series.asked().own.clone())
        .unwrap_or_default();
    if manner == MarkManner::Done && (tick(sheet, &line) || tick_beside(sheet, thing)) {
        return;
    }
    let ids: Vec<String> = match thing.kind {
        Kind::Text => vec![thing.id.clone()],
        _ => thing
            .own
            .iter()
            .filter_map(|id| sheet.node(id))
            .flat_map(texts)
            .map(|(id, _)| id)
            .collect(),
    };
    for id in ids {
        if let Some(node) = sheet.node_mut(&id)
            && let Content::Text(text) = &mut node.content
        {
            text.strike = true;
        }
    }
    sheet.touch();
}

/// Ticks the box of a line; returns whether it has one. A box that is ticked already shows how.
fn tick(sheet: &mut Sheet<'_>, line: &[String]) -> bool {
    let mut done = false;
    let mut ticked: Option<Node> = None;
    let mut model: Option<plantain_scene::node::Text> = None;
    sheet.scene.root.visit(&mut |node| {
        let boxed = node.children.iter().find(|child| child.role == "checkbox");
        if let Some(boxed) = boxed.filter(|own| !own.children.is_empty())
            && ticked.is_none()
        {
            ticked = Some(boxed.clone());
            node.visit(&mut |inner| model = model.take().or_else(|| inner.as_text().cloned()));
        }
    });
    for id in line {
        let Some(node) = sheet.node_mut(id) else {
            continue;
        };
        node.visit_mut(&mut |inner| {
            if inner.role == "checkbox" && inner.children.is_empty() {
                let own = inner.id.clone();
                match &ticked {
                    Some(ticked) => {
                        inner.style.clone_from(&ticked.style);
                        inner.children = ticked.children.clone();
                        inner.children.iter_mut().for_each(|child| child.id.clear());
                    }
                    None => {
                        inner.style.fill = Some(Token::Accent.into());
                        inner.style.stroke = None;
                    }
                }
                inner.id = own;
                done = true;
            } else if let (Content::Text(text), Some(model)) = (&mut inner.content, &model) {
                text.strike = model.strike;
                text.color = model.color;
            }
        });
    }
    for id in line {
        let Some(node) = sheet.node_mut(id) else {
            continue;
        };
        node.visit_mut(&mut |inner| {
            if let Content::Icon(icon) = &mut inner.content {
                let ticked = match icon.name.as_str() {
                    "square" => "square-check",
                    "circle" => "circle-check",
                    _ => return,
                };
                ticked.clone_into(&mut icon.name);
                icon.color = Token::Accent.into();
                done = true;
            }
        });
    }
    sheet.touch();
    done
}

/// Ticks the box that stands on the line of a text as a form of its own; false where none does.
fn tick_beside(sheet: &mut Sheet<'_>, thing: &Thing) -> bool {
    let line = thing.rect;
    let boxes = sheet.with_roles(&["tick box"]);
    let beside = boxes
        .into_iter()
        .find(|own| (own.rect.cy() - line.cy()).abs() < own.rect.h.max(line.h) * 0.5);
    beside.is_some_and(|own| tick_loose(sheet, &own.id))
}

/// Puts a tick into a box that is a form of its own; false where it has one.
fn tick_loose(sheet: &mut Sheet<'_>, id: &str) -> bool {
    let Some(rect) = sheet.rect(id) else {
        return false;
    };
    let Some(node) = sheet.node_mut(id).filter(|node| node.children.is_empty()) else {
        return false;
    };
    let side = rect.w.min(rect.h) * 0.78;
    node.content = Content::Frame;
    node.layout.flow = Flow::Row;
    node.layout.justify = Place::Center;
    node.layout.align = Some(Place::Center);
    node.style.fill = Some(Token::Accent.into());
    node.children = vec![icon("check", side).color(Token::AccentInk).icon_stroke(3.0)];
    true
}

/// Writes what counts the boxes anew ("1/3 done") where it was right before `ticked` more were.
fn count_ticks(sheet: &mut Sheet<'_>, before: (usize, usize)) {
    let after = ticks(sheet);
    let was = format!("{}/{}", before.0, before.1);
    let now = format!("{}/{}", after.0, after.1);
    if before == after || before.1 == 0 {
        return;
    }
    let counted: Vec<(String, String)> = texts(&sheet.scene.root)
        .into_iter()
        .filter(|(_, text)| text.split(' ').any(|word| word == was))
        .collect();
    for (id, text) in counted {
        super::text::write(sheet, &id, &text.replacen(&was, &now, 1));
    }
}

/// Returns how many boxes are ticked, of how many.
pub fn ticks(sheet: &Sheet<'_>) -> (usize, usize) {
    let (mut ticked, mut all) = (0, 0);
    sheet.scene.root.visit(&mut |node| {
        if matches!(node.role.as_str(), "checkbox" | "tick box") {
            all += 1;
            ticked += usize::from(!node.children.is_empty());
        }
    });
    (ticked, all)
}

/// Puts a small label with words on a card, or beside the words of a thing.
fn label(sheet: &mut Sheet<'_>, thing: &Thing, words: &str) -> Result<(), EngineError> {
    let faults = sheet.faults();
    let (w, h) = sheet.size();
    let usual = w.min(h) * 0.02;
    let shown = |sheet: &mut Sheet<'_>| {
        let size = sheet
            .picture()
            .texts
            .iter()
            .find(|text| text.id == thing.id);
        size.map_or(usual, |text| text.size * 0.62)
    };
    let size = shown(sheet).clamp(super::text::SIZE_MIN, usual * 1.4);
    let pill = pill(words, size);
    let wide = words.chars().count() as f32 * size * 0.6 + size * 1.6;
    let tall = size * 1.8;
    let card = card_of(sheet, thing).filter(|_| thing.kind != Kind::Text);
    if let Some(r) = card.and_then(|id| sheet.rect(&id)) {
        let at = (r.cx() - wide / 2.0, r.y - tall / 2.0);
        if settled(sheet, &faults, |sheet| {
            on_top(sheet, pill.clone().at(at.0, at.1));
        }) {
            return Ok(());
        }
    }
    if let Some((parent, place)) = sheet.parent(&thing.id)
        && sheet
            .node(&parent)
            .is_some_and(|node| node.layout.flow == Flow::Row)
        && settled(sheet, &faults, |sheet| {
            sheet.insert(&parent, place + 1, vec![pill.clone()]);
            sheet.touch();
        })
    {
        return Ok(());
    }
    let r = thing.rect;
    let gap = size * 0.6;
    for (x, y) in [
        (r.right() + gap, r.cy() - tall / 2.0),
        (r.x, r.bottom() + gap * 0.5),
        (r.x, r.y - tall - gap * 0.3),
        (r.cx() - wide / 2.0, r.bottom() + gap * 0.5),
        (r.right() - wide, r.y - tall * 0.6),
    ] {
        let inside = x >= 4.0 && x + wide <= w - 4.0 && y >= 4.0 && y + tall <= h - 4.0;
        if inside
            && settled(sheet, &faults, |sheet| {
                on_top(sheet, pill.clone().at(x, y));
            })
        {
            return Ok(());
        }
    }
    Err(EngineError::DoesNotFit { smallest: None })
}

/// Tries a change; takes it back and returns false where it breaks something.
fn settled(
    sheet: &mut Sheet<'_>,
    faults: &super::fit::Faults,
    change: impl FnOnce(&mut Sheet<'_>),
) -> bool {
    let before = sheet.scene.clone();
    change(sheet);
    if !sheet.is_worse(faults) {
        return true;
    }
    sheet.scene = before;
    sheet.touch();
    false
}

fn pill(words: &str, size: f32) -> Node {
    let label = text(words)
        .size(size)
        .weight(700)
        .color(Token::AccentInk)
        .max_lines(1)
        .literal(true)
        .role("badge-label");
    row()
        .role("badge")
        .fill(Token::Accent)
        .radius(size * 0.9)
        .pad_xy(size * 0.8, size * 0.4)
        .center()
        .rigid()
        .child(label)
}
