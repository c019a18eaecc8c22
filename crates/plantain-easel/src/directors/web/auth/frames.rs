//! Where the form stands: on a card, under a panel, or beside one.

use plantain_scene::build::{col, ellipse, icon, row, shape, stack};
use plantain_scene::node::{Place, Shape};
use plantain_scene::{Color, Node, Token};

use super::{Words, form};
use crate::components::ui::picture::known_object;
use crate::components::ui::{Type, Word};
use crate::directors::web::Page;
use crate::studio::Studio;

fn form_width(page: &Page<'_>) -> f32 {
    page.kit.u(400.0).min(page.w * 0.84)
}

pub(super) fn centred(page: &Page<'_>, words: &Words) -> Node {
    let kit = &page.kit;
    let card = kit.float(
        col()
            .role("card")
            .w(form_width(page) + kit.u(72.0))
            .pad(kit.u(36.0))
            .radius(kit.radius().max(kit.u(4.0)))
            .fill(Token::Surface),
    );
    let card = kit.edge(card).child(form(page, words, page.even()));
    page.soft_ground(page.canvas().justify(Place::Center).align(Place::Center))
        .child(card)
}

pub(super) fn full(page: &Page<'_>, words: &Words) -> Node {
    let kit = &page.kit;
    let side = page.margin();
    let mut root = page.canvas().fill(Token::Canvas);
    let h = page.h * 0.36;
    root = root.child(panel_art(page, page.w, h).at(0.0, 0.0));
    let sheet = col()
        .bounds(0.0, h - kit.u(28.0), page.w, page.h - h + kit.u(28.0))
        .fill(Token::Canvas)
        .pad4(kit.u(30.0), side, kit.u(24.0), side)
        .child(form(page, words, false));
    let mut sheet = sheet;
    let r = kit.radius().max(kit.u(4.0));
    sheet.style.corners = Some([r, r, 0.0, 0.0]);
    root.child(sheet)
}

pub(super) fn split(page: &Page<'_>, studio: &Studio<'_>, words: &Words, left: bool) -> Node {
    let panel_w = page.w * 0.46;
    let art = match illustration(studio) {
        Some(shown) => match known_object(&shown) {
            // A thing that can be drawn stands alone on the panel.
            Some(thing) => thing_art(thing, panel_w, page.h),
            None => page.kit.scenery(&shown, 0, panel_w, page.h),
        },
        None => panel_art(page, panel_w, page.h),
    };
    let art = match &words.quote {
        Some((said, by)) => quoted(page, art, panel_w, said.as_ref(), by.as_ref()),
        None => art,
    };
    let side = col()
        .grow(1.0)
        .fill_h()
        .center()
        .fill(Token::Canvas)
        .child(col().w(form_width(page)).child(form(page, words, false)));
    let node = row()
        .role("page")
        .size_box(page.w, page.h)
        .align(Place::Stretch);
    if left {
        node.child(art).child(side)
    } else {
        node.child(side).child(art)
    }
}

/// A panel in the accent's tint with one thing on it.
fn thing_art(thing: String, w: f32, h: f32) -> Node {
    let side = w.min(h) * 0.62;
    let (x, y) = ((w - side) / 2.0, (h - side) / 2.0);
    stack()
        .role("panel")
        .size_box(w, h)
        .rigid()
        .clip()
        .fill(Token::AccentSoft)
        .child(
            ellipse()
                .bounds(x - side * 0.16, y - side * 0.16, side * 1.32, side * 1.32)
                .fill(Color::from(Token::Accent).alpha(0.12)),
        )
        .child(plantain_scene::build::object(thing).bounds(x, y, side, side))
}

/// What the prompt wants to be seen beside the form.
fn illustration(studio: &Studio<'_>) -> Option<String> {
    let heard = studio.brief.heard();
    let asked = ["illustration", "photo", "picture", "image"]
        .iter()
        .find_map(|word| Some(heard.find(word)? + word.len()))?;
    let behind: String = heard[asked..]
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .split([',', '.', ';', '\n'])
        .next()?
        .to_owned();
    behind.strip_prefix("of ").map(str::to_owned)
}

/// The panel with what someone says of the service on it.
fn quoted(page: &Page<'_>, art: Node, w: f32, said: Option<&Word>, by: Option<&Word>) -> Node {
    let kit = &page.kit;
    let pad = kit.u(36.0);
    let mut words = col()
        .role("testimonial")
        .w(w - 2.0 * pad)
        .gap(kit.u(16.0))
        .pad(kit.u(24.0))
        .radius(kit.radius())
        .fill(Token::Surface)
        .child(kit.stars(5.0, 18.0));
    if let Some(said) = said {
        words = words.child(kit.text(said, Type::Title).leading(1.3).max_lines(6));
    }
    if let Some(by) = by {
        words = words.child(
            row()
                .gap(kit.u(12.0))
                .child(kit.avatar(&by.text, 44.0))
                .child(kit.text(by, Type::Strong).max_lines(1)),
        );
    }
    stack()
        .size_box(w, page.h)
        .rigid()
        .child(art.at(0.0, 0.0))
        .child(
            col()
                .bounds(pad, 0.0, w - 2.0 * pad, page.h - pad * 1.4)
                .justify(Place::End)
                .child(kit.float(words)),
        )
}

/// A coloured panel with large overlapping forms, without words.
fn panel_art(page: &Page<'_>, w: f32, h: f32) -> Node {
    let kit = &page.kit;
    let theme = kit.theme;
    let d = w.max(h);
    let pale = Color::from(theme.token(Token::AccentInk));
    let node = stack()
        .role("panel")
        .size_box(w, h)
        .rigid()
        .clip()
        .gradient(150.0, Token::Accent, kit.accent_deep());
    match page.variant % 4 {
        0 => node
            .child(
                ellipse()
                    .bounds(-d * 0.18, h - d * 0.42, d * 0.62, d * 0.62)
                    .fill(pale.alpha(0.12)),
            )
            .child(
                ellipse()
                    .bounds(w - d * 0.40, -d * 0.16, d * 0.56, d * 0.56)
                    .fill(pale.alpha(0.10)),
            )
            .child(
                shape(Shape::Ring {
                    from: 0.0,
                    to: 360.0,
                    hole: 0.72,
                })
                .bounds(w * 0.5 - d * 0.17, h * 0.5 - d * 0.17, d * 0.34, d * 0.34)
                .fill(pale.alpha(0.22)),
            ),
        1 => (0..4)
            .fold(node, |node, i| {
                let r = d * (0.30 + 0.20 * i as f32);
                node.child(
                    ellipse()
                        .bounds(w * 0.85 - r, h * 0.9 - r, r * 2.0, r * 2.0)
                        .stroke(pale.alpha(0.26), 2.0),
                )
            })
            .child(
                ellipse()
                    .bounds(w * 0.85 - d * 0.16, h * 0.9 - d * 0.16, d * 0.32, d * 0.32)
                    .fill(pale.alpha(0.24)),
            ),
        2 => node
            .child(
                shape(Shape::Wave)
                    .bounds(-w * 0.1, h * 0.58, w * 1.2, h * 0.22)
                    .fill(pale.alpha(0.12)),
            )
            .child(
                shape(Shape::Wave)
                    .bounds(-w * 0.3, h * 0.68, w * 1.5, h * 0.34)
                    .fill(pale.alpha(0.14)),
            )
            .child(
                ellipse()
                    .bounds(w * 0.60, h * 0.16, w.min(h) * 0.22, w.min(h) * 0.22)
                    .fill(pale.alpha(0.28)),
            ),
        _ => node
            .child(
                shape(Shape::Blob { seed: 4 })
                    .bounds(w * 0.1, h * 0.14, w * 0.8, w * 0.8)
                    .fill(pale.alpha(0.13)),
            )
            .child(
                shape(Shape::Blob { seed: 9 })
                    .bounds(w * 0.34, h * 0.42, w * 0.7, w * 0.7)
                    .fill(pale.alpha(0.13)),
            ),
    }
    .child(
        icon("sparkle", w.min(h) * 0.07)
            .at(w * 0.10, h * 0.12)
            .color(pale.alpha(0.8)),
    )
}
