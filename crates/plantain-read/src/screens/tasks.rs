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
    if boxed(brief) {
        return;
    }
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

/// "[x] Water the ferns": lines behind boxes are the tasks, whatever they were taken for; returns whether there are any.
fn boxed(brief: &mut Brief) -> bool {
    const MARKS: &[&str] = &["[x] ", "[X] ", "[ ] ", "[] ", "[✓] "];
    let mut lines = Vec::new();
    let mut from = 0;
    for line in brief.prompt.split('\n') {
        let start = from + line.len() - line.trim_start().len();
        from += line.len() + 1;
        let mark = MARKS
            .iter()
            .find(|mark| line.trim_start().starts_with(**mark));
        if let Some(mark) = mark {
            lines.extend(crate::outline::trimmed(
                &brief.prompt,
                start + mark.len()..from - 1,
            ));
        }
    }
    if lines.len() < 2 {
        return false;
    }
    let within = lines[0].start..lines[lines.len() - 1].end;
    brief.remove_literals(|literal| literal.meets(&within));
    let items = lines
        .into_iter()
        .map(|line| crate::outline::add(brief, line, Role::Item))
        .collect();
    brief.lists.push(List {
        kind: "task".to_owned(),
        span: within,
        items,
    });
    brief.order_literals();
    true
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
                "to-do app screen titled Saturday\n[x] Water the ferns\n[ ] Fix bike light",
                &[
                    (Title, "Saturday"),
                    (Item, "Water the ferns"),
                    (Item, "Fix bike light"),
                ],
            ),
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
