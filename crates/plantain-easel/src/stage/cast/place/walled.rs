//! What is before a wall that is all the backdrop there is: boards, the pavement, a table.

use plantain_read::Brief;

use super::super::Cast;
use crate::rng::Rng;
use crate::stage::lexicon::Class;
use crate::stage::place::Place;

/// Lower than this, metres, still things before a wall stand on a table.
const SMALL: f32 = 0.6;

impl Cast {
    /// Returns whether nothing but food, candles and what holds them is there, and not on the floor.
    pub(super) fn is_laid(&self, brief: &Brief) -> bool {
        let small = |a: &super::super::Actor| {
            matches!(a.prop.class, Class::Food | Class::Container | Class::Flat)
                && !a.prop.noun.ends_with("rug")
                || a.prop.noun.ends_with("candle")
        };
        let floor = brief.heard().contains("floor") || brief.heard().contains("carpet");
        !floor
            && self.actors.iter().all(small)
            && self
                .actors
                .iter()
                .any(|a| !matches!(a.prop.class, Class::Container | Class::Flat))
    }

    /// Chooses what those stand on who are seen against a wall.
    pub(super) fn walled(&self, brief: &Brief, rng: &Rng) -> Place {
        let built = |o: &plantain_read::ObjectPhrase| {
            o.noun.ends_with("wall")
                && (o.noun.starts_with("brick")
                    || o.noun.starts_with("stone")
                    || o.materials.iter().any(|m| m == "brick" || m == "stone"))
        };
        let rides = self.actors.iter().any(|a| {
            matches!(
                a.prop.class,
                Class::Vehicle | Class::Cycle | Class::Building
            )
        });
        let little = !self.actors.is_empty()
            && self.actors.iter().all(|a| {
                let class = a.prop.class;
                a.prop.height < SMALL && !class.is_animate() && class != Class::Cycle
            });
        let street = matches!(
            self.implied_ground(brief, rng),
            Place::Street | Place::Avenue | Place::ParkingLot
        );
        if rides || street {
            Place::Pavement
        } else if little {
            Place::Table
        } else if brief.objects.iter().any(built) {
            Place::Pavement
        } else {
            Place::Wall
        }
    }
}
