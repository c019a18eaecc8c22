//! `plantain`: the server, and the same engine on the command line.

mod archive;
mod audit;
mod backup;
mod batch;
mod bulk;
mod cli;
mod config;
mod connections;
mod data_dir;
mod disk;
mod doctor;
mod draw;
mod edit;
mod eval;
mod failure;
mod forget;
mod health;
mod inspect;
mod keys;
mod licenses;
mod log;
mod mcp;
mod memory;
mod models;
mod money;
mod node;
mod objects;
mod restore;
mod screen;
mod segmenter;
mod serve;
mod sign;
mod stop;
mod traces;
mod watch;
mod work;

use std::process::ExitCode;

use crate::cli::{Command, EvalCommand};
use crate::failure::Failure;

fn main() -> ExitCode {
    memory::set_up();
    let (cli, settings) = match config::read() {
        Ok(read) => read,
        Err(failure) => return failure.report(false),
    };
    let json = cli.json();
    let done = match cli.command {
        None => serve::run(cli.serve, settings),
        Some(Command::Serve(args)) => serve::run(args, settings),
        Some(Command::Work(args)) => work::run(args, settings),
        Some(Command::Generate(args)) => draw::generate(args),
        Some(Command::Edit(args)) => edit::run(args),
        Some(Command::Batch(args)) => batch::run(args),
        Some(Command::Render(args)) => draw::render(args),
        Some(Command::Inspect(args)) => inspect::run(args),
        Some(Command::Models(args)) => models::run(args),
        Some(Command::Doctor(args)) => doctor::run(args, settings),
        Some(Command::Health(args)) => health::run(&args),
        Some(Command::Backup(args)) => backup::run(args),
        Some(Command::Restore(args)) => restore::run(args),
        Some(Command::Forget(args)) => forget::run(args),
        Some(Command::Keys(args)) => keys::run(args, &settings),
        Some(Command::Audit(args)) => audit::run(args),
        Some(Command::Budgets(args)) => money::budgets(args),
        Some(Command::Credit(args)) => money::credit(args),
        Some(Command::Usage(args)) => money::usage(args),
        Some(Command::Ledger(args)) => money::ledger(args),
        Some(Command::Prices(args)) => money::prices(args, &settings),
        Some(Command::Mcp) => mcp::run(),
        Some(Command::Sign(args)) => sign::run(args),
        Some(Command::Licenses(args)) => licenses::run(args),
        Some(Command::Eval(args)) => match args.command {
            EvalCommand::Text(args) => eval::text(args),
            EvalCommand::Edit(args) => eval::edit(&args),
        },
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => failure.report(json),
    }
}

/// Returns a runtime for a command that does one thing.
fn small_runtime() -> Result<tokio::runtime::Runtime, Failure> {
    tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(|error| Failure::machine("cannot start", error))
}
