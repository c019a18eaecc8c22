//! What a table shows: its heads and rows, as told, listed or given as records.

use plantain_read::{Constraint, Role};

use super::sample::{sample, samples};
use super::{TABLE_ROWS, is_status};
use crate::components::ui::supply::capital;
use crate::components::ui::{Form, Kit, Supply, Word};
use crate::studio::Studio;

/// What the records are called: "orders" of "a table of orders", "users table".
pub(super) fn records_named(studio: &Studio<'_>) -> Option<String> {
    const OWN: &[&str] = &[
        "a",
        "an",
        "the",
        "data",
        "admin",
        "web",
        "this",
        "landing",
        "table",
        "list",
        "page",
        "simple",
        "big",
        "dark",
        "clean",
        "html",
        "my",
        "our",
        "of",
        "with",
        "for",
        "and",
        "comparison",
    ];
    if let Some(name) = headed(&studio.brief.prompt) {
        return Some(name);
    }
    let lower = studio.brief.prompt.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|w| !w.is_empty())
        .collect();
    let at = words
        .iter()
        .position(|w| matches!(*w, "table" | "list"))
        .or_else(|| {
            words
                .windows(2)
                .position(|w| matches!(w, ["admin", "panel"]))
        })
        .or_else(|| words.iter().position(|w| *w == "page"))?;
    let behind = (words.get(at + 1) == Some(&"of"))
        .then(|| {
            words[at + 2..]
                .iter()
                .find(|w| !matches!(**w, "all" | "the" | "our" | "my" | "recent"))
        })
        .flatten();
    let before = at.checked_sub(1).and_then(|i| words.get(i));
    [behind, before]
        .into_iter()
        .flatten()
        .find(|w| !OWN.contains(w) && w.chars().all(char::is_alphabetic) && w.len() > 2)
        .map(|w| capital(w))
}

/// "API keys admin screen", "tabela de alunos": what the table is called by the words before and behind those for it, as they are
/// written.
fn headed(prompt: &str) -> Option<String> {
    const TABLES: &[&str] = &[
        "tabela de ",
        "tabla de ",
        "tableau des ",
        "tableau de ",
        "tabella di ",
        "tabella dei ",
        "tabella degli ",
        "tabella delle ",
        "tabelle der ",
        "tabelle mit ",
        "tabel van ",
        "tabel met ",
        "tabela z ",
        "liste des ",
        "lista de ",
    ];
    const NAME_WORDS_MAX: usize = 3;
    let lower = prompt.to_lowercase();
    let behind = TABLES
        .iter()
        .filter_map(|table| Some(lower.find(table)? + table.len()))
        .min();
    if let Some(from) = behind.filter(|from| prompt.is_char_boundary(*from)) {
        let name: String = prompt[from..]
            .chars()
            .take_while(|c| c.is_alphabetic() || *c == '-')
            .collect();
        return (name.chars().count() > 2).then(|| capital(&name));
    }
    let end = prompt
        .find([',', ':', '.', ';', '\n', '"'])
        .unwrap_or(prompt.len());
    let head = [" with ", " for ", " of ", " showing "]
        .iter()
        .filter_map(|word| prompt[..end].find(word))
        .min()
        .map_or(&prompt[..end], |at| &prompt[..at]);
    let mut words: Vec<&str> = head.split_whitespace().collect();
    let frame = |word: &&str| {
        matches!(
            word.to_lowercase().as_str(),
            "admin"
                | "screen"
                | "panel"
                | "page"
                | "table"
                | "list"
                | "view"
                | "ui"
                | "web"
                | "app"
                | "dashboard"
                | "a"
                | "an"
                | "the"
                | "simple"
                | "clean"
                | "dark"
                | "data"
                | "management"
                | "console"
                | "grid"
                | "my"
                | "our"
        )
    };
    while words.last().is_some_and(frame) {
        words.pop();
    }
    while words.first().is_some_and(frame) {
        words.remove(0);
    }
    let framed = words.len() < head.split_whitespace().count();
    let plain = words.iter().all(|word| {
        word.chars()
            .all(|c| c.is_alphanumeric() || c == '-' || c == '\'')
    });
    (framed && plain && (1..=NAME_WORDS_MAX).contains(&words.len()))
        .then(|| capital(&words.join(" ")))
}

/// Takes the rows that the prompt writes out, cell by cell; columns without heads are named by what they hold.
pub(super) fn told(
    kit: &Kit<'_>,
    studio: &Studio<'_>,
    supply: &mut Supply<'_>,
) -> Option<(Vec<Word>, Vec<Vec<Word>>)> {
    let grid = studio.brief.grid.as_ref()?;
    let mut heads: Vec<Word> = grid
        .heads
        .iter()
        .filter_map(|at| supply.take(*at))
        .map(|word| Word {
            text: capital(&word.text),
            ..word
        })
        .collect();
    let rows: Vec<Vec<Word>> = grid
        .rows
        .iter()
        .map(|(_, cells)| cells.iter().filter_map(|at| supply.take(*at)).collect())
        .collect();
    if heads.is_empty() && kit.filler {
        let first = rows.first()?;
        let (_, cells) = grid.rows.first()?;
        let stated = first.iter().any(|cell| plantain_read::is_state(&cell.text));
        let head = |(n, cell): (usize, &Word)| {
            let written = cells.get(n).and_then(|at| studio.brief.literals.get(*at));
            let small = written.is_some_and(|l| l.text.starts_with(char::is_lowercase));
            match head_of(n, &cell.text) {
                // "#82 Peru roasting": behind a code stands the name, small words tell how it is.
                "Role" if small && !stated => "Status",
                "Role" if n == 1 && head_of(0, &first[0].text) == "ID" => "Name",
                head => head,
            }
        };
        heads = first
            .iter()
            .enumerate()
            .map(head)
            .map(|word| kit.say(word))
            .collect();
    }
    Some((heads, rows))
}

/// Names a column by its first cell.
pub(super) fn head_of(n: usize, cell: &str) -> &'static str {
    match Form::of(cell) {
        _ if cell.starts_with('#') || is_code(cell) => "ID",
        _ if n == 0 && cell.len() > 1 && cell.bytes().all(|b| b.is_ascii_digit()) => "ID",
        _ if n == 0 => "Name",
        _ if is_ago(cell) => "Last active",
        _ if cell.contains('@') => "Email",
        Form::Time => "Time",
        Form::Date => "Date",
        _ if is_day(cell) => "Date",
        Form::Money => "Amount",
        _ if plantain_read::is_state(cell) => "Status",
        _ if n == 1 && is_name(cell) => "Name",
        _ if n <= 2 => "Role",
        _ => "Status",
    }
}

/// "INV-204": capitals with digits.
pub(super) fn is_code(cell: &str) -> bool {
    cell.contains(|c: char| c.is_ascii_digit())
        && cell.contains(|c: char| c.is_ascii_uppercase())
        && cell
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_ascii_uppercase() || c == '-')
}

/// "last used 2 min ago", "never used": how long ago something was.
fn is_ago(cell: &str) -> bool {
    let lower = cell.to_lowercase();
    lower.ends_with(" ago")
        || lower.starts_with("never")
        || matches!(lower.as_str(), "yesterday" | "today" | "just now" | "now")
}

/// "12 May", "May 3".
pub(super) fn is_day(cell: &str) -> bool {
    let words: Vec<&str> = cell.split_whitespace().collect();
    let number = |word: &str| word.bytes().all(|b| b.is_ascii_digit()) && word.len() <= 4;
    (2..=3).contains(&words.len())
        && words.iter().any(|word| number(word))
        && words
            .iter()
            .filter(|word| !number(word))
            .all(|word| word.chars().all(char::is_alphabetic) && word.chars().count() >= 3)
}

/// Two or three words with capitals.
pub(super) fn is_name(cell: &str) -> bool {
    let words = cell.split_whitespace().count();
    (2..=3).contains(&words)
        && cell
            .split_whitespace()
            .all(|word| word.starts_with(char::is_uppercase))
}

/// Takes JSON records as rows; without named columns their keys name them.
pub(super) fn records(
    studio: &Studio<'_>,
    supply: &mut Supply<'_>,
    columns: &mut Vec<Word>,
) -> Vec<Vec<Word>> {
    let records = &studio.brief.records;
    if records.is_empty() {
        return Vec::new();
    }
    if columns.is_empty() {
        *columns = records[0]
            .fields
            .iter()
            .map(|(key, _)| Word::built(capital(&key.replace('_', " "))))
            .collect();
    }
    records
        .iter()
        .map(|record| {
            record
                .fields
                .iter()
                .map(|(_, value)| {
                    supply
                        .find(|_, text| text == value)
                        .unwrap_or_else(|| Word::asked(value))
                })
                .collect()
        })
        .collect()
}

/// Takes the rows that the prompt lists, each with what belongs to it; cells that it leaves open are invented.
pub(super) fn listed(
    kit: &Kit<'_>,
    supply: &mut Supply<'_>,
    columns: &mut Vec<Word>,
) -> Vec<Vec<Word>> {
    let mut entries = supply.listed(&[""]).unwrap_or_default();
    entries.extend(supply.entries());
    if entries.is_empty() {
        return Vec::new();
    }
    if columns.is_empty() && kit.filler {
        *columns = vec![kit.say("Name"), kit.say("Status"), kit.say("Date")];
    }
    let asked = entries.len();
    let mut rows: Vec<Vec<Word>> = entries
        .into_iter()
        .map(|e| e.name.into_iter().chain(e.figure).chain(e.more).collect())
        .collect();
    for (i, row) in rows.iter_mut().enumerate() {
        let name = row.first().map_or_else(String::new, |w| w.text.clone());
        for column in columns.iter().skip(row.len()) {
            let cell = if kit.filler {
                sample(&column.text, &name, i)
            } else {
                String::new()
            };
            row.push(Word::invented(cell));
        }
    }
    if kit.filler && asked < TABLE_ROWS {
        let known: Vec<String> = rows
            .iter()
            .filter_map(|r| Some(r.first()?.text.clone()))
            .collect();
        let more = samples(columns, 7)
            .into_iter()
            .filter(|row| row.first().is_some_and(|w| !known.contains(&w.text)));
        rows.extend(more.take(TABLE_ROWS - asked));
    }
    rows
}

/// Columns of a table that is told in passing, at most.
pub(super) const COLUMNS_MAX: usize = 6;

/// A tool around the table and no column ("pagination", "search and filter").
pub(super) fn is_tool(name: &str) -> bool {
    let lower = name.to_lowercase();
    [
        "pagina",
        "search",
        "filter",
        "sort",
        "button",
        "sidebar",
        "navigation",
        "table",
        "tags",
        "bulk",
        "checkbox",
        "avatar",
        "thumbnail",
    ]
    .iter()
    .any(|word| lower.contains(word))
}

/// Usual heads of columns, lower case.
pub(super) const HEADS: &[&str] = &[
    "name",
    "email",
    "role",
    "status",
    "stock",
    "price",
    "sku",
    "date",
    "amount",
    "id",
    "total",
    "customer",
    "product",
    "phone",
    "city",
    "country",
    "department",
    "plan",
    "type",
    "category",
    "quantity",
    "actions",
    "owner",
    "due",
    "last active",
    "joined",
    "order",
    "order id",
    "nom",
    "poste",
    "département",
    "nombre",
    "estado",
    "precio",
    "producto",
    "preis",
    "abteilung",
];

/// Takes names that are heads of columns and no rows: "Name, SKU, Stock, Price".
pub(super) fn heads_listed(supply: &mut Supply<'_>) -> Vec<Word> {
    let brief = supply.brief();
    let named: Vec<usize> = (0..brief.literals.len())
        .filter(|&at| {
            !matches!(
                brief.literals[at].role,
                Role::Button | Role::Title | Role::Brand | Role::Tab | Role::Link | Role::Badge
            )
        })
        .collect();
    let known = named
        .iter()
        .filter(|&&at| HEADS.contains(&brief.literals[at].text.to_lowercase().as_str()))
        .count();
    let short = named
        .iter()
        .all(|&at| brief.literals[at].text.split_whitespace().count() <= 3);
    if known < 2 || known * 2 < named.len() || !short || !brief.pairs.is_empty() {
        return Vec::new();
    }
    named.into_iter().filter_map(|at| supply.take(at)).collect()
}

/// How many rows the prompt asks for, else all that are invented.
pub(super) fn counted_rows(studio: &Studio<'_>) -> usize {
    studio
        .brief
        .constraints
        .iter()
        .find_map(|limit| match limit {
            Constraint::Count { of, n } if of == "row" => Some(*n as usize),
            _ => None,
        })
        .unwrap_or(usize::MAX)
}

/// "status pills Paid, Pending, Failed": the states stand in their column, each at least once.
pub(super) fn show_states(columns: &[Word], rows: &mut [Vec<Word>], states: &[Word]) {
    let at = columns
        .iter()
        .position(|column| is_status(&column.text))
        .unwrap_or(columns.len().saturating_sub(1));
    if states.is_empty() {
        return;
    }
    for (n, row) in rows.iter_mut().enumerate() {
        let state = &states[n % states.len()];
        if let Some(cell) = row.get_mut(at) {
            *cell = if n < states.len() {
                state.clone()
            } else {
                Word::built(state.text.clone())
            };
        }
    }
}
