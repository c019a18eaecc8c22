//! Scoops of ice cream: balls in a cone or a cup, as many and of such flavours as are told.

use plantain_read::{Brief, Color, Relation, RelationKind};

use super::absorb;

/// Noun of a ball of ice cream.
const SCOOP: &str = "ice cream scoop";
/// Noun of the cone that holds them.
const CONE: &str = "waffle cone";
/// What is served in scoops.
const ICES: &[&str] = &["ice cream", "gelato", "sorbet", "frozen yogurt"];
/// Flavours and their colours.
const FLAVOURS: &[(&str, u32)] = &[
    ("strawberry", 0xf59bb5),
    ("vanilla", 0xfbeec0),
    ("chocolate", 0x7a4a2f),
    ("mint", 0x9edfbf),
    ("pistachio", 0xb5cf85),
    ("lemon", 0xf9e36b),
    ("mango", 0xf7b23f),
    ("blueberry", 0x8d86d6),
    ("raspberry", 0xe0487a),
    ("cherry", 0xd8425f),
    ("caramel", 0xd9a05b),
    ("coffee", 0xa97a55),
    ("coconut", 0xf7f4ec),
    ("banana", 0xf6e08f),
];

pub(super) fn settle(brief: &mut Brief) {
    let scoops: Vec<usize> = (0..brief.objects.len())
        .filter(|i| is_scoop(brief, *i))
        .collect();
    let [scoop] = scoops[..] else { return };
    let flavours = flavours(brief, scoop);
    let object = &mut brief.objects[scoop];
    SCOOP.clone_into(&mut object.noun);
    if object.count.is_none() && object.plural {
        object.count = Some((flavours.len() as u32).max(2));
    }
    let each = object.count.is_some_and(|n| n as usize == flavours.len());
    if each || flavours.len() == 1 {
        let mut colors = flavours.into_iter();
        object.color = colors.next();
        object.more_colors = colors.collect();
    }
    serve(brief, scoop);
}

fn is_scoop(brief: &Brief, i: usize) -> bool {
    let object = &brief.objects[i];
    // Other languages say balls.
    let ball = object.noun == "ball"
        && (0..i).any(|before| ICES.contains(&brief.objects[before].noun.as_str()));
    let scooped = object.words.to_lowercase().contains("scoop");
    !object.absent
        && (ball || scooped)
        && (ICES.contains(&object.noun.as_str())
            || ball
            || object.noun == "scoop"
            || FLAVOURS.iter().any(|(name, _)| *name == object.noun))
}

/// Returns the flavours that are told from the scoops on, in their order; things that only name one are no things.
fn flavours(brief: &mut Brief, scoop: usize) -> Vec<Color> {
    let start = brief.objects[scoop].span.start;
    let heard = brief.prompt.get(start..).unwrap_or_default().to_lowercase();
    let mut found: Vec<(usize, &str, u32)> = FLAVOURS
        .iter()
        .filter_map(|(name, rgb)| Some((heard.find(name)?, *name, *rgb)))
        .collect();
    found.sort_unstable();
    let tied: Vec<bool> = (0..brief.objects.len())
        .map(|i| {
            brief
                .relations
                .iter()
                .any(|r| r.subject == i && r.object == scoop || r.subject == scoop && r.object == i)
        })
        .collect();
    for (i, object) in brief.objects.iter_mut().enumerate() {
        let named = found.iter().any(|(_, name, _)| *name == object.noun);
        if i != scoop && named && !object.plural && !tied[i] && object.span.start > start {
            absorb(object);
        }
    }
    let gone: Vec<bool> = brief.objects.iter().map(|o| o.absent).collect();
    brief
        .relations
        .retain(|r| !gone[r.subject] && !gone[r.object]);
    found
        .into_iter()
        .map(|(_, name, rgb)| Color {
            name: name.to_owned(),
            rgb: rgb.to_be_bytes()[1..].try_into().unwrap_or_default(),
        })
        .collect()
}

/// Puts the scoops into their cone or cup.
fn serve(brief: &mut Brief, scoop: usize) {
    for r in 0..brief.relations.len() {
        let Relation {
            subject,
            kind,
            object,
        } = brief.relations[r];
        let holder = match kind {
            RelationKind::In | RelationKind::On if subject == scoop => object,
            RelationKind::With if object == scoop => subject,
            // "Holding an ice cream of two balls": they are its own.
            RelationKind::Holding if object == scoop => {
                match (0..scoop)
                    .rev()
                    .find(|i| ICES.contains(&brief.objects[*i].noun.as_str()))
                {
                    Some(ice) => ice,
                    None => continue,
                }
            }
            _ => continue,
        };
        let noun = brief.objects[holder].noun.as_str();
        if noun.ends_with("cone") || ICES.contains(&noun) {
            CONE.clone_into(&mut brief.objects[holder].noun);
        }
        brief.relations[r] = Relation {
            subject: scoop,
            kind: RelationKind::In,
            object: holder,
        };
    }
}

#[cfg(test)]
mod tests {
    use crate::stage::mend::mend;

    #[test]
    fn scoops_are_counted_and_dyed() {
        for (prompt, count, colors) in [
            (
                "three scoops of ice cream in a cone, strawberry vanilla and mint",
                3,
                3,
            ),
            (
                "an ice cream cone with two scoops, chocolate and vanilla",
                2,
                2,
            ),
            ("two scoops of chocolate ice cream in a bowl", 2, 1),
        ] {
            let brief = mend(&plantain_read::read(prompt));
            let scoop = brief
                .objects
                .iter()
                .find(|o| o.noun == super::SCOOP && !o.absent)
                .unwrap_or_else(|| panic!("{prompt}"));
            assert_eq!(scoop.count, Some(count), "{prompt}");
            let dyed = usize::from(scoop.color.is_some()) + scoop.more_colors.len();
            assert_eq!(dyed, colors, "{prompt}");
            let things = brief.objects.iter().filter(|o| !o.absent).count();
            assert_eq!(things, 2, "{prompt}");
        }
    }
}
