//! `plantain-store`
