//! How the colours of a ramp run across the sheet.

use plantain_scene::Rgba;
use plantain_scene::node::Paint;

use super::Palette;

/// Steps between two colours of a ramp.
const STEPS: usize = 6;

/// The way on which a ramp takes its colours.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Course {
    /// At an angle as in CSS: 180 runs downward, 90 to the right.
    Line(f32),
    /// From the middle out, or from the rim in.
    Round { outward: bool },
}

impl Course {
    /// Returns the course on which a prompt lets its colours run in the order of their telling, if it tells one.
    pub(super) fn told(heard: &str) -> Option<Self> {
        let place = |words: &[&str]| words.iter().filter_map(|w| heard.find(w)).min();
        let middle = place(&["center", "centre", "middle"]);
        let rim = place(&["edge", "corners", "outside", "outward", "border", "rim"]);
        let round = ["radial", "circular gradient", "spotlight gradient"];
        if place(&round).is_some() || middle.is_some() && rim.is_some() {
            let outward = !matches!((middle, rim), (Some(m), Some(r)) if r < m);
            return Some(Self::Round { outward });
        }
        let lead = |first: &[&str], last: &[&str]| match (place(first), place(last)) {
            (Some(first), Some(last)) if first < last => 1,
            (Some(_), Some(_)) => -1,
            _ => 0,
        };
        let down = lead(&["top", "above"], &["bottom", "below"]);
        let right = lead(&["left"], &["right"]);
        let angle = match (right, down) {
            (0, 1) => Some(180.0),
            (0, -1) => Some(360.0),
            (1, 0) => Some(90.0),
            (-1, 0) => Some(270.0),
            (1, 1) => Some(135.0),
            (-1, 1) => Some(225.0),
            (1, -1) => Some(45.0),
            (-1, -1) => Some(315.0),
            _ => None,
        };
        let named = || {
            let ways = [
                ("vertical", 180.0),
                ("horizontal", 90.0),
                ("diagonal", 135.0),
            ];
            let leads = [" to ", " into ", "fading", "blending", "transition"];
            let way = ways.iter().find(|(word, _)| heard.contains(word));
            let led = leads.iter().any(|words| heard.contains(words));
            way.map(|(_, angle)| *angle)
                .or_else(|| led.then_some(135.0))
        };
        angle.or_else(named).map(Self::Line)
    }

    /// Returns the ramp of a palette on this course.
    pub(super) fn ramp(self, palette: &Palette) -> Paint {
        let mut inks = palette.inks.clone();
        match self {
            Self::Line(angle) => Paint::Linear {
                angle,
                stops: stops(&inks),
            },
            Self::Round { outward } => {
                if !outward {
                    inks.reverse();
                }
                Paint::Radial {
                    center: [0.5, 0.5],
                    radius: 0.66,
                    stops: stops(&inks),
                }
            }
        }
    }
}

/// Returns a colour between two; where opposite ones would meet in grey, they meet in a pale tint.
pub(super) fn between(a: Rgba, b: Rgba, t: f32) -> Rgba {
    let mixed = a.mix(b, t);
    let least = a.oklch().c.min(b.oklch().c);
    let dulled = ((least - mixed.oklch().c) / least.max(0.01)).clamp(0.0, 1.0);
    mixed.mix(Rgba::WHITE, 0.62 * dulled)
}

/// Returns even stops through colours, and through a pale tint where opposite ones meet.
fn stops(inks: &[Rgba]) -> Vec<(f32, plantain_scene::Color)> {
    let spans = inks.len().saturating_sub(1).max(1);
    (0..=spans * STEPS)
        .map(|i| {
            let (span, t) = ((i / STEPS).min(spans - 1), i as f32 / STEPS as f32);
            let (a, b) = (inks[span], inks[(span + 1).min(inks.len() - 1)]);
            let at = i as f32 / (spans * STEPS) as f32;
            (at, between(a, b, t - span as f32).into())
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::Course;

    #[test]
    fn a_prompt_tells_the_course() {
        let line = |angle| Some(Course::Line(angle));
        let round = |outward| Some(Course::Round { outward });
        for (heard, want) in [
            ("gradient from red to blue", line(135.0)),
            ("horizontal gradient from red to blue", line(90.0)),
            ("diagonal gradient, red and blue", line(135.0)),
            ("pink to light blue, top to bottom", line(180.0)),
            ("blue at the bottom, white at the top", line(360.0)),
            ("top left navy, bottom right mint", line(135.0)),
            ("bottom left navy, top right mint", line(45.0)),
            ("radial gradient of red and blue", round(true)),
            ("bright in the center, dark at the edges", round(true)),
            ("dark edges, bright center", round(false)),
            ("soft mesh gradient", None),
        ] {
            assert_eq!(Course::told(heard), want, "{heard}");
        }
    }
}
