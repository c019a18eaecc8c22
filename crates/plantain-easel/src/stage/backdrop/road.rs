//! A road or a track through open land, from the lower edge to the horizon.

use plantain_scene::Rgba;
use plantain_scene::node::Node;

use super::Backdrop;
use crate::stage::light::lighter;
use crate::stage::pen::Pen;
use crate::stage::place::Place;

/// What leads through the land.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// Asphalt with a line in its middle.
    Road,
    /// Trodden earth.
    Track,
}

impl Way {
    pub const ALL: [Self; 2] = [Self::Road, Self::Track];

    /// Returns the way that the words of a prompt tell.
    pub fn told(heard: &str) -> Option<Self> {
        const ROADS: &[&str] = &["road", "highway", "motorway", "autobahn", "freeway"];
        const TRACKS: &[&str] = &["path", "trail", "footpath", "track", "dirt road", "lane"];
        let says = |words: &[&str]| {
            let mut heard = heard.split(|c: char| !c.is_alphanumeric());
            heard.any(|word| words.contains(&word))
        };
        if heard.contains("dirt road") || heard.contains("gravel road") {
            return Some(Self::Track);
        }
        says(ROADS)
            .then_some(Self::Road)
            .or_else(|| says(TRACKS).then_some(Self::Track))
    }

    /// Returns whether a place is open land that a way can lead through.
    pub fn fits(place: Place) -> bool {
        matches!(
            place,
            Place::Field
                | Place::Farm
                | Place::Forest
                | Place::Hills
                | Place::Mountains
                | Place::Desert
                | Place::Snow
        )
    }
}

/// Half the width at the lower edge and at the far end, as shares of the canvas's width.
const NEAR: f32 = 0.21;
const FAR: f32 = 0.008;
/// Points on each side, and dashes of the line.
const STEPS: usize = 14;
const DASHES: usize = 9;

/// Draws the way over the ground that was painted before.
pub fn way(b: &Backdrop<'_>, out: &mut Vec<Node>, kind: Way) {
    let mut rng = b.rng("way");
    let top = b.horizon()
        + match b.place {
            Place::Hills | Place::Mountains => 0.24 * (b.h() - b.horizon()),
            _ => 0.02 * (b.h() - b.horizon()),
        };
    let run = b.h() - top;
    let side = if rng.chance(0.5) { 1.0 } else { -1.0 };
    let (foot, swing) = (0.5 + side * rng.range(0.06, 0.14), rng.range(0.1, 0.16));
    let middle = |t: f32| {
        let bend = libm::sinf((1.0 - t) * 5.2) * swing * (0.25 + 0.75 * t) * (1.0 - 0.55 * t);
        b.w() * (0.5 + (foot - 0.5) * t + side * bend)
    };
    let half = |t: f32| b.w() * (FAR + (NEAR - FAR) * libm::powf(t, 1.5));
    let at = |i: usize, k: f32| {
        let t = i as f32 / STEPS as f32;
        (middle(t) + k * half(t), top + run * t)
    };
    let band = |k: f32| {
        let left: Vec<(f32, f32)> = (0..=STEPS).map(|i| at(i, -k)).collect();
        let right: Vec<(f32, f32)> = (0..=STEPS).rev().map(|i| at(i, k)).collect();
        Pen::new()
            .go(left[0].0, left[0].1)
            .through(&left)
            .line(right[0].0, right[0].1)
            .through(&right)
            .close()
            .end()
    };
    let color = match (kind, b.place) {
        (Way::Road, _) => b.light.ground(Rgba::hex(0x6b6f78)),
        (Way::Track, Place::Snow) => b.light.ground(Rgba::hex(0xd5dde8)),
        (Way::Track, _) => b.light.ground(Rgba::hex(0xd9bf92)),
    };
    out.push(b.layer(
        band(1.1),
        lighter(color, if kind == Way::Road { 0.12 } else { -0.05 }),
    ));
    out.push(b.layer(band(1.0), color));
    if kind == Way::Road {
        let line = b.light.lit(Rgba::hex(0xf7f2df), 0.0);
        for i in 0..DASHES {
            // Evenly on the ground: longer the nearer.
            let t = |k: f32| libm::powf((i as f32 + k) / DASHES as f32, 1.9);
            let (a, z) = (t(0.2), t(0.75));
            let (wa, wz) = (half(a) * 0.05, half(z) * 0.05);
            let dash = Pen::new()
                .go(middle(a) - wa, top + run * a)
                .line(middle(a) + wa, top + run * a)
                .line(middle(z) + wz, top + run * z)
                .line(middle(z) - wz, top + run * z)
                .close()
                .end();
            out.push(b.layer(dash, line));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Way;

    #[test]
    fn ways_are_told_by_their_words() {
        for (heard, want) in [
            ("an autumn forest with a winding road", Some(Way::Road)),
            ("a gas station by the road", Some(Way::Road)),
            ("a dirt road in the desert", Some(Way::Track)),
            ("a path through the woods", Some(Way::Track)),
            ("a broad field", None),
        ] {
            assert_eq!(Way::told(heard), want, "{heard}");
        }
    }
}
