//! One place to stay or to visit: its view, what it is called and where, how it is judged, what it offers, what it costs.

use plantain_read::Role;
use plantain_scene::build::{col, grid, icon, row, spacer, stack};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::{Parts, Screen, leftovers};
use crate::components::ui::picture::icon_for;
use crate::components::ui::sample::FULL_NAMES;
use crate::components::ui::{Block, Entry, Form, Push, Supply, Type, Word};

/// Kinds of lists that tell what a place offers.
pub const OFFERS: &[&str] = &[
    "amenit",
    "facilit",
    "feature",
    "offer",
    "service",
    "includ",
    "perk",
    "ausstattung",
    "servicio",
    "équipement",
    "comodidad",
    "comodidade",
    "servizi",
];
/// What is offered where the prompt tells nothing.
const USUAL: &[(&str, &str)] = &[
    ("wifi", "Wi-Fi"),
    ("waves", "Pool"),
    ("coffee", "Breakfast"),
    ("car", "Parking"),
];
/// Most words of a line that tells where a place is.
const PLACE_WORDS_MAX: usize = 4;

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let title = supply
        .first(&[Role::Title, Role::Brand, Role::Subtitle])
        .or_else(|| supply.find(is_line))
        .unwrap_or_else(|| Word::invented("Harbour View"));
    let score = supply
        .valued(&["star", "rating", "score"])
        .map(|pair| pair.1)
        .or_else(|| supply.find(|_, text| is_score(text)));
    let votes = supply.valued(&["review", "vote"]);
    let price = price(supply);
    let buttons = supply.buttons();
    let offers = supply.listed(OFFERS);
    let wheres = wheres(supply);
    let text = supply.first(&[Role::Body, Role::Caption]);
    let photo_h = scr.h * if offers.is_some() { 0.36 } else { 0.42 };
    let space = photo_h - kit.u(46.0);
    let mut blocks = vec![Block::must(col().fill_w().h(space).rigid(), space)];
    let long = title.text.chars().count() > 20;
    blocks.push(Block::must(
        kit.text(&title, Type::Display).max_lines(2),
        kit.line(Type::Display) * if long { 2.0 } else { 1.0 },
    ));
    if let Some(block) = facts(scr, &wheres, score, votes) {
        blocks.push(block);
    }
    if let Some(text) = text {
        let lines = (text.text.chars().count() as f32 / 40.0).ceil().max(1.0);
        let node = kit.text(&text, Type::Body).color(Token::Muted);
        blocks.push(Block::must(node, lines * kit.line(Type::Body)));
    }
    blocks.extend(offered(scr, offers));
    let mut facts = Parts::new(Vec::new(), "");
    leftovers::entries(scr, supply.entries(), &mut facts);
    blocks.append(&mut facts.blocks);
    if let Some(host) = host(scr, supply) {
        blocks.push(host);
    }
    let mut parts = Parts::new(
        blocks,
        "the view leads, and the price stands beside the button that books",
    )
    .gap(16.0);
    parts.foot = foot(scr, price, &buttons);
    parts.backdrop = Some(view(scr, supply, &title, photo_h));
    parts
}

fn is_line(role: Role, text: &str) -> bool {
    matches!(
        role,
        Role::Text | Role::Body | Role::Item | Role::Label | Role::Subtitle | Role::Caption
    ) && Form::of(text) == Form::Words
}

/// "4.8": a score of at most five with a point.
fn is_score(text: &str) -> bool {
    text.contains('.') && text.parse::<f32>().is_ok_and(|score| score <= 5.0)
}

/// The price with what it is for ("€142 per night"), and the price of a stay behind a slash.
fn price(supply: &mut Supply<'_>) -> Option<Word> {
    supply.find(|role, text| {
        let lower = text.to_lowercase();
        let rated = ["night", "nacht", "noche", "nuit", "notte", "noite"]
            .iter()
            .any(|word| lower.contains(word));
        let counted = text.chars().any(|c| c.is_ascii_digit());
        role != Role::Button && (Form::of(text) == Form::Money || rated && counted)
    })
}

/// The lines that tell where it is: what is said to be a place, else short lines with a capital.
fn wheres(supply: &mut Supply<'_>) -> Vec<Word> {
    let mut found = supply.all(&[Role::Place]);
    while let Some(word) = supply.find(|role, text| {
        is_line(role, text)
            && role != Role::Item
            && text.split_whitespace().count() <= PLACE_WORDS_MAX
            && text.starts_with(char::is_uppercase)
            && !text.ends_with('.')
    }) {
        found.push(word);
    }
    found
}

/// Where it is, and how it is judged.
fn facts(
    scr: &Screen<'_>,
    wheres: &[Word],
    score: Option<Word>,
    votes: Option<(Word, Word)>,
) -> Option<Block> {
    let kit = &scr.kit;
    let mut lines = Vec::new();
    if !wheres.is_empty() {
        let mut line = row()
            .fill_w()
            .wrap()
            .gap(kit.u(8.0))
            .child(icon("map-pin", kit.u(18.0)).color(Token::Accent));
        for word in wheres {
            line = line.child(kit.text(word, Type::Body).color(Token::Muted).max_lines(1));
        }
        lines.push(line);
    }
    if score.is_some() || votes.is_some() {
        let mut line = row().fill_w().gap(kit.u(8.0));
        if let Some(score) = &score {
            let stars = score.text.split(' ').next().and_then(|n| n.parse().ok());
            line = line
                .child(kit.stars(stars.unwrap_or(5.0), 16.0))
                .child(kit.text(score, Type::Strong).max_lines(1));
        }
        if let Some((name, value)) = &votes {
            line = line
                .child(kit.text(value, Type::Caption).max_lines(1))
                .child(
                    kit.text(
                        &Word {
                            text: name.text.to_lowercase(),
                            ..name.clone()
                        },
                        Type::Caption,
                    )
                    .max_lines(1),
                );
        }
        lines.push(line);
    }
    if lines.is_empty() {
        return None;
    }
    let h = lines.len() as f32 * (kit.line(Type::Body) + kit.u(8.0));
    Some(Block::must(
        col().role("facts").fill_w().gap(kit.u(8.0)).children(lines),
        h,
    ))
}

/// What the place offers: a mark and a name each, in two columns.
fn offered(scr: &Screen<'_>, offers: Option<Vec<Entry>>) -> Vec<Block> {
    let kit = &scr.kit;
    let asked = offers.is_some();
    let cells: Vec<Node> = match &offers {
        Some(entries) => entries
            .iter()
            .enumerate()
            .map(|(n, entry)| {
                let blank = Word::default();
                let name = entry.name.as_ref().or(entry.figure.as_ref());
                let name = name.unwrap_or(&blank);
                let more = entry.figure.as_ref().filter(|_| entry.name.is_some());
                offer(scr, &icon_for(&name.text, "check"), name, more, n)
            })
            .collect(),
        None => USUAL
            .iter()
            .enumerate()
            .map(|(n, (mark, name))| offer(scr, mark, &Word::invented(*name), None, n))
            .collect(),
    };
    let rows = cells.len().div_ceil(2) as f32;
    let h = rows * kit.u(40.0) + (rows - 1.0) * kit.u(12.0);
    let node = grid(2)
        .role("offers")
        .fill_w()
        .gap(kit.u(12.0))
        .children(cells);
    if asked {
        vec![Block::must(node, h)]
    } else {
        vec![Block::nice(node.filler(), h, 1)]
    }
}

fn offer(scr: &Screen<'_>, mark: &str, name: &Word, more: Option<&Word>, n: usize) -> Node {
    let kit = &scr.kit;
    let mut words = col()
        .grow(1.0)
        .child(kit.text(name, Type::Strong).max_lines(2));
    if let Some(more) = more {
        words = words.child(kit.text(more, Type::Caption).max_lines(1));
    }
    row()
        .grow(1.0)
        .gap(kit.u(12.0))
        .child(kit.icon_tile(mark, 40.0, n))
        .child(words)
}

/// Who receives the guests, where the prompt speaks of a host.
fn host(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Option<Block> {
    let kit = &scr.kit;
    let told = supply.first(&[Role::Person]);
    if told.is_none() && !supply.speaks_of(&["host", "gastgeber", "anfitrión", "hôte"]) {
        return None;
    }
    let name = told.unwrap_or_else(|| {
        Word::invented(FULL_NAMES[scr.rng.fork("host").below(FULL_NAMES.len())])
    });
    let line = row()
        .fill_w()
        .gap(kit.u(12.0))
        .child(kit.avatar(&name.text, 44.0))
        .child(kit.text(&name, Type::Strong).max_lines(1).grow(1.0))
        .child(kit.round_button("message-circle", 40.0, Push::Soft));
    Some(Block::must(line, kit.u(44.0)))
}

/// The price at the left and the first button at the right of a bar; further buttons lie under them.
fn foot(scr: &Screen<'_>, price: Option<Word>, buttons: &[Word]) -> Option<(Node, f32)> {
    let kit = &scr.kit;
    let book = kit.say("Book now");
    let first = buttons.first().or(kit.filler.then_some(&book))?;
    let mut line = row().fill_w().gap(kit.u(16.0));
    if let Some(price) = &price {
        line = line.child(kit.figure(price, Type::Heading).max_lines(2));
    }
    let push = kit.button(first, Push::Primary);
    line = line.child(if price.is_some() {
        push.grow(1.0)
    } else {
        push.fill_w()
    });
    let mut h = kit.u(46.0 + 34.0);
    let mut node = col()
        .role("foot")
        .fill_w()
        .rigid()
        .pad4(kit.u(14.0), kit.u(20.0), kit.u(20.0), kit.u(20.0))
        .gap(kit.u(10.0))
        .fill(Token::Surface)
        .child(line);
    for word in buttons.iter().skip(1) {
        node = node.child(kit.button(word, Push::Secondary).fill_w());
        h += kit.u(56.0);
    }
    Some((node, h))
}

/// The view over the upper edge of the screen, with a way back and a heart.
fn view(scr: &Screen<'_>, supply: &Supply<'_>, title: &Word, h: f32) -> Node {
    let kit = &scr.kit;
    let brief = supply.brief();
    let words = format!("{} {}", title.text, brief.topic.join(" "));
    let art = kit.photo(&words, brief, scr.variant, scr.w, h);
    let round = |mark: &str| {
        row()
            .size_box(kit.u(42.0), kit.u(42.0))
            .center()
            .radius(kit.u(21.0))
            .fill(Token::Surface)
            .child(icon(mark, kit.u(20.0)).color(Token::Ink))
    };
    let bar = row()
        .w(scr.w - kit.u(40.0))
        .align(Place::Center)
        .child(round("chevron-left"))
        .child(spacer())
        .child(round("heart"));
    stack()
        .size_box(scr.w, scr.h)
        .child(art.at(0.0, 0.0))
        .child(bar.at(kit.u(20.0), kit.u(54.0)))
}
