//! A map with a route, and a sheet that says where it leads.

use plantain_read::Role;
use plantain_scene::build::{col, icon, row, spacer};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::{Parts, Screen, leftovers, town};
use crate::components::ui::{Block, Push, Supply, Type, Word};

/// Words of an instruction to turn, and the arrow that shows it; the more particular ones first.
const TURNS: &[(&[&str], &str)] = &[
    (&["u-turn", "turn around", "make a u"], "undo-2"),
    (
        &[
            "right",
            "rechts",
            "droite",
            "derecha",
            "destra",
            "direita",
            "右",
            "oikealle",
            "sağa",
            "направо",
            "오른쪽",
            "يمين",
            "ימינה",
            "prawo",
        ],
        "corner-up-right",
    ),
    (
        &[
            "left",
            "links",
            "gauche",
            "izquierda",
            "sinistra",
            "esquerda",
            "左",
            "sola",
            "налево",
            "왼쪽",
            "يسار",
            "שמאלה",
            "lewo",
        ],
        "corner-up-left",
    ),
    (
        &[
            "straight",
            "continue",
            "head ",
            "keep ",
            "geradeaus",
            "tout droit",
            "recto",
            "dritto",
            "直行",
            "直进",
        ],
        "arrow-up",
    ),
    (
        &[
            "roundabout",
            "kreisverkehr",
            "rond-point",
            "rotonda",
            "rotatória",
        ],
        "rotate-cw",
    ),
    (
        &["exit", "ausfahrt", "sortie", "salida", "uscita", "merge"],
        "arrow-up-right",
    ),
];

/// Words that an instruction to turn has beside its side.
const WAYS: &[&str] = &[
    "turn",
    "onto",
    "exit",
    "keep",
    "head",
    "merge",
    "take",
    "continue",
    "roundabout",
    "street",
    "abbiegen",
    "tournez",
    "gire",
    "gira",
    "vire",
    "svolta",
    "拐",
    "转",
    "曲",
    "поверните",
    "회전",
    "انعطف",
    "اتجه",
    "פנה",
    "פני",
    "skręć",
    "afslaan",
];

/// The arrow of an instruction to turn; none for other words.
fn turn_of(text: &str) -> Option<&'static str> {
    let lower = text.to_lowercase();
    let way = WAYS.iter().any(|word| lower.contains(word));
    TURNS
        .iter()
        .find(|(words, _)| way && words.iter().any(|word| lower.contains(word)))
        .map(|(_, arrow)| *arrow)
}

/// The next turn over the map: its arrow, how far it is, what to do.
fn banner(scr: &Screen<'_>, turn: &Word, arrow: &str, distance: Option<&Word>) -> Block {
    let kit = &scr.kit;
    let ink = Token::AccentInk;
    let mut words = col().grow(1.0).gap(kit.u(2.0));
    let mut h = kit.u(36.0) + kit.line(Type::Heading) * 1.2;
    if let Some(distance) = distance {
        words = words.child(kit.figure(distance, Type::Title).color(ink));
        h += kit.line(Type::Title);
    }
    if turn.text.chars().count() > 24 {
        h += kit.line(Type::Heading);
    }
    words = words.child(kit.text(turn, Type::Heading).color(ink).max_lines(2));
    let node = kit
        .float(
            row()
                .role("turn")
                .fill_w()
                .gap(kit.u(16.0))
                .pad_xy(kit.u(20.0), kit.u(18.0))
                .radius(kit.radius().max(kit.u(8.0)))
                .fill(Token::Accent),
        )
        .child(icon(arrow, kit.u(44.0)).color(ink))
        .child(words);
    Block::must(node, h)
}

/// Takes the instruction to turn, with how far away it is.
fn next_turn(supply: &mut Supply<'_>) -> Option<(Word, &'static str, Option<Word>)> {
    let turn = supply.find(|role, text| {
        !matches!(role, Role::Button | Role::Tab | Role::Link | Role::Field)
            && turn_of(text).is_some()
    })?;
    let arrow = turn_of(&turn.text)?;
    let prompt = &supply.brief().prompt;
    let distance = supply
        .brief()
        .literals
        .iter()
        .position(|literal| {
            let before = prompt[..literal.span.start].trim_end();
            matches!(literal.role, Role::Value | Role::Body | Role::Text)
                && ["in", "after", "en", "dans", "tra", "em", "nach", "через"]
                    .iter()
                    .any(|lead| before.ends_with(&format!(" {lead}")))
        })
        .or_else(|| beside_turn(supply, &turn))
        .and_then(|at| supply.take(at));
    Some((turn, arrow, distance))
}

/// "Turn left" "300 m", „In 120 m rechts abbiegen“, „Lindenallee“: what stands in quotes right behind the turn, before the
/// words for what is below.
fn beside_turn(supply: &Supply<'_>, turn: &Word) -> Option<usize> {
    let brief = supply.brief();
    let at = brief.literals.iter().position(|l| l.text == turn.text)?;
    let (own, next) = (&brief.literals[at], brief.literals.get(at + 1)?);
    let between = brief.prompt.get(own.span.end..next.span.start)?;
    let close = between.chars().all(|c| !c.is_alphanumeric()) && !between.contains(['.', '\n']);
    let quoted = next.origin == plantain_read::Origin::Quoted;
    (close && quoted && !matches!(next.role, Role::Button | Role::Tab)).then_some(at + 1)
}

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let turn = next_turn(supply);
    let hint = supply.first(&[Role::Field]);
    let place = supply.first(&[Role::Title, Role::Place, Role::Brand]);
    // On the way, what else is told is what is left of it.
    let under = match turn {
        Some(_) => None,
        None => supply.first(&[Role::Subtitle, Role::Caption]),
    };
    let (place, under) = match (place, under) {
        (None, under) => (under, None),
        both => both,
    };
    let buttons = supply.buttons();
    let chips = supply.all(&[Role::Badge]);
    let mut blocks = Vec::new();
    if let Some((turn, arrow, distance)) = &turn {
        blocks.push(banner(scr, turn, arrow, distance.as_ref()));
    }
    // On the way one follows the next turn and searches nothing.
    if turn.is_none() || hint.is_some() {
        let hint = hint.unwrap_or_else(|| kit.say("Search"));
        let search = kit.float(kit.search(&hint).fill(Token::Surface));
        blocks.push(Block::must(search, kit.u(44.0)));
    }
    if !chips.is_empty() {
        blocks.push(Block::must(kit.choice_chips(&chips, 0), kit.u(36.0)));
    }
    blocks.push(Block::must(spacer(), scr.h * 0.34).stretch(scr.h));
    let mut entries = supply.entries();
    if turn.is_some() {
        let told = supply.all(&[Role::Subtitle, Role::Caption, Role::Text]);
        entries.extend(told.into_iter().map(crate::components::ui::Entry::named));
    }
    let asked = place.is_some() || !entries.is_empty() || !buttons.is_empty();
    let (sheet, h) = if turn.is_some() && place.is_none() {
        ride(scr, entries, &buttons)
    } else {
        sheet(scr, place, under, entries, &buttons)
    };
    if asked || kit.filler {
        blocks.push(Block::must(sheet, h));
    }
    let mut parts = Parts::new(
        blocks,
        "the map fills the screen, and the sheet over it says where the route leads",
    )
    .gap(12.0);
    parts.backdrop = Some(town::map(kit, scr.w, scr.h, scr.variant));
    parts
}

/// What is left of the way, side by side, and a button to end it.
fn ride(
    scr: &Screen<'_>,
    entries: Vec<crate::components::ui::Entry>,
    buttons: &[Word],
) -> (Node, f32) {
    let kit = &scr.kit;
    let mut line = row().fill_w().align(Place::Start);
    for (i, entry) in entries.iter().enumerate() {
        let lead = entry.figure.as_ref().or(entry.name.as_ref());
        let under = entry.figure.as_ref().and(entry.name.as_ref());
        let mut cell = col().grow(1.0).align(Place::Center).gap(kit.u(2.0));
        if let Some(lead) = lead {
            let ink = if i == 0 {
                Token::AccentText
            } else {
                Token::Ink
            };
            cell = cell.child(kit.figure(lead, Type::Heading).color(ink).centered());
        }
        for word in under.into_iter().chain(&entry.more) {
            cell = cell.child(kit.text(word, Type::Caption).centered().max_lines(1));
        }
        line = line.child(cell);
    }
    let mut h = kit.u(36.0) + kit.line(Type::Heading) + kit.line(Type::Caption);
    let mut node = town::sheet(kit, (18.0, 14.0, 8.0)).child(line);
    let usual = [kit.say("End")];
    let shown: &[Word] = if buttons.is_empty() && kit.filler {
        &usual
    } else {
        buttons
    };
    for (i, word) in shown.iter().enumerate() {
        let push = if i == 0 { Push::Primary } else { Push::Soft };
        node = node.child(kit.button(word, push).fill_w());
        h += kit.u(60.0);
    }
    (node, h)
}

fn sheet(
    scr: &Screen<'_>,
    place: Option<Word>,
    under: Option<Word>,
    entries: Vec<crate::components::ui::Entry>,
    buttons: &[Word],
) -> (Node, f32) {
    let kit = &scr.kit;
    let mut h = kit.u(40.0);
    let mut node = town::sheet(kit, (18.0, 12.0, 8.0));
    if let Some(place) = &place {
        let mut words = col()
            .grow(1.0)
            .gap(kit.u(2.0))
            .child(kit.text(place, Type::Heading).max_lines(2));
        if let Some(under) = &under {
            words = words.child(kit.text(under, Type::Caption).max_lines(2));
        }
        node = node.child(
            row()
                .fill_w()
                .gap(kit.u(12.0))
                .child(kit.tile(
                    "map-pin",
                    44.0,
                    Token::AccentText.into(),
                    Token::AccentSoft.into(),
                ))
                .child(words),
        );
        h += kit.u(56.0);
    }
    let figures = entries.iter().any(|e| e.figure.is_some());
    for (i, entry) in entries.iter().enumerate() {
        node = node.child(leftovers::entry_row(scr, entry, i, figures));
        h += kit.u(52.0);
    }
    if place.is_none() && entries.is_empty() && kit.filler {
        let minutes = Word::invented(format!("12 {}", kit.tongue.phrase("min")));
        node = node.child(
            kit.ends(
                kit.text(&minutes, Type::Title),
                kit.text(&Word::invented("3.4 km"), Type::Body)
                    .color(Token::Muted),
            ),
        );
        h += kit.line(Type::Title);
    }
    for (i, word) in buttons.iter().enumerate() {
        node = node.child(
            kit.button(word, if i == 0 { Push::Primary } else { Push::Soft })
                .fill_w(),
        );
        h += kit.u(58.0);
    }
    if buttons.is_empty() && kit.filler {
        node = node.child(
            kit.button_sized(
                &kit.say("Directions"),
                Push::Primary,
                Some("navigation"),
                46.0,
            )
            .fill_w(),
        );
        h += kit.u(58.0);
    }
    (node, h)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn turns_have_their_arrows() {
        for (text, want) in [
            ("Turn right onto Elm Street", Some("corner-up-right")),
            ("Links abbiegen", Some("corner-up-left")),
            ("Continue straight", Some("arrow-up")),
            ("Take exit 12", Some("arrow-up-right")),
            ("Central Station", None),
            ("Right Bank Cafe", None),
        ] {
            assert_eq!(turn_of(text), want, "{text}");
        }
    }
}
