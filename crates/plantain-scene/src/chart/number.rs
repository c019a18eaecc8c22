//! How numbers are written: grouping, decimal sign, k and M.

use super::Format;

const MINUS: char = '\u{2212}';
const NO_BREAK_SPACE: &str = "\u{a0}";
/// Values beyond this are written as this; no chart needs more.
const MAGNITUDE_MAX: f64 = 1e15;

impl Format {
    /// Returns `value` with `decimals` digits after the point, prefix and suffix included.
    ///
    /// With [`Format::short`], thousands become k, millions M and billions B, with as many decimals as the value needs
    /// (two at most).
    pub fn write(&self, value: f64, decimals: usize) -> String {
        let value = if value.is_finite() {
            value.clamp(-MAGNITUDE_MAX, MAGNITUDE_MAX)
        } else {
            0.0
        };
        let magnitude = value.abs();
        let (scaled, unit) = match magnitude {
            m if !self.short || m < 1_000.0 => (m, ""),
            m if m < 999_950.0 => (m / 1e3, "k"),
            m if m < 999_950_000.0 => (m / 1e6, "M"),
            m => (m / 1e9, "B"),
        };
        let (scaled, decimals) = if unit.is_empty() {
            (scaled, decimals)
        } else {
            // Rounded first, so that 999,999 is 1M and not 1.00M.
            let rounded = (scaled * 100.0).round() / 100.0;
            (rounded, decimals_of(rounded, 2))
        };
        let digits = format!("{scaled:.decimals$}");
        let sign = if value < 0.0 && digits.bytes().any(|b| (b'1'..=b'9').contains(&b)) {
            MINUS.to_string()
        } else {
            String::new()
        };
        let written = self.in_script(self.grouped(&digits));
        format!("{sign}{}{written}{unit}{}", self.prefix, self.suffix)
    }

    fn in_script(&self, digits: String) -> String {
        let Some(nought) = self.nought else {
            return digits;
        };
        let digit = |c: char| {
            c.to_digit(10)
                .and_then(|value| char::from_u32(nought as u32 + value))
                .unwrap_or(c)
        };
        digits.chars().map(digit).collect()
    }

    /// Returns `value` with as many decimals as it needs, two at most.
    pub fn plain(&self, value: f64) -> String {
        self.write(value, decimals_of(value, 2))
    }

    fn grouped(&self, digits: &str) -> String {
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let separator = match (self.group.as_str(), self.comma) {
            ("", true) => NO_BREAK_SPACE,
            ("", false) => ",",
            (own, _) => own,
        };
        let mut out = String::with_capacity(digits.len() + 6);
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i).is_multiple_of(3) && whole.len() > 3 {
                out.push_str(separator);
            }
            out.push(digit);
        }
        if !fraction.is_empty() {
            out.push(if self.comma { ',' } else { '.' });
            out.push_str(fraction);
        }
        out
    }
}

/// Returns how many decimals, `most` at most, `value` needs to be written without loss that shows.
pub(super) fn decimals_of(value: f64, most: usize) -> usize {
    let mut scaled = value.abs();
    for decimals in 0..most {
        if (scaled - scaled.round()).abs() < 1e-6 * scaled.max(1.0) {
            return decimals;
        }
        scaled *= 10.0;
    }
    most
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_by_format() {
        let arabic = Format {
            nought: Some('٠'),
            ..Format::default()
        };
        assert_eq!(arabic.plain(1250.5), "١,٢٥٠.٥");
        let plain = Format::default();
        let dollars = Format {
            prefix: "$".into(),
            short: true,
            ..Format::default()
        };
        let euros = Format {
            suffix: " €".into(),
            comma: true,
            group: ".".into(),
            ..Format::default()
        };
        let french = Format {
            comma: true,
            ..Format::default()
        };
        for (format, value, decimals, want) in [
            (&plain, 1234.0, 0, "1,234"),
            (&plain, 0.5, 1, "0.5"),
            (&plain, -12.0, 0, "\u{2212}12"),
            (&plain, -0.001, 1, "0.0"),
            (&plain, 1_234_567.0, 0, "1,234,567"),
            (&dollars, 60_000.0, 0, "$60k"),
            (&dollars, 48_200.0, 0, "$48.2k"),
            (&dollars, 2_500_000.0, 0, "$2.5M"),
            (&dollars, 999_999.0, 0, "$1M"),
            (&dollars, -1_500.0, 0, "\u{2212}$1.5k"),
            (&dollars, 0.0, 0, "$0"),
            (&euros, 48_200.5, 2, "48.200,50 €"),
            (&french, 14_200.0, 0, "14\u{a0}200"),
            (&plain, f64::NAN, 0, "0"),
        ] {
            assert_eq!(format.write(value, decimals), want);
        }
    }
}
