//! Where things are kept, and who helps: what several commands take.

use std::path::PathBuf;

use clap::Args;

#[derive(Debug, Clone, Args)]
pub struct DataArgs {
    /// Folder for keys, pictures and secrets.
    #[arg(
        long,
        value_name = "DIR",
        env = "PLANTAIN_DATA",
        default_value = "plantain-data"
    )]
    pub data_dir: PathBuf,

    /// PostgreSQL to keep keys, tasks and money in, as in postgres://user:password@host/database (sslmode=require for
    /// TLS); without it they are in a SQLite file in the data folder.
    #[arg(
        long,
        value_name = "URL",
        env = "PLANTAIN_DATABASE",
        hide_env_values = true
    )]
    pub database: Option<String>,
}

#[derive(Debug, Clone, Args)]
pub struct ObjectsArgs {
    /// Where pictures and other files are kept: a folder, or a bucket that speaks S3's protocol, as in
    /// s3://bucket/prefix?region=eu-central-1&endpoint=https://s3.example. A bucket's credentials are read from
    /// AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY and AWS_SESSION_TOKEN [default: `outputs` in the data folder].
    #[arg(
        id = "objects",
        long = "objects",
        value_name = "DIR|URL",
        env = "PLANTAIN_OBJECTS"
    )]
    pub place: Option<String>,
}

/// A network that helps edits to find subjects.
#[derive(Debug, Clone, Args)]
pub struct SegmenterArgs {
    /// An ONNX network of the shape of U2-Net or IS-Net that tells subjects from backgrounds in edits. You bring the file.
    #[arg(long, value_name = "FILE", env = "PLANTAIN_SEGMENTER")]
    pub segmenter: Option<PathBuf>,
    /// How it takes samples: u2net, isnet, imagenet or unit [default: isnet for networks of 1024 pixels and more, else u2net].
    #[arg(
        long,
        value_name = "SCALE",
        env = "PLANTAIN_SEGMENTER_SCALE",
        requires = "segmenter"
    )]
    pub segmenter_scale: Option<String>,
}
