//! Tasks around the code that are no part of the program. `cargo xtask` lists them.

#[cfg(feature = "bake")]
mod bake;
mod ci;
mod tidy;

use std::path::{Path, PathBuf};
use std::process::ExitCode;

const TASKS: &[(&str, &str)] = &[
    (
        "ci",
        "Runs every check there is, as continuous integration does; installs what it needs",
    ),
    (
        "tidy",
        "Checks that crates import from lower shelves only and files are named for what they hold",
    ),
    (
        "bake-art",
        "Packs icons, objects and flags for plantain-art (needs `--features bake`; see xtask/assets/art.sh)",
    ),
];

fn main() -> ExitCode {
    let mut args = std::env::args().skip(1);
    let task = args.next();
    let rest: Vec<String> = args.collect();
    let done = match task.as_deref() {
        Some("ci") => ci::run(&root(), &rest),
        Some("tidy") => run_tidy(),
        Some("golden") => bless(&rest),
        Some("bake-art") => bake_art(&rest),
        Some(other) => Err(format!(
            "there is no task `{other}`; `cargo xtask` lists them"
        )),
        None => {
            TASKS
                .iter()
                .for_each(|(name, what)| println!("{name:10} {what}"));
            Ok(())
        }
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(message) => {
            eprintln!("xtask: {message}");
            ExitCode::FAILURE
        }
    }
}

/// Returns the root of the workspace.
fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .parent()
        .unwrap_or(Path::new("."))
        .to_owned()
}

fn run_tidy() -> Result<(), String> {
    let found = tidy::run(&root())?;
    found.iter().for_each(|line| eprintln!("{line}"));
    if found.is_empty() {
        Ok(())
    } else {
        Err(format!("{} things out of place", found.len()))
    }
}

fn bless(args: &[String]) -> Result<(), String> {
    if args != ["bless"] {
        return Err(
            "say `cargo xtask golden bless`; `cargo test -p plantain-scene --test golden` compares"
                .to_owned(),
        );
    }
    let status = std::process::Command::new("cargo")
        .args(["test", "-p", "plantain-scene", "--test", "golden"])
        .current_dir(root())
        .env("PLANTAIN_BLESS", "1")
        .status()
        .map_err(|error| format!("cargo cannot be started: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err("drawing failed".to_owned())
    }
}

#[cfg(feature = "bake")]
fn bake_art(args: &[String]) -> Result<(), String> {
    bake::run(args)
}

#[cfg(not(feature = "bake"))]
fn bake_art(_: &[String]) -> Result<(), String> {
    Err("bake-art needs `cargo run --package xtask --features bake -- bake-art`".to_owned())
}
