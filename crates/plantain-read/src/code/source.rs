//! Where source text stands in a prompt: between fences, behind a colon, below or right behind its description.

use crate::Span;

/// Words that say that the picture shows source text.
const SHOWS_CODE: &[&str] = &[
    "code",
    "snippet",
    "terminal",
    "console",
    "command line",
    "shell session",
    "script",
    "function",
    "```",
    "ide",
    "editor",
    "program",
    "query",
    "código",
    "codigo",
    "codice",
    "quelltext",
    "kod",
    "код",
    "コード",
    "代码",
    "코드",
];

/// Returns the source text in a prompt: the span with its fence, and the span of the text.
pub(crate) fn find(prompt: &str) -> Option<(Span, Span)> {
    // "python, def greet(name): return …": a colon inside the source ends no description.
    let inline = inline(prompt);
    let before = |found: &(Span, Span)| {
        inline
            .as_ref()
            .is_none_or(|(inline, _)| found.0.start <= inline.start)
    };
    fenced(prompt)
        .or_else(|| ticked(prompt))
        .or_else(|| bare(prompt).filter(before))
        .or_else(|| below(prompt).filter(before))
        .or(inline)
}

/// Text between three backticks; the word behind the opening fence names the language.
fn fenced(prompt: &str) -> Option<(Span, Span)> {
    let open = prompt.find("```")?;
    let mut start = open + 3;
    let end = start + prompt[start..].find("```").unwrap_or(prompt.len() - start);
    let line = prompt[start..end].find('\n');
    let tag = line.map_or("", |n| &prompt[start..start + n]);
    if line.is_some()
        && tag
            .trim()
            .chars()
            .all(|c| c.is_alphanumeric() || "+#.".contains(c))
    {
        start += tag.len() + 1;
    }
    let outer = open..(end + 3).min(prompt.len());
    let inner = start..start + prompt[start..end].trim_end().len();
    (!prompt[inner.clone()].trim().is_empty()).then_some((outer, inner))
}

/// Source between two single backticks, behind a description of code: "javascript `const sum = (a, b) => a + b;`".
fn ticked(prompt: &str) -> Option<(Span, Span)> {
    let open = prompt.find('`')?;
    let close = open + 1 + prompt[open + 1..].find('`')?;
    let inner = open + 1..close;
    let described = prompt[..open].to_ascii_lowercase();
    let shows = SHOWS_CODE.iter().any(|word| described.contains(word));
    let shell = ["terminal", "console", "shell", "command"]
        .iter()
        .any(|word| described.contains(word));
    (shows && !shell && is_source(&prompt[inner.clone()])).then_some((open..close + 1, inner))
}

/// Source text behind the colon that ends the description.
fn bare(prompt: &str) -> Option<(Span, Span)> {
    let lower = prompt.to_ascii_lowercase();
    // `Caption: "…". Code in style.css:` ends with the colon before the lines of the source.
    let line = prompt
        .match_indices(":\n")
        .map(|(at, _)| at)
        .find(|&at| is_source(&prompt[at + 1..]));
    let first = || {
        let mut marks = prompt.match_indices(':').map(|(at, _)| at);
        marks.find(|&at| prompt[at + 1..].starts_with([' ', '\n', '\t']))
    };
    let colon = line.or_else(first)?;
    if !SHOWS_CODE.iter().any(|word| lower[..colon].contains(word)) {
        return None;
    }
    let rest = &prompt[colon + 1..];
    if !is_source(rest) {
        return None;
    }
    let start = colon + 1 + (rest.len() - rest.trim_start().len());
    let end = start + without_wishes(&prompt[start..]).len();
    Some((start..end, start..end))
}

/// Source text on the lines below a description of code.
fn below(prompt: &str) -> Option<(Span, Span)> {
    let line = prompt.find('\n')?;
    let described = prompt[..line].to_ascii_lowercase();
    let shows = SHOWS_CODE.iter().any(|word| described.contains(word));
    let rest = &prompt[line..];
    if !shows || is_source(&described) || !is_source(rest) {
        return None;
    }
    // The first line keeps its indent.
    let start = line + rest.len() - rest.trim_start_matches(['\n', '\r']).len();
    let end = start + without_wishes(&prompt[start..]).len();
    Some((start..end, start..end))
}

/// Source text right behind its description, with no mark between them: "code screenshot def add(a, b): return a + b".
fn inline(prompt: &str) -> Option<(Span, Span)> {
    let start = prompt
        .char_indices()
        .filter(|&(at, _)| at > 0 && prompt[..at].ends_with([' ', ',']))
        .map(|(at, _)| at)
        .find(|&at| opens_source(&prompt[at..]))?;
    let described = prompt[..start].to_ascii_lowercase();
    let shows = SHOWS_CODE.iter().any(|word| described.contains(word));
    if !shows || !is_source(&prompt[start..]) {
        return None;
    }
    let end = start + without_wishes(&prompt[start..]).len();
    Some((start..end, start..end))
}

/// Whether a text begins as a definition or a call does, and no sentence ("def add(", "const limit =", "print(").
fn opens_source(text: &str) -> bool {
    /// Words that a name follows, and what stands behind the name.
    const DEFINES: &[(&str, char)] = &[
        ("def ", '('),
        ("function ", '('),
        ("fn ", '('),
        ("func ", '('),
        ("const ", '='),
        ("let ", '='),
        ("var ", '='),
    ];
    const CALLS: &[&str] = &[
        "print(",
        "console.log(",
        "printf(",
        "println!(",
        "for (",
        "while (",
        "if (",
        "#include",
    ];
    let defines = |(word, mark): &(&str, char)| {
        text.strip_prefix(word).is_some_and(|rest| {
            let name = rest
                .find(|c: char| !c.is_alphanumeric() && c != '_')
                .unwrap_or(rest.len());
            name > 0 && rest[name..].trim_start().starts_with(*mark)
        })
    };
    let queries = text.starts_with("SELECT ") && text.contains(" FROM ")
        || text.starts_with("INSERT INTO ")
        || text.starts_with("CREATE TABLE ");
    queries || DEFINES.iter().any(defines) || CALLS.iter().any(|call| text.starts_with(call))
}

/// Whether a stretch of text reads like a program and not like a sentence.
fn is_source(text: &str) -> bool {
    const MARKS: &[&str] = &[
        "=>",
        "();",
        ");",
        "){",
        ") {",
        "{\n",
        "def ",
        "fn ",
        "func ",
        "function ",
        "const ",
        "let ",
        "var ",
        "#include",
        "import ",
        "print(",
        "console.log",
        "select ",
        "public ",
        "</",
        "==",
        ":=",
        "return ",
        "echo ",
        "println",
        "() {",
        "+=",
        "<?php",
        "$ ",
    ];
    let lower = text.to_ascii_lowercase();
    let signs = text.chars().filter(|c| "(){};=<>[]$#".contains(*c)).count();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let query = words.contains(&"select") && words.contains(&"from");
    let styled =
        ["{", "}", ":", ";"].iter().all(|mark| lower.contains(mark)) && lower.contains('\n');
    (styled || MARKS.iter().any(|mark| lower.contains(mark))) && (signs >= 2 || query)
}

/// Cuts "…, dark theme" off the end of a program.
fn without_wishes(text: &str) -> &str {
    const WISHES: &[&str] = &[
        "theme",
        "background",
        "dark mode",
        "light mode",
        "line numbers",
        "syntax highlighting",
        "window",
        "font",
        "style",
    ];
    let mut text = text.trim_end();
    // "</p> in dark editor": words behind the last sign of a program are none of it.
    if let Some(at) = text.rfind(['>', '}', ';', ')']) {
        let tail = &text[at + 1..];
        let words = tail.trim_start();
        let plain = words.chars().all(|c| c.is_alphabetic() || c == ' ');
        let leads = ["in ", "on ", "with ", "as "]
            .iter()
            .any(|lead| words.starts_with(lead));
        if tail.starts_with(' ') && plain && leads {
            text = &text[..=at];
        }
    }
    while let Some(at) = text.rfind([',', '.', '\n', ';']) {
        let tail = text[at + 1..].trim().to_ascii_lowercase();
        let wish = WISHES.iter().any(|wish| tail.ends_with(wish))
            && !tail.contains(['(', ')', '{', '}', '=', '"']);
        if !wish {
            break;
        }
        text = text[..=at].trim_end_matches([',', '.', '\n']).trim_end();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::find;

    #[test]
    fn source_may_stand_right_behind_its_description() {
        for (prompt, want) in [
            (
                "python code card def half(n): return n / 2, dark theme",
                Some("def half(n): return n / 2"),
            ),
            ("code snippet const limit = 20;", Some("const limit = 20;")),
            (
                "code editor screenshot, python, def greet(name): return f\"Hi {name}\", dark theme",
                Some("def greet(name): return f\"Hi {name}\""),
            ),
            (
                "code screenshot: javascript `const sum = (a, b) => a + b;` on a gradient card",
                Some("const sum = (a, b) => a + b;"),
            ),
            (
                "html code screenshot: <h1>Hello</h1> <p>Welcome</p> in dark editor",
                Some("<h1>Hello</h1> <p>Welcome</p>"),
            ),
            (
                "Captura de código SQL, título \"Consulta\":\nSELECT a, b\nFROM c;",
                Some("SELECT a, b\nFROM c;"),
            ),
            (
                "Caption: \"CSS tip\". Code in an editor window:\n.box {\n  display: grid;\n}",
                Some(".box {\n  display: grid;\n}"),
            ),
            ("code of a function that adds two numbers", None),
        ] {
            let found = find(prompt).map(|(_, inner)| &prompt[inner]);
            assert_eq!(found, want, "{prompt}");
        }
    }
}
