//! `plantain-objects`
