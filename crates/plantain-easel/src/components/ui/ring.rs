//! Progress rings with round ends.

use plantain_scene::build::{ellipse, shape, stack};
use plantain_scene::node::{Place, Shape};
use plantain_scene::{Color, Node, Token};

use super::kit::Kit;

impl Kit<'_> {
    /// Returns a ring of `side` units that is filled to `share` (0 to 1), with `inside` in its middle.
    pub fn ring(&self, side: f32, share: f32, color: Color, track: Color, inside: Node) -> Node {
        self.ring_of(side, share, side * 0.085, color, track, inside)
    }

    /// As [`Kit::ring`], with the thickness in logical units.
    pub fn ring_of(
        &self,
        side: f32,
        share: f32,
        thick: f32,
        color: Color,
        track: Color,
        inside: Node,
    ) -> Node {
        let share = share.clamp(0.02, 1.0);
        let hole = 1.0 - 2.0 * thick / side;
        let ring = |from: f32, to: f32, paint: Color| {
            shape(Shape::Ring { from, to, hole })
                .bounds(0.0, 0.0, side, side)
                .fill(paint)
        };
        let cap = |turn: f32| {
            let angle = turn * std::f32::consts::TAU;
            let r = side / 2.0 - thick / 2.0;
            let (x, y) = (
                side / 2.0 + r * libm::sinf(angle),
                side / 2.0 - r * libm::cosf(angle),
            );
            ellipse()
                .bounds(x - thick / 2.0, y - thick / 2.0, thick, thick)
                .fill(color)
        };
        let mut node = stack()
            .role("ring")
            .size_box(side, side)
            .rigid()
            .justify(Place::Center)
            .align(Place::Center)
            .child(ring(0.0, 360.0, track))
            .child(ring(0.0, 360.0 * share, color));
        if share < 0.999 {
            node = node.child(cap(0.0)).child(cap(share));
        }
        node.child(inside)
    }

    /// Returns a track colour for a ring or bar in the accent.
    pub fn accent_track(&self) -> Color {
        Color::from(Token::Accent).alpha(if self.theme.is_dark() { 0.22 } else { 0.15 })
    }
}
