//! Figures of a day or of an exercise: rings for what is reached of a goal, the way on a map, one tile for every other figure.

use plantain_read::Role;
use plantain_scene::build::{col, ellipse, row, stack};
use plantain_scene::node::Place;
use plantain_scene::{Color, Node, Rgba, Token};

use super::generic::{opening, share};
use super::{Parts, Screen, stops, town};
use crate::components::ui::picture::icon_for;
use crate::components::ui::{Block, Form, Supply, Type, Word};

/// Rings that stand in each other, at most.
const RINGS_MAX: usize = 4;
/// Figures that make a list of exercises, at least.
const EXERCISES_MIN: usize = 3;
/// Words for figures that are marks out of a hundred.
const SCORES: &[&str] = &["score", "punkte", "puntuación", "readiness"];

/// What is reached of a goal.
struct Goal {
    name: Word,
    figure: Word,
    share: f32,
}

struct Stat {
    name: Option<Word>,
    value: Word,
}

/// Whether a prompt asks for rings, and tells something that fills one.
pub fn is_ringed(supply: &Supply<'_>) -> bool {
    let brief = supply.brief();
    let fills = brief.pairs.iter().any(|pair| {
        let value = &brief.literals[pair.value].text;
        share(value).is_some() || score(&pair.label_text, value).is_some()
    });
    fills
        && supply.speaks_of(&[
            "ring",
            "rings",
            "circular progress",
            "progress circle",
            "gauge",
        ])
}

/// "score 82", "AQI 168": a mark out of a hundred, or on the scale that it has.
fn score(label: &str, value: &str) -> Option<f32> {
    const WORST_AIR: f32 = 300.0;
    let label = label.to_lowercase();
    let mark: f32 = value.parse().ok().filter(|mark| *mark >= 1.0)?;
    if label.split(' ').any(|word| word == "aqi") {
        return Some((mark / WORST_AIR).min(1.0));
    }
    let known = SCORES.iter().any(|word| label.contains(word));
    (known && mark <= 100.0).then_some(mark / 100.0)
}

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let title = supply
        .first(&[Role::Title, Role::Brand])
        .or_else(|| opening(supply))
        .or_else(|| supply.first(&[Role::Subtitle]))
        .unwrap_or_else(|| kit.label("Today"));
    let ringed = is_ringed(supply);
    let (goals, mut stats) = told(supply, ringed);
    stats.extend(unnamed(scr, supply));
    let avatar = kit.avatar("Maya", 44.0);
    let mut blocks = vec![scr.header(supply, title, None, Some(avatar))];
    if supply.speaks_of(&["map", "route"]) {
        blocks.push(way(scr));
    }
    match goals.len() {
        0 => {}
        1 => blocks.push(one_ring(scr, &goals[0])),
        n if n <= RINGS_MAX && scr.variant % 3 != 2 => blocks.push(nested(scr, supply, &goals)),
        _ => blocks.push(abreast(scr, supply, &goals)),
    }
    let exercises = goals.is_empty() && supply.speaks_of(&["workout", "exercise", "training"]);
    if exercises && stats.len() >= EXERCISES_MIN && stats.iter().all(|stat| stat.name.is_some()) {
        blocks.push(rows(scr, &stats));
    } else {
        blocks.extend(tiles(scr, &stats));
    }
    let stops = stops(
        kit,
        &[
            ("house", "Home"),
            ("activity", "Activity"),
            ("dumbbell", "Workouts"),
            ("user", "Profile"),
        ],
    );
    Parts::new(
        blocks,
        "what is reached fills rings, every other figure has a tile of its own",
    )
    .stops(stops, 1)
    .gap(14.0)
}

/// The pairs of the prompt, as goals where rings are asked for and as figures otherwise.
fn told(supply: &mut Supply<'_>, ringed: bool) -> (Vec<Goal>, Vec<Stat>) {
    let (mut goals, mut stats) = (Vec::new(), Vec::new());
    for (name, value) in supply.pairs() {
        let score = score(&name.text, &value.text);
        match share(&value.text).or(score).filter(|_| ringed) {
            Some(share) => goals.push(Goal {
                name,
                figure: value,
                share,
            }),
            None => stats.push(Stat {
                name: Some(name),
                value,
            }),
        }
    }
    (goals, stats)
}

/// "7.42 km", "41:08": figures that tell by their unit what they are.
fn unnamed(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Vec<Stat> {
    const NAMES: &[(&str, &str)] = &[
        (" kcal", "Calories"),
        (" cal", "Calories"),
        (" km", "Distance"),
        (" mi", "Distance"),
        (" bpm", "Heart rate"),
        ("/km", "Pace"),
        ("/mi", "Pace"),
        (" m", "Elevation"),
        (" min", "Time"),
    ];
    let mut out = Vec::new();
    while let Some(value) = supply.find(|role, text| {
        matches!(role, Role::Value | Role::Time | Role::Text) && Form::of(text).is_figure()
    }) {
        let lower = value.text.to_lowercase();
        let clock = lower.contains(':') && lower.chars().all(|c| c.is_ascii_digit() || c == ':');
        let name = NAMES
            .iter()
            .find(|(unit, _)| lower.ends_with(unit))
            .map(|(_, name)| *name)
            .or(clock.then_some("Time"));
        out.push(Stat {
            name: name
                .filter(|_| scr.kit.filler)
                .map(|name| scr.kit.say(name)),
            value,
        });
    }
    out
}

/// The way that was taken, on a map across the screen.
fn way(scr: &Screen<'_>) -> Block {
    let kit = &scr.kit;
    let (w, h) = (scr.inner(), kit.u(210.0));
    let map = stack()
        .role("map")
        .size_box(w, h)
        .rigid()
        .clip()
        .radius(kit.radius())
        .child(town::map(kit, w, h, scr.variant));
    Block::must(map, h)
}

/// The colours of the rings: those of the prompt where it names enough, else the kit's.
fn inks(scr: &Screen<'_>, supply: &Supply<'_>, n: usize) -> Vec<(Color, Color)> {
    let palette = &supply.brief().look.palette;
    (0..n)
        .map(|i| match palette.get(i).filter(|_| palette.len() >= n) {
            Some(color) => {
                let [r, g, b] = color.rgb;
                let ink = Color::from(Rgba::rgb(r, g, b));
                (ink, ink.alpha(0.2))
            }
            None => {
                let (ink, _) = scr.kit.hue(i);
                (ink, ink.alpha(0.2))
            }
        })
        .collect()
}

/// One goal: its figure in the ring, its name under it.
fn one_ring(scr: &Screen<'_>, goal: &Goal) -> Block {
    let kit = &scr.kit;
    let side = (scr.inner() * 0.58).min(kit.u(220.0));
    let size = (side * 0.6 / (goal.figure.text.chars().count() as f32 * 0.56)).min(kit.u(54.0));
    let inside = col()
        .w(side * 0.74)
        .align(Place::Center)
        .gap(kit.u(2.0))
        .child(
            kit.figure(&goal.figure, Type::Hero)
                .size(size)
                .weight(700)
                .centered(),
        )
        .child(kit.text(&goal.name, Type::Caption).centered().max_lines(2));
    let ring = kit.ring(
        side,
        goal.share,
        Token::Accent.into(),
        kit.accent_track(),
        inside,
    );
    let card = kit
        .surface(
            col()
                .role("card")
                .fill_w()
                .pad(kit.u(20.0))
                .align(Place::Center),
        )
        .child(ring);
    Block::must(card, side + kit.u(40.0)).stretch(kit.u(20.0))
}

/// Rings in each other, and what they tell below or beside them.
fn nested(scr: &Screen<'_>, supply: &Supply<'_>, goals: &[Goal]) -> Block {
    let kit = &scr.kit;
    let beside = scr.variant % 3 == 1;
    let side = if beside {
        scr.inner() * 0.46
    } else {
        scr.inner() * 0.62
    };
    let inks = inks(scr, supply, goals.len());
    let thick = side * if goals.len() > 3 { 0.085 } else { 0.105 };
    let mut rings = stack().role("rings").size_box(side, side).rigid();
    for (i, (goal, (ink, track))) in goals.iter().zip(&inks).enumerate() {
        let inset = i as f32 * thick * 1.22;
        let own = side - 2.0 * inset;
        let ring = kit.ring_of(own, goal.share, thick, *ink, *track, col());
        rings = rings.child(ring.at(inset, inset));
    }
    let lines = goals.iter().zip(&inks).map(|(goal, (ink, _))| {
        let dot = ellipse()
            .size_box(kit.u(11.0), kit.u(11.0))
            .rigid()
            .fill(*ink);
        let name = kit.text(&goal.name, Type::Strong).max_lines(1);
        let figure = kit.figure(&goal.figure, Type::Strong).color(Token::Muted);
        if beside {
            let words = col().gap(kit.u(1.0)).child(name).child(figure);
            return row().fill_w().gap(kit.u(10.0)).child(dot).child(words);
        }
        row()
            .fill_w()
            .gap(kit.u(10.0))
            .child(dot)
            .child(name.grow(1.0))
            .child(figure.rigid())
    });
    let lines = col()
        .gap(kit.u(if beside { 14.0 } else { 12.0 }))
        .children(lines);
    let card = kit.surface(col().role("card").fill_w().pad(kit.u(20.0)));
    if beside {
        let line = row()
            .fill_w()
            .gap(kit.u(20.0))
            .child(rings)
            .child(lines.grow(1.0));
        return Block::must(card.child(line), side + kit.u(40.0)).stretch(kit.u(20.0));
    }
    let h = side + kit.u(40.0 + 20.0) + goals.len() as f32 * (kit.line(Type::Strong) + kit.u(12.0));
    let card = card
        .gap(kit.u(20.0))
        .align(Place::Center)
        .justify(Place::Center)
        .child(rings)
        .child(lines.fill_w());
    Block::must(card, h).stretch(kit.u(40.0))
}

/// Rings side by side, each with its name and its figure below.
fn abreast(scr: &Screen<'_>, supply: &Supply<'_>, goals: &[Goal]) -> Block {
    const ABREAST: usize = 3;
    let kit = &scr.kit;
    let inks = inks(scr, supply, goals.len());
    let columns = if goals.len() == 4 {
        2
    } else {
        ABREAST.min(goals.len())
    };
    let cell = (scr.inner() - kit.u(40.0)) / columns as f32;
    let side = (cell * 0.78).min(kit.u(130.0));
    let lines: Vec<Node> = goals
        .chunks(columns)
        .enumerate()
        .map(|(n, chunk)| {
            let cells = chunk.iter().enumerate().map(|(i, goal)| {
                let (ink, track) = inks[n * columns + i];
                let mark = icon_for(&goal.name.text, "activity");
                let inside = plantain_scene::build::icon(mark, side * 0.28).color(ink);
                col()
                    .grow(1.0)
                    .align(Place::Center)
                    .gap(kit.u(8.0))
                    .child(kit.ring(side, goal.share, ink, track, inside))
                    .child(kit.text(&goal.name, Type::Caption).centered().max_lines(1))
                    .child(
                        kit.figure(&goal.figure, Type::Strong)
                            .weight(700)
                            .centered(),
                    )
            });
            row().fill_w().align(Place::Start).children(cells)
        })
        .collect();
    let each = side + kit.u(18.0) + kit.line(Type::Caption) + kit.line(Type::Strong);
    let h = kit.u(40.0) + lines.len() as f32 * (each + kit.u(18.0));
    let card = kit
        .surface(
            col()
                .role("card")
                .fill_w()
                .pad(kit.u(20.0))
                .gap(kit.u(18.0)),
        )
        .children(lines);
    Block::must(card, h)
}

/// Exercises in their order, each with how often it is done.
fn rows(scr: &Screen<'_>, stats: &[Stat]) -> Block {
    let kit = &scr.kit;
    let blank = Word::default();
    let side = kit.u(48.0);
    let lines: Vec<Node> = stats
        .iter()
        .enumerate()
        .map(|(n, stat)| {
            let (ink, pale) = kit.hue(n);
            let number = Word::built((n + 1).to_string());
            let mark = row()
                .size_box(side, side)
                .rigid()
                .center()
                .radius(kit.radius().min(kit.u(14.0)))
                .fill(pale)
                .child(kit.figure(&number, Type::Heading).color(ink).centered());
            row()
                .fill_w()
                .gap(kit.u(14.0))
                .child(mark)
                .child(
                    kit.text(stat.name.as_ref().unwrap_or(&blank), Type::Heading)
                        .max_lines(1)
                        .grow(1.0),
                )
                .child(
                    kit.figure(&stat.value, Type::Heading)
                        .color(Token::Muted)
                        .rigid(),
                )
        })
        .collect();
    let h = kit.row_card_height(lines.len(), side);
    Block::must(kit.row_card(lines), h)
}

/// Every other figure in a tile, two abreast; the last of an odd number takes the row.
fn tiles(scr: &Screen<'_>, stats: &[Stat]) -> Vec<Block> {
    let kit = &scr.kit;
    let h = kit.u(32.0) + kit.line(Type::Title) + kit.line(Type::Caption) + kit.u(4.0);
    stats
        .chunks(2)
        .enumerate()
        .map(|(n, chunk)| {
            let cells = chunk.iter().enumerate().map(|(i, stat)| {
                let (ink, _) = kit.hue(n * 2 + i);
                let mut head = row().fill_w().gap(kit.u(8.0));
                if let Some(name) = &stat.name {
                    let mark = icon_for(&name.text, "activity");
                    head = head
                        .child(
                            plantain_scene::build::icon(mark, kit.u(16.0))
                                .color(ink)
                                .rigid(),
                        )
                        .child(kit.text(name, Type::Caption).max_lines(1).grow(1.0));
                }
                kit.surface(
                    col()
                        .role("card")
                        .grow(1.0)
                        .pad(kit.u(16.0))
                        .gap(kit.u(4.0))
                        .justify(Place::Center),
                )
                .child(head)
                .child(kit.figure(&stat.value, Type::Title).weight(700))
            });
            let line = row()
                .fill_w()
                .gap(kit.u(12.0))
                .align(Place::Stretch)
                .children(cells);
            Block::must(line, h).stretch(kit.u(22.0))
        })
        .collect()
}
