//! Money on its way to somebody: who gets it, how much, the button that sends it.

use plantain_read::Role;
use plantain_scene::Token;
use plantain_scene::build::{col, row};
use plantain_scene::node::Place;

use super::{Parts, Screen, leftovers};
use crate::components::ui::{Block, Form, Supply, Type, Word};

/// Words for sending money, as they are said in the prompt or heard in English.
const SENDS: &[&str] = &[
    "send money",
    "money transfer",
    "transfer money",
    "transfer screen",
    "transfer to",
    "bank transfer screen",
    "geld senden",
    "überweisung",
    "enviar dinero",
    "transferencia",
    "virement",
    "envoyer de l'argent",
    "bonifico",
    "invia denaro",
    "transferência",
    "enviar dinheiro",
    "geld overmaken",
    "przelew",
    "para gönder",
    "перевод денег",
    "переказ",
    "转账",
    "送金",
    "송금",
];

/// Returns whether the screen sends one amount, and shows no account.
pub fn is_asked(supply: &Supply<'_>) -> bool {
    let signed = |text: &str| text.trim_start().starts_with(['+', '-', '−', '–']);
    let literals = &supply.brief().literals;
    let one = literals
        .iter()
        .any(|literal| Form::of(&literal.text) == Form::Money);
    // What came in and went out is told with a sign, with its currency or without.
    let happened = literals
        .iter()
        .any(|literal| matches!(literal.role, Role::Value | Role::Price) && signed(&literal.text));
    one && !happened && supply.speaks_of(SENDS) && !supply.speaks_of(&["transactions"])
}

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let title = supply
        .first(&[Role::Title])
        .unwrap_or_else(|| kit.say("Send"));
    let buttons = supply.buttons();
    let amount = supply
        .valued(&[
            "amount", "sum", "betrag", "importe", "montant", "importo", "valor",
        ])
        .map(|(_, sum)| sum)
        .or_else(|| supply.find(|_, text| Form::of(text) == Form::Money));
    let person = supply
        .first(&[Role::Person])
        .or_else(|| supply.find(is_name));
    let mut blocks = vec![scr.header(supply, title, None, None)];
    if let Some(person) = &person {
        blocks.push(receiver(scr, person));
    }
    if let Some(amount) = &amount {
        let figure = kit
            .figure(amount, Type::Hero)
            .size(kit.u(58.0))
            .weight(700)
            .centered();
        let h = kit.u(96.0);
        let node = col().fill_w().h(h).center().child(figure);
        blocks.push(Block::must(node, h).stretch(kit.u(60.0)));
    }
    let mut parts = Parts::new(
        blocks,
        "who gets the money stands over the amount, and the button that sends it ends the screen",
    )
    .gap(16.0);
    leftovers::entries(scr, supply.entries(), &mut parts);
    for (_, word) in supply.rest() {
        let card = kit.card().child(kit.text(&word, Type::Body));
        let h = kit.u(32.0) + kit.line(Type::Body);
        parts.blocks.push(Block::must(card, h));
    }
    let usual = [kit.say("Send")];
    let shown: &[Word] = if buttons.is_empty() && kit.filler {
        &usual
    } else {
        &buttons
    };
    leftovers::buttons(scr, shown, &mut parts);
    parts
}

/// Two words or more with capitals, which no figure and no button is.
fn is_name(role: Role, text: &str) -> bool {
    let named = text
        .split_whitespace()
        .all(|word| word.starts_with(|c: char| c.is_uppercase() || !c.is_ascii()));
    matches!(
        role,
        Role::Subtitle | Role::Item | Role::Text | Role::Body | Role::Place
    ) && Form::of(text) == Form::Words
        && text.contains(' ')
        && named
}

/// The portrait and the name of who gets it.
fn receiver(scr: &Screen<'_>, person: &Word) -> Block {
    let kit = &scr.kit;
    let card = kit.card().child(
        row()
            .fill_w()
            .gap(kit.u(14.0))
            .align(Place::Center)
            .child(kit.avatar(&person.text, 52.0))
            .child(
                kit.text(person, Type::Heading)
                    .color(Token::Ink)
                    .max_lines(2)
                    .grow(1.0),
            ),
    );
    Block::must(card, kit.u(52.0 + 32.0))
}
