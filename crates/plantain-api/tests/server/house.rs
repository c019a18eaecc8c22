//! A server with a test engine, a frozen clock and nothing on disk.

use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicU8, Ordering};

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use bytes::Bytes;
use plantain_api::{Finding, ProbeReply, Server, ServerConfig, Template, router};
use plantain_app::policy::Policies;
use plantain_app::{
    App, AuditLog, Authority, AuthorityConfig, Books, Conversations, Forgetting, LimiterFailure,
    Limits, NewKey, Outputs, OutputsConfig, PriceBook, Retention, RetentionConfig, Studio,
    StudioConfig, SystemWorld, TaskConfig, TaskService, Tier, Tiers, World, mint_key,
};
use plantain_core::{Id, OutputFormat};
use plantain_db::Database;
use plantain_fetch::{Allowance, Fetcher};
use plantain_objects::Memory;
use plantain_store::{Grant, Scope, Scopes, TaskRecord};
use plantain_testkit::{Behaviour, TestEngine};
use serde_json::Value;
use tower::ServiceExt;

pub const NOW_MS: i64 = 1_795_200_000_000;
pub const ADMIN_TOKEN: &str = "the token printed at start";
pub const LINK_TTL_S: i64 = 3600;

pub struct House {
    pub router: Router,
    pub engine: TestEngine,
    pub objects: Arc<Memory>,
    pub server: Arc<Server>,
}

/// Time stands still. Chance begins the same each time, for seeds, and may count behind, for ids.
struct Frozen {
    counted: AtomicU8,
    step: u8,
}

impl World for Frozen {
    fn now_ms(&self) -> i64 {
        NOW_MS
    }

    fn random(&self) -> [u8; 32] {
        let mut bytes: [u8; 32] = std::array::from_fn(|index| index as u8 + 1);
        bytes[15] = bytes[15].wrapping_add(self.counted.fetch_add(self.step, Ordering::Relaxed));
        bytes
    }
}

/// What came back.
#[derive(Debug)]
pub struct Answer {
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub bytes: Bytes,
}

impl Answer {
    pub fn json(&self) -> Value {
        serde_json::from_slice(&self.bytes)
            .unwrap_or_else(|error| panic!("{error}: {}", String::from_utf8_lossy(&self.bytes)))
    }

    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }
}

fn limits(tiers: Tiers, world: Arc<dyn World>) -> Limits {
    let memory = Arc::new(plantain_limits::Memory::new());
    Limits::new(tiers, memory.clone(), memory, LimiterFailure::Open, world)
}

/// The templates of every server.
fn templates() -> BTreeMap<String, Template> {
    let prompt = Value::from("a social card, title \"{title}\"");
    let fields = [
        ("prompt".to_owned(), prompt),
        ("quality".to_owned(), 80.into()),
    ];
    let template = Template {
        fields: fields.into_iter().collect(),
    };
    BTreeMap::from([("og-card".to_owned(), template)])
}

/// How a server is built; by default open, on loopback, and nothing costs.
struct Plan {
    behaviour: Behaviour,
    loopback: bool,
    studio: StudioConfig,
    tiers: Tiers,
    /// How far chance goes on each time it is asked.
    chance_step: u8,
    prices: PriceBook,
}

impl Default for Plan {
    fn default() -> Self {
        Self {
            behaviour: Behaviour::Draw,
            loopback: true,
            studio: StudioConfig::default(),
            tiers: Tiers::default(),
            chance_step: 1,
            prices: PriceBook::default(),
        }
    }
}

impl Plan {
    async fn build(self) -> House {
        self.fit(|server| server).await
    }

    /// Builds a server that is changed before it serves.
    async fn fit(self, fit: impl FnOnce(Server) -> Server) -> House {
        let Self {
            behaviour,
            loopback,
            studio,
            tiers,
            chance_step,
            prices,
        } = self;
        let engine = TestEngine::new(behaviour);
        let objects = Arc::new(Memory::new());
        let world: Arc<dyn World> = Arc::new(Frozen {
            counted: AtomicU8::new(0),
            step: chance_step,
        });
        let record = Arc::new(Database::in_memory().await.unwrap());
        let authority = AuthorityConfig {
            loopback,
            admin_key: None,
            admin_token: Some(ADMIN_TOKEN.into()),
        };
        let links = OutputsConfig {
            link_secret: [9; 32],
            link_ttl_s: LINK_TTL_S,
        };
        let retention = Arc::new(Retention::new(
            objects.clone(),
            record.clone(),
            RetentionConfig::default(),
            Arc::clone(&world),
        ));
        let studio = Arc::new(Studio::new(
            Arc::new(engine.clone()),
            Arc::clone(&world),
            studio,
        ));
        let outputs = Arc::new(Outputs::new(objects.clone(), links));
        let tasks = Arc::new(TaskService::new(
            Arc::clone(&studio),
            record.clone(),
            Arc::clone(&outputs),
            Arc::clone(&retention),
            Arc::clone(&world),
            prices,
            TaskConfig::default(),
        ));
        let sessions = Conversations::new(
            record.clone(),
            Arc::clone(&studio),
            Arc::clone(&outputs),
            Arc::clone(&retention),
            Arc::clone(&world),
        );
        let app = App {
            retention: Arc::clone(&retention),
            studio,
            outputs,
            tasks,
            remote: Arc::new(Fetcher::new(Allowance::default()).unwrap()),
            authority: Authority::new(record.clone(), authority, Arc::clone(&world)),
            documents: record.clone(),
            sessions,
            limits: limits(tiers, Arc::clone(&world)),
            policies: Policies::default(),
            audit: AuditLog::new(record.clone(), Arc::clone(&world)),
            forgetting: Forgetting {
                record: record.clone(),
                documents: record.clone(),
                sessions: record.clone(),
                retention,
                world: Arc::clone(&world),
            },
            books: Books::new(record.clone(), record, Arc::clone(&world)),
            world,
        };
        let config = ServerConfig {
            public_url: None,
            scene_schema: Bytes::from_static(b"{\"title\":\"Scene\"}"),
            templates: templates(),
            ..ServerConfig::default()
        };
        let server = Arc::new(fit(Server::new(app, config)));
        House {
            router: router(Arc::clone(&server)),
            engine,
            objects,
            server,
        }
    }
}

impl House {
    /// An open server on loopback.
    pub async fn open() -> Self {
        Self::with(Behaviour::Draw, true).await
    }

    pub async fn with(behaviour: Behaviour, loopback: bool) -> Self {
        Self::built(behaviour, loopback, StudioConfig::default()).await
    }

    /// One picture at a time, and nobody may wait.
    pub async fn narrow(behaviour: Behaviour) -> Self {
        let config = StudioConfig {
            running_max: 1,
            queue_max: 0,
            cache_bytes_max: 0,
        };
        Self::built(behaviour, true, config).await
    }

    /// An open server on which every id has the same letters behind its prefix.
    pub async fn still() -> Self {
        let plan = Plan {
            chance_step: 0,
            ..Plan::default()
        };
        plan.build().await
    }

    async fn built(behaviour: Behaviour, loopback: bool, studio: StudioConfig) -> Self {
        let plan = Plan {
            behaviour,
            loopback,
            studio,
            ..Plan::default()
        };
        plan.build().await
    }

    /// A server that wants keys, all of one tier.
    pub async fn tiered(behaviour: Behaviour, tier: Tier) -> Self {
        let tiers = Tiers::new([("small".to_owned(), tier)], Some("small".into())).unwrap();
        let plan = Plan {
            behaviour,
            loopback: false,
            tiers,
            ..Plan::default()
        };
        plan.build().await
    }

    /// A server that wants keys, on which pictures cost.
    pub async fn priced(prices: PriceBook) -> Self {
        let plan = Plan {
            loopback: false,
            prices,
            ..Plan::default()
        };
        plan.build().await
    }

    /// An open server, one part of which is always found like this.
    pub async fn probing(name: &'static str, finding: Finding) -> Self {
        let probe = move |server: Server| {
            let probe = move || -> ProbeReply {
                let finding = finding.clone();
                Box::pin(async { finding })
            };
            server.with_probe(name, Arc::new(probe))
        };
        Plan::default().fit(probe).await
    }

    /// Makes a key and returns its secret.
    pub async fn key(&self, name: &str) -> String {
        self.granted(name, Grant::default()).await
    }

    /// Makes a key that may use what `grant` says.
    pub async fn granted(&self, name: &str, grant: Grant) -> String {
        self.scoped(name, Scopes::new([Scope::Images]), grant).await
    }

    pub async fn scoped(&self, name: &str, scopes: Scopes, grant: Grant) -> String {
        let new = NewKey {
            name: name.to_owned(),
            scopes,
            expires_ms: None,
            grant,
        };
        let (record, secret) = mint_key(new, &SystemWorld);
        let keys = self.server.app.authority.keys();
        keys.insert(&record).await.unwrap();
        secret
    }

    pub async fn send(&self, request: Request<Body>) -> Answer {
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        Answer {
            status: parts.status,
            headers: parts.headers,
            bytes: to_bytes(body, usize::MAX).await.unwrap(),
        }
    }

    /// Runs every task that waits, as a worker does.
    pub async fn work(&self) {
        let tasks = &self.server.app.tasks;
        while let Some(record) = tasks.claim().await.unwrap() {
            tasks.work(record).await;
        }
    }

    /// Works for as long as it is polled.
    pub async fn work_on(&self) {
        let mut news = self.server.app.tasks.record().signals();
        loop {
            self.work().await;
            // Whatever it was, there may be something to do.
            let _ = news.recv().await;
        }
    }

    /// Returns a task as it is stored.
    pub async fn task(&self, id: &Value) -> TaskRecord {
        let id = Id::from_stored(id.as_str().expect("an id"));
        let stored = self.server.app.tasks.record().get(&id).await;
        stored.unwrap().expect("a stored task")
    }

    pub async fn call(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: Body,
    ) -> Answer {
        let method = method.parse().unwrap();
        self.send(request(method, path, headers, body)).await
    }

    pub async fn get(&self, path: &str) -> Answer {
        self.send(request(Method::GET, path, &[], Body::empty()))
            .await
    }

    pub async fn post(&self, path: &str, body: &str) -> Answer {
        self.post_with(path, &[], body).await
    }

    pub async fn post_with(&self, path: &str, headers: &[(&str, &str)], body: &str) -> Answer {
        self.send(request(Method::POST, path, headers, body.to_owned().into()))
            .await
    }
}

/// Returns a request from this machine, as JSON unless `headers` say otherwise.
pub fn request(method: Method, path: &str, headers: &[(&str, &str)], body: Body) -> Request<Body> {
    let mut builder = Request::builder().method(method).uri(path);
    for (name, value) in [
        ("host", "127.0.0.1:8080"),
        ("content-type", "application/json"),
    ] {
        if !headers.iter().any(|(other, _)| *other == name) {
            builder = builder.header(name, value);
        }
    }
    for (name, value) in headers {
        builder = builder.header(*name, *value);
    }
    builder.body(body).unwrap()
}

/// Returns the path of a link to this server.
pub fn path(url: &Value) -> String {
    let url = url.as_str().expect("a link");
    url.strip_prefix("http://127.0.0.1:8080")
        .expect("our own address")
        .to_owned()
}

/// Returns format and size of a picture in base64.
pub fn picture(base64: &Value) -> (OutputFormat, u32, u32) {
    let bytes = STANDARD
        .decode(base64.as_str().expect("base64 text"))
        .unwrap();
    measure(&bytes)
}

/// Returns format and size of a picture; size only of PNG.
pub fn measure(bytes: &[u8]) -> (OutputFormat, u32, u32) {
    let format = OutputFormat::sniff(bytes).expect("a picture");
    if format != OutputFormat::Png {
        return (format, 0, 0);
    }
    let side = |at: usize| u32::from_be_bytes(bytes[at..at + 4].try_into().unwrap());
    (format, side(16), side(20))
}
