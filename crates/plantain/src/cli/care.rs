//! What commands take that look after a server and its data.

use std::path::PathBuf;

use clap::Args;

use super::{DataArgs, ObjectsArgs, SegmenterArgs};

#[derive(Debug, Args)]
pub struct HealthArgs {
    /// Where the server, or its address for monitors (--ops-listen), is.
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8080")]
    pub url: String,
}

#[derive(Debug, Args)]
pub struct DoctorArgs {
    /// Address that the server would listen on.
    #[arg(
        long,
        value_name = "ADDR",
        env = "PLANTAIN_LISTEN",
        default_value = "127.0.0.1:8080"
    )]
    pub listen: String,
    #[command(flatten)]
    pub data: DataArgs,
    #[command(flatten)]
    pub objects: ObjectsArgs,
    /// As for `serve`.
    #[arg(
        long,
        value_name = "URL",
        env = "PLANTAIN_REDIS",
        hide_env_values = true
    )]
    pub redis: Option<String>,
    /// As for `serve`.
    #[arg(
        long,
        value_name = "MIB",
        env = "PLANTAIN_DISK_FLOOR_MIB",
        default_value_t = 256
    )]
    pub disk_floor_mib: u32,
    #[command(flatten)]
    pub segmenter: SegmenterArgs,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  plantain backup /srv/backups/monday.tar
  plantain backup monday.tar.gz --data-dir /var/lib/plantain
  plantain backup keys.tar --without-objects        the database and the link secret; the files are safe elsewhere
  plantain backup files.tar --objects-only          with PostgreSQL; copy the database by pg_dump

The file holds the secret that signs links and the hashes of keys: keep it as safe as the data folder.")]
pub struct BackupArgs {
    /// Where to write, ending in .tar or .tar.gz.
    pub file: PathBuf,
    #[command(flatten)]
    pub data: DataArgs,
    #[command(flatten)]
    pub objects: ObjectsArgs,
    /// Leave the stored files out and only list them.
    #[arg(long)]
    pub without_objects: bool,
    /// Copy the stored files only.
    #[arg(long, conflicts_with = "without_objects")]
    pub objects_only: bool,
    /// Write over FILE if it is there.
    #[arg(long)]
    pub force: bool,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  plantain restore monday.tar --data-dir /var/lib/plantain
  plantain restore monday.tar.gz --objects 's3://pictures?region=eu-central-1'

Everything is verified before the database is put in its place. Files that the backup lists and that are not there afterwards are
named, and the command ends with 1.")]
pub struct RestoreArgs {
    /// What `plantain backup` wrote.
    pub file: PathBuf,
    #[command(flatten)]
    pub data: DataArgs,
    #[command(flatten)]
    pub objects: ObjectsArgs,
    /// Replace a database that is there. Stop its server first.
    #[arg(long)]
    pub force: bool,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  plantain forget --key key_3f9a
  plantain forget --key key_3f9a --session session_81bc")]
pub struct ForgetArgs {
    /// Id of the key whose data go, as `plantain keys list` shows it; \"local\" for those made without a key.
    #[arg(long, value_name = "ID")]
    pub key: String,
    /// Only this session and its files.
    #[arg(long, value_name = "ID")]
    pub session: Option<String>,
    #[command(flatten)]
    pub data: DataArgs,
    #[command(flatten)]
    pub objects: ObjectsArgs,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct LicensesArgs {
    /// Print one line for each, without the texts.
    #[arg(long)]
    pub short: bool,
}
