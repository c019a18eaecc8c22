//! What comes on a roof: chimneys, and the smoke that rises from them.

use plantain_engine::EngineError;
use plantain_read::{Location, ObjectPhrase, Referent};
use plantain_scene::Rgba;
use plantain_scene::build::stack;
use plantain_scene::node::Content;

use super::casting::{Slot, casting, emit, moved, unshadowed};
use crate::edit::scene::sheet::Sheet;
use crate::edit::scene::things::{Kind, Thing, same_noun};
use crate::stage::assembly::Assembly;
use crate::stage::lexicon::{Class, look_up};
use crate::stage::pen::oval;
use crate::stage::rect::Rect;
use crate::wardrobe::rgb;

/// Where a chimney stands on a house, as a share of its width, with the chimney's width and height as shares of the house.
const CHIMNEY: (f32, f32, f32) = (0.27, 0.17, 0.36);
/// Where its top is, as a share of the height of the house.
const CHIMNEY_TOP: f32 = 0.04;

/// Puts chimneys onto a roof, or lets smoke rise; none where something else is to come, or there is no house.
pub(super) fn on_the_roof(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
    at: &Location,
) -> Result<Option<usize>, EngineError> {
    match phrase.noun.as_str() {
        "smoke" | "steam" => smoke(sheet, phrase, at),
        "chimney" => chimney(sheet, phrase, at),
        _ => Ok(None),
    }
}

/// Returns the only house, or the one that a place tells of.
fn house(sheet: &mut Sheet<'_>, at: &Location) -> Option<Thing> {
    let mut houses = match &at.relation {
        Some((_, target)) => match sheet.find(target) {
            Ok(found) => found,
            Err(_) => sheet.things(),
        },
        None => sheet.things(),
    };
    const HOUSES: &[&str] = &[
        "house",
        "hut",
        "cottage",
        "cabin",
        "barn",
        "lodge",
        "home",
        "villa",
        "farmhouse",
        "shed",
        "bakery",
        "inn",
        "mansion",
    ];
    houses.retain(|thing| {
        let head = thing.noun.rsplit(' ').next().unwrap_or(&thing.noun);
        let built = HOUSES.contains(&head) || look_up(&thing.noun).0 == Class::Building;
        thing.kind == Kind::Object && built
    });
    match houses.as_slice() {
        [only] => Some(only.clone()),
        _ => None,
    }
}

/// Puts a chimney onto the roof of a house, behind its slope.
fn chimney(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
    at: &Location,
) -> Result<Option<usize>, EngineError> {
    let Some(house) = house(sheet, at).filter(|_| phrase.count.unwrap_or(1) == 1) else {
        return Ok(None);
    };
    let (brief, cast) = casting(sheet, std::slice::from_ref(phrase), None)?;
    let Some(root) = cast.groups.iter().flatten().copied().next() else {
        return Ok(None);
    };
    let assembly = Assembly::of(&cast, root);
    let b = assembly.bounds();
    let (share, wide, high) = CHIMNEY;
    let r = house.rect;
    // One that is drawn with the house stands on the other side.
    let drawn = part_of(sheet, &house, "chimney").map(|own| own.cx() < r.cx());
    let cx = match drawn {
        Some(true) => r.right() - share * r.w,
        _ => r.x + share * r.w,
    };
    let k = (r.w * wide / b.w).min(r.h * high / b.h);
    let foot = r.y + CHIMNEY_TOP * r.h + b.h * k;
    let pieces = moved(&assembly.pieces, k, cx - b.cx() * k, foot - b.bottom() * k);
    let Some((parent, _)) = sheet.parent(&house.id) else {
        return Ok(None);
    };
    let places = house.own.iter().filter_map(|id| Some(sheet.parent(id)?.1));
    let at = places.min().unwrap_or(0);
    let slot = Slot { parent, at };
    let ids = emit(sheet, &brief, &cast, unshadowed(pieces), &slot);
    sheet.same = ids;
    Ok(Some(1))
}

/// Lets smoke rise from the chimney of the only house, which gets one where it has none; none where there is no one house.
fn with_chimney(
    sheet: &mut Sheet<'_>,
    at: &Location,
) -> Result<Option<(String, Rect)>, EngineError> {
    let told = matches!(at.relation.as_ref().map(|(_, target)| &target.what),
        Some(Referent::Thing(noun)) if same_noun("chimney", noun));
    let phrase = ObjectPhrase {
        noun: "chimney".into(),
        words: "chimney".into(),
        count: Some(1),
        ..ObjectPhrase::default()
    };
    if !told || chimney(sheet, &phrase, &Location::default())?.is_none() {
        return Ok(None);
    }
    Ok(source(sheet, at))
}

/// Lets smoke rise from a chimney, from what the place tells of, or from what burns or steams; none where nothing of it is there.
fn smoke(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
    at: &Location,
) -> Result<Option<usize>, EngineError> {
    let from = match source(sheet, at) {
        Some(from) => Some(from),
        None => with_chimney(sheet, at)?,
    };
    Ok(from.and_then(|from| rise(sheet, phrase, from)))
}

/// Draws puffs of smoke that rise from the mouth of a thing.
fn rise(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
    (below, from): (String, Rect),
) -> Option<usize> {
    let (w, h) = sheet.size();
    let color = phrase.color.as_ref().map_or(Rgba::hex(0xe9ebf0), rgb);
    // A mouth is wide; smoke begins narrow and stays on the picture.
    let unit = from.w.clamp(0.012 * w, 0.09 * w);
    let rise = (from.y - 0.02 * h).min(5.2 * unit);
    let unit = unit.min(rise / 3.4).max(0.006 * w);
    let puffs: Vec<Rect> = (0..5)
        .map(|i| {
            let t = i as f32;
            let size = unit * (0.7 + 0.28 * t);
            let x = from.cx() + unit * (0.16 * t * t + if i % 2 == 0 { 0.0 } else { -0.18 });
            Rect::around(x, from.y - unit * (0.2 + 0.72 * t), size * 1.15, size)
        })
        .collect();
    let all = puffs.iter().copied().reduce(|a, b| a.union(&b))?;
    let nodes = puffs.iter().enumerate().map(|(i, puff)| {
        let alpha = 0.92 - 0.12 * i as f32;
        oval(puff.shifted(-all.x, -all.y), color.faded(alpha))
    });
    let node = stack()
        .bounds(all.x, all.y, all.w, all.h)
        .role("thing")
        .fact("noun", phrase.noun.clone())
        .children(nodes.collect::<Vec<_>>());
    let (parent, at) = sheet.parent(&below)?;
    sheet.same = sheet.insert(&parent, at + 1, vec![node]);
    sheet.touch();
    Some(1)
}

/// Returns the thing that smoke rises from, and the box of its mouth.
fn source(sheet: &mut Sheet<'_>, at: &Location) -> Option<(String, Rect)> {
    const SMOKING: &[&str] = &[
        "chimney",
        "campfire",
        "fire",
        "bonfire",
        "volcano",
        "fireplace",
        "stove",
        "train",
        "locomotive",
        "factory",
        "candle",
        "cup",
        "mug",
        "kettle",
        "teapot",
        "pot",
        "coffee",
        "tea",
        "bowl",
        "soup",
        "grill",
        "cauldron",
        "rocket",
        "ship",
        "steamship",
    ];
    let noun = match at.relation.as_ref().map(|(_, target)| &target.what) {
        Some(Referent::Thing(noun)) => Some(noun.clone()),
        _ => None,
    };
    let mouth = |thing: &Thing| {
        let r = thing.rect;
        (
            thing.id.clone(),
            Rect::new(r.cx() - 0.2 * r.w, r.y, 0.4 * r.w, 0.1 * r.h),
        )
    };
    let things: Vec<Thing> = sheet
        .things()
        .into_iter()
        .filter(|thing| thing.kind == Kind::Object)
        .collect();
    // What is told, a chimney that is drawn with a house, then anything that smokes.
    if let Some(noun) = &noun
        && let Some(thing) = things.iter().find(|thing| same_noun(noun, &thing.noun))
    {
        return Some(mouth(thing));
    }
    let part = noun.clone().unwrap_or_else(|| "chimney".into());
    for thing in &things {
        if let Some(own) = part_of(sheet, thing, &part) {
            return Some((thing.id.clone(), own));
        }
    }
    let smoking = |thing: &&Thing| SMOKING.iter().any(|word| same_noun(word, &thing.noun));
    let any = things.iter().find(smoking).filter(|_| noun.is_none());
    any.map(mouth)
}

/// Returns where a part of a drawn thing lies that goes by a noun: the chimney of a house.
fn part_of(sheet: &Sheet<'_>, thing: &Thing, noun: &str) -> Option<Rect> {
    let Content::Object(object) = &sheet.node(&thing.id)?.content else {
        return None;
    };
    let [x, y, w, h] = plantain_art::object(&object.name)?.part_top(noun)?;
    let r = thing.rect;
    let x = if object.flip { 1.0 - x - w } else { x };
    Some(Rect::new(r.x + x * r.w, r.y + y * r.h, w * r.w, h * r.h))
}
