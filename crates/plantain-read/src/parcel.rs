//! Address labels of parcels: who sends, who receives, and the number of the parcel.

use crate::outline::{add, clauses, lowered, trimmed};
use crate::{Brief, Genre, List, Role, Span};

/// Words that open the address of the sender and of the receiver.
const ENDS: &[(&str, &str)] = &[
    ("from", "from"),
    ("sender", "from"),
    ("return address", "from"),
    ("ship from", "from"),
    ("to", "to"),
    ("ship to", "to"),
    ("deliver to", "to"),
    ("recipient", "to"),
    ("receiver", "to"),
    ("absender", "from"),
    ("empfänger", "to"),
    ("expéditeur", "from"),
    ("destinataire", "to"),
    ("remitente", "from"),
    ("destinatario", "to"),
    ("remetente", "from"),
    ("destinatário", "to"),
    ("mittente", "from"),
    ("afzender", "from"),
    ("ontvanger", "to"),
    ("nadawca", "from"),
    ("odbiorca", "to"),
    ("отправитель", "from"),
    ("получатель", "to"),
];

/// Takes both addresses of a label line by line, when the prompt names both ends.
pub(crate) fn settle(brief: &mut Brief) {
    if brief.genre != Genre::Label {
        return;
    }
    let prompt = brief.prompt.clone();
    let lower = lowered(&prompt);
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let mut opened = openings(&prompt, &lower, start);
    opened.sort_by_key(|(span, _)| span.start);
    opened.dedup_by_key(|(span, _)| span.start);
    let has = |end: &str| opened.iter().filter(|(_, kind)| *kind == end).count() == 1;
    if !has("from") || !has("to") {
        return;
    }
    let first = opened[0].0.start;
    let mut lists = Vec::new();
    let mut lines: Vec<(usize, Span)> = Vec::new();
    for (n, (span, kind)) in opened.iter().enumerate() {
        let close = opened.get(n + 1).map_or(prompt.len(), |next| next.0.start);
        lists.push((*kind, span.clone()));
        for clause in clauses(&prompt[..close], span.end) {
            if steers(&lower[clause.clone()]) {
                continue;
            }
            lines.push((n, clause));
        }
    }
    let kept = |at: usize| brief.literals[at].span.start < first;
    let gone: Vec<usize> = (0..brief.literals.len())
        .rev()
        .filter(|at| !kept(*at))
        .collect();
    for at in gone {
        brief.remove_literal(at);
    }
    brief.pairs.clear();
    brief.lists = lists
        .into_iter()
        .map(|(kind, span)| List {
            kind: kind.to_string(),
            span,
            ..List::default()
        })
        .collect();
    for (list, span) in lines {
        let Some(span) = trimmed(&prompt, span) else {
            continue;
        };
        let numbered = [
            "tracking",
            "order",
            "ref",
            "weight",
            "parcel",
            "sendungsnummer",
            "n° de suivi",
        ]
        .iter()
        .any(|word| lower[span.clone()].starts_with(word));
        let role = if numbered { Role::Small } else { Role::Item };
        let at = add(brief, span, role);
        if !numbered {
            brief.lists[list].items.push(at);
        }
    }
    brief.headline = None;
}

/// Where the words stand that open an address: written in capitals, or with a colon behind.
fn openings(prompt: &str, lower: &str, start: usize) -> Vec<(Span, &'static str)> {
    let mut out = Vec::new();
    for (word, kind) in ENDS {
        for (at, _) in lower[start..].match_indices(word) {
            let span = start + at..start + at + word.len();
            let free = lower[..span.start]
                .chars()
                .next_back()
                .is_none_or(|c| !c.is_alphanumeric());
            let behind = &prompt[span.end..];
            let told = behind.starts_with(':')
                || behind.starts_with(' ') && prompt[span.clone()].chars().all(char::is_uppercase);
            if free && told {
                out.push((span, *kind));
            }
        }
    }
    out
}

/// Whether a clause tells the designer and not the postman.
fn steers(clause: &str) -> bool {
    [
        "barcode",
        "qr code",
        "style",
        "design",
        "background",
        "minimal",
        "simple",
    ]
    .iter()
    .any(|word| clause.contains(word))
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn both_ends_of_a_parcel_keep_their_lines() {
        let brief = read(
            "shipping label FROM: Ida Moss, 9 Quay Lane, Hull HU1 1AA TO: Max Bell, 4 Elm Road, Leeds LS1 2HQ, tracking RM 4482 0GB, barcode",
        );
        let lines = |kind: &str| -> Vec<&str> {
            let list = brief.lists.iter().find(|list| list.kind == kind);
            let items = list.map(|list| list.items.clone()).unwrap_or_default();
            items
                .into_iter()
                .map(|i| brief.literals[i].text.as_str())
                .collect()
        };
        assert_eq!(lines("from"), ["Ida Moss", "9 Quay Lane", "Hull HU1 1AA"]);
        assert_eq!(lines("to"), ["Max Bell", "4 Elm Road", "Leeds LS1 2HQ"]);
        assert!(
            brief
                .literals
                .iter()
                .any(|l| l.text == "tracking RM 4482 0GB")
        );
        assert_eq!(brief.literals.len(), 7);
    }
}
