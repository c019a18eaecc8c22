//! A field that is answered with stars: "rating 4 of 5 stars", "Rate your stay ★★★★☆".

use plantain_scene::build::{col, row};
use plantain_scene::{Node, Token};

use crate::components::ui::supply::has_word;
use crate::components::ui::{Type, Word};
use crate::directors::web::Page;

/// Names of what stars answer, in lower case.
const NAMES: &[&str] = &[
    "rating",
    "star rating",
    "stars",
    "your rating",
    "overall rating",
    "bewertung",
    "sterne",
    "valoración",
    "calificación",
    "évaluation",
    "valutazione",
    "avaliação",
    "beoordeling",
    "ocena",
    "puan",
    "оценка",
    "评分",
    "評価",
    "평점",
];
/// Stars of a whole mark.
const STARS: f32 = 5.0;

/// Whether a field is answered with stars: by its name, or where stars stand behind it in the prompt.
pub(super) fn is_asked(prompt: &str, label: &str) -> bool {
    let lower = label.to_lowercase();
    let named = NAMES
        .iter()
        .any(|name| lower.trim_end_matches(['*', ' ']) == *name)
        || has_word(&lower, "rate") && has_word(&prompt.to_lowercase(), "stars");
    named
        || behind(prompt, label).is_some_and(|rest| rest.trim_start().starts_with(['★', '☆', '⭐']))
}

/// The words of the prompt behind a label.
fn behind<'p>(prompt: &'p str, label: &str) -> Option<&'p str> {
    prompt
        .char_indices()
        .map(|(at, _)| &prompt[at..])
        .find_map(|rest| {
            let head = rest.get(..label.len())?;
            head.eq_ignore_ascii_case(label)
                .then(|| &rest[label.len()..])
        })
}

/// How many stars are given: those that the prompt shows, or the first figure of what stands in the field.
fn given(prompt: &str, label: &str, value: Option<&Word>) -> f32 {
    let shown = behind(prompt, label).map_or(0, |rest| {
        rest.trim_start()
            .chars()
            .take_while(|c| "★⭐".contains(*c))
            .count()
    });
    let told = value.and_then(|word| {
        let figure: String = word
            .text
            .chars()
            .skip_while(|c| !c.is_ascii_digit())
            .take_while(|c| c.is_ascii_digit() || *c == '.')
            .collect();
        figure.parse().ok()
    });
    told.unwrap_or(shown as f32).min(STARS)
}

/// How many stars a prompt tells without a name for them: "five stars (4 filled)", "4 of 5 stars".
pub(super) fn told(prompt: &str) -> Option<f32> {
    let lower = prompt.to_lowercase();
    [
        " filled",
        " selected",
        " of 5 stars",
        " out of 5 stars",
        "/5 stars",
        " stars filled",
        " stars selected",
    ]
    .iter()
    .filter_map(|word| lower.find(word))
    .find_map(|at| {
        let figure = lower[..at]
            .rsplit(|c: char| !(c.is_ascii_digit() || c == '.'))
            .next()?;
        figure.parse().ok().filter(|stars| *stars <= STARS)
    })
}

/// The label over five stars, and what is told of them beside.
pub(super) fn stars(page: &Page<'_>, prompt: &str, label: &Word, value: Option<&Word>) -> Node {
    let kit = &page.kit;
    let head = kit
        .text(label, Type::Caption)
        .weight(600)
        .color(Token::Ink)
        .max_lines(2);
    let mut line = row()
        .fill_w()
        .h(kit.u(48.0))
        .rigid()
        .gap(kit.u(14.0))
        .child(kit.stars(given(prompt, &label.text, value), 30.0));
    if let Some(value) = value {
        line = line.child(kit.text(value, Type::Caption).max_lines(1).grow(1.0));
    }
    col()
        .fill_w()
        .gap(kit.u(7.0))
        .role("field")
        .child(head)
        .child(line)
}
