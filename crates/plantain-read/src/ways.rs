//! Signs that point the way: "Beach left, Harbour straight on".

use crate::outline::{add, clauses, lowered, trimmed};
use crate::{Brief, Genre, Pair, Role, Span};

/// Fewest places that make a sign one that points to several.
const WAYS_MIN: usize = 2;

/// Words for a way, longest first within a kind: as people write them, and the way.
const WAYS: &[(&str, &str)] = &[
    ("straight ahead", "ahead"),
    ("straight on", "ahead"),
    ("straight", "ahead"),
    ("ahead", "ahead"),
    ("up", "ahead"),
    ("left", "left"),
    ("right", "right"),
    ("back", "back"),
    ("down", "back"),
    ("←", "left"),
    ("⬅️", "left"),
    ("⬅", "left"),
    ("→", "right"),
    ("➡️", "right"),
    ("➡", "right"),
    ("↑", "ahead"),
    ("⬆️", "ahead"),
    ("⬆", "ahead"),
    ("↓", "back"),
    ("⬇️", "back"),
    ("⬇", "back"),
    ("links", "left"),
    ("rechts", "right"),
    ("geradeaus", "ahead"),
    ("rechtdoor", "ahead"),
    ("à gauche", "left"),
    ("à droite", "right"),
    ("gauche", "left"),
    ("droite", "right"),
    ("tout droit", "ahead"),
    ("a la izquierda", "left"),
    ("a la derecha", "right"),
    ("izquierda", "left"),
    ("derecha", "right"),
    ("recto", "ahead"),
    ("à esquerda", "left"),
    ("à direita", "right"),
    ("esquerda", "left"),
    ("direita", "right"),
    ("em frente", "ahead"),
    ("a sinistra", "left"),
    ("a destra", "right"),
    ("sinistra", "left"),
    ("destra", "right"),
    ("dritto", "ahead"),
    ("w lewo", "left"),
    ("w prawo", "right"),
    ("lewo", "left"),
    ("prawo", "right"),
    ("prosto", "ahead"),
    ("налево", "left"),
    ("направо", "right"),
    ("влево", "left"),
    ("вправо", "right"),
    ("прямо", "ahead"),
    ("ліворуч", "left"),
    ("праворуч", "right"),
    ("sola", "left"),
    ("sağa", "right"),
    ("sol", "left"),
    ("sağ", "right"),
    ("düz", "ahead"),
    ("يسار", "left"),
    ("يمين", "right"),
    ("שמאלה", "left"),
    ("ימינה", "right"),
    ("बाएं", "left"),
    ("दाएं", "right"),
    ("左", "left"),
    ("右", "right"),
    ("直进", "ahead"),
    ("直行", "ahead"),
    ("왼쪽", "left"),
    ("오른쪽", "right"),
    ("직진", "ahead"),
];

/// Small words around the word for a way ("to the left", "with an arrow pointing left", "left arrow").
const AROUND: &[&str] = &[
    "to",
    "the",
    "on",
    "with",
    "an",
    "a",
    "arrow",
    "arrows",
    "pointing",
    "points",
    "is",
    "and",
    "nach",
    "flèche",
    "flecha",
    "freccia",
    "pfeil",
    "pijl",
    "strzałka",
];

/// Takes the places of a sign with their ways: each becomes a text whose pair names the way.
pub(crate) fn settle(brief: &mut Brief) {
    if brief.genre != Genre::Sign {
        return;
    }
    let prompt = brief.prompt.clone();
    let lower = lowered(&prompt);
    let from = brief.genre_span.as_ref().map_or(0, |span| span.end);
    // What stands before a colon tells of the sign, not of the way.
    let from = prompt[from..].find(':').map_or(from, |at| from + at + 1);
    let found: Vec<(Span, &'static str)> = clauses(&prompt, from)
        .into_iter()
        .flat_map(|clause| joined(&lower, clause))
        .filter_map(|clause| way(&prompt, &lower, clause))
        .collect();
    if found.len() < WAYS_MIN {
        return;
    }
    let start = found[0].0.start.min(from);
    let named = |text: &str| {
        let words = text.to_lowercase();
        ["direction", "wayfinding", "arrow", "signpost"]
            .iter()
            .any(|w| words.contains(w))
    };
    let mut at = brief.literals.len();
    while at > 0 {
        at -= 1;
        let literal = &brief.literals[at];
        let told = found.iter().any(|(span, _)| {
            literal.span.start < span.end + 2 && span.start < literal.span.end + 2
        });
        let guessed = literal.span.start < start && named(&literal.text);
        if told || guessed {
            brief.remove_literal(at);
        }
    }
    brief.lists.clear();
    for (span, way) in found {
        let value = add(brief, span, Role::Item);
        brief.pairs.push(Pair {
            label: None,
            label_text: way.to_string(),
            value,
        });
    }
}

/// "Parking left and Lifts right": each half that names a way of its own.
fn joined(lower: &str, clause: Span) -> Vec<Span> {
    let text = &lower[clause.clone()];
    let Some(at) = text.find(" and ") else {
        return vec![clause];
    };
    let halves = [
        clause.start..clause.start + at,
        clause.start + at + " and ".len()..clause.end,
    ];
    let both = halves.iter().all(|half| {
        WAYS.iter()
            .any(|(word, _)| stands_in(&lower[half.clone()], word))
    });
    if both { halves.to_vec() } else { vec![clause] }
}

/// Whether a word opens or closes a text.
fn stands_in(text: &str, word: &str) -> bool {
    let bare = text.trim();
    bare.starts_with(word) || bare.ends_with(word)
}

/// The place of a clause and its way; none when the clause names no way or nothing but it.
fn way(prompt: &str, lower: &str, clause: Span) -> Option<(Span, &'static str)> {
    let (mut from, mut to) = (clause.start, clause.end);
    let mut found = None;
    loop {
        let text = &lower[from..to];
        let cut = text.len()
            - text
                .trim_start_matches([' ', '"', '\'', '(', '-', '–', ':'])
                .len();
        from += cut;
        let text = &lower[from..to];
        to -= text.len() - text.trim_end_matches([' ', '"', '\'', ')', '.', '!']).len();
        let text = &lower[from..to];
        let wide = |word: &str| word.chars().all(char::is_alphabetic) && word.is_ascii();
        let opens = |word: &str| {
            text.strip_prefix(word).is_some_and(|rest| {
                rest.starts_with([' ', ':', '-', '"']) || !wide(word) && !rest.is_empty()
            })
        };
        let closes = |word: &str| {
            text.strip_suffix(word).is_some_and(|rest| {
                rest.ends_with([' ', '"', '(', '-', ':']) || !word.is_ascii() && !rest.is_empty()
            })
        };
        if let Some((word, way)) = WAYS
            .iter()
            .find(|(word, _)| found.is_none() && closes(word))
        {
            (to, found) = (to - word.len(), Some(*way));
        } else if let Some((word, way)) =
            WAYS.iter().find(|(word, _)| found.is_none() && opens(word))
        {
            (from, found) = (from + word.len(), Some(*way));
        } else if let Some(word) = AROUND.iter().find(|word| closes(word)) {
            to -= word.len();
        } else if let Some(word) = AROUND
            .iter()
            .find(|word| found.is_some() && opens(word) && prompt[from..].starts_with(**word))
        {
            from += word.len();
        } else {
            break;
        }
    }
    Some((trimmed(prompt, from..to)?, found?))
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn places_of_a_sign_have_their_ways() {
        type Case = (&'static str, &'static [(&'static str, &'static str)]);
        const CASES: &[Case] = &[
            (
                "directional sign with arrows: left Beach, right Old Town, straight on Harbour",
                &[
                    ("left", "Beach"),
                    ("right", "Old Town"),
                    ("ahead", "Harbour"),
                ],
            ),
            (
                "hospital wayfinding sign: Emergency →, Cafeteria ←, Radiology ↑",
                &[
                    ("right", "Emergency"),
                    ("left", "Cafeteria"),
                    ("ahead", "Radiology"),
                ],
            ),
            (
                "trail sign \"Lake\" arrow left, \"Summit\" arrow right",
                &[("left", "Lake"), ("right", "Summit")],
            ),
            (
                "sign with arrows: Parking to the left, Entrance straight ahead",
                &[("left", "Parking"), ("ahead", "Entrance")],
            ),
            (
                "Wegweiser Schild: Strand links, Hafen rechts",
                &[("left", "Strand"), ("right", "Hafen")],
            ),
            ("sign: keep left, no parking", &[]),
        ];
        for (prompt, want) in CASES {
            let brief = read(prompt);
            let found: Vec<(&str, &str)> = brief
                .pairs
                .iter()
                .filter(|pair| {
                    matches!(
                        pair.label_text.as_str(),
                        "left" | "right" | "ahead" | "back"
                    )
                })
                .map(|pair| {
                    (
                        pair.label_text.as_str(),
                        brief.literals[pair.value].text.as_str(),
                    )
                })
                .collect();
            assert_eq!(found, *want, "{prompt}");
        }
    }
}
