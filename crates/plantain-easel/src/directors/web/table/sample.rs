//! Rows that are invented where a prompt names columns alone.

use crate::components::ui::Word;
use crate::components::ui::sample::FULL_NAMES;

/// Invents rows that go with the names of the columns.
pub(super) fn samples(columns: &[Word], n: usize) -> Vec<Vec<Word>> {
    (0..n)
        .map(|i| {
            let name = FULL_NAMES[i % FULL_NAMES.len()];
            columns
                .iter()
                .map(|column| Word::invented(sample(&column.text, name, i)))
                .collect()
        })
        .collect()
}

/// Cells by words in the head of their column; the first row that fits counts.
const CELLS: &[(&[&str], &[&str])] = &[
    (
        &[
            "status", "statut", "estado", "stato", "状态", "状態", "state",
        ],
        &[
            "Active", "Active", "Invited", "Active", "Paused", "Active", "Invited",
        ],
    ),
    (
        &["role", "rolle", "rôle", "position"],
        &[
            "Admin", "Editor", "Viewer", "Editor", "Editor", "Viewer", "Viewer",
        ],
    ),
    (
        &[
            "date", "datum", "fecha", "joined", "created", "日期", "日付", "last", "due",
        ],
        &[
            "24 Jun", "21 Jun", "18 Jun", "15 Jun", "12 Jun", "9 Jun", "6 Jun", "3 Jun",
        ],
    ),
    (
        &[
            "amount", "total", "price", "betrag", "montant", "importe", "revenue", "salary",
            "value", "spent", "balance", "cost",
        ],
        &["$240", "$118", "$86", "$320", "$64", "$150", "$92"],
    ),
];

/// As [`CELLS`], for heads that tell no number of an order.
const MORE_CELLS: &[(&[&str], &[&str])] = &[
    (
        &["plan", "tier"],
        &["Team", "Free", "Team", "Business", "Free", "Team", "Free"],
    ),
    (
        &["qty", "quantity", "stock", "count", "menge"],
        &["12", "40", "8", "25", "3", "17", "31"],
    ),
    (
        &[
            "name", "customer", "user", "member", "kunde", "client", "cliente", "owner",
            "assignee", "姓名", "名前",
        ],
        FULL_NAMES,
    ),
];

/// As [`CELLS`], for all other heads.
const OTHER_CELLS: &[(&[&str], &[&str])] = &[
    (
        &[
            "company", "account", "vendor", "supplier", "organi", "firma",
        ],
        &[
            "Larkspur",
            "Kestrel & Co",
            "Northgate",
            "Fieldstone",
            "Harborview",
            "Tidewater",
            "Solstice",
        ],
    ),
    (
        &["stage", "phase"],
        &[
            "Lead",
            "Proposal",
            "Won",
            "Contacted",
            "Lead",
            "Won",
            "Proposal",
        ],
    ),
    (
        &["phone", "tel", "mobile"],
        &[
            "555-0120", "555-0127", "555-0134", "555-0141", "555-0148", "555-0155", "555-0162",
            "555-0169", "555-0176", "555-0183",
        ],
    ),
    (
        &["city", "location", "place", "stadt", "ciudad"],
        &["Lisbon", "Oslo", "Kyoto", "Porto", "Graz", "Turin", "Ghent"],
    ),
    (
        &["progress", "score", "rate", "percent"],
        &["84%", "62%", "97%", "45%", "71%", "58%", "90%"],
    ),
    (
        &["product", "item", "article", "sku"],
        &[
            "Desk Lamp",
            "Canvas Backpack",
            "Ceramic Mug",
            "Wool Hat",
            "Wrist Watch",
            "Notebook",
            "Candle",
        ],
    ),
    (
        &["room", "ward", "desk"],
        &["204", "118", "311", "207", "102", "315", "220"],
    ),
];

/// As [`CELLS`], for what stands behind people.
const LAST_CELLS: &[(&[&str], &[&str])] = &[
    (
        &["department", "division"],
        &[
            "Sales",
            "Finance",
            "Design",
            "Support",
            "Legal",
            "Research",
            "Operations",
        ],
    ),
    (&["action"], &["…"]),
    (
        &[""],
        &[
            "North", "South", "East", "West", "Central", "Coast", "Hills",
        ],
    ),
];

/// Invents the cell of row `i` under a head, for the person the row is about.
pub(super) fn sample(column: &str, name: &str, i: usize) -> String {
    let lower = column.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|w| lower.contains(w));
    let known = |cells: &[(&[&str], &[&str])]| {
        let (_, values) = cells.iter().find(|(words, _)| has(words))?;
        Some(values[i % values.len()].to_owned())
    };
    let other = FULL_NAMES[(i + 3) % FULL_NAMES.len()];
    if has(&["mail", "邮箱", "メール", "correo"]) {
        let first = name.split(' ').next().unwrap_or(name).to_lowercase();
        return format!("{first}@example.com");
    }
    if let Some(cell) = known(CELLS) {
        return cell;
    }
    if lower == "id" || has(&["order", "number", "nr", "#", "invoice"]) {
        return format!("#{}", 1048 - i);
    }
    if let Some(cell) = known(MORE_CELLS) {
        return cell;
    }
    if has(&[
        "contact", "assign", "agent", "driver", "person", "author", "teacher",
    ]) {
        return other.to_owned();
    }
    if let Some(cell) = known(OTHER_CELLS) {
        return cell;
    }
    if has(&["doctor", "physician", "nurse"]) {
        return format!("Dr. {}", other.split(' ').next_back().unwrap_or(other));
    }
    known(LAST_CELLS).unwrap_or_default()
}
