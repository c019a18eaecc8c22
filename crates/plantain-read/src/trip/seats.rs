//! Plans of seats and their classes.

use crate::outline::{add, is_date, is_time, trimmed};
use crate::{Brief, Role};

/// Words before the number of a place in a hall or a stadium.
#[rustfmt::skip]
const SEATS: &[&str] = &[
    "row", "seat", "section", "screen", "gate", "block", "hall", "auditorium", "no.", "number",
    "reihe", "platz", "rang", "saal", "sitz",
    "fila", "asiento", "butaca", "sala",
    "rang", "rangée", "siège", "place", "salle",
    "posto", "poltrona", "settore",
    "fileira", "assento", "lugar", "setor",
    "rij", "stoel", "zaal",
    "rząd", "miejsce",
    "sıra", "koltuk", "salon",
    "ряд", "место", "зал", "сектор",
    "місце", "зала",
    "صف", "الصف", "مقعد", "المقعد", "قاعة", "القاعة",
    "שורה", "מושב", "כיסא", "אולם",
    "पंक्ति", "सीट", "हॉल",
];

/// Cuts the seat of an event ticket into its fields: "row F seat 22" is two labels with their values.
pub(super) fn seats(brief: &mut Brief, lower: &str) {
    let mut at = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let tail = lower[at..].to_owned();
    let base = at;
    at = 0;
    let words: Vec<(usize, &str)> = tail
        .split_inclusive([' ', ','])
        .map(|word| {
            // "'Row C Seat 8'": the marks around a quoted text are no part of its fields.
            let marks = ['\'', '"', '“', '”', '‘', '’', '«', '»', '„'];
            let bare = word.trim_start_matches(marks);
            let start = at + word.len() - bare.len();
            at += word.len();
            (
                start,
                bare.trim_end_matches([' ', ',']).trim_end_matches(marks),
            )
        })
        .collect();
    for pair in words.windows(2) {
        let ((from, label), (start, value)) = (pair[0], pair[1]);
        if !SEATS.contains(&label) {
            continue;
        }
        let shown = match label {
            "number" => "No.".to_owned(),
            _ => {
                crate::literals::capitalized(&brief.prompt[base + from..base + from + label.len()])
            }
        };
        let short =
            value.len() <= 8 && (value.contains(|c: char| c.is_ascii_digit()) || value.len() == 1);
        if !short {
            continue;
        }
        let field = base + from..base + start + value.len();
        let mut kept = Vec::new();
        for literal in &brief.literals {
            let span = literal.span.clone();
            if span.end <= field.start || span.start >= field.end {
                kept.push(literal.clone());
                continue;
            }
            for part in [
                span.start..field.start.max(span.start),
                field.end.min(span.end)..span.end,
            ] {
                if let Some(part) = trimmed(&brief.prompt, part) {
                    let text = brief.prompt[part.clone()].to_string();
                    let role = if is_time(&text) {
                        Role::Time
                    } else if is_date(&text) {
                        Role::Date
                    } else {
                        literal.role
                    };
                    kept.push(crate::Literal {
                        text,
                        span: part,
                        role,
                        ..literal.clone()
                    });
                }
            }
        }
        let renumber: Vec<Option<usize>> = brief
            .literals
            .iter()
            .map(|old| kept.iter().position(|new| new.span == old.span))
            .collect();
        brief.pairs.retain(|p| {
            renumber[p.value].is_some() && p.label.is_none_or(|l| renumber[l].is_some())
        });
        for p in &mut brief.pairs {
            p.value = renumber[p.value].unwrap_or(0);
            p.label = p.label.and_then(|l| renumber[l]);
        }
        brief.lists.clear();
        brief.literals = kept;
        let index = add(brief, base + start..field.end, Role::Value);
        brief.pairs.push(crate::Pair {
            label: None,
            label_text: shown,
            value: index,
        });
    }
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn marks_around_a_seat_are_no_part_of_it() {
        check_texts(&[(
            "movie ticket 'CINEMA' 'Row C Seat 8' '$9.50'",
            &[
                (Role::Title, "CINEMA"),
                (Role::Price, "$9.50"),
                (Role::Value, "C"),
                (Role::Value, "8"),
            ],
        )]);
    }
}
