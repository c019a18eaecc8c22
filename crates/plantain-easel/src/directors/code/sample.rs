//! Sample source for a described task: the program that the words ask for, in the language that they name.

use plantain_read::Code;

use super::program::{Program, Stmt, write};

/// Returns a plausible program for a described task, and its language.
pub fn source(code: &Code) -> (String, &'static str) {
    let language = code.language.unwrap_or("javascript");
    let text = match language {
        "html" => HTML.to_owned(),
        "css" => CSS.to_owned(),
        "sql" => sql(code),
        "json" => JSON.to_owned(),
        "yaml" => YAML.to_owned(),
        "react" => REACT.to_owned(),
        "bash" => BASH.to_owned(),
        "javascript" | "typescript" if asks(code, &["fetch", "api", "request", "async"]) => {
            FETCH.to_owned()
        }
        "javascript" if asks(code, &["server", "express", "endpoint", "route"]) => {
            SERVER.to_owned()
        }
        "python" if asks(code, &["class"]) => CLASS.to_owned(),
        "python" if asks(code, &["server", "flask", "api", "endpoint"]) => FLASK.to_owned(),
        _ => write(&program(code), language),
    };
    (text, language)
}

fn asks(code: &Code, words: &[&str]) -> bool {
    code.task.iter().any(|word| {
        words
            .iter()
            .any(|w| word == w || word.trim_end_matches('s') == *w)
    })
}

/// Returns the program that the task's words name; one that filters a list when they name none.
fn program(code: &Code) -> Program {
    of_a_number(code)
        .or_else(|| of_two_numbers(code))
        .or_else(|| of_items(code))
        .or_else(|| greeting(code))
        .unwrap_or_else(|| filter(code))
}

/// A function that returns a number.
fn number(
    about: &str,
    name: &str,
    params: Vec<&'static str>,
    body: Vec<Stmt>,
    call: &'static str,
) -> Program {
    Program {
        about: about.to_owned(),
        name: name.to_owned(),
        params,
        returns: "number",
        body,
        call,
    }
}

/// Sequences and properties of one number.
fn of_a_number(code: &Code) -> Option<Program> {
    if asks(code, &["fibonacci", "fib"]) {
        return Some(number(
            "Returns the n-th Fibonacci number.",
            "fibonacci",
            vec!["n"],
            vec![
                Stmt::If("n < 2", vec![Stmt::Return("n")], Vec::new()),
                recursive("fibonacci"),
            ],
            "10",
        ));
    }
    if asks(code, &["factorial"]) {
        return Some(number(
            "Multiplies all numbers from 1 to n.",
            "factorial",
            vec!["n"],
            vec![
                Stmt::Let("result", "1"),
                Stmt::For("i", "2", "n + 1"),
                Stmt::Set("result", "*= i"),
                Stmt::End,
                Stmt::Return("result"),
            ],
            "5",
        ));
    }
    if asks(code, &["prime"]) {
        return Some(Program {
            returns: "bool",
            ..number(
                "Tells whether n is a prime number.",
                "is_prime",
                vec!["n"],
                vec![
                    Stmt::If("n < 2", vec![Stmt::Return("false")], Vec::new()),
                    Stmt::For("i", "2", "n"),
                    Stmt::If("n % i == 0", vec![Stmt::Return("false")], Vec::new()),
                    Stmt::End,
                    Stmt::Return("true"),
                ],
                "97",
            )
        });
    }
    None
}

/// Sums and products.
fn of_two_numbers(code: &Code) -> Option<Program> {
    if asks(code, &["add", "sum", "addition"])
        && asks(code, &["two", "number", "integer", "add"])
        && !asks(code, &["list", "array"])
    {
        return Some(number(
            "Adds two numbers.",
            "add_numbers",
            vec!["a", "b"],
            vec![Stmt::Let("sum", "a + b"), Stmt::Return("sum")],
            "2, 3",
        ));
    }
    if asks(code, &["multiply", "multiplication", "product"]) {
        return Some(number(
            "Multiplies two numbers.",
            "multiply",
            vec!["a", "b"],
            vec![Stmt::Let("product", "a * b"), Stmt::Return("product")],
            "6, 7",
        ));
    }
    None
}

/// What is found out about the items of a list, or about being even.
fn of_items(code: &Code) -> Option<Program> {
    if asks(code, &["max", "maximum", "largest", "biggest"]) {
        return Some(listed(
            "Returns the largest value.",
            "largest",
            "best",
            "item > best",
            "= item",
        ));
    }
    if asks(code, &["even"]) {
        return Some(Program {
            returns: "bool",
            ..number(
                "Tells whether n is even.",
                "is_even",
                vec!["n"],
                vec![Stmt::Return("n % 2 == 0")],
                "42",
            )
        });
    }
    if asks(code, &["sum", "total", "average", "mean"]) {
        return Some(number(
            "Adds up all items.",
            "total",
            vec!["items"],
            vec![
                Stmt::Let("sum", "0"),
                Stmt::Each("item", "items"),
                Stmt::Set("sum", "+= item"),
                Stmt::End,
                Stmt::Return("sum"),
            ],
            "[4, 8, 15, 16]",
        ));
    }
    None
}

/// Numbers that are told by the words for their divisors.
fn fizzbuzz() -> Program {
    let by = |condition, word, otherwise| Stmt::If(condition, vec![Stmt::Print(word)], otherwise);
    number(
        "Prints Fizz, Buzz or the number itself.",
        "fizz_buzz",
        vec!["n"],
        vec![
            Stmt::For("i", "1", "n + 1"),
            by(
                "i % 15 == 0",
                "\"FizzBuzz\"",
                vec![by(
                    "i % 3 == 0",
                    "\"Fizz\"",
                    vec![by("i % 5 == 0", "\"Buzz\"", vec![Stmt::Print("i")])],
                )],
            ),
            Stmt::End,
            Stmt::Return("n"),
        ],
        "15",
    )
}

/// A loop that says hello.
fn greeting(code: &Code) -> Option<Program> {
    if asks(code, &["fizzbuzz"]) {
        return Some(fizzbuzz());
    }
    if asks(
        code,
        &[
            "loop", "count", "counter", "fizzbuzz", "hello", "world", "greet", "greeting",
        ],
    ) {
        return Some(number(
            "Counts the steps and says hello.",
            "say_hello",
            vec!["n"],
            vec![
                Stmt::For("i", "0", "n"),
                Stmt::Print("\"Hello, world!\""),
                Stmt::End,
                Stmt::Return("n"),
            ],
            "3",
        ));
    }
    None
}

/// Counts items above a limit, under the name that the task suggests.
fn filter(code: &Code) -> Program {
    let plain = listed(
        "Counts the items above the limit.",
        "count_large",
        "count",
        "item > 10",
        "+= 1",
    );
    match task_name(code) {
        Some(name) => Program {
            about: format!(
                "{} and returns how many there are.",
                crate::components::pitch::capital(&name.replace('_', " "))
            ),
            name,
            ..plain
        },
        None => plain,
    }
}

/// The recursive step of a function that calls itself twice.
fn recursive(name: &str) -> Stmt {
    match name {
        "fibonacci" => Stmt::Return("fibonacci(n - 1) + fibonacci(n - 2)"),
        _ => Stmt::Return("n"),
    }
}

fn listed(
    about: &str,
    name: &str,
    held: &'static str,
    test: &'static str,
    change: &'static str,
) -> Program {
    Program {
        about: about.to_owned(),
        name: name.to_owned(),
        params: vec!["items"],
        returns: "number",
        body: vec![
            Stmt::Let(held, "0"),
            Stmt::Each("item", "items"),
            Stmt::If(test, vec![Stmt::Set(held, change)], Vec::new()),
            Stmt::End,
            Stmt::Return(held),
        ],
        call: "[3, 12, 7, 25]",
    }
}

/// "a function that validates emails" → `validate_emails`.
fn task_name(code: &Code) -> Option<String> {
    let at = code
        .task
        .iter()
        .position(|w| matches!(w.as_str(), "that" | "which" | "to" | "for"))?;
    let words: Vec<String> = code.task[at + 1..]
        .iter()
        .filter(|w| {
            !matches!(
                w.as_str(),
                "a" | "an" | "the" | "all" | "is" | "of" | "in" | "with"
            )
        })
        .take_while(|w| w.chars().all(|c| c.is_ascii_lowercase()))
        .take(2)
        .cloned()
        .collect();
    let verb = words.first()?;
    let bare = match verb
        .strip_suffix("es")
        .filter(|s| s.ends_with(['h', 's', 'x']))
    {
        Some(stem) => stem.to_owned(),
        None => verb
            .strip_suffix('s')
            .filter(|s| s.len() > 2 && !s.ends_with('s'))
            .unwrap_or(verb)
            .to_owned(),
    };
    Some(
        std::iter::once(bare)
            .chain(words.iter().skip(1).cloned())
            .collect::<Vec<_>>()
            .join("_"),
    )
}

/// A query over the things that the task names.
fn sql(code: &Code) -> String {
    let limit = code
        .task
        .iter()
        .find_map(|w| w.parse::<u32>().ok())
        .unwrap_or(10);
    let table = [
        "customers",
        "orders",
        "users",
        "products",
        "employees",
        "students",
    ]
    .into_iter()
    .find(|t| code.task.iter().any(|w| w == t || format!("{w}s") == *t))
    .unwrap_or("customers");
    match table {
        "users" | "employees" | "students" => format!(
            "SELECT id, name, email\nFROM {table}\nWHERE active = TRUE\n  AND created_at >= '2026-01-01'\nORDER BY name ASC\nLIMIT {limit};"
        ),
        "products" | "orders" => format!(
            "SELECT category, COUNT(*) AS items, AVG(price) AS average\nFROM {table}\nWHERE price > 0\nGROUP BY category\nORDER BY items DESC\nLIMIT {limit};"
        ),
        _ => format!(
            "SELECT c.id, c.name, SUM(o.total) AS revenue\nFROM customers AS c\nJOIN orders AS o ON o.customer_id = c.id\nWHERE o.status = 'paid'\nGROUP BY c.id, c.name\nORDER BY revenue DESC\nLIMIT {limit};"
        ),
    }
}

/// Returns what a shell would answer to a command.
pub fn answer(command: &str) -> Vec<&'static str> {
    let words: Vec<&str> = command.split_whitespace().collect();
    match (
        words.first().copied().unwrap_or_default(),
        words.get(1).copied().unwrap_or_default(),
    ) {
        ("git", "status") => vec![
            "On branch main",
            "Your branch is up to date with 'origin/main'.",
            "",
            "Changes not staged for commit:",
            "        modified:   src/app.rs",
            "        modified:   README.md",
            "",
            "no changes added to commit",
        ],
        ("git", "log") => vec![
            "commit 4f1c9a2 (HEAD -> main)",
            "    Fix the sorting of entries",
            "commit b82d077",
            "    Add search to the sidebar",
        ],
        ("git", "commit") => {
            vec!["[main 4f1c9a2] 3 files changed, 42 insertions(+), 7 deletions(-)"]
        }
        ("git", "push") => vec![
            "To github.com:team/app.git",
            "   b82d077..4f1c9a2  main -> main",
        ],
        ("git", _) => vec!["Already up to date."],
        ("npm" | "yarn" | "pnpm", "install" | "i" | "add") => vec![
            "added 57 packages, and audited 58 packages in 3s",
            "",
            "found 0 vulnerabilities",
        ],
        ("npm" | "yarn" | "pnpm", _) => vec![
            "> app@1.4.0 start",
            "Server listening on http://localhost:3000",
        ],
        ("docker", "ps") => vec![
            "CONTAINER ID   IMAGE          STATUS",
            "9f2c1b7d4e8a   postgres:16    Up 3 hours",
            "c07ab51e2d93   redis:7        Up 3 hours",
        ],
        ("cargo", _) => vec![
            "   Compiling app v0.4.1",
            "    Finished `dev` profile in 2.31s",
        ],
        ("pip" | "pip3", _) => vec!["Collecting packages", "Successfully installed 4 packages"],
        ("ls", _) => vec!["Cargo.toml   README.md   docs   src   tests"],
        ("ping", _) => vec![
            "64 bytes: icmp_seq=1 ttl=57 time=11.2 ms",
            "64 bytes: icmp_seq=2 ttl=57 time=10.9 ms",
        ],
        ("pytest", _) => vec![
            "collected 24 items",
            "tests/test_app.py ........................ [100%]",
            "24 passed in 1.08s",
        ],
        ("curl", _) => vec![
            "HTTP/2 200",
            "content-type: application/json",
            "{\"status\":\"ok\"}",
        ],
        _ => vec!["Done in 1.2s"],
    }
}

const HTML: &str = "<!DOCTYPE html>\n<html lang=\"en\">\n  <head>\n    <title>My page</title>\n  </head>\n  <body>\n    <h1 class=\"title\">Hello, world!</h1>\n    <a href=\"/about\">About us</a>\n  </body>\n</html>";
const CSS: &str = ".card {\n  display: flex;\n  gap: 1rem;\n  padding: 24px;\n  border-radius: 12px;\n  background: #ffffff;\n  box-shadow: 0 8px 24px rgba(0, 0, 0, 0.1);\n}\n\n.card:hover {\n  transform: translateY(-2px);\n}";
const JSON: &str = "{\n  \"name\": \"app\",\n  \"version\": \"1.4.0\",\n  \"private\": true,\n  \"scripts\": {\n    \"start\": \"node server.js\",\n    \"test\": \"vitest run\"\n  },\n  \"ports\": [3000, 3001]\n}";
const YAML: &str = "services:\n  web:\n    image: app:1.4.0\n    ports:\n      - \"3000:3000\"\n    depends_on:\n      - db\n  db:\n    image: postgres:16\n    restart: always";
const REACT: &str = "import { useState } from 'react';\n\nexport function Counter() {\n  const [count, setCount] = useState(0);\n\n  return (\n    <button onClick={() => setCount(count + 1)}>\n      Clicked {count} times\n    </button>\n  );\n}";
const BASH: &str = "#!/usr/bin/env bash\nset -euo pipefail\n\nfor file in *.log; do\n  echo \"Packing $file\"\n  gzip \"$file\"\ndone";
const FETCH: &str = "async function getUser(id) {\n  const response = await fetch(`/api/users/${id}`);\n\n  if (!response.ok) {\n    throw new Error('User not found');\n  }\n\n  return response.json();\n}\n\nconst user = await getUser(42);\nconsole.log(user.name);";
const SERVER: &str = "import express from 'express';\n\nconst app = express();\n\napp.get('/hello', (req, res) => {\n  res.json({ message: 'Hello, world!' });\n});\n\napp.listen(3000, () => {\n  console.log('Listening on port 3000');\n});";
const CLASS: &str = "class Account:\n    \"\"\"A bank account.\"\"\"\n\n    def __init__(self, owner: str, balance: float = 0):\n        self.owner = owner\n        self.balance = balance\n\n    def deposit(self, amount: float) -> None:\n        self.balance += amount\n\n\naccount = Account(\"Ada\")\naccount.deposit(100)";
const FLASK: &str = "from flask import Flask, jsonify\n\napp = Flask(__name__)\n\n\n@app.route(\"/hello\")\ndef hello():\n    return jsonify(message=\"Hello, world!\")\n\n\nif __name__ == \"__main__\":\n    app.run(port=3000)";
