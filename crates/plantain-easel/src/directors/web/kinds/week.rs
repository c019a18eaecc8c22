//! A week on the web: a column for every day, a line for every hour, each appointment at its hour.

use plantain_read::{Appointment, Brief, Role};
use plantain_scene::build::{col, rect, row, stack};
use plantain_scene::node::Place;
use plantain_scene::{Color, Node, Token};

use super::month::{Month, aside, bar};
use super::remains;
use crate::components::ui::{Supply, Type, Word};
use crate::directors::web::Page;
use crate::studio::Studio;

/// Days of a week.
const DAYS: usize = 7;
/// Days of a week of work.
const WORKDAYS: usize = 5;
/// Width of the column of hours and height of the heads, in points.
const HOURS_WIDE: f32 = 58.0;
const HEAD: f32 = 64.0;
/// Minutes of an appointment whose end is not told.
const USUAL_MINUTES: u32 = 60;
/// Hours that are shown at least.
const HOURS_MIN: u32 = 6;
/// Appointments that are invented where the prompt names none: day, hour, name.
const SAMPLES: &[(u32, u32, &str)] = &[
    (0, 9, "Team meeting"),
    (1, 11, "Dentist"),
    (2, 14, "Workshop"),
    (3, 10, "Release"),
    (4, 16, "Trip"),
];

/// An appointment with the words that are set.
pub struct Slot {
    pub day: u32,
    pub from: Option<u32>,
    pub to: Option<u32>,
    pub name: Word,
    pub hour: Option<Word>,
}

/// Takes the appointments of the prompt.
pub fn slots(supply: &mut Supply<'_>) -> Vec<Slot> {
    let brief = supply.brief();
    let take = |own: &Appointment| {
        let at = brief
            .literals
            .iter()
            .position(|literal| literal.span == own.what)?;
        let hour = brief
            .pairs
            .iter()
            .find(|pair| pair.label == Some(at))
            .map(|pair| pair.value);
        Some(Slot {
            day: own.day?,
            from: own.from,
            to: own.to,
            name: supply.take(at)?,
            hour: hour.and_then(|hour| supply.take(hour)),
        })
    };
    brief.agenda.iter().filter_map(take).collect()
}

/// Whether a prompt asks for a week: by its name, or by appointments on several days of one.
pub fn is_asked(brief: &Brief) -> bool {
    const NAMES: &[&str] = &[
        "week view",
        "weekly view",
        "week calendar",
        "weekly calendar",
        "calendar week",
        "wochenansicht",
        "wochenkalender",
        "vista semanal",
        "semana",
        "vue semaine",
        "vue hebdomadaire",
        "vista settimanale",
        "weekweergave",
        "this week",
        "week of",
        "week planner",
        "weekly planner",
        "weekly schedule",
    ];
    let heard = brief.heard();
    let named = NAMES.iter().any(|name| heard.contains(name));
    let mut days: Vec<u32> = brief.agenda.iter().filter_map(|own| own.day).collect();
    days.sort_unstable();
    days.dedup();
    named || days.len() > 1
}

/// The number of the week's Monday that the prompt tells ("Mon 4 to Sun 10"), else one of the month that it names.
pub fn monday(prompt: &str, month: Month) -> usize {
    let lower = prompt.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let told = words.windows(2).find_map(|pair| {
        let day = plantain_read::weekday_number(pair[0])? as usize;
        let digits = pair[1].trim_end_matches(|c: char| !c.is_ascii_digit());
        let number: usize = digits.parse().ok()?;
        let whole = pair[1].chars().all(|c| c.is_ascii_digit() || c == ',');
        number
            .checked_sub(day)
            .filter(|n| whole && (1..=31).contains(n))
    });
    told.unwrap_or_else(|| 8 + (DAYS - month.first_weekday()) % DAYS)
}

pub fn build(page: &Page<'_>, studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    let mut slots = slots(supply);
    if slots.is_empty() && kit.filler {
        slots = SAMPLES
            .iter()
            .map(|(day, hour, name)| Slot {
                day: *day,
                from: Some(hour * 60),
                to: None,
                name: kit.say(name),
                hour: Some(Word::invented(format!("{hour}:00"))),
            })
            .collect();
    }
    let month = Month::read(&studio.brief.prompt).unwrap_or_default();
    let monday = monday(&studio.brief.prompt, month);
    let head = supply
        .first(&[Role::Date])
        .or_else(|| supply.find(|_, text| Month::read(text).is_some()))
        .unwrap_or_else(|| Word::built(month.name()));
    let title = supply.first(&[Role::Title, Role::Brand]);
    let buttons = supply.buttons();
    let tabs = supply.all(&[Role::Tab]);
    let beside = !page.tall()
        && page.w / page.h > 1.25
        && (page.even() || supply.speaks_of(&["sidebar", "side bar", "mini calendar"]));
    let side = beside.then(|| aside(page, title.as_ref(), &[], month, Some(monday + 2)));
    let wide = page.w
        - if beside {
            kit.u(super::month::SIDE)
        } else {
            0.0
        };
    let pad = page.margin() * 0.7;
    let mut root = page.sheet().w(wide).pad(pad).gap(kit.u(14.0));
    let mut used = pad * 2.0 + kit.u(60.0 + 14.0);
    if let Some(title) = title.as_ref().filter(|_| !beside) {
        root = root.child(kit.text(title, Type::Title).max_lines(1).rigid());
        used += kit.line(Type::Title) + kit.u(14.0);
    }
    root = root.child(bar(page, &head, &tabs, &buttons));
    if let Some(rest) = remains(kit, supply) {
        root = root.child(rest.rigid());
        used += kit.line(Type::Body) + kit.u(14.0);
    }
    let days = shown_days(&studio.brief.prompt, &slots);
    let size = (wide - pad * 2.0, page.h - used);
    let root = root.child(grid(
        page,
        &studio.brief.prompt,
        &slots,
        (days, monday),
        size,
    ));
    match side {
        Some(side) => row()
            .size_box(page.w, page.h)
            .fill(Token::Canvas)
            .align(Place::Stretch)
            .child(side)
            .child(root),
        None => root,
    }
}

/// How many days are shown: those of work where the prompt tells so, else all.
fn shown_days(prompt: &str, slots: &[Slot]) -> usize {
    let lower = prompt.to_lowercase();
    let work = [
        "mon-fri",
        "mon to fri",
        "monday to friday",
        "mon–fri",
        "work week",
        "working week",
        "workweek",
        "montag bis freitag",
        "lunes a viernes",
    ]
    .iter()
    .any(|name| lower.contains(name));
    let late = slots.iter().any(|slot| slot.day as usize >= WORKDAYS);
    if work && !late { WORKDAYS } else { DAYS }
}

/// "hours 9 to 17": the hours that the prompt asks to be shown.
fn told_hours(prompt: &str) -> Option<(u32, u32)> {
    let lower = prompt.to_lowercase();
    let from = ["hours ", "stunden ", "horas ", "heures ", "ore "]
        .iter()
        .filter_map(|word| Some(lower.find(word)? + word.len()))
        .min()?;
    let end = lower[from..]
        .find([',', ';', '.', '\n'])
        .map_or(lower.len(), |at| from + at);
    let text = &lower[from..end];
    let numbers: Vec<u32> = text
        .split(|c: char| !(c.is_ascii_digit() || c == ':'))
        .filter_map(|part| part.split(':').next()?.parse().ok())
        .collect();
    let [first, last] = numbers[..] else {
        return None;
    };
    let late = last <= 12 && (text.contains("pm") || last < first);
    let last = if late { last + 12 } else { last };
    (first < last && last <= 24 && last - first >= HOURS_MIN).then_some((first, last))
}

/// First and last hour of the grid.
fn hours(prompt: &str, slots: &[Slot]) -> (u32, u32) {
    let told = told_hours(prompt);
    let within = |&(first, last): &(u32, u32)| {
        slots.iter().all(|slot| {
            slot.from.is_none_or(|from| from >= first * 60)
                && end(slot).is_none_or(|to| to <= last * 60)
        })
    };
    if let Some(told) = told.filter(within) {
        return told;
    }
    let first = slots
        .iter()
        .filter_map(|slot| slot.from)
        .min()
        .unwrap_or(9 * 60)
        / 60;
    let last = slots
        .iter()
        .filter_map(end)
        .max()
        .unwrap_or(17 * 60)
        .div_ceil(60);
    let first = first.saturating_sub(1);
    let last = (last + 1).min(24).max((first + HOURS_MIN).min(24));
    (first.min(last.saturating_sub(HOURS_MIN)), last)
}

fn end(slot: &Slot) -> Option<u32> {
    let from = slot.from?;
    Some(
        slot.to
            .filter(|to| *to > from)
            .unwrap_or(from + USUAL_MINUTES),
    )
}

/// The heads of the days over the hours; what has no hour stands under its day's head.
fn grid(
    page: &Page<'_>,
    prompt: &str,
    slots: &[Slot],
    (days, monday): (usize, usize),
    (w, h): (f32, f32),
) -> Node {
    let kit = &page.kit;
    let left = kit.u(HOURS_WIDE);
    let day_w = (w - left) / days as f32;
    let whole = slots.iter().filter(|slot| slot.from.is_none()).count() > 0;
    let top = kit.u(HEAD) + if whole { kit.u(40.0) } else { 0.0 };
    let (first, last) = hours(prompt, slots);
    let hour_h = (h - top - kit.u(8.0)) / (last - first) as f32;
    let y = |minutes: u32| top + (minutes as f32 / 60.0 - first as f32) * hour_h;
    let x = |day: usize| left + day as f32 * day_w;
    let mut node = stack().role("week").size_box(w, h).rigid().clip();
    let today = today(page, slots, days);
    node = node.child(
        rect()
            .bounds(x(today), kit.u(HEAD), day_w, h)
            .fill(Color::from(Token::Accent).alpha(0.06)),
    );
    for hour in first..last {
        let line = rect()
            .bounds(left, y(hour * 60), w - left, 1.0)
            .fill(Token::Line);
        let word = Word::built(format!("{hour}:00"));
        let text = kit.figure(&word, Type::Micro).color(Token::Muted);
        node = node.child(line).child(
            row()
                .bounds(
                    0.0,
                    y(hour * 60)
                        - if hour == first {
                            -kit.u(2.0)
                        } else {
                            kit.u(9.0)
                        },
                    left - kit.u(10.0),
                    kit.u(18.0),
                )
                .justify(Place::End)
                .child(text),
        );
    }
    for day in 0..days {
        node = node
            .child(rect().bounds(x(day), kit.u(HEAD), 1.0, h).fill(Token::Line))
            .child(
                day_head(page, day, monday + day, day == today)
                    .at(x(day), 0.0)
                    .size_box(day_w, kit.u(HEAD)),
            );
    }
    for (n, slot) in slots.iter().enumerate() {
        let day = slot.day as usize;
        if day >= days {
            continue;
        }
        let (lane, lanes) = lane(slots, n);
        let gap = kit.u(3.0);
        let cell = (day_w - gap * 2.0) / lanes as f32;
        let left = x(day) + gap + lane as f32 * cell;
        let (y0, tall) = match (slot.from, end(slot)) {
            (Some(from), Some(to)) => (y(from) + 1.0, (to - from) as f32 / 60.0 * hour_h - 2.0),
            _ => (kit.u(HEAD + 4.0), kit.u(32.0)),
        };
        let card = card(page, slot, n, (cell - 2.0, tall.max(kit.u(34.0))));
        node = node.child(card.at(left, y0));
    }
    kit.surface(col().role("week-card").fill_w().clip())
        .child(node)
}

/// The day that is marked as today: one with an appointment in the middle of the week.
fn today(page: &Page<'_>, slots: &[Slot], days: usize) -> usize {
    let mut told: Vec<usize> = slots
        .iter()
        .map(|slot| slot.day as usize)
        .filter(|day| *day < days)
        .collect();
    told.sort_unstable();
    told.get((told.len() / 2 + page.variant % 2).min(told.len().saturating_sub(1)))
        .copied()
        .unwrap_or(2)
}

fn day_head(page: &Page<'_>, day: usize, number: usize, on: bool) -> Node {
    let kit = &page.kit;
    let name = Word::built(kit.tongue.weekdays()[day]);
    let figure = kit.figure(&Word::invented(number.to_string()), Type::Strong);
    let d = kit.u(30.0);
    let mut spot = row().size_box(d, d).rigid().center().radius(d / 2.0);
    let ink = if on { Token::AccentInk } else { Token::Ink };
    if on {
        spot = spot.fill(Token::Accent);
    }
    col()
        .role("day")
        .center()
        .gap(kit.u(2.0))
        .child(
            kit.text(&name, Type::Micro)
                .weight(600)
                .centered()
                .max_lines(1),
        )
        .child(spot.child(figure.color(ink).centered()))
}

/// Which of the columns of its day an appointment stands in, and how many there are: those that meet stand side by side.
fn lane(slots: &[Slot], at: usize) -> (usize, usize) {
    let own = &slots[at];
    let meets = |other: &Slot| {
        let same = other.day == own.day;
        match (own.from, end(own), other.from, end(other)) {
            (Some(a), Some(b), Some(c), Some(d)) => same && a < d && c < b,
            (None, _, None, _) => same,
            _ => false,
        }
    };
    let together: Vec<usize> = (0..slots.len()).filter(|n| meets(&slots[*n])).collect();
    let place = together.iter().position(|n| *n == at).unwrap_or(0);
    (place, together.len().max(1))
}

/// An appointment: its name over its hour, in the colour of its kind.
fn card(page: &Page<'_>, slot: &Slot, n: usize, (w, h): (f32, f32)) -> Node {
    let kit = &page.kit;
    let (ink, pale) = kit.hue(n);
    let pad = kit.u(7.0);
    let lines = ((h - pad) / kit.line(Type::Micro)) as u16;
    let mut words = col().grow(1.0).gap(kit.u(1.0)).child(
        kit.text(&slot.name, Type::Micro)
            .weight(650)
            .color(Token::Ink)
            .max_lines(lines.saturating_sub(1).clamp(1, 4)),
    );
    if let Some(hour) = &slot.hour {
        words = words.child(kit.figure(hour, Type::Micro).color(Token::Ink));
    }
    row()
        .role("event")
        .size_box(w, h)
        .clip()
        .radius(kit.radius().min(kit.u(8.0)))
        .fill(pale)
        .align(Place::Stretch)
        .gap(pad)
        .child(rect().w(kit.u(4.0)).rigid().fill(ink))
        .child(words.pad4(pad * 0.6, pad * 0.4, 0.0, 0.0))
}
