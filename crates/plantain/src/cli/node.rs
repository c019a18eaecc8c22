//! What a process that draws takes: `serve` and `work`.

use clap::{Args, ValueEnum};

use super::{DataArgs, ObjectsArgs, SegmenterArgs};

#[derive(Debug, Clone, Args)]
pub struct ServeArgs {
    /// Address to listen on; port 0 picks one and prints it.
    #[arg(
        long,
        value_name = "ADDR",
        env = "PLANTAIN_LISTEN",
        default_value = "127.0.0.1:8080"
    )]
    pub listen: String,
    /// Leave queued tasks to `plantain work`; requests that are waited for are still drawn here.
    #[arg(long, env = "PLANTAIN_NO_WORKER")]
    pub no_worker: bool,
    #[command(flatten)]
    pub node: NodeArgs,
}

#[derive(Debug, Clone, Args)]
pub struct WorkArgs {
    #[command(flatten)]
    pub node: NodeArgs,
}

/// What servers and workers have in common.
#[derive(Debug, Clone, Args)]
pub struct NodeArgs {
    #[command(flatten)]
    pub data: DataArgs,
    #[command(flatten)]
    pub objects: ObjectsArgs,
    /// Scheme and host under which clients reach the server; links to pictures begin with it.
    #[arg(long, value_name = "URL", env = "PLANTAIN_PUBLIC_URL")]
    pub public_url: Option<String>,
    /// Form of the log on standard error.
    #[arg(
        long,
        value_name = "FORM",
        env = "PLANTAIN_LOG",
        default_value = "text"
    )]
    pub log: LogForm,
    /// Least severe messages that are logged.
    #[arg(
        long,
        value_name = "LEVEL",
        env = "PLANTAIN_LOG_LEVEL",
        default_value = "info"
    )]
    pub log_level: LogLevel,
    /// Pictures drawn at once [default: one for each core].
    #[arg(long, value_name = "N", env = "PLANTAIN_DRAW_AT_ONCE", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub draw_at_once: Option<u16>,
    /// Pictures that may wait for their turn; further requests get 503.
    #[arg(long, value_name = "N", env = "PLANTAIN_QUEUE", default_value_t = 1024)]
    pub queue: u16,
    /// Tasks that may wait to be drawn later; further ones get 503.
    #[arg(
        long,
        value_name = "N",
        env = "PLANTAIN_QUEUED_TASKS",
        default_value_t = 1_000_000
    )]
    pub queued_tasks: u32,
    /// MiB of large request bodies that may be in memory at once; further ones get 503.
    #[arg(
        long,
        value_name = "MIB",
        env = "PLANTAIN_BODIES_MIB",
        default_value_t = 1024
    )]
    pub bodies_mib: u32,
    #[command(flatten)]
    pub segmenter: SegmenterArgs,
    /// MiB of pictures kept for requests that come again.
    #[arg(
        long,
        value_name = "MIB",
        env = "PLANTAIN_CACHE_MIB",
        default_value_t = 64
    )]
    pub cache_mib: u16,
    /// Base URL of a chat endpoint that speaks OpenAI's protocol, as in http://127.0.0.1:11434/v1: a model may plan pictures.
    /// Its key is read from PLANTAIN_PLANNER_KEY.
    #[arg(
        long,
        value_name = "URL",
        env = "PLANTAIN_PLANNER_URL",
        requires = "planner_model"
    )]
    pub planner_url: Option<String>,
    /// The model that plans.
    #[arg(long, value_name = "NAME", env = "PLANTAIN_PLANNER_MODEL")]
    pub planner_model: Option<String>,
    /// Seconds that the model may take for an answer.
    #[arg(long, value_name = "SECONDS", env = "PLANTAIN_PLANNER_TIMEOUT", default_value_t = 60, value_parser = clap::value_parser!(u16).range(1..=900))]
    pub planner_timeout: u16,
    /// Let the model plan every picture, not only those that ask for it with "planner": "llm".
    #[arg(long, env = "PLANTAIN_PLANNER_ALWAYS", requires = "planner_url")]
    pub planner_always: bool,
    /// A host or a network inside your own walls whose pictures may be fetched (media.intranet, 10.1.0.0/16); may be given
    /// several times, or as a list with commas. Without it only the public internet is asked.
    #[arg(
        long,
        value_name = "CIDR|HOST",
        env = "PLANTAIN_ALLOW_FETCH",
        value_delimiter = ','
    )]
    pub allow_fetch: Vec<String>,
    /// How long stored files stay, and how many bytes of them for each key: default (30d,10GB), evolink (24h,10GB), forever, or
    /// your own, as in 7d,500MB.
    #[arg(
        long,
        value_name = "RULE",
        env = "PLANTAIN_RETENTION",
        default_value = "default"
    )]
    pub retention: String,
    /// Another rule for the files of one key, as in key_3f9a=24h; may be given several times.
    #[arg(long, value_name = "KEY=RULE")]
    pub retention_for: Vec<String>,
    /// A Redis or Valkey that counts the limits of several servers together (redis://host:6379/0). Without it each server
    /// counts for itself.
    #[arg(long, value_name = "URL", env = "PLANTAIN_REDIS")]
    pub redis: Option<String>,
    /// Who may read /metrics: `key` (keys with the scope metrics or admin), `open` (everybody) or `off`.
    #[arg(
        long,
        value_name = "WHO",
        env = "PLANTAIN_METRICS",
        default_value = "key"
    )]
    pub metrics: MetricsFor,
    /// Another address that answers /healthz, /readyz and /metrics without a key, and nothing else: for monitors inside your
    /// own walls, and for workers, which have no address otherwise.
    #[arg(long, value_name = "ADDR", env = "PLANTAIN_OPS_LISTEN")]
    pub ops_listen: Option<String>,
    /// Where traces are sent: a collector that speaks OTLP over HTTP, as in http://127.0.0.1:4318. The other variables of
    /// OpenTelemetry (OTEL_SERVICE_NAME, OTEL_EXPORTER_OTLP_HEADERS, …) are followed, too.
    #[arg(
        long,
        value_name = "URL",
        env = "OTEL_EXPORTER_OTLP_ENDPOINT",
        hide_env_values = true
    )]
    pub otlp: Option<String>,
    /// How long tasks and their texts stay after their end: 90d, 48h or forever.
    #[arg(
        long,
        value_name = "AGE",
        env = "PLANTAIN_KEEP_TASKS",
        default_value = "90d"
    )]
    pub keep_tasks: String,
    /// MiB that must be free on the disk of the data folder; with less, /readyz says so.
    #[arg(
        long,
        value_name = "MIB",
        env = "PLANTAIN_DISK_FLOOR_MIB",
        default_value_t = 256
    )]
    pub disk_floor_mib: u32,
    /// An https address that is told when a budget's alert is passed.
    #[arg(long, value_name = "URL", env = "PLANTAIN_ALERT_WEBHOOK")]
    pub alert_webhook: Option<String>,
    /// Hours that a link to a picture works.
    #[arg(long, value_name = "HOURS", env = "PLANTAIN_LINK_HOURS", default_value_t = 24, value_parser = clap::value_parser!(u32).range(1..=87_600))]
    pub link_hours: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogForm {
    Text,
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum MetricsFor {
    Key,
    Open,
    Off,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum LogLevel {
    Error,
    Warn,
    Info,
    Debug,
}
