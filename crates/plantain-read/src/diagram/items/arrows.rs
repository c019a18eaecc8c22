//! What stands at the arrows of a cycle: "igneous, sedimentary, metamorphic; label the arrows: melting, weathering, heat".

use super::is_label_word;
use crate::diagram::content::{Content, Run, clauses, cut, list, trim};
use crate::reader::Reader;
use crate::tokens::Sep;

/// Tokens before "arrows" among which the word for labels stands.
const REACH: usize = 3;

/// Returns where the stages end, and the texts at the arrows; none when the prompt tells no such texts.
pub(super) fn told(reader: &Reader<'_>, content: &Content) -> Option<(usize, Vec<Run>)> {
    let at = (content.from..content.to)
        .find(|&at| matches!(reader.key(at), "arrows" | "arrow") && reader.is_lower(at))?;
    let before = (at.saturating_sub(REACH).max(content.from)..at)
        .find(|&i| is_label_word(reader.key(i)) || reader.key(i) == "with");
    let mut told = before.is_some_and(|i| is_label_word(reader.key(i)));
    let mut from = at + 1;
    while from < content.to {
        let word = is_label_word(reader.key(from)) || reader.sep(from, Sep::Colon);
        let small = matches!(
            reader.key(from),
            "with" | "as" | "are" | "the" | "for" | "between" | "them" | "showing"
        );
        if !(word || small || reader.sep(from, Sep::Open)) {
            break;
        }
        told |= word || reader.key(from) == "for";
        from += 1;
    }
    let run = clauses(reader, (from, content.to)).into_iter().next()?;
    // "melting, weathering, heat and pressure": where commas part three, "and" joins one.
    let parts: Vec<Run> = cut(reader, run, |reader, at| reader.sep(at, Sep::Comma))
        .into_iter()
        .map(|part| trim(reader, part))
        .filter(|part| part.0 < part.1)
        .collect();
    let labels = if parts.len() >= 3 {
        parts
    } else {
        list(reader, run)
    };
    let end = before.unwrap_or(at);
    (told && labels.len() >= 2 && end > content.from).then_some((end, labels))
}
