//! `plantain-db`
