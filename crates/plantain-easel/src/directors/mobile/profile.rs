//! A person's page: portrait, name, figures, what they do.

use plantain_read::{Brief, Role};
use plantain_scene::build::{col, row, stack};
use plantain_scene::node::Place;
use plantain_scene::{Node, Token};

use super::{Parts, Screen, stops};
use crate::components::ui::measures::grouped;
use crate::components::ui::sample::FULL_NAMES;
use crate::components::ui::{Block, Entry, Form, Push, Supply, Type, Word};

pub fn build(scr: &Screen<'_>, supply: &mut Supply<'_>) -> Parts {
    let kit = &scr.kit;
    let name = supply
        .first(&[Role::Title, Role::Person, Role::Brand])
        .or_else(|| supply.valued(&["name"]).map(|p| p.1))
        .or_else(|| {
            supply.find(|role, text| {
                matches!(role, Role::Text | Role::Label)
                    && Form::of(text) == Form::Words
                    && !text.starts_with('@')
            })
        });
    // A name that was told in passing ("a photographer, Noor Haddad") comes before an invented one.
    let name = name.or_else(|| supply.find(|role, text| role != Role::Button && is_person(text)));
    let mut about: Vec<Word> = supply
        .find(|_, text| text.starts_with('@'))
        .into_iter()
        .collect();
    let said = supply.all(&[Role::Subtitle, Role::Place, Role::Attribution]);
    if said.is_empty() {
        about.extend(supply.first(&[Role::Body, Role::Caption]));
    }
    about.extend(said);
    let handled = name.is_none() && about.first().is_some_and(|word| word.text.starts_with('@'));
    let name = if handled { Some(about.remove(0)) } else { name };
    let name = name.unwrap_or_else(|| {
        Word::invented(FULL_NAMES[scr.rng.fork("name").below(FULL_NAMES.len())])
    });
    let buttons = supply.all(&[Role::Button]);
    let badges = supply.all(&[Role::Badge]);
    let (stats, others): (Vec<Entry>, Vec<Entry>) = supply.entries().into_iter().partition(is_stat);
    // A line of figures holds a few; what is more stands in rows.
    let (stats, more) = {
        let mut stats = stats;
        let more = stats.split_off(stats.len().min(STATS_MAX));
        (stats, more)
    };
    let others: Vec<Entry> = more.into_iter().chain(others).collect();
    let told: Vec<Word> = others.iter().filter_map(counted).cloned().collect();
    let whole = stats.is_empty() && told.len() >= 2;
    let others: Vec<Entry> = others
        .into_iter()
        .filter(|e| !whole || counted(e).is_none())
        .collect();
    let layout = scr.variant % 3;
    let mut blocks = vec![match layout {
        0 => portrait(scr, &name, &about),
        1 => ranged(scr, &name, &about),
        _ => card(scr, &name, &about),
    }];
    blocks.push(if whole {
        whole_figures(scr, &told)
    } else {
        figures(scr, stats)
    });
    blocks.push(acts(scr, &buttons));
    if !badges.is_empty() {
        blocks.push(earned(scr, &badges));
    }
    if !others.is_empty() {
        let mut parts = Parts::new(Vec::new(), "");
        super::leftovers::entries(scr, others, &mut parts);
        blocks.append(&mut parts.blocks);
    }
    let brief = supply.brief();
    blocks.extend([pictures(scr, brief, 0), pictures(scr, brief, 1)]);
    let stops = stops(
        kit,
        &[
            ("house", "Home"),
            ("search", "Search"),
            ("heart", "Favorites"),
            ("user", "Profile"),
        ],
    );
    let mut parts = Parts::new(
        blocks,
        "the portrait and the name lead, the figures stand in one line",
    )
    .stops(stops, 3)
    .gap(18.0);
    parts.backdrop = (layout == 0).then(|| banner(scr));
    parts
}

/// Figures in the line below the name, at most.
const STATS_MAX: usize = 4;

/// Whether an entry is a figure that stands with others in one line: "Wins 412", "3,150 XP".
fn is_stat(entry: &Entry) -> bool {
    entry.figure.as_ref().is_some_and(|figure| {
        let form = Form::of(&figure.text);
        let named = entry.name.is_some() && matches!(form, Form::Number | Form::Percent);
        let alone = entry.name.is_none() && matches!(form, Form::Number | Form::Money);
        named || alone && figure.text.chars().count() <= 9
    })
}

/// What was earned: a medal with its name for each.
fn earned(scr: &Screen<'_>, badges: &[Word]) -> Block {
    const ABREAST: usize = 3;
    const MEDALS: &[&str] = &["award", "trophy", "medal", "star", "crown"];
    let kit = &scr.kit;
    let side = kit.u(52.0);
    let lines: Vec<Node> = badges
        .chunks(ABREAST)
        .enumerate()
        .map(|(n, chunk)| {
            let cells = chunk.iter().enumerate().map(|(i, word)| {
                let at = n * ABREAST + i;
                let (ink, pale) = kit.hue(at);
                let medal = row()
                    .size_box(side, side)
                    .rigid()
                    .center()
                    .radius(side / 2.0)
                    .fill(pale)
                    .child(
                        plantain_scene::build::icon(MEDALS[at % MEDALS.len()], side * 0.5)
                            .color(ink),
                    );
                col()
                    .grow(1.0)
                    .align(Place::Center)
                    .gap(kit.u(7.0))
                    .child(medal)
                    .child(
                        kit.text(word, Type::Caption)
                            .weight(600)
                            .color(Token::Ink)
                            .centered()
                            .max_lines(2),
                    )
            });
            row()
                .fill_w()
                .align(Place::Start)
                .gap(kit.u(8.0))
                .children(cells)
        })
        .collect();
    let h = kit.u(28.0) + lines.len() as f32 * (side + kit.u(19.0) + kit.line(Type::Caption) * 1.4);
    let card = kit
        .surface(
            col()
                .role("card")
                .fill_w()
                .pad_xy(kit.u(12.0), kit.u(14.0))
                .gap(kit.u(12.0)),
        )
        .children(lines);
    Block::must(card, h)
}

/// The portrait at the left, the name and what is said of it at its right.
fn ranged(scr: &Screen<'_>, name: &Word, about: &[Word]) -> Block {
    let kit = &scr.kit;
    let side = kit.u(92.0);
    let words_w = scr.inner() - side - kit.u(18.0);
    let mut words = col()
        .grow(1.0)
        .gap(kit.u(4.0))
        .child(kit.text(name, Type::Title).max_lines(2));
    let mut h = kit.line(Type::Title) * lines(scr, &name.text, 14.0, words_w);
    for word in about {
        words = words.child(kit.text(word, Type::Body).color(Token::Muted));
        h += kit.u(4.0) + kit.line(Type::Body) * lines(scr, &word.text, 8.2, words_w);
    }
    let avatar = kit.avatar(&name.text, 92.0);
    let node = row()
        .fill_w()
        .gap(kit.u(18.0))
        .pad_xy(0.0, kit.u(10.0))
        .child(avatar)
        .child(words);
    Block::must(node, h.max(side) + kit.u(20.0))
}

/// A card in the accent across the screen, with the portrait in a ring of light.
fn card(scr: &Screen<'_>, name: &Word, about: &[Word]) -> Block {
    let kit = &scr.kit;
    let side = kit.u(112.0);
    let ring = row()
        .size_box(side, side)
        .rigid()
        .center()
        .radius(side / 2.0)
        .fill(plantain_scene::Color::from(Token::AccentInk).alpha(0.3))
        .child(kit.avatar(&name.text, 98.0));
    let mut node = kit
        .accent_card()
        .align(Place::Center)
        .pad_xy(kit.u(20.0), kit.u(28.0))
        .gap(kit.u(6.0))
        .child(ring)
        .child(
            kit.text(name, Type::Display)
                .color(Token::AccentInk)
                .centered()
                .max_lines(2),
        );
    let inner = scr.inner() - kit.u(40.0);
    let mut h = side + kit.u(62.0) + kit.line(Type::Display) * lines(scr, &name.text, 18.0, inner);
    for word in about {
        let line = kit.text(word, Type::Body).color(Token::AccentInk);
        node = node.child(line.centered().balance());
        h += kit.u(6.0) + kit.line(Type::Body) * lines(scr, &word.text, 8.2, inner);
    }
    Block::must(node, h)
}

/// How many lines a text takes in a width.
fn lines(scr: &Screen<'_>, text: &str, points: f32, width: f32) -> f32 {
    (text.chars().count() as f32 * scr.kit.u(points) / width)
        .ceil()
        .clamp(1.0, 4.0)
}

/// Two or three words that each begin with a capital and go on in small letters.
fn is_person(text: &str) -> bool {
    let words: Vec<&str> = text.split_whitespace().collect();
    (2..=3).contains(&words.len())
        && words.iter().all(|word| {
            let mut letters = word.chars();
            letters.next().is_some_and(char::is_uppercase)
                && letters.all(|c| c.is_lowercase() || matches!(c, '-' | '\'' | '’' | '.'))
        })
}

fn banner(scr: &Screen<'_>) -> Node {
    let kit = &scr.kit;
    let h = kit.u(150.0);
    let base = kit.theme.token(Token::Canvas);
    let accent = kit.theme.token(Token::Accent);
    let tone = |t: f32| base.mix(accent, t);
    stack()
        .size_box(scr.w, scr.h)
        .child(
            stack()
                .bounds(0.0, 0.0, scr.w, h)
                .clip()
                .gradient(130.0, tone(0.20), tone(0.42)),
        )
}

fn portrait(scr: &Screen<'_>, name: &Word, about: &[Word]) -> Block {
    let kit = &scr.kit;
    let side = kit.u(104.0);
    let ring = row()
        .size_box(side, side)
        .rigid()
        .center()
        .radius(side / 2.0)
        .fill(Token::Canvas)
        .child(kit.avatar(&name.text, 96.0));
    let mut node = col()
        .fill_w()
        .align(Place::Center)
        .gap(kit.u(5.0))
        .pad4(kit.u(36.0), 0.0, 0.0, 0.0)
        .child(ring)
        .child(kit.text(name, Type::Title).centered().max_lines(2));
    let mut h = side + kit.u(46.0) + kit.line(Type::Title);
    for word in about {
        node = node.child(
            kit.text(word, Type::Body)
                .color(Token::Muted)
                .centered()
                .balance(),
        );
        h += kit.line(Type::Body) * 1.3;
    }
    Block::must(node, h)
}

fn figures(scr: &Screen<'_>, stats: Vec<Entry>) -> Block {
    let kit = &scr.kit;
    let asked = !stats.is_empty();
    let cells: Vec<(Word, Word)> = if asked {
        stats
            .into_iter()
            .filter_map(|e| Some((e.figure?, e.name.unwrap_or_default())))
            .collect()
    } else {
        [(128_u64, "Posts"), (2_460, "Followers"), (315, "Following")]
            .map(|(n, name)| (Word::invented(grouped(n, "", kit.tongue)), kit.say(name)))
            .to_vec()
    };
    let node = row()
        .fill_w()
        .gap(kit.u(8.0))
        .children(cells.iter().map(|(value, name)| {
            col()
                .grow(1.0)
                .align(Place::Center)
                .gap(kit.u(2.0))
                .child(kit.figure(value, Type::Heading).centered())
                .child(kit.text(name, Type::Caption).centered().max_lines(1))
        }));
    let card = kit
        .surface(
            col()
                .role("stats")
                .fill_w()
                .pad_xy(kit.u(12.0), kit.u(14.0)),
        )
        .child(node);
    let h = kit.u(30.0) + kit.line(Type::Heading) + kit.line(Type::Caption);
    if asked {
        Block::must(card, h)
    } else {
        Block::nice(card.filler(), h, 1)
    }
}

/// "128 posts": a figure that carries its own noun, and nothing beside it.
fn counted(entry: &Entry) -> Option<&Word> {
    let word = match (&entry.name, &entry.figure) {
        (Some(word), None) | (None, Some(word)) => word,
        _ => return None,
    };
    let (figure, noun) = word.text.split_once(' ')?;
    let noun = noun.chars().all(char::is_alphabetic);
    (figure.starts_with(|c: char| c.is_ascii_digit()) && noun).then_some(word)
}

/// Figures that were told with their nouns as one text, in one line.
fn whole_figures(scr: &Screen<'_>, told: &[Word]) -> Block {
    let kit = &scr.kit;
    let cells = told.iter().map(|word| {
        col().grow(1.0).align(Place::Center).child(
            kit.text(word, Type::Strong)
                .centered()
                .max_lines(2)
                .balance(),
        )
    });
    let card = kit
        .surface(
            col()
                .role("stats")
                .fill_w()
                .pad_xy(kit.u(10.0), kit.u(14.0)),
        )
        .child(row().fill_w().gap(kit.u(8.0)).children(cells));
    Block::must(card, kit.u(30.0) + kit.line(Type::Strong) * 2.0)
}

fn acts(scr: &Screen<'_>, buttons: &[Word]) -> Block {
    let kit = &scr.kit;
    let asked = !buttons.is_empty();
    let usual = [kit.say("Follow"), kit.say("Message")];
    let words: &[Word] = if asked { buttons } else { &usual };
    let node = row()
        .fill_w()
        .gap(kit.u(12.0))
        .children(words.iter().enumerate().map(|(i, word)| {
            kit.button(
                word,
                if i == 0 {
                    Push::Primary
                } else {
                    Push::Secondary
                },
            )
            .grow(1.0)
        }));
    if asked {
        Block::must(node, kit.u(46.0))
    } else {
        Block::nice(node.filler(), kit.u(46.0), 2)
    }
}

/// A line of small pictures, without words: of what the prompt tells, else views.
fn pictures(scr: &Screen<'_>, brief: &Brief, line: usize) -> Block {
    const ABREAST: usize = 3;
    let kit = &scr.kit;
    let gap = kit.u(6.0);
    let side = (scr.inner() - 2.0 * gap) / ABREAST as f32;
    let told = kit.told_photos(brief);
    let tiles = (line * ABREAST..(line + 1) * ABREAST).map(|i| {
        let picture = match told.get(i % told.len().max(1)) {
            Some(words) => kit.photo(words, brief, i, side, side),
            None => kit.scenery("", scr.variant + i, side, side),
        };
        picture.radius(kit.radius() * 0.5)
    });
    let node = row().fill_w().gap(gap).children(tiles).filler();
    Block::nice(node, side, 3 + line as u8)
}
