//! The window around a page.

use plantain_scene::build::{col, ellipse, icon, row};
use plantain_scene::node::Place;
use plantain_scene::{Node, Oklch, Token};

use super::kit::{Kit, TEXT_MIN, Type, Word};

/// Height of the window's bar in points.
pub const WINDOW_BAR: f32 = 46.0;

impl Kit<'_> {
    /// Returns the bar of a browser window with its address.
    pub fn window_bar(&self, address: Option<&Word>) -> Node {
        let d = self.u(12.0);
        let lights = [25.0, 85.0, 145.0].map(|hue| {
            ellipse()
                .size_box(d, d)
                .rigid()
                .fill(Oklch::new(0.74, 0.15, hue).rgba())
        });
        let h = self.u(28.0).max(TEXT_MIN * 1.9);
        let mut field = row()
            .w(self.u(380.0))
            .h(h)
            .center()
            .gap(self.u(8.0))
            .radius(h / 2.0)
            .fill(Token::Sunken)
            .child(icon("lock", self.u(12.0)).color(Token::Muted));
        if let Some(address) = address {
            field = field.child(self.text(address, Type::Micro).max_lines(1));
        }
        row()
            .role("window-bar")
            .fill_w()
            .h(self.u(WINDOW_BAR))
            .rigid()
            .pad_xy(self.u(18.0), 0.0)
            .justify(Place::Between)
            .fill(Token::Surface)
            .child(row().gap(self.u(8.0)).w(self.u(90.0)).children(lights))
            .child(field)
            .child(
                row()
                    .gap(self.u(16.0))
                    .w(self.u(90.0))
                    .justify(Place::End)
                    .child(icon("share", self.u(16.0)).color(Token::Muted))
                    .child(icon("plus", self.u(16.0)).color(Token::Muted)),
            )
    }

    /// Returns a window of this size around a page that is built for what is left.
    pub fn window(
        &self,
        size: (f32, f32),
        address: Option<&Word>,
        page: impl FnOnce(f32, f32) -> Node,
    ) -> Node {
        let inner = size.1 - self.u(WINDOW_BAR) - 1.0;
        let node = col()
            .role("window")
            .size_box(size.0, size.1)
            .rigid()
            .radius(self.u(14.0))
            .clip()
            .fill(Token::Canvas)
            .child(self.window_bar(address))
            .child(self.rule())
            .child(page(size.0, inner));
        self.float(node)
    }
}
