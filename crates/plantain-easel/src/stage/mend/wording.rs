//! Numbers, glasses and words about the picture, put right by what they can mean.

use plantain_read::{
    Brief, Constraint, Literal, ObjectPhrase, Origin, Relation, RelationKind, Role, TimeOfDay,
};

use super::super::lexicon::{Class, Slot, look_up};
use super::super::prop::garment;
use super::{absorb, can_wear, class};

/// Attribute of a row of which each thing is larger than the one before.
pub(in crate::stage) const GROWING: &str = "from small to large";
/// Attribute of things of which each has another size.
pub(in crate::stage) const OF_ALL_SIZES: &str = "of different sizes";

/// Words for what is not the same in all of them.
const DIFFER: &[&str] = &["different", "various", "varying", "several", "all", "mixed"];

/// "Three candles of different heights": what they differ in is no thing.
pub(super) fn sizes(brief: &mut Brief) {
    differ(brief);
    compared_to_all(brief);
    in_pieces(brief);
    jackets(brief);
    graded(brief);
    for i in 1..brief.objects.len() {
        let words = brief.objects[i].words.to_lowercase();
        let measure = matches!(
            brief.objects[i].noun.as_str(),
            "height" | "size" | "length" | "width"
        );
        if measure && DIFFER.iter().any(|word| words.contains(word)) {
            absorb(&mut brief.objects[i]);
            brief.relations.retain(|r| r.subject != i && r.object != i);
            brief.objects[i - 1]
                .attributes
                .push(OF_ALL_SIZES.to_owned());
        }
    }
}

/// "one daisy that's bigger than everything": as large as it can be.
fn compared_to_all(brief: &mut Brief) {
    const LARGER: &[&str] = &["bigger than", "larger than", "taller than", "huger than"];
    const ALL: &[&str] = &[
        "everything",
        "all",
        "everyone",
        "anything",
        "the rest",
        "the others",
    ];
    let prompt = brief.prompt.to_lowercase();
    let ends: Vec<usize> = brief.objects.iter().map(|o| o.span.end).collect();
    for (i, object) in brief.objects.iter_mut().enumerate() {
        let next = ends.get(i + 1).copied().unwrap_or(prompt.len());
        let behind = prompt.get(object.span.end..next).unwrap_or_default();
        let over = LARGER.iter().find_map(|words| behind.split_once(words));
        if over.is_some_and(|(_, than)| ALL.iter().any(|all| than.trim_start().starts_with(all))) {
            object.size = Some(plantain_read::SizeWord::Huge);
        }
    }
}

/// "A girl in a yellow jacket": clothes, and no wasp.
fn jackets(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let plantain_read::Relation {
            subject,
            kind,
            object,
        } = brief.relations[r];
        let worn = matches!(
            kind,
            RelationKind::In | RelationKind::Wearing | RelationKind::With
        ) && can_wear(&brief.objects[subject].noun);
        if worn && brief.objects[object].noun == "yellow jacket" {
            "jacket".clone_into(&mut brief.objects[object].noun);
            brief.objects[object]
                .color
                .get_or_insert(plantain_read::Color {
                    name: "yellow".into(),
                    rgb: [0xf6, 0xc0, 0x22],
                });
            brief.relations[r].kind = RelationKind::Wearing;
        }
    }
}

/// "a vase on the floor in bits": it is broken.
fn in_pieces(brief: &mut Brief) {
    const BITS: &[&str] = &["in bits", "in pieces", "in shards", "smashed", "shattered"];
    let prompt = brief.prompt.to_lowercase();
    let told = BITS.iter().filter_map(|words| prompt.find(words)).min();
    let Some(at) = told else { return };
    let before = brief.objects.iter_mut().rev().filter(|o| {
        !o.absent && o.span.end <= at && !matches!(o.noun.as_str(), "floor" | "ground")
    });
    if let Some(object) = before
        .into_iter()
        .find(|o| !look_up(&o.noun).0.is_animate())
    {
        object.attributes.push("broken".to_owned());
    }
}

/// "8 pencils shortest to tallest, rainbow order": sizes and colours of a row that go on from one to the next.
fn graded(brief: &mut Brief) {
    const RAINBOW: [(&str, u32); 7] = [
        ("red", 0xe5383b),
        ("orange", 0xf77f00),
        ("yellow", 0xf9c80e),
        ("green", 0x2fa84f),
        ("blue", 0x2b6fdb),
        ("indigo", 0x4b3fb5),
        ("violet", 0x9b4fd0),
    ];
    let heard = brief.heard();
    let sized = [
        "shortest to tallest",
        "smallest to biggest",
        "smallest to largest",
        "short to tall",
    ]
    .iter()
    .any(|words| heard.contains(words));
    let hued = [
        "rainbow order",
        "rainbow colors",
        "rainbow colours",
        "order of the rainbow",
    ]
    .iter()
    .any(|words| heard.contains(words));
    let many = |o: &plantain_read::ObjectPhrase| !o.absent && o.count.is_some_and(|n| n > 1);
    let Some(row) = brief.objects.iter().position(many) else {
        return;
    };
    if sized {
        brief.objects[row].attributes.push(GROWING.to_owned());
        brief.objects[row]
            .arrangement
            .get_or_insert(plantain_read::Arrangement::Row);
    }
    if hued && brief.objects[row].color.is_none() {
        let n = brief.objects[row].count.unwrap_or(1) as usize;
        let mut colors = (0..n).map(|i| {
            let (name, rgb) = RAINBOW[(i * RAINBOW.len() / n).min(RAINBOW.len() - 1)];
            plantain_read::Color {
                name: name.to_owned(),
                rgb: rgb.to_be_bytes()[1..].try_into().unwrap_or_default(),
            }
        });
        brief.objects[row].color = colors.next();
        brief.objects[row].more_colors = colors.collect();
        for object in &mut brief.objects[row + 1..] {
            if object.noun.starts_with("rainbow") {
                absorb(object);
            }
        }
    }
}

/// "Four gift boxes of different sizes", in whatever language.
fn differ(brief: &mut Brief) {
    let abroad = brief.language.0 != "en" && brief.heard().contains("of different sizes");
    let prompt = brief.prompt.to_lowercase();
    let mut groups = brief
        .objects
        .iter_mut()
        .filter(|o| !o.absent && (o.plural || o.count.is_some_and(|n| n > 1)));
    let told = |object: &ObjectPhrase| {
        let behind = prompt.get(object.span.end..).unwrap_or_default();
        let mut words = behind.split_whitespace();
        matches!(words.next(), Some("of" | "in"))
            && words.next().is_some_and(|word| DIFFER.contains(&word))
            && words.next().is_some_and(|word| {
                let word = word.trim_matches(|c: char| !c.is_alphanumeric());
                matches!(word, "sizes" | "heights" | "lengths" | "widths")
            })
    };
    if let Some(object) = groups.find(|o| abroad || told(o)) {
        object.attributes.push(OF_ALL_SIZES.to_owned());
    }
}

/// Number words that are left among the attributes count; pairs are one thing.
pub(super) fn counts(brief: &mut Brief) {
    const WORDS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    const PAIRS: &[&str] = &[
        "chopstick",
        "chopsticks",
        "scissors",
        "glasses",
        "sunglasses",
        "pants",
        "jeans",
        "shorts",
        "headphones",
        "headphone",
        "binoculars",
        "trousers",
        "pliers",
        "goggles",
        "slippers",
        "slipper",
    ];
    for object in &mut brief.objects {
        // "One pair of trousers" is one thing.
        let words = object.words.to_lowercase();
        let pair = words.contains("pair of") && !words.contains("two pair");
        if pair && object.count == Some(2) && PAIRS.contains(&object.noun.as_str()) {
            object.count = Some(1);
        }
        if object.absent || object.count.is_some() {
            continue;
        }
        // Pancakes are drawn as the stack that they are.
        if object.noun == "pancake" && object.arrangement.is_some() {
            (object.count, object.plural, object.arrangement) = (Some(1), false, None);
            continue;
        }
        let number = |w: &String| WORDS.iter().position(|word| word == w);
        if let Some(n) = object.attributes.iter().find_map(number) {
            object.count = Some(n as u32 + 1);
        } else if PAIRS.contains(&object.noun.as_str()) {
            object.count = Some(1);
        } else if object.plural
            && matches!(
                look_up(&object.noun).0,
                Class::Worn(Slot::Feet | Slot::Hand)
            )
        {
            object.count = Some(2);
        }
    }
}

/// "客が二人": how many of them there are stands behind who they are.
pub(super) fn counted_behind(brief: &mut Brief) {
    for i in 1..brief.objects.len() {
        let (who, counter) = (&brief.objects[i - 1], &brief.objects[i]);
        let (from, to) = (who.span.end, counter.span.start);
        let between = brief.prompt.get(from..to).unwrap_or_default().trim();
        let person = |o: &ObjectPhrase| look_up(&o.noun).0 == Class::Person && !o.absent;
        let told = counter.noun == "person"
            && counter.words.ends_with('人')
            && matches!(between, "が" | "は" | "も");
        if told && person(who) && !who.plural {
            let count = counter.count;
            let who = &mut brief.objects[i - 1];
            (who.count, who.plural) = (count, true);
            absorb(&mut brief.objects[i]);
        }
    }
}

/// "A children's crayon drawing of a house": it is in their manner, and they are not in it.
fn drawn_by_children(brief: &mut Brief) {
    const WAYS: &[&str] = &["crayon", "drawing", "painting", "pencil"];
    let prompt = brief.prompt.to_lowercase();
    for object in brief.objects.iter_mut().take(1) {
        let next = prompt.get(object.span.end..).unwrap_or_default();
        let next = next.split_whitespace().next().unwrap_or_default();
        if matches!(object.noun.as_str(), "child" | "children" | "kid") && WAYS.contains(&next) {
            absorb(object);
        }
    }
}

/// Words about the picture itself are no things in it, unless there is a drawing of them.
pub(super) fn words_of_art(brief: &mut Brief) {
    const WORDS: &[&str] = &[
        "line",
        "line drawing",
        "drawing",
        "style",
        "illustration",
        "view",
        "top view",
        "scene",
        "image",
        "background",
        "foreground",
        "art",
        "artwork",
        "spring",
        "summer",
        "autumn",
        "winter",
        "fall",
        "morning",
        "evening",
        "geometric",
        "abstract",
        "middle",
        "center",
        "distance",
        "day",
        "night",
        "weather",
        "light",
        "side",
        "top",
        "front",
    ];
    let alone = brief.objects.iter().filter(|o| !o.absent).count() == 1;
    drawn_by_children(brief);
    // The board of a chalk drawing is its ground.
    let chalked =
        brief.look.styles.iter().any(|style| style == "chalk") && brief.literals.is_empty();
    let prompt = brief.prompt.to_lowercase();
    for object in &mut brief.objects {
        // "A poster style illustration" is in the manner of one.
        let manner = prompt
            .get(object.span.end..)
            .is_some_and(|rest| rest.trim_start().starts_with("style"));
        if manner && object.noun.ends_with("poster") {
            absorb(object);
        }
        // "A flat icon of a camera" shows the camera.
        let depicts = prompt
            .get(object.span.end..)
            .is_some_and(|rest| rest.trim_start().starts_with("of "));
        if depicts && object.noun == "icon" && !alone {
            absorb(object);
        }
        let board = matches!(object.noun.as_str(), "blackboard" | "chalkboard");
        if board && chalked && !alone {
            absorb(object);
        }
        if WORDS.contains(&object.noun.as_str()) && object.count.is_none_or(|n| n == 1) && !alone {
            absorb(object);
        }
    }
}

/// "Neon sign of a flamingo": the tubes are all there is to be seen.
pub(super) fn neon_signs(brief: &mut Brief) {
    if brief.heard().contains("neon sign of") {
        let place = &mut brief.setting.place;
        place.get_or_insert_with(|| "studio".to_owned());
    }
}

/// "Window light from the left" is light, not a window to be drawn.
pub(super) fn daylight(brief: &mut Brief) {
    let heard = brief.heard();
    if !heard.contains("window light") {
        return;
    }
    for object in &mut brief.objects {
        let lit = object.attributes.iter().any(|a| a.starts_with("light"));
        if object.noun == "window light" || object.noun == "window" && lit {
            absorb(object);
        }
    }
}

/// Folded animals, where there are drawings of them.
pub(super) fn origami(brief: &mut Brief) {
    // "Five paper boats" are folded.
    for object in brief.objects.iter_mut().filter(|o| o.noun == "boat") {
        if object.materials.iter().any(|m| m == "paper") {
            "paper boat".clone_into(&mut object.noun);
            object.materials.clear();
        }
    }
    if !brief.heard().contains("origami") {
        return;
    }
    for object in brief.objects.iter_mut().filter(|o| !o.absent) {
        let folded = format!("origami {}", object.noun);
        if crate::stage::find::find(&folded).is_some_and(|found| found.exact) {
            object.noun = folded;
        }
    }
}

/// "Under a dark sky" and "in a dark room" it is night, unless the prompt tells another hour.
pub(super) fn dark_skies(brief: &mut Brief) {
    let heard = brief.heard();
    let dark = [
        "dark sky",
        "black sky",
        "starry sky",
        "dark skies",
        "dark room",
        "in the dark",
    ];
    if dark.iter().any(|words| heard.contains(words)) {
        brief.setting.time.get_or_insert(TimeOfDay::Night);
    }
}

/// A stop sign says so, whatever the language of the prompt, unless it has other words.
pub(super) fn stop_signs(brief: &mut Brief) {
    if brief.constraints.contains(&Constraint::NoText) {
        return;
    }
    for i in 0..brief.objects.len() {
        let object = &brief.objects[i];
        let worded = brief.literals.iter().any(|l| l.on_object == Some(i));
        let signs = [RelationKind::Holding, RelationKind::Wearing];
        let held = brief
            .relations
            .iter()
            .any(|r| r.object == i && signs.contains(&r.kind));
        if object.noun != "stop sign" || object.absent || worded || held {
            continue;
        }
        let end = brief.prompt.len();
        brief.literals.push(Literal {
            text: "STOP".to_owned(),
            span: end..end,
            role: Role::World,
            origin: Origin::Inferred,
            on_object: Some(i),
        });
    }
}

/// Glasses beside wine are for wine, and who drinks champagne has flutes.
pub(super) fn glasses(brief: &mut Brief) {
    let heard = brief.heard();
    let drink = [("champagne", "champagne flute"), ("wine", "wine glass")]
        .into_iter()
        .find(|(word, _)| heard.contains(word));
    let Some((_, glass)) = drink else { return };
    for object in &mut brief.objects {
        if !object.absent && object.noun == "glass" && object.materials.is_empty() {
            glass.clone_into(&mut object.noun);
        }
    }
}

/// Of what a group wears, everyone has one.
pub(super) fn each_wears(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let Relation {
            subject,
            kind,
            object,
        } = brief.relations[r];
        let who = brief.objects[subject].count.filter(|n| *n > 1);
        let garment = garment(&brief.objects[object].noun).is_some();
        // "Each with a different colored scarf".
        let one = brief.objects[object].count.is_none_or(|n| n == 1);
        let each = brief.objects[object].each_different && one;
        let open = each || brief.objects[object].plural && brief.objects[object].count.is_none();
        if let (RelationKind::Wearing | RelationKind::With, Some(n), true, true) =
            (kind, who, garment, open)
        {
            brief.objects[object].count = Some(n);
        }
    }
}

/// What is worn before the eyes is a pair of glasses, not a vessel.
pub(super) fn spectacles(brief: &mut Brief) {
    // Nobody holds a balloon that people ride in.
    for r in 0..brief.relations.len() {
        let Relation {
            subject,
            kind,
            object,
        } = brief.relations[r];
        let held = kind == RelationKind::Holding && class(brief, subject) == Class::Person;
        if held && brief.objects[object].noun == "hot air balloon" {
            "balloon".clone_into(&mut brief.objects[object].noun);
        }
    }
    let heard = brief.heard();
    let says = |words: &[&str]| words.iter().any(|word| heard.contains(word));
    let reading = says(&["reading glasses"])
        || says(&[
            "book",
            "newspaper",
            "magazine",
            "laptop",
            "notebook",
            "letter",
        ]) && !says(&[
            "water",
            "wine",
            "juice",
            "milk",
            "drink",
            "beer",
            "lemonade",
            "glasses of",
            "bottle",
            "champagne",
        ]);
    for object in &mut brief.objects {
        if object.noun == "glass" && reading && object.plural && object.count.is_none() {
            "glasses".clone_into(&mut object.noun);
            (object.count, object.plural) = (Some(1), false);
        }
    }
    for r in 0..brief.relations.len() {
        let Relation {
            subject,
            kind,
            object,
        } = brief.relations[r];
        let worn = kind == RelationKind::Wearing
            || matches!(kind, RelationKind::With | RelationKind::Holding)
                && brief.objects[object].plural
                && brief.objects[object].count.is_none();
        if brief.objects[object].noun == "glass" && worn && can_wear(&brief.objects[subject].noun) {
            let glasses = &mut brief.objects[object];
            "glasses".clone_into(&mut glasses.noun);
            (glasses.count, glasses.plural) = (Some(1), false);
            brief.relations[r].kind = RelationKind::Wearing;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::OF_ALL_SIZES;
    use crate::stage::mend::mend;

    #[test]
    fn sizes_that_differ_are_no_things() {
        for (prompt, differ) in [
            ("four gift boxes of different sizes", true),
            ("three candles of different heights on a table", true),
            ("five stars in various sizes", true),
            ("Пять снеговиков разного размера в ряд", true),
            ("trois cadeaux de tailles différentes", true),
            ("four gift boxes of one size", false),
        ] {
            let brief = mend(&plantain_read::read(prompt));
            let told =
                |o: &plantain_read::ObjectPhrase| o.attributes.iter().any(|a| a == OF_ALL_SIZES);
            assert_eq!(brief.objects.first().is_some_and(told), differ, "{prompt}");
        }
    }
}
