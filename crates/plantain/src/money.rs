//! `plantain budgets`, `credit`, `usage`, `ledger` and `prices`.

use std::sync::Arc;

use plantain_app::books::{LEDGER_COLUMNS, ledger_fields, usage_csv};
use plantain_app::export::csv_line;
use plantain_app::{Books, BudgetWish, LedgerWish, PriceBook, SystemWorld, UsageWish};
use plantain_db::Database;
use plantain_store::{BudgetState, LedgerEntry, Micro, UsageLine};
use serde_json::{Map, Value, json};

use crate::cli::{
    AddCreditArgs, BudgetsArgs, BudgetsCommand, CreditArgs, CreditCommand, DataArgs, ExportFormat,
    LedgerArgs, ListMoneyArgs, PricesArgs, RemoveBudgetArgs, SetBudgetArgs, ShowCreditArgs,
    UsageArgs,
};
use crate::config::Settings;
use crate::data_dir::DataDir;
use crate::failure::Failure;
use crate::{audit, screen, small_runtime};

pub fn budgets(args: BudgetsArgs) -> Result<(), Failure> {
    let runtime = small_runtime()?;
    match args.command {
        BudgetsCommand::List(args) => runtime.block_on(list(args)),
        BudgetsCommand::Set(args) => runtime.block_on(set(args)),
        BudgetsCommand::Remove(args) => runtime.block_on(remove(args)),
    }
}

pub fn credit(args: CreditArgs) -> Result<(), Failure> {
    let runtime = small_runtime()?;
    match args.command {
        CreditCommand::Add(args) => runtime.block_on(add(args)),
        CreditCommand::Show(args) => runtime.block_on(show(args)),
    }
}

/// The books of a record that a command has open.
struct Open {
    books: Books,
    database: Database,
}

impl Open {
    async fn at(args: &DataArgs) -> Result<Self, Failure> {
        let database = DataDir::of(args).open_database().await?;
        Ok(Self::of(database))
    }

    /// As [`Open::at`], for who only looks; none where nothing was ever kept.
    async fn existing(args: &DataArgs) -> Result<Option<Self>, Failure> {
        let database = DataDir::of(args).open_existing_database().await?;
        Ok(database.map(Self::of))
    }

    fn of(database: Database) -> Self {
        let (money, keys) = (Arc::new(database.clone()), Arc::new(database.clone()));
        let books = Books::new(money, keys, Arc::new(SystemWorld));
        Self { books, database }
    }

    /// Writes down that somebody with the record in hand changed something, and closes it.
    async fn done(self, action: &str, object: &str, reason: String) -> Result<(), Failure> {
        let noted = audit::note(&self.database, action, object, &reason).await;
        self.database.close().await;
        noted
    }
}

async fn list(args: ListMoneyArgs) -> Result<(), Failure> {
    let states = match Open::existing(&args.data).await? {
        Some(open) => {
            let states = open.books.budgets().await?;
            open.database.close().await;
            states
        }
        None => Vec::new(),
    };
    if args.json {
        let budgets: Vec<_> = states.iter().map(describe).collect();
        return screen::json(&json!({ "budgets": budgets }));
    }
    if states.is_empty() {
        return screen::line(
            "There are no budgets; `plantain budgets set all month 500` makes one.",
        );
    }
    for state in states {
        screen::line(sentence(&state))?;
    }
    Ok(())
}

async fn set(args: SetBudgetArgs) -> Result<(), Failure> {
    let open = Open::at(&args.data).await?;
    let wish = BudgetWish {
        subject: args.subject,
        period: args.period,
        limit: args.limit,
        alerts: args.alerts,
    };
    let state = open.books.set_budget(wish).await?;
    let set = &state.budget;
    let reason = format!("{} a {} for {}", set.limit, set.period.name(), set.subject);
    open.done("budget.set", set.id.as_str(), reason).await?;
    match args.json {
        true => screen::json(&describe(&state)),
        false => screen::line(sentence(&state)),
    }
}

async fn remove(args: RemoveBudgetArgs) -> Result<(), Failure> {
    let open = Open::at(&args.data).await?;
    open.books.remove_budget(&args.id).await?;
    open.done("budget.remove", &args.id, String::new()).await?;
    match args.json {
        true => screen::json(&json!({"removed": args.id})),
        false => screen::line(format_args!("Removed {}.", args.id)),
    }
}

async fn add(args: AddCreditArgs) -> Result<(), Failure> {
    let open = Open::at(&args.data).await?;
    let (subject, balance) = open
        .books
        .top_up(&args.subject, &args.amount, &args.note)
        .await?;
    let subject = subject.to_string();
    open.done("credit.top_up", &subject, args.amount).await?;
    tell_credit(&subject, Some(balance), args.json)
}

async fn show(args: ShowCreditArgs) -> Result<(), Failure> {
    let Some(open) = Open::existing(&args.data).await? else {
        return tell_credit(&args.subject, None, args.json);
    };
    let (subject, balance) = open.books.balance(&args.subject).await?;
    open.database.close().await;
    tell_credit(&subject.to_string(), balance, args.json)
}

fn tell_credit(subject: &str, balance: Option<Micro>, as_json: bool) -> Result<(), Failure> {
    let balance = balance.map(|balance| balance.to_string());
    match (as_json, balance) {
        (true, balance) => screen::json(&json!({"subject": subject, "balance": balance})),
        (false, Some(balance)) => screen::line(format_args!("{subject} has {balance}.")),
        (false, None) => screen::line(format_args!(
            "{subject} has no credit and needs none; `plantain credit add {subject} AMOUNT` begins with it."
        )),
    }
}

fn describe(state: &BudgetState) -> Value {
    let budget = &state.budget;
    json!({
        "id": budget.id.as_str(),
        "subject": budget.subject.to_string(),
        "period": budget.period.name(),
        "limit": budget.limit.to_string(),
        "reserved": state.reserved.to_string(),
        "spent": state.settled.to_string(),
        "alerts": budget.alerts,
        "alerts_passed": state.passed,
    })
}

fn sentence(state: &BudgetState) -> String {
    let budget = &state.budget;
    let passed = match state.passed.last() {
        Some(percent) => format!("  over {percent} %"),
        None => String::new(),
    };
    format!(
        "{}  {:20}  {:>12} a {:5}  {:>12} spent  {:>12} held{passed}",
        budget.id,
        budget.subject.to_string(),
        budget.limit.to_string(),
        budget.period.name(),
        state.settled.to_string(),
        state.reserved.to_string(),
    )
}

/// `plantain usage`.
pub fn usage(args: UsageArgs) -> Result<(), Failure> {
    let wish = UsageWish {
        by: Some(args.by.clone()),
        from: args.from,
        until: args.until,
        key: args.key,
    };
    let lines = small_runtime()?.block_on(async {
        let Some(open) = Open::existing(&args.data).await? else {
            return Ok(Vec::new());
        };
        let lines = open.books.usage(wish).await;
        open.database.close().await;
        Ok::<_, Failure>(lines?)
    })?;
    match args.format {
        ExportFormat::Csv => screen::line(usage_csv(&args.by, &lines).trim_end()),
        ExportFormat::Json => lines.iter().try_for_each(|line| {
            screen::line(json!({
                "of": line.of,
                "tasks": line.tasks,
                "pictures": line.pictures,
                "charged": line.charged.to_string(),
            }))
        }),
        ExportFormat::Text => usage_table(&args.by, &lines),
    }
}

fn usage_table(by: &str, lines: &[UsageLine]) -> Result<(), Failure> {
    if lines.is_empty() {
        return screen::line("Nothing was charged in this time.");
    }
    screen::line(format_args!(
        "{by:32}  {:>8}  {:>8}  {:>14}",
        "tasks", "pictures", "charged"
    ))?;
    for line in lines {
        let of = if line.of.is_empty() { "-" } else { &line.of };
        screen::line(format_args!(
            "{of:32}  {:>8}  {:>8}  {:>14}",
            line.tasks,
            line.pictures,
            line.charged.to_string()
        ))?;
    }
    Ok(())
}

/// `plantain ledger`.
pub fn ledger(args: LedgerArgs) -> Result<(), Failure> {
    small_runtime()?.block_on(async {
        if args.format == ExportFormat::Csv {
            screen::line(csv_line(&LEDGER_COLUMNS).trim_end())?;
        }
        let Some(open) = Open::existing(&args.data).await? else {
            return Ok(());
        };
        let mut wish = LedgerWish {
            from: args.from,
            until: args.until,
            ..LedgerWish::default()
        };
        loop {
            let lines = open.books.ledger(wish.clone()).await?;
            for line in &lines {
                print(line, args.format)?;
            }
            match lines.last() {
                Some(last) => wish.after = Some(last.number),
                None => break,
            }
        }
        open.database.close().await;
        Ok(())
    })
}

fn print(entry: &LedgerEntry, format: ExportFormat) -> Result<(), Failure> {
    let fields = ledger_fields(entry);
    match format {
        ExportFormat::Csv => screen::line(csv_line(&fields).trim_end()),
        ExportFormat::Json => {
            let pairs = LEDGER_COLUMNS.iter().zip(fields);
            let line: Map<_, _> = pairs
                .map(|(name, field)| ((*name).to_owned(), Value::from(field)))
                .collect();
            screen::line(Value::Object(line))
        }
        ExportFormat::Text => {
            let [_, time, kind, task, owner, _, model, .., amount, _] = fields;
            screen::line(format_args!(
                "{time}  {kind:8}  {amount:>12}  {task:31}  {owner}  {model}"
            ))
        }
    }
}

/// `plantain prices`.
pub fn prices(args: PricesArgs, settings: &Settings) -> Result<(), Failure> {
    let book: &PriceBook = &settings.prices;
    let size = |price: &plantain_app::Price| price.tier.map_or("*", |tier| tier.name());
    if args.json {
        let lines: Vec<_> = book
            .prices()
            .iter()
            .map(|price| {
                json!({
                    "model": price.model, "operation": price.operation, "size": size(price),
                    "amount": price.amount.to_string(), "since": price.since, "source": price.source,
                })
            })
            .collect();
        return screen::json(&json!({ "prices": lines }));
    }
    if book.prices().is_empty() {
        return screen::line(
            "There are no prices: nothing is charged. `[prices]` in the file of settings sets them.",
        );
    }
    for price in book.prices() {
        screen::line(format_args!(
            "{:34}  {:8}  {:4}  {:>10}  {:10}  {}",
            price.model,
            price.operation,
            size(price),
            price.amount.to_string(),
            price.since,
            price.source
        ))?;
    }
    Ok(())
}
