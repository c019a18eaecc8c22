//! Maps: invented but plausible ground with the named places on it. A park with trails, a town with streets, an island.

use plantain_scene::Node;
use plantain_scene::build::*;
use plantain_scene::color::{Rgba, Token};

use crate::components::diagram::drawing::{Frame, PAGE, closed, open, polar};
use crate::components::diagram::{Body, Entry, Sheet, Way, Words, propose};
use crate::components::print::Zone;
use crate::studio::{Draft, Studio};

mod floor;
mod grounds;
mod labels;
mod marks;
mod metro;
mod world;

use grounds::{island, park, routes, town};
use labels::Labels;
use marks::{Spots, cross, extras, is_treasure, landmark, pin};

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
    if [
        "floor plan",
        "floorplan",
        "floor map",
        "room layout",
        "apartment",
        "grundriss",
        "plano de",
    ]
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
    if let Some(atlas) = world::Atlas::of(studio.brief, &words, &prompt) {
        return propose(
            studio,
            CUSTOM,
            &words,
            &[Way {
                name: "atlas",
                reason: "The coasts are those of the world; every name stands where its place is.",
                suits: 0.9,
                draw: &|sheet| world::draw(sheet, &atlas),
            }],
        );
    }
    // What a map is called says what land it shows; what its places are called does not.
    let name = studio
        .brief
        .literals
        .iter()
        .find(|l| l.role == plantain_read::Role::Title)
        .map_or(String::new(), |l| l.text.to_lowercase());
    let has = |list: &[&str]| list.iter().any(|w| prompt.contains(w) || name.contains(w));
    let land = if has(&[
        "island", "isla ", "île", "insel", "treasure", "tesoro", "trésor", "schatz", "pirate",
        "宝", "isola", "kingdom", "fantasy", "realm",
    ]) {
        Land::Island
    } else if has(&[
        "park",
        "trail",
        "parc",
        "parque",
        "forest",
        "hik",
        "campus",
        "zoo",
        "camp",
        "garden",
        "natur",
        "wander",
        "sendero",
        "resort",
        "公園",
        "festival",
        "парк",
        "fairground",
        "terrein",
        "gelände",
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

/// "X marks the cave": the last place is crossed. "X marks the spot" is a place of its own.
fn marks_last(prompt: &str) -> bool {
    prompt.contains("x marks") && !prompt.contains("x marks the spot")
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
        let styles = &sheet.studio.brief.look.styles;
        if styles.iter().any(|style| style == "vintage") && !dark && land == Land::Island {
            return Self::parchment(sheet, plate);
        }
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

    /// Browns of an old sheet.
    fn parchment(sheet: &Sheet<'_>, plate: Rgba) -> Self {
        let hex = Rgba::hex;
        Self {
            land: hex(0xf1dfb4),
            park: hex(0xe4cd97),
            wood: hex(0xb79f68),
            water: hex(0xd8bd88),
            shore: hex(0xb08d57),
            road: hex(0xf7ecd0),
            edge: hex(0x8a6a3c),
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
        Land::Town => {
            let river = sheet.words.items.iter().any(names_river);
            town(&f, zone, &paints, flip, river, &mut rng)
        }
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

/// A colour for each place; a name that tells one ("Blue Run", "Red Line") has it.
fn hues(sheet: &Sheet<'_>) -> Vec<Rgba> {
    let entries = &sheet.words.items;
    let mut hues = sheet.hues(entries.len().max(3));
    for (hue, entry) in hues.iter_mut().zip(entries) {
        let first = entry.text.split_whitespace().next().unwrap_or_default();
        if let Some([r, g, b]) = plantain_read::color_of(first, &sheet.studio.brief.language.0) {
            *hue = Rgba([r, g, b, 255]);
        }
    }
    hues
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
    let entries = &sheet.words.items;
    let survey = Survey {
        sheet,
        zone,
        land,
        flip,
        hues: hues(sheet),
        unit: zone.w.min(zone.h) / 1000.0,
    };
    let (mut nodes, sites) = survey.sites(paints);
    let prompt = sheet.studio.brief.prompt.to_lowercase();
    let travels = [
        "treasure", "route", "path", "journey", "start", "go ", "tesoro", "trésor", "schatz",
        "quest", "trail",
    ]
    .iter()
    .any(|word| prompt.contains(word));
    let buried = survey.buried(&sites, &prompt);
    if land == Land::Island && travels && sites.pins.len() > 1 && !sites.ways {
        let line: Vec<(f32, f32)> = sites.pins.iter().map(|p| p.1).chain(buried).collect();
        let width = (8.0 * survey.unit).max(4.0);
        nodes.push(
            PAGE.trace(&open(&line))
                .dashed(Rgba::hex(0x8a3324), width, 14.0, 12.0)
                .round()
                .role("trail"),
        );
    }
    if let Some(at) = buried {
        let tall = (78.0 * survey.unit).clamp(40.0, 76.0);
        nodes.extend(cross(at, tall));
        labels.taken.push(Zone::new(
            at.0 - tall * 0.45,
            at.1 - tall,
            tall * 0.9,
            tall * 1.2,
        ));
    }
    nodes.extend(survey.pins(&sites, marks_last(&prompt), labels));
    for (i, at, way) in sites.areas {
        let hue = way.then(|| survey.hues[i]);
        let sides = [
            (0.0, 0.0),
            (0.6, 0.4),
            (-0.6, 0.4),
            (0.6, -0.5),
            (-0.6, -0.5),
        ];
        labels.put(&entries[i], at, &sides, hue);
    }
    nodes
}

/// Where the named places are.
#[derive(Default)]
struct Sites {
    pins: Vec<(usize, (f32, f32))>,
    /// Names that stand on what they name; whether that is a way.
    areas: Vec<(usize, (f32, f32), bool)>,
    /// Whether ways are drawn.
    ways: bool,
}

/// The ground on which places are sought.
struct Survey<'a> {
    sheet: &'a Sheet<'a>,
    zone: Zone,
    land: Land,
    flip: bool,
    hues: Vec<Rgba>,
    /// A thousandth of the shorter side.
    unit: f32,
}

impl Survey<'_> {
    fn here(&self, p: (f32, f32)) -> (f32, f32) {
        let (x, y) = point(self.zone, self.flip, p.0, p.1);
        (self.zone.x + x, self.zone.y + y)
    }

    /// Gives every name its place, and draws the ways among them.
    fn sites(&self, paints: &Paints) -> (Vec<Node>, Sites) {
        if let Some(toured) = self.toured(paints) {
            return toured;
        }
        let park = self.land == Land::Park;
        let mut nodes = Vec::new();
        let mut sites = Sites::default();
        let mut spots = Spots::new(self.land, self.flip);
        let all = routes(self.land);
        let mut used = [false; 8];
        for (i, entry) in self.sheet.words.items.iter().enumerate() {
            match kind(entry) {
                Kind::Way => {
                    // A loop takes the way around the lake.
                    let wanted = usize::from(is_loop(entry) && self.land != Land::Town);
                    let at = (0..all.len())
                        .map(|k| (k + wanted) % all.len())
                        .find(|k| !used[*k]);
                    if let Some(k) = at {
                        used[k] = true;
                        sites.ways = true;
                        let line: Vec<(f32, f32)> = all[k].iter().map(|p| self.here(*p)).collect();
                        nodes.extend(self.way(&line, k, self.hues[i], paints));
                        sites.areas.push((i, line[line.len() / 2], true));
                    } else if let Some(site) = spots.take(self.sheet, entry) {
                        sites.pins.push((i, self.here(site)));
                    }
                }
                Kind::Water if park => sites.areas.push((i, self.here((715.0, 600.0)), false)),
                Kind::Wood if park => sites.areas.push((i, self.here((220.0, 200.0)), false)),
                // The river and the park of a town are drawn already.
                Kind::Water if self.land == Land::Town && names_river(entry) => {
                    sites.areas.push((i, self.here((560.0, 893.0)), false));
                }
                _ => match spots.take(self.sheet, entry) {
                    Some(site) => sites.pins.push((i, self.here(site))),
                    None => sites.areas.push((i, self.here((500.0, 500.0)), false)),
                },
            }
        }
        (nodes, sites)
    }

    /// "Pine Loop starts at the lodge, passes the falls and returns": the only way leads through the places in their order,
    /// around the middle of the map.
    fn toured(&self, paints: &Paints) -> Option<(Vec<Node>, Sites)> {
        const PASSES: &[&str] = &[
            "starts",
            "passes",
            "passing",
            "returns",
            "returning",
            "begins",
        ];
        let entries = &self.sheet.words.items;
        let heard = self.sheet.studio.brief.heard();
        let told = PASSES.iter().any(|word| heard.contains(word));
        let ways: Vec<usize> = (0..entries.len())
            .filter(|n| kind(&entries[*n]) == Kind::Way)
            .collect();
        let [way] = ways[..] else { return None };
        let stops: Vec<usize> = (0..entries.len()).filter(|n| *n != way).collect();
        if !told || self.land == Land::Town || !(2..=8).contains(&stops.len()) {
            return None;
        }
        let closed = is_loop(&entries[way]) || heard.contains("return");
        let n = stops.len() as f32;
        let span = if closed { 360.0 / n } else { 250.0 / (n - 1.0) };
        let at = |k: f32| {
            let (x, y) = polar((0.0, 0.0), 1.0, 200.0 + span * k);
            self.here((500.0 + 330.0 * x, 530.0 + 310.0 * y))
        };
        let line: Vec<(f32, f32)> = (0..stops.len()).map(|k| at(k as f32)).collect();
        let nodes = self.way(&line, usize::from(closed), self.hues[way], paints);
        let sites = Sites {
            pins: stops.into_iter().zip(line).collect(),
            areas: vec![(way, at(if closed { n - 0.5 } else { 0.5 }), true)],
            ways: true,
        };
        Some((nodes, sites))
    }

    /// A street of a town, or a dashed trail elsewhere.
    fn way(&self, line: &[(f32, f32)], k: usize, hue: Rgba, paints: &Paints) -> Vec<Node> {
        let width = (11.0 * self.unit).max(4.5);
        if self.land == Land::Town {
            return vec![
                PAGE.trace(&open(line))
                    .stroke(hue.mix(Rgba::WHITE, 0.25), width * 1.5)
                    .round()
                    .role("street"),
            ];
        }
        let d = if k == 1 { closed(line) } else { open(line) };
        vec![
            PAGE.trace(&d)
                .stroke(Rgba::WHITE.faded(0.85), width * 1.7)
                .round(),
            PAGE.trace(&d)
                .dashed(
                    hue.readable_on(paints.park, 2.2),
                    width * 0.8,
                    width * 1.9,
                    width * 1.4,
                )
                .round()
                .role("trail"),
        ]
    }

    /// Landmarks and pins with their names; the last is crossed where "X marks the spot".
    /// Where the treasure of an island lies whose prompt names no place for it: as far from all places as the land allows.
    fn buried(&self, sites: &Sites, prompt: &str) -> Option<(f32, f32)> {
        const STEPS: [f32; 5] = [-0.14, -0.07, 0.0, 0.07, 0.14];
        let told = [
            "treasure",
            "tesoro",
            "trésor",
            "schatz",
            "skarb",
            "сокровищ",
        ]
        .iter()
        .any(|word| prompt.contains(word));
        let named = self
            .sheet
            .words
            .items
            .iter()
            .any(|entry| is_treasure(&entry.text));
        if self.land != Land::Island || !told || named || marks_last(prompt) {
            return None;
        }
        let (x, y) = self.zone.center();
        let spots = STEPS
            .iter()
            .flat_map(|dx| STEPS.iter().map(move |dy| (*dx, *dy)));
        let free = |at: (f32, f32)| {
            let taken = sites
                .pins
                .iter()
                .map(|p| p.1)
                .chain(sites.areas.iter().map(|a| a.1));
            taken
                .map(|p| libm::hypotf(p.0 - at.0, p.1 - at.1))
                .fold(f32::MAX, f32::min)
        };
        spots
            .map(|(dx, dy)| (x + dx * self.zone.w, y + dy * self.zone.h))
            .max_by(|a, b| free(*a).total_cmp(&free(*b)))
    }

    fn pins(&self, sites: &Sites, crossed: bool, labels: &mut Labels<'_>) -> Vec<Node> {
        let (sheet, entries) = (self.sheet, &self.sheet.words.items);
        let tall = (78.0 * self.unit).clamp(40.0, 76.0);
        let plain = sheet.studio.brief.look.palette.len() == 1;
        let mut nodes = Vec::new();
        for (i, at) in &sites.pins {
            let hue = if plain {
                sheet.rgb(Token::Accent)
            } else {
                self.hues[*i]
            };
            let last = sites.pins.last().map(|p| p.0) == Some(*i);
            nodes.extend(if last && crossed {
                cross(*at, tall)
            } else {
                landmark(sheet, &entries[*i], *at, tall, self.land)
                    .unwrap_or_else(|| pin(sheet, &entries[*i], *at, tall, hue, self.land))
            });
            labels.taken.push(Zone::new(
                at.0 - tall * 0.36,
                at.1 - tall,
                tall * 0.72,
                tall * 1.05,
            ));
        }
        for (i, at) in &sites.pins {
            labels.put(
                &entries[*i],
                (at.0, at.1 - tall * 0.45),
                &[(1.0, 0.0), (-1.0, 0.0), (0.0, 1.6), (0.0, -1.9)],
                None,
            );
        }
        nodes
    }
}

/// Whether a name is that of flowing water.
fn names_river(entry: &Entry) -> bool {
    let text = entry.text.to_lowercase();
    [
        "river",
        "stream",
        "canal",
        "río",
        "rio ",
        "rivière",
        "fluss",
        "fiume",
        "rzeka",
        "nehir",
        "река",
        "річка",
        "川",
        "河",
        "강",
    ]
    .iter()
    .any(|word| text.contains(word))
}

/// Whether a way leads back to where it began.
fn is_loop(entry: &Entry) -> bool {
    let text = entry.text.to_lowercase();
    ["loop", "circuit", "rund", "lake", "lac"]
        .iter()
        .any(|w| text.contains(w))
}
