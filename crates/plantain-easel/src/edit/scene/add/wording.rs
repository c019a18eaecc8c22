//! Words that come: set like their kin, where there is room.

use plantain_engine::EngineError;
use plantain_read::{Location, Position, Referent, RelationKind, Role, Target, TypeSetting};
use plantain_scene::Node;
use plantain_scene::Token;
use plantain_scene::build::{col, text as words_of};
use plantain_scene::color::Rgba;
use plantain_scene::draw::rasterize;
use plantain_scene::node::{Content, Flow, FontRole};

use super::super::{diagram, lettering, month, rank, remove, rows, series, text};
use super::casting::phrase_of;
use super::spots::obstacles;
use crate::edit::scene::find::{fold, spot};
use crate::edit::scene::place::on_top;
use crate::edit::scene::sheet::{Sheet, texts};
use crate::edit::scene::things::{Kind, Thing, short};
use crate::stage::lexicon::{Class, look_up};
use crate::stage::rect::Rect;

/// Mean contrast with what lies behind from which letters on a drawing can be read.
const READS: f32 = 5.0;

/// Sets a new text where it was asked for, or where there is room.
pub(super) fn words(
    sheet: &mut Sheet<'_>,
    words: &str,
    value: Option<&str>,
    role: Role,
    setting: &TypeSetting,
    at: &Location,
) -> Result<(), EngineError> {
    let at = &under_title(role, at);
    let at = &under_button(sheet, role, at);
    if let Some((kind, target)) = &at.relation
        && let Some(other) = sheet
            .find(target)
            .ok()
            .and_then(|found| found.into_iter().next())
    {
        if month::is_day(sheet, &other.id) {
            return month::add_event(sheet, words, &other);
        }
        if matches!(kind, RelationKind::On | RelationKind::In) && inscribe(sheet, &other, words)? {
            return Ok(());
        }
        // "Put “Send” before “Ship”" where it stands elsewhere: it goes there.
        let there = sheet
            .worded(words)
            .into_iter()
            .find(|line| fold(&line.noun) == fold(words));
        if let Some(there) = there
            && rank::beside(sheet, &there, *kind, &other)
        {
            sheet.same = vec![there.id];
            sheet.because(format!("“{}” stands in another place now.", short(words)));
            return Ok(());
        }
    }
    if as_line(sheet, (words, value), role, at)? {
        return Ok(());
    }
    if role == Role::Title
        && *at == under_title(role, &Location::default())
        && heads_a_chart(sheet, words)?
    {
        return Ok(());
    }
    let full = value.map_or_else(|| words.to_owned(), |value| format!("{words} {value}"));
    if standing_free(sheet, &full, (role, setting), at)? {
        return Ok(());
    }
    // No room of its own: at the end of the words that are there.
    if rows::line(sheet, words, role, &Location::default())? {
        sheet.because(format!("“{}” came below the other words.", short(words)));
        return Ok(());
    }
    Err(EngineError::DoesNotFit { smallest: None })
}

/// Writes words onto a board of a scene, which is drawn anew with them; false where the thing is no board, or bears words already.
fn inscribe(sheet: &mut Sheet<'_>, other: &Thing, words: &str) -> Result<bool, EngineError> {
    let board = other.kind == Kind::Object && look_up(&other.noun).0 == Class::Board;
    let lines = sheet.lines();
    let taken = lines.iter().any(|line| {
        let middle = Rect::around(line.rect.cx(), line.rect.cy(), 0.0, 0.0);
        other.rect.contains(&middle, 1.0)
    });
    if !board || taken || sheet.stage().is_none() {
        return Ok(false);
    }
    sheet.inscription = Some(words.to_owned());
    let made = super::instead(sheet, other, &phrase_of(other))?;
    remove::take_only(sheet, std::slice::from_ref(other));
    sheet.same = made;
    sheet.because(format!("“{}” says “{}” now.", other.noun, short(words)));
    Ok(true)
}

/// Who said or made it stands below what it is of.
fn under_title(role: Role, at: &Location) -> Location {
    if role != Role::Attribution || *at != Location::default() {
        return at.clone();
    }
    let title = Target {
        what: Referent::Role(Role::Title),
        ..Target::default()
    };
    Location {
        relation: Some((RelationKind::Below, title)),
        ..Location::default()
    }
}

/// A link of a form stands below its button.
fn under_button(sheet: &mut Sheet<'_>, role: Role, at: &Location) -> Location {
    let button = plantain_read::Component::Button;
    let form = sheet.is_of_genre(&["Login", "SignUp", "Form", "MobileApp"]);
    if role != Role::Link || *at != Location::default() || !form {
        return at.clone();
    }
    let one = sheet.parts(button, None).len() == 1;
    let target = Target {
        what: Referent::Part {
            kind: button,
            label: None,
        },
        ..Target::default()
    };
    Location {
        relation: one.then_some((RelationKind::Below, target)),
        ..Location::default()
    }
}

/// Adds a branch to what stands around a hub; false where nothing does. Words that find no room are no part of the hub.
fn one_more_idea(sheet: &mut Sheet<'_>, words: &str, at: &Location) -> Result<bool, EngineError> {
    let around = sheet.node("hub").is_some() && sheet.with_roles(&["node"]).len() > 1;
    Ok(around && diagram::add(sheet, words, at)?)
}

/// Sets a new text as one more line of what is there; returns whether there is such a place.
fn as_line(
    sheet: &mut Sheet<'_>,
    (words, value): (&str, Option<&str>),
    role: Role,
    at: &Location,
) -> Result<bool, EngineError> {
    let cells: Vec<String> = std::iter::once(words)
        .chain(value)
        .map(str::to_owned)
        .collect();
    if value.is_none()
        && at.relation.is_some()
        && diagram::may_be_a_box(role)
        && diagram::insert(sheet, words, at)?
    {
        return Ok(true);
    }
    let anywhere = value.is_none() && *at == Location::default();
    if anywhere && diagram::may_be_a_box(role) && diagram::grow(sheet, words)? {
        return Ok(true);
    }
    if anywhere && (rows::fill_blank(sheet, words) || one_more_idea(sheet, words, at)?) {
        return Ok(true);
    }
    if role == Role::Contact && contact(sheet, words, at)? {
        return Ok(true);
    }
    let figured = words.bytes().any(|b| b.is_ascii_digit()) || value.is_some();
    if figured && at.relation.is_some() {
        // "Mocha $4.20" after the cappuccino: one more line of the list.
        let before = sheet.scene.clone();
        if rows::row_beside(sheet, &cells, at).unwrap_or(false) {
            return Ok(true);
        }
        sheet.scene = before;
        sheet.touch();
    }
    let listed = listed_cells(words);
    if (value.is_some() || listed.is_some()) && at.position.is_none() {
        let before = sheet.scene.clone();
        if rows::row(sheet, listed.as_deref().unwrap_or(&cells)).is_ok() {
            return Ok(true);
        }
        sheet.scene = before;
        sheet.touch();
    }
    if rows::line(sheet, words, role, at)? {
        sheet.because(format!("“{}” came.", short(words)));
        return Ok(true);
    }
    if at.position == Some(Position::Bottom) && at.relation.is_none() {
        // Words at the foot of the page go on below the last of them.
        let before = sheet.scene.clone();
        let (_, h) = sheet.size();
        let below = below_the_last(sheet).unwrap_or_default();
        if rows::line(sheet, words, role, &below)? {
            let id = sheet.same.first().cloned().unwrap_or_default();
            if sheet.rect(&id).is_some_and(|r| r.cy() > 0.62 * h) {
                sheet.because(format!("“{}” came.", short(words)));
                return Ok(true);
            }
            sheet.scene = before;
            sheet.touch();
        }
    }
    Ok(false)
}

/// The place below the lowest of the texts that were asked for.
fn below_the_last(sheet: &mut Sheet<'_>) -> Option<Location> {
    let mut lines = sheet.lines();
    lines.retain(|line| sheet.node(&line.id).is_some_and(|node| node.literal));
    let last = lines
        .into_iter()
        .max_by(|a, b| a.rect.bottom().total_cmp(&b.rect.bottom()))?;
    let target = Target {
        what: Referent::Text(last.noun.clone()),
        words: last.noun,
        ..Target::default()
    };
    Some(Location {
        position: None,
        across: false,
        relation: Some((RelationKind::Below, target)),
    })
}

/// Parts "Domain, 1, $20.00" into the cells of a line of a bill; none for words that end in no figure.
fn listed_cells(words: &str) -> Option<Vec<String>> {
    let cells: Vec<String> = words
        .split(", ")
        .map(|cell| cell.trim().to_owned())
        .collect();
    let figure =
        cells.last()?.bytes().filter(u8::is_ascii_digit).count() * 2 >= cells.last()?.len() / 2;
    let plain = cells.last()?.chars().filter(|c| c.is_alphabetic()).count() == 0;
    (cells.len() > 1 && figure && plain).then_some(cells)
}

/// Copies the last item of a list to the place below it; at the foot of the page all go up. Returns the id of the copy.
fn below(sheet: &mut Sheet<'_>, series: &series::Series, pitch: f32) -> String {
    let (w, h) = sheet.size();
    let Some(last) = series.members.last() else {
        return String::new();
    };
    let node = sheet.node(&last.id).cloned();
    let copies = sheet.copies(&node.into_iter().collect::<Vec<Node>>());
    let new = copies
        .first()
        .map_or_else(String::new, |copy| copy.id.clone());
    if let Some((parent, place)) = sheet.parent(&last.id) {
        sheet.insert(&parent, place + 1, copies);
    }
    let foot = last.rect.bottom() + pitch;
    let up = (foot - (h - crate::edit::scene::place::MARGIN * w.min(h))).max(0.0);
    for member in &series.members {
        series::shift(sheet, member, 0.0, -up);
    }
    if let Some(at) = sheet
        .node_mut(&new)
        .and_then(|node| node.layout.at.as_mut())
    {
        at[1] += pitch - up;
    }
    sheet.touch();
    new
}

/// Adds one more way to reach somebody below the others, built like them; false where there are none.
fn contact(sheet: &mut Sheet<'_>, words: &str, at: &Location) -> Result<bool, EngineError> {
    let anchor = match &at.relation {
        Some((_, target)) => sheet.find(target)?.into_iter().next(),
        None => sheet.in_role(Role::Contact).pop(),
    };
    let Some(anchor) = anchor else {
        return Ok(false);
    };
    let Some(series) = series::of(sheet, &anchor.id) else {
        return Ok(false);
    };
    let reaches = |text: &str| {
        text.contains('@')
            || text.contains("www.")
            || text.chars().filter(char::is_ascii_digit).count() > 5
    };
    let rows: Vec<String> = series
        .members
        .iter()
        .filter_map(|member| sheet.node(&member.id))
        .flat_map(texts)
        .map(|(_, text)| text)
        .collect();
    if !rows.iter().all(|row| reaches(row)) {
        return Ok(false);
    }
    let (faults, before) = (sheet.faults(), sheet.scene.clone());
    let model = series.asked().id.clone();
    let pitch = series
        .members
        .windows(2)
        .next()
        .map_or(0.0, |pair| pair[1].rect.y - pair[0].rect.y);
    let new = match series.free {
        true => below(sheet, &series, pitch),
        false => rows::again(sheet, &model)?,
    };
    let labels: Vec<String> = sheet.node(&new).map_or_else(Vec::new, |node| {
        texts(node).into_iter().map(|(id, _)| id).collect()
    });
    if let Some(label) = labels.last() {
        text::write(sheet, label, words);
    }
    let icon = match words {
        _ if words.contains('@') => "mail",
        _ if words.bytes().any(|b| b.is_ascii_alphabetic()) => "globe",
        _ => "phone",
    };
    if let Some(node) = sheet.node_mut(&new) {
        node.visit_mut(&mut |inner| {
            if let Content::Icon(own) = &mut inner.content {
                icon.clone_into(&mut own.name);
            }
        });
    }
    sheet.touch();
    if sheet.is_worse(&faults) {
        sheet.scene = before;
        sheet.touch();
        return Ok(false);
    }
    sheet.same = labels;
    sheet.because(format!("“{}” came below the others.", short(words)));
    Ok(true)
}

/// A title that comes to a page with nothing but a chart stands above it; false where the chart's frame is no column.
fn heads_a_chart(sheet: &mut Sheet<'_>, words: &str) -> Result<bool, EngineError> {
    const SIZE: f32 = 0.055;
    let charts = sheet.charts();
    let [chart] = charts.as_slice() else {
        return Ok(false);
    };
    let titled = sheet.with_roles(&["title"]);
    let Some((parent, at)) = sheet.parent(&chart.id).filter(|_| titled.is_empty()) else {
        return Ok(false);
    };
    let column = sheet
        .node(&parent)
        .is_some_and(|node| node.layout.flow == Flow::Column && at == 0);
    let (w, h) = sheet.size();
    if !column {
        return Ok(false);
    }
    let before = sheet.scene.clone();
    let faults = sheet.faults();
    let title = words_of(words.to_owned())
        .font(FontRole::Heading)
        .size(w.min(h) * SIZE)
        .shrink(11.0)
        .color(sheet.scene.theme.token(Token::Ink))
        .balance()
        .literal(true)
        .role("title")
        .fill_w();
    let ids = sheet.insert(&parent, 0, vec![title]);
    if sheet.is_worse(&faults) {
        sheet.scene = before;
        sheet.touch();
        return Ok(false);
    }
    sheet.same = ids;
    sheet.because(format!(
        "“{}” heads the chart, which makes room.",
        short(words)
    ));
    Ok(true)
}

/// Sets a new text at a place of its own, smaller and smaller until it is in nobody's way; returns whether there is one.
fn standing_free(
    sheet: &mut Sheet<'_>,
    words: &str,
    (role, setting): (Role, &TypeSetting),
    at: &Location,
) -> Result<bool, EngineError> {
    const SIZES: usize = 7;
    let (w, h) = sheet.size();
    let scale = match role {
        Role::Title => 0.085,
        Role::Subtitle | Role::Price | Role::Button | Role::Quote => 0.045,
        Role::Small | Role::Caption => 0.024,
        _ => 0.038,
    };
    let font = if role == Role::Title {
        FontRole::Display
    } else {
        FontRole::Heading
    };
    let mut size = w.min(h) * scale;
    let ink = sheet.scene.theme.token(Token::Ink);
    let faults = sheet.faults();
    let mut readable = sheet.unreadable();
    let before = sheet.scene.clone();
    let shown = sheet.stage().is_some().then(|| shown(sheet));
    for _ in 0..SIZES {
        let node = words_of(words.to_owned())
            .font(font)
            .size(size)
            .shrink(11.0)
            .color(ink)
            .centered()
            .balance()
            .literal(true)
            .role(role_name(role))
            .fill_w();
        let (tw, th) = measured(sheet, &node, w * 0.84);
        for spot in text_spots(sheet, (tw, th), at) {
            let box_ = col()
                .bounds(spot.x, spot.y, spot.w, spot.h)
                .center()
                .child(node.clone());
            let id = on_top(sheet, box_);
            if !sheet.is_worse(&faults) {
                let ids: Vec<String> = sheet
                    .node(&id)
                    .map(|n| n.children.iter().map(|c| c.id.clone()).collect())
                    .unwrap_or_default();
                if let (Some(shown), None) = (&shown, &setting.color) {
                    let own = ink_on(shown, &spot, ink);
                    for id in &ids {
                        if let Some(node) = sheet.node_mut(id)
                            && let Content::Text(text) = &mut node.content
                        {
                            text.color = own.into();
                        }
                        readable.insert(id.clone(), own);
                    }
                }
                if *setting != TypeSetting::default() {
                    lettering::apply(sheet, &ids, setting)?;
                }
                sheet.mend(&readable, &[]);
                sheet.same = ids;
                sheet.because(format!(
                    "“{}” came; everything else stays where it was.",
                    short(words)
                ));
                return Ok(true);
            }
            sheet.scene = before.clone();
            sheet.touch();
        }
        size *= 0.82;
    }
    Ok(false)
}

/// A drawn scene: its pixels, their width, and how many of them make a unit.
struct Shown {
    rgba: Vec<u8>,
    width: usize,
    unit: f32,
}

/// Draws the scene as it is: what lies behind words on a painted sky, no list of fills tells.
fn shown(sheet: &mut Sheet<'_>) -> Shown {
    let canvas = sheet.scene.canvas;
    let (w, _) = sheet.size();
    Shown {
        rgba: rasterize(sheet.picture(), canvas),
        width: canvas.width as usize,
        unit: canvas.width as f32 / w.max(1.0),
    }
}

/// Returns the theme's ink, or white or black, whichever stands off best from what is shown at a place.
fn ink_on(shown: &Shown, spot: &Rect, ink: Rgba) -> Rgba {
    /// Pixels between two that are looked at.
    const STEP: usize = 4;
    let at = |units: f32| (units * shown.unit).max(0.0) as usize;
    let height = shown.rgba.len() / 4 / shown.width.max(1);
    let mut behind: Vec<Rgba> = Vec::new();
    for y in (at(spot.y)..at(spot.bottom()).min(height)).step_by(STEP) {
        for x in (at(spot.x)..at(spot.right()).min(shown.width)).step_by(STEP) {
            let i = (y * shown.width + x) * 4;
            behind.push(Rgba([
                shown.rgba[i],
                shown.rgba[i + 1],
                shown.rgba[i + 2],
                255,
            ]));
        }
    }
    let n = behind.len().max(1) as f32;
    // Most of what lies behind counts, not its few brightest or darkest spots.
    let mean = |ink: Rgba| behind.iter().map(|own| ink.contrast(*own)).sum::<f32>() / n;
    let (white, black) = (Rgba::hex(0xffffff), Rgba::hex(0x141414));
    // The theme's own ink goes first where it can be read.
    match mean(ink) >= READS {
        true => ink,
        false if mean(white) >= mean(black) => white,
        false => black,
    }
}

pub(super) fn role_name(role: Role) -> &'static str {
    match role {
        Role::Title => "title",
        Role::Subtitle => "subtitle",
        Role::Button => "button-label",
        Role::Price => "price",
        Role::Date => "date",
        Role::Small => "small",
        Role::Caption => "caption",
        _ => "text",
    }
}

pub(super) fn measured(sheet: &Sheet<'_>, node: &Node, width: f32) -> (f32, f32) {
    let Some(text) = node.as_text() else {
        return (0.0, 0.0);
    };
    let (tw, th) = plantain_scene::text::Typesetter::with(|setter| {
        setter.measure(
            text,
            &sheet.scene.theme,
            &sheet.scene.language,
            Some(width),
            None,
        )
    });
    (tw * 1.03 + 4.0, th)
}

/// Returns places for a new text, the best first.
pub(super) fn text_spots(sheet: &mut Sheet<'_>, (tw, th): (f32, f32), at: &Location) -> Vec<Rect> {
    let (w, h) = sheet.size();
    let m = 0.06 * w.min(h);
    let xs = |want: Option<f32>| -> Vec<f32> {
        let want = want.unwrap_or(0.5);
        [want, 0.5, 0.0, 1.0]
            .map(|s| m + (w - 2.0 * m - tw) * s)
            .to_vec()
    };
    let mut spots = Vec::new();
    if let Some((kind, target)) = &at.relation
        && let Ok(found) = sheet.find(target)
        && let Some(other) = found.first()
    {
        let o = other.rect;
        let gap = 0.018 * h;
        let x = (o.cx() - tw / 2.0).clamp(m.min(w - tw), (w - tw - m).max(m.min(w - tw)));
        let (x, y) = match kind {
            RelationKind::Above => (x, o.y - th - gap),
            RelationKind::LeftOf => (o.x - tw - gap, o.cy() - th / 2.0),
            RelationKind::RightOf | RelationKind::NextTo => (o.right() + gap, o.cy() - th / 2.0),
            RelationKind::On | RelationKind::In => (o.cx() - tw / 2.0, o.cy() - th / 2.0),
            _ => (x, o.bottom() + gap),
        };
        for step in 0..6 {
            let dy = step as f32
                * 0.02
                * h
                * if *kind == RelationKind::Above {
                    -1.0
                } else {
                    1.0
                };
            spots.push(Rect::new(x, y + dy, tw, th));
        }
    }
    let (sx, sy) = at.position.map_or((None, None), spot);
    let ys: Vec<f32> = match sy {
        Some(0.0) => (0..10).map(|i| m + i as f32 * 0.03 * h).collect(),
        Some(0.5) => (0..14)
            .map(|i| {
                0.5 * h - th / 2.0 + (i / 2) as f32 * 0.03 * h * if i % 2 == 0 { 1.0 } else { -1.0 }
            })
            .collect(),
        _ => (0..26).map(|i| h - m - th - i as f32 * 0.03 * h).collect(),
    };
    for x in xs(sx) {
        for y in &ys {
            spots.push(Rect::new(x, *y, tw, th));
        }
    }
    spots.retain(|r| r.x >= 0.0 && r.y >= 0.0 && r.right() <= w && r.bottom() <= h);
    if at.position.is_some() {
        // Near the edge that was named, or not there at all.
        let near = |r: &Rect| match sy {
            Some(0.0) => r.y < 0.28 * h,
            Some(1.0) => r.bottom() > 0.72 * h,
            _ => true,
        };
        spots.retain(near);
        return spots;
    }
    // What covers a face or a thing comes last.
    let things = obstacles(sheet);
    let cost = |r: &Rect| -> f32 {
        things
            .iter()
            .map(|(o, weight)| weight * o.overlap(r))
            .sum::<f32>()
            / r.area().max(1.0)
    };
    let mut ranked: Vec<(usize, Rect)> = spots.into_iter().enumerate().collect();
    ranked.sort_by(|a, b| {
        let tier = |r: &Rect| (cost(r) * 4.0).ceil();
        tier(&a.1).total_cmp(&tier(&b.1)).then(a.0.cmp(&b.0))
    });
    ranked.into_iter().map(|(_, r)| r).take(24).collect()
}
