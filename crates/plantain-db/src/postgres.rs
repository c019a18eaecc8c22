//! PostgreSQL: a pool of connections, and one that listens for what other processes say.

use std::time::Duration;

use deadpool_postgres::{ClientWrapper, Manager, ManagerConfig, Pool, RecyclingMethod, Runtime};
use futures_util::stream;
use plantain_store::{Durability, Signal, StoreError};
use tokio::sync::{broadcast, mpsc};
use tokio_postgres::{AsyncMessage, Config};
use tokio_postgres_rustls::MakeRustlsConnect;

use crate::migrate;
use crate::tx::{DbError, Tx};
use crate::{Done, Op};

/// Connections of a pool when the URL does not say.
const CONNECTIONS: usize = 16;
/// How long a request waits for a free connection, and for a new one.
const WAIT_MAX: Duration = Duration::from_secs(5);
/// Times that a transaction which lost against another one is tried.
const TRIES: usize = 6;
/// How long the listener rests before it connects again.
const RECONNECT_AFTER: Duration = Duration::from_millis(500);
/// Name of the channel on which processes tell each other news.
const CHANNEL: &str = "plantain";

/// A server that many processes share.
pub(crate) struct Postgres {
    /// Commits are on disk before they are answered.
    durable: Pool,
    /// Commits survive the death of every process of ours, and not of the server's machine.
    light: Pool,
    news: mpsc::UnboundedSender<Signal>,
}

impl Postgres {
    /// Connects and brings the tables up to date; `signals` hears what other processes say.
    pub async fn open(url: &str, signals: broadcast::Sender<Signal>) -> Result<Self, StoreError> {
        let config: Config = url.parse().map_err(|error: tokio_postgres::Error| {
            StoreError::failed("the database's URL is not valid", error)
        })?;
        let mut light = config.clone();
        light.options(options(&config));
        let durable = pool(config.clone())?;
        migrate::postgres(&durable).await?;
        tokio::spawn(listen(config, signals));
        let (news, unsent) = mpsc::unbounded_channel();
        tokio::spawn(announce(durable.clone(), unsent));
        Ok(Self {
            durable,
            light: pool(light)?,
            news,
        })
    }

    pub async fn write<T>(&self, durability: Durability, op: Op<T>) -> Result<T, StoreError> {
        let pool = match durability {
            Durability::Disk => &self.durable,
            Durability::Soon => &self.light,
        };
        let mut tries = TRIES;
        loop {
            tries -= 1;
            match attempt(pool, &op).await {
                Err(error) if error.again && tries > 0 => {}
                done => return done.map_err(StoreError::from),
            }
        }
    }

    pub async fn read<T>(&self, op: Op<T>) -> Result<T, StoreError> {
        self.write(Durability::Soon, op).await
    }

    /// Runs an operation of one statement, which is a transaction by itself.
    pub async fn look_up<T>(&self, op: Op<T>) -> Result<T, StoreError> {
        let client = self.light.get().await.map_err(unreachable)?;
        match op(&mut Tx::postgres(&client)).await? {
            Done::Keep(value) | Done::Undo(value) => Ok(value),
        }
    }

    /// Tells every process, this one included, as soon as may be.
    pub fn announce(&self, signal: Signal) {
        // The receiver ends with the runtime, and then nobody listens.
        let _ = self.news.send(signal);
    }

    pub fn close(&self) {
        self.durable.close();
        self.light.close();
    }
}

async fn attempt<T>(pool: &Pool, op: &Op<T>) -> Result<T, DbError> {
    let client = Lent(Some(pool.get().await.map_err(unreachable)?));
    let (done, begun) = {
        let mut tx = Tx::postgres_whole(client.client());
        (op(&mut tx).await, tx.has_begun())
    };
    let end = async |word: &str| match begun {
        true => client.client().batch_execute(word).await,
        false => Ok(()),
    };
    let done = match done {
        Ok(Done::Keep(value)) => end("COMMIT").await.map(|()| value)?,
        Ok(Done::Undo(value)) => end("ROLLBACK").await.map(|()| value)?,
        Err(error) => {
            // The error that came first is the one to tell. A connection that is not well is not given back.
            if end("ROLLBACK").await.is_ok() {
                client.give_back();
            }
            return Err(error);
        }
    };
    client.give_back();
    Ok(done)
}

/// A connection in the middle of a transaction. Whoever loses interest closes it, and the server undoes what was not
/// committed.
struct Lent(Option<deadpool_postgres::Object>);

impl Lent {
    fn client(&self) -> &ClientWrapper {
        self.0.as_ref().expect("it is lent until it is given back")
    }

    fn give_back(mut self) {
        drop(self.0.take());
    }
}

impl Drop for Lent {
    fn drop(&mut self) {
        if let Some(client) = self.0.take() {
            drop(deadpool_postgres::Object::take(client));
        }
    }
}

/// Returns the connection options with commits that do not wait for the disk.
fn options(config: &Config) -> String {
    let given = config.get_options().unwrap_or_default();
    format!("{given} -c synchronous_commit=off")
}

fn pool(config: Config) -> Result<Pool, StoreError> {
    let manager = ManagerConfig {
        recycling_method: RecyclingMethod::Fast,
    };
    Pool::builder(Manager::from_config(config, tls(), manager))
        .max_size(CONNECTIONS)
        .wait_timeout(Some(WAIT_MAX))
        .create_timeout(Some(WAIT_MAX))
        .runtime(Runtime::Tokio1)
        .build()
        .map_err(|error| StoreError::failed("cannot set up the database", error))
}

/// Returns TLS for servers that ask for it (`sslmode=require`), with the machine's own roots.
fn tls() -> MakeRustlsConnect {
    let mut roots = rustls::RootCertStore::empty();
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    let provider = rustls::crypto::ring::default_provider();
    let config = rustls::ClientConfig::builder_with_provider(provider.into())
        .with_safe_default_protocol_versions()
        .expect("the provider speaks every version of TLS")
        .with_root_certificates(roots)
        .with_no_client_auth();
    MakeRustlsConnect::new(config)
}

fn unreachable(error: deadpool_postgres::PoolError) -> DbError {
    let cause = match &error {
        deadpool_postgres::PoolError::Backend(cause) => {
            let source = std::error::Error::source(cause);
            source.map_or_else(|| cause.to_string(), |source| format!("{cause}: {source}"))
        }
        other => other.to_string(),
    };
    DbError {
        again: false,
        cause: StoreError::unavailable("the database cannot be reached", cause),
    }
}

/// Passes on what other processes say, for ever; after a break it tells everybody to look for themselves.
async fn listen(config: Config, signals: broadcast::Sender<Signal>) {
    loop {
        if let Err(error) = listen_once(&config, &signals).await {
            tracing::warn!(%error, "the database's news cannot be heard; trying again");
        }
        tokio::time::sleep(RECONNECT_AFTER).await;
        let _ = signals.send(Signal::Queued);
    }
}

async fn listen_once(
    config: &Config,
    signals: &broadcast::Sender<Signal>,
) -> Result<(), tokio_postgres::Error> {
    let (client, mut connection) = config.connect(tls()).await?;
    let mut messages = stream::poll_fn(move |context| connection.poll_message(context));
    let listening = client.batch_execute("LISTEN plantain");
    let mut listening = std::pin::pin!(listening);
    let mut listens = false;
    loop {
        tokio::select! {
            done = &mut listening, if !listens => {
                done?;
                listens = true;
            }
            message = futures_util::StreamExt::next(&mut messages) => match message {
                Some(Ok(AsyncMessage::Notification(news))) => {
                    if let Some(signal) = Signal::parse(news.payload()) {
                        // Nobody listening is no fault.
                        let _ = signals.send(signal);
                    }
                }
                Some(Ok(_)) => {}
                Some(Err(error)) => return Err(error),
                None => return Ok(()),
            },
        }
    }
}

/// Says news aloud, many at once when there are many: a notification is cheap and its commit is not.
async fn announce(pool: Pool, mut unsent: mpsc::UnboundedReceiver<Signal>) {
    const AT_ONCE_MAX: usize = 256;
    let mut news = Vec::new();
    while unsent.recv_many(&mut news, AT_ONCE_MAX).await > 0 {
        news.sort_unstable();
        news.dedup();
        let texts: Vec<String> = news.drain(..).map(|signal| signal.to_string()).collect();
        if let Err(error) = say(&pool, &texts).await {
            // Whoever waits also looks for itself from time to time.
            tracing::warn!(%error, "news could not be told to other processes");
        }
    }
}

async fn say(pool: &Pool, texts: &[String]) -> Result<(), String> {
    let client = pool.get().await.map_err(|error| error.to_string())?;
    let sql = "SELECT pg_notify($1, news) FROM unnest($2::text[]) AS news";
    let said = client.execute(sql, &[&CHANNEL, &texts]).await;
    said.map(drop).map_err(|error| error.to_string())
}
