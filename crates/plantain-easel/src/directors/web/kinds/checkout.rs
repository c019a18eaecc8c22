//! Cart and checkout: what is bought, what it costs, the way to pay.

use plantain_read::Role;
use plantain_scene::Node;
use plantain_scene::build::{col, icon, row};
use plantain_scene::node::Place;
use plantain_scene::{Color, Token};

mod promo;
mod sums;
mod ways;

pub use sums::is_sum;
use sums::total_of;
pub use ways::{amount, asks_for_card, card_face, is_way_to_pay, ways_to_pay};

use super::{button_row, header, remains, sheet};
use crate::components::ui::form::asks;
use crate::components::ui::sample::GOODS;
use crate::components::ui::supply::has_word;
use crate::components::ui::{Entry, Kit, Supply, Type, Word};
use crate::directors::web::Page;
use crate::studio::Studio;

pub fn build(page: &Page<'_>, studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    if supply.speaks_of(&[
        "empty cart",
        "cart is empty",
        "empty basket",
        "leerer warenkorb",
        "panier vide",
        "carrito vacío",
    ]) {
        return empty(page, supply);
    }
    let title = supply.first(&[Role::Title]).unwrap_or_else(|| {
        // "shopping cart page … button: Checkout": the first words name the page.
        let heard = studio.brief.heard();
        let head = heard
            .split([',', ':', '.', '\n'])
            .next()
            .unwrap_or_default();
        let head = format!("{head} {}", plantain_read::english(head, kit.tongue.code()));
        let told = |word: &str| has_word(&head, word);
        let cart = (told("cart") || told("basket")) && !told("checkout");
        if cart {
            kit.say("Your cart")
        } else {
            kit.say("Checkout")
        }
    });
    let mut buttons = supply.buttons();
    let code = supply.first(&[Role::Badge]);
    let step = crate::directors::mobile::step_of(&studio.brief.prompt);
    let Order {
        items,
        mut fields,
        pays,
        sums,
        steps,
        form_first,
    } = order(kit, studio, supply, (step.is_some(), amount(&buttons)));
    let promo = promo::take(&mut fields, &mut buttons);
    if buttons.is_empty() && kit.filler {
        let next = if promo.is_some() {
            "Checkout"
        } else {
            "Pay now"
        };
        buttons.push(kit.say(next));
    }
    let by_card = asks_for_card(fields.iter().filter_map(|field| field.name.as_ref()));
    let (mut root, inner) = sheet(page);
    root = root.child(header(
        page,
        supply,
        &["Shop", "Collections", "Sale"],
        &["search", "user", "shopping-bag"],
    ));
    root = root.child(kit.text(&title, Type::Display).max_lines(2).rigid());
    if let Some((at, all)) = step {
        root = root.child(progress(page, at, all, &steps));
    }
    let bag_w = if page.tall() { inner } else { inner * 0.58 };
    let mut left = col().w(bag_w).gap(kit.u(18.0));
    if !items.is_empty() && !form_first {
        left = left.child(bag(page, &items));
    }
    if by_card && kit.filler && pays.is_empty() {
        let w = (bag_w * 0.62).min(page.h * 0.46);
        left = left.child(
            row()
                .fill_w()
                .justify(Place::Center)
                .child(card_face(kit, w)),
        );
    }
    if !fields.is_empty() {
        left = left.child(form(page, &fields));
    }
    if !pays.is_empty() || form_first && kit.filler && !by_card {
        left = left.child(ways_to_pay(kit, &pays));
    }
    left = left.children(promo.as_ref().map(|promo| promo::line(kit, promo)));
    left = left.children(remains(kit, supply));
    let bought: &[Entry] = if form_first { &items } else { &[] };
    let right = summary(page, bought, &sums, code.as_ref(), &buttons);
    let body = if page.tall() {
        col().fill_w().gap(kit.u(20.0)).child(left).child(right)
    } else {
        row()
            .fill_w()
            .grow(1.0)
            .gap(kit.u(36.0))
            .align(Place::Start)
            .child(left.rigid())
            .child(right.grow(1.0))
    };
    let root = root.gap(kit.u(20.0)).child(body);
    finish(page, root, &items, form_first, inner)
}

/// What is bought, and what is asked of who buys it.
struct Order {
    items: Vec<Entry>,
    fields: Vec<Entry>,
    pays: Vec<Entry>,
    sums: Vec<Entry>,
    steps: Vec<Entry>,
    /// Whether the form leads and the goods stand beside it.
    form_first: bool,
}

/// Takes the parts of an order, and invents those that are missing.
fn order(
    kit: &Kit<'_>,
    studio: &Studio<'_>,
    supply: &mut Supply<'_>,
    (stepped, due): (bool, Option<String>),
) -> Order {
    let mut fields: Vec<Entry> = supply
        .all(&[Role::Field])
        .into_iter()
        .map(|word| Entry {
            name: Some(word),
            ..Entry::default()
        })
        .collect();
    let (sums, mut items): (Vec<Entry>, Vec<Entry>) =
        supply.entries().into_iter().partition(is_sum);
    let (asks_for, goods): (Vec<Entry>, Vec<Entry>) = items.into_iter().partition(is_field);
    fields.extend(asks_for);
    items = goods;
    let (pays, goods): (Vec<Entry>, Vec<Entry>) = items.into_iter().partition(is_way_to_pay);
    items = goods;
    // "step 2 of 3": a step is no item.
    let (steps, goods): (Vec<Entry>, Vec<Entry>) =
        items.into_iter().partition(|item| stepped && is_step(item));
    items = goods;
    let pays_here = !supply.speaks_of(&["cart", "basket"]) || !pays.is_empty();
    let asked = !items.is_empty();
    if !asked && kit.filler {
        let usual = if pays_here { 2 } else { 3 };
        // Prices that are made up have no place beside a total that was given.
        items = samples(studio, usual, sums.is_empty() && due.is_none());
    }
    if fields.is_empty()
        && pays_here
        && kit.filler
        && supply.speaks_of(&["checkout", "payment", "shipping address"])
    {
        fields = ["Full name", "Email", "Address", "Phone"]
            .map(|name| Entry {
                name: Some(kit.say(name)),
                ..Entry::default()
            })
            .into();
    }
    let sums = match due {
        // What the button says is what all of it costs.
        Some(due) if sums.is_empty() => vec![Entry {
            name: Some(kit.say("Total")),
            figure: Some(Word::built(due)),
            more: Vec::new(),
        }],
        _ if sums.is_empty() && kit.filler => total_of(kit, &items),
        _ => sums,
    };
    Order {
        form_first: pays_here && !asked,
        items,
        fields,
        pays,
        sums,
        steps,
    }
}

/// Goods that are made up, as many as the prompt counts.
fn samples(studio: &Studio<'_>, usual: usize, priced: bool) -> Vec<Entry> {
    let nouns = ["item", "product", "article", "good"];
    let n = super::counted_before(&studio.brief.heard(), &nouns)
        .unwrap_or(usual)
        .clamp(1, GOODS.len());
    GOODS
        .iter()
        .take(n)
        .map(|(name, price)| Entry {
            name: Some(Word::invented(*name)),
            figure: priced.then(|| Word::invented(format!("${price}"))),
            more: Vec::new(),
        })
        .collect()
}

/// What stands under a cart on a page that is as high as wide.
fn finish(page: &Page<'_>, root: Node, items: &[Entry], form_first: bool, inner: f32) -> Node {
    let roomy = page.shape == crate::directors::web::Shape3::Square && page.kit.filler;
    if !roomy {
        return root;
    }
    let own: Vec<&str> = items
        .iter()
        .filter_map(|item| Some(item.name.as_ref()?.text.as_str()))
        .collect();
    let root = root.child(plantain_scene::build::spacer());
    if items.len() < 3 && !form_first {
        return root
            .child(super::more_goods(page, &own.join(" "), inner))
            .child(page.footer(None, &[]));
    }
    if items.len() == 3 && !form_first {
        return root.child(super::more_goods(page, &own.join(" "), inner));
    }
    root.child(page.footer(None, &[]))
}

/// "2 of 3 Payment": the step that is told, and no thing.
fn is_step(entry: &Entry) -> bool {
    entry.name.as_ref().is_some_and(|name| {
        let mut words = name.text.split_whitespace();
        words
            .next()
            .is_some_and(|w| w.bytes().all(|b| b.is_ascii_digit()))
            && words.next().is_some_and(|w| w == "of")
    })
}

/// Dots on a line, as many as there are steps; those before and the current one are filled.
fn progress(page: &Page<'_>, at: usize, all: usize, told: &[Entry]) -> Node {
    let kit = &page.kit;
    let d = kit.u(28.0);
    let mut line = row().role("steps").fill_w().rigid().gap(kit.u(12.0));
    for n in 0..all {
        let on = n <= at;
        let number = Word::built((n + 1).to_string());
        let ink = if on { Token::AccentInk } else { Token::Muted };
        let dot = row()
            .size_box(d, d)
            .rigid()
            .center()
            .radius(d / 2.0)
            .fill(if on { Token::Accent } else { Token::Sunken })
            .child(
                kit.figure(&number, Type::Caption)
                    .weight(600)
                    .color(ink)
                    .centered(),
            );
        if n > 0 {
            line = line.child(
                plantain_scene::build::rect()
                    .grow(1.0)
                    .h(kit.u(2.0))
                    .fill(if on { Token::Accent } else { Token::Line }),
            );
        }
        line = line.child(dot);
        if n == at
            && let Some(word) = told.first().and_then(|entry| entry.name.as_ref())
        {
            line = line.child(kit.text(word, Type::Strong).max_lines(1));
        }
    }
    line
}

/// A cart without anything in it: a mark, a sentence, a way back to the shop.
fn empty(page: &Page<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    let title = supply
        .first(&[Role::Title, Role::Text])
        .unwrap_or_else(|| kit.say("Your cart"));
    let under = supply.all(&[Role::Subtitle, Role::Body]);
    let mut buttons = supply.buttons();
    if buttons.is_empty() && kit.filler {
        buttons = vec![kit.say("Shop now")];
    }
    let (root, _) = sheet(page);
    let top = header(
        page,
        supply,
        &["Shop", "Collections", "Sale"],
        &["search", "user", "shopping-bag"],
    );
    let rest = remains(kit, supply);
    let mut middle = col()
        .fill_w()
        .grow(1.0)
        .align(Place::Center)
        .justify(Place::Center)
        .gap(kit.u(22.0))
        .child(kit.emblem("shopping-bag", 220.0))
        .child(
            kit.text(&title, Type::Display)
                .size(kit.u(40.0))
                .centered()
                .balance()
                .max_lines(3),
        );
    for word in &under {
        middle = middle.child(kit.text(word, Type::Body).color(Token::Muted).centered());
    }
    middle = middle
        .child(button_row(kit, &buttons, false))
        .children(rest);
    root.child(top).child(middle).child(page.footer(None, &[]))
}

/// Names of what a form asks for to send and pay.
const FIELDS: &[&str] = &[
    "card number",
    "number",
    "expiry",
    "expiration",
    "cvc",
    "cvv",
    "cardholder",
    "name on card",
    "email",
    "e-mail",
    "address",
    "zip",
    "postcode",
    "phone",
];

/// Whether an entry is asked for in the form, perhaps with what stands in it.
fn is_field(entry: &Entry) -> bool {
    entry.name.as_ref().is_some_and(|name| {
        let lower = name.text.to_lowercase();
        FIELDS.contains(&lower.as_str())
    })
}

fn bag(page: &Page<'_>, items: &[Entry]) -> Node {
    let kit = &page.kit;
    let rows = items.len().max(1) as f32;
    let side = ((page.h * 0.5) / rows).max(kit.u(56.0)).min(kit.u(104.0));
    let lines = items.iter().enumerate().map(|(n, item)| {
        let blank = Word::default();
        let name = item
            .name
            .as_ref()
            .or(item.figure.as_ref())
            .unwrap_or(&blank);
        let mut words = col()
            .grow(1.0)
            .gap(kit.u(8.0))
            .child(kit.text(name, Type::Heading).max_lines(2));
        for more in &item.more {
            words = words.child(kit.text(more, Type::Caption).max_lines(1));
        }
        let count = item
            .figure
            .iter()
            .filter(|_| item.name.is_some())
            .chain(&item.more);
        let told: Vec<&str> = count
            .map(|word| word.text.as_str())
            .chain([name.text.as_str()])
            .collect();
        words = words.child(stepper(kit, &told));
        let art = kit
            .picture(&name.text, n, side, side, "shopping-bag")
            .radius(kit.radius() * 0.7);
        let mut line = row()
            .role("item")
            .fill_w()
            .gap(kit.u(18.0))
            .child(art)
            .child(words);
        if let Some(price) = item.figure.as_ref().filter(|_| item.name.is_some()) {
            line = line.child(kit.figure(price, Type::Heading).rigid());
        }
        line
    });
    kit.row_card(lines.collect())
}

/// The number that "2x Linen Shirt", "3 × mugs" or "Socks x2" tells, else one.
fn quantity(name: &str) -> String {
    let words: Vec<&str> = name.split_whitespace().collect();
    let number = |text: &str| {
        let digits = text.trim_matches(['x', 'X', '×']);
        let told = digits.len() < text.len() || matches!(words.get(1), Some(&("x" | "X" | "×")));
        (told && digits.bytes().all(|b| b.is_ascii_digit()) && (1..=2).contains(&digits.len()))
            .then(|| digits.to_owned())
    };
    let ends = [words.first(), words.last()];
    ends.into_iter()
        .flatten()
        .find_map(|word| number(word))
        .unwrap_or_else(|| "1".to_owned())
}

/// How many of an item are wanted.
fn stepper(kit: &Kit<'_>, told: &[&str]) -> Node {
    let side = kit.u(28.0);
    let sign = |name: &str| {
        row()
            .size_box(side, side)
            .rigid()
            .center()
            .radius(side / 2.0)
            .stroke(Token::Line, 1.25)
            .child(icon(name, kit.u(14.0)).color(Token::Muted))
    };
    let one = kit
        .text(
            &Word::invented(
                told.iter()
                    .map(|text| quantity(text))
                    .find(|n| n != "1")
                    .unwrap_or_else(|| "1".to_owned()),
            ),
            Type::Strong,
        )
        .max_lines(1);
    let one = if kit.filler { one } else { col() };
    row()
        .gap(kit.u(10.0))
        .child(sign("minus"))
        .child(one)
        .child(sign("plus"))
}

fn form(page: &Page<'_>, fields: &[Entry]) -> Node {
    let kit = &page.kit;
    let columns = if page.tall() || fields.len() == 1 {
        1
    } else {
        2
    };
    let nodes = fields.iter().enumerate().map(|(i, field)| {
        let word = field.name.clone().unwrap_or_default();
        let ask = asks(&word.text);
        let told: Vec<&Word> = field.figure.iter().chain(&field.more).collect();
        let hint = match told.split_first() {
            None => ask.hint(kit),
            Some((first, more)) => Some(more.iter().fold((*first).clone(), |line, word| Word {
                text: format!("{} {}", line.text, word.text),
                ..line
            })),
        };
        kit.field(&word, hint.as_ref(), ask.icon(), i == 0)
    });
    kit.card().pad(kit.u(20.0)).child(
        plantain_scene::build::grid(columns)
            .fill_w()
            .gap(kit.u(16.0))
            .children(nodes),
    )
}

fn summary(
    page: &Page<'_>,
    bought: &[Entry],
    sums: &[Entry],
    code: Option<&Word>,
    buttons: &[Word],
) -> Node {
    let kit = &page.kit;
    let last = sums.len().saturating_sub(1);
    let mut card = kit.card().pad(kit.u(26.0)).gap(kit.u(16.0)).child(
        kit.text(&kit.say("Order summary"), Type::Heading)
            .max_lines(1),
    );
    for (n, item) in bought.iter().enumerate() {
        let blank = Word::default();
        let name = item.name.as_ref().unwrap_or(&blank);
        let side = kit.u(52.0);
        let mut line = row()
            .role("item")
            .fill_w()
            .gap(kit.u(12.0))
            .child(
                kit.picture(&name.text, n, side, side, "shopping-bag")
                    .radius(kit.radius() * 0.5),
            )
            .child(kit.text(name, Type::Body).max_lines(2).grow(1.0));
        if let Some(price) = &item.figure {
            line = line.child(kit.figure(price, Type::Strong).rigid());
        }
        card = card.child(line);
    }
    if let Some(code) = code {
        card = card.child(row().child(kit.accent_chip(code)));
    }
    for (i, sum) in sums.iter().enumerate() {
        let total = i == last
            && sum
                .name
                .as_ref()
                .is_none_or(|n| has_word(&n.text.to_lowercase(), "total") || sums.len() == 1);
        let rank = if total { Type::Title } else { Type::Body };
        if total && sums.len() > 1 {
            card = card.child(kit.rule());
        }
        let blank = Word::default();
        let name = sum.name.as_ref().unwrap_or(&blank);
        let mut line = row()
            .fill_w()
            .justify(Place::Between)
            .gap(kit.u(12.0))
            .child(
                kit.text(name, if total { Type::Heading } else { Type::Body })
                    .max_lines(1),
            );
        if let Some(figure) = &sum.figure {
            line = line.child(kit.figure(figure, rank).rigid());
        }
        card = card.child(line);
    }
    card = card.child(button_row(kit, buttons, true));
    let safe = row()
        .fill_w()
        .justify(Place::Center)
        .gap(kit.u(14.0))
        .children(
            ["lock", "credit-card", "truck"]
                .map(|name| icon(name, kit.u(20.0)).color(Color::from(Token::Muted))),
        );
    card.child(safe)
}
