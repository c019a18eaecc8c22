//! The configuration file: what it may say, and how it comes to be a command line's defaults and the rules' settings.
//!
//! Every flag of `serve` may stand in `[serve]`, under its own name with underscores. A flag wins over its variable, a
//! variable over the file, the file over what the program says. Nothing in the file is ignored: what is not known is an
//! error that names it.

use std::collections::BTreeMap;
use std::path::Path;

use clap::{Arg, ArgAction, Command, CommandFactory, FromArgMatches};
use plantain_api::Template;
use plantain_app::policy::{
    Action, CallerWishes, ClassifierFailure, OwnRule, Policies, PolicyConfig, Thresholds,
};
use plantain_app::{LimiterFailure, PriceBook, PriceWish, Tier, Tiers, Unpriced};
use plantain_core::{Category, Error, Threshold};
use serde::Deserialize;
use toml::Value;

use crate::cli::Cli;
use crate::failure::Failure;

/// What the file says of the rules.
#[derive(Default)]
pub struct Settings {
    pub tiers: Tiers,
    pub policies: Policies,
    pub on_limiter_failure: LimiterFailure,
    pub classifier: Option<ClassifierSettings>,
    pub prices: PriceBook,
    /// What `/r/` fills in, by name.
    pub templates: BTreeMap<String, Template>,
}

/// A classifier beside the rules.
pub struct ClassifierSettings {
    pub url: String,
    pub model: String,
    pub timeout_ms: u64,
    pub on_failure: ClassifierFailure,
}

/// The model that is asked for, and how long it may take, when the file does not say.
const CLASSIFIER_MODEL: &str = "omni-moderation-latest";
const CLASSIFIER_TIMEOUT_MS: u64 = 2_000;

/// The file, as it is written.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct File {
    serve: toml::Table,
    limits: LimitsTable,
    tiers: BTreeMap<String, TierTable>,
    policy: PolicyTable,
    policies: BTreeMap<String, PolicyTable>,
    classifier: Option<ClassifierTable>,
    prices: Option<PricesTable>,
    templates: BTreeMap<String, toml::Table>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ClassifierTable {
    url: String,
    model: Option<String>,
    timeout_ms: Option<u64>,
    on_failure: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct PricesTable {
    preset: Option<String>,
    unpriced: Option<String>,
    lines: Vec<PriceTable>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct PriceTable {
    model: Option<String>,
    operation: Option<String>,
    size: Option<String>,
    amount: toml::Value,
    since: Option<String>,
    source: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct LimitsTable {
    default_tier: Option<String>,
    on_failure: Option<String>,
}

#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct TierTable {
    requests_per_minute: Option<u32>,
    images_per_day: Option<u32>,
    concurrency: Option<u32>,
    policy: Option<String>,
}

#[derive(Debug, Default, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct PolicyTable {
    builtin: Option<bool>,
    caller_settings: Option<String>,
    block: BTreeMap<String, String>,
    flag: BTreeMap<String, String>,
    rules: Vec<RuleTable>,
}

#[derive(Debug, Default, Clone, Deserialize)]
#[serde(deny_unknown_fields, default)]
struct RuleTable {
    id: String,
    words: Vec<String>,
    pattern: Option<String>,
    action: Option<String>,
    category: Option<String>,
}

/// Reads the command line, and the file that it or `PLANTAIN_CONFIG` names.
pub fn read() -> Result<(Cli, Settings), Failure> {
    let command = Cli::command();
    let cli = parse(command.clone());
    let Some(path) = cli.config.as_deref() else {
        return Ok((cli, Settings::default()));
    };
    let file = load(path)?;
    let named = |error: Error| in_file(path, &error);
    let command = with_defaults(command, &file.serve).map_err(named)?;
    let settings = settings(file).map_err(named)?;
    Ok((parse(command), settings))
}

/// Parses the command line; ends the program with a message where it is wrong, as clap does.
fn parse(command: Command) -> Cli {
    let matches = command.get_matches();
    Cli::from_arg_matches(&matches).unwrap_or_else(|error| error.exit())
}

fn load(path: &Path) -> Result<File, Failure> {
    let text =
        std::fs::read_to_string(path).map_err(|error| Failure::machine(path.display(), error))?;
    toml::from_str(&text).map_err(|error| {
        let error = Error::new(
            plantain_core::ErrorKind::Invalid,
            "invalid_config",
            error.to_string().trim_end(),
        );
        in_file(path, &error)
    })
}

fn in_file(path: &Path, error: &Error) -> Failure {
    let mut error = error.clone();
    error.message = format!("{}: {}", path.display(), error.message).into();
    error.into()
}

/// Returns the commands with what the file says of the flags of `serve` as their defaults, wherever they have these flags.
fn with_defaults(command: Command, said: &toml::Table) -> Result<Command, Error> {
    let known: BTreeMap<String, Arg> = command
        .get_arguments()
        .filter(|arg| arg.get_env().is_some() && arg.get_id() != "config")
        .map(|arg| (arg.get_id().to_string(), arg.clone()))
        .collect();
    let mut defaults = BTreeMap::new();
    for (name, value) in said {
        let arg = known.get(name).ok_or_else(|| {
            let names: Vec<_> = known.keys().map(String::as_str).collect();
            let field = format!("serve.{name}");
            let remedy = format!("is no setting; there are {}", names.join(", "));
            Error::invalid("unknown_setting", field, name, remedy)
        })?;
        let values = words(name, value)?;
        if values.len() != 1 && !takes_many(arg) {
            let remedy = "must be one value";
            return Err(Error::invalid(
                "invalid_setting",
                format!("serve.{name}"),
                value.type_str(),
                remedy,
            ));
        }
        defaults.insert(name.clone(), values);
    }
    Ok(apply(command, &known, &defaults))
}

fn takes_many(arg: &Arg) -> bool {
    matches!(arg.get_action(), ArgAction::Append)
}

/// Clap keeps defaults for the program's whole life.
fn apply(
    command: Command,
    known: &BTreeMap<String, Arg>,
    defaults: &BTreeMap<String, Vec<&'static str>>,
) -> Command {
    let set = |arg: Arg| {
        let name = arg.get_id().to_string();
        let same = known
            .get(&name)
            .is_some_and(|known| known.get_env() == arg.get_env());
        match defaults.get(&name).filter(|_| same) {
            Some(values) => arg.default_values(values.iter().copied()),
            None => arg,
        }
    };
    command
        .mut_args(set)
        .mut_subcommands(|sub| apply(sub, known, defaults))
}

fn words(name: &str, value: &Value) -> Result<Vec<&'static str>, Error> {
    let one = |value: &Value| -> Result<&'static str, Error> {
        let text = match value {
            Value::String(text) => text.clone(),
            Value::Integer(number) => number.to_string(),
            Value::Boolean(truth) => truth.to_string(),
            Value::Float(number) => number.to_string(),
            other => {
                let remedy = "must be a text, a number, true or false, or a list of them";
                return Err(Error::invalid(
                    "invalid_setting",
                    format!("serve.{name}"),
                    other.type_str(),
                    remedy,
                ));
            }
        };
        Ok(Box::leak(text.into_boxed_str()))
    };
    match value {
        Value::Array(values) => values.iter().map(one).collect(),
        value => Ok(vec![one(value)?]),
    }
}

fn settings(file: File) -> Result<Settings, Error> {
    let default = policy("policy", PolicyConfig::default(), file.policy)?;
    let named = file.policies.into_iter().map(|(name, table)| {
        let config = policy(&format!("policies.{name}"), default.clone(), table)?;
        Ok((name, config))
    });
    let named: Vec<_> = named.collect::<Result<_, Error>>()?;
    let policies = Policies::new(default, named)?;
    let mut own = Vec::new();
    for (name, table) in file.tiers {
        let tier = tier(&name, table)?;
        if let Some(policy) = &tier.policy {
            policies.check(format!("tiers.{name}.policy"), policy)?;
        }
        own.push((name, tier));
    }
    let on_failure = file.limits.on_failure.as_deref();
    let on_failure = on_failure.map(|name| LimiterFailure::parse("limits.on_failure", name));
    Ok(Settings {
        tiers: Tiers::new(own, file.limits.default_tier)?,
        policies,
        on_limiter_failure: on_failure.transpose()?.unwrap_or_default(),
        classifier: file.classifier.map(classifier).transpose()?,
        prices: file.prices.map(prices).transpose()?.unwrap_or_default(),
        templates: templates(file.templates)?,
    })
}

/// Returns the templates, with the scenes that they name by file.
fn templates(tables: BTreeMap<String, toml::Table>) -> Result<BTreeMap<String, Template>, Error> {
    let read = |(name, table): (String, toml::Table)| {
        let fields = serde_json::to_value(table).map_err(Error::internal)?;
        let serde_json::Value::Object(mut fields) = fields else {
            return Err(Error::internal("a table is no object"));
        };
        let field = format!("templates.{name}.scene");
        if let Some(serde_json::Value::String(path)) = fields.get("scene") {
            let wrong = |error: &dyn std::fmt::Display| {
                let remedy = format!("must be a file with a scene document: {error}");
                Error::invalid("invalid_template", field.clone(), path, remedy)
            };
            let text = std::fs::read_to_string(path).map_err(|error| wrong(&error))?;
            let scene = serde_json::from_str(&text).map_err(|error| wrong(&error))?;
            fields.insert("scene".to_owned(), scene);
        }
        if fields.contains_key("prompt") == fields.contains_key("scene") {
            let field = format!("templates.{name}");
            let remedy = "must have a prompt, or a scene (a file), and not both";
            return Err(Error::invalid("invalid_template", field, name, remedy));
        }
        Ok((name, Template { fields }))
    };
    tables.into_iter().map(read).collect()
}

/// Returns the price book: the preset, and what the file says on top of it.
fn prices(table: PricesTable) -> Result<PriceBook, Error> {
    let mut all = match table.preset.as_deref() {
        None | Some("none") => Vec::new(),
        Some("public") => PriceBook::public()?.prices().to_vec(),
        Some(other) => {
            let remedy = "must be public or none";
            return Err(Error::invalid(
                "unknown_preset",
                "prices.preset",
                other,
                remedy,
            ));
        }
    };
    for (index, line) in table.lines.into_iter().enumerate() {
        let field = |name: &str| format!("prices.lines[{index}].{name}");
        let amount = match &line.amount {
            toml::Value::String(text) => text.clone(),
            toml::Value::Integer(whole) => whole.to_string(),
            toml::Value::Float(part) => part.to_string(),
            other => other.type_str().to_owned(),
        };
        let wish = PriceWish {
            model: line.model,
            operation: line.operation,
            size: line.size,
            amount,
            since: line.since,
            source: line.source,
        };
        all.push(wish.check(&field)?);
    }
    let unpriced = table.unpriced.as_deref();
    let unpriced = unpriced.map(|name| Unpriced::parse("prices.unpriced", name));
    let unpriced = unpriced.transpose()?.unwrap_or(Unpriced::Refuse);
    Ok(PriceBook::new(all, unpriced))
}

fn classifier(table: ClassifierTable) -> Result<ClassifierSettings, Error> {
    if !table.url.starts_with("http://") && !table.url.starts_with("https://") {
        let remedy = "must begin with http:// or https://";
        return Err(Error::invalid(
            "invalid_url",
            "classifier.url",
            table.url,
            remedy,
        ));
    }
    let timeout_ms = table.timeout_ms.unwrap_or(CLASSIFIER_TIMEOUT_MS);
    if !(1..=60_000).contains(&timeout_ms) {
        let remedy = "must be 1 to 60000";
        return Err(Error::invalid(
            "invalid_timeout",
            "classifier.timeout_ms",
            timeout_ms,
            remedy,
        ));
    }
    let on_failure = table.on_failure.as_deref();
    let on_failure = on_failure.map(|name| ClassifierFailure::parse("classifier.on_failure", name));
    Ok(ClassifierSettings {
        url: table.url,
        model: table.model.unwrap_or_else(|| CLASSIFIER_MODEL.to_owned()),
        timeout_ms,
        on_failure: on_failure.transpose()?.unwrap_or_default(),
    })
}

fn tier(name: &str, table: TierTable) -> Result<Tier, Error> {
    let counts = [
        ("requests_per_minute", table.requests_per_minute),
        ("images_per_day", table.images_per_day),
        ("concurrency", table.concurrency),
    ];
    for (setting, count) in counts {
        if count == Some(0) {
            let field = format!("tiers.{name}.{setting}");
            let remedy = "must be at least 1; leave it out for no limit";
            return Err(Error::invalid("invalid_limit", field, 0, remedy));
        }
    }
    Ok(Tier {
        requests_per_minute: table.requests_per_minute,
        images_per_day: table.images_per_day,
        concurrency: table.concurrency,
        policy: table.policy,
    })
}

/// Returns the policy that a table describes; what it leaves out is as in `base`, and its rules come on top.
fn policy(field: &str, base: PolicyConfig, table: PolicyTable) -> Result<PolicyConfig, Error> {
    let mut config = base;
    if let Some(builtin) = table.builtin {
        config.builtin = builtin;
    }
    if let Some(name) = &table.caller_settings {
        config.caller_wishes = CallerWishes::parse(format!("{field}.caller_settings"), name)?;
    }
    thresholds(&format!("{field}.block"), &mut config.block, &table.block)?;
    thresholds(&format!("{field}.flag"), &mut config.flag, &table.flag)?;
    let before = config.rules.len();
    for (index, rule) in table.rules.into_iter().enumerate() {
        let at = |name: &str| format!("{field}.rules[{}].{name}", before + index);
        let action = rule.action.as_deref();
        let action = action.map(|name| Action::parse(at("action"), name));
        let category = rule.category.as_deref();
        let category = category.map(|name| category_named(at("category"), name));
        config.rules.push(OwnRule {
            id: rule.id,
            words: rule.words,
            pattern: rule.pattern,
            action: action.transpose()?.unwrap_or_default(),
            category: category.transpose()?,
        });
    }
    Ok(config)
}

fn thresholds(
    field: &str,
    thresholds: &mut Thresholds,
    said: &BTreeMap<String, String>,
) -> Result<(), Error> {
    for (name, threshold) in said {
        let field = format!("{field}.{name}");
        let category = category_named(field.clone(), name)?;
        if category == Category::Minors {
            let remedy = "cannot be set: what concerns minors is always blocked";
            return Err(Error::invalid("fixed_threshold", field, threshold, remedy));
        }
        thresholds.set(category, Threshold::parse(field, threshold)?);
    }
    Ok(())
}

fn category_named(field: String, name: &str) -> Result<Category, Error> {
    Category::from_name(name).ok_or_else(|| {
        let names = Category::ALL.map(Category::name).join(", ");
        Error::invalid(
            "unknown_category",
            field,
            name,
            format_args!("must be one of {names}"),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str) -> Result<Settings, String> {
        let file: File = toml::from_str(text).map_err(|error| error.to_string())?;
        settings(file).map_err(|error| error.message.into())
    }

    #[test]
    fn tiers_and_policies_are_read() {
        let settings = check(
            r#"
            [limits]
            default_tier = "free"
            on_failure = "closed"
            [tiers.free]
            requests_per_minute = 5
            policy = "strict"
            [policy.block]
            sexual = "off"
            [[policy.rules]]
            id = "acme.names"
            words = ["Globex"]
            [policies.strict]
            caller_settings = "ignore"
            block = { violence = "low" }
            "#,
        )
        .unwrap();
        let (name, tier) = settings.tiers.of(None).unwrap();
        assert_eq!((name, tier.requests_per_minute), ("free", Some(5)));
        assert_eq!(settings.on_limiter_failure, LimiterFailure::Closed);
        assert!(settings.policies.check("policy", "strict").is_ok());
    }

    #[test]
    fn prices_are_the_preset_and_what_stands_on_top() {
        let book = |text: &str| check(text).unwrap().prices;
        assert!(book("").prices().is_empty());
        let public = book("[prices]\npreset = \"public\"").prices().len();
        assert!(public > 10);
        let own = "[prices]\npreset = \"public\"\nunpriced = \"free\"\n\
            [[prices.lines]]\nmodel = \"easel\"\nsize = \"4K\"\namount = 0.01\nsince = \"2026-11-01\"";
        let own = book(own);
        assert_eq!(own.prices().len(), public + 1);
        let last = own.prices().last().unwrap();
        assert_eq!((last.amount.0, last.operation.as_str()), (10_000, "*"));
    }

    #[test]
    fn what_is_wrong_is_named() {
        for (text, named) in [
            ("[tiers.free]\nrequests_per_minut = 5", "requests_per_minut"),
            ("[tier.free]", "tier"),
            ("[tiers.free]\nconcurrency = 0", "tiers.free.concurrency"),
            ("[tiers.free]\npolicy = \"lost\"", "tiers.free.policy"),
            ("[limits]\ndefault_tier = \"lost\"", "limits.default_tier"),
            ("[limits]\non_failure = \"panic\"", "limits.on_failure"),
            ("[policy.block]\nminors = \"off\"", "policy.block.minors"),
            ("[policy.block]\nsexual = \"some\"", "policy.block.sexual"),
            ("[policies.x.flag]\nlove = \"low\"", "policies.x.flag.love"),
            ("[[policy.rules]]\nid = \"a\"", "policy.rules[0].words"),
            (
                "[[policy.rules]]\nid = \"a\"\npattern = \"(\"",
                "policy.rules[0].pattern",
            ),
            (
                "[[policy.rules]]\nid = \"a\"\nwords = [\"b\"]\naction = \"burn\"",
                "policy.rules[0].action",
            ),
            ("serve = 5", "serve"),
            ("[templates.card]\nsize = \"1K\"", "templates.card"),
            (
                "[templates.card]\nscene = \"/nowhere\"",
                "templates.card.scene",
            ),
            ("[prices]\npreset = \"all\"", "prices.preset"),
            ("[prices]\nunpriced = \"maybe\"", "prices.unpriced"),
            (
                "[[prices.lines]]\namount = \"-1\"",
                "prices.lines[0].amount",
            ),
            (
                "[[prices.lines]]\namount = 1\nsize = \"5K\"",
                "prices.lines[0].size",
            ),
            (
                "[[prices.lines]]\namount = 1\nsince = \"May\"",
                "prices.lines[0].since",
            ),
            (
                "[[prices.lines]]\namount = 1\noperation = \"paint\"",
                "prices.lines[0].operation",
            ),
            ("[classifier]\nurl = \"ftp://x\"", "classifier.url"),
            ("[classifier]\nmodel = \"x\"", "url"),
            (
                "[classifier]\nurl = \"http://x\"\ntimeout_ms = 0",
                "classifier.timeout_ms",
            ),
        ] {
            let error = check(text).err().unwrap_or_default();
            assert!(error.contains(named), "{text:?}: {error:?}");
        }
    }

    #[test]
    fn flags_win_over_the_file_and_the_file_over_defaults() {
        let parse = |toml: &str, args: &[&str]| {
            let file: File = toml::from_str(toml).unwrap();
            let command = with_defaults(Cli::command(), &file.serve)?;
            let matches = command.get_matches_from(args);
            Ok::<_, Error>(Cli::from_arg_matches(&matches).unwrap())
        };
        let toml = "[serve]\nlisten = \"127.0.0.1:9\"\nqueue = 7\nallow_fetch = [\"10.0.0.0/8\", \"intranet\"]\nplanner_always = true\n";
        let cli = parse(toml, &["plantain"]).unwrap();
        assert_eq!(cli.serve.listen, "127.0.0.1:9");
        assert_eq!(cli.serve.node.queue, 7);
        assert_eq!(cli.serve.node.allow_fetch, ["10.0.0.0/8", "intranet"]);
        assert!(cli.serve.node.planner_always);
        let cli = parse(toml, &["plantain", "--queue", "8"]).unwrap();
        assert_eq!(cli.serve.node.queue, 8);
        let cli = parse(
            "[serve]\ndata_dir = \"/srv\"",
            &["plantain", "keys", "list"],
        )
        .unwrap();
        let Some(crate::cli::Command::Keys(keys)) = cli.command else {
            panic!("another command was parsed")
        };
        let crate::cli::KeysCommand::List(list) = keys.command else {
            panic!("another command was parsed")
        };
        assert_eq!(list.data.data_dir, Path::new("/srv"));
        for (toml, named) in [
            ("[serve]\nlisten_to = 1", "serve.listen_to"),
            ("[serve]\nqueue = [1, 2]", "serve.queue"),
            ("[serve]\nqueue = { a = 1 }", "serve.queue"),
        ] {
            let error = parse(toml, &["plantain"]).err().unwrap();
            assert_eq!(error.field.as_deref(), Some(named));
        }
    }
}
