//! Questions with buttons behind them: "story: this or that? "Beach" or "Mountains" two buttons".

use crate::outline::{add, trimmed};
use crate::{Brief, Component, Genre, Origin, Role};

/// Words of a question, at most.
const WORDS_MAX: usize = 8;

/// Lets as many quotes as buttons are counted behind them stand on these, and the question before them lead.
pub(super) fn settle(brief: &mut Brief) {
    if !matches!(brief.genre, Genre::Story | Genre::SocialCard) {
        return;
    }
    let buttons = brief
        .described
        .iter()
        .find(|part| part.kind == Component::Button && part.count.is_some_and(|n| n >= 2));
    let Some((place, count)) = buttons.and_then(|part| Some((part.span.start, part.count?))) else {
        return;
    };
    let before: Vec<usize> = (0..brief.literals.len())
        .filter(|&at| {
            let literal = &brief.literals[at];
            literal.origin == Origin::Quoted && literal.span.end < place
        })
        .collect();
    let labels = before.len().checked_sub(count as usize);
    let Some(labels) = labels.map(|first| before[first..].to_vec()) else {
        return;
    };
    if brief.literals.iter().any(|l| l.role == Role::Button) {
        return;
    }
    for at in &labels {
        brief.literals[*at].role = Role::Button;
    }
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let end = brief.literals[labels[0]].span.start;
    let Some(mark) = brief.prompt[start..end].rfind('?') else {
        return;
    };
    let from = brief.prompt[start..start + mark]
        .rfind([':', '.', ','])
        .map_or(start, |at| start + at + 1);
    let asked = brief.literals.iter().any(|l| l.role == Role::Title);
    let question =
        trimmed(&brief.prompt, from..start + mark).map(|span| span.start..start + mark + 1);
    if let Some(question) = question.filter(|span| {
        let words = brief.prompt[span.clone()].split_whitespace().count();
        !asked && (1..=WORDS_MAX).contains(&words)
    }) {
        add(brief, question, Role::Title);
        brief.order_literals();
    }
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn quotes_before_counted_buttons_stand_on_them() {
        check_texts(&[(
            "story: this or that? \"Beach\" or \"Mountains\" two buttons, blue",
            &[
                (Role::Title, "this or that?"),
                (Role::Button, "Beach"),
                (Role::Button, "Mountains"),
            ],
        )]);
    }
}
