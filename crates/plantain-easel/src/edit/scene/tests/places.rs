//! Where what is new comes to stand, and what another canvas does to what is there.

use plantain_scene::layout::layout;
use plantain_scene::node::Content;

use super::{edited, edited_knowing, scene, seeded, words};

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

#[test]
fn parts_of_things_have_colours_of_their_own() {
    let done = edited(&scene("a house and a tree"), "make the roof red")
        .unwrap()
        .unwrap();
    let mut roofs = Vec::new();
    done.root.visit(&mut |node| {
        if let Content::Object(object) = &node.content
            && let Some(color) = object.parts.get("roof")
        {
            roofs.push(color.to_string());
        }
    });
    assert_eq!(roofs, ["#e03131"], "one roof is red");
    assert!(edited(&scene("a cat on a wall"), "make the roof red").is_err());
}

#[test]
fn what_belongs_on_a_table_comes_onto_the_table() {
    for (prompt, instruction, noun) in [
        ("a kitchen table", "add a vase", "vase"),
        ("three apples on a table", "add a pear", "pear"),
        ("a kitchen table", "add a bowl of oranges", "bowl"),
    ] {
        let done = edited(&scene(prompt), instruction).unwrap().unwrap();
        let picture = layout(&done);
        let of = |noun: &str| {
            let mut found = None;
            done.root.visit(&mut |node| {
                let named = node
                    .facts
                    .get("noun")
                    .is_some_and(|own| own.ends_with(noun));
                if named && node.role == "object" {
                    found = picture
                        .boxes
                        .iter()
                        .find(|own| own.id == node.id)
                        .map(|own| own.rect);
                }
            });
            found.unwrap_or_else(|| panic!("{instruction}: no {noun}"))
        };
        let (table, new) = (of("table"), of(noun));
        let middle = (new.x0 + new.x1) / 2.0;
        assert!(
            (table.x0..table.x1).contains(&middle)
                && new.y1 < table.y0 + 0.3 * (table.y1 - table.y0),
            "{instruction}: {new:?} on {table:?}"
        );
    }
}

#[test]
fn a_series_of_a_chart_may_go() {
    let chart = scene("line chart, series 2023 and 2024: Jan 3/4, Feb 5/6, Mar 4/7");
    let done = edited(&chart, "remove the 2023 line").unwrap().unwrap();
    let mut names = Vec::new();
    done.root.visit(&mut |node| {
        if let Content::Chart(spec) = &node.content {
            names.extend(spec.series.iter().map(|series| series.name.clone()));
        }
    });
    assert_eq!(names, ["2024"]);
}

#[test]
fn more_of_what_floats_floats_too() {
    let before = scene("five balloons");
    let done = edited(&before, "make it eight balloons").unwrap().unwrap();
    let boxes = |scene: &plantain_scene::Scene| {
        let picture = layout(scene);
        let mut ids = Vec::new();
        scene.root.visit(&mut |node| {
            if node.facts.get("noun").is_some_and(|noun| noun == "balloon") && node.role == "object"
            {
                ids.push(node.id.clone());
            }
        });
        let rect = |id: &String| {
            picture
                .boxes
                .iter()
                .find(|own| own.id == *id)
                .map(|own| own.rect)
        };
        ids.iter().filter_map(rect).collect::<Vec<_>>()
    };
    let (was, is) = (boxes(&before), boxes(&done));
    assert_eq!((was.len(), is.len()), (5, 8));
    for own in was {
        assert!(is.contains(&own), "those that were there stay: {own:?}");
    }
}

#[test]
fn boards_say_what_they_are_to_say() {
    for (prompt, instruction) in [
        ("a fruit stand", "add a sign that says \"Fresh\""),
        (
            "a street with a billboard",
            "write \"Fresh\" on the billboard",
        ),
    ] {
        let done = edited(&scene(prompt), instruction).unwrap().unwrap();
        let mut roles = Vec::new();
        done.root.visit(&mut |node| {
            if node.as_text().is_some_and(|text| text.text == "Fresh") {
                roles.push(node.role.clone());
            }
        });
        assert_eq!(roles, ["world-text"], "{instruction}");
    }
}

#[test]
fn a_day_of_a_week_takes_what_is_on_it() {
    for seed in [1, 3, 4] {
        let before = seeded("weekly planner: Mon Gym, Tue Piano", seed);
        let done = edited(&before, "add Wed Swimming").unwrap().unwrap();
        let picture = layout(&done);
        let of = |words: &str| {
            let found = picture.texts.iter().find(|text| text.text == words);
            found
                .map(|text| text.rect)
                .unwrap_or_else(|| panic!("{words} with seed {seed}"))
        };
        let heads = ["Mon", "Wed"].map(|short| {
            let full = format!("{short}day").replace("Wedday", "Wednesday");
            match picture.texts.iter().any(|text| text.text == short) {
                true => of(short),
                false => of(&full),
            }
        });
        let (gym, swimming) = (of("Gym"), of("Swimming"));
        let moved = |a: f64, b: f64, c: f64, d: f64| ((b - a) - (d - c)).abs();
        assert!(
            moved(heads[0].y0, heads[1].y0, gym.y0, swimming.y0) < 12.0,
            "seed {seed}"
        );
    }
}

#[test]
fn people_are_drawn_anew_without_what_they_wear() {
    let figure = |scene: &plantain_scene::Scene| {
        let mut found = Vec::new();
        scene
            .root
            .visit(&mut |node| found.extend(crate::stage::person::drawn(node)));
        assert_eq!(found.len(), 1, "one person tells who they are");
        found.remove(0)
    };
    let before = scene("a man with a brown hat and glasses");
    let bare = edited(&before, "take off his hat").unwrap().unwrap();
    assert!(figure(&before).hat.is_some() && figure(&bare).hat.is_none());
    let person = |scene: &plantain_scene::Scene| {
        let picture = layout(scene);
        let own = picture.boxes.iter().find(|own| own.id == "man-1");
        own.map(|own| own.rect)
    };
    assert_eq!(person(&before), person(&bare), "he stands where he stood");
    let open = edited(&bare, "remove the glasses").unwrap().unwrap();
    assert!(figure(&open).glasses.is_none());
    let black = edited(&open, "make his hair black").unwrap().unwrap();
    assert!(
        figure(&black).hair_color.oklch().l < 0.3,
        "{:?}",
        figure(&black).hair_color
    );
    assert!(
        edited(&open, "take off his hat").is_err(),
        "there is none any more"
    );
}

#[test]
fn one_more_idea_is_a_branch_of_its_own() {
    const MAP: &str = "mind map \"Health\": sleep, sport, diet";
    let mut came = 0;
    for seed in 1..=6 {
        // A map with branches on both sides has no free one.
        let Ok(done) = edited(&seeded(MAP, seed), "add \"water\"") else {
            continue;
        };
        let done = done.unwrap();
        let picture = layout(&done);
        let text = |words: &str| {
            let found = picture.texts.iter().find(|text| text.text == words);
            found
                .unwrap_or_else(|| panic!("{words} with seed {seed}"))
                .clone()
        };
        let (old, new) = (text("sport"), text("water"));
        assert!(
            (old.size - new.size).abs() < 0.5,
            "seed {seed}: {} {}",
            old.size,
            new.size
        );
        came += 1;
    }
    assert!(came > 2, "{came} of six maps took a branch");
}

#[test]
fn the_tile_of_an_app_icon_is_its_ground() {
    let before = scene("app icon with a bell");
    let done = edited(&before, "make the background orange")
        .unwrap()
        .unwrap();
    let tile = |scene: &plantain_scene::Scene| {
        let mut fill = None;
        scene.root.visit(&mut |node| {
            if node.role == "tile" {
                fill.clone_from(&node.style.fill);
            }
        });
        fill
    };
    assert_ne!(tile(&before), tile(&done));
    assert_eq!(
        before.root.style.fill, done.root.style.fill,
        "what lies around it stays"
    );
}

#[test]
fn things_change_sides() {
    let prompt = "a floor lamp to the left of a sofa";
    let instruction = "move the lamp to the other side";
    let done = edited(&scene(prompt), instruction).unwrap().unwrap();
    let picture = layout(&done);
    let centre = |noun: &str| {
        let mut id = None;
        done.root.visit(&mut |node| {
            if node.facts.get("noun").is_some_and(|own| own == noun) {
                id = Some(node.id.clone());
            }
        });
        let own = picture
            .boxes
            .iter()
            .find(|own| Some(&own.id) == id.as_ref());
        own.map_or(f32::NAN, |own| own.rect.center().x as f32)
    };
    let (sofa, lamp) = (centre("sofa"), centre("floor lamp"));
    assert!(sofa < lamp, "{instruction}: {sofa} {lamp}");
}

#[test]
fn parts_and_lamps_take_other_colours() {
    let parts = |prompt: &str, instruction: &str| {
        let done = edited(&scene(prompt), instruction).unwrap().unwrap();
        let mut found = Vec::new();
        done.root.visit(&mut |node| {
            if let Content::Object(object) = &node.content {
                let own = object.parts.iter();
                found.extend(own.map(|(noun, color)| format!("{noun}={color}")));
            }
        });
        found
    };
    for (prompt, instruction, want) in [
        (
            "a cottage",
            "swap the colours of roof and walls",
            ["roof=#f4e6cc", "wall=#c0904c"],
        ),
        (
            "a traffic light showing red",
            "switch it to green",
            ["red=#3d4444", "yellow=#3d4444"],
        ),
    ] {
        assert_eq!(parts(prompt, instruction), want, "{instruction}");
    }
}
