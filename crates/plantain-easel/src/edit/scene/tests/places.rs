//! Where what is new comes to stand, and what another canvas does to what is there.

use plantain_scene::layout::layout;

use super::{edited, edited_knowing, scene, words};

/// Texts of the picture of `prompt` after `instruction`, joined in reading order.
fn after(prompt: &str, instruction: &str) -> String {
    let done = edited(&scene(prompt), instruction)
        .unwrap_or_else(|error| panic!("{instruction}: {error}"))
        .unwrap_or_else(|| panic!("{instruction}: is for pixels"));
    words(&done).join(" ").replace('\n', " ")
}

#[test]
fn new_parts_stand_where_they_were_asked_for() {
    const MENU: &str = "menu for a café: Espresso 2.20, Latte 3.40, Cappuccino 3.20, Mocha 3.80";
    const BOARD: &str =
        "kanban board with columns To do (Write spec, Call vendor), Doing (Build API), Done (Logo)";
    const CHART: &str = "org chart: CEO Maria Lopez; CTO Sam Lee; CFO Ann Wu";
    for (prompt, instruction, want) in [
        (
            BOARD,
            "add a column Blocked with a card Legal review",
            "Legal review",
        ),
        (BOARD, "add a Review column", "Review"),
        (CHART, "add a COO Ben Ortiz", "COO Ben Ortiz"),
        (
            MENU,
            "add Flat White 3.50 between Latte and Cappuccino",
            "Latte 3.40 Flat White 3.50 Cappuccino",
        ),
        (
            "invoice from Acme to Bolt Ltd, 3 x Design $200, 1 x Hosting $50, total $650",
            "change hosting to $80",
            "Hosting 1 $80",
        ),
        (
            "chat app with Leo: \"Dinner at 8?\" me: \"Sure!\"",
            "change Dinner to Lunch and 8 to 1",
            "Lunch at 1?",
        ),
    ] {
        let got = after(prompt, instruction);
        assert!(got.contains(want), "{instruction}: {got}");
    }
}

#[test]
fn words_stay_clear_of_one_another_on_another_canvas() {
    for (prompt, instruction) in [
        (
            "poster \"Harbour Lights\" with a lighthouse, 12 August 2026, Pier 4",
            "make it landscape 16:9",
        ),
        (
            "sale banner, orange background, SUMMER SALE UP TO 50% OFF, button Shop now",
            "make it 9:16",
        ),
        (
            "sale banner \"Black Friday\" 40% off everything, button Shop",
            "turn it into a story",
        ),
    ] {
        let done = edited(&scene(prompt), instruction).unwrap().unwrap();
        let picture = layout(&done);
        let texts = &picture.texts;
        for (i, a) in texts.iter().enumerate() {
            for (one, other) in texts[..i].iter().flat_map(|b| {
                a.lines
                    .iter()
                    .flat_map(|l| b.lines.iter().map(move |o| (l, o)))
            }) {
                let shared = one.intersect(*other).area();
                assert!(
                    shared <= 0.1 * one.area().min(other.area()),
                    "{instruction}: {one:?} lies on {other:?}"
                );
            }
        }
    }
}

/// An event that goes to another day takes its plate and its mark along.
#[test]
fn an_event_moves_with_what_it_stands_on() {
    let plate = |scene: &plantain_scene::Scene| {
        let picture = layout(scene);
        let event = picture.texts.iter().find(|text| text.text == "Dentist");
        let words = event.map(|text| text.lines[0]).expect("the event");
        let carried = picture.boxes.iter().filter(|own| {
            let shared = own.rect.intersect(words).area();
            shared > 0.8 * words.area() && own.rect.area() < 8.0 * words.area()
        });
        (words, carried.count())
    };
    let before = scene("calendar March 2027 with Dentist on 9th");
    let done = edited(&before, "move Dentist to the 19th")
        .unwrap()
        .unwrap();
    let ((was, carried), (is, still)) = (plate(&before), plate(&done));
    assert_eq!(carried, still);
    assert!(was.y0 < is.y0 && was.x0 < is.x0, "{was:?} {is:?}");
}

#[test]
fn lines_go_to_the_ends_of_their_list() {
    let done = edited_knowing(
        &scene("to-do list: Buy milk, Call mum, Pay rent, Walk the dog"),
        "move Pay rent to the top",
    );
    let picture = layout(&done.unwrap());
    let level = |words: &str| {
        let text = picture.texts.iter().find(|text| text.text == words);
        text.unwrap_or_else(|| panic!("no {words}")).lines[0].y0
    };
    assert!(level("Pay rent") < level("Buy milk"));
    assert!(level("Buy milk") < level("Call mum"));
}
