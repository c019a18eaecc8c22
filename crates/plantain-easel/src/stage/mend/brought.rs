//! What words bring along or take up: a cyclist the bicycle, a bouquet its flowers, a glass the colour of its drink.

use plantain_read::{Brief, Color, ObjectPhrase, Relation, RelationKind};

use super::{absorb, bring, part_and_whole};
use crate::stage::find::find;
use crate::stage::lexicon::{Class, Slot, look_up};

pub(super) fn settle(brief: &mut Brief) {
    mounts(brief);
    saddles(brief);
    bouquets(brief);
    drinks(brief);
    shelves(brief);
    pumps(brief);
    piers(brief);
    wrapped(brief);
    laundry(brief);
}

/// A scarf around a snowman is worn.
fn wrapped(brief: &mut Brief) {
    for relation in &mut brief.relations {
        let (garment, wearer) = (relation.subject, relation.object);
        let worn = matches!(
            look_up(&brief.objects[garment].noun).0,
            Class::Worn(Slot::Neck)
        );
        if relation.kind == RelationKind::Around
            && worn
            && super::can_wear(&brief.objects[wearer].noun)
        {
            *relation = Relation {
                subject: wearer,
                kind: RelationKind::Wearing,
                object: garment,
            };
        }
    }
}

/// Who fishes from a pier stands on it.
fn piers(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let Relation {
            subject,
            kind,
            object,
        } = brief.relations[r];
        let pier = matches!(
            brief.objects[object].noun.as_str(),
            "pier" | "jetty" | "dock" | "wharf"
        );
        if pier && kind == RelationKind::With && super::class(brief, subject).is_animate() {
            brief.relations[r].kind = RelationKind::On;
        }
    }
    // At the water, who is nowhere else stands on the only pier.
    let is_pier = |o: &ObjectPhrase| {
        !o.absent && matches!(o.noun.as_str(), "pier" | "jetty" | "dock" | "wharf")
    };
    let mut piers = (0..brief.objects.len()).filter(|i| is_pier(&brief.objects[*i]));
    let (Some(pier), None) = (piers.next(), piers.next()) else {
        return;
    };
    for who in 0..brief.objects.len() {
        let placed = brief.relations.iter().any(|r| {
            (r.subject == who || r.object == who)
                && !matches!(
                    r.kind,
                    RelationKind::Wearing | RelationKind::Holding | RelationKind::With
                )
        });
        let person = super::class(brief, who) == Class::Person && !brief.objects[who].absent;
        if person && !placed && brief.objects[who].position.is_none() {
            brief.relations.push(Relation {
                subject: who,
                kind: RelationKind::On,
                object: pier,
            });
        }
    }
}

/// Laundry that hangs is on its line.
fn laundry(brief: &mut Brief) {
    for object in &mut brief.objects {
        let hangs = object.attributes.iter().any(|a| a == "hanging");
        if matches!(object.noun.as_str(), "laundry" | "washing") && hangs {
            "clothesline".clone_into(&mut object.noun);
            (object.count, object.plural) = (Some(1), false);
        }
    }
}

/// The pump of a gas station gives fuel.
fn pumps(brief: &mut Brief) {
    let heard = brief.heard();
    let fuel = ["gas", "petrol", "fuel", "filling station"]
        .iter()
        .any(|word| heard.contains(word));
    for object in brief
        .objects
        .iter_mut()
        .filter(|o| o.noun == "pump" && fuel)
    {
        "gas pump".clone_into(&mut object.noun);
    }
}

/// Shelves with books are bookshelves, which show them already.
fn shelves(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let Some((book, shelf)) = part_and_whole(&brief.relations[r]) else {
            continue;
        };
        let (books, stands) = (&brief.objects[book], &brief.objects[shelf]);
        let many = books.noun == "book" && books.count.is_none() && !books.absent;
        let plain = matches!(stands.noun.as_str(), "shelf" | "bookshelf" | "bookcase");
        let worded = brief.literals.iter().any(|l| l.on_object == Some(book));
        if !(many && plain) || worded {
            continue;
        }
        "bookshelf".clone_into(&mut brief.objects[shelf].noun);
        absorb(&mut brief.objects[book]);
    }
}

/// Who is named after what they ride, and what that is.
const RIDERS: &[(&str, &str)] = &[
    ("cyclist", "bicycle"),
    ("bicyclist", "bicycle"),
    ("biker", "motorcycle"),
    ("motorcyclist", "motorcycle"),
    ("skateboarder", "skateboard"),
];

/// Cyclists ride bicycles, named or not, unless they do something else.
fn mounts(brief: &mut Brief) {
    for who in 0..brief.objects.len() {
        let object = &brief.objects[who];
        let mount = RIDERS.iter().find(|(noun, _)| object.noun.ends_with(noun));
        let Some((_, mount)) = mount.filter(|_| !object.absent) else {
            continue;
        };
        let elsewhere = brief.relations.iter().any(|r| {
            let seat = brief.objects[r.object].noun.as_str();
            r.subject == who
                && (r.kind == RelationKind::Riding
                    || matches!(seat, "bench" | "chair" | "table" | "sofa" | "podium"))
        });
        let named = brief
            .objects
            .iter()
            .any(|o| !o.absent && matches!(o.noun.as_str(), "bike" | "bicycle"))
            || brief.objects.iter().any(|o| !o.absent && o.noun == *mount);
        if elsewhere || named {
            continue;
        }
        let end = object.span.end;
        let mount = ObjectPhrase {
            noun: (*mount).to_owned(),
            words: (*mount).to_owned(),
            span: end..end,
            count: object.count,
            plural: object.plural,
            ..ObjectPhrase::default()
        };
        bring(brief, who, RelationKind::Riding, mount);
    }
}

/// The saddle that a mount has is on its back.
fn saddles(brief: &mut Brief) {
    for relation in &mut brief.relations {
        let saddle = brief.objects[relation.object].noun.ends_with("saddle");
        let has = matches!(
            relation.kind,
            RelationKind::With | RelationKind::Wearing | RelationKind::Holding
        );
        let mount = look_up(&brief.objects[relation.subject].noun).0;
        if saddle && has && mount == Class::Animal {
            *relation = Relation {
                subject: relation.object,
                kind: RelationKind::On,
                object: relation.subject,
            };
        }
    }
}

/// A bouquet is the flowers that it is of: in a vase they stand alone, in a hand they give it their colour.
fn bouquets(brief: &mut Brief) {
    for bunch in 0..brief.objects.len() {
        if brief.objects[bunch].noun != "bouquet" || brief.objects[bunch].absent {
            continue;
        }
        let of = brief.relations.iter().find_map(|r| match r.kind {
            RelationKind::With if r.subject == bunch => Some(r.object),
            RelationKind::In if r.object == bunch => Some(r.subject),
            _ => None,
        });
        let Some(flowers) = of.filter(|of| !brief.objects[*of].absent) else {
            continue;
        };
        let vase = brief.relations.iter().find_map(|r| {
            let stands = matches!(r.kind, RelationKind::In) && r.object != bunch;
            (stands && (r.subject == bunch || r.subject == flowers)).then_some(r.object)
        });
        brief
            .relations
            .retain(|r| ![(bunch, flowers), (flowers, bunch)].contains(&(r.subject, r.object)));
        let (kept, gone) = match vase {
            Some(_) => (flowers, bunch),
            None => (bunch, flowers),
        };
        if vase.is_none() {
            let color = brief.objects[flowers].color.clone();
            let bouquet = &mut brief.objects[bunch];
            bouquet.color = bouquet.color.take().or(color);
        }
        absorb(&mut brief.objects[gone]);
        for relation in &mut brief.relations {
            if relation.subject == gone {
                relation.subject = kept;
            }
            if relation.object == gone {
                relation.object = kept;
            }
        }
    }
}

/// Colours of what is drunk from a glass.
const DRINKS: &[(&str, [u8; 3])] = &[
    ("tea", [0xb8, 0x6a, 0x2a]),
    ("coffee", [0x5f, 0x3b, 0x24]),
    ("cola", [0x4a, 0x2a, 0x1c]),
    ("orange juice", [0xf7, 0x9a, 0x1e]),
    ("apple juice", [0xe2, 0xb0, 0x3c]),
    ("tomato juice", [0xc9, 0x3a, 0x2a]),
    ("juice", [0xf7, 0xa8, 0x2e]),
    ("lemonade", [0xf2, 0xe2, 0x7c]),
    ("beer", [0xe5, 0xa6, 0x2b]),
    ("cider", [0xd9, 0xa0, 0x3a]),
    ("milk", [0xf8, 0xf6, 0xf0]),
    ("smoothie", [0xe8, 0x7a, 0x9a]),
];

/// Returns the colour of what is drunk.
pub fn drink_color(noun: &str) -> Option<[u8; 3]> {
    let known = DRINKS.iter().find(|(word, _)| noun.ends_with(word));
    known.map(|(_, rgb)| *rgb)
}

/// "A glass of iced tea": the glass shows the colour of what is in it, and no other vessel stands inside.
fn drinks(brief: &mut Brief) {
    for r in 0..brief.relations.len() {
        let Relation {
            subject: drink,
            kind,
            object: glass,
        } = brief.relations[r];
        let plain = find(&brief.objects[glass].noun)
            .is_some_and(|found| found.object.name == "glass-of-water");
        if kind != RelationKind::In || !plain || brief.objects[drink].absent {
            continue;
        }
        let noun = brief.objects[drink].noun.as_str();
        let Some((name, rgb)) = DRINKS.iter().find(|(word, _)| noun.ends_with(word)) else {
            continue;
        };
        let color = brief.objects[drink].color.clone().unwrap_or(Color {
            name: (*name).into(),
            rgb: *rgb,
        });
        brief.objects[glass].color.get_or_insert(color);
        absorb(&mut brief.objects[drink]);
    }
}

#[cfg(test)]
mod tests {
    use crate::stage::mend::mend;

    #[test]
    fn words_bring_along_what_belongs_to_them() {
        for (prompt, things) in [
            ("three cyclists on a country road", "cyclist bicycle"),
            ("a cyclist with a red bicycle", "cyclist bicycle"),
            ("a bouquet of seven roses in a blue vase", "rose vase"),
            ("a girl holding a bouquet of red tulips", "girl bouquet"),
            ("a glass of iced tea", "glass"),
            ("tall shelves full of books", "bookshelf"),
            ("a shelf with three books", "shelf book"),
            ("laundry hangs on a line in a garden", "clothesline"),
            ("a red pump at a gas station", "gas pump gas station"),
        ] {
            let brief = mend(&plantain_read::read(prompt));
            let seen: Vec<&str> = brief
                .objects
                .iter()
                .filter(|o| !o.absent && o.noun != "road")
                .map(|o| o.noun.as_str())
                .collect();
            assert_eq!(seen.join(" "), things, "{prompt}");
        }
    }

    #[test]
    fn what_is_worn_and_stood_on_is_known_by_the_thing() {
        use plantain_read::RelationKind::{On, Wearing};
        for (prompt, kind, noun) in [
            ("a green scarf wrapped around a snowman", Wearing, "scarf"),
            ("two children fish from a jetty", On, "jetty"),
            ("a brown horse with a black saddle", On, "horse"),
        ] {
            let brief = mend(&plantain_read::read(prompt));
            let tied = |r: &plantain_read::Relation| {
                r.kind == kind && brief.objects[r.object].noun == noun
            };
            assert!(
                brief.relations.iter().any(tied),
                "{prompt}: {:?}",
                brief.relations
            );
        }
    }
}
