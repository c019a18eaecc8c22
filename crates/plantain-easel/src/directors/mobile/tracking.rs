//! An order on its way: where it is, when it comes, who brings it, which steps are done.

use plantain_read::Role;
use plantain_scene::build::{col, icon, rect, row, spacer};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::{Parts, Screen, leftovers, town};
use crate::components::ui::picture::icon_for;
use crate::components::ui::{Block, Entry, Form, Push, Supply, Type, Word};

/// Steps of an order, with their icons.
const STEPS: [(&str, &str); 4] = [
    ("Confirmed", "circle-check"),
    ("Preparing", "package"),
    ("On the way", "bike"),
    ("Delivered", "house"),
];
/// The step that an order on its way has come to.
const NOW: usize = 2;

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let timeline = supply.speaks_of(&["timeline", "steps", "stepper", "history"]);
    let parcel = supply.speaks_of(&["parcel", "package", "shipment", "paket", "colis", "paquete"]);
    let mapped = supply.speaks_of(&[
        "map", "karte", "carte", "mapa", "mappa", "地图", "地図", "지도",
    ]) || !timeline && !parcel;
    let buttons = supply.buttons();
    let person = person(supply);
    let when = supply
        .find(|_, text| is_span(text))
        .or_else(|| supply.form(Form::Time));
    let title = supply.first(&[Role::Title, Role::Brand]);
    let mut steps: Vec<Entry> = supply
        .listed(&["step", "status", "stage", "timeline"])
        .unwrap_or_default();
    let rest = supply.entries();
    if steps.is_empty() && !mapped {
        let told = crate::components::ui::told::enumerated(supply.brief(), 3);
        steps.extend(told.into_iter().map(|name| Entry {
            name: Some(name),
            ..Entry::default()
        }));
    }
    if steps.is_empty() {
        steps = STEPS
            .iter()
            .map(|(name, _)| Entry {
                name: Some(kit.label(name)),
                ..Entry::default()
            })
            .collect();
    }
    let mut blocks = Vec::new();
    if mapped {
        let node = kit.round_button("chevron-left", 42.0, Push::Secondary);
        blocks.push(Block::must(row().fill_w().child(node), kit.u(42.0)));
        blocks.push(Block::must(spacer(), scr.h * 0.30).stretch(scr.h));
        let (sheet, h) = sheet(
            scr,
            title.as_ref(),
            when.as_ref(),
            person.as_ref(),
            &rest,
            &buttons,
            is_ride(supply),
        );
        blocks.push(Block::must(sheet, h));
    } else {
        let usual = title.unwrap_or_else(|| kit.label("On the way"));
        blocks.push(scr.header(supply, usual, None, Some(kit.icon_tile("package", 44.0, 0))));
        let mut facts = Parts::new(Vec::new(), "");
        leftovers::entries(scr, rest, &mut facts);
        blocks.append(&mut facts.blocks);
        if let Some(when) = &when {
            blocks.push(arrival(scr, when));
        }
    }
    if timeline || !mapped {
        blocks.push(course(scr, &steps));
    }
    if !mapped {
        if let Some(person) = &person {
            let card = kit.card().child(courier(scr, person));
            blocks.push(Block::must(card, kit.u(48.0 + 40.0)));
        }
        let mut acts = Parts::new(Vec::new(), "");
        leftovers::buttons(scr, &buttons, &mut acts);
        blocks.append(&mut acts.blocks);
        let picture = town::map(kit, scr.inner(), kit.u(170.0), scr.variant).radius(kit.radius());
        blocks.push(Block::nice(picture.filler(), kit.u(170.0), 2).stretch(kit.u(40.0)));
    }
    let mut parts = Parts::new(
        blocks,
        "when it comes leads, who brings it follows, and the steps say how far it is",
    )
    .gap(14.0);
    if mapped {
        parts.backdrop = Some(town::map(kit, scr.w, scr.h, scr.variant));
    }
    parts
}

/// Whether someone is fetched and nothing is brought: a ride has no steps of an order.
pub fn is_ride(supply: &Supply<'_>) -> bool {
    supply.speaks_of(&[
        "ride",
        "ride-hailing",
        "taxi",
        "cab",
        "chauffeur",
        "rideshare",
    ])
}

/// "12 min", "25 minutes", "2 h": how long it takes.
fn is_span(text: &str) -> bool {
    let lower = text.to_lowercase();
    lower.chars().next().is_some_and(|c| c.is_ascii_digit())
        && [
            "min", "hour", " h", "std", "heure", "hora", "分", "분", "мин", "хв",
        ]
        .iter()
        .any(|unit| lower.contains(unit))
}

/// Takes who brings it.
fn person(supply: &mut Supply<'_>) -> Option<Word> {
    let told = supply
        .valued(&[
            "courier",
            "driver",
            "rider",
            "kurier",
            "livreur",
            "repartidor",
        ])
        .map(|pair| pair.1);
    told.or_else(|| supply.first(&[Role::Person])).or_else(|| {
        let brief = supply.brief();
        let at = brief.literals.iter().position(|literal| {
            let before = brief
                .prompt
                .get(..literal.span.start)
                .unwrap_or("")
                .to_lowercase();
            let before = before.trim_end_matches(|c: char| !c.is_alphanumeric());
            [
                "courier",
                "driver",
                "rider",
                "kurier",
                "fahrer",
                "livreur",
                "coursier",
                "repartidor",
                "mensajero",
                "corriere",
                "entregador",
                "bezorger",
                "kierowca",
                "kurye",
                "курьер",
                "кур'єр",
            ]
            .iter()
            .any(|word| before.ends_with(word))
        })?;
        supply.take(at)
    })
}

/// The sheet over the map: when it comes, how far it is, who brings it, what one can do.
fn sheet(
    scr: &Screen<'_>,
    title: Option<&Word>,
    when: Option<&Word>,
    person: Option<&Word>,
    rest: &[Entry],
    buttons: &[Word],
    ride: bool,
) -> (Node, f32) {
    let kit = &scr.kit;
    let mut h = kit.u(40.0);
    let mut node = town::sheet(kit, (20.0, 16.0, 12.0));
    if let Some(title) = title {
        node = node.child(kit.text(title, Type::Heading).max_lines(2));
        h += kit.line(Type::Heading) + kit.u(16.0);
    }
    let usual = Word::invented(format!("12 {}", kit.tongue.phrase("min")));
    if when.is_some() || kit.filler {
        let when = when.unwrap_or(&usual);
        node = node.child(
            col()
                .gap(kit.u(2.0))
                .child(
                    kit.text(&kit.label("Arriving in"), Type::Caption)
                        .max_lines(1),
                )
                .child(kit.figure(when, Type::Display)),
        );
        h += kit.line(Type::Caption) + kit.line(Type::Display) + kit.u(18.0);
    }
    if !ride {
        node = node.child(bars(scr));
        h += kit.u(6.0 + 26.0 + 24.0);
    }
    let invented = Word::invented("Elena");
    if person.is_some() || kit.filler {
        node = node
            .child(kit.rule())
            .child(courier(scr, person.unwrap_or(&invented)));
        h += kit.u(48.0 + 34.0);
    }
    let figures = rest.iter().any(|e| e.figure.is_some());
    for (i, entry) in rest.iter().enumerate() {
        node = node.child(leftovers::entry_row(scr, entry, i, figures));
        h += kit.u(58.0);
    }
    for (i, word) in buttons.iter().enumerate() {
        let push = if i == 0 { Push::Primary } else { Push::Soft };
        node = node.child(kit.button(word, push).fill_w());
        h += kit.u(62.0);
    }
    (node, h)
}

/// Four bars with icons under them: those that are done are filled.
fn bars(scr: &Screen<'_>) -> Node {
    let kit = &scr.kit;
    let cells = STEPS.iter().enumerate().map(|(i, (_, mark))| {
        let on = i <= NOW;
        let ink = if on { Token::Accent } else { Token::Line };
        col()
            .grow(1.0)
            .gap(kit.u(8.0))
            .align(Place::Center)
            .child(
                rect()
                    .fill_w()
                    .h(kit.u(6.0))
                    .rigid()
                    .radius(kit.u(3.0))
                    .fill(ink),
            )
            .child(icon(*mark, kit.u(18.0)).color(if on {
                Token::AccentText
            } else {
                Token::Muted
            }))
    });
    row()
        .role("progress")
        .fill_w()
        .gap(kit.u(8.0))
        .children(cells)
}

/// Who brings it, with buttons to call and to write.
fn courier(scr: &Screen<'_>, person: &Word) -> Node {
    let kit = &scr.kit;
    row()
        .role("courier")
        .fill_w()
        .gap(kit.u(12.0))
        .child(kit.avatar(&person.text, 48.0))
        .child(
            col()
                .grow(1.0)
                .gap(kit.u(2.0))
                .child(kit.text(person, Type::Strong).max_lines(1))
                .child(kit.text(&kit.say("On the way"), Type::Caption).max_lines(1)),
        )
        .child(kit.round_button("phone", 42.0, Push::Soft))
        .child(kit.round_button("message-circle", 42.0, Push::Primary))
}

fn arrival(scr: &Screen<'_>, when: &Word) -> Block {
    let kit = &scr.kit;
    let card = kit
        .accent_card()
        .gap(kit.u(4.0))
        .child(
            kit.text(&kit.label("Arriving in"), Type::Caption)
                .color(Token::AccentInk)
                .max_lines(1),
        )
        .child(kit.figure(when, Type::Display).color(Token::AccentInk));
    Block::must(
        card,
        kit.u(44.0) + kit.line(Type::Caption) + kit.line(Type::Display),
    )
}

/// The steps as a line from top to bottom.
fn course(scr: &Screen<'_>, steps: &[Entry]) -> Block {
    let kit = &scr.kit;
    let d = kit.u(34.0);
    let now = if steps.len() == STEPS.len() {
        NOW
    } else {
        steps.len().saturating_sub(2)
    };
    let mut card = kit.card().gap(0.0);
    for (i, step) in steps.iter().enumerate() {
        let blank = Word::default();
        let name = step
            .name
            .as_ref()
            .or(step.figure.as_ref())
            .unwrap_or(&blank);
        let on = i <= now;
        let usual = STEPS
            .get(i)
            .filter(|_| !name.is_asked())
            .map(|(_, mark)| *mark);
        let mark = match usual {
            Some(mark) => mark.to_owned(),
            None if i < now => "check".to_owned(),
            None => icon_for(&name.text, "circle-dot"),
        };
        let (ink, ground) = if on {
            (Token::AccentInk, Token::Accent)
        } else {
            (Token::Muted, Token::Sunken)
        };
        let dot = row()
            .size_box(d, d)
            .rigid()
            .center()
            .radius(d / 2.0)
            .fill(ground)
            .child(icon(mark, d * 0.5).color(ink));
        let mut words = col().grow(1.0).gap(kit.u(2.0)).child(
            kit.text(name, Type::Body)
                .weight(if i == now { 700 } else { 500 })
                .color(if on { Token::Ink } else { Token::Muted })
                .max_lines(2),
        );
        for word in step
            .figure
            .iter()
            .filter(|_| step.name.is_some())
            .chain(&step.more)
        {
            words = words.child(kit.text(word, Type::Caption).max_lines(1));
        }
        card = card.child(row().fill_w().gap(kit.u(14.0)).child(dot).child(words));
        if i + 1 < steps.len() {
            let ink = if i < now { Token::Accent } else { Token::Line };
            card = card.child(
                rect()
                    .size_box(kit.u(3.0), kit.u(22.0))
                    .rigid()
                    .margin(0.0, 0.0, 0.0, d / 2.0 - kit.u(1.5))
                    .fill(ink),
            );
        }
    }
    let n = steps.len() as f32;
    Block::must(
        card,
        n * d.max(kit.line(Type::Body) * 1.6) + (n - 1.0) * kit.u(22.0) + kit.u(34.0),
    )
}
