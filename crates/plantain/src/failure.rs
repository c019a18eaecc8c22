//! Failures of a command: what is printed and with which code it ends.

use std::fmt::Display;
use std::process::ExitCode;

use plantain_core::{Culprit, Error, ErrorKind};
use serde_json::json;

/// Why a command failed.
#[derive(Debug)]
pub enum Failure {
    /// The request, as the API would refuse it.
    Request(Error),
    /// Disk, port, database.
    Machine(String),
    /// Checks of the doctor failed; they are printed already.
    Unwell,
}

impl Failure {
    pub fn machine(what: impl Display, cause: impl Display) -> Self {
        Self::Machine(format!("{what}: {cause}"))
    }

    /// Prints the failure and returns the exit code; `plantain --help` lists them.
    pub fn report(self, as_json: bool) -> ExitCode {
        let (code, message) = match &self {
            Self::Request(error) => (error.code, message(error)),
            Self::Machine(message) => ("machine", message.clone()),
            Self::Unwell => return self.exit_code(),
        };
        if as_json {
            let field = match &self {
                Self::Request(error) => error.field.as_deref(),
                _ => None,
            };
            let error = json!({"error": {"code": code, "message": message, "field": field}});
            eprintln!("{error}");
        } else {
            eprintln!("plantain: {message}");
        }
        self.exit_code()
    }

    fn exit_code(&self) -> ExitCode {
        ExitCode::from(match self {
            Self::Machine(_) => 1,
            Self::Unwell => 5,
            Self::Request(error) => match error.kind {
                ErrorKind::CannotDo | ErrorKind::Unsupported => 4,
                kind if kind.culprit() == Culprit::World => 1,
                _ => 3,
            },
        })
    }
}

/// On the command line caller and owner are the same person, who may read the detail.
fn message(error: &Error) -> String {
    match &error.detail {
        Some(detail) => format!("{} ({detail})", error.message),
        None => error.message.to_string(),
    }
}

impl From<Error> for Failure {
    fn from(error: Error) -> Self {
        Self::Request(error)
    }
}
