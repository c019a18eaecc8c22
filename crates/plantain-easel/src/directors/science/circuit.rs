//! Circuits: a closed loop of wire with the standard symbol of every part.

mod parts;

use plantain_read::Brief;
use plantain_scene::Node;
use plantain_scene::color::{Color, Token};
use plantain_scene::node::{Align, FontRole};

use parts::{Part, part_of};

use super::CUSTOM;
use crate::components::diagram::drawing::{PAGE, oval};
use crate::components::diagram::{Body, Entry, Lettering, SIZE_MIN, Sheet, Way, Words, propose};
use crate::components::print::Zone;
use crate::studio::{Draft, Studio};

/// A part with its name, if the prompt gives one.
struct Piece {
    part: Part,
    name: Option<Entry>,
}

/// Returns drafts for a circuit.
pub(super) fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let words = Words::of(studio.brief);
    let parallel = ["parallel", "paralelo", "parallèle"]
        .iter()
        .any(|word| studio.brief.prompt.to_lowercase().contains(word));
    let pieces = pieces(&words, studio.brief);
    propose(
        studio,
        CUSTOM,
        &words,
        &[Way {
            name: if parallel {
                "parallel circuit"
            } else {
                "closed loop"
            },
            reason: "The wire runs in one closed loop; every part has its standard symbol and its name beside it.",
            suits: 0.9,
            draw: &|sheet| {
                if parallel {
                    ladder(sheet, &pieces)
                } else {
                    closed_loop(sheet, &pieces)
                }
            },
        }],
    )
}

/// Parts in the order of the prompt; "two bulbs" are two. Without any, the parts of a torch.
fn pieces(words: &Words, brief: &Brief) -> Vec<Piece> {
    let mut out = Vec::new();
    let count = |word: &str| match word.to_lowercase().as_str() {
        "two" | "2" | "2x" => 2,
        "three" | "3" | "3x" => 3,
        "four" | "4" | "4x" => 4,
        _ => 1,
    };
    let language = brief.language.0.as_str();
    for entry in &words.items {
        let part = match part_of(&entry.text, language) {
            Part::Other => marked(brief, entry.span.start).unwrap_or(Part::Other),
            part => part,
        };
        let within = count(entry.text.split(' ').next().unwrap_or(""));
        // The count may stand before the name of one.
        let before = brief.prompt.get(..entry.span.start).unwrap_or("");
        let told = count(before.split_whitespace().next_back().unwrap_or(""));
        for n in 0..within.max(told) {
            out.push(Piece {
                part,
                name: (n == 0 || within == 1).then(|| entry.clone()),
            });
        }
    }
    unmarked(brief, &mut out);
    if out.is_empty() {
        for (part, name) in [
            (Part::Battery, "Battery"),
            (Part::Switch, "Switch"),
            (Part::Resistor, "Resistor"),
            (Part::Bulb, "Bulb"),
        ] {
            out.push(Piece {
                part,
                name: Some(Entry::filler(name)),
            });
        }
    }
    if !out
        .iter()
        .any(|piece| matches!(piece.part, Part::Battery | Part::Supply))
    {
        out.insert(
            0,
            Piece {
                part: Part::Battery,
                name: None,
            },
        );
    }
    out
}

/// `a battery marked "9 V"`: the part that the words before a text name.
fn marked(brief: &Brief, at: usize) -> Option<Part> {
    const REACH: usize = 4;
    let before = brief.prompt.get(..at)?;
    let clause = before
        .rfind(['.', ',', ';', ':'])
        .map_or(0, |mark| mark + 1);
    let words: Vec<&str> = before[clause..].split_whitespace().collect();
    let near = &words[words.len().saturating_sub(REACH)..];
    near.iter()
        .map(|word| part_of(word, &brief.language.0))
        .find(|part| *part != Part::Other)
}

/// "… and a lamp": parts that are told beside others with names of their own, and have none.
fn unmarked(brief: &Brief, out: &mut Vec<Piece>) {
    let texts = out.iter().filter_map(|piece| piece.name.as_ref());
    let named = texts
        .filter(|entry| entry.literal)
        .filter(|entry| part_of(&entry.text, &brief.language.0) == Part::Other)
        .count();
    if named == 0 {
        return;
    }
    let words: Vec<&str> = brief.prompt.split_whitespace().collect();
    for pair in words.windows(2) {
        let part = match pair[0] {
            "a" | "an" | "one" | "and" => part_of(pair[1], &brief.language.0),
            _ => Part::Other,
        };
        let known = out.iter().any(|piece| piece.part == part);
        if part != Part::Other && !known {
            out.push(Piece { part, name: None });
        }
    }
}

/// The hand that draws wires and symbols.
struct Bench<'s> {
    sheet: &'s Sheet<'s>,
    ink: Color,
    width: f32,
    /// Half the length of a symbol.
    reach: f32,
    nodes: Vec<Node>,
    labels: Vec<Node>,
    look: Lettering,
    size: f32,
}

impl<'s> Bench<'s> {
    fn new(sheet: &'s Sheet<'s>, pieces: &[Piece], reach: f32, room: f32) -> Self {
        let side = sheet.full.w.min(sheet.full.h);
        let look = Lettering::new(
            FontRole::Heading,
            (side * 0.034).clamp(18.0, 32.0),
            SIZE_MIN,
        )
        .weight(600)
        .align(Align::Center);
        let names = pieces
            .iter()
            .filter_map(|p| p.name.as_ref())
            .map(|e| e.text.as_str());
        let size = sheet.fit_all(names, look, room, 80.0, 2);
        Self {
            sheet,
            ink: Token::Ink.into(),
            width: (side / 220.0).clamp(2.5, 5.0),
            reach,
            nodes: Vec::new(),
            labels: Vec::new(),
            look,
            size,
        }
    }

    fn wire(&mut self, points: &[(f32, f32)]) {
        let mut d = String::new();
        for (i, p) in points.iter().enumerate() {
            d.push_str(&format!(
                "{}{} {} ",
                if i == 0 { 'M' } else { 'L' },
                p.0,
                p.1
            ));
        }
        self.nodes.push(
            PAGE.trace(&d)
                .stroke(self.ink, self.width)
                .round()
                .role("wire"),
        );
    }

    fn joint(&mut self, at: (f32, f32)) {
        let r = self.width * 1.9;
        self.nodes
            .push(PAGE.fill(&oval(at.0, at.1, r, r), self.ink).role("joint"));
    }

    /// Draws a symbol in the middle of the wire from `a` to `b`, and the wire on both its sides.
    fn part(&mut self, piece: &Piece, a: (f32, f32), b: (f32, f32), side: Side, room: f32) {
        let (dx, dy) = (b.0 - a.0, b.1 - a.1);
        let long = (dx * dx + dy * dy).sqrt().max(1e-3);
        let (ux, uy) = (dx / long, dy / long);
        let c = ((a.0 + b.0) * 0.5, (a.1 + b.1) * 0.5);
        let r = self.reach.min(long * 0.42);
        let at =
            move |x: f32, y: f32| (c.0 + ux * x * r - uy * y * r, c.1 + uy * x * r + ux * y * r);
        let end = half(piece.part);
        self.wire(&[a, at(-end, 0.0)]);
        self.wire(&[at(end, 0.0), b]);
        self.symbol(piece.part, &at, c, r);
        if let Some(name) = &piece.name {
            self.name(name, c, r, side, room);
        }
    }

    fn name(&mut self, name: &Entry, c: (f32, f32), r: f32, side: Side, room: f32) {
        let (w, h) = self.sheet.measure(&name.text, self.look, self.size, room);
        let (w, away) = (w + 4.0, r * 0.72 + 12.0);
        let (zone, align) = match side {
            Side::Above => (
                Zone::new(c.0 - w * 0.5, c.1 - away - h, w, h),
                Align::Center,
            ),
            Side::Below => (Zone::new(c.0 - w * 0.5, c.1 + away, w, h), Align::Center),
            Side::Left => (Zone::new(c.0 - away - w, c.1 - h * 0.5, w, h), Align::End),
            Side::Right => (Zone::new(c.0 + away, c.1 - h * 0.5, w, h), Align::Start),
        };
        self.labels.push(
            self.sheet
                .set(name, zone, self.look.align(align), self.size, "callout"),
        );
    }

    fn stroke(&mut self, points: &[(f32, f32)], factor: f32) {
        let mut d = String::new();
        for (i, p) in points.iter().enumerate() {
            d.push_str(&format!(
                "{}{} {} ",
                if i == 0 { 'M' } else { 'L' },
                p.0,
                p.1
            ));
        }
        self.nodes.push(
            PAGE.trace(&d)
                .stroke(self.ink, self.width * factor)
                .round()
                .role("symbol"),
        );
    }

    fn ring(&mut self, c: (f32, f32), r: f32, fill: Color) {
        self.nodes.push(
            PAGE.trace(&oval(c.0, c.1, r, r))
                .fill(fill)
                .stroke(self.ink, self.width)
                .role("symbol"),
        );
    }

    fn letter(&mut self, letter: &str, c: (f32, f32), r: f32) {
        let zone = Zone::new(c.0 - r, c.1 - r, 2.0 * r, 2.0 * r);
        let look = Lettering::new(FontRole::Heading, r, SIZE_MIN.min(r))
            .weight(700)
            .centred();
        self.nodes
            .push(self.sheet.write(letter, zone, look, r, "symbol").filler());
    }

    /// Draws a symbol; `at` maps its own coordinates, along the wire from -1 to 1, to the page.
    fn symbol(&mut self, part: Part, at: &impl Fn(f32, f32) -> (f32, f32), c: (f32, f32), r: f32) {
        let glow: Color = Color::Fixed(self.sheet.mixed(Token::Accent, Token::Canvas, 0.78));
        match part {
            Part::Battery => {
                for (x, high, thick) in [
                    (-0.36, 0.6, 1.0),
                    (-0.12, 0.3, 2.0),
                    (0.12, 0.6, 1.0),
                    (0.36, 0.3, 2.0),
                ] {
                    self.stroke(&[at(x, -high), at(x, high)], thick);
                }
            }
            Part::Supply | Part::Ammeter | Part::Voltmeter | Part::Motor | Part::Buzzer => {
                self.ring(c, r * 0.5, glow);
                let letter = match part {
                    Part::Ammeter => "A",
                    Part::Voltmeter => "V",
                    Part::Motor => "M",
                    Part::Buzzer => "B",
                    _ => "~",
                };
                self.letter(letter, c, r * 0.46);
            }
            Part::Switch => {
                self.stroke(&[at(-0.5, 0.0), at(0.42, -0.5)], 1.0);
                for x in [-0.5, 0.5] {
                    let p = at(x, 0.0);
                    self.ring(p, self.width * 1.7, Token::Canvas.into());
                }
            }
            Part::Resistor => {
                let mut points = vec![at(-0.72, 0.0)];
                for k in 0..6 {
                    let x = -0.6 + 0.24 * k as f32;
                    points.push(at(x, if k % 2 == 0 { -0.3 } else { 0.3 }));
                }
                points.push(at(0.72, 0.0));
                self.stroke(&points, 1.0);
            }
            Part::Bulb => {
                self.ring(c, r * 0.5, glow);
                let k = 0.353;
                self.stroke(&[at(-k, -k), at(k, k)], 1.0);
                self.stroke(&[at(-k, k), at(k, -k)], 1.0);
            }
            Part::Diode | Part::Led => {
                let d = [
                    at(-0.36, -0.4),
                    at(-0.36, 0.4),
                    at(0.36, 0.0),
                    at(-0.36, -0.4),
                ];
                self.stroke(&d, 1.0);
                self.stroke(&[at(0.36, -0.42), at(0.36, 0.42)], 1.0);
                if part == Part::Led {
                    for x in [0.0, 0.28] {
                        self.stroke(&[at(x, -0.5), at(x + 0.22, -0.78)], 0.8);
                    }
                }
            }
            Part::Capacitor => {
                for x in [-0.12, 0.12] {
                    self.stroke(&[at(x, -0.5), at(x, 0.5)], 1.3);
                }
            }
            Part::Inductor => {
                let mut points = Vec::new();
                for k in 0..=40 {
                    let t = k as f32 / 40.0;
                    let bow = libm::sinf(t * 4.0 * std::f32::consts::PI).abs();
                    points.push(at(-0.7 + 1.4 * t, -0.34 * bow));
                }
                self.stroke(&points, 1.0);
            }
            Part::Fuse | Part::Other => {
                let d = [
                    at(-0.6, -0.26),
                    at(0.6, -0.26),
                    at(0.6, 0.26),
                    at(-0.6, 0.26),
                    at(-0.6, -0.26),
                ];
                self.stroke(&d, 1.0);
                if part == Part::Fuse {
                    self.stroke(&[at(-0.6, 0.0), at(0.6, 0.0)], 1.0);
                }
            }
        }
    }

    fn done(mut self) -> Body {
        self.nodes.extend(self.labels);
        Body::new(self.nodes)
    }
}

/// Half the length of a symbol along the wire, in parts of its reach.
fn half(part: Part) -> f32 {
    match part {
        Part::Battery => 0.36,
        Part::Switch => 0.5,
        Part::Resistor => 0.72,
        Part::Diode | Part::Led => 0.36,
        Part::Capacitor => 0.12,
        Part::Inductor => 0.7,
        Part::Fuse | Part::Other => 0.6,
        _ => 0.5,
    }
}

/// The side of the wire on which the name stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Above,
    Below,
    Left,
    Right,
}

/// The frame that the wire runs along: in the middle of the body, not longer than it must be.
fn frame(zone: Zone) -> Zone {
    let inner = zone.inset_xy(
        (zone.w * 0.2).max(150.0_f32.min(zone.w * 0.26)),
        zone.h * 0.14,
    );
    let w = inner.w.min(inner.h * 1.9);
    let h = inner.h.min(inner.w * 0.9);
    let c = zone.center();
    Zone::new(c.0 - w * 0.5, c.1 - h * 0.5, w, h)
}

/// The source stands at the left, the other parts follow along the loop.
fn closed_loop(sheet: &Sheet<'_>, pieces: &[Piece]) -> Option<Body> {
    let zone = frame(sheet.body);
    let source = pieces
        .iter()
        .position(|piece| matches!(piece.part, Part::Battery | Part::Supply))?;
    let others: Vec<&Piece> = (1..pieces.len())
        .map(|k| &pieces[(source + k) % pieces.len()])
        .collect();
    // Sides in turn: top, right, bottom; long lists share the top and the bottom.
    let n = others.len();
    let right = usize::from(n >= 2);
    let top = (n - right).div_ceil(2);
    let bottom = n - right - top;
    let slots = top.max(bottom).max(1) as f32;
    let reach = (zone.w / slots * 0.3).min(zone.h * 0.2).min(90.0);
    // Names beside the loop have the margin of the page and no more.
    let beside = (sheet.body.right() - zone.right() - reach * 0.72 - 16.0).max(60.0);
    let room = (zone.w / slots * 0.94).min(sheet.body.w * 0.3).min(beside);
    let mut bench = Bench::new(sheet, pieces, reach, room);
    let (tl, tr) = ((zone.x, zone.y), (zone.right(), zone.y));
    let (bl, br) = ((zone.x, zone.bottom()), (zone.right(), zone.bottom()));
    let left = (zone.x - sheet.body.x - reach * 0.72 - 16.0).max(40.0);
    bench.part(&pieces[source], bl, tl, Side::Left, left);
    let along =
        |a: (f32, f32), b: (f32, f32), t: f32| (a.0 + (b.0 - a.0) * t, a.1 + (b.1 - a.1) * t);
    for (side, from, to, parts) in [
        (Side::Above, tl, tr, &others[..top]),
        (Side::Right, tr, br, &others[top..top + right]),
        (Side::Below, br, bl, &others[top + right..]),
    ] {
        if parts.is_empty() {
            bench.wire(&[from, to]);
        }
        for (k, piece) in parts.iter().enumerate() {
            let len = parts.len() as f32;
            let (a, b) = (
                along(from, to, k as f32 / len),
                along(from, to, (k as f32 + 1.0) / len),
            );
            let room = if side == Side::Right { beside } else { room };
            bench.part(piece, a, b, side, room);
        }
    }
    Some(bench.done())
}

/// Loads hang side by side between two rails; source, switch and meters stand before them.
fn ladder(sheet: &Sheet<'_>, pieces: &[Piece]) -> Option<Body> {
    let zone = frame(sheet.body);
    let is_load = |part: Part| {
        matches!(
            part,
            Part::Bulb
                | Part::Resistor
                | Part::Led
                | Part::Motor
                | Part::Buzzer
                | Part::Capacitor
                | Part::Other
                | Part::Voltmeter
        )
    };
    let loads: Vec<&Piece> = pieces.iter().filter(|p| is_load(p.part)).collect();
    let source = pieces
        .iter()
        .position(|p| matches!(p.part, Part::Battery | Part::Supply))?;
    let leads: Vec<&Piece> = pieces
        .iter()
        .enumerate()
        .filter(|(i, p)| *i != source && !is_load(p.part))
        .map(|(_, p)| p)
        .collect();
    if loads.is_empty() {
        return closed_loop(sheet, pieces);
    }
    let lead_w = if leads.is_empty() {
        zone.w * 0.22
    } else {
        zone.w * 0.42
    };
    let pitch = (zone.w - lead_w) / (loads.len() as f32 - 1.0).max(1.0);
    let reach = (zone.h * 0.17).min(pitch * 0.34).min(84.0);
    let mut bench = Bench::new(sheet, pieces, reach, (pitch * 0.62).clamp(70.0, 220.0));
    let (tl, bl) = ((zone.x, zone.y), (zone.x, zone.bottom()));
    let left = (zone.x - sheet.full.x - reach * 0.72 - 26.0).max(40.0);
    bench.part(&pieces[source], bl, tl, Side::Left, left);
    let first = zone.x + lead_w;
    let n = leads.len().max(1) as f32;
    if leads.is_empty() {
        bench.wire(&[tl, (first, zone.y)]);
    }
    for (k, piece) in leads.iter().enumerate() {
        let a = (zone.x + lead_w * k as f32 / n, zone.y);
        let b = (zone.x + lead_w * (k as f32 + 1.0) / n, zone.y);
        bench.part(piece, a, b, Side::Above, lead_w / n * 0.95);
    }
    let last = first + pitch * (loads.len() as f32 - 1.0);
    bench.wire(&[(first, zone.y), (last, zone.y)]);
    bench.wire(&[bl, (last, zone.bottom())]);
    for (k, piece) in loads.iter().enumerate() {
        let x = first + pitch * k as f32;
        let room = if k + 1 == loads.len() {
            (sheet.full.right() - x).max(60.0) - reach
        } else {
            pitch - reach * 1.2
        };
        bench.part(
            piece,
            (x, zone.y),
            (x, zone.bottom()),
            Side::Right,
            room.max(60.0),
        );
        if k + 1 < loads.len() {
            bench.joint((x, zone.y));
            bench.joint((x, zone.bottom()));
        }
    }
    Some(bench.done())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_are_known_in_other_languages() {
        for (word, language, want) in [
            ("schakelaar", "nl", Part::Switch),
            ("batterij", "nl", Part::Battery),
            ("вимикач", "uk", Part::Switch),
            ("スイッチ", "ja", Part::Switch),
            ("전구", "ko", Part::Bulb),
        ] {
            assert_eq!(part_of(word, language), want, "{word}");
        }
    }

    #[test]
    fn parts_are_counted_and_a_source_is_there() {
        let brief = plantain_read::read("parallel circuit: two bulbs, one switch");
        let pieces = pieces(&Words::of(&brief), &brief);
        let parts: Vec<Part> = pieces.iter().map(|piece| piece.part).collect();
        assert_eq!(parts, [Part::Battery, Part::Bulb, Part::Bulb, Part::Switch]);
    }
}
