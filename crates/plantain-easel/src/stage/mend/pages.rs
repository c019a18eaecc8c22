//! Places on the page: one in each corner, one on each side, a stack told from its bottom to its top.

use plantain_read::{Arrangement, Brief, Position, Relation, RelationKind};

use super::absorb;

/// Words for all four corners.
const CORNERS: &[&str] = &[
    "in each corner",
    "in every corner",
    "in all corners",
    "in all four corners",
    "in the four corners",
    "at each corner",
    "in the corners",
];
/// Words for both sides, where nothing is named whose sides they are.
const SIDES: &[&str] = &["on each side", "on either side", "on both sides"];

/// Words for things laid out on a table and seen from above.
const FROM_ABOVE: &[&str] = &[
    "top view",
    "top-down view",
    "top down view",
    "flat lay",
    "flatlay",
    "overhead view",
    "overhead shot",
    "seen from above",
    "viewed from above",
    "view from above",
];

/// Returns whether things lie on a table and are seen from above.
pub(in crate::stage) fn is_flat_lay(brief: &Brief) -> bool {
    let heard = brief.heard();
    FROM_ABOVE.iter().any(|words| heard.contains(words))
}

/// Returns whether several things are told to stand in a grid, one in each cell.
pub(in crate::stage) fn is_grid(brief: &Brief) -> bool {
    let heard = brief.heard();
    heard.contains(" grid") && (heard.contains("per cell") || heard.contains("in each cell"))
}

pub(super) fn settle(brief: &mut Brief) {
    flat_lays(brief);
    grids(brief);
    corners(brief);
    flanks(brief);
    stacks(brief);
    topped(brief);
    middles(brief);
}

/// Returns the phrase right before some words of the prompt, and where they end.
fn before(brief: &Brief, words: &[&str]) -> Option<(usize, usize)> {
    let heard = brief.prompt.to_lowercase();
    let (at, len) = words
        .iter()
        .find_map(|w| heard.find(w).map(|at| (at, w.len())))?;
    let phrase = (0..brief.objects.len())
        .filter(|i| !brief.objects[*i].absent && brief.objects[*i].span.end <= at)
        .max_by_key(|i| brief.objects[*i].span.end)?;
    Some((phrase, at + len))
}

/// "Top view of a desk: keyboard, notebook and pen": the desk is the ground on which they lie.
fn flat_lays(brief: &mut Brief) {
    if !is_flat_lay(brief) {
        return;
    }
    let words = ["top", "overhead", "flat lay", "lay", "view", "shot"];
    let surface = |noun: &str| {
        let head = noun.rsplit(' ').next().unwrap_or(noun);
        matches!(
            head,
            "desk" | "table" | "tabletop" | "counter" | "workbench"
        )
    };
    let (mut grounds, mut things) = (Vec::new(), 0);
    for i in 0..brief.objects.len() {
        let object = &brief.objects[i];
        if object.absent || words.contains(&object.noun.as_str()) {
            continue;
        }
        let class = super::class(brief, i);
        if surface(&object.noun) {
            grounds.push(i);
        } else if class.is_animate()
            || matches!(class, super::Class::Building | super::Class::Vehicle)
        {
            return;
        } else {
            things += 1;
        }
    }
    if things < 2 || grounds.is_empty() && !brief.heard().contains("lay") {
        return;
    }
    for object in &mut brief.objects {
        if words.contains(&object.noun.as_str()) {
            absorb(object);
        }
    }
    for ground in grounds {
        if let Some(color) = brief.objects[ground].color.clone() {
            brief.setting.ground.get_or_insert(color);
        }
        brief
            .relations
            .retain(|r| r.subject != ground && r.object != ground);
        absorb(&mut brief.objects[ground]);
    }
    brief.setting.place = Some("table".to_owned());
}

/// "2x2 grid with one animal per cell: lion, hippo, wolf, eagle": only what is listed is drawn.
fn grids(brief: &mut Brief) {
    if !is_grid(brief) {
        return;
    }
    let colon = brief.prompt.find(':').unwrap_or(0);
    for object in &mut brief.objects {
        let word = matches!(object.noun.as_str(), "grid" | "cell" | "square");
        if word || object.span.end <= colon {
            absorb(object);
        }
    }
    brief.setting.place = Some("studio".to_owned());
    for object in brief.objects.iter_mut().filter(|o| !o.absent) {
        object.each_different = false;
    }
}

/// "One asteroid in each corner" are four.
fn corners(brief: &mut Brief) {
    const CELLS: [Position; 4] = [
        Position::TopLeft,
        Position::TopRight,
        Position::BottomLeft,
        Position::BottomRight,
    ];
    let Some((phrase, _)) = before(brief, CORNERS) else {
        return;
    };
    if brief.objects[phrase]
        .count
        .is_some_and(|n| n != 1 && n != 4)
    {
        return;
    }
    brief
        .relations
        .retain(|r| r.subject != phrase && r.object != phrase);
    let object = &mut brief.objects[phrase];
    (object.count, object.plural) = (Some(1), false);
    for cell in CELLS {
        let at = if cell == CELLS[0] {
            phrase
        } else {
            brief.objects.push(brief.objects[phrase].clone());
            brief.objects.len() - 1
        };
        brief.objects[at].position = Some(cell);
    }
}

/// "A king on a throne, a guard on each side": two guards, and the king between them.
fn flanks(brief: &mut Brief) {
    let Some((phrase, end)) = before(brief, SIDES) else {
        return;
    };
    let owned = brief
        .prompt
        .get(end..)
        .is_some_and(|rest| rest.trim_start().starts_with("of "));
    let single = brief.objects[phrase].count == Some(1);
    let other = (0..phrase).find(|i| !brief.objects[*i].absent);
    let (false, true, Some(other)) = (owned, single, other) else {
        return;
    };
    let carried = brief
        .relations
        .iter()
        .find(|r| r.subject == other && matches!(r.kind, RelationKind::On | RelationKind::In));
    let middle = carried.map_or(other, |r| r.object);
    let object = &mut brief.objects[phrase];
    (object.count, object.plural) = (Some(2), true);
    brief
        .relations
        .retain(|r| r.subject != phrase && r.object != phrase);
    brief.relations.push(Relation {
        subject: middle,
        kind: RelationKind::Between,
        object: phrase,
    });
}

/// "Stack of three: pillow at the bottom, towel in the middle, soap on top": each lies on the one below it.
fn stacks(brief: &mut Brief) {
    let heard = brief.heard();
    let said = ["stack of", "stacked", "pile of", "tower of"];
    if !said.iter().any(|word| heard.contains(word)) {
        return;
    }
    let level = |position: Option<Position>| match position? {
        Position::Bottom => Some(0),
        Position::Center => Some(1),
        Position::Top => Some(2),
        _ => None,
    };
    let mut told: Vec<(u8, usize)> = (0..brief.objects.len())
        .filter(|i| !brief.objects[*i].absent)
        .filter_map(|i| Some((level(brief.objects[i].position)?, i)))
        .collect();
    told.sort_unstable();
    let levels = told.windows(2).all(|pair| pair[0].0 < pair[1].0);
    if told.len() < 2 || told[0].0 != 0 || !levels {
        return;
    }
    let all: Vec<usize> = told.iter().map(|(_, i)| *i).collect();
    brief
        .relations
        .retain(|r| !(all.contains(&r.subject) && all.contains(&r.object)));
    for pair in all.windows(2) {
        brief.relations.push(Relation {
            subject: pair[1],
            kind: RelationKind::On,
            object: pair[0],
        });
    }
    for i in all {
        brief.objects[i].position = None;
    }
}

/// "Three pancakes stacked on a plate with a strawberry on top": it lies on the uppermost of them.
fn topped(brief: &mut Brief) {
    for i in 0..brief.objects.len() {
        let top = brief.objects[i].position == Some(Position::Top) && !brief.objects[i].absent;
        let Some(stack) = (0..i).rev().find(|s| {
            let object = &brief.objects[*s];
            object.arrangement == Some(Arrangement::Stack) && !object.absent
        }) else {
            continue;
        };
        if !top {
            continue;
        }
        let ground = brief
            .relations
            .iter()
            .find(|r| r.subject == stack && r.kind == RelationKind::On)
            .map(|r| r.object);
        brief.relations.retain(|r| r.subject != i);
        brief.relations.push(Relation {
            subject: i,
            kind: RelationKind::On,
            object: ground.unwrap_or(stack),
        });
    }
}

/// "A traffic light, a skater on the left, a man on the right": what is told without a side stands between them.
fn middles(brief: &mut Brief) {
    // Whoever holds what has a side has it, too.
    for r in 0..brief.relations.len() {
        let Relation {
            subject,
            kind,
            object,
        } = brief.relations[r];
        let held = matches!(kind, RelationKind::With | RelationKind::Holding);
        let person = super::class(brief, subject) == super::Class::Person;
        if held && person && brief.objects[subject].position.is_none() {
            brief.objects[subject].position = match brief.objects[object].position {
                side @ Some(Position::Left | Position::Right) => side,
                _ => None,
            };
            if brief.objects[subject].position.is_some() {
                brief.objects[object].position = None;
                for other in brief
                    .relations
                    .iter_mut()
                    .filter(|o| matches!(o.kind, RelationKind::LeftOf | RelationKind::RightOf))
                {
                    if other.object == object {
                        other.object = subject;
                    }
                    if other.subject == object {
                        other.subject = subject;
                    }
                }
            }
        }
    }
    let at = |side: Position| {
        (0..brief.objects.len())
            .find(|i| !brief.objects[*i].absent && brief.objects[*i].position == Some(side))
    };
    let (Some(left), Some(right)) = (at(Position::Left), at(Position::Right)) else {
        return;
    };
    let free: Vec<usize> = (0..brief.objects.len())
        .filter(|i| {
            let object = &brief.objects[*i];
            !object.absent
                && object.position.is_none()
                && !brief
                    .relations
                    .iter()
                    .any(|r| r.subject == *i || r.object == *i)
        })
        .collect();
    if let [middle] = free[..]
        && middle < left.min(right)
    {
        brief.objects[middle].position = Some(Position::Center);
        for (subject, kind, object) in [
            (left, RelationKind::LeftOf, middle),
            (right, RelationKind::RightOf, middle),
        ] {
            brief.relations.push(Relation {
                subject,
                kind,
                object,
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use plantain_read::RelationKind;

    use crate::stage::mend::mend;

    #[test]
    fn corners_and_sides_are_counted() {
        for (prompt, noun, drawn) in [
            ("a rocket in the middle, one star in each corner", "star", 4),
            (
                "a king on a throne, a guard standing on each side",
                "guard",
                2,
            ),
        ] {
            let brief = mend(&plantain_read::read(prompt));
            let all = brief.objects.iter().filter(|o| o.noun == noun && !o.absent);
            let count: u32 = all.map(|o| o.count.unwrap_or(1)).sum();
            assert_eq!(count, drawn, "{prompt}");
        }
    }

    #[test]
    fn stacks_are_told_from_bottom_to_top() {
        let brief = mend(&plantain_read::read(
            "stack of three: pillow at the bottom, towel in the middle, soap on top",
        ));
        let on: Vec<(&str, &str)> = brief
            .relations
            .iter()
            .filter(|r| r.kind == RelationKind::On)
            .map(|r| {
                let noun = |i: usize| brief.objects[i].noun.as_str();
                (noun(r.subject), noun(r.object))
            })
            .collect();
        assert_eq!(on, [("towel", "pillow"), ("soap", "towel")]);
    }
}
