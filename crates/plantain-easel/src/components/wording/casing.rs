//! The letters of a line that the prompt wrote in small ones and nobody quoted.
//!
//! Quotes ask for a text as it is written. "friday 8pm, free entry" in passing tells facts, and a printer sets "Friday 8pm" and
//! "Free entry".

use plantain_read::{Brief, DayName, Origin, Role, english_day_name};

use crate::tongue::Tongue;

/// Returns the text of a literal as it is set.
pub(super) fn shown(brief: &Brief, index: usize) -> String {
    let literal = &brief.literals[index];
    let text = literal.text.trim();
    let fact = matches!(
        literal.role,
        Role::Title
            | Role::Subtitle
            | Role::Kicker
            | Role::Body
            | Role::Date
            | Role::Time
            | Role::Place
            | Role::Text
            | Role::Contact
    );
    if literal.origin < Origin::Form || !fact || !starts_small(text) {
        return text.to_owned();
    }
    let english = brief.language.0 == "en";
    if literal.role == Role::Title
        && !text.ends_with(['.', '!', '?'])
        && text.split(' ').count() <= 6
    {
        return super::cased(text, Tongue::of(&brief.language.0));
    }
    let named = if english {
        with_names(text)
    } else {
        text.to_owned()
    };
    crate::components::pitch::capital(&named)
}

/// Whether the text begins with a plain word in small letters: no address, no handle.
fn starts_small(text: &str) -> bool {
    let first = text.split(' ').next().unwrap_or_default();
    first.chars().next().is_some_and(char::is_lowercase)
        && first
            .chars()
            .all(|c| c.is_lowercase() || matches!(c, '\'' | '’' | ',' | '-' | '!' | '.'))
        && !first.trim_end_matches('.').contains('.')
}

/// Gives days and months of English their capitals, which they have wherever they stand.
fn with_names(text: &str) -> String {
    let words: Vec<&str> = text.split(' ').collect();
    let digit = |i: usize| {
        words
            .get(i)
            .is_some_and(|w| w.starts_with(|c: char| c.is_ascii_digit()))
    };
    let set = |(i, word): (usize, &&str)| {
        let bare = word.trim_end_matches([',', '.', ':']);
        let beside = digit(i + 1) || i > 0 && digit(i - 1);
        let named = match english_day_name(bare) {
            Some(DayName::Sure) => true,
            Some(DayName::BesideNumbers) => beside,
            None => false,
        };
        if named {
            crate::components::pitch::capital(word)
        } else {
            (*word).to_owned()
        }
    };
    words
        .iter()
        .enumerate()
        .map(set)
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::shown;
    use plantain_read::{Origin, Role, read};

    #[test]
    fn facts_told_in_passing_get_their_capitals() {
        for (text, role, want) in [
            ("live jazz", Role::Title, "Live Jazz"),
            ("friday 8pm", Role::Date, "Friday 8pm"),
            ("may 22 at 7pm", Role::Date, "May 22 at 7pm"),
            ("we may meet on friday", Role::Body, "We may meet on Friday"),
            ("free entry", Role::Subtitle, "Free entry"),
            ("iPhone repairs", Role::Subtitle, "iPhone repairs"),
            ("jobs@kettle.co", Role::Contact, "jobs@kettle.co"),
        ] {
            let mut brief = read("poster \"x\"");
            brief.literals[0].text = text.to_owned();
            brief.literals[0].role = role;
            brief.literals[0].origin = Origin::Inferred;
            assert_eq!(shown(&brief, 0), want);
            brief.literals[0].origin = Origin::Quoted;
            assert_eq!(shown(&brief, 0), text);
        }
    }
}
