//! One thing in the place of another.

use plantain_engine::EngineError;
use plantain_read::{Item, Location, ObjectPhrase, Referent, Target};
use plantain_scene::color::Rgba;
use plantain_scene::node::Content;

use super::add;
use super::sheet::{Sheet, undrawable};
use super::things::{Kind, Thing, short};
use super::{background, data, remove, staging, text};
use crate::stage::lexicon::{Class, look_up};
use crate::stage::rect::Rect;

/// Puts `with` where the target is.
pub fn replace(sheet: &mut Sheet<'_>, target: &Target, with: &Item) -> Result<(), EngineError> {
    if let Item::Things(phrase) = with
        && staging::is_place(sheet, target)
    {
        let words = if phrase.words.is_empty() {
            &phrase.noun
        } else {
            &phrase.words
        };
        return staging::place(sheet, words);
    }
    match with {
        Item::Text { text: to, .. } => return text::set(sheet, target, None, to),
        Item::Part {
            kind: plantain_read::Component::Chart(kind),
            ..
        } => return data::chart(sheet, target, *kind),
        _ => {}
    }
    if let Item::Things(phrase) = with
        && poured(sheet, target, phrase)
    {
        return Ok(());
    }
    if let Item::Things(phrase) = with
        && phrase.words.to_lowercase().contains("radio")
        && super::switches::as_radios(sheet)
    {
        return Ok(());
    }
    let found = match (with, &target.what) {
        (Item::Things(phrase), Referent::Same) if sheet.same.is_empty() => {
            of_its_kind(sheet, phrase).map_or_else(|| sheet.find(target), Ok)?
        }
        _ => sheet.find(target)?,
    };
    match with {
        // "Blue cape instead" of somebody who wears another: nobody gives their place to a garment.
        Item::Things(phrase)
            if target.what == Referent::Same
                && matches!(look_up(&phrase.noun).0, Class::Worn(_))
                && found
                    .iter()
                    .all(|thing| look_up(&thing.noun).0.is_animate()) =>
        {
            add::add(sheet, with, &Location::default())
        }
        // "Dinner to Lunch": words that stand there give way to words.
        Item::Things(phrase) if found.iter().all(|thing| thing.kind == Kind::Text) => {
            text::set(sheet, target, Some(&target.words), &phrase.words)
        }
        Item::Things(phrase) => things(sheet, &found, phrase),
        Item::Picture(n) => picture(sheet, &found, *n),
        _ => Err(undrawable(format!(
            "something else in the place of {}",
            target.words
        ))),
    }
}

/// Returns the things of the one other name that are of the kind of a newcomer: flowers for flowers, animals for animals.
fn of_its_kind(sheet: &mut Sheet<'_>, phrase: &ObjectPhrase) -> Option<Vec<Thing>> {
    let kind = plantain_read::category(&phrase.noun)?;
    let mut there = sheet.things();
    there.retain(|thing| {
        thing.kind == Kind::Object && plantain_read::category(&thing.noun) == Some(kind)
    });
    let first = there.first()?.noun.clone();
    (first != phrase.noun && there.iter().all(|thing| thing.noun == first)).then_some(there)
}

fn things(
    sheet: &mut Sheet<'_>,
    found: &[Thing],
    phrase: &ObjectPhrase,
) -> Result<(), EngineError> {
    let n = phrase.count.map_or(found.len(), |n| n as usize).max(1);
    let mut places: Vec<Thing> = found.to_vec();
    places.truncate(n);
    let text = found.iter().any(|thing| thing.kind == Kind::Text);
    if text {
        return Err(undrawable("an object in the place of a text"));
    }
    if found.iter().any(|thing| thing.kind == Kind::Chart) {
        return Err(undrawable("an object in the place of a chart"));
    }
    emptied(sheet, &places, phrase);
    let mut made = Vec::new();
    for place in &places {
        let one = ObjectPhrase {
            count: Some(1),
            ..phrase.clone()
        };
        made.extend(add::instead(sheet, place, &one)?);
    }
    let pile = super::count::is_pile(found);
    if phrase.size == Some(plantain_read::SizeWord::Huge) {
        for (id, place) in made.iter().zip(&places) {
            outgrow(sheet, id, place);
        }
    }
    if pile {
        for (id, place) in made.iter().zip(&places) {
            fill_place(sheet, id, place);
        }
    }
    remove::take_only(sheet, found);
    let place = places.last().map(|t| t.id.clone());
    sheet.same.clone_from(&made);
    if n > places.len() {
        let more = u32::try_from(n - places.len()).unwrap_or(0);
        let things: Vec<Thing> = made
            .iter()
            .filter_map(|id| sheet.thing(id, Kind::Object))
            .collect();
        super::count::more(sheet, &things, more)?;
    }
    let _ = place;
    // In a pile all lie close.
    for id in made.iter().filter(|_| !pile) {
        super::place::row::make_way(sheet, id);
    }
    sheet.because(format!(
        "“{}” gave its place to “{}”.",
        short(&found[0].noun),
        phrase.noun
    ));
    Ok(())
}

/// "Milk instead of juice": another drink in the glasses that are there; false where none is spoken of, or it stands for itself.
fn poured(sheet: &mut Sheet<'_>, target: &Target, phrase: &ObjectPhrase) -> bool {
    let drink = |noun: &str| crate::stage::mend::drink_color(noun);
    let told = matches!(&target.what, Referent::Thing(noun) if drink(noun).is_some());
    let Some([r, g, b]) = drink(&phrase.noun).filter(|_| told && sheet.find(target).is_err())
    else {
        return false;
    };
    let glasses = sheet.things();
    let mut filled = false;
    for id in glasses.iter().flat_map(|thing| &thing.own) {
        if let Some(Content::Object(object)) = sheet.node_mut(id).map(|node| &mut node.content)
            && object.name == "glass-of-water"
        {
            object.tint = Some(Rgba([r, g, b, 255]).into());
            filled = true;
        }
    }
    if filled {
        sheet.touch();
        sheet.because(format!("There is {} in the glass now.", phrase.noun));
    }
    filled
}

/// Makes a giant higher than what stood there, as far as the picture has room above its foot.
fn outgrow(sheet: &mut Sheet<'_>, id: &str, place: &Thing) {
    const HIGHER: f32 = 1.15;
    let Some(own) = sheet.thing(id, Kind::Object) else {
        return;
    };
    let (w, h) = sheet.size();
    let r = own.rect;
    let room = (r.bottom() - 0.04 * h).min(0.8 * w / r.w * r.h);
    let high = (place.rect.h * HIGHER).min(room);
    if high > r.h {
        let wide = r.w * high / r.h;
        let cx = r.cx().min(0.97 * w - wide / 2.0).max(0.03 * w + wide / 2.0);
        sheet.put(&own, Rect::standing(cx, r.bottom(), wide, high));
    }
}

/// What stood in a vessel goes with it, unless another vessel takes its place.
fn emptied(sheet: &mut Sheet<'_>, places: &[Thing], phrase: &ObjectPhrase) {
    let is_vessel = |noun: &str| look_up(noun).0 == Class::Container;
    if is_vessel(&phrase.noun) {
        return;
    }
    for place in places.iter().filter(|place| is_vessel(&place.noun)) {
        let mut inside = sheet.things();
        inside.retain(|thing| thing.kind == Kind::Object && sheet.stands_in(thing, place));
        remove::take_only(sheet, &inside);
    }
}

/// Makes a newcomer of a pile as wide as what lay there, so that it lies on the others as that did.
fn fill_place(sheet: &mut Sheet<'_>, id: &str, place: &Thing) {
    /// How much higher than what lay there it may become.
    const HIGHER_MAX: f32 = 1.3;
    let Some(own) = sheet.thing(id, Kind::Object) else {
        return;
    };
    let (r, there) = (own.rect, place.rect);
    let k = (there.w / r.w).min(there.h * HIGHER_MAX / r.h);
    if k > 1.0 {
        sheet.put(
            &own,
            Rect::standing(there.cx(), there.bottom(), r.w * k, r.h * k),
        );
    }
}

fn picture(sheet: &mut Sheet<'_>, found: &[Thing], n: u32) -> Result<(), EngineError> {
    let node = background::image(sheet, n, false)?;
    for thing in found {
        let Some((parent, place)) = sheet.parent(&thing.id) else {
            continue;
        };
        let Some(old) = sheet.node(&thing.id).cloned() else {
            continue;
        };
        let mut new = node.clone();
        new.layout = old.layout.clone();
        new.role.clone_from(&old.role);
        if new.layout.at.is_none() {
            let Rect { w, h, .. } = thing.rect;
            new = new.size_box(w, h);
        }
        sheet.remove(&thing.own);
        sheet.insert(&parent, place, vec![new]);
    }
    sheet.touch();
    sheet.because("The other picture stands in its place.");
    Ok(())
}
