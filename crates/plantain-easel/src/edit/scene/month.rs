//! The days of a calendar and what is on them.

use plantain_engine::EngineError;
use plantain_scene::Token;
use plantain_scene::build::rect as shape;

use super::series::{self, Member};
use super::sheet::{Sheet, texts};
use super::text;
use super::things::{Kind, Thing, short};
use crate::stage::rect::Rect;

/// Days that a month has, at least.
const DAYS_MIN: usize = 28;

/// Returns the number of a day on the calendar, as a text; none where the picture shows no month or has no such day.
pub fn day(sheet: &mut Sheet<'_>, n: u32) -> Option<Thing> {
    let days = days(sheet);
    let wanted = n.to_string();
    days.into_iter().find(|day| day.noun == wanted)
}

/// Returns the numbers of all days, if the picture shows a month.
fn days(sheet: &mut Sheet<'_>) -> Vec<Thing> {
    let mut days = sheet.lines();
    days.retain(|line| is_day(sheet, &line.id));
    if days.len() < DAYS_MIN {
        days.clear();
    }
    days
}

/// Whether a node is the number of a day.
pub fn is_day(sheet: &Sheet<'_>, id: &str) -> bool {
    sheet.node(id).is_some_and(|node| node.role == "day")
}

/// Returns the box of the node that holds a day's number: it stands alike in every day's field.
fn holder(sheet: &mut Sheet<'_>, day: &Thing) -> Option<Rect> {
    let above = sheet.ancestors(&day.id);
    let id = above.last()?.clone();
    let placed = sheet.node(&id).is_some_and(|node| node.layout.at.is_some());
    sheet.rect(if placed { &id } else { &day.id })
}

/// Returns what an event on a day is made of: its words, and the plates that lie under them.
fn event(sheet: &mut Sheet<'_>, id: &str) -> Member {
    let series = series::of(sheet, id).filter(|series| series.free);
    if let Some(series) = series {
        return series.asked().clone();
    }
    let mut path = sheet.ancestors(id);
    path.push(id.to_owned());
    let placed = |id: &&String| sheet.node(id).is_some_and(|node| node.layout.at.is_some());
    let frame = path.iter().find(placed).cloned();
    let mut own = frame
        .as_ref()
        .map_or_else(Vec::new, |frame| plates(sheet, frame));
    own.extend(frame);
    Member {
        id: id.to_owned(),
        own,
        rect: sheet.rect(id).unwrap_or_default(),
    }
}

/// Returns the loose forms that carry a frame of words, and what lies on them.
fn plates(sheet: &mut Sheet<'_>, frame: &str) -> Vec<String> {
    /// Times as large as its words a plate is, at most.
    const LARGE: f32 = 8.0;
    let (Some((parent, _)), Some(words)) = (sheet.parent(frame), sheet.rect(frame)) else {
        return Vec::new();
    };
    let forms: Vec<String> = sheet.node(&parent).map_or_else(Vec::new, |node| {
        let loose = node.children.iter().filter(|child| {
            child.layout.at.is_some() && texts(child).is_empty() && child.role != "day-mark"
        });
        loose.map(|child| child.id.clone()).collect()
    });
    let boxes: Vec<(String, Rect)> = forms
        .into_iter()
        .filter_map(|id| Some((id.clone(), sheet.rect(&id)?)))
        .collect();
    let carries = |r: &Rect| r.area() < words.area() * LARGE && words.overlap_share(r) > 0.8;
    let Some(plate) = boxes.iter().find(|(_, r)| carries(r)).map(|(_, r)| *r) else {
        return Vec::new();
    };
    let near = plate.grown(1.0);
    let own = boxes.into_iter().filter(|(_, r)| near.contains(r, 0.0));
    own.map(|(id, _)| id).collect()
}

/// An event in a list beside its month: the text of its day, and the mark around that day's number.
struct Listed {
    date: String,
    mark: Option<Thing>,
    from: Option<Thing>,
}

/// Returns how an event is listed; none where it stands in the field of its day.
fn listed(sheet: &mut Sheet<'_>, id: &str) -> Option<Listed> {
    let own = sheet.rect(id)?;
    let dates = sheet.with_roles(&["date"]);
    let level = |date: &&Thing| (date.rect.cy() - own.cy()).abs() < own.h.max(date.rect.h) * 0.6;
    let date = dates.iter().find(level)?.clone();
    let from = date.noun.parse().ok().and_then(|n| day(sheet, n));
    let marks = sheet.with_roles(&["mark"]);
    let mark = from.as_ref().and_then(|from| {
        marks
            .into_iter()
            .find(|mark| mark.rect.overlap(&from.rect) > 0.0)
    });
    Some(Listed {
        date: date.id,
        mark,
        from,
    })
}

/// Returns the day whose field a box lies in: the nearest one above it.
fn day_of(sheet: &mut Sheet<'_>, rect: Rect) -> Option<Thing> {
    let days = days(sheet);
    let far = |day: &Thing| {
        let dx = (day.rect.x - rect.x).abs();
        let dy = rect.cy() - day.rect.cy();
        if dy < -2.0 { f32::MAX } else { dx * 2.0 + dy }
    };
    days.into_iter().min_by(|a, b| far(a).total_cmp(&far(b)))
}

/// Moves an event to another day; false where `id` is no text on a day.
pub fn move_event(sheet: &mut Sheet<'_>, id: &str, to: &Thing) -> Result<bool, EngineError> {
    if is_day(sheet, id) {
        return Ok(false);
    }
    if let Some(listed) = listed(sheet, id) {
        return relist(sheet, id, &listed, to);
    }
    let Some(rect) = sheet.rect(id) else {
        return Ok(false);
    };
    let Some(from) = day_of(sheet, rect) else {
        return Ok(false);
    };
    if from.id == to.id {
        return Err(EngineError::NothingChanged {
            why: format!("it is on the {} already", to.noun),
        });
    }
    let (Some(a), Some(b)) = (holder(sheet, &from), holder(sheet, to)) else {
        return Ok(false);
    };
    let event = event(sheet, id);
    let below = taken(sheet, to, &event);
    series::shift(sheet, &event, b.x - a.x, b.y - a.y + below);
    let words = sheet.node(id).and_then(|node| node.as_text());
    let words = words.map_or_else(String::new, |text| text.text.clone());
    sheet.same = vec![id.to_owned()];
    sheet.because(format!("“{}” is on the {} now.", short(&words), to.noun));
    Ok(true)
}

/// Gives an event of a list another day: its date changes, and the mark goes around the other number.
fn relist(
    sheet: &mut Sheet<'_>,
    id: &str,
    listed: &Listed,
    to: &Thing,
) -> Result<bool, EngineError> {
    let Some(from) = &listed.from else {
        return Ok(false);
    };
    if from.id == to.id {
        return Err(EngineError::NothingChanged {
            why: format!("it is on the {} already", to.noun),
        });
    }
    if let Some(mark) = &listed.mark {
        let (dx, dy) = (to.rect.cx() - from.rect.cx(), to.rect.cy() - from.rect.cy());
        let ring = Member {
            id: mark.id.clone(),
            own: vec![mark.id.clone()],
            rect: mark.rect,
        };
        series::shift(sheet, &ring, dx, dy);
    }
    text::write(sheet, &listed.date, &to.noun);
    sheet.touch();
    sheet.same = vec![id.to_owned()];
    sheet.because(format!("It is on the {} now.", to.noun));
    Ok(true)
}

/// Returns how far down the field of a day is taken by other events.
fn taken(sheet: &mut Sheet<'_>, day: &Thing, but: &Member) -> f32 {
    let mut below = 0.0_f32;
    let mut others = sheet.lines();
    let own: Vec<String> = but.own.clone();
    others.retain(|line| {
        let above = sheet.ancestors(&line.id);
        sheet
            .node(&line.id)
            .is_some_and(|node| node.role == "event")
            && !own.iter().any(|id| *id == line.id || above.contains(id))
    });
    for other in others {
        if day_of(sheet, other.rect).is_some_and(|own| own.id == day.id) {
            let event = event(sheet, &other.id);
            let boxes: Vec<_> = event.own.iter().filter_map(|id| sheet.rect(id)).collect();
            let height = boxes.iter().map(|r| r.h).fold(0.0, f32::max);
            below += height * 1.08;
        }
    }
    below
}

/// Writes something on a day: like the other events, or below the number where there are none.
pub fn add_event(sheet: &mut Sheet<'_>, words: &str, day: &Thing) -> Result<(), EngineError> {
    let events = sheet.with_roles(&["event"]);
    let Some(model) = events.first().cloned() else {
        return Err(EngineError::TargetNotLocated {
            target: "an event to model the new one on".into(),
            found: sheet.found(),
        });
    };
    // A list beside the month has no field to write in.
    if listed(sheet, &model.id).is_some() {
        return Err(EngineError::DoesNotFit { smallest: None });
    }
    let own = event(sheet, &model.id);
    let (Some(from), faults) = (day_of(sheet, model.rect), sheet.faults()) else {
        return Err(EngineError::DoesNotFit { smallest: None });
    };
    let (Some(a), Some(b)) = (holder(sheet, &from), holder(sheet, day)) else {
        return Err(EngineError::DoesNotFit { smallest: None });
    };
    let nodes: Vec<_> = own
        .own
        .iter()
        .filter_map(|id| sheet.node(id).cloned())
        .collect();
    let below = taken(
        sheet,
        day,
        &Member {
            own: Vec::new(),
            ..own.clone()
        },
    );
    let copies = sheet.copies(&nodes);
    let (parent, place) = own
        .own
        .last()
        .and_then(|id| sheet.parent(id))
        .unwrap_or((sheet.scene.root.id.clone(), usize::MAX));
    let ids = sheet.insert(&parent, place.saturating_add(1), copies);
    sheet.touch();
    let new = Member {
        id: ids.last().cloned().unwrap_or_default(),
        own: ids.clone(),
        rect: own.rect,
    };
    series::shift(sheet, &new, b.x - a.x, b.y - a.y + below);
    let labels: Vec<String> = ids
        .iter()
        .filter_map(|id| sheet.node(id))
        .flat_map(texts)
        .map(|(id, _)| id)
        .collect();
    if let Some(first) = labels.first() {
        text::write(sheet, first, words);
    }
    text::settle(sheet, &labels)?;
    if sheet.is_worse(&faults) {
        return Err(EngineError::DoesNotFit { smallest: None });
    }
    sheet.same = labels;
    sheet.because(format!("“{}” came on the {}.", short(words), day.noun));
    Ok(())
}

/// Puts a ground behind the field of a day.
pub fn highlight(sheet: &mut Sheet<'_>, day: &Thing) -> bool {
    let all = days(sheet);
    let Some(own) = holder(sheet, day) else {
        return false;
    };
    let boxes: Vec<_> = all
        .iter()
        .filter_map(|other| holder(sheet, other))
        .collect();
    let step = |along: fn(&Rect) -> f32| {
        let far = boxes.iter().map(|r| (along(r) - along(&own)).abs());
        far.filter(|d| *d > 4.0).fold(f32::MAX, f32::min)
    };
    let (w, h) = (step(|r| r.x), step(|r| r.y));
    let Some((parent, place)) = all
        .first()
        .and_then(|first| sheet.ancestors(&first.id).last().cloned())
        .and_then(|id| sheet.parent(&id))
    else {
        return false;
    };
    if w > own.w * 3.0 + 60.0 || h == f32::MAX || sheet.node(&own_id(sheet, day)).is_none() {
        return false;
    }
    let inset = ((w - own.w) / 2.0).max(0.0);
    let field = shape().role("day-mark").fill(Token::AccentSoft).bounds(
        own.x - inset,
        own.y - inset * 0.7,
        w,
        h,
    );
    let free = sheet
        .node(&own_id(sheet, day))
        .is_some_and(|node| node.layout.at.is_some());
    if !free {
        return false;
    }
    sheet.insert(&parent, place, vec![field]);
    sheet.touch();
    true
}

fn own_id(sheet: &Sheet<'_>, day: &Thing) -> String {
    sheet
        .ancestors(&day.id)
        .last()
        .cloned()
        .unwrap_or_else(|| day.id.clone())
}

/// Returns the event that a label names on a picture of a month.
pub fn event_called(sheet: &mut Sheet<'_>, label: &str) -> Option<String> {
    if days(sheet).is_empty() {
        return None;
    }
    let found = sheet.worded(label).into_iter().next()?;
    (found.kind == Kind::Text && !is_day(sheet, &found.id)).then_some(found.id)
}
