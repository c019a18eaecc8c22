//! Sequence diagrams: who tells whom what, from top to bottom.

use plantain_read::Brief;
use plantain_scene::build::*;
use plantain_scene::color::Token;
use plantain_scene::node::{FontRole, Node};

use super::{CUSTOM, Form, Manner, lettering, node};
use crate::components::diagram::drawing::{PAGE, head};
use crate::components::diagram::{
    Body, Entry, IntoColor, Lettering, SIZE_MIN, Sheet, Way, Words, propose,
};
use crate::components::print::Zone;
use crate::studio::{Draft, Studio};

/// One arrow between two actors.
#[derive(Debug, Clone, PartialEq)]
struct Message {
    from: usize,
    to: usize,
    entry: Entry,
    /// A reply, drawn dashed.
    reply: bool,
}

#[derive(Debug, Clone, PartialEq, Default)]
struct Play {
    actors: Vec<Entry>,
    messages: Vec<Message>,
    /// Literals that are neither.
    rest: Vec<Entry>,
}

/// Returns drafts for a sequence diagram.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let words = Words::of(studio.brief);
    let play = told(studio.brief).unwrap_or_else(|| play(studio.brief, &words.raw));
    propose(
        studio,
        CUSTOM,
        &words,
        &[Way {
            name: "lifelines",
            reason: "Every actor has a lifeline; messages run between them in the order of time.",
            suits: 0.9,
            draw: &|sheet| lifelines(sheet, &play),
        }],
    )
}

/// Takes the messages that the prompt tells in sentences.
fn told(brief: &Brief) -> Option<Play> {
    let entry = |at: usize| {
        let literal = brief.literals.get(at)?;
        Some(Entry {
            text: literal.text.clone(),
            literal: true,
            span: literal.span.clone(),
        })
    };
    if brief.links.is_empty() || brief.links.iter().any(|link| link.label.is_none()) {
        return None;
    }
    let mut who: Vec<usize> = Vec::new();
    for at in brief.links.iter().flat_map(|link| [link.from, link.to]) {
        if !who.contains(&at) {
            who.push(at);
        }
    }
    let place = |at: usize| who.iter().position(|known| *known == at);
    let mut play = Play {
        actors: who.iter().filter_map(|at| entry(*at)).collect(),
        ..Play::default()
    };
    for (n, link) in brief.links.iter().enumerate() {
        // What goes back to who asked before is a reply.
        let reply = brief.links[..n]
            .iter()
            .any(|before| before.from == link.to && before.to == link.from);
        play.messages.push(Message {
            from: place(link.from)?,
            to: place(link.to)?,
            entry: entry(link.label?)?,
            reply,
        });
    }
    let used = |at: usize| who.contains(&at) || brief.links.iter().any(|l| l.label == Some(at));
    play.rest = (0..brief.literals.len())
        .filter(|at| !used(*at) && brief.literals[*at].role != plantain_read::Role::Title)
        .filter_map(entry)
        .collect();
    Some(play)
}

/// Words that stand between an actor and what it says.
const SENDS: &[&str] = &[
    "send",
    "repl",
    "respond",
    "return",
    "call",
    "request",
    "ask",
    "post",
    "get",
    "answer",
    "envía",
    "envia",
    "responde",
    "sendet",
    "antwortet",
    "envoie",
    "répond",
    "emit",
    "publish",
    "notif",
];

/// Reads actors and messages. Actors stand around arrows, or as subject or target of a sending verb.
fn play(brief: &Brief, raw: &[Entry]) -> Play {
    let prompt = brief.prompt.as_str();
    let gap = |a: &Entry, b: Option<&Entry>| {
        let end = b.map_or(prompt.len(), |b| b.span.start);
        prompt
            .get(a.span.end..end)
            .unwrap_or_default()
            .to_lowercase()
    };
    let arrow = |text: &str| {
        ["->", "→", "=>", "⇒", "-->"]
            .iter()
            .any(|a| text.contains(a))
    };
    let sends = |text: &str| SENDS.iter().any(|w| text.contains(w));
    let towards = |text: &str| {
        text.split_whitespace().any(|w| {
            ["to", "a", "al", "an", "à", "au", "from", "para"]
                .contains(&w.trim_matches(['\'', '"', ',']))
        })
    };
    let n = raw.len();
    let mut is_actor = vec![false; n];
    for i in 0..n {
        let after = gap(&raw[i], raw.get(i + 1));
        if arrow(&after) {
            is_actor[i] = true;
            if i + 1 < n {
                is_actor[i + 1] = true;
            }
        } else if i + 1 < n && sends(&after) {
            is_actor[i] = true;
        }
        if i > 0 && towards(&gap(&raw[i - 1], Some(&raw[i]))) {
            is_actor[i] = true;
        }
    }
    // "Server replies" before a quoted message: the subject is an actor that was named before.
    let mut play = Play::default();
    let mut whose: Vec<Option<usize>> = vec![None; n];
    for i in 0..n {
        let known = play.actors.iter().position(|a| raw[i].text == a.text);
        let within = play.actors.iter().position(|a| {
            let (text, name) = (raw[i].text.to_lowercase(), a.text.to_lowercase());
            text.starts_with(&name) && sends(&text[name.len()..])
        });
        if let Some(at) = known.or(within) {
            whose[i] = Some(at);
            if within.is_some() && known.is_none() {
                play.rest.push(raw[i].clone());
            }
        } else if is_actor[i] {
            whose[i] = Some(play.actors.len());
            play.actors.push(raw[i].clone());
        }
    }
    if play.actors.len() < 2 {
        return fallback(raw);
    }
    messages(raw, &whose, &mut play, &gap);
    play
}

fn messages(
    raw: &[Entry],
    whose: &[Option<usize>],
    play: &mut Play,
    gap: &impl Fn(&Entry, Option<&Entry>) -> String,
) {
    let mut last: Option<(usize, usize)> = None;
    for i in 0..raw.len() {
        if whose[i].is_some() {
            continue;
        }
        let before: Vec<usize> = (0..i).rev().take(2).map_while(|j| whose[j]).collect();
        let after = raw.get(i + 1).and_then(|next| {
            let between = gap(&raw[i], Some(next));
            let joined = !between.contains(';') && !between.contains('.') && !between.contains(',');
            whose[i + 1].filter(|_| joined)
        });
        let (from, to) = match (before.as_slice(), after, last) {
            ([_, from], Some(to), _) | ([from], Some(to), _) if *from != to => (*from, to),
            ([to, from], None, _) if from != to => (*from, *to),
            ([from, ..], Some(to), _) if *from != to => (*from, to),
            ([from, ..], None, Some((a, b))) if *from == b => (b, a),
            ([from, ..], None, Some((_, b))) if *from != b => (*from, b),
            ([from, ..], _, None) => (*from, usize::from(*from == 0)),
            (_, _, Some((a, b))) => (b, a),
            _ => (0, 1),
        };
        let text = raw[i].text.to_lowercase();
        let reply = last == Some((to, from))
            || [
                "200", "201", "204", "301", "302", "400", "401", "403", "404", "500", "ok",
            ]
            .iter()
            .any(|w| text.split_whitespace().next() == Some(w));
        last = Some((from, to));
        play.messages.push(Message {
            from,
            to,
            entry: raw[i].clone(),
            reply,
        });
    }
}

/// Without a word about who speaks: every text is an actor, and each hands on to the next.
fn fallback(raw: &[Entry]) -> Play {
    Play {
        actors: raw.to_vec(),
        messages: Vec::new(),
        rest: Vec::new(),
    }
}

/// Where actors and messages stand on the page.
struct Stage<'s> {
    sheet: &'s Sheet<'s>,
    zone: Zone,
    /// From one lifeline to the next.
    pitch: f32,
    /// Foot of the actors' boxes, and of their lifelines.
    top: f32,
    foot: f32,
    /// Head of the first message, and from one to the next.
    start: f32,
    step: f32,
}

fn lifelines(sheet: &Sheet<'_>, play: &Play) -> Option<Body> {
    let n = play.actors.len();
    let zone = sheet.body;
    let pitch = zone.w / n.max(1) as f32;
    let w = (pitch * 0.72).min(240.0);
    let h = (zone.h * 0.11).clamp(40.0, 76.0);
    if n == 0 || w < 60.0 {
        return None;
    }
    let (top, foot) = (zone.y + h, zone.bottom() - h * 0.2);
    let steps = play.messages.len() + play.rest.len();
    let step = ((foot - top) / (steps as f32 + 0.6)).min(130.0);
    let stage = Stage {
        sheet,
        zone,
        pitch,
        top,
        foot,
        start: top + (foot - top - step * steps as f32) * 0.4,
        step,
    };
    let (mut nodes, boxes) = stage.actors(&play.actors, w);
    let (arrows, words) = stage.messages(&play.messages);
    nodes.extend(arrows);
    nodes.extend(boxes);
    nodes.extend(words);
    nodes.extend(stage.notes(&play.rest, play.messages.len()));
    Some(Body::new(nodes))
}

impl Stage<'_> {
    /// Middle of a lifeline.
    fn x(&self, actor: usize) -> f32 {
        self.zone.x + self.pitch * (actor as f32 + 0.5)
    }

    /// The lifelines, and the boxes of the actors over them.
    fn actors(&self, actors: &[Entry], w: f32) -> (Vec<Node>, Vec<Node>) {
        let (sheet, zone) = (self.sheet, self.zone);
        let h = self.top - zone.y;
        let manner = Manner::of(sheet);
        let hues = sheet.hues(actors.len());
        let size = sheet.fit_all(
            actors.iter().map(|a| a.text.as_str()),
            lettering(sheet),
            w * 0.84,
            h * 0.8,
            2,
        );
        let (mut lines, mut boxes) = (Vec::new(), Vec::new());
        for (i, actor) in actors.iter().enumerate() {
            let x = self.x(i);
            lines.push(
                PAGE.trace(&format!("M{x} {} L{x} {}", self.top, self.foot))
                    .dashed(sheet.mixed(hues[i], Token::Muted, 0.5), 2.0, 8.0, 7.0)
                    .role("lifeline"),
            );
            let place = Zone::new(x - w * 0.5, zone.y, w, h);
            boxes.extend(node(
                sheet,
                actor,
                place,
                &format!("actor-{i}"),
                Form::Box,
                (manner, hues[i]),
                size,
            ));
            lines.push(
                Zone::new(x - 14.0, self.foot - 2.0, 28.0, 4.0)
                    .hold(rect())
                    .fill(hues[i])
                    .radius(2.0),
            );
        }
        (lines, boxes)
    }

    /// The arrows of the messages, and their words over them.
    fn messages(&self, messages: &[Message]) -> (Vec<Node>, Vec<Node>) {
        let sheet = self.sheet;
        let most = self.pitch - 30.0;
        let look = Lettering::new(FontRole::Mono, 26.0, SIZE_MIN)
            .weight(500)
            .centred();
        let size = sheet.fit_all(
            messages.iter().map(|m| m.entry.text.as_str()),
            look,
            most,
            self.step * 0.5,
            2,
        );
        let (mut arrows, mut words) = (Vec::new(), Vec::new());
        for (k, message) in messages.iter().enumerate() {
            let y = self.start + self.step * (k as f32 + 0.85);
            arrows.extend(self.arrow(message, y));
            // A message over several lifelines stands over the first gap that it crosses.
            let dir = if message.to > message.from { 1.0 } else { -1.0 };
            let middle = self.x(message.from) + dir * self.pitch * 0.5;
            let (tw, th) = sheet.measure(&message.entry.text, look, size, most);
            let plate = Zone::new(middle - tw * 0.5 - 5.0, y - th - 8.0, tw + 10.0, th + 2.0);
            words.push(
                plate
                    .hold(rect())
                    .fill(Token::Canvas.into_color().alpha(0.85)),
            );
            words.push(sheet.set(&message.entry, plate, look, size, "message"));
        }
        (arrows, words)
    }

    /// An arrow from one lifeline to another, and the bars of who is at work.
    fn arrow(&self, message: &Message, y: f32) -> Vec<Node> {
        let sheet = self.sheet;
        let (a, b) = (self.x(message.from), self.x(message.to));
        let dir = if b > a { 1.0 } else { -1.0 };
        let ink = if message.reply {
            Token::Second
        } else {
            Token::AccentText
        };
        let ink = sheet.rgb(ink).readable_on(sheet.rgb(Token::Canvas), 3.2);
        let end = b - dir * 10.0;
        let line = PAGE.trace(&format!("M{} {y} L{} {y}", a + dir * 7.0, end - dir * 6.0));
        let line = if message.reply {
            line.dashed(ink, 2.5, 9.0, 6.0)
        } else {
            line.stroke(ink, 2.5)
        };
        let angle = if dir > 0.0 { 0.0 } else { 180.0 };
        let bar = |x: f32| {
            Zone::new(x - 7.0, y - 9.0, 14.0, self.step.min(40.0))
                .hold(rect())
                .fill(Token::Surface)
                .stroke(sheet.mixed(Token::Muted, Token::Canvas, 0.3), 1.5)
                .radius(3.0)
                .role("activation")
        };
        vec![
            line.role("message"),
            head((end, y), angle, ink, 2.5),
            bar(a),
            bar(b),
        ]
    }

    /// Texts that nobody says, on lines of their own below the messages.
    fn notes(&self, rest: &[Entry], messages: usize) -> Vec<Node> {
        let look = Lettering::new(FontRole::Body, 16.0, SIZE_MIN)
            .color(Token::Muted)
            .centred();
        let note = |(k, entry): (usize, &Entry)| {
            let y = self.start + self.step * ((messages + k) as f32 + 0.5);
            let plate = Zone::new(self.zone.x, y - 12.0, self.zone.w, 26.0);
            [
                plate.hold(rect()).fill(Token::Canvas),
                self.sheet.set(entry, plate, look, 16.0, "note"),
            ]
        };
        rest.iter().enumerate().flat_map(note).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn arrows_name_sender_receiver_and_message() {
        let brief = plantain_read::read(
            "sequence diagram: User -> App: open; App -> API: GET /items; API -> App: 200 JSON",
        );
        let words = Words::of(&brief);
        let play = told(&brief).unwrap_or_else(|| play(&brief, &words.raw));
        let actors: Vec<&str> = play.actors.iter().map(|a| a.text.as_str()).collect();
        assert_eq!(actors, ["User", "App", "API"]);
        let said: Vec<(usize, usize, &str)> = play
            .messages
            .iter()
            .map(|m| (m.from, m.to, m.entry.text.as_str()))
            .collect();
        assert_eq!(
            said,
            [(0, 1, "open"), (1, 2, "GET /items"), (2, 1, "200 JSON")]
        );
    }
}
