//! A music program in a window: places at the left, albums or songs in the middle, what plays at the foot.

use plantain_read::Role;
use plantain_scene::build::{col, ellipse, grid, icon, rect, row, stack};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::remains;
use crate::components::ui::sample::SONGS;
use crate::components::ui::{Entry, Kit, Supply, Type, Word};
use crate::directors::web::Page;
use crate::studio::Studio;

/// Height of the bar at the foot, in points.
const BAR: f32 = 84.0;
/// Songs of a list without a number.
const TRACKS_USUAL: usize = 7;
/// Names of records that are made up.
const RECORDS: &[&str] = &[
    "Harbour Lights",
    "Small Hours",
    "Open Window",
    "Salt & Cedar",
    "First Snow",
    "Paper Moon",
    "Long Shadows",
    "Quiet Machines",
    "Night Ferry",
    "Green Room",
    "Winter Sun",
    "Half Awake",
];

pub fn build(page: &Page<'_>, studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    let brand = supply.first(&[Role::Brand]);
    let places = supply.all(&[Role::Tab, Role::Link]);
    let figures = supply.valued(&[
        "listener",
        "follower",
        "subscriber",
        "hörer",
        "auditeur",
        "oyente",
    ]);
    let artist = supply.speaks_of(&["artist page", "artist"]);
    let listed = supply.speaks_of(&["playlist", "tracks", "songs", "episode", "top songs"]);
    let mut tracks = supply
        .listed(&["track", "song", "episode", "title", "chapter", "playlist"])
        .unwrap_or_default();
    let playing = playing(studio, supply);
    let mut title = supply.first(&[Role::Title, Role::Subtitle]);
    tracks.extend(supply.entries());
    // "playlist 'Late Night Jazz'": the only name is that of the list.
    if title.is_none() && tracks.len() == 1 && tracks[0].figure.is_none() {
        title = tracks.pop().and_then(|entry| entry.name);
    }
    let rest = remains(kit, supply);
    let grid_wanted = supply.speaks_of(&["album", "covers", "pochettes", "home"]);
    let alone = !listed && !artist && tracks.is_empty();
    let side = if page.tall() { 0.0 } else { kit.u(214.0) };
    let room = (page.w - side - 2.0 * kit.u(30.0), page.h - kit.u(BAR));
    let mut main = col()
        .grow(1.0)
        .fill_h()
        .gap(kit.u(20.0))
        .pad_xy(kit.u(30.0), kit.u(28.0))
        .clip();
    let heading = title.clone().unwrap_or_else(|| kit.say("Recently played"));
    if alone || grid_wanted && !artist && tracks.is_empty() {
        main = main
            .child(kit.text(&heading, Type::Display).max_lines(2))
            .children(rest)
            .child(albums(kit, studio, room));
    } else {
        let n = super::help::counted_before(&studio.brief.heard(), &["track", "song", "episode"]);
        if tracks.is_empty() && kit.filler {
            let n = n.unwrap_or(TRACKS_USUAL).clamp(1, 9);
            tracks = (0..n)
                .map(|i| Entry {
                    name: Some(Word::invented(if i < SONGS.len() {
                        SONGS[i].0
                    } else {
                        RECORDS[i - SONGS.len()]
                    })),
                    figure: Some(Word::invented(SONGS[(i + 1) % SONGS.len()].2)),
                    more: Vec::new(),
                })
                .collect();
        }
        main = main
            .child(head(page, studio, &heading, figures.as_ref(), rest))
            .child(track_list(kit, &tracks, room.1));
    }
    let mut upper = row().fill_w().grow(1.0).align(Place::Stretch);
    if side > 0.0 {
        upper = upper.child(sidebar(kit, side, brand.as_ref(), &places));
    }
    page.sheet()
        .child(upper.child(main))
        .child(bar(page, studio, &playing))
}

/// What plays: the name behind "playing", else a song.
fn playing(studio: &Studio<'_>, supply: &mut Supply<'_>) -> (Word, Option<Word>) {
    let brief = studio.brief;
    let at = brief.literals.iter().position(|literal| {
        let before = brief.prompt.get(..literal.span.start).unwrap_or("");
        let before = before.trim_end_matches(|c: char| !c.is_alphanumeric());
        before.to_lowercase().ends_with("playing")
    });
    let song = at.and_then(|at| supply.take(at));
    let by = song
        .as_ref()
        .and_then(|_| supply.first(&[Role::Person, Role::Attribution]));
    match song {
        Some(song) => (song, by),
        None => (Word::invented(SONGS[0].0), Some(Word::invented(SONGS[0].1))),
    }
}

fn sidebar(kit: &Kit<'_>, w: f32, brand: Option<&Word>, told: &[Word]) -> Node {
    let usual = [
        ("house", "Home"),
        ("search", "Search"),
        ("library", "Library"),
        ("heart", "Favorites"),
        ("disc-3", "Albums"),
        ("list-music", "Playlist"),
    ];
    let stops = kit.places(told, &usual, "list-music");
    kit.sidebar(w, brand, &stops, 0, None)
}

/// Cover, name, what is told of it, a round button that plays.
fn head(
    page: &Page<'_>,
    studio: &Studio<'_>,
    title: &Word,
    figures: Option<&(Word, Word)>,
    rest: Option<Node>,
) -> Node {
    let kit = &page.kit;
    let side = kit.u(if page.tall() { 120.0 } else { 190.0 });
    let cover = kit.float(
        kit.cover(side, studio.rng("cover").next_u64())
            .radius(kit.radius()),
    );
    let mut words = col().grow(1.0).gap(kit.u(10.0)).justify(Place::End).child(
        kit.text(title, Type::Display)
            .size(kit.u(if page.tall() { 28.0 } else { 46.0 }))
            .leading(1.08)
            .max_lines(3),
    );
    if let Some((label, value)) = figures {
        words = words.child(
            row()
                .gap(kit.u(6.0))
                .child(kit.figure(value, Type::Strong))
                .child(kit.text(label, Type::Body).color(Token::Muted).max_lines(1)),
        );
    }
    words = words.children(rest).child(
        row()
            .gap(kit.u(16.0))
            .child(kit.round_button("play", 54.0, crate::components::ui::Push::Primary))
            .child(icon("shuffle", kit.u(22.0)).color(Token::Muted))
            .child(icon("heart", kit.u(22.0)).color(Token::Muted))
            .child(icon("ellipsis", kit.u(22.0)).color(Token::Muted)),
    );
    row()
        .fill_w()
        .rigid()
        .gap(kit.u(26.0))
        .align(Place::End)
        .child(cover)
        .child(words)
}

fn track_list(kit: &Kit<'_>, tracks: &[Entry], room: f32) -> Node {
    let n = tracks.len().max(1) as f32;
    let pad = ((room - kit.u(300.0)) / n - kit.u(40.0)).clamp(kit.u(6.0), kit.u(30.0)) / 2.0;
    let mut list = col().role("tracks").fill_w();
    for (i, track) in tracks.iter().enumerate() {
        let blank = Word::default();
        let name = track
            .name
            .as_ref()
            .or(track.figure.as_ref())
            .unwrap_or(&blank);
        let number = Word::built((i + 1).to_string());
        let mut words = col()
            .grow(1.0)
            .gap(kit.u(2.0))
            .child(kit.text(name, Type::Strong).max_lines(1));
        for more in &track.more {
            words = words.child(kit.text(more, Type::Caption).max_lines(1));
        }
        if track.more.is_empty() && !name.is_asked() {
            let by = Word::invented(SONGS[i % SONGS.len()].1);
            words = words.child(kit.text(&by, Type::Caption).max_lines(1));
        }
        let mut line = row()
            .role("row")
            .fill_w()
            .gap(kit.u(16.0))
            .pad_xy(0.0, pad)
            .child(
                kit.figure(&number, Type::Body)
                    .color(Token::Muted)
                    .w(kit.u(24.0)),
            )
            .child(kit.cover(kit.u(40.0), 31 * i as u64 + 7).radius(kit.u(6.0)))
            .child(words);
        if let Some(length) = track.figure.as_ref().filter(|_| track.name.is_some()) {
            line = line.child(kit.figure(length, Type::Body).color(Token::Muted).rigid());
        }
        list = list.child(line).child(kit.rule());
    }
    list
}

/// Records in a grid that fills the room.
fn albums(kit: &Kit<'_>, studio: &Studio<'_>, (w, h): (f32, f32)) -> Node {
    let gap = kit.u(20.0);
    let columns = ((w / kit.u(165.0)).floor() as usize).clamp(2, 5);
    let side = (w - gap * (columns as f32 - 1.0)) / columns as f32;
    let each = side + kit.u(10.0) + kit.line(Type::Strong) + kit.line(Type::Caption) + gap;
    let rows = (((h - kit.u(110.0)) / each).floor() as usize).clamp(1, 3);
    let seed = studio.rng("cover").next_u64() % 997;
    let cells = (0..(columns * rows).min(RECORDS.len())).map(|i| {
        col()
            .role("album")
            .gap(kit.u(3.0))
            .child(
                kit.lift(kit.cover(side, seed + 13 * i as u64).radius(kit.radius()))
                    .margin(0.0, 0.0, kit.u(7.0), 0.0),
            )
            .child(
                kit.text(&Word::invented(RECORDS[i]), Type::Strong)
                    .max_lines(1),
            )
            .child(
                kit.text(&Word::invented(SONGS[i % SONGS.len()].1), Type::Caption)
                    .max_lines(1),
            )
    });
    let cells: Vec<Node> = if kit.filler {
        cells.collect()
    } else {
        Vec::new()
    };
    grid(columns).fill_w().gap(gap).children(cells)
}

/// The bar at the foot: the song, the controls over its course, the volume.
fn bar(page: &Page<'_>, studio: &Studio<'_>, (song, by): &(Word, Option<Word>)) -> Node {
    let kit = &page.kit;
    let mut words = col()
        .gap(kit.u(2.0))
        .grow(1.0)
        .child(kit.text(song, Type::Strong).max_lines(1));
    if let Some(by) = by {
        words = words.child(kit.text(by, Type::Caption).max_lines(1));
    }
    let left = row()
        .w(page.w * 0.3)
        .gap(kit.u(12.0))
        .child(
            kit.cover(kit.u(52.0), studio.rng("cover").next_u64())
                .radius(kit.u(8.0)),
        )
        .child(words);
    let side = |mark: &str| icon(mark, kit.u(20.0)).color(Token::Muted);
    let controls = row()
        .gap(kit.u(20.0))
        .justify(Place::Center)
        .child(side("shuffle"))
        .child(side("skip-back"))
        .child(kit.round_button("pause", 40.0, crate::components::ui::Push::Primary))
        .child(side("skip-forward"))
        .child(side("repeat"));
    let middle = col()
        .grow(1.0)
        .align(Place::Center)
        .gap(kit.u(6.0))
        .child(controls)
        .child(line(kit, page.w * 0.32, 0.38));
    let right = row()
        .w(page.w * 0.2)
        .justify(Place::End)
        .gap(kit.u(10.0))
        .child(side("volume-2"))
        .child(line(kit, page.w * 0.1, 0.7));
    let content = row()
        .fill_w()
        .grow(1.0)
        .gap(kit.u(20.0))
        .pad_xy(kit.u(24.0), 0.0)
        .child(left)
        .child(middle);
    let content = if page.tall() {
        content
    } else {
        content.child(right)
    };
    col()
        .role("player")
        .fill_w()
        .h(kit.u(BAR))
        .rigid()
        .fill(Token::Surface)
        .child(kit.rule())
        .child(content)
}

/// A line that is filled to `share`, with a knob there.
fn line(kit: &Kit<'_>, w: f32, share: f32) -> Node {
    let d = kit.u(12.0);
    stack()
        .size_box(w, d)
        .rigid()
        .child(
            rect()
                .bounds(0.0, d * 0.33, w, d * 0.34)
                .radius(d * 0.17)
                .fill(Token::Line),
        )
        .child(
            rect()
                .bounds(0.0, d * 0.33, w * share, d * 0.34)
                .radius(d * 0.17)
                .fill(Token::Accent),
        )
        .child(
            ellipse()
                .bounds(w * share - d / 2.0, 0.0, d, d)
                .fill(Token::Accent),
        )
}
