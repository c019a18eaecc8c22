//! A player: the cover, the song, where it is, the controls; or a list of songs.

use plantain_read::Role;
use plantain_scene::build::{col, ellipse, icon, row, stack};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::{Parts, Screen, leftovers, stops};
use crate::components::ui::card::RowSpec;
use crate::components::ui::sample::SONGS;
use crate::components::ui::{Block, Form, Push, Supply, Type, Word};

/// Points of the name of what plays.
const SONG_SIZE: f32 = 26.0;
/// Points that the heart takes beside it.
const HEART: f32 = 38.0;

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let sample = SONGS[scr.rng.fork("song").below(SONGS.len())];
    let tracks = supply
        .listed(&["track", "song", "episode", "title", "chapter", "row"])
        .unwrap_or_default();
    if tracks.len() > 1 {
        let name = supply.first(&[Role::Title, Role::Brand]);
        let by = supply.first(&[Role::Person, Role::Attribution, Role::Subtitle]);
        let spoken = supply.speaks_of(&["podcast", "episodes"]);
        let name =
            name.unwrap_or_else(|| scr.kit.label(if spoken { "Episodes" } else { "Playlist" }));
        return playlist(scr, supply, &name, by.as_ref(), &tracks);
    }
    let (song, artist) = names(scr, supply, sample);
    let both = supply.find(|_, text| clocks(text).len() == 2);
    let (now, length) = match &both {
        Some(word) => {
            let found = clocks(&word.text);
            (Word::default(), Word::invented(found[1].clone()))
        }
        None => times(supply, sample.2),
    };
    // A long name takes a second line, and the cover gives way.
    let second = second_line(scr, &song);
    let side = (scr.inner() * 0.88).min(scr.h * 0.42 - second);
    let mut cover = art(scr, supply, side).radius(kit.radius().max(kit.u(6.0)));
    cover = kit.float(cover);
    let cover = row()
        .fill_w()
        .justify(Place::Center)
        .pad_xy(0.0, kit.u(4.0))
        .child(cover);
    let at = both
        .as_ref()
        .and_then(|word| seconds(&clocks(&word.text)[0]));
    let share = match (at.or_else(|| seconds(&now.text)), seconds(&length.text)) {
        (Some(a), Some(b)) if b > 0 => a as f32 / b as f32,
        _ => 0.38,
    };
    let header = kit.inner_header(
        &kit.say("Now playing"),
        Some(
            row()
                .size_box(kit.u(40.0), kit.u(40.0))
                .rigid()
                .center()
                .child(icon("ellipsis", kit.u(22.0))),
        ),
    );
    let mut blocks = vec![
        Block::nice(header, kit.u(40.0), 0),
        Block::must(cover, side + kit.u(8.0)),
        Block::must(
            title_row(scr, &song, artist.as_ref()),
            kit.u(31.0) + second + kit.line(Type::Body),
        ),
        Block::must(
            scrubber(scr, share, &now, &length, both.as_ref()),
            kit.u(24.0) + kit.line(Type::Caption),
        ),
    ];
    blocks.push(Block::must(controls(scr), kit.u(72.0)));
    let rest = supply.entries();
    leftovers_block(scr, rest, &song, &mut blocks);
    let stops = stops(
        kit,
        &[
            ("house", "Home"),
            ("search", "Search"),
            ("library", "Library"),
        ],
    );
    Parts::new(
        blocks,
        "the cover carries the picture, and the bar stands where the times say",
    )
    .stops(stops, 2)
    .gap(18.0)
}

/// The cover: what the prompt says is on it, else forms.
fn art(scr: &Screen<'_>, supply: &Supply<'_>, side: f32) -> Node {
    let kit = &scr.kit;
    let brief = supply.brief();
    match crate::components::ui::picture::asked_object(brief) {
        Some(noun) => kit.photo(&noun, brief, scr.variant, side, side),
        None => kit.cover(side, scr.rng.fork("cover").next_u64()),
    }
}

/// Takes the song and who plays it.
fn names(
    scr: &Screen<'_>,
    supply: &mut Supply<'_>,
    sample: (&str, &str, &str),
) -> (Word, Option<Word>) {
    let kit = &scr.kit;
    let song = supply.first(&[Role::Title]).or_else(|| {
        supply
            .valued(&["song", "track", "title", "lied", "chanson", "canción"])
            .map(|p| p.1)
    });
    let song = song.or_else(|| quoted(supply));
    let artist = supply
        .first(&[Role::Person, Role::Attribution])
        .or_else(|| {
            supply.find(|role, text| {
                matches!(
                    role,
                    Role::Subtitle
                        | Role::Brand
                        | Role::Kicker
                        | Role::Body
                        | Role::Quote
                        | Role::Title
                ) && Form::of(text) == Form::Words
            })
        })
        .or_else(|| {
            supply
                .valued(&["artist", "by", "künstler", "artiste", "band"])
                .map(|p| p.1)
        });
    // With a bare list of names, the first is the song and the second who plays it.
    let song = song.or_else(|| {
        supply.find(|role, text| {
            matches!(role, Role::Text | Role::Item | Role::Label) && Form::of(text) == Form::Words
        })
    });
    let artist = artist.or_else(|| {
        supply.find(|role, text| {
            matches!(role, Role::Text | Role::Item | Role::Label) && Form::of(text) == Form::Words
        })
    });
    let song = song.unwrap_or_else(|| Word::invented(sample.0));
    let artist =
        artist.or_else(|| (kit.filler && !song.is_asked()).then(|| Word::invented(sample.1)));
    (song, artist)
}

/// What is quoted on a player is what plays, unless it is a control.
fn quoted(supply: &mut Supply<'_>) -> Option<Word> {
    let at = supply.brief().literals.iter().position(|literal| {
        literal.origin == plantain_read::Origin::Quoted
            && matches!(
                literal.role,
                Role::Text | Role::Quote | Role::Body | Role::Subtitle | Role::Caption | Role::Item
            )
            && Form::of(&literal.text) == Form::Words
    })?;
    supply.take(at)
}

/// A list of songs under its cover, name and figures.
fn playlist(
    scr: &Screen<'_>,
    supply: &mut Supply<'_>,
    name: &Word,
    by: Option<&Word>,
    tracks: &[crate::components::ui::Entry],
) -> Parts {
    let kit = &scr.kit;
    let side = kit.u(if tracks.len() > 6 { 110.0 } else { 150.0 });
    let mut words = col()
        .grow(1.0)
        .gap(kit.u(6.0))
        .child(kit.text(name, Type::Title).max_lines(3));
    if let Some(word) = by {
        words = words.child(kit.text(word, Type::Body).color(Token::Muted).max_lines(2));
    }
    for fact in &supply.entries() {
        let mut line = row().gap(kit.u(5.0));
        for word in fact.figure.iter().chain(&fact.name).chain(&fact.more) {
            line = line.child(kit.text(word, Type::Caption).max_lines(1));
        }
        words = words.child(line);
    }
    let cover = art(scr, supply, side).radius(kit.radius().max(kit.u(6.0)));
    let head = row()
        .fill_w()
        .gap(kit.u(18.0))
        .child(kit.float(cover))
        .child(words);
    let marks = [
        ("heart", Token::Accent),
        ("download", Token::Muted),
        ("share-2", Token::Muted),
    ]
    .map(|(mark, ink)| icon(mark, kit.u(24.0)).color(ink));
    let play = row()
        .gap(kit.u(16.0))
        .child(icon("shuffle", kit.u(26.0)).color(Token::Muted))
        .child(kit.round_button("play", 52.0, crate::components::ui::Push::Primary));
    let acts = row()
        .fill_w()
        .justify(Place::Between)
        .child(row().gap(kit.u(20.0)).children(marks))
        .child(play);
    let rows: Vec<Node> = tracks
        .iter()
        .enumerate()
        .map(|(n, track)| track_row(scr, track, n))
        .collect();
    let h = kit.row_card_height(rows.len(), kit.row_height(46.0, false));
    let blocks = vec![
        Block::must(head, side + kit.u(10.0)),
        Block::must(acts, kit.u(52.0)),
        Block::must(kit.row_card(rows), h),
    ];
    let stops = stops(
        kit,
        &[
            ("house", "Home"),
            ("search", "Search"),
            ("library", "Library"),
        ],
    );
    Parts::new(
        blocks,
        "the songs keep their order under the cover of their list",
    )
    .stops(stops, 2)
    .gap(18.0)
}

fn track_row(scr: &Screen<'_>, track: &crate::components::ui::Entry, n: usize) -> Node {
    let kit = &scr.kit;
    let title = track.name.clone().unwrap_or_default();
    let cover = kit.cover(kit.u(46.0), title.text.len() as u64 + n as u64);
    kit.list_row(RowSpec {
        lead: Some(cover.radius(kit.u(8.0))),
        name: title,
        note: track.more.first().cloned(),
        figure: track.figure.clone(),
        trail: track
            .figure
            .is_none()
            .then(|| icon("ellipsis", kit.u(20.0)).color(Token::Muted)),
    })
}

/// The height that a name takes beyond one line.
fn second_line(scr: &Screen<'_>, song: &Word) -> f32 {
    let kit = &scr.kit;
    let size = kit.u(SONG_SIZE);
    let wide = song.text.chars().count() as f32 * size * 0.54;
    if wide > scr.inner() - kit.u(HEART) {
        size * 1.25
    } else {
        0.0
    }
}

fn title_row(scr: &Screen<'_>, song: &Word, artist: Option<&Word>) -> Node {
    let kit = &scr.kit;
    let mut names = col().grow(1.0).gap(kit.u(3.0)).child(
        kit.text(song, Type::Title)
            .size(kit.u(SONG_SIZE))
            .max_lines(2),
    );
    if let Some(artist) = artist {
        names = names.child(
            kit.text(artist, Type::Body)
                .color(Token::Muted)
                .max_lines(1),
        );
    }
    let like = icon("heart", kit.u(26.0)).color(Token::Accent);
    row().fill_w().gap(kit.u(12.0)).child(names).child(like)
}

fn leftovers_block(
    scr: &Screen<'_>,
    rest: Vec<crate::components::ui::Entry>,
    song: &Word,
    blocks: &mut Vec<Block>,
) {
    let kit = &scr.kit;
    if !rest.is_empty() {
        let mut parts = Parts::new(Vec::new(), "");
        leftovers::entries(scr, rest, &mut parts);
        blocks.append(&mut parts.blocks);
        return;
    }
    let next = SONGS.iter().find(|s| s.0 != song.text).unwrap_or(&SONGS[0]);
    let spec = RowSpec {
        lead: Some(
            kit.cover(kit.u(46.0), next.0.len() as u64)
                .radius(kit.u(8.0)),
        ),
        name: Word::invented(next.0),
        note: Some(Word::invented(next.1)),
        figure: None,
        trail: Some(kit.text(&Word::invented(next.2), Type::Caption).rigid()),
    };
    let card = kit
        .surface(col().fill_w().pad(kit.u(12.0)))
        .child(kit.list_row(spec))
        .filler();
    blocks.push(Block::nice(card, kit.u(70.0), 2));
}

/// Takes the place in the song and its length from the brief, shorter first.
fn times(supply: &mut Supply<'_>, usual: &str) -> (Word, Word) {
    // "12:08 of 48:30" may be read as a length and a time of day.
    let mut clock = || supply.find(|_, text| seconds(text).is_some() && text.contains(':'));
    let (first, second) = (clock(), clock());
    match (first, second) {
        (Some(a), Some(b)) if seconds(&a.text) > seconds(&b.text) => (b, a),
        (Some(a), Some(b)) => (a, b),
        (Some(a), None) => (portion(&a.text), a),
        _ => (portion(usual), Word::invented(usual)),
    }
}

/// Returns the clock times in a text ("1:24 of 3:58").
fn clocks(text: &str) -> Vec<String> {
    text.split(|c: char| !c.is_ascii_digit() && c != ':')
        .filter(|part| part.contains(':') && seconds(part).is_some())
        .map(str::to_owned)
        .collect()
}

fn portion(length: &str) -> Word {
    let at = seconds(length).unwrap_or(200) * 38 / 100;
    Word::invented(format!("{}:{:02}", at / 60, at % 60))
}

fn seconds(text: &str) -> Option<u32> {
    let text = text.trim_start_matches(['-', '−']);
    text.split(':').try_fold(0_u32, |sum, part| {
        part.trim()
            .parse::<u32>()
            .ok()
            .and_then(|p| sum.checked_mul(60)?.checked_add(p))
    })
}

fn scrubber(scr: &Screen<'_>, share: f32, now: &Word, length: &Word, both: Option<&Word>) -> Node {
    let kit = &scr.kit;
    let (w, h, knob) = (scr.inner(), kit.u(5.0), kit.u(14.0));
    let share = share.clamp(0.02, 0.98);
    let bar = stack()
        .size_box(w, knob)
        .rigid()
        .child(
            col()
                .bounds(0.0, (knob - h) / 2.0, w, h)
                .radius(h / 2.0)
                .fill(kit.accent_track()),
        )
        .child(
            col()
                .bounds(0.0, (knob - h) / 2.0, w * share, h)
                .radius(h / 2.0)
                .fill(Token::Accent),
        )
        .child(
            ellipse()
                .bounds(w * share - knob / 2.0, 0.0, knob, knob)
                .fill(Token::Accent),
        );
    let time = |word: &Word| kit.text(word, Type::Caption).tabular();
    let times = match both {
        Some(word) => row().fill_w().justify(Place::Center).child(time(word)),
        None => kit.ends(time(now), time(length)),
    };
    col().fill_w().gap(kit.u(6.0)).child(bar).child(times)
}

fn controls(scr: &Screen<'_>) -> Node {
    let kit = &scr.kit;
    let small = |name: &str, points: f32| icon(name, kit.u(points)).color(Token::Ink);
    row()
        .fill_w()
        .h(kit.u(72.0))
        .rigid()
        .justify(Place::Between)
        .pad_xy(kit.u(4.0), 0.0)
        .child(small("shuffle", 22.0).color(Token::Muted))
        .child(small("skip-back", 30.0))
        .child(kit.float(kit.round_button("pause", 72.0, Push::Primary)))
        .child(small("skip-forward", 30.0))
        .child(small("repeat", 22.0).color(Token::Muted))
}
