//! What the place behind the things is painted from: what it may show beside them, its colours, what lies on its ground.

use plantain_read::{Background, Brief, Constraint, ObjectPhrase};
use plantain_scene::Rgba;

use crate::stage::backdrop::{Backdrop, Cloth, Crop, Way, Weave};
use crate::stage::cast::Cast;
use crate::stage::lexicon::Class;
use crate::stage::light::Light;
use crate::stage::mend::{drifts, is_litter};
use crate::stage::panel::Outline;
use crate::stage::place::Place;
use crate::stage::solve::Solved;
use crate::studio::Studio;
use crate::wardrobe::rgb;

/// Returns the place of a scene with everything that the brief tells of it.
pub(super) fn backdrop<'a>(
    studio: &Studio<'_>,
    cast: &Cast,
    light: &'a Light,
    solved: &Solved,
    rng: crate::rng::Rng,
) -> Backdrop<'a> {
    let brief = studio.brief;
    let any = |test: &dyn Fn(&ObjectPhrase) -> bool| brief.objects.iter().any(test);
    let place = brief.setting.place.as_deref().and_then(Place::named);
    let mut ground = solved.ground;
    ground.h = studio.height;
    Backdrop {
        place: cast.place,
        ground,
        light,
        avoid: avoided(brief, cast, solved),
        plain: plain(brief),
        fittings: fittings(brief),
        peaks: cast.peaks,
        ranges: cast.ranges,
        tall: cast.actors.iter().any(|a| a.prop.height > 0.7),
        brick: any(&|o| o.noun.contains("brick")),
        puddles: !is_without(brief, "puddle") && any(&|o| o.noun == "puddle"),
        leads: cast.actors.is_empty(),
        bare: is_bare(cast),
        subjects: cast
            .actors
            .iter()
            .map(|a| a.tint.unwrap_or_else(|| a.prop.color()))
            .collect(),
        tiles: tiles(brief),
        litter: litter(brief),
        drift: any(&|o| o.absent && is_litter(&o.noun) && drifts(o)),
        hamlet: place == Some(Place::Village),
        woods: place == Some(Place::Forest),
        aurora: any(&|o| o.noun == "aurora" && is_absorbed(o)),
        way: Way::told(&brief.heard()),
        crop: crop(brief),
        cloth: cloth(brief),
        rng,
    }
}

/// Whether a phrase belongs to the place and is no thing of its own.
fn is_absorbed(object: &ObjectPhrase) -> bool {
    object.absent && object.count == Some(0)
}

/// Returns the nouns that the place must not add to those of the prompt.
fn avoided(brief: &Brief, cast: &Cast, solved: &Solved) -> Vec<String> {
    // What was absorbed belongs to the place, which may show it; what is negated may not.
    let named = || brief.objects.iter().filter(|o| !is_absorbed(o));
    let mut avoid: Vec<String> = named().map(|o| o.noun.clone()).collect();
    for object in named() {
        // "palm tree" also means that no other tree must be counted by mistake.
        if let Some(last) = object.noun.split(' ').next_back() {
            avoid.push(last.to_owned());
        }
        avoid.push(object.noun.trim_start_matches("full ").to_owned());
    }
    for constraint in &brief.constraints {
        if let Constraint::Without(word) = constraint {
            avoid.push(word.trim_end_matches('s').to_owned());
            avoid.push(word.clone());
        }
    }
    // What hangs on the wall needs the wall.
    let hung = cast
        .actors
        .iter()
        .any(|a| matches!(a.prop.class, Class::Hung | Class::Board))
        || hangs(cast, solved);
    if hung || brief.objects.iter().any(|o| o.noun.ends_with("wall")) {
        avoid.push("window".to_owned());
    }
    if hung {
        avoid.push("painting".to_owned());
    }
    avoid
}

/// Whether the prompt wants none of a thing.
fn is_without(brief: &Brief, noun: &str) -> bool {
    brief
        .constraints
        .iter()
        .any(|c| matches!(c, Constraint::Without(word) if word.trim_end_matches('s') == noun))
}

/// Returns the one colour of a plain place: that of the canvas, or that of a wall, which is the room's.
fn plain(brief: &Brief) -> Option<Rgba> {
    let plain = match &brief.canvas.background {
        Some(Background::Color(color)) => Some(rgb(color)),
        Some(Background::Gradient(colors)) => colors.first().map(rgb),
        Some(Background::Pattern(_, color)) => color.as_ref().map(rgb),
        _ => None,
    };
    plain.or_else(|| {
        let wall = brief
            .objects
            .iter()
            .find(|o| o.noun.ends_with("wall") && (!o.absent || is_absorbed(o)))?;
        wall.color.as_ref().map(rgb)
    })
}

/// Returns the colour of the cupboards that the room brings.
fn fittings(brief: &Brief) -> Option<Rgba> {
    let cupboards = brief
        .objects
        .iter()
        .find(|o| o.absent && matches!(o.noun.as_str(), "cabinet" | "cupboard"))?;
    cupboards.color.as_ref().map(rgb)
}

/// Whether no furniture stands here, so that the room brings its own.
fn is_bare(cast: &Cast) -> bool {
    cast.actors.iter().all(|a| {
        // What hangs is seen before a free wall.
        let hung = matches!(a.prop.class, Class::Hung) && cast.parent(a.phrase).is_none();
        // What is small is drawn larger than a sofa behind it would be.
        let small = a.prop.class == Class::Animal && a.prop.height < SMALL;
        !small
            && !hung
            && !matches!(a.prop.class, Class::Seat | Class::Furniture)
            && !a.prop.noun.starts_with("window")
            && (a.prop.class != Class::Table || a.prop.height < 0.3)
    })
}

/// Lower than this, in metres, an animal is seen close by.
const SMALL: f32 = 0.6;

/// Returns whether something is on the wall of a room that is at home elsewhere, too: a clock.
fn hangs(cast: &Cast, solved: &Solved) -> bool {
    cast.place.has_wall()
        && solved.pieces.iter().any(|piece| {
            let free = cast.parent(cast.actors[piece.actor].phrase).is_none();
            free && piece.shadow.is_none() && piece.rect.bottom() < solved.ground.horizon
        })
}

/// Returns the colours of leaves and petals that the ground is strewn with.
fn litter(brief: &Brief) -> Vec<Rgba> {
    const AUTUMN: [u32; 4] = [0xd9822b, 0xc4512d, 0xe0a93b, 0x9c5a2b];
    const PETALS: [u32; 3] = [0xf6b7cf, 0xf2a0bf, 0xfad5e2];
    let strewn = |o: &&ObjectPhrase| o.absent && o.count == Some(0) && is_litter(&o.noun);
    let Some(object) = brief.objects.iter().find(strewn) else {
        return Vec::new();
    };
    let named: Vec<Rgba> = object
        .color
        .iter()
        .chain(&object.more_colors)
        .map(rgb)
        .collect();
    if named.is_empty() {
        let usual: &[u32] = if object.noun.ends_with("leaf") {
            &AUTUMN
        } else {
            &PETALS
        };
        return usual.iter().map(|c| Rgba::hex(*c)).collect();
    }
    named
}

/// Returns what grows in rows here: told by its field, or by the colour of one.
fn crop(brief: &Brief) -> Option<Crop> {
    let ground = brief.setting.ground.as_ref();
    let lavender = ground
        .is_some_and(|c| c.name == "lavender")
        .then_some(Crop::Lavender);
    Crop::told(&brief.heard()).or(lavender)
}

/// Returns the cloth that lies on the table.
fn cloth(brief: &Brief) -> Option<Cloth> {
    let spread = |o: &&ObjectPhrase| {
        o.absent && o.count == Some(0) && matches!(o.noun.as_str(), "tablecloth" | "table cloth")
    };
    let object = brief.objects.iter().find(spread)?;
    let is = |word: &str| object.materials.iter().any(|m| m == word);
    let weave = match () {
        () if is("checkered") => Weave::Checks,
        () if is("striped") => Weave::Stripes,
        () => Weave::Plain,
    };
    let white = Rgba::hex(0xfaf6ee);
    let mut colors = object.color.iter().chain(&object.more_colors).map(rgb);
    let (color, second) = match (weave, colors.next(), colors.next()) {
        (Weave::Plain, first, _) => (first.unwrap_or(white), white),
        (_, Some(first), Some(second)) => (second, first),
        (_, Some(first), None) => (white, first),
        (_, None, _) => (white, Rgba::hex(0xc94a4a)),
    };
    Some(Cloth {
        color,
        second,
        weave,
    })
}

/// Returns colours and outline of a tiled floor, if the brief has one.
fn tiles(brief: &Brief) -> Option<(Vec<Rgba>, Outline)> {
    let checkered = |o: &&ObjectPhrase| o.noun.ends_with("floor") && is_checkered(o);
    let tile = brief
        .objects
        .iter()
        .find(|o| o.noun == "tile")
        .or_else(|| brief.objects.iter().find(checkered))?;
    let colors: Vec<Rgba> = tile
        .color
        .iter()
        .chain(&tile.more_colors)
        .map(rgb)
        .collect();
    let outline = tile.shape.as_deref().and_then(Outline::named);
    let colors = match colors[..] {
        [] if tile.noun == "tile" => vec![Rgba::hex(0x5b8fc9), Rgba::hex(0xf4f6f8)],
        [] => vec![Rgba::hex(0x2b2d33), Rgba::hex(0xf4f3ee)],
        [one] if tile.noun != "tile" => vec![one, Rgba::hex(0xf7f6f1)],
        _ => colors,
    };
    Some((colors, outline.unwrap_or(Outline::Square)))
}

fn is_checkered(object: &ObjectPhrase) -> bool {
    object
        .materials
        .iter()
        .chain(&object.attributes)
        .any(|word| matches!(word.as_str(), "checkered" | "tiled" | "chequered"))
}
