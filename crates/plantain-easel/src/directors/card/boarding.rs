//! Boarding passes and tickets for journeys.

use plantain_read::Trip;
use plantain_scene::build::*;
use plantain_scene::color::{Color, Rgba, Token};
use plantain_scene::node::{Align, FontRole, Node, Place, Shape};

use crate::components::print::{Inks, Tone, Zone, inks_on, ornament};
use crate::rng::Rng;
use crate::studio::{Draft, Studio};
use plantain_scene::Theme;

const CUSTOM: &[&str] = &[
    "corporate",
    "swiss",
    "minimal",
    "mid-century",
    "friendly",
    "seventies",
    "night",
];
const SIZE_MIN: f32 = 12.0;

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
struct Word {
    text: String,
    literal: bool,
}

/// A place: large name or code, and the small line with it.
struct Stop {
    big: Word,
    small: Option<Word>,
}

/// Everything that stands on the pass.
struct Pass {
    from: Stop,
    to: Stop,
    passenger: Option<Word>,
    carrier: Word,
    fields: Vec<(String, Word)>,
    icon: &'static str,
    kind: &'static str,
}

/// Returns drafts of a boarding pass or a travel ticket.
pub fn boarding(studio: &Studio<'_>) -> Vec<Draft> {
    let trip = studio.brief.trip.clone().unwrap_or_default();
    let pass = pass(studio, &trip);
    studio
        .themes(CUSTOM, 6)
        .into_iter()
        .enumerate()
        .map(|(turn, theme)| {
            let desk = Desk { studio, theme: &theme, pass: &pass, rng: studio.rng(&format!("pass {turn}")) };
            let tall = studio.ratio() < 1.1;
            let (name, root) = match (tall, turn % 2) {
                (true, _) => ("tall pass", desk.tall(turn % 2 == 1)),
                (false, 0) => ("pass with stub", desk.wide(true)),
                _ => ("pass with side band", desk.wide(false)),
            };
            Draft::new(name, theme.clone(), root)
                .because("From and to are the largest; every field carries its label, and the part that stays with the traveller repeats the seat.")
                .liked(0.75)
        })
        .collect()
}

fn pass(studio: &Studio<'_>, trip: &Trip) -> Pass {
    let given = |index: Option<usize>| {
        let literal = studio.brief.literals.get(index?)?;
        Some(Word {
            text: literal.text.clone(),
            literal: true,
        })
    };
    let filler = |text: &str| Word {
        text: text.to_owned(),
        literal: false,
    };
    let by = if trip.by.is_empty() {
        "flight"
    } else {
        trip.by
    };
    let mut rng = studio.rng("journey");
    let flies = by == "flight";
    let usual = if flies {
        [("LIS", "Lisbon"), ("CPH", "Copenhagen")]
    } else {
        [("Riverside", ""), ("Harbour", "")]
    };
    let stop = |place: Option<Word>, n: usize| match place {
        Some(word) => named(word, flies),
        None => Stop {
            big: filler(usual[n].0),
            small: (!usual[n].1.is_empty()).then(|| filler(usual[n].1)),
        },
    };
    let mut fields: Vec<(String, Word)> = trip
        .fields
        .iter()
        .filter_map(|(label, index)| Some((label.clone(), given(Some(*index))?)))
        .collect();
    // Texts that the journey does not know stand among the fields.
    let known: Vec<usize> = [trip.origin, trip.destination, trip.passenger, trip.carrier]
        .into_iter()
        .flatten()
        .chain(trip.fields.iter().map(|f| f.1))
        .collect();
    fields.extend(
        (0..studio.brief.literals.len())
            .filter(|i| !known.contains(i))
            .filter_map(|i| Some((String::new(), given(Some(i))?))),
    );
    let has = |fields: &[(String, Word)], names: &[&str]| {
        fields.iter().any(|(l, _)| names.contains(&l.as_str()))
    };
    let english = studio.brief.language.0 == "en";
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
    let offers: [(&str, &[&str], &str); 5] = [
        (
            "Flight",
            &["Flight", "Vuelo", "Vol", "Flug", "Volo", "Voo", "Train"],
            &number,
        ),
        ("Date", &["Date"], "14 May"),
        (
            "Boarding",
            &["Boarding", "Time", "Departs", "Abfahrt"],
            "10:20",
        ),
        (
            "Gate",
            &["Gate", "Puerta", "Porte", "Platform", "Gleis", "Portão"],
            &gate,
        ),
        (
            "Seat",
            &[
                "Seat", "Asiento", "Siège", "Platz", "Sitz", "Posto", "Assento", "Row", "Coach",
            ],
            &seat,
        ),
    ];
    if studio.filler && english {
        for (label, same, value) in offers {
            if fields.len() < 6
                && !has(&fields, same)
                && (flies || label != "Flight" && label != "Gate")
            {
                fields.push((label.to_owned(), filler(value)));
            }
        }
    }
    Pass {
        from: stop(given(trip.origin), 0),
        to: stop(given(trip.destination), 1),
        passenger: given(trip.passenger)
            .or_else(|| (studio.filler && english).then(|| filler("Alex Morgan"))),
        carrier: given(trip.carrier)
            .unwrap_or_else(|| filler(if flies { "Northwind Air" } else { "Northline" })),
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

struct Desk<'a> {
    studio: &'a Studio<'a>,
    theme: &'a Theme,
    pass: &'a Pass,
    rng: Rng,
}

impl Desk<'_> {
    fn inks(&self, tone: Tone) -> Inks {
        tone.inks(self.studio, self.theme)
    }

    fn root(&self) -> (Node, Rgba) {
        let soft = self.theme.resolve(Token::AccentSoft.into());
        let asked = self.studio.brief.canvas.background.is_some();
        let ground = if asked {
            self.theme.resolve(Token::Canvas.into())
        } else {
            soft
        };
        (stack().role("page").fill_w().fill_h().fill(ground), ground)
    }

    /// Sets a text as large as fits its zone, ranged and placed.
    #[expect(clippy::too_many_arguments, reason = "a text has a place and a look")]
    fn set(
        &self,
        word: &Word,
        zone: Zone,
        font: FontRole,
        weight: u16,
        high: f32,
        color: Color,
        align: Align,
        v: Place,
        role: &str,
    ) -> Node {
        let size = self.studio.fit_size(
            &word.text,
            font,
            weight,
            self.theme,
            zone.w,
            zone.h,
            high.max(SIZE_MIN),
            SIZE_MIN,
            1,
        );
        let mut node = text(word.text.clone())
            .font(font)
            .weight(weight)
            .size(size)
            .shrink(SIZE_MIN)
            .color(color)
            .text_align(align)
            .tabular()
            .literal(word.literal)
            .role(role)
            .fill_w();
        if !word.literal {
            node = node.filler();
        }
        zone.hold(col()).justify(v).child(node)
    }

    /// A label over its value.
    fn field(&self, label: &str, value: &Word, zone: Zone, inks: &Inks, high: f32) -> Vec<Node> {
        let small = (high * 0.44).clamp(SIZE_MIN, 17.0);
        let tag = Word {
            text: label.to_owned(),
            literal: false,
        };
        let (top, low) = (
            Zone::new(zone.x, zone.y, zone.w, small * 1.5),
            Zone::new(zone.x, zone.y + small * 1.5, zone.w, zone.h - small * 1.5),
        );
        let mut nodes = Vec::new();
        if !label.is_empty() {
            nodes.push(self.set(
                &tag,
                top,
                FontRole::Body,
                500,
                small,
                inks.quiet,
                Align::Start,
                Place::Start,
                "label",
            ));
        }
        nodes.push(self.set(
            value,
            low,
            FontRole::Heading,
            700,
            high,
            inks.ink,
            Align::Start,
            Place::Start,
            "value",
        ));
        nodes
    }

    /// The fields in a grid.
    fn grid(
        &self,
        fields: &[(String, Word)],
        zone: Zone,
        columns: usize,
        inks: &Inks,
        high: f32,
    ) -> Vec<Node> {
        if fields.is_empty() {
            return Vec::new();
        }
        let rows = fields.len().div_ceil(columns);
        let columns = fields.len().div_ceil(rows);
        let gap = zone.w * 0.03;
        let w = (zone.w - gap * (columns - 1) as f32) / columns as f32;
        let h = zone.h / rows as f32;
        fields
            .iter()
            .enumerate()
            .flat_map(|(i, (label, value))| {
                let cell = Zone::new(
                    zone.x + (w + gap) * (i % columns) as f32,
                    zone.y + h * (i / columns) as f32,
                    w,
                    h * 0.94,
                );
                self.field(label, value, cell, inks, high.min(h * 0.42))
            })
            .collect()
    }

    /// From, a line with the vehicle, to.
    fn route(&self, zone: Zone, inks: &Inks, large: f32) -> Vec<Node> {
        let side = (zone.w * 0.36).min(zone.w * 0.42);
        let (left, right) = (
            Zone::new(zone.x, zone.y, side, zone.h),
            Zone::new(zone.right() - side, zone.y, side, zone.h),
        );
        // Both names stand at one size.
        let fit = |word: &Word| {
            self.studio.fit_size(
                &word.text,
                FontRole::Display,
                0,
                self.theme,
                side,
                zone.h * 0.66,
                large,
                16.0,
                1,
            )
        };
        let size = fit(&self.pass.from.big).min(fit(&self.pass.to.big));
        let mut nodes = Vec::new();
        for (stop, place, align) in [
            (&self.pass.from, left, Align::Start),
            (&self.pass.to, right, Align::End),
        ] {
            let small = stop.small.is_some();
            let big = Zone::new(
                place.x,
                place.y,
                place.w,
                if small { place.h * 0.68 } else { place.h },
            );
            nodes.push(self.set(
                &stop.big,
                big,
                FontRole::Display,
                0,
                size,
                inks.ink,
                align,
                if small { Place::End } else { Place::Center },
                "stop",
            ));
            if let Some(word) = &stop.small {
                let low = Zone::new(place.x, place.y + place.h * 0.7, place.w, place.h * 0.3);
                nodes.push(self.set(
                    word,
                    low,
                    FontRole::Body,
                    500,
                    (size * 0.26).clamp(13.0, 24.0),
                    inks.quiet,
                    align,
                    Place::Start,
                    "city",
                ));
            }
        }
        let middle = Zone::new(
            left.right(),
            zone.y,
            right.x - left.right(),
            zone.h
                * if self.pass.from.small.is_some() {
                    0.72
                } else {
                    1.0
                },
        );
        let d = (middle.w * 0.34).min(size * 0.9).clamp(20.0, 90.0);
        let (cx, cy) = middle.center();
        let reach = middle.w * 0.44;
        for (a, b) in [(cx - reach, cx - d * 0.7), (cx + d * 0.7, cx + reach)] {
            if b - a > 6.0 {
                nodes.push(
                    path("M0 0 L100 0", 100.0, 1.0)
                        .bounds(a, cy, b - a, 1.0)
                        .dashed(inks.mark, 2.5, 3.0, 7.0)
                        .role("route"),
                );
            }
        }
        let node = icon(self.pass.icon, d)
            .color(inks.bold)
            .icon_stroke(1.8)
            .at(cx - d * 0.5, cy - d * 0.5)
            .role("vehicle");
        // The drawn plane looks up and right: level flight is an eighth turn on.
        nodes.push(if self.pass.icon == "plane" {
            node.rotate(45.0)
        } else {
            node
        });
        nodes
    }

    fn header(&self, zone: Zone, inks: &Inks) -> Vec<Node> {
        let size = (zone.h * 0.46).clamp(14.0, 34.0);
        let kind = Word {
            text: self.pass.kind.to_owned(),
            literal: false,
        };
        let (left, right) = zone.columns(0.6, zone.h * 0.2);
        let mut nodes = vec![
            icon(self.pass.icon, size * 1.1)
                .color(inks.ink)
                .at(zone.x, zone.y + (zone.h - size * 1.1) * 0.5)
                .role("mark"),
        ];
        let name = Zone::new(left.x + size * 1.6, left.y, left.w - size * 1.6, left.h);
        nodes.push(self.set(
            &self.pass.carrier,
            name,
            FontRole::Heading,
            700,
            size,
            inks.ink,
            Align::Start,
            Place::Center,
            "brand",
        ));
        if self.studio.brief.language.0 == "en" {
            nodes.push(self.set(
                &kind,
                right,
                FontRole::Body,
                500,
                size * 0.72,
                inks.ink,
                Align::End,
                Place::Center,
                "kicker",
            ));
        }
        nodes
    }

    /// A wide pass: main part and stub, with a band above or a coloured stub.
    fn wide(&self, banded: bool) -> Node {
        let (mut root, _) = self.root();
        let (fw, fh) = (self.studio.width, self.studio.height);
        let w = fw * 0.93;
        let h = (fh * 0.86).min(w * 0.46);
        let card = Zone::new((fw - w) * 0.5, (fh - h) * 0.5, w, h);
        let notch = 0.73;
        let paper = inks_on(
            self.studio,
            self.theme,
            self.theme.resolve(Token::Surface.into()),
        );
        let accent = self.inks(Tone::Accent);
        let radius = h * 0.05;
        root = root.child(
            card.hold(shape(Shape::Ticket { notch }))
                .fill(Token::Surface)
                .radius(radius)
                .shadow(h * 0.015, h * 0.05, Color::Token(Token::Ink, 0.16))
                .role("pass"),
        );
        let pad = h * 0.075;
        let x = card.x + w * notch;
        let head = h * 0.16;
        let main_w = w * notch;
        let mut stub_inks = paper;
        if banded {
            let mut band = Zone::new(card.x, card.y, main_w - h * 0.06, head)
                .hold(rect())
                .fill(Token::Accent)
                .role("band");
            band.style.corners = Some([radius, 0.0, 0.0, 0.0]);
            let mut tail = Zone::new(x + h * 0.06, card.y, card.right() - x - h * 0.06, head)
                .hold(rect())
                .fill(Token::Accent)
                .role("band");
            tail.style.corners = Some([0.0, radius, 0.0, 0.0]);
            root = root.child(band).child(tail);
        } else {
            let mut face = Zone::new(x + h * 0.06, card.y, card.right() - x - h * 0.06, h)
                .hold(rect())
                .fill(Token::Accent)
                .role("stub");
            face.style.corners = Some([0.0, radius, radius, 0.0]);
            root = root.child(face);
            stub_inks = accent;
        }
        root = root.child(
            path("M0 0 L0 100", 1.0, 100.0)
                .bounds(x, card.y + h * 0.1, 1.0, h * 0.8)
                .dashed(paper.mark, 2.5, 8.0, 8.0)
                .role("perforation"),
        );
        let main = Zone::new(card.x + pad, card.y, main_w - pad * 2.0 - h * 0.03, h);
        root = root.children(self.header(
            Zone::new(main.x, card.y, main.w - h * 0.02, head),
            if banded { &accent } else { &paper },
        ));
        root = root.children(self.route(
            Zone::new(main.x, card.y + head + pad * 0.5, main.w, h * 0.36),
            &paper,
            h * 0.27,
        ));
        let y = card.y + head + pad * 0.9 + h * 0.36;
        root = root.child(
            rect()
                .bounds(main.x, y, main.w, 1.5)
                .fill(paper.line)
                .role("rule"),
        );
        let mut fields: Vec<(String, Word)> = self
            .pass
            .passenger
            .iter()
            .map(|p| (self.label_of_person(), p.clone()))
            .collect();
        fields.extend(self.pass.fields.iter().cloned());
        let low = Zone::new(main.x, y + pad * 0.5, main.w, card.bottom() - y - pad);
        root = root.children(self.grid(
            &fields,
            low,
            if fields.len() > 4 { 4 } else { 5 },
            &paper,
            h * 0.075,
        ));
        let stub = Zone::new(x + pad, card.y, card.right() - x - pad * 1.6, h);
        root.children(self.stub(stub, head, pad, &stub_inks, banded))
    }

    fn label_of_person(&self) -> String {
        match self.studio.brief.language.0.as_str() {
            "de" => "Fahrgast",
            "es" => "Pasajero",
            "fr" => "Passager",
            "it" => "Passeggero",
            "pt" => "Passageiro",
            _ => "Passenger",
        }
        .to_owned()
    }

    /// The part that the traveller keeps: the journey in small, seat and bars.
    fn stub(&self, stub: Zone, head: f32, pad: f32, inks: &Inks, banded: bool) -> Vec<Node> {
        let mut nodes = Vec::new();
        let again = |word: &Word| Word {
            literal: false,
            ..word.clone()
        };
        let line = Word {
            text: format!("{} – {}", self.pass.from.big.text, self.pass.to.big.text),
            literal: false,
        };
        let top = Zone::new(stub.x, stub.y + head + pad * 0.5, stub.w, stub.h * 0.14);
        if banded {
            let accent = self.inks(Tone::Accent);
            let kind = Zone::new(stub.x, stub.y, stub.w, head);
            nodes.push(self.set(
                &again(&self.pass.carrier),
                kind,
                FontRole::Heading,
                700,
                head * 0.36,
                accent.ink,
                Align::Start,
                Place::Center,
                "brand",
            ));
        } else {
            nodes.push(
                icon(self.pass.icon, head * 0.5)
                    .color(inks.ink)
                    .at(stub.x, stub.y + head * 0.35)
                    .role("mark"),
            );
        }
        nodes.push(self.set(
            &line,
            top,
            FontRole::Display,
            0,
            stub.h * 0.1,
            inks.ink,
            Align::Start,
            Place::Center,
            "route-short",
        ));
        let person = self
            .pass
            .passenger
            .iter()
            .map(|p| (self.label_of_person(), again(p)));
        let short: Vec<(String, Word)> = person
            .chain(
                self.pass
                    .fields
                    .iter()
                    .filter(|(label, _)| {
                        [
                            "Seat", "Gate", "Boarding", "Platz", "Wagen", "Asiento", "Siège",
                            "Time", "Posto",
                        ]
                        .contains(&label.as_str())
                    })
                    .map(|(label, value)| (label.clone(), again(value)))
                    .take(3),
            )
            .collect();
        let from = top.bottom() + pad * 0.3;
        let bars = stub.h * 0.2;
        let middle = Zone::new(
            stub.x,
            from,
            stub.w,
            stub.bottom() - from - bars - pad * 1.2,
        );
        let (name, rest) = middle.rows(0.46, 0.0);
        if let Some((label, value)) = short.first() {
            nodes.extend(self.field(label, value, name, inks, stub.h * 0.07));
        }
        nodes.extend(self.grid(&short[1.min(short.len())..], rest, 3, inks, stub.h * 0.07));
        let place = Zone::new(stub.x, stub.bottom() - bars - pad, stub.w, bars);
        if banded {
            nodes.push(ornament::barcode(
                place,
                inks.ink,
                &mut self.rng.fork("bars"),
            ));
        } else {
            let face = place.inset_xy(-pad * 0.2, -pad * 0.2);
            nodes.push(
                face.hold(rect())
                    .fill(Rgba::WHITE)
                    .radius(6.0)
                    .role("code-face"),
            );
            nodes.push(ornament::barcode(
                place.inset_xy(pad * 0.2, pad * 0.2),
                Rgba::hex(0x15181f).into(),
                &mut self.rng.fork("bars"),
            ));
        }
        nodes
    }

    /// A tall pass as on a phone: journey above, fields, a code at the foot.
    fn tall(&self, coloured: bool) -> Node {
        let (mut root, _) = self.root();
        let (fw, fh) = (self.studio.width, self.studio.height);
        let w = (fw * 0.88).min(fh * 0.66);
        let h = (fh * 0.92).min(w * 1.9);
        let card = Zone::new((fw - w) * 0.5, (fh - h) * 0.5, w, h);
        let tone = if coloured {
            Tone::Accent
        } else {
            Tone::Surface
        };
        let upper = self.inks(tone);
        let paper = self.inks(Tone::Surface);
        let radius = w * 0.05;
        let cut = card.y + h * 0.66;
        root = root.child(
            card.hold(rect())
                .fill(Token::Surface)
                .radius(radius)
                .shadow(w * 0.02, w * 0.07, Color::Token(Token::Ink, 0.18))
                .role("pass"),
        );
        let pad = w * 0.08;
        let head = h * 0.085;
        let mut band = Zone::new(card.x, card.y, w, if coloured { h * 0.34 } else { head })
            .hold(rect())
            .fill(Token::Accent)
            .role("band");
        band.style.corners = Some([radius, radius, 0.0, 0.0]);
        root = root.child(band);
        let accent = self.inks(Tone::Accent);
        let inner = Zone::new(card.x + pad, card.y, w - 2.0 * pad, h);
        root = root.children(self.header(Zone::new(inner.x, card.y, inner.w, head), &accent));
        root = root.children(self.route(
            Zone::new(inner.x, card.y + head + h * 0.02, inner.w, h * 0.21),
            &upper,
            w * 0.2,
        ));
        let mut fields: Vec<(String, Word)> = self
            .pass
            .passenger
            .iter()
            .map(|p| (self.label_of_person(), p.clone()))
            .collect();
        fields.extend(self.pass.fields.iter().cloned());
        let top = card.y + h * 0.37;
        let grid = Zone::new(inner.x, top, inner.w, cut - top - h * 0.01);
        if let Some((label, value)) = fields.first() {
            root = root.children(self.field(
                label,
                value,
                Zone::new(grid.x, grid.y, grid.w, grid.h * 0.3),
                &paper,
                w * 0.055,
            ));
        }
        let rest = Zone::new(grid.x, grid.y + grid.h * 0.32, grid.w, grid.h * 0.68);
        root = root.children(self.grid(&fields[1.min(fields.len())..], rest, 3, &paper, w * 0.05));
        let ground = self.root().1;
        let d = w * 0.055;
        for x in [card.x, card.right()] {
            root = root.child(
                ellipse()
                    .bounds(x - d * 0.5, cut - d * 0.5, d, d)
                    .fill(ground)
                    .role("notch"),
            );
        }
        root = root.child(
            path("M0 0 L100 0", 100.0, 1.0)
                .bounds(card.x + d, cut, w - 2.0 * d, 1.0)
                .dashed(paper.mark, 2.5, 8.0, 8.0)
                .role("perforation"),
        );
        let code = Zone::new(
            inner.x,
            cut + h * 0.03,
            inner.w,
            card.bottom() - cut - h * 0.06,
        );
        root.child(ornament::qr(code, paper.ink, &mut self.rng.fork("code")))
    }
}
