//! Whether a text can be the name of a person, by its form.

/// One to three short words in a script without capitals.
pub(super) fn looks_like_caseless_name(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic());
    (1..=3).contains(&text.split_whitespace().count())
        && text.chars().count() <= 20
        && letters.clone().count() > 1
        && letters
            .clone()
            .all(|c| !c.is_uppercase() && !c.is_lowercase())
        && !text.contains(|c: char| c.is_numeric())
}

/// Two or three capitalised words without digits.
pub(super) fn looks_like_name(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=3).contains(&words.len())
        && words
            .iter()
            .all(|word| word.starts_with(char::is_uppercase))
        && !text.contains(|c: char| c.is_ascii_digit())
}
