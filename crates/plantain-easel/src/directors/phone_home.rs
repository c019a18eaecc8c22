//! Home screens of phones: wallpaper, clock, icons with their names, dock.

mod apps;
mod ground;
mod widgets;

use plantain_read::{Constraint, Role};
use plantain_scene::build::{col, ellipse, icon, row, stack};
use plantain_scene::node::Place;
use plantain_scene::{Color, Node, Rgba, Theme};

use crate::components::ui::accents::themes;
use crate::components::ui::{Entry, Form, Kit, Supply, Type, Word};
use crate::directors::mobile::stage;
use crate::studio::{Draft, Studio};
use apps::{app, app_face, app_grid, dock, dock_bar, docked};
use ground::wallpaper;
use widgets::Widget;

/// Icons that a home screen shows when the prompt names none.
const USUAL: &[&str] = &[
    "Mail",
    "Maps",
    "Camera",
    "Music",
    "Notes",
    "Clock",
    "Photos",
    "Weather",
    "Calendar",
    "Messages",
    "Phone",
    "Settings",
    "Books",
    "Wallet",
    "Health",
    "Store",
    "Games",
    "Files",
    "Video",
    "Podcasts",
    "Browser",
    "Calculator",
    "Radio",
    "Travel",
];
/// How many of them, when the prompt gives no number.
const USUAL_COUNT: usize = 8;
/// Icons of a dock.
const DOCK: usize = 4;
/// Largest number of icons in a row.
const COLUMNS_MAX: usize = 4;
const CUSTOM: &[&str] = &["minimal", "friendly", "minimal", "pastel"];
const ACCENTS: &[u32] = &[0x4f46e5, 0x0891b2, 0xe8590c, 0xdb2777, 0x0f9d76, 0x7c3aed];

/// An app on the screen: name, icon, hue of its tile.
struct App {
    name: Word,
    icon: String,
    hue: f32,
}

struct Words {
    clock: Option<Word>,
    date: Option<Word>,
    apps: Vec<App>,
    widgets: Vec<Widget>,
    /// Icons in the dock; none on a lock screen and where the icons are counted.
    dock: Vec<App>,
    lock: bool,
    /// What a locked phone tells: who or what sends it.
    notices: Vec<Entry>,
    rest: Vec<Word>,
}

/// Returns drafts of a home screen.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let start = studio.rng("layout").below(3);
    let mut drafts = Vec::new();
    for (i, theme) in themes(studio, CUSTOM, ACCENTS, 4).iter().enumerate() {
        for turn in 0..2 {
            let variant = start + i + turn;
            let (root, archetype) = present(studio, theme, variant);
            drafts.push(
                Draft::new(archetype, theme.clone(), root)
                    .because("The clock leads; the icons stand in even rows with their names under them, exactly as many as were asked for."),
            );
        }
    }
    drafts
}

fn present(studio: &Studio<'_>, theme: &Theme, variant: usize) -> (Node, &'static str) {
    if studio.ratio() < 0.78 {
        let kit = Kit::new(
            studio,
            theme,
            (studio.width / 390.0).min(studio.height / 640.0),
        );
        return (
            screen(studio, &kit, (studio.width, studio.height), variant, false),
            [
                "full screen",
                "full screen with search",
                "full screen on glass",
            ][variant % 3],
        );
    }
    let phone = stage::fitting(studio);
    let size = phone.screen();
    let kit = Kit::new(studio, theme, size.0 / 390.0);
    let device = phone.frame(&kit, screen(studio, &kit, size, variant, true));
    let symbols = ["sparkles", "moon", "star", "sun"];
    let mut root = stage::on_ground(studio, &kit, phone, device, symbols, variant);
    // The screen has icons enough: what floats around a phone elsewhere would be counted with them.
    root.children.retain(|child| child.role != "symbol");
    let names = [
        "phone on a ground",
        "phone with search on a ground",
        "phone of glass on a ground",
    ];
    (root, names[variant % 3])
}

fn words(kit: &Kit<'_>, studio: &Studio<'_>) -> Words {
    let mut supply = Supply::new(studio.brief);
    let lock = supply.speaks_of(&[
        "lock screen",
        "lockscreen",
        "sperrbildschirm",
        "pantalla de bloqueo",
    ]);
    let widgets = widgets::take(studio.brief, &mut supply);
    let docked = docked(&mut supply);
    let clock = supply
        .form(Form::Time)
        .or_else(|| supply.first(&[Role::Time]));
    let date = supply
        .first(&[Role::Date])
        .or_else(|| supply.form(Form::Date));
    let wanted = studio.brief.constraints.iter().find_map(|c| match c {
        Constraint::Count { of, n } if of.contains("icon") || of.contains("app") => {
            Some(*n as usize)
        }
        _ => None,
    });
    // What a locked phone tells are notices and no programs.
    let told = lock && supply.speaks_of(&["notification", "notifications", "message", "alert"]);
    let mut notices = if told {
        notices_told(&mut supply)
    } else {
        Vec::new()
    };
    let names = supply.all(&[
        Role::Label,
        Role::Item,
        Role::Text,
        Role::Category,
        Role::Tab,
        Role::Title,
        Role::Brand,
        Role::Button,
        Role::Field,
    ]);
    let rest: Vec<Word> = supply.rest().into_iter().map(|(_, word)| word).collect();
    let (names, rest) = if told {
        notices.extend(names.into_iter().chain(rest).map(Entry::named));
        if notices.is_empty() && kit.filler {
            notices = ["Message", "Calendar"]
                .map(|name| Entry::named(kit.say(name)))
                .into();
        }
        (Vec::new(), Vec::new())
    } else {
        (names, rest)
    };
    let mut apps: Vec<App> = names
        .into_iter()
        .enumerate()
        .map(|(i, name)| app(name, i))
        .collect();
    // A count behind "dock" is the dock's.
    let of_dock = wanted == Some(DOCK) && supply.speaks_of(&["dock"]);
    let wanted = wanted.filter(|_| !of_dock);
    let n = wanted.unwrap_or(if lock {
        apps.len()
    } else if apps.is_empty() || of_dock {
        USUAL_COUNT
    } else {
        apps.len()
    });
    if kit.filler {
        let more: Vec<&str> = USUAL
            .iter()
            .copied()
            .filter(|name| apps.iter().all(|a| a.name.text != *name))
            .collect();
        for name in more.into_iter().take(n.saturating_sub(apps.len())) {
            let at = apps.len();
            apps.push(app(Word::invented(name), at));
        }
    }
    let dock = dock(kit, docked, &apps, lock || wanted.is_some() && !of_dock);
    Words {
        clock,
        date,
        apps,
        widgets,
        dock,
        lock,
        rest,
        notices,
    }
}

/// Takes the notices that are told in two texts: who sends them, and what they say.
fn notices_told(supply: &mut Supply<'_>) -> Vec<Entry> {
    let pairs = supply.pairs().into_iter();
    pairs
        .map(|(who, said)| Entry {
            name: Some(who),
            more: vec![said],
            ..Entry::default()
        })
        .collect()
}

fn screen(
    studio: &Studio<'_>,
    kit: &Kit<'_>,
    size: (f32, f32),
    variant: usize,
    island: bool,
) -> Node {
    let words = words(kit, studio);
    let dark = studio.brief.heard().contains("dark");
    let (wallpaper, ink) = wallpaper(kit, size, variant, dark);
    let status = kit.status_bar(Some(&status_clock(&words)), ink, island);
    let side = kit.u(24.0);
    let inner = size.0 - 2.0 * side;
    let mut content =
        col()
            .fill_w()
            .grow(1.0)
            .justify(Place::Between)
            .pad4(kit.u(10.0), 0.0, kit.u(12.0), 0.0);
    if words.widgets.is_empty() {
        content = content.child(clock(kit, &words, ink, Manner::of(&words, variant)));
    } else {
        let room = size.1 * 0.42;
        let mut top = col().fill_w().pad_xy(side, kit.u(6.0)).gap(kit.u(12.0));
        top = top.child(widgets::board(kit, &words.widgets, inner, room));
        for word in words.date.iter().chain(&words.rest) {
            top = top.child(kit.text(word, Type::Heading).color(ink).centered());
        }
        if let Some(time) = &words.clock {
            top = top.child(kit.figure(time, Type::Title).color(ink).centered());
        }
        content = content.child(top);
    }
    if !words.apps.is_empty() {
        content = content.child(app_grid(kit, &words, size, ink, variant));
    }
    let dots = row()
        .fill_w()
        .justify(Place::Center)
        .gap(kit.u(7.0))
        .children((0..3).map(|i| {
            let d = kit.u(7.0);
            ellipse()
                .size_box(d, d)
                .rigid()
                .fill(ink.alpha(if i == 0 { 0.95 } else { 0.4 }))
        }));
    content = if words.lock {
        let cards = words.notices.iter().map(|name| notice(kit, name));
        content
            .child(
                col()
                    .fill_w()
                    .grow(1.0)
                    .gap(kit.u(10.0))
                    .pad4(kit.u(28.0), side, 0.0, side)
                    .children(cards),
            )
            .child(lock_marks(kit, ink))
    } else {
        content.child(dots)
    };
    if !words.dock.is_empty() {
        content = content.child(dock_bar(
            kit,
            &words.dock,
            size.0,
            ink,
            Manner::of(&words, variant),
        ));
    }
    let body = col()
        .size_box(size.0, size.1)
        .child(status)
        .child(content)
        .child(indicator(kit, ink));
    stack()
        .role("home-screen")
        .size_box(size.0, size.1)
        .clip()
        .child(wallpaper)
        .child(body.at(0.0, 0.0))
}

/// A notice on a sheet of glass: who sends it, and what it says or a line without words.
fn notice(kit: &Kit<'_>, told: &Entry) -> Node {
    let name = told.name.clone().unwrap_or_default();
    let known = app(name.clone(), 0);
    let side = kit.u(40.0);
    let bar = |w: f32| {
        plantain_scene::build::rect()
            .size_box(kit.u(w), kit.u(7.0))
            .rigid()
            .radius(kit.u(3.5))
            .fill(Color::from(Rgba::BLACK).alpha(0.22))
    };
    let said = match told.more.first() {
        Some(said) => kit
            .text(said, Type::Caption)
            .color(Color::from(Rgba::rgb(60, 64, 76)))
            .max_lines(2),
        None => bar(150.0),
    };
    row()
        .role("notice")
        .fill_w()
        .rigid()
        .gap(kit.u(12.0))
        .pad(kit.u(13.0))
        .radius(kit.u(20.0))
        .fill(Color::from(Rgba::WHITE).alpha(0.86))
        .child(app_face(
            kit,
            &known,
            side,
            Rgba::BLACK.into(),
            Manner::Tiles,
        ))
        .child(
            col()
                .grow(1.0)
                .gap(kit.u(8.0))
                .child(
                    kit.text(&name, Type::Strong)
                        .color(Color::from(Rgba::rgb(24, 26, 34)))
                        .max_lines(1),
                )
                .child(said),
        )
}

/// Torch and camera at the foot of a lock screen.
fn lock_marks(kit: &Kit<'_>, ink: Color) -> Node {
    let mark = |name: &str| {
        row()
            .size_box(kit.u(50.0), kit.u(50.0))
            .rigid()
            .center()
            .radius(kit.u(25.0))
            .fill(ink.alpha(0.16))
            .child(icon(name, kit.u(24.0)).color(ink))
    };
    row()
        .fill_w()
        .justify(Place::Between)
        .pad_xy(kit.u(40.0), 0.0)
        .child(mark("flashlight"))
        .child(mark("camera"))
}

/// The status bar repeats the clock, so that the two agree.
fn status_clock(words: &Words) -> Word {
    words.clock.as_ref().map_or_else(
        || Word::invented("9:41"),
        |clock| Word::built(clock.text.clone()),
    )
}

fn indicator(kit: &Kit<'_>, ink: Color) -> Node {
    row().fill_w().h(kit.u(20.0)).rigid().center().child(
        col()
            .size_box(kit.u(130.0), kit.u(4.5))
            .rigid()
            .radius(kit.u(2.5))
            .fill(ink.alpha(0.85)),
    )
}

fn clock(kit: &Kit<'_>, words: &Words, ink: Color, manner: Manner) -> Node {
    let usual = Word::invented("9:41");
    let time = words.clock.as_ref().unwrap_or(&usual);
    let side = manner == Manner::Discs;
    let place = if side { Place::Start } else { Place::Center };
    let mut node = col()
        .fill_w()
        .align(place)
        .gap(kit.u(4.0))
        .pad_xy(kit.u(if side { 30.0 } else { 20.0 }), kit.u(14.0));
    if manner == Manner::Glass {
        node = node.radius(kit.u(28.0)).fill(ink.alpha(0.1));
    }
    if let Some(date) = &words.date {
        node = node.child(
            kit.text(date, Type::Heading)
                .weight(500)
                .color(ink)
                .centered()
                .max_lines(2),
        );
    }
    if words.clock.is_some() || kit.filler {
        node = node.child(
            kit.figure(time, Type::Hero)
                .size(kit.u(if side { 76.0 } else { 88.0 }))
                .weight(if side { 300 } else { 600 })
                .color(ink),
        );
    }
    if side && kit.filler {
        node = node.child(
            row()
                .role("search")
                .fill_w()
                .h(kit.u(46.0))
                .rigid()
                .margin(kit.u(14.0), 0.0, 0.0, 0.0)
                .pad_xy(kit.u(16.0), 0.0)
                .gap(kit.u(10.0))
                .align(Place::Center)
                .radius(kit.u(23.0))
                .fill(ink.alpha(0.12))
                .child(icon("search", kit.u(20.0)).color(ink)),
        );
    }
    for word in &words.rest {
        node = node.child(kit.text(word, Type::Body).color(ink).centered());
    }
    if manner == Manner::Glass {
        return col()
            .fill_w()
            .pad4(kit.u(18.0), kit.u(18.0), 0.0, kit.u(18.0))
            .child(node);
    }
    node
}

/// How a home screen is kept: what its icons look like, and where its clock stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Manner {
    /// Coloured tiles, the clock in the middle.
    Tiles,
    /// White discs with coloured signs, the clock at the side over a search field.
    Discs,
    /// Signs of one colour on glass, the clock on a pane of its own.
    Glass,
}

impl Manner {
    fn of(words: &Words, variant: usize) -> Self {
        match variant % 3 {
            _ if words.lock || !words.widgets.is_empty() => Self::Tiles,
            1 => Self::Discs,
            2 => Self::Glass,
            _ => Self::Tiles,
        }
    }
}
