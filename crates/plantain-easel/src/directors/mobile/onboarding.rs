//! A first screen: a picture, a promise, one button.

use plantain_read::Role;
use plantain_scene::build::{col, ellipse, icon, object, row, shape, stack};
use plantain_scene::node::{Place, Shape};
use plantain_scene::{Color, Node, Token};

use super::{Parts, Screen};
use crate::components::ui::picture::{icon_for, known_object};
use crate::components::ui::{Block, Push, Supply, Type, Word};

/// Words of buttons that decline.
const DECLINES: &[&str] = &[
    "not now",
    "maybe later",
    "later",
    "no thanks",
    "don't allow",
    "deny",
    "cancel",
];
/// Words of buttons that lead past all screens.
const SKIPS: &[&str] = &[
    "skip",
    "überspringen",
    "passer",
    "omitir",
    "saltar",
    "pular",
    "salta",
    "overslaan",
    "pomiń",
    "atla",
    "пропустить",
    "пропустити",
    "跳过",
    "スキップ",
    "건너뛰기",
];

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let title = first_line(supply)
        .or_else(|| supply.first(&[Role::Title]))
        .or_else(|| supply.find(|role, _| matches!(role, Role::Text | Role::Label | Role::Body)))
        .or_else(|| supply.first(&[Role::Subtitle, Role::Brand]))
        .or_else(|| kit.filler.then(|| kit.say("Welcome back")));
    let body = supply
        .first(&[Role::Subtitle, Role::Body, Role::Title])
        .or_else(|| supply.find(|role, _| matches!(role, Role::Text | Role::Caption)));
    let brand = supply.first(&[Role::Brand, Role::Kicker]);
    let buttons = supply.buttons();
    let links = supply.all(&[Role::Link]);
    let mut blocks = Vec::new();
    if let Some(brand) = &brand {
        let node = row()
            .fill_w()
            .gap(kit.u(10.0))
            .justify(Place::Center)
            .child(kit.logo_mark(34.0, scr.variant))
            .child(kit.text(brand, Type::Heading));
        blocks.push(Block::must(node, kit.u(34.0)));
    }
    // "skip" leads past all screens, so it stands apart from the button that goes on.
    let (skips, buttons): (Vec<_>, Vec<_>) = buttons
        .into_iter()
        .partition(|word| SKIPS.contains(&word.text.to_lowercase().as_str()));
    if let Some(word) = skips.first() {
        let node = row()
            .fill_w()
            .justify(Place::End)
            .child(kit.link(word, Type::Body));
        blocks.insert(0, Block::must(node, kit.line(Type::Body)));
    }
    // What declines stands under what goes on.
    let (declines, mut buttons): (Vec<_>, Vec<_>) = buttons
        .into_iter()
        .partition(|word| DECLINES.contains(&word.text.to_lowercase().as_str()));
    buttons.extend(declines);
    let art_h = scr.h * 0.38;
    blocks.push(Block::must(art(scr, supply), art_h).stretch(scr.h * 0.26));
    // Words range left under a picture that fills its panel.
    let ranged = scr.variant % 3 == 1;
    let set = |node: Node| {
        if ranged {
            node
        } else {
            node.centered().balance()
        }
    };
    let middle = if ranged { Place::Start } else { Place::Center };
    if let Some(title) = &title {
        blocks.push(Block::must(
            set(kit.text(title, Type::Display)),
            kit.line(Type::Display) * lines(scr, &title.text, 17.0),
        ));
    }
    if let Some(body) = &body {
        blocks.push(Block::must(
            set(kit.text(body, Type::Body).color(Token::Muted)),
            kit.line(Type::Body) * lines(scr, &body.text, 7.8),
        ));
    }
    let step = steps(&supply.brief().prompt).unwrap_or((0, 3));
    // "page 1 of 4": told as a text, it stands over the dots.
    let told = supply.find(|_, text| crate::components::ui::measures::out_of(text).is_some());
    if let Some(word) = &told {
        blocks.push(Block::must(
            set(kit.text(word, Type::Caption)).max_lines(1),
            kit.line(Type::Caption),
        ));
    }
    blocks.push(Block::nice(
        row()
            .fill_w()
            .justify(middle)
            .child(kit.page_dots(step.1, step.0)),
        kit.u(8.0),
        0,
    ));
    blocks.extend(acts(scr, &buttons, &links));
    Parts::new(blocks, "one picture, one sentence and one button").gap(16.0)
}

/// What goes on, and what leads elsewhere.
fn acts(scr: &Screen<'_>, buttons: &[Word], links: &[Word]) -> Vec<Block> {
    let kit = &scr.kit;
    let mut blocks = Vec::new();
    let usual = [kit.say("Get started")];
    let shown: &[_] = if buttons.is_empty() && kit.filler {
        &usual
    } else {
        buttons
    };
    for (i, word) in shown.iter().enumerate() {
        let push = if i == 0 {
            Push::Primary
        } else {
            Push::Secondary
        };
        blocks.push(Block::must(
            kit.button_sized(word, push, None, 52.0).fill_w(),
            kit.u(52.0),
        ));
    }
    for word in links {
        blocks.push(Block::must(
            row()
                .fill_w()
                .justify(Place::Center)
                .child(kit.link(word, Type::Caption)),
            kit.line(Type::Caption),
        ));
    }
    blocks
}

/// Of quoted lines without a word for their part, the first leads, whatever the others were taken for.
fn first_line(supply: &mut Supply<'_>) -> Option<Word> {
    let line = |literal: &plantain_read::Literal| {
        literal.origin == plantain_read::Origin::Quoted
            && matches!(
                literal.role,
                Role::Title | Role::Subtitle | Role::Body | Role::Text | Role::Item | Role::Label
            )
    };
    let brief = supply.brief();
    if supply.speaks_of(&["title", "headline", "heading"]) {
        return None;
    }
    let at = brief.literals.iter().position(line)?;
    supply.take(at)
}

/// "screen 2 of 4", "step 1/3": which of how many screens this is, from zero.
pub fn steps(prompt: &str) -> Option<(usize, usize)> {
    const SCREENS_MAX: f64 = 9.0;
    let words: Vec<&str> = prompt.split_whitespace().collect();
    (0..words.len()).find_map(|at| {
        let run = words[at..words.len().min(at + 3)].join(" ");
        let opens = run.starts_with(|c: char| c.is_ascii_digit());
        let (step, all) = crate::components::ui::measures::out_of(&run).filter(|_| opens)?;
        let whole = step.fract() == 0.0 && all.fract() == 0.0;
        (whole && (1.0..=all).contains(&step) && (2.0..=SCREENS_MAX).contains(&all))
            .then_some((step as usize - 1, all as usize))
    })
}

fn lines(scr: &Screen<'_>, text: &str, width: f32) -> f32 {
    (text.chars().count() as f32 * scr.kit.u(width) / scr.inner())
        .ceil()
        .clamp(1.0, 6.0)
}

/// The picture: what the app is about, on forms in the accent's tints or in a panel of its own.
fn art(scr: &Screen<'_>, supply: &Supply<'_>) -> Node {
    let (known, symbol) = shown(supply);
    match scr.variant % 3 {
        0 => floating(scr, known, symbol),
        turn => panelled(scr, known, symbol, turn == 2),
    }
}

/// What is shown: a thing that can be drawn, else a mark.
fn shown(supply: &Supply<'_>) -> (Option<String>, String) {
    let brief = supply.brief();
    // The dots under the words tell which of the screens this is.
    let nouns = brief
        .objects
        .iter()
        .filter(|o| !o.absent && o.noun != "dot")
        .map(|o| o.noun.as_str());
    let words: Vec<&str> = nouns
        .chain(brief.topic.iter().map(String::as_str))
        .filter(|word| *word != "dots")
        .collect();
    let known = words.iter().find_map(|word| known_object(word));
    let symbol = icon_for(words.first().copied().unwrap_or("sparkles"), "sparkles");
    (known, symbol)
}

/// In a panel across the screen: pale, or in the accent with rings around a disc.
fn panelled(scr: &Screen<'_>, known: Option<String>, symbol: String, deep: bool) -> Node {
    let kit = &scr.kit;
    let (w, h) = (scr.inner(), scr.h * 0.38);
    let side = w.min(h);
    let radius = kit.radius() * 1.4;
    let panel = col()
        .role("illustration")
        .fill_w()
        .radius(radius)
        .clip()
        .center();
    let picture = |size: f32, ink: Token| match &known {
        Some(name) => object(name.as_str()).size_box(size, size).rigid(),
        None => icon(symbol.as_str(), size * 0.62)
            .color(ink)
            .icon_stroke(1.5),
    };
    let line = if deep {
        Token::AccentInk
    } else {
        Token::Accent
    };
    let ring = |share: f32| {
        let d = side * share;
        ellipse()
            .bounds((side - d) / 2.0, (side - d) / 2.0, d, d)
            .stroke(Color::from(line).alpha(0.28), kit.u(1.5))
    };
    let disc = side * 0.62;
    let panel = if deep {
        panel.gradient(150.0, Token::Accent, kit.accent_deep())
    } else {
        panel.fill(Token::AccentSoft)
    };
    panel.child(
        stack()
            .size_box(side, side)
            .rigid()
            .child(ring(0.98))
            .child(ring(0.8))
            .child(
                row()
                    .bounds((side - disc) / 2.0, (side - disc) / 2.0, disc, disc)
                    .radius(disc / 2.0)
                    .fill(Token::Surface)
                    .center()
                    .child(picture(disc * 0.7, Token::AccentText)),
            ),
    )
}

/// On forms in the accent's tints that float around it.
fn floating(scr: &Screen<'_>, known: Option<String>, symbol: String) -> Node {
    let kit = &scr.kit;
    let side = (scr.inner() * 0.98).min(scr.h * 0.5);
    let tint =
        |a: f32| Color::from(Token::Accent).alpha(if kit.theme.is_dark() { a * 1.4 } else { a });
    let mut node = stack()
        .role("illustration")
        .size_box(side, side)
        .rigid()
        .child(
            shape(Shape::Blob {
                seed: scr.variant as u32 + 2,
            })
            .bounds(0.0, 0.0, side, side)
            .fill(tint(0.12)),
        )
        .child(
            ellipse()
                .bounds(side * 0.16, side * 0.16, side * 0.68, side * 0.68)
                .fill(tint(0.16)),
        );
    node = match known {
        Some(name) => {
            node.child(object(name).bounds(side * 0.22, side * 0.20, side * 0.56, side * 0.56))
        }
        None => node.child(
            icon(symbol, side * 0.34)
                .at(side * 0.33, side * 0.33)
                .color(Token::Accent)
                .icon_stroke(1.5),
        ),
    };
    node = node
        .child(
            ellipse()
                .bounds(side * 0.06, side * 0.22, side * 0.09, side * 0.09)
                .fill(Token::Second),
        )
        .child(
            ellipse()
                .bounds(side * 0.84, side * 0.70, side * 0.12, side * 0.12)
                .fill(Token::Accent),
        )
        .child(
            shape(Shape::Star {
                points: 4,
                inner: 0.34,
            })
            .bounds(side * 0.80, side * 0.10, side * 0.11, side * 0.11)
            .fill(Token::Accent),
        );
    col()
        .fill_w()
        .align(Place::Center)
        .justify(Place::Center)
        .child(node)
}
