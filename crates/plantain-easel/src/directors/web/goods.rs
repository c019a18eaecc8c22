//! Goods in a shop: cards with picture, name and price.

use plantain_read::{Constraint, Record, Role};
use plantain_scene::build::{col, icon, row};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

mod cards;

use cards::{Shelf, cards, price, sold};

use super::Page;
use super::kinds::Kind;
use crate::components::ui::accents::themes;
use crate::components::ui::picture::{known_object, subject_object};
use crate::components::ui::sample::GOODS;
use crate::components::ui::supply::capital;
use crate::components::ui::{Form, Push, Supply, Type, Word};
use crate::studio::{Draft, Studio};

/// Whether the name of a drawing is that of a person, who is nothing for sale.
fn is_person(thing: &str) -> bool {
    thing.split('-').any(|word| {
        matches!(
            word,
            "woman" | "man" | "person" | "girl" | "boy" | "people" | "child" | "family"
        )
    })
}

/// Makers of goods that are made up.
const MAKERS: &[&str] = &[
    "Aurora", "Kestrel", "Lumen", "Nova", "Tidal", "Vale", "Cobalt", "Juniper",
];
/// Most cards that are invented.
const SAMPLES_MAX: usize = 8;

/// Something for sale.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Good {
    pub name: Word,
    pub price: Option<Word>,
    pub old_price: Option<Word>,
    pub badge: Option<Word>,
    pub notes: Vec<Word>,
    pub rating: Option<Word>,
}

impl Good {
    /// Returns an invented good with a price in dollars.
    pub fn sample(name: &str, price: u32) -> Self {
        Self {
            name: Word::invented(name),
            price: Some(Word::invented(format!("${price}"))),
            ..Self::default()
        }
    }

    /// Returns the words that its picture is looked up by.
    pub fn pictured(&self) -> String {
        if known_object(&self.name.text).is_some() || self.notes.is_empty() {
            return self.name.text.clone();
        }
        format!("{} {}", self.notes[0].text, self.name.text)
    }
}

/// Takes the goods out of a brief: JSON records first, then names with prices.
pub fn goods(supply: &mut Supply<'_>) -> Vec<Good> {
    let records: Vec<Good> = supply
        .brief()
        .records
        .iter()
        .filter_map(|record| from_record(record, supply))
        .collect();
    if !records.is_empty() {
        return records;
    }
    let olds = supply.all(&[Role::OldPrice]);
    let badges = supply.all(&[Role::Badge]);
    let mut out: Vec<Good> = supply
        .entries()
        .into_iter()
        .map(|entry| Good {
            name: entry.name.unwrap_or_default(),
            price: entry.figure,
            notes: entry.more,
            ..Good::default()
        })
        .collect();
    for (good, old) in out.iter_mut().zip(olds) {
        good.old_price = Some(old);
    }
    for (n, badge) in badges.into_iter().enumerate() {
        let at = worn_by(supply.brief(), &out, &badge.text).unwrap_or(n);
        if let Some(good) = out.get_mut(at) {
            good.badge = Some(badge);
        }
    }
    out
}

/// "Street Low has a SALE tag": the good that is named last in the sentence of a badge.
fn worn_by(brief: &plantain_read::Brief, goods: &[Good], badge: &str) -> Option<usize> {
    let at = brief.prompt.rfind(badge)?;
    let before = &brief.prompt[..at];
    let sentence = &before[before.rfind(['.', ';', '\n']).map_or(0, |mark| mark + 1)..];
    goods
        .iter()
        .enumerate()
        .filter_map(|(n, good)| Some((sentence.rfind(&good.name.text)?, n)))
        .max()
        .map(|(_, n)| n)
}

fn from_record(record: &Record, supply: &mut Supply<'_>) -> Option<Good> {
    let mut good = Good::default();
    for (key, value) in &record.fields {
        let key = key.to_lowercase();
        let has = |words: &[&str]| words.iter().any(|w| key.contains(w));
        let shown = !has(&[
            "id", "sku", "image", "url", "color", "colour", "currency", "slug",
        ]) || supply.find(|_, text| text == value).is_some();
        let _ = supply.find(|_, text| text == value);
        let word = Word::asked(value);
        if has(&["old", "was", "original", "list_price", "compare"]) {
            good.old_price = Some(word);
        } else if has(&["price", "cost", "preis", "precio", "prix", "amount"]) {
            good.price = Some(word);
        } else if good.name.text.is_empty() && has(&["name", "title", "product", "item", "label"]) {
            good.name = word;
        } else if has(&["badge", "tag", "discount"]) {
            good.badge = Some(word);
        } else if has(&["rating", "score", "stars"]) {
            good.rating = Some(word);
        } else if shown {
            good.notes.push(word);
        }
    }
    (!good.name.text.is_empty()).then_some(good)
}

/// Returns drafts of a product grid.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let cart = Supply::new(studio.brief);
    let cart = studio.brief.records.is_empty()
        && ["cart", "basket", "bag"]
            .iter()
            .any(|word| studio.brief.prompt.to_lowercase().split([':', ',']).next() == Some(*word))
        && cart.speaks_of(&["total", "subtotal", "checkout", "promo"]);
    if cart {
        return super::kinds::direct(studio, Kind::Checkout);
    }
    let kind = Kind::of(studio.brief).filter(|_| studio.brief.records.is_empty());
    // On a phone a cart is the screen of an app.
    let phone = studio.ratio() < 0.72 && crate::directors::mobile::is_told_as_phone(studio);
    if kind == Some(Kind::Checkout) && phone {
        return crate::directors::mobile::direct_as(
            studio,
            crate::directors::mobile::Subject::Shop,
        );
    }
    if let Some(kind @ (Kind::Checkout | Kind::Detail)) = kind {
        return super::kinds::direct(studio, kind);
    }
    let custom = ["minimal", "editorial", "friendly", "minimal"];
    let accents = [0x111827, 0x0f766e, 0xb45309, 0xbe123c, 0x1d4ed8];
    let start = studio.rng("layout").below(3);
    themes(studio, &custom, &accents, 4)
        .into_iter()
        .enumerate()
        .flat_map(|(i, theme)| (0..2).map(move |turn| (start + i + turn, theme.clone())))
        .map(|(variant, theme)| {
            let root = grid_page(&Page::new(studio, &theme, variant), studio);
            let archetype = ["cards", "gallery", "centred"][variant % 3];
            Draft::new(archetype, theme, root)
                .because("Each product is one card with its picture, name and price together, all of the same size.")
                .because("The columns are as many as give the cards a good proportion on this canvas.")
        })
        .collect()
}

/// The words of a shop's page beside its goods.
struct Words {
    /// How much is in the bag.
    in_cart: Option<Word>,
    brand: Option<Word>,
    title: Word,
    under: Option<Word>,
    tabs: Vec<Word>,
    buttons: Vec<Word>,
    filters: Vec<Word>,
    rest: Vec<Word>,
}

/// Takes the words of the page and the goods that the prompt names.
fn stock(page: &Page<'_>, studio: &Studio<'_>) -> (Words, Vec<Good>) {
    let kit = &page.kit;
    let mut supply = Supply::new(studio.brief);
    let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    let in_cart = supply.find(|role, text| role == Role::Badge && digits(text));
    let title = supply
        .first(&[Role::Title])
        .unwrap_or_else(|| implied_title(page, studio));
    let under = supply.first(&[Role::Subtitle, Role::Kicker]);
    let brand = supply.first(&[Role::Brand]);
    let tabs = supply.all(&[Role::Tab, Role::Link]);
    let mut buttons = supply.all(&[Role::Button]);
    // "with name, price and add to cart": what each of them has.
    let carted = supply.speaks_of(&["add to cart", "add-to-cart", "add to basket", "add to bag"]);
    if buttons.is_empty() && carted && kit.filler {
        buttons.push(kit.say("Add to cart"));
    }
    let filters = supply
        .list(&["filter", "chip", "categor"])
        .unwrap_or_default();
    let items = goods(&mut supply);
    let rest = supply.rest().into_iter().map(|(_, word)| word).collect();
    let words = Words {
        in_cart,
        brand,
        title,
        under,
        tabs,
        buttons,
        filters,
        rest,
    };
    (words, items)
}

/// The title of a page that the prompt gives none: what is sold, where that is told.
fn implied_title(page: &Page<'_>, studio: &Studio<'_>) -> Word {
    if let Some(named) = goods_named(studio) {
        return named;
    }
    let thing = one_kind(page, studio)
        .filter(|thing| studio.brief.heard().contains(&thing.replace('-', " ")))
        .map(|thing| capital(&thing.replace('-', " ")));
    thing.map_or_else(|| page.kit.label("New"), Word::built)
}

/// The one kind of thing that a shop is for, in the words of invented goods.
fn one_kind(page: &Page<'_>, studio: &Studio<'_>) -> Option<String> {
    subject_object(studio.brief)
        .filter(|_| page.kit.tongue.code() == "en")
        .filter(|thing| !is_person(thing))
}

/// Invented goods, as many as are counted or as the page holds well.
fn samples(page: &Page<'_>, studio: &Studio<'_>, wanted: Option<usize>) -> Vec<Good> {
    let n = wanted
        .unwrap_or(if page.tall() { 4 } else { 6 })
        .clamp(1, SAMPLES_MAX);
    let n = super::kinds::counted_before(&studio.brief.heard(), &["product", "item", "article"])
        .unwrap_or(n)
        .clamp(1, SAMPLES_MAX);
    let thing = one_kind(page, studio);
    (0..n)
        .map(|i| (i, GOODS[i % GOODS.len()]))
        .map(|(i, (name, price))| match &thing {
            // A shop for one kind of thing shows that kind, by different makers.
            Some(thing) => {
                let noun = capital(&thing.replace('-', " "));
                Good::sample(&format!("{} {noun}", MAKERS[i % MAKERS.len()]), price)
            }
            None => Good::sample(name, price),
        })
        .collect()
}

fn grid_page(page: &Page<'_>, studio: &Studio<'_>) -> Node {
    let (words, mut items) = stock(page, studio);
    let wanted = studio.brief.constraints.iter().find_map(|c| match c {
        Constraint::Count { n, .. } => Some(*n as usize),
        _ => None,
    });
    if items.is_empty() && page.kit.filler {
        items = samples(page, studio, wanted);
    }
    if items.len() == 1 || (items.is_empty() && wanted == Some(1)) {
        let good = items.pop().unwrap_or_default();
        return detail(
            page,
            studio,
            (&words.title, words.under.as_ref()),
            &good,
            &words.rest,
            &words.buttons,
        );
    }
    shelves(page, &words, &items, sold(&studio.brief.heard()))
}

/// The page of several goods: header, heading, filters, and below them the cards in what height is left.
fn shelves(page: &Page<'_>, words: &Words, items: &[Good], thing: Option<String>) -> Node {
    let kit = &page.kit;
    // One button named for all goods belongs to each card; several belong to the page.
    let (each, own) = if words.buttons.len() == 1 && items.len() > 1 {
        (words.buttons.first(), &[][..])
    } else {
        (None, &words.buttons[..])
    };
    let margin = page.margin();
    let places = if words.tabs.is_empty() && kit.filler {
        [kit.say("Shop"), kit.say("Collections"), kit.say("Sale")].to_vec()
    } else {
        words.tabs.clone()
    };
    let mut node = page.sheet().pad4(0.0, margin, margin * 0.8, margin);
    let bag = words.in_cart.as_ref();
    node = node.child(shop_header(page, words.brand.as_ref(), &places, own, bag));
    let (head, mut head_h) = heading(page, &words.title, words.under.as_ref(), &words.rest);
    node = node.child(head);
    if !words.filters.is_empty() {
        let chips = kit.choice_chips(&words.filters, 0).wrap();
        let chips = chips.row_gap(kit.u(8.0));
        node = node.child(chips.rigid().margin(0.0, 0.0, kit.u(16.0), 0.0));
        head_h += kit.u(36.0 + 16.0);
    }
    let asked = places.iter().any(Word::is_asked) || !own.is_empty();
    let top = kit.u(match (page.tall(), asked) {
        (false, _) => 64.0,
        (true, true) => 100.0,
        (true, false) => 56.0,
    });
    let gap = kit.u(if page.tall() { 14.0 } else { 22.0 });
    let box_h = page.h - top - head_h - margin * 0.8;
    let kept = Shelf { each, thing };
    node.child(cards(page, items, &kept, page.w - 2.0 * margin, box_h, gap))
}

/// One good: its picture on one side, what is said of it on the other.
fn detail(
    page: &Page<'_>,
    studio: &Studio<'_>,
    (title, under): (&Word, Option<&Word>),
    good: &Good,
    rest: &[Word],
    buttons: &[Word],
) -> Node {
    let kit = &page.kit;
    let margin = page.margin();
    let inner = page.w - 2.0 * margin;
    let (w, h) = if page.tall() {
        (inner, page.h * 0.42)
    } else {
        (inner * 0.5, page.h * 0.74)
    };
    let known = subject_object(studio.brief)
        .or_else(|| known_object(&title.text))
        .or_else(|| known_object(&good.name.text));
    let art = match known {
        Some(name) => kit.picture(&name.replace('-', " "), page.variant, w, h, "shopping-bag"),
        None => kit.subject_picture(studio.brief, page.variant, w, h),
    };
    let mut words = col().gap(kit.u(16.0));
    words = words.child(
        kit.text(title, Type::Display)
            .size(kit.u(46.0))
            .leading(1.1)
            .max_lines(3),
    );
    if !good.name.text.is_empty() {
        words = words.child(kit.text(&good.name, Type::Heading).max_lines(3));
    }
    for word in under.into_iter().chain(&good.notes).chain(rest) {
        words = words.child(
            kit.text(word, Type::Body)
                .size(kit.u(17.0))
                .color(Token::Muted),
        );
    }
    if let Some(price) = price(page, good, Type::Display) {
        words = words.child(price);
    }
    match &good.rating {
        Some(rating) => words = words.child(kit.score(rating)),
        None => words = words.child(kit.stars(4.6, 20.0).filler()),
    }
    if let Some(badge) = &good.badge {
        words = words.child(row().child(kit.accent_chip(badge)));
    }
    let usual = [kit.say("Add to cart")];
    let shown: &[Word] = if buttons.is_empty() && kit.filler {
        &usual
    } else {
        buttons
    };
    for (i, word) in shown.iter().enumerate() {
        let push = if i == 0 {
            Push::Primary
        } else {
            Push::Secondary
        };
        words = words.child(kit.button_sized(word, push, None, 54.0).max_w(kit.u(320.0)));
    }
    let art = art.radius(kit.radius());
    let body = if page.tall() {
        col().fill_w().gap(kit.u(24.0)).child(art).child(words)
    } else {
        row()
            .fill_w()
            .grow(1.0)
            .gap(kit.u(48.0))
            .child(art)
            .child(words.grow(1.0))
    };
    let pad = margin * if page.tall() { 1.6 } else { 0.8 };
    page.sheet()
        .pad4(pad, margin, margin * 0.8, margin)
        .child(body)
}

/// What the shop is for, where the prompt says it in a few words of its own ("houseplants").
fn goods_named(studio: &Studio<'_>) -> Option<Word> {
    const WORDS_MAX: usize = 3;
    let subject = studio.brief.subject.as_deref()?;
    let short = subject.split_whitespace().count() <= WORDS_MAX;
    let goods = subject.ends_with('s') && !subject.contains(|c: char| c.is_ascii_digit());
    (short && goods && studio.brief.language.0 == "en").then(|| Word::built(capital(subject)))
}

/// The header of a shop, with how much is in the bag where that is told.
fn shop_header(
    page: &Page<'_>,
    brand: Option<&Word>,
    places: &[Word],
    buttons: &[Word],
    in_bag: Option<&Word>,
) -> Node {
    let kit = &page.kit;
    if let Some(count) = in_bag {
        let bag = row()
            .gap(kit.u(5.0))
            .child(icon("shopping-bag", kit.u(20.0)))
            .child(kit.count_badge(count));
        let marks = vec![icon("search", kit.u(20.0)), bag];
        return kit.site_header(brand, if page.tall() { &[] } else { places }, marks);
    }
    if page.tall() || !buttons.is_empty() {
        return page.header(brand, places, buttons);
    }
    let mark = |name: &str| icon(name, kit.u(20.0));
    kit.site_header(
        brand,
        places,
        vec![mark("search"), mark("user"), mark("shopping-bag")],
    )
}

fn heading(page: &Page<'_>, title: &Word, under: Option<&Word>, rest: &[Word]) -> (Node, f32) {
    let kit = &page.kit;
    let size = kit.u(if page.tall() { 32.0 } else { 40.0 });
    let centred = page.variant % 3 == 2 && !page.tall();
    let head = kit.text(title, Type::Display).size(size).max_lines(2);
    let mut words = col()
        .gap(kit.u(6.0))
        .child(if centred { head.centered() } else { head });
    let mut h = size * 1.2 * page.lines(&title.text, size, page.w - 2.0 * page.margin());
    for word in under.into_iter().chain(rest) {
        let line = kit.text(word, Type::Body).color(Token::Muted);
        words = words.child(if centred { line.centered() } else { line });
        h += kit.line(Type::Body) + kit.u(6.0);
    }
    let pad = kit.u(if page.tall() { 14.0 } else { 20.0 });
    let row_node = row()
        .fill_w()
        .pad_xy(0.0, pad)
        .justify(if centred {
            Place::Center
        } else {
            Place::Between
        })
        .align(Place::End)
        .child(words);
    (row_node.rigid(), h + 2.0 * pad)
}

/// Returns whether a text reads as a price.
pub fn is_price(text: &str) -> bool {
    Form::of(text) == Form::Money
}

#[cfg(test)]
mod tests {
    use plantain_read::Brief;

    use super::*;

    #[test]
    fn records_become_goods() {
        let fields = [
            ("name", "Desk Lamp"),
            ("price", "$42"),
            ("material", "brass"),
        ];
        let brief = Brief {
            records: vec![Record {
                fields: fields.map(|(k, v)| (k.to_owned(), v.to_owned())).to_vec(),
                span: 0..0,
            }],
            ..Brief::default()
        };
        let got = goods(&mut Supply::new(&brief));
        assert_eq!(got.len(), 1);
        assert_eq!(got[0].name.text, "Desk Lamp");
        assert_eq!(got[0].price.as_ref().unwrap().text, "$42");
        assert_eq!(got[0].notes[0].text, "brass");
    }
}
