//! Maps: invented but plausible ground with the named places on it. A park with trails, a town with streets, an island.

use plantain_scene::Node;
use plantain_scene::build::*;
use plantain_scene::color::{Rgba, Token};
use plantain_scene::node::{FontRole, Shape};

use crate::components::diagram::drawing::{Frame, PAGE, closed, open, oval, polar};
use crate::components::diagram::{
    Body, Entry, IntoColor, Lettering, SIZE_MIN, Sheet, Way, Words, propose,
};
use crate::components::print::Zone;
use crate::rng::Rng;
use crate::studio::{Draft, Studio};

mod floor;
mod metro;

const CUSTOM: &[&str] = &[
    "friendly",
    "minimal",
    "botanical",
    "pastel",
    "editorial",
    "mid-century",
    "kraft",
    "playful",
];

/// The ground of a map.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Land {
    Park,
    Town,
    Island,
}

/// What a name on a map stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// A way with a length or a name of a trail or street.
    Way,
    Water,
    Wood,
    Spot,
}

const WAYS: &[&str] = &[
    "trail", "loop", "path", "route", "track", "street", "road", "avenue", " lane", "walk",
    "sendero", "calle", "avenida", "camino", "ruta", "sentier", "rue ", "chemin", "weg", "pfad",
    "straße", "strasse", "via ", "sentiero", "rua ", "小道", "通り",
];
const WATERS: &[&str] = &[
    "lake", "lago", "lac", "pond", "river", "río", "fluss", "stream", "bay", "laguna", "étang",
    "teich", "湖", "池",
];
const WOODS: &[&str] = &["forest", "woods", "bosque", "forêt", "wald", "bosco", "森"];

/// Returns drafts for a map.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let mut words = Words::of(studio.brief);
    let prompt = super::science::carrier(studio.brief);
    if let Some(net) = metro::Net::of(studio.brief) {
        words.items.clear();
        return propose(
            studio,
            CUSTOM,
            &words,
            &[Way {
                name: "lines and stops",
                reason: "Lines run straight and bend where they meet; shared stops are rings.",
                suits: 0.9,
                draw: &|sheet| metro::draw(sheet, &net),
            }],
        );
    }
    if ["floor plan", "floorplan", "room layout", "apartment", "grundriss", "plano de"]
        .iter()
        .any(|w| studio.brief.prompt.to_lowercase().contains(w))
        && words.items.len() > 1
    {
        return propose(
            studio,
            CUSTOM,
            &words,
            &[Way {
                name: "floor plan",
                reason: "Rooms share one outline, each as large as its use asks for, with a door to a neighbour.",
                suits: 0.9,
                draw: &floor::draw,
            }],
        );
    }
    let has = |list: &[&str]| list.iter().any(|w| prompt.contains(w));
    let land = if has(&[
        "island", "isla ", "île", "insel", "treasure", "tesoro", "trésor", "schatz", "pirate",
        "宝", "isola",
    ]) {
        Land::Island
    } else if has(&[
        "park", "trail", "parc", "parque", "forest", "hik", "campus", "zoo", "camp", "garden",
        "natur", "wander", "sendero", "resort", "公園",
    ]) {
        Land::Park
    } else {
        Land::Town
    };
    let suits = |l: Land| if l == land { 0.9 } else { 0.0 };
    propose(
        studio,
        CUSTOM,
        &words,
        &[
            Way {
                name: "park map",
                reason: "Meadows, woods and a lake are the ground; trails wind over it and pins mark the places.",
                suits: suits(Land::Park),
                draw: &|sheet| map(sheet, Land::Park),
            },
            Way {
                name: "town map",
                reason: "Blocks and streets are the ground; a river and a park break the grid and pins mark the places.",
                suits: suits(Land::Town),
                draw: &|sheet| map(sheet, Land::Town),
            },
            Way {
                name: "island map",
                reason: "An island in the sea, with hills and palms; a dashed way joins the places.",
                suits: suits(Land::Island),
                draw: &|sheet| map(sheet, Land::Island),
            },
        ],
    )
}

fn kind(entry: &Entry) -> Kind {
    let text = format!("{} ", entry.text.to_lowercase());
    let has = |list: &[&str]| list.iter().any(|w| text.contains(w));
    let length = entry.amount().is_some_and(|(_, unit)| {
        ["km", "mi", "m", "miles", "mile"]
            .contains(&unit.trim_matches(|c: char| !c.is_alphabetic()))
    });
    if length || has(WAYS) {
        Kind::Way
    } else if has(WATERS) {
        Kind::Water
    } else if has(WOODS) {
        Kind::Wood
    } else {
        Kind::Spot
    }
}

/// Colours of a map, tuned to the theme's ground.
struct Paints {
    land: Rgba,
    park: Rgba,
    wood: Rgba,
    water: Rgba,
    shore: Rgba,
    road: Rgba,
    edge: Rgba,
    ink: Rgba,
    plate: Rgba,
}

impl Paints {
    fn of(sheet: &Sheet<'_>, land: Land) -> Self {
        let dark = sheet.theme.is_dark();
        let hex = Rgba::hex;
        let t = |light: u32, night: u32| if dark { hex(night) } else { hex(light) };
        let ground = match land {
            Land::Park => t(0xdcecc4, 0x24382a),
            Land::Town => t(0xf1ece1, 0x222833),
            Land::Island => t(0xf3e2b3, 0x4a3f29),
        };
        let asked = &sheet.studio.brief.canvas.background;
        let ground = match asked {
            Some(plantain_read::Background::Color(color)) if land != Land::Island => {
                crate::wardrobe::rgb(color)
            }
            _ => ground,
        };
        let plate = sheet.rgb(Token::Surface);
        Self {
            land: ground,
            park: t(0xc4e0a4, 0x2c4a33),
            wood: t(0x9cc982, 0x356040),
            water: t(0x9fd3ea, 0x2a5674),
            shore: t(0x6fb4d6, 0x3b779c),
            road: t(0xffffff, 0x3c4657),
            edge: t(0xd9d0bf, 0x171b23),
            ink: sheet.rgb(Token::Ink).readable_on(plate, 4.6),
            plate,
        }
    }
}

fn map(sheet: &Sheet<'_>, land: Land) -> Option<Body> {
    let paints = Paints::of(sheet, land);
    // Without a title the map fills the page.
    let zone = if sheet.words.title.is_none() {
        sheet.full
    } else {
        Zone::new(0.0, sheet.body.y, sheet.full.w, sheet.full.h - sheet.body.y)
    };
    let mut rng = sheet.rng.fork("land");
    let flip = rng.chance(0.5);
    let f = Frame {
        scale: 1.0,
        dx: 0.0,
        dy: 0.0,
    };
    let ground = match land {
        Land::Park => park(&f, zone, &paints, flip, &mut rng),
        Land::Town => town(&f, zone, &paints, flip, &mut rng),
        Land::Island => island(&f, zone, &paints, flip, &mut rng),
    };
    let block = zone
        .hold(stack())
        .fill(paints.land)
        .clip()
        .role("ground")
        .children(ground);
    let mut nodes = vec![block];
    let mut labels = Labels::new(sheet, zone, &paints);
    let corner = extras(sheet, zone, &paints, &mut labels);
    nodes.extend(places(sheet, zone, land, &paints, flip, &mut labels));
    nodes.extend(corner);
    nodes.extend(labels.nodes);
    let body = Body::new(nodes);
    Some(body.note("approximated", "The map shows the named places on invented ground; distances between them are not to scale."))
}

/// Returns a point from thousandths of a zone that starts at the origin.
fn point(zone: Zone, flip: bool, x: f32, y: f32) -> (f32, f32) {
    let x = if flip { 1000.0 - x } else { x };
    (zone.w * x / 1000.0, zone.h * y / 1000.0)
}

fn points(zone: Zone, flip: bool, at: &[(f32, f32)]) -> Vec<(f32, f32)> {
    at.iter().map(|p| point(zone, flip, p.0, p.1)).collect()
}

const LAKE: &[(f32, f32)] = &[
    (600.0, 540.0),
    (690.0, 500.0),
    (800.0, 520.0),
    (850.0, 600.0),
    (800.0, 690.0),
    (700.0, 700.0),
    (640.0, 660.0),
    (585.0, 620.0),
];
const WOOD: &[(f32, f32)] = &[
    (60.0, 80.0),
    (220.0, 50.0),
    (360.0, 100.0),
    (390.0, 220.0),
    (300.0, 330.0),
    (150.0, 340.0),
    (50.0, 240.0),
];

fn park(f: &Frame, zone: Zone, paints: &Paints, flip: bool, rng: &mut Rng) -> Vec<Node> {
    let unit = zone.w.min(zone.h) / 1000.0;
    let mut nodes = Vec::new();
    for (x, y, r) in [
        (820.0, 180.0, 190.0),
        (240.0, 820.0, 230.0),
        (520.0, 360.0, 160.0),
        (920.0, 900.0, 150.0),
    ] {
        let c = point(zone, flip, x, y);
        let blob: Vec<(f32, f32)> = (0..9)
            .map(|i| polar(c, r * unit * rng.range(0.8, 1.2), 40.0 * i as f32))
            .collect();
        nodes.push(f.fill(&closed(&blob), paints.park));
    }
    let wood = closed(&points(zone, flip, WOOD));
    nodes.push(f.fill(&wood, paints.wood).role("wood"));
    let stream = open(&points(
        zone,
        flip,
        &[
            (1010.0, 300.0),
            (930.0, 380.0),
            (880.0, 450.0),
            (800.0, 540.0),
        ],
    ));
    nodes.push(f.line(&stream, paints.water, 20.0 * unit));
    let out = open(&points(
        zone,
        flip,
        &[
            (690.0, 690.0),
            (640.0, 780.0),
            (560.0, 850.0),
            (540.0, 1010.0),
        ],
    ));
    nodes.push(f.line(&out, paints.water, 22.0 * unit));
    let lake = closed(&points(zone, flip, LAKE));
    nodes.push(f.fill(&lake, paints.water).role("water"));
    nodes.push(f.line(&lake, paints.shore, 3.0));
    for (x, y) in [(680.0, 570.0), (740.0, 620.0), (780.0, 570.0)] {
        let c = point(zone, flip, x, y);
        let r = 16.0 * unit;
        nodes.push(f.line(
            &format!(
                "M{} {} Q{} {} {} {} Q{} {} {} {}",
                c.0 - 2.0 * r,
                c.1,
                c.0 - r,
                c.1 - r * 0.7,
                c.0,
                c.1,
                c.0 + r,
                c.1 + r * 0.7,
                c.0 + 2.0 * r,
                c.1
            ),
            paints.shore,
            2.5,
        ));
    }
    // Trees: thick in the wood, single ones on the meadows.
    for i in 0..26 {
        let (col, row) = (i % 6, i / 6);
        let x = 90.0
            + 52.0 * col as f32
            + rng.range(-14.0, 14.0)
            + if row % 2 == 0 { 20.0 } else { 0.0 };
        let y = 96.0 + 50.0 * row as f32 + rng.range(-12.0, 12.0);
        nodes.extend(tree(f, point(zone, flip, x, y), 27.0 * unit, paints));
    }
    for (x, y) in [
        (880.0, 120.0),
        (930.0, 210.0),
        (800.0, 90.0),
        (130.0, 760.0),
        (90.0, 900.0),
        (230.0, 930.0),
        (900.0, 780.0),
        (950.0, 860.0),
        (420.0, 930.0),
        (520.0, 120.0),
        (70.0, 480.0),
        (960.0, 560.0),
    ] {
        nodes.extend(tree(f, point(zone, flip, x, y), 25.0 * unit, paints));
    }
    nodes
}

fn tree(f: &Frame, c: (f32, f32), r: f32, paints: &Paints) -> Vec<Node> {
    let leaf = paints.wood.mix(Rgba::hex(0x2f7a3c), 0.62);
    vec![
        f.fill(
            &oval(c.0 + r * 0.12, c.1 + r * 0.86, r * 0.7, r * 0.2),
            Rgba::BLACK.faded(0.1),
        ),
        f.fill(
            &format!(
                "M{} {} L{} {} L{} {} L{} {} Z",
                c.0 - r * 0.12,
                c.1 + r * 0.9,
                c.0 + r * 0.12,
                c.1 + r * 0.9,
                c.0 + r * 0.09,
                c.1,
                c.0 - r * 0.09,
                c.1
            ),
            Rgba::hex(0x7a5236),
        ),
        f.fill(&oval(c.0, c.1 - r * 0.25, r * 0.72, r * 0.85), leaf),
        f.fill(
            &oval(c.0 - r * 0.2, c.1 - r * 0.45, r * 0.3, r * 0.36),
            leaf.mix(Rgba::WHITE, 0.16),
        ),
    ]
}

fn town(f: &Frame, zone: Zone, paints: &Paints, flip: bool, rng: &mut Rng) -> Vec<Node> {
    let unit = zone.w.min(zone.h) / 1000.0;
    let mut nodes = Vec::new();
    // Streets are what is left between the blocks.
    nodes.push(f.fill(
        &format!("M0 0 L{} 0 L{} {} L0 {} Z", zone.w, zone.w, zone.h, zone.h),
        paints.road,
    ));
    let pitch = 150.0 * unit;
    let (columns, rows) = (
        (zone.w / pitch).ceil() as usize,
        (zone.h / pitch).ceil() as usize,
    );
    let street = 15.0 * unit;
    for row in 0..rows {
        for column in 0..columns {
            let wide = if column % 3 == 2 {
                street * 1.7
            } else {
                street
            };
            let high = if row % 3 == 1 { street * 1.7 } else { street };
            let (x, y) = (
                pitch * column as f32 + wide * 0.5,
                pitch * row as f32 + high * 0.5,
            );
            let (w, h) = (pitch - wide, pitch - high);
            let green = rng.chance(0.1);
            let color = if green { paints.park } else { paints.land };
            nodes.push(
                rect()
                    .bounds(x, y, w, h)
                    .fill(color)
                    .radius(6.0 * unit)
                    .role("block"),
            );
            if green {
                nodes.extend(tree(f, (x + w * 0.3, y + h * 0.45), 22.0 * unit, paints));
                nodes.extend(tree(f, (x + w * 0.68, y + h * 0.6), 24.0 * unit, paints));
                continue;
            }
            let house = paints.land.mix(paints.edge, 0.75);
            let split = rng.range(0.35, 0.6);
            let gap = w * 0.1;
            for (bx, by, bw, bh) in [
                (x + gap, y + gap, w * split - gap * 1.3, h * 0.36),
                (
                    x + w * split + gap * 0.2,
                    y + gap,
                    w * (1.0 - split) - gap * 1.2,
                    h * 0.5,
                ),
                (x + gap, y + h * 0.54, w * split - gap * 1.3, h * 0.46 - gap),
                (
                    x + w * split + gap * 0.2,
                    y + h * 0.68,
                    w * (1.0 - split) - gap * 1.2,
                    h * 0.32 - gap,
                ),
            ] {
                if rng.chance(0.86) {
                    nodes.push(
                        rect()
                            .bounds(bx, by, bw, bh)
                            .fill(house)
                            .radius(3.0)
                            .role("house"),
                    );
                }
            }
        }
    }
    let river = points(
        zone,
        flip,
        &[
            (-20.0, 820.0),
            (160.0, 760.0),
            (330.0, 780.0),
            (480.0, 880.0),
            (640.0, 900.0),
            (800.0, 850.0),
            (1020.0, 900.0),
        ],
    );
    let wide = 74.0 * unit;
    nodes.push(
        f.line(&open(&river), paints.shore, wide + 8.0 * unit)
            .role("water"),
    );
    nodes.push(f.line(&open(&river), paints.water, wide).role("water"));
    for (x, y) in [(250.0, 764.0), (720.0, 880.0)] {
        let c = point(zone, flip, x, y);
        let (w, h) = (street * 1.7, wide * 1.35);
        nodes.push(
            rect()
                .bounds(c.0 - w * 0.5, c.1 - h * 0.5, w, h)
                .fill(paints.road)
                .stroke(paints.edge, 2.0)
                .role("bridge"),
        );
    }
    let c = point(zone, flip, 760.0, 300.0);
    let (w, h) = (pitch * 1.7, pitch * 1.5);
    nodes.push(
        rect()
            .bounds(c.0 - w * 0.5, c.1 - h * 0.5, w, h)
            .fill(paints.park)
            .radius(20.0 * unit)
            .role("park"),
    );
    nodes.push(f.line(
        &format!(
            "M{} {} C{} {} {} {} {} {}",
            c.0 - w * 0.5,
            c.1 + h * 0.3,
            c.0 - w * 0.1,
            c.1 - h * 0.3,
            c.0 + w * 0.1,
            c.1 + h * 0.4,
            c.0 + w * 0.5,
            c.1 - h * 0.2
        ),
        paints.road,
        7.0 * unit,
    ));
    nodes.push(f.fill(
        &oval(c.0 + w * 0.22, c.1 + h * 0.2, w * 0.14, h * 0.12),
        paints.water,
    ));
    for (dx, dy) in [(-0.34, -0.3), (-0.18, 0.28), (0.3, -0.32), (-0.05, -0.36)] {
        nodes.extend(tree(f, (c.0 + w * dx, c.1 + h * dy), 24.0 * unit, paints));
    }
    nodes
}

const COAST: &[(f32, f32)] = &[
    (150.0, 420.0),
    (210.0, 250.0),
    (360.0, 170.0),
    (520.0, 210.0),
    (640.0, 140.0),
    (800.0, 220.0),
    (880.0, 380.0),
    (840.0, 540.0),
    (880.0, 680.0),
    (760.0, 820.0),
    (590.0, 800.0),
    (470.0, 870.0),
    (300.0, 820.0),
    (200.0, 700.0),
    (230.0, 560.0),
];

fn island(f: &Frame, zone: Zone, paints: &Paints, flip: bool, rng: &mut Rng) -> Vec<Node> {
    let unit = zone.w.min(zone.h) / 1000.0;
    let sea = paints.water.mix(paints.shore, 0.4);
    let mut nodes = vec![f.fill(
        &format!("M0 0 L{} 0 L{} {} L0 {} Z", zone.w, zone.w, zone.h, zone.h),
        sea,
    )];
    let grown = |k: f32| -> Vec<(f32, f32)> {
        let c = (515.0, 500.0);
        let at: Vec<(f32, f32)> = COAST
            .iter()
            .map(|p| (c.0 + (p.0 - c.0) * k, c.1 + (p.1 - c.1) * k))
            .collect();
        points(zone, flip, &at)
    };
    for (k, color) in [
        (1.14, paints.water.mix(sea, 0.4)),
        (1.07, paints.water.mix(Rgba::WHITE, 0.2)),
        (1.0, paints.land),
    ] {
        nodes.push(f.fill(&closed(&grown(k)), color));
    }
    nodes.push(f.line(
        &closed(&grown(1.0)),
        paints.land.mix(Rgba::hex(0x8a6a34), 0.5),
        3.0,
    ));
    nodes.push(f.fill(&closed(&grown(0.82)), paints.park).role("green"));
    for (x, y, r) in [
        (620.0, 330.0, 84.0),
        (540.0, 370.0, 62.0),
        (700.0, 370.0, 58.0),
    ] {
        let c = point(zone, flip, x, y);
        let r = r * unit;
        nodes.push(f.fill(
            &format!(
                "M{} {} Q{} {} {} {} Q{} {} {} {} Z",
                c.0 - r,
                c.1 + r * 0.7,
                c.0 - r * 0.3,
                c.1 - r * 0.9,
                c.0,
                c.1 - r * 0.9,
                c.0 + r * 0.3,
                c.1 - r * 0.9,
                c.0 + r,
                c.1 + r * 0.7
            ),
            Rgba::hex(0x9a8468),
        ));
        nodes.push(f.fill(
            &format!(
                "M{} {} Q{} {} {} {} L{} {} Z",
                c.0,
                c.1 - r * 0.9,
                c.0 + r * 0.3,
                c.1 - r * 0.9,
                c.0 + r,
                c.1 + r * 0.7,
                c.0 + r * 0.1,
                c.1 + r * 0.7
            ),
            Rgba::hex(0x7d6850),
        ));
    }
    for (x, y) in [
        (330.0, 330.0),
        (300.0, 400.0),
        (400.0, 690.0),
        (470.0, 740.0),
        (700.0, 700.0),
        (770.0, 640.0),
        (780.0, 470.0),
        (360.0, 270.0),
    ] {
        let c = point(
            zone,
            flip,
            x + rng.range(-10.0, 10.0),
            y + rng.range(-10.0, 10.0),
        );
        let side = 84.0 * unit;
        nodes.push(
            object("palm-tree")
                .bounds(c.0 - side * 0.5, c.1 - side * 0.8, side, side)
                .role("tree"),
        );
    }
    for (x, y) in [
        (70.0, 160.0),
        (930.0, 120.0),
        (60.0, 880.0),
        (940.0, 900.0),
        (90.0, 560.0),
        (950.0, 540.0),
        (480.0, 60.0),
        (520.0, 945.0),
    ] {
        let c = point(zone, flip, x, y);
        let r = 17.0 * unit;
        for k in 0..2 {
            let y = c.1 + 14.0 * unit * k as f32;
            let x = c.0 + 9.0 * unit * k as f32;
            nodes.push(f.line(
                &format!(
                    "M{} {y} Q{} {} {x} {y} Q{} {} {} {y}",
                    x - 2.0 * r,
                    x - r,
                    y - r,
                    x + r,
                    y - r,
                    x + 2.0 * r
                ),
                Rgba::WHITE.faded(0.55),
                3.0,
            ));
        }
    }
    nodes
}

/// Places for pins, by ground, far enough from each other; thousandths.
fn sites(land: Land) -> &'static [(f32, f32)] {
    match land {
        Land::Park => &[
            (480.0, 880.0),
            (170.0, 600.0),
            (830.0, 270.0),
            (500.0, 440.0),
            (320.0, 760.0),
            (860.0, 810.0),
            (560.0, 190.0),
            (110.0, 420.0),
            (690.0, 900.0),
            (400.0, 560.0),
            (680.0, 360.0),
            (140.0, 880.0),
        ],
        Land::Town => &[
            (260.0, 230.0),
            (560.0, 470.0),
            (840.0, 640.0),
            (180.0, 540.0),
            (520.0, 160.0),
            (420.0, 690.0),
            (860.0, 140.0),
            (720.0, 780.0),
            (330.0, 400.0),
            (120.0, 360.0),
            (640.0, 300.0),
            (900.0, 450.0),
        ],
        Land::Island => &[
            (290.0, 520.0),
            (480.0, 290.0),
            (780.0, 330.0),
            (560.0, 600.0),
            (660.0, 740.0),
            (380.0, 610.0),
            (780.0, 560.0),
            (420.0, 440.0),
            (620.0, 480.0),
            (330.0, 760.0),
            (700.0, 220.0),
            (260.0, 640.0),
        ],
    }
}

/// Curves for ways, by ground; thousandths.
fn routes(land: Land) -> &'static [&'static [(f32, f32)]] {
    match land {
        Land::Park | Land::Island => &[
            &[
                (490.0, 860.0),
                (400.0, 760.0),
                (260.0, 700.0),
                (210.0, 560.0),
                (290.0, 440.0),
                (250.0, 300.0),
                (200.0, 180.0),
            ],
            &[
                (520.0, 860.0),
                (560.0, 740.0),
                (530.0, 600.0),
                (600.0, 470.0),
                (740.0, 440.0),
                (900.0, 520.0),
                (910.0, 660.0),
                (820.0, 770.0),
                (660.0, 770.0),
                (570.0, 800.0),
            ],
            &[
                (500.0, 430.0),
                (560.0, 330.0),
                (640.0, 230.0),
                (760.0, 170.0),
                (900.0, 120.0),
            ],
            &[
                (60.0, 700.0),
                (180.0, 780.0),
                (320.0, 880.0),
                (460.0, 940.0),
            ],
        ],
        Land::Town => &[
            &[
                (-10.0, 450.0),
                (300.0, 450.0),
                (640.0, 450.0),
                (1010.0, 450.0),
            ],
            &[
                (450.0, -10.0),
                (450.0, 300.0),
                (450.0, 620.0),
                (450.0, 1010.0),
            ],
            &[
                (-10.0, 610.0),
                (300.0, 590.0),
                (640.0, 600.0),
                (1010.0, 560.0),
            ],
            &[(900.0, -10.0), (900.0, 400.0), (900.0, 1010.0)],
        ],
    }
}

/// Puts labels where they meet no other label and nothing that must stay clear.
struct Labels<'s> {
    sheet: &'s Sheet<'s>,
    zone: Zone,
    paints: &'s Paints,
    taken: Vec<Zone>,
    nodes: Vec<Node>,
    look: Lettering,
    size: f32,
    wide: f32,
}

impl<'s> Labels<'s> {
    fn new(sheet: &'s Sheet<'s>, zone: Zone, paints: &'s Paints) -> Self {
        let look = Lettering::new(
            FontRole::Heading,
            (zone.w.min(zone.h) * 0.03).clamp(14.0, 24.0),
            SIZE_MIN,
        )
        .weight(600)
        .color(paints.ink)
        .centred();
        let wide = (zone.w * 0.3).clamp(120.0, 260.0);
        let size = sheet.fit_all(sheet.words.texts(), look, wide, 70.0, 2);
        Self {
            sheet,
            zone,
            paints,
            taken: Vec::new(),
            nodes: Vec::new(),
            look,
            size,
            wide,
        }
    }

    fn free(&self, zone: Zone) -> bool {
        let page = self.zone;
        let inside = zone.x >= page.x + 10.0
            && zone.right() <= page.right() - 10.0
            && zone.y >= page.y + 10.0
            && zone.bottom() <= page.bottom() - 10.0;
        inside
            && self.taken.iter().all(|t| {
                zone.x >= t.right() + 4.0
                    || zone.right() + 4.0 <= t.x
                    || zone.y >= t.bottom() + 4.0
                    || zone.bottom() + 4.0 <= t.y
            })
    }

    /// Returns how much room a label needs.
    fn need(&self, entry: &Entry) -> (f32, f32) {
        let (w, h) = self
            .sheet
            .measure(&entry.text, self.look, self.size, self.wide);
        (w + self.size * 1.1, h + self.size * 0.55)
    }

    /// Places a label near a point: the offsets are tried in order, then ever farther around.
    fn put(&mut self, entry: &Entry, at: (f32, f32), offsets: &[(f32, f32)], hue: Option<Rgba>) {
        let (w, h) = self.need(entry);
        let near = offsets
            .iter()
            .map(|(dx, dy)| (at.0 + dx * (w * 0.5 + 24.0), at.1 + dy * (h * 0.5 + 30.0)));
        let far = (1..26).flat_map(|ring| {
            (0..12).map(move |k| {
                let (x, y) = polar((0.0, 0.0), 26.0 * ring as f32, 30.0 * k as f32 + 90.0);
                (at.0 + x * 1.5, at.1 + y)
            })
        });
        let spot = near
            .chain(far)
            .map(|(x, y)| Zone::new(x - w * 0.5, y - h * 0.5, w, h))
            .find(|zone| self.free(*zone));
        let zone = spot.unwrap_or_else(|| Zone::new(at.0 - w * 0.5, at.1 - h * 0.5, w, h));
        let plate = zone
            .hold(rect())
            .fill(self.paints.plate)
            .radius(self.sheet.theme.radius.min(h * 0.5))
            .shadow(2.0, 7.0, Token::Ink.into_color().alpha(0.2))
            .role("plate");
        let plate = match hue {
            Some(hue) => plate.stroke(hue, 2.5),
            None => plate,
        };
        self.nodes.push(plate);
        self.nodes
            .push(self.sheet.set(entry, zone, self.look, self.size, "place"));
        self.taken.push(zone);
    }
}

/// Ways, waters and pins, with their names.
fn places(
    sheet: &Sheet<'_>,
    zone: Zone,
    land: Land,
    paints: &Paints,
    flip: bool,
    labels: &mut Labels<'_>,
) -> Vec<Node> {
    let mut nodes = Vec::new();
    let here = |p: (f32, f32)| {
        let (x, y) = point(zone, flip, p.0, p.1);
        (zone.x + x, zone.y + y)
    };
    let entries = &sheet.words.items;
    let hues = sheet.hues(entries.len().max(3));
    let unit = zone.w.min(zone.h) / 1000.0;
    let mut spots = Spots::new(land, flip);
    let mut later: Vec<(usize, (f32, f32), bool)> = Vec::new();
    let mut pins: Vec<(usize, (f32, f32))> = Vec::new();
    let loops = |entry: &Entry| {
        ["loop", "circuit", "rund", "lake", "lac"]
            .iter()
            .any(|w| entry.text.to_lowercase().contains(w))
    };
    let mut used = [false; 8];
    for (i, entry) in entries.iter().enumerate() {
        match kind(entry) {
            Kind::Way => {
                // A loop takes the way around the lake.
                let all = routes(land);
                let wanted = if loops(entry) && land != Land::Town {
                    1
                } else {
                    0
                };
                let at = (0..all.len())
                    .map(|k| (k + wanted) % all.len())
                    .find(|k| !used[*k]);
                let Some(k) = at else {
                    if let Some(site) = spots.take(sheet, entry) {
                        pins.push((i, here(site)));
                    }
                    continue;
                };
                used[k] = true;
                let line: Vec<(f32, f32)> = all[k].iter().map(|p| here(*p)).collect();
                let d = if k == 1 && land != Land::Town {
                    closed(&line)
                } else {
                    open(&line)
                };
                let width = (11.0 * unit).max(4.5);
                if land == Land::Town {
                    nodes.push(
                        PAGE.trace(&d)
                            .stroke(hues[i].mix(Rgba::WHITE, 0.25), width * 1.5)
                            .round()
                            .role("street"),
                    );
                } else {
                    nodes.push(
                        PAGE.trace(&d)
                            .stroke(Rgba::WHITE.faded(0.85), width * 1.7)
                            .round(),
                    );
                    nodes.push(
                        PAGE.trace(&d)
                            .dashed(
                                hues[i].readable_on(paints.park, 2.2),
                                width * 0.8,
                                width * 1.9,
                                width * 1.4,
                            )
                            .round()
                            .role("trail"),
                    );
                }
                later.push((i, line[line.len() / 2], true));
            }
            Kind::Water if land == Land::Park => later.push((i, here((715.0, 600.0)), false)),
            Kind::Wood if land == Land::Park => later.push((i, here((220.0, 200.0)), false)),
            _ => {
                if let Some(site) = spots.take(sheet, entry) {
                    pins.push((i, here(site)));
                } else {
                    later.push((i, here((500.0, 500.0)), false));
                }
            }
        }
    }
    let prompt = sheet.studio.brief.prompt.to_lowercase();
    let travels = ["treasure", "route", "path", "journey", "start", "go ", "tesoro", "trésor", "schatz", "quest", "trail"]
        .iter()
        .any(|word| prompt.contains(word));
    if land == Land::Island && travels && pins.len() > 1 && !used.iter().any(|u| *u) {
        let line: Vec<(f32, f32)> = pins.iter().map(|p| p.1).collect();
        nodes.push(
            PAGE.trace(&open(&line))
                .dashed(Rgba::hex(0x8a3324), (8.0 * unit).max(4.0), 14.0, 12.0)
                .round()
                .role("trail"),
        );
    }
    let tall = (78.0 * unit).clamp(40.0, 76.0);
    for (i, at) in &pins {
        let hue = if sheet.studio.brief.look.palette.len() == 1 {
            sheet.rgb(Token::Accent)
        } else {
            hues[*i]
        };
        let last = pins.last().map(|p| p.0) == Some(*i) && prompt.contains("x marks");
        nodes.extend(if last {
            cross(*at, tall)
        } else {
            landmark(sheet, &entries[*i], *at, tall, land)
                .unwrap_or_else(|| pin(sheet, &entries[*i], *at, tall, hue, land))
        });
        labels.taken.push(Zone::new(
            at.0 - tall * 0.36,
            at.1 - tall,
            tall * 0.72,
            tall * 1.05,
        ));
    }
    for (i, at) in &pins {
        labels.put(
            &entries[*i],
            (at.0, at.1 - tall * 0.45),
            &[(1.0, 0.0), (-1.0, 0.0), (0.0, 1.6), (0.0, -1.9)],
            None,
        );
    }
    for (i, at, way) in later {
        let hue = way.then(|| hues[i]);
        labels.put(
            &entries[i],
            at,
            &[
                (0.0, 0.0),
                (0.6, 0.4),
                (-0.6, 0.4),
                (0.6, -0.5),
                (-0.6, -0.5),
            ],
            hue,
        );
    }
    nodes
}

/// Sites for pins, each given once; a place that the prompt puts in the north gets the northernmost that is free.
struct Spots {
    free: Vec<(f32, f32)>,
    flip: bool,
}

impl Spots {
    fn new(land: Land, flip: bool) -> Self {
        Self {
            free: sites(land).to_vec(),
            flip,
        }
    }

    fn take(&mut self, sheet: &Sheet<'_>, entry: &Entry) -> Option<(f32, f32)> {
        if self.free.is_empty() {
            return None;
        }
        let at = match wanted(&sheet.studio.brief.prompt, entry) {
            Some((x, y)) => {
                let x = if self.flip { 1000.0 - x } else { x };
                let far = |p: &(f32, f32)| (p.0 - x) * (p.0 - x) + (p.1 - y) * (p.1 - y);
                (0..self.free.len())
                    .min_by(|a, b| far(&self.free[*a]).total_cmp(&far(&self.free[*b])))?
            }
            None => 0,
        };
        Some(self.free.remove(at))
    }
}

/// Where the prompt puts a place ("… in the north"), in thousandths.
fn wanted(prompt: &str, entry: &Entry) -> Option<(f32, f32)> {
    let behind = prompt.get(entry.span.end..)?;
    let clause = behind.split([',', ';', '.', '\n']).next()?.to_lowercase();
    let clause = clause.split(" and ").next().unwrap_or_default();
    let has = |words: &[&str]| words.iter().any(|word| clause.contains(word));
    let y = if has(&["north", "top", "norte", "norden"]) {
        Some(150.0)
    } else if has(&["south", "bottom", "sur", "süden"]) {
        Some(850.0)
    } else {
        None
    };
    let x = if has(&["west", "left", "oeste"]) {
        Some(150.0)
    } else if has(&["east", " right", "osten"]) && !has(&["west"]) {
        Some(850.0)
    } else {
        None
    };
    let center = has(&["center", "centre", "middle"]).then_some(500.0);
    (x.is_some() || y.is_some() || center.is_some())
        .then(|| (x.unwrap_or(500.0), y.unwrap_or(500.0)))
}

/// The cross of a treasure.
fn cross(at: (f32, f32), tall: f32) -> Vec<Node> {
    let r = tall * 0.36;
    let c = (at.0, at.1 - r);
    let d = format!(
        "M{} {} L{} {} M{} {} L{} {}",
        c.0 - r,
        c.1 - r,
        c.0 + r,
        c.1 + r,
        c.0 + r,
        c.1 - r,
        c.0 - r,
        c.1 + r
    );
    vec![
        PAGE.trace(&d)
            .stroke(Rgba::hex(0xb3261e), tall * 0.17)
            .round()
            .role("mark"),
    ]
}

/// An illustration of the place itself, on grounds that are drawn and not surveyed.
fn landmark(sheet: &Sheet<'_>, entry: &Entry, at: (f32, f32), tall: f32, land: Land) -> Option<Vec<Node>> {
    if land == Land::Town || sheet.no_icons() {
        return None;
    }
    let text = entry.text.to_lowercase();
    let word = text
        .split(|c: char| !c.is_alphanumeric())
        .rev()
        .map(|word| match word {
            "mountains" | "mountain" | "peak" | "hills" => "mountain",
            "forest" | "woods" | "grove" | "jungle" => "tree",
            "village" | "town" | "hut" => "house",
            "lair" | "dragon" | "dragon's" => "dragon",
            "beach" | "shore" => "beach umbrella",
            "river" | "waterfall" | "falls" => "waterfall",
            other => other,
        })
        .find(|word| {
            word.len() > 2
                && plantain_art::find_object(word).is_some_and(|found| found.exact)
        })?;
    let forest = ["forest", "woods", "jungle", "grove"].iter().any(|w| text.contains(w));
    let side = tall * 1.15;
    let spots: &[(f32, f32)] = if forest {
        &[(-0.55, -0.25), (0.5, -0.3), (0.0, 0.0)]
    } else {
        &[(0.0, 0.0)]
    };
    let mut nodes = vec![PAGE.fill(
        &oval(at.0, at.1, side * 0.42, side * 0.1),
        Rgba::BLACK.faded(0.16),
    )];
    for (dx, dy) in spots {
        let k = if forest { 0.74 } else { 1.0 };
        let zone = Zone::new(
            at.0 + dx * side - side * k * 0.5,
            at.1 + dy * side - side * k,
            side * k,
            side * k,
        );
        nodes.extend(sheet.picture(word, zone, sheet.rgb(Token::Ink)));
    }
    Some(nodes)
}

/// A pin with a picture of the place, or the cross of a treasure.
fn pin(
    sheet: &Sheet<'_>,
    entry: &Entry,
    at: (f32, f32),
    tall: f32,
    hue: Rgba,
    land: Land,
) -> Vec<Node> {
    let text = entry.text.to_lowercase();
    if land == Land::Island
        && (text.starts_with("x ")
            || text == "x"
            || text.contains("treasure")
            || text.contains("tesoro"))
    {
        return cross(at, tall);
    }
    let w = tall * 0.74;
    let zone = Zone::new(at.0 - w * 0.5, at.1 - tall, w, tall);
    let head = Zone::new(zone.x + w * 0.15, zone.y + w * 0.14, w * 0.7, w * 0.7);
    let mut nodes = vec![
        PAGE.fill(
            &oval(at.0, at.1, w * 0.26, w * 0.09),
            Rgba::BLACK.faded(0.22),
        ),
        zone.hold(shape(Shape::Pin))
            .fill(hue)
            .stroke(Rgba::WHITE, 2.0)
            .role("pin"),
        head.hold(ellipse()).fill(Rgba::WHITE).role("pin"),
    ];
    match plantain_art::find_icon(&entry.text).filter(|_| !sheet.no_icons()) {
        Some(found) => {
            let side = head.w * 0.66;
            let (x, y) = head.center();
            nodes.push(
                icon(found.name, side)
                    .color(hue.readable_on(Rgba::WHITE, 3.0))
                    .at(x - side * 0.5, y - side * 0.5)
                    .role("icon"),
            );
        }
        None => {
            let d = head.w * 0.4;
            let (x, y) = head.center();
            nodes.push(
                Zone::new(x - d * 0.5, y - d * 0.5, d, d)
                    .hold(ellipse())
                    .fill(hue)
                    .role("pin"),
            );
        }
    }
    nodes
}

/// Compass and scale bar in free corners.
fn extras(sheet: &Sheet<'_>, zone: Zone, paints: &Paints, labels: &mut Labels<'_>) -> Vec<Node> {
    let r = (zone.w.min(zone.h) * 0.058).clamp(26.0, 58.0);
    let gap = sheet.margin * 0.7 + r;
    let right = sheet.rng.fork("compass").chance(0.6);
    let c = (
        if right {
            zone.right() - gap
        } else {
            zone.x + gap
        },
        zone.y + gap,
    );
    labels.taken.push(Zone::new(
        c.0 - r - 6.0,
        c.1 - r - 6.0,
        2.0 * r + 12.0,
        2.0 * r + 12.0,
    ));
    let disc = Zone::new(c.0 - r, c.1 - r, 2.0 * r, 2.0 * r);
    let mut nodes = vec![
        disc.hold(ellipse())
            .fill(paints.plate)
            .shadow(2.0, 8.0, Token::Ink.into_color().alpha(0.2))
            .role("compass"),
        disc.inset(r * 0.1)
            .hold(ellipse())
            .stroke(paints.ink.faded(0.3), 1.5),
    ];
    for (turn, color, k) in [
        (0.0, Rgba::hex(0xd1423a), 0.78),
        (180.0, paints.ink, 0.78),
        (90.0, paints.ink.faded(0.55), 0.56),
        (270.0, paints.ink.faded(0.55), 0.56),
    ] {
        let (tip, a, b) = (
            polar(c, r * k, turn),
            polar(c, r * 0.2, turn + 90.0),
            polar(c, r * 0.2, turn - 90.0),
        );
        nodes.push(
            PAGE.fill(
                &format!("M{} {} L{} {} L{} {} Z", tip.0, tip.1, a.0, a.1, b.0, b.1),
                color,
            )
            .role("compass"),
        );
    }
    // A scale bar without figures: the ground is invented, a length would claim too much.
    let w = (zone.w * 0.15).clamp(80.0, 170.0);
    let (x, y) = (
        if right {
            zone.x + sheet.margin * 0.7
        } else {
            zone.right() - sheet.margin * 0.7 - w
        },
        zone.bottom() - sheet.margin * 0.7 - 9.0,
    );
    labels
        .taken
        .push(Zone::new(x - 6.0, y - 8.0, w + 12.0, 26.0));
    nodes.push(
        rect()
            .bounds(x - 2.0, y - 2.0, w + 4.0, 13.0)
            .fill(paints.plate)
            .radius(2.0)
            .role("scale"),
    );
    for k in [0, 2] {
        nodes.push(
            rect()
                .bounds(x + w * 0.25 * k as f32, y, w * 0.25, 9.0)
                .fill(paints.ink)
                .role("scale"),
        );
    }
    nodes
}
