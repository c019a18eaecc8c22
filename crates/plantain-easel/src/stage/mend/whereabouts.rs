//! What somebody does tells where the scene plays, when the prompt names no place: who surfs is on the sea, who brushes
//! their teeth in a bathroom.

use plantain_read::{Brief, Color, ObjectPhrase, RelationKind, Season, TimeOfDay, Weather};

use super::absorb;
use crate::stage::lexicon::{Class, look_up};
use crate::stage::place::Place;

/// Doings, and the place they have when no other is named. Longer phrases come first.
const DOINGS: &[(&[&str], &str)] = &[
    (
        &[
            "wakes up",
            "waking up",
            "gets up",
            "goes to bed",
            "going to bed",
            "in bed",
            "goes to sleep",
        ],
        "bedroom",
    ),
    (
        &[
            "brushes her teeth",
            "brushes his teeth",
            "brushes their teeth",
            "brushing",
            "brushes",
            "takes a shower",
            "takes a bath",
            "showering",
            "shaving",
        ],
        "bathroom",
    ),
    (
        &[
            "eats breakfast",
            "eating breakfast",
            "has breakfast",
            "having breakfast",
            "breakfast",
            "eats dinner",
            "eats lunch",
            "cooking",
            "cooks",
            "baking",
            "bakes",
            "washes the dishes",
        ],
        "kitchen",
    ),
    (
        &["in class", "at school", "in the classroom", "takes an exam"],
        "classroom",
    ),
    (
        &["at work", "works late", "in a meeting", "typing"],
        "office",
    ),
    (
        &[
            "rides her bike",
            "rides his bike",
            "rides a bike",
            "to school",
            "to work",
            "crossing the road",
            "crosses the road",
            "skateboarding",
            "misses the bus",
            "waits for the bus",
        ],
        "street",
    ),
    (&["surfing", "surfs", "surfer"], "sea"),
    (
        &[
            "ice skating",
            "skating",
            "skates",
            "figure skater",
            "ice hockey",
        ],
        "frozen lake",
    ),
    (
        &[
            "skiing",
            "skis",
            "snowboarding",
            "sledding",
            "builds a snowman",
            "building a snowman",
        ],
        "snow",
    ),
    (&["fishing"], "lake"),
    (
        &[
            "gardening",
            "plants a seed",
            "planting",
            "plants seeds",
            "waters the seed",
            "watering",
        ],
        "garden",
    ),
    (&["camping", "hiking"], "forest"),
    (&["picnic", "picnicking"], "park"),
    (&["lifting weights", "lifts weights", "working out"], "gym"),
    (&["on stage", "performing"], "stage"),
];

/// "Under the sea" is another place than the sea.
fn under_water(brief: &mut Brief) {
    let heard = brief.heard();
    let told = [
        "under the sea",
        "under the ocean",
        "underwater",
        "under water",
        "at the bottom of the sea",
    ];
    let place = brief.setting.place.as_deref().and_then(Place::named);
    if matches!(place, None | Some(Place::Sea)) && told.iter().any(|words| heard.contains(words)) {
        brief.setting.place = Some("underwater".to_owned());
        for object in brief.objects.iter_mut().filter(|o| o.noun == "water") {
            absorb(object);
        }
    }
}

/// What is stuck in the sand is on a beach.
fn sands(brief: &mut Brief) {
    let heard = brief.heard();
    let told = ["in the sand", "on the sand", "into the sand"];
    let desert = ["cactus", "camel", "pyramid"]
        .iter()
        .any(|noun| brief.objects.iter().any(|o| o.noun == *noun));
    if brief.setting.place.is_none() && !desert && told.iter().any(|words| heard.contains(words)) {
        brief.setting.place = Some("beach".to_owned());
    }
}

/// "Dark clouds" are the weather.
fn heavy_clouds(brief: &mut Brief) {
    const HEAVY: &[&str] = &[
        "dark",
        "stormy",
        "heavy",
        "thick",
        "threatening",
        "gray",
        "grey",
        "black",
    ];
    for i in 0..brief.objects.len() {
        let object = &brief.objects[i];
        let cloud = object.noun == "cloud" || object.noun.ends_with(" cloud");
        if object.absent || !cloud || !object.plural || object.count.is_some() {
            continue;
        }
        let words = object.words.to_lowercase();
        let storm = words.contains("storm") || words.contains("thunder");
        if storm || HEAVY.iter().any(|word| words.contains(word)) {
            let weather = if storm {
                Weather::Storm
            } else {
                Weather::Cloudy
            };
            brief.setting.weather.get_or_insert(weather);
            absorb(&mut brief.objects[i]);
        }
    }
}

/// Sets the place by what is done, and makes waves a sea.
pub(super) fn settle(brief: &mut Brief) {
    under_water(brief);
    sands(brief);
    heavy_clouds(brief);
    waves(brief);
    puddles(brief);
    litter(brief);
    banks(brief);
    palms(brief);
    slopes(brief);
    by_doing(brief);
}

/// Waves are the sea itself, not things that stand on a ground.
fn waves(brief: &mut Brief) {
    let is_wave = |noun: &str| noun == "wave" || noun.ends_with(" wave");
    let inland = brief
        .setting
        .place
        .as_deref()
        .and_then(Place::named)
        .is_some_and(|place| !matches!(place, Place::Sea | Place::Swell));
    // At a beach they break on the shore, which shows them.
    if brief.setting.place.as_deref() == Some("beach") {
        let open = |o: &&mut ObjectPhrase| is_wave(&o.noun) && o.plural && o.count.is_none();
        brief.objects.iter_mut().filter(open).for_each(absorb);
    }
    let waved = (0..brief.objects.len())
        .any(|i| is_wave(&brief.objects[i].noun) && !brief.objects[i].absent);
    if inland || !waved {
        return;
    }
    // Who rides a wave does so on a board.
    let ridden: Vec<usize> = (0..brief.relations.len())
        .filter(|r| {
            let relation = &brief.relations[*r];
            let upon = relation.kind == RelationKind::On
                && look_up(&brief.objects[relation.subject].noun).0 == Class::Person;
            (upon || relation.kind == RelationKind::Riding)
                && is_wave(&brief.objects[relation.object].noun)
        })
        .collect();
    for r in ridden {
        let count = brief.objects[brief.relations[r].subject].count.unwrap_or(1);
        brief.relations[r].kind = RelationKind::Riding;
        brief.relations[r].object = super::doings::push(brief, "surfboard", count);
    }
    for object in brief.objects.iter_mut().filter(|o| is_wave(&o.noun)) {
        if let Some(color) = &object.color {
            brief.setting.ground.get_or_insert_with(|| color.clone());
        }
        absorb(object);
    }
    brief.setting.place = Some("swell".to_owned());
}

/// Puddles lie on the ground of a street or park, which shows them.
fn puddles(brief: &mut Brief) {
    let inside = brief
        .setting
        .place
        .as_deref()
        .and_then(Place::named)
        .is_some_and(|place| !place.is_outside());
    let alone = brief.objects.iter().filter(|o| !o.absent).count() == 1;
    for i in 0..brief.objects.len() {
        let object = &brief.objects[i];
        let free = !brief.relations.iter().any(|r| {
            r.object == i
                && !matches!(
                    r.kind,
                    RelationKind::NextTo | RelationKind::With | RelationKind::In | RelationKind::On
                )
        });
        if object.absent
            || object.noun != "puddle"
            || object.count.is_some_and(|n| n > 1)
            || !free
            || alone
            || inside
        {
            continue;
        }
        absorb(&mut brief.objects[i]);
        let floats = brief
            .relations
            .iter()
            .any(|r| r.object == i && super::class(brief, r.subject) == Class::Boat);
        let place = if floats { "pond" } else { "park" };
        brief.setting.place.get_or_insert_with(|| place.to_owned());
        let dressed = ["raincoat", "umbrella", "rain boot", "rubber boot"];
        if brief
            .objects
            .iter()
            .any(|o| !o.absent && dressed.contains(&o.noun.as_str()))
        {
            brief.setting.weather.get_or_insert(Weather::Rain);
        }
    }
}

/// Returns whether things of this kind lie strewn over the ground when they have fallen.
pub(crate) fn is_litter(noun: &str) -> bool {
    ["leaf", "petal", "blossom"]
        .iter()
        .any(|kind| noun.rsplit(' ').next() == Some(kind))
}

/// Returns what the prompt says before a phrase and in it, in lower case.
fn before(brief: &Brief, phrase: usize) -> String {
    let object = &brief.objects[phrase];
    let from = object.span.start.min(brief.prompt.len());
    let told = brief.prompt.get(..from).unwrap_or_default();
    let noun = object.words.rsplit_once(' ').map_or("", |(words, _)| words);
    format!("{told}{noun}").trim_end().to_lowercase()
}

/// Words for what drifts through the air.
const DRIFT: &[&str] = &[
    "falling",
    "drifting",
    "blowing",
    "swirling",
    "fluttering",
    "tumbling",
    "whirling",
    "floating",
    "flying",
];

/// Returns whether leaves or petals that the place shows drift through the air, too.
pub(crate) fn drifts(object: &plantain_read::ObjectPhrase) -> bool {
    let said = object.words.to_lowercase();
    object
        .attributes
        .iter()
        .map(String::as_str)
        .chain(said.split_whitespace())
        .any(|word| DRIFT.contains(&word))
}

/// Fallen leaves and petals are the ground's, and those that fall are the air's, unless they are counted.
fn litter(brief: &mut Brief) {
    const LIE: &[&str] = &["fallen", "scattered", "strewn", "dead", "dry", "covering"];
    for i in 0..brief.objects.len() {
        let object = &brief.objects[i];
        let many = object.plural && object.count.is_none();
        if object.absent || !many || !is_litter(&object.noun) {
            continue;
        }
        let told = before(brief, i);
        let said = object.attributes.iter().any(|a| LIE.contains(&a.as_str()))
            || LIE.iter().any(|word| told.ends_with(word));
        let ground = brief.relations.iter().any(|r| {
            r.subject == i
                && r.kind == RelationKind::On
                && crate::stage::cast::is_ground(&brief.objects[r.object].noun)
        });
        let falls = drifts(&brief.objects[i]);
        if falls {
            let leaf = brief.objects[i].noun.ends_with("leaf");
            let season = if leaf { Season::Autumn } else { Season::Spring };
            brief.setting.season.get_or_insert(season);
        }
        let alone = brief.objects.iter().filter(|o| !o.absent).count() == 1;
        if falls && alone {
            brief.setting.place.get_or_insert_with(|| "park".to_owned());
        }
        if said || ground || falls {
            absorb(&mut brief.objects[i]);
        }
    }
}

/// The bank of a river is no house.
fn banks(brief: &mut Brief) {
    const WATERS: &[&str] = &["river", "lake", "pond", "stream", "canal"];
    let water = brief
        .setting
        .place
        .as_deref()
        .is_some_and(|p| WATERS.contains(&p))
        || brief
            .objects
            .iter()
            .any(|o| WATERS.contains(&o.noun.as_str()));
    for object in brief.objects.iter_mut().filter(|o| water && !o.absent) {
        if matches!(
            object.noun.as_str(),
            "bank" | "riverbank" | "shore" | "lakeshore"
        ) {
            absorb(object);
            brief.setting.place = Some("riverbank".to_owned());
        }
    }
}

/// Worlds whose ground scenes play on, with the colours of ground and sky of those that have an air.
const WORLDS: &[(&str, Option<(u32, u32)>)] = &[
    ("mars", Some((0xc1633a, 0xe0b088))),
    ("moon", None),
    ("planet", None),
];
/// What a world is called when it is the place: "a mars landscape", "the surface of the moon".
const LANDS: &[&str] = &[
    "landscape",
    "surface",
    "terrain",
    "desert",
    "colony",
    "base",
    "horizon",
    "plain",
    "valley",
    "crater",
];

/// The landscape of a planet is the place.
pub(super) fn worlds(brief: &mut Brief) {
    let heard = brief.heard();
    for i in 0..brief.objects.len() {
        let noun = brief.objects[i].noun.clone();
        let told = |land: &str| {
            heard.contains(&format!("{noun} {land}"))
                || heard.contains(&format!("{land} of {noun}"))
                || heard.contains(&format!("{land} of the {noun}"))
                || heard.contains(&format!("{land} on {noun}"))
        };
        let world = WORLDS.iter().any(|(name, _)| *name == noun);
        if world && !brief.objects[i].absent && LANDS.iter().any(|land| told(land)) {
            set_on(brief, i);
        }
    }
}

/// Makes a world the place of the scene, in its own colours.
pub(super) fn set_on(brief: &mut Brief, world: usize) {
    let object = &brief.objects[world];
    let (noun, own) = (object.noun.clone(), object.color.clone());
    let color = |rgb: u32| Color {
        name: noun.clone(),
        rgb: rgb.to_be_bytes()[1..].try_into().unwrap_or_default(),
    };
    let colors = WORLDS
        .iter()
        .find(|(name, _)| *name == noun)
        .and_then(|(_, colors)| *colors);
    if let Some(ground) = own.or_else(|| colors.map(|(ground, _)| color(ground))) {
        brief.setting.ground.get_or_insert(ground);
    }
    if let (Some((_, sky)), false) = (colors, brief.setting.time == Some(TimeOfDay::Night)) {
        brief.setting.sky.get_or_insert_with(|| color(sky));
    }
    brief.setting.place = Some(noun);
    absorb(&mut brief.objects[world]);
}

/// A palm beach has palms.
fn palms(brief: &mut Brief) {
    let place = brief.setting.place.as_deref().and_then(Place::named);
    let heard = brief.heard();
    let said = heard
        .split(|c: char| !c.is_alphanumeric())
        .any(|word| matches!(word, "palm" | "palms"));
    let there = brief.objects.iter().any(|o| o.noun.contains("palm"));
    if place == Some(Place::Beach) && said && !there {
        super::doings::push(brief, "palm tree", 2);
    }
}

/// Who skis does so on the ground of the picture: the slope is no mound beside them, and what it lies between they are between.
fn slopes(brief: &mut Brief) {
    const SLIDE: &[&str] = &["ski", "sled", "snowboard", "tobogg"];
    const SLOPES: &[&str] = &[
        "slope",
        "hill",
        "piste",
        "mountainside",
        "ski run",
        "ski slope",
    ];
    let heard = brief.heard();
    let slides = |word: &str| SLIDE.iter().any(|stem| word.starts_with(stem));
    if !heard.split(|c: char| !c.is_alphanumeric()).any(slides) {
        return;
    }
    let who = (0..brief.objects.len()).find(|i| super::doings::is_somebody(brief, *i));
    let (Some(who), Some(slope)) = (
        who,
        brief
            .objects
            .iter()
            .position(|o| !o.absent && SLOPES.contains(&o.noun.as_str())),
    ) else {
        return;
    };
    absorb(&mut brief.objects[slope]);
    for r in &mut brief.relations {
        if r.subject == slope {
            r.subject = who;
        }
    }
    brief
        .relations
        .retain(|r| r.object != slope && r.subject != r.object);
    let bare = matches!(
        brief.setting.place.as_deref(),
        None | Some("mountains" | "mountain" | "hills")
    );
    if bare {
        brief.setting.place = Some("snow".to_owned());
    }
}

fn by_doing(brief: &mut Brief) {
    let someone = brief.objects.iter().any(|o| {
        !o.absent
            && (o.noun == "robot"
                || matches!(
                    look_up(&o.noun).0,
                    Class::Person | Class::Animal | Class::Bird
                ))
    });
    let heard = brief.heard();
    let words: Vec<&str> = heard
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .collect();
    let told = format!(" {} ", words.join(" "));
    let says = |words: &[&str]| words.iter().any(|w| told.contains(&format!(" {w} ")));
    let frozen = says(&[
        "frozen lake",
        "frozen pond",
        "frozen river",
        "ice rink",
        "skating rink",
    ]);
    let wet = |place: Option<&str>| {
        matches!(
            place,
            Some("lake" | "river" | "snow" | "village" | "park") | None
        )
    };
    if (frozen || someone && says(&["skating", "skates"])) && wet(brief.setting.place.as_deref()) {
        brief.setting.place = Some("frozen lake".to_owned());
        if frozen {
            for object in &mut brief.objects {
                if ["lake", "pond", "river", "rink", "ice"]
                    .iter()
                    .any(|w| object.noun.ends_with(w))
                {
                    absorb(object);
                }
            }
        }
        brief
            .setting
            .season
            .get_or_insert(plantain_read::Season::Winter);
        if says(&["snowy", "snow"]) {
            brief.setting.weather.get_or_insert(Weather::Snow);
        }
        return;
    }
    // What stands there may tell the place better.
    let furnished = brief.objects.iter().any(|o| {
        !o.absent
            && o.noun != "picnic"
            && (super::super::cast::is_ground(&o.noun)
                || matches!(look_up(&o.noun).0, Class::Building | Class::Tree))
    });
    // A picnic is outdoors, whoever has it.
    if !(someone || says(&["picnic"])) || furnished || brief.setting.place.is_some() {
        return;
    }
    if let Some((_, place)) = DOINGS.iter().find(|(words, _)| says(words)) {
        brief.setting.place = Some((*place).to_owned());
    }
}

#[cfg(test)]
mod tests {
    use crate::stage::mend::mend;

    #[test]
    fn doings_have_their_place() {
        for (prompt, place) in [
            ("surfer riding a huge wave", Some("swell")),
            (
                "old lighthouse on a cliff in a storm, big waves",
                Some("swell"),
            ),
            ("a girl brushes her teeth", Some("bathroom")),
            ("un perro surfeando al atardecer", Some("sea")),
            ("犬がサーフィンをしている、夕日", Some("sea")),
            ("people skating on a frozen lake", Some("frozen lake")),
            ("a skier on a slope between pine trees", Some("snow")),
            ("a man brushing a horse in front of a barn", None),
            ("mars landscape with a small rover", Some("mars")),
            ("yellow leaves falling", Some("park")),
            ("a picnic: blanket, basket, two sandwiches", Some("park")),
        ] {
            let brief = mend(&plantain_read::read(prompt));
            assert_eq!(brief.setting.place.as_deref(), place, "{prompt}");
            assert!(
                brief.objects.iter().all(|o| o.absent || o.noun != "wave"),
                "{prompt}"
            );
        }
    }
}
