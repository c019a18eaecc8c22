//! Everyday wishes, for pictures of any kind.

use super::check;

#[test]
fn everyday_edits() {
    check(&[
        ("remove the background", &["background transparent"]),
        ("change the shirt color to navy", &["recolor shirt -> navy"]),
        ("add a drop shadow", &["add shadow"]),
        (
            "white background and a drop shadow",
            &["background white", "add shadow"],
        ),
        (
            "white background, add a drop shadow, 1:1",
            &["background white", "add shadow", "aspect 1:1"],
        ),
        (
            "white background, drop shadow, 1:1",
            &["background white", "add shadow", "aspect 1:1"],
        ),
        (
            "white background with a soft drop shadow",
            &["background white", "add shadow"],
        ),
        ("drop the shadow", &["remove shadow"]),
        (
            "replace the background with teal, 800x600",
            &["background teal", "size 800x600"],
        ),
        (
            "make the background black and white but keep the shirt in color",
            &["filter background Grayscale 1.00", "keep shirt"],
        ),
        (
            "remplace l'arrière-plan par un dégradé bleu",
            &["background gradient blue+deep blue"],
        ),
        (
            "flip it horizontally and darken the edges",
            &["flip-h", "filter picture Vignette 0.60"],
        ),
        (
            "put it side by side with the second picture",
            &["compose SideBySide"],
        ),
        ("add Q4 with 30", &["add point \"Q4\" \"30\""]),
        (
            "add an icon of a house in the top right corner",
            &["add Icon [\"house\"] @TopRight"],
        ),
        (
            "now change the background to night, keep the foreground",
            &["setting of background night", "keep subject"],
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
        ("add a thin white border", &["add border x0.4 white"]),
        ("add a 12px red border", &["add border 12px red"]),
        ("add a white border of 5%", &["add border 5% white"]),
        (
            "put a thick 20 pixel black frame around it",
            &["add border 20px black Around same"],
        ),
        ("recolour the red car blue", &["recolor car[red] -> blue"]),
        (
            "make it blue, inside the mask only",
            &["recolor masked -> blue"],
        ),
        ("make it blue inside the mask", &["recolor masked -> blue"]),
        (
            "only within the masked area, make it blue",
            &["recolor masked -> blue"],
        ),
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

#[test]
fn photographs_are_edited_in_everyday_words() {
    check(&[
        ("put it on a beach", &["background scene \"beach\""]),
        ("vintage film look", &["filter picture Vintage 1.00"]),
        ("add 10% space around it", &["extend 0.10 0.10 0.10 0.10"]),
        (
            "add a red badge in the corner",
            &["add Badge [] red @BottomRight"],
        ),
        (
            "make it 100% brighter, then 3",
            &["tone picture Brightness +1.00", "unread \"3\""],
        ),
    ]);
}

#[test]
fn all_prices_rise_and_fall() {
    check(&[
        ("make everything one dollar more", &["figures Price +1"]),
        ("everything 50 cents cheaper", &["figures Price -0.5"]),
        ("all prices up by 10%", &["figures Price x1.1000"]),
        ("raise all prices by two dollars", &["figures Price +2"]),
        ("sube todos los precios un 10%", &["figures Price x1.1000"]),
        ("augmente tous les prix de 10%", &["figures Price x1.1000"]),
        ("erhöhe alle Preise um 2 Euro", &["figures Price +2"]),
        ("alle Preise um 10% senken", &["figures Price x0.9000"]),
        ("tüm fiyatları %10 artır", &["figures Price x1.1000"]),
        ("所有价格提高10%", &["figures Price x1.1000"]),
    ]);
}

#[test]
fn what_is_meant_is_not_what_it_looks_like() {
    check(&[
        // A kind of picture in a colour is this picture in it.
        ("make it a blue poster", &["recolor picture -> blue"]),
        ("fais-en une affiche bleue", &["recolor picture -> blue"]),
        ("same but in dark green", &["recolor same -> dark green"]),
        ("add May 18", &["add point \"May\" \"18\""]),
        ("add a SOLD OUT stamp", &["add Badge [\"SOLD OUT\"]"]),
        (
            "make it a unicorn instead of the dinosaur",
            &["replace dinosaur -> 1 unicorn"],
        ),
        (
            "den Titel in Rot und den Hintergrund in Weiß ändern",
            &["recolor Title -> red", "background white"],
        ),
        ("change the city to Porto", &["text Place -> \"Porto\""]),
        ("remove the coffee tip", &["remove \"coffee\""]),
        ("delete the tip about naps", &["remove \"naps\""]),
        ("make the centre orange", &["recolor center -> orange"]),
        ("make them the same size", &["resize same = same"]),
        ("make the last one red", &["recolor same#Last -> red"]),
        ("make an apple green", &["recolor apple*1 -> green"]),
        ("mach einen Apfel grün", &["recolor apple*1 -> green"]),
        (
            "add a third plan \"Team\" \"$59\"",
            &["add Card [\"Team\", \"$59\"]"],
        ),
        // Two ways are no instruction.
        (
            "make the car blue and make the car green",
            &[
                "recolor car -> blue",
                "recolor car -> green",
                "unread \"make the car blue and make the car green\"",
            ],
        ),
        (
            "make the car blue, no wait, make the car green",
            &["recolor car -> green"],
        ),
        (
            "make the title red or blue",
            &["recolor Title -> red", "unread \"blue\""],
        ),
    ]);
}

#[test]
fn what_is_liked_better_and_what_things_cost() {
    check(&[
        ("rather a bar chart, same values", &["chart Bar"]),
        ("change to a bar chart", &["chart Bar"]),
        ("subtitle too small", &["type Subtitle x1.30"]),
        (
            "the price of the coffee is 2.50 now",
            &["value coffee -> \"2.50\""],
        ),
        ("make the price of the latte $4", &["value latte -> \"$4\""]),
        ("the cards side by side", &["align Card Middle"]),
    ]);
}
