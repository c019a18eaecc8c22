//! Tickets and passes that are told in capitals throughout: "VIP NEON FIELDS 2027 3-DAY PASS".
//!
//! Capitals mark no border between the event and what its bearer may do; the words for rights of entry do.

use crate::outline::add;
use crate::{Brief, Genre, Origin, Role, Span};

/// What the bearer of a pass may do, or is, in lower case; the longer before the shorter.
const RIGHTS: &[&str] = &[
    "access all areas",
    "all areas access",
    "general admission",
    "golden circle",
    "all access",
    "early entry",
    "early bird",
    "no re-entry",
    "admit one",
    "admit two",
    "admit 1",
    "admit 2",
    "backstage",
    "exhibitor",
    "organizer",
    "organiser",
    "performer",
    "volunteer",
    "standing",
    "attendee",
    "delegate",
    "visitor",
    "member",
    "speaker",
    "student",
    "artist",
    "balcony",
    "sponsor",
    "media",
    "press",
    "staff",
    "adult",
    "child",
    "guest",
    "stalls",
    "crew",
    "vip",
];

/// Words that end the name of a kind of pass ("3-DAY PASS").
const KINDS: &[&str] = &["pass", "ticket", "admission", "entry"];

/// How long or how often a kind of pass holds.
const TERMS: &[&str] = &[
    "day",
    "days",
    "weekend",
    "season",
    "week",
    "month",
    "annual",
    "single",
    "return",
    "family",
    "group",
    "full",
    "night",
    "two-day",
    "three-day",
    "festival",
    "party",
    "front",
    "row",
];

/// Parts the event from the rights of entry in every text of a ticket that is written in capitals.
pub(super) fn settle(brief: &mut Brief) {
    if !matches!(brief.genre, Genre::Ticket | Genre::Badge) {
        return;
    }
    let found = brief.literals.iter().enumerate().find_map(|(at, l)| {
        (l.origin != Origin::Quoted && l.text == brief.prompt.get(l.span.clone())?)
            .then(|| parted(&l.text))?
            .map(|parts| (at, parts))
    });
    let Some((at, parts)) = found else { return };
    let (start, role) = (brief.literals[at].span.start, brief.literals[at].role);
    // Another text that leads already stays the title.
    let other = (brief.literals.iter().enumerate()).any(|(i, l)| i != at && l.role == Role::Title);
    brief.remove_literals(|l| l.span.start == start);
    for (span, right) in parts {
        let role = match right {
            Some(right) => right,
            None if other && role != Role::Title => role,
            None => Role::Title,
        };
        add(brief, start + span.start..start + span.end, role);
    }
    brief.order_literals();
}

/// The parts of a text in capitals: rights of entry with their roles, and the event between them; none for a text that is one.
fn parted(text: &str) -> Option<Vec<(Span, Option<Role>)>> {
    let shouted = text.chars().any(char::is_alphabetic) && !text.contains(char::is_lowercase);
    if !shouted {
        return None;
    }
    let lower = text.to_lowercase();
    let (mut from, mut to) = (0, lower.len());
    let (mut before, mut behind) = (Vec::new(), Vec::new());
    while let Some((len, role)) = leading(&lower[from..to]) {
        before.push((from..from + len, Some(role)));
        from += len;
        from += lower[from..to].len() - trimmed_start(&lower[from..to]).len();
    }
    while let Some((len, role)) = trailing(&lower[from..to]) {
        behind.push((to - len..to, Some(role)));
        to -= len;
        to = from + trimmed_end(&lower[from..to]).len();
    }
    let named = lower[from..to]
        .chars()
        .filter(|c| c.is_alphabetic())
        .count()
        >= 2;
    if !named || before.is_empty() && behind.is_empty() || lower.len() != text.len() {
        return None;
    }
    before.push((from..to, None));
    before.extend(behind.into_iter().rev());
    Some(before)
}

fn trimmed_start(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_whitespace() || "-–—|•·/".contains(c))
}

fn trimmed_end(text: &str) -> &str {
    text.trim_end_matches(|c: char| c.is_whitespace() || "-–—|•·/".contains(c))
}

/// Length and role of the right that a text begins with.
fn leading(text: &str) -> Option<(usize, Role)> {
    let ends = |len: usize| text[len..].starts_with(|c: char| !c.is_alphanumeric());
    if let Some(right) = RIGHTS
        .iter()
        .find(|r| text.starts_with(**r) && ends(r.len()))
    {
        // "VIP PASS": the kind of pass goes with the right.
        let rest = &text[right.len()..];
        let kind = KINDS.iter().find(|kind| {
            rest.strip_prefix(' ')
                .and_then(|r| r.strip_prefix(**kind))
                .is_some_and(|r| r.starts_with(' '))
        });
        let role = if right.starts_with("admit") {
            Role::Kicker
        } else {
            Role::Badge
        };
        return Some((right.len() + kind.map_or(0, |kind| kind.len() + 1), role));
    }
    let words: Vec<&str> = text.split(' ').collect();
    (2..=3)
        .find(|&n| words.len() > n && is_kind(&words[..n]))
        .map(|n| (words[..n].join(" ").len(), Role::Kicker))
}

/// Length and role of the right that a text ends with.
fn trailing(text: &str) -> Option<(usize, Role)> {
    let starts = |len: usize| text[..text.len() - len].ends_with(|c: char| !c.is_alphanumeric());
    if let Some(right) = RIGHTS
        .iter()
        .find(|r| text.ends_with(**r) && starts(r.len()))
    {
        return Some((right.len(), Role::Badge));
    }
    let words: Vec<&str> = text.split(' ').collect();
    // "ECHO FEST 2027 DAY 2"
    if let [.., _, "day", number] = words[..]
        && number.len() <= 2
        && number.bytes().all(|b| b.is_ascii_digit())
    {
        return Some(("day ".len() + number.len(), Role::Subtitle));
    }
    let n = (2..=4)
        .rev()
        .find(|&n| words.len() > n && is_kind(&words[words.len() - n..]))?;
    Some((words[words.len() - n..].join(" ").len(), Role::Subtitle))
}

/// "3-DAY PASS", "FULL WEEKEND TICKET", "VIP PASS": a kind of pass and how long it holds.
fn is_kind(words: &[&str]) -> bool {
    let Some((last, terms)) = words.split_last() else {
        return false;
    };
    let term = |word: &&str| {
        let bare = word.trim_start_matches(|c: char| c.is_ascii_digit() || c == '-');
        // "2027 3-DAY PASS": the year goes with the event.
        let count = bare.is_empty() && word.len() <= 2;
        count || !bare.is_empty() && (TERMS.contains(&bare) || RIGHTS.contains(word))
    };
    KINDS.contains(last) && !terms.is_empty() && terms.iter().all(term)
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn the_event_is_told_from_the_rights_of_entry() {
        check_texts(&[
            (
                "festival wristband style pass, black, VIP NEON FIELDS 2027 3-DAY PASS",
                &[
                    (Role::Badge, "VIP"),
                    (Role::Title, "NEON FIELDS 2027"),
                    (Role::Subtitle, "3-DAY PASS"),
                ],
            ),
            (
                "backstage pass, purple, ALL ACCESS LUNA TOUR 2027 CREW",
                &[
                    (Role::Badge, "ALL ACCESS"),
                    (Role::Title, "LUNA TOUR 2027"),
                    (Role::Badge, "CREW"),
                ],
            ),
            (
                "wristband style pass, red, GENERAL ADMISSION ECHO FEST 2027 DAY 2",
                &[
                    (Role::Badge, "GENERAL ADMISSION"),
                    (Role::Title, "ECHO FEST 2027"),
                    (Role::Subtitle, "DAY 2"),
                ],
            ),
            (
                "concert ticket ADMIT ONE RIVER STAGE LIVE",
                &[
                    (Role::Kicker, "ADMIT ONE"),
                    (Role::Title, "RIVER STAGE LIVE"),
                ],
            ),
            (
                "retro ticket \"VIP NIGHT PASS\"",
                &[(Role::Title, "VIP NIGHT PASS")],
            ),
        ]);
    }
}
