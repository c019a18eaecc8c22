//! Things to do on a page: the lists at the side, the open one with its boxes in the middle.

use plantain_read::Role;
use plantain_scene::Node;
use plantain_scene::Token;
use plantain_scene::build::{col, icon, row, spacer};
use plantain_scene::node::Place;

use super::remains;
use crate::components::ui::nav::Stop;
use crate::components::ui::picture::icon_in;
use crate::components::ui::sample::ERRANDS;
use crate::components::ui::{Entry, Kit, Push, Supply, Type, Word};
use crate::directors::mobile::todo;
use crate::directors::web::Page;
use crate::studio::Studio;

/// Places of the sidebar where the prompt names no lists.
const PLACES: &[(&str, &str)] = &[
    ("sun", "Today"),
    ("inbox", "Inbox"),
    ("calendar", "Calendar"),
    ("list-checks", "Tasks"),
];
/// Rows that a page holds well; fewer are drawn larger.
const ROWS_USUAL: usize = 8;

/// The words of the page.
struct Words {
    brand: Option<Word>,
    title: Word,
    under: Vec<Word>,
    lists: Vec<Entry>,
    filters: Vec<Word>,
    buttons: Vec<Word>,
    field: Option<Word>,
    tally: Option<Entry>,
    tasks: Vec<Entry>,
    ticks: Vec<bool>,
}

pub fn build(page: &Page<'_>, _studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let words = words(page, supply);
    // Few tasks are drawn larger, so that they fill the page.
    let missing = ROWS_USUAL.saturating_sub(words.tasks.len()) as f32 / ROWS_USUAL as f32;
    let kit = &page.kit.at(if page.tall() {
        page.kit.k
    } else {
        page.kit.k * (1.0 + 0.4 * missing)
    });
    let rest = remains(kit, supply);
    let counted = words.lists.iter().any(|list| list.figure.is_some());
    if page.tall() || page.variant % 3 == 1 && !counted {
        return centred(kit, page, &words, rest);
    }
    let side = kit.u(216.0);
    let margin = page.margin();
    let mut main = col()
        .grow(1.0)
        .fill_h()
        .pad_xy(margin, kit.u(30.0))
        .gap(kit.u(18.0))
        .child(head(kit, &words));
    let mut body = col().grow(1.0).gap(kit.u(16.0));
    if !words.filters.is_empty() {
        body = body.child(kit.choice_chips(&words.filters, 0));
    }
    body = body.child(rows(kit, &words)).child(entry(kit, &words));
    body = body.children(rest);
    main = if page.variant % 3 == 2 {
        let w = (page.w - side - 2.0 * margin) * 0.3;
        let pair = row()
            .fill_w()
            .gap(kit.u(20.0))
            .align(Place::Start)
            .child(body)
            .child(ring(kit, &words, w));
        main.child(pair)
    } else {
        main.child(bar(kit, &words)).child(body)
    };
    page.row_sheet()
        .child(sidebar(kit, &words, side))
        .child(main)
}

/// One column in the middle of the page, its lists as chips.
fn centred(kit: &Kit<'_>, page: &Page<'_>, words: &Words, rest: Option<Node>) -> Node {
    let w = if page.tall() {
        page.w - 2.0 * page.margin()
    } else {
        (page.w * 0.56).max(kit.u(430.0)).min(page.w * 0.8)
    };
    let mut column = col().w(w).gap(kit.u(18.0)).child(head(kit, words));
    let chips: Vec<Word> = words
        .lists
        .iter()
        .flat_map(|list| list.name.iter().chain(&list.figure).cloned())
        .chain(words.filters.iter().cloned())
        .collect();
    if !chips.is_empty() {
        column = column.child(kit.choice_chips(&chips, 0));
    }
    column = column
        .child(bar(kit, words))
        .child(rows(kit, words))
        .child(entry(kit, words))
        .children(rest);
    if let Some(brand) = &words.brand {
        column = column.child(kit.text(brand, Type::Caption).centered());
    }
    col()
        .role("page")
        .size_box(page.w, page.h)
        .clip()
        .fill(Token::Canvas)
        .align(Place::Center)
        .justify(Place::Center)
        .child(column)
}

fn words(page: &Page<'_>, supply: &mut Supply<'_>) -> Words {
    let kit = &page.kit;
    let brand = supply.first(&[Role::Brand]);
    let title = supply
        .first(&[Role::Title])
        .unwrap_or_else(|| kit.say("Tasks"));
    let under = supply.all(&[Role::Subtitle, Role::Body]);
    let buttons = supply.buttons();
    let field = supply.first(&[Role::Field]);
    let mut tasks = supply
        .listed(&["task", "todo", "to-do", "item", "chore", "errand"])
        .unwrap_or_default();
    // A lone list is the tasks themselves.
    let mut lists = if tasks.is_empty() {
        Vec::new()
    } else {
        supply
            .listed(&["list", "project", "folder", "area", "label", "categor"])
            .unwrap_or_default()
    };
    lists.extend(supply.all(&[Role::Tab, Role::Link]).into_iter().map(named));
    let filters = supply.all(&[Role::Badge, Role::Category]);
    tasks.extend(supply.lines());
    if tasks.is_empty() && kit.filler {
        let errands = ERRANDS.iter().map(|text| named(Word::invented(*text)));
        tasks = errands.collect();
    }
    let tally = tasks
        .iter()
        .position(todo::is_tally)
        .map(|at| tasks.remove(at));
    let ticks = todo::ticks(supply, &tasks, page.variant);
    Words {
        brand,
        title,
        under,
        lists,
        filters,
        buttons,
        field,
        tally,
        tasks,
        ticks,
    }
}

fn named(name: Word) -> Entry {
    Entry {
        name: Some(name),
        ..Entry::default()
    }
}

fn sidebar(kit: &Kit<'_>, words: &Words, w: f32) -> Node {
    let stops: Vec<Stop> = if words.lists.is_empty() {
        kit.places(&[], PLACES, "folder")
    } else {
        let stop = |list: &Entry| {
            let text = list.name.as_ref().map_or("", |name| name.text.as_str());
            let mark = icon_in(text, kit.tongue.code(), "hash");
            Stop::new(mark, list.name.clone()).counted(list.figure.clone())
        };
        words.lists.iter().map(stop).collect()
    };
    let open = words
        .lists
        .iter()
        .position(|list| {
            list.name
                .as_ref()
                .is_some_and(|name| name.text == words.title.text)
        })
        .unwrap_or(0);
    kit.sidebar(w, words.brand.as_ref(), &stops, open, None)
}

/// The name of the list over what is said of it; the buttons at its right.
fn head(kit: &Kit<'_>, words: &Words) -> Node {
    let mut names = col()
        .grow(1.0)
        .gap(kit.u(4.0))
        .child(kit.text(&words.title, Type::Display).max_lines(2));
    for line in &words.under {
        names = names.child(kit.text(line, Type::Body).color(Token::Muted));
    }
    let buttons = words.buttons.iter().enumerate().map(|(n, word)| {
        let push = if n == 0 {
            Push::Primary
        } else {
            Push::Secondary
        };
        kit.button_sized(word, push, None, 44.0)
    });
    row()
        .fill_w()
        .gap(kit.u(16.0))
        .child(names)
        .child(row().gap(kit.u(10.0)).rigid().children(buttons))
}

/// Words of the tally and the share of what is done.
fn tally(kit: &Kit<'_>, words: &Words) -> (Vec<Word>, f32) {
    let done = words.ticks.iter().filter(|done| **done).count();
    todo::tally(kit, done, words.tasks.len(), words.tally.as_ref())
}

/// How far the list is: the tally over a bar.
fn bar(kit: &Kit<'_>, words: &Words) -> Node {
    let (told, share) = tally(kit, words);
    let track = kit.accent_track();
    let line = row().gap(kit.u(5.0)).children(
        told.iter()
            .map(|word| kit.text(word, Type::Caption).weight(600).max_lines(1)),
    );
    let node = col()
        .role("progress")
        .fill_w()
        .rigid()
        .gap(kit.u(8.0))
        .child(line)
        .child(kit.progress(share, 8.0, Token::Accent.into(), track));
    if words.tally.is_some() {
        node
    } else {
        node.filler()
    }
}

/// How far the list is: the tally in a ring, on a card of its own.
fn ring(kit: &Kit<'_>, words: &Words, w: f32) -> Node {
    let (told, share) = tally(kit, words);
    let side = w * 0.62;
    let inside = col().center().gap(kit.u(2.0)).children(
        told.iter()
            .map(|word| kit.text(word, Type::Strong).centered().max_lines(2)),
    );
    let ring = kit.ring(
        side,
        share,
        Token::Accent.into(),
        kit.accent_track(),
        inside,
    );
    let node = kit
        .surface(col().role("progress").w(w).rigid().center())
        .pad_xy(0.0, kit.u(26.0))
        .child(ring);
    if words.tally.is_some() {
        node
    } else {
        node.filler()
    }
}

/// The tasks, with the more air the fewer they are.
fn rows(kit: &Kit<'_>, words: &Words) -> Node {
    let missing = ROWS_USUAL.saturating_sub(words.tasks.len()) as f32 / ROWS_USUAL as f32;
    let rows = words.tasks.iter().zip(&words.ticks);
    kit.row_card(
        rows.map(|(entry, done)| {
            let task = todo::task(kit, entry, *done);
            col()
                .fill_w()
                .pad_xy(0.0, kit.u(12.0 * missing))
                .child(task)
        })
        .collect(),
    )
}

/// Where the next task is typed in.
fn entry(kit: &Kit<'_>, words: &Words) -> Node {
    let line = row()
        .role("field")
        .fill_w()
        .rigid()
        .gap(kit.u(12.0))
        .h(kit.u(46.0))
        .pad_xy(kit.u(16.0), 0.0)
        .radius(kit.control_radius(kit.u(46.0)).min(kit.u(16.0)))
        .stroke(Token::Line, 1.25)
        .child(icon("plus", kit.u(18.0)).color(Token::Muted));
    match &words.field {
        Some(hint) => line.child(
            kit.text(hint, Type::Body)
                .color(Token::Muted)
                .max_lines(1)
                .grow(1.0),
        ),
        None => line.child(spacer()).filler(),
    }
}
