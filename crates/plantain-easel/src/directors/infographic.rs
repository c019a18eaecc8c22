//! Infographics: facts with pictures, figures in proportion, steps.

mod blocks;
mod numbers;
mod steps;
mod told;

use plantain_read::{Brief, Component, Constraint, Origin, Role};
use plantain_scene::build::*;
use plantain_scene::color::{Rgba, Token};
use plantain_scene::node::{Align, FontRole, Node};

use self::blocks::{cards, columns, rows};
use self::numbers::{bars, in_proportion, proportions};
use self::steps::steps_down;
use crate::components::diagram::{Entry, Lettering, SIZE_MIN, Sheet, Way, Words, propose};
use crate::components::print::Zone;
use crate::components::print::senses::sense;
use crate::knowledge::Kind;
use crate::studio::{Draft, Studio};
use told::Told;

const CUSTOM: &[&str] = &[
    "friendly",
    "pastel",
    "playful",
    "minimal",
    "corporate",
    "botanical",
    "mid-century",
    "editorial",
    "swiss",
];

/// One fact: a text, and perhaps a figure of its own.
#[derive(Debug, Clone, PartialEq, Default)]
struct Fact {
    text: Entry,
    /// A second literal that belongs to the text: its price, share or value.
    figure: Option<Entry>,
    /// Number and unit, for shapes in proportion.
    amount: Option<(f64, String)>,
}

/// Returns drafts for an infographic.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let mut words = Words::of(studio.brief);
    let mut facts = facts(studio.brief, &mut words);
    // A figure that leads a fact stands on a line of its own.
    for fact in facts.iter_mut().filter(|fact| fact.figure.is_none()) {
        fact.text = fact.text.broken();
    }
    capitals(studio.brief, &mut words, &mut facts);
    let steps = is_steps(studio.brief);
    let told = told::fill(studio, &mut words, &mut facts, steps);
    let steps = match told {
        Told::Known(kind) => kind == Kind::Steps,
        _ => steps,
    };
    let subject = subject(studio.brief).filter(|_| studio.filler);
    let words = words.or_title(subject.as_deref());
    if let Told::Outline(n) = told {
        let way = Way {
            name: "outline",
            reason: "Nothing is told about the subject, so numbered places wait for it.",
            suits: 0.9,
            draw: &|sheet| told::outline(sheet, n),
        };
        return propose(studio, CUSTOM, &words, &[way]);
    }
    laid_out(studio, &words, &facts, steps)
}

/// What is not quoted begins with a capital.
fn capitals(brief: &Brief, words: &mut Words, facts: &mut [Fact]) {
    let quoted = |entry: &Entry| {
        let mut literals = brief.literals.iter();
        literals.any(|l| l.span == entry.span && l.origin == Origin::Quoted)
    };
    let texts = facts.iter_mut().map(|fact| &mut fact.text);
    for entry in texts.chain(&mut words.title).filter(|entry| !quoted(entry)) {
        entry.text = crate::components::pitch::capital(&entry.text);
    }
}

/// The subject as a title. "Solar Wind Hydro each with cost …": the names of the parts are no title.
fn subject(brief: &Brief) -> Option<String> {
    const LETTERS_MIN: usize = 4;
    let subject = brief.subject.as_deref()?;
    let lower = subject.to_lowercase();
    let named = |l: &&plantain_read::Literal| lower.contains(&l.text.to_lowercase());
    let told =
        subject.chars().count() >= LETTERS_MIN && brief.literals.iter().filter(named).count() < 2;
    told.then(|| crate::components::pitch::capital(subject))
}

/// The ways of setting facts, by how many there are and what their figures say.
fn laid_out(studio: &Studio<'_>, words: &Words, facts: &[Fact], steps: bool) -> Vec<Draft> {
    let n = facts.len();
    let ratio = studio.ratio();
    let shares = in_proportion(facts);
    let drops = studio.brief.objects.iter().any(|o| o.noun.contains("drop"));
    let in_columns = studio
        .brief
        .constraints
        .iter()
        .any(|c| matches!(c, Constraint::Count { of, .. } if of == "column"));
    let on = |when: bool, suit: f32| if when { suit } else { 0.0 };
    let few = (2..=5).contains(&n) && (ratio > 1.05 || in_columns);
    let way = |name, reason, suits, draw| Way {
        name,
        reason,
        suits,
        draw,
    };
    propose(
        studio,
        CUSTOM,
        words,
        &[
            way(
                "steps on a path",
                "The steps follow a path from number to number.",
                on(steps, 0.95),
                &|sheet| steps_down(sheet, facts),
            ),
            way(
                "figures in proportion",
                "The figures share a unit, so their shapes are drawn in proportion.",
                on(shares && n <= 8, 0.95),
                &|sheet| proportions(sheet, facts),
            ),
            way(
                "bars in proportion",
                "The figures share a unit; bars of proportional length compare them.",
                on(shares, if drops { 0.5 } else { 0.8 }),
                &|sheet| bars(sheet, facts),
            ),
            way(
                "columns",
                "Few facts stand side by side, each in a column of its own colour.",
                on(!steps && few, if in_columns { 1.6 } else { 0.9 }),
                &|sheet| columns(sheet, facts),
            ),
            way(
                "cards",
                "Facts stand in a grid of cards, each with its picture.",
                on(
                    !steps && !shares && n >= 3,
                    if ratio > 0.75 { 0.8 } else { 0.65 },
                ),
                &|sheet| cards(sheet, facts),
            ),
            way(
                "rows with pictures",
                "A tall page lists the facts, pictures left and right in turn.",
                on(!steps, rows_suit(shares, ratio)),
                &|sheet| rows(sheet, facts),
            ),
        ],
    )
}

fn rows_suit(shares: bool, ratio: f32) -> f32 {
    if shares {
        0.2
    } else if ratio < 1.05 {
        0.85
    } else {
        0.3
    }
}

fn is_steps(brief: &Brief) -> bool {
    let prompt = brief.heard();
    let counted = brief
        .constraints
        .iter()
        .any(|c| matches!(c, Constraint::Count { of, .. } if of == "step"));
    counted
        || [
            "step",
            "how to",
            "pasos",
            "paso a paso",
            "schritt",
            "étape",
            "passo",
            "手順",
            "步骤",
            "process",
            "instructions",
            "guide to",
        ]
        .iter()
        .any(|w| prompt.contains(w))
}

/// Pairs names with figures: by the brief's pairs, or when as many figures follow as names came before.
fn facts(brief: &Brief, words: &mut Words) -> Vec<Fact> {
    let is_figure = |e: &Entry| {
        let role = brief
            .literals
            .iter()
            .find(|l| l.span == e.span)
            .map(|l| l.role);
        matches!(role, Some(Role::Price | Role::Value))
            || e.text
                .starts_with(|c: char| c.is_ascii_digit() || "$€£¥".contains(c))
    };
    let names = words.raw.iter().filter(|e| !is_figure(e)).count();
    let figures = words.raw.len() - names;
    // "Solar Wind Hydro … $4 $5 $6": a title that only its place suggested is the first name.
    let guessed = brief
        .literals
        .iter()
        .any(|l| l.role == Role::Title && l.origin == Origin::Inferred);
    if guessed
        && figures == names + 1
        && figures > 1
        && let Some(title) = words.title.take()
    {
        words.raw.insert(0, title);
    }
    let raw = &words.raw;
    let split = raw.iter().position(is_figure).unwrap_or(raw.len());
    let apart = split > 0 && split * 2 == raw.len() && raw[split..].iter().all(is_figure);
    let fact = |text: &Entry, figure: Option<&Entry>| Fact {
        text: text.clone(),
        figure: figure.cloned(),
        amount: figure.unwrap_or(text).amount(),
    };
    if apart && split > 1 {
        return (0..split)
            .map(|i| fact(&raw[i], Some(&raw[split + i])))
            .collect();
    }
    let mut out: Vec<Fact> = Vec::new();
    let text_of = |i: usize| brief.literals.get(i).map(|l| l.span.clone());
    for entry in &words.items {
        let whole = raw.iter().any(|r| r.span == entry.span);
        let pair = brief
            .pairs
            .iter()
            .find(|p| text_of(p.value) == Some(entry.span.clone()));
        let label = pair.and_then(|p| p.label).and_then(text_of);
        if let (true, Some(label), Some(last)) = (whole, label, out.last_mut())
            && last.text.span == label
            && last.figure.is_none()
        {
            last.amount = entry.amount();
            last.figure = Some(entry.clone());
            continue;
        }
        out.push(fact(entry, None));
    }
    out
}

fn lettering(sheet: &Sheet<'_>) -> Lettering {
    let most = (sheet.full.w.min(sheet.full.h) * 0.054).clamp(18.0, 50.0);
    Lettering::new(FontRole::Heading, most, SIZE_MIN).weight(600)
}

/// Returns the word that pictures a fact: its text without figures.
fn theme_word(fact: &Fact) -> String {
    fact.text
        .text
        .split_whitespace()
        .filter(|w| !w.contains(|c: char| c.is_ascii_digit()))
        .collect::<Vec<_>>()
        .join(" ")
}

/// "moon icons", "green bins": the picture that the prompt asks for at every fact.
fn motif<'s>(sheet: &Sheet<'s>) -> Option<&'s str> {
    let brief = sheet.studio.brief;
    let end = brief.literals.iter().map(|l| l.span.end).max().unwrap_or(0);
    // Several of a kind that are named behind all texts; a path before them is the form of the page.
    let lies_behind = |object: &&plantain_read::ObjectPhrase| {
        object.span.start >= end && object.words.ends_with('s')
    };
    let mut told = brief
        .described
        .iter()
        .filter(|part| part.kind == Component::Icon && !part.words.is_empty())
        .map(|part| part.words.as_str())
        .chain(
            brief
                .objects
                .iter()
                .filter(lies_behind)
                .map(|object| sense(brief, &object.noun)),
        );
    let one = told.next()?;
    told.next().is_none().then_some(one)
}

/// The words that picture a fact: its own, or the motif of all.
fn pictured_by(sheet: &Sheet<'_>, fact: &Fact) -> String {
    motif(sheet).map_or_else(|| theme_word(fact), str::to_owned)
}

/// What stands beside the facts of a picture: the same for all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Emblems {
    Numbers,
    Icons,
    /// Drawn things; an icon where a fact names none.
    Things,
}

/// Returns what can stand beside all facts, or most of them.
fn emblems(sheet: &Sheet<'_>, facts: &[Fact]) -> Emblems {
    let probe = Zone::new(0.0, 0.0, 10.0, 10.0);
    // Advice that nobody told is numbered; a picture would have to be right.
    let told = facts.iter().any(|fact| fact.text.literal);
    if sheet.no_icons() || !told {
        return Emblems::Numbers;
    }
    let count = |of: &dyn Fn(&str) -> bool| {
        let words = facts.iter().map(|fact| pictured_by(sheet, fact));
        words.filter(|words| of(words)).count()
    };
    let picture = |words: &str| sheet.picture_told(words, probe, Rgba::BLACK);
    let things = count(&|words| picture(words).is_some_and(|node| node.role == "illustration"));
    let icons = count(&|words| sheet.icon_told(words, probe, Rgba::BLACK).is_some());
    // A drawn thing among icons looks like a mistake.
    if things < facts.len() && icons == facts.len() {
        return Emblems::Icons;
    }
    match count(&|words| picture(words).is_some()) * 3 >= facts.len() * 2 {
        true => Emblems::Things,
        false => Emblems::Numbers,
    }
}

/// A disc with a picture; a number where nothing fits and numbers may stand.
fn emblem(
    sheet: &Sheet<'_>,
    fact: &Fact,
    n: usize,
    zone: Zone,
    hue: Rgba,
    art: Emblems,
) -> Vec<Node> {
    let d = zone.w.min(zone.h);
    let (x, y) = zone.center();
    let disc = Zone::new(x - d * 0.5, y - d * 0.5, d, d);
    let ground = sheet.mixed(hue, Token::Surface, 0.8);
    let mut nodes = vec![disc.hold(ellipse()).fill(ground).role("emblem")];
    let ink = hue.readable_on(ground, 3.2);
    let (words, inner) = (pictured_by(sheet, fact), disc.inset(d * 0.2));
    let picture = match art {
        Emblems::Things => sheet.picture_told(&words, inner, ink),
        Emblems::Icons => sheet.icon_told(&words, inner, ink),
        Emblems::Numbers => None,
    };
    match picture {
        Some(picture) => nodes.push(picture),
        // Among pictures a plain tick stands for what has none.
        None if art != Emblems::Numbers => {
            let side = d * 0.5;
            nodes.push(
                icon("check", side)
                    .color(ink)
                    .at(x - side * 0.5, y - side * 0.5)
                    .role("icon"),
            );
        }
        None if sheet.may_add_words() => {
            let look = Lettering::new(FontRole::Display, d * 0.46, SIZE_MIN)
                .color(ink)
                .centred();
            nodes.push(
                sheet
                    .write(
                        &(n + 1).to_string(),
                        disc.inset(d * 0.14),
                        look,
                        d * 0.46,
                        "number",
                    )
                    .filler(),
            );
        }
        None => nodes.push(disc.inset(d * 0.32).hold(ellipse()).fill(hue)),
    }
    nodes
}

/// Returns the words of a fact set in a zone: the figure large, the text under it.
fn worded(
    sheet: &Sheet<'_>,
    fact: &Fact,
    zone: Zone,
    size: f32,
    ink: Rgba,
    hue: Rgba,
    align: Align,
) -> Vec<Node> {
    let look = lettering(sheet).color(ink).lead(hue).align(align);
    let Some(figure) = &fact.figure else {
        return vec![sheet.set(&fact.text, zone, look.middle(), size, "fact")];
    };
    let big = Lettering::new(FontRole::Display, size * 1.9, SIZE_MIN)
        .weight(800)
        .color(hue)
        .align(align);
    let big_size = sheet.fit(&figure.text, big, zone.w, zone.h * 0.5, 1);
    let (_, high) = sheet.measure(&figure.text, big, big_size, zone.w);
    let (_, low) = sheet.measure(&fact.text.text, look, size, zone.w);
    let top = zone.y + (zone.h - high - low - size * 0.3).max(0.0) * 0.5;
    vec![
        sheet.set(
            &fact.text,
            Zone::new(zone.x, top, zone.w, low),
            look,
            size,
            "fact",
        ),
        sheet.set(
            figure,
            Zone::new(zone.x, top + low + size * 0.3, zone.w, high),
            big,
            big_size,
            "figure",
        ),
    ]
}

fn texts(facts: &[Fact]) -> impl Iterator<Item = &str> {
    facts.iter().map(|f| f.text.text.as_str())
}

/// Returns row and column of the i-th of n cells; a short last row stands in the middle.
fn centred_cell(i: usize, n: usize, columns: usize) -> (f32, f32) {
    let row = i / columns;
    let here = columns.min(n - row * columns);
    let indent = (columns - here) as f32 * 0.5;
    (row as f32, (i % columns) as f32 + indent)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_figures_that_stand_apart_are_paired() {
        let brief = plantain_read::read(
            "three-column infographic Solar Wind Hydro each with cost $0.04/kWh $0.05/kWh $0.06/kWh",
        );
        let mut words = Words::of(&brief);
        let facts = facts(&brief, &mut words);
        let shown: Vec<(&str, Option<&str>)> = facts
            .iter()
            .map(|f| {
                (
                    f.text.text.as_str(),
                    f.figure.as_ref().map(|e| e.text.as_str()),
                )
            })
            .collect();
        assert_eq!(
            shown,
            [
                ("Solar", Some("$0.04/kWh")),
                ("Wind", Some("$0.05/kWh")),
                ("Hydro", Some("$0.06/kWh"))
            ]
        );
    }

    #[test]
    fn one_unit_makes_a_proportion() {
        let fact = |text: &str| Fact {
            text: Entry::filler(text),
            figure: None,
            amount: Entry::filler(text).amount(),
        };
        assert!(in_proportion(&[fact("Shower 65 L"), fact("Toilet 30 L")]));
        assert!(!in_proportion(&[fact("Shower 65 L"), fact("Walk 30 min")]));
        assert!(!in_proportion(&[fact("Sleep well"), fact("Walk 30 min")]));
    }
}
