//! Words of a comic: balloons with their tails, captions, and what a panel tells in which nobody speaks.

use plantain_read::{Panel, Speech};
use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba, Token};
use plantain_scene::node::{Align, FontRole, Node};
use plantain_scene::theme::ink_on;

use super::shots::{sentence, speaker};
use super::{Desk, SIZE_MIN};
use crate::components::print::Zone;

/// Longest sentence that is set into a panel in which nobody speaks, in characters.
const NARRATION_MAX: usize = 90;

/// Height of the strip over a panel that tells what happens, as a share of the panel.
pub(super) const STRIP: f32 = 0.17;

impl Desk<'_> {
    /// What a panel without words tells, where every panel tells something of its own and there are no notes below.
    pub(super) fn narration(&self, panel: &Panel, take: usize) -> Option<String> {
        let brief = self.studio.brief;
        let silent = brief
            .constraints
            .contains(&plantain_read::Constraint::NoText);
        let board = brief.heard().contains("storyboard");
        let story = brief.panels.len() > 1
            && brief
                .panels
                .iter()
                .all(|p| p.speech.is_empty() && p.captions.is_empty());
        if silent || board || !story || take > 0 || !self.studio.filler {
            return None;
        }
        let told = sentence(panel, &brief.language.0);
        (!told.is_empty() && told.chars().count() <= NARRATION_MAX).then_some(told)
    }

    /// A strip across the head of a panel.
    pub(super) fn head_box(&self, words: &str, zone: Zone) -> Vec<Node> {
        let ground = self.theme.resolve(Token::Accent.into());
        let ink = ink_on(ground).readable_on(ground, 4.5);
        let area = Zone::new(0.0, 0.0, zone.w, zone.h * STRIP);
        let inner = area.inset_xy(zone.w * 0.03, area.h * 0.1);
        let (size, _, _) = self.measure(words, inner.w, inner.h, zone.h * 0.075);
        vec![
            area.hold(rect())
                .fill(Token::Accent)
                .stroke(Token::Ink, 2.0)
                .role("caption-box"),
            filling(self.set(words, inner, size, ink.into(), "caption"), false),
        ]
    }

    /// A caption box at the foot of a panel.
    pub(super) fn box_of(
        &self,
        words: &str,
        zone: Zone,
        foot: &mut f32,
        literal: bool,
    ) -> Vec<Node> {
        let pad = zone.w * 0.03;
        let (size, w, h) = self.measure(words, zone.w * 0.86, zone.h * 0.3, zone.h * 0.075);
        let area = Zone::new(
            zone.w * 0.035,
            *foot - h - 2.0 * pad - zone.h * 0.03,
            w + 2.0 * pad,
            h + 2.0 * pad,
        );
        *foot = area.y;
        let ground = self.theme.resolve(Token::Accent.into());
        vec![
            area.hold(rect())
                .fill(Token::Accent)
                .stroke(Token::Ink, 2.0)
                .role("caption-box"),
            filling(
                self.set(
                    words,
                    area.inset(pad),
                    size,
                    ink_on(ground).readable_on(ground, 4.5).into(),
                    "caption",
                ),
                literal,
            ),
        ]
    }

    /// Size, width and height of words in a balloon.
    pub(super) fn measure(&self, words: &str, w: f32, h: f32, most: f32) -> (f32, f32, f32) {
        let most = most.clamp(SIZE_MIN, 34.0);
        // A balloon is wider than high: two thirds of the area that the words need in one line.
        let line = self
            .studio
            .text_width(words, FontRole::Heading, most, 700, self.theme);
        let rows = (line / (most * 7.5)).sqrt().round().max(1.0);
        let width = (line / rows * 1.12 + most * 0.4).max(most * 2.0).min(w);
        let size = self.studio.fit_size(
            words,
            FontRole::Heading,
            700,
            self.theme,
            width,
            h,
            most,
            SIZE_MIN,
            0,
        );
        let (_, height) =
            self.studio
                .block_size(words, FontRole::Heading, size, 700, self.theme, width);
        (size, width, height * 1.06)
    }

    pub(super) fn balloons(
        &self,
        speech: &[Speech],
        figures: &[(String, Zone)],
        zone: Zone,
    ) -> Vec<Node> {
        let mut nodes = Vec::new();
        let n = speech.len().max(1) as f32;
        let mut y = zone.h * 0.035;
        for (turn, said) in speech.iter().enumerate() {
            let words = self.text(said.text);
            let (size, w, h) = self.measure(
                &words,
                zone.w * 0.74,
                zone.h * 0.36 / n.sqrt(),
                zone.h * 0.085,
            );
            let (px, py) = (size * 1.0, size * 0.6);
            let figure = speaker(said, figures, turn);
            let head = figure.map(|f| (f.x + f.w * 0.5, f.y + f.h * 0.12));
            let (bw, bh) = (w + 2.0 * px, h + 2.0 * py);
            let wanted = head.map_or(zone.w * 0.5, |(x, _)| {
                x + if turn % 2 == 0 { -bw * 0.18 } else { bw * 0.18 }
            });
            let edge = zone.w * 0.03;
            let far = (zone.w - bw - edge).max(edge);
            let x = (wanted - bw * 0.5).max(edge).min(far);
            let balloon = clear_of_heads([x, edge, far].map(|x| Zone::new(x, y, bw, bh)), figures);
            y = balloon.bottom() + size * 0.5;
            nodes.extend(self.tail(balloon, head, zone, said.thought));
            nodes.push(self.set(
                &words,
                balloon.inset_xy(px * 0.7, py * 0.5),
                size,
                Rgba::hex(0x16181d).into(),
                "speech",
            ));
        }
        nodes
    }

    /// The balloon with its tail to the speaker's head, drawn as one form.
    pub(super) fn tail(
        &self,
        balloon: Zone,
        head: Option<(f32, f32)>,
        zone: Zone,
        thought: bool,
    ) -> Vec<Node> {
        let line = (zone.w.min(zone.h) * 0.008).clamp(2.0, 4.0);
        let ink = Rgba::hex(0x16181d);
        let r = (balloon.h * 0.5).min(30.0);
        let face = |zone: Zone| zone.hold(rect()).radius(r).role("balloon");
        let (tx, ty) = head.unwrap_or((balloon.center().0, balloon.bottom() + balloon.h * 0.4));
        let reach = (ty - balloon.bottom())
            .max(balloon.h * 0.12)
            .min(zone.h * 0.2);
        let (tx, ty) = (
            tx.max(zone.w * 0.04).min(zone.w * 0.96),
            balloon.bottom() + reach * 0.82,
        );
        let root = tx
            .max(balloon.x + r)
            .min((balloon.right() - r).max(balloon.x + r));
        if thought {
            let dots = [(0.35, 0.3), (0.85, 0.18)].into_iter().map(|(t, k)| {
                let d = balloon.h * k;
                let (x, y) = (
                    root + (tx - root) * t,
                    balloon.bottom() + (ty - balloon.bottom()) * t,
                );
                ellipse()
                    .bounds(x - d * 0.5, y, d, d)
                    .fill(Rgba::WHITE)
                    .stroke(ink, line)
                    .role("thought")
            });
            let mut nodes: Vec<Node> = dots.collect();
            nodes.push(face(balloon).fill(Rgba::WHITE).stroke(ink, line));
            return nodes;
        }
        let half = (balloon.w * 0.07).clamp(6.0, 16.0);
        let spike = || {
            let (left, right, top) = (root - half, root + half, balloon.bottom() - line * 1.2);
            path(
                format!("M{left} {top}L{tx} {ty}L{right} {top}Z"),
                zone.w,
                zone.h,
            )
            .bounds(0.0, 0.0, zone.w, zone.h)
            .fill(Rgba::WHITE)
        };
        vec![
            face(balloon).fill(Rgba::WHITE).stroke(ink, line),
            spike().stroke(ink, line).role("tail"),
            spike().role("tail"),
            // The seam between balloon and tail is covered.
            rect()
                .bounds(
                    root - half + line,
                    balloon.bottom() - line * 2.4,
                    2.0 * (half - line),
                    line * 1.8,
                )
                .fill(Rgba::WHITE)
                .role("tail"),
        ]
    }

    pub(super) fn set(&self, words: &str, zone: Zone, size: f32, color: Color, role: &str) -> Node {
        zone.hold(col().center()).child(
            text(words)
                .font(FontRole::Heading)
                .weight(700)
                .size(size)
                .shrink(SIZE_MIN.min(size))
                .leading(1.25)
                .color(color)
                .text_align(Align::Center)
                .balance()
                .literal(true)
                .role(role)
                .max_w(zone.w),
        )
    }
}

/// Returns the first of the places for a balloon that covers no head, else the one that covers least of them.
fn clear_of_heads(places: [Zone; 3], figures: &[(String, Zone)]) -> Zone {
    /// Share of a figure that is its head.
    const HEAD: f32 = 0.26;
    let covered = |place: &Zone| {
        let heads = figures
            .iter()
            .map(|(_, f)| Zone::new(f.x, f.y, f.w, f.h * HEAD));
        heads
            .map(|head| {
                let wide = place.right().min(head.right()) - place.x.max(head.x);
                let high = place.bottom().min(head.bottom()) - place.y.max(head.y);
                wide.max(0.0) * high.max(0.0)
            })
            .sum::<f32>()
    };
    let [first, rest @ ..] = places;
    rest.into_iter().fold(first, |best, place| {
        if covered(&place) < covered(&best) - 1.0 {
            place
        } else {
            best
        }
    })
}

/// Marks words that the prompt does not give letter for letter as filler.
fn filling(mut node: Node, literal: bool) -> Node {
    if literal {
        return node;
    }
    for child in &mut node.children {
        (child.literal, child.filler) = (false, true);
    }
    node
}
