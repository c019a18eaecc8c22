//! The name of a magazine, its issue, and the stories beside them.

use crate::reader::Reader;
use crate::tokens::lower;
use crate::{Genre, Origin, Role};

/// "magazine cover TERRA, main story Rivers that remember": the name right behind the medium is the title, what is told of
/// the stories leads to them.
pub(crate) fn masthead(reader: &mut Reader<'_>) {
    const LEADS: &[&str] = &[
        "main story ",
        "cover story ",
        "lead story ",
        "top story ",
        "also inside ",
        "also ",
        "inside ",
        "plus ",
    ];
    if reader.brief.genre != Genre::MagazineCover {
        return;
    }
    for literal in &mut reader.brief.literals {
        let text = lower(&literal.text);
        let lead = LEADS.iter().find(|lead| text.starts_with(**lead));
        if let Some(lead) = lead.filter(|_| literal.origin != Origin::Quoted)
            && literal.text[lead.len()..].starts_with(char::is_uppercase)
        {
            literal.text.drain(..lead.len());
            literal.span.start += lead.len();
        }
    }
    let Some(name) = told_masthead(reader).or_else(|| name_behind_medium(reader)) else {
        return;
    };
    for (at, literal) in reader.brief.literals.iter_mut().enumerate() {
        if at == name {
            literal.role = Role::Title;
            literal.origin = literal.origin.min(Origin::Introduced);
        } else if literal.role == Role::Title {
            literal.role = Role::Subtitle;
        }
    }
}

/// `masthead "LOAM"`: the text that the word for a magazine's name introduces.
fn told_masthead(reader: &Reader<'_>) -> Option<usize> {
    let at = (0..reader.len()).find(|&at| reader.key(at) == "masthead")?;
    let word = reader.tokens[at].span.end;
    let behind = |text: &crate::Literal| text.span.start >= word;
    let found = reader.brief.literals.iter().enumerate();
    let found = found.filter(|(_, text)| behind(text));
    let (index, text) = found.min_by_key(|(_, text)| text.span.start)?;
    let near = reader.prompt.get(word..text.span.start)?;
    (!near.contains(|c: char| c.is_alphanumeric())).then_some(index)
}

/// "magazine cover TERRA": the name right behind the medium.
fn name_behind_medium(reader: &Reader<'_>) -> Option<usize> {
    let genre = reader.brief.genre_span.clone()?;
    let named = |text: &str| {
        text.split(' ')
            .all(|word| word.starts_with(|c: char| c.is_uppercase() || c == '&'))
    };
    let between = |start: usize| {
        let gap = reader
            .prompt
            .get(genre.end..start)
            .unwrap_or("?")
            .to_lowercase();
        gap.split(|c: char| !c.is_alphanumeric())
            .all(|word| matches!(word, "" | "called" | "named" | "titled" | "for" | "of"))
    };
    reader
        .brief
        .literals
        .iter()
        .position(|l| l.span.start >= genre.end && between(l.span.start) && named(&l.text))
}

/// "TERRA issue 7 spring 2026": the name of a magazine ends where its issue begins.
pub(super) fn part_issue(reader: &mut Reader<'_>) {
    const ISSUES: &[&str] = &[
        " issue ",
        " no. ",
        " nr. ",
        " vol. ",
        " volume ",
        " número ",
        " numéro ",
        " ausgabe ",
    ];
    if reader.brief.genre != Genre::MagazineCover {
        return;
    }
    for index in 0..reader.brief.literals.len() {
        let literal = reader.brief.literals[index].clone();
        let text = lower(&literal.text);
        let cut = ISSUES.iter().find_map(|word| text.find(word));
        let Some(cut) = cut.filter(|&at| at > 0 && text.len() == literal.text.len()) else {
            continue;
        };
        if index > 0 || literal.origin == Origin::Quoted {
            continue;
        }
        let start = literal.span.start + cut + 1;
        let own = &mut reader.brief.literals[index];
        own.text = literal.text[..cut].to_string();
        own.span = literal.span.start..literal.span.start + cut;
        own.role = Role::Title;
        reader.brief.literals.push(crate::Literal {
            text: literal.text[cut + 1..].to_string(),
            span: start..literal.span.end,
            role: Role::Small,
            ..literal.clone()
        });
    }
}
