//! Instructions and what is read from them, a line a step.

use plantain_read::{instruct, instruction_report};

/// Checks rows of `instruction => step; step; keep …; unread …`.
fn check(rows: &[(&str, &[&str])]) {
    let mut failed = Vec::new();
    for (text, want) in rows {
        let report = instruction_report(&instruct(text));
        let lines: Vec<&str> = report.lines().map(str::trim).collect();
        if lines != *want {
            failed.push(format!("{text}\n   want {want:?}\n   read {lines:?}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}

#[test]
fn everyday_edits() {
    check(&[
        ("remove the background", &["background transparent"]),
        ("change the shirt color to navy", &["recolor shirt -> navy"]),
        ("add a drop shadow", &["add shadow"]),
        (
            "now change the background to night, keep the foreground",
            &["setting night", "keep subject"],
        ),
        ("make the background white", &["background white"]),
        ("crop it to 4:5", &["aspect 4:5"]),
        ("rotate the photo 90° clockwise", &["rotate 90"]),
        ("rotate by 180 degrees", &["rotate 180"]),
        ("flip it horizontally", &["flip-h"]),
        ("mirror the image vertically", &["flip-v"]),
        ("upscale 2x", &["upscale x2.00"]),
        ("upscale the photo to 4K", &["long-side 3840"]),
        ("sharpen it a bit", &["filter picture Sharpen 0.50"]),
        (
            "brighten the picture slightly",
            &["tone picture Brightness +0.15"],
        ),
        (
            "darken the background by 20%",
            &["tone background Brightness -0.20"],
        ),
        (
            "a little more contrast please",
            &["tone picture Contrast +0.15"],
        ),
        ("less saturated", &["tone picture Saturation -0.30"]),
        (
            "convert to black and white",
            &["filter picture Grayscale 1.00"],
        ),
        ("apply a sepia filter", &["filter picture Sepia 1.00"]),
        ("blur the background", &["background blur 1.00"]),
        ("extend the canvas to 16:9", &["extend-to 16:9"]),
        (
            "put the logo in the bottom right corner",
            &["move input2 @BottomRight"],
        ),
        ("add a watermark \"© ACME\"", &["add watermark \"© ACME\""]),
        ("add a thin white border", &["add border white"]),
        ("recolour the red car blue", &["recolor car[red] -> blue"]),
        ("remove the person on the left", &["remove person@Left"]),
        ("put these side by side", &["compose SideBySide"]),
        (
            "paint the second chair from the left green",
            &["recolor chair#1 -> green"],
        ),
        (
            "make the biggest balloon gold",
            &["recolor balloon#Largest -> gold"],
        ),
        ("turn the cat into a tiger", &["replace cat -> 1 tiger"]),
        (
            "replace the apples with oranges",
            &["replace apple -> orange"],
        ),
        ("swap the lamp with the vase", &["swap lamp <> vase"]),
        ("move the title up", &["move Title @Top"]),
        (
            "make the title bold and red",
            &["type Title bold", "recolor Title -> red"],
        ),
        ("make all text smaller", &["type all-text x0.77"]),
        ("set the price to $24.99", &["text Price -> \"$24.99\""]),
        ("change Q2 to 61", &["value Q2 -> \"61\""]),
        (
            "change \"Opening Night\" to \"Closing Night\"",
            &["text \"Opening Night\" \"Opening Night\" -> \"Closing Night\""],
        ),
        (
            "rename the button to Sign up",
            &["text Button -> \"Sign up\""],
        ),
        (
            "the subtitle should say See you there",
            &["text Subtitle -> \"See you there\""],
        ),
        (
            "add a button \"Book now\" below the text",
            &["add Button [\"Book now\"] Below all-text"],
        ),
        ("write \"Hello\" at the top", &["add text \"Hello\" @Top"]),
        ("delete the second card", &["remove Card#1"]),
        ("leave only the dog", &["remove all but dog"]),
        (
            "replace the background with a forest, without changing the woman",
            &["background scene \"a forest\"", "keep woman"],
        ),
        ("make the sofa leather", &["resurface sofa -> leather"]),
        ("make the cup twice as big", &["resize cup x2.00"]),
        ("three more stars please", &["count star +3"]),
        ("make it rain", &["setting rain"]),
        ("make it a pie chart", &["chart Pie"]),
        (
            "make the girl wave her hand",
            &["generate \"the girl wave her hand\""],
        ),
        (
            "translate the poster into French",
            &["generate \"translate the poster into French\""],
        ),
    ]);
}
