//! A title from the prompt's own words: what people call their piece is what it is about.

use plantain_read::{Constraint, Genre, Origin, Role};

use super::{Line, Wording};
use crate::studio::Studio;
use crate::tongue::Tongue;

/// Lets the prompt's own words for the piece lead where no text is a title, and stand above a title that says only who or
/// how much.
pub(super) fn lead(studio: &Studio<'_>, wording: &mut Wording) {
    let brief = studio.brief;
    let silent = brief
        .constraints
        .iter()
        .any(|c| matches!(c, Constraint::NoText | Constraint::NoFiller));
    let Some(text) = brief.headline.as_ref().filter(|_| studio.filler && !silent) else {
        return;
    };
    let text = cased(text, Tongue::of(&brief.language.0));
    let said = wording
        .lines()
        .any(|l| l.text.to_lowercase().contains(&text.to_lowercase()));
    if said {
        return;
    }
    // A name that was told from its day, place and offers leads alone.
    let named = wording.title.as_ref().is_some_and(|title| {
        title.literal
            && title.role == Role::Title
            && text.to_lowercase().contains(&title.text.to_lowercase())
            && brief.literals.iter().any(|l| {
                l.role == Role::Title
                    && l.origin == Origin::Inferred
                    && l.text.to_lowercase() == title.text.to_lowercase()
            })
    });
    if named {
        return;
    }
    // What the headline already says stands there and nowhere else.
    let folded = format!(" {} ", text.to_lowercase());
    let told = |l: &Line| folded.contains(&format!(" {} ", l.text.to_lowercase()));
    let above = matches!(
        brief.genre,
        Genre::Poster | Genre::Banner | Genre::Sale | Genre::SocialCard | Genre::Story
    );
    // Beside a name of its own a headline needs a place, or what it tells again would be lost.
    let own = wording
        .title
        .as_ref()
        .is_some_and(|title| !told(title) && is_name(studio, title));
    let placed = above && wording.kicker.is_empty() || brief.genre == Genre::Label;
    if own && !placed {
        return;
    }
    let mut literal = false;
    for lines in [&mut wording.facts, &mut wording.sub, &mut wording.body] {
        let before = lines.len();
        lines.retain(|l| !told(l));
        literal |= lines.len() < before;
    }
    if wording.title.as_ref().is_some_and(told) {
        wording.title = None;
        literal = true;
    }
    // A name told after the day is where it happens.
    let late = wording.title.as_ref().is_some_and(|t| {
        t.literal
            && wording
                .facts
                .iter()
                .any(|f| matches!(f.role, Role::Date | Role::Time) && f.order < t.order)
            && studio
                .brief
                .literals
                .iter()
                .any(|l| l.text == t.text && l.origin == Origin::Inferred)
    });
    if late && let Some(mut place) = wording.title.take() {
        place.role = Role::Place;
        wording.facts.push(place);
    }
    let own = wording.title.as_ref().is_some_and(|t| is_name(studio, t));
    if !own {
        let line = Line {
            literal,
            ..Line::invented(text, Role::Title)
        };
        match wording.title.replace(line) {
            // An offer keeps its place beside the occasion.
            Some(old) if is_offer(&old.text) => wording.badges.insert(0, old),
            Some(old)
                if matches!(
                    old.role,
                    Role::Place | Role::Date | Role::Time | Role::Value
                ) =>
            {
                wording.facts.insert(0, old);
            }
            Some(old) if old.role == Role::Person && wording.by.is_none() => {
                wording.by = Some(old);
            }
            Some(old) => wording.sub.insert(0, old),
            None => {}
        }
        return;
    }
    if above && wording.kicker.is_empty() {
        wording.kicker.push(Line::invented(text, Role::Kicker));
    } else if brief.genre == Genre::Label && wording.sub.is_empty() && wording.kicker.len() < 2 {
        wording.sub.push(Line::invented(text, Role::Subtitle));
    }
}

/// Whether a title is a name or a slogan of its own and not merely the first line that was found.
fn is_name(studio: &Studio<'_>, title: &Line) -> bool {
    let sure = studio
        .brief
        .literals
        .iter()
        .any(|l| l.text == title.text && l.origin <= Origin::Introduced)
        && title.role != Role::Person;
    let first = title.text.chars().find(|c| c.is_alphabetic());
    let weak = matches!(
        title.role,
        Role::Place | Role::Date | Role::Time | Role::Value | Role::Price | Role::Person
    ) || looks_like_address(&title.text);
    // Scripts without capitals say nothing by them.
    sure || first.is_some_and(char::is_uppercase) && !weak && !is_offer(&title.text)
}

/// "45 Maple Ave": a number, then words.
fn looks_like_address(text: &str) -> bool {
    let mut words = text.split_whitespace();
    let number = words
        .next()
        .is_some_and(|w| w.bytes().all(|b| b.is_ascii_digit()));
    number && words.count() >= 2
}

fn is_offer(text: &str) -> bool {
    text.contains('%') || text.to_lowercase().contains(" off")
}

/// Sets small words small and the others with a capital, where the prompt wrote all of them small.
pub fn cased(text: &str, tongue: Tongue) -> String {
    const SMALL: &[&str] = &[
        "a", "an", "the", "of", "in", "on", "at", "and", "for", "to", "by", "or", "&",
    ];
    if text.chars().any(char::is_uppercase)
        && text
            .split(' ')
            .next()
            .is_some_and(|w| w.starts_with(char::is_uppercase))
    {
        return text.to_owned();
    }
    // Only English writes titles with capitals throughout.
    if tongue != Tongue::EN {
        return crate::components::pitch::capital(text);
    }
    text.split(' ')
        .enumerate()
        .map(|(i, word)| {
            if i > 0 && SMALL.contains(&word) {
                return word.to_owned();
            }
            crate::components::pitch::capital(word)
        })
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_stay_small() {
        for (words, title) in [
            ("bake sale", "Bake Sale"),
            ("yoga retreat in Bali", "Yoga Retreat in Bali"),
            ("Form and Void", "Form and Void"),
            ("day of the dead", "Day of the Dead"),
        ] {
            assert_eq!(cased(words, Tongue::EN), title);
        }
    }
}
