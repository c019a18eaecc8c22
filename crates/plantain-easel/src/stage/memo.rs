//! What a scene remembers of its stage, so that an edit can paint the same place by night, or another place behind the
//! same things, without reading the prompt again.

use plantain_read::{Color, Season, Setting, TimeOfDay, Weather};
use plantain_scene::{Node, Rgba};

use super::backdrop::{Backdrop, Cloth, Crop, Way, Weave};
use super::light::Light;
use super::place::{Ground, Place};
use crate::rng::Rng;

/// Role of what is painted in front of the things of a scene: rain, snow, an audience.
pub const FRONT: &str = "weather";

const TIMES: [TimeOfDay; 6] = [
    TimeOfDay::Dawn,
    TimeOfDay::Morning,
    TimeOfDay::Day,
    TimeOfDay::Sunset,
    TimeOfDay::Dusk,
    TimeOfDay::Night,
];
const WEATHERS: [Weather; 7] = [
    Weather::Sunny,
    Weather::Cloudy,
    Weather::Rain,
    Weather::Storm,
    Weather::Snow,
    Weather::Fog,
    Weather::Wind,
];
const SEASONS: [Season; 4] = [
    Season::Spring,
    Season::Summer,
    Season::Autumn,
    Season::Winter,
];

/// Everything that a backdrop is painted from, without the things before it.
#[derive(Debug, Clone)]
pub struct Memo {
    pub place: Place,
    pub ground: Ground,
    pub time: TimeOfDay,
    pub weather: Option<Weather>,
    pub season: Option<Season>,
    /// Colours that were asked for the sky and the ground, and for the whole of a plain backdrop.
    pub sky: Option<Rgba>,
    pub soil: Option<Rgba>,
    pub plain: Option<Rgba>,
    /// Colour of the cupboards along a wall.
    pub fittings: Option<Rgba>,
    /// Nouns that the backdrop must not show.
    pub avoid: Vec<String>,
    pub peaks: Option<u32>,
    pub ranges: bool,
    pub tall: bool,
    pub brick: bool,
    pub puddles: bool,
    pub leads: bool,
    pub bare: bool,
    pub litter: Vec<Rgba>,
    pub drift: bool,
    pub woods: bool,
    pub hamlet: bool,
    pub aurora: bool,
    pub way: Option<Way>,
    pub crop: Option<Crop>,
    pub cloth: Option<Cloth>,
    /// State of the stream of choices.
    pub seed: u64,
}

impl Memo {
    /// Returns what is to be remembered of a backdrop; `usual` is the hour when the setting names none.
    pub fn of(backdrop: &Backdrop<'_>, setting: &Setting, usual: TimeOfDay) -> Self {
        let color = |color: &Option<Color>| color.as_ref().map(crate::wardrobe::rgb);
        Self {
            place: backdrop.place,
            ground: backdrop.ground,
            time: setting.time.unwrap_or(usual),
            weather: setting.weather,
            season: setting.season,
            sky: color(&setting.sky),
            soil: color(&setting.ground),
            plain: backdrop.plain,
            fittings: backdrop.fittings,
            avoid: backdrop.avoid.clone(),
            peaks: backdrop.peaks,
            ranges: backdrop.ranges,
            tall: backdrop.tall,
            brick: backdrop.brick,
            puddles: backdrop.puddles,
            leads: backdrop.leads,
            bare: backdrop.bare,
            litter: backdrop.litter.clone(),
            drift: backdrop.drift,
            woods: backdrop.woods,
            hamlet: backdrop.hamlet,
            aurora: backdrop.aurora,
            way: backdrop.way,
            crop: backdrop.crop,
            cloth: backdrop.cloth.clone(),
            seed: backdrop.rng.state(),
        }
    }

    /// Notes everything on the node of the scene.
    pub fn write(&self, node: &mut Node) {
        let mut put = |key: &str, value: String| {
            if value.is_empty() {
                node.facts.remove(key);
            } else {
                node.facts.insert(key.to_owned(), value);
            }
        };
        let flag = |on: bool| if on { "yes".to_owned() } else { String::new() };
        let color = |color: Option<Rgba>| color.map_or_else(String::new, |c| c.to_string());
        put("place", format!("{:?}", self.place));
        put("horizon", format!("{:.2}", self.ground.horizon));
        put("time", format!("{:?}", self.time));
        put(
            "weather",
            self.weather.map_or_else(String::new, |w| format!("{w:?}")),
        );
        put(
            "season",
            self.season.map_or_else(String::new, |s| format!("{s:?}")),
        );
        put("sky", color(self.sky));
        put("soil", color(self.soil));
        put("plain", color(self.plain));
        put("fittings", color(self.fittings));
        let mut avoid = self.avoid.clone();
        avoid.retain(|noun| noun.len() < 40);
        avoid.truncate(60);
        put("avoid", avoid.join(","));
        put(
            "peaks",
            self.peaks.map_or_else(String::new, |n| n.to_string()),
        );
        put("ranges", flag(self.ranges));
        put("tall", flag(self.tall));
        put("brick", flag(self.brick));
        put("puddles", flag(self.puddles));
        put("leads", flag(self.leads));
        put("bare", flag(self.bare));
        put("drift", flag(self.drift));
        put("woods", flag(self.woods));
        put("hamlet", flag(self.hamlet));
        put("aurora", flag(self.aurora));
        let litter: Vec<String> = self.litter.iter().map(Rgba::to_string).collect();
        put("litter", litter.join(","));
        put(
            "way",
            self.way.map_or_else(String::new, |w| format!("{w:?}")),
        );
        put(
            "crop",
            self.crop.map_or_else(String::new, |c| format!("{c:?}")),
        );
        put(
            "cloth",
            self.cloth.as_ref().map_or_else(String::new, |c| {
                format!("{:?},{},{}", c.weave, c.color, c.second)
            }),
        );
        put("seed", format!("{:016x}", self.seed));
    }

    /// Reads what was noted; none when the node is no stage.
    pub fn read(node: &Node, (w, h): (f32, f32)) -> Option<Self> {
        let fact = |key: &str| node.facts.get(key).map(String::as_str);
        let is = |key: &str| fact(key).is_some();
        let color = |key: &str| fixed(fact(key)?);
        Some(Self {
            place: Place::noted(fact("place")?)?,
            ground: Ground {
                w,
                h,
                horizon: fact("horizon")?
                    .parse()
                    .ok()
                    .filter(|y: &f32| y.is_finite())?,
            },
            time: noted(&TIMES, fact("time")).unwrap_or(TimeOfDay::Day),
            weather: noted(&WEATHERS, fact("weather")),
            season: noted(&SEASONS, fact("season")),
            sky: color("sky"),
            soil: color("soil"),
            plain: color("plain"),
            fittings: color("fittings"),
            avoid: fact("avoid")
                .map(|list| list.split(',').map(str::to_owned).collect())
                .unwrap_or_default(),
            peaks: fact("peaks").and_then(|n| n.parse().ok()),
            ranges: is("ranges"),
            tall: is("tall"),
            brick: is("brick"),
            puddles: is("puddles"),
            leads: is("leads"),
            bare: is("bare"),
            litter: fact("litter")
                .map(|list| list.split(',').filter_map(fixed).collect())
                .unwrap_or_default(),
            drift: is("drift"),
            woods: is("woods"),
            hamlet: is("hamlet"),
            aurora: is("aurora"),
            way: noted(&Way::ALL, fact("way")),
            crop: noted(&Crop::ALL, fact("crop")),
            cloth: fact("cloth").and_then(cloth),
            seed: fact("seed")
                .and_then(|hex| u64::from_str_radix(hex, 16).ok())
                .unwrap_or(1),
        })
    }

    fn rng(&self) -> Rng {
        Rng::new(self.seed)
    }

    /// Returns the light of the stage.
    pub fn light(&self) -> Light {
        let color = |color: Rgba| Color {
            name: color.to_string(),
            rgb: [color.0[0], color.0[1], color.0[2]],
        };
        let setting = Setting {
            time: Some(self.time),
            weather: self.weather,
            season: self.season,
            sky: self.sky.map(color),
            ground: self.soil.map(color),
            ..Setting::default()
        };
        Light::new(&setting, self.time, &mut self.rng().fork("light"))
    }

    /// Returns the backdrop in this light; `subjects` are the main colours of what stands before it.
    pub fn backdrop<'a>(&self, light: &'a Light, subjects: Vec<Rgba>) -> Backdrop<'a> {
        Backdrop {
            place: self.place,
            ground: self.ground,
            light,
            avoid: self.avoid.clone(),
            plain: self.plain,
            fittings: self.fittings,
            peaks: self.peaks,
            ranges: self.ranges,
            tall: self.tall,
            brick: self.brick,
            puddles: self.puddles,
            leads: self.leads,
            bare: self.bare,
            subjects,
            tiles: None,
            litter: self.litter.clone(),
            drift: self.drift,
            woods: self.woods,
            hamlet: self.hamlet,
            aurora: self.aurora,
            way: self.way,
            crop: self.crop,
            cloth: self.cloth.clone(),
            rng: self.rng(),
        }
    }
}

/// Returns a colour that was written as such.
fn fixed(text: &str) -> Option<Rgba> {
    match text.parse().ok()? {
        plantain_scene::Color::Fixed(rgba) => Some(rgba),
        plantain_scene::Color::Token(..) => None,
    }
}

/// Returns a cloth from its pattern and its two colours.
fn cloth(text: &str) -> Option<Cloth> {
    let mut words = text.split(',');
    Some(Cloth {
        weave: noted(&[Weave::Plain, Weave::Checks, Weave::Stripes], words.next())?,
        color: fixed(words.next()?)?,
        second: fixed(words.next()?)?,
    })
}

fn noted<T: Copy + std::fmt::Debug>(all: &[T], name: Option<&str>) -> Option<T> {
    let name = name?;
    all.iter().copied().find(|one| format!("{one:?}") == name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read() {
        let memo = Memo {
            place: Place::Beach,
            ground: Ground {
                w: 900.0,
                h: 600.0,
                horizon: 250.5,
            },
            time: TimeOfDay::Sunset,
            weather: Some(Weather::Rain),
            season: None,
            sky: Some(Rgba::hex(0xff8800)),
            soil: None,
            plain: None,
            fittings: None,
            avoid: vec!["tree".into(), "dog".into()],
            peaks: Some(3),
            ranges: true,
            tall: false,
            brick: false,
            puddles: false,
            leads: true,
            bare: false,
            litter: vec![Rgba::hex(0xd9822b), Rgba::hex(0xc4512d)],
            drift: true,
            woods: true,
            hamlet: true,
            aurora: true,
            way: Some(Way::Track),
            crop: Some(Crop::Vine),
            cloth: Some(Cloth {
                color: Rgba::hex(0xfaf6ee),
                second: Rgba::hex(0xc94a4a),
                weave: Weave::Checks,
            }),
            seed: u64::MAX - 5,
        };
        let mut node = Node::default();
        memo.write(&mut node);
        let read = Memo::read(&node, (900.0, 600.0)).unwrap();
        assert_eq!(format!("{read:?}"), format!("{memo:?}"));
        assert!(Memo::read(&Node::default(), (1.0, 1.0)).is_none());
        let subjects = Vec::new();
        let (a, b) = (memo.light(), read.light());
        assert_eq!(
            memo.backdrop(&a, subjects.clone()).paint().back,
            read.backdrop(&b, subjects).paint().back
        );
    }
}
