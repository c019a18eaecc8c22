//! What people ask for every day, each with what must hold afterwards.

use plantain_scene::layout::{Picture, layout};
use plantain_scene::node::Content;
use plantain_scene::{Color, Node, Scene};

use super::{edited_knowing, roles, scene, words};

const ALTERNATING: &str =
    "timeline 2018 Founded, 2019 First product, 2021 Series A, 2023 Expansion";

fn after(prompt: &str, instruction: &str) -> Scene {
    edited_knowing(&scene(prompt), instruction)
        .unwrap_or_else(|error| panic!("{instruction}: {error}"))
}

/// Returns the nodes that stand for things of a noun.
fn of_noun(scene: &Scene, noun: &str) -> Vec<Node> {
    let mut found = Vec::new();
    scene.root.visit(&mut |node| {
        if node
            .facts
            .get("noun")
            .is_some_and(|own| own.ends_with(noun))
        {
            found.push(node.clone());
        }
    });
    found
}

fn rect(picture: &Picture, id: &str) -> plantain_scene::layout::Rect {
    let own = picture.boxes.iter().find(|own| own.id == id);
    own.unwrap_or_else(|| panic!("{id}")).rect
}

#[test]
fn words_hold_afterwards() {
    for (prompt, instruction, want, gone) in [
        (
            "invoice: Design $400, Hosting $120, Support $80",
            "remove the Hosting line",
            "Design $400 Support $80",
            "Hosting",
        ),
        (
            "invoice: Logo $300, Website $900, Total $1,200",
            "add \"Hosting $60\" and update the total to $1,260",
            "Hosting $60",
            "$1,200",
        ),
        (
            ALTERNATING,
            "delete 2019 First product",
            "2021 Series A",
            "2019",
        ),
        (
            "shopping list: Milk 1, Eggs 12",
            "add Apples 3 and Bread 2",
            "Eggs 12 Apples 3 Bread 2",
            " and ",
        ),
        (
            "pricing page with two plans Basic $9 and Pro $29",
            "add a third plan \"Team\" \"$59\"",
            "Team",
            "third",
        ),
        (
            "business card for \"Leo Park, Architect\" phone 555-0101",
            "change the phone to 555-0199",
            "Phone 555-0199",
            "555-0101",
        ),
        (
            "thank you card \"Thank you Grandma\"",
            "it's for Grandpa not Grandma",
            "Thank you Grandpa",
            "Grandma",
        ),
        (
            "app home screen with six icons incl. \"Camera\"",
            "delete the Camera icon",
            "",
            "Camera",
        ),
        (
            "flowchart: Start, Check, End",
            "add a step Review after Check",
            "Start Check Review End",
            "after",
        ),
        (
            "poster 'Jazz Nite' on blue",
            "fix the spelling: Nite should be Night",
            "Jazz Night",
            "Nite",
        ),
        (
            "sign up form: Name, Email, button Join",
            "add a field Phone after Email",
            "Phone",
            "after",
        ),
        (
            "sale banner orange 'SUMMER SALE' button 'Shop now'",
            "make the button white and change the text to WINTER SALE",
            "WINTER SALE Shop now",
            "SUMMER",
        ),
    ] {
        let got = words(&after(prompt, instruction))
            .join(" ")
            .replace('\n', " ");
        assert!(got.contains(want), "{instruction}: {got}");
        assert!(!got.contains(gone), "{instruction}: {got}");
    }
}

#[test]
fn what_is_left_of_a_pile_lies_in_its_middle() {
    let basket = "six eggs in a basket";
    let middle = |scene: &Scene| {
        let picture = layout(scene);
        let eggs = of_noun(scene, "egg");
        let sum: f64 = eggs
            .iter()
            .map(|egg| rect(&picture, &egg.id).center().x)
            .sum();
        (eggs.len(), sum / eggs.len() as f64)
    };
    let ((n, before), (left, after)) = (
        middle(&scene(basket)),
        middle(&after(basket, "make it three eggs")),
    );
    assert_eq!((n, left), (6, 3));
    assert!((before - after).abs() < 20.0, "{before} {after}");
}

#[test]
fn an_app_goes_with_its_tile_and_the_others_move_up() {
    let home = "app home screen with six icons incl. \"Camera\"";
    assert_eq!(roles(&scene(home), "app-icon"), 6);
    let after = after(home, "delete the Camera icon");
    assert_eq!(roles(&after, "app-icon"), 5);
    let mut rows = Vec::new();
    after.root.visit(&mut |node| {
        let cells = node
            .children
            .iter()
            .filter(|cell| cell.children.iter().any(|own| own.role == "app-icon"));
        rows.extend(Some(cells.count()).filter(|n| *n > 0));
    });
    assert_eq!(rows, [3, 2]);
}

#[test]
fn a_form_takes_the_colour_of_the_words_that_it_carries() {
    let flow = "flowchart: Order received, Check stock, Pack, Ship";
    let (before, done) = (scene(flow), after(flow, "colour Check stock red"));
    let fills = |scene: &Scene| {
        let mut fills = Vec::new();
        scene.root.visit(&mut |node| {
            if node.as_text().is_none() {
                fills.extend(node.style.fill.clone());
            }
        });
        fills
    };
    let changed = fills(&before)
        .iter()
        .zip(&fills(&done))
        .filter(|(a, b)| a != b)
        .count();
    assert_eq!(changed, 1);
    // Its letters are spoken of by that name.
    let lettered = after(flow, "make the text Check stock red");
    assert_eq!(fills(&lettered), fills(&before));
}

#[test]
fn a_button_is_its_face() {
    let banner = "sale banner orange 'SUMMER SALE' button 'Shop now'";
    let done = after(banner, "make the button white");
    let mut faces = Vec::new();
    done.root.visit(&mut |node| {
        if node.children.iter().any(|own| own.role == "button") {
            faces.extend(node.style.fill.clone());
        }
    });
    let white: Color = "#ffffff".parse().expect("a colour");
    assert_eq!(faces, [white.into()]);
}

#[test]
fn what_a_step_took_along_may_be_removed_again() {
    for (prompt, instruction) in [
        ("a house under the sun", "make it night and remove the sun"),
        ("a snowman in a field", "make it night and remove the sun"),
    ] {
        let done = after(prompt, instruction);
        assert_eq!(of_noun(&done, "sun").len(), 0, "{prompt}");
    }
}

#[test]
fn fewer_of_a_thing_leave_the_others_alone() {
    let done = after("five apples in a basket", "leave only three apples");
    let counts = [
        of_noun(&done, "apple").len(),
        of_noun(&done, "basket").len(),
    ];
    assert_eq!(counts, [3, 1]);
}

#[test]
fn a_card_has_its_colour_on_its_face() {
    let done = after(
        "business card Ana Ruiz Architect, white",
        "make the card black with white text",
    );
    done.root.visit(&mut |node| {
        let faces = node.children.iter().filter(|own| own.role == "page");
        for face in faces.filter(|_| node.role == "card") {
            assert_eq!(face.style.fill, node.style.fill);
        }
    });
}

#[test]
fn switches_and_boxes_come_with_their_line() {
    for (prompt, instruction, role, n) in [
        (
            "settings screen with Wi-Fi on, Bluetooth off",
            "add a toggle 'Airplane mode'",
            "toggle",
            3,
        ),
        (
            "login screen, title 'Sign in', fields Email, Password, button 'Sign in'",
            "add a 'Remember me' checkbox under the password",
            "checkbox",
            1,
        ),
    ] {
        let done = after(prompt, instruction);
        assert_eq!(roles(&done, role), n, "{instruction}");
        let mut lines = 0;
        done.root.visit(&mut |node| {
            let own = node.children.iter().any(|child| child.role == role);
            lines += usize::from(own);
        });
        // Each stands on a line of its own.
        assert_eq!(lines, n, "{instruction}");
    }
}

#[test]
fn one_of_several_is_told_apart() {
    let tints = |scene: &Scene, noun: &str| -> Vec<Option<Color>> {
        of_noun(scene, noun)
            .iter()
            .filter_map(|node| match &node.content {
                Content::Object(object) => Some(object.tint),
                _ => None,
            })
            .collect()
    };
    for (prompt, instruction, noun) in [
        ("four blue balloons", "make the last one red", "balloon"),
        ("drei rote Äpfel", "mach einen Apfel grün", "apple"),
        ("three red apples", "make an apple green", "apple"),
    ] {
        let (before, after) = (scene(prompt), after(prompt, instruction));
        let changed = tints(&before, noun)
            .iter()
            .zip(&tints(&after, noun))
            .filter(|(a, b)| a != b)
            .count();
        assert_eq!(changed, 1, "{instruction}");
    }
}

#[test]
fn the_lights_of_the_sky_follow_the_hour() {
    for (prompt, instruction, gone) in [
        (
            "night sky with a moon over a village",
            "make it morning",
            "moon",
        ),
        (
            "a tree on a hill at night with a crescent moon",
            "make it daytime",
            "moon",
        ),
        ("sun on the left, tree on the right", "make it night", "sun"),
    ] {
        assert_eq!(of_noun(&scene(prompt), gone).len(), 1, "{prompt}");
        assert_eq!(
            of_noun(&after(prompt, instruction), gone).len(),
            0,
            "{prompt}"
        );
    }
    // A star that was hung on a tree is no light.
    let kept = after("sun on the left, tree on the right", "make it sunset");
    assert_eq!(of_noun(&kept, "sun").len(), 1);
}

#[test]
fn what_grows_or_comes_hides_nothing_and_stays_on_the_picture() {
    for (prompt, instruction, noun, other) in [
        ("a ball and a box", "make the ball huge", "ball", "box"),
        (
            "a flower beside a rock",
            "make the flower twice as big",
            "flower",
            "rock",
        ),
        (
            "a wooden fence",
            "add a bird sitting on the fence",
            "bird",
            "",
        ),
    ] {
        let after = after(prompt, instruction);
        let picture = layout(&after);
        let own = rect(&picture, &of_noun(&after, noun)[0].id);
        assert!(own.y0 >= 0.0 && own.x0 >= 0.0, "{instruction}: {own:?}");
        if let [other] = of_noun(&after, other).as_slice() {
            let there = rect(&picture, &other.id);
            let hidden = own.intersect(there).area();
            assert!(hidden < 0.45 * there.area(), "{instruction}: {hidden}");
        }
    }
}

#[test]
fn signs_are_printed_on_what_is_sold_with_prints() {
    for (prompt, instruction, noun) in [
        (
            "black hoodie mockup",
            "put a white heart on the front",
            "hoodie",
        ),
        ("mug mockup, plain white", "put a red heart on it", "mug"),
    ] {
        let after = after(prompt, instruction);
        let picture = layout(&after);
        let on = rect(&picture, &of_noun(&after, noun)[0].id);
        let heart = rect(&picture, &of_noun(&after, "heart")[0].id);
        assert!(
            on.contains_rect(heart),
            "{instruction}: {heart:?} on {on:?}"
        );
    }
}

#[test]
fn a_new_stop_stands_on_the_other_side_of_the_last() {
    let after = after(ALTERNATING, "add 2024 IPO");
    let picture = layout(&after);
    let x = |wanted: &str| {
        let text = picture.texts.iter().find(|text| text.text.contains(wanted));
        text.unwrap_or_else(|| panic!("{wanted}")).rect.x0 as i64
    };
    assert_eq!(x("2024"), x("2021"));
    assert_ne!(x("2024"), x("2023"));
}

#[test]
fn a_line_that_goes_takes_no_piece_of_the_paper_along() {
    let receipt = "till receipt with Coffee 3.00, Cake 4.50, Total 7.50";
    let after = after(receipt, "remove the cake and update the total to 3.00");
    for (role, n) in [("paper", 3), ("rule", 3)] {
        assert_eq!(roles(&scene(receipt), role), n);
        assert_eq!(roles(&after, role), n);
    }
}

#[test]
fn words_keep_clear_of_the_picture_beside_them_on_another_canvas() {
    for (prompt, instruction) in [
        ("social post square \"We moved!\"", "make it 16:9"),
        ("youtube thumbnail 16:9 \"Top 10 Tips\"", "make it 4:5"),
    ] {
        let after = after(prompt, instruction);
        let picture = layout(&after);
        let mut pictures = Vec::new();
        after.root.visit(&mut |node| {
            if node.role == "picture" {
                pictures.push(rect(&picture, &node.id));
            }
        });
        for text in &picture.texts {
            for band in &pictures {
                let shared = band.intersect(text.rect).area();
                assert!(shared < 1.0, "{instruction}: {} {shared}", text.text);
            }
        }
    }
}

#[test]
fn a_scene_goes_to_another_place() {
    let street = scene("a car on a city street");
    let after = after("a car on a city street", "put it in the desert instead");
    assert_eq!(
        after.root.facts.get("place").map(String::as_str),
        Some("Desert")
    );
    assert_eq!(of_noun(&after, "car").len(), of_noun(&street, "car").len());
}

#[test]
fn the_middle_of_a_donut_has_a_colour_of_its_own() {
    let after = after("donut chart 68%", "make the centre orange");
    let mut filled = 0;
    after.root.visit(&mut |node| {
        if let Content::Chart(spec) = &node.content {
            filled += usize::from(spec.center_fill.is_some());
        }
    });
    assert_eq!(filled, 1);
}

#[test]
fn what_contradicts_itself_is_refused() {
    let car = scene("a red car");
    assert!(edited_knowing(&car, "make the car blue and make the car green").is_err());
    assert!(edited_knowing(&car, "make the car blue, no, make the car green").is_ok());
}

/// Returns the mean width and height of the things of a noun.
fn mean(scene: &Scene, noun: &str) -> (f64, f64) {
    let picture = layout(scene);
    let found = of_noun(scene, noun);
    let n = found.len().max(1) as f64;
    let sum = found.iter().fold((0.0, 0.0), |(w, h), node| {
        let own = rect(&picture, &node.id);
        (w + own.width(), h + own.height())
    });
    (sum.0 / n, sum.1 / n)
}

#[test]
fn piles_stay_piles() {
    let basket = "a basket of oranges";
    let (was, is) = (
        mean(&scene(basket), "orange"),
        mean(&after(basket, "lemons instead of oranges"), "lemon"),
    );
    assert!(is.0 > 0.75 * was.0, "{was:?} {is:?}");
    let plate = "a plate with eight cookies";
    let (was, is) = (
        mean(&scene(plate), "cookie"),
        mean(&after(plate, "double the cookies"), "cookie"),
    );
    assert!(is.0 > 0.5 * was.0, "{was:?} {is:?}");
}

#[test]
fn things_have_the_size_that_was_asked_for() {
    let lamp = "a lamp behind a chair";
    let (was, is) = (
        mean(&scene(lamp), "lamp"),
        mean(&after(lamp, "move the lamp in front of the chair"), "lamp"),
    );
    assert!(is.1 > 0.95 * was.1, "{was:?} {is:?}");
    let two = after("a dog and a mouse", "make them the same size");
    let (dog, mouse) = (mean(&two, "dog"), mean(&two, "mouse"));
    assert!((dog.1 - mouse.1).abs() < 0.1 * dog.1, "{dog:?} {mouse:?}");
}

#[test]
fn a_link_of_a_form_stands_below_its_button() {
    let login = "login screen with email and password fields";
    let after = after(login, "add a \"Forgot password?\" link");
    let picture = layout(&after);
    let link = picture
        .texts
        .iter()
        .find(|text| text.text == "Forgot password?");
    let mut buttons = Vec::new();
    after.root.visit(&mut |node| {
        if node.role == "button" {
            buttons.push(rect(&picture, &node.id).y1);
        }
    });
    let foot = buttons.into_iter().fold(0.0, f64::max);
    assert!(link.is_some_and(|link| link.rect.y0 > foot - 1.0));
}

#[test]
fn a_ring_of_one_share_becomes_one_bar() {
    let after = after("donut chart 42%", "show a horizontal progress bar instead");
    let mut values = Vec::new();
    after.root.visit(&mut |node| {
        if let Content::Chart(spec) = &node.content {
            values.extend(spec.series[0].values.clone());
        }
    });
    assert_eq!(values, [42.0]);
}

#[test]
fn a_share_alone_is_shown_as_a_donut_of_two_parts() {
    let after = after("progress bar 45%", "show it as a donut instead");
    let mut values = Vec::new();
    after.root.visit(&mut |node| {
        if let Content::Chart(spec) = &node.content {
            values.extend(spec.series[0].values.clone());
        }
    });
    assert_eq!(values, [45.0, 55.0]);
}
