//! Home screens of phones: wallpaper, clock, icons with their names, dock.

use plantain_read::{Constraint, Role};
use plantain_scene::build::{col, ellipse, icon, row, shape, stack};
use plantain_scene::node::{Paint, Place, Shape};
use plantain_scene::{Color, Node, Oklch, Rgba, Theme, Token};

use crate::components::ui::accents::themes;
use crate::components::ui::picture::icon_for;
use crate::components::ui::{Form, Kit, Supply, Type, Word};
use crate::directors::mobile::stage;
use crate::studio::{Draft, Studio};

mod widgets;

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
    notices: Vec<Word>,
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
    // What a locked phone tells are notices and no programs.
    let told = lock && supply.speaks_of(&["notification", "notifications", "message", "alert"]);
    let (names, rest, notices) = if told {
        let mut notices: Vec<Word> = names.into_iter().chain(rest).collect();
        if notices.is_empty() && kit.filler {
            notices = vec![kit.say("Message"), kit.say("Calendar")];
        }
        (Vec::new(), Vec::new(), notices)
    } else {
        (names, rest, Vec::new())
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

/// The words of the prompt that stand in the dock.
fn docked(supply: &mut Supply<'_>) -> Vec<Word> {
    supply
        .listed(&["dock"])
        .unwrap_or_default()
        .into_iter()
        .filter_map(|entry| entry.name)
        .collect()
}

/// The apps in the dock: those of the prompt, or usual ones that stand nowhere else.
fn dock(kit: &Kit<'_>, asked: Vec<Word>, apps: &[App], none: bool) -> Vec<App> {
    if !asked.is_empty() {
        return asked
            .into_iter()
            .enumerate()
            .map(|(i, name)| app(name, i))
            .collect();
    }
    if none || !kit.filler {
        return Vec::new();
    }
    [
        "Phone", "Messages", "Browser", "Music", "Mail", "Camera", "Photos",
    ]
    .into_iter()
    .filter(|name| apps.iter().all(|a| a.name.text != *name))
    .take(DOCK)
    .enumerate()
    .map(|(i, name)| app(Word::invented(name), i))
    .collect()
}

fn app(name: Word, n: usize) -> App {
    const KNOWN: &[(&[&str], &str, f32)] = &[
        (&["mail", "correo", "邮件", "メール"], "mail", 250.0),
        (&["map", "karte", "地图", "マップ"], "map", 150.0),
        (
            &["camera", "kamera", "cámara", "相机", "カメラ"],
            "camera",
            265.0,
        ),
        (
            &["music", "musik", "música", "音乐", "ミュージック"],
            "music",
            12.0,
        ),
        (
            &["note", "notiz", "nota", "备忘", "メモ"],
            "notebook-pen",
            85.0,
        ),
        (
            &["clock", "uhr", "reloj", "horloge", "时钟", "時計"],
            "clock",
            300.0,
        ),
        (&["photo", "foto", "gallery", "照片", "写真"], "image", 60.0),
        (
            &["weather", "wetter", "clima", "météo", "天气", "天気"],
            "cloud-sun",
            230.0,
        ),
        (
            &["message", "chat", "nachricht", "短信"],
            "message-circle",
            145.0,
        ),
        (
            &["phone", "telefon", "call", "电话", "電話"],
            "phone",
            150.0,
        ),
        (&["calendar", "kalender", "日历"], "calendar", 25.0),
        (
            &["setting", "einstell", "ajustes", "设置", "設定"],
            "settings",
            260.0,
        ),
        (&["browser", "safari", "web", "internet"], "compass", 240.0),
        (&["bank", "wallet", "pay"], "wallet", 170.0),
        (&["health", "fitness"], "heart-pulse", 5.0),
        (&["store", "shop"], "shopping-bag", 245.0),
        (&["game", "spiel", "juego"], "gamepad-2", 310.0),
        (&["book", "buch", "libro"], "book-open", 55.0),
        (&["video", "tv", "movie"], "clapperboard", 20.0),
        (&["podcast"], "podcast", 310.0),
        (&["file", "datei"], "folder", 235.0),
        (&["calculator", "rechner"], "calculator", 50.0),
    ];
    let lower = name.text.to_lowercase();
    let known = KNOWN
        .iter()
        .find(|(words, _, _)| words.iter().any(|w| lower.contains(w)));
    let (icon, hue) = known.map_or_else(
        || {
            (
                icon_for(&name.text, "app-window"),
                (n as f32 * 67.0 + 20.0) % 360.0,
            )
        },
        |(_, icon, hue)| ((*icon).to_owned(), *hue),
    );
    App { name, icon, hue }
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

/// Icons with their names in even rows.
fn app_grid(kit: &Kit<'_>, words: &Words, size: (f32, f32), ink: Color, variant: usize) -> Node {
    let n = words.apps.len();
    let columns = columns(n, variant);
    let rows = n.div_ceil(columns.max(1));
    let side = kit.u(24.0);
    let cell_w = (size.0 - 2.0 * side) / columns.max(1) as f32;
    let share = if words.widgets.is_empty() { 0.5 } else { 0.34 };
    let tile = (cell_w * 0.68)
        .min(kit.u(if n <= 6 { 88.0 } else { 68.0 }))
        .min((size.1 * share) / rows.max(1) as f32 - kit.u(40.0));
    let tile = tile.max(kit.u(40.0));
    let mut grid = col()
        .fill_w()
        .gap(kit.u(if rows <= 3 { 26.0 } else { 18.0 }))
        .pad_xy(side, 0.0);
    for chunk in words.apps.chunks(columns.max(1)) {
        let mut line = row().fill_w().align(Place::Start);
        for app in chunk {
            line = line.child(app_cell(
                kit,
                app,
                tile,
                cell_w,
                ink,
                Manner::of(words, variant),
            ));
        }
        grid = grid.child(line);
    }
    grid
}

/// The dock: icons on a sheet of glass, named only where the prompt names them.
fn dock_bar(kit: &Kit<'_>, apps: &[App], w: f32, ink: Color, manner: Manner) -> Node {
    let tile = kit.u(60.0);
    let cells = apps.iter().map(|app| {
        let face = app_face(kit, app, tile, ink, manner);
        if app.name.is_asked() {
            col()
                .align(Place::Center)
                .gap(kit.u(5.0))
                .child(face)
                .child(
                    kit.text(&app.name, Type::Micro)
                        .color(ink)
                        .centered()
                        .max_lines(1),
                )
        } else {
            face
        }
    });
    let named = apps.iter().any(|app| app.name.is_asked());
    let h = tile + kit.u(if named { 48.0 } else { 28.0 });
    row().fill_w().pad_xy(kit.u(14.0), 0.0).child(
        row()
            .role("dock")
            .w(w - kit.u(28.0))
            .h(h)
            .rigid()
            .radius(kit.u(30.0))
            .fill(Color::from(Rgba::WHITE).alpha(0.22))
            .justify(Place::Between)
            .pad_xy(kit.u(18.0), 0.0)
            .children(cells),
    )
}

/// A notice on a sheet of glass: who sends it, and a line without words.
fn notice(kit: &Kit<'_>, name: &Word) -> Node {
    let known = app(name.clone(), 0);
    let side = kit.u(40.0);
    let bar = |w: f32| {
        plantain_scene::build::rect()
            .size_box(kit.u(w), kit.u(7.0))
            .rigid()
            .radius(kit.u(3.5))
            .fill(Color::from(Rgba::BLACK).alpha(0.22))
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
                    kit.text(name, Type::Strong)
                        .color(Color::from(Rgba::rgb(24, 26, 34)))
                        .max_lines(1),
                )
                .child(bar(150.0)),
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

fn columns(n: usize, variant: usize) -> usize {
    match n {
        0..=2 => n.max(1),
        3 | 9 => 3,
        4 => [2, 4][variant % 2],
        5 | 6 => 3,
        _ => COLUMNS_MAX,
    }
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

/// The tile of an app.
fn app_face(kit: &Kit<'_>, app: &App, tile: f32, ink: Color, manner: Manner) -> Node {
    let face = row().role("app-icon").size_box(tile, tile).rigid().center();
    let sign = |color: Color| {
        icon(app.icon.as_str(), tile * 0.5)
            .color(color)
            .icon_stroke(1.9)
    };
    match manner {
        Manner::Tiles => {}
        Manner::Discs => {
            let hue = Oklch::new(0.5, 0.17, app.hue).rgba();
            return face
                .radius(tile * 0.5)
                .fill(Rgba::WHITE)
                .shadow(kit.u(2.0), kit.u(8.0), Color::from(Rgba::BLACK).alpha(0.16))
                .child(sign(hue.into()));
        }
        Manner::Glass => {
            return face
                .radius(tile * 0.3)
                .fill(ink.alpha(0.14))
                .child(sign(ink));
        }
    }
    // Yellows look dirty when dark, so that hue is drawn lighter.
    let yellow = (1.0 - (app.hue - 85.0).abs() / 45.0).max(0.0) * 0.12;
    let (top, low) = (
        Oklch::new(0.72 + yellow, 0.16, app.hue).rgba(),
        Oklch::new(0.57 + yellow, 0.18, app.hue + 14.0 - yellow * 120.0).rgba(),
    );
    face.radius(tile * 0.235)
        .gradient(180.0, top, low)
        .shadow(
            kit.u(3.0),
            kit.u(10.0),
            Color::from(Rgba::BLACK).alpha(0.18),
        )
        .child(
            icon(app.icon.as_str(), tile * 0.52)
                .color(Rgba::WHITE)
                .icon_stroke(1.9),
        )
}

fn app_cell(kit: &Kit<'_>, app: &App, tile: f32, w: f32, ink: Color, manner: Manner) -> Node {
    let face = app_face(kit, app, tile, ink, manner);
    col()
        .w(w)
        .rigid()
        .align(Place::Center)
        .gap(kit.u(7.0))
        .child(face)
        .child(
            kit.text(&app.name, Type::Caption)
                .weight(500)
                .color(ink)
                .centered()
                .max_lines(2),
        )
}

/// Returns the wallpaper and the colour of words on it. It stays in one lightness range, so that every word can be read.
fn wallpaper(kit: &Kit<'_>, (w, h): (f32, f32), variant: usize, dark: bool) -> (Node, Color) {
    let theme = kit.theme;
    let accent = theme.token(Token::Accent).oklch();
    let dark = dark || theme.is_dark() || variant % 3 == 1;
    let tone = |l: f32, c: f32, turn: f32| Oklch::new(l, c, accent.h + turn).rgba();
    let d = w.max(h);
    let wide = |node: Node, x: f32, y: f32, s: f32| {
        node.bounds(w * x - d * s / 2.0, h * y - d * s / 2.0, d * s, d * s)
    };
    if dark {
        let node = stack()
            .bounds(0.0, 0.0, w, h)
            .clip()
            .gradient(165.0, tone(0.34, 0.11, 20.0), tone(0.19, 0.07, -30.0))
            .child(wide(
                shape(Shape::Blob { seed: 3 }).fill(glow(tone(0.44, 0.15, 50.0))),
                0.9,
                0.2,
                0.9,
            ))
            .child(wide(
                shape(Shape::Blob { seed: 8 }).fill(glow(tone(0.36, 0.13, -50.0))),
                0.1,
                0.85,
                1.0,
            ));
        return (node, Rgba::WHITE.into());
    }
    let node = stack()
        .bounds(0.0, 0.0, w, h)
        .clip()
        .gradient(165.0, tone(0.95, 0.035, 0.0), tone(0.86, 0.075, 30.0))
        .child(wide(
            ellipse().fill(glow(tone(0.90, 0.08, 60.0))),
            0.95,
            0.18,
            0.9,
        ))
        .child(wide(
            ellipse().fill(glow(tone(0.84, 0.09, -40.0))),
            0.0,
            0.9,
            1.1,
        ));
    (node, tone(0.24, 0.05, 0.0).into())
}

fn glow(color: Rgba) -> Paint {
    let color = Color::from(color);
    Paint::Radial {
        center: [0.5, 0.5],
        radius: 0.5,
        stops: vec![(0.0, color), (1.0, color.alpha(0.0))],
    }
}
