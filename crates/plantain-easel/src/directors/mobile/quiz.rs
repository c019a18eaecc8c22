//! A question with its answers: progress above, the question large, an answer to a row or to a tile.

use plantain_read::{Role, Tool};
use plantain_scene::build::{col, icon, rect, row, stack, text};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::{Parts, Screen};
use crate::components::ui::{Block, Push, Supply, Type, Word};

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let Some(Tool::Quiz {
        question,
        options,
        progress,
        chosen,
    }) = supply.brief().tool.clone()
    else {
        return Parts::new(Vec::new(), "there is no question");
    };
    let question = question.and_then(|at| supply.take(at)).or_else(|| {
        kit.filler
            .then(|| Word::invented("Which ocean is the largest?"))
    });
    let mut answers: Vec<Word> = options
        .into_iter()
        .filter_map(|at| supply.take(at))
        .collect();
    if answers.is_empty() && kit.filler {
        answers = ["Pacific", "Atlantic", "Indian", "Arctic"]
            .map(Word::invented)
            .to_vec();
    }
    let steps = progress.and_then(|(at, now, all)| supply.take(at).map(|word| (word, now, all)));
    let mut blocks = vec![top(scr, supply)];
    if let Some(block) = bar(scr, steps) {
        blocks.push(block);
    }
    let tiles = scr.variant % 2 == 1
        && answers.len() == 4
        && answers.iter().all(|a| a.text.chars().count() <= 14);
    let rows = if tiles { 2.0 } else { answers.len() as f32 };
    let row_h = if tiles { kit.u(108.0) } else { kit.u(62.0) };
    let room = scr.h - kit.u(46.0 + 44.0 + 50.0 + 90.0 + 100.0) - rows * (row_h + kit.u(12.0));
    if let Some(question) = &question {
        blocks.push(asked(scr, question, room.clamp(kit.u(110.0), kit.u(260.0))));
    }
    let picked = chosen.unwrap_or(answers.len().saturating_sub(1).min(1));
    blocks.extend(answer_blocks(scr, &answers, picked, tiles, row_h));
    let given = supply.buttons();
    let mut parts = Parts::new(
        blocks,
        "the question leads and every answer is a target of its own",
    )
    .gap(12.0);
    let next = given
        .first()
        .cloned()
        .or_else(|| kit.filler.then(|| kit.say("Next")));
    if let Some(next) = next {
        let button = kit.button(&next, Push::Primary).fill_w();
        let node = if next.is_asked() {
            button
        } else {
            button.filler()
        };
        parts.blocks.push(Block::must(
            node.margin(kit.u(8.0), 0.0, 0.0, 0.0),
            kit.u(58.0),
        ));
    }
    parts
}

/// A way out, the name of the quiz, a heart.
fn top(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Block {
    let kit = &scr.kit;
    let name = supply
        .first(&[Role::Brand, Role::Title])
        .unwrap_or_else(|| kit.say("Quiz"));
    let node = row()
        .fill_w()
        .justify(Place::Between)
        .child(icon("x", kit.u(24.0)))
        .child(kit.text(&name, Type::Heading).max_lines(1))
        .child(match supply.find(|role, _| role == Role::Value) {
            Some(score) => row()
                .gap(kit.u(5.0))
                .child(icon("star", kit.u(18.0)).color(Token::AccentText))
                .child(kit.figure(&score, Type::Body).weight(700)),
            None => icon("heart", kit.u(22.0)).color(Token::Accent),
        });
    Block::must(node, kit.u(44.0))
}

fn bar(scr: &Screen<'_>, steps: Option<(Word, u32, u32)>) -> Option<Block> {
    let kit = &scr.kit;
    let (word, now, all) = match steps {
        Some((word, now, all)) => (Some(word), now, all),
        None if kit.filler => (None, 3, 10),
        None => return None,
    };
    let w = scr.inner();
    let h = kit.u(8.0);
    let share = (now as f32 / all.max(1) as f32).clamp(0.03, 1.0);
    let track = stack()
        .size_box(w, h)
        .rigid()
        .child(
            rect()
                .bounds(0.0, 0.0, w, h)
                .radius(h / 2.0)
                .fill(Token::Sunken),
        )
        .child(
            rect()
                .bounds(0.0, 0.0, w * share, h)
                .radius(h / 2.0)
                .fill(Token::Accent),
        );
    let mut node = col().role("progress").fill_w().gap(kit.u(8.0)).child(track);
    let mut high = h;
    if let Some(mut word) = word {
        word.text = crate::components::ui::supply::capital(&word.text);
        node = node.child(kit.text(&word, Type::Caption));
        high += kit.u(8.0) + kit.line(Type::Caption);
    }
    Some(Block::must(node, high))
}

fn asked(scr: &Screen<'_>, question: &Word, h: f32) -> Block {
    let kit = &scr.kit;
    let filled = (scr.variant / 2).is_multiple_of(2);
    let size = if question.text.chars().count() > 60 {
        kit.size(Type::Heading)
    } else {
        kit.size(Type::Title) * 1.08
    };
    let ink = if filled { Token::AccentInk } else { Token::Ink };
    let words = kit
        .text(question, Type::Title)
        .size(size)
        .shrink(13.0)
        .color(ink)
        .centered()
        .balance()
        .fill_w();
    let node = col()
        .role("question")
        .fill_w()
        .h(h)
        .rigid()
        .center()
        .pad(kit.u(20.0))
        .child(words);
    let node = if filled {
        node.fill(Token::Accent).radius(kit.u(22.0))
    } else {
        node
    };
    Block::must(node, h)
}

fn answer_blocks(
    scr: &Screen<'_>,
    answers: &[Word],
    picked: usize,
    tiles: bool,
    h: f32,
) -> Vec<Block> {
    let kit = &scr.kit;
    if !tiles {
        return answers
            .iter()
            .enumerate()
            .map(|(n, word)| Block::must(answer(scr, word, n, n == picked, h, false), h))
            .collect();
    }
    answers
        .chunks(2)
        .enumerate()
        .map(|(line, pair)| {
            let cells = pair.iter().enumerate().map(|(n, word)| {
                let at = line * 2 + n;
                answer(scr, word, at, at == picked, h, true)
                    .w(((scr.inner() - kit.u(12.0)) / 2.0).max(1.0))
            });
            Block::must(row().fill_w().gap(kit.u(12.0)).children(cells), h)
        })
        .collect()
}

/// One answer with its letter; the chosen one carries the accent.
fn answer(scr: &Screen<'_>, word: &Word, n: usize, picked: bool, h: f32, tile: bool) -> Node {
    let kit = &scr.kit;
    let side = kit.u(32.0);
    let (fill, ink) = if picked {
        (Token::Accent, Token::AccentInk)
    } else {
        (Token::Sunken, Token::Ink)
    };
    let letter = row()
        .size_box(side, side)
        .rigid()
        .center()
        .radius(side / 2.0)
        .fill(fill)
        .child(
            text(char::from(b'A' + (n as u8).min(25)).to_string())
                .size(kit.u(14.0))
                .weight(700)
                .color(ink)
                .filler(),
        );
    let node = if tile {
        col().align(Place::Start).justify(Place::Between)
    } else {
        row().gap(kit.u(14.0))
    };
    let node = node
        .role("answer")
        .fill_w()
        .h(h)
        .rigid()
        .pad_xy(kit.u(16.0), kit.u(if tile { 14.0 } else { 0.0 }))
        .radius(kit.u(16.0))
        .fill(if picked {
            Token::AccentSoft
        } else {
            Token::Surface
        })
        .stroke(
            if picked { Token::Accent } else { Token::Line },
            kit.u(if picked { 2.0 } else { 1.0 }),
        );
    let label = kit
        .text(word, Type::Body)
        .weight(600)
        .color(Token::Ink)
        .max_lines(2);
    let node = node
        .child(letter)
        .child(if tile { label } else { label.grow(1.0) });
    if picked && !tile {
        node.child(icon("circle-check", kit.u(22.0)).color(Token::AccentText))
    } else {
        node
    }
}
