//! Rules of the owner: words and patterns of their own.

use plantain_core::{Category, Error, Severity};
use regex::{Regex, RegexBuilder};

use super::builtin::Finding;
use super::lexicon::{Lexicon, SetId};
use super::text;

/// Most rules of one policy.
pub const RULES_MAX: usize = 500;
/// Most words of all rules of one policy together.
pub const WORDS_MAX: usize = 50_000;
/// Longest word or phrase, and longest pattern, bytes.
pub const WORD_BYTES_MAX: usize = 200;
pub const PATTERN_BYTES_MAX: usize = 1_000;
/// Most memory of one compiled pattern, bytes.
const PATTERN_SIZE_MAX: usize = 1 << 20;

/// What is done about a finding.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Action {
    /// The words are harmless: no rule looks at them.
    Allow,
    /// The request goes on, and the finding is written down.
    Flag,
    #[default]
    Block,
}

impl Action {
    pub fn name(self) -> &'static str {
        match self {
            Self::Allow => "allow",
            Self::Flag => "flag",
            Self::Block => "block",
        }
    }

    /// Returns the action, or an error that names `field`.
    pub fn parse(field: String, name: &str) -> Result<Self, Error> {
        [Self::Allow, Self::Flag, Self::Block]
            .into_iter()
            .find(|action| action.name() == name)
            .ok_or_else(|| {
                let remedy = "must be allow, flag or block";
                Error::invalid("invalid_action", field, name, remedy)
            })
    }
}

/// A rule as its owner writes it.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct OwnRule {
    /// What callers are told; letters, digits, points, hyphens and underscores.
    pub id: String,
    /// Words and phrases, found as the built-in ones are; a `*` at an end stands for any letters.
    pub words: Vec<String>,
    /// A regular expression, tried on the text as it was sent and on each of its readings.
    pub pattern: Option<String>,
    pub action: Action,
    /// How it counts for protocols that tell categories.
    pub category: Option<Category>,
}

/// The owner's rules, ready to be applied.
pub struct OwnRules {
    rules: Vec<Ready>,
    lexicon: Lexicon,
}

struct Ready {
    rule: OwnRule,
    pattern: Option<Regex>,
}

/// What the owner's rules say of a text.
#[derive(Debug, Default)]
pub struct Said {
    pub block: Vec<Finding>,
    pub flag: Vec<Finding>,
}

impl OwnRules {
    /// Returns the rules, or an error that names the one that is wrong; `field` is where they stand ("policy.rules").
    pub fn new(field: &str, rules: Vec<OwnRule>) -> Result<Self, Error> {
        if rules.len() > RULES_MAX {
            let remedy = format!("must be at most {RULES_MAX} rules");
            return Err(Error::invalid(
                "too_many_rules",
                field.to_owned(),
                rules.len(),
                remedy,
            ));
        }
        let words: usize = rules.iter().map(|rule| rule.words.len()).sum();
        if words > WORDS_MAX {
            let remedy = format!("must hold at most {WORDS_MAX} words together");
            return Err(Error::invalid(
                "too_many_words",
                field.to_owned(),
                words,
                remedy,
            ));
        }
        for (index, rule) in rules.iter().enumerate() {
            check(&format!("{field}[{index}]"), rule, &rules[..index])?;
        }
        let phrases = rules.iter().enumerate().flat_map(|(index, rule)| {
            rule.words
                .iter()
                .map(move |word| (index as SetId, word.as_str()))
        });
        let lexicon = Lexicon::new(phrases).map_err(|error| {
            Error::invalid(
                "too_many_words",
                field.to_owned(),
                words,
                "must be fewer words",
            )
            .with_detail(error)
        })?;
        let mut ready = Vec::with_capacity(rules.len());
        for (index, rule) in rules.into_iter().enumerate() {
            let at = || format!("{field}[{index}].pattern");
            let pattern = rule
                .pattern
                .as_deref()
                .map(|pattern| compile(at(), pattern));
            let pattern = pattern.transpose()?;
            ready.push(Ready { rule, pattern });
        }
        Ok(Self {
            rules: ready,
            lexicon,
        })
    }

    pub fn is_empty(&self) -> bool {
        self.rules.is_empty()
    }

    /// Blanks what the owner allows out of every reading.
    pub fn clear_allowed(&self, readings: &mut [String]) {
        let allows = |set: SetId| self.rules[usize::from(set)].rule.action == Action::Allow;
        for reading in readings {
            let hits = self.lexicon.hits(reading, &[]);
            let mut spans: Vec<_> = hits
                .iter()
                .filter(|hit| allows(hit.set))
                .map(|hit| hit.start..hit.end)
                .collect();
            let patterns = self
                .rules
                .iter()
                .filter(|ready| ready.rule.action == Action::Allow);
            for pattern in patterns.filter_map(|ready| ready.pattern.as_ref()) {
                spans.extend(pattern.find_iter(reading).map(|found| found.range()));
            }
            if spans.is_empty() {
                continue;
            }
            let mut bytes = std::mem::take(reading).into_bytes();
            for span in spans {
                bytes[span].fill(b' ');
            }
            // Whole characters were overwritten by spaces, so it is text still.
            *reading = String::from_utf8(bytes).unwrap_or_default();
        }
    }

    /// Returns what the rules find in the text and its readings, each rule once.
    pub fn judge(&self, sent: &str, readings: &[String]) -> Said {
        let mut said = Said::default();
        let hits: Vec<_> = readings
            .iter()
            .map(|reading| (reading, self.lexicon.hits(reading, &[])))
            .collect();
        for (index, ready) in self.rules.iter().enumerate() {
            if ready.rule.action == Action::Allow {
                continue;
            }
            let word = hits.iter().find_map(|(reading, hits)| {
                let hit = hits.iter().find(|hit| usize::from(hit.set) == index)?;
                Some(reading[hit.start..hit.end].to_owned())
            });
            let Some(words) = word.or_else(|| ready.matched(sent, readings)) else {
                continue;
            };
            let finding = Finding {
                rule: ready.rule.id.clone(),
                category: ready.rule.category,
                severity: Severity::High,
                words,
            };
            match ready.rule.action {
                Action::Block => said.block.push(finding),
                Action::Flag | Action::Allow => said.flag.push(finding),
            }
        }
        said
    }
}

impl Ready {
    fn matched(&self, sent: &str, readings: &[String]) -> Option<String> {
        let pattern = self.pattern.as_ref()?;
        let mut texts = std::iter::once(sent).chain(readings.iter().map(String::as_str));
        let found = texts.find_map(|text| pattern.find(text))?;
        Some(found.as_str().chars().take(WORD_BYTES_MAX).collect())
    }
}

fn check(field: &str, rule: &OwnRule, before: &[OwnRule]) -> Result<(), Error> {
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '_');
    if rule.id.is_empty() || rule.id.len() > WORD_BYTES_MAX || !rule.id.chars().all(plain) {
        return Err(Error::invalid(
            "invalid_rule_id",
            format!("{field}.id"),
            &rule.id,
            "must be letters, digits, points, hyphens and underscores",
        ));
    }
    if before.iter().any(|other| other.id == rule.id) {
        let remedy = "must be unlike every other rule's";
        return Err(Error::invalid(
            "invalid_rule_id",
            format!("{field}.id"),
            &rule.id,
            remedy,
        ));
    }
    if rule.words.is_empty() && rule.pattern.is_none() {
        return Err(Error::missing(
            format!("{field}.words"),
            "a rule needs words or a pattern",
        ));
    }
    for word in &rule.words {
        if word.len() > WORD_BYTES_MAX || text::phrase(word.trim_matches('*')).is_empty() {
            return Err(Error::invalid(
                "invalid_word",
                format!("{field}.words"),
                word,
                format_args!("must hold a letter or digit and have at most {WORD_BYTES_MAX} bytes"),
            ));
        }
    }
    Ok(())
}

fn compile(field: String, pattern: &str) -> Result<Regex, Error> {
    if pattern.len() > PATTERN_BYTES_MAX {
        let remedy = format!("must have at most {PATTERN_BYTES_MAX} bytes");
        return Err(Error::invalid("invalid_pattern", field, pattern, remedy));
    }
    let built = RegexBuilder::new(pattern)
        .size_limit(PATTERN_SIZE_MAX)
        .dfa_size_limit(PATTERN_SIZE_MAX)
        .build();
    match built {
        Ok(regex) if regex.is_match("") => Err(Error::invalid(
            "invalid_pattern",
            field,
            pattern,
            "must not match an empty text, since it would match every one",
        )),
        Ok(regex) => Ok(regex),
        Err(error) => {
            let why = error.to_string();
            let why = why.lines().last().unwrap_or_default().to_owned();
            let remedy = format!("must be a regular expression ({why})");
            Err(Error::invalid("invalid_pattern", field, pattern, remedy))
        }
    }
}
