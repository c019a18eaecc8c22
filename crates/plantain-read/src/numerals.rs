//! Digits of other scripts: prompts are read with western digits, and pictures get them as they were written.

/// Nought of every decimal script that prompts are written in: Arabic, Persian and Urdu, Devanagari, Bengali, full width.
const NOUGHTS: [char; 5] = ['٠', '۰', '०', '০', '０'];

/// How a prompt writes its numbers.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Numerals {
    /// Nought of its script; none for western digits.
    nought: Option<char>,
    /// Whether "٪", "٫" and "٬" are used.
    percent: bool,
    point: bool,
    group: bool,
}

impl Numerals {
    /// Nought of the script, unless digits are western.
    #[must_use]
    pub fn nought(&self) -> Option<char> {
        self.nought
    }

    /// Returns a text as the prompt would write it.
    #[must_use]
    pub fn write(&self, text: &str) -> String {
        let Some(nought) = self.nought else {
            return text.to_owned();
        };
        let mut before = None;
        let mut rest = text.chars().peekable();
        let mut out = String::with_capacity(text.len() * 2);
        while let Some(c) = rest.next() {
            let within = |before: Option<char>, after: Option<&char>| {
                before.is_some_and(|c| c.is_ascii_digit())
                    && after.is_some_and(char::is_ascii_digit)
            };
            out.push(match c {
                '0'..='9' => digit(nought, c as u32 - '0' as u32),
                '%' if self.percent => '٪',
                '.' if self.point && within(before, rest.peek()) => '٫',
                ',' if self.group && within(before, rest.peek()) => '٬',
                c => c,
            });
            before = Some(c);
        }
        out
    }
}

fn digit(nought: char, value: u32) -> char {
    char::from_u32(nought as u32 + value).unwrap_or(nought)
}

/// Returns a prompt with western digits, and how it was written; none where it has western digits already, or no other ones.
pub(crate) fn western(prompt: &str) -> Option<(String, Numerals)> {
    let script = |c: char| {
        NOUGHTS
            .into_iter()
            .find(|nought| (*nought..=digit(*nought, 9)).contains(&c))
    };
    let nought = prompt.chars().find_map(script)?;
    let other = |c: char| c.is_ascii_digit() || script(c).is_some_and(|of| of != nought);
    if prompt.chars().any(other) {
        return None;
    }
    let numerals = Numerals {
        nought: Some(nought),
        percent: prompt.contains('٪'),
        point: prompt.contains('٫'),
        group: prompt.contains('٬'),
    };
    let folded = prompt.chars().map(|c| match c {
        '٪' => '%',
        '٫' => '.',
        '٬' => ',',
        c if script(c).is_some() => char::from_digit(c as u32 - nought as u32, 10).unwrap_or(c),
        c => c,
    });
    Some((folded.collect(), numerals))
}

#[cfg(test)]
mod tests {
    use super::western;

    #[test]
    fn numbers_come_back_as_they_were_written() {
        for (prompt, read) in [
            ("السعر ١٬٢٥٠٫٥ ريال، خصم ٢٠٪", "السعر 1,250.5 ريال، خصم 20%"),
            ("कीमत १२०, ९.५ अंक", "कीमत 120, 9.5 अंक"),
            ("قیمت ۴۵ تومان", "قیمت 45 تومان"),
        ] {
            let (text, numerals) = western(prompt).expect(prompt);
            assert_eq!(text, read);
            assert_eq!(numerals.write(&text), prompt);
        }
        let menu = crate::read("मेनू: चाय १० रु, समोसा १५ रु");
        let prices = menu
            .pairs
            .iter()
            .map(|p| menu.literals[p.value].text.as_str());
        assert_eq!(prices.collect::<Vec<_>>(), ["10 रु", "15 रु"]);
        let card = crate::read("بطاقة عمل: د. ليلى حسن، طبيبة أسنان، ٠٥٥١٢٣٤٥٦٧");
        assert_eq!(card.literals[0].text, "د. ليلى حسن");
        assert_eq!(western("iPhone 15 بسعر ٣٠٠٠"), None);
        assert_eq!(western("قهوة"), None);
    }
}
