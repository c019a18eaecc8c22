//! Plates of the earth: volcanoes.

use plantain_scene::Node;

use super::plate::{Part, Plate, ink};
use crate::components::diagram::drawing::{Frame, closed, oval};

pub const VOLCANO: Plate = Plate {
    names: &[
        "volcano", "volcán", "volcan", "vulkan", "vulcano", "vulcão", "火山",
    ],
    title: "Inside a volcano",
    view: (640.0, 720.0),
    draw: volcano,
    parts: &[
        Part {
            names: &[
                "magma chamber",
                "magma",
                "cámara",
                "chambre",
                "magmakammer",
                "camera magmatica",
                "マグマ",
                "岩浆",
            ],
            at: (330.0, 634.0),
        },
        Part {
            names: &[
                "main vent",
                "vent",
                "chimenea",
                "cheminée",
                "schlot",
                "camino",
                "火道",
            ],
            at: (320.0, 400.0),
        },
        Part {
            names: &["crater", "cráter", "cratère", "krater", "cratere", "火口"],
            at: (282.0, 188.0),
        },
        Part {
            names: &[
                "lava flow",
                "lava",
                "colada",
                "coulée",
                "lavastrom",
                "colata",
                "溶岩",
                "熔岩",
            ],
            at: (474.0, 352.0),
        },
        Part {
            names: &[
                "ash cloud",
                "ash",
                "ceniza",
                "cendre",
                "aschewolke",
                "asche",
                "cenere",
                "火山灰",
                "gas",
            ],
            at: (398.0, 76.0),
        },
        Part {
            names: &[
                "side vent",
                "secondary",
                "parasitic",
                "secundari",
                "nebenkrater",
                "seitenschlot",
            ],
            at: (196.0, 316.0),
        },
        Part {
            names: &["conduit", "pipe", "conducto", "conduit", "condotto"],
            at: (318.0, 500.0),
        },
        Part {
            names: &["cone", "cono", "cône", "kegel", "flank", "slope"],
            at: (150.0, 420.0),
        },
        Part {
            names: &[
                "crust",
                "corteza",
                "croûte",
                "erdkruste",
                "crosta",
                "rock",
                "bedrock",
                "roca",
            ],
            at: (90.0, 590.0),
        },
        Part {
            names: &["layer", "strata", "capas", "couche", "schicht", "strati"],
            at: (232.0, 262.0),
        },
        Part {
            names: &["bomb", "pyroclast", "piroclast"],
            at: (236.0, 132.0),
        },
        Part {
            names: &["dike", "sill", "dique"],
            at: (420.0, 560.0),
        },
    ],
};

fn volcano(f: &Frame) -> Vec<Node> {
    let mut nodes = Vec::new();
    for (x, y, r, c) in [
        (320.0, 146.0, 34.0, 0x8d8a8c),
        (286.0, 116.0, 42.0, 0x9d9a9c),
        (356.0, 110.0, 46.0, 0x97949a),
        (240.0, 78.0, 50.0, 0xaba8ab),
        (404.0, 74.0, 54.0, 0xa3a0a6),
        (320.0, 62.0, 62.0, 0xb8b5b8),
        (270.0, 40.0, 38.0, 0xc4c2c4),
        (366.0, 38.0, 38.0, 0xc0bdc2),
    ] {
        nodes.push(f.fill(&oval(x, y, r, r * 0.88), ink(c)));
    }
    nodes.push(f.fill(
        "M0 476 C160 466 480 466 640 476 L640 560 L0 560 Z",
        ink(0xa57c57),
    ));
    nodes.push(f.fill(
        "M0 548 C160 540 480 556 640 546 L640 650 L0 650 Z",
        ink(0x8c6442),
    ));
    nodes.push(f.fill(
        "M0 640 C200 630 460 650 640 638 L640 720 L0 720 Z",
        ink(0x6f4c33),
    ));
    let cone =
        "M24 480 C110 420 190 300 244 184 C270 202 370 202 396 184 C450 300 530 420 616 480 Z";
    nodes.push(f.fill(cone, ink(0x7a5644)));
    for (d, c) in [
        (
            "M70 480 C150 420 212 320 262 206 L296 210 C270 330 250 420 220 480 Z",
            0x96705a,
        ),
        (
            "M570 480 C490 420 428 320 378 206 L344 210 C370 330 390 420 420 480 Z",
            0x8b6550,
        ),
        (
            "M140 480 C190 420 236 330 276 212 L300 214 C282 330 270 420 258 480 Z",
            0xb08a70,
        ),
        (
            "M500 480 C450 420 404 330 364 212 L340 214 C358 330 370 420 382 480 Z",
            0xa47e64,
        ),
    ] {
        nodes.push(f.fill(d, ink(c)));
    }
    nodes.push(f.line("M24 480 C110 420 190 300 244 184", ink(0x5b3d30), 4.0));
    nodes.push(f.line("M616 480 C530 420 450 300 396 184", ink(0x5b3d30), 4.0));
    let chamber = closed(&[
        (150.0, 646.0),
        (190.0, 600.0),
        (270.0, 592.0),
        (320.0, 578.0),
        (380.0, 594.0),
        (460.0, 600.0),
        (502.0, 640.0),
        (470.0, 684.0),
        (380.0, 694.0),
        (300.0, 700.0),
        (210.0, 690.0),
    ]);
    nodes.push(f.fill(&chamber, ink(0xd8431f)));
    let hot = closed(&[
        (200.0, 644.0),
        (260.0, 614.0),
        (330.0, 606.0),
        (410.0, 616.0),
        (452.0, 644.0),
        (400.0, 670.0),
        (310.0, 676.0),
        (230.0, 668.0),
    ]);
    nodes.push(f.fill(&hot, ink(0xf6762a)));
    nodes.push(f.line("M318 470 C270 420 220 370 196 318", ink(0xe8551f), 13.0));
    nodes.push(f.fill("M180 316 C186 296 208 296 214 316 Z", ink(0x5b3d30)));
    nodes.push(f.line("M322 560 C370 552 410 556 456 572", ink(0xe8551f), 12.0));
    nodes.push(f.fill(
        "M282 606 C302 500 302 340 298 196 L342 196 C338 340 340 500 364 606 Z",
        ink(0xe8551f),
    ));
    nodes.push(f.fill(
        "M304 606 C314 500 314 340 312 196 L328 196 C326 340 328 500 342 606 Z",
        ink(0xffab3d),
    ));
    nodes.push(f.fill(&oval(320.0, 188.0, 77.0, 17.0), ink(0x4a3128)));
    nodes.push(f.fill(&oval(320.0, 191.0, 56.0, 11.0), ink(0xf6762a)));
    nodes.push(f.fill(&oval(320.0, 192.0, 30.0, 6.0), ink(0xffc152)));
    let flow = "M372 188 C412 236 432 280 452 322 C476 366 504 392 530 440 C536 458 512 462 502 446 C476 408 446 372 424 330 C402 290 376 244 344 194 Z";
    nodes.push(f.fill(flow, ink(0xe8551f)));
    nodes.push(f.line(
        "M372 204 C408 252 424 290 444 332 C466 372 492 402 514 442",
        ink(0xffab3d),
        7.0,
    ));
    for (x, y, r) in [
        (236.0, 132.0, 9.0),
        (210.0, 168.0, 7.0),
        (428.0, 142.0, 9.0),
        (452.0, 178.0, 6.0),
        (262.0, 160.0, 5.0),
        (392.0, 152.0, 5.0),
    ] {
        nodes.push(f.fill(&oval(x, y, r, r), ink(0xd8431f)));
    }
    nodes
}
