//! What stands on a pass: the journey, and what a pass usually tells besides.

use plantain_read::Trip;

use crate::studio::Studio;

/// Airports: code, city.
const AIRPORTS: &[(&str, &str)] = &[
    ("AMS", "Amsterdam"),
    ("ATL", "Atlanta"),
    ("BCN", "Barcelona"),
    ("BER", "Berlin"),
    ("BKK", "Bangkok"),
    ("BOM", "Mumbai"),
    ("BOS", "Boston"),
    ("BRU", "Brussels"),
    ("CDG", "Paris"),
    ("CPH", "Copenhagen"),
    ("DEL", "Delhi"),
    ("DEN", "Denver"),
    ("DFW", "Dallas"),
    ("DUB", "Dublin"),
    ("DXB", "Dubai"),
    ("EZE", "Buenos Aires"),
    ("FCO", "Rome"),
    ("FRA", "Frankfurt"),
    ("GRU", "São Paulo"),
    ("HEL", "Helsinki"),
    ("HKG", "Hong Kong"),
    ("HND", "Tokyo"),
    ("ICN", "Seoul"),
    ("IST", "Istanbul"),
    ("JFK", "New York"),
    ("KIX", "Osaka"),
    ("LAX", "Los Angeles"),
    ("LHR", "London"),
    ("LIM", "Lima"),
    ("LIS", "Lisbon"),
    ("MAD", "Madrid"),
    ("MEX", "Mexico City"),
    ("MIA", "Miami"),
    ("MUC", "Munich"),
    ("NRT", "Tokyo"),
    ("ORD", "Chicago"),
    ("OSL", "Oslo"),
    ("PEK", "Beijing"),
    ("PRG", "Prague"),
    ("SEA", "Seattle"),
    ("SFO", "San Francisco"),
    ("SIN", "Singapore"),
    ("SYD", "Sydney"),
    ("VIE", "Vienna"),
    ("WAW", "Warsaw"),
    ("YYZ", "Toronto"),
    ("ZRH", "Zurich"),
];

/// A text of the pass.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Word {
    pub(super) text: String,
    pub(super) literal: bool,
}

/// A place: large name or code, and the small line with it.
pub(super) struct Stop {
    pub(super) big: Word,
    pub(super) small: Option<Word>,
}

/// Everything that stands on the pass.
pub(super) struct Pass {
    pub(super) from: Stop,
    pub(super) to: Stop,
    pub(super) passenger: Option<Word>,
    pub(super) carrier: Word,
    pub(super) fields: Vec<(String, Word)>,
    pub(super) icon: &'static str,
    pub(super) kind: &'static str,
}

impl Word {
    /// A text that was asked for.
    fn given(studio: &Studio<'_>, index: Option<usize>) -> Option<Self> {
        let literal = studio.brief.literals.get(index?)?;
        Some(Self {
            text: literal.text.clone(),
            literal: true,
        })
    }

    /// A text that is said again, or that nobody asked for.
    pub(super) fn filler(text: &str) -> Self {
        Self {
            text: text.to_owned(),
            literal: false,
        }
    }
}

/// Everything that a journey puts on its pass; what it leaves open is invented where the studio allows it.
pub(super) fn pass(studio: &Studio<'_>, trip: &Trip) -> Pass {
    let by = if trip.by.is_empty() {
        "flight"
    } else {
        trip.by
    };
    let flies = by == "flight";
    let usual = if flies {
        [("LIS", "Lisbon"), ("CPH", "Copenhagen")]
    } else {
        [("Riverside", ""), ("Harbour", "")]
    };
    let stop = |place: Option<usize>, n: usize| match Word::given(studio, place) {
        Some(word) => match Word::given(studio, trip.cities[n]) {
            Some(city) => Stop {
                big: word,
                small: Some(city),
            },
            None => named(word, flies),
        },
        None => Stop {
            big: Word::filler(usual[n].0),
            small: (!usual[n].1.is_empty()).then(|| Word::filler(usual[n].1)),
        },
    };
    let invents = studio.filler && studio.brief.language.0 == "en";
    let mut fields = told(studio, trip);
    if invents {
        offer(studio, &mut fields, flies);
    }
    Pass {
        from: stop(trip.origin, 0),
        to: stop(trip.destination, 1),
        passenger: Word::given(studio, trip.passenger)
            .or_else(|| invents.then(|| Word::filler("Alex Morgan"))),
        carrier: Word::given(studio, trip.carrier)
            .unwrap_or_else(|| Word::filler(if flies { "Northwind Air" } else { "Northline" })),
        fields,
        icon: match by {
            "train" => "train-front",
            "bus" => "bus",
            "ship" => "ship",
            _ => "plane",
        },
        kind: if flies { "Boarding pass" } else { "Ticket" },
    }
}

/// The fields that the journey tells; texts that it does not know stand among them.
fn told(studio: &Studio<'_>, trip: &Trip) -> Vec<(String, Word)> {
    let known: Vec<usize> = [trip.origin, trip.destination, trip.passenger, trip.carrier]
        .into_iter()
        .chain(trip.cities)
        .flatten()
        .chain(trip.fields.iter().map(|f| f.1))
        .collect();
    let labelled = trip.fields.iter().cloned();
    let others = (0..studio.brief.literals.len())
        .filter(|i| !known.contains(i))
        .map(|i| (String::new(), i));
    labelled
        .chain(others)
        .filter_map(|(label, index)| Some((label, Word::given(studio, Some(index))?)))
        .collect()
}

/// Adds what a pass usually tells besides, as long as there is room.
fn offer(studio: &Studio<'_>, fields: &mut Vec<(String, Word)>, flies: bool) {
    const MOST: usize = 6;
    let mut rng = studio.rng("journey");
    let gate = format!("{}{}", ['A', 'B', 'C'][rng.below(3)], 4 + rng.below(30));
    let seat = format!(
        "{}{}",
        3 + rng.below(28),
        ['A', 'C', 'D', 'F'][rng.below(4)]
    );
    let number = format!(
        "{} {}",
        ["QX", "NV", "LZ"][rng.below(3)],
        120 + rng.below(800)
    );
    // A field, those that say as much, and a value.
    let offers: [(&str, &[&str], &str); 5] = [
        ("Flight", &["Train"], &number),
        ("Date", &[], "14 May"),
        ("Boarding", &["Time", "Departs"], "10:20"),
        ("Gate", &["Platform"], &gate),
        ("Seat", &["Row", "Coach"], &seat),
    ];
    // A day or an hour that the prompt tells stands alone: another beside it could contradict it.
    let hour = |text: &str| {
        text.split([' ', ','])
            .any(|word| word.contains(':') && word.starts_with(|c: char| c.is_ascii_digit()))
    };
    let given = |wanted: &dyn Fn(&str) -> bool| {
        fields
            .iter()
            .any(|(_, word)| word.literal && wanted(&word.text))
    };
    let timed = given(&hour);
    let dated = given(&|text| {
        text.split([' ', ',', '.'])
            .any(|word| plantain_read::is_month_name(&word.to_lowercase()))
    });
    let language = &studio.brief.language.0;
    for (name, others, value) in offers {
        let says = |label: &str| {
            let field = plantain_read::journey_field(label).unwrap_or(label);
            field == name || others.contains(&field)
        };
        let told = fields.iter().any(|(label, _)| says(label))
            || name == "Boarding" && timed
            || name == "Date" && dated;
        let fits = flies || !["Flight", "Gate"].contains(&name);
        if fields.len() < MOST && !told && fits {
            let label = plantain_read::journey_label(name, language);
            fields.push((label.to_owned(), Word::filler(value)));
        }
    }
}

/// A place as large code and small name: "ICN" gets its city, "New York (JFK)" is told large by its code.
fn named(word: Word, flies: bool) -> Stop {
    let text = word.text.trim().to_owned();
    let is_code = |s: &str| s.len() == 3 && s.chars().all(|c| c.is_ascii_uppercase());
    if is_code(&text) {
        let city = AIRPORTS.iter().find(|(code, _)| *code == text);
        return Stop {
            big: word,
            small: city.map(|(_, city)| Word {
                text: (*city).to_owned(),
                literal: false,
            }),
        };
    }
    let inside = text
        .split(['(', ')'])
        .map(str::trim)
        .find(|s| is_code(s))
        .map(str::to_owned);
    let lower = text.to_lowercase();
    let known = AIRPORTS
        .iter()
        .find(|(_, city)| city.to_lowercase() == lower)
        .map(|(code, _)| (*code).to_owned());
    match inside.or(known.filter(|_| flies)) {
        Some(code) => Stop {
            big: Word {
                text: code,
                literal: false,
            },
            small: Some(word),
        },
        None => Stop {
            big: word,
            small: None,
        },
    }
}
