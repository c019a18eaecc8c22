//! Plans over time: the axis of a Gantt chart and the day that it is at.

use plantain_read::DataSet;
use plantain_scene::chart::{ChartSpec, Goal};

use crate::components::pitch::capital;
use crate::directors::planner::names::{names, short};
use crate::studio::Studio;

/// Days of a month on the axis, and of a year.
const MONTH_DAYS: f64 = 30.4;
const YEAR_DAYS: f64 = 12.0 * MONTH_DAYS;

/// Days up to which the bars of a chart stand over weeks.
const WEEKS_DAYS_MAX: f64 = 75.0;

/// Dates, and numbers of steps, that fit over the columns of a chart side by side.
const TICKS_MAX: usize = 6;
const STEPS_MAX: usize = 16;

/// What the bars stand over.
#[derive(Clone, Copy, PartialEq)]
enum Axis {
    Years(u32),
    Months,
    Weeks,
    Hours,
    Steps,
}

/// Returns bars over time: over months, over weeks where the days are near each other, over years or hours where nothing
/// else is told; all others stand over numbered steps.
pub(super) fn gantt(set: &DataSet, base: ChartSpec, studio: &Studio<'_>) -> ChartSpec {
    let starts: Vec<f64> = match set.points.iter().map(|point| point.start).collect() {
        Some(starts) => starts,
        None => return base,
    };
    let bars = || set.points.iter().zip(&starts);
    let first = starts.iter().copied().fold(f64::MAX, f64::min);
    let last = bars()
        .map(|(point, start)| start + point.value)
        .fold(0.0, f64::max);
    let axis = axis(set, last - first);
    let (unit, low) = match axis {
        Axis::Years(_) => (YEAR_DAYS, (first / YEAR_DAYS).floor()),
        Axis::Months => (MONTH_DAYS, (first / MONTH_DAYS).floor()),
        Axis::Weeks => (7.0, first / 7.0),
        Axis::Hours => (1.0, first.floor()),
        Axis::Steps => (1.0, 0.0),
    };
    // What begins where the last hour ends needs a column of its own.
    let open = bars().any(|(point, start)| point.value <= 0.0 && *start >= last);
    let whole = (last / unit - low - 1e-6).ceil().max(1.0) as usize;
    let steps = (whole + usize::from(open && axis == Axis::Hours)).min(60);
    let mut spec = base;
    spec.ticks = ticks(axis, (first, low), steps, set, studio);
    spec.range = Some([0.0, steps as f64]);
    if axis == Axis::Steps {
        spec.goal = today(&studio.brief.prompt);
    }
    if let Some(series) = spec.series.first_mut() {
        series.x = starts.iter().map(|start| start / unit - low).collect();
        series.values = set.points.iter().map(|point| point.value / unit).collect();
    }
    spec
}

/// The axis that the times of the tasks tell of.
fn axis(set: &DataSet, days: f64) -> Axis {
    let told = |tells: fn(&str) -> bool| set.points.iter().any(|point| tells(&point.shown));
    let years = set.points.iter().filter_map(|point| year(&point.shown));
    match years.min() {
        _ if told(tells_a_date) && days <= WEEKS_DAYS_MAX => Axis::Weeks,
        _ if told(tells_a_date) => Axis::Months,
        Some(year) => Axis::Years(year),
        None if told(tells_an_hour) => Axis::Hours,
        None => Axis::Steps,
    }
}

/// A name for each step, as many as fit side by side.
fn ticks(
    axis: Axis,
    (first, low): (f64, f64),
    steps: usize,
    set: &DataSet,
    studio: &Studio<'_>,
) -> Vec<String> {
    let (months, _) = names(&studio.brief.language.0);
    let month = |at: f64| short(months[at as usize % 12], 3);
    let worded = match axis {
        Axis::Steps => STEPS_MAX,
        Axis::Hours => STEPS_MAX / 2,
        Axis::Years(_) | Axis::Months | Axis::Weeks => TICKS_MAX,
    };
    let stride = steps.div_ceil(worded);
    let letter = match step_letter(set) {
        letter if letter.is_empty() => column_letter(&studio.brief.prompt),
        letter => letter,
    };
    let twelve = set.points.iter().any(|point| {
        let shown = point.shown.to_lowercase();
        shown.ends_with("am") || shown.ends_with("pm")
    });
    let name = |at: usize| match axis {
        _ if !at.is_multiple_of(stride) => String::new(),
        Axis::Years(year) => (year as usize + at).to_string(),
        Axis::Months => month(low + at as f64),
        Axis::Weeks => {
            let day = first + 7.0 * at as f64;
            let in_month = (day / MONTH_DAYS + 1e-6).floor();
            let number = (day - in_month * MONTH_DAYS).round().max(0.0) as u32 + 1;
            format!("{number} {}", month(in_month))
        }
        Axis::Hours => hour(low as usize + at, twelve),
        Axis::Steps => format!("{letter}{}", at + 1),
    };
    (0..steps).map(name).collect()
}

fn hour(at: usize, twelve: bool) -> String {
    match (twelve, at % 12) {
        (false, _) => format!("{at}:00"),
        (true, 0) => format!("12 {}", if at == 12 { "pm" } else { "am" }),
        (true, hour) => format!("{hour} {}", if at < 12 { "am" } else { "pm" }),
    }
}

/// "S3–S4", "w1-2": the letters that all steps carry before their number.
fn step_letter(set: &DataSet) -> String {
    const LETTERS_MAX: usize = 3;
    let letter = |shown: &str| {
        let digits = shown.find(|c: char| c.is_ascii_digit())?;
        let letters = &shown[..digits];
        let own = letters.len() <= LETTERS_MAX && letters.chars().all(char::is_alphabetic);
        own.then(|| capital(letters))
    };
    let mut letters = set.points.iter().map(|point| letter(&point.shown));
    match letters.next().flatten() {
        Some(first) if letters.all(|other| other.as_deref() == Some(&first)) => first,
        _ => String::new(),
    }
}

/// "columns W1 to W6": the letters before the number of every step, where the prompt tells the columns.
fn column_letter(prompt: &str) -> String {
    const LETTERS_MAX: usize = 2;
    let lower = prompt.to_lowercase();
    let behind = ["columns ", "column "]
        .iter()
        .find_map(|word| lower.find(word).map(|at| at + word.len()));
    let first = behind
        .and_then(|at| prompt.get(at..))
        .and_then(|rest| rest.split_whitespace().next())
        .unwrap_or_default();
    let letters = first.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',');
    let told = letters.len() < first.len()
        && (1..=LETTERS_MAX).contains(&letters.len())
        && letters.chars().all(char::is_alphabetic);
    if told {
        letters.to_owned()
    } else {
        String::new()
    }
}

/// "today line at week 5": the middle of that step.
fn today(prompt: &str) -> Option<Goal> {
    const WORDS_BETWEEN_MAX: usize = 4;
    let lower = prompt.to_lowercase();
    let words: Vec<&str> = lower.split_whitespace().collect();
    let at = words.iter().position(|word| *word == "today")?;
    let behind = words[at + 1..].iter().take(WORDS_BETWEEN_MAX);
    let number: f64 = behind.filter_map(|word| step_number(word)).next()?;
    Some(Goal {
        value: number - 0.5,
        shown: String::new(),
        name: capital("today"),
    })
}

fn step_number(word: &str) -> Option<f64> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    word.trim_start_matches('w').parse().ok()
}

/// The first year of a time that is told in nothing but years.
fn year(shown: &str) -> Option<u32> {
    shown
        .split(|c: char| !c.is_alphanumeric())
        .filter(|word| word.len() == 4)
        .find_map(|word| word.parse().ok().filter(|year| (1900..2200).contains(year)))
}

/// Whether a time is told in hours: "9:30-13:30", "9 am".
fn tells_an_hour(shown: &str) -> bool {
    let lower = shown.to_lowercase();
    let half = |word: &str| matches!(word, "am" | "pm");
    lower.contains(':') || lower.split(|c: char| !c.is_alphabetic()).any(half)
}

/// Whether a time is told in days of the year: with the name of its month, or as a date in figures.
fn tells_a_date(shown: &str) -> bool {
    let figures = shown.split([' ', '–', '/']).any(|word| {
        let marks = word.matches(['-', '.']).count();
        marks >= 2
            && word
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, '-' | '.'))
    });
    figures
        || shown.contains(['月', '월'])
        || shown
            .split(|c: char| !(c.is_alphanumeric() || matches!(c, '\u{0900}'..='\u{097f}')))
            .any(plantain_read::is_month_name)
}
