//! Paints the place behind the things of a scene: sky, land, water or walls, in layers from far to near.

mod cave;
mod city;
mod craft;
mod crops;
mod greenhouse;
mod indoors;
mod jungle;
mod land;
mod market;
mod plants;
mod road;
mod rooms;
mod shore;
mod sky;
mod station;
mod town;
mod wall;
mod water;
mod weather;

pub use crops::Crop;
pub use road::Way;
pub use shore::BANK;
pub use water::SHORE;

use plantain_scene::Rgba;
use plantain_scene::node::Node;

use super::light::Light;
use super::pen;
use super::place::{Ground, Place};
use super::rect::Rect;
use crate::rng::Rng;

/// What a backdrop is painted from.
#[derive(Debug, Clone)]
pub struct Backdrop<'a> {
    pub place: Place,
    pub ground: Ground,
    pub light: &'a Light,
    /// Nouns that the prompt counts or forbids: the backdrop adds none of them.
    pub avoid: Vec<String>,
    /// Main colour of a plain backdrop, if the prompt names one.
    pub plain: Option<Rgba>,
    /// Colour of the cupboards along a wall, if the prompt names one.
    pub fittings: Option<Rgba>,
    /// Peaks that the prompt counts, for mountains and hills.
    pub peaks: Option<u32>,
    /// Mountains stand behind another place.
    pub ranges: bool,
    /// People or furniture stand here, so that floors must be seen.
    pub tall: bool,
    /// Walls of brick.
    pub brick: bool,
    /// Puddles lie on the ground.
    pub puddles: bool,
    /// Nothing stands in front: the place itself leads.
    pub leads: bool,
    /// No furniture stands in front: the room brings its own.
    pub bare: bool,
    /// Main colours of what stands here, which the ground must not swallow.
    pub subjects: Vec<Rgba>,
    /// Colours and outline of tiles, for a tiled floor.
    pub tiles: Option<(Vec<Rgba>, super::panel::Outline)>,
    /// Colours of leaves or petals that lie on the ground.
    pub litter: Vec<Rgba>,
    /// They drift through the air, too.
    pub drift: bool,
    /// Firs and pines stand around the water.
    pub woods: bool,
    /// The houses of a village stand at the far shore.
    pub hamlet: bool,
    /// Northern lights are in the sky.
    pub aurora: bool,
    /// What leads through open land.
    pub way: Option<Way>,
    /// What grows in rows on a field.
    pub crop: Option<Crop>,
    /// The cloth on a table.
    pub cloth: Option<Cloth>,
    pub rng: Rng,
}

/// A cloth on a table: its colour, that of its pattern, and the pattern.
#[derive(Debug, Clone, PartialEq)]
pub struct Cloth {
    pub color: Rgba,
    pub second: Rgba,
    pub weave: Weave,
}

/// The pattern of a cloth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Weave {
    Plain,
    Checks,
    Stripes,
}

/// Least width and height of a place that is painted, logical units.
const SIDE_MIN: f32 = 12.0;

/// A painted place.
#[derive(Debug, Clone, Default)]
pub struct Painted {
    /// Behind everything.
    pub back: Vec<Node>,
    /// In front of everything: rain, snow, blades of grass at the lower edge.
    pub front: Vec<Node>,
}

impl Backdrop<'_> {
    /// Paints the place.
    ///
    /// What is smaller than [`SIDE_MIN`] shows nothing, and its steps would be too small to ever reach the end.
    pub fn paint(&self) -> Painted {
        let mut painted = Painted::default();
        if !(self.w() >= SIDE_MIN && self.h() >= SIDE_MIN) {
            return painted;
        }
        let out = &mut painted.back;
        match self.place {
            Place::Studio => indoors::studio(self, out),
            Place::Table => indoors::table(self, out),
            Place::Room => indoors::room(self, out),
            Place::Kitchen => indoors::kitchen(self, out),
            Place::Classroom => indoors::classroom(self, out),
            Place::Bedroom => rooms::bedroom(self, out),
            Place::Office => rooms::office(self, out),
            Place::Bathroom => rooms::bathroom(self, out),
            Place::Library => rooms::library(self, out),
            Place::Cafe => rooms::cafe(self, out),
            Place::Shop => rooms::shop(self, out),
            Place::Hospital => rooms::hospital(self, out),
            Place::Gym => rooms::gym(self, out),
            Place::Lab => rooms::lab(self, out),
            Place::Stage => rooms::stage(self, out),
            Place::Castle => rooms::castle(self, out),
            Place::Gallery => rooms::gallery(self, out),
            Place::Wall | Place::Pavement => wall::wall(self, out),
            Place::Avenue => city::avenue(self, out),
            Place::Skyline => city::skyline(self, out),
            Place::Village => city::village(self, out),
            Place::Street => town::street(self, out),
            Place::ParkingLot => town::parking_lot(self, out),
            Place::Pitch => town::pitch(self, out),
            Place::Field => land::field(self, out),
            Place::Farm => land::farm(self, out),
            Place::Garden => land::garden(self, out),
            Place::Park => land::park(self, out),
            Place::Forest => land::forest(self, out),
            Place::Mountains => land::mountains(self, out),
            Place::Hills => land::hills(self, out),
            Place::Desert => land::desert(self, out),
            Place::Snow => land::snow(self, out),
            Place::Beach => water::beach(self, out),
            Place::Sea => water::sea(self, out),
            Place::SeaCut => water::cut(self, out),
            Place::Underwater => water::underwater(self, out),
            Place::Lake => water::lake(self, out),
            Place::Sky => sky::open(self, out),
            Place::Space => sky::space(self, out),
            Place::Moon => sky::moon(self, out),
            Place::Tiled => indoors::tiled(self, out),
            Place::Bank => shore::bank(self, out),
            Place::Ice => shore::ice(self, out),
            Place::Swell => shore::swell(self, out),
            Place::Market => market::market(self, out),
            Place::Terrace => market::terrace(self, out),
            Place::Jungle => jungle::jungle(self, out),
            Place::Cave => cave::cave(self, out),
            Place::Platform => station::platform(self, out),
            Place::Spacecraft => craft::spacecraft(self, out),
            Place::Greenhouse => greenhouse::greenhouse(self, out),
        }
        if let Some(crop) = self.crop {
            let (y, run) = (self.horizon(), self.h() - self.horizon());
            let top = match self.place {
                Place::Field | Place::Farm => Some(y + run * 0.06),
                Place::Hills | Place::Mountains => Some(y + run * 0.3),
                _ => None,
            };
            if let Some(top) = top {
                crops::rows(self, &mut painted.back, crop, top);
            }
        }
        if let Some(way) = self.way.filter(|_| Way::fits(self.place)) {
            road::way(self, &mut painted.back, way);
        }
        let ground = matches!(
            self.place,
            Place::Park
                | Place::Field
                | Place::Garden
                | Place::Farm
                | Place::Street
                | Place::Avenue
                | Place::Village
                | Place::Market
        );
        if ground && self.puddles {
            weather::puddles(self, &mut painted.back);
        }
        if self.place.is_outside() && !self.litter.is_empty() {
            weather::litter(self, &mut painted.back);
        }
        if self.place == Place::Stage {
            rooms::audience(self, &mut painted.front);
        }
        if self.place == Place::Swell {
            shore::surf(self, &mut painted.front);
        }
        if self.place.is_outside() && !matches!(self.place, Place::Space | Place::Moon) {
            weather::fall(self, &mut painted.front);
        }
        if self.drift && !self.litter.is_empty() {
            weather::drift(self, &mut painted.front);
        }
        painted
    }

    /// Returns whether the backdrop may show this thing as an ornament.
    pub fn allows(&self, noun: &str) -> bool {
        !self.avoid.iter().any(|word| word == noun)
    }

    fn w(&self) -> f32 {
        self.ground.w
    }

    fn h(&self) -> f32 {
        self.ground.h
    }

    fn horizon(&self) -> f32 {
        self.ground.horizon
    }

    fn rng(&self, purpose: &str) -> Rng {
        self.rng.fork(purpose)
    }

    /// Returns the path as a layer of the canvas.
    fn layer(&self, d: String, color: Rgba) -> Node {
        pen::fill(d, self.w(), self.h(), color)
    }

    /// Returns the ground below the horizon as a gradient from far to near.
    fn plane(&self, color: Rgba) -> Node {
        let far = self.light.lit(color, 0.45);
        let near = color;
        let y = self.horizon();
        plantain_scene::build::rect()
            .bounds(0.0, y, self.w(), (self.h() - y).max(1.0))
            .fill(pen::downward(&[
                far,
                near,
                super::light::lighter(near, -0.05),
            ]))
    }

    /// Returns points of a rolling line across the canvas around `y`.
    fn rolling(&self, purpose: &str, y: f32, swing: f32, steps: usize) -> Vec<(f32, f32)> {
        let mut rng = self.rng(purpose);
        let (from, to) = (-0.08 * self.w(), 1.08 * self.w());
        (0..=steps)
            .map(|i| {
                let x = from + (to - from) * i as f32 / steps as f32;
                (x, y + rng.range(-swing, swing))
            })
            .collect()
    }

    /// Returns a spot on the ground: place, and size factor by perspective.
    fn spot(&self, rng: &mut Rng, from: f32, to: f32) -> (f32, f32, f32) {
        // More spots far away than near, as on real ground.
        let t = rng.unit();
        let y = self.horizon() + (self.h() - self.horizon()) * (from + (to - from) * t * t);
        (rng.range(0.0, self.w()), y, self.ground.perspective(y))
    }
}

/// Returns a soft patch on the ground.
fn patch(x: f32, y: f32, w: f32, color: Rgba, alpha: f32) -> Node {
    pen::oval(Rect::around(x, y, w, w * 0.22), color.faded(alpha))
}
