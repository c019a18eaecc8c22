//! Wishes as people drop them: without a verb, by a pronoun, by a line's own words.

use super::check;

#[test]
fn things_are_told_loosely() {
    check(&[
        ("remove three of them", &["count same -3"]),
        ("take two away", &["count same -2"]),
        ("remove all but two", &["count same = 2"]),
        ("switch their places", &["swap same#0 <> same#1"]),
        ("the dog has to go", &["remove dog"]),
        ("make the rain stop", &["remove rain"]),
        (
            "blue barn, two cows, add a sun",
            &["recolor barn -> blue", "count cow = 2 or new", "add 1 sun"],
        ),
        ("the cat is replaced by a fox", &["replace cat -> 1 fox"]),
        (
            "add two strips of bacon next to the egg",
            &["add 2 bacon NextTo egg"],
        ),
        (
            "add an umbrella to the left person",
            &["add 1 umbrella On person@Left"],
        ),
        (
            "add a girl with a straw hat to the right",
            &["add 1 girl @Right", "add 1 straw hat Wearing same"],
        ),
        (
            "add a small bird sitting on top of it",
            &["add 1 Small bird On same"],
        ),
        ("print a white moon on it", &["add 1 white moon On same"]),
        ("put a star on top", &["add 1 star @Top On same"]),
        ("what if it were dusk", &["setting dusk"]),
        ("same but at night with the lights on", &["setting night"]),
        (
            "change to a summer beach",
            &["background scene \"a summer beach\""],
        ),
        (
            "more balloons and a banner \"Happy 30th\"",
            &[
                "add balloon",
                "add 1 banner",
                "add text \"Happy 30th\" On same",
            ],
        ),
    ]);
}

#[test]
fn designs_are_told_loosely() {
    check(&[
        ("take off the bring a mat line", &["remove \"bring a mat\""]),
        ("delete the Soup row", &["remove \"Soup\""]),
        ("delete the mail from Ben", &["remove \"Ben\""]),
        ("drop tip 3", &["remove tip#2"]),
        ("remove the third tip", &["remove tip#2"]),
        ("get rid of the drawing", &["remove subject"]),
        ("it is spelled Joanna Perez", &["respell \"Joanna Perez\""]),
        ("all caps and bigger please", &["type all-text x1.30 Upper"]),
        ("square version for instagram", &["aspect 1:1"]),
        ("show it as a line chart", &["chart Line"]),
        ("as a bar chart", &["chart Bar"]),
        ("set it to 75%", &["value ? -> \"75%\""]),
        (
            "change to \"SPRING SALE\" -40% on pink with flowers",
            &[
                "text all-text -> \"SPRING SALE\"",
                "value ? -> \"-40%\"",
                "background pink",
                "add flower",
            ],
        ),
        (
            "make the title \"Lift today\"",
            &["text Title -> \"Lift today\""],
        ),
        (
            "button says \"Join free\", in green",
            &["text Button -> \"Join free\"", "recolor same -> green"],
        ),
        (
            "Bob is replaced by Dana",
            &["text \"Bob\" \"Bob\" -> \"Dana\""],
        ),
        ("move Build to Done", &["move \"Build\" On \"Done\""]),
        ("put Cool before Bake", &["move \"Cool\" Above \"Bake\""]),
        (
            "insert Pack before Ship",
            &["add row [\"Pack\"] Above \"Ship\""],
        ),
        ("put the number 7 on the door", &["add text \"7\" On door"]),
        (
            "add the date 4 April 2026 at the bottom left",
            &["add text \"4 April 2026\" as Date @BottomLeft"],
        ),
        ("our brand is #E4572E", &["theme palette #e4572e"]),
        (
            "values: Mon 4, Tue 6, Wed 9",
            &[
                "value Mon -> \"4\"",
                "value Tue -> \"6\"",
                "value Wed -> \"9\"",
            ],
        ),
        ("dark background", &["tone background Brightness -0.60"]),
        ("darker background", &["tone background Brightness -0.30"]),
    ]);
}

#[test]
fn few_words_say_what_is_meant() {
    check(&[
        ("all of them black", &["recolor same -> black"]),
        ("accent colour is blue not green", &["theme palette blue"]),
        (
            "swap the colours of hat and coat",
            &["swap colors hat <> coat"],
        ),
        ("hold the onions", &["remove onion"]),
        ("words only, take the picture out", &["remove subject"]),
        ("half as many", &["count same x0.5"]),
        ("add two more", &["count same +2"]),
        ("leave just two", &["count same = 2"]),
        ("twice the candles", &["count candle x2"]),
        ("paper plane top left", &["move paper airplane @TopLeft"]),
        (
            "add a row of trees behind the fence",
            &["add tree Behind fence"],
        ),
        ("make the header row navy", &["recolor header row -> navy"]),
        (
            "lamp on the right of the bed and a chair on the left",
            &["move lamp RightOf bed", "move chair LeftOf bed"],
        ),
        (
            "change the quote to \"Stay curious\" by Ada Cole",
            &[
                "text Quote -> \"Stay curious\"",
                "text Attribution -> \"Ada Cole\"",
            ],
        ),
        ("headline Open Late", &["text Title -> \"Open Late\""]),
        ("clear the table", &["remove subject On table"]),
        (
            "subtotal is 90.00, update the totals",
            &["value subtotal -> \"90.00\""],
        ),
        (
            "\"Oslo\" is delayed, show 10:05 for it",
            &["value Oslo -> \"10:05\""],
        ),
        (
            "left chair red, right one green",
            &["recolor chair@Left -> red", "recolor chair@Right -> green"],
        ),
        (
            "hat and scarf blue",
            &["recolor hat -> blue", "recolor scarf -> blue"],
        ),
        ("five cups instead", &["count cup = 5"]),
        ("two birds fewer", &["count bird -2"]),
        ("some more trees", &["count tree +3"]),
        ("add a woman walking", &["add 1 woman walking"]),
        (
            "put the date 5 May under the title",
            &["add text \"5 May\" as Date Under Title"],
        ),
        (
            "mark 3 and 9 with a circle",
            &["mark \"3\" Highlighted", "mark \"9\" Highlighted"],
        ),
        ("wrong date: 17 May", &["text Date -> \"17 May\""]),
    ]);
}
