//! `plantain-image`
