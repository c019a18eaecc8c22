//! Which half of the page is the coloured panel: "left half a gradient", "form on the right".

/// Words that say what the panel shows.
const PANELS: &[&str] = &[
    "art",
    "artwork",
    "branding",
    "color",
    "colored",
    "colour",
    "coloured",
    "gradient",
    "illustration",
    "image",
    "panel",
    "pattern",
    "photo",
    "photograph",
    "picture",
    "quote",
    "testimonial",
];
/// Words that say what the form asks for.
const FORMS: &[&str] = &[
    "button", "buttons", "email", "field", "fields", "form", "inputs", "login", "password",
    "signin", "signup",
];
/// What a page has two of.
const HALVES: &[&str] = &["column", "half", "panel", "side"];

/// Whether the panel is told to stand on the left; none where no side is told.
///
/// What is told of a half decides, the form's or the panel's; of a half of which nothing is told, it is the panel.
pub(super) fn panel_on_left(heard: &str) -> Option<bool> {
    let mut bare = None;
    for clause in heard.split([',', ';', '.', ':', '\n']) {
        let words: Vec<&str> = clause
            .split(|c: char| !c.is_alphanumeric())
            .filter(|word| !word.is_empty())
            .collect();
        for at in (0..words.len()).filter(|at| names_half(&words, *at)) {
            let left = words[at] == "left";
            match is_panel(&words, at) {
                Some(panel) => return Some(left == panel),
                None => bare = bare.or(Some(left)),
            }
        }
    }
    bare
}

fn is_side(word: &str) -> bool {
    matches!(word, "left" | "right")
}

/// Whether a word names a half of the page: "on the left", "right panel", and not "nothing left".
fn names_half(words: &[&str], at: usize) -> bool {
    is_side(words[at]) && (is_placed(words, at) || leads(words, at))
}

/// Whether a side ends what is told of it: "a photo on the left".
fn is_placed(words: &[&str], at: usize) -> bool {
    at >= 2 && matches!(words[at - 2], "on" | "in" | "at") && words[at - 1] == "the"
}

/// Whether a side opens what is told of it: "left half a photo".
fn leads(words: &[&str], at: usize) -> bool {
    words.get(at + 1).is_some_and(|next| HALVES.contains(next))
}

/// Whether it is the panel that stands on the side named there, and not the form; none where nothing tells.
fn is_panel(words: &[&str], at: usize) -> Option<bool> {
    let of = |word: &&str| {
        let panel = PANELS.contains(word);
        (panel || FORMS.contains(word)).then_some(panel)
    };
    let here = |word: &&&str| !is_side(word);
    let behind = &words[at + 1 + usize::from(leads(words, at))..];
    let behind = || behind.iter().take_while(here).find_map(of);
    let before = || words[..at].iter().rev().take_while(here).find_map(of);
    if is_placed(words, at) {
        before().or_else(behind)
    } else {
        behind().or_else(before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_side_of_the_panel_is_told_in_many_ways() {
        for (heard, left) in [
            ("login screen, left half is a gradient", Some(true)),
            ("sign in page, right half a photo of hills", Some(false)),
            ("login page with illustration on the left", Some(true)),
            ("login form with an image on the right", Some(false)),
            ("login form on the left, photo on the right", Some(false)),
            ("split screen with the form on the right", Some(true)),
            (
                "left side the form, right side an illustration",
                Some(false),
            ),
            ("left panel deep blue with our name", Some(true)),
            ("the right panel is dark green", Some(false)),
            ("left half gradient and form on the right", Some(true)),
            ("split screen login", None),
            ("sign in, 3 tries left", None),
        ] {
            assert_eq!(panel_on_left(heard), left, "{heard}");
        }
    }
}
