//! How a table page is drawn: tools above, the table, its cells.

use plantain_scene::build::{col, icon, row};
use plantain_scene::node::{Align, Place};
use plantain_scene::{Color, Node, Token};

use super::super::Page;
use super::content::is_name;
use super::{TABLE_ROWS, Words, frames, is_status};
use crate::components::ui::{Form, Kit, Push, Type, Word};

pub(super) fn build(page: &Page<'_>, words: &Words) -> Node {
    let kit = &page.kit;
    let margin = page.margin() * 0.75;
    let layout = page.variant % 4;
    let roomy = page.w / page.h > 1.1;
    let band = layout == 2 && roomy;
    let counts = (layout == 3 && roomy)
        .then(|| frames::counts(page, words))
        .flatten();
    let side = layout == 0 && page.w / page.h > 1.3 && words.columns.len() <= 6;
    let title_ink = if band { Token::AccentInk } else { Token::Ink };
    let mut head = row()
        .fill_w()
        .justify(Place::Between)
        .gap(kit.u(14.0))
        .child(
            kit.text(&words.title, Type::Display)
                .size(kit.u(30.0))
                .color(title_ink)
                .max_lines(2)
                .grow(1.0),
        );
    let mut acts = row().gap(kit.u(10.0)).rigid();
    for (i, word) in words.buttons.iter().enumerate() {
        let push = match (i, band) {
            (0, true) => Push::Inverse,
            (0, false) => Push::Primary,
            _ => Push::Secondary,
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
        .gap(kit.u(18.0));
    let bar = !side && roomy && layout != 1;
    if bar {
        main = main.child(frames::bar(page, words, band));
    }
    main = main.child(head).children(counts);
    if !words.tabs.is_empty() && !side && !bar {
        main = main.child(row().fill_w().child(kit.segments(&words.tabs, 0)));
    }
    for word in &words.rest {
        main = main.child(kit.text(word, Type::Body));
    }
    if let Some(hint) = &words.searched {
        main = main.child(kit.search(hint).fill(Token::Surface));
    }
    main = main.child(table(page, words));
    // A few rows that are all told have no further pages.
    let paged =
        words.rows.len() >= TABLE_ROWS || words.rows.iter().flatten().all(|w| !w.is_asked());
    let pages = if paged {
        kit.pagination(4, 1).filler()
    } else {
        row()
    };
    main = main.child(match &words.shown {
        Some(word) => row()
            .fill_w()
            .justify(Place::Between)
            .child(kit.text(word, Type::Caption))
            .child(pages),
        None => row().fill_w().justify(Place::End).child(pages),
    });
    let root = page.row_sheet();
    if side {
        root.child(sidebar(kit, words)).child(main)
    } else if band {
        frames::over_band(page, main)
    } else {
        root.child(main)
    }
}

pub(super) fn sidebar(kit: &Kit<'_>, words: &Words) -> Node {
    let usual = [
        ("layout-dashboard", "Overview"),
        ("users", "Team"),
        ("receipt-text", "Orders"),
        ("chart-line", "Reports"),
        ("settings", "Settings"),
    ];
    let stops = kit.places(&words.tabs, &usual, "circle");
    let named = stops.iter().any(|s| s.name.is_some());
    // The place that the table's own title names is the one that is open.
    let title = words.title.text.to_lowercase();
    let open = stops.iter().position(|stop| {
        let name = stop.name.as_ref().map(|name| name.text.to_lowercase());
        name.is_some_and(|name| title.contains(&name))
    });
    kit.sidebar(
        kit.u(if named { 214.0 } else { 76.0 }),
        words.brand.as_ref(),
        &stops,
        open.unwrap_or(0),
        None,
    )
}

pub(super) fn table(page: &Page<'_>, words: &Words) -> Node {
    let kit = &page.kit;
    let rows_n = words.rows.len().max(1) as f32;
    let room = page.h - kit.u(230.0 + frames::taken(page));
    // A few rows stand wider apart, so that they take more of the page.
    let roomy = if rows_n <= 5.0 { 82.0 } else { 64.0 };
    let row_h = (room / (rows_n + 1.0)).max(kit.u(40.0)).min(kit.u(roomy));
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
        // Numbers that name the rows are no amounts.
        let names = n == 0 && words.columns.first().is_some_and(|head| head.text == "ID");
        !names && figures > 0 && figures * 2 >= filled.count()
    };
    // "payment": a column of states, whatever it is called.
    let states: Vec<bool> = (0..widths.len())
        .map(|n| {
            let column = words.columns.get(n).map_or("", |c| c.text.as_str());
            let cells = words.rows.iter().filter_map(|row| row.get(n));
            let told = cells
                .clone()
                .filter(|w| plantain_read::is_state(&w.text))
                .count();
            is_status(column) || told * 3 > cells.count() * 2 && told > 0
        })
        .collect();
    let named = words.rows.iter().filter_map(|row| row.first());
    let people = named.clone().filter(|w| is_name(&w.text)).count() * 2 >= named.count();
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
                let told = Cell {
                    column: header,
                    state: states[n],
                    people,
                    marked: words.marked.contains(&i),
                };
                cell(n, cell_node(kit, word, &told, n))
            })
            .chain(words.action.iter().map(|word| {
                let button = kit.small_button(&word.of_row(i), Push::Secondary);
                row().rigid().justify(Place::End).child(button)
            }));
        if i > 0 {
            node = node.child(kit.rule());
        }
        let line = line(cells.collect());
        node = node.child(if words.marked.contains(&i) {
            line.fill(Token::NegativeSoft)
        } else {
            line
        });
    }
    node
}

/// Shares of the width by the longest text of each column.
pub(super) fn widths(words: &Words) -> Vec<f32> {
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

/// What a cell stands in.
pub(super) struct Cell<'c> {
    /// The head of its column.
    pub column: &'c str,
    /// Whether its column tells states.
    pub state: bool,
    /// Whether the first column names people.
    pub people: bool,
    /// Whether its row is set apart.
    pub marked: bool,
}

pub(super) fn cell_node(kit: &Kit<'_>, word: &Word, told: &Cell<'_>, n: usize) -> Node {
    let lower = told.column.to_lowercase();
    if told.state {
        let (ink, ground) = state_colors(&word.text);
        return kit.chip(word, ink, ground);
    }
    if lower.contains("action") && word.text == "…" {
        return icon("ellipsis", kit.u(18.0)).color(Token::Muted);
    }
    let person = n == 0
        && (told.people || !lower.contains("name"))
        && Form::of(&word.text) == Form::Words
        && [
            "name",
            "user",
            "customer",
            "member",
            "owner",
            "kunde",
            "client",
            "student",
            "patient",
            "employee",
            "guest",
            "tenant",
            "candidate",
            "player",
        ]
        .iter()
        .any(|w| lower.contains(w));
    let text = kit
        .text(word, if n == 0 { Type::Strong } else { Type::Body })
        .max_lines(2);
    let text = if told.marked {
        text.color(Token::Negative).weight(600)
    } else {
        text
    };
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
