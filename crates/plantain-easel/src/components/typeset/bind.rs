//! What a line may not end with.

use super::breaks_anywhere;

/// A blank at which no line breaks.
pub(super) const NO_BREAK: char = '\u{a0}';
/// Letters of the longest stretch that binding may make.
const BOUND_MAX: usize = 14;

/// Binds what no line may end with to the word behind it: signs that join, words of one letter, the number of an hour.
pub(super) fn bind(text: &str) -> String {
    const HOURS: &[&str] = &["am", "pm", "a.m.", "p.m.", "uhr", "h", "uur", "ч", "год"];
    let mut out = String::with_capacity(text.len() + 4);
    let mut words = text.split(' ').peekable();
    // Letters of the unbroken stretch that `out` ends with.
    let mut run = 0;
    while let Some(word) = words.next() {
        out.push_str(word);
        run += word.chars().count();
        let Some(next) = words.peek() else { break };
        let letters = word.chars().count();
        let joins = matches!(
            word,
            "&" | "+" | "and" | "und" | "et" | "ve" | "og" | "och" | "en" | "та" | "और"
        ) || letters == 1
            && word
                .chars()
                .all(|c| c.is_lowercase() && !breaks_anywhere(c));
        let hour = letters <= 5
            && word.starts_with(|c: char| c.is_ascii_digit())
            && HOURS.contains(&next.to_lowercase().as_str());
        let bound =
            (joins || hour) && !next.is_empty() && run + 1 + next.chars().count() <= BOUND_MAX;
        if bound {
            out.push(NO_BREAK);
            run += 1;
        } else {
            out.push(' ');
            run = 0;
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::bind;

    #[test]
    fn joiners_and_hours_keep_their_word() {
        for (text, want) in [
            ("Clara & Jonas", "Clara &~Jonas"),
            ("Noah + Priya", "Noah +~Priya"),
            ("Elif ve Can", "Elif ve~Can"),
            ("Koncert w parku", "Koncert w~parku"),
            ("Saturday 10 am sharp", "Saturday 10~am sharp"),
            ("Summer Sale", "Summer Sale"),
            (
                "Stanhope & Featherstonehaugh",
                "Stanhope & Featherstonehaugh",
            ),
        ] {
            assert_eq!(bind(text).replace('\u{a0}', "~"), want, "{text}");
        }
    }
}
