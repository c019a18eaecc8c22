//! Which way the parts of a picture follow each other: "lay it out horizontally", "the steps go left to right instead".

use super::predicates::Parsed;
use super::words::Words;
use crate::instruction::{Alignment, Change, Target};
use crate::tokens::Kind;

/// Words that may stand before the direction: what follows it, and the verbs that say so.
const LEADS: &str = "turn|lay|laid|it|them|out|make|the|this|arrange|arranged|show|draw|have|run|running|go|going|goes|steps|step|boxes|flow|\
    diagram|nodes|everything|all|stages|rather|should|be|in|a|set|orient|could|can|timeline|org|tree|so|that|flowchart|events|\
    process|chain|hierarchy|cycle|path|phases|milestones|reading|layout|structure|into|as|is";

const ACROSS: &str = "horizontally|horizontal|left to right|from left to right|left-to-right|sideways|from the left to the right";
const DOWN: &str = "vertically|vertical|top to bottom|from top to bottom|top-to-bottom|top down|top-down|downwards|downward|from the top to the bottom";

/// Reads a clause that says nothing but the direction.
pub(super) fn read(words: &Words<'_>, from: usize, to: usize) -> Parsed {
    let mut at = from;
    while at < to && direction(words, at).is_none() {
        let figure = words
            .token(at)
            .is_some_and(|token| token.kind == Kind::Number);
        if !words.is(at, LEADS) && !figure && !flow_chart(words, at) {
            return None;
        }
        at += 1;
    }
    let (end, to_side) = direction(words, at)?;
    // "make it horizontal" alone speaks of the sheet.
    let sheet = words.is(at, "horizontal|vertical");
    let mut end = end;
    let named = words.one_of(end, "layout|flow|direction|orientation|order|arrangement");
    let spoken = (from..at).any(|i| words.is(i, "flow|diagram|steps|boxes|nodes|timeline|tree|flowchart|stages|events|hierarchy|process"));
    if sheet && named.is_none() && !spoken {
        return None;
    }
    end = named.unwrap_or(end);
    // "left to right instead of top to bottom"
    if let Some(other) = words.one_of(end, "instead of|rather than|and not|not") {
        end = direction(words, other).map_or(end, |(end, _)| end);
    }
    end = words.one_of(end, "instead").unwrap_or(end);
    // "left to right would fit my slide better"
    let better = (end..to).any(|i| words.is(i, "better|nicer|best"));
    if words.is(end, "would") && better {
        end = to;
    }
    // "turn it horizontally" is a mirror's work.
    if (from..at).any(|i| words.is(i, "turn")) && !(sheet && spoken) {
        return None;
    }
    let change = Change::Align {
        target: Target::default(),
        to: to_side,
    };
    words.closes(end, to).then_some((end, vec![change]))
}

fn direction(words: &Words<'_>, at: usize) -> Option<(usize, Alignment)> {
    let across = words.one_of(at, ACROSS).map(|end| (end, Alignment::Across));
    across.or_else(|| Some((words.one_of(at, DOWN)?, Alignment::Down)))
}

/// "flow chart", "org chart": a chart of boxes.
fn flow_chart(words: &Words<'_>, at: usize) -> bool {
    words.is(at, "chart") && at > 0 && words.is(at - 1, "flow|org|process")
}
