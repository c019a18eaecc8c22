//! Menus in Chinese and Japanese: "菜单:珍珠奶茶 15元,柠檬绿茶 12元".

use super::forget;
use crate::outline::add;
use crate::{Brief, Role, Span};

/// Signs of money behind a figure.
const MONEY: &[&str] = &["元", "円", "块", "塊", "圆", "圓"];

/// Dishes that make a list, at least.
const DISHES_MIN: usize = 2;

/// Takes every piece that ends with a price as one dish, whatever its characters mean by themselves.
pub(super) fn settle(brief: &mut Brief, pieces: &[Span]) {
    let dishes: Vec<(Span, Span)> = pieces
        .iter()
        .filter_map(|piece| dish(&brief.prompt, piece))
        .collect();
    let known = |(name, price): &(Span, Span)| {
        let own = |span: &Span| brief.literals.iter().any(|l| l.span == *span);
        own(name) && own(price)
    };
    if dishes.len() < DISHES_MIN || dishes.iter().all(known) {
        return;
    }
    let spans: Vec<Span> = dishes
        .iter()
        .map(|(name, price)| name.start..price.end)
        .collect();
    brief.remove_literals(|l| spans.iter().any(|span| l.meets(span)));
    forget(brief, &spans);
    brief.pairs.clear();
    brief.lists.clear();
    for (name, price) in dishes {
        let name = add(brief, name, Role::Item);
        let price = add(brief, price, Role::Price);
        brief.pair(name, price);
    }
    brief.order_literals();
}

/// The name and the price of a piece that holds both.
fn dish(prompt: &str, piece: &Span) -> Option<(Span, Span)> {
    let text = prompt[piece.clone()].trim_end();
    let start = piece.start + (text.len() - text.trim_start().len());
    let end = piece.start + text.len();
    let text = text.trim_start();
    let digit = text.find(|c: char| c.is_ascii_digit() || "¥￥".contains(c))?;
    let amount = text[digit..].trim_start_matches(['¥', '￥']);
    let bare = MONEY
        .iter()
        .find_map(|sign| amount.strip_suffix(sign))
        .unwrap_or(amount)
        .trim();
    let price = !bare.is_empty() && bare.bytes().all(|b| b.is_ascii_digit() || b == b'.');
    let name = text[..digit].trim_end();
    (price && !name.is_empty()).then(|| (start..start + name.len(), start + digit..end))
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn a_piece_with_a_price_is_one_dish() {
        check_texts(&[(
            "甜品店菜单:店名云朵,红豆鲜奶 16元,芒果绿茶 14元",
            &[
                (Role::Brand, "云朵"),
                (Role::Item, "红豆鲜奶"),
                (Role::Price, "16元"),
                (Role::Item, "芒果绿茶"),
                (Role::Price, "14元"),
            ][..],
        )]);
    }
}
