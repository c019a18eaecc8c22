//! Widgets of a home screen: weather, calendar, clock, music and the like, on cards of two sizes.

use plantain_read::Brief;
use plantain_scene::build::{col, ellipse, icon, path, rect, row, stack};
use plantain_scene::node::Place;
use plantain_scene::{Color, Node, Oklch, Rgba, Token};

use crate::components::ui::measures::number;
use crate::components::ui::{Form, Kit, Supply, Type, Word};

/// What a widget shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Shows {
    Weather,
    Calendar,
    Clock,
    Music,
    Battery,
    Steps,
    Photos,
    Notes,
    Stocks,
}

const WORDS: &[(Shows, &[&str])] = &[
    (
        Shows::Weather,
        &[
            "weather", "wetter", "clima", "météo", "meteo", "天气", "天気",
        ],
    ),
    (
        Shows::Calendar,
        &[
            "calendar",
            "kalender",
            "calendario",
            "calendrier",
            "agenda",
            "event widget",
        ],
    ),
    (Shows::Clock, &["clock", "uhr", "reloj", "horloge"]),
    (
        Shows::Music,
        &["music", "player", "musik", "música", "now playing"],
    ),
    (Shows::Battery, &["battery", "batterie", "batería"]),
    (
        Shows::Steps,
        &["steps", "fitness", "activity", "health", "schritte"],
    ),
    (Shows::Photos, &["photo", "picture", "foto", "gallery"]),
    (
        Shows::Notes,
        &["notes", "to-do", "todo", "reminder", "notizen", "tasks"],
    ),
    (Shows::Stocks, &["stock", "crypto", "bitcoin", "aktien"]),
];

/// A widget with the words that the prompt gives it.
#[derive(Debug, Clone)]
pub struct Widget {
    pub shows: Shows,
    pub words: Vec<Word>,
}

/// Takes the widgets that a prompt asks for: every kind named in it, with the literals behind its name.
pub fn take(brief: &Brief, supply: &mut Supply<'_>) -> Vec<Widget> {
    let lower = brief.prompt.to_lowercase();
    if !lower.contains("widget") || lower.len() != brief.prompt.len() {
        return Vec::new();
    }
    let mut found: Vec<(usize, Shows)> = WORDS
        .iter()
        .filter_map(|(shows, words)| {
            let at = words.iter().filter_map(|word| lower.find(word)).min()?;
            Some((at, *shows))
        })
        .collect();
    found.sort_by_key(|(at, _)| *at);
    // Icons that are named after the widgets are no widgets.
    let dock = ["dock", "icons", "apps"]
        .iter()
        .filter_map(|word| lower.find(word))
        .min();
    found.retain(|(at, _)| dock.is_none_or(|dock| *at < dock));
    let ends: Vec<usize> = found
        .iter()
        .skip(1)
        .map(|(at, _)| *at)
        .chain([dock.unwrap_or(usize::MAX)])
        .collect();
    found
        .iter()
        .zip(ends)
        .map(|((from, shows), to)| {
            let inside: Vec<usize> = (0..brief.literals.len())
                .filter(|i| (*from..to).contains(&brief.literals[*i].span.start))
                .collect();
            Widget {
                shows: *shows,
                words: inside.into_iter().filter_map(|i| supply.take(i)).collect(),
            }
        })
        .collect()
}

/// Returns the widgets in rows: one wide, two square, three as one wide over two.
pub fn board(kit: &Kit<'_>, widgets: &[Widget], w: f32, room: f32) -> Node {
    let gap = kit.u(16.0);
    let half = (w - gap) / 2.0;
    let rows = widgets.len().div_ceil(2).max(1) as f32;
    let h = (half * 0.96)
        .min((room - gap * (rows - 1.0)) / rows)
        .max(kit.u(104.0));
    let mut node = col().fill_w().gap(gap);
    let mut rest = widgets;
    if widgets.len() % 2 == 1 {
        node = node.child(card(kit, &widgets[0], w, h));
        rest = &widgets[1..];
    }
    for pair in rest.chunks(2) {
        node = node.child(
            row()
                .fill_w()
                .gap(gap)
                .children(pair.iter().map(|widget| card(kit, widget, half, h))),
        );
    }
    node
}

fn card(kit: &Kit<'_>, widget: &Widget, w: f32, h: f32) -> Node {
    let base = col()
        .role("widget")
        .size_box(w, h)
        .rigid()
        .clip()
        .pad(kit.u(16.0))
        .gap(kit.u(6.0))
        .radius(kit.u(24.0))
        .justify(Place::Between)
        .shadow(
            kit.u(4.0),
            kit.u(16.0),
            Color::from(Rgba::BLACK).alpha(0.16),
        );
    match widget.shows {
        Shows::Weather => weather(kit, base, &widget.words),
        Shows::Calendar => calendar(kit, base, &widget.words),
        Shows::Clock => clock(kit, base, &widget.words, w.min(h)),
        Shows::Music => music(kit, base, &widget.words, h),
        Shows::Battery => meter(kit, base, &widget.words, "battery-charging", "82%", 0.82),
        Shows::Steps => meter(kit, base, &widget.words, "footprints", "7,480", 0.74),
        Shows::Photos => photos(kit, base, &widget.words, (w, h)),
        Shows::Notes => notes(kit, base, &widget.words),
        Shows::Stocks => stocks(kit, base, &widget.words, w),
    }
}

/// The words that were given, or the usual ones where samples may stand.
fn or_usual(kit: &Kit<'_>, words: &[Word], usual: &[&str]) -> Vec<Word> {
    if words.is_empty() && kit.filler {
        usual.iter().map(|text| Word::invented(*text)).collect()
    } else {
        words.to_vec()
    }
}

fn white() -> Color {
    Rgba::WHITE.into()
}

fn weather(kit: &Kit<'_>, base: Node, words: &[Word]) -> Node {
    let words = or_usual(kit, words, &["21°", "Sunny"]);
    let (temps, others): (Vec<&Word>, Vec<&Word>) =
        words.iter().partition(|w| number(&w.text).is_some());
    let mut top = row().fill_w().justify(Place::Between).align(Place::Start);
    if let Some(first) = temps.first() {
        top = top.child(
            kit.figure(first, Type::Display)
                .size(kit.u(44.0))
                .weight(500)
                .color(white()),
        );
    }
    top = top.child(icon("cloud-sun", kit.u(40.0)).color(white()));
    let mut foot = col().gap(kit.u(2.0));
    for word in others.into_iter().chain(temps.into_iter().skip(1)) {
        foot = foot.child(kit.text(word, Type::Strong).color(white()).max_lines(2));
    }
    base.gradient(
        170.0,
        Oklch::new(0.50, 0.14, 250.0).rgba(),
        Oklch::new(0.56, 0.13, 240.0).rgba(),
    )
    .child(top)
    .child(foot)
}

fn calendar(kit: &Kit<'_>, base: Node, words: &[Word]) -> Node {
    let words = or_usual(kit, words, &["Dentist", "3:00 PM"]);
    let day = kit.tongue.weekdays()[2];
    let head = col()
        .child(
            kit.text(&Word::invented(day), Type::Strong)
                .color(Token::AccentText)
                .max_lines(1),
        )
        .child(
            kit.figure(&Word::invented("14"), Type::Display)
                .size(kit.u(40.0))
                .weight(500),
        );
    let mut lines = col().grow(1.0).gap(kit.u(2.0));
    for (i, word) in words.iter().enumerate() {
        let rank = if i == 0 { Type::Strong } else { Type::Caption };
        lines = lines.child(kit.text(word, rank).max_lines(2));
    }
    let event = row()
        .fill_w()
        .gap(kit.u(10.0))
        .align(Place::Stretch)
        .child(
            rect()
                .w(kit.u(4.0))
                .rigid()
                .radius(kit.u(2.0))
                .fill(Token::Accent),
        )
        .child(lines);
    base.fill(Token::Surface).child(head).child(event)
}

fn clock(kit: &Kit<'_>, base: Node, words: &[Word], side: f32) -> Node {
    let d = side - kit.u(32.0) - if words.is_empty() { 0.0 } else { kit.u(30.0) };
    let c = d / 2.0;
    let (hour, minute) = words
        .iter()
        .find(|w| Form::of(&w.text) == Form::Time)
        .and_then(|w| {
            let mut parts = w
                .text
                .split(|x: char| !x.is_ascii_digit())
                .filter_map(|p| p.parse::<f32>().ok());
            Some((parts.next()?, parts.next().unwrap_or(0.0)))
        })
        .unwrap_or((10.0, 9.0));
    let hand = |turn: f32, length: f32, width: f32, ink: Token| {
        let angle = turn * std::f32::consts::TAU;
        let (x, y) = (
            c + length * libm::sinf(angle),
            c - length * libm::cosf(angle),
        );
        path(format!("M{c:.2} {c:.2} L{x:.2} {y:.2}"), d, d)
            .bounds(0.0, 0.0, d, d)
            .stroke(ink, width)
            .round()
    };
    let mut face = stack()
        .role("dial")
        .size_box(d, d)
        .rigid()
        .radius(c)
        .fill(Token::Sunken);
    for i in 0..12 {
        let angle = i as f32 / 12.0 * std::f32::consts::TAU;
        let r = c * 0.86;
        let dot = kit.u(if i % 3 == 0 { 5.0 } else { 3.0 });
        face = face.child(
            ellipse()
                .bounds(
                    c + r * libm::sinf(angle) - dot / 2.0,
                    c - r * libm::cosf(angle) - dot / 2.0,
                    dot,
                    dot,
                )
                .fill(Token::Ink),
        );
    }
    let face = face
        .child(hand(
            (hour % 12.0 + minute / 60.0) / 12.0,
            c * 0.5,
            kit.u(4.5),
            Token::Ink,
        ))
        .child(hand(minute / 60.0, c * 0.74, kit.u(3.0), Token::Accent));
    let mut node = base.fill(Token::Surface).align(Place::Center).child(face);
    for word in words {
        node = node.child(kit.figure(word, Type::Strong).centered());
    }
    node
}

fn music(kit: &Kit<'_>, base: Node, words: &[Word], h: f32) -> Node {
    let words = or_usual(kit, words, &["Low Tide", "The Harbours"]);
    let side = (h - kit.u(32.0)) * 0.5;
    let mut lines = col().fill_w().gap(kit.u(2.0));
    for (i, word) in words.iter().enumerate() {
        let rank = if i == 0 { Type::Strong } else { Type::Caption };
        lines = lines.child(kit.text(word, rank).max_lines(1));
    }
    let top = row()
        .fill_w()
        .justify(Place::Between)
        .child(kit.cover(side, 11).radius(kit.u(12.0)))
        .child(
            row()
                .size_box(kit.u(44.0), kit.u(44.0))
                .rigid()
                .center()
                .radius(kit.u(22.0))
                .fill(Token::Accent)
                .child(icon("pause", kit.u(22.0)).color(Token::AccentInk)),
        );
    base.fill(Token::Surface).child(top).child(lines)
}

fn meter(kit: &Kit<'_>, base: Node, words: &[Word], mark: &str, usual: &str, share: f32) -> Node {
    let words = or_usual(kit, words, &[usual]);
    let part = words
        .first()
        .filter(|w| w.text.contains('%'))
        .and_then(|w| number(&w.text))
        .map_or(share, |n| (n / 100.0).clamp(0.0, 1.0) as f32);
    let ring = kit.ring(
        kit.u(64.0),
        part,
        Token::Accent.into(),
        kit.accent_track(),
        icon(mark, kit.u(26.0)).color(Token::AccentText),
    );
    let mut lines = col().gap(kit.u(2.0));
    for (i, word) in words.iter().enumerate() {
        let rank = if i == 0 { Type::Title } else { Type::Caption };
        lines = lines.child(kit.text(word, rank).max_lines(2));
    }
    base.fill(Token::Surface).child(ring).child(lines)
}

fn photos(kit: &Kit<'_>, base: Node, words: &[Word], (w, h): (f32, f32)) -> Node {
    if words.is_empty() {
        return stack()
            .role("widget")
            .size_box(w, h)
            .rigid()
            .clip()
            .radius(kit.u(24.0))
            .child(kit.scenery("", 1, w, h).at(0.0, 0.0));
    }
    let inner = (w - kit.u(32.0), h * 0.52);
    let mut node = base
        .fill(Token::Surface)
        .child(kit.scenery("", 1, inner.0, inner.1).radius(kit.u(14.0)));
    for word in words {
        node = node.child(kit.text(word, Type::Strong).max_lines(1));
    }
    node
}

fn notes(kit: &Kit<'_>, base: Node, words: &[Word]) -> Node {
    let words = or_usual(
        kit,
        words,
        &["Water the plants", "Call Elena", "Buy groceries"],
    );
    let lines = words.iter().enumerate().map(|(i, word)| {
        row()
            .fill_w()
            .gap(kit.u(8.0))
            .child(kit.checkbox(i == 0, true))
            .child(
                kit.text(word, Type::Caption)
                    .color(Token::Ink)
                    .max_lines(1)
                    .grow(1.0),
            )
    });
    base.fill(Token::Surface).children(lines)
}

fn stocks(kit: &Kit<'_>, base: Node, words: &[Word], w: f32) -> Node {
    let words = or_usual(kit, words, &["Portfolio", "+2.4%"]);
    let line = "M0 34 C18 30 26 38 40 26 C54 14 62 24 76 14 C88 6 94 10 100 4";
    let curve = path(line, 100.0, 40.0)
        .size_box(w - kit.u(32.0), kit.u(44.0))
        .stroke(Token::Positive, kit.u(3.0))
        .round();
    let mut head = col().gap(kit.u(2.0));
    for (i, word) in words.iter().enumerate() {
        let rank = if i == 0 { Type::Strong } else { Type::Title };
        head = head.child(kit.text(word, rank).max_lines(1));
    }
    base.fill(Token::Surface).child(head).child(curve)
}
