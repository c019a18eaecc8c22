//! Packages drawn from plain forms: a jar, bottle, pouch, tube, can or box with a printed label, for products that the
//! illustration set lacks.

use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba, Token};
use plantain_scene::node::{Align, FontRole, Node, Paint};

use super::{Page, Zone, inks_on};
use crate::components::typeset::{Part, TEXT_MIN};
use crate::components::wording::Line;

/// The form of a package.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Jar,
    Bottle,
    Pouch,
    Can,
    Box,
    Tube,
}

/// Returns the form that these words suggest.
pub fn form(words: &[&str]) -> Option<Form> {
    const FORMS: &[(&[&str], Form)] = &[
        (
            &[
                "jar",
                "honey",
                "jam",
                "cream",
                "ghee",
                "butter",
                "candle",
                "marmalade",
                "peanut",
                "pickle",
                "mask",
                "supplement",
                "vitamin",
                "vitamins",
            ],
            Form::Jar,
        ),
        (
            &[
                "bottle",
                "oil",
                "shampoo",
                "wine",
                "juice",
                "water",
                "serum",
                "perfume",
                "soap",
                "detergent",
                "sauce",
                "syrup",
                "lotion",
                "milk",
                "gin",
                "whisky",
                "conditioner",
                "beer",
            ],
            Form::Bottle,
        ),
        (
            &[
                "coffee", "chips", "crisps", "tea", "granola", "snack", "snacks", "flour", "rice",
                "bag", "nuts", "seeds",
            ],
            Form::Pouch,
        ),
        (
            &[
                "can",
                "soda",
                "cola",
                "energy",
                "tuna",
                "beans",
                "sparkling",
            ],
            Form::Can,
        ),
        (
            &["tube", "toothpaste", "sunscreen", "gel", "balm"],
            Form::Tube,
        ),
        (
            &[
                "box",
                "cereal",
                "chocolate",
                "formula",
                "tablets",
                "medicine",
                "gift",
                "cosmetics",
                "skincare",
                "product",
            ],
            Form::Box,
        ),
    ];
    words.iter().find_map(|word| {
        FORMS
            .iter()
            .find(|(keys, _)| keys.contains(word))
            .map(|(_, form)| *form)
    })
}

/// Draws a package that stands on the foot of the zone, in `color`, with a label that carries the lines.
pub fn package(page: &Page<'_>, zone: Zone, form: Form, color: Rgba, lines: &[&Line]) -> Node {
    let ratio = match form {
        Form::Jar => 0.86,
        Form::Bottle => 0.4,
        Form::Pouch => 0.68,
        Form::Can => 0.54,
        Form::Box => 0.66,
        Form::Tube => 0.4,
    };
    let h = zone.h.min(zone.w / ratio);
    let w = h * ratio;
    let body = Zone::new(zone.x + (zone.w - w) * 0.5, zone.bottom() - h, w, h);
    let (outline, cap, label) = outline(form, w, h);
    let lid = color.mix(Rgba::BLACK, 0.55);
    let mut root = body.hold(stack()).role("package");
    root = root.child(
        path(outline, w, h)
            .bounds(0.0, 0.0, w, h)
            .fill(side_light(color)),
    );
    if let Some(cap) = cap {
        root = root.child(cap.hold(rect()).fill(side_light(lid)).radius(w * 0.03));
    }
    root = root.child(
        label
            .hold(rect())
            .fill(side_light(Rgba::hex(0xfbf9f4).mix(color, 0.06)))
            .radius(w * 0.015),
    );
    root.child(print(page, label, lines))
        .child(shine(form, w, h))
}

/// Returns the outline's path, the cap and the label's place.
fn outline(form: Form, w: f32, h: f32) -> (String, Option<Zone>, Zone) {
    let rounded = |x: f32, y: f32, a: f32, b: f32, r: f32| {
        format!(
            "M{:.1} {y:.1} H{:.1} Q{:.1} {y:.1} {:.1} {:.1} V{:.1} Q{:.1} {:.1} {:.1} {:.1} H{:.1} Q{x:.1} {:.1} {x:.1} {:.1} V{:.1} Q{x:.1} {y:.1} {:.1} {y:.1} Z",
            x + r,
            x + a - r,
            x + a,
            x + a,
            y + r,
            y + b - r,
            x + a,
            y + b,
            x + a - r,
            y + b,
            x + r,
            y + b,
            y + b - r,
            y + r,
            x + r
        )
    };
    match form {
        Form::Jar => (
            rounded(0.0, h * 0.16, w, h * 0.84, w * 0.1),
            Some(Zone::new(w * 0.06, 0.0, w * 0.88, h * 0.19)),
            Zone::new(0.0, h * 0.36, w, h * 0.46),
        ),
        Form::Bottle => {
            let d = format!(
                "M{a:.1} {t:.1} H{b:.1} V{n:.1} C{b:.1} {s:.1} {w:.1} {s:.1} {w:.1} {m:.1} V{e:.1} Q{w:.1} {h:.1} {f:.1} {h:.1} H{g:.1} Q0 {h:.1} 0 {e:.1} V{m:.1} C0 {s:.1} {a:.1} {s:.1} {a:.1} {n:.1} Z",
                a = w * 0.33,
                b = w * 0.67,
                t = h * 0.1,
                n = h * 0.2,
                s = h * 0.27,
                m = h * 0.37,
                e = h - w * 0.1,
                f = w * 0.9,
                g = w * 0.1
            );
            (
                d,
                Some(Zone::new(w * 0.3, 0.0, w * 0.4, h * 0.115)),
                Zone::new(0.0, h * 0.46, w, h * 0.4),
            )
        }
        Form::Pouch => {
            let d = format!(
                "M{a:.1} 0 H{b:.1} L{w:.1} {s:.1} V{e:.1} Q{w:.1} {h:.1} {f:.1} {h:.1} H{g:.1} Q0 {h:.1} 0 {e:.1} V{s:.1} Z",
                a = w * 0.04,
                b = w * 0.96,
                s = h * 0.12,
                e = h * 0.95,
                f = w * 0.93,
                g = w * 0.07
            );
            (
                d,
                Some(Zone::new(w * 0.04, 0.0, w * 0.92, h * 0.05)),
                Zone::new(w * 0.13, h * 0.26, w * 0.74, h * 0.5),
            )
        }
        Form::Can => (
            rounded(0.0, 0.0, w, h, w * 0.12),
            Some(Zone::new(w * 0.07, 0.0, w * 0.86, h * 0.045)),
            Zone::new(0.0, h * 0.22, w, h * 0.56),
        ),
        Form::Box => (
            format!("M0 0 H{w:.1} V{h:.1} H0 Z"),
            None,
            Zone::new(w * 0.12, h * 0.14, w * 0.76, h * 0.62),
        ),
        Form::Tube => {
            let d = format!(
                "M0 0 H{w:.1} L{b:.1} {e:.1} H{a:.1} Z",
                a = w * 0.14,
                b = w * 0.86,
                e = h * 0.86
            );
            (
                d,
                Some(Zone::new(w * 0.2, h * 0.85, w * 0.6, h * 0.15)),
                Zone::new(w * 0.14, h * 0.2, w * 0.72, h * 0.5),
            )
        }
    }
}

/// A cylinder's shading: darker at the sides, lit from the left.
fn side_light(color: Rgba) -> Paint {
    let dark = |t: f32| Color::from(color.mix(Rgba::BLACK, t));
    Paint::Linear {
        angle: 90.0,
        stops: vec![
            (0.0, dark(0.22)),
            (0.16, color.mix(Rgba::WHITE, 0.1).into()),
            (0.5, color.into()),
            (0.82, dark(0.1)),
            (1.0, dark(0.34)),
        ],
    }
}

fn shine(form: Form, w: f32, h: f32) -> Node {
    let top = if form == Form::Bottle {
        h * 0.4
    } else {
        h * 0.2
    };
    rect()
        .bounds(w * 0.1, top, w * 0.05, h * 0.92 - top)
        .radius(w * 0.03)
        .fill(Color::Fixed(Rgba::WHITE).alpha(0.22))
        .role("shine")
}

/// The words on the label: the first large, the rest below.
fn print(page: &Page<'_>, label: Zone, lines: &[&Line]) -> Node {
    let inks = inks_on(page.studio, page.theme, Rgba::hex(0xfbf9f4));
    let parts: Vec<Part> = lines
        .iter()
        .enumerate()
        .map(|(i, line)| {
            if i == 0 {
                Part::text(line, "product")
                    .font(FontRole::Display, 0)
                    .scale(1.0, TEXT_MIN, 90.0)
                    .color(inks.ink)
                    .leading(1.1)
            } else {
                Part::text(line, "caption")
                    .font(FontRole::Body, 500)
                    .scale(0.34, TEXT_MIN, 22.0)
                    .color(Color::Token(Token::Muted, 1.0))
                    .color(inks.quiet)
            }
        })
        .collect();
    let zone = label.inset_xy(label.w * 0.12, label.h * 0.14);
    let block = page.setter().set(
        &parts,
        zone.w,
        zone.h,
        (TEXT_MIN, zone.h * 0.36),
        Align::Center,
    );
    block
        .node
        .at(zone.x, zone.y + (zone.h - block.height) * 0.5)
}
