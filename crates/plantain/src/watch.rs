//! The address for monitors.

use std::future::IntoFuture;
use std::sync::Arc;

use plantain_api::{Server, operations_router};

use crate::failure::Failure;
use crate::screen;
use crate::serve::listen;

/// Serves health and metrics at an address of their own, if there is one, until the process ends.
pub async fn serve(address: Option<&str>, server: &Arc<Server>) -> Result<(), Failure> {
    let Some(address) = address else {
        return Ok(());
    };
    let listener = listen(address).await?;
    if let Ok(address) = listener.local_addr() {
        screen::line(format_args!("Monitors: http://{address}/metrics"))?;
    }
    let routes = operations_router(Arc::clone(server));
    tokio::spawn(axum::serve(listener, routes).into_future());
    Ok(())
}
