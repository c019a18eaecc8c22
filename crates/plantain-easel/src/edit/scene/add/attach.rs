//! Things that come onto others: put on, worn, held, clear of what they stand by.

use plantain_engine::EngineError;
use plantain_read::{Brief, ObjectPhrase, Relation, RelationKind};
use plantain_scene::Color;
use plantain_scene::node::{Content, Half, Len};

use super::belongs::{beside_of, fits_on};
use super::casting::{phrase_of, unshadowed};
use super::depth::{behind, below_the_edge, seen_behind};
use super::{Slot, casting, emit, moved, order, unit};
use crate::edit::scene::find::is_like_people;
use crate::edit::scene::place::{row as rows, within};
use crate::edit::scene::sheet::{Sheet, undrawable};
use crate::edit::scene::things::{Kind, Thing};
use crate::edit::scene::{figure, remove};
use crate::stage::assembly::{Assembly, Piece};
use crate::stage::cast::Cast;
use crate::stage::lexicon::{Class, Slot as WornOn, look_up};
use crate::stage::prop::Prop;
use crate::stage::rect::Rect;
use crate::wardrobe::rgb;

/// An assembly of a thing that is there and what is to be attached to it, in canvas coordinates.
pub(super) struct Joined {
    brief: Brief,
    cast: Cast,
    /// All but the thing that is there.
    pieces: Vec<Piece>,
    /// Whether the thing that is there holds the others inside.
    split: Option<Piece>,
}

pub(super) fn joined(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
    kind: RelationKind,
    other: &Thing,
) -> Result<Option<Joined>, EngineError> {
    let (brief, mut cast) = casting(sheet, &[phrase_of(other), phrase.clone()], Some(kind))?;
    let Some(root) = cast.groups.first().and_then(|g| g.first()).copied() else {
        return Ok(None);
    };
    if cast.groups.get(1).is_none_or(Vec::is_empty)
        || cast.parent(1).is_none_or(|tie| tie.parent != 0)
    {
        return Ok(None);
    }
    as_drawn(sheet, other, &mut cast, root);
    // The root is as wide as it is drawn.
    cast.actors[root].prop.aspect = other.rect.w / other.rect.h.max(1.0);
    let assembly = Assembly::of(&cast, root);
    let r = assembly.root_rect();
    let k = other.rect.h / r.h.max(0.01);
    let (dx, dy) = (other.rect.x - r.x * k, other.rect.y - r.y * k);
    let pieces = moved(&assembly.pieces, k, dx, dy);
    let (own, pieces): (Vec<Piece>, Vec<Piece>) = pieces.into_iter().partition(|p| p.actor == root);
    let split = own.into_iter().find(|p| p.half == Half::Front);
    Ok(Some(Joined {
        brief,
        cast,
        pieces,
        split,
    }))
}

/// Lets an actor be what is drawn of a thing that is there: a cat that sits has its neck elsewhere.
fn as_drawn(sheet: &Sheet<'_>, other: &Thing, cast: &mut Cast, root: usize) {
    let Some(Content::Object(object)) = sheet.node(&other.id).map(|n| &n.content) else {
        return;
    };
    let actor = &mut cast.actors[root];
    actor.flip = object.flip;
    if let Some(prop) = Prop::named(&other.noun, &object.name) {
        actor.prop = prop;
    }
}

/// Attaches new things to one that is there: on it, in it, worn or held by it. None when the relation ties nothing.
pub(super) fn attach(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
    kind: RelationKind,
    other: &Thing,
) -> Result<Option<Vec<String>>, EngineError> {
    // "give him a scarf": what is worn is not laid on anybody.
    let wearer = look_up(&other.noun).0.is_animate() || is_like_people(&other.noun);
    let kind = match kind {
        RelationKind::On if wearer && matches!(look_up(&phrase.noun).0, Class::Worn(_)) => {
            RelationKind::Wearing
        }
        kind => kind,
    };
    if matches!(kind, RelationKind::Wearing | RelationKind::Holding) {
        if kind == RelationKind::Wearing
            && let Some(ids) = dressed(sheet, phrase, other)?
        {
            return Ok(Some(ids));
        }
        return worn(sheet, phrase, kind, other);
    }
    // Only a stage has a depth in which what is behind stands farther up; a design has its surface alone.
    if kind == RelationKind::Behind && sheet.stage().is_none() {
        return Ok(None);
    }
    let cake = without_own_candles(sheet, phrase, other);
    let other = cake.as_ref().unwrap_or(other);
    let Some(joined) = joined(sheet, phrase, kind, other)? else {
        return Ok(None);
    };
    let parent = sheet
        .parent(&other.id)
        .map_or_else(|| sheet.scene.root.id.clone(), |(p, _)| p);
    let (behind, before): (Vec<Piece>, Vec<Piece>) =
        joined.pieces.into_iter().partition(|piece| piece.z < 0);
    let (first, last) = places_of(sheet, other);
    let free = clear_of(sheet, before, other);
    let free = below_the_edge(sheet, free);
    let behind = seen_behind(sheet, behind, other);
    let whole = sheet.node(&other.id).is_some_and(
        |node| matches!(&node.content, Content::Object(object) if object.half == Half::Whole),
    );
    let at = match joined.split.is_some() && whole {
        true => part_vessel(sheet, other, &parent, last),
        false => {
            let inside = kind == RelationKind::In;
            let front = other
                .own
                .iter()
                .find(|id| sheet.node(id).is_some_and(|n| n.role == "object-front"))
                .and_then(|id| sheet.parent(id))
                .map(|(_, i)| i)
                .filter(|_| inside);
            front.unwrap_or(last)
        }
    };
    let slot = |at: usize| Slot {
        parent: parent.clone(),
        at,
    };
    let mut ids = emit(sheet, &joined.brief, &joined.cast, free, &slot(at));
    // What stands on the floor is behind the table, too.
    let first = match sheet.support_of(other) {
        Some(support) => first.min(places_of(sheet, &support).0),
        None => first,
    };
    let back = emit(sheet, &joined.brief, &joined.cast, behind, &slot(first));
    ids.extend(back);
    Ok(Some(ids))
}

/// Returns the first place among its siblings of what belongs to a thing, and the one behind all that belongs to it and
/// stands on it.
fn places_of(sheet: &mut Sheet<'_>, other: &Thing) -> (usize, usize) {
    let places: Vec<usize> = other
        .own
        .iter()
        .filter_map(|id| Some(sheet.parent(id)?.1))
        .collect();
    let riders: Vec<usize> = sheet
        .standing_on(other)
        .iter()
        .flat_map(|t| t.own.clone())
        .filter_map(|id| Some(sheet.parent(&id)?.1))
        .collect();
    let last = places.iter().chain(&riders).max();
    (
        places.iter().min().copied().unwrap_or(0),
        last.map_or(usize::MAX, |i| i + 1),
    )
}

/// Parts a vessel into a back and a front, between which newcomers stand; returns their place.
fn part_vessel(sheet: &mut Sheet<'_>, other: &Thing, parent: &str, last: usize) -> usize {
    let Some(mut front) = sheet.node(&other.id).cloned() else {
        return last;
    };
    front.id = format!("{}-front", other.id);
    front.role = "object-front".into();
    front.facts.clear();
    front.facts.insert("of".into(), other.id.clone());
    if let Content::Object(object) = &mut front.content {
        object.half = Half::Front;
    }
    if let Some(node) = sheet.node_mut(&other.id)
        && let Content::Object(object) = &mut node.content
    {
        object.half = Half::Back;
    }
    sheet.insert(parent, last, vec![front]);
    sheet.parent(&other.id).map_or(last, |(_, i)| i + 1)
}

/// Moves newcomers along what they stand on until they cover nothing that stands there.
pub(super) fn clear_of(sheet: &mut Sheet<'_>, pieces: Vec<Piece>, other: &Thing) -> Vec<Piece> {
    let there: Vec<Rect> = sheet.standing_on(other).iter().map(|t| t.rect).collect();
    let Some(all) = pieces.iter().map(|p| p.rect).reduce(|a, b| a.union(&b)) else {
        return pieces;
    };
    let covers = |dx: f32| -> f32 { there.iter().map(|r| r.overlap(&all.shifted(dx, 0.0))).sum() };
    if covers(0.0) <= 0.0 {
        return pieces;
    }
    let reach = (other.rect.w - all.w).max(0.0) / 2.0;
    let best = (-8..=8)
        .map(|i| reach * i as f32 / 8.0)
        .min_by(|a, b| {
            covers(*a)
                .total_cmp(&covers(*b))
                .then(a.abs().total_cmp(&b.abs()))
        })
        .unwrap_or(0.0);
    moved(&pieces, 1.0, best, 0.0)
}

/// What is worn goes on the only one who can wear it.
pub(super) fn put_on(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
) -> Result<Option<Vec<String>>, EngineError> {
    if !matches!(look_up(&phrase.noun).0, Class::Worn(_)) && !figure::grows(&phrase.noun) {
        return Ok(None);
    }
    let mut wearers = sheet.things();
    wearers.retain(|thing| {
        thing.kind == Kind::Object
            && (look_up(&thing.noun).0.is_animate() || is_like_people(&thing.noun))
    });
    match wearers.as_slice() {
        [wearer] => {
            let wearer = wearer.clone();
            attach(sheet, phrase, RelationKind::Wearing, &wearer)
        }
        _ => Ok(None),
    }
}

/// A garment for a person: what is worn already takes the new colour, a hat is set on the head.
pub(super) fn dressed(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
    other: &Thing,
) -> Result<Option<Vec<String>>, EngineError> {
    if figure::put_on(sheet, phrase, other)? {
        return Ok(Some(vec![other.id.clone()]));
    }
    let Some(node) = sheet.node(&other.id) else {
        return Ok(None);
    };
    if !node.facts.contains_key("skin") {
        return Ok(None);
    }
    let key = crate::edit::scene::color::garment(&phrase.noun);
    if let (Some(key), Some(color)) = (key, &phrase.color)
        && node.facts.contains_key(key)
    {
        crate::edit::scene::color::wear(sheet, &other.id, key, rgb(color));
        return Ok(Some(vec![other.id.clone()]));
    }
    let place = match look_up(&phrase.noun).0 {
        Class::Worn(WornOn::Head) => Some((OnHead::Hat, face_of(sheet, other))),
        Class::Worn(WornOn::Eyes) => face_of(sheet, other).map(|face| (OnHead::Eyes, Some(face))),
        Class::Worn(WornOn::Neck) => face_of(sheet, other).map(|face| (OnHead::Neck, Some(face))),
        _ => None,
    };
    let Some((place, face)) = place else {
        return Err(undrawable(format!(
            "{} on a person who is drawn already",
            phrase.noun
        )));
    };
    let (brief, cast) = casting(sheet, std::slice::from_ref(phrase), None)?;
    let Some(root) = cast.groups.iter().flatten().copied().next() else {
        return Ok(None);
    };
    let assembly = Assembly::of(&cast, root);
    let (b, r) = (assembly.bounds(), other.rect);
    // A head is about an eighth of a grown person's height.
    let hat = (r.h * 0.27 / b.w, r.cx(), r.y + r.h * 0.075);
    // The width of the thing, and where the middle of its foot is.
    let (k, x, foot) = match (place, face) {
        (OnHead::Eyes, Some(face)) => {
            let k = 2.05 * face.r / b.w;
            (k, face.x, face.y + 0.12 * face.r + b.h * k / 2.0)
        }
        (OnHead::Hat, Some(face)) => {
            // A brim stands off the head, a cap does not.
            let wide = if phrase.noun.ends_with("hat") {
                2.7
            } else {
                2.3
            };
            (wide * face.r / b.w, face.x, face.y - 0.4 * face.r)
        }
        (OnHead::Neck, Some(face)) => {
            let long = b.h > 1.6 * b.w;
            let k = if long { 0.6 } else { 1.8 } * face.r / b.w;
            (k, face.x, face.y + 0.95 * face.r + b.h * k)
        }
        _ => hat,
    };
    let mut pieces = moved(&assembly.pieces, k, x - b.cx() * k, foot - b.bottom() * k);
    pieces.iter_mut().for_each(|piece| piece.shadow = None);
    let Some((parent, _)) = sheet.parent(&other.id) else {
        return Ok(None);
    };
    let at = right_after(sheet, other);
    Ok(Some(emit(
        sheet,
        &brief,
        &cast,
        pieces,
        &Slot { parent, at },
    )))
}

/// Where something worn about the head goes.
#[derive(Clone, Copy)]
enum OnHead {
    Hat,
    Eyes,
    Neck,
}

/// A drawn face: its middle, and half of its width.
struct Face {
    x: f32,
    y: f32,
    r: f32,
}

/// Returns the face of a drawn person who looks at the viewer: it lies between two ears in the colour of the skin.
fn face_of(sheet: &mut Sheet<'_>, person: &Thing) -> Option<Face> {
    /// How far the ears lie from the middle of a head and below it, in half widths of the head.
    const EARS: [f32; 2] = [0.98, 0.18];
    let node = sheet.node(&person.id)?;
    let skin: Color = node.facts.get("skin")?.parse().ok()?;
    let mut ovals = Vec::new();
    node.visit(&mut |inner| {
        let plain = matches!(inner.content, Content::Shape(_)) && inner.children.is_empty();
        if plain && inner.style.fill == Some(skin.into()) {
            ovals.push(inner.id.clone());
        }
    });
    let ovals: Vec<Rect> = ovals.iter().filter_map(|id| sheet.rect(id)).collect();
    let alike = |a: &Rect, b: &Rect| {
        let near = |x: f32, y: f32| (x - y).abs() < 0.02 * a.h;
        near(a.y, b.y) && near(a.w, b.w) && near(a.h, b.h) && near(a.w, 0.8 * a.h)
    };
    let pairs = ovals
        .iter()
        .enumerate()
        .flat_map(|(i, a)| ovals[i + 1..].iter().map(move |b| (a, b)));
    let (a, b) = pairs
        .filter(|(a, b)| alike(a, b) && (a.cx() - b.cx()).abs() > 3.0 * a.w)
        .min_by(|x, y| x.0.y.total_cmp(&y.0.y))?;
    let r = (a.cx() - b.cx()).abs() / 2.0 / EARS[0];
    Some(Face {
        x: (a.cx() + b.cx()) / 2.0,
        y: a.cy() - EARS[1] * r,
        r,
    })
}

/// Returns the place among its siblings right after all that belongs to a thing.
fn right_after(sheet: &mut Sheet<'_>, thing: &Thing) -> usize {
    let places = thing.own.iter().filter_map(|id| Some(sheet.parent(id)?.1));
    places.max().map_or(usize::MAX, |last| last + 1)
}

/// Takes off what is worn in the place of a garment that comes. A snowman that is drawn with hat and scarf keeps the other one.
fn undress(sheet: &mut Sheet<'_>, phrase: &ObjectPhrase, other: &Thing) -> Result<(), EngineError> {
    /// The hat and the scarf of the snowman that the set draws.
    const DRAWN: [(&str, u32); 2] = [("hat", 0x32_1b41), ("scarf", 0x00_84ce)];
    let place = look_up(&phrase.noun).0;
    let theme = sheet.scene.theme.clone();
    let mut dyed = None;
    if let Some(Content::Object(object)) = sheet.node_mut(&other.id).map(|node| &mut node.content)
        && matches!(object.name.as_str(), "snowman" | "snowman-without-snow")
    {
        object.name = "plain-snowman".into();
        dyed = Some(std::mem::take(&mut object.parts));
        sheet.touch();
    }
    let Some(dyed) = dyed else {
        let mut there = sheet.things();
        there.retain(|thing| {
            thing.id != other.id
                && look_up(&thing.noun).0 == place
                && other
                    .rect
                    .grown(0.2 * other.rect.h)
                    .contains(&thing.rect, 1.0)
        });
        remove::take_only(sheet, &there);
        return Ok(());
    };
    for (noun, color) in DRAWN {
        if look_up(noun).0 == place {
            continue;
        }
        let own = dyed.get(noun).map(|color| theme.resolve(*color));
        let [r, g, b, _] = own.unwrap_or(plantain_scene::Rgba::hex(color)).0;
        let garment = ObjectPhrase {
            noun: noun.into(),
            words: noun.into(),
            count: Some(1),
            color: Some(plantain_read::Color {
                name: noun.into(),
                rgb: [r, g, b],
            }),
            ..ObjectPhrase::default()
        };
        worn(sheet, &garment, RelationKind::Wearing, other)?;
    }
    Ok(())
}

/// Something worn or held: the relation runs the other way.
pub(super) fn worn(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
    kind: RelationKind,
    other: &Thing,
) -> Result<Option<Vec<String>>, EngineError> {
    if let Some(color) = phrase
        .color
        .as_ref()
        .filter(|_| kind == RelationKind::Wearing)
        && let Some(Content::Object(object)) =
            sheet.node_mut(&other.id).map(|node| &mut node.content)
        && plantain_art::object(&object.name).is_some_and(|drawn| drawn.has_part(&phrase.noun))
    {
        object.parts.insert(phrase.noun.clone(), rgb(color).into());
        sheet.touch();
        return Ok(Some(vec![other.id.clone()]));
    }
    let mut brief = Brief {
        objects: vec![phrase_of(other), phrase.clone()],
        ..Brief::default()
    };
    brief.relations.push(Relation {
        subject: 0,
        kind,
        object: 1,
    });
    let mut cast = Cast::new(&brief, &sheet.rng.fork("cast"));
    let Some(root) = cast.groups.first().and_then(|g| g.first()).copied() else {
        return Ok(None);
    };
    if cast.groups.get(1).is_none_or(Vec::is_empty) {
        return Ok(None);
    }
    if kind == RelationKind::Wearing {
        undress(sheet, phrase, other)?;
    }
    as_drawn(sheet, other, &mut cast, root);
    let assembly = Assembly::of(&cast, root);
    let r = assembly.root_rect();
    let k = other.rect.h / r.h.max(0.01);
    let (dx, dy) = (other.rect.x - r.x * k, other.rect.y - r.y * k);
    let pieces: Vec<Piece> = moved(&assembly.pieces, k, dx, dy)
        .into_iter()
        .filter(|p| p.actor != root)
        .collect();
    if pieces.is_empty() {
        return Ok(None);
    }
    let parent = sheet.parent(&other.id).map_or_else(String::new, |(p, _)| p);
    let at = right_after(sheet, other);
    Ok(Some(emit(
        sheet,
        &brief,
        &cast,
        pieces,
        &Slot { parent, at },
    )))
}

/// Returns the box that a thing which is there takes when it is put on or in another one.
pub(in crate::edit::scene) fn attached(
    sheet: &mut Sheet<'_>,
    thing: &Thing,
    kind: RelationKind,
    other: &Thing,
) -> Option<Rect> {
    let joined = joined(sheet, &phrase_of(thing), kind, other).ok()??;
    let all = joined
        .pieces
        .iter()
        .map(|p| p.rect)
        .reduce(|a, b| a.union(&b))?;
    // As large as it was, unless that would not fit.
    let k = (thing.rect.h / all.h)
        .min(1.6 * other.rect.w / thing.rect.w.max(1.0))
        .max(0.3);
    let aspect = thing.rect.w / thing.rect.h.max(1.0);
    let h = (all.h * k).min(thing.rect.h);
    Some(Rect::standing(all.cx(), all.bottom(), h * aspect, h))
}

/// Adds things beside one that stands on something: on the same, whose other riders make room.
fn on_the_same(
    sheet: &mut Sheet<'_>,
    (brief, cast): (&Brief, &Cast),
    kind: RelationKind,
    (other, support): (&Thing, &Thing),
) -> Result<usize, EngineError> {
    let roots: Vec<usize> = cast.groups.iter().flatten().copied().collect();
    let scale = unit(sheet, Some(other));
    let assemblies: Vec<Assembly> = roots.iter().map(|r| Assembly::of(cast, *r)).collect();
    let widths = assemblies.iter().map(|a| a.bounds().w * scale);
    let gap = 0.06 * other.rect.w;
    let to_right = kind != RelationKind::LeftOf;
    let wanted = widths.sum::<f32>() + gap * roots.len() as f32;
    let (start, k) = rows::part_for(sheet, (other, support), wanted, to_right);
    let Some(other) = sheet.thing(&other.id, other.kind) else {
        return Err(undrawable(other.noun.clone()));
    };
    let (mut ids, mut x) = (Vec::new(), start);
    for assembly in &assemblies {
        let b = assembly.bounds();
        let k = scale * k;
        let (w, base) = (b.w * k, other.rect.bottom());
        let cx = x + (gap + w) / 2.0;
        x += w + gap;
        let pieces = moved(&assembly.pieces, k, cx - b.cx() * k, base - b.bottom() * k);
        let pieces = unshadowed(pieces);
        let (parent, _) = sheet
            .parent(&other.id)
            .unwrap_or_else(|| (sheet.scene.root.id.clone(), 0));
        let at = right_after(sheet, &other);
        ids.extend(emit(sheet, brief, cast, pieces, &Slot { parent, at }));
    }
    sheet.same = ids;
    Ok(roots.len())
}

/// A cake that is drawn with candles is drawn without, where others come onto it. Returns it as it stands now.
fn without_own_candles(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
    cake: &Thing,
) -> Option<Thing> {
    /// Height of the cake alone, as a share of its width.
    const HIGH: f32 = 0.75;
    if !phrase.noun.ends_with("candle") {
        return None;
    }
    let r = cake.rect;
    let node = sheet.node_mut(&cake.id)?;
    let Content::Object(object) = &mut node.content else {
        return None;
    };
    if object.name != "birthday-cake" {
        return None;
    }
    object.name = "plain-cake".into();
    if let Some(at) = &mut node.layout.at {
        at[1] += r.h - HIGH * r.w;
    }
    node.layout.h = Len::Units(HIGH * r.w);
    sheet.touch();
    sheet.thing(&cake.id, cake.kind)
}

/// Whether what stands on it stands on the floor all the same.
fn is_carpet(noun: &str) -> bool {
    ["rug", "carpet", "mat"]
        .iter()
        .any(|word| noun.ends_with(word))
}

/// Adds things beside another one.
pub(super) fn near(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
    kind: RelationKind,
    other: &Thing,
) -> Result<usize, EngineError> {
    let (brief, cast) = casting(sheet, std::slice::from_ref(phrase), None)?;
    let roots: Vec<usize> = cast.groups.iter().flatten().copied().collect();
    let unit = if other.kind == Kind::Object {
        unit(sheet, Some(other))
    } else {
        unit(sheet, None)
    };
    let (cw, ch) = sheet.size();
    let mut ids = Vec::new();
    // What does not go on the seat stands beside it.
    let seat = sheet
        .support_of(other)
        .filter(|support| beside_of(kind) && !fits_on(&phrase.noun, support));
    let o = seat.map_or(other.rect, |seat| seat.rect);
    let gap = 0.03 * cw;
    let (mut left, mut right) = (o.x - gap, o.right() + gap);
    if beside_of(kind)
        && let Some(support) = sheet.support_of(other)
        && fits_on(&phrase.noun, &support)
        && !is_carpet(&support.noun)
    {
        return on_the_same(sheet, (&brief, &cast), kind, (other, &support));
    }
    for (i, root) in roots.iter().enumerate() {
        let assembly = Assembly::of(&cast, *root);
        let b = assembly.bounds();
        let most = (ch * 0.5 / b.h).min(cw * 0.4 / b.w);
        let mut k = unit.min(most);
        let room = |side: bool| {
            if side {
                cw * 0.97 - right
            } else {
                left - cw * 0.03
            }
        };
        let to_right = match kind {
            RelationKind::LeftOf => false,
            RelationKind::RightOf => true,
            _ if i % 2 == 1 => room(false) > room(true),
            _ => room(true) >= b.w * k || room(true) >= room(false),
        };
        let fits = (room(to_right) / b.w.max(0.01)).max(k * 0.4);
        k = k.min(fits);
        let (w, h) = (b.w * k, b.h * k);
        let (cx, base) = match kind {
            RelationKind::Above | RelationKind::On => (o.cx(), o.y - gap * 0.5),
            RelationKind::Below | RelationKind::Under => (o.cx(), o.bottom() + gap * 0.5 + h),
            RelationKind::InFrontOf => (o.cx() + o.w * 0.15, o.bottom() + h * 0.15),
            RelationKind::Behind => behind(&o, (w, h), to_right, cw),
            _ if to_right => {
                right += w + gap;
                (right - gap - w / 2.0, o.bottom())
            }
            _ => {
                left -= w + gap;
                (left + gap + w / 2.0, o.bottom())
            }
        };
        let to = within((cw, ch), Rect::standing(cx, base, w, h));
        let pieces = moved(
            &assembly.pieces,
            k,
            to.cx() - b.cx() * k,
            to.bottom() - b.bottom() * k,
        );
        let spot = if kind == RelationKind::Behind {
            let parent = sheet.parent(&other.id).map_or_else(String::new, |(p, _)| p);
            let at = other
                .own
                .iter()
                .filter_map(|id| Some(sheet.parent(id)?.1))
                .min()
                .unwrap_or(0);
            Slot { parent, at }
        } else {
            order(sheet, &to, cast.actors[*root].prop.class.flies())
        };
        ids.extend(emit(sheet, &brief, &cast, pieces, &spot));
    }
    sheet.same = ids;
    Ok(roots.len())
}
