//! The built-in rules: which sets of words, how near each other, are what.

use plantain_core::{Category, Severity};

use super::words::{
    dangerous, deception, harassment, harmless, hate, minors, self_harm, sexual, violence,
};

/// Words and phrases that mean much the same. A `*` at an end stands for any letters.
pub type WordSet = &'static [&'static str];

/// A built-in rule.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Stable; shown to whoever is refused.
    pub id: &'static str,
    pub category: Category,
    pub severity: Severity,
    /// One word of each set has to be there.
    pub all: &'static [WordSet],
    /// Words that may stand between two of them, at most.
    pub within: u32,
    /// Words that make the whole harmless when they stand near.
    pub unless: &'static [WordSet],
}

/// Words around a match in which `unless` is looked for.
pub const UNLESS_WITHIN: u32 = 6;

const fn rule(
    id: &'static str,
    category: Category,
    severity: Severity,
    all: &'static [WordSet],
    within: u32,
    unless: &'static [WordSet],
) -> Rule {
    Rule {
        id,
        category,
        severity,
        all,
        within,
        unless,
    }
}

/// Every built-in rule, worst first.
pub const RULES: &[Rule] = {
    use Category::*;
    use Severity::*;
    &[
        rule(
            "minors.sexual",
            Minors,
            High,
            &[minors::MINOR, minors::SEXUAL],
            12,
            &[],
        ),
        rule(
            "minors.explicit",
            Minors,
            High,
            &[minors::MINOR, sexual::EXPLICIT],
            40,
            &[],
        ),
        rule(
            "minors.undress",
            Minors,
            High,
            &[minors::MINOR, sexual::UNDRESS],
            12,
            &[],
        ),
        rule(
            "minors.terms",
            Minors,
            High,
            &[minors::TERMS],
            0,
            &[minors::AGAINST],
        ),
        rule(
            "sexual.explicit",
            Sexual,
            High,
            &[sexual::EXPLICIT],
            0,
            &[sexual::MEDICAL, minors::AGAINST],
        ),
        rule(
            "sexual.undress",
            Sexual,
            High,
            &[sexual::UNDRESS],
            0,
            &[sexual::LAUNDRY],
        ),
        rule(
            "sexual.nudity",
            Sexual,
            Medium,
            &[sexual::NUDE, sexual::PERSON],
            4,
            &[sexual::ART, sexual::MEDICAL],
        ),
        rule(
            "sexual.nudity_in_art",
            Sexual,
            Low,
            &[sexual::NUDE, sexual::PERSON],
            4,
            &[],
        ),
        rule(
            "sexual.terms",
            Sexual,
            Medium,
            &[sexual::TERMS],
            0,
            &[sexual::ART, sexual::MEDICAL, minors::AGAINST],
        ),
        rule(
            "sexual.suggestive",
            Sexual,
            Low,
            &[sexual::SUGGESTIVE],
            0,
            &[],
        ),
        rule("hate.slurs", Hate, High, &[hate::SLURS], 0, &[]),
        rule(
            "hate.slogans",
            Hate,
            High,
            &[hate::SLOGANS],
            0,
            &[hate::HISTORY],
        ),
        rule(
            "hate.dehumanising",
            Hate,
            High,
            &[hate::GROUPS, hate::CONTEMPT],
            4,
            &[hate::HISTORY, hate::AGAINST],
        ),
        rule(
            "hate.praise",
            Hate,
            Medium,
            &[hate::MOVEMENTS, hate::PRAISE],
            5,
            &[hate::HISTORY, hate::AGAINST],
        ),
        rule(
            "harassment.threat",
            Harassment,
            High,
            &[harassment::THREATS],
            0,
            &[harassment::FICTION],
        ),
        rule(
            "harassment.shaming",
            Harassment,
            Medium,
            &[harassment::SHAMING],
            0,
            &[minors::AGAINST],
        ),
        rule(
            "violence.gore",
            Violence,
            High,
            &[violence::GORE],
            0,
            &[violence::PRETENCE, sexual::MEDICAL],
        ),
        rule(
            "violence.gore_in_play",
            Violence,
            Low,
            &[violence::GORE],
            0,
            &[],
        ),
        rule(
            "violence.cruelty",
            Violence,
            High,
            &[violence::CRUELTY, violence::VICTIMS],
            4,
            &[violence::PRETENCE, minors::AGAINST],
        ),
        rule(
            "self_harm.acts",
            SelfHarm,
            High,
            &[self_harm::ACTS],
            0,
            &[self_harm::HELP],
        ),
        rule(
            "self_harm.methods",
            SelfHarm,
            High,
            &[self_harm::SUICIDE, self_harm::METHODS],
            5,
            &[self_harm::HELP],
        ),
        rule(
            "self_harm.praise",
            SelfHarm,
            High,
            &[self_harm::PRAISE],
            0,
            &[self_harm::HELP],
        ),
        rule(
            "self_harm.mention",
            SelfHarm,
            Low,
            &[self_harm::SUICIDE],
            0,
            &[self_harm::HELP],
        ),
        rule(
            "dangerous.weapons",
            Dangerous,
            High,
            &[dangerous::HOW_TO, dangerous::WEAPONS],
            6,
            &[],
        ),
        rule(
            "dangerous.bombs",
            Dangerous,
            Medium,
            &[dangerous::HOW_TO_STRONG, dangerous::BOMBS],
            5,
            &[],
        ),
        rule(
            "dangerous.drugs",
            Dangerous,
            High,
            &[dangerous::HOW_TO, dangerous::DRUGS],
            6,
            &[dangerous::AGAINST],
        ),
        rule(
            "dangerous.terror",
            Dangerous,
            High,
            &[dangerous::TERROR, dangerous::RECRUITING],
            5,
            &[dangerous::AGAINST, hate::HISTORY],
        ),
        rule(
            "deception.papers",
            Deception,
            Medium,
            &[deception::FORGED, deception::PAPERS],
            3,
            &[deception::AGAINST, deception::PLAY],
        ),
    ]
};

/// Phrases that are harmless as a whole; what they hold is not looked at.
pub const HARMLESS: WordSet = harmless::PHRASES;
/// Sets that say whom or what a rule is about. Like the sets of `unless` they are no things that one denies: a denial in
/// front of them changes nothing ("no gore, nude woman").
pub const CONTEXT: &[WordSet] = &[
    sexual::PERSON,
    minors::MINOR,
    hate::GROUPS,
    violence::VICTIMS,
    self_harm::METHODS,
    dangerous::HOW_TO,
    dangerous::HOW_TO_STRONG,
    deception::PAPERS,
];
/// Words that turn around what follows them.
pub const NEGATIONS: WordSet = harmless::NEGATIONS;
/// Words that join the items of a list.
pub const JOINERS: WordSet = harmless::JOINERS;
