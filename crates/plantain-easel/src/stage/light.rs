//! The light of a scene: what the hour, the weather and the season do to its colours.

use plantain_read::{Season, Setting, TimeOfDay, Weather};
use plantain_scene::{Oklch, Rgba};

use crate::rng::Rng;
use crate::wardrobe::rgb;

/// What lamps leave of the night in a room: colour, and how much.
const LAMPLIGHT: (u32, f32) = (0x523028, 0.28);

/// The light that falls on everything in a scene.
#[derive(Debug, Clone, PartialEq)]
pub struct Light {
    pub time: TimeOfDay,
    pub weather: Weather,
    pub season: Season,
    /// Sky from top to horizon.
    pub sky: Vec<Rgba>,
    /// Colour that far things fade into.
    pub haze: Rgba,
    /// Colour of light that everything takes on, and how much, 0 to 1.
    pub wash: (Rgba, f32),
    /// Disc of sun or moon.
    pub disc: Rgba,
    /// Colour of shadows, with its opacity.
    pub shadow: Rgba,
    /// Light comes from this side: -1 left, 1 right.
    pub side: f32,
    /// Colour of the sky that was asked for, if one was.
    pub sky_asked: Option<Rgba>,
    /// Colour of the ground that was asked for, if one was.
    pub ground_asked: Option<Rgba>,
}

impl Light {
    /// Chooses the light for a setting; what the prompt leaves open is the seed's.
    pub fn new(setting: &Setting, usual: TimeOfDay, rng: &mut Rng) -> Self {
        let time = setting.time.unwrap_or(usual);
        let weather = setting.weather.unwrap_or(Weather::Sunny);
        let season = setting.season.unwrap_or(match weather {
            Weather::Snow => Season::Winter,
            _ => Season::Summer,
        });
        let mut sky = sky_of(time, rng);
        if let Some(grey) = veil(weather) {
            sky = sky.iter().map(|c| dull(*c, grey)).collect();
        }
        let sky_asked = setting.sky.as_ref().map(rgb);
        // "A blue sky" by day asks for what is there anyway.
        if let Some(asked) = sky_asked
            && !(asked.oklch().c > 0.04 && near(asked, sky[0]))
        {
            sky = asked_sky(asked);
        }
        let haze = *sky.last().unwrap_or(&Rgba::WHITE);
        Self {
            time,
            weather,
            season,
            wash: wash_of(time, weather),
            disc: match time {
                TimeOfDay::Night | TimeOfDay::Dusk => Rgba::hex(0xfdf6dc),
                TimeOfDay::Sunset | TimeOfDay::Dawn => Rgba::hex(0xffd977),
                _ => Rgba::hex(0xfff3b0),
            },
            shadow: match time {
                TimeOfDay::Night => Rgba::hex(0x050a1c).faded(0.42),
                TimeOfDay::Sunset | TimeOfDay::Dusk => Rgba::hex(0x2b1436).faded(0.32),
                _ => Rgba::hex(0x14213d).faded(0.22),
            },
            side: if rng.chance(0.5) { -1.0 } else { 1.0 },
            sky,
            haze,
            sky_asked,
            ground_asked: setting.ground.as_ref().map(rgb),
        }
    }

    /// Returns the light of a room in which lamps are lit after sunset: warm, and bright enough for what stands in it.
    #[must_use]
    pub fn lamplit(mut self) -> Self {
        if matches!(self.time, TimeOfDay::Night | TimeOfDay::Dusk) {
            self.wash = (Rgba::hex(LAMPLIGHT.0), LAMPLIGHT.1);
        }
        self
    }

    pub fn is_night(&self) -> bool {
        matches!(self.time, TimeOfDay::Night)
    }

    /// Returns whether the sun or the moon stands low.
    pub fn is_low(&self) -> bool {
        matches!(
            self.time,
            TimeOfDay::Sunset | TimeOfDay::Dawn | TimeOfDay::Dusk
        )
    }

    /// Returns how a colour looks in this light at a depth from 0 (near) to 1 (at the horizon).
    pub fn lit(&self, color: Rgba, depth: f32) -> Rgba {
        let washed = color.mix(self.wash.0, self.wash.1);
        let fog = if self.weather == Weather::Fog {
            0.16
        } else {
            0.0
        };
        washed.mix(self.haze, (depth * 0.72 + fog).clamp(0.0, 0.92))
    }

    /// Returns the colour of the ground: what was asked for, or the usual one, by season.
    pub fn ground(&self, usual: Rgba) -> Rgba {
        let asked = self.asked_unlike(usual);
        self.lit(asked.unwrap_or(usual), 0.0)
    }

    /// Returns the colour that was asked for the ground, unless the usual one goes by the same name.
    pub fn asked_unlike(&self, usual: Rgba) -> Option<Rgba> {
        self.ground_asked.filter(|asked| !near(*asked, usual))
    }

    /// Returns the green of leaves in this season.
    pub fn leaf(&self, rng: &mut Rng) -> Rgba {
        let choices: &[u32] = match self.season {
            Season::Spring => &[0x8cc152, 0xa0d468, 0x6fbf4b, 0xf4b6c9],
            Season::Summer => &[0x4f9d4d, 0x3e8e4e, 0x5aa84f, 0x2f7d4f],
            Season::Autumn => &[0xd9822b, 0xc65a1e, 0xe0a030, 0xa8471f],
            Season::Winter => &[0x6b8f82, 0x5d8078, 0x7fa093],
        };
        Rgba::hex(*rng.pick(choices))
    }

    /// Returns the colour of grass in this season.
    pub fn grass(&self) -> Rgba {
        Rgba::hex(match self.season {
            Season::Spring => 0x8fca5c,
            Season::Summer => 0x76b852,
            Season::Autumn => 0xb5a64a,
            Season::Winter => 0xe9f1f7,
        })
    }
}

/// Returns the same colour, lighter or darker by `by` in OKLCH lightness.
pub fn lighter(color: Rgba, by: f32) -> Rgba {
    let c = color.oklch();
    Oklch::new((c.l + by).clamp(0.0, 1.0), c.c, c.h).rgba()
}

/// Returns whether two colours go by the same name: same hue, both with colour in them.
fn near(a: Rgba, b: Rgba) -> bool {
    let (a, b) = (a.oklch(), b.oklch());
    let d = (a.h - b.h).abs();
    a.c > 0.05 && b.c > 0.05 && d.min(360.0 - d) < 32.0
}

fn sky_of(time: TimeOfDay, rng: &mut Rng) -> Vec<Rgba> {
    let choices: &[&[u32]] = match time {
        TimeOfDay::Day | TimeOfDay::Morning => &[
            &[0x4aa8e8, 0x8fd0f5, 0xdaf1fb],
            &[0x5bb5ee, 0xa5dbf7, 0xe9f6fb],
            &[0x3f97dd, 0x7cc4f0, 0xcdeaf8],
        ],
        TimeOfDay::Dawn => &[
            &[0x7d9fd6, 0xc9b6dd, 0xf7c9b8, 0xfde4b8],
            &[0x6f8fd0, 0xe0b3cf, 0xffd8b0],
        ],
        TimeOfDay::Sunset => &[
            &[0x3b2a72, 0x9b3d7a, 0xf0704f, 0xffb457, 0xffe08a],
            &[0x2f3f86, 0x8c4d98, 0xee6c6c, 0xffa75c, 0xffd98c],
            &[0x5b2a6e, 0xc8456c, 0xf98b4c, 0xffc96b],
        ],
        TimeOfDay::Dusk => &[
            &[0x1c2350, 0x4a3b7c, 0x9a5a8e, 0xe59a8f],
            &[0x18264f, 0x3e4b86, 0x8a6fa6, 0xd8a0a6],
        ],
        TimeOfDay::Night => &[
            &[0x070b24, 0x121b45, 0x263667],
            &[0x0a1030, 0x18234f, 0x33437a],
            &[0x0b1426, 0x15294a, 0x2a4a73],
        ],
    };
    rng.pick(choices).iter().map(|c| Rgba::hex(*c)).collect()
}

/// Returns how much grey the weather lays over the sky.
fn veil(weather: Weather) -> Option<f32> {
    match weather {
        Weather::Sunny | Weather::Wind => None,
        Weather::Cloudy => Some(0.45),
        Weather::Rain => Some(0.65),
        Weather::Storm => Some(0.85),
        Weather::Snow => Some(0.55),
        Weather::Fog => Some(0.7),
    }
}

fn dull(color: Rgba, grey: f32) -> Rgba {
    let c = color.oklch();
    let dark = if grey > 0.8 { 0.22 } else { grey * 0.08 };
    Oklch::new((c.l - dark).max(0.1), c.c * (1.0 - grey * 0.8), c.h).rgba()
}

/// Returns a sky whose main colour is exactly the one that was asked for.
fn asked_sky(asked: Rgba) -> Vec<Rgba> {
    vec![lighter(asked, -0.05), asked, lighter(asked, 0.06)]
}

fn wash_of(time: TimeOfDay, weather: Weather) -> (Rgba, f32) {
    let (color, amount): (Rgba, f32) = match time {
        TimeOfDay::Day => (Rgba::WHITE, 0.0),
        TimeOfDay::Morning => (Rgba::hex(0xfff1d0), 0.06),
        TimeOfDay::Dawn => (Rgba::hex(0xd9a6b8), 0.22),
        TimeOfDay::Sunset => (Rgba::hex(0x7a2f5c), 0.34),
        TimeOfDay::Dusk => (Rgba::hex(0x3a2f66), 0.46),
        TimeOfDay::Night => (Rgba::hex(0x0d1638), 0.62),
    };
    match weather {
        Weather::Storm => (Rgba::hex(0x2b3240), (amount + 0.25).min(0.7)),
        Weather::Rain | Weather::Fog if amount < 0.2 => (Rgba::hex(0x6b7785), 0.2),
        _ => (color, amount),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lamps_brighten_a_room_at_night_and_change_no_day() {
        let at = |time| Light::new(&Setting::default(), time, &mut Rng::new(3));
        let wall = Rgba::hex(0xe8e0d0);
        let lit = |light: &Light| light.lit(wall, 0.0).oklch().l;
        for time in [TimeOfDay::Night, TimeOfDay::Dusk] {
            assert!(lit(&at(time).lamplit()) > lit(&at(time)) + 0.1, "{time:?}");
        }
        assert_eq!(at(TimeOfDay::Day).lamplit(), at(TimeOfDay::Day));
    }

    #[test]
    fn night_is_darker_than_day() {
        let mut rng = Rng::new(3);
        let at = |time, rng: &mut Rng| Light::new(&Setting::default(), time, rng);
        let day = at(TimeOfDay::Day, &mut rng);
        let night = at(TimeOfDay::Night, &mut rng);
        let grass = Rgba::hex(0x76b852);
        assert!(night.lit(grass, 0.0).luminance() < 0.5 * day.lit(grass, 0.0).luminance());
        assert!(night.haze.luminance() < day.haze.luminance());
    }

    #[test]
    fn a_sky_that_was_asked_for_has_its_colour() {
        let pink = plantain_read::Color {
            name: "pink".into(),
            rgb: [255, 192, 203],
        };
        let setting = Setting {
            sky: Some(pink),
            ..Setting::default()
        };
        let light = Light::new(&setting, TimeOfDay::Day, &mut Rng::new(1));
        assert_eq!(light.sky[1], Rgba::rgb(255, 192, 203));
    }
}
