//! An app screen about anything: a heading, then each list of the prompt in the part that its kind asks for.

mod goal;
mod lists;

use plantain_read::{Brief, Component, Role};
use plantain_scene::build::{col, icon, row};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::{Parts, Screen, leftovers, stops};
use crate::components::ui::card::RowSpec;
use crate::components::ui::picture::icon_for;
use crate::components::ui::supply::capital;
use crate::components::ui::{Block, Entry, Form, Kit, Supply, Type, Word};
pub use goal::share;
use goal::{goal, reached};
use lists::lists;

/// Texts that make a screen without samples beside them.
const TOLD_ENOUGH: usize = 4;

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let brief = supply.brief();
    let topic = topic(brief);
    let usual = supply
        .first(&[Role::Title, Role::Brand])
        .or_else(|| opening(supply))
        .or_else(|| supply.first(&[Role::Subtitle]))
        .unwrap_or_else(|| {
            topic
                .as_deref()
                .map_or_else(|| kit.label("Overview"), |t| Word::built(capital(t)))
        });
    let bell = kit.round_button("bell", 44.0, crate::components::ui::Push::Secondary);
    let avatar = kit.avatar("Elena", 44.0);
    let trail = if scr.variant.is_multiple_of(2) {
        avatar
    } else {
        bell
    };
    let mut blocks = vec![scr.header(supply, usual, None, Some(trail))];
    search(scr, supply, &mut blocks);
    let buttons = supply.buttons();
    // What is reached leads, even where it is the only item of a list.
    let told = reached(supply);
    let mut lists = lists(scr, supply);
    let mut plots = super::plot::cards(scr, supply);
    let mut facts = figures(supply);
    let bare = lists.is_empty()
        && plots.is_empty()
        && facts.len() < 2
        && said(supply.brief()) < TOLD_ENOUGH;
    let goal = goal(scr, told, &mut facts);
    match goal {
        Some(ring) => blocks.push(ring),
        None => blocks.push(hero(scr, supply, &facts, lists.len())),
    }
    blocks.extend(fact_blocks(scr, facts));
    blocks.append(&mut lists);
    blocks.append(&mut plots);
    let mut parts = Parts::new(
        blocks,
        "each list of the prompt stands in the part that its kind asks for",
    )
    .gap(16.0);
    let rest = supply.entries();
    leftovers::entries(scr, rest, &mut parts);
    if bare {
        parts.blocks.extend(suggestions(scr, supply));
    }
    leftovers::buttons(scr, &buttons, &mut parts);
    let stops = stops(
        kit,
        &[
            ("house", "Home"),
            ("search", "Explore"),
            ("heart", "Saved"),
            ("user", "Profile"),
        ],
    );
    parts.stops(stops, 0)
}

/// How many texts the prompt tells beside those of the bar.
fn said(brief: &Brief) -> usize {
    let texts = brief.literals.iter();
    texts
        .filter(|l| !matches!(l.role, Role::Tab | Role::Badge))
        .count()
}

/// Takes the words in quotes that the prompt opens with: they head the screen.
pub(super) fn opening(supply: &mut Supply<'_>) -> Option<Word> {
    let brief = supply.brief();
    let at = brief
        .literals
        .iter()
        .enumerate()
        .min_by_key(|(_, literal)| literal.span.start)
        .map(|(at, _)| at)?;
    let literal = &brief.literals[at];
    let part = brief
        .pairs
        .iter()
        .any(|pair| pair.value == at || pair.label == Some(at))
        || brief.lists.iter().any(|list| list.items.contains(&at));
    let framed = matches!(
        literal.role,
        Role::Button | Role::Tab | Role::Field | Role::Link | Role::Badge | Role::Small
    );
    let heads = literal.origin == plantain_read::Origin::Quoted
        && Form::of(&literal.text) == Form::Words
        && !part
        && !framed;
    heads.then(|| supply.take(at)).flatten()
}

fn search(scr: &Screen<'_>, supply: &mut Supply<'_>, blocks: &mut Vec<Block>) {
    let kit = &scr.kit;
    let wanted = supply
        .brief()
        .described
        .iter()
        .any(|d| d.kind == Component::SearchBox);
    if wanted {
        let hint = supply
            .first(&[Role::Field])
            .unwrap_or_else(|| kit.say("Search"));
        blocks.push(Block::must(kit.search(&hint), kit.u(44.0)));
    }
}

/// Returns what the app is about: two topics when the prompt writes them together ("smart home").
fn topic(brief: &Brief) -> Option<String> {
    let mut topics = brief.topic.iter().filter(|topic| {
        !matches!(
            topic.as_str(),
            "mobile" | "phone" | "smartphone" | "app" | "home" | "screen"
        )
    });
    let first = topics.next()?;
    let prompt = brief.heard();
    let both = topics.next().map(|second| format!("{first} {second}"));
    let turned = topics_turned(brief, first, &prompt);
    let home = format!("{first} home");
    both.filter(|both| prompt.contains(both.as_str()))
        .or(turned)
        .or_else(|| prompt.contains(&home).then_some(home))
        .or_else(|| Some(first.clone()))
}

/// A topic with the one that stands right before it in the prompt ("water" and "tracker").
fn topics_turned(brief: &Brief, first: &str, prompt: &str) -> Option<String> {
    let mut pairs = brief.topic.iter().map(|other| format!("{other} {first}"));
    pairs.find(|both| prompt.contains(both.as_str()))
}

/// The figures of the prompt that are no items of a list.
fn figures(supply: &mut Supply<'_>) -> Vec<Entry> {
    supply
        .pairs()
        .into_iter()
        .map(|(name, figure)| Entry {
            name: Some(name),
            figure: Some(figure),
            more: Vec::new(),
        })
        .collect()
}

/// A ring for a share that leads, else a picture of the subject.
fn hero(scr: &Screen<'_>, supply: &mut Supply<'_>, facts: &[Entry], lists: usize) -> Block {
    let kit = &scr.kit;
    let brief = supply.brief();
    let ringed = brief.described.iter().any(|d| {
        matches!(
            d.kind,
            Component::Chart(
                plantain_read::ChartKind::Progress
                    | plantain_read::ChartKind::Gauge
                    | plantain_read::ChartKind::Donut
            )
        )
    }) || supply.speaks_of(&["circle progress", "circular", "progress ring", "ring"]);
    if ringed && facts.is_empty() {
        let found = supply.find(|_, text| share(text).is_some());
        if let Some(word) = found {
            let side = kit.u(210.0);
            let part = share(&word.text).unwrap_or(0.6);
            let inside = col()
                .align(Place::Center)
                .child(kit.figure(&word, Type::Title).weight(700).centered());
            let ring = kit.ring(side, part, Token::Accent.into(), kit.accent_track(), inside);
            let node = row().fill_w().justify(Place::Center).child(ring);
            return Block::must(node, side).stretch(kit.u(30.0));
        }
    }
    let h = kit.u(if lists + facts.len() <= 2 {
        190.0
    } else {
        136.0
    });
    let words = brief.topic.join(" ");
    if !is_shown(kit, brief) {
        return sign(scr, brief, h);
    }
    let art = kit
        .photo(&words, brief, scr.variant, scr.inner(), h)
        .radius(kit.radius());
    Block::nice(art, h, 1)
}

/// Whether what the app is about can be shown as a thing or a view.
fn is_shown(kit: &Kit<'_>, brief: &Brief) -> bool {
    let words = brief.topic.join(" ");
    kit.shows(&words) || crate::components::ui::picture::subject_object(brief).is_some()
}

/// A panel in the accent with the sign of what the app is about, for what no picture shows.
fn sign(scr: &Screen<'_>, brief: &Brief, h: f32) -> Block {
    let kit = &scr.kit;
    let mark = brief
        .topic
        .iter()
        .map(|topic| icon_for(topic, ""))
        .find(|mark| !mark.is_empty())
        .unwrap_or_else(|| "sparkles".to_owned());
    let w = scr.inner();
    let ink = plantain_scene::Color::from(Token::AccentInk);
    let mut node = plantain_scene::build::stack()
        .role("picture")
        .size_box(w, h)
        .rigid()
        .clip()
        .radius(kit.radius())
        .gradient(140.0, Token::Accent, kit.accent_deep());
    for (share, alpha) in [(1.5, 0.07), (1.0, 0.09), (0.6, 0.14)] {
        let d = h * share;
        node = node.child(
            plantain_scene::build::ellipse()
                .bounds(w * 0.74 - d / 2.0, (h - d) / 2.0, d, d)
                .fill(ink.alpha(alpha)),
        );
    }
    let side = h * 0.34;
    let node = node.child(
        icon(mark, side)
            .at(w * 0.74 - side / 2.0, (h - side) / 2.0)
            .color(ink)
            .icon_stroke(1.7),
    );
    Block::nice(node, h, 1)
}

/// Shares become bars in one card, other figures tiles.
fn fact_blocks(scr: &Screen<'_>, facts: Vec<Entry>) -> Vec<Block> {
    let kit = &scr.kit;
    let (bars, tiles): (Vec<Entry>, Vec<Entry>) = facts.into_iter().partition(|fact| {
        fact.figure
            .as_ref()
            .is_some_and(|figure| share(&figure.text).is_some())
    });
    let mut parts = Parts::new(Vec::new(), "");
    if !bars.is_empty() {
        let h = bars.len() as f32 * (kit.line(Type::Strong) + kit.u(22.0)) + kit.u(20.0);
        let lines = bars.iter().enumerate().map(|(n, fact)| bar(kit, fact, n));
        let card = kit.card().gap(kit.u(14.0)).children(lines);
        parts.blocks.push(Block::must(card, h));
    }
    leftovers::entries(scr, tiles, &mut parts);
    parts.blocks
}

fn bar(kit: &Kit<'_>, fact: &Entry, n: usize) -> Node {
    let blank = Word::default();
    let name = fact.name.as_ref().unwrap_or(&blank);
    let figure = fact.figure.as_ref().unwrap_or(&blank);
    let (ink, track) = kit.hue(n);
    col()
        .fill_w()
        .gap(kit.u(8.0))
        .child(kit.ends(
            kit.text(name, Type::Strong).max_lines(1),
            kit.figure(figure, Type::Strong).rigid(),
        ))
        .child(kit.progress(share(&figure.text).unwrap_or(0.5), 8.0, ink, track))
}

/// Invented rows for a screen about which the prompt says nothing but its subject.
fn suggestions(scr: &Screen<'_>, supply: &Supply<'_>) -> Vec<Block> {
    let kit = &scr.kit;
    if !is_shown(kit, supply.brief()) {
        let names = ["Activity", "Favorites", "Recent", "Notifications"];
        let marks = ["activity", "heart", "clock", "bell"];
        let rows: Vec<Node> = names
            .iter()
            .zip(marks)
            .enumerate()
            .map(|(i, (name, mark))| {
                kit.list_row(RowSpec {
                    lead: Some(kit.icon_tile(mark, 44.0, i)),
                    name: kit.say(name),
                    trail: Some(kit.more()),
                    ..RowSpec::default()
                })
            })
            .collect();
        let h = kit.row_card_height(rows.len(), kit.row_height(44.0, false));
        return vec![Block::nice(kit.row_card(rows).filler(), h, 3)];
    }
    let w = (scr.inner() - kit.u(14.0)) / 2.0;
    let h = kit.u(124.0);
    let words = supply.brief().topic.join(" ");
    let tile = |n: usize| {
        kit.photo(&words, supply.brief(), n + 1, w, h)
            .radius(kit.radius())
    };
    let line = |n: usize| {
        let node = row()
            .fill_w()
            .gap(kit.u(14.0))
            .child(tile(n))
            .child(tile(n + 1));
        Block::nice(node.filler(), h, 4 + n as u8)
    };
    let more = icon("chevron-right", kit.u(18.0)).color(Token::Muted);
    // The heading comes with its first line or not at all.
    let gap = kit.u(16.0);
    let first = line(0);
    let head = kit.section(&kit.say("Popular"), Some(more));
    let led = col().fill_w().gap(gap).child(head).child(first.node);
    vec![
        Block::nice(led.filler(), kit.line(Type::Heading) + gap + h, 3),
        line(2),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_read_from_figures() {
        for (text, want) in [
            ("64%", Some(0.64)),
            ("1,430 of 2,000", Some(0.715)),
            ("1.4 L of 2 L", Some(0.7)),
            ("12", None),
            ("140%", None),
        ] {
            let got = share(text);
            let same = match (got, want) {
                (Some(a), Some(b)) => (a - b as f32).abs() < 0.001,
                (None, None) => true,
                _ => false,
            };
            assert!(same, "{text}: {got:?}");
        }
    }
}
