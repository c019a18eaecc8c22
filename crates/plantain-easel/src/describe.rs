//! Says in words what was read and what is shown.

use plantain_read::{Brief, Role};

use crate::plan::Plan;

/// Longest alternative text, in characters; screen readers read it in one breath or two.
const ALT_MAX: usize = 420;

/// Returns what was understood of a prompt, a sentence each.
pub fn reading(brief: &Brief) -> Vec<String> {
    plantain_read::brief_report(brief)
        .lines()
        .map(str::to_owned)
        .filter(|line| !line.is_empty())
        .collect()
}

/// Returns the alternative text of a planned picture.
pub fn alt(brief: &Brief, plan: &Plan) -> String {
    let mut parts = vec![genre_words(brief)];
    let objects: Vec<String> = brief
        .objects
        .iter()
        .filter(|object| !object.absent)
        .map(|object| {
            let count = object
                .count
                .filter(|n| *n > 1)
                .map(|n| format!("{n} "))
                .unwrap_or_default();
            let color = object
                .color
                .as_ref()
                .map(|c| format!("{} ", c.name))
                .unwrap_or_default();
            let plural = if object.count.unwrap_or(1) > 1 {
                "s"
            } else {
                ""
            };
            format!("{count}{color}{}{plural}", object.noun)
        })
        .collect();
    if !objects.is_empty() {
        parts.push(format!("with {}", objects.join(", ")));
    }
    let mut texts: Vec<&str> = brief
        .literals
        .iter()
        .filter(|l| l.role != Role::World)
        .map(|l| l.text.as_str())
        .collect();
    if texts.is_empty() {
        texts = plan
            .picture
            .texts
            .iter()
            .take(4)
            .map(|t| t.text.as_str())
            .collect();
    }
    if !texts.is_empty() {
        parts.push(format!("showing the text: {}", texts.join("; ")));
    }
    let mut alt = parts.join(" ");
    if let Some((cut, _)) = alt.char_indices().nth(ALT_MAX) {
        alt.truncate(cut);
        alt.push('…');
    }
    alt
}

/// Returns the genre as words ("Mobile app", "Product grid").
fn genre_words(brief: &Brief) -> String {
    let name = format!("{:?}", brief.genre);
    let mut words = String::new();
    for c in name.chars() {
        if c.is_uppercase() && !words.is_empty() {
            words.push(' ');
            words.extend(c.to_lowercase());
        } else {
            words.push(c);
        }
    }
    words
}
