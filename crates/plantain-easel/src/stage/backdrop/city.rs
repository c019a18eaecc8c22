//! Cities: a street that runs to the horizon, and towers seen from across the water.

mod avenue;
mod skyline;
mod village;

use plantain_read::Weather;

use super::Backdrop;

pub use avenue::avenue;
pub use skyline::skyline;
pub use village::village;
pub(super) use village::{house, waterside};

fn is_dark(b: &Backdrop<'_>) -> bool {
    b.light.is_night() || b.light.time == plantain_read::TimeOfDay::Dusk
}

fn is_wet(b: &Backdrop<'_>) -> bool {
    matches!(b.light.weather, Weather::Rain | Weather::Storm)
}
