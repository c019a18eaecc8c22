//! The stage: turns objects, relations and a setting into a placed and painted scene.
//!
//! [`cast`] finds who is to be seen and who is attached to whom, [`solve`] places them, [`backdrop`] paints the place,
//! [`emit`] writes the nodes, and [`check`] says whether what was asked for holds.

pub mod assembly;
pub mod backdrop;
pub mod block;
pub mod cast;
pub mod check;
pub mod emit;
pub mod find;
pub mod lexicon;
pub mod light;
pub mod manner;
pub mod mascot;
pub mod memo;
pub mod mend;
pub mod panel;
pub mod pen;
pub mod person;
pub mod place;
pub mod prop;
pub mod rect;
pub mod robot;
pub mod solve;
