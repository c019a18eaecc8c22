//! Laptops: a screen with its bezel over the edge of the keyboard.

use plantain_scene::build::{ellipse, rect, stack};
use plantain_scene::node::Shadow;
use plantain_scene::{Color, Node, Oklch, Rgba};

use super::kit::Kit;

/// Width of the screen divided by its height.
const SCREEN_RATIO: f32 = 1.6;
/// Bezel and base as shares of the screen's width.
const BEZEL: f32 = 0.016;
const BASE: f32 = 0.03;
const OVERHANG: f32 = 0.07;

/// A laptop's measures.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Laptop {
    /// Screen in logical units.
    pub w: f32,
    pub h: f32,
}

impl Laptop {
    /// Returns the largest laptop that stands on a canvas with air around it.
    pub fn fitting(width: f32, height: f32) -> Self {
        let w = (width * 0.9 / (1.0 + 2.0 * OVERHANG)).min(height * 0.8 * SCREEN_RATIO);
        Self {
            w,
            h: w / SCREEN_RATIO,
        }
    }

    /// Returns the device around a screen, in the middle of a canvas of this size.
    pub fn frame(&self, kit: &Kit<'_>, screen: Node, canvas: (f32, f32)) -> Node {
        let (bezel, base) = (self.w * BEZEL, self.w * BASE);
        let (dw, dh) = (self.w + 2.0 * bezel, self.h + 2.0 * bezel);
        let (x, y) = ((canvas.0 - dw) / 2.0, (canvas.1 - dh - base) / 2.0);
        let mut lid = stack()
            .role("laptop")
            .bounds(x, y, dw, dh)
            .radius(bezel * 1.6)
            .fill(Oklch::new(0.17, 0.006, 260.0).rgba());
        let shade = kit.shade();
        lid.style.shadows.push(Shadow {
            dx: 0.0,
            dy: self.w * 0.03,
            blur: self.w * 0.08,
            spread: 0.0,
            color: shade.alpha(0.28),
        });
        let lid = lid.child(
            stack()
                .bounds(bezel, bezel, self.w, self.h)
                .radius(bezel * 0.5)
                .clip()
                .child(screen),
        );
        let over = self.w * OVERHANG;
        let foot_w = dw + 2.0 * over;
        let metal = Oklch::new(0.86, 0.006, 260.0).rgba();
        let foot = rect()
            .bounds(x - over, y + dh, foot_w, base)
            .radius(base * 0.45)
            .gradient(180.0, metal, Oklch::new(0.66, 0.008, 260.0).rgba());
        let notch_w = foot_w * 0.14;
        let notch = rect()
            .bounds(canvas.0 / 2.0 - notch_w / 2.0, y + dh, notch_w, base * 0.36)
            .radius(base * 0.18)
            .fill(Oklch::new(0.60, 0.008, 260.0).rgba());
        let ground = ellipse()
            .bounds(x - over, y + dh + base * 0.7, foot_w, base * 1.1)
            .fill(Color::from(Rgba::BLACK).alpha(0.10));
        stack()
            .size_box(canvas.0, canvas.1)
            .child(ground)
            .child(lid)
            .child(foot)
            .child(notch)
    }
}

/// Returns whether a prompt wants its screen shown on a laptop.
pub fn wanted(prompt: &str) -> bool {
    let lower = prompt.to_lowercase();
    ["laptop", "macbook", "notebook computer"]
        .iter()
        .any(|word| lower.contains(word))
}
