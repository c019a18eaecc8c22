//! A town from above with a route through it, and the sheet that lies over it.

use plantain_scene::build::{col, ellipse, path, rect, shape, stack};
use plantain_scene::node::Shape;
use plantain_scene::{Color, Node, Oklch, Rgba, Token};

use crate::components::ui::Kit;

/// Returns an empty sheet to lie over a map, with its padding, gap and least radius in points.
pub(super) fn sheet(kit: &Kit<'_>, (pad, gap, radius): (f32, f32, f32)) -> Node {
    kit.float(
        col()
            .role("sheet")
            .fill_w()
            .pad(kit.u(pad))
            .gap(kit.u(gap))
            .radius(kit.radius().max(kit.u(radius)))
            .fill(Token::Surface),
    )
}

/// Draws a town from above: blocks, streets, a park, a river, a route with its ends.
pub fn map(kit: &Kit<'_>, w: f32, h: f32, variant: usize) -> Node {
    let dark = kit.theme.is_dark();
    let tone =
        |l: f32, dl: f32, c: f32, hue: f32| Oklch::new(if dark { dl } else { l }, c, hue).rgba();
    let land = tone(0.955, 0.25, 0.008, 90.0);
    let street = if dark {
        Oklch::new(0.36, 0.01, 260.0).rgba()
    } else {
        Rgba::WHITE
    };
    let main = tone(0.93, 0.45, 0.06, 85.0);
    let park = tone(0.90, 0.33, 0.06, 145.0);
    let water = tone(0.86, 0.34, 0.055, 235.0);
    let flip = variant % 2 == 1;
    let x = |v: f32| if flip { w * (1.0 - v) } else { w * v };
    let line = |points: &[(f32, f32)], color: Rgba, width: f32| {
        let d: String = points
            .iter()
            .enumerate()
            .map(|(i, (px, py))| {
                format!(
                    "{}{:.1} {:.1} ",
                    if i == 0 { "M" } else { "L" },
                    x(*px),
                    h * py
                )
            })
            .collect();
        path(d, w, h)
            .bounds(0.0, 0.0, w, h)
            .stroke(color, width)
            .round()
    };
    let u = w.min(h) / 400.0;
    let mut node = stack().role("map").size_box(w, h).clip().fill(land);
    let river = format!(
        "M{:.1} {:.1} C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}",
        x(-0.1),
        h * 0.30,
        x(0.35),
        h * 0.22,
        x(0.55),
        h * 0.52,
        x(1.1),
        h * 0.42
    );
    node = node
        .child(
            rect()
                .bounds(x(0.62).min(x(0.92)), h * 0.13, w * 0.30, h * 0.15)
                .radius(u * 8.0)
                .fill(park),
        )
        .child(
            rect()
                .bounds(x(0.06).min(x(0.34)), h * 0.52, w * 0.28, h * 0.12)
                .radius(u * 8.0)
                .fill(park),
        )
        .child(
            path(river, w, h)
                .bounds(0.0, 0.0, w, h)
                .stroke(water, u * 34.0)
                .round(),
        );
    for i in 0..9 {
        let y = 0.06 + i as f32 * 0.115;
        node = node.child(line(
            &[(-0.1, y), (1.1, y - 0.06)],
            street,
            u * if i % 3 == 0 { 9.0 } else { 5.0 },
        ));
    }
    for i in 0..6 {
        let px = 0.04 + i as f32 * 0.19;
        node = node.child(line(
            &[(px, -0.05), (px + 0.07, 1.05)],
            street,
            u * if i % 2 == 0 { 8.0 } else { 5.0 },
        ));
    }
    node = node.child(line(
        &[(-0.1, 0.70), (0.42, 0.60), (1.1, 0.16)],
        main,
        u * 13.0,
    ));
    node.children(route(kit, h, u, &x, &line))
}

/// The way from a dot to a pin.
fn route(
    kit: &Kit<'_>,
    h: f32,
    u: f32,
    x: &impl Fn(f32) -> f32,
    line: &impl Fn(&[(f32, f32)], Rgba, f32) -> Node,
) -> Vec<Node> {
    let points = [
        (0.24, 0.56),
        (0.262, 0.452),
        (0.455, 0.44),
        (0.433, 0.325),
        (0.61, 0.335),
        (0.598, 0.275),
    ];
    let accent = kit.theme.token(Token::Accent);
    let d = u * 24.0;
    let (sx, sy) = (x(0.24), h * 0.56);
    let (ex, ey) = (x(0.598), h * 0.275);
    let pin = u * 44.0;
    vec![
        line(&points, accent.mix(Rgba::WHITE, 0.72), u * 15.0),
        line(&points, accent, u * 8.0),
        ellipse()
            .bounds(sx - d, sy - d, d * 2.0, d * 2.0)
            .fill(Color::from(Token::Accent).alpha(0.18)),
        ellipse()
            .bounds(sx - d / 2.0, sy - d / 2.0, d, d)
            .fill(Token::Accent)
            .stroke(Rgba::WHITE, u * 4.0),
        shape(Shape::Pin)
            .bounds(ex - pin * 0.38, ey - pin, pin * 0.76, pin)
            .fill(kit.theme.token(Token::Negative)),
    ]
}
