//! Wishes that leave open what they mean, on pictures that settle it.

use plantain_scene::{Node, Scene};

use super::{check_words, edited, edited_knowing, scene};

fn after(prompt: &str, instruction: &str) -> Scene {
    edited_knowing(&scene(prompt), instruction)
        .unwrap_or_else(|error| panic!("{instruction}: {error}"))
}

/// Returns how many things of a noun there are.
fn count(scene: &Scene, noun: &str) -> usize {
    let mut n = 0;
    scene.root.visit(&mut |node: &Node| {
        let own = node
            .facts
            .get("noun")
            .is_some_and(|own| own.ends_with(noun));
        n += usize::from(own && node.role != "object-front");
    });
    n
}

#[test]
fn counts_hold_afterwards() {
    for (prompt, instruction, noun, want) in [
        ("seven stars in a row", "remove three of them", "star", 4),
        ("five fish in a bowl", "remove all but two", "fish", 2),
        ("a red barn and a cow", "blue barn, two cows", "cow", 2),
        ("a farm with a barn", "night, two cows, red barn", "cow", 2),
        ("an aquarium", "add three orange fish", "fish", 3),
        (
            "a street with a dog and a red car",
            "the dog has to go",
            "dog",
            0,
        ),
        (
            "a family of elephants, three of them",
            "add a baby elephant",
            "elephant",
            4,
        ),
        ("six cupcakes on a tray", "half as many", "cupcake", 3),
        ("ten pencils in a cup", "leave just one", "pencil", 1),
        (
            "two candlesticks on a mantelpiece",
            "add three more",
            "candlestick",
            5,
        ),
        (
            "a bedroom with a bed, a lamp and a painting on the wall",
            "clear the wall",
            "painting",
            0,
        ),
        (
            "a family of elephants, three of them",
            "add a tree",
            "family",
            0,
        ),
    ] {
        assert_eq!(
            count(&after(prompt, instruction), noun),
            want,
            "{prompt}: {instruction}"
        );
    }
}

#[test]
fn words_of_lines_hold_afterwards() {
    check_words(&[
        (
            "menu: Oolong 5.20, Mint 3.90, Sencha 4",
            "remove the mint line",
            "Oolong 5.20 Sencha 4",
            "Mint",
        ),
        (
            "menu: Soup 5, Salad 6, Pasta 11",
            "pasta is 12 now, and rename Soup to Soup of the day",
            "Soup of the day 5",
            "now",
        ),
        (
            "infographic: 1 pollination, 2 honey, 3 biodiversity",
            "drop the last point",
            "Honey",
            "Biodiversity",
        ),
        (
            "flow chart Order, Pay, Ship",
            "insert Pack before Ship",
            "Pack",
            "before",
        ),
        (
            "receipt: 2 Latte 7.00, 1 Croissant 2.50, total 9.50",
            "one more croissant, total 12.00",
            "2 × Croissant",
            "9.50",
        ),
        (
            "receipt with Total 8.00",
            "add a line \"Tip 1.50\" and update the total to 9.50",
            "Tip 1.50 9.50",
            "Tip 1.50 Tip",
        ),
        (
            "speech bubble comic: a cat says \"Feed me\"",
            "the cat should say \"Now!\"",
            "Now!",
            "Feed",
        ),
        (
            "bar chart Jan 10 Feb 14 Mar 8",
            "add a title \"Sales\"",
            "Sales",
            "nothing",
        ),
    ]);
}

#[test]
fn nobody_grows_wings() {
    assert!(edited(&scene("a cat"), "give it wings").is_err());
}
