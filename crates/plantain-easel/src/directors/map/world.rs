//! Maps of the world and of its continents: real coasts, places where they are.

use plantain_read::Brief;
use plantain_scene::Node;
use plantain_scene::build::*;
use plantain_scene::color::{Rgba, Token};

use self::parts::{PARTS, Part, WORLD, around};
use self::places::find;
use self::plane::{Window, cut, rounded, straight};
use super::labels::Labels;
use super::marks::pin;
use super::{Land, Paints};
use crate::components::diagram::drawing::PAGE;
use crate::components::diagram::{Body, Entry, Sheet, Words};
use crate::components::print::Zone;

mod parts;
mod places;
mod plane;

/// Coasts by hand: kind, name, and points of longitude and latitude.
const COASTS: &str = include_str!("world/coasts.tsv");

/// A point as longitude and latitude in degrees, or on the plane of the projection.
type Point = (f32, f32);

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

fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#'))
        .map(|line| line.split('\t').collect())
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
    use super::places::{PLACES, gazetteer};
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
