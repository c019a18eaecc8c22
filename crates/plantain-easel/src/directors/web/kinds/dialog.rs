//! A dialog over a page that steps back: what is asked, what more is said, the answers; consent to cookies stands in a
//! card at the foot of the page.

use plantain_read::Role;
use plantain_scene::Node;
use plantain_scene::Token;
use plantain_scene::build::{col, rect, row};
use plantain_scene::node::Place;

use crate::components::ui::form::asks;
use crate::components::ui::picture::icon_for;
use crate::components::ui::{Entry, Kit, Push, Supply, Type, Word};
use crate::directors::web::Page;
use crate::studio::Studio;

/// Answers that take something away for good.
const DESTROYING: &[&str] = &[
    "delete",
    "remove",
    "discard",
    "erase",
    "deactivate",
    "reset",
];

/// How much larger a dialog is set than a page.
const LARGE: f32 = 1.3;

/// What a dialog says.
struct Words {
    title: Option<Word>,
    under: Vec<Word>,
    fields: Vec<Word>,
    entries: Vec<Entry>,
    buttons: Vec<Word>,
    small: Vec<Word>,
}

pub fn build(page: &Page<'_>, _studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let consent = supply.speaks_of(&["cookie", "cookies", "consent"]);
    let words = words(&page.kit, supply, consent);
    // Nothing else is to be read, so it stands large.
    let kit = &page
        .kit
        .at(page.kit.k * if page.tall() { 1.0 } else { LARGE });
    let root = page.canvas().fill(Token::Canvas).child(behind(page));
    if consent && words.entries.is_empty() {
        return root.child(banner(page, kit, &words));
    }
    let scrim = rect()
        .size_box(page.w, page.h)
        .fill(kit.shade().alpha(0.46));
    let w = (page.w - 2.0 * page.margin()).min(kit.u(if consent { 600.0 } else { 520.0 }));
    let middle = col()
        .size_box(page.w, page.h)
        .center()
        .child(card(kit, &words, consent, w));
    root.child(scrim).child(middle)
}

fn words(kit: &Kit<'_>, supply: &mut Supply<'_>, consent: bool) -> Words {
    let mut title = supply.first(&[Role::Title, Role::Quote]);
    let mut under = supply.all(&[Role::Subtitle, Role::Body, Role::Text]);
    let fields = supply.all(&[Role::Field]);
    let mut buttons = supply.buttons();
    let links = supply.all(&[Role::Link]);
    let small = supply.all(&[Role::Small, Role::Caption]);
    let entries = supply.entries();
    under.extend(supply.rest().into_iter().map(|(_, word)| word));
    if buttons.is_empty() && under.len() > 1 {
        let (pressed, said): (Vec<Word>, Vec<Word>) =
            under.into_iter().partition(answers_by_itself);
        (buttons, under) = (pressed, said);
    }
    if title.is_none() && under.is_empty() && kit.filler {
        title = Some(kit.say(if consent {
            "We value your privacy"
        } else {
            "Are you sure?"
        }));
    }
    if buttons.is_empty() && kit.filler {
        let usual: [&'static str; 2] = if consent {
            ["Accept all", "Decline"]
        } else {
            ["Cancel", "Confirm"]
        };
        buttons = usual.iter().map(|text| kit.say(text)).collect();
    }
    // A way on that is no button stands among the answers.
    buttons.extend(links);
    Words {
        title,
        under,
        fields,
        entries,
        buttons,
        small,
    }
}

/// "Accept all", "Settings": whether a short text is an answer, whatever it was taken for.
fn answers_by_itself(word: &Word) -> bool {
    const FIRST: &[&str] = &[
        "accept",
        "reject",
        "decline",
        "allow",
        "deny",
        "settings",
        "manage",
        "preferences",
        "cancel",
        "ok",
        "okay",
        "yes",
        "no",
        "save",
        "continue",
        "later",
        "customize",
        "customise",
        "close",
        "dismiss",
        "keep",
        "discard",
        "delete",
        "remove",
        "confirm",
        "got",
        "agree",
    ];
    let lower = word.text.to_lowercase();
    let mut words = lower.split(' ');
    let first = words.next().unwrap_or_default();
    FIRST.contains(&first) && words.count() <= 2 && !lower.ends_with(['?', '.'])
}

/// The page behind: its bars and blocks without words.
pub fn behind(page: &Page<'_>) -> Node {
    let kit = &page.kit;
    let margin = page.margin();
    let inner = page.w - 2.0 * margin;
    let bar = |w: f32, h: f32| {
        rect()
            .size_box(w, kit.u(h))
            .rigid()
            .radius(kit.u(h.min(16.0) * 0.4))
            .fill(Token::Line)
    };
    let columns = if page.tall() { 1 } else { 3 };
    let gap = kit.u(20.0);
    let cell = (inner - gap * (columns - 1) as f32) / columns as f32;
    let block = |_| {
        kit.surface(col().w(cell).gap(kit.u(12.0)).pad(kit.u(18.0)))
            .child(bar(cell - kit.u(36.0), 120.0))
            .child(bar(cell * 0.6, 14.0))
            .child(bar(cell * 0.4, 12.0))
    };
    let places = row()
        .gap(kit.u(22.0))
        .children((0..3).map(|_| bar(kit.u(56.0), 10.0)));
    let rows = (0..3).map(|_| row().gap(gap).rigid().children((0..columns).map(block)));
    col()
        .role("behind")
        .size_box(page.w, page.h)
        .clip()
        .pad_xy(margin, kit.u(18.0))
        .gap(kit.u(22.0))
        .child(kit.ends(kit.logo_mark(30.0, page.variant), places).rigid())
        .child(bar(inner * 0.46, 34.0))
        .child(bar(inner * 0.62, 14.0))
        .children(rows)
        .filler()
}

/// The card of a dialog: its sign and its question, the lines, what is asked for, the answers.
fn card(kit: &Kit<'_>, words: &Words, consent: bool, w: f32) -> Node {
    let pad = kit.u(30.0);
    let inner = w - 2.0 * pad;
    let mut card = kit
        .surface(col().role("dialog").w(w).rigid())
        .pad(pad)
        .gap(kit.u(14.0));
    let title = words.title.as_ref().map_or("", |title| title.text.as_str());
    let destroys = words.buttons.iter().any(destroying);
    let sign = match (consent, destroys) {
        (true, _) => "cookie".to_owned(),
        (_, true) => "trash-2".to_owned(),
        _ => icon_for(title, "circle-help"),
    };
    let (ink, ground) = if destroys {
        let ink = kit.theme.token(Token::Negative);
        let ground = ink.mix(kit.theme.token(Token::Surface), 0.86);
        (ink.readable_on(ground, 3.1).into(), ground.into())
    } else {
        kit.hue(0)
    };
    card = card.child(kit.tile(&sign, 52.0, ink, ground));
    if let Some(title) = &words.title {
        let line = kit.text(title, Type::Title).max_lines(3);
        card = card.child(line.balance().margin(kit.u(4.0), 0.0, 0.0, 0.0));
    }
    for word in &words.under {
        let line = kit.text(word, Type::Body).leading(1.5);
        card = card.child(line.color(Token::Muted).max_lines(6));
    }
    for (n, label) in words.fields.iter().enumerate() {
        let ask = asks(&label.text);
        card = card.child(kit.field(label, ask.hint(kit).as_ref(), ask.icon(), n == 0));
    }
    for (n, entry) in words.entries.iter().enumerate() {
        card = card.child(choice(kit, entry, n == 0));
    }
    for word in &words.small {
        card = card.child(kit.text(word, Type::Caption).max_lines(3));
    }
    let answers = answers(kit, &words.buttons, inner, consent);
    kit.float(card.child(answers.margin(kit.u(12.0), 0.0, 0.0, 0.0)))
}

/// What may be allowed or not ("Analytics"); the first is, as what a page cannot do without.
fn choice(kit: &Kit<'_>, entry: &Entry, on: bool) -> Node {
    let mut words = col().grow(1.0).gap(kit.u(2.0));
    if let Some(name) = &entry.name {
        words = words.child(kit.text(name, Type::Strong).max_lines(2));
    }
    for more in entry.figure.iter().chain(&entry.more) {
        words = words.child(kit.text(more, Type::Caption).max_lines(3));
    }
    row()
        .role("choice")
        .fill_w()
        .gap(kit.u(12.0))
        .child(words)
        .child(kit.toggle(on))
}

/// The answers: in one row at the end where they fit, else one below the other.
fn answers(kit: &Kit<'_>, words: &[Word], inner: f32, consent: bool) -> Node {
    let letters: usize = words.iter().map(|word| word.text.chars().count()).sum();
    let wide =
        kit.size(Type::Strong) * 0.58 * letters as f32 + kit.u(44.0 + 12.0) * words.len() as f32;
    let main = main(words, consent);
    let nodes = words
        .iter()
        .enumerate()
        .map(|(n, word)| button(kit, word, n == main));
    if wide > inner {
        return col()
            .fill_w()
            .gap(kit.u(10.0))
            .children(nodes.map(Node::fill_w));
    }
    row()
        .fill_w()
        .gap(kit.u(12.0))
        .justify(Place::End)
        .children(nodes)
}

/// Which answer leads: that which takes something away, for consent the first, else the last.
fn main(words: &[Word], consent: bool) -> usize {
    let last = words.len().saturating_sub(1);
    let retreats =
        |word: &Word| super::super::auth::RETREATS.contains(&word.text.to_lowercase().as_str());
    let ahead = match words.last() {
        Some(word) if retreats(word) => 0,
        _ => last,
    };
    words
        .iter()
        .position(destroying)
        .unwrap_or(if consent { 0 } else { ahead })
}

fn destroying(word: &Word) -> bool {
    let first = word.text.split(' ').next().unwrap_or_default();
    DESTROYING.contains(&first.to_lowercase().as_str())
}

fn button(kit: &Kit<'_>, word: &Word, leads: bool) -> Node {
    if !leads {
        return kit.button(word, Push::Secondary);
    }
    let node = kit.button(word, Push::Primary);
    if destroying(word) {
        return node.fill(Token::Negative);
    }
    node
}

/// Consent to cookies: one card at the foot, its words beside its answers where there is room.
fn banner(page: &Page<'_>, kit: &Kit<'_>, words: &Words) -> Node {
    let margin = page.margin() * 0.7;
    let w = page.w - 2.0 * margin;
    let pad = kit.u(26.0);
    let mut lines = col().gap(kit.u(6.0));
    if let Some(title) = &words.title {
        lines = lines.child(kit.text(title, Type::Heading).max_lines(2));
    }
    for word in words.under.iter().chain(&words.small) {
        let line = kit.text(word, Type::Body).leading(1.5);
        lines = lines.child(line.max_lines(6));
    }
    let sign = kit.tile("cookie", 52.0, kit.hue(1).0, kit.hue(1).1);
    let inner = w - 2.0 * pad;
    let mut card = kit.surface(col().role("dialog").w(w).rigid()).pad(pad);
    if page.tall() {
        card = card
            .gap(kit.u(16.0))
            .child(sign)
            .child(lines.fill_w())
            .child(answers(kit, &words.buttons, inner, true));
    } else {
        let head = row()
            .fill_w()
            .gap(kit.u(18.0))
            .child(sign)
            .child(lines.grow(1.0));
        card = card
            .gap(kit.u(18.0))
            .child(head)
            .child(answers(kit, &words.buttons, inner, true));
    }
    col()
        .size_box(page.w, page.h)
        .align(Place::Center)
        .justify(Place::End)
        .pad4(0.0, 0.0, margin, 0.0)
        .child(kit.float(card))
}
