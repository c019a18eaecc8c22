//! The component library: parts that several genres build with.
