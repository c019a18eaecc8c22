//! What tells one outfit from another: lapels, pockets, plates.

use plantain_scene::Rgba;

use super::super::body::Figure;
use super::super::{Outfit, Person};
use super::{GOLD, PALE, collar, opening, sash};
use crate::stage::light::lighter;

pub(super) fn details(f: &mut Figure, p: &Person) {
    let (sy, hy, s) = (f.b.shoulder_y, f.b.hip_y, f.b.shoulder);
    let long = hy - sy;
    let dark = lighter(p.top, if p.top.is_dark() { 0.08 } else { -0.08 });
    match p.outfit {
        Outfit::Suit => {
            opening(f, p.shirt(), 0.006, sy + long * 0.6);
            lapels(f, dark, sy + long * 0.6);
            necktie(f, p.tie.unwrap_or(Rgba::hex(0xb5393f)), long * 0.5);
        }
        Outfit::Jacket => {
            opening(f, p.shirt(), s * 0.26, hy + 0.025);
            lapels(f, dark, hy);
        }
        Outfit::Coat => {
            opening(f, p.under.unwrap_or(Rgba::hex(PALE)), s * 0.16, hy + 0.02);
            lapels(f, dark, hy);
        }
        Outfit::Raincoat => raincoat(f, p),
        Outfit::Vest => vest(f, p),
        Outfit::Jacketed => double_breasted(f, p),
        Outfit::Uniform => uniform(f, p),
        Outfit::Overalls => overalls(f, p),
        Outfit::Space => space_suit(f),
        Outfit::Hoodie => hoodie(f, p),
        Outfit::Armour => armour(f, p),
        Outfit::Hero => hero(f, p),
        Outfit::Wrap => wrap(f, p),
        Outfit::Dress | Outfit::Gown => {
            let at = f.up((0.0, sy - 0.006));
            f.dot(at, s * 0.8, 0.034, p.skin);
            sash(f, lighter(p.top, -0.09), sy + long * 0.58, 0.018);
        }
        Outfit::Robe => sash(
            f,
            p.under.unwrap_or(lighter(p.top, -0.12)),
            sy + long * 0.7,
            0.022,
        ),
        Outfit::Plain | Outfit::Shorts | Outfit::Skirt | Outfit::Tutu => {
            collar(f, p, dark);
            if let Some(tie) = p.tie {
                necktie(f, tie, long * 0.5);
            }
        }
    }
}

/// A closing, pockets and a hood.
pub(super) fn raincoat(f: &mut Figure, p: &Person) {
    let (sy, hy, s) = (f.b.shoulder_y, f.b.hip_y, f.b.shoulder);
    let long = hy - sy;
    let dark = lighter(p.top, if p.top.is_dark() { 0.08 } else { -0.08 });
    let foot = hy + f.b.leg_bone * 0.7;
    f.seam(&[(0.0, sy + long * 0.1), (0.0, foot)], dark, 0.007);
    for i in 0..4 {
        let at = f.up((s * 0.16, sy + long * (0.3 + 0.28 * i as f32)));
        f.dot(at, 0.014, 0.014, dark);
    }
    for side in [-1.0_f32, 1.0] {
        let x = side * f.b.hip * 0.72;
        f.seam(
            &[(x - 0.018, hy + 0.035), (x + 0.018, hy + 0.035)],
            dark,
            0.009,
        );
    }
    // The hood lies on the shoulders.
    let at = f.up((0.0, sy - 0.004));
    f.dot(at, s * 1.24, 0.052, dark);
    f.dot(at, s * 0.7, 0.026, p.skin);
}

/// A shirt below, buttons above.
pub(super) fn vest(f: &mut Figure, p: &Person) {
    let (sy, hy) = (f.b.shoulder_y, f.b.hip_y);
    let long = hy - sy;
    opening(f, p.shirt(), 0.004, sy + long * 0.5);
    for i in 0..3 {
        let at = f.up((0.0, sy + long * (0.58 + 0.14 * i as f32)));
        f.dot(at, 0.012, 0.012, lighter(p.top, 0.2));
    }
}

/// A jacket with two rows of buttons.
pub(super) fn double_breasted(f: &mut Figure, p: &Person) {
    let (sy, hy, s) = (f.b.shoulder_y, f.b.hip_y, f.b.shoulder);
    let long = hy - sy;
    let dark = lighter(p.top, if p.top.is_dark() { 0.08 } else { -0.08 });
    // Double breasted, with two rows of buttons.
    f.seam(&[(s * 0.22, sy), (s * 0.2, hy)], dark, 0.006);
    for i in 0..4 {
        for x in [-s * 0.24, s * 0.06] {
            let at = f.up((x, sy + long * (0.16 + 0.2 * i as f32)));
            f.dot(at, 0.013, 0.013, Rgba::hex(0x5b6470));
        }
    }
}

/// A shirt with breast pockets.
pub(super) fn uniform(f: &mut Figure, p: &Person) {
    let (sy, hy, s) = (f.b.shoulder_y, f.b.hip_y, f.b.shoulder);
    let long = hy - sy;
    let dark = lighter(p.top, if p.top.is_dark() { 0.08 } else { -0.08 });
    opening(
        f,
        p.under.unwrap_or(lighter(p.top, 0.12)),
        0.004,
        sy + long * 0.32,
    );
    f.seam(&[(0.0, sy + long * 0.2), (0.0, hy)], dark, 0.005);
    for x in [-s * 0.5, s * 0.5] {
        f.shape(
            &[
                (x - s * 0.22, sy + long * 0.27),
                (x + s * 0.22, sy + long * 0.27),
                (x + s * 0.2, sy + long * 0.46),
                (x - s * 0.2, sy + long * 0.46),
            ],
            dark,
        );
    }
}

/// A box of controls, a belt, a ring for the helmet.
pub(super) fn space_suit(f: &mut Figure) {
    let (sy, hy, s) = (f.b.shoulder_y, f.b.hip_y, f.b.shoulder);
    let long = hy - sy;
    let c = f.up((0.0, sy + long * 0.5));
    f.limb(
        &[(c.0 - 0.04, c.1), (c.0 + 0.04, c.1)],
        &[0.075, 0.075],
        Rgba::hex(0xaab6c6),
    );
    f.dot((c.0 - 0.03, c.1 - 0.008), 0.02, 0.02, Rgba::hex(0xe2495b));
    f.dot((c.0 + 0.004, c.1 - 0.008), 0.02, 0.02, Rgba::hex(0x4aa3d6));
    f.dot((c.0 + 0.036, c.1 - 0.008), 0.02, 0.02, Rgba::hex(0xf3c64b));
    let y = hy - 0.03;
    f.seam(&[(-f.b.hip, y), (f.b.hip, y)], Rgba::hex(0x9aa8ba), 0.02);
    let ring = f.up((0.0, sy - 0.012));
    f.dot(ring, s * 1.5, 0.045, Rgba::hex(0xb9c4d2));
}

/// A hood and a pouch.
pub(super) fn hoodie(f: &mut Figure, p: &Person) {
    let (sy, hy, s) = (f.b.shoulder_y, f.b.hip_y, f.b.shoulder);
    let at = f.up((0.0, sy + 0.0));
    f.dot(at, s * 1.1, 0.045, lighter(p.top, -0.07));
    let k = f.b.hip;
    f.shape(
        &[
            (-k * 0.6, hy - 0.1),
            (k * 0.6, hy - 0.1),
            (k * 0.8, hy - 0.025),
            (-k * 0.8, hy - 0.025),
        ],
        lighter(p.top, -0.05),
    );
}

/// Trunks over tights.
pub(super) fn hero(f: &mut Figure, p: &Person) {
    let hy = f.b.hip_y;
    let dark = lighter(p.top, if p.top.is_dark() { 0.08 } else { -0.08 });
    let k = f.b.hip * 1.06;
    f.shape(
        &[
            (-k, hy - 0.03),
            (k, hy - 0.03),
            (k * 0.86, hy + 0.05),
            (0.0, hy + 0.085),
            (-k * 0.86, hy + 0.05),
        ],
        p.under.unwrap_or(dark),
    );
    collar(f, p, dark);
}

/// Cloth crossed before the chest.
pub(super) fn wrap(f: &mut Figure, p: &Person) {
    let (sy, hy, s) = (f.b.shoulder_y, f.b.hip_y, f.b.shoulder);
    let long = hy - sy;
    let dark = lighter(p.top, if p.top.is_dark() { 0.08 } else { -0.08 });
    // Cloth crossed before the chest, with a sash.
    f.seam(
        &[(-s * 0.4, sy - 0.01), (s * 0.1, sy + long * 0.42)],
        dark,
        0.014,
    );
    f.seam(
        &[(s * 0.4, sy - 0.01), (-s * 0.1, sy + long * 0.42)],
        dark,
        0.014,
    );
    sash(f, p.under.unwrap_or(lighter(p.top, -0.2)), hy - 0.07, 0.045);
}

pub(super) fn lapels(f: &mut Figure, color: Rgba, foot: f32) {
    let (sy, s) = (f.b.shoulder_y, f.b.shoulder);
    for side in [-1.0_f32, 1.0] {
        f.shape(
            &[
                (side * s * 0.34, sy - 0.018),
                (side * s * 0.62, sy + 0.035),
                (side * s * 0.44, sy + 0.05),
                (side * s * 0.12, (sy + 0.16).min(foot)),
            ],
            color,
        );
    }
}

pub(super) fn necktie(f: &mut Figure, color: Rgba, long: f32) {
    let sy = f.b.shoulder_y;
    f.shape(
        &[
            (-0.013, sy - 0.008),
            (0.013, sy - 0.008),
            (0.008, sy + 0.016),
            (0.02, sy + long * 0.8),
            (0.0, sy + long),
            (-0.02, sy + long * 0.8),
            (-0.008, sy + 0.016),
        ],
        color,
    );
}

pub(super) fn overalls(f: &mut Figure, p: &Person) {
    let (sy, hy, s, k) = (f.b.shoulder_y, f.b.hip_y, f.b.shoulder, f.b.hip);
    let at = f.up((0.0, sy - 0.008));
    f.dot(at, s * 0.7, 0.03, p.skin);
    f.shape(
        &[
            (-k * 0.66, sy + 0.09),
            (k * 0.66, sy + 0.09),
            (k * 0.74, hy - 0.09),
            (k * 1.08, hy - 0.06),
            (k * 1.06, hy + 0.03),
            (-k * 1.06, hy + 0.03),
            (-k * 1.08, hy - 0.06),
            (-k * 0.74, hy - 0.09),
        ],
        p.bottom,
    );
    for side in [-1.0_f32, 1.0] {
        f.seam(
            &[(side * k * 0.52, sy + 0.1), (side * s * 0.5, sy - 0.012)],
            p.bottom,
            0.024,
        );
        let b = f.up((side * k * 0.52, sy + 0.105));
        f.dot(b, 0.014, 0.014, Rgba::hex(GOLD));
    }
    f.shape(
        &[
            (-k * 0.36, sy + 0.13),
            (k * 0.36, sy + 0.13),
            (k * 0.34, sy + 0.185),
            (-k * 0.34, sy + 0.185),
        ],
        lighter(p.bottom, 0.06),
    );
}

pub(super) fn armour(f: &mut Figure, p: &Person) {
    let (sy, hy, s, k) = (f.b.shoulder_y, f.b.hip_y, f.b.shoulder, f.b.hip);
    let light = lighter(p.top, 0.1);
    let cloth = p.under.unwrap_or(Rgba::hex(0xb3303a));
    // A tabard below the belt, a breast plate above it.
    f.shape(
        &[
            (-k * 0.8, hy - 0.06),
            (k * 0.8, hy - 0.06),
            (k * 0.9, hy + 0.12),
            (0.0, hy + 0.15),
            (-k * 0.9, hy + 0.12),
        ],
        cloth,
    );
    f.round(
        &[
            (-s * 0.74, sy + 0.03),
            (0.0, sy + 0.0),
            (s * 0.74, sy + 0.03),
            (s * 0.5, sy + 0.17),
            (0.0, sy + 0.19),
            (-s * 0.5, sy + 0.17),
        ],
        light,
    );
    f.seam(
        &[(0.0, sy + 0.015), (0.0, sy + 0.18)],
        lighter(p.top, -0.08),
        0.006,
    );
    for y in [0.205, 0.235] {
        f.seam(
            &[
                (-k * 0.86, sy + y),
                (0.0, sy + y + 0.012),
                (k * 0.86, sy + y),
            ],
            lighter(p.top, -0.1),
            0.006,
        );
    }
    sash(f, Rgba::hex(0x6b4a2f), hy - 0.05, 0.026);
    for side in [-1.0_f32, 1.0] {
        let at = f.up((side * s * 0.96, sy + 0.022));
        f.dot(at, s * 0.72, 0.075, light);
        f.dot((at.0, at.1 + 0.006), s * 0.5, 0.045, p.top);
    }
}
