//! The director of scenes: things with counts, colours and relations, in a place, at an hour.

use plantain_read::{Brief, Literal};
use plantain_scene::build::{rect, stack, text};
use plantain_scene::node::{FontRole, Node};
use plantain_scene::{Rgba, Theme};

use crate::stage::backdrop::Painted;
use crate::stage::cast::Cast;
use crate::stage::check::check;
use crate::stage::emit::{Emit, page};
use crate::stage::lexicon::{Class, look_up};
use crate::stage::light::Light;
use crate::stage::manner::{self, is_photographic};
use crate::stage::memo::{FRONT, Memo};
use crate::stage::mend::mend;
use crate::stage::place::Place;
use crate::stage::rect::Rect;
use crate::stage::solve::{Solved, solve};
use crate::studio::{Draft, Studio};
use crate::treatment::{self, BACKDROP, covers};

mod place;
mod seasons;

use place::backdrop;

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
    if seasons::is_asked(&mended) {
        return seasons::direct(&desk);
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
