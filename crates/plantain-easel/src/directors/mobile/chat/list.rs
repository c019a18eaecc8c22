//! Several conversations: one row each, with who, the last line and when.

use plantain_read::{Brief, Role};
use plantain_scene::build::{col, row};
use plantain_scene::{Node, Token};

use super::super::{Parts, Screen, stops};
use crate::components::ui::sample::{FULL_NAMES, TALK};
use crate::components::ui::supply::is_weekday;
use crate::components::ui::{Block, Entry, Form, Kit, Push, Supply, Type, Word};
use crate::directors::web::kinds::counted_before;

/// Whether everyone speaks once, each at a time of their own: lines of several conversations, and no single one.
pub(super) fn each_at_a_time(brief: &Brief) -> bool {
    let of = |role: Role| brief.literals.iter().filter(move |l| l.role == role);
    let mut people: Vec<&str> = of(Role::Person).map(|l| l.text.as_str()).collect();
    let told = people.len();
    people.sort_unstable();
    people.dedup();
    told >= 3 && people.len() == told && of(Role::Time).count() == told
}

/// Conversations one under the other: who, the last line, when.
pub(super) fn list(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let trail = kit.round_button("square-pen", 44.0, Push::Secondary);
    let mut blocks = vec![scr.header(supply, kit.label("Chats"), None, Some(trail))];
    let hint = supply
        .first(&[Role::Field])
        .unwrap_or_else(|| kit.say("Search"));
    blocks.push(Block::must(kit.search(&hint), kit.u(44.0)));
    let unread = supply.valued(&["unread", "ungelesen", "no leíd", "non lus"]);
    if let Some((label, count)) = &unread {
        let line = row()
            .gap(kit.u(8.0))
            .child(kit.accent_chip(count))
            .child(kit.text(label, Type::Caption).max_lines(1));
        blocks.push(Block::must(line, kit.u(28.0)));
    }
    let told = conversations(supply.entries());
    let heard = supply.brief().heard();
    let n = counted_before(&heard, &["conversation", "chat", "message"])
        .unwrap_or(7)
        .clamp(1, FULL_NAMES.len());
    let times = [
        "9:38", "9:12", "8:40", "8:05", "7:51", "7:20", "6:48", "6:30", "6:02", "5:44",
    ];
    let rows: Vec<Node> = if told.is_empty() {
        let names = FULL_NAMES.iter().take(if kit.filler { n } else { 0 });
        names
            .enumerate()
            .map(|(i, name)| {
                let line = Word::invented(TALK[i % TALK.len()].1);
                let unread = i < 2;
                list_row(
                    kit,
                    &Word::invented(*name),
                    Some(&line),
                    Some(&Word::invented(times[i])),
                    unread,
                )
            })
            .collect()
    } else {
        told.iter()
            .enumerate()
            .map(|(i, entry)| {
                let blank = Word::default();
                let name = entry
                    .name
                    .as_ref()
                    .or(entry.figure.as_ref())
                    .unwrap_or(&blank);
                let when = entry.figure.as_ref().filter(|_| entry.name.is_some());
                list_row(kit, name, entry.more.first(), when, i == 0)
            })
            .collect()
    };
    let h = kit.row_card_height(rows.len(), kit.u(50.0));
    blocks.push(Block::must(kit.row_card(rows), h));
    let places = stops(
        kit,
        &[
            ("message-circle", "Chats"),
            ("phone", "Calls"),
            ("settings", "Settings"),
        ],
    );
    Parts::new(blocks, "each conversation is one row with its last line")
        .stops(places, 0)
        .gap(14.0)
}

/// Joins a last line and its time, which the prompt tells one after the other, into the row of their sender.
fn conversations(told: Vec<Entry>) -> Vec<Entry> {
    let mut out: Vec<Entry> = Vec::new();
    for entry in told {
        let alone = match (&entry.name, &entry.figure) {
            (Some(word), None) | (None, Some(word)) if entry.more.is_empty() => Some(word.clone()),
            _ => None,
        };
        let last = out.last_mut().filter(|last| {
            last.name.is_some()
                && !last
                    .figure
                    .as_ref()
                    .is_some_and(|word| is_moment(&word.text))
        });
        match (alone.filter(|word| is_moment(&word.text)), last) {
            (Some(when), Some(last)) => {
                if let Some(line) = last.figure.replace(when) {
                    last.more.insert(0, line);
                }
            }
            _ => out.push(entry),
        }
    }
    // A line without a time stands under the name as every other does.
    for row in &mut out {
        let line = row
            .figure
            .take_if(|word| row.name.is_some() && !is_moment(&word.text));
        row.more.splice(0..0, line);
    }
    out
}

/// "18:42", "yesterday", "3 May": when something was said.
fn is_moment(text: &str) -> bool {
    const MOMENTS: &[&str] = &[
        "yesterday",
        "today",
        "now",
        "gestern",
        "heute",
        "ayer",
        "hoy",
        "hier",
        "ieri",
        "oggi",
        "ontem",
        "hoje",
        "wczoraj",
        "dün",
        "вчера",
        "вчора",
    ];
    let lower = text.to_lowercase();
    matches!(Form::of(text), Form::Time | Form::Date)
        || MOMENTS.contains(&lower.as_str())
        || is_weekday(&lower)
}

fn list_row(
    kit: &Kit<'_>,
    name: &Word,
    line: Option<&Word>,
    when: Option<&Word>,
    unread: bool,
) -> Node {
    let mut words = col()
        .grow(1.0)
        .gap(kit.u(2.0))
        .child(kit.text(name, Type::Strong).max_lines(1));
    if let Some(line) = line {
        words = words.child(kit.text(line, Type::Caption).max_lines(1));
    }
    let mut node = row()
        .role("row")
        .fill_w()
        .gap(kit.u(12.0))
        .child(kit.avatar(&name.text, 48.0))
        .child(words);
    if let Some(when) = when {
        let ink = if unread {
            Token::AccentText
        } else {
            Token::Muted
        };
        node = node.child(kit.figure(when, Type::Caption).color(ink).rigid());
    }
    node
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_speaks_once_has_a_chat_of_their_own() {
        for (prompt, apart) in [
            (
                "messages app: Ana 'On my way' 9:12, Ben 'Photo' Yesterday, Lee 'See you' Tue",
                true,
            ),
            (
                "chat: Ana 'Hi' 9:12, Ben 'Hello' 9:13, Ana 'Lunch?' 9:14",
                false,
            ),
        ] {
            assert_eq!(
                each_at_a_time(&plantain_read::read(prompt)),
                apart,
                "{prompt}"
            );
        }
    }

    #[test]
    fn times_join_the_row_of_their_sender() {
        let entry = |name: &str, figure: Option<&str>| Entry {
            name: Some(Word::asked(name)),
            figure: figure.map(Word::asked),
            more: Vec::new(),
        };
        let rows = conversations(vec![
            entry("Emma", Some("See you")),
            entry("18:42", None),
            entry("Dad", Some("Call me")),
            entry("yesterday", None),
            entry("Ola", Some("Hi")),
        ]);
        let shown: Vec<String> = rows
            .iter()
            .map(|row| {
                let text = |word: Option<&Word>| word.map_or("", |word| &word.text).to_owned();
                [
                    text(row.name.as_ref()),
                    text(row.more.first()),
                    text(row.figure.as_ref()),
                ]
                .join("|")
            })
            .collect();
        assert_eq!(
            shown,
            ["Emma|See you|18:42", "Dad|Call me|yesterday", "Ola|Hi|"]
        );
    }
}
