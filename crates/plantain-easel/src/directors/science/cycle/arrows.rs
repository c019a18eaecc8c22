//! What stands at the arrows of a cycle: the process that leads from one stage to the next.

use plantain_read::Role;
use plantain_scene::Node;

use crate::components::diagram::{Entry, Sheet, Words};
use crate::directors::flow::on_line;
use crate::studio::Studio;

/// Processes and the stage that each leads to, by the beginnings of their words.
const LEADS: &[(&str, &str)] = &[
    ("melt", "magma"),
    ("melt", "liquid"),
    ("melt", "igneous"),
    ("cool", "igneous"),
    ("crystalli", "igneous"),
    ("solidif", "igneous"),
    ("weather", "sediment"),
    ("ero", "sediment"),
    ("deposit", "sediment"),
    ("compact", "sedimentary"),
    ("cement", "sedimentary"),
    ("lithif", "sedimentary"),
    ("heat", "metamorphic"),
    ("pressure", "metamorphic"),
    ("freez", "solid"),
    ("evapor", "gas"),
    ("boil", "gas"),
    ("condens", "liquid"),
];

/// Takes the texts at the arrows out of the words; returns, for each stage, what stands at the arrow behind it. The rock cycle
/// has its processes even where the prompt names none.
pub(super) fn of(studio: &Studio<'_>, words: &mut Words) -> Vec<Vec<Entry>> {
    let told: Vec<Entry> = studio
        .brief
        .literals
        .iter()
        .filter(|literal| literal.role == Role::Label)
        .map(|literal| Entry {
            text: literal.text.clone(),
            literal: true,
            span: literal.span.clone(),
        })
        .collect();
    words
        .items
        .retain(|item| told.iter().all(|label| label.span != item.span));
    let n = words.items.len();
    let mut bows = vec![Vec::new(); n];
    if n < 2 {
        return bows;
    }
    let english = studio.brief.language.0 == "en" && studio.filler;
    if told.is_empty() && english {
        for (at, process) in rocks(&words.items).into_iter().enumerate() {
            bows[at].push(Entry::filler(process));
        }
        return bows;
    }
    let stages: Vec<String> = words.items.iter().map(|e| e.text.to_lowercase()).collect();
    let led: Vec<Option<usize>> = told.iter().map(|label| led_to(label, &stages)).collect();
    let known = led.iter().all(Option::is_some);
    for (at, (label, stage)) in told.into_iter().zip(led).enumerate() {
        let bow = match stage.filter(|_| known) {
            Some(stage) => (stage + n - 1) % n,
            None => at % n,
        };
        bows[bow].push(label);
    }
    bows
}

/// The stage that a process leads to.
fn led_to(label: &Entry, stages: &[String]) -> Option<usize> {
    let label = label.text.to_lowercase();
    LEADS
        .iter()
        .filter(|lead| label.contains(lead.0))
        .find_map(|lead| {
            // Sediment is no sedimentary rock, where both stand in the ring.
            let whole = stages.iter().position(|stage| {
                stage
                    .split(|c: char| !c.is_alphanumeric())
                    .any(|word| word.trim_end_matches('s') == lead.1)
            });
            whole.or_else(|| stages.iter().position(|stage| stage.contains(lead.1)))
        })
}

/// The processes between rocks, where all stages are those of the rock cycle.
fn rocks(stages: &[Entry]) -> Vec<&'static str> {
    let texts: Vec<String> = stages.iter().map(|e| e.text.to_lowercase()).collect();
    let n = texts.len();
    let into = |at: usize| {
        let (before, here) = (&texts[(at + n - 1) % n], texts[at].as_str());
        let molten = before.contains("magma") || before.contains("lava");
        let loose = before.contains("sediment") && !before.contains("sedimentary");
        if here.contains("magma") || here.contains("lava") {
            Some("Melting")
        } else if here.contains("igneous") {
            Some(if molten {
                "Cooling"
            } else {
                "Melting & cooling"
            })
        } else if here.contains("sedimentary") {
            Some(if loose {
                "Compaction"
            } else {
                "Weathering & compaction"
            })
        } else if here.contains("sediment") {
            Some("Weathering")
        } else if here.contains("metamorphic") {
            Some("Heat & pressure")
        } else {
            None
        }
    };
    let found: Option<Vec<&str>> = (0..n).map(|at| into((at + 1) % n)).collect();
    found.unwrap_or_default()
}

/// Returns the texts at an arrow on plates in its middle; the arrow is told by its first, middle and last point.
pub(super) fn label(
    sheet: &Sheet<'_>,
    bow: &[Entry],
    (first, middle, last): ((f32, f32), (f32, f32), (f32, f32)),
    disc: f32,
) -> Vec<Node> {
    let (dx, dy) = ((last.0 - first.0).abs(), (last.1 - first.1).abs());
    // Beside a steep arrow there is room for a wide plate, on a level one only for what leaves its ends free.
    let room = if dy > dx {
        disc * 1.15
    } else {
        (dx * 0.7).max(disc * 0.6)
    };
    let edge = (middle.0 - sheet.full.x).min(sheet.full.right() - middle.0) - 8.0;
    let room = room.min(edge * 2.0);
    let high = 34.0;
    let top = middle.1 - high * (bow.len() as f32 - 1.0) * 0.5;
    bow.iter()
        .enumerate()
        .flat_map(|(n, entry)| on_line(sheet, entry, (middle.0, top + high * n as f32), room))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn processes_lead_to_their_rocks() {
        let stages: Vec<String> = ["igneous", "sediment", "sedimentary", "metamorphic rock"]
            .map(str::to_string)
            .to_vec();
        for (label, want) in [
            ("melting", Some(0)),
            ("weathering", Some(1)),
            ("compaction", Some(2)),
            ("heat and pressure", Some(3)),
            ("magic", None),
        ] {
            assert_eq!(led_to(&Entry::filler(label), &stages), want, "{label}");
        }
        let rocks =
            rocks(&["Igneous rock", "Sedimentary rock", "Metamorphic rock"].map(Entry::filler));
        assert_eq!(
            rocks,
            [
                "Weathering & compaction",
                "Heat & pressure",
                "Melting & cooling"
            ]
        );
    }
}
