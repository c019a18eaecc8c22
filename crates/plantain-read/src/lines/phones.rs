//! Phone numbers that stand alone: "flyer guitar lessons, 555 0199, all ages".

use crate::outline::{add, clauses, is_date, trimmed};
use crate::{Brief, Genre, Role};

/// Digits of a phone number.
const DIGITS: std::ops::RangeInclusive<usize> = 7..=15;

/// Sets a clause that is a phone number and nothing else as a contact of a printed piece.
pub(super) fn settle(brief: &mut Brief) {
    let printed = matches!(
        brief.genre,
        Genre::Poster
            | Genre::Banner
            | Genre::Sign
            | Genre::SocialCard
            | Genre::BusinessCard
            | Genre::Sale
    );
    let Some(genre) = brief.genre_span.clone().filter(|_| printed) else {
        return;
    };
    let prompt = brief.prompt.clone();
    let mut added = false;
    for clause in clauses(&prompt, genre.end) {
        let Some(clause) = trimmed(&prompt, clause).filter(|c| is_phone(&prompt[c.clone()])) else {
            continue;
        };
        if let Some(known) = brief.literals.iter_mut().find(|l| l.span == clause) {
            if known.role == Role::Subtitle {
                known.role = Role::Contact;
            }
        } else if !brief.literals.iter().any(|l| l.meets(&clause)) {
            brief
                .unread
                .retain(|span| span.end <= clause.start || clause.end <= span.start);
            add(brief, clause, Role::Contact);
            added = true;
        }
    }
    if added {
        brief.order_literals();
    }
}

/// Digits in groups, as phones are written; no date and no plain number.
fn is_phone(text: &str) -> bool {
    let groups: Vec<usize> = text
        .split(|c: char| !c.is_ascii_digit())
        .map(str::len)
        .filter(|len| *len > 0)
        .collect();
    let written = text
        .chars()
        .all(|c| c.is_ascii_digit() || "+()-./ ".contains(c));
    let day = matches!(groups[..], [1..=2, 1..=2, 4] | [4, 1..=2, 1..=2] | [4, 4]);
    // "1 200 000": thousands are no phone.
    let thousands = groups.len() > 1
        && groups[0] <= 3
        && groups[1..].iter().all(|len| *len == 3)
        && !text.starts_with(['0', '+', '('])
        && (groups[0] < 3 || text.contains('.'));
    written
        && DIGITS.contains(&groups.iter().sum())
        && (groups.len() > 1 || text.starts_with(['0', '+']))
        && !day
        && !thousands
        && !is_date(text)
}

#[cfg(test)]
mod tests {
    use super::is_phone;
    use crate::{Role, read};

    #[test]
    fn phones_are_told_from_other_numbers() {
        for (text, want) in [
            ("555 0199", true),
            ("600 111 222", true),
            ("07700 900142", true),
            ("+49 221 555013", true),
            ("(212) 555-0147", true),
            ("12.06.2027", false),
            ("2026 2027", false),
            ("1 200 000", false),
            ("1.200.000", false),
            ("1200000", false),
        ] {
            assert_eq!(is_phone(text), want, "{text}");
        }
    }

    #[test]
    fn a_number_alone_is_the_contact() {
        for (prompt, phone) in [
            ("flyer guitar lessons, 555 0199, all ages", "555 0199"),
            ("lost parrot flyer, call (555) 010-2244", "(555) 010-2244"),
            (
                "business card, Emily Stone, Dentist, 45 Oak Ave, +1 (555) 014-2277, tooth icon",
                "+1 (555) 014-2277",
            ),
            (
                "cartel de gato perdido: Michi, gris, 600 111 222",
                "600 111 222",
            ),
        ] {
            let brief = read(prompt);
            let found = brief.literals.iter().find(|l| l.role == Role::Contact);
            assert_eq!(found.map(|l| l.text.as_str()), Some(phone), "{prompt}");
        }
    }
}
