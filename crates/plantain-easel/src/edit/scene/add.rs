//! Things that come: cast and drawn by the stage's own means, placed where they make sense.

mod attach;
mod wording;

use plantain_engine::EngineError;
use plantain_read::{
    BorderWidth, Brief, Item, Location, ObjectPhrase, Position, Relation, RelationKind,
};
use plantain_scene::build::{col, rect, text};
use plantain_scene::node::{Content, FontRole, Stroke};
use plantain_scene::{Color, Rgba, Token};

use super::find::spot;
use super::place::{on_top, within};
use super::sheet::{Sheet, undrawable};
use super::things::{Kind, Thing, same_noun, short};
use super::{background, data, rows, staging};
use crate::stage::assembly::{Assembly, Piece};
use crate::stage::cast::Cast;
use crate::stage::emit::Emit;
use crate::stage::lexicon::{Class, look_up};
use crate::stage::light::Light;
use crate::stage::memo::Memo;
use crate::stage::mend::mend;
use crate::stage::place::{Ground, Place};
use crate::stage::prop::Art;
use crate::stage::rect::Rect;
use crate::stage::solve::Solved;
use crate::wardrobe::rgb;
use attach::{attach, near, put_on};
use wording::{text_spots, words};

pub(super) use attach::attached;

/// Largest share of the canvas that a thing takes when nothing says how large it is.
const SHARE: f32 = 0.34;
/// Units to one nominal size on a stage without things, as a share of the shorter side.
const USUAL: f32 = 0.17;

/// Puts something on the picture.
pub fn add(sheet: &mut Sheet<'_>, item: &Item, at: &Location) -> Result<(), EngineError> {
    match item {
        Item::Things(phrase) => {
            let n = things(sheet, phrase, at)?;
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
        } => words(sheet, text, value.as_deref(), *role, setting, at),
        Item::Part { kind, texts } => rows::part(sheet, *kind, texts, at),
        Item::Row(cells) => rows::row(sheet, cells),
        Item::Point { label, value } => data::point(sheet, label, value),
        Item::Shadow => shadow(sheet),
        Item::Border { color, width } => {
            border(sheet, color.as_ref().map(rgb), *width);
            Ok(())
        }
        Item::Picture(n) => picture(sheet, *n, at),
        Item::Watermark(words) => {
            watermark(sheet, words);
            Ok(())
        }
    }
}

/// Adds things; returns how many.
pub fn things(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
    at: &Location,
) -> Result<usize, EngineError> {
    let mut position = at.position.or(phrase.position);
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
    if let Some((kind, target)) = &at.relation {
        let others = match sheet.find(target) {
            Ok(others) => others,
            Err(error) => {
                if let Some(there) = place_part(sheet, target) {
                    position = position.or(there);
                    return loose(sheet, phrase, position);
                }
                return match printed(sheet, phrase, target)? {
                    Some(n) => Ok(n),
                    None => Err(error),
                };
            }
        };
        let other = others
            .first()
            .cloned()
            .ok_or_else(|| sheet.not_located(target))?;
        if matches!(other.kind, Kind::Background) {
            return loose(sheet, phrase, position);
        }
        if other.kind == Kind::Object
            && let Some(ids) = attach(sheet, phrase, *kind, &other)?
        {
            sheet.same.clone_from(&ids);
            return Ok(ids.len());
        }
        return near(sheet, phrase, *kind, &other);
    }
    loose(sheet, phrase, position)
}

/// Adds to a row of the same things that is there already; none when there is no such row, or no room in it.
fn one_more(sheet: &mut Sheet<'_>, phrase: &ObjectPhrase) -> Option<usize> {
    if phrase.color.is_some() || phrase.size.is_some() || !phrase.attributes.is_empty() {
        return None;
    }
    sheet.stage()?;
    let target = plantain_read::Target {
        what: plantain_read::Referent::Thing(phrase.noun.clone()),
        words: phrase.noun.clone(),
        ..plantain_read::Target::default()
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

/// Adds things that stand free.
fn loose(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
    position: Option<Position>,
) -> Result<usize, EngineError> {
    // What the place shows of itself must not be there twice.
    if matches!(phrase.noun.as_str(), "moon" | "sun" | "rainbow") {
        staging::without(sheet, &phrase.noun);
    }
    let (brief, cast) = casting(sheet, std::slice::from_ref(phrase), None)?;
    let roots: Vec<usize> = cast.groups.iter().flatten().copied().collect();
    let unit = unit(sheet, None);
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
        let class = cast.actors[*root].prop.class;
        let to = free_spot(sheet, size, class, position, base, i, roots.len());
        let k = k * (to.h / size.1).min(1.0);
        let (dx, dy) = (to.cx() - b.cx() * k, to.bottom() - b.bottom() * k);
        let pieces = moved(&assembly.pieces, k, dx, dy);
        let spot = order(sheet, &to, class);
        ids.extend(emit(sheet, &brief, &cast, pieces, &spot));
    }
    sheet.same = ids;
    Ok(roots.len())
}

/// Returns where on the picture a part of the place lies; none when the words name no such part.
fn place_part(sheet: &mut Sheet<'_>, target: &plantain_read::Target) -> Option<Option<Position>> {
    let plantain_read::Referent::Thing(noun) = &target.what else {
        return None;
    };
    sheet.stage()?;
    let named = Place::named(noun).is_some()
        || matches!(
            noun.as_str(),
            "ground" | "horizon" | "scene" | "landscape" | "foreground" | "distance"
        );
    named.then_some(match noun.as_str() {
        "horizon" | "distance" => Some(Position::Background),
        "foreground" => Some(Position::Foreground),
        _ => None,
    })
}

/// Puts something on a part of the only thing there is: a star on the chest of a shirt, a logo on the side of a van.
fn printed(
    sheet: &mut Sheet<'_>,
    phrase: &ObjectPhrase,
    target: &plantain_read::Target,
) -> Result<Option<usize>, EngineError> {
    const PARTS: &[&str] = &[
        "chest", "front", "side", "center", "middle", "back", "top", "face", "label", "surface",
        "sleeve", "pocket", "door", "hood",
    ];
    let plantain_read::Referent::Thing(noun) = &target.what else {
        return Ok(None);
    };
    let last = noun.rsplit(' ').next().unwrap_or(noun);
    let mut things = sheet.things();
    things.retain(|t| t.kind == Kind::Object);
    let [thing] = things.as_slice() else {
        return Ok(None);
    };
    if !PARTS.contains(&last) {
        return Ok(None);
    }
    let thing = thing.clone();
    let print = crate::stage::prop::Prop::of(&thing.noun).anchors.print;
    let area = thing.rect.part(print);
    let (brief, cast) = casting(sheet, std::slice::from_ref(phrase), None)?;
    let Some(root) = cast.groups.iter().flatten().copied().next() else {
        return Ok(None);
    };
    let assembly = Assembly::of(&cast, root);
    let b = assembly.bounds();
    let share = match phrase.size {
        Some(plantain_read::SizeWord::Tiny) => 0.2,
        Some(plantain_read::SizeWord::Small) => 0.36,
        Some(plantain_read::SizeWord::Large | plantain_read::SizeWord::Huge) => 0.95,
        None => 0.6,
    };
    let k = (area.w * share / b.w).min(area.h * share / b.h);
    let (cx, cy) = (
        area.cx(),
        area.y + area.h * if last == "chest" { 0.32 } else { 0.5 },
    );
    let mut pieces = moved(&assembly.pieces, k, cx - b.cx() * k, cy - b.cy() * k);
    pieces.iter_mut().for_each(|piece| piece.shadow = None);
    let Some((parent, _)) = sheet.parent(&thing.id) else {
        return Ok(None);
    };
    let at = thing
        .own
        .iter()
        .filter_map(|id| Some(sheet.parent(id)?.1))
        .max()
        .map_or(usize::MAX, |i| i + 1);
    sheet.sure(0.8);
    sheet.same = emit(sheet, &brief, &cast, pieces, &Slot { parent, at });
    Ok(Some(1))
}

/// Scatters decorations over a design: into its corners first, turned, in several sizes, and over no words.
fn scatter(sheet: &mut Sheet<'_>, brief: &Brief, cast: &Cast, roots: &[usize]) {
    const CORNERS: [(f32, f32); 8] = [
        (0.02, 0.03),
        (0.98, 0.97),
        (0.97, 0.05),
        (0.03, 0.95),
        (0.5, 0.99),
        (0.01, 0.5),
        (0.99, 0.5),
        (0.5, 0.01),
    ];
    const TURNS: [f32; 8] = [-24.0, 18.0, 32.0, -38.0, 8.0, 64.0, -58.0, -12.0];
    const SIZES: [f32; 4] = [0.17, 0.15, 0.125, 0.14];
    let (w, h) = sheet.size();
    let words: Vec<Rect> = sheet.lines().into_iter().map(|l| l.rect).collect();
    let mut ids = Vec::new();
    for (i, root) in roots.iter().enumerate() {
        let assembly = Assembly::of(cast, *root);
        let b = assembly.bounds();
        let mut k = w.min(h) * SIZES[i % 4] / b.w.max(b.h);
        let (x, y) = CORNERS[i % 8];
        let m = 0.02 * w.min(h);
        let spot = |k: f32| {
            let (bw, bh) = (b.w * k, b.h * k);
            Rect::new(
                m + (w - 2.0 * m - bw) * x,
                m + (h - 2.0 * m - bh) * y,
                bw,
                bh,
            )
        };
        for _ in 0..5 {
            if words.iter().any(|r| r.overlap(&spot(k)) > 0.0) {
                k *= 0.8;
            }
        }
        let to = spot(k);
        let mut pieces = moved(
            &assembly.pieces,
            k,
            to.cx() - b.cx() * k,
            to.cy() - b.cy() * k,
        );
        pieces.iter_mut().for_each(|piece| piece.shadow = None);
        let made = emit(
            sheet,
            brief,
            cast,
            pieces,
            &Slot {
                parent: String::new(),
                at: usize::MAX,
            },
        );
        for id in &made {
            if let Some(node) = sheet.node_mut(id) {
                node.style.rotate = TURNS[i % 8];
            }
        }
        ids.extend(made);
    }
    sheet.same = ids;
    sheet.touch();
}

/// Casts things as the stage would; what cannot be drawn is refused.
fn casting(
    sheet: &mut Sheet<'_>,
    phrases: &[ObjectPhrase],
    relation: Option<RelationKind>,
) -> Result<(Brief, Cast), EngineError> {
    let mut brief = Brief {
        objects: phrases.to_vec(),
        ..Brief::default()
    };
    if let Some(kind) = relation {
        brief.relations.push(Relation {
            subject: 1,
            kind,
            object: 0,
        });
    }
    // A young animal is a small one of its kind.
    for object in &mut brief.objects {
        let young = object
            .attributes
            .iter()
            .any(|a| matches!(a.as_str(), "baby" | "young" | "little"));
        if young && object.size.is_none() && look_up(&object.noun).0 != Class::Person {
            object.size = Some(plantain_read::SizeWord::Small);
        }
    }
    let brief = if relation.is_some() {
        brief
    } else {
        mend(&brief)
    };
    let seed = sheet
        .rng
        .fork("cast")
        .fork(&phrases.last().map_or(String::new(), |p| p.noun.clone()));
    let mut cast = Cast::new(&brief, &seed);
    if let Some(stage) = sheet.stage() {
        cast.place = stage.memo.place;
    }
    let unknown: Vec<String> = cast
        .actors
        .iter()
        .filter(|actor| actor.prop.art == Art::StandIn)
        .map(|actor| actor.prop.noun.clone())
        .collect();
    if !unknown.is_empty() {
        return Err(EngineError::EditNeedsGenerativeEngine { what: unknown });
    }
    if cast.groups.iter().all(Vec::is_empty) {
        // A noun that names a place: water, sky, a garden.
        let what = phrases.last().map_or("it", |p| p.noun.as_str());
        return Err(undrawable(format!("“{what}” as a thing of its own")));
    }
    for note in cast.notes.clone() {
        sheet.note(note.code, note.message);
    }
    Ok((brief, cast))
}

/// Returns how many units one nominal size is on this stage, by the things that stand on it.
pub fn unit(sheet: &mut Sheet<'_>, beside: Option<&Thing>) -> f32 {
    let (w, h) = sheet.size();
    let mut ratios: Vec<f32> = sheet
        .things()
        .into_iter()
        .filter(|thing| thing.kind == Kind::Object)
        .filter(|thing| beside.is_none_or(|b| b.id == thing.id))
        .map(|thing| thing.rect.h / nominal(&thing.noun, thing.rect).max(0.1))
        .collect();
    ratios.sort_by(f32::total_cmp);
    ratios
        .get(ratios.len() / 2)
        .copied()
        .unwrap_or(USUAL * w.min(h))
}

/// Returns the nominal height of a thing as it is drawn in a box.
fn nominal(noun: &str, r: Rect) -> f32 {
    let aspect = (r.w / r.h.max(1.0)).clamp(0.15, 6.0);
    let (class, height) = look_up(noun);
    let height = if height > 0.0 {
        height
    } else {
        crate::stage::prop::Prop::of(noun).height
    };
    let extent = match class {
        Class::Celestial | Class::Cloud => 1.15,
        Class::Land => 3.0,
        _ => libm::powf(height.clamp(0.03, 12.0) * aspect.sqrt(), 0.4).clamp(0.5, 2.3),
    };
    extent / aspect.sqrt()
}

/// Returns the scale of an assembly and the line that it stands on.
fn fitting(
    sheet: &mut Sheet<'_>,
    cast: &Cast,
    assembly: &Assembly,
    unit: f32,
    position: Option<Position>,
) -> (f32, f32) {
    let (w, h) = sheet.size();
    let b = assembly.bounds();
    let actor = &cast.actors[assembly.root];
    let share = match actor.prop.class {
        Class::Celestial => 0.17,
        Class::Cloud => 0.2,
        _ if actor.grade > 1.3 => SHARE * 1.5,
        _ if actor.grade < 0.8 => SHARE * 0.6,
        _ => SHARE,
    };
    let most = (h * share / b.h).min(w * share * 1.1 / b.w);
    let mut k = unit.min(most);
    let base = base_line(sheet, position);
    // The same thing looks smaller farther off.
    if let Some(stage) = sheet.stage()
        && stage.memo.ground.horizon < h * 0.95
    {
        let usual = base_line(sheet, None);
        let ground = stage.memo.ground;
        k *= (ground.perspective(base) / ground.perspective(usual).max(0.1))
            .sqrt()
            .clamp(0.7, 1.25);
    }
    (k.max(crate::stage::solve::SIDE_MIN / b.w.max(b.h)), base)
}

/// Returns where things stand: the line of those that stand there, or one for the place that was asked for.
fn base_line(sheet: &mut Sheet<'_>, position: Option<Position>) -> f32 {
    let (_, h) = sheet.size();
    let horizon = sheet
        .stage()
        .map_or(h * 0.6, |stage| stage.memo.ground.horizon);
    let ground = |share: f32| horizon.min(h * 0.9) + (h - horizon.min(h * 0.9)) * share;
    if let Some(y) = position.and_then(|p| spot(p).1) {
        return match y {
            y if y > 0.9 => h * 0.94,
            y if y < 0.1 => ground(0.16),
            _ => ground(0.5),
        };
    }
    let things = sheet.things();
    let mut bases: Vec<f32> = things
        .into_iter()
        .filter(|thing| thing.kind == Kind::Object && sheet.is_grounded(thing))
        .map(|thing| thing.rect.bottom())
        .collect();
    bases.sort_by(f32::total_cmp);
    bases.last().copied().unwrap_or_else(|| ground(0.62))
}

/// Returns a place for something of a size: where it was asked for, or where it covers least.
fn free_spot(
    sheet: &mut Sheet<'_>,
    (w, h): (f32, f32),
    class: Class,
    position: Option<Position>,
    base: f32,
    nth: usize,
    of: usize,
) -> Rect {
    let (cw, ch) = sheet.size();
    let stage = sheet.stage();
    let (sx, sy) = position.map_or((None, None), spot);
    let m = 0.045 * cw.min(ch);
    let horizon = stage.as_ref().map_or(ch, |s| s.memo.ground.horizon);
    let floats = stage.as_ref().is_none_or(|s| s.memo.place.floats());
    let aloft = class.flies() || floats || sy == Some(0.0) && stage.is_some() && class.flies();
    let water = stage
        .as_ref()
        .is_some_and(|s| matches!(s.memo.place, Place::Lake | Place::Sea | Place::Beach));
    let mut bases: Vec<f32> = if aloft {
        let low = if floats {
            ch - m
        } else {
            (horizon - 0.05 * ch).max(h + 2.0 * m)
        };
        (0..8)
            .map(|i| m + h + (low - m - h).max(0.0) * i as f32 / 7.0)
            .collect()
    } else {
        let mut near = vec![base];
        let reach = ch - horizon;
        for step in [0.1, -0.1, 0.2, -0.2, 0.3] {
            near.push(base + reach * step);
        }
        near.retain(|y| *y < ch * 0.965 && *y > horizon + reach * if water { 0.16 } else { 0.06 });
        if near.is_empty() { vec![base] } else { near }
    };
    if let Some(y) = sy {
        let want = m + h + (ch - 2.0 * m - h) * y;
        if aloft {
            bases = vec![want];
        } else {
            bases.truncate(1);
        }
    }
    let others: Vec<(Rect, f32)> = obstacles(sheet);
    let columns = 29;
    let mut best: Option<(f32, Rect)> = None;
    for (row, bottom) in bases.iter().enumerate() {
        for column in 0..columns {
            let cx =
                m + w / 2.0 + (cw - 2.0 * m - w).max(0.0) * column as f32 / (columns - 1) as f32;
            let r = Rect::standing(cx, *bottom, w, h);
            let mut cost = row as f32 * if aloft { 0.02 } else { 0.12 };
            for (other, weight) in &others {
                // Of a small thing behind it nothing would be left to see; the many pieces of a poster are no things.
                let hidden = r.grown(m * 0.3).overlap(other);
                let mut share = hidden / r.area().max(1.0);
                if stage.is_some() {
                    share = share.max(hidden / other.area().max(1.0));
                }
                // Something large still shows what it is.
                let large = if other.area() > r.area() * 3.0 {
                    0.4
                } else {
                    1.0
                };
                cost += weight * share * large * 4.0;
            }
            // "On the left" is not on the right, however full the left is.
            let off = match sx {
                Some(x) if x < 0.5 => cx / cw > 0.5,
                Some(x) if x > 0.5 => cx / cw < 0.5,
                _ => false,
            };
            cost += if off { 20.0 } else { 0.0 };
            let want = sx.unwrap_or_else(|| match of {
                1 => 0.5,
                _ => (nth as f32 + 0.5) / of as f32,
            });
            let far = (cx / cw - (0.06 + 0.88 * want)).abs();
            cost += far
                * if sx.is_some() {
                    2.0
                } else if of > 1 {
                    0.5
                } else {
                    0.12
                };
            if best.as_ref().is_none_or(|(least, _)| cost < *least) {
                best = Some((cost, r));
            }
        }
    }
    let found = best.map_or(Rect::standing(cw / 2.0, base, w, h), |(_, r)| r);
    within((cw, ch), found)
}

/// Returns what a newcomer must not cover, with how bad that would be.
fn obstacles(sheet: &mut Sheet<'_>) -> Vec<(Rect, f32)> {
    let (w, h) = sheet.size();
    let stage = sheet.stage().is_some();
    let mut out: Vec<(Rect, f32)> = sheet
        .things()
        .into_iter()
        .filter(|thing| thing.rect.area() < w * h * 0.6)
        .map(|thing| (thing.rect, 1.0))
        .collect();
    // Words are never covered.
    out.extend(sheet.lines().into_iter().map(|line| (line.rect, 40.0)));
    if !stage {
        let panels: Vec<Rect> = sheet
            .picture()
            .boxes
            .iter()
            .filter(|own| !own.ground.is_empty() && own.rect.area() < f64::from(w * h) * 0.3)
            .map(|own| super::sheet::rect_of(own.rect))
            .collect();
        out.extend(panels.into_iter().map(|r| (r, 0.4)));
    }
    out
}

/// Scales and moves pieces.
fn moved(pieces: &[Piece], k: f32, dx: f32, dy: f32) -> Vec<Piece> {
    pieces
        .iter()
        .map(|piece| Piece {
            rect: piece.rect.scaled(k).shifted(dx, dy),
            shadow: piece.shadow.map(|y| y * k + dy),
            string: piece.string.map(|(x, y)| (x * k + dx, y * k + dy)),
            ..piece.clone()
        })
        .collect()
}

/// A place in the tree.
pub struct Slot {
    parent: String,
    at: usize,
}

/// Returns where in the tree a thing goes, so that what stands nearer is painted later.
fn order(sheet: &mut Sheet<'_>, to: &Rect, class: Class) -> Slot {
    let things = sheet.things();
    let objects: Vec<&Thing> = things
        .iter()
        .filter(|t| {
            t.kind == Kind::Object && sheet.node(&t.id).is_some_and(|n| n.layout.at.is_some())
        })
        .collect();
    let Some(stage) = sheet.stage() else {
        return Slot {
            parent: String::new(),
            at: usize::MAX,
        };
    };
    let first = |thing: &Thing| {
        thing
            .own
            .iter()
            .filter_map(|id| Some(sheet.parent(id)?.1))
            .min()
    };
    let last = |thing: &Thing| {
        thing
            .own
            .iter()
            .filter_map(|id| Some(sheet.parent(id)?.1))
            .max()
    };
    let home = objects
        .iter()
        .filter_map(|t| Some(sheet.parent(&t.id)?.0))
        .next()
        .or_else(|| {
            let back = super::things::backdrops(&sheet.scene.root);
            Some(sheet.parent(back.first()?)?.0)
        })
        .unwrap_or_else(|| stage.id.clone());
    let after_backdrop = sheet.node(&home).map_or(0, |node| {
        node.children
            .iter()
            .take_while(|c| c.role == crate::treatment::BACKDROP || c.role == "scenery")
            .count()
    });
    let here: Vec<&&Thing> = objects
        .iter()
        .filter(|t| sheet.parent(&t.id).is_some_and(|(p, _)| p == home))
        .collect();
    let at = if class.flies() {
        after_backdrop
    } else {
        let nearer = here
            .iter()
            .filter(|t| t.rect.bottom() > to.bottom() + 1.0 && !look_up(&t.noun).0.flies())
            .filter_map(|t| first(t))
            .min();
        nearer.unwrap_or_else(|| {
            here.iter()
                .filter_map(|t| last(t))
                .max()
                .map_or(after_backdrop, |i| i + 1)
        })
    };
    Slot { parent: home, at }
}

/// Draws pieces into the tree; returns the ids of their main nodes.
fn emit(
    sheet: &mut Sheet<'_>,
    brief: &Brief,
    cast: &Cast,
    mut pieces: Vec<Piece>,
    slot: &Slot,
) -> Vec<String> {
    pieces.sort_by_key(|piece| piece.z);
    let (w, h) = sheet.size();
    let memo = sheet.stage().map(|stage| stage.memo);
    let light = memo.as_ref().map_or_else(daylight, Memo::light);
    let ground = memo
        .as_ref()
        .map_or(Ground { w, h, horizon: h }, |memo| memo.ground);
    let manner = sheet.scene.theme.manner.clone();
    let solved = Solved { ground, pieces };
    let water = memo
        .as_ref()
        .filter(|memo| memo.place.has_water() && memo.place != Place::Underwater)
        .map(|_| light.lit(Rgba::hex(0x4aa3d6), 0.0));
    let drawn = Emit {
        brief,
        cast,
        solved: &solved,
        light: &light,
        manner: if manner == "silhouette" {
            "silhouette"
        } else {
            ""
        },
        shadows: memo.is_some() && !crate::treatment::is_lines(&manner),
        water,
        page: crate::stage::emit::page(&manner),
    };
    let nodes = drawn.nodes();
    let nodes = sheet.copies(&nodes);
    let ids: Vec<String> = nodes
        .iter()
        .filter(|node| node.facts.contains_key("noun"))
        .map(|node| node.id.clone())
        .collect();
    if slot.parent.is_empty() {
        for node in nodes {
            on_top(sheet, node);
        }
    } else {
        sheet.insert(&slot.parent, slot.at, nodes);
    }
    sheet.touch();
    ids
}

fn daylight() -> Light {
    Light::new(
        &plantain_read::Setting::default(),
        plantain_read::TimeOfDay::Day,
        &mut crate::rng::Rng::new(1),
    )
}

/// The phrase of a thing that is there, as it looks.
fn phrase_of(thing: &Thing) -> ObjectPhrase {
    ObjectPhrase {
        noun: thing.noun.clone(),
        count: Some(1),
        ..ObjectPhrase::default()
    }
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
    let (parent, at) = sheet.parent(&old.id).unwrap_or((String::new(), usize::MAX));
    Ok(emit(sheet, &brief, &cast, pieces, &Slot { parent, at }))
}

/// Shadows below all things that have none.
fn shadow(sheet: &mut Sheet<'_>) -> Result<(), EngineError> {
    let things: Vec<Thing> = sheet
        .things()
        .into_iter()
        .filter(|t| {
            t.kind == Kind::Object && sheet.node(&t.id).is_some_and(|n| n.layout.at.is_some())
        })
        .collect();
    let mut any = false;
    for thing in &things {
        let has = thing
            .own
            .iter()
            .any(|id| sheet.node(id).is_some_and(|n| n.role == "ground-shadow"));
        if has {
            continue;
        }
        let Some((parent, at)) = sheet.parent(&thing.id) else {
            continue;
        };
        let r = thing.rect;
        let h = (r.w * 0.15).min(r.h * 0.3).max(4.0);
        let nodes = [(1.14, 0.1), (0.86, 0.17)]
            .map(|(grow, alpha)| {
                crate::stage::pen::oval(
                    Rect::around(r.cx(), r.bottom() - h * 0.12, r.w * 0.92 * grow, h * grow),
                    Rgba::hex(0x14213d).faded(alpha),
                )
                .role("ground-shadow")
                .fact("of", thing.id.clone())
            })
            .to_vec();
        sheet.insert(&parent, at, nodes);
        any = true;
    }
    if !any {
        return deepen(sheet);
    }
    sheet.touch();
    sheet.because("Every thing throws a soft shadow now.");
    Ok(())
}

/// Makes shadows that are there stronger; cards without one get one.
fn deepen(sheet: &mut Sheet<'_>) -> Result<(), EngineError> {
    let mut any = false;
    sheet.touch().root.visit_mut(&mut |node| {
        if node.role == "ground-shadow" {
            node.style.opacity = (node.style.opacity * 1.0).min(1.0);
            if let Some(plantain_scene::node::Paint::Color(Color::Fixed(c))) = &mut node.style.fill
            {
                let alpha = (u32::from(c.0[3]) * 17 / 10).min(200) as u8;
                any |= alpha != c.0[3];
                c.0[3] = alpha;
            }
        } else if matches!(node.role.as_str(), "card" | "tile" | "stat" | "paper")
            && node.style.shadows.is_empty()
        {
            node.style.shadows.push(plantain_scene::node::Shadow {
                dx: 0.0,
                dy: 8.0,
                blur: 28.0,
                spread: 0.0,
                color: Rgba::BLACK.faded(0.22).into(),
            });
            any = true;
        }
    });
    if !any {
        return Err(EngineError::NothingChanged {
            why: "there is nothing that could throw a shadow".into(),
        });
    }
    sheet.because("The shadows are stronger now.");
    Ok(())
}

fn border(sheet: &mut Sheet<'_>, color: Option<Rgba>, width: Option<BorderWidth>) {
    let (w, h) = sheet.size();
    let side = w.min(h);
    // Widths in pixels are the picture's; the sheet has units.
    let unit = sheet.scene.canvas.unit;
    let width = BorderWidth::pixels(width, side * 0.012 * unit, side * unit) / unit;
    let m = w.min(h) * 0.022;
    let color: Color = color.map_or_else(|| Token::Ink.into(), Into::into);
    let mut node = rect().bounds(m, m, w - 2.0 * m, h - 2.0 * m).role("border");
    node.style.stroke = Some(Stroke {
        color,
        width,
        dash: None,
        round: false,
    });
    on_top(sheet, node);
    sheet.because("A border runs around the picture.");
}

/// A see-through text across the picture.
fn watermark(sheet: &mut Sheet<'_>, words: &str) {
    let (w, h) = sheet.size();
    let diagonal = (w * w + h * h).sqrt() * 0.72;
    let size = (diagonal / (words.chars().count().max(4) as f32 * 0.62)).min(w.min(h) * 0.2);
    let dark = sheet.scene.theme.is_dark();
    let ink = if dark { Rgba::WHITE } else { Rgba::BLACK };
    let label = text(words.to_owned())
        .font(FontRole::Heading)
        .size(size)
        .weight(700)
        .color(ink)
        .centered()
        .literal(true)
        .role("watermark")
        .fill_w();
    let angle = -libm::atan2f(h, w).to_degrees();
    let node = col()
        .bounds(
            (w - diagonal) / 2.0,
            (h - size * 1.4) / 2.0,
            diagonal,
            size * 1.4,
        )
        .center()
        .rotate(angle)
        .opacity(0.22)
        .child(label);
    on_top(sheet, node);
    sheet.because(format!(
        "“{}” lies see-through over the picture.",
        short(words)
    ));
}

/// Puts a picture that was handed in on the design.
fn picture(sheet: &mut Sheet<'_>, n: u32, at: &Location) -> Result<(), EngineError> {
    let node = background::image(sheet, n, false)?;
    let input = &sheet.inputs[n as usize - 1].pixels;
    let aspect = input.width as f32 / input.height.max(1) as f32;
    let (w, h) = sheet.size();
    let area = w * h * 0.035;
    let tw = (area * aspect).sqrt().min(w * 0.4);
    let th = tw / aspect;
    let spots = text_spots(sheet, (tw, th), at);
    let to = spots
        .first()
        .copied()
        .unwrap_or(Rect::new(w * 0.05, h * 0.05, tw, th));
    let id = on_top(
        sheet,
        node.bounds(to.x, to.y, to.w, to.h).role("picture-added"),
    );
    sheet.same = vec![id];
    sheet.because("The other picture was put on this one.");
    Ok(())
}
