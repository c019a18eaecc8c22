//! Words of signs: those that stand right behind the sign ("street sign Elm St"), and lines that the reader cut.

use crate::outline::{add, clauses, lowered, trimmed, words};
use crate::quotes::Quoted;
use crate::{Brief, Genre, Literal, Origin, Role, Span};

/// Boards whose words may follow them without "that says".
const BOARDS: &[&str] = &[
    "sign",
    "billboard",
    "signpost",
    "placard",
    "marquee",
    "nameplate",
];
/// Words that may stand small within the words of a board.
const JOINTS: &[&str] = &[
    "of", "the", "and", "&", "to", "for", "in", "or", "a", "de", "la",
];
/// Words that tell where a board is or how it looks, behind what stands on it.
#[rustfmt::skip]
const PLACES: &[&str] = &[
    "on", "in", "at", "above", "below", "beside", "next", "near", "with", "over", "under", "by",
    "behind", "against", "between", "outside", "hanging", "hangs", "standing", "stands", "leaning",
    "mounted", "painted", "written", "lit", "glowing", "and", "style", "font", "letters", "text",
    "is", "has", "along", "from", "while", "as", "through", "surrounded", "made",
];
/// Words that open a line of a sign beside its date or time.
const OPENINGS: &[&str] = &[
    "back", "open", "opens", "opening", "closed", "closes", "from", "until", "till", "daily",
    "every",
];
/// Longest such line, in words.
const WORDS_MAX: usize = 6;

/// Returns the words right behind a board that are written with capitals in a prompt without quotes: they stand on it.
pub(crate) fn lettered(prompt: &str) -> Option<Quoted> {
    let words: Vec<(usize, &str)> = words(prompt).collect();
    let board = words
        .iter()
        .position(|(_, word)| BOARDS.contains(word))
        .filter(|at| {
            words[..*at]
                .iter()
                .all(|(_, w)| !w.starts_with(char::is_uppercase))
        })?;
    let capital = |at: usize| {
        words.get(at).is_some_and(|(_, word)| {
            word.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
        })
    };
    let first = board + 1;
    let (start, lead) = *words.get(first)?;
    if !lead.starts_with(char::is_uppercase) || lead.starts_with("T-") {
        return None;
    }
    let mut end = start;
    for at in first..words.len() {
        let (from, word) = words[at];
        // "Beware of the Dog", "Fresh bread daily", but "Bean above the door".
        let small = words[at..]
            .iter()
            .take_while(|(_, word)| JOINTS.contains(word));
        let named = capital(at + small.count());
        if !named && PLACES.contains(&word.trim_end_matches([',', ';', ':', '.'])) {
            break;
        }
        let bare = word.trim_end_matches([',', ';', ':', '.']);
        end = from + bare.len();
        if bare.len() < word.len() {
            break;
        }
    }
    let letters = prompt[start..end]
        .chars()
        .filter(|c| c.is_alphanumeric())
        .count();
    (letters >= 3).then_some(Quoted {
        outer: start..end,
        inner: start..end,
    })
}

/// Puts the lines of a sign together where they were cut or told twice.
pub(super) fn settle(brief: &mut Brief) {
    if brief.genre != Genre::Sign {
        return;
    }
    colour_of_plate(brief);
    style_of_sign(brief);
    hours_lead(brief);
    days_in_order(brief);
    carried(brief);
    told_twice(brief);
    whole_lines(brief);
}

fn guessed_title(brief: &Brief) -> Option<usize> {
    brief
        .literals
        .iter()
        .position(|l| l.role == Role::Title && l.origin != Origin::Quoted)
}

/// "green exit sign": the colour is that of the plate.
fn colour_of_plate(brief: &mut Brief) {
    let Some(title) = guessed_title(brief) else {
        return;
    };
    let literal = &brief.literals[title];
    let Some((first, rest)) = literal.text.split_once(' ') else {
        return;
    };
    let small = literal.text.starts_with(char::is_lowercase);
    if !small || crate::colors::named(first, "en").is_none() {
        return;
    }
    let cut = literal.text.len() - rest.len();
    let span = literal.span.start + cut..literal.span.end;
    let text = rest.to_owned();
    let literal = &mut brief.literals[title];
    literal.text = text;
    literal.span = span;
    brief.headline = None;
}

/// "airport style sign: Gates A1-A20": what it looks like is not written on it.
fn style_of_sign(brief: &mut Brief) {
    let styled = |at: &usize| brief.literals[*at].text.ends_with(" style");
    if let Some(title) = guessed_title(brief).filter(styled) {
        brief.remove_literal(title);
        brief.headline = None;
    }
}

/// "shop opening hours sign Mon-Fri 9-6, Sat 10-4": the words for the hours lead them.
fn hours_lead(brief: &mut Brief) {
    const HOURS: &[&str] = &[
        "opening hours",
        "business hours",
        "visiting hours",
        "office hours",
        "shop hours",
        "store hours",
    ];
    let lower = lowered(&brief.prompt);
    let Some(span) = HOURS.iter().find_map(|words| {
        let at = lower.find(&format!("{words} sign"))?;
        Some(at..at + words.len())
    }) else {
        return;
    };
    let titled = |l: &Literal| l.role == Role::Title && l.origin <= Origin::Introduced;
    let named = lower.contains("title") && brief.literals.iter().any(titled);
    if named || brief.literals.iter().any(|l| l.meets(&span)) {
        return;
    }
    for literal in &mut brief.literals {
        if literal.role == Role::Title {
            literal.role = Role::Subtitle;
        }
    }
    brief.headline = None;
    add(brief, span, Role::Title);
    brief.order_literals();
}

/// "Mon-Fri 9:00-18:00, Sat 10:00-16:00, Sun Closed": lines of days are one list, in the order of the prompt; "the shop is
/// Fern & Thread" names the house.
fn days_in_order(brief: &mut Brief) {
    const LINES_MIN: usize = 2;
    let day = |l: &Literal| {
        let first = l
            .text
            .split([' ', '-', '–', ':', '.'])
            .next()
            .unwrap_or_default();
        crate::calendar::weekday(&first.to_lowercase()).is_some() && l.text.contains([' ', ':'])
    };
    // Lines of one kind stand in their order anyway.
    let timed = |l: &&Literal| matches!(l.role, Role::Date | Role::Time);
    let lines: Vec<&Literal> = brief.literals.iter().filter(|l| day(l)).collect();
    let mixed = lines.iter().any(timed) && !lines.iter().all(timed);
    if lines.len() < LINES_MIN || !mixed {
        return;
    }
    for literal in &mut brief.literals {
        if day(literal) {
            literal.role = Role::Time;
        } else if let Some(at) = ["shop is ", "store is ", "place is ", "name is "]
            .iter()
            .find(|lead| literal.text.to_lowercase().starts_with(**lead))
            .map(|lead| lead.len())
        {
            literal.span.start += at;
            literal.text = literal.text[at..].to_owned();
            literal.role = Role::Brand;
        }
    }
    if brief.literals.iter().any(|l| l.role == Role::Title) {
        brief.headline = None;
    }
    brief.order_literals();
}

/// "neon open sign on brick wall OPEN 24 HOURS": before capitals throughout stands where the sign hangs.
fn carried(brief: &mut Brief) {
    let Some(title) = guessed_title(brief) else {
        return;
    };
    let literal = &brief.literals[title];
    let shouts = |word: &str| {
        word.chars().any(|c| c.is_alphanumeric()) && !word.chars().any(char::is_lowercase)
    };
    let all: Vec<(usize, &str)> = words(&literal.text).collect();
    let tail = all
        .iter()
        .rev()
        .take_while(|(_, word)| shouts(word))
        .count();
    let lettered = all[all.len() - tail..]
        .iter()
        .any(|(_, word)| word.chars().filter(|c| c.is_alphabetic()).count() >= 3);
    let small = literal.text.starts_with(char::is_lowercase);
    if tail == 0 || tail == all.len() || !small || !lettered {
        return;
    }
    let cut = all[all.len() - tail].0;
    let literal = &mut brief.literals[title];
    literal.text = literal.text[cut..].to_owned();
    literal.span.start += cut;
}

/// "no parking sign, NO PARKING 8am-6pm": the line says what the sign is called, and more.
fn told_twice(brief: &mut Brief) {
    let Some(title) = guessed_title(brief) else {
        return;
    };
    let name = brief.literals[title].text.to_lowercase();
    let again = |l: &Literal| l.text.to_lowercase().starts_with(&name);
    // "wet floor sign, CAUTION WET FLOOR": a line that ends so says it better.
    let guessed = brief.literals[title].origin == Origin::Inferred;
    let better = (0..if guessed { brief.literals.len() } else { 0 }).find(|&at| {
        at != title
            && brief.literals[at]
                .text
                .to_lowercase()
                .ends_with(&format!(" {name}"))
    });
    if let Some(line) = better {
        brief.literals[line].role = Role::Title;
        brief.remove_literal(title);
        brief.headline = None;
        return;
    }
    let Some(line) =
        (0..brief.literals.len()).find(|&at| at != title && again(&brief.literals[at]))
    else {
        return;
    };
    let span = brief.literals[line].span.clone();
    let head = span.start..span.start + name.len();
    let Some(own) = brief.prompt.get(head.clone()).map(str::to_owned) else {
        return;
    };
    brief.literals[title].text = own;
    brief.literals[title].span = head.clone();
    brief.headline = None;
    match trimmed(&brief.prompt, head.end..span.end) {
        Some(rest) => {
            let literal = &mut brief.literals[line];
            literal.text = brief.prompt[rest.clone()].to_owned();
            literal.span = rest;
        }
        None => brief.remove_literal(line),
    }
    brief.order_literals();
}

/// "CLOSED, back at 2 PM": what leads to a time stands with it.
fn whole_lines(brief: &mut Brief) {
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let prompt = brief.prompt.clone();
    for clause in clauses(&prompt, start) {
        let Some(clause) = trimmed(&prompt, clause) else {
            continue;
        };
        let text = &prompt[clause.clone()];
        let first = text.split(' ').next().unwrap_or_default().to_lowercase();
        let told = OPENINGS.contains(&first.as_str());
        if !told || text.split(' ').count() > WORDS_MAX || !is_cut(brief, &clause) {
            continue;
        }
        brief.remove_literals(|l| l.meets(&clause));
        add(brief, clause, Role::Time);
    }
    brief.order_literals();
}

/// Whether only the end of a clause was read, as a day or a time.
fn is_cut(brief: &Brief, clause: &Span) -> bool {
    let mut inside = brief.literals.iter().filter(|l| l.meets(clause));
    let (Some(part), None) = (inside.next(), inside.next()) else {
        return false;
    };
    matches!(part.role, Role::Time | Role::Date)
        && part.origin != Origin::Quoted
        && part.span.start > clause.start
        && part.span.end == clause.end
}

#[cfg(test)]
mod tests {
    use super::lettered;
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn capitals_behind_a_board_stand_on_it() {
        for (prompt, words) in [
            ("street sign Elm St", Some("Elm St")),
            (
                "a wooden sign Beware of the Dog on a fence",
                Some("Beware of the Dog"),
            ),
            (
                "a bakery with a sign Fresh Bread, two cats",
                Some("Fresh Bread"),
            ),
            (
                "shop sign Fresh bread daily, brown",
                Some("Fresh bread daily"),
            ),
            ("a cafe with a sign Bean above the door", Some("Bean")),
            (
                "neon sign Open 24 hours on a brick wall",
                Some("Open 24 hours"),
            ),
            ("a sign on a wall", None),
            ("Street Sign Elm St", None),
            ("a neon sign above Times Square", None),
        ] {
            let found = lettered(prompt).map(|quoted| &prompt[quoted.inner]);
            assert_eq!(found, words, "{prompt}");
        }
    }

    #[test]
    fn lines_of_signs_are_whole_and_told_once() {
        check_texts(&[
            ("street sign Elm St", &[(Role::Title, "Elm St")]),
            (
                "no parking sign, NO PARKING 8am-6pm",
                &[(Role::Title, "NO PARKING"), (Role::Date, "8am-6pm")],
            ),
            (
                "neon open sign on brick wall OPEN 24 HOURS",
                &[(Role::Title, "OPEN 24 HOURS")],
            ),
            (
                "shop door sign, CLOSED, back at 2 PM",
                &[(Role::Title, "CLOSED"), (Role::Time, "back at 2 PM")],
            ),
            ("green exit sign, EXIT", &[(Role::Title, "EXIT")]),
            (
                "beware of the dog sign for a gate",
                &[(Role::Title, "beware of the dog")],
            ),
            (
                "shop opening hours sign Mon-Fri 9-6, Sat 10-4, Sun closed",
                &[
                    (Role::Title, "opening hours"),
                    (Role::Subtitle, "Mon-Fri 9-6"),
                    (Role::Subtitle, "Sat 10-4"),
                    (Role::Body, "Sun closed"),
                ],
            ),
            (
                "airport style sign: Gates A1-A20 with arrow left, Baggage claim arrow right",
                &[(Role::Item, "Gates A1-A20"), (Role::Item, "Baggage claim")],
            ),
        ]);
    }
}
