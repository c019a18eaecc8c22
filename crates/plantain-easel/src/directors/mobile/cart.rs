//! A cart: what is bought, what it costs, the way to pay.

use plantain_read::Role;
use plantain_scene::Node;
use plantain_scene::Token;
use plantain_scene::build::{col, row};
use plantain_scene::node::Place;

use super::{Parts, Screen};
use crate::components::ui::form::asks;
use crate::components::ui::sample::GOODS;
use crate::components::ui::{Block, Entry, Push, Supply, Type, Word};
use crate::directors::web::kinds::checkout::{
    asks_for_card, card_face, is_sum, is_way_to_pay, ways_to_pay,
};

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let title = supply.first(&[Role::Title, Role::Brand]);
    let buttons = supply.buttons();
    let fields = supply.all(&[Role::Field]);
    let (sums, mut items): (Vec<Entry>, Vec<Entry>) =
        supply.entries().into_iter().partition(is_sum);
    let (pays, goods): (Vec<Entry>, Vec<Entry>) = items.into_iter().partition(is_way_to_pay);
    items = goods;
    let ticks = ticks(supply, &mut items);
    let by_card = asks_for_card(&fields);
    let title = title.or_else(|| heading(&mut items));
    let usual = title.unwrap_or_else(|| kit.label(if by_card { "Checkout" } else { "Cart" }));
    let mut blocks = vec![scr.header(supply, usual, None, None)];
    let asked = !items.is_empty();
    if by_card && !asked && kit.filler {
        let w = scr.inner() * 0.86;
        let face = row()
            .fill_w()
            .justify(Place::Center)
            .child(card_face(kit, w));
        blocks.push(Block::nice(face, w * 0.56, 1).stretch(kit.u(40.0)));
    }
    // Where one chooses how to pay, the goods were seen before.
    if !asked && pays.is_empty() && !by_card && kit.filler {
        items = GOODS
            .iter()
            .take(3)
            .map(|(name, price)| Entry {
                name: Some(Word::invented(*name)),
                figure: Some(Word::invented(format!("${price}"))),
                more: Vec::new(),
            })
            .collect();
    }
    for (n, entry) in items.iter().enumerate() {
        let (node, h) = item(scr, entry, n);
        blocks.push(if asked {
            Block::must(node, h)
        } else {
            Block::nice(node.filler(), h, 1)
        });
    }
    if !pays.is_empty() {
        let h = kit.row_card_height(pays.len(), kit.row_height(24.0, false));
        blocks.push(Block::must(ways_to_pay(kit, &pays), h));
    }
    for (i, word) in fields.iter().enumerate() {
        let ask = asks(&word.text);
        let mark = ask.icon().or_else(|| (!by_card).then_some("tag"));
        let hint = ask.hint(kit).filter(|_| by_card);
        blocks.push(Block::must(
            kit.field(word, hint.as_ref(), mark, i == 0),
            kit.field_height(),
        ));
    }
    for word in &ticks {
        let line = row()
            .fill_w()
            .gap(kit.u(10.0))
            .child(kit.checkbox(true, false))
            .child(kit.text(word, Type::Body).max_lines(1).grow(1.0));
        blocks.push(Block::must(line, kit.u(30.0)));
    }
    if !sums.is_empty() {
        let h = sums.len() as f32 * (kit.line(Type::Heading) + kit.u(12.0)) + kit.u(34.0);
        blocks.push(Block::must(bill(scr, &sums), h));
    }
    let mut parts = Parts::new(blocks, "what is bought stands over what it costs").gap(14.0);
    let usual = [kit.say("Checkout")];
    let shown: &[Word] = if buttons.is_empty() && kit.filler {
        &usual
    } else {
        &buttons
    };
    super::leftovers::buttons(scr, shown, &mut parts);
    parts
}

/// Takes what is ticked ("save card checkbox") from among the goods.
fn ticks(supply: &Supply<'_>, items: &mut Vec<Entry>) -> Vec<Word> {
    let prompt = supply.brief().prompt.to_lowercase();
    let ticked = |entry: &Entry| {
        entry.figure.is_none()
            && entry.name.as_ref().is_some_and(|name| {
                let name = name.text.to_lowercase();
                prompt.contains(&format!("{name} checkbox"))
                    || prompt.contains(&format!("checkbox {name}"))
                    || prompt.contains(&format!("{name} tickbox"))
            })
    };
    let (ticks, others): (Vec<Entry>, Vec<Entry>) = items.drain(..).partition(ticked);
    *items = others;
    ticks.into_iter().filter_map(|entry| entry.name).collect()
}

/// Takes the first text as what stands over the others, where it alone has no price ("Order summary, Shirt €49, Belt €19").
fn heading(items: &mut Vec<Entry>) -> Option<Word> {
    let (first, others) = items.split_first()?;
    let over = first.figure.is_none()
        && first.more.is_empty()
        && !others.is_empty()
        && others.iter().all(|entry| entry.figure.is_some());
    if !over {
        return None;
    }
    items.remove(0).name
}

fn item(scr: &Screen<'_>, entry: &Entry, n: usize) -> (Node, f32) {
    let kit = &scr.kit;
    let side = kit.u(78.0);
    let blank = Word::default();
    let name = entry
        .name
        .as_ref()
        .or(entry.figure.as_ref())
        .unwrap_or(&blank);
    let mut words = col()
        .grow(1.0)
        .gap(kit.u(6.0))
        .child(kit.text(name, Type::Strong).max_lines(2));
    for more in &entry.more {
        words = words.child(kit.text(more, Type::Caption).max_lines(1));
    }
    if let Some(figure) = entry.figure.as_ref().filter(|_| entry.name.is_some()) {
        words = words.child(kit.figure(figure, Type::Heading).color(Token::AccentText));
    }
    let sign = |mark: &str| kit.round_button(mark, 32.0, Push::Secondary);
    let steps = row()
        .gap(kit.u(8.0))
        .rigid()
        .child(sign("minus"))
        .child(sign("plus"));
    let art = kit
        .picture(&name.text, n, side, side, "shopping-bag")
        .radius(kit.radius() * 0.7);
    let card = kit
        .surface(
            row()
                .role("item")
                .fill_w()
                .pad(kit.u(12.0))
                .gap(kit.u(14.0)),
        )
        .child(art)
        .child(words)
        .child(steps);
    (card, side + kit.u(24.0))
}

fn bill(scr: &Screen<'_>, sums: &[Entry]) -> Node {
    let kit = &scr.kit;
    let last = sums.len() - 1;
    let lines = sums.iter().enumerate().map(|(i, sum)| {
        let blank = Word::default();
        let rank = if i == last { Type::Heading } else { Type::Body };
        let mut line = row().fill_w().justify(Place::Between).child(
            kit.text(sum.name.as_ref().unwrap_or(&blank), rank)
                .max_lines(1),
        );
        for word in sum.figure.iter().chain(&sum.more) {
            line = line.child(kit.figure(word, rank).rigid());
        }
        line
    });
    kit.card().gap(kit.u(12.0)).children(lines)
}
