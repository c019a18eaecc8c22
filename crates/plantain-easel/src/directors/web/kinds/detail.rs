//! One product: gallery at the left, name, price, choices and button at the right.

use plantain_read::Role;
use plantain_scene::Node;
use plantain_scene::build::{col, icon, row};
use plantain_scene::node::Place;
use plantain_scene::{Color, Token};

use super::{button_row, header, remains, sheet, subject};
use crate::components::ui::measures::number;
use crate::components::ui::picture::known_object;
use crate::components::ui::{Entry, Form, Kit, Supply, Type, Word};
use crate::directors::web::Page;
use crate::studio::Studio;

/// Small pictures under the large one.
const THUMBS: usize = 4;

/// The words of a product.
struct Product {
    name: Word,
    price: Option<Word>,
    old: Option<Word>,
    badge: Option<Word>,
    stars: Option<Word>,
    reviews: Option<(Word, Word)>,
    body: Vec<Word>,
    choices: Vec<(String, Vec<Word>)>,
    facts: Vec<Entry>,
    buttons: Vec<Word>,
}

pub fn build(page: &Page<'_>, studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    let top = header(
        page,
        supply,
        &["Shop", "Collections", "Sale"],
        &["search", "heart", "shopping-bag"],
    );
    let product = product(kit, studio, supply);
    let rest = remains(kit, supply);
    let (root, inner) = sheet(page);
    let w = if page.tall() { inner } else { inner * 0.52 };
    let other = related(page, studio, &product, inner);
    let h = if page.tall() {
        page.h * 0.34
    } else if other.is_some() {
        page.h * 0.5
    } else {
        page.h - kit.u(64.0) - page.margin() * 1.2
    };
    let art = gallery(page, studio, &product, w, h);
    let words = words(page, &product).children(rest);
    let body = if page.tall() {
        col().fill_w().gap(kit.u(20.0)).child(art).child(words)
    } else {
        let (a, b) = (art.rigid(), words.grow(1.0));
        let line = row()
            .fill_w()
            .grow(1.0)
            .gap(kit.u(44.0))
            .align(Place::Start);
        if page.variant % 4 == 3 {
            line.child(b).child(a)
        } else {
            line.child(a).child(b)
        }
    };
    root.gap(kit.u(10.0)).child(top).child(body).children(other)
}

/// Other goods of the shop under the one that is shown: asked for, or where the page is as high as wide.
fn related(page: &Page<'_>, studio: &Studio<'_>, product: &Product, inner: f32) -> Option<Node> {
    let kit = &page.kit;
    let asked =
        Supply::new(studio.brief).speaks_of(&["related", "similar", "recommended", "also like"]);
    let room = page.shape == crate::directors::web::Shape3::Square;
    if !kit.filler || page.tall() || !(asked || room) {
        return None;
    }
    Some(super::more_goods(page, &product.name.text, inner))
}

fn product(kit: &Kit<'_>, studio: &Studio<'_>, supply: &mut Supply<'_>) -> Product {
    let name = supply
        .first(&[Role::Title])
        .or_else(|| quoted_name(supply))
        .or_else(|| named_before_price(supply))
        .or_else(|| subject(studio.brief).map(Word::built));
    let badge = supply.first(&[Role::Badge]);
    let old = supply.first(&[Role::OldPrice]);
    let body = supply.all(&[Role::Subtitle, Role::Body]);
    let buttons = {
        let asked = supply.buttons();
        if asked.is_empty() && kit.filler {
            vec![kit.say("Add to cart")]
        } else {
            asked
        }
    };
    let stars = supply.valued(&["star", "rating"]).map(|pair| pair.1);
    let reviews = supply.valued(&["review", "rating"]);
    let mut choices = Vec::new();
    for (at, list) in supply.brief().lists.iter().enumerate() {
        let chosen = [
            "size", "color", "colour", "option", "variant", "flavor", "material",
        ]
        .iter()
        .any(|kind| list.kind.contains(kind));
        if chosen {
            let items: Vec<Word> = supply
                .list_entries(at)
                .into_iter()
                .filter_map(|e| e.name)
                .collect();
            choices.push((list.kind.clone(), items));
        }
    }
    let price = supply
        .first(&[Role::Price])
        .or_else(|| supply.form(Form::Money));
    let mut facts = supply.entries();
    let name = name
        .or_else(|| {
            let at = facts
                .iter()
                .position(|f| f.name.is_some() && f.figure.is_none())?;
            facts.remove(at).name
        })
        .unwrap_or_else(|| kit.say("New"));
    Product {
        name,
        price: price.or_else(|| kit.filler.then(|| Word::invented("$89"))),
        old,
        badge,
        stars,
        reviews,
        body,
        choices,
        facts,
        buttons,
    }
}

/// What is quoted and no other part of the page is the product's name.
fn quoted_name(supply: &mut Supply<'_>) -> Option<Word> {
    let at = supply.brief().literals.iter().position(|literal| {
        literal.origin == plantain_read::Origin::Quoted
            && !matches!(
                literal.role,
                Role::Button
                    | Role::Link
                    | Role::Tab
                    | Role::Badge
                    | Role::Field
                    | Role::Price
                    | Role::OldPrice
                    | Role::Caption
            )
    })?;
    supply.take(at)
}

/// "Linen shirt $48": the name that the first price belongs to.
fn named_before_price(supply: &mut Supply<'_>) -> Option<Word> {
    let brief = supply.brief();
    // A list of one good holds its price, too.
    let listed = |at: usize| {
        let named = |item: &&usize| brief.literals[**item].role == Role::Item;
        brief
            .lists
            .iter()
            .any(|list| list.items.contains(&at) && list.items.iter().filter(named).count() > 1)
    };
    let pair = brief.pairs.iter().find(|pair| {
        Form::of(&brief.literals[pair.value].text) == Form::Money
            && pair.label.is_some_and(|label| !listed(label))
    })?;
    supply.take(pair.label?)
}

/// A large picture over (or beside) small ones of the same thing.
fn gallery(page: &Page<'_>, studio: &Studio<'_>, product: &Product, w: f32, h: f32) -> Node {
    let kit = &page.kit;
    let name = &product.name.text;
    let thing = word_before(studio.brief, name)
        .or_else(|| pictured(product, kit.tongue.code()))
        .or_else(|| told_thing(studio.brief));
    let shown = |n: usize, w: f32, h: f32| match &thing {
        Some(thing) => kit.picture(thing, n, w, h, "shopping-bag"),
        None => kit.photo(name, studio.brief, n, w, h),
    };
    let gap = kit.u(12.0);
    if page.tall() {
        return shown(page.variant, w, h).radius(kit.radius());
    }
    let beside = page.variant % 2 == 1;
    if beside {
        let side = (h - gap * (THUMBS - 1) as f32) / THUMBS as f32;
        let side = side.min(w * 0.17);
        let thumbs = (0..THUMBS).map(|n| thumb(kit, shown(page.variant + n, side, side), n));
        return row()
            .gap(gap)
            .align(Place::Start)
            .child(col().gap(gap).rigid().children(thumbs))
            .child(shown(page.variant, w - side - gap, h).radius(kit.radius()));
    }
    let side = (w - gap * (THUMBS - 1) as f32) / THUMBS as f32;
    let side = side.min(h * 0.2);
    let thumbs = (0..THUMBS).map(|n| thumb(kit, shown(page.variant + n, side, side), n));
    col()
        .gap(gap)
        .child(shown(page.variant, w, h - side - gap).radius(kit.radius()))
        .child(row().gap(gap).children(thumbs))
}

/// Words for the product that can be drawn: of what is told beside its name, its name, or either in English.
fn pictured(product: &Product, language: &str) -> Option<String> {
    let facts = product.facts.iter().filter_map(|fact| fact.name.as_ref());
    let words = facts
        .chain(&product.body)
        .chain([&product.name])
        .map(|word| word.text.as_str());
    words
        .flat_map(|text| [text.to_owned(), plantain_read::english(text, language)])
        .find(|text| known_object(text).is_some())
}

/// Words for the page and its parts, which could be drawn and are not sold there.
const OF_SHOPS: &[&str] = &[
    "shop",
    "store",
    "page",
    "website",
    "screen",
    "card",
    "button",
    "cart",
    "shopping cart",
    "star",
];

/// `mug "Morning Fog"`: what stands right before the product's name says what it is.
fn word_before(brief: &plantain_read::Brief, name: &str) -> Option<String> {
    let literal = brief.literals.iter().find(|literal| literal.text == name)?;
    let before = brief.prompt.get(..literal.span.start)?;
    let quotes = |c: char| !c.is_alphanumeric();
    let word = before.trim_end_matches(quotes).rsplit(quotes).next()?;
    [
        word.to_lowercase(),
        plantain_read::english(word, &brief.language.0),
    ]
    .into_iter()
    .find(|word| {
        word.len() > 2 && !OF_SHOPS.contains(&word.as_str()) && known_object(word).is_some()
    })
}

/// The first thing that the prompt names and that can be drawn.
fn told_thing(brief: &plantain_read::Brief) -> Option<String> {
    brief
        .objects
        .iter()
        .filter(|object| !object.absent && !OF_SHOPS.contains(&object.noun.as_str()))
        .map(|object| object.noun.clone())
        .find(|noun| known_object(noun).is_some())
}

fn thumb(kit: &Kit<'_>, picture: Node, n: usize) -> Node {
    let node = picture.radius(kit.radius() * 0.5);
    if n == 0 {
        node.stroke(Token::Accent, kit.u(2.0))
    } else {
        node
    }
}

fn words(page: &Page<'_>, product: &Product) -> Node {
    let kit = &page.kit;
    let size = if page.tall() { 30.0 } else { 42.0 };
    let mut node = col().gap(kit.u(18.0)).pad4(kit.u(6.0), 0.0, 0.0, 0.0);
    if let Some(badge) = &product.badge {
        node = node.child(row().child(kit.accent_chip(badge)));
    }
    let name = kit.text(&product.name, Type::Display).size(kit.u(size));
    node = node.child(name.leading(1.1).max_lines(3));
    node = node.child(rating(kit, product));
    let mut line = row().gap(kit.u(12.0)).align(Place::Baseline);
    if let Some(price) = &product.price {
        line = line.child(kit.figure(price, Type::Display).color(Token::AccentText));
    }
    if let Some(old) = &product.old {
        let old = kit.figure(old, Type::Heading).color(Token::Muted);
        line = line.child(old.set_text(|t| t.strike = true));
    }
    node = node.child(line);
    for word in &product.body {
        node = node.child(
            kit.text(word, Type::Body)
                .size(kit.u(17.0))
                .color(Token::Muted),
        );
    }
    for (kind, items) in &product.choices {
        let label = match kind.as_str() {
            _ if is_color(kind) => kit.label("Color"),
            "size" => kit.label("Size"),
            other => Word::built(crate::components::ui::supply::capital(other)),
        };
        let chips = if is_color(kind) {
            swatches(kit, items)
        } else {
            kit.choice_chips(items, items.len() / 2)
                .wrap()
                .row_gap(kit.u(8.0))
        };
        node = node.child(
            col()
                .fill_w()
                .gap(kit.u(8.0))
                .child(kit.text(&label, Type::Strong).max_lines(1))
                .child(chips),
        );
    }
    for fact in &product.facts {
        let mut line = row().gap(kit.u(8.0)).wrap();
        for word in fact.name.iter().chain(&fact.figure).chain(&fact.more) {
            line = line.child(kit.text(word, Type::Body).color(Token::Muted));
        }
        node = node.child(line);
    }
    node.child(button_row(kit, &product.buttons, page.tall()))
        .child(services(kit))
}

fn is_color(kind: &str) -> bool {
    kind.contains("color") || kind.contains("colour")
}

/// Colours to choose from: each a spot with its name; the first is chosen.
fn swatches(kit: &Kit<'_>, items: &[Word]) -> Node {
    let d = kit.u(22.0);
    let spots = items.iter().enumerate().map(|(i, word)| {
        let spot = plantain_read::color_of(&word.text, kit.tongue.code())
            .map_or(Color::from(Token::Sunken), |[r, g, b]| {
                plantain_scene::Rgba::rgb(r, g, b).into()
            });
        let ring = if i == 0 { Token::Accent } else { Token::Line };
        row()
            .role("swatch")
            .gap(kit.u(8.0))
            .pad_xy(kit.u(10.0), kit.u(6.0))
            .radius(kit.u(18.0))
            .stroke(ring, if i == 0 { 2.0 } else { 1.0 })
            .child(
                plantain_scene::build::ellipse()
                    .size_box(d, d)
                    .rigid()
                    .fill(spot)
                    .stroke(Token::Line, 1.0),
            )
            .child(kit.text(word, Type::Caption).color(Token::Ink).max_lines(1))
    });
    row()
        .fill_w()
        .wrap()
        .gap(kit.u(8.0))
        .row_gap(kit.u(8.0))
        .children(spots)
}

fn rating(kit: &Kit<'_>, product: &Product) -> Node {
    let score = product
        .stars
        .as_ref()
        .and_then(|w| number(&w.text))
        .unwrap_or(4.6) as f32;
    let mut line = row().gap(kit.u(10.0)).align(Place::Center);
    let stars = kit.stars(score, 20.0);
    line = line.child(if product.stars.is_some() {
        stars
    } else {
        stars.filler()
    });
    if let Some(word) = &product.stars {
        line = line.child(kit.figure(word, Type::Strong));
    }
    if let Some((label, value)) = &product.reviews {
        line = line
            .child(kit.figure(value, Type::Body).color(Token::Muted))
            .child(kit.text(label, Type::Body).color(Token::Muted).max_lines(1));
    }
    line
}

/// What shops promise, as marks with invented words.
fn services(kit: &Kit<'_>) -> Node {
    if !kit.filler {
        return col();
    }
    let lines =
        [("truck", "Free delivery"), ("rotate-ccw", "30-day returns")].map(|(mark, name)| {
            row()
                .gap(kit.u(8.0))
                .child(icon(mark, kit.u(18.0)).color(Color::from(Token::AccentText)))
                .child(kit.text(&kit.say(name), Type::Caption).max_lines(1))
        });
    row().gap(kit.u(24.0)).wrap().children(lines).filler()
}

#[cfg(test)]
mod tests {
    use plantain_read::read;

    use super::word_before;

    #[test]
    fn a_page_is_not_what_it_sells() {
        for (prompt, name, word) in [
            ("product page: Linen shirt, €59", "Linen shirt", None),
            (
                "product page: mug \"Morning Fog\" €12",
                "Morning Fog",
                Some("mug"),
            ),
        ] {
            assert_eq!(
                word_before(&read(prompt), name).as_deref(),
                word,
                "{prompt}"
            );
        }
    }
}
