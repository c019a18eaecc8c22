//! Whole lines of printed pieces, parted as they are written.

use super::{LINE_TOKENS_MAX, emit, evidence, is_label, mending};
use crate::lexicon::{Policy, lexicon};
use crate::reader::{Reader, Use};
use crate::tokens::{Case, Kind, Sep};
use crate::{Genre, Origin, Role};

pub(super) fn segment(reader: &mut Reader<'_>, from: usize, to: usize) {
    if to - from > LINE_TOKENS_MAX * 2 {
        return;
    }
    let found = literals_in(reader, from, to);
    if !found.is_empty() {
        for (n, &index) in found.iter().enumerate() {
            let before = n.checked_sub(1).and_then(|m| found.get(m)).copied();
            let after = found.get(n + 1).copied();
            widen(reader, index, before, after, (from, to));
        }
        if is_label(reader.brief.genre) {
            for pair in found.windows(2) {
                let (Some((_, end)), Some((start, _))) =
                    (tokens_of(reader, pair[0]), tokens_of(reader, pair[1]))
                else {
                    continue;
                };
                if start >= end + 2
                    && let Some((from, to)) = line(reader, end, start)
                {
                    emit(reader, from, to, Role::Subtitle);
                }
            }
        }
        let left = tokens_of(reader, found[0]).map_or(from, |(first, _)| first);
        let right = found
            .last()
            .and_then(|&i| tokens_of(reader, i))
            .map_or(to, |(_, end)| end);
        if is_label(reader.brief.genre)
            && to >= right + 2
            && let Some((start, end)) = line(reader, right, to)
        {
            emit(reader, start, end, Role::Subtitle);
        }
        if is_label(reader.brief.genre)
            && left >= from + 2
            && let Some((start, end)) = line(reader, from, left)
        {
            emit(reader, start, end, Role::Subtitle);
        }
        return;
    }
    if label_of_next(reader, from, to) {
        return;
    }
    let explains = reader.sep(from.wrapping_sub(1), Sep::Colon)
        && from >= 2
        && reader.tokens[from - 2].quote().is_some();
    if explains
        && (from..to).all(|at| reader.tokens[at].is_wordlike() && reader.uses[at] != Use::Look)
    {
        mending::drop_objects(reader, from, to);
        emit(reader, from, to, Role::Subtitle);
        return;
    }
    let Some((start, end)) = line(reader, from, to) else {
        return;
    };
    let role = evidence::role(reader, start, end);
    emit(reader, start, end, role);
}

/// "start: Old Mill Bridge": free words before a colon are the label of the text behind it.
pub(super) fn label_of_next(reader: &mut Reader<'_>, from: usize, to: usize) -> bool {
    if !reader.sep(to, Sep::Colon) || to - from > 2 {
        return false;
    }
    let Some(next) = literals_in(reader, to + 1, reader.clause_end(to + 1))
        .first()
        .copied()
    else {
        return false;
    };
    let labelled = reader
        .brief
        .pairs
        .iter()
        .any(|p| p.value == next || p.label == Some(next));
    let free = (from..to).all(|at| reader.is_free(at) && reader.tokens[at].is_word());
    // "sugarcane drawing: “Old Mill”": what is drawn labels no text.
    let directs = evidence::steers_by_words(reader, from, to);
    if free && !labelled && !directs && from < to {
        let label_text = crate::literals::capitalized(reader.text(from, to));
        reader.brief.pairs.push(crate::Pair {
            label: None,
            label_text,
            value: next,
        });
        reader.mark(from, to, Use::Role);
    }
    true
}

/// Literals of a segment in the order of the prompt.
pub(super) fn literals_in(reader: &Reader<'_>, from: usize, to: usize) -> Vec<usize> {
    let span = reader.span(from, to);
    let mut found: Vec<usize> = (0..reader.brief.literals.len())
        .filter(|&i| {
            let own = &reader.brief.literals[i].span;
            own.start >= span.start && own.end <= span.end + 1 && own.end > own.start
        })
        .collect();
    found.sort_by_key(|&i| reader.brief.literals[i].span.start);
    found
}

/// Returns the tokens of a free segment that are a line of copy.
pub(super) fn line(reader: &mut Reader<'_>, from: usize, to: usize) -> Option<(usize, usize)> {
    let mut start = from;
    while start < to
        && (matches!(reader.key(start), "and" | "plus" | "then" | "also" | "&")
            || matches!(reader.tokens[start].kind, Kind::Emoji))
    {
        start += 1;
    }
    let mut end = to;
    while end > start && matches!(reader.tokens[end - 1].kind, Kind::Emoji) {
        end -= 1;
    }
    if start >= end
        || end - start > LINE_TOKENS_MAX
        || evidence::steers(reader, start, end)
        || evidence::wishes(reader, start)
        || !evidence::speaks(reader, start, end)
    {
        return None;
    }
    let covers = matches!(
        reader.brief.genre,
        Genre::BookCover | Genre::AlbumCover | Genre::MagazineCover
    );
    if covers && mending::is_scenery(reader, start, end) {
        return None;
    }
    // "a 3-day festival in Tilburg": the article is grammar of the prompt, not of the line.
    if matches!(reader.key(start), "a" | "an") && end - start > 2 {
        start += 1;
    }
    mending::drop_objects(reader, start, end);
    Some((start, end))
}

/// Takes free words beside a found text into it: "hazy" before "IPA", "merino wool" behind "100%".
pub(super) fn widen(
    reader: &mut Reader<'_>,
    index: usize,
    before: Option<usize>,
    after: Option<usize>,
    (from, to): (usize, usize),
) {
    if reader.brief.literals[index].origin == Origin::Quoted {
        return;
    }
    let Some((first, last)) = tokens_of(reader, index) else {
        return;
    };
    let left_bound = before
        .and_then(|i| tokens_of(reader, i))
        .map_or(from, |(_, end)| end);
    let right_bound = after
        .and_then(|i| tokens_of(reader, i))
        .map_or(to, |(start, _)| start);
    let mut start = first;
    while start > left_bound && evidence::joins(reader, start - 1, index) {
        start -= 1;
    }
    // What would only be a preposition or an instruction stays outside.
    while start < first && evidence::is_lead(reader, start) && reader.key(start) != "up" {
        start += 1;
    }
    // "name Low Gear Rambles", "line under it Slow trips": words for the part that the text plays are none of its own.
    if let Some(role) = part_told(reader, start, first) {
        reader.mark(start, first, Use::Role);
        reader.brief.literals[index].role = role;
        start = first;
    }
    if (start..first).all(|i| {
        lexicon().stops.contains_key(reader.key(i)) && !matches!(reader.key(i), "until" | "up")
    }) || evidence::steers(reader, start, first)
    {
        start = first;
    }
    let mut end = last;
    // A name in capitals ends with them.
    let own = reader.brief.literals[index].text.as_str();
    let shouts = own.contains(' ')
        && own.chars().any(char::is_alphabetic)
        && !own.chars().any(char::is_lowercase);
    let right_bound = if shouts { last } else { right_bound };
    while end < right_bound
        && evidence::joins(reader, end, index)
        && !evidence::steers(reader, end, end + 1)
    {
        end += 1;
    }
    while end > last
        && reader.tokens[end - 1].case == Case::Lower
        && (lexicon().stops.contains_key(reader.key(end - 1)) || evidence::is_lead(reader, end - 1))
    {
        end -= 1;
    }
    if (start, end) == (first, last) {
        return;
    }
    mending::drop_objects(reader, start, first);
    mending::drop_objects(reader, last, end);
    let span = reader.span(start, end);
    reader.mark(start, end, Use::Literal);
    let literal = &mut reader.brief.literals[index];
    // A mark that the text had taken along stays with it.
    let stop = literal.span.end.max(span.end);
    literal.span = span.start..stop;
    literal.text = reader.prompt[span.start..stop].trim().to_string();
}

/// The part that the words `from..to` at the start of a clause name.
fn part_told(reader: &Reader<'_>, from: usize, to: usize) -> Option<Role> {
    let opens = from < to && reader.clause_start(from) == from && reader.is_lower(from);
    let (len, word) = lexicon().roles.at(&reader.tokens, from).filter(|_| opens)?;
    let tail = (from + len..to).all(|at| matches!(reader.key(at), "is" | "says" | "reads"));
    let plain = matches!(
        word.role,
        Role::Title | Role::Subtitle | Role::Person | Role::Brand | Role::Body
    );
    if !tail || !plain || word.policy != Policy::Silent || from + len > to {
        return None;
    }
    // The name on a card, a banner or a label leads.
    let name = word.role == Role::Person && reader.key(from) == "name";
    Some(if name { Role::Title } else { word.role })
}

/// First token and end of a literal.
pub(super) fn tokens_of(reader: &Reader<'_>, index: usize) -> Option<(usize, usize)> {
    let span = &reader.brief.literals[index].span;
    let first = reader
        .tokens
        .iter()
        .position(|t| t.span.end > span.start && !t.is_sep())?;
    let end = reader.tokens[first..]
        .iter()
        .position(|t| t.span.start >= span.end)
        .map_or(reader.len(), |n| first + n);
    let mut last = end;
    while last > first + 1 && reader.is_sep(last - 1) {
        last -= 1;
    }
    Some((first, last))
}
