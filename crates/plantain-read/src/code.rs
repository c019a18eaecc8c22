//! Finds source text and terminal commands in a prompt, and what a picture of code should show.

mod source;

pub(crate) use source::find;

use crate::reader::Reader;
use crate::{Brief, Genre, Literal, Origin, Role, Span};

/// What a picture of code or of a terminal shows.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Code {
    /// Given source or commands, in order: indices into [`Brief::literals`]. Empty when the prompt only describes it.
    pub given: Vec<usize>,
    /// Name of the file or window, if the prompt tells it: index into [`Brief::literals`].
    pub file: Option<usize>,
    /// Canonical name of the language ("python", "c++"), if one is named.
    pub language: Option<&'static str>,
    /// Lower-case words of the description ("function adds two numbers").
    pub task: Vec<String>,
    /// A shell session rather than source text.
    pub terminal: bool,
}

/// Languages: canonical name, and the words that name them.
const LANGUAGES: &[(&str, &[&str])] = &[
    (
        "javascript",
        &[
            "javascript",
            "js",
            "node",
            "node.js",
            "nodejs",
            "express",
            "vue",
        ],
    ),
    ("typescript", &["typescript", "ts", "angular"]),
    ("react", &["react", "jsx", "tsx", "next.js"]),
    (
        "python",
        &["python", "py", "python3", "django", "flask", "pandas"],
    ),
    ("rust", &["rust", "rustlang"]),
    ("go", &["golang", "go"]),
    ("java", &["java", "spring"]),
    ("c++", &["c++", "cpp"]),
    ("c#", &["c#", "csharp", ".net"]),
    ("c", &["c"]),
    ("ruby", &["ruby", "rails"]),
    ("php", &["php", "laravel"]),
    ("swift", &["swift", "swiftui"]),
    ("kotlin", &["kotlin"]),
    ("html", &["html", "html5"]),
    ("css", &["css", "css3", "scss"]),
    ("sql", &["sql", "mysql", "postgres", "postgresql", "sqlite"]),
    ("json", &["json"]),
    ("yaml", &["yaml", "yml"]),
    ("bash", &["bash", "shell", "zsh", "sh", "powershell"]),
];

/// Programs that are called from a shell.
const PROGRAMS: &[&str] = &[
    "git",
    "npm",
    "npx",
    "yarn",
    "pnpm",
    "docker",
    "kubectl",
    "cargo",
    "pip",
    "pip3",
    "python3",
    "curl",
    "wget",
    "ssh",
    "sudo",
    "apt",
    "brew",
    "ls",
    "cd",
    "mkdir",
    "grep",
    "cat",
    "echo",
    "ping",
    "rustc",
    "gcc",
    "terraform",
    "ffmpeg",
    "systemctl",
    "chmod",
    "tar",
    "htop",
    "pytest",
];

/// Endings of file names.
const EXTENSIONS: &[&str] = &[
    "js", "ts", "tsx", "jsx", "py", "rs", "go", "java", "cpp", "cc", "c", "h", "cs", "rb", "php",
    "swift", "kt", "html", "css", "scss", "sql", "json", "yaml", "yml", "sh", "toml", "md", "txt",
    "vue", "ini", "env",
];

/// Makes a picture of code of a brief that holds source text or names a language with "code" behind it.
pub(crate) fn claim(reader: &mut Reader<'_>, source: bool) {
    let open = matches!(
        reader.brief.genre,
        Genre::Scene | Genre::Composed | Genre::WebPage | Genre::Chart | Genre::FlowChart
    );
    if !open && reader.brief.genre != Genre::CodeShot {
        return;
    }
    if source || is_described(reader) || quotes_command(reader) {
        reader.brief.genre = Genre::CodeShot;
    }
}

/// "python code for …", "a rust function that …", "sql query".
fn is_described(reader: &Reader<'_>) -> bool {
    (0..reader.len()).any(|at| {
        named(reader.key(at)).is_some()
            && (at + 1..at + 4).any(|i| {
                matches!(
                    reader.key(i),
                    "code" | "snippet" | "function" | "script" | "query" | "class" | "program"
                )
            })
    })
}

/// "console showing `docker ps`": a quoted call of a program, and a shell.
fn quotes_command(reader: &Reader<'_>) -> bool {
    let shell = (0..reader.len()).any(|at| {
        matches!(
            reader.key(at),
            "terminal" | "console" | "shell" | "command" | "cli"
        )
    });
    shell
        && reader.quoted.iter().any(|quoted| {
            let text = reader.prompt[quoted.inner.clone()].trim_start_matches(['$', ' ']);
            let first = text.split_whitespace().next().unwrap_or_default();
            PROGRAMS.contains(&first)
        })
}

fn named(key: &str) -> Option<&'static str> {
    LANGUAGES
        .iter()
        .find(|(_, words)| words.contains(&key))
        .map(|(name, _)| *name)
}

/// Sorts out a picture of code: what is to be set, in which language; everything else is description.
pub(crate) fn settle(brief: &mut Brief, source: Option<&Span>) {
    if brief.genre != Genre::CodeShot {
        return;
    }
    let prompt = brief.prompt.clone();
    let outside = match source {
        Some(span) => format!("{} {}", &prompt[..span.start], &prompt[span.end..]),
        None => prompt.clone(),
    };
    let words: Vec<String> = outside
        .split(|c: char| c.is_whitespace() || ",:;()\"'`".contains(c))
        .map(|word| word.trim_end_matches(['.', '!', '?']).to_lowercase())
        .filter(|word| !word.is_empty())
        .collect();
    let tag = prompt
        .find("```")
        .and_then(|at| prompt[at + 3..].split_whitespace().next())
        .and_then(named);
    let language = tag.or_else(|| words.iter().find_map(|word| named_in_prose(word)));
    let shell = words.iter().any(|word| {
        matches!(
            word.as_str(),
            "terminal" | "console" | "cli" | "command" | "commands" | "tty"
        )
    }) || outside.to_lowercase().contains("command line");
    let mut literals: Vec<Literal> = std::mem::take(&mut brief.literals)
        .into_iter()
        .filter(|literal| literal.origin == Origin::Quoted)
        .collect();
    let mut code = Code {
        language,
        terminal: shell && source.is_none_or(|span| prompts(&prompt[span.clone()])),
        ..Code::default()
    };
    if let Some(span) = file_name(&prompt, source) {
        literals.retain(|literal| literal.span.end <= span.start || literal.span.start >= span.end);
        literals.push(found(&prompt, span, Role::Title));
    }
    if code.terminal && source.is_none() {
        literals.extend(session(&prompt, &literals));
    }
    literals.sort_by_key(|literal| literal.span.start);
    for (index, literal) in literals.iter_mut().enumerate() {
        let named = literal.origin == Origin::Introduced && literal.role == Role::Title;
        if code.file.is_none() && (named || names_file(&prompt, literal)) {
            literal.role = Role::Title;
            code.file = Some(index);
        } else {
            literal.role = Role::Body;
            code.given.push(index);
        }
    }
    code.task = words;
    brief.literals = literals;
    brief.pairs.clear();
    brief.lists.clear();
    brief.objects.clear();
    brief.relations.clear();
    brief.code = Some(code);
}

/// Whether the text is a session: its first line begins with the sign before a command.
fn prompts(text: &str) -> bool {
    text.trim_start().starts_with(['$', '>', '%', '#']) && text.contains("$ ")
}

/// "c" and "go" are words as well; they name a language only where they stand as one.
fn named_in_prose(word: &str) -> Option<&'static str> {
    (!matches!(word, "sh" | "express" | "node" | "next.js" | "py" | "ts"))
        .then(|| named(word))
        .flatten()
        .or(match word {
            "express" | "node" => Some("javascript"),
            _ => None,
        })
}

/// Whether the word before a quoted text says that it names the file or the window.
fn names_file(prompt: &str, literal: &Literal) -> bool {
    let before =
        prompt[..literal.span.start].trim_end_matches(['"', '\'', '`', '“', '‘', ' ', ':']);
    let word = before
        .rsplit(|c: char| !c.is_alphanumeric())
        .next()
        .unwrap_or_default();
    matches!(
        word.to_lowercase().as_str(),
        "titled"
            | "title"
            | "named"
            | "called"
            | "file"
            | "filename"
            | "tab"
            | "caption"
            | "header"
            | "título"
            | "titulo"
            | "titre"
            | "titolo"
            | "titel"
            | "tytuł"
            | "başlık"
            | "заголовок"
    )
}

fn found(prompt: &str, span: Span, role: Role) -> Literal {
    Literal {
        text: prompt[span.clone()].to_string(),
        span,
        role,
        origin: Origin::Introduced,
        on_object: None,
    }
}

/// A word with the ending of a source file, outside the source itself.
fn file_name(prompt: &str, source: Option<&Span>) -> Option<Span> {
    let mut at = 0;
    prompt
        .split(|c: char| c.is_whitespace() || ",;()\"'`".contains(c))
        .find_map(|word| {
            let start = at;
            at += word.len();
            at += prompt[at..].chars().next().map_or(0, char::len_utf8);
            let bare = word.trim_end_matches(['.', ':', '!', '?']);
            let (stem, ending) = bare.rsplit_once('.')?;
            let inside = source.is_some_and(|s| s.start <= start && start < s.end);
            let named = !stem.is_empty()
                && !matches!(
                    bare.to_lowercase().as_str(),
                    "node.js" | "next.js" | "vue.js" | "three.js"
                )
                && stem
                    .chars()
                    .all(|c| c.is_alphanumeric() || "_-./".contains(c))
                && EXTENSIONS.contains(&ending.to_lowercase().as_str());
            (named && !inside).then(|| start..start + bare.len())
        })
}

/// Commands and outputs of a shell session that no quotes mark: "git status", "output added 57 packages".
fn session(prompt: &str, known: &[Literal]) -> Vec<Literal> {
    let taken = |at: usize| known.iter().any(|l| l.span.start <= at && at < l.span.end);
    let lower = prompt.to_ascii_lowercase();
    let mut out = Vec::new();
    // "output "done"": a text behind that word is no command.
    let answers = |l: &&Literal| {
        let before = prompt[..l.span.start].trim_end_matches(['"', '“', '\'', '`', ' ', ':']);
        before.to_ascii_lowercase().ends_with("output")
    };
    let quoted = known
        .iter()
        .filter(|l| !answers(l))
        .any(|l| l.role != Role::Title);
    if !quoted {
        let mut from = 0;
        let mut end = 0;
        for word in lower.split_inclusive(char::is_whitespace) {
            let bare = word.trim().trim_matches([',', '"', '\'', '`', ':']);
            let start = from;
            from += word.len();
            let next = out.is_empty()
                || prompt
                    .get(end..start)
                    .is_some_and(|gap| gap.trim() == "and");
            if next && start >= end && PROGRAMS.contains(&bare) && !taken(start) {
                let span = clause(prompt, start);
                end = span.end;
                out.push(found(prompt, span, Role::Body));
            }
        }
    }
    if let Some(at) = lower.find("output ").or_else(|| lower.find("output: ")) {
        let start = at + "output".len();
        let start =
            start + (prompt.len() - start - prompt[start..].trim_start_matches([' ', ':']).len());
        let word = lower[start..].split_whitespace().next().unwrap_or_default();
        let described = matches!(
            word,
            "of" | "is" | "with" | "in" | "on" | "and" | "from" | "showing" | "for" | ""
        );
        if !described && !taken(start) && !prompt[start..].starts_with(['"', '\'', '`', '“']) {
            out.push(found(prompt, clause(prompt, start), Role::Body));
        }
    }
    out
}

/// From `start` to where the clause ends.
fn clause(prompt: &str, start: usize) -> Span {
    const ENDS: &[&str] = &[
        ", ",
        " and ",
        " output",
        " with ",
        " in a ",
        " on a ",
        "\n",
        ". ",
        " showing ",
        " screenshot",
    ];
    let rest = &prompt[start..];
    let end = ENDS
        .iter()
        .filter_map(|mark| rest.find(mark))
        .min()
        .unwrap_or(rest.len());
    let text = rest[..end].trim_end_matches(['.', ' ', ',', '\'', '"', '`']);
    start..start + text.len()
}

#[cfg(test)]
mod tests {
    use crate::{Genre, read};

    #[test]
    fn source_is_given_or_described() {
        // Prompt, language, terminal, given texts, file.
        type Case = (
            &'static str,
            Option<&'static str>,
            bool,
            &'static [&'static str],
            Option<&'static str>,
        );
        const CASES: &[Case] = &[
            (
                "code snippet in python:\n```python\ndef f(x):\n    return \"a, b\"\n```",
                Some("python"),
                false,
                &["def f(x):\n    return \"a, b\""],
                None,
            ),
            (
                "code screenshot of a python function, dark theme\ndef add(a, b):\n    return a + b",
                Some("python"),
                false,
                &["def add(a, b):\n    return a + b"],
                None,
            ),
            (
                "image of this code: let a = 'x'; print(a); dark theme",
                None,
                false,
                &["let a = 'x'; print(a);"],
                None,
            ),
            (
                "javascript code screenshot showing a function that adds two numbers",
                Some("javascript"),
                false,
                &[],
                None,
            ),
            (
                "code screenshot of main.rs in rust",
                Some("rust"),
                false,
                &[],
                Some("main.rs"),
            ),
            (
                "terminal window showing git status output",
                None,
                true,
                &["git status"],
                None,
            ),
            (
                "terminal with command `make all` and output done in 3 s",
                None,
                true,
                &["make all", "done in 3 s"],
                None,
            ),
            (
                "terminal screenshot showing npm install and npm run build, output \"Built in 2 s\"",
                None,
                true,
                &["npm install", "npm run build", "Built in 2 s"],
                None,
            ),
            (
                "console showing `docker ps`",
                None,
                true,
                &["docker ps"],
                None,
            ),
            (
                "SQL query code block selecting top customers",
                Some("sql"),
                false,
                &[],
                None,
            ),
        ];
        for (prompt, language, terminal, given, file) in CASES {
            let brief = read(prompt);
            assert_eq!(brief.genre, Genre::CodeShot, "{prompt}");
            let code = brief.code.as_ref().expect(prompt);
            let text = |i: &usize| brief.literals[*i].text.as_str();
            let texts: Vec<&str> = code.given.iter().map(text).collect();
            assert_eq!(
                (code.language, code.terminal),
                (*language, *terminal),
                "{prompt}"
            );
            assert_eq!(texts, *given, "{prompt}");
            assert_eq!(code.file.as_ref().map(text), *file, "{prompt}");
        }
    }
}
