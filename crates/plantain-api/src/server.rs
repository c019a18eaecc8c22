//! What every handler can reach.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};

use axum::http::{HeaderMap, header};
use bytes::Bytes;
use plantain_app::{App, Link};

use crate::ballast::Ballast;
use crate::health::{Health, Probe};
use crate::metrics::{Gauge, LedgerSums, MetricsAccess};
use crate::renders::Template;

/// Facts that the program decides.
#[derive(Debug, Clone, Default)]
pub struct ServerConfig {
    /// Scheme and authority under which clients reach the server ("https://img.example"); none: as they asked for it.
    pub public_url: Option<String>,
    /// JSON Schema of scenes.
    pub scene_schema: Bytes,
    pub metrics: MetricsAccess,
    /// What `/r/` fills in, by name.
    pub templates: BTreeMap<String, Template>,
    /// Bytes of large request bodies that may be in memory at once; none: [`BODIES_BYTES`].
    pub bodies_bytes: Option<u64>,
}

/// Room for large request bodies unless the program says otherwise.
pub const BODIES_BYTES: u64 = 1 << 30;

/// The running server.
pub struct Server {
    pub app: App,
    pub(crate) ballast: Ballast,
    config: ServerConfig,
    draining: AtomicBool,
    pub(crate) health: Health,
    pub(crate) gauges: Vec<(&'static str, &'static str, Gauge)>,
    pub(crate) ledger: LedgerSums,
    /// Unix milliseconds.
    pub(crate) started_ms: i64,
}

impl Server {
    pub fn new(app: App, config: ServerConfig) -> Self {
        Self {
            started_ms: app.world.now_ms(),
            app,
            ballast: Ballast::new(config.bodies_bytes.unwrap_or(BODIES_BYTES)),
            config,
            draining: AtomicBool::new(false),
            health: Health::default(),
            gauges: Vec::new(),
            ledger: LedgerSums::default(),
        }
    }

    /// Adds a part that `/readyz` and `/metrics` look at.
    #[must_use]
    pub fn with_probe(mut self, name: &'static str, probe: Probe) -> Self {
        self.health.add(name, probe);
        self
    }

    /// Adds a number to `/metrics`, by its whole name and what it means.
    #[must_use]
    pub fn with_gauge(mut self, name: &'static str, help: &'static str, gauge: Gauge) -> Self {
        self.gauges.push((name, help, gauge));
        self
    }

    pub fn config(&self) -> &ServerConfig {
        &self.config
    }

    /// Tells load balancers to send nothing more; requests under way are finished.
    pub fn drain(&self) {
        self.draining.store(true, Ordering::Relaxed);
    }

    pub(crate) fn is_draining(&self) -> bool {
        self.draining.load(Ordering::Relaxed)
    }

    /// Returns the whole URL of a link, as this client can reach it.
    pub(crate) fn url(&self, link: &Link, headers: &HeaderMap) -> String {
        match &self.config.public_url {
            Some(base) => format!("{}{}", base.trim_end_matches('/'), link.path),
            None => {
                let host = headers.get(header::HOST);
                let host = host.and_then(|host| host.to_str().ok());
                format!("http://{}{}", host.unwrap_or("localhost"), link.path)
            }
        }
    }
}
