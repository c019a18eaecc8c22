//! Animals at rest and birds on the wing.

use plantain_read::{Brief, ObjectPhrase};

use super::is_skyward;
use crate::stage::lexicon::Class;
use crate::stage::prop::Prop;

/// Returns whether a phrase is in a vessel that is seen from the side.
pub(super) fn in_vessel(brief: &Brief, object: &ObjectPhrase) -> bool {
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
pub(super) const LYING: f32 = 0.55;

/// Returns the prop of an animal that sleeps, lies or sits, where there is a drawing of it at rest.
pub(super) fn resting(brief: &Brief, object: &ObjectPhrase) -> Option<Prop> {
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

/// Returns the prop of a bird on the wing, where the set draws it perched.
pub(super) fn flying(brief: &Brief, object: &ObjectPhrase) -> Option<Prop> {
    use plantain_read::{Position, RelationKind};
    const WING: &[&str] = &[
        "flying", "soaring", "gliding", "circling", "hovering", "swooping", "wheeling",
    ];
    const PERCHED: &[&str] = &[
        "perched", "sitting", "standing", "walking", "resting", "sleeping",
    ];
    const GULLS: &[&str] = &["seagull", "gull", "tern", "albatross"];
    let said = |words: &[&str]| {
        object
            .attributes
            .iter()
            .any(|a| words.contains(&a.as_str()))
    };
    let own = |i: usize| brief.objects.get(i).is_some_and(|o| o.span == object.span);
    let high_up = is_skyward(brief, object);
    let lands = brief.relations.iter().any(|r| {
        own(r.subject)
            && matches!(
                r.kind,
                RelationKind::On | RelationKind::In | RelationKind::NextTo
            )
    });
    let high = matches!(
        object.position,
        Some(Position::Top | Position::TopLeft | Position::TopRight)
    ) || brief
        .relations
        .iter()
        .any(|r| own(r.subject) && matches!(r.kind, RelationKind::Above | RelationKind::Behind));
    let gull = GULLS.contains(&object.noun.as_str());
    let aloft = said(WING) || !lands && !said(PERCHED) && (high || high_up || gull);
    if !aloft {
        return None;
    }
    let drawn = crate::stage::find::find(&object.noun)?.object.name;
    let name = match drawn {
        _ if gull => "flying-gull",
        "bird" | "blackbird" | "dove" => "flying-bird",
        _ => return None,
    };
    Prop::named(&object.noun, name)
}
