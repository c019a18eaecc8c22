//! A home under a gabled roof, as an isometric model.

use plantain_scene::Rgba;

use super::{Block, Model, Part};
use crate::stage::cast::Actor;
use crate::stage::light::lighter;

/// Corner nearest the back, and sides along both axes and upward, of the walls, in steps.
const AT: [f32; 3] = [1.7, 1.7, 0.1];
const SIZE: [f32; 3] = [4.0, 3.6, 2.1];
/// How far the ridge is above the walls, and how far the roof reaches over them.
const RISE: f32 = 1.9;
const EAVES: f32 = 0.3;

/// Returns whether people live in it, under a roof with a ridge.
pub(super) fn is_home(noun: &str) -> bool {
    let head = noun.rsplit(' ').next().unwrap_or(noun);
    [
        "house",
        "home",
        "cottage",
        "cabin",
        "farmhouse",
        "chalet",
        "bungalow",
        "villa",
        "hut",
    ]
    .contains(&head)
}

impl Model<'_> {
    /// Walls with a door and windows, a roof in the colour that is told of it, and a chimney.
    pub(super) fn cottage(&mut self, actor: &Actor, wall: Rgba) -> Vec<Part> {
        let told = |part: &str| actor.dyes.iter().find(|(p, _)| p == part).map(|(_, c)| *c);
        let roof = told("roof").unwrap_or(Rgba::hex(0xb5523f));
        let door = told("door").unwrap_or(Rgba::hex(0x7d4a35));
        let glass = match (self.night, told("window")) {
            (true, _) => Rgba::hex(0xffd67a),
            (_, Some(color)) => color,
            _ => Rgba::hex(0xbfe0f2),
        };
        let ([x, y, z], [w, d, h]) = (AT, SIZE);
        let frame = Rgba::hex(0xfdf8ee);
        let mut parts = Vec::new();
        let mut block = |at: [f32; 3], size: [f32; 3], color: Rgba| {
            parts.push(Part::Block(Block { at, size, color }));
        };
        block([x, y, z], [w, d, h], wall);
        let thin = 0.02;
        block([x + 1.5, y + d, z], [1.0, thin, 1.6], lighter(door, -0.12));
        block([x + 1.58, y + d, z], [0.84, thin * 2.0, 1.52], door);
        for off in [0.3, 2.8] {
            block([x + off, y + d, z + 0.65], [0.9, thin, 0.95], frame);
            block(
                [x + off + 0.1, y + d, z + 0.74],
                [0.7, thin * 2.0, 0.77],
                glass,
            );
        }
        for off in [0.45, 2.15] {
            block([x + w, y + off, z + 0.65], [thin, 1.0, 0.95], frame);
            block(
                [x + w, y + off + 0.1, z + 0.74],
                [thin * 2.0, 0.8, 0.77],
                glass,
            );
        }
        // The chimney stands behind the ridge, which hides its foot.
        block(
            [x + 0.7, y + 0.9, z + h + 0.9],
            [0.5, 0.5, 1.5],
            Rgba::hex(0x9a6152),
        );
        parts.extend(gable(wall, roof));
        parts
    }
}

/// The triangle of wall on the near right side, and the slope on the near left: at this pitch the other one is hidden.
fn gable(wall: Rgba, roof: Rgba) -> [Part; 2] {
    let ([x, y, z], [w, d, h]) = (AT, SIZE);
    let (foot, ridge, middle) = (z + h, z + h + RISE, y + d / 2.0);
    let right = x + w;
    // The slope goes on below the walls' top as far as it reaches over them.
    let drop = EAVES * RISE / (d / 2.0);
    let (near, low) = (y + d + EAVES, foot - drop);
    let (from, to) = (x - EAVES, right + 0.1);
    let face = [
        [right, y, foot],
        [right, y + d, foot],
        [right, middle, ridge],
        [right, middle, ridge],
    ];
    let slope = [
        [from, near, low],
        [to, near, low],
        [to, middle, ridge],
        [from, middle, ridge],
    ];
    [
        Part::Face(face, lighter(wall, -0.1)),
        Part::Face(slope, lighter(roof, 0.02)),
    ]
}
