//! The parts of a process that draws, built and wired: the same for a server and for a worker alone.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;

use plantain_api::{MetricsAccess, Server, ServerConfig, Template, webhook_schedule};
use plantain_app::policy::Policies;
use plantain_app::{
    App, AuditLog, Authority, AuthorityConfig, Books, Chat, Conversations, Forgetting,
    Housekeeping, LimiterFailure, Limits, Outputs, OutputsConfig, Retention, RetentionConfig,
    RetentionRule, Studio, StudioConfig, SystemWorld, TaskConfig, TaskService, Tiers, World,
};
use plantain_chat::{ChatConfig, ChatPlanner};
use plantain_core::Error;
use plantain_db::Database;
use plantain_fetch::{Allowance, Exception, Fetcher};
use plantain_limits::{Memory, Redis};
use plantain_moderation::{Moderation, ModerationConfig};
use plantain_otlp::Otlp;
use plantain_store::{Limiter, MessageRecord, Remote, RemoteError, TaskRecord};
use plantain_worker::{Courier, LetterReply, Scribe, Worker, WorkerConfig};
use tokio::runtime::Runtime;

use crate::cli::{MetricsFor, NodeArgs};
use crate::config::{ClassifierSettings, Settings};
use crate::data_dir::DataDir;
use crate::failure::Failure;
use crate::objects::Place;
use crate::{disk, memory, segmenter, traces};

/// What the names of our entries in a shared Redis begin with.
const REDIS_PREFIX: &str = "plantain:limits:";
/// Threads that speak HTTP and carry news. Drawing has threads of its own.
const NET_THREADS: usize = 2;
/// Threads beside drawing that may wait for the disk.
const DISK_THREADS: usize = 8;
/// How long tasks and requests under way may take once the process was told to stop.
pub const DRAIN_TIME_MAX: Duration = Duration::from_secs(60);

/// Starts the threads of a process that draws.
pub fn runtime(args: &NodeArgs) -> Result<Runtime, Failure> {
    tokio::runtime::Builder::new_multi_thread()
        .worker_threads(NET_THREADS)
        .max_blocking_threads(studio_config(args).running_max + DISK_THREADS)
        .enable_all()
        .build()
        .map_err(|error| Failure::machine("cannot start threads", error))
}

/// The record and the folder, which everything else stands on.
pub struct Ground {
    pub data: DataDir,
    pub database: Database,
    pub world: Arc<dyn World>,
}

impl Ground {
    pub async fn open(args: &NodeArgs) -> Result<Self, Failure> {
        let data = DataDir::of(&args.data);
        let database = data.open_database().await?;
        let world = Arc::new(SystemWorld);
        Ok(Self {
            data,
            database,
            world,
        })
    }
}

/// Every part of a process that draws.
pub struct Node {
    pub server: Arc<Server>,
    database: Database,
    retention: Arc<Retention>,
    housekeeping: Arc<Housekeeping>,
    otlp: Option<Arc<Otlp>>,
    /// Tasks at once.
    slots: usize,
}

impl Node {
    /// Builds every part; nothing runs yet.
    pub async fn build(
        ground: &Ground,
        args: &NodeArgs,
        settings: Settings,
        authority: AuthorityConfig,
    ) -> Result<Self, Failure> {
        let Ground {
            data,
            database,
            world,
        } = ground;
        let links = OutputsConfig {
            link_secret: data.link_secret(database, &**world).await?,
            link_ttl_s: i64::from(args.link_hours) * 3600,
        };
        let place = Place::find(&args.objects, data)?;
        place.remove_stale_parts(world.now_ms()).await;
        let objects = place.open()?;
        let retention = Arc::new(Retention::new(
            Arc::clone(&objects),
            Arc::new(database.clone()),
            retention_config(args)?,
            Arc::clone(world),
        ));
        let config = studio_config(args);
        let slots = config.running_max;
        let otlp = traces::start(args.otlp.as_deref())?;
        let studio = Arc::new(studio_with(args, Arc::clone(world), config)?);
        let outputs = Arc::new(Outputs::new(objects, links));
        let remote: Arc<dyn Remote> = Arc::new(fetcher(args)?);
        let tasks = TaskService::new(
            Arc::clone(&studio),
            Arc::new(database.clone()),
            Arc::clone(&outputs),
            Arc::clone(&retention),
            Arc::clone(world),
            settings.prices,
            TaskConfig {
                alerts_to: alert_webhook(args, &remote)?,
                queued_max: args.queued_tasks.into(),
                ..TaskConfig::default()
            },
        );
        let tasks = Arc::new(tasks.traced(traces::tracer(otlp.as_ref(), world)));
        let sessions = Conversations::new(
            Arc::new(database.clone()),
            Arc::clone(&studio),
            Arc::clone(&outputs),
            Arc::clone(&retention),
            Arc::clone(world),
        );
        let app = App {
            sessions,
            studio,
            outputs,
            tasks,
            remote,
            authority: Authority::new(Arc::new(database.clone()), authority, Arc::clone(world)),
            documents: Arc::new(database.clone()),
            retention: Arc::clone(&retention),
            limits: limits(
                args.redis.as_deref(),
                settings.tiers,
                settings.on_limiter_failure,
                world,
            )?,
            policies: policies(settings.policies, settings.classifier)?,
            audit: AuditLog::new(Arc::new(database.clone()), Arc::clone(world)),
            books: books(ground),
            forgetting: Forgetting {
                record: Arc::new(database.clone()),
                documents: Arc::new(database.clone()),
                sessions: Arc::new(database.clone()),
                retention: Arc::clone(&retention),
                world: Arc::clone(world),
            },
            world: Arc::clone(world),
        };
        let server = Server::new(app, server_config(args, settings.templates)?);
        Ok(Self {
            server: Arc::new(disk::watched(server, data.root(), args.disk_floor_mib)),
            database: database.clone(),
            retention,
            housekeeping: Arc::new(Housekeeping::new(
                Arc::new(database.clone()),
                Arc::new(database.clone()),
                Arc::clone(world),
                RetentionRule::age("--keep-tasks", &args.keep_tasks)?,
            )),
            otlp: otlp.map(|(otlp, _)| otlp),
            slots,
        })
    }

    /// Starts what goes on beside requests: tasks of the queue if `claims`, webhooks, retention, giving memory back.
    pub fn start(&self, claims: bool) -> Running {
        let app = &self.server.app;
        let slots = match claims {
            true => self.slots,
            false => 0,
        };
        let courier = Courier::new(
            Arc::new(self.database.clone()),
            Arc::clone(&app.remote),
            Arc::new(ServerScribe(Arc::clone(&self.server))),
            Arc::clone(&app.world),
            Arc::clone(app.tasks.meters()),
            app.tasks.tracer().clone(),
        );
        let retention = Arc::clone(&self.retention);
        let housekeeping = Arc::clone(&self.housekeeping);
        Running {
            worker: start_worker(&app.tasks, slots),
            courier: tokio::spawn(courier.run()),
            sweeping: tokio::spawn(async move { retention.keep_sweeping().await }),
            tidying: tokio::spawn(async move { housekeeping.keep_tidying().await }),
            giving_back: tokio::spawn(memory::keep_giving_back()),
            otlp: self.otlp.clone(),
            database: self.database.clone(),
        }
    }
}

/// What goes on beside requests.
pub struct Running {
    worker: RunningWorker,
    courier: tokio::task::JoinHandle<()>,
    sweeping: tokio::task::JoinHandle<()>,
    tidying: tokio::task::JoinHandle<()>,
    giving_back: tokio::task::JoinHandle<()>,
    otlp: Option<Arc<Otlp>>,
    database: Database,
}

impl Running {
    /// Finishes what is under way or gives it back, and closes the record.
    pub async fn stop(self) {
        self.worker.stop().await;
        self.sweeping.abort();
        self.tidying.abort();
        self.giving_back.abort();
        // Messages under way are sent again by whoever comes next.
        self.courier.abort();
        self.database.close().await;
        traces::finish(self.otlp.as_deref()).await;
    }
}

/// Returns the books over a record.
pub fn books(ground: &Ground) -> Books {
    Books::new(
        Arc::new(ground.database.clone()),
        Arc::new(ground.database.clone()),
        Arc::clone(&ground.world),
    )
}

/// Returns where word goes when a budget's alert is passed.
fn alert_webhook(args: &NodeArgs, remote: &Arc<dyn Remote>) -> Result<Option<Arc<str>>, Failure> {
    let Some(url) = &args.alert_webhook else {
        return Ok(None);
    };
    match remote.check_post(url) {
        Ok(()) => Ok(Some(url.as_str().into())),
        Err(RemoteError::Refused(why) | RemoteError::Failed(why)) => {
            let remedy = format!("must be an https address on the public internet: {why}");
            Err(Error::invalid("invalid_webhook", "--alert-webhook", url, remedy).into())
        }
        Err(RemoteError::TooLarge) => Ok(Some(url.as_str().into())),
    }
}

/// Writes webhooks as the server's dialects do.
struct ServerScribe(Arc<Server>);

impl Scribe for ServerScribe {
    fn letter<'a>(
        &'a self,
        message: &'a MessageRecord,
        task: Option<&'a TaskRecord>,
    ) -> LetterReply<'a> {
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
fn retention_config(args: &NodeArgs) -> Result<RetentionConfig, Failure> {
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
    args: &NodeArgs,
    world: Arc<dyn World>,
    config: StudioConfig,
) -> Result<Studio, Failure> {
    let studio = Studio::new(Arc::new(segmenter::easel(&args.segmenter)?), world, config);
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
fn fetcher(args: &NodeArgs) -> Result<Fetcher, Failure> {
    let exception = |text: &String| {
        let remedy = "must be a host name, an address or a network such as 10.0.0.0/8";
        Exception::parse(text)
            .ok_or_else(|| Error::invalid("invalid_network", "--allow-fetch", text, remedy))
    };
    let exceptions = args.allow_fetch.iter().map(exception);
    let allowance = Allowance::new(exceptions.collect::<Result<_, _>>()?);
    Fetcher::new(allowance).map_err(|why| Failure::machine("cannot set up fetching", why))
}

fn studio_config(args: &NodeArgs) -> StudioConfig {
    let default = StudioConfig::default();
    StudioConfig {
        running_max: args.draw_at_once.map_or(default.running_max, usize::from),
        queue_max: usize::from(args.queue),
        cache_bytes_max: usize::from(args.cache_mib) << 20,
    }
}

fn server_config(
    args: &NodeArgs,
    templates: BTreeMap<String, Template>,
) -> Result<ServerConfig, Failure> {
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
        templates,
        bodies_bytes: Some(u64::from(args.bodies_mib) << 20),
        metrics: match args.metrics {
            MetricsFor::Key => MetricsAccess::Key,
            MetricsFor::Open => MetricsAccess::Open,
            MetricsFor::Off => MetricsAccess::Off,
        },
    })
}

/// Returns the JSON Schema of scenes.
fn scene_schema() -> Result<String, Failure> {
    let schema = schemars::schema_for!(plantain_scene::Scene);
    Ok(serde_json::to_string_pretty(&schema).map_err(Error::internal)?)
}
