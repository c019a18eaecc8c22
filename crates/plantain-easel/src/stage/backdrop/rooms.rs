//! Furnished rooms: what makes a bedroom a bedroom. Things that the prompt names itself are left to it.

use plantain_scene::Rgba;
use plantain_scene::build::{object, rect};
use plantain_scene::node::Node;

use super::Backdrop;
use super::indoors::{boards, floor, walls_and_skirting, window};
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, downward, fill, glow, line, oval};
use crate::stage::rect::Rect;

/// A brush for furniture: positions across and sizes are fractions of the canvas.
struct Fitter<'a, 'b> {
    b: &'a Backdrop<'b>,
    out: &'a mut Vec<Node>,
}

impl Fitter<'_, '_> {
    /// Stands an object of the set on the floor: middle, foot below the wall's foot, height.
    fn put(&mut self, nouns: &[&str], name: &str, x: f32, drop: f32, high: f32) {
        let b = self.b;
        if !nouns.iter().all(|n| b.allows(n)) {
            return;
        }
        let Some(found) = plantain_art::object(name) else {
            return;
        };
        let aspect = (found.bounds.width() / found.bounds.height().max(0.1)) as f32;
        let h = b.h() * high;
        let foot = b.horizon() + b.h() * drop;
        let r = Rect::standing(b.w() * x, foot, h * aspect, h);
        if drop > 0.0 {
            let shadow = Rect::around(r.cx(), foot - 2.0, r.w * 0.96, (r.w * 0.09).min(h * 0.2));
            self.out.push(oval(shadow, b.light.shadow.faded(0.8)));
        }
        self.out.push(object(name).bounds(r.x, r.y, r.w, r.h));
    }

    fn bar(&mut self, r: Rect, color: Rgba) {
        self.out.push(rect().bounds(r.x, r.y, r.w, r.h).fill(color));
    }

    fn lit(&self, rgb: u32) -> Rgba {
        self.b.light.lit(Rgba::hex(rgb), 0.0)
    }

    /// A rug in perspective before the wall.
    fn rug(&mut self, x: f32, wide: f32, color: u32) {
        let b = self.b;
        if !b.allows("rug") || !b.allows("carpet") {
            return;
        }
        let (y, run) = (b.horizon(), b.h() - b.horizon());
        let color = self.lit(color);
        let ring = |grow: f32| {
            let (top, foot) = (y + run * (0.3 + grow * 0.4), y + run * (0.9 - grow));
            let (near, far) = (wide * 0.5 - grow * 0.5, wide * 0.4 - grow * 0.4);
            Pen::new()
                .go(b.w() * (x - far), top)
                .line(b.w() * (x + far), top)
                .line(b.w() * (x + near), foot)
                .line(b.w() * (x - near), foot)
                .close()
                .end()
        };
        for (grow, tone) in [(0.0, 0.0), (0.035, 0.07), (0.055, -0.02)] {
            self.out.push(b.layer(ring(grow), lighter(color, tone)));
        }
    }

    /// Framed pictures on the wall: middle, height, width as fractions of canvas, wall and canvas.
    fn frames(&mut self, at: &[(f32, f32, f32)]) {
        let b = self.b;
        if !["painting", "picture", "poster", "frame", "picture frame"]
            .iter()
            .all(|n| b.allows(n))
        {
            return;
        }
        let mut rng = b.rng("frames");
        for (x, y, w) in at {
            let (w, h) = (b.w().min(b.h() * 1.4) * w, b.horizon() * 0.2);
            let r = Rect::around(b.w() * x, b.horizon() * y, w, h);
            let paper = self.lit(*rng.pick(&[0xf3e9d8, 0xdfe9ef, 0xf2dcd0]));
            self.out.push(
                rect()
                    .bounds(r.x, r.y, r.w, r.h)
                    .fill(paper)
                    .stroke(self.lit(0x6b4a35), 4.0)
                    .shadow(2.0, 6.0, b.light.shadow),
            );
            let hue = self.lit(*rng.pick(&[0xd9785a, 0x5f8fa8, 0xe0a84a, 0x6f9a6b]));
            self.out.push(oval(
                Rect::around(r.cx(), r.cy() - h * 0.06, h * 0.4, h * 0.4),
                hue,
            ));
            self.bar(
                Rect::new(r.x + w * 0.14, r.y + h * 0.64, w * 0.72, h * 0.16),
                lighter(hue, -0.12),
            );
        }
    }

    /// A lamp that hangs from the ceiling.
    fn pendant(&mut self, x: f32, drop: f32, color: u32) {
        let b = self.b;
        if !b.allows("lamp") || !b.allows("pendant lamp") || !b.allows("chandelier") {
            return;
        }
        let (x, y) = (b.w() * x, b.horizon() * drop);
        let k = b.w().min(b.h()) * 0.05;
        let shade = self.lit(color);
        self.out
            .push(glow(x, y + k, k * 4.4, Rgba::hex(0xffe2a0), 0.6));
        self.bar(Rect::new(x - 1.5, 0.0, 3.0, y), self.lit(0x4a4a50));
        let d = Pen::new()
            .go(x - k, y + k)
            .quad(x - k * 0.8, y, x, y - k * 0.1)
            .quad(x + k * 0.8, y, x + k, y + k)
            .close()
            .end();
        self.out.push(b.layer(d, shade));
        self.out.push(oval(
            Rect::around(x, y + k, k * 1.1, k * 0.4),
            Rgba::hex(0xfff3c8),
        ));
    }

    /// A wide window with what lies outside; fractions of canvas and wall.
    fn window(&mut self, x: f32, y: f32, w: f32, h: f32) {
        let b = self.b;
        if b.allows("window") {
            window(
                b,
                self.out,
                b.w() * x,
                b.horizon() * y,
                b.w() * w,
                b.horizon() * h,
            );
        }
    }

    /// Curtains beside a window.
    fn curtains(&mut self, x: f32, y: f32, w: f32, color: u32) {
        let b = self.b;
        if !b.allows("curtain") || !b.allows("window") {
            return;
        }
        let color = self.lit(color);
        let (top, foot) = (b.horizon() * (y - 0.05), b.horizon() * 0.93);
        let wide = b.w() * 0.055;
        self.bar(
            Rect::new(b.w() * (x - 0.05), top - 4.0, b.w() * (w + 0.1), 6.0),
            self.lit(0x6b4a35),
        );
        for left in [b.w() * (x - 0.035), b.w() * (x + w + 0.035) - wide] {
            self.bar(Rect::new(left, top, wide, foot - top), color);
            for i in 1..4 {
                let fold = left + wide * i as f32 / 4.0;
                self.bar(Rect::new(fold, top, 2.5, foot - top), lighter(color, -0.06));
            }
        }
    }

    /// Shelves with the backs of books, over the box.
    fn books(&mut self, r: Rect, rows: usize) {
        let b = self.b;
        let wood = self.lit(0x7a5236);
        self.bar(r, lighter(wood, -0.12));
        let mut rng = b.rng(&format!("books {}", r.x as i32));
        let hues = [
            0xb5483c, 0x3f6ea8, 0xd9a03c, 0x4f8a5b, 0x7a5a9a, 0xe2d5b8, 0x2f4858, 0xc9785a,
            0x8a9a5b,
        ];
        let step = r.h / rows as f32;
        let mut backs: Vec<Pen> = vec![Pen::new(); hues.len()];
        for row in 0..rows {
            let foot = r.y + step * (row as f32 + 1.0) - step * 0.1;
            let mut x = r.x + r.w * 0.03;
            while x < r.right() - r.w * 0.06 {
                let w = step * rng.range(0.1, 0.22);
                let h = step * rng.range(0.58, 0.8);
                let hue = rng.below(hues.len());
                if rng.chance(0.93) {
                    let pen = std::mem::take(&mut backs[hue]);
                    backs[hue] = pen
                        .go(x, foot)
                        .line(x, foot - h)
                        .line(x + w, foot - h)
                        .line(x + w, foot)
                        .close();
                }
                x += w + 1.5;
            }
        }
        for (pen, hue) in backs.into_iter().zip(hues) {
            let color = self.lit(hue);
            self.out.push(b.layer(pen.end(), color));
        }
        for row in 0..=rows {
            let y = r.y + step * row as f32 - step * 0.1;
            self.bar(Rect::new(r.x, y.max(r.y), r.w, step * 0.1), wood);
        }
        for x in [r.x, r.right() - r.w * 0.025] {
            self.bar(Rect::new(x, r.y, r.w * 0.025, r.h), lighter(wood, 0.03));
        }
    }

    /// Square tiles on a part of the wall or the floor.
    fn tiles(&mut self, r: Rect, step: f32, color: Rgba) {
        let b = self.b;
        let mut pen = Pen::new();
        let mut x = r.x;
        while x < r.right() {
            pen = pen.go(x, r.y).line(x, r.bottom());
            x += step;
        }
        let mut y = r.y;
        while y < r.bottom() {
            pen = pen.go(r.x, y).line(r.right(), y);
            y += step;
        }
        self.out.push(line(pen.end(), b.w(), b.h(), color, 2.0));
    }
}

fn shell(b: &Backdrop<'_>, out: &mut Vec<Node>, walls: &[u32], woods: &[u32]) {
    let mut rng = b.rng("room");
    let usual = if b.brick {
        Rgba::hex(0xa85a45)
    } else {
        Rgba::hex(*rng.pick(walls))
    };
    let wall = b.light.lit(b.plain.unwrap_or(usual), 0.0);
    walls_and_skirting(b, out, wall);
    floor(b, out, b.light.ground(Rgba::hex(*rng.pick(woods))));
}

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
    f.curtains(near, 0.14, 0.28, 0xd9b38a);
    f.frames(&[(far + 0.1, 0.32, 0.13), (far + 0.24, 0.26, 0.09)]);
    f.rug(0.5, 0.86, 0xb9655a);
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
    if b.allows("counter") || b.leads || !b.bare {
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

/// Curtains, beams of light, boards, heads of the audience.
pub fn stage(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let y = b.horizon();
    out.push(rect().bounds(0.0, 0.0, b.w(), y + 2.0).fill(downward(&[
        Rgba::hex(0x1a1030),
        Rgba::hex(0x3a1d54),
        Rgba::hex(0x6a2f6b),
    ])));
    let mut f = Fitter { b, out };
    let hues = [0xff4fa0, 0x38c6ff, 0xffc24a, 0x8f6bff];
    for (i, x) in [0.2_f32, 0.4, 0.6, 0.8].into_iter().enumerate() {
        let c = Rgba::hex(hues[i]);
        let at = b.w() * (0.5 + (x - 0.5) * 1.5);
        let d = Pen::new()
            .go(b.w() * x - 8.0, y * 0.04)
            .line(b.w() * x + 8.0, y * 0.04)
            .line(at + b.w() * 0.13, b.h() * 0.9)
            .line(at - b.w() * 0.13, b.h() * 0.9)
            .close()
            .end();
        f.out.push(fill(
            d,
            b.w(),
            b.h(),
            downward(&[c.faded(0.62), c.faded(0.04)]),
        ));
        f.out.push(oval(
            Rect::around(b.w() * x, y * 0.045, 34.0, 22.0),
            Rgba::hex(0xfff6dc),
        ));
    }
    f.bar(Rect::new(0.0, 0.0, b.w(), y * 0.035), Rgba::hex(0x17121f));
    let wood = Rgba::hex(0x7a4a34);
    f.out.push(
        rect()
            .bounds(0.0, y, b.w(), b.h() - y)
            .fill(downward(&[lighter(wood, -0.06), wood])),
    );
    boards(b, f.out, y, b.h(), lighter(wood, -0.07));
    if b.leads {
        players(b, f.out);
    }
    let red = Rgba::hex(0x9c2438);
    for left in [true, false] {
        let wide = b.w() * 0.12;
        let x = if left { 0.0 } else { b.w() - wide };
        f.bar(Rect::new(x, 0.0, wide, y * 1.06), red);
        for i in 0..5 {
            f.bar(
                Rect::new(
                    x + wide * (0.08 + 0.2 * i as f32),
                    0.0,
                    wide * 0.06,
                    y * 1.06,
                ),
                lighter(red, -0.08),
            );
        }
    }
    let mut pen = Pen::new()
        .go(0.0, 0.0)
        .line(b.w(), 0.0)
        .line(b.w(), y * 0.1);
    for i in 0..6 {
        let w = b.w() / 6.0;
        let x = b.w() - w * i as f32;
        pen = pen.quad(x - w / 2.0, y * 0.24, x - w, y * 0.1);
    }
    f.out.push(b.layer(pen.close().end(), lighter(red, 0.03)));
}

/// A band, where the prompt names no one on the stage.
fn players(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    use crate::stage::person::{Arms, Person};
    let y = b.horizon() + (b.h() - b.horizon()) * 0.5;
    for (i, (noun, x)) in [("guitarist", 0.28), ("singer", 0.5), ("guitarist", 0.72)]
        .into_iter()
        .enumerate()
    {
        let mut person = Person::new(noun, &[], &mut b.rng(&format!("player {i}")));
        if noun == "guitarist" {
            person.arms = Arms::Carry;
        }
        let h = b.h() * if noun == "singer" { 0.5 } else { 0.46 };
        let r = Rect::standing(
            b.w() * x,
            y + if noun == "singer" { b.h() * 0.04 } else { 0.0 },
            h * person.aspect(),
            h,
        );
        out.push(oval(
            Rect::around(r.cx(), r.bottom() - 3.0, r.w * 1.2, r.w * 0.18),
            Rgba::BLACK.faded(0.35),
        ));
        out.push(person.draw(r, i == 0));
    }
}

/// The heads of an audience along the lower edge.
pub fn audience(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    let mut rng = b.rng("audience");
    for (row, tone) in [(0.0_f32, 0x2a1838), (0.045, 0x150c20)] {
        let mut x = -b.w() * 0.02;
        while x < b.w() * 1.02 {
            let k = b.w().min(b.h()) * rng.range(0.05, 0.064);
            let y = b.h() * (0.93 + row) + rng.range(-6.0, 6.0);
            let c = Rgba::hex(tone);
            out.push(oval(Rect::around(x, y, k, k * 1.15), c));
            out.push(
                rect()
                    .bounds(x - k, y + k * 0.42, k * 2.0, k * 2.4)
                    .radius(k * 0.8)
                    .fill(c),
            );
            if rng.chance(0.3) {
                let d = Pen::new()
                    .go(x + k * 0.7, y + k)
                    .line(x + k * rng.range(0.7, 1.3), y - k * 1.5)
                    .end();
                out.push(line(d, b.w(), b.h(), c, k * 0.34));
            }
            x += k * rng.range(1.5, 2.1);
        }
    }
}

/// A hall of stone: banners, torches, a red carpet.
pub fn castle(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    shell(b, out, &[0x8f8a86, 0x7f8088], &[0x77726e]);
    let mut f = Fitter { b, out };
    let y = b.horizon();
    let stone = f.lit(0x8f8a86);
    let mut pen = Pen::new();
    let k = y / 11.0;
    for row in 0..11 {
        let at = k * row as f32;
        pen = pen.go(0.0, at).line(b.w(), at);
        let mut x = if row % 2 == 0 { 0.0 } else { k * 1.1 };
        while x < b.w() {
            pen = pen.go(x, at).line(x, at + k);
            x += k * 2.2;
        }
    }
    f.out
        .push(line(pen.end(), b.w(), b.h(), lighter(stone, -0.07), 3.0));
    for x in [0.14, 0.86] {
        let (w, top, foot) = (b.w() * 0.1, y * 0.06, y * 0.66);
        let left = b.w() * x - w / 2.0;
        let d = Pen::new()
            .go(left, top)
            .line(left + w, top)
            .line(left + w, foot)
            .line(left + w / 2.0, foot - w * 0.4)
            .line(left, foot)
            .close()
            .end();
        let red = f.lit(0xa3263a);
        f.out.push(b.layer(d, red));
        f.out.push(oval(
            Rect::around(b.w() * x, top + (foot - top) * 0.42, w * 0.5, w * 0.5),
            f.lit(0xe0b04a),
        ));
    }
    for x in [0.3, 0.7] {
        let at = (b.w() * x, y * 0.4);
        f.out.push(glow(
            at.0,
            at.1 - 14.0,
            b.w() * 0.14,
            Rgba::hex(0xffb24a),
            0.8,
        ));
        f.bar(Rect::new(at.0 - 5.0, at.1, 10.0, y * 0.14), f.lit(0x5a4030));
        f.out.push(oval(
            Rect::around(at.0, at.1 - 10.0, 22.0, 40.0),
            Rgba::hex(0xff9a3c),
        ));
        f.out.push(oval(
            Rect::around(at.0, at.1 - 4.0, 12.0, 22.0),
            Rgba::hex(0xffe08a),
        ));
    }
    let d = Pen::new()
        .go(b.w() * 0.4, y)
        .line(b.w() * 0.6, y)
        .line(b.w() * 0.74, b.h())
        .line(b.w() * 0.26, b.h())
        .close()
        .end();
    let red = f.lit(0xa3263a);
    f.out.push(b.layer(d, red));
    if b.bare && b.leads {
        let mut throne = crate::stage::panel::Panel::of(crate::stage::panel::Kind::Throne, None);
        throne.color = None;
        let h = b.h() * 0.34;
        f.out
            .push(throne.draw(Rect::standing(b.w() / 2.0, y + b.h() * 0.08, h * 0.56, h)));
    }
}
