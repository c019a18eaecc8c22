//! Times of files, and of the requests for them.

use std::time::{SystemTime, UNIX_EPOCH};

const DAY_S: i64 = 86_400;
/// Days from 1 March of year 0 to 1 January 1970.
const EPOCH_DAYS: i64 = 719_468;
/// Days in 400 years, after which the calendar repeats.
const CYCLE_DAYS: i64 = 146_097;

/// Returns Unix milliseconds; 0 for times before 1970.
pub(crate) fn unix_ms(time: SystemTime) -> i64 {
    let since = time.duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).unwrap_or(i64::MAX)
}

/// Returns a time in UTC as "20130524T000000Z".
pub(crate) fn compact_utc(unix_s: i64) -> String {
    let (days, second) = (unix_s.div_euclid(DAY_S), unix_s.rem_euclid(DAY_S));
    let (year, month, day) = civil(days);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year:04}{month:02}{day:02}T{hour:02}{minute:02}{second:02}Z")
}

/// Returns Unix milliseconds for a time as in "2013-05-24T00:00:00.000Z", parts of a second left out.
pub(crate) fn parse_utc_ms(text: &str) -> Option<i64> {
    let number = |from: usize, to: usize| text.get(from..to)?.parse::<i64>().ok();
    let ends_in_utc = text.ends_with('Z') || text.ends_with("+00:00");
    let days = days(number(0, 4)?, number(5, 7)?, number(8, 10)?);
    let second = number(11, 13)? * 3600 + number(14, 16)? * 60 + number(17, 19)?;
    ends_in_utc.then_some((days * DAY_S + second) * 1000)
}

/// Year, month and day of a day counted from 1970. Years begin in March here, so that leap days come last.
fn civil(days: i64) -> (i64, i64, i64) {
    let days = days + EPOCH_DAYS;
    let (cycle, day) = (days.div_euclid(CYCLE_DAYS), days.rem_euclid(CYCLE_DAYS));
    let year = (day - day / 1_460 + day / 36_524 - day / 146_096) / 365;
    let day = day - (365 * year + year / 4 - year / 100);
    let month = (5 * day + 2) / 153;
    let day = day - (153 * month + 2) / 5 + 1;
    let month = if month < 10 { month + 3 } else { month - 9 };
    (cycle * 400 + year + i64::from(month <= 2), month, day)
}

/// The other way round.
fn days(year: i64, month: i64, day: i64) -> i64 {
    let year = year - i64::from(month <= 2);
    let (cycle, year) = (year.div_euclid(400), year.rem_euclid(400));
    let month = (month + 9) % 12;
    let day = 365 * year + year / 4 - year / 100 + (153 * month + 2) / 5 + day - 1;
    cycle * CYCLE_DAYS + day - EPOCH_DAYS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_have_one_spelling() {
        for (unix_s, compact, long) in [
            (0, "19700101T000000Z", "1970-01-01T00:00:00.000Z"),
            (1_369_353_600, "20130524T000000Z", "2013-05-24T00:00:00Z"),
            (951_827_696, "20000229T123456Z", "2000-02-29T12:34:56.789Z"),
            (
                4_107_542_399,
                "21000228T235959Z",
                "2100-02-28T23:59:59+00:00",
            ),
        ] {
            assert_eq!(compact_utc(unix_s), compact);
            assert_eq!(parse_utc_ms(long), Some(unix_s * 1000), "{long}");
        }
        for bad in [
            "",
            "2013",
            "2013-05-24T00:00:00+02:00",
            "yyyy-05-24T00:00:00Z",
        ] {
            assert_eq!(parse_utc_ms(bad), None, "{bad}");
        }
        for day in (-1_000_000..1_000_000).step_by(997) {
            let (year, month, date) = civil(day);
            assert_eq!(days(year, month, date), day);
        }
    }
}
