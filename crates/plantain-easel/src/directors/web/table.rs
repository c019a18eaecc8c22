//! Tables with tools around them: lists of users, orders, files.

use plantain_read::{Constraint, Role};
use plantain_scene::build::{col, icon, row};
use plantain_scene::node::{Align, Place};
use plantain_scene::{Color, Node, Token};

use super::{ACCENTS, CUSTOM, Page};
use crate::components::ui::accents::themes;
use crate::components::ui::nav::Stop;
use crate::components::ui::sample::FULL_NAMES;
use crate::components::ui::{Form, Kit, Push, Supply, Type, Word};
use crate::studio::{Draft, Studio};

struct Words {
    brand: Option<Word>,
    title: Word,
    tabs: Vec<Word>,
    buttons: Vec<Word>,
    columns: Vec<Word>,
    rows: Vec<Vec<Word>>,
    rest: Vec<Word>,
    /// Which part of the whole is seen ("1-4 of 128").
    shown: Option<Word>,
}

/// Returns drafts of a table page.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let start = studio.rng("layout").below(2);
    themes(studio, CUSTOM, ACCENTS, 4)
        .into_iter()
        .enumerate()
        .flat_map(|(i, theme)| [(start + i, theme.clone()), (start + i + 1, theme)])
        .map(|(variant, theme)| {
            let page = Page::new(studio, &theme, variant);
            let words = words(&page.kit, studio);
            let page = page.for_few(words.rows.len(), TABLE_ROWS);
            let root = build(&page, &words);
            Draft::new(
                if page.even() {
                    "table with sidebar"
                } else {
                    "table"
                },
                theme,
                root,
            )
            .because("The table has the page; figures align at the right and states are chips.")
        })
        .collect()
}

fn words(kit: &Kit<'_>, studio: &Studio<'_>) -> Words {
    let mut supply = Supply::new(studio.brief);
    let brand = supply.first(&[Role::Brand]);
    let title = supply
        .first(&[Role::Title])
        .or_else(|| records_named(studio).map(Word::built))
        .unwrap_or_else(|| kit.label("Overview"));
    let told = told(kit, studio, &mut supply);
    let tabs = supply.all(&[Role::Tab, Role::Link]);
    let buttons = supply.all(&[Role::Button]);
    let mut columns = supply.all(&[Role::Column]);
    if columns.is_empty() {
        columns = supply
            .list(&["column", "spalte", "colonne", "columna", "header"])
            .unwrap_or_default();
    }
    let mut rows = records(studio, &mut supply, &mut columns);
    if let Some((heads, cells)) = told {
        (columns, rows) = (heads, cells);
    }
    let states = supply.all(&[Role::Badge]);
    let shown = supply.first(&[Role::Caption]);
    if rows.is_empty() && columns.is_empty() {
        columns = heads_listed(&mut supply);
    }
    if rows.is_empty() && (columns.is_empty() || supply.left() > 0) {
        rows = listed(kit, &mut supply, &mut columns);
    }
    let mut rest: Vec<Word> = supply.rest().into_iter().map(|(_, w)| w).collect();
    let n = columns.len();
    if rows.is_empty() && n > 0 && rest.len() >= n && rest.len().is_multiple_of(n) {
        rows = rest.chunks(n).map(<[Word]>::to_vec).collect();
        rest.clear();
    }
    if columns.is_empty() && rows.is_empty() {
        columns = crate::components::ui::told::enumerated(studio.brief, 3)
            .into_iter()
            .filter(|name| !is_tool(&name.text))
            .take(COLUMNS_MAX)
            .collect();
    }
    if columns.is_empty() && rows.is_empty() && kit.filler {
        columns = vec![
            kit.say("Name"),
            kit.say("Email"),
            kit.say("Status"),
            kit.say("Date"),
        ];
    }
    if rows.is_empty() && kit.filler {
        let square = studio.ratio() < 1.3;
        rows = samples(kit, &columns, if square { 10 } else { 7 });
        rows.truncate(counted_rows(studio).max(1));
        show_states(&columns, &mut rows, &states);
    } else {
        rest.extend(states);
    }
    Words {
        brand,
        title,
        tabs,
        buttons,
        columns,
        rows,
        rest,
        shown,
    }
}

/// What the records are called: "orders" of "a table of orders", "users table".
fn records_named(studio: &Studio<'_>) -> Option<String> {
    const OWN: &[&str] = &[
        "a",
        "an",
        "the",
        "data",
        "admin",
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
    let lower = studio.brief.prompt.to_lowercase();
    let words: Vec<&str> = lower
        .split(|c: char| !c.is_alphanumeric() && c != '-')
        .filter(|w| !w.is_empty())
        .collect();
    let at = words.iter().position(|w| matches!(*w, "table" | "list"))?;
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
        .map(|w| crate::components::ui::supply::capital(w))
}

/// Takes the rows that the prompt writes out, cell by cell; columns without heads are named by what they hold.
fn told(
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
            text: crate::components::ui::supply::capital(&word.text),
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
        heads = first
            .iter()
            .enumerate()
            .map(|(n, cell)| kit.say(head_of(n, &cell.text)))
            .collect();
    }
    Some((heads, rows))
}

/// Words for the state of a record.
const STATES: &[&str] = &[
    "active",
    "inactive",
    "invited",
    "pending",
    "paid",
    "unpaid",
    "open",
    "closed",
    "suspended",
    "shipped",
    "delivered",
    "cancelled",
    "draft",
    "done",
    "overdue",
    "refunded",
    "returned",
    "processing",
    "failed",
    "approved",
    "rejected",
    "confirmed",
    "in progress",
    "in transit",
    "on hold",
    "in stock",
    "out of stock",
];

/// Names a column by its first cell.
fn head_of(n: usize, cell: &str) -> &'static str {
    match Form::of(cell) {
        _ if cell.starts_with('#') || is_code(cell) => "ID",
        _ if n == 0 => "Name",
        _ if cell.contains('@') => "Email",
        Form::Time => "Time",
        Form::Date => "Date",
        _ if is_day(cell) => "Date",
        Form::Money => "Amount",
        _ if STATES.contains(&cell.to_lowercase().as_str()) => "Status",
        _ if n == 1 && is_name(cell) => "Name",
        _ if n <= 2 => "Role",
        _ => "Status",
    }
}

/// "INV-204": capitals with digits.
fn is_code(cell: &str) -> bool {
    cell.contains(|c: char| c.is_ascii_digit())
        && cell.contains(|c: char| c.is_ascii_uppercase())
        && cell
            .chars()
            .all(|c| c.is_ascii_digit() || c.is_ascii_uppercase() || c == '-')
}

/// "12 May", "May 3".
fn is_day(cell: &str) -> bool {
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
fn is_name(cell: &str) -> bool {
    let words = cell.split_whitespace().count();
    (2..=3).contains(&words)
        && cell
            .split_whitespace()
            .all(|word| word.starts_with(char::is_uppercase))
}

/// Takes JSON records as rows; without named columns their keys name them.
fn records(
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
            .map(|(key, _)| {
                Word::built(crate::components::ui::supply::capital(
                    &key.replace('_', " "),
                ))
            })
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
fn listed(kit: &Kit<'_>, supply: &mut Supply<'_>, columns: &mut Vec<Word>) -> Vec<Vec<Word>> {
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
                sample(kit, &column.text, &name, i)
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
        let more = samples(kit, columns, 7)
            .into_iter()
            .filter(|row| row.first().is_some_and(|w| !known.contains(&w.text)));
        rows.extend(more.take(TABLE_ROWS - asked));
    }
    rows
}

/// Columns of a table that is told in passing, at most.
const COLUMNS_MAX: usize = 6;

/// A tool around the table and no column ("pagination", "search and filter").
fn is_tool(name: &str) -> bool {
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
const HEADS: &[&str] = &[
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
fn heads_listed(supply: &mut Supply<'_>) -> Vec<Word> {
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
fn counted_rows(studio: &Studio<'_>) -> usize {
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
fn show_states(columns: &[Word], rows: &mut [Vec<Word>], states: &[Word]) {
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

/// Whether a column tells a state.
fn is_status(column: &str) -> bool {
    let lower = column.to_lowercase();
    [
        "status", "statut", "estado", "stato", "state", "状态", "状態",
    ]
    .iter()
    .any(|w| lower.contains(w))
}

/// Rows that a table shows at least.
const TABLE_ROWS: usize = 6;

/// Invents rows that go with the names of the columns.
fn samples(kit: &Kit<'_>, columns: &[Word], n: usize) -> Vec<Vec<Word>> {
    (0..n)
        .map(|i| {
            let name = FULL_NAMES[i % FULL_NAMES.len()];
            columns
                .iter()
                .map(|column| Word::invented(sample(kit, &column.text, name, i)))
                .collect()
        })
        .collect()
}

fn sample(kit: &Kit<'_>, column: &str, name: &str, i: usize) -> String {
    let lower = column.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|w| lower.contains(w));
    let first = name.split(' ').next().unwrap_or(name).to_lowercase();
    if has(&["mail", "邮箱", "メール", "correo"]) {
        format!("{first}@example.com")
    } else if has(&[
        "status", "statut", "estado", "stato", "状态", "状態", "state",
    ]) {
        [
            "Active", "Active", "Invited", "Active", "Paused", "Active", "Invited",
        ][i % 7]
            .to_owned()
    } else if has(&["role", "rolle", "rôle", "position"]) {
        [
            "Admin", "Editor", "Viewer", "Editor", "Editor", "Viewer", "Viewer",
        ][i % 7]
            .to_owned()
    } else if has(&[
        "date", "datum", "fecha", "joined", "created", "日期", "日付", "last", "due",
    ]) {
        format!("{} Jun", 24 - 3 * (i % 8))
    } else if has(&[
        "amount", "total", "price", "betrag", "montant", "importe", "revenue", "salary", "value",
        "spent", "balance", "cost",
    ]) {
        format!("${}", [240, 118, 86, 320, 64, 150, 92][i % 7])
    } else if lower == "id" || has(&["order", "number", "nr", "#", "invoice"]) {
        format!("#{}", 1048 - i)
    } else if has(&["plan", "tier"]) {
        ["Team", "Free", "Team", "Business", "Free", "Team", "Free"][i % 7].to_owned()
    } else if has(&["qty", "quantity", "stock", "count", "menge"]) {
        [12, 40, 8, 25, 3, 17, 31][i % 7].to_string()
    } else if has(&[
        "name", "customer", "user", "member", "kunde", "client", "cliente", "owner", "assignee",
        "姓名", "名前",
    ]) {
        name.to_owned()
    } else if has(&[
        "contact", "assign", "agent", "driver", "person", "author", "teacher",
    ]) {
        FULL_NAMES[(i + 3) % FULL_NAMES.len()].to_owned()
    } else if has(&[
        "company", "account", "vendor", "supplier", "organi", "firma",
    ]) {
        [
            "Larkspur",
            "Kestrel & Co",
            "Northgate",
            "Fieldstone",
            "Harborview",
            "Tidewater",
            "Solstice",
        ][i % 7]
            .to_owned()
    } else if has(&["stage", "phase"]) {
        [
            "Lead",
            "Proposal",
            "Won",
            "Contacted",
            "Lead",
            "Won",
            "Proposal",
        ][i % 7]
            .to_owned()
    } else if has(&["phone", "tel", "mobile"]) {
        format!("555-01{}", 20 + 7 * i)
    } else if has(&["city", "location", "place", "stadt", "ciudad"]) {
        ["Lisbon", "Oslo", "Kyoto", "Porto", "Graz", "Turin", "Ghent"][i % 7].to_owned()
    } else if has(&["progress", "score", "rate", "percent"]) {
        format!("{}%", [84, 62, 97, 45, 71, 58, 90][i % 7])
    } else if has(&["product", "item", "article", "sku"]) {
        [
            "Desk Lamp",
            "Canvas Backpack",
            "Ceramic Mug",
            "Wool Hat",
            "Wrist Watch",
            "Notebook",
            "Candle",
        ][i % 7]
            .to_owned()
    } else if has(&["room", "ward", "desk"]) {
        [204, 118, 311, 207, 102, 315, 220][i % 7].to_string()
    } else if has(&["doctor", "physician", "nurse"]) {
        let other = FULL_NAMES[(i + 3) % FULL_NAMES.len()];
        format!("Dr. {}", other.split(' ').next_back().unwrap_or(other))
    } else if has(&["department", "division"]) {
        [
            "Sales",
            "Finance",
            "Design",
            "Support",
            "Legal",
            "Research",
            "Operations",
        ][i % 7]
            .to_owned()
    } else if has(&["action"]) {
        "…".to_owned()
    } else {
        let _ = kit;
        [
            "North", "South", "East", "West", "Central", "Coast", "Hills",
        ][i % 7]
            .to_owned()
    }
}

fn build(page: &Page<'_>, words: &Words) -> Node {
    let kit = &page.kit;
    let margin = page.margin() * 0.75;
    let side = page.even() && page.w / page.h > 1.3 && words.columns.len() <= 6;
    let mut head = row()
        .fill_w()
        .justify(Place::Between)
        .gap(kit.u(14.0))
        .child(
            kit.text(&words.title, Type::Display)
                .size(kit.u(30.0))
                .max_lines(2)
                .grow(1.0),
        );
    let mut acts = row().gap(kit.u(10.0)).rigid();
    for (i, word) in words.buttons.iter().enumerate() {
        let push = if i == 0 {
            Push::Primary
        } else {
            Push::Secondary
        };
        acts = acts.child(kit.button_sized(word, push, None, 42.0));
    }
    if words.buttons.is_empty() && kit.filler {
        acts = acts.child(kit.button_sized(
            &kit.say("Filter"),
            Push::Secondary,
            Some("list-filter"),
            42.0,
        ));
    }
    head = head.child(acts);
    let mut main = col()
        .grow(1.0)
        .fill_h()
        .pad_xy(margin, kit.u(30.0))
        .gap(kit.u(18.0))
        .child(head);
    if !words.tabs.is_empty() && !side {
        main = main.child(row().fill_w().child(kit.segments(&words.tabs, 0)));
    }
    for word in &words.rest {
        main = main.child(kit.text(word, Type::Body));
    }
    main = main.child(table(page, words));
    let pages = kit.pagination(4, 1).filler();
    main = main.child(match &words.shown {
        Some(word) => row()
            .fill_w()
            .justify(Place::Between)
            .child(kit.text(word, Type::Caption))
            .child(pages),
        None => row().fill_w().justify(Place::End).child(pages),
    });
    let root = row()
        .role("page")
        .size_box(page.w, page.h)
        .clip()
        .fill(Token::Canvas)
        .align(Place::Stretch);
    if side {
        root.child(sidebar(kit, words)).child(main)
    } else {
        root.child(main)
    }
}

fn sidebar(kit: &Kit<'_>, words: &Words) -> Node {
    let usual = [
        ("layout-dashboard", "Overview"),
        ("users", "Team"),
        ("receipt-text", "Orders"),
        ("chart-line", "Reports"),
        ("settings", "Settings"),
    ];
    let stops: Vec<Stop> = if words.tabs.is_empty() {
        usual
            .iter()
            .map(|(icon, name)| Stop::new(*icon, kit.filler.then(|| kit.say(name))))
            .collect()
    } else {
        words
            .tabs
            .iter()
            .map(|w| {
                Stop::new(
                    crate::components::ui::picture::icon_for(&w.text, "circle"),
                    Some(w.clone()),
                )
            })
            .collect()
    };
    let named = stops.iter().any(|s| s.name.is_some());
    kit.sidebar(
        kit.u(if named { 214.0 } else { 76.0 }),
        words.brand.as_ref(),
        &stops,
        usize::from(words.tabs.is_empty()),
        None,
    )
}

fn table(page: &Page<'_>, words: &Words) -> Node {
    let kit = &page.kit;
    let rows_n = words.rows.len().max(1) as f32;
    let room = page.h - kit.u(230.0);
    let row_h = (room / (rows_n + 1.0)).max(kit.u(40.0)).min(kit.u(64.0));
    let widths = widths(words);
    let ends = |n: usize| {
        let filled = words.rows.iter().filter_map(|row| row.get(n));
        let figures = filled
            .clone()
            .filter(|w| {
                matches!(Form::of(&w.text), Form::Money | Form::Percent)
                    || w.text
                        .chars()
                        .all(|c| c.is_ascii_digit() || ",. +-".contains(c))
            })
            .count();
        figures > 0 && figures * 2 >= filled.count()
    };
    let line = |cells: Vec<Node>| {
        row()
            .fill_w()
            .h(row_h)
            .rigid()
            .gap(kit.u(14.0))
            .pad_xy(kit.u(20.0), 0.0)
            .children(cells)
    };
    let cell = |n: usize, node: Node| {
        let place = if ends(n) { Place::End } else { Place::Start };
        row().grow(widths[n]).justify(place).child(node)
    };
    let head: Vec<Node> = words
        .columns
        .iter()
        .enumerate()
        .map(|(n, word)| {
            let node = kit.text(word, Type::Caption).weight(600).max_lines(2);
            cell(
                n,
                if ends(n) {
                    node.text_align(Align::End)
                } else {
                    node
                },
            )
        })
        .collect();
    let mut node = kit.surface(col().role("table").fill_w().clip());
    if !head.is_empty() {
        node = node.child(line(head).fill(Token::Sunken));
    }
    for (i, cells) in words.rows.iter().enumerate() {
        let cells = cells
            .iter()
            .enumerate()
            .take(widths.len())
            .map(|(n, word)| {
                let header = words.columns.get(n).map_or("", |c| c.text.as_str());
                cell(n, cell_node(kit, word, header, n))
            });
        if i > 0 {
            node = node.child(kit.rule());
        }
        node = node.child(line(cells.collect()));
    }
    node
}

/// Shares of the width by the longest text of each column.
fn widths(words: &Words) -> Vec<f32> {
    let n = words
        .columns
        .len()
        .max(words.rows.iter().map(Vec::len).max().unwrap_or(0));
    (0..n)
        .map(|c| {
            let longest = words
                .rows
                .iter()
                .filter_map(|row| row.get(c))
                .chain(words.columns.get(c))
                .map(|w| w.text.chars().count())
                .max()
                .unwrap_or(6);
            (longest as f32).clamp(6.0, 26.0)
        })
        .collect()
}

fn cell_node(kit: &Kit<'_>, word: &Word, column: &str, n: usize) -> Node {
    let lower = column.to_lowercase();
    if is_status(column) {
        let (ink, ground) = state_colors(&word.text);
        return kit.chip(word, ink, ground);
    }
    if lower.contains("action") && word.text == "…" {
        return icon("ellipsis", kit.u(18.0)).color(Token::Muted);
    }
    let person = n == 0
        && Form::of(&word.text) == Form::Words
        && [
            "name", "user", "customer", "member", "owner", "kunde", "client",
        ]
        .iter()
        .any(|w| lower.contains(w));
    let text = kit
        .text(word, if n == 0 { Type::Strong } else { Type::Body })
        .max_lines(2);
    let text = if Form::of(&word.text).is_figure() {
        text.tabular()
    } else {
        text
    };
    if person {
        row()
            .gap(kit.u(12.0))
            .child(kit.avatar(&word.text, 32.0))
            .child(text)
    } else {
        text
    }
}

/// Colours of a state by what its word says.
pub fn state_colors(text: &str) -> (Color, Color) {
    let lower = text.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|w| lower.contains(w));
    if has(&[
        "inactive",
        "fail",
        "cancel",
        "overdue",
        "refund",
        "error",
        "block",
        "reject",
        "out of",
        "offline",
        "storniert",
        "failed",
    ]) {
        (Token::Negative.into(), Token::NegativeSoft.into())
    } else if has(&[
        "pend", "invit", "pause", "wait", "draft", "low", "review", "progress", "process", "trial",
        "offen",
    ]) {
        (Token::Warning.into(), Token::WarningSoft.into())
    } else if has(&[
        "active", "paid", "done", "complete", "deliver", "ship", "success", "online", "in stock",
        "open", "aktiv", "bezahlt", "approved",
    ]) {
        (Token::Positive.into(), Token::PositiveSoft.into())
    } else {
        (Token::AccentText.into(), Token::AccentSoft.into())
    }
}
