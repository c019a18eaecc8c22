//! A board with columns of cards.

use plantain_read::{Brief, Role};
use plantain_scene::build::{col, ellipse, icon, rect, row, spacer, stack};
use plantain_scene::node::Place;
use plantain_scene::{Color, Node, Token};

use super::{ACCENTS, CUSTOM, Page};
use crate::components::ui::accents::themes;
use crate::components::ui::nav::Stop;
use crate::components::ui::sample::FIRST_NAMES;
use crate::components::ui::{Form, Kit, Push, Supply, Type, Word};
use crate::rng::Rng;
use crate::studio::{Draft, Studio};

/// A column with its cards.
struct Lane {
    name: Word,
    /// The last one holds what is done.
    last: bool,
    cards: Vec<Card>,
}

impl Lane {
    fn named(name: Word) -> Self {
        Self {
            name,
            last: false,
            cards: Vec::new(),
        }
    }
}

struct Card {
    title: Word,
    note: Option<Word>,
}

/// Returns drafts of a board.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let start = studio.rng("layout").below(3);
    themes(studio, CUSTOM, ACCENTS, 4)
        .into_iter()
        .enumerate()
        .flat_map(|(i, theme)| [(start + i, theme.clone()), (start + i + 1, theme)])
        .map(|(variant, theme)| {
            let page = Page::new(studio, &theme, variant);
            let even = page.even();
            let coloured = is_coloured(&page);
            let root = board(page, studio);
            let archetype = match even {
                _ if coloured => "board of coloured lanes",
                true => "board with sidebar",
                false => "board",
            };
            Draft::new(archetype, theme, root)
                .because("The columns keep their order from left to right, and the cards are spread over them as the prompt groups them.")
        })
        .collect()
}

fn board(page: Page<'_>, studio: &Studio<'_>) -> Node {
    let mut supply = Supply::new(studio.brief);
    let brief = studio.brief;
    let first = (0..brief.literals.len())
        .find(|i| brief.literals[*i].role == Role::Column || heads(brief, *i));
    let before = [
        Role::Item,
        Role::Text,
        Role::Body,
        Role::Label,
        Role::Kicker,
        Role::Subtitle,
    ];
    // What stands before the first column names the board.
    let title = supply
        .first(&[Role::Title, Role::Brand])
        .or_else(|| supply.first_before(&before, first.unwrap_or(0)));
    let buttons = supply.all(&[Role::Button]);
    let lanes = lanes(&page.kit, &mut supply);
    let mut page = page;
    if lanes.len() > 4 && !page.tall() {
        // More lanes than a square picture holds at full size.
        page.kit.k *= 0.82;
    }
    let most = lanes.iter().map(|lane| lane.cards.len()).max().unwrap_or(0);
    let page = &page.for_few(most + 3, 7);
    let kit = &page.kit;
    let margin = kit.u(if page.tall() { 18.0 } else { 28.0 });
    let usual = kit.label("Board");
    let head = header(page, title.as_ref().unwrap_or(&usual), &buttons);
    let side_w = if page.even() && page.w / page.h > 1.3 && lanes.len() <= 4 {
        kit.u(72.0)
    } else {
        0.0
    };
    let board_w = page.w - side_w - 2.0 * margin;
    let board_h = page.h - kit.u(86.0) - margin;
    let stacked = page.tall() && lanes.len() > 2;
    let mut rng = studio.rng("cards");
    let body = if stacked {
        let nodes = lanes
            .iter()
            .enumerate()
            .map(|(i, lane)| lane_node(page, lane, i, (board_w, None), false, &mut rng));
        col()
            .fill_w()
            .gap(kit.u(14.0))
            .children(nodes.collect::<Vec<_>>())
    } else {
        let gap = kit.u(18.0);
        let w = (board_w - gap * (lanes.len() - 1) as f32) / lanes.len().max(1) as f32;
        // Pictures and bars come in where every lane has room for them.
        let wraps = lanes
            .iter()
            .flat_map(|lane| &lane.cards)
            .any(|card| card.title.text.chars().count() as f32 * kit.u(8.6) > w - kit.u(58.0));
        let points = 210.0 + most as f32 * if wraps { 155.0 } else { 134.0 };
        let few = most <= 2 && kit.u(points) <= board_h && !is_coloured(page);
        let nodes = lanes
            .iter()
            .enumerate()
            .map(|(i, lane)| lane_node(page, lane, i, (w, Some(board_h)), few, &mut rng));
        row()
            .fill_w()
            .gap(gap)
            .align(Place::Start)
            .children(nodes.collect::<Vec<_>>())
    };
    let main = col()
        .grow(1.0)
        .pad4(0.0, margin, margin, margin)
        .child(head)
        .child(body);
    let root = page.row_sheet();
    if side_w > 0.0 {
        root.child(rail(kit, side_w)).child(main)
    } else {
        root.child(main)
    }
}

/// Whether the lanes stand on their colours, with plain cards on them.
fn is_coloured(page: &Page<'_>) -> bool {
    page.variant % 3 == 2
}

/// A narrow bar of icons.
fn rail(kit: &Kit<'_>, w: f32) -> Node {
    let stops = [
        "layout-dashboard",
        "square-kanban",
        "calendar",
        "users",
        "settings",
    ]
    .map(|name| Stop::new(name, None));
    let cells = stops.iter().enumerate().map(|(i, stop)| {
        let on = i == 1;
        let side = kit.u(42.0);
        let cell = row()
            .size_box(side, side)
            .rigid()
            .center()
            .radius(kit.control_radius(side).min(kit.u(12.0)))
            .child(icon(stop.icon.as_str(), kit.u(20.0)).color(if on {
                Token::AccentText
            } else {
                Token::Muted
            }));
        if on {
            cell.fill(Token::AccentSoft)
        } else {
            cell
        }
    });
    row()
        .fill_h()
        .align(Place::Stretch)
        .rigid()
        .child(
            col()
                .role("sidebar")
                .w(w - 1.0)
                .fill(Token::Surface)
                .align(Place::Center)
                .pad_xy(0.0, kit.u(22.0))
                .gap(kit.u(10.0))
                .child(kit.logo_mark(36.0, 2))
                .child(col().h(kit.u(10.0)))
                .children(cells)
                .child(spacer())
                .child(kit.avatar("Maya", 38.0)),
        )
        .child(rect().w(1.0).fill_h().rigid().fill(Token::Line))
}

fn header(page: &Page<'_>, title: &Word, buttons: &[Word]) -> Node {
    let kit = &page.kit;
    let mut right = row().gap(kit.u(14.0)).rigid();
    if !page.tall() {
        right = right.child(kit.avatars(&FIRST_NAMES[..3], 34.0));
    }
    for word in buttons {
        right = right.child(kit.button_sized(word, Push::Primary, Some("plus"), 38.0));
    }
    if buttons.is_empty() {
        right = right.child(kit.round_button("plus", 38.0, Push::Primary));
    }
    row()
        .role("header")
        .fill_w()
        .h(kit.u(86.0))
        .rigid()
        .justify(Place::Between)
        .child(kit.text(title, Type::Title).size(kit.u(28.0)).max_lines(1))
        .child(right)
}

/// Takes the columns and their cards from the brief.
fn lanes(kit: &Kit<'_>, supply: &mut Supply<'_>) -> Vec<Lane> {
    let brief = supply.brief();
    let names = lane_names(supply);
    let grouped = grouped(brief, &names);
    let mut lanes: Vec<Lane> = names.into_iter().map(Lane::named).collect();
    if lanes.is_empty() {
        lanes = usual_lanes(kit, brief);
    }
    let n = lanes.len();
    for (index, lane) in grouped {
        if let Some(title) = supply.take(index) {
            lanes[lane].cards.push(Card { title, note: None });
        }
    }
    stated_cards(supply, &mut lanes);
    let mut loose = loose_cards(supply);
    if loose.is_empty() && lanes.iter().all(|lane| lane.cards.is_empty()) && kit.filler {
        loose = invented_cards(kit, supply, n);
    }
    spread(&mut lanes, loose, n);
    if let Some(lane) = lanes.last_mut() {
        lane.last = true;
    }
    lanes
}

/// Takes the names of the lanes, however they are told.
fn lane_names(supply: &mut Supply<'_>) -> Vec<Word> {
    let brief = supply.brief();
    let headed: Vec<usize> = (0..brief.literals.len())
        .filter(|i| heads(brief, *i))
        .collect();
    let columns = brief
        .literals
        .iter()
        .filter(|l| l.role == Role::Column)
        .count();
    let mut names: Vec<Word> = if headed.len() >= 2 && columns < 2 {
        headed.into_iter().filter_map(|i| supply.take(i)).collect()
    } else {
        supply.all(&[Role::Column])
    };
    if names.is_empty() {
        names = supply
            .list(&["column", "spalte", "colonne", "columna", "lane", "stage"])
            .unwrap_or_default();
    }
    // "board for a restaurant: Waiting, Cooking, Ready": a few short names behind the colon are its lanes.
    if names.is_empty()
        && brief.pairs.is_empty()
        && !supply.speaks_of(&["task", "ticket", "tarea", "tâche", "aufgabe"])
    {
        let loose: Vec<usize> = (0..brief.literals.len())
            .filter(|&i| {
                !matches!(
                    brief.literals[i].role,
                    Role::Button | Role::Title | Role::Brand | Role::Badge
                )
            })
            .collect();
        let short = loose
            .iter()
            .all(|&i| brief.literals[i].text.split_whitespace().count() <= 3);
        if (3..=6).contains(&loose.len()) && short {
            names = loose.into_iter().filter_map(|i| supply.take(i)).collect();
        }
    }
    names
}

/// The lanes of a board that names none, as many as it asks for.
fn usual_lanes(kit: &Kit<'_>, brief: &Brief) -> Vec<Lane> {
    let n = super::kinds::counted_before(&brief.heard(), &["column", "lane", "stage"]).unwrap_or(3);
    let names = ["to_do", "in_progress", "done"].map(|key| kit.tongue.word(key).unwrap_or(key));
    // Further lanes stand before, between and behind the usual three.
    let keys: &[&str] = match n {
        0..=3 => &names,
        4 => &[names[0], names[1], "Review", names[2]],
        5 => &["Backlog", names[0], names[1], "Review", names[2]],
        _ => &["Backlog", names[0], names[1], "Review", "Test", names[2]],
    };
    keys.iter()
        .take(n.max(2).max(keys.len().min(n)))
        .map(|name| Lane::named(Word::invented(*name)))
        .collect()
}

/// "Login broken (Triage)": a card that tells its column stands there.
fn stated_cards(supply: &mut Supply<'_>, lanes: &mut [Lane]) {
    let brief = supply.brief();
    for pair in &brief.pairs {
        let Some(label) = pair.label else { continue };
        let value = brief.literals[pair.value].text.to_lowercase();
        let lane = lanes
            .iter_mut()
            .find(|lane| lane.name.text.to_lowercase() == value);
        if let Some(lane) = lane
            && let Some(title) = supply.take(label)
        {
            supply.take(pair.value);
            lane.cards.push(Card { title, note: None });
        }
    }
}

/// Takes the cards that tell no lane.
fn loose_cards(supply: &mut Supply<'_>) -> Vec<Card> {
    let mut loose: Vec<Card> = Vec::new();
    for entry in supply.entries() {
        match (entry.name, entry.figure) {
            (Some(title), note) => loose.push(Card { title, note }),
            (None, Some(figure)) => loose.push(Card {
                title: figure,
                note: None,
            }),
            (None, None) => {}
        }
    }
    for (_, word) in supply.rest() {
        loose.push(Card {
            title: word,
            note: None,
        });
    }
    loose
}

/// Cards for a board of `n` lanes that names none.
fn invented_cards(kit: &Kit<'_>, supply: &Supply<'_>, n: usize) -> Vec<Card> {
    let work = ["website", "web", "app", "software", "sprint", "release"];
    // A board for something else than programs has other cards.
    let private = supply.speaks_of(&[
        "wedding",
        "moving",
        "move",
        "house",
        "garden",
        "trip",
        "travel",
        "family",
        "home",
        "school",
        "restaurant",
        "kitchen",
        "party",
        "holiday",
        "study",
    ]);
    if private && kit.tongue.code() == "en" && !supply.speaks_of(&work) {
        crate::components::ui::sample::ERRANDS
            .iter()
            .map(|text| Card {
                title: Word::invented(*text),
                note: None,
            })
            .collect()
    } else {
        usual_cards(supply.brief(), n)
    }
}

/// Cards for a board that came without: as many as the prompt says for each column, else six.
fn usual_cards(brief: &Brief, lanes: usize) -> Vec<Card> {
    const TITLES: [&str; 12] = [
        "Write release notes",
        "Review onboarding copy",
        "Fix date picker",
        "Prepare user interviews",
        "Update icon set",
        "Clean up old branches",
        "Plan the next sprint",
        "Translate settings page",
        "Measure page speed",
        "Draft help article",
        "Check contrast",
        "Invite beta testers",
    ];
    let told = brief
        .described
        .iter()
        .find(|d| d.kind == plantain_read::Component::Card)
        .and_then(|d| d.count)
        .map(|n| n as usize);
    let heard = brief.heard();
    let each = [
        " each",
        " per column",
        " in each",
        " per lane",
        "every column",
    ]
    .iter()
    .any(|w| heard.contains(w));
    let count = match told {
        Some(n) if each => n * lanes,
        Some(n) => n,
        None => 6,
    };
    TITLES
        .iter()
        .take(count.clamp(1, TITLES.len()))
        .map(|title| Card {
            title: Word::invented(*title),
            note: None,
        })
        .collect()
}

/// Returns whether a colon follows a literal in the prompt: then it heads what comes next.
fn heads(brief: &Brief, index: usize) -> bool {
    let end = brief.literals[index].span.end;
    let after = brief.prompt.get(end..).unwrap_or("");
    after
        .trim_start_matches(['"', '\'', '”', '’', '»', ' '])
        .starts_with([':', '：', '('])
}

/// Returns which literals the prompt puts under which column: those between one column's name and the next, when the names
/// do not stand together.
fn grouped(brief: &Brief, names: &[Word]) -> Vec<(usize, usize)> {
    let at: Vec<Option<usize>> = names
        .iter()
        .map(|name| {
            let told = name.text.to_lowercase();
            brief
                .literals
                .iter()
                .position(|l| l.text.to_lowercase() == told)
        })
        .collect();
    let Some(at) = at.into_iter().collect::<Option<Vec<usize>>>() else {
        return Vec::new();
    };
    let together = at.windows(2).all(|w| w[1] == w[0] + 1);
    if together || at.len() < 2 {
        return Vec::new();
    }
    let usable = |i: &usize| {
        !matches!(
            brief.literals[*i].role,
            Role::Title | Role::Button | Role::Brand
        ) && Form::of(&brief.literals[*i].text) != Form::Number
    };
    at.iter()
        .enumerate()
        .flat_map(|(lane, start)| {
            let end = at.get(lane + 1).copied().unwrap_or(brief.literals.len());
            (start + 1..end)
                .filter(usable)
                .map(move |i| (i, lane))
                .collect::<Vec<_>>()
        })
        .collect()
}

/// Spreads cards in order: the first columns get one more when it does not come out even.
fn spread(lanes: &mut [Lane], cards: Vec<Card>, n: usize) {
    let (each, more) = (cards.len() / n, cards.len() % n);
    let mut cards = cards.into_iter();
    for (i, lane) in lanes.iter_mut().enumerate() {
        lane.cards
            .extend(cards.by_ref().take(each + usize::from(i < more)));
    }
}

fn lane_node(
    page: &Page<'_>,
    lane: &Lane,
    n: usize,
    (w, h): (f32, Option<f32>),
    few: bool,
    rng: &mut Rng,
) -> Node {
    let kit = &page.kit;
    let (ink, pale) = kit.hue(n + 1);
    let coloured = is_coloured(page);
    let dot = rect()
        .size_box(kit.u(10.0), kit.u(10.0))
        .rigid()
        .radius(kit.u(5.0))
        .fill(ink);
    let mut head = row().fill_w().gap(kit.u(10.0)).child(dot).child(
        kit.text(&lane.name, Type::Heading)
            .size(kit.u(16.5))
            .weight(600)
            .max_lines(1)
            .grow(1.0),
    );
    if kit.filler {
        let count = Word::invented(lane.cards.len().to_string());
        head = head.child(kit.chip(&count, Token::Muted.into(), Token::Surface.into()));
    }
    let mut node = col()
        .role("column")
        .w(w)
        .rigid()
        .pad(kit.u(14.0))
        .gap(kit.u(12.0))
        .radius(kit.radius())
        .fill(if coloured { pale } else { Token::Sunken.into() });
    if coloured {
        let edge = rect().fill_w().h(kit.u(6.0)).rigid();
        node = node.child(edge.radius(kit.u(3.0)).fill(ink));
    }
    node = node.child(head.pad_xy(kit.u(4.0), kit.u(2.0)));
    if kit.theme.border > 0.0 || kit.theme.elevation == 3 {
        node = node.stroke(Token::Line, kit.theme.border.max(1.0));
    }
    if let Some(h) = h {
        node = node.h(h);
    }
    for (i, card) in lane.cards.iter().enumerate() {
        let band = (few && i == 0).then(|| band(kit, w - kit.u(28.0), n));
        node = node.child(card_node(kit, card, (n, lane.last), few, band, rng));
    }
    let add = row()
        .fill_w()
        .h(kit.u(38.0))
        .rigid()
        .center()
        .radius(kit.control_radius(kit.u(38.0)).min(kit.u(12.0)))
        .dashed(Color::from(Token::Muted).alpha(0.45), 1.25, 4.0, 4.0)
        .child(icon("plus", kit.u(17.0)).color(Token::Muted));
    node.child(add)
}

/// A picture over the first card of a lane: overlapping forms in the lane's hue.
fn band(kit: &Kit<'_>, w: f32, n: usize) -> Node {
    let h = kit.u(84.0);
    let (ink, pale) = kit.hue(n + 1);
    let d = h * 1.5;
    stack()
        .fill_w()
        .h(h)
        .rigid()
        .clip()
        .fill(pale)
        .child(
            ellipse()
                .bounds(w * 0.12, h * 0.30, d, d)
                .fill(ink.alpha(0.28)),
        )
        .child(
            ellipse()
                .bounds(w * 0.52, -h * 0.55, d, d)
                .fill(ink.alpha(0.20)),
        )
        .child(
            ellipse()
                .bounds(w * 0.72, h * 0.42, d * 0.7, d * 0.7)
                .fill(ink.alpha(0.42)),
        )
}

fn card_node(
    kit: &Kit<'_>,
    card: &Card,
    lane: (usize, bool),
    rich: bool,
    band: Option<Node>,
    rng: &mut Rng,
) -> Node {
    let n = rng.below(5);
    let (ink, _) = kit.hue(n);
    let mut node = col().fill_w().pad(kit.u(15.0)).gap(kit.u(11.0));
    let bar = |share: f32, ink: Color| {
        rect()
            .size_box(kit.u(share), kit.u(6.0))
            .rigid()
            .radius(kit.u(3.0))
            .fill(ink)
    };
    let mut bars = row().gap(kit.u(6.0)).child(bar(40.0, ink));
    if rng.chance(0.5) {
        bars = bars.child(bar(24.0, kit.hue(n + 2).0));
    }
    node = node.child(bars).child(
        kit.text(&card.title, Type::Strong)
            .size(kit.u(15.5))
            .max_lines(3),
    );
    if let Some(note) = &card.note {
        node = node.child(kit.text(note, Type::Caption));
    }
    if rich {
        let share = if lane.1 {
            1.0
        } else {
            [0.15, 0.45, 0.75][(lane.0 + rng.below(2)).min(2)]
        };
        let paint: Color = if share >= 1.0 {
            Token::Positive.into()
        } else {
            Token::Accent.into()
        };
        node = node.child(kit.progress(share, 6.0, paint, Token::Sunken.into()));
    }
    let small = |name: &str| icon(name, kit.u(15.0)).color(Token::Muted);
    let mut marks = row()
        .gap(kit.u(10.0))
        .child(small("message-square"))
        .child(small("paperclip"));
    if rng.chance(0.5) {
        marks = marks.child(small("list-checks"));
    }
    let who = rng.below(FIRST_NAMES.len());
    let names = if rich && rng.chance(0.5) {
        vec![FIRST_NAMES[who], FIRST_NAMES[(who + 3) % FIRST_NAMES.len()]]
    } else {
        vec![FIRST_NAMES[who]]
    };
    let node = node.child(
        row()
            .fill_w()
            .justify(Place::Between)
            .child(marks)
            .child(kit.avatars(&names, 26.0)),
    );
    let mut card = kit.surface(col().role("kanban-card").fill_w().clip());
    if let Some(band) = band {
        card = card.child(band);
    }
    card.child(node)
}
