//! `plantain-api`
