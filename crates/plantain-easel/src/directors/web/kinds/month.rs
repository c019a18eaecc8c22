//! A calendar on the web: the month as a grid, each event on its day.

use plantain_read::Role;
use plantain_scene::Node;
use plantain_scene::Token;
use plantain_scene::build::{col, icon, row};
use plantain_scene::node::Place;

use super::remains;
use crate::components::ui::measures::number;
use crate::components::ui::{Entry, Push, Supply, Type, Word};
use crate::directors::web::Page;
use crate::studio::Studio;

/// Width of the column beside the month, in points.
pub(super) const SIDE: f32 = 250.0;
const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];
/// Events that are invented where the prompt names none, with their days.
const EVENTS: &[(&str, u32)] = &[
    ("Team meeting", 4),
    ("Dentist", 9),
    ("Workshop", 15),
    ("Dinner with Elena", 18),
    ("Release", 24),
    ("Trip", 27),
];

/// A month of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Month {
    year: i32,
    /// 0 is January.
    month: usize,
}

impl Default for Month {
    fn default() -> Self {
        Self {
            year: 2026,
            month: 9,
        }
    }
}

impl Month {
    /// Reads the month and the year that a text names.
    pub fn read(text: &str) -> Option<Self> {
        let lower = text.to_lowercase();
        let month = MONTHS.iter().position(|m| {
            let m = m.to_lowercase();
            lower
                .split(|c: char| !c.is_alphanumeric())
                .any(|word| word == m || word.len() == 3 && m.starts_with(word))
        })?;
        let year = lower
            .split(|c: char| !c.is_ascii_digit())
            .find(|part| part.len() == 4)
            .and_then(|part| part.parse().ok())
            .unwrap_or(2026);
        Some(Self { year, month })
    }

    /// Returns its name with the year.
    pub fn name(self) -> String {
        format!("{} {}", MONTHS[self.month], self.year)
    }

    /// Returns how many days it has.
    pub fn days(self) -> usize {
        let leap = self.year % 4 == 0 && (self.year % 100 != 0 || self.year % 400 == 0);
        match self.month {
            1 => 28 + usize::from(leap),
            3 | 5 | 8 | 10 => 30,
            _ => 31,
        }
    }

    /// Returns the weekday of the first, Monday 0.
    pub fn first_weekday(self) -> usize {
        // Zeller's rule, with January and February as months 13 and 14 of the year before.
        let (m, y) = if self.month < 2 {
            (self.month as i32 + 13, self.year - 1)
        } else {
            (self.month as i32 + 1, self.year)
        };
        let (k, j) = (y.rem_euclid(100), y.div_euclid(100));
        let saturday = (1 + 13 * (m + 1) / 5 + k + k / 4 + j / 4 + 5 * j).rem_euclid(7);
        ((saturday + 5) % 7) as usize
    }
}

pub fn build(page: &Page<'_>, studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    let named = supply.find(|_, text| {
        Month::read(text).is_some()
            && text.split_whitespace().count() <= 2
            && number(text).is_none_or(|n| n > 31.0)
    });
    let month = named
        .as_ref()
        .and_then(|w| Month::read(&w.text))
        .or_else(|| Month::read(&studio.brief.prompt))
        .unwrap_or_default();
    let head = named.unwrap_or_else(|| Word::built(month.name()));
    let title = supply.first(&[Role::Title, Role::Brand]);
    let buttons = supply.buttons();
    let tabs = supply.all(&[Role::Tab]);
    let mut events = supply
        .listed(&["event", "appointment", "meeting", ""])
        .unwrap_or_default();
    events.extend(supply.entries());
    if events.is_empty() && kit.filler {
        events = EVENTS
            .iter()
            .map(|(name, day)| Entry {
                name: Some(Word::invented(*name)),
                figure: Some(Word::invented(day.to_string())),
                more: Vec::new(),
            })
            .collect();
    }
    // The day that the prompt says it is.
    let today = studio.brief.prompt.to_lowercase();
    let today = told_day(&today);
    let beside = !page.tall()
        && (supply.speaks_of(&["sidebar", "side bar", "seitenleiste", "barra lateral"])
            || !tabs.is_empty() && supply.speaks_of(&["left", "side"]));
    let (sidebar, tabs, title) = if beside {
        let node = aside(page, title.as_ref(), &tabs, month, today);
        (Some(node), Vec::new(), None)
    } else {
        (None, tabs, title)
    };
    let side = sidebar.as_ref().map_or(0.0, |_| kit.u(SIDE));
    let mut root = page.sheet().pad(page.margin() * 0.7).gap(kit.u(14.0));
    if side > 0.0 {
        root = root.w(page.w - side);
    }
    if let Some(title) = &title {
        root = root.child(kit.text(title, Type::Title).max_lines(1).rigid());
    }
    root = root
        .child(bar(page, &head, &tabs, &buttons))
        .children(remains(kit, supply));
    let used = page.margin() * 1.4
        + kit.u(60.0 + 36.0 + 28.0)
        + if title.is_some() { kit.u(44.0) } else { 0.0 };
    let size = (page.w - side - page.margin() * 1.4, page.h - used);
    let root = root.child(grid(page, month, &events, today, size));
    match sidebar {
        Some(node) => row()
            .size_box(page.w, page.h)
            .fill(Token::Canvas)
            .align(Place::Stretch)
            .child(node)
            .child(root),
        None => root,
    }
}

/// The day of the month that "today" is said to be.
fn told_day(lower: &str) -> Option<usize> {
    let at = lower.find("today")?;
    lower[at..]
        .split(|c: char| !c.is_alphanumeric())
        .take(6)
        .filter_map(|word| word.trim_end_matches(char::is_alphabetic).parse().ok())
        .find(|day| (1..=31).contains(day))
}

/// The column beside the month: what the calendar is called, a small month, and the calendars that are shown.
pub(super) fn aside(
    page: &Page<'_>,
    title: Option<&Word>,
    tabs: &[Word],
    month: Month,
    today: Option<usize>,
) -> Node {
    let kit = &page.kit;
    let usual = kit.say("Calendar");
    let mut node = col()
        .role("sidebar")
        .w(kit.u(SIDE))
        .rigid()
        .fill_h()
        .fill(Token::Surface)
        .pad_xy(kit.u(20.0), kit.u(22.0))
        .gap(kit.u(20.0))
        .child(
            row()
                .gap(kit.u(10.0))
                .child(kit.logo_mark(30.0, page.variant))
                .child(
                    kit.text(title.unwrap_or(&usual), Type::Heading)
                        .max_lines(2)
                        .grow(1.0),
                ),
        );
    if kit.filler {
        node = node.child(small_month(page, month, today).filler());
    }
    let names: Vec<Word> = if tabs.is_empty() && kit.filler {
        ["Work", "Personal", "Family"]
            .map(|name| kit.say(name))
            .to_vec()
    } else {
        tabs.to_vec()
    };
    let lines = names.iter().enumerate().map(|(n, name)| {
        row()
            .gap(kit.u(10.0))
            .child(
                col()
                    .size_box(kit.u(14.0), kit.u(14.0))
                    .rigid()
                    .radius(kit.u(4.0))
                    .fill(kit.hue(n).0),
            )
            .child(kit.text(name, Type::Body).max_lines(1).grow(1.0))
    });
    node.child(col().fill_w().gap(kit.u(12.0)).children(lines))
}

/// The days of a month in small figures, today marked.
fn small_month(page: &Page<'_>, month: Month, today: Option<usize>) -> Node {
    let kit = &page.kit;
    let first = month.first_weekday();
    let side = kit.u(SIDE - 40.0) / 7.0;
    let weeks = (first + month.days()).div_ceil(7);
    let lines = (0..weeks).map(|week| {
        let cells = (0..7).map(|weekday| {
            let day = (week * 7 + weekday + 1)
                .checked_sub(first)
                .filter(|d| (1..=month.days()).contains(d));
            let cell = row().size_box(side, side).rigid().center();
            let Some(day) = day else { return cell };
            let on = Some(day) == today;
            let word = Word::invented(day.to_string());
            let text = kit.figure(&word, Type::Micro).color(if on {
                Token::AccentInk
            } else {
                Token::Muted
            });
            if on {
                cell.radius(side / 2.0).fill(Token::Accent).child(text)
            } else {
                cell.child(text)
            }
        });
        row().children(cells)
    });
    col().role("small-month").children(lines)
}

pub(super) fn bar(page: &Page<'_>, head: &Word, tabs: &[Word], buttons: &[Word]) -> Node {
    let kit = &page.kit;
    let turn = |mark: &str| {
        kit.edge(
            row()
                .size_box(kit.u(38.0), kit.u(38.0))
                .rigid()
                .center()
                .radius(kit.u(19.0))
                .fill(Token::Surface)
                .child(icon(mark, kit.u(18.0))),
        )
    };
    let left = row()
        .gap(kit.u(12.0))
        .child(turn("chevron-left"))
        .child(turn("chevron-right"))
        .child(kit.text(head, Type::Title).size(kit.u(28.0)).max_lines(1));
    let mut right = row().gap(kit.u(12.0)).rigid();
    if !tabs.is_empty() {
        right = right.child(kit.segments(tabs, 0));
    }
    for (i, word) in buttons.iter().enumerate() {
        let push = if i == 0 {
            Push::Primary
        } else {
            Push::Secondary
        };
        right = right.child(kit.button_sized(word, push, None, 40.0));
    }
    if buttons.is_empty() && kit.filler && !page.tall() {
        right =
            right.child(kit.button_sized(&kit.say("New event"), Push::Primary, Some("plus"), 40.0));
    }
    row()
        .fill_w()
        .h(kit.u(60.0))
        .rigid()
        .justify(Place::Between)
        .child(left)
        .child(right)
}

/// The day of an event: the first number of its figure or of what else is said.
pub fn day_of(event: &Entry) -> Option<usize> {
    event
        .figure
        .iter()
        .chain(&event.more)
        .chain(&event.name)
        .find_map(|word| {
            word.text
                .split(|c: char| !c.is_ascii_digit())
                .filter_map(|part| part.parse().ok())
                .find(|day| (1..=31).contains(day))
        })
}

fn grid(
    page: &Page<'_>,
    month: Month,
    events: &[Entry],
    today: Option<usize>,
    (w, h): (f32, f32),
) -> Node {
    let kit = &page.kit;
    let first = month.first_weekday();
    let weeks = (first + month.days()).div_ceil(7);
    let (cw, ch) = (w / 7.0, h / weeks as f32);
    let head = row()
        .fill_w()
        .h(kit.u(36.0))
        .rigid()
        .children(kit.tongue.weekdays().iter().map(|day| {
            row().w(cw).pad_xy(kit.u(10.0), 0.0).child(
                kit.text(&Word::invented(*day), Type::Caption)
                    .weight(600)
                    .max_lines(1),
            )
        }));
    let mut days: Vec<Option<usize>> = events.iter().map(day_of).collect();
    // Events without a day stand on days of their own.
    for (i, day) in days.iter_mut().enumerate() {
        let own = (3 + i * 5) % month.days() + 1;
        *day = Some(day.filter(|d| *d <= month.days()).unwrap_or(own));
    }
    let lines = (0..weeks).map(|week| {
        let cells = (0..7).map(|weekday| {
            let at = week * 7 + weekday;
            let day = (at + 1)
                .checked_sub(first)
                .filter(|d| (1..=month.days()).contains(d));
            let here: Vec<(usize, &Entry)> = events
                .iter()
                .enumerate()
                .filter(|(i, _)| day.is_some() && days[*i] == day)
                .collect();
            cell(page, day, day.is_some() && day == today, &here, (cw, ch))
        });
        row().fill_w().h(ch).rigid().children(cells)
    });
    kit.surface(col().role("month").fill_w().clip())
        .child(head)
        .children(lines)
}

fn cell(
    page: &Page<'_>,
    day: Option<usize>,
    today: bool,
    events: &[(usize, &Entry)],
    (w, h): (f32, f32),
) -> Node {
    let kit = &page.kit;
    let mut node = col()
        .role("day")
        .size_box(w, h)
        .rigid()
        .pad_xy(kit.u(6.0), kit.u(6.0))
        .gap(kit.u(4.0))
        .stroke(Token::Line, 0.75);
    let Some(day) = day else {
        return node.fill(Token::Canvas);
    };
    let told = events
        .iter()
        .flat_map(|(_, event)| event.figure.iter().chain(&event.more));
    let own = day.to_string();
    let number = told
        .filter(|word| word.text == own)
        .find(|word| word.is_asked())
        .cloned()
        .unwrap_or_else(|| Word::invented(own.as_str()));
    let number = kit.figure(&number, Type::Caption).color(Token::Ink);
    let number = if today {
        let d = kit.u(26.0);
        row()
            .size_box(d, d)
            .rigid()
            .center()
            .radius(d / 2.0)
            .fill(Token::Accent)
            .child(number.color(Token::AccentInk))
    } else {
        number
    };
    node = node.child(row().pad_xy(kit.u(4.0), 0.0).child(number));
    for (n, event) in events {
        let (ink, pale) = kit.hue(*n);
        let blank = Word::default();
        let name = event
            .name
            .as_ref()
            .or(event.figure.as_ref())
            .unwrap_or(&blank);
        let mut chip = col()
            .role("event")
            .fill_w()
            .pad_xy(kit.u(7.0), kit.u(4.0))
            .radius(kit.u(6.0))
            .fill(pale)
            .child(
                kit.text(name, Type::Micro)
                    .weight(600)
                    .color(Token::Ink)
                    .max_lines(3),
            );
        // The day's own number is written over it; any other figure is kept.
        let shown = event
            .figure
            .iter()
            .filter(|_| event.name.is_some())
            .chain(&event.more)
            .filter(|word| word.is_asked() && word.text != own);
        for word in shown {
            chip = chip.child(kit.text(word, Type::Micro).color(ink).max_lines(1));
        }
        node = node.child(chip);
    }
    node
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_begin_on_their_weekday() {
        for (year, month, weekday, days) in [
            (2025, 9, 2, 31),
            (2026, 1, 6, 28),
            (2024, 1, 3, 29),
            (2026, 0, 3, 31),
        ] {
            let m = Month { year, month };
            assert_eq!(
                (m.first_weekday(), m.days()),
                (weekday, days),
                "{year}-{month}"
            );
        }
        assert_eq!(
            Month::read("October 2025"),
            Some(Month {
                year: 2025,
                month: 9
            })
        );
    }
}
