//! Rows told as quotes side by side: `"Blue Hour" "Mira Sol" 3:21, "Low Tide" "Juno Park" 2:58`.

use crate::outline::{add, is_time, trimmed};
use crate::{Brief, Genre, List, Origin, Role, Span};

/// Rows that make a list, and quotes and figures of one, at least.
const ROWS_MIN: usize = 2;
const CELLS_MIN: usize = 3;
/// Words of a figure behind the quotes of a row, at most.
const TAIL_WORDS_MAX: usize = 2;

/// Makes a list of rows whose parts are quoted one behind the other, each with a figure among them or behind.
pub(crate) fn settle(brief: &mut Brief) {
    let screen = matches!(
        brief.genre,
        Genre::MobileApp | Genre::WebPage | Genre::ProductGrid
    );
    if matches!(brief.genre, Genre::Settings | Genre::PhoneHome) && brief.records.is_empty() {
        in_twos(brief);
        return;
    }
    if !screen || !brief.records.is_empty() {
        return;
    }
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let mut rows: Vec<_> = crate::quotes::rows(&brief.prompt, start, &["by", "at"])
        .into_iter()
        .filter(|row| row.len() >= 2)
        .collect();
    // `"Sunday Slow": "Blue Hour" "Mira Sol"`: what heads the list may stand right before its first row.
    let headed = rows.len() > 1 && rows[0].len() == rows[1].len() + 1;
    if headed {
        rows[0].remove(0);
    }
    let rows: Vec<Vec<Span>> = rows
        .into_iter()
        .map(|row| with_tail(&brief.prompt, row.into_iter().map(|q| (q.outer, q.inner))))
        .collect();
    let wide = rows.first().map_or(0, Vec::len);
    if rows.len() < ROWS_MIN || wide < CELLS_MIN || rows.iter().any(|row| row.len() != wide) {
        return;
    }
    let within = rows[0][0].start..rows[rows.len() - 1][wide - 1].end;
    let parts: Vec<Span> = rows.iter().flatten().cloned().collect();
    let kept = |literal: &crate::Literal| !parts.iter().any(|part| literal.meets(part));
    brief.remove_literals(|literal| !kept(literal));
    let mut list = List {
        kind: "row".into(),
        span: within,
        ..List::default()
    };
    for row in rows {
        let mut cells: Vec<usize> = Vec::new();
        for (n, span) in row.into_iter().enumerate() {
            let quoted = brief.prompt[..span.start].ends_with(['"', '\'', '“', '‘', '«', '„']);
            let at = add(brief, span, if n == 0 { Role::Item } else { Role::Value });
            if quoted {
                brief.literals[at].origin = Origin::Quoted;
            }
            cells.push(at);
        }
        // What measures a row stands at its end on the screen.
        let figure = cells[1..]
            .iter()
            .rev()
            .find(|at| is_figure(&brief.literals[**at].text))
            .unwrap_or(&cells[1]);
        brief.pair(cells[0], *figure);
        list.items.push(cells[0]);
    }
    brief.lists.push(list);
    brief.order_literals();
}

/// `"Language" "English", "Theme" "Dark"`: settings and their values, quote behind quote.
fn in_twos(brief: &mut Brief) {
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let mut rows = crate::quotes::rows(&brief.prompt, start, &[]);
    rows.retain(|row| row.len() == 2);
    if rows.len() < ROWS_MIN || !brief.pairs.is_empty() {
        return;
    }
    for row in rows {
        let at = |span: &Span| brief.literals.iter().position(|l| l.span == *span);
        let (Some(name), Some(value)) = (at(&row[0].inner), at(&row[1].inner)) else {
            continue;
        };
        brief.literals[name].role = Role::Item;
        brief.literals[value].role = Role::Value;
        for list in &mut brief.lists {
            list.items.retain(|item| *item != value);
        }
        brief.pair(name, value);
    }
}

/// `left to spend "£412.60"`: a few small words before a quoted figure that has no name are its name.
pub(crate) fn name_figures(brief: &mut Brief) {
    const WORDS: std::ops::RangeInclusive<usize> = 1..=4;
    const LEADS: &[&str] = &[
        "with",
        "and",
        "showing",
        "shows",
        "reads",
        "says",
        "title",
        "button",
        "label",
        "caption",
        "header",
        "headline",
        "text",
        "badge",
        "time",
        "clock",
        "price",
        "link",
        "field",
        "tab",
        "subtitle",
        "of",
        "the",
        "a",
        "date",
        "items",
        "list",
        "transactions",
        "cards",
        "columns",
    ];
    let screen = matches!(
        brief.genre,
        Genre::MobileApp | Genre::WebPage | Genre::Dashboard
    );
    if !screen || brief.language.0 != "en" {
        return;
    }
    for at in 0..brief.literals.len() {
        let literal = &brief.literals[at];
        let paired = brief
            .pairs
            .iter()
            .any(|pair| pair.value == at || pair.label == Some(at));
        let figure = literal
            .text
            .trim_start_matches(['+', '-', '−', '$', '€', '£', '¥', '₹'])
            .starts_with(|c: char| c.is_ascii_digit());
        if literal.origin != Origin::Quoted || paired || !figure || is_time(&literal.text) {
            continue;
        }
        let open = brief.prompt[..literal.span.start].trim_end_matches(['"', '\'', '“', '‘']);
        let from = open
            .char_indices()
            .rfind(|(_, c)| {
                matches!(
                    c,
                    ',' | ';' | ':' | '.' | '\n' | '"' | '\'' | '”' | '’' | '»' | '«'
                )
            })
            .map_or(0, |(cut, c)| cut + c.len_utf8());
        let words = open[from..].trim();
        let small = words.split(' ').all(|word| {
            word.starts_with(char::is_lowercase)
                && !LEADS.contains(&word)
                && word.chars().all(|c| c.is_alphanumeric() || c == '-')
        });
        let own = from >= brief.genre_span.as_ref().map_or(0, |span| span.end);
        if !own || !small || !WORDS.contains(&words.split(' ').count()) {
            continue;
        }
        let span = from..from + open[from..].len();
        let label_text = crate::literals::capitalized(words);
        let within = move |l: &crate::Literal| l.origin != Origin::Quoted && l.meets(&span);
        let start = literal.span.start;
        brief.remove_literals(within);
        let value = brief.literals.iter().position(|l| l.span.start == start);
        if let Some(value) = value {
            brief.pairs.push(crate::Pair {
                label: None,
                label_text,
                value,
            });
        }
        return name_figures(brief);
    }
}

/// The quotes of a row, and the figure that stands right behind them.
fn with_tail(prompt: &str, row: impl Iterator<Item = (Span, Span)>) -> Vec<Span> {
    let mut cells = Vec::new();
    let mut end = 0;
    for (outer, inner) in row {
        cells.push(inner);
        end = outer.end;
    }
    let rest = &prompt[end..];
    let stop = rest
        .find([',', ';', '\n', '"', '“'])
        .unwrap_or(rest.len())
        .min(rest.find(". ").unwrap_or(rest.len()));
    let tail = trimmed(prompt, end..end + stop).filter(|tail| {
        let text = &prompt[tail.clone()];
        is_figure(text) && text.split_whitespace().count() <= TAIL_WORDS_MAX
    });
    cells.extend(tail);
    cells
}

fn is_figure(text: &str) -> bool {
    is_time(text)
        || text
            .trim_start_matches(['+', '-', '−', '$', '€', '£', '¥'])
            .starts_with(|c: char| c.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn quotes_side_by_side_are_rows() {
        for (prompt, want) in [
            (
                "music app playlist screen \"Sunday Slow\": \"Blue Hour\" \"Mira Sol\" 3:21, \"Low Tide\" \"Juno Park\" 2:58. play button",
                "Blue Hour=3:21 Low Tide=2:58",
            ),
            (
                "reading app, books 'Dune' 'Frank Herbert' '62%', 'Emma' 'Jane Austen' '18%'",
                "Dune=62% Emma=18%",
            ),
        ] {
            let brief = read(prompt);
            let list = brief
                .lists
                .iter()
                .find(|list| list.kind == "row")
                .expect(prompt);
            let found: Vec<String> = list
                .items
                .iter()
                .map(|&at| {
                    let pair = brief.pairs.iter().find(|pair| pair.label == Some(at));
                    let value = pair.map_or("", |pair| brief.literals[pair.value].text.as_str());
                    format!("{}={value}", brief.literals[at].text)
                })
                .collect();
            assert_eq!(found.join(" "), want, "{prompt}");
        }
    }
}
