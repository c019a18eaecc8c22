//! What stands beside a thing, or under it, by words that could as well name a part of the picture: "a plate with a fork on
//! the left", "a table with two slippers underneath".

use plantain_read::{Brief, Position, Relation, RelationKind, SizeWord};

use super::class;
use crate::stage::lexicon::Class;

/// What lies beside a plate.
const CUTLERY: &[&str] = &[
    "fork",
    "knife",
    "spoon",
    "teaspoon",
    "napkin",
    "chopsticks",
    "glass",
    "wine glass",
    "cup",
];
/// Words for below it, right behind a noun.
const BENEATH: &[&str] = &["underneath", "beneath", "below", "under it", "below it"];

pub(super) fn settle(brief: &mut Brief) {
    for i in 0..brief.objects.len() {
        if brief.objects[i].absent {
            continue;
        }
        let Some(host) = host(brief, i) else { continue };
        let kind = match brief.objects[i].position {
            Some(Position::Left) if is_flanked(brief, host, i) => RelationKind::LeftOf,
            Some(Position::Right) if is_flanked(brief, host, i) => RelationKind::RightOf,
            Some(Position::Top) if is_on_top(brief, host, i) => RelationKind::On,
            // It stands behind its fence.
            None if is_fenced(brief, host, i) => {
                put(brief, host, RelationKind::Behind, i);
                continue;
            }
            Some(Position::Bottom) | None if is_beneath(brief, host, i) => RelationKind::Under,
            _ => continue,
        };
        put(brief, i, kind, host);
    }
}

/// Returns the first thing named, where another stands in the list of what it has.
fn host(brief: &Brief, thing: usize) -> Option<usize> {
    let host = brief.objects.iter().position(|o| !o.absent)?;
    let one = brief.objects[host].count.is_none_or(|n| n == 1);
    let between = brief
        .prompt
        .get(brief.objects[host].span.end..brief.objects[thing].span.start)?;
    let lists = between.trim_start().starts_with("with ") && !between.contains(['.', ';']);
    (host < thing && one && lists).then_some(host)
}

/// Whether what is "on the left" of this host stands beside it, and not on it.
fn is_flanked(brief: &Brief, host: usize, thing: usize) -> bool {
    let noun = brief.objects[host].noun.as_str();
    match class(brief, host) {
        Class::Flat => {
            noun.ends_with("plate") && CUTLERY.contains(&brief.objects[thing].noun.as_str())
        }
        Class::Seat | Class::Building | Class::Tree | Class::Vehicle => true,
        Class::Furniture => !noun.ends_with("shelf"),
        _ => noun == "bed",
    }
}

fn is_beneath(brief: &Brief, host: usize, thing: usize) -> bool {
    let stands = matches!(
        class(brief, host),
        Class::Table | Class::Seat | Class::Tree | Class::Furniture
    );
    let rest = behind(brief, thing);
    stands
        && BENEATH.iter().any(|words| {
            rest.strip_prefix(words)
                .is_some_and(|rest| !rest.trim_start().starts_with(char::is_alphabetic))
        })
}

/// "A bookshelf with books and a globe on top".
fn is_on_top(brief: &Brief, host: usize, thing: usize) -> bool {
    let solid = matches!(
        class(brief, host),
        Class::Table | Class::Furniture | Class::Item | Class::Container | Class::Food
    );
    solid && behind(brief, thing).starts_with("on top")
}

/// "A house with a white picket fence".
fn is_fenced(brief: &Brief, host: usize, thing: usize) -> bool {
    let fence = brief.objects[thing].noun.ends_with("fence");
    fence && class(brief, host) == Class::Building
}

/// The words behind a thing, in lower case.
fn behind(brief: &Brief, thing: usize) -> String {
    let rest = brief.prompt.get(brief.objects[thing].span.end..);
    rest.unwrap_or_default().trim_start().to_lowercase()
}

/// Ties a thing to its host by one relation alone.
fn put(brief: &mut Brief, thing: usize, kind: RelationKind, host: usize) {
    brief.objects[thing].position = None;
    // A cherry is no larger than its cake.
    if class(brief, thing) == Class::Food && class(brief, host) == Class::Food {
        brief.objects[thing].size.get_or_insert(SizeWord::Small);
    }
    let pair = |r: &Relation| {
        [r.subject, r.object] == [thing, host] || [r.object, r.subject] == [thing, host]
    };
    // "Left of the knife on the right" follows from both sides of the host.
    let derived = |r: &Relation| {
        (r.subject == thing || r.object == thing)
            && matches!(
                r.kind,
                RelationKind::LeftOf
                    | RelationKind::RightOf
                    | RelationKind::Above
                    | RelationKind::Below
            )
            && r.subject != host
            && r.object != host
    };
    brief.relations.retain(|r| !pair(r) && !derived(r));
    brief.relations.push(Relation {
        subject: thing,
        kind,
        object: host,
    });
}

#[cfg(test)]
mod tests {
    use crate::stage::mend::mend;

    #[test]
    fn sides_are_those_of_what_has_them() {
        for (prompt, told) in [
            (
                "a plate with a fork on the left and a knife on the right",
                "fork LeftOf plate, knife RightOf plate",
            ),
            (
                "a sofa with a lamp on the left and a plant on the right",
                "lamp LeftOf sofa, plant RightOf sofa",
            ),
            (
                "a wooden table with a blue vase on top and two yellow slippers underneath",
                "vase On table, slipper Under table",
            ),
            (
                "a pink house with a white picket fence",
                "house Behind picket fence",
            ),
            (
                "a bookshelf with books and a globe on top",
                "book On bookshelf, globe On bookshelf",
            ),
        ] {
            let brief = mend(&plantain_read::read(prompt));
            let noun = |i: usize| brief.objects[i].noun.as_str();
            let ties: Vec<String> = brief
                .relations
                .iter()
                .map(|r| format!("{} {:?} {}", noun(r.subject), r.kind, noun(r.object)))
                .collect();
            assert_eq!(ties.join(", "), told, "{prompt}");
        }
    }
}
