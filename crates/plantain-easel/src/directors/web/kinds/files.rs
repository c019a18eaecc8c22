//! A file manager: places and the space that is left at the side, folders as tiles, files as rows.

use plantain_read::Role;
use plantain_scene::Node;
use plantain_scene::Token;
use plantain_scene::build::{col, grid, icon, row};
use plantain_scene::node::Place;

use super::remains;
use crate::components::ui::measures::out_of;
use crate::components::ui::{Entry, Kit, Push, Supply, Type, Word};
use crate::directors::web::Page;
use crate::studio::Studio;

/// Places of the sidebar where the prompt names none.
const PLACES: &[(&str, &str)] = &[
    ("folder", "Files"),
    ("clock", "Recent"),
    ("star", "Favorites"),
    ("users", "Shared"),
    ("trash-2", "Trash"),
];
/// Endings of file names, and the icon of each kind.
const KINDS: &[(&[&str], &str)] = &[
    (
        &[
            "png", "jpg", "jpeg", "svg", "gif", "webp", "heic", "psd", "ai", "fig",
        ],
        "image",
    ),
    (&["xlsx", "xls", "csv", "ods", "numbers"], "table"),
    (&["mp3", "wav", "flac", "m4a", "ogg"], "music"),
    (&["mp4", "mov", "avi", "mkv", "webm"], "film"),
    (&["zip", "rar", "7z", "gz", "tar"], "archive"),
    (
        &[
            "rs", "py", "js", "ts", "html", "css", "json", "sh", "go", "java",
        ],
        "code",
    ),
    (&["ppt", "pptx", "key", "odp"], "presentation"),
];

/// The words of the page.
struct Words {
    brand: Option<Word>,
    title: Word,
    places: Vec<Word>,
    buttons: Vec<Word>,
    folders: Vec<Entry>,
    files: Vec<Entry>,
    storage: Option<Entry>,
}

pub fn build(page: &Page<'_>, _studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    let words = words(kit, supply);
    let rest = remains(kit, supply);
    let margin = page.margin();
    let root = page.row_sheet();
    let side = if page.tall() { 0.0 } else { kit.u(232.0) };
    let inner = page.w - side - 2.0 * margin;
    let mut main = col()
        .w(page.w - side)
        .fill_h()
        .pad_xy(margin, kit.u(28.0))
        .gap(kit.u(20.0))
        .child(head(kit, &words));
    if !words.folders.is_empty() {
        main = main.child(folders(page, &words.folders, inner));
    }
    if !words.files.is_empty() {
        let rows = words.files.iter().enumerate();
        main = main.child(kit.row_card(rows.map(|(n, file)| file_row(kit, file, n)).collect()));
    }
    main = main.children(rest);
    if page.tall() {
        let space = words.storage.as_ref().map(|told| storage(kit, told));
        return root.child(main.children(space));
    }
    root.child(sidebar(page, &words, side)).child(main)
}

fn words(kit: &Kit<'_>, supply: &mut Supply<'_>) -> Words {
    let brand = supply.first(&[Role::Brand]);
    let title = supply
        .first(&[Role::Title])
        .unwrap_or_else(|| kit.say("Files"));
    let places = supply.all(&[Role::Tab, Role::Link]);
    let buttons = {
        let asked = supply.buttons();
        if asked.is_empty() && kit.filler {
            vec![kit.say("Upload")]
        } else {
            asked
        }
    };
    let mut folders = supply.listed(&["folder", "director"]).unwrap_or_default();
    let mut files = supply.listed(&["file", "document"]).unwrap_or_default();
    let mut storage = None;
    for entry in supply.entries() {
        let text = |word: &Option<Word>| word.as_ref().map_or("", |w| w.text.as_str()).to_owned();
        if out_of(&text(&entry.figure)).is_some() && !is_file(&text(&entry.name)) {
            storage.get_or_insert(entry);
        } else if is_file(&text(&entry.name)) || entry.figure.is_some() {
            files.push(entry);
        } else {
            folders.push(entry);
        }
    }
    Words {
        brand,
        title,
        places,
        buttons,
        folders,
        files,
        storage,
    }
}

/// Whether a name ends as names of files do.
fn is_file(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(stem, ending)| {
        !stem.is_empty()
            && (2..=4).contains(&ending.len())
            && ending.chars().all(|c| c.is_ascii_alphanumeric())
    })
}

fn icon_of(name: &str) -> &'static str {
    let ending = name
        .rsplit_once('.')
        .map_or_else(String::new, |(_, ending)| ending.to_lowercase());
    KINDS
        .iter()
        .find(|(endings, _)| endings.contains(&ending.as_str()))
        .map_or("file-text", |(_, icon)| icon)
}

fn head(kit: &Kit<'_>, words: &Words) -> Node {
    let mut acts = row().gap(kit.u(12.0)).rigid();
    for (i, word) in words.buttons.iter().enumerate() {
        let push = if i == 0 {
            Push::Primary
        } else {
            Push::Secondary
        };
        acts = acts.child(kit.button_sized(word, push, None, 42.0));
    }
    row()
        .fill_w()
        .gap(kit.u(16.0))
        .justify(Place::Between)
        .child(kit.text(&words.title, Type::Display).max_lines(2).grow(1.0))
        .child(acts)
}

fn folders(page: &Page<'_>, folders: &[Entry], inner: f32) -> Node {
    let kit = &page.kit;
    let most = if page.tall() {
        2
    } else {
        ((inner / kit.u(210.0)) as usize).max(1)
    };
    let rows = folders.len().div_ceil(most);
    let columns = folders.len().div_ceil(rows.max(1)).max(1);
    let tiles = folders.iter().map(|folder| {
        let blank = Word::default();
        let name = folder
            .name
            .as_ref()
            .or(folder.figure.as_ref())
            .unwrap_or(&blank);
        let mut words = col()
            .grow(1.0)
            .gap(kit.u(2.0))
            .child(kit.text(name, Type::Strong).max_lines(2));
        let notes = folder.figure.iter().filter(|_| folder.name.is_some());
        for word in notes.chain(&folder.more) {
            words = words.child(kit.text(word, Type::Caption).max_lines(1));
        }
        kit.surface(
            row()
                .role("folder")
                .fill_w()
                .pad(kit.u(16.0))
                .gap(kit.u(14.0)),
        )
        .child(icon("folder", kit.u(28.0)).color(Token::AccentText).rigid())
        .child(words)
    });
    grid(columns).fill_w().gap(kit.u(14.0)).children(tiles)
}

/// Icon of its kind, name, what else is told, size.
fn file_row(kit: &Kit<'_>, file: &Entry, n: usize) -> Node {
    let blank = Word::default();
    let name = file
        .name
        .as_ref()
        .or(file.figure.as_ref())
        .unwrap_or(&blank);
    let mut line = row()
        .role("file")
        .fill_w()
        .gap(kit.u(16.0))
        .child(kit.icon_tile(icon_of(&name.text), 40.0, n))
        .child(kit.text(name, Type::Strong).max_lines(2).grow(1.0));
    for more in &file.more {
        line = line.child(kit.text(more, Type::Caption).max_lines(1).rigid());
    }
    if let Some(size) = file.figure.as_ref().filter(|_| file.name.is_some()) {
        line = line.child(kit.figure(size, Type::Body).color(Token::Muted).rigid());
    }
    line.child(icon("ellipsis", kit.u(20.0)).color(Token::Muted))
}

fn sidebar(page: &Page<'_>, words: &Words, w: f32) -> Node {
    let kit = &page.kit;
    let stops = kit.places(&words.places, PLACES, "folder");
    let space = words.storage.as_ref().map(|told| storage(kit, told));
    kit.sidebar(w, words.brand.as_ref(), &stops, 0, space)
}

/// "34 of 50 GB used": a bar in proportion over the words.
fn storage(kit: &Kit<'_>, told: &Entry) -> Node {
    let share = told
        .figure
        .as_ref()
        .and_then(|word| out_of(&word.text))
        .map_or(0.5, |(part, whole)| (part / whole).min(1.0) as f32);
    let mut line = row().gap(kit.u(5.0)).wrap();
    for word in told.name.iter().chain(&told.figure).chain(&told.more) {
        line = line.child(kit.text(word, Type::Caption).max_lines(1));
    }
    col()
        .role("storage")
        .fill_w()
        .gap(kit.u(8.0))
        .pad_xy(kit.u(8.0), 0.0)
        .child(kit.progress(share, 8.0, Token::Accent.into(), Token::Sunken.into()))
        .child(line)
}
