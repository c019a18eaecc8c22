//! Instructions about lists, charts, diagrams and words that stand on a picture.

use plantain_read::{instruct_about, instruction_report};

use crate::check;

#[test]
fn texts_without_quotation_marks() {
    check(&[
        (
            "add RSVP 555-0134 at the bottom",
            &["add text \"RSVP 555-0134\" @Bottom"],
        ),
        (
            "put Live music tonight under the title",
            &["add text \"Live music tonight\" Under Title"],
        ),
        (
            "add free entry below the date",
            &["add text \"free entry\" Below Date"],
        ),
        ("add Kids go free", &["add row [\"Kids go free\"]"]),
        ("add a cat and a dog", &["add 1 cat", "add 1 dog"]),
        ("summer vibes", &["unread \"summer vibes\""]),
        ("make it a phone screen 9:16", &["aspect 9:16"]),
        (
            "swap the phone number with +49 30 998877",
            &["text Contact -> \"+49 30 998877\""],
        ),
    ]);
}

#[test]
fn parts_with_what_belongs_to_them() {
    check(&[
        (
            "make all boxes light blue with dark text",
            &[
                "recolor box -> light blue",
                "recolor all-text On box -> black",
            ],
        ),
        (
            "make the button bigger and its text bold",
            &["resize Button x1.30", "type all-text On Button bold"],
        ),
        (
            "make the button green and its corners rounder",
            &["recolor Button -> green", "theme corners x2"],
        ),
        (
            "turn it into a story format 9:16 with more margin",
            &["aspect 9:16", "margins x1.5"],
        ),
        (
            "add a column Blocked with a card Legal review",
            &["add column \"Blocked\" of [\"Legal review\"]"],
        ),
        ("add a Review column", &["add column \"Review\" of []"]),
        (
            "turn it into a horizontal bar chart with blue bars",
            &["chart HorizontalBar", "recolor bar -> blue"],
        ),
        ("make it a square instagram post", &["aspect 1:1"]),
        (
            "add a transaction Uber -8.40 after Netflix",
            &["add row [\"Uber\", \"-8.40\"] Below \"Netflix\""],
        ),
    ]);
}

#[test]
fn figures_rows_and_orders() {
    check(&[
        ("raise all prices by 10%", &["figures Price x1.1000"]),
        ("write it in all caps", &["type same Upper"]),
        ("add a card Refunds 12", &["add Card [\"Refunds\", \"12\"]"]),
        (
            "add a step Review after Check",
            &["add Card [\"Review\"] Below \"Check\""],
        ),
        ("leave only three apples", &["count apple = 3"]),
        (
            "make the card black with white text",
            &["recolor Card -> black", "recolor all-text -> white"],
        ),
        ("put the text in uppercase", &["type all-text Upper"]),
        ("write the title in capitals", &["type Title Upper"]),
        ("remove the album cover", &["remove Photo"]),
        (
            "fix the spelling: Nite should be Night",
            &["text \"Nite\" \"Nite\" -> \"Night\""],
        ),
        (
            "add a field Phone after Email",
            &["add Form [\"Phone\"] Below Contact"],
        ),
        (
            "add a phone field after Email",
            &["add Form [\"Phone\"] Below Contact"],
        ),
        ("add a 'Company' field", &["add Form [\"Company\"]"]),
        (
            "add a checkbox 'Remember me'",
            &["add Toggle [\"Remember me\"]"],
        ),
        ("double the prices", &["figures Price x2.0000"]),
        ("cut every price by 2 dollars", &["figures Price -2"]),
        (
            "sort the menu by price, highest first",
            &["sort value down"],
        ),
        ("sort the bars descending", &["sort value down"]),
        ("sort the list alphabetically", &["sort name up"]),
        ("sort the dishes by price", &["sort value up"]),
        (
            "add 'Hot Chocolate' 4.20 after 'Flat White'",
            &["add row [\"Hot Chocolate\", \"4.20\"] Below \"Flat White\""],
        ),
        (
            "add Sat 310 and Sun 280",
            &["add row [\"Sat\", \"310\"]", "add row [\"Sun\", \"280\"]"],
        ),
        (
            "highlight 'Fri' in orange, rest grey",
            &["recolor \"Fri\" -> orange", "recolor all but same -> gray"],
        ),
        (
            "'Flat White' is now 4.10",
            &["value Flat White -> \"4.10\""],
        ),
        (
            "move 'fun' to 15 and 'food' to 20",
            &["value fun -> \"15\"", "value food -> \"20\""],
        ),
        (
            "add a plan Enterprise $99",
            &["add Card [\"Enterprise\", \"$99\"]"],
        ),
    ]);
}

#[test]
fn words_and_what_they_stand_on() {
    check(&[
        (
            "add 'Free entry' in a red badge in the top right corner",
            &["add Badge [\"Free entry\"] red @TopRight"],
        ),
        (
            "change the button text to 'Log in' and make it green",
            &["text Button -> \"Log in\"", "recolor same -> green"],
        ),
        (
            "rename 'payment' to 'invoice', make its box yellow",
            &[
                "text \"payment\" \"payment\" -> \"invoice\"",
                "recolor Card(\"invoice\") -> yellow",
            ],
        ),
        (
            "30% is wrong, 40% is right",
            &["text \"30%\" \"30%\" -> \"40%\""],
        ),
        (
            "translate: MRR -> Monatsumsatz, churn -> Abwanderung",
            &[
                "text \"MRR\" \"MRR\" -> \"Monatsumsatz\"",
                "text \"churn\" \"churn\" -> \"Abwanderung\"",
            ],
        ),
        (
            "the sign should say CLOSED in blue neon",
            &["text sign -> \"CLOSED\"", "recolor \"CLOSED\" -> blue"],
        ),
        (
            "add a field 'Company' above 'Email'",
            &["add Form [\"Company\"] Above \"Email\""],
        ),
        (
            "add a step 'review' after 'sketch'",
            &["add Card [\"review\"] Below \"sketch\""],
        ),
        (
            "add the website www.example.com under the date",
            &["add text \"www.example.com\" as Contact Under Date"],
        ),
        ("give the cat sunglasses", &["add 1 sunglasses On cat"]),
    ]);
}

#[test]
fn the_manner_of_a_design() {
    check(&[
        (
            "white text on a coral background",
            &["background coral", "recolor all-text -> white"],
        ),
        (
            "switch to dark mode and use rounded corners",
            &["theme dark", "theme corners x2"],
        ),
        ("sharp corners please", &["theme corners x0"]),
        (
            "use a teal and cream colour palette",
            &["theme palette teal+cream"],
        ),
        (
            "change the accent color to #ff5a1f",
            &["theme palette #ff5a1f"],
        ),
        (
            "use a serif font and a darker blue",
            &["theme serif palette darker blue"],
        ),
    ]);
}

#[test]
fn texts_of_the_picture_need_no_marks() {
    let said = ["Flat White", "Cold Brew", "Mon", "Fri", "payment", "order"].map(str::to_owned);
    for (text, want) in [
        ("Flat White is now 4.10", "value Flat White -> \"4.10\""),
        ("swap monday and friday", "swap \"monday\" <> \"friday\""),
        (
            "rename payment to 'invoice'",
            "text \"payment\" \"payment\" -> \"invoice\"",
        ),
        ("remove the cold brew", "remove \"cold brew\""),
        (
            "add 'cart' before order",
            "add text \"cart\" Above \"order\"",
        ),
        ("order the list by price", "sort value up"),
    ] {
        let read = instruct_about(text, &said);
        assert_eq!(instruction_report(&read).trim(), want, "{text}");
    }
}

#[test]
fn words_and_forms_on_photographs() {
    check(&[
        (
            "add the text 'NEW' in the top left corner in bold red",
            &["add text \"NEW\" bold red @TopLeft"],
        ),
        (
            "put 'ACME' on the chest in white letters",
            &["add text \"ACME\" white On chest"],
        ),
        (
            "add a caption 'Monday morning' at the bottom on a dark bar",
            &["add Ribbon [\"Monday morning\"] @Bottom"],
        ),
        (
            "put a watermark © ACME bottom right",
            &["add watermark \"© ACME\" @BottomRight"],
        ),
        (
            "put it on a pastel pink background with a soft shadow",
            &["background light pink", "add shadow"],
        ),
        (
            "make it look like night behind the shirt",
            &["setting of background night"],
        ),
        ("crop to 1:1 around the cup", &["crop cup", "aspect 1:1"]),
        ("crop to a portrait 3:4", &["aspect 3:4"]),
        ("make a circular crop", &["outline Circle"]),
        ("crop it to a circle", &["outline Circle"]),
        ("straighten by 2 degrees", &["straighten 2"]),
        (
            "decrease exposure by 20 percent",
            &["tone picture Brightness -0.20"],
        ),
        ("add a white border of 20 px", &["add border 20px white"]),
    ]);
}

#[test]
fn what_is_said_of_the_next_is_not_said_of_the_first() {
    check(&[
        (
            "make the logo bigger and the background dark blue",
            &["resize Logo x1.30", "background dark blue"],
        ),
        (
            "make the title bigger and the text red",
            &["type Title x1.30", "recolor all-text -> red"],
        ),
        (
            "make it bigger and the color red",
            &["resize same x1.30", "recolor same -> red"],
        ),
    ]);
}

#[test]
fn prices_fall_and_dates_move() {
    check(&[
        (
            "'Fish taco' goes up to 4.75",
            &["value Fish taco -> \"4.75\""],
        ),
        ("returns dropped to 2.7%", &["value returns -> \"2.7%\""]),
        ("everything 10% off", &["figures Price x0.9000"]),
        ("20% off all prices", &["figures Price x0.8000"]),
        ("change the month to May", &["value month -> \"May\""]),
        ("add a branch Insurance", &["add Card [\"Insurance\"]"]),
        ("turn it into a round avatar", &["outline Circle"]),
        ("use navy and gold", &["theme palette navy+gold"]),
    ]);
}

#[test]
fn what_is_told_of_the_whole_holds_for_the_whole() {
    check(&[
        (
            "translate it: \"Feria\", \"3 de mayo\", \"Plaza Mayor\"",
            &["reword [\"Feria\", \"3 de mayo\", \"Plaza Mayor\"]"],
        ),
        (
            "translate to German: Buchmesse, Stadtbibliothek",
            &["reword [\"Buchmesse\", \"Stadtbibliothek\"]"],
        ),
        ("make it dark", &["theme dark"]),
        ("make it darker", &["tone picture Brightness -0.30"]),
        (
            "make the cup red and make it dark",
            &["recolor cup -> red", "tone same Brightness -0.30"],
        ),
    ]);
}

#[test]
fn labels_take_values_and_names_take_names() {
    check(&[
        ("Q3 was actually 155", &["value Q3 -> \"155\""]),
        (
            "Enterprise is now called Business",
            &["text enterprise -> \"Business\""],
        ),
        ("change the cuisine to Thai", &["value cuisine -> \"Thai\""]),
        (
            "cancel \"Boxing\": mark it as cancelled",
            &[
                "mark \"Boxing\" Struck as \"cancelled\"",
                "mark same Struck as \"cancelled\"",
            ],
        ),
        (
            "add a COO Ben Ortiz who reports to \"Maria\"",
            &["add Card [\"COO Ben Ortiz\"] Under \"Maria\""],
        ),
    ]);
}

#[test]
fn grounds_and_brands_are_told_in_passing() {
    check(&[
        (
            "put the title in italics on a dark blue background",
            &["type Title italic", "background dark blue"],
        ),
        (
            "the \"Latte\" is sold out, take it off",
            &["remove \"Latte\""],
        ),
        (
            "our brand colour is #7B2CBF, use it",
            &["theme palette #7b2cbf"],
        ),
        (
            "\"Latte\" is sold out",
            &["mark \"Latte\" Struck as \"sold out\""],
        ),
    ]);
}
