//! Colours of source text.

use plantain_scene::color::Rgba;
use plantain_scene::{Oklch, Theme};

use super::highlight::Kind;

/// Colours of source text on its ground.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scheme {
    pub(super) ground: Rgba,
    pub(super) bar: Rgba,
    pub(super) ink: Rgba,
    pub(super) faint: Rgba,
    /// Hues in degrees: keyword, text, number, call, type.
    hues: [f32; 5],
}

const DARK: &[(u32, u32, [f32; 5])] = &[
    (0x1e2230, 0x2a2f40, [310.0, 140.0, 60.0, 250.0, 85.0]),
    (0x22212c, 0x2e2d3b, [350.0, 110.0, 300.0, 150.0, 200.0]),
    (0x0f1b24, 0x182833, [250.0, 165.0, 40.0, 215.0, 95.0]),
    (0x272822, 0x34352d, [0.0, 105.0, 300.0, 130.0, 210.0]),
];

const LIGHT: &[(u32, u32, [f32; 5])] = &[
    (0xfdfdfd, 0xeceff4, [310.0, 145.0, 50.0, 255.0, 30.0]),
    (0xfdf8ec, 0xf1e8d2, [15.0, 160.0, 300.0, 245.0, 75.0]),
    (0xf6f8fc, 0xe2e8f3, [265.0, 30.0, 170.0, 290.0, 210.0]),
];

impl Scheme {
    pub(super) fn of(theme: &Theme, dark: bool, n: usize) -> Self {
        let (ground, bar, hues) = if dark {
            DARK[n % DARK.len()]
        } else {
            LIGHT[n % LIGHT.len()]
        };
        let _ = theme;
        let ground = Rgba::hex(ground);
        let ink = if dark {
            Rgba::hex(0xe7e9f0)
        } else {
            Rgba::hex(0x1f2430)
        };
        Self {
            ground,
            bar: Rgba::hex(bar),
            ink,
            faint: ink
                .mix(ground, 0.4)
                .readable_on(ground, 4.6)
                .readable_on(Rgba::hex(bar), 4.6),
            hues,
        }
    }

    /// The colours of a terminal as they are told: "green on black".
    pub(super) fn told(mut self, ground: Option<Rgba>, ink: Option<Rgba>) -> Self {
        if let Some(ground) = ground {
            self.ground = ground;
            self.bar = ground.mix(
                if ground.is_dark() {
                    Rgba::WHITE
                } else {
                    Rgba::BLACK
                },
                0.12,
            );
        }
        let ink = ink.unwrap_or(self.ink).readable_on(self.ground, 4.6);
        self.ink = ink;
        self.faint = ink
            .mix(self.ground, 0.3)
            .readable_on(self.ground, 4.6)
            .readable_on(self.bar, 4.6);
        self
    }

    pub(super) fn color(&self, kind: Kind) -> Rgba {
        let l = if self.ground.is_dark() { 0.8 } else { 0.48 };
        let hue = |n: usize| {
            Oklch::new(l, 0.13, self.hues[n])
                .rgba()
                .readable_on(self.ground, 4.6)
        };
        match kind {
            Kind::Keyword => hue(0),
            Kind::Text => hue(1),
            Kind::Number => hue(2),
            Kind::Call => hue(3),
            Kind::Type => hue(4),
            Kind::Comment => self.faint,
            Kind::Sign => self
                .ink
                .mix(self.ground, 0.25)
                .readable_on(self.ground, 4.6),
        }
    }
}
