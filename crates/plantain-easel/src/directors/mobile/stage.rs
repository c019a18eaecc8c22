//! Where a screen stands: on the whole canvas, or in a phone on a designed ground.

use plantain_scene::build::{ellipse, icon, row, shape, stack};
use plantain_scene::node::Shape;
use plantain_scene::{Color, Node, Theme, Token};

use super::{Subject, screen};
use crate::components::ui::Kit;
use crate::components::ui::phone::Phone;
use crate::studio::Studio;

/// Canvases that are narrower than this (width by height) are the screen itself.
const FULL_BLEED_RATIO: f32 = 0.78;

/// From this ratio on there is room for two more phones.
const FLANK_RATIO: f32 = 1.3;

/// Builds a subject's screen and stages it on the canvas.
pub fn present(
    studio: &Studio<'_>,
    theme: &Theme,
    subject: Subject,
    variant: usize,
) -> (Node, &'static str, &'static str) {
    if studio.ratio() < FULL_BLEED_RATIO {
        let (node, reason) = screen(
            studio,
            theme,
            subject,
            (studio.width, studio.height),
            variant,
            false,
        );
        return (node, "full screen", reason);
    }
    let phone = fitting(studio);
    let (node, reason) = screen(studio, theme, subject, phone.screen(), variant, true);
    let kit = Kit::new(studio, theme, phone.w / 400.0);
    let device = phone.frame(&kit, node);
    let root = on_ground(studio, &kit, phone, device, subject.symbols(), variant);
    let root = if studio.ratio() >= FLANK_RATIO {
        flanked(studio, theme, root, phone, subject.symbols(), variant)
    } else {
        root
    };
    (root, "phone on a ground", reason)
}

/// Puts two quieter phones behind the one that has the screen: a start screen and a picture, both without words.
fn flanked(
    studio: &Studio<'_>,
    theme: &Theme,
    mut root: Node,
    main: Phone,
    symbols: [&str; 4],
    variant: usize,
) -> Node {
    let phone = Phone::high(main.h * 0.84);
    let kit = Kit::new(studio, theme, phone.w / 400.0);
    let step = main.w * 0.5 + phone.w * 0.56;
    let y = (studio.height - phone.h) / 2.0 + main.h * 0.05;
    let device = root.children.pop();
    // The symbols would stand on the phones.
    root.children.retain(|child| child.role != "symbol");
    let middle = studio.width / 2.0 - phone.w / 2.0;
    for (n, x) in [(0, middle - step), (1, middle + step)] {
        let screen = if (n + variant).is_multiple_of(2) {
            start_screen(&kit, phone.screen(), symbols[0])
        } else {
            picture_screen(&kit, phone.screen(), symbols)
        };
        root = root.child(phone.frame(&kit, screen).at(x, y).filler());
    }
    root.children.extend(device);
    root
}

/// A start screen: the accent, a symbol in rings.
fn start_screen(kit: &Kit<'_>, (w, h): (f32, f32), symbol: &str) -> Node {
    let ink = Color::from(Token::AccentInk);
    let mut node = stack()
        .size_box(w, h)
        .clip()
        .gradient(160.0, Token::Accent, kit.accent_deep());
    for (share, alpha) in [(1.5, 0.07), (1.05, 0.09), (0.62, 0.14)] {
        let d = w * share;
        node = node.child(
            ellipse()
                .bounds((w - d) / 2.0, (h - d) / 2.0, d, d)
                .fill(ink.alpha(alpha)),
        );
    }
    let side = w * 0.24;
    node.child(
        icon(symbol, side)
            .at((w - side) / 2.0, (h - side) / 2.0)
            .color(ink)
            .icon_stroke(1.6),
    )
}

/// A screen of pictures: a view over four tiles with the subject's symbols.
fn picture_screen(kit: &Kit<'_>, (w, h): (f32, f32), symbols: [&str; 4]) -> Node {
    let pad = kit.u(20.0);
    let gap = kit.u(14.0);
    let side = (w - 2.0 * pad - gap) / 2.0;
    let top = h - pad - 2.0 * side - gap - kit.u(20.0);
    let mut node = stack()
        .size_box(w, h)
        .clip()
        .fill(Token::Canvas)
        .child(kit.scenery("", symbols[0].len(), w, top - gap).at(0.0, 0.0));
    for (n, symbol) in symbols.iter().enumerate() {
        let (x, y) = (
            pad + (n % 2) as f32 * (side + gap),
            top + (n / 2) as f32 * (side + gap),
        );
        let (ink, pale) = kit.hue(n);
        node = node
            .child(
                shape(Shape::Rect)
                    .bounds(x, y, side, side)
                    .radius(kit.radius())
                    .fill(pale),
            )
            .child(
                icon(*symbol, side * 0.4)
                    .at(x + side * 0.3, y + side * 0.3)
                    .color(ink)
                    .icon_stroke(1.7),
            );
    }
    node
}

/// Returns why the screen stands as it does.
pub fn reason(studio: &Studio<'_>) -> &'static str {
    if studio.ratio() < FULL_BLEED_RATIO {
        "The canvas is as narrow as a phone, so the screen fills it."
    } else {
        "The canvas is wider than a phone, so the screen stands in a device on a quiet ground."
    }
}

/// Returns the largest phone that stands on the canvas with air around it.
pub fn fitting(studio: &Studio<'_>) -> Phone {
    let h = (studio.height * 0.925)
        .min(studio.width * 0.86 / crate::components::ui::phone::PHONE_RATIO);
    Phone::high(h)
}

/// Puts a phone on a designed ground: a large form behind it, and symbols around it.
pub fn on_ground(
    studio: &Studio<'_>,
    kit: &Kit<'_>,
    phone: Phone,
    device: Node,
    symbols: [&str; 4],
    variant: usize,
) -> Node {
    let (w, h) = (studio.width, studio.height);
    let (x, y) = ((w - phone.w) / 2.0, (h - phone.h) / 2.0);
    let mut root = ground(kit, w, h, variant);
    let room = x;
    if room > 110.0
        && !studio
            .brief
            .constraints
            .contains(&plantain_read::Constraint::NoIcons)
    {
        for (i, name) in symbols.iter().enumerate() {
            root = root.child(floating(kit, name, i, variant, (w, h), phone));
        }
    }
    root.child(device.at(x, y))
}

fn ground(kit: &Kit<'_>, w: f32, h: f32, variant: usize) -> Node {
    let theme = kit.theme;
    let base = theme.token(Token::Canvas);
    let accent = theme.token(Token::Accent);
    let dark = theme.is_dark();
    let near: Color = base.mix(accent, if dark { 0.36 } else { 0.16 }).into();
    let far: Color = base.mix(accent, if dark { 0.16 } else { 0.04 }).into();
    let deep: Color = base.mix(accent, if dark { 0.54 } else { 0.28 }).into();
    let root = stack().size_box(w, h).clip();
    let d = w.min(h);
    match variant % 3 {
        0 => root
            .gradient(150.0, far, near)
            .child(
                ellipse()
                    .bounds(w / 2.0 - d * 0.46, h / 2.0 - d * 0.46, d * 0.92, d * 0.92)
                    .fill(deep.alpha(0.55)),
            )
            .child(
                ellipse()
                    .bounds(w / 2.0 - d * 0.62, h / 2.0 - d * 0.62, d * 1.24, d * 1.24)
                    .stroke(deep.alpha(0.5), 1.5),
            ),
        1 => root
            .gradient(200.0, near, far)
            .child(
                shape(Shape::Blob { seed: 11 })
                    .bounds(-d * 0.22, h - d * 0.72, d * 0.9, d * 0.9)
                    .fill(deep.alpha(0.5)),
            )
            .child(
                shape(Shape::Blob { seed: 5 })
                    .bounds(w - d * 0.66, -d * 0.18, d * 0.86, d * 0.86)
                    .fill(deep.alpha(0.38)),
            ),
        _ => root.fill(near).child(
            shape(Shape::Rect)
                .bounds(w * 0.5, -h * 0.2, w * 0.9, h * 1.4)
                .rotate(14.0)
                .fill(deep.alpha(0.55)),
        ),
    }
}

/// Returns the n-th symbol: an icon on a small card beside the phone.
fn floating(
    kit: &Kit<'_>,
    name: &str,
    n: usize,
    variant: usize,
    canvas: (f32, f32),
    phone: Phone,
) -> Node {
    let (w, h) = canvas;
    let room = (w - phone.w) / 2.0;
    let side = (room * 0.40).clamp(56.0, 104.0) * [1.0, 0.78, 0.86, 1.06][n];
    // Two on each side, at uneven heights; wide canvases keep them near the phone.
    let near = (room * 0.5).min(side * 1.5);
    let left = n.is_multiple_of(2);
    let shift = [0.10, -0.16, -0.12, 0.14][(n + variant) % 4] * side;
    let cx = if left {
        (w - phone.w) / 2.0 - near
    } else {
        (w + phone.w) / 2.0 + near
    } + shift;
    let cy = h * [0.24, 0.36, 0.66, 0.76][n];
    let (ink, _) = kit.hue(n);
    kit.float(
        row()
            .role("symbol")
            .bounds(cx - side / 2.0, cy - side / 2.0, side, side)
            .center()
            .radius(side * 0.28)
            .rotate([-8.0, 7.0, 6.0, -7.0][n])
            .fill(Token::Surface)
            .child(icon(name, side * 0.46).color(ink).icon_stroke(1.9)),
    )
}
