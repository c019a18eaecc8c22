//! Wishes as they are spoken, and where things stand afterwards.

use plantain_scene::layout::{Picture, Rect, layout};
use plantain_scene::node::{Content, Flow, Paint};
use plantain_scene::{Node, Scene};

use super::{check_words, edited_knowing, scene};

fn after(prompt: &str, instruction: &str) -> Scene {
    edited_knowing(&scene(prompt), instruction)
        .unwrap_or_else(|error| panic!("{instruction}: {error}"))
}

/// Returns the box of the thing of a noun.
fn place(scene: &Scene, noun: &str) -> Rect {
    let mut found = None;
    scene.root.visit(&mut |node: &Node| {
        let own = node.facts.get("noun").is_some_and(|own| own == noun);
        let object = matches!(&node.content, Content::Object(object) if object.name.contains(noun));
        if own || object {
            found = found.take().or(Some(node.id.clone()));
        }
    });
    let id = found.unwrap_or_else(|| panic!("{noun}"));
    rect(&layout(scene), &id)
}

fn rect(picture: &Picture, id: &str) -> Rect {
    let own = picture.boxes.iter().find(|own| own.id == id);
    own.unwrap_or_else(|| panic!("{id}")).rect
}

#[test]
fn words_hold_afterwards() {
    check_words(&[
        (
            "pricing page with two plans: Basic $5, Pro $15",
            "three plans: add Team $40",
            "Team $40",
            "nothing",
        ),
        (
            "event ticket \"Comedy Night\", row F, seat 12",
            "row B seat 3, title bigger",
            "B Seat 3",
            "12",
        ),
        (
            "jam jar label \"Strawbery Jam\"",
            "typo!! it should say Strawberry",
            "Strawberry",
            "Strawbery Jam",
        ),
        (
            "honey label \"Golden Hive\" \"250 g\"",
            "it's the big jar so 500 g not 250",
            "500 g",
            "g g",
        ),
        (
            "to-do list screen: Buy milk, Call dentist, Water plants",
            "add \"Book flights\" to the list",
            "Book flights",
            "to the list",
        ),
        (
            "menu: Latte 3.80, Mocha 4.20",
            "Latte 4.10",
            "Latte 4.10 Mocha",
            "3.80",
        ),
        (
            "bake sale flyer \"BAKE SALE\", \"Saturday 10-14\", \"Free coffee\"",
            "no more free coffee, delete that line",
            "BAKE SALE",
            "Free coffee",
        ),
        (
            "slide \"Status\" with bullets Design done, Tests running, Launch delayed",
            "drop the last bullet",
            "Tests running",
            "Launch",
        ),
        (
            "party banner \"HAPPY 30TH LISA\"",
            "oops, she's turning 40",
            "HAPPY 40TH LISA",
            "30TH",
        ),
        (
            "book cover \"The Quiet Hill\" by N. Adair, green",
            "rename the book The Burning Hill",
            "The Burning Hill",
            "Quiet",
        ),
        (
            "birthday card \"Happy birthday Luca\"",
            "it's for Giulia, not for Luca",
            "Happy birthday Giulia",
            "Luca",
        ),
        (
            "flyer \"OPEN MIC\" \"Thursday 8pm\" \"Free entry\"",
            "it isn't free any more, drop that line",
            "OPEN MIC",
            "Free entry",
        ),
    ]);
}

#[test]
fn a_panel_grows_with_the_words_on_it() {
    let prompt =
        "concert poster with headline \"NIGHT OWLS LIVE\" and date \"14 November\" on a dark panel";
    for seed in 1..6 {
        let before = super::seeded(prompt, seed);
        let Ok(after) =
            edited_knowing(&before, "add the venue under the date: Harbour Hall, Leeds")
        else {
            panic!("seed {seed}");
        };
        let picture = layout(&after);
        let mut plates = Vec::new();
        after.root.visit(&mut |node: &Node| {
            if node.role == "plate" {
                plates.push(rect(&picture, &node.id));
            }
        });
        for text in &picture.texts {
            let own = text.rect;
            for plate in plates.iter().filter(|p| own.x0 < p.x1 && p.x0 < own.x1) {
                let begins_inside = own.y0 >= plate.y0 && own.y0 < plate.y1;
                assert!(
                    !begins_inside || own.y1 <= plate.y1,
                    "seed {seed}: {} ends at {}, its plate at {}",
                    text.id,
                    own.y1,
                    plate.y1
                );
            }
        }
    }
}

#[test]
fn cards_stand_in_one_row() {
    let prompt = "dashboard with four KPI cards: Visits 9k, Signups 420, Churn 3%, NPS 51";
    // In a narrow panel there is no room for a row.
    let mut rows = 0;
    for seed in 1..8 {
        let before = super::seeded(prompt, seed);
        let Ok(after) = edited_knowing(&before, "put the cards side by side in one row") else {
            continue;
        };
        after.root.visit(&mut |node: &Node| {
            let grid = matches!(&node.layout.flow, Flow::Grid(columns) if columns.len() == 4);
            rows += usize::from(grid && node.children.len() == 4);
        });
    }
    assert!(rows > 0);
}

#[test]
fn things_stand_where_they_are_told() {
    let book = after("a book beside a lamp on a table", "lamp on top of the book");
    assert!(place(&book, "lamp").y0 < place(&book, "book").y0);
    let chairs = after(
        "a red chair, a green chair and a blue chair",
        "reorder: blue, red, green",
    );
    assert_ne!(
        layout(&scene("a red chair, a green chair and a blue chair")).boxes,
        layout(&chairs).boxes
    );
    let dressed = after(
        "a snowman in a garden, three birds on the fence",
        "give him a red scarf",
    );
    // The snowman that is drawn wears one already: it becomes red.
    let mut scarves = Vec::new();
    dressed.root.visit(&mut |node: &Node| {
        if let Content::Object(object) = &node.content {
            scarves.extend(object.parts.get("scarf").copied());
        }
    });
    assert_eq!(scarves.len(), 1);
    let cake = after("a birthday cake", "add four candles");
    let (candle, cake) = (place(&cake, "candle"), place(&cake, "cake"));
    assert!(candle.y1 > cake.y0 && candle.y1 < cake.y0 + cake.height() * 0.3);
    let home = after("a house on a hill", "add smoke coming out of the chimney");
    let (smoke, house) = (place(&home, "smoke"), place(&home, "house"));
    assert!(smoke.y0 < house.y0 && smoke.x0 > house.x0 && smoke.x0 < house.x1);
    let before = scene("living room with a grey sofa and a rug");
    let lamp = after(
        "living room with a grey sofa and a rug",
        "add a floor lamp to the left of the sofa",
    );
    assert_eq!(place(&before, "sofa"), place(&lamp, "sofa"));
    assert!(place(&lamp, "lamp").x1 < place(&lamp, "sofa").x0 + 1.0);
    let bird = after(
        "a bird on the ground next to a tree",
        "move the bird up onto a branch",
    );
    let (bird, tree) = (place(&bird, "bird"), place(&bird, "tree"));
    assert!(bird.y1 < tree.y0 + tree.height() * 0.8);
}

#[test]
fn dots_come_onto_the_ground_that_is_there() {
    let after = after(
        "a lemonade glass on a plain blue background",
        "add some polka dots to the background, white ones",
    );
    let mut grounds = Vec::new();
    after.root.visit(&mut |node: &Node| {
        if let Some(Paint::Pattern(pattern)) = &node.style.fill {
            grounds.push((pattern.color, pattern.ground));
        }
    });
    let [(ink, Some(ground))] = grounds.as_slice() else {
        panic!("{grounds:?}");
    };
    let theme = &after.theme;
    assert!(theme.resolve(*ink).contrast(theme.resolve(*ground)) > 1.2);
}
