//! Reads rows of a screen with several values each: "Burger Barn 4.7 25-35 min $2.99 delivery; Sushi Kai 4.9 …".

mod parted;

use crate::cells::{Cell, cells};
use crate::outline::{add, clauses, lowered};
use crate::states::state;
use crate::{Brief, Genre, List, Origin, Pair, Role, Span};

/// A row: its name, and its values in order.
#[derive(Debug, Clone)]
struct Row {
    name: Span,
    values: Vec<Span>,
    /// Whether its words end in a state ("done"), which is drawn and not set.
    marked: bool,
    /// Where it ends, its state included.
    end: usize,
}

/// Words of a row's name, at most.
const NAME_WORDS_MAX: usize = 5;
/// Words behind a figure that belong to it, at most.
const UNIT_WORDS_MAX: usize = 2;

/// Puts the rows of a screen in order where the reader lost some of their values.
pub(crate) fn settle(brief: &mut Brief) {
    let screen = matches!(
        brief.genre,
        Genre::MobileApp | Genre::WebPage | Genre::ProductGrid | Genre::Landing
    );
    // Episodes and events have a form of their own.
    let formed = |list: &List| matches!(list.kind.as_str(), "episode" | "event" | "appointment");
    let formed = brief.lists.iter().any(formed);
    if !screen
        || formed
        || !brief.records.is_empty()
        || brief.tool.is_some()
        || brief.planner.is_some()
    {
        return;
    }
    let lower = lowered(&brief.prompt);
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let parted = parted::rows(&brief.prompt, &lower, start);
    let kind = if parted.is_empty() { "item" } else { "row" };
    let rows = if parted.is_empty() {
        rows(&brief.prompt, &lower, start)
    } else {
        parted
    };
    let rows = if brief.genre == Genre::ProductGrid && !counts_goods(&lower) {
        numbered_names(rows, &lower)
    } else {
        rows
    };
    let rows = if brief.genre == Genre::ProductGrid {
        measured_names(rows, &lower)
    } else {
        rows
    };
    let worded = worded(&brief.prompt, &lower, start);
    let (kind, rows) = if worded.len() >= rows.len().max(1) {
        ("row", worded)
    } else {
        (kind, rows)
    };
    let rich = rows.iter().filter(|row| row.values.len() >= 2).count();
    let marked = rows.iter().filter(|row| row.marked).count();
    let read = kind == "item"
        && rows.iter().all(|row| is_read(brief, row))
        && !rows.iter().any(|row| row.marked);
    let torn = rows.iter().any(|row| is_torn(brief, row));
    if rows.len() < 2 || rich < 2 && marked == 0 && kind == "item" && !torn || read {
        return;
    }
    let touches = |span: &Span| {
        rows.iter()
            .any(|row| span.start < row.end && row.name.start < span.end)
    };
    let quoted = brief
        .literals
        .iter()
        .any(|l| l.origin == Origin::Quoted && touches(&l.span));
    if quoted {
        return;
    }
    let mut desk = Brief {
        prompt: brief.prompt.clone(),
        ..Brief::default()
    };
    // What stands outside the rows keeps its pairs.
    let mut places: Vec<Option<usize>> = vec![None; brief.literals.len()];
    for (at, literal) in brief.literals.iter().enumerate() {
        if !touches(&literal.span) {
            places[at] = Some(desk.literals.len());
            desk.literals.push(literal.clone());
        }
    }
    for pair in &brief.pairs {
        let label = pair.label.map(|at| places[at]);
        if let (Some(value), true) = (places[pair.value], label != Some(None)) {
            desk.pairs.push(Pair {
                label: label.flatten(),
                label_text: pair.label_text.clone(),
                value,
            });
        }
    }
    for list in &brief.lists {
        let items: Vec<usize> = list.items.iter().filter_map(|&at| places[at]).collect();
        if items.len() == list.items.len() {
            desk.lists.push(List {
                items,
                ..list.clone()
            });
        }
    }
    let mut list = List {
        kind: kind.into(),
        span: rows[0].name.start..rows[rows.len() - 1].name.end,
        ..List::default()
    };
    for row in &rows {
        let name = add(&mut desk, row.name.clone(), Role::Item);
        list.items.push(name);
        // What a row is paired with is its figure, where it has one.
        let figure = row
            .values
            .iter()
            .position(|value| {
                matches!(
                    cells(&desk.prompt, value.clone())[..],
                    [(_, Cell::Money)] | [(_, Cell::Money), (_, Cell::Words)]
                )
            })
            .filter(|_| kind == "row")
            .unwrap_or(0);
        for (n, value) in row.values.iter().enumerate() {
            let value = add(&mut desk, value.clone(), Role::Value);
            if n == figure {
                desk.pair(name, value);
            }
        }
    }
    desk.lists.push(list);
    brief.objects.retain(|object| !touches(&object.span));
    brief.relations.clear();
    brief.literals = desk.literals;
    brief.pairs = desk.pairs;
    brief.lists = desk.lists;
    brief.order_literals();
}

/// Rows that are told part by part, with their names in front; empty where there are none.
pub(crate) fn parted(prompt: &str, lower: &str, start: usize) -> Vec<Vec<Span>> {
    parted::rows(prompt, lower, start)
        .into_iter()
        .map(|row| [row.name].into_iter().chain(row.values).collect())
        .collect()
}

/// "Squats 4 x | 10": whether a text was read that ends within a value of a row.
fn is_torn(brief: &Brief, row: &Row) -> bool {
    let cuts = |at: usize| {
        row.values
            .iter()
            .any(|value| value.start < at && at < value.end)
    };
    brief
        .literals
        .iter()
        .any(|literal| cuts(literal.span.start) || cuts(literal.span.end))
}

/// "Monstera water today, Fern in 2 days": behind names, when something is due or was done, in words.
fn worded(prompt: &str, lower: &str, start: usize) -> Vec<Row> {
    const WHEN: &[&str] = &[
        "today",
        "tomorrow",
        "yesterday",
        "tonight",
        "now",
        "daily",
        "weekly",
        "monthly",
        "never",
        "in",
        "due",
        "every",
        "next",
        "since",
        "until",
        "ago",
        "at",
        "heute",
        "morgen",
        "hoy",
        "mañana",
        "demain",
        "oggi",
        "domani",
        "hoje",
        "amanhã",
    ];
    const ROWS_MIN: usize = 3;
    let verbs = &crate::lexicon::lexicon().verbs;
    let mut out: Vec<Row> = Vec::new();
    for mut clause in clauses(prompt, start) {
        if let Some(colon) = lower[clause.clone()].rfind(": ") {
            clause.start += colon + 2;
        }
        let words: Vec<&str> = lower[clause.clone()].split(' ').collect();
        let name = prompt[clause.clone()]
            .split(' ')
            .take_while(|word| word.starts_with(char::is_uppercase))
            .count();
        let told = words.iter().skip(name).any(|word| WHEN.contains(word));
        let named = (1..=3).contains(&name) && !verbs.contains_key(words[0]);
        if named && told && (1..=5).contains(&(words.len() - name)) {
            let len: usize = words[..name]
                .iter()
                .map(|word| word.len() + 1)
                .sum::<usize>()
                - 1;
            let value = clause.start + len + 1..clause.end;
            out.push(Row {
                name: clause.start..clause.start + len,
                values: vec![value],
                marked: false,
                end: clause.end,
            });
        } else if out.len() >= ROWS_MIN {
            break;
        } else {
            out.clear();
        }
    }
    if out.len() < ROWS_MIN {
        out.clear();
    }
    out
}

/// Whether every text of a row was read already.
fn is_read(brief: &Brief, row: &Row) -> bool {
    let known = |span: &Span| brief.literals.iter().any(|l| l.span == *span);
    known(&row.name) && row.values.iter().all(known)
}

/// The rows that stand side by side, from the first to the last.
fn rows(prompt: &str, lower: &str, start: usize) -> Vec<Row> {
    let mut out: Vec<Row> = Vec::new();
    for mut clause in clauses(prompt, start) {
        if let Some(colon) = lower[clause.clone()].rfind(": ") {
            clause.start += colon + 2;
        }
        for lead in ["and ", "with ", "then "] {
            if lower[clause.clone()].starts_with(lead) {
                clause.start += lead.len();
            }
        }
        match row(prompt, lower, clause) {
            Some(row) => out.push(row),
            // One list only: what follows it is something else.
            None if out.len() >= 2 => break,
            None => out.clear(),
        }
    }
    out
}

/// Whether goods are told with how many there are of each: in a basket, on an order, in stock.
pub(crate) fn counts_goods(lower: &str) -> bool {
    [
        "cart", "basket", "checkout", "order", "qty", "quantity", "stock", "rating", "stars",
    ]
    .iter()
    .any(|word| lower.contains(word))
}

/// "Swift 2 $89": where goods are not counted, the number before the price is part of their name.
fn numbered_names(mut rows: Vec<Row>, lower: &str) -> Vec<Row> {
    const DIGITS_MAX: usize = 3;
    for row in &mut rows {
        let [number, price] = &row.values[..] else {
            continue;
        };
        let short = number.len() <= DIGITS_MAX;
        let digits = lower[number.clone()].bytes().all(|b| b.is_ascii_digit());
        let paid = matches!(cells(lower, price.clone())[..], [(_, Cell::Money)]);
        if short && digits && paid && lower[row.name.end..number.start].trim().is_empty() {
            row.name.end = number.end;
            row.values.remove(0);
        }
    }
    rows
}

/// "Espresso Beans 1kg $21": how much of the goods is sold is part of their name.
fn measured_names(mut rows: Vec<Row>, lower: &str) -> Vec<Row> {
    const UNITS: &[&str] = &[
        "kg", "g", "ml", "l", "cl", "oz", "lb", "cm", "mm", "pcs", "pack",
    ];
    for row in &mut rows {
        let [measure, price] = &row.values[..] else {
            continue;
        };
        let text = &lower[measure.clone()];
        let unit = text.trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, '.' | ','));
        let paid = matches!(cells(lower, price.clone())[..], [(_, Cell::Money)]);
        if unit.len() < text.len() && UNITS.contains(&unit.trim()) && paid {
            row.name.end = measure.end;
            row.values.remove(0);
        }
    }
    rows
}

/// A clause that is a name with values, or with a state.
fn row(prompt: &str, lower: &str, clause: Span) -> Option<Row> {
    let mut found = merged(prompt, lower, cells(prompt, clause.clone()));
    let mut marked = false;
    let end = found.last().map_or(clause.end, |(span, _)| span.end);
    if let Some((span, Cell::State)) = found.last()
        && state(&lower[span.clone()]).is_some()
    {
        found.pop();
        marked = true;
    }
    let ((name, kind), values) = found.split_first()?;
    let words = prompt[name.clone()].split_whitespace().count();
    let capital = prompt[name.clone()].starts_with(char::is_uppercase);
    let named = matches!(kind, Cell::Name | Cell::Words) && capital && words <= NAME_WORDS_MAX;
    // "Ep 12 Letting go 34 min": what a number tells apart may have a name behind it.
    let numbered = prompt[name.clone()].ends_with(|c: char| c.is_ascii_digit());
    let figure = |(_, cell): &(Span, Cell)| matches!(cell, Cell::Figure | Cell::Money | Cell::Time);
    let figured = values.first().is_some_and(figure)
        || numbered && values.len() == 2 && values.last().is_some_and(figure);
    // Further words are no values but a sentence.
    let plain = values
        .iter()
        .all(|(span, cell)| *cell != Cell::Words || prompt[span.clone()].split(' ').count() <= 3);
    let controls = ["button", "buttons", "tab", "tabs", "icon", "link"]
        .iter()
        .any(|word| {
            lower[name.start..]
                .get(..name.len())
                .is_some_and(|n| n.contains(word))
        });
    (named && plain && !controls && (figured || marked && values.is_empty())).then(|| Row {
        name: name.clone(),
        values: values.iter().map(|(span, _)| span.clone()).collect(),
        marked,
        end,
    })
}

/// Cells with the words that belong to their figures: "6/8 glasses", "7,200 of 10,000 steps", "$2.99 delivery".
fn merged(prompt: &str, lower: &str, found: Vec<(Span, Cell)>) -> Vec<(Span, Cell)> {
    let mut out: Vec<(Span, Cell)> = Vec::new();
    let mut open_of = false;
    for (span, cell) in found {
        let text = &lower[span.clone()];
        let words = text.split_whitespace().count();
        let small = !prompt[span.clone()].contains(char::is_uppercase);
        match out.last_mut() {
            Some((last, kind @ (Cell::Figure | Cell::Money | Cell::State)))
                if cell == Cell::Words && small && words <= UNIT_WORDS_MAX
                    || open_of && matches!(cell, Cell::Figure | Cell::Money) =>
            {
                open_of = text == "of" || text == "/";
                last.end = span.end;
                if *kind == Cell::State {
                    *kind = Cell::Words;
                }
            }
            _ => {
                open_of = false;
                out.push((span, cell));
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use crate::read;

    #[test]
    fn rows_keep_all_their_values() {
        for (prompt, want) in [
            (
                "food delivery app: Burger Barn 4.7 25-35 min $2.99 delivery; Sushi Kai 4.9 30-40 min free delivery; Taco Loco 4.5 15-25 min",
                "Burger Barn|4.7|25-35 min|$2.99 delivery|Sushi Kai|4.9|30-40 min|free delivery|Taco Loco|4.5|15-25 min",
            ),
            (
                "habit tracker app: Drink water 6/8 glasses, Read 20 pages done, Walk 7,200 of 10,000 steps, Meditate not done",
                "Drink water|6/8 glasses|Read|20 pages|Walk|7,200 of 10,000 steps|Meditate",
            ),
            (
                "flight search results: TAP 06:40-11:05 direct €128, Norwegian 13:20-18:00 direct €142",
                "TAP|06:40|11:05|direct|€128|Norwegian|13:20|18:00|direct|€142",
            ),
            (
                "fitness workout screen \"Leg day\": Squats 4 x 10, Lunges 3 x 12",
                "Leg day|Squats|4 x 10|Lunges|3 x 12",
            ),
            (
                "plant care app home: Monstera water today, Fern in 2 days, Cactus in 9 days, button Add plant",
                "Monstera|water today|Fern|in 2 days|Cactus|in 9 days|Add plant",
            ),
            (
                "job listing page: Engineer – Berlin – €65k, Designer – Remote – €55k. Chips Full-time, Remote",
                "Engineer|Berlin|€65k|Designer|Remote|€55k|Full-time|Remote",
            ),
            (
                "habit tracker: Water 6/8 glasses, Read 20 min done, Meditate not done",
                "Water|6/8 glasses|Read|20 min|Meditate",
            ),
        ] {
            let brief = read(prompt);
            let found: Vec<&str> = brief.literals.iter().map(|l| l.text.as_str()).collect();
            assert_eq!(found.join("|"), want, "{prompt}");
        }
    }
}
