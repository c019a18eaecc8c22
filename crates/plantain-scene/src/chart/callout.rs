//! The callout at a stressed point: a dark box with two lines that covers neither lines nor labels.

use super::geometry::Area;
use super::pen::{Anchor, LINE, Pen};
use crate::build::rect;
use crate::color::{Color, Oklch, Rgba};

/// Draws the chart's callout near `point`, outside a halo of radius `halo` and off the points in `crossed`.
pub(super) fn draw(
    pen: &mut Pen<'_>,
    plot: &Area,
    point: [f32; 2],
    halo: f32,
    crossed: &[[f32; 2]],
) {
    let Some([small, strong]) = pen.spec.callout.as_ref() else {
        return;
    };
    let (ground, soft, ink) = colors(pen);
    let small = pen.label(small).weight(500).color(soft).role("callout");
    let strong = pen
        .label(strong)
        .weight(700)
        .scaled(1.2)
        .color(ink)
        .role("callout");
    let pad = pen.size * 0.9;
    let text_w = [&small, &strong]
        .iter()
        .fold(0.0_f32, |w, label| w.max(pen.width(label)));
    let small_h = if small.text.is_empty() {
        0.0
    } else {
        small.height()
    };
    let (w, h) = (text_w + 2.0 * pad, small_h + strong.height() + 1.4 * pad);
    let Some(area) = place(pen, plot, point, halo, (w, h), crossed) else {
        return;
    };
    let shadow = Color::Fixed(Rgba::rgb(10, 14, 30).faded(0.22));
    pen.mark(
        rect()
            .bounds(area.x, area.y, area.w, area.h)
            .fill(ground)
            .radius(pad * 0.75)
            .shadow(pad * 0.4, pad * 1.6, shadow)
            .role("callout-box"),
    );
    let (x, top) = (area.x + pad, area.y + 0.7 * pad);
    let strong_mid = top + small_h + strong.height() / 2.0;
    pen.put(small, x, top + small_h / 2.0, Anchor::Left);
    pen.put(strong, x, strong_mid, Anchor::Left);
}

/// Returns the room that a callout wants above its point; none in charts too low for one.
pub(super) fn headroom(pen: &Pen<'_>) -> f32 {
    const HEIGHT_MIN: f32 = 15.0;
    if pen.whole.h < HEIGHT_MIN * pen.size {
        pen.size * 0.8
    } else {
        pen.size * 3.7
    }
}

/// Ground, quiet text and strong text of the box: the opposite of what the chart stands on.
fn colors(pen: &Pen<'_>) -> (Color, Color, Color) {
    let under = pen.ground_rgba();
    let hue = pen.theme.palette.ink.0.oklch();
    let ground = if under.is_dark() {
        Oklch::new(0.96, hue.c.min(0.02), hue.h).rgba()
    } else {
        Oklch::new(0.21, hue.c.min(0.04), hue.h).rgba()
    };
    let ink = if ground.is_dark() {
        Rgba::WHITE
    } else {
        Oklch::new(0.2, 0.02, hue.h).rgba()
    };
    let soft = ink.mix(ground, 0.25).readable_on(ground, 4.6);
    (Color::Fixed(ground), Color::Fixed(soft), Color::Fixed(ink))
}

/// Returns the first place around the point where the box stands inside the chart and covers nothing.
fn place(
    pen: &Pen<'_>,
    plot: &Area,
    [x, y]: [f32; 2],
    halo: f32,
    (w, h): (f32, f32),
    crossed: &[[f32; 2]],
) -> Option<Area> {
    let gap = halo + pen.size * 0.4;
    let bounds = Area::new(plot.x, 0.0, pen.whole.w - plot.x, plot.bottom());
    let slide = |left: f32| left.max(bounds.x).min((bounds.right() - w).max(bounds.x));
    let above = y - gap - h;
    let candidates = [
        (slide(x - w / 2.0), above),
        (slide(x - w * 0.85), above),
        (slide(x - w * 0.15), above),
        (x + gap, y - h / 2.0),
        (x - gap - w, y - h - gap * 0.2),
        (x + gap, y - h - gap * 0.2),
        (slide(x - w / 2.0), above - pen.size * LINE),
        (slide(x - w / 2.0), y + gap),
        (x - gap - w, y + gap * 0.4),
        (x + gap, y + gap * 0.4),
    ];
    let halo_box = Area::new(x - halo, y - halo, 2.0 * halo, 2.0 * halo);
    candidates
        .into_iter()
        .map(|(left, top)| Area::new(left, top, w, h))
        .find(|area| {
            let roomy = area.grown(pen.size * 0.35);
            bounds.holds(area)
                && pen.is_free(area)
                && !area.overlaps(&halo_box)
                && !crossed.iter().any(|p| roomy.holds_point(*p))
        })
}
