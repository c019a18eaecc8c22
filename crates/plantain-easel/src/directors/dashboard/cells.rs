//! Sample rows of tables, and figures by form.

use plantain_read::Component;

use crate::components::data::{Cell, Table, Tone};
use crate::directors::inventory::Inventory;
use crate::filler::{Filler, Topic};
use crate::studio::Studio;

/// Rows that are prepared; frames show as many as fit.
const ROWS: usize = 8;

/// Returns a figure in the form of the topic tables.
pub(super) fn written(form: &str, value: f64, filler: &Filler) -> String {
    match form {
        "money" if value.fract() != 0.0 && value < 1_000.0 => filler.money(value.round(), 0),
        "money" => filler.money((value / 10.0).round() * 10.0, 0),
        "pct" => filler.percent(value, decimals(value)),
        "dec" => filler.number(value, 1),
        "hours" => {
            let minutes = (value * 60.0).round();
            format!("{}h {:02}m", (minutes / 60.0).floor(), minutes % 60.0)
        }
        "minutes" => format!("{} min", filler.number(value.round(), 0)),
        "mmss" => {
            let seconds = value.round();
            format!("{}:{:02}", (seconds / 60.0).floor(), seconds % 60.0)
        }
        other => match other.strip_prefix("unit ") {
            Some(unit) => {
                let digits = if value >= 60.0 { 0 } else { 1 };
                format!("{} {unit}", filler.number(value, digits))
            }
            None => filler.number(value.round(), 0),
        },
    }
}

fn decimals(value: f64) -> usize {
    if value.fract().abs() < 1e-9 {
        0
    } else if (value * 10.0).fract().abs() < 1e-9 {
        1
    } else {
        2
    }
}

/// Returns the title and the sample rows of the table: given heads, or those of the subject.
pub(super) fn table(
    studio: &Studio<'_>,
    inventory: &Inventory,
    topic: &Topic,
    filler: &mut Filler,
) -> (String, Table) {
    let described = studio
        .brief
        .described
        .iter()
        .find(|d| d.kind == Component::Table && !d.words.is_empty());
    let title = described.map_or_else(|| filler.word(topic.table), |d| capitalized(&d.words));
    let (heads, kinds): (Vec<String>, Vec<&str>) = if inventory.columns.is_empty() {
        topic
            .columns
            .iter()
            .map(|(head, kind)| (filler.word(head), *kind))
            .unzip()
    } else {
        inventory
            .columns
            .iter()
            .map(|head| (head.clone(), kind_of(head)))
            .unzip()
    };
    let columns: Vec<Vec<Cell>> = kinds
        .iter()
        .map(|kind| column(kind, topic, filler))
        .collect();
    let rows = (0..ROWS)
        .map(|r| columns.iter().filter_map(|c| c.get(r).cloned()).collect())
        .collect();
    let shares = kinds
        .iter()
        .map(|kind| match *kind {
            "person" | "task" | "product" | "company" | "campaign" | "path" | "role" => 1.5,
            "id" | "int" | "temp" | "time" | "clock" => 0.8,
            _ => 1.0,
        })
        .collect();
    let table = Table {
        heads,
        heads_literal: !inventory.columns.is_empty(),
        shares,
        rows,
        ..Table::default()
    };
    (title, table)
}

/// The table whose rows the prompt writes out, with its title.
pub(super) fn told(brief: &plantain_read::Brief) -> Option<(String, Table)> {
    let grid = brief.grid.as_ref()?;
    let text = |at: usize| brief.literals.get(at).map_or("", |l| l.text.as_str());
    let title = grid
        .title
        .map_or_else(String::new, |at| text(at).to_owned());
    let rows: Vec<Vec<Cell>> = grid
        .rows
        .iter()
        .map(|(label, cells)| {
            label
                .iter()
                .chain(cells)
                .map(|&at| cell(text(at)))
                .collect()
        })
        .collect();
    let wide = rows.iter().map(Vec::len).max().unwrap_or(0);
    Some((
        title,
        Table {
            shares: vec![1.0; wide],
            literal_rows: rows.len(),
            literal_cells: wide,
            rows,
            ..Table::default()
        },
    ))
}

/// A told text as the cell of a table: a state as a chip, a figure ranged right.
fn cell(text: &str) -> Cell {
    let lower = text.to_lowercase();
    let tone = match lower.as_str() {
        "active" | "paid" | "done" | "shipped" | "delivered" | "online" | "approved"
        | "completed" | "open" | "running" | "healthy" | "won" => Some(Tone::Good),
        "paused" | "pending" | "draft" | "waiting" | "in progress" | "processing" | "trial"
        | "scheduled" | "review" => Some(Tone::Open),
        "failed" | "overdue" | "cancelled" | "refunded" | "offline" | "expired" | "lost"
        | "blocked" | "down" | "late" => Some(Tone::Bad),
        _ => None,
    };
    if let Some(tone) = tone {
        return Cell::Status(text.to_owned(), tone);
    }
    let figure = text
        .trim_start_matches(['+', '-', '−', '$', '€', '£', '¥'])
        .starts_with(|c: char| c.is_ascii_digit());
    if figure && text.split_whitespace().count() <= 2 {
        Cell::Figure(text.to_owned())
    } else {
        Cell::Text(text.to_owned())
    }
}

fn capitalized(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Returns what stands in a column, by its given head.
fn kind_of(head: &str) -> &'static str {
    let head = head.to_lowercase();
    for (kind, words) in [
        (
            "id",
            &["id", "#", "order", "number", "no", "invoice", "ref"][..],
        ),
        (
            "person",
            &[
                "name", "customer", "client", "user", "owner", "assignee", "employee", "student",
                "patient",
            ],
        ),
        ("status", &["status", "state"]),
        (
            "date",
            &[
                "date", "due", "created", "deadline", "day", "login", "updated", "joined", "last",
            ],
        ),
        (
            "money",
            &[
                "amount", "total", "price", "cost", "revenue", "balance", "salary", "fee",
            ],
        ),
        ("product", &["product", "item", "article"]),
        (
            "int",
            &[
                "quantity", "qty", "stock", "count", "views", "units", "orders", "sales",
            ],
        ),
        ("delta", &["change", "growth", "trend"]),
        ("priority", &["priority"]),
        ("role", &["role", "position", "job"]),
        ("city", &["city", "destination", "location", "region"]),
        ("time", &["time", "hour"]),
        ("task", &["task", "subject", "title", "description"]),
    ] {
        if words
            .iter()
            .any(|w| head == *w || head.split(' ').any(|part| part == *w))
        {
            return kind;
        }
    }
    "company"
}

fn column(kind: &str, topic: &Topic, filler: &mut Filler) -> Vec<Cell> {
    let words = |filler: &mut Filler, list: &str| {
        filler
            .list(list, ROWS)
            .into_iter()
            .map(|s| Cell::Text(s.to_owned()))
            .collect()
    };
    match kind {
        "id" | "ticket" => filler
            .order_ids(ROWS)
            .into_iter()
            .map(Cell::Quiet)
            .collect(),
        "ship" => numbered(filler, "SH-"),
        "person" => filler
            .people(ROWS)
            .into_iter()
            .map(|p| Cell::Person(p.to_owned()))
            .collect(),
        "company" => filler
            .companies(ROWS)
            .into_iter()
            .map(|c| Cell::Text(c.to_owned()))
            .collect(),
        "status" => statuses(topic, filler),
        "priority" => priorities(filler),
        "date" => filler.dates(ROWS).into_iter().map(Cell::Quiet).collect(),
        "delta" => (0..ROWS)
            .map(|_| {
                let change = f64::from(filler.rng().range(-3.0, 7.0));
                Cell::Delta(filler.delta(change), change >= 0.0)
            })
            .collect(),
        "city" => words(filler, "cities"),
        "product" => words(filler, "products"),
        "task" => words(filler, "tasks"),
        "subject" => words(filler, "subjects"),
        "role" => words(filler, "roles"),
        "ward" => words(filler, "wards"),
        "campaign" => words(filler, "campaigns"),
        "fieldname" => words(filler, "fields"),
        "room" => keys(
            filler,
            &[
                "living_room",
                "kitchen",
                "bedroom",
                "office",
                "bathroom",
                "garage",
            ],
        ),
        "sport" | "plan" => keys(filler, &topic.parts),
        "coin" => named(&[
            "Bitcoin",
            "Ethereum",
            "Solana",
            "Cardano",
            "Polkadot",
            "Chainlink",
            "Litecoin",
            "Stellar",
        ]),
        "path" => named(&[
            "/pricing",
            "/",
            "/blog/launch",
            "/features",
            "/docs/start",
            "/about",
            "/contact",
            "/careers",
        ]),
        "service" => named(&[
            "auth-api",
            "checkout",
            "search",
            "media-cdn",
            "billing",
            "queue",
            "mailer",
            "gateway",
        ]),
        "time" | "clock" => (0..ROWS)
            .map(|i| Cell::Quiet(format!("{:02}:{:02}", 9 + i * 40 / 60, i * 40 % 60)))
            .collect(),
        _ => figures(kind, filler),
    }
}

fn named(names: &[&str]) -> Vec<Cell> {
    names.iter().map(|n| Cell::Text((*n).to_owned())).collect()
}

fn keys(filler: &Filler, keys: &[&str]) -> Vec<Cell> {
    keys.iter()
        .cycle()
        .take(ROWS)
        .map(|k| Cell::Text(filler.word(k)))
        .collect()
}

fn numbered(filler: &mut Filler, prefix: &str) -> Vec<Cell> {
    filler
        .order_ids(ROWS)
        .into_iter()
        .map(|id| Cell::Quiet(id.replace('#', prefix)))
        .collect()
}

/// Mostly good news, some open, now and then a bad one.
fn statuses(topic: &Topic, filler: &mut Filler) -> Vec<Cell> {
    const USUAL: [usize; ROWS] = [0, 1, 0, 2, 0, 0, 1, 0];
    let turn = filler.rng().below(3);
    (0..ROWS)
        .filter_map(|i| {
            let (word, mark) = topic.statuses.get(USUAL[(i + turn) % ROWS])?;
            Some(Cell::Status(filler.word(word), Tone::of(*mark)))
        })
        .collect()
}

fn priorities(filler: &Filler) -> Vec<Cell> {
    [
        ("high", Tone::Bad),
        ("medium", Tone::Open),
        ("low", Tone::Quiet),
    ]
    .iter()
    .cycle()
    .take(ROWS)
    .map(|(word, tone)| Cell::Status(filler.word(word), *tone))
    .collect()
}

fn figures(kind: &str, filler: &mut Filler) -> Vec<Cell> {
    (0..ROWS)
        .map(|i| {
            let f =
                |filler: &mut Filler, low: f32, high: f32| f64::from(filler.rng().range(low, high));
            let text = match kind {
                "money" => {
                    let value = f(filler, 120.0, 2400.0).round();
                    filler.money(value, 0)
                }
                "coinprice" => {
                    const PRICES: [f64; ROWS] =
                        [64_218.4, 3_142.75, 148.2, 0.46, 6.82, 14.35, 82.1, 0.11];
                    filler.money(PRICES[i], 2)
                }
                "grade" => {
                    let value = f(filler, 6.2, 9.9);
                    filler.number(value, 1)
                }
                "kg" => format!("{} kg", f(filler, 2.0, 60.0).round()),
                "minutes" => format!("{} min", (f(filler, 4.0, 14.0).round() * 5.0)),
                "kcal" => format!("{} kcal", (f(filler, 12.0, 62.0).round() * 10.0)),
                "ms" => format!("{} ms", f(filler, 24.0, 320.0).round()),
                "watt" => format!("{} W", (f(filler, 1.0, 80.0).round() * 10.0)),
                "temp" => {
                    let value = f(filler, 18.5, 22.8);
                    format!("{} °C", filler.number(value, 1))
                }
                "pctv" => {
                    let value = f(filler, 22.0, 61.0).round();
                    filler.percent(value, 0)
                }
                _ => {
                    let value = f(filler, 18.0, 940.0).round();
                    filler.number(value, 0)
                }
            };
            Cell::Figure(text)
        })
        .collect()
}
