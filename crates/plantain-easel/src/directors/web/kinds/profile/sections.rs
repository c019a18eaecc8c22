//! Sections of a profile that the prompt speaks of: skills, experience, what somebody made and when.

use plantain_scene::build::{col, grid, icon, rect, row};
use plantain_scene::{Color, Node, Token};

use crate::components::ui::{Kit, Supply, Type, Word};
use crate::directors::web::Page;

/// Work that is made up: what, where, from when to when.
const WORK: &[(&str, &str, &str)] = &[
    ("Senior role", "Northwind", "2022 – 2026"),
    ("Team lead", "Kestrel & Co", "2019 – 2022"),
    ("First position", "Lumen", "2016 – 2019"),
];
/// Skills that fit most professions.
const SKILLS: &[&str] = &[
    "Research",
    "Writing",
    "Planning",
    "Presentation",
    "Analysis",
];
/// Programs that are made up: name, language, stars.
const REPOS: &[(&str, &str, &str)] = &[
    ("tidepool", "Rust", "1.2k"),
    ("papertrail", "Python", "846"),
    ("lantern", "TypeScript", "512"),
    ("fieldnotes", "Go", "298"),
];
/// Weeks and days of a year of work.
const WEEKS: usize = 44;
const DAYS: usize = 7;

/// Returns the sections that the prompt speaks of, in a fixed order.
pub fn told(page: &Page<'_>, supply: &Supply<'_>, skills: Vec<Word>, w: f32) -> Vec<Node> {
    let kit = &page.kit;
    let mut out = Vec::new();
    let asks = |words: &[&str]| supply.speaks_of(words);
    let english = kit.filler && kit.tongue.code() == "en";
    let mut skills = skills;
    if skills.is_empty() && english && asks(&["skill", "skills", "linkedin"]) {
        skills = SKILLS.iter().map(|name| Word::invented(*name)).collect();
    }
    if !skills.is_empty() {
        let chips = skills.iter().map(|word| kit.accent_chip(word));
        out.push(section(
            kit,
            &kit.label("Skills"),
            row()
                .fill_w()
                .wrap()
                .gap(kit.u(10.0))
                .row_gap(kit.u(10.0))
                .children(chips),
        ));
    }
    if kit.filler && asks(&["heatmap", "contribution", "github", "commits"]) {
        out.push(section(kit, &kit.label("Activity"), heatmap(kit, w)));
    }
    if english && asks(&["repo", "repos", "repositories", "github"]) {
        out.push(section(kit, &kit.label("Projects"), repos(page)));
    }
    if english && asks(&["experience", "linkedin", "work history", "resume"]) {
        out.push(section(kit, &kit.label("Experience"), work(kit)));
    }
    out
}

fn section(kit: &Kit<'_>, head: &Word, body: Node) -> Node {
    col()
        .fill_w()
        .gap(kit.u(12.0))
        .child(kit.text(head, Type::Title).max_lines(1))
        .child(body)
}

/// A year of work: one square a day, the darker the more.
fn heatmap(kit: &Kit<'_>, w: f32) -> Node {
    let gap = kit.u(3.5);
    let pad = kit.u(18.0);
    let side = (w - 2.0 * pad - gap * (WEEKS as f32 - 1.0)) / WEEKS as f32;
    let mut seed = 7_u32;
    let columns = (0..WEEKS).map(|_| {
        let cells = (0..DAYS).map(|_| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let alpha = [0.07, 0.07, 0.25, 0.45, 0.7, 0.95][(seed >> 24) as usize % 6];
            rect()
                .size_box(side, side)
                .rigid()
                .radius(side * 0.22)
                .fill(Color::from(Token::Accent).alpha(alpha))
        });
        col().gap(gap).children(cells.collect::<Vec<_>>())
    });
    kit.surface(row().role("heatmap").fill_w().pad(pad).gap(gap))
        .children(columns.collect::<Vec<_>>())
        .filler()
}

fn repos(page: &Page<'_>) -> Node {
    let kit = &page.kit;
    let cells = REPOS.iter().map(|(name, language, stars)| {
        let small =
            |text: &'static str| kit.text(&Word::invented(text), Type::Caption).max_lines(1);
        kit.surface(
            col()
                .role("project")
                .fill_w()
                .pad(kit.u(18.0))
                .gap(kit.u(10.0)),
        )
        .child(
            row()
                .gap(kit.u(10.0))
                .child(icon("book-marked", kit.u(18.0)).color(Token::Muted))
                .child(
                    kit.text(&Word::invented(*name), Type::Strong)
                        .color(Token::AccentText)
                        .max_lines(1),
                ),
        )
        .child(
            row()
                .gap(kit.u(16.0))
                .child(small(language))
                .child(icon("star", kit.u(15.0)).color(Token::Muted))
                .child(small(stars)),
        )
    });
    grid(if page.tall() { 1 } else { 2 })
        .fill_w()
        .gap(kit.u(14.0))
        .children(cells)
}

fn work(kit: &Kit<'_>) -> Node {
    let rows = WORK.iter().enumerate().map(|(i, (what, at, when))| {
        row()
            .role("row")
            .fill_w()
            .gap(kit.u(14.0))
            .child(kit.icon_tile("briefcase", 44.0, i))
            .child(
                col()
                    .grow(1.0)
                    .gap(kit.u(2.0))
                    .child(kit.text(&Word::invented(*what), Type::Strong).max_lines(1))
                    .child(kit.text(&Word::invented(*at), Type::Caption).max_lines(1)),
            )
            .child(kit.text(&Word::invented(*when), Type::Caption).max_lines(1))
    });
    kit.row_card(rows.collect())
}
