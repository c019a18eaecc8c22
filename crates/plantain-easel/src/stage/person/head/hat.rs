//! Hats, from caps to crowns.

use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::Node;

use super::super::Hat;
use super::Board;
use crate::stage::light::lighter;
use crate::stage::pen::Pen;
use crate::stage::rect::Rect;

pub(super) fn draw_hat(board: &mut Board<'_>, hat: Hat, color: Rgba, cx: f32, cy: f32, r: f32) {
    let p = |x: f32, y: f32| (cx + x * r, cy + y * r);
    let dome = |lift: f32, w: f32, foot: f32| dome(p, lift, w, foot);
    match hat {
        Hat::Cap => cap_with_peak(board, color, (cx, cy, r)),
        Hat::Brim => brim(board, color, (cx, cy, r)),
        Hat::Top => top_hat(board, color, (cx, cy, r)),
        Hat::Beanie => beanie(board, color, (cx, cy, r)),
        Hat::Helmet => {
            board.fill(dome(0.14, 1.16, -0.36), color);
            board.out.push(strip(
                p(-1.26, -0.46),
                p(1.26, -0.28),
                lighter(color, -0.09),
            ));
        }
        Hat::Crown => crown(board, color, (cx, cy, r)),
        Hat::Chef => toque(board, color, (cx, cy, r)),
        Hat::Peaked => peaked_cap(board, color, (cx, cy, r)),
        Hat::Fire => fire_helmet(board, color, (cx, cy, r)),
        Hat::Knight => knight_helmet(board, color, cx, cy, r, &dome),
        Hat::Horned => horned_helmet(board, color, (cx, cy, r)),
        Hat::Hood => hood(board, color, (cx, cy, r)),
        Hat::Tricorn => tricorn(board, color, (cx, cy, r)),
        Hat::Beret => beret(board, color, (cx, cy, r)),
        Hat::Mortarboard => mortarboard(board, color, (cx, cy, r)),
        Hat::Party | Hat::Pointed => cone(board, hat, color, (cx, cy, r)),
    }
}

/// The crown of a hat, down to `foot`.
pub(super) fn dome(p: impl Fn(f32, f32) -> (f32, f32), lift: f32, w: f32, foot: f32) -> String {
    Pen::new()
        .go(p(-w, foot).0, p(0.0, foot).1)
        .cubic(
            p(-w, -1.1 - lift),
            p(-w * 0.5, -1.35 - lift),
            p(0.0, -1.35 - lift),
        )
        .cubic(p(w * 0.5, -1.35 - lift), p(w, -1.1 - lift), p(w, foot))
        .quad(
            p(0.0, foot + 0.1).0,
            p(0.0, foot + 0.1).1,
            p(-w, foot).0,
            p(0.0, foot).1,
        )
        .close()
        .end()
}

/// A dome with a peak to the side.
pub(super) fn cap_with_peak(board: &mut Board<'_>, color: Rgba, (cx, cy, r): (f32, f32, f32)) {
    let p = |x: f32, y: f32| (cx + x * r, cy + y * r);
    let dome = |lift: f32, w: f32, foot: f32| dome(p, lift, w, foot);
    board.fill(dome(0.05, 1.06, -0.42), color);
    let d = Pen::new()
        .go(p(-0.2, -0.5).0, p(0.0, -0.5).1)
        .cubic(p(0.6, -0.72), p(1.5, -0.6), p(1.62, -0.34))
        .cubic(p(1.2, -0.34), p(0.5, -0.3), p(-0.2, -0.3))
        .close()
        .end();
    board.fill(d, lighter(color, -0.07));
}

/// A low dome on a wide brim, with a band.
pub(super) fn brim(board: &mut Board<'_>, color: Rgba, (cx, cy, r): (f32, f32, f32)) {
    let p = |x: f32, y: f32| (cx + x * r, cy + y * r);
    let band = lighter(color, if color.is_dark() { 0.12 } else { -0.12 });
    let dome = |lift: f32, w: f32, foot: f32| dome(p, lift, w, foot);
    board.oval(
        Rect::around(cx, cy - 0.55 * r, 3.2 * r, 0.6 * r),
        lighter(color, -0.05),
    );
    board.fill(dome(0.12, 0.92, -0.58), color);
    board.out.push(strip(p(-0.93, -0.82), p(0.93, -0.58), band));
}

/// A tall tube on a brim, with a band.
pub(super) fn top_hat(board: &mut Board<'_>, color: Rgba, (cx, cy, r): (f32, f32, f32)) {
    let p = |x: f32, y: f32| (cx + x * r, cy + y * r);
    let band = lighter(color, if color.is_dark() { 0.12 } else { -0.12 });
    board.oval(
        Rect::around(cx, cy - 0.68 * r, 2.7 * r, 0.42 * r),
        lighter(color, 0.03),
    );
    let (x, y) = p(-0.78, -2.2);
    board.out.push(
        rect()
            .bounds(x, y, 1.56 * r, 1.56 * r)
            .radius(r * 0.1)
            .fill(color),
    );
    board.out.push(strip(p(-0.78, -1.0), p(0.78, -0.74), band));
}

/// A knitted dome with a rim and a bobble.
pub(super) fn beanie(board: &mut Board<'_>, color: Rgba, (cx, cy, r): (f32, f32, f32)) {
    let p = |x: f32, y: f32| (cx + x * r, cy + y * r);
    let dome = |lift: f32, w: f32, foot: f32| dome(p, lift, w, foot);
    board.fill(dome(0.2, 1.08, -0.5), color);
    board.out.push(
        rect()
            .bounds(p(-1.14, -0.72).0, p(0.0, -0.72).1, 2.28 * r, 0.36 * r)
            .radius(0.18 * r)
            .fill(lighter(color, 0.07)),
    );
    board.oval(
        Rect::around(cx, cy - 1.62 * r, 0.5 * r, 0.5 * r),
        lighter(color, 0.1),
    );
}

/// Five points and three jewels.
pub(super) fn crown(board: &mut Board<'_>, color: Rgba, (cx, cy, r): (f32, f32, f32)) {
    let p = |x: f32, y: f32| (cx + x * r, cy + y * r);
    let mut pen = Pen::new().go(p(-0.92, -0.66).0, p(0.0, -0.66).1);
    for (x, y) in [
        (-1.06, -1.6),
        (-0.5, -1.16),
        (0.0, -1.76),
        (0.5, -1.16),
        (1.06, -1.6),
        (0.92, -0.66),
    ] {
        let (x, y) = p(x, y);
        pen = pen.line(x, y);
    }
    board.fill(pen.close().end(), color);
    for (x, y) in [(-1.06, -1.64), (0.0, -1.8), (1.06, -1.64)] {
        board.oval(
            Rect::around(cx + x * r, cy + y * r, 0.24 * r, 0.24 * r),
            Rgba::hex(0xe2495b),
        );
    }
}

/// A puffed cap on a band.
pub(super) fn toque(board: &mut Board<'_>, color: Rgba, (cx, cy, r): (f32, f32, f32)) {
    let p = |x: f32, y: f32| (cx + x * r, cy + y * r);
    for (x, y, k) in [(-0.6, -1.4, 1.1), (0.6, -1.4, 1.1), (0.0, -1.65, 1.3)] {
        board.oval(Rect::around(cx + x * r, cy + y * r, k * r, k * r), color);
    }
    board.out.push(
        rect()
            .bounds(p(-0.86, -1.4).0, p(0.0, -1.4).1, 1.72 * r, 0.86 * r)
            .radius(r * 0.08)
            .fill(lighter(color, -0.03)),
    );
}

/// A flat top, a band, a badge and a peak.
pub(super) fn peaked_cap(board: &mut Board<'_>, color: Rgba, (cx, cy, r): (f32, f32, f32)) {
    let p = |x: f32, y: f32| (cx + x * r, cy + y * r);
    let dome = |lift: f32, w: f32, foot: f32| dome(p, lift, w, foot);
    board.fill(dome(-0.12, 1.02, -0.5), lighter(color, -0.03));
    board.oval(Rect::around(cx, cy - 1.08 * r, 2.5 * r, 0.66 * r), color);
    board
        .out
        .push(strip(p(-1.04, -0.76), p(1.04, -0.5), lighter(color, -0.12)));
    let d = Pen::new()
        .go(p(-0.94, -0.52).0, p(0.0, -0.52).1)
        .cubic(p(-0.5, -0.2), p(0.5, -0.2), p(0.94, -0.52))
        .close()
        .end();
    board.fill(d, Rgba::hex(0x17181d));
    board.oval(
        Rect::around(cx, cy - 0.9 * r, 0.34 * r, 0.38 * r),
        Rgba::hex(0xf0c24b),
    );
}

/// A dome with a brim all round and a shield.
pub(super) fn fire_helmet(board: &mut Board<'_>, color: Rgba, (cx, cy, r): (f32, f32, f32)) {
    let p = |x: f32, y: f32| (cx + x * r, cy + y * r);
    let dome = |lift: f32, w: f32, foot: f32| dome(p, lift, w, foot);
    board.fill(dome(0.2, 1.08, -0.42), color);
    board.fill(
        Pen::new()
            .go(p(-1.42, -0.3).0, p(0.0, -0.3).1)
            .cubic(p(-0.8, -0.62), p(0.8, -0.62), p(1.42, -0.3))
            .cubic(p(0.8, -0.2), p(-0.8, -0.2), p(-1.42, -0.3))
            .close()
            .end(),
        lighter(color, -0.09),
    );
    let d = Pen::new()
        .go(p(-0.32, -1.24).0, p(0.0, -1.24).1)
        .line(p(0.32, -1.24).0, p(0.0, -1.24).1)
        .line(p(0.28, -0.7).0, p(0.0, -0.7).1)
        .line(p(0.0, -0.5).0, p(0.0, -0.5).1)
        .line(p(-0.28, -0.7).0, p(0.0, -0.7).1)
        .close()
        .end();
    board.fill(d, Rgba::hex(0xf3d26a));
}

/// A dome with a band and two horns.
pub(super) fn horned_helmet(board: &mut Board<'_>, color: Rgba, (cx, cy, r): (f32, f32, f32)) {
    let p = |x: f32, y: f32| (cx + x * r, cy + y * r);
    let dome = |lift: f32, w: f32, foot: f32| dome(p, lift, w, foot);
    board.fill(dome(0.1, 1.06, -0.4), color);
    board
        .out
        .push(strip(p(-1.08, -0.6), p(1.08, -0.36), lighter(color, -0.12)));
    for side in [-1.0_f32, 1.0] {
        let q = |x: f32, y: f32| p(side * x, y);
        let d = Pen::new()
            .go(q(0.86, -0.9).0, q(0.86, -0.9).1)
            .cubic(q(1.5, -0.9), q(1.7, -1.3), q(1.56, -1.8))
            .cubic(q(1.4, -1.4), q(1.2, -1.3), q(0.72, -1.24))
            .close()
            .end();
        board.fill(d, Rgba::hex(0xf1e6cf));
    }
}

/// Cloth around the head.
pub(super) fn hood(board: &mut Board<'_>, color: Rgba, (cx, cy, r): (f32, f32, f32)) {
    let p = |x: f32, y: f32| (cx + x * r, cy + y * r);
    let dome = |lift: f32, w: f32, foot: f32| dome(p, lift, w, foot);
    board.fill(dome(0.04, 1.16, 0.02), color);
    for side in [-1.0_f32, 1.0] {
        let q = |x: f32, y: f32| p(side * x, y);
        let d = Pen::new()
            .go(q(0.74, -0.3).0, q(0.74, -0.3).1)
            .line(q(1.16, -0.3).0, q(1.16, -0.3).1)
            .cubic(q(1.2, 0.6), q(0.9, 1.2), q(0.2, 1.34))
            .cubic(q(0.7, 1.0), q(0.82, 0.5), q(0.74, -0.3))
            .close()
            .end();
        board.fill(d, color);
    }
}

/// A hat turned up on three sides, with a mark.
pub(super) fn tricorn(board: &mut Board<'_>, color: Rgba, (cx, cy, r): (f32, f32, f32)) {
    let p = |x: f32, y: f32| (cx + x * r, cy + y * r);
    let d = Pen::new()
        .go(p(-1.62, -0.86).0, p(0.0, -0.86).1)
        .cubic(p(-0.9, -1.9), p(0.9, -1.9), p(1.62, -0.86))
        .cubic(p(0.9, -0.44), p(-0.9, -0.44), p(-1.62, -0.86))
        .close()
        .end();
    board.fill(d, color);
    let trim = Pen::new()
        .go(p(-1.58, -0.88).0, p(0.0, -0.88).1)
        .cubic(p(-0.9, -0.5), p(0.9, -0.5), p(1.58, -0.88))
        .end();
    board.line(trim, Rgba::hex(0xf0c24b), r * 0.1);
    board.oval(
        Rect::around(cx, cy - 1.1 * r, 0.4 * r, 0.4 * r),
        Rgba::hex(0xf3f0e6),
    );
    for side in [-1.0_f32, 1.0] {
        board.oval(
            Rect::around(cx + side * 0.08 * r, cy - 1.12 * r, 0.09 * r, 0.1 * r),
            color,
        );
    }
}

/// A slanting disc.
pub(super) fn beret(board: &mut Board<'_>, color: Rgba, (cx, cy, r): (f32, f32, f32)) {
    let p = |x: f32, y: f32| (cx + x * r, cy + y * r);
    let dome = |lift: f32, w: f32, foot: f32| dome(p, lift, w, foot);
    board.fill(dome(-0.3, 1.0, -0.6), lighter(color, -0.05));
    board.out.push(
        rect()
            .bounds(p(-1.2, -1.4).0, p(0.0, -1.4).1, 2.3 * r, 0.78 * r)
            .radius(0.39 * r)
            .fill(color)
            .rotate(-10.0),
    );
    board.oval(
        Rect::around(cx - 0.1 * r, cy - 1.42 * r, 0.18 * r, 0.2 * r),
        color,
    );
}

/// A square board with a cord.
pub(super) fn mortarboard(board: &mut Board<'_>, color: Rgba, (cx, cy, r): (f32, f32, f32)) {
    let p = |x: f32, y: f32| (cx + x * r, cy + y * r);
    let dome = |lift: f32, w: f32, foot: f32| dome(p, lift, w, foot);
    board.fill(dome(-0.3, 0.98, -0.42), lighter(color, -0.04));
    let d = Pen::new()
        .go(p(-1.5, -1.12).0, p(0.0, -1.12).1)
        .line(p(0.0, -1.58).0, p(0.0, -1.58).1)
        .line(p(1.5, -1.12).0, p(0.0, -1.12).1)
        .line(p(0.0, -0.7).0, p(0.0, -0.7).1)
        .close()
        .end();
    board.fill(d, color);
    let cord = Pen::new()
        .go(p(0.0, -1.12).0, p(0.0, -1.12).1)
        .line(p(1.16, -0.98).0, p(0.0, -0.98).1)
        .line(p(1.18, -0.4).0, p(0.0, -0.4).1)
        .end();
    board.line(cord, Rgba::hex(0xf0c24b), r * 0.09);
}

/// A pointed hat: on a brim, or as for a party.
pub(super) fn cone(board: &mut Board<'_>, hat: Hat, color: Rgba, (cx, cy, r): (f32, f32, f32)) {
    let p = |x: f32, y: f32| (cx + x * r, cy + y * r);
    let tall = if hat == Hat::Pointed { -2.7 } else { -2.3 };
    if hat == Hat::Pointed {
        board.oval(
            Rect::around(cx, cy - 0.6 * r, 3.0 * r, 0.56 * r),
            lighter(color, -0.05),
        );
    }
    let d = Pen::new()
        .go(p(-0.78, -0.66).0, p(0.0, -0.66).1)
        .line(p(0.0, tall).0, p(0.0, tall).1)
        .line(p(0.78, -0.66).0, p(0.0, -0.66).1)
        .close()
        .end();
    board.fill(d, color);
    board.oval(
        Rect::around(cx, cy + tall * r, 0.36 * r, 0.36 * r),
        lighter(color, 0.18),
    );
}

/// A dome with cheeks, a brow band and a plume; the face stays free.
pub(super) fn knight_helmet(
    board: &mut Board<'_>,
    color: Rgba,
    cx: f32,
    cy: f32,
    r: f32,
    dome: &dyn Fn(f32, f32, f32) -> String,
) {
    let p = |x: f32, y: f32| (cx + x * r, cy + y * r);
    let plume = Pen::new()
        .go(p(0.0, -1.3).0, p(0.0, -1.3).1)
        .cubic(p(0.1, -2.3), p(-1.3, -2.3), p(-1.5, -1.2))
        .cubic(p(-1.0, -1.7), p(-0.5, -1.6), p(0.0, -1.3))
        .close()
        .end();
    board.fill(plume, Rgba::hex(0xc9353f));
    board.fill(dome(0.08, 1.14, -0.24), color);
    for side in [-1.0_f32, 1.0] {
        let q = |x: f32, y: f32| p(side * x, y);
        let cheek = Pen::new()
            .go(q(1.16, -0.4).0, q(1.16, -0.4).1)
            .cubic(q(1.22, 0.5), q(1.1, 1.1), q(0.62, 1.4))
            .cubic(q(0.7, 0.9), q(0.72, 0.4), q(0.74, -0.3))
            .close()
            .end();
        board.fill(cheek, lighter(color, -0.05));
    }
    board.out.push(strip(
        p(-1.16, -0.46),
        p(1.16, -0.22),
        lighter(color, -0.12),
    ));
    board
        .out
        .push(strip(p(-0.08, -0.46), p(0.08, 0.3), lighter(color, -0.1)));
    board.line(
        Pen::new()
            .go(p(0.0, -1.42).0, p(0.0, -1.42).1)
            .line(p(0.0, -0.46).0, p(0.0, -0.46).1)
            .end(),
        lighter(color, 0.08),
        r * 0.12,
    );
}

pub(super) fn strip(from: (f32, f32), to: (f32, f32), color: Rgba) -> Node {
    rect()
        .bounds(from.0, from.1, to.0 - from.0, to.1 - from.1)
        .radius(2.0)
        .fill(color)
}
