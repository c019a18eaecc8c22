//! The state of services: whether all is well, then each service with its state and how it ran over the last weeks.

use plantain_read::Role;
use plantain_scene::Node;
use plantain_scene::Token;
use plantain_scene::build::{col, grid, icon, rect, row};
use plantain_scene::node::Place;

use super::{header, remains, sheet};
use crate::components::ui::{Entry, Kit, Push, Supply, Type, Word};
use crate::directors::web::Page;
use crate::studio::Studio;

/// Services that are made up.
const SERVICES: [&str; 4] = ["API", "Website", "Database", "Payments"];
/// Strokes of a service's course, one a day.
const DAYS: usize = 40;

/// How a service is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum State {
    Well,
    Strained,
    Down,
}

impl State {
    /// Reads what is said of a service: a word, or the share of the time that it was up.
    fn of(text: &str) -> Self {
        const DOWN: &[&str] = &[
            "outage", "down", "offline", "failing", "critical", "stopped",
        ];
        const STRAINED: &[&str] = &[
            "partial",
            "degraded",
            "maintenance",
            "warning",
            "slow",
            "disrupted",
            "unhealthy",
        ];
        /// Least share of the time, in percent, that passes for well.
        const WELL_MIN: f64 = 99.0;
        let lower = text.to_lowercase();
        let says = |words: &[&str]| words.iter().any(|word| lower.contains(word));
        let share = lower
            .strip_suffix('%')
            .and_then(|text| text.trim().replace(',', ".").parse::<f64>().ok());
        match share {
            Some(share) if share < WELL_MIN => Self::Strained,
            Some(_) => Self::Well,
            None if says(STRAINED) => Self::Strained,
            None if says(DOWN) => Self::Down,
            None => Self::Well,
        }
    }

    fn token(self) -> Token {
        match self {
            Self::Well => Token::Positive,
            Self::Strained => Token::Warning,
            Self::Down => Token::Negative,
        }
    }

    fn icon(self) -> &'static str {
        match self {
            Self::Well => "circle-check",
            Self::Strained => "triangle-alert",
            Self::Down => "circle-x",
        }
    }
}

pub fn build(page: &Page<'_>, _studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    let top = header(page, supply, &["Status", "History", "Help"], &[]);
    let title = supply.first(&[Role::Title]);
    let under = supply.all(&[Role::Subtitle, Role::Body, Role::Kicker]);
    let buttons = supply.buttons();
    let mut services = supply
        .listed(&["service", "system", "component", "item", "status"])
        .unwrap_or_default();
    services.extend(supply.entries());
    services.retain(|entry| entry.name.is_some() || entry.figure.is_some());
    if services.is_empty() && kit.filler {
        services = SERVICES
            .iter()
            .map(|name| Entry {
                name: Some(Word::invented(*name)),
                ..Entry::default()
            })
            .collect();
    }
    let rest = remains(kit, supply);
    let states: Vec<State> = services.iter().map(state_of).collect();
    let worst = [State::Down, State::Strained, State::Well]
        .into_iter()
        .find(|state| states.contains(state))
        .unwrap_or(State::Well);
    let title = title.unwrap_or_else(|| kit.say("Status"));
    let (root, inner) = sheet(page);
    let split = !page.tall() && page.variant % 3 == 2 && services.len() >= 4;
    let columns = if split { 2 } else { 1 };
    let w = (inner - kit.u(18.0) * (columns - 1) as f32) / columns as f32;
    let rows = services
        .iter()
        .zip(&states)
        .enumerate()
        .map(|(n, (entry, state))| service(kit, page, (entry, *state), n, w));
    let list = grid(columns).fill_w().gap(kit.u(18.0)).children(rows);
    let mut main = col()
        .fill_w()
        .grow(1.0)
        .gap(kit.u(24.0))
        .justify(Place::Center)
        .child(banner(kit, &title, &under, worst, page.variant))
        .child(list)
        .children(rest);
    for (i, word) in buttons.iter().enumerate() {
        let push = if i == 0 {
            Push::Primary
        } else {
            Push::Secondary
        };
        main = main.child(row().child(kit.button_sized(word, push, Some("bell"), 46.0)));
    }
    root.child(top).child(main)
}

/// What is said of a service: its figure, else the words beside its name.
fn state_of(entry: &Entry) -> State {
    let said = entry.figure.iter().chain(&entry.more);
    let states = said.map(|word| State::of(&word.text));
    states
        .max_by_key(|state| match state {
            State::Well => 0,
            State::Strained => 1,
            State::Down => 2,
        })
        .unwrap_or(State::Well)
}

/// Whether all is well, in one line; on a field of its colour, or on the page beside its sign.
fn banner(kit: &Kit<'_>, title: &Word, under: &[Word], state: State, variant: usize) -> Node {
    let field = variant.is_multiple_of(2);
    let ink = state.token();
    let mut words = col().grow(1.0).gap(kit.u(6.0)).child(
        kit.text(title, Type::Display)
            .size(kit.u(34.0))
            .max_lines(2),
    );
    for word in under {
        words = words.child(kit.text(word, Type::Body).color(Token::Muted).max_lines(2));
    }
    let line = row()
        .role("state")
        .fill_w()
        .gap(kit.u(18.0))
        .child(icon(state.icon(), kit.u(40.0)).color(ink).icon_stroke(2.2))
        .child(words);
    if field {
        let tint = plantain_scene::Color::from(ink).alpha(0.14);
        line.pad(kit.u(26.0)).radius(kit.radius()).fill(tint)
    } else {
        line
    }
}

/// A service: its name, its state, and a stroke for every day.
fn service(
    kit: &Kit<'_>,
    page: &Page<'_>,
    (entry, state): (&Entry, State),
    n: usize,
    w: f32,
) -> Node {
    let blank = Word::default();
    let name = entry.name.as_ref().unwrap_or(&blank);
    let mut end = row().gap(kit.u(10.0)).rigid();
    for word in entry.figure.iter().chain(&entry.more) {
        end = end.child(
            kit.text(word, Type::Strong)
                .color(Token::Ink)
                .tabular()
                .max_lines(1),
        );
    }
    end = end.child(icon(state.icon(), kit.u(20.0)).color(state.token()));
    let head = kit.ends(kit.text(name, Type::Heading).max_lines(1), end);
    let card = kit
        .surface(col().role("service").fill_w())
        .pad(kit.u(20.0))
        .gap(kit.u(14.0))
        .child(head);
    if !kit.filler {
        return card;
    }
    card.child(course(kit, page, state, n, w - kit.u(40.0)))
}

/// A stroke for every day; the days on which a service was not well are those its state lets expect.
fn course(kit: &Kit<'_>, page: &Page<'_>, state: State, n: usize, w: f32) -> Node {
    let gap = w / DAYS as f32 * 0.34;
    let each = (w - gap * (DAYS - 1) as f32) / DAYS as f32;
    let strokes = (0..DAYS).map(|day| {
        let last = DAYS - 1 - day;
        let off = match state {
            State::Well => false,
            State::Strained | State::Down => last <= n % 2 + 1,
        };
        let past = (day * 7 + n * 13 + page.variant).is_multiple_of(41);
        let ink = match (off, past) {
            (true, _) => state.token(),
            (false, true) => Token::Warning,
            _ => Token::Positive,
        };
        rect()
            .size_box(each, kit.u(28.0))
            .rigid()
            .radius(each * 0.4)
            .fill(ink)
    });
    row()
        .role("course")
        .fill_w()
        .gap(gap)
        .children(strokes)
        .filler()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn states_are_read_from_words_and_shares() {
        for (text, want) in [
            ("operational", State::Well),
            ("99.98%", State::Well),
            ("97,2 %", State::Strained),
            ("degraded performance", State::Strained),
            ("partial outage", State::Strained),
            ("major outage", State::Down),
        ] {
            assert_eq!(State::of(text), want, "{text}");
        }
    }
}
