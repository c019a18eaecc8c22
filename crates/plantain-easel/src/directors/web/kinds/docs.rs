//! Documentation: the contents at the left, a chapter with text and code beside them.

use plantain_read::Role;
use plantain_scene::Node;
use plantain_scene::Oklch;
use plantain_scene::Token;
use plantain_scene::build::{col, icon, row};
use plantain_scene::node::{FontRole, Place};

use super::{button_row, header, remains, sheet, subject};
use crate::components::ui::{Kit, Supply, Type, Word};
use crate::directors::web::Page;
use crate::studio::Studio;

const CHAPTERS: &[&str] = &[
    "Introduction",
    "Installation",
    "Quick start",
    "Configuration",
    "Commands",
    "FAQ",
];
/// Chapters of help that is about no program.
const TOPICS: &[&str] = &[
    "Getting started",
    "Account",
    "Billing",
    "Security",
    "Notifications",
    "FAQ",
];
const PROSE: &[&str] = &[
    "This takes about five minutes. Have your account details at hand; nothing that you have saved is lost.",
    "If something looks different on your side, check for an update first, then repeat the last step.",
];
/// Steps that fit any guide.
const STEPS: &[&str] = &[
    "Open the settings and choose the entry at the top.",
    "Hold the button until the light turns white.",
    "Wait for the restart and sign in again.",
];
/// Parameters of a call that is made up: name, type, what it is.
const PARAMETERS: &[(&str, &str, &str)] = &[
    ("id", "string", "Identifies the record"),
    ("limit", "integer", "How many records come back"),
    ("cursor", "string", "Where the next page begins"),
    ("expand", "boolean", "Includes what belongs to it"),
];
const TEXT: &[&str] = &[
    "This chapter takes about five minutes. You need a terminal and nothing else; everything that is installed here can be removed again with one command.",
    "Run the commands in the order in which they stand. Each of them tells what it did, and asks before it changes a file.",
];

pub fn build(page: &Page<'_>, studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    let name = supply.first(&[Role::Brand]).or_else(|| {
        supply.find(|role, text| matches!(role, Role::Text | Role::Subtitle) && !text.contains(' '))
    });
    let mut chapters = supply.all(&[Role::Tab, Role::Link]);
    if chapters.is_empty() {
        chapters = supply
            .listed(&["section", "chapter", "sidebar", "topic", "page", ""])
            .unwrap_or_default()
            .into_iter()
            .filter_map(|e| e.name)
            .collect();
    }
    if chapters.is_empty() && kit.filler {
        let usual = if is_prose(supply) { TOPICS } else { CHAPTERS };
        chapters = usual.iter().map(|c| kit.say(c)).collect();
    }
    let title = supply
        .first(&[Role::Title])
        .or_else(|| {
            chapters
                .get(1)
                .or(chapters.first())
                .map(|c| Word::built(c.text.clone()))
        })
        .or_else(|| subject(studio.brief).map(Word::built))
        .unwrap_or_else(|| kit.say("Introduction"));
    let told = code_lines(supply);
    let body = supply.all(&[Role::Body, Role::Subtitle]);
    let buttons = supply.buttons();
    let command = name
        .as_ref()
        .map_or_else(|| "tool".to_owned(), |n| n.text.to_lowercase());
    let top = match name {
        Some(name) => kit.site_header(
            Some(&name),
            &[],
            vec![icon("search", kit.u(20.0)), icon("moon", kit.u(20.0))],
        ),
        None => header(page, supply, &[], &["search", "moon"]),
    };
    let rest = remains(kit, supply);
    let (root, inner) = sheet(page);
    let side = kit.u(220.0);
    let w = if page.tall() {
        inner
    } else {
        inner - side - kit.u(40.0)
    };
    let sample = || code_sample(supply, studio, &command);
    let article = Article {
        title: &title,
        body,
        told,
        rest,
        buttons,
        prose: is_prose(supply),
    };
    let main = article.build(page, w, sample);
    let active = chapters
        .iter()
        .position(|c| c.text == title.text)
        .unwrap_or(0);
    let contents = contents(page, &chapters, active, side);
    let content = if page.tall() {
        col().fill_w().gap(kit.u(20.0)).child(contents).child(main)
    } else {
        row()
            .fill_w()
            .grow(1.0)
            .gap(kit.u(40.0))
            .align(Place::Start)
            .child(contents)
            .child(main)
    };
    root.gap(kit.u(10.0))
        .child(top)
        .child(kit.rule())
        .child(content.margin(kit.u(14.0), 0.0, 0.0, 0.0))
        .children((kit.filler && !page.tall()).then(|| page.footer(None, &[])))
}

/// What stands beside the contents.
struct Article<'w> {
    title: &'w Word,
    body: Vec<Word>,
    told: Vec<Word>,
    rest: Option<Node>,
    buttons: Vec<Word>,
    /// Whether it explains in words and shows no code.
    prose: bool,
}

impl Article<'_> {
    fn build(self, page: &Page<'_>, w: f32, sample: impl FnOnce() -> Vec<Word>) -> Node {
        let kit = &page.kit;
        let Self {
            title,
            body,
            told,
            rest,
            buttons,
            prose,
        } = self;
        let mut main = col().w(w).rigid().gap(kit.u(18.0)).child(
            kit.text(title, Type::Display)
                .size(kit.u(40.0))
                .max_lines(2),
        );
        let texts: Vec<Word> = if body.is_empty() && kit.filler {
            let usual = if prose { PROSE } else { TEXT };
            usual.iter().map(|t| Word::invented(*t)).collect()
        } else {
            body
        };
        let para = |word: &Word| {
            kit.text(word, Type::Body)
                .font(FontRole::Body)
                .size(kit.u(17.0))
                .leading(1.55)
                .max_w(kit.u(760.0))
        };
        main = main.children(texts.first().map(para));
        if !told.is_empty() {
            main = main.child(block(kit, &told, w));
        } else if prose && kit.filler {
            main = main.child(steps(kit));
        } else if kit.filler {
            main = main.child(block(kit, &sample(), w).filler());
        }
        main = main.children(texts.iter().skip(1).map(para)).children(rest);
        if !buttons.is_empty() {
            main = main.child(button_row(kit, &buttons, false));
        }
        if kit.filler && prose {
            main = main.child(helpful(kit));
        } else if kit.filler {
            main = main.child(note(kit));
        }
        if kit.filler && !prose && page.shape == crate::directors::web::Shape3::Square {
            main = main.child(parameters(kit));
        }
        main
    }
}

/// Whether the page explains a thing or a service and no program.
fn is_prose(supply: &Supply<'_>) -> bool {
    supply.speaks_of(&[
        "knowledge base",
        "help article",
        "how to",
        "support article",
        "was this helpful",
    ]) && !supply.speaks_of(&[
        "api", "code", "install", "command", "curl", "sdk", "library",
    ])
}

/// Lines of code in what the page speaks of: a call, a program, commands.
fn code_sample(supply: &Supply<'_>, studio: &Studio<'_>, command: &str) -> Vec<Word> {
    let lines: Vec<String> =
        if supply.speaks_of(&["curl", "endpoint", "rest api", "payments api", "http"]) {
            let path = studio
                .brief
                .literals
                .iter()
                .flat_map(|l| l.text.split_whitespace())
                .find(|word| word.starts_with('/'))
                .unwrap_or("/v1/records");
            vec![
                format!("curl https://api.example.com{path} \\"),
                "  -H \"Authorization: Bearer $KEY\" \\".to_owned(),
                "  -d amount=2400 -d currency=eur".to_owned(),
            ]
        } else if supply.speaks_of(&["python", "pip"]) {
            vec![
                format!("from {command} import Client"),
                "client = Client(key=\"…\")".to_owned(),
                "for item in client.list(limit=10):".to_owned(),
                "    print(item.name)".to_owned(),
            ]
        } else if supply.speaks_of(&["npm", "javascript", "node", "react"]) {
            let name = studio
                .brief
                .prompt
                .split_once("npm install ")
                .and_then(|(_, behind)| behind.split_whitespace().next())
                .unwrap_or(command);
            vec![
                format!("$ npm install {name}"),
                format!("$ npx {name} init"),
                format!("$ npx {name} dev"),
            ]
        } else {
            return samples(command);
        };
    lines.into_iter().map(Word::invented).collect()
}

fn steps(kit: &Kit<'_>) -> Node {
    let d = kit.u(32.0);
    let rows = STEPS.iter().enumerate().map(|(i, text)| {
        let number = Word::invented((i + 1).to_string());
        row()
            .fill_w()
            .gap(kit.u(16.0))
            .child(
                row()
                    .size_box(d, d)
                    .rigid()
                    .center()
                    .radius(d / 2.0)
                    .fill(Token::AccentSoft)
                    .child(
                        kit.figure(&number, Type::Strong)
                            .color(Token::AccentText)
                            .centered(),
                    ),
            )
            .child(
                kit.text(&Word::invented(*text), Type::Body)
                    .max_lines(3)
                    .grow(1.0),
            )
    });
    col().fill_w().gap(kit.u(16.0)).children(rows)
}

/// "Was this helpful?" with two buttons.
fn helpful(kit: &Kit<'_>) -> Node {
    use crate::components::ui::Push;
    let bar = row()
        .fill_w()
        .gap(kit.u(12.0))
        .pad_xy(kit.u(20.0), kit.u(14.0))
        .radius(kit.radius())
        .fill(Token::Sunken)
        .child(
            kit.text(&kit.label("Was this helpful?"), Type::Strong)
                .max_lines(1)
                .grow(1.0),
        );
    bar.child(kit.button_sized(&kit.label("Yes"), Push::Secondary, Some("thumbs-up"), 40.0))
        .child(kit.button_sized(&kit.label("No"), Push::Secondary, Some("thumbs-down"), 40.0))
}

/// A table of parameters.
fn parameters(kit: &Kit<'_>) -> Node {
    let rows = PARAMETERS.iter().map(|(name, kind, said)| {
        row()
            .fill_w()
            .gap(kit.u(16.0))
            .child(
                kit.text(&Word::invented(*name), Type::Strong)
                    .font(FontRole::Mono)
                    .max_lines(1)
                    .w(kit.u(110.0)),
            )
            .child(
                kit.text(&Word::invented(*kind), Type::Caption)
                    .max_lines(1)
                    .w(kit.u(80.0)),
            )
            .child(
                kit.text(&Word::invented(*said), Type::Body)
                    .max_lines(2)
                    .grow(1.0),
            )
    });
    kit.row_card(rows.collect()).filler()
}

fn contents(page: &Page<'_>, chapters: &[Word], active: usize, w: f32) -> Node {
    let kit = &page.kit;
    if page.tall() {
        return kit
            .choice_chips(chapters, active)
            .wrap()
            .row_gap(kit.u(8.0));
    }
    let lines = chapters.iter().enumerate().map(|(i, word)| {
        let on = i == active;
        let text = kit
            .text(word, Type::Body)
            .weight(if on { 600 } else { 400 })
            .color(if on { Token::AccentText } else { Token::Ink })
            .max_lines(1);
        let line = row()
            .role("chapter")
            .fill_w()
            .h(kit.u(40.0))
            .pad_xy(kit.u(14.0), 0.0)
            .radius(kit.radius().min(kit.u(10.0)))
            .child(text);
        if on {
            line.fill(Token::AccentSoft)
        } else {
            line
        }
    });
    col().w(w).rigid().gap(kit.u(4.0)).children(lines)
}

/// The commands or lines of code that the prompt tells.
fn code_lines(supply: &mut Supply<'_>) -> Vec<Word> {
    const HEADS: &[&str] = &["code", "command", "snippet", "terminal", "block"];
    let listed = supply.list(HEADS).unwrap_or_default();
    if !listed.is_empty() {
        return listed;
    }
    supply
        .valued(HEADS)
        .map(|(_, value)| vec![value])
        .unwrap_or_default()
}

/// Three commands of the tool.
fn samples(command: &str) -> Vec<Word> {
    [
        format!("$ {command} init my-project"),
        format!("$ cd my-project && {command} add"),
        format!("$ {command} run --watch"),
    ]
    .into_iter()
    .map(Word::invented)
    .collect()
}

/// A terminal with these lines, the last of them lit.
fn block(kit: &Kit<'_>, lines: &[Word], w: f32) -> Node {
    let ground = Oklch::new(0.22, 0.02, 260.0).rgba();
    let ink = Oklch::new(0.93, 0.02, 260.0).rgba();
    let soft = Oklch::new(0.72, 0.10, 160.0).rgba();
    let last = lines.len().saturating_sub(1);
    let nodes = lines.iter().enumerate().map(|(i, line)| {
        kit.text(line, Type::Body)
            .font(FontRole::Mono)
            .size(kit.u(15.0))
            .color(if i == last { soft } else { ink })
            .max_lines(3)
    });
    let copy = icon("copy", kit.u(18.0)).color(ink);
    row()
        .role("code")
        .w(w.min(kit.u(800.0)))
        .pad(kit.u(22.0))
        .radius(kit.radius().min(kit.u(14.0)))
        .fill(ground)
        .align(Place::Start)
        .child(col().grow(1.0).gap(kit.u(10.0)).children(nodes))
        .child(copy)
}

fn note(kit: &Kit<'_>) -> Node {
    let text = kit.text(
        &Word::invented("Tip: commands can be shortened to their first letter."),
        Type::Body,
    );
    row()
        .role("note")
        .gap(kit.u(12.0))
        .pad(kit.u(16.0))
        .radius(kit.radius().min(kit.u(12.0)))
        .fill(Token::AccentSoft)
        .child(icon("lightbulb", kit.u(20.0)).color(Token::AccentText))
        .child(text.max_lines(2))
        .filler()
}
