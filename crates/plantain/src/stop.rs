//! Being told to stop.

#[cfg(unix)]
use tokio::signal::unix::{Signal, SignalKind, signal};

/// Hears an interrupt from the keyboard or, on Unix, a request to terminate, from the moment it is made.
#[cfg(unix)]
pub struct Stop {
    interrupt: Option<Signal>,
    terminate: Option<Signal>,
}

#[cfg(unix)]
impl Stop {
    pub fn listen() -> Self {
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
    pub async fn told(&mut self) {
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
pub struct Stop;

#[cfg(not(unix))]
impl Stop {
    pub fn listen() -> Self {
        Self
    }

    /// Waits until the program is told to stop.
    pub async fn told(&mut self) {
        if let Err(error) = tokio::signal::ctrl_c().await {
            tracing::error!(%error, "cannot listen for interrupts");
            std::future::pending::<()>().await;
        }
    }
}
