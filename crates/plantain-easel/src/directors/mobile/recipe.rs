//! One recipe: its dish as a picture, time and servings, what goes in.

use plantain_read::Role;
use plantain_scene::build::{col, icon, rect, row, stack};
use plantain_scene::node::Place;
use plantain_scene::{Color, Node, Token};

use super::{Parts, Screen};
use crate::components::ui::picture::known_object;
use crate::components::ui::{Block, Entry, Kit, Push, Supply, Type, Word};

/// Dishes shown for names that have no illustration.
const DISHES: &[&str] = &[
    "pot of food",
    "green salad",
    "bowl with spoon",
    "shallow pan of food",
];

/// What lists of ingredients are called.
pub const INGREDIENTS: &[&str] = &["ingredient", "zutat", "ingrédient"];
/// What lists of steps are called.
pub const STEPS: &[&str] = &["step", "instruction", "direction", "method", "preparation"];

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let title = supply
        .first(&[Role::Title, Role::Brand, Role::Subtitle])
        .or_else(|| supply.find(|role, _| matches!(role, Role::Text | Role::Body)))
        .unwrap_or_else(|| kit.say("Recipe"));
    let buttons = supply.buttons();
    let parts_list = supply.listed(INGREDIENTS);
    let steps = supply.listed(STEPS);
    let facts = supply.entries();
    let many = parts_list.as_ref().map_or(0, Vec::len) + steps.as_ref().map_or(0, Vec::len);
    let photo_h = if many > 7 { scr.h * 0.24 } else { scr.h * 0.34 };
    let space = photo_h - kit.u(46.0);
    // The dish lies under this space, as the backdrop.
    let mut blocks = vec![Block::must(col().fill_w().h(space).rigid(), space)];
    blocks.push(Block::must(
        kit.text(&title, Type::Display).max_lines(2),
        kit.line(Type::Display)
            * if title.text.chars().count() > 20 {
                2.0
            } else {
                1.0
            },
    ));
    blocks.push(meta(kit, facts));
    for (name, list, ticks) in [("Ingredients", parts_list, true), ("Steps", steps, false)] {
        let Some(list) = list else { continue };
        blocks.push(scr.heading(&Word::built(kit.tongue.phrase(name)), None));
        blocks.push(lines(kit, &list, ticks));
    }
    let mut parts =
        Parts::new(blocks, "the dish leads, and what goes in follows in order").gap(14.0);
    super::leftovers::buttons(scr, &buttons, &mut parts);
    if buttons.is_empty() && kit.filler {
        let node = kit
            .button(&kit.say("Start cooking"), Push::Primary)
            .fill_w();
        parts
            .blocks
            .push(Block::nice(node.filler(), kit.u(46.0), 1));
    }
    parts.backdrop = Some(dish(scr, supply, &title, photo_h));
    parts
}

/// The words of what can be drawn for a dish of this name.
pub fn dish_of(kit: &Kit<'_>, supply: &Supply<'_>, title: &str) -> String {
    let about = supply.brief().topic.join(" ");
    let english = plantain_read::english(title, kit.tongue.code());
    [title, &english, &about]
        .iter()
        .find_map(|words| known_object(words))
        .map(|name| name.replace('-', " "))
        .unwrap_or_else(|| DISHES[title.len() % DISHES.len()].to_owned())
}

/// The dish over the upper edge of the screen, with a way back and a heart.
fn dish(scr: &Screen<'_>, supply: &Supply<'_>, title: &Word, h: f32) -> Node {
    let kit = &scr.kit;
    let name = dish_of(kit, supply, &title.text);
    let art = kit.picture(&name, scr.variant, scr.w, h, "utensils");
    let round = |mark: &str| {
        row()
            .size_box(kit.u(42.0), kit.u(42.0))
            .center()
            .radius(kit.u(21.0))
            .fill(Token::Surface)
            .child(icon(mark, kit.u(20.0)).color(Token::Ink))
    };
    stack()
        .size_box(scr.w, scr.h)
        .child(art.at(0.0, 0.0))
        .child(round("chevron-left").at(kit.u(20.0), kit.u(54.0)))
        .child(round("heart").at(scr.w - kit.u(62.0), kit.u(54.0)))
}

/// Time, servings and the like in one line of cells.
pub fn meta(kit: &Kit<'_>, facts: Vec<Entry>) -> Block {
    let asked = !facts.is_empty();
    let facts = if asked {
        facts
    } else {
        [("35 min", "Time"), ("4", "Servings"), ("Easy", "Level")]
            .map(|(value, name)| Entry {
                name: Some(kit.say(name)),
                figure: Some(Word::invented(value)),
                more: Vec::new(),
            })
            .to_vec()
    };
    let cells: Vec<Node> = facts
        .iter()
        .map(|fact| {
            let lead = fact.figure.as_ref().or(fact.name.as_ref());
            let under = fact.figure.as_ref().and(fact.name.as_ref());
            let mut cell = col().grow(1.0).align(Place::Center).gap(kit.u(2.0));
            if let Some(lead) = lead {
                cell = cell.child(kit.text(lead, Type::Heading).centered().max_lines(2));
            }
            for word in under.into_iter().chain(&fact.more) {
                cell = cell.child(kit.text(word, Type::Caption).centered().max_lines(1));
            }
            cell
        })
        .collect();
    let last = cells.len().saturating_sub(1);
    let mut line = row().fill_w().align(Place::Center);
    for (i, cell) in cells.into_iter().enumerate() {
        line = line.child(cell);
        if i != last {
            line = line.child(rect().w(1.0).h(kit.u(34.0)).rigid().fill(Token::Line));
        }
    }
    let card = kit
        .surface(
            col()
                .role("facts")
                .fill_w()
                .pad_xy(kit.u(12.0), kit.u(14.0)),
        )
        .child(line);
    let h = kit.u(30.0) + kit.line(Type::Heading) + kit.line(Type::Caption);
    if asked {
        Block::must(card, h)
    } else {
        Block::nice(card.filler(), h, 2)
    }
}

/// Ingredients with boxes to tick, or numbered steps.
pub fn lines(kit: &Kit<'_>, list: &[Entry], ticks: bool) -> Block {
    let rows: Vec<Node> = list
        .iter()
        .enumerate()
        .map(|(i, entry)| {
            let lead = if ticks {
                kit.checkbox(i == 0, kit.theme.radius >= 14.0)
            } else {
                let n = Word::invented((i + 1).to_string());
                row()
                    .size_box(kit.u(26.0), kit.u(26.0))
                    .rigid()
                    .center()
                    .radius(kit.u(13.0))
                    .fill(Color::from(Token::AccentSoft))
                    .child(
                        kit.text(&n, Type::Micro)
                            .weight(700)
                            .color(Token::AccentText),
                    )
            };
            let mut node = row().fill_w().gap(kit.u(12.0)).child(lead);
            if let Some(name) = &entry.name {
                node = node.child(kit.text(name, Type::Body).max_lines(3).grow(1.0));
            }
            for word in entry.figure.iter().chain(&entry.more) {
                node = node.child(kit.text(word, Type::Strong).max_lines(1).rigid());
            }
            node
        })
        .collect();
    let h = kit.row_card_height(rows.len(), kit.row_height(26.0, false));
    Block::must(kit.row_card(rows), h)
}
