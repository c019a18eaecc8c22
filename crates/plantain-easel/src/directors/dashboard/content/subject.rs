//! What a board of figures is of.

use plantain_read::Brief;

use crate::components::pitch;

/// Words that tell what a board is used with, not what it is of.
const TOOLS: &[&str] = &[
    "admin",
    "analytics",
    "app",
    "business",
    "company",
    "data",
    "desktop",
    "management",
    "mobile",
    "product",
    "saas",
    "startup",
    "tablet",
    "web",
];

/// What the board is of, in the prompt's own words: "support dashboard", "dashboard for a bike shop".
pub(super) fn subject(brief: &Brief) -> Option<String> {
    before_the_board(brief).or_else(|| {
        const WORDS_MAX: usize = 3;
        let told = brief.subject.as_deref()?;
        let words = || told.split_whitespace();
        let named = words().any(|word| !TOOLS.contains(&word.to_lowercase().as_str()));
        (named && words().count() <= WORDS_MAX).then(|| pitch::capital(told))
    })
}

/// "support dashboard": the words in front of the board, where English puts them.
fn before_the_board(brief: &Brief) -> Option<String> {
    let prompt = brief.prompt.to_lowercase();
    let before = &prompt[..prompt.find(" dashboard")?];
    let words: Vec<&str> = before
        .split(' ')
        .rev()
        .take_while(|word| {
            brief
                .topic
                .iter()
                .any(|topic| topic.split(' ').any(|t| t == *word))
        })
        .collect();
    let plain = words.iter().any(|word| !TOOLS.contains(word));
    (brief.language.0 == "en" && plain)
        .then(|| {
            let written = |word| pitch::as_written(&brief.prompt, word);
            words
                .into_iter()
                .rev()
                .map(written)
                .collect::<Vec<_>>()
                .join(" ")
        })
        .map(|text| pitch::capital(&text))
}
