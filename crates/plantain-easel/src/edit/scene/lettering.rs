//! The same words set otherwise: size, weight, face, case, colour, side.

use plantain_engine::EngineError;
use plantain_read::{Alignment, LetterCase, Referent, Target, TypeSetting};
use plantain_scene::Node;
use plantain_scene::node::{Align, Case, Content, Len, Place};
use plantain_scene::text::Class;

use super::find;
use super::sheet::{Sheet, texts};
use super::text::{SIZE_MIN, settle};
use super::things::{Kind, Thing};
use crate::guise::face;
use crate::stage::rect::Rect;
use crate::wardrobe::rgb;

/// Space between letters that are to stand apart, in em.
const SPACED: f32 = 0.14;
/// Steps between the size that was asked for and the present one.
const STEPS: u32 = 8;
/// Margin that a text which grows keeps to the edges, as a share of the canvas.
const MARGIN: f32 = 0.05;

/// Sets the texts of the target otherwise.
pub fn set(
    sheet: &mut Sheet<'_>,
    target: &Target,
    setting: &TypeSetting,
) -> Result<(), EngineError> {
    let found = sheet.find(target)?;
    let ids = texts_of(sheet, &found);
    if ids.is_empty() {
        return Err(sheet.not_located(target));
    }
    let before = sheet.scene.clone();
    match (recased(sheet, target, setting, &ids), ids.as_slice()) {
        (Some(new), [only]) => {
            super::text::write(sheet, only, &new);
            settle(sheet, &ids)?;
        }
        _ => apply(sheet, &ids, setting)?,
    }
    if sheet.scene == before {
        return Err(EngineError::NothingChanged {
            why: "the text is set like that already".into(),
        });
    }
    sheet.because(said(setting));
    Ok(())
}

/// Returns a line with the words that were named in another case, where it says more than these and nothing else is asked for.
fn recased(
    sheet: &Sheet<'_>,
    target: &Target,
    setting: &TypeSetting,
    ids: &[String],
) -> Option<String> {
    let (Referent::Text(words), Some(case), [only]) = (&target.what, setting.case, ids) else {
        return None;
    };
    let alone = TypeSetting {
        case: Some(case),
        ..TypeSetting::default()
    };
    let line = &sheet.node(only)?.as_text()?.text;
    let part = find::fold(line) != find::fold(words);
    (part && *setting == alone)
        .then(|| super::text::replaced(line, words, &cased(words, case)))
        .flatten()
}

/// Returns the ids of all texts among things.
pub fn texts_of(sheet: &Sheet<'_>, found: &[Thing]) -> Vec<String> {
    let mut ids: Vec<String> = Vec::new();
    for thing in found {
        for own in &thing.own {
            let Some(node) = sheet.node(own) else {
                continue;
            };
            for (id, _) in texts(node) {
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
        }
    }
    sheet.free(&ids)
}

/// Sets texts otherwise.
pub fn apply(
    sheet: &mut Sheet<'_>,
    ids: &[String],
    setting: &TypeSetting,
) -> Result<(), EngineError> {
    let readable = sheet.unreadable();
    let faults = sheet.faults();
    let lines: Vec<usize> = ids
        .iter()
        .map(|id| super::text::lines_of(sheet, id))
        .collect();
    if let Some(name) = &setting.typeface {
        let family = family(name);
        match family {
            Some(family) => change(sheet, ids, |text| family.clone_into(&mut text.family)),
            None => {
                return Err(EngineError::InstructionNotUnderstood {
                    words: vec![name.clone()],
                });
            }
        }
    }
    if let Some(case) = setting.case {
        change(sheet, ids, |text| {
            text.text = cased(&text.text, case);
            text.case = Case::AsIs;
            text.spans.clear();
        });
    }
    if let Some(bold) = setting.bold {
        embolden(sheet, ids, bold);
    }
    if let Some(italic) = setting.italic {
        change(sheet, ids, |text| text.italic = italic);
    }
    if let Some(underline) = setting.underline {
        change(sheet, ids, |text| text.underline = underline);
    }
    if let Some(spaced) = setting.spaced {
        let tracking = if spaced { SPACED } else { 0.0 };
        change(sheet, ids, |text| text.tracking = tracking);
    }
    if let Some(color) = &setting.color {
        let color = rgb(color);
        change(sheet, ids, |text| {
            text.color = color.into();
            text.spans.iter_mut().for_each(|span| span.color = None);
        });
    }
    if let Some(align) = setting.align {
        line_up(sheet, ids, align);
    }
    let others = TypeSetting {
        scale: None,
        ..setting.clone()
    } != TypeSetting::default();
    if let Some(scale) = setting.scale {
        match resize(sheet, ids, scale) {
            Ok(()) => {}
            // The rest can be done: the letters are then as large as they can be.
            Err(_) if others => {
                shrink_to_fit(sheet, ids, &faults);
                sheet.note(
                    "approximated",
                    "The text fills its place already: it is as large as it can be.",
                );
            }
            Err(error) => return Err(error),
        }
    } else if sheet.is_worse(&faults) {
        // Wider letters: the old size gives way, as far as it must.
        shrink_to_fit(sheet, ids, &faults);
    }
    settle(sheet, ids)?;
    if setting.scale.is_none() {
        for (id, lines) in ids.iter().zip(lines) {
            super::text::in_as_many_lines(sheet, id, lines);
        }
    }
    let asked = if setting.color.is_some() { ids } else { &[] };
    sheet.mend(&readable, asked);
    Ok(())
}

fn change(sheet: &mut Sheet<'_>, ids: &[String], f: impl Fn(&mut plantain_scene::node::Text)) {
    for id in ids {
        if let Some(node) = sheet.node_mut(id)
            && let Content::Text(text) = &mut node.content
        {
            f(text);
        }
    }
}

/// Makes letters heavier than they are, or regular.
fn embolden(sheet: &mut Sheet<'_>, ids: &[String], bold: bool) {
    let fonts = sheet.scene.theme.fonts.clone();
    change(sheet, ids, |text| {
        let now = if text.weight == 0 {
            fonts.get(text.font).weight
        } else {
            text.weight
        };
        text.weight = match (bold, now) {
            (true, 0..=699) => 700,
            (true, _) => 900,
            (false, _) => 400,
        };
        let own = if text.family.is_empty() {
            &fonts.get(text.font).family
        } else {
            &text.family
        };
        // A face of one weight cannot become bold: another of its kind can.
        if bold && heaviest(own) <= now {
            bolder_kin(own).clone_into(&mut text.family);
        }
    });
}

/// Returns a family like another one that has bold letters.
fn bolder_kin(own: &str) -> &'static str {
    let mut faces = plantain_scene::text::FACES.iter();
    let class = faces.find(|face| face.family == own).map(|face| face.class);
    match class {
        Some(Class::Serif) => "Playfair Display",
        Some(Class::Slab) => "Roboto Slab",
        Some(Class::Mono) => "JetBrains Mono",
        Some(Class::Script | Class::Hand) => "Dancing Script",
        _ => "Inter",
    }
}

/// Returns the heaviest weight of an embedded family.
fn heaviest(family: &str) -> u16 {
    plantain_scene::text::FACES
        .iter()
        .filter(|face| face.family == family)
        .map(|face| face.weights.1)
        .max()
        .unwrap_or(900)
}

/// Returns the embedded family for a kind of letters or a name.
pub fn family(name: &str) -> Option<&'static str> {
    let lower = name.trim().to_lowercase();
    let lower = lower
        .trim_end_matches(" font")
        .trim_end_matches(" typeface");
    Some(match lower {
        "serif" => "Playfair Display",
        "sans" | "sans serif" | "sans-serif" => "Inter",
        "mono" | "monospace" | "monospaced" | "typewriter" => "JetBrains Mono",
        "script" | "cursive" | "calligraphy" => "Dancing Script",
        "handwritten" | "handwriting" | "hand" => "Caveat",
        "slab" | "slab serif" => "Roboto Slab",
        "rounded" | "round" => "Nunito",
        "condensed" | "narrow" => "Oswald",
        "display" => "Abril Fatface",
        _ => return face(lower),
    })
}

/// Returns a text in another case.
fn cased(text: &str, case: LetterCase) -> String {
    match case {
        LetterCase::Upper => text.to_uppercase(),
        LetterCase::Lower => text.to_lowercase(),
        LetterCase::Title => {
            let mut start = true;
            text.chars()
                .flat_map(|c| {
                    let upper = start && c.is_alphabetic();
                    start = c.is_whitespace() || c == '-';
                    if upper {
                        c.to_uppercase().collect::<Vec<char>>()
                    } else {
                        c.to_lowercase().collect()
                    }
                })
                .collect()
        }
    }
}

/// Up to this factor a text is to be larger, by how much is open …
const BIGGER_MAX: f32 = 1.35;
/// … and from this one on everybody sees that it is.
const BIGGER_LEAST: f32 = 1.12;

/// Sets texts larger or smaller, as far as they fit.
pub fn resize(sheet: &mut Sheet<'_>, ids: &[String], scale: f32) -> Result<(), EngineError> {
    let scale = scale.clamp(0.2, 6.0);
    let before = sheet.scene.clone();
    let faults = sheet.faults();
    let shown: Vec<(String, f32)> = sheet
        .picture()
        .texts
        .iter()
        .filter(|text| ids.contains(&text.id))
        .map(|text| (text.id.clone(), text.size))
        .collect();
    let size_of = |id: &str| {
        shown
            .iter()
            .find(|(own, _)| own == id)
            .map_or(16.0, |s| s.1)
    };
    let set = |sheet: &mut Sheet<'_>, k: f32, wide: bool| {
        sheet.scene = before.clone();
        for id in ids {
            let size = (size_of(id) * k).max(SIZE_MIN);
            if wide {
                widen(sheet, id);
            }
            if let Some(node) = sheet.node_mut(id) {
                scale_box(node, k);
                if let Content::Text(text) = &mut node.content {
                    text.size = size;
                    text.min_size = if text.min_size > 0.0 {
                        size * 0.995
                    } else {
                        0.0
                    };
                }
            }
        }
        sheet.touch();
    };
    if scale < 1.0 {
        set(sheet, scale, false);
        for id in ids {
            if let Some(node) = sheet.node_mut(id)
                && let Content::Text(text) = &mut node.content
            {
                text.min_size = text.min_size.min(text.size);
            }
        }
        return Ok(());
    }
    let lines = |sheet: &mut Sheet<'_>| -> usize {
        let texts = &sheet.picture().texts;
        let own = texts.iter().filter(|text| ids.contains(&text.id));
        own.map(|text| text.lines.len()).sum()
    };
    sheet.touch();
    let lines_before = lines(sheet);
    // "Bigger" leaves open by how much: a title stays on its line where that still makes it bigger.
    let tries = (0..STEPS).map(|step| (step, true));
    let tries = tries.filter(|_| scale <= BIGGER_MAX);
    for (step, whole_lines) in tries.chain((0..STEPS).map(|step| (step, false))) {
        let k = scale + (1.0 - scale) * step as f32 / STEPS as f32;
        if whole_lines && k < BIGGER_LEAST {
            continue;
        }
        for wide in [false, true] {
            set(sheet, k, wide);
            let wrapped = whole_lines && lines(sheet) > lines_before;
            if !wrapped && !sheet.is_worse(&faults) {
                loosen(sheet, ids);
                if k < scale * 0.97 && !whole_lines {
                    sheet.note(
                        "approximated",
                        "The text is as large as its place allows, not as large as asked.",
                    );
                }
                return Ok(());
            }
        }
    }
    sheet.scene = before;
    sheet.touch();
    Err(EngineError::NothingChanged {
        why: "the text fills its place already".into(),
    })
}

/// Lets texts shrink again, so that later edits can.
fn loosen(sheet: &mut Sheet<'_>, ids: &[String]) {
    change(sheet, ids, |text| {
        if text.min_size > 0.0 {
            text.min_size = (text.size * 0.6).max(SIZE_MIN);
        }
    });
}

/// Grows the sides of a box that were made to measure for its text.
fn scale_box(node: &mut Node, k: f32) {
    let layout = &mut node.layout;
    if k > 1.0 {
        layout.min_h *= k;
        if let Len::Units(h) = layout.h {
            layout.h = Len::Units(h * k);
        }
    }
}

/// Widens the box of a text, or of the column that it stands in, to the margins of the canvas.
fn widen(sheet: &mut Sheet<'_>, id: &str) {
    let (width, _) = sheet.size();
    let room = width * (1.0 - 2.0 * MARGIN);
    let mut path = sheet.ancestors(id);
    path.push(id.to_owned());
    for id in path.iter().skip(1) {
        let Some(node) = sheet.node_mut(id) else {
            continue;
        };
        let text = matches!(node.content, Content::Text(_));
        if let Len::Units(w) = node.layout.w
            && (text || node.style.fill.is_none())
            && w < room
        {
            if let Some(at) = &mut node.layout.at {
                let spare = (room - w).max(0.0);
                at[0] = (at[0] - spare / 2.0).max(width * MARGIN);
            }
            node.layout.w = Len::Units(room);
        }
        if node.layout.max_w > 0.0 {
            node.layout.max_w = room;
        }
    }
}

/// Makes texts smaller until the picture has no fault that it had not before.
fn shrink_to_fit(sheet: &mut Sheet<'_>, ids: &[String], faults: &super::fit::Faults) {
    for _ in 0..STEPS {
        change(sheet, ids, |text| {
            text.size = (text.size * 0.92).max(SIZE_MIN);
            text.min_size = text.min_size.min(text.size);
        });
        if !sheet.is_worse(faults) {
            return;
        }
    }
}

/// Whether a text begins at the left already: its lines do, and nothing sets its box into the middle of what holds it.
fn stands_at_start(sheet: &Sheet<'_>, id: &str) -> bool {
    let start = |place: Option<Place>| matches!(place, None | Some(Place::Start | Place::Stretch));
    let Some(node) = sheet.node(id) else {
        return false;
    };
    let text = node
        .as_text()
        .is_some_and(|text| text.align == Align::Start);
    let held = sheet
        .parent(id)
        .and_then(|(parent, _)| sheet.node(&parent).cloned());
    let held = held.is_none_or(|parent| {
        let own = parent.layout.flow == plantain_scene::node::Flow::Row;
        own || start(parent.layout.align)
    });
    text && start(node.layout.own_align) && held
}

/// Sets lines to a side.
fn line_up(sheet: &mut Sheet<'_>, ids: &[String], to: Alignment) {
    let align = match to {
        Alignment::Left => Align::Start,
        Alignment::Right => Align::End,
        Alignment::Center | Alignment::Middle => Align::Center,
        Alignment::Even => Align::Justify,
        Alignment::Top | Alignment::Bottom | Alignment::Across | Alignment::Down => return,
    };
    let place = match align {
        Align::Start | Align::Justify => Place::Start,
        Align::Center => Place::Center,
        Align::End => Place::End,
    };
    let (width, _) = sheet.size();
    for id in ids {
        if place == Place::Start && stands_at_start(sheet, id) {
            continue;
        }
        let above = sheet.ancestors(id);
        if let Some(node) = sheet.node_mut(id) {
            node.layout.own_align = Some(place);
            if let Content::Text(text) = &mut node.content {
                text.align = align;
            }
        }
        // A column made to measure stands at a side itself.
        for id in above.iter().skip(1) {
            let Some(rect) = sheet.rect(id) else { continue };
            let panel = panel_below(sheet, &rect);
            let Some(node) = sheet.node_mut(id) else {
                continue;
            };
            if node.style.fill.is_some() || node.layout.at.is_none() {
                continue;
            }
            let (left, right) = panel.map_or((0.0, width), |panel| (panel.x, panel.right()));
            if rect.w < (right - left) * 0.8 {
                let margin = (right - left) * 0.07;
                let x = match place {
                    Place::Center => (left + right - rect.w) / 2.0,
                    Place::End => right - margin - rect.w,
                    _ => left + margin,
                };
                if let Some(at) = &mut node.layout.at {
                    at[0] += x - rect.x;
                }
            }
        }
    }
}

/// Returns the box of the smallest form that is painted below all of a box and is not the page itself.
fn panel_below(sheet: &mut Sheet<'_>, inside: &Rect) -> Option<Rect> {
    let (w, h) = sheet.size();
    sheet
        .picture()
        .boxes
        .iter()
        .filter(|own| !own.ground.is_empty())
        .map(|own| super::sheet::rect_of(own.rect))
        .filter(|r| r.area() < w * h * 0.8 && r.w > inside.w && r.contains(inside, 4.0))
        .min_by(|a, b| a.area().total_cmp(&b.area()))
}

fn said(setting: &TypeSetting) -> String {
    let mut parts = Vec::new();
    match setting.scale {
        Some(k) if k > 1.0 => parts.push("larger".to_owned()),
        Some(_) => parts.push("smaller".into()),
        None => {}
    }
    if let Some(bold) = setting.bold {
        parts.push(if bold {
            "bolder".into()
        } else {
            "lighter".into()
        });
    }
    if setting.italic == Some(true) {
        parts.push("italic".into());
    }
    if setting.underline == Some(true) {
        parts.push("underlined".into());
    }
    if let Some(spaced) = setting.spaced {
        parts.push(if spaced { "spaced" } else { "closely set" }.into());
    }
    if let Some(case) = setting.case {
        parts.push(
            match case {
                LetterCase::Upper => "in capitals",
                LetterCase::Lower => "in small letters",
                LetterCase::Title => "with capitals at the beginnings",
            }
            .into(),
        );
    }
    if let Some(face) = &setting.typeface {
        parts.push(format!("in {face} letters"));
    }
    if let Some(color) = &setting.color {
        parts.push(color.name.clone());
    }
    if setting.align.is_some() {
        parts.push("aligned anew".into());
    }
    format!("The text is {} now.", parts.join(", "))
}

/// Whether a thing is all text.
pub fn is_text(thing: &Thing) -> bool {
    thing.kind == Kind::Text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_and_faces() {
        assert_eq!(cased("we are hiring", LetterCase::Upper), "WE ARE HIRING");
        assert_eq!(
            cased("open-air CINEMA", LetterCase::Title),
            "Open-Air Cinema"
        );
        assert_eq!(family("serif"), Some("Playfair Display"));
        assert_eq!(family("bebas neue"), Some("Bebas Neue"));
        assert_eq!(family("no such face"), None);
    }
}
