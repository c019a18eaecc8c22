//! Boarding passes and tickets for journeys.

use plantain_read::journey_label;
use plantain_scene::Theme;
use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba, Token};
use plantain_scene::node::{Align, FontRole, Node, Place};

use crate::components::print::{Inks, Tone, Zone};
use crate::rng::Rng;
use crate::studio::{Draft, Studio};
use content::{Pass, Word, pass};

mod content;
mod tall;
mod wide;

const CUSTOM: &[&str] = &[
    "corporate",
    "swiss",
    "minimal",
    "mid-century",
    "friendly",
    "seventies",
    "night",
];
const SIZE_MIN: f32 = 12.0;

/// Returns drafts of a boarding pass or a travel ticket.
pub fn boarding(studio: &Studio<'_>) -> Vec<Draft> {
    let trip = studio.brief.trip.clone().unwrap_or_default();
    let pass = pass(studio, &trip);
    studio
        .themes(CUSTOM, 6)
        .into_iter()
        .enumerate()
        .map(|(turn, theme)| {
            let desk = Desk { studio, theme: &theme, pass: &pass, rng: studio.rng(&format!("pass {turn}")) };
            let tall = studio.ratio() < 1.1;
            let (name, root) = match (tall, turn % 3) {
                (true, _) => ("tall pass", desk.tall(turn % 2 == 1)),
                (false, 0) => ("pass with stub", desk.wide(true)),
                (false, 1) => ("pass with a field of colour", desk.folded()),
                _ => ("pass with side band", desk.wide(false)),
            };
            Draft::new(name, theme.clone(), root)
                .because("From and to are the largest; every field carries its label, and the part that stays with the traveller repeats the seat.")
                .liked(0.75)
        })
        .collect()
}

struct Desk<'a> {
    studio: &'a Studio<'a>,
    theme: &'a Theme,
    pass: &'a Pass,
    rng: Rng,
}

impl Desk<'_> {
    fn inks(&self, tone: Tone) -> Inks {
        tone.inks(self.studio, self.theme)
    }

    fn root(&self) -> (Node, Rgba) {
        let soft = self.theme.resolve(Token::AccentSoft.into());
        let asked = self.studio.brief.canvas.background.is_some();
        let ground = if asked {
            self.theme.resolve(Token::Canvas.into())
        } else {
            soft
        };
        (stack().role("page").fill_w().fill_h().fill(ground), ground)
    }

    /// Sets a text as large as fits its zone, ranged and placed.
    #[expect(clippy::too_many_arguments, reason = "a text has a place and a look")]
    fn set(
        &self,
        word: &Word,
        zone: Zone,
        font: FontRole,
        weight: u16,
        high: f32,
        color: Color,
        align: Align,
        v: Place,
        role: &str,
    ) -> Node {
        let size = self.studio.fit_size(
            &word.text,
            font,
            weight,
            self.theme,
            zone.w,
            zone.h,
            high.max(SIZE_MIN),
            SIZE_MIN,
            1,
        );
        let mut node = text(word.text.clone())
            .font(font)
            .weight(weight)
            .size(size)
            .shrink(SIZE_MIN)
            .color(color)
            .text_align(align)
            .tabular()
            .literal(word.literal)
            .role(role)
            .fill_w();
        if !word.literal {
            node = node.filler();
        }
        zone.hold(col()).justify(v).child(node)
    }

    /// A label over its value.
    fn field(&self, label: &str, value: &Word, zone: Zone, inks: &Inks, high: f32) -> Vec<Node> {
        let small = (high * 0.44).clamp(SIZE_MIN, 17.0);
        let tag = Word {
            text: label.to_owned(),
            literal: false,
        };
        let (top, low) = (
            Zone::new(zone.x, zone.y, zone.w, small * 1.5),
            Zone::new(zone.x, zone.y + small * 1.5, zone.w, zone.h - small * 1.5),
        );
        let mut nodes = Vec::new();
        if !label.is_empty() {
            nodes.push(self.set(
                &tag,
                top,
                FontRole::Body,
                500,
                small,
                inks.quiet,
                Align::Start,
                Place::Start,
                "label",
            ));
        }
        nodes.push(self.set(
            value,
            low,
            FontRole::Heading,
            700,
            high,
            inks.ink,
            Align::Start,
            Place::Start,
            "value",
        ));
        nodes
    }

    /// The fields in a grid.
    fn grid(
        &self,
        fields: &[(String, Word)],
        zone: Zone,
        columns: usize,
        inks: &Inks,
        high: f32,
    ) -> Vec<Node> {
        if fields.is_empty() {
            return Vec::new();
        }
        let rows = fields.len().div_ceil(columns);
        let columns = fields.len().div_ceil(rows);
        let gap = (zone.w * 0.03).max(high * 0.5);
        let w = (zone.w - gap * (columns - 1) as f32) / columns as f32;
        let h = zone.h / rows as f32;
        // Values stand at one size, unless a single long one would make all of them small.
        let common = fields
            .iter()
            .map(|(_, value)| {
                let (font, high) = (FontRole::Heading, high.min(h * 0.42));
                self.studio
                    .fit_size(&value.text, font, 700, self.theme, w, h, high, 12.0, 1)
            })
            .fold(high, f32::min);
        let high = common.max(high * 0.7);
        fields
            .iter()
            .enumerate()
            .flat_map(|(i, (label, value))| {
                let cell = Zone::new(
                    zone.x + (w + gap) * (i % columns) as f32,
                    zone.y + h * (i / columns) as f32,
                    w,
                    h * 0.94,
                );
                self.field(label, value, cell, inks, high.min(h * 0.42))
            })
            .collect()
    }

    /// From, a line with the vehicle, to.
    fn route(&self, zone: Zone, inks: &Inks, large: f32) -> Vec<Node> {
        let side = (zone.w * 0.36).min(zone.w * 0.42);
        let (left, right) = (
            Zone::new(zone.x, zone.y, side, zone.h),
            Zone::new(zone.right() - side, zone.y, side, zone.h),
        );
        // Both names stand at one size.
        let fit = |word: &Word| {
            self.studio.fit_size(
                &word.text,
                FontRole::Display,
                0,
                self.theme,
                side,
                zone.h * 0.66,
                large,
                16.0,
                // "Paris Gare de Lyon" reads better on two lines than small on one.
                if word.text.contains(' ') { 2 } else { 1 },
            )
        };
        let size = fit(&self.pass.from.big).min(fit(&self.pass.to.big));
        let mut nodes = Vec::new();
        for (stop, place, align) in [
            (&self.pass.from, left, Align::Start),
            (&self.pass.to, right, Align::End),
        ] {
            let small = stop.small.is_some();
            let big = Zone::new(
                place.x,
                place.y,
                place.w,
                if small { place.h * 0.68 } else { place.h },
            );
            nodes.push(self.set(
                &stop.big,
                big,
                FontRole::Display,
                0,
                size,
                inks.ink,
                align,
                if small { Place::End } else { Place::Center },
                "stop",
            ));
            if let Some(word) = &stop.small {
                let low = Zone::new(place.x, place.y + place.h * 0.7, place.w, place.h * 0.3);
                nodes.push(self.set(
                    word,
                    low,
                    FontRole::Body,
                    500,
                    (size * 0.26).clamp(13.0, 24.0),
                    inks.quiet,
                    align,
                    Place::Start,
                    "city",
                ));
            }
        }
        let middle = Zone::new(
            left.right(),
            zone.y,
            right.x - left.right(),
            zone.h
                * if self.pass.from.small.is_some() {
                    0.72
                } else {
                    1.0
                },
        );
        let d = (middle.w * 0.34).min(size * 0.9).clamp(20.0, 90.0);
        let (cx, cy) = middle.center();
        let reach = middle.w * 0.44;
        for (a, b) in [(cx - reach, cx - d * 0.7), (cx + d * 0.7, cx + reach)] {
            if b - a > 6.0 {
                nodes.push(
                    path("M0 0 L100 0", 100.0, 1.0)
                        .bounds(a, cy, b - a, 1.0)
                        .dashed(inks.mark, 2.5, 3.0, 7.0)
                        .role("route"),
                );
            }
        }
        let node = icon(self.pass.icon, d)
            .color(inks.bold)
            .icon_stroke(1.8)
            .at(cx - d * 0.5, cy - d * 0.5)
            .role("vehicle");
        // The drawn plane looks up and right: level flight is an eighth turn on.
        nodes.push(if self.pass.icon == "plane" {
            node.rotate(45.0)
        } else {
            node
        });
        nodes
    }

    fn header(&self, zone: Zone, inks: &Inks) -> Vec<Node> {
        let size = (zone.h * 0.46).clamp(14.0, 34.0);
        let kind = Word {
            text: self.pass.kind.to_owned(),
            literal: false,
        };
        let (left, right) = zone.columns(0.6, zone.h * 0.2);
        let mut nodes = vec![
            icon(self.pass.icon, size * 1.1)
                .color(inks.ink)
                .at(zone.x, zone.y + (zone.h - size * 1.1) * 0.5)
                .role("mark"),
        ];
        let name = Zone::new(left.x + size * 1.6, left.y, left.w - size * 1.6, left.h);
        nodes.push(self.set(
            &self.pass.carrier,
            name,
            FontRole::Heading,
            700,
            size,
            inks.ink,
            Align::Start,
            Place::Center,
            "brand",
        ));
        if self.studio.brief.language.0 == "en" {
            nodes.push(self.set(
                &kind,
                right,
                FontRole::Body,
                500,
                size * 0.72,
                inks.ink,
                Align::End,
                Place::Center,
                "kicker",
            ));
        }
        nodes
    }

    /// Who travels, then the other fields.
    fn fields(&self) -> Vec<(String, Word)> {
        let person = self.pass.passenger.iter();
        person
            .map(|p| (self.label_of_person(), p.clone()))
            .chain(self.pass.fields.iter().cloned())
            .collect()
    }

    fn label_of_person(&self) -> String {
        journey_label("Passenger", &self.studio.brief.language.0).to_owned()
    }
}
