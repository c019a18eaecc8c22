//! What other things come in, or on: a bowl of lemons, a plate of pasta.

use crate::lexicon::lexicon;

/// Whether other things are in a thing, or on it, where they follow behind "of": a bowl, a plate.
pub(crate) fn is_vessel(noun: &str) -> bool {
    lexicon().has_trait(noun, "container") || noun == "bouquet" || noun == "nest" || is_flat(noun)
}

/// Whether what a vessel carries lies on it.
pub(crate) fn is_flat(noun: &str) -> bool {
    matches!(noun, "plate" | "platter" | "tray" | "saucer")
}

/// Whether a dish or a drink is drawn with its bowl, plate or cup, so that "a bowl of ramen" is one thing.
pub fn comes_served(noun: &str) -> bool {
    matches!(
        noun,
        "ramen"
            | "soup"
            | "noodles"
            | "noodle"
            | "rice"
            | "salad"
            | "coffee"
            | "tea"
            | "cappuccino"
            | "latte"
            | "cereal"
    )
}

/// Whether a drink is drawn in its own glass: "a glass of cola" is one thing.
pub(crate) fn comes_poured(noun: &str) -> bool {
    const POURED: &[&str] = &[
        "cola",
        "soda",
        "lemonade",
        "juice",
        "smoothie",
        "milkshake",
        "beer",
        "wine",
        "champagne",
        "whiskey",
        "whisky",
        "cocktail",
        "cider",
        "martini",
        "rum",
    ];
    POURED.contains(&noun.rsplit(' ').next().unwrap_or(noun))
}
