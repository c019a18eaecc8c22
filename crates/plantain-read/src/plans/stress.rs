//! Orders to set one plan off from the others, which are no texts of the page.

use crate::{Brief, Origin};

/// "destaca Equipo": what sets a plan off is no text of the page, whoever reads the plans.
pub(super) fn without_stresses(brief: &mut Brief, lower: &str) {
    const MARKS: [char; 7] = [',', ';', '.', '،', '，', '、', '。'];
    let steers = |brief: &Brief, at: usize| {
        let span = &brief.literals[at].span;
        let start = lower[..span.start].rfind(MARKS).unwrap_or(0);
        let end = lower[span.end..]
            .find(MARKS)
            .map_or(lower.len(), |len| span.end + len);
        let paired = brief
            .pairs
            .iter()
            .any(|pair| pair.value == at || pair.label == Some(at));
        brief.literals[at].origin != Origin::Quoted
            && !paired
            && stresses(&lower[start..end], &brief.language.0)
    };
    while let Some(at) = (0..brief.literals.len()).find(|&at| steers(brief, at)) {
        brief.remove_literal(at);
    }
}

/// Whether a clause sets a plan off from the others, in another language.
pub(super) fn stresses(clause: &str, language: &str) -> bool {
    let english;
    let words = if language == "en" {
        clause
    } else {
        english = crate::english(clause, language);
        english.as_str()
    };
    let abroad = language != "en";
    words.split(' ').any(|word| {
        abroad && word == "highlight" || matches!(word, "highlighted" | "emphasized" | "emphasised")
    })
}
