//! Tasks in quotes: `to-do app, title My Tasks, "Pay rent", "Book flights"`.

use crate::outline::lowered;
use crate::{Brief, Genre, List, Origin, Role};

/// Names of screens that hold what is to be done.
const LISTS: &[&str] = &[
    "to-do",
    "todo",
    "to do list",
    "task list",
    "task app",
    "tasks app",
    "task manager",
    "checklist",
    "shopping list",
    "grocery list",
    "chore",
    "habit tracker",
    "reminders app",
];

/// Makes lines in quotes that stand on such a screen its tasks, and the name before their colon its title.
pub(crate) fn settle(brief: &mut Brief) {
    let lower = lowered(&brief.prompt);
    let quote = lower.find(['"', '\'', '“', '‘']).unwrap_or(lower.len());
    let named = LISTS.iter().any(|word| lower[..quote].contains(word));
    if !named || !matches!(brief.genre, Genre::MobileApp | Genre::WebPage) {
        return;
    }
    headed(brief);
    let lines: Vec<usize> = (0..brief.literals.len())
        .filter(|&at| {
            let literal = &brief.literals[at];
            literal.origin == Origin::Quoted
                && matches!(
                    literal.role,
                    Role::Subtitle | Role::Body | Role::Text | Role::Kicker
                )
        })
        .collect();
    let titled = brief.literals.iter().any(|l| l.role == Role::Title);
    if lines.len() < 2 || !titled || !brief.lists.is_empty() {
        return;
    }
    for &at in &lines {
        brief.literals[at].role = Role::Item;
    }
    let (first, last) = (lines[0], lines[lines.len() - 1]);
    brief.lists.push(List {
        kind: "task".to_owned(),
        span: brief.literals[first].span.start..brief.literals[last].span.end,
        items: lines,
    });
}

/// `todo list app web "My Tasks": Pay rent`: what is quoted before a colon is no address.
fn headed(brief: &mut Brief) {
    let titled = brief.literals.iter().any(|l| l.role == Role::Title);
    let head = brief.literals.iter().position(|l| {
        let behind = brief.prompt.get(l.span.end..).unwrap_or("");
        let colon = behind
            .trim_start_matches(['"', '\'', '”', '’'])
            .starts_with(':');
        let words = l.text.chars().all(|c| c.is_alphabetic() || c == ' ');
        l.origin == Origin::Quoted && colon && words
    });
    let Some(at) = head.filter(|_| !titled) else {
        return;
    };
    brief.literals[at].role = Role::Title;
    brief.pairs.retain(|pair| pair.value != at);
}

#[cfg(test)]
mod tests {
    use crate::Role::{Button, Item, Title};
    use crate::outline::check_texts;

    #[test]
    fn quoted_lines_are_tasks() {
        check_texts(&[
            (
                "web to-do app, title My Tasks, \"Pay rent\", \"Book flights\", button Add task",
                &[
                    (Title, "My Tasks"),
                    (Item, "Pay rent"),
                    (Item, "Book flights"),
                    (Button, "Add task"),
                ],
            ),
            (
                "todo list app web \"My Tasks\": Pay rent, Book flights, Email Ana",
                &[
                    (Title, "My Tasks"),
                    (Item, "Pay rent"),
                    (Item, "Book flights"),
                    (Item, "Email Ana"),
                ],
            ),
        ]);
    }
}
