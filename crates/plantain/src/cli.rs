//! The command line: what it takes, and what `--help` says.

mod care;
mod data;
mod eval;
mod keys;
mod money;
mod node;
mod pictures;

use std::path::PathBuf;

use clap::{Parser, Subcommand};

pub use self::care::{BackupArgs, DoctorArgs, ForgetArgs, HealthArgs, LicensesArgs, RestoreArgs};
pub use self::data::{DataArgs, ObjectsArgs, SegmenterArgs};
pub use self::eval::{EvalArgs, EvalCommand, EvalEditArgs, EvalTextArgs};
pub use self::keys::{
    AuditArgs, AuditFormat, CreateKeyArgs, KeysArgs, KeysCommand, ListKeysArgs, RevokeKeyArgs,
    RotateKeyArgs,
};
pub use self::money::{
    AddCreditArgs, BudgetsArgs, BudgetsCommand, CreditArgs, CreditCommand, ExportFormat,
    LedgerArgs, ListMoneyArgs, PricesArgs, RemoveBudgetArgs, SetBudgetArgs, ShowCreditArgs,
    UsageArgs,
};
pub use self::node::{LogForm, LogLevel, MetricsFor, NodeArgs, ServeArgs, WorkArgs};
pub use self::pictures::{
    BatchArgs, EditArgs, FormArgs, GenerateArgs, InspectArgs, ModelsArgs, PictureArgs, RenderArgs,
    SignArgs,
};

const AFTER_HELP: &str = "\
Examples:
  plantain                                          serve on http://127.0.0.1:8080
  plantain generate \"A poster for a jazz night, title 'Blue Hour'\" -o poster.png
  plantain generate \"a red apple\" -o apple.webp --size 512x512 --seed 7
  plantain edit poster.png 'make the title bigger' -o bigger.png
  plantain edit *.jpg 'white background' --out-dir white --report white.csv
  plantain inspect poster.png                       what the picture says about its making
  plantain keys create --name laptop                make a key; it is shown once

Exit codes:
  0  done
  1  the program or the machine failed (disk, port, database)
  2  the command line is wrong
  3  the request is not valid (size, format, prompt, …)
  4  the request is understood but cannot be done as asked
  5  a check of `plantain doctor` failed";

/// The image generation API that you own. Without a command it serves.
#[derive(Debug, Parser)]
#[command(name = "plantain", version, after_help = AFTER_HELP, args_conflicts_with_subcommands = true)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,
    /// A file of settings, TOML; docs/configuration.md lists them. Flags and variables win over it.
    #[arg(long, value_name = "FILE", env = "PLANTAIN_CONFIG", global = true)]
    pub config: Option<PathBuf>,
    #[command(flatten)]
    pub serve: ServeArgs,
}

impl Cli {
    /// Whether the command answers in JSON, errors included.
    pub fn json(&self) -> bool {
        match &self.command {
            Some(Command::Generate(args)) => args.json,
            Some(Command::Edit(args)) => args.json,
            Some(Command::Batch(args)) => args.json,
            Some(Command::Render(args)) => args.json,
            Some(Command::Inspect(args)) => args.json,
            Some(Command::Models(args)) => args.json,
            Some(Command::Doctor(args)) => args.json,
            Some(Command::Backup(args)) => args.json,
            Some(Command::Restore(args)) => args.json,
            Some(Command::Forget(args)) => args.json,
            Some(Command::Keys(args)) => match &args.command {
                KeysCommand::Create(args) => args.json,
                KeysCommand::List(args) => args.json,
                KeysCommand::Rotate(args) => args.json,
                KeysCommand::Revoke(args) => args.json,
            },
            Some(Command::Audit(args)) => args.format == AuditFormat::Json,
            Some(Command::Budgets(args)) => match &args.command {
                BudgetsCommand::List(args) => args.json,
                BudgetsCommand::Set(args) => args.json,
                BudgetsCommand::Remove(args) => args.json,
            },
            Some(Command::Credit(args)) => match &args.command {
                CreditCommand::Add(args) => args.json,
                CreditCommand::Show(args) => args.json,
            },
            Some(Command::Usage(args)) => args.format == ExportFormat::Json,
            Some(Command::Ledger(args)) => args.format == ExportFormat::Json,
            Some(Command::Prices(args)) => args.json,
            Some(Command::Sign(args)) => args.json,
            Some(Command::Eval(args)) => match &args.command {
                EvalCommand::Text(args) => args.json,
                EvalCommand::Edit(args) => args.json,
            },
            None
            | Some(
                Command::Serve(_)
                | Command::Work(_)
                | Command::Mcp
                | Command::Licenses(_)
                | Command::Health(_),
            ) => false,
        }
    }
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// Serve the API (the default).
    Serve(ServeArgs),
    /// Draw the queued tasks of servers over the same database, without a port of its own.
    Work(WorkArgs),
    /// Draw a prompt into a file, without a server.
    Generate(GenerateArgs),
    /// Change pictures by instruction, without a server.
    Edit(EditArgs),
    /// Draw the rows of a table or of JSON lines into a folder, without a server.
    Batch(BatchArgs),
    /// Draw a scene into a file, without a server.
    Render(RenderArgs),
    /// Show what a picture says about its making: prompt, seed, engine, scene.
    Inspect(InspectArgs),
    /// List the model names that the server answers to.
    Models(ModelsArgs),
    /// Check everything that serving needs, from fonts to the books; say how to mend what is wrong.
    Doctor(DoctorArgs),
    /// Ask a running server whether it is ready; ends with 5 if it is not.
    Health(HealthArgs),
    /// Make, list, rotate and revoke API keys.
    Keys(KeysArgs),
    /// Copy the database, the link secret and the stored files into one file, while the server runs.
    Backup(BackupArgs),
    /// Bring back what `plantain backup` copied.
    Restore(RestoreArgs),
    /// Delete everything that is kept of a key (tasks, conversations, documents, files), or of one session.
    Forget(ForgetArgs),
    /// Show the audit log: who did what to which, and why.
    Audit(AuditArgs),
    /// Show, set and remove budgets of keys, teams and everybody.
    Budgets(BudgetsArgs),
    /// Add and show prepaid credit.
    Credit(CreditArgs),
    /// Show what was charged, by key, team, model, day or tag.
    Usage(UsageArgs),
    /// Print the ledger: every amount held, given back, charged and topped up.
    Ledger(LedgerArgs),
    /// List the price book.
    Prices(PricesArgs),
    /// Offer generate, edit and render as tools to an agent, by the Model Context Protocol over standard input and output.
    Mcp,
    /// Sign the address of a picture that is drawn by GET, for pages, social cards and e-mail.
    Sign(SignArgs),
    /// Print the licences of the program and of everything embedded in it.
    Licenses(LicensesArgs),
    /// Measure the pictures of many prompts.
    Eval(EvalArgs),
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[test]
    fn no_command_means_serve_with_its_flags() {
        let cli = Cli::parse_from(["plantain", "--listen", "127.0.0.1:0"]);
        assert!(cli.command.is_none());
        assert_eq!(cli.serve.listen, "127.0.0.1:0");
        let cli = Cli::parse_from(["plantain", "generate", "a cat", "-o", "cat.png", "-n", "3"]);
        assert!(matches!(cli.command, Some(Command::Generate(args)) if args.count == 3));
    }
}
