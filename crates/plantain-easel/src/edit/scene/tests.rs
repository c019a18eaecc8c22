//! Whole edits on planned scenes: what was asked for holds, and what was not meant stays, node by node.

mod charts;
mod everyday;
mod lists;
mod loosely;
mod places;
mod spoken;

use std::collections::BTreeMap;
use std::sync::Arc;

use plantain_core::{Letters, OutputFormat, Pixels, Seed, SizeSpec};
use plantain_engine::{EditSubject, EngineError, Input, Job, JobSubject, Look, Progress};
use plantain_read::{instruct, read};
use plantain_scene::layout::layout;
use plantain_scene::node::Content;
use plantain_scene::{Canvas, Node, Scene};

use super::edit;
use crate::edit::Edited;
use crate::plan::{Ask, plan};

fn scene(prompt: &str) -> Scene {
    seeded(prompt, 1)
}

fn seeded(prompt: &str, seed: u64) -> Scene {
    let ask = Ask {
        canvas: Canvas::new(1024, 1024),
        seed,
        filler: true,
    };
    plan(&read(prompt), ask).unwrap().scene
}

fn edited(scene: &Scene, instruction: &str) -> Result<Option<Scene>, EngineError> {
    let (subject, job) = (subject(scene, instruction), job());
    let done = edit(&subject, &instruct(instruction), &job)?.map(|(done, _)| done);
    Ok(done.map(|done| done.scene))
}

/// As [`edited`], by all readings that an edit tries: the texts of the picture are known.
fn edited_knowing(scene: &Scene, instruction: &str) -> Result<Scene, EngineError> {
    let (subject, job) = (subject(scene, instruction), job());
    match crate::edit::edit(&subject, None, &job, &Progress::new())? {
        Edited::Scene(done) | Edited::Both(done, _) => Ok(done.scene),
        Edited::Pixels(_) => panic!("{instruction}: is for pixels"),
    }
}

/// Checks rows of prompt, instruction, words that the picture says afterwards, and words that it says no more.
fn check_words(rows: &[(&str, &str, &str, &str)]) {
    for (prompt, instruction, want, gone) in rows {
        let after = edited_knowing(&scene(prompt), instruction)
            .unwrap_or_else(|error| panic!("{instruction}: {error}"));
        let said = words(&after).join(" ");
        for word in want.split(' ') {
            assert!(
                said.contains(word),
                "{prompt}: {instruction}: {want:?} in {said:?}"
            );
        }
        assert!(
            !said.contains(gone),
            "{prompt}: {instruction}: {gone:?} in {said:?}"
        );
    }
}

fn subject(scene: &Scene, instruction: &str) -> EditSubject {
    EditSubject {
        instruction: instruction.into(),
        inputs: vec![Arc::new(Input {
            pixels: Pixels {
                width: 1,
                height: 1,
                rgba: vec![0; 4],
                opaque: true,
            },
            scene_json: Some(serde_json::to_string(scene).unwrap().into()),
        })],
        mask: None,
    }
}

fn job() -> Job {
    Job {
        subject: JobSubject::Prompt("".into()),
        size: SizeSpec::default(),
        format: OutputFormat::Png,
        quality: None,
        letters: Letters::Outlines,
        transparent: None,
        seed: Seed(1),
        index: 0,
        strict: false,
        filler: true,
        look: Look::default(),
    }
}

/// Nodes by id, without their children.
fn nodes(scene: &Scene) -> BTreeMap<String, Node> {
    let mut out = BTreeMap::new();
    scene.root.visit(&mut |node| {
        let alone = Node {
            children: Vec::new(),
            ..node.clone()
        };
        out.insert(node.id.clone(), alone);
    });
    out
}

/// Checks that of all nodes only those whose id begins with one of `meant` changed, went or came.
fn check_untouched(prompt: &str, instruction: &str, meant: &[&str]) {
    let before = scene(prompt);
    let after = edited(&before, instruction)
        .unwrap_or_else(|error| panic!("{prompt}: {instruction}: {error}"))
        .unwrap_or_else(|| panic!("{prompt}: {instruction}: is for pixels"));
    let (old, new) = (nodes(&before), nodes(&after));
    assert_ne!(before, after, "{instruction}");
    let is_meant = |id: &str, node: &Node| {
        meant.iter().any(|m| id.starts_with(m))
            || node
                .facts
                .get("of")
                .is_some_and(|of| meant.iter().any(|m| of.starts_with(m)))
    };
    for (id, node) in &old {
        if !is_meant(id, node) {
            assert_eq!(new.get(id), Some(node), "{prompt}: {instruction}: {id}");
        }
    }
    for (id, node) in new.iter().filter(|(id, _)| !old.contains_key(*id)) {
        assert!(is_meant(id, node), "{prompt}: {instruction}: {id} came");
    }
    // The same place on the canvas, too.
    let (was, is) = (layout(&before), layout(&after));
    for own in was
        .boxes
        .iter()
        .filter(|b| old.get(&b.id).is_some_and(|n| !is_meant(&b.id, n)))
    {
        let now = is.boxes.iter().find(|b| b.id == own.id);
        assert_eq!(
            now.map(|b| b.rect),
            Some(own.rect),
            "{instruction}: {}",
            own.id
        );
    }
}

#[test]
fn what_is_not_meant_keeps_id_place_and_look() {
    for (prompt, instruction, meant) in [
        (
            "a dog and a cat in a park",
            "make the dog blue",
            &["dog"][..],
        ),
        ("a dog and a cat in a park", "remove the cat", &["cat"]),
        (
            "a dog and a cat in a park",
            "replace the cat with a rabbit",
            &["cat", "rabbit"],
        ),
        (
            "an empty park bench",
            "put a black cat on the bench",
            &["cat"],
        ),
        ("five apples in a row", "take away two apples", &["apple"]),
        ("a tree next to a house", "make the tree smaller", &["tree"]),
        ("a boat on a lake", "add a duck", &["duck"]),
        (
            "poster \"SUMMER SALE\" \"50% OFF\" \"This weekend\"",
            "make the title red",
            &["title"],
        ),
        (
            "dashboard with revenue $48,200 and orders 1,204",
            "change \"Revenue\" to \"Sales\"",
            &["label", "text", "chart", "legend", "heading"],
        ),
    ] {
        check_untouched(prompt, instruction, meant);
    }
}

#[test]
fn a_place_changes_behind_the_same_things() {
    for (prompt, instruction) in [
        ("a tent in a summer forest", "make it night"),
        (
            "a cat on a sofa in a living room",
            "replace the background with a beach",
        ),
        ("two dogs on grass", "change the background to white"),
    ] {
        let before = scene(prompt);
        let after = edited(&before, instruction).unwrap().unwrap();
        let (old, new) = (nodes(&before), nodes(&after));
        for (id, node) in old.iter().filter(|(_, n)| n.facts.contains_key("noun")) {
            assert_eq!(new.get(id), Some(node), "{instruction}: {id}");
        }
    }
}

#[test]
fn what_cannot_be_done_is_refused() {
    for (prompt, instruction, code) in [
        (
            "two dogs on grass",
            "remove the giraffe",
            "target_not_located",
        ),
        (
            "two dogs on grass",
            "make the zebra green",
            "target_not_located",
        ),
        ("two dogs on grass", "make it two dogs", "nothing_changed"),
    ] {
        let before = scene(prompt);
        let got = edited(&before, instruction);
        let error = got.expect_err(instruction);
        assert_eq!(
            plantain_core::Error::from(error).code,
            code,
            "{instruction}"
        );
    }
}

#[test]
fn the_same_edit_gives_the_same_scene() {
    let before = scene("a boat on a lake");
    let one = edited(&before, "add two ducks and make it sunset").unwrap();
    assert_eq!(
        one,
        edited(&before, "add two ducks and make it sunset").unwrap()
    );
}

#[test]
fn pixels_are_left_to_pixels() {
    let before = scene("a boat on a lake");
    assert_eq!(edited(&before, "apply a sepia filter").unwrap(), None);
}

fn roles(scene: &Scene, role: &str) -> usize {
    let mut count = 0;
    scene
        .root
        .visit(&mut |node| count += usize::from(node.role == role));
    count
}

#[test]
fn what_belongs_to_a_thing_goes_with_it() {
    let check = |prompt: &str, instruction: &str, role: &str| {
        let before = scene(prompt);
        assert!(roles(&before, role) > 0, "{prompt}: no {role}");
        let after = edited(&before, instruction).unwrap().unwrap();
        assert_eq!(roles(&after, role), 0, "{prompt}: {instruction}");
    };
    check(
        "product photo of a red t-shirt on a white background",
        "remove the background",
        "ground-shadow",
    );
    let poster = "poster \"Harvest Fair\" with a pumpkin, subtitle \"Saturday 12 October\", button \"Get tickets\"";
    check(poster, "remove the button", "button");
    check(poster, "remove the button", "chip");
}

#[test]
fn texts_and_marks_are_found_by_what_they_are() {
    let check = |prompt: &str, instruction: &str| {
        let before = scene(prompt);
        let after = edited(&before, instruction).unwrap_or_else(|e| panic!("{instruction}: {e}"));
        assert_ne!(after, Some(before), "{prompt}: {instruction}");
    };
    check(
        "business card for Ana Torres, architect, phone 555 0134",
        "change the name to \"Ana María Torres\"",
    );
    let chart = "bar chart: Q1 12, Q2 18, Q3 9, title \"Sales 2026\"";
    check(chart, "make the bars green");
    check(chart, "add Q4 with 30");
}

/// Returns the colours of the first chart's values, by their labels.
fn marks(scene: &Scene) -> Vec<(String, String)> {
    let mut out = Vec::new();
    scene.root.visit(&mut |node| {
        if let Content::Chart(spec) = &node.content
            && out.is_empty()
        {
            let colors = spec.series.first().map(|s| s.colors.clone());
            let colors = colors.unwrap_or_default();
            let pairs = spec.labels.iter().zip(&colors);
            out.extend(pairs.map(|(label, color)| (label.clone(), color.to_string())));
        }
    });
    out
}

#[test]
fn one_mark_of_a_chart_is_coloured_alone() {
    let before = scene("bar chart: Q1 12, Q2 18, Q3 9, title \"Sales 2026\"");
    for (instruction, label) in [
        ("make the Q3 bar red", "Q3"),
        ("highlight the highest bar in red", "Q2"),
        ("add Q4 with 30 and colour it red", "Q4"),
    ] {
        let after = edited(&before, instruction)
            .unwrap_or_else(|e| panic!("{instruction}: {e}"))
            .unwrap();
        let marks = marks(&after);
        let own = marks.iter().find(|(l, _)| l == label);
        let own = own.unwrap_or_else(|| panic!("{instruction}: {marks:?}"));
        let same = marks.iter().filter(|(_, color)| *color == own.1).count();
        assert_eq!(same, 1, "{instruction}: {marks:?}");
    }
}

#[test]
fn a_figure_is_no_number_of_texts() {
    let before = scene("bar chart: Q1 12, Q2 18, Q3 9, title \"Sales 2026\"");
    let after = edited(&before, "rename Q1 to \"Jan–Mar\" and set it to 44").unwrap();
    let json = serde_json::to_string(&after.unwrap()).unwrap();
    assert!(json.contains("Jan–Mar") && json.contains("44"), "{json}");
}

#[test]
fn a_part_that_is_so_already_hinders_no_other() {
    let poster = scene("poster \"HARVEST FAIR\"");
    let red = edited(&poster, "make the title red").unwrap().unwrap();
    let error = edited(&red, "make the title red").err();
    let code = error.map(|error| plantain_core::Error::from(error).code);
    assert_eq!(code, Some("nothing_changed"));
    let both = edited(&red, "make the title red and underline it");
    assert!(both.unwrap().is_some_and(|both| both != red));
}

#[test]
fn what_comes_beside_stands_on_the_same() {
    let before = scene("three red apples and a blue vase on a wooden table");
    for instruction in [
        "put a banana to the left of the apples",
        "move the vase to the left of the apples",
    ] {
        let after = edited(&before, instruction).unwrap().unwrap();
        let picture = layout(&after);
        let rect = |stem: &str| {
            let own = picture.boxes.iter().find(|b| b.id.starts_with(stem));
            own.unwrap_or_else(|| panic!("{instruction}: no {stem}"))
                .rect
        };
        let came = if instruction.contains("banana") {
            "banana"
        } else {
            "vase"
        };
        let (came, table) = (rect(came), rect("table"));
        assert!(
            came.x0 >= table.x0 - 2.0 && came.x1 <= table.x1 + 2.0,
            "{instruction}: {came:?} on {table:?}"
        );
    }
}

/// Returns the texts of a scene from the top, and the labels and values of its charts.
fn words(scene: &Scene) -> Vec<String> {
    let mut lines: Vec<(i64, i64, String)> = Vec::new();
    let boxes = layout(scene).boxes;
    scene.root.visit(&mut |node| match &node.content {
        Content::Text(text) if node.literal => {
            let rect = boxes.iter().find(|b| b.id == node.id).map(|b| b.rect);
            let (x, y) = rect.map_or((0, 0), |r| (r.x0 as i64, r.y0 as i64));
            lines.push((y / 20, x, text.text.clone()));
        }
        Content::Chart(chart) if !node.filler => {
            let values = chart
                .series
                .first()
                .map_or(&[][..], |series| &series.values);
            for (label, value) in chart.labels.iter().zip(values) {
                lines.push((0, 0, format!("{label} {value}")));
            }
        }
        _ => {}
    });
    // A chart keeps its own order.
    lines.sort_by_key(|(y, x, _)| (*y, *x));
    lines.into_iter().map(|(_, _, text)| text).collect()
}

const MENU: &str =
    "coffee shop menu: Espresso 2.80, Flat White 3.90, Cold Brew 4.50, Croissant 3.20";
const BARS: &str = "bar chart of visitors: Mon 120, Tue 180, Wed 90";
const FLOW: &str = "flow chart: order -> payment -> packing -> shipping";

#[test]
fn lists_charts_and_diagrams_follow_their_words() {
    for (prompt, instruction, want) in [
        (MENU, "raise all prices by 10%", "3.08 4.29 4.95 3.52"),
        (
            MENU,
            "sort the menu by price",
            "Espresso 2.80 Croissant 3.20 Flat White 3.90 Cold Brew 4.50",
        ),
        (
            MENU,
            "add \"Hot Chocolate\" 4.20 after \"Flat White\"",
            "Flat White 3.90 Hot Chocolate 4.20 Cold Brew",
        ),
        (
            MENU,
            "swap \"Espresso\" and \"Croissant\"",
            "Croissant 3.20 Flat White",
        ),
        (MENU, "delete the last entry", "2.80 3.90 4.50"),
        (BARS, "sort the bars descending", "Tue 180 Mon 120 Wed 90"),
        (BARS, "add Thu 210 and Fri 260", "Wed 90 Thu 210 Fri 260"),
        (BARS, "swap \"Mon\" and \"Wed\"", "Wed 90 Tue 180 Mon 120"),
        (BARS, "remove \"Tue\"", "Mon 120 Wed 90"),
        (
            FLOW,
            "insert \"check\" between \"packing\" and \"shipping\"",
            "packing check shipping",
        ),
        (FLOW, "remove \"packing\"", "order payment shipping"),
        (
            FLOW,
            "add a step \"delivery\" after \"shipping\"",
            "shipping delivery",
        ),
    ] {
        let after = edited(&scene(prompt), instruction)
            .unwrap_or_else(|error| panic!("{instruction}: {error}"))
            .unwrap_or_else(|| panic!("{instruction}: is for pixels"));
        let got = words(&after).join(" ");
        let prices = got
            .split(' ')
            .filter(|word| word.contains('.'))
            .collect::<Vec<_>>()
            .join(" ");
        assert!(got.contains(want) || prices == want, "{instruction}: {got}");
    }
}

#[test]
fn lines_lead_through_the_boxes_that_are_there() {
    for (instruction, boxes) in [
        ("insert \"check\" between \"packing\" and \"shipping\"", 5),
        ("remove \"packing\"", 3),
        ("remove \"order\"", 3),
    ] {
        let after = edited(&scene(FLOW), instruction).unwrap().unwrap();
        let ids = nodes(&after);
        let mut lines = 0;
        after.root.visit(&mut |node| {
            if let Content::Connector(line) = &node.content {
                lines += 1;
                assert!(
                    ids.contains_key(&line.from) && ids.contains_key(&line.to),
                    "{instruction}"
                );
            }
        });
        assert_eq!(lines, boxes - 1, "{instruction}");
    }
}
