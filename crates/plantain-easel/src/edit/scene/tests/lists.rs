//! Lists, bills, calendars and diagrams: what is changed in one place holds in the others.

use super::{FLOW, MENU, edited, scene, words};

const BILL: &str = "invoice from Northwind Studio to Harper, no. 2041. Items: Logo design $850, Website design $2,400, \
    Hosting $180. Subtotal $3,430, tax $343, total $3,773";
const RECEIPT: &str = "receipt from Corner Deli: Bagel 3.50, Coffee 2.75, Soup 6.25, subtotal 12.50, tax 1.00, total 13.50";
const PLANS: &str = "pricing table with three plans: Basic $9/mo with 5 GB, Pro $29/mo with 100 GB, Team $79/mo with 1 TB";
const STOPS: &str = "timeline of a company: 2014 Founded in a garage, 2016 First customers, 2019 Office in Berlin, 2025 Series B";
const MAY: &str =
    "calendar for May 2026 with Team meeting on the 5th, Dentist on the 14th, Birthday on the 22nd";

/// Checks that the words of `prompt`'s picture after `instruction` hold `want`, and nothing of `gone`.
fn check(rows: &[(&str, &str, &str, &str)]) {
    for (prompt, instruction, want, gone) in rows {
        let after = edited(&scene(prompt), instruction)
            .unwrap_or_else(|error| panic!("{instruction}: {error}"))
            .unwrap_or_else(|| panic!("{instruction}: is for pixels"));
        let got = words(&after).join(" ").replace('\n', " ");
        assert!(got.contains(want), "{instruction}: {got}");
        assert!(
            gone.is_empty() || !got.contains(gone),
            "{instruction}: {got}"
        );
    }
}

#[test]
fn sums_follow_their_lines() {
    check(&[
        (
            RECEIPT,
            "change \"Soup\" to 7.25",
            "13.50 1.08 14.58",
            "12.50",
        ),
        (RECEIPT, "remove \"Soup\"", "6.25", "12.50"),
        (
            RECEIPT,
            "add \"Tea\" 2.50 after \"Coffee\"",
            "15.00",
            "12.50",
        ),
        (BILL, "remove \"Hosting\"", "$3,575", "$180"),
        (BILL, "add \"Domain\" $20", "$3,795", "$3,773"),
        // What was no sum before stays as it was written.
        (
            "receipt from Corner Deli: Bagel 3.50, Coffee 2.75, total 99.00",
            "change \"Coffee\" to 3.75",
            "99.00",
            "",
        ),
        // A sum that the edit sets itself is left alone.
        (RECEIPT, "change \"Total\" to 15.00", "15.00", "13.50"),
    ]);
}

#[test]
fn things_stand_where_they_are_ranked() {
    check(&[
        (
            MENU,
            "put \"Croissant\" first",
            "Croissant 3.20 Espresso 2.80",
            "",
        ),
        (
            MENU,
            "put \"Espresso\" last",
            "Croissant 3.20 Espresso 2.80",
            "",
        ),
        (
            FLOW,
            "put \"shipping\" before \"packing\"",
            "payment shipping packing",
            "",
        ),
        (
            FLOW,
            "move \"payment\" after \"packing\"",
            "order packing payment shipping",
            "",
        ),
        (
            STOPS,
            "delete the last entry",
            "2019 Office in Berlin",
            "2025",
        ),
        (
            STOPS,
            "rename 2019 to \"Office in Berlin and Paris\"",
            "2019 Office in Berlin and Paris",
            "",
        ),
    ]);
}

#[test]
fn a_plan_is_marked_alone() {
    let after = edited(&scene(PLANS), "highlight the Pro plan as most popular")
        .unwrap()
        .unwrap();
    let tags = words(&after);
    let tags = tags.iter().filter(|text| *text == "Most popular");
    assert_eq!(tags.count(), 1);
}

#[test]
fn days_of_a_month_are_told_by_their_numbers() {
    let before = scene(MAY);
    let place = |scene: &plantain_scene::Scene, wanted: &str| {
        let boxes = plantain_scene::layout::layout(scene).boxes;
        let mut found = None;
        scene.root.visit(&mut |node| {
            if node.as_text().is_some_and(|text| text.text == wanted) {
                let own = boxes.iter().find(|b| b.id == node.id);
                found = own.map(|own| (own.rect.x0, own.rect.y0));
            }
        });
        found.unwrap_or_else(|| panic!("{wanted}"))
    };
    let after = edited(&before, "move the dentist to the 22nd")
        .unwrap()
        .unwrap();
    assert_eq!(place(&after, "Dentist").0, place(&before, "Birthday").0);
    assert!(place(&after, "Dentist").1 > place(&after, "Birthday").1);
    let after = edited(&before, "add \"Holiday\" on the 25th")
        .unwrap()
        .unwrap();
    assert!(place(&after, "Holiday").1 > place(&after, "25").1);
}

#[test]
fn a_card_of_a_board_goes_to_the_column_that_is_named() {
    let board = "kanban board with columns To do: Write copy, Book venue; Doing: Design logo; Done: Set budget";
    check(&[(
        board,
        "move \"Design logo\" to \"Done\"",
        "Doing 0 Done 2",
        "",
    )]);
}

#[test]
fn what_is_worn_is_put_on_or_refused() {
    let prompt = "a girl in a yellow shirt in a park";
    assert!(edited(&scene(prompt), "give the girl a yellow scarf").is_err());
}

#[test]
fn switches_are_turned() {
    let prompt =
        "mobile settings screen with toggles: Notifications on, Dark mode off, Location on";
    let before = scene(prompt);
    for instruction in ["turn Notifications off", "turn on Dark mode"] {
        let after = edited(&before, instruction).unwrap().unwrap();
        assert_ne!(before, after, "{instruction}");
        assert!(
            edited(&after, instruction).is_err(),
            "{instruction}: is so already"
        );
    }
}
