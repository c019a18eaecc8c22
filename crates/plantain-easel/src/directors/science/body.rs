//! Plates of the human body.

use plantain_scene::Node;

use super::plate::{Part, Plate, ink};
use crate::components::diagram::drawing::{Frame, arc, oval};

pub const TOOTH: Plate = Plate {
    names: &[
        "tooth", "teeth", "molar", "diente", "muela", "dent ", "zahn", "dente", "歯", "牙齿",
    ],
    title: "Inside a tooth",
    view: (420.0, 600.0),
    draw: tooth,
    parts: &[
        Part {
            names: &[
                "enamel",
                "esmalte",
                "émail",
                "zahnschmelz",
                "schmelz",
                "smalto",
                "エナメル",
                "牙釉",
            ],
            at: (148.0, 76.0),
        },
        Part {
            names: &["dentin", "zahnbein", "象牙質"],
            at: (289.0, 210.0),
        },
        Part {
            names: &["pulp", "pulpa", "polpa", "zahnmark", "歯髄"],
            at: (212.0, 250.0),
        },
        Part {
            names: &["root canal", "wurzelkanal", "conducto"],
            at: (254.0, 440.0),
        },
        Part {
            names: &["root", "raíz", "racine", "wurzel", "radice", "歯根"],
            at: (280.0, 470.0),
        },
        Part {
            names: &[
                "gum",
                "gingiv",
                "encía",
                "gencive",
                "zahnfleisch",
                "gengiva",
                "歯茎",
                "歯肉",
                "牙龈",
            ],
            at: (62.0, 362.0),
        },
        Part {
            names: &["bone", "hueso", "os ", "knochen", "kiefer", "osso", "骨"],
            at: (66.0, 500.0),
        },
        Part {
            names: &["nerve", "nervio", "nerf", "nerv", "神経"],
            at: (212.0, 310.0),
        },
        Part {
            names: &["crown", "corona", "couronne", "krone"],
            at: (310.0, 128.0),
        },
        Part {
            names: &["cement", "zahnzement", "cément"],
            at: (134.0, 472.0),
        },
        Part {
            names: &["neck", "cuello", "hals", "collet"],
            at: (308.0, 322.0),
        },
        Part {
            names: &["blood", "vaso", "gefäß", "vaisseau"],
            at: (196.0, 300.0),
        },
    ],
};

pub const EYE: Plate = Plate {
    names: &[
        "human eye",
        "eye",
        "ojo",
        "œil",
        "oeil",
        "auge",
        "occhio",
        "olho",
        "眼",
        "目の",
    ],
    title: "The human eye",
    view: (640.0, 440.0),
    draw: eye,
    parts: &[
        Part {
            names: &["cornea", "córnea", "cornée", "hornhaut", "角膜"],
            at: (145.0, 236.0),
        },
        Part {
            names: &["iris", "regenbogenhaut", "虹彩", "虹膜"],
            at: (209.0, 152.0),
        },
        Part {
            names: &["pupil", "pupila", "瞳"],
            at: (202.0, 218.0),
        },
        Part {
            names: &["lens", "cristalin", "linse", "水晶体", "lente"],
            at: (240.0, 238.0),
        },
        Part {
            names: &["retina", "rétine", "netzhaut", "網膜"],
            at: (456.0, 116.0),
        },
        Part {
            names: &[
                "optic nerve",
                "nervio óptico",
                "nerf optique",
                "sehnerv",
                "nervo ottico",
                "視神経",
            ],
            at: (590.0, 292.0),
        },
        Part {
            names: &["sclera", "esclerótica", "lederhaut", "sclérotique", "強膜"],
            at: (340.0, 43.0),
        },
        Part {
            names: &["vitreous", "vítreo", "glaskörper", "vitré", "硝子体"],
            at: (372.0, 270.0),
        },
        Part {
            names: &["macula", "fovea", "mácula", "gelber fleck"],
            at: (490.0, 200.0),
        },
        Part {
            names: &["choroid", "coroides", "aderhaut"],
            at: (400.0, 378.0),
        },
        Part {
            names: &["ciliary", "ciliar", "ziliar"],
            at: (228.0, 118.0),
        },
        Part {
            names: &["aqueous", "acuoso", "kammerwasser"],
            at: (172.0, 180.0),
        },
        Part {
            names: &["muscle", "músculo", "muskel"],
            at: (430.0, 28.0),
        },
    ],
};

pub const HEART: Plate = Plate {
    names: &[
        "human heart",
        "heart",
        "corazón",
        "cœur",
        "coeur",
        "herz",
        "cuore",
        "coração",
        "心臓",
        "心脏",
    ],
    title: "The human heart",
    view: (540.0, 620.0),
    draw: heart,
    parts: &[
        Part {
            names: &["aorta", "大動脈", "aorte"],
            at: (330.0, 84.0),
        },
        Part {
            names: &[
                "left atrium",
                "aurícula izquierda",
                "oreillette gauche",
                "linker vorhof",
                "atrio sinistro",
                "左心房",
            ],
            at: (380.0, 282.0),
        },
        Part {
            names: &[
                "right atrium",
                "aurícula derecha",
                "oreillette droite",
                "rechter vorhof",
                "atrio destro",
                "右心房",
            ],
            at: (160.0, 290.0),
        },
        Part {
            names: &[
                "left ventricle",
                "ventrículo izquierdo",
                "ventricule gauche",
                "linke herzkammer",
                "linke kammer",
                "左心室",
            ],
            at: (372.0, 430.0),
        },
        Part {
            names: &[
                "right ventricle",
                "ventrículo derecho",
                "ventricule droit",
                "rechte herzkammer",
                "rechte kammer",
                "右心室",
            ],
            at: (204.0, 430.0),
        },
        Part {
            names: &[
                "superior vena",
                "vena cava",
                "veine cave",
                "hohlvene",
                "大静脈",
            ],
            at: (140.0, 120.0),
        },
        Part {
            names: &[
                "pulmonary artery",
                "arteria pulmonar",
                "artère pulmonaire",
                "lungenarterie",
                "肺動脈",
            ],
            at: (452.0, 184.0),
        },
        Part {
            names: &[
                "pulmonary vein",
                "vena pulmonar",
                "veine pulmonaire",
                "lungenvene",
                "肺静脈",
            ],
            at: (496.0, 262.0),
        },
        Part {
            names: &["septum", "tabique", "scheidewand"],
            at: (280.0, 440.0),
        },
        Part {
            names: &["inferior vena"],
            at: (132.0, 520.0),
        },
        Part {
            names: &["valve", "válvula", "klappe", "弁"],
            at: (330.0, 344.0),
        },
        Part {
            names: &["apex", "ápice", "spitze"],
            at: (318.0, 588.0),
        },
        Part {
            names: &["muscle", "myocard", "miocard", "músculo"],
            at: (446.0, 420.0),
        },
    ],
};

fn tooth(f: &Frame) -> Vec<Node> {
    let gum = "M0 336 C50 300 104 316 128 350 L292 350 C316 316 370 300 420 336 L420 600 L0 600 Z";
    let bone = "M0 424 C70 400 110 424 136 450 L284 450 C310 424 350 400 420 424 L420 600 L0 600 Z";
    let enamel = "M112 334 C78 250 66 150 98 88 C124 40 170 48 210 72 C250 48 296 40 322 88 C354 150 342 250 308 334 Z";
    let dentin = "M118 336 C98 254 98 172 124 128 C146 96 180 106 210 122 C240 106 274 96 296 128 C322 172 322 254 302 336 C298 410 292 500 262 560 C246 584 230 562 228 520 C224 462 220 428 210 428 C200 428 196 462 192 520 C190 562 174 584 158 560 C128 500 122 410 118 336 Z";
    let pulp = "M160 204 C150 244 156 304 150 364 C150 434 160 500 172 536 C178 500 178 440 186 394 C190 364 200 354 210 354 C220 354 230 364 234 394 C242 440 242 500 248 536 C260 500 270 434 270 364 C264 304 270 244 260 204 C250 174 230 184 210 198 C190 184 170 174 160 204 Z";
    let mut nodes = vec![f.fill(gum, ink(0xf2a0a4)), f.fill(bone, ink(0xecdcbc))];
    for (x, y) in [
        (30.0, 470.0),
        (76.0, 540.0),
        (40.0, 570.0),
        (98.0, 470.0),
        (330.0, 480.0),
        (388.0, 540.0),
        (350.0, 570.0),
        (396.0, 460.0),
        (210.0, 560.0),
        (206.0, 500.0),
    ] {
        nodes.push(f.fill(&oval(x, y, 9.0, 6.0), ink(0xd6c094)));
    }
    nodes.push(f.line(
        gum.split(" L420 600").next().unwrap_or(gum),
        ink(0xd97a82),
        5.0,
    ));
    nodes.push(f.fill(enamel, ink(0xf4faff)));
    nodes.push(f.line(enamel, ink(0xb6c8d8), 4.0));
    nodes.push(f.fill(dentin, ink(0xf4dfa8)));
    nodes.push(f.line(dentin, ink(0xcfb06a), 4.0));
    nodes.push(f.fill(pulp, ink(0xe46b73)));
    nodes.push(f.line(pulp, ink(0xb8434d), 3.0));
    for (d, color) in [
        (
            "M210 236 C186 270 176 330 172 400 C168 450 170 490 172 524",
            0x4a74c9,
        ),
        (
            "M212 236 C236 270 246 330 250 400 C252 450 250 490 248 524",
            0xf7d154,
        ),
        ("M206 226 C182 250 168 300 166 380", 0xfff0f0),
        ("M214 226 C238 250 256 300 258 380", 0xb8434d),
    ] {
        nodes.push(f.line(d, ink(color), 4.0));
    }
    nodes.push(f.line("M112 120 C120 96 138 82 158 80", ink(0xffffff), 7.0));
    nodes
}

fn eye(f: &Frame) -> Vec<Node> {
    let (cx, cy) = (340.0, 220.0);
    let mut nodes = vec![
        f.fill(
            "M482 232 C550 236 590 252 640 258 L640 326 C586 322 540 312 476 290 Z",
            ink(0xf2c84b),
        ),
        f.line("M484 246 C550 252 590 266 640 276", ink(0xc79a22), 3.0),
        f.line("M480 274 C546 288 590 304 640 308", ink(0xc79a22), 3.0),
        f.line("M300 36 C380 14 450 22 520 40", ink(0xd9807f), 20.0),
        f.line("M300 404 C380 426 450 418 520 400", ink(0xd9807f), 20.0),
    ];
    for (r, color) in [
        (182.0, 0xf7f1ea),
        (168.0, 0xb9524f),
        (160.0, 0xf0a85c),
        (149.0, 0xdceef8),
    ] {
        nodes.push(f.fill(&oval(cx, cy, r, r), ink(color)));
    }
    nodes.push(f.line(&oval(cx, cy, 182.0, 182.0), ink(0xcfc3b6), 4.0));
    for d in [
        "M486 250 C440 200 430 150 400 110",
        "M486 256 C440 280 420 320 390 340",
        "M486 252 C430 240 400 250 360 236",
        "M452 206 C450 180 456 160 448 140",
    ] {
        nodes.push(f.line(d, ink(0xd86a5c), 2.5));
    }
    nodes.push(f.fill(&oval(489.0, 208.0, 6.0, 16.0), ink(0xe0b33a)));
    let front = "M214 92 C124 140 124 300 214 348 C196 300 196 140 214 92 Z";
    nodes.push(f.fill(
        "M226 84 C196 120 188 320 226 356 C246 320 246 120 226 84 Z",
        ink(0xeef7fc),
    ));
    nodes.push(f.fill(front, ink(0xcfe9f7)));
    nodes.push(f.line(
        &arc((240.0, 220.0), 106.0, 225.0, 315.0),
        ink(0x7fb4d6),
        7.0,
    ));
    for d in [
        "M216 98 C236 104 246 116 244 136 C232 140 222 130 216 98 Z",
        "M216 342 C236 336 246 324 244 304 C232 300 222 310 216 342 Z",
    ] {
        nodes.push(f.fill(d, ink(0xc46d6a)));
    }
    for d in [
        "M202 112 C214 136 216 166 212 190 L200 188 C200 160 196 136 202 112 Z",
        "M202 328 C214 304 216 274 212 250 L200 252 C200 280 196 304 202 328 Z",
    ] {
        nodes.push(f.fill(d, ink(0x4d8fa8)));
        nodes.push(f.line(d, ink(0x2f6478), 2.5));
    }
    nodes.push(f.line("M238 134 L242 168 M238 306 L242 272", ink(0xb98d6b), 3.0));
    nodes.push(f.fill(&oval(243.0, 220.0, 26.0, 58.0), ink(0xb7dcf2)));
    nodes.push(f.line(&oval(243.0, 220.0, 26.0, 58.0), ink(0x5b9ac2), 4.0));
    nodes.push(f.line("M234 184 C229 204 229 226 233 246", ink(0xffffff), 5.0));
    nodes
}

fn heart(f: &Frame) -> Vec<Node> {
    let blue = ink(0x5a82c7);
    let red = ink(0xd2443f);
    let edge = ink(0x8f2f36);
    let pipe =
        |d: &str, color, width: f32| vec![f.line(d, edge, width + 7.0), f.line(d, color, width)];
    let mut nodes = Vec::new();
    nodes.extend(pipe("M140 330 L140 60", blue, 42.0));
    nodes.extend(pipe("M140 330 L132 590", blue, 40.0));
    nodes.extend(pipe("M500 262 L400 270", red, 22.0));
    nodes.extend(pipe("M500 304 L400 296", red, 22.0));
    for d in ["M292 90 L284 26", "M336 78 L340 16", "M378 92 L396 34"] {
        nodes.extend(pipe(d, red, 20.0));
    }
    nodes.extend(pipe(
        "M286 330 C276 230 262 118 330 96 C396 82 432 120 430 240",
        red,
        50.0,
    ));
    nodes.extend(pipe(
        "M236 340 C236 250 250 196 330 186 C390 180 430 184 500 176",
        blue,
        42.0,
    ));
    let body = "M150 214 C66 256 60 410 140 490 C200 548 262 600 316 596 C400 556 492 430 462 296 C446 222 392 204 330 214 C270 188 206 186 150 214 Z";
    nodes.push(f.fill(body, ink(0xc8524f)));
    nodes.push(f.line(body, edge, 6.0));
    let rooms = [
        (
            "M110 300 C104 250 150 226 196 236 C236 246 240 300 226 332 C190 344 130 346 110 300 Z",
            0x86a5dc,
        ),
        (
            "M132 366 C130 430 180 490 256 540 C262 470 256 410 240 358 C200 346 160 350 132 366 Z",
            0x6f94d4,
        ),
        (
            "M316 292 C312 248 350 234 396 240 C436 250 440 300 420 332 C380 346 330 340 316 292 Z",
            0xf0a29c,
        ),
        (
            "M304 358 C300 430 304 490 318 548 C380 512 432 440 424 362 C384 346 340 346 304 358 Z",
            0xe88680,
        ),
    ];
    for (d, color) in rooms {
        nodes.push(f.fill(d, ink(color)));
        nodes.push(f.line(d, ink(0x9d3a3f), 3.0));
    }
    for d in ["M150 350 L186 372 L226 346", "M322 346 L366 372 L414 348"] {
        nodes.push(f.line(d, ink(0xfdeee4), 6.0));
    }
    nodes.push(f.line("M446 300 C462 370 440 440 392 496", ink(0xe58b83), 8.0));
    nodes
}
