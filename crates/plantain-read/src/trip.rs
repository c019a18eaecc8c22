//! Reads tickets for a journey: from where to where, who, when, and the fields of a boarding pass.

use crate::outline::{add, clauses, is_date, is_time, lowered, trimmed};
use crate::{Brief, Genre, Role, Span};

/// A journey as its ticket tells it. Numbers are indices into [`Brief::literals`].
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Trip {
    pub origin: Option<usize>,
    pub destination: Option<usize>,
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
        "train", "bus ", "ferry", "rail", "bahn", "flight", "plane", "cruise",
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
    let between = desk.trip.origin.is_some() && desk.trip.destination.is_some();
    if !(pass || travels && between) {
        seats(brief, &desk.lower);
        return;
    }
    desk.name_loose_people();
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

impl Desk {
    fn means(&self) -> &'static str {
        let has = |words: &[&str]| words.iter().any(|w| self.lower.contains(w));
        if has(&["train", "rail", "bahn", "zug"]) {
            "train"
        } else if has(&["bus "]) {
            "bus"
        } else if has(&["ferry", "cruise", "ship"]) {
            "ship"
        } else {
            "flight"
        }
    }

    fn add(&mut self, span: Span, role: Role) -> Option<usize> {
        let span = trimmed(&self.brief.prompt, span)?;
        Some(add(&mut self.brief, span, role))
    }

    /// Cuts a clause before labels and flight numbers that stand in its middle ("oslo LH2452 gate G12 passenger Jo").
    fn pieces(&self, span: Span) -> Vec<Span> {
        let text = &self.lower[span.clone()];
        let mut cuts = vec![0];
        let mut at = 0;
        for word in text.split_inclusive(' ') {
            let start = at;
            at += word.len();
            let bare = word.trim_end();
            let original = &self.brief.prompt[span.start + start..span.start + start + bare.len()];
            let labelled = LABELS
                .iter()
                .map(|l| l.0)
                .chain(PERSONS.iter().copied())
                .any(|label| label == bare);
            let next = self.brief.prompt[span.start + at..span.end]
                .split(' ')
                .next()
                .unwrap_or_default();
            let valued = next.contains(|c: char| c.is_ascii_digit() || c.is_uppercase());
            if start > 0
                && (labelled && valued && !matches!(bare, "for" | "name" | "car" | "time" | "date")
                    || is_number(original))
            {
                cuts.push(start);
            }
        }
        cuts.push(text.len());
        // "British Airways BA178": the number stays with its carrier unless a journey is told before it.
        let route = |piece: &str| {
            [" to ", " → ", " -> ", " nach "]
                .iter()
                .any(|link| piece.contains(link))
        };
        let mut out: Vec<Span> = Vec::new();
        for pair in cuts.windows(2) {
            let piece = span.start + pair[0]..span.start + pair[1];
            let numbered = is_number(self.brief.prompt[piece.clone()].trim());
            match out.last_mut() {
                Some(last)
                    if numbered
                        && !route(&self.lower[last.clone()])
                        && !LABELS
                            .iter()
                            .any(|(l, _)| self.lower[last.clone()].trim() == *l) =>
                {
                    last.end = piece.end
                }
                Some(last)
                    if LABELS
                        .iter()
                        .any(|(l, _)| self.lower[last.clone()].trim() == *l) =>
                {
                    last.end = piece.end
                }
                _ => out.push(piece),
            }
        }
        out.into_iter()
            .filter_map(|piece| trimmed(&self.brief.prompt, piece))
            .collect()
    }

    /// Takes the fields of a record by their names.
    fn recorded(&mut self, brief: &Brief) {
        self.brief.literals.clear();
        let by = self.trip.by;
        self.trip = Trip {
            by,
            ..Trip::default()
        };
        for (key, value) in brief.records.iter().flat_map(|record| &record.fields) {
            let key = key
                .rsplit('.')
                .next()
                .unwrap_or(key)
                .replace('_', " ")
                .to_lowercase();
            let described = matches!(
                key.as_str(),
                "type" | "kind" | "style" | "theme" | "color" | "format"
            );
            let Some(start) = brief.prompt.find(value.as_str()).filter(|_| !described) else {
                continue;
            };
            let index = add(&mut self.brief, start..start + value.len(), Role::Value);
            match key.as_str() {
                "from" | "origin" | "departure airport" | "departure city" => {
                    self.trip.origin = Some(index)
                }
                "to" | "destination" | "arrival airport" | "arrival city" => {
                    self.trip.destination = Some(index)
                }
                "passenger" | "name" | "passenger name" | "traveler" => {
                    self.trip.passenger = Some(index)
                }
                "airline" | "carrier" | "company" | "operator" => self.trip.carrier = Some(index),
                _ => self
                    .trip
                    .fields
                    .push((crate::literals::capitalized(&key), index)),
            }
        }
    }

    fn clause(&mut self, span: Span) {
        let text = self.lower[span.clone()].to_owned();
        if self.wish(&text) {
            return;
        }
        if self.trip.destination.is_none()
            && let Some(rest) = ["to ", "trip to ", "for my trip to ", "destination "]
                .iter()
                .find_map(|p| text.strip_prefix(p))
        {
            self.trip.destination = self.add(span.end - rest.len()..span.end, Role::Place);
            return;
        }
        if self.trip.origin.is_none() && self.route(&span, &text) {
            return;
        }
        for word in PERSONS {
            let lead = format!("{word} ");
            if self.trip.passenger.is_none()
                && let Some(rest) = text
                    .strip_prefix(lead.as_str())
                    .or_else(|| text.strip_prefix(&format!("{word}: ")))
                && !matches!(rest.split(' ').next(), Some("a" | "an" | "my" | "the"))
            {
                self.trip.passenger =
                    self.add(span.end - rest.trim_start().len()..span.end, Role::Person);
                return;
            }
        }
        if self.field(&span, &text) || self.number(&span) {
            return;
        }
        let original = self.brief.prompt[span.clone()].to_owned();
        let label = if is_time(&text) {
            Some("Time")
        } else if is_date(&text) {
            Some("Date")
        } else if text.contains(['$', '€', '£', '¥']) {
            Some("Price")
        } else if text.ends_with(" class") {
            Some("Class")
        } else {
            None
        };
        if let Some(label) = label {
            self.put(
                label,
                span,
                if label == "Price" {
                    Role::Price
                } else {
                    Role::Value
                },
            );
        } else if text.split(' ').any(|w| CARRIERS.contains(&w)) && self.trip.carrier.is_none() {
            self.trip.carrier = self.add(span, Role::Brand);
        } else if original.starts_with(char::is_uppercase) && original.split(' ').count() <= 4 {
            let index = self.add(span, Role::Text);
            if let Some(index) = index {
                self.trip.fields.push((String::new(), index));
            }
        }
    }

    /// Whether a clause steers the picture ("blue and white", "modern design").
    fn wish(&self, text: &str) -> bool {
        const WISHES: &[&str] = &[
            "design",
            "style",
            "theme",
            "colors",
            "colours",
            "background",
            "mockup",
            "layout",
            "realistic",
            "minimal",
            "modern",
            "barcode",
            "qr code",
            "template",
        ];
        let coloured = text
            .split(' ')
            .all(|w| w == "and" || crate::lexicon::lexicon().colors.get(w).is_some());
        coloured
            || WISHES.iter().any(|w| {
                text.split([' ', '-'])
                    .any(|t| t == *w || t == format!("{w}s"))
                    || text.ends_with(w)
            })
    }

    /// "from ICN to CDG", "SFO → NRT".
    fn route(&mut self, span: &Span, text: &str) -> bool {
        for (lead, link) in PARTS {
            let Some(at) = text.find(link) else { continue };
            let from = match text.find(lead) {
                _ if lead.is_empty() => 0,
                Some(n) if n < at && (n == 0 || text[..n].ends_with(' ')) => n + lead.len(),
                _ => continue,
            };
            let to = at + link.len();
            // The places end where a field begins ("to CDG gate 24").
            let end = LABELS
                .iter()
                .filter_map(|(word, _)| text[to..].find(&format!(" {word} ")))
                .chain(
                    [" on ", " at ", " with "]
                        .iter()
                        .filter_map(|w| text[to..].find(w)),
                )
                .min()
                .map_or(text.len(), |n| to + n);
            let short = |s: &str| !s.trim().is_empty() && s.split_whitespace().count() <= 4;
            if !short(&text[from..at]) || !short(&text[to..end]) {
                continue;
            }
            let base = span.start;
            let from = from + self.before_code(base + from..base + at);
            self.trip.origin = self.add(base + from..base + at, Role::Place);
            self.trip.destination = self.add(base + to..base + end, Role::Place);
            if end < text.len()
                && let Some(rest) = trimmed(&self.brief.prompt, base + end..span.end)
            {
                self.clause(rest);
            }
            return self.trip.origin.is_some() && self.trip.destination.is_some();
        }
        false
    }

    /// "KLM AMS", "LH 1234 MUC": before the code of an airport stands who flies, or the number of the flight.
    ///
    /// Returns how many bytes stand before the code.
    fn before_code(&mut self, span: Span) -> usize {
        let (text, base) = (self.brief.prompt[span.clone()].to_string(), span.start);
        let Some((who, code)) = text.trim_end().rsplit_once(' ') else {
            return 0;
        };
        let airport = code.len() == 3 && code.bytes().all(|b| b.is_ascii_uppercase());
        if !airport || who.trim().is_empty() || who.starts_with(char::is_lowercase) {
            return 0;
        }
        let role = if who.contains(|c: char| c.is_ascii_digit()) {
            Role::Value
        } else {
            Role::Brand
        };
        let lead = text.len() - text.trim_start().len();
        if let Some(index) = self.add(base + lead..base + who.len(), role) {
            if role == Role::Value {
                self.trip.fields.push(("Flight".into(), index));
            } else {
                self.trip.carrier = Some(index);
            }
        }
        who.len() + 1
    }

    /// "gate 24", "Wagen 7 Platz 61", "seat: 14A": one or several labels with their values.
    fn field(&mut self, span: &Span, text: &str) -> bool {
        let mut marks: Vec<(usize, usize, &str)> = Vec::new();
        let mut at = 0;
        for word in text.split_inclusive(' ') {
            let start = at;
            at += word.len();
            if marks.last().is_some_and(|m| start < m.1) {
                continue;
            }
            let found = LABELS.iter().find(|(label, _)| {
                text[start..]
                    .strip_prefix(label)
                    .is_some_and(|rest| rest.starts_with([' ', ':', '#']) && rest.len() > 1)
            });
            if let Some((label, shown)) = found {
                marks.push((start, start + label.len(), shown));
            }
        }
        if marks.first().is_none_or(|m| m.0 > 0) {
            return false;
        }
        for (i, (_, from, shown)) in marks.iter().enumerate() {
            let to = marks.get(i + 1).map_or(text.len(), |m| m.0);
            let value = text[*from..to].trim_start_matches([' ', ':', '#']);
            let value = ["at ", "is ", "on ", "time "]
                .iter()
                .find_map(|p| value.strip_prefix(p))
                .unwrap_or(value);
            let start = span.start + to - value.len();
            self.put(shown, start..span.start + to, Role::Value);
        }
        true
    }

    /// "British Airways BA178": a flight number, and the carrier before it.
    fn number(&mut self, span: &Span) -> bool {
        let text = self.brief.prompt[span.clone()].to_owned();
        let Some(last) = text.split(' ').next_back() else {
            return false;
        };
        let coded = is_number(last);
        if !coded {
            return false;
        }
        let start = span.end - last.len();
        if start > span.start {
            self.trip.carrier = self.add(span.start..start, Role::Brand);
        }
        self.put(
            if self.trip.by == "train" {
                "Train"
            } else {
                "Flight"
            },
            start..span.end,
            Role::Value,
        );
        true
    }

    fn put(&mut self, label: &str, span: Span, role: Role) {
        if let Some(index) = self.add(span, role) {
            self.trip.fields.push((label.to_owned(), index));
        }
    }

    /// Two capitalised words without a label are the passenger.
    fn name_loose_people(&mut self) {
        if self.trip.passenger.is_some() {
            return;
        }
        let at = self.trip.fields.iter().position(|(label, index)| {
            let text = &self.brief.literals[*index].text;
            label.is_empty()
                && (2..=3).contains(&text.split(' ').count())
                && !text.contains(|c: char| c.is_ascii_digit())
        });
        if let Some(at) = at {
            let (_, index) = self.trip.fields.remove(at);
            self.brief.literals[index].role = Role::Person;
            self.trip.passenger = Some(index);
        }
    }
}

/// Returns whether a word is a flight or train number ("BA178", "ICE 602" without its blank).
fn is_number(word: &str) -> bool {
    let letters = word.chars().take_while(char::is_ascii_uppercase).count();
    let digits = word
        .chars()
        .skip(letters)
        .filter(char::is_ascii_digit)
        .count();
    (2..=3).contains(&letters) && digits >= 2 && letters + digits == word.len()
}

/// Cuts the seat of an event ticket into its fields: "row F seat 22" is two labels with their values.
fn seats(brief: &mut Brief, lower: &str) {
    const SEATS: &[(&str, &str)] = &[
        ("row", "Row"),
        ("seat", "Seat"),
        ("section", "Section"),
        ("screen", "Screen"),
        ("gate", "Gate"),
        ("block", "Block"),
        ("hall", "Hall"),
        ("auditorium", "Auditorium"),
        ("no.", "No."),
        ("number", "No."),
        ("reihe", "Reihe"),
        ("platz", "Platz"),
        ("fila", "Fila"),
        ("asiento", "Asiento"),
        ("rang", "Rang"),
        ("siège", "Siège"),
    ];
    let mut at = brief.genre_span.as_ref().map_or(0, |span| span.end);
    let tail = lower[at..].to_owned();
    let base = at;
    at = 0;
    let words: Vec<(usize, &str)> = tail
        .split_inclusive([' ', ','])
        .map(|word| {
            let start = at;
            at += word.len();
            (start, word.trim_end_matches([' ', ',']))
        })
        .collect();
    for pair in words.windows(2) {
        let ((from, label), (start, value)) = (pair[0], pair[1]);
        let Some((_, shown)) = SEATS.iter().find(|(word, _)| *word == label) else {
            continue;
        };
        let short =
            value.len() <= 8 && (value.contains(|c: char| c.is_ascii_digit()) || value.len() == 1);
        if !short {
            continue;
        }
        let field = base + from..base + start + value.len();
        let mut kept = Vec::new();
        for literal in &brief.literals {
            let span = literal.span.clone();
            if span.end <= field.start || span.start >= field.end {
                kept.push(literal.clone());
                continue;
            }
            for part in [
                span.start..field.start.max(span.start),
                field.end.min(span.end)..span.end,
            ] {
                if let Some(part) = trimmed(&brief.prompt, part) {
                    let text = brief.prompt[part.clone()].to_string();
                    let role = if is_time(&text) {
                        Role::Time
                    } else if is_date(&text) {
                        Role::Date
                    } else {
                        literal.role
                    };
                    kept.push(crate::Literal {
                        text,
                        span: part,
                        role,
                        ..literal.clone()
                    });
                }
            }
        }
        let renumber: Vec<Option<usize>> = brief
            .literals
            .iter()
            .map(|old| kept.iter().position(|new| new.span == old.span))
            .collect();
        brief.pairs.retain(|p| {
            renumber[p.value].is_some() && p.label.is_none_or(|l| renumber[l].is_some())
        });
        for p in &mut brief.pairs {
            p.value = renumber[p.value].unwrap_or(0);
            p.label = p.label.and_then(|l| renumber[l]);
        }
        brief.lists.clear();
        brief.literals = kept;
        let index = add(brief, base + start..field.end, Role::Value);
        brief.pairs.push(crate::Pair {
            label: None,
            label_text: (*shown).to_owned(),
            value: index,
        });
    }
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
                "boarding pass: SFO → NRT, flight UA837, Hana Sato, group 2, blue",
                ["SFO", "NRT", "Hana Sato", ""],
                &[("Flight", "UA837"), ("Group", "2")],
            ),
            (
                "train ticket Berlin Hbf to München Hbf, 12.05.2026, 08:29, Wagen 7 Platz 61, 49,90 €",
                ["Berlin Hbf", "München Hbf", "", ""],
                &[
                    ("Date", "12.05.2026"),
                    ("Time", "08:29"),
                    ("Wagen", "7"),
                    ("Platz", "61"),
                    ("Price", "49,90 €"),
                ],
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
