//! Grounds of isometric models: city blocks, land in the air, an island in the sea, a terrace.

use plantain_read::Season;
use plantain_scene::Rgba;

use super::{Block, Model, Part, SIDE};
use crate::stage::cast::Actor;
use crate::stage::lexicon::Class;
use crate::stage::light::lighter;
use crate::stage::place::Place;

/// Lots of a city that named buildings take, seen best first.
const LOTS: [usize; 5] = [4, 5, 7, 2, 6];

impl Model<'_> {
    /// Blocks of houses between streets, trees, cars.
    pub(super) fn city(&mut self) {
        let base = Block {
            at: [0.0, 0.0, -0.5],
            size: [SIDE, SIDE, 0.5],
            color: Rgba::hex(0x7d8694),
        };
        self.back = self.block(&base);
        self.lanes();
        let cast = self.cast;
        let built: Vec<usize> = (0..cast.actors.len())
            .filter(|i| cast.actors[*i].prop.class == Class::Building)
            .take(LOTS.len())
            .collect();
        self.lots(built.len());
        self.cars();
        for (index, n) in built.iter().zip(LOTS) {
            let at = [
                (n % 3) as f32 * 2.75 + 1.4,
                (n / 3) as f32 * 2.75 + 1.5,
                0.1,
            ];
            self.draw_at(&cast.actors[*index], at, 2.1);
        }
        let roads = [
            [7.2, 5.3, 0.06],
            [2.7, 7.3, 0.06],
            [5.35, 7.0, 0.06],
            [7.3, 2.6, 0.06],
            [4.2, 5.35, 0.06],
            [2.65, 4.4, 0.06],
        ];
        let others = (0..cast.actors.len()).filter(|i| !built.contains(i));
        for (index, at) in others.zip(roads) {
            let actor = &cast.actors[index];
            let high = match actor.prop.class {
                Class::Vehicle => 0.78,
                Class::Person | Class::Animal => 0.72,
                _ => (actor.prop.height * 0.4).clamp(0.5, 1.3),
            };
            self.draw_at(actor, at, high);
        }
    }

    /// Dashes in the middle of the streets.
    fn lanes(&mut self) {
        let white = Rgba::hex(0xf3f0e6).faded(0.8);
        for i in 0..8 {
            let t = i as f32 + 0.25;
            for lane in [2.65_f32, 5.3] {
                let (a, b) = (lane + 0.02, lane + 0.1);
                self.back.push(self.face(
                    [
                        [t, a, 0.0],
                        [t + 0.5, a, 0.0],
                        [t + 0.5, b, 0.0],
                        [t, b, 0.0],
                    ],
                    white,
                ));
                self.back.push(self.face(
                    [
                        [a, t, 0.0],
                        [a, t + 0.5, 0.0],
                        [b, t + 0.5, 0.0],
                        [b, t, 0.0],
                    ],
                    white,
                ));
            }
        }
    }

    /// Paves the lots and builds on those that no named building takes; one is a park.
    fn lots(&mut self, named: usize) {
        let hues = [
            0xe8a07a, 0x8fb0c9, 0xe9cf94, 0xb9a3c9, 0x9fc4a4, 0xd98f8f, 0xcfd6df,
        ];
        let taken = |n: usize| LOTS.iter().take(named).any(|l| *l == n);
        let park = (0..9)
            .cycle()
            .skip(self.rng.below(9))
            .find(|n| !taken(*n))
            .unwrap_or(0);
        for n in 0..9 {
            let (i, j) = (n % 3, n / 3);
            let (x, y) = (i as f32 * 2.75 + 0.12, j as f32 * 2.75 + 0.12);
            let side = 2.2;
            let pave = Block {
                at: [x, y, 0.0],
                size: [side, side, 0.1],
                color: Rgba::hex(if n == park { 0x7fb968 } else { 0xcfd3d8 }),
            };
            let mut parts = vec![Part::Block(pave)];
            if taken(n) {
                // A building that the prompt names has the lot.
            } else if n == park {
                for (dx, dy) in [(0.5, 0.6), (1.5, 0.8), (0.8, 1.6), (1.7, 1.7)] {
                    parts.extend(tree([x + dx, y + dy, 0.1], 0.42, self.leaf()));
                }
            } else {
                let color = Rgba::hex(*self.rng.pick(&hues));
                // Low houses in front leave the view free.
                let high =
                    self.rng.range(0.9, 1.5) + (4 - i - j) as f32 * self.rng.range(0.35, 0.6);
                parts.extend(self.tower(
                    [x + 0.25, y + 0.25, 0.1],
                    [side - 0.5, side - 0.5, high],
                    color,
                ));
            }
            self.add("", x + y, parts);
        }
    }

    /// Cars in the streets.
    fn cars(&mut self) {
        for (x, y, color) in [
            (2.4, 6.2, 0xd9483c),
            (6.9, 2.5, 0xf0b93c),
            (5.15, 4.4, 0x3f7cc4),
        ] {
            let along = y > x;
            let size = if along {
                [0.34, 0.6, 0.2]
            } else {
                [0.6, 0.34, 0.2]
            };
            let top = if along {
                [0.3, 0.32, 0.16]
            } else {
                [0.32, 0.3, 0.16]
            };
            let body = Block {
                at: [x, y, 0.06],
                size,
                color: Rgba::hex(color),
            };
            let roof = Block {
                at: [
                    x + 0.02 + (size[0] - top[0]) / 2.0,
                    y + (size[1] - top[1]) / 2.0,
                    0.26,
                ],
                size: top,
                color: Rgba::hex(0xdfeaf2),
            };
            self.add("", x + y, vec![Part::Block(body), Part::Block(roof)]);
        }
    }

    pub(super) fn leaf(&mut self) -> Rgba {
        let greens: &[u32] = match self.brief.setting.season {
            Some(Season::Autumn) => &[0xd9822b, 0xc65a1e, 0xe0a030],
            Some(Season::Spring) => &[0xf4b6c9, 0x8cc152],
            _ => &[0x4f9d4d, 0x3e8e4e, 0x6fb55a],
        };
        Rgba::hex(*self.rng.pick(greens))
    }

    /// A house of floors with windows on both faces that are seen.
    fn tower(&mut self, at: [f32; 3], size: [f32; 3], color: Rgba) -> Vec<Part> {
        let [x, y, z] = at;
        let [w, d, h] = size;
        let mut parts = vec![Part::Block(Block { at, size, color })];
        let glass = if self.night {
            Rgba::hex(0xffd67a)
        } else {
            Rgba::hex(0xbfe0f2)
        };
        let rows = (h / 0.42) as usize;
        for row in 0..rows {
            for k in 0..4 {
                if self.night && self.rng.chance(0.35) {
                    continue;
                }
                let t = z + 0.16 + row as f32 * 0.42;
                let off = 0.14 + k as f32 * (w - 0.1) / 4.0;
                for at in [[x + off, y + d, t], [x + w, y + off, t]] {
                    let size = if at[1] > y + d - 0.01 {
                        [0.24, 0.005, 0.22]
                    } else {
                        [0.005, 0.24, 0.22]
                    };
                    parts.push(Part::Block(Block {
                        at,
                        size,
                        color: glass,
                    }));
                }
            }
        }
        let roof = Block {
            at: [x + w * 0.2, y + d * 0.2, z + h],
            size: [w * 0.3, d * 0.3, 0.2],
            color: lighter(color, -0.06),
        };
        parts.push(Part::Block(roof));
        parts
    }

    /// A piece of land in the air with what the prompt names on it.
    pub(super) fn island(&mut self) {
        let grass = match self.cast.place {
            Place::Beach | Place::Desert => Rgba::hex(0xecd29a),
            Place::Snow => Rgba::hex(0xeff5fa),
            Place::Sea | Place::Lake | Place::Underwater | Place::SeaCut => Rgba::hex(0x5fb4dc),
            Place::Space | Place::Moon => Rgba::hex(0xb9bcc6),
            _ => Rgba::hex(0x86c166),
        };
        let cast = self.cast;
        let islet = cast.actors.iter().any(|a| a.prop.noun.ends_with("island"));
        let boats = cast.actors.iter().any(|a| a.prop.class == Class::Boat);
        if islet || boats && self.cast.place == Place::Beach {
            self.islet();
            return;
        }
        let soil = Block {
            at: [0.0, 0.0, -1.2],
            size: [SIDE, SIDE, 0.8],
            color: Rgba::hex(0x8a6344),
        };
        let top = Block {
            at: [0.0, 0.0, -0.4],
            size: [SIDE, SIDE, 0.4],
            color: grass,
        };
        self.back = self.block(&soil);
        self.back.extend(self.block(&top));
        let green = matches!(
            self.cast.place,
            Place::Beach
                | Place::Desert
                | Place::Sea
                | Place::Lake
                | Place::Space
                | Place::Moon
                | Place::Underwater
        );
        if !green {
            for (x, y) in [(0.8, 1.2), (1.4, 6.6), (6.8, 0.9), (0.9, 4.0), (3.6, 0.8)] {
                let k = self.rng.range(0.45, 0.62);
                let leaf = self.leaf();
                self.add("", x + y, tree([x, y, 0.0], k, leaf));
            }
        }
        let n = cast.actors.len().max(1);
        let columns = (n as f32).sqrt().ceil() as usize;
        for (i, actor) in cast.actors.iter().enumerate().take(16) {
            let gap = 5.0 / columns as f32;
            let (x, y) = (
                2.2 + gap * ((i % columns) as f32 + 0.5),
                2.2 + gap * ((i / columns) as f32 + 0.5),
            );
            self.grown(actor, [x, y, 0.0], gap);
        }
    }

    /// Draws an actor as large as its share of the ground allows.
    fn grown(&mut self, actor: &Actor, at: [f32; 3], gap: f32) {
        let mut actor = actor.clone();
        let least = gap * 0.62 / actor.prop.aspect.max(0.5);
        actor.prop.height =
            (actor.prop.height * 0.6).max(least).min(gap * 1.3).min(3.4) / 1.4 * 1.3;
        {
            let high = (actor.prop.height * 1.4).clamp(0.9, 2.8);
            self.draw_at(&actor, at, high);
        }
    }

    /// Sand in the middle of the sea, with boats on the water.
    fn islet(&mut self) {
        let cast = self.cast;
        let slab = |at: [f32; 3], size: [f32; 3], rgb: u32| Block {
            at,
            size,
            color: Rgba::hex(rgb),
        };
        self.back = self.block(&slab([0.0, 0.0, -1.0], [SIDE, SIDE, 0.8], 0x3d94c7));
        for (inset, rgb, low) in [
            (0.9_f32, 0x7cc8e4, -0.2_f32),
            (1.3, 0xf3e3b4, -0.16),
            (1.5, 0xecd29a, -0.1),
        ] {
            let side = SIDE - 2.0 * inset;
            let step = self.block(&slab([inset, inset, low], [side, side, 0.1], rgb));
            self.back.extend(step);
        }
        let on = |a: &&Actor| !a.prop.noun.ends_with("island");
        let (afloat, ashore): (Vec<&Actor>, Vec<&Actor>) = cast
            .actors
            .iter()
            .filter(on)
            .partition(|a| matches!(a.prop.class, Class::Boat | Class::Swimmer));
        let columns = (ashore.len() as f32).sqrt().ceil().max(1.0) as usize;
        for (i, actor) in ashore.iter().enumerate().take(12) {
            let gap = 4.0 / columns as f32;
            let at = [
                2.0 + gap * ((i % columns) as f32 + 0.5),
                2.0 + gap * ((i / columns) as f32 + 0.5),
                0.0,
            ];
            self.grown(actor, at, gap);
        }
        let bays = [
            [7.3, 4.2, -0.2],
            [3.2, 7.4, -0.2],
            [7.4, 1.6, -0.2],
            [1.2, 7.2, -0.2],
        ];
        for (actor, at) in afloat.iter().zip(bays) {
            self.draw_at(actor, at, 1.3);
        }
    }

    /// Tiles before a house wall, with a railing on the open side.
    pub(super) fn terrace(&mut self) {
        let tile = Rgba::hex(0xd8b08c);
        let slab = Block {
            at: [-0.3, -0.1, -0.5],
            size: [SIDE + 0.3, SIDE + 0.1, 0.5],
            color: tile,
        };
        self.back = self.block(&slab);
        for i in 1..SIDE as usize {
            let t = i as f32;
            for seam in [
                [
                    [t, 0.0, 0.0],
                    [t + 0.04, 0.0, 0.0],
                    [t + 0.04, SIDE, 0.0],
                    [t, SIDE, 0.0],
                ],
                [
                    [0.0, t, 0.0],
                    [SIDE, t, 0.0],
                    [SIDE, t + 0.04, 0.0],
                    [0.0, t + 0.04, 0.0],
                ],
            ] {
                let line = self.face(seam, lighter(tile, -0.035));
                self.back.push(line);
            }
        }
        let wall = Block {
            at: [-0.3, -0.1, 0.0],
            size: [0.3, SIDE + 0.1, 4.2],
            color: Rgba::hex(0xf0dcc0),
        };
        let house = self.block(&wall);
        self.back.extend(house);
        let pane =
            |y: f32, z: f32, v: f32, t: f32| [[0.0, y, z], [0.0, v, z], [0.0, v, t], [0.0, y, t]];
        let glass = if self.night {
            Rgba::hex(0xffd67a)
        } else {
            Rgba::hex(0xa9dcf5)
        };
        for (y, z, v, t, color) in [
            (2.2, 0.0, 5.4, 3.3, Rgba::hex(0xfbf8f2)),
            (2.35, 0.15, 3.74, 3.15, glass),
            (3.86, 0.15, 5.25, 3.15, glass),
        ] {
            let face = self.face(pane(y, z, v, t), color);
            self.back.push(face);
        }
        self.railing(0.0);
        self.furnish();
        // The rail on the near side stands before everything.
        let iron = Rgba::hex(0x4a5160);
        let rail = Block {
            at: [SIDE - 0.1, 0.0, 0.0],
            size: [0.1, SIDE, 0.14],
            color: lighter(iron, 0.1),
        };
        self.add("", 2.0 * SIDE, vec![Part::Block(rail)]);
    }

    /// Bars with a rail along the far edge at `y`.
    fn railing(&mut self, y: f32) {
        let iron = Rgba::hex(0x4a5160);
        let mut parts = Vec::new();
        for i in 0..=20 {
            let x = (SIDE - 0.08) * i as f32 / 20.0;
            parts.push(Block {
                at: [x, y, 0.0],
                size: [0.07, 0.07, 1.25],
                color: iron,
            });
        }
        parts.push(Block {
            at: [0.0, y - 0.02, 1.25],
            size: [SIDE, 0.12, 0.12],
            color: lighter(iron, 0.06),
        });
        let nodes: Vec<_> = parts.iter().flat_map(|b| self.block(b)).collect();
        self.back.extend(nodes);
    }
}

pub(super) fn tree([x, y, z]: [f32; 3], k: f32, leaf: Rgba) -> Vec<Part> {
    let trunk = Block {
        at: [x - 0.07, y - 0.07, z],
        size: [0.14, 0.14, k],
        color: Rgba::hex(0x8a5f3f),
    };
    vec![Part::Block(trunk), Part::Ball([x, y, z + k * 1.7], k, leaf)]
}
