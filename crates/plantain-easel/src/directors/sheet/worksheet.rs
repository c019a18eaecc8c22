//! Worksheets: sums, questions, words to practise, with room to write.

use plantain_read::Role;
use plantain_scene::node::{Align, FontRole, Node};

use super::head::{Head, Style, leaf};
use super::{Column, Look, Words, columns_for, fitted, paper, set, unit, write_line};
use crate::components::print::{Archetype, Page, Tone, Zone, drafts};
use crate::components::wording::Line;
use crate::directors::composed;
use crate::rng::Rng;
use crate::studio::{Draft, Studio};

/// Problems of a sheet that gives no number.
const PROBLEMS: u32 = 12;

/// Returns drafts for a worksheet.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    drafts(
        studio,
        &["friendly", "minimal", "swiss", "pastel", "mid-century"],
        &[&PLAIN, &BAND, &FRAMED],
    )
}

const PLAIN: Archetype = Archetype {
    name: "worksheet",
    reason: "A line for name and date, then numbered problems with room for the answer.",
    suits: |page| if composed::ordinary(page) { 0.9 } else { 0.0 },
    build: |page| sheet(page, Style::Plain, false),
};

const BAND: Archetype = Archetype {
    name: "worksheet under a band",
    reason: "A coloured head, and every problem on a card of its own.",
    suits: |page| if composed::ordinary(page) { 0.9 } else { 0.0 },
    build: |page| sheet(page, Style::Band, true),
};

const FRAMED: Archetype = Archetype {
    name: "framed worksheet",
    reason: "A frame and a centred title make the sheet a small event.",
    suits: |page| if composed::ordinary(page) { 0.88 } else { 0.0 },
    build: |page| sheet(page, Style::Framed, true),
};

/// An operation of arithmetic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Sum {
    Add,
    Subtract,
    Multiply,
    Divide,
}

/// Returns the operations that a prompt names.
fn sums_in(heard: &str) -> Vec<Sum> {
    const NAMES: &[(Sum, &[&str])] = &[
        (
            Sum::Add,
            &[
                "addition",
                "adding",
                "plus",
                "suma",
                "additionen",
                "addizion",
                "adição",
                "somas",
            ],
        ),
        (
            Sum::Subtract,
            &[
                "subtraction",
                "subtracting",
                "minus",
                "resta",
                "subtraktion",
                "soustraction",
                "subtração",
                "sottrazion",
            ],
        ),
        (
            Sum::Multiply,
            &[
                "multiplication",
                "multiplying",
                "times table",
                "einmaleins",
                "multiplica",
                "moltiplicazion",
                "tabla",
            ],
        ),
        (
            Sum::Divide,
            &["division", "dividing", "divisiones", "divisão", "division"],
        ),
    ];
    let mut found: Vec<Sum> = NAMES
        .iter()
        .filter(|(_, names)| names.iter().any(|n| heard.contains(n)))
        .map(|(sum, _)| *sum)
        .collect();
    if found.is_empty()
        && [
            "math",
            "arithmetic",
            "mathe",
            "matemática",
            "calcul",
            "rechnen",
        ]
        .iter()
        .any(|w| heard.contains(w))
    {
        found = vec![Sum::Add, Sum::Subtract];
    }
    found
}

/// Returns the largest number that the sums may reach ("within 20", "up to 100", "of 7").
fn limit_in(heard: &str) -> Option<u32> {
    [
        "within ",
        "up to ",
        "bis ",
        "hasta ",
        "jusqu'à ",
        "to ",
        "table of ",
        "hasta el ",
    ]
    .iter()
    .find_map(|lead| {
        let at = heard.find(lead)? + lead.len();
        let digits: String = heard[at..]
            .chars()
            .take_while(char::is_ascii_digit)
            .collect();
        digits.parse().ok().filter(|n| (5..=1000).contains(n))
    })
}

/// Returns the factor that a table is about ("times table of 7", "the 7 times table").
fn factor_in(heard: &str) -> Option<u32> {
    let digits = |text: &str| -> Option<u32> {
        let found: String = text.chars().take_while(char::is_ascii_digit).collect();
        found.parse().ok().filter(|n| (2..=20).contains(n))
    };
    let behind = [
        "table of ",
        "tables of ",
        "tabla del ",
        "table de ",
        "tabellina del ",
    ]
    .iter()
    .find_map(|lead| digits(&heard[heard.find(lead)? + lead.len()..]));
    behind.or_else(|| {
        let at = [" times table", "er reihe", "er-reihe", "x table"]
            .iter()
            .find_map(|tail| heard.find(tail))?;
        digits(heard[..at].rsplit(' ').next()?)
    })
}

/// A sum whose parts and result stay within the limit.
fn problem(sum: Sum, limit: u32, factor: Option<u32>, rng: &mut Rng) -> String {
    let mut within =
        |low: u32, high: u32| low + rng.below((high.max(low) - low + 1) as usize) as u32;
    match sum {
        Sum::Add => {
            let a = within(1, limit - 2);
            format!("{a} + {} =", within(1, limit - a))
        }
        Sum::Subtract => {
            let a = within(3, limit);
            format!("{a} − {} =", within(1, a - 1))
        }
        Sum::Multiply => {
            let (a, b) = (factor.unwrap_or_else(|| within(2, 10)), within(1, 12));
            if b % 2 == 0 {
                format!("{a} × {b} =")
            } else {
                format!("{b} × {a} =")
            }
        }
        Sum::Divide => {
            let (a, b) = (factor.unwrap_or_else(|| within(2, 10)), within(2, 10));
            format!("{} ÷ {a} =", a * b)
        }
    }
}

fn sums(words: &Words<'_>) -> Vec<Line> {
    let heard = words.page.studio.brief.heard();
    let kinds = sums_in(&heard);
    if kinds.is_empty() || !words.page.studio.filler {
        return Vec::new();
    }
    let limit = limit_in(&heard).unwrap_or(20);
    let factor = factor_in(&heard);
    let mut rng = words.page.studio.rng("problems");
    let mut out: Vec<String> = Vec::new();
    let wanted = words.sheet.count.unwrap_or(PROBLEMS) as usize;
    // The same sum twice would look careless.
    for turn in 0..wanted * 8 {
        if out.len() >= wanted {
            break;
        }
        let text = problem(kinds[turn % kinds.len()], limit, factor, &mut rng);
        if !out.contains(&text) || turn > wanted * 6 {
            out.push(text);
        }
    }
    out.into_iter()
        .map(|text| Line::invented(text, Role::Item))
        .collect()
}

/// "Name ______ Date ______".
fn name_line(page: &Page<'_>, words: &Words<'_>, live: Zone, u: f32) -> (Vec<Node>, f32) {
    let inks = paper(page);
    let mut nodes = Vec::new();
    let (left, right) = live.columns(0.62, u * 1.6);
    for (name, zone) in [("Name", left), ("Date", right)] {
        let line = words.say(name);
        let look = Look::new("label", u * 0.95, inks.ink).font(FontRole::Body, 600);
        let w = page
            .studio
            .text_width(&line.text, FontRole::Body, look.size, 600, page.theme)
            + 2.0;
        let (node, taken) = set(page, &line, Zone::new(zone.x, zone.y, w, 1.0), look);
        nodes.push(node);
        nodes.push(write_line(
            zone.x + w + u * 0.5,
            taken.bottom() - u * 0.1,
            zone.w - w - u * 0.5,
            inks.line,
        ));
    }
    (nodes, u * 2.9)
}

fn sheet(page: &Page<'_>, style: Style, cards: bool) -> Node {
    let words = Words::of(page);
    let leaf = leaf(page, style, &Head::of(&words));
    let u = unit(page);
    let mut live = leaf.live;
    let mut root = leaf.root;
    if page.studio.filler {
        let (nodes, high) = name_line(page, &words, live, u);
        root = root.children(nodes);
        live = Zone::new(live.x, live.y + high, live.w, live.h - high);
    }
    let mut given: Vec<Line> = Vec::new();
    for section in &words.sheet.sections {
        given.extend(section.head.map(|at| words.titled(at)));
        given.extend(section.items.iter().map(|at| words.sentence(*at)));
    }
    given.extend(words.facts().into_iter().map(|(_, value)| value));
    let made = if given.is_empty() {
        sums(&words)
    } else {
        Vec::new()
    };
    if !made.is_empty() {
        return root.children(problems(page, &made, live, u, cards));
    }
    root.children(questions(page, &given, live, u))
}

/// Sums in a grid.
fn problems(page: &Page<'_>, made: &[Line], live: Zone, u: f32, cards: bool) -> Vec<Node> {
    let inks = paper(page);
    let columns = columns_for(made.len(), live, 2.6).clamp(1, 4);
    let rows = made.len().div_ceil(columns);
    let gap = u * 0.9;
    let w = (live.w - gap * (columns - 1) as f32) / columns as f32;
    let h = ((live.h - gap * (rows - 1) as f32) / rows as f32).min(w * 0.62);
    let size = (h * 0.3).min(w * 0.12).clamp(u * 0.9, u * 2.0);
    let mut nodes = Vec::new();
    for (n, line) in made.iter().enumerate() {
        let zone = Zone::new(
            live.x + (n % columns) as f32 * (w + gap),
            live.y + (n / columns) as f32 * (h + gap),
            w,
            h,
        );
        if cards {
            nodes.push(super::panel(zone, Tone::Surface, size * 0.4).stroke(inks.line, 1.25));
        }
        let number = Line::invented(format!("{}.", n + 1), Role::Label);
        let small = Look::new("number", size * 0.62, inks.pop).font(FontRole::Body, 600);
        let inset = if cards { size * 0.5 } else { 0.0 };
        nodes.push(
            set(
                page,
                &number,
                Zone::new(zone.x + inset, zone.y + size * 0.3, zone.w, 1.0),
                small,
            )
            .0,
        );
        let text = Look::new("problem", size, inks.ink)
            .font(FontRole::Heading, 600)
            .align(Align::Start);
        let x = zone.x + inset + size * 1.6;
        let (node, taken) = set(
            page,
            line,
            Zone::new(x, zone.y, zone.right() - x, 1.0),
            text,
        );
        let middle = zone.y + (zone.h - taken.h) * 0.5;
        nodes.push(node.at(x, middle));
        let used = page
            .studio
            .text_width(&line.text, FontRole::Heading, size, 600, page.theme);
        let from = x + used + size * 0.4;
        nodes.push(write_line(
            from,
            middle + taken.h * 0.86,
            (zone.right() - from - size * 0.6).max(size),
            inks.ink,
        ));
    }
    nodes
}

/// Questions or words with lines to write on.
fn questions(page: &Page<'_>, given: &[Line], live: Zone, u: f32) -> Vec<Node> {
    let inks = paper(page);
    let count = given.len().max(if page.studio.filler { 8 } else { 0 });
    let (nodes, ..) = fitted(u * 1.25, live.h, |size| {
        let step = (live.h / count.max(1) as f32).clamp(size * 3.2, size * 6.0);
        let words = given.iter().all(|l| l.text.split_whitespace().count() <= 2);
        let mut column = Column::new(page, live);
        for n in 0..count {
            let top = column.y;
            let (x, w) = (column.x, column.w);
            let number = Line::invented(format!("{}.", n + 1), Role::Label);
            let look = Look::new("number", size, inks.pop).font(FontRole::Body, 600);
            column
                .nodes
                .push(set(page, &number, Zone::new(x, top, size * 2.4, 1.0), look).0);
            column.x = x + size * 2.2;
            column.w = if words { w * 0.3 } else { w - size * 2.2 };
            if let Some(line) = given.get(n) {
                column.text(
                    line,
                    Look::new("item", size, inks.ink).font(FontRole::Body, 500),
                );
            }
            let from = if words && !given.is_empty() {
                x + size * 2.6 + w * 0.3
            } else {
                x + size * 2.2
            };
            let bottom = if words {
                top + size * 1.45
            } else {
                (top + step - size * 0.9).max(column.y + size * 1.6)
            };
            column
                .nodes
                .push(write_line(from, bottom, x + w - from, inks.line));
            (column.x, column.w) = (x, w);
            column.y = (top + step).max(bottom + size * 0.9);
        }
        (column.nodes, column.y - live.y - size * 0.9)
    });
    nodes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_stay_within_their_limit() {
        let mut rng = Rng::new(3);
        for sum in [Sum::Add, Sum::Subtract, Sum::Multiply, Sum::Divide] {
            for _ in 0..200 {
                let text = problem(sum, 20, None, &mut rng);
                let n: Vec<u32> = text.split(' ').filter_map(|w| w.parse().ok()).collect();
                match sum {
                    Sum::Add => assert!(n[0] + n[1] <= 20, "{text}"),
                    Sum::Subtract => assert!(n[0] > n[1], "{text}"),
                    Sum::Multiply => assert!(n[0] <= 12 && n[1] <= 12, "{text}"),
                    Sum::Divide => assert_eq!(n[0] % n[1], 0, "{text}"),
                }
            }
        }
    }

    #[test]
    fn limits_and_operations_are_heard() {
        assert_eq!(limit_in("addition within 20"), Some(20));
        assert_eq!(limit_in("subtraktion bis 100"), Some(100));
        assert_eq!(
            sums_in("addition and subtraction"),
            [Sum::Add, Sum::Subtract]
        );
        assert_eq!(sums_in("reading"), []);
        assert_eq!(factor_in("the times table of 7, 20 problems"), Some(7));
        assert_eq!(factor_in("a 9 times table sheet"), Some(9));
        assert_eq!(factor_in("sums up to 100"), None);
    }
}
