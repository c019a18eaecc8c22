//! What stands around the data of charts, and which way diagrams run.

use super::check;

#[test]
fn charts_are_furnished() {
    check(&[
        ("hide the values", &["furnish Values(false)"]),
        ("remove the grid lines", &["furnish Grid(false)"]),
        (
            "add a target line at 50",
            &["furnish Goal(Some((\"Target\", \"50\")))"],
        ),
        (
            "put the legend underneath",
            &["furnish Legend(Some(Bottom))"],
        ),
        (
            "start the y axis at 0",
            &["furnish Range { low: Some(0.0), high: None }"],
        ),
        (
            "y axis from 0 to 100",
            &["furnish Range { low: Some(0.0), high: Some(100.0) }"],
        ),
        (
            "label the y axis \"mm\"",
            &["furnish AxisTitle { upright: true, title: Some(\"mm\") }"],
        ),
        ("make the line smooth", &["furnish Smooth(true)"]),
        ("add a trend line", &["furnish Trend(true)"]),
        (
            "show the values on top of the bars",
            &["furnish Values(true)"],
        ),
        (
            "merge Fun and Transport into \"Other\" (24%)",
            &["merge Fun+Transport -> \"Other\" 24%"],
        ),
        (
            "use a colourblind safe palette",
            &["theme palette blue+orange+bluish green+vermillion+sky blue+reddish purple"],
        ),
        (
            "add a dashed target line at 50 + the numbers on top of each bar",
            &[
                "furnish Goal(Some((\"Target\", \"50\")))",
                "furnish Values(true)",
            ],
        ),
        (
            "is it possible to have the y axis go 0-100 instead of starting at 50",
            &["furnish Range { low: Some(0.0), high: Some(100.0) }"],
        ),
        (
            "axis title is missing",
            &["unread \"axis title is missing\""],
        ),
    ]);
}

#[test]
fn pages_and_diagrams_take_another_way() {
    check(&[
        ("lay it out horizontally", &["align picture Across"]),
        (
            "left to right instead of top to bottom",
            &["align picture Across"],
        ),
        (
            "make the pay button full width",
            &["resize Button(\"pay\") to full width"],
        ),
        (
            "add another box at the end, \"Feedback\"",
            &["add Card [\"Feedback\"]"],
        ),
        (
            "gradient from midnight blue to teal instead of purple",
            &["background gradient dark blue+teal"],
        ),
        ("turn the timeline vertical", &["align picture Down"]),
        (
            "left to right would fit my slide better",
            &["align picture Across"],
        ),
        (
            "can it fade from dark navy at the top to orange at the bottom",
            &["background gradient dark navy+orange"],
        ),
    ]);
}
