//! The apps of a home screen: names, icons, faces, dock.

use plantain_scene::build::{col, icon, row};
use plantain_scene::node::Place;
use plantain_scene::{Color, Node, Oklch, Rgba};

use super::{App, COLUMNS_MAX, DOCK, Manner, Words};
use crate::components::ui::picture::icon_for;
use crate::components::ui::{Kit, Supply, Type, Word};

/// The words of the prompt that stand in the dock.
pub(super) fn docked(supply: &mut Supply<'_>) -> Vec<Word> {
    supply
        .listed(&["dock"])
        .unwrap_or_default()
        .into_iter()
        .filter_map(|entry| entry.name)
        .collect()
}

/// The apps in the dock: those of the prompt, or usual ones that stand nowhere else.
pub(super) fn dock(kit: &Kit<'_>, asked: Vec<Word>, apps: &[App], none: bool) -> Vec<App> {
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

pub(super) fn app(name: Word, n: usize) -> App {
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

/// Icons with their names in even rows.
pub(super) fn app_grid(
    kit: &Kit<'_>,
    words: &Words,
    size: (f32, f32),
    ink: Color,
    variant: usize,
) -> Node {
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
pub(super) fn dock_bar(kit: &Kit<'_>, apps: &[App], w: f32, ink: Color, manner: Manner) -> Node {
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

pub(super) fn columns(n: usize, variant: usize) -> usize {
    match n {
        0..=2 => n.max(1),
        3 | 9 => 3,
        4 => [2, 4][variant % 2],
        5 | 6 => 3,
        _ => COLUMNS_MAX,
    }
}

/// The tile of an app.
pub(super) fn app_face(kit: &Kit<'_>, app: &App, tile: f32, ink: Color, manner: Manner) -> Node {
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

pub(super) fn app_cell(
    kit: &Kit<'_>,
    app: &App,
    tile: f32,
    w: f32,
    ink: Color,
    manner: Manner,
) -> Node {
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
