//! Small programs in neutral form, and how each language writes them.

/// A statement of a program that any language can say.
#[derive(Debug, Clone)]
pub enum Stmt {
    /// Condition, then, otherwise.
    If(&'static str, Vec<Stmt>, Vec<Stmt>),
    /// Variable, first value, end (not included).
    For(&'static str, &'static str, &'static str),
    /// Variable, list.
    Each(&'static str, &'static str),
    /// Ends the block that a loop opened.
    End,
    Let(&'static str, &'static str),
    Set(&'static str, &'static str),
    Return(&'static str),
    Print(&'static str),
}

/// A function with a call that shows what it does.
#[derive(Debug, Clone)]
pub struct Program {
    pub about: String,
    pub name: String,
    /// Names of the parameters; a plural stands for a list.
    pub params: Vec<&'static str>,
    pub returns: &'static str,
    pub body: Vec<Stmt>,
    /// Arguments of the call at the end.
    pub call: &'static str,
}

/// How a language writes blocks, names and types.
struct Grammar {
    comment: &'static str,
    camel: bool,
    braces: bool,
    /// End of a statement.
    stop: &'static str,
    /// Whether conditions stand in parentheses.
    parens: bool,
}

fn grammar(language: &str) -> Grammar {
    let (comment, camel, braces, stop, parens) = match language {
        "python" => ("#", false, false, "", false),
        "ruby" => ("#", false, false, "", false),
        "rust" => ("//", false, true, ";", false),
        "go" => ("//", true, true, "", false),
        "swift" => ("//", true, true, "", false),
        "kotlin" => ("//", true, true, "", true),
        "php" => ("//", true, true, ";", true),
        _ => ("//", true, true, ";", true),
    };
    Grammar {
        comment,
        camel,
        braces,
        stop,
        parens,
    }
}

/// Returns the program as source text.
pub fn write(program: &Program, language: &str) -> String {
    let mut pen = Pen {
        language,
        grammar: grammar(language),
        lines: Vec::new(),
        depth: 0,
    };
    pen.open(program);
    for stmt in &program.body {
        pen.stmt(stmt);
    }
    pen.close();
    pen.call(program);
    pen.lines.join("\n")
}

struct Pen<'l> {
    language: &'l str,
    grammar: Grammar,
    lines: Vec<String>,
    depth: usize,
}

impl Pen<'_> {
    fn line(&mut self, text: impl AsRef<str>) {
        let pad = if self.language == "ruby"
            || self.language == "javascript"
            || self.language == "typescript"
        {
            2
        } else {
            4
        };
        self.lines
            .push(format!("{}{}", " ".repeat(pad * self.depth), text.as_ref()));
    }

    fn end_block(&mut self) {
        self.depth = self.depth.saturating_sub(1);
        if self.grammar.braces {
            self.line("}");
        } else if self.language == "ruby" {
            self.line("end");
        }
    }

    /// An expression in this language's words: names in its case, its equality, its strings.
    fn expr(&self, text: &str) -> String {
        let mut out = String::new();
        let mut word = String::new();
        let mut quoted = false;
        for c in text.chars().chain(std::iter::once(' ')) {
            if c == '"' {
                quoted = !quoted;
            }
            if !quoted && (c.is_alphanumeric() || c == '_') {
                word.push(c);
                continue;
            }
            if !word.is_empty() {
                out.push_str(&self.word(&word));
                word.clear();
            }
            out.push(c);
        }
        let out = out.trim_end().to_owned();
        match self.language {
            "javascript" | "typescript" | "php" => out.replace("==", "==="),
            "python" => out.replace("&&", "and").replace("||", "or"),
            _ => out,
        }
    }

    fn word(&self, word: &str) -> String {
        if word.starts_with(|c: char| c.is_ascii_digit()) {
            return word.to_owned();
        }
        match (word, self.language) {
            ("true" | "false", "python") => return crate::components::pitch::capital(word),
            ("true" | "false", _) => return word.to_owned(),
            _ => {}
        }
        let name = if self.grammar.camel {
            camel(word)
        } else {
            word.to_owned()
        };
        if self.language == "php" {
            format!("${name}")
        } else {
            name
        }
    }

    fn name(&self, name: &str) -> String {
        if self.language == "c#" {
            let name = camel(name);
            return crate::components::pitch::capital(&name);
        }
        if self.grammar.camel {
            camel(name)
        } else {
            name.to_owned()
        }
    }

    fn kind(&self, kind: &str) -> &'static str {
        match (kind, self.language) {
            ("list", "rust") => "&[i64]",
            ("list", "go") => "[]int",
            ("list", "swift") => "[Int]",
            ("list", "kotlin") => "List<Int>",
            ("list", "typescript") => "number[]",
            ("list", "python") => "list[int]",
            ("list", "c++") => "const std::vector<int>&",
            ("list", "c") => "const int *",
            ("list", _) => "int[]",
            ("bool", "rust" | "go" | "c++" | "c#" | "c" | "python") => "bool",
            ("bool", "java" | "typescript") => "boolean",
            ("bool", "swift") => "Bool",
            ("bool", _) => "Boolean",
            (_, "rust") => "i64",
            (_, "swift" | "kotlin") => "Int",
            (_, "typescript") => "number",
            _ => "int",
        }
    }

    fn open(&mut self, program: &Program) {
        self.line(format!("{} {}", self.grammar.comment, program.about));
        let name = self.name(&program.name);
        let typed = |p: &&str| if p.ends_with('s') { "list" } else { "number" };
        let join = |items: Vec<String>| items.join(", ");
        let each = |write: &dyn Fn(&str, &str) -> String| {
            join(
                program
                    .params
                    .iter()
                    .map(|p| write(&self.word(p), self.kind(typed(p))))
                    .collect(),
            )
        };
        let returns = self.kind(program.returns);
        let head = match self.language {
            "python" => format!(
                "def {name}({}) -> {returns}:",
                each(&|p, t| format!("{p}: {t}"))
            ),
            "ruby" => format!("def {name}({})", each(&|p, _| p.to_owned())),
            "rust" => format!(
                "fn {name}({}) -> {returns} {{",
                each(&|p, t| format!("{p}: {t}"))
            ),
            "go" => format!(
                "func {name}({}) {returns} {{",
                each(&|p, t| format!("{p} {t}"))
            ),
            "swift" => format!(
                "func {name}({}) -> {returns} {{",
                each(&|p, t| format!("_ {p}: {t}"))
            ),
            "kotlin" => format!(
                "fun {name}({}): {returns} {{",
                each(&|p, t| format!("{p}: {t}"))
            ),
            "typescript" => format!(
                "function {name}({}): {returns} {{",
                each(&|p, t| format!("{p}: {t}"))
            ),
            "java" | "c#" => format!(
                "public static {returns} {name}({}) {{",
                each(&|p, t| format!("{t} {p}"))
            ),
            "c" | "c++" => format!("{returns} {name}({}) {{", each(&|p, t| format!("{t} {p}"))),
            _ => format!("function {name}({}) {{", each(&|p, _| p.to_owned())),
        };
        self.line(head);
        self.depth = 1;
    }

    fn close(&mut self) {
        while self.depth > 0 {
            self.end_block();
        }
        self.lines.push(String::new());
    }

    fn call(&mut self, program: &Program) {
        let name = self.name(&program.name);
        let call = match (self.language, program.call.starts_with('[')) {
            ("rust", true) => format!("{name}(&{})", program.call),
            ("go", true) => format!("{name}([]int{{{}}})", program.call.trim_matches(['[', ']'])),
            ("kotlin", true) => {
                format!("{name}(listOf({}))", program.call.trim_matches(['[', ']']))
            }
            ("java" | "c#", true) => format!(
                "{name}(new int[] {{{}}})",
                program.call.trim_matches(['[', ']'])
            ),
            ("c++", true) => format!("{name}({{{}}})", program.call.trim_matches(['[', ']'])),
            _ => format!("{name}({})", program.call),
        };
        let text = self.print(&call);
        if self.language == "rust" {
            self.line("fn main() {");
            self.depth = 1;
            self.line(text);
            self.end_block();
        } else {
            self.line(text);
        }
    }

    fn print(&self, shown: &str) -> String {
        match self.language {
            "python" | "swift" => format!("print({shown})"),
            "ruby" => format!("puts {shown}"),
            "rust" => format!("println!(\"{{}}\", {shown});"),
            "go" => format!("fmt.Println({shown})"),
            "java" => format!("System.out.println({shown});"),
            "c#" => format!("Console.WriteLine({shown});"),
            "kotlin" => format!("println({shown})"),
            "php" => format!("echo {shown};"),
            "c" => format!("printf(\"%d\\n\", {shown});"),
            "c++" => format!("std::cout << {shown} << '\\n';"),
            _ => format!("console.log({shown});"),
        }
    }

    fn stmt(&mut self, stmt: &Stmt) {
        let stop = self.grammar.stop;
        match stmt {
            Stmt::If(test, then, other) => self.branch(test, then, other),
            Stmt::For(name, from, to) => {
                let head = self.counted(name, from, to);
                self.line(head);
                self.depth += 1;
            }
            Stmt::Each(name, list) => {
                let (name, list) = (self.word(name), self.word(list));
                let head = match self.language {
                    "python" => format!("for {name} in {list}:"),
                    "ruby" => format!("{list}.each do |{name}|"),
                    "rust" => format!("for &{name} in {list} {{"),
                    "go" => format!("for _, {name} := range {list} {{"),
                    "swift" => format!("for {name} in {list} {{"),
                    "kotlin" => format!("for ({name} in {list}) {{"),
                    "php" => format!("foreach ({list} as {name}) {{"),
                    "java" | "c++" | "c" => format!("for (int {name} : {list}) {{"),
                    "c#" => format!("foreach (var {name} in {list}) {{"),
                    _ => format!("for (const {name} of {list}) {{"),
                };
                self.line(head);
                self.depth += 1;
            }
            Stmt::End => self.end_block(),
            Stmt::Let(name, value) => {
                let (name, value) = (self.word(name), self.expr(value));
                let lead = match self.language {
                    "rust" => "let mut ",
                    "javascript" | "typescript" | "react" => "let ",
                    "swift" | "kotlin" | "c#" => "var ",
                    "java" | "c" | "c++" => "int ",
                    _ => "",
                };
                let sign = if self.language == "go" { ":=" } else { "=" };
                self.line(format!("{lead}{name} {sign} {value}{stop}"));
            }
            Stmt::Set(name, value) => {
                let text = format!("{} {}{stop}", self.word(name), self.expr(value));
                self.line(text);
            }
            Stmt::Return(value) => {
                let text = format!("return {}{stop}", self.expr(value));
                self.line(text);
            }
            Stmt::Print(value) => {
                let shown = self.expr(value);
                let text = self.print(&shown);
                self.line(text);
            }
        }
    }

    fn counted(&self, name: &str, from: &str, to: &str) -> String {
        let (name, from, to) = (self.word(name), self.expr(from), self.expr(to));
        match self.language {
            "python" => format!("for {name} in range({from}, {to}):"),
            "ruby" => format!("({from}...{to}).each do |{name}|"),
            "rust" => format!("for {name} in {from}..{to} {{"),
            "go" => format!("for {name} := {from}; {name} < {to}; {name}++ {{"),
            "swift" => format!("for {name} in {from}..<{to} {{"),
            "kotlin" => format!("for ({name} in {from} until {to}) {{"),
            "java" | "c" | "c++" | "c#" => {
                format!("for (int {name} = {from}; {name} < {to}; {name}++) {{")
            }
            "php" => format!("for ({name} = {from}; {name} < {to}; {name}++) {{"),
            _ => format!("for (let {name} = {from}; {name} < {to}; {name}++) {{"),
        }
    }

    fn branch(&mut self, test: &str, then: &[Stmt], other: &[Stmt]) {
        let test = self.expr(test);
        let head = match (self.language, self.grammar.parens) {
            ("python", _) => format!("if {test}:"),
            ("ruby", _) => format!("if {test}"),
            (_, true) => format!("if ({test}) {{"),
            _ => format!("if {test} {{"),
        };
        self.line(head);
        self.depth += 1;
        then.iter().for_each(|s| self.stmt(s));
        if !other.is_empty() {
            self.depth -= 1;
            self.line(match self.language {
                "python" => "else:",
                "ruby" => "else",
                _ => "} else {",
            });
            self.depth += 1;
            other.iter().for_each(|s| self.stmt(s));
        }
        self.end_block();
    }
}

fn camel(name: &str) -> String {
    let mut out = String::new();
    for (i, part) in name.split('_').enumerate() {
        if i == 0 {
            out.push_str(part);
        } else {
            out.push_str(&crate::components::pitch::capital(part));
        }
    }
    out
}
