//! Reads tickets for a journey: from where to where, who, when, and the fields of a boarding pass.

mod desk;
mod seats;

use crate::outline::{clauses, lowered};
use crate::{Brief, Genre};
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

/// Labels of fields: the word in the prompt, and what is printed over the value.
const LABELS: &[(&str, &str)] = &[
    ("seat number", "Seat"),
    ("seat", "Seat"),
    ("gate", "Gate"),
    ("boarding group", "Group"),
    ("group", "Group"),
    ("zone", "Zone"),
    ("terminal", "Terminal"),
    ("flight number", "Flight"),
    ("flight no", "Flight"),
    ("flight", "Flight"),
    ("boarding time", "Boarding"),
    ("boarding at", "Boarding"),
    ("boarding", "Boarding"),
    ("boards", "Boarding"),
    ("departure time", "Departs"),
    ("departure", "Departs"),
    ("departs", "Departs"),
    ("dep", "Departs"),
    ("departing", "Departs"),
    ("depart", "Departs"),
    ("leaves", "Departs"),
    ("arrival time", "Arrives"),
    ("arrival", "Arrives"),
    ("arrives", "Arrives"),
    ("arrive", "Arrives"),
    ("arr", "Arrives"),
    ("arriving", "Arrives"),
    ("date", "Date"),
    ("time", "Time"),
    ("class", "Class"),
    ("platform", "Platform"),
    ("track", "Track"),
    ("coach", "Coach"),
    ("carriage", "Coach"),
    ("car", "Coach"),
    ("cabin", "Cabin"),
    ("deck", "Deck"),
    ("row", "Row"),
    ("pnr", "PNR"),
    ("booking reference", "Booking"),
    ("booking", "Booking"),
    ("confirmation", "Booking"),
    ("price", "Price"),
    ("fare", "Fare"),
    ("wagen", "Wagen"),
    ("platz", "Platz"),
    ("sitz", "Sitz"),
    ("gleis", "Gleis"),
    ("flug", "Flug"),
    ("abfahrt", "Abfahrt"),
    ("ankunft", "Ankunft"),
    ("asiento", "Asiento"),
    ("puerta", "Puerta"),
    ("vuelo", "Vuelo"),
    ("siège", "Siège"),
    ("porte", "Porte"),
    ("vol", "Vol"),
    ("posto", "Posto"),
    ("volo", "Volo"),
    ("assento", "Assento"),
    ("portão", "Portão"),
    ("voo", "Voo"),
    ("voiture", "Voiture"),
    ("place", "Place"),
    ("quai", "Quai"),
    ("départ", "Départ"),
    ("arrivée", "Arrivée"),
    ("carrozza", "Carrozza"),
    ("binario", "Binario"),
    ("coche", "Coche"),
    ("vagón", "Vagón"),
    ("andén", "Andén"),
    ("carruagem", "Carruagem"),
    ("lugar", "Lugar"),
    ("rijtuig", "Rijtuig"),
    ("stoel", "Stoel"),
    ("spoor", "Spoor"),
    ("wagon", "Wagon"),
    ("miejsce", "Miejsce"),
    ("peron", "Peron"),
    ("вагон", "Вагон"),
    ("место", "Место"),
    ("місце", "Місце"),
    ("vagon", "Vagon"),
    ("koltuk", "Koltuk"),
];
/// Of those, the labels of a coach.
const COACHES: &[&str] = &[
    "Coach",
    "Wagen",
    "Voiture",
    "Carrozza",
    "Coche",
    "Vagón",
    "Carruagem",
    "Rijtuig",
    "Wagon",
    "Вагон",
    "Vagon",
];
const PERSONS: &[&str] = &[
    "passenger name",
    "passenger",
    "name",
    "traveller",
    "traveler",
    "for",
    "passagier",
    "pasajero",
    "passager",
    "passageiro",
    "passeggero",
    "reisender",
];
const CARRIERS: &[&str] = &[
    "air", "airlines", "airline", "airways", "jet", "rail", "railways", "trains", "express",
    "lines", "bahn", "ferries", "ferry", "aviation", "wings", "amtrak", "eurostar", "bus",
];
const PARTS: &[(&str, &str)] = &[
    ("from ", " to "),
    ("von ", " nach "),
    ("de ", " à "),
    ("de ", " a "),
    ("de ", " para "),
    ("da ", " a "),
    ("", " → "),
    ("", " -> "),
    ("", " to "),
    ("", " nach "),
    ("", " – "),
    ("", " - "),
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
            .any(|(label, _)| COACHES.contains(&label.as_str()));
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
                &[("Voiture", "7"), ("Place", "42"), ("Price", "49 €")],
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
                    ("Date", "12.05.2026"),
                    ("Time", "08:29"),
                    ("Wagen", "7"),
                    ("Platz", "61"),
                    ("Klasse", "2. Klasse"),
                    ("Price", "49,90 €"),
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
                    ("Date", "14. Mai"),
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
