//! Hours on signs: the words before them are a line of their own ("Quiet hours" over "22:00 - 07:00").

use crate::outline::{add, clauses};
use crate::{Brief, Genre, Origin, Role};

/// Words that stand before hours, at most.
const WORDS_MAX: usize = 6;

/// Parts the only line that stands behind the colon of a sign from its hours, however it was cut before.
pub(crate) fn settle(brief: &mut Brief) {
    let quoted = brief.literals.iter().any(|l| l.origin == Origin::Quoted);
    if brief.genre != Genre::Sign || quoted {
        return;
    }
    let prompt = brief.prompt.clone();
    let from = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let Some(colon) = prompt[from..].find(':').map(|at| from + at) else {
        return;
    };
    let all = clauses(&prompt, colon + 1);
    let [line] = all.as_slice() else { return };
    let text = &prompt[line.clone()];
    let Some(figure) = text.find(|c: char| c.is_ascii_digit()) else {
        return;
    };
    let (words, hours) = text.split_at(figure);
    let (words, count) = (words.trim_end(), words.split_whitespace().count());
    let clock = hours.contains(':')
        || hours.to_lowercase().contains("am")
        || hours.to_lowercase().contains("pm");
    let plain = words.chars().all(|c| c.is_alphabetic() || c == ' ');
    let told = text.starts_with(char::is_uppercase) && plain && clock;
    if !told || !(2..=WORDS_MAX).contains(&count) {
        return;
    }
    brief.remove_literals(|l| l.meets(line));
    brief.pairs.clear();
    add(brief, line.start..line.start + words.len(), Role::Title);
    add(brief, line.start + figure..line.end, Role::Time);
}

#[cfg(test)]
mod tests {
    use crate::{Genre, read};

    #[test]
    fn hours_of_a_sign_stand_under_their_words() {
        for (prompt, want) in [
            (
                "Wooden sign at a campsite: Quiet hours 22:00 - 07:00",
                &["Quiet hours", "22:00 - 07:00"][..],
            ),
            ("shop door sign: Back at 2 pm", &["Back at", "2 pm"]),
            ("metal sign: Private road", &["Private road"]),
        ] {
            let brief = read(prompt);
            let texts: Vec<&str> = brief.literals.iter().map(|l| l.text.as_str()).collect();
            assert_eq!(
                (brief.genre, texts.as_slice()),
                (Genre::Sign, want),
                "{prompt}"
            );
        }
    }
}
