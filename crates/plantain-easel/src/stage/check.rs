//! Checks a scene against its brief: are the counts, colours, positions and relations there that were asked for?
//!
//! It reads boxes and tints from the nodes, not from the solver, so that it can find the solver's faults.

use std::collections::BTreeMap;

use plantain_read::{Brief, Position, Relation, RelationKind};
use plantain_scene::node::{Content, Node};
use plantain_scene::{Color, Rgba};

use super::cast::Cast;
use super::prop::Art;
use super::rect::Rect;
use crate::wardrobe::rgb;

/// Two counted things may share at most this part of the smaller one.
pub const OVERLAP_MAX: f32 = 0.16;

/// An object that stands in a scene.
#[derive(Debug, Clone, PartialEq)]
pub struct Seen {
    pub id: String,
    pub rect: Rect,
    pub tint: Option<Rgba>,
}

/// Returns all nodes with the role `object`, with their boxes on the canvas.
pub fn seen(root: &Node) -> Vec<Seen> {
    let mut out = Vec::new();
    walk(root, (0.0, 0.0), &mut out);
    out
}

fn walk(node: &Node, (x, y): (f32, f32), out: &mut Vec<Seen>) {
    let [dx, dy] = node.layout.at.unwrap_or([0.0, 0.0]);
    let at = (x + dx, y + dy);
    if node.role == "object" {
        let side = |len| match len {
            plantain_scene::node::Len::Units(u) => u,
            _ => 0.0,
        };
        let tint = match &node.content {
            Content::Object(object) => match object.tint {
                Some(Color::Fixed(rgba)) => Some(rgba),
                _ => None,
            },
            _ => None,
        };
        out.push(Seen {
            id: node.id.clone(),
            rect: Rect::new(at.0, at.1, side(node.layout.w), side(node.layout.h)),
            tint,
        });
    }
    for child in &node.children {
        walk(child, at, out);
    }
}

/// Returns a sentence for everything that was asked for and does not hold.
pub fn check(brief: &Brief, cast: &Cast, root: &Node, (w, h): (f32, f32)) -> Vec<String> {
    let found: BTreeMap<String, Seen> = seen(root).into_iter().map(|s| (s.id.clone(), s)).collect();
    let boxes: Vec<Vec<&Seen>> = cast
        .groups
        .iter()
        .map(|group| {
            group
                .iter()
                .filter_map(|a| found.get(&cast.actors[*a].id))
                .collect()
        })
        .collect();
    let mut faults = Vec::new();
    counts(brief, cast, &boxes, &mut faults);
    colours(brief, cast, &boxes, &mut faults);
    edges(&found, (w, h), &mut faults);
    overlaps(cast, &boxes, &mut faults);
    positions(brief, cast, &boxes, (w, h), &mut faults);
    relations(brief, cast, &boxes, &mut faults);
    faults
}

fn counts(brief: &Brief, cast: &Cast, boxes: &[Vec<&Seen>], faults: &mut Vec<String>) {
    for (object, (group, seen)) in brief.objects.iter().zip(cast.groups.iter().zip(boxes)) {
        if object.absent && !seen.is_empty() {
            faults.push(format!("{} must be absent", object.noun));
        }
        if seen.len() != group.len() {
            faults.push(format!(
                "{} of {} {} can be seen",
                seen.len(),
                group.len(),
                object.noun
            ));
        }
        if let Some(n) = object.count
            && !group.is_empty()
            && !cast.collectives.contains(&object.noun)
            && group.len() != n.clamp(1, super::cast::COUNT_MAX) as usize
        {
            faults.push(format!("{} {} instead of {n}", group.len(), object.noun));
        }
    }
}

fn colours(brief: &Brief, cast: &Cast, boxes: &[Vec<&Seen>], faults: &mut Vec<String>) {
    for (object, (group, seen)) in brief.objects.iter().zip(cast.groups.iter().zip(boxes)) {
        let plain = group
            .iter()
            .all(|a| matches!(cast.actors[*a].prop.art, Art::Set(_)));
        if !plain {
            continue;
        }
        if object.each_different {
            let mut tints: Vec<_> = seen.iter().map(|s| s.tint).collect();
            tints.sort();
            tints.dedup();
            if tints.len() != seen.len() {
                faults.push(format!("{} do not differ in colour", object.noun));
            }
        } else if let (Some(color), true) = (&object.color, object.more_colors.is_empty())
            && seen.iter().any(|s| s.tint != Some(rgb(color)))
        {
            faults.push(format!("{} is not {}", object.noun, color.name));
        }
    }
}

fn edges(found: &BTreeMap<String, Seen>, (w, h): (f32, f32), faults: &mut Vec<String>) {
    let canvas = Rect::new(0.0, 0.0, w, h);
    for seen in found.values() {
        if !canvas.contains(&seen.rect, 1.0) && seen.rect.area() > 0.0 {
            faults.push(format!("{} leaves the canvas", seen.id));
        }
    }
}

/// Things of one phrase must be countable.
fn overlaps(cast: &Cast, boxes: &[Vec<&Seen>], faults: &mut Vec<String>) {
    use super::cast::Hold;
    for (phrase, group) in boxes.iter().enumerate() {
        // What is piled in a vessel overlaps by its nature.
        if cast.parent(phrase).is_some_and(|t| t.hold == Hold::In) {
            continue;
        }
        for (i, a) in group.iter().enumerate() {
            for b in &group[i + 1..] {
                if a.rect.overlap_share(&b.rect) > OVERLAP_MAX {
                    faults.push(format!("{} and {} overlap", a.id, b.id));
                }
            }
        }
    }
}

fn whole(boxes: &[&Seen]) -> Option<Rect> {
    let first = boxes.first()?.rect;
    Some(boxes.iter().fold(first, |all, s| all.union(&s.rect)))
}

fn positions(
    brief: &Brief,
    cast: &Cast,
    boxes: &[Vec<&Seen>],
    (w, h): (f32, f32),
    faults: &mut Vec<String>,
) {
    for (phrase, object) in brief.objects.iter().enumerate() {
        let (Some(position), Some(all)) = (object.position, whole(&boxes[phrase])) else {
            continue;
        };
        if cast.parent(phrase).is_some() {
            continue;
        }
        let (x, y) = (all.cx() / w, all.cy() / h);
        let others = boxes.iter().filter(|b| !b.is_empty()).count() > 1;
        let holds = match position {
            Position::Left | Position::TopLeft | Position::BottomLeft => {
                x < 0.5 || !others && x < 0.55
            }
            Position::Right | Position::TopRight | Position::BottomRight => {
                x > 0.5 || !others && x > 0.45
            }
            Position::Top => y < 0.6,
            Position::Bottom => y > 0.4,
            Position::Center => (0.25..0.75).contains(&x),
            Position::Background | Position::Foreground => true,
        };
        if !holds {
            faults.push(format!("{} is not where it was asked for", object.noun));
        }
    }
}

fn relations(brief: &Brief, cast: &Cast, boxes: &[Vec<&Seen>], faults: &mut Vec<String>) {
    for relation in &brief.relations {
        let (Some(s), Some(o)) = (
            boxes.get(relation.subject).and_then(|b| whole(b)),
            boxes.get(relation.object).and_then(|b| whole(b)),
        ) else {
            continue;
        };
        // What is attached to something else already stands where that puts it.
        let tie = cast.parent(relation.subject);
        if tie.is_some_and(|t| t.parent != relation.object) {
            continue;
        }
        let tied = tie.is_some()
            || cast
                .parent(relation.object)
                .is_some_and(|t| t.parent == relation.subject);
        let holds = match relation.kind {
            RelationKind::LeftOf => s.cx() < o.cx(),
            RelationKind::RightOf => s.cx() > o.cx(),
            RelationKind::Above => each(boxes, relation, |a, b| a.cy() < b.cy()),
            RelationKind::Below | RelationKind::Under => {
                each(boxes, relation, |a, b| a.cy() > b.cy())
            }
            RelationKind::On if !tied => true,
            RelationKind::On => s.cy() < o.bottom() && s.grown(2.0).overlap(&o.grown(2.0)) > 0.0,
            RelationKind::In | RelationKind::Wearing | RelationKind::Riding if !tied => true,
            RelationKind::In | RelationKind::Wearing | RelationKind::Riding => {
                s.grown(4.0).overlap(&o.grown(4.0)) > 0.0 || rises_from(&s, &o)
            }
            RelationKind::Between => between(brief, boxes, relation.subject, relation.object, s),
            _ => true,
        };
        if !holds {
            let name = |i: usize| &brief.objects[i].noun;
            faults.push(format!(
                "{} {:?} {} does not hold",
                name(relation.subject),
                relation.kind,
                name(relation.object)
            ));
        }
    }
}

/// Returns whether flowers stand over the mouth of their vase, held by stems that are no part of their boxes.
fn rises_from(flowers: &Rect, vase: &Rect) -> bool {
    let above = flowers.bottom() <= vase.y && flowers.bottom() > vase.y - flowers.h;
    above && (flowers.cx() - vase.cx()).abs() < vase.w / 2.0
}

/// Returns whether each subject has an object to which it stands so.
fn each(boxes: &[Vec<&Seen>], relation: &Relation, holds: impl Fn(&Rect, &Rect) -> bool) -> bool {
    let (subjects, objects) = (&boxes[relation.subject], &boxes[relation.object]);
    subjects
        .iter()
        .all(|s| objects.iter().any(|o| holds(&s.rect, &o.rect)))
}

fn between(brief: &Brief, boxes: &[Vec<&Seen>], subject: usize, object: usize, s: Rect) -> bool {
    let xs: Vec<f32> = brief
        .relations
        .iter()
        .filter(|r| r.kind == RelationKind::Between && r.subject == subject)
        .flat_map(|r| boxes[r.object].iter())
        .chain(boxes[object].iter())
        .map(|seen| seen.rect.cx())
        .collect();
    xs.len() < 2 || xs.iter().any(|x| *x < s.cx()) && xs.iter().any(|x| *x > s.cx())
}

#[cfg(test)]
mod tests {
    use plantain_read::{Color as Named, ObjectPhrase, TimeOfDay};
    use plantain_scene::build::stack;
    use proptest::prelude::*;

    use super::*;
    use crate::rng::Rng;
    use crate::stage::emit::Emit;
    use crate::stage::light::Light;
    use crate::stage::mend::mend;
    use crate::stage::solve::solve;

    const NOUNS: &[&str] = &[
        "dog", "cat", "apple", "car", "tree", "house", "ball", "bird", "airplane", "boat", "table",
        "vase", "girl", "robot", "cube", "fish", "balloon", "candle", "book", "elephant",
    ];
    const CANVASES: [(f32, f32); 3] = [(1024.0, 1024.0), (1365.0, 768.0), (768.0, 1365.0)];

    fn scene(brief: &Brief, size: (f32, f32), seed: u64) -> (Cast, Node) {
        let rng = Rng::new(seed);
        let cast = Cast::new(brief, &rng);
        let light = Light::new(&brief.setting, TimeOfDay::Day, &mut rng.fork("light"));
        let solved = solve(brief, &cast, size, &rng);
        let emit = Emit {
            brief,
            cast: &cast,
            solved: &solved,
            light: &light,
            manner: "",
            shadows: true,
            water: None,
            page: None,
        };
        let root = stack().size_box(size.0, size.1).children(emit.nodes());
        (cast, root)
    }

    fn phrase() -> impl Strategy<Value = ObjectPhrase> {
        (0..NOUNS.len(), 1_u32..13, any::<Option<[u8; 3]>>()).prop_map(|(noun, n, rgb)| {
            ObjectPhrase {
                noun: NOUNS[noun].into(),
                words: NOUNS[noun].into(),
                count: Some(n),
                plural: n > 1,
                color: rgb.map(|rgb| Named {
                    name: "some".into(),
                    rgb,
                }),
                ..ObjectPhrase::default()
            }
        })
    }

    fn kind() -> impl Strategy<Value = RelationKind> {
        prop::sample::select(vec![
            RelationKind::LeftOf,
            RelationKind::RightOf,
            RelationKind::Above,
            RelationKind::On,
            RelationKind::In,
            RelationKind::NextTo,
            RelationKind::Behind,
            RelationKind::InFrontOf,
            RelationKind::Around,
            RelationKind::Holding,
        ])
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(256))]

        #[test]
        fn whatever_is_asked_for_is_there(
            objects in prop::collection::vec(phrase(), 1..4),
            kind in kind(),
            canvas in 0..CANVASES.len(),
            seed in any::<u64>(),
        ) {
            let relations = if objects.len() > 1 {
                vec![Relation { subject: 0, kind, object: 1 }]
            } else {
                Vec::new()
            };
            let brief = mend(&Brief { objects, relations, ..Brief::default() });
            let size = CANVASES[canvas];
            let (cast, root) = scene(&brief, size, seed);
            let faults = check(&brief, &cast, &root, size);
            prop_assert!(faults.is_empty(), "{faults:?}");
            let (_, again) = scene(&brief, size, seed);
            prop_assert_eq!(root, again);
        }
    }

    #[test]
    fn flowers_are_in_the_vase_that_their_stems_reach() {
        for prompt in ["four red tulips in a glass vase", "sunflowers in a vase"] {
            let brief = mend(&plantain_read::read(prompt));
            for (size, seed) in CANVASES.iter().zip(0..) {
                let (cast, root) = scene(&brief, *size, seed);
                let faults = check(&brief, &cast, &root, *size);
                assert!(faults.is_empty(), "{prompt}: {faults:?}");
            }
        }
    }

    #[test]
    fn many_on_few_can_be_counted() {
        for (riders, mount, mounts) in [
            ("girl", "elephant", 5),
            ("girl", "dog", 6),
            ("boy", "horse", 4),
        ] {
            for n in [1, mounts, 2 * mounts - 1, 2 * mounts] {
                let object = |noun: &str, n| ObjectPhrase {
                    noun: noun.into(),
                    count: Some(n),
                    plural: n > 1,
                    ..ObjectPhrase::default()
                };
                let brief = mend(&Brief {
                    objects: vec![object(riders, n), object(mount, mounts)],
                    relations: vec![Relation {
                        subject: 0,
                        kind: RelationKind::On,
                        object: 1,
                    }],
                    ..Brief::default()
                });
                for (size, seed) in CANVASES.iter().zip(0..) {
                    let (cast, root) = scene(&brief, *size, seed);
                    let faults = check(&brief, &cast, &root, *size);
                    assert!(
                        faults.is_empty(),
                        "{n} {riders} on {mounts} {mount}: {faults:?}"
                    );
                }
            }
        }
    }

    #[test]
    fn rings_stay_on_the_canvas() {
        let object = |noun: &str, n| ObjectPhrase {
            noun: noun.into(),
            count: Some(n),
            plural: n > 1,
            ..ObjectPhrase::default()
        };
        for (n, size) in (5..13).flat_map(|n| CANVASES.map(|size| (n, size))) {
            let brief = mend(&Brief {
                objects: vec![object("car", n), object("tree", 1), object("dog", 1)],
                relations: vec![Relation {
                    subject: 0,
                    kind: RelationKind::Around,
                    object: 1,
                }],
                ..Brief::default()
            });
            for seed in [1, 2, 12_669_460_385_279_565_496] {
                let (cast, root) = scene(&brief, size, seed);
                let faults = check(&brief, &cast, &root, size);
                assert!(faults.is_empty(), "{n} on {size:?} by {seed}: {faults:?}");
            }
        }
    }

    #[test]
    fn faults_are_found() {
        let object = |noun: &str, n| ObjectPhrase {
            noun: noun.into(),
            count: Some(n),
            ..ObjectPhrase::default()
        };
        let brief = Brief {
            objects: vec![object("dog", 2), object("cat", 1)],
            relations: vec![Relation {
                subject: 0,
                kind: RelationKind::LeftOf,
                object: 1,
            }],
            ..Brief::default()
        };
        let size = CANVASES[0];
        let (cast, mut root) = scene(&brief, size, 1);
        assert!(check(&brief, &cast, &root, size).is_empty());
        // One dog walks to the far right, on top of the cat's side; another disappears.
        for node in root.children.iter_mut().filter(|n| n.id == "dog-1") {
            node.layout.at = Some([5000.0, 10.0]);
        }
        root.children.retain(|n| n.id != "dog-2");
        let faults = check(&brief, &cast, &root, size);
        for part in ["can be seen", "leaves the canvas", "LeftOf"] {
            assert!(
                faults.iter().any(|f| f.contains(part)),
                "{part}: {faults:?}"
            );
        }
    }
}
