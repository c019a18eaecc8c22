//! Phones: the device with its bezel, and the status bar of a screen.

use plantain_scene::build::{col, icon, rect, row, stack};
use plantain_scene::node::{Place, Shadow};
use plantain_scene::{Color, Node, Oklch, Rgba, Token};

use super::kit::{Kit, Type, Word};

/// Width of a phone divided by its height, bezel included.
pub const PHONE_RATIO: f32 = 0.485;
/// Height of the status bar in points.
pub const STATUS_BAR: f32 = 46.0;

/// A phone's measures for an outer width.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Phone {
    pub w: f32,
    pub h: f32,
    pub bezel: f32,
}

impl Phone {
    /// Returns a phone of this height.
    pub fn high(h: f32) -> Self {
        let w = h * PHONE_RATIO;
        Self {
            w,
            h,
            bezel: w * 0.028,
        }
    }

    /// Returns the size of its screen.
    pub fn screen(&self) -> (f32, f32) {
        (self.w - 2.0 * self.bezel, self.h - 2.0 * self.bezel)
    }

    fn corner(&self) -> f32 {
        self.w * 0.145
    }

    /// Returns the device around a screen.
    pub fn frame(&self, kit: &Kit<'_>, screen: Node) -> Node {
        let (w, h) = self.screen();
        let metal = Oklch::new(0.30, 0.008, 260.0).rgba();
        let edge = Oklch::new(0.48, 0.008, 260.0).rgba();
        let mut body = stack()
            .role("phone")
            .size_box(self.w, self.h)
            .rigid()
            .radius(self.corner())
            .gradient(120.0, metal, Oklch::new(0.16, 0.006, 260.0).rgba())
            .stroke(edge, self.w * 0.004);
        let shade = kit.shade();
        for (dy, blur, alpha) in [(0.012, 0.04, 0.22), (0.06, 0.16, 0.26)] {
            body.style.shadows.push(Shadow {
                dx: 0.0,
                dy: self.h * dy,
                blur: self.h * blur,
                spread: 0.0,
                color: shade.alpha(alpha),
            });
        }
        body.child(
            stack()
                .bounds(self.bezel, self.bezel, w, h)
                .radius(self.corner() - self.bezel)
                .clip()
                .fill(Token::Canvas)
                .child(screen),
        )
    }
}

impl Kit<'_> {
    /// Returns the status bar: time, signal, battery. `island` leaves room for the camera and draws it.
    pub fn status_bar(&self, time: Option<&Word>, ink: Color, island: bool) -> Node {
        let usual = Word::invented("9:41");
        let time = time.unwrap_or(&usual);
        let mut bar = row()
            .role("status-bar")
            .fill_w()
            .h(self.u(STATUS_BAR))
            .rigid()
            .pad_xy(self.u(26.0), 0.0)
            .justify(Place::Between);
        bar = bar.child(
            self.text(time, Type::Strong)
                .size(self.u(15.0).max(super::kit::TEXT_MIN))
                .color(ink)
                .tabular()
                .max_lines(1),
        );
        if island {
            bar = bar.child(
                rect()
                    .size_box(self.u(104.0), self.u(29.0))
                    .rigid()
                    .radius(self.u(15.0))
                    .fill(Rgba::BLACK),
            );
        }
        bar.child(
            row()
                .gap(self.u(6.0))
                .rigid()
                .child(self.signal(ink))
                .child(icon("wifi", self.u(16.0)).color(ink).icon_stroke(2.4))
                .child(self.battery(ink)),
        )
    }

    fn signal(&self, ink: Color) -> Node {
        row()
            .gap(self.u(2.0))
            .align(Place::End)
            .h(self.u(11.0))
            .rigid()
            .children([4.0, 6.0, 8.5, 11.0].map(|h| {
                rect()
                    .size_box(self.u(3.0), self.u(h))
                    .rigid()
                    .radius(self.u(1.0))
                    .fill(ink)
            }))
    }

    fn battery(&self, ink: Color) -> Node {
        row()
            .gap(self.u(1.5))
            .rigid()
            .child(
                row()
                    .size_box(self.u(24.0), self.u(12.0))
                    .rigid()
                    .pad(self.u(2.0))
                    .radius(self.u(3.5))
                    .stroke(ink.alpha(0.5), self.u(1.0))
                    .child(
                        rect()
                            .w(self.u(16.0))
                            .h(self.u(8.0))
                            .rigid()
                            .radius(self.u(2.0))
                            .fill(ink),
                    ),
            )
            .child(
                rect()
                    .size_box(self.u(1.6), self.u(4.5))
                    .rigid()
                    .radius(self.u(0.8))
                    .fill(ink.alpha(0.5)),
            )
    }

    /// Returns a screen: status bar, content with side margins, a bar at the foot.
    pub fn screen(&self, size: (f32, f32), status: Node, content: Node, foot: Node) -> Node {
        let side = self.u(SIDE_MARGIN);
        col()
            .role("screen")
            .size_box(size.0, size.1)
            .fill(Token::Canvas)
            .child(status)
            .child(col().grow(1.0).pad_xy(side, 0.0).child(content))
            .child(foot)
    }
}

/// Side margin of screens in points.
pub const SIDE_MARGIN: f32 = 20.0;
