//! What is said of lists, bills and calendars: marks, ranks, charges, figures, corrections.

use super::check;

#[test]
fn what_is_marked_says_as_what() {
    check(&[
        (
            "mark the latte as sold out",
            &["mark latte Struck as \"sold out\""],
        ),
        ("mark \"Buy milk\" as done", &["mark \"Buy milk\" Done"]),
        ("tick off \"Buy milk\"", &["mark \"Buy milk\" Done"]),
        (
            "cancel \"Boxing\"",
            &["mark \"Boxing\" Struck as \"cancelled\""],
        ),
        ("cross out \"Hosting\"", &["mark \"Hosting\" Struck"]),
        (
            "flag \"INV-12\" as paid",
            &["mark \"INV-12\" Plain as \"paid\""],
        ),
        (
            "highlight 14 and 15",
            &["mark \"14\" Highlighted", "mark \"15\" Highlighted"],
        ),
        ("highlight the 22nd", &["mark same#21 Highlighted"]),
        (
            "highlight the Pro plan as most popular",
            &["mark pro plan Highlighted as \"most popular\""],
        ),
        ("make the title stand out", &["mark Title Highlighted"]),
        ("remove the third plan", &["remove Card#2"]),
    ]);
}

#[test]
fn places_in_an_order_are_ranks() {
    check(&[
        ("put Espresso first", &["rank espresso Nth(0)"]),
        ("put the croissant last", &["rank croissant Last"]),
        (
            "move \"Latte\" to the top of the list",
            &["rank \"Latte\" Nth(0)"],
        ),
        (
            "move the second card to the third position",
            &["rank Card#1 Nth(2)"],
        ),
        ("delete step 3", &["remove step#2"]),
        ("the third step should be first", &["rank step#2 Nth(0)"]),
        ("reverse the order of the steps", &["sort place down"]),
        ("move the title to the top", &["move Title @Top"]),
    ]);
}

#[test]
fn one_verb_serves_several_parts() {
    check(&[
        (
            "the name should be Anna Schmidt, date 5 May",
            &["text Person -> \"Anna Schmidt\"", "text Date -> \"5 May\""],
        ),
        (
            "change the title to Summer Fair, date to 5 July and the price to $12",
            &[
                "text Title -> \"Summer Fair\"",
                "text Date -> \"5 July\"",
                "text Price -> \"$12\"",
            ],
        ),
        (
            "the venue is The Blue Room, time 9 pm",
            &["text Place -> \"The Blue Room\"", "text Time -> \"9 pm\""],
        ),
        (
            "change the title to Music, Art and Date Night",
            &["text Title -> \"Music, Art and Date Night\""],
        ),
    ]);
}

#[test]
fn figures_of_bills_are_told_in_many_ways() {
    check(&[
        (
            "change the price of the latte to 4.50",
            &["value latte -> \"4.50\""],
        ),
        (
            "change the quantity of \"Hosting\" to 6",
            &["count \"Hosting\" = 6"],
        ),
        (
            "\"Hosting\" should be 6 x $15.00",
            &["value Hosting -> \"6 x $15.00\""],
        ),
        (
            "add a discount of 10%",
            &["add row [\"Discount\", \"10%\"]"],
        ),
        ("bread is cheaper by 20 cents", &["figures \"bread\" -0.2"]),
        ("the milk is 2.10", &["value milk -> \"2.10\""]),
        (
            "\"Gas\" is 10 and \"Solar\" 40",
            &["value Gas -> \"10\"", "value Solar -> \"40\""],
        ),
        ("add a tip of $2", &["add row [\"Tip\", \"$2\"]"]),
        (
            "make the latte 20 cents cheaper",
            &["figures \"latte\" -0.2"],
        ),
        (
            "rename \"Churn\" to \"Churn rate\" and set it to 1.8%",
            &[
                "text \"Churn\" \"Churn\" -> \"Churn rate\"",
                "value Churn rate -> \"1.8%\"",
            ],
        ),
    ]);
}

#[test]
fn one_text_for_another() {
    check(&[
        (
            "it's not Friday but Saturday",
            &["text \"Friday\" \"Friday\" -> \"Saturday\""],
        ),
        (
            "instead of \"Willow Barn\" write \"Oak Hall\"",
            &["text \"Willow Barn\" \"Willow Barn\" -> \"Oak Hall\""],
        ),
        (
            "new phone number: +49 30 999",
            &["text Contact -> \"+49 30 999\""],
        ),
        (
            "translate the title to Spanish: \"Noche de jazz\"",
            &["text Title -> \"Noche de jazz\""],
        ),
        (
            "rename 2022 to \"Series B\"",
            &["text \"2022\" \"2022\" -> \"Series B\""],
        ),
        (
            "add www.example.com under the phone number",
            &["add text \"www.example.com\" as Contact Under Contact"],
        ),
        ("turn notifications off", &["switch notifications off"]),
        (
            "change 8 pm to 9 pm",
            &["text \"8 pm\" \"8 pm\" -> \"9 pm\""],
        ),
        (
            "Thursday should be Ramen instead of Soup",
            &["text soup -> \"Ramen\""],
        ),
        ("Mila is turning 7, not 6", &["text \"6\" \"6\" -> \"7\""]),
    ]);
}

#[test]
fn letters_and_colours_of_parts() {
    check(&[
        (
            "write \"BON VOYAGE\" on the front in navy script",
            &["add text \"BON VOYAGE\" script navy On subject"],
        ),
        (
            "write Happy Birthday at the top in gold script",
            &["add text \"Happy Birthday\" script gold @Top"],
        ),
        (
            "make the speech bubble text bigger",
            &["type all-text In speech bubble x1.30"],
        ),
        (
            "use our brand colour #0F766E for the buttons and links",
            &["recolor Button -> #0f766e", "recolor Link -> #0f766e"],
        ),
        (
            "change the font to something more elegant",
            &["type all-text serif"],
        ),
        ("monochrome green", &["theme monochrome palette green"]),
        (
            "black and white with high contrast",
            &[
                "filter picture Grayscale 1.00",
                "tone picture Contrast +0.30",
            ],
        ),
        (
            "make the section headings green",
            &["recolor heading -> green"],
        ),
        ("round the corners of the cards", &["theme corners x2"]),
        ("title moved to the bottom", &["move Title @Bottom"]),
        (
            "author in italics, background navy",
            &["type Person italic", "background navy"],
        ),
        (
            "10% padding in white on all sides",
            &["pad 0.10 0.10 0.10 0.10 white"],
        ),
        ("add 10% white padding", &["pad 0.10 0.10 0.10 0.10 white"]),
        ("use our brand colour #B45309", &["theme palette #b45309"]),
    ]);
}

#[test]
fn pronouns_written_behind_their_verbs() {
    check(&[
        ("fais-en un graphique en barres", &["chart Bar"]),
        ("fais-le plus grand", &["resize same x1.30"]),
        (
            "haz el título más grande y muévelo a la derecha",
            &["type Title x1.30", "move same @Right"],
        ),
        ("spostalo in basso", &["move same @Bottom"]),
        ("mova-o para a esquerda", &["move same @Left"]),
        ("mach daraus ein Balkendiagramm", &["chart Bar"]),
        ("сделай из этого столбчатую диаграмму", &["chart Bar"]),
        ("把它改成柱状图", &["chart Bar"]),
        ("これを棒グラフにして", &["chart Bar"]),
        ("이걸 더 크게 만들어줘", &["resize same x1.30"]),
    ]);
}

#[test]
fn reasons_and_second_thoughts_are_no_steps() {
    check(&[
        (
            "take the croissant off, we don't bake anymore",
            &["remove croissant"],
        ),
        (
            "\"Tuesday\" was wrong, it should be 110 not 90",
            &["value Tuesday -> \"110\""],
        ),
        ("Wed was 13", &["value Wed -> \"13\""]),
        (
            "mark \"Team\" as most popular and show the logo",
            &["mark \"Team\" Plain as \"most popular\"", "add input2"],
        ),
        (
            "swap the first and the last panel",
            &["swap Card#0 <> Card#Last"],
        ),
        (
            "add a reply from Anna: \"Great\"",
            &["add message \"Great\" from Some(\"Anna\")"],
        ),
        (
            "add a 'Forgot password?' link under the button",
            &["add text \"Forgot password?\" Under Button"],
        ),
        ("make it A4", &["aspect 70:99"]),
        ("change it to A4 landscape", &["aspect 99:70"]),
        ("remove the job title", &["remove Subtitle"]),
        (
            "change the name to Mia Fox and workouts to 15",
            &["text Person -> \"Mia Fox\"", "value workouts -> \"15\""],
        ),
        ("use a more romantic font", &["type all-text script"]),
        ("use dark brown", &["theme palette dark brown"]),
        ("roses instead", &["replace same -> rose"]),
        (
            "the price is 425,000 and it's \"4 bedrooms\"",
            &["text Price -> \"425,000\"", "add text \"4 bedrooms\""],
        ),
        ("add another one", &["count same +1"]),
        ("two cats side by side", &["count cat = 2"]),
        (
            "in green, with a leaf",
            &["recolor same -> green", "add 1 leaf"],
        ),
    ]);
}
