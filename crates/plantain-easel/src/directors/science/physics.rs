//! Plates of physics and the sky: states of matter, an eclipse, the greenhouse effect.

use plantain_scene::Node;

use super::plate::{Plate, ink, part};
use crate::components::diagram::drawing::{Frame, oval, straight};

pub const STATES: Plate = Plate {
    names: &[
        "states of matter",
        "solid liquid gas",
        "estados de la materia",
        "aggregatzustände",
        "états de la matière",
        "stati della materia",
        "物質の三態",
    ],
    title: "States of matter",
    view: (720.0, 300.0),
    draw: states,
    parts: &[
        part(
            &["solid", "sólido", "solide", "fest", "固体"],
            (120.0, 210.0),
        ),
        part(
            &["liquid", "líquido", "liquide", "flüssig", "液体"],
            (360.0, 210.0),
        ),
        part(&["gas", "gaz", "気体"], (592.0, 150.0)),
        part(&["plasma"], (648.0, 90.0)),
    ],
};

fn states(f: &Frame) -> Vec<Node> {
    const SIDE: f32 = 210.0;
    let mut nodes = Vec::new();
    let still = |i: usize, j: usize| (44.0 + 38.0 * i as f32, 234.0 - 38.0 * j as f32);
    let loose = |i: usize, j: usize| {
        let sway = if (i + 2 * j).is_multiple_of(3) {
            9.0
        } else {
            -7.0
        };
        (
            286.0 + 37.0 * i as f32 + if j == 1 { 14.0 } else { 0.0 },
            232.0 - 40.0 * j as f32 + sway * 0.6,
        )
    };
    let free = [
        (540.0, 86.0),
        (620.0, 70.0),
        (676.0, 130.0),
        (566.0, 160.0),
        (640.0, 196.0),
        (536.0, 230.0),
        (690.0, 236.0),
    ];
    let mut dots: Vec<((f32, f32), u32)> = Vec::new();
    for j in 0..4 {
        dots.extend((0..5).map(|i| (still(i, j), 0x3f7fbf)));
    }
    for j in 0..3 {
        dots.extend((0..if j == 1 { 4 } else { 5 }).map(|i| (loose(i, j), 0x2fa39a)));
    }
    dots.extend(free.map(|place| (place, 0xe08a3c)));
    for x in [15.0, 255.0, 495.0] {
        let (l, r) = (x, x + SIDE);
        let d = format!(
            "M{l} 45 L{l} 240 C{l} 252 {} 258 {} 258 L{} 258 C{} 258 {r} 252 {r} 240 L{r} 45",
            l + 6.0,
            l + 16.0,
            r - 16.0,
            r - 6.0
        );
        nodes.push(f.fill(&format!("{d} Z"), ink(0xeef4f9)));
        nodes.push(f.line(&d, ink(0x8aa0b4), 5.0));
    }
    nodes.extend(
        dots.into_iter()
            .map(|((x, y), color)| f.fill(&oval(x, y, 17.0, 17.0), ink(color))),
    );
    for ((x, y), (dx, dy)) in free.into_iter().zip([
        (20.0, -16.0),
        (-22.0, -10.0),
        (14.0, 24.0),
        (-18.0, -22.0),
        (24.0, -12.0),
        (26.0, -16.0),
        (-18.0, -24.0),
    ]) {
        let from = f.at(x + dx * 0.95, y + dy * 0.95);
        nodes.extend(straight(
            from,
            f.at(x + dx * 1.9, y + dy * 1.9),
            ink(0xb7622a),
            2.2 * f.scale,
        ));
    }
    nodes
}

pub const ECLIPSE: Plate = Plate {
    names: &[
        "solar eclipse",
        "eclipse solar",
        "éclipse solaire",
        "sonnenfinsternis",
        "eclissi solare",
        "日食",
    ],
    title: "A solar eclipse",
    view: (740.0, 340.0),
    draw: eclipse,
    parts: &[
        part(
            &["sun", "sol", "soleil", "sonne", "sole", "太陽"],
            (90.0, 170.0),
        ),
        part(
            &["moon", "luna", "lune", "mond", "lua", "月"],
            (400.0, 170.0),
        ),
        part(
            &["earth", "tierra", "terre", "erde", "terra", "地球"],
            (640.0, 196.0),
        ),
        part(&["penumbra", "halbschatten", "pénombre"], (516.0, 122.0)),
        part(
            &["umbra", "shadow", "sombra", "ombre", "kernschatten"],
            (486.0, 170.0),
        ),
        part(&["orbit", "órbita", "umlaufbahn"], (608.0, 60.0)),
    ],
};

fn eclipse(f: &Frame) -> Vec<Node> {
    let mut nodes = vec![
        f.line(&oval(620.0, 170.0, 220.0, 150.0), ink(0xb9c0cc), 2.0),
        f.fill(
            "M176 128 L400 144 L572 92 L572 248 L400 196 L176 212 Z",
            ink(0xfbe7b0),
        ),
        f.fill("M400 142 L592 84 L592 256 L400 198 Z", ink(0xc6ccd8)),
        f.fill("M400 144 L562 162 L562 178 L400 196 Z", ink(0x5a6478)),
    ];
    for (r, color) in [(106.0, 0xfdeec0), (84.0, 0xffc23c)] {
        nodes.push(f.fill(&oval(90.0, 170.0, r, r), ink(color)));
    }
    nodes.push(f.fill(&oval(400.0, 170.0, 28.0, 28.0), ink(0x9aa0ab)));
    nodes.push(f.fill(&oval(392.0, 162.0, 6.0, 6.0), ink(0x848a96)));
    nodes.push(f.fill(&oval(408.0, 178.0, 5.0, 5.0), ink(0x848a96)));
    nodes.push(f.fill(&oval(624.0, 170.0, 64.0, 64.0), ink(0x3f8fcf)));
    for d in [
        "M600 116 C630 112 650 130 640 148 C624 158 620 140 604 146 C590 140 590 124 600 116 Z",
        "M640 176 C664 170 678 186 668 206 C652 222 636 206 632 194 C632 184 634 180 640 176 Z",
    ] {
        nodes.push(f.fill(d, ink(0x6fb36a)));
    }
    nodes.push(f.fill(&oval(564.0, 170.0, 6.0, 14.0), ink(0x2c3a52)));
    nodes
}

pub const GREENHOUSE: Plate = Plate {
    names: &[
        "greenhouse effect",
        "greenhouse",
        "efecto invernadero",
        "effet de serre",
        "treibhauseffekt",
        "effetto serra",
        "温室効果",
        "global warming",
    ],
    title: "The greenhouse effect",
    view: (680.0, 480.0),
    draw: greenhouse,
    parts: &[
        part(&["sun", "sol", "soleil", "sonne", "太陽"], (96.0, 84.0)),
        part(
            &[
                "greenhouse gas",
                "gases",
                "co2",
                "carbon dioxide",
                "methane",
                "gas",
            ],
            (440.0, 150.0),
        ),
        part(&["atmospher", "atmósfera", "atmosphère"], (590.0, 178.0)),
        part(
            &[
                "heat",
                "infrared",
                "calor",
                "chaleur",
                "wärme",
                "radiation",
                "trapped",
            ],
            (452.0, 276.0),
        ),
        part(&["reflect", "escap"], (330.0, 60.0)),
        part(&["sunlight", "light", "luz", "rays"], (214.0, 236.0)),
        part(
            &[
                "earth", "surface", "ground", "tierra", "terre", "erde", "terra",
            ],
            (330.0, 424.0),
        ),
    ],
};

fn greenhouse(f: &Frame) -> Vec<Node> {
    let mut nodes = vec![
        f.fill("M0 20 C0 8 8 0 20 0 L660 0 C672 0 680 8 680 20 L680 460 C680 472 672 480 660 480 L20 480 C8 480 0 472 0 460 Z", ink(0xdcebf7)),
        f.fill("M0 196 C200 116 480 116 680 196 L680 150 C480 70 200 70 0 150 Z", ink(0xa9cbe6)),
        f.fill("M0 386 C180 336 500 336 680 386 L680 460 C680 472 672 480 660 480 L20 480 C8 480 0 472 0 460 Z", ink(0x7fb56f)),
        f.fill("M120 380 C200 352 280 352 330 362 C300 392 200 404 120 380 Z", ink(0x5f9fd0)),
        f.fill(&oval(96.0, 84.0, 62.0, 62.0), ink(0xffe39a)),
        f.fill(&oval(96.0, 84.0, 46.0, 46.0), ink(0xffb92e)),
    ];
    // What comes down from the sun, and what the ground gives back.
    nodes.extend(rays(
        f,
        &[
            ((140.0, 130.0), (238.0, 344.0)),
            ((162.0, 110.0), (330.0, 342.0)),
        ],
        (0xe79a17, 6.0),
    ));
    nodes.extend(rays(
        f,
        &[
            ((400.0, 344.0), (438.0, 146.0)),
            ((452.0, 150.0), (488.0, 344.0)),
            ((540.0, 350.0), (560.0, 156.0)),
            ((574.0, 160.0), (612.0, 352.0)),
            ((352.0, 340.0), (330.0, 40.0)),
        ],
        (0xd9513c, 5.0),
    ));
    for (x, y) in [
        (250.0, 118.0),
        (380.0, 108.0),
        (470.0, 116.0),
        (540.0, 140.0),
        (160.0, 142.0),
    ] {
        for (dx, r, color) in [
            (-13.0, 8.0, 0xb5473f),
            (13.0, 8.0, 0xb5473f),
            (0.0, 10.0, 0x4a5568),
        ] {
            nodes.push(f.fill(&oval(x + dx, y, r, r), ink(color)));
        }
    }
    nodes
}

type Point = (f32, f32);

/// Arrows of one colour and width.
fn rays(
    f: &Frame,
    ways: &[(Point, Point)],
    (color, width): (u32, f32),
) -> impl Iterator<Item = Node> {
    ways.iter().flat_map(move |&(from, to)| {
        straight(
            f.at(from.0, from.1),
            f.at(to.0, to.1),
            ink(color),
            width * f.scale,
        )
    })
}
