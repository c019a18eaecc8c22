//! Believable sample content: words, names, figures, dates and curves, in one language and one currency.
//!
//! Nothing here contradicts what the prompt gives: figures take the currency and the number style of its literals, curves end
//! at the value that stands beside them, shares add up to a hundred. Words come from [`crate::tongue`].

use std::sync::OnceLock;

use plantain_read::Trend;
use plantain_scene::chart::Format;

use crate::rng::Rng;
use crate::studio::Studio;
use crate::tongue::Tongue;

pub mod curve;
pub mod figure;
pub mod topic;

pub use figure::Figure;
pub use topic::Topic;

/// Languages that write a decimal comma.
const COMMA: [&str; 20] = [
    "es", "fr", "de", "pt", "it", "nl", "ru", "uk", "pl", "cs", "sv", "da", "nb", "no", "fi", "tr",
    "id", "ro", "el", "hu",
];

/// How money is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Currency {
    /// Stands before the number ("$", "R$ "), or empty.
    pub prefix: String,
    /// Stands after it (" €"), or empty.
    pub suffix: String,
}

/// A source of sample content for one picture.
#[derive(Debug, Clone)]
pub struct Filler {
    rng: Rng,
    tongue: Tongue,
    comma: bool,
    group: &'static str,
    currency: Currency,
}

impl Filler {
    /// Returns a source for a language (ISO 639-1).
    pub fn new(language: &str, rng: Rng) -> Self {
        let (prefix, suffix) = match language {
            "es" | "fr" | "de" | "it" | "nl" | "fi" | "el" => ("", " €"),
            "pt" => ("R$ ", ""),
            "ja" | "zh" => ("¥", ""),
            "ko" => ("₩", ""),
            "hi" | "bn" | "ta" | "te" => ("₹", ""),
            "ru" => ("", " ₽"),
            "uk" => ("", " ₴"),
            "pl" => ("", " zł"),
            "tr" => ("₺", ""),
            "he" => ("₪", ""),
            _ => ("$", ""),
        };
        Self {
            rng,
            tongue: Tongue::of(language),
            comma: COMMA.contains(&language),
            group: match language {
                "es" | "de" | "pt" | "it" | "nl" | "tr" | "id" | "da" | "el" => ".",
                _ => "",
            },
            currency: Currency {
                prefix: prefix.to_owned(),
                suffix: suffix.to_owned(),
            },
        }
    }

    /// Returns a source that agrees with the brief: its language, and the currency and number style of its literals.
    pub fn of(studio: &Studio<'_>) -> Self {
        let mut filler = Self::new(&studio.brief.language.0, studio.rng("filler"));
        for literal in &studio.brief.literals {
            filler.follow(&literal.text);
        }
        filler
    }

    /// Takes over currency and number style of a text such as "$48,200" or "14,2 kWh".
    fn follow(&mut self, text: &str) {
        let Some(figure) = Figure::read(text, self.comma) else {
            return;
        };
        if figure.is_money() {
            self.currency = Currency {
                prefix: figure.format.prefix.clone(),
                suffix: figure.format.suffix.clone(),
            };
        }
        if figure.tells_style {
            self.comma = figure.format.comma;
            self.group = match figure.format.group.as_str() {
                "." => ".",
                "'" => "'",
                _ => "",
            };
        }
    }

    /// Returns another source with its own stream of choices.
    pub fn fork(&self, purpose: &str) -> Self {
        Self {
            rng: self.rng.fork(purpose),
            ..self.clone()
        }
    }

    /// Returns whether the words come in English.
    pub fn is_english(&self) -> bool {
        self.tongue == Tongue::EN
    }

    pub fn rng(&mut self) -> &mut Rng {
        &mut self.rng
    }

    // Words and names.

    /// Returns an interface word by its key ("overview", "view_all") in the language; the key's own words if unknown.
    pub fn word(&self, key: &str) -> String {
        match self.tongue.word(key) {
            Some(word) => word.to_owned(),
            None => capitalized(&key.replace('_', " ")),
        }
    }

    /// Returns `n` different people, of mixed origins as in the language's countries.
    pub fn people(&mut self, n: usize) -> Vec<&'static str> {
        self.some_of(self.tongue.list("people"), n)
    }

    /// Returns `n` different names of made-up companies.
    pub fn companies(&mut self, n: usize) -> Vec<&'static str> {
        self.some_of(self.tongue.list("companies"), n)
    }

    /// Returns `n` entries of a list in the language: "products", "tasks", "subjects", "roles", "wards", "cities",
    /// "campaigns", "fields".
    pub fn list(&mut self, name: &str, n: usize) -> Vec<&'static str> {
        self.some_of(self.tongue.list(name), n)
    }

    fn some_of(&mut self, mut all: Vec<&'static str>, n: usize) -> Vec<&'static str> {
        self.rng.shuffle(&mut all);
        (0..n)
            .filter_map(|i| all.get(i % all.len().max(1)).copied())
            .collect()
    }

    // Figures.

    /// Returns the number style of the language.
    pub fn number_format(&self) -> Format {
        Format {
            comma: self.comma,
            group: self.group.to_owned(),
            ..Format::default()
        }
    }

    /// Returns the style in which money is written; `short` writes thousands as k.
    pub fn money_format(&self, short: bool) -> Format {
        Format {
            prefix: self.currency.prefix.clone(),
            suffix: self.currency.suffix.clone(),
            short,
            ..self.number_format()
        }
    }

    pub fn number(&self, value: f64, decimals: usize) -> String {
        self.number_format().write(value, decimals)
    }

    pub fn money(&self, value: f64, decimals: usize) -> String {
        self.money_format(false).write(value, decimals)
    }

    /// Returns "94.6%", with a space before the sign where the language has one.
    pub fn percent(&self, value: f64, decimals: usize) -> String {
        let space = if matches!(self.tongue.code(), "fr" | "de" | "es") && self.comma {
            "\u{a0}"
        } else {
            ""
        };
        format!("{}{space}%", self.number(value, decimals))
    }

    /// Returns a signed change: "+8.2%".
    pub fn delta(&self, value: f64) -> String {
        format!(
            "{}{}",
            if value > 0.0 { "+" } else { "" },
            self.percent(value, 1)
        )
    }

    /// Returns `n` whole per cents that add up to a hundred, largest first, none of them tiny.
    pub fn shares(&mut self, n: usize) -> Vec<u32> {
        curve::shares(&mut self.rng, n)
    }

    /// Returns `n` values that run to `end` in the manner of `trend`.
    pub fn curve(&mut self, end: f64, n: usize, trend: Option<Trend>) -> Vec<f64> {
        curve::ending_at(&mut self.rng, end, n, trend)
    }

    // Dates and marks.

    /// Returns the short names of the months.
    pub fn months(&self) -> [String; 12] {
        [
            "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
        ]
        .map(|key| self.word(key))
    }

    /// Returns the full name of a month, 0 to 11.
    pub fn month(&self, index: usize) -> String {
        const KEYS: [&str; 12] = [
            "january",
            "february",
            "march",
            "april",
            "may_long",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ];
        self.word(KEYS[index % 12])
    }

    /// Returns the short names of the days, Monday first.
    pub fn weekdays(&self) -> [String; 7] {
        ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].map(|key| self.word(key))
    }

    /// Returns a short date: "Mar 12", "12 mar", "12. Mär".
    pub fn date(&self, day: u32, month: usize) -> String {
        let name = &self.months()[month % 12];
        match self.tongue.code() {
            "en" => format!("{name} {day}"),
            "de" => format!("{day}. {name}"),
            _ => format!("{day} {}", name.to_lowercase()),
        }
    }

    /// Returns `n` short dates, newest first.
    pub fn dates(&mut self, n: usize) -> Vec<String> {
        let month = self.rng.below(12);
        let mut day = 28_u32;
        (0..n)
            .map(|_| {
                let date = self.date(day.max(1), month);
                day = day.saturating_sub(1 + self.rng.below(2) as u32).max(1);
                date
            })
            .collect()
    }

    /// Returns `n` order numbers, newest first: "#5421", "#5420".
    pub fn order_ids(&mut self, n: usize) -> Vec<String> {
        let first = 2_000 + self.rng.below(7_000);
        (0..n).map(|i| format!("#{}", first - i)).collect()
    }
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

/// Returns rows of a table file: lines of tab-separated cells, comments left out.
fn rows(
    file: &'static str,
    cell: &'static OnceLock<Vec<Vec<&'static str>>>,
) -> &'static [Vec<&'static str>] {
    cell.get_or_init(|| {
        file.lines()
            .filter(|line| !line.is_empty() && !line.starts_with('#'))
            .map(|line| line.split('\t').collect())
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_follow_language_and_literals() {
        for (language, literal, want) in [
            ("en", "", "$48,200"),
            ("de", "", "48.200\u{a0}€"),
            ("fr", "", "48\u{a0}200\u{a0}€"),
            ("pt", "", "R$\u{a0}48.200"),
            ("en", "£310", "£48,200"),
            ("es", "$1,200", "$48,200"),
            ("fr", "14,2 kWh", "48\u{a0}200\u{a0}€"),
        ] {
            let mut filler = Filler::new(language, Rng::new(1));
            filler.follow(literal);
            let plain = |s: String| s.replace('\u{a0}', " ");
            assert_eq!(
                plain(filler.money(48_200.0, 0)),
                plain(want.to_owned()),
                "{language} {literal}"
            );
        }
    }

    #[test]
    fn people_differ() {
        for language in ["en", "es", "fr", "de", "pt", "it"] {
            let mut people = Filler::new(language, Rng::new(3)).people(12);
            people.sort_unstable();
            people.dedup();
            assert_eq!(people.len(), 12, "{language}");
        }
    }

    #[test]
    fn ids_and_dates_run_backward() {
        let mut filler = Filler::new("en", Rng::new(9));
        let ids = filler.order_ids(4);
        assert!(ids.windows(2).all(|p| p[0] > p[1]), "{ids:?}");
        let days: Vec<u32> = filler
            .dates(6)
            .iter()
            .map(|d| {
                d.split(' ')
                    .nth(1)
                    .and_then(|d| d.parse().ok())
                    .unwrap_or(0)
            })
            .collect();
        assert!(days.windows(2).all(|p| p[0] > p[1]), "{days:?}");
    }
}
