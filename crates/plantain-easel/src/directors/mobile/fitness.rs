//! The day of a fitness app: steps against the goal, the day's figures, the week as bars.

use plantain_scene::build::{chart, col, ellipse, icon, row};
use plantain_scene::chart::{ChartKind, ChartSpec, Series};
use plantain_scene::node::Place;
use plantain_scene::{Color, Node, Token};

use super::{Parts, Screen, stops};
use crate::components::ui::card::RowSpec;
use crate::components::ui::measures::{grouped, number};
use crate::components::ui::picture::icon_for;
use crate::components::ui::{Block, Form, Supply, Type, Word};

const STEP_WORDS: &[&str] = &["step", "schritt", "pas", "歩", "步"];
const CALORIE_WORDS: &[&str] = &["calor", "kcal", "kalor", "カロリー", "卡"];
/// Steps that most apps take as the day's goal.
const GOAL_USUAL: u64 = 10_000;
/// Kilometres in a step of an adult.
const KM_A_STEP: f64 = 0.000_72;
/// Steps in a minute of brisk walking, for the active minutes.
const STEPS_A_MINUTE: f64 = 145.0;

/// The day's figures.
struct Day {
    label: Word,
    steps: Word,
    count: f64,
    goal: Word,
    share: f32,
    stats: Vec<Stat>,
    asked: usize,
}

struct Stat {
    icon: String,
    value: Word,
    name: Word,
}

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let week = week(scr, supply);
    let day = day(scr, supply);
    let avatar = kit.avatar("Maya", 44.0);
    let mut blocks = vec![scr.header(supply, kit.label("Today"), None, Some(avatar))];
    let layout = scr.variant % 3;
    let inside = if layout == 2 {
        3.min(day.stats.len())
    } else {
        0
    };
    blocks.push(match layout {
        0 => ring_card(scr, &day),
        1 => banner(scr, &day),
        _ => split_card(scr, &day),
    });
    let tiles = &day.stats[inside..];
    for (i, chunk) in tiles.chunks(3).enumerate() {
        let asked = chunk.iter().any(|s| s.value.is_asked());
        let node = row()
            .fill_w()
            .gap(kit.u(12.0))
            .align(Place::Stretch)
            .children(
                chunk
                    .iter()
                    .enumerate()
                    .map(|(j, s)| kit.stat_tile(&s.icon, i * 3 + j + 1, &s.value, &s.name)),
            );
        let h = kit.stat_tile_height();
        blocks.push(if asked {
            Block::must(node, h)
        } else {
            Block::nice(node, h, 1)
        });
    }
    blocks.push(week_card(scr, &day, week));
    blocks.push(workout(scr, &day));
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
        "the step count leads against the day's goal, and the week's bars end with the same value",
    )
    .stops(stops, 0)
    .gap(14.0)
}

fn day(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Day {
    let kit = &scr.kit;
    let mut rng = scr.rng.fork("day");
    let (label, steps) = supply
        .valued(STEP_WORDS)
        .or_else(|| {
            let value = supply.find(|_, text| {
                let heard = plantain_read::english(text, kit.tongue.code());
                let own = text.to_lowercase();
                let steps = STEP_WORDS
                    .iter()
                    .any(|w| own.contains(w) || heard.contains(w));
                steps && number(text).is_some()
            })?;
            Some((Word::default(), value))
        })
        .or_else(|| {
            // A bare number of at least three digits in a fitness app is the step count.
            let value = supply.find(|_, text| {
                Form::of(text) == Form::Number
                    && text
                        .chars()
                        .all(|c| c.is_ascii_digit() || ",. ".contains(c))
                    && number(text).is_some_and(|n| n >= 100.0)
            })?;
            Some((kit.label("Steps"), value))
        })
        .unwrap_or_else(|| {
            let n = 6_800 + rng.below(2_700) as u64;
            (
                kit.label("Steps"),
                Word::invented(grouped(n, "", kit.tongue)),
            )
        });
    let count = number(&steps.text).unwrap_or(0.0).max(0.0);
    let goal = supply
        .valued(&["goal", "ziel", "objectif", "meta", "目標", "目标"])
        .or_else(|| {
            // "8,432 of 10,000": the goal stands beside the count.
            let (_, goal) = crate::components::ui::measures::out_of(&steps.text)?;
            let goal = grouped(goal as u64, &steps.text, kit.tongue);
            Some((Word::default(), Word::built(goal)))
        })
        .map_or_else(
            || {
                let goal = if count > GOAL_USUAL as f64 {
                    (count / 5_000.0).ceil() as u64 * 5_000
                } else {
                    GOAL_USUAL
                };
                Word::invented(grouped(goal, &steps.text, kit.tongue))
            },
            |(_, goal)| goal,
        );
    let share = number(&goal.text)
        .filter(|g| *g > 0.0)
        .map_or(0.8, |g| (count / g) as f32)
        .min(1.0);
    let stats = stats(scr, supply, count);
    let asked = stats.iter().filter(|s| s.value.is_asked()).count();
    Day {
        label,
        steps,
        count,
        goal,
        share,
        stats,
        asked,
    }
}

fn stats(scr: &Screen<'_>, supply: &mut Supply<'_>, count: f64) -> Vec<Stat> {
    let kit = &scr.kit;
    let mut out = Vec::new();
    let calories = supply.valued(CALORIE_WORDS).or_else(|| {
        let value =
            supply.find(|_, text| text.to_lowercase().contains("cal") && number(text).is_some())?;
        Some((kit.label("Calories"), value))
    });
    if let Some((name, value)) = calories {
        out.push(Stat {
            icon: "flame".into(),
            value,
            name,
        });
    }
    let far = supply.find(|_, text| {
        let lower = text.to_lowercase();
        number(text).is_some() && (lower.ends_with(" km") || lower.ends_with(" mi"))
    });
    if let Some(value) = far {
        out.push(Stat {
            icon: "map-pin".into(),
            value,
            name: kit.label("Distance"),
        });
    }
    for (name, value) in supply.pairs() {
        out.push(Stat {
            icon: icon_for(&name.text, "activity"),
            value,
            name,
        });
    }
    if kit.filler {
        let km = format!("{:.1} km", count * KM_A_STEP);
        let km = if kit.tongue == crate::tongue::Tongue::EN {
            km
        } else {
            km.replace('.', ",")
        };
        let minutes = format!("{:.0} min", count / STEPS_A_MINUTE);
        let samples = [
            ("flame", format!("{:.0} kcal", count * 0.041), "Calories"),
            ("map-pin", km, "Distance"),
            ("timer", minutes, "Active"),
            ("heart-pulse", "68 bpm".to_owned(), "Heart rate"),
        ];
        for (icon, value, name) in samples {
            let known = out
                .iter()
                .any(|s: &Stat| s.icon == icon || s.name.text.eq_ignore_ascii_case(name));
            if !known && out.len() < 3 {
                out.push(Stat {
                    icon: icon.into(),
                    value: Word::invented(value),
                    name: kit.say(name),
                });
            }
        }
    }
    out
}

/// Steps with their label, in the middle of a ring.
fn inside_ring(scr: &Screen<'_>, day: &Day, rank: Type, width: f32) -> Node {
    let kit = &scr.kit;
    let mut node = col().w(width).align(Place::Center).gap(kit.u(2.0));
    if rank == Type::Hero {
        node = node.child(icon("footprints", kit.u(24.0)).color(Token::Accent));
    }
    node = node.child(kit.figure(&day.steps, rank).weight(700).centered());
    if !day.label.text.is_empty() {
        node = node.child(kit.text(&day.label, Type::Caption).centered().max_lines(1));
    }
    node
}

fn goal_line(scr: &Screen<'_>, day: &Day, ink: Token) -> Node {
    let kit = &scr.kit;
    let mut node = row().gap(kit.u(5.0)).justify(Place::Center);
    if kit.filler || day.goal.is_asked() {
        node = node
            .child(
                kit.text(&kit.say("Goal"), Type::Caption)
                    .color(ink)
                    .max_lines(1),
            )
            .child(kit.figure(&day.goal, Type::Caption).weight(600).color(ink));
    }
    node
}

fn ring_card(scr: &Screen<'_>, day: &Day) -> Block {
    let kit = &scr.kit;
    let side = (scr.inner() * 0.56).min(kit.u(226.0));
    let inside = inside_ring(scr, day, Type::Hero, side * 0.74);
    let ring = kit.ring(
        side,
        day.share,
        Token::Accent.into(),
        kit.accent_track(),
        inside,
    );
    let card = kit.surface(
        col()
            .role("card")
            .fill_w()
            .pad_xy(kit.u(16.0), kit.u(20.0))
            .gap(kit.u(12.0))
            .align(Place::Center)
            .justify(Place::Center),
    );
    let h = side + kit.u(52.0) + kit.line(Type::Caption);
    Block::must(card.child(ring).child(goal_line(scr, day, Token::Muted)), h).stretch(kit.u(26.0))
}

fn banner(scr: &Screen<'_>, day: &Day) -> Block {
    let kit = &scr.kit;
    let ink = Token::AccentInk;
    let side = kit.u(112.0);
    let inner = icon("footprints", side * 0.34).color(ink);
    let track = Color::from(ink).alpha(0.25);
    let ring = kit.ring_of(side, day.share, side * 0.11, ink.into(), track, inner);
    let mut words = col().grow(1.0).gap(kit.u(4.0));
    if !day.label.text.is_empty() {
        words = words.child(kit.text(&day.label, Type::Strong).color(ink).max_lines(1));
    }
    words = words
        .child(kit.figure(&day.steps, Type::Hero).weight(700).color(ink))
        .child(row().child(goal_line(scr, day, ink)));
    let node = kit
        .accent_card()
        .child(row().fill_w().gap(kit.u(12.0)).child(words).child(ring));
    Block::must(node, side + kit.u(40.0))
}

fn split_card(scr: &Screen<'_>, day: &Day) -> Block {
    let kit = &scr.kit;
    let side = scr.inner() * 0.44;
    let inside = inside_ring(scr, day, Type::Title, side * 0.72);
    let ring = kit.ring(
        side,
        day.share,
        Token::Accent.into(),
        kit.accent_track(),
        inside,
    );
    let stats = day.stats.iter().take(3).enumerate().map(|(i, s)| {
        let (ink, _) = kit.hue(i + 1);
        col()
            .gap(kit.u(1.0))
            .child(
                row()
                    .gap(kit.u(7.0))
                    .child(ellipse().size_box(kit.u(8.0), kit.u(8.0)).rigid().fill(ink))
                    .child(kit.text(&s.name, Type::Caption).max_lines(1)),
            )
            .child(kit.figure(&s.value, Type::Heading))
    });
    let list = col().grow(1.0).gap(kit.u(12.0)).children(stats);
    let card = kit
        .surface(
            row()
                .role("card")
                .fill_w()
                .pad(kit.u(18.0))
                .gap(kit.u(22.0)),
        )
        .child(ring)
        .child(list);
    Block::must(card, side + kit.u(36.0))
}

/// Names of the days, and whether they were asked for.
fn week(scr: &Screen<'_>, supply: &mut Supply<'_>) -> (Vec<Word>, Option<Vec<f64>>) {
    let data = supply.brief().data.iter().find(|d| d.points.len() >= 3);
    let days = supply.weekdays();
    if let Some(data) = data {
        let values = data.points.iter().map(|p| p.value).collect();
        let labels = data.points.iter().map(|p| {
            supply
                .find(|_, text| text == p.label)
                .unwrap_or_else(|| Word::asked(&p.label))
        });
        let labels: Vec<Word> = labels.collect();
        return (
            days.filter(|d| d.len() == labels.len()).unwrap_or(labels),
            Some(values),
        );
    }
    let usual = || scr.kit.tongue.weekdays().map(Word::built).to_vec();
    (days.unwrap_or_else(usual), None)
}

fn week_card(scr: &Screen<'_>, day: &Day, (days, given): (Vec<Word>, Option<Vec<f64>>)) -> Block {
    let kit = &scr.kit;
    let n = days.len();
    let values = given
        .clone()
        .unwrap_or_else(|| sample_week(scr, day.count, n));
    let highlight = n.checked_sub(1);
    let average = values.iter().sum::<f64>() / n.max(1) as f64;
    let average = Word::invented(grouped((average + 0.5) as u64, &day.steps.text, kit.tongue));
    let quiet = kit
        .theme
        .token(Token::Accent)
        .mix(kit.theme.token(Token::Surface), 0.62);
    let colors = (0..n)
        .map(|i| {
            if Some(i) == highlight {
                Token::Accent.into()
            } else {
                quiet.into()
            }
        })
        .collect();
    let spec = ChartSpec {
        chart: ChartKind::Bar,
        labels: days
            .iter()
            .filter(|d| !kit.silent || d.is_asked())
            .map(|d| d.text.clone())
            .collect(),
        series: vec![Series {
            values,
            colors,
            ..Series::default()
        }],
        highlight,
        // Small enough that every day keeps its name.
        text_size: kit
            .size(Type::Caption)
            .min((scr.inner() - kit.u(32.0)) / n.max(1) as f32 / 2.75)
            .max(11.0),
        ..ChartSpec::default()
    };
    let asked = days.iter().any(Word::is_asked);
    let mut trail = None;
    if kit.filler && given.is_none() {
        trail = Some(
            row()
                .gap(kit.u(5.0))
                .child(kit.text(&kit.say("Average"), Type::Caption).max_lines(1))
                .child(
                    kit.figure(&average, Type::Caption)
                        .weight(600)
                        .color(Token::Ink),
                ),
        );
    }
    let plot = chart(spec)
        .role("weekly-chart")
        .fill_w()
        .grow(1.0)
        .min_h(kit.u(110.0))
        .literal(asked);
    let node = kit
        .card()
        .gap(kit.u(14.0))
        .child(kit.section(&kit.label("This week"), trail))
        .child(plot);
    Block::must(node, kit.u(32.0 + 14.0 + 116.0) + kit.line(Type::Heading)).stretch(kit.u(120.0))
}

/// Returns a week of step counts around `today`, which is its last.
fn sample_week(scr: &Screen<'_>, today: f64, n: usize) -> Vec<f64> {
    let mut rng = scr.rng.fork("week");
    let shape = [0.78, 1.08, 0.66, 0.95, 1.17, 0.54, 0.88];
    let start = rng.below(shape.len());
    (0..n)
        .map(|i| {
            if i + 1 == n {
                return today;
            }
            let wobble = f64::from(rng.range(-0.05, 0.05));
            (today * (shape[(start + i) % shape.len()] + wobble)).round()
        })
        .collect()
}

fn workout(scr: &Screen<'_>, day: &Day) -> Block {
    let kit = &scr.kit;
    let km = (day.count * KM_A_STEP * 0.62 * 10.0).round() / 10.0;
    let (ink, pale) = kit.hue(day.asked + 2);
    let spec = RowSpec {
        lead: Some(kit.tile("footprints", 44.0, ink, pale)),
        name: kit.say("Morning run"),
        note: Some(Word::invented(format!("{km:.1} km · {:.0} min", km * 6.1))),
        figure: None,
        trail: Some(kit.more()),
    };
    let node = kit
        .surface(col().fill_w().role("card").pad_xy(kit.u(16.0), kit.u(14.0)))
        .child(kit.list_row(spec))
        .filler();
    Block::nice(node, kit.row_height(44.0, true) + kit.u(28.0), 2)
}
