//! Marks on a map: pins, landmarks, the cross of a treasure, compass and scale.

use plantain_scene::Node;
use plantain_scene::build::*;
use plantain_scene::color::{Rgba, Token};
use plantain_scene::node::Shape;

use super::grounds::sites;
use super::labels::Labels;
use super::{Land, Paints};
use crate::components::diagram::drawing::{PAGE, oval, polar};
use crate::components::diagram::{Entry, IntoColor, Sheet};
use crate::components::print::Zone;

/// Sites for pins, each given once; a place that the prompt puts in the north gets the northernmost that is free.
pub(super) struct Spots {
    free: Vec<(f32, f32)>,
    flip: bool,
}

impl Spots {
    pub fn new(land: Land, flip: bool) -> Self {
        Self {
            free: sites(land).to_vec(),
            flip,
        }
    }

    pub fn take(&mut self, sheet: &Sheet<'_>, entry: &Entry) -> Option<(f32, f32)> {
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

const NORTH: &[&str] = &[
    "north",
    "top",
    "norte",
    "nord",
    "noord",
    "półno",
    "kuzey",
    "север",
    "північ",
    "الشمال",
    "צפון",
    "उत्तर",
    "北",
    "북",
];
const SOUTH: &[&str] = &[
    "south",
    "bottom",
    "sur",
    "sul",
    "süd",
    "sud",
    "zuid",
    "połud",
    "güney",
    "юг",
    "південь",
    "півдні",
    "الجنوب",
    "דרום",
    "दक्षिण",
    "南",
    "남",
];
const WEST: &[&str] = &[
    "west",
    "northwest",
    "southwest",
    "left",
    "oeste",
    "ouest",
    "ovest",
    "zach",
    "batı",
    "запад",
    "захід",
    "заході",
    "الغرب",
    "מערב",
    "पश्चिम",
    "西",
    "서",
];
const EAST: &[&str] = &[
    "east",
    "northeast",
    "southeast",
    "right",
    "este",
    "leste",
    "est",
    "ost",
    "oost",
    "wschó",
    "wscho",
    "doğu",
    "восто",
    "схід",
    "сході",
    "الشرق",
    "מזרח",
    "पूर्व",
    "东",
    "東",
    "동",
];
const MIDDLE: &[&str] = &[
    "center",
    "centre",
    "middle",
    "centro",
    "mitte",
    "midden",
    "środk",
    "ortada",
    "центр",
    "середин",
    "الوسط",
    "מרכז",
    "बीच",
    "中央",
    "中间",
    "중앙",
];

/// Whether a word says a direction: short stems of a few letters count whole, those without capitals anywhere in it.
fn tells(word: &str, stem: &str) -> bool {
    if !stem.is_ascii() && stem.chars().count() <= 2 && !stem.contains("юг") {
        return word.contains(stem);
    }
    if matches!(stem, "sur" | "sul" | "sud" | "est" | "ost" | "top") {
        return word == stem || stem == "ost" && word == "osten";
    }
    word.starts_with(stem)
}

/// Where the prompt puts a place ("… in the north"), in thousandths.
fn wanted(prompt: &str, entry: &Entry) -> Option<(f32, f32)> {
    let behind = prompt.get(entry.span.end..)?;
    let clause = behind.split([',', ';', '.', '\n']).next()?.to_lowercase();
    let clause = clause.split(" and ").next().unwrap_or_default();
    let has = |stems: &[&str]| {
        clause
            .split(|c: char| !c.is_alphanumeric())
            .any(|word| stems.iter().any(|stem| tells(word, stem)))
    };
    let y = if has(NORTH) {
        Some(150.0)
    } else if has(SOUTH) {
        Some(850.0)
    } else {
        None
    };
    let x = if has(WEST) {
        Some(150.0)
    } else if has(EAST) {
        Some(850.0)
    } else {
        None
    };
    let center = has(MIDDLE).then_some(500.0);
    (x.is_some() || y.is_some() || center.is_some())
        .then(|| (x.unwrap_or(500.0), y.unwrap_or(500.0)))
}

/// The cross of a treasure.
pub(super) fn cross(at: (f32, f32), tall: f32) -> Vec<Node> {
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
pub(super) fn landmark(
    sheet: &Sheet<'_>,
    entry: &Entry,
    at: (f32, f32),
    tall: f32,
    land: Land,
) -> Option<Vec<Node>> {
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
            word.len() > 2 && plantain_art::find_object(word).is_some_and(|found| found.exact)
        })?;
    let forest = ["forest", "woods", "jungle", "grove"]
        .iter()
        .any(|w| text.contains(w));
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

/// Whether a name stands for the treasure.
pub(super) fn is_treasure(text: &str) -> bool {
    let text = text.to_lowercase();
    text == "x" || text.starts_with("x ") || text.contains("treasure") || text.contains("tesoro")
}

/// A pin with a picture of the place, or the cross of a treasure.
pub(super) fn pin(
    sheet: &Sheet<'_>,
    entry: &Entry,
    at: (f32, f32),
    tall: f32,
    hue: Rgba,
    land: Land,
) -> Vec<Node> {
    if land == Land::Island && is_treasure(&entry.text) {
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
pub(super) fn extras(
    sheet: &Sheet<'_>,
    zone: Zone,
    paints: &Paints,
    labels: &mut Labels<'_>,
) -> Vec<Node> {
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
