//! Takes the clauses of a journey apart: who, from where to where, when, which seat.

use super::labels::{Label, joints, labels, without_end, words_of};
use super::{CARRIERS, Desk, Trip, journey_label};
use crate::outline::{add, is_date, is_time, trimmed};
use crate::{Brief, Role, Span};

/// Returns whether a word is a flight or train number ("BA178", "ICE 602" without its blank).
pub(super) fn is_number(word: &str) -> bool {
    let letters = word.chars().take_while(char::is_ascii_uppercase).count();
    let digits = word
        .chars()
        .skip(letters)
        .filter(char::is_ascii_digit)
        .count();
    (2..=3).contains(&letters) && digits >= 2 && letters + digits == word.len()
}

impl Desk {
    pub(super) fn means(&self) -> &'static str {
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

    /// The words that may stand before a value.
    fn labels(&self) -> impl Iterator<Item = &'static Label> + '_ {
        labels(&self.brief.language)
    }

    fn is_label(&self, span: Span) -> bool {
        let text = self.lower[span].trim();
        self.labels().any(|label| label.word == text)
    }

    pub(super) fn add(&mut self, span: Span, role: Role) -> Option<usize> {
        let span = trimmed(&self.brief.prompt, span)?;
        Some(add(&mut self.brief, span, role))
    }

    /// Cuts a clause before labels and flight numbers that stand in its middle ("oslo LH2452 gate G12 passenger Jo").
    pub(super) fn pieces(&self, span: Span) -> Vec<Span> {
        let text = &self.lower[span.clone()];
        let mut cuts = vec![0];
        let mut at = 0;
        for word in text.split_inclusive(' ') {
            let start = at;
            at += word.len();
            let bare = word.trim_end();
            let original = &self.brief.prompt[span.start + start..span.start + start + bare.len()];
            let labelled = self.labels().any(|label| label.word == bare);
            let next = self.brief.prompt[span.start + at..span.end]
                .split(' ')
                .next()
                .unwrap_or_default();
            let named = |c: char| c.is_uppercase() || c.is_alphabetic() && !c.is_lowercase();
            let valued = next.contains(|c: char| c.is_ascii_digit() || named(c));
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
                        && !self.is_label(last.clone()) =>
                {
                    last.end = piece.end
                }
                Some(last) if self.is_label(last.clone()) => last.end = piece.end,
                _ => out.push(piece),
            }
        }
        out.into_iter()
            .filter_map(|piece| trimmed(&self.brief.prompt, piece))
            .collect()
    }

    /// Takes the fields of a record by their names.
    pub(super) fn recorded(&mut self, brief: &Brief) {
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

    pub(super) fn clause(&mut self, span: Span) {
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
        if self.trip.origin.is_none() {
            if let Some(rest) = self.numbered(&span) {
                return self.clause(rest);
            }
            if self.route(&span, &text) {
                return;
            }
        }
        if self.trip.passenger.is_none() && self.person(&span, &text) {
            return;
        }
        if self.field(&span, &text) || self.number(&span) {
            return;
        }
        let original = self.brief.prompt[span.clone()].to_owned();
        let shown = |field| journey_label(field, &self.brief.language.0);
        let priced = text.contains(['$', '€', '£', '¥']);
        let label = if is_flight(&original) {
            Some(shown("Flight"))
        } else if is_time(&text) {
            Some(shown("Time"))
        } else if is_date(&text) {
            Some(shown("Date"))
        } else if priced {
            Some(shown("Price"))
        } else {
            words_of("Class", &self.brief.language)
                .find(|label| text.ends_with(&format!(" {}", label.word)))
                .map(|label| label.shown)
        };
        if let Some(label) = label {
            let role = if priced { Role::Price } else { Role::Value };
            self.put(label, span, role);
        } else if text.split(' ').any(|w| CARRIERS.contains(&w)) && self.trip.carrier.is_none() {
            self.trip.carrier = self.add(span, Role::Brand);
        } else if original.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
            && original.split(' ').count() <= 4
        {
            let index = self.add(span, Role::Text);
            if let Some(index) = index {
                self.trip.fields.push((String::new(), index));
            }
        }
    }

    /// Whether a clause steers the picture ("blue and white", "modern design").
    pub(super) fn wish(&self, text: &str) -> bool {
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
    pub(super) fn route(&mut self, span: &Span, text: &str) -> bool {
        for (lead, link) in joints(&self.brief.language) {
            let Some(at) = text.find(link.as_str()) else {
                continue;
            };
            let from = match text.find(lead.as_str()) {
                _ if lead.is_empty() => 0,
                Some(n) if n < at && (n == 0 || text[..n].ends_with(' ')) => n + lead.len(),
                _ => continue,
            };
            let to = at + link.len();
            // The places end where a field begins ("to CDG gate 24").
            let end = self
                .labels()
                .filter_map(|label| text[to..].find(&format!(" {} ", label.word)))
                .chain(
                    [" on ", " at ", " with "]
                        .iter()
                        .filter_map(|w| text[to..].find(w)),
                )
                .min()
                .map_or(text.len(), |n| to + n);
            // "Hamburg - München", "Madrid a Lima": such small marks part other things as well, so that both sides must be names.
            let named = |at: usize| {
                self.brief.prompt[span.start + at..]
                    .chars()
                    .next()
                    .is_some_and(|c| !c.is_lowercase() && c.is_alphabetic())
            };
            let small = lead.is_empty() && link.trim() != "→" && link.trim().chars().count() == 1;
            if small && !(named(from) && named(to)) {
                continue;
            }
            let short = |s: &str| !s.trim().is_empty() && s.split_whitespace().count() <= 4;
            if !short(&text[from..at]) || !short(&text[to..end]) {
                continue;
            }
            let base = span.start;
            // "Oslo OSL to Lisbon LIS": beside a place with its code, the words before the other code are a place, too.
            let placed = is_coded(&self.brief.prompt[base + to..base + end]);
            let from = if placed {
                from
            } else {
                from + self.before_code(base + from..base + at)
            };
            if placed && is_coded(&self.brief.prompt[base + from..base + at]) {
                (self.trip.cities[0], self.trip.origin) = self.airport(base + from..base + at);
                (self.trip.cities[1], self.trip.destination) = self.airport(base + to..base + end);
            } else {
                self.trip.origin = self.add(base + from..base + at, Role::Place);
                let place = without_end(&text[to..end], &self.brief.language);
                let place = base + to..base + to + place.len();
                self.trip.destination = self.add(place, Role::Place);
            }
            if end < text.len()
                && let Some(rest) = trimmed(&self.brief.prompt, base + end..span.end)
            {
                self.clause(rest);
            }
            return self.trip.origin.is_some() && self.trip.destination.is_some();
        }
        false
    }

    /// "SK1462 Oslo OSL to Lisbon LIS", "flight DL 204 JFK to CDG": takes the number before a route; returns where that is told.
    fn numbered(&mut self, span: &Span) -> Option<Span> {
        let text = self.brief.prompt[span.clone()].to_owned();
        let language = self.brief.language.clone();
        let lead = words_of("Flight", &language)
            .chain(words_of("Train", &language))
            .map(|label| label.word.as_str())
            .chain(["bus"])
            .find_map(|means| {
                let rest = self.lower[span.clone()].strip_prefix(means)?;
                rest.strip_prefix(' ')
            })
            .map_or(0, |rest| text.len() - rest.len());
        let words: Vec<&str> = text[lead..].split(' ').collect();
        let [first, second, _, ..] = words.as_slice() else {
            return None;
        };
        let len = if is_number(first) {
            first.len()
        } else if is_flight(&format!("{first} {second}")) {
            first.len() + 1 + second.len()
        } else {
            return None;
        };
        let end = lead + len;
        let routed = joints(&language)
            .iter()
            .any(|(_, link)| text[end..].contains(link.as_str()));
        if !routed {
            return None;
        }
        let label = match (lead, self.means()) {
            (0, "train") => journey_label("Train", &language.0).to_owned(),
            (0, _) => journey_label("Flight", &language.0).to_owned(),
            (lead, _) => crate::literals::capitalized(text[..lead].trim_end()),
        };
        self.put(&label, span.start + lead..span.start + end, Role::Value);
        trimmed(&self.brief.prompt, span.start + end..span.end)
    }

    /// "Lisbon LIS": the city and the code of its airport.
    fn airport(&mut self, span: Span) -> (Option<usize>, Option<usize>) {
        let text = self.brief.prompt[span.clone()].trim_end();
        let at = span.start + text.rfind(' ').unwrap_or(0);
        let end = span.start + text.len();
        (
            self.add(span.start..at, Role::Place),
            self.add(at..end, Role::Place),
        )
    }

    /// "KLM AMS", "LH 1234 MUC": before the code of an airport stands who flies, or the number of the flight.
    ///
    /// Returns how many bytes stand before the code.
    pub(super) fn before_code(&mut self, span: Span) -> usize {
        let (text, base) = (self.brief.prompt[span.clone()].to_string(), span.start);
        let Some((who, _)) = text.trim_end().rsplit_once(' ') else {
            return 0;
        };
        if !is_coded(&text) || who.trim().is_empty() || who.starts_with(char::is_lowercase) {
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
                let label = journey_label("Flight", &self.brief.language.0);
                self.trip.fields.push((label.to_owned(), index));
            } else {
                self.trip.carrier = Some(index);
            }
        }
        who.len() + 1
    }

    /// "passenger Ada Cole", "乘客 王小明", "田中太郎様".
    fn person(&mut self, span: &Span, text: &str) -> bool {
        const HONORIFICS: [&str; 2] = ["様", "님"];
        let language = self.brief.language.clone();
        let named = words_of("Passenger", &language)
            .find(|label| label.begins(text))
            .map(|label| text[label.word.len()..].trim_start_matches([' ', ':', '：']));
        let from = match named {
            Some(rest) if matches!(rest.split(' ').next(), Some("a" | "an" | "my" | "the")) => {
                return false;
            }
            Some(rest) => span.end - rest.len(),
            None if HONORIFICS.iter().any(|end| text.ends_with(end)) => span.start,
            None => return false,
        };
        self.trip.passenger = self.add(from..span.end, Role::Person);
        true
    }

    /// "gate 24", "Wagen 7 Platz 61", "seat: 14A": one or several labels with their values.
    pub(super) fn field(&mut self, span: &Span, text: &str) -> bool {
        let mut marks: Vec<(usize, usize, &str)> = Vec::new();
        let mut at = 0;
        for word in text.split_inclusive(' ') {
            let start = at;
            at += word.len();
            if marks.last().is_some_and(|m| start < m.1) {
                continue;
            }
            let found = self.labels().find(|label| label.begins(&text[start..]));
            if let Some(label) = found.filter(|label| label.field != "Passenger") {
                marks.push((start, start + label.word.len(), label.shown));
            }
        }
        if marks.first().is_none_or(|m| m.0 > 0) {
            return false;
        }
        for (i, (_, from, shown)) in marks.iter().enumerate() {
            let to = marks.get(i + 1).map_or(text.len(), |m| m.0);
            let value = text[*from..to].trim_start_matches([' ', ':', '：', '#']);
            let value = ["at ", "is ", "on ", "time "]
                .iter()
                .find_map(|p| value.strip_prefix(p))
                .unwrap_or(value);
            let start = span.start + to - value.len();
            self.put(shown, start..span.start + to, Role::Value);
        }
        true
    }

    /// "British Airways BA178", "Delta DL 204": a flight number, and the carrier before it.
    pub(super) fn number(&mut self, span: &Span) -> bool {
        let text = self.brief.prompt[span.clone()].to_owned();
        let Some(last) = text.split(' ').next_back() else {
            return false;
        };
        let parted = text.match_indices(' ').nth_back(1).map(|(at, _)| at + 1);
        // "Delta DL 204": the number has two words.
        let start = match parted {
            _ if is_number(last) => span.end - last.len(),
            Some(at) if is_flight(&text[at..]) => span.start + at,
            _ => return false,
        };
        if start > span.start {
            self.trip.carrier = self.add(span.start..start, Role::Brand);
        }
        let field = if self.trip.by == "train" {
            "Train"
        } else {
            "Flight"
        };
        let label = journey_label(field, &self.brief.language.0);
        self.put(label, start..span.end, Role::Value);
        true
    }

    pub(super) fn put(&mut self, label: &str, span: Span, role: Role) {
        if let Some(index) = self.add(span, role) {
            self.trip.fields.push((label.to_owned(), index));
        }
    }

    /// A name without a label that stands before every field is who flies or drives.
    pub(super) fn name_loose_carrier(&mut self) {
        if self.trip.carrier.is_some() {
            return;
        }
        let loose = |(label, index): &(String, usize)| {
            let literal = &self.brief.literals[*index];
            let first = self
                .brief
                .literals
                .iter()
                .all(|other| other.span.start >= literal.span.start);
            label.is_empty() && first && !literal.text.contains(|c: char| c.is_ascii_digit())
        };
        if let Some(at) = self.trip.fields.iter().position(loose) {
            let (_, index) = self.trip.fields.remove(at);
            self.brief.literals[index].role = Role::Brand;
            self.trip.carrier = Some(index);
        }
    }

    /// Two capitalised words without a label are the passenger.
    pub(super) fn name_loose_people(&mut self) {
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

/// "Lisbon LIS": whether words end in the code of an airport.
fn is_coded(text: &str) -> bool {
    text.trim_end()
        .rsplit_once(' ')
        .is_some_and(|(place, code)| {
            code.len() == 3
                && code.bytes().all(|b| b.is_ascii_uppercase())
                && place.trim_start().starts_with(char::is_uppercase)
        })
}

/// "BA 7", "U2 8412": a carrier's code and a number.
fn is_flight(text: &str) -> bool {
    let Some((code, number)) = text.split_once(' ') else {
        return false;
    };
    let code_like = (2..=3).contains(&code.len())
        && code
            .chars()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit())
        && code.contains(|c: char| c.is_ascii_uppercase());
    code_like && (1..=4).contains(&number.len()) && number.bytes().all(|b| b.is_ascii_digit())
}
