//! Maps of the world and of its continents: real coasts, places where they are.

use std::sync::OnceLock;

use plantain_read::Brief;
use plantain_scene::Node;
use plantain_scene::build::*;
use plantain_scene::color::{Rgba, Token};

use super::labels::Labels;
use super::marks::pin;
use super::{Land, Paints};
use crate::components::diagram::drawing::PAGE;
use crate::components::diagram::{Body, Entry, Sheet, Words};
use crate::components::print::Zone;

/// Coasts by hand: kind, name, and points of longitude and latitude.
const COASTS: &str = include_str!("world/coasts.tsv");
/// Places and areas: kind, names in several languages, longitude and latitude.
const PLACES: &str = include_str!("world/places.tsv");

/// A point as longitude and latitude in degrees, or on the plane of the projection.
type Point = (f32, f32);

/// West, south, east and north of a part of the world, in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Part {
    west: f32,
    south: f32,
    east: f32,
    north: f32,
}

const WORLD: Part = Part {
    west: -158.0,
    south: -56.0,
    east: 172.0,
    north: 79.0,
};

/// Words of a prompt that ask for a part of the world, in the languages that are read.
const PARTS: &[(&[&str], Part)] = &[
    (
        &[
            "world",
            "globe",
            "mundo",
            "mapamundi",
            "mapa-múndi",
            "monde",
            "mappemonde",
            "weltkarte",
            "mondo",
            "wereld",
            "świat",
            "dünya",
            "мир",
            "світ",
            "العالم",
            "העולם",
            "विश्व",
            "दुनिया",
            "世界",
            "세계",
        ],
        WORLD,
    ),
    (
        &[
            "europe",
            "europa",
            "avrupa",
            "европ",
            "європ",
            "أوروبا",
            "אירופה",
            "यूरोप",
            "欧洲",
            "ヨーロッパ",
            "유럽",
        ],
        Part {
            west: -12.0,
            south: 34.5,
            east: 40.0,
            north: 66.0,
        },
    ),
    (
        &[
            "south america",
            "sudamérica",
            "suramérica",
            "américa del sur",
            "amérique du sud",
            "südamerika",
            "sud america",
            "américa do sul",
        ],
        Part {
            west: -84.0,
            south: -56.0,
            east: -33.0,
            north: 14.0,
        },
    ),
    (
        &[
            "north america",
            "norteamérica",
            "américa del norte",
            "amérique du nord",
            "nordamerika",
        ],
        Part {
            west: -150.0,
            south: 8.0,
            east: -52.0,
            north: 70.0,
        },
    ),
    (
        &[
            "africa",
            "áfrica",
            "afrique",
            "afrika",
            "африк",
            "أفريقيا",
            "अफ्रीका",
            "非洲",
            "アフリカ",
        ],
        Part {
            west: -19.0,
            south: -36.0,
            east: 53.0,
            north: 38.0,
        },
    ),
    (
        &[
            "asia",
            "asie",
            "asien",
            "ásia",
            "азия",
            "азії",
            "آسيا",
            "एशिया",
            "亚洲",
            "アジア",
            "아시아",
        ],
        Part {
            west: 40.0,
            south: -10.0,
            east: 148.0,
            north: 56.0,
        },
    ),
];

/// Degrees around places that stand alone on a map.
const MARGIN: f32 = 6.0;
/// Least span of a map in degrees: coasts are drawn too coarsely for less.
const SPAN_MIN: f32 = 20.0;

/// The known things of a map: what to draw of the world, and where its names stand.
pub(super) struct Atlas {
    part: Part,
    /// For each entry its place, and whether it is an area that takes no pin; none when it is not known.
    places: Vec<Option<(Point, bool)>>,
    /// Whether a line joins the places in their order.
    route: bool,
}

impl Atlas {
    /// Returns the part of the world that a prompt asks for, by name or by the places that it lists.
    pub fn of(brief: &Brief, words: &Words, carrier: &str) -> Option<Self> {
        let mut places: Vec<_> = words.items.iter().map(|entry| find(&entry.text)).collect();
        // Among continents Australia is one of them.
        let areas = places.iter().flatten().filter(|place| place.1).count();
        if areas * 2 > places.len() {
            places.iter_mut().flatten().for_each(|place| place.1 = true);
        }
        let known: Vec<Point> = places.iter().flatten().map(|place| place.0).collect();
        let title = words.title.as_ref().map(|title| title.text.to_lowercase());
        let told = |word: &&str| {
            begins(carrier, word) || title.as_ref().is_some_and(|title| begins(title, word))
        };
        let named = PARTS
            .iter()
            .find(|(names, _)| names.iter().any(told))
            .map(|found| found.1);
        let listed = known.len() >= 2 && known.len() == places.len();
        // Places of a town may share their names with cities; few of many say nothing.
        let polar = known.iter().any(|place| place.1 < -60.0);
        let part = match named {
            Some(part) if part == WORLD && polar => Part {
                south: -84.0,
                ..WORLD
            },
            Some(part) if part == WORLD => part,
            Some(part) if places.is_empty() || known.len() * 2 >= places.len() => part,
            _ if listed => around(&known),
            _ => return None,
        };
        let heard = brief.heard();
        let route = [
            "route",
            "journey",
            "trip",
            "itinerary",
            "voyage",
            "tour",
            "flight",
            "ruta",
            "viaje",
            "reise",
            "itinéraire",
            "viaggio",
            "→",
            "->",
        ]
        .iter()
        .any(|word| heard.contains(word));
        Some(Self {
            part,
            places,
            route: route && listed,
        })
    }
}

/// Whether a word in a text begins so.
fn begins(text: &str, word: &str) -> bool {
    text.match_indices(word).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        !before.is_some_and(char::is_alphabetic) || !word.is_ascii()
    })
}

/// The part of the world around some places, not smaller than coasts can be drawn.
fn around(places: &[Point]) -> Part {
    let fold = |pick: fn(&Point) -> f32| {
        let (low, high) = places
            .iter()
            .map(pick)
            .fold((f32::MAX, f32::MIN), |(l, h), v| (l.min(v), h.max(v)));
        let spare = MARGIN.max((SPAN_MIN - (high - low)) * 0.5);
        (low - spare, high + spare)
    };
    let ((west, east), (south, north)) = (fold(|p| p.0), fold(|p| p.1));
    if east - west > 150.0 {
        return WORLD;
    }
    Part {
        west,
        south,
        east,
        north,
    }
}

struct Place {
    names: Vec<String>,
    at: Point,
    area: bool,
}

fn gazetteer() -> &'static [Place] {
    static ALL: OnceLock<Vec<Place>> = OnceLock::new();
    ALL.get_or_init(|| {
        rows(PLACES)
            .filter_map(|row| {
                let [kind, names, x, y] = row[..] else {
                    return None;
                };
                Some(Place {
                    names: names.split('|').map(str::to_lowercase).collect(),
                    at: (x.parse().ok()?, y.parse().ok()?),
                    area: kind == "area",
                })
            })
            .collect()
    })
}

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
}

/// Returns where a text's place lies, and whether it is an area: its longest name that stands in the text as whole words.
fn find(text: &str) -> Option<(Point, bool)> {
    let text = text.to_lowercase();
    gazetteer()
        .iter()
        .flat_map(|place| place.names.iter().map(move |name| (name, place)))
        .filter(|(name, _)| stands_in(&text, name))
        .max_by_key(|(name, _)| name.chars().count())
        .map(|(_, place)| (place.at, place.area))
}

fn stands_in(text: &str, name: &str) -> bool {
    let unspaced = name.chars().all(|c| ('\u{3040}'..'\u{D7B0}').contains(&c));
    text.match_indices(name).any(|(at, _)| {
        let before = text[..at].chars().next_back();
        let after = text[at + name.len()..].chars().next();
        let open = |c: Option<char>| !c.is_some_and(char::is_alphanumeric);
        unspaced || open(before) && open(after)
    })
}

/// Projects degrees to a plane on which shapes keep a familiar look (the Natural Earth projection).
fn project((longitude, latitude): Point) -> Point {
    let (l, p) = (longitude.to_radians(), latitude.to_radians());
    let p2 = p * p;
    let p4 = p2 * p2;
    let p6 = p4 * p2;
    let x =
        l * (0.8707 - 0.131_979 * p2 - 0.013_791 * p4 + 0.003_971 * p4 * p6 - 0.001_529 * p6 * p6);
    let y = p
        * (1.007_226 + 0.015_085 * p2 - 0.044_475 * p6 + 0.028_874 * p4 * p4 - 0.005_916 * p4 * p6);
    (x, -y)
}

/// A window of the plane on the page.
struct Window {
    /// The whole map, and the zone in its middle that the part shall fill.
    page: Zone,
    zone: Zone,
    scale: f32,
    center: Point,
}

impl Window {
    /// The whole world stands inside the zone, a part of it fills the zone.
    fn of(part: Part, page: Zone) -> Self {
        let zone = page.inset(page.w.min(page.h) * 0.03);
        let middle = (part.south + part.north) * 0.5;
        let corners = [
            (part.west, part.south),
            (part.west, part.north),
            (part.west, middle),
            (part.east, part.south),
            (part.east, part.north),
            (part.east, middle),
        ]
        .map(project);
        let (mut x0, mut x1, mut y0, mut y1) = (f32::MAX, f32::MIN, f32::MAX, f32::MIN);
        for (x, y) in corners {
            (x0, x1, y0, y1) = (x0.min(x), x1.max(x), y0.min(y), y1.max(y));
        }
        let scale = (zone.w / (x1 - x0)).min(zone.h / (y1 - y0));
        Self {
            page,
            zone,
            scale,
            center: ((x0 + x1) * 0.5, (y0 + y1) * 0.5),
        }
    }

    fn at(&self, degrees: Point) -> Point {
        let (x, y) = project(degrees);
        let c = self.zone.center();
        (
            c.0 + (x - self.center.0) * self.scale,
            c.1 + (y - self.center.1) * self.scale,
        )
    }
}

/// Colours of sea, land and lines.
struct Inks {
    sea: Rgba,
    land: Rgba,
    shore: Rgba,
    grid: Rgba,
}

impl Inks {
    fn of(sheet: &Sheet<'_>, paints: &Paints) -> Self {
        let plain = sheet.studio.brief.canvas.background.is_some();
        let canvas = sheet.rgb(Token::Canvas);
        let sea = if plain {
            canvas
        } else {
            paints.water.mix(canvas, 0.45)
        };
        // One colour that was asked for is worn by the land.
        let land = match sheet.studio.brief.look.palette.len() {
            1 => sheet.mixed(Token::Accent, Token::Canvas, 0.45),
            _ => paints.park.mix(paints.land, 0.35),
        };
        Self {
            sea,
            land,
            shore: land.mix(Rgba::BLACK, 0.16),
            grid: paints.shore.mix(sea, 0.62),
        }
    }
}

pub(super) fn draw(sheet: &Sheet<'_>, atlas: &Atlas) -> Option<Body> {
    let paints = Paints::of(sheet, Land::Town);
    let inks = Inks::of(sheet, &paints);
    let zone = if sheet.words.title.is_none() {
        sheet.full
    } else {
        Zone::new(0.0, sheet.body.y, sheet.full.w, sheet.full.h - sheet.body.y)
    };
    let window = Window::of(atlas.part, zone);
    let local = |p: Point| (p.0 - zone.x, p.1 - zone.y);
    let mut ground = lines(&window, &inks, local);
    for row in rows(COASTS) {
        let [kind, _, points] = row[..] else { continue };
        let coast: Vec<Point> = points
            .split(' ')
            .filter_map(|point| {
                let (x, y) = point.split_once(',')?;
                Some(local(window.at((x.parse().ok()?, y.parse().ok()?))))
            })
            .collect();
        // Shapes are cut at the edges themselves, so that nothing reaches over the title.
        let shape = cut(&rounded(&coast), zone.w, zone.h);
        if shape.len() < 3 {
            continue;
        }
        let fill = if kind == "land" { inks.land } else { inks.sea };
        let shape = PAGE
            .fill(&format!("{}Z", straight(&shape)), fill)
            .stroke(inks.shore, 1.5)
            .role(if kind == "land" { "land" } else { "water" });
        ground.push(shape);
    }
    let mut nodes = vec![
        zone.hold(stack())
            .fill(inks.sea)
            .clip()
            .role("ground")
            .children(ground),
    ];
    let mut labels = Labels::new(sheet, zone, &paints);
    nodes.extend(marks(sheet, atlas, &window, &mut labels));
    nodes.extend(labels.nodes);
    let body = Body::new(nodes);
    if atlas.places.iter().all(Option::is_some) {
        Some(body)
    } else {
        Some(body.note(
            "approximated",
            "Some names are no places that this map knows; they stand at its edge.",
        ))
    }
}

/// Meridians and parallels.
fn lines(window: &Window, inks: &Inks, local: impl Fn(Point) -> Point) -> Vec<Node> {
    const STEP: i32 = 20;
    let meridians = (-180 / STEP..=180 / STEP).map(|n| {
        (-40..=40)
            .map(|k| ((n * STEP) as f32, (k * 2) as f32))
            .collect::<Vec<_>>()
    });
    let parallels = (-4..=4).map(|k| {
        (-90..=90)
            .map(|n| ((n * 2) as f32, (k * STEP) as f32))
            .collect::<Vec<_>>()
    });
    meridians
        .chain(parallels)
        .map(|line| {
            line.into_iter()
                .map(|p| local(window.at(p)))
                .collect::<Vec<Point>>()
        })
        .flat_map(|line| inside(&line, window, &local))
        .map(|line| {
            PAGE.trace(&straight(&line))
                .stroke(inks.grid, 1.0)
                .role("grid")
        })
        .collect()
}

/// The stretches of a line that lie on the page.
fn inside(line: &[Point], window: &Window, local: impl Fn(Point) -> Point) -> Vec<Vec<Point>> {
    let page = window.page;
    let (low, high) = (
        local((page.x, page.y)),
        local((page.right(), page.bottom())),
    );
    let on_page = |p: &Point| (low.0..=high.0).contains(&p.0) && (low.1..=high.1).contains(&p.1);
    line.split(|p| !on_page(p))
        .filter(|stretch| stretch.len() > 1)
        .map(<[Point]>::to_vec)
        .collect()
}

/// Returns a closed line with its corners rounded: points on the curve through all of them.
fn rounded(points: &[Point]) -> Vec<Point> {
    const STEPS: usize = 5;
    let n = points.len();
    let at = |k: usize| points[k % n];
    (0..n)
        .flat_map(|i| {
            let (a, b, c, d) = (at(i + n - 1), at(i), at(i + 1), at(i + 2));
            (0..STEPS).map(move |k| {
                let t = k as f32 / STEPS as f32;
                let mix = |a: f32, b: f32, c: f32, d: f32| {
                    let (t2, t3) = (t * t, t * t * t);
                    0.5 * (2.0 * b
                        + (c - a) * t
                        + (2.0 * a - 5.0 * b + 4.0 * c - d) * t2
                        + (3.0 * b - a - 3.0 * c + d) * t3)
                };
                (mix(a.0, b.0, c.0, d.0), mix(a.1, b.1, c.1, d.1))
            })
        })
        .collect()
}

/// Cuts a closed line to the box from the origin to `w` and `h`, one edge after the other.
fn cut(points: &[Point], w: f32, h: f32) -> Vec<Point> {
    type Edge = (fn(Point) -> f32, f32, f32);
    let edges: [Edge; 4] = [
        (|p| p.0, 0.0, 1.0),
        (|p| p.0, w, -1.0),
        (|p| p.1, 0.0, 1.0),
        (|p| p.1, h, -1.0),
    ];
    let mut shape = points.to_vec();
    for (pick, bound, sign) in edges {
        let depth = |p: Point| (pick(p) - bound) * sign;
        let n = shape.len();
        let mut out = Vec::with_capacity(n);
        for i in 0..n {
            let (a, b) = (shape[i], shape[(i + 1) % n]);
            let (da, db) = (depth(a), depth(b));
            if da >= 0.0 {
                out.push(a);
            }
            if (da >= 0.0) != (db >= 0.0) {
                let t = da / (da - db);
                out.push((a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t));
            }
        }
        shape = out;
    }
    shape
}

fn straight(points: &[Point]) -> String {
    let mut d = String::new();
    for (n, p) in points.iter().enumerate() {
        let command = if n == 0 { 'M' } else { 'L' };
        d.push_str(&format!("{command}{:.1} {:.1} ", p.0, p.1));
    }
    d
}

/// Pins, the line between them, and all names.
fn marks(sheet: &Sheet<'_>, atlas: &Atlas, window: &Window, labels: &mut Labels<'_>) -> Vec<Node> {
    let entries = &sheet.words.items;
    let unit = window.zone.w.min(window.zone.h) / 1000.0;
    let tall = (66.0 * unit).clamp(34.0, 64.0);
    let hues = sheet.hues(entries.len().max(3));
    let plain = sheet.studio.brief.look.palette.len() == 1;
    let mut nodes = Vec::new();
    let stops: Vec<Point> = atlas
        .places
        .iter()
        .flatten()
        .filter(|place| !place.1)
        .map(|place| window.at(place.0))
        .collect();
    if atlas.route && stops.len() > 1 {
        let path: String = stops
            .iter()
            .enumerate()
            .map(|(n, p)| format!("{}{:.1} {:.1} ", if n == 0 { 'M' } else { 'L' }, p.0, p.1))
            .collect();
        nodes.push(
            PAGE.trace(&path)
                .dashed(sheet.rgb(Token::Accent), (6.0 * unit).max(3.0), 12.0, 9.0)
                .round()
                .role("route"),
        );
    }
    // Northern pins first, so that those before them overlap.
    let mut order: Vec<(usize, Point)> = (0..entries.len())
        .filter_map(|n| Some((n, atlas.places[n].filter(|place| !place.1)?.0)))
        .map(|(n, place)| (n, window.at(place)))
        .collect();
    order.sort_by(|a, b| a.1.1.total_cmp(&b.1.1));
    for (n, at) in &order {
        let hue = if plain {
            sheet.rgb(Token::Accent)
        } else {
            hues[*n]
        };
        // A pin of the world has no picture: its place is its meaning.
        nodes.extend(pin(sheet, &Entry::default(), *at, tall, hue, Land::Town));
        labels.taken.push(Zone::new(
            at.0 - tall * 0.36,
            at.1 - tall,
            tall * 0.72,
            tall * 1.05,
        ));
    }
    for (n, at) in order {
        labels.put(
            &entries[n],
            (at.0, at.1 - tall * 0.45),
            &[(1.0, 0.0), (-1.0, 0.0), (0.0, 1.6), (0.0, -1.9)],
            None,
        );
    }
    for (entry, place) in entries.iter().zip(&atlas.places) {
        match place {
            Some((at, true)) => labels.put(entry, window.at(*at), &[(0.0, 0.0)], None),
            Some(_) => {}
            None => {
                let corner = (window.zone.x + 90.0, window.zone.bottom() - 40.0);
                labels.put(entry, corner, &[(0.0, 0.0)], None);
            }
        }
    }
    nodes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::directors::science::carrier;

    #[test]
    fn places_are_found_by_any_of_their_names() {
        for (text, want) in [
            ("London", Some((-0.1, 51.5))),
            ("Office in São Paulo", Some((-46.6, -23.6))),
            ("東京", Some((139.7, 35.7))),
            ("New Delhi HQ", Some((77.2, 28.6))),
            ("Londonderry", None),
        ] {
            assert_eq!(find(text).map(|found| found.0), want, "{text}");
        }
    }

    #[test]
    fn prompts_ask_for_parts_of_the_world() {
        for (prompt, world) in [
            (
                "world map with pins on London, Tokyo and Sydney",
                Some(true),
            ),
            ("map of Europe with Paris, Berlin and Rome", Some(false)),
            ("route map Lisbon, Madrid, Barcelona", Some(false)),
            ("map of our village: bakery, school, church", None),
        ] {
            let brief = plantain_read::read(prompt);
            let words = Words::of(&brief);
            let atlas = Atlas::of(&brief, &words, &carrier(&brief));
            assert_eq!(atlas.map(|atlas| atlas.part == WORLD), world, "{prompt}");
        }
    }

    #[test]
    fn every_coast_and_place_is_read() {
        for row in rows(COASTS) {
            assert_eq!(row.len(), 3, "{row:?}");
            assert!(row[2].split(' ').count() >= 3, "{row:?}");
        }
        let lines = PLACES.lines().filter(|line| !line.starts_with('#')).count();
        assert_eq!(gazetteer().len(), lines);
    }
}
