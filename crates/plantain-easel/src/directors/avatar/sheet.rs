//! Sheets of portraits: several people on discs, or one face in several moods with their names.

use plantain_read::Brief;
use plantain_scene::build::{stack, text};
use plantain_scene::node::{FontRole, Node};
use plantain_scene::{Oklch, Theme, Token};

use super::{Subject, subject};
use crate::rng::Rng;
use crate::stage::cast::Cast;
use crate::stage::pen::oval;
use crate::stage::person::Person;
use crate::stage::rect::Rect;
use crate::studio::{Draft, Studio};

/// Most portraits on a sheet.
const CELLS_MAX: usize = 12;
/// Words of moods, and the attribute that shows each.
const MOODS: &[(&str, &str)] = &[
    ("happy", "happy"),
    ("sad", "sad"),
    ("angry", "angry"),
    ("sleepy", "sleepy"),
    ("tired", "sleepy"),
    ("shocked", "surprised"),
    ("surprised", "surprised"),
    ("scared", "surprised"),
    ("laughing", "laughing"),
    ("in love", "in love"),
    ("crying", "sad"),
    ("smug", "calm"),
    ("calm", "calm"),
    ("bored", "calm"),
    ("confused", "surprised"),
    ("excited", "laughing"),
    ("proud", "happy"),
    ("shy", "calm"),
    ("sick", "sad"),
    ("serious", "serious"),
    ("thinking", "thoughtful"),
];

/// One portrait of a sheet: what is said of it, and its name.
struct Cell {
    attributes: Vec<String>,
    label: Option<String>,
}

/// Returns drafts of a sheet; none where the prompt asks for one portrait.
pub(super) fn direct(studio: &Studio<'_>, brief: &Brief) -> Option<Vec<Draft>> {
    let cells = cells(brief)?;
    let drafts = studio
        .themes(super::CUSTOM, 3)
        .into_iter()
        .map(|theme| sheet(studio, brief, theme, &cells))
        .collect();
    Some(drafts)
}

/// Returns the portraits that a prompt asks for.
fn cells(brief: &Brief) -> Option<Vec<Cell>> {
    let heard = brief.heard();
    let mut moods: Vec<(usize, &str, &str)> = MOODS
        .iter()
        .filter_map(|(word, mood)| Some((heard.find(word)?, *word, *mood)))
        .collect();
    moods.sort_unstable();
    let sheet = ["emotion", "expression", "moods", "times:"]
        .iter()
        .any(|word| heard.contains(word));
    if sheet && moods.len() > 2 {
        let cell = |(_, word, mood): &(usize, &str, &str)| Cell {
            attributes: vec![(*mood).to_owned()],
            label: Some((*word).to_owned()),
        };
        return Some(moods.iter().take(CELLS_MAX).map(cell).collect());
    }
    let before = ["avatars", "portraits", "profile pictures"]
        .iter()
        .find_map(|word| heard.split_once(word))?
        .0;
    // "six different avatars": the number may have an adjective behind it.
    let count = before.split_whitespace().rev().take(3).find_map(number)?;
    let count = count.clamp(2, CELLS_MAX);
    // "one with a hijab, one bald with beard": each of them is somebody.
    let told: Vec<Vec<String>> = heard
        .split(" one ")
        .skip(1)
        .map(|part| {
            let words = part.split([',', '.', ';']).next().unwrap_or_default();
            words
                .split(' ')
                .map(|w| w.trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
                .collect()
        })
        .collect();
    let cell = |i: usize| Cell {
        attributes: told.get(i).cloned().unwrap_or_default(),
        label: None,
    };
    Some((0..count).map(cell).collect())
}

/// The number that a word names.
fn number(word: &str) -> Option<usize> {
    const WORDS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let named = || WORDS.iter().position(|w| *w == word).map(|i| i + 1);
    word.parse().ok().or_else(named)
}

fn sheet(studio: &Studio<'_>, brief: &Brief, theme: Theme, cells: &[Cell]) -> Draft {
    let (w, h) = (studio.width, studio.height);
    let labelled = cells.iter().any(|cell| cell.label.is_some());
    let columns = plantain_read::panel_columns(&brief.prompt, cells.len())
        .filter(|n| (1..=cells.len()).contains(n))
        .unwrap_or_else(|| columns(cells.len(), w / h));
    let rows = cells.len().div_ceil(columns);
    let margin = w.min(h) * 0.05;
    let (cw, ch) = (
        (w - 2.0 * margin) / columns as f32,
        (h - 2.0 * margin) / rows as f32,
    );
    let foot = if labelled {
        (ch * 0.16).clamp(20.0, 60.0)
    } else {
        0.0
    };
    let side = (cw * 0.88).min(ch * 0.92 - foot);
    let rng = studio.rng("sheet");
    let turn = rng.fork("hue").range(0.0, 360.0);
    // One face in all its moods is always the same.
    let who = |i: usize| match labelled {
        true => "one".to_owned(),
        false => format!("cell {i}"),
    };
    let mut root = stack()
        .size_box(w, h)
        .clip()
        .role("portraits")
        .fill(Token::Canvas);
    for (i, cell) in cells.iter().enumerate() {
        let (x, y) = (
            margin + cw * (i % columns) as f32,
            margin + ch * (i / columns) as f32,
        );
        let area = Rect::new(
            x + (cw - side) / 2.0,
            y + (ch - side - foot) / 2.0,
            side,
            side,
        );
        let hue = turn + 360.0 * i as f32 / cells.len() as f32;
        let disc = Oklch::new(0.88, 0.07, hue % 360.0).rgba();
        root = root
            .child(oval(area, disc))
            .child(portrait(brief, cell, area, &rng.fork(&who(i))));
        if let Some(label) = &cell.label {
            root = root.child(name(label, Rect::new(x, area.bottom(), cw, foot)));
        }
    }
    Draft::new("portraits", theme, root)
        .because("One portrait a cell, all of one size on discs of their own.")
        .liked(0.8)
}

/// Draws the portrait of a cell within its disc.
fn portrait(brief: &Brief, cell: &Cell, area: Rect, rng: &Rng) -> Node {
    let mut brief = brief.clone();
    let lead = brief
        .objects
        .iter()
        .position(|o| !o.absent && crate::stage::lexicon::look_up(&o.noun).0.is_animate());
    let subject = match (lead, &cell.label) {
        // One figure shows all the moods.
        (Some(lead), Some(_)) => {
            brief.objects[lead]
                .attributes
                .extend(cell.attributes.iter().cloned());
            brief.objects[lead].count = Some(1);
            // The other moods are those of the other portraits.
            brief.prompt = brief.objects[lead].words.clone();
            let mut cast = Cast::new(&brief, rng);
            super::show_faces(&mut cast);
            let subject = subject(&brief, &cast, rng);
            return subject.draw(&brief, &cast, area.grown(-area.w * 0.08));
        }
        _ => Person::new("person", &cell.attributes, &mut rng.fork("person")),
    };
    let person = Subject::Person(Box::new(subject), "person".into());
    let cast = Cast::new(&brief, rng);
    person.draw(&brief, &cast, area.grown(-area.w * 0.04))
}

/// Returns in how many columns so many cells fill a sheet of this shape best.
fn columns(count: usize, ratio: f32) -> usize {
    let off = |columns: usize| {
        let rows = count.div_ceil(columns);
        let holes = (rows * columns - count) as f32 * 0.2;
        libm::logf(ratio * rows as f32 / columns as f32).abs() + holes
    };
    (1..=count)
        .min_by(|a, b| off(*a).total_cmp(&off(*b)))
        .unwrap_or(1)
}

fn name(label: &str, area: Rect) -> Node {
    plantain_scene::build::col()
        .bounds(area.x, area.y, area.w, area.h)
        .center()
        .child(
            text(crate::components::pitch::capital(label))
                .font(FontRole::Heading)
                .size((area.h * 0.52).max(13.0))
                .shrink(11.0)
                .color(Token::Ink)
                .centered()
                .literal(true)
                .role("label")
                .fill_w(),
        )
}
