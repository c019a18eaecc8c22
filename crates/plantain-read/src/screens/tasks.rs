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
    "grocery checklist",
    "packing list",
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
    if boxed(brief) || grouped(brief) {
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

/// "groups Fruit: Pears, Limes. Dairy: Oat milk.": tasks under heads of their own; returns whether there are any.
fn grouped(brief: &mut Brief) -> bool {
    const GROUPS_MIN: usize = 2;
    const HEAD_WORDS_MAX: usize = 3;
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let mut groups: Vec<(crate::Span, Vec<crate::Span>)> = Vec::new();
    let mut from = start;
    for sentence in brief.prompt[start..].split_inclusive(['.', ';', '\n']) {
        let span = from..from + sentence.len();
        from = span.end;
        let Some(colon) = sentence.find(':') else {
            continue;
        };
        let before = &sentence[..colon];
        let lead = before.rfind([',', '-']).map_or(0, |at| at + 1);
        let mut head = before[lead..].trim();
        for word in ["groups ", "sections ", "categories ", "with "] {
            head = head.strip_prefix(word).unwrap_or(head);
        }
        let at = span.start + before.rfind(head).unwrap_or(0);
        let named = head.starts_with(char::is_uppercase)
            && head.split_whitespace().count() <= HEAD_WORDS_MAX;
        let items: Vec<crate::Span> =
            crate::outline::clauses(&brief.prompt[..span.end], span.start + colon + 1)
                .into_iter()
                .filter(|item| brief.prompt[item.clone()].split_whitespace().count() <= 5)
                .collect();
        if named && !items.is_empty() {
            groups.push((at..at + head.len(), items));
        }
    }
    let quoted = brief.literals.iter().any(|l| l.origin == Origin::Quoted);
    if groups.len() < GROUPS_MIN || quoted {
        return false;
    }
    let within = groups[0].0.start
        ..groups
            .iter()
            .flat_map(|g| &g.1)
            .map(|s| s.end)
            .max()
            .unwrap_or(0);
    brief.remove_literals(|literal| literal.meets(&within));
    brief.lists.clear();
    for (head, items) in groups {
        let span = head.clone();
        let mut all = vec![crate::outline::add(brief, head, Role::Category)];
        all.extend(
            items
                .into_iter()
                .map(|item| crate::outline::add(brief, item, Role::Item)),
        );
        brief.lists.push(List {
            kind: "group".to_owned(),
            span,
            items: all,
        });
    }
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
