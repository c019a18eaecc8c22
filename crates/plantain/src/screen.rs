//! Standard output, shared by all commands.

use std::io::{ErrorKind, Write};

use serde_json::Value;

use crate::failure::Failure;

/// Writes bytes to standard output. A reader that stopped reading (`| head`) is no failure.
pub fn write(bytes: &[u8]) -> Result<(), Failure> {
    let mut out = std::io::stdout().lock();
    match out.write_all(bytes).and_then(|()| out.flush()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(Failure::machine("cannot write to standard output", error))
        }
        _ => Ok(()),
    }
}

/// Writes a line to standard output.
pub fn line(text: impl std::fmt::Display) -> Result<(), Failure> {
    write(format!("{text}\n").as_bytes())
}

/// Writes JSON to standard output.
pub fn json(value: &Value) -> Result<(), Failure> {
    line(format_args!("{value:#}"))
}
