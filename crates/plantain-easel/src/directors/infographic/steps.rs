//! Infographics of steps, one below the other.

use plantain_scene::build::*;
use plantain_scene::color::Token;
use plantain_scene::node::{Align, Node};

use super::{Emblems, Fact, emblem, emblems, lettering, texts};
use crate::components::diagram::drawing::PAGE;
use crate::components::diagram::{Body, IntoColor, Sheet};
use crate::components::print::Zone;

pub(super) fn steps_down(sheet: &Sheet<'_>, facts: &[Fact]) -> Option<Body> {
    if facts.is_empty() {
        return None;
    }
    let way = Trail::of(sheet, facts);
    let art = emblems(sheet, facts);
    let hues = sheet.hues(facts.len());
    let mut nodes = way.path(sheet, facts.len());
    for (i, fact) in facts.iter().enumerate() {
        let c = way.center(i);
        let d = way.d;
        let disc = Zone::new(c.0 - d * 0.5, c.1 - d * 0.5, d, d);
        nodes.push(disc.inset(-7.0).hold(ellipse()).fill(Token::Canvas));
        nodes.extend(emblem(sheet, fact, i, disc, hues[i], art));
        if art != Emblems::Numbers && sheet.may_add_words() {
            let at = (disc.x + d * 0.14, disc.y + d * 0.14);
            nodes.extend(sheet.badge(
                &(i + 1).to_string(),
                at,
                (d * 0.28).clamp(28.0, 46.0),
                hues[i],
            ));
        }
        nodes.extend(way.words(sheet, fact, i, disc));
    }
    Some(Body::new(nodes))
}

/// The way that leads from step to step: across a wide page, winding down a tall one.
struct Trail {
    zone: Zone,
    wide: bool,
    /// Width and height of a step.
    pitch: (f32, f32),
    /// Where the first step begins.
    top: f32,
    /// Diameter of a disc.
    d: f32,
    /// Room for the words of a step.
    room: (f32, f32),
    size: f32,
}

impl Trail {
    fn of(sheet: &Sheet<'_>, facts: &[Fact]) -> Self {
        let n = facts.len();
        let zone = sheet.body;
        let wide = zone.w > zone.h * 1.15 && n <= 6;
        let (pw, ph) = if wide {
            (zone.w / n as f32, zone.h)
        } else {
            (zone.w, (zone.h / n as f32).min(270.0))
        };
        let (top, d, room) = if wide {
            let d = (pw * 0.62).min(ph * 0.44);
            (zone.y, d, (pw * 0.88, ph * 0.3))
        } else {
            let d = (ph * 0.78).min(zone.w * 0.32);
            let top = zone.y + (zone.h - ph * n as f32) * 0.5;
            (top, d, (zone.w - d - zone.w * 0.08, ph * 0.78))
        };
        Self {
            zone,
            wide,
            pitch: (pw, ph),
            top,
            d,
            room,
            size: sheet.fit_all(texts(facts), lettering(sheet), room.0, room.1, 4),
        }
    }

    /// The middle of a step's disc.
    fn center(&self, i: usize) -> (f32, f32) {
        let (zone, (pw, ph)) = (self.zone, self.pitch);
        let even = i.is_multiple_of(2);
        if self.wide {
            let sway = if even { -0.03 } else { 0.03 };
            (zone.x + pw * (i as f32 + 0.5), zone.y + ph * (0.38 + sway))
        } else {
            let x = if even {
                zone.x + self.d * 0.5
            } else {
                zone.right() - self.d * 0.5
            };
            (x, self.top + ph * (i as f32 + 0.5))
        }
    }

    /// The dashed line from disc to disc.
    fn path(&self, sheet: &Sheet<'_>, n: usize) -> Vec<Node> {
        let color = sheet.mixed(Token::Muted, Token::Canvas, 0.35);
        (1..n)
            .map(|i| {
                let (a, b) = (self.center(i - 1), self.center(i));
                let path = if self.wide {
                    format!("M{} {} L{} {}", a.0, a.1, b.0, b.1)
                } else {
                    let dy = (b.1 - a.1) * 0.5;
                    let (out, back) = (a.1 + dy * 1.3, b.1 - dy * 1.3);
                    format!(
                        "M{} {} C{} {out} {} {back} {} {}",
                        a.0, a.1, a.0, b.0, b.0, b.1
                    )
                };
                PAGE.trace(&path)
                    .dashed(color, 4.0, 4.0, 11.0)
                    .round()
                    .role("path")
            })
            .collect()
    }

    /// The words of a step and its figure, below its disc or on the free side of it.
    fn words(&self, sheet: &Sheet<'_>, fact: &Fact, i: usize, disc: Zone) -> Vec<Node> {
        let (w, h) = self.room;
        let (cx, cy) = self.center(i);
        let aside = self.zone.w * 0.06;
        let (x, y, align) = if self.wide {
            (cx - w * 0.5, disc.bottom() + 18.0, Align::Center)
        } else if i.is_multiple_of(2) {
            (disc.right() + aside, cy - h * 0.5, Align::Start)
        } else {
            (disc.x - aside - w, cy - h * 0.5, Align::End)
        };
        let words = Zone::new(x, y, w, h);
        let mut look = lettering(sheet).align(align);
        look.place = if self.wide { 0 } else { 1 };
        let (tw, th) = sheet.measure(&fact.text.text, look, self.size, w);
        let mut nodes = Vec::new();
        // On a path down the page the curve passes beside the words; a plate keeps them clear of it.
        if !self.wide {
            let x = if align == Align::End {
                words.right() - tw
            } else {
                words.x
            };
            let plate = Zone::new(x - 10.0, cy - th * 0.5 - 6.0, tw + 20.0, th + 12.0);
            nodes.push(
                plate
                    .hold(rect())
                    .fill(Token::Canvas.into_color().alpha(0.92))
                    .radius(8.0),
            );
        }
        nodes.push(sheet.set(&fact.text, words, look, self.size, "step"));
        if let Some(figure) = &fact.figure {
            let y = if self.wide {
                words.y + th + 4.0
            } else {
                cy + th * 0.5 + 4.0
            };
            let low = Zone::new(words.x, y, words.w, self.size * 2.0);
            let look = look.color(Token::AccentText);
            nodes.push(sheet.set(figure, low, look, self.size, "figure"));
        }
        nodes
    }
}
