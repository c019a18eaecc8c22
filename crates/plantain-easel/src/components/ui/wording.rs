//! What texts look like: money, times, dates, weekdays.

/// What a text looks like, whatever its role.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    Money,
    Time,
    Date,
    Percent,
    /// A number, perhaps with a unit.
    Number,
    Email,
    Url,
    Words,
}

impl Form {
    /// Returns the form of a text.
    pub fn of(text: &str) -> Self {
        let t = text.trim();
        let digits = t.chars().filter(char::is_ascii_digit).count();
        if t.contains('@') && t.contains('.') && !t.contains(' ') {
            return Self::Email;
        }
        if (t.starts_with("http") || t.starts_with("www.")) && !t.contains(' ') {
            return Self::Url;
        }
        if digits == 0 {
            return Self::Words;
        }
        let bare = t.trim_start_matches(['+', '-', '−', '–', '~', ' ']);
        if bare.starts_with(MONEY) || t.ends_with(MONEY) || ends_with_currency(t) {
            return Self::Money;
        }
        if t.ends_with('%') {
            return Self::Percent;
        }
        if is_time(bare) {
            return Self::Time;
        }
        if is_date(bare) {
            return Self::Date;
        }
        let starts = bare.starts_with(|c: char| c.is_ascii_digit());
        let words = t.split_whitespace().count();
        if starts && (words <= 2 || digits * 2 >= t.chars().count()) {
            Self::Number
        } else {
            Self::Words
        }
    }

    /// Returns whether the form is a figure that goes with a name.
    pub fn is_figure(self) -> bool {
        !matches!(self, Self::Words | Self::Email | Self::Url)
    }
}

const MONEY: [char; 9] = ['$', '€', '£', '¥', '₹', '₩', '₽', '₺', '円'];

fn ends_with_currency(text: &str) -> bool {
    [
        "USD", "EUR", "GBP", "CHF", "kr", "zł", "Kč", "R$", "元", "₫", "TL", "원", "грн", "руб",
    ]
    .iter()
    .any(|c| text.ends_with(c) || text.starts_with(c))
}

fn is_time(text: &str) -> bool {
    let head = text.split([' ', '–', '-']).next().unwrap_or("");
    let head = head.trim_end_matches(|c: char| c.is_ascii_alphabetic() || c == '.');
    let mut parts = head.split([':', 'h']);
    let fits = |part: Option<&str>, max: u32| {
        part.is_some_and(|p| (1..=2).contains(&p.len()) && p.parse::<u32>().is_ok_and(|v| v < max))
    };
    if text.contains(':') || text.contains('h') {
        return fits(parts.next(), 25) && fits(parts.next(), 60);
    }
    let lower = text.to_lowercase();
    let clock = lower.trim_end_matches(['.', ' ']);
    (clock.ends_with("am") || clock.ends_with("pm") || clock.ends_with("uhr"))
        && fits(Some(head), 25)
}

fn is_date(text: &str) -> bool {
    let count = |sep: char| text.matches(sep).count();
    let plain = text
        .chars()
        .all(|c| c.is_ascii_digit() || "./-".contains(c));
    plain && (count('/') == 2 || count('.') == 2 || count('-') == 2)
}

const WEEKDAYS: [&[&str]; 6] = [
    &["mon", "tue", "wed", "thu", "fri", "sat", "sun"],
    &["mo", "di", "mi", "do", "fr", "sa", "so"],
    &["lun", "mar", "mer", "jeu", "ven", "sam", "dim"],
    &["lun", "mar", "mié", "jue", "vie", "sáb", "dom"],
    &["月", "火", "水", "木", "金", "土", "日"],
    &["周一", "周二", "周三", "周四", "周五", "周六", "周日"],
];

/// Returns whether a text is the name of a weekday, short or long.
pub fn is_weekday(text: &str) -> bool {
    let lower = text.to_lowercase();
    WEEKDAYS.iter().flat_map(|days| days.iter()).any(|day| {
        lower == *day || (day.chars().count() >= 3 && lower.starts_with(day) && lower.len() <= 10)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_are_told_apart() {
        for (text, form) in [
            ("€3,284.17", Form::Money),
            ("-€4.20", Form::Money),
            ("12,50 €", Form::Money),
            ("6:30 AM", Form::Time),
            ("7 pm", Form::Time),
            ("18h30", Form::Time),
            ("84%", Form::Percent),
            ("512 kcal", Form::Number),
            ("8,432", Form::Number),
            ("24/12/2026", Form::Date),
            ("jo@example.com", Form::Email),
            ("Ship v2.1", Form::Words),
            ("Coffee Corner", Form::Words),
        ] {
            assert_eq!(Form::of(text), form, "{text}");
        }
    }
}
