//! Things that are drawn by what is done with them: umbrellas on poles, ladders that are climbed, open books.

use plantain_read::{Arrangement, Brief, ObjectPhrase, RelationKind};
use plantain_scene::Rgba;

use super::dyes::dye;
use crate::stage::lexicon::Class;
use crate::stage::panel::{Kind, Panel, rack};
use crate::stage::prop::{Art, Prop};

/// Returns the prop of things for which neither the set nor a panel by name will do.
pub(super) fn special(brief: &Brief, object: &ObjectPhrase, tint: Option<Rgba>) -> Option<Prop> {
    sheltering(brief, object, tint)
        .or_else(|| raised(brief, object, tint))
        .or_else(|| stretched(brief, object, tint))
        .or_else(|| furniture(brief, object, tint))
        .or_else(|| mounted(brief, object, tint))
        .or_else(|| super::put::folded(object))
        .or_else(|| super::put::berg(brief, object))
        .or_else(|| super::put::spent(object))
        .or_else(|| super::put::set_board(brief, object))
        .or_else(|| laid_out(brief, object, tint))
        .or_else(|| bare(brief, object))
}

fn panel(noun: &str, kind: Kind, color: Option<Rgba>) -> Prop {
    let mut prop = Prop::panel(noun, Panel::of(kind, color));
    prop.height = prop.height.max(0.1);
    prop
}

/// What others stand under or look out of: trees, umbrellas, lamps, windows, tents.
fn sheltering(brief: &Brief, object: &ObjectPhrase, tint: Option<Rgba>) -> Option<Prop> {
    let noun = object.noun.as_str();
    match noun {
        // A telephone has a receiver.
        "phone" if object.words.to_lowercase().ends_with("telephone") => {
            Prop::named(noun, "telephone")
        }
        "branch" | "bough" | "tree branch" => Some(panel(noun, Kind::Branch, tint)),
        // What somebody sits on is a bough and no sprig.
        _ if noun.ends_with(" branch") && carries(brief, object) => {
            Some(panel(noun, Kind::Branch, tint))
        }
        "olive branch" | "laurel branch" | "eucalyptus branch" => Prop::named(noun, "olive-branch"),
        // Leaves that have room below them, for who rests in their shade.
        _ if drawn_as(noun, "tree") && shades(brief, object) => Prop::named(noun, "shade-tree")
            .map(|mut prop| {
                prop.anchors.under = Some([0.04, 0.96, 0.58]);
                prop
            }),
        // A lamp that stands on no table stands on the floor of a furnished room.
        "lamp" if !is_put_down(brief, object) && is_furnished(brief) => {
            Prop::named(noun, "floor-lamp").map(|prop| Prop {
                height: FLOOR_LAMP,
                ..prop
            })
        }
        "window" | "windowsill" | "window sill" | "window ledge" => {
            let mut panel = Panel::of(Kind::Window, tint);
            panel.material = Some(outside(brief));
            panel.second = dye(object, "curtain");
            let mut prop = Prop::panel(noun, panel);
            prop.class = Class::Hung;
            prop.height = 1.5;
            prop.anchors.top = [0.14, 0.86, 0.92];
            Some(prop)
        }
        // What others sit under stands on a pole.
        _ if noun.ends_with("umbrella") && (shades(brief, object) || is_over(brief, object)) => {
            parasol(noun)
        }
        _ if noun.ends_with("umbrella") && is_beach(brief) && !is_carried(brief, object) => {
            parasol(noun)
        }
        // The set's tent stands under a moon of its own.
        "tent" => Some(panel(noun, Kind::Tent, tint)),
        _ => None,
    }
}

/// Buildings and land, as those who are at them need them.
fn raised(brief: &Brief, object: &ObjectPhrase, tint: Option<Rgba>) -> Option<Prop> {
    let noun = object.noun.as_str();
    match noun {
        // Those of the desert are buildings.
        "pyramid" if brief.setting.place.as_deref() == Some("desert") => {
            Prop::named(noun, "pyramid").map(|prop| Prop {
                class: Class::Building,
                height: 60.0,
                ..prop
            })
        }
        "temple" | "shrine" if is_eastern(brief) => Prop::named(noun, "japanese-castle"),
        // The set's island is all palm: one that something stands on has room for it.
        "island" | "islet" if carries(brief, object) => {
            let rocky = object.words.to_lowercase().contains("rock")
                || object.materials.iter().any(|m| m == "stone");
            Prop::named(noun, if rocky { "rocky-islet" } else { "islet" })
        }
        "cabin" | "log cabin" | "chalet" => {
            let mut cabin = Panel::of(Kind::Cabin, tint);
            cabin.second = dye(object, "roof");
            let mut prop = Prop::panel(noun, cabin);
            (prop.class, prop.height) = (Class::Building, 4.5);
            Some(prop)
        }
        // Long enough for boats beside it and people on it.
        "pier" | "jetty" | "dock" | "wharf" => Prop::named(noun, "pier").map(|prop| Prop {
            class: Class::Land,
            height: 2.6,
            ..prop
        }),
        _ => None,
    }
}

/// Wires, lines and fences, which are as long as those at them need.
fn stretched(brief: &Brief, object: &ObjectPhrase, tint: Option<Rgba>) -> Option<Prop> {
    let noun = object.noun.as_str();
    let strung = |seats, height| {
        let mut prop = panel(noun, Kind::Wire(seats), tint);
        (prop.class, prop.height) = (Class::Building, height);
        prop.anchors.top = [0.06, 0.94, 0.12];
        prop
    };
    match noun {
        // What birds sit on hangs between posts.
        "wire" | "power line" | "telephone wire" | "telephone line" | "cable"
            if carries(brief, object) =>
        {
            let seats = company(brief, object, &[RelationKind::On, RelationKind::In]);
            Some(strung(seats, WIRE))
        }
        // More than fits between the posts of the set hangs on a longer line.
        "clothesline" | "washing line" | "laundry line" if hung_on(brief, object) > LINE => {
            Some(strung(LINE_SEATS * hung_on(brief, object), WASHING))
        }
        // As long as what is behind it or leans on it needs.
        _ if noun.ends_with("fence") => {
            let along = [
                RelationKind::Behind,
                RelationKind::InFrontOf,
                RelationKind::Against,
                RelationKind::On,
            ];
            let panels = (company(brief, object, &along) + 1).clamp(FENCE.0, FENCE.1);
            let mut prop = panel(noun, Kind::Fence(panels), tint);
            (prop.class, prop.height) = (Class::Item, 1.1);
            prop.anchors.top = [0.06, 0.94, 0.04];
            Some(made_of("wood", object, prop))
        }
        _ => None,
    }
}

/// Furniture and low walls that are built as wide and high as what stands on them needs.
fn furniture(brief: &Brief, object: &ObjectPhrase, tint: Option<Rgba>) -> Option<Prop> {
    let noun = object.noun.as_str();
    let table = |kind, height, top| {
        let mut prop = panel(noun, kind, tint);
        (prop.class, prop.height) = (Class::Table, height);
        prop.anchors.top = top;
        prop
    };
    match noun {
        "counter" | "bar counter" => Some(table(Kind::Counter, 1.05, [0.05, 0.95, 0.06])),
        "garden wall" => {
            let wall = table(Kind::Masonry, 1.1, [0.03, 0.97, 0.03]);
            Some(made_of("stone", object, wall))
        }
        _ if noun.ends_with("shelf") && rows_on(brief, object) > 1 => {
            let rows = rows_on(brief, object);
            let top = [0.05, 0.95, rack::board(0, rows)];
            Some(table(Kind::Rack(rows), 1.3, top))
        }
        "chair" if is_beach(brief) => Prop::named(noun, "lawn-chair"),
        _ if noun.ends_with("table") => {
            let cloth = cloth_of(brief)?;
            let laid = table(Kind::Laid, 0.8, [0.1, 0.9, 0.1]);
            Some(covered(laid, cloth))
        }
        "easel" if object.attributes.iter().any(|a| a == "painted") => Some(Prop {
            class: Class::Board,
            height: 1.6,
            ..panel(noun, Kind::Easel, tint)
        }),
        "throne" => Some(Prop {
            height: 1.6,
            ..panel(noun, Kind::Throne, tint)
        }),
        _ => None,
    }
}

/// Makes a built thing of a material, where the prompt names it.
fn made_of(material: &str, object: &ObjectPhrase, mut prop: Prop) -> Prop {
    if let Art::Panel(panel) = &mut prop.art {
        panel.material = object.materials.iter().find(|m| *m == material).cloned();
    }
    prop
}

/// Gives a table the weave and the colours of its cloth.
fn covered(mut table: Prop, cloth: &ObjectPhrase) -> Prop {
    const WEAVES: &[&str] = &["checkered", "striped", "spotted"];
    let Art::Panel(panel) = &mut table.art else {
        return table;
    };
    let weave = |m: &&String| WEAVES.contains(&m.as_str());
    panel.material = cloth.materials.iter().find(weave).cloned();
    let mut colors = cloth
        .color
        .iter()
        .chain(&cloth.more_colors)
        .map(crate::wardrobe::rgb);
    let (first, second) = (colors.next(), colors.next());
    // One colour is that of the checks, on white.
    (panel.color, panel.second) = match (&panel.material, second) {
        (Some(_), None) => (None, first),
        _ => (first, second),
    };
    table
}

/// Returns how many are said to be so beside a phrase.
fn company(brief: &Brief, object: &ObjectPhrase, kinds: &[RelationKind]) -> usize {
    let theirs = brief.relations.iter().filter(|r| {
        let ground = brief.objects.get(r.object);
        kinds.contains(&r.kind)
            && ground.is_some_and(|o| o.span == object.span && o.noun == object.noun)
    });
    theirs
        .map(|r| {
            let other = &brief.objects[r.subject];
            other.count.unwrap_or(if other.plural { 3 } else { 1 }) as usize
        })
        .sum()
}

/// Returns how many things are said to hang on a line.
fn hung_on(brief: &Brief, object: &ObjectPhrase) -> usize {
    let own = |i: usize| brief.objects[i].span == object.span;
    let theirs = brief.relations.iter().filter_map(|r| match r.kind {
        RelationKind::With if own(r.subject) => Some(r.object),
        RelationKind::On | RelationKind::In if own(r.object) => Some(r.subject),
        _ => None,
    });
    theirs
        .map(|i| brief.objects[i].count.unwrap_or(2) as usize)
        .sum()
}

/// Returns the cloth that covers the table.
fn cloth_of(brief: &Brief) -> Option<&ObjectPhrase> {
    let cloth = |o: &&ObjectPhrase| {
        o.absent && o.count == Some(0) && matches!(o.noun.as_str(), "tablecloth" | "table cloth")
    };
    brief.objects.iter().find(cloth)
}

/// Vehicles, boards and ladders, as those who are on them need them.
fn mounted(brief: &Brief, object: &ObjectPhrase, tint: Option<Rgba>) -> Option<Prop> {
    let noun = object.noun.as_str();
    match noun {
        // Who climbs is halfway up.
        "ladder" if ridden(brief, object) => Prop::named(noun, "ladder").map(|mut prop| {
            prop.height = LADDER;
            prop.anchors.top = [0.05, 0.95, 0.62];
            prop
        }),
        "rover" | "mars rover" | "lunar rover" | "moon rover" => Some(Prop {
            class: Class::Vehicle,
            height: 1.7,
            ..panel(noun, Kind::Rover, tint)
        }),
        // The set stands boards on their ends; ridden ones are seen from the side.
        "skateboard" if ridden(brief, object) => Some(panel(noun, Kind::Skateboard, tint)),
        "surfboard" | "snowboard" | "hoverboard" | "ski" | "skis" if ridden(brief, object) => {
            Some(panel(noun, Kind::Deck, tint))
        }
        // On the wall of a classroom a map is seen by everyone.
        _ if noun.ends_with("map") && is_put_down(brief, object) && on_wall(brief, object) => {
            Prop::of(noun).note.is_none().then(|| Prop {
                class: Class::Hung,
                height: WALL_MAP,
                ..Prop::of(noun)
            })
        }
        // Nobody is on it: it stands on its end, as tall as a person.
        "surfboard" | "snowboard" => Prop::named(noun, noun).map(|prop| Prop {
            class: Class::Item,
            height: STANDING_BOARD,
            ..prop
        }),
        _ => None,
    }
}

/// What lies flat, lies open or carries others: plates, boards, books, nets, lily pads.
fn laid_out(brief: &Brief, object: &ObjectPhrase, tint: Option<Rgba>) -> Option<Prop> {
    let noun = object.noun.as_str();
    match noun {
        _ if noun.ends_with("table")
            && matches!(object.shape.as_deref(), Some("round" | "circular" | "oval")) =>
        {
            Prop::named(noun, "round-table")
        }
        // What something sits in is open.
        "cardboard box" | "package" if carries(brief, object) => Prop::named(noun, "box"),
        // Seen from the side, as what stands on it is.
        "board" | "wooden board" | "cutting board" | "chopping board" if carries(brief, object) => {
            let mut prop = panel(
                "cutting board",
                Kind::Plate,
                tint.or(Some(Rgba::hex(BOARD))),
            );
            if let Art::Panel(panel) = &mut prop.art {
                panel.outline = crate::stage::panel::Outline::Rect;
            }
            Some(prop)
        }
        // The set's towel hangs on a rail: a cloth lies under what is on it, and a towel on the sand.
        _ if drawn_as(noun, "towel")
            && (carries(brief, object) || is_beach(brief) && !is_carried(brief, object)) =>
        {
            let linen = tint.or(Some(Rgba::hex(LINEN)));
            let mut cloth = panel(noun, Kind::Rug, linen);
            if !carries(brief, object) {
                cloth.height *= TOWEL;
            }
            if let Art::Panel(panel) = &mut cloth.art {
                panel.striped = object.materials.iter().any(|m| m == "striped");
                panel.second = object.more_colors.first().map(crate::wardrobe::rgb);
            }
            Some(cloth)
        }
        "net" if is_at_sea(brief) => Prop::named(noun, "fishing-net"),
        "lily pad" => Some(panel(noun, Kind::Plate, tint.or(Some(Rgba::hex(0x3f9a5a))))),
        "plate" | "tray" | "dish" | "platter" if carries(brief, object) => {
            Some(panel(noun, Kind::Plate, tint))
        }
        "book" if open(object) => Prop::named(noun, "open-book"),
        "book"
            if matches!(
                object.arrangement,
                Some(Arrangement::Stack | Arrangement::Pile)
            ) =>
        {
            Some(panel(noun, Kind::Volume, tint))
        }
        // The set's bamboo stands in a festive pot.
        "bamboo" => Some(panel(noun, Kind::Bamboo, tint)),
        _ => None,
    }
}

/// Things of the set without what they would bring of their own.
fn bare(brief: &Brief, object: &ObjectPhrase) -> Option<Prop> {
    let noun = object.noun.as_str();
    let has = |word: &str| brief.objects.iter().any(|o| !o.absent && o.noun == word);
    match noun {
        // A cake whose candles are counted must bring none of its own, nor does one that is for no birthday.
        "birthday cake" if has("candle") => Prop::named(noun, "frosted-cake"),
        _ if noun != "birthday cake"
            && !is_cut(object)
            && noun.ends_with("cake")
            && drawn_as(noun, "birthday-cake") =>
        {
            Prop::named(noun, "frosted-cake")
        }
        // The set's pizza is a slice, and its cake is whole.
        "pizza" if carries(brief, object) => Prop::named(noun, "cheese-pizza"),
        "pizza" if !is_cut(object) => Prop::named(noun, "whole-pizza"),
        _ if noun.ends_with("cake") && is_cut(object) && drawn_as(noun, "birthday-cake") => {
            Prop::named(noun, "shortcake")
        }
        // The set's dove carries an olive branch.
        "pigeon" => Prop::named(noun, "bird"),
        // The set's snowman has a hat and a scarf of its own.
        "snowman" if dressed(brief, object) => Prop::named(noun, "plain-snowman"),
        "moon" if object.words.contains("full") || brief.heard().contains("full moon") => {
            Prop::named(noun, "full-moon")
        }
        _ => None,
    }
}

/// Returns whether a phrase is of slices.
fn is_cut(object: &ObjectPhrase) -> bool {
    object.attributes.iter().any(|a| a == "sliced") || object.words.to_lowercase().contains("slice")
}

/// Returns an umbrella that stands on its pole.
pub(super) fn parasol(noun: &str) -> Option<Prop> {
    Prop::named(noun, "parasol").map(|prop| Prop {
        class: Class::Item,
        height: PARASOL,
        ..prop
    })
}

/// Returns whether a scene plays in East Asia, as far as its words or its language tell.
pub(super) fn is_eastern(brief: &Brief) -> bool {
    const TOLD: &[&str] = &[
        "kimono", "pagoda", "cherry", "japan", "chinese", "korea", "zen", "buddh", "shinto",
        "samurai", "bamboo", "torii", "kyoto", "monk",
    ];
    let heard = brief.heard();
    matches!(brief.language.0.as_str(), "ja" | "zh" | "ko")
        || TOLD.iter().any(|w| heard.contains(w))
}

/// Returns whether boats or those who fish are here.
pub(super) fn is_at_sea(brief: &Brief) -> bool {
    let boats = |o: &ObjectPhrase| {
        !o.absent
            && (crate::stage::lexicon::look_up(&o.noun).0 == Class::Boat
                || o.noun.contains("fisher")
                || matches!(o.noun.as_str(), "pier" | "jetty" | "harbor"))
    };
    brief.objects.iter().any(boats)
}

pub(super) fn is_beach(brief: &Brief) -> bool {
    let place = brief.setting.place.as_deref();
    place.and_then(crate::stage::place::Place::named) == Some(crate::stage::place::Place::Beach)
}

/// Returns whether somebody holds a phrase.
pub(super) fn is_carried(brief: &Brief, object: &ObjectPhrase) -> bool {
    brief.relations.iter().any(|r| {
        matches!(
            r.kind,
            RelationKind::Holding | RelationKind::With | RelationKind::Wearing
        ) && brief
            .objects
            .get(r.object)
            .is_some_and(|o| o.span == object.span)
    })
}

/// Metres.
pub(super) const PARASOL: f32 = 2.3;

pub(super) const LADDER: f32 = 3.2;

pub(super) const FLOOR_LAMP: f32 = 1.6;

/// Size of a towel on the sand beside that of a rug.
const TOWEL: f32 = 0.55;

const LINEN: u32 = 0xe9dfcc;

const BOARD: u32 = 0xc58b53;

const STANDING_BOARD: f32 = 1.8;

/// Things that the line of the set takes, room that one takes on a longer one, and the height of its posts, metres.
const LINE: usize = 3;
const LINE_SEATS: usize = 2;
const WASHING: f32 = 2.2;

/// Height of a map on a wall, metres.
const WALL_MAP: f32 = 1.3;

/// Height of the poles of a wire, metres.
const WIRE: f32 = 3.0;

/// Panels of a fence, at least and at most.
const FENCE: (usize, usize) = (3, 7);

/// Returns whether a phrase stands on another one.
pub(super) fn is_put_down(brief: &Brief, object: &ObjectPhrase) -> bool {
    brief.relations.iter().any(|r| {
        matches!(r.kind, RelationKind::On | RelationKind::Above)
            && brief
                .objects
                .get(r.subject)
                .is_some_and(|o| o.span == object.span)
    })
}

/// Returns whether a phrase hangs on a wall.
fn on_wall(brief: &Brief, object: &ObjectPhrase) -> bool {
    brief.relations.iter().any(|r| {
        r.kind == RelationKind::On
            && brief.objects[r.object].noun.ends_with("wall")
            && brief.objects[r.subject].span == object.span
    })
}

/// Returns whether a phrase is over furniture.
fn is_over(brief: &Brief, object: &ObjectPhrase) -> bool {
    brief.relations.iter().any(|r| {
        let below = crate::stage::lexicon::look_up(&brief.objects[r.object].noun).0;
        r.kind == RelationKind::Above
            && matches!(below, Class::Table | Class::Seat)
            && brief.objects[r.subject].span == object.span
    })
}

/// Returns whether something is under this phrase.
pub(super) fn shades(brief: &Brief, object: &ObjectPhrase) -> bool {
    brief.relations.iter().any(|r| {
        matches!(r.kind, RelationKind::Under | RelationKind::Below)
            && brief
                .objects
                .get(r.object)
                .is_some_and(|o| o.span == object.span)
    })
}

/// Returns whether there is furniture that people sit or lie on.
pub(super) fn is_furnished(brief: &Brief) -> bool {
    brief
        .objects
        .iter()
        .any(|o| !o.absent && crate::stage::lexicon::look_up(&o.noun).0 == Class::Seat)
}

/// Returns what can be seen through a window: the words of hour and weather.
pub(super) fn outside(brief: &Brief) -> String {
    use plantain_read::{TimeOfDay, Weather};
    let weather = match brief.setting.weather {
        Some(Weather::Snow) => "snow",
        Some(Weather::Rain | Weather::Storm) => "rain",
        _ => "",
    };
    let hour = match brief.setting.time {
        Some(TimeOfDay::Night) => "night",
        Some(TimeOfDay::Sunset | TimeOfDay::Dawn) => "sunset",
        Some(TimeOfDay::Dusk) => "dusk",
        _ => "",
    };
    let seen = |word: &str| {
        brief.objects.iter().flat_map(|o| &o.attributes).any(|a| {
            a.strip_suffix(" outside")
                .is_some_and(|noun| noun.ends_with(word))
        })
    };
    let disc = [("moon", "moon-disc"), ("sun", "sun-disc")]
        .into_iter()
        .find(|(word, _)| seen(word));
    format!("{hour} {weather} {}", disc.map_or("", |(_, disc)| disc))
}

/// Returns whether the set draws a noun as the object of that name.
pub(super) fn drawn_as(noun: &str, name: &str) -> bool {
    crate::stage::find::find(noun).is_some_and(|found| found.object.name == name)
}

/// Returns whether the prompt says what this phrase wears.
pub(super) fn dressed(brief: &Brief, object: &ObjectPhrase) -> bool {
    brief.relations.iter().any(|r| {
        r.kind == plantain_read::RelationKind::Wearing
            && brief
                .objects
                .get(r.subject)
                .is_some_and(|o| o.span == object.span && o.noun == object.noun)
    })
}

/// Returns whether something stands on or in this phrase.
pub(super) fn carries(brief: &Brief, object: &ObjectPhrase) -> bool {
    brief.relations.iter().any(|r| {
        matches!(r.kind, RelationKind::On | RelationKind::In)
            && brief
                .objects
                .get(r.object)
                .is_some_and(|o| o.span == object.span && o.noun == object.noun)
    })
}

/// Returns in how many rows things stand on this phrase, as far as somebody says so.
fn rows_on(brief: &Brief, object: &ObjectPhrase) -> usize {
    const ROWS_MAX: usize = 4;
    let on = brief.relations.iter().filter(|r| {
        r.kind == RelationKind::On
            && brief
                .objects
                .get(r.object)
                .is_some_and(|o| o.span == object.span && o.noun == object.noun)
    });
    let rows = on.filter_map(|r| match brief.objects[r.subject].arrangement {
        Some(Arrangement::Rows(rows)) => Some(rows as usize),
        _ => None,
    });
    rows.max().unwrap_or(0).min(ROWS_MAX)
}

/// Returns whether someone rides or stands on this phrase.
pub(super) fn ridden(brief: &Brief, object: &ObjectPhrase) -> bool {
    brief.relations.iter().any(|r| {
        matches!(r.kind, RelationKind::On | RelationKind::Riding)
            && brief
                .objects
                .get(r.object)
                .is_some_and(|o| o.span == object.span)
    })
}

/// Returns whether a book is open.
pub(super) fn open(object: &ObjectPhrase) -> bool {
    object.attributes.iter().any(|a| a == "open") || object.words.contains("open ")
}
