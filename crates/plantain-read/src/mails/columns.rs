//! Mails told part by part: "senders Anna, Ben; subjects Lunch, Invoice; times 9:41, 8:02".

use super::Told;
use crate::Span;
use crate::outline::{clauses, trimmed};

/// Words at the head of a row of parts, in lower case.
const SENDERS: &[&str] = &["senders", "sender", "from", "names", "contacts"];
const SUBJECTS: &[&str] = &["subjects", "subject lines", "subject", "titles"];
const LINES: &[&str] = &["previews", "preview lines", "first lines", "snippets"];
const TIMES: &[&str] = &["times", "timestamps", "dates"];

/// Returns as many mails as senders are told, when as many subjects are told.
pub(super) fn by_columns(prompt: &str, lower: &str, start: usize) -> Vec<Told> {
    let rows = rows(prompt, lower, start);
    let column = |heads: &[&str]| {
        rows.iter()
            .find(|(head, _)| heads.contains(&head.as_str()))
            .map(|(_, texts)| texts.clone())
            .unwrap_or_default()
    };
    let (senders, subjects) = (column(SENDERS), column(SUBJECTS));
    if senders.len() != subjects.len() {
        return Vec::new();
    }
    let (lines, times) = (column(LINES), column(TIMES));
    senders
        .into_iter()
        .zip(subjects)
        .enumerate()
        .map(|(n, (from, subject))| Told {
            from: Some(from),
            subject: Some(subject),
            line: lines.get(n).cloned(),
            time: times.get(n).cloned(),
        })
        .collect()
}

/// Every head with the texts up to the next one.
fn rows(prompt: &str, lower: &str, start: usize) -> Vec<(String, Vec<Span>)> {
    let mut rows: Vec<(String, Vec<Span>)> = Vec::new();
    let heads = [SENDERS, SUBJECTS, LINES, TIMES].concat();
    for mut clause in clauses(prompt, start) {
        let text = &lower[clause.clone()];
        let head = heads
            .iter()
            .filter(|head| {
                text.strip_prefix(**head)
                    .is_some_and(|rest| rest.starts_with([' ', ':']))
            })
            .max_by_key(|head| head.len());
        if let Some(head) = head {
            clause.start += head.len() + 1;
            rows.push(((*head).to_string(), Vec::new()));
        }
        if let Some((_, texts)) = rows.last_mut() {
            let and = lower[clause.clone()]
                .find(" and ")
                .map(|at| clause.start + at);
            let parts = match and {
                Some(at) => vec![clause.start..at, at + " and ".len()..clause.end],
                None => vec![clause],
            };
            texts.extend(parts.into_iter().filter_map(|part| trimmed(prompt, part)));
        }
    }
    rows
}
