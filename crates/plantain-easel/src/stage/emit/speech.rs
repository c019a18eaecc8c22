//! What living beings say, in balloons over everything else that keep clear of each other.

use plantain_scene::Rgba;
use plantain_scene::build::rect;
use plantain_scene::node::{FontRole, Half, Node};

use super::super::cast::Actor;
use super::super::pen::{Pen, fill};
use super::super::rect::Rect;
use super::Emit;

/// Who speaks, and where the head is.
struct Speaker<'a> {
    actor: &'a Actor,
    head: (f32, f32),
    letters: usize,
}

impl Emit<'_> {
    /// Returns the balloons of everyone who speaks: from left to right as the heads are, each in a part of the width of its own.
    pub(super) fn speeches(&self) -> Vec<Node> {
        let mut speakers: Vec<Speaker<'_>> = self
            .solved
            .pieces
            .iter()
            .filter(|piece| piece.half != Half::Front)
            .filter_map(|piece| {
                let actor = &self.cast.actors[piece.actor];
                let speaks =
                    actor.spoken && actor.prop.class.is_animate() && !actor.words.is_empty();
                let head = super::super::assembly::anchors(actor).head;
                let letters = actor
                    .words
                    .iter()
                    .map(|i| self.brief.literals[*i].text.chars().count())
                    .sum();
                speaks.then(|| Speaker {
                    actor,
                    head: piece.rect.at(head[0], head[1]),
                    letters,
                })
            })
            .collect();
        speakers.sort_by(|a, b| a.head.0.total_cmp(&b.head.0));
        let all: f32 = speakers.iter().map(weight).sum();
        let mut from = 0.0;
        let mut out = Vec::new();
        for speaker in &speakers {
            let share = self.canvas().0 * weight(speaker) / all.max(0.01);
            out.extend(self.speech(speaker, (from, from + share), speakers.len()));
            from += share;
        }
        out
    }

    /// Puts the words of one speaker into a balloon in its part of the width.
    fn speech(&self, speaker: &Speaker<'_>, (from, to): (f32, f32), count: usize) -> Vec<Node> {
        let (w, h) = self.canvas();
        let letters = speaker.letters as f32;
        let (hx, hy) = speaker.head;
        let unit = w.min(h);
        let room = (to - from - 12.0).max(40.0);
        let bw = (unit * (0.14 + 0.011 * letters.min(34.0)))
            .min(w * 0.5)
            .min(room);
        // A narrow balloon is as high as its lines need.
        let wide = unit * (0.14 + 0.011 * letters.min(34.0));
        let tight = (wide / bw).max(1.0);
        let bh = (bw * 0.62 * (letters / 16.0).sqrt().clamp(0.8, 1.7) * tight).min(h * 0.36);
        // Beside the head where one speaks alone, else over it.
        let right = hx < w / 2.0;
        let wanted = match (count, right) {
            (1, true) => hx + bw * 0.08,
            (1, false) => hx - bw * 1.08,
            _ => hx - bw * 0.5,
        };
        let x = wanted.max(from + 6.0).min((to - bw - 6.0).max(from + 6.0));
        let y = (hy - bh * 1.12).max(8.0).min((h - bh - 8.0).max(8.0));
        let face = Rect::new(x, y, bw, bh * 0.84);
        let lean = if right { 8.0 } else { -8.0 };
        let tip = (hx + lean, (hy - 4.0).max(y + bh * 0.9));
        let root = face.cx() + (tip.0 - face.cx()).max(-bw * 0.3).min(bw * 0.3);
        // The tail in a box of its own, so that it covers nothing else.
        let reach = (tip.1.min(face.bottom() + bh * 0.3) - face.bottom() + 4.0).max(2.0);
        let (left, wide) = (
            tip.0.min(root - bw * 0.07),
            (tip.0 - root).abs() + bw * 0.14,
        );
        let tail = Pen::new()
            .go(root - bw * 0.07 - left, 0.0)
            .line(tip.0 - left, reach)
            .line(root + bw * 0.07 - left, 0.0)
            .close()
            .end();
        let (ink, paper) = self
            .page
            .unwrap_or((Rgba::hex(0x22252e), Rgba::hex(0xfffdf7)));
        let mut out = vec![
            rect()
                .bounds(face.x, face.y, face.w, face.h)
                .radius(face.h * 0.34)
                .fill(paper)
                .shadow(3.0, 12.0, Rgba::BLACK.faded(0.2)),
            fill(tail, wide.max(2.0), reach, paper).at(left, face.bottom() - 4.0),
        ];
        let area = face.grown(-face.h * 0.1);
        self.set(speaker.actor, area, ink, FontRole::Heading, &mut out);
        self.note_owner(speaker.actor, &mut out);
        out
    }
}

/// How much of the width a speaker needs beside the others.
fn weight(speaker: &Speaker<'_>) -> f32 {
    12.0 + (speaker.letters as f32).min(40.0)
}
