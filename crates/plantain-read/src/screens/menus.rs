//! The entries of a menu on a screen: "context menu: open / rename / move to trash", "share sheet with Copy link, Mail and Notes".

use crate::outline::{add, lowered, trimmed};
use crate::{Brief, Genre, List, Origin, Role, Span};

/// Words for a menu that a screen opens over itself, in lower case.
const NAMES: &[&str] = &[
    "context menu",
    "right click menu",
    "right-click menu",
    "dropdown menu",
    "drop-down menu",
    "share menu",
    "share sheet",
    "action sheet",
    "overflow menu",
    "options menu",
    "user menu",
    "account menu",
    "kebab menu",
    "kontextmenü",
    "menú contextual",
    "menu contextuel",
    "menu contestuale",
    "menu de contexto",
];
/// Words that lead from the name of a menu to its entries.
const LEADS: &[&str] = &[
    ": ",
    " with ",
    " showing ",
    " mit ",
    " con ",
    " avec ",
    " com ",
];
/// Entries of a menu, at least, and words of one, at most.
const ENTRIES_MIN: usize = 2;
const WORDS_MAX: usize = 5;

/// Fills the list of a menu that a page shows.
pub(crate) fn settle(brief: &mut Brief) {
    let lower = lowered(&brief.prompt);
    if !matches!(brief.genre, Genre::WebPage | Genre::MobileApp) {
        return;
    }
    let Some(name) = NAMES
        .iter()
        .filter_map(|name| Some(lower.rfind(name)? + name.len()))
        .max()
    else {
        return;
    };
    let Some(start) = LEADS
        .iter()
        .filter_map(|lead| Some(name + lower[name..].find(lead)? + lead.len()))
        .min()
    else {
        return;
    };
    let entries = entries(&brief.prompt, &lower, start);
    if entries.len() < ENTRIES_MIN {
        return;
    }
    let within = entries[0].start..entries[entries.len() - 1].end;
    brief.remove_literals(|literal| literal.meets(&within));
    brief.objects.clear();
    brief.relations.clear();
    let mut list = List {
        kind: "menu".into(),
        span: within,
        ..List::default()
    };
    for entry in entries {
        let quoted = brief.prompt[..entry.start].ends_with(['"', '\'', '“', '‘']);
        let at = add(brief, entry, Role::Item);
        if quoted {
            brief.literals[at].origin = Origin::Quoted;
        }
        list.items.push(at);
    }
    brief.lists.push(list);
    brief.order_literals();
}

/// The entries between slashes, bars and commas, up to the end of the sentence or what tells of the look.
fn entries(prompt: &str, lower: &str, start: usize) -> Vec<Span> {
    let end = [". ", "\n"]
        .iter()
        .filter_map(|mark| lower[start..].find(mark))
        .min()
        .map_or(lower.len(), |end| start + end);
    let mut out = Vec::new();
    let mut at = start;
    for piece in lower[start..end].split(['/', ',', '|', ';', '·', '•']) {
        let span = at..at + piece.len();
        at = span.end + 1;
        let text = &lower[span.clone()];
        // "Edit, Share and Delete": the last two.
        let joint = text.find(" and ").filter(|_| !out.is_empty());
        let spans = match joint {
            Some(and) => vec![
                span.start..span.start + and,
                span.start + and + " and ".len()..span.end,
            ],
            None => vec![span],
        };
        for span in spans {
            let Some(mut span) = trimmed(prompt, span) else {
                continue;
            };
            if let Some(rest) = lower[span.clone()].strip_prefix("and ") {
                span.start = span.end - rest.len();
            }
            let text = &lower[span.clone()];
            if crate::slide::is_wish(text) || text.split_whitespace().count() > WORDS_MAX {
                return out;
            }
            out.push(span);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn menus_have_their_entries() {
        for (prompt, want) in [
            (
                "context menu in a file manager: open/rename/duplicate/move to trash",
                "open|rename|duplicate|move to trash",
            ),
            (
                "mobile share sheet: share menu: copy link / mail / messages / AirDrop",
                "copy link|mail|messages|AirDrop",
            ),
            (
                "dropdown menu with Profile, Billing, Team and Log out, dark theme",
                "Profile|Billing|Team|Log out",
            ),
        ] {
            let brief = read(prompt);
            let items: Vec<&str> = brief
                .lists
                .iter()
                .filter(|list| list.kind == "menu")
                .flat_map(|list| list.items.iter())
                .map(|at| brief.literals[*at].text.as_str())
                .collect();
            assert_eq!(items.join("|"), want, "{prompt}");
        }
    }
}
