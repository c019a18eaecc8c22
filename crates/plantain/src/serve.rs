//! `plantain serve`: the parts of a node behind a port.

use std::net::SocketAddr;
use std::sync::Arc;

use plantain_api::{Server, router};
use plantain_app::{AuthorityConfig, World};
use plantain_core::{Error, Id};
use plantain_store::Keys;
use tokio::net::TcpListener;

use crate::cli::ServeArgs;
use crate::config::Settings;
use crate::data_dir::DataDir;
use crate::failure::Failure;
use crate::node::{self, DRAIN_TIME_MAX, Ground, Node};
use crate::stop::Stop;
use crate::{connections, log, screen, watch};

/// Environment variable with a key that has every scope. No flag: other users of the machine can read those.
const ADMIN_KEY_VARIABLE: &str = "PLANTAIN_ADMIN_KEY";
/// Shortest admin key that is taken.
const ADMIN_KEY_CHARS_MIN: usize = 16;

pub fn run(args: ServeArgs, settings: Settings) -> Result<(), Failure> {
    log::start(&args.node);
    let runtime = node::runtime(&args.node)?;
    let served = runtime.block_on(serve(args, settings));
    // Whatever still draws after the drain time is given up.
    runtime.shutdown_background();
    served
}

async fn serve(args: ServeArgs, settings: Settings) -> Result<(), Failure> {
    // Before anyone is told the address, so that a request to stop is never missed.
    let stop = Stop::listen();
    let listener = listen(&args.listen).await?;
    let address = listener
        .local_addr()
        .map_err(|error| Failure::machine("cannot listen", error))?;
    let ground = Ground::open(&args.node).await?;
    let authority = authority(&ground, address).await?;
    let admin_token = authority.admin_token.clone();
    let node = Node::build(&ground, &args.node, settings, authority).await?;
    watch::serve(args.node.ops_listen.as_deref(), &node.server).await?;
    let running = node.start(!args.no_worker);
    greet(address, &ground.data, admin_token.as_deref())?;
    let served = serve_until_told(listener, node.server, stop).await;
    running.stop().await;
    served
}

/// Returns who may come in at this address.
async fn authority(ground: &Ground, address: SocketAddr) -> Result<AuthorityConfig, Failure> {
    let loopback = address.ip().is_loopback();
    let admin_key = admin_key()?;
    let any_key = ground.database.any().await.map_err(Error::from)?;
    // The token is good only where it is printed: on a server that starts without keys.
    let open = loopback && admin_key.is_none() && !any_key;
    Ok(AuthorityConfig {
        loopback,
        admin_key,
        admin_token: open.then(|| admin_token(&*ground.world)),
    })
}

/// Serves until the process is told to stop, then finishes what is under way.
async fn serve_until_told(
    listener: TcpListener,
    server: Arc<Server>,
    mut stop: Stop,
) -> Result<(), Failure> {
    let routes = router(Arc::clone(&server));
    let (told, hear) = tokio::sync::oneshot::channel::<()>();
    let serving = connections::serve(listener, routes, async move {
        // A sender that is gone says the same as a message.
        let _ = hear.await;
    });
    let mut serving = tokio::spawn(serving);
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

/// Returns what opens the admin routes until the process ends.
fn admin_token(world: &dyn World) -> String {
    let random = world.random();
    let bits = std::array::from_fn(|index| random[index]);
    Id::new("token", bits).to_string()
}

pub async fn listen(address: &str) -> Result<TcpListener, Failure> {
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
