//! Infographics: facts with pictures, figures in proportion, steps.

mod blocks;
mod numbers;
mod steps;
mod told;

use plantain_read::{Brief, Constraint, Origin, Role};
use plantain_scene::build::*;
use plantain_scene::color::{Rgba, Token};
use plantain_scene::node::{Align, FontRole, Node};

use self::blocks::{cards, columns, rows};
use self::numbers::{bars, in_proportion, proportions};
use self::steps::steps_down;
use crate::components::diagram::{Entry, Lettering, SIZE_MIN, Sheet, Way, Words, propose};
use crate::components::print::Zone;
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
    // What is not quoted begins with a capital.
    let quoted = |entry: &Entry| {
        let mut literals = studio.brief.literals.iter();
        literals.any(|l| l.span == entry.span && l.origin == Origin::Quoted)
    };
    let texts = facts.iter_mut().map(|fact| &mut fact.text);
    for entry in texts.chain(&mut words.title).filter(|entry| !quoted(entry)) {
        entry.text = crate::components::pitch::capital(&entry.text);
    }
    let subject = studio
        .brief
        .subject
        .as_deref()
        .filter(|s| s.chars().count() > 3)
        // "Solar Wind Hydro each with cost …": the names of the parts are no title.
        .filter(|s| {
            let lower = s.to_lowercase();
            let named = |l: &&plantain_read::Literal| lower.contains(&l.text.to_lowercase());
            studio.brief.literals.iter().filter(named).count() < 2
        });
    let subject = subject.map(crate::components::pitch::capital);
    let steps = is_steps(studio.brief);
    let told = told::fill(studio, &mut words, &mut facts, steps);
    let steps = match told {
        Told::Known(kind) => kind == Kind::Steps,
        _ => steps,
    };
    let words = words.or_title(subject.as_deref().filter(|_| studio.filler));
    if let Told::Outline(n) = told {
        let way = Way {
            name: "outline",
            reason: "Nothing is told about the subject, so numbered places wait for it.",
            suits: 0.9,
            draw: &|sheet| told::outline(sheet, n),
        };
        return propose(studio, CUSTOM, &words, &[way]);
    }
    let n = facts.len();
    let ratio = studio.ratio();
    let shares = in_proportion(&facts);
    let drops = studio.brief.objects.iter().any(|o| o.noun.contains("drop"));
    let in_columns = studio
        .brief
        .constraints
        .iter()
        .any(|c| matches!(c, Constraint::Count { of, .. } if of == "column"));
    let on = |when: bool, suit: f32| if when { suit } else { 0.0 };
    propose(
        studio,
        CUSTOM,
        &words,
        &[
            Way {
                name: "steps on a path",
                reason: "The steps follow a path from number to number.",
                suits: on(steps, 0.95),
                draw: &|sheet| steps_down(sheet, &facts),
            },
            Way {
                name: "figures in proportion",
                reason: "The figures share a unit, so their shapes are drawn in proportion.",
                suits: on(shares && n <= 8, 0.95),
                draw: &|sheet| proportions(sheet, &facts),
            },
            Way {
                name: "bars in proportion",
                reason: "The figures share a unit; bars of proportional length compare them.",
                suits: on(shares, if drops { 0.5 } else { 0.8 }),
                draw: &|sheet| bars(sheet, &facts),
            },
            Way {
                name: "columns",
                reason: "Few facts stand side by side, each in a column of its own colour.",
                suits: on(
                    !steps && (2..=5).contains(&n) && (ratio > 1.05 || in_columns),
                    if in_columns { 1.6 } else { 0.9 },
                ),
                draw: &|sheet| columns(sheet, &facts),
            },
            Way {
                name: "cards",
                reason: "Facts stand in a grid of cards, each with its picture.",
                suits: on(
                    !steps && !shares && n >= 3,
                    if ratio > 0.75 { 0.8 } else { 0.65 },
                ),
                draw: &|sheet| cards(sheet, &facts),
            },
            Way {
                name: "rows with pictures",
                reason: "A tall page lists the facts, pictures left and right in turn.",
                suits: on(
                    !steps,
                    if shares {
                        0.2
                    } else if ratio < 1.05 {
                        0.85
                    } else {
                        0.3
                    },
                ),
                draw: &|sheet| rows(sheet, &facts),
            },
        ],
    )
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

/// Returns whether every fact can be pictured.
fn pictured(sheet: &Sheet<'_>, facts: &[Fact]) -> bool {
    let probe = Zone::new(0.0, 0.0, 10.0, 10.0);
    // Advice that nobody told is numbered; a picture would have to be right.
    let told = facts.iter().any(|fact| fact.text.literal);
    !sheet.no_icons()
        && told
        && facts
            .iter()
            .filter(|f| {
                sheet
                    .picture_told(&theme_word(f), probe, Rgba::BLACK)
                    .is_some()
            })
            .count()
            * 3
            >= facts.len() * 2
}

/// A disc with a picture; a number where nothing fits and numbers may stand.
fn emblem(sheet: &Sheet<'_>, fact: &Fact, n: usize, zone: Zone, hue: Rgba, art: bool) -> Vec<Node> {
    let d = zone.w.min(zone.h);
    let (x, y) = zone.center();
    let disc = Zone::new(x - d * 0.5, y - d * 0.5, d, d);
    let ground = sheet.mixed(hue, Token::Surface, 0.8);
    let mut nodes = vec![disc.hold(ellipse()).fill(ground).role("emblem")];
    let ink = hue.readable_on(ground, 3.2);
    let picture = if art {
        sheet.picture_told(&theme_word(fact), disc.inset(d * 0.2), ink)
    } else {
        None
    };
    match picture {
        Some(picture) => nodes.push(picture),
        // Among pictures a plain tick stands for what has none.
        None if art => {
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
