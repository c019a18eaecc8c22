//! People of a cast: their clothes and their pose, from what they wear and do.

mod animals;
mod kin;

use plantain_read::{Brief, ObjectPhrase, RelationKind};
use plantain_scene::Rgba;

use crate::stage::lexicon::{Class, Slot, look_up};
use crate::stage::light::lighter;
use crate::stage::mend::SHAKING_HANDS;
use crate::stage::person::{Arms, Hair, Outfit, Person, Pose, Tool, Trim, hat_named};
use crate::stage::prop::garment;
use crate::wardrobe::rgb;

pub(super) use animals::masked;

/// Returns whether a phrase names somebody who is built like a person.
fn is_figure(brief: &Brief, phrase: usize) -> bool {
    brief.objects.get(phrase).is_some_and(|o| {
        !o.absent && (look_up(&o.noun).0 == Class::Person || masked(brief, phrase).is_some())
    })
}

/// Returns the person phrase that wears this phrase as clothes.
pub(super) fn worn_by_person(brief: &Brief, phrase: usize) -> Option<usize> {
    let object = brief.objects.get(phrase)?;
    garment(&object.noun)?;
    let is_person = |i: usize| is_figure(brief, i);
    brief.relations.iter().find_map(|r| match r.kind {
        RelationKind::Wearing | RelationKind::With
            if r.object == phrase && is_person(r.subject) =>
        {
            Some(r.subject)
        }
        RelationKind::On if r.subject == phrase && is_person(r.object) => Some(r.object),
        RelationKind::In if r.object == phrase && is_person(r.subject) => Some(r.subject),
        _ => None,
    })
}

/// Returns the person phrase that holds this phrase as the tool of its drawing.
pub(super) fn wielded_by(brief: &Brief, phrase: usize) -> Option<usize> {
    let object = brief.objects.get(phrase)?;
    let tool = Tool::named(&object.noun).is_some() || object.noun == "shield";
    let plain = object.count.is_none_or(|n| n == 1) && !object.plural && object.color.is_none();
    if !tool || !plain || object.absent {
        return None;
    }
    let is_person = |i: usize| is_figure(brief, i);
    let holder = brief.relations.iter().find_map(|r| {
        let holds = matches!(r.kind, RelationKind::Holding | RelationKind::With);
        (holds && r.object == phrase && is_person(r.subject)).then_some(r.subject)
    });
    // "With sword and shield": the second goes with the first.
    holder.or_else(|| {
        let lies = |k| matches!(k, RelationKind::On | RelationKind::In);
        let free = !brief
            .relations
            .iter()
            .any(|r| r.object == phrase || r.subject == phrase && lies(r.kind));
        let before = phrase.checked_sub(1).filter(|_| free)?;
        wielded_by(brief, before)
    })
}

/// Gives a person what the prompt puts into the hand; returns whether it is held as part of the drawing.
pub(super) fn wield(person: &mut Person, noun: &str) -> bool {
    let armed = matches!(person.tool, Some(Tool::Sword | Tool::SwordAndShield));
    let tool = match noun {
        "shield" => Tool::SwordAndShield,
        "sword" if armed => Tool::SwordAndShield,
        _ => match Tool::named(noun) {
            Some(tool) => tool,
            None => return false,
        },
    };
    person.tool = Some(tool);
    person.arms = tool.arms();
    true
}

/// Puts a garment on a person.
pub(super) fn put_on(person: &mut Person, object: &ObjectPhrase) {
    // Denim has a colour of its own.
    let said = object.words.to_lowercase();
    let denim = ["denim", "jean"].iter().any(|word| said.contains(word));
    let color = object
        .color
        .as_ref()
        .map(rgb)
        .or(denim.then_some(Rgba::hex(0x4a6c98)))
        .or_else(|| {
            let leather = object.materials.iter().any(|m| m == "leather");
            leather.then_some(Rgba::hex(0x4a3226))
        });
    if matches!(object.noun.as_str(), "cape" | "cloak") {
        // It hangs behind whatever else is worn.
        person.trims.retain(|trim| !matches!(trim, Trim::Cape(_)));
        person
            .trims
            .push(Trim::Cape(color.unwrap_or(Rgba::hex(0xa8233f))));
        return;
    }
    if object.noun.ends_with("earring") {
        let plain = Rgba::hex(if said.contains("pearl") {
            0xf7f2ea
        } else {
            0xf0c24b
        });
        person.trims.push(Trim::Earrings(color.unwrap_or(plain)));
        return;
    }
    if object.noun == "smoking pipe" {
        let wood = Rgba::hex(0x6b3f22);
        person.trims.push(Trim::Pipe(color.unwrap_or(wood)));
        return;
    }
    match garment(&object.noun) {
        Some(Slot::Head) if object.noun.starts_with("headphone") || object.noun == "earmuffs" => {
            let color = color.unwrap_or(Rgba::hex(0x2c2f3a));
            person.trims.push(Trim::Headphones(color));
        }
        Some(Slot::Head)
            if matches!(object.noun.as_str(), "hijab" | "headscarf" | "head scarf") =>
        {
            person.hair = Hair::Scarf;
            person.scarf = color;
        }
        Some(Slot::Head) => {
            // The hat of a wizard keeps its form in another colour.
            let own = person
                .hat
                .filter(|_| object.noun == "hat")
                .map(|(hat, _)| hat);
            person.hat = Some((
                own.unwrap_or_else(|| hat_named(&object.noun)),
                color.unwrap_or(Rgba::hex(0x8a5a34)),
            ));
        }
        Some(Slot::Eyes) => person.glasses = Some(color.unwrap_or(Rgba::hex(0x2c2f3a))),
        Some(Slot::Neck) if object.noun.contains("tie") => {
            person.tie = Some(color.unwrap_or(Rgba::hex(0xb5393f)));
        }
        Some(Slot::Neck)
            if ["necklace", "pendant", "medallion", "pearls", "lei"]
                .iter()
                .any(|word| object.noun.ends_with(word)) =>
        {
            let pearls = said.contains("pearl");
            let own = if pearls { 0xfaf6ee } else { 0xe3b341 };
            person
                .trims
                .push(Trim::Necklace(color.unwrap_or(Rgba::hex(own))));
        }
        Some(Slot::Neck) => person.scarf = Some(color.unwrap_or(Rgba::hex(0xd9584a))),
        // The suit of an astronaut is a spacesuit.
        Some(Slot::Torso) if person.outfit == Outfit::Space && object.noun == "suit" => {
            if let Some(color) = color {
                (person.top, person.bottom) = (color, color);
            }
        }
        Some(Slot::Torso) if object.noun == "apron" => {
            person.trims.retain(|trim| !matches!(trim, Trim::Apron(_)));
            person
                .trims
                .push(Trim::Apron(color.unwrap_or(Rgba::hex(0xf7f4ee))));
        }
        Some(Slot::Torso) => {
            person.outfit = match object.noun.as_str() {
                "raincoat" | "coat" | "trench coat" | "parka" | "rain jacket" => Outfit::Raincoat,
                "jacket" | "blazer" | "vest" | "cardigan" => Outfit::Jacket,
                "suit" | "tuxedo" => Outfit::Suit,
                "lab coat" => Outfit::Coat,
                "hoodie" | "sweater" => Outfit::Hoodie,
                _ => Outfit::Plain,
            };
            if let Some(color) = color {
                person.top = color;
                if person.outfit == Outfit::Suit {
                    person.bottom = color;
                }
            }
            hoop(person, object);
        }
        Some(Slot::Legs) => {
            person.outfit = match object.noun.as_str() {
                "skirt" => Outfit::Skirt,
                "shorts" => Outfit::Shorts,
                _ if person.outfit == Outfit::Dress => Outfit::Plain,
                _ => person.outfit,
            };
            if let Some(color) = color {
                person.bottom = color;
            }
        }
        Some(Slot::Whole) => {
            person.outfit = match object.noun.as_str() {
                "overalls" => Outfit::Overalls,
                "spacesuit" => Outfit::Space,
                "robe" | "kimono" | "sari" => Outfit::Robe,
                "pajamas" | "tracksuit" | "jumpsuit" => Outfit::Plain,
                _ => Outfit::Dress,
            };
            if let Some(color) = color {
                person.top = color;
                if matches!(person.outfit, Outfit::Overalls | Outfit::Plain) {
                    person.bottom = color;
                }
            }
            if object.noun == "sari" {
                let step = if person.top.is_dark() { 0.09 } else { -0.09 };
                person.trims.push(Trim::Drape(lighter(person.top, step)));
            }
            hoop(person, object);
        }
        Some(Slot::Feet) => {
            let boots = object.noun.ends_with("boot") || object.noun.ends_with("boots");
            let leather = boots.then_some(Rgba::hex(0x6b4226));
            if let Some(color) = color.or(leather) {
                person.shoes = color;
                if boots {
                    person.trims.push(Trim::Boots(color));
                }
            }
        }
        Some(Slot::Hand | Slot::Back) | None => {}
    }
}

/// Puts the stripes of a garment around the trunk: in its second colour, else in white or a dark one.
fn hoop(person: &mut Person, object: &ObjectPhrase) {
    if !object.materials.iter().any(|m| m == "striped") {
        return;
    }
    let second = object.more_colors.first().map(rgb);
    let plain = if person.top.luminance() > 0.6 {
        Rgba::hex(0x2d4a78)
    } else {
        Rgba::hex(0xfaf6ee)
    };
    person.trims.push(Trim::Hoops(second.unwrap_or(plain)));
}

/// Gives a person the pose of what it does.
pub(super) fn strike(person: &mut Person, brief: &Brief, phrase: usize, object: &ObjectPhrase) {
    let does = |kinds: &[RelationKind]| {
        brief
            .relations
            .iter()
            .filter(|r| r.subject == phrase && kinds.contains(&r.kind))
            .filter_map(|r| brief.objects.get(r.object))
            .map(|o| (o.noun.as_str(), look_up(&o.noun).0))
            .next()
    };
    let doing = doing(brief, phrase);
    let says = |words: &[&str]| {
        object
            .attributes
            .iter()
            .chain(&doing)
            .any(|a| words.contains(&a.as_str()))
    };
    let held = does(&[RelationKind::Holding, RelationKind::Eating]);
    let lofty =
        |(noun, class): (&str, Class)| class == Class::Airborne || HELD_HIGH.contains(&noun);
    let dines = does(&[RelationKind::NextTo]).is_some_and(|(_, class)| class == Class::Table)
        && [" at a ", " at the ", " around a ", " around the "]
            .iter()
            .any(|w| brief.prompt.to_lowercase().contains(w))
        && !says(&["standing"]);
    let holds = held.is_some();
    let legs = legs(
        &says,
        does(&[RelationKind::Riding]),
        does(&[RelationKind::On, RelationKind::In]),
    );
    // Who sits on nothing sits on the ground.
    let seated = does(&[
        RelationKind::On,
        RelationKind::In,
        RelationKind::Riding,
        RelationKind::Against,
    ])
    .is_some_and(|(noun, _)| !super::is_ground(noun))
        || brief.relations.iter().any(|r| {
            r.kind == RelationKind::With
                && r.subject == phrase
                && matches!(
                    look_up(&brief.objects[r.object].noun).0,
                    Class::Seat | Class::Vehicle
                )
        });
    let rests = says(&["sitting", "seated", "resting"]) && !says(&["driving", "riding"]);
    if legs == Some(Pose::Sit) && rests && !seated && !dines {
        person.pose = Pose::Floor;
    } else if let Some(pose) = legs {
        person.pose = pose;
    } else if dines {
        person.pose = Pose::Sit;
    }
    let aloft = held.is_some_and(lofty)
        || does(&[RelationKind::With]).is_some_and(|(_, class)| class == Class::Airborne);
    if says(&["fishing", "angling"]) && !holds {
        person.tool = Some(Tool::Rod);
    }
    let shakes = says(&[SHAKING_HANDS]);
    person.arms = if shakes {
        Arms::Shake
    } else if person.tool == Some(Tool::Rod) && !holds {
        Arms::Reach
    } else if aloft {
        Arms::Raise
    } else if holds && is_lettered(brief, phrase) {
        // What is held leaves the words on the chest free.
        Arms::Wield
    } else if holds {
        Arms::Carry
    } else {
        arms(&says, person)
    };
    // One has two hands, and riders need theirs.
    if holds
        || aloft
        || shakes
        || matches!(
            person.pose,
            Pose::Ride | Pose::Pedal | Pose::Sleep | Pose::Fly
        )
    {
        person.tool = None;
    }
}

/// Returns whether words stand on the clothes of a person.
fn is_lettered(brief: &Brief, phrase: usize) -> bool {
    brief
        .literals
        .iter()
        .filter_map(|l| l.on_object)
        .any(|o| o != phrase && worn_by_person(brief, o) == Some(phrase))
}

/// Returns what the prompt says about the legs; none where it says nothing.
fn legs(
    says: &dyn Fn(&[&str]) -> bool,
    mount: Option<(&str, Class)>,
    on: Option<(&str, Class)>,
) -> Option<Pose> {
    let ridden = mount.or(on.filter(|(_, class)| matches!(class, Class::Animal | Class::Cycle)));
    if let Some((noun, class)) = ridden {
        return Some(match class {
            Class::Animal | Class::Bird | Class::Swimmer => Pose::Ride,
            Class::Cycle if BOARDS.contains(&noun) => Pose::Board,
            Class::Cycle if noun == "wheelchair" => Pose::Sit,
            Class::Cycle => Pose::Pedal,
            _ => Pose::Sit,
        });
    }
    let steers = says(&[
        "kite", "kites", "drone", "drones", "plane", "planes", "airplane", "flag",
    ]);
    if says(&["sleeping", "asleep", "napping", "lying"]) {
        return Some(Pose::Sleep);
    }
    if on.is_some_and(|(_, class)| class == Class::Seat) && !says(&["standing", "jumping"]) {
        return Some(Pose::Sit);
    }
    let table: &[(&[&str], Pose)] = &[
        (
            &[
                "meditating",
                "cross-legged",
                "picnicking",
                "picnic",
                "yoga",
                "meditation",
            ],
            Pose::Floor,
        ),
        (
            &[
                "sitting", "seated", "driving", "riding", "resting", "studying",
            ],
            Pose::Sit,
        ),
        (
            &["running", "jogging", "sprinting", "racing", "chasing"],
            Pose::Run,
        ),
        (&["jumping", "leaping", "hopping"], Pose::Jump),
        (&["dancing"], Pose::Dance),
        (
            &["flying", "floating", "soaring", "swimming", "diving"],
            Pose::Fly,
        ),
        (&["kneeling", "crouching", "proposing"], Pose::Kneel),
        (
            &[
                "surfing",
                "skateboarding",
                "snowboarding",
                "skating",
                "skiing",
            ],
            Pose::Board,
        ),
        (&["cycling", "biking"], Pose::Pedal),
        (
            &[
                "walking",
                "hiking",
                "marching",
                "strolling",
                "crossing",
                "shopping",
            ],
            Pose::Walk,
        ),
    ];
    table
        .iter()
        .find(|(words, pose)| says(words) && !(steers && *pose == Pose::Fly))
        .map(|(_, pose)| *pose)
}

/// Returns what the arms do, when they hold nothing that the prompt names.
fn arms(says: &dyn Fn(&[&str]) -> bool, person: &Person) -> Arms {
    let table: &[(&[&str], Arms)] = &[
        (&["waving", "greeting", "saluting"], Arms::Raise),
        (&["cheering", "celebrating", "jumping"], Arms::Cheer),
        (&["pointing"], Arms::Point),
        (
            &["thinking", "thoughtful", "pensive", "singing"],
            Arms::Think,
        ),
        (&["fighting", "attacking"], Arms::Fight),
        (
            &["typing", "working", "cooking", "pushing", "driving"],
            Arms::Reach,
        ),
        (&["praying", "meditating", "reading"], Arms::Carry),
        (&["presenting", "teaching"], Arms::Wield),
    ];
    if let Some((_, arms)) = table.iter().find(|(words, _)| says(words)) {
        return *arms;
    }
    match person.pose {
        Pose::Ride | Pose::Pedal => Arms::Reach,
        Pose::Board => Arms::Spread,
        Pose::Fly => Arms::Fist,
        Pose::Run => Arms::Pump,
        Pose::Jump => Arms::Cheer,
        Pose::Walk if person.tool.is_none() => Arms::Swing,
        Pose::Dance if person.arms == Arms::Rest => Arms::Cheer,
        Pose::Floor | Pose::Sit if person.tool.is_none() => Arms::Carry,
        _ => person.arms,
    }
}

/// Returns the words that follow a person in the clause: "waving at us", "doing a trick".
fn doing(brief: &Brief, phrase: usize) -> Vec<String> {
    let Some(object) = brief.objects.get(phrase) else {
        return Vec::new();
    };
    let rest = brief.prompt.get(object.span.end..).unwrap_or_default();
    let next = brief
        .objects
        .iter()
        .filter(|o| o.span.start >= object.span.end && look_up(&o.noun).0 == Class::Person)
        .map(|o| o.span.start - object.span.end)
        .min()
        .unwrap_or(rest.len());
    let before = brief.prompt.get(..object.span.start).unwrap_or_default();
    let clause = |c: char| matches!(c, ',' | '.' | ';' | ':' | '\n' | '!' | '?');
    let after = rest
        .get(..next)
        .unwrap_or(rest)
        .split(clause)
        .next()
        .unwrap_or_default();
    // "a waving girl": one word before counts too.
    let lead = before.split_whitespace().next_back().unwrap_or_default();
    lead.split_whitespace()
        .chain(object.words.split_whitespace())
        .chain(after.split_whitespace().take(7))
        .map(str::to_lowercase)
        .collect()
}

/// What one stands on, knees bent.
const BOARDS: &[&str] = &[
    "skateboard",
    "surfboard",
    "snowboard",
    "ski",
    "skis",
    "hoverboard",
    "roller skate",
    "wave",
];

/// What one holds up rather than before the chest.
const HELD_HIGH: &[&str] = &[
    "umbrella", "flag", "sign", "sword", "torch", "lantern", "trophy", "parasol", "camera", "wand",
    "balloon", "kite",
];

/// Names of haircuts that a colour is said of.
const HAIRCUTS: &[&str] = &[
    "bob", "bun", "ponytail", "braids", "afro", "curls", "pigtails", "mohawk", "topknot",
];

/// Words about a face that nothing but a person has.
const LOOKS: &[&str] = &[
    "laughing",
    "smiling",
    "crying",
    "surprised",
    "angry",
    "serious",
    "bald",
    "bearded",
    "curly",
    "wavy",
    "spiky",
    "afro",
    "braids",
    "ponytail",
    "pigtails",
    "blonde",
    "blond",
    "brunette",
    "redhead",
    "ginger",
    "beard",
    "bob",
    "bun",
    "topknot",
    "freckles",
    "freckled",
    "mustache",
    "moustache",
];

/// Returns what the prompt says about the looks of its only person, wherever it says it.
pub(super) fn looks(brief: &Brief, phrase: usize) -> Vec<String> {
    let persons = brief
        .objects
        .iter()
        .filter(|o| !o.absent && look_up(&o.noun).0 == Class::Person)
        .count();
    if persons != 1
        || brief
            .objects
            .get(phrase)
            .is_none_or(|o| o.count.is_some_and(|n| n > 1))
    {
        return Vec::new();
    }
    let prompt = brief.heard();
    let words: Vec<&str> = prompt
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|w| !w.is_empty())
        .collect();
    let mut out: Vec<String> = words
        .iter()
        .filter(|w| LOOKS.contains(w))
        .map(|w| (*w).to_owned())
        .collect();
    for (i, word) in words.iter().enumerate() {
        // "A grey bob": the cut is told by its colour, too.
        if HAIRCUTS.contains(word) && i > 0 {
            out.push(format!("{} hair", words[i - 1]));
        }
        if matches!(*word, "moustache" | "mustache") && i > 0 {
            out.push(format!("{} beard", words[i - 1]));
        }
        if matches!(*word, "hair" | "beard" | "skin") {
            // "Curly red hair": each of the words before it is said of the hair.
            for before in words[i.saturating_sub(3)..i].iter() {
                out.push(format!("{before} {word}"));
            }
        }
    }
    out
}
