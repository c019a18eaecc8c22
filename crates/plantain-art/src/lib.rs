//! The pictures that Plantain draws with: line icons, illustrated objects, flags and emoji, all embedded.
//!
//! Nothing here draws. Icons and objects come out as paths and paints; the caller strokes and fills them.

pub mod colour;
mod emoji;
mod find;
mod icons;
mod kinds;
mod licences;
mod objects;
mod pack;
mod recolour;
mod skin;

pub use emoji::emoji;
pub use find::{Match, find_object, find_object_among};
pub use icons::{Icon, find_icon, find_icon_named, icon, icons};
pub use kinds::{Anchor, Base, Category, Facing, Kind};
pub use licences::{Licence, licenses};
pub use objects::{
    Family, Gradient, GradientShape, Layer, Object, Paint, Part, Stop, object, object_names,
};
