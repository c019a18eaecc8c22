//! The moon in its phases, as it is seen from the northern half of the earth.

use plantain_scene::Node;
use plantain_scene::build::*;
use plantain_scene::color::Rgba;

use crate::components::diagram::drawing::{PAGE, oval};
use crate::components::print::Zone;

/// Names of the phases in the order of the month, each in several languages.
const PHASES: [&[&str]; 8] = [
    &[
        "new moon",
        "luna nueva",
        "lua nova",
        "nouvelle lune",
        "neumond",
        "luna nuova",
        "nieuwe maan",
        "nów",
        "yeni ay",
        "новолуние",
        "молодик",
        "новий місяць",
        "محاق",
        "מולד",
        "अमावस्या",
        "新月",
        "朔",
        "삭",
    ],
    &[
        "waxing crescent",
        "creciente iluminante",
        "luna creciente",
        "lua crescente",
        "premier croissant",
        "zunehmende sichel",
        "zunehmender mond",
        "luna crescente",
        "wassende sikkel",
        "przybywający sierp",
        "hilal",
        "растущий серп",
        "молодая луна",
        "молодий місяць",
        "هلال متزايد",
        "蛾眉月",
        "三日月",
        "초승달",
    ],
    &[
        "first quarter",
        "cuarto creciente",
        "quarto crescente",
        "premier quartier",
        "erstes viertel",
        "primo quarto",
        "eerste kwartier",
        "pierwsza kwadra",
        "ilk dördün",
        "первая четверть",
        "перша чверть",
        "تربيع أول",
        "التربيع الأول",
        "רבע ראשון",
        "上弦",
        "상현",
    ],
    &[
        "waxing gibbous",
        "gibosa creciente",
        "gibosa iluminante",
        "gibosa crescente",
        "gibbeuse croissante",
        "gibbosa crescente",
        "zunehmender dreiviertelmond",
        "wassende maan",
        "şişkin ay",
        "растущая луна",
        "盈凸",
        "十三夜",
    ],
    &[
        "full moon",
        "luna llena",
        "lua cheia",
        "pleine lune",
        "vollmond",
        "luna piena",
        "volle maan",
        "pełnia",
        "dolunay",
        "полнолуние",
        "повня",
        "повний місяць",
        "بدر",
        "ירח מלא",
        "पूर्णिमा",
        "满月",
        "滿月",
        "満月",
        "望",
        "보름달",
    ],
    &[
        "waning gibbous",
        "gibosa menguante",
        "gibosa minguante",
        "gibbeuse décroissante",
        "gibbosa calante",
        "abnehmender dreiviertelmond",
        "afnemende maan",
        "убывающая луна",
        "亏凸",
        "虧凸",
        "十八夜",
    ],
    &[
        "last quarter",
        "third quarter",
        "cuarto menguante",
        "quarto minguante",
        "dernier quartier",
        "letztes viertel",
        "ultimo quarto",
        "laatste kwartier",
        "ostatnia kwadra",
        "son dördün",
        "последняя четверть",
        "остання чверть",
        "التربيع الأخير",
        "רבע אחרון",
        "下弦",
        "하현",
    ],
    &[
        "waning crescent",
        "luna menguante",
        "lua minguante",
        "dernier croissant",
        "abnehmende sichel",
        "abnehmender mond",
        "luna calante",
        "afnemende sikkel",
        "ubywający sierp",
        "убывающий серп",
        "残月",
        "殘月",
        "有明",
        "그믐달",
    ],
];

/// How many steps of the month behind the new moon a name stands; the longest name that it holds decides.
pub(super) fn phase(text: &str) -> Option<usize> {
    let text = text.to_lowercase();
    let told = |names: &[&str]| {
        let held = names.iter().filter(|name| text.contains(*name));
        held.map(|name| name.chars().count()).max()
    };
    (0..PHASES.len())
        .filter_map(|at| Some((told(PHASES[at])?, at)))
        .max_by_key(|&(long, at)| (long, PHASES.len() - at))
        .map(|found| found.1)
}

/// Returns the moon in a phase before the night sky.
pub(super) fn drawn(zone: Zone, phase: usize) -> Node {
    const SKY: Rgba = Rgba::hex(0x1b2240);
    const SHADE: Rgba = Rgba::hex(0x3a4366);
    const LIGHT: Rgba = Rgba::hex(0xf3ecd6);
    let (cx, cy) = zone.center();
    let r = zone.w.min(zone.h) * 0.5;
    let mut nodes = vec![
        PAGE.fill(&oval(cx, cy, r * 1.4, r * 1.4), SKY).role("sky"),
        PAGE.fill(&oval(cx, cy, r, r), SHADE),
    ];
    match phase {
        0 => {}
        4 => nodes.push(PAGE.fill(&oval(cx, cy, r, r), LIGHT)),
        _ => nodes.push(PAGE.fill(&lit((cx, cy), r, phase), LIGHT)),
    }
    for (x, y, size) in [(-0.3, -0.34, 0.16), (0.34, 0.22, 0.2), (0.1, -0.05, 0.1)] {
        let crater = oval(cx + x * r, cy + y * r, size * r, size * r);
        nodes.push(PAGE.fill(&crater, Rgba::BLACK.faded(0.09)));
    }
    stack().children(nodes).role("moon")
}

/// The lit side: half of the rim, and back along the edge of the shade.
fn lit(c: (f32, f32), r: f32, phase: usize) -> String {
    // The first half of the month is lit from the right.
    let side = if phase < 4 { 1.0 } else { -1.0 };
    // How far the edge of the shade bows towards the light: 1 is the rim.
    let bow = side * libm::cosf((phase as f32 * 45.0).to_radians());
    // Control points that make two cubics half an ellipse.
    let k = 0.5523;
    let half = |rx: f32, down: bool| {
        let (from, to) = if down { (-1.0, 1.0) } else { (1.0, -1.0) };
        format!(
            "C{:.2} {:.2} {:.2} {:.2} {:.2} {:.2} C{:.2} {:.2} {:.2} {:.2} {:.2} {:.2}",
            c.0 + rx * k,
            c.1 + r * from,
            c.0 + rx,
            c.1 + r * from * k,
            c.0 + rx,
            c.1,
            c.0 + rx,
            c.1 + r * to * k,
            c.0 + rx * k,
            c.1 + r * to,
            c.0,
            c.1 + r * to
        )
    };
    format!(
        "M{:.2} {:.2} {} {} Z",
        c.0,
        c.1 - r,
        half(side * r, true),
        half(bow * r, false)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phases_are_known_by_their_names() {
        for (text, want) in [
            ("New moon", Some(0)),
            ("Waxing crescent", Some(1)),
            ("Cuarto creciente", Some(2)),
            ("the last quarter", Some(6)),
            ("Vollmond", Some(4)),
            ("満月", Some(4)),
            ("Half time", None),
        ] {
            assert_eq!(phase(text), want, "{text}");
        }
    }

    #[test]
    fn the_lit_side_grows_and_goes_over() {
        // Where the rim of the light stands, and where the edge of the shade.
        for (phase, rim, edge) in [
            (1, 10.0, 7.07),
            (2, 10.0, 0.0),
            (3, 10.0, -7.07),
            (5, -10.0, 7.07),
            (7, -10.0, -7.07),
        ] {
            let d = lit((0.0, 0.0), 10.0, phase);
            for x in [rim, edge] {
                let x: f32 = x;
                let told = format!("{:.2} 0.00", if x == 0.0 { 0.0 } else { x });
                assert!(d.contains(&told), "{phase}: {told} in {d}");
            }
        }
    }
}
