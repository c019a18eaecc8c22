//! The words of a diagram: its title, and the entries in the order of the prompt.

use plantain_read::{Brief, Literal, Origin, Role, Span};

/// A text that stands in one piece on the picture.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Entry {
    pub text: String,
    /// False for words that were invented.
    pub literal: bool,
    /// Where it stands in the prompt.
    pub span: Span,
}

impl Entry {
    pub fn filler(text: impl Into<String>) -> Self {
        Self {
            text: text.into(),
            literal: false,
            span: 0..0,
        }
    }

    /// Returns the entry with its leading date, number or label on a line of its own, if it has one.
    #[must_use]
    pub fn broken(&self) -> Self {
        let mut entry = self.clone();
        if let Some(end) = lead(&self.text) {
            entry.text.replace_range(end..=end, "\n");
        }
        entry
    }

    /// Returns the entry with a figure at its end on a line of its own ("Twilight zone" over "1000 m").
    #[must_use]
    pub fn stacked(&self) -> Self {
        let mut entry = self.clone();
        let at = entry
            .text
            .char_indices()
            .find(|(i, c)| *i > 0 && c.is_ascii_digit() && entry.text[..*i].ends_with(' '))
            .map(|(i, _)| i);
        if let Some(at) = at
            && !entry.text[..at].contains(|c: char| c.is_ascii_digit())
        {
            entry.text.replace_range(at - 1..at, "\n");
        }
        entry
    }

    /// Returns where the leading part ends, in an entry that is [`Entry::broken`].
    pub fn lead_end(&self) -> Option<usize> {
        self.text.find('\n')
    }

    /// Returns the leading date or number, and the rest.
    pub fn parts(&self) -> (Option<&str>, &str) {
        match lead(&self.text) {
            Some(end) => (Some(&self.text[..end]), self.text[end + 1..].trim_start()),
            None => (None, &self.text),
        }
    }

    /// Returns the first number in the entry and the unit written after it.
    pub fn amount(&self) -> Option<(f64, String)> {
        let start = self.text.find(|c: char| c.is_ascii_digit())?;
        let rest = &self.text[start..];
        let end = rest
            .find(|c: char| !(c.is_ascii_digit() || c == '.' || c == ','))
            .unwrap_or(rest.len());
        let figure = rest[..end].trim_end_matches(['.', ',']);
        let plain: String = if figure.contains('.') || figure.matches(',').count() > 1 {
            figure.replace(',', "")
        } else {
            match figure.split_once(',') {
                Some((_, tail)) if tail.len() == 3 => figure.replace(',', ""),
                _ => figure.replace(',', "."),
            }
        };
        let unit = rest[end..]
            .split_whitespace()
            .next()
            .unwrap_or_default()
            .to_owned();
        plain.parse().ok().map(|number| (number, unit))
    }
}

/// Returns the byte of the space that ends a leading date or number ("1867 Born", "Q1 Mobile app", "May 2020: Launch").
fn lead(text: &str) -> Option<usize> {
    let mut end = None;
    let mut at = 0;
    for word in text.split(' ') {
        let core = word.trim_matches(|c: char| !c.is_alphanumeric());
        let digits = core.chars().filter(char::is_ascii_digit).count();
        let quarter = digits == 1 && core.len() == 2 && core.starts_with(['Q', 'T', 'H', 'W', 'S']);
        let timed = is_clock(core);
        let numeric = timed || digits > 0 && digits * 2 >= core.chars().count();
        let month = SHORT_MONTHS.contains(&core.to_lowercase().as_str())
            || plantain_read::is_month_name(core);
        let stage = STAGES.contains(&core.to_lowercase().as_str());
        let joint = (core.is_empty()
            || matches!(
                core.to_lowercase().as_str(),
                "am" | "pm" | "uhr" | "v" | "n" | "av" | "ap"
            )
            || closes_lead(core))
            && end.is_some();
        if !(quarter || numeric || month || joint || (stage && end.is_none())) {
            break;
        }
        at += word.len();
        end = Some(at);
        at += 1;
        // "27 BC Augustus": nothing of a date follows its era.
        if closes_lead(core) {
            break;
        }
        // "1 in 3 adults": the figure is as long as its share.
        if let Some(share) = share(text.get(at..).unwrap_or_default())
            .filter(|_| numeric && text.get(..at).is_some_and(|led| led.trim_end() == core))
        {
            return Some(at + share).filter(|end| end + 1 < text.len());
        }
        // One figure is the date; a second one belongs to what happened, unless a month stood between.
        let clock = core.contains(':');
        // "2.25 billion", "753 a.C."
        let next = text[at.min(text.len())..]
            .split(' ')
            .next()
            .unwrap_or_default();
        let closed = numeric && closes_lead(next.trim_matches(|c: char| !c.is_alphanumeric()));
        if (numeric && core.len() >= 4 && !clock || quarter || timed) && !closed {
            break;
        }
    }
    let end = end.filter(|end| end + 1 < text.len())?;
    text[..end]
        .chars()
        .any(|c| c.is_ascii_digit())
        .then_some(end)
}

/// Eras and words of number, with which a leading figure ends: "27 BC", "753 a.C.", "2.25 billion", "8 Mio.".
fn closes_lead(word: &str) -> bool {
    const ENDS: &[&str] = &[
        "bc",
        "ad",
        "bce",
        "ce",
        "a.c",
        "d.c",
        "b.c",
        "a.d",
        "chr",
        "j.-c",
        "n.e",
        "million",
        "millions",
        "billion",
        "billions",
        "trillion",
        "thousand",
        "mio",
        "mrd",
        "mln",
        "mld",
        "millionen",
        "milliarden",
        "millones",
        "milhões",
        "milliards",
        "milioni",
        "miliardi",
        "млн",
        "млрд",
        "тыс",
    ];
    ENDS.contains(&word.to_lowercase().as_str())
}

/// "in 3 adults", "out of 10 people": the length of the words up to their figure.
fn share(rest: &str) -> Option<usize> {
    const JOINTS: &[&str] = &[
        "in ", "out of ", "of ", "von ", "sur ", "de cada ", "su ", "em cada ", "z ", "из ",
    ];
    let joint = JOINTS.iter().find(|joint| rest.starts_with(**joint))?;
    let figure = rest[joint.len()..].split(' ').next()?;
    let digits = !figure.is_empty() && figure.bytes().all(|b| b.is_ascii_digit());
    digits.then_some(joint.len() + figure.len())
}

/// "2pm", "11am", "7h".
fn is_clock(word: &str) -> bool {
    let word = word.to_lowercase();
    ["am", "pm", "h"].iter().any(|end| {
        word.strip_suffix(end).is_some_and(|hour| {
            hour.starts_with(|c: char| c.is_ascii_digit())
                && hour
                    .chars()
                    .all(|c| c.is_ascii_digit() || matches!(c, ':' | '.'))
        })
    })
}

/// Short months that are common words elsewhere, so that they name a month only at the head of an entry.
const SHORT_MONTHS: &[&str] = &[
    "ago", "dic", "gen", "mag", "giu", "lug", "set", "ott", "out",
];
const STAGES: &[&str] = &[
    "phase", "step", "week", "day", "year", "stage", "sprint", "fase", "semana", "día", "paso",
    "woche", "tag", "schritt", "étape", "semaine", "jour", "month", "monat", "mes",
];

/// All words of a diagram.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Words {
    pub title: Option<Entry>,
    pub sub: Option<Entry>,
    /// Everything else, in order. Literals that stand side by side in the prompt are one entry.
    pub items: Vec<Entry>,
    /// Literals as they are, the title left out.
    pub raw: Vec<Entry>,
}

impl Words {
    /// Sorts a brief's literals.
    pub fn of(brief: &Brief) -> Self {
        let mut order: Vec<&Literal> = brief.literals.iter().collect();
        order.sort_by_key(|l| l.span.start);
        let title = order
            .iter()
            .position(|l| l.role == Role::Title && is_title(brief, l, order.len()));
        let sub = title.and_then(|_| {
            order
                .iter()
                .position(|l| l.role == Role::Subtitle && l.origin <= Origin::Introduced)
        });
        let entry = |l: &Literal| Entry {
            text: l.text.clone(),
            literal: true,
            span: l.span.clone(),
        };
        let raw: Vec<Entry> = order
            .iter()
            .enumerate()
            .filter(|(i, _)| Some(*i) != title && Some(*i) != sub)
            .map(|(_, l)| entry(l))
            .collect();
        Self {
            title: title.map(|i| entry(order[i])),
            sub: sub.map(|i| entry(order[i])),
            items: joined(brief, &raw),
            raw,
        }
    }

    /// Gives an untitled diagram a title of our own.
    #[must_use]
    pub fn or_title(mut self, title: Option<&str>) -> Self {
        if self.title.is_none() {
            self.title = title.map(Entry::filler);
        }
        self
    }

    /// Returns the items' texts.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        self.items.iter().map(|e| e.text.as_str())
    }
}

/// A role of title is believed when the prompt introduced it or when quotes set it apart from the rest.
fn is_title(brief: &Brief, literal: &Literal, all: usize) -> bool {
    if all < 2 {
        return false;
    }
    let before = brief
        .prompt
        .get(..literal.span.start)
        .unwrap_or_default()
        .to_lowercase();
    let tail: String = before
        .chars()
        .rev()
        .take(24)
        .collect::<Vec<_>>()
        .into_iter()
        .rev()
        .collect();
    let introduced = [
        "titl", "titre", "títul", "titel", "titol", "call", "head", "headline",
    ]
    .iter()
    .any(|w| tail.contains(w));
    introduced || (literal.origin == Origin::Quoted) || literal.origin == Origin::Inferred
}

/// Joins literals that only blanks part in the prompt ("Oak Trail" "2.4 km").
fn joined(brief: &Brief, raw: &[Entry]) -> Vec<Entry> {
    let mut out: Vec<Entry> = Vec::new();
    for entry in raw {
        if let Some(last) = out.last_mut() {
            let between = brief.prompt.get(last.span.end..entry.span.start);
            let asks = last.text.ends_with(['?', '？', '!', ':']);
            // "3 protons 4 neutrons": each begins with its own count.
            let counted = |text: &str| text.starts_with(|c: char| c.is_ascii_digit());
            let both = counted(&last.text) && counted(&entry.text) && entry.text.contains(' ');
            let near = !asks
                && !both
                && between.is_some_and(|b| !b.is_empty() && b.chars().all(|c| c == ' '));
            let whole = brief.prompt.get(last.span.start..entry.span.end);
            if let (true, Some(whole)) = (near, whole)
                && whole.contains(last.text.as_str())
                && whole.ends_with(entry.text.as_str())
                && !whole.contains('"')
            {
                last.text = whole.to_owned();
                last.span.end = entry.span.end;
                continue;
            }
        }
        out.push(entry.clone());
    }
    out
}

/// Puts a date that stands right before an entry back in front of it, when no entry has it.
pub fn with_dates(brief: &Brief, items: &mut [Entry]) {
    for n in 0..items.len() {
        let floor = if n == 0 { 0 } else { items[n - 1].span.end };
        let start = items[n].span.start;
        let Some(gap) = brief.prompt.get(floor..start) else {
            continue;
        };
        let trimmed = gap.trim_end_matches([' ', ':', '-', '–', '—']);
        let word = trimmed
            .rsplit(|c: char| c.is_whitespace() || c == ',' || c == ';' || c == '"')
            .next()
            .unwrap_or_default();
        let digits = word.chars().filter(char::is_ascii_digit).count();
        if digits >= 2 && digits * 2 >= word.chars().count() && lead(&items[n].text).is_none() {
            items[n].text = format!("{word} {}", items[n].text);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn leads_are_parted_from_what_happened() {
        for (text, want) in [
            ("1867 Born in Warsaw", Some("1867")),
            ("Q1 Mobile app", Some("Q1")),
            ("2024 10k users", Some("2024")),
            ("May 2020 Launch", Some("May 2020")),
            ("Phase 1 Design", Some("Phase 1")),
            ("27 BC Augustus becomes emperor", Some("27 BC")),
            ("5 May Marie sails", Some("5 May")),
            ("7:30 PM first dance", Some("7:30 PM")),
            ("753 a.C. Fundación", Some("753 a.C.")),
            ("44 v. Chr. Caesar", Some("44 v. Chr.")),
            ("2.25 billion cups a day", Some("2.25 billion")),
            ("1 in 3 adults", Some("1 in 3")),
            ("Commit", None),
            ("10", None),
        ] {
            let entry = Entry::filler(text);
            assert_eq!(entry.parts().0, want, "{text}");
        }
    }

    #[test]
    fn amounts_are_read_with_their_units() {
        for (text, want) in [
            ("Shower 65 L", Some((65.0, "L"))),
            ("1,200 km", Some((1200.0, "km"))),
            ("2,5 kg", Some((2.5, "kg"))),
            ("27% remote", Some((27.0, "%"))),
            ("no number", None),
        ] {
            let got = Entry::filler(text).amount();
            assert_eq!(got.as_ref().map(|(n, u)| (*n, u.as_str())), want, "{text}");
        }
    }
}
