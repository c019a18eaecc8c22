//! Plates of cells.

use plantain_scene::Node;

use super::plate::{Part, Plate, ink};
use crate::components::diagram::drawing::{Frame, closed, open, oval};

pub const PLANT_CELL: Plate = Plate {
    names: &[
        "plant cell",
        "célula vegetal",
        "cellule végétale",
        "pflanzenzelle",
        "cellula vegetale",
        "植物細胞",
        "植物细胞",
    ],
    title: "Plant cell",
    view: (640.0, 480.0),
    draw: plant,
    parts: &[
        Part {
            names: &["nucleus", "núcleo", "noyau", "zellkern", "nucleo", "核"],
            at: (148.0, 168.0),
        },
        Part {
            names: &[
                "cell wall",
                "pared celular",
                "paroi",
                "zellwand",
                "parete",
                "細胞壁",
                "细胞壁",
                "wall",
            ],
            at: (610.0, 330.0),
        },
        Part {
            names: &["chloroplast", "cloroplast", "clorofil", "葉緑体", "叶绿体"],
            at: (486.0, 95.0),
        },
        Part {
            names: &["vacuol", "vakuole", "液胞", "液泡"],
            at: (430.0, 270.0),
        },
        Part {
            names: &["mitochond", "mitocond", "ミトコンドリア", "线粒体"],
            at: (216.0, 312.0),
        },
        Part {
            names: &[
                "cytoplasm",
                "citoplasma",
                "zytoplasma",
                "cytosol",
                "細胞質",
                "细胞质",
            ],
            at: (556.0, 392.0),
        },
        Part {
            names: &["membrane", "membrana", "zellmembran", "細胞膜", "细胞膜"],
            at: (330.0, 437.0),
        },
        Part {
            names: &["golgi", "dictyosom"],
            at: (96.0, 288.0),
        },
        Part {
            names: &["endoplasm", "reticul", "rétic", "retíc", "retikulum"],
            at: (262.0, 190.0),
        },
        Part {
            names: &["ribosom"],
            at: (282.0, 140.0),
        },
        Part {
            names: &["nucleol", "nucléol"],
            at: (182.0, 204.0),
        },
        Part {
            names: &["starch", "amyloplast", "almidón", "stärke"],
            at: (130.0, 400.0),
        },
    ],
};

pub const ANIMAL_CELL: Plate = Plate {
    names: &[
        "animal cell",
        "célula animal",
        "cellule animale",
        "tierzelle",
        "tierische zelle",
        "cellula animale",
        "human cell",
        "動物細胞",
        "动物细胞",
        "the cell",
        "cell diagram",
        "cell structure",
        "eukaryot",
    ],
    title: "Animal cell",
    view: (640.0, 480.0),
    draw: animal,
    parts: &[
        Part {
            names: &["nucleus", "núcleo", "noyau", "zellkern", "nucleo", "核"],
            at: (348.0, 208.0),
        },
        Part {
            names: &["membrane", "membrana", "zellmembran", "細胞膜", "细胞膜"],
            at: (66.0, 320.0),
        },
        Part {
            names: &["mitochond", "mitocond", "ミトコンドリア", "线粒体"],
            at: (168.0, 178.0),
        },
        Part {
            names: &[
                "cytoplasm",
                "citoplasma",
                "zytoplasma",
                "cytosol",
                "細胞質",
                "细胞质",
            ],
            at: (250.0, 400.0),
        },
        Part {
            names: &["golgi"],
            at: (492.0, 318.0),
        },
        Part {
            names: &["ribosom"],
            at: (460.0, 130.0),
        },
        Part {
            names: &["lysosom", "lisosom"],
            at: (150.0, 300.0),
        },
        Part {
            names: &["endoplasm", "reticul", "rétic", "retíc", "retikulum"],
            at: (420.0, 262.0),
        },
        Part {
            names: &["nucleol", "nucléol"],
            at: (318.0, 232.0),
        },
        Part {
            names: &["centriol", "centrosom", "zentriol"],
            at: (240.0, 100.0),
        },
        Part {
            names: &["vacuol", "vesic", "vésic", "vakuole"],
            at: (388.0, 400.0),
        },
    ],
};

fn nucleus(f: &Frame, x: f32, y: f32) -> Vec<Node> {
    let mut nodes = vec![
        f.fill(&oval(x, y, 74.0, 66.0), ink(0xb99ddb)),
        f.line(&oval(x, y, 74.0, 66.0), ink(0x8462b3), 4.0),
        f.fill(&oval(x + 10.0, y + 10.0, 25.0, 23.0), ink(0x7a58a8)),
    ];
    let threads = [
        (-40.0, -18.0),
        (-28.0, 26.0),
        (-6.0, -34.0),
        (38.0, -22.0),
        (44.0, 20.0),
    ];
    for (dx, dy) in threads {
        let (a, b) = (x + dx, y + dy);
        nodes.push(f.line(
            &format!(
                "M{} {} C{} {} {} {} {} {}",
                a - 8.0,
                b,
                a - 3.0,
                b - 8.0,
                a + 3.0,
                b + 8.0,
                a + 9.0,
                b - 1.0
            ),
            ink(0x9271c0),
            3.0,
        ));
    }
    nodes
}

fn mitochondrion(f: &Frame, x: f32, y: f32) -> Vec<Node> {
    let fold = [
        (x - 28.0, y + 4.0),
        (x - 20.0, y - 9.0),
        (x - 11.0, y + 9.0),
        (x - 2.0, y - 9.0),
        (x + 8.0, y + 9.0),
        (x + 18.0, y - 9.0),
        (x + 28.0, y + 3.0),
    ];
    vec![
        f.fill(&oval(x, y, 42.0, 21.0), ink(0xf4a261)),
        f.line(&oval(x, y, 42.0, 21.0), ink(0xc8702f), 3.5),
        f.line(&open(&fold), ink(0xb65d22), 3.5),
    ]
}

fn chloroplast(f: &Frame, x: f32, y: f32) -> Vec<Node> {
    let mut nodes = vec![
        f.fill(&oval(x, y, 44.0, 23.0), ink(0x6fb554)),
        f.line(&oval(x, y, 44.0, 23.0), ink(0x3f7d33), 3.5),
    ];
    for dx in [-22.0, 0.0, 22.0] {
        for dy in [-7.0, 0.0, 7.0] {
            nodes.push(f.line(
                &format!("M{} {} L{} {}", x + dx - 6.0, y + dy, x + dx + 6.0, y + dy),
                ink(0x2f6b2b),
                4.0,
            ));
        }
    }
    nodes
}

fn golgi(f: &Frame, x: f32, y: f32) -> Vec<Node> {
    (0..4)
        .map(|i| {
            let (w, dy) = (34.0 - 5.0 * i as f32, 12.0 * i as f32);
            f.line(
                &format!(
                    "M{} {} C{} {} {} {} {} {}",
                    x - w,
                    y + dy,
                    x - w * 0.4,
                    y + dy + 14.0,
                    x + w * 0.4,
                    y + dy + 14.0,
                    x + w,
                    y + dy
                ),
                ink(0xe07a9b),
                7.0,
            )
        })
        .collect()
}

fn reticulum(f: &Frame, x: f32, y: f32, turn: f32) -> Vec<Node> {
    (0..3)
        .map(|i| {
            let dx = turn * 15.0 * i as f32;
            let points = [
                (x + dx, y - 62.0 + 6.0 * i as f32),
                (x + dx + turn * 13.0, y - 30.0),
                (x + dx + turn * 6.0, y),
                (x + dx + turn * 15.0, y + 28.0),
                (x + dx + turn * 2.0, y + 62.0 - 6.0 * i as f32),
            ];
            f.line(&open(&points), ink(0x6f9bd8), 6.0)
        })
        .collect()
}

fn dots(f: &Frame, at: &[(f32, f32)], color: u32) -> Vec<Node> {
    at.iter()
        .map(|(x, y)| f.fill(&oval(*x, *y, 4.5, 4.5), ink(color)))
        .collect()
}

fn plant(f: &Frame) -> Vec<Node> {
    let wall = "M96 34 L524 26 Q600 30 606 108 L616 366 Q612 440 540 448 L112 458 Q36 452 30 382 L24 118 Q28 42 96 34 Z";
    let inner = "M106 58 L516 50 Q574 54 582 118 L590 358 Q588 416 530 424 L120 434 Q60 428 54 374 L48 126 Q52 64 106 58 Z";
    let sap = closed(&[
        (318.0, 214.0),
        (372.0, 158.0),
        (452.0, 150.0),
        (532.0, 186.0),
        (552.0, 268.0),
        (520.0, 350.0),
        (430.0, 382.0),
        (332.0, 356.0),
        (292.0, 290.0),
    ]);
    let mut nodes = vec![
        f.fill(wall, ink(0x9ccc7a)),
        f.line(wall, ink(0x5a8f43), 6.0),
        f.fill(inner, ink(0xe6f4d3)),
        f.line(inner, ink(0x86b866), 4.0),
        f.fill(&sap, ink(0xc3e3f5)),
        f.line(&sap, ink(0x7fb5d6), 4.0),
    ];
    nodes.extend(reticulum(f, 240.0, 190.0, 1.0));
    nodes.extend(nucleus(f, 160.0, 188.0));
    for (x, y) in [
        (486.0, 95.0),
        (350.0, 100.0),
        (226.0, 88.0),
        (240.0, 384.0),
        (500.0, 404.0),
    ] {
        nodes.extend(chloroplast(f, x, y));
    }
    nodes.extend(mitochondrion(f, 216.0, 312.0));
    nodes.extend(mitochondrion(f, 400.0, 412.0));
    nodes.extend(golgi(f, 104.0, 286.0));
    nodes.push(f.fill(&oval(130.0, 400.0, 20.0, 15.0), ink(0xfff7d6)));
    nodes.push(f.line(&oval(130.0, 400.0, 20.0, 15.0), ink(0xcdb968), 3.0));
    nodes.extend(dots(
        f,
        &[
            (282.0, 140.0),
            (296.0, 152.0),
            (276.0, 262.0),
            (84.0, 348.0),
            (566.0, 150.0),
            (330.0, 392.0),
            (176.0, 348.0),
            (90.0, 96.0),
        ],
        0x8a5a44,
    ));
    nodes
}

fn animal(f: &Frame) -> Vec<Node> {
    let skin = closed(&[
        (320.0, 24.0),
        (470.0, 40.0),
        (590.0, 120.0),
        (616.0, 250.0),
        (560.0, 380.0),
        (430.0, 452.0),
        (270.0, 456.0),
        (120.0, 410.0),
        (36.0, 290.0),
        (60.0, 150.0),
        (170.0, 54.0),
    ]);
    let mut nodes = vec![
        f.fill(&skin, ink(0xfbe3d2)),
        f.line(&skin, ink(0xd98f6a), 8.0),
    ];
    nodes.extend(reticulum(f, 400.0, 240.0, 1.0));
    nodes.extend(reticulum(f, 222.0, 250.0, -1.0));
    nodes.extend(nucleus(f, 310.0, 224.0));
    for (x, y) in [
        (168.0, 178.0),
        (480.0, 220.0),
        (180.0, 376.0),
        (380.0, 96.0),
    ] {
        nodes.extend(mitochondrion(f, x, y));
    }
    nodes.extend(golgi(f, 500.0, 312.0));
    for (x, y, r, c) in [
        (150.0, 300.0, 19.0, 0x8ec7b0),
        (100.0, 250.0, 14.0, 0x8ec7b0),
        (388.0, 400.0, 24.0, 0xc3e3f5),
        (450.0, 402.0, 15.0, 0xc3e3f5),
    ] {
        nodes.push(f.fill(&oval(x, y, r, r), ink(c)));
        nodes.push(f.line(&oval(x, y, r, r), ink(0x5e9a86), 3.0));
    }
    for i in 0..5 {
        let y = 84.0 + 8.0 * i as f32;
        nodes.push(f.line(&format!("M222 {y} L262 {y}"), ink(0xd4a72c), 5.0));
    }
    nodes.extend(dots(
        f,
        &[
            (460.0, 130.0),
            (474.0, 142.0),
            (446.0, 146.0),
            (120.0, 130.0),
            (300.0, 400.0),
            (240.0, 330.0),
            (540.0, 170.0),
            (330.0, 340.0),
        ],
        0x8a5a44,
    ));
    nodes
}
