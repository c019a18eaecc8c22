//! Places to stay and ways to get there: what is searched stands in one bar, each offer in one card below.

use plantain_read::Role;
use plantain_scene::build::{col, icon, rect, row};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::{header, remains};
use crate::components::ui::form::{Asks, asks};
use crate::components::ui::supply::has_word;
use crate::components::ui::{Entry, Form, Kit, Push, Supply, Type, Word};
use crate::directors::web::Page;
use crate::studio::Studio;

/// Offers where the prompt names none, at most.
const OFFERS: usize = 4;
/// Places to stay that are made up: name, score.
const STAYS: &[(&str, &str, &str)] = &[
    ("Aurora House", "$129", "4.8"),
    ("Casa Lumen", "$98", "4.6"),
    ("The Old Mill", "$154", "4.9"),
    ("Harbour Rooms", "$112", "4.5"),
];
/// Cars that are made up.
const CARS: &[(&str, &str)] = &[
    ("Compact", "$29"),
    ("Estate", "$45"),
    ("SUV", "$59"),
    ("Van", "$79"),
];
/// Journeys that are made up: leaves, arrives, lasts, price.
const TRIPS: &[(&str, &str, &str, &str)] = &[
    ("07:15", "10:20", "3h 05m", "$89"),
    ("11:40", "14:50", "3h 10m", "$112"),
    ("16:05", "19:05", "3h 00m", "$145"),
    ("20:30", "23:40", "3h 10m", "$96"),
];

/// What is travelled by, or that one stays.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Way {
    Stay,
    /// Cars to rent, rides to order.
    Car,
    Plane,
    Train,
}

impl Way {
    fn of(supply: &Supply<'_>) -> Self {
        if supply.speaks_of(&["flight", "flights", "plane", "airline"]) {
            Self::Plane
        } else if supply.speaks_of(&["train", "trains", "rail", "bus", "ferry"]) {
            Self::Train
        } else if supply.speaks_of(&[
            "car rental",
            "rental car",
            "transfer",
            "taxi",
            "ride",
            "mietwagen",
        ]) {
            Self::Car
        } else {
            Self::Stay
        }
    }

    fn mark(self) -> &'static str {
        match self {
            Self::Stay => "bed-double",
            Self::Car => "car",
            Self::Plane => "plane",
            Self::Train => "train-front",
        }
    }

    /// What is asked for, with its icon.
    fn fields(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Stay => &[
                ("Destination", "map-pin"),
                ("Check-in", "calendar"),
                ("Check-out", "calendar"),
                ("Guests", "users"),
            ],
            Self::Car | Self::Plane | Self::Train => &[
                ("From", "map-pin"),
                ("To", "map-pin"),
                ("Date", "calendar"),
                ("Travellers", "users"),
            ],
        }
    }
}

/// One field of the bar: icon, name, what stands in it.
struct Field {
    mark: String,
    name: Word,
    value: Option<Word>,
}

pub fn build(page: &Page<'_>, studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    let way = Way::of(supply);
    let top = header(
        page,
        supply,
        &["Explore", "Popular", "Saved"],
        &["heart", "user"],
    );
    let buttons = supply.buttons();
    let filters = supply.list(&["filter", "chip"]).unwrap_or_default();
    let (title, under, places) = headed(supply, way);
    let dates = supply.all(&[Role::Date]);
    let mut entries: Vec<Entry> = Vec::new();
    while let Some(list) = supply.listed(&[""]) {
        entries.extend(list);
    }
    let told = supply.all(&[Role::Field]);
    entries.extend(supply.entries());
    let (asked, mut offers): (Vec<Entry>, Vec<Entry>) = entries.into_iter().partition(is_field);
    // Two names without a price before the first offer are where the journey begins and ends.
    let ends: Vec<Word> = if way != Way::Stay && places.is_empty() {
        let bare = offers.iter().take_while(|o| o.figure.is_none()).count();
        if offers.len() > bare && bare <= 2 || bare == 2 {
            offers.drain(..bare).filter_map(|o| o.name).collect()
        } else {
            Vec::new()
        }
    } else {
        places
    };
    // "Madrid to Rome €49": the journey stands before its first price.
    let journey = offers
        .first()
        .and_then(|offer| offer.name.as_ref()?.text.split_once(" to "))
        .map(|(from, to)| vec![Word::built(from), Word::built(to)]);
    let ends = match journey.filter(|_| way != Way::Stay && ends.is_empty()) {
        Some(journey) => journey,
        None => ends,
    };
    let (counted, others): (Vec<Entry>, Vec<Entry>) = offers.into_iter().partition(is_count);
    offers = others;
    let (fields, beside) = fields(kit, way, told, asked, &ends, dates);
    if offers.is_empty() && kit.filler {
        offers = samples(studio, way);
    }
    let rest = remains(kit, supply);
    let margin = page.margin();
    let inner = page.w - 2.0 * margin;
    let title_lines = usize::from(title.is_some());
    let heading = title.map(|word| {
        kit.text(&word, Type::Display)
            .size(kit.u(38.0))
            .max_lines(2)
            .balance()
    });
    let mut hero = col()
        .role("hero")
        .fill_w()
        .rigid()
        .gap(kit.u(16.0))
        .pad4(0.0, margin, kit.u(26.0), margin)
        .fill(Token::AccentSoft)
        .child(top)
        .children(heading);
    for word in under.iter().chain(&beside) {
        hero = hero.child(kit.text(word, Type::Body).color(Token::Muted));
    }
    hero = hero.child(bar(page, &fields, buttons.first()));
    let headed =
        if title_lines > 0 { 62.0 } else { 0.0 } + if filters.is_empty() { 0.0 } else { 52.0 };
    let used = kit.u(64.0 + 16.0 + 70.0 + 26.0 + 90.0 + headed);
    let list = list(page, studio, &offers, way, inner, page.h - used, &ends);
    let mut body = col()
        .fill_w()
        .grow(1.0)
        .gap(kit.u(16.0))
        .pad4(kit.u(22.0), margin, margin * 0.7, margin)
        .children((!filters.is_empty()).then(|| {
            kit.choice_chips(&filters, 0)
                .wrap()
                .row_gap(kit.u(8.0))
                .rigid()
        }))
        .child(count(kit, offers.len(), counted.first()))
        .child(list)
        .children(rest);
    for word in buttons.iter().skip(1) {
        body = body.child(kit.button(word, Push::Secondary));
    }
    page.sheet().child(hero).child(body)
}

/// Takes the heading, what stands under it, and the places that either tells.
fn headed(supply: &mut Supply<'_>, way: Way) -> (Option<Word>, Vec<Word>, Vec<Word>) {
    let mut title = supply.first(&[Role::Title, Role::Kicker]);
    let mut under = supply.all(&[Role::Subtitle, Role::Body]);
    let mut places = supply.all(&[Role::Place]);
    // "Paris → Marseille": two names of places that were taken for headings.
    let short = |word: &Word| word.text.split_whitespace().count() <= 2;
    let bare = title.as_ref().is_some_and(short) && under.first().is_some_and(short);
    if way != Way::Stay && places.is_empty() && bare {
        places.extend(title.take());
        places.push(under.remove(0));
    }
    let ends: Vec<Word> = title
        .iter()
        .flat_map(|word| word.text.split(" to "))
        .map(Word::built)
        .collect();
    if places.is_empty() && ends.len() == 2 {
        places = ends;
    }
    (title, under, places)
}

/// "3 flights": how many there are, and no offer.
fn is_count(offer: &Entry) -> bool {
    offer
        .figure
        .as_ref()
        .is_some_and(|figure| figure.text.chars().all(|c| c.is_ascii_digit()))
        && offer.name.as_ref().is_some_and(|name| {
            let lower = name.text.to_lowercase();
            COUNTED.iter().any(|word| lower.starts_with(word))
        })
}

/// "city", "dates", "guests": what a search asks for and no offer.
fn is_field(entry: &Entry) -> bool {
    let Some(name) = entry.name.as_ref().filter(|_| entry.figure.is_none()) else {
        return false;
    };
    let lower = name.text.to_lowercase();
    let known = [
        "city",
        "date",
        "guest",
        "check-in",
        "check-out",
        "destination",
        "adult",
        "passenger",
        "traveller",
        "traveler",
        "people",
        "nights",
        "from",
        "to",
        "when",
        "where",
        "one way",
        "return",
    ];
    name.text.split_whitespace().count() <= 2 && known.iter().any(|word| has_word(&lower, word))
}

/// The fields of the bar, and the told values that none of them takes.
fn fields(
    kit: &Kit<'_>,
    way: Way,
    told: Vec<Word>,
    asked: Vec<Entry>,
    ends: &[Word],
    dates: Vec<Word>,
) -> (Vec<Field>, Vec<Word>) {
    let names: Vec<Word> = told
        .into_iter()
        .chain(asked.into_iter().filter_map(|entry| entry.name))
        .collect();
    let mut out: Vec<Field> = if names.is_empty() {
        way.fields()
            .iter()
            .map(|(name, mark)| Field {
                mark: (*mark).to_owned(),
                name: kit.say(name),
                value: None,
            })
            .collect()
    } else {
        names
            .into_iter()
            .map(|name| Field {
                mark: mark_of(&name.text).to_owned(),
                value: None,
                name,
            })
            .collect()
    };
    let mut beside = Vec::new();
    let mut put = |mark: &str, word: Word| {
        let free = out
            .iter_mut()
            .find(|field| field.mark == mark && field.value.is_none());
        match free {
            Some(field) => field.value = Some(word),
            None if word.is_asked() => beside.push(word),
            None => {}
        }
    };
    for end in ends {
        put("map-pin", end.clone());
    }
    for date in dates {
        put("calendar", date);
    }
    (out, beside)
}

fn mark_of(name: &str) -> &'static str {
    let lower = name.to_lowercase();
    if ["guest", "adult", "passenger", "travel", "people", "party"]
        .iter()
        .any(|word| lower.contains(word))
    {
        return "users";
    }
    match asks(name) {
        Asks::Date => "calendar",
        _ if lower.contains("night") || lower.contains("time") => "clock",
        _ => "map-pin",
    }
}

/// The bar of what is searched, with the button that searches.
fn bar(page: &Page<'_>, fields: &[Field], button: Option<&Word>) -> Node {
    let kit = &page.kit;
    let cells = fields.iter().map(|field| {
        let mut words = col()
            .grow(1.0)
            .gap(kit.u(1.0))
            .child(kit.text(&field.name, Type::Caption).max_lines(1));
        words = match &field.value {
            Some(value) => words.child(kit.text(value, Type::Strong).max_lines(1)),
            None => words.child(
                rect()
                    .size_box(kit.u(46.0), kit.u(5.0))
                    .radius(kit.u(2.5))
                    .margin(kit.u(7.0), 0.0, kit.u(4.0), 0.0)
                    .fill(Token::Line),
            ),
        };
        row()
            .role("field")
            .grow(1.0)
            .gap(kit.u(10.0))
            .pad_xy(kit.u(10.0), 0.0)
            .child(icon(field.mark.as_str(), kit.u(18.0)).color(Token::AccentText))
            .child(words)
    });
    let search = kit.say("Search");
    let word = button.unwrap_or(&search);
    let h = kit.u(70.0);
    let push = kit.button_sized(word, Push::Primary, Some("search"), 46.0);
    let shape = if page.tall() {
        col().gap(kit.u(14.0)).pad(kit.u(16.0))
    } else {
        row().h(h).gap(kit.u(6.0)).pad_xy(kit.u(12.0), 0.0)
    };
    let bar = shape
        .role("search")
        .fill_w()
        .rigid()
        .radius(kit.radius())
        .fill(Token::Surface)
        .children(cells)
        .child(if page.tall() { push.fill_w() } else { push });
    kit.edge(kit.lift(bar))
}

/// Nouns of offers that a number before them counts.
const COUNTED: &[&str] = &[
    "flight",
    "train",
    "hotel",
    "result",
    "offer",
    "connection",
    "departure",
];

fn count(kit: &Kit<'_>, n: usize, told: Option<&Entry>) -> Node {
    if let Some(Entry {
        name: Some(name),
        figure: Some(figure),
        ..
    }) = told
    {
        return row()
            .gap(kit.u(5.0))
            .child(kit.figure(figure, Type::Caption))
            .child(kit.text(name, Type::Caption).max_lines(1));
    }
    if !kit.filler {
        return col();
    }
    let words = Word::invented(format!("{n} {}", kit.say("results").text));
    let sort = row()
        .gap(kit.u(6.0))
        .child(icon("arrow-up-down", kit.u(16.0)).color(Token::Muted))
        .child(kit.text(&kit.say("Popular"), Type::Caption).max_lines(1));
    kit.ends(kit.text(&words, Type::Caption).max_lines(1), sort)
}

fn samples(studio: &Studio<'_>, way: Way) -> Vec<Entry> {
    let heard = studio.brief.heard();
    let nouns = [
        "flight",
        "train",
        "hotel",
        "result",
        "offer",
        "time",
        "departure",
        "connection",
    ];
    let n = super::help::counted_before(&heard, &nouns)
        .unwrap_or(OFFERS)
        .clamp(1, OFFERS);
    (0..n)
        .map(|i| match way {
            Way::Stay => Entry {
                name: Some(Word::invented(STAYS[i].0)),
                figure: Some(Word::invented(STAYS[i].1)),
                more: Vec::new(),
            },
            Way::Car => Entry {
                name: Some(Word::invented(CARS[i].0)),
                figure: Some(Word::invented(CARS[i].1)),
                more: Vec::new(),
            },
            Way::Plane | Way::Train => Entry {
                name: None,
                figure: Some(Word::invented(TRIPS[i].3)),
                more: Vec::new(),
            },
        })
        .collect()
}

fn list(
    page: &Page<'_>,
    studio: &Studio<'_>,
    offers: &[Entry],
    way: Way,
    w: f32,
    room: f32,
    ends: &[Word],
) -> Node {
    let kit = &page.kit;
    let gap = kit.u(16.0);
    let n = offers.len().max(1) as f32;
    let each = ((room - gap * (n - 1.0)) / n).clamp(kit.u(92.0), kit.u(210.0));
    let cards = offers.iter().enumerate().map(|(i, offer)| match way {
        Way::Stay | Way::Car => stay(page, studio, offer, way, i, (w, each)),
        Way::Plane | Way::Train => trip(page, offer, way, i, each, ends),
    });
    col().fill_w().gap(gap).children(cards)
}

/// A place to stay: its picture, its name with a score, what it has, the price with a button.
fn stay(
    page: &Page<'_>,
    studio: &Studio<'_>,
    offer: &Entry,
    way: Way,
    n: usize,
    (w, h): (f32, f32),
) -> Node {
    let kit = &page.kit;
    let blank = Word::default();
    let name = offer
        .name
        .as_ref()
        .or(offer.figure.as_ref())
        .unwrap_or(&blank);
    let pw = (h * 1.45).min(w * 0.36);
    let car = way == Way::Car;
    let art = if car {
        let body = ["car", "suv", "van", "taxi"];
        let lower = name.text.to_lowercase();
        let own = body
            .iter()
            .find(|word| lower.contains(**word))
            .unwrap_or(&"car");
        kit.picture(own, n, pw, h, "car")
    } else {
        kit.photo(&format!("hotel {}", name.text), studio.brief, n, pw, h)
    };
    let mut words = col()
        .grow(1.0)
        .gap(kit.u(8.0))
        .child(kit.text(name, Type::Title).max_lines(2));
    if kit.filler && offer.more.is_empty() {
        words = words.child(
            kit.score(&Word::invented(STAYS[n % STAYS.len()].2))
                .filler(),
        );
    }
    for more in &offer.more {
        words = words.child(kit.text(more, Type::Caption).max_lines(2));
    }
    let marks = if car {
        ["users", "briefcase", "fuel", "snowflake"]
    } else {
        ["wifi", "coffee", "car", "bath"]
    };
    let marks = marks.map(|mark| icon(mark, kit.u(18.0)).color(Token::Muted));
    words = words.child(row().gap(kit.u(14.0)).children(marks).filler());
    let mut right = col().rigid().align(Place::End).gap(kit.u(12.0));
    if let Some(price) = offer.figure.as_ref().filter(|_| offer.name.is_some()) {
        right = right.child(
            kit.figure(price, Type::Title)
                .color(Token::AccentText)
                .rigid(),
        );
    }
    if kit.filler {
        right = right.child(kit.small_button(&kit.say("Select"), Push::Soft));
    }
    kit.surface(row().role("result").fill_w().h(h).rigid().clip())
        .child(art)
        .child(words.pad_xy(kit.u(22.0), 0.0))
        .child(right.pad_xy(kit.u(22.0), 0.0))
}

/// A journey: when it leaves and arrives, over a line with its length; the price with a button.
fn trip(page: &Page<'_>, offer: &Entry, way: Way, n: usize, h: f32, ends: &[Word]) -> Node {
    let kit = &page.kit;
    let all: Vec<&Word> = offer
        .name
        .iter()
        .chain(&offer.figure)
        .chain(&offer.more)
        .collect();
    let (prices, others): (Vec<&Word>, Vec<&Word>) = all
        .into_iter()
        .partition(|word| Form::of(&word.text) == Form::Money);
    let (times, others): (Vec<&Word>, Vec<&Word>) = others
        .into_iter()
        .partition(|word| Form::of(&word.text) == Form::Time);
    let sample = TRIPS[n % TRIPS.len()];
    let at = |i: usize, usual: &str| {
        times
            .get(i)
            .map_or_else(|| Word::invented(usual), |w| (*w).clone())
    };
    let (leaves, arrives) = (at(0, sample.0), at(1, sample.1));
    let end = |word: &Word, i: usize| {
        let mut node = col()
            .gap(kit.u(2.0))
            .align(if i == 0 { Place::Start } else { Place::End })
            .child(kit.figure(word, Type::Title));
        if let Some(place) = ends.get(i) {
            node = node.child(
                kit.text(&Word::built(place.text.clone()), Type::Caption)
                    .max_lines(1),
            );
        }
        node
    };
    let way_line = col()
        .grow(1.0)
        .align(Place::Center)
        .gap(kit.u(6.0))
        .pad_xy(kit.u(18.0), 0.0)
        // How long it takes follows from times that are told.
        .children(times.is_empty().then(|| {
            kit.text(&Word::invented(sample.2), Type::Caption)
                .max_lines(1)
        }))
        .child(rect().fill_w().h(kit.u(2.0)).radius(1.0).fill(Token::Line))
        .child(icon(way.mark(), kit.u(18.0)).color(Token::Muted));
    let mut line = row()
        .fill_w()
        .grow(1.0)
        .child(end(&leaves, 0))
        .child(if kit.filler {
            way_line
        } else {
            col().grow(1.0)
        })
        .child(end(&arrives, 1));
    let mut right = col().rigid().align(Place::End).gap(kit.u(10.0));
    for price in prices {
        right = right.child(
            kit.figure(price, Type::Title)
                .color(Token::AccentText)
                .rigid(),
        );
    }
    if kit.filler {
        right = right.child(kit.small_button(&kit.say("Select"), Push::Primary));
    }
    if !others.is_empty() {
        let names = others
            .iter()
            .map(|word| kit.text(word, Type::Caption).max_lines(2));
        line = col()
            .grow(1.0)
            .gap(kit.u(6.0))
            .children(names)
            .child(line.grow(0.0));
    }
    kit.surface(
        row()
            .role("result")
            .fill_w()
            .h(h.min(kit.u(150.0)))
            .rigid()
            .gap(kit.u(26.0))
            .pad_xy(kit.u(24.0), kit.u(10.0)),
    )
    .child(kit.icon_tile(way.mark(), 48.0, n))
    .child(line)
    .child(right)
}
