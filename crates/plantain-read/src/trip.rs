//! Reads tickets for a journey: from where to where, who, when, and the fields of a boarding pass.

mod desk;
mod labels;
mod seats;

use crate::outline::{clauses, lowered};
use crate::{Brief, Genre};
pub use labels::{journey_field, journey_label};
use seats::seats;

/// A journey as its ticket tells it. Numbers are indices into [`Brief::literals`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trip {
    pub origin: Option<usize>,
    pub destination: Option<usize>,
    /// The cities of both, where they are told beside the codes of their airports.
    pub cities: [Option<usize>; 2],
    pub passenger: Option<usize>,
    /// Airline, railway or shipping line.
    pub carrier: Option<usize>,
    /// Everything else with the label to print over it ("Gate", "Seat"), in the order of the prompt.
    pub fields: Vec<(String, usize)>,
    /// What travels: "flight", "train", "bus", "ship".
    pub by: &'static str,
}

const CARRIERS: &[&str] = &[
    "air", "airlines", "airline", "airways", "jet", "rail", "railways", "trains", "express",
    "lines", "bahn", "ferries", "ferry", "aviation", "wings", "amtrak", "eurostar", "bus",
];
/// Fills the trip of a boarding pass, or of a ticket that names two places.
pub(crate) fn settle(brief: &mut Brief) {
    let pass = brief.genre == Genre::BoardingPass;
    if !pass && brief.genre != Genre::Ticket {
        return;
    }
    let prompt = brief.prompt.clone();
    let lower = lowered(&prompt);
    let start = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let travels = [
        "train",
        "bus ",
        "ferry",
        "rail",
        "bahn",
        "flight",
        "plane",
        "cruise",
        "zug",
        "tren ",
        "treno",
        "trem ",
        "trein",
        "pociąg",
        "поезд",
        "потяг",
    ]
    .iter()
    .any(|w| lower.contains(w));
    let mut desk = Desk {
        brief: Brief {
            prompt: prompt.clone(),
            language: brief.language.clone(),
            ..Brief::default()
        },
        trip: Trip::default(),
        lower,
    };
    desk.trip.by = desk.means();
    for clause in clauses(&prompt, start) {
        for piece in desk.pieces(clause) {
            desk.clause(piece);
        }
    }
    if !brief.records.is_empty() {
        desk.recorded(brief);
    }
    // Only what runs on rails has coaches.
    let travels = travels
        || desk
            .trip
            .fields
            .iter()
            .any(|(label, _)| journey_field(label) == Some("Coach"));
    let between = desk.trip.origin.is_some() && desk.trip.destination.is_some();
    if !(pass || travels && between) {
        seats(brief, &desk.lower);
        return;
    }
    desk.name_loose_people();
    desk.name_loose_carrier();
    brief.genre = Genre::BoardingPass;
    brief.literals = desk.brief.literals;
    brief.pairs.clear();
    brief.links.clear();
    brief.lists.clear();
    brief.trip = Some(desk.trip);
}

struct Desk {
    /// Holds the prompt and the literals found so far.
    brief: Brief,
    trip: Trip,
    lower: String,
}

#[cfg(test)]
mod tests {
    use crate::{Genre, read};

    #[test]
    fn journeys_have_their_places_and_fields() {
        // Prompt; origin, destination, passenger, carrier; labels with values.
        type Case = (
            &'static str,
            [&'static str; 4],
            &'static [(&'static str, &'static str)],
        );
        const CASES: &[Case] = &[
            (
                "посадочный талон: пассажир Иван Петров, Москва - Сочи, рейс SU1120, выход 14, место 22A",
                ["Москва", "Сочи", "Иван Петров", ""],
                &[("Рейс", "SU1120"), ("Выход", "14"), ("Место", "22A")],
            ),
            (
                "登机牌：乘客 王小明，北京 到 上海，航班 MU5101，登机口C21，08:30",
                ["北京", "上海", "王小明", ""],
                &[("航班", "MU5101"), ("登机口", "C21"), ("时间", "08:30")],
            ),
            (
                "搭乗券：田中太郎様、東京から札幌まで、便名 JL503、ゲート12",
                ["東京", "札幌", "田中太郎様", ""],
                &[("便名", "JL503"), ("ゲート", "12")],
            ),
            (
                "بطاقة صعود: المسافر أحمد علي، من دبي إلى القاهرة، رحلة EK927، بوابة 5",
                ["دبي", "القاهرة", "أحمد علي", ""],
                &[("رحلة", "EK927"), ("بوابة", "5")],
            ),
            (
                "tarjeta de embarque: pasajera Marta Gil, Madrid (MAD) a Lima (LIM), vuelo IB6651, puerta S24",
                ["Madrid (MAD)", "Lima (LIM)", "Marta Gil", ""],
                &[("Vuelo", "IB6651"), ("Puerta", "S24")],
            ),
            (
                "boarding pass, passenger Lee Min-ho, from ICN to CDG, gate 24, seat 14A, 9:45",
                ["ICN", "CDG", "Lee Min-ho", ""],
                &[("Gate", "24"), ("Seat", "14A"), ("Time", "9:45")],
            ),
            (
                "plane ticket from Lima (LIM) to Quito (UIO), Andes Air LA512, 14 MAR, boarding 18:20, business class, for Olivia Grant",
                ["Lima (LIM)", "Quito (UIO)", "Olivia Grant", "Andes Air"],
                &[
                    ("Flight", "LA512"),
                    ("Date", "14 MAR"),
                    ("Boarding", "18:20"),
                    ("Class", "business class"),
                ],
            ),
            (
                "boarding pass Oslo OSL to Lisbon LIS, passenger Ingrid Dahl, seat 14C",
                ["OSL", "LIS", "Ingrid Dahl", ""],
                &[("Seat", "14C")],
            ),
            (
                "billet de train : Lyon Part-Dieu → Paris Gare de Lyon, voiture 7, place 42, 49 €",
                ["Lyon Part-Dieu", "Paris Gare de Lyon", "", ""],
                &[("Voiture", "7"), ("Place", "42"), ("Prix", "49 €")],
            ),
            (
                "boarding pass SAS SK1462 Oslo OSL to Lisbon LIS, gate C12, passenger Kari Lund",
                ["OSL", "LIS", "Kari Lund", "SAS"],
                &[("Flight", "SK1462"), ("Gate", "C12")],
            ),
            (
                "boarding pass: Delta DL 204, New York JFK to Paris CDG, gate B4",
                ["JFK", "CDG", "", "Delta"],
                &[("Flight", "DL 204"), ("Gate", "B4")],
            ),
            (
                "boarding pass flight KL 1033 Amsterdam to London, seat 3C",
                ["Amsterdam", "London", "", ""],
                &[("Flight", "KL 1033"), ("Seat", "3C")],
            ),
            (
                "boarding pass: SFO → NRT, flight UA837, Hana Sato, group 2, blue",
                ["SFO", "NRT", "Hana Sato", ""],
                &[("Flight", "UA837"), ("Group", "2")],
            ),
            (
                "train ticket Berlin Hbf to München Hbf, 12.05.2026, 08:29, Wagen 7 Platz 61, 2. Klasse, 49,90 €",
                ["Berlin Hbf", "München Hbf", "", ""],
                &[
                    ("Datum", "12.05.2026"),
                    ("Zeit", "08:29"),
                    ("Wagen", "7"),
                    ("Platz", "61"),
                    ("Klasse", "2. Klasse"),
                    ("Preis", "49,90 €"),
                ],
            ),
            (
                "boarding pass for Emma Clark, LHR to HND, BA 7, gate C61",
                ["LHR", "HND", "Emma Clark", ""],
                &[("Flight", "BA 7"), ("Gate", "C61")],
            ),
            (
                "mobile boarding pass from munich to oslo LH2452 gate G12 boards 06:55 passenger Jonas Weber seat 8D",
                ["munich", "oslo", "Jonas Weber", ""],
                &[
                    ("Flight", "LH2452"),
                    ("Gate", "G12"),
                    ("Boarding", "06:55"),
                    ("Seat", "8D"),
                ],
            ),
            (
                "train ticket Zug ICE 578 Hamburg - München, 14. Mai, Abfahrt 08:03, Wagen 7, Platz 62",
                ["Hamburg", "München", "", ""],
                &[
                    ("Zug", "ICE 578"),
                    ("Datum", "14. Mai"),
                    ("Abfahrt", "08:03"),
                    ("Wagen", "7"),
                    ("Platz", "62"),
                ],
            ),
            (
                "boarding pass, Brisair, passenger Ada/Cole, flight BR 210, from Oslo OSL to Lisbon LIS, gate B14",
                ["OSL", "LIS", "Ada/Cole", "Brisair"],
                &[("Flight", "BR 210"), ("Gate", "B14")],
            ),
            (
                "{\"type\":\"boarding pass\",\"passenger\":\"Noor Haddad\",\"from\":\"AMS\",\"to\":\"IST\",\"seat\":\"12F\"}",
                ["AMS", "IST", "Noor Haddad", ""],
                &[("Seat", "12F")],
            ),
        ];
        for (prompt, names, fields) in CASES {
            let brief = read(prompt);
            assert_eq!(brief.genre, Genre::BoardingPass, "{prompt}");
            let trip = brief.trip.as_ref().expect(prompt);
            let text = |i: Option<usize>| i.map_or("", |i| brief.literals[i].text.as_str());
            assert_eq!(
                [
                    text(trip.origin),
                    text(trip.destination),
                    text(trip.passenger),
                    text(trip.carrier)
                ],
                *names,
                "{prompt}"
            );
            let found: Vec<(&str, &str)> = trip
                .fields
                .iter()
                .map(|(l, i)| (l.as_str(), text(Some(*i))))
                .collect();
            assert_eq!(found, *fields, "{prompt}");
        }
    }
}
