//! Stored files: in a local folder, in a bucket, or in memory.

mod clock;
mod digester;
mod local;
mod memory;
mod s3;

pub use local::LocalFolder;
pub use memory::Memory;
pub use s3::{S3, S3Config};
