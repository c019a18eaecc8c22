//! `plantain-scene`
