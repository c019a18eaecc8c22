//! What stands around the data of charts, and which way diagrams run.

use plantain_scene::chart::{ChartSpec, LegendPlace};
use plantain_scene::node::Content;
use plantain_scene::{Scene, layout::layout};

use super::{edited_knowing, scene};

const BARS: &str = "bar chart \"Rainfall\": Jan 30, Feb 45, Mar 20, Apr 60";

fn after(prompt: &str, instruction: &str) -> Scene {
    edited_knowing(&scene(prompt), instruction)
        .unwrap_or_else(|error| panic!("{instruction}: {error}"))
}

fn chart(scene: &Scene) -> ChartSpec {
    let mut found = None;
    scene.root.visit(&mut |node| {
        if let Content::Chart(spec) = &node.content {
            found = found.take().or(Some(spec.clone()));
        }
    });
    found.expect("a chart")
}

#[test]
fn charts_are_furnished_as_told() {
    let goal = chart(&after(BARS, "add a target line at 50"))
        .goal
        .expect("a goal");
    assert_eq!((goal.value, goal.name.as_str()), (50.0, "Target"));
    assert!(chart(&after(BARS, "add a trend line")).trend);
    assert!(!chart(&after(BARS, "hide the values")).show_values);
    let ranged = chart(&after(BARS, "y axis from 0 to 100"));
    assert_eq!(ranged.range, Some([0.0, 100.0]));
    let named = chart(&after(BARS, "label the y axis \"mm\""));
    assert_eq!(named.y_title.as_deref(), Some("mm"));
    let pie = "pie chart \"Budget\": Rent 45%, Food 30%, Fun 25%";
    assert_eq!(
        chart(&after(pie, "add a legend")).legend,
        LegendPlace::Right
    );
}

#[test]
fn what_a_chart_cannot_have_is_refused() {
    for (prompt, instruction) in [
        (BARS, "add a legend"),
        (BARS, "y axis from 0 to 40"),
        ("pie chart: Rent 45%, Food 55%", "remove the grid lines"),
        ("poster \"Night Run\"", "hide the values"),
    ] {
        let refused = edited_knowing(&scene(prompt), instruction);
        assert!(refused.is_err(), "{prompt}: {instruction}");
    }
}

#[test]
fn points_become_one() {
    let donut = "donut chart: Rent 40%, Food 30%, Fun 20%, Travel 10%";
    let told = chart(&after(donut, "merge Fun and Travel into \"Other\""));
    assert_eq!(told.labels, ["Rent", "Food", "Other"]);
    assert_eq!(told.series[0].values, [40.0, 30.0, 30.0]);
    assert_eq!(told.series[0].shown[2], "30%");
}

#[test]
fn diagrams_take_another_way() {
    for prompt in [
        "flow chart: Idea, Design, Build, Launch",
        "org chart: CEO Ann, under her CTO Ben and CFO Cleo",
    ] {
        for (instruction, across) in [
            ("lay it out left to right", true),
            ("lay it out top to bottom", false),
        ] {
            let Ok(turned) = edited_knowing(&scene(prompt), instruction) else {
                continue;
            };
            let picture = layout(&turned);
            let place = |id: &str| {
                picture
                    .boxes
                    .iter()
                    .find(|own| own.id == id)
                    .map(|own| own.rect)
            };
            turned.root.visit(&mut |node| {
                if let Content::Connector(line) = &node.content
                    && let (Some(a), Some(b)) = (place(&line.from), place(&line.to))
                {
                    let (ahead, gap) = match across {
                        true => (b.x0 - a.x1, b.x0),
                        false => (b.y0 - a.y1, b.y0),
                    };
                    assert!(ahead > 0.0, "{prompt}, {instruction}: a box at {gap}");
                }
            });
        }
        let both = ["lay it out left to right", "lay it out top to bottom"];
        let done = both
            .iter()
            .filter(|way| edited_knowing(&scene(prompt), way).is_ok());
        assert!(done.count() > 0, "{prompt} stands one way at least");
    }
}
