//! The words of the built-in rules, a file for each category. Phrases are compared as `text::phrase` writes them: lower case,
//! without accents.

pub mod dangerous;
pub mod deception;
pub mod harassment;
pub mod harmless;
pub mod hate;
pub mod minors;
pub mod self_harm;
pub mod sexual;
pub mod violence;
