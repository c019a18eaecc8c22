//! Plates of plants.

use plantain_scene::Node;

use super::plate::{Part, Plate, ink};
use crate::components::diagram::drawing::{Frame, oval};

pub const FLOWER: Plate = Plate {
    names: &[
        "flower",
        "blossom",
        "partes de la flor",
        "de una flor",
        "la flor",
        "fleur",
        "blüte",
        "blume",
        "fiore",
        "flor",
        "花",
    ],
    title: "Parts of a flower",
    view: (520.0, 660.0),
    draw: flower,
    parts: &[
        Part {
            names: &[
                "petal",
                "pétal",
                "pétalo",
                "blütenblatt",
                "kronblatt",
                "petalo",
                "花びら",
                "花瓣",
            ],
            at: (112.0, 180.0),
        },
        Part {
            names: &["sepal", "sépal", "kelchblatt", "萼"],
            at: (318.0, 372.0),
        },
        Part {
            names: &["stigma", "narbe", "estigma", "柱頭", "柱头"],
            at: (262.0, 166.0),
        },
        Part {
            names: &["style", "estilo", "griffel", "花柱"],
            at: (260.0, 238.0),
        },
        Part {
            names: &["ovary", "ovario", "ovaire", "fruchtknoten", "子房"],
            at: (246.0, 340.0),
        },
        Part {
            names: &["ovule", "óvulo", "samenanlage", "ovulo"],
            at: (266.0, 352.0),
        },
        Part {
            names: &["anther", "antera", "anthère", "staubbeutel", "葯"],
            at: (336.0, 196.0),
        },
        Part {
            names: &["filament", "filet", "staubfaden", "花糸"],
            at: (206.0, 280.0),
        },
        Part {
            names: &[
                "stamen",
                "estambre",
                "étamine",
                "staubblatt",
                "雄しべ",
                "雄蕊",
            ],
            at: (184.0, 198.0),
        },
        Part {
            names: &[
                "pistil",
                "carpel",
                "stempel",
                "fruchtblatt",
                "carpelo",
                "雌しべ",
            ],
            at: (262.0, 292.0),
        },
        Part {
            names: &["receptacle", "receptáculo", "blütenboden", "réceptacle"],
            at: (260.0, 402.0),
        },
        Part {
            names: &[
                "stem", "stalk", "tallo", "tige", "stiel", "stängel", "gambo", "茎",
            ],
            at: (262.0, 570.0),
        },
        Part {
            names: &["leaf", "hoja", "feuille", "blatt", "foglia", "葉"],
            at: (372.0, 520.0),
        },
    ],
};

pub const LEAF: Plate = Plate {
    names: &[
        "leaf",
        "de la hoja",
        "una hoja",
        "feuille",
        "laubblatt",
        "foglia",
        "葉の",
    ],
    title: "Parts of a leaf",
    view: (460.0, 620.0),
    draw: leaf,
    parts: &[
        Part {
            names: &["tip", "apex", "ápice", "spitze", "pointe"],
            at: (230.0, 46.0),
        },
        Part {
            names: &["blade", "lamina", "limbo", "spreite", "limbe"],
            at: (318.0, 250.0),
        },
        Part {
            names: &[
                "midrib",
                "nervio central",
                "mittelrippe",
                "nervure principale",
                "main vein",
            ],
            at: (230.0, 330.0),
        },
        Part {
            names: &["vein", "nervio", "nervur", "blattader", "ader"],
            at: (160.0, 254.0),
        },
        Part {
            names: &[
                "petiole",
                "stalk",
                "stem",
                "peciolo",
                "pecíolo",
                "blattstiel",
                "stiel",
                "pétiole",
            ],
            at: (226.0, 560.0),
        },
        Part {
            names: &["margin", "edge", "borde", "rand", "bord"],
            at: (372.0, 386.0),
        },
        Part {
            names: &["base", "grund"],
            at: (232.0, 498.0),
        },
        Part {
            names: &["stomata", "stoma"],
            at: (140.0, 360.0),
        },
    ],
};

pub const PLANT: Plate = Plate {
    names: &["plant", "planta", "plante", "pflanze", "pianta", "植物"],
    title: "Parts of a plant",
    view: (460.0, 720.0),
    draw: whole,
    parts: &[
        Part {
            names: &["flower", "flor", "fleur", "blüte", "fiore", "花"],
            at: (230.0, 100.0),
        },
        Part {
            names: &["stem", "stalk", "tallo", "tige", "stängel", "fusto", "茎"],
            at: (231.0, 330.0),
        },
        Part {
            names: &[
                "leaf", "leaves", "hoja", "feuille", "blatt", "foglia", "葉", "叶",
            ],
            at: (338.0, 372.0),
        },
        Part {
            names: &["root", "raíz", "raíces", "racine", "wurzel", "radic", "根"],
            at: (210.0, 630.0),
        },
        Part {
            names: &["bud", "brote", "bourgeon", "knospe"],
            at: (166.0, 228.0),
        },
        Part {
            names: &["soil", "suelo", "sol", "erde", "boden", "土"],
            at: (80.0, 600.0),
        },
        Part {
            names: &["fruit", "fruto", "frucht", "frutto", "果"],
            at: (312.0, 268.0),
        },
        Part {
            names: &["seed", "semilla", "graine", "samen", "seme", "種"],
            at: (318.0, 262.0),
        },
        Part {
            names: &["petal", "pétal"],
            at: (278.0, 78.0),
        },
    ],
};

const GREEN: u32 = 0x6aa84f;
const DEEP: u32 = 0x3f7a34;

fn flower(f: &Frame) -> Vec<Node> {
    let mut nodes = vec![
        f.line("M260 404 C262 480 256 560 262 652", ink(0x5b9a45), 18.0),
        f.fill(
            "M262 560 C320 480 400 470 450 486 C420 550 340 590 262 574 Z",
            ink(GREEN),
        ),
        f.line("M266 566 C320 530 380 510 440 492", ink(DEEP), 3.0),
    ];
    let petals = [
        (
            "M252 384 C150 380 40 300 44 150 C150 160 250 260 262 380 Z",
            0xf58fb0,
        ),
        (
            "M268 384 C370 380 480 300 476 150 C370 160 270 260 258 380 Z",
            0xf58fb0,
        ),
        (
            "M252 380 C150 300 120 160 176 60 C250 130 280 280 264 384 Z",
            0xf9aec5,
        ),
        (
            "M268 380 C370 300 400 160 344 60 C270 130 240 280 256 384 Z",
            0xf9aec5,
        ),
    ];
    for (d, color) in petals {
        nodes.push(f.fill(d, ink(color)));
        nodes.push(f.line(d, ink(0xd9638b), 3.0));
    }
    for d in [
        "M236 360 C170 300 110 240 76 180",
        "M284 360 C350 300 410 240 444 180",
        "M246 350 C206 260 186 170 180 100",
        "M274 350 C314 260 334 170 340 100",
    ] {
        nodes.push(f.line(d, ink(0xe888a6), 2.5));
    }
    for d in [
        "M250 398 C190 400 150 380 130 350 C180 340 230 360 256 392 Z",
        "M270 398 C330 400 370 380 390 350 C340 340 290 360 264 392 Z",
    ] {
        nodes.push(f.fill(d, ink(0x7cb85c)));
        nodes.push(f.line(d, ink(DEEP), 3.0));
    }
    nodes.push(f.fill(
        "M226 384 C236 412 284 412 294 384 C280 372 240 372 226 384 Z",
        ink(GREEN),
    ));
    for (d, x, y) in [
        ("M244 372 C214 310 196 260 186 206", 184.0, 194.0),
        ("M276 372 C306 310 324 260 334 206", 336.0, 194.0),
        ("M238 374 C190 330 160 290 142 262", 138.0, 252.0),
        ("M282 374 C330 330 360 290 378 262", 382.0, 252.0),
    ] {
        nodes.push(f.line(d, ink(0xf4e3a1), 6.0));
        nodes.push(f.fill(&oval(x, y, 13.0, 20.0), ink(0xf2b632)));
        nodes.push(f.line(&oval(x, y, 13.0, 20.0), ink(0xb97f12), 3.0));
    }
    nodes.push(f.line("M260 312 L260 180", ink(0x9ccb78), 13.0));
    nodes.push(f.fill(&oval(260.0, 342.0, 34.0, 46.0), ink(0x9ccb78)));
    nodes.push(f.line(&oval(260.0, 342.0, 34.0, 46.0), ink(DEEP), 3.5));
    for (x, y) in [
        (250.0, 326.0),
        (270.0, 330.0),
        (252.0, 350.0),
        (268.0, 354.0),
        (260.0, 372.0),
    ] {
        nodes.push(f.fill(&oval(x, y, 8.0, 9.0), ink(0xfdf6d8)));
        nodes.push(f.line(&oval(x, y, 8.0, 9.0), ink(0x8aa84c), 2.0));
    }
    nodes.push(f.fill(
        "M230 172 C240 150 280 150 290 172 C280 184 240 184 230 172 Z",
        ink(0xe9d25a),
    ));
    nodes.push(f.line(
        "M230 172 C240 150 280 150 290 172 C280 184 240 184 230 172 Z",
        ink(0xa88f1f),
        3.0,
    ));
    nodes
}

fn leaf(f: &Frame) -> Vec<Node> {
    let blade = "M230 36 C100 120 40 280 96 410 C130 480 190 496 230 504 C270 496 330 480 364 410 C420 280 360 120 230 36 Z";
    let mut nodes = vec![
        f.line("M230 500 C228 540 224 570 236 610", ink(0x4d8a3a), 15.0),
        f.fill(blade, ink(0x74b856)),
        f.fill(
            "M230 36 C360 120 420 280 364 410 C330 480 270 496 230 504 Z",
            ink(0x66a94a),
        ),
        f.line(blade, ink(DEEP), 5.0),
    ];
    for i in 0..6 {
        let y = 150.0 + 58.0 * i as f32;
        let reach = [70.0, 100.0, 116.0, 118.0, 106.0, 78.0][i];
        for s in [-1.0, 1.0] {
            let x = 230.0 + s * reach;
            nodes.push(f.line(
                &format!(
                    "M230 {} Q{} {} {x} {}",
                    y + 40.0,
                    230.0 + s * reach * 0.45,
                    y + 22.0,
                    y - 22.0
                ),
                ink(0xcfe8b4),
                4.0,
            ));
        }
    }
    nodes.push(f.line("M230 64 L230 504", ink(0xdcefc6), 8.0));
    nodes
}

fn whole(f: &Frame) -> Vec<Node> {
    let mut nodes = vec![
        f.fill(
            "M0 520 C100 504 180 530 260 516 C340 504 400 522 460 512 L460 720 L0 720 Z",
            ink(0x8a6242),
        ),
        f.fill(
            "M0 600 C120 588 240 612 460 594 L460 720 L0 720 Z",
            ink(0x75502f),
        ),
    ];
    for (x, y, r) in [
        (60.0, 660.0, 14.0),
        (390.0, 640.0, 18.0),
        (340.0, 690.0, 11.0),
        (120.0, 690.0, 10.0),
        (420.0, 560.0, 9.0),
    ] {
        nodes.push(f.fill(&oval(x, y, r * 1.3, r), ink(0xa88a6a)));
    }
    for d in [
        "M230 516 C228 570 236 640 226 706",
        "M230 530 C210 570 180 590 150 640",
        "M230 540 C256 580 290 600 312 654",
        "M228 580 C206 610 198 640 190 680",
        "M232 590 C254 620 260 650 268 690",
        "M190 592 C170 596 150 596 120 612",
        "M272 592 C296 594 320 590 348 604",
    ] {
        nodes.push(f.line(d, ink(0xf0dfc0), 6.0));
    }
    nodes.push(f.line("M230 520 C234 400 226 280 230 130", ink(0x5b9a45), 15.0));
    for (d, vein) in [
        (
            "M232 430 C280 350 370 330 420 350 C400 420 310 450 232 436 Z",
            "M236 430 C290 390 350 366 408 354",
        ),
        (
            "M228 400 C180 320 90 300 40 322 C62 390 150 420 228 408 Z",
            "M224 402 C170 362 110 336 52 326",
        ),
    ] {
        nodes.push(f.fill(d, ink(GREEN)));
        nodes.push(f.line(d, ink(DEEP), 3.0));
        nodes.push(f.line(vein, ink(0xa9d38d), 3.5));
    }
    nodes.push(f.line("M229 290 C210 262 190 250 172 240", ink(0x5b9a45), 8.0));
    nodes.push(f.fill(
        "M166 250 C146 236 148 208 166 196 C184 210 186 236 166 250 Z",
        ink(0xe986a8),
    ));
    nodes.push(f.line("M231 320 C262 292 290 286 306 282", ink(0x5b9a45), 8.0));
    nodes.push(f.fill(&oval(316.0, 266.0, 24.0, 26.0), ink(0xd94f3d)));
    nodes.push(f.fill(&oval(308.0, 258.0, 7.0, 8.0), ink(0xf3a093)));
    for i in 0..10 {
        let (x, y) =
            crate::components::diagram::drawing::polar((230.0, 92.0), 52.0, 36.0 * i as f32);
        nodes.push(f.fill(&oval(x, y, 26.0, 26.0), ink(0xffd85a)));
        nodes.push(f.line(&oval(x, y, 26.0, 26.0), ink(0xe5ac22), 2.5));
    }
    nodes.push(f.fill(&oval(230.0, 92.0, 38.0, 38.0), ink(0x9c5a2b)));
    nodes
}

pub const PHOTOSYNTHESIS: Plate = Plate {
    names: &[
        "photosynthes",
        "fotosíntesis",
        "fotosintesi",
        "photosynthèse",
        "fotossíntese",
        "光合作用",
        "光合成",
    ],
    title: "Photosynthesis",
    view: (640.0, 720.0),
    draw: photosynthesis,
    parts: &[
        Part {
            names: &[
                "sunlight", "light", "sun", "luz", "lumière", "licht", "sonne", "luce", "光",
            ],
            at: (128.0, 128.0),
        },
        Part {
            names: &[
                "carbon dioxide",
                "co2",
                "co₂",
                "dióxido",
                "dioxyde",
                "kohlendioxid",
                "kohlenstoffdioxid",
                "anidride",
                "二酸化炭素",
                "二氧化碳",
            ],
            at: (84.0, 400.0),
        },
        Part {
            names: &[
                "oxygen",
                "o2",
                "o₂",
                "oxígeno",
                "oxygène",
                "sauerstoff",
                "ossigeno",
                "酸素",
                "氧",
            ],
            at: (560.0, 260.0),
        },
        Part {
            names: &["water", "h2o", "agua", "eau", "wasser", "acqua", "水"],
            at: (214.0, 640.0),
        },
        Part {
            names: &[
                "glucose",
                "sugar",
                "glucosa",
                "azúcar",
                "sucre",
                "glukose",
                "zucker",
                "traubenzucker",
                "glucosio",
                "糖",
            ],
            at: (428.0, 372.0),
        },
        Part {
            names: &["chlorophyll", "clorofila", "chloroplast"],
            at: (214.0, 342.0),
        },
        Part {
            names: &["leaf", "leaves", "hoja", "feuille", "blatt"],
            at: (470.0, 350.0),
        },
        Part {
            names: &["root", "raíz", "raíces", "racine", "wurzel"],
            at: (336.0, 640.0),
        },
        Part {
            names: &["stem", "tallo", "tige", "stängel"],
            at: (321.0, 470.0),
        },
        Part {
            names: &["soil", "suelo", "erde", "boden"],
            at: (540.0, 620.0),
        },
    ],
};

fn photosynthesis(f: &Frame) -> Vec<Node> {
    let mut nodes = Vec::new();
    for i in 0..12 {
        let angle = 30.0 * i as f32;
        let a = crate::components::diagram::drawing::polar((110.0, 110.0), 74.0, angle);
        let b = crate::components::diagram::drawing::polar((110.0, 110.0), 98.0, angle);
        nodes.push(f.line(
            &format!("M{} {} L{} {}", a.0, a.1, b.0, b.1),
            ink(0xf6b73c),
            8.0,
        ));
    }
    nodes.push(f.fill(&oval(110.0, 110.0, 60.0, 60.0), ink(0xffcf4a)));
    nodes.push(f.fill("M30 548 C160 530 300 556 420 544 C520 534 580 548 610 540 L610 690 Q610 710 590 710 L50 710 Q30 710 30 690 Z", ink(0x8a6242)));
    nodes.push(f.fill(
        "M30 620 C200 606 400 634 610 612 L610 690 Q610 710 590 710 L50 710 Q30 710 30 690 Z",
        ink(0x75502f),
    ));
    for d in [
        "M320 548 C316 590 322 650 316 696",
        "M320 560 C300 600 270 620 236 650",
        "M320 566 C350 600 376 620 404 656",
        "M318 610 C296 640 290 660 280 690",
        "M322 606 C346 640 350 660 356 690",
    ] {
        nodes.push(f.line(d, ink(0xf0dfc0), 7.0));
    }
    nodes.push(f.line("M320 552 C324 450 314 330 320 180", ink(0x5b9a45), 17.0));
    for (d, vein) in [
        (
            "M322 440 C370 340 480 300 560 330 C530 420 420 470 322 448 Z",
            "M326 442 C390 390 460 350 540 336",
        ),
        (
            "M318 410 C260 310 150 280 80 306 C110 392 220 440 318 420 Z",
            "M314 412 C250 360 170 320 96 310",
        ),
        (
            "M320 300 C350 210 430 170 500 180 C480 260 410 310 320 310 Z",
            "M324 300 C370 250 420 212 484 190",
        ),
        (
            "M320 270 C290 190 220 150 160 158 C176 232 240 282 320 282 Z",
            "M316 272 C270 226 224 190 174 168",
        ),
        (
            "M320 200 C290 150 296 90 322 50 C350 92 352 150 320 204 Z",
            "M320 196 C318 150 320 110 322 66",
        ),
    ] {
        nodes.push(f.fill(d, ink(GREEN)));
        nodes.push(f.line(d, ink(DEEP), 3.5));
        nodes.push(f.line(vein, ink(0xa9d38d), 4.0));
    }
    let arrow = |d: &str, tip: (f32, f32), turn: (f32, f32), color: u32| {
        // The head is a triangle: its point, and two corners behind it across the direction.
        let (ux, uy) = turn;
        let (bx, by) = (tip.0 - ux * 26.0, tip.1 - uy * 26.0);
        let head = format!(
            "M{} {} L{} {} L{} {} Z",
            tip.0,
            tip.1,
            bx - uy * 15.0,
            by + ux * 15.0,
            bx + uy * 15.0,
            by - ux * 15.0
        );
        vec![f.line(d, ink(color), 10.0), f.fill(&head, ink(color))]
    };
    nodes.extend(arrow(
        "M160 176 L206 234",
        (222.0, 254.0),
        (0.62, 0.78),
        0xf6b73c,
    ));
    nodes.extend(arrow(
        "M190 148 L244 204",
        (260.0, 220.0),
        (0.7, 0.71),
        0xf6b73c,
    ));
    nodes.extend(arrow(
        "M40 440 C80 404 110 390 146 380",
        (170.0, 372.0),
        (0.95, -0.3),
        0x7d8a94,
    ));
    nodes.extend(arrow(
        "M500 300 C530 284 560 262 582 240",
        (600.0, 222.0),
        (0.7, -0.71),
        0x3f9bd6,
    ));
    nodes.extend(arrow(
        "M190 690 C206 660 226 630 250 604",
        (264.0, 586.0),
        (0.62, -0.78),
        0x3f7fd6,
    ));
    nodes.extend(arrow(
        "M412 380 C390 420 366 470 350 520",
        (342.0, 544.0),
        (-0.32, 0.95),
        0xd9822b,
    ));
    for (x, y) in [(404.0, 376.0), (428.0, 366.0), (418.0, 392.0)] {
        let hex = format!(
            "M{} {} L{} {} L{} {} L{} {} L{} {} L{} {} Z",
            x - 12.0,
            y,
            x - 6.0,
            y - 10.0,
            x + 6.0,
            y - 10.0,
            x + 12.0,
            y,
            x + 6.0,
            y + 10.0,
            x - 6.0,
            y + 10.0
        );
        nodes.push(f.fill(&hex, ink(0xf7c873)));
        nodes.push(f.line(&hex, ink(0xb8741e), 2.5));
    }
    nodes
}
