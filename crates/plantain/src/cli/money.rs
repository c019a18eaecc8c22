//! What `budgets`, `credit`, `usage`, `ledger` and `prices` take.

use clap::{Args, Subcommand, ValueEnum};

use super::DataArgs;

#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  plantain budgets set all month 500                 everybody together, each month
  plantain budgets set team:north day 20 --alert 50 --alert 90
  plantain budgets set key:key_3f9a total 5
  plantain budgets list

SUBJECT is all, team:NAME or key:ID. A request that does not fit a budget is refused with 402; requests at the same time cannot
spend it twice. Days and months begin at midnight UTC.")]
pub struct BudgetsArgs {
    #[command(subcommand)]
    pub command: BudgetsCommand,
}

#[derive(Debug, Subcommand)]
pub enum BudgetsCommand {
    /// Show every budget and what was spent in the period under way.
    List(ListMoneyArgs),
    /// Set what a subject may spend in a period; what was spent already counts.
    Set(SetBudgetArgs),
    /// Remove a budget.
    Remove(RemoveBudgetArgs),
}

#[derive(Debug, Args)]
pub struct ListMoneyArgs {
    #[command(flatten)]
    pub data: DataArgs,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct SetBudgetArgs {
    /// all, team:NAME or key:ID.
    pub subject: String,
    /// day, month or total.
    pub period: String,
    /// Such as 250 or 12.50.
    pub limit: String,
    /// A percent of the limit at which word is sent to --alert-webhook and the log; may be given several times.
    #[arg(long = "alert", value_name = "PERCENT", default_values_t = [80, 100])]
    pub alerts: Vec<u32>,
    #[command(flatten)]
    pub data: DataArgs,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct RemoveBudgetArgs {
    /// Id of the budget, as `plantain budgets list` shows it.
    pub id: String,
    #[command(flatten)]
    pub data: DataArgs,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct CreditArgs {
    #[command(subcommand)]
    pub command: CreditCommand,
}

#[derive(Debug, Subcommand)]
pub enum CreditCommand {
    /// Add prepaid credit. From the first time on the subject spends only what it has.
    Add(AddCreditArgs),
    /// Show what is left.
    Show(ShowCreditArgs),
}

#[derive(Debug, Args)]
pub struct AddCreditArgs {
    /// all, team:NAME or key:ID.
    pub subject: String,
    /// Such as 100 or 12.50.
    pub amount: String,
    /// Stands in the ledger.
    #[arg(long, value_name = "TEXT", default_value = "")]
    pub note: String,
    #[command(flatten)]
    pub data: DataArgs,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct ShowCreditArgs {
    /// all, team:NAME or key:ID.
    pub subject: String,
    #[command(flatten)]
    pub data: DataArgs,
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Args)]
pub struct UsageArgs {
    /// What to add up by: key, team, model, day or tag.
    #[arg(long, value_name = "WHAT", default_value = "day")]
    pub by: String,
    /// A day (2026-11-21, UTC) or Unix milliseconds; from then on.
    #[arg(long, value_name = "TIME")]
    pub from: Option<String>,
    /// As --from; before then.
    #[arg(long, value_name = "TIME")]
    pub until: Option<String>,
    /// Only this key.
    #[arg(long, value_name = "ID")]
    pub key: Option<String>,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: ExportFormat,
    #[command(flatten)]
    pub data: DataArgs,
}

#[derive(Debug, Args)]
pub struct LedgerArgs {
    /// A day (2026-11-21, UTC) or Unix milliseconds; from then on.
    #[arg(long, value_name = "TIME")]
    pub from: Option<String>,
    /// As --from; before then.
    #[arg(long, value_name = "TIME")]
    pub until: Option<String>,
    #[arg(long, value_name = "FORMAT", default_value = "text")]
    pub format: ExportFormat,
    #[command(flatten)]
    pub data: DataArgs,
}

#[derive(Debug, Args)]
pub struct PricesArgs {
    /// Print JSON.
    #[arg(long)]
    pub json: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum ExportFormat {
    Text,
    Csv,
    /// An object a line.
    Json,
}
