//! Wallpapers behind the icons.

use plantain_scene::build::{ellipse, shape, stack};
use plantain_scene::node::{Paint, Shape};
use plantain_scene::{Color, Node, Oklch, Rgba, Token};

use crate::components::ui::Kit;

/// Returns the wallpaper and the colour of words on it. It stays in one lightness range, so that every word can be read.
pub(super) fn wallpaper(
    kit: &Kit<'_>,
    (w, h): (f32, f32),
    variant: usize,
    dark: bool,
) -> (Node, Color) {
    let theme = kit.theme;
    let accent = theme.token(Token::Accent).oklch();
    let dark = dark || theme.is_dark() || variant % 3 == 1;
    let tone = |l: f32, c: f32, turn: f32| Oklch::new(l, c, accent.h + turn).rgba();
    let d = w.max(h);
    let wide = |node: Node, x: f32, y: f32, s: f32| {
        node.bounds(w * x - d * s / 2.0, h * y - d * s / 2.0, d * s, d * s)
    };
    if dark {
        let node = stack()
            .bounds(0.0, 0.0, w, h)
            .clip()
            .gradient(165.0, tone(0.34, 0.11, 20.0), tone(0.19, 0.07, -30.0))
            .child(wide(
                shape(Shape::Blob { seed: 3 }).fill(glow(tone(0.44, 0.15, 50.0))),
                0.9,
                0.2,
                0.9,
            ))
            .child(wide(
                shape(Shape::Blob { seed: 8 }).fill(glow(tone(0.36, 0.13, -50.0))),
                0.1,
                0.85,
                1.0,
            ));
        return (node, Rgba::WHITE.into());
    }
    let node = stack()
        .bounds(0.0, 0.0, w, h)
        .clip()
        .gradient(165.0, tone(0.95, 0.035, 0.0), tone(0.86, 0.075, 30.0))
        .child(wide(
            ellipse().fill(glow(tone(0.90, 0.08, 60.0))),
            0.95,
            0.18,
            0.9,
        ))
        .child(wide(
            ellipse().fill(glow(tone(0.84, 0.09, -40.0))),
            0.0,
            0.9,
            1.1,
        ));
    (node, tone(0.24, 0.05, 0.0).into())
}

pub(super) fn glow(color: Rgba) -> Paint {
    let color = Color::from(color);
    Paint::Radial {
        center: [0.5, 0.5],
        radius: 0.5,
        stops: vec![(0.0, color), (1.0, color.alpha(0.0))],
    }
}
