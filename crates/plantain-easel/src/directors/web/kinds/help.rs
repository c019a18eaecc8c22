//! A help centre: a question with a search box, kinds of help as cards, what is asked often, who to write to.

use plantain_read::{Component, Role};
use plantain_scene::build::{col, grid, icon, row};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::{button_row, header, remains};
use crate::components::ui::picture::icon_in;
use crate::components::ui::{Entry, Kit, Push, Supply, Type, Word};
use crate::directors::web::{Page, best_columns};
use crate::studio::Studio;

/// Kinds of help that any service has, with their icons.
const KINDS: &[(&str, &str)] = &[
    ("Getting started", "rocket"),
    ("Account", "user"),
    ("Billing", "credit-card"),
    ("Orders", "package"),
    ("Security", "shield-check"),
    ("Integrations", "puzzle"),
    ("Notifications", "bell"),
    ("Shipping", "truck"),
    ("Returns", "rotate-ccw"),
];
/// Kinds of help where the prompt gives no number.
const KINDS_USUAL: usize = 6;
/// What is asked often.
const QUESTIONS: &[&str] = &[
    "How do I change my password?",
    "Where can I find my invoices?",
    "How do I invite my team?",
    "Can I cancel at any time?",
];
/// Ways to reach someone, by words that ask for them.
const WAYS: &[(&str, &str, &[&str])] = &[
    ("Live chat", "message-circle", &["chat"]),
    ("Email", "mail", &["email", "e-mail", "mail"]),
    ("Call", "phone", &["phone", "call", "telephone"]),
];

pub fn build(page: &Page<'_>, studio: &Studio<'_>, supply: &mut Supply<'_>) -> Node {
    let kit = &page.kit;
    let margin = page.margin();
    let top = header(page, supply, &["Home", "Product", "Contact"], &["user"]);
    let told = supply.first(&[Role::Title]);
    let under = supply.all(&[Role::Subtitle, Role::Body, Role::Kicker]);
    let hint = supply.first(&[Role::Field]);
    // A search box that asks the question needs no head that asks it again.
    let asks = |word: &Word| word.text.trim_end().ends_with(['?', '？', '؟']);
    let (title, hint) = match (told, hint) {
        (None, Some(hint)) if asks(&hint) => (hint, kit.say("Search")),
        (told, hint) => (
            told.unwrap_or_else(|| kit.say("How can we help?")),
            hint.unwrap_or_else(|| kit.say("Search")),
        ),
    };
    let buttons = supply.buttons();
    let ways = ways(kit, supply);
    let (questions, mut kinds) = split(supply);
    if kinds.is_empty() && kit.filler {
        kinds = usual_kinds(kit, studio);
    }
    let rest = remains(kit, supply);
    let mut hero = col()
        .role("hero")
        .fill_w()
        .rigid()
        .align(Place::Center)
        .gap(kit.u(14.0))
        .pad4(0.0, margin, kit.u(34.0), margin)
        .fill(Token::AccentSoft)
        .child(top)
        .child(
            kit.text(&title, Type::Display)
                .size(kit.u(if page.tall() { 32.0 } else { 42.0 }))
                .centered()
                .balance()
                .max_lines(2)
                .margin(kit.u(14.0), 0.0, 0.0, 0.0),
        );
    for word in &under {
        hero = hero.child(kit.text(word, Type::Body).color(Token::Muted).centered());
    }
    let bar = (page.w - 2.0 * margin).min(kit.u(620.0));
    hero = hero.child(col().w(bar).child(search_box(kit, &hint)));
    let mut body = col()
        .fill_w()
        .grow(1.0)
        .gap(kit.u(24.0))
        .pad4(kit.u(26.0), margin, margin * 0.7, margin)
        .child(cards(page, &kinds, page.w - 2.0 * margin))
        .child(asked_often(page, &questions, spare(page, kinds.len())));
    body = body.children(rest);
    if !ways.is_empty() {
        body = body.child(reach(kit, &ways));
    }
    if !buttons.is_empty() {
        body = body.child(button_row(kit, &buttons, page.tall()));
    }
    if kit.filler && !page.tall() && questions.is_empty() && kit.tongue.code() != "en" {
        body = body
            .child(plantain_scene::build::spacer())
            .child(page.footer(None, &[]));
    }
    page.sheet().child(hero).child(body)
}

/// What the prompt lists: questions end as questions do, all else is a kind of help.
fn split(supply: &mut Supply<'_>) -> (Vec<Entry>, Vec<Entry>) {
    let mut listed: Vec<Entry> = Vec::new();
    while let Some(list) = supply.listed(&[""]) {
        listed.extend(list);
    }
    listed.extend(supply.entries());
    listed.into_iter().partition(|entry| {
        entry
            .name
            .as_ref()
            .is_some_and(|name| name.text.trim_end().ends_with(['?', '？', '؟']))
    })
}

fn usual_kinds(kit: &Kit<'_>, studio: &Studio<'_>) -> Vec<Entry> {
    let told = studio
        .brief
        .described
        .iter()
        .find(|d| matches!(d.kind, Component::Card | Component::Icon))
        .and_then(|d| d.count);
    let counted = counted_before(
        &studio.brief.heard(),
        &["categor", "topic", "section", "card"],
    );
    let n = told
        .map(|n| n as usize)
        .or(counted)
        .unwrap_or(KINDS_USUAL)
        .clamp(2, KINDS.len());
    KINDS
        .iter()
        .take(n)
        .map(|(name, _)| Entry {
            name: Some(kit.say(name)),
            ..Entry::default()
        })
        .collect()
}

/// The number right before one of these words: "six categories", "4 topics".
pub fn counted_before(heard: &str, nouns: &[&str]) -> Option<usize> {
    const NUMBERS: [&str; 12] = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
        "twelve",
    ];
    let words: Vec<&str> = heard
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let at = (1..words.len()).find(|&i| {
        nouns.iter().any(|noun| words[i].starts_with(noun)) && number(words[i - 1], &NUMBERS) > 0
    })?;
    Some(number(words[at - 1], &NUMBERS))
}

fn number(word: &str, names: &[&str]) -> usize {
    names
        .iter()
        .position(|name| *name == word)
        .map_or_else(|| word.parse().unwrap_or(0), |at| at + 1)
}

fn search_box(kit: &Kit<'_>, hint: &Word) -> Node {
    let h = kit.u(56.0);
    let bar = row()
        .role("search")
        .fill_w()
        .h(h)
        .rigid()
        .gap(kit.u(12.0))
        .pad4(0.0, kit.u(8.0), 0.0, kit.u(20.0))
        .radius(kit.control_radius(h))
        .fill(Token::Surface)
        .child(icon("search", kit.u(20.0)).color(Token::Muted))
        .child(
            kit.text(hint, Type::Body)
                .color(Token::Muted)
                .max_lines(1)
                .grow(1.0),
        )
        .child(kit.round_button("arrow-right", 40.0, Push::Primary));
    kit.edge(kit.lift(bar))
}

fn cards(page: &Page<'_>, kinds: &[Entry], w: f32) -> Node {
    let kit = &page.kit;
    let gap = kit.u(16.0);
    let columns = if page.tall() {
        2
    } else {
        best_columns(kinds.len(), w, page.h * 0.38, gap, 1.5).min(4)
    };
    let cells = kinds.iter().enumerate().map(|(n, entry)| {
        let blank = Word::default();
        let name = entry
            .name
            .as_ref()
            .or(entry.figure.as_ref())
            .unwrap_or(&blank);
        let usual = KINDS
            .get(n)
            .filter(|_| !name.is_asked())
            .map(|(_, mark)| *mark);
        let mark = usual.map_or_else(
            || icon_in(&name.text, kit.tongue.code(), "circle-help"),
            str::to_owned,
        );
        let mut words = col()
            .fill_w()
            .gap(kit.u(3.0))
            .child(kit.text(name, Type::Heading).max_lines(2));
        for word in entry
            .figure
            .iter()
            .filter(|_| entry.name.is_some())
            .chain(&entry.more)
        {
            words = words.child(kit.text(word, Type::Caption).max_lines(2));
        }
        kit.surface(
            col()
                .role("card")
                .fill_w()
                .fill_h()
                .pad(kit.u(20.0))
                .gap(kit.u(14.0))
                .align(Place::Start),
        )
        .child(kit.icon_tile(&mark, 44.0, n))
        .child(words)
    });
    let rows = kinds.len().div_ceil(columns.max(1)) as f32;
    grid(columns)
        .fill_w()
        .grow(1.0)
        .max_h(rows * kit.u(150.0) + (rows - 1.0) * gap)
        .gap(gap)
        .children(cells)
}

/// How many questions that nobody told have room under the cards and over the ways to reach someone.
fn spare(page: &Page<'_>, cards: usize) -> usize {
    /// Height of all but the cards and the questions, of a row of cards, and of a question, in points.
    const FRAME: f32 = 500.0;
    const CARDS: f32 = 128.0;
    const QUESTION: f32 = 46.0;
    let columns = if page.tall() { 2 } else { 3 };
    let rows = cards.div_ceil(columns) as f32;
    let room = page.h / page.kit.u(1.0) - FRAME - rows * CARDS;
    (room / QUESTION).floor().clamp(0.0, QUESTIONS.len() as f32) as usize
}

fn asked_often(page: &Page<'_>, told: &[Entry], spare: usize) -> Node {
    let kit = &page.kit;
    let words: Vec<Word> = if told.is_empty() && kit.filler {
        QUESTIONS
            .iter()
            .take(spare)
            .map(|text| Word::invented(*text))
            .collect()
    } else {
        told.iter().filter_map(|entry| entry.name.clone()).collect()
    };
    // English sentences have no place on a page in another language.
    let foreign = told.is_empty() && kit.tongue.code() != "en";
    if words.is_empty() || foreign {
        return col();
    }
    let rows = words.iter().map(|word| {
        row()
            .role("question")
            .fill_w()
            .gap(kit.u(14.0))
            .child(icon("file-text", kit.u(20.0)).color(Token::AccentText))
            .child(kit.text(word, Type::Body).max_lines(2).grow(1.0))
            .child(kit.more())
    });
    col()
        .fill_w()
        .rigid()
        .gap(kit.u(12.0))
        .child(
            kit.text(&kit.label("Popular questions"), Type::Title)
                .max_lines(1),
        )
        .child(kit.row_card(rows.collect()))
}

/// Ways to reach someone that the prompt names; all of them where it speaks of none.
fn ways(kit: &Kit<'_>, supply: &Supply<'_>) -> Vec<(Word, &'static str)> {
    let named: Vec<_> = WAYS
        .iter()
        .filter(|(_, _, words)| supply.speaks_of(words))
        .map(|(name, mark, _)| (kit.label(name), *mark))
        .collect();
    if named.is_empty() && kit.filler {
        return WAYS[..2]
            .iter()
            .map(|(name, mark, _)| (kit.say(name), *mark))
            .collect();
    }
    named
}

fn reach(kit: &Kit<'_>, ways: &[(Word, &'static str)]) -> Node {
    let cells = ways.iter().map(|(name, mark)| {
        kit.surface(
            row()
                .role("contact")
                .grow(1.0)
                .gap(kit.u(12.0))
                .pad_xy(kit.u(18.0), kit.u(14.0)),
        )
        .child(icon(*mark, kit.u(20.0)).color(Token::AccentText))
        .child(kit.text(name, Type::Strong).max_lines(1).grow(1.0))
        .child(kit.more())
    });
    row().fill_w().rigid().gap(kit.u(16.0)).children(cells)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds_of_help_are_as_many_as_are_told() {
        for (heard, want) in [
            ("help center with six categories", Some(6)),
            ("support page, 4 topics and search", Some(4)),
            ("a help page", None),
        ] {
            assert_eq!(
                counted_before(heard, &["categor", "topic"]),
                want,
                "{heard}"
            );
        }
    }
}
