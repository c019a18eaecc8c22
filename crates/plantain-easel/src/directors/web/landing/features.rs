//! What a page promises, as cards: marked, or shown where it is a thing.

use plantain_read::Component;
use plantain_scene::build::{col, grid, icon, rect, row};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::super::{Page, Shape3};
use super::Words;
use crate::components::ui::picture::icon_for;
use crate::components::ui::{Entry, Type, Word};
use crate::studio::Studio;

/// What a feature that is made up does, in English.
pub(super) const SAID: &[(&str, &str)] = &[
    ("Share", "Send a link, work on it together."),
    ("Reports", "See every week what changed."),
    ("Security", "Encrypted, backed up, yours."),
    ("Calendar", "Dates stay where you need them."),
    ("Notifications", "Only what matters, when it matters."),
    ("Team", "Everyone knows what comes next."),
];

pub(super) fn feature_row(
    page: &Page<'_>,
    words: &Words,
    studio: &Studio<'_>,
    inner: f32,
) -> Option<Node> {
    let kit = &page.kit;
    let described = studio
        .brief
        .described
        .iter()
        .find(|d| d.kind == Component::Features);
    let mut features = words.features.clone();
    // A page that is as high as wide has room for more than its first screen.
    let roomy = page.shape == Shape3::Square
        && super::sections::asked(page, studio).is_none()
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
    let style = (page.variant / 2) % 3;
    let short = features
        .iter()
        .all(|f| f.figure.is_none() && f.more.len() <= 1);
    let mut node = if page.tall() || pictured || !short || n > 4 || style == 0 {
        grid(columns)
            .role("features")
            .fill_w()
            .gap(kit.u(if page.tall() { 12.0 } else { 20.0 }))
            .children(cells)
    } else if style == 1 {
        open_columns(page, &features)
    } else {
        strip(page, &features)
    };
    if let Some(section) = &words.section {
        node = col()
            .fill_w()
            .gap(kit.u(16.0))
            .child(kit.text(section, Type::Title))
            .child(node);
    }
    Some(node)
}

/// Abilities without cards: a sign over each, lines between them.
fn open_columns(page: &Page<'_>, features: &[Entry]) -> Node {
    let kit = &page.kit;
    let mut line = row().role("features").fill_w().align(Place::Stretch);
    for (n, entry) in features.iter().enumerate() {
        if n > 0 {
            line = line.child(rect().w(1.0).rigid().fill(Token::Line));
        }
        let (ink, _) = kit.hue(n);
        let sign = icon(sign_of(entry, n), kit.u(30.0))
            .color(ink)
            .icon_stroke(1.8);
        let cell = col()
            .role("feature")
            .grow(1.0)
            .pad_xy(kit.u(22.0), kit.u(10.0))
            .gap(kit.u(10.0))
            .child(sign);
        line = line.child(words_of(page, cell, entry));
    }
    line
}

/// Abilities in one band in the accent, their signs in light discs.
fn strip(page: &Page<'_>, features: &[Entry]) -> Node {
    let kit = &page.kit;
    let cells = features.iter().enumerate().map(|(n, entry)| {
        let d = kit.u(48.0);
        let sign = row()
            .size_box(d, d)
            .rigid()
            .center()
            .radius(d / 2.0)
            .fill(Token::Accent)
            .child(icon(sign_of(entry, n), d * 0.46).color(Token::AccentInk));
        let words = words_of(page, col().grow(1.0).gap(kit.u(4.0)), entry);
        row()
            .role("feature")
            .grow(1.0)
            .gap(kit.u(14.0))
            .child(sign)
            .child(words)
    });
    row()
        .role("features")
        .fill_w()
        .gap(kit.u(24.0))
        .pad_xy(kit.u(26.0), kit.u(22.0))
        .radius(kit.radius().max(kit.u(10.0)))
        .fill(Token::AccentSoft)
        .children(cells)
}

/// The name of a feature and what is said of it.
fn words_of(page: &Page<'_>, cell: Node, entry: &Entry) -> Node {
    let kit = &page.kit;
    let blank = Word::default();
    let name = entry.name.as_ref().unwrap_or(&blank);
    let cell = cell.child(kit.text(name, Type::Heading).max_lines(3));
    entry.more.iter().fold(cell, |cell, more| {
        cell.child(kit.text(more, Type::Caption).max_lines(4))
    })
}

fn sign_of(entry: &Entry, n: usize) -> String {
    let name = entry.name.as_ref().map_or("", |name| name.text.as_str());
    icon_for(name, ["sparkles", "zap", "shield-check", "layers"][n % 4])
}

/// Whether most features name things that can be drawn and have a price.
pub(super) fn are_things(features: &[Entry]) -> bool {
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
pub(super) fn pictured_feature(
    page: &Page<'_>,
    studio: &Studio<'_>,
    entry: &Entry,
    n: usize,
    w: f32,
) -> Node {
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

pub(super) fn feature(page: &Page<'_>, entry: &Entry, n: usize, w: f32) -> Node {
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
    let mark = kit.icon_tile(&sign_of(entry, n), 46.0, n);
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
