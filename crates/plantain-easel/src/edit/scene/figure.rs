//! Drawn people with and without what they wear: the person is drawn anew, in the same place.

use plantain_engine::EngineError;
use plantain_read::{ObjectPhrase, Referent, Target};
use plantain_scene::Rgba;

use super::color::{garment, wear};
use super::sheet::Sheet;
use super::things::{Kind, Thing, same_noun};
use crate::stage::person::{self, Person, Trim};
use crate::wardrobe::rgb;

/// Takes off what the target names: a hat, glasses, a scarf, a tie, a beard. False where nobody who is meant has it.
pub fn take_off(sheet: &mut Sheet<'_>, target: &Target) -> Result<bool, EngineError> {
    let Referent::Thing(noun) = &target.what else {
        return Ok(false);
    };
    // A hat that was set on a head is a thing of its own.
    if sheet
        .things()
        .iter()
        .any(|thing| same_noun(noun, &thing.noun))
    {
        return Ok(false);
    }
    let mut done = Vec::new();
    for person in meant(sheet, target) {
        if redraw(sheet, &person, |figure| without(figure, noun)) {
            done.push(person.id);
        }
    }
    if done.is_empty() {
        return Ok(false);
    }
    sheet.same = done;
    sheet.because(format!("The {noun} is gone; the rest stays."));
    Ok(true)
}

/// Gives a drawn person what their face can have: glasses, a beard, a moustache. False where the thing is none of these, or the
/// drawing does not tell who it is.
pub fn put_on(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
    thing: &Thing,
) -> Result<bool, EngineError> {
    let color = phrase.color.as_ref().map(rgb);
    let done = redraw(sheet, thing, |figure| with(figure, &phrase.noun, color));
    let known = sheet.node(&thing.id).and_then(person::drawn);
    if !done && grows(&phrase.noun) && known.is_some() {
        return Err(EngineError::NothingChanged {
            why: format!("there is a {} already", phrase.noun),
        });
    }
    Ok(done)
}

/// Whether a noun names what grows in a face, and is put on like a garment.
pub fn grows(noun: &str) -> bool {
    matches!(last(noun), "beard" | "mustache" | "moustache")
}

/// Gives hair, or what those who are meant wear, another colour; false where nobody has it.
pub fn dye(sheet: &mut Sheet<'_>, target: &Target, color: Rgba) -> bool {
    let Referent::Thing(noun) = &target.what else {
        return false;
    };
    let Some(key) = garment(noun) else {
        return false;
    };
    let mut done = Vec::new();
    for person in meant(sheet, target) {
        let has = sheet
            .node(&person.id)
            .and_then(|node| node.facts.get(key))
            .is_some_and(|own| *own != color.to_string());
        if !has {
            continue;
        }
        match key {
            // Brows and beard have the colour of the hair, in shades of their own.
            "hair" => {
                redraw(sheet, &person, |figure| {
                    figure.hair_color = color;
                    true
                });
            }
            _ => wear(sheet, &person.id, key, color),
        }
        done.push(person.id);
    }
    if done.is_empty() {
        return false;
    }
    sheet.same = done;
    sheet.touch();
    true
}

/// Returns the people that a target speaks of: those it names ("the hat of the man"), else all.
fn meant(sheet: &mut Sheet<'_>, target: &Target) -> Vec<Thing> {
    let owners = match &target.by {
        Some((_, owner)) => sheet.find(owner).unwrap_or_default(),
        None => sheet.things(),
    };
    let drawn = |thing: &Thing| {
        sheet
            .node(&thing.id)
            .is_some_and(|node| person::drawn(node).is_some())
    };
    let people: Vec<Thing> = owners
        .into_iter()
        .filter(|thing| thing.kind == Kind::Object && drawn(thing))
        .collect();
    // "His hat": of a man and a woman, his.
    let words = format!(" {} ", target.words.to_lowercase());
    let she = words.contains(" her ").then_some(true);
    let his = words.contains(" his ").then_some(false);
    let told = she.or(his).filter(|_| people.len() > 1);
    people
        .into_iter()
        .filter(|thing| {
            let figure = sheet.node(&thing.id).and_then(person::drawn);
            told.is_none_or(|feminine| figure.is_some_and(|figure| figure.feminine == feminine))
        })
        .collect()
}

/// Draws a person after a change; false where the drawing does not tell who it is, or nothing changed.
fn redraw(sheet: &mut Sheet<'_>, thing: &Thing, change: impl FnOnce(&mut Person) -> bool) -> bool {
    if sheet.kept.contains(&thing.id) {
        return false;
    }
    let (Some(node), Some(rect)) = (sheet.node(&thing.id).cloned(), sheet.rect(&thing.id)) else {
        return false;
    };
    let Some(mut figure) = person::drawn(&node).filter(|_| node.style.rotate == 0.0) else {
        return false;
    };
    if !change(&mut figure) {
        return false;
    }
    let new = person::redrawn(&node, &figure, (rect.w, rect.h));
    if let Some(place) = sheet.node_mut(&thing.id) {
        *place = new;
    }
    // Boxes that said where a garment is say so no more, unless it is still worn.
    let gone: Vec<String> = boxes_of(sheet, &thing.id)
        .into_iter()
        .filter(|(_, noun)| !wears(&figure, noun))
        .map(|(id, _)| id)
        .collect();
    sheet.remove(&gone);
    sheet.touch();
    true
}

/// Returns the boxes that say where garments of a person are, with the garments' nouns.
fn boxes_of(sheet: &Sheet<'_>, person: &str) -> Vec<(String, String)> {
    let mut out = Vec::new();
    sheet.scene.root.visit(&mut |node| {
        if let Some((garment, _)) = node.id.split_once("-of-")
            && node.facts.get("of").is_some_and(|of| of == person)
        {
            out.push((node.id.clone(), garment.replace('-', " ")));
        }
    });
    out
}

/// Whether a figure still wears what a noun names, where taking it off is known.
fn wears(figure: &Person, noun: &str) -> bool {
    match last(noun) {
        "hat" | "cap" | "helmet" | "crown" | "beanie" | "beret" => figure.hat.is_some(),
        "glasses" | "spectacles" | "sunglasses" => figure.glasses.is_some(),
        "scarf" => figure.scarf.is_some(),
        "tie" => figure.tie.is_some(),
        _ => true,
    }
}

fn last(noun: &str) -> &str {
    noun.rsplit(' ').next().unwrap_or(noun)
}

/// Takes something off a figure; false where it has none.
fn without(figure: &mut Person, noun: &str) -> bool {
    let mut trim = |of: fn(&Trim) -> bool| {
        let before = figure.trims.len();
        figure.trims.retain(|own| !of(own));
        figure.trims.len() < before
    };
    match last(noun) {
        "mustache" | "moustache" => trim(|own| matches!(own, Trim::Mustache)),
        "apron" => trim(|own| matches!(own, Trim::Apron(_))),
        "cape" => trim(|own| matches!(own, Trim::Cape(_))),
        "mask" => trim(|own| matches!(own, Trim::EyeMask(_) | Trim::FaceMask(_))),
        "gloves" | "glove" => trim(|own| matches!(own, Trim::Gloves(_))),
        "hat" | "cap" | "helmet" | "crown" | "beanie" | "beret" | "hood" => {
            figure.hat.take().is_some()
        }
        "glasses" | "glass" | "spectacles" | "sunglasses" => figure.glasses.take().is_some(),
        "scarf" => figure.scarf.take().is_some(),
        "tie" => figure.tie.take().is_some(),
        "beard" => std::mem::take(&mut figure.beard),
        _ => false,
    }
}

/// Gives a figure what its face can have; false where that is something else, or it has it.
fn with(figure: &mut Person, noun: &str, color: Option<Rgba>) -> bool {
    match last(noun) {
        "beard" => !std::mem::replace(&mut figure.beard, true),
        "mustache" | "moustache" if !figure.trims.contains(&Trim::Mustache) => {
            figure.trims.push(Trim::Mustache);
            true
        }
        "glasses" | "spectacles" if figure.glasses.is_none() => {
            figure.glasses = Some(color.unwrap_or(Rgba::hex(0x2c_2f3a)));
            true
        }
        _ => false,
    }
}
