//! Landing pages: header, hero, features, a quote, prices.

use plantain_read::{Component, Role};
use plantain_scene::build::{col, ellipse, grid, icon, object, row, shape, spacer, stack};
use plantain_scene::node::{Place, Shape};
use plantain_scene::{Color, Node, Token};

use super::kinds::Kind;
use super::{ACCENTS, CUSTOM, Page, Shape3};
use crate::components::ui::accents::themes;
use crate::components::ui::picture::{icon_for, subject_object};
use crate::components::ui::sample::FULL_NAMES;
use crate::components::ui::{Entry, Kit, Push, Supply, Type, Word};
use crate::studio::{Draft, Studio};

mod mock;
mod sections;

/// What a feature that is made up does, in English.
const SAID: &[(&str, &str)] = &[
    ("Share", "Send a link, work on it together."),
    ("Reports", "See every week what changed."),
    ("Security", "Encrypted, backed up, yours."),
    ("Calendar", "Dates stay where you need them."),
    ("Notifications", "Only what matters, when it matters."),
    ("Team", "Everyone knows what comes next."),
];

/// The words of a landing page by section.
struct Words {
    brand: Option<Word>,
    places: Vec<Word>,
    kicker: Option<Word>,
    title: Word,
    under: Vec<Word>,
    fields: Vec<Word>,
    buttons: Vec<Word>,
    features: Vec<Entry>,
    section: Option<Word>,
    quote: Option<(Word, Option<Word>)>,
    questions: Vec<Word>,
    small: Vec<Word>,
}

/// Returns drafts of a landing page.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    if let Some(kind) = front_page(studio) {
        return super::kinds::direct(studio, kind);
    }
    let start = studio.rng("layout").below(3);
    let mut drafts = Vec::new();
    for (i, theme) in themes(studio, CUSTOM, ACCENTS, 4).into_iter().enumerate() {
        for turn in 0..2 {
            let variant = start + i + turn;
            let page = Page::new(studio, &theme, variant);
            let words = words(&page.kit, studio);
            let centred = page.shape != Shape3::Wide || variant % 2 == 1;
            let root = build(&page, &words, studio, centred);
            drafts.push(
                Draft::new(if centred { "centred hero" } else { "split hero" }, theme.clone(), root)
                    .because("The promise leads, one button follows it, and the sections below are as many as were asked for."),
            );
        }
    }
    drafts
}

/// The kind of a first page that has a form of its own; a page that is to win visitors is none.
fn front_page(studio: &Studio<'_>) -> Option<Kind> {
    let prompt = studio.brief.prompt.to_lowercase();
    let wins = ["landing", "hero", "marketing page"]
        .iter()
        .any(|word| prompt.contains(word));
    let own = |kind: &Kind| {
        matches!(
            kind,
            Kind::News | Kind::Start | Kind::Stream | Kind::Help | Kind::Jobs | Kind::Travel
        )
    };
    match Kind::of(studio.brief) {
        Some(Kind::Article) => Some(Kind::Article),
        Some(Kind::Stream) => Some(Kind::Stream),
        kind => kind.filter(own).filter(|_| !wins),
    }
}

fn words(kit: &Kit<'_>, studio: &Studio<'_>) -> Words {
    let mut supply = Supply::new(studio.brief);
    let mut brand = supply.first(&[Role::Brand]);
    let title = supply.first(&[Role::Title]);
    let kicker = supply.first(&[Role::Kicker, Role::Badge]);
    let places = supply.all(&[Role::Tab, Role::Link]);
    let buttons = supply.buttons();
    let questions = supply.list(&["question"]).unwrap_or_default();
    let quote = supply.first(&[Role::Quote]).map(|quote| {
        let by = supply.first(&[Role::Attribution, Role::Person]);
        let by = by.or_else(|| supply.follower(&quote.text));
        (quote, by)
    });
    let described = |kind| studio.brief.described.iter().any(|d| d.kind == kind);
    let quote = quote.or_else(|| {
        (described(Component::Testimonial) && kit.filler).then(|| {
            (
                kit.say("It gives me back an hour every day."),
                Some(Word::invented(FULL_NAMES[0])),
            )
        })
    });
    let plans = kit.filler
        && supply.speaks_of(&["pricing", "price plans", "preise", "tarifs", "precios"])
        && supply.first_money().is_none();
    let fields = supply.all(&[Role::Field]);
    let mut features = supply
        .list(&[
            "feature", "benefit", "vorteil", "section", "item", "reason", "perk",
        ])
        .map_or_else(Vec::new, |words| {
            words
                .into_iter()
                .map(|word| Entry {
                    name: Some(word),
                    ..Entry::default()
                })
                .collect()
        });
    let mut under = supply.all(&[Role::Subtitle, Role::Body]);
    let small = supply.all(&[Role::Small, Role::Caption, Role::Contact]);
    features.extend(supply.entries());
    if plans {
        features.extend(
            [("Starter", "$0"), ("Team", "$12"), ("Business", "$29")].map(|(name, price)| Entry {
                name: Some(Word::invented(name)),
                figure: Some(Word::invented(price)),
                more: Vec::new(),
            }),
        );
    }
    let mut rest: Vec<Word> = supply.rest().into_iter().map(|(_, word)| word).collect();
    let title = title.or_else(|| (!rest.is_empty()).then(|| rest.remove(0)));
    let title = title.or_else(|| {
        // Without a title the longest loose line speaks for the page.
        let at = (0..features.len())
            .filter(|i| features[*i].figure.is_none())
            .max_by_key(|i| features[*i].name.as_ref().map_or(0, |n| n.text.len()))?;
        (features.len() != 3).then(|| features.remove(at).name)?
    });
    under.extend(rest);
    // A name alone is no promise: it stands in the header, and a line for the topic leads.
    let pitch =
        crate::components::pitch::promise(studio).filter(|_| kit.filler && under.is_empty());
    let title = title.or_else(|| {
        let (head, line) = pitch?;
        under.push(Word::invented(line));
        Some(Word::invented(head))
    });
    let title = title
        // A page that is named and nothing more is headed by its name.
        .or_else(|| brand.take())
        .unwrap_or_else(|| kit.label("Get started"));
    Words {
        brand,
        places,
        kicker,
        title,
        under,
        fields,
        buttons,
        features,
        section: None,
        quote,
        questions,
        small,
    }
}

fn build(page: &Page<'_>, words: &Words, studio: &Studio<'_>, centred: bool) -> Node {
    let kit = &page.kit;
    let margin = page.margin();
    let inner = page.w - 2.0 * margin;
    let places = if words.places.is_empty() && kit.filler && !page.tall() {
        [kit.say("Features"), kit.say("Pricing"), kit.say("About")].to_vec()
    } else {
        words.places.clone()
    };
    let mut top = col().fill_w().pad_xy(margin, 0.0);
    top = top.child(page.header(words.brand.as_ref(), &places, &[]));
    let features = feature_row(page, words, studio, inner);
    let mut lower: Vec<Node> = sections::logos(page, studio)
        .into_iter()
        .chain(features)
        .chain(sections::asked(page, studio))
        .chain(quote_card(page, words))
        .chain(sections::questions(page, &words.questions))
        .collect();
    let footed = studio
        .brief
        .described
        .iter()
        .any(|d| d.kind == Component::Footer)
        || page.shape == Shape3::Square
            && lower.len() <= 1
            && words
                .features
                .iter()
                .all(|feature| feature.figure.is_none());
    if footed && !page.tall() {
        lower.push(page.footer(words.brand.as_ref(), &[]));
    }
    // What follows takes its height from the picture of the first part.
    let taken = lower.len().saturating_sub(1) as f32 * 0.055
        + if footed && !page.tall() { 0.03 } else { 0.0 };
    let hero = hero(
        page,
        words,
        studio,
        centred,
        inner,
        (lower.is_empty(), taken),
    );
    let mut root = page.canvas();
    let body = col()
        .size_box(page.w, page.h)
        .child(top)
        .child(
            col()
                .fill_w()
                .grow(1.0)
                .justify(Place::Center)
                .pad_xy(margin, kit.u(14.0))
                .child(hero),
        )
        .children(lower.into_iter().map(|node| {
            col()
                .fill_w()
                .rigid()
                .pad4(0.0, margin, kit.u(26.0), margin)
                .child(node)
        }));
    let body = words.small.iter().fold(body, |body, word| {
        body.child(
            row()
                .fill_w()
                .rigid()
                .justify(Place::Center)
                .pad4(0.0, margin, kit.u(16.0), margin)
                .child(kit.text(word, Type::Caption).centered()),
        )
    });
    root = page.soft_ground(root);
    root.child(body.at(0.0, 0.0))
}

fn hero(
    page: &Page<'_>,
    words: &Words,
    studio: &Studio<'_>,
    centred: bool,
    inner: f32,
    (alone, taken): (bool, f32),
) -> Node {
    let kit = &page.kit;
    let column = hero_words(page, words, centred, inner);
    let art_h = if alone { page.h * 0.66 } else { page.h * 0.54 };
    if centred {
        if !alone && page.shape == Shape3::Wide {
            let side = page.h * 0.26;
            let art = art(page, studio, side * 1.6, side);
            return col()
                .fill_w()
                .align(Place::Center)
                .gap(kit.u(14.0))
                .child(art)
                .child(column);
        }
        let art = art(
            page,
            studio,
            inner.min(kit.u(860.0)),
            page.h
                * if page.tall() {
                    0.30
                } else {
                    (0.36 - taken).max(0.2)
                },
        );
        return col()
            .fill_w()
            .align(Place::Center)
            .gap(kit.u(30.0))
            .child(column)
            .child(art);
    }
    let art = art(page, studio, inner * 0.43, art_h);
    row()
        .fill_w()
        .justify(Place::Between)
        .gap(kit.u(30.0))
        .child(column)
        .child(art)
}

/// The promise with its buttons.
fn hero_words(page: &Page<'_>, words: &Words, centred: bool, inner: f32) -> Node {
    let kit = &page.kit;
    let text_w = if centred {
        inner.min(kit.u(820.0))
    } else {
        inner * 0.52
    };
    let place = if centred { Place::Center } else { Place::Start };
    let size = kit.u(match (page.tall(), centred, words.under.is_empty()) {
        (true, _, _) => 38.0,
        (false, false, true) => 70.0,
        (false, true, _) => 62.0,
        (false, false, false) => 58.0,
    });
    let align = |node: Node| if centred { node.centered() } else { node };
    let mut column = col().w(text_w).align(place).gap(kit.u(18.0));
    if let Some(kicker) = &words.kicker {
        column = column.child(kit.accent_chip(kicker));
    }
    column = column.child(align(
        kit.text(&words.title, Type::Display)
            .size(size)
            .leading(1.08)
            .max_lines(4)
            .balance(),
    ));
    for word in &words.under {
        column = column.child(align(
            kit.text(word, Type::Body)
                .size(kit.u(19.0))
                .leading(1.45)
                .color(Token::Muted)
                .max_lines(5)
                .balance(),
        ));
    }
    let usual = [kit.say("Get started")];
    let buttons: &[Word] = if words.buttons.is_empty() && kit.filler {
        &usual
    } else {
        &words.buttons
    };
    let mut line = row().gap(kit.u(12.0)).pad4(kit.u(6.0), 0.0, 0.0, 0.0);
    if page.tall() {
        line = col()
            .fill_w()
            .gap(kit.u(12.0))
            .pad4(kit.u(6.0), 0.0, 0.0, 0.0);
    }
    for (i, word) in buttons.iter().enumerate() {
        let push = if i == 0 {
            Push::Primary
        } else {
            Push::Secondary
        };
        line = line.child(kit.button_sized(word, push, None, 52.0));
    }
    if words.fields.is_empty() {
        column = column.child(line);
    } else {
        column = column.child(search_bar(kit, &words.fields, buttons.first(), text_w));
        if buttons.len() > 1 {
            column = column.child(line);
        }
    }
    column
}

/// A bar of fields with a button at its end.
fn search_bar(kit: &Kit<'_>, fields: &[Word], button: Option<&Word>, w: f32) -> Node {
    let h = kit.u(64.0);
    let cells = fields.iter().map(|field| {
        row()
            .grow(1.0)
            .gap(kit.u(10.0))
            .pad_xy(kit.u(8.0), 0.0)
            .child(icon("search", kit.u(18.0)).color(Token::Muted))
            .child(kit.text(field, Type::Body).color(Token::Muted).max_lines(1))
    });
    let bar = row()
        .role("search")
        .w(w)
        .h(h)
        .rigid()
        .gap(kit.u(8.0))
        .pad_xy(kit.u(12.0), 0.0)
        .radius(kit.control_radius(h))
        .fill(Token::Surface)
        .children(cells);
    let bar = kit.float(bar);
    match button {
        Some(word) => bar.child(kit.button_sized(word, Push::Primary, None, 46.0)),
        None => bar,
    }
}

/// What the page shows beside its promise: the thing itself when it can be drawn, else an app window in the abstract.
fn art(page: &Page<'_>, studio: &Studio<'_>, w: f32, h: f32) -> Node {
    let brief = studio.brief;
    let known = subject_object(brief).filter(|_| !mock::is_asked(brief));
    if known.is_none() && page.kit.filler && mock::is_of_program(brief) {
        return mock::window(page, w, h);
    }
    if let Some(name) = known {
        let side = w.min(h) * 0.98;
        let (x, y) = ((w - side) / 2.0, (h - side) / 2.0);
        let tint = |a: f32| Color::from(Token::Accent).alpha(a);
        return stack()
            .role("hero-art")
            .size_box(w, h)
            .rigid()
            .child(
                shape(Shape::Blob {
                    seed: page.variant as u32 + 1,
                })
                .bounds(x, y, side, side)
                .fill(tint(0.16)),
            )
            .child(
                ellipse()
                    .bounds(x + side * 0.14, y + side * 0.14, side * 0.72, side * 0.72)
                    .fill(tint(0.14)),
            )
            .child(object(name).bounds(
                x + side * 0.13,
                y + side * 0.11,
                side * 0.74,
                side * 0.74,
            ));
    }
    photo_art(page, studio, w, h)
}

/// A photograph under two small cards: someone who is pleased, and a figure that rises.
fn photo_art(page: &Page<'_>, studio: &Studio<'_>, w: f32, h: f32) -> Node {
    let kit = &page.kit;
    let (pw, ph) = (w * 0.9, h * 0.92);
    let about = studio.brief.topic.join(" ");
    let photo = kit
        .photo(&about, studio.brief, page.variant, pw, ph)
        .radius(kit.radius().max(kit.u(10.0)));
    let mut node = stack()
        .role("hero-art")
        .size_box(w, h)
        .rigid()
        .child(photo.at(w - pw, 0.0));
    if kit.filler && h > kit.u(220.0) && w > kit.u(300.0) {
        let name = Word::invented(FULL_NAMES[page.variant % FULL_NAMES.len()]);
        let person = row()
            .gap(kit.u(10.0))
            .pad(kit.u(12.0))
            .radius(kit.radius().max(kit.u(8.0)))
            .fill(Token::Surface)
            .child(kit.avatar(&name.text, 40.0))
            .child(
                col()
                    .gap(kit.u(4.0))
                    .child(
                        kit.text(&name, Type::Caption)
                            .weight(600)
                            .color(Token::Ink)
                            .max_lines(1),
                    )
                    .child(kit.stars(5.0, 13.0)),
            );
        node = node.child(kit.float(person).at(0.0, h - kit.u(84.0)));
    }
    node.filler()
}

fn feature_row(page: &Page<'_>, words: &Words, studio: &Studio<'_>, inner: f32) -> Option<Node> {
    let kit = &page.kit;
    let described = studio
        .brief
        .described
        .iter()
        .find(|d| d.kind == Component::Features);
    let mut features = words.features.clone();
    // A page that is as high as wide has room for more than its first screen.
    let roomy = page.shape == Shape3::Square
        && sections::asked(page, studio).is_none()
        && words.quote.is_none();
    if features.is_empty() && (described.is_some() || roomy) && kit.filler {
        let n = described.and_then(|d| d.count).unwrap_or(3).clamp(1, 6) as usize;
        let usual = [
            "Share",
            "Reports",
            "Security",
            "Calendar",
            "Notifications",
            "Team",
        ];
        features = usual
            .iter()
            .take(n)
            .map(|name| {
                let said = SAID.iter().find(|(own, _)| own == name);
                let more = said.filter(|_| kit.tongue.code() == "en");
                Entry {
                    name: Some(kit.say(name)),
                    figure: None,
                    more: more
                        .map(|(_, line)| Word::invented(*line))
                        .into_iter()
                        .collect(),
                }
            })
            .collect();
    }
    if features.is_empty() {
        return None;
    }
    let n = features.len();
    let columns = if page.tall() {
        1
    } else if n <= 4 {
        n
    } else {
        n.div_ceil(2)
    };
    let w = inner / columns as f32;
    // Places to go and things to buy are shown, abilities are marked.
    let counted = features.iter().any(|f| {
        f.figure.as_ref().is_some_and(|figure| {
            crate::components::ui::Form::of(&figure.text) == crate::components::ui::Form::Number
        })
    });
    let pictured = !page.tall()
        && !counted
        && studio
            .brief
            .lists
            .iter()
            .any(|list| list.items.len() > 1 && page.kit.shows(&list.kind))
        || !page.tall() && are_things(&features);
    let cells = features.iter().enumerate().map(|(i, entry)| {
        if pictured {
            pictured_feature(page, studio, entry, i, w)
        } else {
            feature(page, entry, i, w)
        }
    });
    let mut node = grid(columns)
        .role("features")
        .fill_w()
        .gap(kit.u(if page.tall() { 12.0 } else { 20.0 }))
        .children(cells);
    if let Some(section) = &words.section {
        node = col()
            .fill_w()
            .gap(kit.u(16.0))
            .child(kit.text(section, Type::Title))
            .child(node);
    }
    Some(node)
}

/// Whether most features name things that can be drawn and have a price.
fn are_things(features: &[Entry]) -> bool {
    let known = features
        .iter()
        .filter(|f| {
            let name = f.name.as_ref().map_or("", |name| name.text.as_str());
            f.figure.is_some() && crate::components::ui::picture::known_object(name).is_some()
        })
        .count();
    known * 2 > features.len()
}

/// A photograph over the name of a feature that can be shown.
fn pictured_feature(page: &Page<'_>, studio: &Studio<'_>, entry: &Entry, n: usize, w: f32) -> Node {
    let kit = &page.kit;
    let blank = Word::default();
    let name = entry
        .name
        .as_ref()
        .or(entry.figure.as_ref())
        .unwrap_or(&blank);
    let w = w - kit.u(20.0);
    let h = (page.h * 0.22).min(w * 0.62);
    let mut words = col()
        .fill_w()
        .gap(kit.u(2.0))
        .pad_xy(kit.u(16.0), kit.u(12.0));
    words = words.child(kit.text(name, Type::Heading).max_lines(2));
    for word in entry
        .figure
        .iter()
        .filter(|_| entry.name.is_some())
        .chain(&entry.more)
    {
        words = words.child(kit.text(word, Type::Caption).max_lines(2));
    }
    kit.surface(col().role("feature").fill_w().clip())
        .child(
            kit.photo(&name.text, studio.brief, n + page.variant, w, h)
                .fill_w(),
        )
        .child(words)
}

fn feature(page: &Page<'_>, entry: &Entry, n: usize, w: f32) -> Node {
    let kit = &page.kit;
    let blank = Word::default();
    let name = entry.name.as_ref().unwrap_or(&blank);
    let flat = page.tall() || w < kit.u(230.0);
    let mut words = col().grow(1.0).gap(kit.u(4.0));
    if let Some(figure) = &entry.figure {
        words = words.child(kit.figure(figure, Type::Title).color(Token::AccentText));
    }
    words = words.child(kit.text(name, Type::Heading).max_lines(3));
    for more in &entry.more {
        words = words.child(kit.text(more, Type::Caption).max_lines(4));
    }
    let mark = kit.icon_tile(
        &icon_for(
            &name.text,
            ["sparkles", "zap", "shield-check", "layers"][n % 4],
        ),
        46.0,
        n,
    );
    let card = kit.surface(
        row()
            .role("feature")
            .fill_w()
            .fill_h()
            .pad(kit.u(18.0))
            .gap(kit.u(16.0)),
    );
    if flat && !page.tall() {
        let mut card = card;
        card.layout.flow = plantain_scene::node::Flow::Column;
        card.layout.align = Some(Place::Start);
        return card.child(mark).child(words);
    }
    card.child(mark).child(words)
}

fn quote_card(page: &Page<'_>, words: &Words) -> Option<Node> {
    let kit = &page.kit;
    let (quote, by) = words.quote.as_ref()?;
    let mut text = col()
        .grow(1.0)
        .gap(kit.u(6.0))
        .child(kit.text(quote, Type::Heading).leading(1.4).max_lines(4));
    if let Some(by) = by {
        text = text.child(kit.text(by, Type::Caption));
    }
    let name = by.as_ref().map_or("Maya", |by| by.text.as_str());
    Some(
        kit.surface(
            row()
                .role("testimonial")
                .fill_w()
                .pad(kit.u(20.0))
                .gap(kit.u(18.0)),
        )
        .child(kit.avatar(name, 54.0))
        .child(text)
        .child(spacer().grow(0.0)),
    )
}
