//! What exports have in common: times and lines of CSV.

use plantain_core::Error;
use plantain_store::{DAY_MS, civil_date, days_to};

/// Returns a time, Unix milliseconds: of a day's beginning in UTC, or as it is given.
pub fn time(field: &'static str, text: &str) -> Result<i64, Error> {
    let wrong = || {
        let remedy = "must be a day such as 2026-11-21 or Unix milliseconds";
        Error::invalid("invalid_time", field, text, remedy)
    };
    if let Ok(ms) = text.parse() {
        return Ok(ms);
    }
    let mut parts = text.splitn(3, '-').map(str::parse::<i64>);
    let mut part = || parts.next().and_then(Result::ok).ok_or_else(wrong);
    let (year, month, day) = (part()?, part()?, part()?);
    let in_range = (1970..=9999).contains(&year) && (1..=12).contains(&month);
    let days = in_range.then(|| days_to(year, month as u32) + day - 1);
    let same = |days: &i64| civil_date(*days) == (year, month as u32, day as u32);
    let days = days.filter(|days| (1..=31).contains(&day) && same(days));
    days.map(|days| days * DAY_MS).ok_or_else(wrong)
}

/// Returns a line of CSV, with its end. Fields that a spreadsheet would take for a formula are kept from it.
pub fn csv_line(fields: &[impl AsRef<str>]) -> String {
    let quoted = fields.iter().map(|field| {
        let field = field.as_ref();
        let formula = field.starts_with(['=', '+', '-', '@', '\t', '\r']);
        let field = if formula {
            format!("'{field}")
        } else {
            field.to_owned()
        };
        match field.contains([',', '"', '\n', '\r']) {
            true => format!("\"{}\"", field.replace('"', "\"\"")),
            false => field,
        }
    });
    let mut line = quoted.collect::<Vec<_>>().join(",");
    line.push_str("\r\n");
    line
}

/// Returns a time in UTC ("2026-11-21T08:00:00.000Z").
pub fn rfc3339(at_ms: i64) -> String {
    let (days, ms) = (at_ms.div_euclid(DAY_MS), at_ms.rem_euclid(DAY_MS));
    let (year, month, day) = civil_date(days);
    let (hour, minute, second) = (ms / 3_600_000, ms / 60_000 % 60, ms / 1_000 % 60);
    format!(
        "{year:04}-{month:02}-{day:02}T{hour:02}:{minute:02}:{second:02}.{:03}Z",
        ms % 1_000
    )
}

/// Returns a day in UTC ("2026-11-21").
pub fn day(at_ms: i64) -> String {
    let (year, month, day) = civil_date(at_ms.div_euclid(DAY_MS));
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_of_csv_hold_anything() {
        let cases: [(&[&str], &str); 4] = [
            (&["a", "b"], "a,b\r\n"),
            (&["a,b", "c\"d", "e\nf"], "\"a,b\",\"c\"\"d\",\"e\nf\"\r\n"),
            (&["=1+1", "@x"], "'=1+1,'@x\r\n"),
            (&["", "é"], ",é\r\n"),
        ];
        for (fields, expected) in cases {
            assert_eq!(csv_line(fields), expected);
        }
    }

    #[test]
    fn days_and_milliseconds_are_times() {
        let cases = [
            ("0", Some(0)),
            ("1795200000123", Some(1_795_200_000_123)),
            ("1970-01-02", Some(DAY_MS)),
            ("2024-02-29", Some(1_709_164_800_000)),
            ("2026-02-29", None),
            ("2026-13-01", None),
            ("2026-11", None),
            ("99999999999999-1-1", None),
            ("yesterday", None),
            ("", None),
        ];
        for (text, expected) in cases {
            assert_eq!(time("since", text).ok(), expected, "{text}");
        }
    }

    #[test]
    fn times_are_in_utc() {
        assert_eq!(rfc3339(0), "1970-01-01T00:00:00.000Z");
        assert_eq!(rfc3339(1_795_200_000_123), "2026-11-20T18:40:00.123Z");
        assert_eq!(rfc3339(-1), "1969-12-31T23:59:59.999Z");
    }
}
