//! The weather of a place: now, through the day, through the week.

use plantain_read::Role;
use plantain_scene::build::{col, ellipse, icon, object, rect, row, stack};
use plantain_scene::node::Place;
use plantain_scene::{Color, Node, Oklch, Token};

use super::{Parts, Screen};
use crate::components::ui::measures::number;
use crate::components::ui::supply::is_weekday;
use crate::components::ui::{Block, Entry, Supply, Type, Word};

/// Conditions by the words that name them: icon, and whether the sky is bright.
const CONDITIONS: &[(&[&str], &str, bool)] = &[
    (
        &["thunder", "storm", "gewitter", "orage", "tormenta", "雷"],
        "cloud-lightning",
        false,
    ),
    (
        &["snow", "schnee", "neige", "nieve", "雪"],
        "cloud-snow",
        false,
    ),
    (
        &[
            "rain", "shower", "regen", "pluie", "lluvia", "pioggia", "雨", "drizzle",
        ],
        "cloud-rain",
        false,
    ),
    (
        &[
            "partly",
            "wolkig",
            "sunny intervals",
            "leicht",
            "多云",
            "partiel",
        ],
        "cloud-sun",
        true,
    ),
    (
        &["cloud", "overcast", "bewölkt", "nuag", "nubl", "曇", "阴"],
        "cloud",
        false,
    ),
    (&["fog", "mist", "nebel"], "cloud-fog", false),
    (&["wind", "viento", "vent"], "wind", true),
    (&["night", "clear night", "nacht"], "moon", false),
    (
        &["sun", "clear", "sonn", "soleil", "sol", "晴", "heiter"],
        "sun",
        true,
    ),
];

/// Facts that stand side by side, at most.
const FACTS_ABREAST: usize = 3;

/// How much of the accent is in the top of the sky.
const SKY_TINT: f32 = 0.34;

fn condition(text: &str) -> Option<(&'static str, bool)> {
    let lower = text.to_lowercase();
    CONDITIONS
        .iter()
        .find(|(words, _, _)| words.iter().any(|w| lower.contains(w)))
        .map(|(_, icon, bright)| (*icon, *bright))
}

fn is_degrees(text: &str) -> bool {
    text.contains('°')
        || (number(text).is_some_and(|n| n.abs() < 130.0)
            && text
                .trim()
                .chars()
                .all(|c| c.is_ascii_digit() || "-−CF".contains(c)))
}

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let place = supply.first(&[Role::Title, Role::Place]).or_else(|| {
        supply
            .valued(&["city", "location", "stadt", "ville"])
            .map(|p| p.1)
    });
    let degrees = supply
        .valued(&["temp", "degree", "now", "current", "grad"])
        .map(|p| p.1)
        .or_else(|| supply.find(|role, text| role != Role::Label && is_degrees(text)));
    let language = supply.brief().language.0.clone();
    let state = supply.find(|role, text| {
        let english = plantain_read::english(text, &language);
        role != Role::Field
            && number(text).is_none()
            && (condition(text).is_some() || condition(&english).is_some())
    });
    // Where only days are told, the first of them is now.
    let first = first_day(supply);
    let degrees = degrees.or_else(|| first.as_ref().map(|(now, _)| now.clone()));
    let extremes = supply.find(|role, text| role == Role::Caption && text.contains('°'));
    let place =
        place.or_else(|| supply.find(|_, text| number(text).is_none() && !is_weekday(text)));
    let spoken = state
        .as_ref()
        .map(|w| format!("{} {}", plantain_read::english(&w.text, &language), w.text))
        .or_else(|| first.map(|(_, told)| told))
        .unwrap_or_else(|| supply.brief().heard());
    let (symbol, bright) = condition(&spoken).unwrap_or(("cloud-sun", true));
    let sky = sky(scr, bright);
    let unit = degrees
        .as_ref()
        .and_then(|d| number(&d.text))
        .unwrap_or(21.0);
    let mut blocks = vec![now(scr, place, degrees, state, symbol)];
    if let Some(line) = &extremes {
        let text = kit.text(line, Type::Body).centered().color(Token::Ink);
        let line = row().fill_w().justify(Place::Center).child(text);
        blocks.push(Block::must(line, kit.line(Type::Body)));
    }
    let told = supply.listed(&["hour"]).unwrap_or_default();
    let entries = supply.entries();
    let (days, facts): (Vec<Entry>, Vec<Entry>) = entries.into_iter().partition(is_day);
    blocks.extend(if told.is_empty() {
        hours(scr, unit, symbol)
    } else {
        Some(told_hours(scr, &told, symbol))
    });
    blocks.extend(week(scr, days, unit, symbol));
    if !facts.is_empty() {
        let most = if facts.len() == 4 { 2 } else { FACTS_ABREAST };
        for line in facts.chunks(most) {
            let cells = line.iter().map(|f| fact(scr, f));
            blocks.push(Block::must(
                row()
                    .fill_w()
                    .gap(kit.u(12.0))
                    .align(Place::Stretch)
                    .children(cells),
                kit.u(84.0),
            ));
        }
    } else {
        blocks.push(usual_facts(scr, unit));
    }
    let mut parts = Parts::new(
        blocks,
        "the temperature leads under the sky that was asked for",
    )
    .gap(14.0);
    parts.backdrop = Some(sky);
    parts.status = Token::Ink;
    parts
}

/// The degrees of the first day that is told with its sky ("28 sunny"), and all that is told of it.
fn first_day(supply: &Supply<'_>) -> Option<(Word, String)> {
    let brief = supply.brief();
    let told = brief.pairs.iter().find_map(|pair| {
        let value = &brief.literals[pair.value].text;
        (is_weekday(&pair.label_text) && condition(value).is_some()).then_some(value)
    })?;
    let degrees = told.split(' ').next()?.trim_end_matches('°');
    Some((Word::built(format!("{degrees}°")), told.clone()))
}

fn is_day(entry: &Entry) -> bool {
    // French "vent" begins as Friday does.
    let measured = entry.figure.as_ref().is_some_and(|figure| {
        let lower = figure.text.to_lowercase();
        ["km", "m/s", "mph", "kn", "%"]
            .iter()
            .any(|unit| lower.contains(unit))
    });
    let text = |w: &Option<Word>| !measured && w.as_ref().is_some_and(|w| is_weekday(&w.text));
    text(&entry.name) || text(&entry.figure)
}

/// The sky behind the screen, drawn in the theme's own lightness so that text stays readable.
fn sky(scr: &Screen<'_>, bright: bool) -> Node {
    let (w, h) = (scr.w, scr.h);
    let theme = scr.kit.theme;
    let ground = theme.token(Token::Canvas);
    let accent = theme.token(Token::Accent);
    let (top, low) = (SKY_TINT, if theme.is_dark() { 0.10 } else { 0.06 });
    let node = stack().size_box(w, h).clip().gradient(
        180.0,
        ground.mix(accent, top),
        ground.mix(accent, low),
    );
    let d = w * 0.9;
    let glow = if bright {
        Oklch::new(0.88, 0.13, 85.0).rgba()
    } else {
        Oklch::new(0.75, 0.03, 250.0).rgba()
    };
    node.child(
        ellipse()
            .bounds(w * 0.55, -d * 0.42, d, d)
            .fill(Color::from(glow).alpha(if theme.is_dark() { 0.10 } else { 0.30 })),
    )
    .child(
        ellipse()
            .bounds(w * 0.68, -d * 0.28, d * 0.7, d * 0.7)
            .fill(Color::from(glow).alpha(if theme.is_dark() { 0.13 } else { 0.34 })),
    )
}

fn now(
    scr: &Screen<'_>,
    place: Option<Word>,
    degrees: Option<Word>,
    state: Option<Word>,
    symbol: &str,
) -> Block {
    if !scr.variant.is_multiple_of(3) {
        return beside(scr, [place, degrees, state], symbol);
    }
    let kit = &scr.kit;
    let mut node =
        col()
            .fill_w()
            .align(Place::Center)
            .gap(kit.u(4.0))
            .pad4(kit.u(6.0), 0.0, kit.u(10.0), 0.0);
    let mut h = kit.u(16.0);
    let place = place.or_else(|| kit.filler.then(|| Word::invented("Lisbon")));
    if let Some(place) = &place {
        node = node.child(kit.text(place, Type::Title).centered().max_lines(2));
        h += kit.line(Type::Title);
    }
    let side = kit.u(120.0);
    node = node.child(
        match illustrated(symbol).filter(|name| plantain_art::object(name).is_some()) {
            Some(name) => object(name).size_box(side, side).rigid(),
            None => icon(symbol, kit.u(96.0))
                .color(Token::AccentText)
                .icon_stroke(1.5),
        },
    );
    h += side + kit.u(4.0);
    let degrees = degrees.or_else(|| kit.filler.then(|| Word::invented("21°")));
    if let Some(degrees) = &degrees {
        node = node.child(
            kit.figure(degrees, Type::Hero)
                .size(kit.u(72.0))
                .weight(600)
                .centered(),
        );
        h += kit.u(88.0);
    }
    if let Some(state) = &state {
        node = node.child(kit.text(state, Type::Body).centered().max_lines(2));
        h += kit.line(Type::Body);
    }
    Block::must(node, h).stretch(kit.u(90.0))
}

/// The words at the left and the sky's mark at the right, open or on a card in the accent.
fn beside(scr: &Screen<'_>, [place, degrees, state]: [Option<Word>; 3], symbol: &str) -> Block {
    let kit = &scr.kit;
    let carded = scr.variant % 3 == 2;
    let ink = if carded { Token::AccentInk } else { Token::Ink };
    let place = place.or_else(|| kit.filler.then(|| Word::invented("Lisbon")));
    let degrees = degrees.or_else(|| kit.filler.then(|| Word::invented("21°")));
    let mut words = col().grow(1.0).gap(kit.u(4.0));
    let mut h = kit.u(if carded { 48.0 } else { 20.0 });
    if let Some(place) = &place {
        words = words.child(kit.text(place, Type::Title).color(ink).max_lines(2));
        h += kit.line(Type::Title) + kit.u(4.0);
    }
    if let Some(degrees) = &degrees {
        let figure = kit.figure(degrees, Type::Hero).size(kit.u(80.0));
        words = words.child(figure.weight(600).color(ink));
        h += kit.u(98.0);
    }
    if let Some(state) = &state {
        words = words.child(kit.text(state, Type::Strong).color(ink).max_lines(2));
        h += kit.line(Type::Strong) * 2.0;
    }
    let side = kit.u(132.0);
    let mark = match illustrated(symbol).filter(|name| plantain_art::object(name).is_some()) {
        Some(name) => object(name).size_box(side, side).rigid(),
        None => icon(symbol, kit.u(96.0)).color(ink).icon_stroke(1.5),
    };
    let line = row()
        .fill_w()
        .gap(kit.u(12.0))
        .align(Place::Center)
        .child(words)
        .child(mark);
    let node = if carded {
        kit.accent_card().justify(Place::Center).child(line)
    } else {
        line
    };
    Block::must(node, h.max(side + kit.u(24.0))).stretch(kit.u(60.0))
}

/// Returns the illustration for a condition's icon.
fn illustrated(symbol: &str) -> Option<&'static str> {
    Some(match symbol {
        "sun" => "sunny-sky-sun",
        "cloud-sun" => "sun-behind-cloud",
        "cloud" => "fluffy-cloud",
        "cloud-rain" => "cloud-with-rain",
        "cloud-snow" => "cloud-with-snow",
        "cloud-lightning" => "cloud-with-lightning",
        _ => return None,
    })
}

fn panel(scr: &Screen<'_>) -> Node {
    let kit = &scr.kit;
    let ground: Color = kit.theme.token(Token::Surface).into();
    let alpha = if kit.theme.is_dark() { 0.82 } else { 0.9 };
    col()
        .role("card")
        .fill_w()
        .pad(kit.u(16.0))
        .gap(kit.u(12.0))
        .radius(kit.radius())
        .fill(ground.alpha(alpha))
}

/// The hours that the prompt tells, each with its temperature.
fn told_hours(scr: &Screen<'_>, hours: &[Entry], symbol: &str) -> Block {
    let kit = &scr.kit;
    let blank = Word::default();
    let cells = hours.iter().map(|hour| {
        let said = hour.more.iter().find_map(|word| condition(&word.text));
        let mut cell = col()
            .align(Place::Center)
            .gap(kit.u(8.0))
            .child(
                kit.text(hour.name.as_ref().unwrap_or(&blank), Type::Micro)
                    .centered()
                    .max_lines(1),
            )
            .child(icon(said.map_or(symbol, |c| c.0), kit.u(22.0)).color(Token::AccentText));
        for word in hour.figure.iter().chain(&hour.more) {
            let figure = kit.text(word, Type::Caption).weight(600);
            cell = cell.child(figure.color(Token::Ink).centered().max_lines(1));
        }
        cell
    });
    let node = panel(scr).child(row().fill_w().justify(Place::Between).children(cells));
    Block::must(
        node,
        kit.u(32.0 + 38.0) + kit.line(Type::Micro) + kit.line(Type::Caption),
    )
}

fn hours(scr: &Screen<'_>, degrees: f64, symbol: &str) -> Option<Block> {
    let kit = &scr.kit;
    if !kit.filler {
        return None;
    }
    let shape = [0.0, 1.0, 2.0, 2.0, 1.0, -1.0];
    let cells = shape.iter().enumerate().map(|(i, d)| {
        let hour = if i == 0 {
            kit.say("Now")
        } else {
            Word::invented(format!("{}:00", 12 + i))
        };
        let name = if i == 3 || i == 4 { "cloud" } else { symbol };
        col()
            .align(Place::Center)
            .gap(kit.u(8.0))
            .child(kit.text(&hour, Type::Micro).centered().max_lines(1))
            .child(icon(name, kit.u(22.0)).color(Token::AccentText))
            .child(
                kit.text(
                    &Word::invented(format!("{:.0}°", degrees + d)),
                    Type::Caption,
                )
                .weight(600)
                .color(Token::Ink),
            )
    });
    let node = panel(scr)
        .child(row().fill_w().justify(Place::Between).children(cells))
        .filler();
    Some(Block::nice(
        node,
        kit.u(32.0 + 38.0) + kit.line(Type::Micro) + kit.line(Type::Caption),
        1,
    ))
}

fn week(scr: &Screen<'_>, days: Vec<Entry>, degrees: f64, symbol: &str) -> Option<Block> {
    let kit = &scr.kit;
    let asked = !days.is_empty();
    let days = if asked {
        days
    } else if kit.filler {
        let shape = [1.0, 2.0, -1.0, -2.0, 0.0];
        let names = kit.tongue.weekdays();
        (0..5)
            .map(|i| Entry {
                name: Some(Word::invented(names[(i + 1) % 7])),
                figure: Some(Word::invented(format!("{:.0}°", degrees + shape[i]))),
                more: Vec::new(),
            })
            .collect()
    } else {
        return None;
    };
    let values: Vec<f64> = days
        .iter()
        .map(|d| {
            d.figure
                .as_ref()
                .and_then(|f| number(&f.text))
                .unwrap_or(degrees)
        })
        .collect();
    let (low, high) = values
        .iter()
        .fold((f64::MAX, f64::MIN), |(l, h), v| (l.min(*v), h.max(*v)));
    let span = (high - low).max(1.0);
    let rows = days.iter().enumerate().map(|(i, day)| {
        let share = ((values[i] - low) / span) as f32;
        day_row(scr, day, symbol, share, i)
    });
    let h = days.len() as f32 * kit.u(34.0) + kit.u(32.0);
    let node = panel(scr).gap(0.0).children(rows);
    Some(if asked {
        Block::must(node, h)
    } else {
        Block::nice(node.filler(), h, 3)
    })
}

fn day_row(scr: &Screen<'_>, day: &Entry, symbol: &str, share: f32, n: usize) -> Node {
    let kit = &scr.kit;
    let blank = Word::default();
    let name = day.name.as_ref().unwrap_or(&blank);
    let state = day
        .more
        .first()
        .or(day.figure.as_ref())
        .and_then(|w| condition(&w.text))
        .map_or(if n % 3 == 2 { "cloud-rain" } else { symbol }, |c| c.0);
    let warm = Color::from(Oklch::new(0.76, 0.15, 65.0).rgba());
    let bar = row()
        .grow(1.0)
        .h(kit.u(6.0))
        .radius(kit.u(3.0))
        .fill(Token::Sunken)
        .child(col().grow(0.08 + 0.3 * share))
        .child(
            rect()
                .h(kit.u(6.0))
                .grow(0.46)
                .radius(kit.u(3.0))
                .fill(warm),
        )
        .child(col().grow(0.46 - 0.3 * share));
    let mut node = row()
        .fill_w()
        .h(kit.u(34.0))
        .gap(kit.u(14.0))
        .child(
            kit.text(name, Type::Body)
                .weight(500)
                .max_lines(1)
                .w(kit.u(92.0)),
        )
        .child(icon(state, kit.u(20.0)).color(Token::AccentText))
        .child(bar);
    if let Some(figure) = &day.figure {
        node = node.child(kit.figure(figure, Type::Strong).rigid());
    }
    for more in &day.more {
        node = node.child(kit.text(more, Type::Caption).rigid());
    }
    node
}

fn fact(scr: &Screen<'_>, entry: &Entry) -> Node {
    let kit = &scr.kit;
    let mut node = panel(scr).grow(1.0).gap(kit.u(4.0)).pad(kit.u(14.0));
    if let Some(name) = &entry.name {
        node = node.child(kit.text(name, Type::Caption).max_lines(1));
    }
    if let Some(figure) = &entry.figure {
        node = node.child(kit.figure(figure, Type::Heading));
    }
    node
}

fn usual_facts(scr: &Screen<'_>, degrees: f64) -> Block {
    let kit = &scr.kit;
    let facts = [
        ("Feels like", format!("{:.0}°", degrees - 1.0)),
        ("Humidity", "58%".to_owned()),
        ("Wind", "14 km/h".to_owned()),
    ];
    let cells = facts.map(|(name, value)| {
        fact(
            scr,
            &Entry {
                name: Some(kit.say(name)),
                figure: Some(Word::invented(value)),
                more: Vec::new(),
            },
        )
    });
    Block::nice(
        row()
            .fill_w()
            .gap(kit.u(12.0))
            .align(Place::Stretch)
            .children(cells)
            .filler(),
        kit.u(32.0) + kit.line(Type::Heading) + kit.line(Type::Caption),
        2,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sky_keeps_text_readable_in_every_usual_theme() {
        for name in ["minimal", "night", "friendly", "corporate"] {
            let theme = plantain_scene::theme::preset(name).unwrap().theme();
            let (ground, accent) = (theme.token(Token::Canvas), theme.token(Token::Accent));
            let top = ground.mix(accent, SKY_TINT);
            assert!(
                theme.token(Token::Ink).contrast(top) >= plantain_scene::theme::CONTRAST_TEXT,
                "{name}"
            );
        }
    }

    #[test]
    fn conditions_are_known_by_their_words() {
        for (text, want) in [
            ("Partly cloudy", "cloud-sun"),
            ("Heavy rain", "cloud-rain"),
            ("Sonnig", "sun"),
            ("Overcast", "cloud"),
        ] {
            assert_eq!(condition(text).map(|c| c.0), Some(want), "{text}");
        }
    }
}
