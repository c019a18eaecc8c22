//! Wishes without a verb: grounds, places, sizes and manners that are only named.

use crate::check;

#[test]
fn grounds_and_places_are_named() {
    check(&[
        (
            "blue to purple gradient background",
            &["background gradient blue+purple"],
        ),
        (
            "teal to purple gradient",
            &["background gradient teal+purple"],
        ),
        (
            "put a starry space scene behind the text",
            &["background scene \"starry space scene\""],
        ),
        (
            "add a subtle dot pattern to the background",
            &["background pattern polka dot"],
        ),
        ("Mars please", &["background scene \"Mars\""]),
        ("on the beach", &["background scene \"the beach\""]),
        (
            "it should look like it's about to rain, dark clouds",
            &["setting storm"],
        ),
        (
            "no background, i need it for slides",
            &["background transparent"],
        ),
        (
            "lose the tablecloth, just a wooden table",
            &["remove tablecloth", "resurface table -> wood"],
        ),
    ]);
}

#[test]
fn sizes_and_sides_are_named() {
    check(&[
        ("pumpkin half that size", &["resize pumpkin x0.50"]),
        ("button twice as wide", &["resize Button wide x2.00"]),
        (
            "too small, should nearly fill the width",
            &["resize same to full width"],
        ),
        (
            "one big one small",
            &["resize same#0 x1.30", "resize all but same x0.77"],
        ),
        (
            "one red and the other blue",
            &["recolor same#0 -> red", "recolor all but same -> blue"],
        ),
        ("all the same height", &["resize same = same"]),
        ("turn it into a 3:1 web banner", &["aspect 3:1"]),
        ("move the lamp to the other side", &["move lamp across"]),
        (
            "sun behind the volcano so we see only half",
            &["move sun Behind volcano"],
        ),
    ]);
}

#[test]
fn manners_are_likened() {
    check(&[
        (
            "more playful, rounder shapes, bright colours",
            &["theme playful colorful corners x2"],
        ),
        (
            "should feel more luxurious, black and gold",
            &["theme luxury palette black+gold"],
        ),
        (
            "like an old treasure map",
            &["theme vintage palette beige+brown"],
        ),
        ("like a comic book", &["theme cartoon"]),
        ("monochrome, only blues", &["theme monochrome palette blue"]),
        (
            "wine glass icon, not a truck",
            &["replace truck -> 1 wine glass"],
        ),
    ]);
}

#[test]
fn what_is_put_takes_the_place_of_what_went() {
    check(&[
        (
            "remove the vase and put a lit candle",
            &["replace vase -> 1 lit candle"],
        ),
        (
            "togli il vaso e metti una candela accesa",
            &["replace vase -> 1 candle"],
        ),
        (
            "button red with the text \"Go\"",
            &["recolor Button -> red", "text Button -> \"Go\""],
        ),
        (
            "botão verde com o texto \"Acessar\"",
            &["recolor Button -> green", "text Button -> \"Acessar\""],
        ),
        ("make the price $15", &["text Price -> \"$15\""]),
        ("noch zwei Stühle dazu", &["add 2 chair"]),
        ("nog twee stoelen erbij", &["add 2 chair"]),
        ("залиш лише одну вівцю", &["count sheep = 1"]),
        ("оставь только одну овцу", &["count sheep = 1"]),
        (
            "הזז את הדלי לצד שמאל של הצב",
            &["move bucket LeftOf turtle"],
        ),
        (
            "라떼 가격을 5500으로 바꿔줘",
            &["value 라떼 가격 -> \"5500\""],
        ),
    ]);
}
