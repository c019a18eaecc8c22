//! Heads of columns that stand before the rows: "Basic, Pro and Team plans: price $0, $12, $29".

use super::Group;
use crate::Span;
use crate::outline::trimmed;

/// Words behind the last of several columns that say what all of them are.
const COLUMN_KINDS: &[&str] = &[
    " plans",
    " plan",
    " tiers",
    " packages",
    " models",
    " options",
    " subscriptions",
    " editions",
    " versions",
];

/// "Basic, Pro and Team plans: price $0, $12, $29; users 1, 5, 50": what stands before the colon are the heads, what stands
/// behind it are rows of as many cells.
pub(super) fn heads_before_rows(groups: &mut Vec<Group>, prompt: &str, lower: &str) {
    let led = groups.first().is_some_and(|group| group.head.is_none());
    let at = usize::from(led);
    let Some(last) = groups.get(at).and_then(|group| group.head.clone()) else {
        return;
    };
    // The heads end in the clause that the colon closes: nothing but a comma parts it from those before.
    let joined = !led
        || groups[0].items.last().is_some_and(|item| {
            let gap = &lower[item.end..last.start];
            !gap.contains(['.', ';', '\n'])
        });
    let name = COLUMN_KINDS
        .iter()
        .find_map(|kind| lower[last.clone()].strip_suffix(kind))
        .map_or(last.clone(), |name| last.start..last.start + name.len());
    let mut heads = if led {
        groups[0].items.clone()
    } else {
        Vec::new()
    };
    let mut from = name.start;
    for joint in [" and ", " vs. ", " vs ", " versus ", " or ", " & "] {
        while let Some(found) = lower[from..name.end].find(joint) {
            heads.extend(trimmed(prompt, from..from + found));
            from += found + joint.len();
        }
    }
    heads.extend(trimmed(prompt, from..name.end));
    let k = heads.len();
    let labelled = |span: &Span| lower[span.clone()].contains(' ');
    let rows = &groups[at..];
    let even = if let [only] = rows {
        only.items.len() >= 2 * k
            && only.items.len() % k == 0
            && only.items.iter().step_by(k).all(labelled)
    } else {
        rows[0].items.len() == k
            && labelled(&rows[0].items[0])
            && rows[1..].iter().all(|row| row.items.len() == k)
    };
    if !joined || !(2..=5).contains(&k) || !even {
        return;
    }
    let cells: Vec<Group> = groups
        .drain(at..)
        .flat_map(|row| {
            let head = row.head.filter(|head| *head != last);
            let chunks: Vec<Vec<Span>> = row.items.chunks(k).map(<[Span]>::to_vec).collect();
            chunks.into_iter().map(move |items| Group {
                head: head.clone(),
                items,
            })
        })
        .collect();
    groups.clear();
    groups.push(Group {
        head: None,
        items: heads,
    });
    groups.extend(cells);
}
