//! A page that plays a video: player, title, channel, comments; what comes next beside them.

use plantain_read::Role;
use plantain_scene::Node;
use plantain_scene::build::{col, ellipse, icon, rect, row, stack};
use plantain_scene::node::Place;
use plantain_scene::{Color, Rgba, Token};

use super::{header, remains, sheet};
use crate::components::ui::sample::FULL_NAMES;
use crate::components::ui::{Kit, Push, Supply, Type, Word};
use crate::directors::web::Page;
use crate::studio::Studio;

/// Videos that come next, where the prompt names none.
const NEXT: &[(&str, &str)] = &[
    ("A walk before sunrise", "12:40"),
    ("The island without cars", "8:15"),
    ("How rivers move", "21:03"),
    ("Winter in the north", "15:27"),
    ("A house by the lake", "9:52"),
    ("One day in the desert", "18:36"),
];
/// Comments that fit anything.
const COMMENTS: &[&str] = &[
    "I have watched this three times now.",
    "The last two minutes are wonderful.",
    "Thank you for explaining it so calmly.",
    "Came back to this after a year, still the best.",
    "Can you make one about the coast next?",
    "My class watched it today and asked for more.",
    "Subscribed after the first minute.",
];

pub fn build(page: &Page<'_>, studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    let title = supply
        .first(&[Role::Title])
        .or_else(|| supply.find(|role, _| matches!(role, Role::Text | Role::Subtitle)))
        .unwrap_or_else(|| Word::invented(NEXT[page.variant % NEXT.len()].0));
    let channel = supply
        .first(&[Role::Brand, Role::Person])
        .or_else(|| supply.first(&[Role::Subtitle]))
        .unwrap_or_else(|| Word::invented(FULL_NAMES[page.variant % FULL_NAMES.len()]));
    let buttons = supply.buttons();
    let views = supply.valued(&["view", "aufruf", "vue", "visuali", "watching"]);
    let seen = supply.find(|_, text| is_count_of_views(text));
    let listed = supply.listed(&["video", "episode", "next", ""]);
    let top = header(
        page,
        supply,
        &["Home", "Explore", "Library"],
        &["search", "bell", "user"],
    );
    let said = supply.all(&[Role::Quote, Role::Body]);
    let beside = Beside::of(supply);
    let rest = remains(kit, supply);
    let (root, inner) = sheet(page);
    let gap = kit.u(28.0);
    let w = if page.tall() { inner } else { inner * 0.66 };
    let h = (w * 0.5625).min(page.h * 0.6);
    let mut left = col()
        .w(w)
        .rigid()
        .gap(kit.u(14.0))
        .child(player(kit, studio, &title, (w, h), page.variant))
        .child(kit.text(&title, Type::Title).max_lines(2))
        .child(owner(
            kit,
            &channel,
            (views.as_ref(), seen.as_ref()),
            &buttons,
        ))
        .children(rest);
    let room = page.h - kit.u(64.0 + 120.0) - h - page.margin();
    left = left.children(comments(kit, &said, room));
    let next = match beside {
        Beside::Next => next(page, studio, listed, inner - w - gap),
        Beside::Lessons => lessons(page, studio, listed.unwrap_or_default(), inner - w - gap),
        Beside::Talk => talk(page, inner - w - gap),
    };
    let body = if page.tall() {
        col().fill_w().gap(kit.u(18.0)).child(left).child(next)
    } else {
        row()
            .fill_w()
            .grow(1.0)
            .gap(gap)
            .align(Place::Start)
            .child(left)
            .child(next)
    };
    root.gap(kit.u(4.0)).child(top).child(body)
}

/// What stands beside the player.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Beside {
    Next,
    Lessons,
    /// What those who watch write.
    Talk,
}

impl Beside {
    fn of(supply: &Supply<'_>) -> Self {
        if supply.speaks_of(&["lesson", "course", "module", "lecture"]) {
            Self::Lessons
        } else if supply.speaks_of(&["live stream", "livestream", "live chat", "with chat"]) {
            Self::Talk
        } else {
            Self::Next
        }
    }
}

/// Names of lessons that are made up.
const LESSONS: &[(&str, &str)] = &[
    ("Welcome", "3:20"),
    ("The basics", "8:45"),
    ("First exercise", "12:10"),
    ("Working in layers", "9:30"),
    ("Common mistakes", "7:05"),
    ("A small project", "15:40"),
    ("Feedback", "6:15"),
    ("Going further", "11:25"),
    ("Tools", "5:50"),
    ("A larger project", "18:20"),
    ("Review", "8:00"),
    ("Where to go next", "4:35"),
];

/// The lessons of a course: those before are done, one plays.
fn lessons(
    page: &Page<'_>,
    studio: &Studio<'_>,
    told: Vec<crate::components::ui::Entry>,
    w: f32,
) -> Node {
    let kit = &page.kit;
    let (at, all) = crate::directors::mobile::step_of(&studio.brief.prompt).unwrap_or((2, 8));
    let mut rows: Vec<(Word, Option<Word>)> = told
        .into_iter()
        .filter_map(|entry| Some((entry.name?, entry.figure)))
        .collect();
    if rows.is_empty() && kit.filler {
        rows = LESSONS
            .iter()
            .cycle()
            .take(all.min(LESSONS.len()))
            .map(|(name, length)| (Word::invented(*name), Some(Word::invented(*length))))
            .collect();
    }
    let lines = rows.iter().enumerate().map(|(i, (name, length))| {
        let (mark, ink) = match i.cmp(&at) {
            std::cmp::Ordering::Less => ("circle-check", Token::Positive),
            std::cmp::Ordering::Equal => ("circle-play", Token::AccentText),
            std::cmp::Ordering::Greater => ("circle", Token::Muted),
        };
        let on = i == at;
        let mut line = row()
            .role("lesson")
            .fill_w()
            .gap(kit.u(12.0))
            .pad_xy(kit.u(12.0), kit.u(11.0))
            .radius(kit.u(10.0))
            .child(icon(mark, kit.u(20.0)).color(ink))
            .child(
                kit.text(name, Type::Body)
                    .weight(if on { 600 } else { 400 })
                    .max_lines(2)
                    .grow(1.0),
            );
        if let Some(length) = length {
            line = line.child(kit.figure(length, Type::Caption).rigid());
        }
        if on {
            line.fill(Token::AccentSoft)
        } else {
            line
        }
    });
    let share = (at as f32 / all.max(1) as f32).clamp(0.0, 1.0);
    let width = if page.tall() {
        page.w - 2.0 * page.margin()
    } else {
        w
    };
    kit.card()
        .w(width)
        .rigid()
        .pad(kit.u(18.0))
        .gap(kit.u(4.0))
        .child(kit.text(&kit.say("Lessons"), Type::Heading).max_lines(1))
        .child(
            kit.progress(share, 6.0, Token::Accent.into(), kit.accent_track())
                .margin(kit.u(8.0), 0.0, kit.u(8.0), 0.0),
        )
        .children(lines)
}

/// What those who watch a stream write, with a box to write into.
fn talk(page: &Page<'_>, w: f32) -> Node {
    const SAID: &[&str] = &[
        "Hello from Lisbon!",
        "The sound is great today",
        "Can you show that again?",
        "First time here, love it",
        "That was quick!",
        "Greetings to everyone",
        "What comes next?",
    ];
    let kit = &page.kit;
    let width = if page.tall() {
        page.w - 2.0 * page.margin()
    } else {
        w
    };
    let room = page.h - kit.u(64.0 + 190.0);
    let fit = ((room / kit.u(66.0)) as usize).clamp(2, 9);
    let lines = (0..if kit.filler { fit } else { 0 }).map(|i| {
        let name = Word::invented(FULL_NAMES[(i * 3 + 1) % FULL_NAMES.len()]);
        row()
            .role("comment")
            .fill_w()
            .gap(kit.u(10.0))
            .align(Place::Start)
            .child(kit.avatar(&name.text, 32.0))
            .child(
                col()
                    .grow(1.0)
                    .child(kit.text(&name, Type::Caption).weight(600).max_lines(1))
                    .child(
                        kit.text(&Word::invented(SAID[i % SAID.len()]), Type::Body)
                            .max_lines(2),
                    ),
            )
    });
    kit.card()
        .w(width)
        .rigid()
        .fill_h()
        .pad(kit.u(18.0))
        .gap(kit.u(14.0))
        .child(kit.text(&kit.say("Live chat"), Type::Heading).max_lines(1))
        .children(lines)
        .child(plantain_scene::build::spacer())
        .child(kit.input(Some(&kit.say("Message")), Some("smile"), false))
}

/// What the video shows: what its title speaks of, not the verb that the title ends in.
fn still(kit: &Kit<'_>, studio: &Studio<'_>, title: &Word, n: usize, w: f32, h: f32) -> Node {
    let tongue = kit.tongue.code();
    let heard = format!(
        "{} {}",
        title.text,
        plantain_read::english(&title.text, tongue)
    );
    let thing = heard
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| {
            word.len() > 3 && !matches!(*word, "form" | "work" | "make" | "page" | "play")
        })
        .flat_map(|word| {
            let stem = word.strip_suffix("es").or_else(|| word.strip_suffix('s'));
            [Some(word), stem].into_iter().flatten().collect::<Vec<_>>()
        })
        .find(|word| crate::components::ui::picture::known_object(word).is_some());
    match thing {
        Some(thing) => kit.photo(thing, studio.brief, n, w, h),
        None => kit.scenery(&title.text, n, w, h),
    }
}

/// A still of the video under its controls.
fn player(kit: &Kit<'_>, studio: &Studio<'_>, title: &Word, (w, h): (f32, f32), n: usize) -> Node {
    let white = Color::from(Rgba::WHITE);
    let d = kit.u(76.0);
    let bar_y = h - kit.u(46.0);
    let shade = rect().bounds(0.0, h * 0.68, w, h * 0.32).gradient(
        180.0,
        Color::from(Rgba::BLACK).alpha(0.0),
        Color::from(Rgba::BLACK).alpha(0.7),
    );
    let pad = kit.u(18.0);
    let line = |share: f32, ink: Color| {
        rect()
            .bounds(pad, bar_y, (w - 2.0 * pad) * share, kit.u(4.0))
            .radius(kit.u(2.0))
            .fill(ink)
    };
    let marks = ["play", "skip-forward", "volume-2"]
        .iter()
        .enumerate()
        .map(|(i, mark)| {
            icon(*mark, kit.u(20.0))
                .at(pad + i as f32 * kit.u(34.0), bar_y + kit.u(14.0))
                .color(white)
        });
    stack()
        .role("player")
        .size_box(w, h)
        .rigid()
        .clip()
        .radius(kit.radius())
        .child(still(kit, studio, title, n, w, h).at(0.0, 0.0))
        .child(shade)
        .child(
            row()
                .bounds((w - d) / 2.0, (h - d) / 2.0, d, d)
                .center()
                .radius(d / 2.0)
                .fill(Color::from(Rgba::BLACK).alpha(0.55))
                .child(icon("play", d * 0.42).color(white)),
        )
        .child(line(1.0, white.alpha(0.35)))
        .child(line(0.38, Token::Accent.into()))
        .child(
            ellipse()
                .bounds(
                    pad + (w - 2.0 * pad) * 0.38 - kit.u(7.0),
                    bar_y - kit.u(5.0),
                    kit.u(14.0),
                    kit.u(14.0),
                )
                .fill(Token::Accent),
        )
        .children(marks)
        .child(
            icon("maximize", kit.u(20.0))
                .at(w - pad - kit.u(20.0), bar_y + kit.u(14.0))
                .color(white),
        )
}

/// "1.2M views": a number with the word for those who watched.
fn is_count_of_views(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.starts_with(|c: char| c.is_ascii_digit())
        && [
            "view",
            "aufruf",
            "vues",
            "visuali",
            "watching",
            "просмотр",
            "перегляд",
            "播放",
            "再生",
            "조회",
        ]
        .iter()
        .any(|word| lower.contains(word))
}

/// Channel with portrait, what is known of it, buttons.
fn owner(
    kit: &Kit<'_>,
    channel: &Word,
    (views, seen): (Option<&(Word, Word)>, Option<&Word>),
    buttons: &[Word],
) -> Node {
    let mut names = col()
        .grow(1.0)
        .gap(kit.u(2.0))
        .child(kit.text(channel, Type::Strong).max_lines(1));
    if let Some(seen) = seen {
        names = names.child(kit.text(seen, Type::Caption).max_lines(1));
    }
    if let Some((label, value)) = views {
        let line = row()
            .gap(kit.u(5.0))
            .child(kit.figure(value, Type::Caption))
            .child(kit.text(label, Type::Caption).max_lines(1));
        names = names.child(line);
    }
    let usual = [kit.say("Subscribe")];
    let words: &[Word] = if buttons.is_empty() && kit.filler {
        &usual
    } else {
        buttons
    };
    let acts = words.iter().enumerate().map(|(i, word)| {
        kit.button_sized(
            word,
            if i == 0 {
                Push::Primary
            } else {
                Push::Secondary
            },
            None,
            40.0,
        )
    });
    let marks = ["thumbs-up", "share-2", "bookmark"]
        .map(|mark| icon(mark, kit.u(20.0)).color(Token::Muted));
    row()
        .fill_w()
        .gap(kit.u(14.0))
        .child(kit.avatar(&channel.text, 44.0))
        .child(names)
        .child(row().gap(kit.u(18.0)).rigid().children(marks))
        .child(row().gap(kit.u(10.0)).rigid().children(acts))
}

fn comments(kit: &Kit<'_>, said: &[Word], room: f32) -> Vec<Node> {
    let each = kit.u(52.0);
    let invented: Vec<Word> = COMMENTS.iter().map(|text| Word::invented(*text)).collect();
    let fit = (room / each).max(0.0) as usize;
    let words: Vec<&Word> = if said.is_empty() {
        invented
            .iter()
            .take(if kit.filler { fit } else { 0 })
            .collect()
    } else {
        said.iter().collect()
    };
    words
        .iter()
        .enumerate()
        .map(|(i, word)| {
            let name = Word::invented(FULL_NAMES[(i + 2) % FULL_NAMES.len()]);
            row()
                .role("comment")
                .fill_w()
                .gap(kit.u(12.0))
                .child(kit.avatar(&name.text, 36.0))
                .child(
                    col()
                        .grow(1.0)
                        .gap(kit.u(2.0))
                        .child(kit.text(&name, Type::Caption).weight(600).max_lines(1))
                        .child(kit.text(word, Type::Body).max_lines(2)),
                )
        })
        .collect()
}

fn next(
    page: &Page<'_>,
    studio: &Studio<'_>,
    listed: Option<Vec<crate::components::ui::Entry>>,
    w: f32,
) -> Node {
    let kit = &page.kit;
    let w = if page.tall() {
        page.w - 2.0 * page.margin()
    } else {
        w
    };
    let asked: Vec<Word> = listed
        .unwrap_or_default()
        .into_iter()
        .filter_map(|e| e.name)
        .collect();
    let h = kit.u(84.0);
    let fit = ((page.h - kit.u(64.0 + 40.0)) / (h + kit.u(14.0))).max(1.0) as usize;
    let words: Vec<Word> = if asked.is_empty() && kit.filler {
        let fit = if page.tall() { 3 } else { fit };
        NEXT.iter()
            .take(fit)
            .map(|(name, _)| Word::invented(*name))
            .collect()
    } else {
        asked
    };
    let rows = words.iter().enumerate().map(|(n, word)| {
        let tw = (h * 1.6).min(w * 0.5);
        let photo = kit
            .photo(&word.text, studio.brief, n + 2, tw, h)
            .radius(kit.radius() * 0.6);
        let mut text = col()
            .grow(1.0)
            .gap(kit.u(4.0))
            .child(kit.text(word, Type::Strong).max_lines(2));
        if !word.is_asked() {
            text = text.child(kit.text(&Word::invented(NEXT[n % NEXT.len()].1), Type::Caption));
        }
        row()
            .role("next")
            .fill_w()
            .gap(kit.u(12.0))
            .child(photo)
            .child(text)
    });
    col()
        .grow(1.0)
        .gap(kit.u(14.0))
        .child(kit.text(&kit.say("Up next"), Type::Heading).max_lines(1))
        .children(rows)
}
