//! What stands where on a logo: around the rim, below the mark, as the letters of a monogram.

use crate::outline::lowered;
use crate::{Brief, Genre, Role};

/// Words right behind a text that put it around the mark.
const AROUND: &[&str] = &[
    "around the edge",
    "around the rim",
    "around the border",
    "around the outside",
    "around the circle",
    "around it",
    "around the top",
    "along the top",
    "at the top",
    "on top",
];

/// Words right behind a text that put it under the mark.
const BELOW: &[&str] = &[
    "below",
    "beneath",
    "underneath",
    "under it",
    "at the bottom",
    "along the bottom",
];

/// Gives the texts of a logo the parts that their places tell.
pub(super) fn settle(brief: &mut Brief) {
    if brief.genre != Genre::Logo {
        return;
    }
    let lower = lowered(&brief.prompt);
    placed(brief, &lower);
    monogram(brief, &lower);
    slogan(brief, &lower);
}

/// `"IRON GULL" around the edge, "EST. 2014" below`: the name runs around, the other stands below.
fn placed(brief: &mut Brief, lower: &str) {
    let stands = |end: usize, places: &[&str]| {
        let behind = lower[end..].trim_start_matches(['"', '\'', '”', '’', '»', ' ']);
        places.iter().any(|place| behind.starts_with(place))
    };
    let ends: Vec<usize> = brief.literals.iter().map(|l| l.span.end).collect();
    let around = ends.iter().position(|&end| stands(end, AROUND));
    let below = ends.iter().position(|&end| stands(end, BELOW));
    let (Some(around), Some(below)) = (around, below) else {
        return;
    };
    brief.literals[around].role = Role::Title;
    brief.literals[below].role = Role::Subtitle;
}

/// "letters J and K interlocked", "monogram BL": the letters are the mark.
fn monogram(brief: &mut Brief, lower: &str) {
    const LEADS: &[&str] = &["letters ", "monogram ", "initials ", "letter "];
    let at = LEADS
        .iter()
        .filter_map(|lead| lower.find(lead).map(|at| at + lead.len()))
        .find(|&at| !letters(&brief.prompt[at..]).0.is_empty());
    let Some(at) = at else { return };
    let (mark, len) = letters(&brief.prompt[at..]);
    let span = at..at + len;
    // Initials that were found with their joint ("C&P") stay as they are.
    let settled = |l: &crate::Literal| l.meets(&span) && l.text.chars().count() <= 3;
    if brief.literals.iter().any(|l| settled(l) || l.text == mark) {
        return;
    }
    brief.remove_literals(|literal| literal.meets(&span) && literal.role != Role::Title);
    let index = crate::outline::add(brief, span, Role::Badge);
    brief.literals[index].text = mark;
    brief.literals.sort_by_key(|literal| literal.span.start);
}

/// The capitals at the start of a text, with or without joints between them, and where they end: at most three.
fn letters(text: &str) -> (String, usize) {
    const LETTERS_MAX: usize = 3;
    let (mut mark, mut end, mut at) = (String::new(), 0, 0);
    for word in text.split_inclusive([' ', ',']) {
        let bare = word.trim_matches(|c: char| !c.is_alphanumeric());
        let capitals = !bare.is_empty() && bare.chars().all(char::is_uppercase);
        if capitals && mark.chars().count() + bare.chars().count() <= LETTERS_MAX {
            mark.push_str(bare);
            end = at + word.find(bare).unwrap_or(0) + bare.len();
        } else if !matches!(bare, "" | "and" | "&" | "+") {
            break;
        }
        at += word.len();
    }
    (mark, end)
}

/// "tagline We walk, they wag": a short clause in small letters at the end goes on with the line.
fn slogan(brief: &mut Brief, lower: &str) {
    const WORDS_MAX: usize = 4;
    const LEADS: &[&str] = &["tagline", "slogan", "motto"];
    for literal in &mut brief.literals {
        let led = lower[..literal.span.start]
            .trim_end_matches([' ', ':'])
            .split([' ', ','])
            .next_back()
            .is_some_and(|word| LEADS.contains(&word));
        let behind = &brief.prompt[literal.span.end..];
        let Some(rest) = behind.strip_prefix(", ").filter(|_| led) else {
            continue;
        };
        let clause = rest.trim_end_matches(['.', '!', ' ']);
        let goes_on = clause.starts_with(char::is_lowercase)
            && !clause.contains([',', '.', ';', '\n'])
            && (2..=WORDS_MAX).contains(&clause.split(' ').count())
            && !crate::slide::is_wish(clause);
        if goes_on {
            literal.span.end += 2 + clause.len();
            literal.text = brief.prompt[literal.span.clone()].to_owned();
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn texts_of_a_logo_stand_where_they_are_told() {
        check_texts(&[
            (
                r#"round badge logo: "IRON GULL BREWING" around the edge, "EST. 2014" below, seagull in the middle"#,
                &[
                    (Role::Title, "IRON GULL BREWING"),
                    (Role::Subtitle, "EST. 2014"),
                ],
            ),
            (
                r#"monogram logo, letters J and K interlocked, law firm "Jensen Kaur" beneath, dark green"#,
                &[(Role::Badge, "JK"), (Role::Brand, "Jensen Kaur")],
            ),
            (
                "logo for a dog walker called Happy Tails, tagline We walk, they wag",
                &[
                    (Role::Brand, "Happy Tails"),
                    (Role::Subtitle, "We walk, they wag"),
                ],
            ),
        ]);
    }
}
