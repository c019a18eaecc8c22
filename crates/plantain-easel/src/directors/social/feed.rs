//! A post as it stands in a feed: who wrote it, what it says, what is counted below.

use plantain_read::Role;
use plantain_scene::build::*;
use plantain_scene::color::{Color, Token};
use plantain_scene::node::{Align, FontRole, Node, Place};

use crate::components::print::{Archetype, Page, Tone, Zone};
use crate::components::typeset::Part;
use crate::components::ui::Kit;
use crate::components::wording::Line;

/// Letters up to which a post is set large.
const SHORT_MAX: usize = 70;

/// A card on a ground of colour.
pub(super) const POST: Archetype = Archetype {
    name: "post on a card",
    reason: "The post stands on a card as it does in a feed: who, what, and what is counted.",
    suits: |page| asked(page, 3.0),
    build: |page| {
        let ground = page.pick_tone(&[Tone::Soft, Tone::Accent, Tone::Canvas]);
        let outer = page.full.inset_xy(page.full.w * 0.075, page.margin);
        let pad = outer.w.min(page.full.h) * 0.062;
        let (nodes, high) = post(
            page,
            outer.w - 2.0 * pad,
            outer.h - 2.0 * pad,
            Tone::Surface,
        );
        let card = Zone::new(
            outer.x,
            outer.y + (outer.h - high - 2.0 * pad) * 0.5,
            outer.w,
            high + 2.0 * pad,
        );
        let shade = Color::Token(Token::Ink, 0.18);
        page.root(ground)
            .child(
                card.hold(rect())
                    .fill(Token::Surface)
                    .radius(pad * 0.7)
                    .shadow(pad * 0.2, pad * 0.9, shade)
                    .role("card"),
            )
            .child(
                Zone::new(card.x + pad, card.y + pad, card.w - 2.0 * pad, high)
                    .hold(stack())
                    .children(nodes),
            )
    },
};

/// The post itself fills the picture.
pub(super) const POST_WHOLE: Archetype = Archetype {
    name: "post over the page",
    reason: "The post fills the page, its words as large as they may be.",
    suits: |page| asked(page, 2.9),
    build: |page| {
        let zone = page.full.inset(page.margin * 1.25);
        let (nodes, high) = post(page, zone.w, zone.h, Tone::Canvas);
        let y = zone.y + (zone.h - high) * 0.5;
        page.root(Tone::Canvas).child(
            Zone::new(zone.x, y, zone.w, high)
                .hold(stack())
                .children(nodes),
        )
    },
};

/// How well a plan suits: `points` where a post of a feed is asked for.
fn asked(page: &Page<'_>, points: f32) -> f32 {
    if page.studio.brief.feed_post {
        points
    } else {
        0.0
    }
}

/// The texts of the brief with one of these roles.
fn lines(page: &Page<'_>, roles: &[Role]) -> Vec<Line> {
    let literals = page.studio.brief.literals.iter();
    literals
        .filter(|l| roles.contains(&l.role))
        .map(|l| Line::asked(l.text.clone(), l.role))
        .collect()
}

/// The parts of a post from the top of a box of this size, and the height that they take.
fn post(page: &Page<'_>, w: f32, h: f32, tone: Tone) -> (Vec<Node>, f32) {
    let inks = page.inks(tone);
    let unit = w.min(page.full.h) / 10.0;
    let gap = unit * 0.42;
    let (head, foot) = (unit * 1.15, unit * 0.62);
    let dated = lines(page, &[Role::Date, Role::Time]);
    let small = if dated.is_empty() { 0.0 } else { unit * 0.6 };
    let buttons = lines(page, &[Role::Button]);
    let acts = if buttons.is_empty() {
        0.0
    } else {
        unit * 0.95 + gap
    };
    let fixed = head + gap + small + gap * 2.0 + foot + acts;
    // A word of the post is no picture in it.
    let pictured = !page.art.is_empty() && shows(page);
    let art = if pictured {
        ((h - fixed) * 0.56).min(w * 0.75)
    } else {
        0.0
    };
    let room = h - fixed - if pictured { art + gap } else { 0.0 };
    let top = Zone::new(0.0, 0.0, w, head).hold(stack());
    let mut nodes = vec![top.children(header(page, w, head, tone))];
    let mut y = head + gap;
    let short = lines(page, &[Role::Quote])
        .iter()
        .all(|l| l.len() <= SHORT_MAX);
    let most = unit
        * if pictured {
            0.46
        } else if short {
            0.96
        } else {
            0.7
        };
    let said = page.block(
        &said(page, inks.ink),
        Zone::new(0.0, y, w, room.max(unit)),
        Align::Start,
        (15.0, most),
    );
    nodes.push(said.node.at(0.0, y));
    y += said.height + gap;
    if pictured {
        let frame = Zone::new(0.0, y, w, art);
        let soft = page.inks(Tone::Soft).ground;
        nodes.push(
            frame
                .hold(rect())
                .fill(soft)
                .radius(unit * 0.3)
                .role("picture"),
        );
        nodes.extend(page.art.arrange(frame.inset(art * 0.1), &page.theme.manner));
        y += art + gap;
    }
    nodes.extend(acting(
        page,
        &buttons,
        Zone::new(0.0, y, w, unit * 0.95),
        tone,
    ));
    y += acts;
    if !dated.is_empty() {
        let texts = dated
            .iter()
            .map(|l| small_text(&l.text, unit * 0.34, inks.quiet));
        nodes.push(
            row()
                .gap(unit * 0.25)
                .children(texts)
                .bounds(0.0, y, w, small),
        );
        y += small;
    }
    nodes.push(
        Zone::new(0.0, y, w, 1.5)
            .hold(rect())
            .fill(inks.line)
            .role("rule"),
    );
    y += gap;
    nodes.push(counts(page, w, foot, tone).bounds(0.0, y, w, foot));
    (nodes, y + foot)
}

/// Whether the prompt asks for a picture in the post.
fn shows(page: &Page<'_>) -> bool {
    let brief = page.studio.brief;
    let asked = |d: &plantain_read::Described| {
        matches!(
            d.kind,
            plantain_read::Component::Photo | plantain_read::Component::QrCode
        )
    };
    brief.objects.iter().any(|o| !o.absent) || brief.described.iter().any(asked)
}

/// What is said as parts: the first leads.
fn said(page: &Page<'_>, ink: Color) -> Vec<Part> {
    page_said(page)
        .iter()
        .enumerate()
        .map(|(i, line)| {
            let (weight, scale) = if i == 0 { (500, 1.0) } else { (400, 0.7) };
            Part::text(line, "quote")
                .font(FontRole::Body, weight)
                .scale(scale, 15.0, 96.0)
                .color(ink)
                .leading(1.3)
        })
        .collect()
}

/// Buttons side by side in a strip, the first filled.
fn acting(page: &Page<'_>, buttons: &[Line], strip: Zone, tone: Tone) -> Vec<Node> {
    let inks = page.inks(tone);
    let gap = strip.h * 0.4;
    let n = buttons.len().max(2) as f32;
    let wide = (strip.w - gap * (n - 1.0)) / n;
    let mut nodes = Vec::new();
    for (i, line) in buttons.iter().enumerate() {
        let cell = Zone::new(strip.x + (wide + gap) * i as f32, strip.y, wide, strip.h);
        let fill = if i == 0 { inks.bold } else { inks.line };
        let ink = plantain_scene::theme::ink_on(page.theme.resolve(fill));
        let part = Part::text(line, "button")
            .font(FontRole::Body, 600)
            .color(ink)
            .lines(1);
        let inner = cell.inset_xy(cell.h * 0.3, cell.h * 0.22);
        nodes.push(
            cell.hold(rect())
                .fill(fill)
                .radius(cell.h * 0.5)
                .role("button-face"),
        );
        nodes.push(
            page.set_sized(&[part], inner, Align::Center, 0.5, (13.0, cell.h * 0.42))
                .0,
        );
    }
    nodes
}

/// What the post says, and lines that have no other place.
fn page_said(page: &Page<'_>) -> Vec<Line> {
    let mut said = lines(page, &[Role::Quote]);
    let placed = [
        Role::Quote,
        Role::Person,
        Role::Contact,
        Role::Caption,
        Role::Value,
        Role::Date,
        Role::Time,
        Role::Button,
    ];
    let literals = page.studio.brief.literals.iter();
    said.extend(
        literals
            .filter(|l| !placed.contains(&l.role))
            .map(|l| Line::asked(l.text.clone(), l.role)),
    );
    said
}

fn small_text(shown: &str, size: f32, ink: Color) -> Node {
    text(shown)
        .role("caption")
        .literal(true)
        .size(size.max(13.0))
        .shrink(12.0)
        .color(ink)
}

/// Portrait, name, handle, what somebody is.
fn header(page: &Page<'_>, w: f32, h: f32, tone: Tone) -> Vec<Node> {
    let inks = page.inks(tone);
    let kit = Kit::new(page.studio, page.theme, 1.0);
    let names = lines(page, &[Role::Person]);
    let below = lines(page, &[Role::Contact, Role::Caption]);
    let known = names
        .iter()
        .chain(&below)
        .next()
        .map_or("A", |l| l.text.as_str());
    let portrait = Zone::new(0.0, 0.0, h, h)
        .hold(row().center())
        .child(kit.avatar(known, h));
    let mut parts: Vec<Part> = names
        .iter()
        .map(|l| {
            Part::text(l, "person")
                .scale(1.0, 14.0, 90.0)
                .font(FontRole::Body, 700)
                .color(inks.ink)
                .lines(1)
        })
        .collect();
    parts.extend(below.iter().map(|l| {
        Part::text(l, "handle")
            .font(FontRole::Body, 400)
            .scale(if names.is_empty() { 1.0 } else { 0.8 }, 12.0, 60.0)
            .color(inks.quiet)
            .gap(0.2)
            .lines(1)
    }));
    let x = h * 1.26;
    let zone = Zone::new(x, 0.0, w - x - h * 0.6, h);
    let words = page
        .set_sized(&parts, zone, Align::Start, 0.5, (13.0, h * 0.42))
        .0;
    let more = Zone::new(w - h * 0.42, h * 0.1, h * 0.42, h * 0.42)
        .hold(icon("ellipsis", h * 0.42))
        .color(inks.quiet)
        .role("more");
    vec![portrait, words, more]
}

/// The icon of what is counted.
fn counted(text: &str) -> &'static str {
    const ICONS: &[(&[&str], &str)] = &[
        (&["retweet", "repost", "boost"], "repeat"),
        (&["comment", "repl"], "message-circle"),
        (&["share"], "share-2"),
        (&["view"], "eye"),
        (&["bookmark"], "bookmark"),
        (&["quote"], "quote"),
        (&["reaction", "upvote", "point"], "thumbs-up"),
    ];
    let lower = text.to_lowercase();
    let found = ICONS
        .iter()
        .find(|(words, _)| words.iter().any(|w| lower.contains(w)));
    found.map_or("heart", |(_, name)| name)
}

/// What is counted, each behind its sign; without counts the signs alone.
fn counts(page: &Page<'_>, w: f32, h: f32, tone: Tone) -> Node {
    let inks = page.inks(tone);
    let told = lines(page, &[Role::Value]);
    let sign = |name: &str, hot: bool| {
        icon(name, h * 0.66)
            .color(if hot { inks.bold } else { inks.quiet })
            .icon_stroke(1.8)
    };
    if told.is_empty() {
        let signs = ["message-circle", "repeat", "heart", "share-2"];
        return row()
            .align(Place::Center)
            .gap((w - h * 4.0).max(h) / 3.0)
            .children(signs.map(|name| sign(name, name == "heart")));
    }
    let letters: usize = told.iter().map(|l| l.text.chars().count() + 4).sum();
    let size = (h * 0.58).min(w / (letters as f32 * 0.6));
    row()
        .align(Place::Center)
        .gap(h * 0.7)
        .children(told.iter().map(|line| {
            let name = counted(&line.text);
            row()
                .align(Place::Center)
                .gap(h * 0.22)
                .child(sign(name, name == "heart" || name == "thumbs-up"))
                .child(small_text(&line.text, size, inks.ink).weight(600))
        }))
}
