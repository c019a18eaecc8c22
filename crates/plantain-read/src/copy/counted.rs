//! Advice that is counted before it is told: "3 tips for better photos: use natural light, keep it simple, get closer".

use super::emit;
use crate::numbers::count_at;
use crate::reader::{Reader, Use};
use crate::tokens::Sep;
use crate::{Genre, Role};

/// What is counted.
const PARTS: &[&str] = &[
    "tips",
    "ways",
    "reasons",
    "steps",
    "facts",
    "rules",
    "habits",
    "ideas",
    "signs",
    "things",
    "mistakes",
    "myths",
    "lessons",
    "questions",
    "secrets",
    "hacks",
];
/// Tokens of the head and of a part, at most.
const HEAD_TOKENS_MAX: usize = 10;
const PART_TOKENS_MAX: usize = 8;
const PARTS_MIN: usize = 2;

/// Claims head and parts, so that a word of looks in the advice ("keep it simple") steers nothing.
pub(super) fn claim(reader: &mut Reader<'_>) {
    let printed = matches!(
        reader.brief.genre,
        Genre::SocialCard | Genre::Story | Genre::Poster | Genre::Banner
    );
    if !printed || !reader.quoted.is_empty() {
        return;
    }
    let Some((head, colon)) = head(reader) else {
        return;
    };
    let parts = parts(reader, colon + 1);
    if parts.len() < PARTS_MIN {
        return;
    }
    emit(reader, head, colon, Role::Title);
    for (from, to) in parts {
        emit(reader, from, to, Role::Item);
    }
}

/// Where the head begins, and the colon behind it.
fn head(reader: &Reader<'_>) -> Option<(usize, usize)> {
    let at = (0..reader.len()).find(|&at| {
        let behind = at == reader.clause_start(at) || reader.uses[at - 1] == Use::Genre;
        behind
            && count_at(&reader.tokens, at).is_some_and(|(len, _)| {
                (at + len..at + len + 3).any(|i| PARTS.contains(&reader.key(i)))
            })
    })?;
    let end = reader.clause_end(at);
    // "3 rules for houseplants - water less, more light": a dash leads to the list as well.
    let is_dash = |i: usize| reader.sep(i, Sep::Dash) && is_spaced(reader, i);
    let dash = (at + 1..=end).find(|&i| is_dash(i));
    let colon = dash.unwrap_or(end);
    let free = (at..colon).all(|i| matches!(reader.uses[i], Use::Free | Use::Topic | Use::Carrier));
    let leads = dash.is_some() || reader.sep(colon, Sep::Colon);
    (leads && colon - at <= HEAD_TOKENS_MAX && free).then_some((at, colon))
}

/// Whether blanks stand on both sides of a dash.
fn is_spaced(reader: &Reader<'_>, at: usize) -> bool {
    let span = reader.tokens[at].span.clone();
    reader.prompt[..span.start].ends_with(' ') && reader.prompt[span.end..].starts_with(' ')
}

/// The clauses of the sentence behind the colon; colours and words about the picture at its end are none of them.
fn parts(reader: &Reader<'_>, from: usize) -> Vec<(usize, usize)> {
    let mut out = Vec::new();
    let mut at = from;
    while at < reader.len() {
        let end = reader.clause_end(at);
        let told = end > at
            && end - at <= PART_TOKENS_MAX
            && (at..end).all(|i| matches!(reader.uses[i], Use::Free | Use::Topic | Use::Carrier));
        let colored =
            crate::colors::color_at(&reader.tokens, at).is_some_and(|(len, _)| at + len >= end);
        let steers = (at..end)
            .any(|i| matches!(reader.key(i), "background" | "style" | "colors" | "colours"));
        if !told || colored || steers || end == at + 1 && !out.is_empty() && is_look(reader, at) {
            break;
        }
        out.push((at, end));
        if reader.sep(end, Sep::Stop) {
            break;
        }
        at = end + 1;
    }
    out
}

fn is_look(reader: &Reader<'_>, at: usize) -> bool {
    crate::lexicon::lexicon()
        .looks
        .at(&reader.tokens, at)
        .is_some()
}

#[cfg(test)]
mod tests {
    use crate::Role;
    use crate::outline::check_texts;

    #[test]
    fn a_dash_leads_to_advice_as_a_colon_does() {
        let want: &[(Role, &str)] = &[
            (Role::Title, "3 rules for houseplants"),
            (Role::Item, "water less"),
            (Role::Item, "more light"),
            (Role::Item, "talk to them"),
        ];
        check_texts(&[
            (
                "instagram post: 3 rules for houseplants - water less, more light, talk to them",
                want,
            ),
            (
                "instagram post: 3 rules for houseplants: water less, more light, talk to them",
                want,
            ),
        ]);
    }
}
