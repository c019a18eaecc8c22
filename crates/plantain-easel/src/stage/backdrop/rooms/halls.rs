//! Stages, their audience, and halls of castles.

use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::Node;

use super::super::Backdrop;
use super::super::indoors::boards;
use super::{Fitter, shell};
use crate::stage::light::lighter;
use crate::stage::pen::{Pen, downward, fill, glow, line, oval};
use crate::stage::rect::Rect;

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

/// A hall of a museum: works on a quiet wall, each in its light; a rope before them, a bench to sit on.
pub fn gallery(b: &Backdrop<'_>, out: &mut Vec<Node>) {
    shell(
        b,
        out,
        &[0xe9e4da, 0xd8dde0, 0xcfd6cf, 0xe4d8d2],
        &[0xb98a5c, 0xa87a52, 0xc39a6b],
    );
    let mut f = Fitter { b, out };
    let y = b.horizon();
    let rail = f.lit(0x55504c);
    f.bar(Rect::new(0.0, y * 0.06, b.w(), y * 0.022), rail);
    let works: &[(f32, f32, f32)] = if b.bare {
        &[(0.17, 0.46, 0.2), (0.5, 0.42, 0.26), (0.83, 0.46, 0.2)]
    } else {
        &[(0.14, 0.4, 0.18), (0.86, 0.4, 0.18)]
    };
    for (x, _, wide) in works {
        let at = b.w() * x;
        f.bar(Rect::new(at - 5.0, y * 0.08, 10.0, y * 0.05), rail);
        let beam = Pen::new()
            .go(at - 8.0, y * 0.13)
            .line(at + 8.0, y * 0.13)
            .line(at + b.w() * wide * 0.7, y * 0.72)
            .line(at - b.w() * wide * 0.7, y * 0.72)
            .close()
            .end();
        let light = Rgba::hex(0xfff4d0);
        f.out.push(fill(
            beam,
            b.w(),
            b.h(),
            downward(&[light.faded(0.5), light.faded(0.0)]),
        ));
    }
    f.frames(works);
    if b.bare {
        rope(&mut f);
    }
}

/// A rope between posts, which keeps visitors off the wall.
fn rope(f: &mut Fitter<'_, '_>) {
    const POSTS: [f32; 3] = [0.2, 0.5, 0.8];
    let b = f.b;
    let (foot, high) = (b.horizon() + b.h() * 0.05, b.h() * 0.13);
    let brass = f.lit(0xc9a24a);
    let mut pen = Pen::new();
    for pair in POSTS.windows(2) {
        let (from, to) = (b.w() * pair[0], b.w() * pair[1]);
        let top = foot - high * 0.86;
        pen = pen
            .go(from, top)
            .quad((from + to) / 2.0, top + high * 0.62, to, top);
    }
    let red = f.lit(0x9c2438);
    f.out.push(line(pen.end(), b.w(), b.h(), red, 7.0));
    for x in POSTS {
        let at = b.w() * x;
        f.bar(Rect::new(at - 4.0, foot - high, 8.0, high), brass);
        f.out
            .push(oval(Rect::around(at, foot - high, 18.0, 18.0), brass));
        f.out.push(oval(Rect::around(at, foot, 44.0, 12.0), brass));
    }
}
