//! `plantain-art`
