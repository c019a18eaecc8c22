//! The built-in rules at work.

use std::ops::Range;
use std::sync::OnceLock;

use plantain_core::{Category, Severity};

use super::lexicon::{Hit, Lexicon, SetId};
use super::rules::{CONTEXT, HARMLESS, JOINERS, NEGATIONS, RULES, Rule, UNLESS_WITHIN, WordSet};
use super::text;
use super::words::minors;

/// Something that a rule found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub rule: String,
    /// None for owners' rules that say none.
    pub category: Option<Category>,
    pub severity: Severity,
    /// What it was found in, as it was read; for the log, not for the caller.
    pub words: String,
}

/// Words that may stand between a negation and what it negates.
const NEGATED_WITHIN: u32 = 1;
/// Words that may stand between the items of a list that was negated.
const LIST_WITHIN: u32 = 3;
/// Longest phrase of the tables, bytes.
const PHRASE_BYTES_MAX: usize = 64;
/// Years at which people are of age.
const OF_AGE: u32 = 18;

/// The sets that the engine knows beside those of the rules.
const HARMLESS_SET: SetId = 0;
const NEGATION_SET: SetId = 1;
const JOINER_SET: SetId = 2;

/// The rules with their words, ready to be applied.
struct Built {
    lexicon: Lexicon,
    rules: Vec<Ready>,
    minor: SetId,
    terms: SetId,
    context: Vec<SetId>,
}

/// A rule with its sets as numbers.
struct Ready {
    rule: &'static Rule,
    all: Vec<SetId>,
    unless: Vec<SetId>,
}

/// Returns what the built-in rules find in a reading of [`text::readings`], worst rule first.
pub fn findings(reading: &str) -> Vec<Finding> {
    let built = built();
    let ages = ages(reading).into_iter().map(|at| (built.minor, at));
    let hits = built.lexicon.hits(reading, &ages.collect::<Vec<_>>());
    let hits = relevant(&hits, reading, built);
    let found = |ready: &Ready| {
        let words = match_rule(ready, &hits, reading)?;
        Some(Finding {
            rule: ready.rule.id.to_owned(),
            category: Some(ready.rule.category),
            severity: ready.rule.severity,
            words,
        })
    };
    built.rules.iter().filter_map(found).collect()
}

fn built() -> &'static Built {
    static BUILT: OnceLock<Built> = OnceLock::new();
    BUILT.get_or_init(build)
}

fn build() -> Built {
    let mut sets: Vec<WordSet> = vec![HARMLESS, NEGATIONS, JOINERS];
    let mut number = |set: &WordSet| -> SetId {
        let known = sets.iter().position(|known| known == set);
        let index = known.unwrap_or_else(|| {
            sets.push(set);
            sets.len() - 1
        });
        index as SetId
    };
    let rules = RULES
        .iter()
        .map(|rule| Ready {
            rule,
            all: rule.all.iter().map(&mut number).collect(),
            unless: rule.unless.iter().map(&mut number).collect(),
        })
        .collect();
    let minor = number(&minors::MINOR);
    let terms = number(&minors::TERMS);
    let mut context: Vec<SetId> = CONTEXT.iter().map(&mut number).collect();
    context.extend(RULES.iter().flat_map(|rule| rule.unless).map(&mut number));
    let phrases = sets
        .iter()
        .enumerate()
        .flat_map(|(index, set)| set.iter().map(move |phrase| (index as SetId, *phrase)));
    // A test builds them, so that they can be built is known.
    let lexicon = Lexicon::new(phrases).expect("the built-in words make a finder");
    Built {
        lexicon,
        rules,
        minor,
        terms,
        context,
    }
}

/// Drops hits inside of harmless phrases and of terms that have rules of their own, and those that are negated.
fn relevant(hits: &[Hit], reading: &str, built: &Built) -> Vec<Hit> {
    let terms = built.terms;
    let of =
        |set: SetId| -> Vec<Hit> { hits.iter().filter(|hit| hit.set == set).copied().collect() };
    let (harmless, crimes) = (of(HARMLESS_SET), of(terms));
    let covered = |hit: &Hit| {
        before_end(&harmless, hit).any(|over| overlaps(over, hit))
            || hit.set != terms
                && before_end(&crimes, hit)
                    .any(|over| over.start <= hit.start && hit.end <= over.end)
    };
    let mut kept: Vec<Hit> = Vec::with_capacity(hits.len());
    let mut negation: Option<&Hit> = None;
    // The last hit of a list that a negation opened.
    let mut list: Option<Hit> = None;
    for hit in hits {
        match hit.set {
            NEGATION_SET => negation = Some(hit),
            HARMLESS_SET | JOINER_SET => {}
            _ if covered(hit) => {}
            set if built.context.contains(&set) => kept.push(*hit),
            _ => {
                let negated = negation.is_some_and(|no| negates(no, hit, reading))
                    || list.is_some_and(|last| continues(&last, hit, reading));
                if negated {
                    list = Some(*hit);
                } else {
                    kept.push(*hit);
                }
            }
        }
    }
    kept
}

/// The hits among `sorted` that can reach into `hit`, last first. All begin before it ends, and phrases are short.
fn before_end<'a>(sorted: &'a [Hit], hit: &Hit) -> impl Iterator<Item = &'a Hit> + use<'a> {
    let least = hit.start.saturating_sub(PHRASE_BYTES_MAX);
    let end = sorted.partition_point(|other| other.start < hit.end);
    sorted[..end]
        .iter()
        .rev()
        .take_while(move |other| other.start >= least)
}

/// Whether `no` stands right before `hit`, or opens a list that it is the first item of.
fn negates(no: &Hit, hit: &Hit, reading: &str) -> bool {
    if no.end > hit.start || hit.first_word > no.last_word + 1 + NEGATED_WITHIN {
        return false;
    }
    let broken = reading[no.end..hit.start].contains(text::BREAK);
    !broken || is_item(hit, reading)
}

/// Whether `hit` is another item of the list that `last` belongs to.
fn continues(last: &Hit, hit: &Hit, reading: &str) -> bool {
    if hit.start < last.end {
        // Another reading of the same words.
        return true;
    }
    hit.first_word <= last.last_word + LIST_WITHIN && is_item(hit, reading)
}

/// Whether nothing but a joiner or the end of the clause follows: "no blood, gore or weapons".
fn is_item(hit: &Hit, reading: &str) -> bool {
    let next = reading[hit.end..].split_whitespace().next();
    next.is_none_or(|word| word.starts_with(text::BREAK) || JOINERS.contains(&word))
}

/// Returns the words that the rule is about, if it holds.
fn match_rule(ready: &Ready, hits: &[Hit], reading: &str) -> Option<String> {
    let of = |set: SetId| hits.iter().filter(move |hit| hit.set == set);
    let mut first = of(*ready.all.first()?);
    first.find_map(|anchor| {
        let mut from = *anchor;
        let mut words = vec![&reading[anchor.start..anchor.end]];
        for set in &ready.all[1..] {
            let other = near(hits, anchor, ready.rule.within)
                .find(|hit| hit.set == *set && !overlaps(hit, anchor))?;
            words.push(&reading[other.start..other.end]);
            from.first_word = from.first_word.min(other.first_word);
            from.last_word = from.last_word.max(other.last_word);
        }
        let harmless = near(hits, &from, UNLESS_WITHIN).any(|hit| ready.unless.contains(&hit.set));
        (!harmless).then(|| words.join(" … "))
    })
}

fn overlaps(one: &Hit, other: &Hit) -> bool {
    one.start < other.end && other.start < one.end
}

/// Hits that begin at most `within` words from `around`.
fn near<'a>(hits: &'a [Hit], around: &Hit, within: u32) -> impl Iterator<Item = &'a Hit> + use<'a> {
    let least = around.first_word.saturating_sub(within + 1);
    let most = around.last_word + within + 1;
    let begin = hits.partition_point(|hit| hit.first_word < least);
    hits[begin..]
        .iter()
        .take_while(move |hit| hit.first_word <= most)
}

/// Returns where ages below that of an adult stand ("12 year old", "12岁").
fn ages(reading: &str) -> Vec<Range<usize>> {
    const BEHIND: [&str; 22] = [
        " year old",
        " years old",
        " yr old",
        " yrs old",
        " yo ",
        " y o ",
        "yo ",
        "yr old",
        " jahre alt",
        " jahrig",
        "jahrig",
        " ans ",
        " anos ",
        " anni ",
        " лет",
        " годик",
        "岁",
        "歲",
        "歳",
        "才の",
        "살",
        " jaar oud",
    ];
    let bytes = reading.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let digits = bytes[at..].iter().take_while(|byte| byte.is_ascii_digit());
        let end = at + digits.count();
        if end == at {
            at += 1;
            continue;
        }
        let age = reading[at..end].parse::<u32>().unwrap_or(u32::MAX);
        if age < OF_AGE && BEHIND.iter().any(|unit| reading[end..].starts_with(unit)) {
            found.push(at..end);
        }
        at = end;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_unique_and_begin_with_their_category() {
        let mut ids: Vec<_> = RULES.iter().map(|rule| rule.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), RULES.len());
        for rule in RULES {
            let begin = format!("{}.", rule.category.name());
            assert!(rule.id.starts_with(&begin), "{}", rule.id);
        }
    }
}
