//! `plantain work`: the parts of a node without a port. It draws what servers over the same database have accepted.

use plantain_app::AuthorityConfig;

use crate::cli::WorkArgs;
use crate::config::Settings;
use crate::failure::Failure;
use crate::node::{self, Ground, Node};
use crate::stop::Stop;
use crate::{log, screen, watch};

pub fn run(args: WorkArgs, settings: Settings) -> Result<(), Failure> {
    log::start(&args.node);
    let runtime = node::runtime(&args.node)?;
    let worked = runtime.block_on(work(args, settings));
    // Whatever still draws after the drain time is given up.
    runtime.shutdown_background();
    worked
}

async fn work(args: WorkArgs, settings: Settings) -> Result<(), Failure> {
    // Before anyone is told that it works, so that a request to stop is never missed.
    let mut stop = Stop::listen();
    let ground = Ground::open(&args.node).await?;
    // Nobody comes in here.
    let authority = AuthorityConfig::default();
    let node = Node::build(&ground, &args.node, settings, authority).await?;
    watch::serve(args.node.ops_listen.as_deref(), &node.server).await?;
    let running = node.start(true);
    screen::line(format_args!(
        "Plantain {} works on the tasks in {}",
        env!("CARGO_PKG_VERSION"),
        ground.data.place()
    ))?;
    stop.told().await;
    tracing::info!("stopping: no new tasks, those under way are finished");
    node.server.drain();
    running.stop().await;
    Ok(())
}
