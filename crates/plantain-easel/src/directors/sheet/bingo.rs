//! Bingo cards: a grid of words or numbers with a free square in the middle.

use plantain_read::Role;
use plantain_scene::build::*;
use plantain_scene::node::{Align, FontRole, Node};

use super::head::{Head, Style, leaf};
use super::{Look, Words, paper};
use crate::components::print::{Archetype, Page, Tone, Zone, drafts};
use crate::components::wording::Line;
use crate::directors::composed;
use crate::studio::{Draft, Studio};

/// Squares that are usual for an occasion.
const USUAL: &[(&[&str], &[&str])] = &[
    (
        &["baby"],
        &[
            "Onesie",
            "Diapers",
            "Bottle",
            "Stroller",
            "Crib",
            "Pacifier",
            "Blanket",
            "Rattle",
            "Teddy bear",
            "Bib",
            "Wipes",
            "Socks",
            "Car seat",
            "Books",
            "Mobile",
            "Bath toys",
            "Hat",
            "Lullaby",
            "High chair",
            "Swaddle",
            "Booties",
            "Mittens",
            "Monitor",
            "Photo album",
        ],
    ),
    (
        &["wedding", "bridal", "bachelorette"],
        &[
            "Toast",
            "First dance",
            "Veil",
            "Bouquet",
            "Cake cut",
            "Happy tears",
            "Rings",
            "Vows",
            "Champagne",
            "Selfie",
            "Flower girl",
            "Best man",
            "Speech",
            "Confetti",
            "Love song",
            "Garter",
            "Lace",
            "Kiss",
            "Photo booth",
            "Guest book",
            "Candles",
            "Slow dance",
            "Bow tie",
            "High heels",
        ],
    ),
    (
        &["christmas", "xmas", "holiday"],
        &[
            "Candy cane",
            "Snowman",
            "Reindeer",
            "Santa",
            "Mistletoe",
            "Carols",
            "Tinsel",
            "Star",
            "Bells",
            "Cookies",
            "Eggnog",
            "Wreath",
            "Sleigh",
            "Elf",
            "Gifts",
            "Stocking",
            "Snowflake",
            "Candle",
            "Gingerbread",
            "Angel",
            "Holly",
            "Sweater",
            "Chimney",
            "Fireplace",
        ],
    ),
    (
        &["road", "car", "travel", "trip"],
        &[
            "Red car",
            "Bridge",
            "Cow",
            "Stop sign",
            "Tunnel",
            "Train",
            "Motorbike",
            "Gas station",
            "River",
            "Tractor",
            "School bus",
            "Barn",
            "Dog in a car",
            "Windmill",
            "Police car",
            "Camper",
            "Flag",
            "Hotel",
            "Horse",
            "Billboard",
            "Traffic light",
            "Lake",
            "Truck",
            "Church",
        ],
    ),
    (
        &["office", "meeting", "work", "zoom", "corporate"],
        &[
            "You’re on mute",
            "Circle back",
            "Synergy",
            "Deep dive",
            "Next steps",
            "Low-hanging fruit",
            "Coffee refill",
            "Cat on camera",
            "Bad connection",
            "Deadline",
            "Slide deck",
            "Action item",
            "Touch base",
            "Bandwidth",
            "Quick win",
            "Move the needle",
            "Can you see my screen?",
            "Ping me",
            "Big picture",
            "Follow up",
            "Best practice",
            "Hard stop",
            "Alignment",
            "Take it offline",
        ],
    ),
    (
        &["halloween", "spooky"],
        &[
            "Pumpkin",
            "Witch",
            "Black cat",
            "Ghost",
            "Bat",
            "Spider",
            "Skeleton",
            "Candy",
            "Mask",
            "Vampire",
            "Zombie",
            "Owl",
            "Full moon",
            "Broom",
            "Mummy",
            "Potion",
            "Cobweb",
            "Scarecrow",
            "Werewolf",
            "Cauldron",
            "Candle",
            "Raven",
            "Costume",
            "Haunted house",
        ],
    ),
    (
        &["nature", "garden", "forest", "hike", "hiking", "park"],
        &[
            "Acorn",
            "Bird nest",
            "Butterfly",
            "Pine cone",
            "Feather",
            "Moss",
            "Ladybug",
            "Squirrel",
            "Mushroom",
            "Fern",
            "Stream",
            "Spider web",
            "Smooth stone",
            "Red leaf",
            "Bee",
            "Berries",
            "Snail",
            "Bark",
            "Clover",
            "Ant hill",
            "Cloud",
            "Rabbit",
            "Log",
            "Wildflower",
        ],
    ),
    (
        &[
            "class",
            "classroom",
            "school",
            "ice",
            "icebreaker",
            "human",
            "team",
        ],
        &[
            "Has a pet",
            "Plays guitar",
            "Likes math",
            "Left-handed",
            "Has a sister",
            "Speaks Spanish",
            "Loves pizza",
            "Can whistle",
            "Rides a bike",
            "Early bird",
            "Night owl",
            "Reads daily",
            "Likes to cook",
            "Was born in May",
            "Can swim",
            "Collects things",
            "Likes hiking",
            "Drinks tea",
            "Has been abroad",
            "Plays chess",
            "Can juggle",
            "Wears glasses",
            "Likes to sing",
            "Has freckles",
        ],
    ),
];

/// Returns drafts for a bingo card.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    drafts(
        studio,
        &[
            "friendly",
            "pastel",
            "mid-century",
            "seventies",
            "playful",
            "risograph",
        ],
        &[&PLAIN, &BAND, &FRAMED, &SIDE],
    )
}

const PLAIN: Archetype = Archetype {
    name: "bingo card",
    reason: "A ruled grid with its letters above the columns.",
    suits: |page| if composed::ordinary(page) { 0.9 } else { 0.0 },
    build: |page| sheet(page, Style::Plain, Look5::Ruled),
};

const BAND: Archetype = Archetype {
    name: "bingo card under a band",
    reason: "Rounded squares with gaps between them, the title on colour.",
    suits: |page| if composed::ordinary(page) { 0.9 } else { 0.0 },
    build: |page| sheet(page, Style::Band, Look5::Tiles),
};

const FRAMED: Archetype = Archetype {
    name: "framed bingo card",
    reason: "A frame around a chequered grid.",
    suits: |page| if composed::ordinary(page) { 0.9 } else { 0.0 },
    build: |page| sheet(page, Style::Framed, Look5::Chequered),
};

const SIDE: Archetype = Archetype {
    name: "bingo card with a side column",
    reason: "On a wide sheet the title stands beside the grid.",
    suits: |page| if page.ratio() > 1.1 { 0.92 } else { 0.0 },
    build: |page| sheet(page, Style::Side, Look5::Tiles),
};

/// How the squares are drawn.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Look5 {
    Ruled,
    Tiles,
    Chequered,
}

/// Number of squares along a side: what the prompt says, or what its words fill.
fn side(words: &Words<'_>, given: usize) -> usize {
    let prompt = words.page.studio.brief.prompt.to_lowercase();
    let said = (3..=6).find(|n| {
        prompt.contains(&format!("{n}x{n}"))
            || prompt.contains(&format!("{n} x {n}"))
            || prompt.contains(&format!("{n}×{n}"))
    });
    said.unwrap_or(match given {
        0 => 5,
        1..=9 => 3,
        10..=16 => 4,
        17..=25 => 5,
        _ => 6,
    })
}

/// The squares in reading order; none for the free one.
fn squares(words: &Words<'_>) -> (usize, Vec<Option<Line>>) {
    let given: Vec<Line> = words
        .sheet
        .sections
        .iter()
        .flat_map(|s| s.head.into_iter().chain(s.items.iter().copied()))
        .map(|at| words.sentence(at))
        .collect();
    let n = side(words, given.len());
    let cells = n * n;
    let odd = n % 2 == 1;
    let free = odd && given.len() < cells;
    let mut rng = words.page.studio.rng("squares");
    let mut pool = invented(words, n, &mut rng);
    pool.retain(|line| {
        !given
            .iter()
            .any(|g| g.text.eq_ignore_ascii_case(&line.text))
    });
    let by_columns = given.is_empty()
        && pool
            .iter()
            .all(|l| l.text.chars().all(|c| c.is_ascii_digit()));
    let mut all = given;
    let room = cells - usize::from(free);
    if all.len() < room && words.page.studio.filler {
        all.extend(pool.into_iter().take(room - all.len()));
    }
    if !by_columns {
        rng.shuffle(&mut all);
    }
    let mut out: Vec<Option<Line>> = all.into_iter().map(Some).collect();
    if free && out.len() >= cells / 2 {
        out.insert(cells / 2, None);
    }
    out.truncate(cells.max(out.len()));
    (n, out)
}

/// Words that are usual for the occasion, else numbers in order of their columns.
fn invented(words: &Words<'_>, n: usize, rng: &mut crate::rng::Rng) -> Vec<Line> {
    let brief = words.page.studio.brief;
    let heard = brief.heard();
    let said: Vec<&str> = heard.split(|c: char| !c.is_alphanumeric()).collect();
    let usual = USUAL
        .iter()
        .find(|(keys, _)| keys.iter().any(|k| said.contains(k)))
        .filter(|_| brief.language.0 == "en");
    if let Some((_, list)) = usual {
        let mut list = list.to_vec();
        rng.shuffle(&mut list);
        return list
            .into_iter()
            .map(|w| Line::invented(w, Role::Item))
            .collect();
    }
    let span = 15;
    let mut columns: Vec<Vec<usize>> = (0..n)
        .map(|c| {
            let mut all: Vec<usize> = (c * span + 1..=(c + 1) * span).collect();
            rng.shuffle(&mut all);
            all
        })
        .collect();
    let mut out = Vec::new();
    for row in 0..n {
        for (c, column) in columns.iter_mut().enumerate() {
            if n % 2 == 1 && row == n / 2 && c == n / 2 {
                continue;
            }
            out.push(Line::invented(
                column.pop().unwrap_or(1).to_string(),
                Role::Item,
            ));
        }
    }
    out
}

fn sheet(page: &Page<'_>, style: Style, look: Look5) -> Node {
    let words = Words::of(page);
    let mut head = Head::of(&words);
    // "Baby shower bingo card": the card itself need not be named.
    if words.sheet.title.is_none() {
        for tail in [" Card", " Sheet", " Board", " card"] {
            head.title.text = head.title.text.trim_end_matches(tail).to_owned();
        }
    }
    let leaf = leaf(page, style, &head);
    let (n, squares) = squares(&words);
    let live = leaf.live;
    let rows = squares.len().div_ceil(n).max(1);
    let letters = n == 5 && page.studio.filler;
    let strip = if letters {
        live.w.min(live.h) * 0.11
    } else {
        0.0
    };
    let gap = if look == Look5::Ruled {
        0.0
    } else {
        live.w.min(live.h) * 0.014
    };
    let cell_w = (live.w - gap * (n - 1) as f32) / n as f32;
    let cell_h = ((live.h - strip - gap * (rows - 1) as f32) / rows as f32).min(cell_w * 1.2);
    let cell_w = cell_w.min(cell_h * 1.5);
    let wide = cell_w * n as f32 + gap * (n - 1) as f32;
    let tall = strip + (cell_h + gap) * rows as f32;
    let (x, y) = (
        live.x + (live.w - wide) * 0.5,
        live.y + (live.h - tall).max(0.0) * 0.5,
    );
    let mut nodes = Vec::new();
    if letters {
        nodes.extend(header(page, Zone::new(x, y, cell_w, strip), cell_w + gap));
    }
    let size = common_size(page, &squares, cell_w, cell_h);
    for (at, square) in squares.iter().enumerate() {
        let zone = Zone::new(
            x + (at % n) as f32 * (cell_w + gap),
            y + strip + (at / n) as f32 * (cell_h + gap),
            cell_w,
            cell_h,
        );
        nodes.extend(draw(
            page,
            &words,
            square.as_ref(),
            zone,
            size,
            look,
            (at / n + at % n) % 2 == 0,
        ));
    }
    leaf.root.children(nodes)
}

/// One size for all squares, so that none shouts.
fn common_size(page: &Page<'_>, squares: &[Option<Line>], w: f32, h: f32) -> f32 {
    squares
        .iter()
        .flatten()
        .map(|line| {
            page.studio.fit_size(
                &line.text,
                FontRole::Heading,
                600,
                page.theme,
                w * 0.84,
                h * 0.8,
                h * 0.36,
                11.0,
                4,
            )
        })
        .fold(h * 0.36, f32::min)
}

/// B I N G O over the columns.
fn header(page: &Page<'_>, first: Zone, step: f32) -> Vec<Node> {
    let inks = paper(page);
    "BINGO"
        .chars()
        .enumerate()
        .map(|(n, c)| {
            let line = Line::invented(c.to_string(), Role::Label);
            let look = Look::new("letter", first.h * 0.72, inks.bold)
                .font(FontRole::Display, 0)
                .align(Align::Center);
            Zone::new(first.x + n as f32 * step, first.y, first.w, first.h)
                .hold(col())
                .center()
                .child(super::text_node(&line, look))
        })
        .collect()
}

fn draw(
    page: &Page<'_>,
    words: &Words<'_>,
    line: Option<&Line>,
    zone: Zone,
    size: f32,
    look: Look5,
    even: bool,
) -> Vec<Node> {
    let inks = paper(page);
    let free = line.is_none();
    let tone = if free {
        Tone::Accent
    } else if look == Look5::Chequered && even {
        Tone::Soft
    } else {
        Tone::Surface
    };
    let ground = zone.hold(rect()).fill(tone.token()).role("square");
    let mut nodes = vec![match look {
        Look5::Ruled => ground.stroke(inks.ink, 1.5),
        Look5::Tiles => ground.radius(zone.w * 0.1).stroke(inks.line, 1.0),
        Look5::Chequered => ground.radius(2.0),
    }];
    let own = page.inks(tone);
    match line {
        Some(line) => {
            let look = Look::new("item", size, own.ink)
                .font(FontRole::Heading, 600)
                .align(Align::Center);
            nodes.push(
                zone.inset_xy(zone.w * 0.07, 0.0)
                    .hold(col())
                    .center()
                    .child(super::text_node(line, look).fill_w()),
            );
        }
        None => {
            let d = zone.w.min(zone.h) * 0.4;
            let free = words.say("Free");
            let text = Look::new("free", (zone.h * 0.17).max(12.0), own.ink)
                .font(FontRole::Heading, 700)
                .align(Align::Center);
            let mark = icon("star", d).color(own.ink);
            nodes.push(
                zone.hold(col())
                    .center()
                    .gap(zone.h * 0.04)
                    .child(mark)
                    .child(super::text_node(&free, text)),
            );
        }
    }
    nodes
}
