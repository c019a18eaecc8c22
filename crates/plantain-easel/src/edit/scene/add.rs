//! Things that come: cast and drawn by the stage's own means, placed where they make sense.

mod adorn;
mod attach;
mod belongs;
mod beside;
mod casting;
mod depth;
mod prints;
mod roof;
mod spots;
mod wording;

use attach::put_on;
use plantain_engine::EngineError;
use plantain_read::{
    Item, Location, ObjectPhrase, Position, Referent, RelationKind, Role, Target, TypeSetting,
};
use plantain_scene::node::Content;
use wording::words;

use self::adorn::{border, picture, shadow, stamp, watermark};
pub use self::belongs::is_of_the_wall;
use self::belongs::{
    behind_the_place, in_its_water, is_of_the_sky, on_a_day, on_the_table, other_light, starry,
};
use self::beside::beside;
pub use self::casting::{Slot, unit};
use self::casting::{casting, emit, moved, nominal, order, unshadowed};
use self::prints::{printed_on_garment, scatter};
pub use self::spots::spot_aloft;
use self::spots::{Newcomer, fitting, free_spot};
use super::sheet::{Sheet, undrawable};
use super::things::{Kind, Thing, same_noun};
use super::{color, data, diagram, find, rows, staging};
use crate::stage::assembly::Assembly;
use crate::stage::cast::flies;
use crate::stage::lexicon::{Class, look_up};
use crate::stage::place::Place;
use crate::wardrobe::rgb;
pub(super) use attach::attached;

/// Largest share of the canvas that a thing takes when nothing says how large it is.
const SHARE: f32 = 0.34;

/// Units to one nominal size on a stage without things, as a share of the shorter side.
const USUAL: f32 = 0.17;

/// Puts something on the picture.
pub fn add(sheet: &mut Sheet<'_>, item: &Item, at: &Location) -> Result<(), EngineError> {
    let at = &at_the_end(sheet, item, at);
    if *at == Location::default() && on_a_day(sheet, item) {
        return Ok(());
    }
    match item {
        // "A blue door on the house": what is drawn with it gets its colour.
        Item::Things(phrase) if drawn_with(sheet, phrase, at) => Ok(()),
        // "Add apples" to a shopping list is one more line of it.
        Item::Things(phrase) if rows::named(sheet, phrase, at)? => Ok(()),
        Item::Things(phrase) => {
            let n = match (things(sheet, phrase, at), name_of(phrase)) {
                // "A COO Ben Ortiz": a name that nobody draws is written.
                (Err(EngineError::EditNeedsGenerativeEngine { .. }), Some(name)) => {
                    return words(sheet, name, None, Role::Text, &TypeSetting::default(), at);
                }
                (done, _) => done?,
            };
            sheet.because(if n == 1 {
                format!(
                    "A “{}” came; everything else stays where it was.",
                    phrase.noun
                )
            } else {
                format!(
                    "{n} × “{}” came; everything else stays where it was.",
                    phrase.noun
                )
            });
            Ok(())
        }
        Item::Text {
            text,
            value,
            role,
            setting,
        } => {
            let plain = value.is_none() && *setting == TypeSetting::default();
            if plain && *at == Location::default() && rows::charged(sheet, text)? {
                return Ok(());
            }
            words(sheet, text, value.as_deref(), *role, setting, at)
        }
        Item::Part { kind, texts, color } => {
            rows::part(sheet, *kind, texts, at)?;
            // The newcomer is what the sheet speaks of now.
            match color {
                Some(color) => color::dye_same(sheet, rgb(color)),
                None => Ok(()),
            }
        }
        Item::Row(cells) => row(sheet, cells, at),
        Item::Column { name, cards } => rows::column(sheet, name, cards),
        Item::Message { from, text } => match rows::message(sheet, from.as_deref(), text)? {
            true => Ok(()),
            false => words(sheet, text, None, Role::Text, &TypeSetting::default(), at),
        },
        Item::Point { label, value } => data::point(sheet, label, value),
        Item::Shadow => shadow(sheet),
        Item::Border { color, width } => {
            border(sheet, color.as_ref().map(rgb), *width);
            Ok(())
        }
        Item::Picture(n) => picture(sheet, *n, at),
        Item::Stamp { text, color } => {
            stamp(sheet, text, color.as_ref().map(rgb), at);
            Ok(())
        }
        Item::Watermark(words) => {
            watermark(sheet, words, at);
            Ok(())
        }
    }
}

/// Adds a line to a list, a table or a chart, where the place says.
fn row(sheet: &mut Sheet<'_>, cells: &[String], at: &Location) -> Result<(), EngineError> {
    if at.relation.is_some() && diagram::add(sheet, &cells.join(" "), at).unwrap_or(false) {
        return Ok(());
    }
    if rows::row_under(sheet, cells, at)? || rows::row_beside(sheet, cells, at)? {
        return Ok(());
    }
    if let ([label, value], true) = (cells, *at == Location::default())
        && sheet
            .worded(label)
            .iter()
            .any(|line| find::fold(&line.noun) == find::fold(label))
        && value.bytes().any(|b| b.is_ascii_digit())
        && data::set(sheet, Some(label), value).is_ok()
    {
        return Ok(());
    }
    match cells {
        // "Team $40" beside plans, each on a card of its own.
        [_, _] if sheet.with_roles(&["plan", "product"]).len() > 1 => {
            return rows::part(sheet, plantain_read::Component::Card, cells, at);
        }
        [label, value] if !rows::listed(sheet) && data::points::main(sheet).is_some() => {
            data::point(sheet, label, value)?;
        }
        [label] if rows::charged(sheet, label)? => return Ok(()),
        // A map of ideas has branches where a list has lines.
        [_] if rows::listed(sheet) => rows::row(sheet, cells)?,
        [label] => match diagram::add(sheet, label, at).unwrap_or(false) {
            true => {}
            false => return words(sheet, label, None, Role::Text, &TypeSetting::default(), at),
        },
        _ => rows::row(sheet, cells)?,
    }
    rows::to_place(sheet, at)
}

/// Whether a thing that comes in a colour is a part of what it is to be on: then that part is dyed.
fn drawn_with(sheet: &mut Sheet<'_>, phrase: &ObjectPhrase, at: &Location) -> bool {
    let Some((RelationKind::On | RelationKind::In, _)) = &at.relation else {
        return false;
    };
    let part = Target {
        what: Referent::Thing(phrase.noun.clone()),
        words: phrase.noun.clone(),
        by: at
            .relation
            .clone()
            .map(|(kind, owner)| (kind, Box::new(owner))),
        ..Target::default()
    };
    phrase
        .color
        .as_ref()
        .is_some_and(|color| color::portions::dye(sheet, &part, color))
}

/// Returns the words of a phrase without its article, where all of them are names.
fn name_of(phrase: &ObjectPhrase) -> Option<&str> {
    let (article, rest) = phrase.words.split_once(' ')?;
    let name = match article {
        "a" | "an" | "the" => rest,
        _ => phrase.words.as_str(),
    };
    let capital = |word: &str| word.starts_with(char::is_uppercase);
    let names = name.split_whitespace().count() > 1 && name.split_whitespace().all(capital);
    names.then_some(name)
}

/// "At the end" is where one more of a list or a flow goes anyway.
fn at_the_end(sheet: &mut Sheet<'_>, item: &Item, at: &Location) -> Location {
    let end = |target: &Target| matches!(&target.what, Referent::Thing(noun) if noun == "end");
    match &at.relation {
        Some((_, target))
            if end(target) && !matches!(item, Item::Things(_)) && sheet.find(target).is_err() =>
        {
            Location {
                relation: None,
                ..at.clone()
            }
        }
        _ => at.clone(),
    }
}

/// Adds things; returns how many.
pub fn things(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
    at: &Location,
) -> Result<usize, EngineError> {
    let phrase = &uncounted(phrase);
    if phrase.attributes.iter().any(|word| word == "lit") {
        sheet.note(
            "approximated",
            format!(
                "The {} came; its lights are not drawn shining.",
                phrase.noun
            ),
        );
    }
    // Nobody grows wings: who is drawn has the body that was drawn.
    let alive = |thing: &Thing| look_up(&thing.noun).0.is_animate();
    if is_of_a_body(&phrase.noun) && sheet.things().iter().any(alive) {
        return Err(undrawable(format!("“{}” on somebody", phrase.noun)));
    }
    let position = at.position.or(phrase.position);
    if behind_the_place(sheet, phrase, position, at) {
        return Ok(1);
    }
    other_light(sheet, phrase);
    if let Some(n) = roof::on_the_roof(sheet, phrase, at)? {
        return Ok(n);
    }
    if at.relation.is_none()
        && position.is_none()
        && let Some(n) = one_more(sheet, phrase)
    {
        return Ok(n);
    }
    let loosely = match &at.relation {
        None => position.is_none(),
        Some((kind, _)) => matches!(kind, RelationKind::With | RelationKind::NextTo),
    };
    if loosely && let Some(ids) = put_on(sheet, phrase)? {
        let n = ids.len();
        sheet.same = ids;
        return Ok(n);
    }
    let on_a_thing = sheet.stage().is_some() || position.is_none();
    if let Some((kind, target)) = at.relation.as_ref().filter(|_| on_a_thing) {
        return beside(sheet, phrase, position, (*kind, target));
    }
    // "In the middle" of a product is on it.
    if position == Some(Position::Center) {
        let mut objects = sheet.things();
        objects.retain(|thing| thing.kind == Kind::Object);
        if let [only] = objects.as_slice()
            && let Some(n) = printed_on_garment(sheet, phrase, only)?
        {
            return Ok(n);
        }
    }
    if position.is_none() {
        if let Some(n) = on_the_table(sheet, phrase)? {
            return Ok(n);
        }
        if let Some(n) = in_its_water(sheet, phrase)? {
            return Ok(n);
        }
    }
    loose(sheet, phrase, position)
}

/// "A third glass" is one more like those that are there.
fn uncounted(phrase: &ObjectPhrase) -> ObjectPhrase {
    let mut phrase = phrase.clone();
    phrase.attributes.retain(|word| {
        !matches!(
            word.as_str(),
            "second" | "third" | "fourth" | "fifth" | "another" | "new" | "extra" | "more"
        )
    });
    phrase
}

/// Adds to a row of the same things that is there already; none when there is no such row, or no room in it.
fn one_more(sheet: &mut Sheet<'_>, phrase: &ObjectPhrase) -> Option<usize> {
    let plain = phrase.color.is_none() && phrase.size.is_none() && phrase.attributes.is_empty();
    if !plain || is_young(&phrase.noun) {
        return None;
    }
    sheet.stage()?;
    let target = Target {
        what: Referent::Thing(phrase.noun.clone()),
        words: phrase.noun.clone(),
        ..Target::default()
    };
    let there = sheet.find(&target).ok()?;
    let alike = there
        .iter()
        .all(|thing| thing.kind == Kind::Object && same_noun(&phrase.noun, &thing.noun));
    if there.len() < 2 || !alike {
        return None;
    }
    let n = phrase.count.unwrap_or(1);
    let more = plantain_read::CountChange::By(i32::try_from(n).ok()?);
    let before = sheet.scene.clone();
    if super::count::set(sheet, &target, more).is_err() {
        sheet.scene = before;
        sheet.touch();
        return None;
    }
    Some(n as usize)
}

/// Birds fly over open water unless they are of those that swim, and so do several birds of no kind under any sky.
fn in_flight(sheet: &mut Sheet<'_>, phrase: &ObjectPhrase) -> ObjectPhrase {
    let mut phrase = phrase.clone();
    let Some(place) = sheet.stage().map(|stage| stage.memo.place) else {
        return phrase;
    };
    let water = matches!(place, Place::Sea | Place::SeaCut);
    let swims = matches!(
        phrase.noun.as_str(),
        "duck" | "swan" | "goose" | "pelican" | "penguin" | "duckling"
    );
    let flock = phrase.noun == "bird" && (phrase.plural || phrase.count.is_some_and(|n| n > 1));
    let flies = look_up(&phrase.noun).0 == Class::Bird && !swims;
    if flies && (water || flock && place.is_outside()) {
        phrase.attributes.push("flying".into());
    }
    phrase
}

/// Whether a noun names a part of a body.
fn is_of_a_body(noun: &str) -> bool {
    matches!(
        noun,
        "wing"
            | "tail"
            | "horn"
            | "antler"
            | "leg"
            | "arm"
            | "ear"
            | "paw"
            | "claw"
            | "head"
            | "fur"
            | "feather"
            | "beak"
    )
}

/// "A baby elephant" beside grown ones.
fn is_young(noun: &str) -> bool {
    noun.starts_with("baby ") || noun.starts_with("young ")
}

/// Adds things that stand free.
fn loose(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
    position: Option<Position>,
) -> Result<usize, EngineError> {
    if starry(sheet, phrase) {
        return Err(EngineError::NothingChanged {
            why: "the night sky shows its stars already".into(),
        });
    }
    // What the place shows of itself must not be there twice.
    if matches!(phrase.noun.as_str(), "moon" | "sun" | "rainbow") {
        staging::without(sheet, &phrase.noun);
    }
    if let Some(n) = another(sheet, phrase, position) {
        return Ok(n);
    }
    let phrase = &in_flight(sheet, phrase);
    let (brief, cast) = casting(sheet, std::slice::from_ref(phrase), None)?;
    let roots: Vec<usize> = cast.groups.iter().flatten().copied().collect();
    let unit = unit(sheet, None);
    let outdoors = sheet
        .stage()
        .is_some_and(|stage| stage.memo.place.is_outside());
    let mut ids = Vec::new();
    if sheet.stage().is_none() && position.is_none() && roots.len() > 1 {
        let n = roots.len();
        scatter(sheet, &brief, &cast, &roots);
        return Ok(n);
    }
    for (i, root) in roots.iter().enumerate() {
        let assembly = Assembly::of(&cast, *root);
        let (k, base) = fitting(sheet, &cast, &assembly, unit, position);
        let b = assembly.bounds();
        let size = (b.w * k, b.h * k);
        let hangs = !outdoors && is_of_the_wall(&phrase.noun) && sheet.stage().is_some();
        let aloft =
            flies(&cast.actors[*root], &brief) || outdoors && is_of_the_sky(&phrase.noun) || hangs;
        let newcomer = Newcomer {
            size,
            aloft,
            position,
            base,
            nth: i,
            of: roots.len(),
        };
        let to = free_spot(sheet, &newcomer);
        let k = k * (to.h / size.1).min(1.0);
        let (dx, dy) = (to.cx() - b.cx() * k, to.bottom() - b.bottom() * k);
        let pieces = moved(&assembly.pieces, k, dx, dy);
        let pieces = match aloft {
            true => unshadowed(pieces),
            false => pieces,
        };
        let spot = order(sheet, &to, aloft);
        ids.extend(emit(sheet, &brief, &cast, pieces, &spot));
    }
    sheet.same = ids;
    Ok(roots.len())
}

/// Adds one like the one that is there, with all that it wears and holds; none when nothing of its name is there, or the words
/// ask for another look.
fn another(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
    position: Option<Position>,
) -> Option<usize> {
    sheet.stage()?;
    let plain = phrase.color.is_none() && phrase.attributes.is_empty();
    if !plain || phrase.count.unwrap_or(1) != 1 {
        return None;
    }
    let mut there = sheet.things();
    there.retain(|thing| thing.kind == Kind::Object && same_noun(&phrase.noun, &thing.noun));
    let model = there.first()?.clone();
    let k = match phrase.size {
        None if is_young(&phrase.noun) => 0.62,
        Some(plantain_read::SizeWord::Tiny) => 0.45,
        Some(plantain_read::SizeWord::Small) => 0.65,
        Some(plantain_read::SizeWord::Large) => 1.35,
        Some(plantain_read::SizeWord::Huge) => 1.7,
        _ => 1.0,
    };
    let (r, nodes) = (model.rect, own_nodes(sheet, &model)?);
    let newcomer = Newcomer {
        size: (r.w * k, r.h * k),
        aloft: look_up(&model.noun).0.flies() || is_of_the_sky(&phrase.noun),
        position,
        base: r.bottom(),
        nth: 0,
        of: 1,
    };
    let to = free_spot(sheet, &newcomer);
    let copies = sheet.copies(&nodes);
    let main = nodes.iter().position(|node| node.id == model.id)?;
    let id = copies[main].id.clone();
    let own: Vec<String> = copies.iter().map(|node| node.id.clone()).collect();
    let slot = order(sheet, &to, newcomer.aloft);
    sheet.insert(&slot.parent, slot.at, copies);
    sheet.touch();
    let new = Thing {
        id: id.clone(),
        own,
        ..model
    };
    sheet.put(&new, to);
    sheet.same = vec![id];
    Some(1)
}

/// Returns the nodes that a thing is made of, in the order they are painted; none where some lie inside others.
fn own_nodes(sheet: &Sheet<'_>, thing: &Thing) -> Option<Vec<plantain_scene::Node>> {
    let (parent, _) = sheet.parent(&thing.id)?;
    let siblings = &sheet.node(&parent)?.children;
    let nodes: Vec<plantain_scene::Node> = siblings
        .iter()
        .filter(|node| thing.own.contains(&node.id))
        .cloned()
        .collect();
    (nodes.len() == thing.own.len()).then_some(nodes)
}

/// Draws something in the place of a thing, as large as it would be there; returns the ids of what was drawn.
pub fn instead(
    sheet: &mut Sheet<'_>,
    old: &Thing,
    phrase: &ObjectPhrase,
) -> Result<Vec<String>, EngineError> {
    let (brief, mut cast) = casting(sheet, std::slice::from_ref(phrase), None)?;
    let Some(root) = cast.groups.iter().flatten().copied().next() else {
        return Err(undrawable(phrase.noun.clone()));
    };
    let flip = match sheet.node(&old.id).map(|n| &n.content) {
        Some(Content::Object(object)) => object.flip,
        _ => false,
    };
    cast.actors[root].flip = flip;
    let assembly = Assembly::of(&cast, root);
    let b = assembly.bounds();
    let r = old.rect;
    let share = (b.h / nominal(&old.noun, r).max(0.1)).clamp(0.55, 1.9);
    let (cw, ch) = sheet.size();
    let k = (r.h * share / b.h)
        .min(r.w * 2.2 / b.w)
        .min(cw * 0.9 / b.w)
        .min(ch * 0.85 / b.h);
    // What stood on the ground stands there; what hung or flew keeps its middle.
    let shadow = old
        .own
        .iter()
        .any(|id| sheet.node(id).is_some_and(|n| n.role == "ground-shadow"));
    let hangs = look_up(&old.noun).0.flies();
    let base = if hangs {
        r.cy() + b.h * k / 2.0
    } else {
        r.bottom()
    };
    let mut pieces = moved(
        &assembly.pieces,
        k,
        r.cx() - b.cx() * k,
        base - b.bottom() * k,
    );
    if !shadow {
        pieces.iter_mut().for_each(|piece| piece.shadow = None);
    }
    if cast.actors[root].prop.class == Class::Airborne {
        let hand = old.own.iter().find_map(|id| hand_of(sheet.node(id)?));
        for piece in pieces.iter_mut().filter(|piece| piece.actor == root) {
            piece.string = hand;
        }
    }
    let (parent, at) = sheet.parent(&old.id).unwrap_or((String::new(), usize::MAX));
    Ok(emit(sheet, &brief, &cast, pieces, &Slot { parent, at }))
}

/// Whether a target that is nowhere may be what is to come: named without an article, with a place on the picture.
pub fn comes(target: &Target, to: &Location) -> bool {
    let bare = !target.words.starts_with("the ") && !target.words.is_empty();
    matches!(target.what, Referent::Thing(_)) && bare && to.position.is_some() && !to.across
}

/// Adds what a target names at a place of the picture.
pub fn named(sheet: &mut Sheet<'_>, target: &Target, to: &Location) -> Result<(), EngineError> {
    let brief = plantain_read::read(&format!("a {}", target.words));
    let Some(phrase) = brief.objects.into_iter().next() else {
        return Err(sheet.not_located(target));
    };
    add(sheet, &Item::Things(phrase), to)
}

/// Returns where the hand is that holds a string; none where a node is no string.
pub fn hand_of(node: &plantain_scene::Node) -> Option<(f32, f32)> {
    let Content::Path(path) = &node.content else {
        return None;
    };
    let start = path
        .d
        .trim_start_matches(|c: char| c.is_alphabetic() || c == ' ');
    let mut figures = start.split(|c: char| c == ' ' || c == ',' || c.is_alphabetic());
    let mut figure = || figures.find(|part| !part.is_empty())?.parse().ok();
    (node.role == "string").then_some(())?;
    Some((figure()?, figure()?))
}
