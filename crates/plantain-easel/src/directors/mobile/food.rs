//! Food delivery and collections of recipes: what there is to eat, as pictures.

use plantain_read::Role;
use plantain_scene::build::{col, icon, row, stack};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::{Parts, Screen, stops};
use crate::components::ui::picture::known_object;
use crate::components::ui::sample::{DISHES, RESTAURANTS};
use crate::components::ui::{Block, Entry, Form, Supply, Type, Word};
use crate::directors::web::kinds::checkout::is_sum;

/// Dishes that may be anything.
const ANY_DISH: &[&str] = &[
    "pot of food",
    "shallow pan of food",
    "bowl with spoon",
    "green salad",
];

/// What an app with things to eat is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Purpose {
    Order,
    Cook,
}

impl Purpose {
    /// The sign of what one does with a dish.
    fn mark(self) -> &'static str {
        match self {
            Self::Order => "plus",
            Self::Cook => "bookmark",
        }
    }
}

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let parts = screen(scr, supply, Purpose::Order);
    let places = [
        ("house", "Home"),
        ("search", "Search"),
        ("receipt-text", "Orders"),
        ("user", "Profile"),
    ];
    parts.stops(stops(&scr.kit, &places), 0)
}

/// A collection of recipes: dishes with how long they take, and none that one orders.
pub fn cookbook(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let parts = screen(scr, supply, Purpose::Cook);
    let places = [
        ("house", "Home"),
        ("search", "Search"),
        ("bookmark", "Saved"),
        ("user", "Profile"),
    ];
    parts.stops(stops(&scr.kit, &places), 0)
}

fn screen(scr: &Screen<'_>, supply: &mut Supply<'_>, purpose: Purpose) -> Parts {
    let kit = &scr.kit;
    let avatar = kit.avatar("Leo", 44.0);
    let usual = match purpose {
        Purpose::Order => kit.label("Near you"),
        Purpose::Cook => kit.label("Recipes"),
    };
    let house = house(supply);
    let mut blocks = Vec::new();
    if let Some((name, facts)) = &house {
        blocks.push(house_head(scr, name, facts));
    } else {
        blocks.push(scr.header(supply, usual, None, Some(avatar)));
    }
    match supply.first(&[plantain_read::Role::Field]) {
        Some(hint) => blocks.push(Block::must(kit.search(&hint), kit.u(44.0))),
        // One restaurant's dishes are not searched for.
        None if house.is_some() => {}
        None => blocks.push(Block::nice(kit.search(&kit.say("Search")), kit.u(44.0), 0)),
    }
    let chips = supply.list(&["categor", "chip", "filter", "kategor", "cuisine"]);
    if chips.is_none() && purpose == Purpose::Order && house.is_none() {
        blocks.push(categories(scr));
    }
    if let Some(words) = chips {
        let h = super::choices::chips_height(scr, &words);
        blocks.push(Block::must(super::choices::wrapped_chips(scr, &words), h));
    }
    let (sums, mut entries): (Vec<Entry>, Vec<Entry>) =
        supply.entries().into_iter().partition(is_sum);
    let asked = !entries.is_empty();
    if !asked && kit.filler {
        entries = samples(purpose);
    }
    blocks.extend(dishes(scr, &entries, asked, purpose));
    blocks.extend(sums.iter().map(|sum| total(scr, sum)));
    let reason = match purpose {
        Purpose::Order => "every dish has its picture, name and price in one card",
        Purpose::Cook => "every recipe has its picture, name and time in one card",
    };
    Parts::new(blocks, reason).gap(16.0)
}

/// Takes the name of the one restaurant whose dishes are told, and what is said of it before them: texts without a price that
/// stand before the first dish.
fn house(supply: &mut Supply<'_>) -> Option<(Word, Vec<Word>)> {
    let brief = supply.brief();
    let priced = |at: &usize| {
        let pair = brief.pairs.iter().find(|pair| pair.label == Some(*at));
        pair.is_some_and(|pair| Form::of(&brief.literals[pair.value].text) == Form::Money)
    };
    let mut order: Vec<usize> = (0..brief.literals.len()).collect();
    order.sort_by_key(|at| brief.literals[*at].span.start);
    let first = order.iter().position(priced)?;
    let before: Vec<usize> = order[..first]
        .iter()
        .copied()
        .filter(|at| {
            matches!(
                brief.literals[*at].role,
                Role::Item | Role::Value | Role::Text | Role::Body | Role::Title | Role::Subtitle
            )
        })
        .collect();
    let quoted = brief.literals[*before.first()?].origin == plantain_read::Origin::Quoted;
    let dishes = order.iter().filter(|at| priced(at)).count();
    if !quoted || dishes < DISHES_MIN {
        return None;
    }
    let name = supply.take(before[0])?;
    let facts = before[1..].iter().filter_map(|at| supply.take(*at));
    Some((name, facts.collect()))
}

/// Dishes with prices that make a menu, at least.
const DISHES_MIN: usize = 2;

/// The name of a restaurant over its picture, and what is said of it.
fn house_head(scr: &Screen<'_>, name: &Word, facts: &[Word]) -> Block {
    let kit = &scr.kit;
    let h = kit.u(120.0);
    let art = kit
        .picture(&name.text, scr.variant, scr.inner(), h, "utensils")
        .radius(kit.radius());
    let mut node = col()
        .fill_w()
        .gap(kit.u(8.0))
        .child(art)
        .child(kit.text(name, Type::Display).max_lines(2));
    let line = facts.iter().enumerate().map(|(n, fact)| {
        let mark = if n == 0 { "star" } else { "clock" };
        row()
            .gap(kit.u(6.0))
            .child(icon(mark, kit.u(15.0)).color(Token::AccentText))
            .child(kit.text(fact, Type::Caption).max_lines(1))
    });
    node = node.child(row().gap(kit.u(16.0)).children(line));
    Block::must(
        node,
        h + kit.line(Type::Display) + kit.line(Type::Caption) + kit.u(16.0),
    )
}

/// Rows that are invented where the prompt names none.
fn samples(purpose: Purpose) -> Vec<Entry> {
    const RECIPES: [(&str, &str); 3] = [
        ("Tomato pasta", "25 min"),
        ("Green salad", "15 min"),
        ("Pancakes", "20 min"),
    ];
    let entry = |name: &str, figure: Option<&str>, more: Option<String>| Entry {
        name: Some(Word::invented(name)),
        figure: figure.map(Word::invented),
        more: more.map(Word::invented).into_iter().collect(),
    };
    match purpose {
        Purpose::Order => RESTAURANTS
            .iter()
            .take(3)
            .map(|(name, dish, _, _)| entry(name, None, Some(capital(dish))))
            .collect(),
        Purpose::Cook => RECIPES
            .iter()
            .map(|(name, time)| entry(name, Some(time), None))
            .collect(),
    }
}

/// A line of the bill: its name at the left, its sum at the right.
fn total(scr: &Screen<'_>, sum: &Entry) -> Block {
    let kit = &scr.kit;
    let mut line = row().fill_w().justify(Place::Between).gap(kit.u(12.0));
    if let Some(word) = &sum.name {
        line = line.child(kit.text(word, Type::Heading).max_lines(1));
    }
    if let Some(word) = &sum.figure {
        line = line.child(kit.figure(word, Type::Heading).rigid());
    }
    for word in &sum.more {
        line = line.child(kit.text(word, Type::Caption).max_lines(1));
    }
    Block::must(line, kit.line(Type::Heading))
}

fn capital(text: &str) -> String {
    crate::components::ui::supply::capital(text)
}

/// Round pictures of kinds of food, without words.
fn categories(scr: &Screen<'_>) -> Block {
    let kit = &scr.kit;
    let side = kit.u(58.0);
    let tiles = DISHES
        .iter()
        .filter(|dish| known_object(dish).is_some())
        .take(5)
        .enumerate()
        .map(|(i, dish)| {
            kit.picture(dish, i, side, side, "utensils")
                .radius(side / 2.0)
        });
    Block::nice(
        row()
            .fill_w()
            .justify(Place::Between)
            .children(tiles)
            .filler(),
        side,
        1,
    )
}

/// One wide card first, the rest as rows; or rows only when they are many.
fn dishes(scr: &Screen<'_>, entries: &[Entry], asked: bool, purpose: Purpose) -> Vec<Block> {
    let kit = &scr.kit;
    let wide = if entries.len() <= 2 {
        entries.len()
    } else {
        usize::from(entries.len() <= 4)
    };
    let mut blocks = Vec::new();
    for (i, entry) in entries.iter().enumerate() {
        let (node, h) = if i < wide {
            wide_card(scr, entry, i)
        } else {
            dish_row(scr, entry, i, purpose)
        };
        let block = if asked {
            Block::must(node, h)
        } else {
            Block::nice(node.filler(), h, 2 + i as u8)
        };
        blocks.push(if i < wide {
            block.stretch(kit.u(50.0))
        } else {
            block
        });
    }
    blocks
}

fn words(entry: &Entry) -> (Word, Option<Word>) {
    match (&entry.name, &entry.figure) {
        (Some(name), figure) => (name.clone(), figure.clone()),
        (None, Some(figure)) => (figure.clone(), None),
        (None, None) => (Word::default(), None),
    }
}

/// Words that a dish's picture is looked up by: its name, what else is said of it, else any dish.
pub fn picture_words(entry: &Entry, n: usize) -> String {
    let name = entry.name.as_ref().map_or("", |w| w.text.as_str());
    let more = entry.more.iter().map(|w| w.text.as_str());
    std::iter::once(name)
        .chain(more)
        // "Burger Barn": one word of a name may say what there is to eat.
        .chain(name.split_whitespace().filter(|word| word.len() > 3))
        .find(|text| is_food(text))
        // A dish without a picture of its own is some dish, and none that is known by another name.
        .unwrap_or(if name.is_empty() {
            DISHES[n % DISHES.len()]
        } else {
            ANY_DISH[n % ANY_DISH.len()]
        })
        .to_owned()
}

/// Whether words name something to eat or drink that can be drawn.
fn is_food(words: &str) -> bool {
    known_object(words).is_some_and(|name| {
        plantain_art::find_object(&name.replace('-', " ")).is_some_and(|found| {
            matches!(
                found.object.kind().category,
                plantain_art::Category::Food | plantain_art::Category::Drink
            )
        })
    })
}

fn wide_card(scr: &Screen<'_>, entry: &Entry, n: usize) -> (Node, f32) {
    let kit = &scr.kit;
    let (name, figure) = words(entry);
    let (w, h) = (scr.inner(), kit.u(150.0));
    let like = row()
        .size_box(kit.u(36.0), kit.u(36.0))
        .rigid()
        .center()
        .radius(kit.u(18.0))
        .fill(Token::Surface)
        .child(icon("heart", kit.u(18.0)).color(Token::Accent));
    let art = stack()
        .fill_w()
        .grow(1.0)
        .min_h(h)
        .clip()
        .fill(kit.picture_ground(n))
        .justify(Place::Center)
        .align(Place::Center)
        .child(
            kit.picture(&picture_words(entry, n), n, w * 0.8, h, "utensils")
                .fill(plantain_scene::Rgba::TRANSPARENT),
        )
        .child(like.at(w - kit.u(48.0), kit.u(12.0)));
    let mut line = row()
        .fill_w()
        .gap(kit.u(10.0))
        .child(kit.text(&name, Type::Heading).max_lines(2).grow(1.0));
    if let Some(figure) = &figure {
        line = line.child(
            kit.figure(figure, Type::Heading)
                .color(Token::AccentText)
                .rigid(),
        );
    }
    let mut body = col()
        .fill_w()
        .pad_xy(kit.u(16.0), kit.u(14.0))
        .gap(kit.u(4.0))
        .child(line);
    for more in &entry.more {
        body = body.child(kit.text(more, Type::Caption).max_lines(1));
    }
    let total = h
        + kit.u(28.0)
        + kit.line(Type::Heading)
        + entry.more.len() as f32 * (kit.line(Type::Caption) + kit.u(4.0));
    (
        kit.surface(col().role("dish").fill_w().clip())
            .child(art)
            .child(body),
        total,
    )
}

fn dish_row(scr: &Screen<'_>, entry: &Entry, n: usize, purpose: Purpose) -> (Node, f32) {
    let kit = &scr.kit;
    let (name, figure) = words(entry);
    let side = kit.u(72.0);
    let art = kit
        .picture(&picture_words(entry, n), n, side, side, "utensils")
        .radius(kit.radius() * 0.7);
    let mut text = col()
        .grow(1.0)
        .gap(kit.u(3.0))
        .child(kit.text(&name, Type::Strong).max_lines(2));
    for more in &entry.more {
        text = text.child(kit.text(more, Type::Caption).max_lines(2));
    }
    if let Some(figure) = &figure {
        text = text.child(kit.figure(figure, Type::Strong).color(Token::AccentText));
    }
    let add = row()
        .size_box(kit.u(34.0), kit.u(34.0))
        .rigid()
        .center()
        .radius(kit.u(17.0))
        .fill(Token::AccentSoft)
        .child(icon(purpose.mark(), kit.u(18.0)).color(Token::AccentText));
    let node = kit
        .surface(
            row()
                .role("dish")
                .fill_w()
                .pad(kit.u(12.0))
                .gap(kit.u(14.0)),
        )
        .child(art)
        .child(text)
        .child(add);
    (node, side + kit.u(24.0))
}
