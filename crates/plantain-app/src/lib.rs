//! `plantain-app`
