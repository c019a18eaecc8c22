//! Plates of organs: brain, nerve cell, ear, lungs, the way of food.

use plantain_scene::Node;

use super::plate::{Plate, ink, part};
use crate::components::diagram::drawing::{Frame, oval};

/// Lines on the outside of organs.
const EDGE: u32 = 0x7a4a44;

pub const BRAIN: Plate = Plate {
    names: &[
        "human brain",
        "brain",
        "cerebro",
        "cerveau",
        "gehirn",
        "cervello",
        "cérebro",
        "mózg",
        "мозг",
        "脳",
        "大脑",
    ],
    title: "The human brain",
    view: (620.0, 470.0),
    draw: brain,
    parts: &[
        part(&["frontal", "stirnlappen", "前頭"], (185.0, 165.0)),
        part(
            &["parietal", "pariétal", "scheitel", "頭頂"],
            (375.0, 130.0),
        ),
        part(&["occipital", "hinterhaupt", "後頭"], (492.0, 225.0)),
        part(&["temporal", "schläfen", "側頭"], (300.0, 278.0)),
        part(
            &[
                "cerebell",
                "cerebelo",
                "cervelet",
                "kleinhirn",
                "cervelletto",
                "小脳",
            ],
            (470.0, 352.0),
        ),
        part(
            &[
                "brain stem",
                "brainstem",
                "tronco",
                "tronc",
                "hirnstamm",
                "脳幹",
            ],
            (374.0, 400.0),
        ),
        part(&["medulla", "médula", "bulbe"], (374.0, 430.0)),
        part(&["spinal cord", "rückenmark"], (376.0, 446.0)),
        part(&["cortex", "cerebrum", "großhirn"], (300.0, 84.0)),
    ],
};

fn brain(f: &Frame) -> Vec<Node> {
    let mut nodes = vec![f.fill(
        "M326 310 C352 350 358 400 348 458 L404 458 C402 400 414 350 424 316 Z",
        ink(0xdcae86),
    )];
    nodes.push(f.fill(&oval(468.0, 346.0, 78.0, 50.0), ink(0xd98f77)));
    for k in 0..5 {
        let y = 318.0 + 14.0 * k as f32;
        let d = format!(
            "M{} {y} C440 {} 500 {} {} {y}",
            400.0,
            y + 10.0,
            y + 10.0,
            538.0 - 3.0 * k as f32
        );
        nodes.push(f.line(&d, ink(0xb86e58), 3.0));
    }
    for (d, color) in [
        (
            "M90 250 C70 150 150 50 290 45 C300 100 285 160 262 215 C230 240 180 262 130 290 C104 285 93 270 90 250 Z",
            0xf2a7a0,
        ),
        (
            "M290 45 C380 42 455 75 497 130 C470 170 450 195 425 215 C370 205 310 205 262 215 C285 160 300 100 290 45 Z",
            0xf6c98f,
        ),
        (
            "M497 130 C535 170 548 215 540 250 C530 295 500 306 470 310 C440 290 428 250 425 215 C450 195 470 170 497 130 Z",
            0x9cc7dd,
        ),
        (
            "M262 215 C310 205 370 205 425 215 C428 250 440 290 470 310 C450 322 430 324 410 322 L300 324 C260 352 200 350 172 315 C150 308 138 300 130 290 C180 262 230 240 262 215 Z",
            0xa8cf9f,
        ),
    ] {
        nodes.push(f.fill(d, ink(color)).stroke(ink(EDGE), 2.4 * f.scale));
    }
    for d in [
        "M128 220 C150 180 178 220 196 176 C210 146 236 168 240 132",
        "M170 110 C200 120 196 88 228 96 C250 100 252 74 270 78",
        "M150 262 C170 236 196 254 214 226",
        "M318 78 C340 100 356 70 380 92 C398 108 420 88 440 108",
        "M312 180 C330 150 352 176 372 150 C390 130 410 160 436 146",
        "M470 190 C490 184 492 214 512 208 M452 250 C476 244 482 270 506 262",
        "M214 300 C244 276 262 306 294 280 C320 262 340 296 372 274 C392 262 404 284 420 276",
        "M276 244 C306 232 322 252 352 240",
    ] {
        nodes.push(f.line(d, ink(0x9b5f58), 3.0));
    }
    nodes
}

pub const NEURON: Plate = Plate {
    names: &[
        "neuron",
        "nerve cell",
        "neurona",
        "nervenzelle",
        "neurone",
        "neurônio",
        "нейрон",
        "神経細胞",
        "神经元",
    ],
    title: "A neuron",
    view: (700.0, 400.0),
    draw: neuron,
    parts: &[
        part(&["dendrit", "樹状"], (82.0, 96.0)),
        part(
            &[
                "cell body",
                "soma",
                "zellkörper",
                "cuerpo celular",
                "corps cellulaire",
            ],
            (178.0, 238.0),
        ),
        part(
            &["nucleus", "núcleo", "noyau", "zellkern", "nucleo"],
            (150.0, 200.0),
        ),
        part(&["myelin", "mielina", "myéline", "schwann"], (350.0, 193.0)),
        part(&["ranvier"], (390.0, 203.0)),
        part(
            &["axon terminal", "terminal", "synap", "sinap", "endknöpf"],
            (655.0, 178.0),
        ),
        part(&["axon", "axón", "assone"], (476.0, 203.0)),
    ],
};

fn neuron(f: &Frame) -> Vec<Node> {
    let body = 0x8fb8de;
    let mut nodes = Vec::new();
    for (d, w) in [
        ("M150 200 C120 160 100 130 82 96", 17.0),
        ("M104 134 C80 130 60 140 34 136", 10.0),
        (
            "M84 100 C66 84 62 62 44 48 M84 100 C90 76 104 62 108 38",
            9.0,
        ),
        ("M150 200 C110 204 76 216 40 208", 16.0),
        ("M70 212 C52 226 40 232 18 250", 9.0),
        ("M150 200 C124 246 108 280 86 312", 17.0),
        (
            "M100 292 C78 300 60 298 38 316 M90 308 C88 330 94 346 84 368",
            9.0,
        ),
        ("M150 200 C162 150 178 120 186 82", 15.0),
        ("M180 104 C194 84 208 76 216 54", 8.0),
        ("M150 200 C168 256 180 286 190 322", 14.0),
        ("M205 203 L566 203", 13.0),
        (
            "M560 203 C590 190 600 150 628 128 M560 203 C600 200 620 182 652 178",
            9.0,
        ),
        (
            "M560 203 C600 208 624 228 654 236 M560 203 C590 220 600 262 626 288",
            9.0,
        ),
    ] {
        nodes.push(f.line(d, ink(body), w));
    }
    nodes.push(f.fill(&oval(150.0, 200.0, 62.0, 56.0), ink(body)));
    nodes.push(f.fill(&oval(150.0, 200.0, 24.0, 24.0), ink(0x44679a)));
    for x in [270.0, 350.0, 430.0, 510.0] {
        let (l, r) = (x - 34.0, x + 34.0);
        let d = format!(
            "M{l} 186 C{} 178 {} 178 {r} 186 L{r} 220 C{} 228 {} 228 {l} 220 Z",
            l + 14.0,
            r - 14.0,
            r - 14.0,
            l + 14.0
        );
        nodes.push(
            f.fill(&d, ink(0xf3d28b))
                .stroke(ink(0xcda24f), 2.0 * f.scale),
        );
    }
    for (x, y) in [
        (634.0, 124.0),
        (660.0, 177.0),
        (662.0, 238.0),
        (632.0, 293.0),
    ] {
        nodes.push(f.fill(&oval(x, y, 13.0, 13.0), ink(0x5f8fc4)));
    }
    nodes
}

pub const EAR: Plate = Plate {
    names: &[
        "human ear",
        "ear diagram",
        "inner ear",
        "ear anatomy",
        "the ear ",
        "the ear:",
        "the ear,",
        "oído",
        "oreille",
        "ohr",
        "orecchio",
        "ouvido",
        "耳",
    ],
    title: "The human ear",
    view: (660.0, 420.0),
    draw: ear,
    parts: &[
        part(
            &[
                "outer ear",
                "pinna",
                "auricle",
                "pabellón",
                "pavillon",
                "ohrmuschel",
                "padiglione",
            ],
            (86.0, 150.0),
        ),
        part(&["ear canal", "canal", "gehörgang"], (236.0, 214.0)),
        part(
            &["eardrum", "tympan", "tímpano", "trommelfell", "timpano"],
            (335.0, 202.0),
        ),
        part(
            &[
                "hammer",
                "malleus",
                "ossicle",
                "martillo",
                "middle ear",
                "huesecillos",
            ],
            (362.0, 186.0),
        ),
        part(&["anvil", "incus", "yunque"], (386.0, 196.0)),
        part(&["stirrup", "stapes", "estribo"], (410.0, 214.0)),
        part(
            &["semicircular", "semicircul", "bogengänge"],
            (462.0, 118.0),
        ),
        part(
            &[
                "cochlea", "cóclea", "cochlée", "schnecke", "coclea", "caracol",
            ],
            (486.0, 252.0),
        ),
        part(
            &["nerve", "nervio", "nerf", "nerv", "nervo"],
            (600.0, 196.0),
        ),
        part(&["eustachian", "eustaquio", "eustach"], (440.0, 356.0)),
        part(&["inner ear", "oído interno", "innenohr"], (462.0, 190.0)),
    ],
};

fn ear(f: &Frame) -> Vec<Node> {
    let skin = 0xf0c19c;
    let mut nodes = vec![
        f.fill("M130 180 L640 96 L640 330 L130 250 Z", ink(0xf6dcc4)),
        f.fill("M150 60 C60 20 20 110 40 190 C52 240 70 270 84 320 C94 356 150 360 160 316 C166 280 150 262 150 236 L336 246 L336 172 L160 190 C176 150 190 90 150 60 Z", ink(skin))
            .stroke(ink(0xb98560), 3.0 * f.scale),
        f.line("M146 92 C96 70 70 120 78 180 M140 130 C108 126 104 170 122 206", ink(0xb98560), 5.0),
        f.fill("M150 196 L336 184 L336 234 L150 234 Z", ink(0xd99f78)),
        f.fill("M344 160 C400 150 430 170 432 210 C434 240 400 262 350 258 Z", ink(0xf7b9a7)),
        f.line("M396 250 C410 300 430 340 462 384", ink(0xe3957f), 18.0),
        f.fill(&oval(338.0, 209.0, 7.0, 42.0), ink(0xb65a4a)),
        f.line("M344 206 L364 182 L386 192", ink(0xf6efe2), 11.0),
        f.line("M386 192 L396 216 L418 216", ink(0xeadfc9), 9.0),
    ];
    for d in [
        "M438 190 C410 130 430 84 462 90 C492 96 486 150 458 180",
        "M446 184 C470 120 520 110 530 142 C538 172 500 190 462 190",
        "M440 196 C420 170 398 130 420 112 C444 98 466 150 456 190",
    ] {
        nodes.push(f.line(d, ink(0x8f7cc0), 11.0));
    }
    nodes.push(f.fill(&oval(446.0, 204.0, 28.0, 24.0), ink(0x8f7cc0)));
    nodes.push(f.line("M520 236 C550 214 590 200 652 184", ink(0xf0c64a), 22.0));
    nodes.push(f.fill(&oval(490.0, 252.0, 54.0, 50.0), ink(0x8f7cc0)));
    nodes.push(f.line("M446 240 C456 214 524 210 530 250 C532 284 468 292 462 258 C462 236 508 236 508 256 C506 270 484 270 484 258", ink(0xd9d0f0), 7.0));
    nodes
}

pub const LUNGS: Plate = Plate {
    names: &[
        "lung",
        "respiratory",
        "pulm",
        "poumon",
        "lunge",
        "polmon",
        "atemweg",
        "respirator",
        "肺",
    ],
    title: "The lungs",
    view: (480.0, 520.0),
    draw: lungs,
    parts: &[
        part(&["larynx", "laringe", "kehlkopf"], (240.0, 44.0)),
        part(
            &["trachea", "tráquea", "trachée", "luftröhre", "windpipe"],
            (240.0, 108.0),
        ),
        part(&["bronchiol", "bronquiol"], (122.0, 318.0)),
        part(&["bronch", "bronqu"], (196.0, 214.0)),
        part(&["alveol", "alvéol"], (108.0, 372.0)),
        part(&["right lung", "pulmón derecho"], (136.0, 250.0)),
        part(&["left lung", "pulmón izquierdo"], (350.0, 260.0)),
        part(
            &["diaphragm", "diafragma", "diaphragme", "zwerchfell"],
            (240.0, 446.0),
        ),
        part(&["lung", "pulm", "poumon"], (360.0, 330.0)),
    ],
};

fn lungs(f: &Frame) -> Vec<Node> {
    let pink = ink(0xf19a96);
    let edge = ink(0xb9605f);
    let mut nodes = vec![
        f.fill("M206 138 C130 118 62 250 66 396 C70 440 134 436 204 398 C218 330 220 210 206 138 Z", pink).stroke(edge, 3.0 * f.scale),
        f.fill("M274 138 C350 118 418 250 414 396 C410 440 346 436 292 404 C268 360 300 330 272 300 C264 240 262 190 274 138 Z", pink).stroke(edge, 3.0 * f.scale),
        f.line("M42 470 C120 410 200 446 240 446 C280 446 360 410 438 470", ink(0xb5473f), 16.0),
        f.line("M240 30 L240 170", ink(0xe9d2b0), 32.0),
    ];
    for k in 0..6 {
        let y = 50.0 + 20.0 * k as f32;
        nodes.push(f.line(&format!("M226 {y} L254 {y}"), ink(0xc29a66), 5.0));
    }
    for (d, w) in [
        (
            "M240 168 C222 190 190 208 164 244 M240 168 C258 190 292 208 318 244",
            18.0,
        ),
        (
            "M180 224 C160 214 140 206 126 190 M164 244 C140 262 128 290 122 318 M164 244 C176 280 180 310 174 346",
            9.0,
        ),
        (
            "M302 224 C322 214 340 206 354 190 M318 244 C342 262 354 290 358 318 M318 244 C306 280 312 310 322 352",
            9.0,
        ),
        (
            "M122 318 C112 336 108 352 108 372 M122 318 C136 336 140 352 140 372 M358 318 C368 336 372 352 372 372",
            5.0,
        ),
    ] {
        nodes.push(f.line(d, ink(0xe9d2b0), w));
    }
    for (x, y) in [
        (108.0, 378.0),
        (140.0, 378.0),
        (372.0, 378.0),
        (98.0, 366.0),
        (150.0, 366.0),
    ] {
        nodes.push(f.fill(&oval(x, y, 9.0, 9.0), ink(0xd9605c)));
    }
    nodes
}

pub const DIGESTION: Plate = Plate {
    names: &[
        "digestive",
        "digestivo",
        "digestif",
        "verdauung",
        "digerente",
        "пищевар",
        "消化",
    ],
    title: "The digestive system",
    view: (420.0, 640.0),
    draw: digestion,
    parts: &[
        part(&["mouth", "boca", "bouche", "mund", "bocca"], (184.0, 84.0)),
        part(
            &[
                "esophagus",
                "oesophagus",
                "esófago",
                "œsophage",
                "speiseröhre",
                "esofago",
            ],
            (208.0, 196.0),
        ),
        part(
            &[
                "stomach",
                "estómago",
                "estomac",
                "magen",
                "stomaco",
                "estômago",
            ],
            (268.0, 306.0),
        ),
        part(
            &["gallbladder", "gall bladder", "vesícula", "gallenblase"],
            (150.0, 336.0),
        ),
        part(
            &["liver", "hígado", "foie", "leber", "fegato", "fígado"],
            (128.0, 284.0),
        ),
        part(&["pancrea", "páncreas", "bauchspeichel"], (214.0, 366.0)),
        part(
            &[
                "small intestine",
                "intestino delgado",
                "dünndarm",
                "intestin grêle",
            ],
            (206.0, 472.0),
        ),
        part(
            &[
                "large intestine",
                "colon",
                "intestino grueso",
                "dickdarm",
                "gros intestin",
            ],
            (296.0, 450.0),
        ),
        part(&["appendix", "apéndice", "blinddarm"], (118.0, 566.0)),
        part(&["rectum", "recto", "anus", "enddarm"], (210.0, 592.0)),
    ],
};

fn digestion(f: &Frame) -> Vec<Node> {
    let skin = ink(0xf7e0cb);
    let mut nodes = vec![
        f.fill(&oval(208.0, 72.0, 54.0, 64.0), skin),
        f.fill("M168 120 L248 120 C252 150 330 140 352 186 C366 240 346 420 348 560 C348 640 72 640 72 560 C74 420 54 240 68 186 C90 140 164 150 168 120 Z", skin),
        f.line("M186 86 C196 96 206 92 208 104 L208 262", ink(0xd98a7d), 16.0),
        f.fill("M158 84 C168 74 192 74 200 86 C190 98 168 98 158 84 Z", ink(0xb5473f)),
        f.fill("M94 276 C100 240 160 232 214 250 C206 300 160 330 108 332 C92 316 90 296 94 276 Z", ink(0x9c5a46)),
        f.fill("M200 256 C216 272 232 262 250 258 C306 248 324 306 294 344 C268 376 220 372 196 356 C208 344 224 340 234 324 C222 306 206 290 200 256 Z", ink(0xe59a8b)).stroke(ink(0xa85d50), 2.5 * f.scale),
        f.fill(&oval(150.0, 338.0, 11.0, 18.0), ink(0x6d9a4a)),
        f.fill("M168 372 C200 352 240 356 262 372 C240 388 200 384 168 372 Z", ink(0xf0c64a)),
        f.line("M118 548 L118 420 C118 404 128 398 146 398 L270 398 C290 398 298 408 298 424 L298 520 C298 548 262 548 232 560 C216 568 210 580 210 606", ink(0xc9785f), 26.0),
        f.line("M118 548 L118 568", ink(0xc9785f), 9.0),
    ];
    nodes.push(f.line(
        "M160 432 C190 420 230 420 258 434 C276 448 240 456 208 452 C176 450 150 462 166 476 C190 490 236 474 258 486 C272 500 236 506 206 502 C178 500 150 508 164 522 C186 534 224 524 252 532",
        ink(0xeab0a0),
        15.0,
    ));
    nodes
}
