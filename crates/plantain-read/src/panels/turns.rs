//! How the words of a beat are told as a scene: what "it" and "them" are, what rings, what something has turned into.

use super::story::lives;

/// "cat looks at camera": at whoever sees the picture, and no thing in it.
pub(super) fn faced(scene: &str) -> String {
    [
        " at the camera",
        " at camera",
        " into the camera",
        " at the viewer",
        " at the reader",
    ]
    .iter()
    .fold(scene.to_owned(), |scene, words| scene.replace(words, ""))
}

/// "alarm clock rings": what a clock does, and not more things.
pub(super) fn rung(scene: String) -> String {
    match scene.strip_suffix(" rings") {
        Some(bare)
            if ["clock", "bell", "phone", "telephone", "alarm"]
                .iter()
                .any(|n| bare.ends_with(n)) =>
        {
            bare.to_owned()
        }
        _ => scene,
    }
}

/// "behind them" → "behind two friends".
pub(super) fn with_object(scene: &str, subject: &str) -> String {
    let words: Vec<&str> = scene
        .split(' ')
        .enumerate()
        .map(|(at, word)| {
            if at > 0 && word == "them" {
                subject
            } else {
                word
            }
        })
        .collect();
    words.join(" ")
}

/// "the sprout has become a big sunflower": what something has turned into is what is there.
pub(super) fn grown(scene: &str) -> String {
    const TURNS: &[&str] = &[
        " has become ",
        " becomes ",
        " became ",
        " have become ",
        " turns into ",
        " turned into ",
        " has turned into ",
        " has grown into ",
        " grows into ",
    ];
    let turned = TURNS.iter().find_map(|turn| scene.split_once(turn));
    match turned {
        Some((before, after)) if !names_living(before) => after.to_owned(),
        _ => scene.to_owned(),
    }
}

/// "waters it" → "waters the seed".
pub(super) fn name_it(text: &str, thing: &str) -> String {
    let named: Vec<String> = text
        .split(' ')
        .enumerate()
        .map(|(at, word)| match word {
            "it" | "it," if at > 0 => format!("the {thing}"),
            _ => word.to_owned(),
        })
        .collect();
    named.join(" ")
}

/// Whether somebody is named in a panel who could be meant by "she" or "he".
pub(super) fn names_living(text: &str) -> bool {
    let read = crate::read_in(text, "en");
    read.objects.iter().any(|o| !o.absent && lives(&o.noun))
}
