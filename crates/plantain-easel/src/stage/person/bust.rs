//! Portraits: head and shoulders.

use plantain_scene::Rgba;
use plantain_scene::build::{rect, stack};
use plantain_scene::node::Node;

use super::head::{draw_head, draw_neck, hair_behind};
use super::{Age, Hair, Outfit, Person, Trim};
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, fill, line, oval};
use crate::stage::rect::Rect;

/// Draws head and shoulders; the shoulders are cut by the lower edge of the box.
pub fn draw_bust(person: &Person, r: Rect) -> Node {
    let mut out = Vec::new();
    let child = matches!(person.age, Age::Baby | Age::Child);
    let hr = r.h * if child { 0.245 } else { 0.215 };
    let (hx, hy) = (r.w / 2.0, r.h * if child { 0.47 } else { 0.44 });
    if person.mask.is_none() {
        hair_behind(person, &mut out, (r.w, r.h), hx, hy, hr);
    }
    shoulders(person, &mut out, r, hx, hy, hr);
    draw_head(person, &mut out, (r.w, r.h), hx, hy, hr);
    super::adorn::adorn(&mut out, person, (hx, hy, hr));
    if person.outfit == Outfit::Space {
        let k = hr * if person.mask.is_some() { 3.9 } else { 3.2 };
        out.push(
            oval(
                Rect::around(hx, hy + hr * 0.08, k, k),
                Rgba::hex(0xbfe3f7).faded(if person.mask.is_some() { 0.1 } else { 0.22 }),
            )
            .stroke(Rgba::hex(0xe8edf3), hr * 0.16),
        );
        out.push(
            oval(
                Rect::around(hx - hr * 0.85, hy - hr * 0.8, hr * 0.5, hr * 0.3),
                Rgba::WHITE.faded(0.55),
            )
            .rotate(-40.0),
        );
    }
    stack().bounds(r.x, r.y, r.w, r.h).clip().children(out)
}

fn shoulders(person: &Person, out: &mut Vec<Node>, r: Rect, hx: f32, hy: f32, hr: f32) {
    let y = hy + hr * 1.72;
    let broad = hr
        * if matches!(person.age, Age::Baby | Age::Child) {
            1.62
        } else {
            2.05
        };
    let (w, h) = (r.w, r.h);
    let body = |inset: f32, lift: f32| {
        let b = broad - inset;
        Pen::new()
            .go(hx - b, h + 2.0)
            .cubic(
                (hx - b, y + hr * 0.5 + lift),
                (hx - b * 0.78, y + hr * 0.08 + lift),
                (hx - hr * 0.5, y - hr * 0.12 + lift),
            )
            .line(hx + hr * 0.5, y - hr * 0.12 + lift)
            .cubic(
                (hx + b * 0.78, y + hr * 0.08 + lift),
                (hx + b, y + hr * 0.5 + lift),
                (hx + b, h + 2.0),
            )
            .close()
            .end()
    };
    // The neck stands behind a collar and before an open one.
    let top = person.top;
    out.push(fill(body(0.0, 0.0), w, h, top));
    draw_neck(person, out, hx, hy + hr * 0.5, hr, y + hr * 0.18);
    let shade = lighter(top, if top.is_dark() { 0.06 } else { -0.06 });
    match person.outfit {
        Outfit::Suit | Outfit::Jacket | Outfit::Coat => lapels(person, out, r, hx, y, hr, shade),
        Outfit::Hoodie | Outfit::Raincoat => {
            out.push(oval(
                Rect::around(hx, y + hr * 0.16, hr * 1.75, hr * 0.56),
                shade,
            ));
            out.push(oval(
                Rect::around(hx, y + hr * 0.06, hr * 1.0, hr * 0.4),
                lighter(person.skin, -0.06),
            ));
            for side in [-1.0_f32, 1.0] {
                let d = Pen::new()
                    .go(hx + side * hr * 0.36, y + hr * 0.36)
                    .line(hx + side * hr * 0.4, y + hr * 1.0)
                    .end();
                out.push(line(d, w, h, Rgba::hex(0xf7f4ee), hr * 0.07));
            }
        }
        Outfit::Overalls => {
            collar(person, out, hx, y, hr);
            for side in [-1.0_f32, 1.0] {
                let d = Pen::new()
                    .go(hx + side * hr * 0.9, y)
                    .line(hx + side * hr * 0.76, h + 2.0)
                    .end();
                out.push(line(d, w, h, person.bottom, hr * 0.34));
            }
        }
        Outfit::Space => {
            out.push(
                rect()
                    .bounds(hx - hr * 0.95, y - hr * 0.24, hr * 1.9, hr * 0.5)
                    .radius(hr * 0.25)
                    .fill(Rgba::hex(0xb9c4d2)),
            );
        }
        Outfit::Dress | Outfit::Robe | Outfit::Gown | Outfit::Tutu => {
            out.push(oval(
                Rect::around(hx, y + hr * 0.02, hr * 1.5, hr * 0.9),
                person.skin,
            ));
        }
        _ => collar(person, out, hx, y, hr),
    }
    if let Some(color) = person.scarf.filter(|_| person.hair != Hair::Scarf) {
        out.push(
            rect()
                .bounds(hx - hr * 0.88, y - hr * 0.34, hr * 1.76, hr * 0.56)
                .radius(hr * 0.28)
                .fill(color),
        );
        out.push(
            rect()
                .bounds(hx + hr * 0.2, y, hr * 0.46, hr * 1.5)
                .radius(hr * 0.1)
                .fill(lighter(color, -0.06)),
        );
    }
    for trim in &person.trims {
        if let Trim::Necklace(color) = *trim {
            for k in -5..=5 {
                let t = k as f32 / 5.0;
                let at = (hx + t * hr * 0.7, y + hr * (0.5 - 0.42 * t * t));
                out.push(oval(Rect::around(at.0, at.1, hr * 0.16, hr * 0.16), color));
            }
        }
        if let Trim::Drape(color) = *trim {
            let d = Pen::new()
                .go(hx - broad * 0.86, y + hr * 0.36)
                .quad(
                    hx - broad * 0.7,
                    y + hr * 0.04,
                    hx - hr * 0.66,
                    y - hr * 0.06,
                )
                .quad(hx - hr * 0.2, y + hr * 0.9, hx + broad * 0.96, h + 2.0)
                .line(hx - broad * 0.3, h + 2.0)
                .quad(
                    hx - broad * 0.5,
                    y + hr * 0.9,
                    hx - broad * 0.86,
                    y + hr * 0.36,
                )
                .close()
                .end();
            out.push(fill(d, w, h, color));
        }
    }
    if let Some(color) = person.tie {
        tie(out, r, hx, y, hr, color);
    }
}

/// A round collar that shows some skin.
fn collar(person: &Person, out: &mut Vec<Node>, hx: f32, y: f32, hr: f32) {
    let shade = lighter(person.top, if person.top.is_dark() { 0.06 } else { -0.06 });
    out.push(oval(
        Rect::around(hx, y - hr * 0.02, hr * 1.26, hr * 0.62),
        shade,
    ));
    out.push(oval(
        Rect::around(hx, y - hr * 0.08, hr * 1.04, hr * 0.5),
        lighter(person.skin, -0.06),
    ));
}

fn lapels(person: &Person, out: &mut Vec<Node>, r: Rect, hx: f32, y: f32, hr: f32, shade: Rgba) {
    let shirt = if person.outfit == Outfit::Jacket {
        lighter(person.bottom, 0.4)
    } else {
        Rgba::hex(0xf7f4ee)
    };
    let vee = |w: f32, top: f32| {
        Pen::new()
            .go(hx - w, y + top)
            .line(hx + w, y + top)
            .line(hx, y + hr * 1.9)
            .close()
            .end()
    };
    out.push(fill(vee(hr * 0.62, -hr * 0.16), r.w, r.h, shirt));
    out.push(oval(
        Rect::around(hx, y - hr * 0.12, hr * 0.92, hr * 0.4),
        lighter(person.skin, -0.06),
    ));
    if person.outfit == Outfit::Suit && person.tie.is_none() {
        tie(out, r, hx, y, hr, Rgba::hex(0xb5393f));
    }
    for side in [-1.0_f32, 1.0] {
        let d = Pen::new()
            .go(hx + side * hr * 0.5, y - hr * 0.2)
            .line(hx + side * hr * 1.0, y + hr * 0.34)
            .line(hx + side * hr * 0.74, y + hr * 0.52)
            .line(hx, y + hr * 1.9)
            .close()
            .end();
        out.push(fill(d, r.w, r.h, shade));
    }
}

fn tie(out: &mut Vec<Node>, r: Rect, hx: f32, y: f32, hr: f32, color: Rgba) {
    let d = Pen::new()
        .go(hx - hr * 0.13, y + hr * 0.06)
        .line(hx + hr * 0.13, y + hr * 0.06)
        .line(hx + hr * 0.08, y + hr * 0.28)
        .line(hx + hr * 0.2, y + hr * 1.3)
        .line(hx, y + hr * 1.56)
        .line(hx - hr * 0.2, y + hr * 1.3)
        .line(hx - hr * 0.08, y + hr * 0.28)
        .close()
        .end();
    out.push(fill(d, r.w, r.h, color));
}
