//! Ratings of goods: "4.8 stars 126 reviews" is a score and a count, not the name of the thing.

use crate::{Brief, Genre, Literal, Origin, Pair, Role, Span};

/// Words behind a score or a count, with what they measure.
const KINDS: &[(&[&str], &str)] = &[
    (&["stars", "star", "★"], "Stars"),
    (&["reviews", "review", "ratings"], "Reviews"),
];

/// Parts scores and counts, each with its label.
pub(crate) fn settle(brief: &mut Brief) {
    let shop = matches!(brief.genre, Genre::ProductGrid | Genre::WebPage);
    if !shop || !brief.records.is_empty() {
        return;
    }
    join_counts(brief);
    // "colors black green yellow": what there is to choose is not the name of the thing.
    let choice = brief.literals.iter().position(|l| {
        let text = l.text.to_lowercase();
        l.origin != Origin::Quoted
            && l.role == Role::Title
            && matches!(
                text.as_str(),
                "colors"
                    | "colours"
                    | "color"
                    | "sizes"
                    | "size"
                    | "options"
                    | "flavors"
                    | "materials"
            )
    });
    if let Some(choice) = choice {
        brief.remove_literal(choice);
    }
    let mut at = 0;
    while at < brief.literals.len() {
        let literal = &brief.literals[at];
        let paired = brief
            .pairs
            .iter()
            .any(|p| p.value == at || p.label == Some(at));
        let found = measures(&literal.text, literal.span.start);
        if literal.origin != Origin::Quoted && !paired && !found.is_empty() {
            let origin = literal.origin;
            let mut place = Some(at);
            for (span, label) in found {
                let value = Literal {
                    text: brief.prompt[span.clone()].to_owned(),
                    span,
                    role: Role::Value,
                    origin,
                    on_object: None,
                };
                let index = match place.take() {
                    Some(index) => {
                        brief.literals[index] = value;
                        index
                    }
                    None => {
                        brief.literals.push(value);
                        brief.literals.len() - 1
                    }
                };
                brief.pairs.push(Pair {
                    label: None,
                    label_text: label.to_owned(),
                    value: index,
                });
            }
        }
        at += 1;
    }
}

/// "3x" before "Notebook" belongs to it.
fn join_counts(brief: &mut Brief) {
    let counts = |text: &str| {
        let digits = text.trim_end_matches(['x', 'X', '×']);
        digits.len() < text.len()
            && !digits.is_empty()
            && digits.bytes().all(|b| b.is_ascii_digit())
    };
    for at in 0..brief.literals.len() {
        let this = brief.literals[at].clone();
        let paired = brief
            .pairs
            .iter()
            .any(|p| p.value == at || p.label == Some(at));
        let next = brief.literals.iter().position(|l| {
            l.span.start > this.span.end
                && l.origin != Origin::Quoted
                && brief.prompt.get(this.span.end..l.span.start) == Some(" ")
        });
        if let Some(next) = next
            && counts(&this.text)
            && !paired
        {
            let span = this.span.start..brief.literals[next].span.end;
            brief.literals[next].text = brief.prompt[span.clone()].to_owned();
            brief.literals[next].span = span;
            brief.remove_literal(at);
            return join_counts(brief);
        }
    }
}

/// The figures of a text that is nothing but measures ("4.8 stars, 126 reviews"), with their labels.
fn measures(text: &str, start: usize) -> Vec<(Span, &'static str)> {
    let mut out = Vec::new();
    let mut figure: Option<Span> = None;
    let mut from = 0;
    for word in text.split([' ', ',', '(', ')']) {
        let span = start + from..start + from + word.len();
        from += word.len() + 1;
        let lower = word.to_lowercase();
        let kind = KINDS
            .iter()
            .find(|(words, _)| words.contains(&lower.as_str()));
        match (kind, &figure) {
            (Some((_, label)), Some(_)) => out.extend(figure.take().map(|figure| (figure, *label))),
            _ if word.starts_with(|c: char| c.is_ascii_digit()) && figure.is_none() => {
                figure = Some(span)
            }
            _ if matches!(
                lower.as_str(),
                "" | "and" | "from" | "out" | "of" | "with" | "5" | "·"
            ) => {}
            _ => return Vec::new(),
        }
    }
    if figure.is_some() { Vec::new() } else { out }
}

#[cfg(test)]
mod tests {
    use crate::{Role, read};

    #[test]
    fn scores_and_counts_are_no_names() {
        for (prompt, want) in [
            (
                "product page for a ceramic teapot, $38, 4.8 stars 126 reviews, add to cart button",
                &[("Stars", "4.8"), ("Reviews", "126")][..],
            ),
            (
                "product page for a wool hat, 4.2 stars from 90 reviews, $20",
                &[("Stars", "4.2"), ("Reviews", "90")],
            ),
        ] {
            let brief = read(prompt);
            let found: Vec<(&str, &str)> = brief
                .pairs
                .iter()
                .filter(|p| brief.literals[p.value].role == Role::Value)
                .map(|p| (p.label_text.as_str(), brief.literals[p.value].text.as_str()))
                .collect();
            assert_eq!(found, want, "{prompt}");
            assert!(
                brief.literals.iter().all(|l| l.role != Role::Title),
                "{prompt}"
            );
        }
    }
}
