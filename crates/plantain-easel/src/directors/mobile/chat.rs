//! A conversation: bubbles left and right under the name of the other person.

use plantain_read::Role;
use plantain_scene::build::{col, icon, row};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::{Parts, Screen};
use crate::components::ui::sample::{FULL_NAMES, TALK};
use crate::components::ui::supply::has_word;
use crate::components::ui::{Block, Form, Kit, Supply, Type, Word};

mod list;

use list::{each_at_a_time, list};

/// What an assistant answers to anything.
const ANSWER: &[&str] = &[
    "Gladly. Here is a first draft in three parts, from the most to the least important.",
    "Tell me what to change, and I will work it out in detail.",
];

/// A line of the conversation.
pub struct Line {
    pub own: bool,
    pub who: Option<Word>,
    pub text: Word,
    pub time: Option<Word>,
}

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let list_of_chats = supply.speaks_of(&[
        "chat list",
        "list of chats",
        "message list",
        "messages list",
        "list of messages",
        "conversation list",
        "conversations",
    ]);
    if list_of_chats || each_at_a_time(supply.brief()) {
        return list(scr, supply);
    }
    let person = person(supply);
    let hint = supply
        .first(&[Role::Field])
        .unwrap_or_else(|| kit.say("Message"));
    let replies = supply.listed(&["repl", "suggestion", "answer option"]);
    let lines = lines(kit, supply, person.as_ref());
    let name = person.or_else(|| other(&lines)).unwrap_or_else(|| {
        Word::invented(FULL_NAMES[scr.rng.fork("name").below(FULL_NAMES.len())])
    });
    let mut blocks = vec![header(scr, supply, &name)];
    // A short conversation is set larger, so that it fills its screen.
    let talk = if lines.len() <= 4 {
        kit.at(kit.k * 1.24)
    } else {
        *kit
    };
    if kit.filler && lines.len() <= 4 {
        let day = row()
            .fill_w()
            .justify(Place::Center)
            .pad_xy(0.0, kit.u(4.0))
            .child(kit.chip(&kit.say("Today"), Token::Muted.into(), Token::Sunken.into()));
        blocks.push(Block::nice(day, kit.u(34.0), 0));
    }
    for line in &lines {
        let (node, h) = bubble(&talk, line, scr.inner());
        blocks.push(if line.text.is_asked() {
            Block::must(node, h)
        } else {
            Block::nice(node, h, 1)
        });
    }
    if let Some(items) = replies {
        let words: Vec<Word> = items.into_iter().filter_map(|e| e.name).collect();
        let h = super::choices::chips_height(scr, &words);
        blocks.push(Block::must(super::choices::wrapped_chips(scr, &words), h));
    }
    let mut parts = Parts::new(
        blocks,
        "the lines stand in the order they were given, one side for each speaker",
    )
    .gap(10.0);
    parts.foot = Some((composer(kit, &hint), kit.u(84.0)));
    parts
}

/// Takes the other person's name: by its role, or as the text after "with" or "from".
pub fn person(supply: &mut Supply<'_>) -> Option<Word> {
    let found = named(supply)?;
    // "chat with Nils … header Nils": one name, told twice.
    let heads = [Role::Title, Role::Person, Role::Brand];
    while supply
        .find(|role, text| heads.contains(&role) && text == found.text)
        .is_some()
    {}
    Some(found)
}

/// `whatsapp chat "Dani": "running late", …`: the first of several quotes, where a colon follows it, names who is talked with.
fn before_colon(brief: &plantain_read::Brief) -> Option<usize> {
    const QUOTES_MIN: usize = 3;
    let quoted = |at: &usize| brief.literals[*at].origin == plantain_read::Origin::Quoted;
    let mut quotes: Vec<usize> = (0..brief.literals.len()).filter(quoted).collect();
    quotes.sort_by_key(|at| brief.literals[*at].span.start);
    let first = *quotes.first().filter(|_| quotes.len() >= QUOTES_MIN)?;
    let literal = &brief.literals[first];
    let behind = brief.prompt.get(literal.span.end..)?;
    let behind = behind.trim_start_matches(['"', '\'', '”', '’']);
    let paired = brief
        .pairs
        .iter()
        .any(|pair| pair.label == Some(first) || pair.value == first);
    let short = literal.text.split(' ').count() <= 3;
    (behind.starts_with(':') && short && !paired).then_some(first)
}

fn named(supply: &mut Supply<'_>) -> Option<Word> {
    if let Some(at) = before_colon(supply.brief()) {
        return supply.take(at);
    }
    supply
        .first(&[Role::Title, Role::Person, Role::Brand])
        .or_else(|| {
            let brief = supply.brief();
            let (at, _) = brief.literals.iter().enumerate().find(|(at, literal)| {
                // Who says the line behind the name is named over it.
                if brief.pairs.iter().any(|pair| pair.label == Some(*at)) {
                    return false;
                }
                let before = brief
                    .prompt
                    .get(..literal.span.start)
                    .unwrap_or("")
                    .to_lowercase();
                let before = before.trim_end_matches(['"', '\'', '“', '„', '«', '‘', ' ']);
                let named = [
                    "with", "from", "mit", "von", "avec", "con", "com", "contact", "between",
                    "entre", "zwischen", "tra",
                ]
                .iter()
                .any(|w| before.ends_with(w));
                named && literal.text.split_whitespace().count() <= 3
            })?;
            supply.take(at)
        })
}

/// Returns the name of the one who speaks on the other side, where the lines tell it.
pub fn other(lines: &[Line]) -> Option<Word> {
    lines
        .iter()
        .find(|line| !line.own)
        .and_then(|line| line.who.as_ref())
        .map(|who| Word::built(&who.text))
}

/// Takes the conversation's lines from the brief.
pub fn lines(kit: &Kit<'_>, supply: &mut Supply<'_>, other: Option<&Word>) -> Vec<Line> {
    let mut out: Vec<Line> = Vec::new();
    let pairs = supply.pairs();
    let mut speakers: Vec<String> = pairs.iter().map(|(who, _)| who.text.clone()).collect();
    speakers.sort_unstable();
    speakers.dedup();
    for (who, text) in pairs {
        if Form::of(&text.text) == Form::Time {
            out.push(Line {
                own: false,
                who: None,
                text: who,
                time: Some(text),
            });
        } else {
            let own = is_self(&who.text)
                || speakers.len() == 2
                    && out.first().is_some_and(|first| {
                        first.who.as_ref().is_some_and(|w| w.text != who.text) && !first.own
                    });
            // Between two, the side of a bubble tells who speaks.
            let told = speakers.len() == 2 && !who.is_asked();
            out.push(Line {
                own,
                who: (!told).then_some(who),
                text,
                time: None,
            });
        }
    }
    // Names of channels are no lines.
    let words: Vec<Word> = supply.all(&[
        Role::Text,
        Role::Body,
        Role::Quote,
        Role::Callout,
        Role::Item,
        Role::Label,
        Role::World,
        Role::Attribution,
        Role::Time,
    ]);
    // "user asks '…'": the first line is one's own.
    let assistant = supply.speaks_of(&["assistant", "chatbot", "ai chat", "ai tutor", "ai coach"]);
    let asks = supply.speaks_of(&["user asks", "user says", "user writes", "i ask", "i write"]);
    let mine = usize::from(asks || assistant);
    let start = out.len();
    let said = supply.find(|role, text| role == Role::Subtitle && !is_state(text));
    for word in said.into_iter().chain(words) {
        let time = Form::of(&word.text) == Form::Time;
        match out.last_mut() {
            Some(last) if time && last.time.is_none() => last.time = Some(word),
            _ => {
                let own = (out.len() - start + mine) % 2 == 1;
                out.push(Line {
                    own,
                    who: None,
                    text: word,
                    time: None,
                });
            }
        }
    }
    // An assistant that was asked one thing answers.
    if out.len() == 1 && out[0].own && assistant && kit.filler && kit.tongue.code() == "en" {
        for text in ANSWER {
            out.push(Line {
                own: false,
                who: None,
                text: Word::invented(*text),
                time: None,
            });
        }
    }
    if out.is_empty() && kit.filler && other.is_none_or(|_| true) {
        out = TALK
            .iter()
            .map(|(own, text)| Line {
                own: *own,
                who: None,
                text: Word::invented(*text),
                time: None,
            })
            .collect();
    }
    out
}

/// Whether a text under a name tells a state ("last seen today") and is no line of the talk.
fn is_state(text: &str) -> bool {
    text.split_whitespace().count() <= 4 && !text.ends_with(['?', '!', '.', '…'])
}

fn is_self(who: &str) -> bool {
    let who = who.to_lowercase();
    [
        "me", "you", "ich", "moi", "yo", "user", "我", "私", "reply", "sent",
    ]
    .iter()
    .any(|w| has_word(&who, w) && who.len() <= w.len() + 6)
}

fn header(scr: &Screen<'_>, supply: &mut Supply<'_>, name: &Word) -> Block {
    let kit = &scr.kit;
    let state = supply
        .first(&[Role::Badge, Role::Caption])
        .or_else(|| supply.find(|role, text| role == Role::Subtitle && is_state(text)))
        .or_else(|| kit.filler.then(|| kit.say("online")));
    let mut words = col()
        .grow(1.0)
        .child(kit.text(name, Type::Heading).max_lines(1));
    if let Some(state) = &state {
        words = words.child(
            kit.text(state, Type::Caption)
                .color(Token::Positive)
                .max_lines(1),
        );
    }
    let node = row()
        .role("header")
        .fill_w()
        .gap(kit.u(10.0))
        .child(icon("chevron-left", kit.u(24.0)))
        .child(kit.avatar(&name.text, 42.0))
        .child(words)
        .child(icon("video", kit.u(22.0)).color(Token::AccentText))
        .child(icon("phone", kit.u(20.0)).color(Token::AccentText));
    Block::must(node.pad4(0.0, 0.0, kit.u(8.0), 0.0), kit.u(54.0))
}

/// Returns a bubble and its estimated height, in a conversation that is `width` wide.
pub fn bubble(kit: &Kit<'_>, line: &Line, width: f32) -> (Node, f32) {
    let max = width * 0.76;
    let (ink, fill) = if line.own {
        (Token::AccentInk, Token::Accent)
    } else {
        (Token::Ink, Token::Surface)
    };
    let mut body = col()
        .max_w(max)
        .pad_xy(kit.u(14.0), kit.u(10.0))
        .gap(kit.u(3.0))
        .fill(fill)
        .role("bubble");
    let r = if kit.theme.radius < 4.0 {
        kit.theme.radius
    } else {
        kit.u(18.0)
    };
    let tail = r.min(kit.u(5.0));
    body.style.corners = Some(if line.own {
        [r, r, tail, r]
    } else {
        [r, r, r, tail]
    });
    if !line.own {
        body = kit.edge(body);
        if kit.theme.elevation > 0 && kit.theme.elevation < 3 {
            body = kit.lift(body);
        }
    }
    let mut extra = 0.0;
    if let Some(who) = &line.who {
        body = body.child(
            kit.text(who, Type::Micro)
                .weight(700)
                .color(if line.own { ink } else { Token::AccentText })
                .max_lines(1),
        );
        extra += kit.line(Type::Micro);
    }
    body = body.child(kit.text(&line.text, Type::Body).color(ink));
    if let Some(time) = &line.time {
        body = body.child(kit.text(time, Type::Micro).color(if line.own {
            ink
        } else {
            Token::Muted
        }));
        extra += kit.line(Type::Micro);
    }
    let chars = line
        .text
        .text
        .chars()
        .map(|c| if c.is_ascii() { 0.52 } else { 0.95 })
        .sum::<f32>();
    let rows = (chars * kit.size(Type::Body) / (max - kit.u(28.0)))
        .ceil()
        .max(1.0);
    let h = rows * kit.line(Type::Body) + kit.u(20.0) + extra;
    let place = if line.own { Place::End } else { Place::Start };
    (row().fill_w().justify(place).child(body), h)
}

/// Returns the line in which one writes.
pub fn composer(kit: &Kit<'_>, hint: &Word) -> Node {
    let h = kit.u(42.0);
    let field = row()
        .grow(1.0)
        .h(h)
        .pad_xy(kit.u(16.0), 0.0)
        .radius(kit.control_radius(h))
        .fill(Token::Sunken)
        .child(
            kit.text(hint, Type::Body)
                .color(Token::Muted)
                .max_lines(1)
                .grow(1.0),
        )
        .child(icon("smile", kit.u(20.0)).color(Token::Muted));
    let send = row()
        .size_box(h, h)
        .rigid()
        .center()
        .radius(h / 2.0)
        .fill(Token::Accent)
        .child(icon("send", kit.u(19.0)).color(Token::AccentInk));
    col()
        .role("composer")
        .fill_w()
        .h(kit.u(84.0))
        .rigid()
        .fill(Token::Surface)
        .child(kit.rule())
        .child(
            row()
                .fill_w()
                .grow(1.0)
                .gap(kit.u(10.0))
                .pad_xy(kit.u(16.0), 0.0)
                .child(icon("plus", kit.u(22.0)).color(Token::Muted))
                .child(field)
                .child(send),
        )
        .child(kit.home_indicator())
}
