//! Arrows between texts: "A → B", "yes: C", "X sends 'Y' to Z".

use crate::reader::Reader;
use crate::{Genre, Link, Role};

/// Fills `brief.links`.
pub(crate) fn read(reader: &mut Reader<'_>) {
    if !reader.brief.links.is_empty() {
        return;
    }
    match reader.brief.genre {
        Genre::SequenceDiagram => messages(reader),
        _ => arrows(reader),
    }
}

/// What stands between two literals in the prompt.
fn between<'a>(reader: &Reader<'a>, first: usize, second: usize) -> &'a str {
    let literals = &reader.brief.literals;
    reader
        .prompt
        .get(literals[first].span.end..literals[second].span.start)
        .unwrap_or("")
}

fn has_arrow(text: &str) -> bool {
    ["→", "->", "=>", "➔", "➜", "⇒", "➡", "⟶"]
        .iter()
        .any(|arrow| text.contains(arrow))
}

/// Arrows and the branches of questions.
fn arrows(reader: &mut Reader<'_>) {
    let count = reader.brief.literals.len();
    let mut links = Vec::new();
    let mut question = None;
    let mut at = 0;
    while at + 1 < count {
        let gap = between(reader, at, at + 1);
        let branch = is_branch(&reader.brief.literals[at + 1].text);
        if reader.brief.literals[at].text.ends_with(['?', '？']) {
            question = Some(at);
        }
        // "Is it raining? → yes: Take umbrella"
        let branch = branch && reader.brief.genre == Genre::FlowChart;
        if let (Some(from), true, Some(to)) = (question, branch, (at + 2 < count).then_some(at + 2))
        {
            links.push(Link {
                from,
                to,
                label: Some(at + 1),
            });
            reader.brief.literals[at + 1].role = Role::Label;
            at += 2;
            continue;
        }
        if has_arrow(gap) {
            links.push(Link {
                from: at,
                to: at + 1,
                label: None,
            });
        }
        at += 1;
    }
    reader.brief.links = links;
}

fn is_branch(text: &str) -> bool {
    matches!(
        text.to_lowercase().as_str(),
        "yes"
            | "no"
            | "true"
            | "false"
            | "oui"
            | "non"
            | "sí"
            | "si"
            | "ja"
            | "nein"
            | "sim"
            | "não"
            | "да"
            | "нет"
            | "tak"
            | "nie"
            | "nee"
            | "evet"
            | "hayır"
            | "так"
            | "ні"
            | "نعم"
            | "لا"
            | "כן"
            | "לא"
            | "हाँ"
            | "हां"
            | "नहीं"
            | "예"
            | "네"
            | "아니요"
            | "아니오"
            | "是"
            | "否"
            | "はい"
            | "いいえ"
            | "pass"
            | "fail"
    )
}

/// "Browser sends 'GET /login' to Server, Server replies '200 OK'": names that repeat or stand around a message.
fn messages(reader: &mut Reader<'_>) {
    let names: Vec<String> = reader
        .brief
        .literals
        .iter()
        .map(|literal| literal.text.clone())
        .collect();
    let mut links = Vec::new();
    let mut last: Option<(usize, usize)> = None;
    for at in 0..names.len() {
        let before = clause_before(reader, at).to_lowercase();
        let sends = [
            "send", "repl", "return", "respond", "request", "call", "ask", "answer",
        ]
        .iter()
        .any(|verb| before.contains(verb));
        if !sends {
            continue;
        }
        let first_of = |text: &str| names.iter().position(|name| name == text).unwrap_or(at);
        let from = (0..at)
            .rev()
            .find(|&i| before.contains(&names[i].to_lowercase()) || i + 1 == at)
            .map(|i| first_of(&names[i]));
        let reply = before.contains("repl")
            || before.contains("return")
            || before.contains("respond")
            || before.contains("answer");
        let to = names
            .get(at + 1)
            .filter(|_| between(reader, at, at + 1).contains("to"))
            .map(|name| first_of(name));
        match (from, to, last) {
            (_, None, Some((a, b))) if reply => links.push(Link {
                from: b,
                to: a,
                label: Some(at),
            }),
            (Some(from), Some(to), _) => {
                links.push(Link {
                    from,
                    to,
                    label: Some(at),
                });
                last = Some((from, to));
            }
            _ => {}
        }
    }
    reader.brief.links = links;
}

/// The words of the clause before a literal, the names of other literals included.
fn clause_before<'a>(reader: &Reader<'a>, at: usize) -> &'a str {
    let end = reader.brief.literals[at].span.start;
    let text = reader.prompt.get(..end).unwrap_or("");
    let start = text
        .trim_end_matches(['\'', '"', '“', ' '])
        .rfind([',', ';', '.', ':'])
        .map_or(0, |at| at + 1);
    text.get(start..).unwrap_or("")
}
