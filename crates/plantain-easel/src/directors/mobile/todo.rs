//! A list of things to do, with what is done ticked off.

use plantain_read::Role;
use plantain_scene::build::{col, row};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::{Parts, Screen, stops};
use crate::components::ui::measures::out_of;
use crate::components::ui::sample::ERRANDS;
use crate::components::ui::{Block, Entry, Kit, Push, Supply, Type, Word};

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let plus = kit.round_button("plus", 44.0, Push::Primary);
    let mut blocks = vec![scr.header(
        supply,
        kit.label("Tasks"),
        Some(kit.say("Today")),
        Some(plus),
    )];
    let groups = grouped(supply);
    if !groups.is_empty() {
        return sections(scr, supply, blocks, groups);
    }
    let days = days(supply);
    let filters = supply.all(&[Role::Badge, Role::Category]);
    if !filters.is_empty() {
        blocks.push(Block::must(kit.choice_chips(&filters, 0), kit.u(36.0)));
    }
    let mut entries = supply.lines();
    if entries.is_empty() && kit.filler {
        entries = ERRANDS
            .iter()
            .map(|text| Entry {
                name: Some(Word::invented(*text)),
                ..Entry::default()
            })
            .collect();
    }
    let told = entries.iter().position(is_tally);
    let told = told.map(|at| entries.remove(at));
    let streak = entries.iter().position(is_streak);
    let streak = streak.map(|at| entries.remove(at));
    let asked = entries
        .iter()
        .any(|e| e.name.as_ref().is_some_and(Word::is_asked));
    let ticked = ticks(supply, &entries, scr.variant);
    blocks.push(progress(
        scr,
        ticked.iter().filter(|t| **t).count(),
        entries.len(),
        told.as_ref(),
        streak.as_ref(),
    ));
    let card = scr.variant.is_multiple_of(2);
    let more = if days.is_empty() { 0.0 } else { kit.u(46.0) };
    let h = kit.row_height(24.0, false) + more;
    let rows: Vec<Node> = entries
        .iter()
        .zip(&ticked)
        .enumerate()
        .map(|(n, (entry, done))| {
            if days.is_empty() {
                task(kit, entry, *done)
            } else {
                habit(kit, entry, &days, n)
            }
        })
        .collect();
    if card {
        let height = kit.row_card_height(rows.len(), h + kit.u(4.0));
        blocks.push(Block::must(kit.row_card(rows), height));
    } else {
        for node in rows {
            let node = kit
                .surface(col().role("card").fill_w().pad_xy(kit.u(16.0), kit.u(15.0)))
                .child(node);
            let block = if asked {
                Block::must(node, h + kit.u(30.0))
            } else {
                Block::nice(node, h + kit.u(30.0), 1)
            };
            blocks.push(block);
        }
    }
    let stops = stops(
        kit,
        &[
            ("list-checks", "Tasks"),
            ("calendar", "Calendar"),
            ("user", "Profile"),
        ],
    );
    Parts::new(
        blocks,
        "the tasks keep their order, and the bar counts those that are ticked",
    )
    .stops(stops, 0)
    .gap(12.0)
}

/// Takes the tasks that stand under heads of their own, group by group.
fn grouped(supply: &mut Supply<'_>) -> Vec<(Word, Vec<Entry>)> {
    let brief = supply.brief();
    let headed = |list: &&plantain_read::List| {
        let first = list.items.first().map(|at| brief.literals[*at].role);
        list.kind == "group" && first == Some(Role::Category)
    };
    let lists: Vec<Vec<usize>> = brief
        .lists
        .iter()
        .filter(headed)
        .map(|list| list.items.clone())
        .collect();
    lists
        .into_iter()
        .filter_map(|items| {
            let mut words = items.into_iter().filter_map(|at| supply.take(at));
            let head = words.next()?;
            Some((head, words.map(Entry::named).collect()))
        })
        .collect()
}

/// Groups of tasks, each on a card under its head.
fn sections(
    scr: &Screen<'_>,
    supply: &mut Supply<'_>,
    mut blocks: Vec<Block>,
    groups: Vec<(Word, Vec<Entry>)>,
) -> Parts {
    let kit = &scr.kit;
    let all: Vec<Entry> = groups.iter().flat_map(|(_, tasks)| tasks.clone()).collect();
    let ticked = ticks(supply, &all, scr.variant);
    let done = ticked.iter().filter(|done| **done).count();
    blocks.push(progress(scr, done, all.len(), None, None));
    let h = kit.row_height(24.0, false) + kit.u(4.0);
    let mut next = ticked.into_iter();
    for (head, tasks) in &groups {
        blocks.push(scr.heading(head, None));
        let rows: Vec<Node> = tasks
            .iter()
            .map(|entry| task(kit, entry, next.next().unwrap_or(false)))
            .collect();
        let height = kit.row_card_height(rows.len(), h);
        blocks.push(Block::must(kit.row_card(rows), height));
    }
    Parts::new(
        blocks,
        "the tasks stand in their groups, each under its head",
    )
    .gap(10.0)
}

/// Takes the letters of the days, where every task has a mark for each: "seven day circles M T W T F S S".
fn days(supply: &mut Supply<'_>) -> Vec<Word> {
    const DAYS: usize = 7;
    let brief = supply.brief();
    let letter = |at: &usize| {
        let text = brief.literals[*at].text.trim_end_matches('.');
        text.chars().count() <= 2 && text.chars().all(char::is_alphabetic)
    };
    let found = brief
        .lists
        .iter()
        .find(|list| list.items.len() == DAYS && list.items.iter().all(letter));
    let items = found.map(|list| list.items.clone()).unwrap_or_default();
    items.into_iter().filter_map(|at| supply.take(at)).collect()
}

/// A habit with a circle for every day of the week; the days that are behind are filled, but for a few.
fn habit(kit: &Kit<'_>, entry: &Entry, days: &[Word], n: usize) -> Node {
    const KEPT: &[u8] = &[0b001_1111, 0b001_0111, 0b000_1111, 0b001_1101];
    let (ink, _) = kit.hue(n);
    let side = kit.u(30.0);
    let kept = KEPT[n % KEPT.len()];
    let circles = days.iter().enumerate().map(|(i, day)| {
        let on = kept >> i & 1 == 1;
        let letter = Word {
            source: if n == 0 {
                day.source
            } else {
                crate::components::ui::kit::Source::Built
            },
            text: day.text.clone(),
        };
        let ground = row()
            .size_box(side, side)
            .rigid()
            .center()
            .radius(side / 2.0);
        let ground = if on {
            ground.fill(ink)
        } else {
            ground.stroke(Token::Line, 1.5)
        };
        let color = if on {
            plantain_scene::Color::from(plantain_scene::Rgba::WHITE)
        } else {
            Token::Muted.into()
        };
        ground.child(
            kit.text(&letter, Type::Micro)
                .weight(700)
                .color(color)
                .centered(),
        )
    });
    let mut head = row().fill_w().gap(kit.u(10.0));
    for word in entry.name.iter() {
        head = head.child(kit.text(word, Type::Strong).max_lines(1).grow(1.0));
    }
    for word in entry.figure.iter().chain(&entry.more) {
        head = head.child(kit.chip(word, Token::Muted.into(), Token::Sunken.into()));
    }
    col()
        .role("task")
        .fill_w()
        .gap(kit.u(12.0))
        .child(head)
        .child(row().fill_w().justify(Place::Between).children(circles))
}

/// Returns which of the entries are ticked: what the prompt says of each, else all or some of them.
pub fn ticks(supply: &Supply<'_>, entries: &[Entry], variant: usize) -> Vec<bool> {
    let placed = supply.brief().states_by_place(entries.len());
    placed
        .unwrap_or_else(|| ticked(supply, entries.len(), variant))
        .into_iter()
        .zip(told_states(supply, entries))
        .map(|(usual, told)| told.unwrap_or(usual))
        .collect()
}

/// Returns what the prompt says of each; where it says it of one, the silent ones are open.
fn told_states(supply: &Supply<'_>, entries: &[Entry]) -> Vec<Option<bool>> {
    let states: Vec<Option<bool>> = entries
        .iter()
        .map(|entry| {
            let words = entry.name.iter().chain(&entry.figure).chain(&entry.more);
            words
                .filter(|word| word.is_asked())
                .find_map(|word| supply.brief().state_of(&word.text))
        })
        .collect();
    let any = states.iter().any(Option::is_some);
    states
        .into_iter()
        .map(|state| state.or(any.then_some(false)))
        .collect()
}

/// Returns which are ticked: all those the prompt says, else the first third.
fn ticked(supply: &Supply<'_>, n: usize, variant: usize) -> Vec<bool> {
    if supply.speaks_of(&["all done", "all checked", "all completed"]) {
        return vec![true; n];
    }
    if supply.speaks_of(&["unchecked", "none checked", "empty checkbox"]) {
        return vec![false; n];
    }
    let counted = supply.brief().prompt.to_lowercase();
    let count = ["checked", "ticked", "completed", "done"]
        .iter()
        .find_map(|word| {
            let at = counted.find(&format!(" {word}"))?;
            let before = counted[..at].split_whitespace().next_back()?;
            ["zero", "one", "two", "three", "four", "five", "six"]
                .iter()
                .position(|w| *w == before)
                .or_else(|| before.parse().ok())
        });
    let count = count.unwrap_or_else(|| {
        (n / 3).max(usize::from(n > 1)) + usize::from(n > 3 && variant % 2 == 1)
    });
    (0..n).map(|i| i < count).collect()
}

/// Returns a task: its box, what is to be done, and its figure at the end.
pub fn task(kit: &Kit<'_>, entry: &Entry, done: bool) -> Node {
    let round = kit.theme.radius >= 14.0;
    let (name, figure) = match (&entry.name, &entry.figure) {
        (Some(name), figure) => (name.clone(), figure.clone()),
        (None, Some(figure)) => (figure.clone(), None),
        (None, None) => (Word::default(), None),
    };
    // A ticked line is muted, not struck: struck letters read badly.
    let ink = if done { Token::Muted } else { Token::Ink };
    let mut words = col().grow(1.0).gap(kit.u(2.0)).child(
        kit.text(&name, Type::Body)
            .weight(500)
            .color(ink)
            .max_lines(2),
    );
    for more in &entry.more {
        words = words.child(kit.text(more, Type::Caption).max_lines(1));
    }
    let mut node = row()
        .role("task")
        .fill_w()
        .gap(kit.u(14.0))
        .child(kit.checkbox(done, round))
        .child(words);
    if let Some(figure) = &figure {
        node = node.child(kit.chip(figure, Token::Muted.into(), Token::Sunken.into()));
    }
    node
}

/// Words for what is still to be done, lower case.
const LEFT: &[&str] = &[
    "left",
    "remaining",
    "open",
    "übrig",
    "restantes",
    "restants",
];

/// Words for what a tally counts, lower case.
const TALLIED: &[&str] = &[
    "left",
    "remaining",
    "open",
    "übrig",
    "restantes",
    "restants",
    "done",
    "completed",
    "complete",
    "finished",
    "tasks",
    "items",
    "progress",
    "bought",
    "checked",
    "packed",
    "itens",
    "artículos",
    "tareas",
    "articles",
    "éléments",
    "aufgaben",
    "erledigt",
    "hecho",
    "hechas",
    "fait",
    "feito",
    "feitas",
    "fatto",
    "klaar",
    "gotowe",
    "bitti",
    "сделано",
    "готово",
    "виконано",
    "完成",
    "完了",
    "완료",
];

/// Returns whether an entry tells how far the list is ("2 of 5 done"), and is no task.
pub fn is_tally(entry: &Entry) -> bool {
    let text = |word: &Option<Word>| {
        word.as_ref()
            .map_or_else(String::new, |w| w.text.to_lowercase())
    };
    let (name, figure) = (text(&entry.name), text(&entry.figure));
    let counts =
        |text: &str| text.starts_with(|c: char| c.is_ascii_digit()) && out_of(text).is_some();
    let tallied = |text: &str| {
        text.split_whitespace().any(|word| TALLIED.contains(&word)) || TALLIED.contains(&text)
    };
    if figure.is_empty() {
        counts(&name) && tallied(&name)
    } else {
        counts(&figure) && (name.is_empty() || tallied(&name))
    }
}

/// Returns the words that tell how far the list is, and the share that is done: the figures that are `told`, else those
/// that are counted.
pub fn tally(kit: &Kit<'_>, done: usize, all: usize, told: Option<&Entry>) -> (Vec<Word>, f32) {
    let figure = told.and_then(|entry| entry.figure.as_ref().or(entry.name.as_ref()));
    let share = match figure.and_then(|word| out_of(&word.text)) {
        Some((part, whole)) => {
            let share = (part / whole).min(1.0) as f32;
            let left = |word: &Word| LEFT.contains(&word.text.to_lowercase().as_str());
            let open = told.is_some_and(|entry| entry.name.as_ref().is_some_and(left));
            if open { 1.0 - share } else { share }
        }
        None => done as f32 / all.max(1) as f32,
    };
    let Some(entry) = told else {
        let built = format!("{done}/{all} {}", kit.tongue.phrase("done"));
        return (vec![Word::invented(built)], share);
    };
    let name = entry.name.iter().map(|name| Word {
        text: name.text.to_lowercase(),
        ..name.clone()
    });
    (entry.figure.iter().cloned().chain(name).collect(), share)
}

/// Returns whether an entry tells how many days in a row all was done ("12 day streak"), and is no task.
fn is_streak(entry: &Entry) -> bool {
    let named = |word: &Word| word.text.to_lowercase().split(' ').any(|w| w == "streak");
    entry.figure.is_some() && entry.name.as_ref().is_some_and(named)
        || entry.figure.is_none()
            && entry.name.as_ref().is_some_and(|word| {
                named(word) && word.text.starts_with(|c: char| c.is_ascii_digit())
            })
}

/// How long all was done, beside a flame.
fn flame(kit: &Kit<'_>, streak: &Entry) -> Node {
    let ink = Token::AccentInk;
    let figure = streak.figure.iter();
    let words = figure.chain(&streak.name).map(|word| {
        let word = Word {
            text: word.text.to_lowercase(),
            ..word.clone()
        };
        kit.text(&word, Type::Strong).color(ink).max_lines(1)
    });
    row()
        .role("streak")
        .rigid()
        .gap(kit.u(5.0))
        .child(plantain_scene::build::icon("flame", kit.u(20.0)).color(ink))
        .children(words)
}

fn progress(
    scr: &Screen<'_>,
    done: usize,
    all: usize,
    told: Option<&Entry>,
    streak: Option<&Entry>,
) -> Block {
    let kit = &scr.kit;
    let ink = Token::AccentInk;
    let (said, share) = tally(kit, done, all, told);
    let track = plantain_scene::Color::from(ink).alpha(0.28);
    let mut label = row().gap(kit.u(5.0));
    for word in &said {
        label = label.child(kit.text(word, Type::Strong).color(ink).max_lines(1));
    }
    let head = match streak {
        Some(streak) => kit.ends(label, flame(kit, streak)),
        None => label,
    };
    let words = col()
        .grow(1.0)
        .gap(kit.u(10.0))
        .child(head)
        .child(kit.progress(share, 8.0, ink.into(), track));
    let node = kit.accent_card().child(
        row()
            .fill_w()
            .gap(kit.u(14.0))
            .align(Place::Center)
            .child(words),
    );
    let h = kit.u(40.0 + 18.0) + kit.line(Type::Strong);
    if told.is_some() || streak.is_some() {
        Block::must(node, h)
    } else {
        Block::nice(node.filler(), h, 1)
    }
}
