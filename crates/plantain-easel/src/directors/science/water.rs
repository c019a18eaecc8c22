//! The water cycle in a landscape: sea, clouds, rain over mountains, river and ground water.

mod parts;

use plantain_read::Constraint;
use plantain_scene::Node;
use plantain_scene::build::*;
use plantain_scene::color::{Rgba, Token};
use plantain_scene::node::FontRole;

use parts::PARTS;

use super::plate::{ink, places};
use super::{CUSTOM, cycle};
use crate::components::diagram::drawing::{Frame, PAGE, closed, head, open, oval};
use crate::components::diagram::{
    Body, Entry, IntoColor, Lettering, SIZE_MIN, Sheet, Way, Words, propose,
};
use crate::components::print::Zone;
use crate::knowledge::{self, Kind};
use crate::studio::{Draft, Studio};

/// Returns drafts for the water cycle.
pub fn direct(studio: &Studio<'_>) -> Vec<Draft> {
    let english = studio.brief.language.0 == "en" && studio.filler;
    let mut words = Words::of(studio.brief).or_title(english.then_some("The water cycle"));
    if words.items.is_empty() && studio.filler {
        let silent = studio.brief.constraints.contains(&Constraint::NoText);
        if let Some(topic) = knowledge::find(studio.brief, Kind::Parts, false).filter(|_| !silent) {
            words = words.or_title(Some(topic.title));
            words.items = topic.entries.into_iter().map(Entry::filler).collect();
        }
    }
    let mut drafts = propose(
        studio,
        CUSTOM,
        &words,
        &[Way {
            name: "landscape",
            reason: "The cycle is shown where it happens: sea, clouds, rain over mountains, river and ground.",
            suits: if words.items.len() <= PARTS.len() {
                0.95
            } else {
                0.2
            },
            draw: &landscape,
        }],
    );
    // Stages that have a place in the landscape are shown where they happen; a ring of words would tell less.
    let placed = places(PARTS, &words.items).iter().all(|place| place.1);
    if !placed || drafts.is_empty() {
        drafts.extend(cycle::direct(studio).into_iter().take(2).map(|mut d| {
            d.liking *= 0.6;
            d
        }));
    }
    drafts
}

fn landscape(sheet: &Sheet<'_>) -> Option<Body> {
    let zone = sheet.body;
    // Drawn in the zone's own proportions, so that the landscape fills any page.
    let (w, h) = (zone.w, zone.h);
    if w < 240.0 || h < 220.0 {
        return None;
    }
    let ground = Ground {
        w,
        h,
        unit: w.min(h) / 1000.0,
    };
    let block = zone
        .hold(stack())
        .radius(sheet.theme.radius.max(10.0))
        .clip()
        .role("landscape")
        .gradient(180.0, ink(0xbfe3f7), ink(0xeef8fc))
        .children(ground.scenery());
    let mut nodes = vec![block];
    nodes.extend(arrows(zone));
    let entries = &sheet.words.items;
    let spots = places(PARTS, entries);
    // Names that are known here stand in the order of the parts.
    let known = spots
        .iter()
        .zip(entries)
        .all(|(spot, entry)| spot.1 || !entry.literal);
    let look = Lettering::new(
        FontRole::Heading,
        (w.min(h) * 0.036).clamp(15.0, 26.0),
        SIZE_MIN,
    )
    .weight(700)
    .centred();
    let wide = w * 0.27;
    let size = sheet.fit_all(entries.iter().map(|e| e.text.as_str()), look, wide, 60.0, 2);
    for (entry, (spot, _)) in entries.iter().zip(&spots) {
        let (x, y) = (zone.x + w * spot.0 / 1000.0, zone.y + h * spot.1 / 1000.0);
        let (tw, th) = sheet.measure(&entry.text, look, size, wide);
        let (pw, ph) = (tw + size * 1.3, th + size * 0.6);
        let left = (x - pw * 0.5)
            .max(zone.x + 8.0)
            .min(zone.right() - pw - 8.0);
        let plate = Zone::new(left, y - ph * 0.5, pw, ph);
        nodes.push(
            plate
                .hold(rect())
                .fill(Rgba::WHITE)
                .radius(ph * 0.5)
                .shadow(2.0, 8.0, Token::Ink.into_color().alpha(0.18))
                .role("plate"),
        );
        nodes.push(sheet.set(entry, plate, look.color(ink(0x12344d)), size, "callout"));
    }
    let body = Body::new(nodes);
    Some(if known {
        body
    } else {
        body.note(
            "approximated",
            "Some labels are not known as parts of the water cycle; they stand at free places.",
        )
    })
}

/// The landscape in its own units.
struct Ground {
    w: f32,
    h: f32,
    /// A thousandth of the shorter side.
    unit: f32,
}

/// Draws in the landscape's own proportions.
const PEN: Frame = Frame {
    scale: 1.0,
    dx: 0.0,
    dy: 0.0,
};

impl Ground {
    /// Everything that the landscape shows, from the sky down.
    fn scenery(&self) -> Vec<Node> {
        let mut nodes = self.sun();
        nodes.extend(self.mountains());
        nodes.extend(self.land());
        nodes.extend(self.fresh_water());
        nodes.extend(self.sea());
        nodes.extend(self.trees());
        nodes.extend(self.cloud(440.0, 165.0, 1.35, 0xffffff));
        nodes.extend(self.cloud(800.0, 160.0, 1.6, 0xb9c6d3));
        nodes.extend(self.rain());
        nodes
    }

    /// A point from thousandths of width and height.
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.w * x / 1000.0, self.h * y / 1000.0)
    }

    fn curve(&self, points: &[(f32, f32)]) -> Vec<(f32, f32)> {
        points.iter().map(|q| self.at(q.0, q.1)).collect()
    }

    /// Everything below a line.
    fn below(&self, points: &[(f32, f32)], color: u32) -> Node {
        let top = open(&self.curve(points));
        PEN.fill(
            &format!("{top} L{} {} L0 {} Z", self.w, self.h, self.h),
            ink(color),
        )
    }

    /// The sun with its glow.
    fn sun(&self) -> Vec<Node> {
        let mut nodes = Vec::new();
        let sun = self.at(110.0, 120.0);
        for (r, alpha) in [(150.0, 0.25), (112.0, 0.45), (78.0, 1.0)] {
            nodes.push(
                PEN.fill(
                    &oval(sun.0, sun.1, r * self.unit, r * self.unit),
                    ink(0xffc93c).faded(alpha),
                )
                .role("sun"),
            );
        }
        nodes
    }

    /// Far hills and three peaks.
    fn mountains(&self) -> Vec<Node> {
        let mut nodes = vec![self.below(
            &[
                (420.0, 640.0),
                (520.0, 560.0),
                (600.0, 500.0),
                (680.0, 520.0),
                (760.0, 450.0),
                (1000.0, 560.0),
            ],
            0xb7d3bd,
        )];
        nodes.extend(self.peak(760.0, 330.0, 190.0, 0x8a97a8, true));
        nodes.extend(self.peak(905.0, 280.0, 210.0, 0x76859a, true));
        nodes.extend(self.peak(650.0, 470.0, 140.0, 0x9aa8b5, false));
        nodes
    }

    /// A peak with its shaded side, and snow on the high ones.
    fn peak(&self, x: f32, y: f32, half: f32, color: u32, snow: bool) -> Vec<Node> {
        let (a, b, c) = (
            self.at(x - half, 680.0),
            self.at(x, y),
            self.at(x + half, 680.0),
        );
        let mut out = vec![PEN.fill(
            &format!("M{} {} L{} {} L{} {} Z", a.0, a.1, b.0, b.1, c.0, c.1),
            ink(color),
        )];
        let shade = self.at(x + half * 0.16, 680.0);
        out.push(PEN.fill(
            &format!(
                "M{} {} L{} {} L{} {} Z",
                b.0, b.1, c.0, c.1, shade.0, shade.1
            ),
            ink(color).mix(Rgba::BLACK, 0.12),
        ));
        if snow {
            let at = |t: f32, side: f32| {
                (
                    b.0 + (side * half / 1000.0 * self.w) * t,
                    b.1 + (a.1 - b.1) * t,
                )
            };
            let (l, r, m) = (at(0.3, -1.0), at(0.3, 1.0), at(0.22, -0.2));
            let n = at(0.34, 0.25);
            out.push(PEN.fill(
                &format!(
                    "M{} {} L{} {} L{} {} L{} {} L{} {} Z",
                    b.0, b.1, r.0, r.1, n.0, n.1, m.0, m.1, l.0, l.1
                ),
                Rgba::WHITE,
            ));
        }
        out
    }

    /// Meadows before the mountains, and the ground cut open.
    fn land(&self) -> Vec<Node> {
        vec![
            self.below(
                &[
                    (0.0, 640.0),
                    (260.0, 650.0),
                    (430.0, 640.0),
                    (600.0, 590.0),
                    (800.0, 600.0),
                    (1000.0, 560.0),
                ],
                0x8cc07a,
            ),
            self.below(
                &[
                    (300.0, 720.0),
                    (520.0, 700.0),
                    (740.0, 690.0),
                    (1000.0, 670.0),
                ],
                0x74ad62,
            ),
            self.below(
                &[
                    (380.0, 860.0),
                    (560.0, 800.0),
                    (760.0, 790.0),
                    (1000.0, 780.0),
                ],
                0xb08a5c,
            ),
        ]
    }

    /// Ground water and the river.
    fn fresh_water(&self) -> Vec<Node> {
        let aquifer = closed(&self.curve(&[
            (520.0, 905.0),
            (640.0, 868.0),
            (800.0, 862.0),
            (1040.0, 850.0),
            (1040.0, 960.0),
            (800.0, 950.0),
            (620.0, 950.0),
        ]));
        // The river widens on its way to the sea.
        let river = closed(&self.curve(&[
            (790.0, 610.0),
            (720.0, 640.0),
            (690.0, 690.0),
            (560.0, 705.0),
            (470.0, 740.0),
            (360.0, 800.0),
            (430.0, 830.0),
            (540.0, 760.0),
            (640.0, 735.0),
            (730.0, 705.0),
            (746.0, 655.0),
            (806.0, 616.0),
        ]));
        vec![
            PEN.fill(&aquifer, ink(0x6cb4dd).faded(0.85))
                .role("ground water"),
            PEN.fill(&river, ink(0x58aee0)).role("river"),
        ]
    }

    /// The sea with its waves.
    fn sea(&self) -> Vec<Node> {
        let (a, b, c) = (
            self.at(0.0, 640.0),
            self.at(330.0, 650.0),
            self.at(470.0, 790.0),
        );
        let mut nodes = vec![
            PEN.fill(
                &format!(
                    "M0 {} C{} {} {} {} {} {} C{} {} {} {} {} {} L0 {} Z",
                    a.1,
                    b.0 * 0.5,
                    a.1 - 10.0 * self.unit,
                    b.0 * 0.9,
                    b.1 - 6.0 * self.unit,
                    b.0,
                    b.1,
                    c.0,
                    b.1 + 40.0 * self.unit,
                    c.0 * 1.05,
                    c.1,
                    self.at(560.0, 0.0).0,
                    self.h,
                    self.h
                ),
                ink(0x3d95d1),
            )
            .role("sea"),
        ];
        for (i, y) in [700.0, 760.0, 850.0, 920.0].into_iter().enumerate() {
            let points: Vec<(f32, f32)> = (0..6)
                .map(|k| {
                    self.at(
                        20.0 + 30.0 * i as f32 + 44.0 * k as f32,
                        y + if k % 2 == 0 { 5.0 } else { -5.0 },
                    )
                })
                .collect();
            nodes.push(PEN.line(&open(&points), Rgba::WHITE.faded(0.45), 3.0));
        }
        nodes
    }

    /// Trees on the meadow.
    fn trees(&self) -> Vec<Node> {
        let mut nodes = Vec::new();
        for (x, y, s) in [
            (560.0, 600.0, 1.0),
            (610.0, 590.0, 1.25),
            (500.0, 640.0, 0.9),
            (660.0, 612.0, 0.9),
        ] {
            let c = self.at(x, y);
            let r = 34.0 * self.unit * s;
            nodes.push(PEN.fill(
                &format!(
                    "M{} {} L{} {} L{} {} L{} {} Z",
                    c.0 - r * 0.14,
                    c.1 + r * 1.3,
                    c.0 + r * 0.14,
                    c.1 + r * 1.3,
                    c.0 + r * 0.1,
                    c.1,
                    c.0 - r * 0.1,
                    c.1
                ),
                ink(0x7a5236),
            ));
            nodes.push(
                PEN.fill(&oval(c.0, c.1 - r * 0.3, r * 0.75, r), ink(0x3f8a4a))
                    .role("tree"),
            );
        }
        nodes
    }

    /// A cloud of five puffs.
    fn cloud(&self, x: f32, y: f32, s: f32, color: u32) -> Vec<Node> {
        let c = self.at(x, y);
        let r = 60.0 * self.unit * s;
        [
            (-1.1, 0.25, 0.75),
            (-0.4, -0.25, 1.0),
            (0.5, -0.1, 0.9),
            (1.2, 0.3, 0.7),
            (0.0, 0.35, 1.0),
        ]
        .into_iter()
        .map(|(dx, dy, k)| {
            PEN.fill(
                &oval(c.0 + dx * r, c.1 + dy * r, r * k, r * k * 0.8),
                ink(color),
            )
            .role("cloud")
        })
        .collect()
    }

    /// Rain below the dark cloud.
    fn rain(&self) -> Vec<Node> {
        let mut nodes = Vec::new();
        let r = 60.0 * self.unit * 1.6;
        let c = self.at(800.0, 160.0);
        for row in 0..4 {
            for k in 0..7 {
                let x = c.0 - r * 1.35 + r * 0.45 * k as f32 - row as f32 * r * 0.08;
                let y =
                    c.1 + r * (1.25 + 0.55 * row as f32) + if k % 2 == 0 { 0.0 } else { r * 0.2 };
                nodes.push(
                    PEN.line(
                        &format!("M{x} {y} L{} {}", x - r * 0.07, y + r * 0.24),
                        ink(0x3d8fd0),
                        3.2,
                    )
                    .role("rain"),
                );
            }
        }
        nodes
    }
}

/// Arrows of the water's way, behind the labels.
fn arrows(zone: Zone) -> Vec<Node> {
    let p = |x: f32, y: f32| (zone.x + zone.w * x / 1000.0, zone.y + zone.h * y / 1000.0);
    let width = (zone.w.min(zone.h) / 130.0).clamp(3.5, 7.0);
    let up = ink(0xe2683c);
    let flow = ink(0x1b5f9e);
    let mut nodes = Vec::new();
    let mut curve = |points: &[(f32, f32)], color: Rgba| {
        let mapped: Vec<(f32, f32)> = points.iter().map(|q| p(q.0, q.1)).collect();
        let (tip, before) = (mapped[mapped.len() - 1], mapped[mapped.len() - 2]);
        let angle = libm::atan2f(tip.1 - before.1, tip.0 - before.0).to_degrees();
        nodes.push(
            PAGE.trace(&open(&mapped))
                .stroke(color, width)
                .round()
                .role("arrow"),
        );
        nodes.push(head(tip, angle, color, width).role("arrow"));
    };
    for x in [130.0, 215.0, 300.0] {
        curve(
            &[
                (x, 640.0),
                (x + 14.0, 560.0),
                (x - 8.0, 470.0),
                (x + 8.0, 390.0),
            ],
            up,
        );
    }
    curve(&[(560.0, 150.0), (620.0, 128.0), (675.0, 135.0)], flow);
    curve(&[(590.0, 560.0), (600.0, 480.0), (588.0, 370.0)], up);
    curve(
        &[
            (640.0, 715.0),
            (540.0, 735.0),
            (470.0, 780.0),
            (410.0, 810.0),
        ],
        flow,
    );
    for x in [740.0, 870.0] {
        curve(&[(x, 700.0), (x + 4.0, 760.0), (x, 845.0)], flow);
    }
    nodes
}
