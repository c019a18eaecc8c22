//! Wishes among remarks: why somebody asks, what is wrong, and what follows from it anyway.

use super::check;

#[test]
fn remarks_do_not_hide_wishes() {
    check(&[
        (
            "the slogan should be all caps and letterspaced",
            &["type Subtitle spaced Upper"],
        ),
        (
            "the name should be MUCH bigger, it's the whole point of the page",
            &["type Person x1.69"],
        ),
        (
            "black and white line art, so the kids can colour it in",
            &["filter picture Grayscale 1.00", "theme line art"],
        ),
        (
            "feels corporate... more playful and hand drawn",
            &["theme sketch playful"],
        ),
        (
            "its spelled St Aldhem's, no L before the m",
            &["respell \"St Aldhem's\""],
        ),
        ("make it sunset: orange and pink sky", &["setting sunset"]),
        ("just two plans, without Plus", &["remove \"Plus\""]),
        (
            "Change the button to say \"Join\"",
            &["text Button -> \"Join\""],
        ),
        (
            "replace \"A\" with \"B\" and underneath \"C\"",
            &["text \"A\" \"A\" -> \"B\"", "add text \"C\" Below \"B\""],
        ),
        (
            "could the left circle be yellow and the right one blue?",
            &[
                "recolor circle@Left -> yellow",
                "recolor circle@Right -> blue",
            ],
        ),
        (
            "dark mode, but the Save button stays the same green as it is now. if it isnt green leave it",
            &["theme dark", "keep Button(\"Save\")"],
        ),
        ("remove one donut so five are left", &["remove donut*1"]),
        (
            "translate it to Spanish: CUIDADO",
            &["text all-text -> \"CUIDADO\""],
        ),
        (
            "horizontal bars, biggest first",
            &["chart HorizontalBar", "sort value down"],
        ),
        (
            "phone number WAY bigger, people read it from a car",
            &["type Contact x1.69"],
        ),
        (
            "board hates pies. horizontal bars please",
            &["chart HorizontalBar"],
        ),
        (
            "the button should say \"Open my hives\" instead of sign in",
            &["text sign -> \"Open my hives\""],
        ),
        (
            "each branch in its own colour plz, right now all grey",
            &["recolor branch -> red+blue+green+orange+purple+teal+pink+yellow+brown+gray"],
        ),
        (
            "all caps and heavier lettering, it should shout",
            &["type all-text bold Upper"],
        ),
        ("8 is too many, 3 per row", &["columns 3"]),
        (
            "text is too close to the edge",
            &["unread \"text is too close to the edge\""],
        ),
    ]);
}

#[test]
fn remarks_alone_are_not_understood() {
    check(&[
        (
            "the tiles don't line up",
            &["unread \"the tiles don't line up\""],
        ),
        ("it feels corporate", &["unread \"it feels corporate\""]),
    ]);
}
