//! Maps of lines with stops: metro, tram, bus.

use plantain_read::Brief;
use plantain_scene::Node;
use plantain_scene::build::*;
use plantain_scene::color::{Rgba, Token};
use plantain_scene::node::{Align, FontRole};

use crate::components::diagram::callout::crosses;
use crate::components::diagram::drawing::PAGE;
use crate::components::diagram::{Body, Entry, Lettering, SIZE_MIN, Sheet};
use crate::components::print::Zone;

/// A line with its stops, in order; stops are indices into [`Net::stops`].
struct Line {
    name: Entry,
    stops: Vec<usize>,
    color: Option<Rgba>,
}

/// Lines and the stops that they share.
pub(super) struct Net {
    stops: Vec<Entry>,
    lines: Vec<Line>,
}

impl Net {
    /// Returns the net that the prompt tells, if it tells two lines or one with some stops.
    pub fn of(brief: &Brief) -> Option<Self> {
        let mut net = Self {
            stops: Vec::new(),
            lines: Vec::new(),
        };
        let entry = |at: usize| {
            let branch = &brief.tree[at];
            Entry {
                text: branch.text.clone(),
                literal: branch.literal.is_some(),
                span: branch
                    .literal
                    .and_then(|at| brief.literals.get(at))
                    .map_or(0..0, |literal| literal.span.clone()),
            }
        };
        for at in 0..brief.tree.len() {
            let name = entry(at);
            match brief.tree[at].parent {
                None => net.lines.push(Line {
                    color: named_color(brief, &name.text),
                    name,
                    stops: Vec::new(),
                }),
                Some(_) => {
                    let stop = net
                        .stops
                        .iter()
                        .position(|known| known.text == name.text)
                        .unwrap_or_else(|| {
                            net.stops.push(name);
                            net.stops.len() - 1
                        });
                    net.lines.last_mut()?.stops.push(stop);
                }
            }
        }
        let told = net.lines.len() > 1 || net.lines.iter().any(|line| line.stops.len() > 2);
        told.then_some(net)
    }

    fn is_shared(&self, stop: usize) -> bool {
        self.lines
            .iter()
            .filter(|line| line.stops.contains(&stop))
            .count()
            > 1
    }

    /// Places of all stops in a grid of half pitches: the first line runs across, the others bend around what they share.
    fn places(&self) -> Vec<(f32, f32)> {
        if self.lines.len() == 1 {
            return winding(self.stops.len());
        }
        let mut at: Vec<Option<(f32, f32)>> = vec![None; self.stops.len()];
        for (n, line) in self.lines.iter().enumerate() {
            let anchor = line
                .stops
                .iter()
                .enumerate()
                .find_map(|(i, stop)| Some((i as f32, at[*stop]?)));
            // Lines that meet none before run below all others.
            let lowest = at.iter().flatten().map(|p| p.1).fold(0.0, f32::max);
            let (from, base) = match anchor {
                Some((i, place)) => (i, place),
                None if n == 0 => (0.0, (0.0, 0.0)),
                None => (0.0, (0.0, lowest + 2.0)),
            };
            for (i, stop) in line.stops.iter().enumerate() {
                if at[*stop].is_some() {
                    continue;
                }
                let d = i as f32 - from;
                let bend = if n == 0 {
                    0.0
                } else {
                    // Odd lines fall from left to right, even ones rise; away from the meeting they run level.
                    let sign = if n % 2 == 1 { 1.0 } else { -1.0 };
                    sign * d.clamp(-1.0, 1.0) * (1.2 + 0.9 * ((n - 1) / 2) as f32)
                };
                let mut place = (base.0 + d, base.1 + bend);
                while at
                    .iter()
                    .flatten()
                    .any(|p| (p.0 - place.0).abs() < 0.6 && (p.1 - place.1).abs() < 0.5)
                {
                    place.1 += 1.2 * if bend < 0.0 { -1.0 } else { 1.0 };
                }
                at[*stop] = Some(place);
            }
        }
        at.into_iter().map(Option::unwrap_or_default).collect()
    }
}

/// Places of the stops of a line alone: level for two, then down a slope, and back up.
fn winding(n: usize) -> Vec<(f32, f32)> {
    (0..n)
        .map(|i| {
            let (turn, step) = (i / 4, i % 4);
            let down = [0.0, 0.0, 1.1, 1.1][step];
            let low = if turn % 2 == 0 { down } else { 1.1 - down };
            (i as f32, low)
        })
        .collect()
}

/// "red line": the colour that a line is named after.
fn named_color(brief: &Brief, name: &str) -> Option<Rgba> {
    let [r, g, b] = plantain_read::color_of(name, &brief.language.0)?;
    Some(Rgba::rgb(r, g, b))
}

pub(super) fn draw(sheet: &Sheet<'_>, net: &Net) -> Option<Body> {
    let zone = sheet.body;
    let side = sheet.full.w.min(sheet.full.h);
    let legend_h = (side * 0.07).clamp(36.0, 64.0);
    let field =
        Zone::new(zone.x, zone.y, zone.w, zone.h - legend_h).inset_xy(zone.w * 0.06, zone.h * 0.08);
    let grid = net.places();
    let span = |pick: fn(&(f32, f32)) -> f32| {
        let (low, high) = grid
            .iter()
            .map(pick)
            .fold((f32::MAX, f32::MIN), |(l, h), v| (l.min(v), h.max(v)));
        (low, (high - low).max(1e-3))
    };
    let ((x0, wide), (y0, tall)) = (span(|p| p.0), span(|p| p.1));
    let (px, py) = (field.w / wide, (field.h / tall).min(field.w / wide * 1.1));
    let top = field.y + (field.h - py * tall) * 0.5;
    let at: Vec<(f32, f32)> = grid
        .iter()
        .map(|p| {
            (
                field.x + (p.0 - x0) * px,
                if tall < 0.01 {
                    field.center().1
                } else {
                    top + (p.1 - y0) * py
                },
            )
        })
        .collect();
    let thick = (side * 0.018).clamp(8.0, 18.0);
    let hues = sheet.hues(net.lines.len());
    let hue = |n: usize| net.lines[n].color.unwrap_or(hues[n]);
    let mut nodes: Vec<Node> = Vec::new();
    for (n, line) in net.lines.iter().enumerate() {
        let mut d = String::new();
        for (i, stop) in line.stops.iter().enumerate() {
            let p = at[*stop];
            d.push_str(&format!(
                "{}{:.1} {:.1} ",
                if i == 0 { 'M' } else { 'L' },
                p.0,
                p.1
            ));
        }
        nodes.push(PAGE.trace(&d).stroke(hue(n), thick).round().role("line"));
    }
    let look = Lettering::new(FontRole::Heading, (side * 0.03).clamp(15.0, 26.0), SIZE_MIN)
        .weight(600)
        .align(Align::Center);
    let room = px * 0.96;
    let size = sheet.fit_all(
        net.stops.iter().map(|s| s.text.as_str()),
        look,
        room,
        60.0,
        2,
    );
    let legs: Vec<Leg> = net
        .lines
        .iter()
        .flat_map(|line| line.stops.windows(2).map(|pair| (at[pair[0]], at[pair[1]])))
        .collect();
    let mut taken: Vec<Zone> = Vec::new();
    let mut labels = Vec::new();
    for (i, stop) in net.stops.iter().enumerate() {
        let p = at[i];
        let shared = net.is_shared(i);
        let r = thick * if shared { 1.05 } else { 0.72 };
        let first = (0..net.lines.len())
            .find(|n| net.lines[*n].stops.contains(&i))
            .unwrap_or(0);
        let ring = if shared {
            sheet.rgb(Token::Ink)
        } else {
            hue(first)
        };
        nodes.push(
            Zone::new(p.0 - r, p.1 - r, 2.0 * r, 2.0 * r)
                .hold(ellipse())
                .fill(Rgba::WHITE)
                .stroke(ring, thick * 0.34)
                .role("stop"),
        );
        let (w, h) = sheet.measure(&stop.text, look, size, room);
        // Names stand above the upper lines and below the lower ones, unless a line runs there.
        let above = p.1 <= field.center().1;
        let place = beside_stop(sheet, (w + 2.0, h), (p, r + 8.0), above, &legs, &taken);
        taken.push(place);
        labels.push(
            place
                .inset_xy(-3.0, -1.0)
                .hold(rect())
                .fill(plantain_scene::color::Color::from(Token::Canvas).alpha(0.86))
                .radius(4.0),
        );
        labels.push(sheet.set(stop, place, look, size, "stop"));
    }
    nodes.extend(labels);
    nodes.extend(legend(
        sheet,
        net,
        Zone::new(zone.x, zone.bottom() - legend_h, zone.w, legend_h),
        &hue,
        thick,
    ));
    Some(Body::new(nodes))
}

/// The stretch of a line between two stops.
type Leg = ((f32, f32), (f32, f32));

/// Returns the place beside a stop where the fewest lines and names are in the way of its own.
fn beside_stop(
    sheet: &Sheet<'_>,
    (w, h): (f32, f32),
    (p, away): ((f32, f32), f32),
    above: bool,
    legs: &[Leg],
    taken: &[Zone],
) -> Zone {
    let (up, down) = (p.1 - away - h, p.1 + away);
    let (left, right) = (p.0 - away - w, p.0 + away);
    let (first, second) = if above { (up, down) } else { (down, up) };
    let slant = away * 0.4;
    let places = [
        (p.0 - w * 0.5, first),
        (p.0 - w * 0.5, second),
        (right, p.1 - h * 0.5),
        (left, p.1 - h * 0.5),
        (p.0 + slant, first),
        (p.0 - slant - w, first),
        (p.0 + slant, second),
        (p.0 - slant - w, second),
    ];
    let cost = |zone: &Zone| {
        let wide = zone.inset(-3.0);
        let crossed = legs.iter().filter(|leg| meets(wide, **leg)).count();
        let met = taken.iter().filter(|other| overlap(wide, **other)).count();
        crossed * 2 + met * 3
    };
    places
        .into_iter()
        .map(|(x, y)| {
            let x = x.clamp(8.0, (sheet.full.right() - w - 8.0).max(8.0));
            Zone::new(x, y, w, h)
        })
        .min_by_key(cost)
        .unwrap_or(Zone::new(p.0, down, w, h))
}

fn overlap(a: Zone, b: Zone) -> bool {
    a.x < b.right() && b.x < a.right() && a.y < b.bottom() && b.y < a.bottom()
}

/// Whether a line runs through a zone.
fn meets(zone: Zone, (a, b): Leg) -> bool {
    let corners = [
        (zone.x, zone.y),
        (zone.right(), zone.y),
        (zone.right(), zone.bottom()),
        (zone.x, zone.bottom()),
    ];
    let inside = |p: (f32, f32)| {
        (zone.x..zone.right()).contains(&p.0) && (zone.y..zone.bottom()).contains(&p.1)
    };
    inside(a) || (0..4).any(|i| crosses(a, b, corners[i], corners[(i + 1) % 4]))
}

/// The names of the lines, each behind a stretch of its colour.
fn legend(
    sheet: &Sheet<'_>,
    net: &Net,
    zone: Zone,
    hue: &impl Fn(usize) -> Rgba,
    thick: f32,
) -> Vec<Node> {
    let n = net.lines.len();
    let w = zone.w / n as f32;
    let look = Lettering::new(FontRole::Body, (zone.h * 0.42).clamp(14.0, 24.0), SIZE_MIN)
        .weight(600)
        .middle();
    let mark = (thick * 3.2).min(w * 0.3);
    let size = sheet.fit_all(
        net.lines.iter().map(|l| l.name.text.as_str()),
        look,
        w - mark - 24.0,
        zone.h,
        1,
    );
    let mut nodes = Vec::new();
    for (i, line) in net.lines.iter().enumerate() {
        let x = zone.x + w * i as f32;
        let y = zone.center().1;
        nodes.push(
            PAGE.trace(&format!("M{x} {y} L{} {y}", x + mark))
                .stroke(hue(i), thick)
                .round()
                .role("key"),
        );
        let words = Zone::new(x + mark + 14.0, zone.y, w - mark - 20.0, zone.h);
        nodes.push(sheet.set(&line.name, words, look, size, "key"));
    }
    nodes
}
