//! Props of a cast: what each phrase is drawn with, and in which colour.

mod dyes;
mod fur;
mod pose;
mod put;
mod used;

use plantain_read::{Brief, ObjectPhrase};
use plantain_scene::{Oklch, Rgba};

use super::Cast;
use crate::stage::lexicon::Class;
use crate::stage::panel::{Outline, Panel};
use crate::stage::prop::{Art, Prop};
use crate::wardrobe::rgb;
use pose::{flying, resting};
use used::special;

pub(crate) use dyes::unlit_lamps;
pub(super) use dyes::{dyes, is_lamp};
pub(super) use fur::{fur, has_stripes};

impl Cast {
    /// Returns the colour of what the set draws as something of another colour.
    pub(super) fn natural(&self, object: &ObjectPhrase) -> Option<Rgba> {
        let noun = object.noun.as_str();
        let own = NATURAL
            .iter()
            .find(|(_, words)| words.split(',').any(|word| word == noun))
            .filter(|_| {
                crate::stage::find::find(noun).is_some_and(|found| {
                    !found.exact || found.object.name != noun.replace(' ', "-")
                })
            })
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
        if let Some(prop) = special(brief, object, tint)
            .or_else(|| resting(brief, object))
            .or_else(|| flying(brief, object))
        {
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
        // "A yellow hexagon": the noun is the shape.
        let outline = shape
            .and_then(Outline::named)
            .or_else(|| Outline::named(&object.noun));
        match (prop.art == Art::StandIn, outline) {
            (true, Some(outline)) => {
                let mut slab = Panel::slab(outline);
                slab.color = tint;
                let mut built = Prop::panel(&object.noun, slab);
                built.note = prop.note.filter(|_| shape.is_some());
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
        .any(|word| object.noun.contains(word) || object.words.to_lowercase().contains(word));
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
        "pigeon,schnauzer,husky,weimaraner,wolfhound,greyhound,koala bear,pelican,heron,manatee,donkey foal,hippo calf,whippet",
    ),
    (
        0x2b2d33,
        "magpie,rottweiler,doberman,doberman pinscher,newfoundland dog,raven,rook,jackdaw,grackle,scottie,gorilla baby",
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
        0xfbf8f2,
        "wedding dress,bridal gown,wedding gown,bride dress",
    ),
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
        "goldfish cracker,koi,clownfish,clownfish pet,tiger lily,monarch wing",
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

/// Returns whether the prompt says right behind a phrase that it is in the sky.
pub(super) fn is_skyward(brief: &Brief, object: &ObjectPhrase) -> bool {
    const SKY: &[&str] = &[
        "in the sky",
        "in the air",
        "across the sky",
        "through the sky",
        "against the sky",
        "in the evening sky",
        "in the night sky",
        "am himmel",
        "dans le ciel",
        "en el cielo",
        "nel cielo",
        "no céu",
        "aan de hemel",
        "na niebie",
        "в небе",
        "на небе",
    ];
    let rest = brief.prompt.get(object.span.end..).unwrap_or_default();
    let rest = rest.trim_start().to_lowercase();
    SKY.iter().any(|words| rest.starts_with(words))
}

/// Returns whether the set draws this as a view with sky and ground of its own, which is no thing among others.
pub(super) fn is_view(name: &str) -> bool {
    const VIEWS: &[&str] = &[
        "camping",
        "cityscape",
        "cityscape-at-dusk",
        "night-with-stars",
        "bridge-at-night",
        "desert",
        "desert-island",
        "beach-with-umbrella",
        "national-park",
        "sunrise",
        "sunrise-over-mountains",
        "sunset",
        "foggy",
        "milky-way",
        "motorway",
    ];
    VIEWS.contains(&name)
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
    // So are sweets and marbles by nature.
    let sweets = matches!(
        object.noun.as_str(),
        "marble" | "jelly bean" | "gumball" | "bead"
    );
    let motley = own.is_none() && sweets
        || own.is_none()
            && object
                .attributes
                .iter()
                .any(|a| matches!(a.as_str(), "colorful" | "coloured" | "colored" | "rainbow"));
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

/// Returns the colour of a thing of this material, when no colour is asked for.
pub(super) fn material_color(materials: &[String]) -> Option<Rgba> {
    materials.iter().find_map(|m| {
        Some(Rgba::hex(match m.as_str() {
            "wood" => 0xa9713f,
            "metal" | "steel" | "iron" | "chrome" => 0xa3adb8,
            "rust" => 0xa7653a,
            "gold" => 0xd9a928,
            "silver" => 0xc3cad2,
            "bronze" | "copper" => 0xb5713c,
            "leather" => 0x8a5836,
            "stone" | "marble" | "concrete" => 0xb3b1ab,
            "brick" => 0xb0583f,
            "denim" => 0x4a6c98,
            "velvet" => 0x7a2848,
            "glass" => 0xa9d6e6,
            "straw" | "wicker" => 0xd8b26a,
            _ => return None,
        }))
    })
}

/// Returns the colour of a thing of plastic or rubber that the set draws in grey or in leather.
pub(super) fn moulded(object: &ObjectPhrase) -> Option<Rgba> {
    let made = |material: &str| object.materials.iter().any(|m| m == material);
    let [r, g, b] = crate::stage::find::find(&object.noun)?.object.main_colour();
    let grey = Rgba::rgb(r, g, b).oklch().c < 0.05;
    let boot = object.noun.ends_with("boot") || object.noun.ends_with("boots");
    match () {
        () if made("rubber") && boot => Some(Rgba::hex(0xf2c230)),
        () if made("plastic") && grey => Some(Rgba::hex(0x2f8fe0)),
        () => None,
    }
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

    #[test]
    fn things_are_drawn_as_they_are_used() {
        for (prompt, drawn) in [
            ("seagulls over the sea", "flying-gull"),
            ("a bird flying over a house", "flying-bird"),
            ("a man on a hill, birds in the sky", "flying-bird"),
            ("a bird on a branch", "bird"),
            ("an umbrella with two chairs under it", "parasol"),
            ("a girl with an umbrella", "umbrella"),
            ("a round table with a vase on it", "round-table"),
            ("a temple beside two cherry trees", "japanese-castle"),
            ("a temple beside an olive tree", "classical-building"),
        ] {
            let brief = crate::stage::mend::mend(&plantain_read::read(prompt));
            let cast = Cast::new(&brief, &crate::rng::Rng::new(1));
            let names: Vec<&Art> = cast.actors.iter().map(|a| &a.prop.art).collect();
            assert!(
                names.contains(&&Art::Set(drawn.to_owned())),
                "{prompt}: {names:?}"
            );
        }
    }

    #[test]
    fn fur_has_its_patches() {
        for (prompt, coat) in [
            ("a calico cat", true),
            ("a black and white cow", true),
            ("a spotted dog", true),
            ("a white dog with black spots", true),
            ("a black cat and a white cat", false),
            ("two cats, one black and one white", false),
            ("an orange tabby", false),
        ] {
            let brief = crate::stage::mend::mend(&plantain_read::read(prompt));
            let cast = Cast::new(&brief, &crate::rng::Rng::new(1));
            let patched =
                |a: &super::super::Actor| a.materials.iter().any(|m| m.starts_with("patched"));
            assert_eq!(cast.actors.iter().any(patched), coat, "{prompt}");
        }
    }
}
