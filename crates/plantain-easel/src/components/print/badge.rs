//! Badges: starbursts, price flashes, seals, stamps with text on a circle, ribbons.

use plantain_scene::build::*;
use plantain_scene::color::Color;
use plantain_scene::node::{Align, Arc, FontRole, Node, Shape};
use plantain_scene::theme::ink_on;

use super::{Page, Zone};
use crate::components::typeset::{Part, TEXT_MIN};
use crate::components::wording::Line;

/// The form of a badge's ground.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Burst,
    Circle,
    Seal,
    Hexagon,
    Tag,
}

/// Returns a badge that fills a square zone, with up to three lines: small, large, small.
pub fn flash(
    page: &Page<'_>,
    zone: Zone,
    fill: Color,
    form: Form,
    lines: &[(&Line, f32)],
    turn: f32,
) -> Node {
    let ground = page.theme.resolve(fill);
    let ink: Color = ink_on(ground).readable_on(ground, 4.5).into();
    let side = zone.w.min(zone.h);
    let inner = match form {
        Form::Burst => 0.62,
        Form::Circle | Form::Seal => 0.7,
        Form::Hexagon => 0.68,
        Form::Tag => 0.84,
    } * side;
    let parts: Vec<Part> = lines
        .iter()
        .enumerate()
        .map(|(i, (line, scale))| {
            Part::text(
                line,
                if line.role == plantain_read::Role::OldPrice {
                    "old-price"
                } else {
                    "badge"
                },
            )
            .font(
                if *scale > 0.8 {
                    FontRole::Display
                } else {
                    FontRole::Heading
                },
                if *scale > 0.8 { 0 } else { 700 },
            )
            .scale(*scale, 13.0, side * 0.5)
            .color(ink)
            .leading(1.08)
            .gap(if i == 0 { 0.0 } else { 0.12 })
        })
        .collect();
    let high = if form == Form::Tag {
        zone.h * 0.8
    } else {
        inner * 0.86
    };
    let block = page
        .setter()
        .set(&parts, inner, high, (TEXT_MIN, side * 0.42), Align::Center);
    let ground = match form {
        Form::Burst => shape(Shape::Star {
            points: 18,
            inner: 0.86,
        }),
        Form::Circle => ellipse(),
        Form::Seal => shape(Shape::Star {
            points: 28,
            inner: 0.93,
        }),
        Form::Hexagon => shape(Shape::Polygon {
            sides: 8,
            turn: 22.5,
        }),
        Form::Tag => rect().radius(page.theme.radius.min(side * 0.14)),
    };
    let (x, y) = ((zone.w - inner) * 0.5, (zone.h - block.height) * 0.5);
    zone.hold(stack())
        .role("flash")
        .rotate(turn)
        .child(ground.bounds(0.0, 0.0, zone.w, zone.h).fill(fill))
        .child(block.node.at(x, y))
}

/// Returns two rings with text between them along the top, and a mark inside.
pub fn stamp(zone: Zone, line: &Line, ink: Color, mark: Node) -> Node {
    let d = zone.w.min(zone.h);
    let chars = line.len().max(6) as f32;
    let radius = d * 0.5;
    let size = (d * 0.085).min(radius * 4.4 / chars).max(11.0);
    let thick = (d * 0.014).clamp(1.5, 5.0);
    let base = radius - thick * 2.2 - size * 1.1;
    let mut around = text(line.text.clone())
        .role("stamp")
        .literal(line.literal)
        .font(FontRole::Heading)
        .weight(700)
        .size(size)
        .color(ink);
    around = around.set_text(|t| {
        t.tracking = 0.08;
        t.arc = Some(Arc {
            radius: base,
            middle: -90.0,
            inside: false,
        });
    });
    if !line.literal {
        around = around.filler();
    }
    let side = d * 0.42;
    zone.hold(stack())
        .role("seal")
        .child(ellipse().bounds(0.0, 0.0, d, d).stroke(ink, thick))
        .child(
            ellipse()
                .bounds(
                    radius - base * 0.92,
                    radius - base * 0.92,
                    base * 1.84,
                    base * 1.84,
                )
                .stroke(ink, thick * 0.6),
        )
        .child(around.bounds(0.0, 0.0, d, d))
        .child(mark.bounds(radius - side * 0.5, radius - side * 0.5, side, side))
}

/// Returns a ribbon with a line of text across it.
pub fn ribbon(page: &Page<'_>, zone: Zone, line: &Line, fill: Color) -> Node {
    let ground = page.theme.resolve(fill);
    let ink: Color = ink_on(ground).readable_on(ground, 4.5).into();
    let part = Part::text(line, "ribbon")
        .font(FontRole::Heading, 700)
        .scale(1.0, 13.0, zone.h * 0.5)
        .color(ink)
        .lines(1)
        .leading(1.1);
    let width = zone.w - zone.h * 1.2;
    let block = page.setter().set(
        &[part],
        width,
        zone.h * 0.8,
        (13.0, zone.h * 0.5),
        Align::Center,
    );
    zone.hold(stack())
        .role("ribbon")
        .child(
            shape(Shape::Ribbon)
                .bounds(0.0, 0.0, zone.w, zone.h)
                .fill(fill),
        )
        .child(block.node.at(zone.h * 0.6, (zone.h - block.height) * 0.5))
}
