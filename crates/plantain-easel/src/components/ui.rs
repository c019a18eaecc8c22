//! Interface parts: what screens, pages and app windows are built of.
//!
//! A [`Kit`] carries theme, scale and language; its methods return nodes. [`Supply`] hands the prompt's words out, each
//! once. [`stacking`] fills a screen with blocks, the asked-for ones first.

pub mod accents;
pub mod browser;
pub mod button;
pub mod card;
pub mod form;
pub mod input;
pub mod kit;
pub mod laptop;
pub mod mark;
pub mod measures;
pub mod nav;
pub mod phone;
pub mod photo;
pub mod picture;
pub mod ring;
pub mod sample;
pub mod shares;
pub mod stacking;
pub mod supply;
pub mod told;
pub mod wording;

pub use button::Push;
pub use kit::{Kit, Type, Word};
pub use stacking::{Block, Rank, assemble};
pub use supply::{Entry, Supply};
pub use wording::Form;
