//! Words that name no thing: qualities, feelings and parts of speech that a reader may take for nouns.

use plantain_read::{Brief, ObjectPhrase, RelationKind};

use super::absorb;
use crate::stage::find::find;
use crate::stage::lexicon::{Class, look_up};

/// Nouns for what cannot be seen by itself.
const WORDS: &[&str] = &[
    "texture",
    "presence",
    "comfort",
    "flavor",
    "flavour",
    "aroma",
    "smell",
    "scent",
    "taste",
    "atmosphere",
    "ambiance",
    "ambience",
    "vibe",
    "mood",
    "feeling",
    "feel",
    "sense",
    "charm",
    "touch",
    "addition",
    "accent",
    "expression",
    "hue",
    "shade",
    "tone",
    "tint",
    "collection",
    "count",
    "number",
    "amount",
    "pair",
    "set",
    "life",
    "love",
    "joy",
    "peace",
    "luxury",
    "warmth",
    "glow",
    "shine",
    "sound",
    "silence",
    "noise",
    "story",
    "memory",
    "moment",
    "dream",
    "strength",
    "power",
    "energy",
    "skill",
    "effort",
    "work",
    "job",
    "task",
    "idea",
    "thought",
    "mind",
    "soul",
    "luck",
    "hope",
    "fear",
    "anger",
    "help",
    "support",
    "access",
    "use",
    "purpose",
    "reason",
    "result",
    "effect",
    "impact",
    "contrast",
    "balance",
    "harmony",
    "symmetry",
    "pattern",
    "design",
    "detail",
    "finish",
    "surface texture",
    "look",
    "appearance",
    "indulgence",
    "escape",
    "treat",
    "delight",
    "pleasure",
    "experience",
    "adventure",
    "journey",
    "testament",
    "symbol",
    "reminder",
    "backdrop",
    "setting",
    "scenery",
    "landscape",
    "perspective",
    "angle",
    "view",
    "closeup",
    "close-up",
    "shot",
    "focus",
    "composition",
    "lighting",
    "exposure",
    "bokeh",
    "depth",
    "reflection",
    "shadow",
    "silhouette",
    "outline",
    "edge",
    "curve",
    "brim",
    "rim",
    "lap",
    "overhead",
    "ground level",
    "air",
    "breeze",
    "heat",
    "cold",
    "weather",
    "temperature",
    "speed",
    "motion",
    "movement",
    "rhythm",
    "dance move",
    "pose",
    "attention",
    "care",
    "culture",
    "tradition",
    "history",
    "nature",
    "wilderness",
    "environment",
    "habitat",
    "world view",
    "beauty",
    "elegance",
    "grace",
    "style",
    "fashion",
    "trend",
    "theme",
    "quality",
    "value",
    "variety",
    "choice",
    "type",
    "kind",
    "sort",
    "way",
    "manner",
    "case",
    "fact",
    "thing",
    "stuff",
    "material",
    "substance",
    "matter",
    "kitchenware",
    "accessory",
    "appliance",
    "essence",
    "spirit of",
    "crunch",
    "sweetness",
    "bite",
    "sip",
    "snack time",
    "time",
    "hour",
    "minute",
    "season",
    "holiday",
    "occasion",
    "party time",
    "celebration",
    "ceremony",
    "event",
    "concert",
    "show",
    "game",
    "match",
    "race",
    "contest",
    "competition",
    "performance",
    "lesson",
    "class",
    "meeting",
    "conversation",
    "talk",
    "discussion",
    "speech",
    "joke",
    "laughter",
    "cry",
    "tear stain",
    "whisper",
    "shout",
    "song",
    "tune",
    "beat",
];
/// Endings of nouns for qualities and doings.
const ENDINGS: &[&str] = &[
    "ness", "ity", "ment", "tion", "sion", "ence", "ance", "ship", "hood", "ism", "cy", "tude",
    "dom",
];

/// Absorbs what no picture can show, and takes unknown names that act for persons.
pub(super) fn settle(brief: &mut Brief) {
    let shown = |o: &ObjectPhrase| !o.absent && !is_abstract(o);
    // When nothing else is left, even a vague word must lead.
    if !brief.objects.iter().any(shown) {
        return;
    }
    for i in 0..brief.objects.len() {
        if brief.objects[i].absent {
            continue;
        }
        if is_abstract(&brief.objects[i]) && !brief.literals.iter().any(|l| l.on_object == Some(i))
        {
            absorb(&mut brief.objects[i]);
        } else if acts(brief, i) && is_unknown(&brief.objects[i].noun) {
            "person".clone_into(&mut brief.objects[i].noun);
        }
    }
}

fn is_unknown(noun: &str) -> bool {
    find(noun).is_none() && matches!(look_up(noun).0, Class::Thing)
}

fn is_abstract(object: &ObjectPhrase) -> bool {
    let noun = object.noun.as_str();
    let head = noun.rsplit(' ').next().unwrap_or(noun);
    let vague = WORDS.contains(&noun)
        || (WORDS.contains(&head)
            || ENDINGS.iter().any(|end| head.ends_with(end)) && head.len() > 6)
            && is_unknown(noun);
    vague && object.count.is_none_or(|n| n == 1)
}

fn acts(brief: &Brief, phrase: usize) -> bool {
    brief.relations.iter().any(|r| {
        r.subject == phrase
            && matches!(
                r.kind,
                RelationKind::Wearing
                    | RelationKind::Holding
                    | RelationKind::Riding
                    | RelationKind::Eating
            )
    })
}
