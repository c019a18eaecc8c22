//! Lists, bills, calendars and diagrams: what is changed in one place holds in the others.

use plantain_engine::EngineError;
use plantain_scene::Scene;

use super::{FLOW, MENU, edited, edited_knowing, scene, words};

const BILL: &str = "invoice from Northwind Studio to Harper, no. 2041. Items: Logo design $850, Website design $2,400, \
    Hosting $180. Subtotal $3,430, tax $343, total $3,773";
const RECEIPT: &str = "receipt from Corner Deli: Bagel 3.50, Coffee 2.75, Soup 6.25, subtotal 12.50, tax 1.00, total 13.50";
const PLANS: &str = "pricing table with three plans: Basic $9/mo with 5 GB, Pro $29/mo with 100 GB, Team $79/mo with 1 TB";
const STOPS: &str = "timeline of a company: 2014 Founded in a garage, 2016 First customers, 2019 Office in Berlin, 2025 Series B";
const MAY: &str =
    "calendar for May 2026 with Team meeting on the 5th, Dentist on the 14th, Birthday on the 22nd";

/// Checks that the words of `prompt`'s picture after `instruction` hold `want`, and nothing of `gone`.
fn check(rows: &[(&str, &str, &str, &str)]) {
    check_by(rows, |scene, instruction| {
        edited(scene, instruction)
            .map(|done| done.unwrap_or_else(|| panic!("{instruction}: is for pixels")))
    });
}

/// As [`check`], where the texts of the picture help to read the instruction.
fn check_knowing(rows: &[(&str, &str, &str, &str)]) {
    check_by(rows, edited_knowing);
}

fn check_by(
    rows: &[(&str, &str, &str, &str)],
    edited: impl Fn(&Scene, &str) -> Result<Scene, EngineError>,
) {
    for (prompt, instruction, want, gone) in rows {
        let after = edited(&scene(prompt), instruction)
            .unwrap_or_else(|error| panic!("{instruction}: {error}"));
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
    let place = |scene: &Scene, wanted: &str| {
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

/// Returns how many nodes are of a noun, and the colour of what the girl wears above.
fn worn(scene: &Scene, noun: &str) -> (usize, Option<String>) {
    let (mut n, mut top) = (0, None);
    scene.root.visit(&mut |node| {
        n += usize::from(node.facts.get("noun").is_some_and(|own| own == noun));
        // Glasses are drawn with the face.
        let figure = crate::stage::person::drawn(node);
        n += usize::from(noun == "glasses" && figure.is_some_and(|own| own.glasses.is_some()));
        if node.facts.get("noun").is_some_and(|own| own == "girl") {
            top = node.facts.get("top").cloned();
        }
    });
    (n, top)
}

#[test]
fn what_is_worn_is_put_on_or_refused() {
    let before = scene("a girl in a yellow shirt in a park");
    let top = worn(&before, "").1;
    for (instruction, noun) in [
        ("give the girl a yellow scarf", "scarf"),
        ("give her glasses", "glasses"),
        ("give her sunglasses and a straw hat", "straw hat"),
        ("she should wear round glasses", "glasses"),
    ] {
        let after = edited(&before, instruction)
            .unwrap_or_else(|error| panic!("{instruction}: {error}"))
            .unwrap();
        assert_eq!(worn(&after, noun), (1, top.clone()), "{instruction}");
    }
    assert!(edited(&before, "give the girl red gloves").is_err());
}

#[test]
fn a_discount_stands_among_the_sums() {
    check(&[
        (BILL, "add a discount of 10%", "$343", "$3,773"),
        (
            BILL,
            "remove \"Hosting\" and add a discount of 10%",
            "$3,250",
            "$3,773",
        ),
    ]);
}

#[test]
fn prices_rise_together() {
    check(&[
        (
            MENU,
            "make everything one dollar more",
            "Flat White 4.90",
            "2.80",
        ),
        (
            MENU,
            "everything 50 cents cheaper",
            "Cold Brew 4.00",
            "2.80",
        ),
        (
            MENU,
            "sube todos los precios un 10%",
            "Cold Brew 4.95",
            "2.80",
        ),
    ]);
}

#[test]
fn only_the_words_that_were_named_are_in_capitals() {
    check(&[(
        "business card for Mira Holt, Python developer, mira@holt.dev",
        "write Python in capitals",
        "PYTHON developer",
        "in capitals",
    )]);
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

#[test]
fn a_new_card_stands_in_the_column_that_is_named() {
    let board = "kanban board with columns To do: Write copy, Book venue; Doing: Design logo; Done: Set budget";
    check(&[(
        board,
        "add a card \"Test it\" to \"Doing\"",
        "Doing 2",
        "Doing 1",
    )]);
}

#[test]
fn a_part_goes_by_the_name_that_it_shows() {
    let all = scene(PLANS);
    check(&[(PLANS, "remove the Basic plan", "Team", "Basic")]);
    assert!(edited(&all, "remove the Gold plan").is_err());
    let settings = "mobile app settings screen: Notifications on, Dark theme off, Location on, Language English";
    check(&[
        (
            settings,
            "remove the \"Language\" row",
            "Location",
            "English",
        ),
        (
            settings,
            "set the \"language\" to German",
            "Language German",
            "English",
        ),
    ]);
}

#[test]
fn a_step_of_a_winding_road_goes_and_the_others_move_up() {
    let road = "infographic \"Coffee\" winding path with 5 steps: Boil water, Grind beans, Add coffee, Pour slowly, Enjoy";
    let after = edited(&scene(road), "delete step 3").unwrap().unwrap();
    let picture = plantain_scene::layout::layout(&after);
    let at = |wanted: &str| {
        let text = picture.texts.iter().find(|text| text.text == wanted);
        text.unwrap_or_else(|| panic!("{wanted}")).rect
    };
    for (number, step) in [
        ("1", "Boil water"),
        ("2", "Grind beans"),
        ("3", "Pour slowly"),
        ("4", "Enjoy"),
    ] {
        let apart = (at(number).center().y - at(step).center().y).abs();
        assert!(apart < 40.0, "{number} {step}: {apart}");
    }
    assert!(
        !picture
            .texts
            .iter()
            .any(|text| text.text == "Add coffee" || text.text == "5")
    );
}

#[test]
fn parts_of_dates_and_lines_stay() {
    let invitation = "wedding invitation: Sofia & Marco, Saturday 12 September 2026, 4 pm, Villa Aurora, RSVP by May 1";
    check(&[
        (
            invitation,
            "change the RSVP date to May 10",
            "RSVP by May 10",
            "May 1 ",
        ),
        (
            invitation,
            "change the date to 19 September 2026 and the time to 5 pm",
            "Saturday 19 September 2026, 5 pm",
            "4 pm",
        ),
        // The twentieth is a Sunday.
        (
            invitation,
            "change the date to 20 September 2026",
            "20 September 2026",
            "Saturday",
        ),
        (PLANS, "change \"Pro\" to $35", "$35/mo", "$29"),
        (
            "concert ticket: The Owls, Red Hall, seat B14, price $45",
            "change the \"Seat\" to C7",
            "C7",
            "B14",
        ),
    ]);
}

#[test]
fn all_texts_take_the_words_of_a_translation() {
    let poster = "poster \"Book Fair\" \"March 3-5\" \"City Library\"";
    let after = edited(
        &scene(poster),
        "translate it: \"Feria del Libro\", \"3-5 de marzo\", \"Biblioteca\"",
    );
    let after = after.unwrap().unwrap();
    let role = |wanted: &str| {
        let mut role = String::new();
        after.root.visit(&mut |node| {
            if node.as_text().is_some_and(|text| text.text == wanted) {
                role.clone_from(&node.role);
            }
        });
        role
    };
    assert_eq!(
        (
            role("Feria del Libro").as_str(),
            role("3-5 de marzo").as_str()
        ),
        ("title", "date")
    );
    assert!(edited(&scene(poster), "translate it: \"Feria\", \"Biblioteca\"").is_err());
}

#[test]
fn a_box_comes_under_the_one_it_reports_to() {
    let chart = "org chart: CEO Maria Lopez; CTO Jan Novak and CFO Priya Shah report to her; Dev Lead Tom Hill reports to Jan";
    let after = edited(
        &scene(chart),
        "add a COO Ben Ortiz who reports to \"Maria Lopez\"",
    )
    .unwrap()
    .unwrap();
    let picture = plantain_scene::layout::layout(&after);
    let at = |wanted: &str| {
        let text = picture.texts.iter().find(|text| text.text.contains(wanted));
        text.unwrap_or_else(|| panic!("{wanted}")).rect.center()
    };
    assert!((at("Ben Ortiz").y - at("Jan Novak").y).abs() < 2.0);
    assert!(at("Ben Ortiz").x > at("Priya Shah").x);
}

#[test]
fn all_but_what_stays_is_resized() {
    let poster = "poster \"JAZZ NIGHT\" \"Friday 20:00\" \"Blue Room\"";
    let before = scene(poster);
    let after = edited(&before, "make everything smaller except the title")
        .unwrap()
        .unwrap();
    let size = |scene: &Scene, wanted: &str| {
        let picture = plantain_scene::layout::layout(scene);
        let text = picture.texts.iter().find(|text| text.text == wanted);
        text.map_or(0.0, |text| text.size)
    };
    assert_eq!(size(&before, "JAZZ NIGHT"), size(&after, "JAZZ NIGHT"));
    assert!(size(&after, "Blue Room") < size(&before, "Blue Room"));
}

#[test]
fn days_keep_their_names_when_classes_are_swapped() {
    let week = "weekly class timetable: Monday Yoga 9:00, Tuesday Spin 10:00, Friday Dance 17:00";
    let after = edited(&scene(week), "swap \"Monday\" and \"Friday\"")
        .unwrap()
        .unwrap();
    let picture = plantain_scene::layout::layout(&after);
    let faults = crate::score::judge(&picture, after.theme.palette.canvas.0, &[]).faults;
    assert!(faults.is_empty(), "{faults:?}");
    let row = |wanted: &str| {
        let text = picture.texts.iter().find(|text| text.text == wanted);
        text.unwrap_or_else(|| panic!("{wanted}")).rect.center().y
    };
    assert!((row("Monday") - row("Dance 17:00")).abs() < 30.0);
    assert!((row("Friday") - row("Yoga 9:00")).abs() < 30.0);
}

#[test]
fn a_link_below_a_button_stands_with_it() {
    let login =
        "login screen with title \"Welcome back\", email and password fields, button \"Sign in\"";
    let after = edited(
        &scene(login),
        "add a link \"Forgot password?\" under the button",
    )
    .unwrap()
    .unwrap();
    let picture = plantain_scene::layout::layout(&after);
    let text = |wanted: &str| {
        picture
            .texts
            .iter()
            .find(|text| text.text == wanted)
            .unwrap()
    };
    assert!(text("Forgot password?").size <= text("Sign in").size);
    assert!(text("Forgot password?").rect.y0 > text("Sign in").rect.y1);
}

#[test]
fn a_row_comes_to_a_table_of_loose_cells() {
    let table = "comparison table: Plan A vs Plan B: Price $10 / $20, Storage 5 GB / 50 GB, Support Email / Phone";
    check(&[(
        table,
        "add a row \"Users\" 1 / 10",
        "Support Email Phone Users 1 10",
        "",
    )]);
}

#[test]
fn a_line_of_one_text_takes_what_is_added_whole() {
    check_knowing(&[(
        "shopping list: Apples 4, Butter 2, Rice 1",
        "add Bread 3",
        "Bread 3",
        "",
    )]);
}

#[test]
fn what_is_sold_out_and_what_comes_last_is_found() {
    let after = edited(&scene(MENU), "the \"Espresso\" is sold out, take it off")
        .unwrap()
        .unwrap();
    let got = words(&after).join(" ");
    assert!(
        !got.contains("Espresso") && !got.contains("Sold out"),
        "{got}"
    );
    check(&[
        (
            FLOW,
            "add a step \"Notify them\" at the end",
            "Notify them",
            "",
        ),
        (
            "login screen with title \"Welcome back\", email and password fields, button \"Sign in\"",
            "make the button orange and change the text to Enter",
            "Enter",
            "Sign in",
        ),
    ]);
}

#[test]
fn an_entry_goes_from_a_timeline_that_alternates() {
    let stops = "vertical timeline: 2018 Founded, 2020 Seed round, 2022 Growth, 2025 Listed";
    let before = scene(stops);
    let after = edited(&before, "remove \"2020\"").unwrap().unwrap();
    let dots = |scene: &Scene| {
        let boxes = plantain_scene::layout::layout(scene).boxes;
        let mut at = std::collections::BTreeSet::new();
        scene.root.visit(&mut |node| {
            if node.role == "dot" {
                let own = boxes.iter().find(|own| own.id == node.id);
                at.extend(own.map(|own| own.rect.center().x as i64));
            }
        });
        at
    };
    assert!(
        dots(&after).is_subset(&dots(&before)),
        "{:?} {:?}",
        dots(&before),
        dots(&after)
    );
}

#[test]
fn values_take_the_place_of_those_of_their_form() {
    const FLYER: &str =
        "flyer for a yoga class \"Morning Yoga\" Tuesdays 7:00, free, Riverside Park";
    check_knowing(&[
        (FLYER, "move it to saturday", "Saturday 7:00", "Tuesdays"),
        (
            FLYER,
            "bitte auf Donnerstags 7:30 ändern",
            "Donnerstags 7:30",
            "7:00",
        ),
        (FLYER, "change the day to Saturday", "Saturday 7:00", "Tues"),
        (
            "pricing page with three plans: Free $0 1 user, Pro $12 5 users, Team $39 20 users",
            "Pro gets unlimited users and costs $15",
            "unlimited users",
            "5 users",
        ),
        (
            "birthday card \"Happy Birthday Mia\"",
            "make it for Noah",
            "Happy Birthday Noah",
            "Mia",
        ),
        (
            "pie chart of market share: Alpha 40%, Beta 35%, Gamma 25%",
            "make Alpha 45% and Beta 30%",
            "",
            "",
        ),
        (
            "birthday card for Leo, 5 years, with balloons",
            "he is 6",
            "6 years",
            "5 years",
        ),
        (
            "event banner \"Tech Summit 2025\" Berlin, 5 June",
            "2026 version in Madrid, 9 June",
            "Tech Summit 2026 Madrid 9 June",
            "Berlin",
        ),
        (
            "invitation card \"Emma turns 7\" Saturday June 3, 2 pm, 12 Oak Street",
            "She turns 8, sorry",
            "Emma turns 8",
            "turns 7",
        ),
        (
            "weekly dinner plan: Monday Pasta, Tuesday Soup, Wednesday Pizza, Thursday Curry, Friday Fish",
            "Thursday should be Tacos",
            "Tacos Fish",
            "Curry",
        ),
        (
            "org chart: CEO Maria Lopez; CTO Jim Park; CFO Ann Reed; Engineering under CTO",
            "Jim left, Dana Cole is CTO now",
            "CTO Dana Cole",
            "Jim",
        ),
    ]);
}

#[test]
fn lines_come_where_the_list_is() {
    const TASKS: &str = "to-do list app screen with tasks Buy milk, Call mum, Pay rent";
    check_knowing(&[
        (MENU, "add Bread 3 and put it first", "Bread 3", ""),
        (
            STOPS,
            "add 2022 New office",
            "2022 New office 2025 Series B",
            "",
        ),
        (
            "shopping list: milk, eggs, bread",
            "add apples",
            "Bread Apples",
            "",
        ),
        (
            "table: Name, Role, City; Ana, Designer, Lisbon; Tom, Engineer, Berlin; Li, PM, Oslo",
            "add Eva, QA, Wien",
            "Eva QA Wien",
            "",
        ),
        (
            TASKS,
            "add Water plants at the top",
            "Water plants Buy milk",
            "",
        ),
        (
            "real estate flyer \"For Sale\" 3 bedrooms, 2 baths, $450,000, call 555-0199",
            "the price is 425,000 now",
            "$425,000",
            "450",
        ),
        (TASKS, "mark Pay rent as done", "2/3 done", "1/3"),
        (
            "menu \"Osteria Nove\" Starters: Bruschetta 7, Burrata 11; Mains: Lasagne 15, Risotto 17; Desserts: Tiramisu 8",
            "add Polenta 9 to the mains",
            "Risotto 17 Polenta 9",
            "",
        ),
        (
            "mindmap: Healthy life with Sleep, Food, Sport, Friends",
            "replace Sport by Yoga, add Nature",
            "Nature",
            "Sport",
        ),
        (
            "infographic \"5 tips for better sleep\": No screens, Cool room, Same hours, No coffee, Walk daily",
            "drop the coffee one",
            "Walk daily",
            "coffee",
        ),
        (
            "messenger chat screen with Anna. Anna: \"Are you coming?\" Me: \"On my way\"",
            "add a reply from Anna: \"Great, see you!\"",
            "On my way Anna Great, see you!",
            "",
        ),
    ]);
}
