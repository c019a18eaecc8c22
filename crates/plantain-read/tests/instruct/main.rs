//! Instructions and what is read from them, a line a step.

mod charts;
mod designs;
mod everyday;
mod languages;
mod lists;
mod loosely;
mod remarks;
mod scenes;
mod spoken;
mod told;
mod tongues;
mod verbless;
mod wording;

use plantain_read::{instruct, instruction_report};

/// Checks rows of `instruction => step; step; keep …; unread …`.
fn check(rows: &[(&str, &[&str])]) {
    let mut failed = Vec::new();
    for (text, want) in rows {
        let report = instruction_report(&instruct(text));
        let lines: Vec<&str> = report.lines().map(str::trim).collect();
        if lines != *want {
            failed.push(format!("{text}\n   want {want:?}\n   read {lines:?}"));
        }
    }
    assert!(failed.is_empty(), "{}", failed.join("\n"));
}
