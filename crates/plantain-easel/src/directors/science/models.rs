//! Plates of molecules, of the double helix, and of the skeleton.

use plantain_scene::Node;
use plantain_scene::color::Rgba;

use super::plate::{Part, Plate, ink};
use crate::components::diagram::drawing::{Frame, oval};

pub const WATER: Plate = Plate {
    names: &[
        "water molecule",
        "h2o",
        "h₂o",
        "molécula de agua",
        "molécule d'eau",
        "wassermolekül",
        "molecola d'acqua",
        "molécula de água",
        "水分子",
    ],
    title: "The water molecule",
    view: (560.0, 420.0),
    draw: water,
    parts: &[
        Part {
            names: &[
                "oxygen",
                "oxígeno",
                "oxygène",
                "sauerstoff",
                "ossigeno",
                "oxigênio",
                "酸素",
                "氧",
            ],
            at: (280.0, 120.0),
        },
        Part {
            names: &[
                "hydrogen",
                "hidrógeno",
                "hydrogène",
                "wasserstoff",
                "idrogeno",
                "hidrogênio",
                "水素",
                "氢",
            ],
            at: (104.0, 300.0),
        },
        Part {
            names: &["angle", "ángulo", "winkel", "angolo", "ângulo", "104"],
            at: (280.0, 262.0),
        },
        Part {
            names: &[
                "covalent",
                "bond",
                "enlace",
                "liaison",
                "bindung",
                "legame",
                "ligação",
            ],
            at: (372.0, 228.0),
        },
        Part {
            names: &["electron", "lone pair", "electrón", "elektron"],
            at: (240.0, 60.0),
        },
    ],
};

pub const CARBON_DIOXIDE: Plate = Plate {
    names: &[
        "carbon dioxide",
        "co2",
        "co₂",
        "dióxido de carbono",
        "kohlendioxid",
        "dioxyde de carbone",
    ],
    title: "Carbon dioxide",
    view: (640.0, 260.0),
    draw: carbon_dioxide,
    parts: &[
        Part {
            names: &["carbon", "carbono", "kohlenstoff", "carbone"],
            at: (320.0, 80.0),
        },
        Part {
            names: &["oxygen", "oxígeno", "oxygène", "sauerstoff"],
            at: (120.0, 70.0),
        },
        Part {
            names: &["double", "bond", "enlace", "bindung", "liaison"],
            at: (216.0, 116.0),
        },
    ],
};

pub const METHANE: Plate = Plate {
    names: &["methane", "ch4", "ch₄", "metano", "methan", "méthane"],
    title: "Methane",
    view: (480.0, 480.0),
    draw: methane,
    parts: &[
        Part {
            names: &["carbon", "carbono", "kohlenstoff", "carbone"],
            at: (240.0, 240.0),
        },
        Part {
            names: &["hydrogen", "hidrógeno", "wasserstoff", "hydrogène"],
            at: (240.0, 74.0),
        },
        Part {
            names: &["bond", "enlace", "bindung", "liaison", "covalent"],
            at: (300.0, 300.0),
        },
    ],
};

pub const DNA: Plate = Plate {
    names: &[
        "dna",
        "adn",
        "dns",
        "double helix",
        "doble hélice",
        "doppelhelix",
        "double hélice",
    ],
    title: "The double helix",
    view: (360.0, 720.0),
    draw: helix,
    parts: &[
        Part {
            names: &[
                "backbone",
                "phosphate",
                "sugar",
                "esqueleto",
                "rückgrat",
                "squelette",
                "zucker",
            ],
            at: (62.0, 90.0),
        },
        Part {
            names: &[
                "base pair",
                "pares de bases",
                "basenpaar",
                "paires de bases",
            ],
            at: (180.0, 90.0),
        },
        Part {
            names: &["adenine", "adenina", "adenin", "adénine"],
            at: (110.0, 122.0),
        },
        Part {
            names: &["thymine", "timina", "thymin"],
            at: (250.0, 122.0),
        },
        Part {
            names: &["guanine", "guanina", "guanin"],
            at: (118.0, 330.0),
        },
        Part {
            names: &["cytosine", "citosina", "cytosin"],
            at: (242.0, 330.0),
        },
        Part {
            names: &["hydrogen bond", "puente de hidrógeno", "wasserstoffbr"],
            at: (180.0, 360.0),
        },
        Part {
            names: &["major groove", "große furche"],
            at: (60.0, 500.0),
        },
        Part {
            names: &["minor groove", "kleine furche"],
            at: (292.0, 620.0),
        },
        Part {
            names: &["strand", "cadena", "strang", "brin", "helix"],
            at: (298.0, 560.0),
        },
    ],
};

pub const SKELETON: Plate = Plate {
    names: &[
        "skeleton",
        "skeletal system",
        "esqueleto",
        "squelette",
        "skelett",
        "scheletro",
        "骨格",
        "骨骼",
        "human bones",
    ],
    title: "The human skeleton",
    view: (420.0, 900.0),
    draw: skeleton,
    parts: &[
        Part {
            names: &[
                "skull", "cranium", "cráneo", "crâne", "schädel", "cranio", "crânio", "頭蓋",
                "头骨",
            ],
            at: (210.0, 40.0),
        },
        Part {
            names: &["jaw", "mandib", "kiefer", "mâchoire"],
            at: (210.0, 118.0),
        },
        Part {
            names: &[
                "clavicle",
                "collarbone",
                "clavícula",
                "schlüsselbein",
                "clavicule",
            ],
            at: (262.0, 170.0),
        },
        Part {
            names: &["scapula", "shoulder blade", "omóplato", "schulterblatt"],
            at: (136.0, 205.0),
        },
        Part {
            names: &["sternum", "breastbone", "esternón", "brustbein"],
            at: (210.0, 220.0),
        },
        Part {
            names: &[
                "rib", "costilla", "côte", "rippe", "costola", "costela", "肋骨",
            ],
            at: (262.0, 250.0),
        },
        Part {
            names: &["humerus", "húmero", "oberarm", "omero", "úmero", "上腕"],
            at: (318.0, 260.0),
        },
        Part {
            names: &["radius", "radio", "speiche"],
            at: (350.0, 390.0),
        },
        Part {
            names: &["ulna", "cúbito", "elle"],
            at: (338.0, 400.0),
        },
        Part {
            names: &["carpal", "wrist", "muñeca", "handgelenk"],
            at: (360.0, 462.0),
        },
        Part {
            names: &["phalan", "finger", "hand", "mano", "main"],
            at: (368.0, 498.0),
        },
        Part {
            names: &[
                "spine", "vertebra", "columna", "colonne", "wirbel", "colonna", "coluna", "背骨",
                "脊",
            ],
            at: (210.0, 350.0),
        },
        Part {
            names: &[
                "pelvis", "hip", "becken", "bassin", "bacino", "骨盤", "骨盆",
            ],
            at: (252.0, 425.0),
        },
        Part {
            names: &["sacrum", "sacro", "kreuzbein"],
            at: (210.0, 420.0),
        },
        Part {
            names: &[
                "femur",
                "fémur",
                "thigh",
                "oberschenkel",
                "femore",
                "fêmur",
                "大腿骨",
                "股骨",
            ],
            at: (258.0, 560.0),
        },
        Part {
            names: &[
                "patella",
                "kneecap",
                "rótula",
                "rotule",
                "kniescheibe",
                "rotula",
            ],
            at: (256.0, 668.0),
        },
        Part {
            names: &["tibia", "shin", "schienbein", "脛骨", "胫骨"],
            at: (254.0, 760.0),
        },
        Part {
            names: &["fibula", "peroné", "péroné", "wadenbein", "perone"],
            at: (276.0, 760.0),
        },
        Part {
            names: &["tarsal", "ankle", "tobillo", "knöchel"],
            at: (256.0, 852.0),
        },
        Part {
            names: &["foot", "pie", "pied", "fuß", "toes"],
            at: (276.0, 876.0),
        },
    ],
};

const RED: Rgba = ink(0xd93a34);
const PALE: Rgba = ink(0xe9eef5);
const SHADE: Rgba = ink(0xb4c0d0);
const DARK: Rgba = ink(0x3d4655);
const GREY: Rgba = ink(0x8a94a3);

/// A ball with its light at the upper left.
fn ball(f: &Frame, (x, y): (f32, f32), r: f32, color: Rgba) -> Vec<Node> {
    let deep = color.mix(Rgba::BLACK, 0.22);
    let light = color.mix(Rgba::WHITE, 0.45);
    vec![
        f.fill(&oval(x, y, r, r), deep),
        f.fill(&oval(x - r * 0.05, y - r * 0.06, r * 0.93, r * 0.92), color),
        f.fill(&oval(x - r * 0.34, y - r * 0.4, r * 0.26, r * 0.2), light),
    ]
}

fn bond(f: &Frame, a: (f32, f32), b: (f32, f32), width: f32) -> Node {
    f.line(&format!("M{} {} L{} {}", a.0, a.1, b.0, b.1), GREY, width)
}

fn water(f: &Frame) -> Vec<Node> {
    let (o, a, b) = ((280.0, 150.0), (130.0, 310.0), (430.0, 310.0));
    let mut nodes = vec![bond(f, o, a, 22.0), bond(f, o, b, 22.0)];
    nodes.push(f.line("M222 212 Q280 282 338 212", DARK, 4.0));
    nodes.extend(ball(f, o, 104.0, RED));
    nodes.extend(ball(f, a, 68.0, PALE));
    nodes.extend(ball(f, b, 68.0, PALE));
    nodes
}

fn carbon_dioxide(f: &Frame) -> Vec<Node> {
    let mut nodes = Vec::new();
    for dy in [-14.0, 14.0] {
        nodes.push(bond(f, (120.0, 130.0 + dy), (520.0, 130.0 + dy), 12.0));
    }
    nodes.extend(ball(f, (120.0, 130.0), 92.0, RED));
    nodes.extend(ball(f, (520.0, 130.0), 92.0, RED));
    nodes.extend(ball(f, (320.0, 130.0), 84.0, DARK));
    nodes
}

fn methane(f: &Frame) -> Vec<Node> {
    let centre = (240.0, 240.0);
    let ends = [(240.0, 70.0), (80.0, 300.0), (330.0, 400.0), (410.0, 250.0)];
    let mut nodes: Vec<Node> = ends.iter().map(|end| bond(f, centre, *end, 18.0)).collect();
    nodes.extend(ball(f, centre, 92.0, DARK));
    for end in ends {
        nodes.extend(ball(f, end, 58.0, PALE));
    }
    nodes
}

/// Two strands that wind around each other, with their rungs.
fn helix(f: &Frame) -> Vec<Node> {
    const ONE: Rgba = ink(0x2b6cb0);
    const TWO: Rgba = ink(0xc8553d);
    const PAIRS: [(Rgba, Rgba); 2] = [
        (ink(0x3f9e6b), ink(0xe0a52b)),
        (ink(0x7a5ab5), ink(0xd66b9a)),
    ];
    let across = |y: f32| 180.0 + 118.0 * libm::cosf((y - 90.0) / 240.0 * std::f32::consts::PI);
    let mut nodes = Vec::new();
    for n in 0..21 {
        let y = 26.0 + n as f32 * 33.4;
        let (a, b) = (across(y), 360.0 - across(y));
        if (a - b).abs() < 34.0 {
            continue;
        }
        let (left, right) = PAIRS[n / 6 % 2];
        let middle = 180.0;
        nodes.push(f.line(&format!("M{b} {y} L{middle} {y}"), left, 11.0));
        nodes.push(f.line(&format!("M{middle} {y} L{a} {y}"), right, 11.0));
    }
    let strand = |turned: bool, from: f32, to: f32| {
        let steps = ((to - from) / 8.0) as usize;
        let points: Vec<String> = (0..=steps)
            .map(|n| {
                let y = from + (to - from) * n as f32 / steps as f32;
                let x = if turned { 360.0 - across(y) } else { across(y) };
                format!("{x:.1} {y:.1}")
            })
            .collect();
        format!("M{}", points.join(" L"))
    };
    // At each crossing the other strand lies in front.
    for (n, piece) in [(10.0, 210.0), (210.0, 450.0), (450.0, 710.0)]
        .into_iter()
        .enumerate()
    {
        let front = n % 2 == 0;
        for (turned, color) in if front {
            [(true, TWO), (false, ONE)]
        } else {
            [(false, ONE), (true, TWO)]
        } {
            nodes.push(f.line(&strand(turned, piece.0, piece.1), color, 20.0));
        }
    }
    nodes
}

/// A long bone between two joints.
fn bone(f: &Frame, a: (f32, f32), b: (f32, f32), w: f32) -> Vec<Node> {
    let line = format!("M{} {} L{} {}", a.0, a.1, b.0, b.1);
    let mut nodes = vec![f.line(&line, SHADE, w * 1.25)];
    for (x, y) in [a, b] {
        nodes.push(f.fill(&oval(x, y, w * 1.02, w * 0.86), SHADE));
    }
    nodes.push(f.line(&line, PALE, w * 0.86));
    for (x, y) in [a, b] {
        nodes.push(f.fill(&oval(x, y, w * 0.82, w * 0.66), PALE));
    }
    nodes
}

fn skeleton(f: &Frame) -> Vec<Node> {
    let mut nodes = trunk(f);
    for side in [-1.0_f32, 1.0] {
        nodes.extend(limbs(f, |x| 210.0 + side * (x - 210.0)));
    }
    nodes.extend(head(f));
    nodes
}

/// Spine, ribs, breastbone and pelvis.
fn trunk(f: &Frame) -> Vec<Node> {
    let mut nodes = Vec::new();
    for n in 0..17 {
        let y = 140.0 + n as f32 * 16.2;
        nodes.push(f.fill(&oval(210.0, y, 13.0, 7.2), SHADE));
        nodes.push(f.fill(&oval(210.0, y - 1.4, 11.0, 5.2), PALE));
    }
    for n in 0..7 {
        let y = 184.0 + n as f32 * 21.0;
        let w = 56.0 + [10.0, 20.0, 27.0, 31.0, 32.0, 28.0, 18.0][n];
        for side in [-1.0_f32, 1.0] {
            let x = |dx: f32| 210.0 + side * dx;
            let d = format!(
                "M{} {y} C{} {} {} {} {} {}",
                x(10.0),
                x(w * 0.9),
                y - 14.0,
                x(w * 1.12),
                y + 22.0,
                x(if n < 5 { 12.0 } else { 40.0 }),
                y + 36.0
            );
            nodes.push(f.line(&d, SHADE, 10.0));
            nodes.push(f.line(&d, PALE, 6.4));
        }
    }
    nodes.push(f.fill("M201 182 L219 182 L217 306 L210 322 L203 306 Z", SHADE));
    nodes.push(f.fill("M204 184 L216 184 L214 304 L210 314 L206 304 Z", PALE));
    let pelvis = "M210 402 C182 380 150 376 138 396 C130 420 148 452 176 466 C190 474 196 462 210 452 C224 462 230 474 244 466 C272 452 290 420 282 396 C270 376 238 380 210 402 Z";
    nodes.push(f.fill(pelvis, SHADE));
    nodes.push(f.fill("M210 410 C184 390 156 386 146 402 C140 420 154 446 178 458 C190 464 196 454 210 444 C224 454 230 464 242 458 C266 446 280 420 274 402 C264 386 236 390 210 410 Z", PALE));
    nodes.push(f.fill("M196 404 L224 404 L214 446 L206 446 Z", SHADE));
    nodes
}

/// One arm and one leg; `x` mirrors them.
fn limbs(f: &Frame, x: impl Fn(f32) -> f32) -> Vec<Node> {
    let at = |px: f32, py: f32| (x(px), py);
    let mut nodes = vec![f.fill(
        &format!(
            "M{} 176 L{} 184 L{} 236 L{} 232 Z",
            x(272.0),
            x(302.0),
            x(284.0),
            x(268.0)
        ),
        SHADE,
    )];
    nodes.extend(bone(f, at(222.0, 170.0), at(300.0, 172.0), 7.0));
    nodes.extend(bone(f, at(308.0, 186.0), at(330.0, 326.0), 11.0));
    nodes.extend(bone(f, at(328.0, 342.0), at(350.0, 450.0), 6.5));
    nodes.extend(bone(f, at(341.0, 338.0), at(364.0, 446.0), 6.5));
    nodes.push(f.fill(&oval(x(359.0), 464.0, 14.0, 10.0), SHADE));
    for n in 0..5 {
        let spread = n as f32 * 8.0;
        let end = if n == 0 {
            486.0
        } else {
            516.0 - (n as f32 - 2.5).abs() * 5.0
        };
        nodes.push(f.line(
            &format!(
                "M{} 470 L{} {end}",
                x(350.0 + n as f32 * 4.4),
                x(342.0 + spread * 1.25)
            ),
            PALE.mix(SHADE, 0.4),
            5.4,
        ));
    }
    nodes.extend(bone(f, at(252.0, 446.0), at(258.0, 652.0), 14.0));
    nodes.extend(bone(f, at(254.0, 688.0), at(255.0, 838.0), 11.0));
    nodes.extend(bone(f, at(274.0, 692.0), at(272.0, 834.0), 5.0));
    nodes.push(f.fill(&oval(x(257.0), 668.0, 14.0, 13.0), SHADE));
    nodes.push(f.fill(&oval(x(257.0), 666.0, 10.5, 9.5), PALE));
    nodes.push(f.fill(
        &format!(
            "M{} 846 L{} 846 L{} 872 L{} 884 L{} 884 Z",
            x(242.0),
            x(272.0),
            x(302.0),
            x(308.0),
            x(240.0)
        ),
        SHADE,
    ));
    nodes.push(f.fill(
        &format!(
            "M{} 850 L{} 850 L{} 872 L{} 878 L{} 878 Z",
            x(246.0),
            x(270.0),
            x(294.0),
            x(300.0),
            x(244.0)
        ),
        PALE,
    ));
    nodes
}

fn head(f: &Frame) -> Vec<Node> {
    vec![
        f.fill("M176 92 C178 118 188 132 210 132 C232 132 242 118 244 92 Z", SHADE),
        f.fill("M182 96 C184 114 192 126 210 126 C228 126 236 114 238 96 Z", PALE),
        f.fill("M210 8 C168 8 154 36 158 62 C160 80 170 90 182 96 L238 96 C250 90 260 80 262 62 C266 36 252 8 210 8 Z", SHADE),
        f.fill("M210 13 C173 13 160 38 164 61 C166 76 174 86 185 91 L235 91 C246 86 254 76 256 61 C260 38 247 13 210 13 Z", PALE),
        f.fill(&oval(190.0, 66.0, 13.0, 12.0), DARK),
        f.fill(&oval(230.0, 66.0, 13.0, 12.0), DARK),
        f.fill("M210 76 L218 92 L202 92 Z", DARK),
        f.line("M192 106 L228 106", DARK, 2.4),
        f.line("M200 101 L200 111 M210 101 L210 111 M220 101 L220 111", DARK, 1.8),
    ]
}
