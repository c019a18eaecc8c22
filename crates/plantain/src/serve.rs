//! `plantain serve`: every part is built and wired here.

use std::future::IntoFuture;
use std::io::IsTerminal;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::serve::ListenerExt;
use plantain_api::{Server, ServerConfig, router, webhook_schedule};
use plantain_app::policy::Policies;
use plantain_app::{
    App, AuditLog, Authority, AuthorityConfig, Chat, LimiterFailure, Limits, Outputs,
    OutputsConfig, PriceBook, Retention, RetentionConfig, RetentionRule, Studio, StudioConfig,
    SystemWorld, TaskConfig, TaskService, Tiers, World,
};
use plantain_chat::{ChatConfig, ChatPlanner};
use plantain_core::{Error, Id};
use plantain_easel::Easel;
use plantain_fetch::{Allowance, Exception, Fetcher};
use plantain_limits::{Memory, Redis};
use plantain_moderation::{Moderation, ModerationConfig};
use plantain_store::{Keys, Limiter, MessageRecord, TaskRecord};
use plantain_worker::{Courier, LetterReply, Scribe, Worker, WorkerConfig};
use tokio::net::TcpListener;
#[cfg(unix)]
use tokio::signal::unix::{Signal, SignalKind, signal};
use tracing_subscriber::filter::LevelFilter;

use crate::cli::{LogForm, LogLevel, ServeArgs};
use crate::config::{ClassifierSettings, Settings};
use crate::data_dir::DataDir;
use crate::failure::Failure;
use crate::objects::Place;
use crate::screen;

/// Environment variable with a key that has every scope. No flag: other users of the machine can read those.
const ADMIN_KEY_VARIABLE: &str = "PLANTAIN_ADMIN_KEY";
/// Shortest admin key that is taken.
const ADMIN_KEY_CHARS_MIN: usize = 16;
/// What the names of our entries in a shared Redis begin with.
const REDIS_PREFIX: &str = "plantain:limits:";
/// Threads that speak HTTP. Drawing has threads of its own.
const HTTP_THREADS: usize = 2;
/// Threads beside drawing that may wait for the disk.
const DISK_THREADS: usize = 8;
/// How long requests under way may take once the server was told to stop.
const DRAIN_TIME_MAX: Duration = Duration::from_secs(60);

pub fn run(args: ServeArgs, settings: Settings) -> Result<(), Failure> {
    start_log(&args);
    let studio = studio_config(&args);
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(HTTP_THREADS)
        .max_blocking_threads(studio.running_max + DISK_THREADS)
        .enable_all()
        .build()
        .map_err(|error| Failure::machine("cannot start threads", error))?;
    let served = runtime.block_on(serve(args, settings, studio));
    // Whatever still draws after the drain time is given up.
    runtime.shutdown_background();
    served
}

async fn serve(args: ServeArgs, settings: Settings, studio: StudioConfig) -> Result<(), Failure> {
    // Before anyone is told the address, so that a request to stop is never missed.
    let stop = Stop::listen();
    let world: Arc<dyn World> = Arc::new(SystemWorld);
    let listener = listen(&args.listen).await?;
    let address = listener
        .local_addr()
        .map_err(|error| Failure::machine("cannot listen", error))?;

    let data = DataDir::of(&args.data);
    let database = data.open_database().await?;
    let loopback = address.ip().is_loopback();
    let admin_key = admin_key()?;
    let any_key = database.any().await.map_err(Error::from)?;
    // The token is good only where it is printed: on a server that starts without keys.
    let open = loopback && admin_key.is_none() && !any_key;
    let admin_token = open.then(|| admin_token(&*world));
    let authority = AuthorityConfig {
        loopback,
        admin_key,
        admin_token: admin_token.clone(),
    };
    let links = OutputsConfig {
        link_secret: data.link_secret(&*world)?,
        link_ttl_s: i64::from(args.link_hours) * 3600,
    };
    let place = Place::find(&args.objects, &data)?;
    place.remove_stale_parts(world.now_ms()).await;
    let objects = place.open()?;
    let retention = Arc::new(Retention::new(
        Arc::clone(&objects),
        Arc::new(database.clone()),
        Arc::new(database.clone()),
        retention_config(&args)?,
        Arc::clone(&world),
    ));
    let slots = studio.running_max;
    let studio = Arc::new(studio_with(&args, Arc::clone(&world), studio)?);
    let outputs = Arc::new(Outputs::new(Arc::clone(&objects), links));
    let tasks = Arc::new(TaskService::new(
        Arc::clone(&studio),
        Arc::new(database.clone()),
        Arc::clone(&outputs),
        Arc::clone(&retention),
        Arc::clone(&world),
        PriceBook::default(),
        TaskConfig::default(),
    ));
    let worker = start_worker(&tasks, slots);
    let app = App {
        studio,
        outputs,
        tasks,
        remote: Arc::new(fetcher(&args)?),
        authority: Authority::new(Arc::new(database.clone()), authority, Arc::clone(&world)),
        documents: Arc::new(database.clone()),
        retention: Arc::clone(&retention),
        limits: limits(
            args.redis.as_deref(),
            settings.tiers,
            settings.on_limiter_failure,
            &world,
        )?,
        policies: policies(settings.policies, settings.classifier)?,
        audit: AuditLog::new(Arc::new(database.clone()), Arc::clone(&world)),
        world,
    };
    let server = Arc::new(Server::new(app, server_config(&args)?));
    greet(address, &data, admin_token.as_deref())?;

    let courier = Courier::new(
        Arc::new(database.clone()),
        Arc::clone(&server.app.remote),
        Arc::new(ServerScribe(Arc::clone(&server))),
        Arc::clone(&server.app.world),
    );
    let sending = tokio::spawn(courier.run());
    let sweeping = tokio::spawn(async move { retention.keep_sweeping().await });
    let served = serve_until_told(listener, server, stop).await;
    worker.stop().await;
    sweeping.abort();
    sending.abort();
    database.close().await;
    served
}

/// Writes webhooks as the server's dialects do.
struct ServerScribe(Arc<Server>);

impl Scribe for ServerScribe {
    fn letter<'a>(&'a self, message: &'a MessageRecord, task: &'a TaskRecord) -> LetterReply<'a> {
        Box::pin(self.0.letter(message, task))
    }

    fn schedule(&self, message: &MessageRecord) -> &'static [u32] {
        webhook_schedule(message)
    }
}

/// A worker that runs beside the server.
struct RunningWorker {
    stop: tokio::sync::oneshot::Sender<()>,
    done: tokio::task::JoinHandle<()>,
}

impl RunningWorker {
    /// Tells it to stop and waits until what it held is finished or given back.
    async fn stop(self) {
        // One that has ended needs no telling.
        let _ = self.stop.send(());
        let _ = self.done.await;
    }
}

fn start_worker(tasks: &Arc<TaskService>, slots: usize) -> RunningWorker {
    let config = WorkerConfig {
        slots,
        drain_max: DRAIN_TIME_MAX,
    };
    let (stop, told) = tokio::sync::oneshot::channel();
    let worker = Worker::new(Arc::clone(tasks), config);
    let done = tokio::spawn(worker.run(async move {
        // A sender that is gone says the same as a message.
        let _ = told.await;
    }));
    RunningWorker { stop, done }
}

/// Returns how long whose files stay.
fn retention_config(args: &ServeArgs) -> Result<RetentionConfig, Failure> {
    let mut config = RetentionConfig {
        default: RetentionRule::parse("--retention", &args.retention)?,
        ..RetentionConfig::default()
    };
    for text in &args.retention_for {
        let (key, rule) = text.split_once('=').ok_or_else(|| {
            let remedy = "must be a key's id and a rule, as in key_3f9a=24h";
            Error::invalid("invalid_retention", "--retention-for", text, remedy)
        })?;
        let rule = RetentionRule::parse("--retention-for", rule)?;
        config.owners.insert(key.to_owned(), rule);
    }
    Ok(config)
}

/// Returns the policies, with a classifier if there is one.
fn policies(
    policies: Policies,
    classifier: Option<ClassifierSettings>,
) -> Result<Policies, Failure> {
    let Some(settings) = classifier else {
        return Ok(policies);
    };
    let moderation = Moderation::new(ModerationConfig {
        url: settings.url,
        model: settings.model,
        key: std::env::var("PLANTAIN_CLASSIFIER_KEY")
            .ok()
            .filter(|key| !key.is_empty()),
        timeout: Duration::from_millis(settings.timeout_ms),
    });
    let moderation =
        moderation.map_err(|why| Failure::machine("cannot set up the classifier", why))?;
    Ok(policies.with_classifier(Arc::new(moderation), settings.on_failure))
}

/// Returns what counts for the tiers.
fn limits(
    redis: Option<&str>,
    tiers: Tiers,
    on_failure: LimiterFailure,
    world: &Arc<dyn World>,
) -> Result<Limits, Failure> {
    let memory: Arc<dyn Limiter> = Arc::new(Memory::new());
    let limiter: Arc<dyn Limiter> = match redis {
        Some(url) => {
            let redis = Redis::new(url, REDIS_PREFIX);
            Arc::new(redis.map_err(|error| Failure::machine("--redis", error))?)
        }
        None => Arc::clone(&memory),
    };
    let world = Arc::clone(world);
    Ok(Limits::new(tiers, limiter, memory, on_failure, world))
}

/// Returns the studio, with the model that may plan if there is one.
fn studio_with(
    args: &ServeArgs,
    world: Arc<dyn World>,
    config: StudioConfig,
) -> Result<Studio, Failure> {
    let studio = Studio::new(Arc::new(Easel::new()), world, config);
    let (Some(url), Some(model)) = (&args.planner_url, &args.planner_model) else {
        return Ok(studio);
    };
    let planner = ChatPlanner::new(ChatConfig {
        base_url: url.clone(),
        model: model.clone(),
        key: std::env::var("PLANTAIN_PLANNER_KEY")
            .ok()
            .filter(|key| !key.is_empty()),
        timeout: Duration::from_secs(args.planner_timeout.into()),
    });
    let planner = planner.map_err(|why| Failure::machine("cannot set up the planner", why))?;
    Ok(studio.with_chat(Chat {
        planner: Arc::new(planner),
        schema: scene_schema()?.into(),
        by_default: args.planner_always,
    }))
}

/// Returns what fetches pictures behind links.
fn fetcher(args: &ServeArgs) -> Result<Fetcher, Failure> {
    let exception = |text: &String| {
        let remedy = "must be a host name, an address or a network such as 10.0.0.0/8";
        Exception::parse(text)
            .ok_or_else(|| Error::invalid("invalid_network", "--allow-fetch", text, remedy))
    };
    let exceptions = args.allow_fetch.iter().map(exception);
    let allowance = Allowance::new(exceptions.collect::<Result<_, _>>()?);
    Fetcher::new(allowance).map_err(|why| Failure::machine("cannot set up fetching", why))
}

/// Serves until the process is told to stop, then finishes what is under way.
async fn serve_until_told(
    listener: TcpListener,
    server: Arc<Server>,
    mut stop: Stop,
) -> Result<(), Failure> {
    let routes = router(Arc::clone(&server));
    let (told, hear) = tokio::sync::oneshot::channel::<()>();
    let listener = listener.tap_io(|stream| {
        // Replies are written whole; waiting for more only delays their end. Without it they are right, only later.
        let _ = stream.set_nodelay(true);
    });
    let serving = axum::serve(listener, routes).with_graceful_shutdown(async move {
        // A sender that is gone says the same as a message.
        let _ = hear.await;
    });
    let mut serving = tokio::spawn(serving.into_future());
    tokio::select! {
        ended = &mut serving => return Err(Failure::machine("the server ended", format_args!("{ended:?}"))),
        () = stop.told() => {}
    }
    tracing::info!("stopping: no new requests, those under way are finished");
    server.drain();
    drop(told);
    tokio::select! {
        _ = &mut serving => Ok(()),
        () = tokio::time::sleep(DRAIN_TIME_MAX) => {
            tracing::warn!("requests are still under way after {DRAIN_TIME_MAX:?}; they are given up");
            Ok(())
        }
        () = stop.told() => Ok(()),
    }
}

/// Hears an interrupt from the keyboard or, on Unix, a request to terminate, from the moment it is made.
#[cfg(unix)]
struct Stop {
    interrupt: Option<Signal>,
    terminate: Option<Signal>,
}

#[cfg(unix)]
impl Stop {
    fn listen() -> Self {
        let hear = |kind: SignalKind| {
            signal(kind)
                .inspect_err(|error| tracing::error!(%error, "cannot listen for requests to stop"))
                .ok()
        };
        Self {
            interrupt: hear(SignalKind::interrupt()),
            terminate: hear(SignalKind::terminate()),
        }
    }

    /// Waits until the program is told to stop.
    async fn told(&mut self) {
        async fn one(signal: &mut Option<Signal>) {
            match signal {
                Some(signal) => {
                    signal.recv().await;
                }
                None => std::future::pending().await,
            }
        }
        tokio::select! {
            () = one(&mut self.interrupt) => {}
            () = one(&mut self.terminate) => {}
        }
    }
}

/// Hears an interrupt from the keyboard.
#[cfg(not(unix))]
struct Stop;

#[cfg(not(unix))]
impl Stop {
    fn listen() -> Self {
        Self
    }

    /// Waits until the program is told to stop.
    async fn told(&mut self) {
        if let Err(error) = tokio::signal::ctrl_c().await {
            tracing::error!(%error, "cannot listen for interrupts");
            std::future::pending::<()>().await;
        }
    }
}

/// Returns what opens the admin routes until the process ends.
fn admin_token(world: &dyn World) -> String {
    let random = world.random();
    let bits = std::array::from_fn(|index| random[index]);
    Id::new("token", bits).to_string()
}

async fn listen(address: &str) -> Result<TcpListener, Failure> {
    TcpListener::bind(address).await.map_err(|error| {
        let what = format!("cannot listen on {address}");
        Failure::machine(
            what,
            format_args!("{error}; choose another with --listen HOST:PORT"),
        )
    })
}

fn admin_key() -> Result<Option<String>, Failure> {
    match std::env::var(ADMIN_KEY_VARIABLE) {
        Ok(key) if key.len() >= ADMIN_KEY_CHARS_MIN => Ok(Some(key)),
        Ok(key) if key.is_empty() => Ok(None),
        Ok(_) => Err(Error::new(
            plantain_core::ErrorKind::Invalid,
            "weak_admin_key",
            format!("{ADMIN_KEY_VARIABLE} is shorter than {ADMIN_KEY_CHARS_MIN} characters; choose a longer one."),
        )
        .into()),
        Err(std::env::VarError::NotPresent) => Ok(None),
        Err(error) => Err(Failure::machine(ADMIN_KEY_VARIABLE, error)),
    }
}

fn studio_config(args: &ServeArgs) -> StudioConfig {
    let default = StudioConfig::default();
    StudioConfig {
        running_max: args.draw_at_once.map_or(default.running_max, usize::from),
        queue_max: usize::from(args.queue),
        cache_bytes_max: usize::from(args.cache_mib) << 20,
    }
}

fn server_config(args: &ServeArgs) -> Result<ServerConfig, Failure> {
    if let Some(url) = &args.public_url
        && !url.starts_with("http://")
        && !url.starts_with("https://")
    {
        let remedy = "must begin with http:// or https://";
        return Err(Error::invalid("invalid_url", "--public-url", url, remedy).into());
    }
    Ok(ServerConfig {
        public_url: args.public_url.clone(),
        scene_schema: scene_schema()?.into(),
    })
}

/// Returns the JSON Schema of scenes.
fn scene_schema() -> Result<String, Failure> {
    let schema = schemars::schema_for!(plantain_scene::Scene);
    Ok(serde_json::to_string_pretty(&schema).map_err(Error::internal)?)
}

/// Says where the server is and how to draw the first picture.
fn greet(address: SocketAddr, data: &DataDir, token: Option<&str>) -> Result<(), Failure> {
    let version = env!("CARGO_PKG_VERSION");
    let (open, key) = match token {
        Some(token) => (
            format!("No keys yet: this machine may draw freely. Admin token: {token}"),
            String::new(),
        ),
        None => (
            "Keys are needed; `plantain keys create --name NAME` makes one.".to_owned(),
            " -H \"Authorization: Bearer $PLANTAIN_KEY\"".to_owned(),
        ),
    };
    screen::line(format_args!(
        "Plantain {version} listens on http://{address}
{open}
Data: {}

Try it:
  curl -s http://{}/plantain/v1/images/generate -H 'Content-Type: application/json'{key} -d '{{\"prompt\": \"A poster for a jazz concert titled \\\"Blue Hour\\\", 14 June, 8 pm\", \"output\": \"binary\"}}' -o hello.png
",
        data.root().display(),
        reachable(address),
    ))
}

/// The address as this machine's clients can use it.
fn reachable(address: SocketAddr) -> SocketAddr {
    let mut address = address;
    if address.ip().is_unspecified() {
        let loopback = match address {
            SocketAddr::V4(_) => std::net::Ipv4Addr::LOCALHOST.into(),
            SocketAddr::V6(_) => std::net::Ipv6Addr::LOCALHOST.into(),
        };
        address.set_ip(loopback);
    }
    address
}

fn start_log(args: &ServeArgs) {
    let level = match args.log_level {
        LogLevel::Error => LevelFilter::ERROR,
        LogLevel::Warn => LevelFilter::WARN,
        LogLevel::Info => LevelFilter::INFO,
        LogLevel::Debug => LevelFilter::DEBUG,
    };
    let log = tracing_subscriber::fmt()
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_max_level(level)
        .with_target(false);
    // A second start in one process finds the first log in place, which serves as well.
    let _ = match args.log {
        LogForm::Text => log.try_init(),
        LogForm::Json => log.json().flatten_event(true).try_init(),
    };
}
