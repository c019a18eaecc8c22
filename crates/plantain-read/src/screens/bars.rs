//! Bars of screens: what a bar that is the whole prompt leads to, and which of it is open.

use crate::outline::lowered;
use crate::{Brief, Genre, Literal, Origin, Role};

/// Names of bars that lead to the places of a screen.
const BARS: &[&str] = &[
    "tab bar",
    "tabbar",
    "navigation bar",
    "nav bar",
    "navbar",
    "bottom navigation",
    "bottom nav",
    "bottom bar",
];
/// Byte up to which the name of a bar heads the prompt.
const HEAD_MAX: usize = 32;
/// Words for the open one, behind its name.
const OPEN: &[&str] = &[
    " active",
    " selected",
    " highlighted",
    " is active",
    " is selected",
    " is highlighted",
];

/// Makes the items of a bar tabs, and takes away what only says which of them is open.
pub(crate) fn settle(brief: &mut Brief) {
    if !matches!(brief.genre, Genre::MobileApp | Genre::WebPage) {
        return;
    }
    items(brief);
    let tabs: Vec<String> = brief
        .literals
        .iter()
        .filter(|l| l.role == Role::Tab)
        .map(|l| l.text.to_lowercase())
        .collect();
    brief.remove_literals(|l: &Literal| {
        let lower = l.text.to_lowercase();
        let name = OPEN.iter().find_map(|word| lower.strip_suffix(word));
        l.origin != Origin::Quoted && name.is_some_and(|name| tabs.iter().any(|tab| tab == name))
    });
}

/// "bottom tab bar with 5 icons Home, Search, Inbox; Inbox selected": the first row of names.
fn items(brief: &mut Brief) {
    let lower = lowered(&brief.prompt);
    let head = BARS.iter().filter_map(|bar| lower.find(bar)).min();
    let tabbed = brief.literals.iter().any(|l| l.role == Role::Tab);
    let Some(head) = head.filter(|at| *at <= HEAD_MAX && !tabbed) else {
        return;
    };
    let end = lower[head..]
        .find([';', '\n'])
        .map_or(lower.len(), |at| head + at);
    let within = |l: &Literal| l.span.start >= head && l.span.end <= end;
    let row: Vec<usize> = (0..brief.literals.len())
        .filter(|&at| within(&brief.literals[at]))
        .filter(|&at| {
            matches!(
                brief.literals[at].role,
                Role::Item | Role::Text | Role::Label
            )
        })
        .collect();
    if row.len() < 2 {
        return;
    }
    for &at in &row {
        brief.literals[at].role = Role::Tab;
    }
    brief
        .lists
        .retain(|list| !list.items.iter().any(|at| row.contains(at)));
    brief
        .objects
        .retain(|o| o.span.start < head || o.span.end > end);
}

#[cfg(test)]
mod tests {
    use crate::{Role, read};

    #[test]
    fn a_bar_leads_to_its_items() {
        for (prompt, want) in [
            (
                "bottom tab bar with 5 icons Home, Search, Add, Inbox, Profile; Inbox selected",
                "Home|Search|Add|Inbox|Profile",
            ),
            (
                "mobile navigation bar, tabs Home, Saved, Account, Saved active",
                "Home|Saved|Account",
            ),
        ] {
            let brief = read(prompt);
            let texts: Vec<&str> = brief.literals.iter().map(|l| l.text.as_str()).collect();
            assert_eq!(texts.join("|"), want, "{prompt}");
            assert!(
                brief.literals.iter().all(|l| l.role == Role::Tab),
                "{prompt}"
            );
        }
    }
}
