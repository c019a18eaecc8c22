//! Clauses that say nothing new: what follows from the step before.

use crate::RelationKind;
use crate::colors::color_at;
use crate::instruction::words::Words;
use crate::instruction::{Change, MarkManner, Referent, Step};
use crate::tokens::Sep;

/// Returns the end of a clause that only spells out what the step before it brings about anyway.
pub(super) fn aside(
    words: &Words<'_>,
    last: Option<&Step>,
    from: usize,
    to: usize,
) -> Option<usize> {
    // "it starts at 3 pm, please fix"
    const FIX: &str = "fix it|fix that|fix this|fix|correct it|correct that|correct this|correct|update it|update that|update this|update|\
        change it|change that|change this|adjust it|adjust that|update accordingly|please";
    if let Some(end) = words.one_of(from, FIX).filter(|end| words.closes(*end, to))
        && last.is_some()
    {
        return Some(end);
    }
    // "subtotal is 300, recalculate the rest": bills add up anyway.
    const SUMS: &str = "recalculate|recalc|recompute|re-calculate|recalculate it|recalculate the rest|recalculate everything|recalculate the total|\
        recalculate the totals|recalculate the sums|recalculate the others|recalculate vat and total|update the total|update the totals|adjust the total|\
        adjust the totals|fix the total|fix the totals|fix the sum|correct the total|update the sum|work out the rest|the rest accordingly|and the rest accordingly";
    let valued = |step: &Step| {
        matches!(
            step.change,
            Change::SetValue { .. }
                | Change::SetText { .. }
                | Change::Count { .. }
                | Change::Remove(_)
                | Change::Add { .. }
        )
    };
    if let Some(end) = words
        .one_of(from, SUMS)
        .filter(|end| words.closes(*end, to))
        && last.is_some_and(valued)
    {
        return Some(end);
    }
    spelled_out(words, &last?.change, from, to)
}

/// As [`aside`], behind the words of the change itself.
pub(super) fn spelled_out(
    words: &Words<'_>,
    change: &Change,
    from: usize,
    to: usize,
) -> Option<usize> {
    let end = match change {
        // "purple not green"
        Change::Recolor { .. } | Change::SetTheme(_) if words.is(from, "not") => {
            let (len, _) = color_at(&words.reader.tokens, from + 1)?;
            from + 1 + len
        }
        Change::SetTheme(theme) if !theme.styles.is_empty() => {
            styled(words, &theme.styles, from, to)?
        }
        Change::SetChart { .. } => words.one_of(
            words.one_of(from, "with|with the|but with the|but the").unwrap_or(from),
            "same values|the same values|same data|the same data|same numbers|the same numbers|same figures|values unchanged",
        )?,
        Change::SetSetting { .. } => colors_of_the_hour(words, from, to)?,
        Change::Mark { marking, .. } if marking.manner == MarkManner::Highlighted => {
            others_paler(words, from)?
        }
        Change::Recolor { .. } if words.one_of(from, "and grey out|and gray out|grey out|gray out|and dim|dim|and fade|fade|and mute|mute").is_some() => {
            others_paler(words, from)?
        }
        Change::Remove(_) | Change::Count { .. } => what_is_left(words, from)?,
        Change::SetText { .. } | Change::Respell { .. } => about_letters(words, from, to)?,
        Change::Move { to: place, .. } => {
            let (kind, _) = place.relation.as_ref()?;
            (*kind == RelationKind::Behind)
                .then(|| peeking(words, from, to))
                .flatten()?
        }
        _ => return None,
    };
    words.closes(end, to).then_some(end)
}

/// "line art, no fills", "a blueprint: white lines on blue", "sketched, like on a whiteboard", "neumorphic / soft shadow look":
/// what a style is known by.
fn styled(words: &Words<'_>, styles: &[String], from: usize, to: usize) -> Option<usize> {
    /// Styles that bring an ink and a ground of their own.
    const TWO_TONE: &[&str] = &["blueprint", "line art", "woodcut", "chalk", "sketch"];
    let from = from + usize::from(words.is_sep(from) && !words.sep(from, Sep::Slash));
    const KNOWN_BY: &str = "no fills|no fill|without fills|without fill|no colors|no colours|only outlines|outlines only|only lines|\
        just outlines|just lines|like on a whiteboard|like on paper|like on a napkin|as on a whiteboard|as if drawn by hand|\
        like a child drew it|on a blackboard|on a chalkboard|on blackboard|with thick outlines|thin lines|thick lines|with strokes|with 1px strokes|with 2px strokes|with 3px strokes|with 1px lines|with 2px lines|with bold outlines|with thin outlines|\
        thick outlines|bold outlines|with ornaments|with flourishes|with decorations|with ornate details|no shadows|without shadows|\
        lots of white space|lots of white|lots of air|lots of empty space|more white space|neon on black|neon on dark|lots of space|clean lines|one colour|one color|just one colour|just one color|one colour only|one color only|a single colour|a single color|only one colour|only one color|like in a comic|like in the old days|like in the game";
    if let Some(mut end) = words.one_of(from, KNOWN_BY) {
        while let Some(more) = words
            .one_of(end + usize::from(words.is_sep(end)), KNOWN_BY)
            .filter(|more| *more > end)
        {
            end = more;
        }
        return Some(end);
    }
    // "neon on black": such styles lie on a dark ground anyway.
    let lit = styles
        .iter()
        .any(|style| matches!(style.as_str(), "neon" | "cyberpunk" | "synthwave"));
    if let Some(end) = words
        .one_of(
            from,
            "on black|on a black background|on dark|on a dark background|on deep black",
        )
        .filter(|_| lit)
    {
        return Some(end);
    }
    // "white lines on blue", "black on white"
    let two_tone = styles
        .iter()
        .any(|style| TWO_TONE.contains(&style.as_str()));
    if let Some((len, _)) = color_at(&words.reader.tokens, from).filter(|_| two_tone) {
        let lines = from + len;
        let on = lines + usize::from(words.is(lines, "lines|line|strokes|outlines"));
        let ground = on + 1 + usize::from(words.is(on + 1, "a"));
        if words.is(on, "on")
            && let Some((len, _)) = color_at(&words.reader.tokens, ground)
        {
            let end = ground + len;
            return Some(words.one_of(end, "background|paper|ground").unwrap_or(end));
        }
    }
    const WORDS_MAX: usize = 3;
    let slash = (from.saturating_sub(WORDS_MAX)..=from).any(|i| words.sep(i, Sep::Slash));
    let manner = (from..to).find(|&i| words.is(i, "look|style|feel|vibe|aesthetic|effect"));
    // "pastel colours, softer look"
    let few = manner.is_some_and(|at| at - from < WORDS_MAX);
    manner.filter(|_| slash || few).map(|at| at + 1)
}

/// "make it sunset: orange and pink sky": colours behind an hour that were read as those of the whole are what it brings.
/// Returns the end of the words.
pub(super) fn of_the_hour(words: &Words<'_>, changes: &mut Vec<Change>, end: usize) -> usize {
    let colored = matches!(
        changes.as_slice(),
        [Change::SetSetting { .. }, Change::Recolor { target, .. }]
            if matches!(target.what, Referent::Same | Referent::Picture)
    );
    if !colored || !words.is(end, SEEN) {
        return end;
    }
    changes.truncate(1);
    end + 1
}

/// What of a landscape takes the colours of an hour or a season.
const SEEN: &str = "sky|trees|tree|leaves|foliage|light|glow|clouds|grass|tones|colors|colours|hues|horizon|fields|sunlight|haze";

/// "sunset: orange and pink sky", "autumn, brown leaves": the colours that an hour or a season brings.
fn colors_of_the_hour(words: &Words<'_>, from: usize, to: usize) -> Option<usize> {
    let mut at = from;
    let mut colors = 0;
    while at < to && !words.is(at, SEEN) {
        match color_at(&words.reader.tokens, at) {
            Some((len, _)) => {
                colors += 1;
                at += len;
            }
            None if words.is_sep(at) && at + 1 < to
                || words.is(
                    at,
                    "and|with|warm|soft|golden|cool|a|the|bare|fallen|glowing",
                ) =>
            {
                at += 1;
            }
            None => return None,
        }
    }
    (colors > 0 && at < to).then_some(at + 1)
}

/// "highlight April and grey out the others": what a highlight does anyway.
fn others_paler(words: &Words<'_>, from: usize) -> Option<usize> {
    let from = from + usize::from(words.is(from, "and|but|with"));
    let verb = words.one_of(
        from,
        "grey out|gray out|dim|fade|mute|fade out|tone down|make|keep|leave|push back|lighten",
    );
    let others = words.one_of(
        verb.unwrap_or(from),
        "the others|the rest|all others|all the others|everything else|the other ones|the other bars|the other slices|other bars|the remaining bars|others|rest",
    )?;
    let paler = words.one_of(
        others,
        "grey|gray|in grey|in gray|pale|light grey|light gray|muted|faded|dimmed|greyed out|grayed out",
    );
    let end = paler.unwrap_or(others);
    (verb.is_some() && !words.is(from, "make|keep|leave") || paler.is_some()).then_some(end)
}

/// "remove one donut, so five are left": how many that makes.
fn what_is_left(words: &Words<'_>, from: usize) -> Option<usize> {
    let lead = words
        .one_of(from, "so that|so|leaving|leaving only|then")
        .unwrap_or(from);
    let lead = lead + usize::from(words.is(lead, "only|there|just"));
    let lead = lead + usize::from(words.is(lead, "are|is"));
    let (len, _) = crate::numbers::count_at(&words.reader.tokens, lead)?;
    let end = lead + len;
    words.one_of(
        end,
        "are left|is left|remain|remains|left|are left over|stay|stays",
    )
}

/// "spelled St Aldhelm's, no L before the m": single letters tell how what was just said is spelt.
fn about_letters(words: &Words<'_>, from: usize, to: usize) -> Option<usize> {
    let led = words.is(from, "no|not|with|without|one|two|double|only|single|and");
    let letter = |at: usize| {
        let text = words.text(at, at + 1);
        !words.is(at, "a|i") && text.chars().count() == 1 && text.chars().all(char::is_alphabetic)
    };
    let end = (from..to).find(|&at| words.is_sep(at)).unwrap_or(to);
    (led && (from + 1..end).any(letter)).then_some(end)
}

/// "head peeking out": what is seen of the one behind.
fn peeking(words: &Words<'_>, from: usize, to: usize) -> Option<usize> {
    let start = words
        .one_of(
            from,
            "with its|with his|with her|with the|with|its|his|her|the|only",
        )
        .unwrap_or(from);
    let part = words.one_of(start, "head|face|nose|ears|tail|eyes|top")?;
    let part = words.one_of(part, "is|are|still").unwrap_or(part);
    let end = words.one_of(
        part,
        "peeking out|peeping out|sticking out|looking out|peeking over|visible|showing|peeks out|sticks out|looks out|peeking",
    )?;
    (end <= to).then_some(end)
}
