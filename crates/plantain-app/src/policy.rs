//! What may be drawn: the built-in rules, the owner's own, and a classifier if there is one.
//!
//! A text is judged in several [readings](text::readings). What is found has a category and a severity; a policy says from
//! which severity on a category is blocked or flagged. What concerns minors is blocked under every policy.

mod builtin;
mod lexicon;
mod own;
mod rules;
mod text;
mod words;

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::sync::Arc;

use plantain_core::{
    Category, Error, ErrorKind, ImageRequest, Refusal, SafetyWishes, Severity, Subject, Threshold,
};

use plantain_engine::{Classifier, Likelihood};

pub use builtin::Finding;
use own::OwnRules;
pub use own::{Action, OwnRule};

use crate::Caller;

/// A threshold for each category.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Thresholds([Threshold; Category::ALL.len()]);

impl Thresholds {
    pub const fn all(threshold: Threshold) -> Self {
        Self([threshold; Category::ALL.len()])
    }

    pub fn get(&self, category: Category) -> Threshold {
        self.0[category as usize]
    }

    pub fn set(&mut self, category: Category, threshold: Threshold) {
        self.0[category as usize] = threshold;
    }
}

/// How much callers may say about how strictly they are treated (Gemini's `safetySettings`, OpenAI's `moderation`).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum CallerWishes {
    /// Nothing.
    Ignore,
    /// They may ask for more strictness.
    #[default]
    Tighten,
    /// They may ask for less, too.
    Follow,
}

impl CallerWishes {
    /// Returns the choice, or an error that names `field`.
    pub fn parse(field: String, name: &str) -> Result<Self, Error> {
        match name {
            "ignore" => Ok(Self::Ignore),
            "tighten" => Ok(Self::Tighten),
            "follow" => Ok(Self::Follow),
            _ => {
                let remedy = "must be ignore, tighten or follow";
                Err(Error::invalid("invalid_choice", field, name, remedy))
            }
        }
    }
}

/// A policy as its owner writes it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PolicyConfig {
    /// Whether the built-in rules hold. Those for minors always do.
    pub builtin: bool,
    pub block: Thresholds,
    pub flag: Thresholds,
    pub caller_wishes: CallerWishes,
    pub rules: Vec<OwnRule>,
}

impl Default for PolicyConfig {
    fn default() -> Self {
        let mut block = Thresholds::all(Threshold::From(Severity::High));
        block.set(Category::Minors, Threshold::From(Severity::Low));
        for category in [
            Category::Sexual,
            Category::Hate,
            Category::SelfHarm,
            Category::Dangerous,
        ] {
            block.set(category, Threshold::From(Severity::Medium));
        }
        Self {
            builtin: true,
            block,
            flag: Thresholds::all(Threshold::From(Severity::Medium)),
            caller_wishes: CallerWishes::default(),
            rules: Vec::new(),
        }
    }
}

/// A policy, ready to be applied.
pub struct Policy {
    config: PolicyConfig,
    own: OwnRules,
}

/// Scores from which on a classifier's word is that severe, highest first.
const SCORES: [(f32, Severity); 3] = [
    (0.85, Severity::High),
    (0.6, Severity::Medium),
    (0.3, Severity::Low),
];
/// What callers are told to wait while the classifier does not answer.
const FAILED_RETRY_S: u32 = 5;

/// What happens while the classifier does not answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum ClassifierFailure {
    /// The rules alone decide.
    #[default]
    Open,
    /// Nothing is drawn.
    Closed,
}

impl ClassifierFailure {
    /// Returns the choice, or an error that names `field`.
    pub fn parse(field: &'static str, name: &str) -> Result<Self, Error> {
        match name {
            "open" => Ok(Self::Open),
            "closed" => Ok(Self::Closed),
            _ => {
                let remedy = "must be open or closed";
                Err(Error::invalid("invalid_choice", field, name, remedy))
            }
        }
    }
}

/// What a policy says of a request that it lets through.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Verdict {
    /// What was found and is let through, to be written down.
    pub flagged: Vec<Finding>,
}

/// Every policy: the one for everybody, and others by name for keys and tiers.
pub struct Policies {
    default: Arc<Policy>,
    named: BTreeMap<String, Arc<Policy>>,
    /// Asked about what the rules let through.
    classifier: Option<(Arc<dyn Classifier>, ClassifierFailure)>,
}

impl Default for Policies {
    fn default() -> Self {
        Self {
            default: Arc::new(Policy::default()),
            named: BTreeMap::new(),
            classifier: None,
        }
    }
}

impl Policies {
    /// Returns the policies, or an error that names the setting that is wrong.
    pub fn new(
        default: PolicyConfig,
        named: impl IntoIterator<Item = (String, PolicyConfig)>,
    ) -> Result<Self, Error> {
        let named = named.into_iter().map(|(name, config)| {
            let policy = Policy::new(&format!("policies.{name}"), config)?;
            Ok((name, Arc::new(policy)))
        });
        Ok(Self {
            default: Arc::new(Policy::new("policy", default)?),
            named: named.collect::<Result<_, Error>>()?,
            classifier: None,
        })
    }

    /// Gives every policy a classifier that is asked about what the rules let through.
    #[must_use]
    pub fn with_classifier(
        mut self,
        classifier: Arc<dyn Classifier>,
        on_failure: ClassifierFailure,
    ) -> Self {
        self.classifier = Some((classifier, on_failure));
        self
    }

    /// Returns an error that names `field` when no policy has this name.
    pub fn check(&self, field: impl Into<String>, name: &str) -> Result<(), Error> {
        if self.named.contains_key(name) {
            return Ok(());
        }
        let names: Vec<_> = self.named.keys().map(String::as_str).collect();
        let remedy = if names.is_empty() {
            format!("must be set up first, as [policies.{name}]")
        } else {
            format!("must be one of {}", names.join(", "))
        };
        Err(Error::invalid("unknown_policy", field.into(), name, remedy))
    }

    /// Judges a request by the policy of its caller, else of the caller's tier, else the one for everybody.
    pub async fn judge(
        &self,
        caller: &Caller,
        tier_policy: Option<&str>,
        request: &ImageRequest,
    ) -> Result<Verdict, Error> {
        let policy = self.of(caller.grant.policy.as_deref().or(tier_policy))?;
        let text = text_of(&request.subject);
        let mut verdict = policy.judge_text(&text, &request.safety).map_err(refused)?;
        for finding in self.classified(&text).await? {
            policy
                .weigh(finding, &request.safety, &mut verdict)
                .map_err(refused)?;
        }
        Ok(verdict)
    }

    /// Returns what the classifier finds in a text.
    async fn classified(&self, text: &str) -> Result<Vec<Finding>, Error> {
        let Some((classifier, on_failure)) = &self.classifier else {
            return Ok(Vec::new());
        };
        match (classifier.classify(text).await, on_failure) {
            (Ok(likelihoods), _) => Ok(likelihoods.into_iter().filter_map(finding).collect()),
            (Err(why), ClassifierFailure::Open) => {
                tracing::warn!(
                    classifier = classifier.name(),
                    why,
                    "the classifier has no answer; the rules alone decide"
                );
                Ok(Vec::new())
            }
            (Err(why), ClassifierFailure::Closed) => Err(Error::new(
                ErrorKind::Unavailable,
                "classifier_unavailable",
                format!(
                    "The server cannot judge prompts at the moment and was told to refuse them then; try again in {FAILED_RETRY_S} seconds."
                ),
            )
            .with_detail(why)
            .retry_after(FAILED_RETRY_S)),
        }
    }

    fn of(&self, name: Option<&str>) -> Result<&Policy, Error> {
        match name {
            None => Ok(&self.default),
            Some(name) => self.named.get(name).map(|policy| &**policy).ok_or_else(|| {
                Error::new(
                    ErrorKind::Forbidden,
                    "unknown_policy",
                    format!(
                        "The policy of this key, {name:?}, is not set up on this server; ask its owner to add [policies.{name}] to the configuration."
                    ),
                )
            }),
        }
    }
}

impl Default for Policy {
    fn default() -> Self {
        let own = OwnRules::new("policy.rules", Vec::new());
        Self {
            config: PolicyConfig::default(),
            own: own.expect("no rules are valid rules"),
        }
    }
}

impl Policy {
    /// Returns the policy, or an error that names the setting that is wrong; `field` is where it stands ("policy").
    pub fn new(field: &str, mut config: PolicyConfig) -> Result<Self, Error> {
        let rules = std::mem::take(&mut config.rules);
        let own = OwnRules::new(&format!("{field}.rules"), rules)?;
        Ok(Self { config, own })
    }

    /// Judges a text. The error is the finding that blocks.
    pub fn judge_text(&self, sent: &str, wishes: &SafetyWishes) -> Result<Verdict, Finding> {
        let mut verdict = Verdict::default();
        let mut readings = text::readings(sent);
        if !self.own.is_empty() {
            self.own.clear_allowed(&mut readings);
            let mut said = self.own.judge(sent, &readings);
            if !said.block.is_empty() {
                return Err(said.block.swap_remove(0));
            }
            verdict.flagged.append(&mut said.flag);
        }
        for finding in readings
            .iter()
            .flat_map(|reading| builtin::findings(reading))
            .filter(|finding| self.config.builtin || finding.category == Some(Category::Minors))
        {
            self.weigh(finding, wishes, &mut verdict)?;
        }
        Ok(verdict)
    }

    /// Blocks, writes down or forgets what a built-in rule or a classifier found.
    fn weigh(
        &self,
        finding: Finding,
        wishes: &SafetyWishes,
        verdict: &mut Verdict,
    ) -> Result<(), Finding> {
        let Some(category) = finding.category else {
            return Ok(());
        };
        if category == Category::Minors {
            return Err(finding);
        }
        if self
            .threshold(category, wishes)
            .reached_by(finding.severity)
        {
            return Err(finding);
        }
        let known = verdict
            .flagged
            .iter()
            .any(|known| known.rule == finding.rule);
        if self.config.flag.get(category).reached_by(finding.severity) && !known {
            verdict.flagged.push(finding);
        }
        Ok(())
    }

    fn threshold(&self, category: Category, wishes: &SafetyWishes) -> Threshold {
        let own = self.config.block.get(category);
        match (self.config.caller_wishes, wishes.get(category)) {
            (CallerWishes::Ignore, _) | (_, None) => own,
            (CallerWishes::Tighten, Some(wish)) => own.min(wish),
            (CallerWishes::Follow, Some(wish)) => wish,
        }
    }
}

/// What a likelihood comes to; none where it says nothing.
fn finding(likelihood: Likelihood) -> Option<Finding> {
    let (_, severity) = SCORES
        .into_iter()
        .find(|(least, _)| likelihood.score >= *least)?;
    Some(Finding {
        rule: format!("classifier.{}", likelihood.category),
        category: Some(likelihood.category),
        severity,
        words: format!("score {:.2}", likelihood.score),
    })
}

/// Returns what is read of a request: the prompt or instruction, or every text of the scene.
fn text_of(subject: &Subject) -> Cow<'_, str> {
    match subject {
        Subject::Prompt(prompt) => prompt.as_str().into(),
        Subject::Edit(edit) => edit.instruction.as_str().into(),
        Subject::Scene(scene) => match serde_json::from_str(scene) {
            Ok(scene) => {
                let mut texts = String::new();
                collect_texts(&scene, &mut texts);
                texts.into()
            }
            // What is no JSON is refused later; until then it is read as it is.
            Err(_) => scene.as_ref().into(),
        },
    }
}

/// Appends every text in a scene, a line each. Embedded pictures are no texts.
fn collect_texts(value: &serde_json::Value, texts: &mut String) {
    use serde_json::Value;
    match value {
        Value::String(text) if !text.starts_with("data:") => {
            texts.push_str(text);
            texts.push('\n');
        }
        Value::Array(items) => items.iter().for_each(|item| collect_texts(item, texts)),
        Value::Object(fields) => fields
            .values()
            .for_each(|field| collect_texts(field, texts)),
        _ => {}
    }
}

/// Returns the error that a protocol writes in its own shape.
fn refused(finding: Finding) -> Error {
    let about = finding.category.map_or_else(String::new, |category| {
        format!(" ({})", category.name().replace('_', " "))
    });
    let message = format!(
        "The policy of this server does not let this be drawn: its rule {:?}{about} holds. Say it in other words, or ask for something else.",
        finding.rule
    );
    let mut error = Error::new(ErrorKind::Forbidden, "policy_blocked", message);
    error.detail = Some(format!("found {:?}", finding.words).into());
    error.refusal = Some(Box::new(Refusal {
        rule: finding.rule.into(),
        category: finding.category,
        severity: finding.severity,
    }));
    error
}

#[cfg(test)]
mod tests;
