//! Whether the next words of a conversation order a new picture, rather than a change of the one that is there.

/// Words with which a request for a new picture begins.
const DRAWING_WORDS: [&str; 8] = [
    "draw",
    "create",
    "generate",
    "design",
    "paint",
    "sketch",
    "illustrate",
    "render",
];
/// What such a request goes on with; "create the chart anew" speaks of what is there.
const NEW_THING_WORDS: [&str; 5] = ["a", "an", "another", "new", "some"];
/// What may stand before it.
const POLITE_WORDS: [&str; 12] = [
    "please", "now", "then", "can", "could", "you", "me", "us", "ok", "okay", "instead", "so",
];

/// Whether the text reads like "draw a …". Asked only where it was not understood as a change.
pub fn orders_a_picture(text: &str) -> bool {
    let words = text.split_whitespace().map(str::to_lowercase);
    let mut words = words.filter(|word| !POLITE_WORDS.contains(&word.trim_end_matches(',')));
    let draws = words
        .next()
        .is_some_and(|word| DRAWING_WORDS.contains(&word.as_str()));
    draws
        && words
            .next()
            .is_some_and(|word| NEW_THING_WORDS.contains(&word.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_order_for_a_new_thing_is_one() {
        for (text, expected) in [
            ("Now draw a map of Rome", true),
            ("please, could you create another poster", true),
            ("create the chart anew", false),
            ("draw", false),
            ("make the title bigger", false),
        ] {
            assert_eq!(orders_a_picture(text), expected, "{text}");
        }
    }
}
