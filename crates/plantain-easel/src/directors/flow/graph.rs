//! Nets of boxes and arrows in layers: decision trees, architectures, networks, food webs.

use plantain_read::{Brief, Link};
use plantain_scene::color::{Rgba, Token};
use plantain_scene::node::Node;

use super::{Form, Manner, lettering, node_under, on_line};
use crate::components::diagram::drawing::arrow;
use crate::components::diagram::{Body, Entry, Lettering, SIZE_MIN, Sheet};
use crate::components::print::Zone;
use crate::knowledge;

/// Sweeps over the layers that put neighbours near each other.
const SWEEPS: usize = 6;

/// Texts and the arrows between them.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::directors) struct Net {
    nodes: Vec<Entry>,
    /// From, to, and what stands at the arrow.
    edges: Vec<(usize, usize, Option<Entry>)>,
}

impl Net {
    /// Returns the net of a brief; none when its links are only a chain.
    pub fn of(brief: &Brief) -> Option<Self> {
        let branches = |pick: fn(&Link) -> usize| {
            brief
                .links
                .iter()
                .any(|a| brief.links.iter().any(|b| a != b && pick(a) == pick(b)))
        };
        let labelled = brief.links.iter().any(|link| link.label.is_some());
        if !(branches(|link| link.from) || branches(|link| link.to) || labelled) {
            return None;
        }
        let entry = |at: usize| {
            let literal = brief.literals.get(at)?;
            Some(Entry {
                text: literal.text.clone(),
                literal: true,
                span: literal.span.clone(),
            })
        };
        let mut order: Vec<usize> = brief.links.iter().flat_map(|l| [l.from, l.to]).collect();
        let labels: Vec<usize> = brief.links.iter().filter_map(|l| l.label).collect();
        // A text that no arrow touches is a node all the same.
        order.extend((0..brief.literals.len()).filter(|at| {
            !labels.contains(at) && brief.literals[*at].role != plantain_read::Role::Title
        }));
        order.sort_unstable();
        order.dedup();
        let place = |at: usize| order.iter().position(|node| *node == at);
        let answer = |link: &Link| {
            let arms: Vec<&Link> = brief.links.iter().filter(|l| l.from == link.from).collect();
            let bare = arms.len() == 2 && arms.iter().all(|arm| arm.label.is_none());
            (bare && is_condition(brief, link.from)).then(|| {
                let (yes, no) = knowledge::answers(brief).unwrap_or(("Yes", "No"));
                Entry::filler(if arms[0] == link { yes } else { no })
            })
        };
        Some(Self {
            nodes: order.iter().filter_map(|at| entry(*at)).collect(),
            edges: brief
                .links
                .iter()
                .filter_map(|link| {
                    Some((
                        place(link.from)?,
                        place(link.to)?,
                        link.label.and_then(entry).or_else(|| answer(link)),
                    ))
                })
                .collect(),
        })
    }

    /// Layer of each node: one behind the last of those that lead to it; arrows back are left out.
    fn layers(&self) -> Vec<usize> {
        let n = self.nodes.len();
        let mut layer = vec![0_usize; n];
        for _ in 0..n {
            let mut moved = false;
            for (from, to, _) in &self.edges {
                // An arrow to what stands earlier in the prompt leads back.
                if from < to || !self.reaches(*to, *from) {
                    let wanted = layer[*from] + 1;
                    if layer[*to] < wanted && wanted < n {
                        layer[*to] = wanted;
                        moved = true;
                    }
                }
            }
            if !moved {
                break;
            }
        }
        layer
    }

    fn reaches(&self, from: usize, to: usize) -> bool {
        let mut seen = vec![false; self.nodes.len()];
        let mut open = vec![from];
        while let Some(at) = open.pop() {
            if at == to {
                return true;
            }
            if std::mem::replace(&mut seen[at], true) {
                continue;
            }
            open.extend(self.edges.iter().filter(|e| e.0 == at).map(|e| e.1));
        }
        false
    }

    /// Orders of the layers in which few arrows cross; long arrows hold a place in each layer that they pass.
    fn rows(&self, layer: &[usize]) -> Vec<Vec<Slot>> {
        let depth = layer.iter().max().map_or(0, |last| last + 1);
        let mut rows: Vec<Vec<Slot>> = vec![Vec::new(); depth];
        for (at, &row) in layer.iter().enumerate() {
            rows[row].push(Slot::Node(at));
        }
        for (edge, (from, to, _)) in self.edges.iter().enumerate() {
            for row in rows.iter_mut().take(layer[*to]).skip(layer[*from] + 1) {
                row.push(Slot::Pass(edge));
            }
        }
        for sweep in 0..SWEEPS {
            let down = sweep % 2 == 0;
            for k in 1..depth {
                let (here, other) = if down {
                    (k, k - 1)
                } else {
                    (depth - 1 - k, depth - k)
                };
                let before = rows[other].clone();
                let keys: Vec<f32> = rows[here]
                    .iter()
                    .enumerate()
                    .map(|(i, slot)| self.middle(*slot, &before).unwrap_or(i as f32))
                    .collect();
                let mut order: Vec<usize> = (0..keys.len()).collect();
                order.sort_by(|a, b| keys[*a].total_cmp(&keys[*b]).then(a.cmp(b)));
                rows[here] = order.iter().map(|i| rows[here][*i]).collect();
            }
        }
        rows
    }

    /// The mean place of a slot's neighbours in another layer.
    fn middle(&self, slot: Slot, row: &[Slot]) -> Option<f32> {
        let mut places = Vec::new();
        for (edge, (from, to, _)) in self.edges.iter().enumerate() {
            let touches = match slot {
                Slot::Node(at) => *from == at || *to == at,
                Slot::Pass(own) => own == edge,
            };
            if !touches {
                continue;
            }
            places.extend(
                row.iter()
                    .enumerate()
                    .filter(|(_, other)| match other {
                        Slot::Node(at) => (from == at || to == at) && slot != Slot::Node(*at),
                        Slot::Pass(own) => *own == edge,
                    })
                    .map(|(i, _)| i as f32),
            );
        }
        (!places.is_empty()).then(|| places.iter().sum::<f32>() / places.len() as f32)
    }
}

/// Whether the prompt tells a text as a condition ("if the email exists").
fn is_condition(brief: &Brief, literal: usize) -> bool {
    let before = brief
        .literals
        .get(literal)
        .and_then(|literal| brief.prompt.get(..literal.span.start))
        .unwrap_or_default()
        .to_lowercase();
    let word = before
        .trim_end_matches(|c: char| !c.is_alphanumeric())
        .rsplit(|c: char| !(c.is_alphanumeric() || c == '\''))
        .next();
    // "if the email exists": an article may stand between.
    let led = before
        .trim_end()
        .trim_end_matches(" the")
        .rsplit(' ')
        .next()
        .unwrap_or_default();
    plantain_read::is_condition(led) || word.is_some_and(plantain_read::is_condition)
}

/// A place in a layer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Slot {
    Node(usize),
    /// An arrow on its way.
    Pass(usize),
}

/// Draws the net; `down` is the way of its arrows. Pictures stand over the names when `pictured`.
pub(in crate::directors) fn draw(
    sheet: &Sheet<'_>,
    net: &Net,
    down: bool,
    pictured: bool,
) -> Option<Body> {
    let layer = net.layers();
    let rows = net.rows(&layer);
    let zone = sheet.body;
    let (depth, breadth) = (
        rows.len() as f32,
        rows.iter().map(Vec::len).max()?.max(1) as f32,
    );
    let labelled = net.edges.iter().any(|edge| edge.2.is_some());
    let (along, across) = if down {
        (zone.h / depth, zone.w / breadth)
    } else {
        (zone.w / depth, zone.h / breadth)
    };
    let gap = (along * if labelled { 0.42 } else { 0.28 })
        .max(34.0)
        .min(if labelled { 190.0 } else { 130.0 });
    let (w, h) = if down {
        (
            (across * 0.82).min(330.0),
            (along - gap).min(if pictured { 220.0 } else { 130.0 }),
        )
    } else {
        (
            (along - gap).min(330.0),
            (across * 0.74).min(if pictured { 220.0 } else { 170.0 }),
        )
    };
    let h = h.min(w * if pictured { 1.05 } else { 0.7 });
    if w < 78.0 || h < 36.0 {
        return None;
    }
    // Short nets stand together in the middle, with the arrows not longer than they must be.
    let step = if down {
        along.min(h + gap * 1.25)
    } else {
        along.min(w + gap * 1.25)
    };
    let start = (if down { zone.h } else { zone.w } - step * (depth - 1.0)) * 0.5;
    let mut spots = vec![zone; net.nodes.len()];
    let mut passes: Vec<Vec<(f32, f32)>> = vec![Vec::new(); net.edges.len()];
    for (r, row) in rows.iter().enumerate() {
        for (c, slot) in row.iter().enumerate() {
            let t = (c as f32 + 0.5) / row.len() as f32;
            let a = start + step * r as f32;
            let (x, y) = if down {
                (zone.x + zone.w * t, zone.y + a)
            } else {
                (zone.x + a, zone.y + zone.h * t)
            };
            match slot {
                Slot::Node(at) => spots[*at] = Zone::new(x - w * 0.5, y - h * 0.5, w, h),
                Slot::Pass(edge) => passes[*edge].push((x, y)),
            }
        }
    }
    let mut nodes = Vec::new();
    let mut marks = Vec::new();
    for (edge, (from, to, label)) in net.edges.iter().enumerate() {
        let back = layer[*to] <= layer[*from];
        let line = Line::between(spots[*from], spots[*to], &passes[edge], down, back, zone);
        nodes.extend(line.draw(sheet));
        if let Some(label) = label {
            let most = if down { w * 0.96 } else { gap * 0.9 }.max(70.0);
            marks.extend(on_line(sheet, label, line.label, most));
        }
    }
    nodes.extend(boxes(sheet, net, &spots, pictured));
    nodes.extend(marks);
    Some(Body::new(nodes))
}

fn boxes(sheet: &Sheet<'_>, net: &Net, spots: &[Zone], pictured: bool) -> Vec<Node> {
    let (w, h) = spots.first().map_or((0.0, 0.0), |spot| (spot.w, spot.h));
    let asks = |at: usize| {
        net.nodes[at].text.ends_with(['?', '？'])
            || net
                .edges
                .iter()
                .filter(|e| e.0 == at && e.2.is_some())
                .count()
                > 1
    };
    let any_asks = (0..net.nodes.len()).any(asks);
    let texts = net.nodes.iter().map(|entry| entry.text.as_str());
    let found = net
        .nodes
        .iter()
        .filter(|entry| plantain_art::find_icon(&entry.text).is_some())
        .count();
    let iconic =
        !pictured && !any_asks && !sheet.no_icons() && h > 74.0 && found * 4 >= net.nodes.len() * 3;
    let head = if pictured {
        h * 0.66
    } else if iconic {
        h * 0.38
    } else {
        0.0
    };
    let share = if any_asks { 0.6 } else { 0.84 };
    let size = sheet.fit_all(texts, lettering(sheet), w * share, (h - head) * 0.76, 4);
    let manner = Manner::of(sheet);
    let (base, second) = (sheet.rgb(Token::Accent), sheet.rgb(Token::Second));
    let leaf = |at: usize| !net.edges.iter().any(|e| e.0 == at);
    let hues = sheet.hues(net.nodes.len());
    let mut nodes = Vec::new();
    for (at, entry) in net.nodes.iter().enumerate() {
        let spot = spots[at];
        if pictured {
            nodes.extend(portrait(sheet, entry, spot, head, hues[at], size));
            continue;
        }
        let form = if asks(at) {
            Form::Diamond
        } else if any_asks && leaf(at) {
            Form::Pill
        } else {
            Form::Box
        };
        let (spot, hue) = match form {
            Form::Diamond => (spot.inset_xy(-w * 0.06, -h * 0.14), second),
            _ => (spot, base),
        };
        let id = format!("step-{at}");
        nodes.extend(node_under(
            sheet,
            entry,
            spot,
            &id,
            form,
            (manner, hue),
            size,
            head,
        ));
    }
    nodes
}

/// A picture on a disc with its name below.
fn portrait(
    sheet: &Sheet<'_>,
    entry: &Entry,
    spot: Zone,
    head: f32,
    hue: Rgba,
    size: f32,
) -> Vec<Node> {
    use plantain_scene::build::ellipse;
    let d = head;
    let disc = Zone::new(spot.center().0 - d * 0.5, spot.y, d, d);
    let ground = sheet.mixed(hue, Token::Surface, 0.82);
    let ink = hue.readable_on(ground, 3.0);
    let mut nodes = vec![
        disc.hold(ellipse())
            .fill(ground)
            .stroke(hue, (d * 0.03).max(2.5))
            .role("node"),
    ];
    let Some(picture) = sheet.picture_of(&entry.text, disc.inset(d * 0.17), ink) else {
        // What has no picture is named in its disc.
        let look = Lettering::new(lettering(sheet).font, size, SIZE_MIN)
            .weight(600)
            .color(sheet.rgb(Token::Ink).readable_on(ground, 4.6))
            .centred();
        let inner = disc.inset_xy(d * 0.1, d * 0.24);
        let size = sheet.fit(&entry.text, look, inner.w, inner.h, 2);
        nodes.push(sheet.set(entry, inner, look, size, "label"));
        return nodes;
    };
    nodes.push(picture);
    let look = Lettering::new(lettering(sheet).font, size, SIZE_MIN)
        .weight(600)
        .centred();
    let name = Zone::new(spot.x, disc.bottom(), spot.w, spot.h - d);
    nodes.push(
        name.inset_xy(0.0, 1.0)
            .hold(plantain_scene::build::rect())
            .fill(plantain_scene::color::Color::from(Token::Canvas).alpha(0.9))
            .radius(6.0),
    );
    nodes.push(sheet.set(entry, name, look, size, "label"));
    nodes
}

/// An arrow with corners, and where its label stands.
struct Line {
    points: Vec<(f32, f32)>,
    label: (f32, f32),
}

impl Line {
    fn between(
        from: Zone,
        to: Zone,
        passes: &[(f32, f32)],
        down: bool,
        back: bool,
        page: Zone,
    ) -> Self {
        let (a, b) = (from.center(), to.center());
        if back {
            // Arrows back run around the outer side.
            // What stands left of its goal goes back at the left.
            if down && a.0 < b.0 - 1.0 {
                let side = (from.x.min(to.x) - 26.0).max(page.x - 14.0);
                let points = vec![(from.x, a.1), (side, a.1), (side, b.1), (to.x, b.1)];
                let label = (side, (a.1 + b.1) * 0.5);
                return Self { points, label };
            }
            let side = if down {
                from.right().max(to.right()) + 26.0
            } else {
                from.bottom().max(to.bottom()) + 26.0
            };
            let points = if down {
                let side = side.min(page.right() + 14.0);
                vec![
                    (from.right(), a.1),
                    (side, a.1),
                    (side, b.1),
                    (to.right(), b.1),
                ]
            } else {
                let side = side.min(page.bottom() + 14.0);
                vec![
                    (a.0, from.bottom()),
                    (a.0, side),
                    (b.0, side),
                    (b.0, to.bottom()),
                ]
            };
            let label = (
                (points[1].0 + points[2].0) * 0.5,
                (points[1].1 + points[2].1) * 0.5,
            );
            return Self { points, label };
        }
        let (start, end) = if down {
            ((a.0, from.bottom()), (b.0, to.y))
        } else {
            ((from.right(), a.1), (to.x, b.1))
        };
        let mut stops = vec![start];
        stops.extend(passes.iter().copied());
        stops.push(end);
        let mut points = vec![start];
        for pair in stops.windows(2) {
            let (p, q) = (pair[0], pair[1]);
            if down {
                let middle = p.1 + (q.1 - p.1) * 0.4;
                points.extend([(p.0, middle), (q.0, middle), q]);
            } else {
                let middle = p.0 + (q.0 - p.0) * 0.4;
                points.extend([(middle, p.1), (middle, q.1), q]);
            }
        }
        let first = stops[1];
        let label = if down {
            (first.0, start.1 + (first.1 - start.1) * 0.62)
        } else {
            (start.0 + (first.0 - start.0) * 0.66, first.1)
        };
        Self { points, label }
    }

    fn draw(&self, sheet: &Sheet<'_>) -> Vec<Node> {
        let width = (sheet.full.w.min(sheet.full.h) / 340.0).clamp(2.0, 3.5);
        let mut corners: Vec<(f32, f32)> = Vec::new();
        for point in &self.points {
            let same = |p: &(f32, f32)| (p.0 - point.0).abs() < 0.5 && (p.1 - point.1).abs() < 0.5;
            if !corners.last().is_some_and(same) {
                corners.push(*point);
            }
        }
        let (Some(&tip), true) = (corners.last(), corners.len() > 1) else {
            return Vec::new();
        };
        let before = corners[corners.len() - 2];
        let (dx, dy) = (tip.0 - before.0, tip.1 - before.1);
        let long = (dx * dx + dy * dy).sqrt().max(1e-3);
        let last = corners.len() - 1;
        corners[last] = (
            tip.0 - dx / long * width * 2.0,
            tip.1 - dy / long * width * 2.0,
        );
        let d = rounded(&corners, 12.0);
        let angle = libm::atan2f(dy, dx).to_degrees();
        arrow(&d, tip, angle, Token::Muted, width)
    }
}

/// Path data of a line with rounded corners.
fn rounded(points: &[(f32, f32)], radius: f32) -> String {
    use std::fmt::Write;
    let mut d = format!("M{:.2} {:.2} ", points[0].0, points[0].1);
    for window in points.windows(3) {
        let [p, q, r] = [window[0], window[1], window[2]];
        let toward = |a: (f32, f32), b: (f32, f32)| {
            let (dx, dy) = (b.0 - a.0, b.1 - a.1);
            let long = (dx * dx + dy * dy).sqrt().max(1e-3);
            let reach = radius.min(long * 0.5);
            (a.0 + dx / long * reach, a.1 + dy / long * reach)
        };
        let (a, b) = (toward(q, p), toward(q, r));
        let _ = write!(
            d,
            "L{:.2} {:.2} Q{:.2} {:.2} {:.2} {:.2} ",
            a.0, a.1, q.0, q.1, b.0, b.1
        );
    }
    let last = points[points.len() - 1];
    let _ = write!(d, "L{:.2} {:.2}", last.0, last.1);
    d
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nodes_stand_behind_what_leads_to_them() {
        let brief = plantain_read::read(
            "architecture diagram: client -> server -> database, server -> cache, cache -> server",
        );
        let net = Net::of(&brief).expect("a net");
        let layers = net.layers();
        assert_eq!(layers, [0, 1, 2, 2]);
        assert_eq!(net.rows(&layers)[2].len(), 2);
    }

    #[test]
    fn a_chain_is_no_net() {
        let brief = plantain_read::read("flowchart: wake up -> eat -> sleep");
        assert!(Net::of(&brief).is_none());
    }
}
