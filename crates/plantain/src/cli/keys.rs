//! What `keys` and `audit` take.

use clap::{Args, Subcommand, ValueEnum};

use super::DataArgs;

#[derive(Debug, Args)]
pub struct KeysArgs {
    #[command(subcommand)]
    pub command: KeysCommand,
}

#[derive(Debug, Subcommand)]
pub enum KeysCommand {
    /// Make a key and print it. It is shown once.
    Create(CreateKeyArgs),
    /// List the keys, without their secrets.
    List(ListKeysArgs),
    /// Give a key another secret and print it. The one before it opens for a while yet.
    Rotate(RotateKeyArgs),
    /// Revoke a key; it stops working at once.
    Revoke(RevokeKeyArgs),
}

#[derive(Debug, Args)]
pub struct CreateKeyArgs {
    /// What you call it.
    #[arg(long)]
    pub name: String,
    /// One or several of images, usage, audit, metrics, admin, parted by commas.
    #[arg(long, default_value = "images")]
    pub scopes: String,
    /// How much it may use: free, growth, paid, unlimited or a tier of your own [default: as the server says].
    #[arg(long, value_name = "NAME")]
    pub tier: Option<String>,
    /// Whose it is, for usage by team.
    #[arg(long, value_name = "NAME")]
    pub team: Option<String>,
    /// The policy that it is judged by [default: that of its tier].
    #[arg(long, value_name = "NAME")]
    pub policy: Option<String>,
    /// Models that it may ask for, parted by commas; a `*` at the end stands for any ending [default: all].
    #[arg(long, value_name = "NAMES", value_delimiter = ',')]
    pub models: Vec<String>,
    /// Words for your own bookkeeping, parted by commas.
    #[arg(long, value_name = "TAGS", value_delimiter = ',')]
    pub tags: Vec<String>,
    /// Days until it ends; never when missing.
    #[arg(long, value_name = "DAYS", value_parser = clap::value_parser!(u32).range(1..=36_500))]
    pub expires_days: Option<u32>,
    #[command(flatten)]
    pub data: DataArgs,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct ListKeysArgs {
    #[command(flatten)]
    pub data: DataArgs,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct RotateKeyArgs {
    /// Id or prefix of the key, as `plantain keys list` shows them.
    pub key: String,
    /// Hours that the secret before it still opens, at most 720.
    #[arg(long, value_name = "HOURS", default_value_t = 24)]
    pub grace_hours: u32,
    #[command(flatten)]
    pub data: DataArgs,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct AuditArgs {
    /// Id of a key, admin, local or command.
    #[arg(long, value_name = "WHO")]
    pub actor: Option<String>,
    /// Such as key.create; with a point at the end ("policy.") every action of the kind.
    #[arg(long, value_name = "ACTION")]
    pub action: Option<String>,
    /// What it was done to: the id of a key, the name of a model.
    #[arg(long, value_name = "ID")]
    pub object: Option<String>,
    /// done, refused or flagged.
    #[arg(long, value_name = "OUTCOME")]
    pub outcome: Option<String>,
    /// A day (2026-11-21, UTC) or Unix milliseconds; from then on.
    #[arg(long, value_name = "TIME")]
    pub since: Option<String>,
    /// As --since; before then.
    #[arg(long, value_name = "TIME")]
    pub until: Option<String>,
    /// At most so many, the latest ones [default: all].
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: AuditFormat,
    #[command(flatten)]
    pub data: DataArgs,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum AuditFormat {
    Text,
    Csv,
    /// An object a line.
    Json,
}

#[derive(Debug, Args)]
pub struct RevokeKeyArgs {
    /// Id or prefix of the key, as `plantain keys list` shows them.
    pub key: String,
    #[command(flatten)]
    pub data: DataArgs,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}
