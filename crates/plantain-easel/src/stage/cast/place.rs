//! The place of a cast: what the prompt names, else what the things imply; and the usual hour there.

mod custom;
mod walled;

use plantain_read::{Background, Brief, RelationKind, TimeOfDay};

use super::{Cast, flies};
use crate::rng::Rng;
use crate::stage::lexicon::Class;
use crate::stage::place::Place;
use crate::stage::prop::{Art, Prop};
use custom::{COUNTERS, GADGETS, IMPLIED, INDOOR, URBAN, at_shore, from_above, open_land};

pub(super) use custom::scenery;

impl Cast {
    /// Chooses the place: what the prompt names, else what the things imply.
    pub(super) fn choose_place(&self, brief: &Brief, rng: &Rng) -> Place {
        let named = brief.setting.place.as_deref().and_then(Place::named);
        let named = named
            .or_else(|| built_in(brief))
            .or_else(|| self.works_in_street(brief).then_some(Place::Street));
        let described = self.scenery.iter().map(|s| s.place);
        // Of several, the ground that things stand on counts before what lies behind.
        let mut places: Vec<Place> = described.chain(named).collect();
        places.sort_by_key(|place| match place {
            Place::Sky => 3,
            // A counter makes no kitchen of a café.
            Place::Kitchen if named.is_some_and(|n| n != Place::Kitchen) => 1,
            Place::Mountains | Place::Hills => 2,
            _ => 0,
        });
        let tall = self
            .actors
            .iter()
            .any(|a| a.prop.height > 0.7 && a.prop.class != Class::Hung);
        // A wall in a street is no room.
        let wall = |s: &super::Scenery| brief.objects[s.phrase].noun.ends_with("wall");
        let open = self.scenery.iter().any(wall)
            && (brief.setting.weather.is_some()
                || self.actors.iter().any(|a| {
                    matches!(
                        a.prop.class,
                        Class::Building | Class::Vehicle | Class::Boat | Class::Tree | Class::Cycle
                    )
                }));
        if open || places.iter().any(|place| place.is_outside()) {
            places.retain(|place| !matches!(place, Place::Room));
        }
        // The wall of a bathroom is the bathroom's.
        if places.iter().any(|p| p.has_wall() && *p != Place::Room) {
            places.retain(|p| *p != Place::Room);
        }
        let boats = self
            .actors
            .iter()
            .any(|a| a.prop.class == Class::Boat && !is_carried(brief, a.phrase));
        let place = match places.first() {
            // Boats are on the water before a village.
            Some(Place::Village) if boats => Place::Lake,
            Some(Place::Village) if at_shore(brief) => Place::Lake,
            // Houses that are counted are all the village there is.
            Some(Place::Village) if self.counts_houses(brief) => Place::Hills,
            _ if self.is_waterfront(brief, &places) => Place::Skyline,
            None if open => Place::Street,
            Some(Place::Table) if tall => Place::Room,
            // "Four apples indoors" lie on a table.
            Some(Place::Room) if self.is_laid(brief) => Place::Table,
            Some(place) => *place,
            None => self.implied_place(brief, rng),
        };
        if let Some(land) = open_land(brief).filter(|_| place == Place::Street) {
            return land;
        }
        match place {
            Place::Street => return self.street(brief, rng),
            Place::Wall => return self.walled(brief, rng),
            _ => {}
        }
        // Who plays is seen from the side, unless the field is told to be seen from above.
        let plays = self.actors.iter().any(|a| a.prop.class == Class::Person);
        if place == Place::Pitch && plays && !from_above(brief) {
            return Place::Field;
        }
        let leaps = !self.leaping.is_empty();
        if matches!(place, Place::Sea | Place::Lake | Place::Underwater)
            && !leaps
            && named != Some(Place::Underwater)
            && self.is_cut(brief)
        {
            return Place::SeaCut;
        }
        let swims =
            !self.actors.is_empty() && self.actors.iter().all(|a| a.prop.class == Class::Swimmer);
        if leaps && places.is_empty() && matches!(place, Place::Underwater | Place::SeaCut) {
            return Place::Sea;
        }
        if place == Place::Sea && swims && !leaps && brief.setting.time.is_none() {
            return Place::Underwater;
        }
        let storm = brief.setting.weather == Some(plantain_read::Weather::Storm);
        if place == Place::Sea && storm && !self.needs_land(brief) {
            return Place::Swell;
        }
        if place == Place::Sea && self.needs_land(brief) {
            return Place::Beach;
        }
        if place == Place::Lake && self.stands_ashore(brief) {
            return Place::Bank;
        }
        if place == Place::Sky && self.actors.iter().any(|a| !flies(a, brief)) && named.is_none() {
            return self.implied_ground(brief, rng);
        }
        place
    }

    /// Returns whether the prompt says how many buildings there are.
    fn counts_houses(&self, brief: &Brief) -> bool {
        self.actors.iter().any(|a| {
            a.prop.class == Class::Building && brief.objects[a.phrase].count.is_some_and(|n| n > 1)
        })
    }

    /// Returns whether the place is a city across a river or bay.
    fn is_waterfront(&self, brief: &Brief, places: &[Place]) -> bool {
        let city = brief.setting.place.as_deref() == Some("city");
        let named = |place: Place| places.contains(&place);
        let grounded = self.actors.iter().any(|a| {
            !flies(a, brief)
                && !matches!(
                    a.prop.class,
                    Class::Building | Class::Celestial | Class::Land
                )
        });
        let water = named(Place::Lake) || named(Place::Sea);
        // Boats and bridges are at home before a skyline.
        let afloat = self
            .actors
            .iter()
            .all(|a| a.prop.class == Class::Boat || a.prop.noun.ends_with("bridge"));
        let grounded = grounded && !(afloat && named(Place::Skyline));
        water && (named(Place::Skyline) || city && named(Place::Street)) && !grounded
    }

    /// Returns whether something is at the sea that neither floats nor swims nor stands in it.
    fn needs_land(&self, brief: &Brief) -> bool {
        let pier = self.actors.iter().any(|a| {
            ["pier", "jetty", "dock", "wharf"]
                .iter()
                .any(|word| a.prop.noun.ends_with(word))
        });
        if pier {
            return false;
        }
        let boat = self.actors.iter().any(|a| a.prop.class == Class::Boat);
        let wet = |a: &super::Actor| {
            brief.objects[a.phrase].attributes.iter().any(|w| {
                [
                    "swimming", "diving", "surfing", "floating", "sailing", "drowning", "paddling",
                ]
                .contains(&w.as_str())
            }) || brief.relations.iter().any(|r| {
                r.subject == a.phrase && matches!(r.kind, RelationKind::Riding | RelationKind::In)
            })
        };
        self.actors.iter().any(|a| {
            let land = matches!(
                a.prop.class,
                Class::Vehicle | Class::Tree | Class::Seat | Class::Table | Class::Cycle
            ) || a.prop.class == Class::Flat && a.prop.noun != "lily pad"
                || a.prop.class == Class::Building && a.prop.noun != "lighthouse"
                || matches!(a.prop.class, Class::Person | Class::Animal) && !boat && !wet(a);
            land && a.prop.noun != "surfboard" && !is_carried(brief, a.phrase) && !flies(a, brief)
        })
    }

    /// Returns whether somebody or something stands at the water that should be seen from near: not only trees and houses.
    fn stands_ashore(&self, brief: &Brief) -> bool {
        let boat = self.actors.iter().any(|a| a.prop.class == Class::Boat);
        let watches = |phrase: usize| {
            brief.relations.iter().any(|r| {
                r.subject == phrase
                    && matches!(r.kind, RelationKind::LookingAt | RelationKind::NextTo)
            })
        };
        let in_water = |phrase: usize| {
            brief.relations.iter().any(|r| {
                r.subject == phrase
                    && matches!(r.kind, RelationKind::In | RelationKind::On)
                    && self.scenery.iter().any(|s| s.phrase == r.object)
            })
        };
        // Nothing on the water: what stands there is seen before it.
        let wet = |a: &super::Actor| {
            let perched = a.prop.class == Class::Bird && is_carried(brief, a.phrase);
            matches!(a.prop.class, Class::Boat | Class::Swimmer | Class::Bird) && !perched
                || in_water(a.phrase)
                || drifts(&a.prop.noun)
        };
        let dry = self
            .actors
            .iter()
            .any(|a| !flies(a, brief) && !custom::spans(brief, a));
        if dry && !self.actors.iter().any(wet) {
            return true;
        }
        self.actors.iter().any(|a| {
            let living = matches!(a.prop.class, Class::Person | Class::Animal);
            (living && (!boat || watches(a.phrase))
                || matches!(
                    a.prop.class,
                    Class::Seat | Class::Flat | Class::Table | Class::Item | Class::Cycle
                ) && a.prop.height > 0.02)
                && !drifts(&a.prop.noun)
                && !is_carried(brief, a.phrase)
                && !in_water(a.phrase)
                && !flies(a, brief)
        })
    }

    /// Returns the close view for a counter or table that carries small things only: then it fills the foreground.
    pub(super) fn surface(&self, brief: &Brief, phrase: usize) -> Option<Place> {
        let object = &brief.objects[phrase];
        let noun = object.noun.as_str();
        let counter = COUNTERS.contains(&noun);
        let low = ["coffee", "side", "bedside", "end"]
            .iter()
            .any(|word| noun.starts_with(word));
        let table = (noun == "table" || noun.ends_with(" table")) && !low || noun == "desk";
        let plain = object.color.is_none()
            && object.size.is_none()
            && object.shape.is_none()
            && object.count.is_none_or(|n| n == 1)
            && object.position.is_none()
            && object.materials.iter().all(|m| m == "wood");
        if !(counter || table) || !plain || object.absent {
            return None;
        }
        let carries = |r: &plantain_read::Relation| {
            r.object == phrase && matches!(r.kind, RelationKind::On | RelationKind::In)
        };
        let only = brief
            .relations
            .iter()
            .filter(|r| r.subject == phrase || r.object == phrase)
            .all(|r| carries(r) || r.subject == phrase && r.kind == RelationKind::With);
        let laid = phrase == 0
            && !brief
                .relations
                .iter()
                .any(|r| r.object == phrase && !carries(r));
        let load: u32 = (0..brief.objects.len())
            .filter(|i| *i != phrase && !brief.objects[*i].absent)
            .filter(|i| {
                laid || brief
                    .relations
                    .iter()
                    .any(|r| r.subject == *i && r.object == phrase && carries(r))
            })
            .map(|i| brief.objects[i].count.unwrap_or(3))
            .sum();
        let small = brief.objects.iter().enumerate().all(|(i, o)| {
            i == phrase || o.absent || scenery(&o.noun).is_some() || {
                let prop = Prop::of(&o.noun);
                prop.height <= 0.6 && !prop.class.is_animate()
            }
        });
        let heard = brief.heard();
        let still = [
            "still life",
            "stillleben",
            "nature morte",
            "bodegón",
            "naturaleza muerta",
            "natura morta",
        ]
        .iter()
        .any(|words| heard.contains(words));
        let near = load >= if still { 1 } else { CLOSE_MIN };
        (only && small && load > 0 && (counter || near)).then_some(if counter {
            Place::Kitchen
        } else {
            Place::Table
        })
    }

    /// Returns which view of a street serves what stands in it: across it for what drives by, along it for all others, and
    /// from afar for what flies over it.
    fn street(&self, brief: &Brief, rng: &Rng) -> Place {
        let drives = self.actors.iter().any(|a| {
            matches!(
                a.prop.class,
                Class::Vehicle | Class::Cycle | Class::Building
            )
        });
        let said = brief.setting.place.as_deref();
        if drives {
            Place::Street
        } else if self.actors.iter().all(|a| flies(a, brief)) && said == Some("city") {
            // A city without anyone is a street or a skyline, as the seed likes.
            if self.actors.is_empty() && rng.fork("city").chance(0.5) {
                Place::Avenue
            } else {
                Place::Skyline
            }
        } else {
            Place::Avenue
        }
    }

    /// Returns whether boats above and swimmers below must be seen at once.
    fn is_cut(&self, brief: &Brief) -> bool {
        let sails = |a: &super::Actor| a.prop.class == Class::Boat && a.prop.noun != "submarine";
        self.actors.iter().any(sails)
            && self.actors.iter().any(|a| a.prop.class == Class::Swimmer)
            && brief.objects.len() > 1
            && !brief.relations.iter().any(|r| {
                let swims = |p: usize| self.prop(p).is_some_and(|p| p.class == Class::Swimmer);
                r.kind == RelationKind::Above && swims(r.subject) && !swims(r.object)
            })
            && !(0..brief.objects.len()).any(|p| crate::stage::solve::lateral(brief, self, p))
    }

    fn implied_place(&self, brief: &Brief, rng: &Rng) -> Place {
        if matches!(
            brief.canvas.background,
            Some(Background::Color(_) | Background::Gradient(_) | Background::Transparent)
        ) {
            return Place::Studio;
        }
        if !self.actors.is_empty() && self.actors.iter().all(|a| flies(a, brief)) {
            let celestial = [
                "planet",
                "saturn",
                "mars",
                "jupiter",
                "earth",
                "rocket",
                "ufo",
                "spaceship",
                "satellite",
                "comet",
                "black hole",
                "asteroid",
            ];
            return if self
                .actors
                .iter()
                .any(|a| celestial.contains(&a.prop.noun.as_str()))
            {
                Place::Space
            } else {
                Place::Sky
            };
        }
        self.implied_ground(brief, rng)
    }

    fn implied_ground(&self, brief: &Brief, rng: &Rng) -> Place {
        // What stands in or on something else, or is held, says little about the place.
        let free = || self.actors.iter().filter(|a| !is_carried(brief, a.phrase));
        let has = |words: &[&str]| free().any(|a| words.contains(&a.prop.noun.as_str()));
        let class = |class: Class| free().any(|a| a.prop.class == class);
        let parasol = |a: &super::Actor| matches!(&a.prop.art, Art::Set(name) if name == "parasol");
        if self.actors.iter().any(parasol) {
            return Place::Park;
        }
        // Furniture keeps its room in any weather: that is outside the window.
        if has(INDOOR) && !class(Class::Tree) && !class(Class::Building) {
            return Place::Room;
        }
        let urban = |a: &super::Actor| matches!(&a.prop.art, Art::Set(name) if URBAN.contains(&name.as_str()));
        if free().any(|a| a.prop.class == Class::Building && urban(a)) {
            return Place::Street;
        }
        if free().any(|a| a.prop.noun.ends_with(" stall")) {
            return Place::Village;
        }
        // A shirt on a hanger hangs before a plain wall, and what runs on current is in no garden.
        let still = brief.setting.time.is_none()
            && brief.setting.weather.is_none()
            && brief.setting.season.is_none()
            && brief.setting.sky.is_none();
        let hanger = |a: &super::Actor| a.prop.noun.ends_with("hanger");
        if still && (has(GADGETS) || free().any(hanger) && free().all(hanger)) {
            return Place::Studio;
        }
        for (words, place) in IMPLIED {
            // Ships sail past a lighthouse, not up its beach.
            let afloat = *place == Place::Beach && class(Class::Boat);
            if has(words) && !afloat {
                return *place;
            }
        }
        // A laid table is at home at any hour.
        let laid = class(Class::Table)
            && self.actors.iter().all(|a| {
                matches!(
                    a.prop.class,
                    Class::Table | Class::Food | Class::Container | Class::Flat | Class::Item
                )
            });
        let outside = brief.setting.time.is_some() && !laid
            || brief.setting.weather.is_some()
            || brief.setting.season.is_some()
            || brief.setting.sky.is_some();
        if let Some(place) = self.at_water(brief) {
            return place;
        }
        if class(Class::Hung) && !outside {
            let little = |a: &super::Actor| !a.prop.class.is_animate() && a.prop.height < LITTLE;
            let mixed = self.is_row_of_hung_and_other(brief);
            let table = mixed && self.actors.iter().all(little);
            return if table { Place::Table } else { Place::Room };
        }
        if free().any(urban) {
            return Place::Street;
        }
        if class(Class::Building) || class(Class::Tree) {
            return Place::Field;
        }
        let indoor = self.actors.iter().any(|a| {
            matches!(a.prop.class, Class::Seat | Class::Furniture)
                || a.prop.class == Class::Table && !a.prop.noun.contains("cake")
        });
        if indoor && !outside {
            return Place::Room;
        }
        let small = !self.actors.is_empty()
            && self.actors.iter().all(|a| {
                matches!(
                    a.prop.class,
                    Class::Food | Class::Container | Class::Flat | Class::Item | Class::Table
                ) && a.prop.height < 0.7
            });
        if small
            && !outside
            && self
                .actors
                .iter()
                .any(|a| a.prop.class == Class::Food || a.prop.noun.contains("cake"))
        {
            return Place::Table;
        }
        self.any_ground(brief, small, outside, rng)
    }

    /// Returns the water that boats, beacons and swimmers stand for.
    fn at_water(&self, brief: &Brief) -> Option<Place> {
        let free = || self.actors.iter().filter(|a| !is_carried(brief, a.phrase));
        let has = |words: &[&str]| free().any(|a| words.contains(&a.prop.noun.as_str()));
        let class = |class: Class| free().any(|a| a.prop.class == class);
        if class(Class::Boat) {
            let cut = self.is_cut(brief) && self.leaping.is_empty();
            return Some(if cut { Place::SeaCut } else { Place::Sea });
        }
        // A lighthouse on a cliff stands in the sea, whatever carries it.
        let beacon = self.actors.iter().any(|a| a.prop.noun == "lighthouse");
        if beacon && has(&["cliff", "rock", "island"]) {
            return Some(Place::Sea);
        }
        if class(Class::Swimmer) {
            // Who lives on land meets fish at the water, and larger swimmers at the sea.
            let ashore = class(Class::Person) || class(Class::Animal);
            let small = free().all(|a| a.prop.class != Class::Swimmer || a.prop.height < 0.6);
            return Some(match (ashore, small) {
                (true, true) => Place::Bank,
                (true, false) => Place::Sea,
                _ => Place::Underwater,
            });
        }
        None
    }

    /// Returns a place that suits what is there, by lot, where nothing tells more.
    fn any_ground(&self, brief: &Brief, small: bool, outside: bool, rng: &Rng) -> Place {
        let free = || self.actors.iter().filter(|a| !is_carried(brief, a.phrase));
        let class = |class: Class| free().any(|a| a.prop.class == class);
        if self.actors.is_empty() || outside {
            return *rng.fork("place").pick(&[Place::Hills, Place::Field]);
        }
        if class(Class::Person) && !small {
            return *rng
                .fork("place")
                .pick(&[Place::Park, Place::Studio, Place::Field]);
        }
        if self.actors.iter().all(|a| a.prop.class.is_animate()) {
            return *rng.fork("place").pick(&[
                Place::Field,
                Place::Studio,
                Place::Park,
                Place::Hills,
                Place::Garden,
            ]);
        }
        if class(Class::Vehicle) || class(Class::Cycle) {
            return *rng.fork("place").pick(&[
                Place::Street,
                Place::Studio,
                Place::Park,
                Place::Hills,
            ]);
        }
        if small && !outside {
            return *rng
                .fork("place")
                .pick(&[Place::Studio, Place::Table, Place::Studio]);
        }
        Place::Studio
    }

    pub(super) fn usual_time(&self, brief: &Brief) -> TimeOfDay {
        let has = |words: &[&str]| {
            brief
                .objects
                .iter()
                .any(|o| !o.absent && words.contains(&o.noun.as_str()))
        };
        let lights = [
            "moon",
            "full moon",
            "crescent moon",
            "star",
            "firework",
            "fireworks",
        ];
        let dark = brief.look.dark == Some(true) || has(&lights) && self.place.is_outside();
        if dark {
            TimeOfDay::Night
        } else {
            TimeOfDay::Day
        }
    }
}

/// Returns where a building stands by its name: a beach bar on the beach, a mountain hut in the mountains.
fn built_in(brief: &Brief) -> Option<Place> {
    let built = |o: &&plantain_read::ObjectPhrase| {
        !o.absent && crate::stage::lexicon::look_up(&o.noun).0 == Class::Building
    };
    brief.objects.iter().filter(built).find_map(|o| {
        let led = o.attributes.iter().filter_map(|word| Place::named(word));
        led.into_iter().find(|place| place.is_outside())
    })
}

/// Returns whether a counter stands in a room of its own, with people before and behind it: one in a kitchen is the kitchen's.
pub(super) fn is_counter(brief: &Brief, phrase: usize) -> bool {
    let named = brief.setting.place.as_deref().and_then(Place::named);
    COUNTERS.contains(&brief.objects[phrase].noun.as_str())
        && named.is_some_and(|place| {
            (place.has_wall() || place.is_outside()) && place != Place::Kitchen
        })
}

/// Returns whether a thing lies on the water by its nature.
pub(in crate::stage) fn drifts(noun: &str) -> bool {
    ["lily pad", "water lily", "lotus", "lotus flower", "buoy"].contains(&noun)
}

/// Lower than this, metres, what stands beside a picture stands on a table with it.
const LITTLE: f32 = 0.75;

/// Things on a table from which on it is seen from near.
const CLOSE_MIN: u32 = 6;

/// Returns whether a phrase is in, on, worn or held by another.
pub(super) fn is_carried(brief: &Brief, phrase: usize) -> bool {
    brief.relations.iter().any(|r| match r.kind {
        RelationKind::In | RelationKind::On => {
            let ground = &brief.objects[r.object];
            r.subject == phrase && !ground.absent && scenery(&ground.noun).is_none()
        }
        RelationKind::Holding | RelationKind::Wearing | RelationKind::Eating => r.object == phrase,
        _ => false,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_things_tell_the_place() {
        for (prompt, place) in [
            (
                "a city skyline with a wide river in front, at dusk",
                Place::Skyline,
            ),
            ("a wide river with a duck", Place::Lake),
            ("a bicycle leaning against a wall", Place::Pavement),
            ("a boy in front of a blue wall", Place::Wall),
            ("a red cup against a blue wall", Place::Table),
            ("a painting on a wall", Place::Room),
            (
                "two candles on either side of a framed picture",
                Place::Table,
            ),
            ("a mirror next to a wardrobe", Place::Room),
            ("three frogs sitting on lily pads", Place::Lake),
            ("a village street with houses", Place::Village),
            ("a fishing village along a rocky shore", Place::Lake),
            ("a diver swimming next to a turtle", Place::Underwater),
            ("a woman on a purple mat by the sea", Place::Beach),
            ("a painting in front of a wallet", Place::Table),
            ("a boy kicking a ball into a goal", Place::Field),
            ("a soccer field with two goals", Place::Pitch),
        ] {
            let brief = crate::stage::mend::mend(&plantain_read::read(prompt));
            let cast = Cast::new(&brief, &Rng::new(1));
            assert_eq!(cast.place, place, "{prompt}");
        }
    }
}
