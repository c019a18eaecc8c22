//! Landing pages: header, hero, features, a quote, prices.

mod features;
mod hero;
mod mock;
mod sections;

use plantain_read::{Component, Role};
use plantain_scene::Node;
use plantain_scene::build::{col, row, spacer};
use plantain_scene::node::Place;

use super::kinds::Kind;
use super::{ACCENTS, CUSTOM, Page, Shape3};
use crate::components::ui::accents::themes;
use crate::components::ui::sample::FULL_NAMES;
use crate::components::ui::{Entry, Kit, Supply, Type, Word};
use crate::studio::{Draft, Studio};
use features::feature_row;
use hero::hero;

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
    let start = studio.rng("layout").below(8);
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
