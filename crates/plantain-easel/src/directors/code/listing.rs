//! What is to be shown: given source text, a session of a terminal, or a sample.

use plantain_read::Code;

use super::sample;
use crate::studio::Studio;

/// What is to be shown.
pub(super) struct Listing {
    pub(super) lines: Vec<Block>,
    pub(super) language: &'static str,
    pub(super) file: String,
    pub(super) file_given: bool,
    pub(super) terminal: bool,
}

/// A run of source lines that belong to one literal, or are invented.
pub(super) struct Block {
    pub(super) text: String,
    pub(super) literal: bool,
    /// Typed behind a prompt sign.
    pub(super) command: bool,
}

pub(super) fn listing(studio: &Studio<'_>, code: &Code) -> Listing {
    let brief = studio.brief;
    let given: Vec<&str> = code
        .given
        .iter()
        .filter_map(|i| brief.literals.get(*i))
        .map(|l| l.text.as_str())
        .collect();
    let block = |text: String, literal: bool, command: bool| Block {
        text,
        literal,
        command,
    };
    let (lines, language) = if code.terminal {
        (session(&given), "bash")
    } else if given.is_empty() {
        let (text, language) = sample::source(code);
        (vec![block(text, false, false)], language)
    } else {
        let language = code.language.unwrap_or_else(|| guess(given[0]));
        let blocks = given
            .iter()
            .map(|t| block(broken(t, language), true, false))
            .collect();
        (blocks, language)
    };
    let file = code
        .file
        .and_then(|i| brief.literals.get(i))
        .map(|l| l.text.clone());
    let file_given = file.is_some();
    let file = file.unwrap_or_else(|| {
        if code.terminal {
            "Terminal".to_owned()
        } else {
            file_name(language)
        }
    });
    Listing {
        lines,
        language,
        file,
        file_given,
        terminal: code.terminal,
    }
}

/// A shell session: commands with answers. What follows a given command is its output.
fn session(given: &[&str]) -> Vec<Block> {
    let mut out = Vec::new();
    if given.is_empty() {
        for command in ["git status", "cargo test"] {
            out.push(Block {
                text: command.to_owned(),
                literal: false,
                command: true,
            });
            out.push(Block {
                text: sample::answer(command).join("\n"),
                literal: false,
                command: false,
            });
        }
        return out;
    }
    let output_given = given.len() > 1;
    for (i, text) in given.iter().enumerate() {
        let bare = text.trim_start_matches(['$', '>', ' ']);
        let command = i == 0 || is_command(bare);
        out.push(Block {
            text: (*text).to_owned(),
            literal: true,
            command: command && bare == *text,
        });
        if command && !output_given && !text.contains('\n') {
            out.push(Block {
                text: sample::answer(bare).join("\n"),
                literal: false,
                command: false,
            });
        }
    }
    out
}

fn is_command(text: &str) -> bool {
    let first = text.split_whitespace().next().unwrap_or_default();
    [
        "git", "npm", "npx", "yarn", "docker", "cargo", "pip", "python", "node", "cd", "ls",
        "curl", "ssh", "sudo", "make", "mkdir", "cat", "echo",
    ]
    .contains(&first)
}

/// Guesses the language of given source.
fn guess(text: &str) -> &'static str {
    const MARKS: &[(&str, &[&str])] = &[
        ("html", &["</", "<!DOCTYPE", "<div"]),
        ("php", &["<?php", "$this"]),
        ("rust", &["fn ", "let mut", "println!"]),
        ("go", &["func ", ":=", "package "]),
        ("python", &["def ", "elif", "self", "import ", "print("]),
        ("java", &["public class", "System.out", "private "]),
        ("c++", &["#include", "std::", "cout"]),
        ("sql", &["SELECT", "select ", "INSERT", "CREATE TABLE"]),
        (
            "javascript",
            &["const ", "let ", "=>", "function ", "console."],
        ),
        ("css", &["px;", "color:", "margin:"]),
        ("json", &["\": "]),
    ];
    MARKS
        .iter()
        .find(|(_, marks)| marks.iter().any(|m| text.contains(m)))
        .map_or("javascript", |(name, _)| name)
}

pub(super) fn file_name(language: &str) -> String {
    match language {
        "python" => "main.py",
        "rust" => "main.rs",
        "go" => "main.go",
        "java" => "Main.java",
        "c++" => "main.cpp",
        "c#" => "Program.cs",
        "c" => "main.c",
        "ruby" => "app.rb",
        "php" => "index.php",
        "swift" => "main.swift",
        "kotlin" => "Main.kt",
        "html" => "index.html",
        "css" => "styles.css",
        "sql" => "query.sql",
        "json" => "package.json",
        "yaml" => "compose.yaml",
        "bash" => "run.sh",
        "typescript" => "index.ts",
        "react" => "Counter.jsx",
        _ => "index.js",
    }
    .to_owned()
}

/// Breaks a program that was given in one line at blanks that already part its statements.
fn broken(text: &str, language: &str) -> String {
    if text.contains('\n') || text.chars().count() < 44 {
        return text.replace('\t', "    ");
    }
    if language == "sql" {
        let mut out = text.to_owned();
        for word in [
            "FROM", "WHERE", "GROUP BY", "ORDER BY", "LIMIT", "JOIN", "HAVING", "VALUES",
        ] {
            for word in [word.to_owned(), word.to_lowercase()] {
                out = out.replace(&format!(" {word} "), &format!("\n{word} "));
            }
        }
        return out
            .replace("LEFT\nJOIN", "LEFT JOIN")
            .replace("INNER\nJOIN", "INNER JOIN");
    }
    let (mut out, mut depth, mut nested) = (String::new(), 0_usize, 0_i32);
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        out.push(c);
        match c {
            '(' | '[' => nested += 1,
            ')' | ']' => nested -= 1,
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if nested > 0 || chars.peek() != Some(&' ') {
            continue;
        }
        let closes = chars.clone().nth(1) == Some('}');
        let continues = c == '}' && !chars.clone().nth(1).is_some_and(char::is_alphabetic);
        if matches!(c, ';' | '{' | '}') && !continues || closes {
            chars.next();
            let pad = depth.saturating_sub(usize::from(closes));
            out.push('\n');
            out.push_str(&"  ".repeat(pad));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_is_broken_at_its_own_blanks() {
        const CASES: &[(&str, &str, &str)] = &[
            (
                "const sum = (a, b) => { return a + b; }; console.log(sum(2, 3));",
                "javascript",
                "const sum = (a, b) => {\n  return a + b;\n};\nconsole.log(sum(2, 3));",
            ),
            (
                "SELECT name, age FROM people WHERE age > 30 ORDER BY name",
                "sql",
                "SELECT name, age\nFROM people\nWHERE age > 30\nORDER BY name",
            ),
            (
                "let a = 1; let b = 2;",
                "javascript",
                "let a = 1; let b = 2;",
            ),
        ];
        for (text, language, want) in CASES {
            assert_eq!(broken(text, language), *want);
        }
    }
}
