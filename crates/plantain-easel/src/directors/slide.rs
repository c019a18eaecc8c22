//! Slides that make points, show figures or quote somebody.

mod figures;
mod picture;
mod points;
mod sides;

use plantain_read::{Brief, Constraint, Origin, SlideText};
use plantain_scene::color::Token;
use plantain_scene::node::{Align, FontRole, Node};

use crate::components::diagram::{Entry, Lettering, Sheet, Way, Words, propose};
use crate::components::pitch::capital;
use crate::components::print::Zone;
use crate::studio::{Draft, Studio};
use figures::{figure_row, quotation};
use points::{beside, cards, rows};

const CUSTOM: &[&str] = &[
    "corporate",
    "swiss",
    "minimal",
    "editorial",
    "night",
    "mid-century",
    "botanical",
    "friendly",
];

/// What the slide says.
struct Deck {
    title: Option<Entry>,
    points: Vec<Entry>,
    figures: Vec<(Entry, Option<Entry>)>,
    quote: Option<Entry>,
    by: Option<Entry>,
    /// Headings with their points.
    sides: Vec<(Entry, Vec<Entry>)>,
    /// Lines that have no other place.
    rest: Vec<Entry>,
}

/// Returns whether a slide makes points, shows figures or quotes somebody.
pub fn makes_points(slide: &SlideText) -> bool {
    slide.points.len() >= 2
        || slide.sides.len() >= 2
        || !slide.figures.is_empty()
        || slide.quote.is_some()
        || slide.points_open >= 2
}

/// Returns drafts of a slide that makes points.
pub fn direct(studio: &Studio<'_>, slide: &SlideText) -> Vec<Draft> {
    let deck = deck(studio, slide);
    let full = Words {
        title: deck.title.clone(),
        ..Words::default()
    };
    let bare = Words::default();
    let (points, figures) = (deck.points.len(), deck.figures.len());
    let wide = studio.ratio() > 1.15;
    let long = deck.points.iter().any(|p| p.text.chars().count() > 60);
    let on = |when: bool, suit: f32| if when { suit } else { 0.0 };
    let abreast = columns(studio.brief) == Some(points);
    let listed = points >= 2 && deck.quote.is_none();
    let counted = figures > 0 && !listed && deck.quote.is_none();
    let mut drafts = propose(
        studio,
        CUSTOM,
        &full,
        &[
            Way {
                name: "sides as cards",
                reason: "Each side has a card of the same size under its heading, so that they are compared line by line.",
                suits: on(deck.sides.len() >= 2, 0.9),
                draw: &|sheet| sides::cards(sheet, &deck.sides),
            },
            Way {
                name: "sides at a line",
                reason: "A line parts the sides, which stand free on one ground.",
                suits: on(deck.sides.len() >= 2, 0.85),
                draw: &|sheet| sides::parted(sheet, &deck.sides),
            },
            Way {
                name: "points as cards",
                reason: "Few points are equals, so each gets a card of the same size with its sign.",
                suits: on(
                    listed && (abreast || points <= if wide { 5 } else { 4 } && !long),
                    0.9,
                ),
                draw: &|sheet| cards(sheet, &deck),
            },
            Way {
                name: "points in rows",
                reason: "The points run down the page under the heading, each numbered, parted by fine lines.",
                suits: on(
                    listed && !abreast,
                    if long || points > 4 { 0.9 } else { 0.7 },
                ),
                draw: &|sheet| rows(sheet, &deck),
            },
            Way {
                name: "figures",
                reason: "The figures are the message: they stand as large as the slide allows, each over its label.",
                suits: on(counted, 0.9),
                draw: &|sheet| figure_row(sheet, &deck, true),
            },
            Way {
                name: "figures on lines",
                reason: "The figures stand free, parted by a line each.",
                suits: on(counted, 0.8),
                draw: &|sheet| figure_row(sheet, &deck, false),
            },
        ],
    );
    drafts.extend(propose(
        studio,
        CUSTOM,
        &bare,
        &[
            Way {
                name: "heading beside points",
                reason: "The heading keeps a coloured panel, the points stand opposite, each with its sign.",
                suits: on(listed && wide && !abreast && deck.title.is_some(), 0.9),
                draw: &|sheet| beside(sheet, &deck),
            },
            Way {
                name: "quotation",
                reason: "A quotation stands alone, large, with a mark before it and its author below.",
                suits: on(deck.quote.is_some(), 0.9),
                draw: &|sheet| quotation(sheet, &deck, false),
            },
            Way {
                name: "quotation with a bar",
                reason: "A bar at the side holds the quotation together with its author.",
                suits: on(deck.quote.is_some(), 0.85),
                draw: &|sheet| quotation(sheet, &deck, true),
            },
        ],
    ));
    drafts
}

/// How many columns the prompt asks for.
fn columns(brief: &Brief) -> Option<usize> {
    brief
        .constraints
        .iter()
        .find_map(|constraint| match constraint {
            Constraint::Count { of, n } if of == "column" => Some(*n as usize),
            _ => None,
        })
}

fn deck(studio: &Studio<'_>, slide: &SlideText) -> Deck {
    let brief = studio.brief;
    let entry = |i: usize| {
        let literal = &brief.literals[i];
        Entry {
            text: literal.text.clone(),
            literal: true,
            span: literal.span.clone(),
        }
    };
    let spoken = |i: usize| {
        let mut entry = entry(i);
        // A point begins with a capital; what is quoted stays as it is written.
        if brief.literals[i].origin != Origin::Quoted {
            entry.text = capital(&entry.text);
        }
        entry
    };
    let english = studio.filler && brief.language.0 == "en";
    let subject = brief.subject.as_ref().map(|s| Entry::filler(capital(s)));
    let title = slide
        .title
        .map(entry)
        .or_else(|| {
            slide.usual.map(|t| Entry {
                literal: true,
                ..Entry::filler(t)
            })
        })
        .or(subject.filter(|_| slide.quote.is_none()));
    let mut points: Vec<Entry> = slide.points.iter().map(|i| spoken(*i)).collect();
    if points.is_empty() && slide.points_open > 0 && english && slide.figures.is_empty() {
        let mut pool = OPEN.to_vec();
        studio.rng("points").shuffle(&mut pool);
        points = pool
            .into_iter()
            .take(slide.points_open as usize)
            .map(Entry::filler)
            .collect();
    }
    let used: Vec<usize> = slide
        .points
        .iter()
        .copied()
        .chain(
            slide
                .figures
                .iter()
                .flat_map(|(v, l)| std::iter::once(*v).chain(*l)),
        )
        .chain([slide.title, slide.quote, slide.by].into_iter().flatten())
        .chain(
            slide
                .sides
                .iter()
                .flat_map(|(head, points)| std::iter::once(*head).chain(points.iter().copied())),
        )
        .collect();
    Deck {
        title,
        points,
        figures: slide
            .figures
            .iter()
            .map(|(v, l)| (entry(*v), l.map(&spoken)))
            .collect(),
        sides: slide
            .sides
            .iter()
            .map(|(head, points)| {
                let points = points.iter().map(|i| spoken(*i)).collect();
                (spoken(*head), points)
            })
            .collect(),
        quote: slide.quote.map(entry),
        by: slide.by.map(entry),
        rest: (0..brief.literals.len())
            .filter(|i| !used.contains(i))
            .map(entry)
            .collect(),
    }
}

/// Points that fit nearly any topic.
const OPEN: &[&str] = &[
    "Where we stand today",
    "What has changed",
    "Why it matters now",
    "What it costs and what it saves",
    "How we get there",
    "What comes next",
    "Who needs to act",
    "What we have learned",
];

/// Lines that have no other place, at the foot; returns the zone above them.
fn foot(sheet: &Sheet<'_>, deck: &Deck, zone: Zone, nodes: &mut Vec<Node>) -> Zone {
    if deck.rest.is_empty() {
        return zone;
    }
    // Beside a lone figure a lone line is half of what the slide says.
    let lone = deck.rest.len() == 1 && deck.figures.len() == 1;
    let (line, tallest, largest) = if lone {
        (0.085, 70.0, 44.0)
    } else {
        (0.045, 40.0, 26.0)
    };
    // A page number stands at the right end of the line before it.
    let paged = deck.rest.len() == 2 && deck.rest[1].text.chars().all(|c| c.is_ascii_digit());
    let lines = if paged { 1 } else { deck.rest.len() };
    let h = (sheet.full.h * line).clamp(20.0, tallest) * lines.min(4) as f32;
    let (main, low) = zone.rows(1.0 - (h / zone.h).min(0.4), sheet.margin * 0.3);
    let each = low.h / lines as f32;
    for (i, entry) in deck.rest.iter().enumerate() {
        let right = paged && i == 1;
        let look = Lettering::new(FontRole::Body, (each * 0.62).clamp(13.0, largest), 12.0)
            .color(Token::Muted)
            .middle()
            .align(if right { Align::End } else { Align::Start });
        let row = if paged { 0 } else { i };
        let place = Zone::new(low.x, low.y + each * row as f32, low.w, each);
        let size = sheet.fit(&entry.text, look, place.w, place.h, 1);
        nodes.push(sheet.set(entry, place, look, size, "note"));
    }
    main
}
