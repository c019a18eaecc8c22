//! Edits of any picture by its pixels.
//!
//! An edit is a selection and a transform. [`select`], [`shapes`] and [`region`] say where, as a [`plantain_core::Mask`]; the other
//! modules make a changed picture of the same size; [`apply::apply`] writes it onto the original, so that nothing
//! outside the selection can change. Everything is a pure function: the same picture gives the same bytes, whatever
//! the CPU and the number of threads.

pub mod apply;
mod arith;
pub mod backdrop;
pub mod compose;
pub mod extend;
pub mod filter;
pub mod geometry;
pub mod inpaint;
pub mod light;
pub mod plane;
pub mod recolor;
pub mod reframe;
pub mod region;
pub mod resample;
mod sample;
pub mod select;
pub mod shadow;
pub mod shapes;
pub mod tone;
