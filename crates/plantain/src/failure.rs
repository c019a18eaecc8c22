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
        if matches!(self, Self::Unwell) {
            return self.exit_code();
        }
        let (code, message) = (self.code(), self.message());
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

    /// Stable word for machines.
    pub fn code(&self) -> &'static str {
        match self {
            Self::Request(error) => error.code,
            Self::Machine(_) => "machine",
            Self::Unwell => "unwell",
        }
    }

    /// What is wrong and the remedy.
    pub fn message(&self) -> String {
        match self {
            Self::Request(error) => message(error),
            Self::Machine(message) => message.clone(),
            Self::Unwell => "a check failed".to_owned(),
        }
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
