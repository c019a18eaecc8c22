//! The director of scenes: things with counts, colours and relations, in a place, at an hour.

use plantain_read::{Brief, Literal};
use plantain_scene::build::{rect, stack, text};
use plantain_scene::node::{FontRole, Node};
use plantain_scene::{Rgba, Theme};

use crate::stage::backdrop::{Backdrop, Cloth, Crop, Painted, Way, Weave};
use crate::stage::cast::Cast;
use crate::stage::check::check;
use crate::stage::emit::{Emit, page};
use crate::stage::lexicon::{Class, look_up};
use crate::stage::light::Light;
use crate::stage::manner::{self, is_photographic};
use crate::stage::memo::{FRONT, Memo};
use crate::stage::mend::{drifts, is_litter, mend};
use crate::stage::place::Place;
use crate::stage::rect::Rect;
use crate::stage::solve::{Solved, solve};
use crate::studio::{Draft, Studio};
use crate::treatment::{self, BACKDROP, covers};
use crate::wardrobe::rgb;

/// Scenes that are staged for one picture; each draws other choices from the seed.
const DRAFTS: usize = 6;
/// Themes whose faces and captions suit illustrated scenes.
const CUSTOM: &[&str] = &[
    "friendly",
    "editorial",
    "mid-century",
    "botanical",
    "playful",
    "pastel",
];

/// Returns drafts of a scene.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    if super::avatar::is_portrait(&mend(studio.brief)) {
        return super::avatar::direct(studio);
    }
    scene(studio)
}

/// Returns drafts of a scene, whatever else the words might ask for.
pub fn scene(studio: &Studio<'_>) -> Vec<Draft> {
    let mended = mend(studio.brief);
    let mut desk =
        Studio::new(&mended, studio.canvas, studio.filler, studio.seed).guised(&studio.guise);
    desk.rng = studio.rng.clone();
    // A scene may fill only a part of the canvas.
    (desk.width, desk.height) = (studio.width, studio.height);
    desk.cast.clone_from(&studio.cast);
    if super::isometric::is_asked(&mended) {
        return super::isometric::direct(&desk);
    }
    stages(&desk)
}

fn stages(studio: &Studio<'_>) -> Vec<Draft> {
    let themes = studio.themes(CUSTOM, DRAFTS);
    themes
        .into_iter()
        .enumerate()
        .map(|(i, theme)| stage(studio, theme, i))
        .collect()
}

/// Stages the brief once.
fn stage(studio: &Studio<'_>, mut theme: Theme, take: usize) -> Draft {
    let brief = studio.brief;
    let rng = studio.rng(&format!("take {take}"));
    let cast = Cast::new(brief, &studio.rng("cast").fork(&studio.cast));
    let setting = coloured(brief);
    let light = Light::new(&setting, cast.time, &mut rng.fork("light"));
    let light = if cast.place.has_wall() && !sleeps(brief) {
        light.lamplit()
    } else {
        light
    };
    let size = (studio.width, studio.height);
    let caption = caption_box(brief, size);
    let room = (size.0, size.1 - caption.map_or(0.0, |c| c.h));
    let solved = solve(brief, &cast, room, &rng);
    let whole = manner::whole(&brief.look, &brief.prompt);
    // What is worked over the finished picture is not drawn form by form.
    let manner = if covers(whole) { "" } else { whole };
    let place = backdrop(studio, &cast, &light, &solved, rng.clone());
    let mut painted = place.paint();
    if manner == "silhouette" {
        dim(&mut painted);
    }
    let emit = Emit {
        brief,
        cast: &cast,
        solved: &solved,
        light: &light,
        manner,
        shadows: !treatment::is_lines(whole),
        water: water(&cast, &light),
        page: page(whole),
    };
    let mut root = stack()
        .size_box(size.0, size.1)
        .clip()
        .role("scene")
        .fill(light.haze);
    Memo::of(&place, &setting, cast.time).write(&mut root);
    root = root.child(
        stack()
            .bounds(0.0, 0.0, size.0, size.1)
            .role(BACKDROP)
            .children(painted.back),
    );
    root = root.children(scenery(&cast, &solved));
    root = root.children(emit.nodes());
    root = root.children(painted.front.into_iter().map(|n| n.role(FRONT)));
    if let Some(area) = caption {
        root = root.child(caption_node(brief, area));
    }
    let faults = check(brief, &cast, &root, size);
    theme.manner = whole.to_owned();
    let mut draft = Draft::new(archetype(&cast), theme, root)
        .because(reason(brief, &cast))
        .liked((0.9 - 0.12 * faults.len() as f32).max(0.05));
    draft.notes.extend(cast.notes.iter().cloned());
    for fault in faults {
        draft = draft.note("approximated", format!("Not quite as asked: {fault}."));
    }
    if is_photographic(&brief.look, &brief.prompt) {
        draft = draft.note(
            "photographic",
            "A photograph was asked for: this is an illustration with the same things in it.",
        );
    }
    draft
}

/// Returns whether somebody sleeps, so that no lamp is lit. Animals sleep in any light.
fn sleeps(brief: &Brief) -> bool {
    brief.objects.iter().any(|o| {
        !o.absent
            && look_up(&o.noun).0 == Class::Person
            && o.attributes
                .iter()
                .any(|a| a == "sleeping" || a == "asleep")
    })
}

fn backdrop<'a>(
    studio: &Studio<'_>,
    cast: &Cast,
    light: &'a Light,
    solved: &Solved,
    rng: crate::rng::Rng,
) -> Backdrop<'a> {
    let brief = studio.brief;
    // What was absorbed belongs to the place, which may show it; what is negated may not.
    let named = || {
        brief
            .objects
            .iter()
            .filter(|o| !(o.absent && o.count == Some(0)))
    };
    let mut avoid: Vec<String> = named().map(|o| o.noun.clone()).collect();
    for object in named() {
        // "palm tree" also means that no other tree must be counted by mistake.
        if let Some(last) = object.noun.split(' ').next_back() {
            avoid.push(last.to_owned());
        }
        avoid.push(object.noun.trim_start_matches("full ").to_owned());
    }
    let without = |noun: &str| {
        brief.constraints.iter().any(|c| {
            matches!(c, plantain_read::Constraint::Without(word) if word.trim_end_matches('s') == noun)
        })
    };
    let puddles = !without("puddle") && brief.objects.iter().any(|o| o.noun == "puddle");
    for constraint in &brief.constraints {
        if let plantain_read::Constraint::Without(word) = constraint {
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
    let plain = match &brief.canvas.background {
        Some(plantain_read::Background::Color(color)) => Some(rgb(color)),
        Some(plantain_read::Background::Gradient(colors)) => colors.first().map(rgb),
        Some(plantain_read::Background::Pattern(_, color)) => color.as_ref().map(rgb),
        _ => None,
    };
    // Of a wall, the colour is the room's.
    let plain = plain.or_else(|| {
        let wall = brief
            .objects
            .iter()
            .find(|o| o.noun.ends_with("wall") && !o.absent)?;
        wall.color.as_ref().map(rgb)
    });
    let mut ground = solved.ground;
    ground.h = studio.height;
    Backdrop {
        place: cast.place,
        ground,
        light,
        avoid,
        plain,
        peaks: cast.peaks,
        ranges: cast.ranges,
        tall: cast.actors.iter().any(|a| a.prop.height > 0.7),
        brick: brief.objects.iter().any(|o| o.noun.contains("brick")),
        puddles,
        leads: cast.actors.is_empty(),
        bare: cast.actors.iter().all(|a| {
            // What is small is drawn larger than a sofa behind it would be.
            let small = a.prop.class == Class::Animal && a.prop.height < SMALL;
            !small
                && !matches!(a.prop.class, Class::Seat | Class::Furniture)
                && !a.prop.noun.starts_with("window")
                && (a.prop.class != Class::Table || a.prop.height < 0.3)
        }),
        subjects: cast
            .actors
            .iter()
            .map(|a| a.tint.unwrap_or_else(|| a.prop.color()))
            .collect(),
        tiles: tiles(brief),
        litter: litter(brief),
        drift: brief
            .objects
            .iter()
            .any(|o| o.absent && is_litter(&o.noun) && drifts(o)),
        hamlet: brief.setting.place.as_deref().and_then(Place::named) == Some(Place::Village),
        woods: brief.setting.place.as_deref().and_then(Place::named) == Some(Place::Forest),
        aurora: brief
            .objects
            .iter()
            .any(|o| o.noun == "aurora" && o.absent && o.count == Some(0)),
        way: Way::told(&brief.heard()),
        crop: crop(brief),
        cloth: cloth(brief),
        rng,
    }
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

fn water(cast: &Cast, light: &Light) -> Option<Rgba> {
    cast.place
        .has_water()
        .then(|| match cast.place {
            Place::Underwater => None,
            _ => Some(
                light.lit(
                    light
                        .asked_unlike(Rgba::hex(0x4aa3d6))
                        .unwrap_or(Rgba::hex(0x4aa3d6)),
                    0.0,
                ),
            ),
        })
        .flatten()
}

/// Returns the setting with the colours of its phrases: a blue pond, a purple sky.
fn coloured(brief: &Brief) -> plantain_read::Setting {
    let mut setting = brief.setting.clone();
    for object in brief.objects.iter().filter(|o| !o.absent) {
        // A dark table is of dark wood.
        let table = object.noun == "table" || object.noun.ends_with(" table");
        if table && object.color.is_none() && object.attributes.iter().any(|a| a == "dark") {
            setting.ground.get_or_insert(plantain_read::Color {
                name: "dark wood".to_owned(),
                rgb: [0x5a, 0x3b, 0x27],
            });
        }
        let Some(color) = &object.color else { continue };
        match Place::named(&object.noun) {
            Some(Place::Sky) => {
                setting.sky.get_or_insert_with(|| color.clone());
            }
            Some(Place::Studio | Place::Table | Place::Room | Place::Mountains) | None => {}
            // A red school is no red street.
            _ if look_up(&object.noun).0 == Class::Building => {}
            Some(_) => {
                setting.ground.get_or_insert_with(|| color.clone());
            }
        }
    }
    setting
}

/// Returns the colours of leaves and petals that the ground is strewn with.
fn litter(brief: &Brief) -> Vec<Rgba> {
    const AUTUMN: [u32; 4] = [0xd9822b, 0xc4512d, 0xe0a93b, 0x9c5a2b];
    const PETALS: [u32; 3] = [0xf6b7cf, 0xf2a0bf, 0xfad5e2];
    let strewn =
        |o: &&plantain_read::ObjectPhrase| o.absent && o.count == Some(0) && is_litter(&o.noun);
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
    let spread = |o: &&plantain_read::ObjectPhrase| {
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
fn tiles(brief: &Brief) -> Option<(Vec<Rgba>, crate::stage::panel::Outline)> {
    use crate::stage::panel::Outline;
    let checkered = |o: &&plantain_read::ObjectPhrase| o.noun.ends_with("floor") && is_checkered(o);
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

fn is_checkered(object: &plantain_read::ObjectPhrase) -> bool {
    object
        .materials
        .iter()
        .chain(&object.attributes)
        .any(|word| matches!(word.as_str(), "checkered" | "tiled" | "chequered"))
}

/// Returns empty boxes that say where the scenery of the brief is.
fn scenery(cast: &Cast, solved: &Solved) -> Vec<Node> {
    let ground = solved.ground;
    cast.scenery
        .iter()
        .filter(|s| cast.peaks.is_none() || s.place != Place::Mountains)
        .map(|s| {
            let area = match s.place {
                Place::Sky => Rect::new(0.0, 0.0, ground.w, ground.horizon.min(ground.h)),
                _ => ground.below(),
            };
            stack()
                .bounds(area.x, area.y, area.w, area.h.max(1.0))
                .role("scenery")
                .id(s.id.clone())
        })
        .collect()
}

/// Darkens land for silhouettes, so that the forms stand before a bright sky.
fn dim(painted: &mut Painted) {
    for node in painted.back.iter_mut().skip(1) {
        node.style.opacity *= 0.92;
    }
}

/// Returns the texts that stand on no object.
fn loose(brief: &Brief) -> Vec<&Literal> {
    brief
        .literals
        .iter()
        .filter(|l| {
            l.on_object
                .and_then(|o| brief.objects.get(o))
                .is_none_or(|o| o.absent)
        })
        .collect()
}

/// Returns the area of the caption below the scene, if there are words for it.
fn caption_box(brief: &Brief, (w, h): (f32, f32)) -> Option<Rect> {
    let texts = loose(brief);
    if texts.is_empty() {
        return None;
    }
    let letters: usize = texts.iter().map(|l| l.text.chars().count() + 4).sum();
    let share = (0.1 + letters as f32 * 0.0011).clamp(0.12, 0.4);
    let height = (h * share).max(70.0).min(h * 0.5);
    Some(Rect::new(0.0, h - height, w, height))
}

/// Returns the words that stand on nothing, as a strip below the picture.
pub(super) fn caption(brief: &Brief, size: (f32, f32)) -> Option<Node> {
    Some(caption_node(brief, caption_box(brief, size)?))
}

fn caption_node(brief: &Brief, area: Rect) -> Node {
    use plantain_scene::Token;
    let texts = loose(brief);
    let margin = area.w * 0.05;
    let n = texts.len();
    let mut column = plantain_scene::build::col()
        .bounds(area.x, area.y, area.w, area.h)
        .pad_xy(margin, area.h * 0.1)
        .gap(6.0)
        .center()
        .fill(Token::Canvas)
        .role("caption");
    for (i, literal) in texts.iter().enumerate() {
        let lead = i == 0;
        let size = if lead {
            (area.h * 0.36 / (n as f32).sqrt()).clamp(18.0, 58.0)
        } else {
            (area.h * 0.16).clamp(13.0, 24.0)
        };
        let font = if lead {
            FontRole::Display
        } else {
            FontRole::Body
        };
        column = column.child(
            text(literal.text.clone())
                .font(font)
                .size(size)
                .shrink(12.0)
                .color(Token::Ink)
                .centered()
                .balance()
                .literal(true)
                .role(if lead { "title" } else { "caption-line" })
                .fill_w(),
        );
    }
    column.child(rect().size_box(0.0, 0.0))
}

fn archetype(cast: &Cast) -> &'static str {
    match cast.place {
        Place::Studio => "studio still",
        Place::Table | Place::Kitchen => "table top",
        place if place.has_wall() => "interior",
        Place::Street
        | Place::Avenue
        | Place::Skyline
        | Place::Village
        | Place::Market
        | Place::ParkingLot => "street",
        Place::Sky | Place::Space | Place::Moon | Place::Underwater => "open space",
        Place::Pitch | Place::Tiled => "from above",
        _ => "landscape",
    }
}

fn reason(brief: &Brief, cast: &Cast) -> String {
    let things: Vec<String> = brief
        .objects
        .iter()
        .zip(&cast.groups)
        .filter(|(_, group)| !group.is_empty())
        .map(|(object, group)| format!("{} {}", group.len(), object.noun))
        .collect();
    let place = format!("{:?}", cast.place).to_lowercase();
    if things.is_empty() {
        format!("Nothing stands in front, so the {place} itself leads.")
    } else {
        format!(
            "The {place} carries {}; tight relations share one figure, the rest is ordered from left to right and by depth.",
            things.join(", ")
        )
    }
}
