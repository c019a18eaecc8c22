//! Props of a cast: what each phrase is drawn with, and in which colour.

use plantain_read::{Arrangement, Brief, ObjectPhrase};
use plantain_scene::{Oklch, Rgba};

use super::Cast;
use crate::stage::lexicon::Class;
use crate::stage::panel::{Kind, Outline, Panel};
use crate::stage::prop::{Art, Prop};
use crate::wardrobe::rgb;

impl Cast {
    /// Returns the colour of what the set draws as something of another colour.
    pub(super) fn natural(&self, object: &ObjectPhrase) -> Option<Rgba> {
        let noun = object.noun.as_str();
        let own = NATURAL
            .iter()
            .find(|(_, words)| words.split(',').any(|word| word == noun))
            .filter(|_| crate::stage::find::find(noun).is_some_and(|found| !found.exact))
            .map(|(rgb, _)| Rgba::hex(*rgb));
        // Planets beside a named one are other planets.
        let planets = self
            .actors
            .iter()
            .filter(|a| {
                a.prop.class == Class::Celestial && a.prop.noun != "moon" && a.prop.noun != "sun"
            })
            .count();
        let another = object.noun == "planet" && planets > 0;
        own.or_else(|| another.then(|| distinct(planets + 2, 8)))
    }

    pub(super) fn thing(
        &self,
        brief: &Brief,
        object: &ObjectPhrase,
        tint: Option<Rgba>,
        with_words: bool,
    ) -> Prop {
        let shape = object.shape.as_deref();
        if let Some(prop) = special(brief, object, tint).or_else(|| resting(brief, object)) {
            return prop;
        }
        let panel = Panel::named(&object.noun, shape, with_words);
        if let Some(mut panel) = panel {
            panel.color = tint;
            panel.second = object.more_colors.first().map(rgb);
            panel.striped = object.materials.iter().any(|m| m == "striped");
            panel.material = object.materials.first().cloned();
            let mut prop = Prop::panel(&object.noun, panel);
            if with_words && prop.lies() {
                prop.anchors.top[2] = 0.24;
            }
            return prop;
        }
        let prop = Prop::of(&object.noun);
        match (prop.art == Art::StandIn, shape.and_then(Outline::named)) {
            (true, Some(outline)) => {
                let mut slab = Panel::slab(outline);
                slab.color = tint;
                let mut built = Prop::panel(&object.noun, slab);
                built.note = prop.note;
                built
            }
            _ => prop,
        }
    }
}

/// The colour of leaves in autumn, for trees and leaves without a colour of their own.
pub(super) fn leaves_of(brief: &Brief, object: &ObjectPhrase) -> Option<Rgba> {
    let leafy = matches!(
        object.noun.as_str(),
        "tree"
            | "leaf"
            | "oak"
            | "oak tree"
            | "maple"
            | "maple tree"
            | "maple leaf"
            | "deciduous tree"
    );
    let blooms = ["blossom", "cherry tree", "sakura"]
        .iter()
        .any(|word| object.words.to_lowercase().contains(word));
    if blooms && object.noun.contains("tree") {
        return Some(Rgba::hex(0xf2a7c3));
    }
    let autumn = brief.setting.season == Some(plantain_read::Season::Autumn);
    (leafy && autumn).then(|| Rgba::hex(0xd9822b))
}

/// Nouns that the set draws as another thing of another colour: colour, nouns.
const NATURAL: &[(u32, &str)] = &[
    (
        0xf1f3f6,
        "seagull,gull,tern,albatross,snowy owl,egret,stork,crane bird,samoyed,maltese,westie,bichon frise,arctic fox,beluga",
    ),
    (
        0xa9825c,
        "sparrow,wren,lark,quail,partridge,vole,otter,capybara,beagle,weasel,ferret",
    ),
    (0x3f86d6, "bluebird,blue jay,jay,kingfisher,blue tang"),
    (0xf6cf3a, "canary,goldfinch,budgie,yellow jacket"),
    (0xf3f5f7, "polar bear,swan boat,ermine,alpaca"),
    (
        0xc6362f,
        "cardinal,robin redbreast,red snapper,ruby,garnet,radish,cranberry,redcurrant,raspberry,paprika",
    ),
    (
        0x8d9096,
        "schnauzer,husky,weimaraner,wolfhound,greyhound,koala bear,pelican,heron,manatee,donkey foal,hippo calf,whippet",
    ),
    (
        0x2b2d33,
        "rottweiler,doberman,doberman pinscher,newfoundland dog,raven,rook,jackdaw,grackle,scottie,gorilla baby",
    ),
    (
        0x6b3fa0,
        "plum,damson,fig,prune,amethyst,passion fruit,beetroot,beet,turnip,acai",
    ),
    (
        0x3a2a4d,
        "blackberry,black grape,blackcurrant,elderberry,mulberry",
    ),
    (
        0xf4a259,
        "apricot,nectarine,persimmon,cantaloupe melon,papaya,clementine,satsuma,kumquat",
    ),
    (
        0xf2b84b,
        "squash,butternut squash,corn bread,mustard,topaz,citrine,amber,honeycomb,yam",
    ),
    (
        0xf08a8a,
        "grapefruit,salmon fillet,shrimp cocktail,ham,guava",
    ),
    (
        0x2fa35a,
        "emerald,jade,zucchini,courgette,lime wedge,bok choy,kale,cactus fruit,grasshopper,katydid,mantis,praying mantis",
    ),
    (0x2f5fd0, "sapphire,lapis lazuli,blue morpho"),
    (
        0xf1ece2,
        "cauliflower,daikon,parsnip,tofu,feta,brie,marshmallow,pearl,opal,dove feather,mozzarella,onigiri plain",
    ),
    (
        0x6f4526,
        "brownie,chocolate cake,walnut,acorn nut,hazelnut,pecan,date fruit,cinnamon stick,mahogany,moose calf,beaver cub",
    ),
    (
        0x7d6a58,
        "dust bunny,sloth bear,wombat,badger cub,walrus,sea lion",
    ),
    (
        0x9b59b6,
        "lavender bunch,violet,iris,lilac,wisteria,hydrangea,orchid",
    ),
    (0xe7475e, "poppy,carnation,camellia,begonia,geranium,peony"),
    (
        0xf7c948,
        "daffodil,marigold,dandelion,buttercup bunch,primrose,forsythia,narcissus",
    ),
    (
        0xff9f45,
        "goldfish cracker,koi,clownfish pet,tiger lily,monarch wing",
    ),
];

/// Returns the persons that a collective noun stands for, as many as are said to be.
pub(super) fn collective(object: &ObjectPhrase) -> Vec<&'static str> {
    // "A protest crowd" is a crowd.
    let head = object.noun.rsplit(' ').next().unwrap_or(&object.noun);
    let noun = match head {
        "crowd" | "family" | "couple" | "audience" => head,
        _ => object.noun.as_str(),
    };
    let (members, usual): (&[&str], usize) = match noun {
        "couple" => (&["man", "woman"], 2),
        "family" => (
            &[
                "man",
                "girl",
                "boy",
                "woman",
                "baby",
                "girl",
                "boy",
                "old woman",
                "old man",
            ],
            4,
        ),
        "band" | "rock band" => (
            &["guitarist", "singer", "drummer", "guitarist", "musician"],
            3,
        ),
        "crowd" | "group of people" | "audience" => (&["man", "woman", "person"], 9),
        "team" | "group" => (&["man", "woman", "person"], 5),
        _ => return Vec::new(),
    };
    let n = object
        .count
        .filter(|n| *n > 1)
        .map_or(usual, |n| n as usize);
    members.iter().copied().cycle().take(n.min(24)).collect()
}

/// Returns whether a phrase means a floor of tiles.
pub(super) fn is_tiling(object: &ObjectPhrase) -> bool {
    object.noun == "tile" && object.plural && object.count.is_none() && !object.absent
}

/// Returns the prop of things for which neither the set nor a panel by name will do.
fn special(brief: &Brief, object: &ObjectPhrase, tint: Option<Rgba>) -> Option<Prop> {
    let noun = object.noun.as_str();
    let has = |word: &str| brief.objects.iter().any(|o| !o.absent && o.noun == word);
    let build = |kind, color| {
        let mut prop = Prop::panel(noun, Panel::of(kind, color));
        prop.height = prop.height.max(0.1);
        Some(prop)
    };
    match noun {
        "branch" | "bough" | "tree branch" => build(Kind::Branch, tint),
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
            let mut prop = Prop::panel(noun, panel);
            prop.class = Class::Hung;
            prop.height = 1.5;
            prop.anchors.top = [0.14, 0.86, 0.92];
            Some(prop)
        }
        // The set's tent stands under a moon of its own, its bamboo in a festive pot.
        "tent" => build(Kind::Tent, tint),
        "board" | "wooden board" if carries(brief, object) => {
            Prop::named("cutting board", "cutting-board")
        }
        "lily pad" => build(Kind::Plate, tint.or(Some(Rgba::hex(0x3f9a5a)))),
        "plate" | "tray" | "dish" | "platter" if carries(brief, object) => build(Kind::Plate, tint),
        "book" if open(object) => Prop::named(noun, "open-book"),
        "bamboo" => build(Kind::Bamboo, tint),
        "throne" => build(Kind::Throne, tint).map(|mut prop| {
            prop.height = 1.6;
            prop
        }),
        // The set stands boards on their ends; ridden ones are seen from the side.
        "skateboard" if ridden(brief, object) => build(Kind::Skateboard, tint),
        "surfboard" | "snowboard" | "hoverboard" if ridden(brief, object) => {
            build(Kind::Deck, tint)
        }
        "book"
            if matches!(
                object.arrangement,
                Some(Arrangement::Stack | Arrangement::Pile)
            ) =>
        {
            build(Kind::Volume, tint)
        }
        // A cake whose candles are counted must bring none of its own, nor does one that is for no birthday.
        "birthday cake" if has("candle") => Prop::named(noun, "frosted-cake"),
        _ if noun != "birthday cake"
            && noun.ends_with("cake")
            && drawn_as(noun, "birthday-cake") =>
        {
            Prop::named(noun, "frosted-cake")
        }
        // The set's snowman has a hat and a scarf of its own.
        "snowman" if dressed(brief, object) => Prop::named(noun, "plain-snowman"),
        "moon" if object.words.contains("full") || brief.heard().contains("full moon") => {
            Prop::named(noun, "full-moon")
        }
        _ => None,
    }
}

/// Metres.
const FLOOR_LAMP: f32 = 1.6;

/// Returns whether a phrase stands on another one.
fn is_put_down(brief: &Brief, object: &ObjectPhrase) -> bool {
    use plantain_read::RelationKind;
    brief.relations.iter().any(|r| {
        matches!(r.kind, RelationKind::On | RelationKind::Above)
            && brief
                .objects
                .get(r.subject)
                .is_some_and(|o| o.span == object.span)
    })
}

/// Returns whether something is under this phrase.
fn shades(brief: &Brief, object: &ObjectPhrase) -> bool {
    use plantain_read::RelationKind;
    brief.relations.iter().any(|r| {
        matches!(r.kind, RelationKind::Under | RelationKind::Below)
            && brief
                .objects
                .get(r.object)
                .is_some_and(|o| o.span == object.span)
    })
}

/// Returns whether there is furniture that people sit or lie on.
fn is_furnished(brief: &Brief) -> bool {
    brief
        .objects
        .iter()
        .any(|o| !o.absent && crate::stage::lexicon::look_up(&o.noun).0 == Class::Seat)
}

/// Returns whether a phrase is in a vessel that is seen from the side.
fn in_vessel(brief: &Brief, object: &ObjectPhrase) -> bool {
    const VESSELS: &[&str] = &[
        "basket",
        "box",
        "crate",
        "bucket",
        "pot",
        "cup",
        "mug",
        "bowl",
        "bag",
        "suitcase",
        "hat",
        "wagon",
        "wheelbarrow",
        "cart",
        "boot",
    ];
    brief.relations.iter().any(|r| {
        let vessel = brief.objects.get(r.object).map_or("", |o| o.noun.as_str());
        let head = vessel.rsplit(' ').next().unwrap_or(vessel);
        r.kind == plantain_read::RelationKind::In
            && VESSELS.contains(&head)
            && brief
                .objects
                .get(r.subject)
                .is_some_and(|o| o.span == object.span)
    })
}

/// How much lower an animal is that lies down.
const LYING: f32 = 0.55;

/// Returns the prop of an animal that sleeps, lies or sits, where there is a drawing of it at rest.
fn resting(brief: &Brief, object: &ObjectPhrase) -> Option<Prop> {
    const POSES: &[(&str, &[&str])] = &[
        (
            "sleeping",
            &[
                "sleeping", "asleep", "napping", "dozing", "snoozing", "curled", "dreaming",
                "sleepy",
            ],
        ),
        (
            "lying",
            &["lying", "laying", "resting", "lounging", "reclining"],
        ),
        ("sitting", &["sitting", "seated"]),
    ];
    /// Drawings of what is so like another that it rests in the same way.
    const LIKE: &[(&str, &str)] = &[
        ("poodle", "dog"),
        ("guide-dog", "dog"),
        ("service-dog", "dog"),
        ("rat", "mouse"),
        ("ram", "ewe"),
        ("ox", "cow"),
        ("cat-face", "cat"),
        ("dog-face", "dog"),
    ];
    let said = |words: &[&str]| {
        object
            .attributes
            .iter()
            .any(|a| words.contains(&a.as_str()))
    };
    // Who is in a basket or a box sits there and looks out.
    let pose = POSES
        .iter()
        .find(|(_, words)| said(words))
        .map(|(pose, _)| *pose)
        .or_else(|| in_vessel(brief, object).then_some("sitting"))?;
    let found = crate::stage::find::find(&object.noun)?;
    let drawn = found.object.name.trim_start_matches("sitting-");
    let drawn = LIKE
        .iter()
        .find(|(name, _)| *name == drawn)
        .map_or(drawn, |(_, like)| like);
    // Who cannot sit lies, and who has no drawing asleep lies awake.
    let order: &[&str] = match pose {
        "sleeping" => &["sleeping", "lying"],
        "sitting" => &["sitting", "lying"],
        _ => &["lying"],
    };
    let (pose, mut prop) = order.iter().find_map(|pose| {
        Some((
            *pose,
            Prop::named(&object.noun, &format!("{pose}-{drawn}"))?,
        ))
    })?;
    if pose != "sitting" {
        prop.height *= LYING;
    }
    prop.note = found.note;
    (prop.class == Class::Animal).then_some(prop)
}

/// Returns what can be seen through a window: the words of hour and weather.
fn outside(brief: &Brief) -> String {
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
fn drawn_as(noun: &str, name: &str) -> bool {
    crate::stage::find::find(noun).is_some_and(|found| found.object.name == name)
}

/// Returns the tint of each of `count` instances.
pub(super) fn colors(object: &ObjectPhrase, count: u32) -> Vec<Option<Rgba>> {
    let own = object.color.as_ref().map(rgb);
    let named: Vec<Rgba> = own
        .into_iter()
        .chain(object.more_colors.iter().map(rgb))
        .collect();
    let n = count as usize;
    // "Colourful balloons" are of many colours.
    let motley = own.is_none() && object.attributes.iter().any(|a| a == "colorful");
    if (object.each_different || motley) && n > 1 {
        return (0..n)
            .map(|i| {
                Some(match named.get(i) {
                    Some(color) => *color,
                    None => distinct(i, n),
                })
            })
            .collect();
    }
    if n > 1 && named.len() == n {
        return named.into_iter().map(Some).collect();
    }
    vec![own; n]
}

/// Returns the `i`th of `n` colours that nobody confuses.
fn distinct(i: usize, n: usize) -> Rgba {
    const NAMED: [u32; 8] = [
        0xe5383b, 0x2f7de1, 0xf6c022, 0x2fa84f, 0x8e44c9, 0xf57c1f, 0x18b5c4, 0xee6fa8,
    ];
    match NAMED.get(i) {
        Some(hex) => Rgba::hex(*hex),
        None => Oklch::new(0.66, 0.16, 360.0 * i as f32 / n.max(1) as f32).rgba(),
    }
}

/// Returns whether the prompt says what this phrase wears.
fn dressed(brief: &Brief, object: &ObjectPhrase) -> bool {
    brief.relations.iter().any(|r| {
        r.kind == plantain_read::RelationKind::Wearing
            && brief
                .objects
                .get(r.subject)
                .is_some_and(|o| o.span == object.span && o.noun == object.noun)
    })
}

/// Returns whether something stands on or in this phrase.
fn carries(brief: &Brief, object: &ObjectPhrase) -> bool {
    use plantain_read::RelationKind;
    brief.relations.iter().any(|r| {
        matches!(r.kind, RelationKind::On | RelationKind::In)
            && brief
                .objects
                .get(r.object)
                .is_some_and(|o| o.span == object.span && o.noun == object.noun)
    })
}

/// Returns whether someone rides or stands on this phrase.
fn ridden(brief: &Brief, object: &ObjectPhrase) -> bool {
    use plantain_read::RelationKind;
    brief.relations.iter().any(|r| {
        matches!(r.kind, RelationKind::On | RelationKind::Riding)
            && brief
                .objects
                .get(r.object)
                .is_some_and(|o| o.span == object.span)
    })
}

/// Returns whether a book is open.
fn open(object: &ObjectPhrase) -> bool {
    object.attributes.iter().any(|a| a == "open") || object.words.contains("open ")
}

/// Returns the colour of a thing of this material, when no colour is asked for.
pub(super) fn material_color(materials: &[String]) -> Option<Rgba> {
    materials.iter().find_map(|m| {
        Some(Rgba::hex(match m.as_str() {
            "wood" => 0xa9713f,
            "metal" | "steel" | "iron" | "chrome" => 0xa3adb8,
            "gold" => 0xd9a928,
            "silver" => 0xc3cad2,
            "bronze" | "copper" => 0xb5713c,
            "leather" => 0x8a5836,
            "stone" | "marble" | "concrete" => 0xb3b1ab,
            "brick" => 0xb0583f,
            "glass" => 0xa9d6e6,
            "straw" | "wicker" => 0xd8b26a,
            _ => return None,
        }))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn animals_rest_as_they_are_said_to() {
        for (prompt, drawn) in [
            ("a sleeping cat", "sleeping-cat"),
            ("a puppy lying on a rug", "lying-dog"),
            ("a tiger sitting under a tree", "sitting-tiger"),
            ("a cow sitting in a field", "lying-cow"),
            ("three kittens in a basket", "sitting-cat"),
            ("a fox asleep", "sleeping-fox"),
            ("a running dog", "dog"),
            ("a sleeping giraffe", "giraffe"),
        ] {
            let brief = crate::stage::mend::mend(&plantain_read::read(prompt));
            let cast = Cast::new(&brief, &crate::rng::Rng::new(1));
            let art = &cast.actors[cast.groups[0][0]].prop.art;
            assert_eq!(*art, Art::Set(drawn.to_owned()), "{prompt}");
        }
    }
}
