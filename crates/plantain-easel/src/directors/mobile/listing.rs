//! Results of a search: places to stay, journeys, goods, events, each with its picture or its times.

use plantain_read::Role;
use plantain_scene::build::{col, icon, rect, row, stack};
use plantain_scene::node::Place;
use plantain_scene::{Color, Node, Token};

use super::{Parts, Screen, stops};
use crate::components::ui::supply::capital;
use crate::components::ui::{Block, Entry, Form, Push, Supply, Type, Word};

/// Most results that are shown as wide cards; more stand in rows.
const WIDE_MAX: usize = 3;
/// Results that are invented where the prompt names none.
const SAMPLES: &[(&str, &str, &str)] = &[
    ("Harbour View Loft", "4.9", "$142"),
    ("Cedar Lodge", "4.8", "$118"),
    ("Garden Court", "4.7", "$96"),
];

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let title = supply.first(&[Role::Title, Role::Brand, Role::Subtitle]);
    let chips = supply.listed(&["filter", "chip", "categor", "tab"]);
    let hint = supply.first(&[Role::Field]);
    let buttons = supply.buttons();
    let mut entries = supply
        .listed(&[""])
        .filter(|items| items.len() > 1)
        .unwrap_or_default();
    if entries.is_empty() {
        entries = supply.entries();
    }
    let asked = !entries.is_empty();
    if !asked && kit.filler {
        entries = samples();
    }
    let mut blocks = vec![header(scr, supply, title, hint)];
    blocks.push(filters(scr, chips));
    blocks.extend(count(scr, supply, entries.len()));
    let journeys = entries.iter().any(is_journey);
    // Offers of work show no views.
    let offices = supply.speaks_of(&["job", "stellen", "empleo", "freelance"]);
    let wide = !offices
        && !journeys
        && entries.len() <= WIDE_MAX
        && (scr.variant % 3 != 2 || entries.len() < 3);
    for (n, entry) in entries.iter().enumerate() {
        let block = if journeys {
            journey(scr, supply, entry)
        } else if wide {
            wide_card(scr, supply, entry, n, entries.len())
        } else {
            row_card(scr, supply, entry, n, offices)
        };
        blocks.push(if asked {
            block
        } else {
            Block::nice(block.node.filler(), block.h, 2 + n as u8).stretch(block.stretch)
        });
    }
    for (i, word) in buttons.iter().enumerate() {
        let push = if i == 0 {
            Push::Primary
        } else {
            Push::Secondary
        };
        blocks.push(Block::must(kit.button(word, push).fill_w(), kit.u(46.0)));
    }
    let stops = stops(
        kit,
        &[
            ("search", "Explore"),
            ("heart", "Saved"),
            ("calendar", "Bookings"),
            ("user", "Profile"),
        ],
    );
    Parts::new(
        blocks,
        "each result has one card with its picture, its name and its price",
    )
    .stops(stops, 0)
    .gap(14.0)
}

fn samples() -> Vec<Entry> {
    SAMPLES
        .iter()
        .map(|(name, _, price)| Entry {
            name: Some(Word::invented(*name)),
            figure: Some(Word::invented(*price)),
            more: Vec::new(),
        })
        .collect()
}

/// A back arrow and what was searched for in a field, with a filter mark.
fn header(scr: &Screen<'_>, supply: &Supply<'_>, title: Option<Word>, hint: Option<Word>) -> Block {
    let kit = &scr.kit;
    let about = supply.brief().topic.iter().find(|word| {
        !matches!(
            word.as_str(),
            "search" | "results" | "booking" | "app" | "screen"
        )
    });
    let said = hint.or_else(|| {
        let text = about.map_or_else(|| "Search".to_owned(), |topic| capital(topic));
        Some(Word::built(text))
    });
    let field = row()
        .role("search")
        .grow(1.0)
        .h(kit.u(48.0))
        .gap(kit.u(10.0))
        .pad_xy(kit.u(16.0), 0.0)
        .radius(kit.control_radius(kit.u(48.0)))
        .child(icon("search", kit.u(18.0)).color(Token::Muted))
        .children(said.map(|word| kit.text(&word, Type::Body).weight(600).max_lines(1)));
    let bar = row()
        .role("header")
        .fill_w()
        .gap(kit.u(12.0))
        .child(kit.edge(kit.lift(field.fill(Token::Surface))))
        .child(kit.round_button("sliders-horizontal", 48.0, Push::Secondary));
    match title {
        Some(title) => {
            let node = col()
                .fill_w()
                .gap(kit.u(14.0))
                .child(kit.text(&title, Type::Title).size(kit.u(28.0)).max_lines(2))
                .child(bar);
            Block::must(node, kit.u(48.0 + 14.0 + 36.0))
        }
        None => Block::must(bar, kit.u(48.0)),
    }
}

fn filters(scr: &Screen<'_>, asked: Option<Vec<Entry>>) -> Block {
    let kit = &scr.kit;
    if let Some(items) = asked {
        let words: Vec<Word> = items.into_iter().filter_map(|e| e.name).collect();
        return Block::must(
            super::choices::wrapped_chips(scr, &words),
            super::choices::chips_height(scr, &words),
        );
    }
    let usual = [
        kit.say("All"),
        kit.say("Popular"),
        kit.say("Near you"),
        kit.say("New"),
    ];
    Block::nice(kit.choice_chips(&usual, 0).filler(), kit.u(36.0), 1)
}

/// "3 hotels": how many results there are, in the prompt's own noun.
fn count(scr: &Screen<'_>, supply: &Supply<'_>, n: usize) -> Option<Block> {
    let kit = &scr.kit;
    let brief = supply.brief();
    let kind = brief
        .lists
        .iter()
        .filter(|list| list.items.len() == n && list.kind != "item" && !list.kind.is_empty())
        .map(|list| list.kind.as_str())
        .next()?;
    let plural = ["ch", "sh", "s", "x"].iter().any(|end| kind.ends_with(end));
    let word = Word::built(format!("{n} {kind}{}", if plural { "es" } else { "s" }));
    let sort = icon("arrow-up-down", kit.u(18.0)).color(Token::Muted);
    Some(Block::must(
        kit.ends(kit.text(&word, Type::Heading).max_lines(1), sort),
        kit.line(Type::Heading),
    ))
}

fn is_journey(entry: &Entry) -> bool {
    let timed = |word: &Word| Form::of(&word.text) == Form::Time;
    let ends = entry
        .name
        .as_ref()
        .is_some_and(|name| parted(&name.text).is_some());
    ends && (entry.figure.as_ref().is_some_and(timed) || entry.more.iter().any(timed))
}

/// Where a journey begins and ends, when its name tells both.
fn parted(name: &str) -> Option<(&str, &str)> {
    [" to ", " → ", " – ", " - ", " nach ", " a ", " à "]
        .iter()
        .find_map(|by| name.split_once(by))
}

/// Times, the line between the ends, the price.
fn journey(scr: &Screen<'_>, supply: &Supply<'_>, entry: &Entry) -> Block {
    let kit = &scr.kit;
    let blank = Word::default();
    let name = entry.name.as_ref().unwrap_or(&blank);
    let flown = supply.speaks_of(&["flight", "airline", "vuelo", "vol ", "flug"]);
    let symbol = if flown { "plane" } else { "train-front" };
    let values: Vec<&Word> = entry.figure.iter().chain(&entry.more).collect();
    let times: Vec<&Word> = values
        .iter()
        .copied()
        .filter(|w| Form::of(&w.text) == Form::Time)
        .collect();
    let price = values
        .iter()
        .copied()
        .find(|w| Form::of(&w.text) == Form::Money);
    let others = values
        .iter()
        .copied()
        .filter(|w| !matches!(Form::of(&w.text), Form::Time | Form::Money));
    let dot = || {
        rect()
            .size_box(kit.u(8.0), kit.u(8.0))
            .rigid()
            .radius(kit.u(4.0))
            .stroke(Token::Accent, kit.u(2.0))
    };
    let line = || {
        rect()
            .grow(1.0)
            .h(kit.u(2.0))
            .fill(Color::from(Token::Accent).alpha(0.35))
    };
    let path = row()
        .fill_w()
        .gap(kit.u(6.0))
        .align(Place::Center)
        .child(dot())
        .child(line())
        .child(icon(symbol, kit.u(20.0)).color(Token::Accent))
        .child(line())
        .child(dot());
    let mut top = row().fill_w().gap(kit.u(14.0)).align(Place::Center);
    if let Some(first) = times.first() {
        top = top.child(kit.figure(first, Type::Title).weight(700).rigid());
    }
    top = top.child(path.grow(1.0));
    if let Some(second) = times.get(1) {
        top = top.child(kit.figure(second, Type::Title).weight(700).rigid());
    }
    let mut foot = row()
        .fill_w()
        .gap(kit.u(12.0))
        .align(Place::Center)
        .child(kit.text(name, Type::Strong).max_lines(2).grow(1.0));
    for word in others.chain(times.iter().skip(2).copied()) {
        foot = foot.child(kit.text(word, Type::Caption).max_lines(1).rigid());
    }
    if let Some(price) = price {
        foot = foot.child(
            kit.figure(price, Type::Heading)
                .weight(700)
                .color(Token::AccentText)
                .rigid(),
        );
    }
    let card = kit
        .surface(
            col()
                .role("journey")
                .fill_w()
                .pad(kit.u(18.0))
                .gap(kit.u(12.0))
                .justify(Place::Between),
        )
        .child(top)
        .child(foot);
    let h = kit.u(36.0 + 12.0) + kit.line(Type::Title) + kit.line(Type::Heading);
    Block::must(card, h).stretch(kit.u(46.0))
}

/// A photograph over name, score and price.
fn wide_card(scr: &Screen<'_>, supply: &Supply<'_>, entry: &Entry, n: usize, all: usize) -> Block {
    let kit = &scr.kit;
    let words = words(scr, entry, n);
    let notes = usize::from(!entry.more.is_empty());
    let below =
        kit.u(26.0) + kit.line(Type::Heading) + notes.max(1) as f32 * kit.line(Type::Caption);
    // What the frame of the screen takes is left out, the rest goes to the photographs.
    let room = scr.h - kit.u(46.0 + 82.0 + 48.0 + 36.0 + 26.0 + 22.0 + 14.0 * (all as f32 + 3.0));
    let photo = (room / all.max(1) as f32 - below)
        .max(kit.u(96.0))
        .min(kit.u(260.0));
    let w = scr.inner();
    let like = row()
        .size_box(kit.u(36.0), kit.u(36.0))
        .rigid()
        .center()
        .radius(kit.u(18.0))
        .fill(Token::Surface)
        .child(icon("heart", kit.u(18.0)).color(Token::Accent));
    let art = stack()
        .size_box(w, photo)
        .rigid()
        .child(
            kit.photo(&name_of(entry), supply.brief(), n + scr.variant, w, photo)
                .at(0.0, 0.0),
        )
        .child(like.at(w - kit.u(48.0), kit.u(12.0)));
    let card = kit
        .surface(col().role("result").fill_w().clip())
        .child(art)
        .child(words.pad_xy(kit.u(16.0), kit.u(12.0)));
    Block::must(card, photo + below)
}

/// A small photograph at the left of name, score and price.
fn row_card(
    scr: &Screen<'_>,
    supply: &Supply<'_>,
    entry: &Entry,
    n: usize,
    offices: bool,
) -> Block {
    let kit = &scr.kit;
    let side = kit.u(if offices { 60.0 } else { 88.0 });
    let art = if offices {
        kit.icon_tile(["building-2", "briefcase", "layers"][n % 3], 60.0, n)
    } else {
        kit.photo(&name_of(entry), supply.brief(), n + scr.variant, side, side)
            .radius(kit.radius() * 0.7)
    };
    let card = kit
        .surface(
            row()
                .role("result")
                .fill_w()
                .pad(kit.u(12.0))
                .gap(kit.u(14.0)),
        )
        .child(art)
        .child(words(scr, entry, n).grow(1.0));
    Block::must(card, side + kit.u(24.0)).stretch(kit.u(20.0))
}

fn name_of(entry: &Entry) -> String {
    entry
        .name
        .as_ref()
        .or(entry.figure.as_ref())
        .map_or_else(String::new, |word| word.text.clone())
}

fn words(scr: &Screen<'_>, entry: &Entry, n: usize) -> Node {
    let kit = &scr.kit;
    let blank = Word::default();
    let name = entry
        .name
        .as_ref()
        .or(entry.figure.as_ref())
        .unwrap_or(&blank);
    let mut head = row()
        .fill_w()
        .gap(kit.u(10.0))
        .align(Place::Start)
        .child(kit.text(name, Type::Heading).max_lines(2).grow(1.0));
    if let Some(figure) = entry.figure.as_ref().filter(|_| entry.name.is_some()) {
        head = head.child(
            kit.figure(figure, Type::Heading)
                .color(Token::AccentText)
                .rigid(),
        );
    }
    let mut node = col().fill_w().gap(kit.u(4.0)).child(head);
    if entry.more.is_empty() && kit.filler {
        let score = Word::invented(SAMPLES[n % SAMPLES.len()].1);
        node = node.child(kit.score(&score).filler());
    }
    for more in &entry.more {
        node = node.child(kit.text(more, Type::Caption).max_lines(2));
    }
    node
}
