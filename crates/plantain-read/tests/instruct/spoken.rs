//! Wishes as they are spoken: questions, remarks that say no more, what is wrong before what is right.

use super::check;

#[test]
fn what_is_wrong_tells_what_is_right() {
    check(&[
        (
            "typo!! it should say Strawberry",
            &["respell \"Strawberry\""],
        ),
        (
            "spelled wrong, should be Library Corner",
            &["respell \"Library Corner\""],
        ),
        (
            "the house icon takes too much room, make it half the size",
            &["resize Icon(\"house\") x0.50"],
        ),
        (
            "way too few, nine muffins please",
            &["count muffin = 9 or new"],
        ),
        (
            "instead of OK the button should say \"Delete\"",
            &["text \"OK\" \"OK\" -> \"Delete\""],
        ),
        ("bigger margins, it feels cramped", &["margins x1.5"]),
        (
            "typo!! PRAK should be PARK",
            &["text \"PRAK\" \"PRAK\" -> \"PARK\""],
        ),
        (
            "it isn't free any more, drop that line",
            &["remove \"free\""],
        ),
        (
            "it's for Tom, not for Ana",
            &["text \"Ana\" \"Ana\" -> \"Tom\""],
        ),
    ]);
}

#[test]
fn what_is_spoken_of_by_the_way() {
    check(&[
        ("take three of them away", &["count same -3"]),
        (
            "swap the colours of the two cars",
            &["swap colors car#0 <> car#1"],
        ),
        ("no more than two birds", &["count bird = 2"]),
        ("the lamp goes on the right", &["move lamp @Right"]),
        ("step 3 should come first", &["rank step#2 Nth(0)"]),
        (
            "rename column Age to Years",
            &["text \"Age\" \"Age\" -> \"Years\""],
        ),
        (
            "make the rest of the bars grey",
            &["recolor all but same -> gray"],
        ),
        ("take half of them away", &["count same x0.5"]),
        ("make that five cookies", &["count cookie = 5"]),
        ("make the other two gray", &["recolor all but same -> gray"]),
        ("colour the last two red", &["recolor same#Last*2 -> red"]),
        (
            "left one blue pls and the right one red",
            &["recolor same@Left -> blue", "recolor same@Right -> red"],
        ),
        (
            "first one red, second one blue",
            &["recolor same#0 -> red", "recolor same#1 -> blue"],
        ),
        (
            "funny version: fish bigger than the shark",
            &["resize fish > shark"],
        ),
        (
            "softer: pastel colours and rounded corners",
            &["theme pastel corners x2"],
        ),
        ("dress in burgundy", &["recolor dress -> maroon"]),
        (
            "rename the book The Burning Hill",
            &["text Title -> \"The Burning Hill\""],
        ),
        ("the bird should sit in the tree", &["move bird In tree"]),
        ("park a bicycle in front", &["add 1 bicycle @Foreground"]),
        ("stamp PAID on it in red", &["add stamp \"PAID\" red"]),
        (
            "добавь красную машину перед домом",
            &["add 1 red car InFrontOf house"],
        ),
        (
            "we need a third plan called Team at $79",
            &["add Card [\"Team\", \"$79\"]"],
        ),
    ]);
}

#[test]
fn places_and_skies_are_spoken_of() {
    check(&[
        ("put him on Mars instead", &["background scene \"Mars\""]),
        ("put it in the desert", &["background scene \"the desert\""]),
        ("put it on the wall", &["move same On wall"]),
        ("add smoke from the chimney", &["add 1 smoke Above chimney"]),
        (
            "soft yellow background with white dots",
            &[
                "background soft yellow",
                "background pattern polka dot white",
            ],
        ),
        ("make it a 4 star rating", &["count star = 4"]),
        ("sunset sky instead of the blue one", &["setting sunset"]),
        ("pink sky instead of the blue one", &["recolor sky -> pink"]),
        (
            "lose the kitchen, I just want flat light blue behind the kettle",
            &["background light blue"],
        ),
    ]);
}

#[test]
fn grounds_and_manners_are_spoken_of() {
    check(&[
        (
            "can i have it on dark blue, text has to stay readable",
            &["background dark blue"],
        ),
        (
            "use a soft gradient from pink to purple as the background",
            &["background gradient pink+purple"],
        ),
        (
            "put a gradient from orange to yellow behind the quote",
            &["background gradient orange+yellow"],
        ),
        (
            "add some polka dots to the background, white ones",
            &["background pattern polka dot white"],
        ),
        (
            "remove the fries, add a glass of cola on the right, and a wooden background",
            &[
                "remove french fry",
                "add 1 cola @Right",
                "resurface background -> wood",
            ],
        ),
        (
            "send him to outer space, planets behind him",
            &[
                "background scene \"outer space\"",
                "move planet Behind same",
            ],
        ),
        (
            "put the lion on a snowy mountain",
            &["background scene \"snowy mountain\""],
        ),
        (
            "have him stand on a tropical beach with palm trees",
            &["background scene \"tropical beach with palm trees\""],
        ),
        (
            "turn it into a blueprint: white lines on blue",
            &["theme blueprint"],
        ),
        (
            "hand drawn sketchy style like on a whiteboard",
            &["theme sketch sketch"],
        ),
        ("pastel colours, softer look", &["theme pastel"]),
        ("stormy sky with dark clouds instead", &["setting storm"]),
    ]);
}

#[test]
fn what_comes_is_spoken_of() {
    check(&[
        (
            "add the tagline \"since 1987\" below the name, smaller",
            &[
                "add text \"since 1987\" as Subtitle Below Person",
                "resize same x0.77",
            ],
        ),
        (
            "add the venue under the date: Harbour Hall, Leeds",
            &["add text \"Harbour Hall, Leeds\" as Place Under Date"],
        ),
        (
            "insert 2020 \"100 employees\" in the right place",
            &["add row [\"2020\", \"100 employees\"]"],
        ),
        (
            "add a row: Karim - Tunis",
            &["add row [\"Karim\", \"Tunis\"]"],
        ),
        (
            "three plans: add Team $40",
            &["add row [\"Team\", \"$40\"]"],
        ),
        (
            "let him hold a big fish rather than the pan",
            &["replace frying pan -> 1 Large fish"],
        ),
        (
            "give him a flower rather than a sword",
            &["replace sword -> 1 flower"],
        ),
        (
            "use a picture of a burger not a pizza, keep the texts",
            &["replace pizza -> 1 burger", "keep all-text"],
        ),
        (
            "instead of the mountain show a llama",
            &["replace mountain -> 1 llama"],
        ),
        (
            "lighthouse where the windmill is",
            &["replace windmill -> 1 lighthouse"],
        ),
        (
            "a guitar leaning next to the fire would be nice",
            &["add 1 guitar NextTo fire"],
        ),
        (
            "hang a round clock on the wall above the armchair",
            &["add 1 clock Above armchair"],
        ),
        (
            "ponle un collar rojo y que el perro sea blanco",
            &["add 1 red necklace", "recolor dog -> white"],
        ),
        ("dodaj drugie drzewo", &["add 1 tree"]),
        ("add two cactuses", &["add 2 cactus"]),
    ]);
}

#[test]
fn what_is_there_is_spoken_of() {
    check(&[
        (
            "button label -> \"Join for free\"",
            &["text Button -> \"Join for free\""],
        ),
        (
            "swap the red stripes for navy blue ones",
            &["recolor same[red] -> navy"],
        ),
        ("pink parrot instead of green", &["recolor parrot -> pink"]),
        (
            "shrink the pumpkin so it's smaller than the cat",
            &["resize pumpkin < cat"],
        ),
        (
            "middle one twice as tall as the others",
            &["resize same#Middle x2.00"],
        ),
        ("logo icon a bit larger, about 1.5x", &["resize Logo x1.50"]),
        (
            "could the left candle be half as tall",
            &["resize candle@Left x0.50"],
        ),
        (
            "can the Travel slice be orange",
            &["recolor \"Travel\" -> orange"],
        ),
        ("only two fish left", &["count fish = 2"]),
        ("id like a white taxi", &["recolor taxi -> white"]),
        ("i'd rather have a donut chart", &["chart Donut"]),
        (
            "bigger dog, same skateboard",
            &["resize dog x1.30", "keep skateboard"],
        ),
        ("only the cat should stay", &["remove all but cat"]),
        (
            "delete the background, I only need the teapot",
            &["extract teapot"],
        ),
        ("moon to the top right", &["move moon @TopRight"]),
        ("lamp on top of the book", &["move lamp On book"]),
        (
            "dog should be behind the doghouse, head peeking out",
            &["move dog Behind dog house"],
        ),
        (
            "switch sides, logo left and name right",
            &["move Logo @Left", "move Person @Right"],
        ),
        (
            "put the cards side by side in one row",
            &["align Card Middle"],
        ),
        ("3 columns, 2 rows", &["columns 3"]),
        (
            "reorder: blue, red, green",
            &[
                "rank same[blue] Nth(0)",
                "rank same[red] Nth(1)",
                "rank same[green] Nth(2)",
            ],
        ),
        (
            "invert it: black card, white text",
            &["recolor Card -> black", "recolor all-text -> white"],
        ),
        (
            "same logo but in dark green",
            &["recolor same -> dark green"],
        ),
        ("i need it as a 16:9 banner", &["aspect 16:9"]),
    ]);
}

#[test]
fn preferences_are_wishes() {
    check(&[
        (
            "can this look like a rough pencil wireframe",
            &["theme sketch sketch"],
        ),
        (
            "i would prefer the dress in gold",
            &["recolor dress -> gold"],
        ),
        (
            "light pink background would be nicer",
            &["background light pink"],
        ),
        (
            "rename the chart to \"Revenue by region\"",
            &["text Title -> \"Revenue by region\""],
        ),
        (
            "spelling mistake, its Lavender not Lavander",
            &["text \"Lavander\" \"Lavander\" -> \"Lavender\""],
        ),
        (
            "the rabbit should be half the size of the lion",
            &["resize rabbit x0.50"],
        ),
        (
            "way too boring, make it colourful and playful",
            &["tone picture Saturation +0.30", "theme playful"],
        ),
        (
            "the address should be larger so people can read it from far away",
            &["type Place x1.30"],
        ),
        (
            "put the camel in a green meadow",
            &["background scene \"green meadow\""],
        ),
        (
            "give her a balloon instead of the teddy",
            &["replace teddy bear -> 1 balloon"],
        ),
        ("giant moon!", &["resize moon x2.00"]),
        ("shrink the logo to about half", &["resize Logo x0.50"]),
    ]);
}
