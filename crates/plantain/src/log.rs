//! The log of processes that stay.

use std::io::IsTerminal;

use tracing_subscriber::filter::LevelFilter;

use crate::cli::{LogForm, LogLevel, NodeArgs};

/// Starts the log of this process on standard error.
pub fn start(args: &NodeArgs) {
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
