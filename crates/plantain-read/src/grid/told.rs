//! Sides told in sentences, "Lite costs $5 and has 2 GB, Max costs $12 and has 20 GB", or in figures behind each other, "Lite $5
//! storage 2 GB, Max $12 storage 20 GB".

use super::Grid;
use crate::outline::add;
use crate::{Brief, Origin, Role, Span};

/// Words of a name, at most.
const NAME_WORDS_MAX: usize = 3;
const SIDES_MAX: usize = 4;

/// Verbs between a side and what is told of it, which say nothing that the table does not show.
const VERBS: &[&str] = &[
    "cost", "costs", "have", "has", "offer", "offers", "include", "includes", "give", "gives",
    "get", "gets", "is", "are", "provide", "provides",
];

/// Words that join what is told.
const JOINTS: &[&str] = &["and", "but", "while", "whereas", "plus"];

/// A word with the marks behind it cut off.
struct Word {
    span: Span,
    /// Its meaning in English.
    key: String,
    /// Whether a comma or a full stop follows it.
    ends: bool,
}

/// A side by its name and its points.
struct Side {
    name: Span,
    points: Vec<Span>,
}

/// Reads sides where at least two are told.
pub(super) fn read(brief: &Brief, desk: &mut Brief) -> Option<Grid> {
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let rest = brief.prompt.get(start..)?;
    let lead = rest.find([':', '：']).map_or(0, |at| {
        at + rest[at..].chars().next().map_or(1, char::len_utf8)
    });
    let words = words(&brief.prompt, start + lead, &brief.language.0);
    let heads = &brief.prompt[start..start + lead];
    let sides = named(&words, heads, &brief.language.0)
        .or_else(|| sentences(&words))
        .or_else(|| figures(&words, &brief.prompt))?;
    let rows = sides
        .into_iter()
        .map(|side| {
            let head = add(desk, side.name, Role::Column);
            let points = side
                .points
                .into_iter()
                .map(|span| add(desk, span, Role::Item));
            (Some(head), points.collect())
        })
        .collect();
    Some(Grid {
        rows,
        sides: true,
        ..Grid::default()
    })
}

/// Whether nothing is quoted, and two sides that are named before a colon are told behind it.
pub(super) fn compares(brief: &Brief) -> bool {
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let Some((heads, _)) = brief
        .prompt
        .get(start..)
        .and_then(|rest| rest.split_once(':'))
    else {
        return false;
    };
    let quoted = brief.literals.iter().any(|l| l.origin == Origin::Quoted);
    let words = words(&brief.prompt, start + heads.len() + 1, &brief.language.0);
    !quoted && named(&words, heads, &brief.language.0).is_some()
}

fn words(prompt: &str, from: usize, language: &str) -> Vec<Word> {
    let mut found = Vec::new();
    let mut at = from;
    for word in prompt[from..].split([' ', '\n']) {
        let kept = word.trim_end_matches([',', ';', '.', '、', '，', '。', '!']);
        if !kept.is_empty() {
            let lower = kept.to_lowercase();
            found.push(Word {
                span: at..at + kept.len(),
                key: match language {
                    "en" => lower,
                    _ => crate::english(&lower, language),
                },
                ends: kept.len() < word.len(),
            });
        }
        at += word.len() + 1;
    }
    found
}

/// The stretches between marks and joints; "with" joins where a figure follows ("costs $5 with 2 GB storage").
fn pieces(words: &[Word]) -> Vec<&[Word]> {
    let joint = |word: &Word| JOINTS.contains(&word.key.as_str());
    let with = |piece: &[Word]| {
        let figure = |word: &Word| {
            word.key
                .starts_with(|c: char| c.is_ascii_digit() || "$€£".contains(c))
        };
        (1..piece.len().saturating_sub(1))
            .find(|&at| piece[at].key == "with" && figure(&piece[at + 1]))
    };
    words
        .split_inclusive(|word| word.ends)
        .flat_map(|part| part.split(joint))
        .flat_map(|piece| match with(piece) {
            Some(at) => vec![&piece[..at], &piece[at + 1..]],
            None => vec![piece],
        })
        .filter(|piece| !piece.is_empty())
        .collect()
}

fn span(words: &[Word]) -> Option<Span> {
    Some(words.first()?.span.start..words.last()?.span.end)
}

fn is_verb(word: &Word) -> bool {
    VERBS.contains(&word.key.as_str())
}

/// "Lite costs $5 and has 2 GB data": what stands before the first verb is a side, what follows belongs to it up to the next.
fn sentences(words: &[Word]) -> Option<Vec<Side>> {
    let mut sides: Vec<Side> = Vec::new();
    for piece in pieces(words) {
        let verb = piece
            .iter()
            .position(is_verb)
            .filter(|&at| at <= NAME_WORDS_MAX);
        let rest = match verb {
            Some(0) => &piece[1..],
            Some(at) => {
                sides.push(Side {
                    name: span(&piece[..at])?,
                    points: Vec::new(),
                });
                &piece[at + 1..]
            }
            None => piece,
        };
        match (span(rest), sides.last_mut()) {
            (Some(point), Some(side)) => side.points.push(point),
            (None, _) => {}
            // What is told before the first side is no part of it.
            (Some(_), None) => return None,
        }
    }
    sound(sides)
}

/// "comparing cats and dogs: cats sleep 15 hours, dogs 12; cats are shy": sides named before the colon, each taken up by what is
/// told of it.
fn named(words: &[Word], heads: &str, language: &str) -> Option<Vec<Side>> {
    let names: Vec<String> = self::words(heads.trim_end_matches([':', '：', ' ']), 0, language)
        .into_iter()
        .map(|word| word.key)
        .collect();
    let joint = names
        .iter()
        .position(|word| matches!(word.as_str(), "and" | "vs" | "versus" | "with"))?;
    let (first, second) = (names.get(joint.checked_sub(1)?)?, names.get(joint + 1)?);
    let mut sides: [Vec<Span>; 2] = [Vec::new(), Vec::new()];
    let mut places: [Option<Span>; 2] = [None, None];
    let mut last = None;
    for piece in pieces(words) {
        let opens = [first, second]
            .iter()
            .position(|name| piece[0].key == **name);
        let side = opens.or(last)?;
        last = Some(side);
        let mut rest = &piece[usize::from(opens.is_some())..];
        if opens.is_some() {
            places[side].get_or_insert(piece[0].span.clone());
            rest = &rest[usize::from(rest.first().is_some_and(is_verb))..];
        }
        sides[side].extend(span(rest));
    }
    let [mine, yours] = sides;
    let [one, other] = places;
    sound(vec![
        Side {
            name: one?,
            points: mine,
        },
        Side {
            name: other?,
            points: yours,
        },
    ])
}

/// "Lite $5 storage 2GB, Max $12 storage 20GB": names that as many figures follow, each with the words before it.
fn figures(words: &[Word], prompt: &str) -> Option<Vec<Side>> {
    let figure = |word: &Word| prompt[word.span.clone()].contains(|c: char| c.is_ascii_digit());
    let mut sides: Vec<Side> = Vec::new();
    for piece in words.split_inclusive(|word| word.ends) {
        let first = piece.iter().position(figure)?;
        if first == 0 || first > NAME_WORDS_MAX || !figure(piece.last()?) {
            return None;
        }
        let points = piece[first..].split_inclusive(figure).filter_map(span);
        sides.push(Side {
            name: span(&piece[..first])?,
            points: points.collect(),
        });
    }
    let even = sides
        .windows(2)
        .all(|pair| pair[0].points.len() == pair[1].points.len());
    sound(sides).filter(|sides| even && sides.iter().all(|side| side.points.len() >= 2))
}

/// Two sides at least, each with something told of it.
fn sound(sides: Vec<Side>) -> Option<Vec<Side>> {
    let told = sides.iter().all(|side| !side.points.is_empty());
    let several = sides.iter().map(|side| side.points.len()).sum::<usize>() > sides.len();
    ((2..=SIDES_MAX).contains(&sides.len()) && told && several).then_some(sides)
}
