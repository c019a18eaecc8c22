//! What everybody knows about common subjects: the steps of processes, advice, dates, ideas, parts, likenesses.
//!
//! One table a language, with rows of a kind, words that ask for the subject, its title and its entries. Words are parted
//! by commas and their parts by "+"; each part must begin a word of the prompt, and the longest match wins. A row for "*" is
//! taken where nothing else is.

use plantain_read::Brief;

const TABLES: [(&str, &str); 17] = [
    ("en", include_str!("knowledge/en.tsv")),
    ("es", include_str!("knowledge/es.tsv")),
    ("pt", include_str!("knowledge/pt.tsv")),
    ("fr", include_str!("knowledge/fr.tsv")),
    ("de", include_str!("knowledge/de.tsv")),
    ("it", include_str!("knowledge/it.tsv")),
    ("nl", include_str!("knowledge/nl.tsv")),
    ("pl", include_str!("knowledge/pl.tsv")),
    ("tr", include_str!("knowledge/tr.tsv")),
    ("ru", include_str!("knowledge/ru.tsv")),
    ("uk", include_str!("knowledge/uk.tsv")),
    ("ar", include_str!("knowledge/ar.tsv")),
    ("he", include_str!("knowledge/he.tsv")),
    ("hi", include_str!("knowledge/hi.tsv")),
    ("zh", include_str!("knowledge/zh.tsv")),
    ("ja", include_str!("knowledge/ja.tsv")),
    ("ko", include_str!("knowledge/ko.tsv")),
];

/// What a row tells about its subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// Steps in order.
    Steps,
    /// Facts or advice, the most telling first.
    Facts,
    /// Dated events.
    Time,
    /// Branches of a mind map with their twigs, "Food=Cake,Drinks".
    Ideas,
    /// Names of parts of a drawing, in its own order.
    Parts,
    /// "Yes" and "No".
    Answers,
}

impl Kind {
    fn name(self) -> &'static str {
        match self {
            Self::Steps => "steps",
            Self::Facts => "facts",
            Self::Time => "time",
            Self::Ideas => "ideas",
            Self::Parts => "parts",
            Self::Answers => "answers",
        }
    }
}

/// A subject with what is known of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Topic {
    pub title: &'static str,
    pub entries: Vec<&'static str>,
}

impl Topic {
    /// Returns `n` entries: of facts the first, of steps evenly chosen ones with the first and the last among them.
    pub fn some(&self, n: usize, kind: Kind) -> Vec<&'static str> {
        let all = self.entries.len();
        if n == 0 || n >= all {
            return self.entries.clone();
        }
        match kind {
            Kind::Steps if n > 1 => (0..n)
                .map(|i| self.entries[(i * (all - 1) + (n - 1) / 2) / (n - 1)])
                .collect(),
            _ => self.entries[..n].to_vec(),
        }
    }
}

/// Two things that are often compared: what each has of its own, and what both have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Likeness {
    pub names: Vec<&'static str>,
    pub own: [Vec<&'static str>; 2],
    pub shared: Vec<&'static str>,
}

/// Returns what is known in the language of the prompt about its subject; with `any`, the row for every subject if there
/// is no other.
pub fn find(brief: &Brief, kind: Kind, any: bool) -> Option<Topic> {
    let prompt = brief.prompt.to_lowercase();
    let found = rows(brief)
        .filter(|row| row[0] == kind.name())
        .filter_map(|row| Some((strength(row[1], &prompt)?, row)))
        .filter(|(strength, _)| any || *strength > 0)
        .max_by_key(|(strength, _)| *strength)?;
    Some(topic(&found.1))
}

/// Returns the words for "yes" and "no" in the language of the prompt.
pub fn answers(brief: &Brief) -> Option<(&'static str, &'static str)> {
    match find(brief, Kind::Answers, true)?.entries[..] {
        [yes, no] => Some((yes, no)),
        _ => None,
    }
}

/// Returns what is known about two things that the prompt compares.
pub fn likeness(brief: &Brief) -> Option<Likeness> {
    let prompt = brief.prompt.to_lowercase();
    let parts = |text: &'static str| text.split('|').collect::<Vec<_>>();
    rows(brief)
        .filter(|row| row[0] == "compare" && row.len() == 6)
        .filter_map(|row| Some((strength(row[1], &prompt)?, row)))
        .max_by_key(|(strength, _)| *strength)
        .map(|(_, row)| Likeness {
            names: parts(row[2]),
            own: [parts(row[3]), parts(row[4])],
            shared: parts(row[5]),
        })
}

fn rows(brief: &Brief) -> impl Iterator<Item = Vec<&'static str>> {
    let code = brief.language.0.get(..2).unwrap_or_default().to_string();
    TABLES
        .iter()
        .find(|table| table.0 == code)
        .map_or("", |table| table.1)
        .lines()
        .map(|line| line.split('\t').collect::<Vec<_>>())
        .filter(|row| row.len() >= 4)
}

fn topic(row: &[&'static str]) -> Topic {
    Topic {
        title: row[2],
        entries: row[3].split('|').collect(),
    }
}

/// Letters of the longest words of a row that the prompt holds; 0 for the row of every subject.
fn strength(words: &str, prompt: &str) -> Option<usize> {
    if words == "*" {
        return Some(0);
    }
    words
        .split(',')
        .filter(|all| all.split('+').all(|word| holds(prompt, word)))
        .map(|all| all.chars().count())
        .max()
}

/// Letters up to which a word must be whole, in scripts that part words with blanks.
const SHORT: usize = 3;

/// Whether a word of the prompt begins so. Scripts whose words run into each other or take prefixes are searched for it.
fn holds(prompt: &str, word: &str) -> bool {
    let lettered = word
        .chars()
        .all(|c| c.is_ascii() || matches!(c, '\u{00c0}'..='\u{024f}' | '\u{0400}'..='\u{04ff}'));
    if !lettered {
        return prompt.contains(word);
    }
    prompt.match_indices(word).any(|(at, _)| {
        let begins = !prompt[..at].ends_with(char::is_alphanumeric);
        let tail = prompt[at + word.len()..].trim_start_matches('s');
        let whole = !tail.starts_with(char::is_alphanumeric);
        begins && (whole || word.chars().count() > SHORT)
    })
}

/// Returns how many parts the prompt asks for: the first number from 3 to 12 that is no part of another, in figures or by a
/// word ("five tips", "五个方法").
pub fn count(brief: &Brief) -> Option<usize> {
    const WORDS: &[(&str, usize)] = &[
        ("three", 3),
        ("four", 4),
        ("five", 5),
        ("six", 6),
        ("seven", 7),
        ("eight", 8),
        ("nine", 9),
        ("ten", 10),
        ("drei", 3),
        ("vier", 4),
        ("fünf", 5),
        ("sechs", 6),
        ("sieben", 7),
        ("tres", 3),
        ("cuatro", 4),
        ("cinco", 5),
        ("seis", 6),
        ("siete", 7),
        ("trois", 3),
        ("quatre", 4),
        ("cinq", 5),
        ("sept", 7),
        ("tre", 3),
        ("quattro", 4),
        ("cinque", 5),
        ("sei", 6),
        ("três", 3),
        ("quatro", 4),
        ("drie", 3),
        ("vijf", 5),
        ("zes", 6),
        ("trzy", 3),
        ("cztery", 4),
        ("pięć", 5),
        ("sześć", 6),
        ("üç", 3),
        ("dört", 4),
        ("beş", 5),
        ("altı", 6),
        ("три", 3),
        ("четыре", 4),
        ("пять", 5),
        ("шесть", 6),
        ("чотири", 4),
        ("п'ять", 5),
        ("шість", 6),
    ];
    const SIGNS: &[(char, usize)] = &[
        ('三', 3),
        ('四', 4),
        ('五', 5),
        ('六', 6),
        ('七', 7),
        ('八', 8),
    ];
    let prompt = brief.prompt.to_lowercase();
    let figure = prompt
        .split(|c: char| !(c.is_alphanumeric() || matches!(c, '.' | ',' | '%' | ':' | '-' | '\'')))
        .map(|word| word.trim_end_matches(['.', ',', ':']))
        .find_map(|word| {
            let known = WORDS
                .iter()
                .find(|known| known.0 == word)
                .map(|known| known.1);
            known
                .or_else(|| word.parse().ok())
                .filter(|n| (3..=12).contains(n))
        });
    figure.or_else(|| {
        let chars: Vec<char> = prompt.chars().collect();
        chars.windows(2).find_map(|pair| {
            let counted = matches!(pair[1], '个' | '個' | 'つ' | '步' | '大' | '种' | '条');
            let own = pair[0].to_digit(10).map(|n| n as usize).filter(|n| *n > 2);
            let sign = SIGNS
                .iter()
                .find(|sign| sign.0 == pair[0])
                .map(|sign| sign.1);
            sign.or(own).filter(|_| counted)
        })
    })
}

#[cfg(test)]
mod tests {
    use plantain_read::read;

    use super::*;

    #[test]
    fn subjects_are_found_in_their_language() {
        for (prompt, kind, want) in [
            (
                "infographic about how bees make honey in 5 steps",
                Kind::Steps,
                Some("How bees make honey"),
            ),
            (
                "infographic on air pollution",
                Kind::Facts,
                Some("Cleaner air"),
            ),
            (
                "infographic: 5 benefits of drinking water",
                Kind::Facts,
                Some("Benefits of drinking water"),
            ),
            (
                "timeline of the history of the internet",
                Kind::Time,
                Some("History of the internet"),
            ),
            (
                "Infografik: Energie sparen zu Hause",
                Kind::Facts,
                Some("Energie sparen"),
            ),
            ("信息图:保护眼睛的五个方法", Kind::Facts, Some("保护眼睛")),
            ("infographic about glarbs", Kind::Facts, None),
        ] {
            let found = find(&read(prompt), kind, false);
            assert_eq!(found.map(|topic| topic.title), want, "{prompt}");
        }
    }

    #[test]
    fn as_many_parts_are_told_as_asked_for() {
        for (prompt, want) in [
            ("honey in 5 steps", Some(5)),
            ("seven tips for sleep", Some(7)),
            ("保护眼睛的五个方法", Some(5)),
            ("the year 2024 in figures", None),
            ("74% of people", None),
        ] {
            assert_eq!(count(&read(prompt)), want, "{prompt}");
        }
        let topic = find(&read("how bees make honey"), Kind::Steps, false).expect("honey is known");
        let five = topic.some(5, Kind::Steps);
        assert_eq!(five.len(), 5);
        assert_eq!(five.first(), topic.entries.first());
        assert_eq!(five.last(), topic.entries.last());
    }

    #[test]
    fn every_table_has_rows_of_its_form() {
        for (code, table) in TABLES {
            for line in table.lines() {
                let cells = line.split('\t').count();
                let compares = line.starts_with("compare");
                assert_eq!(cells, if compares { 6 } else { 4 }, "{code}: {line}");
            }
        }
    }
}
