//! `plantain-engine`
