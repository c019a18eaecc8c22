//! Parts of the world that a prompt asks for by name, or by the places that it lists.

use super::Point;

/// West, south, east and north of a part of the world, in degrees.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Part {
    pub west: f32,
    pub south: f32,
    pub east: f32,
    pub north: f32,
}

pub(super) const WORLD: Part = Part {
    west: -158.0,
    south: -56.0,
    east: 172.0,
    north: 79.0,
};

/// Words of a prompt that ask for a part of the world, in the languages that are read.
pub(super) const PARTS: &[(&[&str], Part)] = &[
    (
        &[
            "world",
            "globe",
            "mundo",
            "mapamundi",
            "mapa-múndi",
            "monde",
            "mappemonde",
            "weltkarte",
            "mondo",
            "wereld",
            "świat",
            "dünya",
            "мир",
            "світ",
            "العالم",
            "העולם",
            "विश्व",
            "दुनिया",
            "世界",
            "세계",
        ],
        WORLD,
    ),
    (
        &[
            "europe",
            "europa",
            "avrupa",
            "европ",
            "європ",
            "أوروبا",
            "אירופה",
            "यूरोप",
            "欧洲",
            "ヨーロッパ",
            "유럽",
        ],
        Part {
            west: -12.0,
            south: 34.5,
            east: 40.0,
            north: 66.0,
        },
    ),
    (
        &[
            "south america",
            "sudamérica",
            "suramérica",
            "américa del sur",
            "amérique du sud",
            "südamerika",
            "sud america",
            "américa do sul",
        ],
        Part {
            west: -84.0,
            south: -56.0,
            east: -33.0,
            north: 14.0,
        },
    ),
    (
        &[
            "north america",
            "norteamérica",
            "américa del norte",
            "amérique du nord",
            "nordamerika",
        ],
        Part {
            west: -150.0,
            south: 8.0,
            east: -52.0,
            north: 70.0,
        },
    ),
    (
        &[
            "africa",
            "áfrica",
            "afrique",
            "afrika",
            "африк",
            "أفريقيا",
            "अफ्रीका",
            "非洲",
            "アフリカ",
        ],
        Part {
            west: -19.0,
            south: -36.0,
            east: 53.0,
            north: 38.0,
        },
    ),
    (
        &[
            "asia",
            "asie",
            "asien",
            "ásia",
            "азия",
            "азії",
            "آسيا",
            "एशिया",
            "亚洲",
            "アジア",
            "아시아",
        ],
        Part {
            west: 40.0,
            south: -10.0,
            east: 148.0,
            north: 56.0,
        },
    ),
];

/// Degrees around places that stand alone on a map.
const MARGIN: f32 = 6.0;
/// Least span of a map in degrees: coasts are drawn too coarsely for less.
const SPAN_MIN: f32 = 20.0;

/// The part of the world around some places, not smaller than coasts can be drawn.
pub(super) fn around(places: &[Point]) -> Part {
    let fold = |pick: fn(&Point) -> f32| {
        let (low, high) = places
            .iter()
            .map(pick)
            .fold((f32::MAX, f32::MIN), |(l, h), v| (l.min(v), h.max(v)));
        let spare = MARGIN.max((SPAN_MIN - (high - low)) * 0.5);
        (low - spare, high + spare)
    };
    let ((west, east), (south, north)) = (fold(|p| p.0), fold(|p| p.1));
    if east - west > 150.0 {
        return WORLD;
    }
    Part {
        west,
        south,
        east,
        north,
    }
}
