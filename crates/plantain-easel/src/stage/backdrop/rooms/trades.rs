//! Rooms where people work, buy, train and are cared for.

use plantain_scene::Rgba;
use plantain_scene::build::{object, rect};
use plantain_scene::node::Node;

use super::super::Backdrop;
use super::{Fitter, shell};
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, glow, oval};
use crate::stage::rect::Rect;

/// An office with a wide window, desks along it.
pub fn office(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    shell(
        b,
        out,
        &[0xe4e9ee, 0xeae6df, 0xdfe8e6],
        &[0xb7bcc4, 0xc9a98a, 0xa9b0ba],
    );
    let mut f = Fitter { b, out };
    for i in 0..3 {
        f.window(0.05 + 0.24 * i as f32, 0.14, 0.19, 0.56);
    }
    f.put(&["whiteboard", "board"], "whiteboard", 0.88, -0.2, 0.24);
    f.pendant(0.26, 0.1, 0x3f4a5a);
    f.pendant(0.62, 0.1, 0x3f4a5a);
    if b.bare {
        for x in [0.2, 0.52] {
            f.put(&["desk", "table"], "desk", x, 0.12, 0.22);
            f.put(
                &["monitor", "computer", "screen", "laptop"],
                "monitor",
                x + 0.02,
                -0.08,
                0.16,
            );
        }
        f.put(
            &["cabinet", "filing cabinet"],
            "file-cabinet",
            0.93,
            0.06,
            0.2,
        );
    }
    f.put(
        &["plant", "potted plant", "houseplant"],
        "potted-plant",
        0.78,
        0.05,
        0.22,
    );
}

/// A café: a counter with a machine, cups on shelves, tables, lamps.
pub fn cafe(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    shell(
        b,
        out,
        &[0xd9b99a, 0x9fb0a3, 0xe3cdb0, 0x6f8078],
        &[0xa9764c, 0x8f6340],
    );
    let mut f = Fitter { b, out };
    let (y, wood) = (b.horizon(), f.lit(0x6b4630));
    f.window(0.04, 0.12, 0.3, 0.58);
    // The board over the counter has no words of its own.
    if ["chalkboard", "blackboard", "menu", "menu board"]
        .iter()
        .all(|n| b.allows(n))
    {
        let r = Rect::new(b.w() * 0.44, y * 0.08, b.w() * 0.36, y * 0.24);
        f.bar(r.grown(5.0), lighter(wood, 0.05));
        f.bar(r, f.lit(0x2b332f));
        for i in 0..3 {
            for k in [0.06, 0.55] {
                let at = Rect::new(
                    r.x + r.w * k,
                    r.y + r.h * (0.2 + 0.26 * i as f32),
                    r.w * (0.3 - 0.04 * i as f32),
                    4.0,
                );
                f.bar(at, f.lit(0xe9e4d4).faded(0.8));
            }
        }
    }
    for row in [0.42, 0.56] {
        f.bar(Rect::new(b.w() * 0.44, y * row, b.w() * 0.5, 8.0), wood);
        for i in 0..9 {
            let k = y * 0.055;
            let hue = [0xf4efe4, 0xd98f6a, 0x7fa69a, 0xe0b25a][i % 4];
            let at = Rect::new(b.w() * (0.46 + 0.053 * i as f32), y * row - k, k * 0.8, k);
            f.out.push(
                rect()
                    .bounds(at.x, at.y, at.w, at.h)
                    .radius(3.0)
                    .fill(f.lit(hue)),
            );
        }
    }
    if b.allows("counter") {
        let top = y - b.h() * 0.14;
        let r = Rect::new(b.w() * 0.42, top, b.w() * 0.6, b.h() * 0.2);
        f.bar(r, f.lit(0x8a5a3c));
        let mut x = r.x;
        while x < r.right() {
            f.bar(Rect::new(x, top, 2.5, r.h), f.lit(0x74492f));
            x += b.w() * 0.035;
        }
        f.bar(
            Rect::new(r.x - 8.0, top - 10.0, r.w + 8.0, 14.0),
            f.lit(0xe9dcc6),
        );
        f.put(
            &["coffee machine", "espresso machine"],
            "coffee-machine",
            0.86,
            -0.145,
            0.15,
        );
        f.put(&["cupcake"], "cupcake", 0.52, -0.145, 0.06);
        f.put(&["cake"], "shortcake", 0.59, -0.145, 0.07);
    }
    for x in [0.3, 0.56, 0.8] {
        f.pendant(x, 0.26, 0xc9603c);
    }
    if b.bare && b.allows("table") {
        f.put(&["table"], "table", 0.2, 0.22, 0.2);
        f.put(&["coffee", "cup"], "hot-beverage", 0.17, 0.035, 0.07);
        f.put(&["chair"], "chair", 0.06, 0.24, 0.24);
        f.put(&["chair"], "chair", 0.36, 0.24, 0.24);
    }
    f.put(&["plant", "potted plant"], "potted-plant", 0.4, 0.04, 0.18);
}

/// Shelves full of goods on both sides of a counter.
pub fn shop(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    shell(
        b,
        out,
        &[0xf2ead8, 0xdfe9ec, 0xf0dfd2],
        &[0xd6d2ca, 0xc9a27a],
    );
    let mut f = Fitter { b, out };
    let y = b.horizon();
    let mut rng = b.rng("goods");
    let hues = [
        0xd9584a, 0x3f7cc4, 0xf0a93c, 0x4f9d5b, 0x8a5cb8, 0xe98fb0, 0x2f9d93, 0xf4efe4,
    ];
    for (x, w) in [(0.03, 0.42), (0.55, 0.42)] {
        let r = Rect::new(b.w() * x, y * 0.14, b.w() * w, y * 0.86);
        f.bar(r, f.lit(0xcdb394));
        for row in 0..5 {
            let foot = r.y + r.h * (row as f32 + 0.92) / 5.0;
            let mut at = r.x + 8.0;
            while at < r.right() - r.h * 0.06 {
                let (gw, gh) = (r.h * rng.range(0.04, 0.075), r.h * rng.range(0.07, 0.13));
                let hue = f.lit(*rng.pick(&hues));
                f.out.push(
                    rect()
                        .bounds(at, foot - gh, gw, gh)
                        .radius(gw * 0.16)
                        .fill(hue),
                );
                f.bar(
                    Rect::new(at + gw * 0.14, foot - gh * 0.6, gw * 0.72, gh * 0.24),
                    lighter(hue, 0.14),
                );
                at += gw + 3.0;
            }
            f.bar(Rect::new(r.x, foot, r.w, r.h * 0.018), f.lit(0x9a7a58));
        }
    }
    for x in [0.25, 0.75] {
        f.pendant(x, 0.06, 0x3f4a5a);
    }
    if b.bare {
        f.put(&["cart", "shopping cart"], "shopping-cart", 0.5, 0.2, 0.24);
    }
}

/// A ward or corridor: pale walls, a rail, doors, a bed behind its curtain.
pub fn hospital(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    shell(b, out, &[0xeef4f4, 0xe8f1ee], &[0xcfdadc, 0xc5d3d0]);
    let mut f = Fitter { b, out };
    let y = b.horizon();
    let band = f.lit(0x8fc6c0);
    f.bar(Rect::new(0.0, y * 0.66, b.w(), y * 0.05), band);
    for x in [0.08, 0.74] {
        let r = Rect::new(b.w() * x, y * 0.3, b.w() * 0.17, y * 0.7);
        f.bar(r.grown(7.0), f.lit(0xd5dee0));
        f.bar(r, f.lit(0xb9d6d6));
        f.bar(
            Rect::new(r.x + r.w * 0.26, r.y + r.h * 0.12, r.w * 0.48, r.h * 0.26),
            f.lit(0xe6f4f8),
        );
        f.bar(
            Rect::new(r.x + r.w * 0.82, r.y + r.h * 0.52, r.w * 0.08, r.h * 0.05),
            f.lit(0x7d8a92),
        );
    }
    let (cx, k) = (b.w() * 0.5, y * 0.11);
    f.out.push(oval(
        Rect::around(cx, y * 0.28, k * 2.0, k * 2.0),
        f.lit(0xffffff),
    ));
    let red = f.lit(0xd9433f);
    f.bar(Rect::around(cx, y * 0.28, k * 1.1, k * 0.36), red);
    f.bar(Rect::around(cx, y * 0.28, k * 0.36, k * 1.1), red);
    for x in [0.22, 0.5, 0.78] {
        let lamp = Rect::around(b.w() * x, y * 0.03, b.w() * 0.16, y * 0.03);
        f.out
            .push(glow(lamp.cx(), lamp.cy(), b.w() * 0.14, Rgba::WHITE, 0.6));
        f.bar(lamp, f.lit(0xffffff));
    }
    if b.bare {
        f.put(&["bed"], "bed", 0.42, 0.12, 0.24);
    }
    f.put(&["plant", "potted plant"], "potted-plant", 0.64, 0.02, 0.2);
}

/// Mirrors, racks and mats.
pub fn gym(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    shell(
        b,
        out,
        &[0x5f6b7a, 0x7a8794, 0xd8dde2],
        &[0x4a4f58, 0x6b5f52],
    );
    let mut f = Fitter { b, out };
    let y = b.horizon();
    for i in 0..4 {
        let r = Rect::new(
            b.w() * (0.04 + 0.235 * i as f32),
            y * 0.16,
            b.w() * 0.215,
            y * 0.5,
        );
        f.bar(r, f.lit(0xb9cdd8));
        let d = Pen::new()
            .go(r.x, r.bottom())
            .line(r.x + r.w * 0.6, r.y)
            .line(r.x + r.w * 0.8, r.y)
            .line(r.x + r.w * 0.2, r.bottom())
            .close()
            .end();
        f.out.push(b.layer(d, Rgba::WHITE.faded(0.22)));
    }
    for row in [0.76, 0.9] {
        f.bar(
            Rect::new(b.w() * 0.08, y * row, b.w() * 0.84, 7.0),
            f.lit(0x2b2f38),
        );
        for i in 0..8 {
            let k = y * 0.085;
            let x = b.w() * (0.12 + 0.1 * i as f32);
            f.out
                .push(object("dumbbell").bounds(x, y * row - k, k * 1.5, k));
        }
    }
    f.rug(0.5, 0.7, 0x3f7cc4);
}

/// Benches with glass vessels, shelves above.
pub fn lab(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    shell(b, out, &[0xe6eef2, 0xdfeaf0], &[0xc3ccd2]);
    let mut f = Fitter { b, out };
    let y = b.horizon();
    for row in [0.24, 0.44] {
        f.bar(
            Rect::new(b.w() * 0.06, y * row, b.w() * 0.88, 8.0),
            f.lit(0x8a97a3),
        );
        for i in 0..10 {
            let hue = [0x5fc3e4, 0x8fd45f, 0xf0a93c, 0xd95f8f, 0x9a7fe0][i % 5];
            let (x, k) = (b.w() * (0.1 + 0.085 * i as f32), y * 0.1);
            let glass = Rect::new(x, y * row - k, k * 0.62, k);
            f.out.push(
                rect()
                    .bounds(glass.x, glass.y, glass.w, glass.h)
                    .radius(k * 0.14)
                    .fill(Rgba::WHITE.faded(0.6))
                    .stroke(f.lit(0x9fb3c0), 2.0),
            );
            f.out.push(
                rect()
                    .bounds(glass.x + 2.0, glass.y + k * 0.45, glass.w - 4.0, k * 0.52)
                    .radius(k * 0.12)
                    .fill(f.lit(hue)),
            );
        }
    }
    let top = y - b.h() * 0.12;
    f.bar(Rect::new(0.0, top, b.w(), b.h() * 0.15), f.lit(0xf7fafb));
    f.bar(Rect::new(0.0, top - 8.0, b.w(), 14.0), f.lit(0x5f7382));
    for i in 0..6 {
        let r = Rect::new(
            b.w() * (0.02 + 0.164 * i as f32),
            top + 18.0,
            b.w() * 0.14,
            b.h() * 0.1,
        );
        f.out.push(
            rect()
                .bounds(r.x, r.y, r.w, r.h)
                .radius(4.0)
                .fill(f.lit(0xe3ebef))
                .stroke(f.lit(0xc3d0d8), 2.0),
        );
    }
    f.put(&["microscope"], "microscope", 0.8, -0.13, 0.17);
    f.put(&["flask", "beaker"], "alembic", 0.22, -0.13, 0.13);
    f.put(&["test tube"], "test-tube", 0.36, -0.13, 0.1);
}
