//! Rooms of a home.

use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::Node;

use super::super::Backdrop;
use super::{Fitter, shell};
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, downward, fill, line};
use crate::stage::rect::Rect;

/// A living room.
pub fn living(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    shell(
        b,
        out,
        &[0xcfe0dd, 0xf2e3cf, 0xd9e2ee, 0xead8d5, 0xe3e5d0],
        &[0xc79a6b, 0xb98556, 0xd3ad83],
    );
    let mut f = Fitter { b, out };
    let left = b.light.side < 0.0;
    let (near, far) = if left { (0.08, 0.66) } else { (0.62, 0.04) };
    f.window(near, 0.14, 0.28, 0.52);
    let drape = f.accent("drape", &[0xd9b38a, 0x9fb4c4, 0xc99a8f, 0xa9b792]);
    f.curtains(near, 0.14, 0.28, drape);
    f.frames(&[(far + 0.1, 0.32, 0.13), (far + 0.24, 0.26, 0.09)]);
    let weave = f.accent(
        "weave",
        &[0xb9655a, 0x6b8cab, 0x8a9a63, 0xc39a55, 0x93769c, 0x5f938c],
    );
    f.rug(0.5, 0.86, weave);
    f.put(
        &["plant", "potted plant", "houseplant"],
        "potted-plant",
        if left { 0.95 } else { 0.05 },
        0.06,
        0.24,
    );
    if b.bare {
        f.put(
            &["bookshelf", "shelf"],
            "bookshelf",
            far + 0.16,
            0.012,
            0.36,
        );
        f.put(&["sofa", "couch"], "couch", 0.42, 0.17, 0.3);
        f.put(&["lamp", "floor lamp"], "floor-lamp", 0.7, 0.1, 0.46);
        f.put(&["coffee table", "table"], "coffee-table", 0.46, 0.29, 0.13);
        f.put(&["armchair", "chair"], "armchair", 0.84, 0.22, 0.26);
    }
}

/// A bedroom.
pub fn bedroom(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    shell(
        b,
        out,
        &[0xd8dfec, 0xe9dbe2, 0xdfe6da, 0xf0e4d2],
        &[0xc79a6b, 0xd3ad83],
    );
    let mut f = Fitter { b, out };
    f.window(0.63, 0.14, 0.26, 0.5);
    f.curtains(0.63, 0.14, 0.26, 0x8fa6c9);
    f.frames(&[(0.2, 0.26, 0.12), (0.38, 0.26, 0.12)]);
    f.pendant(0.5, 0.14, 0xe8c07a);
    f.rug(0.5, 0.78, 0x7f95bd);
    if b.bare {
        bed(&mut f);
        f.put(
            &["nightstand", "bedside table"],
            "nightstand",
            0.58,
            0.03,
            0.16,
        );
        f.put(&["lamp"], "lamp", 0.58, -0.12, 0.13);
        f.put(&["wardrobe", "dresser"], "dresser", 0.88, 0.05, 0.24);
    }
    f.put(
        &["plant", "potted plant", "houseplant"],
        "potted-plant",
        0.96,
        0.12,
        0.2,
    );
}

/// A made bed seen from its foot, head to the wall.
fn bed(f: &mut Fitter<'_, '_>) {
    let b = f.b;
    if !b.allows("bed") {
        return;
    }
    let (y, run) = (b.horizon(), b.h() - b.horizon());
    let (x, w) = (b.w() * 0.06, b.w() * 0.46);
    let (wood, sheet, quilt) = (f.lit(0x8a5f3f), f.lit(0xf7f4ee), f.lit(0x5f83b5));
    let soft = |r: Rect, k: f32, c: Rgba| rect().bounds(r.x, r.y, r.w, r.h).radius(k).fill(c);
    let head = b.h() * 0.2;
    f.out.push(soft(
        Rect::new(x, y - head, w, head + run * 0.2),
        16.0,
        wood,
    ));
    f.out.push(soft(
        Rect::new(x + w * 0.03, y - head * 0.4, w * 0.94, run * 0.8),
        12.0,
        sheet,
    ));
    for k in [0.09, 0.53] {
        let pillow = Rect::new(x + w * k, y - head * 0.56, w * 0.38, head * 0.42);
        f.out
            .push(soft(pillow, pillow.h * 0.4, lighter(sheet, -0.03)));
    }
    let d = Pen::new()
        .go(x + w * 0.02, y + run * 0.06)
        .line(x + w * 0.98, y + run * 0.06)
        .line(x + w * 1.03, y + run * 0.72)
        .line(x - w * 0.03, y + run * 0.72)
        .close()
        .end();
    f.out.push(fill(
        d,
        b.w(),
        b.h(),
        downward(&[quilt, lighter(quilt, -0.06)]),
    ));
    f.bar(
        Rect::new(x + w * 0.015, y + run * 0.06, w * 0.97, run * 0.09),
        lighter(quilt, 0.1),
    );
    f.bar(
        Rect::new(x - w * 0.03, y + run * 0.71, w * 1.06, run * 0.06),
        wood,
    );
}

/// A bathroom: tiles, basin under a mirror, tub.
pub fn bathroom(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    shell(b, out, &[0xe9f1f2, 0xf3eee6, 0xe3eee6], &[0xcfd6da]);
    let mut f = Fitter { b, out };
    let y = b.horizon();
    let tile = f.lit(0xbfdad8);
    f.bar(Rect::new(0.0, y * 0.5, b.w(), y * 0.5), tile);
    let joint = lighter(tile, 0.06);
    f.tiles(Rect::new(0.0, y * 0.5, b.w(), y * 0.5), b.w() / 18.0, joint);
    f.bar(
        Rect::new(0.0, y * 0.485, b.w(), y * 0.03),
        lighter(tile, -0.1),
    );
    let ground = f.lit(0xcfd6da);
    f.bar(Rect::new(0.0, y, b.w(), b.h() - y), ground);
    let mut pen = Pen::new();
    let middle = b.w() / 2.0;
    for i in -9..=9 {
        let x = i as f32 * b.w() / 9.0;
        pen = pen.go(middle + x * 0.7, y).line(middle + x * 1.5, b.h());
    }
    for t in [0.0_f32, 0.12, 0.28, 0.5, 0.78] {
        pen = pen
            .go(0.0, y + (b.h() - y) * t)
            .line(b.w(), y + (b.h() - y) * t);
    }
    f.out
        .push(line(pen.end(), b.w(), b.h(), lighter(ground, -0.06), 2.0));
    f.window(0.68, 0.08, 0.2, 0.32);
    if ["towel", "towel rack"].iter().all(|n| b.allows(n)) {
        let c = f.lit(0xd98f7a);
        let r = Rect::new(b.w() * 0.46, y * 0.56, b.w() * 0.075, y * 0.3);
        f.bar(
            Rect::new(r.x - 14.0, r.y - 5.0, r.w + 28.0, 6.0),
            f.lit(0x9aa4ae),
        );
        f.bar(r, c);
        f.bar(
            Rect::new(r.x, r.bottom() - r.h * 0.16, r.w, r.h * 0.06),
            lighter(c, 0.12),
        );
    }
    if b.bare {
        f.put(&["mirror"], "wall-mirror", 0.2, -0.25, 0.24);
        f.put(&["sink", "washbasin"], "sink", 0.2, 0.03, 0.24);
        f.put(&["bathtub", "tub", "bath"], "bathtub", 0.7, 0.18, 0.3);
        f.put(&["toilet"], "toilet", 0.4, 0.06, 0.22);
    }
    f.put(
        &["plant", "potted plant", "houseplant"],
        "potted-plant",
        0.95,
        0.05,
        0.2,
    );
    f.rug(0.36, 0.36, 0xd9a58a);
}

/// Walls of books, a ladder, a lamp.
pub fn library(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    shell(b, out, &[0x8a6a4f, 0x6f5a4a], &[0x9a6a44, 0x8a5c3a]);
    let mut f = Fitter { b, out };
    let y = b.horizon();
    let n = if b.w() > b.h() * 1.2 { 4 } else { 3 };
    let w = b.w() / n as f32;
    for i in 0..n {
        f.books(
            Rect::new(w * i as f32 + w * 0.02, y * 0.05, w * 0.96, y * 0.95),
            6,
        );
    }
    let ladder = f.lit(0xc99a5f);
    let mut pen = Pen::new();
    let (x, lean) = (b.w() * 0.2, b.w() * 0.06);
    pen = pen
        .go(x, y + 8.0)
        .line(x + lean, y * 0.12)
        .go(x + b.w() * 0.06, y + 8.0)
        .line(x + lean + b.w() * 0.06, y * 0.12);
    for i in 0..9 {
        let t = (i as f32 + 0.6) / 9.5;
        let at = (x + lean * t, y + (y * 0.12 - y) * t);
        pen = pen.go(at.0, at.1).line(at.0 + b.w() * 0.06, at.1);
    }
    f.out.push(line(pen.end(), b.w(), b.h(), ladder, 6.0));
    f.pendant(0.36, 0.2, 0x3f6f5a);
    f.pendant(0.7, 0.2, 0x3f6f5a);
    f.rug(0.5, 0.8, 0x8f3f3a);
    if b.bare {
        f.put(&["table", "desk"], "dining-table", 0.5, 0.2, 0.2);
        f.put(&["lamp"], "lamp", 0.5, 0.01, 0.14);
        f.put(&["armchair", "chair"], "armchair", 0.83, 0.2, 0.26);
    }
}
