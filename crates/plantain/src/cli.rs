//! The command line: what it takes, and what `--help` says.

mod money;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

pub use self::money::{
    AddCreditArgs, BudgetsArgs, BudgetsCommand, CreditArgs, CreditCommand, ExportFormat,
    LedgerArgs, ListMoneyArgs, PricesArgs, RemoveBudgetArgs, SetBudgetArgs, ShowCreditArgs,
    UsageArgs,
};

const AFTER_HELP: &str = "\
Examples:
  plantain                                          serve on http://127.0.0.1:8080
  plantain generate \"A poster for a jazz night, title 'Blue Hour'\" -o poster.png
  plantain generate \"a red apple\" -o apple.webp --size 512x512 --seed 7
  plantain edit poster.png 'make the title bigger' -o bigger.png
  plantain edit *.jpg 'white background' --out-dir white --report white.csv
  plantain inspect poster.png                       what the picture says about its making
  plantain keys create --name laptop                make a key; it is shown once

Exit codes:
  0  done
  1  the program or the machine failed (disk, port, database)
  2  the command line is wrong
  3  the request is not valid (size, format, prompt, …)
  4  the request is understood but cannot be done as asked
  5  a check of `plantain doctor` failed";

/// The image generation API that you own. Without a command it serves.
#[derive(Debug, Parser)]
#[command(name = "plantain", version, after_help = AFTER_HELP, args_conflicts_with_subcommands = true)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,
    /// A file of settings, TOML; docs/configuration.md lists them. Flags and variables win over it.
    #[arg(long, value_name = "FILE", env = "PLANTAIN_CONFIG", global = true)]
    pub config: Option<PathBuf>,
    #[command(flatten)]
    pub serve: ServeArgs,
}

impl Cli {
    /// Whether the command answers in JSON, errors included.
    pub fn json(&self) -> bool {
        match &self.command {
            Some(Command::Generate(args)) => args.json,
            Some(Command::Edit(args)) => args.json,
            Some(Command::Batch(args)) => args.json,
            Some(Command::Render(args)) => args.json,
            Some(Command::Inspect(args)) => args.json,
            Some(Command::Models(args)) => args.json,
            Some(Command::Doctor(args)) => args.json,
            Some(Command::Backup(args)) => args.json,
            Some(Command::Restore(args)) => args.json,
            Some(Command::Forget(args)) => args.json,
            Some(Command::Keys(args)) => match &args.command {
                KeysCommand::Create(args) => args.json,
                KeysCommand::List(args) => args.json,
                KeysCommand::Rotate(args) => args.json,
                KeysCommand::Revoke(args) => args.json,
            },
            Some(Command::Audit(args)) => args.format == AuditFormat::Json,
            Some(Command::Budgets(args)) => match &args.command {
                BudgetsCommand::List(args) => args.json,
                BudgetsCommand::Set(args) => args.json,
                BudgetsCommand::Remove(args) => args.json,
            },
            Some(Command::Credit(args)) => match &args.command {
                CreditCommand::Add(args) => args.json,
                CreditCommand::Show(args) => args.json,
            },
            Some(Command::Usage(args)) => args.format == ExportFormat::Json,
            Some(Command::Ledger(args)) => args.format == ExportFormat::Json,
            Some(Command::Prices(args)) => args.json,
            Some(Command::Sign(args)) => args.json,
            Some(Command::Eval(args)) => match &args.command {
                EvalCommand::Text(args) => args.json,
                EvalCommand::Edit(args) => args.json,
            },
            None
            | Some(
                Command::Serve(_)
                | Command::Work(_)
                | Command::Mcp
                | Command::Licenses(_)
                | Command::Health(_),
            ) => false,
        }
    }
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the API (the default).
    Serve(ServeArgs),
    /// Draw the queued tasks of servers over the same database, without a port of its own.
    Work(WorkArgs),
    /// Draw a prompt into a file, without a server.
    Generate(GenerateArgs),
    /// Change pictures by instruction, without a server.
    Edit(EditArgs),
    /// Draw the rows of a table or of JSON lines into a folder, without a server.
    Batch(BatchArgs),
    /// Draw a scene into a file, without a server.
    Render(RenderArgs),
    /// Show what a picture says about its making: prompt, seed, engine, scene.
    Inspect(InspectArgs),
    /// List the model names that the server answers to.
    Models(ModelsArgs),
    /// Check everything that serving needs, from fonts to the books; say how to mend what is wrong.
    Doctor(DoctorArgs),
    /// Ask a running server whether it is ready; ends with 5 if it is not.
    Health(HealthArgs),
    /// Make, list, rotate and revoke API keys.
    Keys(KeysArgs),
    /// Copy the database, the link secret and the stored files into one file, while the server runs.
    Backup(BackupArgs),
    /// Bring back what `plantain backup` copied.
    Restore(RestoreArgs),
    /// Delete everything that is kept of a key (tasks, conversations, documents, files), or of one session.
    Forget(ForgetArgs),
    /// Show the audit log: who did what to which, and why.
    Audit(AuditArgs),
    /// Show, set and remove budgets of keys, teams and everybody.
    Budgets(BudgetsArgs),
    /// Add and show prepaid credit.
    Credit(CreditArgs),
    /// Show what was charged, by key, team, model, day or tag.
    Usage(UsageArgs),
    /// Print the ledger: every amount held, given back, charged and topped up.
    Ledger(LedgerArgs),
    /// List the price book.
    Prices(PricesArgs),
    /// Offer generate, edit and render as tools to an agent, by the Model Context Protocol over standard input and output.
    Mcp,
    /// Sign the address of a picture that is drawn by GET, for pages, social cards and e-mail.
    Sign(SignArgs),
    /// Print the licences of the program and of everything embedded in it.
    Licenses(LicensesArgs),
    /// Measure the pictures of many prompts.
    Eval(EvalArgs),
}

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

#[derive(Debug, Args)]
pub struct GenerateArgs {
    /// What the picture should show; `-` reads it from standard input.
    pub prompt: String,
    /// A model name.
    #[arg(long, value_name = "NAME", default_value = "easel")]
    pub model: String,
    /// A ratio such as 16:9, or square, portrait, landscape.
    #[arg(long, value_name = "W:H", conflicts_with = "size")]
    pub aspect: Option<String>,
    /// How much detail: 512, 1K, 2K or 4K.
    #[arg(long, value_name = "TIER", conflicts_with = "size")]
    pub tier: Option<String>,
    /// How many pictures, 1 to 10; several are written to FILE-1, FILE-2, …
    #[arg(long, short = 'n', value_name = "N", default_value_t = 1)]
    pub count: i64,
    /// Fail when something cannot be drawn as asked, rather than draw the nearest thing and note it.
    #[arg(long)]
    pub strict: bool,
    /// Leave out sample content that the prompt does not ask for.
    #[arg(long)]
    pub no_filler: bool,
    /// A brand kit, JSON: {"colors": {"primary": "#0f766e", "background": "#fff"}, "fonts": {"heading": "Lora"}, "logo": "data:…"}.
    #[arg(long, value_name = "FILE")]
    pub brand: Option<PathBuf>,
    /// A picture or scene whose look is kept, so that a series looks like one.
    #[arg(long, value_name = "FILE")]
    pub style_of: Option<PathBuf>,
    /// Also write the scene that was drawn, as JSON.
    #[arg(long, value_name = "FILE")]
    pub scene: Option<PathBuf>,
    #[command(flatten)]
    pub picture: PictureArgs,
    /// Describe the result as JSON on standard output.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
#[command(override_usage = "plantain edit [OPTIONS] IMAGE... INSTRUCTION")]
pub struct EditArgs {
    /// One or several pictures, and then what to do with them, in words.
    #[arg(value_name = "IMAGE|INSTRUCTION", required = true)]
    pub words: Vec<String>,
    /// Where to write the one picture; `-` is standard output. The extension decides the format.
    #[arg(long, short, value_name = "FILE", conflicts_with = "out_dir")]
    pub output: Option<PathBuf>,
    /// Where to write several pictures, under their own names. Those that are there already are left alone, so that a run
    /// that was broken off goes on.
    #[arg(long, value_name = "DIR")]
    pub out_dir: Option<PathBuf>,
    /// Make every picture again, also those that are there already.
    #[arg(long, requires = "out_dir")]
    pub again: bool,
    /// Write what became of each picture, as CSV.
    #[arg(long, value_name = "FILE", requires = "out_dir")]
    pub report: Option<PathBuf>,
    /// A picture as large as the one that is changed; only what it selects changes.
    #[arg(long, value_name = "FILE")]
    pub mask: Option<PathBuf>,
    /// What the mask selects: alpha (its see-through parts), white, black, or auto.
    #[arg(long, value_name = "MODE", default_value = "auto")]
    pub mask_mode: String,
    #[command(flatten)]
    pub segmenter: SegmenterArgs,
    /// A further picture that the instruction speaks of ("the logo", "the second image"); may be given several times.
    #[arg(long, value_name = "FILE")]
    pub with: Vec<PathBuf>,
    #[command(flatten)]
    pub form: FormArgs,
    /// Refuse what is only probably meant.
    #[arg(long)]
    pub strict: bool,
    /// Also write the scene that was changed, as JSON.
    #[arg(long, value_name = "FILE", conflicts_with = "out_dir")]
    pub scene: Option<PathBuf>,
    /// Describe the result as JSON on standard output.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Each row is a request with the fields of the HTTP API: prompt, size, seed, format, count, image (a file beside the table, to be
changed as the prompt says), mask, and so on. `id` names the picture's file; without it rows are numbered.

Examples:
  plantain batch labels.csv --out-dir labels --report labels-report.csv
  plantain batch catalogue.jsonl --out-dir out        pictures that are there are not drawn again, so a run goes on

labels.csv:
  id,prompt,size
  espresso,\"a price tag, \"\"Espresso 3.20\"\"\",600x400
  flat-white,\"a price tag, \"\"Flat white 3.80\"\"\",600x400")]
pub struct BatchArgs {
    /// A table (.csv, names of the fields in its first line) or JSON lines (.jsonl).
    pub file: PathBuf,
    /// Where to write the pictures.
    #[arg(long, value_name = "DIR")]
    pub out_dir: PathBuf,
    /// Draw every picture again, also those that are there already.
    #[arg(long)]
    pub again: bool,
    /// Write what became of each picture, as CSV.
    #[arg(long, value_name = "FILE")]
    pub report: Option<PathBuf>,
    /// Pictures drawn at once [default: one for each core].
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=1024))]
    pub draw_at_once: Option<u16>,
    /// Describe the result as JSON on standard output.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  plantain sign 'a birthday cake.png' --with size=600x400
  plantain sign og-card.png --with title='Release 2.0' --with author=Ada --key key_3f9a --base https://img.example

The address begins with /r/ and shows the same picture each time. og-card is a template of the file of settings:
  [templates.og-card]
  prompt = 'a social card, title \"{title}\", by \"{author}\"'
  size = \"1200x630\"")]
pub struct SignArgs {
    /// A prompt or the name of a template, a point, and the format: png, jpeg, webp, svg or pdf.
    pub name: String,
    /// A field of the picture (size, seed, background, …) or what fills in a place of the template; may be given several times.
    #[arg(long = "with", value_name = "WORD=VALUE")]
    pub with: Vec<String>,
    /// Id of the key that pays; none on a server without keys.
    #[arg(long, value_name = "ID")]
    pub key: Option<String>,
    /// Hours that the address is good [default: for ever].
    #[arg(long, value_name = "HOURS", value_parser = clap::value_parser!(u32).range(1..=876_000))]
    pub hours: Option<u32>,
    /// Scheme and host that the address begins with.
    #[arg(
        long,
        value_name = "URL",
        env = "PLANTAIN_PUBLIC_URL",
        default_value = "http://127.0.0.1:8080"
    )]
    pub base: String,
    #[command(flatten)]
    pub data: DataArgs,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct RenderArgs {
    /// A scene document, JSON; `-` reads it from standard input.
    pub file: PathBuf,
    #[command(flatten)]
    pub picture: PictureArgs,
    /// Describe the result as JSON on standard output.
    #[arg(long)]
    pub json: bool,
}

/// A picture that is drawn into a file.
#[derive(Debug, Args)]
pub struct PictureArgs {
    /// Where to write; `-` is standard output. The extension decides the format.
    #[arg(long, short, value_name = "FILE")]
    pub output: PathBuf,
    #[command(flatten)]
    pub form: FormArgs,
}

/// What every picture takes, wherever it goes.
#[derive(Debug, Clone, Args)]
pub struct FormArgs {
    /// `WxH` in pixels (16 to 12288 a side, at most 36 megapixels), a ratio or a tier. An edit keeps the size of its picture
    /// when this is missing.
    #[arg(long, value_name = "SIZE")]
    pub size: Option<String>,
    /// Same request, version and seed: same bytes. Chosen and shown when missing.
    #[arg(long, value_name = "N")]
    pub seed: Option<u64>,
    /// png, jpeg, webp, svg or pdf.
    #[arg(long, value_name = "FORMAT")]
    pub format: Option<String>,
    /// 1 to 100, for jpeg and webp. WebP without a quality is lossless.
    #[arg(long, value_name = "N")]
    pub quality: Option<i64>,
    /// How letters stand in an svg: outlines, or text with the fonts embedded. A pdf always holds text.
    #[arg(long, value_name = "FORM", default_value = "outlines")]
    pub letters: String,
    /// auto, opaque or transparent.
    #[arg(long, value_name = "WORD", default_value = "auto")]
    pub background: String,
}

#[derive(Debug, Args)]
pub struct InspectArgs {
    /// A PNG, JPEG or WebP file.
    pub file: PathBuf,
    /// Print the embedded scene and nothing else.
    #[arg(long, conflicts_with = "json")]
    pub scene: bool,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct ModelsArgs {
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

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

#[derive(Debug, Args)]
pub struct EvalArgs {
    #[command(subcommand)]
    pub command: EvalCommand,
}

#[derive(Debug, Subcommand)]
pub enum EvalCommand {
    /// How many of the texts asked for an OCR program finds, and whether the others were drawn. Needs tesseract.
    ///
    /// Each picture is read from its pixels alone, until all its texts are found: enlarged two to four times, in several page
    /// modes, dark on light and light on dark, in luma, single channels and contrast with the ground around, with one
    /// threshold for the page and with local ones, turned, and unrolled around the middle. A text is found when all its words
    /// were read letter for letter and stand together; case, line breaks, lost spaces and kinds of quotes and dashes don't
    /// count. Texts with a figure may stand in two or three parts in one row or column, as labels and values do. What is found
    /// of each prompt's texts on the next prompt's picture is printed as the level of chance. "Drawn" is told by the glyphs of
    /// the scene, apart from all this.
    Text(EvalTextArgs),
    /// How many instructions change the scene as they ask, and nothing else that is checked.
    Edit(EvalEditArgs),
}

#[derive(Debug, Args)]
pub struct EvalEditArgs {
    /// Edits, a JSON object a line: id, source_prompt, instruction, and expect with texts, absent_texts, counts, keep,
    /// checks, background, aspect, style, chart, refused.
    pub edits: PathBuf,
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct EvalTextArgs {
    /// Prompts, a JSON object a line: id, prompt, width, height, lang, expect.texts.
    pub prompts: PathBuf,
    /// Only the first so many.
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    #[arg(long, value_name = "N", default_value_t = 1)]
    pub seed: u64,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn no_command_means_serve_with_its_flags() {
        let cli = Cli::parse_from(["plantain", "--listen", "127.0.0.1:0"]);
        assert!(cli.command.is_none());
        assert_eq!(cli.serve.listen, "127.0.0.1:0");
        let cli = Cli::parse_from(["plantain", "generate", "a cat", "-o", "cat.png", "-n", "3"]);
        assert!(matches!(cli.command, Some(Command::Generate(args)) if args.count == 3));
    }
}
