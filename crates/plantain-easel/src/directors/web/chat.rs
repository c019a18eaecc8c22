//! A conversation in a window: people at the left, the lines at the right. Narrow canvases get the phone's screen.

use plantain_read::Role;
use plantain_scene::build::{col, icon, rect, row, spacer};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

mod widget;

use super::{ACCENTS, CUSTOM, Page};
use crate::components::ui::accents::themes;
use crate::components::ui::sample::{FULL_NAMES, TALK};
use crate::components::ui::supply::has_word;
use crate::components::ui::{Form, Kit, Push, Supply, Type, Word};
use crate::directors::mobile::{self, Subject, stage};
use crate::studio::{Draft, Studio};

/// Canvases wider than this (width by height) get a window with a list of people.
const WINDOW_RATIO: f32 = 1.2;

/// A prompt that speaks of a desk gets the window on squarer canvases, too.
const DESK_RATIO: f32 = 0.9;
/// Words of programs that people talk in at a desk.
const DESK: &[&str] = &[
    "web",
    "website",
    "desktop",
    "slack",
    "teams",
    "discord",
    "channel",
    "channels",
    "assistant",
    "contact list",
    "sidebar",
    "workspace",
    "browser",
    "network",
    "support widget",
    "chat window",
];

/// Lines that make a conversation by themselves.
const LINES_MIN: usize = 2;

/// Returns drafts of a conversation.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let prompt = studio.brief.heard();
    let phone = [
        "mobile", "phone", "whatsapp", "imessage", "sms", "handy", "android", "móvil",
    ]
    .iter()
    .any(|w| prompt.contains(w));
    let desk = DESK.iter().any(|w| has_word(&prompt, w));
    let phone = phone && !widget::is_asked(&prompt);
    let narrow = studio.ratio() < if desk { DESK_RATIO } else { WINDOW_RATIO };
    if narrow || phone {
        return phone_drafts(studio);
    }
    let start = studio.rng("layout").below(2);
    themes(studio, CUSTOM, ACCENTS, 4)
        .into_iter()
        .enumerate()
        .map(|(i, theme)| {
            let page = Page::new(studio, &theme, start + i);
            if widget::is_asked(&prompt) {
                return Draft::new("chat widget", theme.clone(), widget::build(&page, studio))
                    .because("The page steps back, the talk stands in its corner.");
            }
            let root = window(&page, studio);
            Draft::new("chat window", theme, root).because(
                "The open conversation takes most of the window, its people stand beside it.",
            )
        })
        .collect()
}

fn phone_drafts(studio: &Studio<'_>) -> Vec<Draft> {
    let subject = Subject::Chat;
    let looks = themes(studio, subject.custom(), subject.accents(), 4);
    looks
        .iter()
        .enumerate()
        .map(|(i, theme)| {
            let (root, archetype, reason) = stage::present(studio, theme, subject, i);
            Draft::new(archetype, theme.clone(), root)
                .because(format!("The prompt asks for a chat; {reason}."))
        })
        .collect()
}

fn window(page: &Page<'_>, studio: &Studio<'_>) -> Node {
    let kit = &page.kit;
    let mut supply = Supply::new(studio.brief);
    let person = mobile::chat_person(&mut supply);
    let hint = supply
        .first(&[Role::Field])
        .unwrap_or_else(|| kit.say("Message"));
    let buttons = supply.all(&[Role::Button]);
    let mut people = supply.all(&[Role::Tab, Role::Link]);
    people.extend(
        supply
            .listed(&[
                "contact",
                "conversation",
                "chat",
                "person",
                "sender",
                "people",
            ])
            .unwrap_or_default()
            .into_iter()
            .filter_map(|entry| entry.name),
    );
    while let Some(channel) = supply.find(|_, text| text.starts_with('#')) {
        people.push(channel);
    }
    // Where lines are told as such, loose names are those of the list.
    let quoted = |literal: &plantain_read::Literal| literal.role == Role::Quote;
    if studio.brief.literals.iter().filter(|l| quoted(l)).count() >= LINES_MIN {
        people.extend(supply.all(&[Role::Item]));
    }
    let mut lines = mobile::chat_lines(kit, &mut supply, person.as_ref());
    let said = lines.len();
    lines.extend(
        supply
            .rest()
            .into_iter()
            .enumerate()
            .map(|(i, (_, text))| mobile::ChatLine {
                own: (said + i) % 2 == 1,
                who: None,
                text,
                time: None,
            }),
    );
    let name = person
        .or_else(|| mobile::chat_other(&lines))
        .unwrap_or_else(|| Word::invented(FULL_NAMES[0]));
    let side = if kit.filler || !people.is_empty() {
        kit.u(290.0)
    } else {
        0.0
    };
    let w = page.w - side;
    let talk_w = w - kit.u(72.0);
    let large = kit.at(kit.k * if lines.len() <= 4 { 1.25 } else { 1.0 });
    let bubbles = lines
        .iter()
        .map(|line| mobile::chat_bubble(&large, line, talk_w * 0.9).0);
    let talk = col()
        .fill_w()
        .grow(1.0)
        .justify(if lines.len() <= 4 {
            Place::Start
        } else {
            Place::End
        })
        .gap(kit.u(14.0))
        .pad_xy(kit.u(36.0), kit.u(26.0))
        .children(bubbles);
    let main = col()
        .grow(1.0)
        .fill_h()
        .child(head(kit, &name))
        .child(kit.rule())
        .child(talk)
        .child(foot(kit, &hint, &buttons));
    let root = page.row_sheet();
    if side > 0.0 {
        root.child(contacts(kit, side, &name, &people)).child(main)
    } else {
        root.child(main)
    }
}

/// Who one talks with, and the ways to call.
fn head(kit: &Kit<'_>, name: &Word) -> Node {
    row()
        .role("header")
        .fill_w()
        .h(kit.u(76.0))
        .rigid()
        .gap(kit.u(14.0))
        .pad_xy(kit.u(28.0), 0.0)
        .child(kit.avatar(&name.text, 44.0))
        .child(kit.text(name, Type::Heading).max_lines(1).grow(1.0))
        .child(icon("phone", kit.u(20.0)).color(Token::Muted))
        .child(icon("video", kit.u(22.0)).color(Token::Muted))
}

/// Where one writes.
fn foot(kit: &Kit<'_>, hint: &Word, buttons: &[Word]) -> Node {
    let mut foot = row()
        .fill_w()
        .h(kit.u(80.0))
        .rigid()
        .gap(kit.u(14.0))
        .pad_xy(kit.u(28.0), 0.0)
        .fill(Token::Surface)
        .child(
            col()
                .grow(1.0)
                .child(kit.input(Some(hint), Some("smile"), false)),
        );
    foot = match buttons.first() {
        Some(word) => foot.child(kit.button(word, Push::Primary)),
        None => foot.child(kit.round_button("send", 46.0, Push::Primary)),
    };
    for word in buttons.iter().skip(1) {
        foot = foot.child(kit.button(word, Push::Secondary));
    }
    foot
}

fn contacts(kit: &Kit<'_>, w: f32, open: &Word, asked: &[Word]) -> Node {
    let others: Vec<Word> = if asked.is_empty() {
        FULL_NAMES
            .iter()
            .filter(|n| **n != open.text)
            .take(5)
            .map(|n| Word::invented(*n))
            .collect()
    } else {
        asked
            .iter()
            .filter(|w| w.text != open.text)
            .cloned()
            .collect()
    };
    let first = Word {
        text: open.text.clone(),
        source: crate::components::ui::kit::Source::Built,
    };
    let rows = std::iter::once(&first)
        .chain(&others)
        .enumerate()
        .map(|(i, name)| {
            let mut words = col()
                .grow(1.0)
                .gap(kit.u(2.0))
                .child(kit.text(name, Type::Strong).max_lines(1));
            if i > 0 && asked.is_empty() && Form::of(&name.text) == Form::Words {
                words = words.child(
                    kit.text(&Word::invented(TALK[(i + 1) % TALK.len()].1), Type::Caption)
                        .max_lines(1),
                );
            }
            let node = row()
                .fill_w()
                .pad(kit.u(11.0))
                .gap(kit.u(12.0))
                .radius(kit.radius().min(kit.u(14.0)))
                .child(kit.avatar(&name.text, 42.0))
                .child(words);
            if i == 0 {
                node.fill(Token::AccentSoft)
            } else {
                node
            }
        });
    row()
        .rigid()
        .fill_h()
        .align(Place::Stretch)
        .child(
            col()
                .role("sidebar")
                .w(w - 1.0)
                .fill(Token::Surface)
                .pad(kit.u(18.0))
                .gap(kit.u(14.0))
                .child(kit.text(&kit.say("Chats"), Type::Title))
                .child(kit.search(&kit.say("Search")))
                .child(col().fill_w().gap(kit.u(4.0)).children(rows))
                .child(spacer()),
        )
        .child(rect().w(1.0).fill_h().rigid().fill(Token::Line))
}
