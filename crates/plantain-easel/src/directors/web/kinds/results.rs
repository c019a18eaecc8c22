//! Results of a search on the web: filters at the left, cards or rows at the right.

use plantain_read::{Constraint, Role};
use plantain_scene::Node;
use plantain_scene::Token;
use plantain_scene::build::{col, ellipse, grid, icon, rect, row, stack};
use plantain_scene::node::Place;

use super::{header, remains, sheet, subject};
use crate::components::ui::picture::{icon_for, known_object, subject_object};
use crate::components::ui::supply::capital;
use crate::components::ui::{Entry, Form, Kit, Supply, Type, Word};
use crate::directors::web::{Page, best_columns};
use crate::studio::Studio;

/// Names of makers for results that are invented.
const MAKERS: &[(&str, &str, &str)] = &[
    ("Aurora", "$129", "4.8"),
    ("Kestrel", "$89", "4.6"),
    ("Lumen", "$159", "4.9"),
    ("Nova", "$64", "4.4"),
    ("Tidal", "$112", "4.7"),
    ("Vale", "$98", "4.5"),
    ("Cobalt", "$145", "4.6"),
    ("Juniper", "$79", "4.3"),
];
const FILTERS: [(&str, [&str; 3]); 2] = [
    ("Category", ["All", "New", "Popular"]),
    ("Rating", ["4.5+", "4.0+", "3.5+"]),
];

pub fn build(page: &Page<'_>, studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    let query = supply
        .first(&[Role::Title, Role::Field])
        .or_else(|| subject(studio.brief).map(Word::built))
        .unwrap_or_else(|| kit.say("Search"));
    let chips: Vec<Word> = supply
        .listed(&["filter", "chip", "categor"])
        .unwrap_or_default()
        .into_iter()
        .filter_map(|e| e.name)
        .collect();
    let top = header(
        page,
        supply,
        &["Explore", "Popular", "New"],
        &["heart", "user"],
    );
    let mut items = supply
        .listed(&[""])
        .filter(|items| items.len() > 1)
        .unwrap_or_default();
    items.extend(
        supply
            .entries()
            .into_iter()
            .filter(|e| e.name.is_some() || e.figure.is_some()),
    );
    if items.is_empty() && kit.filler {
        items = samples(studio, &query);
    }
    let rest = remains(kit, supply);
    let (root, inner) = sheet(page);
    let side = if page.tall() { 0.0 } else { kit.u(220.0) };
    let gap = kit.u(32.0);
    let main_w = if page.tall() {
        inner
    } else {
        inner - side - gap
    };
    let mut main = col()
        .grow(1.0)
        .gap(kit.u(16.0))
        .child(search(kit, &query, main_w));
    let chipped = page.tall() && !chips.is_empty();
    if chipped {
        main = main.child(kit.choice_chips(&chips, 0).wrap().row_gap(kit.u(8.0)));
    }
    main = main.child(count(kit, items.len())).children(rest);
    let used =
        kit.u(64.0 + 52.0 + 40.0 + 48.0) + page.margin() + if chipped { kit.u(52.0) } else { 0.0 };
    main = main.child(cards(page, studio, &items, main_w, page.h - used));
    let body = if page.tall() {
        main
    } else {
        row()
            .fill_w()
            .grow(1.0)
            .gap(gap)
            .align(Place::Start)
            .child(if chips.is_empty() {
                filters(kit, side)
            } else {
                told_filters(kit, &chips, side)
            })
            .child(main)
    };
    root.gap(kit.u(8.0)).child(top).child(body)
}

/// Results made up for what was searched: a maker's name and the thing.
fn samples(studio: &Studio<'_>, query: &Word) -> Vec<Entry> {
    let n = studio
        .brief
        .constraints
        .iter()
        .find_map(|c| match c {
            Constraint::Count { n, .. } => Some(*n as usize),
            _ => None,
        })
        .or_else(|| {
            studio
                .brief
                .described
                .iter()
                .find_map(|d| d.count.map(|n| n as usize))
        })
        .unwrap_or(6)
        .max(1)
        .min(MAKERS.len());
    let noun = query
        .text
        .split_whitespace()
        .next_back()
        .unwrap_or("")
        .to_lowercase();
    (0..n)
        .map(|i| Entry {
            name: Some(Word::invented(
                format!("{} {noun}", MAKERS[i].0).trim().to_owned(),
            )),
            figure: Some(Word::invented(MAKERS[i].1)),
            more: Vec::new(),
        })
        .collect()
}

fn search(kit: &Kit<'_>, query: &Word, w: f32) -> Node {
    let h = kit.u(52.0);
    let field = row()
        .role("search")
        .w(w)
        .h(h)
        .gap(kit.u(12.0))
        .pad_xy(kit.u(18.0), 0.0)
        .radius(kit.control_radius(h))
        .fill(Token::Surface)
        .child(icon("search", kit.u(20.0)).color(Token::Muted))
        .child(kit.text(query, Type::Heading).max_lines(1).grow(1.0))
        .child(icon("x", kit.u(18.0)).color(Token::Muted));
    kit.edge(kit.lift(field))
}

fn count(kit: &Kit<'_>, n: usize) -> Node {
    let words = Word::invented(format!("{n} {}", kit.say("results").text));
    let sort = row()
        .gap(kit.u(6.0))
        .child(icon("arrow-up-down", kit.u(16.0)).color(Token::Muted))
        .child(kit.text(&kit.say("Popular"), Type::Caption).max_lines(1));
    kit.ends(kit.text(&words, Type::Caption).max_lines(1), sort)
}

/// The filters that the prompt names, as boxes to tick.
fn told_filters(kit: &Kit<'_>, names: &[Word], w: f32) -> Node {
    let lines = names.iter().enumerate().map(|(i, name)| {
        row()
            .gap(kit.u(10.0))
            .child(kit.checkbox(i == 0, false))
            .child(kit.text(name, Type::Body).max_lines(2).grow(1.0))
    });
    kit.card()
        .w(w)
        .rigid()
        .gap(kit.u(16.0))
        .pad(kit.u(20.0))
        .role("filters")
        .child(kit.text(&kit.say("Filter"), Type::Strong).max_lines(1))
        .children(lines)
}

/// Groups of boxes to tick and a price slider; words only where they may be invented.
fn filters(kit: &Kit<'_>, w: f32) -> Node {
    let mut card = kit
        .card()
        .w(w)
        .rigid()
        .gap(kit.u(18.0))
        .pad(kit.u(20.0))
        .role("filters");
    let word = |text: &'static str| {
        if kit.filler {
            kit.say(text)
        } else {
            Word::default()
        }
    };
    for (g, (head, options)) in FILTERS.iter().enumerate() {
        let lines = options.iter().enumerate().map(|(i, option)| {
            row()
                .gap(kit.u(10.0))
                .child(kit.checkbox(i == g, false))
                .child(kit.text(&word(option), Type::Body).max_lines(1))
        });
        card = card.child(
            col()
                .fill_w()
                .gap(kit.u(10.0))
                .child(kit.text(&word(head), Type::Strong).max_lines(1))
                .children(lines),
        );
        if g == 0 {
            card = card.child(slider(kit, w - kit.u(40.0), &word("Price")));
        }
    }
    card
}

fn slider(kit: &Kit<'_>, w: f32, head: &Word) -> Node {
    let (h, d) = (kit.u(20.0), kit.u(18.0));
    let track = stack()
        .size_box(w, h)
        .child(
            rect()
                .bounds(0.0, h * 0.4, w, h * 0.2)
                .radius(h * 0.1)
                .fill(Token::Line),
        )
        .child(
            rect()
                .bounds(w * 0.14, h * 0.4, w * 0.52, h * 0.2)
                .radius(h * 0.1)
                .fill(Token::Accent),
        )
        .child(
            ellipse()
                .bounds(w * 0.14 - d / 2.0, 1.0, d, d)
                .fill(Token::Accent),
        )
        .child(
            ellipse()
                .bounds(w * 0.66 - d / 2.0, 1.0, d, d)
                .fill(Token::Accent),
        );
    col()
        .fill_w()
        .gap(kit.u(10.0))
        .child(kit.text(head, Type::Strong).max_lines(1))
        .child(track)
}

fn cards(page: &Page<'_>, studio: &Studio<'_>, items: &[Entry], w: f32, h: f32) -> Node {
    let kit = &page.kit;
    let gap = kit.u(18.0);
    let pictured = items.iter().any(|item| kit.shows(&name_of(item)))
        || items
            .iter()
            .all(|item| !item.name.as_ref().is_some_and(Word::is_asked));
    let jobs =
        Supply::new(studio.brief).speaks_of(&["job", "jobs", "career", "careers", "vacancies"]);
    if jobs || !pictured && !is_of_places(studio) {
        let rows = items
            .iter()
            .enumerate()
            .map(|(n, item)| plain_row(kit, item, n));
        return kit.row_card(rows.collect());
    }
    let listed = page.variant % 2 == 1 && items.len() <= 4 || page.tall() && items.len() <= 5;
    if listed {
        let each = ((h - gap * (items.len() as f32 - 1.0)) / items.len().max(1) as f32)
            .max(kit.u(84.0))
            .min(kit.u(190.0));
        let rows = items
            .iter()
            .enumerate()
            .map(|(n, item)| wide(page, studio, item, n, each));
        return col().fill_w().gap(gap).children(rows);
    }
    let columns = best_columns(items.len(), w, h, gap, 0.95).min(4);
    let rows = items.len().div_ceil(columns.max(1));
    let cw = (w - gap * (columns as f32 - 1.0)) / columns as f32;
    let ch = (h - gap * (rows as f32 - 1.0)) / rows as f32;
    let below = kit.u(26.0) + kit.line(Type::Strong) + kit.line(Type::Caption) + kit.u(6.0);
    let photo = (ch - below).max(kit.u(70.0)).min(cw);
    let sounds = Supply::new(studio.brief).speaks_of(&["music", "album", "vinyl", "song"]);
    let nodes = items.iter().enumerate().map(|(n, item)| {
        let art = if sounds {
            let side = photo * 0.86;
            row()
                .size_box(cw, photo)
                .rigid()
                .center()
                .fill(kit.hue(n).1)
                .child(
                    kit.cover(side, n as u64 * 17 + 5)
                        .radius(kit.radius() * 0.5),
                )
        } else {
            kit.photo(&sight_of(studio, item), studio.brief, n, cw, photo)
        };
        let art = plantain_scene::build::stack()
            .size_box(cw, photo)
            .rigid()
            .clip()
            .child(art.at(0.0, 0.0));
        kit.surface(col().role("result").fill_w().clip())
            .child(art)
            .child(words(kit, item, n).pad_xy(kit.u(14.0), kit.u(12.0)))
    });
    grid(columns).fill_w().gap(gap).children(nodes)
}

/// What the picture of a result shows: the thing that was looked for, where its name is one of a brand ("Trail Pro").
fn sight_of(studio: &Studio<'_>, item: &Entry) -> String {
    let name = name_of(item);
    let sought = subject_object(studio.brief).filter(|_| !is_of_places(studio));
    match sought {
        Some(thing) if known_object(&name).is_none() => thing.to_owned(),
        _ => name,
    }
}

/// Whether the results are places, whose pictures are views.
fn is_of_places(studio: &Studio<'_>) -> bool {
    Supply::new(studio.brief).speaks_of(&[
        "hotel",
        "hotels",
        "house",
        "houses",
        "apartment",
        "apartments",
        "real estate",
        "rental",
        "rentals",
        "travel",
        "trip",
        "trips",
        "flight",
        "flights",
        "villa",
        "restaurant",
        "restaurants",
        "marketplace",
    ])
}

/// A job or another result without a picture: a mark, its name, what else is told.
fn plain_row(kit: &Kit<'_>, item: &Entry, n: usize) -> Node {
    let blank = Word::default();
    let name = item
        .name
        .as_ref()
        .or(item.figure.as_ref())
        .unwrap_or(&blank);
    let mut words = col()
        .grow(1.0)
        .gap(kit.u(3.0))
        .child(kit.text(name, Type::Heading).max_lines(2));
    let (money, others): (Vec<&Word>, Vec<&Word>) = item
        .figure
        .iter()
        .filter(|_| item.name.is_some())
        .chain(&item.more)
        .partition(|word| Form::of(&word.text) == Form::Money);
    for word in others {
        words = words.child(kit.text(word, Type::Caption).max_lines(2));
    }
    let mut line = row()
        .role("result")
        .fill_w()
        .gap(kit.u(18.0))
        .child(kit.icon_tile(&icon_for(&name.text, "briefcase"), 48.0, n))
        .child(words);
    for word in money {
        line = line.child(
            kit.figure(word, Type::Strong)
                .color(Token::AccentText)
                .rigid(),
        );
    }
    line.child(kit.more())
}

fn wide(page: &Page<'_>, studio: &Studio<'_>, item: &Entry, n: usize, h: f32) -> Node {
    let kit = &page.kit;
    let art = kit.photo(&sight_of(studio, item), studio.brief, n, h * 1.3, h);
    kit.surface(row().role("result").fill_w().h(h).rigid().clip())
        .child(art)
        .child(
            words(kit, item, n)
                .grow(1.0)
                .pad_xy(kit.u(20.0), kit.u(12.0)),
        )
}

fn name_of(item: &Entry) -> String {
    item.name
        .as_ref()
        .or(item.figure.as_ref())
        .map_or_else(String::new, |word| word.text.clone())
}

fn words(kit: &Kit<'_>, item: &Entry, n: usize) -> Node {
    let blank = Word::default();
    let name = item
        .name
        .as_ref()
        .or(item.figure.as_ref())
        .unwrap_or(&blank);
    let shown = if name.is_asked() {
        name.clone()
    } else {
        Word {
            text: capital(&name.text),
            ..name.clone()
        }
    };
    let mut head = row()
        .fill_w()
        .gap(kit.u(8.0))
        .align(Place::Start)
        .child(kit.text(&shown, Type::Strong).max_lines(2).grow(1.0));
    if let Some(figure) = item.figure.as_ref().filter(|_| item.name.is_some()) {
        head = head.child(
            kit.figure(figure, Type::Strong)
                .color(Token::AccentText)
                .rigid(),
        );
    }
    let mut node = col().fill_w().gap(kit.u(5.0)).child(head);
    for more in &item.more {
        node = node.child(kit.text(more, Type::Caption).max_lines(2));
    }
    if item.more.is_empty() && kit.filler {
        node = node.child(
            kit.score(&Word::invented(MAKERS[n % MAKERS.len()].2))
                .filler(),
        );
    }
    node
}
