//! `plantain-easel`
