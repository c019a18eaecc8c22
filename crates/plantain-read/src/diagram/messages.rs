//! Who sends what to whom: sequence diagrams told in sentences.

use super::content::{Content, Run, clauses, cut, is_instruction, trim};
use super::emit;
use crate::reader::Reader;
use crate::tokens::Sep;
use crate::{Link, Role};

/// Verbs of messages; the first ones are not part of the message.
const SENDS: &[&str] = &[
    "sends", "send", "replies", "reply", "responds", "returns", "passes", "forwards", "gives",
];
const ACTS: &[&str] = &[
    "requests",
    "queries",
    "calls",
    "asks",
    "clicks",
    "validates",
    "checks",
    "redirects",
    "submits",
    "opens",
    "confirms",
    "notifies",
    "receives",
    "gets",
    "creates",
    "saves",
    "stores",
    "reads",
    "writes",
    "enters",
    "verifies",
    "authenticates",
    "pays",
    "ships",
    "places",
    "logs",
    "posts",
    "fetches",
    "loads",
    "shows",
    "displays",
    "charges",
    "orders",
    "selects",
    "taps",
    "updates",
    "processes",
    "issues",
    "approves",
    "tells",
    "emails",
    "invokes",
    "looks",
];
const ANSWERS: &[&str] = &["replies", "reply", "responds", "returns"];

#[derive(Debug, Default)]
struct Talk {
    /// Those who speak: index into the literals, and the name in lower case.
    speakers: Vec<(usize, String)>,
    links: Vec<Link>,
}

/// "Client → API: POST /orders, API → DB: INSERT": from whom, to whom and what; returns whether all is told so.
fn arrows(reader: &mut Reader<'_>, content: &Content) -> bool {
    let form = |reader: &Reader<'_>, run: Run| {
        let arrow = (run.0 + 1..run.1).find(|&at| reader.sep(at, Sep::Arrow))?;
        let colon = (arrow + 2..run.1).find(|&at| reader.sep(at, Sep::Colon))?;
        let comma = (run.0..colon).any(|at| reader.sep(at, Sep::Comma));
        (colon + 1 < run.1 && !comma).then_some((arrow, colon))
    };
    let mut told: Vec<(Run, usize, usize)> = Vec::new();
    for clause in clauses(reader, (content.from, content.to)) {
        let pieces = cut(reader, clause, |reader, at| {
            reader.sep(at, Sep::Comma) && form(reader, (at + 1, clause.1)).is_some()
        });
        for piece in pieces {
            match form(reader, piece) {
                Some((arrow, colon)) => told.push((piece, arrow, colon)),
                None if is_instruction(reader, piece) => {}
                None => return false,
            }
        }
    }
    if told.len() < 2 {
        return false;
    }
    let mut talk = Talk::default();
    for (piece, arrow, colon) in told {
        let ends = (
            talk.speaker(reader, (piece.0, arrow)),
            talk.speaker(reader, (arrow + 1, colon)),
        );
        if let (Some(from), Some(to)) = ends {
            let label = emit(reader, trim(reader, (colon + 1, piece.1)), Role::Label);
            let label = Some(label);
            talk.links.push(Link { from, to, label });
        }
    }
    reader.brief.links = talk.links;
    true
}

/// Reads messages; returns whether there are at least two between at least two speakers.
pub(super) fn read(reader: &mut Reader<'_>, content: &Content) -> bool {
    if arrows(reader, content) {
        return true;
    }
    let mut pieces = Vec::new();
    for clause in clauses(reader, (content.from, content.to)) {
        pieces.extend(cut(reader, clause, |reader, at| {
            (reader.sep(at, Sep::Comma)
                || reader.sep(at, Sep::Arrow)
                || matches!(reader.key(at), "then" | "and"))
                && verb(reader, (at + 1, clause.1.min(at + 7))).is_some()
        }));
    }
    let told: Vec<(Run, usize)> = pieces
        .into_iter()
        .map(|piece| trim(reader, piece))
        .filter(|&piece| piece.0 < piece.1 && !is_instruction(reader, piece))
        .filter_map(|piece| Some((piece, verb(reader, piece)?)))
        .collect();
    if told.len() < 2 {
        return false;
    }
    let mut talk = Talk::default();
    let names: Vec<String> = told
        .iter()
        .map(|(piece, verb)| name_of(reader, (piece.0, *verb)))
        .collect();
    for (n, &(piece, verb)) in told.iter().enumerate() {
        let next = names.get(n + 1).filter(|next| **next != names[n]).cloned();
        talk.message(reader, piece, verb, next);
    }
    if talk.links.len() < 2 || talk.speakers.len() < 2 {
        super::tree::forget(reader);
        return false;
    }
    reader.brief.links = talk.links;
    true
}

fn name_of(reader: &Reader<'_>, run: Run) -> String {
    let run = trim(reader, run);
    unquoted(reader, (run.0, run.1.max(run.0))).to_lowercase()
}

/// The words of a run without the quotes around all of them: `'Store'` is "Store".
fn unquoted<'t>(reader: &Reader<'t>, (from, to): Run) -> &'t str {
    let text = reader.text(from, to);
    if to == from + 1 && reader.tokens[from].quote().is_some() {
        text.trim_matches(['"', '\'', '“', '”', '‘', '’', '«', '»', '„'])
    } else {
        text
    }
}

/// The token of the verb of a statement.
fn verb(reader: &Reader<'_>, (from, to): Run) -> Option<usize> {
    (from..to.min(reader.len())).find(|&at| {
        let key = reader.key(at);
        reader.is_lower(at) && (SENDS.contains(&key) || ACTS.contains(&key))
    })
}

impl Talk {
    fn speaker(&mut self, reader: &mut Reader<'_>, run: Run) -> Option<usize> {
        let run = trim(reader, run);
        if run.0 >= run.1 {
            return None;
        }
        let name = unquoted(reader, run).to_lowercase();
        if matches!(name.as_str(), "it" | "he" | "she" | "they") {
            return self.links.last().map(|link| link.to);
        }
        if let Some(known) = self.speakers.iter().find(|speaker| speaker.1 == name) {
            return Some(known.0);
        }
        let index = emit(reader, run, Role::Item);
        self.speakers.push((index, name));
        Some(index)
    }

    fn message(&mut self, reader: &mut Reader<'_>, piece: Run, verb: usize, next: Option<String>) {
        let from = if piece.0 == verb {
            self.links.last().map(|link| link.to)
        } else {
            self.speaker(reader, (piece.0, verb))
        };
        let Some(from) = from else { return };
        let answers = ANSWERS.contains(&reader.key(verb));
        let start = verb + usize::from(SENDS.contains(&reader.key(verb)));
        let toward = (start..piece.1).rev().find(|&at| {
            matches!(reader.key(at), "to" | "from") && reader.is_lower(at) && at + 1 < piece.1
        });
        let (end, to) = match toward {
            Some(at) if piece.1 - at <= 5 => (at, self.speaker(reader, (at + 1, piece.1))),
            _ => {
                // "queries Database": a name at the end is whom it goes to.
                let last = piece.1 - 1;
                let word = unquoted(reader, (last, last + 1));
                let known = self
                    .speakers
                    .iter()
                    .any(|speaker| reader.brief.literals[speaker.0].text == word);
                let act = ACTS.contains(&reader.key(verb));
                let named = reader.is_capital(last) || act && word.starts_with(char::is_uppercase);
                if last > verb && (known || named && last == verb + 1) {
                    (last, self.speaker(reader, (last, piece.1)))
                } else {
                    (piece.1, None)
                }
            }
        };
        // Who answered is not the one to be answered.
        let asked = |n: usize| {
            let link = &self.links[n];
            let answer = |before: &Link| before.from == link.to && before.to == link.from;
            link.to == from && !self.links[..n].iter().any(answer)
        };
        let asker = (0..self.links.len())
            .rev()
            .find(|&n| asked(n))
            .map(|n| self.links[n].from);
        let to = to
            .or(if answers { asker } else { None })
            .or_else(|| {
                self.speakers
                    .iter()
                    .find(|s| Some(&s.1) == next.as_ref())
                    .map(|s| s.0)
            })
            .or_else(|| self.next_speaker(reader, piece, next.as_deref()))
            .or(asker)
            .or_else(|| self.partner(from).filter(|_| start > verb))
            .unwrap_or(from);
        let mut run = trim(reader, (start, end));
        if run.0 >= run.1 {
            run = (verb, verb + 1);
        }
        let label = emit(reader, run, Role::Label);
        self.links.push(Link {
            from,
            to,
            label: Some(label),
        });
    }

    /// With whom a speaker spoke last: "Client sends 'ACK'" goes to the server that replied.
    fn partner(&self, speaker: usize) -> Option<usize> {
        let spoken =
            self.links.iter().rev().find(|link| {
                link.from != link.to && (link.from == speaker || link.to == speaker)
            })?;
        Some(if spoken.from == speaker {
            spoken.to
        } else {
            spoken.from
        })
    }

    /// The speaker of the next statement, when it is new: its name stands behind this one.
    fn next_speaker(
        &mut self,
        reader: &mut Reader<'_>,
        piece: Run,
        next: Option<&str>,
    ) -> Option<usize> {
        let name = next?;
        let words = name.split(' ').count();
        let at = (piece.1..reader.len().saturating_sub(words - 1))
            .find(|&at| reader.text(at, at + words).to_lowercase() == name)?;
        self.speaker(reader, (at, at + words))
    }
}
