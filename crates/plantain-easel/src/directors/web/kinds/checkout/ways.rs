//! Ways to pay, and the card that one pays with.

use plantain_scene::build::{col, icon, row};
use plantain_scene::node::Place;
use plantain_scene::{Color, Node, Token};

use crate::components::ui::supply::has_word;
use crate::components::ui::{Entry, Form, Kit, Type, Word};

/// What stands on a card to pay with, lower case.
const ON_CARDS: &[&str] = &[
    "card number",
    "cvc",
    "cvv",
    "expiry",
    "expiration",
    "mm/yy",
    "name on card",
    "cardholder",
    "kartennummer",
    "número de tarjeta",
    "numéro de carte",
];

/// Whether a form asks for what stands on a card.
pub fn asks_for_card<'w>(labels: impl IntoIterator<Item = &'w Word>) -> bool {
    labels.into_iter().any(|label| {
        let lower = label.text.to_lowercase();
        ON_CARDS.iter().any(|name| has_word(&lower, name))
    })
}

/// The amount that a button says is paid ("Pay $48.20").
pub fn amount(buttons: &[Word]) -> Option<String> {
    let word = buttons
        .iter()
        .flat_map(|button| {
            let words: Vec<&str> = button.text.split(' ').collect();
            let pairs = words.windows(2).map(|pair| pair.join(" "));
            let single = words.iter().map(|word| (*word).to_owned());
            single.chain(pairs).collect::<Vec<String>>()
        })
        .find(|text| {
            text.contains(|c: char| c.is_ascii_digit())
                && !text.starts_with(char::is_alphabetic)
                && Form::of(text) == Form::Money
        })?;
    Some(word)
}

/// The face of a card to pay with: its chip, its number as far as nobody knows it, the circles of its house.
pub fn card_face(kit: &Kit<'_>, w: f32) -> Node {
    let ink = Color::from(Token::AccentInk);
    let h = w * 0.56;
    let chip = col()
        .size_box(w * 0.13, w * 0.1)
        .rigid()
        .radius(w * 0.018)
        .fill(ink.alpha(0.4));
    let circle = |alpha: f32| {
        col()
            .size_box(w * 0.1, w * 0.1)
            .rigid()
            .radius(w * 0.05)
            .fill(ink.alpha(alpha))
    };
    let house = row().gap(-w * 0.035).child(circle(0.75)).child(circle(0.4));
    let dots = |alpha: f32| {
        row().gap(w * 0.014).children((0..4).map(|_| {
            col()
                .size_box(w * 0.018, w * 0.018)
                .rigid()
                .radius(w * 0.009)
                .fill(ink.alpha(alpha))
        }))
    };
    let number = row().gap(w * 0.06).children((0..4).map(|_| dots(0.9)));
    let line = |share: f32| {
        col()
            .size_box(w * share, w * 0.024)
            .rigid()
            .radius(w * 0.012)
            .fill(ink.alpha(0.45))
    };
    kit.lift(
        col()
            .role("card-face")
            .size_box(w, h)
            .rigid()
            .clip()
            .radius(w * 0.05)
            .pad(w * 0.075)
            .gradient(140.0, Token::Accent, kit.accent_deep())
            .justify(Place::Between),
    )
    .child(
        row()
            .fill_w()
            .justify(Place::Between)
            .child(chip)
            .child(house),
    )
    .child(number)
    .child(
        row()
            .fill_w()
            .justify(Place::Between)
            .child(line(0.34))
            .child(line(0.14)),
    )
    .filler()
}

/// Ways to pay, as they are called.
const PAYS: &[(&str, &str)] = &[
    ("card", "credit-card"),
    ("credit card", "credit-card"),
    ("debit card", "credit-card"),
    ("paypal", "wallet"),
    ("apple pay", "smartphone"),
    ("google pay", "smartphone"),
    ("klarna", "calendar"),
    ("bank transfer", "landmark"),
    ("invoice", "receipt"),
    ("cash", "banknote"),
    ("ideal", "landmark"),
    ("sepa", "landmark"),
    ("kreditkarte", "credit-card"),
    ("rechnung", "receipt"),
    ("tarjeta", "credit-card"),
    ("carte", "credit-card"),
];

/// Returns whether an entry is a way to pay: by its name, or as a card whose number is hidden but for its end.
pub fn is_way_to_pay(entry: &Entry) -> bool {
    let masked = |word: &Word| word.text.contains("••") || word.text.contains("**");
    entry.name.as_ref().is_some_and(masked)
        || entry.figure.is_none()
            && entry.name.as_ref().is_some_and(|name| {
                let lower = name.text.to_lowercase();
                PAYS.iter().any(|(way, _)| lower == *way)
            })
}

/// Returns the ways to pay as rows, the first of them chosen.
pub fn ways_to_pay(kit: &Kit<'_>, told: &[Entry]) -> Node {
    let mut ways: Vec<Word> = told.iter().filter_map(|entry| entry.name.clone()).collect();
    if ways.is_empty() {
        ways = ["Visa •••• 4242", "PayPal"].map(Word::invented).into();
    }
    let rows = ways.iter().enumerate().map(|(i, word)| {
        let lower = word.text.to_lowercase();
        let mark = PAYS
            .iter()
            .find(|(way, _)| lower.contains(way))
            .map_or("credit-card", |(_, mark)| *mark);
        row()
            .role("way")
            .fill_w()
            .gap(kit.u(14.0))
            .child(kit.checkbox(i == 0, true))
            .child(kit.text(word, Type::Strong).max_lines(1).grow(1.0))
            .child(icon(mark, kit.u(22.0)).color(Color::from(Token::Muted)))
    });
    kit.row_card(rows.collect())
}
