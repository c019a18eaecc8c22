//! Newcomers as the stage would draw them: their cast, their size, their nodes.

use plantain_engine::EngineError;
use plantain_read::{Brief, Literal, ObjectPhrase, Origin, Relation, RelationKind, Role};
use plantain_scene::Rgba;

use super::USUAL;
use crate::edit::scene::place::on_top;
use crate::edit::scene::sheet::{Sheet, undrawable};
use crate::edit::scene::things::{Kind, Thing};
use crate::stage::assembly::Piece;
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

/// Casts things as the stage would; what cannot be drawn is refused.
pub(super) fn casting(
    sheet: &mut Sheet<'_>,
    phrases: &[ObjectPhrase],
    relation: Option<RelationKind>,
) -> Result<(Brief, Cast), EngineError> {
    let mut brief = Brief {
        objects: phrases.to_vec(),
        ..Brief::default()
    };
    if let Some(text) = sheet.inscription.take() {
        brief.literals.push(Literal {
            text,
            span: 0..0,
            role: Role::World,
            origin: Origin::Quoted,
            on_object: Some(0),
        });
    }
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
pub(super) fn nominal(noun: &str, r: Rect) -> f32 {
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

/// Takes the shadows from below things that do not touch the ground.
pub(super) fn unshadowed(mut pieces: Vec<Piece>) -> Vec<Piece> {
    pieces.iter_mut().for_each(|piece| piece.shadow = None);
    pieces
}

/// Scales and moves pieces.
pub(super) fn moved(pieces: &[Piece], k: f32, dx: f32, dy: f32) -> Vec<Piece> {
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
    pub(super) parent: String,
    pub(super) at: usize,
}

/// Returns where in the tree a thing goes, so that what stands nearer is painted later.
pub(super) fn order(sheet: &mut Sheet<'_>, to: &Rect, aloft: bool) -> Slot {
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
            let back = crate::edit::scene::things::backdrops(&sheet.scene.root);
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
    let at = if aloft {
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
pub(super) fn emit(
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
    let mut nodes = drawn.nodes();
    // The pieces know the canvas; a frame of its own counts from its corner.
    let corner = sheet
        .rect(&slot.parent)
        .map_or([0.0; 2], |own| [own.x, own.y]);
    for at in nodes.iter_mut().filter_map(|node| node.layout.at.as_mut()) {
        *at = [at[0] - corner[0], at[1] - corner[1]];
    }
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
pub(super) fn phrase_of(thing: &Thing) -> ObjectPhrase {
    ObjectPhrase {
        noun: thing.noun.clone(),
        count: Some(1),
        ..ObjectPhrase::default()
    }
}
